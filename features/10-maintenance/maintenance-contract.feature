Feature: The contract of maintenance
  Protocol F, MNT-07 to MNT-11 and MNT-15 to MNT-17. Maintenance has a contract of its own: by default monthly for a
  year, longer after several severe episodes. A medicine that was needed to get well is a question for who prescribes.

  @rule:maintenance-contract-open
  Rule: What the maintenance contract does not state yet is named

    Background:
      Given a patient at intake
      And 16 sessions are planned
      And no medicine is taken

    Scenario: Maintenance is wanted, and only how often is stated
      Given session 15 was held
      And the maintenance records:
        | accepted  | yes     |
        | how often | monthly |
      When the case is evaluated
      Then it says "Complete the maintenance contract: open parts 9"
      And of the plan it says open
      And the list shown is maintenance-parts
      And open is "Its aim"
      And done is "How often"
      And done is "Medication, where one is taken"

    Scenario: Everything is stated
      Given session 15 was held
      And the maintenance records:
        | accepted                                        | yes     |
        | how often                                       | monthly |
        | how many contacts are planned                   | 12      |
        | a way to make contact in an emergency is agreed | yes     |
      And the maintenance records "contract parts" as [aim, start, focus, measures, warning-signs, step-up-rule, review-date]
      When the case is evaluated
      Then it says nothing of this

    Scenario: The same contract says nothing of a medicine that may be taken
      Given a medicine is taken:
        | taken | not-known |
      And session 15 was held
      And the maintenance records:
        | accepted                                        | yes     |
        | how often                                       | monthly |
        | how many contacts are planned                   | 12      |
        | a way to make contact in an emergency is agreed | yes     |
      And the maintenance records "contract parts" as [aim, start, focus, measures, warning-signs, step-up-rule, review-date]
      When the case is evaluated
      Then it says "The contract does not state yet: medication"

    Scenario: In maintenance the review date is still open
      Given session 17 was held
      And the phase is recorded as maintenance
      And the maintenance records:
        | accepted                                        | yes        |
        | how often                                       | monthly    |
        | when the maintenance contract ends              | 2027-05-01 |
        | a way to make contact in an emergency is agreed | yes        |
      And the maintenance records "contract parts" as [aim, start, focus, measures, warning-signs, step-up-rule]
      When the case is evaluated
      Then it says "when it is reviewed"

    Scenario Outline: Nothing is stated, and the answer is <answer>
      Given session 15 was held
      And the maintenance records "accepted" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | no        |
        | not known |

  @rule:maintenance-usual-frame
  Rule: Where how often or how long is open, the usual frame is offered

    Background:
      Given a patient at intake
      And 16 sessions are planned

    Scenario: Maintenance is wanted, and nothing else is said
      Given session 15 was held
      And the maintenance records "accepted" as yes
      When the case is evaluated
      Then it says "monthly, for 12 months, then a review"
      And of the plan it says offer
      And it says "sessions of 50 minutes over 12 months, and at least 4 sessions"

    Scenario Outline: Only one of the two is said: <what>
      Given session 15 was held
      And the maintenance records:
        | accepted | yes     |
        | <what>   | <value> |
      When the case is evaluated
      Then it says "how often or for how long is not recorded"

      Examples:
        | what                               | value      |
        | how often                          | monthly    |
        | how many contacts are planned      | 12         |
        | when the maintenance contract ends | 2027-05-01 |

    Scenario: Both are said
      Given session 15 was held
      And the maintenance records:
        | accepted                           | yes         |
        | how often                          | fortnightly |
        | when the maintenance contract ends | 2027-05-01  |
      When the case is evaluated
      Then it says nothing of this

    Scenario: Maintenance is declined, and no frame is needed
      Given session 15 was held
      And the maintenance records "accepted" as no
      When the case is evaluated
      Then it says nothing of this

  @rule:maintenance-too-short
  Rule: At least four more sessions are planned to prevent a relapse

    Background:
      Given a patient at intake
      And 16 sessions are planned

    Scenario: Three are planned
      Given session 15 was held
      And the maintenance records:
        | accepted                      | yes |
        | how many contacts are planned | 3   |
      When the case is evaluated
      Then it says "Planned are 3. A guideline asks for at least 4"

    Scenario Outline: <number> are planned, and the answer is <answer>
      Given session 15 was held
      And the maintenance records:
        | accepted                      | <answer> |
        | how many contacts are planned | <number> |
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | number | answer |
        | 4      | yes    |
        | 3      | no     |

    Scenario: How many are planned is not recorded
      Given session 15 was held
      And the maintenance records "accepted" as yes
      When the case is evaluated
      Then it says nothing of this

  @rule:maintenance-longer
  Rule: After several severe episodes two to three years of maintenance are offered

    Background:
      Given a patient at intake
      And 16 sessions are planned

    Scenario: A third episode, severe now
      Given the episode records "which episode of life, this one counted" as 3
      And the PHQ-9 is 20
      And session 15 was held
      And the maintenance records "accepted" as yes
      When the case is evaluated
      Then it says "24 to 36 months of maintenance"
      And of the plan it says offer

    Scenario: A third episode, an earlier one was severe
      Given the episode records:
        | which episode of life, this one counted   | 3   |
        | an earlier episode was severe or suicidal | yes |
      And the PHQ-9 is 15
      And session 15 was held
      And the maintenance records "accepted" as yes
      When the case is evaluated
      Then it says "an earlier one severe or suicidal: yes"

    Scenario Outline: Episode <number>, the PHQ-9 was <phq9>, and maintenance is answered <answer>
      Given the episode records "which episode of life, this one counted" as <number>
      And the PHQ-9 is <phq9>
      And session 15 was held
      And the maintenance records "accepted" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | number | phq9 | answer |
        | 2      | 20   | yes    |
        | 3      | 19   | yes    |
        | 3      | 20   | no     |

  @rule:maintenance-bridge
  Rule: A few fortnightly sessions lead over to monthly ones

    Background:
      Given a patient at intake
      And 16 sessions are planned
      And session 14 was held

    Scenario: Maintenance is wanted
      Given the maintenance records "accepted" as yes
      When the case is evaluated
      Then it says "2 to 3 sessions every two weeks, then monthly"
      And of the plan it says offer
      And it says "sessions left of the present course: 2"

    Scenario Outline: The answer is <answer>
      Given the maintenance records "accepted" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | no        |
        | not known |

    Scenario: Thoughts of death are told in the session
      Given the maintenance records "accepted" as yes
      And PHQ-9 item 9 is 1
      When the case is evaluated
      Then it says nothing of this

    Scenario: Maintenance has begun
      Given the maintenance records "accepted" as yes
      And session 17 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:maintenance-keep-medicine
  Rule: Whether the medicine is kept in maintenance is asked of whoever prescribes it

    Background:
      Given a patient at intake
      And the patient records "age in years" as 40
      And the patient was asked about bipolar history and there were none
      And 16 sessions are planned
      And the PHQ-9 is 16

    Scenario: Maintenance is wanted, and a medicine is taken
      Given a medicine is taken:
        | kind | antidepressant |
      And session 15 was held
      And the maintenance records "accepted" as yes
      When the case is evaluated
      Then it says "Ask the prescriber about keeping the medicine during maintenance"
      And of the plan it says offer

    Scenario: None is taken
      Given no medicine is taken
      And session 15 was held
      And the maintenance records "accepted" as yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: A medicine is taken, and maintenance is declined
      Given a medicine is taken:
        | kind | antidepressant |
      And session 15 was held
      And the maintenance records "accepted" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: The treatment did not help
      Given a medicine is taken:
        | kind | antidepressant |
      And session 15 was held
      And the PHQ-9 is 15
      And the maintenance records "accepted" as yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: A pregnant woman takes one
      Given the patient records "pregnant now"
      And a medicine is taken:
        | kind | antidepressant |
      And session 15 was held
      And the maintenance records "accepted" as yes
      When the case is evaluated
      Then it says nothing of this

  @rule:maintenance-keep-medicine-specialist
  Rule: In pregnancy and the like, keeping the medicine is a specialist's question

    Background:
      Given a patient at intake
      And the patient records "age in years" as 40
      And the patient was asked about bipolar history and there were none
      And 16 sessions are planned
      And a medicine is taken:
        | kind | antidepressant |

    Scenario: She is breast-feeding
      Given the patient records "breast-feeding now"
      And session 15 was held
      And the maintenance records "accepted" as yes
      When the case is evaluated
      Then it says "breast-feeding is recorded"
      And of the plan it says offer

    Scenario: Past mania could not be ruled out
      Given the patient was asked about bipolar history and could not say
      And session 15 was held
      And the maintenance records "accepted" as yes
      When the case is evaluated
      Then it says "earlier mania or hypomania is not ruled out"

    Scenario: Nothing asks for a specialist
      Given session 15 was held
      And the maintenance records "accepted" as yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: She is pregnant, and not of age
      Given the patient records "pregnant now"
      And the patient records "age in years" as 17
      And session 15 was held
      And the maintenance records "accepted" as yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: She is pregnant, and the treatment did not help
      Given the PHQ-9 is 16
      And the patient records "pregnant now"
      And session 15 was held
      And the PHQ-9 is 15
      And the maintenance records "accepted" as yes
      When the case is evaluated
      Then it says nothing of this

  @rule:maintenance-therapy-alone
  Rule: Who got well with IPT alone may stay well with monthly IPT alone

    Background:
      Given a patient at intake
      And 16 sessions are planned
      And no medicine is taken
      And the PHQ-9 is 16

    Scenario: In remission without medicine, and maintenance is wanted
      Given session 15 was held
      And the PHQ-9 is 4
      And the maintenance records "accepted" as yes
      When the case is evaluated
      Then it says "monthly IPT alone is a tried way to stay well"

    Scenario Outline: The PHQ-9 is <phq9>, and maintenance is answered <answer>
      Given session 15 was held
      And the PHQ-9 is <phq9>
      And the maintenance records "accepted" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | phq9 | answer |
        | 5    | yes    |
        | 4    | no     |

    Scenario: A medicine was begun on the way
      Given session 6 was held
      And a medicine is taken:
        | kind | antidepressant |
      And session 15 was held
      And the PHQ-9 is 4
      And the maintenance records "accepted" as yes
      When the case is evaluated
      Then it says nothing of this

  @rule:severe-recurrent-ask-prescriber
  Rule: In severe recurrent illness medicine for staying well is a question for a prescriber

    Background:
      Given a patient at intake
      And the patient records "age in years" as 40
      And the patient was asked about bipolar history and there were none
      And 16 sessions are planned
      And no medicine is taken

    Scenario: A third episode, severe now, and none is taken
      Given the episode records "which episode of life, this one counted" as 3
      And the PHQ-9 is 20
      And session 13 was held
      When the case is evaluated
      Then it says "consider asking a prescriber about medicine for staying well"
      And of the plan it says offer

    Scenario: In maintenance, a third episode, an earlier one was severe
      Given the episode records:
        | which episode of life, this one counted   | 3   |
        | an earlier episode was severe or suicidal | yes |
      And session 17 was held
      And the phase is recorded as maintenance
      When the case is evaluated
      Then it says "This is episode number 3"

    Scenario Outline: Episode <number>, and the PHQ-9 was <phq9>
      Given the episode records "which episode of life, this one counted" as <number>
      And the PHQ-9 is <phq9>
      And session 13 was held
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | number | phq9 |
        | 2      | 20   |
        | 3      | 19   |

    Scenario: One is taken already
      Given the episode records "which episode of life, this one counted" as 3
      And the PHQ-9 is 20
      And a medicine is taken:
        | kind | antidepressant |
      And session 13 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: A pregnant woman in her third severe episode
      Given the patient records "pregnant now"
      And the episode records "which episode of life, this one counted" as 3
      And the PHQ-9 is 20
      And session 13 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:severe-recurrent-ask-specialist
  Rule: In pregnancy and the like, medicine for staying well is a specialist's question

    Background:
      Given a patient at intake
      And the patient records "age in years" as 40
      And the patient was asked about bipolar history and there were none
      And 16 sessions are planned
      And no medicine is taken

    Scenario: Pregnant, a third episode, severe now
      Given the patient records "pregnant now"
      And the episode records "which episode of life, this one counted" as 3
      And the PHQ-9 is 20
      And session 13 was held
      When the case is evaluated
      Then it says "Why a specialist: pregnancy is recorded"
      And of the plan it says offer

    Scenario: Pregnant, a second episode, severe now
      Given the patient records "pregnant now"
      And the episode records "which episode of life, this one counted" as 2
      And the PHQ-9 is 20
      And session 13 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: A third severe episode, and nothing asks for a specialist
      Given the episode records "which episode of life, this one counted" as 3
      And the PHQ-9 is 20
      And session 13 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Whether a medicine is taken could not be said
      Given the patient records "pregnant now"
      And a medicine is taken:
        | taken | not-known |
      And the episode records "which episode of life, this one counted" as 3
      And the PHQ-9 is 20
      And session 13 was held
      When the case is evaluated
      Then it says nothing of this
