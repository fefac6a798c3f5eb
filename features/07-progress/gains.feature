Feature: Sudden gains, and being well before the planned end
  Protocol D3, MON-23 to MON-25. A sudden fall that stays is credited to the person and shortens nothing. When remission
  has lasted before the planned end, an earlier ending with maintenance is offered.

  @rule:sudden-gain
  Rule: A sudden gain is credited to the person, and the planned length is kept

    Scenario: From 17 to 9 in session 3, and it has stayed
      Given 16 sessions are planned
      And the PHQ-9 from session 1 on is 18, 17, 9, 8
      When the case is evaluated
      Then it says "The PHQ-9 went 17 → 9 (−8) at session 3, and has stayed lower since"
      And it suggests TEC-39, in this order
      And it says "keep the planned length"

    Scenario Outline: No sudden gain: <scores>
      Given 16 sessions are planned
      And the PHQ-9 from session 1 on is <scores>
      When the case is evaluated
      Then it says nothing of this

      Examples: a fall of five; under a quarter of the score before, twice; hardly lower in the mean; back up again; one too few
        | scores         |
        | 16, 15, 10, 9  |
        | 27, 26, 20, 20 |
        | 26, 25, 19, 19 |
        | 14, 15, 9, 13  |
        | 18, 17, 9, 17  |
        | 18, 17, 9      |

    Scenario Outline: A sudden gain at its limits: <scores>
      Given 16 sessions are planned
      And the PHQ-9 from session 1 on is <scores>
      When the case is evaluated
      Then it says "Sudden gain: name it"

      Examples: six points exactly, and seven; a quarter exactly, and a little more; four points lower in the mean, and more
        | scores         |
        | 16, 15, 9, 9   |
        | 17, 16, 9, 9   |
        | 25, 24, 18, 18 |
        | 27, 27, 20, 20 |
        | 15, 15, 9, 13  |
        | 15, 15, 9, 12  |

    Scenario: A session later it is not told again
      Given 16 sessions are planned
      And the PHQ-9 from session 1 on is 18, 17, 9, 8, 8
      When the case is evaluated
      Then it says nothing of this

    Scenario: Fifteen days later the score has run out
      Given 16 sessions are planned
      And the PHQ-9 from session 1 on is 18, 17, 9, 8
      When the case is evaluated on 2026-02-22
      Then it says nothing of this

    Scenario: The ending is next, where the reasons are asked about anyway
      Given 8 sessions are planned
      And the PHQ-9 from session 3 on is 18, 17, 9, 8
      When the case is evaluated
      Then it says nothing of this

  @rule:early-remission
  Rule: When remission has lasted before the planned end, an earlier ending with maintenance is offered

    Scenario: In remission for two weeks at session 8 of 16
      Given 16 sessions are planned
      And the PHQ-9 from session 4 on is 12, 8, 4, 3, 3
      When the case is evaluated
      Then it says "The PHQ-9 went 12, 8, 4, 3, 3; 8 of 16 planned sessions are left"
      And of the phase it says offer, to ending

    Scenario Outline: <what>
      Given <number> sessions are planned
      And the PHQ-9 from session 4 on is <scores>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | what                                     | number | scores         |
        | In remission for one week only           | 16     | 12, 8, 5, 4, 3 |
        | One point above remission in between     | 16     | 12, 4, 5, 4, 3 |
        | The ending begins with the next session  | 11     | 12, 8, 4, 3, 3 |
        | The planned sessions are used up         | 8      | 12, 8, 4, 3, 3 |

    Scenario: It is not known how many sessions are planned
      Given the PHQ-9 from session 4 on is 12, 8, 4, 3, 3
      When the case is evaluated
      Then it says nothing of this

    Scenario: Fifteen days later the score has run out and nothing is offered
      Given 16 sessions are planned
      And the PHQ-9 from session 4 on is 12, 8, 4, 3, 3
      When the case is evaluated on 2026-03-22
      Then it says nothing of this

    Scenario: A sudden gain alone shortens nothing
      Given 16 sessions are planned
      And the PHQ-9 from session 4 on is 15, 14, 4
      And session 8
      And the PHQ-9 is 3
      When the case is evaluated
      Then it says nothing of this

    Scenario: A sudden gain that is followed by a further score in remission
      Given 16 sessions are planned
      And the PHQ-9 from session 4 on is 15, 14, 4, 3, 3
      When the case is evaluated
      Then it says "consider an earlier ending, with maintenance"

    Scenario: The mood is better, and the goals are hardly reached
      Given 16 sessions are planned
      And a goal evenings is recorded:
        | rating | 2 |
      And the PHQ-9 from session 4 on is 12, 8, 4, 3, 3
      When the case is evaluated
      Then it says nothing of this

    Scenario: Thoughts of death are told, and an enquiry stands
      Given 16 sessions are planned
      And the PHQ-9 from session 4 on is 12, 8, 4, 3, 3
      And C-SSRS question 1 is answered yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: The site keeps to the planned length
      Given a site that keeps to the planned length
      And 16 sessions are planned
      And the PHQ-9 from session 4 on is 12, 8, 4, 3, 3
      When the case is evaluated
      Then it says nothing of this

    Scenario: The ending is recorded already
      Given 16 sessions are planned
      And the PHQ-9 from session 4 on is 12, 8, 4, 3, 3
      And the phase is recorded as ending
      When the case is evaluated
      Then it says nothing of this

    Scenario: The initial phase is still recorded
      Given 16 sessions are planned
      And the PHQ-9 from session 4 on is 12, 8, 4, 3, 3
      And the phase is recorded as initial
      When the case is evaluated
      Then it says "consider an earlier ending, with maintenance"

    Scenario: The treatment is recorded as not started
      Given 16 sessions are planned
      And the PHQ-9 from session 4 on is 12, 8, 4, 3, 3
      And the phase is recorded as not-started
      When the case is evaluated
      Then it says nothing of this

    Scenario: The planned sessions are used up, and the middle phase is still recorded
      Given 8 sessions are planned
      And the PHQ-9 from session 4 on is 12, 8, 4, 3, 3
      And the phase is recorded as middle
      When the case is evaluated
      Then it says nothing of this

    Scenario: Two weeks later the score still counts
      Given 16 sessions are planned
      And the PHQ-9 from session 4 on is 12, 8, 4, 3, 3
      When the case is evaluated on 2026-03-21
      Then it says "8 of 16 planned sessions are left"

    Scenario: Violence is told
      Given 16 sessions are planned
      And the PHQ-9 from session 4 on is 12, 8, 4, 3, 3
      And the violence enquiry records "violence, threats or coercive control now"
      When the case is evaluated
      Then it says nothing of this

    Scenario: An item about suicide stands that was enquired into
      Given 16 sessions are planned
      And the PHQ-9 from session 4 on is 12, 8, 4, 3, 3
      And PHQ-9 item 9 is 1
      And the whole C-SSRS screener is answered no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Mania has passed, and the screener is to be asked again
      Given 16 sessions are planned
      And the PHQ-9 from session 4 on is 12, 8, 4, 3, 3
      And session 7
      And the diagnosis records "mania now" as yes
      And session 8
      And the diagnosis records "mania now" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Work on one conflict waits, and an earlier ending can still be talked over
      Given 16 sessions are planned
      And max is the patient's spouse
      And there is a conflict with max
      And the PHQ-9 from session 4 on is 12, 8, 4, 3, 3
      When the case is evaluated
      Then it says "consider an earlier ending, with maintenance"
