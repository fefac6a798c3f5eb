"""People and events: the interpersonal inventory (INI-13 to INI-22) and the timeline of events (INI-23 to INI-25)."""

from pydantic import Field

from ipt_rules.case.base import Answer, Key, Part, PartialDate, Text, many, said
from ipt_rules.case.terms import (
    Change,
    Closeness,
    Contact,
    DisputeKind,
    DisputeStage,
    EventType,
    HiddenDisputeSign,
    OnsetRelation,
    Role,
    RoleChangeSign,
)


class Conflict(Part):
    """A disagreement with one person, open or hidden (DIS-01 to DIS-14)."""

    present: Answer | None = said("is there a conflict with this person now; `no` when asked and there is none")
    hidden: Answer | None = said("the disagreement is not spoken of: silence, giving way (DIS-06)")
    hidden_signs: tuple[HiddenDisputeSign, ...] = many("signs of a hidden dispute (DIS-06)")
    kind: DisputeKind | None = said("the kind of dispute, for the record (DIS-07)")
    expectations_mismatch: Answer | None = said(
        "the two expect different things of the relationship, recorded as such (DIS-01)"
    )
    since: PartialDate | None = said("when it began or became worse")
    onset_relation: OnsetRelation | None = said("where its beginning or worsening lies beside onset, without a date")
    worse_around_onset: Answer | None = said("it began or became worse around the onset (DIS-04)")
    linked_by: tuple[str, ...] = many("who links it to the low mood: patient, therapist")
    repeating: Answer | None = said("the same quarrel again and again, or stalled (DIS-05)")
    little_hope: Answer | None = said("little hope of change, or a feeling of no control over it (DIS-05)")
    threatens_loss: Answer | None = said("the relationship, or what it gives, may be lost (DIS-05)")
    distressing: Answer | None = said("it causes a lot of distress (DIS-03)")
    betrayal: Answer | None = said("an affair or betrayal in a relationship that goes on (DFX-09)")
    stage: DisputeStage | None = said("renegotiation, impasse or dissolution (DIS-10 to DIS-13)")
    both_accept_end: Answer | None = said("the relationship has ended and both accept it (DIS-09)")
    separation_under_way: Answer | None = said("a separation has been decided and is under way (DFX-02)")
    hoping_to_restore: Answer | None = said("still fighting over terms, or hoping to restore it (DFX-02)")
    only_in_episode: Answer | None = said("only irritability of this episode, fading as mood lifts (DIS-08)")
    about_event: Key | None = said("the event it is about, by key (TRA-08)")
    began_with_event: Key | None = said("the event it began with, by key (FOC-16)")
    dominates_sessions: Answer | None = said("it dominates the sessions (DFX-04)")
    about: Text | None = said("what it is about, in words; shown, never read by a rule")


class Relationship(Part):
    """One person of the inventory (INI-16)."""

    person: Key = Field(description="short key of the person, such as mother or p2; never a name")
    role: Role | None = said("who they are to the patient")
    alive: Answer | None = said("is this person alive")
    closeness: Closeness | None = said("how close now, from the closeness circle (INI-17)")
    closeness_wished: Closeness | None = said("how close the patient wishes they were")
    contact: Contact | None = said("how often they are in contact now")
    contact_before: Contact | None = said("how often before this episode (FOC-18)")
    important: Answer | None = said("the patient calls this person important")
    confidant: Answer | None = said("can the patient confide in this person")
    supportive: Answer | None = said("gives support now")
    could_support: Answer | None = said("could give support and is not asked")
    withdrawn: Answer | None = said("has withdrawn from the patient")
    knows_of_illness: Answer | None = said("knows about the low mood")
    past: Answer | None = said("a relationship of the past")
    lives_with: Answer | None = said("lives in the same home")
    same_group: Answer | None = said("is a member of the same therapy group (FMT-10)")
    change: Change | None = said("how the relationship changed around the onset")
    change_wanted: Text | None = said("what the patient would like to change; shown, never read by a rule")
    activities: Text | None = said("what they do together; shown, never read by a rule")
    good: Text | None = said("what is good; a rule reads only whether something is recorded")
    bad: Text | None = said("what is hard; a rule reads only whether something is recorded")
    expect_self: Text | None = said("what the patient expects of them; a rule reads only whether it is recorded")
    expect_other: Text | None = said("what they expect of the patient; a rule reads only whether it is recorded")
    expectations_met: Answer | None = said("the expectations on both sides are met; `no` is a mismatch (DIS-01)")
    ambivalent: Answer | None = said("mixed feelings about this person (GRI-10)")
    dependent: Answer | None = said("the patient depended on this person (GRI-10)")
    conflict: Conflict | None = said("the conflict with this person")


