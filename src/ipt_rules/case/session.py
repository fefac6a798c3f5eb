"""A session: what happened, what was measured and asked, and what was learned."""

from typing import Literal

from pydantic import Field

from ipt_rules.case.background import Background
from ipt_rules.case.base import Answer, Day, Key, Part, Text, many, said
from ipt_rules.case.contact import Measures, Risk
from ipt_rules.case.terms import (
    Affect,
    AllianceSign,
    Area,
    CourseFormat,
    MaintenancePart,
    Phase,
    Task,
    TechniqueResult,
)


class TechniqueUse(Part):
    """A technique used in the session."""

    technique: str = Field(pattern=r"^TEC-\d{2}$", description="its id in the catalogue, such as TEC-14")
    person: Key | None = said("with regard to whom, by key")
    result: TechniqueResult | None = said("what came of it")


class Homework(Part):
    """A task between sessions (TEC-24): optional, agreed, never graded."""

    given: Answer | None = said("a task was agreed in this session")
    what: Text | None = said("the task, in words; shown, never read by a rule")
    person: Key | None = said("with whom it is to be tried, by key")
    previous_done: Literal["yes", "partly", "no", "not-known"] | None = said("what became of the previous task")


class FocusAgreed(Part):
    """The focus that patient and therapist agreed on; the latest counts."""

    area: Area = Field(description="the focus area")
    about: Key | None = said("the person or event it is about, by key")
    patient_agrees: Answer | None = said("the patient agrees")
    second_area: Area | None = said("a second focus, when one was agreed (FOC-14)")
    second_about: Key | None = said("the person or event the second is about, by key")
    why_other: Text | None = said("why another focus than the recommended one was chosen (FOC-10)")


class Alliance(Part):
    """The working alliance (ALL-01, ALL-02)."""

    srs: float | None = said("Session Rating Scale, 0 to 40", ge=0, le=40)
    rating: float | None = said("the site's own alliance rating", ge=-1000, le=1000)
    signs: tuple[AllianceSign, ...] = many("signs of strain")


class Decision(Part):
    """A decision the patient is about to take (TEC-17)."""

    pending: Answer | None = said("a decision is pending")
    irreversible: Answer | None = said("it cannot be taken back")
    about: Text | None = said("what about; shown, never read by a rule")


class Ending(Part):
    """What of the ending was done (END-03 to END-16)."""

    discussed: Answer | None = said("the end was spoken of")
    feelings: Text | None = said("what the patient feels about parting; a rule reads only whether it is recorded")
    patient_feels_able: Answer | None = said("the patient feels able to cope without the therapist (END-11)")
    ended_early: Answer | None = said("the patient stopped, or a session is offered to end early (END-16)")
    extension_wanted: Answer | None = said("an extension is asked for (END-30)")


class RelapsePlan(Part):
    """The relapse-prevention plan, part by part (END-18 to END-25); each part as short texts."""

    signs: tuple[Text, ...] = many("early warning signs")
    triggers: tuple[Text, ...] = many("likely triggers of the next twelve months, with a plan")
    skills: tuple[Text, ...] = many("what was learned and helped")
    habits: tuple[Text, ...] = many("unhelpful habits and the alternative")
    supports: tuple[Text, ...] = many("who notices, who to call, who has agreed")
    supporter: Key | None = said("a named supporter, by key (END-22)")
    contact: tuple[Text, ...] = many("whom to contact again, how, at what signs, emergencies included")
    medication: tuple[Text, ...] = many("medication: go on or stop, who decides, how")
    follow_up: tuple[Text, ...] = many("planned follow-up measures")


class Maintenance(Part):
    """What was agreed about maintenance (MNT-15)."""

    discussed: Answer | None = said("maintenance was spoken of")
    accepted: Answer | None = said("`yes` accepted, `no` declined")
    contract_parts: tuple[MaintenancePart, ...] = many("the parts the maintenance contract holds")
    signs_now: tuple[Text, ...] = many("personal warning signs that are there now; a rule reads only how many (MNT-19)")
    frequency: Literal["weekly", "fortnightly", "monthly", "other"] | None = said("how often")
    planned_sessions: int | None = said("how many contacts are planned", ge=1, le=120)
    ends: Day | None = said("when the maintenance contract ends")
    emergency_contact: Answer | None = said("a way to make contact in an emergency is agreed (MNT-22)")
    major_event_expected: Answer | None = said("a major event is expected within three months (MNT-24)")
    plan_rehearsed: Answer | None = said("the relapse plan was rehearsed (MNT-24)")


class Session(Part):
    """One session, held or missed. What is learned late stands in the session that learned it."""

    number: int = Field(ge=1, le=400, description="number of the session, counting every planned one")
    date: Day = Field(description="the day, such as 2026-01-17")
    kind: CourseFormat | None = said("individual, group, telephone, video, joint ..")
    attended: Answer | None = said("`no` when it was missed")
    notice_given: Answer | None = said("for a missed session: the patient gave notice")
    planned_gap: Answer | None = said("not held by agreement: holiday, illness (MIS-06)")
    contact_made: Answer | None = said("after a missed session: contact was made")
    phase: Phase | None = said("the phase, when it is recorded")
    location_known: Answer | None = said("remote: where the patient is, and a phone number, are known (FMT-05)")
    private: Answer | None = said("remote: the patient can speak in private (FMT-05)")
    measures: Measures | None = said("questionnaires")
    risk: Risk | None = said("the risk enquiry")
    mood_event_link: Answer | None = said("mood was linked to an event or a person (TEC-04)")
    recent_interaction: Answer | None = said("the patient told a specific recent interaction (TEC-14)")
    recent_interaction_with: Key | None = said("with whom, by key")
    affect: Affect | None = said("how feelings were shown")
    affect_differs: Answer | None = said("the feeling told and the feeling shown differ (TEC-38)")
    hopeless: Answer | None = said("everything seems impossible (TEC-40)")
    agitated: Answer | None = said("severely agitated (TEC-17)")
    contradictory: Answer | None = said("the account is contradictory (TEC-13)")
    decision: Decision | None = said("a decision pending")
    techniques: tuple[TechniqueUse, ...] = many("techniques used")
    homework: Homework | None = said("homework")
    on_focus: Answer | None = said("the session stayed on the focus (MID-11)")
    focus_agreed: FocusAgreed | None = said("the focus agreed in this session")
    formulation_offered: Answer | None = said("the formulation was offered (INI-33)")
    formulation_agreed: Answer | None = said("the patient agrees with it (INI-33)")
    crisis_used_session: Answer | None = said("a crisis took the session (INI-52)")
    tasks_done: tuple[Task, ...] = many("what of the phase checklists was done")
    alliance: Alliance | None = said("the working alliance")
    consents_to_involving: Answer | None = said("agrees that others are invited (TEC-25)")
    ending: Ending | None = said("work on the ending")
    relapse_plan: RelapsePlan | None = said("parts of the relapse-prevention plan written here")
    maintenance: Maintenance | None = said("maintenance")
    learned: Background | None = said("what was learned or corrected: same fields as the intake")
    note: Text | None = said("notes; shown, never read by a rule")
