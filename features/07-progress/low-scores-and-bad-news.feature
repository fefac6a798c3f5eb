Feature: Low scores, bad news and what moved beside the PHQ-9
  Protocol MON-06, MON-17, MON-19 and MEA-31: a score is read with what is known, and told once.

  @rule:phq9-not-reliably-changed
  Rule: Who began with few symptoms, or is well, has no change to wait for

    Scenario Outline: From <first> to <now> in session 6
      Given a patient at intake
      And the PHQ-9 is <first>
      And session 6 was held
      And the PHQ-9 is <now>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | first | now |
        | 7     | 7   |
        | 9     | 8   |
        | 4     | 3   |

    Scenario: From ten to eight
      Given a patient at intake
      And the PHQ-9 is 10
      And session 6 was held
      And the PHQ-9 is 8
      When the case is evaluated
      Then it says "No reliable change yet since the intake"

    Scenario: In maintenance
      Given a patient at intake
      And the PHQ-9 is 10
      And session 17 was held
      And the phase is recorded as maintenance
      And the PHQ-9 is 8
      When the case is evaluated
      Then it says nothing of this

  @rule:off-track
  Rule: On the day of bad news nothing is called off track

    Background:
      Given 16 sessions are planned
      And the PHQ-9 is 17
      And session 8
      And the PHQ-9 is 14

    Scenario: His wife has left
      Given a separation called wife-left on 2026-03-03
      When the case is evaluated
      Then it says nothing of this

    Scenario: A promotion is told
      Given a promotion called new-post on 2026-03-03
      When the case is evaluated
      Then it says "Off track"

  @rule:deterioration-supervision
  Rule: What was told of late is put beside a rise

    Scenario: The mill was sold
      Given a patient at intake
      And the PHQ-9 is 8
      And session 9 was held
      And a financial-change called mill-sold on 2026-03-01
      And the PHQ-9 is 15
      When the case is evaluated
      Then it says "told of late: the change in finances (mill sold)"

    Scenario: Nothing was told
      Given a patient at intake
      And the PHQ-9 is 8
      And session 9 was held
      And the PHQ-9 is 15
      When the case is evaluated
      Then it says "no new event is recorded"

  @rule:other-measures-change
  Rule: The numbers stand in the head

    Scenario: The EPDS rises
      Given the EPDS is 14
      And session 2
      And the EPDS is 16
      When the case is evaluated
      Then it says "Beside the PHQ-9: EPDS 14 → 16 (+2)"
