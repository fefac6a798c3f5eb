Feature: Eating disorders
  Protocol A2 (SUI-29 to SUI-33) and A6 (CBT-08). In bulimia CBT is usually offered first, in binge eating IPT does about
  as well, and in anorexia the body comes first.

  @rule:bulimia-cbt-first
  Rule: In bulimia CBT is usually offered first

    Scenario: Bulimia is the main diagnosis
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as bulimia
      When the case is evaluated
      Then it says "CBT is usually offered first, with IPT as the next choice"
      And it says "by follow-up the two no longer differed"

    Scenario: Bulimia beside depression
      Given a patient at intake
      And the diagnosis records:
        | the main diagnosis | major-depression |
        | further diagnoses  | [bulimia]        |
      When the case is evaluated
      Then it says "CBT is usually offered first"
      And it rests on intake.diagnosis.comorbid

    Scenario: She would rather have IPT, and CBT was not spoken of
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as bulimia
      And the preferences record "preferred treatment" as ipt
      When the case is evaluated
      Then it says "Talk over both"

    Scenario: An earlier CBT helped in part
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as bulimia
      And an earlier cbt is recorded, result partial
      When the case is evaluated
      Then it says "CBT is usually offered first"

    Scenario: An earlier CBT did not help, and was too short
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as bulimia
      And an earlier cbt is recorded, result none, too short
      When the case is evaluated
      Then it says "whether it was tried before"

    Scenario: She declined CBT, and it is not said to come first
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as bulimia
      And the preferences record "has declined CBT"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Binge eating is not bulimia
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as binge-eating
      When the case is evaluated
      Then it says nothing of this

    Scenario: In the middle of the treatment it is not said again
      Given 16 sessions are planned
      And the diagnosis records "the main diagnosis" as bulimia
      And session 7 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:bulimia-ipt-next
  Rule: Where CBT for bulimia is ruled out, IPT is the next choice

    Scenario: She has declined CBT
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as bulimia
      And the preferences record "has declined CBT"
      When the case is evaluated
      Then it says "IPT is the next choice for bulimia here"
      And this is a moderate reason for the course eating
      And it says "CBT was declined"
      And it says "what came before an eating episode between people"
      And it says "19 to 20 weekly sessions"

    Scenario: An earlier CBT did not help
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as bulimia
      And an earlier cbt is recorded, result none
      When the case is evaluated
      Then it says "an earlier CBT did not help"

    Scenario: CBT cannot be had where she lives
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as bulimia
      And the preferences record "CBT for the condition can be had here" as no
      When the case is evaluated
      Then it says "CBT cannot be had here"

    Scenario: Whether she declines CBT is not known
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as bulimia
      And the preferences record "has declined CBT" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: CBT was declined, and there is hypomania now
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as bulimia
      And the diagnosis records "mania, hypomania or mixed features now"
      And the preferences record "has declined CBT"
      When the case is evaluated
      Then it says nothing of this

    Scenario: A girl of fifteen has declined CBT
      Given a patient at intake
      And the patient records "age in years" as 15
      And the diagnosis records "the main diagnosis" as bulimia
      And the preferences record "has declined CBT"
      When the case is evaluated
      Then it says nothing of this

    Scenario: CBT was declined by somebody with panic
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as panic-disorder
      And the preferences record "has declined CBT"
      When the case is evaluated
      Then it says nothing of this

  @rule:binge-eating-ipt
  Rule: In binge eating IPT suits, often as a group

    Scenario: Binge eating disorder is the main diagnosis
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as binge-eating
      When the case is evaluated
      Then it says "IPT suits, and is often held in a group"
      And this is a strong reason for the course group
      And it says "a group of 20 weekly sessions"

    Scenario: Binge eating beside depression
      Given a patient at intake
      And the diagnosis records:
        | the main diagnosis | major-depression |
        | further diagnoses  | [binge-eating]   |
      When the case is evaluated
      Then it says "IPT did about as well as CBT"

    Scenario: She hears voices
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as binge-eating
      And the diagnosis records "psychotic symptoms now"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Thoughts of being better off dead on more than half of the days come first
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as binge-eating
      And PHQ-9 item 9 is 2
      When the case is evaluated
      Then it says nothing of this

    Scenario: A single mention of such thoughts calls for an enquiry and changes nothing here
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as binge-eating
      And PHQ-9 item 9 is 1
      When the case is evaluated
      Then it says "IPT suits, and is often held in a group"

    Scenario: A boy of fourteen; young people have forms of their own
      Given a patient at intake
      And the patient records "age in years" as 14
      And the diagnosis records "the main diagnosis" as binge-eating
      When the case is evaluated
      Then it says nothing of this

    Scenario: A woman of seventy
      Given a patient at intake
      And the patient records "age in years" as 70
      And the diagnosis records "the main diagnosis" as binge-eating
      When the case is evaluated
      Then it says "IPT did about as well as CBT"

    Scenario: Bulimia is another condition
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as bulimia
      When the case is evaluated
      Then it says nothing of this

  @rule:anorexia-physical-monitoring
  Rule: In anorexia physical monitoring comes first, in every phase

    Scenario: Anorexia is the main diagnosis
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as anorexia
      When the case is evaluated
      Then it says "consider an eating-disorder service for physical monitoring first"

    Scenario: It comes to light in session 9
      Given session 9 was held
      And the diagnosis records "further diagnoses" as [anorexia]
      When the case is evaluated
      Then it says "somebody medical watches weight and bodily state"

    Scenario: Little appetite is not anorexia
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as major-depression
      And the PHQ-9 answers are 2,2,2,2,3,2,1,1,0
      When the case is evaluated
      Then it says nothing of this
