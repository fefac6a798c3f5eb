Feature: Closing the initial phase
  Protocol B6 and H. The initial phase is closed when measure, risk, diagnosis, people, onset, triad, an agreed focus,
  a goal and the contract are recorded; by which session depends on how many are planned. Here all of it is recorded
  by session 4 of 16 but a goal and the roles in the contract.

  Background:
    Given a patient at intake
    And 16 sessions are planned
    And the PHQ-9 is 17
    And the patient was asked directly about suicide
    And the tasks done are diagnosis-shared
    And the low mood began 4 months before the intake
    And mother is a close parent of the patient
    And about person mother it is known: "what is good" as she listens
    And the social life records "there are significant people beyond those recorded" as no
    And the patient was asked about conflicts, confidants, deaths and there were none
    And the triad holds crisis: moved away from all her friends
    And the triad holds support: mother
    And vulnerability was looked for and none was found
    And sessions 1 to 3 were held
    And session 4 was held
    And the focus agreed is role transition
    And the contract records:
      | number of sessions                                          | 16     |
      | how often                                                   | weekly |
      | length of a session in minutes                              | 50     |
      | states the focus                                            | yes    |
      | states what happens with missed sessions, illness, holidays | yes    |
      | states boundaries and conduct                               | yes    |

  @rule:initial-closed
  Rule: When all that closes the initial phase is recorded, the middle phase can begin

    Scenario: The contract and a goal are settled as the last points
      Given the contract records "states roles and expectations of patient and therapist"
      And a goal friends is recorded:
        | what | find two people to meet every week |
      When the case is evaluated
      Then it says "Ready for the middle phase"
      And of the phase it says ready, from initial, to middle
      And the list shown is initial-closing
      And it says "are recorded after session 4"
      And done is "Triad filled, or parts marked as none found"
      And done is "Contract: roles and expectations"

    Scenario: A service that does without a part of the contract
      Given the contract records "parts the site does without" as [roles]
      And a goal friends is recorded:
        | what | find two people to meet every week |
      When the case is evaluated
      Then it says "Ready for the middle phase"

    Scenario: Only a part of the contract is missing
      Given a goal friends is recorded:
        | what | find two people to meet every week |
      When the case is evaluated
      Then it says nothing of this

    Scenario: Only a goal is missing
      Given the contract records "states roles and expectations of patient and therapist"
      When the case is evaluated
      Then it says nothing of this

    Scenario: The patient does not find himself in the formulation that was offered afterwards
      Given the contract records "states roles and expectations of patient and therapist"
      And a goal friends is recorded:
        | what | find two people to meet every week |
      And session 5 was held
      And the session records "the patient agrees with it" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: All is recorded and somebody may be in danger
      Given the contract records "states roles and expectations of patient and therapist"
      And a goal friends is recorded:
        | what | find two people to meet every week |
      And C-SSRS question 4 is answered yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: The middle phase is recorded already
      Given the contract records "states roles and expectations of patient and therapist"
      And a goal friends is recorded:
        | what | find two people to meet every week |
      And the phase is recorded as middle
      When the case is evaluated
      Then it says nothing of this

    Scenario: By its number the next session belongs to the ending
      Given the contract records "states roles and expectations of patient and therapist"
      And a goal friends is recorded:
        | what | find two people to meet every week |
      And sessions 5 to 12 were held
      And the phase is recorded as initial
      When the case is evaluated
      Then it says nothing of this

    Scenario: All is recorded, and the treatment is recorded as not started
      Given the contract records "states roles and expectations of patient and therapist"
      And a goal friends is recorded:
        | what | find two people to meet every week |
      And the phase is recorded as not-started
      When the case is evaluated
      Then it says nothing of this

    Scenario: All is recorded, and violence is told
      Given the contract records "states roles and expectations of patient and therapist"
      And a goal friends is recorded:
        | what | find two people to meet every week |
      And the violence enquiry records "violence, threats or coercive control now"
      When the case is evaluated
      Then it says nothing of this

    Scenario: All is recorded, and self-injury is told, which is enquired into
      Given the contract records "states roles and expectations of patient and therapist"
      And a goal friends is recorded:
        | what | find two people to meet every week |
      And the risk enquiry records "self-injury without wish to die"
      When the case is evaluated
      Then it says "Ready for the middle phase"

    Scenario: All of the first session is done, and a goal is missing
      Given the diagnosis records "primary" as major-depression
      And the tasks done are sick-role-given, education-given, ipt-explained
      And the contract records "states roles and expectations of patient and therapist"
      When the case is evaluated
      Then it says nothing of this

  @rule:initial-overrun
  Rule: At the session by which the initial phase should be closed, what is still open is named

    Scenario Outline: Only a goal and what the contract says of <part> are open
      Given the contract records "states roles and expectations of patient and therapist"
      And the contract records "<meaning>" as <answer>
      When the case is evaluated
      Then it says "Points still open: 2"
      And open is "<open>"
      And open is "At least one goal set"
      And done is "Contract: roles and expectations"

      Examples:
        | part       | meaning                                                     | answer    | open                                         |
        | focus      | states the focus                                            | no        | Contract: the agreed focus                   |
        | absences   | states what happens with missed sessions, illness, holidays | no        | Contract: missed sessions, illness, holidays |
        | boundaries | states boundaries and conduct                               | not known | Contract: boundaries and conduct             |

    Scenario: The patient does not agree with the focus
      Given the patient does not agree with the focus role transition
      When the case is evaluated
      Then it says "usually focus and contract"
      And of the phase it says overrun, from initial
      And the list shown is initial-closing
      And open is "Focus agreed by the patient"

    Scenario: Everything is settled
      Given the contract records "states roles and expectations of patient and therapist"
      And a goal friends is recorded:
        | what | find two people to meet every week |
      When the case is evaluated
      Then it says nothing of this

    Scenario: The middle phase is recorded though a goal is open
      Given the phase is recorded as middle
      When the case is evaluated
      Then it says nothing of this

    Scenario: An alert of the same day comes first
      Given the violence enquiry records "violence, threats or coercive control now"
      When the case is evaluated
      Then it says nothing of this

    Scenario: A session later it is a matter for supervision
      Given session 5 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: A crisis took the session, and there is one more
      Given the session records "a crisis took the session"
      When the case is evaluated
      Then it says nothing of this

    Scenario: With fifteen sessions instead of sixteen this session is beyond the limit
      Given the course records "how many sessions are planned" as 15
      When the case is evaluated
      Then it says nothing of this

    Scenario: Points are open, and the treatment is recorded as not started
      Given the phase is recorded as not-started
      When the case is evaluated
      Then it says nothing of this

    Scenario: Points are open, and intent is told
      Given C-SSRS question 4 is answered yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: Points are open, and self-injury is told, which is enquired into
      Given the risk enquiry records "self-injury without wish to die"
      When the case is evaluated
      Then it says "Points still open: 2"

  @rule:initial-overrun-supervision
  Rule: A session beyond the limit, supervision and a decision with what is known are suggested

    Scenario: The fifth of sixteen sessions, and the patient does not share the focus
      Given the patient does not agree with the focus role transition
      And session 5 was held
      When the case is evaluated
      Then it says "should have been closed by session 4; 5 were held, and no focus is recorded that the patient agrees with"
      And of the phase it says overrun, from initial
      And the list shown is initial-closing
      And it says "best available focus"
      And open is "Focus agreed by the patient"
      And done is "Diagnosis shared"

    Scenario: A focus is agreed, and only a goal is open
      Given the contract records "states roles and expectations of patient and therapist"
      And session 5 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: It goes on to be said as the middle phase draws on unrecorded
      Given the patient does not agree with the focus role transition
      And sessions 5 to 8 were held
      When the case is evaluated
      Then it says "If the middle phase has begun, record it"

    Scenario: Fifteen sessions are agreed instead of sixteen, and the limit comes a session earlier
      Given the patient does not agree with the focus role transition
      And the course records "how many sessions are planned" as 15
      When the case is evaluated
      Then it says "should have been closed by session 3; 4 were held"

    Scenario: At the limit there is nothing for supervision yet
      Given the patient does not agree with the focus role transition
      When the case is evaluated
      Then it says nothing of this

    Scenario: The middle phase was recorded with an open point
      Given the patient does not agree with the focus role transition
      And session 5 was held
      And the phase is recorded as middle
      When the case is evaluated
      Then it says nothing of this

    Scenario: A crisis in the second session had added one
      Given the patient does not agree with the focus role transition
      And session 2 was held
      And the session records "a crisis took the session"
      And session 5 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Danger today goes before supervision of the course
      Given the patient does not agree with the focus role transition
      And session 5 was held
      And C-SSRS question 5 is answered yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: The therapist records the initial phase in session 5
      Given the patient does not agree with the focus role transition
      And session 5 was held
      And the phase is recorded as initial
      When the case is evaluated
      Then it says "5 were held, and no focus is recorded that the patient agrees with"

    Scenario: The treatment is recorded as not started in session 5
      Given the patient does not agree with the focus role transition
      And session 5 was held
      And the phase is recorded as not-started
      When the case is evaluated
      Then it says nothing of this

    Scenario: The ending is reached by the number of sessions
      Given the patient does not agree with the focus role transition
      And session 13 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Violence told in session 5 goes before supervision of the course
      Given the patient does not agree with the focus role transition
      And session 5 was held
      And the violence enquiry records "violence, threats or coercive control now"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Self-injury told in session 5, which is enquired into, does not put supervision off
      Given the patient does not agree with the focus role transition
      And session 5 was held
      And the risk enquiry records "self-injury without wish to die"
      When the case is evaluated
      Then it says "Consider supervision, and deciding with the best available focus"

    Scenario: Only the points that close the initial phase are counted
      Given the patient does not agree with the focus role transition
      And session 5 was held
      When the case is evaluated
      Then it says "Points still open: 3"
      And it does not say "Points still open: 4"
