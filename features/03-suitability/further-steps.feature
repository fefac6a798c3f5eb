Feature: When IPT alone or two treatments were not enough
  Protocol SEV-09, SEV-11, MON-13 and MON-22. Medicine can follow IPT step by step; a psychiatrist is asked when two
  adequate treatments, or many weeks of this one, have not brought remission. A trial counts only when dose, weeks and
  how it is taken are known.

  @rule:limited-response-next-step
  Rule: Less than a response by half way is a reason to talk about the next step

    Background:
      Given a patient at intake
      And the patient records "age in years" as 40
      And the patient was asked about bipolar history and there were none
      And 16 sessions are planned
      And the PHQ-9 is 18

    Scenario Outline: At session <number> the PHQ-9 is <score>
      Given no medicine is taken
      And sessions 1 to <number> were held
      And the PHQ-9 is <score>
      When the case is evaluated
      Then it says "<words>"

      Examples:
        | number | score | words                                    |
        | 7      | 12    | The PHQ-9 went 18 → 12 (−6) by session 7 |
        | 9      | 10    | consider the next step, such as          |

    Scenario Outline: Too early, a response, or the ending: at session <number> the PHQ-9 is <score>
      Given no medicine is taken
      And sessions 1 to <number> were held
      And the PHQ-9 is <score>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | number | score |
        | 6      | 12    |
        | 9      | 9     |
        | 13     | 12    |

    Scenario: Whether a medicine is taken is not known
      Given sessions 1 to 9 were held
      And the PHQ-9 is 12
      When the case is evaluated
      Then it says nothing of this

    Scenario: A medicine is taken
      Given a medicine is taken:
        | name | sertraline |
      And sessions 1 to 9 were held
      And the PHQ-9 is 12
      When the case is evaluated
      Then it says nothing of this

    Scenario: In pregnancy
      Given no medicine is taken
      And the patient records "pregnant now"
      And sessions 1 to 9 were held
      And the PHQ-9 is 12
      When the case is evaluated
      Then it says "a question for a specialist (pregnancy is recorded)"
      And of the plan it says offer

    Scenario: The patient is a minor
      Given no medicine is taken
      And the patient records "age in years" as 16
      And sessions 1 to 9 were held
      And the PHQ-9 is 12
      When the case is evaluated
      Then it says nothing of this

    Scenario: Twice a week, half way comes before six weeks have passed
      Given no medicine is taken
      And session 1 on 2026-01-17
      And session 8 on 2026-02-21
      And the PHQ-9 is 12
      When the case is evaluated
      Then it says nothing of this

    Scenario: His wife left this week
      Given no medicine is taken
      And sessions 1 to 9 were held
      And the PHQ-9 is 12
      And a separation called wife-left on 2026-03-10
      When the case is evaluated
      Then it says nothing of this

    Scenario: Binge eating is what is treated
      Given no medicine is taken
      And the diagnosis records "the main diagnosis" as binge-eating
      And sessions 1 to 9 were held
      And the PHQ-9 is 12
      When the case is evaluated
      Then it says nothing of this

    Scenario: Voices are told in the ninth session
      Given no medicine is taken
      And sessions 1 to 9 were held
      And the PHQ-9 is 12
      And the diagnosis records "psychotic symptoms now"
      When the case is evaluated
      Then it says nothing of this

    Scenario: The score is fifteen days old
      Given no medicine is taken
      And session 9 on 2026-03-14
      And the PHQ-9 is 12
      When the case is evaluated on 2026-03-29
      Then it says nothing of this

  @rule:limited-response-next-step
  Rule: Where nobody said how many sessions are planned, eight weeks count

    Background:
      Given a patient at intake
      And the patient records "age in years" as 40
      And no medicine is taken
      And the PHQ-9 is 18
      And session 1 on 2026-01-17

    Scenario Outline: The score is of <day>
      Given session 9 on <day>
      And the PHQ-9 is 12
      When the case is evaluated
      Then it says "consider the next step, such as"

      Examples:
        | day        |
        | 2026-03-14 |

    Scenario Outline: The score is of <day>, a day too early
      Given session 9 on <day>
      And the PHQ-9 is 12
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | day        |
        | 2026-03-13 |

  @rule:psychiatric-consultation
  Rule: Two adequate treatments or many weeks without remission ask for a psychiatric opinion

    Background:
      Given a patient at intake
      And an earlier treatment is recorded:
        | kind     | cbt  |
        | adequate | yes  |
        | result   | none |

    Scenario Outline: A second treatment: <kind>, adequate <adequate>, result <result>
      Given an earlier treatment is recorded:
        | kind     | <kind>     |
        | adequate | <adequate> |
        | result   | <result>   |
      And the PHQ-9 is 14
      When the case is evaluated
      Then it says "CBT, with no response, medicine, with a partial response"

      Examples:
        | kind       | adequate | result  |
        | medication | yes      | partial |

    Scenario Outline: It does not count: <kind>, adequate <adequate>, result <result>
      Given an earlier treatment is recorded:
        | kind     | <kind>     |
        | adequate | <adequate> |
        | result   | <result>   |
      And the PHQ-9 is 14
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | kind       | adequate  | result    |
        | medication | not-known | none      |
        | medication | no        | none      |
        | medication | yes       | remission |

    Scenario Outline: A medicine is taken at an adequate dose for <weeks> weeks, adherence <adherence>
      Given a medicine is taken:
        | name          | sertraline  |
        | dose_adequate | yes         |
        | weeks         | <weeks>     |
        | adherence     | <adherence> |
      And the PHQ-9 is <score>
      When the case is evaluated
      Then it says "sertraline, taken now"

      Examples:
        | weeks | adherence | score |
        | 4     | full      | 14    |
        | 5     | full      | 14    |

    Scenario Outline: No trial that counts: <weeks> weeks, adherence <adherence>, PHQ-9 <score>
      Given a medicine is taken:
        | name          | sertraline  |
        | dose_adequate | yes         |
        | weeks         | <weeks>     |
        | adherence     | <adherence> |
      And the PHQ-9 is <score>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | weeks | adherence | score |
        | 3     | full      | 14    |
        | 4     | partial   | 14    |
        | 4     | full      | 4     |

    Scenario Outline: The treatment began on 17 January, and on <day> the PHQ-9 is <score>
      Given session 1 on 2026-01-17
      And session 20 on <day>
      And the PHQ-9 is <score>
      When the case is evaluated
      Then it says "above remission; 20 weeks of this treatment"

      Examples:
        | day        | score |
        | 2026-06-06 | 11    |

    Scenario Outline: Too early or in remission: on <day> the PHQ-9 is <score>
      Given session 1 on 2026-01-17
      And session 20 on <day>
      And the PHQ-9 is <score>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | day        | score |
        | 2026-06-05 | 11    |
        | 2026-06-06 | 4     |
