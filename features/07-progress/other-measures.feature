Feature: Other measures beside the PHQ-9
  Protocol G. Anxiety, functioning, mood around a birth and support are shown with the band of their own scale; points of
  different scales are not compared.

  @rule:anxiety-score
  Rule: The GAD-7 is shown from eight points on

    Scenario Outline: A GAD-7 of <score> is <band>
      Given a patient at intake
      And the GAD-7 is <score>
      When the case is evaluated
      Then it says "GAD-7 <score>: <band> anxiety range"

      Examples:
        | score | band     |
        | 8     | mild     |
        | 10    | moderate |
        | 15    | severe   |

    Scenario: Seven is below both cut-offs
      Given a patient at intake
      And the GAD-7 is 7
      When the case is evaluated
      Then it says nothing of this

    Scenario: A newer one is below them
      Given the GAD-7 is 12
      And session 4
      And the GAD-7 is 6
      When the case is evaluated
      Then it says nothing of this

    Scenario: After 31 days it is still shown
      Given the GAD-7 is 12
      When the case is evaluated on 2026-02-10
      Then it says "The GAD-7 of the intake is 12 of 21"

    Scenario: After 32 days it is too old
      Given the GAD-7 is 12
      When the case is evaluated on 2026-02-11
      Then it says nothing of this

    Scenario: The EPDS is high, and the GAD-7 was not filled in
      Given a patient at intake
      And the EPDS is 20
      When the case is evaluated
      Then it says nothing of this

  @rule:functioning-score
  Rule: The WSAS is shown from ten points on

    Scenario Outline: A WSAS of <score> is <band>
      Given a patient at intake
      And the WSAS is <score>
      When the case is evaluated
      Then it says "WSAS <score>: in the range of <band> impairment"

      Examples:
        | score | band                       |
        | 10    | significant                |
        | 20    | significant                |
        | 21    | moderately severe or worse |

    Scenario: Nine is below what counts clinically
      Given a patient at intake
      And the WSAS is 9
      When the case is evaluated
      Then it says nothing of this

    Scenario: A WSAS 32 days old
      Given the WSAS is 21
      When the case is evaluated on 2026-02-11
      Then it says nothing of this

    Scenario: The GAD-7 is high, and the WSAS was not filled in
      Given a patient at intake
      And the GAD-7 is 18
      When the case is evaluated
      Then it says nothing of this

    Scenario: A newer WSAS is below ten
      Given the WSAS is 21
      And session 4
      And the WSAS is 9
      When the case is evaluated
      Then it says nothing of this

  @rule:perinatal-mood-score
  Rule: The EPDS is shown from ten points on, and from thirteen on that it suggests depression

    Scenario Outline: An EPDS of <score> is <band>
      Given a patient at intake
      And the EPDS is <score>
      When the case is evaluated
      Then it says "EPDS <score>: in the <band>, to be checked in the interview"
      And it says "Look at the question about self-harm by itself"

      Examples:
        | score | band                           |
        | 10    | range to look closer           |
        | 12    | range to look closer           |
        | 13    | range that suggests depression |

    Scenario: Nine is below both cut-offs
      Given a patient at intake
      And the EPDS is 9
      When the case is evaluated
      Then it says nothing of this

    Scenario: An EPDS 32 days old
      Given the EPDS is 13
      When the case is evaluated on 2026-02-11
      Then it says nothing of this

    Scenario: The GAD-7 is high, and the EPDS was not filled in
      Given a patient at intake
      And the GAD-7 is 18
      When the case is evaluated
      Then it says nothing of this

    Scenario: A newer EPDS is below ten
      Given the EPDS is 13
      And session 4
      And the EPDS is 9
      When the case is evaluated
      Then it says nothing of this

  @rule:other-depression-scale
  Rule: Another depression scale is shown with its own band and its own limit of remission

    Scenario Outline: A <scale> of <score> is <band>
      Given a patient at intake
      And the <scale> is <score>
      When the case is evaluated
      Then it says "<scale name> <score>: in the band called <band>"
      And it says "in remission by its own limit: <remission>"

      Examples:
        | scale | scale name | score | band | remission |
        | QIDS  | QIDS-SR16  | 5     | none | yes       |
        | QIDS  | QIDS-SR16  | 6     | mild | no        |
        | HRSD  | HRSD-17    | 7     | none | yes       |
        | HRSD  | HRSD-17    | 8     | mild | no        |

    Scenario: A QIDS 32 days old
      Given the QIDS is 12
      When the case is evaluated on 2026-02-11
      Then it says nothing of this

    Scenario: The GAD-7 is no depression scale
      Given a patient at intake
      And the GAD-7 is 12
      When the case is evaluated
      Then it says nothing of this

  @rule:support-score
  Rule: A support scale is shown with its band

    Scenario Outline: <scale> of <score> is <band> support
      Given a patient at intake
      And the <scale> is <score>
      When the case is evaluated
      Then it says "<scale> <score>: in the range of <band> support"

      Examples:
        | scale  | score | band     |
        | OSSS-3 | 8     | poor     |
        | OSSS-3 | 9     | moderate |
        | OSSS-3 | 12    | strong   |
        | MSPSS  | 35    | low      |
        | MSPSS  | 36    | moderate |
        | MSPSS  | 61    | high     |

    Scenario: A support scale 32 days old
      Given the OSSS-3 is 6
      When the case is evaluated on 2026-02-11
      Then it says nothing of this

    Scenario: The WSAS was filled in, and no support scale
      Given a patient at intake
      And the WSAS is 12
      When the case is evaluated
      Then it says nothing of this

    Scenario: Only the newest is shown
      Given the OSSS-3 is 6
      And session 4
      And the OSSS-3 is 10
      When the case is evaluated
      Then it says "The OSSS-3 of session 4 is 10 of 14"
      And it does not say "The OSSS-3 of the intake"

  @rule:other-measures-change
  Rule: The change of other measures is shown once there are two scores

    Scenario: Anxiety and functioning have both moved
      Given the GAD-7 is 14
      And the WSAS is 24
      And session 4
      And the GAD-7 is 9
      And the WSAS is 24
      When the case is evaluated
      Then it says "GAD-7 14 → 9 (−5)"
      And it says "WSAS 24 → 24 (no change)"

    Scenario: Each was measured once
      Given the GAD-7 is 14
      And session 4
      And the WSAS is 24
      When the case is evaluated
      Then it says nothing of this

    Scenario: The PHQ-9 is told elsewhere
      Given the PHQ-9 is 14
      And session 4
      And the PHQ-9 is 9
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: The newest is <days> days old, and the change is still shown
      Given the GAD-7 is 14
      And session 4 on 2026-02-07
      And the GAD-7 is 9
      When the case is evaluated on <day>
      Then it says "GAD-7 14 → 9 (−5)"

      Examples:
        | days | day        |
        | 30   | 2026-03-09 |
        | 31   | 2026-03-10 |

    Scenario: The newest is 32 days old
      Given the GAD-7 is 14
      And session 4 on 2026-02-07
      And the GAD-7 is 9
      When the case is evaluated on 2026-03-11
      Then it says nothing of this
