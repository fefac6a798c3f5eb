Feature: Keeping the middle phase moving
  Protocol D1 and D4, MID-09 to MID-11, STA-03, STA-05, STA-08 and HWK-01. The sessions serve the agreed focus, the work
  moves from exploring to acting, and a task that stays undone becomes smaller or another one, without scolding.

  @rule:off-focus
  Rule: Two sessions away from the focus are spoken of

    Background:
      Given 16 sessions are planned
      And session 4 was held
      And the focus agreed is role dispute

    Scenario: Sessions 6 and 7 went to other things
      Given session 6 was held
      And the session records "the session stayed on the focus" as no
      And session 7 was held
      And the session records "the session stayed on the focus" as no
      When the case is evaluated
      Then it says "The agreed focus is role dispute; sessions 6 and 7 are recorded as off it."

    Scenario: Only session 7 did
      Given session 6 was held
      And the session records "the session stayed on the focus"
      And session 7 was held
      And the session records "the session stayed on the focus" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Of session 6 it is not recorded
      Given session 5 was held
      And the session records "the session stayed on the focus" as no
      And session 6 was held
      And session 7 was held
      And the session records "the session stayed on the focus" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: A crisis took session 7
      Given session 6 was held
      And the session records "the session stayed on the focus" as no
      And session 7 was held
      And the session records "the session stayed on the focus" as no
      And the session records "a crisis took the session"
      When the case is evaluated
      Then it says nothing of this

    Scenario: The patient does not agree with the focus any more
      Given session 6 was held
      And the session records "the session stayed on the focus" as no
      And session 7 was held
      And the session records "the session stayed on the focus" as no
      And the patient does not agree with the focus role dispute
      When the case is evaluated
      Then it says nothing of this

    Scenario: Somebody may be in danger
      Given session 6 was held
      And the session records "the session stayed on the focus" as no
      And session 7 was held
      And the session records "the session stayed on the focus" as no
      And C-SSRS question 5 is answered yes
      When the case is evaluated
      Then it says nothing of this

  @rule:off-focus
  Rule: Without an agreed focus nothing is off it

    Scenario: No focus is agreed
      Given session 6 was held
      And the session records "the session stayed on the focus" as no
      And session 7 was held
      And the session records "the session stayed on the focus" as no
      When the case is evaluated
      Then it says nothing of this

  @rule:from-exploring-to-acting
  Rule: Half way through the middle phase something has been tried

    Background:
      Given 16 sessions are planned
      And session 5 was held
      And the technique TEC-15 was used
      And session 6 was held
      And the technique TEC-14 was used
      And session 7 was held
      And the technique TEC-15 was used

    Scenario: Four of eight middle sessions went to exploring
      Given session 8 was held
      And the technique TEC-13 was used
      When the case is evaluated
      Then it says "50% of the middle phase is over, and in sessions 5 to 8 nothing is recorded that the patient rehearsed, decided or tried."
      And it suggests TEC-19, TEC-16 and TEC-23, in this order
      And TEC-19 is suggested
      And TEC-16 is suggested

    Scenario: Only three of the eight are over
      When the case is evaluated
      Then it says nothing of this

    Scenario: In session 8 a talk was rehearsed
      Given session 8 was held
      And the technique TEC-16 was used
      When the case is evaluated
      Then it says nothing of this

    Scenario: A task was agreed, which is something to try
      Given session 8 was held
      And the technique TEC-13 was used
      And the homework records "a task was agreed in this session"
      When the case is evaluated
      Then it says nothing of this

    Scenario: A task was tried in part
      Given session 8 was held
      And the technique TEC-13 was used
      And the homework records "what became of the previous task" as partly
      When the case is evaluated
      Then it says nothing of this

    Scenario: What was done in session 8 is not recorded
      Given session 8 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The initial phase is recorded to have lasted until session 6
      Given session 6 was held
      And the phase is recorded as initial
      And session 8 was held
      And the phase is recorded as middle
      And the technique TEC-13 was used
      When the case is evaluated
      Then it says nothing of this

  @rule:from-exploring-to-acting
  Rule: Half of the middle phase is known only when the number of sessions is

    Scenario: Nobody said how many sessions are planned
      Given session 8 was held
      And the technique TEC-14 was used
      When the case is evaluated
      Then it says nothing of this

    Scenario: A course of eight has its middle in sessions 3 to 6
      Given 8 sessions are planned
      And session 3 was held
      And the technique TEC-15 was used
      And session 4 was held
      And the technique TEC-14 was used
      When the case is evaluated
      Then it says "in sessions 3 to 4 nothing is recorded"

    Scenario: The next session is the first of the ending
      Given 16 sessions are planned
      And session 12 was held
      And the technique TEC-14 was used
      When the case is evaluated
      Then it says nothing of this

  @rule:listening-alone
  Rule: Listening is not the only technique for long

    Background:
      Given 16 sessions are planned
      And session 4 was held
      And the technique TEC-11 was used
      And session 5 was held
      And the technique TEC-11 was used

    Scenario: Three sessions of listening
      Given session 6 was held
      And the technique TEC-11 was used
      When the case is evaluated
      Then it says "Listening alone for 3 sessions - take a more active part"

    Scenario: Two sessions of listening
      When the case is evaluated
      Then it says nothing of this

    Scenario: In the third something else was done as well
      Given session 6 was held
      And the technique TEC-11 was used
      And the technique TEC-14 was used
      When the case is evaluated
      Then it says nothing of this

    Scenario: Of the third nothing is recorded
      Given session 6 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:from-exploring-to-acting
  Rule: Listening alone is spoken of once

    Scenario: The middle phase was all listening
      Given 8 sessions are planned
      And session 3 was held
      And the technique TEC-11 was used
      And session 4 was held
      And the technique TEC-11 was used
      And session 5 was held
      And the technique TEC-11 was used
      When the case is evaluated
      Then it says nothing of this

  @rule:task-undone
  Rule: A task not done is made smaller and rehearsed again

    Background:
      Given 16 sessions are planned

    Scenario: She did not ring her sister
      Given session 6 was held
      And the homework records "what became of the previous task" as no
      When the case is evaluated
      Then it says "In session 6 the task agreed before was not done."
      And it suggests TEC-16, in this order
      And TEC-16 is suggested

    Scenario Outline: She did, the answer is <answer>
      Given session 6 was held
      And the homework records "what became of the previous task" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | yes       |
        | partly    |
        | not known |

    Scenario: It was not done two sessions ago
      Given session 5 was held
      And the homework records "what became of the previous task" as no
      And session 6 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is the second in a row
      Given session 5 was held
      And the homework records "what became of the previous task" as no
      And session 6 was held
      And the homework records "what became of the previous task" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: In the initial phase no task is due yet
      Given session 2 was held
      And the homework records "what became of the previous task" as no
      When the case is evaluated
      Then it says nothing of this

  @rule:tasks-undone-again
  Rule: After two undone in a row the kind of task changes, and the alliance is looked at

    Background:
      Given 16 sessions are planned
      And session 5 was held
      And the homework records "what became of the previous task" as no

    Scenario: Twice in a row
      Given session 6 was held
      And the homework records "what became of the previous task" as no
      When the case is evaluated
      Then it says "2 tasks in a row were not done, the last one told in session 6."
      And it suggests TEC-16 and TEC-19, in this order
      And it says "leaving them undone can be a way of saying no"
      And the techniques suggested are TEC-16, TEC-19

    Scenario: Once in between it was done in part
      Given session 6 was held
      And the homework records "what became of the previous task" as partly
      And session 7 was held
      And the homework records "what became of the previous task" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: A session without a task lies between
      Given session 6 was held
      And session 7 was held
      And the homework records "what became of the previous task" as no
      When the case is evaluated
      Then it says "2 tasks in a row were not done"

    Scenario: Only the first is recorded so far
      Given session 6 was held
      When the case is evaluated
      Then it says nothing of this
