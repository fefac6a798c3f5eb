Feature: IPT around a birth
  Protocol A2 (SUI-25, SUI-26), MEA-10 and R-A05. In pregnancy and after a birth the course, the questionnaire and the partner's
  part are planned for that time.

  @rule:perinatal-course
  Rule: In pregnancy and after a birth the perinatal form is considered

    Scenario: Depressed in pregnancy
      Given a patient at intake
      And the patient records "pregnant now"
      And the diagnosis records "the main diagnosis" as major-depression
      When the case is evaluated
      Then it says "Recorded: major depression, in pregnancy."
      And this is a strong reason for the course perinatal

    Scenario: Depressed nine weeks after a birth
      Given a patient at intake
      And the patient records "weeks postpartum" as 9
      And the diagnosis records "the main diagnosis" as major-depression
      When the case is evaluated
      Then it says "in the time after a birth"

    Scenario Outline: Depressed about a year after a birth, <weeks> weeks
      Given a patient at intake
      And the patient records "weeks postpartum" as <weeks>
      And the diagnosis records "the main diagnosis" as major-depression
      When the case is evaluated
      Then it says "in the time after a birth"

      Examples:
        | weeks |
        | 51    |
        | 52    |

    Scenario: Depressed a year and a week after a birth
      Given a patient at intake
      And the patient records "weeks postpartum" as 53
      And the diagnosis records "the main diagnosis" as major-depression
      When the case is evaluated
      Then it says nothing of this

    Scenario: The birth is dated on the timeline
      Given an intake on 2026-01-10
      And a birth called birth on 2025-11
      And the diagnosis records "the main diagnosis" as major-depression
      When the case is evaluated
      Then it says "consider IPT in its perinatal form"

    Scenario: The birth was two years ago
      Given an intake on 2026-01-10
      And a birth called birth on 2024-01
      And the diagnosis records "the main diagnosis" as major-depression
      When the case is evaluated
      Then it says nothing of this

    Scenario: The baby has died
      Given a patient at intake
      And the patient records "weeks postpartum" as 9
      And a stillbirth called loss on 2025-11
      And the diagnosis records "the main diagnosis" as major-depression
      When the case is evaluated
      Then it says nothing of this

    Scenario: Bipolar disorder in pregnancy
      Given a patient at intake
      And the patient records "pregnant now"
      And the diagnosis records:
        | the main diagnosis | major-depression |
        | bipolar            | yes              |
      When the case is evaluated
      Then it says nothing of this

    Scenario: Psychotic signs three weeks after a birth
      Given a patient at intake
      And the patient records "weeks postpartum" as 3
      And the diagnosis records "the main diagnosis" as major-depression
      And the risk enquiry records "psychotic signs"
      When the case is evaluated
      Then it says nothing of this

  @rule:perinatal-epds
  Rule: Around a birth the EPDS is used

    @statement:MEA-10
    Scenario: Pregnant, and only a PHQ-9 is recorded
      Given a patient at intake
      And the patient records "pregnant now"
      And the PHQ-9 is 14
      When the case is evaluated
      Then it says "Use the EPDS beside the PHQ-9, or in its place"
      And the answer is needed for progress

    Scenario: An EPDS is recorded
      Given a patient at intake
      And the patient records "pregnant now"
      And the EPDS is 15
      When the case is evaluated
      Then it says nothing of this

    Scenario: Whether she is pregnant is not known
      Given a patient at intake
      And the patient records "pregnant now" as not known
      When the case is evaluated
      Then it says nothing of this

  @rule:perinatal-partner-session
  Rule: The partner may take part once it is known that there is no violence and no fear

    Scenario: Asked alone, she fears nobody
      Given a patient at intake
      And the patient records "pregnant now"
      And husband is the patient's spouse
      And the violence enquiry records:
        | now         | no  |
        | fear        | no  |
        | asked_alone | yes |
      When the case is evaluated
      Then it says "consider a session with husband, if both want it"
      And of the plan it says offer

    Scenario: Asked alone she fears nobody, and signs of psychosis are there
      Given a patient at intake
      And the patient records "pregnant now"
      And husband is the patient's spouse
      And the violence enquiry records:
        | now         | no  |
        | fear        | no  |
        | asked_alone | yes |
      And the risk enquiry records "after a birth: hallucinations, delusions, confusion, rapid swings"
      When the case is evaluated
      Then it says nothing of this

    Scenario: He was in the room when it was asked
      Given a patient at intake
      And the patient records "pregnant now"
      And husband is the patient's spouse
      And the violence enquiry records:
        | now         | no |
        | fear        | no |
        | asked_alone | no |
      When the case is evaluated
      Then it says nothing of this

    Scenario: She told of violence in session 2, after she had denied it
      Given a patient at intake
      And the patient records "pregnant now"
      And husband is the patient's spouse
      And the violence enquiry records:
        | violence, threats or coercive control now | no  |
        | afraid of someone                         | no  |
        | asked alone and in private                | yes |
      And session 2 was held
      And the violence enquiry records "afraid of someone"
      When the case is evaluated
      Then it says nothing of this

    Scenario: No pregnancy and no birth
      Given a patient at intake
      And husband is the patient's spouse
      And the violence enquiry records:
        | now         | no  |
        | fear        | no  |
        | asked_alone | yes |
      When the case is evaluated
      Then it says nothing of this

  @rule:perinatal-partner-ask-first
  Rule: Before a partner is invited, violence is asked about alone

    Scenario: Nobody asked
      Given a patient at intake
      And the patient records "pregnant now"
      And husband is the patient's spouse
      When the case is evaluated
      Then it says "with regard to husband violence and fear were not recorded as asked about alone"
      And the answer is needed for safety

    Scenario: A partner is mentioned and stands in no inventory yet
      Given a patient at intake
      And the patient records:
        | pregnant now  | yes |
        | has a partner | yes |
      When the case is evaluated
      Then it says "with regard to the partner"

    Scenario: It is asked already because they quarrel
      Given a patient at intake
      And the patient records "pregnant now"
      And husband is the patient's spouse
      And there is a conflict with husband
      When the case is evaluated
      Then it says nothing of this

    Scenario: She has no partner
      Given a patient at intake
      And the patient records "pregnant now"
      And mother is the patient's parent
      When the case is evaluated
      Then it says nothing of this

  @rule:perinatal-end-before-birth
  Rule: Acute work is planned to end before the birth

    Scenario: Sixteen weekly sessions, and the baby is due in April
      Given an intake on 2026-01-10
      And the patient records:
        | pregnant now | yes        |
        | due date     | 2026-04-10 |
      And 16 sessions are planned
      And the course records "how often" as weekly
      When the case is evaluated
      Then it says "The birth is expected 2026-04-10; the planned end of the course: about 2026-05."
      And of the plan it says due

    Scenario: The length of the course is open
      Given an intake on 2026-01-10
      And the patient records:
        | pregnant now | yes     |
        | due date     | 2026-06 |
      When the case is evaluated
      Then it says "the planned end of the course: not known"

    Scenario: Eight weekly sessions end in time
      Given an intake on 2026-01-10
      And the patient records:
        | pregnant now | yes        |
        | due date     | 2026-04-10 |
      And 8 sessions are planned
      And the course records "how often" as weekly
      When the case is evaluated
      Then it says nothing of this

    Scenario: The pregnancy was lost since
      Given an intake on 2026-01-10
      And the patient records:
        | pregnant now | yes        |
        | due date     | 2026-04-10 |
      And session 3 was held
      And a pregnancy-loss called loss on 2026-01-20
      When the case is evaluated
      Then it says nothing of this

  @rule:perinatal-due-date
  Rule: In pregnancy the due date is asked for

    Scenario: Pregnant, no date
      Given a patient at intake
      And the patient records "pregnant now"
      When the case is evaluated
      Then it says "Ask when the baby is due"
      And the answer is needed for course

    Scenario: The date is known
      Given a patient at intake
      And the patient records:
        | pregnant now | yes     |
        | due date     | 2026-06 |
      When the case is evaluated
      Then it says nothing of this

    Scenario: Not pregnant
      Given a patient at intake
      And the patient records "pregnant now" as no
      When the case is evaluated
      Then it says nothing of this

  @rule:birth-how-long-ago
  Rule: How long ago a birth was is asked

    Scenario: A published case of a first baby
      Given the case ellen-postpartum
      When the case is evaluated
      Then it says "A birth is recorded, and not how long ago it was."
      And the answer is needed for course

    Scenario: The weeks are recorded
      Given a patient at intake
      And the patient records "weeks postpartum" as 9
      And a birth called birth, around the onset, without a date
      When the case is evaluated
      Then it says nothing of this

    Scenario: Children of many years ago
      Given a patient at intake
      And a birth called birth, years-before the onset, without a date
      When the case is evaluated
      Then it says nothing of this
