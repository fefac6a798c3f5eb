Feature: What is missing of the PHQ-9
  Protocol G and D3, with J2. A score that is missing, old, incomplete or not the patient's own is asked for; nothing is
  made up from it, and a blank is never nought.

  @rule:phq9-no-baseline
  Rule: Without a usable score there is nothing to measure progress from

    Scenario: Nothing was measured at intake
      Given a patient at intake
      When the case is evaluated
      Then it says "No usable PHQ-9 is recorded - ask for it now"
      And the answer is needed for progress

    Scenario: Only somebody else filled it in
      Given the PHQ-9 is 15
      And the PHQ-9 records "filled in by the patient" as no
      When the case is evaluated
      Then it says "No usable PHQ-9 is recorded - ask for it now"

    Scenario: Three of its nine items are blank
      Given the PHQ-9 answers are 2, 2, -, -, -, 1, 1, 1, 0
      When the case is evaluated
      Then it says "No usable PHQ-9 is recorded - ask for it now"

    Scenario: A score of nought is a score
      Given the PHQ-9 is 0
      When the case is evaluated
      Then it says nothing of this

    Scenario: Two blank items are made up from the others
      Given the PHQ-9 answers are 2, 2, -, -, 1, 1, 1, 1, 0
      When the case is evaluated
      Then it says nothing of this

  @rule:phq9-late-baseline
  Rule: A first score after the first session is a late one

    Scenario: It was first measured in session 2
      Given session 2
      And the PHQ-9 is 14
      When the case is evaluated
      Then it says "Late baseline: the first PHQ-9 is from session 2"
      And it says "Improvement before that does not show"

    Scenario: It was first measured in session 1
      Given session 1
      And the PHQ-9 is 14
      And session 2
      And the PHQ-9 is 13
      When the case is evaluated
      Then it says nothing of this

    Scenario: The one at intake was not the patient's own
      Given the PHQ-9 is 18
      And the PHQ-9 records "filled in by the patient" as no
      And session 2
      And the PHQ-9 is 14
      When the case is evaluated
      Then it says "Progress is measured from 14 points at session 2"

  @rule:phq9-due
  Rule: A score is due after two weeks, after four sessions, and at a check

    Scenario: The newest is two weeks and a day old
      Given the PHQ-9 is 15
      When the case is evaluated on 2026-01-25
      Then it says "The newest usable score is the 15 of the intake, 15 days ago"

    Scenario: The newest is two weeks old
      Given the PHQ-9 is 15
      When the case is evaluated on 2026-01-24
      Then it says nothing of this

    Scenario: The check at session 4 is reached, and the newest is of the week before
      Given session 3
      And the PHQ-9 is 15
      And session 4 was held
      When the case is evaluated
      Then it says "The PHQ-9 is due"

    Scenario: Session 5 follows the measure of session 4, and no check is open
      Given session 4
      And the PHQ-9 is 15
      And session 5 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Four sessions followed in ten days
      Given session 6 on 2026-02-02
      And the PHQ-9 is 15
      And session 7 on 2026-02-04
      And session 8 on 2026-02-06
      And session 9 on 2026-02-09
      And session 10 on 2026-02-12
      When the case is evaluated
      Then it says "What is said about progress waits for a new one"

    Scenario: Three sessions followed in a week
      Given session 6 on 2026-02-02
      And the PHQ-9 is 15
      And session 7 on 2026-02-04
      And session 8 on 2026-02-06
      And session 9 on 2026-02-09
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nothing was ever measured, which is another question
      Given session 4 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The treatment is finished, and no score is asked for
      Given session 8
      And the PHQ-9 is 4
      And the phase is recorded as finished
      When the case is evaluated on 2026-04-20
      Then it says nothing of this

  @rule:phq9-each-session
  Rule: A session without a score is mentioned while the last one still holds

    Scenario: It was measured in session 1 and not in session 2
      Given session 1
      And the PHQ-9 is 15
      And session 2 was held
      When the case is evaluated
      Then it says "The newest is the 15 of session 1. It still holds"

    Scenario: It was measured in session 2
      Given session 2
      And the PHQ-9 is 15
      When the case is evaluated
      Then it says nothing of this

    Scenario: At session 4 one is due, which is told more plainly
      Given session 3
      And the PHQ-9 is 15
      And session 4 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The newest is three weeks old, so that one is due
      Given the PHQ-9 is 15
      And session 3 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:phq9-items-missing
  Rule: With three blank items, or with item 9 and another, there is no total

    Scenario: Three items are blank
      Given the PHQ-9 answers are 2, 2, -, -, -, 1, 1, 1, 0
      When the case is evaluated
      Then it says "The PHQ-9 of the intake has no total: 3 of 9 items are blank"
      And the answer is needed for progress
      And it says "Blank: sleep, energy, appetite"

    Scenario: Item 9 and one more are blank
      Given the PHQ-9 answers are 2, 2, 1, 1, -, 1, 1, 1, -
      When the case is evaluated
      Then it says "Blank: appetite, better off dead or self-harm"

    Scenario: Two items are blank, neither of them item 9
      Given the PHQ-9 answers are 2, 2, -, -, 1, 1, 1, 1, 0
      When the case is evaluated
      Then it says nothing of this

    Scenario: Only item 9 is blank, which is asked aloud instead
      Given the PHQ-9 answers are 2, 2, 1, 1, 1, 1, 1, 1, -
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was filled in again, with every item
      Given the PHQ-9 answers are 2, 2, -, -, -, 1, 1, 1, 0
      And session 1
      And the PHQ-9 answers are 2, 2, 1, 1, 1, 1, 1, 1, 0
      When the case is evaluated
      Then it says nothing of this

  @rule:phq9-not-valid
  Rule: A score by somebody else, or for another period, does not count

    Scenario Outline: It is known that it was not <what>
      Given session 1
      And the PHQ-9 is 15
      And the PHQ-9 records "<what>" as no
      When the case is evaluated
      Then it says "The PHQ-9 of session 1 does not count"
      And the answer is needed for progress

      Examples:
        | what                                           |
        | filled in by the patient                       |
        | answered for the period the questionnaire asks about |

    Scenario: Nobody noted who filled it in
      Given session 1
      And the PHQ-9 is 15
      And the PHQ-9 records "filled in by the patient" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: A newer one is the patient's own
      Given the PHQ-9 is 15
      And the PHQ-9 records "filled in by the patient" as no
      And session 1
      And the PHQ-9 is 14
      When the case is evaluated
      Then it says nothing of this

  @rule:phq9-prorated
  Rule: A total made up for one or two blank items is marked as such

    Scenario Outline: Blank items: <blank>
      Given the PHQ-9 answers are <answers>
      When the case is evaluated
      Then it says "PHQ-9 <total> is prorated: <count> of 9 items were left blank"

      Examples:
        | answers                   | blank | count | total |
        | 2, 2, -, 1, 1, 1, 1, 0, 0 | one   | 1     | 9     |
        | 2, 2, -, -, 1, 1, 1, 1, 0 | two   | 2     | 10    |

    Scenario: All nine are answered
      Given the PHQ-9 answers are 2, 2, 1, 1, 1, 1, 1, 0, 0
      When the case is evaluated
      Then it says nothing of this

    Scenario: Item 9 is blank, and is never made up
      Given the PHQ-9 answers are 2, 2, 1, 1, 1, 1, 1, 0, -
      When the case is evaluated
      Then it says nothing of this

    Scenario: Three are blank, and there is no total
      Given the PHQ-9 answers are 2, 2, -, -, -, 1, 1, 1, 0
      When the case is evaluated
      Then it says nothing of this

  @rule:phq9-with-other-measures
  Rule: Anxiety, functioning and support are measured at the start, in the middle and at the end

    Scenario: Support was not measured at intake
      Given the GAD-7 is 12
      And the WSAS is 20
      When the case is evaluated
      Then it says "Not recorded for this part of the course: a support scale."

    Scenario Outline: All three were measured at intake, support by the <scale>
      Given the GAD-7 is 12
      And the WSAS is 20
      And the <scale> is <score>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | scale  | score |
        | OSSS-3 | 9     |
        | MSPSS  | 40    |

    Scenario: Half way they are asked for again
      Given 16 sessions are planned
      And the GAD-7 is 12
      And the WSAS is 20
      And the OSSS-3 is 9
      And session 8 was held
      When the case is evaluated
      Then it says "the GAD-7, the WSAS and a support scale"

    Scenario: One session before that they are not
      Given 16 sessions are planned
      And the GAD-7 is 12
      And the WSAS is 20
      And the OSSS-3 is 9
      And session 7 was held
      When the case is evaluated
      Then it says nothing of this
