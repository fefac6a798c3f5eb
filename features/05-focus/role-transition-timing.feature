Feature: When a change of life came
  Protocol C1 (FOC-06, FOC-07) and CON-30. A change close before the onset says most; one after it still counts, because
  it may keep the low mood going. What is only told counts in the middle; the best-timed change counts once.

  @rule:transition-timing-strong
  Rule: In the three months before the onset a change is close in time

    Scenario Outline: She moved <days> days before the low mood began, which is close
      Given the low mood began 8 months before the intake
      And a move called move-2025, <days> days before the low mood began
      When the case is evaluated
      Then it says "A change shortly before the onset"

      Examples:
        | days |
        | 0    |
        | 92   |

    Scenario Outline: She moved <time> the low mood began, which is not close before it
      Given the low mood began 8 months before the intake
      And a move called move-2025, <time> the low mood began
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | time           |
        | 93 days before |
        | 1 day after    |

    Scenario: Both are known to the month, and it is the same month
      Given the episode records "onset" as 2025-11
      And a move called move-2025 on 2025-11
      When the case is evaluated
      Then it says "The move came when the low mood began"

    Scenario: The move is known to the year only
      Given the episode records "onset" as 2025-11
      And a move called move-2025 on 2025
      When the case is evaluated
      Then it says nothing of this

    Scenario: When the low mood began is not known
      Given a patient at intake
      And a move called move-2025 on 2025-11-20
      When the case is evaluated
      Then it says nothing of this

    Scenario: Two changes in the three months count in time once
      Given the low mood began 8 months before the intake
      And a move called move-2025, 9 weeks before the low mood began
      And a job-change called new-job, 5 weeks before the low mood began
      When the case is evaluated
      Then it says "The move came 9 weeks before the low mood began"
      And the arguments add up to grief 0, dispute 0, transition 5, deficits 0

    Scenario: The affair is no change of role, so its time is none
      Given the low mood began 8 months before the intake
      And a betrayal called affair, 9 weeks before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: The separation is not let go of, so its time belongs to the dispute
      Given the low mood began 8 months before the intake
      And husband is the patient's spouse
      And a separation called parting, 9 weeks before the low mood began
      And about event parting it is known: "the person it is about, by key" as husband
      And about conflict husband it is known: "still fighting over terms, or hoping to restore it"
      When the case is evaluated
      Then it says nothing of this

  @rule:transition-timing-moderate
  Rule: Over three to six months before the onset a change is fairly close in time

    Scenario Outline: She moved <days> days before the low mood began, which is fairly close
      Given the low mood began 8 months before the intake
      And a move called move-2025, <days> days before the low mood began
      When the case is evaluated
      Then it says "A change some months before the onset"
      And this is a moderate argument for role transition
      And it counts once among the arguments of timing
      And this is about move-2025

      Examples:
        | days |
        | 93   |
        | 183  |

    Scenario Outline: She moved <days> days before the low mood began, which is not fairly close
      Given the low mood began 8 months before the intake
      And a move called move-2025, <days> days before the low mood began
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | days |
        | 92   |
        | 184  |

    Scenario: A lawsuit four months before, with nothing to say that it changed a role
      Given the low mood began 8 months before the intake
      And a legal-trouble called lawsuit, 4 months before the low mood began
      When the case is evaluated
      Then it says nothing of this

  @rule:transition-timing-weak
  Rule: Over six to twelve months before the onset a change is loosely tied to it, and earlier its time says nothing

    Scenario Outline: She moved <days> days before the low mood began, which is a loose tie
      Given the low mood began 8 months before the intake
      And a move called move-2025, <days> days before the low mood began
      When the case is evaluated
      Then it says "A change within the year before the onset"
      And this is a weak argument for role transition
      And it counts once among the arguments of timing
      And this is about move-2025

      Examples:
        | days |
        | 184  |
        | 365  |

    Scenario Outline: She moved <days> days before the low mood began, which is no loose tie
      Given the low mood began 8 months before the intake
      And a move called move-2025, <days> days before the low mood began
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | days |
        | 183  |
        | 366  |

    Scenario: A lawsuit eight months before, with nothing to say that it changed a role
      Given the low mood began 8 months before the intake
      And a legal-trouble called lawsuit, 8 months before the low mood began
      When the case is evaluated
      Then it says nothing of this

  @rule:transition-timing-told
  Rule: Where no date is known, what is told of the onset counts as fairly close in time

    Scenario: The birth is told to lie around the onset
      Given a patient at intake
      And a birth called first-child, around the onset, without a date
      When the case is evaluated
      Then it says "The birth came around the time the low mood began, as far as it is told"
      And this is a moderate argument for role transition
      And it counts once among the arguments of timing
      And this is about first-child
      And it says "Ask for the month"

    Scenario Outline: The date of the move is not known, and the <who> links it to the low mood
      Given a patient at intake
      And a move called move-2025, it is not known when
      And about event move-2025 it is known: "who links it to the low mood: patient, therapist" as [<who>]
      When the case is evaluated
      Then it says "A change is told as tied to the onset"

      Examples:
        | who       |
        | patient   |
        | therapist |

    Scenario: The move is known to the year, and the patient links it to the low mood
      Given the episode records "onset" as 2025-11
      And a move called move-2025 on 2025
      And about event move-2025 it is known: "who links it to the low mood: patient, therapist" as [patient]
      When the case is evaluated
      Then it says "The move came in 2025, as far as it is told"

    Scenario: The move has a date and the onset has none; the move is told to lie around it
      Given a patient at intake
      And a move called move-2025 on 2025-09
      And about event move-2025 it is known: "without a date: before, around, after or years-before the onset" as around
      When the case is evaluated
      Then it says "as far as it is told"

    Scenario: Told as around the onset, and the date says seven months before
      Given the low mood began 8 months before the intake
      And a move called move-2025, 7 months before the low mood began
      And about event move-2025 it is known: "without a date: before, around, after or years-before the onset" as around
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: The move is told to lie <relation> the onset, and nobody links it to the low mood
      Given a patient at intake
      And a move called move-2025, <relation> the onset, without a date
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | relation     |
        | before       |
        | years-before |
        | after        |

    Scenario: The move stands on the timeline, and nothing is told of its time
      Given a patient at intake
      And a move called move-2025, it is not known when
      When the case is evaluated
      Then it says nothing of this

    Scenario: A betrayal around the onset is no change of role
      Given a patient at intake
      And a betrayal called affair, around the onset, without a date
      When the case is evaluated
      Then it says nothing of this

  @rule:transition-after-onset
  Rule: A change that came after the onset cannot have set it off and still counts a little

    Scenario: She lost her job the day after the low mood began
      Given the low mood began 8 months before the intake
      And a job-loss called layoff, 1 day after the low mood began
      When the case is evaluated
      Then it says "A change after the onset"
      And this is a weak argument for role transition
      And it counts once among the arguments of timing
      And this is about layoff
      And it says "Ask whether the change came out of the low mood"

    Scenario: It is told to have come after the onset, no date known
      Given a patient at intake
      And a job-loss called layoff, after the onset, without a date
      When the case is evaluated
      Then it says "The loss of the job came after the low mood began"

    Scenario: She lost her job on the day from which the low mood is counted
      Given the low mood began 8 months before the intake
      And a job-loss called layoff, 0 days before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: The job was lost in December, and when the low mood began is not known
      Given a patient at intake
      And a job-loss called layoff on 2025-12-01
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is linked to the low mood, and which came first is not known
      Given a patient at intake
      And a job-loss called layoff, it is not known when
      And about event layoff it is known: "who links it to the low mood: patient, therapist" as [patient]
      When the case is evaluated
      Then it says nothing of this

    Scenario: The affair that came to light after the onset is no change of role
      Given the low mood began 8 months before the intake
      And a betrayal called affair, 5 months after the low mood began
      When the case is evaluated
      Then it says nothing of this

  @rule:transition-after-onset-recent
  Rule: A recent change after the onset that is not settled may keep the low mood going

    Scenario Outline: She lost her job 92 days before the intake, after the onset, and <how>
      Given the low mood began 140 days before the intake
      And a job-loss called layoff, 48 days after the low mood began
      And about event layoff it is known: "<what>" as <answer>
      When the case is evaluated
      Then it says "and is not settled yet"
      And this is a moderate argument for role transition
      And it counts once among the arguments of timing
      And this is about layoff

      Examples:
        | how                   | what                                           | answer |
        | nothing is settled    | settled by now                                 | no     |
        | it keeps her low mood | still going on and keeping the low mood going  | yes    |

    Scenario: She lost her job 93 days before the intake, after the onset, and nothing is settled
      Given the low mood began 140 days before the intake
      And a job-loss called layoff, 47 days after the low mood began
      And about event layoff it is known: "settled by now" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was recent at the intake, and by the first session it is recent no longer
      Given the low mood began 140 days before the intake
      And a job-loss called layoff, 48 days after the low mood began
      And about event layoff it is known: "settled by now" as no
      And session 1
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: She lost her job a month ago, after the onset; settled by now: <answer>
      Given the low mood began 140 days before the intake
      And a job-loss called layoff, 110 days after the low mood began
      And about event layoff it is known: "settled by now" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | yes       |
        | not known |

    Scenario: She lost her job a month ago, and has adapted to it
      Given the low mood began 140 days before the intake
      And a job-loss called layoff, 110 days after the low mood began
      And about change layoff it is known: "fully adapted to by now"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nothing was settled at the intake, and in the second session she has found work
      Given the low mood began 140 days before the intake
      And a job-loss called layoff, 110 days after the low mood began
      And about event layoff it is known: "settled by now" as no
      And session 2
      And about event layoff it is known: "settled by now"
      When the case is evaluated
      Then it says nothing of this

    Scenario: It came the day before the onset and is not settled, so it is no upkeep
      Given the low mood began 60 days before the intake
      And a job-loss called layoff, 1 day before the low mood began
      And about event layoff it is known: "settled by now" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is told to have come after the onset, and how long ago is not known
      Given a patient at intake
      And a job-loss called layoff, after the onset, without a date
      And about event layoff it is known: "settled by now" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: An affair came to light a month ago, after the onset, and nothing is settled
      Given the low mood began 140 days before the intake
      And a betrayal called affair, 110 days after the low mood began
      And about event affair it is known: "settled by now" as no
      When the case is evaluated
      Then it says nothing of this
