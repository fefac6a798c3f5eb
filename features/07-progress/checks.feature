Feature: Checks of progress at fixed points, and deterioration
  Protocol D3. After four sessions, after six, and half way the fall of the PHQ-9 from the first score is looked at, each
  time with more consequence; a rise is looked at whenever it comes.

  @rule:early-improvement
  Rule: A fall by a fifth or more at session 4 is early improvement

    Scenario Outline: From <first> to <now> by session 4
      Given the PHQ-9 is <first>
      And session 4
      And the PHQ-9 is <now>
      When the case is evaluated
      Then it says "Early improvement: the PHQ-9 is <fall>% below baseline by session 4"

      Examples:
        | first | now | fall |
        | 20    | 16  | 20   |
        | 20    | 10  | 50   |

    Scenario: From 20 to 17 is less than a fifth
      Given the PHQ-9 is 20
      And session 4
      And the PHQ-9 is 17
      When the case is evaluated
      Then it says nothing of this

    Scenario: In session 3 it is too early to tell
      Given the PHQ-9 is 20
      And session 3
      And the PHQ-9 is 10
      When the case is evaluated
      Then it says nothing of this

    Scenario: Early improvement of fifteen days ago is not told again
      Given the PHQ-9 is 20
      And session 4 on 2026-02-07
      And the PHQ-9 is 10
      When the case is evaluated on 2026-02-22
      Then it says nothing of this

    Scenario: A newer score has come since session 4
      Given the PHQ-9 is 20
      And session 4
      And the PHQ-9 is 10
      And session 5
      And the PHQ-9 is 18
      When the case is evaluated
      Then it says nothing of this

  @rule:slow-start
  Rule: A slow start is a fall of less than a fifth and of less than five points at session 4

    Scenario Outline: From <first> to <now> only
      Given the PHQ-9 is <first>
      And session 4
      And the PHQ-9 is <now>
      When the case is evaluated
      Then it says "the fall is under 20% and under 5 points"

      Examples: less than a fifth, less than five points; no change; a rise
        | first | now |
        | 20    | 17  |
        | 24    | 20  |
        | 20    | 20  |
        | 20    | 23  |

    Scenario: From 20 to 20, and voices were told
      Given the PHQ-9 is 20
      And session 4
      And the PHQ-9 is 20
      And the diagnosis records "psychotic symptoms now"
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: From <first> to <now>, <why>
      Given the PHQ-9 is <first>
      And session 4
      And the PHQ-9 is <now>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | first | now | why                                       |
        | 20    | 16  | exactly a fifth, though under five points |
        | 27    | 22  | exactly five points, though under a fifth |
        | 10    | 8   | exactly a fifth of a low score            |

    Scenario: The score came one session late
      Given the PHQ-9 is 20
      And session 4 was held
      And session 5
      And the PHQ-9 is 19
      When the case is evaluated
      Then it says "by session 5"

    Scenario: Session 4 is not reached yet
      Given the PHQ-9 is 20
      And session 3
      And the PHQ-9 is 20
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nothing was measured at session 4
      Given the PHQ-9 is 20
      And session 3
      And the PHQ-9 is 20
      And session 4 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: There is no earlier score to compare with
      Given session 4
      And the PHQ-9 is 20
      When the case is evaluated
      Then it says nothing of this

    Scenario: A newer score tells of what came after
      Given the PHQ-9 is 20
      And session 4
      And the PHQ-9 is 20
      And session 5
      And the PHQ-9 is 13
      When the case is evaluated
      Then it says nothing of this

    Scenario: Of eight sessions the fourth is half way, with a check of its own
      Given 8 sessions are planned
      And the PHQ-9 is 20
      And session 4
      And the PHQ-9 is 20
      When the case is evaluated
      Then it says nothing of this

    Scenario: The score is two weeks old
      Given the PHQ-9 is 20
      And session 4 on 2026-02-07
      And the PHQ-9 is 20
      When the case is evaluated on 2026-02-21
      Then it says "Slow start: the PHQ-9 is level with baseline by session 4"

    Scenario: The score is two weeks and a day old
      Given the PHQ-9 is 20
      And session 4 on 2026-02-07
      And the PHQ-9 is 20
      When the case is evaluated on 2026-02-22
      Then it says nothing of this

  @rule:slow-start-adolescent
  Rule: With an adolescent a fall of less than a fifth at session 4 calls for an early decision

    Scenario Outline: At <age> years
      Given the patient records "age in years" as <age>
      And the PHQ-9 is 20
      And session 4
      And the PHQ-9 is 17
      When the case is evaluated
      Then it says "decide now rather than at week 8"

      Examples:
        | age |
        | 12  |
        | 15  |
        | 18  |

    Scenario Outline: At <age> years the rule for adolescents does not hold
      Given the patient records "age in years" as <age>
      And the PHQ-9 is 20
      And session 4
      And the PHQ-9 is 17
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | age |
        | 11  |
        | 19  |

    Scenario: The age is not known
      Given the PHQ-9 is 20
      And session 4
      And the PHQ-9 is 17
      When the case is evaluated
      Then it says nothing of this

    Scenario: Five points count for nothing here when they are less than a fifth
      Given the patient records "age in years" as 15
      And the PHQ-9 is 27
      And session 4
      And the PHQ-9 is 22
      When the case is evaluated
      Then it says "Adolescent with little change by session 4"

    Scenario: A fifth is enough
      Given the patient records "age in years" as 15
      And the PHQ-9 is 20
      And session 4
      And the PHQ-9 is 16
      When the case is evaluated
      Then it says nothing of this

    Scenario: The score of session 4 is fifteen days old, at 15 years
      Given the patient records "age in years" as 15
      And the PHQ-9 is 20
      And session 4 on 2026-02-07
      And the PHQ-9 is 17
      When the case is evaluated on 2026-02-22
      Then it says nothing of this

    Scenario: A newer score than that of session 4 is there, at 15 years
      Given the patient records "age in years" as 15
      And the PHQ-9 is 20
      And session 4
      And the PHQ-9 is 17
      And session 5
      And the PHQ-9 is 12
      When the case is evaluated
      Then it says nothing of this

    Scenario: Of eight sessions the fourth has another check, at 15 years too
      Given the patient records "age in years" as 15
      And 8 sessions are planned
      And the PHQ-9 is 20
      And session 4
      And the PHQ-9 is 17
      When the case is evaluated
      Then it says nothing of this

  @rule:not-responding
  Rule: No response is a fall of less than three points, or a rise, at session 6

    Scenario Outline: From 20 to <now>
      Given the PHQ-9 is 20
      And session 6
      And the PHQ-9 is <now>
      When the case is evaluated
      Then it says "Not responding by session 6: PHQ-9 20 → <now> (<change>)"

      Examples:
        | now | change    |
        | 18  | −2        |
        | 20  | no change |
        | 22  | +2        |

    Scenario: Three points are a response to go on with
      Given the PHQ-9 is 20
      And session 6
      And the PHQ-9 is 17
      When the case is evaluated
      Then it says nothing of this

    Scenario: Session 6 is not reached yet
      Given the PHQ-9 is 20
      And session 5
      And the PHQ-9 is 20
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nothing was measured since session 5
      Given the PHQ-9 is 20
      And session 5
      And the PHQ-9 is 20
      And session 6 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The first score was a late one, and there is nothing to compare it with
      Given session 6
      And the PHQ-9 is 20
      When the case is evaluated
      Then it says nothing of this

    Scenario: The score of session 6 is fifteen days old
      Given the PHQ-9 is 20
      And session 6 on 2026-02-21
      And the PHQ-9 is 20
      When the case is evaluated on 2026-03-08
      Then it says nothing of this

    Scenario: A newer score than that of session 6 tells of what came after
      Given the PHQ-9 is 20
      And session 6
      And the PHQ-9 is 20
      And session 7
      And the PHQ-9 is 12
      When the case is evaluated
      Then it says nothing of this

  @rule:still-not-responding
  Rule: When nothing has moved after session 6 either, the diagnosis is looked at again

    Scenario: From 20 to 19 at session 6 and 18 at session 7
      Given the PHQ-9 is 20
      And session 6
      And the PHQ-9 is 19
      And session 7
      And the PHQ-9 is 18
      When the case is evaluated
      Then it says "Still not responding at session 7"

    Scenario: It has fallen by three points since
      Given the PHQ-9 is 20
      And session 6
      And the PHQ-9 is 19
      And session 7
      And the PHQ-9 is 17
      When the case is evaluated
      Then it says nothing of this

    Scenario: It had fallen at session 6, and is back where it was
      Given the PHQ-9 is 20
      And session 6
      And the PHQ-9 is 17
      And session 7
      And the PHQ-9 is 19
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nothing newer is known than the score of session 6
      Given the PHQ-9 is 20
      And session 6
      And the PHQ-9 is 19
      And session 7 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The newer score is fifteen days old
      Given the PHQ-9 is 20
      And session 6 on 2026-02-21
      And the PHQ-9 is 19
      And session 7 on 2026-02-28
      And the PHQ-9 is 19
      When the case is evaluated on 2026-03-15
      Then it says nothing of this

  @rule:off-track
  Rule: Half way, a fall of less than 40 per cent with ten points or more left is off track

    Scenario Outline: From <first> to <now> at session 8 of 16
      Given 16 sessions are planned
      And the PHQ-9 is <first>
      And session 8
      And the PHQ-9 is <now>
      When the case is evaluated
      Then it says "Decide on one change with the patient, and record it"

      Examples:
        | first | now |
        | 20    | 13  |
        | 14    | 10  |
        | 12    | 13  |

    Scenario Outline: From <first> to <now> at session 8 of 16, <why>
      Given 16 sessions are planned
      And the PHQ-9 is <first>
      And session 8
      And the PHQ-9 is <now>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | first | now | why                                           |
        | 20    | 12  | exactly 40 per cent                           |
        | 14    | 9   | under ten points, though under 40 per cent too |

    Scenario Outline: Session <half> is half way of <planned>
      Given <planned> sessions are planned
      And the PHQ-9 is 20
      And session <half>
      And the PHQ-9 is 15
      When the case is evaluated
      Then it says "Off track: the PHQ-9 is 25% below baseline and still 15"

      Examples:
        | planned | half |
        | 12      | 6    |
        | 8       | 4    |

    Scenario: One session before half way
      Given 16 sessions are planned
      And the PHQ-9 is 20
      And session 7
      And the PHQ-9 is 15
      When the case is evaluated
      Then it says nothing of this

    Scenario: Eight weeks after the first session it is looked at in a longer course too
      Given 20 sessions are planned
      And the PHQ-9 is 20
      And session 1 on 2026-01-17
      And session 9 on 2026-03-14
      And the PHQ-9 is 15
      When the case is evaluated
      Then it says "after 8 weeks"

    Scenario: After eight weeks less a day it is too early there
      Given 20 sessions are planned
      And the PHQ-9 is 20
      And session 1 on 2026-01-17
      And session 9 on 2026-03-13
      And the PHQ-9 is 15
      When the case is evaluated
      Then it says nothing of this

    Scenario: The score of half way is fifteen days old
      Given 16 sessions are planned
      And the PHQ-9 is 20
      And session 8 on 2026-03-07
      And the PHQ-9 is 15
      When the case is evaluated on 2026-03-22
      Then it says nothing of this

    Scenario: A newer score than that of half way is there
      Given 16 sessions are planned
      And the PHQ-9 is 20
      And session 8
      And the PHQ-9 is 15
      And session 9
      And the PHQ-9 is 11
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: After eight weeks of a longer course, from <first> to <now>
      Given 20 sessions are planned
      And the PHQ-9 is <first>
      And session 1 was held
      And session 9
      And the PHQ-9 is <now>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | first | now |
        | 20    | 12  |
        | 14    | 9   |

  @rule:second-opinion-marker
  Rule: Scores at which trials of another treatment saw non-response are shown as information

    Scenario Outline: <score> points after <weeks> weeks
      Given session 1 on 2026-01-17
      And session <number> on <day>
      And the PHQ-9 is <score>
      When the case is evaluated
      Then it says "PHQ-9 <score> at this point: consider a second look at the case"

      Examples:
        | weeks | number | day        | score |
        | 4     | 5      | 2026-02-14 | 17    |
        | 4     | 3      | 2026-02-14 | 17    |
        | 9     | 10     | 2026-03-21 | 13    |
        | 14    | 15     | 2026-04-25 | 9     |

    Scenario Outline: <score> points after <weeks> weeks are not marked
      Given session 1 on 2026-01-17
      And session <number> on <day>
      And the PHQ-9 is <score>
      When the case is evaluated
      Then it says nothing of this

      Examples: a point less, or a day before
        | weeks      | number | day        | score |
        | 4          | 5      | 2026-02-14 | 16    |
        | not quite 4 | 5      | 2026-02-13 | 17    |
        | 9          | 10     | 2026-03-21 | 12    |
        | 14         | 15     | 2026-04-25 | 8     |

    Scenario: The score of week 4 is fifteen days old
      Given session 1 on 2026-01-17
      And session 5 on 2026-02-14
      And the PHQ-9 is 20
      When the case is evaluated on 2026-03-01
      Then it says nothing of this

    Scenario: A newer score than that of week 4 is lower
      Given session 1 on 2026-01-17
      And session 5 on 2026-02-14
      And the PHQ-9 is 20
      And session 6
      And the PHQ-9 is 12
      When the case is evaluated
      Then it says nothing of this

  @rule:deterioration-supervision
  Rule: A deterioration is taken to supervision within a week

    Scenario Outline: It was <first>, then <then>, and is <now>
      Given the PHQ-9 is <first>
      And session 2
      And the PHQ-9 is <then>
      And session 4
      And the PHQ-9 is <now>
      When the case is evaluated
      Then it says "<how>"
      And it says "Take the case to supervision within a week"

      Examples:
        | first | then | now | how                                              |
        | 10    | 12   | 16  | 6 points above baseline (10 → 16)                |
        | 14    | 8    | 13  | 5 points up since the measure before (8 → 13)    |

    Scenario Outline: First <first>, then <then>, now <now>: <why>
      Given the PHQ-9 is <first>
      And session 2
      And the PHQ-9 is <then>
      And session 4
      And the PHQ-9 is <now>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | first | then | now | why                                    |
        | 11    | 13   | 16  | five points above the first are too few |
        | 14    | 8    | 12  | four points up from the one before too |
        | 10    | 17   | 15  | it is falling again                    |

    Scenario: Into a higher band twice in a row, by small steps
      Given the PHQ-9 is 12
      And session 2
      And the PHQ-9 is 4
      And session 3
      And the PHQ-9 is 7
      And session 4
      And the PHQ-9 is 10
      When the case is evaluated
      Then it says "into a higher band at each of the last measures (4 → 7 → 10)"

    Scenario: Into a higher band three times in a row, by small steps
      Given the PHQ-9 is 12
      And session 2
      And the PHQ-9 is 4
      And session 3
      And the PHQ-9 is 8
      And session 4
      And the PHQ-9 is 11
      And session 5
      And the PHQ-9 is 15
      When the case is evaluated
      Then it says "into a higher band at each of the last measures (8 → 11 → 15)"

    Scenario: Into a higher band once, and then within it
      Given the PHQ-9 is 12
      And session 2
      And the PHQ-9 is 4
      And session 3
      And the PHQ-9 is 7
      And session 4
      And the PHQ-9 is 9
      When the case is evaluated
      Then it says nothing of this

    Scenario: After the treatment a rise is told to those who treat now
      Given the PHQ-9 is 10
      And session 8
      And the PHQ-9 is 17
      And the phase is recorded as finished
      When the case is evaluated
      Then it says nothing of this

  @rule:deterioration-twice
  Rule: Two deteriorations in a row call for a medical or psychiatric review

    Scenario Outline: It was <first>, then <then>, and is <now>, which is the second in a row
      Given the PHQ-9 is <first>
      And session 2
      And the PHQ-9 is <then>
      And session 4
      And the PHQ-9 is <now>
      When the case is evaluated
      Then it says "consider a medical or psychiatric review"

      Examples: up twice; and six points above the first, still there at the next measure
        | first | then | now |
        | 10    | 15   | 20  |
        | 10    | 16   | 16  |

    Scenario Outline: First <first>, then <then>, now <now>, which is one deterioration only
      Given the PHQ-9 is <first>
      And session 2
      And the PHQ-9 is <then>
      And session 4
      And the PHQ-9 is <now>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | first | then | now |
        | 10    | 14   | 19  |
        | 10    | 16   | 15  |

  @rule:better-mood-same-problem
  Rule: When mood is better and the goals are hardly reached, the focus is kept

    Background:
      Given 16 sessions are planned
      And the PHQ-9 is 20

    Scenario: Mood is better by half, and the talk with her husband is rated 3
      Given session 8
      And the PHQ-9 is 10
      And a goal talk-with-husband is recorded:
        | rating | 3 |
      When the case is evaluated
      Then it says "Mood is better and the goals are hardly reached"

    Scenario: Two goals are rated 2 and 4
      Given session 8
      And the PHQ-9 is 10
      And a goal talk-with-husband is recorded:
        | rating | 2 |
      And a goal see-a-friend is recorded:
        | rating | 4 |
      When the case is evaluated
      Then it says "rated 3"

    Scenario: It is rated 4
      Given session 8
      And the PHQ-9 is 10
      And a goal talk-with-husband is recorded:
        | rating | 4 |
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nobody rated the goal
      Given session 8
      And the PHQ-9 is 10
      And a goal talk-with-husband is recorded:
        | what | say what I need once a week |
      When the case is evaluated
      Then it says nothing of this

    Scenario: Mood is better by less than half
      Given session 8
      And the PHQ-9 is 11
      And a goal talk-with-husband is recorded:
        | rating | 3 |
      When the case is evaluated
      Then it says nothing of this

    Scenario: Both were so fifteen days ago
      Given session 8 on 2026-03-07
      And the PHQ-9 is 10
      And a goal talk-with-husband is recorded:
        | rating | 3 |
      When the case is evaluated on 2026-03-22
      Then it says nothing of this

    Scenario: It is still the initial phase
      Given session 3
      And the PHQ-9 is 10
      And a goal talk-with-husband is recorded:
        | rating | 0 |
      When the case is evaluated
      Then it says nothing of this

  @rule:better-problem-same-mood
  Rule: When the goals are largely reached and mood is not better, the treatment of the depression is looked at

    Background:
      Given 16 sessions are planned
      And the PHQ-9 is 20

    Scenario: The goal is rated 7, and mood has fallen by less than a fifth
      Given session 8
      And the PHQ-9 is 17
      And a goal talk-with-husband is recorded:
        | rating | 7 |
      When the case is evaluated
      Then it says "Look again at the diagnosis and at bodily causes"

    Scenario: The goal is rated 6
      Given session 8
      And the PHQ-9 is 17
      And a goal talk-with-husband is recorded:
        | rating | 6 |
      When the case is evaluated
      Then it says nothing of this

    Scenario: Mood has fallen by a fifth
      Given session 8
      And the PHQ-9 is 16
      And a goal talk-with-husband is recorded:
        | rating | 7 |
      When the case is evaluated
      Then it says nothing of this

    Scenario: The goals were reached fifteen days ago, with mood as it was
      Given session 8 on 2026-03-07
      And the PHQ-9 is 17
      And a goal talk-with-husband is recorded:
        | rating | 7 |
      When the case is evaluated on 2026-03-22
      Then it says nothing of this

    Scenario: Mood was never low by the scale, and there is nothing left to fall
      Given the intake again
      And the PHQ-9 is 4
      And session 8
      And the PHQ-9 is 4
      And a goal talk-with-husband is recorded:
        | rating | 9 |
      When the case is evaluated
      Then it says nothing of this
