"""One change to the data of a rule file."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

Loc = tuple[str | int, ...]
GONE = object()
"""What stands in the place of something that is removed."""


class Change(NamedTuple):
    """One thing changed: its place, what is written there instead (GONE removes it), its kind, before and after in words."""

    loc: Loc
    instead: Any
    kind: str
    told: str


def changed(data: Mapping[str, Any], change: Change) -> dict[str, Any]:
    """A copy of a rule file's data with the change made."""
    copied: Any = copy.deepcopy(dict(data))
    node = copied
    for step in change.loc[:-1]:
        node = node[step]
    if change.instead is GONE:
        del node[change.loc[-1]]
    else:
        node[change.loc[-1]] = change.instead
    return dict(copied)


def slug(change: Change) -> str:
    """The place and the change, for an id.

    >>> slug(Change(("when", 0, "where", "weeks"), {"at_most": 9}, "threshold", "8 -> 9"))
    'when.0.where.weeks:8->9'
    """
    return f"{'.'.join(map(str, change.loc))}:{re.sub(r'[^A-Za-z0-9_.$>+-]+', '', change.told)}"


def swapped(loc: Loc, value: Any, others: Sequence[Any], kind: str) -> Iterator[Change]:
    """A word in another's place: the next of its kind, so that there is one such change and always the same."""
    if value in others and len(others) > 1:
        other = others[(others.index(value) + 1) % len(others)]
        yield Change(loc, other, kind, f"{value} -> {other}")


def without_each(loc: Loc, values: Sequence[Any], kind: str) -> Iterator[Change]:
    """A list without each of its entries in turn; never an empty list."""
    if len(values) > 1:
        for at, value in enumerate(values):
            yield Change(loc, [*values[:at], *values[at + 1 :]], kind, f"without {value}")


def step_of(value: float) -> float:
    """The unit by which a number is moved: one, or one in its last decimal place.

    >>> step_of(12), step_of(0.25)
    (1, 0.01)
    """
    decimals = len(f"{value:g}".partition(".")[2])
    return round(10**-decimals, decimals) if decimals else 1


def moved(value: float) -> Iterator[tuple[str, float]]:
    """A number one unit higher and one lower, each with its sign."""
    step = step_of(value)
    yield "+", round(value + step, 6)
    yield "-", round(value - step, 6)
