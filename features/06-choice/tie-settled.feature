Feature: A tie that the patient has settled is not asked about again
  Protocol FOC-12 and FOC-13: the person's own view of what matters most outweighs a small lead.

  @rule:focus-tie-patient-view
  Rule: Where the patient finds one of two close areas most pressing, that decides

    Background:
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began

    Scenario: She finds the one that is just behind most pressing
      Given a move called the-move, 70 days before the low mood began
      And the patient finds role transition most pressing
      When the case is evaluated
      Then the choice is open between role transition and grief
      And it says "The patient finds role transition most pressing: in a tie that decides"
      And it does not say "ask which is most pressing"
      And it does not say "differs from the focus as it stands"

    Scenario: She has not said
      Given a move called the-move, 70 days before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: What she finds most pressing lies far behind
      Given a move called the-move, 4 months before the low mood began
      And the patient finds role transition most pressing
      When the case is evaluated
      Then it says nothing of this
