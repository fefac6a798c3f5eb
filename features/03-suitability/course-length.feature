Feature: The length of the course, the frame of its sessions, and phases that follow the course
  Protocol H, with CON-01, CON-23 and MID-02. A course has a range of lengths, a usual length, minutes, a frequency, and
  often phases of its own. The number that patient and therapist plan counts for more than what is usual; a number that
  lies outside the range of the course is looked at again, with the range and its source.

  @rule:length-outside-course
  Rule: A number outside the range of the chosen course is looked at again

    Scenario Outline: <planned> sessions of <course>
      Given a patient at intake
      And the course is <course>
      And <planned> sessions are planned
      When the case is evaluated
      Then it says "<planned> sessions are planned."
      And it says "<range>"

      Examples:
        | course             | planned | range                                                                     |
        | ipt-a              | 11      | IPT for adolescents (IPT-A) has 12 to 16 sessions, usually 12.            |
        | ipt-a              | 17      | IPT for adolescents (IPT-A) has 12 to 16 sessions, usually 12.            |
        | acute              | 21      | Acute IPT has 6 to 20 sessions, usually 12 to 16.                         |
        | ptsd               | 12      | IPT for PTSD has 14 sessions.                                             |
        | dutch-trials       | 24      | up to 20 sessions, usually 16 (usual number: from memory, not read again) |
        | nice-less-severe   | 20      | 8 to 16 sessions (not checked against the guideline yet)                  |
        | ipc                | 10      | 3 to 8 sessions, usually 6 (fewest and most: our own reckoning)           |
        | relapse-prevention | 3       | 4 sessions or more, usually 4.                                            |

    Scenario Outline: <planned> sessions are inside the range of <course>
      Given a patient at intake
      And the course is <course>
      And <planned> sessions are planned
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | course      | planned |
        | ipt-a       | 12      |
        | ipt-a       | 16      |
        | acute       | 6       |
        | acute       | 20      |
        | ipt-bpd     | 34      |
        | maintenance | 36      |

    Scenario: The default by severity is shown beside the range
      Given a patient at intake
      And the course is acute
      And 24 sessions are planned
      And the PHQ-9 is 14 with item 9 at 0
      When the case is evaluated
      Then it says "Our default at a first PHQ-9 of 14: 12 sessions, weekly."

    Scenario: Without a PHQ-9 the default is shown for each severity
      Given a patient at intake
      And the course is acute
      And 24 sessions are planned
      When the case is evaluated
      Then it says "by the first PHQ-9: 16 weekly sessions from 16 points on, 12 from 10, and from 5 on 6 to 8 sessions"

    Scenario: The contract has another number than the course
      Given a patient at intake
      And the course is brief
      And the contract records "number of sessions" as 12
      When the case is evaluated
      Then it says "12 sessions are planned. Brief IPT (IPT-B) has 8 to 9 sessions, usually 8."
      And it rests on intake.contract.sessions

    Scenario: The number was renegotiated and fits now
      Given a patient at intake
      And the course is ipt-a
      And 24 sessions are planned
      And sessions 1 to 2 were held
      And 16 sessions are planned
      When the case is evaluated
      Then it says nothing of this

  @rule:length-outside-usual
  Rule: Far fewer or more sessions than usual belong to a course, which is named

    Scenario Outline: <planned> sessions and no course
      Given a patient at intake
      And <planned> sessions are planned
      When the case is evaluated
      Then it says "<planned> sessions are planned, and no course that is known here is recorded. Without one, 6 to 20 are usual."

      Examples:
        | planned |
        | 5       |
        | 21      |
        | 34      |

    Scenario Outline: <planned> sessions are usual
      Given a patient at intake
      And <planned> sessions are planned
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | planned |
        | 6       |
        | 20      |

    Scenario: Three sessions are all there are in evaluation, support and triage
      Given a patient at intake
      And the course is ipt-est
      And 3 sessions are planned
      When the case is evaluated
      Then it says nothing of this

  @rule:length-of-course
  Rule: Where a course is chosen and no number is settled, its usual length is offered

    Scenario: Brief IPT, and no number yet
      Given a patient at intake
      And the course is brief
      When the case is evaluated
      Then it says "Brief IPT (IPT-B) has 8 to 9 sessions, usually 8."
      And of the plan it says offer

    Scenario: The number of the brief course is settled
      Given a patient at intake
      And the course is brief
      And 8 sessions are planned
      When the case is evaluated
      Then it says nothing of this

    Scenario: The blended course has no number of its own
      Given a patient at intake
      And the course is internet-blended
      When the case is evaluated
      Then it says nothing of this

  @rule:length-by-severity
  Rule: Where neither course nor number is settled, the first PHQ-9 gives a number to start from

    Scenario Outline: A first PHQ-9 of <score>
      Given a patient at intake
      And the PHQ-9 is <score> with item 9 at 0
      When the case is evaluated
      Then it says "Our default at a first PHQ-9 of <score>: <length>"

      Examples:
        | score | length                                                    |
        | 16    | 16 sessions, weekly.                                      |
        | 15    | 12 sessions, weekly.                                      |
        | 10    | 12 sessions, weekly.                                      |
        | 9     | 6 to 8 sessions of interpersonal counselling or brief IPT |
        | 5     | 6 to 8 sessions of interpersonal counselling or brief IPT |

    Scenario: Below five points there is no default
      Given a patient at intake
      And the PHQ-9 is 4 with item 9 at 0
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nothing was measured yet
      Given a patient at intake
      When the case is evaluated
      Then it says nothing of this

    Scenario: The number is settled
      Given a patient at intake
      And the PHQ-9 is 18 with item 9 at 0
      And 12 sessions are planned
      When the case is evaluated
      Then it says nothing of this

    Scenario: A course is chosen, and its own length counts
      Given a patient at intake
      And the PHQ-9 is 18 with item 9 at 0
      And the course is ipt-a
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: The default is not meant for <whom>
      Given a patient at intake
      And the PHQ-9 is 18 with item 9 at 0
      And the <group> records "<field>" as <value>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | whom               | group     | field    | value |
        | a girl of fifteen  | patient   | age      | 15    |
        | a pregnant woman   | patient   | pregnant | yes   |
        | a group            | course    | format   | group |
        | a trauma disorder  | diagnosis | primary  | ptsd  |
        | a bipolar disorder | diagnosis | bipolar  | yes   |

    Scenario: The score of a later session does not change the default
      Given a patient at intake
      And the PHQ-9 is 18 with item 9 at 0
      And session 1 was held
      And the PHQ-9 is 12 with item 9 at 0
      When the case is evaluated
      Then it says "Our default at a first PHQ-9 of 18: 16 sessions, weekly."
      And of the plan it says offer

  @rule:session-frame-differs
  Rule: Shorter, longer or rarer sessions than usual are chosen openly

    Scenario Outline: <minutes> minutes in the course <course>
      Given a patient at intake
      And the course is <course>
      And the contract records "minutes" as <minutes>
      When the case is evaluated
      Then it says "Agreed: <minutes> minutes. Usual: <usual>"

      Examples:
        | course    | minutes | usual                                                            |
        | acute     | 44      | 45 to 60 minutes (our default 50) in Acute IPT                   |
        | acute     | 61      | 45 to 60 minutes (our default 50) in Acute IPT                   |
        | ipt-a     | 30      | 35 to 50 minutes (our default 50) in IPT for adolescents (IPT-A) |
        | ipc       | 50      | up to 30 minutes in Interpersonal counselling (IPC)              |
        | who-group | 60      | 90 minutes in WHO group IPT, from memory, not read again         |
        | late-life | 30      | 45 to 60 minutes (our default 50) in IPT in general              |

    Scenario Outline: <minutes> minutes are usual in the course <course>
      Given a patient at intake
      And the course is <course>
      And the contract records "minutes" as <minutes>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | course       | minutes |
        | acute        | 45      |
        | acute        | 60      |
        | ipt-a        | 35      |
        | ipc          | 20      |
        | who-group    | 90      |
        | group-uganda | 90      |
        | maintenance  | 30      |

    Scenario Outline: <minutes> minutes and no course
      Given a patient at intake
      And the contract records "minutes" as <minutes>
      When the case is evaluated
      Then it says "Usual: 45 to 60 minutes (our default 50) in IPT in general"

      Examples:
        | minutes |
        | 30      |
        | 44      |
        | 61      |

    Scenario Outline: <minutes> minutes are usual where no course is chosen
      Given a patient at intake
      And the contract records "minutes" as <minutes>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | minutes |
        | 45      |
        | 46      |
        | 59      |
        | 60      |

    Scenario: Every two weeks
      Given a patient at intake
      And the course is perinatal
      And the course records "frequency" as fortnightly
      When the case is evaluated
      Then it says "Agreed: fortnightly. Usual: weekly in Perinatal IPT."

    Scenario Outline: <often> is as the course <course> has it
      Given a patient at intake
      And the course is <course>
      And the course records "frequency" as <often>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | course      | often        |
        | acute       | weekly       |
        | acute       | twice-weekly |
        | ipsrt       | fortnightly  |
        | maintenance | monthly      |
        | ipt-bpd     | fortnightly  |
        | acute       | other        |

    Scenario: A group has a frame of its own
      Given a patient at intake
      And the course records "format" as group
      And the contract records "minutes" as 90
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nothing of the frame is agreed yet
      Given a patient at intake
      And the course is acute
      When the case is evaluated
      Then it says nothing of this

  @rule:course-not-known
  Rule: A course that is not recognised is told with the nearest that is, and decides nothing

    Scenario Outline: The course is written <written>
      Given a patient at intake
      And the course is <written>
      When the case is evaluated
      Then it says "<meant>"
      And the answer is needed for course
      And it rests on intake.course.type

      Examples:
        | written  | meant                                                        |
        | IPT-B    | Perhaps Brief IPT (IPT-B), which is written brief.           |
        | ipt_a    | Perhaps IPT for adolescents (IPT-A), which is written ipt-a. |
        | perinatl | Perhaps Perinatal IPT, which is written perinatal.           |
        | knitting | None has a name like the one recorded.                       |

    Scenario: A course that is known
      Given a patient at intake
      And the course is brief
      When the case is evaluated
      Then it says nothing of this

    Scenario: No course is recorded
      Given a patient at intake
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was corrected in the first session
      Given a patient at intake
      And the course is IPT-B
      And session 1 was held
      And the course is brief
      When the case is evaluated
      Then it says nothing of this

  @rule:ending-starts
  Rule: The ending is that of the chosen course, where it has one

    Scenario Outline: The ending of <course> begins with session <starts> of <planned>
      Given a patient at intake
      And the course is <course>
      And <planned> sessions are planned
      And sessions 1 to <held> were held
      When the case is evaluated
      Then it says "it begins with session <starts>"
      And it says "<by>"

      Examples:
        | course           | planned | held | starts | by                                                                     |
        | who-group        | 8       | 7    | 8      | Sessions of the ending: 1, as in WHO group IPT.                        |
        | brief            | 8       | 7    | 8      | Sessions of the ending: 1, as in Brief IPT (IPT-B), our own reckoning. |
        | ipt-a            | 12      | 9    | 10     | Sessions of the ending: 3, as in IPT for adolescents (IPT-A).          |
        | ipt-a            | 16      | 13   | 14     | Sessions of the ending: 3, as in IPT for adolescents (IPT-A).          |
        | acute-uk         | 16      | 12   | 13     | Sessions of the ending: 4, as in Acute IPT, UK practice.               |
        | stuart-robertson | 16      | 14   | 15     | Sessions of the ending: 2, as in Acute IPT, Stuart and Robertson.      |
        | acute            | 16      | 12   | 13     | Sessions of the ending: 4, by the planned number.                      |
        | brief            | 12      | 9    | 10     | Sessions of the ending: 3, by the planned number.                      |

    Scenario Outline: After <held> of <planned> sessions of <course> it has not come
      Given a patient at intake
      And the course is <course>
      And <planned> sessions are planned
      And sessions 1 to <held> were held
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | course           | planned | held |
        | who-group        | 8       | 6    |
        | brief            | 8       | 6    |
        | ipt-a            | 12      | 8    |
        | stuart-robertson | 16      | 13   |

    Scenario: The usual length of a course is no plan, and its ending is not assumed
      Given a patient at intake
      And the course is ipt-a
      And sessions 1 to 9 were held
      When the case is evaluated
      Then it says nothing of this

  @rule:initial-overrun
  Rule: The initial phase is that of the chosen course, where it has one

    Scenario Outline: The initial phase of <course> should be closed by session <limit>
      Given a patient at intake
      And the course is <course>
      And <planned> sessions are planned
      And sessions 1 to <limit> were held
      When the case is evaluated
      Then it says "By session <limit> the initial phase should be closed, <by>;"

      Examples:
        | course    | planned | limit | by                                                             |
        | who-group | 8       | 1     | as in WHO group IPT                                            |
        | ipt-est   | 3       | 1     | as in Evaluation, support and triage (IPT-EST)                 |
        | brief     | 8       | 2     | as in Brief IPT (IPT-B)                                        |
        | ipt-a     | 12      | 4     | as in IPT for adolescents (IPT-A), from memory, not read again |
        | ipsrt     | 13      | 3     | as in Interpersonal and social rhythm therapy (IPSRT)          |
        | late-life | 12      | 3     | by the planned number                                          |

    Scenario: The third session of twelve is not yet the limit in the adolescent form
      Given a patient at intake
      And the course is ipt-a
      And 12 sessions are planned
      And sessions 1 to 3 were held
      When the case is evaluated
      Then it says nothing of this

  @rule:planned-sessions-not-known
  Rule: Without a number the initial phase is reckoned with the usual length of the course

    Scenario Outline: The course is <course>
      Given a patient at intake
      And the course is <course>
      And session 1 was held
      When the case is evaluated
      Then it says "<reckoned>"

      Examples:
        | course           | reckoned                                                               |
        | ipt-a            | reckoned as for 12 sessions, usual in IPT for adolescents (IPT-A), and |
        | acute            | reckoned as for 16 sessions, usual in Acute IPT, and                   |
        | internet-blended | reckoned as for 16 sessions, and                                       |

    Scenario: The number of the adolescent course is recorded
      Given a patient at intake
      And the course is ipt-a
      And 12 sessions are planned
      And session 1 was held
      When the case is evaluated
      Then it says nothing of this
