Feature: The outcome, and how to part
  Protocol E, END-16 and END-27 to END-33, and MON-29. By the PHQ-9 of the ending the patient is well, better, or not
  helped enough; each asks for another way on. Low risk of relapse is a finding only when it was asked about.

  @rule:outcome-remission-low-risk
  Rule: Who is well and known to have no risk factor can end as planned

    Background:
      Given a patient at intake
      And 16 sessions are planned
      And the low mood began 4 months before the intake
      And the episode records:
        | which episode of life, this one counted | 1  |
        | avoidance or rumination                 | no |
        | the first episode came early in life    | no |
      And the diagnosis records "depression for two years or more" as no
      And the social life records:
        | isolated or lonely now | no |
        | lacks support          | no |
      And the patient was asked about conflicts, life changes, other illness, substance use and there were none
      And the patient was asked about childhood maltreatment, family history and there were none
      And the WSAS is 15
      And the PHQ-9 is 18

    Scenario: In remission, every factor asked about and none there
      Given session 13 was held
      And the PHQ-9 is 4
      When the case is evaluated
      Then it says "Consider ending as planned"
      And of the plan it says offer
      And it says "known to be there: none; not known: nothing"

    Scenario: One point above remission
      Given session 13 was held
      And the PHQ-9 is 5
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: Only one thing is otherwise: <what> is <answer>
      Given the episode records "<what>" as <answer>
      And session 13 was held
      And the PHQ-9 is 4
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | what                                    | answer    |
        | which episode of life, this one counted | 2         |
        | avoidance or rumination                 | yes       |
        | avoidance or rumination                 | not known |

    Scenario: Thoughts of death are to be asked about first
      Given session 13 was held
      And the PHQ-9 is 4 with item 9 at 1
      When the case is evaluated
      Then it says nothing of this

    Scenario: The low score is of the middle phase
      Given session 12 was held
      And the PHQ-9 is 4
      And session 13 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:outcome-remission-risk-open
  Rule: Who is well, with factors nobody asked about, is asked before the end is settled

    Background:
      Given a patient at intake
      And 16 sessions are planned
      And the low mood began 4 months before the intake
      And the episode records:
        | which episode of life, this one counted | 1  |
        | avoidance or rumination                 | no |
        | the first episode came early in life    | no |
      And the diagnosis records "depression for two years or more" as no
      And the social life records:
        | isolated or lonely now | no |
        | lacks support          | no |
      And the patient was asked about conflicts, life changes, other illness, substance use and there were none
      And the patient was asked about childhood maltreatment, family history and there were none
      And the WSAS is 15
      And the PHQ-9 is 18

    Scenario: Only about rumination nobody knows
      Given the episode records "avoidance or rumination" as not known
      And session 13 was held
      And the PHQ-9 is 4
      When the case is evaluated
      Then it says "it is not known about: avoidance or rumination"
      And of the plan it says open

    Scenario: It was asked, and there is none
      Given session 13 was held
      And the PHQ-9 is 4
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is not known, and another factor is known to be there
      Given the episode records "avoidance or rumination" as not known
      And the episode records "the first episode came early in life"
      And session 13 was held
      And the PHQ-9 is 4
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is not known, and the patient is not well yet
      Given the episode records "avoidance or rumination" as not known
      And session 13 was held
      And the PHQ-9 is 5
      When the case is evaluated
      Then it says nothing of this

  @rule:outcome-partial
  Rule: Who is better and not yet well decides with the therapist how to go on

    Background:
      Given a patient at intake
      And 16 sessions are planned

    Scenario Outline: From <first> to <last>: half or more, and above remission
      Given the PHQ-9 is <first>
      And session 13 was held
      And the PHQ-9 is <last>
      When the case is evaluated
      Then it says "Better but not yet well"
      And of the plan it says due
      And it says "<first> → <last>"

      Examples:
        | first | last |
        | 18    | 9    |
        | 18    | 5    |

    Scenario Outline: From <first> to <last> it is another outcome
      Given the PHQ-9 is <first>
      And session 13 was held
      And the PHQ-9 is <last>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | first | last |
        | 18    | 10   |
        | 18    | 4    |

    Scenario: There is no first score to compare with
      Given session 13 was held
      And the PHQ-9 is 9
      When the case is evaluated
      Then it says nothing of this

  @rule:outcome-none
  Rule: Who was not helped enough is offered another treatment without a gap, and without blame

    Background:
      Given a patient at intake
      And 16 sessions are planned

    Scenario Outline: From <first> to <last>: less than half
      Given the PHQ-9 is <first>
      And session 14 was held
      And the PHQ-9 is <last>
      When the case is evaluated
      Then it says "another effective treatment now, without a gap"
      And of the plan it says recommend
      And it says "that is not the person's failing"

      Examples:
        | first | last |
        | 18    | 10   |
        | 18    | 20   |

    Scenario: It fell by just a half
      Given the PHQ-9 is 18
      And session 14 was held
      And the PHQ-9 is 9
      When the case is evaluated
      Then it says nothing of this

    Scenario: A low first score fell little, and the patient is well
      Given the PHQ-9 is 7
      And session 14 was held
      And the PHQ-9 is 4
      When the case is evaluated
      Then it says nothing of this

    Scenario: No score was taken in the ending
      Given the PHQ-9 is 18
      And session 12 was held
      And the PHQ-9 is 17
      And session 14 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: A high score, and no first one to compare it with
      Given session 14 was held
      And the PHQ-9 is 17
      When the case is evaluated
      Then it says nothing of this

  @rule:outcome-ask-prescriber
  Rule: Where IPT was not enough, medicine is a question for whoever prescribes

    Background:
      Given a patient at intake
      And the patient records "age in years" as 40
      And the patient was asked about bipolar history and there were none
      And 16 sessions are planned
      And the PHQ-9 is 18

    Scenario Outline: <outcome>: the PHQ-9 fell to <last>
      Given no medicine is taken
      And session 14 was held
      And the PHQ-9 is <last>
      When the case is evaluated
      Then it says "asking a prescriber about medicine as one of the options"
      And it says "One is taken now: no"

      Examples:
        | outcome           | last |
        | Not yet well      | 5    |
        | Not helped enough | 14   |

    Scenario: Whether one is taken is not known
      Given session 14 was held
      And the PHQ-9 is 14
      When the case is evaluated
      Then it says "One is taken now: not known"
      And of the plan it says offer

    Scenario: In remission
      Given session 14 was held
      And the PHQ-9 is 4
      When the case is evaluated
      Then it says nothing of this

    Scenario: Not of age yet
      Given the patient records "age in years" as 17
      And session 14 was held
      And the PHQ-9 is 14
      When the case is evaluated
      Then it says nothing of this

    Scenario: She is pregnant
      Given the patient records "pregnant now"
      And session 14 was held
      And the PHQ-9 is 14
      When the case is evaluated
      Then it says nothing of this

  @rule:outcome-ask-specialist
  Rule: In pregnancy, while breast-feeding and where bipolar illness is not ruled out, a specialist is asked

    Background:
      Given a patient at intake
      And the patient records "age in years" as 40
      And the patient was asked about bipolar history and there were none
      And 16 sessions are planned
      And the PHQ-9 is 18

    Scenario Outline: It is known: <what>
      Given the patient records "<what>"
      And session 14 was held
      And the PHQ-9 is 14
      When the case is evaluated
      Then it says "<why>"

      Examples:
        | what               | why                        |
        | pregnant now       | pregnancy is recorded      |
        | breast-feeding now | breast-feeding is recorded |

    Scenario: Nobody could say whether there was mania before
      Given the patient was asked about bipolar history and could not say
      And session 14 was held
      And the PHQ-9 is 8
      When the case is evaluated
      Then it says "earlier mania or hypomania is not ruled out"
      And of the plan it says offer

    Scenario: Nothing of this is so
      Given session 14 was held
      And the PHQ-9 is 14
      When the case is evaluated
      Then it says nothing of this

    Scenario: Pregnant, and in remission
      Given the patient records "pregnant now"
      And session 14 was held
      And the PHQ-9 is 4
      When the case is evaluated
      Then it says nothing of this

    Scenario: Pregnant, and not of age
      Given the patient records "pregnant now"
      And the patient records "age in years" as 17
      And session 14 was held
      And the PHQ-9 is 14
      When the case is evaluated
      Then it says nothing of this

  @rule:function-behind
  Rule: When symptoms are better and daily life is not, going on for a while is considered

    Background:
      Given a patient at intake
      And 16 sessions are planned
      And the PHQ-9 is 18

    Scenario Outline: The WSAS went from <first> to <last>, the PHQ-9 to <phq9>
      Given the WSAS is <first>
      And session 14 was held
      And the PHQ-9 is <phq9>
      And the WSAS is <last>
      When the case is evaluated
      Then it says "Symptoms are better, functioning is not yet"
      And of the plan it says offer

      Examples:
        | first | last | phq9 |
        | 21    | 14   | 4    |
        | 17    | 10   | 9    |
        | 14    | 16   | 4    |

    Scenario Outline: <why>: WSAS from <first> to <last>, PHQ-9 to <phq9>
      Given the WSAS is <first>
      And session 14 was held
      And the PHQ-9 is <phq9>
      And the WSAS is <last>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | why                     | first | last | phq9 |
        | A clear gain            | 22    | 14   | 4    |
        | Hardly impaired         | 16    | 9    | 4    |
        | Symptoms are not better | 21    | 14   | 10   |

    Scenario: The WSAS was not filled in again
      Given the WSAS is 21
      And session 14 was held
      And the PHQ-9 is 4
      When the case is evaluated
      Then it says nothing of this

  @rule:taper
  Rule: Who is better may meet less often before the end

    Background:
      Given a patient at intake
      And 16 sessions are planned
      And the course records "how often" as weekly
      And the PHQ-9 is 18

    Scenario Outline: <left> weekly sessions are left, and the PHQ-9 is <phq9>
      Given session <held> was held
      And the PHQ-9 is <phq9>
      When the case is evaluated
      Then it says "the last sessions every two weeks or monthly"
      And it says "<left> are left"

      Examples:
        | held | left | phq9 |
        | 13   | 3    | 9    |
        | 14   | 2    | 4    |

    Scenario: Maintenance is declined, and the taper stays an offer
      Given session 14 was held
      And the PHQ-9 is 4
      And the maintenance records "accepted" as no
      When the case is evaluated
      Then it says "2 are left"
      And of the plan it says offer

    Scenario: Maintenance is wanted, and a bridge leads to it
      Given session 14 was held
      And the PHQ-9 is 4
      And the maintenance records "accepted" as yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: One session is left
      Given session 15 was held
      And the PHQ-9 is 4
      When the case is evaluated
      Then it says nothing of this

    Scenario: The treatment did not help enough
      Given session 14 was held
      And the PHQ-9 is 10
      When the case is evaluated
      Then it says nothing of this

    Scenario: They meet every two weeks already
      Given session 14 was held
      And the PHQ-9 is 4
      And the course records "how often" as fortnightly
      When the case is evaluated
      Then it says nothing of this

    Scenario: Thoughts of death are told in the session
      Given session 14 was held
      And the PHQ-9 is 4 with item 9 at 1
      When the case is evaluated
      Then it says nothing of this

  @rule:open-door
  Rule: In the last session it is said that the door stays open

    Background:
      Given a patient at intake
      And 16 sessions are planned

    Scenario: The last session is next
      Given session 15 was held
      And the relapse plan holds contact: ring the clinic at two signs
      When the case is evaluated
      Then it says "the door stays open"
      And of the plan it says due
      And it says "ring the clinic at two signs"

    Scenario: Nothing was written about coming back
      Given session 15 was held
      When the case is evaluated
      Then it says "Recorded about making contact again: nothing"

    Scenario Outline: After session <held>
      Given session <held> was held
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | held |
        | 14   |
        | 16   |

  @rule:stopped-early
  Rule: Who stops early is still met once to plan for a relapse

    Background:
      Given a patient at intake
      And 16 sessions are planned

    Scenario: She stops in session 8, feeling well
      Given session 8 was held
      And the ending records "the patient stopped, or a session is offered to end early"
      When the case is evaluated
      Then it says "seek one contact to plan for a relapse"
      And of the plan it says due
      And it says "early warning signs"

    Scenario: Somebody stops in the initial phase
      Given session 2 was held
      And the ending records "the patient stopped, or a session is offered to end early"
      When the case is evaluated
      Then it says "stopping when well is a success"

    Scenario: She comes back after all
      Given session 8 was held
      And the ending records "the patient stopped, or a session is offered to end early"
      And session 9 was held
      And the ending records "the patient stopped, or a session is offered to end early" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is not known whether she stopped
      Given session 8 was missed without notice
      When the case is evaluated
      Then it says nothing of this

    Scenario: The relapse plan is written already
      Given no medicine is taken
      And session 14 was held
      And the ending records "the patient stopped, or a session is offered to end early"
      And the relapse plan records:
        | early warning signs                                             | [waking at four, no appetite, silence] |
        | likely triggers of the next twelve months, with a plan          | [Christmas]                            |
        | what was learned and helped                                     | [saying no to my brother]              |
        | unhelpful habits and the alternative                            | [lying in bed]                         |
        | who notices, who to call, who has agreed                        | [my sister knows]                      |
        | whom to contact again, how, at what signs, emergencies included | [ring the clinic]                      |
      When the case is evaluated
      Then it says nothing of this
