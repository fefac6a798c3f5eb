Feature: Progress on the PHQ-9
  Protocol D3, with G for the questionnaire itself. Change is counted from the first usable score; response, remission and
  reliable change are kept apart, and no score is a diagnosis.

  @rule:phq9-first-score
  Rule: The first score is shown with its band, and change waits for the second

    Scenario Outline: A score of <score> at intake is <band>
      Given a patient at intake
      And the PHQ-9 is <score>
      When the case is evaluated
      Then it says "PHQ-9 <score>: in the <band> range"

      Examples:
        | score | band              |
        | 4     | minimal           |
        | 5     | mild              |
        | 9     | mild              |
        | 10    | moderate          |
        | 14    | moderate          |
        | 15    | moderately severe |
        | 19    | moderately severe |
        | 20    | severe            |

    Scenario: A second score is there to compare with
      Given the PHQ-9 is 15
      And session 1
      And the PHQ-9 is 14
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: After <how long> it still holds
      Given the PHQ-9 is 15
      When the case is evaluated on <day>
      Then it says "change is shown from the next one on"

      Examples:
        | how long              | day        |
        | two weeks less a day  | 2026-01-23 |
        | two weeks             | 2026-01-24 |

    Scenario: After two weeks and a day it is too old
      Given the PHQ-9 is 15
      When the case is evaluated on 2026-01-25
      Then it says nothing of this

  @rule:phq9-screening-cut-off
  Rule: A first score of ten or more is at the screening cut-off, which is no diagnosis

    Scenario: Ten is at the cut-off
      Given a patient at intake
      And the PHQ-9 is 10
      When the case is evaluated
      Then it says "which is not a diagnosis"

    Scenario: Nine is below it
      Given a patient at intake
      And the PHQ-9 is 9
      When the case is evaluated
      Then it says nothing of this

    Scenario: Screening is over when a second score is there
      Given the PHQ-9 is 15
      And session 1
      And the PHQ-9 is 15
      When the case is evaluated
      Then it says nothing of this

    Scenario: Two weeks and a day later it is not shown again
      Given the PHQ-9 is 15
      When the case is evaluated on 2026-01-25
      Then it says nothing of this

  @rule:phq9-diagnostic-pattern
  Rule: Five items often enough, interest or low mood among them, and difficulty in life make the pattern

    Scenario Outline: The answers <answers>
      Given a patient at intake
      And the PHQ-9 answers are <answers>
      And the PHQ-9 records "difficulty" as 1
      When the case is evaluated
      Then it says "to be checked in the interview"

      Examples: five items count; item 9 counts even on single days
        | answers                   |
        | 2, 1, 2, 2, 2, 2, 0, 0, 0 |
        | 1, 3, 2, 2, 1, 2, 0, 0, 1 |

    Scenario Outline: <why>
      Given a patient at intake
      And the PHQ-9 answers are <answers>
      And the PHQ-9 records "difficulty" as 1
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | why                                       | answers                   |
        | Only four items count                     | 2, 1, 2, 2, 2, 1, 0, 0, 0 |
        | Neither interest nor low mood is among it | 1, 1, 2, 2, 2, 2, 2, 0, 0 |
        | One answer is blank                       | 2, 2, 2, 2, 2, 2, -, 0, 0 |

    Scenario: Nothing is difficult because of it
      Given a patient at intake
      And the PHQ-9 answers are 2, 2, 2, 2, 2, 2, 0, 0, 0
      And the PHQ-9 records "difficulty" as 0
      When the case is evaluated
      Then it says nothing of this

    Scenario: The question about difficulty was not answered
      Given a patient at intake
      And the PHQ-9 answers are 2, 2, 2, 2, 2, 2, 0, 0, 0
      When the case is evaluated
      Then it says nothing of this

    Scenario: The total is recorded without the answers
      Given a patient at intake
      And the PHQ-9 is 18
      And the PHQ-9 records "difficulty" as 2
      When the case is evaluated
      Then it says nothing of this

    Scenario: The answers are fifteen days old
      Given the PHQ-9 answers are 2, 2, 2, 2, 2, 2, 0, 0, 0
      And the PHQ-9 records "difficulty" as 1
      When the case is evaluated on 2026-01-25
      Then it says nothing of this

    Scenario: A newer questionnaire shows less
      Given the PHQ-9 answers are 2, 2, 2, 2, 2, 2, 0, 0, 0
      And the PHQ-9 records "difficulty" as 1
      And session 1
      And the PHQ-9 answers are 1, 1, 1, 1, 1, 1, 0, 0, 0
      And the PHQ-9 records "difficulty" as 1
      When the case is evaluated
      Then it says nothing of this

  @rule:phq9-in-bodily-illness
  Rule: With a bodily illness the items that it explains least are shown beside the total

    Scenario: She has a chronic illness, and sleep and energy make up much of the score
      Given a chronic bodily illness is recorded
      And the PHQ-9 answers are 2, 1, 3, 3, 2, 1, 0, 0, 0
      When the case is evaluated
      Then it says "interest 2, low mood 1, self-worth 1, better off dead or self-harm 0"

    Scenario: No bodily illness is recorded
      Given the PHQ-9 answers are 2, 1, 3, 3, 2, 1, 0, 0, 0
      When the case is evaluated
      Then it says nothing of this

    Scenario: Only the total is recorded
      Given a chronic bodily illness is recorded
      And the PHQ-9 is 12
      When the case is evaluated
      Then it says nothing of this

    Scenario: One of these items is blank
      Given a chronic bodily illness is recorded
      And the PHQ-9 answers are 2, 1, 3, 3, 2, -, 0, 0, 0
      When the case is evaluated
      Then it says nothing of this

  @rule:phq9-change
  Rule: The newest score is shown beside the first

    Scenario: It has fallen from 18 to 12
      Given the PHQ-9 is 18
      And session 3
      And the PHQ-9 is 12
      When the case is evaluated
      Then it says "PHQ-9 18 → 12 (−6) since the intake, now in the moderate range"
      And it says "33% below the 18 of the intake"

    Scenario: It has risen, and all scores are listed
      Given the PHQ-9 is 12
      And session 1
      And the PHQ-9 is 10
      And session 2
      And the PHQ-9 is 14
      When the case is evaluated
      Then it says "(+2)"
      And it says "So far: 12, 10, 14"

    Scenario: A score by another person is not compared
      Given the PHQ-9 is 18
      And session 3
      And the PHQ-9 is 12
      And the PHQ-9 records "filled in by the patient" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Two weeks later the newest still holds
      Given the PHQ-9 is 18
      And session 3 on 2026-01-31
      And the PHQ-9 is 12
      When the case is evaluated on 2026-02-14
      Then it says "now in the moderate range"

    Scenario: Two weeks and a day later it is too old
      Given the PHQ-9 is 18
      And session 3 on 2026-01-31
      And the PHQ-9 is 12
      When the case is evaluated on 2026-02-15
      Then it says nothing of this

    Scenario: There is only the first score
      Given session 3
      And the PHQ-9 is 12
      When the case is evaluated
      Then it says nothing of this

  @rule:phq9-response
  Rule: A fall by half or more is a response, as long as it is not remission

    Scenario Outline: From <first> to <now> is half or more
      Given the PHQ-9 is <first>
      And session 8
      And the PHQ-9 is <now>
      When the case is evaluated
      Then it says "a fall by half or more is a response"

      Examples:
        | first | now |
        | 20    | 10  |
        | 10    | 5   |

    Scenario Outline: From <first> to <now> it is <why>
      Given the PHQ-9 is <first>
      And session 8
      And the PHQ-9 is <now>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | first | now | why                |
        | 20    | 11  | less than half     |
        | 10    | 4   | remission, not this |
        | 19    | 10  | just under half    |

    Scenario: The score of half is fifteen days old
      Given the PHQ-9 is 18
      And session 8 on 2026-03-07
      And the PHQ-9 is 8
      When the case is evaluated on 2026-03-22
      Then it says nothing of this

  @rule:phq9-remission-provisional
  Rule: A score below five is remission for now

    Scenario: Four is below five
      Given the PHQ-9 is 14
      And session 8
      And the PHQ-9 is 4
      When the case is evaluated
      Then it says "Remission for now: PHQ-9 4"

    Scenario: Five is not
      Given the PHQ-9 is 14
      And session 8
      And the PHQ-9 is 5
      When the case is evaluated
      Then it says nothing of this

    Scenario: Twice below five, thirteen days apart, is still for now
      Given the PHQ-9 is 14
      And session 8 on 2026-03-07
      And the PHQ-9 is 4
      And session 9 on 2026-03-20
      And the PHQ-9 is 3
      When the case is evaluated
      Then it says "It counts as lasting after 2 scores below 5 at least 14 days apart"

    Scenario: The first score ever is below five
      Given the PHQ-9 is 4
      When the case is evaluated
      Then it says nothing of this

    Scenario: Fifteen days after the fall from 18 to 3 a new score comes first
      Given the PHQ-9 is 18
      And session 8 on 2026-03-07
      And the PHQ-9 is 3
      When the case is evaluated on 2026-03-22
      Then it says nothing of this

    Scenario: Twice below five, fourteen days apart, is more than for now
      Given the PHQ-9 is 14
      And session 8 on 2026-03-07
      And the PHQ-9 is 4
      And session 9 on 2026-03-21
      And the PHQ-9 is 3
      When the case is evaluated
      Then it says nothing of this

  @rule:phq9-remission-lasting
  Rule: Remission lasts when it was measured twice, two weeks apart, and nothing higher lies between

    Scenario Outline: Twice below five, <apart> apart
      Given the PHQ-9 is 14
      And session 8 on 2026-03-07
      And the PHQ-9 is 4
      And session 9 on <day>
      And the PHQ-9 is 3
      When the case is evaluated
      Then it says "Remission has lasted: PHQ-9 below 5 since session 8"

      Examples:
        | apart         | day        |
        | fourteen days | 2026-03-21 |
        | fifteen days  | 2026-03-22 |

    Scenario: Thirteen days are too few
      Given the PHQ-9 is 14
      And session 8 on 2026-03-07
      And the PHQ-9 is 4
      And session 9 on 2026-03-20
      And the PHQ-9 is 3
      When the case is evaluated
      Then it says nothing of this

    Scenario: A score of six lies between
      Given session 7 on 2026-03-01
      And the PHQ-9 is 4
      And session 8 on 2026-03-08
      And the PHQ-9 is 6
      And session 9 on 2026-03-22
      And the PHQ-9 is 3
      When the case is evaluated
      Then it says nothing of this

    Scenario: The last of the low scores is fifteen days old
      Given the PHQ-9 is 14
      And session 8 on 2026-03-07
      And the PHQ-9 is 4
      And session 9 on 2026-03-21
      And the PHQ-9 is 3
      When the case is evaluated on 2026-04-05
      Then it says nothing of this

  @rule:phq9-nhs-recovery
  Rule: From ten or more to below ten is recovery as NHS services count it, and not yet remission

    Scenario Outline: From <first> to <now> is from ten or more to below ten
      Given the PHQ-9 is <first>
      And session 8
      And the PHQ-9 is <now>
      When the case is evaluated
      Then it says "which NHS services count as recovery"

      Examples:
        | first | now |
        | 10    | 9   |
        | 18    | 5   |

    Scenario Outline: From <first> to <now>: <why>
      Given the PHQ-9 is <first>
      And session 8
      And the PHQ-9 is <now>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | first | now | why                       |
        | 18    | 10  | ten is not below ten      |
        | 9     | 6   | the first was below ten   |
        | 18    | 4   | that is remission already |

    Scenario: Fifteen days after the fall from 18 to 8 a new score comes first
      Given the PHQ-9 is 18
      And session 8 on 2026-03-07
      And the PHQ-9 is 8
      When the case is evaluated on 2026-03-22
      Then it says nothing of this

  @rule:phq9-reliably-better
  Rule: A fall of six points is larger than measurement error

    Scenario: From 18 to 12
      Given the PHQ-9 is 18
      And session 3
      And the PHQ-9 is 12
      When the case is evaluated
      Then it says "is a reliable improvement"

    Scenario: From 18 to 13
      Given the PHQ-9 is 18
      And session 3
      And the PHQ-9 is 13
      When the case is evaluated
      Then it says nothing of this

    Scenario: Fifteen days after the fall from 18 to 10 a new score comes first
      Given the PHQ-9 is 18
      And session 8 on 2026-03-07
      And the PHQ-9 is 10
      When the case is evaluated on 2026-03-22
      Then it says nothing of this

  @rule:phq9-not-reliably-changed
  Rule: A change of less than six points may be measurement error

    Scenario Outline: From 18 to <now>
      Given the PHQ-9 is 18
      And session 3
      And the PHQ-9 is <now>
      When the case is evaluated
      Then it says "No reliable change yet since the intake"

      Examples:
        | now |
        | 13  |
        | 18  |
        | 22  |

    Scenario Outline: From 18 to <now>, which is <what>
      Given the PHQ-9 is 18
      And session 3
      And the PHQ-9 is <now>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | now | what                                              |
        | 12  | reliably better                                   |
        | 23  | a deterioration, five points up from the one before |

    Scenario: Fifteen days after the fall from 18 to 16 a new score comes first
      Given the PHQ-9 is 18
      And session 8 on 2026-03-07
      And the PHQ-9 is 16
      When the case is evaluated on 2026-03-22
      Then it says nothing of this
