Feature: Where the treatment stands, at a glance
  The phases in a line, the arguments for and against side by side, the scores with their numbers; and in the linear form
  the same words one under another.

  Scenario: The phases in a line
    Given the case lena-impasse
    When the first screen is read
    Then the page says "Initial [done] — Middle [now]: session 9 of 14 — Ending — Maintenance"
    And the page says "Session 10 is next, 5 left with it. The phase is by the number of sessions."

  Scenario: A phase that is over by its number of sessions alone is not called done
    Given the case edda-est
    When the first screen is read
    Then the page says "Initial [past] — Middle [past] — Ending [now]: session 3 of 3"

  Scenario: What of the list is done and what is open
    Given the case barbara
    When the first screen is read
    Then the page says "Done: 2 of 9. Open: Suicidal thoughts asked about directly"

  Scenario: Arguments for and against stand side by side
    Given the case walter-dysthymia
    When the first screen is read on 2025-10-14
    Then "For: 2" and "Against: 1" stand in one line

  Scenario: In the linear form they stand one under another
    Given the case walter-dysthymia
    When the first screen is read in linear form on 2025-10-14
    Then "For: 2" stands before "Against: 1"
    And the page does not say "│"

  Scenario: Where nothing speaks against it the page says so
    Given the case barbara
    When the first screen is read
    Then "Role dispute, mother. For: 1" and "Against: nothing" stand in one line

  Scenario: An area that as much speaks against as for is not called silent
    Given the case ellen-postpartum
    When the first screen is read
    Then the page says "As much or more speaks against as for: Interpersonal deficits."

  Scenario: A session without a score is a gap, and no nought
    Given the case george-partial
    When the first screen is read
    Then the page says "PHQ-9 17 17 17 16 15 15 13 - 12 10 9 8 6 6 7 8"

  Scenario: In the linear form a gap is said in words
    Given the case george-partial
    When the first screen is read in linear form
    Then the page says "session 7 none recorded; session 8 (2026-01-16) 12"
    And the page does not say "█"

  Scenario: The scores can be read without the drawing
    Given the case amira
    When the first screen is read
    Then the page says "PHQ-9 19 18 17 15 15 13 12 11 12 Session intake 1 2 3 4 5 6 7 8"
    And the page says "2026 01-10 01-17"

  Scenario: A pause of the tasks and suggestions for the next session stand together, and the page says so
    Given the case rania-violence
    When the first screen is read
    Then the page says "Pause focus work and the tasks of the phase while this alert stands"
    And the page says "The pause above and these both stand: the alert keeps back some techniques, and not these."
    And the page says "Whether they wait is for you to decide."
