"""Changes of plain data by place: what a document holds after a change, whatever it is written in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

Place = tuple[str | int, ...]
"""Where something stands in a document, such as `("sessions", 2, "measures", "phq9", "total")`."""


class NoSuchPlace(LookupError):
    """A place that the document does not have, or that cannot be made in it."""


def plain(value: Any) -> Any:
    """A value as a document holds it: dates as text, tuples as lists, all keys text. Raises TypeError for anything else."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    raise TypeError(f"a case file holds no {type(value).__name__}")


def holds(data: Any, part: str | int) -> bool:
    """Whether a mapping has this key, or a list this entry; a blank counts."""
    if isinstance(data, dict):
        return isinstance(part, str) and part in data
    return isinstance(data, list) and isinstance(part, int) and 0 <= part < len(data)


def found(data: Any, place: Place) -> Any | None:
    """What stands at a place; None where nothing does."""
    for part in place:
        if not holds(data, part):
            return None
        data = data[part]
    return data


def deepest(data: Any, place: Place) -> int:
    """How many parts of `place` lead to something that is there, a blank included."""
    for depth, part in enumerate(place):
        if not holds(data, part):
            return depth
        data = data[part]
    return len(place)


def nested(place: Place, value: Any) -> Any:
    """A value within the mappings and lists that lead to it; raises NoSuchPlace for a list that begins after 0."""
    for part in reversed(place):
        if isinstance(part, str):
            value = {part: value}
        elif part == 0:
            value = [value]
        else:
            raise NoSuchPlace
    return value


def settled(data: Any, place: Place, value: Any) -> tuple[Place, Any]:
    """The place that must change so that `value` stands at `place`, and what is to stand there.

    It lies further out where mappings or lists on the way are missing or blank. A list may grow by one at its end.
    Raises NoSuchPlace where text or numbers stand on the way, or a place in a list is too far.
    """
    depth = deepest(data, place)
    if depth == len(place):
        return place, value
    holder = found(data, place[:depth])
    if holder is None and depth:
        return place[:depth], nested(place[depth:], value)
    part = place[depth]
    fits = isinstance(holder, dict) and isinstance(part, str)
    grows = isinstance(holder, list) and part == len(holder) and not isinstance(part, str)
    if not (fits or grows):
        raise NoSuchPlace
    return place[: depth + 1], nested(place[depth + 1 :], value)


def with_value(data: Any, place: Place, value: Any) -> None:
    """Set a settled place of mutable data."""
    holder: Any = found(data, place[:-1])
    if isinstance(holder, list) and place[-1] == len(holder):
        holder.append(value)
    else:
        holder[place[-1]] = value


def without(data: Any, place: Place) -> None:
    """Remove a place of mutable data."""
    holder: Any = found(data, place[:-1])
    del holder[place[-1]]
