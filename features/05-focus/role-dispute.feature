Feature: What speaks for and against a role dispute
  Protocol C3. A dispute is a disagreement with one person who matters: two people expect different things of one
  another. A quarrel alone says less, a hidden disagreement needs looking for, and death or an accepted end closes it.

  @rule:dispute-expectations-differ
  Rule: Two people who expect different things of one another have a dispute

    Scenario: Husband and wife want different things of the marriage
      Given a patient at intake
      And husband is the patient's spouse
      And about conflict husband it is known: "the two expect different things of the relationship, recorded as such"
      When the case is evaluated
      Then it says "Different expectations between the patient and husband"
      And this is a strong argument for role dispute
      And it counts once among the arguments of conflict-itself
      And this is about husband

    Scenario: The patient says that the expectations are not met
      Given a patient at intake
      And husband is the patient's spouse
      And about person husband it is known: "the expectations on both sides are met" as no
      When the case is evaluated
      Then it says "recorded as different expectations"

    Scenario: They quarrel, and what each expects of the other is written down
      Given a patient at intake
      And mother is the patient's parent
      And there is a conflict with mother
      And about person mother it is known:
        | what the patient expects of them | to be asked before she visits |
        | what they expect of the patient  | to have a key to the flat     |
      When the case is evaluated
      Then it says "what each expects is recorded, and they are in conflict"

    Scenario: They quarrel, and only the patient's side is known
      Given a patient at intake
      And mother is the patient's parent
      And there is a conflict with mother
      And about person mother it is known: "what the patient expects of them" as to be asked before she visits
      When the case is evaluated
      Then it says nothing of this

    Scenario: What each expects is written down, and nobody said that they quarrel
      Given a patient at intake
      And mother is the patient's parent
      And about person mother it is known:
        | what the patient expects of them | a call on Sundays |
        | what they expect of the patient  | a call on Sundays |
      When the case is evaluated
      Then it says nothing of this

    Scenario: They quarrel over money, and asked about it they expect the same of one another
      Given a patient at intake
      And mother is the patient's parent
      And there is a conflict with mother
      And about conflict mother it is known: "the two expect different things of the relationship, recorded as such" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: The expectations differed, and she has died
      Given a patient at intake
      And mother is the patient's parent
      And the low mood began 20 weeks before the intake
      And about conflict mother it is known: "the two expect different things of the relationship, recorded as such"
      And mother died 3 weeks before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: Since the child came they expect different things of one another
      Given a patient at intake
      And husband is the patient's spouse
      And a birth called first-child, it is not known when
      And about conflict husband it is known:
        | the two expect different things of the relationship, recorded as such | yes         |
        | the event it began with, by key                                       | first-child |
      When the case is evaluated
      Then it says "Different expectations between the patient and husband"
      And it is tied to first-child

  @rule:dispute-distressing
  Rule: A conflict that distresses, or leaves expectations unmet, speaks for a dispute

    Scenario: A friend feels neglected, and it distresses the patient
      Given a patient at intake
      And anna is a close friend of the patient
      And about conflict anna it is known: "it causes a lot of distress"
      When the case is evaluated
      Then it says "The conflict with anna (friend) weighs on the patient"
      And this is a moderate argument for role dispute
      And it counts once among the arguments of conflict-itself
      And this is about anna

    Scenario Outline: A dispute of the kind <kind>
      Given a patient at intake
      And partner is the patient's partner
      And about conflict partner it is known: "the kind of dispute, for the record" as <kind>
      When the case is evaluated
      Then it says "hostile, or about expectations or closeness that are not met"

      Examples:
        | kind                 |
        | unmet-expectations   |
        | refusal-of-intimacy  |
        | hostile              |

    Scenario Outline: A dispute of the kind <kind> is not taken for a distressing one
      Given a patient at intake
      And partner is the patient's partner
      And about conflict partner it is known: "the kind of dispute, for the record" as <kind>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | kind                     |
        | inhibited                |
        | separation-individuation |

    Scenario: They quarrel; whether it distresses the patient is not known
      Given a patient at intake
      And partner is the patient's partner
      And there is a conflict with partner
      And about conflict partner it is known: "it causes a lot of distress" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: The quarrel with the sister over the sale of the house distresses her
      Given a patient at intake
      And sister is the patient's sibling
      And a loss-of-home called the-house, it is not known when
      And about conflict sister it is known:
        | it causes a lot of distress   | yes       |
        | the event it is about, by key | the-house |
      When the case is evaluated
      Then it says "weighs on the patient"
      And it is tied to the-house

    Scenario: The quarrel with a friend of the past was distressing
      Given a patient at intake
      And anna is the patient's friend
      And about conflict anna it is known: "it causes a lot of distress"
      And about person anna it is known: "a relationship of the past"
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was hostile, and both have come to accept that it is over
      Given a patient at intake
      And anna is the patient's ex-partner
      And about conflict anna it is known:
        | the kind of dispute, for the record           | hostile |
        | the relationship has ended and both accept it | yes     |
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-quarrel
  Rule: A quarrel counts even where nothing more is told

    Scenario: He quarrels with his brother, and since when is not told
      Given a patient at intake
      And brother is the patient's sibling
      And there is a conflict with brother
      When the case is evaluated
      Then it says "There is a conflict with brother"
      And it says "Ask when it began or became worse"

    Scenario: The quarrel is known to be older than the half year before the low mood
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And brother is the patient's sibling
      And the conflict with brother began or worsened 184 days before the low mood began
      When the case is evaluated
      Then it says "There is a conflict with brother"

    Scenario: The quarrel became worse within the half year before the low mood, which says more
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And brother is the patient's sibling
      And the conflict with brother began or worsened 183 days before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: Whether there is a conflict was asked, and is not known
      Given a patient at intake
      And brother is the patient's sibling
      And about conflict brother it is known: "is there a conflict with this person now" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: The disagreement is not spoken of, so there is no open quarrel
      Given a patient at intake
      And brother is the patient's sibling
      And about conflict brother it is known: "the disagreement is not spoken of: silence, giving way"
      When the case is evaluated
      Then it says nothing of this

    Scenario: He quarrels with his brother about the care for their mother
      Given a patient at intake
      And brother is the patient's sibling
      And a caring-for-relative called care, it is not known when
      And about conflict brother it is known: "the event it is about, by key" as care
      When the case is evaluated
      Then it says "There is a conflict with brother"
      And it is tied to care

  @rule:dispute-worse-around-onset
  Rule: An open conflict that began or became worse as the low mood began is tied to it

    Scenario Outline: The conflict with the boss began <time>: around the onset
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And boss is the patient's boss
      And the conflict with boss began or worsened <time> the low mood began
      When the case is evaluated
      Then it says "began or became worse around the onset"

      Examples: From half a year before the onset to a month after it
        | time            |
        | 183 days before |
        | 0 days before   |
        | 30 days after   |
        | 31 days after   |

    Scenario Outline: The conflict with the boss began <time>: not around the onset
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And boss is the patient's boss
      And the conflict with boss began or worsened <time> the low mood began
      When the case is evaluated
      Then it says nothing of this

      Examples: Just beyond
        | time            |
        | 184 days before |
        | 32 days after   |

    Scenario: An old conflict is told to have become worse then, no month known
      Given a patient at intake
      And boss is the patient's boss
      And there is a conflict with boss
      And about conflict boss it is known: "it began or became worse around the onset"
      When the case is evaluated
      Then it says "around the time the low mood began"
      And this is a moderate argument for role dispute
      And this is about boss

    Scenario: It is told to have begun before the low mood, how long before is not known
      Given a patient at intake
      And boss is the patient's boss
      And there is a conflict with boss
      And about conflict boss it is known: "where its beginning or worsening lies beside onset, without a date" as before
      When the case is evaluated
      Then it says nothing of this

    Scenario: It became worse then, and is a relationship of the past
      Given a patient at intake
      And boss is the patient's boss
      And about conflict boss it is known: "it began or became worse around the onset"
      And about person boss it is known: "a relationship of the past"
      When the case is evaluated
      Then it says nothing of this

    Scenario: The conflict with the boss is about the new post and became worse around the onset
      Given a patient at intake
      And boss is the patient's boss
      And a promotion called new-post, it is not known when
      And about conflict boss it is known:
        | it began or became worse around the onset | yes      |
        | the event it is about, by key             | new-post |
      When the case is evaluated
      Then it says "began or became worse around the onset"
      And it is tied to new-post

  @rule:dispute-hidden
  Rule: Giving way and silence can hide a dispute

    Scenario: She disagrees with her mother-in-law and never says so
      Given a patient at intake
      And mother-in-law is the patient's in-law
      And about conflict mother-in-law it is known: "the disagreement is not spoken of: silence, giving way"
      When the case is evaluated
      Then it says "that is not spoken of"
      And this is a moderate argument for role dispute
      And this is about mother-in-law
      And it says "what would happen if the patient said what they want"

    Scenario: An inhibited dispute
      Given a patient at intake
      And partner is the patient's partner
      And about conflict partner it is known: "the kind of dispute, for the record" as inhibited
      When the case is evaluated
      Then it says "A disagreement with partner that is not spoken of"

    Scenario: Nobody called it a dispute; she gives way and avoids every quarrel
      Given a patient at intake
      And partner is the patient's partner
      And about conflict partner it is known: "signs of a hidden dispute" as [submits, avoids-confrontation]
      When the case is evaluated
      Then it says "giving way, silence or avoided quarrels point to one"

    Scenario: One sign alone is to be asked about first
      Given a patient at intake
      And partner is the patient's partner
      And about conflict partner it is known: "signs of a hidden dispute" as [silence]
      When the case is evaluated
      Then it says nothing of this

    Scenario: Two signs, and asked about them: what there is to quarrel over is spoken of
      Given a patient at intake
      And partner is the patient's partner
      And about conflict partner it is known:
        | signs of a hidden dispute                               | [submits, silence] |
        | the disagreement is not spoken of: silence, giving way  | no                 |
      When the case is evaluated
      Then it says nothing of this

    Scenario: She never contradicted him, and he has died
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And father is the patient's parent
      And about conflict father it is known: "the disagreement is not spoken of: silence, giving way"
      And father died 3 years before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: She gave in to the move and never said that she was against it
      Given a patient at intake
      And partner is the patient's partner
      And a move called move-2025, it is not known when
      And about conflict partner it is known:
        | the disagreement is not spoken of: silence, giving way | yes       |
        | the event it is about, by key                          | move-2025 |
      When the case is evaluated
      Then it says "that is not spoken of"
      And it is tied to move-2025

    Scenario Outline: Both accept that they have parted, and what was never spoken of is past: <what>
      Given a patient at intake
      And anna is the patient's ex-partner
      And about conflict anna it is known:
        | <what>                                        | <answer> |
        | the relationship has ended and both accept it | yes      |
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | what                                | answer                         |
        | the kind of dispute, for the record | inhibited                      |
        | signs of a hidden dispute           | [submits, avoids-confrontation] |

  @rule:dispute-stalled-without-hope
  Rule: A conflict wears down when it goes round in circles without hope, or when much may be lost through it

    Scenario: The same quarrel again and again, and little hope that it will change
      Given a patient at intake
      And wife is the patient's spouse
      And about conflict wife it is known:
        | the same quarrel again and again, or stalled               | yes |
        | little hope of change, or a feeling of no control over it  | yes |
      When the case is evaluated
      Then it says "little hope of change"
      And this is a moderate argument for role dispute
      And this is about wife

    Scenario: They still talk about it, and she may move out with the children
      Given a patient at intake
      And wife is the patient's spouse
      And about conflict wife it is known: "the relationship, or what it gives, may be lost"
      When the case is evaluated
      Then it says "the tie may be lost"

    Scenario: Talk has stopped, and there is little hope
      Given a patient at intake
      And wife is the patient's spouse
      And about conflict wife it is known:
        | renegotiation, impasse or dissolution                      | impasse |
        | little hope of change, or a feeling of no control over it  | yes     |
      When the case is evaluated
      Then it says "little hope of change"

    Scenario: The same quarrel again and again; about hope and what is at stake nothing is known
      Given a patient at intake
      And wife is the patient's spouse
      And about conflict wife it is known: "the same quarrel again and again, or stalled"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Little hope, while the two still try something new each time
      Given a patient at intake
      And wife is the patient's spouse
      And about conflict wife it is known:
        | renegotiation, impasse or dissolution                      | renegotiation |
        | the same quarrel again and again, or stalled               | no            |
        | little hope of change, or a feeling of no control over it  | yes           |
      When the case is evaluated
      Then it says nothing of this

    Scenario: She may lose the tie to her sister over the inheritance of the house
      Given a patient at intake
      And sister is the patient's sibling
      And a financial-change called the-house, it is not known when
      And about conflict sister it is known:
        | the relationship, or what it gives, may be lost | yes       |
        | the event it is about, by key                   | the-house |
      When the case is evaluated
      Then it says "much may be lost through it"
      And it is tied to the-house

    Scenario Outline: What wore them down is over, and both accept it: <what>
      Given a patient at intake
      And anna is the patient's ex-partner
      And about conflict anna it is known:
        | <what>                                                    | yes |
        | little hope of change, or a feeling of no control over it | yes |
        | the relationship has ended and both accept it             | yes |
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | what                                            |
        | the same quarrel again and again, or stalled    |
        | the relationship, or what it gives, may be lost |

  @rule:dispute-none-found
  Rule: Nobody who matters is in conflict with the patient, after asking

    Scenario: Asked about conflicts in general, and there are none
      Given a patient at intake
      And the patient was asked about conflicts and there were none
      When the case is evaluated
      Then it says "none was found"
      And this is a moderate argument against role dispute

    Scenario: Asked person by person, and there is none with anybody
      Given a patient at intake
      And mother is the patient's parent
      And partner is the patient's partner
      And about conflict mother it is known: "is there a conflict with this person now" as no
      And about conflict partner it is known: "is there a conflict with this person now" as no
      When the case is evaluated
      Then it says "none was found"

    Scenario: Asked person by person, and one was left out
      Given a patient at intake
      And mother is the patient's parent
      And partner is the patient's partner
      And about conflict mother it is known: "is there a conflict with this person now" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: The patient could not say
      Given a patient at intake
      And the patient was asked about conflicts and could not say
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: None with the mother, and asked in general <answer>
      Given a patient at intake
      And mother is the patient's parent
      And about conflict mother it is known: "is there a conflict with this person now" as no
      And the patient was asked about conflicts and <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer           |
        | there were some  |
        | could not say    |

    Scenario: There were none at intake, and in the third session one comes up
      Given a patient at intake
      And partner is the patient's partner
      And the patient was asked about conflicts and there were none
      And session 3
      And about conflict partner it is known: "the disagreement is not spoken of: silence, giving way"
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-not-important
  Rule: A quarrel with somebody who does not matter speaks against a dispute as the focus

    Scenario: A quarrel with a neighbour who is not important to the patient
      Given a patient at intake
      And neighbour is the patient's neighbour
      And there is a conflict with neighbour
      And about person neighbour it is known: "the patient calls this person important" as no
      When the case is evaluated
      Then it says "Neighbour is not important to the patient"
      And this is a moderate argument against role dispute
      And this is about neighbour

    Scenario: A quarrel with a neighbour; whether he matters was not asked
      Given a patient at intake
      And neighbour is the patient's neighbour
      And there is a conflict with neighbour
      When the case is evaluated
      Then it says nothing of this

    Scenario: "She means nothing to me", said of the mother
      Given a patient at intake
      And mother is the patient's parent
      And there is a conflict with mother
      And about person mother it is known: "the patient calls this person important" as no
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-only-in-episode
  Rule: Quarrels that are only irritability of this episode are a symptom

    Scenario: The quarrels come and go with the mood
      Given a patient at intake
      And husband is the patient's spouse
      And there is a conflict with husband
      And about conflict husband it is known: "only irritability of this episode, fading as mood lifts"
      When the case is evaluated
      Then it says "may be irritability of this episode"
      And this is a moderate argument against role dispute
      And this is about husband

    Scenario: Whether they come only with this episode is not known
      Given a patient at intake
      And husband is the patient's spouse
      And there is a conflict with husband
      And about conflict husband it is known: "only irritability of this episode, fading as mood lifts" as not known
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-other-died
  Rule: What was unsettled with somebody who died belongs to mourning

    Scenario: They had not spoken for months when the father died
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And father is the patient's parent
      And about conflict father it is known: "renegotiation, impasse or dissolution" as impasse
      And father died 2 weeks before the low mood began
      When the case is evaluated
      Then it says "the conflict belongs to grief"
      And this is a strong argument against role dispute
      And this is about father

    Scenario: When he died is not known
      Given a patient at intake
      And father is the patient's parent
      And there is a conflict with father
      And father died, it is not known when
      When the case is evaluated
      Then it says "the conflict belongs to grief"

    Scenario: Whether he is alive was not recorded
      Given a patient at intake
      And father is the patient's parent
      And there is a conflict with father
      When the case is evaluated
      Then it says nothing of this

    Scenario: A quarrel with the brother about what the father left is a dispute with the living
      Given a patient at intake
      And brother is the patient's sibling
      And father is the patient's parent
      And father died, it is not known when
      And about conflict brother it is known: "the event it is about, by key" as death-of-father
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-ended-and-accepted
  Rule: Where the relationship has ended and both accept it, the task is a new life

    Scenario: They have parted, and both accept it
      Given a patient at intake
      And anna is the patient's ex-partner
      And about conflict anna it is known: "the relationship has ended and both accept it"
      When the case is evaluated
      Then it says "has ended and both accept it"
      And this is a strong argument against role dispute
      And this is about anna

    Scenario Outline: They have parted; whether both accept it: <answer>
      Given a patient at intake
      And anna is the patient's ex-partner
      And there is a conflict with anna
      And about conflict anna it is known: "the relationship has ended and both accept it" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | no        |
        | not known |

    Scenario: The separation stands on the timeline, and both accept it
      Given a patient at intake
      And anna is the patient's ex-partner
      And a separation called parting, it is not known when
      And about conflict anna it is known:
        | the event it is about, by key                 | parting |
        | the relationship has ended and both accept it | yes     |
      When the case is evaluated
      Then it says "has ended and both accept it"
      And it is tied to parting

  @rule:dispute-violence-first
  Rule: Where violence or fear is with the person in the dispute, safety comes before a dispute as the focus

    Scenario: He threatens her, and they quarrel over money
      Given a patient at intake
      And husband is the patient's spouse
      And there is a conflict with husband
      And the violence enquiry records:
        | violence, threats or coercive control now | yes     |
        | from whom, by key                         | husband |
      When the case is evaluated
      Then it says "safety before a dispute as the focus"
      And this is about husband

    Scenario: She is afraid of somebody and does not say of whom
      Given a patient at intake
      And husband is the patient's spouse
      And there is a conflict with husband
      And the violence enquiry records "afraid of someone"
      When the case is evaluated
      Then it says "or to nobody named"

    Scenario: She told of fear, and later denied it with him in the room
      Given a patient at intake
      And husband is the patient's spouse
      And there is a conflict with husband
      And the violence enquiry records "afraid of someone"
      And session 2
      And the violence enquiry records:
        | violence, threats or coercive control now | no |
        | afraid of someone                         | no |
        | asked alone and in private                | no |
      When the case is evaluated
      Then it says "safety before a dispute as the focus"

    Scenario: The violence comes from the brother, and the conflict is with the mother
      Given a patient at intake
      And mother is the patient's parent
      And brother is the patient's sibling
      And there is a conflict with mother
      And the violence enquiry records:
        | violence, threats or coercive control now | yes     |
        | from whom, by key                         | brother |
      When the case is evaluated
      Then it says nothing of this

    Scenario: Violence was asked about, and what she would say is not known
      Given a patient at intake
      And husband is the patient's spouse
      And there is a conflict with husband
      And the violence enquiry records "violence, threats or coercive control now" as not known
      When the case is evaluated
      Then it says nothing of this
