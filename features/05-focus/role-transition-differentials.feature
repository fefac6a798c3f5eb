Feature: A change of role, or something else
  Protocol C6 (DFX-01 to DFX-13) and the conditions of A2 that by themselves change roles. Which kind of change it is
  decides little; where the line to grief and to a dispute runs decides much: nobody died, and the end is let go of.

  @rule:transition-relationship-ended
  Rule: The end of a relationship is a change of role and no grief

    Scenario Outline: The relationship ended in a <kind>
      Given the low mood began 8 months before the intake
      And a <kind> called the-end, 9 weeks before the low mood began
      When the case is evaluated
      Then it says "The end of a relationship is a change of role"
      And this is a moderate argument for role transition
      And it counts once among the arguments of change-itself
      And this is about the-end
      And it says "still fought over or hoped to be undone, look at it as a dispute first"

      Examples:
        | kind       |
        | separation |
        | divorce    |
        | breakup    |

    Scenario Outline: A <kind> is not the end of a partnership
      Given the low mood began 8 months before the intake
      And a <kind> called the-event, 9 weeks before the low mood began
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | kind                |
        | marriage            |
        | estrangement        |
        | parental-separation |

    Scenario: The husband died
      Given the low mood began 8 months before the intake
      And husband is the patient's spouse
      And husband died 9 weeks before the low mood began
      When the case is evaluated
      Then it says nothing of this

  @rule:transition-relationship-not-let-go
  Rule: While the end of a relationship is fought over, hoped to be undone or under way, it is no transition yet

    Background: Close to the onset the husband moved out
      Given the low mood began 8 months before the intake
      And husband is the patient's spouse
      And a separation called parting, 9 weeks before the low mood began
      And about event parting it is known: "the person it is about, by key" as husband

    Scenario Outline: Where it stands: <what>
      Given about conflict husband it is known: "<what>"
      When the case is evaluated
      Then it says "is still fought over, hoped to be undone, or under way"

      Examples:
        | what                                               |
        | still fighting over terms, or hoping to restore it |
        | a separation has been decided and is under way     |

    Scenario Outline: Hope or fight: <hope>; under way: <way>
      Given about conflict husband it is known:
        | still fighting over terms, or hoping to restore it | <hope> |
        | a separation has been decided and is under way     | <way>  |
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | hope      | way       |
        | no        | no        |
        | no        | not known |
        | not known | no        |

    Scenario: A breakup that names nobody, and the conflict with Anna is about it
      Given anna is the patient's ex-partner
      And a breakup called the-end, it is not known when
      And about conflict anna it is known:
        | still fighting over terms, or hoping to restore it | yes     |
        | the event it is about, by key                      | the-end |
      When the case is evaluated
      Then it says "The breakup is still fought over"
      And this is a strong argument against role transition
      And this is about the-end

    Scenario: She hoped at the intake, and in the fifth session both accept the end
      Given about conflict husband it is known: "still fighting over terms, or hoping to restore it"
      And session 5
      And about conflict husband it is known: "the relationship has ended and both accept it"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Both accept the end, and they quarrel over the children
      Given there is a conflict with husband
      And about conflict husband it is known: "the relationship has ended and both accept it"
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is the tie to her sister that she hopes to restore
      Given sister is the patient's sibling
      And about conflict sister it is known: "still fighting over terms, or hoping to restore it"
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is hard, and as long as she hopes this speaks for the dispute only
      Given about change parting it is known: "the patient finds the change hard"
      And about conflict husband it is known: "still fighting over terms, or hoping to restore it"
      When the case is evaluated
      Then it says "consider the dispute first"
      And the record leans towards role dispute

    Scenario: It is hard, and both accept the end: now it is a transition
      Given about change parting it is known: "the patient finds the change hard"
      And about conflict husband it is known: "the relationship has ended and both accept it"
      When the case is evaluated
      Then it says nothing of this
      And the recommended focus is role transition

  @rule:transition-loss-without-death
  Rule: A loss without a death is a change of role, whatever the patient calls it

    Scenario Outline: She calls it grief: a <kind>
      Given the low mood began 8 months before the intake
      And a <kind> called the-loss, 9 weeks before the low mood began
      And about event the-loss it is known: "the patient calls it grief"
      When the case is evaluated
      Then it says "something was lost, and nobody died"
      And it says "Go on saying grief if the person does"

      Examples:
        | kind         |
        | divorce      |
        | job-loss     |
        | loss-of-home |
        | estrangement |

    Scenario: A loss that has no name of its own, and she does not call it grief
      Given the low mood began 8 months before the intake
      And an other-loss called the-garden, 9 weeks before the low mood began
      And about event the-garden it is known: "the patient calls it grief" as no
      When the case is evaluated
      Then it says "With the loss (the garden) something was lost"
      And this is a moderate argument for role transition
      And it counts once among the arguments of change-itself
      And this is about the-garden

    Scenario Outline: Whether the patient calls the divorce grief: <answer>
      Given the low mood began 8 months before the intake
      And a divorce called the-loss, 9 weeks before the low mood began
      And about event the-loss it is known: "the patient calls it grief" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | no        |
        | not known |

    Scenario: She calls the separation grief, and still hopes that he comes back
      Given a patient at intake
      And husband is the patient's spouse
      And a separation called parting, it is not known when
      And about event parting it is known:
        | the person it is about, by key | husband |
        | the patient calls it grief     | yes     |
      And about conflict husband it is known: "still fighting over terms, or hoping to restore it"
      When the case is evaluated
      Then it says nothing of this

    Scenario: She calls the affair of her partner grief, and the relationship goes on
      Given a patient at intake
      And a betrayal called affair, it is not known when
      And about event affair it is known: "the patient calls it grief"
      When the case is evaluated
      Then it says nothing of this

    Scenario: She calls it grief, and her mother died
      Given the low mood began 8 months before the intake
      And mother is the patient's parent
      And mother died 9 weeks before the low mood began
      And about event death-of-mother it is known: "the patient calls it grief"
      When the case is evaluated
      Then it says nothing of this

  @rule:transition-ambiguous-loss
  Rule: Somebody gone and not gone is a change of role, unless death is accepted as a fact

    Scenario Outline: A loss without a farewell: <kind>
      Given the low mood began 8 months before the intake
      And a <kind> called the-loss, 5 months before the low mood began
      When the case is evaluated
      Then it says "Somebody is gone and not gone"
      And this is a moderate argument for role transition
      And it counts once among the arguments of change-itself
      And this is about the-loss

      Examples:
        | kind                 |
        | missing-person       |
        | dementia-of-relative |
        | estrangement         |

    Scenario: His brother is missing, and he has come to accept that he is dead
      Given the low mood began 8 months before the intake
      And a missing-person called brother-missing, 5 months before the low mood began
      And about mourning brother-missing it is known: "where the death is uncertain: accepted as a fact"
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: His brother is missing; whether death is accepted as a fact: <answer>
      Given the low mood began 8 months before the intake
      And a missing-person called brother-missing, 5 months before the low mood began
      And about mourning brother-missing it is known: "where the death is uncertain: accepted as a fact" as <answer>
      When the case is evaluated
      Then it says "nobody is known to have died"

      Examples:
        | answer    |
        | no        |
        | not known |

    Scenario: His wife is ill, and she knows him
      Given the low mood began 8 months before the intake
      And an illness-of-relative called the-illness, 5 months before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: The husband moved out, which is a farewell
      Given the low mood began 8 months before the intake
      And a separation called parting, 5 months before the low mood began
      When the case is evaluated
      Then it says nothing of this

  @rule:transition-job
  Rule: A job lost, changed, won or reduced is a change of role

    Scenario Outline: At work: <kind>
      Given the low mood began 8 months before the intake
      And a <kind> called the-change, 9 weeks before the low mood began
      When the case is evaluated
      Then it says "A job lost or changed alters a role"
      And this is a moderate argument for role transition
      And it counts once among the arguments of change-itself
      And this is about the-change

      Examples:
        | kind         |
        | job-loss     |
        | job-change   |
        | promotion    |
        | demotion     |
        | unemployment |

    Scenario: A conflict with the boss, and the job goes on
      Given a patient at intake
      And boss is the patient's boss
      And there is a conflict with boss
      When the case is evaluated
      Then it says nothing of this

    Scenario: He retired, which is said in other words
      Given the low mood began 8 months before the intake
      And a retirement called retired, 9 weeks before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: She left her husband and kept her job
      Given the low mood began 8 months before the intake
      And a separation called parting, 9 weeks before the low mood began
      When the case is evaluated
      Then it says nothing of this

  @rule:transition-retirement
  Rule: Retirement is a change of role, however long ago and whether or not it was wished for

    Scenario Outline: He retired <time> the low mood began
      Given the low mood began 8 months before the intake
      And a retirement called retired, <time> the low mood began
      And about change retired it is known: "the change was wanted"
      When the case is evaluated
      Then it says "Ask what work meant, who belonged to it"
      And this is a moderate argument for role transition
      And it counts once among the arguments of change-itself
      And this is about retired
      And it says "Quarrels at home that began with retirement can be a second focus"

      Examples:
        | time             |
        | 9 weeks before   |
        | 14 months before |

    Scenario: He lost his job shortly before he would have retired
      Given the low mood began 8 months before the intake
      And a job-loss called layoff, 9 weeks before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: He separated shortly before he would have retired
      Given the low mood began 8 months before the intake
      And a separation called parting, 9 weeks before the low mood began
      When the case is evaluated
      Then it says nothing of this

  @rule:transition-becoming-a-parent
  Rule: Becoming a parent is a change of role by default; the loss of a baby is none

    Scenario Outline: A child is coming or has come: <kind>
      Given the low mood began 8 months before the intake
      And a <kind> called the-child, 9 weeks before the low mood began
      When the case is evaluated
      Then it says "Becoming a parent is a change of role by default"

      Examples:
        | kind      |
        | pregnancy |
        | birth     |

    Scenario Outline: A <kind> makes nobody a parent
      Given the low mood began 8 months before the intake
      And a <kind> called the-loss, 9 weeks before the low mood began
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | kind           |
        | infertility    |
        | stillbirth     |
        | pregnancy-loss |

    Scenario: The pregnancy ended in a stillbirth
      Given the low mood began 8 months before the intake
      And a pregnancy called expecting, 9 months before the low mood began
      And a stillbirth called the-loss, 9 weeks before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: The baby died soon after the birth, no dates known
      Given a patient at intake
      And a birth called first-child, around the onset, without a date
      And a neonatal-death called the-loss, around the onset, without a date
      When the case is evaluated
      Then it says nothing of this

    Scenario: A child was born two years after a stillbirth
      Given the low mood began 8 months before the intake
      And a stillbirth called the-loss, 27 months before the low mood began
      And a birth called the-child, 9 weeks before the low mood began
      When the case is evaluated
      Then it says "The birth came"
      And this is a moderate argument for role transition
      And it counts once among the arguments of change-itself
      And this is about the-child

    Scenario: A pregnancy was lost four months after the birth of the first child
      Given the low mood began 8 months before the intake
      And a birth called first-child, 6 months before the low mood began
      And a pregnancy-loss called the-loss, 9 weeks before the low mood began
      When the case is evaluated
      Then it says "The birth came"

    Scenario Outline: A stillbirth <days> days after the pregnancy was known can be of that child
      Given the low mood began 8 months before the intake
      And a pregnancy called expecting, <before> days before the low mood began
      And a stillbirth called the-loss, 9 weeks before the low mood began
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | days | before |
        | 279  | 342    |
        | 280  | 343    |

    Scenario: A stillbirth 281 days after a pregnancy was known is not of that child
      Given the low mood began 8 months before the intake
      And a pregnancy called expecting, 344 days before the low mood began
      And a stillbirth called the-loss, 9 weeks before the low mood began
      When the case is evaluated
      Then it says "The pregnancy came"

    Scenario: A pregnancy was lost three years after the first one
      Given the low mood began 8 months before the intake
      And a pregnancy called first-child, 3 years before the low mood began
      And a pregnancy-loss called the-loss, 9 weeks before the low mood began
      When the case is evaluated
      Then it says "The pregnancy came"

    Scenario: The couple separated, and there is no child
      Given the low mood began 8 months before the intake
      And a separation called parting, 9 weeks before the low mood began
      When the case is evaluated
      Then it says nothing of this

  @rule:transition-perinatal
  Rule: Pregnancy and the year after a birth point to the change to being a parent

    Scenario: She is pregnant, and nothing stands on the timeline
      Given the patient records "pregnant now"
      When the case is evaluated
      Then it says "The low mood falls into pregnancy or the time after a birth"
      And this is a moderate argument for role transition
      And it counts once among the arguments of change-itself
      And this is about perinatal

    Scenario: The birth was 52 weeks ago
      Given the patient records "weeks since a birth, up to a year" as 52
      When the case is evaluated
      Then it says "consider the change to being a parent"

    Scenario: The birth was 53 weeks ago, and she is not pregnant
      Given the patient records "pregnant now" as no
      And the patient records "weeks since a birth, up to a year" as 53
      When the case is evaluated
      Then it says nothing of this

    Scenario: Whether she is pregnant is not known
      Given the patient records "pregnant now" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: The birth was 52 weeks ago at the intake, and a session later the year is over
      Given the patient records "weeks since a birth, up to a year" as 52
      And session 1
      When the case is evaluated
      Then it says nothing of this

    Scenario: The birth six weeks ago was a stillbirth
      Given the patient records "weeks since a birth, up to a year" as 6
      And a stillbirth called the-loss, around the onset, without a date
      When the case is evaluated
      Then it says nothing of this

    Scenario: The child of six weeks ago died in its first days
      Given the patient records "weeks since a birth, up to a year" as 6
      And a birth called first-child, around the onset, without a date
      And a neonatal-death called the-loss, around the onset, without a date
      When the case is evaluated
      Then it says nothing of this

    Scenario: She was pregnant at the intake, and a session learns that the baby has died
      Given the patient records "pregnant now"
      And session 5
      And a stillbirth called the-loss on 2026-02-10
      When the case is evaluated
      Then it says nothing of this

    Scenario: She is pregnant, two years after a stillbirth
      Given the patient records "pregnant now"
      And a stillbirth called the-loss on 2023-11-20
      When the case is evaluated
      Then it says "consider the change to being a parent"

    Scenario: It adds nothing where the birth already counts as a change
      Given the low mood began 8 months before the intake
      And a birth called first-child, 9 weeks before the low mood began
      And the patient records "weeks since a birth, up to a year" as 44
      When the case is evaluated
      Then it says "the change is the birth"
      And the arguments add up to grief 0, dispute 0, transition 5, deficits 0

    Scenario: A chronic illness changes her roles, and there is neither pregnancy nor birth
      Given the patient records "pregnant now" as no
      And a chronic bodily illness is recorded that affects relationships: yes
      When the case is evaluated
      Then it says nothing of this

  @rule:transition-illness-or-care
  Rule: Illness, disability and caring for somebody ill change roles

    Scenario Outline: Somebody is ill or cared for: <kind>
      Given the low mood began 8 months before the intake
      And a <kind> called the-change, 9 weeks before the low mood began
      When the case is evaluated
      Then it says "Illness and caring change what a person can be for others"

      Examples:
        | kind                |
        | own-illness         |
        | own-disability      |
        | illness-of-relative |
        | caring-for-relative |

    Scenario: His wife has dementia, which is said in other words
      Given the low mood began 8 months before the intake
      And a dementia-of-relative called dementia, 9 weeks before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: He quarrels with his sister over who cares for the mother
      Given a patient at intake
      And sister is the patient's sibling
      And there is a conflict with sister
      When the case is evaluated
      Then it says nothing of this

    Scenario: He cared for his wife, and she has died: the lost part of the carer comes second
      Given the low mood began 8 months before the intake
      And wife is the patient's spouse
      And a caring-for-relative called caring, 2 years before the low mood began
      And wife died 9 weeks before the low mood began
      When the case is evaluated
      Then it says "at grief first and the lost role of carer second"
      And this is a moderate argument for role transition
      And it counts once among the arguments of change-itself
      And this is about caring
      And the recommended focus is grief

    Scenario: The husband moved out, and nobody is ill
      Given the low mood began 8 months before the intake
      And a separation called parting, 9 weeks before the low mood began
      When the case is evaluated
      Then it says nothing of this

  @rule:transition-chronic-illness
  Rule: A chronic illness that affects relationships is usually worked on as a change of role

    Scenario Outline: A <kind> illness affects relationships
      Given a <kind> bodily illness is recorded that affects relationships: yes
      When the case is evaluated
      Then it says "A chronic illness is recorded that affects relationships or roles"

      Examples:
        | kind     |
        | chronic  |
        | coronary |

    Scenario Outline: A <kind> illness; it affects relationships: <answer>
      Given a <kind> bodily illness is recorded that affects relationships: <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | kind    | answer    |
        | chronic | no        |
        | chronic | not known |
        | acute   | yes       |

    Scenario: It is the other of two illnesses that affects relationships, and that one passes
      Given a chronic bodily illness is recorded that affects relationships: no
      And an acute bodily illness is recorded that affects relationships: yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: It adds nothing where the illness already counts as a change
      Given the low mood began 8 months before the intake
      And an own-illness called diabetes, 9 weeks before the low mood began
      And a chronic bodily illness is recorded that affects relationships: yes
      When the case is evaluated
      Then it says "the change is the illness (diabetes)"
      And this is a moderate argument for role transition
      And it counts once among the arguments of change-itself
      And this is about diabetes
      And the arguments add up to grief 0, dispute 0, transition 5, deficits 0

    Scenario: She is pregnant, and no illness is recorded
      Given the patient records "pregnant now"
      When the case is evaluated
      Then it says nothing of this

  @rule:transition-life-after-trauma
  Rule: Life after a trauma is a change of role, and the trauma is not retold

    Scenario: She was attacked eight months before the low mood began
      Given the low mood began 8 months before the intake
      And a trauma called attack, 8 months before the low mood began
      When the case is evaluated
      Then it says "The trauma need not be told in detail"
      And this is a moderate argument for role transition
      And it counts once among the arguments of change-itself
      And this is about attack
      And it says "The trauma (attack) came 8 months before"

    Scenario: Post-traumatic stress is diagnosed, and no trauma stands on the timeline
      Given the diagnosis records "the main diagnosis" as ptsd
      When the case is evaluated
      Then it says nothing of this

    Scenario: He left a violent relationship
      Given the low mood began 8 months before the intake
      And a leaving-violence called left-home, 8 months before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: She was left by her husband, and no trauma is recorded
      Given the low mood began 8 months before the intake
      And a separation called parting, 8 months before the low mood began
      When the case is evaluated
      Then it says nothing of this

  @rule:transition-trauma-disorder
  Rule: In post-traumatic stress disorder the work is on ties since the trauma

    Scenario: It is the main diagnosis, and no trauma stands on the timeline
      Given the diagnosis records "the main diagnosis" as ptsd
      When the case is evaluated
      Then it says "Post-traumatic stress disorder is recorded; the change is life after trauma"
      And this is a moderate argument for role transition
      And it counts once among the arguments of change-itself
      And this is about trauma
      And it says "exposure tasks are no part of IPT"

    Scenario: It is a further diagnosis
      Given the diagnosis records:
        | the main diagnosis | major-depression      |
        | further diagnoses  | [panic-disorder, ptsd] |
      When the case is evaluated
      Then it says "Post-traumatic stress disorder is recorded"

    Scenario: There was a trauma, and the diagnosis is another one
      Given the low mood began 8 months before the intake
      And the diagnosis records "the main diagnosis" as anxiety-disorder
      And a trauma called attack, 8 months before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: It adds nothing where the trauma already counts as a change
      Given the low mood began 8 months before the intake
      And the diagnosis records "the main diagnosis" as ptsd
      And a trauma called attack, 8 months before the low mood began
      When the case is evaluated
      Then it says "the change is the trauma (attack)"
      And the arguments add up to grief 0, dispute 0, transition 3, deficits 0

    Scenario: A chronic illness changes roles, and there is no post-traumatic stress
      Given the diagnosis records "the main diagnosis" as major-depression
      And a chronic bodily illness is recorded that affects relationships: yes
      When the case is evaluated
      Then it says nothing of this

  @rule:transition-leaving-violence
  Rule: After leaving violence the task is a new life in safety

    Scenario: She left her violent husband
      Given the low mood began 8 months before the intake
      And a leaving-violence called left-home, 9 weeks before the low mood began
      When the case is evaluated
      Then it says "Safety comes first, then the new life"
      And this is a moderate argument for role transition
      And it counts once among the arguments of change-itself
      And this is about left-home
      And it says "Ask alone and in private whether it is safe now"

    Scenario: They separated, and no violence is recorded
      Given the low mood began 8 months before the intake
      And a separation called parting, 9 weeks before the low mood began
      When the case is evaluated
      Then it says nothing of this

  @rule:transition-between-homes
  Rule: For a young person, parents apart or a life between two homes is a change of role

    Scenario Outline: She is fifteen, and on the timeline stands <kind>
      Given the low mood began 8 months before the intake
      And the patient records "age in years" as 15
      And a <kind> called the-change, 4 months before the low mood began
      When the case is evaluated
      Then it says "Parents apart: consider the change in the family"
      And this is a moderate argument for role transition
      And it counts once among the arguments of change-itself
      And this is about the-change
      And it says "as a dispute with the parent who is named"

      Examples:
        | kind                 |
        | parental-separation  |
        | moving-between-homes |

    Scenario Outline: She is fifteen, and on the timeline stands <kind>, which is no such change
      Given the low mood began 8 months before the intake
      And the patient records "age in years" as 15
      And a <kind> called the-change, 4 months before the low mood began
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | kind           |
        | move           |
        | peer-rejection |

    Scenario: Her parents live together, and she fights with her mother over freedom
      Given the patient records "age in years" as 15
      And mother is the patient's parent
      And about conflict mother it is known: "the kind of dispute, for the record" as separation-individuation
      When the case is evaluated
      Then it says nothing of this

    Scenario: She is fifteen, and it is she who parted from her partner
      Given the low mood began 8 months before the intake
      And the patient records "age in years" as 15
      And a separation called parting, 4 months before the low mood began
      When the case is evaluated
      Then it says nothing of this

  @rule:transition-move-or-migration
  Rule: Moving, migrating, fleeing or losing a home takes a person out of roles and ties

    Scenario Outline: She left where she lived: <kind>
      Given the low mood began 8 months before the intake
      And a <kind> called the-change, 9 weeks before the low mood began
      When the case is evaluated
      Then it says "A move takes people out of roles and ties"
      And this is a moderate argument for role transition
      And it counts once among the arguments of change-itself
      And this is about the-change
      And it says "Ask about deaths at home that could not be mourned"

      Examples:
        | kind         |
        | move         |
        | migration    |
        | refuge       |
        | loss-of-home |

    Scenario Outline: A move of another kind is said in other words: <kind>
      Given the low mood began 8 months before the intake
      And a <kind> called the-change, 9 weeks before the low mood began
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | kind                 |
        | moving-in-together   |
        | moving-between-homes |

    Scenario: The husband moved out, and she stays where she lives
      Given the low mood began 8 months before the intake
      And a separation called parting, 9 weeks before the low mood began
      When the case is evaluated
      Then it says nothing of this
