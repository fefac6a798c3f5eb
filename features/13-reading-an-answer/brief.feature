Feature: One small screen
  The brief form fits a terminal of 24 lines. Alerts are never cut: where they alone need more, they take more. It says what
  it leaves out.

  Scenario: A case without an alert
    Given the case lena-impasse
    When the brief form is read
    Then the page has at most 23 lines
    And the page says "ALERTS None from what is recorded."
    And the page says "TO ASK ? May we also fill in the GAD-7, the WSAS and a support scale?"
    And the page says "PHASE Initial [done] — Middle [now]: session 9 of 14"
    And the page says "FOCUS Agreed focus: Role dispute, husband."
    And the page says "SCORE PHQ-9 16 → 14 (−2) since the intake"
    And the page says "NEXT Decision analysis with regard to husband (TEC-17)"
    And the page says "leave out --brief"

  Scenario: Alerts are whole, whatever they take
    Given the case petra-item-nine
    When the brief form is read
    Then every alert is on the page, with what to do
    And "ALERTS" stands before "TO ASK"

  Scenario: While an alert holds all techniques none is named
    Given the case nils-intent
    When the brief form is read
    Then the page says "NEXT No technique is suggested while this stands: Suicidal intent"

  Scenario: The last known score has its day
    Given the case tilda-postpartum
    When the brief form is read
    Then the page says "EPDS 15 → 17 (+2)"

  Scenario: What safety needs asked comes before other questions
    Given the case barbara
    When the brief form is read
    Then the page has at most 23 lines
    And "thoughts of being better off dead" stands before "Has there ever been a time of days on end"

  Scenario: No clinician has reviewed the rules, and the therapist decides
    Given the case barbara
    When the brief form is read
    Then the page says "No clinician has reviewed them yet. It suggests; you decide."
