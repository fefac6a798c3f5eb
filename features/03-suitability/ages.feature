Feature: Children, adolescents and later life
  Protocol A2 (SUI-20 to SUI-24), SAF-24, and R-A02 to R-A04. The age decides on the form of IPT, and on who else takes part.

  @rule:adolescent-ipt-a
  Rule: Adolescents with depression are offered IPT-A

    Scenario Outline: Depressed at the age of <age>
      Given a patient at intake
      And the patient records "age in years" as <age>
      And the diagnosis records "the main diagnosis" as major-depression
      When the case is evaluated
      Then it says "consider IPT-A"
      And this is a strong reason for the course ipt-a
      And it says "Contacts with a parent: at the start"

      Examples:
        | age |
        | 12  |
        | 13  |
        | 18  |

    Scenario Outline: Not in those ages, at <age>
      Given a patient at intake
      And the patient records "age in years" as <age>
      And the diagnosis records "the main diagnosis" as major-depression
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | age |
        | 11  |
        | 19  |

    Scenario: Fifteen, and IPT-A is planned
      Given a patient at intake
      And the patient records "age in years" as 15
      And the diagnosis records "the main diagnosis" as major-depression
      And the course records "type" as ipt-a
      When the case is evaluated
      Then it says nothing of this

    Scenario: Fifteen, with intent to die
      Given a patient at intake
      And the patient records "age in years" as 15
      And the diagnosis records "the main diagnosis" as major-depression
      And C-SSRS questions 4 is answered yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: Fifteen, drinking that does harm
      Given a patient at intake
      And the patient records "age in years" as 15
      And the diagnosis records:
        | the main diagnosis      | major-depression |
        | use of alcohol or drugs | harmful          |
      When the case is evaluated
      Then it says nothing of this

  @rule:adolescent-not-ipt-a
  Rule: What IPT-A was not made for goes to a specialist service

    Scenario Outline: Sixteen years old: <what> is recorded as <answer>
      Given a patient at intake
      And the patient records "age in years" as 16
      And the diagnosis records "<what>" as <answer>
      When the case is evaluated
      Then it says "consider referral to a specialist service"

      Examples:
        | what                    | answer        |
        | the main diagnosis      | cyclothymia   |
        | intellectual disability | yes           |
        | use of alcohol or drugs | dependence    |
        | the main diagnosis      | substance-use |

    Scenario: Sixteen years old, some alcohol at parties
      Given a patient at intake
      And the patient records "age in years" as 16
      And the diagnosis records "use of alcohol or drugs" as use
      When the case is evaluated
      Then it says nothing of this

    Scenario: Bipolar disorder at thirty
      Given a patient at intake
      And the patient records "age in years" as 30
      And the diagnosis records "the main diagnosis" as bipolar-disorder
      When the case is evaluated
      Then it says nothing of this

  @rule:adolescent-in-danger
  Rule: An urgent alert in an adolescent asks for more than IPT-A

    Scenario: A plan with intent, told in session 4
      Given a patient at intake
      And the patient records "age in years" as 15
      And session 4 was held
      And C-SSRS questions 5 is answered yes
      When the case is evaluated
      Then it says "IPT for adolescents was not made for acute danger"

    Scenario: Serious intent to harm a classmate
      Given a patient at intake
      And the patient records "age in years" as 15
      And the risk enquiry records "serious intent to harm someone"
      When the case is evaluated
      Then it says "consider referral to a specialist service at once"

    Scenario: Item 9 rose to 1, and nobody has asked yet
      Given a patient at intake
      And the patient records "age in years" as 15
      And PHQ-9 item 9 is 0
      And session 4 was held
      And PHQ-9 item 9 is 1
      When the case is evaluated
      Then it says "An urgent alert in an adolescent: consider referral to a specialist service at once"

    Scenario: The same plan in an adult
      Given a patient at intake
      And the patient records "age in years" as 40
      And C-SSRS questions 5 is answered yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: Fifteen years old, thoughts of death without intent
      Given a patient at intake
      And the patient records "age in years" as 15
      And the whole C-SSRS screener is answered no
      And C-SSRS questions 1 is answered yes
      When the case is evaluated
      Then it says nothing of this

  @rule:adolescent-with-parent
  Rule: Where a parent is part of the problem, the middle has tools and a contact for it

    Scenario: Quarrels with her mother, and asked alone she fears nobody
      Given a patient at intake
      And the patient records "age in years" as 15
      And mother is the patient's parent
      And there is a conflict with mother
      And the violence enquiry records:
        | now         | no  |
        | fear        | no  |
        | asked_alone | yes |
      And session 6 was held
      When the case is evaluated
      Then it says "there is a dispute with mother"
      And it suggests TEC-34, in this order
      And this is about mother

    Scenario: The mother was in the room when it was asked
      Given a patient at intake
      And the patient records "age in years" as 15
      And mother is the patient's parent
      And there is a conflict with mother
      And session 6 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: She is thirty
      Given a patient at intake
      And the patient records "age in years" as 30
      And mother is the patient's parent
      And there is a conflict with mother
      And session 6 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:child-family-based-ipt
  Rule: For a child there is family-based IPT

    Scenario Outline: A child of <age>
      Given a patient at intake
      And the patient records "age in years" as <age>
      When the case is evaluated
      Then it says "consider referral to somebody trained in family-based IPT"

      Examples:
        | age |
        | 8   |
        | 11  |

    Scenario Outline: Out of those ages, at <age>
      Given a patient at intake
      And the patient records "age in years" as <age>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | age |
        | 7   |
        | 12  |

  @rule:later-life-cognition-ask
  Rule: In later life memory and thinking are looked at first

    Scenario Outline: At <age>, and nothing is recorded of it
      Given a patient at intake
      And the patient records "age in years" as <age>
      When the case is evaluated
      Then it says "nothing is recorded of cognition"
      And the answer is needed for course

      Examples:
        | age |
        | 60  |
        | 61  |

    Scenario: Fifty-nine
      Given a patient at intake
      And the patient records "age in years" as 59
      When the case is evaluated
      Then it says nothing of this

    Scenario: Sixty, and it is normal
      Given a patient at intake
      And the patient records "age in years" as 60
      And the diagnosis records "cognitive status" as normal
      When the case is evaluated
      Then it says nothing of this

  @rule:caregiver-sessions
  Rule: With mildly impaired cognition a caregiver takes part

    Scenario: She forgets appointments
      Given a patient at intake
      And the patient records "age in years" as 74
      And the diagnosis records "cognitive status" as mild-impairment
      And the violence enquiry records:
        | violence, threats or coercive control now | no  |
        | afraid of someone                         | no  |
        | asked alone and in private                | yes |
      When the case is evaluated
      Then it says "consider meetings with a caregiver as well"
      And of the plan it says offer

    Scenario: She forgets appointments, and nobody asked about violence
      Given a patient at intake
      And the patient records "age in years" as 74
      And the diagnosis records "cognitive status" as mild-impairment
      When the case is evaluated
      Then it says nothing of this

    Scenario: She is afraid of somebody
      Given a patient at intake
      And the patient records "age in years" as 74
      And the diagnosis records "cognitive status" as mild-impairment
      And the violence enquiry records "afraid of someone"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Memory and thinking are as they always were
      Given a patient at intake
      And the patient records "age in years" as 74
      And the diagnosis records "cognitive status" as normal
      When the case is evaluated
      Then it says nothing of this

  @rule:caregiver-ask-first
  Rule: Before a caregiver is thought of violence and fear are asked about alone

    Scenario: She forgets appointments, and a mark at the topic is all there is
      Given a patient at intake
      And the diagnosis records "cognitive status" as mild-impairment
      And the patient was asked about violence and there were none
      When the case is evaluated
      Then it says "Has anybody who lives with you or cares for you ever hurt, threatened or controlled you?"
      And the answer is needed for safety

    Scenario: It was denied alone
      Given a patient at intake
      And the diagnosis records "cognitive status" as mild-impairment
      And the violence enquiry records:
        | violence, threats or coercive control now | no  |
        | afraid of someone                         | no  |
        | asked alone and in private                | yes |
      When the case is evaluated
      Then it says nothing of this

    Scenario: She is afraid of her daughter, which has its own alert
      Given a patient at intake
      And the diagnosis records "cognitive status" as mild-impairment
      And the violence enquiry records "afraid of someone"
      When the case is evaluated
      Then it says nothing of this

  @rule:cognition-refer
  Rule: Clearly impaired cognition is for a memory service

    Scenario Outline: Cognition recorded as <cognition>
      Given a patient at intake
      And the diagnosis records "cognitive status" as <cognition>
      When the case is evaluated
      Then it says "standard IPT is not suitable; consider a memory service"

      Examples:
        | cognition           |
        | moderate-impairment |
        | severe-impairment   |

    Scenario: Mildly impaired, where IPT is adapted
      Given a patient at intake
      And the diagnosis records "cognitive status" as mild-impairment
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nothing is recorded of cognition
      Given a patient at intake
      And the patient records "age in years" as 80
      When the case is evaluated
      Then it says nothing of this

  @rule:younger-than-ipt
  Rule: For a child too young for any form of IPT another service is named

    Scenario: Seven years old
      Given the patient records "age in years" as 7
      When the case is evaluated
      Then it says "IPT was not made for this age"

    Scenario: Eight years old
      Given the patient records "age in years" as 8
      When the case is evaluated
      Then it says nothing of this
