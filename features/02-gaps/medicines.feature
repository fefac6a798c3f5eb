Feature: What is not recorded of a medicine
  Protocol A5 with J2. Whether a medicine was given a fair trial can only be told from drug, dose, weeks at that dose and
  how it is taken; what is blank is asked, and changes are for the prescriber.

  @rule:medicine-record-incomplete
  Rule: A medicine that is named is recorded with dose, weeks and how it is taken

    Scenario Outline: Of sertraline it is not recorded <missing>
      Given a patient at intake
      And a medicine is taken:
        | name     | sertraline |
        | <first>  | <told>     |
        | <second> | <known>    |
      When the case is evaluated
      Then it says "Not recorded of sertraline: <missing>."

      Examples:
        | first        | told | second        | known | missing                          |
        | weeks        | 6    | adherence     | full  | whether the dose is adequate     |
        | dose_adequate | yes | adherence     | full  | for how many weeks at this dose  |
        | dose_adequate | yes | weeks         | 6     | how regularly it is taken        |

    Scenario: An antidepressant, nobody wrote down which
      Given a patient at intake
      And a medicine is taken:
        | kind          | antidepressant |
        | dose_adequate | yes            |
        | weeks         | 6              |
        | adherence     | full           |
      When the case is evaluated
      Then it says "Not recorded of antidepressant: which one it is."
      And the answer is needed for progress

    Scenario: Whether the dose is adequate was asked and is not known
      Given a patient at intake
      And a medicine is taken:
        | name          | sertraline |
        | dose_adequate | not-known  |
        | weeks         | 6          |
        | adherence     | partial    |
      When the case is evaluated
      Then it says "whether the dose is adequate"
      And it says "only after 4 weeks at an adequate dose"

    Scenario: Everything is recorded, also that she takes it only partly
      Given a patient at intake
      And a medicine is taken:
        | name          | sertraline |
        | dose_adequate | no         |
        | weeks         | 2          |
        | adherence     | partial    |
      When the case is evaluated
      Then it says nothing of this

    Scenario: No medicine is taken
      Given a patient at intake
      And no medicine is taken
      When the case is evaluated
      Then it says nothing of this

    Scenario: Whether a medicine is taken is not recorded at all, which is another question
      Given session 2 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: One that was stopped
      Given a patient at intake
      And a medicine is taken:
        | name  | sertraline |
        | taken | no         |
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is told in the sixth session
      Given a patient at intake
      And a medicine is taken:
        | name | sertraline |
      And session 6 was held
      And a medicine is taken:
        | name          | sertraline |
        | dose_adequate | yes        |
        | weeks         | 10         |
        | adherence     | full       |
      When the case is evaluated
      Then it says nothing of this
