Feature: The formulation, assembled from the record
  Protocol B3 and B4, INI-27 to INI-38. Crisis, vulnerability and support, the illness by name, its beginning, the focus
  with its tie to the beginning, the person's agreement and the goals: what the therapist stated fills a part, what else the
  record holds is offered and marked, what is missing is asked for. It is a draft to check, never a diagnosis.

  Background:
    Given a patient at intake

  @statement:INI-27
  Rule: Crisis: what is stated fills it, what happened near the onset is offered

    Scenario: The therapist wrote it down
      Given the triad holds crisis: quarrels since the promotion
      When the case is evaluated
      Then in the formulation the part crisis is filled
      And the part holds "quarrels since the promotion", stated at intake.triad.crisis[0]
      And the part asks nothing

    Scenario: A death shortly before the onset is offered
      Given the low mood began 6 months before the intake
      And mother died 8 weeks before the low mood began
      And about event death-of-mother it is known: "what it means to the patient" as the house is empty
      When the case is evaluated
      Then in the formulation the part crisis is filled in part
      And the record offers "the death of mother, 8 weeks before the low mood began: the house is empty" for it, from intake.life_events[0]
      And the part asks "one of these that set it off"

    Scenario Outline: A move <days> days before the onset is <offered>
      Given the low mood began 6 months before the intake
      And a move called m1, <days> days before the low mood began
      When the case is evaluated
      Then in the formulation the part crisis is <state>

      Examples:
        | days | state          | offered     |
        | 182  | filled in part | offered     |
        | 183  | filled in part | offered     |
        | 184  | open           | not offered |
        | 0    | filled in part | offered     |

    Scenario: A move after the onset did not set it off
      Given the low mood began 6 months before the intake
      And a move called m1, 2 weeks after the low mood began
      When the case is evaluated
      Then in the formulation the part crisis is open
      And the part asks "What happened around the time you became low?"

    Scenario: The patient ties a later event to the low mood, and it is offered
      Given the low mood began 6 months before the intake
      And a move called m1, 2 weeks after the low mood began
      And about event m1 it is known: "who links it to the low mood: patient, therapist" as [patient]
      When the case is evaluated
      Then in the formulation the part crisis is filled in part

    Scenario: Years ago, and linked: not acute, and not offered as the crisis
      Given the low mood began 6 months before the intake
      And a move called m1, 4 years before the low mood began
      And about event m1 it is known: "who links it to the low mood: patient, therapist" as [patient]
      When the case is evaluated
      Then in the formulation the part crisis is open

    Scenario: A conflict that became worse around the onset is offered in its own words
      Given there is a conflict with brother
      And about conflict brother it is known: "worse_around_onset"
      And about conflict brother it is known: "about" as the inheritance
      When the case is evaluated
      Then in the formulation the part crisis is filled in part
      And the record offers "conflict with brother: the inheritance" for it, from intake.relationships[0].conflict

    Scenario: A conflict of which nobody knows when it began is not offered
      Given there is a conflict with brother
      When the case is evaluated
      Then in the formulation the part crisis is open

    Scenario: It was looked for and none was found
      Given crisis was looked for and none was found
      When the case is evaluated
      Then in the formulation the part crisis is filled
      And the part holds "looked for, and none found", stated at intake.triad.none_found

  @statement:INI-28
  Rule: Vulnerability: make-up and history as far as they are recorded

    Scenario: Earlier episodes, childhood and family are offered
      Given the episode records "number" as 3
      And the episode records "childhood_maltreatment"
      And the patient was asked about family-history and there were some
      When the case is evaluated
      Then in the formulation the part vulnerability is filled in part
      And the record offers "earlier episodes" for it, from intake.episode.number
      And the record offers "maltreatment in childhood" for it, from intake.episode.childhood_maltreatment
      And the record offers "depression in the family" for it, from intake.asked.family-history

    Scenario: A bodily illness is offered
      Given a chronic bodily illness is recorded
      When the case is evaluated
      Then in the formulation the part vulnerability is filled in part
      And the record offers "chronic" for it, from intake.diagnosis.medical[0]

    Scenario: What was never asked is not offered
      When the case is evaluated
      Then in the formulation the part vulnerability is open
      And the part holds nothing
      And the part asks "What makes a time like this harder"

    Scenario: A first episode has no earlier ones to offer
      Given the episode records "number" as 1
      When the case is evaluated
      Then in the formulation the part vulnerability is open

  @statement:INI-29
  Rule: Support: who is there, who could be, and who has withdrawn

    Scenario: A confidant is offered, and the therapist's own entry stands first
      Given the triad holds support: her sister
      And aunt is the patient's other-family
      And about person aunt it is known: "confidant"
      When the case is evaluated
      Then in the formulation the part support is filled
      And the part holds "her sister", stated at intake.triad.support[0]
      And the record offers "aunt: can be confided in" for it, from intake.relationships[0].confidant

    Scenario: Who died is no support now
      Given mother died on 2025-03
      And about person mother it is known: "confidant"
      When the case is evaluated
      Then in the formulation the part support is open

    Scenario: Who is feared is no support
      Given partner is the patient's partner
      And about person partner it is known: "supportive"
      And the violence enquiry records "afraid of someone"
      And the violence enquiry records "from whom, by key" as partner
      When the case is evaluated
      Then in the formulation the part support is open

    Scenario: Somebody has withdrawn
      Given p2 is the patient's friend
      And about person p2 it is known: "withdrawn"
      When the case is evaluated
      Then in the formulation the part support is filled in part
      And the record offers "p2 (friend): has withdrawn" for it, from intake.relationships[0].withdrawn

    Scenario: That there is nobody to confide in was confirmed
      Given the social life records "no_confidant"
      When the case is evaluated
      Then in the formulation the part support is filled in part
      And the record offers "nobody to confide in" for it, from intake.social.no_confidant

  @statement:INI-33
  Rule: The illness, its beginning, the focus and the person's agreement

    Scenario: Diagnosed, graded and shared
      Given the diagnosis records "primary" as major-depression
      And the diagnosis records "severity" as moderate
      And session 1 was held
      And the tasks done are diagnosis-shared
      When the case is evaluated
      Then in the formulation the part diagnosis is filled
      And the part holds "major depression", stated at intake.diagnosis.primary

    Scenario: Not told to the person yet
      Given the diagnosis records "primary" as major-depression
      And the diagnosis records "severity" as moderate
      When the case is evaluated
      Then in the formulation the part diagnosis is filled in part
      And the part asks "was it said that it can be treated?"

    Scenario: A high score names no illness
      Given the PHQ-9 is 22 with item 9 at 0
      When the case is evaluated
      Then in the formulation the part diagnosis is open
      And the part holds nothing

    Scenario Outline: The onset is known to the <precision>
      Given the episode records "onset" as <onset>
      When the case is evaluated
      Then in the formulation the part onset is <state>

      Examples:
        | precision | onset   | state          |
        | year      | 2025    | filled in part |
        | month     | 2025-09 | filled         |

    Scenario: The focus agreed on, and the conflict that ties it to the beginning
      Given the low mood began 6 months before the intake
      And brother is the patient's sibling
      And the conflict with brother began or worsened 4 weeks before the low mood began
      And session 3 was held
      And the focus agreed is role-dispute about brother
      When the case is evaluated
      Then in the formulation the part focus is filled
      And the part holds "role dispute, brother", stated at sessions[0].focus_agreed

    Scenario: The focus agreed on, and nothing ties it to the beginning
      Given brother is the patient's sibling
      And session 3 was held
      And the focus agreed is role-dispute about brother
      When the case is evaluated
      Then in the formulation the part focus is filled in part
      And the part asks "how does it hang together with the time when the low mood began?"

    Scenario: No focus is agreed, and the record speaks for one
      Given the low mood began 6 months before the intake
      And mother is a very-close parent of the patient
      And mother died 8 weeks before the low mood began
      When the case is evaluated
      Then in the formulation the part focus is filled in part
      And the record offers "the record speaks for grief, the death of mother" for it, from intake.life_events[0]

    Scenario: The formulation makes sense to the person
      Given session 3 was held
      And the session records "the patient agrees with it"
      When the case is evaluated
      Then in the formulation the part agreement is filled
      And the part holds "offered in session 3, and it makes sense to the person", stated at sessions[0]

    Scenario: It does not
      Given session 3 was held
      And the session records "the patient agrees with it" as no
      When the case is evaluated
      Then in the formulation the part agreement is filled in part
      And the part asks "What would the person put in another way?"

    Scenario Outline: After session <held> the person's view is <state>
      Given 16 sessions are planned
      And session <held> was held
      When the case is evaluated
      Then in the formulation the part agreement is <state>

      Examples:
        | held | state       |
        | 1    | not due yet |
        | 2    | open        |

  @statement:INI-37
  Rule: Goals that can be rated

    Scenario: One goal says what, by when and how we will know
      Given a goal evenings is recorded:
        | what     | who is home on which evening |
        | by_when  | session 10                   |
        | known_by | two weeks as agreed          |
      When the case is evaluated
      Then in the formulation the part goals is filled
      And the part holds "who is home on which evening", stated at intake.goals[0]

    Scenario: One says only what
      Given a goal evenings is recorded:
        | what | who is home on which evening |
      When the case is evaluated
      Then in the formulation the part goals is filled in part
      And the part asks "by when; how you will both know"

    Scenario: There is none
      When the case is evaluated
      Then in the formulation the part goals is open
      And the part asks "What is to be different"
