Feature: The time limit, the ending, and what comes after it
  Protocol E, END-01 to END-06, with H and F. The end is announced half way, begins some sessions before the last, and
  is followed by maintenance or by an end with an open door. Phases are proposals: the therapist's own record of a
  phase counts for more, and nothing is concluded from a number of sessions that nobody recorded.

  @rule:announce-the-end
  Rule: Half way through the planned sessions the end is announced

    Scenario: Half way, and intent was told
      Given a patient at intake
      And 16 sessions are planned
      And sessions 1 to 7 were held
      And C-SSRS question 4 is answered yes
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: Before session <next> of <planned>
      Given a patient at intake
      And <planned> sessions are planned
      And sessions 1 to <held> were held
      When the case is evaluated
      Then it says "Announce the end: <left> sessions are left, with the next one"
      And of the phase it says due, to ending
      And it says "The next session is <next> of <planned>"

      Examples:
        | planned | held | next | left |
        | 8       | 3    | 4    | 5    |
        | 9       | 3    | 4    | 6    |
        | 12      | 5    | 6    | 7    |
        | 16      | 7    | 8    | 9    |
        | 16      | 9    | 10   | 7    |

    Scenario Outline: It is not half way yet before session <next> of <planned>
      Given a patient at intake
      And <planned> sessions are planned
      And sessions 1 to <held> were held
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | planned | held | next |
        | 9       | 2    | 3    |
        | 12      | 4    | 5    |
        | 16      | 6    | 7    |

    Scenario: It was announced in session six
      Given a patient at intake
      And 16 sessions are planned
      And sessions 1 to 6 were held
      And the tasks done are end-announced
      And session 7 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Who has spoken of the end has announced it
      Given a patient at intake
      And 16 sessions are planned
      And sessions 1 to 7 were held
      And the ending records "the end was spoken of"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nobody recorded how many sessions are planned
      Given sessions 1 to 12 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The ending itself begins with the next session
      Given a patient at intake
      And 16 sessions are planned
      And sessions 1 to 12 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: Half way, and the phase is recorded as <phase>
      Given 16 sessions are planned
      And sessions 1 to 7 were held
      And the phase is recorded as <phase>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | phase       |
        | not-started |
        | ending      |

    Scenario: Violence holds back some techniques, and the end is announced all the same
      Given 16 sessions are planned
      And sessions 1 to 7 were held
      And the violence enquiry records "violence, threats or coercive control now"
      When the case is evaluated
      Then it says "Announce the end: 9 sessions are left"

  @rule:ending-starts
  Rule: The ending takes the last sessions, more of them in a longer course

    Scenario Outline: The ending begins with session <starts> of <planned>
      Given a patient at intake
      And <planned> sessions are planned
      And sessions 1 to <held> were held
      When the case is evaluated
      Then it says "The next session is <starts> of <planned>"
      And it says "it begins with session <starts>"
      And it says "Sessions of the ending: <length>, by the planned number"

      Examples:
        | planned | held | starts | length |
        | 6       | 5    | 6      | 1      |
        | 7       | 5    | 6      | 2      |
        | 9       | 7    | 8      | 2      |
        | 10      | 7    | 8      | 3      |
        | 15      | 12   | 13     | 3      |
        | 16      | 12   | 13     | 4      |
        | 20      | 16   | 17     | 4      |

    Scenario Outline: A session earlier, after <held> of <planned>, it has not come
      Given a patient at intake
      And <planned> sessions are planned
      And sessions 1 to <held> were held
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | planned | held |
        | 6       | 4    |
        | 9       | 6    |
        | 10      | 6    |
        | 15      | 11   |
        | 16      | 11   |

    Scenario: What is done and open before the ending
      Given a patient at intake
      And 16 sessions are planned
      And sessions 1 to 8 were held
      And the tasks done are mid-review-held, end-announced
      And sessions 9 to 12 were held
      When the case is evaluated
      Then it says "Move to the ending"
      And of the phase it says due, to ending
      And the list shown is ending-entry
      And done is "Mid-treatment review held"
      And done is "The end announced at the midpoint"
      And open is "Goals rated"
      And open is "The sessions left recalled"

    Scenario: The therapist still records the middle phase in session fourteen
      Given a patient at intake
      And 16 sessions are planned
      And sessions 1 to 14 were held
      And the phase is recorded as middle
      When the case is evaluated
      Then it says "The next session is 15 of 16"

    Scenario: The ending is recorded already
      Given a patient at intake
      And 16 sessions are planned
      And sessions 1 to 12 were held
      And the phase is recorded as ending
      When the case is evaluated
      Then it says nothing of this

    Scenario: Twenty sessions were agreed in place of sixteen
      Given a patient at intake
      And 16 sessions are planned
      And sessions 1 to 12 were held
      And 20 sessions are planned
      When the case is evaluated
      Then it says nothing of this

    Scenario: Without a planned number no ending is foreseen
      Given sessions 1 to 15 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Thoughts of death that are to be asked about do not put off the ending
      Given a patient at intake
      And 16 sessions are planned
      And sessions 1 to 12 were held
      And the PHQ-9 is 9 with item 9 at 1
      When the case is evaluated
      Then it says "Speak of the end explicitly"

    Scenario: Intent puts off the change of phase
      Given a patient at intake
      And 16 sessions are planned
      And sessions 1 to 12 were held
      And C-SSRS question 4 is answered yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: In a course of three sessions the ending follows on the initial phase
      Given 3 sessions are planned
      And sessions 1 to 2 were held
      When the case is evaluated
      Then it says "The next session is 3 of 3"

    Scenario: The number reaches the ending, and the treatment is recorded as not started
      Given 16 sessions are planned
      And sessions 1 to 12 were held
      And the phase is recorded as not-started
      When the case is evaluated
      Then it says nothing of this

    Scenario: Violence that is told puts off the change of phase
      Given 16 sessions are planned
      And sessions 1 to 12 were held
      And the violence enquiry records "violence, threats or coercive control now"
      When the case is evaluated
      Then it says nothing of this

  @rule:ending-starts
  Rule: A course that ends with triage has no ending of that kind

    Scenario: The third session of evaluation, support and triage is next
      Given a patient at intake
      And the course is ipt-est
      And 3 sessions are planned
      And sessions 1 to 2 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Six sessions were agreed, and the course is no longer the one that ends so
      Given a patient at intake
      And the course is ipt-est
      And 6 sessions are planned
      And sessions 1 to 5 were held
      When the case is evaluated
      Then it says "The next session is 6 of 6"

  @rule:triage-decides
  Rule: A course of three sessions ends with triage, and with nothing of a long ending

    Background:
      Given a patient at intake
      And the course is ipt-est
      And 3 sessions are planned

    Scenario Outline: After session <held> of 3
      Given sessions 1 to <held> were held
      And the PHQ-9 is 12
      When the case is evaluated
      Then it says "Triage: decide together what comes next"
      And of the phase it says due, from ending
      And it says "left: <left>"

      Examples:
        | held | left |
        | 2    | 1    |
        | 3    | 0    |

    Scenario: Of gains, parting, review and relapse plan nothing is said after the third
      Given sessions 1 to 3 were held
      When the case is evaluated
      Then it does not say "Look back on the gains"
      And it does not say "Ask what the person thinks and feels about parting"
      And it does not say "Hold the mid-treatment review"
      And it does not say "Complete the relapse plan"

    Scenario: After the first session it is too early
      Given session 1 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Intent goes before triage
      Given sessions 1 to 2 were held
      And C-SSRS question 4 is answered yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: Another course of three sessions has an ending as usual
      Given the course is acute
      And sessions 1 to 2 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Intent goes before triage after the last session, too
      Given sessions 1 to 3 were held
      And C-SSRS question 4 is answered yes
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: Violence told in session <held> goes before triage
      Given sessions 1 to <held> were held
      And the violence enquiry records "violence, threats or coercive control now"
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | held |
        | 2    |
        | 3    |

    Scenario Outline: Self-injury told in session <held>, which is enquired into, does not put off triage
      Given sessions 1 to <held> were held
      And the risk enquiry records "self-injury without wish to die"
      When the case is evaluated
      Then it says "Triage: decide together what comes next"

      Examples:
        | held |
        | 2    |
        | 3    |

    Scenario: The three sessions of another course were held
      Given the course is acute
      And sessions 1 to 3 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The ending is recorded early, and two sessions are left
      Given session 1 was held
      And the phase is recorded as ending
      When the case is evaluated
      Then it says nothing of this

    Scenario: The middle phase is still recorded in the third session
      Given sessions 1 to 3 were held
      And the phase is recorded as middle
      When the case is evaluated
      Then it says nothing of this

  @rule:end-not-spoken-of
  Rule: In the ending the end is spoken of explicitly

    Background:
      Given a patient at intake
      And 16 sessions are planned

    Scenario: The ending has begun and nothing is recorded of it
      Given sessions 1 to 13 were held
      And the tasks done are gains-reviewed
      When the case is evaluated
      Then it says "sessions left 3"
      And of the phase it says due
      And it says "no talk about the end is recorded"

    Scenario: To announce the end half way is not yet to speak of it
      Given sessions 1 to 8 were held
      And the tasks done are end-announced
      And sessions 9 to 13 were held
      When the case is evaluated
      Then it says "no talk about the end is recorded"

    Scenario: It was spoken of before the ending began
      Given sessions 1 to 12 were held
      And the ending records "the end was spoken of"
      And session 13 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The middle phase still runs
      Given sessions 1 to 12 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The last session was held
      Given sessions 1 to 16 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Maintenance is recorded before the planned sessions are used up
      Given sessions 1 to 13 were held
      And the phase is recorded as maintenance
      When the case is evaluated
      Then it says nothing of this

  @rule:after-the-end-not-decided
  Rule: Before the last session it is settled what comes after it

    Background:
      Given a patient at intake
      And 16 sessions are planned

    Scenario Outline: Nothing is decided after session <held> of 16
      Given sessions 1 to <held> were held
      When the case is evaluated
      Then it says "no decision about maintenance is recorded"

      Examples:
        | held |
        | 15   |
        | 16   |

    Scenario: In a course of six sessions the last one is all the ending there is
      Given 6 sessions are planned
      And sessions 1 to 5 were held
      When the case is evaluated
      Then it says "Of 6 planned sessions the last is next"
      And of the phase it says offer, from ending

    Scenario: In a course of three sessions the last follows on the initial phase
      Given 3 sessions are planned
      And sessions 1 to 2 were held
      When the case is evaluated
      Then it says "Of 3 planned sessions the last is next"

    Scenario: The therapist still records the middle phase before the last session
      Given sessions 1 to 15 were held
      And the phase is recorded as middle
      When the case is evaluated
      Then it says nothing of this

    Scenario: Two sessions are left
      Given sessions 1 to 14 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Maintenance was spoken of, and what the patient wants is not known
      Given sessions 1 to 15 were held
      And the maintenance records "maintenance was spoken of"
      When the case is evaluated
      Then it says "maintenance, or the end with an open door"

    Scenario Outline: The patient has answered <answer>
      Given sessions 1 to 15 were held
      And the maintenance records "accepted" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer |
        | yes    |
        | no     |

    Scenario Outline: <how long> after the last session the question is still open
      Given session 16 on 2026-05-02
      When the case is evaluated on <day>
      Then it says "no decision about maintenance is recorded"

      Examples:
        | how long      | day        |
        | Thirteen days | 2026-05-15 |
        | Two weeks     | 2026-05-16 |

    Scenario: Another day later the treatment counts as finished
      Given session 16 on 2026-05-02
      When the case is evaluated on 2026-05-17
      Then it says nothing of this

    Scenario: Recent suicidal behaviour comes first
      Given sessions 1 to 15 were held
      And suicidal behaviour in the last three months is answered yes
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: Violence told in session <held> comes first
      Given sessions 1 to <held> were held
      And the violence enquiry records "violence, threats or coercive control now"
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | held |
        | 15   |
        | 16   |

    Scenario: Suicidal behaviour told in the last session comes first, too
      Given sessions 1 to 16 were held
      And suicidal behaviour in the last three months is answered yes
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: Self-injury told in session <held>, which is enquired into, does not put off the question
      Given sessions 1 to <held> were held
      And the risk enquiry records "self-injury without wish to die"
      When the case is evaluated
      Then it says "no decision about maintenance is recorded"

      Examples:
        | held |
        | 15   |
        | 16   |

    Scenario Outline: In the last session the patient answers <answer>
      Given sessions 1 to 16 were held
      And the maintenance records "accepted" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer |
        | yes    |
        | no     |

    Scenario: A focus is agreed, and what comes after the last session is not
      Given sessions 1 to 16 were held
      And the focus agreed is grief
      When the case is evaluated
      Then it says "no decision about maintenance is recorded"

  @rule:ending-to-finished
  Rule: Without maintenance the treatment ends with the last planned session

    Background:
      Given a patient at intake
      And 12 sessions are planned

    Scenario Outline: Maintenance is declined and <held> of 12 sessions were held
      Given sessions 1 to <held> were held
      And the maintenance records "accepted" as no
      When the case is evaluated
      Then it says "the patient does not want maintenance"

      Examples:
        | held |
        | 11   |
        | 12   |

    Scenario: What is done and open before the last session
      Given sessions 1 to 11 were held
      And the maintenance records "accepted" as no
      And the tasks done are end-discussed, gains-reviewed, reasons-for-gains-asked
      And the relapse plan holds signs: wakes at four; stops answering calls
      When the case is evaluated
      Then it says "Bring the treatment to its end"
      And of the phase it says offer, from ending, to finished
      And the list shown is treatment-closing
      And done is "The end spoken of"
      And done is "Asked why the person feels better"
      And open is "Relapse plan: every part filled"
      And open is "Feelings about parting explored"

    Scenario: Maintenance is declined before the last of six sessions
      Given 6 sessions are planned
      And sessions 1 to 5 were held
      And the maintenance records "accepted" as no
      When the case is evaluated
      Then it says "Leave a way to make contact again"

    Scenario: Two sessions are left for the ending
      Given sessions 1 to 10 were held
      And the maintenance records "accepted" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is not known whether maintenance is wanted
      Given sessions 1 to 11 were held
      And the maintenance records "accepted" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: The patient changes his mind
      Given sessions 1 to 10 were held
      And the maintenance records "accepted" as no
      And session 11 was held
      And the maintenance records "accepted" as yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: Violence is disclosed before the last session
      Given sessions 1 to 11 were held
      And the maintenance records "accepted" as no
      And the violence enquiry records "violence, threats or coercive control now"
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: Maintenance is declined, and the middle phase is still recorded in session <held>
      Given sessions 1 to <held> were held
      And the maintenance records "accepted" as no
      And the phase is recorded as middle
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | held |
        | 11   |
        | 12   |

    Scenario Outline: Maintenance is declined in session <held>, and an item about suicide stands that was enquired into
      Given sessions 1 to <held> were held
      And the maintenance records "accepted" as no
      And PHQ-9 item 9 is 1
      And the whole C-SSRS screener is answered no
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | held |
        | 11   |
        | 12   |

    Scenario Outline: Maintenance is declined in session <held>, and unwanted thoughts of harm call for calm enquiry
      Given sessions 1 to <held> were held
      And the maintenance records "accepted" as no
      And the risk enquiry records "unwanted intrusive thoughts of harm without intent"
      When the case is evaluated
      Then it says "the patient does not want maintenance"

      Examples:
        | held |
        | 11   |
        | 12   |

    Scenario: After the last session it is not known whether maintenance is wanted
      Given sessions 1 to 12 were held
      And the maintenance records "accepted" as not known
      When the case is evaluated
      Then it says nothing of this

  @rule:ending-to-maintenance
  Rule: Where it is wanted, maintenance follows the last planned session

    Background:
      Given a patient at intake
      And 12 sessions are planned

    Scenario Outline: Maintenance is wanted and <held> of 12 sessions were held
      Given sessions 1 to <held> were held
      And the maintenance records "accepted" as yes
      When the case is evaluated
      Then it says "the patient wants maintenance"

      Examples:
        | held |
        | 11   |
        | 12   |

    Scenario: What is done and open before maintenance
      Given sessions 1 to 11 were held
      And the maintenance records:
        | accepted                                        | yes                     |
        | the parts the maintenance contract holds        | [aim, start, frequency] |
        | a way to make contact in an emergency is agreed | yes                     |
      When the case is evaluated
      Then it says "Prepare the change to maintenance"
      And of the phase it says offer, from ending, to maintenance
      And the list shown is maintenance-entry
      And done is "The patient's wish recorded"
      And done is "A way to make contact in an emergency"
      And open is "Maintenance contract: all its parts"
      And open is "Relapse plan: every part filled"

    Scenario: Maintenance is wanted before the last of six sessions
      Given 6 sessions are planned
      And sessions 1 to 5 were held
      And the maintenance records "accepted" as yes
      When the case is evaluated
      Then it says "Of 6 planned sessions the last is next"

    Scenario: It was wanted early, and two sessions are left
      Given sessions 1 to 10 were held
      And the maintenance records "accepted" as yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was spoken of without an answer
      Given sessions 1 to 11 were held
      And the maintenance records "maintenance was spoken of"
      When the case is evaluated
      Then it says nothing of this

    Scenario: The day after the last session maintenance has begun
      Given session 12 on 2026-04-04
      And the maintenance records "accepted" as yes
      When the case is evaluated on 2026-04-05
      Then it says nothing of this

    Scenario: A plan with intent is told in the last but one session
      Given sessions 1 to 11 were held
      And the maintenance records "accepted" as yes
      And C-SSRS question 5 is answered yes
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: Maintenance is wanted, and the middle phase is still recorded in session <held>
      Given sessions 1 to <held> were held
      And the maintenance records "accepted" as yes
      And the phase is recorded as middle
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | held |
        | 11   |
        | 12   |

    Scenario Outline: Maintenance is wanted in session <held>, and an item about suicide stands that was enquired into
      Given sessions 1 to <held> were held
      And the maintenance records "accepted" as yes
      And PHQ-9 item 9 is 1
      And the whole C-SSRS screener is answered no
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | held |
        | 11   |
        | 12   |

    Scenario Outline: Maintenance is wanted in session <held>, and unwanted thoughts of harm call for calm enquiry
      Given sessions 1 to <held> were held
      And the maintenance records "accepted" as yes
      And the risk enquiry records "unwanted intrusive thoughts of harm without intent"
      When the case is evaluated
      Then it says "the patient wants maintenance"

      Examples:
        | held |
        | 11   |
        | 12   |

    Scenario: After the last session maintenance is declined
      Given sessions 1 to 12 were held
      And the maintenance records "accepted" as no
      When the case is evaluated
      Then it says nothing of this

  @rule:maintenance-frame
  Rule: In maintenance the aim is to stay well

    Scenario: Maintenance is recorded
      Given sessions 1 to 12 were held
      And the phase is recorded as maintenance
      When the case is evaluated
      Then it says "The aim is to prevent relapse"

    Scenario: The day after the last session of somebody who wants maintenance
      Given a patient at intake
      And 12 sessions are planned
      And session 12 on 2026-04-04
      And the maintenance records "accepted" as yes
      When the case is evaluated on 2026-04-05
      Then it says "watching for early signs and triggers"

    Scenario: On the day of the last session the ending goes on
      Given a patient at intake
      And 12 sessions are planned
      And session 12 on 2026-04-04
      And the maintenance records "accepted" as yes
      When the case is evaluated on 2026-04-04
      Then it says nothing of this

    Scenario: The day after the last session of somebody who has not said
      Given a patient at intake
      And 12 sessions are planned
      And session 12 on 2026-04-04
      When the case is evaluated on 2026-04-05
      Then it says nothing of this

  @rule:sessions-beyond-plan
  Rule: More sessions than were agreed are agreed anew

    Background:
      Given a patient at intake
      And 16 sessions are planned

    Scenario: The seventeenth of sixteen sessions was held
      Given sessions 1 to 17 were held
      When the case is evaluated
      Then it says "16 sessions are recorded as planned, and session 17 was held"

    Scenario: The sixteenth was held
      Given sessions 1 to 16 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Twenty sessions were agreed in the sixteenth
      Given sessions 1 to 16 were held
      And 20 sessions are planned
      And session 17 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The new number stands in the contract
      Given sessions 1 to 16 were held
      And the contract records "number of sessions" as 20
      And session 17 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: A seventeenth session was planned and not held
      Given sessions 1 to 16 were held
      And session 17 was missed with notice
      When the case is evaluated
      Then it says nothing of this

    Scenario: Maintenance has its own number
      Given sessions 1 to 18 were held
      And the phase is recorded as maintenance
      When the case is evaluated
      Then it says nothing of this

  @rule:hold-while-alert-stands
  Rule: While an alert of the same day stands the phases pause, and contact does not

    Scenario: Violence at home is told in the middle phase
      Given sessions 1 to 6 were held
      And the violence enquiry records "violence, threats or coercive control now"
      When the case is evaluated
      Then it says "Pause focus work and the tasks of the phase"
      And of the phase it says hold
      And it says "Keep the therapeutic link"

    Scenario: Psychotic symptoms at intake
      Given a patient at intake
      And the diagnosis records "psychotic symptoms now"
      When the case is evaluated
      Then it says "on the same day"

    Scenario: An enquiry is wanted, nothing more urgent
      Given sessions 1 to 6 were held
      And the PHQ-9 is 12 with item 9 at 1
      When the case is evaluated
      Then it says nothing of this

    Scenario: With suicidal intent the pause is told among the safety advice, and once
      Given sessions 1 to 6 were held
      And C-SSRS question 4 is answered yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: Violence was asked about and the answer is not known
      Given sessions 1 to 6 were held
      And the violence enquiry records "violence, threats or coercive control now" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: Serious intent to harm somebody is told
      Given sessions 1 to 6 were held
      And the risk enquiry records "serious intent to harm someone"
      When the case is evaluated
      Then it says "to be acted on before the contact ends"

    Scenario: Before a group its list is shown, and psychotic symptoms still call for a pause
      Given a patient at intake
      And the course records "format" as group
      And the diagnosis records "psychotic symptoms now"
      When the case is evaluated
      Then it says "Pause focus work and the tasks of the phase"
