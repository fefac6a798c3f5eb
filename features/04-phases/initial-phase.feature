Feature: The initial phase
  Protocol B1, B4 and B6. The first sessions have an order: safety, symptoms and hope first, then people and losses,
  then a formulation that the patient recognises. The lists are guides, and what the record already shows is marked as
  done.

  @rule:first-session
  Rule: Before the first session its list is shown

    Scenario: A scale was filled in at intake and suicide was not asked about
      Given a patient at intake
      And the PHQ-9 is 17
      When the case is evaluated
      Then it says "safety, symptoms and diagnosis"
      And of the phase it says checklist, to initial
      And the list shown is session-1
      And done is "Symptoms reviewed with a scale, so that change can be shown later"
      And open is "Suicidal thoughts asked about directly"

    Scenario: A first session that was missed is still to come
      Given session 1 was missed without notice
      When the case is evaluated
      Then it says "The next session is number 1"

    Scenario: The first session was held
      Given session 1 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:first-session-techniques
  Rule: The first session begins with open questions, and direct ones follow where facts are needed

    Scenario: The first session is next
      Given a patient at intake
      When the case is evaluated
      Then it says "Begin with open questions"
      And it suggests TEC-09 and TEC-10, in this order
      And TEC-09 is suggested
      And TEC-10 is suggested

    Scenario: Techniques wait while somebody may be in danger
      Given a patient at intake
      And C-SSRS question 5 is answered yes
      When the case is evaluated
      Then technique advice is held back
      And it says "Begin with open questions"

    Scenario: From the second session on other techniques are suggested
      Given session 1 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:second-session
  Rule: Before the second session its list is shown

    Scenario: Deaths were asked about, other losses were not
      Given a patient at intake
      And the patient was asked about deaths and there were none
      And no medicine is taken
      And session 1 was held
      When the case is evaluated
      Then it says "inventory, timeline, deaths and other losses"
      And of the phase it says checklist
      And the list shown is session-2
      And open is "Deaths and other losses asked about"
      And done is "Medication and medical review considered"

    Scenario: Both were asked about
      Given a patient at intake
      And the patient was asked about deaths, other losses and there were none
      And session 1 was held
      When the case is evaluated
      Then done is "Deaths and other losses asked about"
      And it says "The next session is number 2"

    Scenario Outline: Another session is next
      Given sessions 1 to <held> were held
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | held |
        | 0    |
        | 2    |

    Scenario Outline: After session 1 the phase is recorded as <phase>
      Given session 1 was held
      And the phase is recorded as <phase>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | phase       |
        | not-started |
        | middle      |

    Scenario: In a course of eight sessions the second has a list of its own
      Given 8 sessions are planned
      And session 1 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:inventory-techniques
  Rule: People and events are mapped until the inventory is complete enough

    Background:
      Given a patient at intake
      And mother is a close parent of the patient
      And about person mother it is known: "what is good" as she listens
      And the social life records "there are significant people beyond those recorded" as no

    Scenario: Deaths have not been asked about
      Given the patient was asked about conflicts, confidants and there were none
      And session 1 was held
      When the case is evaluated
      Then it says "The inventory is 60% complete; 80% is enough to go on"
      And it suggests TEC-05, TEC-06 and TEC-07, in this order
      And TEC-05 is suggested

    Scenario: Eighty per cent is enough
      Given the patient was asked about conflicts, confidants, deaths and there were none
      And session 1 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is too early before the first session
      When the case is evaluated
      Then it says nothing of this

  @rule:education-not-given
  Rule: Depression and its treatment are explained by the second session

    Scenario: Nothing of it is recorded after the first session
      Given session 1 was held
      And the tasks done are sick-role-given
      When the case is evaluated
      Then it says "no such explanation is recorded"
      And it suggests TEC-01, in this order
      And TEC-01 is suggested

    Scenario: It was explained at intake
      Given a patient at intake
      And the tasks done are education-given
      And session 1 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The first session can still do it
      Given a patient at intake
      When the case is evaluated
      Then it says nothing of this

    Scenario: The work has gone on to the middle phase
      Given sessions 1 to 3 were held
      And the phase is recorded as middle
      When the case is evaluated
      Then it says nothing of this

  @rule:sick-role-not-given
  Rule: The sick role is given by the second session, to somebody whose age is not known too

    Scenario Outline: It is not recorded for somebody of <age> years
      Given a patient at intake
      And the patient records "age in years" as <age>
      And session 1 was held
      When the case is evaluated
      Then it says "some load eased for now"
      And TEC-02 is suggested

      Examples:
        | age |
        | 19  |
        | 41  |

    Scenario: Nobody recorded the age
      Given session 1 was held
      When the case is evaluated
      Then it says "the sick role is not recorded as given"
      And it suggests TEC-02, in this order

    Scenario: It was given in the first session
      Given session 1 was held
      And the tasks done are sick-role-given
      When the case is evaluated
      Then it says nothing of this

    Scenario: At eighteen the limited form is meant
      Given a patient at intake
      And the patient records "age in years" as 18
      And session 1 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The first session can still give it
      Given a patient at intake
      And the patient records "age in years" as 41
      When the case is evaluated
      Then it says nothing of this

  @rule:sick-role-limited
  Rule: An adolescent is given a limited sick role

    Scenario Outline: An adolescent of <age> years after the first session
      Given a patient at intake
      And the patient records "age in years" as <age>
      And session 1 was held
      When the case is evaluated
      Then it says "The person is <age> years old"
      And it suggests TEC-02, in this order
      And it says "school and chores go on as far as possible"

      Examples:
        | age |
        | 12  |
        | 15  |
        | 18  |

    Scenario Outline: Somebody of <age> years is no adolescent
      Given a patient at intake
      And the patient records "age in years" as <age>
      And session 1 was held
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | age |
        | 11  |
        | 19  |

    Scenario: Where the age is not known nobody is taken for an adolescent
      Given session 1 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was given to an adolescent
      Given a patient at intake
      And the patient records "age in years" as 15
      And session 1 was held
      And the tasks done are sick-role-given
      When the case is evaluated
      Then it says nothing of this

  @rule:closing-sessions
  Rule: The last sessions of the initial phase bring formulation, focus, goals and contract

    Scenario Outline: After session <held> of <planned>
      Given a patient at intake
      And <planned> sessions are planned
      And sessions 1 to <held> were held
      When the case is evaluated
      Then it says "by session <limit> the initial phase should be closed"

      Examples:
        | planned | held | limit |
        | 9       | 2    | 3     |
        | 15      | 2    | 3     |
        | 16      | 2    | 4     |
        | 16      | 3    | 4     |

    Scenario Outline: Too early or too late after session <held> of <planned>
      Given a patient at intake
      And <planned> sessions are planned
      And sessions 1 to <held> were held
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | planned | held |
        | 8       | 1    |
        | 8       | 2    |
        | 15      | 1    |
        | 15      | 3    |
        | 16      | 1    |
        | 16      | 4    |

    Scenario: What is open before the fourth of sixteen sessions
      Given the case amira
      When the case is evaluated on 2026-01-31
      Then it says "formulation, focus, goals, contract"
      And of the phase it says checklist
      And the list shown is session-3
      And done is "Triad filled: crisis, vulnerability, support"
      And done is "Formulation offered as feedback"
      And open is "One or two main issues chosen, and the patient agrees"
      And open is "Contract made"

    Scenario: The middle phase is recorded early
      Given sessions 1 to 2 were held
      And the phase is recorded as middle
      When the case is evaluated
      Then it says nothing of this

    Scenario: The treatment is recorded as not started in session 2
      Given 16 sessions are planned
      And sessions 1 to 2 were held
      And the phase is recorded as not-started
      When the case is evaluated
      Then it says nothing of this

    Scenario: Of three sessions that end with triage the first is next
      Given the course is ipt-est
      And 3 sessions are planned
      When the case is evaluated
      Then it says nothing of this

  @rule:second-session-closes
  Rule: In a short course the second session completes the picture and closes the initial phase, with one list

    Scenario Outline: After session 1 of <planned>
      Given a patient at intake
      And <planned> sessions are planned
      And session 1 was held
      And the tasks done are timeline-built
      When the case is evaluated
      Then it says "by session 2 the initial phase should be closed"
      And of the phase it says checklist
      And the list shown is session-2-closing
      And done is "Timeline: onset and changes of symptoms beside events"
      And open is "Contract made"

      Examples:
        | planned |
        | 6       |
        | 8       |

    Scenario Outline: After session <held> of <planned> there is no need of it
      Given a patient at intake
      And <planned> sessions are planned
      And sessions 1 to <held> were held
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | planned | held |
        | 8       | 2    |
        | 9       | 1    |

    Scenario Outline: After session 1 of 8 the phase is recorded as <phase>
      Given 8 sessions are planned
      And session 1 was held
      And the phase is recorded as <phase>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | phase       |
        | not-started |
        | middle      |

    Scenario: In a longer course the third session is one of those that close the initial phase
      Given 16 sessions are planned
      And sessions 1 to 2 were held
      When the case is evaluated
      Then it says nothing of this

  @rule:offer-formulation
  Rule: When crisis, vulnerability and support are described, the formulation is offered

    Background:
      Given a patient at intake
      And the triad holds crisis: left by his wife in autumn
      And the triad holds support: a brother next door

    Scenario: All three are described
      Given the triad holds vulnerability: an earlier episode at twenty
      And sessions 1 to 2 were held
      When the case is evaluated
      Then it says "Offer the formulation as feedback"
      And it suggests TEC-08, in this order
      And TEC-08 is suggested

    Scenario: A part that was looked for and not found counts as described
      Given vulnerability was looked for and none was found
      And sessions 1 to 2 were held
      When the case is evaluated
      Then it says "no formulation has been offered so far"

    Scenario: Nobody looked for vulnerability
      Given sessions 1 to 2 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was offered already
      Given vulnerability was looked for and none was found
      And sessions 1 to 2 were held
      And the session records "the formulation was offered"
      When the case is evaluated
      Then it says nothing of this

    Scenario: The people of the patient's life come first
      Given vulnerability was looked for and none was found
      And session 1 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:formulation-not-accepted
  Rule: A formulation or focus that the patient does not share is looked at again

    Scenario: The patient does not find herself in the formulation
      Given sessions 1 to 3 were held
      And the session records "the patient agrees with it" as no
      When the case is evaluated
      Then it says "does not agree with what was offered in session 3"

    Scenario: The patient turns the focus down
      Given sessions 1 to 4 were held
      And the patient does not agree with the focus grief
      When the case is evaluated
      Then it says "Leave the initial phase open until there is a focus both can work with"

    Scenario: A session later they agree on a focus
      Given sessions 1 to 3 were held
      And the session records "the patient agrees with it" as no
      And session 4 was held
      And the focus agreed is role transition
      When the case is evaluated
      Then it says nothing of this

    Scenario: A focus agreed earlier does not outweigh a no that came later
      Given sessions 1 to 3 were held
      And the focus agreed is grief
      And session 4 was held
      And the session records "the patient agrees with it" as no
      When the case is evaluated
      Then it says "session 4"

    Scenario Outline: An offer without an answer is no refusal
      Given sessions 1 to 3 were held
      And the session records "the formulation was offered"
      And the session records "the patient agrees with it" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | not known |
        | yes       |

  @rule:crisis-extends-initial
  Rule: A session that a crisis took extends the initial phase by one

    Scenario Outline: A crisis takes session <held> of <planned>
      Given a patient at intake
      And <planned> sessions are planned
      And sessions 1 to <held> were held
      And the session records "a crisis took the session"
      When the case is evaluated
      Then it says "The initial phase may last until session <until>"

      Examples:
        | planned | held | until |
        | 8       | 2    | 3     |
        | 12      | 3    | 4     |
        | 16      | 2    | 5     |
        | 16      | 4    | 5     |

    Scenario Outline: A crisis in session <held> of <planned> comes after the initial phase
      Given a patient at intake
      And <planned> sessions are planned
      And sessions 1 to <held> were held
      And the session records "a crisis took the session"
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | planned | held |
        | 8       | 3    |
        | 12      | 4    |
        | 16      | 5    |

    Scenario: A second crisis adds another session
      Given session 2 was held
      And the session records "a crisis took the session"
      And session 5 was held
      And the session records "a crisis took the session"
      When the case is evaluated
      Then it says "until session 6"
      And of the phase it says extended, from initial

    Scenario: It is said once, for the session of the crisis
      Given session 2 was held
      And the session records "a crisis took the session"
      And session 3 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: A crisis takes session 2, and the phase is recorded as <phase>
      Given sessions 1 to 2 were held
      And the session records "a crisis took the session"
      And the phase is recorded as <phase>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | phase       |
        | not-started |
        | middle      |

    Scenario: In a course of three sessions the ending is next, and there is nothing to extend
      Given 3 sessions are planned
      And sessions 1 to 2 were held
      And the session records "a crisis took the session"
      When the case is evaluated
      Then it says nothing of this

  @rule:no-focus-by-limit
  Rule: When no focus is agreed a session after the initial phase should be closed, other ways are looked at

    Scenario Outline: Session <held> of <planned> and no focus
      Given a patient at intake
      And <planned> sessions are planned
      And sessions 1 to <held> were held
      When the case is evaluated
      Then it says "it was due by session <limit>"

      Examples:
        | planned | held | limit |
        | 8       | 3    | 2     |
        | 12      | 4    | 3     |
        | 16      | 5    | 4     |

    Scenario Outline: There was a session less for it, after session <held> of <planned>
      Given a patient at intake
      And <planned> sessions are planned
      And sessions 1 to <held> were held
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | planned | held |
        | 8       | 2    |
        | 12      | 3    |
        | 16      | 4    |

    Scenario: A focus that the patient turned down is none
      Given sessions 1 to 5 were held
      And the patient does not agree with the focus role dispute
      When the case is evaluated
      Then it says "look at alternatives together"

    Scenario: The focus was agreed late
      Given sessions 1 to 5 were held
      And the focus agreed is role dispute
      When the case is evaluated
      Then it says nothing of this

    Scenario: A crisis had taken a session
      Given session 2 was held
      And the session records "a crisis took the session"
      And sessions 3 to 5 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Danger comes before the question of the focus
      Given sessions 1 to 5 were held
      And C-SSRS question 4 is answered yes
      When the case is evaluated
      Then it says nothing of this

  @rule:steady-before-tasks
  Rule: Outside the middle phase too, steadying comes before the tasks of the phase

    Background:
      Given 16 sessions are planned

    Scenario: She was overwhelmed in session 2
      Given session 2 was held
      And the session records "how feelings were shown" as overwhelming
      When the case is evaluated
      Then it says "Consider slowing down and steadying first, before the tasks of the phase"
      And it says "In session 2 feelings were overwhelming"

    Scenario: A wish to be dead was told with it, which is enquired into
      Given session 2 was held
      And the session records "how feelings were shown" as overwhelming
      And C-SSRS question 1 is answered yes
      When the case is evaluated
      Then it says "Force nothing out"

    Scenario: Self-injury was told in session 1
      Given session 1 was held
      And the risk enquiry records "self-injury without wish to die"
      When the case is evaluated
      Then it says "In session 1 self-injury was told"

    Scenario: In the ending
      Given session 14 was held
      And the session records "how feelings were shown" as overwhelming
      When the case is evaluated
      Then it says "Consider slowing down and steadying first"

    Scenario: In the middle phase it is a technique
      Given session 6 was held
      And the session records "how feelings were shown" as overwhelming
      When the case is evaluated
      Then it says nothing of this

    Scenario: Intent was told, and the alert says what is to be done
      Given session 2 was held
      And the session records "how feelings were shown" as overwhelming
      And C-SSRS question 4 is answered yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: Feelings were strong and could be borne
      Given session 2 was held
      And the session records "how feelings were shown" as normal
      When the case is evaluated
      Then it says nothing of this

  @rule:initial-overrun-supervision
  Rule: A course that ends with triage has one session for the first phase, and no overrun to take to supervision

    Scenario: The second of three sessions is held, and no focus is agreed
      Given the course is ipt-est
      And 3 sessions are planned
      And sessions 1 to 2 were held
      When the case is evaluated
      Then it says nothing of this
