Feature: Group, distance, and other treatments beside IPT
  Protocol A3, FMT-02 to FMT-10, and CBT-07. A group needs a meeting alone before it, and some states are for individual
  care. What the rules on remote sessions ask at the start of each is in another feature.

  @rule:group-not-now
  Rule: Some states are for individual care, not for a group

    Background:
      Given a patient at intake
      And the course records "format" as group

    Scenario: Intent to die was told
      Given C-SSRS question 4 is answered yes
      When the case is evaluated
      Then it says "consider individual care instead for now"
      And it holds back no technique advice
      And it says "an intent or a plan to die"

    Scenario Outline: Recorded is: <what>
      Given the diagnosis records "<what>" as <value>
      When the case is evaluated
      Then it says "<words>"

      Examples:
        | what                                   | value             | words                        |
        | psychotic symptoms now                 | yes               | psychotic symptoms           |
        | mania, hypomania or mixed features now | yes               | mania                        |
        | cognitive status                       | severe-impairment | severe cognitive impairment  |

    Scenario: A dispute with a member of the same group
      Given pia is the patient's colleague
      And there is a conflict with pia
      And about person pia it is known: "is a member of the same therapy group"
      When the case is evaluated
      Then it says "a dispute with a member of the same group"

    Scenario: A dispute with somebody outside the group
      Given pia is the patient's colleague
      And there is a conflict with pia
      And about person pia it is known: "is a member of the same therapy group" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Cognition is mildly impaired, and a wish to be dead was told
      Given the diagnosis records "cognitive status" as mild-impairment
      And C-SSRS question 1 is answered yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nothing was asked yet
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: The phase is recorded as <phase>, and memory and thinking are severely impaired
      Given session 3 was held
      And the phase is recorded as <phase>
      And the diagnosis records "cognitive status" as severe-impairment
      When the case is evaluated
      Then it says "severe cognitive impairment"
      And there is an alert of level caution

      Examples:
        | phase       |
        | not-started |
        | middle      |
        | ending      |

    Scenario: In maintenance the question of a group has passed
      Given session 3 was held
      And the phase is recorded as maintenance
      And the diagnosis records "cognitive status" as severe-impairment
      When the case is evaluated
      Then it says nothing of this

  @rule:group-not-now
  Rule: A wish for a group counts as well, and individual care has no such bar

    Scenario: A group is only wished for, and psychosis is recorded
      Given the preferences records "preferred format" as group
      And the diagnosis records "psychotic symptoms now"
      When the case is evaluated
      Then it says "A group is wished for."

    Scenario: An individual course, and psychosis is recorded
      Given the course records "format" as individual
      And the diagnosis records "psychotic symptoms now"
      When the case is evaluated
      Then it says nothing of this

  @rule:before-the-group
  Rule: Before a group each person is seen alone

    Background:
      Given a patient at intake

    Scenario: A group course before its first session
      Given the course records "format" as group
      When the case is evaluated
      Then it says "Before the group: one meeting alone"
      And of the phase it says checklist, to initial
      And the list shown is pre-group
      And open is "The people who matter"

    Scenario: What would speak against a group was all asked about
      Given the course records "format" as group
      And the whole C-SSRS screener is answered no
      And the patient was asked about psychosis, mania, conflicts and there were none
      And the diagnosis records "cognitive status" as normal
      When the case is evaluated
      Then done is "Known not to be there: intent to die, psychosis, mania, severe cognitive impairment, a dispute with a member"

    Scenario: All of that but mania was asked about
      Given the course records "format" as group
      And the whole C-SSRS screener is answered no
      And the patient was asked about psychosis, conflicts and there were none
      And the diagnosis records "cognitive status" as normal
      When the case is evaluated
      Then open is "Known not to be there: intent to die, psychosis, mania, severe cognitive impairment, a dispute with a member"

    Scenario: The course of the WHO group, which is always held in one
      Given the course records "type" as who-group
      When the case is evaluated
      Then it says "is led with supervision"

    Scenario: The first session of the group was held
      Given the course records "format" as group
      And session 1 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: An individual course
      Given the course records "format" as individual
      When the case is evaluated
      Then it says nothing of this

  @rule:group-individual-meetings
  Rule: Outside the WHO model three individual meetings stay beside the group

    Background:
      Given a patient at intake
      And 20 sessions are planned

    Scenario Outline: Session <number> of the group is the latest
      Given the course records "format" as group
      And session <number> was held
      When the case is evaluated
      Then it says "<words>"

      Examples:
        | number | words                                                          |
        | 9      | plan a meeting alone before, half way, and within a week after |
        | 19     | Write down one goal for each member                            |

    Scenario Outline: Session <number> of the group is the latest, at another point
      Given the course records "format" as group
      And session <number> was held
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | number |
        | 8      |
        | 10     |

    Scenario: Before the first session
      Given the course records "format" as group
      When the case is evaluated
      Then it says "The course is held in a group."
      And of the plan it says due

    Scenario: The WHO group
      Given the course records "type" as who-group
      When the case is evaluated
      Then it says nothing of this

  @rule:group-practice
  Rule: In a group the members practise with each other

    Background:
      Given a patient at intake

    Scenario: A group course
      Given the course records:
        | type   | group |
        | format | group |
      When the case is evaluated
      Then it says "let members share, suggest, support and practise"
      And it suggests TEC-36, in this order
      And TEC-36 is suggested

    Scenario: The format is not recorded
      When the case is evaluated
      Then it says nothing of this

  @rule:group-against-isolation
  Rule: Where loneliness is central a group is worth a thought

    Background:
      Given a patient at intake
      And the patient records "age in years" as 40
      And the social life records "isolated or lonely now"
      And the whole C-SSRS screener is answered no
      And the diagnosis records:
        | psychosis | no |
        | mania_now | no |

    Scenario: Lonely, and wishing for contact
      Given the social life records "wishes for more contact"
      When the case is evaluated
      Then it says "consider a group, or one later to practise in"
      And this is a weak reason for the course group

    Scenario: Lonely, and nothing is said of a wish for contact
      When the case is evaluated
      Then it says nothing of this

    Scenario: Individual treatment is wished for
      Given the social life records "wishes for more contact"
      And the preferences records "preferred format" as individual
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nobody has asked about highs
      Given the social life records "wishes for more contact"
      And the diagnosis records "mania now" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: Memory and thinking are severely impaired
      Given the social life records "wishes for more contact"
      And the diagnosis records "cognitive status" as severe-impairment
      When the case is evaluated
      Then it says nothing of this

    Scenario: Violence is recorded
      Given the social life records "wishes for more contact"
      And max is the patient's spouse
      And the violence enquiry records "violence, threats or coercive control now"
      And the violence enquiry records "from whom, by key" as max
      When the case is evaluated
      Then it says nothing of this

  @rule:remote-watch-attendance
  Rule: At a distance attendance is watched

    Background:
      Given a patient at intake

    Scenario Outline: The course is held by <format>
      Given the course records "format" as <format>
      When the case is evaluated
      Then it says "agree early what happens when a session is missed"

      Examples:
        | format    |
        | telephone |
        | blended   |

    Scenario: Video is wished for
      Given the preferences records "preferred format" as video
      When the case is evaluated
      Then it says "The wished format is video."

    Scenario: Meeting in one room
      Given the course records "format" as individual
      When the case is evaluated
      Then it says nothing of this

  @rule:another-therapy-runs
  Rule: Two talking treatments at once are talked over

    Background:
      Given a patient at intake

    Scenario Outline: <kind> runs beside IPT: <running>
      Given an earlier treatment is recorded:
        | kind    | <kind>    |
        | running | <running> |
      When the case is evaluated
      Then it says "<words>"

      Examples:
        | kind                | running | words                       |
        | cbt                 | yes     | Runs beside this one: CBT   |
        | other-psychotherapy | yes     | talk over which comes first |

    Scenario Outline: <kind> is no second talking treatment now, running: <running>
      Given an earlier treatment is recorded:
        | kind    | <kind>    |
        | running | <running> |
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | kind       | running |
        | cbt        | no      |
        | medication | yes     |
