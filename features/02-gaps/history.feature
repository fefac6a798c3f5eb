Feature: What nobody has asked about the history yet
  Protocol J2 with A4, B1 and B3. Onset, events, losses, past highs, bodily causes and medicines are asked about. Not
  asked, asked and none, and asked but not known are three things: only an answer ends the question.

  @rule:bipolar-history-not-known
  Rule: Past mania or hypomania is asked about before medication or course is settled

    Scenario: Nothing is recorded of it
      Given a patient at intake
      When the case is evaluated
      Then it says "Ask about past mania or hypomania"
      And the answer is needed for course

    Scenario: The patient could not say whether there were highs
      Given a patient at intake
      And the patient was asked about bipolar history and could not say
      When the case is evaluated
      Then it says "Neither a yes nor a no"

    Scenario: That there is no mania now does not tell of the past
      Given a patient at intake
      And the diagnosis records "mania, hypomania or mixed features now" as no
      When the case is evaluated
      Then it says "Ask about past mania or hypomania"

    Scenario Outline: There was an answer: <answer>
      Given a patient at intake
      And the patient was asked about bipolar history and <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer          |
        | there were none |
        | there were some |

    Scenario Outline: The diagnosis tells it: <what> as <value>
      Given a patient at intake
      And the diagnosis records "<what>" as <value>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | what                                         | value            |
        | bipolar disorder, or past mania or hypomania | no               |
        | mania, hypomania or mixed features now       | yes              |
        | the main diagnosis                           | bipolar-disorder |

  @rule:medical-causes-not-asked
  Rule: Bodily and drug causes are asked about in the initial phase

    Scenario: Nothing is recorded of them
      Given a patient at intake
      When the case is evaluated
      Then it says "Thyroid disease, anaemia and steroids are common examples"
      And the answer is needed for course

    Scenario: The patient could not say
      Given a patient at intake
      And the patient was asked about medical causes and could not say
      When the case is evaluated
      Then it says "Ask about bodily illness and medicines"

    Scenario: That no medicine for mood is taken does not answer it
      Given a patient at intake
      And no medicine is taken
      When the case is evaluated
      Then it says "Ask about bodily illness and medicines"

    Scenario: A check was made and there was none
      Given a patient at intake
      And the patient was asked about medical causes and there were none
      When the case is evaluated
      Then it says nothing of this

    Scenario: The middle phase has begun
      Given sessions 1 to 6 were held
      When the case is evaluated
      Then it says nothing of this

  @rule:medical-cause-found
  Rule: A possible bodily or drug cause is followed up with a physician

    Scenario: A cause is possible
      Given a patient at intake
      And the patient was asked about medical causes and there were some
      When the case is evaluated
      Then it says "consider a medical check beside IPT"

    Scenario Outline: Asked, and <answer>
      Given a patient at intake
      And the patient was asked about medical causes and <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer          |
        | there were none |
        | could not say   |

    Scenario: A later check finds none
      Given a patient at intake
      And the patient was asked about medical causes and there were some
      And session 2 was held
      And the patient was asked about medical causes and there were none
      When the case is evaluated
      Then it says nothing of this

  @rule:medication-view-not-recorded
  Rule: Whether medicines for mood are taken is asked by the second session

    Scenario: Nothing is recorded after the first session, not even that none is taken
      Given session 1 was held
      When the case is evaluated
      Then it says "Nothing is recorded about medicines for mood"
      And the answer is needed for course

    Scenario: The first session is still to come
      Given a patient at intake
      When the case is evaluated
      Then it says nothing of this

    Scenario: None is taken
      Given a patient at intake
      And no medicine is taken
      And session 1 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: One is taken, its dose not known
      Given a patient at intake
      And a medicine is taken:
        | kind | antidepressant |
      And session 1 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was looked at in the first session
      Given session 1 was held
      And the tasks done are medication-reviewed
      When the case is evaluated
      Then it says nothing of this

  @rule:onset-not-known
  Rule: The month of the onset is asked about

    Scenario: Nothing is known of the onset
      Given a patient at intake
      When the case is evaluated
      Then it says "Ask in which month the low mood began"

    Scenario Outline: <what> alone dates no onset
      Given a patient at intake
      And the episode records "<meaning>" as <value>
      When the case is evaluated
      Then it says "No onset is dated to the month"

      Examples:
        | what     | meaning                                        | value |
        | A year   | onset                                          | 2025  |
        | A length | how long it has lasted, when no onset is known | 6     |

    Scenario: A month is enough
      Given a patient at intake
      And the episode records "onset" as 2025-09
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was found out in the third session
      Given a patient at intake
      And the episode records "onset" as 2025
      And session 3 was held
      And the episode records "onset" as 2025-09
      When the case is evaluated
      Then it says nothing of this

    Scenario: In the middle phase it is still asked
      Given sessions 1 to 6 were held
      When the case is evaluated
      Then it says "Ask in which month the low mood began"

    Scenario: In the ending no longer
      Given a patient at intake
      And 12 sessions are planned
      And sessions 1 to 10 were held
      When the case is evaluated
      Then it says nothing of this

  @rule:event-without-date
  Rule: An event needs a month, or where it lies beside the onset

    Scenario: A move, and nobody asked when
      Given a patient at intake
      And a move called new-town, it is not known when
      When the case is evaluated
      Then it says "No month and no relation to the onset is recorded for the move"
      And the answer is needed for focus
      And this is about new-town

    Scenario: The year of the onset is not precise enough
      Given a patient at intake
      And the episode records "onset" as 2025-09
      And a job-loss called dismissal on 2025
      When the case is evaluated
      Then this is about dismissal
      And it says "It counts without the weight of its timing"

    Scenario: A year is enough when it lies long before the onset
      Given a patient at intake
      And the episode records "onset" as 2025-09
      And a job-loss called dismissal on 2019
      When the case is evaluated
      Then it says nothing of this

    Scenario: The same year when the onset is not known
      Given a patient at intake
      And a job-loss called dismissal on 2019
      When the case is evaluated
      Then it says "Ask in which month it was: the loss of the job"

    Scenario: Only of one of two events it is not known when
      Given a patient at intake
      And a move called new-town, around the onset, without a date
      And mother died, it is not known when
      When the case is evaluated
      Then this is about death-of-mother
      And it says "Ask in which month it was: the death of mother"
      And it does not say "Ask in which month it was: the move"

    Scenario: It is told to the month
      Given a patient at intake
      And a move called new-town on 2025-08
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: It is told only that it was <when> the onset
      Given a patient at intake
      And a move called new-town, <when> the onset, without a date
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | when         |
        | before       |
        | after        |
        | years-before |

  @rule:deaths-not-asked
  Rule: Deaths are asked about, and none is assumed before anybody asked

    Scenario: Nothing says that it was asked
      Given a patient at intake
      And the patient was asked about other losses and there were none
      When the case is evaluated
      Then it says "No death is recorded and nothing says that it was asked"
      And the answer is needed for focus

    Scenario: The patient could not say whether anybody has died
      Given a patient at intake
      And the patient was asked about deaths and could not say
      When the case is evaluated
      Then it says "Ask whether anybody important has died"

    Scenario: The death of a dog does not tell of people
      Given a patient at intake
      And a death-of-pet called the-dog, around the onset, without a date
      When the case is evaluated
      Then it says "Ask whether anybody important has died"

    Scenario: It was asked, and nobody has died
      Given a patient at intake
      And the patient was asked about deaths and there were none
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: A <kind> is on the timeline
      Given a patient at intake
      And a <kind> called loss, it is not known when
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | kind           |
        | death          |
        | pregnancy-loss |
        | stillbirth     |

    Scenario: Losses were gone through in the second session
      Given sessions 1 to 2 were held
      And the tasks done are losses-asked
      When the case is evaluated
      Then it says nothing of this

  @rule:other-losses-not-asked
  Rule: Losses other than deaths are asked about

    Scenario: Only deaths were asked about
      Given a patient at intake
      And the patient was asked about deaths and there were none
      When the case is evaluated
      Then it says "No other loss is recorded and nothing says that it was asked"
      And the answer is needed for focus

    Scenario Outline: A <kind> on the timeline is no other loss
      Given a patient at intake
      And a <kind> called event, around the onset, without a date
      When the case is evaluated
      Then it says "Ask about losses other than deaths"

      Examples:
        | kind  |
        | death |
        | birth |

    Scenario: The patient could not say whether there were any
      Given a patient at intake
      And the patient was asked about other losses and could not say
      When the case is evaluated
      Then it says "Ask about losses other than deaths"

    Scenario Outline: A <kind> is recorded
      Given a patient at intake
      And a <kind> called event, around the onset, without a date
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | kind         |
        | divorce      |
        | job-loss     |
        | estrangement |

    Scenario: It was asked, and there were none
      Given a patient at intake
      And the patient was asked about other losses and there were none
      When the case is evaluated
      Then it says nothing of this

  @rule:episode-history-unknown-number
  Rule: In the ending it is asked which episode of life this is

    Background:
      Given a patient at intake
      And 12 sessions are planned

    Scenario: Nobody recorded it by the tenth of twelve sessions
      Given sessions 1 to 10 were held
      When the case is evaluated
      Then it says "it is not recorded which episode this is"

    Scenario: In the ninth there is still time
      Given sessions 1 to 9 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is the first
      Given the episode records "which episode of life, this one counted" as 1
      And sessions 1 to 10 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Depression in the family does not tell of earlier episodes
      Given the episode records "depression in the family"
      And sessions 1 to 10 were held
      When the case is evaluated
      Then it says "Ask which episode of life this is"

  @rule:episode-history-unknown-recent
  Rule: In the ending it is asked how long ago an earlier episode was

    Background:
      Given a patient at intake
      And 12 sessions are planned
      And the episode records "which episode of life, this one counted" as 2

    Scenario: It is the second episode, and nobody asked when the first was
      Given sessions 1 to 10 were held
      When the case is evaluated
      Then it says "This is recorded as episode number 2; when the one before was is not"

    Scenario Outline: Whether it was within two years is answered <answer>
      Given the episode records "an earlier episode within the last two years" as <answer>
      And sessions 1 to 10 were held
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer |
        | yes    |
        | no     |

    Scenario: The patient does not know when the first was
      Given the episode records "an earlier episode within the last two years" as not known
      And sessions 1 to 10 were held
      When the case is evaluated
      Then it says "Ask whether an earlier episode was within the last two years"

    Scenario: A first episode has none before it
      Given the episode records "which episode of life, this one counted" as 1
      And sessions 1 to 10 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The middle phase goes on
      Given sessions 1 to 9 were held
      When the case is evaluated
      Then it says nothing of this

  @rule:record-the-age
  Rule: The age is asked for where nobody recorded it

    Scenario: A referral without a date of birth
      Given a patient at intake
      When the case is evaluated
      Then it says "No age is recorded"
      And the answer is needed for course

    Scenario: She is thirty
      Given the patient records "age in years" as 30
      When the case is evaluated
      Then it says nothing of this
