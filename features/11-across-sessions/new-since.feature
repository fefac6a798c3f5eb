Feature: What is new since an earlier contact
  Advice on the day is laid beside what was said at an earlier contact, as the case was known then. What was not said,
  or not in these words, is new. An alert that stood then and stands now is not new, and no less an alert.

  Background:
    Given a patient at intake

  Scenario: Intent was told last time
    Given session 1 was held
    And C-SSRS question 4 is answered yes
    When the case is evaluated beside the intake
    Then new is "Suicidal intent"
    And there is an alert of level 1

  @statement:SAF-14
  Scenario: Intent was told before, and nothing has cleared it
    Given session 1 was held
    And C-SSRS question 4 is answered yes
    And session 2 was held
    When the case is evaluated beside session 1
    Then standing as before is "Suicidal intent"
    And "Suicidal intent" is not new
    And there is an alert of level 1

  @statement:SAF-14
  Scenario: Two clear screens have cleared it since
    Given C-SSRS question 4 is answered yes
    And session 1 was held
    And the whole C-SSRS screener is answered no
    And PHQ-9 item 9 is 0
    And session 2 was held
    And the whole C-SSRS screener is answered no
    And PHQ-9 item 9 is 0
    When the case is evaluated beside the intake
    Then gone is "Suicidal intent"
    And there is no alert

  Scenario: Half of the planned sessions are reached
    Given the case amira
    When the case is evaluated beside session 6
    Then new is "Hold the mid-treatment review"
    And the day looked back to is 2026-02-21
    And "The agreed focus is role dispute" is not new

  Scenario: The outline of a session is made for each, and is no news
    Given the case amira
    When the case is evaluated beside session 6
    Then "Link mood and event, then one exchange" is not new

  Scenario: The contact of today
    Given the case amira
    When the case is evaluated beside session 8
    Then nothing is new
