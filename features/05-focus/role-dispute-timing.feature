Feature: When a conflict began or became worse
  Protocol C1 (FOC-06, FOC-07, FOC-16). A conflict close before the onset says most; one after it may keep the low mood
  going. What is only told counts in the middle, and what began with a larger event leaves its time to that event.

  @rule:dispute-timing-strong
  Rule: In the three months before the onset a conflict is close in time

    Scenario Outline: The conflict with the brother began <days> days before the low mood, which is close
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And brother is the patient's sibling
      And the conflict with brother began or worsened <days> days before the low mood began
      When the case is evaluated
      Then it says "lies close before the onset"

      Examples:
        | days |
        | 0    |
        | 92   |

    Scenario Outline: The conflict with the brother began <time>, which is not close before
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And brother is the patient's sibling
      And the conflict with brother began or worsened <time> the low mood began
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | time           |
        | 93 days before |
        | 1 day after    |

    Scenario: Both are known to the month, and it is the same month
      Given a patient at intake
      And the episode records "onset" as 2025-11
      And brother is the patient's sibling
      And about conflict brother it is known: "when it began or became worse" as 2025-11
      When the case is evaluated
      Then it says "when the low mood began"
      And this is a strong argument for role dispute
      And it counts once among the arguments of timing
      And this is about brother

    Scenario: The conflict is known to the year only
      Given a patient at intake
      And the episode records "onset" as 2025-11
      And brother is the patient's sibling
      And about conflict brother it is known: "when it began or became worse" as 2025
      When the case is evaluated
      Then it says nothing of this

    Scenario: It began close before, with the move, which has the time
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And brother is the patient's sibling
      And a move called move-2025, 8 weeks before the low mood began
      And the conflict with brother began or worsened 8 weeks before the low mood began
      And about conflict brother it is known: "the event it began with, by key" as move-2025
      When the case is evaluated
      Then it says nothing of this

    Scenario: An affair is no larger event: what began with it keeps its own time
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And wife is the patient's spouse
      And a betrayal called affair, 8 weeks before the low mood began
      And about conflict wife it is known: "the event it began with, by key" as affair
      When the case is evaluated
      Then it says "8 weeks before the low mood began"

    Scenario: It began eight weeks before the low mood, and the brother has died since
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And brother is the patient's sibling
      And the conflict with brother began or worsened 8 weeks before the low mood began
      And brother died 2 weeks after the low mood began
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-timing-moderate
  Rule: Over three to six months before the onset a conflict is fairly close in time

    Scenario Outline: The conflict with the brother began <days> days before the low mood, which is fairly close
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And brother is the patient's sibling
      And the conflict with brother began or worsened <days> days before the low mood began
      When the case is evaluated
      Then it says "lies some months before the onset"
      And this is a moderate argument for role dispute
      And it counts once among the arguments of timing
      And this is about brother

      Examples:
        | days |
        | 93   |
        | 182  |
        | 183  |

    Scenario Outline: The conflict with the brother began <days> days before, which is not fairly close
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And brother is the patient's sibling
      And the conflict with brother began or worsened <days> days before the low mood began
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | days |
        | 92   |
        | 184  |

    Scenario: Four months before, and both have since accepted that it is over
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And anna is the patient's ex-partner
      And about conflict anna it is known:
        | when it began or became worse                  | 2025-04 |
        | the relationship has ended and both accept it  | yes     |
      When the case is evaluated
      Then it says nothing of this

    Scenario: Four months before, with the loss of the flat, which has the time
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And brother is the patient's sibling
      And a loss-of-home called flat, 120 days before the low mood began
      And the conflict with brother began or worsened 120 days before the low mood began
      And about conflict brother it is known: "the event it began with, by key" as flat
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-timing-weak
  Rule: Over six to twelve months before the onset a conflict is loosely tied to it, and earlier its time says nothing

    Scenario Outline: The conflict with the brother began <days> days before the low mood, which is a loose tie
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And brother is the patient's sibling
      And the conflict with brother began or worsened <days> days before the low mood began
      When the case is evaluated
      Then it says "lies within the year before the onset"
      And this is a weak argument for role dispute
      And it counts once among the arguments of timing
      And this is about brother

      Examples:
        | days |
        | 184  |
        | 364  |
        | 365  |

    Scenario Outline: The conflict with the brother began <days> days before, which is no loose tie
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And brother is the patient's sibling
      And the conflict with brother began or worsened <days> days before the low mood began
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | days |
        | 183  |
        | 366  |

    Scenario: Eight months before, with the loss of the flat, which has the time
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And brother is the patient's sibling
      And a loss-of-home called flat, 240 days before the low mood began
      And the conflict with brother began or worsened 240 days before the low mood began
      And about conflict brother it is known: "the event it began with, by key" as flat
      When the case is evaluated
      Then it says nothing of this

    Scenario: Eight months before, and both accept that it is over between them
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And anna is the patient's ex-partner
      And about conflict anna it is known:
        | when it began or became worse                 | 2024-12 |
        | the relationship has ended and both accept it | yes     |
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-timing-told
  Rule: Where no date is known, what is told of the onset counts as fairly close in time

    Scenario: It began around the time of the onset, no month known
      Given a patient at intake
      And boss is the patient's boss
      And there is a conflict with boss
      And about conflict boss it is known: "where its beginning or worsening lies beside onset, without a date" as around
      When the case is evaluated
      Then it says "told as tied to the onset"
      And this is a moderate argument for role dispute
      And it counts once among the arguments of timing
      And this is about boss
      And it says "Ask for the month"

    Scenario: It goes back years, and became worse around the onset
      Given a patient at intake
      And mother is the patient's parent
      And about conflict mother it is known:
        | where its beginning or worsening lies beside onset, without a date | years-before |
        | it began or became worse around the onset                          | yes          |
      When the case is evaluated
      Then it says "told to have begun or become worse around the onset"

    Scenario: Nothing is known of its time except that the therapist links it to the low mood
      Given a patient at intake
      And mother is the patient's parent
      And there is a conflict with mother
      And about conflict mother it is known: "who links it to the low mood: patient, therapist" as [therapist]
      When the case is evaluated
      Then it says "is linked to the low mood"

    Scenario: Told as around the onset, and the date says a year and a half before
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And mother is the patient's parent
      And the conflict with mother began or worsened 18 months before the low mood began
      And about conflict mother it is known: "where its beginning or worsening lies beside onset, without a date" as around
      When the case is evaluated
      Then it says nothing of this

    Scenario: There is a conflict, and nothing is told of its time
      Given a patient at intake
      And mother is the patient's parent
      And there is a conflict with mother
      And about conflict mother it is known: "it began or became worse around the onset" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: Told as around the onset, and it began with the birth, which has the time
      Given a patient at intake
      And husband is the patient's spouse
      And a birth called first-child, around the onset, without a date
      And about conflict husband it is known:
        | it began or became worse around the onset | yes         |
        | the event it began with, by key           | first-child |
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: It is told to lie <when> the onset
      Given a patient at intake
      And boss is the patient's boss
      And there is a conflict with boss
      And about conflict boss it is known: "where its beginning or worsening lies beside onset, without a date" as <when>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | when         |
        | before       |
        | after        |
        | years-before |

    Scenario: The patient links it to the low mood, and it began with the move, which has the time
      Given a patient at intake
      And mother is the patient's parent
      And a move called move-2025, it is not known when
      And about conflict mother it is known:
        | who links it to the low mood: patient, therapist | [patient]  |
        | the event it began with, by key                  | move-2025  |
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: Both accept that they have parted, and what is told of its time says nothing: <what>
      Given a patient at intake
      And anna is the patient's ex-partner
      And about conflict anna it is known:
        | <what>                                        | <answer> |
        | the relationship has ended and both accept it | yes      |
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | what                                                               | answer    |
        | where its beginning or worsening lies beside onset, without a date | around    |
        | who links it to the low mood: patient, therapist                   | [patient] |

    Scenario: It goes back years and became worse around the onset, and both accept the end by now
      Given a patient at intake
      And anna is the patient's ex-partner
      And about conflict anna it is known:
        | where its beginning or worsening lies beside onset, without a date | years-before |
        | it began or became worse around the onset                          | yes          |
        | the relationship has ended and both accept it                      | yes          |
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-after-onset
  Rule: A conflict that began after the onset cannot have set it off and still counts a little

    Scenario: It began the day after the low mood
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And husband is the patient's spouse
      And the conflict with husband began or worsened 1 day after the low mood began
      When the case is evaluated
      Then it says "came after the onset"
      And this is a weak argument for role dispute
      And it counts once among the arguments of timing
      And this is about husband

    Scenario: It is told to have begun after the low mood, no date known
      Given a patient at intake
      And husband is the patient's spouse
      And there is a conflict with husband
      And about conflict husband it is known: "where its beginning or worsening lies beside onset, without a date" as after
      When the case is evaluated
      Then it says "after the low mood began"

    Scenario: It began on the day from which the low mood is counted
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And husband is the patient's spouse
      And the conflict with husband began or worsened 0 days before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: The conflict has a date, and when the low mood began is not known
      Given a patient at intake
      And husband is the patient's spouse
      And about conflict husband it is known: "when it began or became worse" as 2025-12-01
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is told to have begun around the onset
      Given a patient at intake
      And husband is the patient's spouse
      And there is a conflict with husband
      And about conflict husband it is known: "where its beginning or worsening lies beside onset, without a date" as around
      When the case is evaluated
      Then it says nothing of this

    Scenario: It began after the onset, with the dismissal, which has the time
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And husband is the patient's spouse
      And a job-loss called dismissal, 3 weeks after the low mood began
      And about conflict husband it is known: "the event it began with, by key" as dismissal
      When the case is evaluated
      Then it says nothing of this

    Scenario: It began after the onset, and the husband has died since
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And husband is the patient's spouse
      And the conflict with husband began or worsened 2 weeks after the low mood began
      And husband died 8 weeks after the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is told to have begun after the onset, and both accept that they have parted
      Given a patient at intake
      And anna is the patient's ex-partner
      And about conflict anna it is known:
        | where its beginning or worsening lies beside onset, without a date | after |
        | the relationship has ended and both accept it                      | yes   |
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is told to have begun after the onset, with the dismissal, which has the time
      Given a patient at intake
      And husband is the patient's spouse
      And a job-loss called dismissal, after the onset, without a date
      And about conflict husband it is known: "the event it began with, by key" as dismissal
      When the case is evaluated
      Then it says nothing of this

    Scenario: Told as after the onset, and the date says eight weeks before it
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And husband is the patient's spouse
      And the conflict with husband began or worsened 8 weeks before the low mood began
      And about conflict husband it is known: "where its beginning or worsening lies beside onset, without a date" as after
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-after-onset-recent
  Rule: A recent conflict after the onset that is still there may keep the low mood going

    Scenario: It began 92 days before the intake, after the onset
      Given a patient at intake
      And the low mood began 140 days before the intake
      And husband is the patient's spouse
      And the conflict with husband began or worsened 48 days after the low mood began
      When the case is evaluated
      Then it says "may keep the low mood going"
      And this is a moderate argument for role dispute
      And it counts once among the arguments of timing
      And this is about husband

    Scenario: It began 93 days before the intake, after the onset
      Given a patient at intake
      And the low mood began 140 days before the intake
      And husband is the patient's spouse
      And the conflict with husband began or worsened 47 days after the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was recent at the intake, and by the third session it is recent no longer
      Given a patient at intake
      And the low mood began 140 days before the intake
      And husband is the patient's spouse
      And the conflict with husband began or worsened 48 days after the low mood began
      And session 3 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: It began shortly before the onset, so it is no upkeep
      Given a patient at intake
      And the low mood began 60 days before the intake
      And husband is the patient's spouse
      And the conflict with husband began or worsened 1 day before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was recent, and by the second session it is settled
      Given a patient at intake
      And the low mood began 60 days before the intake
      And husband is the patient's spouse
      And the conflict with husband began or worsened 20 days after the low mood began
      And session 2
      And about conflict husband it is known: "is there a conflict with this person now" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is recent, and began with the dismissal, which has the time
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And husband is the patient's spouse
      And a job-loss called dismissal, 12 weeks after the low mood began
      And about conflict husband it is known: "the event it began with, by key" as dismissal
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is recent, and began the day after the low mood
      Given a patient at intake
      And the low mood began 60 days before the intake
      And husband is the patient's spouse
      And the conflict with husband began or worsened 1 day after the low mood began
      When the case is evaluated
      Then it says "is still there"

    Scenario: It is recent, and began on the day from which the low mood is counted
      Given a patient at intake
      And the low mood began 60 days before the intake
      And husband is the patient's spouse
      And the conflict with husband began or worsened 0 days before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was recent and still there, and the father has died
      Given a patient at intake
      And the low mood began 60 days before the intake
      And father is the patient's parent
      And the conflict with father began or worsened 20 days after the low mood began
      And father died 50 days after the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: An affair came to light after the onset, and whether they quarrel over it is not told
      Given a patient at intake
      And the low mood began 60 days before the intake
      And husband is the patient's spouse
      And a betrayal called affair, 20 days after the low mood began
      And about event affair it is known: "the person it is about, by key" as husband
      When the case is evaluated
      Then it says nothing of this

  @rule:dispute-began-with-change
  Rule: A conflict that began with a larger event is a possible second focus, without a time of its own

    Scenario: The quarrels with the wife began with the move
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And wife is the patient's spouse
      And a move called move-2025, 8 weeks before the low mood began
      And about conflict wife it is known: "the event it began with, by key" as move-2025
      When the case is evaluated
      Then it says "its time counts for that event and not again for the conflict"

    Scenario: The quarrels are about the move, and what they began with was not asked
      Given a patient at intake
      And the low mood began 20 weeks before the intake
      And wife is the patient's spouse
      And a move called move-2025, 8 weeks before the low mood began
      And about conflict wife it is known: "the event it is about, by key" as move-2025
      When the case is evaluated
      Then it says nothing of this

    Scenario: The quarrels began with an affair, which belongs to them
      Given a patient at intake
      And wife is the patient's spouse
      And a betrayal called affair, it is not known when
      And about conflict wife it is known: "the event it began with, by key" as affair
      When the case is evaluated
      Then it says nothing of this
