"""What is recorded at any contact: the risk enquiry (A4) and the measures (G)."""

from pydantic import Field, field_validator

from ipt_rules.case.base import Answer, Day, Key, Part, Text, many, said
from ipt_rules.case.terms import SafetyPlanPart


class Cssrs(Part):
    """The C-SSRS screener (MEA-13): 1 to 5 about the past month, 6 about a lifetime and the last three months."""

    q1: Answer | None = said("question 1: wish to be dead")
    q2: Answer | None = said("question 2: thoughts of suicide without a method")
    q3: Answer | None = said("question 3: with a method, without intent")
    q4: Answer | None = said("question 4: with some intent")
    q5: Answer | None = said("question 5: with plan and intent")
    q6: Answer | None = said("question 6: suicidal behaviour in the lifetime")
    q6_3m: Answer | None = said("question 6: suicidal behaviour in the last three months")


class SafetyPlan(Part):
    """The safety plan (SAF-12)."""

    exists: Answer | None = said("there is a written safety plan")
    parts: tuple[SafetyPlanPart, ...] = many("the parts it holds")


class Violence(Part):
    """Violence, fear and control, asked alone and in private (SAF-20, SAF-21)."""

    now: Answer | None = said("violence, threats or coercive control now")
    fear: Answer | None = said("afraid of someone")
    person: Key | None = said("from whom, by key")
    asked_alone: Answer | None = said("asked alone and in private; a no counts only then")


class Risk(Part):
    """The risk enquiry of one contact. A blank answer was not asked here; it clears nothing that was said before."""

    asked_directly: Answer | None = said("suicide was asked about directly at this contact (SAF-02)")
    cssrs: Cssrs | None = said("C-SSRS screener")
    past_attempt: Answer | None = said("an attempt at any time in the past (SAF-06)")
    recent_discharge: Answer | None = said("recent discharge from hospital (SAF-06)")
    new_severe_symptoms: Answer | None = said("new severe symptoms (SAF-06)")
    clinician_concern: Answer | None = said("the clinician is concerned, whatever the answers (SAF-06)")
    self_injury: Answer | None = said("self-injury without wish to die (SAF-32)")
    self_neglect: Answer | None = said("severe self-neglect (SAF-30)")
    not_eating_or_drinking: Answer | None = said("not eating or drinking (SAF-30)")
    wish_to_join_the_dead: Answer | None = said("a wish to join someone who died (SAF-28)")
    harm_others: Answer | None = said("serious intent to harm someone (SAF-22)")
    safeguarding: Answer | None = said("concern for a child or dependent adult (SAF-22)")
    harm_baby_intent: Answer | None = said("thoughts of harming the baby with intent (SAF-25)")
    harm_baby_intrusive: Answer | None = said("unwanted intrusive thoughts of harm without intent (SAF-25)")
    psychotic_signs: Answer | None = said("after a birth: hallucinations, delusions, confusion, rapid swings (SAF-25)")
    violence: Violence | None = said("violence, fear and control")
    safety_plan: SafetyPlan | None = said("the safety plan")
    note: Text | None = said("notes; shown, never read by a rule")


class Score(Part):
    """A questionnaire filled in once: a total, or its items by number, or both."""

    total: int | None = said("the total score", ge=0)
    items: dict[str, int | None] = Field(
        default_factory=dict, description="item number to answer; a blank is an item not answered"
    )
    date: Day | None = said("when it was filled in; left out: at this contact")
    by_patient: Answer | None = said("filled in by the patient (MEA-08)")
    usual_period: Answer | None = said("answered for the period the questionnaire asks about (MEA-08)")

    @field_validator("items", mode="before")
    @classmethod
    def _number_the_items(cls, value: object) -> object:
        """Nine answers in a row are items 1 to 9; numbers as keys are read as text."""
        if isinstance(value, list | tuple):
            return {str(number): answer for number, answer in enumerate(value, start=1)}
        if isinstance(value, dict):
            return {str(number): answer for number, answer in value.items()}
        return value


class Phq9Score(Score):
    """PHQ-9, with the functional item that is not part of the total (MEA-01)."""

    difficulty: int | None = said("difficulty item: 0 not difficult to 3 extremely", ge=0, le=3)


class Measures(Part):
    """The questionnaires of one contact."""

    phq9: Phq9Score | None = said("PHQ-9")
    gad7: Score | None = said("GAD-7")
    wsas: Score | None = said("WSAS, functioning")
    epds: Score | None = said("EPDS; item 10 asks about self-harm")
    qids: Score | None = said("QIDS-SR16")
    hrsd: Score | None = said("HRSD-17")
    osss3: Score | None = said("OSSS-3, support")
    mspss: Score | None = said("MSPSS, support")
    pg13r: Score | None = said("PG-13-R, grief; the form with ten symptom items")
    icg: Score | None = said("ICG, grief")
    mood_rating: int | None = said("mood of the week, 1 worst to 10 best (TEC-03)", ge=1, le=10)
