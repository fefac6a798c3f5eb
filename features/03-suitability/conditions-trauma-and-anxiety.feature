Feature: Trauma, anxiety and compulsions
  Protocol A2 (SUI-34 to SUI-38, SUI-50), A6 (CBT-01 to CBT-05, CBT-08) and C6 (DFX-10). For PTSD IPT is an option; for
  social anxiety, panic and OCD CBT is usually offered first, and depression beside them may have IPT.

  @rule:ptsd-ipt-option
  Rule: For PTSD IPT is an option beside exposure treatment

    Scenario: PTSD after an accident
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as ptsd
      When the case is evaluated
      Then it says "IPT is an option beside exposure treatment"
      And this is a moderate reason for the course ptsd
      And it says "14 weekly sessions"

    Scenario: Whether exposure was declined is not known
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as ptsd
      And the preferences record "has declined exposure to what happened" as not known
      When the case is evaluated
      Then it says "declining it, or depression beside PTSD, would speak more for IPT"

    Scenario: With depression beside it another sentence is said
      Given a patient at intake
      And the diagnosis records:
        | the main diagnosis | ptsd               |
        | further diagnoses  | [major-depression] |
      When the case is evaluated
      Then it says nothing of this

    Scenario: With exposure declined another sentence is said
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as ptsd
      And the preferences record "has declined exposure to what happened"
      When the case is evaluated
      Then it says nothing of this

    Scenario: A trauma on the timeline is no diagnosis
      Given the low mood began 3 months before the intake
      And a trauma called attack, 2 weeks before the low mood began
      And the diagnosis records "the main diagnosis" as major-depression
      When the case is evaluated
      Then it says nothing of this

    Scenario: A child of nine
      Given a patient at intake
      And the patient records "age in years" as 9
      And the diagnosis records "the main diagnosis" as ptsd
      When the case is evaluated
      Then it says nothing of this

    Scenario: PTSD, and there is mania now
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as ptsd
      And the diagnosis records "mania, hypomania or mixed features now"
      When the case is evaluated
      Then it says nothing of this

  @rule:ptsd-ipt-favoured
  Rule: With depression beside PTSD, or exposure declined, more speaks for IPT

    Scenario: Major depression beside PTSD
      Given a patient at intake
      And the diagnosis records:
        | the main diagnosis | ptsd               |
        | further diagnoses  | [major-depression] |
      When the case is evaluated
      Then it says "here more speaks for IPT"
      And this is a strong reason for the course ptsd
      And it says "Recorded beside PTSD: major depression"

    Scenario: PTSD beside depression, which is the main diagnosis
      Given a patient at intake
      And the diagnosis records:
        | the main diagnosis | major-depression |
        | further diagnoses  | [ptsd]           |
      When the case is evaluated
      Then it says "far more people left exposure early"

    Scenario: She does not want to go over it again
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as ptsd
      And the preferences record "has declined exposure to what happened"
      When the case is evaluated
      Then it says "Recorded beside PTSD: exposure declined"
      And it rests on preferences.declines_exposure

    Scenario: She has not declined exposure
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as ptsd
      And the preferences record "has declined exposure to what happened" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Panic beside PTSD
      Given a patient at intake
      And the diagnosis records:
        | the main diagnosis | ptsd             |
        | further diagnoses  | [panic-disorder] |
      When the case is evaluated
      Then it says nothing of this

    Scenario: Depression beside PTSD, at sixteen
      Given a patient at intake
      And the patient records "age in years" as 16
      And the diagnosis records:
        | the main diagnosis | ptsd               |
        | further diagnoses  | [major-depression] |
      When the case is evaluated
      Then it says nothing of this

    Scenario: Depression beside PTSD, and she hears voices
      Given a patient at intake
      And the diagnosis records:
        | the main diagnosis     | ptsd               |
        | further diagnoses      | [major-depression] |
        | psychotic symptoms now | yes                |
      When the case is evaluated
      Then it says nothing of this

  @rule:ptsd-no-retelling
  Rule: In IPT for PTSD the trauma is not retold in detail, whatever the phase

    Scenario: PTSD, at the intake
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as ptsd
      When the case is evaluated
      Then it says "leave out detailed retelling of the trauma and exposure tasks"
      And it keeps back detailed-retelling and exposure-tasks

    Scenario: PTSD, in session 8
      Given 14 sessions are planned
      And the diagnosis records "further diagnoses" as [ptsd]
      And session 8 was held
      When the case is evaluated
      Then it says "exposure is not set as homework"

    Scenario: A dispute without PTSD
      Given session 8 was held
      And the focus agreed is role dispute
      When the case is evaluated
      Then it says nothing of this

  @rule:anxiety-cbt-first
  Rule: For social anxiety and panic CBT is usually offered first

    Scenario Outline: The main diagnosis is <disorder>
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as <disorder>
      When the case is evaluated
      Then it says "For <words>, CBT is usually offered first"
      And it says "Depression beside it may have IPT"

      Examples:
        | disorder       | words                   |
        | social-anxiety | social anxiety disorder |
        | panic-disorder | panic disorder          |

    Scenario: Social anxiety beside depression
      Given a patient at intake
      And the diagnosis records:
        | the main diagnosis | major-depression |
        | further diagnoses  | [social-anxiety] |
      When the case is evaluated
      Then it says nothing of this

    Scenario: An earlier CBT for panic did not help
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as panic-disorder
      And an earlier cbt is recorded, result none
      When the case is evaluated
      Then it says nothing of this

    Scenario: What came of an earlier CBT is not known
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as panic-disorder
      And an earlier cbt is recorded, result not known
      When the case is evaluated
      Then it says "IPT is the second choice here"

  @rule:social-anxiety-ipt-second
  Rule: Where CBT for social anxiety is ruled out, IPT is the second choice

    Scenario: He has declined CBT
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as social-anxiety
      And the preferences record "has declined CBT"
      When the case is evaluated
      Then it says "IPT is the second choice for social anxiety here"
      And this is a weak reason for the course social-anxiety
      And it says "saying what one wants"
      And it says "has 16 sessions"

    Scenario: CBT was not spoken of
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as social-anxiety
      When the case is evaluated
      Then it says nothing of this

    Scenario: CBT was declined, and social anxiety is not the main diagnosis
      Given a patient at intake
      And the diagnosis records:
        | the main diagnosis | major-depression |
        | further diagnoses  | [social-anxiety] |
      And the preferences record "has declined CBT"
      When the case is evaluated
      Then it says nothing of this

    Scenario: CBT for social anxiety was declined, and there is mania now
      Given a patient at intake
      And the diagnosis records:
        | the main diagnosis                     | social-anxiety |
        | mania, hypomania or mixed features now | yes            |
      And the preferences record "has declined CBT"
      When the case is evaluated
      Then it says nothing of this

  @rule:panic-ipt-second
  Rule: Where CBT for panic is ruled out, IPT is a second choice

    Scenario: CBT for panic cannot be had
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as panic-disorder
      And the preferences record "CBT for the condition can be had here" as no
      When the case is evaluated
      Then it says "IPT is a second choice for panic disorder"
      And this is a weak reason for the course acute
      And it says "CBT cannot be had here"

    Scenario: CBT for panic can be had
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as panic-disorder
      And the preferences record "CBT for the condition can be had here"
      When the case is evaluated
      Then it says nothing of this

    Scenario: CBT was declined by somebody with social anxiety
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as social-anxiety
      And the preferences record "has declined CBT"
      When the case is evaluated
      Then it says nothing of this

    Scenario: CBT for panic was declined, and he hears voices
      Given a patient at intake
      And the diagnosis records:
        | the main diagnosis     | panic-disorder |
        | psychotic symptoms now | yes            |
      And the preferences record "has declined CBT"
      When the case is evaluated
      Then it says nothing of this

  @rule:anxiety-in-general
  Rule: For other anxiety IPT is one choice among others

    Scenario Outline: <disorder> is the main diagnosis
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as <disorder>
      When the case is evaluated
      Then it says "IPT is one choice among others"
      And this is a weak reason for the course acute

      Examples:
        | disorder            |
        | generalised-anxiety |
        | anxiety-disorder    |

    Scenario: Generalised anxiety beside depression
      Given a patient at intake
      And the diagnosis records:
        | the main diagnosis | major-depression      |
        | further diagnoses  | [generalised-anxiety] |
      When the case is evaluated
      Then it says nothing of this

    Scenario: Anxiety, and there is mania now
      Given a patient at intake
      And the diagnosis records:
        | the main diagnosis                     | anxiety-disorder |
        | mania, hypomania or mixed features now | yes              |
      When the case is evaluated
      Then it says nothing of this

    Scenario: A high anxiety score is no diagnosis
      Given a patient at intake
      And the GAD-7 is 16
      When the case is evaluated
      Then it says nothing of this

  @rule:condition-treatment-first
  Rule: OCD and somatic syndromes have treatments of their own, which come first

    Scenario: OCD is the main diagnosis
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as ocd
      When the case is evaluated
      Then it says "Consider treatment made for the main diagnosis first: OCD"
      And it says "Depression beside it may have IPT"

    Scenario: A somatic syndrome is the main diagnosis
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as somatic-syndrome
      When the case is evaluated
      Then it says "which has treatments of its own"

    Scenario: OCD beside depression
      Given a patient at intake
      And the diagnosis records:
        | the main diagnosis | major-depression |
        | further diagnoses  | [ocd]            |
      When the case is evaluated
      Then it says nothing of this

    Scenario: For social anxiety CBT is named elsewhere
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as social-anxiety
      When the case is evaluated
      Then it says nothing of this

  @rule:ipt-and-cbt-compared
  Rule: IPT and CBT are laid side by side where CBT is in question

    Scenario: She is depressed and would rather have CBT
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as major-depression
      And the preferences record "preferred treatment" as cbt
      When the case is evaluated
      Then it says "For depression the two do about equally well"
      And it says "IPT 12 to 16 sessions, CBT 10 to 20"

    Scenario Outline: CBT is usually first for <disorder>
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as <disorder>
      When the case is evaluated
      Then it says "IPT and CBT side by side"

      Examples:
        | disorder       |
        | bulimia        |
        | social-anxiety |
        | panic-disorder |
        | ocd            |

    Scenario: She is depressed and would rather have IPT
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as major-depression
      And the preferences record "preferred treatment" as ipt
      When the case is evaluated
      Then it says nothing of this

    Scenario: CBT for OCD was declined
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as ocd
      And the preferences record "has declined CBT"
      When the case is evaluated
      Then it says nothing of this

    Scenario: In session 7 the choice was made
      Given 16 sessions are planned
      And the preferences record "preferred treatment" as cbt
      And session 7 was held
      When the case is evaluated
      Then it says nothing of this
