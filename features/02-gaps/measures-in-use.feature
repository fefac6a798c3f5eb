Feature: Only the measures that are missing are asked for
  Protocol MEA-10, MEA-31 and MON-27. Around a birth the EPDS takes the place of the PHQ-9 where it is the one in use, and
  of anxiety, functioning and support only what is missing is asked for.

  @rule:phq9-each-session
  Rule: A mother whose EPDS is filled in is not asked for the PHQ-9

    Background:
      Given a patient at intake
      And the patient records "pregnant now"
      And the PHQ-9 is 14

    Scenario: The EPDS is filled in at the latest session
      Given session 1 was held
      And the EPDS is 15
      When the case is evaluated
      Then it says nothing of this

    Scenario: The EPDS was left out at the latest session
      Given session 1 was held
      And the EPDS is 15
      And session 2 was held
      When the case is evaluated
      Then it says "No EPDS was recorded at the latest session"
      And the answer is needed for progress

    Scenario: Nobody has used an EPDS
      Given session 1 was held
      When the case is evaluated
      Then it says "No PHQ-9 was recorded at the latest session"

  @rule:phq9-due
  Rule: Around a birth the measure in use is the one that is due

    Background:
      Given a patient at intake
      And the patient records "pregnant now"
      And the PHQ-9 is 14

    Scenario: The check at session 4 is reached with an EPDS
      Given session 4 was held
      And the EPDS is 15
      When the case is evaluated
      Then it says nothing of this

    Scenario: The EPDS is fifteen days old
      Given session 4 on 2026-03-14
      And the EPDS is 15
      When the case is evaluated on 2026-03-29
      Then it says "The EPDS is due"
      And the answer is needed for progress

  @rule:phq9-with-other-measures
  Rule: What is missing is named

    Scenario: The WSAS is filled in, the GAD-7 and a support scale are not
      Given a patient at intake
      And the WSAS is 20
      When the case is evaluated
      Then it says "Not recorded for this part of the course: the GAD-7 and a support scale."
      And the answer is needed for progress

    Scenario: In a course of three sessions that ends with triage they are asked for once
      Given the course is ipt-est
      And 3 sessions are planned
      And the GAD-7 is 9
      And the WSAS is 12
      And the OSSS-3 is 10
      And sessions 1 to 3 were held
      When the case is evaluated
      Then it says nothing of this

  @rule:medical-cause-found
  Rule: A medical check that was done is not asked for again

    Scenario: An illness was found on asking, and nobody recorded a check
      Given a patient at intake
      And the patient was asked about medical causes and there were some
      And session 2 was held
      When the case is evaluated
      Then it says "no medical check is recorded"
      And the answer is needed for course

    Scenario: The check is recorded in the second session
      Given a patient at intake
      And the patient was asked about medical causes and there were some
      And session 2 was held
      And the tasks done are medical-check-done
      When the case is evaluated
      Then it says nothing of this

  @rule:onset-not-known
  Rule: A year long ago needs no month

    Scenario: Low since a year nine years ago
      Given a patient at intake
      And the episode records "onset" as 2017
      When the case is evaluated
      Then it says nothing of this

    Scenario: Low since some time of last year
      Given a patient at intake
      And the episode records "onset" as 2025
      When the case is evaluated
      Then it says "No onset is dated to the month"
      And the answer is needed for focus
