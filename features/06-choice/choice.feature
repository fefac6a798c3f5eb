Feature: The choice of focus
  Protocol C1, with C5 for interpersonal deficits. Arguments for the four areas are added up; what comes of it is a
  recommendation, an open question, a lean, or nothing yet. What patient and therapist agreed on comes before all of it.

  @rule:focus-recommended
  Rule: An area with enough arguments, a strong one among them, is recommended when it leads by two

    Scenario: The mother's death two months before, and a move four months before
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And a move called the-move, 4 months before the low mood began
      When the case is evaluated
      Then the arguments add up to grief 6, dispute 0, transition 4, deficits 0
      And the recommended focus is grief
      And it says "Consider grief as the focus"

    Scenario: With the move a little nearer the lead is one, and nothing is recommended
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And a move called the-move, 3 months before the low mood began
      When the case is evaluated
      Then the arguments add up to grief 6, dispute 0, transition 5, deficits 0
      And it says nothing of this

    Scenario: Four points with a strong argument among them are enough
      Given a patient at intake
      And anna is the patient's friend
      And anna died, it is not known when
      And about mourning death-of-anna it is known:
        | avoids speaking of the death, the funeral, the grave, things or places | yes |
        | a sudden, violent or stigmatised death                                 | yes |
      When the case is evaluated
      Then the arguments add up to grief 4, dispute 0, transition 0, deficits 0
      And it says "Offer it as part of the formulation and ask whether it makes sense to the person"

    Scenario: Three points are not, with a strong argument among them
      Given a patient at intake
      And anna is the patient's friend
      And anna died, it is not known when
      And about mourning death-of-anna it is known: "avoids speaking of the death, the funeral, the grave, things or places"
      When the case is evaluated
      Then the arguments add up to grief 3, dispute 0, transition 0, deficits 0
      And it says nothing of this

    Scenario: Four points are not without a strong argument
      Given the low mood began 5 months before the intake
      And a move called the-move, 4 months before the low mood began
      When the case is evaluated
      Then the arguments add up to grief 0, dispute 0, transition 4, deficits 0
      And it says nothing of this

    Scenario: Two deaths do not add up: the better argued one counts
      Given the low mood began 8 months before the intake
      And mother is the patient's parent
      And father is the patient's parent
      And mother died 150 days before the low mood began
      And father died 14 months before the low mood began
      And about mourning death-of-father it is known: "avoids speaking of the death, the funeral, the grave, things or places"
      When the case is evaluated
      Then the arguments add up to grief 5, dispute 0, transition 0, deficits 0
      And it says "the arguments for grief, the death of mother, stand out"

    Scenario: When a focus is agreed nothing is recommended beside it
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And session 3 was held
      And the focus agreed is grief about death-of-mother
      When the case is evaluated
      Then it says nothing of this

    Scenario: When the patient did not agree with it the recommendation stands
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And session 3 was held
      And the patient does not agree with the focus role transition
      When the case is evaluated
      Then it says "Consider grief as the focus"

    Scenario: Without a full inventory and the patient's word the confidence is medium at most
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      When the case is evaluated
      Then the confidence is medium
      And it says "confidence is medium"

    Scenario: The onset is not known, and the confidence is low
      Given a patient at intake
      And mother is the patient's parent
      And mother died on 2025-06-01
      And about mourning death-of-mother it is known: "avoids speaking of the death, the funeral, the grave, things or places"
      When the case is evaluated
      Then the confidence is low
      And it says "confidence is low"

    Scenario: In the middle phase no focus was agreed yet, and one area stands out
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And session 6 was held
      When the case is evaluated
      Then it says "Consider grief as the focus"

    Scenario Outline: One area stands out, and the phase is recorded as <phase>, in which no focus is recommended
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And session <number> was held
      And the phase is recorded as <phase>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | phase       | number |
        | not-started | 1      |
        | ending      | 12     |

  @rule:focus-tie
  Rule: Where two areas lie within two points of one another, the patient is asked

    Scenario: The mother's death and a move, with a lead of one
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And a move called the-move, 70 days before the low mood began
      When the case is evaluated
      Then the choice is open between grief and role transition
      And it says "ask which is most pressing"
      And the answer is needed for focus
      And it says "The arguments speak for role transition, the move"

    Scenario: With a lead of two the choice is not open
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And a move called the-move, 4 months before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: The patient has named the first of the two, and that settles it
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And a move called the-move, 70 days before the low mood began
      And the patient finds grief most pressing
      When the case is evaluated
      Then the recommended focus is grief
      And it says nothing of this

    Scenario: The patient names the area that is behind, and both are shown with that one first
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And a move called the-move, 4 months before the low mood began
      And the patient finds role transition most pressing
      When the case is evaluated
      Then the choice is open between role transition and grief
      And it says "ask which is most pressing"

    Scenario: The patient names an area for which nothing is recorded
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And the patient finds role dispute most pressing
      When the case is evaluated
      Then it says nothing of this

    Scenario: Neither of two close areas has enough
      Given the low mood began 5 months before the intake
      And a move called the-move, it is not known when
      And boss is the patient's boss
      And there is a conflict with boss
      When the case is evaluated
      Then the arguments add up to grief 0, dispute 2, transition 2, deficits 0
      And it says nothing of this

  @rule:focus-patient-priority-differs
  Rule: Where the patient finds another area most pressing, it is spoken about

    Scenario Outline: The arguments point to grief, the patient finds <area> most pressing
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And a move called the-move, 4 months before the low mood began
      And the patient finds <area> most pressing
      When the case is evaluated
      Then it says "The patient finds <area> most pressing"

      Examples:
        | area            |
        | role transition |
        | role dispute    |

    Scenario: The patient finds the same most pressing
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And the patient finds grief most pressing
      When the case is evaluated
      Then it says nothing of this

    Scenario: The patient was not asked
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nothing is recorded that the wish could differ from
      Given a patient at intake
      And the patient finds grief most pressing
      When the case is evaluated
      Then it says nothing of this

    Scenario: The agreed focus is another one than the patient now finds most pressing
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And session 5 was held
      And the focus agreed is grief
      And the patient finds role dispute most pressing
      When the case is evaluated
      Then it says "Say both views aloud and choose together"

  @rule:focus-lean
  Rule: What is on top without being enough is shown as a lean

    Scenario: Four points without a strong argument among them
      Given the low mood began 5 months before the intake
      And a move called the-move, 4 months before the low mood began
      When the case is evaluated
      Then the record leans towards role transition
      And it says "too little is known to recommend it"
      And of the choice it says lean

    Scenario: A colleague's death that is avoided, and nobody asked whether she mattered
      Given a patient at intake
      And anna is the patient's colleague
      And anna died, it is not known when
      And about mourning death-of-anna it is known: "avoids speaking of the death, the funeral, the grave, things or places"
      When the case is evaluated
      Then the record leans towards grief
      And it says "What is recorded leans towards grief"

    Scenario: The same death, and a conflict that comes within a point of it
      Given a patient at intake
      And anna is the patient's colleague
      And anna died, it is not known when
      And about mourning death-of-anna it is known: "avoids speaking of the death, the funeral, the grave, things or places"
      And boss is the patient's boss
      And there is a conflict with boss
      When the case is evaluated
      Then it says nothing of this

    Scenario: One more strong argument, and it is recommended
      Given the low mood began 5 months before the intake
      And a move called the-move, 4 months before the low mood began
      And about change the-move it is known: "the patient finds the change hard"
      When the case is evaluated
      Then the recommended focus is role transition
      And it says nothing of this

    Scenario: A lean towards deficits is told in other words
      Given a patient at intake
      And the social life records "a pattern of many years: few ties, loneliness, unease with people"
      When the case is evaluated
      Then it says nothing of this

    Scenario: There is a conflict with the boss, and nothing else is recorded
      Given a patient at intake
      And boss is the patient's boss
      And there is a conflict with boss
      When the case is evaluated
      Then the record leans towards role dispute
      And it says "What is recorded leans towards role dispute"

    Scenario: In the middle phase four points without a strong argument are still a lean
      Given the low mood began 5 months before the intake
      And a move called the-move, 4 months before the low mood began
      And session 6 was held
      When the case is evaluated
      Then it says "too little is known to recommend it"

    Scenario Outline: One area is on top, and the phase is recorded as <phase>, in which no lean is shown
      Given the low mood began 5 months before the intake
      And a move called the-move, 4 months before the low mood began
      And session <number> was held
      And the phase is recorded as <phase>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | phase       | number |
        | not-started | 1      |
        | ending      | 12     |

  @rule:focus-gaps
  Rule: While no area can be recommended, the most telling missing answers are asked first

    Scenario: A first contact of which nothing is recorded
      Given a patient at intake
      When the case is evaluated
      Then it says "these answers could settle the focus"
      And the answer is needed for focus
      And it says "whether there were any deaths"

    Scenario: A death of which it is not known when it was, and nothing of how it was mourned
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died, it is not known when
      When the case is evaluated
      Then it says "the death of mother: symptoms began at a date, age or event that recalls the death"

    Scenario: Once an area is recommended the gaps wait
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: In an open choice the question is another one
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And a move called the-move, 70 days before the low mood began
      When the case is evaluated
      Then it says nothing of this

  @rule:focus-agreed
  Rule: What patient and therapist agreed on is the focus as long as no other area clearly leads

    Scenario: The agreed focus has the most arguments
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And session 3 was held
      And the focus agreed is grief about death-of-mother
      When the case is evaluated
      Then the agreed focus is grief
      And it says "no other area now has clearly more arguments"
      And of the choice it says agreed

    Scenario: Another area is ahead by one point
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And a move called the-move, 70 days before the low mood began
      And session 3 was held
      And the focus agreed is role transition about the-move
      When the case is evaluated
      Then it says "The agreed focus is role transition"

    Scenario: Another area is ahead by two points
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And a move called the-move, 4 months before the low mood began
      And session 3 was held
      And the focus agreed is role transition about the-move
      When the case is evaluated
      Then it says nothing of this

    Scenario: The patient did not agree
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And session 3 was held
      And the patient does not agree with the focus grief
      When the case is evaluated
      Then it says nothing of this

    Scenario: What was agreed later counts
      Given the low mood began 5 months before the intake
      And session 3 was held
      And the focus agreed is role transition
      And session 5 was held
      And the focus agreed is role dispute
      When the case is evaluated
      Then it says "The agreed focus is role dispute"

    Scenario Outline: The agreed focus still holds in the phase recorded as <phase>
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And session 12 was held
      And the focus agreed is grief about death-of-mother
      And the phase is recorded as <phase>
      When the case is evaluated
      Then it says "The agreed focus is grief"

      Examples:
        | phase       |
        | ending      |
        | maintenance |

    Scenario Outline: A focus was agreed, and nothing is said of it in the phase recorded as <phase>
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And session 1 was held
      And the focus agreed is grief about death-of-mother
      And the phase is recorded as <phase>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | phase       |
        | not-started |
        | finished    |

  @rule:focus-agreed-questioned
  Rule: The agreed focus is looked at again when another area has come to lead it by two

    Scenario: Another area is two points ahead of the agreed one
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And a move called the-move, 4 months before the low mood began
      And session 3 was held
      And the focus agreed is role transition about the-move
      When the case is evaluated
      Then it says "The agreed focus is role transition; what is recorded now speaks more for grief"
      And the agreed focus is role transition

    Scenario: With a lead of six a change is offered, in other words
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And session 3 was held
      And the focus agreed is role dispute
      And session 5 was held
      And mother died 60 days before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: Another area is one point ahead of the agreed one
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And a move called the-move, 70 days before the low mood began
      And session 3 was held
      And the focus agreed is role transition about the-move
      When the case is evaluated
      Then it says nothing of this

    Scenario: Another area is ahead and not enough for a candidate
      Given the low mood began 5 months before the intake
      And a move called the-move, 4 months before the low mood began
      And session 3 was held
      And the focus agreed is grief
      When the case is evaluated
      Then it says nothing of this

    Scenario: In the last quarter of the sessions the focus is not opened again
      Given the low mood began 5 months before the intake
      And 16 sessions are planned
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And a move called the-move, 4 months before the low mood began
      And session 12 was held
      And the focus agreed is role transition about the-move
      When the case is evaluated
      Then it says nothing of this

    Scenario: In the ending the focus is not opened again
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And session 12 was held
      And the phase is recorded as ending
      And the focus agreed is role dispute
      When the case is evaluated
      Then it says nothing of this

  @rule:second-focus-offer
  Rule: A second focus is offered when it is linked to the first and twelve sessions are planned

    Background: A first baby, and quarrels with the partner that began with it
      Given the low mood began 3 months before the intake
      And a birth called the-birth, 1 month before the low mood began
      And partner is the patient's partner
      And the conflict with partner began or worsened 1 month before the low mood began
      And about conflict partner it is known: "the two expect different things of the relationship, recorded as such"

    Scenario Outline: The choice is open between the two, and <planned> sessions are planned
      Given about change the-birth it is known: "the patient finds the change hard"
      And about conflict partner it is known: "the event it began with, by key" as the-birth
      And <planned> sessions are planned
      When the case is evaluated
      Then the second focus offered is role dispute
      And it says "Role dispute, partner, belongs to the same person or change as the first"

      Examples:
        | planned |
        | 12      |
        | 13      |
        | 16      |

    Scenario: The first is recommended, and the second is linked to it
      Given about change the-birth it is known: "signs that the change is hard" as [loss-of-identity, cannot-meet-demands]
      And about conflict partner it is known: "the event it began with, by key" as the-birth
      And 12 sessions are planned
      When the case is evaluated
      Then the recommended focus is role transition
      And it says "give the second at least a third of the middle sessions"
      And of the choice it says second

    Scenario: Eleven sessions are planned
      Given about change the-birth it is known: "the patient finds the change hard"
      And about conflict partner it is known: "the event it began with, by key" as the-birth
      And 11 sessions are planned
      When the case is evaluated
      Then it says nothing of this

    Scenario: How many sessions are planned is not known
      Given about change the-birth it is known: "the patient finds the change hard"
      And about conflict partner it is known: "the event it began with, by key" as the-birth
      When the case is evaluated
      Then it says nothing of this

    Scenario: Nothing says that the conflict has to do with the birth
      Given about change the-birth it is known: "the patient finds the change hard"
      And 12 sessions are planned
      When the case is evaluated
      Then it says nothing of this

    Scenario: In the middle phase no focus was agreed yet, and the two are linked
      Given about change the-birth it is known: "the patient finds the change hard"
      And about conflict partner it is known: "the event it began with, by key" as the-birth
      And 12 sessions are planned
      And session 6 was held
      When the case is evaluated
      Then it says "A second, linked focus is possible"

    Scenario Outline: The two are linked, and the phase is recorded as <phase>, in which no second focus is offered
      Given about change the-birth it is known: "the patient finds the change hard"
      And about conflict partner it is known: "the event it began with, by key" as the-birth
      And 12 sessions are planned
      And session <number> was held
      And the phase is recorded as <phase>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | phase       | number |
        | not-started | 1      |
        | ending      | 11     |

    Scenario: Both were agreed on as first and second focus, and nothing is left to offer
      Given about conflict partner it is known: "the event it began with, by key" as the-birth
      And 12 sessions are planned
      And session 4 was held
      And the focus agreed is role transition about the-birth
      And a second focus agreed is role dispute
      When the case is evaluated
      Then it says nothing of this

  @rule:two-foci-split
  Rule: With two agreed foci the order and the share are kept

    Scenario: Two foci are agreed, in the middle phase
      Given session 4 was held
      And the focus agreed is role transition
      And a second focus agreed is role dispute
      And session 6 was held
      When the case is evaluated
      Then it says "Two foci are agreed: keep to the order and the share"
      And of the plan it says open
      And it says "You agreed on role transition first"

    Scenario: One focus is agreed
      Given session 4 was held
      And the focus agreed is role transition
      And session 6 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Two foci were agreed, and later one
      Given session 4 was held
      And the focus agreed is role transition
      And a second focus agreed is role dispute
      And session 6 was held
      And the focus agreed is role transition
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is the initial phase still
      Given session 2 was held
      And the focus agreed is role transition
      And a second focus agreed is role dispute
      When the case is evaluated
      Then it says nothing of this

  @rule:third-focus-declined
  Rule: Never three foci: a third area waits for maintenance

    Scenario: A death, a conflict and a hard move, each with enough arguments
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And boss is the patient's boss
      And the conflict with boss began or worsened 60 days before the low mood began
      And a move called the-move, 60 days before the low mood began
      When the case is evaluated
      Then it says "keep a third for maintenance"
      And of the choice it says declined
      And it says "3 areas have enough arguments"

    Scenario: The move is old enough to be no candidate
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And boss is the patient's boss
      And the conflict with boss began or worsened 60 days before the low mood began
      And a move called the-move, 4 months before the low mood began
      When the case is evaluated
      Then it says nothing of this

    Scenario: In the middle phase a third area is left for maintenance too
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And boss is the patient's boss
      And the conflict with boss began or worsened 60 days before the low mood began
      And a move called the-move, 60 days before the low mood began
      And session 6 was held
      When the case is evaluated
      Then it says "keep a third for maintenance"

    Scenario Outline: Three areas have enough arguments, and the phase recorded is <phase>
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And boss is the patient's boss
      And the conflict with boss began or worsened 60 days before the low mood began
      And a move called the-move, 60 days before the low mood began
      And session <number> was held
      And the phase is recorded as <phase>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | phase       | number |
        | not-started | 1      |
        | ending      | 12     |

  @rule:short-course-manageable-focus
  Rule: In a short course the more manageable of two close areas is chosen

    Scenario: Eight sessions, and the choice is open
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And a move called the-move, 70 days before the low mood began
      And 8 sessions are planned
      When the case is evaluated
      Then it says "In a short course, choose the more manageable focus"

    Scenario Outline: <what>
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And a move called the-move, <move> days before the low mood began
      And <planned> sessions are planned
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | what                                 | move | planned |
        | Nine sessions                        | 70   | 9       |
        | Eight sessions, and one area leads   | 120  | 8       |

    Scenario: How many sessions are planned is not known, and unknown is not short
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And a move called the-move, 70 days before the low mood began
      When the case is evaluated
      Then it says nothing of this

  @rule:no-trigger-visible
  Rule: Before settling for no event, a hidden dispute, an unspoken death and people left out are looked for

    Scenario: Nothing is recorded
      Given a patient at intake
      When the case is evaluated
      Then it says "look for a hidden dispute, an unspoken death, people left out"

    Scenario: Deaths, changes and conflicts were asked about and none was found, and it is worth another look
      Given the low mood began 8 months before the intake
      And the patient was asked about deaths, other losses, life changes and conflicts and there were none
      When the case is evaluated
      Then it says "Ask about silence, giving way and avoided quarrels"

    Scenario: A dispute that is over does not end the search
      Given a patient at intake
      And anna is the patient's ex-partner
      And about conflict anna it is known: "the relationship has ended and both accept it"
      When the case is evaluated
      Then it says "No trigger is visible"

    Scenario: A dispute that goes on is a trigger
      Given a patient at intake
      And boss is the patient's boss
      And there is a conflict with boss
      When the case is evaluated
      Then it says nothing of this

    Scenario: A move is recorded, its time not known
      Given a patient at intake
      And a move called the-move, it is not known when
      When the case is evaluated
      Then it says nothing of this

    Scenario: A death is recorded, of somebody distant
      Given a patient at intake
      And anna is a distant neighbour of the patient
      And anna died, it is not known when
      When the case is evaluated
      Then it says nothing of this

    Scenario: Deficits are recommended after a full enquiry
      Given a patient at intake
      And the patient was asked about deaths, other losses, life changes and conflicts and there were none
      And the social life records:
        | a pattern of many years: few ties, loneliness, unease with people | yes |
        | confirmed that there is nobody to confide in                      | yes |
      When the case is evaluated
      Then the recommended focus is interpersonal deficits
      And it says nothing of this

  @rule:deficits-not-yet
  Rule: Isolation is not taken as the focus before deaths, conflicts and changes were asked about

    Scenario: Isolation of many years, enough for a candidate, and conflicts were never asked about
      Given a patient at intake
      And the patient was asked about deaths, other losses and life changes and there were none
      And the social life records:
        | a pattern of many years: few ties, loneliness, unease with people | yes |
        | confirmed that there is nobody to confide in                      | yes |
      When the case is evaluated
      Then the record leans towards interpersonal deficits
      And it says "Before taking isolation as the focus, ask about deaths, conflicts and changes"
      And the answer is needed for focus

    Scenario: Asked about conflicts, the patient could not say
      Given a patient at intake
      And the patient was asked about deaths, other losses and life changes and there were none
      And the patient was asked about conflicts and could not say
      And the social life records:
        | a pattern of many years: few ties, loneliness, unease with people | yes |
        | confirmed that there is nobody to confide in                      | yes |
      When the case is evaluated
      Then it says "Look for an unspoken death, a hidden dispute, chronic depression or social anxiety behind it"

    Scenario: Conflicts were asked about too, and none was found
      Given a patient at intake
      And the patient was asked about deaths, other losses, life changes and conflicts and there were none
      And the social life records:
        | a pattern of many years: few ties, loneliness, unease with people | yes |
        | confirmed that there is nobody to confide in                      | yes |
      When the case is evaluated
      Then it says nothing of this

    Scenario: A death has enough arguments, and the gate is shut
      Given the low mood began 5 months before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      And the social life records:
        | a pattern of many years: few ties, loneliness, unease with people | yes |
        | confirmed that there is nobody to confide in                      | yes |
      When the case is evaluated
      Then the recommended focus is grief
      And it says nothing of this

    Scenario: The isolation began with this episode
      Given a patient at intake
      And the social life records:
        | isolated or lonely now  | yes |
        | began with this episode | yes |
      When the case is evaluated
      Then it says nothing of this

  @rule:deficits-poorer-outcome
  Rule: With interpersonal deficits as the focus, alternatives are on the table from the start

    Scenario: Deficits are recommended
      Given a patient at intake
      And the patient was asked about deaths, other losses, life changes and conflicts and there were none
      And the social life records:
        | a pattern of many years: few ties, loneliness, unease with people | yes |
        | confirmed that there is nobody to confide in                      | yes |
      When the case is evaluated
      Then it says "gains are often slower; talk about alternatives from the start"

    Scenario: Deficits are the agreed focus
      Given a patient at intake
      And session 4 was held
      And the focus agreed is interpersonal deficits
      When the case is evaluated
      Then it says "Consider CBT, a longer therapy, or IPT together with medication"

    Scenario: The record only leans towards deficits
      Given a patient at intake
      And the social life records:
        | a pattern of many years: few ties, loneliness, unease with people | yes |
        | confirmed that there is nobody to confide in                      | yes |
      When the case is evaluated
      Then it says nothing of this

    Scenario: Another focus was agreed for a lonely person
      Given a patient at intake
      And the social life records "a pattern of many years: few ties, loneliness, unease with people"
      And session 4 was held
      And the focus agreed is role transition
      When the case is evaluated
      Then it says nothing of this

  @rule:deficits-end-earlier
  Rule: With interpersonal deficits as the focus, the ending begins a session earlier

    Scenario: Deficits are the agreed focus of a course under way
      Given a patient at intake
      And session 6 was held
      And the focus agreed is interpersonal deficits
      When the case is evaluated
      Then it says "Plan the work on ending one session earlier, and maintenance with it"
      And of the plan it says open

    Scenario: Deficits are recommended after a full enquiry, at intake
      Given a patient at intake
      And the patient was asked about deaths, other losses, life changes and conflicts and there were none
      And the social life records:
        | a pattern of many years: few ties, loneliness, unease with people | yes |
        | confirmed that there is nobody to confide in                      | yes |
      When the case is evaluated
      Then it says "With few relationships outside, parting from the therapist weighs more"

    Scenario: The patient did not agree with it
      Given a patient at intake
      And session 6 was held
      And the patient does not agree with the focus interpersonal deficits
      When the case is evaluated
      Then it says nothing of this

    Scenario: The ending has begun
      Given a patient at intake
      And session 12 was held
      And the phase is recorded as ending
      And the focus agreed is interpersonal deficits
      When the case is evaluated
      Then it says nothing of this

  @rule:recovery-as-transition
  Rule: In depression of years without an event, becoming well can be the change of role

    Scenario Outline: Nothing stands out, and the depression has lasted <how>
      Given the episode records "onset" as <onset>
      And the social life records "a pattern of many years: few ties, loneliness, unease with people"
      When the case is evaluated
      Then it says "Name the illness as the old role, and becoming well as the new one"

      Examples:
        | onset      | how                 |
        | 2024-01-10 | two years           |
        | 2019       | for more than years |

    Scenario: A day short of two years
      Given the episode records "onset" as 2024-01-11
      And the social life records "a pattern of many years: few ties, loneliness, unease with people"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Only the year is known, and it may be less than two years
      Given the episode records "onset" as 2024
      And the social life records "a pattern of many years: few ties, loneliness, unease with people"
      When the case is evaluated
      Then it says nothing of this

    Scenario Outline: No onset is known, and it has lasted <months> months
      Given the episode records "how long it has lasted, when no onset is known" as <months>
      When the case is evaluated
      Then it says "Consider the move from long illness to being well as the role transition"

      Examples:
        | months |
        | 24     |
        | 25     |
        | 60     |

    Scenario: No onset is known, and it has lasted 23 months
      Given the episode records "how long it has lasted, when no onset is known" as 23
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is diagnosed as persistent
      Given the diagnosis records "depression for two years or more"
      When the case is evaluated
      Then it says "CBASP is an alternative"
      And of the choice it says instead, for role transition

    Scenario: How long it has lasted is not known
      Given a patient at intake
      And the social life records "a pattern of many years: few ties, loneliness, unease with people"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Isolation has enough arguments to be the focus, and becoming well is shown instead of it
      Given the low mood began 6 years before the intake
      And the patient was asked about deaths, other losses, life changes and conflicts and there were none
      And the social life records:
        | a pattern of many years: few ties, loneliness, unease with people | yes |
        | confirmed that there is nobody to confide in                      | yes |
      When the case is evaluated
      Then it says "Consider the move from long illness to being well as the role transition"

    Scenario: A focus has been agreed
      Given the low mood began 6 years before the intake
      And session 4 was held
      And the focus agreed is role transition
      When the case is evaluated
      Then it says nothing of this

    Scenario: A death stands out as the focus all the same
      Given the low mood began 3 years before the intake
      And mother is the patient's parent
      And mother died 60 days before the low mood began
      When the case is evaluated
      Then the recommended focus is grief
      And it says nothing of this

    Scenario: In the middle phase of a course no focus was agreed yet
      Given the diagnosis records "depression for two years or more"
      And session 6 was held
      When the case is evaluated
      Then it says "Consider the move from long illness to being well as the role transition"

    Scenario Outline: Depression of years without an event, and the phase is recorded as <phase>
      Given the diagnosis records "depression for two years or more"
      And session <number> was held
      And the phase is recorded as <phase>
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | phase       | number |
        | not-started | 1      |
        | ending      | 12     |

    Scenario: A dispute has enough arguments to be the focus
      Given the diagnosis records "depression for two years or more"
      And wife is the patient's spouse
      And about conflict wife it is known:
        | the two expect different things of the relationship, recorded as such | yes |
        | the relationship, or what it gives, may be lost                       | yes |
      When the case is evaluated
      Then the recommended focus is role dispute
      And it says nothing of this

    Scenario: A hard change of role has enough arguments to be the focus
      Given the low mood began 3 years before the intake
      And a move called the-move, 60 days before the low mood began
      And about change the-move it is known: "the patient finds the change hard"
      When the case is evaluated
      Then the recommended focus is role transition
      And it says nothing of this
