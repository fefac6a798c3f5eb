Feature: The relapse-prevention plan
  Protocol E, END-17 to END-26. The plan is begun when the ending begins. From the last session but one on, each part
  that is not written is named: signs, triggers, what helped, habits, supports, contact, and medication where one is
  taken. Sixteen sessions are planned here: the last but one is the fifteenth, prepared after the fourteenth.

  Background:
    Given a patient at intake
    And 16 sessions are planned

  @rule:relapse-plan-begin
  Rule: The plan is begun as the ending begins

    Scenario: Nothing is written after the first session of the ending
      Given session 13 was held
      When the case is evaluated
      Then it says "nothing of a relapse-prevention plan is written"
      And of the plan it says due

    Scenario: Two signs are written
      Given session 13 was held
      And the relapse plan holds signs: waking at four; no appetite
      When the case is evaluated
      Then it says nothing of this

    Scenario: Early signs of before are in the record, and the plan is not begun
      Given the episode records "personal early signs, in words" as [waking at four]
      And session 13 was held
      When the case is evaluated
      Then it says "Begin the relapse-prevention plan"

    Scenario: The last session but one is next, and the parts are named instead
      Given session 14 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The middle phase still runs
      Given session 12 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:contingency-planning
  Rule: Through the ending, likely problems are foreseen and planned for

    Scenario: No triggers are written
      Given session 13 was held
      When the case is evaluated
      Then it says "the relapse plan names no triggers yet"
      And it suggests TEC-31, in this order
      And TEC-31 is suggested

    Scenario: What the timeline holds is a start, and not yet in the plan
      Given mother died on 2025-03
      And about mourning death-of-mother it is known: "worse_at_anniversaries"
      And session 13 was held
      When the case is evaluated
      Then it says "in the timeline: the death of mother"

    Scenario: One trigger is written
      Given session 13 was held
      And the relapse plan holds triggers: the first Christmas without her
      When the case is evaluated
      Then it says nothing of this

    Scenario: Problems are not foreseen while the next session is still a middle one
      Given session 11 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The last middle session is over: the next one is of the ending
      Given session 12 was held
      When the case is evaluated
      Then it says "the relapse plan names no triggers yet"

  @rule:relapse-plan-incomplete
  Rule: From the last session but one on, an incomplete plan has to find its time

    Scenario Outline: Nothing is written, and <left> sessions are left
      Given no medicine is taken
      And session <held> was held
      When the case is evaluated
      Then it says "Complete the relapse plan: sessions left <left>"
      And it says "not written yet: early warning signs; likely triggers"

      Examples:
        | held | left |
        | 14   | 2    |
        | 15   | 1    |

    Scenario: Only the part on medicine is open, as nobody said whether one is taken
      Given session 14 was held
      And the relapse plan records:
        | early warning signs                                             | [waking at four, no appetite, silence] |
        | likely triggers of the next twelve months, with a plan          | [Christmas]                            |
        | what was learned and helped                                     | [saying no to my brother]              |
        | unhelpful habits and the alternative                            | [lying in bed]                         |
        | who notices, who to call, who has agreed                        | [my sister knows]                      |
        | whom to contact again, how, at what signs, emergencies included | [ring the clinic]                      |
      When the case is evaluated
      Then it says "not written yet: medication, if one is taken"
      And of the plan it says open

    Scenario: The same plan is complete when no medicine is taken
      Given no medicine is taken
      And session 14 was held
      And the relapse plan records:
        | early warning signs                                             | [waking at four, no appetite, silence] |
        | likely triggers of the next twelve months, with a plan          | [Christmas]                            |
        | what was learned and helped                                     | [saying no to my brother]              |
        | unhelpful habits and the alternative                            | [lying in bed]                         |
        | who notices, who to call, who has agreed                        | [my sister knows]                      |
        | whom to contact again, how, at what signs, emergencies included | [ring the clinic]                      |
      When the case is evaluated
      Then it says nothing of this

    Scenario: A session earlier there is still time
      Given session 13 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Twenty sessions were agreed in place of sixteen
      Given session 14 was held
      And the course records "how many sessions are planned" as 20
      When the case is evaluated
      Then it says nothing of this

  @rule:relapse-plan-signs
  Rule: Three early warning signs of the patient's own are wanted

    Scenario Outline: Written are <how many>
      Given session 14 was held
      And the relapse plan holds signs: <signs>
      When the case is evaluated
      Then it says "Write down at least 3 early warning signs"
      And it says "no appetite"

      Examples:
        | how many                 | signs                                       |
        | two                      | waking at four; no appetite                 |
        | three, two of them alike | waking at four; no appetite; Waking at four |

    Scenario: Signs of earlier episodes are shown, and belong into the plan
      Given the episode records "personal early signs, in words" as [waking at four, no appetite, silence]
      And session 14 was held
      When the case is evaluated
      Then it says "known from before: waking at four"
      And of the plan it says open

    Scenario Outline: <how many> were gathered in two sessions
      Given session 13 was held
      And the relapse plan holds signs: waking at four; no appetite
      And session 14 was held
      And the relapse plan holds signs: <signs>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | how many | signs                          |
        | Three    | ringing nobody                 |
        | Four     | ringing nobody; staying in bed |

  @rule:relapse-plan-triggers
  Rule: Likely triggers of the coming year are written down

    Scenario: None is written, and a conflict goes on
      Given there is a conflict with brother
      And brother is the patient's sibling
      And session 14 was held
      When the case is evaluated
      Then it says "conflict with brother"
      And of the plan it says open

    Scenario: An event that goes on is a likely one
      Given a caring-for-relative called caring, around the onset, without a date
      And about event caring it is known: "goes_on"
      And session 14 was held
      When the case is evaluated
      Then it says "in the timeline: the care of a relative"

    Scenario: One trigger stands in the plan
      Given session 14 was held
      And the relapse plan holds triggers: the day of the hearing
      When the case is evaluated
      Then it says nothing of this

    Scenario: No trigger is written, and there is a session more
      Given session 13 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:relapse-plan-skills
  Rule: What helped, and how it is practised on, is written down

    Scenario: Nothing is written, and role play had helped
      Given session 9 was held
      And the technique TEC-16 was used and is helped
      And session 14 was held
      When the case is evaluated
      Then it says "helped in sessions: role-play"
      And of the plan it says open

    Scenario: A technique that changed nothing is not offered as what helped
      Given session 9 was held
      And the technique TEC-16 was used and is no-change
      And session 14 was held
      When the case is evaluated
      Then it says "In plan and record so far: nothing"

    Scenario: It is written
      Given session 14 was held
      And the relapse plan holds skills: saying no to my brother
      When the case is evaluated
      Then it says nothing of this

  @rule:relapse-plan-habits
  Rule: Habits that came before it got worse are written down with an alternative

    Scenario: None is written, and rumination was noted
      Given the episode records "avoidance or rumination"
      And session 14 was held
      When the case is evaluated
      Then it says "avoidance or rumination was noted"
      And of the plan it says open

    Scenario: That there was none was noted, and the plan is still blank
      Given the episode records "avoidance or rumination" as no
      And session 14 was held
      When the case is evaluated
      Then it says "In plan and record so far: nothing"

    Scenario: One habit is written with its alternative
      Given session 14 was held
      And the relapse plan holds habits: not answering calls; answer one a day
      When the case is evaluated
      Then it says nothing of this

  @rule:relapse-plan-supports
  Rule: Who notices and who to call is written down, one person at least by name

    Scenario: A confidant stands in the inventory, and nobody in the plan
      Given sister is the patient's sibling
      And about person sister it is known: "confidant"
      And session 14 was held
      When the case is evaluated
      Then it says "in the inventory: sister"
      And of the plan it says open

    Scenario: The only confidant has died
      Given mother is the patient's parent
      And about person mother it is known: "confidant"
      And about person mother it is known: "alive" as no
      And session 14 was held
      When the case is evaluated
      Then it says "In plan and record so far: nothing"

    Scenario: The plan says who has agreed
      Given session 14 was held
      And the relapse plan holds supports: my sister will say so when I go quiet
      When the case is evaluated
      Then it says nothing of this

    Scenario: A supporter is named
      Given sister is the patient's sibling
      And session 14 was held
      And the relapse plan records "a named supporter, by key" as sister
      When the case is evaluated
      Then it says nothing of this

  @rule:relapse-plan-contact
  Rule: How to make contact again is written down, emergencies included

    Scenario: An emergency contact is on record, and the plan does not say how to come back
      Given the patient records "an emergency contact and a way to reach the service are recorded"
      And session 14 was held
      When the case is evaluated
      Then it says "Write down how to make contact again"
      And of the plan it says open
      And it says "an emergency contact is recorded"

    Scenario: The plan says how to come back
      Given session 14 was held
      And the relapse plan holds contact: ring the clinic at two signs; at night the crisis line
      When the case is evaluated
      Then it says nothing of this

    Scenario: The way back is not written, and there is a session more
      Given session 13 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:relapse-plan-medication
  Rule: Where a medicine is taken, the plan says what becomes of it

    Scenario: A medicine is taken, and the plan is silent about it
      Given a medicine is taken:
        | name | sertraline |
      And session 14 was held
      When the case is evaluated
      Then it says "taken now: sertraline"
      And of the plan it says open

    Scenario: No medicine is taken
      Given no medicine is taken
      And session 14 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nobody recorded whether one is taken
      Given session 14 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was stopped in the middle phase
      Given a medicine is taken:
        | name | sertraline |
      And session 9 was held
      And no medicine is taken
      And session 14 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The plan says what becomes of the medicine
      Given a medicine is taken:
        | name | sertraline |
      And session 14 was held
      And the relapse plan holds medication: until spring, then ask the doctor
      When the case is evaluated
      Then it says nothing of this

  @rule:relapse-plan-medication-ask
  Rule: Whether a medicine is taken is asked before the plan counts as complete

    Scenario: Nobody recorded it
      Given session 14 was held
      When the case is evaluated
      Then it says "Ask whether a medicine for mood is taken"
      And the answer is needed for ending

    Scenario: A medicine is named, and whether it is taken is not known
      Given a medicine is taken:
        | name  | sertraline |
        | taken | not-known  |
      And session 14 was held
      When the case is evaluated
      Then it says "Record also when none is taken"

    Scenario: It is recorded that none is taken
      Given no medicine is taken
      And session 14 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is recorded that one is taken
      Given a medicine is taken:
        | name | sertraline |
      And session 14 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nobody recorded a medicine, and there is a session more
      Given session 13 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:relapse-plan-follow-up
  Rule: Follow-up measures are offered, also where a plan is complete without them

    Scenario: None is planned
      Given session 14 was held
      When the case is evaluated
      Then it says "such as a PHQ-9 after 1, 3 and 6 months"
      And of the plan it says offer

    Scenario: One is planned
      Given session 14 was held
      And the relapse plan holds follow-up: PHQ-9 by post in June
      When the case is evaluated
      Then it says nothing of this

    Scenario: No measure is planned, and there is a session more
      Given session 13 was held
      When the case is evaluated
      Then it says nothing of this
