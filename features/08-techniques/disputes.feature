Feature: Techniques for a role dispute
  Protocol D2 and C3. What helps depends on the stage of the dispute; nothing that brings it into the open is suggested
  before violence, fear and control were asked about alone.

  @rule:dispute-renegotiation-techniques
  Rule: In renegotiation calm down, clarify, and improve how the two talk

    Background:
      Given 16 sessions are planned
      And husband is the patient's spouse
      And about conflict husband it is known: "renegotiation, impasse or dissolution" as renegotiation
      And the violence enquiry records:
        | violence, threats or coercive control now | no  |
        | afraid of someone                         | no  |
        | asked alone and in private                | yes |
      And session 4 was held

    Scenario: The dispute with her husband is agreed
      Given the focus agreed is role dispute about husband
      And session 5 was held
      When the case is evaluated
      Then it says "Dispute with husband, renegotiation"
      And it suggests TEC-14, TEC-16, TEC-18, TEC-15 and TEC-17, in this order
      And this is about husband
      And the techniques suggested are TEC-14, TEC-16, TEC-18

    Scenario: The next session is the first of the middle phase
      Given the focus agreed is role dispute about husband
      When the case is evaluated
      Then it says "calm down, clarify, improve how you talk"
      And TEC-14 is suggested

    Scenario: The dispute with her mother is agreed
      Given mother is the patient's parent
      And there is a conflict with mother
      And the focus agreed is role dispute about mother
      And session 5 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was learned since that talk has stopped
      Given the focus agreed is role dispute about husband
      And session 5 was held
      And about conflict husband it is known: "renegotiation, impasse or dissolution" as impasse
      When the case is evaluated
      Then it says nothing of this

    Scenario: Fear was told since, and work on the dispute is held back
      Given the focus agreed is role dispute about husband
      And session 5 was held
      And the violence enquiry records "afraid of someone"
      And the violence enquiry records "from whom, by key" as husband
      When the case is evaluated
      Then it says "renegotiation"
      And TEC-14 is blocked
      And TEC-16 is not suggested

    Scenario: A dispute is agreed without saying with whom
      Given the focus agreed is role dispute
      And session 5 was held
      When the case is evaluated
      Then it says "Dispute with husband, renegotiation"

    Scenario: The dispute is the second of two agreed foci, and still talked over
      Given the focus agreed is grief
      And a second focus agreed is role dispute
      And session 5 was held
      When the case is evaluated
      Then it says "both know of the differences and try to change things"

    Scenario: The next session is the first of the ending, and the dispute is still open
      Given the focus agreed is role dispute about husband
      And session 12 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-impasse-techniques
  Rule: In impasse the disagreement is brought into the open

    Background:
      Given 16 sessions are planned
      And husband is the patient's spouse
      And about conflict husband it is known: "renegotiation, impasse or dissolution" as impasse
      And session 4 was held

    Scenario: Violence was asked about alone, and there is none
      Given the focus agreed is role dispute
      And session 5 was held
      And the violence enquiry records:
        | violence, threats or coercive control now | no  |
        | afraid of someone                         | no  |
        | asked alone and in private                | yes |
      When the case is evaluated
      Then it says "bring the disagreement into the open"
      And it suggests TEC-14, TEC-16, TEC-27, TEC-15 and TEC-17, in this order
      And the techniques suggested are TEC-14, TEC-16, TEC-27

    Scenario: Nobody asked about violence, and what opens the quarrel waits
      Given the focus agreed is role dispute
      And session 5 was held
      When the case is evaluated
      Then it says "impasse"
      And TEC-14 is blocked
      And TEC-27 is blocked

    Scenario: The dispute is over
      Given the focus agreed is role dispute
      And session 5 was held
      And about conflict husband it is known: "the relationship has ended and both accept it"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Grief is the focus
      Given the focus agreed is grief
      And session 5 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The dispute with her husband is agreed by name
      Given the focus agreed is role dispute about husband
      And session 5 was held
      When the case is evaluated
      Then it says "Opening it brings more friction before there is less"
      And this is about husband

    Scenario: The dispute is the second of two agreed foci, and talk has stopped
      Given the focus agreed is grief
      And a second focus agreed is role dispute
      And session 5 was held
      When the case is evaluated
      Then it says "Dispute with husband, impasse"

    Scenario: The dispute with her mother is agreed, which is talked over
      Given mother is the patient's parent
      And about conflict mother it is known: "renegotiation, impasse or dissolution" as renegotiation
      And the focus agreed is role dispute about mother
      And session 5 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-dissolution-techniques
  Rule: In dissolution the relationship is mourned, and life goes on

    Background:
      Given 16 sessions are planned
      And husband is the patient's spouse
      And about conflict husband it is known: "renegotiation, impasse or dissolution" as dissolution
      And the violence enquiry records:
        | violence, threats or coercive control now | no  |
        | afraid of someone                         | no  |
        | asked alone and in private                | yes |
      And session 4 was held

    Scenario: The dispute is agreed
      Given the focus agreed is role dispute about husband
      And session 5 was held
      When the case is evaluated
      Then it says "mourn the relationship and move on"
      And it suggests TEC-12, TEC-23 and TEC-17, in this order
      And the techniques suggested are TEC-12, TEC-23, TEC-17

    Scenario: The dispute is the second of two agreed foci
      Given the focus agreed is grief
      And a second focus agreed is role dispute
      And session 5 was held
      When the case is evaluated
      Then it says "The dispute with husband is in dissolution"

    Scenario: Session 4 went to a crisis, and the initial phase lasts one longer
      Given the focus agreed is role dispute about husband
      And the session records "a crisis took the session"
      When the case is evaluated
      Then it says nothing of this

    Scenario: A dispute is agreed without saying with whom, and the only one is in dissolution
      Given the focus agreed is role dispute
      And session 5 was held
      When the case is evaluated
      Then it says "Look at what is lost, good and bad, then at new ties"

    Scenario: They talk again since
      Given the focus agreed is role dispute about husband
      And session 5 was held
      And about conflict husband it is known: "renegotiation, impasse or dissolution" as renegotiation
      When the case is evaluated
      Then it says nothing of this

    Scenario: The marriage has ended, and both accept it
      Given the focus agreed is role dispute about husband
      And session 5 was held
      And about conflict husband it is known: "the relationship has ended and both accept it"
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-staging-techniques
  Rule: While the stage is not known it is found out first

    Background:
      Given 16 sessions are planned
      And husband is the patient's spouse
      And there is a conflict with husband
      And the violence enquiry records:
        | violence, threats or coercive control now | no  |
        | afraid of someone                         | no  |
        | asked alone and in private                | yes |
      And session 4 was held

    Scenario: The stage was not recorded
      Given the focus agreed is role dispute about husband
      And session 5 was held
      When the case is evaluated
      Then it says "the stage with husband is not recorded"
      And it suggests TEC-26, TEC-15, TEC-14, TEC-17 and TEC-16, in this order
      And the techniques suggested are TEC-26, TEC-15, TEC-14

    Scenario: The stage is known by now
      Given the focus agreed is role dispute about husband
      And session 5 was held
      And about conflict husband it is known: "renegotiation, impasse or dissolution" as renegotiation
      When the case is evaluated
      Then it says nothing of this

    Scenario: The dispute with her boss is agreed, whose stage is known
      Given boss is the patient's boss
      And about conflict boss it is known: "renegotiation, impasse or dissolution" as impasse
      And the focus agreed is role dispute about boss
      And session 5 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: A dispute is agreed without saying with whom, and its stage was not recorded
      Given the focus agreed is role dispute
      And session 5 was held
      When the case is evaluated
      Then it says "find out the stage and what both expect"

    Scenario: It is the second of two agreed foci, its stage not recorded
      Given the focus agreed is grief
      And a second focus agreed is role dispute
      And session 5 was held
      When the case is evaluated
      Then it says "then go through one exchange"

    Scenario: The next session is still one of the initial phase, as session 4 went to a crisis
      Given the focus agreed is role dispute about husband
      And the session records "a crisis took the session"
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-not-described-techniques
  Rule: When no dispute is described, it is found out with whom, at which stage, and what both expect

    Background:
      Given 16 sessions are planned
      And the violence enquiry records:
        | violence, threats or coercive control now | no  |
        | afraid of someone                         | no  |
        | asked alone and in private                | yes |
      And session 4 was held

    Scenario: A dispute is agreed, and the inventory tells of none
      Given the focus agreed is role dispute
      And session 5 was held
      When the case is evaluated
      Then it says "no dispute is recorded with the people of the inventory"
      And it suggests TEC-26 and TEC-15, in this order
      And the techniques suggested are TEC-26, TEC-15

    Scenario: Since then she told of fear, and the staging waits
      Given the focus agreed is role dispute
      And session 5 was held
      And the violence enquiry records "afraid of someone"
      When the case is evaluated
      Then it says "find out with whom and at which stage it is"
      And TEC-26 is blocked

    Scenario: The inventory tells of one
      Given husband is the patient's spouse
      And there is a conflict with husband
      And the focus agreed is role dispute
      And session 5 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: A transition is agreed
      Given the focus agreed is role transition
      And session 5 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: A dispute is the second of two agreed foci, and the inventory tells of none
      Given the focus agreed is grief
      And a second focus agreed is role dispute
      And session 5 was held
      When the case is evaluated
      Then it says "what both expect"

    Scenario: The only quarrel in the inventory is over
      Given husband is the patient's spouse
      And about conflict husband it is known: "the relationship has ended and both accept it"
      And the focus agreed is role dispute
      And session 5 was held
      When the case is evaluated
      Then it says "no dispute is recorded with the people of the inventory"

    Scenario: A crisis took session 4, and the next is still one of the initial phase
      Given the focus agreed is role dispute
      And the session records "a crisis took the session"
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-strategy
  Rule: Work on a dispute goes round: one quarrel, one request, rehearse, try, report back

    Background:
      Given 16 sessions are planned
      And the violence enquiry records:
        | violence, threats or coercive control now | no  |
        | afraid of someone                         | no  |
        | asked alone and in private                | yes |
      And session 4 was held

    Scenario: A dispute is agreed
      Given the focus agreed is role dispute
      And session 5 was held
      When the case is evaluated
      Then it says "Pick time and place, try it, and report back - only where it is safe"

    Scenario: The next session is the first of the ending
      Given the focus agreed is role dispute
      And session 12 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Since then she told that she is afraid of him
      Given husband is the patient's spouse
      And there is a conflict with husband
      And the focus agreed is role dispute about husband
      And session 5 was held
      And the violence enquiry records "afraid of someone"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Somebody may be in danger
      Given the focus agreed is role dispute
      And session 5 was held
      And C-SSRS question 5 is answered yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: A dispute is the second of two agreed foci, and the cycle is the same
      Given the focus agreed is grief
      And a second focus agreed is role dispute
      And session 5 was held
      When the case is evaluated
      Then it says "one quarrel, one request, rehearse, try, report back"

    Scenario: Grief alone is agreed, and no dispute
      Given the focus agreed is grief
      And session 5 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-options-held
  Rule: What safety holds back for a person holds the weighing of expectations and options too

    Background:
      Given 16 sessions are planned
      And husband is the patient's spouse
      And about conflict husband it is known: "renegotiation, impasse or dissolution" as impasse
      And session 4 was held

    Scenario: Nobody asked about violence
      Given the focus agreed is role dispute about husband
      And session 5 was held
      When the case is evaluated
      Then it says "Weighing expectations and options in this dispute waits as well"
      And it keeps back TEC-15 and TEC-17
      And this is about husband
      And TEC-15 is blocked
      And TEC-17 is blocked

    Scenario: She told that she is afraid of him
      Given the focus agreed is role dispute about husband
      And the violence enquiry records "afraid of someone"
      And the violence enquiry records "from whom, by key" as husband
      And session 5 was held
      When the case is evaluated
      Then it says "what each expects and which way to go is part of it"
      And the highest alert is of level 2
      And TEC-15 is blocked
      And TEC-17 is blocked

    Scenario: It was asked about alone, and nothing is held back
      Given the focus agreed is role dispute about husband
      And session 5 was held
      And the violence enquiry records:
        | violence, threats or coercive control now | no  |
        | afraid of someone                         | no  |
        | asked alone and in private                | yes |
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was asked about with him in the room
      Given the focus agreed is role dispute about husband
      And session 5 was held
      And the violence enquiry records:
        | violence, threats or coercive control now | no |
        | afraid of someone                         | no |
        | asked alone and in private                | no |
      When the case is evaluated
      Then it says "Safety holds back the work on the dispute with this person"

    Scenario: Grief is the focus, and the quarrel with him is not worked on
      Given the focus agreed is grief
      And session 5 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The dispute is the second of two agreed foci, and nobody asked about violence
      Given the focus agreed is grief
      And a second focus agreed is role dispute
      And session 5 was held
      When the case is evaluated
      Then it says "Weighing expectations and options in this dispute waits as well"
