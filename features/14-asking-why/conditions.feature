Feature: Each condition of a rule, with its place
  A rule is explained condition by condition: yes, no or not known, what the case says, and where that stands. Where nothing is
  recorded, the place is told where the answer would stand. What is not known is never told as a no.

  Background:
    Given a patient at intake

  @statement:DIS-01
  Scenario: What the two expect of each other was not asked
    Given jack is the patient's friend
    And there is a conflict with jack
    When the rule dispute-expectations-differ is explained
    Then the rule is silent
    And "Whether the two expect different things" is not known
    And "Whether the two expect different things" would stand at intake.relationships[0].conflict.expectations_mismatch

  @statement:DIS-01
  Scenario: They expect the same
    Given jack is the patient's friend
    And there is a conflict with jack
    And about conflict jack it is known: "expectations_mismatch" as no
    When the rule dispute-expectations-differ is explained
    Then the rule is silent
    And "Whether the two expect different things" is no
    And the case says "no" for "Whether the two expect different things", at intake.relationships[0].conflict.expectations_mismatch

  @statement:SAF-07
  Scenario: Intent was told at the first session
    Given session 1 was held
    And C-SSRS question 4 is answered yes
    When the rule suicide-intent-or-plan is explained
    Then the rule speaks
    And the case says "yes" for "C-SSRS question 4, some intent", at sessions[0].risk.cssrs.q4

  @statement:SAF-07
  Scenario: The screener was not asked at the second session
    Given session 1 was held
    And session 2 was held
    When the rule suicide-intent-or-plan is explained
    Then the rule is silent
    And "C-SSRS question 4, some intent" is not known
    And "C-SSRS question 4, some intent" would stand at sessions[1].risk.cssrs.q4

  Scenario: Why the ending is not proposed half way
    Given 16 sessions are planned
    And sessions 1 to 7 were held
    When it is asked why ending is not proposed
    Then the rule announce-the-end could say it, and does
    And the rule ending-starts could say it, and does not

  Scenario: Why a technique is not suggested
    When it is asked why TEC-18 is not proposed
    Then the rule dispute-renegotiation-techniques could say it, and does not
