Feature: How people and events are called
  A case knows people and events by short keys. What is read calls them by name: a person by the key in words, with the
  role only where the key does not say it; an event by what it is and whom it is about.

  @rule:dispute-quarrel
  Rule: A person is called by the key, with the role where the key does not say it

    Scenario Outline: <key> is the patient's <role>
      Given a patient at intake
      And <key> is the patient's <role>
      And there is a conflict with <key>
      When the case is evaluated
      Then it says "There is a conflict with <name>"

      Examples:
        | key           | role             | name                    |
        | husband       | spouse           | husband                 |
        | mother        | parent           | mother                  |
        | sons          | child            | sons                    |
        | aunt          | other-family     | aunt                    |
        | head-nurse    | boss             | head nurse              |
        | ex-wife       | ex-partner       | ex-wife                 |
        | mother-in-law | in-law           | mother-in-law           |
        | co-wife       | other            | co-wife                 |
        | wife          | ex-partner       | wife (ex-partner)       |
        | mother        | step-parent      | mother (step-parent)    |
        | p2            | friend           | p2 (friend)             |
        | p3            | other-family     | p3 (family)             |
        | jack          | business-partner | jack (business partner) |
        | choir         | group            | choir (group)           |

    Scenario: Who it is to the patient is not recorded
      Given a patient at intake
      And there is a conflict with head-nurse
      When the case is evaluated
      Then it says "There is a conflict with head nurse"
      And this is a moderate argument for role dispute
      And it counts once among the arguments of conflict-itself
      And this is about head-nurse

  @rule:transition-timing-strong
  Rule: A change is called by what it is

    Scenario Outline: A <kind> called <key>
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And a <kind> called <key>, 8 weeks before the low mood began
      When the case is evaluated
      Then it says "<name> came 8 weeks before the low mood began"

      Examples:
        | kind                  | key        | name                                        |
        | promotion             | e1         | The promotion                               |
        | move                  | move-2025  | The move                                    |
        | job-loss              | firm-sold  | The loss of the job                         |
        | children-leaving-home | nest       | A child leaving home                        |
        | own-illness           | cancer     | The illness (cancer)                        |
        | own-illness           | illness    | The illness                                 |
        | job-change            | new-post   | The change of job (new post)                |
        | starting-school       | university | The start of school or studies (university) |

    Scenario: Two moves are told apart by their keys
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And a move called to-the-coast, 8 weeks before the low mood began
      And a move called back-home, 3 weeks before the low mood began
      When the case is evaluated
      Then it says "The move (to the coast) came 8 weeks before the low mood began"
      And this is a strong argument for role transition
      And it counts once among the arguments of timing
      And this is about back-home
      And it says "The move (back home) came 3 weeks before the low mood began"

    Scenario: With a person it says from whom
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And wife is the patient's ex-partner
      And a divorce called divorce, 8 weeks before the low mood began
      And about event divorce it is known: "the person it is about, by key" as wife
      When the case is evaluated
      Then it says "The divorce from wife (ex-partner) came 8 weeks before the low mood began"

  @rule:grief-timing-strong
  Rule: A death is called by who died

    Scenario: The mother died
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And mother is the patient's parent
      And mother died 8 weeks before the low mood began
      When the case is evaluated
      Then it says "Close in time: the death of mother, 8 weeks before the low mood began"
      And this is a strong argument for grief
      And it counts once among the arguments of timing
      And this is about death-of-mother

    Scenario: The partner shares the loss of the pregnancy, and is not who died
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And partner is the patient's partner
      And a pregnancy-loss called loss, 8 weeks before the low mood began
      And about event loss it is known: "the person it is about, by key" as partner
      And about event loss it is known: "the bond, or the event, was important to the patient"
      When the case is evaluated
      Then it says "Close in time: the loss of the pregnancy, 8 weeks before"
