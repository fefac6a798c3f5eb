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
      And of the plan it says due
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

    Scenario Outline: In the third session question <question> was answered yes
      Given C-SSRS question <question> is answered yes
      And session 4 was missed without notice
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | question |
        | 1        |
        | 3        |
        | 4        |

    Scenario: New severe symptoms are a flag too, though only a caution
      Given the intake again
      And the risk enquiry records "new severe symptoms"
      And session 4 was missed without notice
      When the case is evaluated
      Then it says nothing of this

  @rule:missed-session-contact
  Rule: A flag that was cleared counts for four weeks, and no longer

    Background:
      Given session 1 was held
      And the whole C-SSRS screener is answered no
      And PHQ-9 item 9 is 0
      And session 2 was held
      And the whole C-SSRS screener is answered no
      And PHQ-9 item 9 is 0
      And session 3 was missed without notice
      And the intake again

    Scenario Outline: Question <question> was answered yes at the intake and cleared a week ago
      Given C-SSRS question <question> is answered yes
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | question |
        | 1        |
        | 3        |
        | 4        |

    Scenario: The flag last stood 29 days ago
      Given C-SSRS question 4 is answered yes
      When the case is evaluated on 2026-02-15
      Then it says "contact within 2 working days"

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
      Then it says "an alert, a caution or an answer about suicide stands or was given within 28 days"
      And it holds back all technique advice
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

    Scenario: The next one was missed as well
      Given session 5 was missed without notice
      When the case is evaluated
      Then it says "Sessions 4 and 5 were missed, no notice and no contact since are recorded"

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

  @rule:missed-session-same-day-contact
  Rule: A flag that stands, and one cleared of late, count at every level

    Background:
      Given sessions 1 to 3 were held

    Scenario Outline: In the third session question <question> was answered yes, and nobody came to the fourth
      Given C-SSRS question <question> is answered yes
      And session 4 was missed without notice
      When the case is evaluated
      Then there is an alert of level 2
      And it says "then the emergency contact"

      Examples:
        | question |
        | 1        |
        | 3        |
        | 4        |

    Scenario: Only a caution stands, for he left hospital lately
      Given the intake again
      And the risk enquiry records "recent discharge from hospital"
      And session 4 was missed without notice
      When the case is evaluated
      Then there is an alert of level 2

    Scenario: Nothing was told
      Given the whole C-SSRS screener is answered no
      And session 4 was missed without notice
      When the case is evaluated
      Then it says nothing of this

    Scenario: A wish to be dead stands, and notice was given
      Given C-SSRS question 1 is answered yes
      And session 4 was missed with notice
      When the case is evaluated
      Then it says nothing of this

    Scenario: A wish to be dead stands, and contact was made
      Given C-SSRS question 1 is answered yes
      And session 4 was missed without notice
      And the session records "after a missed session: contact was made"
      When the case is evaluated
      Then it says nothing of this

    Scenario: A wish to be dead stands, and the patient has been back
      Given C-SSRS question 1 is answered yes
      And session 4 was missed without notice
      And session 5 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: Recorded at the intake and passed by the third session: <sign>
      Given the risk enquiry records "<sign>" as no
      And session 4 was missed without notice
      And the intake again
      And the risk enquiry records "<sign>"
      When the case is evaluated
      Then there is an alert of level 2

      Examples:
        | sign                            |
        | serious intent to harm someone  |
        | severe self-neglect             |
        | self-injury without wish to die |

    Scenario: A caution that has passed is a flag for four weeks, like any other
      Given the risk enquiry records "new severe symptoms" as no
      And session 4 was missed without notice
      And the intake again
      And the risk enquiry records "new severe symptoms"
      When the case is evaluated
      Then there is an alert of level 2

    Scenario: A caution of long ago still stands, and the missed session is long ago as well
      Given the intake again
      And the risk enquiry records "recent discharge from hospital"
      And session 4 was missed without notice
      When the case is evaluated on 2026-03-15
      Then there is an alert of level 2

    Scenario: An item about suicide stands that was enquired into, without an alert
      Given PHQ-9 item 9 is 1
      And the whole C-SSRS screener is answered no
      And session 4 was missed without notice
      When the case is evaluated
      Then there is an alert of level 2
