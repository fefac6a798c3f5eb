Feature: A dispute, or something else
  Protocol C6 (DFX-02 to DFX-13) and TRA-08. One event can look like a dispute and like a change of role: separation,
  work, a new child, retirement, illness, migration, growing up. Each has a line between the two.

  @rule:dispute-separation-contested
  Rule: A separation that is still fought over, or hoped to be undone, is a dispute

    Scenario: He moved out, and she hopes that he will come back
      Given a patient at intake
      And husband is the patient's spouse
      And a separation called parting, it is not known when
      And about conflict husband it is known: "still fighting over terms, or hoping to restore it"
      When the case is evaluated
      Then it says "The separation from husband is still fought over"
      And this is a strong argument for role dispute
      And it counts once among the arguments of conflict-itself
      And this is about husband

    Scenario Outline: He moved out; whether they still fight over it or hope: <answer>
      Given a patient at intake
      And husband is the patient's spouse
      And there is a conflict with husband
      And about conflict husband it is known: "still fighting over terms, or hoping to restore it" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | no        |
        | not known |

    Scenario: She hoped at intake, and in the fifth session both accept the end
      Given a patient at intake
      And husband is the patient's spouse
      And about conflict husband it is known: "still fighting over terms, or hoping to restore it"
      And session 5
      And about conflict husband it is known: "the relationship has ended and both accept it"
      When the case is evaluated
      Then it says nothing of this

    Scenario: She fights over the flat since he moved out
      Given a patient at intake
      And husband is the patient's spouse
      And a separation called parting, it is not known when
      And about conflict husband it is known:
        | still fighting over terms, or hoping to restore it | yes     |
        | the event it is about, by key                      | parting |
      When the case is evaluated
      Then it says "The separation from husband is still fought over"
      And it is tied to parting

  @rule:dispute-separation-under-way
  Rule: A separation that is decided and under way is a dispute in dissolution

    Scenario: The divorce is decided, and they still live in one flat
      Given a patient at intake
      And husband is the patient's spouse
      And about conflict husband it is known: "a separation has been decided and is under way"
      When the case is evaluated
      Then it says "this is the dissolution of a dispute"
      And this is a strong argument for role dispute
      And it counts once among the arguments of conflict-itself
      And this is about husband
      And it says "Look at role transition as the focus once they have parted"

    Scenario: They speak of divorce, and whether it is decided is not known
      Given a patient at intake
      And husband is the patient's spouse
      And there is a conflict with husband
      And about conflict husband it is known: "a separation has been decided and is under way" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: They have parted since, and both accept it
      Given a patient at intake
      And husband is the patient's spouse
      And about conflict husband it is known:
        | a separation has been decided and is under way | yes |
        | the relationship has ended and both accept it  | yes |
      When the case is evaluated
      Then it says nothing of this

    Scenario: The divorce is decided, and the conflict is about it
      Given a patient at intake
      And husband is the patient's spouse
      And a divorce called the-divorce, it is not known when
      And about conflict husband it is known:
        | a separation has been decided and is under way | yes         |
        | the event it is about, by key                  | the-divorce |
      When the case is evaluated
      Then it says "is decided and under way"
      And it is tied to the-divorce

  @rule:dispute-at-work
  Rule: A conflict with somebody at work, while in the job, is a dispute

    Scenario Outline: A conflict with a <role>, and the job goes on
      Given a patient at intake
      And p2 is the patient's <role>
      And there is a conflict with p2
      When the case is evaluated
      Then it says "A conflict at work with <name>, and no loss of the job"

      Examples:
        | role             | name                  |
        | boss             | p2 (boss)             |
        | colleague        | p2 (colleague)        |
        | business-partner | p2 (business partner) |

    Scenario: The patient came to this job before the conflict
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And boss is the patient's boss
      And a job-change called new-job, 30 weeks before the low mood began
      And the conflict with boss began or worsened 8 weeks before the low mood began
      When the case is evaluated
      Then it says "no loss or change of the job after it is recorded"
      And this is a moderate argument for role dispute
      And it counts once among the arguments of conflict-itself
      And this is about boss

    Scenario: The job was lost after the conflict
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And boss is the patient's boss
      And the conflict with boss began or worsened 8 weeks before the low mood began
      And a job-loss called dismissal, 2 weeks before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: A job was lost, and whether before or after the conflict is not known
      Given a patient at intake
      And boss is the patient's boss
      And there is a conflict with boss
      And a job-loss called dismissal, it is not known when
      When the case is evaluated
      Then it says nothing of this

    Scenario: A conflict with a neighbour is not one at work
      Given a patient at intake
      And neighbour is the patient's neighbour
      And there is a conflict with neighbour
      When the case is evaluated
      Then it says nothing of this

    Scenario: They quarrelled at work, and the boss has since died
      Given a patient at intake
      And boss is the patient's boss
      And there is a conflict with boss
      And about person boss it is known: "is this person alive" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: The boss asks more than was agreed, and nobody said that they quarrel
      Given a patient at intake
      And boss is the patient's boss
      And about person boss it is known: "the expectations on both sides are met" as no
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-job-since-lost
  Rule: Where the job was lost or changed after the conflict, the newer event comes first

    Scenario Outline: A <event> six weeks after the conflict began
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And boss is the patient's boss
      And the conflict with boss began or worsened 8 weeks before the low mood began
      And a <event> called what-followed, 2 weeks before the low mood began
      When the case is evaluated
      Then it says "look at the change first"

      Examples:
        | event        |
        | job-loss     |
        | unemployment |
        | demotion     |
        | job-change   |
        | retirement   |

    Scenario: No dates, and the demotion came out of a conflict
      Given a patient at intake
      And boss is the patient's boss
      And there is a conflict with boss
      And a demotion called demotion-2025, it is not known when
      And about event demotion-2025 it is known: "it came with, or out of, a conflict"
      When the case is evaluated
      Then it says "After the conflict with boss came the demotion"
      And this is a moderate argument against role dispute
      And this is about boss
      And it is tied to demotion-2025

    Scenario: A promotion after the conflict is no loss of the job
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And boss is the patient's boss
      And the conflict with boss began or worsened 8 weeks before the low mood began
      And a promotion called promotion-2025, 2 weeks before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: Conflict and dismissal in the same month, and which came first is not known
      Given a patient at intake
      And boss is the patient's boss
      And about conflict boss it is known: "when it began or became worse" as 2025-09
      And a job-loss called dismissal on 2025-09
      When the case is evaluated
      Then it says nothing of this

    Scenario: The quarrels with the wife came before the dismissal, and are not at work
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And wife is the patient's spouse
      And the conflict with wife began or worsened 8 weeks before the low mood began
      And a job-loss called dismissal, 2 weeks before the low mood began
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-and-parenthood
  Rule: A conflict older than the pregnancy, or one that dominates, weighs more than becoming a parent

    Scenario: The quarrels with the partner are older than the pregnancy, by a day
      Given a patient at intake
      And partner is the patient's partner
      And a birth called first-child on 2025-11-01
      And about conflict partner it is known: "when it began or became worse" as 2025-01-24
      When the case is evaluated
      Then it says "weighs more than becoming a parent"
      And this is a moderate argument for role dispute
      And it counts once among the arguments of dispute-over-change
      And this is about partner
      And it is tied to first-child

    Scenario Outline: The quarrels with the partner began <when> from which the pregnancy is counted
      Given a patient at intake
      And partner is the patient's partner
      And a birth called first-child on 2025-11-01
      And about conflict partner it is known: "when it began or became worse" as <day>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | when                | day        |
        | on the day          | 2025-01-25 |
        | a day after the one | 2025-01-26 |

    Scenario: Only the month is known, and the pregnancy may have begun in it
      Given a patient at intake
      And partner is the patient's partner
      And a birth called first-child on 2025-11-01
      And about conflict partner it is known: "when it began or became worse" as 2025-01
      When the case is evaluated
      Then it says nothing of this

    Scenario: Her own mother, and every session is about her
      Given a patient at intake
      And mother is the patient's parent
      And a birth called first-child, it is not known when
      And about conflict mother it is known: "it dominates the sessions"
      When the case is evaluated
      Then it says "weighs more than becoming a parent"

    Scenario: The quarrels with the partner dominate, and no child is expected or born
      Given a patient at intake
      And partner is the patient's partner
      And about conflict partner it is known: "it dominates the sessions"
      When the case is evaluated
      Then it says nothing of this

    Scenario: The quarrels with the sister dominate the sessions after the birth
      Given a patient at intake
      And sister is the patient's sibling
      And a birth called first-child, it is not known when
      And about conflict sister it is known: "it dominates the sessions"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Rows about shares of work since the birth
      Given a patient at intake
      And partner is the patient's partner
      And a birth called first-child on 2025-11-01
      And about conflict partner it is known: "the event it began with, by key" as first-child
      When the case is evaluated
      Then it says nothing of this

    Scenario: The quarrels with the sister are older than the pregnancy
      Given a patient at intake
      And sister is the patient's sibling
      And a birth called first-child on 2025-11-01
      And about conflict sister it is known: "when it began or became worse" as 2024-06
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: The quarrels with the <role> are older than the pregnancy
      Given a patient at intake
      And p2 is the patient's <role>
      And a birth called first-child on 2025-11-01
      And about conflict p2 it is known: "when it began or became worse" as 2024-06
      When the case is evaluated
      Then it says "weighs more than becoming a parent"

      Examples:
        | role        |
        | spouse      |
        | ex-partner  |
        | parent      |
        | step-parent |

    Scenario: The quarrels with the elder son are older than the pregnancy
      Given a patient at intake
      And son is the patient's child
      And a birth called second-child on 2025-11-01
      And about conflict son it is known: "when it began or became worse" as 2024-06
      When the case is evaluated
      Then it says nothing of this

    Scenario: They quarrelled before the pregnancy, and both accept by now that it has ended
      Given a patient at intake
      And anna is the patient's ex-partner
      And a birth called first-child on 2025-11-01
      And about conflict anna it is known:
        | when it began or became worse                 | 2024-06 |
        | the relationship has ended and both accept it | yes     |
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: A child was born, and what dominates the sessions is the conflict with the <role>
      Given a patient at intake
      And p2 is the patient's <role>
      And a birth called first-child, it is not known when
      And about conflict p2 it is known: "it dominates the sessions"
      When the case is evaluated
      Then it says "weighs more than becoming a parent"
      And it is tied to first-child

      Examples:
        | role        |
        | partner     |
        | spouse      |
        | ex-partner  |
        | step-parent |

    Scenario: A child was born, and what dominates the sessions is the conflict with the elder son
      Given a patient at intake
      And son is the patient's child
      And a birth called second-child, it is not known when
      And about conflict son it is known: "it dominates the sessions"
      When the case is evaluated
      Then it says nothing of this

    Scenario: A child was born, and the mother with whom all the sessions dealt has died
      Given a patient at intake
      And mother is the patient's parent
      And a birth called first-child, it is not known when
      And about conflict mother it is known: "it dominates the sessions"
      And mother died, it is not known when
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-before-parenthood
  Rule: Becoming a parent is then the second focus to consider

    Scenario: The quarrels with the partner go back years, and the child came a month before the low mood
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And partner is the patient's partner
      And a birth called first-child, 1 month before the low mood began
      And about conflict partner it is known: "where its beginning or worsening lies beside onset, without a date" as years-before
      When the case is evaluated
      Then it says "Becoming a parent comes second"
      And this is a moderate argument against role transition
      And it counts once among the arguments of dispute-comes-first
      And it is tied to partner
      And this is about first-child

    Scenario: The quarrels with the partner dominate the sessions in the pregnancy
      Given a patient at intake
      And partner is the patient's partner
      And a pregnancy called second-child, it is not known when
      And about conflict partner it is known: "it dominates the sessions"
      When the case is evaluated
      Then it says "Becoming a parent comes second"

    Scenario: There are quarrels with the partner, and whether they dominate is not known
      Given a patient at intake
      And partner is the patient's partner
      And a pregnancy called second-child, it is not known when
      And there is a conflict with partner
      When the case is evaluated
      Then it says nothing of this

    Scenario: The quarrels go back years, and so does the birth
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And partner is the patient's partner
      And a birth called first-child, 6 years before the low mood began
      And about conflict partner it is known: "where its beginning or worsening lies beside onset, without a date" as years-before
      When the case is evaluated
      Then it says nothing of this

    Scenario: The quarrels with the sister dominate the sessions in the pregnancy
      Given a patient at intake
      And sister is the patient's sibling
      And a pregnancy called second-child, it is not known when
      And about conflict sister it is known: "it dominates the sessions"
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: Older than the pregnancy is the conflict with the <role>
      Given a patient at intake
      And p2 is the patient's <role>
      And a birth called first-child on 2025-11-01
      And about conflict p2 it is known: "when it began or became worse" as 2024-06
      When the case is evaluated
      Then it says "Becoming a parent comes second"

      Examples:
        | role        |
        | spouse      |
        | ex-partner  |
        | parent      |
        | step-parent |

    Scenario Outline: Older than the pregnancy is the conflict with the <role>, who is neither partner nor own parent
      Given a patient at intake
      And p2 is the patient's <role>
      And a birth called the-baby on 2025-11-01
      And about conflict p2 it is known: "when it began or became worse" as 2024-06
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | role    |
        | sibling |
        | child   |

    Scenario: The quarrels were older than the pregnancy, and both accept that they have parted
      Given a patient at intake
      And anna is the patient's ex-partner
      And a birth called first-child on 2025-11-01
      And about conflict anna it is known:
        | when it began or became worse                 | 2024-06 |
        | the relationship has ended and both accept it | yes     |
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: In the pregnancy the sessions are full of the conflict with the <role>
      Given a patient at intake
      And p2 is the patient's <role>
      And a pregnancy called expecting, it is not known when
      And about conflict p2 it is known: "it dominates the sessions"
      When the case is evaluated
      Then it says "Becoming a parent comes second"
      And this is about expecting

      Examples:
        | role        |
        | spouse      |
        | ex-partner  |
        | parent      |
        | step-parent |

    Scenario: In the pregnancy the sessions are full of the conflict with the elder son
      Given a patient at intake
      And son is the patient's child
      And a pregnancy called expecting, it is not known when
      And about conflict son it is known: "it dominates the sessions"
      When the case is evaluated
      Then it says nothing of this

    Scenario: The mother with whom all the sessions dealt has died in the pregnancy
      Given a patient at intake
      And mother is the patient's parent
      And a pregnancy called expecting, it is not known when
      And about conflict mother it is known: "it dominates the sessions"
      And mother died, it is not known when
      When the case is evaluated
      Then it says nothing of this

    Scenario: The quarrels with the partner dominate the sessions, and there is no child
      Given a patient at intake
      And partner is the patient's partner
      And about conflict partner it is known: "it dominates the sessions"
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-after-retirement
  Rule: Quarrels at home that came with retirement are a possible second focus

    Scenario Outline: Since he retired he quarrels with his <role>
      Given a patient at intake
      And p2 is the patient's <role>
      And a retirement called retirement-2025, it is not known when
      And about conflict p2 it is known: "the event it began with, by key" as retirement-2025
      When the case is evaluated
      Then it says "a possible second focus"
      And this is a moderate argument for role dispute
      And it counts once among the arguments of conflict-itself
      And this is about p2
      And it is tied to retirement-2025

      Examples:
        | role   |
        | spouse |
        | child  |

    Scenario: He retired and quarrels with his wife, and nobody said that the two belong together
      Given a patient at intake
      And wife is the patient's spouse
      And a retirement called retirement-2025, it is not known when
      And there is a conflict with wife
      When the case is evaluated
      Then it says nothing of this

    Scenario: Since he retired he quarrels with an old colleague
      Given a patient at intake
      And p2 is the patient's colleague
      And a retirement called retirement-2025, it is not known when
      And about conflict p2 it is known: "the event it is about, by key" as retirement-2025
      When the case is evaluated
      Then it says nothing of this

    Scenario: Since he lost his job he quarrels with his wife
      Given a patient at intake
      And wife is the patient's spouse
      And a job-loss called dismissal, it is not known when
      And about conflict wife it is known: "the event it began with, by key" as dismissal
      When the case is evaluated
      Then it says nothing of this

    Scenario: Since he retired he quarrels with an old friend
      Given a patient at intake
      And p2 is the patient's friend
      And a retirement called retirement-2025, it is not known when
      And about conflict p2 it is known: "the event it began with, by key" as retirement-2025
      When the case is evaluated
      Then it says nothing of this

    Scenario: The quarrels with his wife came with retirement, and she has died since
      Given a patient at intake
      And wife is the patient's spouse
      And a retirement called retirement-2025, it is not known when
      And about conflict wife it is known: "the event it began with, by key" as retirement-2025
      And wife died, it is not known when
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-over-care
  Rule: A conflict with somebody over illness or care is a dispute

    Scenario Outline: She quarrels with her brother, and it is about a <event>
      Given a patient at intake
      And brother is the patient's sibling
      And a <event> called illness-2025, it is not known when
      And about conflict brother it is known: "the event it is about, by key" as illness-2025
      When the case is evaluated
      Then it says "A conflict with brother over illness or care"
      And this is a moderate argument for role dispute
      And it counts once among the arguments of conflict-itself
      And this is about brother
      And it is tied to illness-2025

      Examples:
        | event                |
        | own-illness          |
        | own-disability       |
        | illness-of-relative  |
        | caring-for-relative  |
        | dementia-of-relative |

    Scenario: She cares for her father and quarrels with her brother, about what is not known
      Given a patient at intake
      And brother is the patient's sibling
      And a caring-for-relative called care, it is not known when
      And there is a conflict with brother
      When the case is evaluated
      Then it says nothing of this

    Scenario: They quarrelled over the care, and asked now there is no conflict left
      Given a patient at intake
      And brother is the patient's sibling
      And a caring-for-relative called care, it is not known when
      And about conflict brother it is known: "the event it is about, by key" as care
      And session 3
      And about conflict brother it is known: "is there a conflict with this person now" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: They quarrelled over the care, and the brother has died since
      Given a patient at intake
      And brother is the patient's sibling
      And a caring-for-relative called care, it is not known when
      And about conflict brother it is known: "the event it is about, by key" as care
      And brother died, it is not known when
      When the case is evaluated
      Then it says nothing of this

    Scenario: The quarrel with the brother is about the death of their father
      Given a patient at intake
      And brother is the patient's sibling
      And father is the patient's parent
      And father died, it is not known when
      And about conflict brother it is known: "the event it is about, by key" as death-of-father
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-between-generations
  Rule: After migration, a conflict between parents and children about customs is a dispute

    Scenario Outline: Since the family came here there is a conflict with the <role>
      Given a patient at intake
      And p2 is the patient's <role>
      And a <event> called arrival, it is not known when
      And about conflict p2 it is known: "the event it is about, by key" as arrival
      When the case is evaluated
      Then it says "A conflict between generations with p2 (<role>)"
      And this is a moderate argument for role dispute
      And it counts once among the arguments of conflict-itself
      And this is about p2
      And it is tied to arrival

      Examples:
        | role       | event     |
        | child      | migration |
        | parent     | refuge    |
        | in-law     | migration |
        | grandchild | move      |

    Scenario: The conflict about the new country is with the husband
      Given a patient at intake
      And husband is the patient's spouse
      And a migration called arrival, it is not known when
      And about conflict husband it is known: "the event it is about, by key" as arrival
      When the case is evaluated
      Then it says nothing of this

    Scenario: The family migrated, and what the conflict with the daughter is about was not told
      Given a patient at intake
      And daughter is the patient's child
      And a migration called arrival, it is not known when
      And there is a conflict with daughter
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: Since the migration the conflict about customs is with the <role>
      Given a patient at intake
      And p2 is the patient's <role>
      And a migration called arrival, it is not known when
      And about conflict p2 it is known: "the event it is about, by key" as arrival
      When the case is evaluated
      Then it says "A conflict between generations"

      Examples:
        | role         |
        | step-parent  |
        | grandparent  |
        | other-family |

    Scenario: The conflict about the new country is with the partner
      Given a patient at intake
      And partner is the patient's partner
      And a migration called arrival, it is not known when
      And about conflict partner it is known: "the event it is about, by key" as arrival
      When the case is evaluated
      Then it says nothing of this

    Scenario: The conflict with the daughter is about the grandmother's death and no customs
      Given a patient at intake
      And daughter is the patient's child
      And grandmother is the patient's parent
      And grandmother died, it is not known when
      And about conflict daughter it is known: "the event it is about, by key" as death-of-grandmother
      When the case is evaluated
      Then it says nothing of this

    Scenario: The father with whom the conflict was about the new country has died
      Given a patient at intake
      And father is the patient's parent
      And a migration called arrival, it is not known when
      And about conflict father it is known: "the event it is about, by key" as arrival
      And father died, it is not known when
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-betrayal
  Rule: An affair or betrayal in a relationship that goes on is a dispute

    Scenario: He had an affair, and they stay together
      Given a patient at intake
      And husband is the patient's spouse
      And about conflict husband it is known: "an affair or betrayal in a relationship that goes on"
      When the case is evaluated
      Then it says "and the relationship goes on"
      And this is a strong argument for role dispute
      And it counts once among the arguments of conflict-itself
      And this is about husband

    Scenario: The affair is on the timeline, and nothing says that they have parted
      Given a patient at intake
      And husband is the patient's spouse
      And a betrayal called affair, it is not known when
      And about event affair it is known: "the person it is about, by key" as husband
      When the case is evaluated
      Then it says "in a relationship that goes on"

    Scenario: The affair is on the timeline, and they have parted over it
      Given a patient at intake
      And husband is the patient's spouse
      And a betrayal called affair, it is not known when
      And about event affair it is known: "the person it is about, by key" as husband
      And a separation called parting, it is not known when
      And about event parting it is known: "the person it is about, by key" as husband
      When the case is evaluated
      Then it says nothing of this

    Scenario: The kind recorded is a betrayal, and they have parted over it
      Given a patient at intake
      And husband is the patient's spouse
      And about conflict husband it is known: "the kind of dispute, for the record" as betrayal
      And a separation called parting, it is not known when
      And about event parting it is known: "the person it is about, by key" as husband
      When the case is evaluated
      Then it says nothing of this

    Scenario: She suspects an affair, and whether there is one is not known
      Given a patient at intake
      And husband is the patient's spouse
      And there is a conflict with husband
      And about conflict husband it is known: "an affair or betrayal in a relationship that goes on" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: The affair stands on the timeline, and the quarrels began with it
      Given a patient at intake
      And husband is the patient's spouse
      And a betrayal called affair, it is not known when
      And about conflict husband it is known:
        | an affair or betrayal in a relationship that goes on | yes    |
        | the event it began with, by key                      | affair |
      When the case is evaluated
      Then it says "in a relationship that goes on"
      And it is tied to affair

    Scenario: He had an affair, and both have come to accept that it is over between them
      Given a patient at intake
      And husband is the patient's spouse
      And about conflict husband it is known:
        | an affair or betrayal in a relationship that goes on | yes |
        | the relationship has ended and both accept it        | yes |
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-leaving-violence
  Rule: Leaving a violent relationship is a transition with safety first, not a dispute to be worked on

    Scenario: She is leaving her husband because of violence, and the conflict goes on
      Given a patient at intake
      And husband is the patient's spouse
      And there is a conflict with husband
      And a leaving-violence called leaving, it is not known when
      And about event leaving it is known: "the person it is about, by key" as husband
      When the case is evaluated
      Then it says "a transition, with safety first"
      And this is a strong argument against role dispute
      And this is about husband
      And it says "specialist support and a safety plan come first"

    Scenario: She left a violent husband; the conflict is with her mother
      Given a patient at intake
      And husband is the patient's ex-partner
      And mother is the patient's parent
      And there is a conflict with mother
      And a leaving-violence called leaving, it is not known when
      And about event leaving it is known: "the person it is about, by key" as husband
      When the case is evaluated
      Then it says nothing of this

    Scenario: They are separating, and nobody said that it is because of violence
      Given a patient at intake
      And husband is the patient's spouse
      And there is a conflict with husband
      And a separation called parting, it is not known when
      And about event parting it is known: "the person it is about, by key" as husband
      When the case is evaluated
      Then it says nothing of this

    Scenario: The conflict is about her leaving
      Given a patient at intake
      And husband is the patient's spouse
      And a leaving-violence called leaving, it is not known when
      And about event leaving it is known: "the person it is about, by key" as husband
      And about conflict husband it is known: "the event it is about, by key" as leaving
      When the case is evaluated
      Then it says "a transition, with safety first"
      And it is tied to leaving

  @rule:dispute-autonomy
  Rule: An adolescent's fights with a parent are often about autonomy

    Scenario Outline: A patient of <age> fights with the mother
      Given a patient at intake
      And the patient records "age in years" as <age>
      And mother is the patient's parent
      And there is a conflict with mother
      When the case is evaluated
      Then it says "An adolescent's conflict with mother"

      Examples:
        | age |
        | 12  |
        | 18  |

    Scenario Outline: A patient of <age> who fights with the mother is no adolescent
      Given a patient at intake
      And the patient records "age in years" as <age>
      And mother is the patient's parent
      And there is a conflict with mother
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | age |
        | 11  |
        | 19  |

    Scenario: The age is not recorded
      Given a patient at intake
      And mother is the patient's parent
      And there is a conflict with mother
      When the case is evaluated
      Then it says nothing of this

    Scenario: At sixteen, with a teacher, and the kind recorded is growing apart
      Given a patient at intake
      And the patient records "age in years" as 16
      And teacher is the patient's teacher
      And about conflict teacher it is known: "the kind of dispute, for the record" as separation-individuation
      When the case is evaluated
      Then it says "Ask what the patient may decide"
      And this is a moderate argument for role dispute
      And it counts once among the arguments of conflict-itself
      And this is about teacher

    Scenario: At sixteen, with a sister
      Given a patient at intake
      And the patient records "age in years" as 16
      And sister is the patient's sibling
      And there is a conflict with sister
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: At <age>, and the kind recorded is growing apart
      Given a patient at intake
      And the patient records "age in years" as <age>
      And teacher is the patient's teacher
      And about conflict teacher it is known: "the kind of dispute, for the record" as separation-individuation
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | age |
        | 11  |
        | 19  |

    Scenario: At sixteen, and what is between mother and daughter is not spoken of
      Given a patient at intake
      And the patient records "age in years" as 16
      And mother is the patient's parent
      And about conflict mother it is known: "the disagreement is not spoken of: silence, giving way"
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: At <age>, in a conflict with a teacher that is recorded as growing apart
      Given a patient at intake
      And the patient records "age in years" as <age>
      And teacher is the patient's teacher
      And about conflict teacher it is known: "the kind of dispute, for the record" as separation-individuation
      When the case is evaluated
      Then it says "An adolescent's conflict with teacher"

      Examples:
        | age |
        | 12  |
        | 18  |

    Scenario: At sixteen, growing apart from a teacher who belongs to the past
      Given a patient at intake
      And the patient records "age in years" as 16
      And teacher is the patient's teacher
      And about conflict teacher it is known: "the kind of dispute, for the record" as separation-individuation
      And about person teacher it is known: "a relationship of the past"
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: At sixteen, with the <role> who brings the patient up
      Given a patient at intake
      And the patient records "age in years" as 16
      And p2 is the patient's <role>
      And there is a conflict with p2
      When the case is evaluated
      Then it says "An adolescent's conflict with p2"

      Examples:
        | role        |
        | step-parent |
        | grandparent |
        | carer       |

    Scenario: At sixteen, with the first partner
      Given a patient at intake
      And the patient records "age in years" as 16
      And p2 is the patient's partner
      And there is a conflict with p2
      When the case is evaluated
      Then it says nothing of this

    Scenario: At sixteen, with the mother, and about the move to her new home
      Given a patient at intake
      And the patient records "age in years" as 16
      And mother is the patient's parent
      And a moving-between-homes called two-homes, it is not known when
      And about conflict mother it is known: "the event it is about, by key" as two-homes
      When the case is evaluated
      Then it says "An adolescent's conflict with mother"
      And it is tied to two-homes

  @rule:dispute-with-peer
  Rule: Rejection by peers can be a dispute where a peer can be named

    Scenario Outline: At <age>, left out by the group, and the quarrel is with one of them
      Given a patient at intake
      And the patient records "age in years" as <age>
      And p2 is the patient's peer
      And a peer-rejection called left-out, it is not known when
      And about conflict p2 it is known: "the event it is about, by key" as left-out
      When the case is evaluated
      Then it says "Rejection by peers, in a conflict with p2 (peer)"
      And this is a moderate argument for role dispute
      And it counts once among the arguments of conflict-itself
      And this is about p2
      And it is tied to left-out

      Examples:
        | age |
        | 12  |
        | 18  |

    Scenario Outline: At <age> the same is told of an adult or a child
      Given a patient at intake
      And the patient records "age in years" as <age>
      And p2 is the patient's peer
      And a peer-rejection called left-out, it is not known when
      And about conflict p2 it is known: "the event it is about, by key" as left-out
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | age |
        | 11  |
        | 19  |

    Scenario: At fifteen, left out by the group, and no peer can be named
      Given a patient at intake
      And the patient records "age in years" as 15
      And a peer-rejection called left-out, it is not known when
      When the case is evaluated
      Then it says nothing of this

    Scenario: At fifteen, left out by the group, and the quarrel with a friend is about something else
      Given a patient at intake
      And the patient records "age in years" as 15
      And p2 is the patient's friend
      And a peer-rejection called left-out, it is not known when
      And there is a conflict with p2
      When the case is evaluated
      Then it says nothing of this

    Scenario: At fifteen, left out by the group, and the conflict about it is with a teacher
      Given a patient at intake
      And the patient records "age in years" as 15
      And p2 is the patient's teacher
      And a peer-rejection called left-out, it is not known when
      And about conflict p2 it is known: "the event it is about, by key" as left-out
      When the case is evaluated
      Then it says nothing of this

    Scenario: At fifteen, left out by the group, and the peer with whom the quarrel was belongs to the past
      Given a patient at intake
      And the patient records "age in years" as 15
      And p2 is the patient's peer
      And a peer-rejection called left-out, it is not known when
      And about conflict p2 it is known: "the event it is about, by key" as left-out
      And about person p2 it is known: "a relationship of the past"
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-about-change
  Rule: Where the disagreement about a change hurts more than the change, it is the first area to consider

    Scenario: The son is against the move, and every session is about that
      Given a patient at intake
      And son is the patient's child
      And a move called move-2025, it is not known when
      And about conflict son it is known:
        | the event it is about, by key | move-2025 |
        | it dominates the sessions     | yes       |
      When the case is evaluated
      Then it says "is about the move, and it dominates the sessions"
      And this is a moderate argument for role dispute
      And it counts once among the arguments of dispute-over-change
      And it is tied to move-2025
      And this is about son

    Scenario: The son is against the move, and whether that dominates is not known
      Given a patient at intake
      And son is the patient's child
      And a move called move-2025, it is not known when
      And about conflict son it is known: "the event it is about, by key" as move-2025
      When the case is evaluated
      Then it says nothing of this

    Scenario: The quarrel with the brother that dominates is about what their father left
      Given a patient at intake
      And brother is the patient's sibling
      And father is the patient's parent
      And father died, it is not known when
      And about conflict brother it is known:
        | the event it is about, by key | death-of-father |
        | it dominates the sessions     | yes             |
      When the case is evaluated
      Then it says nothing of this

    Scenario: They parted over the move, and both accept it, though it still fills the sessions
      Given a patient at intake
      And partner is the patient's partner
      And a move called move-2025, it is not known when
      And about conflict partner it is known:
        | the event it is about, by key                 | move-2025 |
        | it dominates the sessions                     | yes       |
        | the relationship has ended and both accept it | yes       |
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-before-change
  Rule: The change then comes second

    Scenario: The move comes second to the disagreement with the son
      Given a patient at intake
      And son is the patient's child
      And a move called move-2025, it is not known when
      And about conflict son it is known:
        | the event it is about, by key | move-2025 |
        | it dominates the sessions     | yes       |
      When the case is evaluated
      Then it says "dominates the sessions, more than the change does"
      And this is a moderate argument against role transition
      And it counts once among the arguments of dispute-comes-first
      And it is tied to son
      And this is about move-2025

    Scenario: The disagreement that dominates is not about the move
      Given a patient at intake
      And son is the patient's child
      And a move called move-2025, it is not known when
      And about conflict son it is known: "it dominates the sessions"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Both have come to accept that they go separate ways
      Given a patient at intake
      And partner is the patient's partner
      And a move called move-2025, it is not known when
      And about conflict partner it is known:
        | the event it is about, by key                  | move-2025 |
        | it dominates the sessions                      | yes       |
        | the relationship has ended and both accept it  | yes       |
      When the case is evaluated
      Then it says nothing of this

    Scenario: The son is against the move, and other things take more of the sessions
      Given a patient at intake
      And son is the patient's child
      And a move called move-2025, it is not known when
      And about conflict son it is known:
        | the event it is about, by key | move-2025 |
        | it dominates the sessions     | no        |
      When the case is evaluated
      Then it says nothing of this
