@statement:TEC-41
Feature: Which techniques come first
  Protocol D2, TEC-41 and TEC-42. At most three, from the focus, the phase and what the session showed; what was used
  lately, and with what result, counts. Nothing is dropped: what is kept back says why.

  Rule: What made things worse, or changed nothing twice, moves down and says so

    Background:
      Given 16 sessions are planned
      And session 4 was held
      And the focus agreed is grief
      And session 5 was held

    Scenario: Nothing was used yet
      When the case is evaluated
      Then the techniques suggested are TEC-11, TEC-28, TEC-12

    Scenario: Going through the death made things worse two sessions ago
      Given the technique TEC-28 was used and is made-worse
      And session 6 was held
      When the case is evaluated
      Then the techniques suggested are TEC-11, TEC-12, TEC-23
      And of TEC-28 it is said "It made things worse in session 5."

    Scenario: It made things worse, and helped since
      Given the technique TEC-28 was used and is made-worse
      And session 6 was held
      And the technique TEC-28 was used and is helped
      And session 7 was held
      When the case is evaluated
      Then the techniques suggested are TEC-11, TEC-28, TEC-12

    Scenario: It made things worse five sessions ago
      Given the technique TEC-28 was used and is made-worse
      And sessions 6 to 9 were held
      When the case is evaluated
      Then the techniques suggested are TEC-11, TEC-28, TEC-12

    Scenario: Listening brought no change once
      Given the technique TEC-11 was used and is no-change
      And session 6 was held
      When the case is evaluated
      Then the techniques suggested are TEC-11, TEC-28, TEC-12

    Scenario: Listening brought no change twice
      Given the technique TEC-11 was used and is no-change
      And session 6 was held
      And the technique TEC-11 was used and is no-change
      And session 7 was held
      When the case is evaluated
      Then the techniques suggested are TEC-28, TEC-12, TEC-23
      And of TEC-11 it is said "It brought no change in sessions 5 and 6."

    Scenario: Listening brought no change three times
      Given the technique TEC-11 was used and is no-change
      And session 6 was held
      And the technique TEC-11 was used and is no-change
      And session 7 was held
      And the technique TEC-11 was used and is no-change
      And session 8 was held
      When the case is evaluated
      Then the techniques suggested are TEC-28, TEC-12, TEC-23
      And of TEC-11 it is said "It brought no change in sessions 5, 6 and 7."

  Rule: What was used last time rests, unless it is unfinished

    Background:
      Given 16 sessions are planned
      And session 4 was held
      And the focus agreed is grief
      And session 5 was held

    Scenario: The story of the death is unfinished
      Given the technique TEC-28 was used and is unfinished
      When the case is evaluated
      Then the techniques suggested are TEC-28, TEC-11, TEC-12

    Scenario: It helped
      Given the technique TEC-28 was used and is helped
      When the case is evaluated
      Then the techniques suggested are TEC-11, TEC-12, TEC-23
      And of TEC-28 it is said "Used in the last session; it helped. If it is unfinished, go on with it."

    Scenario: It changed nothing
      Given the technique TEC-28 was used and is no-change
      When the case is evaluated
      Then TEC-28 is blocked
      And of TEC-28 it is said "Used in the last session; it brought no change."

  Rule: What was used with one person says nothing of another

    Background:
      Given 16 sessions are planned
      And mother is the patient's parent
      And boss is the patient's boss
      And session 5 was held
      And the technique TEC-14 was used with regard to boss, result made-worse

    Scenario: A talk with her mother is told
      Given the session records "recent interaction with" as mother
      When the case is evaluated
      Then TEC-14 is suggested

    Scenario: A talk with the boss is told again
      Given the session records "recent interaction with" as boss
      When the case is evaluated
      Then TEC-14 is blocked
      And of TEC-14 it is said "it made things worse"

  Rule: Steadying comes before all else, when feelings overwhelm or self-injury was told

    Background:
      Given 34 sessions are planned
      And boss is the patient's boss
      And session 13 was held
      And the focus agreed is role dispute about boss
      And session 14 was held

    Scenario: A task was not done, a quarrel was told, and feelings were overwhelming
      Given the session records "recent interaction with" as boss
      And the homework records "what became of the previous task" as no
      And the session records "how feelings were shown" as overwhelming
      When the case is evaluated
      Then the techniques suggested are TEC-37, TEC-16, TEC-14

    Scenario: There is strain between the two as well
      Given the homework records "what became of the previous task" as no
      And the alliance records "signs of strain" as [irritation]
      And the risk enquiry records "self-injury without wish to die"
      When the case is evaluated
      Then the techniques suggested are TEC-37, TEC-21, TEC-16

    Scenario: Steadying was worked on last time, and feelings were overwhelming again
      Given the technique TEC-37 was used and is helped
      And the session records "how feelings were shown" as overwhelming
      When the case is evaluated
      Then the techniques suggested are TEC-37, TEC-26, TEC-15

    Scenario: Something else is unfinished
      Given the technique TEC-15 was used and is unfinished
      And the session records "how feelings were shown" as overwhelming
      When the case is evaluated
      Then the techniques suggested are TEC-37, TEC-15, TEC-26

    Scenario: Feelings were shown and could be borne
      Given the homework records "what became of the previous task" as no
      And the session records "how feelings were shown" as normal
      When the case is evaluated
      Then the techniques suggested are TEC-16, TEC-26, TEC-15

  Rule: Feelings that overwhelm hold back what calls up more of them

    Scenario: In work on grief steadying takes the place of the story of the death
      Given 16 sessions are planned
      And session 4 was held
      And the focus agreed is grief
      And session 5 was held
      And the session records "how feelings were shown" as overwhelming
      When the case is evaluated
      Then the techniques suggested are TEC-37, TEC-11, TEC-23
