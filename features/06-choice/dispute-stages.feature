Feature: The stage of a dispute
  Protocol C3 (DIS-10 to DIS-13, DIS-20, DIS-22) and SAF-21. Both still try, talk has stopped, or it is beyond repair:
  the stage says what may help. With partner or family, violence and fear are asked about, alone, before any of it.

  @rule:dispute-stage-renegotiation
  Rule: In renegotiation both know of the differences and try to change things

    Scenario: With the husband; violence was asked about alone, and there is none
      Given a patient at intake
      And husband is the patient's spouse
      And about conflict husband it is known: "renegotiation, impasse or dissolution" as renegotiation
      And the violence enquiry records:
        | violence, threats or coercive control now | no  |
        | afraid of someone                         | no  |
        | asked alone and in private                | yes |
      When the case is evaluated
      Then it says "are trying to change things"
      And the stage of the dispute is renegotiation
      And it says "make clear what each of them wants"

    Scenario: With a colleague that enquiry is not needed
      Given a patient at intake
      And p2 is the patient's colleague
      And about conflict p2 it is known: "renegotiation, impasse or dissolution" as renegotiation
      When the case is evaluated
      Then it says "The dispute with p2 (colleague) is in renegotiation"

    Scenario: With the husband, and fear was not asked about
      Given a patient at intake
      And husband is the patient's spouse
      And about conflict husband it is known: "renegotiation, impasse or dissolution" as renegotiation
      And the violence enquiry records "violence, threats or coercive control now" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: They tried at intake, and in the fifth session talk has stopped
      Given a patient at intake
      And p2 is the patient's colleague
      And about conflict p2 it is known: "renegotiation, impasse or dissolution" as renegotiation
      And session 5
      And about conflict p2 it is known: "renegotiation, impasse or dissolution" as impasse
      When the case is evaluated
      Then it says nothing of this

    Scenario: In maintenance the stage is looked back on only
      Given a patient at intake
      And p2 is the patient's colleague
      And about conflict p2 it is known: "renegotiation, impasse or dissolution" as renegotiation
      And session 17
      And the phase is recorded as maintenance
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: With the colleague, at the stage <stage>, which is not renegotiation
      Given a patient at intake
      And p2 is the patient's colleague
      And about conflict p2 it is known: "renegotiation, impasse or dissolution" as <stage>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | stage         |
        | impasse       |
        | dissolution   |

  @rule:dispute-stage-renegotiation-ask-first
  Rule: In renegotiation with partner or family, violence is asked about first

    Scenario: With the mother, and violence was never asked about
      Given a patient at intake
      And mother is the patient's parent
      And about conflict mother it is known: "renegotiation, impasse or dissolution" as renegotiation
      When the case is evaluated
      Then it says "is in renegotiation: ask about violence first"
      And the stage of the dispute is renegotiation
      And this is about mother

    Scenario: A no with the husband in the room clears nothing
      Given a patient at intake
      And husband is the patient's spouse
      And about conflict husband it is known: "renegotiation, impasse or dissolution" as renegotiation
      And the violence enquiry records:
        | violence, threats or coercive control now | no |
        | afraid of someone                         | no |
        | asked alone and in private                | no |
      When the case is evaluated
      Then it says "has not been asked, or not alone"

    Scenario: Asked alone, and there is none
      Given a patient at intake
      And husband is the patient's spouse
      And about conflict husband it is known: "renegotiation, impasse or dissolution" as renegotiation
      And the violence enquiry records:
        | violence, threats or coercive control now | no  |
        | afraid of someone                         | no  |
        | asked alone and in private                | yes |
      When the case is evaluated
      Then it says nothing of this

    Scenario: She is afraid of her husband: safety speaks, not this
      Given a patient at intake
      And husband is the patient's spouse
      And about conflict husband it is known: "renegotiation, impasse or dissolution" as renegotiation
      And the violence enquiry records:
        | afraid of someone | yes     |
        | from whom, by key | husband |
      When the case is evaluated
      Then it says nothing of this

    Scenario: With a colleague
      Given a patient at intake
      And p2 is the patient's colleague
      And about conflict p2 it is known: "renegotiation, impasse or dissolution" as renegotiation
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: With the sister, not asked, at the stage <stage>, which is not renegotiation
      Given a patient at intake
      And sister is the patient's sibling
      And about conflict sister it is known: "renegotiation, impasse or dissolution" as <stage>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | stage         |
        | impasse       |
        | dissolution   |

  @rule:dispute-stage-impasse
  Rule: At an impasse talk has stopped

    Scenario: With the father, after violence was asked about alone and there was none
      Given a patient at intake
      And father is the patient's parent
      And about conflict father it is known: "renegotiation, impasse or dissolution" as impasse
      And the violence enquiry records:
        | violence, threats or coercive control now | no  |
        | afraid of someone                         | no  |
        | asked alone and in private                | yes |
      When the case is evaluated
      Then it says "Talk between the patient and father has stopped"
      And the stage of the dispute is impasse
      And it says "Expect more friction before there is less"

    Scenario: With the father, and what there is of violence the patient could not say
      Given a patient at intake
      And father is the patient's parent
      And about conflict father it is known: "renegotiation, impasse or dissolution" as impasse
      And the patient was asked about violence and could not say
      When the case is evaluated
      Then it says nothing of this

    Scenario: With the father, who has died since
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And father is the patient's parent
      And about conflict father it is known: "renegotiation, impasse or dissolution" as impasse
      And the violence enquiry records:
        | violence, threats or coercive control now | no  |
        | afraid of someone                         | no  |
        | asked alone and in private                | yes |
      And father died 2 weeks before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: She is afraid of her father, so nothing is to be opened
      Given a patient at intake
      And father is the patient's parent
      And about conflict father it is known: "renegotiation, impasse or dissolution" as impasse
      And the violence enquiry records:
        | afraid of someone | yes    |
        | from whom, by key | father |
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: With the colleague, at the stage <stage>, which is not impasse
      Given a patient at intake
      And p2 is the patient's colleague
      And about conflict p2 it is known: "renegotiation, impasse or dissolution" as <stage>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | stage         |
        | renegotiation |
        | dissolution   |

  @rule:dispute-stage-impasse-ask-first
  Rule: At an impasse with partner or family, violence is asked about before anything is brought into the open

    Scenario: With the father, and violence was not asked about
      Given a patient at intake
      And father is the patient's parent
      And about conflict father it is known: "renegotiation, impasse or dissolution" as impasse
      When the case is evaluated
      Then it says "is at an impasse: ask about violence first"
      And the stage of the dispute is impasse
      And it does not say "bringing the disagreement into the open"

    Scenario: Who this is to the patient was not recorded
      Given a patient at intake
      And about conflict p2 it is known: "renegotiation, impasse or dissolution" as impasse
      When the case is evaluated
      Then it says "on a remote call, check who can overhear"

    Scenario: With the boss
      Given a patient at intake
      And boss is the patient's boss
      And about conflict boss it is known: "renegotiation, impasse or dissolution" as impasse
      When the case is evaluated
      Then it says nothing of this

    Scenario: Not asked at intake, asked alone in the second session
      Given a patient at intake
      And father is the patient's parent
      And about conflict father it is known: "renegotiation, impasse or dissolution" as impasse
      And session 2
      And the violence enquiry records:
        | violence, threats or coercive control now | no  |
        | afraid of someone                         | no  |
        | asked alone and in private                | yes |
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: With the sister, not asked, at the stage <stage>, which is not impasse
      Given a patient at intake
      And sister is the patient's sibling
      And about conflict sister it is known: "renegotiation, impasse or dissolution" as <stage>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | stage         |
        | renegotiation |
        | dissolution   |

  @rule:dispute-stage-dissolution
  Rule: In dissolution the relationship is beyond repair

    Scenario: With the wife, after violence was asked about alone and there was none
      Given a patient at intake
      And wife is the patient's spouse
      And about conflict wife it is known: "renegotiation, impasse or dissolution" as dissolution
      And the violence enquiry records:
        | violence, threats or coercive control now | no  |
        | afraid of someone                         | no  |
        | asked alone and in private                | yes |
      When the case is evaluated
      Then it says "is beyond repair"
      And the stage of the dispute is dissolution
      And it says "mourn the relationship"

    Scenario: With the business partner
      Given a patient at intake
      And p2 is the patient's business-partner
      And about conflict p2 it is known: "renegotiation, impasse or dissolution" as dissolution
      When the case is evaluated
      Then it says "is in dissolution"

    Scenario: With the wife, and both accept by now that it has ended
      Given a patient at intake
      And wife is the patient's spouse
      And about conflict wife it is known:
        | renegotiation, impasse or dissolution          | dissolution |
        | the relationship has ended and both accept it  | yes         |
      And the violence enquiry records:
        | violence, threats or coercive control now | no  |
        | afraid of someone                         | no  |
        | asked alone and in private                | yes |
      When the case is evaluated
      Then it says nothing of this

    Scenario: With the wife, and violence was not asked about
      Given a patient at intake
      And wife is the patient's spouse
      And about conflict wife it is known: "renegotiation, impasse or dissolution" as dissolution
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: With the colleague, at the stage <stage>, which is not dissolution
      Given a patient at intake
      And p2 is the patient's colleague
      And about conflict p2 it is known: "renegotiation, impasse or dissolution" as <stage>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | stage         |
        | renegotiation |
        | impasse       |

  @rule:dispute-stage-dissolution-ask-first
  Rule: In dissolution with partner or family, violence is asked about before speaking of moving on

    Scenario: With the husband, and violence was not asked about
      Given a patient at intake
      And husband is the patient's spouse
      And about conflict husband it is known: "renegotiation, impasse or dissolution" as dissolution
      When the case is evaluated
      Then it says "is in dissolution: ask about violence first"
      And the stage of the dispute is dissolution
      And it says "A separation can be a dangerous time"

    Scenario: With the husband, violence was asked about and she could not say
      Given a patient at intake
      And husband is the patient's spouse
      And about conflict husband it is known: "renegotiation, impasse or dissolution" as dissolution
      And the patient was asked about violence and could not say
      When the case is evaluated
      Then it says "ask about violence first"

    Scenario: She told that he hits her
      Given a patient at intake
      And husband is the patient's spouse
      And about conflict husband it is known: "renegotiation, impasse or dissolution" as dissolution
      And the violence enquiry records "violence, threats or coercive control now"
      When the case is evaluated
      Then it says nothing of this

    Scenario: With the husband, who did nothing; it is the brother she is afraid of
      Given a patient at intake
      And husband is the patient's spouse
      And brother is the patient's sibling
      And about conflict husband it is known: "renegotiation, impasse or dissolution" as dissolution
      And the violence enquiry records:
        | afraid of someone | yes     |
        | from whom, by key | brother |
      When the case is evaluated
      Then it says "The dispute with husband is in dissolution: ask about violence first"

    Scenario Outline: With the sister, not asked, at the stage <stage>, which is not dissolution
      Given a patient at intake
      And sister is the patient's sibling
      And about conflict sister it is known: "renegotiation, impasse or dissolution" as <stage>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | stage         |
        | renegotiation |
        | impasse       |

  @rule:dispute-stage-dissolution-review
  Rule: A dispute in dissolution as the focus is compared with a role transition

    Scenario: The dispute with the wife was agreed as the focus, and is by now beyond repair
      Given a patient at intake
      And wife is the patient's spouse
      And about conflict wife it is known: "renegotiation, impasse or dissolution" as renegotiation
      And session 3
      And the focus agreed is role dispute about wife
      And session 7
      And about conflict wife it is known: "renegotiation, impasse or dissolution" as dissolution
      When the case is evaluated
      Then it says "look at role transition as the focus"
      And it says "once they have parted, the transition takes over"

    Scenario: Nothing is agreed yet, and a dispute in dissolution is what the record speaks for
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And wife is the patient's spouse
      And about conflict wife it is known:
        | renegotiation, impasse or dissolution                                      | dissolution |
        | the two expect different things of the relationship, recorded as such      | yes         |
        | it causes a lot of distress                                                | yes         |
      And the conflict with wife began or worsened 8 weeks before the low mood began
      When the case is evaluated
      Then it says "speaks for the focus"

    Scenario: The agreed focus is the dispute with the wife, and talk has only stopped
      Given a patient at intake
      And wife is the patient's spouse
      And about conflict wife it is known: "renegotiation, impasse or dissolution" as impasse
      And session 3
      And the focus agreed is role dispute about wife
      When the case is evaluated
      Then it says nothing of this

    Scenario: The agreed focus is the dispute with the mother, and it is the marriage that is beyond repair
      Given a patient at intake
      And wife is the patient's spouse
      And mother is the patient's parent
      And there is a conflict with mother
      And about conflict wife it is known: "renegotiation, impasse or dissolution" as dissolution
      And session 3
      And the focus agreed is role dispute about mother
      When the case is evaluated
      Then it says nothing of this

    Scenario: In the ending a new focus is no longer looked for
      Given a patient at intake
      And wife is the patient's spouse
      And about conflict wife it is known: "renegotiation, impasse or dissolution" as dissolution
      And session 3
      And the focus agreed is role dispute about wife
      And session 14
      And the phase is recorded as ending
      When the case is evaluated
      Then it says nothing of this

    Scenario: Grief is the focus to consider first, and a dispute in dissolution is a candidate too
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And mother is the patient's parent
      And mother died 3 weeks before the low mood began
      And wife is the patient's spouse
      And about conflict wife it is known:
        | when it began or became worse                                          | 2025-01      |
        | renegotiation, impasse or dissolution                                  | dissolution  |
        | the two expect different things of the relationship, recorded as such  | yes          |
      When the case is evaluated
      Then the recommended focus is grief
      And it says "look at role transition as the focus"

    Scenario: The marriage is recorded as beyond repair, and nothing ties it to the low mood
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And wife is the patient's spouse
      And about conflict wife it is known: "renegotiation, impasse or dissolution" as dissolution
      When the case is evaluated
      Then it says nothing of this

    Scenario: The dispute with the wife was agreed, and both accept by now that it has ended
      Given a patient at intake
      And wife is the patient's spouse
      And about conflict wife it is known: "renegotiation, impasse or dissolution" as dissolution
      And session 3
      And the focus agreed is role dispute about wife
      And session 7
      And about conflict wife it is known: "the relationship has ended and both accept it"
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-stage-standstill-renegotiation
  Rule: A renegotiation that has not moved for four sessions may be an impasse

    Scenario Outline: The dispute with the boss is agreed on in session 3, and worked on until session <last>
      Given a patient at intake
      And boss is the patient's boss
      And about conflict boss it is known: "renegotiation, impasse or dissolution" as renegotiation
      And session 3
      And the focus agreed is role dispute about boss
      And sessions 4 to <last> were held
      When the case is evaluated
      Then it says "<words>"

      Examples: Four sessions on it, the one in which it was agreed among them, and five
        | last | words                                  |
        | 6    | in 4 sessions: look at the stage again |
        | 7    | in 5 sessions: look at the stage again |

    Scenario: Three sessions on it
      Given a patient at intake
      And boss is the patient's boss
      And about conflict boss it is known: "renegotiation, impasse or dissolution" as renegotiation
      And session 3
      And the focus agreed is role dispute about boss
      And sessions 4 to 5 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario: One of four sessions was missed
      Given a patient at intake
      And boss is the patient's boss
      And about conflict boss it is known: "renegotiation, impasse or dissolution" as renegotiation
      And session 3
      And the focus agreed is role dispute about boss
      And session 4 was missed with notice
      And sessions 5 to 6 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Four sessions on it, and in the last something moved
      Given a patient at intake
      And boss is the patient's boss
      And about conflict boss it is known: "renegotiation, impasse or dissolution" as renegotiation
      And session 3
      And the focus agreed is role dispute about boss
      And sessions 4 to 6 were held
      And the technique TEC-16 was used with regard to boss, result helped
      When the case is evaluated
      Then it says nothing of this

    Scenario: Four sessions on it, and the technique of the last changed nothing
      Given a patient at intake
      And boss is the patient's boss
      And about conflict boss it is known: "renegotiation, impasse or dissolution" as renegotiation
      And session 3
      And the focus agreed is role dispute about boss
      And sessions 4 to 6 were held
      And the technique TEC-16 was used with regard to boss, result no-change
      When the case is evaluated
      Then it says "no movement is recorded"

    Scenario: The focus agreed is another one
      Given a patient at intake
      And boss is the patient's boss
      And about conflict boss it is known: "renegotiation, impasse or dissolution" as renegotiation
      And session 3
      And the focus agreed is role transition
      And sessions 4 to 8 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario: They talk again since session 5, so the count begins anew
      Given a patient at intake
      And boss is the patient's boss
      And about conflict boss it is known: "renegotiation, impasse or dissolution" as impasse
      And session 3
      And the focus agreed is role dispute about boss
      And session 5
      And about conflict boss it is known: "renegotiation, impasse or dissolution" as renegotiation
      And sessions 6 to 8 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Four sessions at the stage impasse, which is not renegotiation
      Given a patient at intake
      And boss is the patient's boss
      And about conflict boss it is known: "renegotiation, impasse or dissolution" as impasse
      And session 3
      And the focus agreed is role dispute about boss
      And sessions 4 to 6 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Many sessions without movement in renegotiation, and the ending has begun
      Given a patient at intake
      And boss is the patient's boss
      And about conflict boss it is known: "renegotiation, impasse or dissolution" as renegotiation
      And session 3
      And the focus agreed is role dispute about boss
      And sessions 4 to 14 were held
      And the phase is recorded as ending
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-stage-standstill-impasse
  Rule: An impasse that has not moved for four sessions is a time to talk over the options

    Scenario: Four sessions at an impasse with the boss
      Given a patient at intake
      And boss is the patient's boss
      And about conflict boss it is known: "renegotiation, impasse or dissolution" as impasse
      And session 3
      And the focus agreed is role dispute about boss
      And sessions 4 to 6 were held
      When the case is evaluated
      Then it says "in 4 sessions: talk over the options"
      And it says "The choice is the patient's"

    Scenario: Three sessions at an impasse with the boss
      Given a patient at intake
      And boss is the patient's boss
      And about conflict boss it is known: "renegotiation, impasse or dissolution" as impasse
      And session 3
      And the focus agreed is role dispute about boss
      And sessions 4 to 5 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Four sessions at an impasse with the husband, and violence was not asked about
      Given a patient at intake
      And husband is the patient's spouse
      And about conflict husband it is known: "renegotiation, impasse or dissolution" as impasse
      And session 3
      And the focus agreed is role dispute about husband
      And sessions 4 to 6 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario: One of four sessions was taken by something else
      Given a patient at intake
      And boss is the patient's boss
      And about conflict boss it is known: "renegotiation, impasse or dissolution" as impasse
      And session 3
      And the focus agreed is role dispute about boss
      And sessions 4 to 6 were held
      And the session records "the session stayed on the focus" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Four sessions at the stage renegotiation, which is not impasse
      Given a patient at intake
      And boss is the patient's boss
      And about conflict boss it is known: "renegotiation, impasse or dissolution" as renegotiation
      And session 3
      And the focus agreed is role dispute about boss
      And sessions 4 to 6 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Many sessions without movement in impasse, and the ending has begun
      Given a patient at intake
      And boss is the patient's boss
      And about conflict boss it is known: "renegotiation, impasse or dissolution" as impasse
      And session 3
      And the focus agreed is role dispute about boss
      And sessions 4 to 14 were held
      And the phase is recorded as ending
      When the case is evaluated
      Then it says nothing of this
