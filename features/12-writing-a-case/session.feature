Feature: A session is recorded: only what matters today is asked
  What is asked depends on whether the session was held and on the phase it is in. The change of the PHQ-9 is told when
  the sheet is done, an alert as soon as an answer raises one.

  @statement:MIS-02
  Scenario: A missed session asks about notice and contact, and not about the questionnaire
    Given the case amira and a new session on 2026-03-14
    When "Did the session take place?" is answered with "2"
    Then the next question is "Did the patient give notice?"
    And it asks among others "Have you been in contact with the patient since?"
    And it does not ask "Item 1 of the sheet"

  @statement:MIS-02
  Scenario: A session missed after an alert is answered at once
    Given the case petra-item-nine and a new session on 2026-03-02
    When "Did the session take place?" is answered with "2"
    Then before the next question it alerts "A session was missed without notice after an alert: make contact today"

  @statement:SAF-29
  Scenario: Contact after a missed session asks whether suicide was spoken of
    Given the case petra-item-nine and a new session on 2026-03-02
    When "Did the session take place?" is answered with "2"
    And "Have you been in contact with the patient since?" is answered with "y"
    Then the next question is "At that contact: was suicide asked about directly?"

  @statement:MIS-06
  Scenario: A session called off together asks for neither notice nor contact
    Given the case amira and a new session on 2026-03-14
    When "Did the session take place?" is answered with "called off"
    Then it does not ask "Did the patient give notice?"

  @statement:MON-03
  Scenario: The change of the PHQ-9 is told when the sheet is done
    Given the case amira and a new session on 2026-03-14
    When "Did the session take place?" is answered with "1"
    And "Item 1 of the sheet" is answered with "111111110"
    And "The question below the nine" is skipped
    Then before the next question it tells "PHQ-9 19 → 8 (−11) since the intake"

  @statement:SAF-05
  Scenario: A rise of item 9 is answered before the next question
    Given the case amira and a new session on 2026-03-14
    When "Item 9 of the sheet" is answered with "1"
    Then before the next question it alerts "TODAY: Item 9 of the PHQ-9 was high or rose"

  @statement:TEC-41
  Scenario: What was used is asked, and with regard to whom
    Given the case amira and a new session on 2026-03-14
    When "Which technique was used?" is answered with "communication analysis"
    Then the next question is "With regard to whom?"
    And the file holds "TEC-14" at sessions.8.techniques.0.technique

  @statement:END-09
  Scenario: In the ending the parting is asked about
    Given the case george-partial and a new session on 2026-08-01
    Then it asks among others "What does the patient feel and think about parting?"
    And it asks among others "Was something written for the relapse-prevention plan?"

  @statement:END-09
  Scenario: In the middle phase it is not
    Given the case amira and a new session on 2026-03-14
    Then it does not ask "about parting"
    And it asks among others "Did the session stay on the focus?"

  @statement:MNT-19
  Scenario: In maintenance the warning signs are asked about
    Given the case alma-watch and a new session on 2026-03-11
    Then it asks among others "Which of the personal warning signs are there now?"
    And it does not ask "Did the session stay on the focus?"

  @statement:INI-22
  Scenario: What is learned late stands in the session that learned it
    Given the case amira and a new session on 2026-03-14
    When "which kind of event?" is answered with "illness of relative"
    And "Who is it about?" is answered with "mother"
    Then the file holds "mother" at sessions.8.learned.life_events.0.person

  Scenario: To correct a session shows what is there, and changes one thing
    Given the case amira and its session 8 to be corrected
    When "Was mood linked to an event or a person?" is answered with "u"
    And every other question is skipped
    Then the file holds "not-known" at sessions.7.mood_event_link
    And the file holds "yes" at sessions.7.attended
    And the file holds a case
