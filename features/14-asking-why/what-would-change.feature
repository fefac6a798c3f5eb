Feature: What would change this
  The smallest changes that turn an answer are looked for, and each that is told was tried: made in the case, it gives the other
  answer. What is missing and can still be asked comes first and is kept apart from what is recorded. An alert is never told to go
  away by changing an answer.

  Background:
    Given a patient at intake

  @statement:FOC-09
  Scenario: A conflict that leans, and what would make it the focus to consider
    Given jack is the patient's friend
    And about conflict jack it is known:
      | present | yes |
      | distressing | yes |
      | threatens_loss | yes |
    When it is asked what would change the focus
    Then a missing answer that changes it is "jack (friend): the two expect different things", when "yes": "Role dispute, jack (friend): the focus to consider"
    And a missing answer that changes it is "jack (friend): the relationship has ended and both accept it", when "yes": "no area stands out"
    And a recorded answer that changes it is "is there a conflict with this person now", when "no": "no area stands out"
    And no answer about "risk" is told
    And every change that is told does change it

  @statement:SAF-07
  Scenario: Nothing was asked about danger yet
    When it is asked what would change suicide-intent-or-plan
    Then a missing answer that changes it is "C-SSRS: question 4: with some intent", when "yes": "Suicidal intent"
    And a missing answer that changes it is "C-SSRS: question 5: with plan and intent", when "yes": "Suicidal intent"
    And no recorded answer is told to change it
    And every change that is told does change it

  @statement:SAF-14
  Scenario: An alert that stands is closed by what is asked, not by another answer
    Given C-SSRS question 4 is answered yes
    And session 1 was held
    When it is asked what would change suicide-intent-or-plan
    Then nothing is told to change it
    And no recorded answer is told to change it
    And the alert of the rule suicide-intent-or-plan waits for "2 clear screens in a row"

  @statement:SAF-05
  Scenario: Item nine was high and nobody enquired
    Given PHQ-9 item 9 is 2
    When it is asked what would change item-9-same-day
    Then nothing is told to change it
    And the alert of the rule item-9-same-day waits for "A whole C-SSRS screener"

  Scenario: The plan decides when the ending begins
    Given 8 sessions are planned
    And sessions 1 to 3 were held
    When it is asked what would change the phase
    Then a recorded answer that changes it is "course: how many sessions are planned", when "4": "next session: ending"
    And every change that is told does change it

  Scenario: Signs of a hard change, of which two are needed
    Given a move called move-2025, around the onset, without a date
    When it is asked what would change transition-signs
    Then every change that is told does change it

  Scenario: Nothing is found, and it is told how much was tried
    When it is asked what would change grief-timing-strong
    Then nothing is told to change it
    And at least 100 changes were tried
