Feature: New events, and a change of the agreed focus
  Protocol D4, REV-02 to REV-05. A major event asks for another look at the agreed focus. A change is offered when another
  area is clearly ahead and the person agrees, and not late in the course.

  @rule:new-event-focus-again
  Rule: After a major event the agreed focus is looked at again

    Background:
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And session 3 was held
      And the focus agreed is grief about death-of-mother

    Scenario Outline: In session 5 a <event> is told
      Given 16 sessions are planned
      And session 5 was held
      And a <event> called news on 2026-02-10
      When the case is evaluated
      Then it says "By what is recorded, grief still holds"

      Examples:
        | event          |
        | separation     |
        | divorce        |
        | breakup        |
        | job-loss       |
        | unemployment   |
        | own-illness    |
        | own-disability |
        | stillbirth     |

    Scenario: It is told without a date
      Given session 5 was held
      And a job-loss called news, it is not known when
      When the case is evaluated
      Then it says "this was told: the loss of the job"

    Scenario: A move that is recorded as a major event
      Given session 5 was held
      And a move called news on 2026-02-10
      And about event news it is known: "a major event for the patient"
      When the case is evaluated
      Then it says "A major event was told"

    Scenario: A move of which nobody said how much it means
      Given session 5 was held
      And a move called news on 2026-02-10
      When the case is evaluated
      Then it says nothing of this

    Scenario: A separation that is no major event for the patient
      Given session 5 was held
      And a separation called news on 2026-02-10
      And about event news it is known: "a major event for the patient" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: The job was lost <days> days ago and is told only now
      Given session 5 on 2026-02-14
      And a job-loss called news on <day>
      When the case is evaluated
      Then it says "A major event was told"

      Examples:
        | days | day        |
        | 91   | 2025-11-15 |
        | 92   | 2025-11-14 |

    Scenario Outline: A loss of the job that is told only now, <when>
      Given session 5 on 2026-02-14
      And a job-loss called news on <day>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | when              | day        |
        | 93 days ago       | 2025-11-13 |
        | of an early month | 2025-09    |
        | of an early year  | 2019       |

    Scenario: An event of years before the low mood is no new one
      Given session 5 was held
      And a job-loss called news, years-before the onset, without a date
      When the case is evaluated
      Then it says nothing of this

    Scenario: A session later it is not told again
      Given session 5 was held
      And a job-loss called news on 2026-02-10
      And session 6 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: In the last quarter of the sessions it has another answer
      Given 16 sessions are planned
      And session 12 was held
      And a job-loss called news, it is not known when
      When the case is evaluated
      Then it says nothing of this

  @rule:new-event-focus-again
  Rule: Without an agreed focus the choice itself answers to a new event

    Scenario: A job is lost before a focus was agreed on
      Given session 2 was held
      And a job-loss called news on 2026-01-20
      When the case is evaluated
      Then it says nothing of this

  @rule:focus-change-offer
  Rule: A change of focus is offered when another area leads the agreed one by three

    Background:
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And a move called the-move, 4 months before the low mood began
      And session 3 was held
      And the focus agreed is role transition about the-move

    Scenario: Session five learns of a death that is not spoken of
      Given session 5 was held
      And mother died 60 days before the low mood began
      And about mourning death-of-mother it is known: "avoids speaking of the death, the funeral, the grave, things or places"
      When the case is evaluated
      Then it says "speaks clearly more for grief"
      And the agreed focus is role transition

    Scenario: With a lead of two it is only looked at again
      Given session 5 was held
      And mother died 60 days before the low mood began
      When the case is evaluated
      Then the arguments add up to grief 6, dispute 0, transition 4, deficits 0
      And it says nothing of this

    Scenario: The same death in the last quarter of the sessions
      Given 16 sessions are planned
      And session 12 was held
      And mother died 60 days before the low mood began
      And about mourning death-of-mother it is known: "avoids speaking of the death, the funeral, the grave, things or places"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Five of sixteen sessions are left
      Given 16 sessions are planned
      And session 11 was held
      And mother died 60 days before the low mood began
      And about mourning death-of-mother it is known: "avoids speaking of the death, the funeral, the grave, things or places"
      When the case is evaluated
      Then it says "Consider a change of focus, if the person agrees"

    Scenario: The focus was changed by agreement
      Given session 5 was held
      And mother died 60 days before the low mood began
      And about mourning death-of-mother it is known: "avoids speaking of the death, the funeral, the grave, things or places"
      And the focus agreed is grief about death-of-mother
      When the case is evaluated
      Then it says nothing of this

  @rule:focus-change-late
  Rule: In the last quarter another area goes to maintenance or to a new contract

    Background:
      Given the low mood began 5 months before the intake
      And 16 sessions are planned
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And session 3 was held
      And the focus agreed is role dispute

    Scenario: Another area has come to lead, and four of sixteen sessions are left
      Given session 12 was held
      When the case is evaluated
      Then it says "4 of 16 planned sessions are left. You agreed on role dispute; by now more speaks for grief, the death of mother"
      And it says "in maintenance, or under a new contract"

    Scenario: Another area leads, and five sessions are left
      Given session 11 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: By now grief is agreed on, and it has most arguments
      Given session 12 was held
      And the focus agreed is grief about death-of-mother
      When the case is evaluated
      Then it says nothing of this

  @rule:new-event-late
  Rule: A major event in the last quarter is heard, and the focus is kept

    Background:
      Given the low mood began 5 months before the intake
      And 16 sessions are planned
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And session 3 was held
      And the focus agreed is grief about death-of-mother

    Scenario: The job is lost in the ending
      Given session 13 was held
      And a job-loss called news, it is not known when
      When the case is evaluated
      Then it says "this was told: the loss of the job. 3 of 16 planned sessions are left"

    Scenario: Five sessions are left
      Given session 11 was held
      And a job-loss called news, it is not known when
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nothing new has come up
      Given session 13 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The job was lost a session ago
      Given session 13 was held
      And a job-loss called news, it is not known when
      And session 14 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-ended-in-separation
  Rule: An agreed dispute that has come to a separation is looked at as a transition

    Background:
      Given the low mood began 5 months before the intake
      And husband is the patient's spouse
      And there is a conflict with husband
      And session 3 was held
      And the focus agreed is role dispute about husband

    Scenario: Both accept by now that it has ended
      Given session 6 was held
      And about conflict husband it is known:
        | present                                       | no  |
        | the relationship has ended and both accept it | yes |
      When the case is evaluated
      Then it says "The dispute with husband is the agreed focus"
      And it says "propose the change of focus"

    Scenario: He moved out last week, and nobody said yet how they take it
      Given session 6 was held
      And a separation called parting on 2026-02-18
      And about event parting it is known: "person" as husband
      When the case is evaluated
      Then it says "The agreed dispute has come to a separation"

    Scenario: He moved out, and she hopes to have him back
      Given session 6 was held
      And a separation called parting on 2026-02-18
      And about event parting it is known: "person" as husband
      And about conflict husband it is known: "still fighting over terms, or hoping to restore it"
      When the case is evaluated
      Then it says nothing of this

    Scenario: The quarrels go on
      Given session 6 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: It has ended in the last quarter of the sessions
      Given 12 sessions are planned
      And session 9 was held
      And about conflict husband it is known:
        | present                                       | no  |
        | the relationship has ended and both accept it | yes |
      When the case is evaluated
      Then it says nothing of this
