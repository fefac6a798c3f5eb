Feature: What is done, or told elsewhere, is not listed again in the ending
  Protocol END-07, END-14, END-15 and MNT-25.

  @rule:ending-work
  Rule: The list of the ending is silent when nothing is open, or when the close of the treatment lists it

    Background:
      Given a patient at intake
      And 16 sessions are planned
      And sessions 1 to 15 were held

    Scenario: All of it is recorded
      Given the ending records "the end was spoken of"
      And the ending records "what the patient feels about parting" as proud
      And the tasks done are gains-reviewed, reasons-for-gains-asked, first-and-last-compared, coping-alone-discussed, relapse-plan-started
      When the case is evaluated
      Then it says nothing of this

    Scenario: The comparison of first and last is open
      Given the ending records "the end was spoken of"
      And the ending records "what the patient feels about parting" as proud
      And the tasks done are gains-reviewed, reasons-for-gains-asked, coping-alone-discussed, relapse-plan-started
      When the case is evaluated
      Then open is "First and last scores, first and last circle of people"

    Scenario: Maintenance is declined, and the close of the treatment has its own list
      Given the maintenance records "accepted" as no
      When the case is evaluated
      Then it says nothing of this

  @rule:why-better
  Rule: Nobody is asked why a score has stayed the same

    Scenario: As well as at the start
      Given a patient at intake
      And 4 sessions are planned
      And the PHQ-9 is 4
      And session 3 was held
      And the PHQ-9 is 4
      When the case is evaluated
      Then it says nothing of this

  @rule:rise-as-reaction
  Rule: Where a course ends with triage there is no parting to react to

    Scenario: A small rise in the third of three sessions
      Given the course is ipt-est
      And 3 sessions are planned
      And the PHQ-9 is 9
      And session 3 was held
      And the PHQ-9 is 10
      When the case is evaluated
      Then it says nothing of this

  @rule:maintenance-recommend
  Rule: In later life with normal cognition maintenance is left to the wish

    Background:
      Given a patient at intake
      And 16 sessions are planned
      And the episode records "which episode of life, this one counted" as 3

    Scenario: Seventy, with normal cognition
      Given the patient records "age in years" as 70
      And the diagnosis records "cognitive status" as normal
      And session 13 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Seventy, and nobody looked at cognition
      Given the patient records "age in years" as 70
      And session 13 was held
      When the case is evaluated
      Then it says "Consider recommending maintenance sessions"
      And of the plan it says recommend
