Feature: Severity and the first treatment
  Protocol A5 and A6, SEV-03 to SEV-12. The PHQ-9 that is valid today says how severe the depression is; severe impairment
  counts as one band more. What the person prefers decides between options that do about as well. Medicine is named for
  known adults only, as a question for whoever prescribes. While an urgent alert stands, nothing is called enough.

  @rule:minimal-symptoms
  Rule: With few symptoms an acute course for depression is hardly what is needed

    Background:
      Given a patient at intake
      And the patient records "age in years" as 40

    Scenario: The PHQ-9 is in the lowest band
      Given the PHQ-9 is 4
      When the case is evaluated
      Then it says "little speaks for an acute course for depression"
      And this is a moderate reason against the course acute
      And it says "How hard daily life has become is not recorded"

    Scenario: One point more
      Given the PHQ-9 is 5
      When the case is evaluated
      Then it says nothing of this

    Scenario: Few symptoms, and daily life is extremely difficult
      Given the PHQ-9 is 4
      And the PHQ-9 records "difficulty" as 3
      When the case is evaluated
      Then it says nothing of this

    Scenario: Few symptoms, and thoughts of death
      Given the PHQ-9 is 4 with item 9 at 1
      When the case is evaluated
      Then it says nothing of this

    Scenario: The depression has eased since the intake
      Given the PHQ-9 is 12
      And session 1 was held
      And the PHQ-9 is 4
      When the case is evaluated
      Then it says nothing of this

    Scenario: An eating disorder is what is treated
      Given the PHQ-9 is 4
      And the diagnosis records "the main diagnosis" as bulimia
      When the case is evaluated
      Then it says nothing of this

  @rule:mild-short-course
  Rule: Mild symptoms are often helped by a short course

    Background:
      Given a patient at intake
      And the patient records "age in years" as 40

    Scenario Outline: A PHQ-9 of <score>
      Given the PHQ-9 is <score>
      When the case is evaluated
      Then it says "consider a short course of counselling"
      And it does not say "Waiting means"

      Examples:
        | score |
        | 5     |
        | 9     |

    Scenario Outline: The score is moderate, <score>, and what was diagnosed is below a full disorder
      Given the PHQ-9 is <score>
      And the diagnosis records "the main diagnosis" as subthreshold-depression
      When the case is evaluated
      Then it says "PHQ-9 of the intake: <score>, in the moderate range"
      And this is a moderate reason for the course ipc

      Examples:
        | score |
        | 13    |
        | 14    |

    Scenario: The score is moderately severe, whatever was diagnosed
      Given the PHQ-9 is 15
      And the diagnosis records "the main diagnosis" as subthreshold-depression
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: It is not for this person: <why>
      Given the PHQ-9 is <score>
      And the <group> records "<words>" as <value>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | why                    | score | group     | words                               | value               |
        | a moderate score       | 10    | diagnosis | the main diagnosis                  | major-depression    |
        | an adolescent          | 7     | patient   | age in years                        | 15                  |
        | judged severe          | 7     | diagnosis | severity as the clinician judges it | severe              |
        | a depression of years  | 7     | diagnosis | depression for two years or more    | yes                 |
        | a short course planned | 7     | course    | planned sessions                    | 8                   |
        | a bipolar illness      | 7     | diagnosis | the main diagnosis                  | bipolar-disorder    |
        | a reaction to strain   | 7     | diagnosis | the main diagnosis                  | adjustment-disorder |

    Scenario: A wish to be dead was told
      Given the PHQ-9 is 7
      And C-SSRS question 1 is answered yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: The PHQ-9 is fifteen days old
      Given the PHQ-9 is 7
      When the case is evaluated on 2026-01-25
      Then it says nothing of this

    Scenario: Daily life is severely impaired
      Given the PHQ-9 is 9
      And the WSAS is 21
      When the case is evaluated
      Then it says nothing of this

  @rule:mild-short-course-or-wait
  Rule: Waiting is named only where what is grave is known not to be there

    Background:
      Given a patient at intake
      And the patient records "age in years" as 40
      And the PHQ-9 is 7 with item 9 at 0
      And the PHQ-9 records "difficulty" as 1
      And the episode records "which episode of life, this one counted" as 1

    Scenario: Suicide and psychosis were asked about, and daily life goes on
      Given the whole C-SSRS screener is answered no
      And the patient was asked about psychosis and there were none
      When the case is evaluated
      Then it says "again in about 4 weeks"
      And this is a moderate reason for the course ipc
      And it says "Daily life is not severely impaired (PHQ-9 difficulty item 1)"

    Scenario: The C-SSRS was not asked
      Given the patient was asked about psychosis and there were none
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nobody asked about psychosis
      Given the whole C-SSRS screener is answered no
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is the third episode, and nobody said how severe the earlier ones were
      Given the whole C-SSRS screener is answered no
      And the patient was asked about psychosis and there were none
      And the episode records "which episode of life, this one counted" as 3
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is the third episode, and none of the earlier ones was severe
      Given the whole C-SSRS screener is answered no
      And the patient was asked about psychosis and there were none
      And the episode records "which episode of life, this one counted" as 3
      And the episode records "an earlier episode was severe or suicidal" as no
      When the case is evaluated
      Then it says "again in about 4 weeks"

    Scenario: An earlier episode was severe
      Given the whole C-SSRS screener is answered no
      And the patient was asked about psychosis and there were none
      And the episode records "which episode of life, this one counted" as 3
      And the episode records "an earlier episode was severe or suicidal"
      When the case is evaluated
      Then it says nothing of this

  @rule:first-step-by-preference
  Rule: Between moderate and moderately severe the person's preference decides

    Background:
      Given a patient at intake
      And the patient records "age in years" as 40
      And the patient was asked about bipolar history and there were none

    Scenario Outline: A PHQ-9 of <score>, and no wish is recorded
      Given the PHQ-9 is <score>
      When the case is evaluated
      Then it says "IPT alone, medicine, or both are fair first steps"
      And it says "Medicine is a question for a prescriber."

      Examples:
        | score |
        | 10    |
        | 19    |

    Scenario Outline: A PHQ-9 of <score> is for another rule
      Given the PHQ-9 is <score>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | score |
        | 9     |
        | 20    |

    Scenario: Mild by score, and daily life is severely impaired
      Given the PHQ-9 is 9
      And the PHQ-9 records "difficulty" as 3
      When the case is evaluated
      Then it says "9, in the mild range; taken as moderate because daily life is severely impaired"
      And the answer is needed for course

    Scenario: Breast-feeding
      Given the PHQ-9 is 14
      And the patient records "breast-feeding now"
      When the case is evaluated
      Then it says "Medicine is a question for a specialist (breast-feeding is recorded)."

    Scenario Outline: Nothing is said where <why>
      Given the PHQ-9 is 14
      And the <group> records "<words>" as <value>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | why                        | group       | words                            | value      |
        | a wish is recorded         | preferences | preferred treatment              | ipt        |
        | medicine is not wanted     | preferences | is open to medication            | no         |
        | the patient is a minor     | patient     | age in years                     | 16         |
        | the low mood is a long one | diagnosis   | depression for two years or more | yes        |
        | psychosis is recorded      | diagnosis   | psychotic symptoms now           | yes        |
        | a dependence is recorded   | diagnosis   | use of alcohol or drugs          | dependence |

    Scenario: A medicine is taken
      Given the PHQ-9 is 14
      And a medicine is taken:
        | name | sertraline |
      When the case is evaluated
      Then it says nothing of this

    Scenario: Item 9 calls for contact the same day
      Given the PHQ-9 is 14 with item 9 at 2
      When the case is evaluated
      Then it says nothing of this

    Scenario: The middle phase has begun
      Given session 5 was held
      And the PHQ-9 is 14
      When the case is evaluated
      Then it says nothing of this

  @rule:ipt-alone-preferred
  Rule: By severity and wish IPT alone can be enough to begin with

    Background:
      Given a patient at intake
      And the patient records "age in years" as 40

    Scenario: IPT is wished for
      Given the PHQ-9 is 14
      And the preferences records "preferred treatment" as ipt
      When the case is evaluated
      Then it says "IPT alone is a fair first step"
      And this is a moderate reason for the course acute

    Scenario: Medicine is not wanted
      Given the PHQ-9 is 14
      And the preferences records "is open to medication" as no
      When the case is evaluated
      Then it says "Wish: no medicine"

    Scenario: IPT is wished for, and the depression is severe
      Given the PHQ-9 is 20
      And the preferences records "preferred treatment" as ipt
      When the case is evaluated
      Then it says nothing of this

    Scenario: IPT is wished for, and impairment makes it severe
      Given the PHQ-9 is 15
      And the WSAS is 21
      And the preferences records "preferred treatment" as ipt
      When the case is evaluated
      Then it says nothing of this

    Scenario: IPT is wished for, and there is intent to die
      Given the PHQ-9 is 14
      And C-SSRS question 4 is answered yes
      And the preferences records "preferred treatment" as ipt
      When the case is evaluated
      Then it says nothing of this

  @rule:medicine-preferred
  Rule: A wish for medicine is a question for whoever prescribes

    Background:
      Given a patient at intake
      And the patient records "age in years" as 40
      And the PHQ-9 is 14
      And the preferences records "preferred treatment" as medication

    Scenario: Medicine is wished for, and past highs are not ruled out
      When the case is evaluated
      Then it says "Medicine is a question for a specialist (earlier mania or hypomania is not ruled out)."
      And of the plan it says offer

    Scenario: Both are wished for
      Given the preferences records "preferred treatment" as combined
      When the case is evaluated
      Then it says "Wish: medicine together with a talking treatment"

    Scenario: A medicine is taken already
      Given a medicine is taken:
        | name | sertraline |
      When the case is evaluated
      Then it says nothing of this

    Scenario: The patient is a minor
      Given the patient records "age in years" as 16
      When the case is evaluated
      Then it says nothing of this

  @rule:ipt-beside-medicine
  Rule: IPT can go beside a medicine that is taken

    Background:
      Given a patient at intake
      And the patient records "age in years" as 40
      And a medicine is taken:
        | name | sertraline |

    Scenario: A moderate score while a medicine is taken
      Given the PHQ-9 is 14
      When the case is evaluated
      Then it says "IPT can go alongside it and may add to it"
      And this is a weak reason for the course acute

    Scenario: A mild score while a medicine is taken
      Given the PHQ-9 is 8
      When the case is evaluated
      Then it says nothing of this

  @rule:combined-treatment
  Rule: In severe, long-lasting or recurrent illness both together are talked about

    Background:
      Given a patient at intake
      And the patient records "age in years" as 40
      And the patient was asked about bipolar history and there were none

    Scenario: A PHQ-9 of 20
      Given the PHQ-9 is 20
      When the case is evaluated
      Then it says "consider asking a prescriber about medicine beside IPT"
      And of the plan it says offer

    Scenario: A PHQ-9 of 19 and nothing else
      Given the PHQ-9 is 19
      When the case is evaluated
      Then it says nothing of this

    Scenario: A PHQ-9 of 19, and the clinician judges it severe
      Given the PHQ-9 is 19
      And the diagnosis records "severity as the clinician judges it" as severe
      When the case is evaluated
      Then it says "taken as severe because the clinician judges it so"

    Scenario: The low mood has lasted 30 months, and nothing is diagnosed yet
      Given the PHQ-9 is 13
      And the low mood began 30 months before the intake
      When the case is evaluated
      Then it says "the depression is a lasting one"

    Scenario: The low mood has lasted 30 months, and is diagnosed: a rule of its own speaks
      Given the PHQ-9 is 13
      And the low mood began 30 months before the intake
      And the diagnosis records "the main diagnosis" as major-depression
      When the case is evaluated
      Then it says nothing of this

    Scenario: The low mood has lasted 30 months, and there are few symptoms now
      Given the PHQ-9 is 4
      And the low mood began 30 months before the intake
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: Episode <number>, and an earlier treatment with result <result>
      Given the PHQ-9 is 13
      And the episode records "which episode of life, this one counted" as <number>
      And an earlier treatment is recorded:
        | kind   | medication |
        | result | <result>   |
      When the case is evaluated
      Then it says "episode 2, and an earlier treatment brought a partial response"

      Examples:
        | number | result  |
        | 2      | partial |

    Scenario Outline: Not enough: episode <number>, and an earlier treatment with result <result>
      Given the PHQ-9 is 13
      And the episode records "which episode of life, this one counted" as <number>
      And an earlier treatment is recorded:
        | kind   | medication |
        | result | <result>   |
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | number | result    |
        | 1      | partial   |
        | 2      | remission |

    Scenario: Severe, with contact due the same day
      Given the PHQ-9 is 22 with item 9 at 1
      When the case is evaluated
      Then it says "consider asking a prescriber about medicine beside IPT"

    Scenario: Severe, in pregnancy
      Given the PHQ-9 is 22
      And the patient records "pregnant now"
      When the case is evaluated
      Then it says "a question for a specialist (pregnancy is recorded)"

  @rule:severe-on-medicine
  Rule: Severe symptoms on a medicine ask for a look at it

    Background:
      Given a patient at intake
      And the patient records "age in years" as 40
      And a medicine is taken:
        | name | sertraline |

    Scenario: A PHQ-9 of 20 while a medicine is taken
      Given the PHQ-9 is 20
      When the case is evaluated
      Then it says "consider asking a specialist to review it"
      And of the plan it says offer

    Scenario: A PHQ-9 of 19 while a medicine is taken
      Given the PHQ-9 is 19
      When the case is evaluated
      Then it says nothing of this

  @rule:very-poor-social-functioning
  Rule: Very poor social functioning is a weak reason to think of CBT or of both

    Background:
      Given a patient at intake
      And the patient records "age in years" as 40

    Scenario: It is recorded
      Given the social life records "very poor social functioning"
      When the case is evaluated
      Then it says "consider CBT as well, or asking a specialist about medicine with IPT"

    Scenario: Isolated, and nothing is said of functioning
      Given the social life records "isolated or lonely now"
      When the case is evaluated
      Then it says nothing of this

  @rule:first-step-by-preference
  Rule: While the age is not known nothing is said of medicine

    Scenario: Moderate symptoms, and no age
      Given the PHQ-9 is 14
      When the case is evaluated
      Then it says nothing of this

  @rule:combined-treatment
  Rule: While the age is not known nothing is said of both together

    Scenario: Severe symptoms, and no age
      Given the PHQ-9 is 22
      When the case is evaluated
      Then it says nothing of this
