Feature: What must be known for safety and is not
  Protocol J2 with A3 (FMT-05), A4 (SAF-02, SAF-12, SAF-20, SAF-22, SAF-31) and G (MEA-07, MEA-15). A blank is asked
  about aloud; a screener is negative only when every question it requires was answered no.

  @rule:risk-not-asked
  Rule: Suicide is asked about directly at the intake and in every session

    Scenario: Nobody asked at the intake
      Given a patient at intake
      When the case is evaluated
      Then it says "Ask directly about suicide"
      And the answer is needed for safety

    Scenario: A questionnaire is no question
      Given session 3 was held
      And the PHQ-9 is 4 with item 9 at 0
      When the case is evaluated
      Then it says "Neither a direct question nor a C-SSRS question is recorded"

    Scenario: It was asked last time
      Given session 2 was held
      And the patient was asked directly about suicide
      And session 3 was held
      When the case is evaluated
      Then it says "it is not recorded as asked in this session"

    Scenario: The patient could not say
      Given session 3 was held
      And C-SSRS question 1 is answered not known
      When the case is evaluated
      Then it says "Ask directly about suicide"

    Scenario: It was asked in this session
      Given session 3 was held
      And the patient was asked directly about suicide
      When the case is evaluated
      Then it says nothing of this

    Scenario: One question of the screener was asked in this session
      Given session 3 was held
      And C-SSRS question 1 is answered no
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was asked on the telephone after a missed session
      Given session 3 was held
      And session 4 was missed without notice
      And the patient was asked directly about suicide
      When the case is evaluated
      Then it says nothing of this

  @rule:item-9-missing
  Rule: A blank on the item about being better off dead is asked aloud, never taken for nought

    Scenario: Item 9 was left blank
      Given session 2 was held
      And the PHQ-9 answers are 1,1,1,1,1,1,1,1,-
      When the case is evaluated
      Then it says "The self-harm item was left blank or not recorded: ask it aloud"
      And the answer is needed for safety
      And it says "It is taken as unanswered, not as nought"

    Scenario: Only the total was recorded
      Given session 2 was held
      And the PHQ-9 is 8
      When the case is evaluated
      Then it says "ask it aloud"

    Scenario: Item 10 of the EPDS was left out
      Given session 2 was held
      And the EPDS is 8
      When the case is evaluated
      Then it says "A PHQ-9 or EPDS of the session now, or sent in since, stands without its answer"

    Scenario: Item 9 of the PHQ-9 does not answer item 10 of the EPDS
      Given session 2 was held
      And PHQ-9 item 9 is 0
      And the EPDS is 8
      When the case is evaluated
      Then it says "ask it aloud"

    Scenario: Item 9 was answered with nought
      Given session 2 was held
      And the PHQ-9 answers are 1,1,1,1,1,1,1,1,0
      When the case is evaluated
      Then it says nothing of this

    Scenario: Another item was left blank
      Given session 2 was held
      And the PHQ-9 answers are 1,1,-,1,1,1,1,1,0
      When the case is evaluated
      Then it says nothing of this

    Scenario: No questionnaire was filled in this time
      Given session 1 was held
      And the PHQ-9 is 8
      And session 2 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:cssrs-incomplete
  Rule: A screener with open questions is not negative: the rest is asked

    Scenario Outline: Open is <open>
      Given session 2 was held
      And C-SSRS questions <denied> are answered no
      When the case is evaluated
      Then it says "<open>"
      And it says "Until then it is not negative"

      Examples:
        | denied  | open                            |
        | 1 and 2 | question 6 (suicidal behaviour) |
        | 1 and 6 | question 2 (suicidal thoughts)  |
        | 2 and 6 | question 1 (wish to be dead)    |

    Scenario: After a yes to thoughts method, intent and plan are asked about
      Given session 2 was held
      And C-SSRS questions 1 and 2 are answered yes
      And C-SSRS question 6 is answered no
      When the case is evaluated
      Then it says "question 3"
      And the answer is needed for safety
      And it says "question 4"
      And it says "question 5"

    Scenario: After a yes to behaviour the last three months are asked about
      Given session 2 was held
      And C-SSRS questions 1 and 2 are answered no
      And C-SSRS question 6 is answered yes
      When the case is evaluated
      Then it says "in the last three months"

    Scenario: An answer not known leaves the question open
      Given session 2 was held
      And the whole C-SSRS screener is answered no
      And C-SSRS question 6 is answered not known
      When the case is evaluated
      Then it says "question 6"

    Scenario: A yes is acted on while the rest is asked
      Given session 2 was held
      And C-SSRS question 4 is answered yes
      When the case is evaluated
      Then it says "The C-SSRS screener has open questions: ask the rest"
      And the highest alert is of level 1

    Scenario: Thoughts were denied, so that questions 3 to 5 need no answer
      Given session 2 was held
      And C-SSRS questions 1, 2 and 6 are answered no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Every question was answered
      Given session 2 was held
      And C-SSRS questions 1, 2, 3, 4, 5 and 6 are answered yes
      And suicidal behaviour in the last three months is answered no
      When the case is evaluated
      Then it says nothing of this

    Scenario: The rest was asked in the next session
      Given session 2 was held
      And C-SSRS question 1 is answered no
      And session 3 was held
      And C-SSRS questions 1, 2 and 6 are answered no
      When the case is evaluated
      Then it says nothing of this

  @rule:safety-plan-none
  Rule: With an urgent alert and no safety plan one is made

    Scenario Outline: Question <question> was answered yes, and there is no plan
      Given a patient at intake
      And C-SSRS question <question> is answered yes
      And the safety plan records "there is a written safety plan" as no
      When the case is evaluated
      Then it says "consider making one now"
      And of the plan it says due
      And it says "A promise not to harm oneself does not take the place of a safety plan"

      Examples:
        | question |
        | 3        |
        | 4        |

    Scenario: A wish to be dead is no urgent alert
      Given a patient at intake
      And C-SSRS question 1 is answered yes
      And the safety plan records "there is a written safety plan" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: There is a plan by now
      Given a patient at intake
      And C-SSRS question 4 is answered yes
      And the safety plan records "there is a written safety plan" as no
      And session 1 was held
      And the safety plan records "there is a written safety plan"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Whether there is a plan is another question
      Given a patient at intake
      And C-SSRS question 4 is answered yes
      And the safety plan records "there is a written safety plan" as not known
      When the case is evaluated
      Then it says nothing of this

  @rule:safety-plan-not-recorded
  Rule: With an urgent alert it must be known whether there is a safety plan

    Scenario Outline: Question <question> was answered yes, and nothing is recorded of a plan
      Given a patient at intake
      And C-SSRS question <question> is answered yes
      When the case is evaluated
      Then it says "ask whether there is a safety plan, or make one"

      Examples:
        | question |
        | 3        |
        | 4        |

    Scenario: Whether there is a plan was asked, and is not known
      Given a patient at intake
      And C-SSRS question 4 is answered yes
      And the safety plan records "there is a written safety plan" as not known
      When the case is evaluated
      Then it says "ask whether there is a safety plan, or make one"
      And the answer is needed for safety

    Scenario: The plan of an earlier session is known
      Given session 1 was held
      And the safety plan records "there is a written safety plan"
      And session 2 was held
      And C-SSRS question 4 is answered yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: There is none, which is known
      Given a patient at intake
      And C-SSRS question 4 is answered yes
      And the safety plan records "there is a written safety plan" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: A wish to be dead was told, and nothing of a plan
      Given a patient at intake
      And C-SSRS question 1 is answered yes
      When the case is evaluated
      Then it says nothing of this

  @rule:safety-plan-offer
  Rule: With thoughts of suicide a safety plan is offered where there is none

    Scenario: A wish to be dead, and there is no plan
      Given a patient at intake
      And C-SSRS question 1 is answered yes
      And the safety plan records "there is a written safety plan" as no
      When the case is evaluated
      Then it says "Consider working out a safety plan together"
      And of the plan it says offer

    Scenario: A wish to join somebody who died, and nobody recorded a plan
      Given a patient at intake
      And the risk enquiry records "a wish to join someone who died"
      When the case is evaluated
      Then it says "no safety plan is recorded"

    Scenario: There is a plan, and it is whole or not
      Given a patient at intake
      And C-SSRS question 1 is answered yes
      And the safety plan records "the parts it holds" as [warning-signs, coping-steps]
      When the case is evaluated
      Then it says nothing of this

    Scenario: Intent was told: a plan is more than an offer
      Given a patient at intake
      And C-SSRS questions 1 and 4 are answered yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: Item 9 is 1, and nobody has asked yet
      Given a patient at intake
      And PHQ-9 item 9 is 1
      When the case is evaluated
      Then it says nothing of this

  @rule:safety-plan-parts-missing
  Rule: Each of the six parts that a safety plan lacks is worked out

    Scenario Outline: Five parts are there, and missing is <missing>
      Given a patient at intake
      And the safety plan records "the parts it holds" as [<parts>]
      When the case is evaluated
      Then it says "Not recorded in the safety plan: <missing>."

      Examples:
        | missing                       | parts                                                                                          |
        | warning signs                 | coping-steps, distracting-people-and-places, people-to-ask, professionals, safer-surroundings  |
        | coping steps                  | warning-signs, distracting-people-and-places, people-to-ask, professionals, safer-surroundings |
        | distracting people and places | warning-signs, coping-steps, people-to-ask, professionals, safer-surroundings                  |
        | people to ask                 | warning-signs, coping-steps, distracting-people-and-places, professionals, safer-surroundings  |
        | professionals                 | warning-signs, coping-steps, distracting-people-and-places, people-to-ask, safer-surroundings  |
        | safer surroundings            | warning-signs, coping-steps, distracting-people-and-places, people-to-ask, professionals       |

    Scenario: There is a plan, and no part of it is recorded
      Given a patient at intake
      And the safety plan records "there is a written safety plan"
      When the case is evaluated
      Then it says "to be worked out together: safer surroundings, warning signs, coping steps"
      And of the plan it says open

    Scenario: The parts of two sessions make it whole
      Given session 1 was held
      And the safety plan records "the parts it holds" as [warning-signs, coping-steps, distracting-people-and-places]
      And session 2 was held
      And the safety plan records "the parts it holds" as [people-to-ask, professionals, safer-surroundings]
      When the case is evaluated
      Then it says nothing of this

    Scenario: There is no plan
      Given a patient at intake
      And the safety plan records "there is a written safety plan" as no
      When the case is evaluated
      Then it says nothing of this

  @rule:emergency-contact-missing
  Rule: An emergency contact and a way to reach the service are kept

    Scenario: Nothing is recorded
      Given a patient at intake
      When the case is evaluated
      Then it says "Ask for an emergency contact, and say how to reach you or the service"
      And the answer is needed for safety

    Scenario Outline: It is recorded as <answer>
      Given a patient at intake
      And the patient records "emergency contact" as <answer>
      When the case is evaluated
      Then it says "No emergency contact is recorded"

      Examples:
        | answer    |
        | no        |
        | not known |

    Scenario: There is one
      Given a patient at intake
      And the patient records "an emergency contact and a way to reach the service are recorded"
      When the case is evaluated
      Then it says nothing of this

    Scenario: In a remote session it is asked for together with the place
      Given session 1 was held
      And the session records "kind" as video
      When the case is evaluated
      Then it says nothing of this

  @rule:remote-reach-missing
  Rule: At the start of each remote session it is asked where the person is and whom to call

    Scenario Outline: Nothing is recorded of a session by <format>
      Given session 1 was held
      And the session records "kind" as <format>
      When the case is evaluated
      Then it says "Not recorded for the latest remote session: where the person is and a phone number"
      And it says "whether the person can speak in private, an emergency contact"

      Examples:
        | format    |
        | video     |
        | telephone |
        | online    |

    Scenario: The course is by telephone
      Given the course records "format" as telephone
      And session 1 was held
      When the case is evaluated
      Then it says "Remote session: ask at the start"
      And the answer is needed for safety

    Scenario: Whether the person can speak in private is not known
      Given the patient records "emergency contact"
      And session 1 was held
      And the session records:
        | kind           | video     |
        | location known | yes       |
        | private        | not known |
      When the case is evaluated
      Then it says "Not recorded for the latest remote session: whether the person can speak in private."

    Scenario: What was known last week may no longer hold
      Given the patient records "emergency contact"
      And session 1 was held
      And the session records:
        | kind           | video |
        | location known | yes   |
        | private        | yes   |
      And session 2 was held
      And the session records "kind" as video
      When the case is evaluated
      Then it says "where the person is and a phone number, whether the person can speak in private"

    Scenario: Place, privacy and emergency contact are recorded
      Given the patient records "emergency contact"
      And session 1 was held
      And the session records:
        | kind           | video |
        | location known | yes   |
        | private        | yes   |
      When the case is evaluated
      Then it says nothing of this

    Scenario: In a course by video this session was held in the room
      Given the course records "format" as video
      And session 1 was held
      And the session records "kind" as individual
      When the case is evaluated
      Then it says nothing of this

  @rule:remote-reach-missing-at-risk
  Rule: With an alert a remote session must not lack place, privacy or emergency contact

    Scenario Outline: Question <question> was answered yes on the telephone, and nothing is recorded of the place
      Given session 1 was held
      And the session records "kind" as telephone
      And C-SSRS question <question> is answered yes
      When the case is evaluated
      Then there is an alert of level 3
      And it says "Ask before anything else in this contact"

      Examples:
        | question |
        | 1        |
        | 3        |
        | 4        |

    Scenario: A wish to be dead, told in a video session without a place
      Given the patient records "emergency contact"
      And session 1 was held
      And the session records:
        | kind    | video |
        | private | yes   |
      And C-SSRS question 1 is answered yes
      When the case is evaluated
      Then there is an alert of level 3
      And it holds back no technique advice
      And it says "where the person is and a phone number. An alert stands"

    Scenario: Only a caution stands
      Given session 1 was held
      And the session records "kind" as video
      And the risk enquiry records "recent discharge from hospital"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Whether there is intent is not known
      Given session 1 was held
      And the session records "kind" as video
      And C-SSRS question 4 is answered not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: A wish to be dead was told, and everything is recorded
      Given the patient records "emergency contact"
      And session 1 was held
      And the session records:
        | kind           | video |
        | location known | yes   |
        | private        | yes   |
      And C-SSRS question 1 is answered yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: The session was held in the room
      Given session 1 was held
      And C-SSRS question 1 is answered yes
      When the case is evaluated
      Then it says nothing of this

  @rule:children-at-home-not-known
  Rule: Where violence is told it must be known whether children live in the home

    Scenario Outline: Told was "<told>", and nobody asked about children
      Given session 2 was held
      And the violence enquiry records "<told>"
      When the case is evaluated
      Then it says "ask whether children live in the home"

      Examples:
        | told                                      |
        | violence, threats or coercive control now |
        | afraid of someone                         |

    Scenario: It was asked, and is not known
      Given the patient records "children or dependent adults live in the home" as not known
      And session 2 was held
      And the violence enquiry records "afraid of someone"
      When the case is evaluated
      Then it says "is not recorded"
      And the answer is needed for safety

    Scenario Outline: Whether children live in the home is answered <answer>
      Given the patient records "children or dependent adults live in the home" as <answer>
      And session 2 was held
      And the violence enquiry records "afraid of someone"
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer |
        | yes    |
        | no     |

    Scenario: The inventory has a child who lives in the home
      Given child is the patient's child
      And about person child it is known: "lives in the same home"
      And session 2 was held
      And the violence enquiry records "afraid of someone"
      When the case is evaluated
      Then it says nothing of this

    Scenario: No violence was told
      Given husband is the patient's spouse
      And there is a conflict with husband
      And the violence enquiry records "violence, threats or coercive control now" as not known
      When the case is evaluated
      Then it says nothing of this

  @rule:children-and-violence-ask
  Rule: Where violence is told and children live in the home it is asked whether they are safe

    Scenario: He threatens her, and two children live in the home
      Given the patient records "children or dependent adults live in the home"
      And session 2 was held
      And the violence enquiry records "violence, threats or coercive control now"
      When the case is evaluated
      Then it says "Violence was told and children live in the home: ask whether they are safe"
      And the answer is needed for safety
      And it says "Know the local safeguarding procedure before you ask"

    Scenario: What was said before the violence was told settles nothing
      Given the patient records "children or dependent adults live in the home"
      And the risk enquiry records "concern for a child or dependent adult" as no
      And session 2 was held
      And the violence enquiry records "violence, threats or coercive control now"
      When the case is evaluated
      Then it says "ask whether they are safe"

    Scenario: Whether there is concern for them is not known
      Given the patient records "children or dependent adults live in the home"
      And the violence enquiry records "violence, threats or coercive control now"
      And the risk enquiry records "concern for a child or dependent adult" as not known
      When the case is evaluated
      Then it says "ask whether they are safe"

    Scenario Outline: It was asked, with the answer <answer>
      Given the patient records "children or dependent adults live in the home"
      And the violence enquiry records "violence, threats or coercive control now"
      And session 1 was held
      And the risk enquiry records "concern for a child or dependent adult" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer |
        | no     |
        | yes    |

    Scenario: No children live in the home
      Given the patient records "children or dependent adults live in the home" as no
      And the violence enquiry records "violence, threats or coercive control now"
      When the case is evaluated
      Then it says nothing of this
