Feature: Deciding on maintenance
  Protocol F, MNT-01 to MNT-06, MNT-13 and MNT-25, and END-31. Maintenance is spoken of with everybody; what is known of
  the risk of relapse decides how. The answer is the patient's, and who declines leaves with something else.

  @rule:maintenance-discuss
  Rule: With one known risk factor, relapse and maintenance are talked about

    Background:
      Given a patient at intake
      And 16 sessions are planned
      And the PHQ-9 is 16

    Scenario: A second episode, and the patient is well
      Given the episode records:
        | which episode of life, this one counted      | 2  |
        | an earlier episode within the last two years | no |
      And session 13 was held
      And the PHQ-9 is 4
      When the case is evaluated
      Then it says "known to be there: earlier episodes"
      And of the plan it says due

    Scenario: A first episode, and nothing else is known
      Given the episode records "which episode of life, this one counted" as 1
      And session 13 was held
      And the PHQ-9 is 4
      When the case is evaluated
      Then it says nothing of this

    Scenario: A third episode, and maintenance is recommended at once
      Given the episode records "which episode of life, this one counted" as 3
      And session 13 was held
      And the PHQ-9 is 4
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was talked about
      Given the episode records "which episode of life, this one counted" as 2
      And session 13 was held
      And the PHQ-9 is 4
      And the maintenance records "maintenance was spoken of"
      When the case is evaluated
      Then it says nothing of this

    Scenario: A second episode, and the treatment did not help
      Given the episode records "which episode of life, this one counted" as 2
      And session 13 was held
      And the PHQ-9 is 15
      When the case is evaluated
      Then it says nothing of this

    Scenario: No score of the ending tells how the patient is
      Given the episode records "which episode of life, this one counted" as 2
      And session 13 was held
      When the case is evaluated
      Then it says "Talk about preventing a relapse, and about maintenance"

  @rule:maintenance-with-everyone
  Rule: Maintenance is talked about also where nothing speaks for a relapse

    Background:
      Given a patient at intake
      And 16 sessions are planned
      And the PHQ-9 is 16

    Scenario: A first episode, in remission, and no risk factor is known
      Given the episode records "which episode of life, this one counted" as 1
      And session 13 was held
      And the PHQ-9 is 4
      When the case is evaluated
      Then it says "Talk about the time after the end, maintenance included"
      And the answer is needed for maintenance
      And it says "known to be there: none"

    Scenario: Risk factors are known, and the treatment did not help
      Given the episode records "which episode of life, this one counted" as 3
      And session 13 was held
      And the PHQ-9 is 15
      When the case is evaluated
      Then it says "known to be there: earlier episodes"

    Scenario: A risk factor is known, and relapse itself is the topic
      Given the episode records "which episode of life, this one counted" as 2
      And session 13 was held
      And the PHQ-9 is 4
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: The record shows that it was talked about: "<what>" is <answer>
      Given the episode records "which episode of life, this one counted" as 1
      And session 13 was held
      And the PHQ-9 is 4
      And the maintenance records "<what>" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | what                      | answer |
        | maintenance was spoken of | yes    |
        | accepted                  | no     |

    Scenario: That it was spoken of is not known
      Given session 13 was held
      And the maintenance records "maintenance was spoken of" as not known
      When the case is evaluated
      Then it says "No talk about maintenance is recorded"

  @rule:maintenance-wish
  Rule: Who got well with IPT alone and may relapse is asked about going on with it

    Background:
      Given a patient at intake
      And 16 sessions are planned
      And no medicine is taken
      And the episode records "which episode of life, this one counted" as 2
      And the PHQ-9 is 16

    Scenario: In remission, a second episode
      Given session 13 was held
      And the PHQ-9 is 4
      When the case is evaluated
      Then it says "a relapse is made more likely by: earlier episodes"
      And the answer is needed for maintenance
      And it says "at least 4 more sessions"

    Scenario: A point above remission
      Given session 13 was held
      And the PHQ-9 is 5
      When the case is evaluated
      Then it says nothing of this

    Scenario: Well with IPT alone, and no risk factor is known
      Given the episode records "which episode of life, this one counted" as 1
      And session 13 was held
      And the PHQ-9 is 4
      When the case is evaluated
      Then it says nothing of this

    Scenario: The patient has answered
      Given session 13 was held
      And the PHQ-9 is 4
      And the maintenance records "accepted" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: A medicine was begun in session 6
      Given session 6 was held
      And a medicine is taken:
        | kind | antidepressant |
      And session 13 was held
      And the PHQ-9 is 4
      When the case is evaluated
      Then it says nothing of this

  @rule:maintenance-wish-combined
  Rule: Who got well with IPT and a medicine is asked which to go on with

    Background:
      Given a patient at intake
      And 16 sessions are planned
      And the episode records "which episode of life, this one counted" as 2
      And the PHQ-9 is 16

    Scenario: In remission, with a medicine
      Given a medicine is taken:
        | kind | antidepressant |
      And session 13 was held
      And the PHQ-9 is 4
      When the case is evaluated
      Then it says "go on with therapy, the medicine, or both"
      And the answer is needed for maintenance

    Scenario: Whether a medicine is taken is not known
      Given session 13 was held
      And the PHQ-9 is 4
      When the case is evaluated
      Then it says nothing of this

    Scenario: None is taken
      Given no medicine is taken
      And session 13 was held
      And the PHQ-9 is 4
      When the case is evaluated
      Then it says nothing of this

    Scenario: The patient is better and not yet well
      Given a medicine is taken:
        | kind | antidepressant |
      And session 13 was held
      And the PHQ-9 is 5
      When the case is evaluated
      Then it says nothing of this

    Scenario: Well with both, and no risk factor is known
      Given the episode records "which episode of life, this one counted" as 1
      And a medicine is taken:
        | kind | antidepressant |
      And session 13 was held
      And the PHQ-9 is 4
      When the case is evaluated
      Then it says nothing of this

    Scenario: The patient wants maintenance
      Given a medicine is taken:
        | kind | antidepressant |
      And session 13 was held
      And the PHQ-9 is 4
      And the maintenance records "accepted" as yes
      When the case is evaluated
      Then it says nothing of this

  @rule:later-life-average
  Rule: In later life with normal cognition, maintenance IPT added little in one trial, and is left to the wish

    Background:
      Given a patient at intake
      And 16 sessions are planned

    Scenario: Sixty, cognition normal
      Given the patient records "age in years" as 60
      And the diagnosis records "cognitive status" as normal
      And session 13 was held
      When the case is evaluated
      Then it says "Maintenance IPT by wish"
      And of the plan it says offer

    Scenario Outline: Aged <age> with cognition <cognition>, the trial does not speak of it
      Given the patient records "age in years" as <age>
      And the diagnosis records "cognitive status" as <cognition>
      And session 13 was held
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | age | cognition       |
        | 59  | normal          |
        | 60  | mild-impairment |

    Scenario: Seventy, and nobody looked at cognition
      Given the patient records "age in years" as 70
      And session 13 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The patient has decided for maintenance
      Given the patient records "age in years" as 70
      And the diagnosis records "cognitive status" as normal
      And session 13 was held
      And the maintenance records "accepted" as yes
      When the case is evaluated
      Then it says nothing of this

  @rule:later-life-mild-impairment
  Rule: In later life with mildly reduced cognition, monthly IPT put off the next episode in one trial

    Background:
      Given a patient at intake
      And 16 sessions are planned

    Scenario: Sixty, cognition mildly reduced
      Given the patient records "age in years" as 60
      And the diagnosis records "cognitive status" as mild-impairment
      And session 13 was held
      When the case is evaluated
      Then it says "monthly IPT put off the next episode"

    Scenario Outline: Aged <age> with cognition <cognition>, monthly IPT was not shown to help
      Given the patient records "age in years" as <age>
      And the diagnosis records "cognitive status" as <cognition>
      And session 13 was held
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | age | cognition           |
        | 59  | mild-impairment     |
        | 60  | normal              |
        | 60  | moderate-impairment |

    Scenario: The patient has declined
      Given the patient records "age in years" as 70
      And the diagnosis records "cognitive status" as mild-impairment
      And session 13 was held
      And the maintenance records "accepted" as no
      When the case is evaluated
      Then it says nothing of this

  @rule:maintenance-declined
  Rule: Who declines leaves with a plan, a supporter, measures and an open door

    Background:
      Given a patient at intake
      And 16 sessions are planned
      And no medicine is taken
      And sister is the patient's sibling

    Scenario: Declined, with a supporter named in the plan
      Given session 15 was held
      And the maintenance records "accepted" as no
      And the relapse plan records "a named supporter, by key" as sister
      When the case is evaluated
      Then it says "still to agree on: the written plan, measures afterwards, a way back"
      And of the plan it says due

    Scenario: Declined, with nobody named
      Given session 15 was held
      And the maintenance records "accepted" as no
      When the case is evaluated
      Then it says "the written plan, a named supporter, measures afterwards, a way back"

    Scenario: Declined, and plan, supporter, measures and a way back are all recorded
      Given session 15 was held
      And the maintenance records "accepted" as no
      And the relapse plan records:
        | early warning signs                                             | [waking at four, no appetite, silence] |
        | likely triggers of the next twelve months, with a plan          | [Christmas]                            |
        | what was learned and helped                                     | [saying no to my brother]              |
        | unhelpful habits and the alternative                            | [lying in bed]                         |
        | who notices, who to call, who has agreed                        | [my sister knows]                      |
        | a named supporter, by key                                       | sister                                 |
        | whom to contact again, how, at what signs, emergencies included | [ring the clinic]                      |
        | planned follow-up measures                                      | [PHQ-9 after 1, 3, 6 and 12 months]    |
      When the case is evaluated
      Then it says nothing of this

    Scenario: Three weeks after the last session it still holds
      Given session 16 on 2026-05-02
      And the maintenance records "accepted" as no
      When the case is evaluated on 2026-05-23
      Then it says "Say that coming back is welcome, and how"

    Scenario Outline: The answer is <answer>
      Given session 15 was held
      And the maintenance records "accepted" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | yes       |
        | not known |

    Scenario: Declined, and a week later wanted
      Given session 14 was held
      And the maintenance records "accepted" as no
      And session 15 was held
      And the maintenance records "accepted" as yes
      When the case is evaluated
      Then it says nothing of this
