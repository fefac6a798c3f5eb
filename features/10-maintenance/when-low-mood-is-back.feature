Feature: When the low mood is back in maintenance, plans for staying well wait
  Protocol MNT-20: weekly sessions and a medical review are the matter; length, medicine and measures of maintenance are not.

  @rule:maintenance-keep-medicine
  Rule: Keeping the medicine is not raised while a medical review is

    Background:
      Given a patient at intake
      And the patient records "age in years" as 50
      And the patient was asked about bipolar history and there were none
      And a medicine is taken:
        | name | sertraline |
      And session 17 was held
      And the phase is recorded as maintenance

    Scenario: A PHQ-9 of fifteen
      Given the maintenance records "accepted" as yes
      And the PHQ-9 is 15
      When the case is evaluated
      Then it says nothing of this

    Scenario: A PHQ-9 of three
      Given the maintenance records "accepted" as yes
      And the PHQ-9 is 3
      When the case is evaluated
      Then it says "about keeping the medicine"

  @rule:measure-half-way
  Rule: A measure half-way is not planned when weekly sessions are on the table

    Scenario: A PHQ-9 of fifteen, contacts monthly
      Given a patient at intake
      And session 17 was held
      And the phase is recorded as maintenance
      And the maintenance records "how often" as monthly
      And the PHQ-9 is 15
      When the case is evaluated
      Then it says nothing of this

  @rule:maintenance-longer
  Rule: Nor is a longer contract offered

    Background:
      Given a patient at intake
      And the episode records "which episode of life, this one counted" as 3
      And the diagnosis records "severity as the clinician judges it" as severe
      And session 17 was held
      And the phase is recorded as maintenance
      And the maintenance records "accepted" as yes

    Scenario: The PHQ-9 is three
      Given the PHQ-9 is 3
      When the case is evaluated
      Then it says "24 to 36 months of maintenance"

    Scenario: The PHQ-9 is fifteen
      Given the PHQ-9 is 15
      When the case is evaluated
      Then it says nothing of this
