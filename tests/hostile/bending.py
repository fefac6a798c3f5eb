"""Mutations of structure: a document that is well-formed, and means something it should not."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Sequence
from typing import Any

Loc = tuple[str | int, ...]
TOKEN = "TOKEN"
"""Where it appears in an error, a log or a repr, something of a patient would have."""

STRANGE: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 7, 10**9, -(10**9), 10**30, 2**63, 0.1, -0.0, 1e308, 1e-320, 3.5, "", " ", "yes", "no",
    "not-known", "unknown", "none", "TOKEN0000", "TOKEN0000 said so", "a-b", "_", "²", "٣", "２", "一", "é" * 40,
    "x" * 41, "x" * 4001, "x" * 19_999, "2026-01-10", "2026-02-30", "2026-13", "2026", "0000", "0001-01-01", "0001",
    "9999-12-31", "9999", "9999-12", "٢٠٢٦-٠١-١٠", "2026-01-10T10:00", "-2026-01-01", "$case.phase", "$death.person",
    "$parameters.x", "$parameters.phq9_valid_days", "$", "$.", "{death.who}", "{", "{}", "{case.phase}", "TEC-14",
    "TEC-99", "TEC-٠١", "mother", "p2", "case", "parameters", "id", "\u202e", "\x1b[2J", "a\nb", "a\u2028b", "\ufeff",
    [], {}, [[]], [{}], {"": 1}, [None], ["TOKEN0000"], {"TOKEN0000": 1}, {"TOKEN0000 x": {"y": 1}}, [1, 2, 3], {"1": 3},
    {"is": 3}, {"in": []}, {"in": [1, "a"]}, {"at_least": "x"}, {"at_least": None}, {"²": 3}, {"9" * 5000: 1},
    {"0": 1}, {"-1": 1}, {"99": 1}, {"exists": "case"}, {"a": {"b": {"c": {"d": [1]}}}}, [[[[[[[[1]]]]]]]],
)  # fmt: skip


def places(data: Any) -> list[Loc]:
    """Every place of a document but its top."""
    found: list[Loc] = []
    waiting: list[tuple[Loc, Any]] = [((), data)]
    while waiting:
        loc, value = waiting.pop()
        children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for key, child in children:
            found.append((*loc, key))
            waiting.append(((*loc, key), child))
    return found


def at(data: Any, loc: Loc) -> Any:
    for part in loc:
        data = data[part]
    return data


def _value(r: random.Random, holder: Any, key: Any, _data: Any) -> None:
    holder[key] = copy.deepcopy(r.choice(STRANGE))


def _neighbour(r: random.Random, holder: Any, key: Any, data: Any) -> None:
    """A value that is right elsewhere."""
    holder[key] = copy.deepcopy(at(data, r.choice(places(data))))


def _swap(r: random.Random, holder: Any, key: Any, data: Any) -> None:
    loc = r.choice(places(data))
    other = at(data, loc[:-1])
    one, two = copy.deepcopy(holder[key]), copy.deepcopy(other[loc[-1]])
    holder[key] = two
    other[loc[-1]] = one


def _drop(_r: random.Random, holder: Any, key: Any, _data: Any) -> None:
    del holder[key]


def _rename(r: random.Random, holder: Any, key: Any, data: Any) -> None:
    if isinstance(holder, dict):
        names = [str(loc[-1]) for loc in places(data)]
        wrong = (
            f"{key}s",
            str(key)[:-1],
            str(key).upper(),
            "TOKEN0000",
            "TOKEN0000 and so on",
            "",
            "1",
            r.choice(names),
        )
        holder[r.choice(wrong)] = holder.pop(key)


def _shape(_r: random.Random, holder: Any, key: Any, _data: Any) -> None:
    """A list for a mapping, a mapping for a list, and a list of what was single."""
    value = holder[key]
    if isinstance(value, dict):
        holder[key] = [[name, held] for name, held in value.items()]
    elif isinstance(value, list):
        holder[key] = {str(index): held for index, held in enumerate(value)}
    else:
        holder[key] = [value]


def _edge(r: random.Random, holder: Any, key: Any, _data: Any) -> None:
    """A number or text of the same type, at its edge."""
    value = holder[key]
    if isinstance(value, bool) or value is None:
        holder[key] = not value
    elif isinstance(value, int | float):
        holder[key] = r.choice(
            (value + 1, value - 1, -value, value * 1000, value + 0.5, 10**18, float(value), str(value))
        )
    elif isinstance(value, str):
        holder[key] = r.choice((value + "x", value[:-1], value.upper(), value * 30, f" {value} ", value[::-1], [value]))


def _again(r: random.Random, holder: Any, _key: Any, _data: Any) -> None:
    """An entry of a list stands twice, or a thousand times."""
    if isinstance(holder, list) and holder:
        one = r.choice(holder)
        holder.extend(copy.deepcopy(one) for _ in range(r.choice((1, 1, 1, 2, 30, 1500))))


def _many(r: random.Random, holder: Any, key: Any, _data: Any) -> None:
    """Thousands of entries, all different."""
    if isinstance(holder, list) and isinstance(holder[key], dict):
        count = r.choice((20, 200, 2000))
        holder.extend(
            {**holder[key], **{k: f"{v}{n}" for k, v in holder[key].items() if k in NAMES}} for n in range(count)
        )
    elif isinstance(holder, dict):
        holder.update({f"{key}{n}": n for n in range(r.choice((20, 2000)))})


def _deep(r: random.Random, holder: Any, key: Any, _data: Any) -> None:
    value = holder[key]
    for _ in range(r.choice((5, 38, 39, 40, 41, 60))):
        value = [value] if r.random() < 0.5 else {"a": value}
    holder[key] = value


def _date(r: random.Random, holder: Any, key: Any, _data: Any) -> None:
    if isinstance(holder[key], str) and holder[key][:2] in ("20", "19"):
        holder[key] = r.choice(
            ("0001-01-01", "9999-12-31", "9999", "0001", "2026-02-29", "2024-02-29", "1900", "2200-01", "2026-01-09")
        )


def _reorder(r: random.Random, holder: Any, key: Any, _data: Any) -> None:
    value = holder[key]
    if isinstance(value, list):
        r.shuffle(value)
    elif isinstance(value, dict):
        holder[key] = dict(reversed(value.items()))


NAMES = ("person", "event", "goal", "id", "key", "number", "name")
BENDS: tuple[Callable[[random.Random, Any, Any, Any], None], ...] = (
    _value, _value, _value, _neighbour, _neighbour, _swap, _drop, _drop, _rename, _rename, _shape, _edge, _edge, _again,
    _many, _deep, _date, _date, _reorder,
)  # fmt: skip


def bent(r: random.Random, data: Any, counts: Sequence[int] = (1, 1, 1, 2, 3, 6)) -> Any:
    """The document after a few mutations; the one given stays as it is."""
    data = copy.deepcopy(data)
    for _ in range(r.choice(counts)):
        found = places(data) if isinstance(data, dict | list) else []
        if not found or len(found) > 20_000:
            break
        loc = r.choice(found)
        r.choice(BENDS)(r, at(data, loc[:-1]), loc[-1], data)
    return r.choice(STRANGE) if r.random() < 0.005 else data
