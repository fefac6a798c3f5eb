"""What the derivations see: the record as known on a day, the contacts so far, and the knowledge of the rulebook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, Protocol, TypeVar

from ipt_rules.case import Case, Session
from ipt_rules.case.background import Background, Diagnosis
from ipt_rules.case.contact import Measures, Risk
from ipt_rules.case.people import LifeEvent, Relationship
from ipt_rules.case.record import Contact, Record, contacts, known_on
from ipt_rules.courses import Course
from ipt_rules.facts.base import Fact, FactKind, Value
from ipt_rules.naming import event_name, person_name, told_apart

T = TypeVar("T")
UNKNOWN_KIND = "unknown"


class Knowledge(Protocol):
    """The part of a rulebook that facts need: no clinical number, and no list that decides, lives in Python."""

    def parameter(self, key: str) -> Any: ...

    def group(self, name: str) -> frozenset[str]: ...

    def order(self, name: str) -> tuple[str, ...]: ...

    def sorting(self, name: str) -> Mapping[str, str]: ...

    def course(self, slug: str) -> Course | None: ...

    @property
    def courses(self) -> Mapping[str, Course]: ...

    @property
    def instruments(self) -> Any: ...

    @property
    def checklists(self) -> Mapping[str, Any]: ...

    @property
    def techniques(self) -> Mapping[str, Any]: ...


class Wanted(NamedTuple):
    """Which facts somebody reads: kinds by name, and of the facts `unknown` the topics. None stands for all."""

    kinds: frozenset[str] | None = None
    topics: frozenset[str] | None = None

    def any_of(self, kinds: Iterable[str], topics: Iterable[str] = ()) -> bool:
        """Whether a fact of one of these kinds, or a fact `unknown` of one of these topics, is wanted."""
        if self.kinds is None or not self.kinds.isdisjoint(kinds):
            return True
        return UNKNOWN_KIND in self.kinds and (self.topics is None or not self.topics.isdisjoint(topics))

    def fact(self, fact: Fact) -> bool:
        if self.kinds is None:
            return True
        named = fact.kind in self.kinds
        return named and (fact.kind != UNKNOWN_KIND or self.topics is None or fact.values["topic"] in self.topics)


EVERYTHING = Wanted()


@dataclass(frozen=True)
class View:
    """A case as known on the day `on`. Nothing dated later is visible through it."""

    case: Case
    on: date
    knowledge: Knowledge
    kept: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    """What a derivation worked out once and others ask for again, by name."""

    of_contacts: dict[tuple[str, str, int], Any] = field(default_factory=dict, repr=False, compare=False)
    """What was worked out of one contact alone: views of one case with one rulebook may share it."""

    wanted: Wanted = EVERYTHING
    """What will be read: a derivation may leave out the rest, and need not."""

    def wants(self, kinds: Iterable[FactKind] = (), topics: Iterable[str] = ()) -> bool:
        """Whether facts of these kinds, or `unknown` facts of these topics, will be read."""
        return self.wanted.any_of((kind.name for kind in kinds), topics)

    def once(self, name: str, work: Callable[[View], T]) -> T:
        """What `work` makes of this view, made once; `name` is its name among `kept`."""
        if name not in self.kept:
            self.kept[name] = work(self)
        made: T = self.kept[name]
        return made

    def of(self, contact: Contact, name: str, work: Callable[[Contact, Knowledge], T]) -> T:
        """What `work` makes of a contact, whatever the day: made once for all views that share `of_contacts`."""
        key = (name, contact.place, id(contact.part))
        if key not in self.of_contacts:
            self.of_contacts[key] = work(contact, self.knowledge)
        made: T = self.of_contacts[key]
        return made

    @property
    def diagnosis(self) -> Diagnosis:
        """What is known of diagnoses; empty where nothing is."""
        return self.background.diagnosis or Diagnosis()

    @cached_property
    def record(self) -> Record:
        return known_on(self.case, self.on)

    @property
    def background(self) -> Background:
        return self.record.background

    @cached_property
    def contacts(self) -> tuple[Contact, ...]:
        """The intake and all sessions up to the day, held or missed, in order."""
        return contacts(self.case, self.on)

    @cached_property
    def held(self) -> tuple[Contact, ...]:
        """The contacts at which patient and therapist met, the intake first."""
        return tuple(contact for contact in self.contacts if contact.held)

    @property
    def now(self) -> Contact:
        """The session now: the latest contact that was held; the intake counts as session 0."""
        return self.held[-1]

    @cached_property
    def sessions(self) -> tuple[tuple[Contact, Session], ...]:
        """The sessions that were held, in order."""
        return tuple((c, c.part) for c in self.held if isinstance(c.part, Session))

    @cached_property
    def people(self) -> Mapping[str, Relationship]:
        return {one.person: one for one in self.background.relationships}

    @cached_property
    def events(self) -> Mapping[str, LifeEvent]:
        return {one.event: one for one in self.background.life_events}

    def parameter(self, key: str) -> Any:
        return self.knowledge.parameter(key)

    @cached_property
    def group(self) -> Callable[[str], frozenset[str]]:
        """`view.group(name)`: the terms that belong together under this name (`groups.yaml`)."""
        return self.knowledge.group

    @cached_property
    def sorting(self) -> Callable[[str], Mapping[str, str]]:
        """`view.sorting(name)`: the kind of each term of a vocabulary (`groups.yaml`)."""
        return self.knowledge.sorting

    def place(self, name: str) -> tuple[str, ...]:
        """Where a part of the background stands in the input."""
        return self.record.place(name)

    def entry_place(self, name: str, at: int) -> str:
        """Where one entry of a list of the background stands in the input."""
        own = self.record.places.get(f"{name}[{at}]")
        return own[0] if own else f"{next(iter(self.place(name)), name)}[{at}]"

    def who(self, person: str | None) -> str | None:
        """A person for reading, as `naming` says: `mother`, `p2 (friend)`."""
        if person is None:
            return None
        known = self.people.get(person)
        return person_name(person, known.role if known else None)

    def what(self, event: LifeEvent | None) -> str | None:
        """An event for reading, as `naming` says: `the move`, `the death of mother`."""
        return None if event is None else self._event_names[event.event]

    def called(self, key: str | None) -> str | None:
        """A person or an event for reading, whichever the key is of."""
        return self._event_names.get(key) or self.who(key) if key is not None else None

    @cached_property
    def _event_names(self) -> Mapping[str, str]:
        return told_apart({key: self._event_name(one) for key, one in self.events.items()})

    def _event_name(self, event: LifeEvent) -> str:
        known = self.people.get(event.person) if event.person else None
        role = known.role if known else None
        partner = role is None or self.sorting("kinds-of-people")[role] == "partner"
        baby = role is None or role in self.group("baby-roles")
        return event_name(event.event, event.type, self.who(event.person), partner=partner, baby=baby)


def risk_of(contact: Contact) -> Risk | None:
    return contact.part.risk


def measures_of(contact: Contact) -> Measures | None:
    return contact.part.measures


def yes(answer: str | None) -> bool | None:
    """An answer as a fact value: yes is true, no is false, everything else is unknown.

    >>> yes("no"), yes("not-known"), yes(None)
    (False, None, None)
    """
    return {"yes": True, "no": False}.get(answer) if answer is not None else None


def days_text(value: Value) -> str:
    """A span of days for reading, in the largest whole unit that fits: `8 weeks`, `5 months`, `2 years`.

    >>> days_text(1), days_text(60), days_text(400)
    ('1 day', '9 weeks', '13 months')
    """
    days = int(value) if isinstance(value, int | float) else 0
    for limit, unit, name in ((14, 1, "day"), (92, 7, "week"), (731, 30.4, "month")):
        if days < limit:
            count = round(days / unit)
            return f"{count} {name}{'' if count == 1 else 's'}"
    return f"{round(days / 365.25)} years"
