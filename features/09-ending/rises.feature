Feature: A rise of the PHQ-9 near the end
  Protocol END-12 and MON-21. Near the end a small rise is looked at first as a reaction to parting, and measured again.
  Five points or more, or a rise of item 9, are a deterioration.

  @rule:rise-as-reaction
  Rule: A small rise in the ending is looked at first as a reaction to parting

    Background:
      Given 16 sessions are planned
      And session 13 was held
      And the PHQ-9 is 6 with item 9 at 0
      And session 14 was held

    Scenario Outline: From 6 to <now>, and item 9 stays at nought
      Given the PHQ-9 is <now> with item 9 at 0
      When the case is evaluated
      Then it says "It went from 6 to <now> between session 13 and session 14; item 9 did not rise"
      And it says "Take the PHQ-9 again at the next session"

      Examples:
        | now |
        | 7   |
        | 10  |

    Scenario Outline: From 6 to <now> with item 9 at <item>
      Given the PHQ-9 is <now> with item 9 at <item>
      When the case is evaluated
      Then it says nothing of this

      Examples: no rise; five points; item 9 rose
        | now | item |
        | 6   | 0    |
        | 11  | 0    |
        | 8   | 1    |

    Scenario: The answer to item 9 is not recorded
      Given the PHQ-9 is 8
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was not measured again
      When the case is evaluated
      Then it says nothing of this

    Scenario: A slow rise that is six points above the first score by now
      Given the intake again
      And the PHQ-9 is 3 with item 9 at 0
      And session 14 was held
      And the PHQ-9 is 9 with item 9 at 0
      When the case is evaluated
      Then it says nothing of this

  @rule:rise-as-reaction
  Rule: In the middle phase a small rise is no matter of parting

    Scenario: From 6 to 8 in session 8
      Given 16 sessions are planned
      And session 7 was held
      And the PHQ-9 is 6 with item 9 at 0
      And session 8 was held
      And the PHQ-9 is 8 with item 9 at 0
      When the case is evaluated
      Then it says nothing of this

  @rule:rise-with-item-9
  Rule: A rise of item 9 near the end is handled as a deterioration

    Background:
      Given 16 sessions are planned
      And session 13 was held
      And the PHQ-9 is 6 with item 9 at 0
      And session 14 was held

    Scenario: The total rose by two points, one of them in item 9
      Given the PHQ-9 is 8 with item 9 at 1
      When the case is evaluated
      Then it says "item 9 of the PHQ-9 is higher than at session 13; the total went from 6 to 8"
      And the highest alert is of level 2

    Scenario: Item 9 did not rise
      Given the PHQ-9 is 8 with item 9 at 0
      When the case is evaluated
      Then it says nothing of this

    Scenario: The total rose by five points as well, which is told as a deterioration
      Given the PHQ-9 is 11 with item 9 at 1
      When the case is evaluated
      Then it says nothing of this

    Scenario: What item 9 is now was not recorded
      Given the PHQ-9 is 8
      When the case is evaluated
      Then it says nothing of this

  @rule:deterioration-supervision
  Rule: Five points or more in the ending are a deterioration like any other

    Scenario: From 6 to 11 in session 14
      Given 16 sessions are planned
      And session 13 was held
      And the PHQ-9 is 6 with item 9 at 0
      And session 14 was held
      And the PHQ-9 is 11 with item 9 at 0
      When the case is evaluated
      Then it says "5 points up since the measure before (6 → 11)"

    Scenario: From 6 to 10 in session 14
      Given 16 sessions are planned
      And session 13 was held
      And the PHQ-9 is 6 with item 9 at 0
      And session 14 was held
      And the PHQ-9 is 10 with item 9 at 0
      When the case is evaluated
      Then it says nothing of this
