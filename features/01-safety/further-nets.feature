Feature: What else tells of danger
  Protocol A4, SAF-02, SAF-05, SAF-20 to SAF-22, SAF-25, SAF-29, with D3 (MON-19). Where the protocol names one
  questionnaire, one role or one time, the safer reading is taken: another scale that asks about suicide counts like the
  PHQ-9, a young person who tells of violence is the child for whom there is concern, and violence that was left behind
  is asked about.

  @rule:other-scale-item-enquire
  Rule: The item about suicide of another scale calls for the whole screener

    Scenario Outline: Item <item> of the <scale> is 1, and nobody has enquired
      Given session 2 was held
      And item <item> of the <scale> is 1
      When the case is evaluated
      Then there is an alert of level 3
      And it holds back no technique advice
      And it says "consider the C-SSRS screener now"

      Examples:
        | scale | item |
        | QIDS  | 12   |
        | HRSD  | 3    |

    Scenario: Nothing of suicide is ticked on the QIDS
      Given session 2 was held
      And item 12 of the QIDS is 0
      When the case is evaluated
      Then it says nothing of this

    Scenario: After the QIDS the whole screener was asked
      Given session 2 was held
      And item 12 of the QIDS is 2
      And the whole C-SSRS screener is answered no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Item 12 of the QIDS is 2, and this question is asked as well
      Given session 2 was held
      And item 12 of the QIDS is 2
      When the case is evaluated
      Then there is an alert of level 3

  @rule:other-scale-item-same-day
  Rule: Where another scale is high about suicide it is looked into on the same day

    Scenario: Item 12 of the QIDS is 2, and nobody has enquired
      Given session 2 was held
      And item 12 of the QIDS is 2
      When the case is evaluated
      Then there is an alert of level 2
      And it holds back all technique advice
      And it says "Complete the structured enquiry today"

    Scenario: Item 3 of the HRSD is 1
      Given session 2 was held
      And item 3 of the HRSD is 1
      When the case is evaluated
      Then it says nothing of this

    Scenario: The screener was asked a session later
      Given session 2 was held
      And item 3 of the HRSD is 3
      And session 3 was held
      And the whole C-SSRS screener is answered no
      When the case is evaluated
      Then it says nothing of this

  @rule:deterioration-sent-in
  Rule: A form that was sent in and is clearly worse calls for contact

    Scenario: Seven points more, from a session that was missed
      Given session 3 was held
      And the PHQ-9 is 12
      And session 4 was missed without notice
      And the PHQ-9 is 19
      When the case is evaluated
      Then there is an alert of level 3
      And it holds back no technique advice
      And it says "7 points up since the measure before (12 → 19)"

    Scenario: Four points more
      Given session 3 was held
      And the PHQ-9 is 12
      And session 4 was missed without notice
      And the PHQ-9 is 16
      When the case is evaluated
      Then it says nothing of this

    Scenario: The screener was completed on the telephone
      Given session 3 was held
      And the PHQ-9 is 12
      And session 4 was missed without notice
      And the PHQ-9 is 19
      And the whole C-SSRS screener is answered no
      When the case is evaluated
      Then it says nothing of this

  @rule:minor-tells-of-violence
  Rule: Where a young person tells of violence the safeguarding procedure comes first

    Scenario Outline: At <age> she is afraid of her father
      Given the patient records "age in years" as <age>
      And father is the patient's parent
      And the violence enquiry records "afraid of someone"
      And the violence enquiry records "from whom, by key" as father
      When the case is evaluated
      Then there is an alert of level 1
      And it holds back all technique advice
      And it says "Follow the local safeguarding procedure before this contact ends"

      Examples:
        | age |
        | 9   |
        | 17  |

    Scenario: At eighteen
      Given the patient records "age in years" as 18
      And the violence enquiry records "afraid of someone"
      When the case is evaluated
      Then it says nothing of this

    Scenario: The procedure has run, and there is no concern any more
      Given the patient records "age in years" as 15
      And the violence enquiry records "afraid of someone"
      And session 1 was held
      And the risk enquiry records "concern for a child or dependent adult" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nobody told of violence
      Given the patient records "age in years" as 15
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is told with regard to whom, and when it was told
      Given the patient records "age in years" as 15
      And father is the patient's parent
      And the violence enquiry records "afraid of someone"
      And the violence enquiry records "from whom, by key" as father
      When the case is evaluated
      Then it says "with regard to father was told at the intake"

  @rule:leaving-violence-ask
  Rule: Whoever left violence is asked alone whether they are safe now

    Background:
      Given the low mood began 4 months before the intake
      And husband is the patient's ex-partner
      And a leaving-violence called left-home, 9 weeks before the low mood began
      And about event left-home it is known: "the person it is about, by key" as husband

    Scenario: Nobody has asked
      When the case is evaluated
      Then it says "Are you safe from this person now?"
      And the answer is needed for safety
      And this is about husband

    Scenario: Asked alone, there is none any more
      Given the violence enquiry records:
        | violence, threats or coercive control now | no  |
        | afraid of someone                         | no  |
        | asked alone and in private                | yes |
      When the case is evaluated
      Then it says nothing of this

    Scenario: She still is afraid, which has its own alert
      Given the violence enquiry records "afraid of someone"
      And the violence enquiry records "from whom, by key" as husband
      When the case is evaluated
      Then it says nothing of this

  @rule:violence-ask-alone
  Rule: Who lives in the same home or gives care is asked about like family

    Scenario: A quarrel with a friend who lives with her
      Given flatmate is the patient's friend
      And about person flatmate it is known: "lives in the same home"
      And there is a conflict with flatmate
      When the case is evaluated
      Then this is about flatmate

    Scenario: A quarrel with the carer
      Given anna is the patient's carer
      And there is a conflict with anna
      When the case is evaluated
      Then this is about anna

  @rule:birth-was-due
  Rule: When the day a birth was due has passed it is asked about

    Scenario: The baby was due three weeks ago
      Given an intake on 2026-01-10
      And the patient records:
        | pregnant now               | yes        |
        | the expected date of birth | 2026-02-10 |
      When the case is evaluated on 2026-03-03
      Then it says "Has the baby been born?"
      And the answer is needed for safety

    Scenario: It is still to come
      Given an intake on 2026-01-10
      And the patient records:
        | pregnant now               | yes        |
        | the expected date of birth | 2026-06-10 |
      When the case is evaluated on 2026-03-03
      Then it says nothing of this

    Scenario: The weeks since the birth are recorded
      Given an intake on 2026-01-10
      And the patient records:
        | weeks postpartum           | 4          |
        | the expected date of birth | 2025-12-10 |
      When the case is evaluated on 2026-01-10
      Then it says nothing of this

  @rule:severe-score-item-9-open
  Rule: With a severe score a missing answer to item 9 is asked in the session

    Scenario: Only the total of 22 is recorded
      Given session 2 was held
      And the PHQ-9 is 22
      When the case is evaluated
      Then there is an alert of level 3
      And it holds back no technique advice
      And it says "ask it aloud in this session"

    Scenario: The total is 19
      Given session 2 was held
      And the PHQ-9 is 19
      When the case is evaluated
      Then it says nothing of this

    Scenario: The total is 22 and item 9 is nought
      Given session 2 was held
      And the PHQ-9 is 22 with item 9 at 0
      When the case is evaluated
      Then it says nothing of this

    Scenario: In the next session nobody asked
      Given session 2 was held
      And the PHQ-9 is 22
      And session 3 was held
      When the case is evaluated
      Then there is an alert of level 3
      And it says "neither that answer nor a whole screener was recorded since"

    Scenario: In the next session the total is low, and item 9 is open again
      Given session 2 was held
      And the PHQ-9 is 22
      And session 3 was held
      And the PHQ-9 is 8
      When the case is evaluated
      Then there is an alert of level 3
      And it says "A PHQ-9 total was 22"

    Scenario: In the next session item 9 was answered
      Given session 2 was held
      And the PHQ-9 is 22
      And session 3 was held
      And the PHQ-9 is 21 with item 9 at 0
      When the case is evaluated
      Then it says nothing of this

    Scenario: In the next session the whole screener was asked
      Given session 2 was held
      And the PHQ-9 is 22
      And session 3 was held
      And the whole C-SSRS screener is answered no
      When the case is evaluated
      Then it says nothing of this

    Scenario: The total is 22 and the whole screener was asked
      Given session 2 was held
      And the PHQ-9 is 22
      And the whole C-SSRS screener is answered no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Only the total of 20 is recorded
      Given session 2 was held
      And the PHQ-9 is 20
      When the case is evaluated
      Then there is an alert of level 3
