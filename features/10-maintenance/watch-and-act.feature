Feature: Maintenance, when early signs come back
  Protocol MNT-19 to MNT-22. Early signs bring the next contact forward; scores that stay high, or are very high, bring back
  weekly sessions and a medical review. Item 9 above nought is handled as in every phase.

  @rule:maintenance-bring-forward
  Rule: Early signs bring the next contact of maintenance forward

    Background:
      Given a patient at intake
      And 16 sessions are planned
      And session 16 on 2026-05-02
      And the PHQ-9 is 3
      And the maintenance records "accepted" as yes

    Scenario Outline: The scores of maintenance are <scores>
      Given the PHQ-9 from session 17 on is <scores>
      When the case is evaluated
      Then it says "bring the next contact forward, to within 2 weeks"

      Examples: five and more twice in a row; a rise of five
        | scores  |
        | 5, 5    |
        | 7, 9    |
        | 2, 7    |
        | 8       |

    Scenario Outline: The scores of maintenance are <scores>, and that is no sign yet
      Given the PHQ-9 from session 17 on is <scores>
      When the case is evaluated
      Then it says nothing of this

      Examples: five once; below five in between; a rise of four
        | scores  |
        | 5       |
        | 5, 4, 5 |
        | 3, 7    |

    Scenario: The residual score of the ending does not count with that of maintenance
      Given session 16
      And the PHQ-9 is 7
      And the PHQ-9 from session 17 on is 7
      When the case is evaluated
      Then it says nothing of this

    Scenario: Ten points at the first contact, as at the end of treatment
      Given session 16
      And the PHQ-9 is 10
      And the PHQ-9 from session 17 on is 10
      When the case is evaluated
      Then it says "PHQ-9 10 (newest: session 17)"

    Scenario: Two warning signs are there
      Given session 17 was held
      And the maintenance records "personal warning signs that are there now" as [wakes at four, no calls to her sister]
      When the case is evaluated
      Then it says "warning signs now: wakes at four, no calls to her sister"

    Scenario: One warning sign is there
      Given session 17 was held
      And the maintenance records "personal warning signs that are there now" as [wakes at four]
      When the case is evaluated
      Then it says nothing of this

    Scenario: Two warning signs were there a contact ago, and today none was told
      Given session 17 was held
      And the maintenance records "personal warning signs that are there now" as [wakes at four, no calls]
      And session 18 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: A separation is told
      Given session 17 was held
      And a separation called parting, it is not known when
      When the case is evaluated
      Then it says "newly told: the separation"

    Scenario: A promotion is told
      Given session 17 was held
      And a promotion called post, it is not known when
      When the case is evaluated
      Then it says nothing of this

    Scenario: A score sent in by post after a contact that was called off
      Given the PHQ-9 from session 17 on is 3
      And session 18 was missed with notice
      And the PHQ-9 is 9
      When the case is evaluated
      Then it says "PHQ-9 3, 9 (newest: session 18)"

    Scenario: Weekly sessions are considered already
      Given the PHQ-9 from session 17 on is 11, 12
      When the case is evaluated
      Then it says nothing of this

  @rule:maintenance-bring-forward
  Rule: Before maintenance has begun, scores are those of the ending

    Scenario: Seven and eight in the ending
      Given 16 sessions are planned
      And the PHQ-9 from session 14 on is 7, 8
      When the case is evaluated
      Then it says nothing of this

  @rule:maintenance-weekly-again
  Rule: Scores that stay high, or are very high, bring back weekly sessions and a medical review

    Background:
      Given a patient at intake
      And 16 sessions are planned
      And session 16 on 2026-05-02
      And the PHQ-9 is 3
      And the maintenance records "accepted" as yes

    Scenario Outline: The scores of maintenance are <scores>, a week apart
      Given the PHQ-9 from session 17 on is <scores>
      When the case is evaluated
      Then it says "Consider weekly IPT again, under a short new contract, and a medical review"

      Examples: ten and more twice; fifteen once
        | scores |
        | 10, 10 |
        | 12, 11 |
        | 15     |

    Scenario Outline: The scores of maintenance are <scores>, and that is not enough
      Given the PHQ-9 from session 17 on is <scores>
      When the case is evaluated
      Then it says nothing of this

      Examples: once; below ten in between; nine twice
        | scores    |
        | 14        |
        | 11, 9, 11 |
        | 9, 9      |

    Scenario: Ten and more twice within six days
      Given session 17 on 2026-05-30
      And the PHQ-9 is 11
      And session 18 on 2026-06-05
      And the PHQ-9 is 12
      When the case is evaluated
      Then it says nothing of this

    Scenario: Ten and more twice, a month apart
      Given session 17 on 2026-05-30
      And the PHQ-9 is 11
      And session 18 on 2026-06-27
      And the PHQ-9 is 12
      When the case is evaluated
      Then it says "PHQ-9 11, 12 (newest: session 18)"
      And of the phase it says offer, from maintenance, to middle

    Scenario: The answers follow the pattern of an episode
      Given session 17 was held
      And the PHQ-9 answers are 2, 2, 2, 2, 2, 0, 0, 0, 0
      And the PHQ-9 records "difficulty" as 1
      When the case is evaluated
      Then it says "PHQ-9 10 (newest: session 17)"

    Scenario Outline: <how many> items are answered often enough, and life is <difficult> because of them
      Given session 17 was held
      And the PHQ-9 answers are <answers>
      And the PHQ-9 records "difficulty" as <difficulty>
      When the case is evaluated
      Then it says "PHQ-9 <total> (newest: session 17)"

      Examples:
        | how many | difficult          | answers                   | difficulty | total |
        | Five     | very difficult     | 2, 2, 2, 2, 2, 0, 0, 0, 0 | 2          | 10    |
        | Six      | somewhat difficult | 2, 2, 2, 2, 2, 2, 0, 0, 0 | 1          | 12    |

    Scenario: Four items are answered often enough
      Given session 17 was held
      And the PHQ-9 answers are 2, 2, 2, 2, 1, 1, 0, 0, 0
      And the PHQ-9 records "difficulty" as 1
      When the case is evaluated
      Then it says nothing of this

    Scenario: The same answers, and it does not make life difficult
      Given session 17 was held
      And the PHQ-9 answers are 2, 2, 2, 2, 2, 0, 0, 0, 0
      And the PHQ-9 records "difficulty" as 0
      When the case is evaluated
      Then it says nothing of this

  @rule:maintenance-weekly-again
  Rule: In other phases a high score is no step up from maintenance

    Scenario: Sixteen points in the ending
      Given 16 sessions are planned
      And session 14 was held
      And the PHQ-9 is 16
      When the case is evaluated
      Then it says nothing of this

  @rule:item-9-enquire @statement:MNT-21
  Rule: In maintenance item 9 above nought calls for the enquiry, as in every phase

    Background:
      Given a patient at intake
      And 16 sessions are planned
      And session 16 on 2026-05-02
      And the PHQ-9 is 3 with item 9 at 0
      And the maintenance records "accepted" as yes

    Scenario: Item 9 is 1 at a contact of maintenance
      Given session 17 was held
      And the PHQ-9 is 4 with item 9 at 1
      When the case is evaluated
      Then there is an alert of level 3
      And it holds back no technique advice
      And the highest alert is of level 2

    Scenario: Item 9 is nought, and nothing else is said
      Given session 17 was held
      And the PHQ-9 is 4 with item 9 at 0
      When the case is evaluated
      Then there is no alert

    Scenario: Item 9 is 1 in a score sent in by post
      Given session 17 was held
      And session 18 was missed with notice
      And the PHQ-9 is 4 with item 9 at 1
      When the case is evaluated
      Then there is an alert of level 3
