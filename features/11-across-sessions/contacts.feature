Feature: The list of contacts
  One line a contact tells what is recorded of it: whether it was held, the PHQ-9 with its change, the phase, whether there was
  a risk enquiry, whether there is a note. Nothing is judged, and what is not recorded is not told as a no.

  Background:
    Given a patient at intake

  Scenario: Nothing was asked about risk
    Given session 1 was held
    When the contacts are listed
    Then of session 1 the list says nothing about the risk enquiry
    And of session 1 the list says nothing about the PHQ-9

  Scenario: The screener was answered
    Given session 1 was held
    And the whole C-SSRS screener is answered no
    When the contacts are listed
    Then of session 1 the list says "answers recorded"
    And of the intake the list says nothing about the risk enquiry

  Scenario: A session was missed
    Given session 1 was missed without notice
    When the contacts are listed
    Then of session 1 the list says "missed"
    And of session 1 the list says nothing about the PHQ-9

  Scenario: The PHQ-9 is compared with the one before, whatever lies between
    Given the case pavel-missed
    When the contacts are listed
    Then of session 3 the list says "held"
    And of session 3 the list says "18 (+2)"
    And of session 4 the list says "missed"
    And of session 4 the list says nothing about the risk enquiry
