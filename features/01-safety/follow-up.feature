Feature: What was told stands until it is cleared, and is asked about again
  Protocol A4, SAF-14 and SAF-29, with D4. After an urgent alert the screener is repeated in every session until two
  sessions in a row are clear: item 9 at nought, and the C-SSRS denying thoughts and recent behaviour. At times when
  risk may rise suicide is asked about again.

  @rule:suicide-intent-or-plan @statement:SAF-14
  Rule: A yes stands until two clear screens in a row

    Background:
      Given a patient at intake
      And C-SSRS question 4 is answered yes
      And session 1 was held
      And the whole C-SSRS screener is answered no
      And PHQ-9 item 9 is 0

    Scenario: One clear screen clears nothing
      When the case is evaluated
      Then there is an alert of level 1
      And it says "(at the intake)"

    Scenario: The second clear screen in a row clears it
      Given session 2 was held
      And the whole C-SSRS screener is answered no
      And PHQ-9 item 9 is 0
      When the case is evaluated
      Then it says nothing of this

    Scenario: A third clear screen leaves it cleared
      Given session 2 was held
      And the whole C-SSRS screener is answered no
      And PHQ-9 item 9 is 0
      And session 3 was held
      And the whole C-SSRS screener is answered no
      And PHQ-9 item 9 is 0
      When the case is evaluated
      Then it says nothing of this

    Scenario: The second screen has item 9 at 1
      Given session 2 was held
      And the whole C-SSRS screener is answered no
      And PHQ-9 item 9 is 1
      When the case is evaluated
      Then there is an alert of level 1

    Scenario: Item 9 is left blank in the second screen
      Given session 2 was held
      And the whole C-SSRS screener is answered no
      And the PHQ-9 is 4
      When the case is evaluated
      Then there is an alert of level 1

    Scenario: The second screener is not asked to its end
      Given session 2 was held
      And C-SSRS questions 1 and 2 are answered no
      And PHQ-9 item 9 is 0
      When the case is evaluated
      Then there is an alert of level 1

    Scenario: The patient could not say in the second screen
      Given session 2 was held
      And the whole C-SSRS screener is answered no
      And C-SSRS question 6 is answered not known
      And PHQ-9 item 9 is 0
      When the case is evaluated
      Then there is an alert of level 1

    Scenario: A session without a screen between the two breaks the row
      Given session 2 was held
      And session 3 was held
      And the whole C-SSRS screener is answered no
      And PHQ-9 item 9 is 0
      When the case is evaluated
      Then there is an alert of level 1

    Scenario: A missed session between the two does not break the row
      Given session 2 was missed without notice
      And session 3 was held
      And the whole C-SSRS screener is answered no
      And PHQ-9 item 9 is 0
      When the case is evaluated
      Then it says nothing of this

    Scenario: The PHQ-9 of the second screen was not filled in by the patient
      Given session 2 was held
      And the whole C-SSRS screener is answered no
      And PHQ-9 item 9 is 0
      And the PHQ-9 records "filled in by the patient" as no
      When the case is evaluated
      Then there is an alert of level 1

    Scenario: In two clear screens the wish to join the dead was told
      Given session 2 was held
      And the whole C-SSRS screener is answered no
      And PHQ-9 item 9 is 0
      And the risk enquiry records "a wish to join someone who died"
      When the case is evaluated
      Then there is an alert of level 1

  @rule:suicide-behaviour-long-ago @statement:SAF-14
  Rule: What was long ago and has been cleared is no news when it is told again

    Background:
      Given C-SSRS questions 1 and 2 are answered no
      And C-SSRS question 6 is answered yes
      And suicidal behaviour in the last three months is answered no
      And session 1 was held
      And the whole C-SSRS screener is answered no
      And PHQ-9 item 9 is 0
      And session 2 was held
      And the whole C-SSRS screener is answered no
      And PHQ-9 item 9 is 0

    Scenario: It was told at the intake and cleared by two screens
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is told again, with the last three months denied
      Given session 3 was held
      And C-SSRS question 6 is answered yes
      And suicidal behaviour in the last three months is answered no
      When the case is evaluated
      Then it says nothing of this

  @rule:screener-again-ask
  Rule: After an urgent alert the screener is asked again in every session

    Scenario Outline: The alert came from <told>
      Given a patient at intake
      And <told>
      And session 1 was held
      When the case is evaluated
      Then it says "ask the C-SSRS screener again, together with item 9"
      And it says "2 clear screens in a row have not followed it"

      Examples:
        | told                                                      |
        | C-SSRS question 4 is answered yes                         |
        | C-SSRS question 3 is answered yes                         |
        | PHQ-9 item 9 is 2                                         |
        | the risk enquiry records "serious intent to harm someone" |

    Scenario: A part of the screener is not enough
      Given a patient at intake
      And C-SSRS question 4 is answered yes
      And session 1 was held
      And C-SSRS questions 1 and 2 are answered no
      When the case is evaluated
      Then it says "The screener of the session now is not complete"
      And the answer is needed for safety

    Scenario: After the first clear screen it is asked again
      Given a patient at intake
      And C-SSRS question 4 is answered yes
      And session 1 was held
      And the whole C-SSRS screener is answered no
      And PHQ-9 item 9 is 0
      And session 2 was held
      When the case is evaluated
      Then it says "ask the C-SSRS screener again"

    Scenario: It was asked in this session
      Given a patient at intake
      And C-SSRS question 4 is answered yes
      And session 1 was held
      And the whole C-SSRS screener is answered no
      When the case is evaluated
      Then it says nothing of this

    Scenario: The alert is given at this very contact
      Given a patient at intake
      And C-SSRS question 4 is answered yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: Thoughts without intent were no urgent alert
      Given a patient at intake
      And C-SSRS question 1 is answered yes
      And session 1 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:screener-again-ask
  Rule: After two clear screens in a row it is no longer asked for this reason

    Background:
      Given C-SSRS question 4 is answered yes
      And session 1 was held
      And the whole C-SSRS screener is answered no
      And PHQ-9 item 9 is 0
      And session 2 was held
      And the whole C-SSRS screener is answered no

    Scenario: Both were clear, and in the third session nothing was asked
      Given PHQ-9 item 9 is 0
      And session 3 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Item 9 was blank in the second, and in the third session nothing was asked
      Given session 3 was held
      When the case is evaluated
      Then it says "ask the C-SSRS screener again"

  @rule:screener-again-hold
  Rule: Techniques wait until the screener of the session is answered

    Background:
      Given the low mood began 10 weeks before the intake
      And a move called move, 2 weeks before the low mood began
      And session 4 was held
      And the focus agreed is role transition about move

    Scenario: The mania has passed, and the screener was not asked since
      Given the diagnosis records "mania, hypomania or mixed features now"
      And session 5 was held
      And the diagnosis records "mania, hypomania or mixed features now" as no
      When the case is evaluated
      Then technique advice is held back
      And it says "An alert to act at once, or on the same day, was given at an earlier contact"
      And it keeps back all-techniques

    Scenario: Item 9 was 2, and in the next session it is nought, with no screener
      Given PHQ-9 item 9 is 2
      And session 5 was held
      And PHQ-9 item 9 is 0
      When the case is evaluated
      Then it says "Techniques wait until the C-SSRS screener is answered again"
      And technique advice is held back

    Scenario: The screener was answered again, and nothing was told
      Given the diagnosis records "mania, hypomania or mixed features now"
      And session 5 was held
      And the diagnosis records "mania, hypomania or mixed features now" as no
      And the whole C-SSRS screener is answered no
      When the case is evaluated
      Then it says nothing of this
      And TEC-29 is suggested

    Scenario: Only a wish to be dead was told
      Given C-SSRS question 1 is answered yes
      And session 5 was held
      When the case is evaluated
      Then it says nothing of this
      And TEC-29 is suggested

    Scenario: The intent to harm someone has passed, and the screener was not asked since
      Given the risk enquiry records "serious intent to harm someone"
      And session 5 was held
      And the risk enquiry records "serious intent to harm someone" as no
      When the case is evaluated
      Then technique advice is held back
      And it says "Techniques wait until the C-SSRS screener is answered again"

  @rule:screener-again-hold
  Rule: After two clear screens in a row techniques no longer wait for this reason

    Background:
      Given C-SSRS question 4 is answered yes
      And session 1 was held
      And the whole C-SSRS screener is answered no
      And PHQ-9 item 9 is 0
      And session 2 was held
      And the whole C-SSRS screener is answered no

    Scenario: Both were clear, and the screener of the third session was not asked
      Given PHQ-9 item 9 is 0
      And session 3 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Item 9 was blank in the second, and the screener of the third was not asked
      Given session 3 was held
      When the case is evaluated
      Then it says "Techniques wait"

  @rule:ask-risk-after-missed-session
  Rule: Who comes back after missing a session that followed an alert is asked again

    Scenario Outline: Question <question> was answered yes, the next session was missed, and now he is back
      Given session 3 was held
      And C-SSRS question <question> is answered yes
      And session 4 was missed without notice
      And session 5 was held
      When the case is evaluated
      Then it says "Session 4 was missed after an alert"
      And it says "A session was missed after an alert: ask about suicide again"

      Examples:
        | question |
        | 1        |
        | 3        |
        | 4        |

    Scenario: The session was missed with notice, which does not say why
      Given session 3 was held
      And C-SSRS question 1 is answered yes
      And session 4 was missed with notice
      And session 5 was held
      When the case is evaluated
      Then it says "Session 4 was missed after an alert"
      And the answer is needed for safety

    Scenario: The session fell out by agreement
      Given session 3 was held
      And C-SSRS question 1 is answered yes
      And session 4 was missed with notice
      And the session records "not held by agreement: holiday, illness"
      And session 5 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was asked when he came back
      Given session 3 was held
      And C-SSRS question 1 is answered yes
      And session 4 was missed without notice
      And session 5 was held
      And the patient was asked directly about suicide
      When the case is evaluated
      Then it says nothing of this

    Scenario: He has been back for two sessions
      Given session 3 was held
      And C-SSRS question 1 is answered yes
      And session 4 was missed without notice
      And sessions 5 to 6 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The alert came with the session after the absence
      Given session 1 was held
      And session 2 was missed without notice
      And session 3 was held
      And the risk enquiry records "the clinician is concerned, whatever the answers"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Before the absence there was only a caution
      Given session 3 was held
      And the risk enquiry records "recent discharge from hospital"
      And session 4 was missed without notice
      And session 5 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The alert lies 28 days back
      Given session 3 on 2026-01-31
      And C-SSRS question 1 is answered yes
      And session 4 was missed without notice
      And session 5 on 2026-02-28
      When the case is evaluated
      Then it says "A session was missed after an alert"

    Scenario: The alert lies 29 days back
      Given session 3 on 2026-01-31
      And C-SSRS question 1 is answered yes
      And session 4 was missed without notice
      And session 5 on 2026-03-01
      When the case is evaluated
      Then it says nothing of this

  @rule:ask-risk-after-new-loss
  Rule: In the session that hears of a loss suicide is asked about again

    Scenario Outline: Told in session 3, of the last three months: <loss>
      Given session 3 was held
      And a <loss> called loss on 2026-01-20
      When the case is evaluated
      Then it says "A new loss or illness was told: ask about suicide again"

      Examples:
        | loss                |
        | death               |
        | pregnancy-loss      |
        | stillbirth          |
        | neonatal-death      |
        | death-of-pet        |
        | separation          |
        | divorce             |
        | breakup             |
        | parental-separation |
        | estrangement        |
        | missing-person      |
        | job-loss            |
        | loss-of-home        |
        | other-loss          |
        | unemployment        |
        | own-disability      |

    Scenario Outline: Told in session 3, and when it was is not known: <loss>
      Given session 3 was held
      And a <loss> called loss, it is not known when
      When the case is evaluated
      Then it says "Told in the latest session"

      Examples:
        | loss                |
        | death               |
        | pregnancy-loss      |
        | stillbirth          |
        | neonatal-death      |
        | death-of-pet        |
        | separation          |
        | divorce             |
        | breakup             |
        | parental-separation |
        | estrangement        |
        | missing-person      |
        | job-loss            |
        | loss-of-home        |
        | other-loss          |
        | unemployment        |
        | own-illness         |
        | own-disability      |

    Scenario: It was 92 days ago, and is told only now
      Given session 3 on 2026-01-31
      And a separation called parting on 2025-10-31
      When the case is evaluated
      Then it says "A new loss or illness was told"
      And the answer is needed for safety

    Scenario: It was 93 days ago, and is told only now
      Given session 3 on 2026-01-31
      And a separation called parting on 2025-10-30
      When the case is evaluated
      Then it says nothing of this

    Scenario: Suicide was asked about in the same session
      Given session 3 was held
      And a separation called parting on 2026-01-20
      And the patient was asked directly about suicide
      When the case is evaluated
      Then it says nothing of this

    Scenario: Suicide was asked about only in the session before
      Given session 2 was held
      And the patient was asked directly about suicide
      And session 3 was held
      And a separation called parting on 2026-01-20
      When the case is evaluated
      Then it says "A new loss or illness was told"

    Scenario: It was known from the intake
      Given a separation called parting on 2025-12-20
      And session 3 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: What was told is no loss
      Given session 3 was held
      And a promotion called post on 2026-01-20
      When the case is evaluated
      Then it says nothing of this

    Scenario: What was told is no loss, and when it was is not known
      Given session 3 was held
      And a promotion called post, it is not known when
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was known from the intake, and when it was is not
      Given a separation called parting, it is not known when
      And session 3 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: When it was is not known, and suicide was asked about
      Given session 3 was held
      And a separation called parting, it is not known when
      And the patient was asked directly about suicide
      When the case is evaluated
      Then it says nothing of this

    Scenario: A marriage of late is told in session 3
      Given session 3 was held
      And a marriage called wedding on 2026-01-20
      When the case is evaluated
      Then it says nothing of this

    Scenario: A marriage is told in session 3, and when it was is not known
      Given session 3 was held
      And a marriage called wedding, it is not known when
      When the case is evaluated
      Then it says nothing of this

  @rule:ask-risk-as-ending-starts
  Rule: As therapy ends suicide is asked about again

    Scenario: Session 13 of 16 was held, the first of the ending
      Given 16 sessions are planned
      And session 13 was held
      When the case is evaluated
      Then it says "Therapy is ending: ask about suicide again"
      And the answer is needed for safety

    Scenario: The therapist records the ending earlier
      Given 16 sessions are planned
      And session 10 was held
      And the phase is recorded as ending
      When the case is evaluated
      Then it says "Therapy is ending: ask about suicide again"

    Scenario: Session 12 of 16 was held
      Given 16 sessions are planned
      And session 12 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: How many sessions are planned is not known
      Given session 20 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was asked in the first session of the ending
      Given 16 sessions are planned
      And session 13 was held
      And the patient was asked directly about suicide
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was asked in the first session of the ending, and not in the second
      Given 16 sessions are planned
      And session 13 was held
      And the patient was asked directly about suicide
      And session 14 was held
      When the case is evaluated
      Then it says "Therapy is ending: ask about suicide again"

    Scenario: The therapist records maintenance in session 14
      Given 16 sessions are planned
      And session 14 was held
      And the phase is recorded as maintenance
      When the case is evaluated
      Then it says nothing of this
