"""Contradictions of a case: each is a problem with its place. What a later contact corrects is no contradiction.

Keys of people and events are not quoted: a key may say who a person is. A hint names the place of the nearest key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, islice
from typing import Any

from ipt_rules.case.background import Background
from ipt_rules.case.base import LAST_YEAR
from ipt_rules.case.contact import Measures, Score
from ipt_rules.case.limits import too_much
from ipt_rules.case.model import Case
from ipt_rules.case.people import LifeEvent
from ipt_rules.case.record import KEYS, Contact, contacts
from ipt_rules.case.session import Session
from ipt_rules.errors import MOST_PROBLEMS, Problem, nearest
from ipt_rules.instrument import Instruments
from ipt_rules.instruments import item_problems, total_problem
from ipt_rules.reading import Document, field_name
from ipt_rules.validation import names_in
from ipt_rules.vocabulary import DEATHS

Loc = tuple[str | int, ...]
Fault = tuple[Loc, str, str, str]
"""Place, code, message, hint."""

PERSON_FIELDS = ("person", "recent_interaction_with", "supporter")
EVENT_FIELDS = ("about_event", "began_with_event", "part_of", "recalls_event", "earlier_change")
EITHER_FIELDS = ("about", "second_about", "patient_priority_about")


def contradictions(case: Case, document: Document, instruments: Instruments) -> list[Problem]:
    """Every contradiction of the case up to a few more than are told, with its line where the document knows lines."""
    much = too_much(case)
    if much is not None:
        return [_problem(much, document)]  # alone: to look at the rest could take long
    faults = chain(
        _order(case),
        _twice(case),
        _references(case),
        _scores(case, instruments),
        _times(case),
        _deaths(case),
        _untyped(case),
    )
    return [_problem(fault, document) for fault in islice(faults, MOST_PROBLEMS + 1)]


def is_ours(key: str) -> bool:
    """Whether a key of a case may be shown: the name of a field, a term, or the number of an item; never what else."""
    return key in names_in(Case) or (key.isdecimal() and key.isascii() and len(key) <= 2)


def not_yet(case: Case, on: date, document: Document | None = None) -> list[Problem]:
    """What cannot be said on the day `on`: an intake still to come, an event in the future of that day."""
    faults: list[Fault] = []
    if on.year > LAST_YEAR:
        hint = "give an earlier --on"
        faults.append((("intake", "date"), "CASE-50", f"the day of the advice lies after {LAST_YEAR}", hint))
    if on < case.intake.date:
        faults.append(
            (("intake", "date"), "CASE-40", "the day of the advice is before the intake", "give a later --on")
        )
    for contact in contacts(case, on):
        for loc, event in _events(contact):
            if event.date is not None and event.date.earliest > on:
                hint = "correct the date, or give a later --on"
                faults.append(
                    ((*loc, "date"), "CASE-41", "the event lies in the future of the day of the advice", hint)
                )
    return [_problem(fault, document) for fault in faults[: MOST_PROBLEMS + 1]]


def _problem(fault: Fault, document: Document | None) -> Problem:
    loc, code, message, hint = fault
    line = document.line(loc) if document else 0
    place = field_name(loc, is_ours)
    return Problem(document.path if document else "case", line, code, f"{place}: {message}", hint, place)


def _contacts(case: Case) -> Sequence[Contact]:
    return contacts(case, date.max)


def _loc(contact: Contact) -> Loc:
    return ("intake",) if not isinstance(contact.part, Session) else ("sessions", int(contact.place[9:-1]))


def _backgrounds(case: Case) -> Iterator[tuple[Loc, Background]]:
    for contact in _contacts(case):
        if not isinstance(contact.part, Session):
            yield _loc(contact), contact.part
        elif contact.part.learned is not None:
            yield (*_loc(contact), "learned"), contact.part.learned


def _order(case: Case) -> Iterator[Fault]:
    """Sessions are listed in order: numbers rise, dates do not fall, none is before the intake."""
    before: Session | None = None
    for index, session in enumerate(case.sessions):
        loc: Loc = ("sessions", index)
        if session.date < case.intake.date:
            yield (*loc, "date"), "CASE-31", "the session is dated before the intake", "correct one of the two dates"
        if before is not None and session.number == before.number:
            yield (*loc, "number"), "CASE-32", "two sessions have the same number", "number every planned session once"
        elif before is not None and session.number < before.number:
            yield (*loc, "number"), "CASE-33", "session numbers are out of order", "list the sessions in order"
        if before is not None and session.date < before.date:
            yield (
                (*loc, "date"),
                "CASE-34",
                "the session is dated before the one above it",
                "correct one of the two dates",
            )
        before = session


def _twice(case: Case) -> Iterator[Fault]:
    """In one list a person, an event or a goal has one entry."""
    for loc, background in _backgrounds(case):
        for name, key in KEYS.items():
            seen: dict[str, int] = {}
            for index, entry in enumerate(getattr(background, name)):
                value = getattr(entry, key)
                if value in seen:
                    hint = f"merge it with {field_name((*loc, name, seen[value]))}"
                    yield (*loc, name, index, key), "CASE-35", f"this {key} is named twice", hint
                seen.setdefault(value, index)


def _references(case: Case) -> Iterator[Fault]:
    """Every key that is referred to is declared, at the intake or in a session up to that day or later."""
    people, events = _declared(case, "relationships"), _declared(case, "life_events")
    people |= {
        event.person: (*loc, "life_events", index, "person")
        for loc, background in _backgrounds(case)
        for index, event in enumerate(background.life_events)
        if event.person is not None and event.type in DEATHS
        if event.person not in people
    }
    for contact in _contacts(case):
        for loc, field, value in _keys_used(contact.part, _loc(contact)):
            known = people if field in PERSON_FIELDS else events if field in EVENT_FIELDS else people | events
            if value not in known:
                kind = "person" if field in PERSON_FIELDS else "event" if field in EVENT_FIELDS else "person or event"
                close = nearest(value, known)
                place = field_name(known[close]) if close else ""
                hint = f"the nearest is at {place}" if close else "add an entry with this key, or correct it"
                yield loc, "CASE-36", f"no {kind} with this key is recorded", hint


def _declared(case: Case, name: str) -> dict[str, Loc]:
    return {
        getattr(entry, KEYS[name]): (*loc, name, index)
        for loc, background in _backgrounds(case)
        for index, entry in enumerate(getattr(background, name))
    }


def _keys_used(part: Any, loc: Loc) -> Iterator[tuple[Loc, str, str]]:
    """Every reference to a person or event below a part, with its place."""
    if isinstance(part, tuple):
        for index, entry in enumerate(part):
            yield from _keys_used(entry, (*loc, index))
    elif hasattr(type(part), "model_fields"):
        for name in part.model_fields_set:
            value = getattr(part, name)
            if isinstance(value, str):
                if _refers(name, part):
                    yield (*loc, name), name, value
            else:
                yield from _keys_used(value, (*loc, name))


def _refers(name: str, part: Any) -> bool:
    if name == "person":  # declares in the inventory and with a death, refers elsewhere
        return type(part).__name__ != "Relationship" and getattr(part, "type", None) not in DEATHS
    if name == "about":  # a key where a focus is agreed, free text elsewhere
        return type(part).__name__ == "FocusAgreed"
    return name in (*PERSON_FIELDS, *EVENT_FIELDS, *EITHER_FIELDS)


def _scores(case: Case, instruments: Instruments) -> Iterator[Fault]:
    """Answers and totals are possible, and a total is what its items add up to."""
    for contact in _contacts(case):
        measures = contact.part.measures
        if measures is not None:
            yield from _of_measures(measures, (*_loc(contact), "measures"), contact, instruments)


def _of_measures(measures: Measures, loc: Loc, contact: Contact, instruments: Instruments) -> Iterator[Fault]:
    for name in measures.model_fields_set:
        score = getattr(measures, name)
        if not isinstance(score, Score) or name not in instruments.instruments:
            continue
        here, instrument = (*loc, name), instruments[name]
        wrong = [key for key in score.items if not _is_number(key)]
        for key in wrong:
            yield (
                (*here, "items", key),
                "CASE-37",
                "items are named by their number",
                "write 1: 2, or a list of answers",
            )
        items = {int(key): value for key, value in score.items.items() if _is_number(key)}
        for number, message in item_problems(instrument, items):
            yield (*here, "items", str(number)), "CASE-38", message, "check the questionnaire"
        impossible = total_problem(instrument, score.total, items)
        if impossible and not wrong:
            yield (*here, "total"), "CASE-39", impossible, "check the questionnaire, or leave the total out"
        if score.date is not None and score.date > contact.date:
            yield (
                (*here, "date"),
                "CASE-42",
                "it is dated after the contact that records it",
                "correct one of the two dates",
            )


def _is_number(key: str) -> bool:
    """A number as items have them: `²` is a digit too and no number, and no questionnaire has a thousand items."""
    return key.isascii() and key.isdecimal() and len(key) <= 3


def _times(case: Case) -> Iterator[Fault]:
    """The episode began before it was told of."""
    days: Mapping[Loc, date] = {_loc(contact): contact.date for contact in _contacts(case)}
    for loc, background in _backgrounds(case):
        onset = background.episode.onset if background.episode else None
        if onset is not None and onset.earliest > days[loc[:2] if loc[0] == "sessions" else loc]:
            yield (
                (*loc, "episode", "onset"),
                "CASE-43",
                "the onset lies after the contact that records it",
                "correct the date",
            )


def _deaths(case: Case) -> Iterator[Fault]:
    """Within one contact: no death where the answer was none, and nobody who died is alive."""
    for loc, background in _backgrounds(case):
        deaths = [event for event in background.life_events if event.type in DEATHS]
        if deaths and background.asked.get("deaths") == "none":
            yield (*loc, "asked", "deaths"), "CASE-44", "a death is recorded and the answer is none", "write some"
        died = {event.person for event in deaths}
        for index, person in enumerate(background.relationships):
            if person.alive == "yes" and person.person in died:
                hint = "correct `alive`, or the person of the event"
                yield (*loc, "relationships", index, "alive"), "CASE-45", "a death of this person is recorded", hint


def _untyped(case: Case) -> Iterator[Fault]:
    """Where an event is first told it says what kind it is; a later entry with its key need not."""
    told: set[str] = set()
    for contact in _contacts(case):
        for loc, event in _events(contact):
            if event.type is None and event.event not in told:
                yield (*loc, "type"), "CASE-46", "the kind of event is missing", "add `type`, such as move or death"
            told.add(event.event)


def _events(contact: Contact) -> Iterator[tuple[Loc, LifeEvent]]:
    learned = contact.part if not isinstance(contact.part, Session) else contact.part.learned
    loc = _loc(contact) if not isinstance(contact.part, Session) else (*_loc(contact), "learned")
    for index, event in enumerate(learned.life_events if learned else ()):
        yield (*loc, "life_events", index), event
