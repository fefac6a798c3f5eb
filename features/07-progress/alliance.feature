Feature: The working alliance
  Protocol D1 and D4, ALL-01 to ALL-04, STA-06 and STA-07. A low or falling rating, or a sign of strain, is a reason to
  talk about how the two work together, without blame; it may also come from the depression itself.

  @rule:alliance-strained
  Rule: A low rating, a fall, or a sign of strain is talked about

    Background:
      Given session 5 was held

    Scenario: A low rating of the session
      Given the alliance records "Session Rating Scale, 0 to 40" as 35
      When the case is evaluated
      Then it says "Recorded in session 5: Session Rating Scale 35."

    Scenario Outline: The session was rated <points>
      Given the alliance records "Session Rating Scale, 0 to 40" as <points>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | points |
        | 36     |
        | 40     |

    Scenario: The service's own rating fell
      Given the alliance records "the site's own alliance rating" as 8
      And session 6 was held
      And session 7 was held
      And the alliance records "the site's own alliance rating" as 7
      When the case is evaluated
      Then it says "own rating 7 after 8"

    Scenario: The service's own rating rose
      Given the alliance records "the site's own alliance rating" as 7
      And session 6 was held
      And the alliance records "the site's own alliance rating" as 8
      When the case is evaluated
      Then it says nothing of this

    Scenario: The first rating has nothing to fall from
      Given the alliance records "the site's own alliance rating" as 3
      When the case is evaluated
      Then it says nothing of this

    Scenario: He was irritated and came late
      Given the alliance records "signs of strain" as [irritation, late-arrival]
      When the case is evaluated
      Then it says "irritation, coming late"
      And it says "Name it without blame, invite complaints, and own your part."

    Scenario: The strain was a session ago, and nothing is recorded now
      Given the alliance records "signs of strain" as [silence]
      And session 6 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nothing of the alliance is recorded
      When the case is evaluated
      Then it says nothing of this

  @rule:alliance-strained
  Rule: Strain is talked about in every phase

    Scenario: Early in the treatment
      Given session 2 was held
      And the alliance records "signs of strain" as [agrees-with-everything]
      When the case is evaluated
      Then it says "agreeing with everything"

    Scenario: After the treatment there is nothing to mend
      Given session 16 was held
      And the phase is recorded as finished
      And the alliance records "signs of strain" as [silence]
      When the case is evaluated
      Then it says nothing of this

  @rule:alliance-in-the-session
  Rule: From the middle phase on strain is information on relationships

    Background:
      Given 16 sessions are planned

    Scenario: She was silent in session 5
      Given session 5 was held
      And the alliance records "signs of strain" as [silence]
      When the case is evaluated
      Then it says "In session 5 there were signs of strain between you"
      And it suggests TEC-21, in this order
      And TEC-21 is suggested

    Scenario: A good rating
      Given session 5 was held
      And the alliance records "Session Rating Scale, 0 to 40" as 39
      When the case is evaluated
      Then it says nothing of this

    Scenario: In session 2 it is too early for it
      Given session 2 was held
      And the alliance records "signs of strain" as [silence]
      When the case is evaluated
      Then it says nothing of this

    Scenario: In the ending
      Given session 13 was held
      And the alliance records "signs of strain" as [irritation]
      When the case is evaluated
      Then TEC-21 is suggested

    Scenario: Somebody may be in danger, and techniques wait
      Given session 5 was held
      And the alliance records "signs of strain" as [silence]
      And C-SSRS question 5 is answered yes
      When the case is evaluated
      Then technique advice is held back
