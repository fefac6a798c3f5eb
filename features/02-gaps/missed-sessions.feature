Feature: A session missed without notice
  Protocol D4, MIS-01, MIS-02 and MIS-06, with A4. After a risk flag within four weeks contact is made on the same
  day, else within a few working days. To an absent person no question is put.

  @rule:missed-session-contact
  Rule: Without a risk flag contact is made within a few working days

    Background:
      Given sessions 1 to 3 were held
      And the whole C-SSRS screener is answered no

    Scenario: The fourth session is missed without a word
      Given session 4 was missed without notice
      When the case is evaluated
      Then it says "Session 4 was missed, and no notice and no contact since are recorded"
      And it says "be curious, not blaming"

    Scenario: Whether notice was given is not known
      Given session 4 was held
      And the session records "attended" as no
      When the case is evaluated
      Then it says "contact within 2 working days"

    Scenario: Notice was given
      Given session 4 was missed with notice
      When the case is evaluated
      Then it says nothing of this

    Scenario: A holiday was agreed
      Given session 4 was missed without notice
      And the session records "not held by agreement: holiday, illness"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Contact was made since
      Given session 4 was missed without notice
      And the session records "after a missed session: contact was made"
      When the case is evaluated
      Then it says nothing of this

    Scenario: The patient has been back since
      Given session 4 was missed without notice
      And session 5 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: A wish to be dead was told in the third session
      Given C-SSRS question 1 is answered yes
      And session 4 was missed without notice
      When the case is evaluated
      Then it says nothing of this

  @rule:missed-session-same-day-contact
  Rule: After a risk flag of the last four weeks contact is made today

    Background:
      Given session 1 on 2026-01-17
      And C-SSRS question 1 is answered yes
      And session 2 on 2026-01-24
      And the whole C-SSRS screener is answered no
      And PHQ-9 item 9 is 0
      And session 3 on 2026-01-31
      And the whole C-SSRS screener is answered no
      And PHQ-9 item 9 is 0
      And session 4 was missed without notice

    Scenario: The wish to be dead was cleared by two screens, not long ago
      When the case is evaluated
      Then it says "a risk alert stands or was given within 28 days"
      And there is an alert of level 2

    Scenario: After the first clear screen the flag still stood, 28 days ago
      When the case is evaluated on 2026-02-21
      Then it says "A session was missed without notice after an alert: make contact today"

    Scenario: It stood 29 days ago
      When the case is evaluated on 2026-02-22
      Then it says nothing of this

    Scenario: What has not been cleared does not grow old
      Given session 3 on 2026-01-31
      And C-SSRS question 1 is answered yes
      When the case is evaluated on 2026-04-22
      Then it says "Try to reach the person today by every agreed way"

    Scenario: Notice was given after the flag
      Given session 4 was missed with notice
      When the case is evaluated
      Then it says nothing of this

    Scenario: Contact was made after the flag
      Given session 4 was missed without notice
      And the session records "after a missed session: contact was made"
      When the case is evaluated
      Then it says nothing of this

    Scenario: The patient came back after the missed session
      Given session 5 was held
      When the case is evaluated
      Then it says nothing of this
