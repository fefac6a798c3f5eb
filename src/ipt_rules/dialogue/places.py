"""Places in the plain data of a case: reading what stands there, and what a change would make of it."""

from __future__ import annotations

import copy
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

Place = tuple[str | int, ...]
Plain = Mapping[str, Any]


@dataclass(frozen=True)
class Put:
    """Write a value at a place; missing mappings and lists are made on the way."""

    place: Place
    value: Any


@dataclass(frozen=True)
class Append:
    """Add an entry to the list at a place."""

    place: Place
    value: Any


@dataclass(frozen=True)
class Remove:
    """Take away what stands at a place."""

    place: Place


Change = Put | Append | Remove


class Changeable(Protocol):
    """What changes are made to: a case file."""

    def put(self, place: Place, value: Any) -> None: ...
    def append(self, place: Place, value: Any) -> int: ...
    def remove(self, place: Place) -> None: ...


def make(changes: Sequence[Change], target: Changeable) -> None:
    """Make the changes, in order."""
    for change in changes:
        if isinstance(change, Put):
            target.put(change.place, change.value)
        elif isinstance(change, Append):
            target.append(change.place, change.value)
        else:
            target.remove(change.place)


class Draft:
    """A copy of the data on which changes are tried before the file is touched."""

    def __init__(self, content: Plain) -> None:
        self.content: dict[str, Any] = copy.deepcopy(dict(content))

    def put(self, place: Place, value: Any) -> None:
        holder = self._holder(place)
        if isinstance(holder, list) and place[-1] == len(holder):
            holder.append(value)
        else:
            holder[place[-1]] = value

    def append(self, place: Place, value: Any) -> int:
        held = self._holder(place)
        if value_at(self.content, place) is None:
            held[place[-1]] = []
        entries = held[place[-1]]
        entries.append(copy.deepcopy(value))
        return len(entries) - 1

    def remove(self, place: Place) -> None:
        del self._holder(place)[place[-1]]

    def _holder(self, place: Place) -> Any:
        current: Any = self.content
        for name, following in itertools.pairwise(place):
            below = _below(current, name)
            if below is None:
                below = [] if isinstance(following, int) else {}
                current[name] = below
            current = below
        return current


def value_at(content: Any, place: Place) -> Any:
    """What stands at a place, with answers as words and dates as text; None for nothing, or for something empty."""
    current = content
    for name in place:
        current = _below(current, name)
        if current is None:
            return None
    return as_said(current)


def _below(current: Any, name: str | int) -> Any:
    if isinstance(current, Mapping):
        found = current.get(name)
        return current.get(int(name)) if found is None and isinstance(name, str) and name.isdecimal() else found
    if isinstance(current, list):
        index = name if isinstance(name, int) else int(name) - 1 if name.isdecimal() else -1
        return current[index] if 0 <= index < len(current) else None
    return None


def as_said(value: Any) -> Any:
    """A value as it is compared and shown.

    >>> as_said(True), as_said(date(2026, 1, 2)), as_said([]), as_said("unknown")
    ('yes', '2026-01-02', None, 'unknown')
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, Mapping):
        kept = {str(name): told for name, one in value.items() if (told := as_said(one)) is not None}
        return kept or None
    if isinstance(value, list | tuple):
        return [as_said(one) for one in value] or None
    return value if value != "" else None


def entries_at(content: Plain, place: Place) -> list[Any]:
    """The entries of a list; none where nothing stands."""
    found: Any = content
    for name in place:
        found = _below(found, name)
    return list(found) if isinstance(found, list) else []
