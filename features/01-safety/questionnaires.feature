Feature: What a questionnaire tells about danger
  Protocol A4, SAF-03 to SAF-05, SAF-26, SAF-29, SAF-30, with D3 (MON-19) and G2. A questionnaire starts an enquiry and
  does not replace it: only the whole C-SSRS screener, in the same contact or later, is taken for the enquiry.

  @rule:item-9-enquire
  Rule: Item 9 above nought calls for the whole screener before the contact ends

    Scenario Outline: Item 9 is <score> and no screener was asked
      Given session 2 was held
      And PHQ-9 item 9 is <score>
      When the case is evaluated
      Then there is an alert of level 3
      And it says "Item 9 of the PHQ-9 was <score> at session 2, and stands"

      Examples:
        | score |
        | 1     |
        | 2     |
        | 3     |

    Scenario: Item 9 is nought
      Given session 2 was held
      And PHQ-9 item 9 is 0
      When the case is evaluated
      Then it says nothing of this

    Scenario: Item 9 was left blank
      Given session 2 was held
      And the PHQ-9 answers are 2,2,2,2,2,2,1,1,-
      When the case is evaluated
      Then it says nothing of this

    Scenario: Only a part of the screener was asked
      Given session 2 was held
      And PHQ-9 item 9 is 1
      And C-SSRS question 1 is answered no
      When the case is evaluated
      Then there is an alert of level 3

    Scenario: After item 9 the whole screener was asked
      Given session 2 was held
      And PHQ-9 item 9 is 1
      And the whole C-SSRS screener is answered no
      When the case is evaluated
      Then it says nothing of this

    Scenario: A week later nothing was asked: item 9 still stands
      Given session 2 was held
      And PHQ-9 item 9 is 1
      And the whole C-SSRS screener is answered no
      And session 3 was held
      When the case is evaluated
      Then it says "was 1 at session 2, and stands"

  @rule:item-9-same-day
  Rule: Item 9 of 2 or more, or risen, is looked into on the same day

    Scenario Outline: Item 9 is <score> and nobody has enquired
      Given a patient at intake
      And PHQ-9 item 9 is <score>
      When the case is evaluated
      Then there is an alert of level 2
      And it says "Complete the structured enquiry today"

      Examples:
        | score |
        | 2     |
        | 3     |

    Scenario: Item 9 is 1, and it is the first time
      Given a patient at intake
      And PHQ-9 item 9 is 1
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: Item 9 went from <before> to <now>
      Given session 1 was held
      And PHQ-9 item 9 is <before>
      And the whole C-SSRS screener is answered no
      And session 2 was held
      And PHQ-9 item 9 is <now>
      When the case is evaluated
      Then there is an alert of level 2

      Examples:
        | before | now |
        | 0      | 1   |
        | 1      | 2   |
        | 2      | 3   |

    Scenario: Item 9 is 1, as it was before
      Given session 1 was held
      And PHQ-9 item 9 is 1
      And session 2 was held
      And PHQ-9 item 9 is 1
      When the case is evaluated
      Then it says nothing of this

    Scenario: A rise shows across a session in which the item was left blank
      Given session 1 was held
      And PHQ-9 item 9 is 0
      And session 2 was held
      And the PHQ-9 is 12
      And session 3 was held
      And PHQ-9 item 9 is 1
      When the case is evaluated
      Then there is an alert of level 2
      And it holds back all technique advice

    Scenario: A nought next time does not take back a 2 that nobody enquired into
      Given session 1 was held
      And PHQ-9 item 9 is 2
      And session 2 was held
      And PHQ-9 item 9 is 0
      When the case is evaluated
      Then it says "Item 9 of the PHQ-9 was 2 at session 1"

    Scenario: A part of the screener is no enquiry
      Given session 1 was held
      And PHQ-9 item 9 is 2
      And C-SSRS questions 1 and 2 are answered no
      When the case is evaluated
      Then there is an alert of level 2

    Scenario: The screener was asked on the telephone after a missed session
      Given session 1 was held
      And PHQ-9 item 9 is 3
      And session 2 was missed without notice
      And the whole C-SSRS screener is answered no
      When the case is evaluated
      Then it says nothing of this

    Scenario: The enquiry is recorded, whatever it told
      Given session 1 was held
      And PHQ-9 item 9 is 3
      And the whole C-SSRS screener is answered no
      And C-SSRS question 1 is answered yes
      When the case is evaluated
      Then it says nothing of this

  @rule:epds-item-10-enquire
  Rule: Item 10 of the EPDS is handled like item 9

    Scenario Outline: Item 10 is <score> and no screener was asked
      Given session 2 was held
      And EPDS item 10 is <score>
      When the case is evaluated
      Then there is an alert of level 3
      And it holds back no technique advice
      And it says "Ask about thoughts concerning the baby"

      Examples:
        | score |
        | 1     |
        | 3     |

    Scenario: Item 10 is nought
      Given session 2 was held
      And EPDS item 10 is 0
      When the case is evaluated
      Then it says nothing of this

    Scenario: Only the total of the EPDS was recorded
      Given session 2 was held
      And the EPDS is 14
      When the case is evaluated
      Then it says nothing of this

    Scenario: After item 10 the whole screener was asked
      Given session 2 was held
      And EPDS item 10 is 1
      And the whole C-SSRS screener is answered no
      When the case is evaluated
      Then it says nothing of this

  @rule:epds-item-10-same-day
  Rule: Item 10 of the EPDS of 2 or more, or risen, is looked into on the same day

    Scenario: Item 10 is 2
      Given a patient at intake
      And EPDS item 10 is 2
      When the case is evaluated
      Then there is an alert of level 2
      And it holds back all technique advice
      And it says "who is at home with the person"

    Scenario: Item 10 is 1, and it is the first time
      Given a patient at intake
      And EPDS item 10 is 1
      When the case is evaluated
      Then it says nothing of this

    Scenario: Item 10 went from nought to 1
      Given session 1 was held
      And EPDS item 10 is 0
      And session 2 was held
      And EPDS item 10 is 1
      When the case is evaluated
      Then there is an alert of level 2

    Scenario: Item 9 of the other questionnaire before it makes no rise
      Given session 1 was held
      And PHQ-9 item 9 is 0
      And session 2 was held
      And EPDS item 10 is 1
      When the case is evaluated
      Then it says nothing of this

    Scenario: The screener was asked in the next session
      Given session 1 was held
      And EPDS item 10 is 3
      And session 2 was held
      And the whole C-SSRS screener is answered no
      When the case is evaluated
      Then it says nothing of this

  @rule:severe-depression-with-item-9
  Rule: A total of 20 or more with item 9 above nought is a matter of the same day

    Scenario Outline: The total is <total> and item 9 is <item>
      Given a patient at intake
      And the PHQ-9 is <total> with item 9 at <item>
      When the case is evaluated
      Then there is an alert of level 2
      And it says "Ask about sleep, food, drink and being alone"

      Examples:
        | total | item |
        | 20    | 1    |
        | 27    | 3    |

    Scenario Outline: It is not both: the total is <total> and item 9 is <item>
      Given a patient at intake
      And the PHQ-9 is <total> with item 9 at <item>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | total | item |
        | 19    | 1    |
        | 24    | 0    |

    Scenario: A screener with nothing but noes does not make it less severe
      Given a patient at intake
      And the PHQ-9 is 20 with item 9 at 1
      And the whole C-SSRS screener is answered no
      When the case is evaluated
      Then there is an alert of level 2
      And it holds back all technique advice

    Scenario: Item 9 of last week stands beside the total of today
      Given session 1 was held
      And the PHQ-9 is 14 with item 9 at 1
      And session 2 was held
      And the PHQ-9 is 21 with item 9 at 0
      When the case is evaluated
      Then it says "total is 21 (20 or more), and item 9 is 1 (at session 1)"

    Scenario: A severe total, and item 9 was left blank
      Given a patient at intake
      And the PHQ-9 is 22
      When the case is evaluated
      Then it says nothing of this

  @rule:same-day-contact-for-severe-depression
  Rule: With severe depression and item 9 above nought a physician is contacted on the same day

    Scenario: The total is 20 and item 9 is 1
      Given a patient at intake
      And the PHQ-9 is 20 with item 9 at 1
      When the case is evaluated
      Then it says "Consider contact with a physician or psychiatrist today"

    Scenario Outline: No physician is named with a total of <total> and item 9 at <item>
      Given a patient at intake
      And the PHQ-9 is <total> with item 9 at <item>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | total | item |
        | 19    | 2    |
        | 24    | 0    |

  @rule:ask-risk-when-worse
  Rule: When the PHQ-9 rose by 5 or more since last time suicide is asked about again

    Scenario Outline: It went from 12 to <now>
      Given session 1 was held
      And the PHQ-9 is 12
      And session 2 was held
      And the PHQ-9 is <now>
      When the case is evaluated
      Then it says "<rise> points above the one before"
      And the answer is needed for safety

      Examples:
        | now | rise |
        | 17  | 5    |
        | 19  | 7    |

    Scenario: It went from 12 to 16
      Given session 1 was held
      And the PHQ-9 is 12
      And session 2 was held
      And the PHQ-9 is 16
      When the case is evaluated
      Then it says nothing of this

    Scenario: It rose, and suicide was asked about in the same session
      Given session 1 was held
      And the PHQ-9 is 12
      And session 2 was held
      And the PHQ-9 is 19
      And the patient was asked directly about suicide
      When the case is evaluated
      Then it says nothing of this

    Scenario: It rose last week, and this week nothing was measured
      Given session 1 was held
      And the PHQ-9 is 12
      And session 2 was held
      And the PHQ-9 is 19
      And session 3 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: There is nothing to compare with
      Given session 1 was held
      And the PHQ-9 is 24
      When the case is evaluated
      Then it says nothing of this

  @rule:deterioration-enquiry
  Rule: A clear worsening calls for the screener in the same session, whatever item 9 says

    Scenario: Six points above baseline, in two small steps, with item 9 at nought
      Given the PHQ-9 is 12 with item 9 at 0
      And session 1 was held
      And the PHQ-9 is 15 with item 9 at 0
      And session 2 was held
      And the PHQ-9 is 18 with item 9 at 0
      When the case is evaluated
      Then there is an alert of level 3
      And it holds back no technique advice
      And it says "6 points above baseline (12 → 18)"

    Scenario: Five points above baseline, in two small steps
      Given the PHQ-9 is 12 with item 9 at 0
      And session 1 was held
      And the PHQ-9 is 15 with item 9 at 0
      And session 2 was held
      And the PHQ-9 is 17 with item 9 at 0
      When the case is evaluated
      Then it says nothing of this

    Scenario: Five points since the measure before, and better than at baseline
      Given the PHQ-9 is 18
      And session 1 was held
      And the PHQ-9 is 11
      And session 2 was held
      And the PHQ-9 is 16
      When the case is evaluated
      Then it says "5 points up since the measure before (11 → 16)"

    Scenario: Four points since the measure before, and better than at baseline
      Given the PHQ-9 is 18
      And session 1 was held
      And the PHQ-9 is 11
      And session 2 was held
      And the PHQ-9 is 15
      When the case is evaluated
      Then it says nothing of this

    Scenario: It entered a higher band twice in a row
      Given the PHQ-9 is 12
      And session 1 was held
      And the PHQ-9 is 9
      And session 2 was held
      And the PHQ-9 is 11
      And session 3 was held
      And the PHQ-9 is 15
      When the case is evaluated
      Then it says "into a higher band at each of the last measures (9 → 11 → 15)"

    Scenario: A part of the screener is not the enquiry
      Given the PHQ-9 is 12
      And session 1 was held
      And the PHQ-9 is 18
      And C-SSRS question 1 is answered no
      When the case is evaluated
      Then there is an alert of level 3

    Scenario: The screener of the intake does not speak of today
      Given the PHQ-9 is 12
      And the whole C-SSRS screener is answered no
      And session 1 was held
      And the PHQ-9 is 18
      When the case is evaluated
      Then it says "No complete C-SSRS screener is recorded since"

    Scenario: The screener was completed in the same session
      Given the PHQ-9 is 12
      And session 1 was held
      And the PHQ-9 is 18
      And the whole C-SSRS screener is answered no
      When the case is evaluated
      Then it says nothing of this

    Scenario: The screener was completed on the telephone after a missed session
      Given the PHQ-9 is 12
      And session 1 was held
      And the PHQ-9 is 18
      And session 2 was missed without notice
      And the whole C-SSRS screener is answered no
      When the case is evaluated
      Then it says nothing of this

  @rule:deterioration-after-enquiry
  Rule: After the enquiry a worsening stays in view until the score is better

    Scenario: The screener was completed in the session of the rise
      Given the PHQ-9 is 12
      And session 1 was held
      And the PHQ-9 is 18
      And the whole C-SSRS screener is answered no
      When the case is evaluated
      Then there is an alert of level caution
      And it holds back no technique advice
      And it says "Ask about suicide again at the next session"

    Scenario: The screener was completed a session later
      Given the PHQ-9 is 12
      And session 1 was held
      And the PHQ-9 is 18
      And session 2 was held
      And the whole C-SSRS screener is answered no
      When the case is evaluated
      Then it says "At session 1 it is 6 points above baseline"

    Scenario: Nobody has enquired yet
      Given the PHQ-9 is 12
      And session 1 was held
      And the PHQ-9 is 18
      When the case is evaluated
      Then it says nothing of this

    Scenario: The score is better again
      Given the PHQ-9 is 12
      And session 1 was held
      And the PHQ-9 is 18
      And session 2 was held
      And the PHQ-9 is 13
      And the whole C-SSRS screener is answered no
      When the case is evaluated
      Then it says nothing of this
