Feature: Whether coming is in doubt, and what was tried before
  Protocol INI-46, MIS-07, SUI-16 and SUI-18. Where something stands in the way of coming, one talk about that comes
  first. After another treatment that brought too little, IPT is a reasonable thing to ask for.

  @rule:engagement-session
  Rule: Where coming is in doubt one meeting about what stands in the way comes first

    Background:
      Given a patient at intake

    Scenario: Something stands in the way
      Given the preferences records "reluctance, shame, time or travel stand in the way"
      When the case is evaluated
      Then it says "one meeting about what stands in the way"
      And it suggests TEC-35, in this order
      And TEC-35 is suggested

    Scenario: Nothing stands in the way
      Given the preferences records "reluctance, shame, time or travel stand in the way" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Something stood in the way, and the first session was held
      Given the preferences records "reluctance, shame, time or travel stand in the way"
      And session 1 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Two of the first sessions were missed without a word
      Given session 1 was missed without notice
      And session 2 was missed without notice
      When the case is evaluated
      Then it says "2 sessions missed, with no word beforehand on record"

    Scenario: One was missed without a word, one with notice
      Given session 1 was missed without notice
      And session 2 was missed with notice
      When the case is evaluated
      Then it says nothing of this

    Scenario: Two were missed without a word, and the middle phase has begun
      Given session 1 was missed without notice
      And session 2 was missed without notice
      And session 5 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: An urgent alert comes first
      Given the preferences records "reluctance, shame, time or travel stand in the way"
      And C-SSRS question 4 is answered yes
      When the case is evaluated
      Then technique advice is held back

  @rule:earlier-therapy-did-not-help
  Rule: After another talking treatment that brought too little, IPT is another way

    Background:
      Given a patient at intake
      And the patient records "age in years" as 40

    Scenario Outline: Earlier <kind>, and what came of it is <result>
      Given an earlier treatment is recorded:
        | kind   | <kind>   |
        | result | <result> |
      When the case is evaluated
      Then it says "<words>"

      Examples:
        | kind                | result  | words                                    |
        | cbt                 | none    | Earlier treatment: CBT, with no response |
        | other-psychotherapy | partial | IPT is another way                       |

    Scenario Outline: Earlier <kind> with result <result> says nothing for IPT
      Given an earlier treatment is recorded:
        | kind   | <kind>   |
        | result | <result> |
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | kind       | result    |
        | cbt        | remission |
        | cbt        | not-known |
        | ipt        | none      |
        | medication | none      |

    Scenario: CBT brought too little, and a bipolar illness is recorded
      Given an earlier treatment is recorded:
        | kind   | cbt  |
        | result | none |
      And the diagnosis records "the main diagnosis" as bipolar-disorder
      When the case is evaluated
      Then it says nothing of this
