Feature: A note for the record
  What was considered, on which data, and what was not known: no advice, no question, no diagnosis. Alerts are listed as
  considered.

  Scenario: On which data
    Given the case amira
    When the note for the record is read
    Then the page says "On 2026-03-07 the record of case invented-amira was read as it stood: the intake of 2026-01-10 and the sessions up to session 8 of 2026-03-07."
    And the page says "session 7 (2026-02-28) 11; session 8 (2026-03-07) 12"
    And the page says "Rules core"

  Scenario: Alerts were considered
    Given the case nils-intent
    When the note for the record is read
    Then the page says "Alert, level 1 of 3 (the most urgent): The C-SSRS screener has a yes to intent"
    And every alert is on the page, with its reason and no advice

  Scenario: No alert
    Given the case amira
    When the note for the record is read
    Then the page says "ALERTS CONSIDERED None from what was recorded."

  Scenario: What was not known
    Given the case barbara
    When the note for the record is read
    Then the page says "NOT KNOWN AT THE TIME"
    And the page says "Neither a direct question nor a C-SSRS question is recorded for the latest contact."
    And the page says "Recorded: major depression. Not recorded, or not in full: whether there are psychotic symptoms, mania or hypomania now."
    And the page says "No usable PHQ-9 is recorded."
    And the page does not say "Are there thoughts of being better off dead"

  Scenario: Arguments on both sides
    Given the case lin-social-anxiety
    When the note for the record is read
    Then the page does not say "consider "
    And the page says "FOCUS CONSIDERED"

  Scenario: It was decision support, and the therapist decides
    Given the case amira
    When the note for the record is read
    Then the page says "This was decision support for Interpersonal Psychotherapy"
    And the page says "It set no diagnosis and decided nothing; the therapist decides."

  Scenario: Techniques are named and not advised
    Given the case amira
    When the note for the record is read
    Then the page says "Named for the next session: Communication analysis with regard to husband (TEC-14)"
    And the page does not say "Take one recent exchange"
