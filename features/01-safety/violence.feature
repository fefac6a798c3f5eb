Feature: Violence, control and fear
  Protocol A4, SAF-20 and SAF-21, with C3 (DIS-20) and FMT-11. Whoever has a conflict with a partner or family is asked
  alone and in private. Where violence or fear is told, safety comes before any work on the dispute, and what could add
  to the danger is held back until a denial was given alone.

  @rule:violence-ask-alone
  Rule: In a conflict with partner or family violence and fear are asked about alone

    Background:
      Given a patient at intake
      And husband is the patient's spouse
      And there is a conflict with husband

    Scenario: Nobody has asked
      When the case is evaluated
      Then it says "Ask alone and in private about violence, fear and control"
      And the answer is needed for safety
      And this is about husband

    Scenario: The patient was asked and could not say
      Given the patient was asked about violence and could not say
      When the case is evaluated
      Then it says "not recorded as asked, or not alone"

    Scenario: Among the topics it is marked as asked with none found, and not that it was alone
      Given the patient was asked about violence and there were none
      When the case is evaluated
      Then it says "not recorded as asked, or not alone"
      And this is about husband

    Scenario: Violence was denied, and fear was not asked about
      Given the violence enquiry records:
        | violence, threats or coercive control now | no  |
        | asked alone and in private                | yes |
      When the case is evaluated
      Then it says "Ask alone and in private about violence, fear and control"

    Scenario Outline: Both were denied, and asked alone is recorded as <alone>
      Given the violence enquiry records:
        | violence, threats or coercive control now | no      |
        | afraid of someone                         | no      |
        | asked alone and in private                | <alone> |
      When the case is evaluated
      Then it says "Ask only when nobody can overhear"

      Examples:
        | alone     |
        | no        |
        | not known |

    Scenario Outline: The topic is ticked off as none, and asked alone is <alone>
      Given the patient was asked about violence and there were none
      And the violence enquiry records:
        | violence, threats or coercive control now | no      |
        | afraid of someone                         | no      |
        | asked alone and in private                | <alone> |
      When the case is evaluated
      Then it says "Ask alone and in private about violence, fear and control"

      Examples:
        | alone     |
        | no        |
        | not known |

    Scenario: The topic is ticked off as none, and no more is recorded
      Given the patient was asked about violence and there were none
      When the case is evaluated
      Then it says "not recorded as asked, or not alone"

    Scenario: The topic was ticked off at the intake, and later it was asked in company
      Given the patient was asked about violence and there were none
      And session 3 was held
      And the violence enquiry records:
        | violence, threats or coercive control now | no |
        | afraid of someone                         | no |
        | asked alone and in private                | no |
      When the case is evaluated
      Then it says "Ask only when nobody can overhear"

    Scenario: Both were denied, and it is not recorded whether anybody could overhear
      Given the violence enquiry records:
        | violence, threats or coercive control now | no |
        | afraid of someone                         | no |
      When the case is evaluated
      Then it says "Ask only when nobody can overhear"

    Scenario: Both were denied when alone
      Given the violence enquiry records:
        | violence, threats or coercive control now | no  |
        | afraid of someone                         | no  |
        | asked alone and in private                | yes |
      When the case is evaluated
      Then it says nothing of this

    Scenario: Both were denied when alone, of somebody else
      Given father is the patient's parent
      And the violence enquiry records:
        | violence, threats or coercive control now | no     |
        | afraid of someone                         | no     |
        | from whom, by key                         | father |
        | asked alone and in private                | yes    |
      When the case is evaluated
      Then this is about husband

    Scenario: What he does was told and has its own alert
      Given the violence enquiry records "afraid of someone"
      And the violence enquiry records "from whom, by key" as husband
      When the case is evaluated
      Then it says nothing of this

    Scenario: There is no conflict now
      Given about conflict husband it is known: "is there a conflict with this person now" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Whether there is a conflict is not known
      Given about conflict husband it is known: "is there a conflict with this person now" as not known
      When the case is evaluated
      Then it says "There is, or may be, a conflict with husband"

  @rule:violence-ask-alone
  Rule: Who else is asked about, and who is not

    Scenario: A quarrel with a colleague
      Given boss is the patient's colleague
      And there is a conflict with boss
      When the case is evaluated
      Then it says nothing of this

    Scenario: A quarrel with somebody whose role nobody recorded
      Given about conflict p1 it is known: "is there a conflict with this person now"
      When the case is evaluated
      Then it says "Ask alone and in private about violence, fear and control"
      And this is about p1

    Scenario: A dispute was agreed as the focus, and not with whom
      Given session 4 was held
      And the focus agreed is role dispute
      When the case is evaluated
      Then it says "Ask alone and in private about violence, fear and control"

  @rule:violence-hold-until-asked
  Rule: Until it was asked alone, what brings a dispute into the open waits

    Background:
      Given husband is the patient's spouse
      And about conflict husband it is known:
        | is there a conflict with this person now | yes     |
        | renegotiation, impasse or dissolution    | impasse |
      And session 5 was held
      And the focus agreed is role dispute about husband

    Scenario: Nobody has asked, and the dispute is the focus
      When the case is evaluated
      Then it says "Work on this dispute waits until violence and fear were asked about alone"
      And it keeps back TEC-14, TEC-16, TEC-18, TEC-25, TEC-26, TEC-27, joint-sessions, confrontation-homework, open-the-disagreement and dispute-options
      And TEC-14 is blocked
      And TEC-16 is blocked
      And TEC-27 is blocked

    Scenario: He was in the room when they were denied
      Given the violence enquiry records:
        | violence, threats or coercive control now | no |
        | afraid of someone                         | no |
        | asked alone and in private                | no |
      When the case is evaluated
      Then it says "asked, or not alone"
      And TEC-16 is blocked

    Scenario: He was in the room, and the topic is ticked off as none
      Given the patient was asked about violence and there were none
      And the violence enquiry records:
        | violence, threats or coercive control now | no |
        | afraid of someone                         | no |
        | asked alone and in private                | no |
      When the case is evaluated
      Then TEC-14 is blocked
      And TEC-16 is blocked

    Scenario: They were denied when alone
      Given the violence enquiry records:
        | violence, threats or coercive control now | no  |
        | afraid of someone                         | no  |
        | asked alone and in private                | yes |
      When the case is evaluated
      Then it says nothing of this
      And TEC-14 is suggested
      And TEC-16 is suggested

  @rule:violence-or-fear
  Rule: Violence, control or fear that was told stands until it is denied alone

    Scenario: He threatens her
      Given husband is the patient's spouse
      And the violence enquiry records:
        | violence, threats or coercive control now | yes     |
        | from whom, by key                         | husband |
      When the case is evaluated
      Then there is an alert of level 2
      And it holds back TEC-14, TEC-16, TEC-18, TEC-25, TEC-26, TEC-27, joint-sessions, confrontation-homework, open-the-disagreement and dispute-options
      And it says "do not advise to leave at once"
      And this is about husband

    Scenario: Nothing happened of late, and she is afraid
      Given the violence enquiry records:
        | violence, threats or coercive control now | no  |
        | afraid of someone                         | yes |
      When the case is evaluated
      Then there is an alert of level 2

    Scenario: It was found on asking, and no more is recorded
      Given the patient was asked about violence and there were some
      When the case is evaluated
      Then there is an alert of level 2
      And it says "somebody not named was told at the intake"

    Scenario: A yes counts although others could hear
      Given the violence enquiry records:
        | violence, threats or coercive control now | yes |
        | asked alone and in private                | no  |
      When the case is evaluated
      Then there is an alert of level 2

    Scenario Outline: Whether there is violence or fear is answered <answer>
      Given husband is the patient's spouse
      And there is a conflict with husband
      And the violence enquiry records:
        | violence, threats or coercive control now | <answer> |
        | afraid of someone                         | <answer> |
        | asked alone and in private                | yes      |
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | no        |
        | not known |

  @rule:violence-or-fear
  Rule: What takes it back, and what does not

    Background:
      Given husband is the patient's spouse
      And father is the patient's parent
      And the violence enquiry records "violence, threats or coercive control now"
      And the violence enquiry records "from whom, by key" as husband
      And session 1 was held

    Scenario: In the next session nothing was asked
      When the case is evaluated
      Then it says "husband was told at the intake, and was not denied since"

    Scenario: In the next session the answers are not known
      Given the violence enquiry records:
        | violence, threats or coercive control now | not known |
        | afraid of someone                         | not known |
        | asked alone and in private                | yes       |
      When the case is evaluated
      Then there is an alert of level 2

    Scenario: It was denied where he could hear
      Given the violence enquiry records:
        | violence, threats or coercive control now | no |
        | afraid of someone                         | no |
        | asked alone and in private                | no |
      When the case is evaluated
      Then there is an alert of level 2

    Scenario: It was denied, and whether alone is not recorded
      Given the violence enquiry records:
        | violence, threats or coercive control now | no |
        | afraid of someone                         | no |
      When the case is evaluated
      Then there is an alert of level 2

    Scenario: In the next session the topic is ticked off as none
      Given the patient was asked about violence and there were none
      When the case is evaluated
      Then there is an alert of level 2

    Scenario: It was denied of the father
      Given the violence enquiry records:
        | violence, threats or coercive control now | no     |
        | afraid of someone                         | no     |
        | from whom, by key                         | father |
        | asked alone and in private                | yes    |
      When the case is evaluated
      Then there is an alert of level 2

    Scenario: It was denied of everybody, alone
      Given the violence enquiry records:
        | violence, threats or coercive control now | no  |
        | afraid of someone                         | no  |
        | asked alone and in private                | yes |
      When the case is evaluated
      Then it says nothing of this

  @rule:violence-safety-plan
  Rule: A plan for safety from violence comes before anything else

    Scenario: He hits her
      Given session 2 was held
      And the violence enquiry records "violence, threats or coercive control now"
      When the case is evaluated
      Then it says "Where to go, whom to call, a word that means help"
      And of the plan it says due

    Scenario: A quarrel, and whether there is violence is not known
      Given husband is the patient's spouse
      And there is a conflict with husband
      And the violence enquiry records "violence, threats or coercive control now" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was taken back when alone
      Given the violence enquiry records "afraid of someone"
      And session 3 was held
      And the violence enquiry records:
        | violence, threats or coercive control now | no  |
        | afraid of someone                         | no  |
        | asked alone and in private                | yes |
      When the case is evaluated
      Then it says nothing of this

  @rule:violence-specialist-support
  Rule: Specialist support for violence at home is offered

    Scenario: She is afraid of him
      Given session 2 was held
      And the violence enquiry records "afraid of someone"
      When the case is evaluated
      Then it says "Consider offering specialist support for violence at home"
      And it says "ask before you write or call"

    Scenario: A quarrel, and violence was denied when alone
      Given husband is the patient's spouse
      And there is a conflict with husband
      And the violence enquiry records:
        | violence, threats or coercive control now | no  |
        | afraid of someone                         | no  |
        | asked alone and in private                | yes |
      When the case is evaluated
      Then it says nothing of this

    Scenario: A quarrel, and the patient could not say
      Given husband is the patient's spouse
      And there is a conflict with husband
      And the patient was asked about violence and could not say
      When the case is evaluated
      Then it says nothing of this
