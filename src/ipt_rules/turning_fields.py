"""The answers of a case that could be given or could have been recorded otherwise: each field, its place, its values.

An answer that is missing is put where it would be recorded today: at the session now. What is out of bounds, and why, is
told in `turning_bounds`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, NamedTuple, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ipt_rules.case import Case, PartialDate, Session
from ipt_rules.case.background import Background
from ipt_rules.case.base import Part
from ipt_rules.case.contact import Score
from ipt_rules.case.fields import bare_type
from ipt_rules.case.model import Intake
from ipt_rules.case.people import Conflict
from ipt_rules.case.record import KEYS
from ipt_rules.facts.signs import SIGNS, signs, violence_told
from ipt_rules.facts.view import View
from ipt_rules.quiet import Quiet
from ipt_rules.reading import loc_of
from ipt_rules.translation import _
from ipt_rules.turning_bounds import ASKS, BIRTHS, FIRST_OF_CONFLICT, GROUPS, LENGTHS, reason_never
from ipt_rules.vocabulary import DEATHS

Loc = tuple[str | int, ...]


class Leaf(NamedTuple):
    """One answer of a case: its place, the field, what stands there, and of whom or what it speaks.

    `seeds` are the keys of entries that would have to be made on the way: what a session learned of a person.
    """

    loc: Loc
    annotation: Any
    info: FieldInfo
    value: Any
    about: str
    model: str
    seeds: Mapping[Loc, Mapping[str, str]]

    @property
    def field(self) -> str:
        return str(self.loc[-1])

    def __repr__(self) -> str:  # what stands there and whom it is about may be a person's words
        return f"<Leaf {self.model}.{self.field}>"


@lru_cache
def typed(model: type[BaseModel]) -> dict[str, tuple[Any, FieldInfo]]:
    """Each field of a model with its type, without `None`."""
    return {name: (bare_type(info.annotation), info) for name, info in model.model_fields.items()}


def part_in(annotation: Any) -> type[Part] | None:
    """The model that a field holds alone."""
    return annotation if isinstance(annotation, type) and issubclass(annotation, Part) else None


def entries_in(annotation: Any) -> type[Part] | None:
    """The model of the entries of a list."""
    return part_in(bare_type(get_args(annotation)[0])) if get_origin(annotation) is tuple else None


def terms_of(annotation: Any) -> tuple[str, ...]:
    """The closed words that a field takes, or of which a list is made."""
    inner = bare_type(get_args(annotation)[0]) if get_origin(annotation) is tuple else annotation
    return tuple(map(str, get_args(inner))) if get_origin(inner) is Literal else ()


def is_blank(value: Any) -> bool:
    """Whether it leaves the answer open: nothing, or asked and not known."""
    return value in (None, (), {}, "not-known")


# What is missing


def missing(view: View) -> Iterator[Leaf]:
    """Every answer that is not known on the day of the view, where it would be recorded today."""
    now = view.now
    at = loc_of(now.place)
    yield from _open_fields(now.part, at, "", {})
    yield from _background(view, at if isinstance(now.part, Intake) else (*at, "learned"), now.part)
    yield from _open_fields(view.case.preferences, ("preferences",), "", {}, typed_as=typed(Case)["preferences"][0])


def _background(view: View, at: Loc, part: Intake | Session) -> Iterator[Leaf]:
    """What is not known of the person: the whole record decides what is missing, the session now is where it would stand."""
    own = part if isinstance(part, Intake) else part.learned
    course, contract = view.background.course, view.background.contract
    planned = (course and course.planned_sessions) or (contract and contract.sessions)
    for name, (annotation, info) in typed(Background).items():
        known = getattr(view.background, name)
        if reason_never(Background, name, otherwise=False):
            continue
        if name in ("relationships", "life_events"):
            yield from _entries(view, name, (*at, name), getattr(own, name, ()))
        elif name == "asked":
            yield from _topics((*at, name), annotation, info, {**dict.fromkeys(_answered(view), "some"), **known})
        elif part_in(annotation):
            told = _open_fields(known, (*at, name), _group(name, annotation, info), {}, typed_as=annotation)
            yield from (leaf for leaf in told if not (planned and leaf.field in LENGTHS))
        elif is_blank(known) and terms_of(annotation):
            yield Leaf((*at, name), annotation, info, known, "", "Background", {})


def _answered(view: View) -> frozenset[str]:
    """Topics of which the answer itself is recorded elsewhere: whether they were asked about adds nothing."""
    told = {SIGNS[one.sign].asked for one in signs(view)} | ({"violence"} if violence_told(view) else set())
    return frozenset(topic for topic in told if topic)


def _topics(loc: Loc, annotation: Any, info: FieldInfo, known: Mapping[str, str]) -> Iterator[Leaf]:
    topic, answer = get_args(annotation)
    for name in get_args(bare_type(topic)):
        if is_blank(known.get(name)):
            yield Leaf((*loc, name), bare_type(answer), info, known.get(name), "", "asked", {})


def _entries(view: View, name: str, loc: Loc, own: tuple[Part, ...]) -> Iterator[Leaf]:
    """The open answers of each person or event; one that the session now has not told yet would get an entry there."""
    key = KEYS[name]
    places = {getattr(entry, key): at for at, entry in enumerate(own)}
    beyond = _beyond_conflict(view)
    for entry in getattr(view.background, name):
        own_key = getattr(entry, key)
        place = (*loc, places.get(own_key, len(own)))
        seeds = {} if own_key in places else {place: {key: own_key}}
        about = view.what(entry) if name == "life_events" else view.who(own_key)
        for leaf in _open_fields(entry, place, about or "", seeds):
            if "conflict" not in leaf.loc or own_key not in beyond:
                yield leaf


def _beyond_conflict(view: View) -> frozenset[str | None]:
    """Those with whom no conflict is asked about: who died, and a baby."""
    events = view.background.life_events
    gone = {one.person for one in view.background.relationships if one.alive == "no"}
    told = {*DEATHS, *view.group(BIRTHS)}
    return frozenset(gone | {event.person for event in events if event.type in told})


def _open_fields(
    part: Part | None, loc: Loc, about: str, seeds: Mapping[Loc, Mapping[str, str]], typed_as: type[Part] | None = None
) -> Iterator[Leaf]:
    model = type(part) if part is not None else typed_as
    assert model is not None
    for name, (annotation, info) in typed(model).items():
        value = getattr(part, name, None)
        skip = model is Intake and name in Background.model_fields
        if skip or reason_never(model, name, otherwise=False) or _beside_the_point(part, name, typed_as):
            continue
        inner = part_in(annotation)
        if inner is not None:
            yield from _open_fields(value, (*loc, name), about or _group(name, inner, info), seeds, typed_as=inner)
        elif (is_blank(value) or _grows(annotation)) and entries_in(annotation) is None:
            yield Leaf((*loc, name), annotation, info, value, about, model.__name__, seeds)


def _grows(annotation: Any) -> bool:
    """A list of terms can always be longer: what is in it was found, what is not was not told."""
    return get_origin(annotation) is tuple and bool(terms_of(annotation))


def _beside_the_point(part: Part | None, name: str, model: type[Part] | None) -> bool:
    """Mourning belongs to deaths, and what a change of role means to all other events.

    Where no conflict with a person is recorded, the first question is whether there is one, spoken of or not.
    """
    if part is None and model is Conflict:
        return name not in FIRST_OF_CONFLICT
    type_ = getattr(part, "type", None)
    return (name == "mourning" and type_ not in DEATHS) or (name == "role_change" and type_ in DEATHS)


def _group(name: str, model: type[Part], info: FieldInfo) -> str:
    """What a group of fields is called, where its fields do not say it: a questionnaire, the screener, the contract."""
    if issubclass(model, Score):
        return (info.description or name).partition(",")[0].partition(";")[0]
    return GROUPS.get(name, "")


# What is recorded


def recorded(view: View) -> Iterator[Leaf]:
    """Every recorded answer up to the day of the view that could have been recorded otherwise, at its place."""
    for contact in view.contacts:
        at = loc_of(contact.place)
        yield from _told_fields(contact.part, at, "", view)
        if isinstance(contact.part, Session) and contact.part.learned is not None:
            yield from _told_fields(contact.part.learned, (*at, "learned"), "", view)
    if view.case.preferences is not None:
        yield from _told_fields(view.case.preferences, ("preferences",), "", view)


def _told_fields(part: Part, loc: Loc, about: str, view: View) -> Iterator[Leaf]:
    model = type(part)
    for name in (one for one in typed(model) if one in part.model_fields_set):
        annotation, info = typed(model)[name]
        value = getattr(part, name)
        if is_blank(value) or reason_never(model, name, otherwise=True):
            continue
        if entries_in(annotation):
            for at, entry in enumerate(value):
                yield from _told_fields(entry, (*loc, name, at), _called(entry, view), view)
        elif part_in(annotation):
            yield from _told_fields(value, (*loc, name), about or _group(name, type(value), info), view)
        elif not isinstance(value, (PartialDate, dict)):
            yield Leaf((*loc, name), annotation, info, value, about, model.__name__, {})


def _called(entry: Part, view: View) -> str:
    """A person or event of the record for reading."""
    key = getattr(entry, "event", None) or getattr(entry, "person", None)
    return (view.called(key) or "") if key else ""


# Reading and changing


@dataclass(frozen=True, repr=False)
class Put(Quiet):
    """One value at one place of a case. `seeds` as in Leaf."""

    loc: Loc
    value: Any
    seeds: Mapping[Loc, Mapping[str, str]]

    def on(self, case: Case) -> Case:
        made = self._put(case, (), self.loc)
        assert isinstance(made, Case)
        return made

    def _put(self, held: Any, at: Loc, rest: Loc) -> Any:
        if not rest:
            return self.value
        name, *more = rest
        here = (*at, name)
        if isinstance(held, tuple):
            assert isinstance(name, int)
            return (*held[:name], self._put(held[name], here, tuple(more)), *held[name + 1 :])
        if isinstance(held, dict):
            return {**held, name: self.value}
        assert isinstance(held, Part)
        assert isinstance(name, str)
        old = getattr(held, name)
        annotation = typed(type(held))[name][0]
        if more and old is None and part_in(annotation):
            old = _empty(part_in(annotation), {})
        if more and entries_in(annotation) and more[0] == len(old or ()):
            old = (*(old or ()), _empty(entries_in(annotation), self.seeds[(*here, more[0])]))
        return held.model_copy(update={name: self._put(old, here, tuple(more))})


def _empty(model: type[Part] | None, filled: Mapping[str, str]) -> Part:
    assert model is not None
    return model(**filled)


STATEMENT = re.compile(r"\s*\([^()]*\b[A-Z]{3}-\d{2}[^()]*\)")
ASIDE = re.compile(r"[;:] (?:shown, never read|a rule reads|`).*$")


def asks(leaf: Leaf) -> str:
    """What the field asks, in the words of the case's own description, without statements and asides."""
    if leaf.model == "asked":
        return _("asked about {topic}").format(topic=leaf.field.replace("-", " "))
    if leaf.model == "item":
        return _("the answer")
    own = ASKS.get(leaf.field) or leaf.info.description or leaf.field
    told = ASIDE.sub("", STATEMENT.sub("", leaf.field if own.startswith("`") else own))
    return told.replace("_", " ").rstrip("?. ")
