Feature: Long depression, borderline personality disorder, alcohol and drugs
  Protocol A2 (SUI-39 to SUI-44), A4 (SAF-23) and C4 (TRA-15). Some conditions need another form, a longer course, or
  another service first or alongside.

  @rule:persistent-depression-ipt
  Rule: In depression of years IPT, medicine and CBASP are talked over together

    Scenario: Persistent depression is the main diagnosis
      Given a patient at intake
      And the patient records "age in years" as 40
      And the diagnosis records "the main diagnosis" as persistent-depression
      When the case is evaluated
      Then it says "talk over IPT together with medicine, and CBASP"
      And this is a weak reason for the course dysthymia
      And it says "from long illness to being well"

    Scenario: Nobody recorded the age
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as persistent-depression
      When the case is evaluated
      Then it says nothing of this

    Scenario: Major depression that began four years ago
      Given the low mood began 4 years before the intake
      And the patient records "age in years" as 40
      And the diagnosis records "the main diagnosis" as major-depression
      When the case is evaluated
      Then it says "has lasted 24 months or more"

    Scenario: Major depression since last autumn
      Given the low mood began 3 months before the intake
      And the diagnosis records "the main diagnosis" as major-depression
      When the case is evaluated
      Then it says nothing of this

    Scenario: For how long it has lasted is not known
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as major-depression
      And the diagnosis records "depression for two years or more" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: The depression of years belongs to a bipolar illness
      Given a patient at intake
      And the diagnosis records:
        | the main diagnosis               | bipolar-disorder |
        | further diagnoses                | [major-depression] |
        | depression for two years or more | yes              |
      When the case is evaluated
      Then it says nothing of this

    Scenario: OCD of many years
      Given the low mood began 4 years before the intake
      And the diagnosis records "the main diagnosis" as ocd
      When the case is evaluated
      Then it says nothing of this

    Scenario: A girl of sixteen; adolescents have a form of their own
      Given a patient at intake
      And the patient records "age in years" as 16
      And the diagnosis records "the main diagnosis" as persistent-depression
      When the case is evaluated
      Then it says nothing of this

    Scenario: Depression of years, and hypomania now
      Given a patient at intake
      And the diagnosis records:
        | the main diagnosis                     | persistent-depression |
        | mania, hypomania or mixed features now | yes                   |
      When the case is evaluated
      Then it says nothing of this

  @rule:borderline-adapted-form
  Rule: For borderline personality disorder there is a longer, adapted form

    Scenario: It is recorded beside depression, and no number of sessions is planned
      Given a patient at intake
      And the diagnosis records:
        | the main diagnosis | major-depression         |
        | further diagnoses  | [borderline-personality] |
      When the case is evaluated
      Then it says "consider the adapted form, which is longer"
      And this is a weak reason for the course ipt-bpd
      And it says "has 34 sessions or more"

    Scenario Outline: <planned> sessions are planned, as many as the adapted form has
      Given <planned> sessions are planned
      And the diagnosis records "further diagnoses" as [borderline-personality]
      When the case is evaluated
      Then it says "watches the alliance and self-harm"

      Examples:
        | planned |
        | 34      |
        | 40      |

    Scenario: Sixteen sessions are planned, and another sentence is said
      Given 16 sessions are planned
      And the diagnosis records "further diagnoses" as [borderline-personality]
      When the case is evaluated
      Then it says nothing of this

    Scenario: Another personality disorder
      Given a patient at intake
      And the diagnosis records "further diagnoses" as [other-personality-disorder]
      When the case is evaluated
      Then it says nothing of this

    Scenario: There is mania now
      Given a patient at intake
      And the diagnosis records "further diagnoses" as [borderline-personality]
      And the diagnosis records "mania, hypomania or mixed features now"
      When the case is evaluated
      Then it says nothing of this

  @rule:borderline-standard-length
  Rule: With borderline personality disorder the standard length may be too short

    Scenario Outline: <planned> sessions are planned, fewer than the adapted form has
      Given <planned> sessions are planned
      And the diagnosis records "further diagnoses" as [borderline-personality]
      When the case is evaluated
      Then it says "<planned> sessions may be too few"
      And this is a weak reason against the course acute

      Examples:
        | planned |
        | 12      |
        | 16      |
        | 33      |

    Scenario: Thirty-four are planned
      Given 34 sessions are planned
      And the diagnosis records "further diagnoses" as [borderline-personality]
      When the case is evaluated
      Then it says nothing of this

    Scenario: How many are planned is not known
      Given a patient at intake
      And the diagnosis records "further diagnoses" as [borderline-personality]
      When the case is evaluated
      Then it says nothing of this

    Scenario: Twelve are planned for PTSD
      Given 12 sessions are planned
      And the diagnosis records "the main diagnosis" as ptsd
      When the case is evaluated
      Then it says nothing of this

  @rule:dependence-addiction-care
  Rule: With dependence addiction care comes first or alongside, in every phase

    Scenario: Depression and dependence on alcohol
      Given a patient at intake
      And the diagnosis records:
        | the main diagnosis      | major-depression |
        | use of alcohol or drugs | dependence       |
      When the case is evaluated
      Then it says "consider addiction care first or alongside"
      And it says "it may help the mood, not the drinking"

    Scenario: It comes to light in session 10
      Given session 10 was held
      And the diagnosis records "use of alcohol or drugs" as dependence
      When the case is evaluated
      Then it says "Ask about withdrawal when use stops or falls"

    Scenario Outline: Use of alcohol or drugs is recorded as <level>
      Given a patient at intake
      And the diagnosis records "use of alcohol or drugs" as <level>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | level   |
        | none    |
        | use     |
        | harmful |

    Scenario: He has been sober since, and it is recorded
      Given a patient at intake
      And the diagnosis records "use of alcohol or drugs" as dependence
      And session 10 was held
      And the diagnosis records "use of alcohol or drugs" as none
      When the case is evaluated
      Then it says nothing of this

  @rule:harmful-use-beside
  Rule: Harmful use needs help of its own beside IPT

    Scenario: Depression and harmful drinking
      Given a patient at intake
      And the diagnosis records "use of alcohol or drugs" as harmful
      When the case is evaluated
      Then it says "consider help for that alongside"

    Scenario: A glass of wine at the weekend
      Given a patient at intake
      And the diagnosis records "use of alcohol or drugs" as use
      When the case is evaluated
      Then it says nothing of this

    Scenario: For dependence other advice is given
      Given a patient at intake
      And the diagnosis records "use of alcohol or drugs" as dependence
      When the case is evaluated
      Then it says nothing of this

  @rule:substance-use-how-heavy
  Rule: Where use is recorded without its weight, it is asked about

    Scenario: A substance use disorder is recorded, and nothing of how heavy it is
      Given a patient at intake
      And the diagnosis records "further diagnoses" as [substance-use]
      When the case is evaluated
      Then it says "Ask how heavy the use of alcohol or drugs is"
      And the answer is needed for course

    Scenario: On asking there was some
      Given session 2 was held
      And the patient was asked about substance use and there were some
      When the case is evaluated
      Then it says "and not how heavy it is"

    Scenario: It is known to be dependence
      Given a patient at intake
      And the diagnosis records:
        | further diagnoses       | [substance-use] |
        | use of alcohol or drugs | dependence      |
      When the case is evaluated
      Then it says nothing of this

    Scenario: On asking there was none
      Given a patient at intake
      And the patient was asked about substance use and there were none
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was never asked about
      Given a patient at intake
      When the case is evaluated
      Then it says nothing of this
