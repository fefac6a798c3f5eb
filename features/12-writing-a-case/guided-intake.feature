Feature: The guided intake: asked, and never put into somebody's mouth
  A therapist has ten minutes between two patients, and the intake on paper. What is answered is written at once; what is
  skipped stays unknown, and is asked by the recommendation. Nothing is guessed, and a no is written only for a no.

  Background:
    Given the guided intake of a new patient

  @statement:SAF-03
  Scenario: Item 9 above nought is answered by the alert before the next question
    When "Item 9 of the sheet" is answered with "1"
    Then before the next question it alerts "ASK IN THIS SESSION: Item 9 of the PHQ-9 was 1"

  @statement:SAF-03
  Scenario: Item 9 at nought raises no alert
    When "Item 9 of the sheet" is answered with "0"
    Then before the next question it alerts nothing

  @statement:SAF-05
  Scenario: A whole sheet in one row is looked at as well
    When "Item 1 of the sheet" is answered with "222222222"
    Then before the next question it alerts "TODAY: Item 9 of the PHQ-9 was high"
    And the next question is "The question below the nine"

  @statement:SAF-07
  Scenario: A plan with intent is answered at once, before the screener is through
    When "Do you have answers to the questions of the C-SSRS screener?" is answered with "y"
    And "C-SSRS question 2" is answered with "y"
    And "C-SSRS question 5" is answered with "y"
    Then before the next question it alerts "ACT NOW"
    And the next question is "C-SSRS question 6"

  @statement:SAF-20
  Scenario: Fear of somebody is answered at once
    When "Did you ask about violence, fear and control" is answered with "y"
    And "Is the patient afraid of somebody?" is answered with "y"
    Then before the next question it alerts "TODAY"
    And the next question is "From whom?"

  @statement:SAF-17
  Scenario: Psychotic symptoms are answered at once
    When "Are there psychotic symptoms now?" is answered with "yes"
    Then before the next question it alerts "TODAY"

  @statement:SAF-02
  Scenario: What is skipped stays unknown, and the recommendation asks it
    When every question is skipped
    Then the file holds nothing at intake.risk
    And the file holds nothing at intake.asked
    And the recommendation then asks "Are there thoughts of being better off dead, or of suicide?"
    And the recommendation then asks "Has anybody important to you died?"

  @statement:INI-18
  Scenario: An explicit no is an answer, and is not asked again
    When "Has anybody died who was important to the patient?" is answered with "n"
    And every other question is skipped
    Then the file holds "none" at intake.asked.deaths
    And the recommendation then does not ask "Has anybody important to you died?"

  @statement:INI-18
  Scenario: Asked and not known is a third thing
    When "Has anybody died who was important to the patient?" is answered with "u"
    Then the file holds "not-known" at intake.asked.deaths

  @statement:MEA-07
  Scenario: A blank item is no nought, and item 9 is asked aloud
    When "Item 1 of the sheet" is answered with "22222222-"
    And every other question is skipped
    Then the file holds "2" at intake.measures.phq9.items.8
    And the file holds nothing at intake.measures.phq9.items.9
    And the file holds nothing at intake.measures.phq9.total
    And the recommendation then asks "better off dead"

  @statement:MEA-01
  Scenario: An answer outside the sheet is refused
    When "Item 3 of the sheet" is answered with "4"
    Then the answer is refused with "Write a number from 0 to 3."
    And the next question is "Item 3 of the sheet"
    And the file holds nothing at intake.measures

  @statement:INI-25
  Scenario: A month is enough for the onset, and how long it lasted is then not asked
    When "In which month did this low mood begin?" is answered with "2025-11"
    Then the file holds "2025-11" at intake.episode.onset
    And it does not ask "About how many months has it lasted"

  @statement:INI-25
  Scenario: A date in another form is not guessed at
    When "In which month did this low mood begin?" is answered with "11/2025"
    Then the answer is refused with "Write it as 2025-11"

  @statement:INI-18
  Scenario: A death asks for the person who died, and about mourning
    When "Which event comes first on the timeline" is answered with "death"
    And "Who is it about?" is answered with "mother"
    Then the file holds "mother" at intake.life_events.0.person
    And it asks among others "Was there little or no mourning at the time?"
    And it does not ask "Does the patient find it hard?"

  @statement:DIS-14
  Scenario: A conflict is asked about further, its stage among others
    When "Who matters most to the patient?" is answered with "boss"
    And "Is there a conflict with boss now?" is answered with "y"
    Then it asks among others "Where does the conflict stand?"
    And it asks among others "When did the conflict begin, or become worse?"

  @statement:SAF-25
  Scenario: After a birth the baby is asked about
    When "how many weeks ago?" is answered with "6"
    Then it asks among others "Since the birth: hallucinations"

  @statement:FMT-05
  Scenario: By telephone it is asked where the patient is
    When "How did you meet today?" is answered with "telephone"
    Then the next question is "Do you know where the patient is during the call"
