Feature: What speaks for and against grief
  Protocol C2. Grief is the focus when the onset or the upkeep of the low mood is tied to the death of somebody who
  mattered, above all where mourning was put off or distorted. Normal grief needs support, and a loss without a death is
  a change of role.

  @rule:grief-tied-to-onset
  Rule: The plainest argument for grief is a low mood tied to the death of somebody important

    Scenario Outline: A death up to a year before the low mood, or at any time after it, ties the two
      Given the low mood began 8 months before the intake
      And mother is the patient's parent
      And mother died <time> the low mood began
      When the case is evaluated
      Then it says "ties the low mood to the death of mother"

      Examples:
        | time            |
        | 365 days before |
        | 1 day before    |
        | 0 days before   |
        | 5 months after  |

    Scenario: A death more than a year before, and nobody says that the low mood has to do with it
      Given the low mood began 8 months before the intake
      And mother is the patient's parent
      And mother died 395 days before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: A death of years ago is tied to the low mood when <why>
      Given the low mood began 8 months before the intake
      And mother is the patient's parent
      And mother died 30 months before the low mood began
      And about <group> death-of-mother it is known: "<what>" as <answer>
      When the case is evaluated
      Then it says "ties the low mood to the death of mother"

      Examples:
        | why                                 | group    | what                                                             | answer    |
        | the patient says so                 | event    | who links it to the low mood: patient, therapist                 | [patient] |
        | it came back with something similar | mourning | symptoms began at a date, age or event that recalls the death    | yes       |
        | it is worse around her birthday     | mourning | worse around anniversaries, birthdays, holidays or the age at death | yes    |

    Scenario: The low mood began two weeks after the third anniversary of the death
      Given the episode records "onset" as 2025-10-11
      And mother is the patient's parent
      And mother died on 2022-09-27
      When the case is evaluated
      Then it says "The low mood is tied to the death of mother"
      And this is a strong argument for grief
      And it counts once among the arguments of tied-to-onset
      And this is about death-of-mother

    Scenario: The low mood began fifteen days after the anniversary
      Given the episode records "onset" as 2025-10-11
      And mother is the patient's parent
      And mother died on 2022-09-26
      When the case is evaluated
      Then it says nothing of this

    Scenario: The sister's illness, just before the low mood, recalled the mother's death
      Given the low mood began 8 months before the intake
      And mother is the patient's parent
      And mother died 9 years before the low mood began
      And an illness-of-relative called illness-of-sister, 1 month before the low mood began
      And about event illness-of-sister it is known: "an earlier event it recalls, by key" as death-of-mother
      When the case is evaluated
      Then it says "The low mood is tied to the death of mother"

    Scenario Outline: A <kind> counts as any death when the bond was important
      Given the low mood began 5 months before the intake
      And a <kind> called the-loss, 2 months before the low mood began
      And about event the-loss it is known: "the bond, or the event, was important to the patient"
      When the case is evaluated
      Then it says "What is recorded ties the low mood to"

      Examples:
        | kind           |
        | pregnancy-loss |
        | stillbirth     |
        | neonatal-death |
        | death-of-pet   |

    Scenario: A pregnancy loss of which nobody said what it meant
      Given the low mood began 5 months before the intake
      And a pregnancy-loss called the-loss, 2 months before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: Whether the person mattered follows from closeness where the role does not say it
      Given the low mood began 5 months before the intake
      And anna is a <closeness> <role> of the patient
      And anna died 2 months before the low mood began
      When the case is evaluated
      Then it says "The low mood is tied to the death of anna"

      Examples:
        | closeness  | role        |
        | very-close | friend      |
        | close      | ex-partner  |
        | distant    | parent      |

    Scenario Outline: The death of a <closeness> <role> ties nothing until the patient says that it mattered
      Given the low mood began 5 months before the intake
      And anna is a <closeness> <role> of the patient
      And anna died 2 months before the low mood began
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | closeness | role       |
        | moderate  | friend     |
        | distant   | ex-partner |

    Scenario: The death after the onset has been settled
      Given the low mood began 8 months before the intake
      And mother is the patient's parent
      And mother died 2 months after the low mood began
      And about event death-of-mother it is known: "settled by now"
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is not known whether a death after the onset is settled, and unknown is not settled
      Given the low mood began 8 months before the intake
      And mother is the patient's parent
      And mother died 2 months after the low mood began
      And about event death-of-mother it is known: "settled by now" as not known
      When the case is evaluated
      Then it says "The low mood is tied to the death of mother"

    Scenario: The marriage ended and nobody died
      Given the low mood began 5 months before the intake
      And wife is the patient's ex-partner
      And a divorce called the-divorce, 2 months before the low mood began
      And about event the-divorce it is known: "the person it is about, by key" as wife
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: Without a date the death is told to lie <relation> the onset, which ties the two
      Given mother is the patient's parent
      And a death called death-of-mother, <relation> the onset, without a date
      And about event death-of-mother it is known: "the person it is about, by key" as mother
      When the case is evaluated
      Then it says "The low mood is tied to the death of mother"

      Examples:
        | relation |
        | before   |
        | around   |
        | after    |

    Scenario: A friend's illness, just before the low mood, recalled the mother's death of long ago
      Given the low mood began 8 months before the intake
      And mother is the patient's parent
      And mother died 30 months before the low mood began
      And an illness-of-relative called illness-of-friend, 1 month before the low mood began
      And about event illness-of-friend it is known: "an earlier event it recalls, by key" as death-of-mother
      When the case is evaluated
      Then it says "The low mood is tied to the death of mother"

    Scenario: A neighbour died after the onset, and nobody asked whether she mattered
      Given the low mood began 8 months before the intake
      And anna is the patient's neighbour
      And anna died 2 months after the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: The low mood began at the anniversary of a neighbour's death, and nobody asked whether she mattered
      Given the episode records "onset" as 2025-10-11
      And anna is the patient's neighbour
      And anna died on 2022-10-11
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: A neighbour died years ago, and nobody asked whether she mattered; <why>
      Given the low mood began 8 months before the intake
      And anna is the patient's neighbour
      And anna died 30 months before the low mood began
      And about <group> death-of-anna it is known: "<what>" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | why                                | group    | what                                                                | answer      |
        | the therapist links it             | event    | who links it to the low mood: patient, therapist                    | [therapist] |
        | it came back with something alike  | mourning | symptoms began at a date, age or event that recalls the death       | yes         |
        | it is worse around the anniversary | mourning | worse around anniversaries, birthdays, holidays or the age at death | yes         |

    Scenario: A friend's illness recalled the death of a neighbour, and nobody asked whether she mattered
      Given the low mood began 8 months before the intake
      And anna is the patient's neighbour
      And anna died 30 months before the low mood began
      And an illness-of-relative called illness-of-friend, 1 month before the low mood began
      And about event illness-of-friend it is known: "an earlier event it recalls, by key" as death-of-anna
      When the case is evaluated
      Then it says nothing of this

  @rule:grief-death-timing-unknown
  Rule: The death of somebody important counts less while its time beside the low mood is open

    Scenario: The mother died, it is not known when
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died, it is not known when
      When the case is evaluated
      Then it says "Ask for the month of the death and the month of the onset"
      And this is a moderate argument for grief
      And it counts once among the arguments of tied-to-onset
      And this is about death-of-mother

    Scenario: The death has a date, and nobody knows when the low mood began
      Given a patient at intake
      And mother is the patient's parent
      And mother died on 2025-09-14
      When the case is evaluated
      Then it says "the time beside the onset is not known: the death of mother"

    Scenario: Only the year is known, and the low mood began in that year
      Given the episode records "onset" as 2025-10
      And mother is the patient's parent
      And mother died on 2025
      When the case is evaluated
      Then it says "is open"

    Scenario: Only the year is known, and it lies far back
      Given the episode records "onset" as 2025-10
      And mother is the patient's parent
      And mother died on 2019
      When the case is evaluated
      Then it says nothing of this

    Scenario: No date is known, and the patient ties it to the low mood
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died, it is not known when
      And about event death-of-mother it is known: "who links it to the low mood: patient, therapist" as [patient]
      When the case is evaluated
      Then it says nothing of this

    Scenario: A colleague died, it is not known when, nor whether she mattered
      Given the low mood began 5 months before the intake
      And anna is the patient's colleague
      And anna died, it is not known when
      When the case is evaluated
      Then it says nothing of this

  @rule:grief-timing-strong
  Rule: A death up to three months before the low mood counts strongly by its time

    Scenario Outline: The death lies <days> days before the low mood, within three months
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died <days> days before the low mood began
      When the case is evaluated
      Then it says "The onset followed closely on the death of mother"

      Examples:
        | days |
        | 0    |
        | 1    |
        | 92   |

    Scenario Outline: The death lies <time> the low mood, not within the three months
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died <time> the low mood began
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | time           |
        | 93 days before |
        | 1 day after    |

    Scenario: Months without days are counted from their middle
      Given the episode records "onset" as 2025-10
      And mother is the patient's parent
      And mother died on 2025-08
      When the case is evaluated
      Then it says "The onset followed closely on the death of mother"

    Scenario: A year alone says nothing about three months
      Given the episode records "onset" as 2025-10
      And mother is the patient's parent
      And mother died on 2025
      When the case is evaluated
      Then it says nothing of this

    Scenario: Somebody distant died just before
      Given the low mood began 5 months before the intake
      And anna is a distant neighbour of the patient
      And anna died 10 days before the low mood began
      When the case is evaluated
      Then it says nothing of this

  @rule:grief-timing-moderate
  Rule: A death over three and up to six months before the low mood counts moderately by its time

    Scenario Outline: The death lies <days> days before the low mood, over three months and within six
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died <days> days before the low mood began
      When the case is evaluated
      Then it says "The onset came some months after the death of mother"
      And this is a moderate argument for grief
      And it counts once among the arguments of timing
      And this is about death-of-mother

      Examples:
        | days |
        | 93   |
        | 183  |

    Scenario Outline: The death lies <days> days before the low mood, not over three months and within six
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died <days> days before the low mood began
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | days |
        | 92   |
        | 184  |

    Scenario: A neighbour died four months before, and nobody asked whether she mattered
      Given the low mood began 5 months before the intake
      And anna is the patient's neighbour
      And anna died 120 days before the low mood began
      When the case is evaluated
      Then it says nothing of this

  @rule:grief-timing-weak
  Rule: A death over six and up to twelve months before the low mood counts a little by its time

    Scenario Outline: The death lies <days> days before the low mood, over six months and within twelve
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died <days> days before the low mood began
      When the case is evaluated
      Then it says "The onset came within a year after the death of mother"
      And this is a weak argument for grief
      And it counts once among the arguments of timing
      And this is about death-of-mother

      Examples:
        | days |
        | 184  |
        | 364  |
        | 365  |

    Scenario Outline: The death lies <days> days before the low mood, not over six months and within twelve
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died <days> days before the low mood began
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | days |
        | 183  |
        | 366  |

    Scenario: A neighbour died eight months before, and nobody asked whether she mattered
      Given the low mood began 5 months before the intake
      And anna is the patient's neighbour
      And anna died 240 days before the low mood began
      When the case is evaluated
      Then it says nothing of this

  @rule:grief-timing-told
  Rule: What is told as around the onset, or linked to it, counts moderately where no dates decide

    Scenario: The family says it was about the time when the low mood began
      Given mother is the patient's parent
      And a death called death-of-mother, around the onset, without a date
      And about event death-of-mother it is known: "the person it is about, by key" as mother
      When the case is evaluated
      Then it says "Told without a date: the death of mother, around the time the low mood began"
      And this is a moderate argument for grief
      And it counts once among the arguments of timing
      And this is about death-of-mother

    Scenario: The therapist links them, and nobody knows a month
      Given mother is the patient's parent
      And mother died, it is not known when
      And about event death-of-mother it is known: "who links it to the low mood: patient, therapist" as [therapist]
      When the case is evaluated
      Then it says "Ask for the month"

    Scenario: Dates are known, and outweigh what is told
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 7 months before the low mood began
      And about event death-of-mother it is known: "without a date: before, around, after or years-before the onset" as around
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is only told that the death came before
      Given mother is the patient's parent
      And a death called death-of-mother, before the onset, without a date
      And about event death-of-mother it is known: "the person it is about, by key" as mother
      When the case is evaluated
      Then it says nothing of this

    Scenario: A neighbour died about the time of the onset, and nobody asked whether she mattered
      Given anna is the patient's neighbour
      And a death called death-of-anna, around the onset, without a date
      And about event death-of-anna it is known: "the person it is about, by key" as anna
      When the case is evaluated
      Then it says nothing of this

  @rule:grief-after-onset
  Rule: A death after the low mood had begun may keep it going, and counts a little

    Scenario: The mother died two months into the low mood
      Given the low mood began 8 months before the intake
      And mother is the patient's parent
      And mother died 2 months after the low mood began
      When the case is evaluated
      Then it says "It may keep the low mood going"
      And this is a weak argument for grief
      And it counts once among the arguments of timing
      And this is about death-of-mother

    Scenario: It is told without a date that the death came later
      Given mother is the patient's parent
      And a death called death-of-mother, after the onset, without a date
      And about event death-of-mother it is known: "the person it is about, by key" as mother
      When the case is evaluated
      Then it says "After the onset: the death of mother"

    Scenario: The same death is settled by now
      Given the low mood began 8 months before the intake
      And mother is the patient's parent
      And mother died 2 months after the low mood began
      And about event death-of-mother it is known: "settled by now"
      When the case is evaluated
      Then it says nothing of this

    Scenario: The death came a day before the low mood
      Given the low mood began 8 months before the intake
      And mother is the patient's parent
      And mother died 1 day before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: A neighbour died two months into the low mood, and nobody asked whether she mattered
      Given the low mood began 8 months before the intake
      And anna is the patient's neighbour
      And anna died 2 months after the low mood began
      When the case is evaluated
      Then it says nothing of this

  @rule:grief-after-onset-recent
  Rule: A death after the onset counts more while it is recent and unresolved

    Scenario Outline: An unresolved death of <ago> days ago
      Given the low mood began 200 days before the intake
      And mother is the patient's parent
      And mother died <after> days after the low mood began
      And about event death-of-mother it is known: "settled by now" as no
      When the case is evaluated
      Then it says "Recent, after the onset, and unresolved: the death of mother"

      Examples:
        | after | ago |
        | 108   | 92  |
        | 199   | 1   |

    Scenario: Still going on is unresolved too
      Given the low mood began 200 days before the intake
      And mother is the patient's parent
      And mother died 150 days after the low mood began
      And about event death-of-mother it is known: "still going on and keeping the low mood going"
      When the case is evaluated
      Then it says "Recent, after the onset, and unresolved: the death of mother"
      And this is a moderate argument for grief
      And it counts once among the arguments of timing
      And this is about death-of-mother

    Scenario: An unresolved death of 93 days ago
      Given the low mood began 200 days before the intake
      And mother is the patient's parent
      And mother died 107 days after the low mood began
      And about event death-of-mother it is known: "settled by now" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Recent, and it is not known whether it is settled
      Given the low mood began 200 days before the intake
      And mother is the patient's parent
      And mother died 150 days after the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: Recent at intake, and no longer three weeks on
      Given the low mood began 200 days before the intake
      And mother is the patient's parent
      And mother died 120 days after the low mood began
      And about event death-of-mother it is known: "settled by now" as no
      And session 3 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: When the low mood began is not known, and the recent death is told to have come after it
      Given mother is the patient's parent
      And mother died on 2025-12-01
      And about event death-of-mother it is known:
        | without a date: before, around, after or years-before the onset | after |
        | settled by now                                                  | no    |
      When the case is evaluated
      Then it says "Recent, after the onset, and unresolved: the death of mother"

    Scenario: Recent and unresolved, and the death came a day before the low mood
      Given the low mood began 60 days before the intake
      And mother is the patient's parent
      And mother died 1 day before the low mood began
      And about event death-of-mother it is known: "settled by now" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Recent and unresolved is the death of a neighbour, and nobody asked whether she mattered
      Given the low mood began 200 days before the intake
      And anna is the patient's neighbour
      And anna died 150 days after the low mood began
      And about event death-of-anna it is known: "settled by now" as no
      When the case is evaluated
      Then it says nothing of this

  @rule:grief-delayed
  Rule: Mourning that was put off counts in place of closeness in time

    Scenario: Little mourning then, and a low mood more than a year later
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 366 days before the low mood began
      And about mourning death-of-mother it is known: "little or no mourning at the time"
      When the case is evaluated
      Then it says "There was little or no mourning at the time"
      And this is a strong argument for grief
      And it counts once among the arguments of timing
      And this is about death-of-mother

    Scenario: Little mourning then, and the low mood came within the year
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 330 days before the low mood began
      And about mourning death-of-mother it is known: "little or no mourning at the time"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Little mourning then, and the low mood came two weeks before the first anniversary
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 351 days before the low mood began
      And about mourning death-of-mother it is known: "little or no mourning at the time"
      When the case is evaluated
      Then it says "There was little or no mourning at the time"

    Scenario: Little mourning then, and the low mood came when the patient's child reached that age
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died, it is not known when
      And about mourning death-of-mother it is known:
        | little or no mourning at the time                             | yes |
        | symptoms began at a date, age or event that recalls the death | yes |
      When the case is evaluated
      Then it says "The low mood came later"

    Scenario Outline: A death of long ago that <how>
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 4 years before the low mood began
      And about mourning death-of-mother it is known: "little or no mourning at the time" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | how                             | answer    |
        | was mourned at the time         | no        |
        | was mourned, nobody knows how   | not known |

    Scenario: Little mourning then, and the low mood came a year and a half later, at no anniversary
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 18 months before the low mood began
      And about mourning death-of-mother it is known: "little or no mourning at the time"
      When the case is evaluated
      Then it says "There was little or no mourning at the time"

    Scenario: Little mourning then, and the low mood came fifteen days before the first anniversary
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 350 days before the low mood began
      And about mourning death-of-mother it is known: "little or no mourning at the time"
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: There was little mourning for a distant neighbour, who died <when>
      Given the low mood began 5 months before the intake
      And anna is a distant neighbour of the patient
      And anna died <days> days before the low mood began
      And about mourning death-of-anna it is known: "little or no mourning at the time"
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | when                              | days |
        | a year and a half before          | 548  |
        | a week less than a year before    | 358  |

    Scenario: The low mood recalls the death of a distant neighbour, for whom there was little mourning
      Given a patient at intake
      And anna is a distant neighbour of the patient
      And anna died, it is not known when
      And about mourning death-of-anna it is known:
        | little or no mourning at the time                             | yes |
        | symptoms began at a date, age or event that recalls the death | yes |
      When the case is evaluated
      Then it says nothing of this

    Scenario: The low mood recalls the death of the mother, who was mourned at the time
      Given a patient at intake
      And mother is the patient's parent
      And mother died, it is not known when
      And about mourning death-of-mother it is known:
        | little or no mourning at the time                             | no  |
        | symptoms began at a date, age or event that recalls the death | yes |
      When the case is evaluated
      Then it says nothing of this

  @rule:grief-anniversary
  Rule: A low mood that comes at times recalling the death speaks for grief

    Scenario Outline: The low mood began <days> days <side> the third anniversary
      Given the episode records "onset" as 2025-10-11
      And mother is the patient's parent
      And mother died on <died>
      When the case is evaluated
      Then it says "Symptoms come at times that recall the death of mother"

      Examples:
        | died       | days | side   |
        | 2022-09-27 | 14   | after  |
        | 2022-10-11 | 0    | beside |
        | 2022-10-25 | 14   | before |

    Scenario Outline: The low mood began fifteen days <side> the third anniversary
      Given the episode records "onset" as 2025-10-11
      And mother is the patient's parent
      And mother died on <died>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | died       | side   |
        | 2022-09-26 | after  |
        | 2022-10-26 | before |

    Scenario: The day of the death itself is no anniversary
      Given the episode records "onset" as 2025-10-11
      And mother is the patient's parent
      And mother died on 2025-10-05
      When the case is evaluated
      Then it says nothing of this

    Scenario: The month is known, and it is the month of the low mood
      Given the episode records "onset" as 2025-10
      And mother is the patient's parent
      And mother died on 2021-10
      When the case is evaluated
      Then it says "Symptoms come at times that recall the death of mother"
      And this is a moderate argument for grief
      And this is about death-of-mother

    Scenario: Only the year of the death is known
      Given the episode records "onset" as 2025-10-11
      And mother is the patient's parent
      And mother died on 2021
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: The patient tells of it, and no date is needed: <what>
      Given a patient at intake
      And mother is the patient's parent
      And mother died, it is not known when
      And about mourning death-of-mother it is known: "<what>"
      When the case is evaluated
      Then it says "Symptoms come at times that recall the death of mother"

      Examples:
        | what                                                                |
        | worse around anniversaries, birthdays, holidays or the age at death |
        | symptoms began at a date, age or event that recalls the death       |

    Scenario: The friend's funeral, a month before the low mood, recalled the mother's
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died, it is not known when
      And an other called funeral-of-friend, 1 month before the low mood began
      And about event funeral-of-friend it is known: "an earlier event it recalls, by key" as death-of-mother
      When the case is evaluated
      Then it says "Symptoms come at times that recall the death of mother"

    Scenario: The friend's funeral came years before the low mood
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died, it is not known when
      And an other called funeral-of-friend, 3 years before the low mood began
      And about event funeral-of-friend it is known: "an earlier event it recalls, by key" as death-of-mother
      When the case is evaluated
      Then it says nothing of this

    Scenario: The anniversary of somebody distant
      Given the episode records "onset" as 2025-10-11
      And anna is a distant neighbour of the patient
      And anna died on 2021-10-11
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: The death told of is that of a distant neighbour: <what>
      Given a patient at intake
      And anna is a distant neighbour of the patient
      And anna died, it is not known when
      And about mourning death-of-anna it is known: "<what>"
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | what                                                                |
        | worse around anniversaries, birthdays, holidays or the age at death |
        | symptoms began at a date, age or event that recalls the death       |

    Scenario: The friend's funeral, a month before the low mood, recalled that of a distant neighbour
      Given the low mood began 5 months before the intake
      And anna is a distant neighbour of the patient
      And anna died, it is not known when
      And an other called funeral-of-friend, 1 month before the low mood began
      And about event funeral-of-friend it is known: "an earlier event it recalls, by key" as death-of-anna
      When the case is evaluated
      Then it says nothing of this

  @rule:grief-avoidance
  Rule: Avoiding all that recalls the death is a strong argument for grief

    Scenario: He cannot go to the grave
      Given a patient at intake
      And wife is the patient's spouse
      And wife died, it is not known when
      And about mourning death-of-wife it is known: "avoids speaking of the death, the funeral, the grave, things or places"
      When the case is evaluated
      Then it says "the person avoids speaking of the death of wife"
      And this is a strong argument for grief
      And this is about death-of-wife

    Scenario Outline: Whether he avoids it is answered <answer>
      Given a patient at intake
      And wife is the patient's spouse
      And wife died, it is not known when
      And about mourning death-of-wife it is known: "avoids speaking of the death, the funeral, the grave, things or places" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | no        |
        | not known |

    Scenario: The talk avoided is that of a distant neighbour's death
      Given a patient at intake
      And anna is a distant neighbour of the patient
      And anna died, it is not known when
      And about mourning death-of-anna it is known: "avoids speaking of the death, the funeral, the grave, things or places"
      When the case is evaluated
      Then it says nothing of this

  @rule:grief-surroundings-kept
  Rule: A room kept as it was speaks for grief

    Scenario: The child's room is as it was
      Given a patient at intake
      And son is the patient's child
      And son died, it is not known when
      And about mourning death-of-son it is known: "room or belongings kept unchanged"
      When the case is evaluated
      Then it says "Since the death of son the room or the belongings are kept unchanged"
      And this is a moderate argument for grief
      And this is about death-of-son

    Scenario: The things were given away
      Given a patient at intake
      And son is the patient's child
      And son died, it is not known when
      And about mourning death-of-son it is known: "room or belongings kept unchanged" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: A distant neighbour's flat is as it was
      Given a patient at intake
      And anna is a distant neighbour of the patient
      And anna died, it is not known when
      And about mourning death-of-anna it is known: "room or belongings kept unchanged"
      When the case is evaluated
      Then it says nothing of this

  @rule:grief-distorted
  Rule: Symptoms without sadness after a death are a distorted reaction

    Scenario: Chest pain like the father's, and no tears
      Given a patient at intake
      And father is the patient's parent
      And father died, it is not known when
      And about mourning death-of-father it is known: "symptoms without sadness: bodily, anger, guilt, the dead person's illness"
      When the case is evaluated
      Then it says "the illness of the person who died"
      And this is a moderate argument for grief
      And this is about death-of-father

    Scenario: It is not known whether sadness is felt
      Given a patient at intake
      And father is the patient's parent
      And father died, it is not known when
      And about mourning death-of-father it is known: "symptoms without sadness: bodily, anger, guilt, the dead person's illness" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: The pain is like that of a distant neighbour who died
      Given a patient at intake
      And anna is a distant neighbour of the patient
      And anna died, it is not known when
      And about mourning death-of-anna it is known: "symptoms without sadness: bodily, anger, guilt, the dead person's illness"
      When the case is evaluated
      Then it says nothing of this

  @rule:grief-ambivalent-or-dependent
  Rule: Mixed feelings, dependence or guilt make mourning harder

    Scenario Outline: The bond was hard: <what>
      Given a patient at intake
      And mother is the patient's parent
      And mother died, it is not known when
      And about person mother it is known: "<what>"
      When the case is evaluated
      Then it says "makes mourning harder"

      Examples:
        | what                             |
        | mixed feelings about this person |
        | the patient depended on this person |

    Scenario: Guilt about not having been there
      Given a patient at intake
      And mother is the patient's parent
      And mother died, it is not known when
      And about mourning death-of-mother it is known: "guilt about what was or was not done"
      When the case is evaluated
      Then it says "guilt about what was or was not done"
      And this is a moderate argument for grief
      And this is about death-of-mother

    Scenario: Mixed feelings about a mother who lives
      Given a patient at intake
      And mother is the patient's parent
      And father is the patient's parent
      And father died, it is not known when
      And about person mother it is known: "mixed feelings about this person"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Guilt and dependence were asked about and are not there
      Given a patient at intake
      And mother is the patient's parent
      And mother died, it is not known when
      And about mourning death-of-mother it is known: "guilt about what was or was not done" as no
      And about person mother it is known: "the patient depended on this person" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: A distant neighbour died: <what>
      Given a patient at intake
      And anna is a distant neighbour of the patient
      And anna died, it is not known when
      And about person anna it is known: "<what>"
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | what                                |
        | mixed feelings about this person    |
        | the patient depended on this person |

    Scenario: Guilt about not having looked in on a distant neighbour
      Given a patient at intake
      And anna is a distant neighbour of the patient
      And anna died, it is not known when
      And about mourning death-of-anna it is known: "guilt about what was or was not done"
      When the case is evaluated
      Then it says nothing of this

  @rule:grief-several-losses
  Rule: Several losses close together leave little room to mourn each

    Scenario Outline: Two deaths <apart> days apart
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And father is the patient's parent
      And mother died 40 days before the low mood began
      And father died <before> days before the low mood began
      When the case is evaluated
      Then it says "Several losses came close together with the death of father"

      Examples:
        | before | apart |
        | 40     | 0     |
        | 222    | 182   |
        | 223    | 183   |

    Scenario: Two deaths 184 days apart
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And father is the patient's parent
      And mother died 40 days before the low mood began
      And father died 224 days before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: The other death is of a year that is not known
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And father is the patient's parent
      And mother died 40 days before the low mood began
      And father died, it is not known when
      When the case is evaluated
      Then it says nothing of this

    Scenario: The other death is of a distant neighbour
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And anna is a distant neighbour of the patient
      And mother died 40 days before the low mood began
      And anna died 60 days before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: The patient says so, without dates
      Given a patient at intake
      And mother is the patient's parent
      And mother died, it is not known when
      And about mourning death-of-mother it is known: "several losses close together"
      When the case is evaluated
      Then it says "Other losses lie close to the death of mother"
      And this is a weak argument for grief
      And it counts among the arguments of hard-mourning, which are limited together
      And this is about death-of-mother

    Scenario: The patient says so of the death of a distant neighbour
      Given a patient at intake
      And anna is a distant neighbour of the patient
      And anna died, it is not known when
      And about mourning death-of-anna it is known: "several losses close together"
      When the case is evaluated
      Then it says nothing of this

  @rule:grief-mourned-without-support
  Rule: Mourning with nobody there stalls more easily

    Scenario: Nobody was there
      Given a patient at intake
      And mother is the patient's parent
      And mother died, it is not known when
      And about mourning death-of-mother it is known: "lacked support during mourning"
      When the case is evaluated
      Then it says "Support was missing after the death of mother"
      And this is a weak argument for grief
      And it counts among the arguments of hard-mourning, which are limited together
      And this is about death-of-mother

    Scenario: Others were there
      Given a patient at intake
      And mother is the patient's parent
      And mother died, it is not known when
      And about mourning death-of-mother it is known: "lacked support during mourning" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nobody was there after the death of a distant neighbour
      Given a patient at intake
      And anna is a distant neighbour of the patient
      And anna died, it is not known when
      And about mourning death-of-anna it is known: "lacked support during mourning"
      When the case is evaluated
      Then it says nothing of this

  @rule:grief-sudden-or-stigmatised
  Rule: A sudden, violent or stigmatised death is harder to mourn, and the wish to join the dead is asked about

    Scenario: The brother died by suicide
      Given a patient at intake
      And brother is the patient's sibling
      And brother died, it is not known when
      And about mourning death-of-brother it is known: "a sudden, violent or stigmatised death"
      When the case is evaluated
      Then it says "Ask directly about a wish to join the person who died"
      And this is a weak argument for grief
      And it counts among the arguments of hard-mourning, which are limited together
      And this is about death-of-brother

    Scenario: How he died is not known
      Given a patient at intake
      And brother is the patient's sibling
      And brother died, it is not known when
      And about mourning death-of-brother it is known: "a sudden, violent or stigmatised death" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was a distant neighbour who died suddenly
      Given a patient at intake
      And anna is a distant neighbour of the patient
      And anna died, it is not known when
      And about mourning death-of-anna it is known: "a sudden, violent or stigmatised death"
      When the case is evaluated
      Then it says nothing of this

  @rule:grief-could-not-mourn
  Rule: A death that could not be mourned is grief, apart from the move that kept the patient away

    Scenario: The mother was buried at home while the patient was abroad
      Given a patient at intake
      And mother is the patient's parent
      And mother died, it is not known when
      And about mourning death-of-mother it is known: "the death could not be mourned, for example far from home"
      When the case is evaluated
      Then it says "Ask which rites or farewells were missed"
      And this is a strong argument for grief
      And it counts once among the arguments of tied-to-onset
      And this is about death-of-mother

    Scenario: The mother is at home and alive
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And a migration called coming-here, 2 months before the low mood began
      And about person mother it is known: "is this person alive" as yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: A neighbour at home died, and it is not known whether she mattered
      Given a patient at intake
      And anna is the patient's neighbour
      And anna died, it is not known when
      And about mourning death-of-anna it is known: "the death could not be mourned, for example far from home"
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: The mother was buried at home; the death could not be mourned: <answer>
      Given a patient at intake
      And mother is the patient's parent
      And mother died, it is not known when
      And about mourning death-of-mother it is known: "the death could not be mourned, for example far from home" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | no        |
        | not known |

  @rule:grief-began-before-death
  Rule: Grief that began before the death is counted from the change with which it began

    Scenario: His wife's dementia lies beside the low mood, her death came later
      Given the low mood began 12 months before the intake
      And wife is the patient's spouse
      And a dementia-of-relative called dementia-of-wife, 1 month before the low mood began
      And wife died 9 months after the low mood began
      And about mourning death-of-wife it is known:
        | grief began before the death, with an earlier change | yes              |
        | the event that earlier change was, by key            | dementia-of-wife |
      When the case is evaluated
      Then it says "Grief for wife began before the death"

    Scenario: The dementia lies years back, and the death is beside the low mood
      Given the low mood began 12 months before the intake
      And wife is the patient's spouse
      And a dementia-of-relative called dementia-of-wife, 6 years before the low mood began
      And wife died 1 month before the low mood began
      And about mourning death-of-wife it is known:
        | grief began before the death, with an earlier change | yes              |
        | the event that earlier change was, by key            | dementia-of-wife |
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is not known whether grief began before the death
      Given the low mood began 12 months before the intake
      And wife is the patient's spouse
      And a dementia-of-relative called dementia-of-wife, 1 month before the low mood began
      And wife died 9 months after the low mood began
      And about mourning death-of-wife it is known:
        | grief began before the death, with an earlier change | not known        |
        | the event that earlier change was, by key            | dementia-of-wife |
      When the case is evaluated
      Then it says nothing of this

  @rule:grief-death-after-care
  Rule: When somebody dies who was cared for, the role of carer is lost too

    Scenario: She had nursed her father for years
      Given a patient at intake
      And father is the patient's parent
      And father died, it is not known when
      And about mourning death-of-father it is known: "the patient had cared for the person who died"
      When the case is evaluated
      Then it says "Consider what filled the days of caring"

    Scenario: Her sister had cared for him
      Given a patient at intake
      And father is the patient's parent
      And father died, it is not known when
      And about mourning death-of-father it is known: "the patient had cared for the person who died" as no
      When the case is evaluated
      Then it says nothing of this

  @rule:grief-uncertain-death-accepted
  Rule: A missing person is mourned once the death is accepted as a fact

    Scenario: The family has held a funeral without him
      Given a patient at intake
      And brother is the patient's sibling
      And a missing-person called brother-missing, before the onset, without a date
      And about event brother-missing it is known: "the person it is about, by key" as brother
      And about mourning brother-missing it is known: "where the death is uncertain: accepted as a fact"
      When the case is evaluated
      Then it says "Counted as a death, because it is accepted as one: the disappearance of brother"

    Scenario Outline: Whether he is dead is still open: <answer>
      Given a patient at intake
      And brother is the patient's sibling
      And a missing-person called brother-missing, before the onset, without a date
      And about event brother-missing it is known: "the person it is about, by key" as brother
      And about mourning brother-missing it is known: "where the death is uncertain: accepted as a fact" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | no        |
        | not known |

  @rule:grief-word-without-death
  Rule: Where nobody died it is worked on as a change of role, and the person's own word is kept

    Scenario Outline: The patient grieves for a <kind>
      Given the low mood began 5 months before the intake
      And a <kind> called the-loss, 2 months before the low mood began
      And about event the-loss it is known: "the patient calls it grief"
      When the case is evaluated
      Then it says "Nobody died, so it is looked at as a change of role"

      Examples:
        | kind     |
        | divorce  |
        | job-loss |
        | move     |

    Scenario: The divorce called grief counts for a transition and not for grief
      Given the low mood began 5 months before the intake
      And a divorce called the-loss, 2 months before the low mood began
      And about event the-loss it is known: "the patient calls it grief"
      When the case is evaluated
      Then it says "Nobody died"
      And this is a strong argument against grief
      And this is about the-loss
      And the arguments add up to grief 0, dispute 0, transition 5, deficits 0

    Scenario: The patient does not call the divorce grief
      Given the low mood began 5 months before the intake
      And a divorce called the-loss, 2 months before the low mood began
      And about event the-loss it is known: "the patient calls it grief" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: The patient calls it grief, and somebody died
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 2 months before the low mood began
      And about event death-of-mother it is known: "the patient calls it grief"
      When the case is evaluated
      Then it says nothing of this

  @rule:grief-death-not-described
  Rule: A death that shows only in the list of people is asked about

    Scenario: The father is no longer alive, and that is all
      Given a patient at intake
      And father is the patient's parent
      And about person father it is known: "is this person alive" as no
      When the case is evaluated
      Then it says "The inventory says that father is no longer alive"
      And the answer is needed for focus

    Scenario: His death stands on the timeline
      Given a patient at intake
      And father is the patient's parent
      And about person father it is known: "is this person alive" as no
      And father died, it is not known when
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is not known whether the father is alive
      Given a patient at intake
      And father is the patient's parent
      And about person father it is known: "is this person alive" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: In the ending it is too late to ask in passing
      Given a patient at intake
      And father is the patient's parent
      And about person father it is known: "is this person alive" as no
      And session 12 was held
      And the phase is recorded as ending
      When the case is evaluated
      Then it says nothing of this

  @rule:grief-importance-not-known
  Rule: Where neither role nor closeness says it, the importance of the bond is asked about

    Scenario: A stillbirth, and nobody asked what it meant
      Given the low mood began 5 months before the intake
      And a stillbirth called the-loss, 2 months before the low mood began
      When the case is evaluated
      Then it says "not how important the bond was"
      And the answer is needed for focus

    Scenario: A colleague died, closeness not recorded
      Given a patient at intake
      And anna is the patient's colleague
      And anna died, it is not known when
      When the case is evaluated
      Then it says "Ask how important the bond was, after the death of anna (colleague)"

    Scenario Outline: The patient answered that it was <meaning>
      Given the low mood began 5 months before the intake
      And a stillbirth called the-loss, 2 months before the low mood began
      And about event the-loss it is known: "the bond, or the event, was important to the patient" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | meaning       | answer |
        | important     | yes    |
        | not important | no     |

    Scenario: Somebody distant needs no such question
      Given a patient at intake
      And anna is a distant colleague of the patient
      And anna died, it is not known when
      When the case is evaluated
      Then it says nothing of this

  @rule:grief-mourning-not-asked
  Rule: How a death was mourned is asked where nothing of it is recorded

    Scenario: The mother's death is on the timeline, and nothing of the mourning
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 2 months before the low mood began
      When the case is evaluated
      Then it says "and nothing of the mourning"
      And the answer is needed for focus

    Scenario: One thing of the mourning is recorded
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 2 months before the low mood began
      And about mourning death-of-mother it is known: "little or no mourning at the time" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: A session has learned how she was mourned
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 2 months before the low mood began
      And session 2 was held
      And about mourning death-of-mother it is known: "little or no mourning at the time"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Whether the person mattered is asked first
      Given a patient at intake
      And anna is the patient's colleague
      And anna died, it is not known when
      When the case is evaluated
      Then it says nothing of this

  @rule:grief-normal-course
  Rule: Normal grief speaks against grief as the focus

    Scenario: Waves that lessen, self-worth kept, no full episode
      Given a patient at intake
      And father is the patient's parent
      And father died, it is not known when
      And about mourning death-of-father it is known:
        | sadness comes in waves and lessens over weeks to months    | yes |
        | self-worth is kept                                         | yes |
        | there is a full depressive episode on top of mourning      | no  |
      When the case is evaluated
      Then it says "fits normal grief"
      And this is a strong argument against grief
      And this is about death-of-father

    Scenario: Without marked worthlessness and with a PHQ-9 below ten the same holds
      Given a patient at intake
      And father is the patient's parent
      And father died on 2025-11-01
      And about mourning death-of-father it is known:
        | sadness comes in waves and lessens over weeks to months | yes |
        | marked feeling of worthlessness                         | no  |
      And the PHQ-9 is 9
      When the case is evaluated
      Then it says "there is no full depressive episode"

    Scenario Outline: One part of it is <how>: <what>
      Given a patient at intake
      And father is the patient's parent
      And father died, it is not known when
      And about mourning death-of-father it is known:
        | sadness comes in waves and lessens over weeks to months    | <waves>   |
        | self-worth is kept                                         | <worth>   |
        | there is a full depressive episode on top of mourning      | <episode> |
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | what         | how       | waves     | worth     | episode   |
        | waves        | missing   | no        | yes       | no        |
        | waves        | not known | not known | yes       | no        |
        | self-worth   | missing   | yes       | no        | no        |
        | self-worth   | not known | yes       | not known | no        |
        | full episode | there     | yes       | yes       | yes       |
        | full episode | not known | yes       | yes       | not known |

    Scenario Outline: A PHQ-9 of <score> no longer speaks for no episode
      Given a patient at intake
      And father is the patient's parent
      And father died on 2025-11-01
      And about mourning death-of-father it is known:
        | sadness comes in waves and lessens over weeks to months | yes |
        | self-worth is kept                                      | yes |
      And the PHQ-9 is <score>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | score |
        | 10    |
        | 11    |

    Scenario: A diagnosis of major depression outweighs a low PHQ-9
      Given father is the patient's parent
      And father died on 2025-11-01
      And about mourning death-of-father it is known:
        | sadness comes in waves and lessens over weeks to months | yes |
        | self-worth is kept                                      | yes |
      And the diagnosis records "the main diagnosis" as major-depression
      And the PHQ-9 is 8
      When the case is evaluated
      Then it says nothing of this

  @rule:grief-recent-and-mild
  Rule: Within two months of a death, with every sign of severe illness known to be absent, a focus can wait

    Background: The father died, and signs of severe illness were asked about
      Given father is the patient's parent
      And the diagnosis records "psychotic symptoms now" as no
      And the PHQ-9 is 8 with item 9 at 0
      And the whole C-SSRS screener is answered no

    Scenario Outline: The death is <days> days ago
      Given father died on <died>
      And about mourning death-of-father it is known:
        | severe impairment               | no |
        | marked feeling of worthlessness | no |
        | marked slowing                  | no |
      When the case is evaluated
      Then it says "are known to be absent"
      And this is a moderate argument against grief
      And this is about death-of-father

      Examples:
        | died       | days |
        | 2026-01-03 | 7    |
        | 2025-11-10 | 61   |

    Scenario: The death is 62 days ago, one day too long
      Given father died on 2025-11-09
      And about mourning death-of-father it is known:
        | severe impairment               | no |
        | marked feeling of worthlessness | no |
        | marked slowing                  | no |
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: One sign is <answer>: <sign>
      Given father died on 2025-12-01
      And about mourning death-of-father it is known:
        | severe impairment               | no |
        | marked feeling of worthlessness | no |
        | marked slowing                  | no |
      And about mourning death-of-father it is known: "<sign>" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | sign                            | answer    |
        | severe impairment               | yes       |
        | marked feeling of worthlessness | yes       |
        | marked slowing                  | yes       |
        | marked slowing                  | not known |

    Scenario: Item 9 is above nothing
      Given father died on 2025-12-01
      And about mourning death-of-father it is known:
        | severe impairment               | no |
        | marked feeling of worthlessness | no |
        | marked slowing                  | no |
      And the PHQ-9 is 8 with item 9 at 1
      When the case is evaluated
      Then it says nothing of this

    Scenario: One question of the C-SSRS was left open
      Given father died on 2025-12-01
      And about mourning death-of-father it is known:
        | severe impairment               | no |
        | marked feeling of worthlessness | no |
        | marked slowing                  | no |
      And C-SSRS question 2 is answered not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: Psychotic symptoms were not asked about
      Given father died on 2025-12-01
      And about mourning death-of-father it is known:
        | severe impairment               | no |
        | marked feeling of worthlessness | no |
        | marked slowing                  | no |
      And the diagnosis records "psychotic symptoms now" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: All was asked before the father died, and nothing since
      Given session 1 was held
      And father died on 2026-01-12
      And about mourning death-of-father it is known:
        | severe impairment               | no |
        | marked feeling of worthlessness | no |
        | marked slowing                  | no |
      When the case is evaluated
      Then it says nothing of this

  @rule:grief-wait-and-support
  Rule: After a recent death with no full episode and no sign of severe illness, support comes first

    Background: The father died, and signs of severe illness were asked about and are absent
      Given father is the patient's parent
      And the diagnosis records "psychotic symptoms now" as no
      And the whole C-SSRS screener is answered no

    Scenario Outline: The death is <days> days ago, the PHQ-9 is <score>
      Given father died on <died>
      And about mourning death-of-father it is known:
        | severe impairment               | no |
        | marked feeling of worthlessness | no |
        | marked slowing                  | no |
      And the PHQ-9 is <score> with item 9 at 0
      When the case is evaluated
      Then it says "Look again in 2 to 4 weeks"

      Examples:
        | died       | days | score |
        | 2025-11-10 | 61   | 8     |
        | 2025-12-20 | 21   | 9     |

    Scenario Outline: <what> ends the waiting
      Given father died on <died>
      And about mourning death-of-father it is known:
        | severe impairment               | no |
        | marked feeling of worthlessness | no |
        | marked slowing                  | no |
      And the PHQ-9 is <score> with item 9 at <item>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | what                         | died       | score | item |
        | A death of 62 days ago       | 2025-11-09 | 8     | 0    |
        | A PHQ-9 of ten               | 2025-12-20 | 10    | 0    |
        | Item 9 above nothing         | 2025-12-20 | 8     | 1    |

    Scenario: A full episode after a recent death is an episode
      Given father died on 2025-12-20
      And about mourning death-of-father it is known:
        | severe impairment                                     | no  |
        | marked feeling of worthlessness                       | no  |
        | marked slowing                                        | no  |
        | there is a full depressive episode on top of mourning | yes |
      And the PHQ-9 is 8 with item 9 at 0
      When the case is evaluated
      Then it says nothing of this

    Scenario: One sign was never asked about, and unknown is not absent
      Given father died on 2025-12-20
      And about mourning death-of-father it is known:
        | severe impairment               | no |
        | marked feeling of worthlessness | no |
      And the PHQ-9 is 8 with item 9 at 0
      When the case is evaluated
      Then it says nothing of this

  @rule:grief-red-flags-not-asked
  Rule: After a recent death the signs of severe illness that are not known are asked about

    Scenario: The father died a month ago, and nothing of this was asked
      Given a patient at intake
      And father is the patient's parent
      And father died on 2025-12-10
      When the case is evaluated
      Then it says "Ask for signs of severe illness since the death of father"
      And the answer is needed for focus

    Scenario: The PHQ-9 was filled in, the C-SSRS not
      Given father is the patient's parent
      And father died on 2025-12-10
      And the diagnosis records "psychotic symptoms now" as no
      And about mourning death-of-father it is known:
        | severe impairment               | no |
        | marked feeling of worthlessness | no |
        | marked slowing                  | no |
      And the PHQ-9 is 8 with item 9 at 0
      When the case is evaluated
      Then it says "both clear since the death"

    Scenario: The screener was clear before the death
      Given father is the patient's parent
      And the diagnosis records "psychotic symptoms now" as no
      And the whole C-SSRS screener is answered no
      And session 1 was held
      And father died on 2026-01-12
      When the case is evaluated
      Then it says "Ask for signs of severe illness since the death of father"

    Scenario Outline: One sign is known to be there, and the advice no longer hangs on the others: <sign>
      Given a patient at intake
      And father is the patient's parent
      And father died on 2025-12-10
      And about mourning death-of-father it is known: "<sign>"
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | sign              |
        | severe impairment |
        | marked slowing    |

    Scenario: The death is 62 days ago, and nothing is known of these signs
      Given a patient at intake
      And father is the patient's parent
      And father died on 2025-11-09
      When the case is evaluated
      Then it says nothing of this

    Scenario: Every sign was asked about and is absent
      Given father is the patient's parent
      And father died on 2025-12-10
      And the diagnosis records "psychotic symptoms now" as no
      And about mourning death-of-father it is known:
        | severe impairment               | no |
        | marked feeling of worthlessness | no |
        | marked slowing                  | no |
      And the PHQ-9 is 8 with item 9 at 0
      And the whole C-SSRS screener is answered no
      When the case is evaluated
      Then it says nothing of this
