Feature: Grief that lasts
  Protocol C2, GRI-14 and GRI-15. Nearly daily longing long after a death is a reason to assess for prolonged grief. A
  treatment made for it comes first where it can be had; if IPT is chosen, grief is the focus.

  @rule:prolonged-grief-ask
  Rule: A year after a death, half a year in the young, daily longing is a reason for the PG-13-R

    Scenario Outline: An adult longs daily, <months> months after her husband's death
      Given the patient records "age in years" as 44
      And husband is the patient's spouse
      And husband died on <died>
      And about mourning death-of-husband it is known: "nearly daily longing or preoccupation in the last month"
      When the case is evaluated
      Then it says "It is <months> months since the death of husband"

      Examples:
        | died       | months |
        | 2025-01-10 | 12     |
        | 2023-01-10 | 36     |

    Scenario: A day short of twelve months
      Given the patient records "age in years" as 44
      And husband is the patient's spouse
      And husband died on 2025-01-11
      And about mourning death-of-husband it is known: "nearly daily longing or preoccupation in the last month"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Only the month is known, and at its end the year is not over
      Given the patient records "age in years" as 44
      And husband is the patient's spouse
      And husband died on 2025-01
      And about mourning death-of-husband it is known: "nearly daily longing or preoccupation in the last month"
      When the case is evaluated
      Then it says nothing of this

    Scenario: At seventeen half a year is enough
      Given the patient records "age in years" as 17
      And father is the patient's parent
      And father died on 2025-07-10
      And about mourning death-of-father it is known: "nearly daily longing or preoccupation in the last month"
      When the case is evaluated
      Then it says "It is 6 months since the death of father"
      And the answer is needed for focus

    Scenario Outline: Half a year after the death, and the patient is <age>
      Given the patient records "age in years" as <age>
      And father is the patient's parent
      And father died on 2025-07-10
      And about mourning death-of-father it is known: "nearly daily longing or preoccupation in the last month"
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | age |
        | 18  |
        | 19  |

    Scenario: Half a year after the death, and the age is not known
      Given a patient at intake
      And father is the patient's parent
      And father died on 2025-07-10
      And about mourning death-of-father it is known: "nearly daily longing or preoccupation in the last month"
      When the case is evaluated
      Then it says nothing of this

    Scenario: At seventeen, and a day short of half a year
      Given the patient records "age in years" as 17
      And father is the patient's parent
      And father died on 2025-07-11
      And about mourning death-of-father it is known: "nearly daily longing or preoccupation in the last month"
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: Whether there is daily longing is answered <answer>
      Given a patient at intake
      And husband is the patient's spouse
      And husband died on 2024-06-01
      And about mourning death-of-husband it is known: "nearly daily longing or preoccupation in the last month" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | no        |
        | not known |

    Scenario: A high ICG asks for it too, without an answer about longing
      Given a patient at intake
      And husband is the patient's spouse
      And husband died on 2024-06-01
      And the ICG is 26
      When the case is evaluated
      Then it says "a high grief score"

    Scenario: An ICG of 25 does not
      Given a patient at intake
      And husband is the patient's spouse
      And husband died on 2024-06-01
      And the ICG is 25
      When the case is evaluated
      Then it says nothing of this

    Scenario: The PG-13-R has been filled in
      Given a patient at intake
      And husband is the patient's spouse
      And husband died on 2024-06-01
      And about mourning death-of-husband it is known: "nearly daily longing or preoccupation in the last month"
      And the PG-13-R is 24
      When the case is evaluated
      Then it says nothing of this

    Scenario: The PG-13-R is from before the year was over, and is asked for again
      Given husband is the patient's spouse
      And husband died on 2025-01-20
      And about mourning death-of-husband it is known: "nearly daily longing or preoccupation in the last month"
      And the PG-13-R is 24
      And session 2 was held
      When the case is evaluated
      Then it says "no PG-13-R from this time is recorded"

    Scenario: Two deaths, longing for one of them, and the high ICG is not laid to the other
      Given husband is the patient's spouse
      And father is the patient's parent
      And husband died on 2025-12-01
      And father died on 2024-06-01
      And about mourning death-of-husband it is known: "nearly daily longing or preoccupation in the last month"
      And the ICG is 40
      When the case is evaluated
      Then it says nothing of this

  @rule:prolonged-grief-early
  Rule: Between half a year and a year daily longing is assessed and followed, not labelled

    Scenario Outline: An adult longs daily when <months> months have passed
      Given the patient records "age in years" as 44
      And husband is the patient's spouse
      And husband died on <died>
      And about mourning death-of-husband it is known: "nearly daily longing or preoccupation in the last month"
      When the case is evaluated
      Then it says "the PG-13-R serves to follow it, not to label it"
      And the answer is needed for focus

      Examples:
        | died       | months    |
        | 2025-07-10 | 6         |
        | 2025-01-11 | nearly 12 |

    Scenario Outline: The death is <time> ago
      Given the patient records "age in years" as 44
      And husband is the patient's spouse
      And husband died on <died>
      And about mourning death-of-husband it is known: "nearly daily longing or preoccupation in the last month"
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | died       | time                      |
        | 2025-07-11 | a day less than 6 months  |
        | 2025-01-10 | 12 months                 |

    Scenario: There is no daily longing after half a year
      Given a patient at intake
      And husband is the patient's spouse
      And husband died on 2025-06-01
      And about mourning death-of-husband it is known: "nearly daily longing or preoccupation in the last month" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: It has been filled in already
      Given a patient at intake
      And husband is the patient's spouse
      And husband died on 2025-06-01
      And about mourning death-of-husband it is known: "nearly daily longing or preoccupation in the last month"
      And the PG-13-R is 20
      When the case is evaluated
      Then it says nothing of this

    Scenario: At seventeen it is no longer early
      Given the patient records "age in years" as 17
      And father is the patient's parent
      And father died on 2025-06-01
      And about mourning death-of-father it is known: "nearly daily longing or preoccupation in the last month"
      When the case is evaluated
      Then it says nothing of this

  @rule:prolonged-grief-score
  Rule: A PG-13-R of 30 or more speaks for grief

    Scenario Outline: The PG-13-R is <score>
      Given a patient at intake
      And husband is the patient's spouse
      And husband died on 2024-06-01
      And the PG-13-R is <score>
      When the case is evaluated
      Then it says "PG-13-R total <score>, 19 months after the death of husband"

      Examples:
        | score |
        | 30    |
        | 50    |

    Scenario: The PG-13-R is 29
      Given a patient at intake
      And husband is the patient's spouse
      And husband died on 2024-06-01
      And the PG-13-R is 29
      When the case is evaluated
      Then it says nothing of this

    Scenario: Two deaths, and nobody said which is longed for
      Given husband is the patient's spouse
      And father is the patient's parent
      And husband died on 2024-06-01
      And father died on 2023-06-01
      And the PG-13-R is 41
      When the case is evaluated
      Then it says nothing of this

    Scenario: Two deaths, and one of them is longed for daily
      Given husband is the patient's spouse
      And father is the patient's parent
      And husband died on 2024-06-01
      And father died on 2023-06-01
      And about mourning death-of-husband it is known: "nearly daily longing or preoccupation in the last month"
      And the PG-13-R is 41
      When the case is evaluated
      Then it says "The PG-13-R speaks for lasting grief after the death of husband"
      And this is a moderate argument for grief
      And it counts once among the arguments of prolonged-grief
      And this is about death-of-husband

    Scenario: It was high once, and is below 30 now
      Given a patient at intake
      And husband is the patient's spouse
      And husband died on 2024-06-01
      And the PG-13-R is 34
      And session 4 was held
      And the PG-13-R is 26
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was filled in before the death of which the next session learned
      Given a patient at intake
      And husband is the patient's spouse
      And the PG-13-R is 34
      And session 2 was held
      And husband died on 2026-01-20
      When the case is evaluated
      Then it says nothing of this

  @rule:prolonged-grief-treatment-first
  Rule: Where prolonged grief is likely or diagnosed, a treatment made for it comes first

    Scenario: Daily longing and a PG-13-R of 30, a year after the death
      Given a patient at intake
      And husband is the patient's spouse
      And husband died on 2025-01-10
      And about mourning death-of-husband it is known: "nearly daily longing or preoccupation in the last month"
      And the PG-13-R is 30
      When the case is evaluated
      Then it says "Consider a treatment made for prolonged grief first, where it can be had"

    Scenario Outline: Not yet likely: <what>
      Given a patient at intake
      And husband is the patient's spouse
      And husband died on <died>
      And about mourning death-of-husband it is known: "nearly daily longing or preoccupation in the last month" as <longing>
      And the PG-13-R is <score>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | what                                       | died       | longing   | score |
        | a day short of a year                      | 2025-01-11 | yes       | 30    |
        | the PG-13-R is one below                   | 2025-01-10 | yes       | 29    |
        | longing is not daily                       | 2025-01-10 | no        | 30    |
        | whether longing is daily is not known      | 2025-01-10 | not known | 30    |

    Scenario: The disorder is diagnosed, with no questionnaire at all
      Given a patient at intake
      And the diagnosis records "prolonged grief disorder"
      When the case is evaluated
      Then it says "a diagnosis of prolonged grief disorder is recorded"

    Scenario: It is among the further diagnoses
      Given a patient at intake
      And the diagnosis records "further diagnoses" as [prolonged-grief-disorder]
      When the case is evaluated
      Then it says "In a direct comparison grief-specific treatment helped more people with prolonged grief than IPT did"

    Scenario Outline: Whether it is diagnosed is answered <answer>
      Given a patient at intake
      And husband is the patient's spouse
      And husband died on 2025-01-10
      And the diagnosis records "prolonged grief disorder" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | no        |
        | not known |

  @rule:prolonged-grief-argument
  Rule: If IPT is chosen for prolonged grief, grief is its focus

    Scenario: Likely by daily longing and the PG-13-R
      Given a patient at intake
      And husband is the patient's spouse
      And husband died on 2025-01-10
      And about mourning death-of-husband it is known: "nearly daily longing or preoccupation in the last month"
      And the PG-13-R is 30
      When the case is evaluated
      Then it says "If IPT is chosen, grief is what it would work on"
      And this is a strong argument for grief
      And it counts once among the arguments of prolonged-grief
      And this is about death-of-husband

    Scenario: Diagnosed, and there is one death it can be about
      Given a patient at intake
      And husband is the patient's spouse
      And husband died, it is not known when
      And the diagnosis records "prolonged grief disorder"
      When the case is evaluated
      Then it says "Lasting grief after the death of husband"

    Scenario: Diagnosed, and no death is recorded yet
      Given a patient at intake
      And the diagnosis records "prolonged grief disorder"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Diagnosed, with two deaths, and nobody said which is longed for
      Given husband is the patient's spouse
      And father is the patient's parent
      And husband died on 2024-06-01
      And father died on 2023-06-01
      And the diagnosis records "prolonged grief disorder"
      When the case is evaluated
      Then it says nothing of this

    Scenario: The PG-13-R is high, and half a year has passed
      Given a patient at intake
      And husband is the patient's spouse
      And husband died on 2025-07-10
      And about mourning death-of-husband it is known: "nearly daily longing or preoccupation in the last month"
      And the PG-13-R is 38
      When the case is evaluated
      Then it says nothing of this

    Scenario: The score and the diagnosis together count once, and leave room for what else is known
      Given the low mood began 5 months before the intake
      And husband is the patient's spouse
      And husband died on 2024-06-01
      And about mourning death-of-husband it is known: "nearly daily longing or preoccupation in the last month"
      And the PG-13-R is 38
      And the diagnosis records "prolonged grief disorder"
      When the case is evaluated
      Then it says "Lasting grief after the death of husband"
      And the arguments add up to grief 3, dispute 0, transition 0, deficits 0

    Scenario Outline: The PG-13-R is high, and daily longing is answered <answer>
      Given a patient at intake
      And husband is the patient's spouse
      And husband died on 2025-01-10
      And about mourning death-of-husband it is known: "nearly daily longing or preoccupation in the last month" as <answer>
      And the PG-13-R is 30
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | no        |
        | not known |

    Scenario: He is longed for daily, and the PG-13-R is 29
      Given a patient at intake
      And husband is the patient's spouse
      And husband died on 2025-01-10
      And about mourning death-of-husband it is known: "nearly daily longing or preoccupation in the last month"
      And the PG-13-R is 29
      When the case is evaluated
      Then it says nothing of this
