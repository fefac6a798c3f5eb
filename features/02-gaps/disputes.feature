Feature: What of a conflict is not known
  Protocol C3 and J2 (R-M09, R-M13, R-F10 to R-F15). A conflict is recorded, and what would say more of it is not: each
  gap is one question, asked while a focus is looked for or worked on, never an assumption.

  @rule:dispute-expectations-unknown
  Rule: What the two expect of one another is asked

    Scenario: They quarrel, and only what the patient expects is recorded
      Given a patient at intake
      And mother is the patient's parent
      And there is a conflict with mother
      And about person mother it is known: "what the patient expects of them" as to be asked before she visits
      When the case is evaluated
      Then it says "What the patient and mother expect of one another is not recorded"
      And the answer is needed for focus
      And this is about mother

    Scenario: Both sides are recorded
      Given a patient at intake
      And mother is the patient's parent
      And there is a conflict with mother
      And about person mother it is known:
        | what the patient expects of them | to be asked before she visits |
        | what they expect of the patient  | to have a key to the flat     |
      When the case is evaluated
      Then it says nothing of this

    Scenario: Asked already: they expect the same and quarrel over something else
      Given a patient at intake
      And mother is the patient's parent
      And there is a conflict with mother
      And about conflict mother it is known: "the two expect different things of the relationship, recorded as such" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Whether there is a conflict at all comes first
      Given a patient at intake
      And mother is the patient's parent
      And about conflict mother it is known: "is there a conflict with this person now" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: They quarrelled, and she has died
      Given a patient at intake
      And mother is the patient's parent
      And there is a conflict with mother
      And mother died, it is not known when
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-stage-unknown
  Rule: The stage of a dispute is asked

    Scenario: They quarrel, and how far it has come is not recorded
      Given a patient at intake
      And husband is the patient's spouse
      And there is a conflict with husband
      When the case is evaluated
      Then it says "The stage of the dispute with husband is not recorded"
      And the answer is needed for techniques
      And it says "what has been tried"

    Scenario: The stage is recorded
      Given a patient at intake
      And husband is the patient's spouse
      And there is a conflict with husband
      And about conflict husband it is known: "renegotiation, impasse or dissolution" as impasse
      When the case is evaluated
      Then it says nothing of this

    Scenario: She is afraid of him: how to work on it is not the question now
      Given a patient at intake
      And husband is the patient's spouse
      And there is a conflict with husband
      And the violence enquiry records:
        | afraid of someone | yes     |
        | from whom, by key | husband |
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: The focus agreed is <focus>
      Given mother is the patient's parent
      And there is a conflict with husband
      And session 4
      And the focus agreed is <focus>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | focus                     |
        | grief                     |
        | role transition           |
        | role dispute about mother |

    Scenario Outline: The dispute is the focus: <how>
      Given there is a conflict with husband
      And session 4
      And the focus agreed is <focus>
      When the case is evaluated
      Then it says "With husband: are you both still trying to change things"

      Examples:
        | how               | focus                      |
        | with the husband  | role dispute about husband |
        | with nobody named | role dispute               |

    Scenario: The dispute is a second focus
      Given there is a conflict with husband
      And session 4
      And the focus agreed is grief
      And a second focus agreed is role dispute
      When the case is evaluated
      Then it says "The stage of the dispute with husband is not recorded"

    Scenario: In the ending it is asked no more
      Given a patient at intake
      And husband is the patient's spouse
      And there is a conflict with husband
      And session 14
      And the phase is recorded as ending
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-timing-unknown
  Rule: When a conflict began or became worse is asked

    Scenario: They quarrel, and since when is not recorded
      Given a patient at intake
      And brother is the patient's sibling
      And there is a conflict with brother
      When the case is evaluated
      Then it says "When the conflict with brother began or became worse is not recorded"
      And the answer is needed for focus

    Scenario: Only the year is known, and the low mood began in it
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And brother is the patient's sibling
      And about conflict brother it is known: "when it began or became worse" as 2025
      When the case is evaluated
      Then it says "counts without its time"

    Scenario: Only the year is known, and it is long before the low mood
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And brother is the patient's sibling
      And about conflict brother it is known: "when it began or became worse" as 2019
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is told to have become worse around the onset, which is good enough
      Given a patient at intake
      And brother is the patient's sibling
      And about conflict brother it is known: "it began or became worse around the onset"
      When the case is evaluated
      Then it says nothing of this

    Scenario: It began with the move, which has the time
      Given a patient at intake
      And brother is the patient's sibling
      And a move called move-2025, it is not known when
      And about conflict brother it is known: "the event it began with, by key" as move-2025
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-hidden-unclear
  Rule: Signs of giving way are asked about, whether they hide a disagreement or not

    Scenario: She is silent when he decides, and whether she disagrees was not asked
      Given a patient at intake
      And husband is the patient's spouse
      And about conflict husband it is known: "signs of a hidden dispute" as [silence]
      When the case is evaluated
      Then it says "Is there a hidden disagreement with husband?"
      And the answer is needed for focus
      And it says "whether it would be safe to disagree"

    Scenario: It was asked, and could not be said
      Given a patient at intake
      And husband is the patient's spouse
      And about conflict husband it is known:
        | signs of a hidden dispute                               | [silence] |
        | the disagreement is not spoken of: silence, giving way  | not known |
      When the case is evaluated
      Then it says "Is there a hidden disagreement"

    Scenario Outline: It was asked, and the answer is <answer>
      Given a patient at intake
      And husband is the patient's spouse
      And about conflict husband it is known:
        | signs of a hidden dispute                               | [silence] |
        | the disagreement is not spoken of: silence, giving way  | <answer>  |
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer |
        | yes    |
        | no     |

    Scenario: She was silent with her father, who has died
      Given a patient at intake
      And father is the patient's parent
      And about conflict father it is known: "signs of a hidden dispute" as [silence]
      And father died, it is not known when
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-person-unknown
  Rule: An event came with a conflict, and with whom is asked

    Scenario: The job was lost after a conflict, and with whom is not told
      Given a patient at intake
      And a job-loss called dismissal, it is not known when
      And about event dismissal it is known: "it came with, or out of, a conflict"
      When the case is evaluated
      Then it says "With whom was the conflict that came with the loss of the job?"
      And the answer is needed for focus

    Scenario: A conflict with the boss is recorded
      Given a patient at intake
      And boss is the patient's boss
      And there is a conflict with boss
      And a job-loss called dismissal, it is not known when
      And about event dismissal it is known: "it came with, or out of, a conflict"
      When the case is evaluated
      Then it says nothing of this

    Scenario: The care came with a conflict, and a conflict at work does not answer it
      Given a patient at intake
      And boss is the patient's boss
      And there is a conflict with boss
      And a caring-for-relative called care, it is not known when
      And about event care it is known: "it came with, or out of, a conflict"
      When the case is evaluated
      Then it says "With whom was the conflict that came with the care of a relative?"

    Scenario: The care came with a conflict, and the quarrel with the brother is about it
      Given a patient at intake
      And brother is the patient's sibling
      And a caring-for-relative called care, it is not known when
      And about event care it is known: "it came with, or out of, a conflict"
      And about conflict brother it is known: "the event it is about, by key" as care
      When the case is evaluated
      Then it says nothing of this

    Scenario: Whether the job was lost over a conflict was asked, and is not known
      Given a patient at intake
      And a job-loss called dismissal, it is not known when
      And about event dismissal it is known: "it came with, or out of, a conflict" as not known
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-separation-unknown
  Rule: How far a separation has come is asked

    Scenario: A divorce is recorded, and whether both accept it is not
      Given a patient at intake
      And anna is the patient's ex-partner
      And a divorce called divorce-2025, it is not known when
      And about event divorce-2025 it is known: "the person it is about, by key" as anna
      When the case is evaluated
      Then it says "How far the divorce from anna (ex-partner) has come is not recorded"
      And the answer is needed for focus
      And it says "Ask about violence and fear first"

    Scenario: Asked whether they still fight over it, the patient could not say
      Given a patient at intake
      And anna is the patient's ex-partner
      And a divorce called divorce-2025, it is not known when
      And about event divorce-2025 it is known: "the person it is about, by key" as anna
      And about conflict anna it is known: "still fighting over terms, or hoping to restore it" as not known
      When the case is evaluated
      Then it says "How far the divorce from anna (ex-partner) has come"

    Scenario Outline: It is known: <what>
      Given a patient at intake
      And anna is the patient's ex-partner
      And a divorce called divorce-2025, it is not known when
      And about event divorce-2025 it is known: "the person it is about, by key" as anna
      And about conflict anna it is known: "<what>"
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | what                                               |
        | still fighting over terms, or hoping to restore it |
        | a separation has been decided and is under way     |
        | the relationship has ended and both accept it      |

    Scenario: The divorce was settled years before the low mood
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And anna is the patient's ex-partner
      And a divorce called divorce-2019 on 2019
      And about event divorce-2019 it is known: "the person it is about, by key" as anna
      When the case is evaluated
      Then it says nothing of this

    Scenario: They parted, and he has died since
      Given a patient at intake
      And paul is the patient's ex-partner
      And a divorce called divorce-2025, it is not known when
      And about event divorce-2025 it is known: "the person it is about, by key" as paul
      And paul died, it is not known when
      When the case is evaluated
      Then it says nothing of this
