Feature: What each contact brought beside alerts
  A course read back: where a phase began, where the focus shifted, what was reached on the PHQ-9 and what was lost
  again, what was agreed and written, and which sessions were missed. A contact that changed nothing says nothing.

  Background:
    Given a patient at intake

  Scenario: The middle phase begins by the number of sessions
    Given 16 sessions are planned
    And sessions 1 to 6 were held
    When the course is looked back on
    Then session 5 brings "Now the middle phase (by the number of sessions)"
    And session 4 brings nothing about phase
    And session 6 brings nothing about phase

  Scenario: A tie becomes an agreed focus
    Given the case amira
    When the course is looked back on
    Then the intake brings "A tie between role transition and role dispute"
    And session 4 brings "Focus agreed: role dispute, husband"
    And session 4 brings "A contract is recorded, agreed with the patient"
    And session 5 brings nothing about focus

  Scenario: Half of the score is gone, and comes back
    Given the PHQ-9 is 20
    And session 4 was held
    And the PHQ-9 is 9
    And session 8 was held
    And the PHQ-9 is 14
    When the course is looked back on
    Then session 4 brings "Response: the PHQ-9 is 55% below the first"
    And session 8 brings "No longer a response"
    And at session 8 the PHQ-9 has changed by 5

  @statement:MON-05
  Scenario: Remission is provisional until it has lasted
    Given the PHQ-9 is 15
    And session 8 was held
    And the PHQ-9 is 4
    And session 10 was held
    And the PHQ-9 is 3
    When the course is looked back on
    Then session 8 brings "In the range of remission; provisional"
    And session 10 brings "Remission has lasted"

  @statement:MON-19
  Scenario: It gets worse
    Given the PHQ-9 is 10
    And session 2 was held
    And the PHQ-9 is 17
    When the course is looked back on
    Then session 2 brings "Worse: 7 points above baseline"
    And session 2 brings "Reliably worse"

  @statement:MON-24
  Scenario: A sudden gain is told once the next measure has confirmed it
    Given the PHQ-9 is 20
    And session 1 was held
    And the PHQ-9 is 19
    And session 2 was held
    And the PHQ-9 is 9
    And session 3 was held
    And the PHQ-9 is 8
    When the course is looked back on
    Then session 2 does not bring "sudden gain"
    And session 3 brings "The sudden gain at session 2 has lasted"

  Scenario: A session was missed, and nobody got in touch
    Given session 1 was held
    And session 2 was missed with notice
    When the course is looked back on
    Then session 2 brings "Missed, with notice; no contact since is recorded"
    And session 1 brings nothing about contact

  Scenario: More sessions are planned on the way
    Given 8 sessions are planned
    And session 6 was held
    And 12 sessions are planned
    When the course is looked back on
    Then session 6 brings "Planned sessions: 8 → 12"

  Scenario: Parts of the relapse plan are written
    Given session 12 was held
    And the relapse plan holds signs: waking at four; no appetite; no calls to her sister
    And session 13 was held
    And the relapse plan holds contact: the clinic
    When the course is looked back on
    Then session 12 brings "Relapse plan, now written: early warning signs"
    And session 13 brings "Relapse plan, now written: how to make contact again"

  Scenario: Questions that were answered are counted
    Given session 1 was held
    And the patient was asked about deaths and there were none
    When the course is looked back on
    Then session 1 brings "answered or no longer due"
