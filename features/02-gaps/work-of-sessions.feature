Feature: What is not recorded of the work of sessions
  Protocol D1 and D4 with J2. The link between mood and events is the thread of every session, a task is heard of in the
  next one, and after weeks without a session measure, risk and timeline come first.

  @rule:mood-event-link-missing
  Rule: Two sessions without a link between mood and an event are enough to ask for one

    Scenario: Neither of two sessions records a link
      Given sessions 1 to 6 were held
      When the case is evaluated
      Then it says "In the last 2 sessions no link between mood and an event or a person is recorded"
      And the answer is needed for techniques

    Scenario: In the last two it was not made
      Given session 5 was held
      And the session records "mood was linked to an event or a person" as no
      And session 6 was held
      And the session records "mood was linked to an event or a person" as no
      When the case is evaluated
      Then it says "Link mood and event again"

    Scenario Outline: It was made in session <number>
      Given sessions 1 to 6 were held
      And session <number> was held
      And the session records "mood was linked to an event or a person"
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | number |
        | 5      |
        | 6      |

    Scenario: It was made three sessions ago
      Given sessions 1 to 6 were held
      And session 4 was held
      And the session records "mood was linked to an event or a person"
      When the case is evaluated
      Then it says "Link mood and event again"

    Scenario: Only one session was held so far
      Given session 1 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: A missed session is no session without a link
      Given session 1 was held
      And session 2 was missed without notice
      When the case is evaluated
      Then it says nothing of this

    Scenario: She missed the session after, and contact comes before any question
      Given sessions 1 to 6 were held
      And session 7 was missed without notice
      When the case is evaluated
      Then it says nothing of this

    Scenario: The treatment is finished and links are not sought any more
      Given sessions 1 to 6 were held
      And the phase is recorded as finished
      When the case is evaluated
      Then it says nothing of this

  @rule:homework-result-open
  Rule: What became of a task is asked in the next session

    Scenario: A task was agreed in the last session
      Given session 5 was held
      And the homework records "a task was agreed in this session"
      When the case is evaluated
      Then it says "In session 5 a task was agreed; what came of it is not recorded yet"
      And the answer is needed for techniques

    Scenario: The session after does not say what came of it
      Given session 5 was held
      And the homework records "a task was agreed in this session"
      And session 6 was held
      When the case is evaluated
      Then it says "In session 5 a task was agreed"

    Scenario: The patient could not say
      Given session 5 was held
      And the homework records "a task was agreed in this session"
      And session 6 was held
      And the homework records "what became of the previous task" as not known
      When the case is evaluated
      Then it says "Ask what was tried of the task agreed, and how it went"

    Scenario Outline: In the session after the answer was <answer>
      Given session 5 was held
      And the homework records "a task was agreed in this session"
      And session 6 was held
      And the homework records "what became of the previous task" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer |
        | yes    |
        | partly |
        | no     |

    Scenario: No task was agreed
      Given session 5 was held
      And the homework records "a task was agreed in this session" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: He missed the session after, and contact comes before any question
      Given session 5 was held
      And the homework records "a task was agreed in this session"
      And session 6 was missed without notice
      When the case is evaluated
      Then it says nothing of this

    Scenario: The treatment is finished and no session follows
      Given session 16 was held
      And the homework records "a task was agreed in this session"
      And the phase is recorded as finished
      When the case is evaluated
      Then it says nothing of this

  @rule:long-gap-to-catch-up-on
  Rule: After weeks without a session measure, risk and timeline come first

    Scenario: A holiday, and the next session is five weeks after the last
      Given session 5 on 2026-02-14
      When the case is evaluated on 2026-03-21
      Then it says "5 weeks since session 5"
      And the answer is needed for progress
      And it says "Begin with a fresh PHQ-9 and the question about suicide"

    Scenario: Four weeks to the day
      Given session 5 on 2026-02-14
      When the case is evaluated on 2026-03-14
      Then it says "4 weeks since session 5"

    Scenario: A day less than four weeks
      Given session 5 on 2026-02-14
      When the case is evaluated on 2026-03-13
      Then it says nothing of this

    Scenario: A planned gap of one session between weekly sessions is short
      Given session 5 on 2026-02-14
      And session 6 on 2026-02-21
      And the session records "not held by agreement: holiday, illness"
      When the case is evaluated on 2026-02-28
      Then it says nothing of this

    Scenario: She is back after six weeks, and nothing was asked of that time
      Given session 5 on 2026-02-14
      And session 6 on 2026-03-28
      When the case is evaluated
      Then it says "6 weeks between session 5 and session 6"

    Scenario: She is back after six weeks, and told what happened
      Given session 5 on 2026-02-14
      And session 6 on 2026-03-28
      And a move called new-flat on 2026-03
      When the case is evaluated
      Then it says nothing of this

    Scenario: He stays away without a word, and no question is put to an absent person
      Given session 5 on 2026-02-14
      And session 6 on 2026-02-21
      And the session records "attended" as no
      When the case is evaluated on 2026-03-21
      Then it says nothing of this

    Scenario: Sessions are planned once a month
      Given a patient at intake
      And the course records "how often" as monthly
      And session 5 on 2026-02-14
      When the case is evaluated on 2026-03-17
      Then it says nothing of this

    Scenario: Maintenance goes on once a month
      Given session 17 on 2026-02-14
      And the phase is recorded as maintenance
      When the case is evaluated on 2026-03-17
      Then it says nothing of this
