Feature: The work of the ending
  Protocol E. The last sessions look back, take leave and prepare the time after. The ending is a loss and a change, and
  somebody who was alone, a group and a young person need something of their own in it.

  @rule:ending-work
  Rule: From the first session of the ending on, its work is listed as done or open

    Background:
      Given a patient at intake
      And 16 sessions are planned

    Scenario Outline: After session <held> of 16
      Given sessions 1 to <held> were held
      When the case is evaluated
      Then it says "Sessions left after session <held>: <left>"
      And of the plan it says due
      And the list shown is ending-work

      Examples:
        | held | left |
        | 13   | 3    |
        | 16   | 0    |

    Scenario: What the record shows as done needs no tick
      Given session 13 was held
      And the ending records "what the patient feels about parting" as sad and a little proud
      And the tasks done are gains-reviewed
      When the case is evaluated
      Then done is "Thoughts and feelings about parting"
      And done is "Gains looked back on, area by area"
      And open is "Whether the person feels able to cope alone"

    Scenario: After session 12 of 16 the middle phase still runs
      Given sessions 1 to 12 were held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The therapist still records the middle phase in session 13
      Given session 13 was held
      And the phase is recorded as middle
      When the case is evaluated
      Then it says nothing of this

    Scenario: Thirty sessions were agreed in place of sixteen
      Given session 13 was held
      And the course records "how many sessions are planned" as 30
      When the case is evaluated
      Then it says nothing of this

    Scenario: Maintenance was accepted, and its first contact was held
      Given session 16 was held
      And the maintenance records "accepted" as yes
      And session 17 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:parting-feelings
  Rule: What it is like to part is asked about

    Background:
      Given a patient at intake
      And 16 sessions are planned

    Scenario: The ending has begun and nothing of it is recorded
      Given session 13 was held
      When the case is evaluated
      Then it says "Ask what the person thinks and feels about parting"
      And the answer is needed for ending

    Scenario: To speak of the end is not yet to ask what it is like
      Given session 13 was held
      And the ending records "the end was spoken of"
      When the case is evaluated
      Then it says "Leave room for anger, relief and indifference"

    Scenario: It was told before the ending began
      Given session 11 was held
      And the ending records "what the patient feels about parting" as afraid of the empty week
      And session 13 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was asked, and hardly anything was felt
      Given session 13 was held
      And the tasks done are parting-feelings-explored
      When the case is evaluated
      Then it says nothing of this

  @rule:ending-is-a-loss
  Rule: The ending is named as a loss and a change, unless feelings overwhelm

    Background:
      Given a patient at intake
      And 16 sessions are planned
      And session 13 was held

    Scenario: Feelings about parting were not explored yet
      When the case is evaluated
      Then it says "name the ending as a loss and a change"
      And it suggests TEC-12, in this order
      And it says "are normal and are not by themselves a relapse"

    Scenario Outline: Feelings were <affect> in the session
      Given the session records "how feelings were shown" as <affect>
      When the case is evaluated
      Then it says "Relief and pride belong here too"

      Examples:
        | affect     |
        | normal     |
        | suppressed |

    Scenario: Feelings overwhelmed in this session
      Given the session records "how feelings were shown" as overwhelming
      When the case is evaluated
      Then it says nothing of this

    Scenario: They overwhelmed a session ago and not now
      Given the session records "how feelings were shown" as overwhelming
      And session 14 was held
      When the case is evaluated
      Then it says "Give room to the feelings about parting"

    Scenario: They were explored
      Given the ending records "what the patient feels about parting" as sad and relieved
      When the case is evaluated
      Then it says nothing of this

  @rule:coping-alone
  Rule: Whether the patient feels able to cope alone is asked

    Background:
      Given a patient at intake
      And 16 sessions are planned
      And session 13 was held

    Scenario: It is not recorded
      When the case is evaluated
      Then it says "Whether the person feels able to cope alone is not recorded"
      And the answer is needed for ending

    Scenario: Feelings about parting alone do not answer it
      Given the ending records "what the patient feels about parting" as sad
      When the case is evaluated
      Then it says "giving up this relationship, and coping without it"

    Scenario Outline: It was asked, and the answer is <answer>
      Given the ending records "the patient feels able to cope without the therapist" as <answer>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | answer    |
        | yes       |
        | no        |
        | not known |

  @rule:coping-alone-in-doubt
  Rule: Somebody who does not feel able to cope alone is asked what is missing, and about hopelessness

    Background:
      Given a patient at intake
      And 16 sessions are planned
      And session 14 was held

    Scenario: She does not feel able
      Given the ending records "the patient feels able to cope without the therapist" as no
      When the case is evaluated
      Then it says "The person does not feel able to cope without the therapist"
      And it says "sessions left: 2"
      And it says "Ask about hopelessness, and about thoughts of suicide"

    Scenario: She could not say, which is not a no
      Given the ending records "the patient feels able to cope without the therapist" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: A week later she feels able
      Given the ending records "the patient feels able to cope without the therapist" as no
      And session 15 was held
      And the ending records "the patient feels able to cope without the therapist" as yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: A week later it was not asked again, and the doubt stands
      Given the ending records "the patient feels able to cope without the therapist" as no
      And session 15 was held
      When the case is evaluated
      Then it says "sessions left: 1"

  @rule:gains-review
  Rule: The gains are looked back on, area by area

    Background:
      Given a patient at intake
      And 16 sessions are planned
      And the PHQ-9 is 18
      And a goal sister is recorded:
        | what | ring my sister every Sunday |

    Scenario: No review is recorded
      Given session 13 was held
      And the PHQ-9 is 6
      When the case is evaluated
      Then it says "PHQ-9 18 → 6 (−12)"
      And of the plan it says open
      And the list shown is gains-domains
      And it says "ring my sister every Sunday (not rated)"

    Scenario: Only one score was ever taken
      Given session 13 was held
      When the case is evaluated
      Then it says "there are no two scores to compare yet"

    Scenario: The gains were reviewed in session 13
      Given session 13 was held
      And the tasks done are gains-reviewed
      And session 14 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: That the reasons were asked about is not yet a review
      Given session 13 was held
      And the tasks done are reasons-for-gains-asked
      When the case is evaluated
      Then it says "Look back on the gains, area by area"

  @rule:first-and-last
  Rule: First and last scores and circles of people are put side by side

    Background:
      Given a patient at intake
      And 16 sessions are planned
      And the PHQ-9 is 18
      And the WSAS is 25
      And mother is a close parent of the patient

    Scenario: The comparison is not recorded
      Given session 13 was held
      And the PHQ-9 is 6
      And the WSAS is 12
      When the case is evaluated
      Then it says "Scores: PHQ-9 18 → 6 (−12); WSAS 25 → 12 (−13). People in the inventory: 1"
      And of the plan it says open

    Scenario: It was made in session 13
      Given session 13 was held
      And the tasks done are first-and-last-compared
      When the case is evaluated
      Then it says nothing of this

    Scenario: A review of the gains is not the comparison
      Given session 13 was held
      And the tasks done are gains-reviewed
      When the case is evaluated
      Then it says "Draw the circle of closeness again"

  @rule:why-better
  Rule: Who is better is asked why, and credited with what they did

    Background:
      Given a patient at intake
      And 16 sessions are planned

    Scenario Outline: From <first> to <last>
      Given the PHQ-9 is <first>
      And session 13 was held
      And the PHQ-9 is <last>
      When the case is evaluated
      Then it says "Ask why the person feels better"
      And it suggests TEC-39, in this order

      Examples:
        | first | last |
        | 18    | 12   |
        | 7     | 4    |

    Scenario Outline: From <first> to <last> there is no clear gain to credit
      Given the PHQ-9 is <first>
      And session 13 was held
      And the PHQ-9 is <last>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | first | last |
        | 18    | 13   |
        | 9     | 5    |

    Scenario: A low score with none before it tells of no gain
      Given session 13 was held
      And the PHQ-9 is 4
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was asked
      Given the PHQ-9 is 18
      And session 13 was held
      And the PHQ-9 is 6
      And the tasks done are reasons-for-gains-asked
      When the case is evaluated
      Then it says nothing of this

  @rule:ending-with-few-ties
  Rule: Where isolation was the focus, parting needs more room

    Background:
      Given a patient at intake
      And 16 sessions are planned
      And session 4 was held

    Scenario: Interpersonal deficits were agreed on
      Given the focus agreed is interpersonal deficits
      And session 13 was held
      When the case is evaluated
      Then it says "plan maintenance: there are few ties outside"
      And of the plan it says due

    Scenario Outline: The focus was <focus>
      Given the focus agreed is <focus>
      And session 13 was held
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | focus           |
        | grief           |
        | role transition |

    Scenario: The patient did not agree to that focus
      Given the patient does not agree with the focus interpersonal deficits
      And session 13 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The middle phase still runs
      Given the focus agreed is interpersonal deficits
      And session 12 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:group-ending
  Rule: In a group each member's gains, goodbyes and plans have their time

    Background:
      Given a patient at intake
      And 16 sessions are planned

    Scenario: The course is held in a group
      Given the course records "format" as group
      And session 13 was held
      When the case is evaluated
      Then it says "each member's gains, goodbyes, plans for recurrence"
      And of the plan it says due

    Scenario: One session of a single treatment was a group
      Given the course records "format" as individual
      And session 13 was held
      And the session records "kind" as group
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is not recorded how the course is held
      Given session 13 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:parent-in-the-ending
  Rule: A parent takes part in the last sessions of a young person

    Background:
      Given a patient at intake
      And 16 sessions are planned

    Scenario Outline: The patient is <age>
      Given the patient records "age in years" as <age>
      And session 13 was held
      When the case is evaluated
      Then it says "The age is <age>, and no parent's part in the ending is recorded"
      And of the plan it says due
      And the list shown is ending-family

      Examples:
        | age |
        | 12  |
        | 18  |

    Scenario: She is afraid of her father
      Given the patient records "age in years" as 15
      And father is the patient's parent
      And session 13 was held
      And the violence enquiry records "afraid of someone"
      And the violence enquiry records "from whom, by key" as father
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: The patient is <age>, outside the ages meant
      Given the patient records "age in years" as <age>
      And session 13 was held
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | age |
        | 11  |
        | 19  |

    Scenario: The age is not known
      Given session 13 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: A parent came to session 13
      Given the patient records "age in years" as 16
      And session 13 was held
      And the tasks done are parent-included
      And session 14 was held
      When the case is evaluated
      Then it says nothing of this
