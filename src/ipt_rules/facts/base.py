"""The form of facts: typed records of closed kinds, each field documented where it is declared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType
from typing import NamedTuple

Value = bool | int | float | str | date
"""A known value. An unknown value is simply not in a fact: no rule can take it for *no*."""

NOT_KNOWN = "not known"

TYPES: Mapping[str, type | tuple[type, ...]] = MappingProxyType(
    {
        "yes_no": bool,
        "integer": int,
        "decimal": (int, float),
        "term": str,  # one of a closed list of words
        "key": str,  # a person, event or other entry of the case, by its key
        "text": str,  # made for reading: shown in a rationale, never compared
        "date": date,
    }
)
COMPARABLE = frozenset({"yes_no", "integer", "decimal", "term", "key", "date"})
ORDERED = frozenset({"integer", "decimal", "date"})
DECIMAL_PLACES = 3
"""Decimals are kept to three places, so that every engine compares the same number."""


class Field(NamedTuple):
    """One field of a fact kind, documented once: `docs/facts.md` is made from these.

    `required` means always known: only such a field may decide an absence. `terms` closes a field of type `term`.
    `least` is the lowest value of a number that can have none lower, such as a count.
    """

    name: str
    type: str
    meaning: str
    terms: tuple[str, ...] = ()
    unit: str = ""
    source: str = ""
    statements: tuple[str, ...] = ()
    required: bool = False
    least: int | None = None


class FactKind(NamedTuple):
    """A closed kind of fact: what one is, and its fields by name."""

    name: str
    meaning: str
    fields: Mapping[str, Field]
    required: tuple[str, ...]  # the names of the fields that are always known
    complete: bool  # a field without a value has none: nothing of such a fact is unknown
    single: bool = False  # a case has at most one


def kind(name: str, meaning: str, *fields: Field, complete: bool = False, single: bool = False) -> FactKind:
    """Declare a fact kind.

    >>> kind("pet", "An animal.", Field("legs", "integer", "How many legs.", unit="legs")).fields["legs"].unit
    'legs'
    """
    names = [one.name for one in fields]
    if len(set(names)) != len(names):
        raise ValueError(f"fact kind {name}: a field is declared twice")
    for one in fields:
        if one.type not in TYPES or (one.type == "term") != bool(one.terms):
            raise ValueError(f"fact kind {name}: field {one.name} needs a known type, and terms only with type term")
    required = tuple(one.name for one in fields if one.required)
    return FactKind(name, meaning, MappingProxyType({one.name: one for one in fields}), required, complete, single)


@dataclass(frozen=True, eq=False)
class Fact:
    """One fact: its kind, its known values by field name, and its places in the input.

    Facts are told apart by identity: two equal no-shows are two facts. `places` are paths such as
    `intake.life_events[0]`; a fact made of several entries has several.
    """

    kind: str
    values: Mapping[str, Value]
    places: tuple[str, ...] = field(default=())

    def get(self, name: str) -> Value | None:
        """The value of a field, None when it is not known."""
        return self.values.get(name)

    def __repr__(self) -> str:  # no values: they may describe a person
        return f"<Fact {self.kind} at {', '.join(self.places) or 'no place'}>"


def about(fact: Fact) -> str | None:
    """What a fact is about, for reading: the event, else the person."""
    names = ("named", "change", "what", "who") if fact.get("event") is not None else ("who",)
    return next((str(fact.get(name)) for name in names if fact.get(name) is not None), None)


def make_fact(fact_kind: FactKind, places: Iterable[str] | str = (), **values: Value | None) -> Fact:
    """A checked fact: unknown (None) values are left out, decimals rounded, names and types verified.

    Raises ValueError for a field the kind does not have, a value of another type, or a required field without value:
    each is a bug of a derivation, never of a case.
    """
    known = {name: _checked(fact_kind, name, value) for name, value in values.items() if value is not None}
    for name in fact_kind.required:
        if name not in known:
            raise ValueError(f"fact {fact_kind.name}: the required field {name} has no value")
    where = (places,) if isinstance(places, str) else tuple(places)
    return Fact(fact_kind.name, MappingProxyType(known), where)


def _checked(fact_kind: FactKind, name: str, value: Value) -> Value:
    declared = fact_kind.fields.get(name)
    if declared is None:
        raise ValueError(f"fact {fact_kind.name}: no field {name}")
    right = isinstance(value, TYPES[declared.type])
    if not right or (isinstance(value, bool) and declared.type != "yes_no"):
        raise ValueError(f"fact {fact_kind.name}: {name} takes {declared.type}, not {type(value).__name__}")
    if declared.terms and value not in declared.terms:
        raise ValueError(f"fact {fact_kind.name}: {name} has no term of that name")
    return rounded(value) if declared.type == "decimal" else value


def shown(value: Value | None) -> str:
    """A value as a reader sees it.

    >>> shown(True), shown(None), shown(7)
    ('yes', 'not known', '7')
    """
    if value is None:
        return NOT_KNOWN
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)


def rounded(number: Value) -> Value:
    """A decimal to three places, half up; whole numbers as integers.

    >>> rounded(12.0), rounded(0.12345)
    (12, 0.123)
    """
    exact = Decimal(str(number)).quantize(Decimal(1).scaleb(-DECIMAL_PLACES), ROUND_HALF_UP)
    return int(exact) if exact == exact.to_integral_value() else float(exact)
