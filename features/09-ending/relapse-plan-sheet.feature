Feature: The relapse-prevention plan as a sheet
  Protocol E, END-17 to END-26. Eight parts: what the sessions wrote fills a part, what else the record holds is offered and
  marked as such, what is missing is asked for. Before the ending is near the plan is not due.

  Background:
    Given a patient at intake
    And 16 sessions are planned

  @statement:END-17
  Rule: The plan comes with the ending

    Scenario: In the middle phase nothing is asked for it
      Given session 8 was held
      When the case is evaluated
      Then in the relapse plan the part signs is not due yet
      And the part asks nothing

    Scenario: What the record holds is shown before its time
      Given the episode records "personal early signs, in words" as [waking at four]
      And session 8 was held
      When the case is evaluated
      Then in the relapse plan the part signs is not due yet
      And the record offers "waking at four" for it, from intake.episode.warning_signs[0]

    Scenario: The next session belongs to the ending
      Given session 12 was held
      When the case is evaluated
      Then in the relapse plan the part signs is open

    Scenario: It was begun early
      Given session 8 was held
      And the relapse plan holds signs: waking at four
      When the case is evaluated
      Then in the relapse plan the part signs is filled in part

    Scenario: The treatment stops early
      Given session 8 was held
      And the ending records "the patient stopped, or a session is offered to end early"
      When the case is evaluated
      Then in the relapse plan the part signs is open

  @statement:END-18
  Rule: At least three signs of the person's own

    Scenario Outline: <how many> are written
      Given session 14 was held
      And the relapse plan holds signs: <signs>
      When the case is evaluated
      Then in the relapse plan the part signs is <state>

      Examples:
        | how many | signs                               | state          |
        | two      | waking at four; no calls            | filled in part |
        | three    | waking at four; no calls; no supper | filled         |

    Scenario: Signs known from before are an offer, and fill nothing
      Given the episode records "personal early signs, in words" as [waking at four, silence, no calls]
      And session 14 was held
      And the relapse plan holds signs: Waking at four
      When the case is evaluated
      Then in the relapse plan the part signs is filled in part
      And the part holds "Waking at four", stated at sessions[0].relapse_plan.signs[0]
      And the record offers "silence" for it, from intake.episode.warning_signs[1]
      And the part asks "At least 3 signs"

  @statement:END-19
  Rule: Triggers: what comes again, what goes on, what lies ahead

    Scenario: A death in the first year has its anniversary ahead
      Given mother died on 2025-06-02
      And session 14 was held
      When the case is evaluated
      Then in the relapse plan the part triggers is filled in part
      And the record offers "anniversary: the death of mother, 2026-06-02" for it, from intake.life_events[0]

    Scenario Outline: The first anniversary of a death is <when>
      Given mother died on <died>
      And session 14 on 2026-04-18
      When the case is evaluated
      Then in the relapse plan the part triggers is <state>

      Examples:
        | when        | died       | state          |
        | tomorrow    | 2025-04-19 | filled in part |
        | today       | 2025-04-18 | open           |
        | a day past  | 2025-04-17 | open           |

    Scenario Outline: A death long ago: <why>
      Given mother died on 2019-06-02
      And about mourning death-of-mother it is known: "worse_at_anniversaries" as <answer>
      And session 14 was held
      When the case is evaluated
      Then in the relapse plan the part triggers is <state>

      Examples:
        | why                         | answer | state          |
        | such days are hard          | yes    | filled in part |
        | such days were no hard ones | no     | open           |

    Scenario: A death long ago, and grief for it is the focus
      Given mother died on 2019-06
      And session 4 was held
      And the focus agreed is grief about mother
      And session 14 was held
      When the case is evaluated
      Then in the relapse plan the part triggers is filled in part
      And the record offers "anniversary: the death of mother, 2026-06" for it, from intake.life_events[0]

    Scenario: An event that goes on, and a birth ahead
      Given a caring-for-relative called caring, around the onset, without a date
      And about event caring it is known: "goes_on"
      And the patient records "the expected date of birth" as 2026-09
      And session 14 was held
      When the case is evaluated
      Then in the relapse plan the part triggers is filled in part
      And the record offers "the care of a relative" for it, from intake.life_events[0]
      And the record offers "a birth is expected, 2026-09" for it, from intake.patient.due_date

    Scenario: A conflict that is there now
      Given there is a conflict with brother
      And about conflict brother it is known: "about" as the inheritance
      And session 14 was held
      When the case is evaluated
      Then in the relapse plan the part triggers is filled in part
      And the record offers "conflict with brother: the inheritance" for it, from intake.relationships[0].conflict

    Scenario: With a person who is feared the conflict is for the safety plan
      Given there is a conflict with partner
      And the violence enquiry records "afraid of someone"
      And the violence enquiry records "from whom, by key" as partner
      And session 14 was held
      When the case is evaluated
      Then in the relapse plan the part triggers is open
      And the relapse plan warns "agree alone with the person what may stand on paper"

    Scenario: Fear is told and nobody named: no conflict is put on paper
      Given there is a conflict with partner
      And the violence enquiry records "afraid of someone"
      And session 14 was held
      When the case is evaluated
      Then in the relapse plan the part triggers is open

    Scenario: No fear is told
      Given there is a conflict with partner
      And session 14 was held
      When the case is evaluated
      Then in the relapse plan the part triggers is filled in part
      And the relapse plan does not warn "what may stand on paper"

    Scenario: One is written with its plan
      Given session 14 was held
      And the relapse plan holds triggers: the hearing in May: stay with my sister
      When the case is evaluated
      Then in the relapse plan the part triggers is filled
      And the part holds "the hearing in May: stay with my sister", stated at sessions[0].relapse_plan.triggers[0]

  @statement:END-20
  Rule: What helped

    Scenario: A technique that helped, a goal reached and a fall of the PHQ-9 are offered
      Given the PHQ-9 is 19
      And a goal grave is recorded:
        | what   | visit the grave with my sister |
        | rating | 8                              |
      And session 9 was held
      And the technique TEC-16 was used and is helped
      And session 14 was held
      And the PHQ-9 is 6
      When the case is evaluated
      Then in the relapse plan the part skills is filled in part
      And the record offers "helped: role-play" for it, from sessions[0].techniques[0]
      And the record offers "visit the grave with my sister (8 of 10)" for it, from intake.goals[0]
      And the record offers "PHQ-9 19 → 6 (−13), from the intake to session 14" for it, from sessions[1].measures.phq9
      And the part asks "your own doing"

    Scenario Outline: A goal rated <rating> is <offered>
      Given a goal grave is recorded:
        | what   | visit the grave |
        | rating | <rating>        |
      And session 14 was held
      When the case is evaluated
      Then in the relapse plan the part skills is <state>

      Examples:
        | rating | state          | offered     |
        | 6      | open           | not offered |
        | 7      | filled in part | offered     |

    Scenario: What changed nothing, and a score that rose, are no help
      Given the PHQ-9 is 9
      And session 9 was held
      And the technique TEC-16 was used and is no-change
      And session 14 was held
      And the PHQ-9 is 11
      When the case is evaluated
      Then in the relapse plan the part skills is open

  @statement:END-21
  Rule: Unhelpful habits

    Scenario Outline: Avoidance or rumination is answered <answer>
      Given the episode records "unhelpful_coping" as <answer>
      And session 14 was held
      When the case is evaluated
      Then in the relapse plan the part habits is <state>

      Examples:
        | answer    | state          |
        | yes       | filled in part |
        | no        | open           |
        | not-known | open           |

    Scenario: Habit and alternative are written
      Given session 14 was held
      And the relapse plan holds habits: staying in bed: ring my sister
      When the case is evaluated
      Then in the relapse plan the part habits is filled

  @statement:END-22
  Rule: Supports: at least one by name

    Scenario: A supporter is named
      Given p2 is the patient's friend
      And session 14 was held
      And the relapse plan records "a named supporter, by key" as p2
      When the case is evaluated
      Then in the relapse plan the part supports is filled
      And the part holds "p2 (friend): named as the one who knows", stated at sessions[0].relapse_plan.supporter

    Scenario: The inventory knows a confidant, and nobody is named
      Given p2 is the patient's friend
      And about person p2 it is known: "confidant"
      And session 14 was held
      When the case is evaluated
      Then in the relapse plan the part supports is filled in part
      And the record offers "p2 (friend): can be confided in" for it, from intake.relationships[0].confidant
      And the part asks "has agreed"

    Scenario: The named supporter is feared by now
      Given partner is the patient's partner
      And about person partner it is known: "supportive"
      And session 13 was held
      And the relapse plan records "a named supporter, by key" as partner
      And session 14 was held
      And the violence enquiry records "afraid of someone"
      And the violence enquiry records "from whom, by key" as partner
      When the case is evaluated
      Then in the relapse plan the part supports is open
      And the part holds nothing

  @statement:END-23
  Rule: Making contact again

    Scenario: An emergency contact is recorded, and how to come back is not
      Given the patient records "an emergency contact and a way to reach the service are recorded"
      And session 14 was held
      When the case is evaluated
      Then in the relapse plan the part contact is filled in part
      And the record offers "an emergency contact is recorded" for it, from intake.patient.emergency_contact
      And the part asks "at which signs"

    Scenario: How to come back is written
      Given session 14 was held
      And the relapse plan holds contact: ring the clinic after a week of bad nights
      When the case is evaluated
      Then in the relapse plan the part contact is filled

  @statement:END-24
  Rule: Medication, where one is taken

    Scenario: Nobody said whether one is taken: that is asked first
      Given session 14 was held
      When the case is evaluated
      Then in the relapse plan the part medication is open
      And the part asks "Are you taking any medicine for your mood"

    Scenario: None is taken
      Given no medicine is taken
      And session 14 was held
      When the case is evaluated
      Then in the relapse plan the part medication is not needed
      And the part says "No medicine for mood is taken" and why

    Scenario: One is taken by an adult, and bipolar illness was ruled out
      Given the patient records "age in years" as 40
      And the diagnosis records "bipolar" as no
      And a medicine is taken:
        | name | sertraline |
      And session 14 was held
      When the case is evaluated
      Then in the relapse plan the part medication is filled in part
      And the record offers "sertraline: taken now" for it, from intake.medication[0]
      And the part asks "A question for the prescriber"

    Scenario: One is taken in pregnancy
      Given the patient records "age in years" as 30
      And the patient records "pregnant now"
      And a medicine is taken:
        | name | sertraline |
      And session 14 was held
      When the case is evaluated
      Then in the relapse plan the part medication is filled in part
      And the part asks "A question for a specialist"
      And usual is "pregnancy is recorded"

    Scenario: One is taken, and the age is not known: whoever prescribes it is asked
      Given a medicine is taken:
        | name | sertraline |
      And session 14 was held
      When the case is evaluated
      Then in the relapse plan the part medication is filled in part
      And the part asks "A question for whoever prescribes it"

  @statement:END-25
  Rule: Follow-up measures

    Scenario: None is planned
      Given session 14 was held
      When the case is evaluated
      Then in the relapse plan the part follow-up is open
      And usual is "a PHQ-9 after 1, 3 and 6 months"

    Scenario: They are planned
      Given session 14 was held
      And the relapse plan holds follow_up: a questionnaire by post in June
      When the case is evaluated
      Then in the relapse plan the part follow-up is filled
