Feature: What speaks of danger whatever the questionnaire says
  Protocol A4, SAF-02, SAF-06, SAF-28, SAF-29 and SAF-32. Item 9 at nought, or left blank, does not exclude risk: with a
  sign, a loss or a clinician's worry beside it, suicide is asked about aloud.

  @rule:self-injury
  Rule: Self-injury is enquired into apart from thoughts of suicide

    Scenario: She cut herself after the quarrel, and item 9 is nought
      Given a patient at intake
      And PHQ-9 item 9 is 0
      And the risk enquiry records "self-injury without wish to die"
      When the case is evaluated
      Then there is an alert of level 3
      And it holds back no technique advice
      And it says "Ask about suicidal thoughts apart from it"

    Scenario: It was found when the topic was asked about
      Given a patient at intake
      And the patient was asked about self-injury and there were some
      When the case is evaluated
      Then there is an alert of level 3

    Scenario: Thoughts of suicide do not stand for it
      Given a patient at intake
      And C-SSRS questions 1 and 2 are answered yes
      And the risk enquiry records "self-injury without wish to die" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: A later session records that there is none
      Given a patient at intake
      And the risk enquiry records "self-injury without wish to die"
      And session 1 was held
      And the risk enquiry records "self-injury without wish to die" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: A past attempt is not self-injury without a wish to die
      Given a patient at intake
      And the risk enquiry records "an attempt at any time in the past"
      And the risk enquiry records "self-injury without wish to die" as no
      When the case is evaluated
      Then it says nothing of this

  @rule:past-attempt-when
  Rule: Of a past attempt it is asked when it was

    Scenario Outline: An attempt was told, and <screener>
      Given a patient at intake
      And the risk enquiry records "an attempt at any time in the past"
      And <screener>
      When the case is evaluated
      Then there is an alert of level 3
      And it says "would make it as urgent as intent"

      Examples:
        | screener                                                          |
        | PHQ-9 item 9 is 0                                                 |
        | suicidal behaviour in the last three months is answered not known |
        | C-SSRS question 6 is answered no                                  |

    Scenario: It was found when past attempts were asked about
      Given a patient at intake
      And the patient was asked about past attempts and there were some
      When the case is evaluated
      Then there is an alert of level 3
      And it holds back no technique advice

    Scenario: The screener denies the last three months
      Given a patient at intake
      And the risk enquiry records "an attempt at any time in the past"
      And suicidal behaviour in the last three months is answered no
      When the case is evaluated
      Then it says nothing of this

    Scenario: A screener from before the attempt was told settles nothing
      Given a patient at intake
      And suicidal behaviour in the last three months is answered no
      And session 3 was held
      And the risk enquiry records "an attempt at any time in the past"
      When the case is evaluated
      Then it says "A past attempt was recorded at session 3"

    Scenario: Behaviour told in the screener has its own alert
      Given a patient at intake
      And the risk enquiry records "an attempt at any time in the past"
      And C-SSRS question 6 is answered yes
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: Whether there was an attempt is answered <answer>
      Given a patient at intake
      And the risk enquiry records "an attempt at any time in the past" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | no        |
        | not known |

    Scenario: Self-injury is told later, and is not taken for the attempt
      Given a patient at intake
      And the risk enquiry records "an attempt at any time in the past"
      And session 2 was held
      And the risk enquiry records "self-injury without wish to die"
      When the case is evaluated
      Then it says "A past attempt was recorded at the intake"
      And it does not say "A past attempt was recorded at session 2"

  @rule:clinician-concern
  Rule: The clinician's own concern is enough for an enquiry

    Scenario: Everything was denied, and the therapist is worried
      Given session 5 was held
      And the whole C-SSRS screener is answered no
      And the PHQ-9 is 4 with item 9 at 0
      And the risk enquiry records "the clinician is concerned, whatever the answers"
      When the case is evaluated
      Then there is an alert of level 3
      And it holds back no technique advice
      And it says "Ask directly and in detail, and say what worries you"

    Scenario: The concern of last time stands when nothing more was recorded
      Given session 5 was held
      And the risk enquiry records "the clinician is concerned, whatever the answers"
      And session 6 was held
      When the case is evaluated
      Then it says "The clinician's own concern is recorded at session 5"

    Scenario: The concern has passed
      Given session 5 was held
      And the risk enquiry records "the clinician is concerned, whatever the answers"
      And session 6 was held
      And the risk enquiry records "the clinician is concerned, whatever the answers" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: A recent discharge is a caution of its own
      Given a patient at intake
      And the risk enquiry records "recent discharge from hospital"
      When the case is evaluated
      Then it says nothing of this

  @rule:risk-factor-stands
  Rule: After a discharge, or with new severe symptoms, care is taken until it has passed

    Scenario Outline: <factor> at the intake, and nothing more since
      Given a patient at intake
      And the risk enquiry records "<factor>"
      And session 1 was held
      When the case is evaluated
      Then there is an alert of level caution
      And it says "Keep asking directly in each session"

      Examples:
        | factor                         |
        | recent discharge from hospital |
        | new severe symptoms            |

    Scenario: The discharge has the head to itself
      Given a patient at intake
      And the risk enquiry records "recent discharge from hospital"
      When the case is evaluated
      Then it says "Recorded: a recent discharge from hospital. Keep asking directly in each session"
      And it holds back no technique advice

    Scenario: A discharge that was told eight weeks ago is asked about
      Given a patient at intake
      And the risk enquiry records "recent discharge from hospital"
      And session 8 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is recorded that the discharge is no longer recent
      Given a patient at intake
      And the risk enquiry records "recent discharge from hospital"
      And session 6 was held
      And the risk enquiry records "recent discharge from hospital" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Whether the symptoms are new is not known
      Given a patient at intake
      And the risk enquiry records "new severe symptoms" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: A past attempt has its own question
      Given a patient at intake
      And the risk enquiry records "an attempt at any time in the past"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Four weeks after it was told the discharge is still taken for recent
      Given a patient at intake
      And the risk enquiry records "recent discharge from hospital"
      When the case is evaluated on 2026-02-07
      Then it says "Keep asking directly in each session"

    Scenario: A day more than four weeks after it was told the discharge is asked about
      Given a patient at intake
      And the risk enquiry records "recent discharge from hospital"
      When the case is evaluated on 2026-02-08
      Then it says nothing of this

    Scenario: Psychotic symptoms are told, and no such factor
      Given a patient at intake
      And the diagnosis records "psychotic symptoms now"
      When the case is evaluated
      Then it says nothing of this

  @rule:risk-factor-still-holds
  Rule: After four weeks it is asked whether it still holds

    Scenario Outline: <factor> at the intake, and session 8 was held
      Given a patient at intake
      And the risk enquiry records "<factor>"
      And session 8 was held
      When the case is evaluated
      Then there is an alert of level caution
      And it holds back no technique advice
      And it says "<head>"
      And it says "8 weeks ago"

      Examples:
        | factor                         | head                                                                                    |
        | recent discharge from hospital | Recorded at the intake: a recent discharge from hospital. Ask whether this still holds |
        | new severe symptoms            | Recorded at the intake: new severe symptoms. Ask whether this still holds              |

    Scenario: It was told again in session 6
      Given a patient at intake
      And the risk enquiry records "recent discharge from hospital"
      And session 6 was held
      And the risk enquiry records "recent discharge from hospital"
      And session 8 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was recorded in session 6 that the discharge is no longer recent
      Given a patient at intake
      And the risk enquiry records "recent discharge from hospital"
      And session 6 was held
      And the risk enquiry records "recent discharge from hospital" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Four weeks after it was told it is not asked yet whether it still holds
      Given a patient at intake
      And the risk enquiry records "recent discharge from hospital"
      When the case is evaluated on 2026-02-07
      Then it says nothing of this

    Scenario: A day more than four weeks after it was told it is asked whether it still holds
      Given a patient at intake
      And the risk enquiry records "recent discharge from hospital"
      When the case is evaluated on 2026-02-08
      Then it says "Ask whether this still holds"

    Scenario: Psychotic symptoms were told eight weeks ago, and no such factor
      Given a patient at intake
      And the diagnosis records "psychotic symptoms now"
      And session 8 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: At the intake there was no discharge, and session 8 was held
      Given a patient at intake
      And the risk enquiry records "recent discharge from hospital" as no
      And session 8 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:ask-directly-with-risk-sign
  Rule: With a sign of risk suicide is asked about aloud, though item 9 is nought

    Scenario Outline: Item 9 is nought, and told was: <sign>
      Given a patient at intake
      And PHQ-9 item 9 is 0
      And the risk enquiry records "<sign>"
      When the case is evaluated
      Then it says "Ask directly about suicide; item 9 alone does not settle it"

      Examples:
        | sign                                             |
        | an attempt at any time in the past               |
        | recent discharge from hospital                   |
        | new severe symptoms                              |
        | self-injury without wish to die                  |
        | the clinician is concerned, whatever the answers |

    Scenario: There is no questionnaire at all
      Given a patient at intake
      And the risk enquiry records "an attempt at any time in the past"
      When the case is evaluated
      Then it says "No item 9 above nought stands, which does not exclude risk"
      And the answer is needed for safety

    Scenario: The question of last week is not the question of today
      Given session 1 was held
      And the risk enquiry records "self-injury without wish to die"
      And the patient was asked directly about suicide
      And session 2 was held
      When the case is evaluated
      Then it says "Ask directly about suicide"

    Scenario: It was asked in this session
      Given a patient at intake
      And the risk enquiry records "an attempt at any time in the past"
      And the patient was asked directly about suicide
      When the case is evaluated
      Then it says nothing of this

    Scenario: Item 9 above nought has its own alert
      Given a patient at intake
      And PHQ-9 item 9 is 1
      And the risk enquiry records "recent discharge from hospital"
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: Whether there was an attempt before is answered <answer>
      Given a patient at intake
      And PHQ-9 item 9 is 0
      And the risk enquiry records "an attempt at any time in the past" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | no        |
        | not known |

    Scenario: Severe self-neglect has its own alert
      Given a patient at intake
      And PHQ-9 item 9 is 0
      And the risk enquiry records "severe self-neglect"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Psychotic symptoms are told, and none of these signs
      Given a patient at intake
      And the diagnosis records "psychotic symptoms now"
      And PHQ-9 item 9 is 0
      When the case is evaluated
      Then it says nothing of this

  @rule:ask-directly-after-recent-loss
  Rule: After a loss within three months suicide is asked about aloud

    Scenario Outline: The loss was 92 days ago: <loss>
      Given a patient at intake
      And a <loss> called loss on 2025-10-10
      When the case is evaluated
      Then it says "A loss is recent: ask directly about suicide"

      Examples:
        | loss                |
        | death               |
        | pregnancy-loss      |
        | stillbirth          |
        | neonatal-death      |
        | death-of-pet        |
        | separation          |
        | divorce             |
        | breakup             |
        | parental-separation |
        | estrangement        |
        | missing-person      |
        | job-loss            |
        | loss-of-home        |
        | other-loss          |

    Scenario: The loss was 93 days ago
      Given a patient at intake
      And a death called loss on 2025-10-09
      When the case is evaluated
      Then it says nothing of this

    Scenario: Item 9 left blank does not settle it
      Given a patient at intake
      And the PHQ-9 is 4
      And mother died on 2025-12-20
      When the case is evaluated
      Then it says "which does not exclude risk"
      And the answer is needed for safety

    Scenario: After the loss it was asked in this session
      Given a patient at intake
      And mother died on 2025-12-20
      And the patient was asked directly about suicide
      When the case is evaluated
      Then it says nothing of this

    Scenario: A promotion is no loss
      Given a patient at intake
      And a promotion called post on 2025-12-20
      When the case is evaluated
      Then it says nothing of this

    Scenario: A loss that is told only now has its own question
      Given session 3 was held
      And mother died on 2026-01-20
      When the case is evaluated
      Then it says nothing of this

    Scenario: The patient does not find the loss a major one
      Given a patient at intake
      And a job-loss called job on 2025-12-20
      And about event job it is known: "a major event for the patient" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: After a loss item 9 above nought has its own alert
      Given a patient at intake
      And PHQ-9 item 9 is 1
      And mother died on 2025-12-20
      When the case is evaluated
      Then it says nothing of this

    Scenario: A marriage of late was told at the intake
      Given a patient at intake
      And a marriage called wedding on 2026-01-05
      And PHQ-9 item 9 is 0
      And session 1 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:ask-wish-to-join-the-dead
  Rule: In work on grief, and after a recent death, the wish to join the dead is asked about

    Scenario: Grief was agreed as the focus
      Given a patient at intake
      And mother died on 2024-05-01
      And session 4 was held
      And the focus agreed is grief about mother
      When the case is evaluated
      Then it says "Ask whether there is a wish to join the person who died"
      And the answer is needed for safety

    Scenario: Grief is the second of two foci
      Given a patient at intake
      And mother died on 2024-05-01
      And session 4 was held
      And the focus agreed is role transition
      And a second focus agreed is grief
      When the case is evaluated
      Then it says "Ask whether there is a wish to join the person who died"

    Scenario: Another focus, and the death lies well over a year back
      Given a patient at intake
      And mother died on 2024-05-01
      And session 4 was held
      And the focus agreed is role transition
      When the case is evaluated
      Then it says nothing of this

    Scenario: A death 92 days ago, without a focus yet
      Given a patient at intake
      And mother died on 2025-10-10
      When the case is evaluated
      Then it says "was never recorded as asked about"

    Scenario: A death 93 days ago, without a focus yet
      Given a patient at intake
      And mother died on 2025-10-09
      When the case is evaluated
      Then it says nothing of this

    Scenario: The patient could not say whether there is such a wish
      Given a patient at intake
      And mother died on 2025-12-20
      And the risk enquiry records "a wish to join someone who died" as not known
      When the case is evaluated
      Then it says "Ask whether there is a wish to join the person who died"

    Scenario: There is none
      Given a patient at intake
      And mother died on 2025-12-20
      And the risk enquiry records "a wish to join someone who died" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Grief is the focus, and the wish was asked about at the intake
      Given a patient at intake
      And mother died on 2024-05-01
      And the risk enquiry records "a wish to join someone who died" as no
      And session 4 was held
      And the focus agreed is grief about mother
      When the case is evaluated
      Then it says nothing of this

  @rule:anniversary-near-ask
  Rule: Within a fortnight of the day of a death the wish is asked about again

    Scenario Outline: Mother died on <day>, and today is 10 January 2026
      Given a patient at intake
      And mother died on <day>
      When the case is evaluated
      Then it says "The day of a death comes round <when>: mother"

      Examples:
        | day        | when        |
        | 2025-01-24 | in 14 days  |
        | 2020-01-10 | today       |
        | 2024-12-27 | 14 days ago |

    Scenario Outline: It is not near, or not known to be: <day>
      Given a patient at intake
      And mother died on <day>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | day        |
        | 2025-01-25 |
        | 2024-12-26 |
        | 2025-01    |
        | 2025       |

    Scenario: A fortnight after the death itself no year has passed
      Given a patient at intake
      And mother died on 2025-12-27
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was asked at the intake, and now the day comes round
      Given a patient at intake
      And mother died on 2025-02-20
      And the risk enquiry records "a wish to join someone who died" as no
      And session 5 was held
      When the case is evaluated
      Then it says "in 6 days: mother"
      And the answer is needed for safety

    Scenario: It was asked in the session now
      Given a patient at intake
      And mother died on 2025-02-20
      And session 5 was held
      And the risk enquiry records "a wish to join someone who died" as no
      When the case is evaluated
      Then it says nothing of this

  @rule:wish-to-join-the-dead
  Rule: A wish to join the dead is enquired into like any thought of suicide

    Scenario: He would like to be with his mother
      Given a patient at intake
      And the risk enquiry records "a wish to join someone who died"
      When the case is evaluated
      Then there is an alert of level 3
      And it holds back no technique advice
      And it says "a wish to be near them, or a thought of dying"

    Scenario: A later no by itself takes nothing back
      Given a patient at intake
      And the risk enquiry records "a wish to join someone who died"
      And session 1 was held
      And the risk enquiry records "a wish to join someone who died" as no
      When the case is evaluated
      Then it says "was told at the intake"

    Scenario Outline: The wish was asked about and answered <answer>
      Given a patient at intake
      And the risk enquiry records "a wish to join someone who died" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | no        |
        | not known |
