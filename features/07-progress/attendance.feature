Feature: Sessions that were missed more than once
  Protocol D4, MIS-01 to MIS-06. Two sessions missed in a row, or a quarter of those due so far, are talked about when
  the person can be reached; after three without contact the service's own procedure applies, risk first. Gaps that were
  agreed are no missed sessions.

  @rule:attendance-review
  Rule: Two missed in a row are talked about

    Background:
      Given sessions 1 to 7 were held

    Scenario: Sessions 8 and 9 were missed without a word
      Given session 8 was missed without notice
      And session 9 was missed without notice
      When the case is evaluated
      Then it says "Missed of late: sessions 8 and 9; in all 2 of the 9 sessions due so far."
      And it says "Would another time, place or format help?"

    Scenario: Notice was given both times
      Given session 8 was missed with notice
      And session 9 was missed with notice
      When the case is evaluated
      Then it says "talk it over when you are in touch"

    Scenario: Only session 8 was missed
      Given session 8 was missed without notice
      When the case is evaluated
      Then it says nothing of this

    Scenario: A holiday and then a missed session
      Given session 8 was missed without notice
      And the session records "not held by agreement: holiday, illness"
      And session 9 was missed without notice
      When the case is evaluated
      Then it says nothing of this

    Scenario: He is back after two missed sessions
      Given session 8 was missed without notice
      And session 9 was missed without notice
      And session 10 was held
      When the case is evaluated
      Then it says "What did staying away say, between you or outside?"

    Scenario: He has been back for two sessions
      Given session 8 was missed without notice
      And session 9 was missed without notice
      And sessions 10 to 11 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Two in maintenance
      Given session 8 was missed without notice
      And session 9 was missed without notice
      And session 7 was held
      And the phase is recorded as maintenance
      When the case is evaluated
      Then it says "Missed of late: sessions 8 and 9"

    Scenario: The treatment is over
      Given session 8 was missed without notice
      And session 9 was missed without notice
      And session 7 was held
      And the phase is recorded as finished
      When the case is evaluated
      Then it says nothing of this

  @rule:attendance-review
  Rule: A quarter of the sessions due so far is talked about

    Scenario: Sessions 4 and 8 of the first eight
      Given sessions 1 to 7 were held
      And session 4 was missed without notice
      And session 8 was missed without notice
      When the case is evaluated
      Then it says "in all 2 of the 8 sessions due so far"

    Scenario: Sessions 4 and 9 of the first nine
      Given sessions 1 to 8 were held
      And session 4 was missed without notice
      And session 9 was missed without notice
      When the case is evaluated
      Then it says nothing of this

    Scenario: One of the first two is a single missed session
      Given session 1 was held
      And session 2 was missed without notice
      When the case is evaluated
      Then it says nothing of this

    Scenario: A quarter, and none of them was missed of late
      Given sessions 1 to 8 were held
      And session 2 was missed without notice
      And session 4 was missed without notice
      When the case is evaluated
      Then it says nothing of this

  @rule:out-of-contact
  Rule: After three without contact risk is looked at first, then the service's procedure applies

    Background:
      Given sessions 1 to 5 were held
      And session 6 was missed without notice
      And session 7 was missed without notice

    Scenario: The third is missed, and nothing was heard
      Given session 8 was missed without notice
      When the case is evaluated
      Then it says "Missed in a row: sessions 6, 7 and 8. No notice and no contact since are recorded."
      And of the plan it says due
      And it says "risk first, then a message, then your service's procedure"

    Scenario: Two are missed
      When the case is evaluated
      Then it says nothing of this

    Scenario: She rang before the third
      Given session 8 was missed with notice
      When the case is evaluated
      Then it says nothing of this

    Scenario: Contact was made after the third
      Given session 8 was missed without notice
      And the session records "after a missed session: contact was made"
      When the case is evaluated
      Then it says nothing of this

    Scenario: He answered a call on the day of the third
      Given session 8 was missed without notice
      And the patient was asked directly about suicide
      When the case is evaluated
      Then it says nothing of this

    Scenario: The second was a holiday that was agreed
      Given the session records "not held by agreement: holiday, illness"
      And session 8 was missed without notice
      When the case is evaluated
      Then it says nothing of this

    Scenario: She is back
      Given session 8 was missed without notice
      And session 9 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:missed-session-contact
  Rule: From the third on contact alone is not enough

    Background:
      Given sessions 1 to 5 were held
      And the patient was asked directly about suicide
      And session 6 was missed without notice
      And session 7 was missed without notice

    Scenario: Sessions 6 and 7 are missed
      When the case is evaluated
      Then it says "Sessions 6 and 7 were missed, and no notice and no contact since are recorded."

    Scenario: Session 8 is missed too
      Given session 8 was missed without notice
      When the case is evaluated
      Then it says nothing of this

  @rule:attendance-review
  Rule: Out of contact, talking about attendance waits

    Scenario: Three are missed and nothing was heard
      Given sessions 1 to 5 were held
      And session 6 was missed without notice
      And session 7 was missed without notice
      And session 8 was missed without notice
      When the case is evaluated
      Then it says nothing of this

    Scenario: Three are missed, and she rang before the third
      Given sessions 1 to 5 were held
      And session 6 was missed without notice
      And session 7 was missed without notice
      And session 8 was missed with notice
      When the case is evaluated
      Then it says "Missed of late: sessions 6, 7 and 8"
