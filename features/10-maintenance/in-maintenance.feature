Feature: In maintenance, and its end
  Protocol F, MNT-09, MNT-12, MNT-18 and MNT-24. The score is taken at each contact and half-way between wide ones, and
  the sessions stay with what happens between people. At the end of the contract maintenance ends or is renewed.

  @rule:measure-each-contact
  Rule: The PHQ-9 is taken at every maintenance contact

    Background:
      Given a patient at intake
      And 16 sessions are planned
      And session 16 on 2026-05-02
      And the PHQ-9 is 3
      And the maintenance records "accepted" as yes

    Scenario: The first contact of maintenance, and no score was taken
      Given session 17 on 2026-05-09
      When the case is evaluated
      Then it says "Days since the newest one: 7"
      And the answer is needed for maintenance

    Scenario: It was taken
      Given session 17 on 2026-05-09
      And the PHQ-9 is 4
      When the case is evaluated
      Then it says nothing of this

    Scenario: An older score has run out, and that is told of as such
      Given session 17 on 2026-07-04
      When the case is evaluated
      Then it says nothing of this

    Scenario: Maintenance is not wanted, and the session is one beyond the plan
      Given the maintenance records "accepted" as no
      And session 17 on 2026-05-09
      When the case is evaluated
      Then it says nothing of this

  @rule:measure-half-way
  Rule: Between contacts more than four weeks apart a score is taken half-way

    Background:
      Given a patient at intake
      And session 17 on 2026-05-02
      And the phase is recorded as maintenance

    Scenario Outline: Contacts are monthly, and the last was on 2 May
      Given the maintenance records "how often" as monthly
      When the case is evaluated on <day>
      Then it says "Contacts are more than 28 days apart"

      Examples:
        | day        |
        | 2026-05-02 |
        | 2026-05-16 |

    Scenario: Fifteen days later half-way is over
      Given the maintenance records "how often" as monthly
      When the case is evaluated on 2026-05-17
      Then it says nothing of this

    Scenario: They meet every two weeks
      Given the maintenance records "how often" as fortnightly
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was never said how often, and the last two contacts were 29 days apart
      Given session 18 on 2026-05-31
      When the case is evaluated
      Then it says "Plan a PHQ-9 half-way"
      And of the plan it says offer

    Scenario Outline: It was never said how often, and the last two contacts were only <days> days apart
      Given session 18 on <day>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | days | day        |
        | 27   | 2026-05-29 |
        | 28   | 2026-05-30 |

  @rule:maintenance-often
  Rule: After the bridge, meeting more often than monthly is looked at again

    Background:
      Given a patient at intake
      And 16 sessions are planned
      And session 16 was held
      And the maintenance records "accepted" as yes

    Scenario Outline: The fourth contact of maintenance, <often>
      Given the maintenance records "how often" as <often>
      And sessions 17 to 20 were held
      When the case is evaluated
      Then it says "4 contacts of maintenance were <often>"

      Examples:
        | often       |
        | weekly      |
        | fortnightly |

    Scenario Outline: <contacts>, and meetings are <often>
      Given the maintenance records "how often" as <often>
      And sessions 17 to <last> were held
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | contacts           | last | often       |
        | The third contact  | 19   | fortnightly |
        | The fourth contact | 20   | monthly     |

    Scenario: How often they meet is not recorded
      Given sessions 17 to 20 were held
      When the case is evaluated
      Then it says nothing of this

  @rule:stay-interpersonal
  Rule: Maintenance sessions stay with what happens between people

    Background:
      Given a patient at intake
      And 16 sessions are planned

    Scenario: The latest contact went off the focus
      Given session 17 was held
      And the phase is recorded as maintenance
      And the session records "the session stayed on the focus" as no
      When the case is evaluated
      Then it says "Bring the sessions back to what happens between people"

    Scenario Outline: Whether it stayed on the focus is answered <answer>
      Given session 17 was held
      And the phase is recorded as maintenance
      And the session records "the session stayed on the focus" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | yes       |
        | not known |

    Scenario: The contact before went off the focus, and the latest did not
      Given session 17 was held
      And the phase is recorded as maintenance
      And the session records "the session stayed on the focus" as no
      And session 18 was held
      And the session records "the session stayed on the focus" as yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: In the ending
      Given session 15 was held
      And the session records "the session stayed on the focus" as no
      When the case is evaluated
      Then it says nothing of this

  @rule:maintenance-may-end
  Rule: Maintenance may end when the patient was well for six months, the plan is rehearsed and nothing great is ahead

    Background:
      Given a patient at intake
      And session 17 on 2026-05-02
      And the phase is recorded as maintenance
      And the PHQ-9 is 3

    Scenario Outline: The contract ends <when>
      Given session 18 on 2026-11-01
      And the PHQ-9 is 4
      And the maintenance records:
        | when the maintenance contract ends            | <day> |
        | the relapse plan was rehearsed                | yes   |
        | a major event is expected within three months | no    |
      When the case is evaluated
      Then it says "Consider ending maintenance, with an open door"

      Examples:
        | when       | day        |
        | in 31 days | 2026-12-02 |
        | in 30 days | 2026-12-01 |
        | today      | 2026-11-01 |

    Scenario: Well for a day more than six months
      Given session 18 on 2026-11-02
      And the PHQ-9 is 4
      And the maintenance records:
        | when the maintenance contract ends            | 2026-11-20 |
        | the relapse plan was rehearsed                | yes        |
        | a major event is expected within three months | no         |
      When the case is evaluated
      Then it says "Consider ending maintenance, with an open door"

    Scenario Outline: One thing is otherwise: <what>
      Given session 18 on <held>
      And the PHQ-9 is <phq9>
      And the maintenance records:
        | when the maintenance contract ends            | <ends>      |
        | the relapse plan was rehearsed                | <rehearsed> |
        | a major event is expected within three months | <event>     |
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | what                                  | held       | phq9 | ends       | rehearsed | event     |
        | the contract ends in 32 days          | 2026-11-07 | 4    | 2026-12-09 | yes       | no        |
        | the PHQ-9 is above remission          | 2026-11-07 | 5    | 2026-12-01 | yes       | no        |
        | well for a day less than six months   | 2026-10-31 | 4    | 2026-11-20 | yes       | no        |
        | the plan was not rehearsed            | 2026-11-07 | 4    | 2026-12-01 | no        | no        |
        | whether it was rehearsed is not known | 2026-11-07 | 4    | 2026-12-01 | not known | no        |
        | a baby is due                         | 2026-11-07 | 4    | 2026-12-01 | yes       | yes       |
        | what is ahead is not known            | 2026-11-07 | 4    | 2026-12-01 | yes       | not known |

    Scenario: Thoughts of death are told
      Given session 18 on 2026-11-07
      And the PHQ-9 is 4 with item 9 at 1
      And the maintenance records:
        | when the maintenance contract ends            | 2026-12-01 |
        | the relapse plan was rehearsed                | yes        |
        | a major event is expected within three months | no         |
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: Of <planned> contacts agreed <left> are left
      Given the maintenance records "how many contacts are planned" as <planned>
      And session 18 on 2026-11-07
      And the PHQ-9 is 4
      And the maintenance records:
        | the relapse plan was rehearsed                | yes |
        | a major event is expected within three months | no  |
      When the case is evaluated
      Then it says "planned contacts left: <left>"
      And of the plan it says offer

      Examples:
        | planned | left |
        | 2       | 0    |
        | 3       | 1    |

    Scenario: Two contacts of the number agreed are left
      Given the maintenance records "how many contacts are planned" as 4
      And session 18 on 2026-11-07
      And the PHQ-9 is 4
      And the maintenance records:
        | the relapse plan was rehearsed                | yes |
        | a major event is expected within three months | no  |
      When the case is evaluated
      Then it says nothing of this

  @rule:maintenance-renew
  Rule: Where something still speaks against ending, maintenance is renewed

    Background:
      Given a patient at intake
      And session 17 on 2026-05-02
      And the phase is recorded as maintenance
      And the PHQ-9 is 3

    Scenario Outline: At the end of the contract <what>
      Given session 18 on 2026-11-07
      And the PHQ-9 is <phq9>
      And the maintenance records:
        | when the maintenance contract ends            | 2026-12-01  |
        | the relapse plan was rehearsed                | <rehearsed> |
        | a major event is expected within three months | <event>     |
      When the case is evaluated
      Then it says "Consider renewing maintenance rather than ending it now"
      And it says "<words>"

      Examples:
        | what                         | phq9 | rehearsed | event | words                    |
        | the PHQ-9 is above remission | 5    | yes       | no    | PHQ-9 in that time: 5    |
        | the plan was not rehearsed   | 4    | no        | no    | Plan rehearsed: no       |
        | a move is ahead              | 4    | yes       | yes   | A major event ahead: yes |

    Scenario Outline: After <days> days without an agreed end
      Given session 29 on <day>
      And the PHQ-9 is 8
      When the case is evaluated
      Then it says "it has gone on for <days> days"
      And of the plan it says recommend

      Examples:
        | days | day        |
        | 365  | 2027-05-02 |
        | 366  | 2027-05-03 |

    Scenario: A day short of a year without an agreed end
      Given session 29 on 2027-05-01
      And the PHQ-9 is 8
      When the case is evaluated
      Then it says nothing of this

    Scenario: A move is ahead, and the contract runs on
      Given session 18 on 2026-11-07
      And the PHQ-9 is 4
      And the maintenance records:
        | when the maintenance contract ends            | 2027-05-01 |
        | a major event is expected within three months | yes        |
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nothing speaks against ending, and what is ahead is not known
      Given session 18 on 2026-11-07
      And the PHQ-9 is 4
      And the maintenance records:
        | when the maintenance contract ends | 2026-12-01 |
        | the relapse plan was rehearsed     | yes        |
      When the case is evaluated
      Then it says nothing of this

  @rule:maintenance-end-questions
  Rule: Before maintenance ends, the plan and what is ahead are asked about

    Background:
      Given a patient at intake
      And session 17 on 2026-05-02
      And the phase is recorded as maintenance
      And the PHQ-9 is 3

    Scenario Outline: Rehearsed is answered <rehearsed>, a major event <event>
      Given session 18 on 2026-11-07
      And the maintenance records:
        | when the maintenance contract ends            | 2026-12-01  |
        | the relapse plan was rehearsed                | <rehearsed> |
        | a major event is expected within three months | <event>     |
      When the case is evaluated
      Then it says "go through the relapse plan, and ask what is ahead"
      And the answer is needed for maintenance
      And it says "the contract ends by its date"

      Examples:
        | rehearsed | event     |
        | not known | no        |
        | yes       | not known |

    Scenario: Both were answered
      Given session 18 on 2026-11-07
      And the maintenance records:
        | when the maintenance contract ends            | 2026-12-01 |
        | the relapse plan was rehearsed                | no         |
        | a major event is expected within three months | yes        |
      When the case is evaluated
      Then it says nothing of this

    Scenario: Neither was answered, and the contract runs on
      Given session 18 on 2026-11-07
      And the maintenance records "when the maintenance contract ends" as 2027-05-01
      When the case is evaluated
      Then it says nothing of this

  @rule:maintenance-too-few-scores
  Rule: Too few scores to tell whether the patient stayed well are no remission

    Background:
      Given a patient at intake
      And session 17 on 2026-05-02
      And the phase is recorded as maintenance
      And the maintenance records "when the maintenance contract ends" as 2026-12-01

    Scenario: The only score is of today
      Given session 18 on 2026-11-07
      And the PHQ-9 is 3
      When the case is evaluated
      Then it says "PHQ-9 in that time: 3; wanted is remission over 183 days"
      And the answer is needed for maintenance

    Scenario: The only score is six months old
      Given the PHQ-9 is 3
      And session 18 on 2026-11-07
      When the case is evaluated
      Then it says "Too few scores tell whether the person stayed well"

    Scenario: Nobody took a score
      Given session 18 on 2026-11-07
      When the case is evaluated
      Then it says "There is no PHQ-9"

    Scenario: One half a year ago and one today, both in remission
      Given the PHQ-9 is 3
      And session 18 on 2026-11-07
      And the PHQ-9 is 3
      When the case is evaluated
      Then it says nothing of this

    Scenario: A single score above remission tells enough
      Given session 18 on 2026-11-07
      And the PHQ-9 is 6
      When the case is evaluated
      Then it says nothing of this

    Scenario: Too few scores, and the contract runs on
      Given the maintenance records "when the maintenance contract ends" as 2027-05-01
      And session 18 on 2026-11-07
      And the PHQ-9 is 3
      When the case is evaluated
      Then it says nothing of this
