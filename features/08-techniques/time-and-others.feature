Feature: The limit of time, less direction, and others in the room
  Protocol D1 (STA-02, MID-12) and A3 (FMT-11). The time frame is kept in mind, the therapist directs less towards the end,
  and the person in a dispute may join a session when both want it and it is safe.

  @rule:sessions-left-named
  Rule: The sessions left are named half way and in each of the last four

    Background:
      Given 16 sessions are planned

    Scenario Outline: Session <held> was held
      Given session <held> was held
      When the case is evaluated
      Then it says "<left> with the next one"

      Examples:
        | held | left |
        | 7    | 9    |
        | 12   | 4    |
        | 15   | 1    |

    Scenario Outline: Session <held> was held, and it is not said
      Given session <held> was held
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | held |
        | 6    |
        | 8    |
        | 11   |
        | 16   |

  @rule:direct-less-over-time
  Rule: In the last third the person's own way is asked for before advice is given

    Background:
      Given 15 sessions are planned

    Scenario: Advice in session 10, with five sessions left
      Given session 10 was held
      And the technique TEC-22 was used
      When the case is evaluated
      Then it says nothing of this

    Scenario: Advice in session 11, with four sessions left
      Given session 11 was held
      And the technique TEC-22 was used
      When the case is evaluated
      Then it says "ask for the person's own way first"

    Scenario: Role-play in session 11
      Given session 11 was held
      And the technique TEC-16 was used
      When the case is evaluated
      Then it says nothing of this

  @rule:joint-session-possible
  Rule: A session with the other person is offered only when it is agreed to and safe

    Background:
      Given 16 sessions are planned
      And husband is a close spouse of the patient
      And there is a conflict with husband
      And session 6 was held
      And the focus agreed is role-dispute about husband

    Scenario: She agrees, and violence was asked about alone and denied
      Given the violence enquiry records:
        | violence, threats or coercive control now | no  |
        | afraid of someone                         | no  |
        | asked alone and in private                | yes |
      And the session records "agrees that others are invited"
      When the case is evaluated
      Then it says "A session with husband"
      And of the plan it says offer

    Scenario: She agrees, and nobody asked her alone about violence
      Given the session records "agrees that others are invited"
      When the case is evaluated
      Then it says nothing of this

    Scenario: She is afraid of him
      Given the violence enquiry records:
        | afraid of someone          | yes |
        | asked alone and in private | yes |
      And the session records "agrees that others are invited"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nobody asked whether he may come
      Given the violence enquiry records:
        | violence, threats or coercive control now | no  |
        | afraid of someone                         | no  |
        | asked alone and in private                | yes |
      When the case is evaluated
      Then it says nothing of this
