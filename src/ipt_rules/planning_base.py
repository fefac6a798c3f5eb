"""What the parts of a plan are made from, and how far a part has come: enough is there, something is, nothing is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

from ipt_rules.case.people import Relationship
from ipt_rules.case.record import KEYS
from ipt_rules.case.session import Maintenance, RelapsePlan, Session
from ipt_rules.facts.base import Fact
from ipt_rules.facts.dispute_parts import feared
from ipt_rules.facts.people import present
from ipt_rules.facts.signs import learned, learned_place
from ipt_rules.facts.timing import timing
from ipt_rules.facts.view import View
from ipt_rules.plan_forms import PLAN_SLOT, PlanWords
from ipt_rules.plans import PlanEntry

T = TypeVar("T")


class Given(NamedTuple):
    """What the parts are made from: the case as known on the day, its facts, and the words of the rulebook."""

    view: View
    facts: Sequence[Fact]
    words: PlanWords

    def of(self, kind: str, **values: Any) -> Iterator[Fact]:
        """The facts of a kind with these values."""
        return (f for f in self.facts if f.kind == kind and all(f.get(name) == value for name, value in values.items()))

    def one(self, kind: str, **values: Any) -> Fact | None:
        return next(self.of(kind, **values), None)

    def say(self, word: str, **slots: object) -> str:
        """One of the words, filled."""
        return filled(getattr(self.words, word), {name: str(value) for name, value in slots.items()})


@dataclass(frozen=True)
class Made:
    """A part as the case fills it: its status, what is held, and what goes into its texts.

    `first` says that it is not known yet whether the part is needed: that is asked before anything else.
    """

    status: str
    holds: tuple[PlanEntry, ...] = ()
    slots: Mapping[str, str] = field(default_factory=dict)
    first: bool = False


Source = Callable[[Given], Made]
"""How one part is filled."""


def filled(text: str, slots: Mapping[str, str]) -> str:
    """A text with its slots filled; one that has no value stays as it is.

    >>> filled("conflict with {who}", {"who": "mother"})
    'conflict with mother'
    """
    return PLAN_SLOT.sub(lambda slot: slots.get(slot[0].strip("{}"), slot[0]), text)


def graded(holds: Iterable[PlanEntry], *, enough: bool, slots: Mapping[str, str] | None = None) -> Made:
    """Filled where there is enough, partly where something is held, else missing.

    The same words count once; where they were stated, the record does not offer them again.
    """
    kept: dict[str, PlanEntry] = {}
    for one in sorted(holds, key=lambda one: one.origin != "stated"):
        kept.setdefault(one.text.casefold(), one)
    return Made("filled" if enough else "partly" if kept else "missing", tuple(kept.values()), slots or {})


def stated(text: str, *places: str) -> PlanEntry:
    """Something written down for this very part."""
    return PlanEntry(text.strip(), "stated", places)


def found(text: str, *places: str) -> PlanEntry:
    """Something that stands elsewhere in the record."""
    return PlanEntry(text.strip(), "record", tuple(dict.fromkeys(places)))


def words_of(slug: object) -> str:
    return str(slug).replace("-", " ")


# Places


def each(view: View, name: str, entries: Iterable[T]) -> Iterator[tuple[T, str]]:
    """Every entry of a list of the background, with its place."""
    return ((entry, view.entry_place(name, at)) for at, entry in enumerate(entries))


def entry_place(view: View, name: str, key: str, *path: str) -> tuple[str, ...]:
    """Where a field of a person, an event or a goal was filled last; without a path, where the entry was."""
    for contact in reversed(view.contacts):
        background = learned(contact)
        for at, entry in enumerate(getattr(background, name) if background else ()):
            if getattr(entry, KEYS[name]) == key and _reaches(entry, path):
                return (".".join([f"{learned_place(contact)}.{name}[{at}]", *path]),)
    return view.place(f"{name}.{key}")


def _reaches(part: Any, path: Sequence[str]) -> bool:
    for name in path:
        part = getattr(part, name, None)
    return part is not None and part != ()


def plan_texts(view: View, field_name: str) -> Iterator[tuple[str, str]]:
    """What the sessions wrote into a part of the relapse plan, with the place of each text."""
    for place, plan in parts_written(view, "relapse_plan"):
        for at, text in enumerate(getattr(plan, field_name)):
            yield text, f"{place}.{field_name}[{at}]"


DECIDED = ("yes", "no")


def latest(view: View, part: str, field_name: str, among: Sequence[str] = ()) -> tuple[Any, str] | None:
    """The value a session gave last to a field of `relapse_plan` or `maintenance`, and its place.

    `among` are the values that count, where not all do: of answers those that decide.
    """
    for place, told in reversed(tuple(parts_written(view, part))):
        value = getattr(told, field_name)
        if value is not None and (not among or value in among):
            return value, f"{place}.{field_name}"
    return None


def parts_written(view: View, part: str) -> Iterator[tuple[str, RelapsePlan | Maintenance]]:
    """What the sessions recorded of `relapse_plan` or `maintenance`, in order, with its place."""
    for contact, session in view.sessions:
        told = getattr(session, part)
        if told is not None:
            yield f"{contact.place}.{part}", told


def sessions_with(view: View, field_name: str) -> Iterator[tuple[str, Session, Any]]:
    """The sessions that fill a field: the place of the field, the session, its value."""
    for contact, session in view.sessions:
        value = getattr(session, field_name)
        if value is not None and value != ():
            yield f"{contact.place}.{field_name}", session, value


# People and events that several parts speak of


def when_text(view: View, when: Any, relation: str | None, linked_by: Sequence[str]) -> str:
    return str(timing(view, when, relation, linked_by)["when"])


SUPPORTING = ("confidant", "supportive", "could_support")


def people(given: Given, *answers: str) -> Iterator[PlanEntry]:
    """The people of whom one of these answers is yes, with the first that is. Nobody dead, of the past, or feared."""
    view, afraid_of = given.view, feared(given.view)
    for one in view.background.relationships:
        if not present(view, one) or one.person in afraid_of:
            continue
        name = next((name for name in answers if getattr(one, name) == "yes"), None)
        if name is not None:
            place = entry_place(view, "relationships", one.person, name)
            yield found(given.say(name, who=view.who(one.person)), *place)


def conflict_text(given: Given, person: Relationship) -> str:
    """The conflict with a person for reading: with whom, since when, about what."""
    conflict = person.conflict
    assert conflict is not None, "only for a person with a conflict"
    known = conflict.since or conflict.onset_relation
    when = when_text(given.view, conflict.since, conflict.onset_relation, ()) if known else None
    told = ", ".join(filter(None, (given.say("conflict", who=given.view.who(person.person)), when)))
    return f"{told}: {conflict.about}" if conflict.about else told
