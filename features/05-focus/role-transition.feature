Feature: What speaks for and against a role transition
  Protocol C4 (TRA-01 to TRA-07, TRA-16). A transition is a change of life that alters roles or ties and that the person
  finds hard, wanted or not. What the change is like for the person weighs more than what kind of change it is.

  @rule:transition-hard-near-onset
  Rule: A change that is found hard and came close to the onset speaks most plainly for a transition

    Scenario Outline: She was promoted <days> days before the low mood began, and finds it hard
      Given the low mood began 8 months before the intake
      And a promotion called promoted, <days> days before the low mood began
      And about change promoted it is known: "the patient finds the change hard"
      When the case is evaluated
      Then it says "is found hard"

      Examples:
        | days |
        | 0    |
        | 365  |

    Scenario Outline: She was promoted <time> the low mood began, which is not close before it
      Given the low mood began 8 months before the intake
      And a promotion called promoted, <time> the low mood began
      And about change promoted it is known: "the patient finds the change hard"
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | time            |
        | 366 days before |
        | 1 day after     |

    Scenario: The promotion was wanted, and is felt as a loss
      Given the low mood began 8 months before the intake
      And a promotion called promoted, 9 weeks before the low mood began
      And about change promoted it is known:
        | the change was wanted              | yes |
        | felt as a loss, even when wanted   | yes |
      When the case is evaluated
      Then it says "The promotion is found hard"
      And this is a strong argument for role transition
      And it counts once among the arguments of change-itself
      And this is about promoted
      And it says "also where others only congratulate"

    Scenario: Nobody says that it is hard, and she has lost the people she worked with
      Given the low mood began 8 months before the intake
      And a promotion called promoted, 9 weeks before the low mood began
      And about change promoted it is known: "signs that the change is hard" as [lost-supports]
      When the case is evaluated
      Then it says "is found hard"

    Scenario: The job was lost against her will, and she does not find that hard
      Given the low mood began 8 months before the intake
      And a job-loss called layoff, 9 weeks before the low mood began
      And about change layoff it is known:
        | the change was wanted          | no |
        | the patient finds the change hard | no |
      When the case is evaluated
      Then it says nothing of this

    Scenario: The job was lost against her will; how she finds it is not known
      Given the low mood began 8 months before the intake
      And a job-loss called layoff, 9 weeks before the low mood began
      And about change layoff it is known:
        | the change was wanted             | no        |
        | the patient finds the change hard | not known |
      When the case is evaluated
      Then it says nothing of this

    Scenario: A session learns that the change is hard
      Given the low mood began 8 months before the intake
      And a move called move-2025, 9 weeks before the low mood began
      And session 2
      And about change move-2025 it is known: "the patient finds the change hard"
      When the case is evaluated
      Then it says "is found hard"

    Scenario: Without a date the birth is told to lie around the onset
      Given a patient at intake
      And a birth called first-child, around the onset, without a date
      And about change first-child it is known: "the patient finds the change hard"
      When the case is evaluated
      Then it says "is found hard"

    Scenario: The move is told as before the onset, and the patient links it to the low mood
      Given a patient at intake
      And a move called move-2025, before the onset, without a date
      And about change move-2025 it is known: "the patient finds the change hard"
      And about event move-2025 it is known: "who links it to the low mood: patient, therapist" as [patient]
      When the case is evaluated
      Then it says "is found hard"

    Scenario Outline: The move is told as <relation>, and nobody links it to the low mood
      Given a patient at intake
      And a move called move-2025, <relation> the onset, without a date
      And about change move-2025 it is known: "the patient finds the change hard"
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | relation     |
        | before       |
        | years-before |
        | after        |

    Scenario: A lawsuit is a change of role when it is hard
      Given the low mood began 8 months before the intake
      And a legal-trouble called lawsuit, 9 weeks before the low mood began
      And about change lawsuit it is known: "the patient finds the change hard"
      When the case is evaluated
      Then it says "The legal trouble (lawsuit) is found hard"

    Scenario: An affair is hard and no change of role
      Given the low mood began 8 months before the intake
      And a betrayal called affair, 9 weeks before the low mood began
      And about change affair it is known: "the patient finds the change hard"
      When the case is evaluated
      Then it says nothing of this

    Scenario: The kind of change adds nothing where the change itself already counts
      Given the low mood began 8 months before the intake
      And a promotion called promoted, 9 weeks before the low mood began
      And about change promoted it is known: "the patient finds the change hard"
      When the case is evaluated
      Then it says "is found hard"
      And the arguments add up to grief 0, dispute 0, transition 6, deficits 0

    Scenario: An affair around the onset is hard and no change of role
      Given a patient at intake
      And a betrayal called affair, around the onset, without a date
      And about change affair it is known: "the patient finds the change hard"
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: Without a date the birth is told to lie around the onset; found hard: <answer>
      Given a patient at intake
      And a birth called first-child, around the onset, without a date
      And about change first-child it is known: "the patient finds the change hard" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | no        |
        | not known |

  @rule:transition-signs
  Rule: Two or more signs that the same change is hard speak strongly for a transition

    Scenario Outline: After the move she shows <signs>
      Given the low mood began 8 months before the intake
      And a move called move-2025, 9 weeks before the low mood began
      And about change move-2025 it is known: "signs that the change is hard" as [<signs>]
      When the case is evaluated
      Then it says "there are signs that the change of role is hard (<told>)"

      Examples:
        | signs                                              | told                                                                       |
        | longing-for-old-role, lost-supports                | longing for the old role, lost supports                                    |
        | cannot-meet-demands, loss-of-identity              | demands that feel too much, loss of identity                               |
        | old-role-all-good, cannot-meet-demands             | the old role seen as all good, demands that feel too much                  |
        | old-role-all-good, new-role-all-bad, lost-supports | the old role seen as all good, the new role seen as all bad, lost supports |

    Scenario Outline: One sign is not enough: <signs>
      Given the low mood began 8 months before the intake
      And a move called move-2025, 9 weeks before the low mood began
      And about change move-2025 it is known: "signs that the change is hard" as [<signs>]
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | signs                               |
        | longing-for-old-role                |
        | old-role-all-good, new-role-all-bad |

    Scenario: Two changes with one sign each
      Given a patient at intake
      And a move called move-2025, it is not known when
      And a job-change called new-job, it is not known when
      And about change move-2025 it is known: "signs that the change is hard" as [lost-supports]
      And about change new-job it is known: "signs that the change is hard" as [cannot-meet-demands]
      When the case is evaluated
      Then it says nothing of this

    Scenario: The retirement is three years past, and he has not let go of his old role
      Given the low mood began 8 months before the intake
      And a retirement called retired, 3 years before the low mood began
      And about change retired it is known: "signs that the change is hard" as [longing-for-old-role, loss-of-identity]
      When the case is evaluated
      Then it says "before hurrying forward"
      And this is a strong argument for role transition
      And this is about retired

    Scenario: The signs were asked about, and there are none
      Given the low mood began 8 months before the intake
      And a move called move-2025, 9 weeks before the low mood began
      And about change move-2025 it is known: "these signs were asked about"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Since the affair she has lost friends and her standing, and the marriage goes on
      Given the low mood began 8 months before the intake
      And a betrayal called affair, 9 weeks before the low mood began
      And about change affair it is known: "signs that the change is hard" as [lost-supports, loss-of-identity]
      When the case is evaluated
      Then it says nothing of this

  @rule:transition-leaves-familiar-role
  Rule: To leave a familiar role for an unknown one speaks for a transition, even if the old role was a burden

    Scenario: She left the job that she had for twenty years
      Given a patient at intake
      And a job-change called left-job, it is not known when
      And about change left-job it is known: "leaves a familiar role for an unknown one"
      When the case is evaluated
      Then it says "a familiar role was left for one that is not known yet"
      And this is a moderate argument for role transition
      And this is about left-job
      And it says "even if it caused distress"

    Scenario Outline: She changed jobs; whether it left a familiar role for an unknown one: <answer>
      Given a patient at intake
      And a job-change called left-job, it is not known when
      And about change left-job it is known: "leaves a familiar role for an unknown one" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | no        |
        | not known |

    Scenario: A sentence of the court left her without the part she had in town
      Given a patient at intake
      And a legal-trouble called sentence, it is not known when
      And about change sentence it is known: "leaves a familiar role for an unknown one"
      When the case is evaluated
      Then it says "With the legal trouble (sentence) a familiar role was left"

    Scenario: Shut out by the class, which is between people and no change of role
      Given a patient at intake
      And a peer-rejection called class, it is not known when
      And about change class it is known: "leaves a familiar role for an unknown one"
      When the case is evaluated
      Then it says nothing of this

  @rule:transition-adapted-or-far
  Rule: A change that is adapted to, or long past and not spoken of, speaks against a transition

    Scenario: She has settled in the new city
      Given the low mood began 8 months before the intake
      And a move called move-2025, 9 weeks before the low mood began
      And about change move-2025 it is known: "fully adapted to by now"
      When the case is evaluated
      Then it says "is adapted to by now, or long past and not spoken of"
      And this is a moderate argument against role transition
      And this is about move-2025

    Scenario Outline: The move was nine weeks before; adapted to by now: <answer>
      Given the low mood began 8 months before the intake
      And a move called move-2025, 9 weeks before the low mood began
      And about change move-2025 it is known: "fully adapted to by now" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | no        |
        | not known |

    Scenario: He graduated 366 days before and never speaks of it
      Given the low mood began 8 months before the intake
      And a graduation called degree, 366 days before the low mood began
      And about change degree it is known: "the patient speaks of it" as no
      When the case is evaluated
      Then it says "The graduation, 12 months before the low mood began, is adapted to"

    Scenario: Without a date it is told to lie years before
      Given a patient at intake
      And a graduation called degree, years-before the onset, without a date
      And about change degree it is known: "the patient speaks of it" as no
      When the case is evaluated
      Then it says "years before the low mood began"

    Scenario Outline: He graduated <days> days before; speaks of it: <answer>
      Given the low mood began 8 months before the intake
      And a graduation called degree, <days> days before the low mood began
      And about change degree it is known: "the patient speaks of it" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | days | answer    |
        | 365  | no        |
        | 366  | yes       |
        | 366  | not known |

    Scenario: Told as years before and never spoken of, and the date says two months
      Given the low mood began 8 months before the intake
      And a graduation called degree, 60 days before the low mood began
      And about event degree it is known: "without a date: before, around, after or years-before the onset" as years-before
      And about change degree it is known: "the patient speaks of it" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: It takes away from what speaks for the change
      Given the low mood began 8 months before the intake
      And a move called move-2025, 9 weeks before the low mood began
      And about change move-2025 it is known: "fully adapted to by now"
      When the case is evaluated
      Then it says "A change is adapted to"
      And the arguments add up to grief 0, dispute 0, transition 3, deficits 0

    Scenario: She has come to terms with the affair, which was no change of role
      Given the low mood began 8 months before the intake
      And a betrayal called affair, 9 weeks before the low mood began
      And about change affair it is known: "fully adapted to by now"
      When the case is evaluated
      Then it says nothing of this

    Scenario: The class shut him out years before, he never speaks of it, and it was no change of role
      Given a patient at intake
      And a peer-rejection called class, years-before the onset, without a date
      And about change class it is known: "the patient speaks of it" as no
      When the case is evaluated
      Then it says nothing of this

  @rule:transition-hub-change
  Rule: A change that brought others with it is looked at as one

    Scenario: The move cost her the job
      Given the low mood began 8 months before the intake
      And a move called move-2025, 9 weeks before the low mood began
      And a job-loss called layoff, 8 weeks before the low mood began
      And about event layoff it is known: "the larger event it came with, by key" as move-2025
      When the case is evaluated
      Then it says "The move brought other events with it: the loss of the job"
      And it says "without timing of their own"

    Scenario: She moved and lost her job in the same month, and nobody said that the two belong together
      Given the low mood began 8 months before the intake
      And a move called move-2025, 9 weeks before the low mood began
      And a job-loss called layoff, 8 weeks before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: Only the quarrels with the wife began with the move
      Given the low mood began 8 months before the intake
      And wife is the patient's spouse
      And a move called move-2025, 9 weeks before the low mood began
      And about conflict wife it is known: "the event it began with, by key" as move-2025
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was her father's death that cost her the home
      Given the low mood began 8 months before the intake
      And father is the patient's parent
      And father died 9 weeks before the low mood began
      And a loss-of-home called the-house, 8 weeks before the low mood began
      And about event the-house it is known: "the larger event it came with, by key" as death-of-father
      When the case is evaluated
      Then it says nothing of this

  @rule:transition-ask-how-it-feels
  Rule: How a change near the onset is felt is asked where it is not known

    Scenario: He was promoted shortly before the onset, and nobody asked how that is for him
      Given the low mood began 8 months before the intake
      And a promotion called promoted, 9 weeks before the low mood began
      When the case is evaluated
      Then it says "How the promotion is felt is not recorded"
      And the answer is needed for focus
      And it says "wanted or not"

    Scenario: That it was wanted does not say how it is felt
      Given the low mood began 8 months before the intake
      And a promotion called promoted, 9 weeks before the low mood began
      And about change promoted it is known:
        | the change was wanted             | yes       |
        | the patient finds the change hard | not known |
      When the case is evaluated
      Then it says "ask how the promotion is felt"

    Scenario: The change has no date, and the therapist links it to the low mood
      Given a patient at intake
      And a move called move-2025, it is not known when
      And about event move-2025 it is known: "who links it to the low mood: patient, therapist" as [therapist]
      When the case is evaluated
      Then it says "ask how the move is felt"

    Scenario Outline: It is known how he feels about the promotion: <what> <answer>
      Given the low mood began 8 months before the intake
      And a promotion called promoted, 9 weeks before the low mood began
      And about change promoted it is known: "<what>" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | what                              | answer                |
        | the patient finds the change hard | yes                   |
        | the patient finds the change hard | no                    |
        | felt as a loss, even when wanted  | yes                   |
        | signs that the change is hard     | [cannot-meet-demands] |

    Scenario Outline: The promotion came <time> the low mood began, which is not near before it
      Given the low mood began 8 months before the intake
      And a promotion called promoted, <time> the low mood began
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | time            |
        | 366 days before |
        | 1 day after     |

    Scenario: A betrayal is no change of role of which to ask this
      Given the low mood began 8 months before the intake
      And a betrayal called affair, 9 weeks before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: In the ending it is not asked any more
      Given the low mood began 8 months before the intake
      And a promotion called promoted, 9 weeks before the low mood began
      And session 10
      And the phase is recorded as ending
      When the case is evaluated
      Then it says nothing of this

  @rule:transition-lost-healthy-self
  Rule: In bipolar disorder the loss of the healthy self is mourned like an old role

    Scenario Outline: Since the diagnosis she shows <sign>
      Given the diagnosis records "bipolar disorder, or past mania or hypomania"
      And an own-illness called diagnosed, it is not known when
      And about change diagnosed it is known: "signs that the change is hard" as [<sign>]
      When the case is evaluated
      Then it says "Consider mourning for the healthy self"

      Examples:
        | sign                 |
        | longing-for-old-role |
        | loss-of-identity     |

    Scenario: The main diagnosis says that it is bipolar
      Given the diagnosis records "the main diagnosis" as bipolar-disorder
      And a change-of-role called patient-role, it is not known when
      And about change patient-role it is known: "signs that the change is hard" as [loss-of-identity]
      When the case is evaluated
      Then it says "the person longs for who they were, or has lost standing"
      And this is a moderate argument for role transition
      And it counts once among the arguments of change-itself
      And this is about healthy-self

    Scenario: She only feels unable to meet what the illness demands
      Given the diagnosis records "bipolar disorder, or past mania or hypomania"
      And an own-illness called diagnosed, it is not known when
      And about change diagnosed it is known: "signs that the change is hard" as [cannot-meet-demands]
      When the case is evaluated
      Then it says nothing of this

    Scenario: She longs for the town that she left
      Given the diagnosis records "bipolar disorder, or past mania or hypomania"
      And a move called move-2025, it is not known when
      And about change move-2025 it is known: "signs that the change is hard" as [longing-for-old-role]
      When the case is evaluated
      Then it says nothing of this

    Scenario: She longs for who she was before the illness; whether it is bipolar is not known
      Given the diagnosis records "bipolar disorder, or past mania or hypomania" as not known
      And an own-illness called diagnosed, it is not known when
      And about change diagnosed it is known: "signs that the change is hard" as [longing-for-old-role]
      When the case is evaluated
      Then it says nothing of this

    Scenario: A disability came with the bipolar illness, and she longs for who she was
      Given the diagnosis records "bipolar disorder, or past mania or hypomania"
      And an own-disability called disabled, it is not known when
      And about change disabled it is known: "signs that the change is hard" as [longing-for-old-role]
      When the case is evaluated
      Then it says "Consider mourning for the healthy self"

    Scenario: She longs for the marriage that has ended
      Given the diagnosis records "bipolar disorder, or past mania or hypomania"
      And a separation called parting, it is not known when
      And about change parting it is known: "signs that the change is hard" as [longing-for-old-role]
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is a chronic bodily illness that makes her long for who she was
      Given a chronic bodily illness is recorded that affects relationships: yes
      And an own-illness called diagnosed, it is not known when
      And about change diagnosed it is known: "signs that the change is hard" as [longing-for-old-role]
      When the case is evaluated
      Then it says nothing of this

  @rule:transition-listed-change
  Rule: A new stage of life alters roles, wanted or not

    Scenario Outline: On the timeline stands a <kind>
      Given the low mood began 8 months before the intake
      And a <kind> called the-change, 9 weeks before the low mood began
      When the case is evaluated
      Then it says "It is one of the changes that alter roles"
      And this is a moderate argument for role transition
      And it counts once among the arguments of change-itself
      And this is about the-change

      Examples:
        | kind                  |
        | marriage              |
        | moving-in-together    |
        | infertility           |
        | children-leaving-home |
        | starting-school       |
        | graduation            |
        | coming-out            |
        | financial-change      |
        | change-of-role        |

    Scenario Outline: A <kind> alters no role by itself
      Given the low mood began 8 months before the intake
      And a <kind> called the-event, 9 weeks before the low mood began
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | kind           |
        | legal-trouble  |
        | other          |
        | betrayal       |
        | peer-rejection |

    Scenario: A separation is said in other words
      Given the low mood began 8 months before the intake
      And a separation called parting, 9 weeks before the low mood began
      When the case is evaluated
      Then it says nothing of this
