Feature: The people in the patient's life
  Protocol B2, INI-13 to INI-22. The inventory is complete enough at eighty per cent: people described, somebody to
  confide in, conflicts, deaths, and what the closest expect of each other count a fifth each. Gaps are listed, not
  guessed.

  @rule:inventory-empty
  Rule: By the second session somebody is recorded

    Scenario: After the first session nobody is
      Given session 1 was held
      When the case is evaluated
      Then it says "The inventory is empty"
      And the answer is needed for focus

    Scenario: It was told that there were deaths, and of whom is not recorded
      Given a patient at intake
      And the patient was asked about deaths and there were some
      And sessions 1 to 6 were held
      When the case is evaluated
      Then it says "nobody is recorded"

    Scenario: The first session is still to come
      Given a patient at intake
      When the case is evaluated
      Then it says nothing of this

    Scenario: One person is recorded, and nothing is known of her
      Given a patient at intake
      And mother is the patient's parent
      And session 1 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:inventory-incomplete
  Rule: Before the focus is settled the gaps in the inventory are listed

    Background:
      Given a patient at intake
      And mother is a close parent of the patient
      And about person mother it is known:
        | what is good                     | she listens     |
        | what the patient expects of them | a visit a month |
        | what they expect of the patient  | a call a day    |
      And the patient was asked about conflicts, confidants and there were none

    Scenario: Two sessions are held, and the other people are not described
      Given anna is the patient's friend
      And sessions 1 to 2 were held
      When the case is evaluated
      Then it says "3 more people who matter, or that there are no others"
      And the answer is needed for focus
      And it says "closeness and what is good or hard of anna (friend)"
      And it says "whether there were deaths"
      And it says "what the patient and anna (friend) expect of each other"

    Scenario: There is nobody else, and only deaths were not asked about
      Given the social life records "there are significant people beyond those recorded" as no
      And sessions 1 to 2 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario: That there is nobody else is not known
      Given the social life records "there are significant people beyond those recorded" as not known
      And sessions 1 to 2 were held
      When the case is evaluated
      Then it says "it is 64% complete"
      And it says "4 more people who matter"

    Scenario: With all asked, one person of five described is enough
      Given the patient was asked about deaths and there were none
      And sessions 1 to 2 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Somebody as close turned up of whom no expectations are known
      Given the patient was asked about deaths and there were none
      And sessions 1 to 2 were held
      And anna is a close friend of the patient
      When the case is evaluated
      Then it says "it is 74% complete"
      And it says "what is good or hard of anna (friend)"

    Scenario: Anna is described, and only what she and the patient expect of each other is open
      Given the patient was asked about deaths and there were none
      And sessions 1 to 2 were held
      And anna is a close friend of the patient
      And about person anna it is known: "what is good" as she makes him laugh
      When the case is evaluated
      Then it says "it is 78% complete"
      And it says "what the patient and anna (friend) expect of each other"

    Scenario: A third person is described, which is enough
      Given the patient was asked about deaths and there were none
      And sessions 1 to 2 were held
      And anna is a close friend of the patient
      And about person anna it is known: "what is good" as she makes him laugh
      And ben is a distant colleague of the patient
      And about person ben it is known: "what is hard" as he is always in a hurry
      When the case is evaluated
      Then it says nothing of this

    Scenario: Six people are described, one more than are asked for
      Given anna is a close friend of the patient
      And ben is a distant colleague of the patient
      And clara is a distant neighbour of the patient
      And dora is a distant friend of the patient
      And emil is a distant colleague of the patient
      And about person anna it is known: "what is good" as she makes him laugh
      And about person ben it is known: "what is hard" as he is always in a hurry
      And about person clara it is known: "what is good" as she waters the flowers
      And about person dora it is known: "what is good" as she writes at times
      And about person emil it is known: "what is hard" as he talks of himself
      And sessions 1 to 2 were held
      When the case is evaluated
      Then it says "it is 70% complete"
      And it does not say "who matter"

    Scenario: After the first session it is too early to press
      Given session 1 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is still said when the limit has passed
      Given sessions 1 to 7 were held
      When the case is evaluated
      Then it says "it is 64% complete"

    Scenario: In the ending no longer
      Given 12 sessions are planned
      And sessions 1 to 10 were held
      When the case is evaluated
      Then it says nothing of this

  @rule:inventory-reopened
  Rule: Half way through the people are looked at again

    Scenario Outline: The review of <planned> sessions is next
      Given a patient at intake
      And <planned> sessions are planned
      And sessions 1 to <held> were held
      When the case is evaluated
      Then it says "number <next>, is at half of the planned course"
      And the answer is needed for progress

      Examples:
        | planned | held | next |
        | 6       | 2    | 3    |
        | 9       | 3    | 4    |
        | 12      | 5    | 6    |
        | 16      | 7    | 8    |

    Scenario Outline: After session <held> of 16
      Given a patient at intake
      And 16 sessions are planned
      And sessions 1 to <held> were held
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | held |
        | 6    |
        | 8    |

    Scenario: Nobody recorded how many are planned
      Given sessions 1 to 7 were held
      When the case is evaluated
      Then it says nothing of this
