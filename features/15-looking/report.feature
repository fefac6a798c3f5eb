Feature: The report, a page to look at
  What is said of a case can be looked at: alerts first, the course of the scores, the people around the patient, events in
  time, the focus, and a sheet to complete together. What is not known is shown as not known.

  Background:
    Given a patient at intake

  Rule: Alerts come first and cannot be overlooked

    Scenario: Intent is told
      Given session 1 was held
      And C-SSRS question 4 is answered yes
      When the report is made
      Then the first part of the report is Alerts
      And the head of the report says "ACT NOW"
      And the part Alerts says "Suicidal intent, or a plan with intent, was told"

    Scenario: Nothing is told
      When the report is made
      Then the first part of the report is Alerts
      And the part Alerts says "None from what is recorded."
      And the part Alerts says "No rule speaks of what was not recorded."

    Scenario: An alert of an earlier contact is marked in the course
      Given C-SSRS question 1 is answered yes
      And the PHQ-9 is 15
      And session 1 was held
      When the report is made
      Then in the course the highest alert at the intake is "ASK IN THIS SESSION"

  Rule: A missing score is a gap

    Scenario: A session without a PHQ-9
      Given the PHQ-9 is 18
      And session 1 was held
      And session 2 was held
      And the PHQ-9 is 12
      When the report is made
      Then in the course session 1 has "no PHQ-9"
      And in the course session 2 has "12, moderate"
      And the line of scores is broken at session 1

    Scenario: Item 9 left blank
      Given the PHQ-9 answers are 1, 2, 1, 2, 1, 2, 1, 1, -
      When the report is made
      Then in the course the intake has "items left blank"

    Scenario: No PHQ-9 at all
      When the report is made
      Then the part Course says "No PHQ-9 is recorded: there is no course to draw."

  Rule: People stand where the record says

    Scenario: Closeness nobody recorded is shown as not known
      Given sister is the patient's sibling
      When the report is made
      Then sister stands on the ring "closeness not known"

    Scenario: A close person in conflict
      Given husband is a close spouse of the patient
      And there is a conflict with husband
      When the report is made
      Then husband stands on the ring "close"
      And the list of people says "husband: close; conflict now"

    Scenario: The lack of a mark says nothing
      Given sister is the patient's sibling
      When the report is made
      Then the part People says "not that there is nothing"

  Rule: Time is no more precise than it was told

    Scenario: A month
      Given the episode records "onset" as 2025-10
      When the report is made
      Then the part Events and onset says "The low mood began 2025-10, day not known"

    Scenario: An onset nobody told
      When the report is made
      Then the part Events and onset says "When the low mood began is not known."

  Rule: The sheet is for two

    Scenario: What was written together is on it, and what the record offers is not
      Given 16 sessions are planned
      And the episode records "personal early signs, in words" as [waking at four]
      And session 14 was held
      And the relapse plan holds signs: no calls
      When the report is made
      Then the sheet says "no calls"
      And the sheet does not say "waking at four"
      And the part Ending and after says "From the record, to offer: waking at four"

    Scenario: Before the ending is near there is none
      Given 16 sessions are planned
      And session 3 was held
      When the report is made
      Then the report has no sheet

  Rule: What is read first and what waits are both there

    Scenario: Questions that wait stand under what is not known
      Given session 1 was held
      When the report is made
      Then the part To ask says "Are there thoughts of being better off dead, or of suicide?"
      And the part Not known says "a blank is never taken for no"

    Scenario: An alert for somebody who missed the session asks at the next contact
      Given C-SSRS question 1 is answered yes
      And session 1 was missed with notice
      When the report is made
      Then the head of the report says "ASK AT THE NEXT CONTACT"
      And in the course the highest alert at session 1 is "ASK AT THE NEXT CONTACT"
