Feature: Techniques that answer to the session
  Protocol D1 and D2. A middle session opens with how things have been; what the last session showed - a quarrel, a
  decision, feelings too strong or held back - comes before the general order of the focus.

  @rule:middle-session-outline
  Rule: An outline for the next session of the middle phase

    Background:
      Given 16 sessions are planned

    Scenario Outline: Session <held> was held
      Given session <held> was held
      When the case is evaluated
      Then it says "Session <next>: how have things been since last time?"

      Examples: from the first middle session to the last
        | held | next |
        | 4    | 5    |
        | 5    | 6    |
        | 11   | 12   |

    Scenario Outline: Session <held> was held, and the next is none of the middle phase
      Given session <held> was held
      When the case is evaluated
      Then it says nothing of this

      Examples:
        | held |
        | 3    |
        | 12   |

    Scenario: Somebody may be in danger
      Given session 5 was held
      And C-SSRS question 5 is answered yes
      When the case is evaluated
      Then it says nothing of this

    Scenario: Thoughts without intent do not hold the session back
      Given session 5 was held
      And C-SSRS question 2 is answered yes
      And C-SSRS questions 1, 3, 4, 5, 6 are answered no
      When the case is evaluated
      Then it says "Link mood and event, then one exchange"
      And of the phase it says checklist
      And the list shown is middle-session

    Scenario: Intent was told last time, and the screener was not asked since
      Given session 5 was held
      And C-SSRS question 4 is answered yes
      And session 6 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Mania has passed since last time, and the screener is to be asked again
      Given session 5 was held
      And the diagnosis records "mania now" as yes
      And session 6 was held
      And the diagnosis records "mania now" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Work on one conflict waits until violence was asked about, and the session does not
      Given max is the patient's spouse
      And there is a conflict with max
      And session 5 was held
      When the case is evaluated
      Then it says "Link mood and event, then one exchange"

  @rule:recent-interaction-told
  Rule: One exchange told in detail is taken up again

    Background:
      Given 16 sessions are planned
      And mother is the patient's parent

    Scenario: She told of a talk with her mother
      Given session 5 was held
      And the session records "recent interaction with" as mother
      When the case is evaluated
      Then it says "Take up the exchange with mother"
      And it suggests TEC-14 and TEC-16, in this order
      And the techniques suggested are TEC-14, TEC-16

    Scenario: She told of a talk, it is not recorded with whom
      Given session 5 was held
      And the session records "the patient told a specific recent interaction"
      When the case is evaluated
      Then it says "an exchange with somebody was told"

    Scenario: It comes before the general techniques for the focus
      Given session 5 was held
      And the focus agreed is role transition
      And the session records "recent interaction with" as mother
      When the case is evaluated
      Then it says "Take up the exchange with mother"
      And the techniques suggested are TEC-14, TEC-29, TEC-16

    Scenario: No such exchange was told
      Given session 5 was held
      And the session records "the patient told a specific recent interaction" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was told two sessions ago
      Given session 5 was held
      And the session records "recent interaction with" as mother
      And session 6 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: There is a conflict with her mother, and nobody asked about violence
      Given there is a conflict with mother
      And session 5 was held
      And the session records "recent interaction with" as mother
      When the case is evaluated
      Then it says "who said what, then practise another way"
      And TEC-14 is blocked
      And TEC-16 is blocked

    Scenario: It was told in session 2, while the story is still being gathered
      Given session 2 was held
      And the session records "recent interaction with" as mother
      When the case is evaluated
      Then it says nothing of this

  @rule:decision-pending
  Rule: When a decision is pending, the options and what each would lead to are listed

    Background:
      Given 16 sessions are planned

    Scenario: She has to decide, and it can be taken back
      Given session 5 was held
      And the decision records "a decision is pending"
      And the decision records "it cannot be taken back" as no
      When the case is evaluated
      Then it says "A decision is pending - list the options"
      And it suggests TEC-17, in this order
      And TEC-17 is suggested

    Scenario: The decision is taken
      Given session 5 was held
      And the decision records "a decision is pending" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: The next session is the first of the ending
      Given session 12 was held
      And the decision records "a decision is pending"
      When the case is evaluated
      Then it says nothing of this

  @rule:decision-can-it-be-undone
  Rule: Early in treatment it is asked whether a pending decision can be taken back

    Background:
      Given 16 sessions are planned

    Scenario Outline: A decision is pending in session <number>
      Given session <number> was held
      And the decision records "a decision is pending"
      When the case is evaluated
      Then it says "ask whether it can be taken back"

      Examples:
        | number |
        | 2      |
        | 6      |

    Scenario: From session 7 on it is not early any more
      Given session 7 was held
      And the decision records "a decision is pending"
      When the case is evaluated
      Then it says nothing of this

    Scenario: It is known that it can be taken back
      Given session 6 was held
      And the decision records "a decision is pending"
      And the decision records "it cannot be taken back" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: The patient could not say
      Given session 6 was held
      And the decision records "a decision is pending"
      And the decision records "it cannot be taken back" as not known
      When the case is evaluated
      Then it says "A decision is pending early in treatment"
      And the answer is needed for techniques

    Scenario: In a short course session 6 leads to the ending already
      Given 8 sessions are planned
      And session 6 was held
      And the decision records "a decision is pending"
      When the case is evaluated
      Then it says nothing of this

  @rule:decision-not-now
  Rule: Decisions wait in severe agitation, and early on when they cannot be taken back

    Background:
      Given 16 sessions are planned

    Scenario: Severely agitated in session 9
      Given session 9 was held
      And the session records "severely agitated"
      And the decision records "a decision is pending"
      When the case is evaluated
      Then it says "Not the time for decision analysis"
      And it keeps back TEC-17
      And TEC-17 is blocked

    Scenario: Selling the house, in session 6
      Given session 6 was held
      And the decision records "a decision is pending"
      And the decision records "it cannot be taken back"
      When the case is evaluated
      Then it says "Ask whether the decision can wait until mood is better"
      And TEC-17 is blocked

    Scenario: Selling the house, in session 7
      Given session 7 was held
      And the decision records "a decision is pending"
      And the decision records "it cannot be taken back"
      When the case is evaluated
      Then it says nothing of this
      And TEC-17 is suggested

    Scenario: It is not known whether it can be taken back
      Given session 6 was held
      And the decision records "a decision is pending"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Agitated, and nothing is to be decided
      Given session 9 was held
      And the session records "severely agitated"
      And the decision records "a decision is pending" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: The house is sold already, in session 5
      Given session 5 was held
      And the decision records "a decision is pending" as no
      And the decision records "it cannot be taken back"
      When the case is evaluated
      Then it says nothing of this

    Scenario: Severely agitated in the ending, when decisions are not worked on any more
      Given session 13 was held
      And the session records "severely agitated"
      And the decision records "a decision is pending"
      When the case is evaluated
      Then it says nothing of this

  @rule:affect-suppressed
  Rule: Feelings held back are helped to be felt and said

    Background:
      Given 16 sessions are planned

    Scenario: Feelings were held back
      Given session 5 was held
      And the session records "how feelings were shown" as suppressed
      When the case is evaluated
      Then it says "Feelings were held back - help them to be felt and said"
      And it suggests TEC-12, in this order
      And TEC-12 is suggested

    Scenario: Feelings were shown
      Given session 5 was held
      And the session records "how feelings were shown" as normal
      When the case is evaluated
      Then it says nothing of this

    Scenario: They were held back a session before, and nothing is recorded now
      Given session 5 was held
      And the session records "how feelings were shown" as suppressed
      And session 6 was held
      When the case is evaluated
      Then it says nothing of this

  @rule:affect-overwhelming
  Rule: When feelings overwhelm, steadying comes first

    Background:
      Given 16 sessions are planned

    Scenario: Feelings were overwhelming in the last initial session
      Given session 4 was held
      And the session records "how feelings were shown" as overwhelming
      When the case is evaluated
      Then it says "Consider slowing down and steadying first"
      And it suggests TEC-37, in this order
      And it says "Ask about urges to harm oneself"

    Scenario: Feelings were overwhelming, and grief is the focus
      Given session 5 was held
      And the focus agreed is grief
      And the session records "how feelings were shown" as overwhelming
      When the case is evaluated
      Then it says "In session 5 feelings were overwhelming"
      And TEC-37 is suggested
      And TEC-28 is blocked

    Scenario: Self-injury was told, and nobody recorded how feelings were shown
      Given session 5 was held
      And the focus agreed is grief
      And the risk enquiry records "self-injury without wish to die"
      When the case is evaluated
      Then it says "In session 5 self-injury was told"
      And TEC-37 is suggested

    Scenario: Self-injury was told a session ago
      Given session 5 was held
      And the risk enquiry records "self-injury without wish to die"
      And session 6 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Feelings were strong and could be borne
      Given session 5 was held
      And the session records "how feelings were shown" as normal
      When the case is evaluated
      Then it says nothing of this

    Scenario: The next session is still one of the initial phase
      Given session 3 was held
      And the session records "how feelings were shown" as overwhelming
      When the case is evaluated
      Then it says nothing of this

  @rule:overwhelming-do-not-intensify
  Rule: Nothing calls up more feeling while feelings overwhelm

    Background:
      Given 16 sessions are planned

    Scenario: In work on grief
      Given session 5 was held
      And the focus agreed is grief
      And the session records "how feelings were shown" as overwhelming
      When the case is evaluated
      Then it says "steadying comes first, and nothing is forced out"
      And it keeps back TEC-12 and TEC-28
      And TEC-12 is blocked
      And TEC-28 is blocked

    Scenario: In the ending
      Given session 13 was held
      And the session records "how feelings were shown" as overwhelming
      When the case is evaluated
      Then it says "Steadying comes first; calling up more feeling waits"

    Scenario: Self-injury was told in work on grief
      Given session 5 was held
      And the focus agreed is grief
      And the risk enquiry records "self-injury without wish to die"
      When the case is evaluated
      Then it says "self-injury was told; steadying comes first"
      And TEC-12 is blocked

    Scenario: Feelings were held back, which is another matter
      Given session 5 was held
      And the focus agreed is grief
      And the session records "how feelings were shown" as suppressed
      When the case is evaluated
      Then it says nothing of this
      And TEC-12 is suggested

    Scenario: Feelings were overwhelming in session 2, when nothing of the kind is due
      Given session 2 was held
      And the session records "how feelings were shown" as overwhelming
      When the case is evaluated
      Then it says nothing of this

  @rule:feelings-told-and-shown-differ
  Rule: The feeling told is put beside the feeling shown

    Background:
      Given 16 sessions are planned

    Scenario: She told of a sad thing with a smile
      Given session 5 was held
      And the session records "the feeling told and the feeling shown differ"
      When the case is evaluated
      Then it says "put them side by side"
      And it suggests TEC-38, in this order
      And TEC-38 is suggested

    Scenario: It is not known whether they differ
      Given session 5 was held
      And the session records "the feeling told and the feeling shown differ" as not known
      When the case is evaluated
      Then it says nothing of this

    Scenario: They differed in session 12, and the next is the first of the ending
      Given session 12 was held
      And the session records "the feeling told and the feeling shown differ"
      When the case is evaluated
      Then it says nothing of this

  @rule:everything-seems-impossible
  Rule: Hopelessness is named as a symptom, and there are options all the same

    Background:
      Given 16 sessions are planned

    Scenario: Everything seemed impossible to him
      Given session 5 was held
      And the session records "everything seems impossible"
      When the case is evaluated
      Then it says "name hopelessness as a symptom"
      And it suggests TEC-40, in this order
      And it says "Ask about suicide; hopelessness goes with it"
      And TEC-40 is suggested

    Scenario: Some things seemed possible
      Given session 5 was held
      And the session records "everything seems impossible" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: Everything seemed impossible in session 2, when the next is still an initial one
      Given session 2 was held
      And the session records "everything seems impossible"
      When the case is evaluated
      Then it says nothing of this

  @rule:contradictory-account
  Rule: Contradictions are looked at together, when it is calm

    Background:
      Given 16 sessions are planned

    Scenario: The account was contradictory
      Given session 5 was held
      And the session records "the account is contradictory"
      When the case is evaluated
      Then it says "ask to look at it again together"
      And it suggests TEC-13, in this order
      And TEC-13 is suggested

    Scenario: The account was clear
      Given session 5 was held
      And the session records "the account is contradictory" as no
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was contradictory early on, when the story is still being gathered
      Given session 2 was held
      And the session records "the account is contradictory"
      When the case is evaluated
      Then it says nothing of this

  @rule:technique-unfinished
  Rule: What was left unfinished is gone on with first

    Background:
      Given 16 sessions are planned
      And session 4 was held
      And the focus agreed is role transition
      And session 5 was held

    Scenario: The role-play was broken off
      Given the technique TEC-16 was used and is unfinished
      When the case is evaluated
      Then it says "Role-play was left unfinished in session 5"

    Scenario: It helped
      Given the technique TEC-16 was used and is helped
      When the case is evaluated
      Then it says nothing of this

    Scenario: What came of it is not recorded
      Given the technique TEC-16 was used
      When the case is evaluated
      Then it says nothing of this

    Scenario: It was broken off two sessions ago
      Given the technique TEC-16 was used and is unfinished
      And session 6 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: The treatment is finished
      Given the technique TEC-16 was used and is unfinished
      And the phase is recorded as finished
      When the case is evaluated
      Then it says nothing of this

  @rule:mindfulness-as-add-on
  Rule: Mindfulness stays a small add-on

    Background:
      Given 16 sessions are planned

    Scenario: The last session was spent on it
      Given session 5 was held
      And the technique TEC-32 was used
      When the case is evaluated
      Then it says "keep it as a small add-on"
      And it keeps back TEC-32
      And TEC-32 is not suggested

    Scenario: It was used two sessions ago
      Given session 5 was held
      And the technique TEC-32 was used
      And session 6 was held
      When the case is evaluated
      Then it says nothing of this

    Scenario: Another technique was used
      Given session 5 was held
      And the technique TEC-37 was used
      When the case is evaluated
      Then it says nothing of this

  @rule:joint-session-without-consent
  Rule: Others join a session only when the patient has agreed

    Background:
      Given 16 sessions are planned

    Scenario: She does not want her husband to come
      Given session 5 was held
      And the session records "agrees that others are invited" as no
      When the case is evaluated
      Then it says "the patient has not agreed to it"
      And it keeps back TEC-25

    Scenario: She declined before the first session
      Given the preferences record "involving others" as no
      When the case is evaluated
      Then it says "the patient has not agreed to it"

    Scenario: She declined at intake and agrees now
      Given the preferences record "involving others" as no
      And session 5 was held
      And the session records "agrees that others are invited"
      When the case is evaluated
      Then it says nothing of this

    Scenario: She agreed once, and has changed her mind
      Given session 4 was held
      And the session records "agrees that others are invited"
      And session 5 was held
      And the session records "agrees that others are invited" as no
      When the case is evaluated
      Then it says "Others join a session only when the patient agrees"

    Scenario: Nobody asked her, and nobody is to be invited
      Given session 5 was held
      When the case is evaluated
      Then it says nothing of this
