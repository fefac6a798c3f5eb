Feature: What became of each alert, contact by contact
  Protocol SAF-14 and SAF-29. Looking back over a course, each contact is judged with what was known on its day: which
  alerts it raised, which still stood, and which were cleared and by what. A blank clears nothing, and what was told at
  a later contact is not known at an earlier one, even on the same day.

  Background:
    Given a patient at intake

  @statement:SAF-14
  Scenario: Intent is told, and a session in which nobody asked clears nothing
    Given session 1 was held
    And C-SSRS question 4 is answered yes
    And session 2 was held
    When the course is looked back on
    Then at the intake no alert stands
    And at session 1 an alert is raised
    And at session 2 an alert still stands

  @statement:SAF-14
  Scenario: The second clear screen clears it, and says so
    Given C-SSRS question 4 is answered yes
    And session 1 was held
    And the whole C-SSRS screener is answered no
    And PHQ-9 item 9 is 0
    And session 2 was held
    And the whole C-SSRS screener is answered no
    And PHQ-9 item 9 is 0
    When the course is looked back on
    Then at session 1 an alert still stands
    And at session 2 an alert is cleared
    And session 2 brings "2 clear screens in a row"

  Scenario: A wish to be dead, and intent two weeks later
    Given C-SSRS question 1 is answered yes
    And session 2 was held
    And C-SSRS question 4 is answered yes
    When the course is looked back on
    Then at the intake the highest alert is of level 3
    And at session 2 an alert rises
    And at session 2 the highest alert is of level 1

  Scenario: Fear of the husband is told, and denied alone later
    Given husband is the patient's spouse
    And the violence enquiry records "afraid of someone"
    And the violence enquiry records "from whom, by key" as husband
    And session 1 was held
    And the violence enquiry records:
      | now         | no      |
      | fear        | no      |
      | person      | husband |
      | asked_alone | yes     |
    When the course is looked back on
    Then at the intake an alert is raised
    And at session 1 an alert is cleared
    And session 1 brings "answered no since"

  Scenario: A discharge from hospital is no longer recent
    Given the risk enquiry records "recent_discharge"
    And session 4 was held
    And the risk enquiry records "recent_discharge" as no
    When the course is looked back on
    Then at session 4 an alert is cleared
    And session 4 brings "answered no since"

  Scenario: A score that rose has fallen again
    Given the PHQ-9 is 10
    And session 1 was held
    And the PHQ-9 is 17
    And session 2 was held
    And the PHQ-9 is 10
    When the course is looked back on
    Then at session 2 an alert lapses

  Scenario: Two contacts on one day
    Given session 1 on 2026-01-17
    And session 2 on 2026-01-17
    And C-SSRS question 4 is answered yes
    When the course is looked back on
    Then at session 1 no alert stands
    And at session 2 an alert is raised

  @statement:SAF-29
  Scenario: Intent is told in a call after a missed session
    Given session 1 was missed without notice
    And C-SSRS question 4 is answered yes
    And session 2 was held
    When the course is looked back on
    Then at session 1 an alert is raised
    And session 1 brings "Missed, without notice"
    And at session 2 an alert still stands
