Feature: The worked cases of the protocol
  Protocol section M: twelve made-up cases that show how arguments are weighed and the focus is chosen. They check the
  arithmetic, and are no clinical evidence. Each scenario is one of them, by its number.

  Rule: V01 to V03, the death of somebody close

    Scenario: V01, his wife died 60 days before, he was not at the funeral and will not speak of her
      Given the low mood began 4 months before the intake
      And wife is the patient's spouse
      And wife died 60 days before the low mood began
      And about mourning death-of-wife it is known: "avoids speaking of the death, the funeral, the grave, things or places"
      And the patient was asked about conflicts and there were none
      When the case is evaluated
      Then the arguments add up to grief 9, dispute 0, transition 0, deficits 0
      And the recommended focus is grief

    Scenario: V02, her mother died five years ago and was hardly mourned, and the low mood began at the anniversary
      Given the episode records "onset" as 2025-10-11
      And mother is the patient's parent
      And mother died on 2020-10-11
      And about mourning death-of-mother it is known: "little or no mourning at the time"
      When the case is evaluated
      Then the arguments add up to grief 8, dispute 0, transition 0, deficits 0
      And the recommended focus is grief

    @rule:grief-wait-and-support
    Scenario: V03, the father died six weeks ago, sadness comes in waves, and there is no sign of severe illness
      Given the low mood began 5 weeks before the intake
      And father is the patient's parent
      And father died 1 week before the low mood began
      And about mourning death-of-father it is known:
        | sadness comes in waves and lessens over weeks to months | yes |
        | severe impairment                                       | no  |
        | marked feeling of worthlessness                         | no  |
        | marked slowing                                          | no  |
      And the diagnosis records "psychotic symptoms now" as no
      And the PHQ-9 is 8 with item 9 at 0
      And the whole C-SSRS screener is answered no
      When the case is evaluated
      Then the arguments add up to grief 1, dispute 0, transition 0, deficits 0
      And no focus is recommended
      And it says "Look again in 2 to 4 weeks"

  Rule: V04 and V05, a disagreement

    Scenario: V04, the couple expect different things, it became worse four months before, and the quarrel repeats without hope
      Given the low mood began 3 months before the intake
      And partner is the patient's partner
      And the conflict with partner began or worsened 4 months before the low mood began
      And about conflict partner it is known:
        | the two expect different things of the relationship, recorded as such | yes |
        | the same quarrel again and again, or stalled                          | yes |
        | little hope of change, or a feeling of no control over it             | yes |
      When the case is evaluated
      Then the arguments add up to grief 0, dispute 9, transition 0, deficits 0
      And the recommended focus is role dispute

    Scenario: V05, a quarrel with the boss two months before, recorded as different expectations, and the job goes on
      Given the low mood began 3 months before the intake
      And boss is the patient's boss
      And the conflict with boss began or worsened 2 months before the low mood began
      And about conflict boss it is known: "the two expect different things of the relationship, recorded as such"
      When the case is evaluated
      Then the arguments add up to grief 0, dispute 8, transition 0, deficits 0
      And the recommended focus is role dispute

  Rule: V06 to V10, a change of role

    Scenario: V06, the partner left and both accept it, she longs for her old life and has lost friends
      Given the low mood began 3 months before the intake
      And partner is the patient's ex-partner
      And a separation called the-separation, 1 month before the low mood began
      And about event the-separation it is known: "the person it is about, by key" as partner
      And about conflict partner it is known: "the relationship has ended and both accept it"
      And about change the-separation it is known: "signs that the change is hard" as [longing-for-old-role, lost-supports]
      When the case is evaluated
      Then the arguments add up to grief 0, dispute 0, transition 9, deficits 0
      And the recommended focus is role transition

    Scenario: V07, a first baby, felt as hard, and rows with the partner about who does what since the birth
      Given the low mood began 3 months before the intake
      And a birth called the-birth, 1 month before the low mood began
      And about change the-birth it is known: "the patient finds the change hard"
      And partner is the patient's partner
      And the conflict with partner began or worsened 1 month before the low mood began
      And about conflict partner it is known:
        | the two expect different things of the relationship, recorded as such | yes       |
        | the event it began with, by key                                       | the-birth |
      And 12 sessions are planned
      When the case is evaluated
      Then the arguments add up to grief 0, dispute 5, transition 6, deficits 0
      And the choice is open between role transition and role dispute
      And the second focus offered is role dispute

    Scenario: V08, a move two months before, lonely since then, missing the old role and friends
      Given the low mood began 3 months before the intake
      And a move called the-move, 2 months before the low mood began
      And about change the-move it is known: "signs that the change is hard" as [longing-for-old-role, lost-supports]
      And the social life records:
        | isolated or lonely now          | yes      |
        | the event it began with, by key | the-move |
      When the case is evaluated
      Then the arguments add up to grief 0, dispute 0, transition 9, deficits 0
      And the recommended focus is role transition

    Scenario: V09, retired fourteen months before, all was good then and all is bad now, and he feels useless
      Given the low mood began 3 months before the intake
      And a retirement called the-retirement, 14 months before the low mood began
      And about change the-retirement it is known: "signs that the change is hard" as [old-role-all-good, new-role-all-bad, loss-of-identity]
      When the case is evaluated
      Then the arguments add up to grief 0, dispute 0, transition 5, deficits 0
      And the recommended focus is role transition

    Scenario: V10, a diagnosis of cancer two months before, and what it demands feels beyond her
      Given the low mood began 3 months before the intake
      And an own-illness called the-cancer, 2 months before the low mood began
      And about change the-cancer it is known: "signs that the change is hard" as [cannot-meet-demands]
      When the case is evaluated
      Then the arguments add up to grief 0, dispute 0, transition 6, deficits 0
      And the recommended focus is role transition

  Rule: V11 and V12, isolation without an event

    @rule:deficits-poorer-outcome
    Scenario: V11, alone for many years with few ties and uneasy with people, and nothing found on full enquiry
      Given the low mood began 8 months before the intake
      And the patient was asked about deaths, other losses, life changes and conflicts and there were none
      And the social life records:
        | a pattern of many years: few ties, loneliness, unease with people | yes |
        | uneasy with people                                                | yes |
        | confirmed that there is nobody to confide in                      | yes |
        | there are significant people beyond those recorded                | no  |
      When the case is evaluated
      Then the arguments add up to grief 0, dispute 0, transition 0, deficits 5
      And the recommended focus is interpersonal deficits
      And it says "Consider CBT, a longer therapy, or IPT together with medication"

    @rule:recovery-as-transition
    Scenario: V12, low mood for six years, isolated throughout, no event
      Given the low mood began 6 years before the intake
      And the patient was asked about deaths, other losses, life changes and conflicts and there were none
      And the social life records "a pattern of many years: few ties, loneliness, unease with people"
      When the case is evaluated
      Then the arguments add up to grief 0, dispute 0, transition 0, deficits 3
      And no focus is recommended
      And it says "Consider the move from long illness to being well as the role transition"
      And it says "Combined treatment is usual here"
