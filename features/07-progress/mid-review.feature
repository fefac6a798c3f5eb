Feature: The mid-treatment review
  Protocol D4, with C2 and C4 for what to look at. Half way through the planned sessions scores, goals, focus and the time
  left are gone through together.

  @rule:mid-review
  Rule: The review is due at half of the planned sessions until it is recorded

    Scenario: Voices were told in the session before it
      Given 16 sessions are planned
      And session 7 was held
      And the diagnosis records "psychotic symptoms now"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Fear of her husband was told, which does not put off the review
      Given 16 sessions are planned
      And session 7 was held
      And the violence enquiry records "afraid of someone"
      When the case is evaluated
      Then it says "Hold the mid-treatment review (session 8)"

    Scenario Outline: Of <planned> sessions the next is number <review>
      Given <planned> sessions are planned
      And session <held> was held
      When the case is evaluated
      Then it says "Hold the mid-treatment review (session <review>)"

      Examples:
        | planned | held | review |
        | 16      | 7    | 8      |
        | 12      | 5    | 6      |
        | 8       | 3    | 4      |

    Scenario: It was due two sessions ago and is not recorded
      Given 16 sessions are planned
      And session 9 was held
      When the case is evaluated
      Then it says "is not recorded yet"

    Scenario: One session before it is too early
      Given 16 sessions are planned
      And session 6 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was held early
      Given 16 sessions are planned
      And session 7 was held
      And the tasks done are mid-review-held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nobody said how many sessions are planned
      Given session 8 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The ending has begun
      Given 16 sessions are planned
      And session 13 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:mid-review-grief
  Rule: In work on grief the review looks for signs that mourning is moving

    Background:
      Given 16 sessions are planned
      And session 4 was held

    Scenario: Grief is the agreed focus, and a plan with intent was told
      Given the focus agreed is grief
      And session 7 was held
      And C-SSRS question 5 is answered yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: Grief is the agreed focus
      Given the focus agreed is grief
      And session 7 was held
      When the case is evaluated
      Then it says "look for signs that mourning is moving"
      And it says "Are places, things and people that were avoided sought again?"

    Scenario: Not grief but a transition is agreed
      Given the focus agreed is role transition
      And session 7 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The patient does not agree with grief
      Given the patient does not agree with the focus grief
      And session 7 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The review was held
      Given the focus agreed is grief
      And session 7 was held
      And the tasks done are mid-review-held
      When the case is evaluated
      Then it says nothing of this

  @rule:mid-review-transition
  Rule: In work on a transition the review looks for signs that the new role is being mastered

    Background:
      Given 16 sessions are planned
      And session 4 was held

    Scenario: A transition is the agreed focus, and a plan with intent was told
      Given the focus agreed is role transition
      And session 7 was held
      And C-SSRS question 5 is answered yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: A transition is the agreed focus
      Given the focus agreed is role transition
      And session 7 was held
      When the case is evaluated
      Then it says "look for signs that the new role is being mastered"

    Scenario: A dispute is the agreed focus
      Given the focus agreed is role dispute
      And session 7 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The review is still two sessions away
      Given the focus agreed is role transition
      And session 6 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Not agreed, the transition is not looked at
      Given the patient does not agree with the focus role transition
      And session 7 was held
      When the case is evaluated
      Then it says nothing of this
