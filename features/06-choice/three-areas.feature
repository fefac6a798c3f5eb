Feature: A site that works with three areas
  Protocol CON-04 and FOC-03. Some services work with grief, disputes and transitions only. There isolation is no focus: it
  makes the choice less sure, and asks for another look at what may lie behind it.

  @rule:isolation-look-again
  Rule: At a site with three areas isolation asks for another look at deaths and disputes

    Background:
      Given a site that works with three areas
      And the social life records:
        | a pattern of many years: few ties, loneliness, unease with people | yes |
        | confirmed that there is nobody to confide in                      | yes |

    Scenario: Alone for years, and everything was asked
      Given the patient was asked about deaths, other losses, life changes and conflicts and there were none
      When the case is evaluated
      Then it says "look for an unspoken death or a hidden dispute behind it"
      And the answer is needed for focus
      And no focus is recommended
      And the arguments add up to grief 0, dispute 0, transition 0, deficits 4

    Scenario: The patient finds loneliness most pressing
      Given the patient finds interpersonal deficits most pressing
      When the case is evaluated
      Then it says "The service works with three areas"
      And no focus is recommended

    Scenario: A death stands out as the focus, and the isolation is not explained by it
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      When the case is evaluated
      Then the recommended focus is grief
      And it says "look for an unspoken death or a hidden dispute behind it"
      And the confidence is low

    Scenario: A focus was agreed on
      Given mother is the patient's parent
      And mother died, it is not known when
      And session 3 was held
      And the focus agreed is grief about death-of-mother
      When the case is evaluated
      Then it says nothing of this

    Scenario: Interpersonal deficits were agreed on, at another service
      Given session 3 was held
      And the focus agreed is interpersonal deficits
      When the case is evaluated
      Then it says "was agreed on as the focus"
      And the agreed focus is interpersonal deficits

  @rule:isolation-look-again
  Rule: Isolation that belongs to the episode asks for no other look

    Scenario: The isolation began with this episode
      Given a site that works with three areas
      And the social life records "isolated or lonely now"
      And the social life records "began with this episode"
      When the case is evaluated
      Then it says nothing of this

  @rule:isolation-look-again
  Rule: At a site with four areas isolation may be the focus

    Scenario: Alone for years, and everything was asked: recommended where there are four areas
      Given the social life records:
        | a pattern of many years: few ties, loneliness, unease with people | yes |
        | confirmed that there is nobody to confide in                      | yes |
      And the patient was asked about deaths, other losses, life changes and conflicts and there were none
      When the case is evaluated
      Then the recommended focus is interpersonal deficits
      And it says nothing of this

  @rule:focus-recommended
  Rule: At a site with three areas the others are recommended as everywhere

    Scenario: A death stands out, and nothing speaks of isolation
      Given a site that works with three areas
      And the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      When the case is evaluated
      Then it says "Consider grief as the focus"
      And of the choice it says recommend
      And the confidence is medium

    Scenario: Loneliness that began with a move belongs to the move
      Given a site that works with three areas
      And the low mood began 5 months before the intake
      And a move called the-move, 60 days before the low mood began
      And about change the-move it is known: "the patient finds the change hard"
      And the social life records "began_with_event" as the-move
      When the case is evaluated
      Then it says "Consider role transition as the focus"

  @rule:no-trigger-visible
  Rule: At a site with three areas isolation is told in its own words

    Scenario: Isolation, and nothing else is recorded
      Given a site that works with three areas
      And the social life records "isolated or lonely now"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nothing is recorded at all
      Given a site that works with three areas
      When the case is evaluated
      Then it says "No trigger is visible"
      And the answer is needed for focus
