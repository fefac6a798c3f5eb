Feature: Whom IPT suits
  Protocol A1 (SUI-01 to SUI-14, SUI-47 to SUI-49) and R-A01, R-A04, R-A14. IPT was made for depression without bipolar illness
  and psychosis, together with something between people, or a change of life, to work on.

  @rule:ipt-suits
  Rule: Major depression with an interpersonal problem suits IPT

    Scenario: Amira at her intake
      Given the case amira
      When the case is evaluated on 2026-01-10
      Then it says "Recorded: major depression, no bipolar illness, psychosis or mania"
      And this is a strong reason for the course acute
      And it says "promotion, 9 weeks before the low mood began"
      And it says "some existing support"

    Scenario: The move came after the first symptoms, and the age is not recorded
      Given a patient at intake
      And the diagnosis records:
        | the main diagnosis | major-depression |
        | bipolar            | no               |
        | psychosis          | no               |
        | mania now          | no               |
      And the low mood began 8 weeks before the intake
      And a move called lisbon, 3 weeks after the low mood began
      When the case is evaluated
      Then it says "IPT suits this depression, as far as it is recorded"

    Scenario: In session 8 it is not said again
      Given the case amira
      When the case is evaluated on 2026-03-07
      Then it says nothing of this

    Scenario: Past highs were never asked about
      Given a patient at intake
      And the diagnosis records:
        | the main diagnosis | major-depression |
        | psychosis          | no               |
        | mania now          | no               |
      And there is a conflict with husband
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nothing between people is recorded
      Given a patient at intake
      And the diagnosis records:
        | the main diagnosis | major-depression |
        | bipolar            | no               |
        | psychosis          | no               |
        | mania now          | no               |
      When the case is evaluated
      Then it says nothing of this

    Scenario: Item 9 is 1, and nobody has enquired yet
      Given a patient at intake
      And the diagnosis records:
        | the main diagnosis | major-depression |
        | bipolar            | no               |
        | psychosis          | no               |
        | mania now          | no               |
      And there is a conflict with husband
      And PHQ-9 item 9 is 1
      When the case is evaluated
      Then it says nothing of this

    Scenario: Item 9 is 1, and a wish to be dead is all there is
      Given a patient at intake
      And the diagnosis records:
        | the main diagnosis | major-depression |
        | bipolar            | no               |
        | psychosis          | no               |
        | mania now          | no               |
      And there is a conflict with husband
      And PHQ-9 item 9 is 1
      And the whole C-SSRS screener is answered no
      And C-SSRS question 1 is answered yes
      When the case is evaluated
      Then it says "IPT suits this depression, as far as it is recorded"

    Scenario: An urgent alert comes before any course
      Given a patient at intake
      And the diagnosis records:
        | the main diagnosis | major-depression |
        | bipolar            | no               |
        | psychosis          | no               |
        | mania now          | no               |
      And there is a conflict with husband
      And PHQ-9 item 9 is 3
      When the case is evaluated
      Then it says nothing of this

    Scenario: She drinks every day
      Given a patient at intake
      And the diagnosis records:
        | the main diagnosis          | major-depression |
        | bipolar                     | no               |
        | psychosis                   | no               |
        | mania now                   | no               |
        | use of alcohol or drugs     | dependence       |
      And there is a conflict with husband
      When the case is evaluated
      Then it says nothing of this

  @rule:ipt-suits-later-life
  Rule: Depression in later life suits IPT

    Scenario Outline: A death before the low mood, at the age of <age>
      Given a patient at intake
      And the patient records "age in years" as <age>
      And the diagnosis records:
        | the main diagnosis | major-depression |
        | bipolar            | no               |
        | psychosis          | no               |
        | mania now          | no               |
      And the low mood began 8 weeks before the intake
      And wife died 3 weeks before the low mood began
      When the case is evaluated
      Then it says "IPT suits this depression in later life"
      And this is a strong reason for the course late-life

      Examples:
        | age |
        | 60  |
        | 81  |

    Scenario: At fifty-nine it is the usual case
      Given a patient at intake
      And the patient records "age in years" as 59
      And the diagnosis records:
        | the main diagnosis | major-depression |
        | bipolar            | no               |
        | psychosis          | no               |
        | mania now          | no               |
      And there is a conflict with husband
      When the case is evaluated
      Then it says nothing of this

    Scenario: Seventy-five, with dementia
      Given a patient at intake
      And the patient records "age in years" as 75
      And the diagnosis records:
        | the main diagnosis | major-depression    |
        | bipolar            | no                  |
        | psychosis          | no                  |
        | mania now          | no                  |
        | cognition          | moderate-impairment |
      And there is a conflict with daughter
      When the case is evaluated
      Then it says nothing of this

  @rule:fit-features-lacking
  Rule: Where much is lacking that makes IPT easier, more support is thought of

    Scenario: He wants no treatment and has nobody
      Given a patient at intake
      And the preferences record "preferred treatment" as none
      And the social life records "lacks support"
      When the case is evaluated
      Then it says "Recorded as lacking: some motivation; some existing support."

    Scenario: Support alone is lacking
      Given a patient at intake
      And the social life records "lacks support"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nothing is recorded of either
      Given a patient at intake
      When the case is evaluated
      Then it says nothing of this

  @rule:psychosis-or-mania-not-recorded
  Rule: Psychosis and mania are asked about before IPT is settled

    Scenario: Depression is recorded, and neither was asked about
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as major-depression
      When the case is evaluated
      Then it says "Not recorded, or not in full: whether there are psychotic symptoms, mania or hypomania now."
      And the answer is needed for course

    Scenario: Only highs now are open
      Given a patient at intake
      And the diagnosis records:
        | the main diagnosis | major-depression |
        | psychosis          | no               |
      When the case is evaluated
      Then it says "Ask about psychotic symptoms and about highs now"

    Scenario: Both were asked about
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as major-depression
      And the patient was asked about psychosis and mania and there were none
      When the case is evaluated
      Then it says nothing of this

    Scenario: No depression is recorded
      Given a patient at intake
      When the case is evaluated
      Then it says nothing of this

  @rule:distress-tied-to-relationships
  Rule: Distress tied to relationships may need the short form only

    @statement:SUI-47
    Scenario: An adjustment disorder after a divorce
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as adjustment-disorder
      And a divorce called divorce, around the onset, without a date
      When the case is evaluated
      Then it says "consider interpersonal counselling, the short form of IPT"
      And this is a moderate reason for the course ipc
      And it says "divorce, around the time the low mood began"

    Scenario: An adjustment disorder, and nothing between people is recorded
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as adjustment-disorder
      When the case is evaluated
      Then it says nothing of this

    Scenario: Major depression after a divorce
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as major-depression
      And a divorce called divorce, around the onset, without a date
      When the case is evaluated
      Then it says nothing of this

  @rule:coronary-medication
  Rule: With coronary illness a talk about medicine belongs to the choice

    Scenario: Depressed after an infarction, past highs denied
      Given a patient at intake
      And the patient records "age in years" as 58
      And the diagnosis records:
        | the main diagnosis | major-depression |
        | bipolar            | no               |
      And a coronary bodily illness is recorded
      When the case is evaluated
      Then it says "talk about medicine with a prescriber"

    Scenario: Past highs are not known
      Given a patient at intake
      And the patient records "age in years" as 58
      And the diagnosis records "the main diagnosis" as major-depression
      And a coronary bodily illness is recorded
      When the case is evaluated
      Then it says "talk about medicine with a specialist"

    Scenario: Another long-lasting illness
      Given a patient at intake
      And the patient records "age in years" as 58
      And the diagnosis records "the main diagnosis" as major-depression
      And a chronic bodily illness is recorded
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nobody knows whether this is an adult
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as major-depression
      And a coronary bodily illness is recorded
      When the case is evaluated
      Then it says nothing of this
