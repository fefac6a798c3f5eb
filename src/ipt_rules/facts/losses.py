"""Facts about deaths and mourning (C2): one `loss` for each death, and what of it is not known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ipt_rules import vocabulary as words
from ipt_rules.case.people import LifeEvent
from ipt_rules.facts.base import Fact, FactKind, Field, kind, make_fact
from ipt_rules.facts.common import unknown
from ipt_rules.facts.loss_parts import (
    BESIDE_ONSET,
    days_to_anniversary,
    deaths,
    deaths_close_by,
    important,
    known_distant,
    mourning_of,
    onset_from_anniversary,
    recalled_near_onset,
    since_death,
    timing_values,
)
from ipt_rules.facts.loss_signs import (
    full_episode,
    prolonged_grief_diagnosed,
    red_flags,
    scale_is_about,
    scale_values,
    self_worth_kept,
)
from ipt_rules.facts.people import dead_person, who_died
from ipt_rules.facts.timing import FIELDS as TIMING
from ipt_rules.facts.view import View, yes

UNKNOWNS: Mapping[str, str] = {
    "importance-of-death": "whether the bond with a person who died was important",
    "mourning": "how a death was mourned: nothing of it is recorded",
    "death-not-described": "when and how a person of the inventory who is dead died, and how the death was mourned",
}
_MOURNING = "life_events[].mourning"


def _mourned(name: str, meaning: str, *statements: str) -> Field:
    return Field(name, "yes_no", meaning, source=f"{_MOURNING}.{name}", statements=statements)


_AS_RECORDED = (
    _mourned("little_at_the_time", "Little or no mourning at the time.", "GRI-04"),
    _mourned("symptoms_recall_death", "Symptoms began at a date, age or event that recalls the death.", "GRI-04"),
    _mourned("without_sadness", "Symptoms without sadness: bodily, anger, guilt, the dead person's illness.", "GRI-05"),
    _mourned("avoids", "Avoids speaking of the death, the funeral, the grave, things or places.", "GRI-06"),
    _mourned("surroundings_kept", "Room or belongings kept unchanged.", "GRI-07"),
    _mourned("worse_at_anniversaries", "Worse around anniversaries, holidays or the age at death.", "GRI-08"),
    _mourned("several_losses", "Several losses close together, as told.", "GRI-09"),
    _mourned("without_support", "Lacked support during mourning.", "GRI-09"),
    _mourned("sudden_or_stigmatised", "A sudden, violent or stigmatised death.", "GRI-09"),
    _mourned("guilt", "Guilt about what was or was not done.", "GRI-10"),
    _mourned("waves_lessening", "Sadness comes in waves and lessens over weeks to months.", "GRI-11"),
    _mourned("daily_longing", "Nearly daily longing or preoccupation in the last month.", "GRI-14"),
    _mourned("died_after_care", "The patient had cared for the person.", "DFX-05"),
    _mourned("grief_began_before", "Grief began before the death, with an earlier change.", "DFX-14"),
    _mourned("could_not_mourn", "The death could not be mourned, for example far from home.", "DFX-06"),
)
"""Fields of the mourning that are passed on as they are recorded."""

LOSS = kind(
    "loss",
    "A death; a missing person only when the death is accepted as a fact.",
    Field("event", "key", "The death, by the key of its event.", required=True, source="life_events[].event"),
    Field("person", "key", "Who died, by key.", source="life_events[].person"),
    Field("who", "text", "Who died, for reading; where no person is recorded, a word for whom.", required=True),
    Field("named", "text", "The loss, for reading: `the death of mother`.", required=True),
    Field(
        "type",
        "term",
        "What kind of death.",
        words.EVENT_TYPES,
        required=True,
        statements=("GRI-16", "DFX-08"),
    ),
    Field("role", "term", "Who the person was to the patient.", words.ROLES, source="relationships[].role"),
    *TIMING,
    Field(
        "beside_onset",
        "term",
        "Where it lies beside the onset, in one word: by dates within the time that counts, after the onset, or long "
        "before; else as told; else only linked; else not known.",
        BESIDE_ONSET,
        required=True,
        statements=("FOC-06", "FOC-07"),
    ),
    Field(
        "timed_by",
        "term",
        "Whether the timing is the death's own, or that of an earlier change with which grief began and which is nearer.",
        ("death", "earlier-change"),
        required=True,
        statements=("DFX-14", "FOC-08"),
    ),
    Field("earlier_change", "key", "The event with which grief began.", source=f"{_MOURNING}.earlier_change"),
    Field("unresolved", "yes_no", "Still unresolved, or going on.", source="life_events[].resolved, goes_on"),
    Field("said_settled", "yes_no", "The record says that it is settled by now; always known.", required=True),
    Field("days_since_death", "integer", "Days since the death, at most.", unit="days", statements=("GRI-12",)),
    Field(
        "months_since_death",
        "integer",
        "Whole months since the death, at least.",
        unit="months",
        statements=("GRI-14", "CON-25"),
    ),
    Field(
        "important",
        "yes_no",
        "The person mattered: close family by role, close by rating, or important as said or linked by the patient.",
        source="relationships[].role, closeness, important; life_events[].important_to_patient, linked_by",
        statements=("GRI-01", "GRI-16"),
    ),
    Field("known_distant", "yes_no", "Known to be a distant person whose death nobody calls important.", required=True),
    *_AS_RECORDED,
    Field("deaths_close_by", "integer", "Other deaths close to it in time.", unit="deaths", required=True),
    Field("ambivalent", "yes_no", "Mixed feelings about the person.", source="relationships[].ambivalent"),
    Field("dependent", "yes_no", "The patient depended on the person.", source="relationships[].dependent"),
    Field("onset_from_anniversary_days", "integer", "Days between the onset and the nearest anniversary.", unit="days"),
    Field("days_to_anniversary", "integer", "Days from the day of the advice to the next anniversary.", unit="days"),
    Field(
        "recalled_near_onset",
        "yes_no",
        "An event near the onset is recorded as recalling this death; yes or unknown.",
        source="life_events[].recalls_event",
        statements=("GRI-08",),
    ),
    Field("self_worth_kept", "yes_no", "Self-worth is kept; as told, else when worthlessness is known to be absent."),
    Field(
        "full_episode",
        "yes_no",
        "A full depressive episode: as told, else by diagnosis, else none when a current PHQ-9 is low.",
        source=f"{_MOURNING}.full_episode, diagnosis, measures.phq9",
        statements=("GRI-11",),
    ),
    _mourned("severe_impairment", "Severe impairment.", "GRI-12"),
    _mourned("worthlessness", "Marked feeling of worthlessness.", "GRI-12"),
    _mourned("slowing", "Marked slowing.", "GRI-12"),
    Field("psychosis", "yes_no", "Psychotic symptoms; `no` only when said after the death.", statements=("GRI-12",)),
    Field(
        "suicidal_thoughts",
        "yes_no",
        "Any sign of suicidal thoughts on record; `no` only with PHQ-9 item 9 and the C-SSRS clear since the death.",
        source="measures.phq9, risk.cssrs",
        statements=("GRI-12",),
    ),
    Field(
        "red_flags",
        "term",
        "The five signs above together: absent only when each is known to be absent.",
        ("absent", "present", "not-known"),
        required=True,
        statements=("GRI-12", "CON-32"),
    ),
    Field(
        "label_possible",
        "yes_no",
        "Long enough ago, at this person's age, for a label of prolonged grief.",
        statements=("GRI-14", "CON-25"),
    ),
    Field("pg13r_recorded", "yes_no", "A PG-13-R total about it is recorded; always known.", required=True),
    Field("pg13r_for_label", "yes_no", "The newest of them is from the time when a label is possible.", required=True),
    Field("pg13r_high", "yes_no", "The newest PG-13-R reaches the proposed threshold.", statements=("GRI-15",)),
    Field("icg_high", "yes_no", "The newest ICG reaches its first cut-off.", statements=("MEA-28",)),
    Field("scale_told", "text", "The newest grief scale, for reading."),
    Field(
        "scale_about",
        "yes_no",
        "A grief scale or a diagnosis of prolonged grief, which name no death, can be about this one: the only death, "
        "or one that is longed for daily; always known.",
        required=True,
    ),
)
GRIEF_DIAGNOSIS = kind(
    "grief_diagnosis",
    "Prolonged grief disorder has been diagnosed by a qualified person; at most one.",
    Field("diagnosed", "yes_no", "Always yes.", required=True, source="diagnosis", statements=("GRI-14",)),
    Field("scale_told", "text", "The same, for reading.", required=True),
    single=True,
)
KINDS: tuple[FactKind, ...] = (LOSS, GRIEF_DIAGNOSIS)


def derive(view: View) -> Iterator[Fact]:
    """Every death, the diagnosis of prolonged grief, and what is not known of the deaths."""
    for event in deaths(view):
        yield _loss(view, event)
    if prolonged_grief_diagnosed(view):
        told = "a diagnosis of prolonged grief disorder is recorded"
        yield make_fact(GRIEF_DIAGNOSIS, view.place("diagnosis"), diagnosed=True, scale_told=told)
    for event in deaths(view):
        yield from _unknowns(view, event)
    yield from _not_described(view)


def _loss(view: View, event: LifeEvent) -> Fact:
    mourning = mourning_of(event)
    died = who_died(view, event)
    person = view.people.get(died) if died else None
    about = view.place(f"relationships.{died}") if person else ()
    return make_fact(
        LOSS,
        (*view.place(f"life_events.{event.event}"), *about),
        event=event.event,
        person=died,
        who=dead_person(view, event),
        named=view.what(event),
        type=event.type,
        role=person.role if person else None,
        **timing_values(view, event),
        earlier_change=mourning.earlier_change,
        unresolved=_unresolved(event),
        said_settled=event.resolved == "yes",
        **since_death(view, event),
        important=important(view, event),
        known_distant=known_distant(view, event),
        **{one.name: yes(getattr(mourning, one.name)) for one in _AS_RECORDED},
        deaths_close_by=deaths_close_by(view, event),
        ambivalent=yes(person.ambivalent) if person else None,
        dependent=yes(person.dependent) if person else None,
        onset_from_anniversary_days=onset_from_anniversary(view, event),
        days_to_anniversary=days_to_anniversary(view, event),
        recalled_near_onset=recalled_near_onset(view, event),
        self_worth_kept=self_worth_kept(event),
        full_episode=full_episode(view, event),
        **red_flags(view, event),
        **scale_values(view, event),
        scale_about=scale_is_about(view, event),
    )


def _unresolved(event: LifeEvent) -> bool | None:
    if event.resolved == "no" or event.goes_on == "yes":
        return True
    return False if event.resolved == "yes" else None


def _unknowns(view: View, event: LifeEvent) -> Iterator[Fact]:
    place = view.place(f"life_events.{event.event}")
    died = who_died(view, event)
    keys = {"person": died, "event": event.event, "who": dead_person(view, event), "what": view.what(event)}
    if important(view, event) is None:
        yield unknown("importance-of-death", place, **keys)
    elif event.mourning is None and not known_distant(view, event):
        yield unknown("mourning", place, **keys)


def _not_described(view: View) -> Iterator[Fact]:
    """People of the inventory who are dead while no event tells of their death."""
    kinds = view.group("uncertain-deaths").union(words.DEATHS)
    described = {who_died(view, event) for event in view.events.values() if event.type in kinds}
    for person in view.people.values():
        if person.alive == "no" and person.person not in described:
            place = view.place(f"relationships.{person.person}")
            yield unknown("death-not-described", place, person=person.person, who=view.who(person.person))
