"""What is known on a day: the intake, with what each later contact up to that day added or corrected."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple, TypeVar

from ipt_rules.case.background import Background
from ipt_rules.case.base import Part
from ipt_rules.case.model import Case, Intake
from ipt_rules.case.session import Session

P = TypeVar("P", bound=Part)

KEYS: Mapping[str, str] = {"relationships": "person", "life_events": "event", "goals": "goal"}
"""Lists whose entries carry a key: a later entry with the same key adds to the earlier one."""


GROWING = frozenset({"comorbid", "medical", "prior_treatments"})
"""Lists without keys to which a later contact adds: what was found once is not taken back by naming something else."""


class Contact(NamedTuple):
    """The intake or one session, with its place in the input. `number` is 0 for the intake."""

    number: int
    date: date
    place: str
    part: Intake | Session

    @property
    def held(self) -> bool:
        """Whether patient and therapist met; a session that says nothing about it was held."""
        return not isinstance(self.part, Session) or (self.part.attended != "no" and self.part.planned_gap != "yes")


def missed_session(contact: Contact) -> Session | None:
    """The session of a contact that was missed, and not by agreement; None for any other contact."""
    part = contact.part
    return part if isinstance(part, Session) and part.attended == "no" and part.planned_gap != "yes" else None


class Record(NamedTuple):
    """The background as known on a day, and where each of its parts stands in the input.

    `places` maps `diagnosis.psychosis` or `relationships.mother` to paths such as `intake.diagnosis.psychosis`, and
    `diagnosis.comorbid[1]` to where that entry was told first.
    """

    background: Background
    places: Mapping[str, tuple[str, ...]]

    def __repr__(self) -> str:  # the keys of people and events stand in the names of places
        return f"<Record of {len(self.places)} places>"

    def place(self, name: str) -> tuple[str, ...]:
        """Where `name` stands; for a field that nobody filled, where its group stands, else nothing."""
        return self.places.get(name) or self.places.get(name.rpartition(".")[0], ())


def contacts(case: Case, on: date) -> tuple[Contact, ...]:
    """The intake and every session, held or missed, up to and including the day `on`, in order."""
    sessions = [
        Contact(session.number, session.date, f"sessions[{index}]", session)
        for index, session in enumerate(case.sessions)
        if session.date <= on
    ]
    first = Contact(0, case.intake.date, "intake", case.intake)
    return (first, *sorted(sessions, key=lambda contact: (contact.date, contact.number)))


def known_on(case: Case, on: date) -> Record:
    """What is known of the person on that day: nothing that a later contact learned."""
    background = Background.model_construct()  # as `Background()`, which would first prepare to validate nothing
    places: dict[str, tuple[str, ...]] = {}
    for contact in contacts(case, on):
        learned = contact.part if isinstance(contact.part, Intake) else contact.part.learned
        if learned is None:
            continue
        place = contact.place if isinstance(learned, Intake) else f"{contact.place}.learned"
        _note_places(learned, place, places)
        _note_entries(background, learned, place, places)
        background = overlaid(background, learned)
    return Record(background, places)


def overlaid(old: P, new: Part) -> P:
    """`old` with every field that `new` fills; a blank changes nothing."""
    changes = {
        name: _merged(name, getattr(old, name), value)
        for name in type(old).model_fields
        if name in new.model_fields_set and not _says_nothing(new, name, value := getattr(new, name))
    }
    return old.model_copy(update=changes) if changes else old


def _says_nothing(part: Part, name: str, value: Any) -> bool:
    """A blank; but an empty list where nothing at all could stand (medication) says that there is none."""
    return _blank(value) and not (value == () and type(part).model_fields[name].default is None)


def _blank(value: Any) -> bool:
    return value is None or value == () or value == {}


def _merged(name: str, old: Any, new: Any) -> Any:
    if name in KEYS:
        return _merged_entries(KEYS[name], old, new)
    if name in GROWING:
        return (*old, *(entry for entry in new if entry not in old))
    if isinstance(old, Part) and isinstance(new, Part):
        return overlaid(old, new)
    if isinstance(old, dict) and isinstance(new, dict):
        return {**old, **new}
    return new


def _merged_entries(key: str, old: tuple[Part, ...], new: tuple[Part, ...]) -> tuple[Part, ...]:
    entries = {getattr(entry, key): entry for entry in old}
    for entry in new:
        name = getattr(entry, key)
        entries[name] = overlaid(entries[name], entry) if name in entries else entry
    return tuple(entries.values())


def _note_places(learned: Background, place: str, places: dict[str, tuple[str, ...]]) -> None:
    for name in Background.model_fields:
        value = getattr(learned, name)
        if name not in learned.model_fields_set or (_blank(value) and name != "medication"):
            continue
        if name in KEYS:
            for index, entry in enumerate(value):
                entry_name = f"{name}.{getattr(entry, KEYS[name])}"
                places[entry_name] = (*places.get(entry_name, ()), f"{place}.{name}[{index}]")
            continue
        places[name] = (f"{place}.{name}",)
        filled = _told(value) if isinstance(value, Part) else value if isinstance(value, dict) else ()
        places.update({f"{name}.{field}": (f"{place}.{name}.{field}",) for field in filled})


def _told(part: Part) -> list[str]:
    """The fields of a part that say something: an empty list is as good as none."""
    return [name for name in part.model_fields_set if not _blank(getattr(part, name))]


def _note_entries(background: Background, learned: Background, place: str, places: dict[str, tuple[str, ...]]) -> None:
    """Where each entry of a growing list was told first; the list as a whole stands wherever something of it was told."""
    if learned.diagnosis is None:
        return
    for name in sorted(GROWING & learned.diagnosis.model_fields_set):
        known = list(getattr(background.diagnosis, name, ()))
        path = f"{place}.diagnosis.{name}"
        for at, entry in enumerate(getattr(learned.diagnosis, name)):
            if entry not in known:
                places[f"diagnosis.{name}[{len(known)}]"] = (f"{path}[{at}]",)
                known.append(entry)