class Mourning(Part):
    """What is known of mourning after a death (GRI-02 to GRI-12)."""

    little_at_the_time: Answer | None = said("little or no mourning at the time (GRI-04)")
    symptoms_recall_death: Answer | None = said(
        "symptoms began at a date, age or event that recalls the death (GRI-04)"
    )
    without_sadness: Answer | None = said(
        "symptoms without sadness: bodily, anger, guilt, the dead person's illness (GRI-05)"
    )
    avoids: Answer | None = said("avoids speaking of the death, the funeral, the grave, things or places (GRI-06)")
    surroundings_kept: Answer | None = said("room or belongings kept unchanged (GRI-07)")
    worse_at_anniversaries: Answer | None = said(
        "worse around anniversaries, birthdays, holidays or the age at death (GRI-08)"
    )
    several_losses: Answer | None = said("several losses close together (GRI-09)")
    without_support: Answer | None = said("lacked support during mourning (GRI-09)")
    sudden_or_stigmatised: Answer | None = said("a sudden, violent or stigmatised death (GRI-09)")
    guilt: Answer | None = said("guilt about what was or was not done (GRI-10)")
    waves_lessening: Answer | None = said("sadness comes in waves and lessens over weeks to months (GRI-11)")
    self_worth_kept: Answer | None = said("self-worth is kept (GRI-11)")
    full_episode: Answer | None = said("there is a full depressive episode on top of mourning (GRI-11)")
    severe_impairment: Answer | None = said("severe impairment (GRI-12)")
    worthlessness: Answer | None = said("marked feeling of worthlessness (GRI-12)")
    slowing: Answer | None = said("marked slowing (GRI-12)")
    daily_longing: Answer | None = said("nearly daily longing or preoccupation in the last month (GRI-14)")
    died_after_care: Answer | None = said("the patient had cared for the person who died (DFX-05)")
    grief_began_before: Answer | None = said("grief began before the death, with an earlier change (DFX-14)")
    earlier_change: Key | None = said("the event that earlier change was, by key (DFX-14)")
    could_not_mourn: Answer | None = said("the death could not be mourned, for example far from home (DFX-06)")
    accepted_as_fact: Answer | None = said("where the death is uncertain: accepted as a fact (DFX-08)")


class RoleChange(Part):
    """What a change of role means to the patient (TRA-04 to TRA-08)."""

    old_role: Text | None = said("the old role, in words; shown, never read by a rule")
    new_role: Text | None = said("the new role, in words; shown, never read by a rule")
    signs: tuple[RoleChangeSign, ...] = many("signs that the change is hard (TRA-06)")
    signs_asked: Answer | None = said("these signs were asked about")
    felt_as_loss: Answer | None = said("felt as a loss, even when wanted (TRA-04)")
    leaves_familiar_role: Answer | None = said("leaves a familiar role for an unknown one (TRA-05)")
    hard: Answer | None = said("the patient finds the change hard (TRA-01)")
    adapted: Answer | None = said("fully adapted to by now (TRA-07)")
    talked_about: Answer | None = said("the patient speaks of it (TRA-07)")
    wanted: Answer | None = said("the change was wanted (TRA-04)")


class LifeEvent(Part):
    """One event of the timeline. Dates may be partial; without a date say where it lies beside the onset."""

    event: Key = Field(description="short key of the event, such as move-2025")
    # blank only in a later entry of an event that was told before: `checks` sees to it
    type: EventType = said("what kind of event it is; given where the event is first told")
    date: PartialDate | None = said("when: 2025-09-14, 2025-09 or 2025")
    onset_relation: OnsetRelation | None = said("without a date: before, around, after or years-before the onset")
    linked_by: tuple[str, ...] = many("who links it to the low mood: patient, therapist")
    person: Key | None = said("the person it is about, by key; for a death who died")
    part_of: Key | None = said("the larger event it came with, by key (FOC-16)")
    resolved: Answer | None = said("settled by now (FOC-07)")
    goes_on: Answer | None = said("still going on and keeping the low mood going (FOC-07)")
    major: Answer | None = said("a major event for the patient")
    important_to_patient: Answer | None = said("the bond, or the event, was important to the patient (GRI-16)")
    called_grief: Answer | None = said("the patient calls it grief (DFX-01)")
    repeats: Answer | None = said("a trigger like this came before earlier episodes (INI-26)")
    conflict_over_it: Answer | None = said("it came with, or out of, a conflict (DFX-03, DFX-05)")
    recalls_event: Key | None = said("an earlier event it recalls, by key (GRI-08)")
    mourning: Mourning | None = said("for a death: the mourning")
    role_change: RoleChange | None = said("for a change of role: what it means")
    meaning: Text | None = said("what it means to the patient; shown, never read by a rule")


class SocialLife(Part):
    """Isolation and support apart from single people (DEF-02 to DEF-05)."""

    isolated: Answer | None = said("isolated or lonely now (DEF-02)")
    long_standing: Answer | None = said("a pattern of many years: few ties, loneliness, unease with people (DEF-03)")
    began_with_episode: Answer | None = said("began with this episode (FOC-18)")
    began_with_event: Key | None = said("the event it began with, by key (DFX-12)")
    lacks_support: Answer | None = said("lacks support (DEF-02)")
    hard_to_form_ties: Answer | None = said("finds it hard to make or keep relationships (DEF-02)")
    left_out: Answer | None = said("feels left out (DEF-02)")
    poor_skills: Answer | None = said("few social skills, or needs practice in saying what is needed (DEF-02)")
    uneasy_with_people: Answer | None = said("uneasy with people (DEF-03)")
    wishes_more_contact: Answer | None = said("wishes for more contact (DEF-05)")
    distressed_by_it: Answer | None = said("is distressed by being alone (DEF-05)")
    functioned_before: Answer | None = said("had ties and skills before the episode (FOC-18)")
    other_people_who_matter: Answer | None = said("there are significant people beyond those recorded (INI-21)")
    no_confidant: Answer | None = said("confirmed that there is nobody to confide in (INI-21, DEF-04)")
    reduced_functioning: Answer | None = said("very poor social functioning (CBT-10)")
