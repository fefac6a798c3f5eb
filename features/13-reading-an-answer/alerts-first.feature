Feature: Alerts cannot be overlooked
  Whatever form an answer is read in, alerts come first and whole. Where the page is longer than the screen, its last line
  says that they stand at the top.

  Scenario: Intent was told
    Given the case nils-intent
    When the first screen is read
    Then "ACT NOW: Suicidal intent" stands before "TO ASK"
    And "TO ASK" stands before "PHASE"
    And every alert is on the page, with what to do

  Scenario: The page is longer than the screen
    Given the case nils-intent
    When the first screen is read on a screen of 24 lines
    Then "ACT NOW: Suicidal intent" stands before "TO ASK"
    And the page ends with "!! 3 alerts stand at the top, the highest: ACT NOW"

  Scenario: The page fits the screen
    Given the case nils-intent
    When the first screen is read on a screen of 200 lines
    Then the page does not say "stand at the top"

  Scenario: Nothing is told on a long page without an alert
    Given the case lena-impasse
    When the first screen is read on a screen of 24 lines
    Then the page says "ALERTS None from what is recorded."
    And the page does not say "at the top"

  Scenario: The linear form has the same alerts, first
    Given the case petra-item-nine
    When the first screen is read in linear form
    Then "ALERTS" stands before "TO ASK"
    And every alert is on the page, with what to do

  Scenario: Everything, with sources
    Given the case petra-item-nine
    When the whole answer is read
    Then "ALERTS" stands before "PHASE"
    And every alert is on the page, with what to do

  Scenario: For somebody who is not there the alert says when to ask
    Given the case pavel-missed
    When the first screen is read
    Then the page says "TODAY: A session was missed without notice after an alert: make contact today"
    And the page says "ASK AT THE NEXT CONTACT: A wish to be dead"
    And the page does not say "ASK IN THIS SESSION"

  Scenario: An answer as Markdown
    Given the case rania-violence
    When the first screen is read as Markdown
    Then "## Alerts" stands before "## To ask"
    And the page says "!! TODAY: Violence, control or fear was told"
