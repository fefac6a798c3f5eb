Feature: Psychosis, mania and dangers to the body
  Protocol A4 (SAF-17, SAF-18, SAF-23, SAF-30), A5 (SEV-13) and A2 (SUI-27). IPT for depression was made for depression
  without psychosis and outside bipolar disorder; some states need a physician or psychiatrist today.

  @rule:psychosis-now
  Rule: Psychotic symptoms are looked at by a psychiatrist today

    Scenario: Voices are recorded in the first session
      Given session 1 was held
      And the diagnosis records "psychotic symptoms now"
      When the case is evaluated
      Then there is an alert of level 2
      And it holds back all technique advice
      And it says "Ask what the voices or beliefs say about harm to self or others"

    Scenario: They were found when the topic was asked about
      Given a patient at intake
      And the patient was asked about psychosis and there were some
      When the case is evaluated
      Then there is an alert of level 2

    Scenario: The diagnosis says it
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as psychotic-depression
      When the case is evaluated
      Then there is an alert of level 2

    Scenario: Delusions long after a birth
      Given a patient at intake
      And the patient records:
        | weeks postpartum | 60 |
        | pregnant now     | no |
      And the risk enquiry records "psychotic signs"
      When the case is evaluated
      Then there is an alert of level 2

    Scenario: Delusions three weeks after a birth have another, more urgent alert
      Given a patient at intake
      And the patient records "weeks postpartum" as 3
      And the risk enquiry records "psychotic signs"
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: Whether there are psychotic symptoms is answered <answer>
      Given a patient at intake
      And the diagnosis records "psychotic symptoms now" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | no        |
        | not known |

    Scenario: Two sessions with nothing recorded clear nothing
      Given a patient at intake
      And the diagnosis records "psychotic symptoms now"
      And sessions 1 to 2 were held
      When the case is evaluated
      Then it says "stand until it is recorded that they have passed"

    Scenario: The psychotic symptoms have passed
      Given a patient at intake
      And the diagnosis records "psychotic symptoms now"
      And session 3 was held
      And the diagnosis records "psychotic symptoms now" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Long after a birth such signs were denied
      Given a patient at intake
      And the patient records:
        | weeks postpartum | 60 |
        | pregnant now     | no |
      And the risk enquiry records "psychotic signs" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Long after a birth only self-neglect was told
      Given a patient at intake
      And the patient records:
        | weeks postpartum | 60 |
        | pregnant now     | no |
      And the risk enquiry records "severe self-neglect"
      When the case is evaluated
      Then it says nothing of this

  @rule:psychosis-refer
  Rule: For psychotic symptoms the service is psychiatry

    Scenario: Voices are recorded, and psychiatry is named
      Given a patient at intake
      And the diagnosis records "psychotic symptoms now"
      When the case is evaluated
      Then it says "Consider psychiatric evaluation of the psychotic symptoms"

    Scenario: Confusion after a birth
      Given a patient at intake
      And the risk enquiry records "psychotic signs"
      When the case is evaluated
      Then it says "A psychiatrist can say whether IPT has a place"

    Scenario: Nobody knows whether there are any
      Given a patient at intake
      And the diagnosis records "psychotic symptoms now" as not known
      And the risk enquiry records "psychotic signs" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: Severe depression without psychosis
      Given a patient at intake
      And the diagnosis records "psychotic symptoms now" as no
      And the diagnosis records "severity as the clinician judges it" as severe
      When the case is evaluated
      Then it says nothing of this

    Scenario: For mania psychiatry is named elsewhere
      Given a patient at intake
      And the diagnosis records "mania, hypomania or mixed features now"
      When the case is evaluated
      Then it says nothing of this

  @rule:psychosis-not-standard-ipt
  Rule: Psychotic symptoms speak against standard IPT for now

    Scenario: Voices are recorded, and IPT was not made for that
      Given a patient at intake
      And the diagnosis records "psychotic symptoms now"
      When the case is evaluated
      Then it says "speak strongly against standard IPT"
      And this is a strong reason against the course acute
      And it says "Consider IPT again once the symptoms have passed"

    Scenario: Whether there are any is not known
      Given a patient at intake
      And the diagnosis records "psychotic symptoms now" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: Without psychotic symptoms nothing speaks against it any longer
      Given a patient at intake
      And the diagnosis records "psychotic symptoms now"
      And session 3 was held
      And the diagnosis records "psychotic symptoms now" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Confusion after a birth speaks against it too
      Given a patient at intake
      And the risk enquiry records "psychotic signs"
      When the case is evaluated
      Then it says "hallucinations, delusions, confusion or rapid swings"

    Scenario: Mania speaks against it by itself
      Given a patient at intake
      And the diagnosis records "mania, hypomania or mixed features now"
      When the case is evaluated
      Then it says nothing of this

  @rule:mania-now
  Rule: Mania, hypomania or mixed features are looked at by a psychiatrist without delay

    Scenario: She sleeps three hours and feels unbeatable
      Given session 6 was held
      And the diagnosis records "mania, hypomania or mixed features now"
      When the case is evaluated
      Then there is an alert of level 2
      And it holds back all technique advice
      And it says "Do not begin standard IPT, or pause it"

    Scenario: It was found when the topic was asked about
      Given a patient at intake
      And the patient was asked about mania and there were some
      When the case is evaluated
      Then there is an alert of level 2

    Scenario: A past high is not mania now
      Given a patient at intake
      And the diagnosis records "bipolar disorder, or past mania or hypomania"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Bipolar disorder is known, and whether there is mania now is not
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as bipolar-disorder
      And the diagnosis records "mania, hypomania or mixed features now" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: It has passed
      Given session 6 was held
      And the diagnosis records "mania, hypomania or mixed features now"
      And session 9 was held
      And the diagnosis records "mania, hypomania or mixed features now" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Voices are not mania
      Given a patient at intake
      And the diagnosis records "psychotic symptoms now"
      And the diagnosis records "mania, hypomania or mixed features now" as no
      When the case is evaluated
      Then it says nothing of this

  @rule:mania-refer
  Rule: For mania, hypomania or mixed features the service is psychiatry

    Scenario: Hypomania is recorded
      Given session 6 was held
      And the diagnosis records "mania, hypomania or mixed features now"
      When the case is evaluated
      Then it says "Consider urgent psychiatric review"

    Scenario: There was mania once, and there is none now
      Given a patient at intake
      And the diagnosis records:
        | bipolar disorder, or past mania or hypomania | yes |
        | mania, hypomania or mixed features now       | no  |
      When the case is evaluated
      Then it says nothing of this

    Scenario: For voices psychiatry is named elsewhere
      Given a patient at intake
      And the diagnosis records "psychotic symptoms now"
      When the case is evaluated
      Then it says nothing of this

  @rule:mania-not-standard-ipt
  Rule: Current mania speaks against standard IPT

    Scenario: Hypomania is recorded at the intake
      Given a patient at intake
      And the diagnosis records "mania, hypomania or mixed features now"
      When the case is evaluated
      Then it says "consider interpersonal and social rhythm therapy in place of standard IPT"
      And this is a strong reason against the course acute

    Scenario: A past episode alone does not speak against psychotherapy
      Given a patient at intake
      And the diagnosis records "bipolar disorder, or past mania or hypomania"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Whether there is mania now is not known
      Given a patient at intake
      And the diagnosis records "mania, hypomania or mixed features now" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: Voices speak against it by themselves
      Given a patient at intake
      And the diagnosis records "psychotic symptoms now"
      And the diagnosis records "mania, hypomania or mixed features now" as no
      When the case is evaluated
      Then it says nothing of this

  @rule:catatonia
  Rule: Catatonia goes to psychiatry at once

    Scenario: Catatonia is recorded
      Given a patient at intake
      And the diagnosis records "catatonia now"
      When the case is evaluated
      Then there is an alert of level 2
      And it holds back all technique advice
      And it says "see that the person drinks and is not left alone"

    Scenario Outline: Whether there is catatonia is answered <answer>
      Given a patient at intake
      And the diagnosis records "catatonia now" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | no        |
        | not known |

    Scenario: Not eating or drinking is not catatonia
      Given a patient at intake
      And the risk enquiry records "not eating or drinking"
      When the case is evaluated
      Then it says nothing of this

  @rule:self-neglect
  Rule: Severe self-neglect is a matter of the same day

    Scenario: He has not left his bed for two weeks
      Given session 2 was held
      And the risk enquiry records "severe self-neglect"
      When the case is evaluated
      Then there is an alert of level 2
      And it holds back all technique advice
      And it says "with somebody who can look in"

    Scenario: Whether there is self-neglect is not known
      Given session 2 was held
      And the risk enquiry records "severe self-neglect" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: He looks after himself again
      Given session 2 was held
      And the risk enquiry records "severe self-neglect"
      And session 4 was held
      And the risk enquiry records "severe self-neglect" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Not eating or drinking has its own alert
      Given session 2 was held
      And the risk enquiry records "not eating or drinking"
      When the case is evaluated
      Then it says nothing of this

  @rule:not-eating-or-drinking
  Rule: Who does not eat or drink needs medical contact today

    Scenario: She has refused food and drink since yesterday
      Given a patient at intake
      And the risk enquiry records "not eating or drinking"
      When the case is evaluated
      Then there is an alert of level 2
      And it holds back all technique advice
      And it says "without drinking it cannot wait"

    Scenario: Little appetite on the questionnaire is not refusal
      Given a patient at intake
      And the PHQ-9 answers are 2,2,2,2,3,2,1,1,0
      When the case is evaluated
      Then it says nothing of this

    Scenario: Whether she eats and drinks is not known
      Given a patient at intake
      And the risk enquiry records "not eating or drinking" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: Self-neglect has its own alert, and she eats
      Given a patient at intake
      And the risk enquiry records "severe self-neglect"
      And the risk enquiry records "not eating or drinking" as no
      When the case is evaluated
      Then it says nothing of this

  @rule:withdrawal-risk
  Rule: A risk of withdrawal needs medical contact today

    Scenario: He drinks daily and shakes in the morning
      Given a patient at intake
      And the diagnosis records "risk of withdrawal from alcohol or drugs"
      When the case is evaluated
      Then there is an alert of level 2
      And it holds back all technique advice
      And it says "not encouraging the person to stop suddenly and alone"

    Scenario: Dependence is recorded, and the risk of withdrawal is not known
      Given a patient at intake
      And the diagnosis records "use of alcohol or drugs" as dependence
      And the diagnosis records "risk of withdrawal from alcohol or drugs" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: The risk has passed
      Given a patient at intake
      And the diagnosis records "risk of withdrawal from alcohol or drugs"
      And session 2 was held
      And the diagnosis records "risk of withdrawal from alcohol or drugs" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Self-neglect in somebody who drinks is another alert
      Given a patient at intake
      And the diagnosis records "use of alcohol or drugs" as dependence
      And the risk enquiry records "severe self-neglect"
      When the case is evaluated
      Then it says nothing of this

  @rule:same-day-contact-for-sign
  Rule: For a danger to the body a physician or psychiatrist is contacted on the same day

    Scenario Outline: Told in the risk enquiry: <sign>
      Given a patient at intake
      And the risk enquiry records "<sign>"
      When the case is evaluated
      Then it says "Consider contact with a physician or psychiatrist today"

      Examples:
        | sign                   |
        | severe self-neglect    |
        | not eating or drinking |

    Scenario Outline: Recorded with the diagnosis: <sign>
      Given a patient at intake
      And the diagnosis records "<sign>"
      When the case is evaluated
      Then it says "It needs more than psychotherapy on the same day"

      Examples:
        | sign                                     |
        | catatonia now                            |
        | risk of withdrawal from alcohol or drugs |

    Scenario: A past attempt alone does not lead to a physician
      Given a patient at intake
      And the risk enquiry records "an attempt at any time in the past"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Whether he neglects himself is not known
      Given a patient at intake
      And the risk enquiry records "severe self-neglect" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was denied that he neglects himself
      Given a patient at intake
      And the risk enquiry records "severe self-neglect" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Psychotic symptoms have advice of their own
      Given a patient at intake
      And the diagnosis records "psychotic symptoms now"
      When the case is evaluated
      Then it says nothing of this
