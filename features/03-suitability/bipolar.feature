Feature: IPT with bipolar illness
  Protocol A2 (SUI-27, SUI-28) and R-A06. In bipolar disorder and cyclothymia the form of IPT is social rhythm therapy, and
  it goes together with medicine that steadies mood.

  @rule:bipolar-social-rhythm
  Rule: Bipolar illness asks for social rhythm therapy, not standard IPT alone

    Scenario Outline: The published case <name> has bipolar disorder
      Given the case <name>
      When the case is evaluated
      Then it says "not standard IPT alone"
      And it says "Recorded: bipolar disorder"

      Examples:
        | name  |
        | clara |
        | bob   |

    @statement:SUI-28
    Scenario: Cyclothymia is bipolar illness too
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as cyclothymia
      When the case is evaluated
      Then it says "Recorded: cyclothymia"
      And this is a strong reason for the course ipsrt

    Scenario: Asked about the past, she tells of weeks in which she was high
      Given a patient at intake
      And the patient was asked about bipolar history and there were some
      When the case is evaluated
      Then it says "mania or hypomania in the past"

    Scenario: It comes out in session 6 of standard IPT
      Given a patient at intake
      And the course records "type" as acute
      And session 6 was held
      And the diagnosis records "bipolar disorder, or past mania or hypomania"
      When the case is evaluated
      Then it says "not standard IPT alone"

    Scenario: Social rhythm therapy is what was agreed
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as bipolar-disorder
      And the course records "type" as ipsrt
      When the case is evaluated
      Then it says nothing of this

    Scenario: Manic now, which comes first
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as bipolar-disorder
      And the diagnosis records "mania, hypomania or mixed features now"
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: Past highs are answered <answer>
      Given a patient at intake
      And the diagnosis records "bipolar disorder, or past mania or hypomania" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | no        |
        | not known |

  @rule:bipolar-without-medicine
  Rule: Bipolar illness without medicine that steadies mood is for psychiatry

    Scenario: No medicine is taken
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as bipolar-disorder
      And no medicine is taken
      When the case is evaluated
      Then it says "consider referral to psychiatry"

    Scenario: She stopped her mood stabiliser, told in session 5
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as bipolar-disorder
      And session 5 was held
      And a medicine is taken:
        | kind  | mood-stabiliser |
        | taken | no              |
      When the case is evaluated
      Then it says "no mood stabiliser or antipsychotic is taken"

    Scenario: A mood stabiliser is taken
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as bipolar-disorder
      And a medicine is taken:
        | kind | mood-stabiliser |
      When the case is evaluated
      Then it says nothing of this

    Scenario: An antidepressant is recorded, and nothing of other medicines
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as bipolar-disorder
      And a medicine is taken:
        | kind | antidepressant |
      When the case is evaluated
      Then it says nothing of this

    Scenario: Depression without bipolar illness, and no medicine
      Given a patient at intake
      And the diagnosis records:
        | the main diagnosis | major-depression |
        | bipolar            | no               |
      And no medicine is taken
      When the case is evaluated
      Then it says nothing of this

  @rule:bipolar-medicine-not-known
  Rule: With bipolar illness it is asked which medicine is taken

    Scenario: Nothing is recorded of medicine
      Given the case bob
      When the case is evaluated
      Then it says "Ask whether a medicine that steadies mood is taken"
      And the answer is needed for course
      And it says "psychiatry comes before social rhythm therapy"

    Scenario: Only an antidepressant is on record
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as bipolar-disorder
      And a medicine is taken:
        | kind | antidepressant |
      When the case is evaluated
      Then it says "whether a mood stabiliser or an antipsychotic is taken is not"

    Scenario: It is recorded that none is taken
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as bipolar-disorder
      And no medicine is taken
      When the case is evaluated
      Then it says nothing of this

    Scenario: No bipolar illness
      Given a patient at intake
      And the diagnosis records "the main diagnosis" as major-depression
      When the case is evaluated
      Then it says nothing of this

  @rule:social-rhythm-log
  Rule: In social rhythm therapy the daily log is gone through

    Scenario: Social rhythm therapy with a mood stabiliser
      Given a patient at intake
      And the course records "type" as ipsrt
      And a medicine is taken:
        | kind | mood-stabiliser |
      And session 3 was held
      When the case is evaluated
      Then it says "Go through the daily log of social rhythms"
      And it suggests TEC-33, in this order

    Scenario: The log stands beside medicine only
      Given a patient at intake
      And the course records "type" as ipsrt
      And no medicine is taken
      And session 3 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Standard IPT has no such log
      Given a patient at intake
      And the course records "type" as acute
      And a medicine is taken:
        | kind | mood-stabiliser |
      And session 3 was held
      When the case is evaluated
      Then it says nothing of this
