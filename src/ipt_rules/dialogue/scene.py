"""Where a dialogue takes place: which contact it fills, on which day and in which phase, and over which file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from ipt_rules.case import Case
from ipt_rules.dialogue.places import Changeable, Place, Plain, entries_at, value_at
from ipt_rules.dialogue.wanted import Choice
from ipt_rules.naming import event_name, key_in_words, person_name
from ipt_rules.questions import DialogueKind
from ipt_rules.vocabulary import DEATHS


class CaseStore(Changeable, Protocol):
    """A case file that is open to be changed, as `ipt_rules.storing.CaseFile`."""

    @property
    def case(self) -> Case: ...
    @property
    def content(self) -> dict[str, Any]: ...
    def save(self) -> None: ...


@dataclass(frozen=True)
class Scene:
    """The contact that is filled. `number` is 0 for the intake, else that of the session;
    `opening` is what its entry begins with when it is not in the file yet.

    `techniques` are those of the catalogue, the ones suggested for this session first.
    """

    kind: DialogueKind
    contact: Place
    on: date
    phase: str = ""
    number: int = 0
    opening: Mapping[str, Any] = field(default_factory=dict)
    techniques: tuple[Choice, ...] = ()

    @property
    def learned(self) -> Place:
        return self.contact if self.kind == "intake" else (*self.contact, "learned")

    def roots(self) -> dict[str, Place]:
        """Where the first word of a path leads."""
        return {"case": (), "contact": self.contact, "learned": self.learned}

    def earlier(self, content: Plain) -> list[Place]:
        """The contacts before this one, the latest first."""
        if self.kind == "intake":
            return []
        index = self.contact[1]
        assert isinstance(index, int)
        return [
            *(("sessions", at) for at in range(min(index, len(entries_at(content, ("sessions",)))) - 1, -1, -1)),
            ("intake",),
        ]


def contacts_of(content: Plain) -> list[Place]:
    """Every contact of the file, the intake first."""
    return [("intake",), *(("sessions", at) for at in range(len(entries_at(content, ("sessions",)))))]


def learned_at(contact: Place) -> Place:
    return contact if contact == ("intake",) else (*contact, "learned")


def told_at(content: Plain, contact: Place, names: tuple[str | int, ...]) -> Any:
    """What a contact says of something, whether it is recorded of the contact or was learned at it."""
    found = value_at(content, (*learned_at(contact), *names))
    return value_at(content, (*contact, *names)) if found is None else found


def people_of(content: Plain) -> dict[str, str | None]:
    """The people recorded at any contact, and those who died, each with the role told last."""
    found: dict[str, str | None] = {}
    for person in _entries(content, "relationships"):
        key = person.get("person")
        if isinstance(key, str):
            found[key] = person.get("role") or found.get(key)
    for event in _entries(content, "life_events"):
        if event.get("type") in DEATHS and isinstance(event.get("person"), str):
            found.setdefault(event["person"], None)
    return found


def events_of(content: Plain) -> dict[str, str]:
    """The events recorded at any contact, each as it is called."""
    people, merged = people_of(content), dict[str, dict[str, Any]]()
    for event in _entries(content, "life_events"):
        if isinstance(event.get("event"), str):
            merged.setdefault(event["event"], {}).update({k: v for k, v in event.items() if v is not None})
    return {key: _called(key, event, people) for key, event in merged.items()}


def _called(key: str, event: Mapping[str, Any], people: Mapping[str, str | None]) -> str:
    if not isinstance(event.get("type"), str):
        return key_in_words(key)
    person = event.get("person")
    who = person_name(person, people.get(person)) if isinstance(person, str) else None
    role = people.get(person) if isinstance(person, str) else None
    return event_name(key, event["type"], who, partner=role in ("partner", "spouse"), baby=role in (None, "child"))


def keys_of(content: Plain, name: str, key: str) -> set[str]:
    """Every key that a list has at any contact."""
    return {str(entry[key]) for entry in _entries(content, name) if entry.get(key) is not None}


def _entries(content: Plain, name: str) -> Iterator[Mapping[str, Any]]:
    for contact in contacts_of(content):
        for entry in entries_at(content, (*learned_at(contact), name)):
            if isinstance(entry, Mapping):
                yield entry
