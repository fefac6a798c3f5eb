Feature: What nobody has asked about earlier episodes
  Protocol J2 with MNT-02. By the ending, which episode of life this is, and whether one was within the last two years,
  decide what is recommended for the time after; a blank is asked about and never read as a first episode.

  @rule:episode-history-unknown-number
  Rule: Which episode of life this is is asked in the ending

    Background:
      Given a patient at intake
      And 16 sessions are planned

    Scenario: Nobody recorded it
      Given session 13 was held
      When the case is evaluated
      Then it says "it is not recorded which episode this is"
      And the answer is needed for maintenance

    Scenario: That there was one in the last two years does not number it
      Given the episode records "an earlier episode within the last two years"
      And session 13 was held
      When the case is evaluated
      Then it says "Ask which episode of life this is"

    Scenario Outline: It is episode <number>
      Given the episode records "which episode of life, this one counted" as <number>
      And session 13 was held
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | number |
        | 1      |
        | 2      |

    Scenario: It was found out in the ninth session
      Given session 9 was held
      And the episode records "which episode of life, this one counted" as 2
      And session 13 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The ending has not begun
      Given session 12 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:episode-history-unknown-recent
  Rule: Whether an earlier episode was within the last two years is asked in the ending

    Background:
      Given a patient at intake
      And 16 sessions are planned

    Scenario: A second episode, and nobody asked when the first one was
      Given the episode records "which episode of life, this one counted" as 2
      And session 13 was held
      When the case is evaluated
      Then it says "This is recorded as episode number 2"
      And the answer is needed for maintenance

    Scenario: The patient could not say
      Given the episode records:
        | which episode of life, this one counted      | 2         |
        | an earlier episode within the last two years | not known |
      And session 13 was held
      When the case is evaluated
      Then it says "Ask whether an earlier episode was within the last two years"

    Scenario Outline: The answer is <answer>
      Given the episode records:
        | which episode of life, this one counted      | 2        |
        | an earlier episode within the last two years | <answer> |
      And session 13 was held
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer |
        | yes    |
        | no     |

    Scenario: In a first episode there is no earlier one
      Given the episode records "which episode of life, this one counted" as 1
      And session 13 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The number itself is not known, and is asked first
      Given session 13 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: A second episode, and the middle phase still runs
      Given the episode records "which episode of life, this one counted" as 2
      And session 12 was held
      When the case is evaluated
      Then it says nothing of this
