Feature: When an extension is asked for
  Protocol END-30 and INI-47. An extension is a new contract with a number and an aim, of up to four sessions, once, while
  steady improvement is under way.

  @rule:extension-new-contract
  Rule: With steady improvement an extension is agreed on as a new contract

    Scenario: Falling over three scores, and more sessions are asked for in session 14
      Given 16 sessions are planned
      And the PHQ-9 from session 12 on is 14, 12, 12, 9
      And session 14
      And the ending records "an extension is asked for"
      When the case is evaluated
      Then it says "It was asked for at session 14, and the PHQ-9 has been falling steadily (12, 12, 9)"
      And of the plan it says due
      And it says "agree on a new contract, up to 4 sessions, once"

    Scenario Outline: More sessions are asked for, and the PHQ-9 went <scores>
      Given 16 sessions are planned
      And the PHQ-9 from session 12 on is <scores>
      And the ending records "an extension is asked for"
      When the case is evaluated
      Then it says nothing of this

      Examples: a rise between; no fall; too few
        | scores     |
        | 12, 9, 10  |
        | 12, 12, 12 |
        | 12, 9      |

    Scenario Outline: Asked for in session 13, and in session 14 the answer is <answer>
      Given 16 sessions are planned
      And the PHQ-9 from session 11 on is 14, 12, 9
      And the ending records "an extension is asked for"
      And session 14 was held
      And the ending records "an extension is asked for" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer |
        | no     |

    Scenario: It was agreed on in the next session, with a new number
      Given 16 sessions are planned
      And the PHQ-9 from session 11 on is 14, 12, 9
      And the ending records "an extension is asked for"
      And session 14 was held
      And 20 sessions are planned
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nobody asked for one
      Given 16 sessions are planned
      And the PHQ-9 from session 12 on is 14, 12, 9
      When the case is evaluated
      Then it says nothing of this

  @rule:extension-limits
  Rule: A second extension, or one without steady improvement, is looked at as the wish it is

    Scenario: The PHQ-9 has stopped falling
      Given 16 sessions are planned
      And the PHQ-9 from session 12 on is 12, 12, 13
      And the ending records "an extension is asked for"
      When the case is evaluated
      Then it says "Steady improvement: no (PHQ-9 12, 12, 13)"
      And of the plan it says due

    Scenario: The contract was extended from twelve to sixteen before
      Given 12 sessions are planned
      And session 11 was held
      And 16 sessions are planned
      And the PHQ-9 from session 13 on is 14, 12, 9
      And the ending records "an extension is asked for"
      When the case is evaluated
      Then it says "Extended before: yes"

    Scenario: The number was raised in the initial phase, which is no extension
      Given 12 sessions are planned
      And session 2 was held
      And 16 sessions are planned
      And the PHQ-9 from session 13 on is 14, 12, 9
      And the ending records "an extension is asked for"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Asked for the first time, with steady improvement
      Given 16 sessions are planned
      And the PHQ-9 from session 12 on is 14, 12, 9
      And the ending records "an extension is asked for"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Too few scores tell, and nothing is concluded
      Given 16 sessions are planned
      And the PHQ-9 from session 13 on is 12, 13
      And the ending records "an extension is asked for"
      When the case is evaluated
      Then it says nothing of this

  @rule:extension-score-first
  Rule: Where scores do not tell, one is taken before more sessions are decided on

    Scenario: Only two scores are recorded
      Given 16 sessions are planned
      And the PHQ-9 from session 13 on is 12, 9
      And the ending records "an extension is asked for"
      When the case is evaluated
      Then it says "too few scores, or too old ones, are recorded (PHQ-9 12, 9)"
      And the answer is needed for ending

    Scenario: The newest score is fifteen days old
      Given 16 sessions are planned
      And the PHQ-9 from session 12 on is 14, 12, 9
      And the ending records "an extension is asked for"
      When the case is evaluated on 2026-05-03
      Then it says "take a PHQ-9 before you decide"

    Scenario: Three scores tell
      Given 16 sessions are planned
      And the PHQ-9 from session 12 on is 14, 12, 9
      And the ending records "an extension is asked for"
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was extended before, and scores would not change the answer
      Given 12 sessions are planned
      And session 11 was held
      And 16 sessions are planned
      And session 14 was held
      And the ending records "an extension is asked for"
      When the case is evaluated
      Then it says nothing of this
