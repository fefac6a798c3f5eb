"""Facts about changes of role and other events that are no death (C4, C6), and conditions that are such a change (A2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ipt_rules import vocabulary as words
from ipt_rules.case.background import Patient
from ipt_rules.case.people import LifeEvent
from ipt_rules.case.record import Contact
from ipt_rules.facts.base import Fact, FactKind, Field, kind, make_fact
from ipt_rules.facts.change_parts import (
    ending_values,
    found_hard,
    hub_values,
    is_role_change,
    kind_of_change,
    life_changes,
    meaning_of,
    sign_values,
    timing_values,
    unresolved,
)
from ipt_rules.facts.common import unknown
from ipt_rules.facts.loss_parts import BESIDE_ONSET, Values
from ipt_rules.facts.perinatal import DAYS_A_WEEK, days_after_birth, expecting, overdue, told_last
from ipt_rules.facts.timing import FIELDS as TIMING
from ipt_rules.facts.view import View, yes

UNKNOWNS: Mapping[str, str] = {
    "change-felt": "how the patient finds a change that lies near the onset: hard, a loss, or not",
}
_EVENT, _CHANGE = "life_events[]", "life_events[].role_change"

LIFE_CHANGE = kind(
    "life_change",
    "An event that is no death: a change of role, or another event of the timeline.",
    Field("event", "key", "The event, by key.", required=True, source=f"{_EVENT}.event"),
    Field("change", "text", "The event, for reading: `the move`."),
    Field(
        "type",
        "term",
        "What kind of event.",
        words.CHANGES,
        required=True,
        statements=("TRA-02", "TRA-03"),
    ),
    Field("type_group", "term", "The same in groups.", words.CHANGE_KINDS, required=True),
    Field(
        "is_role_change",
        "yes_no",
        "A change of role: by its type; for other events when recorded as hard or as leaving a familiar role; not the end "
        "of a relationship that is not let go of, nor a pregnancy or birth whose baby has died. Always known.",
        required=True,
        statements=("TRA-01", "DFX-02", "DFX-04"),
    ),
    Field("person", "key", "Whom it is about, by key.", source=f"{_EVENT}.person"),
    Field("who", "text", "Whom it is about, for reading."),
    Field("names_person", "yes_no", "A person is recorded with it; always known.", required=True),
    *TIMING,
    Field(
        "beside_onset",
        "term",
        "Where it lies beside the onset, in one word; dates outweigh what was told.",
        BESIDE_ONSET,
        required=True,
        statements=("FOC-06", "FOC-07"),
    ),
    Field(
        "told_near_onset",
        "yes_no",
        "Lies around the onset as told, or is linked to the low mood, where no date tells.",
        statements=("FOC-06",),
    ),
    Field("after_onset", "yes_no", "Lies after the onset.", statements=("FOC-07", "INI-24")),
    Field("unresolved", "yes_no", "Still unresolved or going on.", source=f"{_EVENT}.resolved, goes_on"),
    Field(
        "found_hard",
        "yes_no",
        "The patient finds it hard: as told, or felt as a loss, or with any sign of a hard change.",
        source=f"{_CHANGE}.hard, felt_as_loss, signs",
        statements=("TRA-01", "TRA-04"),
    ),
    Field("felt_as_loss", "yes_no", "Felt as a loss, even when wanted.", source=_CHANGE, statements=("TRA-04",)),
    Field("wanted", "yes_no", "The change was wanted.", source=_CHANGE, statements=("TRA-04",)),
    Field("leaves_familiar_role", "yes_no", "Leaves a familiar role for an unknown one.", statements=("TRA-05",)),
    Field(
        "signs",
        "integer",
        "How many signs of a hard change of role; the old role all good and the new one all bad are one sign.",
        unit="signs",
        source=f"{_CHANGE}.signs",
        statements=("TRA-06",),
    ),
    Field("signs_told", "text", "These signs, for reading."),
    Field("mourns_old_self", "yes_no", "Longs for the old role, or has lost identity or standing."),
    Field("adapted", "yes_no", "Fully adapted to by now.", source=_CHANGE, statements=("TRA-07",)),
    Field("talked_about", "yes_no", "The patient speaks of it.", source=_CHANGE, statements=("TRA-07",)),
    Field("called_grief", "yes_no", "The patient calls it grief.", source=_EVENT, statements=("DFX-01", "CON-05")),
    Field("conflict_over_it", "yes_no", "It came with, or out of, a conflict.", statements=("DFX-03", "DFX-05")),
    Field("repeats", "yes_no", "A trigger like this came before earlier episodes.", statements=("INI-26",)),
    Field("major", "yes_no", "A major event for the patient.", source=_EVENT),
    Field("part_of", "key", "The larger event it came with.", source=f"{_EVENT}.part_of", statements=("FOC-16",)),
    Field("is_hub", "yes_no", "Other events, a conflict or isolation came with it; yes or unknown."),
    Field("brings_changes", "yes_no", "Other events came with it; yes or unknown.", statements=("FOC-16",)),
    Field("brought", "text", "Those events, for reading."),
    Field("end_accepted", "yes_no", "The end of a relationship, accepted by both.", statements=("DIS-09", "DFX-02")),
    Field(
        "not_let_go",
        "yes_no",
        "The end of a relationship that is still fought over, hoped to be undone, or under way.",
        source="relationships[].conflict",
        statements=("DFX-02",),
    ),
)
CONDITION_CHANGE = kind(
    "condition_change",
    "A condition that by itself changes roles (A2), with the event it goes with.",
    Field(
        "condition",
        "term",
        "Which condition.",
        ("perinatal", "trauma-disorder", "chronic-illness", "bipolar"),
        required=True,
        source="patient, diagnosis",
        statements=("SUI-25", "SUI-34", "SUI-45", "TRA-16"),
    ),
    Field("subject", "key", "The event it goes with; without one, a word for the change.", required=True),
    Field("change", "text", "The same, for reading.", required=True),
)
KINDS: tuple[FactKind, ...] = (LIFE_CHANGE, CONDITION_CHANGE)


def derive(view: View) -> Iterator[Fact]:
    """The events that are no death, the conditions that change roles, and what is not known of the changes."""
    for event in life_changes(view):
        yield _life_change(view, event)
    yield from _conditions(view)
    for event in life_changes(view):
        if is_role_change(view, event) and found_hard(event) is None and _near_onset(view, event):
            place = view.place(f"life_events.{event.event}")
            yield unknown("change-felt", place, event=event.event, what=view.what(event))


def _near_onset(view: View, event: LifeEvent) -> bool:
    return timing_values(view, event)["beside_onset"] in view.group("near-onset")


def _life_change(view: View, event: LifeEvent) -> Fact:
    about = view.place(f"relationships.{event.person}") if event.person in view.people else ()
    return make_fact(
        LIFE_CHANGE,
        (*view.place(f"life_events.{event.event}"), *about),
        event=event.event,
        change=view.what(event),
        type=event.type,
        type_group=kind_of_change(view, event),
        is_role_change=is_role_change(view, event),
        person=event.person,
        who=view.who(event.person),
        names_person=event.person is not None,
        part_of=event.part_of,
        called_grief=yes(event.called_grief),
        conflict_over_it=yes(event.conflict_over_it),
        repeats=yes(event.repeats),
        major=yes(event.major),
        unresolved=unresolved(event),
        **timing_values(view, event),
        **_meaning(view, event),
        **ending_values(view, event),
        **hub_values(view, event),
    )


def _meaning(view: View, event: LifeEvent) -> Values:
    change = meaning_of(event)
    as_told = ("felt_as_loss", "wanted", "leaves_familiar_role", "adapted", "talked_about")
    return {
        "found_hard": found_hard(event),
        **{name: yes(getattr(change, name)) for name in as_told},
        **sign_values(view, event),
    }


# Conditions that change roles


def _conditions(view: View) -> Iterator[Fact]:
    patient = view.background.patient or Patient()
    diagnosis = view.diagnosis
    if perinatal_now(view, patient):
        yield _condition(view, "perinatal", "parenthood", "perinatal", "becoming a parent", "patient")
    named = {diagnosis.primary, *diagnosis.comorbid}
    if "ptsd" in named:
        yield _condition(view, "trauma-disorder", "trauma", "trauma", "life after trauma", "diagnosis")
    if any(_changes_ties(view, index) for index in range(len(diagnosis.medical))):
        words_for = "living with a chronic illness"
        yield _condition(view, "chronic-illness", "illness", "illness", words_for, "diagnosis.medical")
    if diagnosis.bipolar == "yes" or named & view.group("bipolar-diagnoses"):
        yield make_fact(
            CONDITION_CHANGE,
            view.place("diagnosis"),
            condition="bipolar",
            subject="healthy-self",
            change="the loss of the healthy self",
        )


def perinatal_now(view: View, patient: Patient) -> bool:
    """Pregnant, or in the weeks after a birth told or due by now; after the death of a baby no change to parenthood."""
    told = told_last(view, "pregnant")
    if expecting(view) and not (told and _baby_died_since(view, told[1])):
        return True
    within = int(view.parameter("perinatal_weeks"))
    if overdue(view):
        days = days_after_birth(view)
        return days is not None and days <= within * DAYS_A_WEEK
    if patient.weeks_postpartum is None:
        return False
    gone_by = (view.on - _told_at(view, "patient.weeks_postpartum").date).days // DAYS_A_WEEK
    if patient.weeks_postpartum + gone_by > within:
        return False
    born = any(event.type == "birth" and is_role_change(view, event) for event in life_changes(view))
    return born or not any(event.type in view.group("baby-losses") for event in view.events.values())


def _told_at(view: View, name: str) -> Contact:
    """The contact at which an answer was recorded last, or an event first."""
    place = view.place(name)[0]
    return next(one for one in view.contacts if place.startswith(f"{one.place}."))


def _baby_died_since(view: View, told: Contact) -> bool:
    """Whether a baby died since that contact: by the date, else when a later contact is the first to record it."""
    return any(
        event.date.latest >= told.date if event.date else _told_at(view, f"life_events.{event.event}").date > told.date
        for event in view.events.values()
        if event.type in view.group("baby-losses")
    )


def _changes_ties(view: View, index: int) -> bool:
    diagnosis = view.diagnosis
    illness = diagnosis.medical[index]
    return illness.kind in view.group("lasting-illnesses") and illness.affects_relationships == "yes"


def _condition(view: View, condition: str, group: str, word: str, told: str, place: str) -> Fact:
    """The fact for a condition: its subject is the first change of its group, so that the change counts once."""
    changes = (one for one in life_changes(view) if is_role_change(view, one))
    event = next((one for one in changes if kind_of_change(view, one) == group), None)
    places = (*view.place(place), *(view.place(f"life_events.{event.event}") if event else ()))
    return make_fact(
        CONDITION_CHANGE,
        places,
        condition=condition,
        subject=event.event if event else word,
        change=view.what(event) or told,
    )
