Feature: Danger to others and to a baby
  Protocol A4, SAF-22 and SAF-25. Where somebody else may come to harm, the local procedure comes first. Around a birth
  psychotic signs are an emergency; unwanted thoughts of harm without intent call for careful enquiry, not alarm.

  @rule:harm-to-others
  Rule: With serious intent to harm someone the local duty procedure comes first

    Scenario: He says that he will harm his former boss
      Given session 3 was held
      And the risk enquiry records "serious intent to harm someone"
      When the case is evaluated
      Then there is an alert of level 1
      And it holds back all technique advice
      And it says "do not stay alone with it"

    Scenario Outline: Whether there is such intent is answered <answer>
      Given session 3 was held
      And the risk enquiry records "serious intent to harm someone" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | no        |
        | not known |

    Scenario: Next time nothing is recorded of it
      Given session 3 was held
      And the risk enquiry records "serious intent to harm someone"
      And session 4 was held
      When the case is evaluated
      Then it says "was recorded at session 3, and stands until it is recorded that it has passed"

    Scenario: The intent has passed
      Given session 3 was held
      And the risk enquiry records "serious intent to harm someone"
      And session 4 was held
      And the risk enquiry records "serious intent to harm someone" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Concern for a child is another matter
      Given session 3 was held
      And the risk enquiry records "concern for a child or dependent adult"
      When the case is evaluated
      Then it says nothing of this

  @rule:safeguarding-concern
  Rule: With concern for a child or dependent adult the safeguarding procedure comes first

    Scenario: A child is left alone at night
      Given session 3 was held
      And the risk enquiry records "concern for a child or dependent adult"
      When the case is evaluated
      Then there is an alert of level 1
      And it holds back all technique advice
      And it says "unless that would add to the danger"

    Scenario: It was found when the topic was asked about
      Given a patient at intake
      And the patient was asked about safeguarding and there were some
      When the case is evaluated
      Then there is an alert of level 1

    Scenario: The patient could not say
      Given a patient at intake
      And the patient was asked about safeguarding and could not say
      When the case is evaluated
      Then it says nothing of this

    Scenario: Children live in the home, and there is no concern for them
      Given a patient at intake
      And the patient records "children or dependent adults live in the home"
      And the risk enquiry records "concern for a child or dependent adult" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Intent to harm an adult is another matter
      Given session 3 was held
      And the risk enquiry records "serious intent to harm someone"
      When the case is evaluated
      Then it says nothing of this

  @rule:harm-to-baby
  Rule: Thoughts of harming the baby with intent are an emergency

    Scenario: She plans to harm the baby
      Given session 1 was held
      And the risk enquiry records "thoughts of harming the baby with intent"
      When the case is evaluated
      Then there is an alert of level 1
      And it holds back all technique advice
      And it says "before this contact ends"

    Scenario: Unwanted thoughts without intent are something else
      Given session 1 was held
      And the risk enquiry records "unwanted intrusive thoughts of harm without intent"
      And the risk enquiry records "thoughts of harming the baby with intent" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Whether there is intent is not known
      Given session 1 was held
      And the risk enquiry records "thoughts of harming the baby with intent" as not known
      When the case is evaluated
      Then it says nothing of this

  @rule:intrusive-thoughts-about-baby
  Rule: Unwanted thoughts of harm, without intent, are enquired into calmly

    Scenario: He is horrified by images of dropping the baby
      Given session 1 was held
      And the risk enquiry records "unwanted intrusive thoughts of harm without intent"
      When the case is evaluated
      Then there is an alert of level caution
      And it holds back no technique advice
      And it says "telling them is not a danger to the baby"

    Scenario: Intent has its own alert
      Given session 1 was held
      And the risk enquiry records "thoughts of harming the baby with intent"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Whether there are such thoughts is not known
      Given session 1 was held
      And the risk enquiry records "unwanted intrusive thoughts of harm without intent" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: Such thoughts were denied
      Given session 1 was held
      And the risk enquiry records "unwanted intrusive thoughts of harm without intent" as no
      When the case is evaluated
      Then it says nothing of this

  @rule:postpartum-psychosis
  Rule: Psychotic symptoms in pregnancy or within a year of a birth are an emergency

    Scenario Outline: Voices, and the patient record says <field> <value>
      Given a patient at intake
      And the patient records "<field>" as <value>
      And the diagnosis records "psychotic symptoms now"
      When the case is evaluated
      Then there is an alert of level 1
      And it says "Do not leave mother and baby alone"

      Examples:
        | field            | value |
        | weeks postpartum | 10    |
        | weeks postpartum | 51    |
        | weeks postpartum | 52    |
        | pregnant now     | yes   |

    Scenario: Voices 53 weeks after the birth
      Given a patient at intake
      And the patient records "weeks postpartum" as 53
      And the diagnosis records "psychotic symptoms now"
      When the case is evaluated
      Then it says nothing of this

    Scenario: The weeks go on counting from session to session
      Given a patient at intake
      And the patient records "weeks postpartum" as 50
      And session 3 was held
      And the diagnosis records "psychotic symptoms now"
      When the case is evaluated
      Then it says nothing of this

    Scenario: The birth stands on the timeline
      Given a patient at intake
      And a birth called birth on 2025-11-20
      And the diagnosis records "psychotic symptoms now"
      When the case is evaluated
      Then there is an alert of level 1
      And it holds back all technique advice

    Scenario: Nothing is known of a birth or a pregnancy
      Given a patient at intake
      And the diagnosis records "psychotic symptoms now"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Ten weeks after the birth, and psychosis is not known
      Given a patient at intake
      And the patient records "weeks postpartum" as 10
      And the diagnosis records "psychotic symptoms now" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: Ten weeks after the birth there is no psychosis
      Given a patient at intake
      And the patient records "weeks postpartum" as 10
      And the diagnosis records "psychotic symptoms now" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Ten weeks after the birth she neglects herself
      Given a patient at intake
      And the patient records "weeks postpartum" as 10
      And the risk enquiry records "severe self-neglect"
      When the case is evaluated
      Then it says nothing of this

  @rule:postpartum-psychotic-signs
  Rule: Signs of psychosis after a birth are an emergency unless the birth is known to be long past

    Scenario: She is confused three weeks after the birth
      Given a patient at intake
      And the patient records "weeks postpartum" as 3
      And the risk enquiry records "psychotic signs"
      When the case is evaluated
      Then there is an alert of level 1
      And it holds back all technique advice
      And it says "Involve the partner or another adult who can stay"
      And it says "Ask now about thoughts of harming the baby or herself"

    Scenario: When the birth was is not recorded
      Given a patient at intake
      And the risk enquiry records "psychotic signs"
      When the case is evaluated
      Then there is an alert of level 1

    Scenario: The birth is long past, and whether she is pregnant again is not known
      Given a patient at intake
      And the patient records "weeks postpartum" as 60
      And the risk enquiry records "psychotic signs"
      When the case is evaluated
      Then there is an alert of level 1

    Scenario: The birth is long past, and she is not pregnant
      Given a patient at intake
      And the patient records:
        | weeks postpartum | 60 |
        | pregnant now     | no |
      And the risk enquiry records "psychotic signs"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Whether there are such signs is not known
      Given a patient at intake
      And the patient records "weeks postpartum" as 3
      And the risk enquiry records "psychotic signs" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: Three weeks after the birth there are no such signs
      Given a patient at intake
      And the patient records "weeks postpartum" as 3
      And the risk enquiry records "psychotic signs" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Three weeks after the birth she neglects herself
      Given a patient at intake
      And the patient records "weeks postpartum" as 3
      And the risk enquiry records "severe self-neglect"
      When the case is evaluated
      Then it says nothing of this
