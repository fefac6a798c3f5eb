Feature: Techniques for the focus
  Protocol D2, with C2 to C5. Each focus has its own order of techniques; at most three are suggested for the next session,
  and what comes after is listed. Work on the focus begins when the next session belongs to the middle phase.

  @rule:grief-techniques
  Rule: Grief is listened to, the relationship is told again, feelings may come, and other support follows

    Background:
      Given 16 sessions are planned

    Scenario: Grief is agreed, and the middle phase is under way
      Given session 4 was held
      And the focus agreed is grief
      And session 5 was held
      When the case is evaluated
      Then it says "Work on grief"
      And it suggests TEC-11, TEC-28, TEC-12 and TEC-23, in this order
      And the techniques suggested are TEC-11, TEC-28, TEC-12
      And TEC-23 is blocked

    Scenario: The last initial session was held, and the next is the first of the middle phase
      Given session 4 was held
      And the focus agreed is grief
      When the case is evaluated
      Then it says "Grief is the agreed focus"
      And TEC-11 is suggested

    Scenario: The next session is still one of the initial phase
      Given session 3 was held
      And the focus agreed is grief
      When the case is evaluated
      Then it says nothing of this
      And TEC-11 is not suggested

    Scenario: A crisis took a session, and the initial phase lasts one longer
      Given session 2 was held
      And the session records "a crisis took the session"
      And session 4 was held
      And the focus agreed is grief
      When the case is evaluated
      Then it says nothing of this

    Scenario: The therapist keeps the initial phase open
      Given session 5 was held
      And the focus agreed is grief
      And the phase is recorded as initial
      When the case is evaluated
      Then it says nothing of this

    Scenario: The therapist went on to the middle phase early
      Given session 2 was held
      And the focus agreed is grief
      And the phase is recorded as middle
      When the case is evaluated
      Then it says "Work on grief"

    Scenario: The next session is the first of the ending
      Given session 4 was held
      And the focus agreed is grief
      And session 12 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The patient does not agree with grief
      Given session 4 was held
      And the patient does not agree with the focus grief
      And session 5 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Grief is the second of two agreed foci
      Given session 4 was held
      And the focus agreed is role transition
      And a second focus agreed is grief
      And session 5 was held
      When the case is evaluated
      Then it says "Work on grief"
      And the techniques suggested are TEC-11, TEC-29, TEC-12

    Scenario: Grief is recommended and not agreed yet
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And session 5 was held
      When the case is evaluated
      Then it says "Grief is the recommended focus"

  @rule:grief-strategy
  Rule: Work on grief has a course, from the story of the relationship to new ties

    Background:
      Given 16 sessions are planned
      And session 4 was held

    Scenario: Grief is agreed
      Given the focus agreed is grief
      And session 5 was held
      When the case is evaluated
      Then it says "Tasks at home are optional, agreed and never graded"
      And it says "Go through the events before, during and after the death"

    Scenario: Somebody may be in danger, and the course of work waits
      Given the focus agreed is grief
      And session 5 was held
      And C-SSRS question 5 is answered yes
      When the case is evaluated
      Then it says nothing of this
      And technique advice is held back

    Scenario: Thoughts without intent do not stop the work
      Given the focus agreed is grief
      And session 5 was held
      And C-SSRS question 2 is answered yes
      And C-SSRS questions 1, 3, 4, 5, 6 are answered no
      When the case is evaluated
      Then it says "The course of work on grief"

    Scenario: A dispute is agreed
      Given the focus agreed is role dispute
      And session 5 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Grief is the second of two agreed foci, and the work is the same
      Given the focus agreed is role transition
      And a second focus agreed is grief
      And session 5 was held
      When the case is evaluated
      Then it says "Link the symptoms to the death"

    Scenario: Intent was told last time, and the screener was not asked again
      Given the focus agreed is grief
      And C-SSRS question 4 is answered yes
      And session 5 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:transition-techniques
  Rule: In a transition both roles are balanced, the old one is let go, and skills and support for the new one follow

    Background:
      Given 16 sessions are planned
      And session 4 was held

    Scenario: A transition is agreed
      Given the focus agreed is role transition
      And session 5 was held
      When the case is evaluated
      Then it says "balance both roles, let the old one go"
      And it suggests TEC-29, TEC-12, TEC-18, TEC-23 and TEC-22, in this order
      And the techniques suggested are TEC-29, TEC-12, TEC-18

    Scenario: The balance was done in the last session
      Given the focus agreed is role transition
      And session 5 was held
      And the technique TEC-29 was used and is helped
      When the case is evaluated
      Then it says "Work on the transition"
      And the techniques suggested are TEC-12, TEC-18, TEC-23
      And TEC-29 is blocked

    Scenario: Work on communication was begun in the last session and is unfinished
      Given the focus agreed is role transition
      And session 5 was held
      And the technique TEC-18 was used and is unfinished
      When the case is evaluated
      Then it says "Work on the transition"
      And the techniques suggested are TEC-18, TEC-29, TEC-12

    Scenario: Grief is agreed, and no second focus
      Given the focus agreed is grief
      And session 5 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: A transition is the second of two agreed foci, beside grief
      Given the focus agreed is grief
      And a second focus agreed is role transition
      And session 5 was held
      When the case is evaluated
      Then it says "Work on the transition"
      And TEC-29 is suggested

    Scenario: The next session is the first of the ending, and no more new techniques begin
      Given the focus agreed is role transition
      And session 12 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:transition-strategy
  Rule: Work on a transition has a course, from saying goodbye to the new role

    Background:
      Given 16 sessions are planned
      And session 4 was held

    Scenario: A transition is the second of two agreed foci
      Given the focus agreed is grief
      And a second focus agreed is role transition
      And session 5 was held
      When the case is evaluated
      Then it says "Say goodbye to the old before hurrying into the new"

    Scenario: An attempt in the last three months was told
      Given the focus agreed is role transition
      And suicidal behaviour in the last three months is answered yes
      And session 5 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The patient does not agree with it
      Given the patient does not agree with the focus role transition
      And session 5 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: A transition is agreed, and the course of the work is shown
      Given the focus agreed is role transition
      And session 5 was held
      When the case is evaluated
      Then it says "name the loss when others only congratulate"

    Scenario: The next session is the first of the ending, and its work is another
      Given the focus agreed is role transition
      And session 12 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:deficits-techniques
  Rule: Where ties are few, patterns of the past, skills and practice come first

    Background:
      Given 16 sessions are planned
      And session 4 was held

    Scenario: Interpersonal deficits are agreed
      Given the focus agreed is interpersonal deficits
      And session 5 was held
      When the case is evaluated
      Then it says "Work on few or strained ties"
      And it suggests TEC-20, TEC-18, TEC-16, TEC-21 and TEC-23, in this order
      And the techniques suggested are TEC-20, TEC-18, TEC-16

    Scenario: Nothing is agreed
      Given the social life records "a pattern of many years: few ties, loneliness, unease with people"
      And session 5 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: They are the second of two agreed foci
      Given the focus agreed is grief
      And a second focus agreed is interpersonal deficits
      And session 5 was held
      When the case is evaluated
      Then it says "patterns of the past, skills and practice, new contacts"

    Scenario: They are agreed, and the next session is the first of the ending
      Given the focus agreed is interpersonal deficits
      And session 12 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:deficits-strategy
  Rule: Work on few ties has a course, in small steps

    Background:
      Given 16 sessions are planned
      And session 4 was held

    Scenario: Interpersonal deficits are agreed, and a group may help
      Given the focus agreed is interpersonal deficits
      And session 5 was held
      When the case is evaluated
      Then it says "Consider group IPT"

    Scenario: Somebody may be in danger
      Given the focus agreed is interpersonal deficits
      And session 5 was held
      And C-SSRS question 4 is answered yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: They are the second of two agreed foci, and the course is the same
      Given the focus agreed is grief
      And a second focus agreed is interpersonal deficits
      And session 5 was held
      When the case is evaluated
      Then it says "a ladder of small contacts"

    Scenario: Grief alone is agreed
      Given the focus agreed is grief
      And session 5 was held
      When the case is evaluated
      Then it says nothing of this
