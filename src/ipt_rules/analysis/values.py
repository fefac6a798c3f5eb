"""Sets of values of one field of a fact, exact for every type that a condition may test.

Whole numbers, decimals of three places and dates are all kept as whole numbers, so that an interval is never doubtful.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, TypeAlias

from ipt_rules.facts.base import DECIMAL_PLACES, ORDERED, Field, Value, rounded
from ipt_rules.query import Ref, Term

Span: TypeAlias = tuple[int | None, int | None]
"""From and to, both included; None where it is open."""

STEPS = 10**DECIMAL_PLACES
A_DAY = date(2026, 1, 15)
"""Shown in a witness where any day will do."""


class Words(NamedTuple):
    """Some values; with `but`, all values except these."""

    named: frozenset[Value]
    but: bool = False

    @property
    def empty(self) -> bool:
        return not self.named and not self.but

    def both(self, other: Words) -> Words:
        """The values in both sets."""
        if self.but and other.but:
            return Words(self.named | other.named, True)
        if self.but or other.but:
            kept, left_out = (other, self) if self.but else (self, other)
            return Words(kept.named - left_out.named)
        return Words(self.named & other.named)

    def without(self, other: Words) -> Words:
        """The values that are not in the other set."""
        return self.both(Words(other.named, not other.but))


class Numbers(NamedTuple):
    """Whole numbers in spans that neither meet nor overlap, in order."""

    spans: tuple[Span, ...]

    @property
    def empty(self) -> bool:
        return not self.spans

    def both(self, other: Numbers) -> Numbers:
        """The numbers in both sets."""
        met = (_met(one, another) for one in self.spans for another in other.spans)
        return Numbers(tuple(span for span in met if span is not None))

    def without(self, other: Numbers) -> Numbers:
        """The numbers that are not in the other set."""
        left = self
        for low, high in other.spans:
            below = () if low is None else ((None, low - 1),)
            above = () if high is None else ((high + 1, None),)
            left = left.both(Numbers((*below, *above)))
        return left


Values: TypeAlias = Words | Numbers


def _met(one: Span, other: Span) -> Span | None:
    lows = [low for low in (one[0], other[0]) if low is not None]
    highs = [high for high in (one[1], other[1]) if high is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    return None if low is not None and high is not None and low > high else (low, high)


def both(one: Values, other: Values) -> Values:
    """The values in both sets, which are of one field or of two that may be compared."""
    if isinstance(one, Words):
        return one.both(other) if isinstance(other, Words) else Words(frozenset())
    return one.both(other) if isinstance(other, Numbers) else Numbers(())


def without(one: Values, other: Values) -> Values:
    """The values of the first that are not in the second."""
    if isinstance(one, Words):
        return one.without(other) if isinstance(other, Words) else one
    return one.without(other) if isinstance(other, Numbers) else one


def within(inner: Values, outer: Values) -> bool:
    """Whether every value of the first is in the second."""
    return without(inner, outer).empty


def domain(field: Field) -> Values:
    """Every value that a field can have."""
    if field.type == "yes_no":
        return Words(frozenset({True, False}))
    if field.terms:
        return Words(frozenset(field.terms))
    return Numbers(((None, None),)) if field.type in ORDERED else Words(frozenset(), True)


def of_term(field: Field, term: Term) -> Values:
    """The values of a field that satisfy a term; a reference may be any."""
    operand = term.operand
    if isinstance(operand, Ref):
        return domain(field)
    if term.operator in ("is", "in", "is_not"):
        named = of_values(field, operand if isinstance(operand, tuple) else (operand,))
        return without(domain(field), named) if term.operator == "is_not" else both(domain(field), named)
    at = number(field, operand)  # type: ignore[arg-type]
    return Numbers((_beside(term.operator, at),))


def _beside(operator: str, at: int) -> Span:
    return {
        "at_least": (at, None),
        "more_than": (at + 1, None),
        "at_most": (None, at),
        "less_than": (None, at - 1),
    }[operator]


def of_values(field: Field, values: Iterable[Value]) -> Values:
    """Exactly these values."""
    if field.type not in ORDERED:
        return Words(frozenset(values))
    found = sorted({number(field, value) for value in values})
    return Numbers(tuple((one, one) for one in found))


def number(field: Field, value: Value) -> int:
    """A number or date of a field as the whole number it is kept as."""
    if isinstance(value, date):
        return value.toordinal()
    return round(float(value) * STEPS) if field.type == "decimal" else int(value)


def value_of(field: Field, kept: int) -> Value:
    """The value of a field from the whole number it is kept as."""
    if field.type == "date":
        return date.fromordinal(kept)
    return rounded(kept / STEPS) if field.type == "decimal" else kept


def pick(field: Field, values: Values) -> Value | None:
    """One value of a set for a witness, always the same one; None where it is empty."""
    if values.empty:
        return None
    if isinstance(values, Words):
        return _a_word(field, values)
    low, high = values.spans[0]
    start = A_DAY.toordinal() if field.type == "date" else 0
    nearest = max(low, start) if low is not None else start
    return value_of(field, nearest if high is None else min(nearest, high))


def _a_word(field: Field, values: Words) -> Value:
    if not values.but:
        listed = [term for term in field.terms if term in values.named]
        return listed[0] if listed else max(values.named, key=lambda one: (one is True, str(one)))
    stem = f"some-{field.name}".replace("_", "-")
    return next(
        name for name in (stem, *(f"{stem}-{n}" for n in range(len(values.named) + 1))) if name not in values.named
    )
