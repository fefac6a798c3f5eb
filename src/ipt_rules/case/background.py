"""What is known of a person at intake, and what a session adds to it or corrects."""

from typing import Literal

from pydantic import Field

from ipt_rules.case.base import Answer, Day, Key, Part, PartialDate, Text, many, said
from ipt_rules.case.people import LifeEvent, Relationship, SocialLife
from ipt_rules.case.terms import (
    Adherence,
    Area,
    Asked,
    AskedTopic,
    Cognition,
    ContractPart,
    CourseFormat,
    Diagnosis_,
    Frequency,
    IllnessKind,
    MedicineKind,
    Severity,
    SubstanceUse,
    Treatment,
    TreatmentResult,
)


class Patient(Part):
    """The person, as far as the protocol needs."""

    age: int | None = said("age in years", ge=0, le=120)
    pregnant: Answer | None = said("pregnant now")
    weeks_postpartum: int | None = said("weeks since a birth, up to a year", ge=0, le=104)
    breast_feeding: Answer | None = said("breast-feeding now")
    due_date: PartialDate | None = said("the expected date of birth")
    emergency_contact: Answer | None = said("an emergency contact and a way to reach the service are recorded (SAF-31)")
    children_at_home: Answer | None = said("children or dependent adults live in the home")
    has_partner: Answer | None = said("has a partner")


class MedicalCondition(Part):
    """A bodily illness (SUI-45, MEA-09)."""

    name: Text | None = said("which illness, in words; shown, never read by a rule")
    kind: IllnessKind | None = said("chronic, coronary, acute or other")
    affects_relationships: Answer | None = said("it affects relationships or roles (SUI-45)")


class PriorTreatment(Part):
    """An earlier treatment (MON-22, INI-26)."""

    kind: Treatment = Field(description="what kind of treatment")
    adequate: Answer | None = said("it was adequate in dose and length")
    result: TreatmentResult | None = said("what came of it")
    running: Answer | None = said("still going on beside IPT (CBT-07)")


class Diagnosis(Part):
    """What a qualified person has diagnosed; nothing here is inferred."""

    primary: Diagnosis_ | None = said("the main diagnosis")
    comorbid: tuple[Diagnosis_, ...] = many("further diagnoses")
    bipolar: Answer | None = said("bipolar disorder, or past mania or hypomania (SAF-19)")
    psychosis: Answer | None = said("psychotic symptoms now (SAF-17)")
    mania_now: Answer | None = said("mania, hypomania or mixed features now (SAF-18)")
    catatonia: Answer | None = said("catatonia now (SEV-13)")
    prolonged_grief: Answer | None = said("prolonged grief disorder (GRI-14)")
    persistent_depression: Answer | None = said("depression for two years or more (SUI-40)")
    severity: Severity | None = said("severity as the clinician judges it")
    substance_use: SubstanceUse | None = said("use of alcohol or drugs (SAF-23)")
    withdrawal_risk: Answer | None = said("risk of withdrawal from alcohol or drugs (SAF-23)")
    cognition: Cognition | None = said("cognitive status (SAF-24)")
    intellectual_disability: Answer | None = said("intellectual disability (SUI-20)")
    medical: tuple[MedicalCondition, ...] = many("bodily illnesses")
    prior_treatments: tuple[PriorTreatment, ...] = many("earlier treatments")


class Episode(Part):
    """The current episode, and earlier ones."""

    onset: PartialDate | None = said("when it began: month is enough")
    duration_months: int | None = said("how long it has lasted, when no onset is known", ge=0, le=1200)
    number: int | None = said("which episode of life, this one counted (MNT-05)", ge=1, le=1000)
    in_last_two_years: Answer | None = said("an earlier episode within the last two years (MNT-02)")
    earlier_severe: Answer | None = said("an earlier episode was severe or suicidal (MNT-05)")
    early_onset: Answer | None = said("the first episode came early in life (MNT-03)")
    unhelpful_coping: Answer | None = said("avoidance or rumination (MNT-02, END-21)")
    warning_signs: tuple[Text, ...] = many("personal early signs, in words; a rule reads only how many")
    childhood_maltreatment: Answer | None = said("maltreatment in childhood (MNT-03)")
    family_history: Answer | None = said("depression in the family (MNT-03)")


