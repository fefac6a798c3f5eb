Feature: When maintenance is worth recommending
  Protocol F, MNT-05. From three episodes on, or two with one in the last two years, after a chronic course, with
  symptoms left, after a severe episode, or with three risk factors, maintenance is recommended and not only mentioned.

  @rule:maintenance-recommend
  Rule: Maintenance is recommended where a relapse is likely and nothing is decided

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

    Scenario Outline: This is episode <number>, and one within the last two years is answered <recent>
      Given the episode records:
        | which episode of life, this one counted      | <number> |
        | an earlier episode within the last two years | <recent> |
      And session 13 was held
      And the PHQ-9 is 3
      When the case is evaluated
      Then it says "Consider recommending maintenance sessions"
      And it says "which episode of life: <number>"

      Examples:
        | number | recent |
        | 3      | no     |
        | 2      | yes    |

    Scenario Outline: A second episode, and one within the last two years is answered <recent>
      Given the episode records:
        | which episode of life, this one counted      | 2        |
        | an earlier episode within the last two years | <recent> |
      And session 13 was held
      And the PHQ-9 is 3
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | recent    |
        | no        |
        | not known |

    Scenario Outline: A first episode, and the PHQ-9 of the ending is <phq9>
      Given session 13 was held
      And the PHQ-9 is <phq9>
      When the case is evaluated
      Then it says "PHQ-9 at the end: <phq9>"

      Examples:
        | phq9 |
        | 5    |
        | 9    |

    Scenario Outline: A first episode, no symptoms left or little gained: the PHQ-9 is <phq9>
      Given session 13 was held
      And the PHQ-9 is <phq9>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | phq9 |
        | 4    |
        | 10   |

    Scenario: An earlier episode was severe
      Given the episode records:
        | which episode of life, this one counted   | 2   |
        | an earlier episode was severe or suicidal | yes |
      And session 13 was held
      And the PHQ-9 is 3
      When the case is evaluated
      Then it says "an earlier episode severe or suicidal: yes"

    Scenario: The depression has lasted for years
      Given the diagnosis records "depression for two years or more" as yes
      And session 13 was held
      And the PHQ-9 is 3
      When the case is evaluated
      Then it says "a long or chronic course: yes"

    Scenario: Three smaller factors are there
      Given the episode records "avoidance or rumination"
      And the episode records "the first episode came early in life"
      And the patient was asked about family history and there were some
      And session 13 was held
      And the PHQ-9 is 3
      When the case is evaluated
      Then it says "depression in the family"

    Scenario: Two smaller factors are there
      Given the episode records "avoidance or rumination"
      And the episode records "the first episode came early in life"
      And session 13 was held
      And the PHQ-9 is 3
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: It is decided already: <answer>
      Given the episode records "which episode of life, this one counted" as 3
      And session 13 was held
      And the PHQ-9 is 3
      And the maintenance records "accepted" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer |
        | yes    |
        | no     |

    Scenario: A third episode, and the treatment did not help
      Given the episode records "which episode of life, this one counted" as 3
      And session 13 was held
      And the PHQ-9 is 17
      When the case is evaluated
      Then it says nothing of this
