Feature: What was told of each sign of danger, and what nobody recorded
  Protocol SAF-02, SAF-06. Beside the alerts the answer lists every sign of danger with the latest answer and its day. A
  blank is no *no*: where nobody recorded an answer, the list says so.

  Background:
    Given a patient at intake

  @statement:SAF-06
  Scenario: Nobody asked
    When the case is evaluated
    Then of the sign "past-attempt" nothing is recorded
    And of the sign "violence" nothing is recorded
    And of the sign "suicidal-thoughts" nothing is recorded

  @statement:SAF-06
  Scenario: What could not be said is not recorded as an answer
    Given the risk enquiry records "past attempt" as not-known
    When the case is evaluated
    Then of the sign "past-attempt" nothing is recorded

  @statement:SAF-06
  Scenario: A past attempt that was told once stays, whatever is said later
    Given the risk enquiry records "past attempt"
    And session 1 on 2026-01-17
    And the risk enquiry records "past attempt" as no
    When the case is evaluated
    Then the sign "past-attempt" was answered yes on 2026-01-10

  @statement:SAF-22
  Scenario: A later no is the latest answer
    Given the risk enquiry records "harm others"
    And session 1 on 2026-01-17
    And the risk enquiry records "harm others" as no
    When the case is evaluated
    Then the sign "harm-others" was answered no on 2026-01-17

  @statement:SAF-21
  Scenario: Within earshot of others a no to violence is no answer
    Given the violence enquiry records:
      | now         | no |
      | fear        | no |
      | asked alone | no |
    When the case is evaluated
    Then of the sign "violence" nothing is recorded

  @statement:SAF-21
  Scenario: Asked alone, a no to violence is one
    Given the violence enquiry records:
      | now         | no  |
      | fear        | no  |
      | asked alone | yes |
    When the case is evaluated
    Then the sign "violence" was answered no on 2026-01-10

  @statement:SAF-21
  Scenario: Violence that is told stands in the list as well
    Given the violence enquiry records "now"
    When the case is evaluated
    Then the sign "violence" was answered yes on 2026-01-10

  @statement:SAF-02
  Scenario: A screen of which questions are open is no no
    Given C-SSRS question 1 is answered no
    When the case is evaluated
    Then of the sign "suicidal-thoughts" nothing is recorded

  @statement:SAF-02
  Scenario: Suicidal thoughts that were told
    Given C-SSRS question 2 is answered yes
    And session 1 was held
    When the case is evaluated
    Then the sign "suicidal-thoughts" was answered yes on 2026-01-10

  @statement:SAF-14
  Scenario: A clear screen is a no
    Given the whole C-SSRS screener is answered no
    And PHQ-9 item 9 is 0
    When the case is evaluated
    Then the sign "suicidal-thoughts" was answered no on 2026-01-10

  @statement:SAF-28
  Scenario: A wish to join the dead that was told
    Given the risk enquiry records "wish to join the dead"
    When the case is evaluated
    Then the sign "wish-to-join-the-dead" was answered yes on 2026-01-10

  @statement:SAF-17
  Scenario: A diagnosis tells a sign too
    Given the diagnosis records "primary" as psychotic-depression
    When the case is evaluated
    Then the sign "psychosis" was answered yes on 2026-01-10

  @statement:SAF-21
  Scenario: Asked alone, and nothing written down: that is no answer
    Given the violence enquiry records "asked alone"
    When the case is evaluated
    Then of the sign "violence" nothing is recorded

  @statement:SAF-21
  Scenario: Violence is denied alone, and nobody asked about fear
    Given the violence enquiry records:
      | now         | no  |
      | asked alone | yes |
    When the case is evaluated
    Then of the sign "violence" nothing is recorded

  @statement:SAF-14
  Scenario: A first clear screen does not date a yes anew
    Given C-SSRS question 2 is answered yes
    And session 1 was held
    And the whole C-SSRS screener is answered no
    And PHQ-9 item 9 is 0
    When the case is evaluated
    Then the sign "suicidal-thoughts" was answered yes on 2026-01-10
