@statement:TEC-41
Feature: With whom a technique is done, and what belongs to every session
  What a rule suggests with regard to one person is not always about that person: support is looked for with others, and
  a task that was not done is rehearsed with whom it is to be tried.

  Rule: Support is looked for with nobody in particular

    Background:
      Given 16 sessions are planned
      And wife is the patient's spouse
      And about conflict wife it is known:
        | is there a conflict with this person now | yes         |
        | renegotiation, impasse or dissolution    | dissolution |
      And session 4 was held
      And the focus agreed is role dispute about wife
      And the violence enquiry records:
        | violence, threats or coercive control now | no   |
        | afraid of someone                         | no   |
        | from whom, by key                         | wife |
        | asked alone and in private                | yes  |
      And session 5 was held

    Scenario: The wife has left, and the relationship is beyond repair
      When the case is evaluated
      Then TEC-12 is suggested with regard to wife
      And TEC-23 is suggested with regard to nobody

  Rule: A task that was not done is rehearsed with whom it is to be tried

    Background:
      Given 16 sessions are planned
      And choir is the patient's group
      And mother is the patient's parent
      And session 4 was held
      And the focus agreed is role transition
      And session 5 was held
      And the homework records:
        | a task was agreed in this session   | yes    |
        | with whom it is to be tried, by key | mother |

    Scenario: It was to be tried with the mother
      Given session 6 was held
      And the homework records "what became of the previous task" as no
      When the case is evaluated
      Then TEC-16 is suggested with regard to mother

    Scenario: It was to be tried with the mother, and now another is agreed with the choir
      Given session 6 was held
      And the homework records:
        | what became of the previous task    | no    |
        | a task was agreed in this session   | yes   |
        | with whom it is to be tried, by key | choir |
      When the case is evaluated
      Then TEC-16 is suggested with regard to choir

    Scenario: It was not done the second time
      Given session 6 was held
      And the homework records "what became of the previous task" as no
      And session 7 was held
      And the homework records "what became of the previous task" as no
      When the case is evaluated
      Then TEC-16 is suggested with regard to mother

  Rule: The log of social rhythms belongs to every session

    Background:
      Given a patient at intake
      And the course records "type" as ipsrt
      And a medicine is taken:
        | kind | mood-stabiliser |
      And session 4 was held
      And the focus agreed is role transition
      And session 5 was held

    Scenario: It was gone through last time, and helped
      Given the technique TEC-33 was used and is helped
      When the case is evaluated
      Then TEC-33 is suggested

    Scenario: Work on the roles was done last time, and rests
      Given the technique TEC-29 was used and is helped
      When the case is evaluated
      Then TEC-29 is blocked
      And TEC-33 is suggested
