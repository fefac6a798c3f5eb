Feature: What contract and goals do not say yet
  Protocol B4 and B5, INI-35 to INI-47. The contract states number, frequency and length, focus, roles, missed
  sessions and boundaries; a few goals can be rated, serve the focus, and name a person.

  @rule:planned-sessions-not-known
  Rule: The number of sessions is settled by the second session

    Scenario: No number is recorded after the first session
      Given session 1 was held
      When the case is evaluated
      Then it says "The initial phase is reckoned as for 16"
      And the answer is needed for phase

    Scenario: How often is recorded, and not how many
      Given a patient at intake
      And the course records "how often" as weekly
      And session 1 was held
      When the case is evaluated
      Then it says "No number of sessions is recorded"

    Scenario: The first session is still to come
      Given a patient at intake
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: The <where> says it
      Given a patient at intake
      And the <where> records "<meaning>" as 12
      And session 1 was held
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | where    | meaning                       |
        | course   | how many sessions are planned |
        | contract | number of sessions            |

  @rule:contract-incomplete
  Rule: When the initial phase should be closed, the contract is complete

    Background:
      Given a patient at intake
      And 16 sessions are planned
      And sessions 1 to 3 were held
      And the contract records:
        | number of sessions                                          | 16     |
        | how often                                                   | weekly |
        | length of a session in minutes                              | 50     |
        | states the focus                                            | yes    |
        | states what happens with missed sessions, illness, holidays | yes    |

    Scenario: Roles and boundaries are not agreed at the fourth of sixteen sessions
      Given session 4 was held
      When the case is evaluated
      Then it says "does not state: the roles and expectations of patient and therapist; boundaries and conduct."
      And the answer is needed for phase

    Scenario: It is not known what the contract says of roles
      Given session 4 was held
      And the contract records "states boundaries and conduct"
      And the contract records "states roles and expectations of patient and therapist" as not known
      When the case is evaluated
      Then it says "does not state: the roles and expectations of patient and therapist."

    Scenario: The third session still leaves time
      When the case is evaluated
      Then it says nothing of this

    Scenario: The service does without the two
      Given session 4 was held
      And the contract records "parts the site does without" as [roles, boundaries]
      When the case is evaluated
      Then it says nothing of this

    Scenario: Both are agreed in the fourth session
      Given session 4 was held
      And the contract records "states boundaries and conduct"
      And the contract records "states roles and expectations of patient and therapist"
      When the case is evaluated
      Then it says nothing of this

    Scenario: A crisis took a session, and there is one more for it
      Given the session records "a crisis took the session"
      And session 4 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The ending is recorded
      Given session 13 was held
      And the phase is recorded as ending
      When the case is evaluated
      Then it says nothing of this

  @rule:focus-without-goal
  Rule: Each agreed focus has a goal

    Scenario: Grief is agreed on without a goal
      Given sessions 1 to 3 were held
      And the focus agreed is grief
      When the case is evaluated
      Then it says "The focus of session 3 is grief"
      And the answer is needed for progress

    Scenario: The goal serves another area
      Given sessions 1 to 3 were held
      And the focus agreed is grief
      And a goal friends is recorded:
        | area | role-transition |
      When the case is evaluated
      Then it says "Set at least one goal for the agreed focus"

    Scenario: The second focus has none
      Given sessions 1 to 3 were held
      And the focus agreed is grief
      And a second focus agreed is role dispute
      And a goal father is recorded:
        | area | grief |
      When the case is evaluated
      Then it says "A goal for each focus is not recorded"

    Scenario: Both have one
      Given sessions 1 to 3 were held
      And the focus agreed is grief
      And a second focus agreed is role dispute
      And a goal father is recorded:
        | area | grief |
      And a goal evenings is recorded:
        | area | role-dispute |
      When the case is evaluated
      Then it says nothing of this

    Scenario: No focus is agreed yet
      Given sessions 1 to 3 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario: A focus that the patient turned down needs no goal
      Given sessions 1 to 3 were held
      And the patient does not agree with the focus grief
      When the case is evaluated
      Then it says nothing of this

  @rule:goal-vague
  Rule: A goal says what, by when, and how both will know

    Scenario Outline: It does not say <what>
      Given a patient at intake
      And a goal evenings is recorded:
        | <first>  | agree with him who is home when |
        | <second> | session ten                     |
      When the case is evaluated
      Then it says "The goal evenings does not say: <what>."

      Examples:
        | first   | second   | what                                          |
        | what    | by_when  | how you will both know                        |
        | what    | known_by | by when                                       |
        | by_when | known_by | what is to change, with whom or in which role |

    Scenario: Of two goals one can be rated
      Given a patient at intake
      And a goal evenings is recorded:
        | what     | agree with him who is home when |
        | by_when  | session ten                     |
        | known_by | two weeks as agreed             |
      And a goal calmer is recorded:
        | what | fewer quarrels |
      When the case is evaluated
      Then it says "The goal calmer does not say: by when; how you will both know."
      And the answer is needed for progress
      And it does not say "The goal evenings"

    Scenario: What was vague at intake is settled in the third session
      Given a patient at intake
      And a goal evenings is recorded:
        | what | agree with him who is home when |
      And session 3 was held
      And a goal evenings is recorded:
        | by_when  | session ten         |
        | known_by | two weeks as agreed |
      When the case is evaluated
      Then it says nothing of this

  @rule:goals-name-nobody
  Rule: At least one goal names a person

    Scenario: Two goals and nobody in them
      Given a patient at intake
      And a goal evenings is recorded:
        | what | quieter evenings |
      And a goal work is recorded:
        | what | say no once a week |
      When the case is evaluated
      Then it says "Not one of the recorded goals names a person (2 recorded)"
      And the answer is needed for progress

    Scenario: One of two names the husband
      Given a patient at intake
      And husband is the patient's spouse
      And a goal evenings is recorded:
        | person | husband |
      And a goal work is recorded:
        | what | say no once a week |
      When the case is evaluated
      Then it says nothing of this

    Scenario: No goal is set yet
      Given a patient at intake
      When the case is evaluated
      Then it says nothing of this

  @rule:goals-too-many
  Rule: Three goals are enough

    Background:
      Given a patient at intake
      And a goal evenings is recorded:
        | what | quieter evenings |
      And a goal work is recorded:
        | what | say no once a week |
      And a goal friends is recorded:
        | what | meet somebody every week |

    Scenario: A fourth is added in session three
      Given session 3 was held
      And a goal mother is recorded:
        | what | visit her without quarrelling |
      When the case is evaluated
      Then it says "4 goals are recorded; 3 at most"

    Scenario: Three are recorded
      When the case is evaluated
      Then it says nothing of this

    Scenario: One of the three is put in other words
      Given session 3 was held
      And a goal friends is recorded:
        | what | meet Anna or the neighbours every week |
      When the case is evaluated
      Then it says nothing of this
