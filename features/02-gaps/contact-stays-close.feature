Feature: While safety is not settled the treatment neither ends nor thins out
  Protocol A4, SAF-14, SAF-15 and SAF-29. Risk may rise as therapy ends. The protocol does not say what becomes of the
  last session while something about suicide stands; the safer reading is taken: contact stays close, with somebody.

  @rule:contact-stays-close
  Rule: Near the end and after it, what is not settled keeps contact close

    Background:
      Given a patient at intake
      And 12 sessions are planned

    Scenario: The last session is next, and a wish to be dead was told
      Given session 11 was held
      And C-SSRS question 1 is answered yes
      When the case is evaluated
      Then it says "consider no last session and no wider gaps"
      And of the plan it says due
      And it says "Agree who goes on seeing the person"

    Scenario: Item 9 is above nought, and the whole screener was answered no
      Given session 11 was held
      And PHQ-9 item 9 is 1
      And the whole C-SSRS screener is answered no
      When the case is evaluated
      Then it says "Safety is not settled"

    Scenario: The score has risen clearly in the ending, and the screener was asked
      Given session 10 was held
      And the PHQ-9 is 8
      And session 11 was held
      And the PHQ-9 is 15
      And the whole C-SSRS screener is answered no
      When the case is evaluated
      Then it says "the PHQ-9 has risen clearly"

    Scenario: Mania has passed, and the screener was not repeated since
      Given session 10 was held
      And the diagnosis records "mania now" as yes
      And session 11 was held
      And the diagnosis records "mania now" as no
      When the case is evaluated
      Then it says "the screener is to be repeated"

    Scenario: He stops in session 6, and intent was told
      Given session 6 was held
      And C-SSRS question 4 is answered yes
      And the ending records "the patient stopped, or a session is offered to end early"
      When the case is evaluated
      Then it says "Sessions added for safety can be agreed openly"

    Scenario: The treatment is recorded as finished, and self-injury was told at the last meeting
      Given session 12 was held
      And the phase is recorded as finished
      And the risk enquiry records "self-injury without wish to die"
      When the case is evaluated
      Then it says "Safety is not settled"

    Scenario: Nothing is told, and the screener was answered no
      Given session 11 was held
      And PHQ-9 item 9 is 0
      And the whole C-SSRS screener is answered no
      When the case is evaluated
      Then it says nothing of this

    Scenario: A wish to be dead was told in the middle phase
      Given session 6 was held
      And C-SSRS question 1 is answered yes
      When the case is evaluated
      Then it says nothing of this

  @rule:ending-to-finished
  Rule: The end waits until safety is settled

    Scenario Outline: Maintenance is declined, the last session is next, and <what> is recorded
      Given a patient at intake
      And 12 sessions are planned
      And session 11 was held
      And the maintenance records "accepted" as no
      And the risk enquiry records "<what>" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | what                                         | answer |
        | self-injury without wish to die              | yes    |
        | the clinician is concerned, whatever the answers | yes |

  @rule:ending-to-maintenance
  Rule: So does the change to maintenance

    Scenario: Maintenance is wanted, and item 9 of the session before stands
      Given a patient at intake
      And 12 sessions are planned
      And session 11 was held
      And PHQ-9 item 9 is 1
      And the whole C-SSRS screener is answered no
      And the maintenance records "accepted" as yes
      When the case is evaluated
      Then it says nothing of this

  @rule:stopped-early
  Rule: Nobody in danger is left with a letter

    Scenario: He stops in session 6 after telling of intent
      Given a patient at intake
      And 12 sessions are planned
      And session 6 was held
      And C-SSRS question 4 is answered yes
      And the ending records "the patient stopped, or a session is offered to end early"
      When the case is evaluated
      Then it says nothing of this

  @rule:rise-as-reaction
  Rule: A rise near the end is no mere reaction while something about suicide stands

    Scenario: Two points more, item 9 at nought, and a wish to be dead
      Given a patient at intake
      And 12 sessions are planned
      And session 10 was held
      And the PHQ-9 is 6 with item 9 at 0
      And session 11 was held
      And the PHQ-9 is 8 with item 9 at 0
      And C-SSRS question 1 is answered yes
      When the case is evaluated
      Then it says nothing of this