class Medication(Part):
    """A medicine for mood (SEV-11)."""

    name: Text | None = said("which medicine; a rule reads only whether it is recorded")
    kind: MedicineKind | None = said("what kind of medicine")
    taken: Answer | None = said("taken now")
    dose_adequate: Answer | None = said("at an adequate dose")
    weeks: int | None = said("weeks at this dose", ge=0, le=5200)
    adherence: Adherence | None = said("taken fully, partly or not")
    changed: Answer | None = said("changed during IPT")


class Triad(Part):
    """The interpersonal triad (INI-27 to INI-31); `none_found` says that a part was looked for."""

    crisis: tuple[Text, ...] = many("the acute interpersonal crisis")
    vulnerability: tuple[Text, ...] = many("biological, psychological and social vulnerability")
    support: tuple[Text, ...] = many("social support")
    none_found: tuple[Literal["crisis", "vulnerability", "support"], ...] = many("parts looked for and not found")


class Goal(Part):
    """A goal that can be rated: who, what, by when, how we will know (INI-37)."""

    goal: Key = Field(description="short key of the goal")
    what: Text | None = said("the interaction or role; a rule reads only whether it is recorded")
    area: Area | None = said("the focus it serves")
    person: Key | None = said("the person it names")
    by_when: Text | None = said("by when; a rule reads only whether it is recorded")
    known_by: Text | None = said("how we will know; a rule reads only whether it is recorded")
    rating: int | None = said("how far reached, 0 not at all to 10 fully", ge=0, le=10)


class Course(Part):
    """The planned course."""

    type: Text | None = said("the course by its slug, such as acute, brief or ipt-a; docs/courses.md lists them")
    planned_sessions: int | None = said("how many sessions are planned", ge=1, le=120)
    frequency: Frequency | None = said("how often")
    format: CourseFormat | None = said("individual, group, telephone, video ..")


class Contract(Part):
    """The treatment contract (INI-39 to INI-47)."""

    sessions: int | None = said("number of sessions", ge=1, le=120)
    frequency: Text | None = said("how often")
    minutes: int | None = said("length of a session in minutes", ge=5, le=180)
    focus: Answer | None = said("states the focus")
    roles: Answer | None = said("states roles and expectations of patient and therapist")
    contingency: Answer | None = said("states what happens with missed sessions, illness, holidays")
    boundaries: Answer | None = said("states boundaries and conduct")
    agreed: Answer | None = said("agreed with the patient; a signature is not needed (CON-22)")
    ends: PartialDate | None = said("the planned end")
    parts_not_wanted: tuple[ContractPart, ...] = many("parts the site does without")


class Background(Part):
    """What is known of the person: at intake all of it, in a session what was learned or corrected there.

    An entry with a key that an earlier entry has (a person, an event, a goal) adds to that entry: what it fills
    replaces what was there, what it leaves blank changes nothing. Further diagnoses, bodily illnesses and earlier
    treatments are added to those that were told before; other lists replace what was there.
    """

    patient: Patient | None = said("the person")
    diagnosis: Diagnosis | None = said("diagnosis and health")
    episode: Episode | None = said("this episode and earlier ones")
    medication: tuple[Medication, ...] | None = said("medicines; an empty list means none is taken")
    asked: dict[AskedTopic, Asked] = Field(
        default_factory=dict,
        description="per topic: none, some or not-known; no entry means not asked. "
        "Violence: `none` does not say that it was asked alone; only risk.violence does",
    )
    life_events: tuple[LifeEvent, ...] = many("the timeline of events")
    relationships: tuple[Relationship, ...] = many("the interpersonal inventory, one entry a person")
    social: SocialLife | None = said("isolation and support")
    triad: Triad | None = said("crisis, vulnerability, support")
    patient_priority: Area | None = said("the area the patient finds most pressing (FOC-12)")
    patient_priority_about: Key | None = said("the person or event that priority is about, by key")
    goals: tuple[Goal, ...] = many("goals")
    course: Course | None = said("the planned course")
    contract: Contract | None = said("the contract")
    reviewed_on: Day | None = said("when this was last reviewed as a whole")
