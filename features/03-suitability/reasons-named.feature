Feature: The reason that holds is named
  Protocol CON-13, SEV-06, SEV-12, SUI-18 and INI-07: what is said of other treatments names what it rests on.

  @rule:combined-treatment
  Rule: Of severe, long and returned the one that holds is said, and that no medicine is wished

    Background:
      Given a patient at intake
      And the patient records "age in years" as 40
      And the patient was asked about bipolar history and there were none

    Scenario: Severe
      Given the PHQ-9 is 21
      When the case is evaluated
      Then it says "Severe: consider asking a prescriber about medicine beside IPT"
      And it does not say "though none is wished"

    Scenario: Severe, and the patient wishes no medicine
      Given the PHQ-9 is 21
      And the preferences records "is open to medication" as no
      When the case is evaluated
      Then it says "medicine beside IPT, though none is wished so far"

    Scenario: Low for thirty months
      Given the PHQ-9 is 13
      And the low mood began 30 months before the intake
      When the case is evaluated
      Then it says "Long-lasting: consider asking"

  @rule:earlier-therapy-did-not-help
  Rule: Two sessions of another treatment are no treatment that failed

    Scenario Outline: CBT without response, adequate in dose and length: <adequate>
      Given a patient at intake
      And the patient records "age in years" as 40
      And an earlier treatment is recorded:
        | kind     | cbt        |
        | adequate | <adequate> |
        | result   | none       |
      When the case is evaluated
      Then it says "Earlier treatment: CBT, with no response"
      And this is a weak reason for the course acute

      Examples:
        | adequate  |
        | yes       |
        | not known |

    Scenario: He went twice
      Given a patient at intake
      And the patient records "age in years" as 40
      And an earlier treatment is recorded:
        | kind     | cbt  |
        | adequate | no   |
        | result   | none |
      When the case is evaluated
      Then it says nothing of this

  @rule:sick-role-not-given
  Rule: The sick role is for an illness, not for distress below the threshold or for another disorder

    Scenario Outline: The main diagnosis is <diagnosis>
      Given a patient at intake
      And the patient records "age in years" as 40
      And the diagnosis records "the main diagnosis" as <diagnosis>
      And session 1 was held
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | diagnosis               |
        | subthreshold-depression |
        | social-anxiety          |

    Scenario: Major depression
      Given a patient at intake
      And the patient records "age in years" as 40
      And the diagnosis records "the main diagnosis" as major-depression
      And session 1 was held
      When the case is evaluated
      Then it says "the sick role is not recorded as given"
