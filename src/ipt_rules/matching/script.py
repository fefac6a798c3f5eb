"""What durable_rules is told of a set of queries, worked out and ready, and of each fact. Imports no engine.

`ruleset.py` works it out; a compiled pack keeps it as plain data. The engine sees no name of ours. Kinds, properties,
aliases and rules get short ASCII names (`k0`, `p0`, `a0`, `q0`), because it tells property names apart by a 32-bit hash
and is only right within narrow bounds. "Rule n" below is a rule of `docs/engine.md`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from ipt_rules.errors import EngineError
from ipt_rules.facts.base import DECIMAL_PLACES, Fact, Value
from ipt_rules.query import value_of

SID, OPEN, GATE = "c", "open", "gate"
OPEN_MESSAGE = json.dumps({"sid": SID, "id": OPEN, "k": OPEN})
GATE_MESSAGE = json.dumps({"sid": SID, "id": GATE, "k": GATE})
SCALE: int = 10**DECIMAL_PLACES
MAX_INTEGER = 2**62
MAX_TEXT = 60_000  # of escaped JSON: that is what the engine keeps and compares, with 16-bit lengths
EXACT_FLOAT = 2**53
UNORDERED = frozenset({"word", "yes_no"})

Sent = bool | int | str
Head = tuple[str, str, tuple[str, ...]]
"""The rule of a query, its arm, and the names of what it binds."""


class Property(NamedTuple):
    """A field that some query compares: its name in the engine, and the group of all that it is compared with."""

    name: str
    group: int


class Tag(NamedTuple):
    """A test `in`, decided in Python: the property `name` is true where the field's value is one of `words`."""

    name: str
    field: str
    words: tuple[Value, ...]


class Reading(NamedTuple):
    """What the queries read of one kind. Nothing else of a fact is sent."""

    code: str
    fields: dict[str, Property]
    tags: list[Tag]


class Script:
    """The ruleset as JSON, and how facts are told to it.

    `heads` has the queries in their order. `sorts` holds, by property group, the sort of value its constants have;
    `ordered` are the groups whose values are put in order.
    """

    def __init__(self) -> None:
        self.text = ""
        self.heads: list[Head] = []
        self.readings: dict[str, Reading] = {}
        self.sorts: dict[int, str] = {}
        self.ordered: frozenset[int] = frozenset()
        self.has_gate = False

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Script:
        """A script from what `as_data` gave and JSON kept."""
        made = cls()
        made.text, made.has_gate = data["text"], data["has_gate"]
        made.heads = [(rule_id, arm, tuple(names)) for rule_id, arm, names in data["heads"]]
        made.readings = {kind: _reading(*one) for kind, one in data["readings"].items()}
        made.sorts, made.ordered = dict(data["sorts"]), frozenset(data["ordered"])
        return made

    def as_data(self) -> dict[str, Any]:
        """Itself for JSON, its values aside, which `query.plain_value` makes plain."""
        same = {name: getattr(self, name) for name in ("text", "has_gate", "heads", "readings")}
        return {**same, "sorts": list(self.sorts.items()), "ordered": sorted(self.ordered)}

    def messages(self, facts: Sequence[Fact]) -> Iterator[str]:
        """Each fact that some query reads, as JSON, with its place in `facts` as its id.

        One property has one sort of value for ever (rule 6); a value of another raises EngineError.
        """
        sorts = dict(self.sorts)
        for ordinal, fact in enumerate(facts):
            reading = self.readings.get(fact.kind)
            if reading is not None:
                message = {"sid": SID, "id": str(ordinal), "k": reading.code}
                yield json.dumps({**message, **self._values(fact, reading, sorts)})

    def _values(self, fact: Fact, reading: Reading, sorts: dict[int, str]) -> dict[str, Sent]:
        known = fact.values
        values: dict[str, Sent] = {}
        for name, place in reading.fields.items():
            value = known.get(name)
            if value is None:  # unknown is left out: the engine is wrong about null
                continue
            try:
                sort, values[place.name] = encoded(value)
            except ValueError as reason:
                raise EngineError(f"the fact kind `{fact.kind}`: the field `{name}` {reason}") from None
            if sorts.setdefault(place.group, sort) != sort or (sort in UNORDERED and place.group in self.ordered):
                raise EngineError(
                    f"the fact kind `{fact.kind}`: the field `{name}` has a {sort} where rules expect other"
                )
        for tag in reading.tags:
            if known.get(tag.field) in tag.words:
                values[tag.name] = True
        return values


def _reading(
    code: str, fields: Mapping[str, tuple[str, int]], tags: Iterable[tuple[str, str, Sequence[Any]]]
) -> Reading:
    return Reading(
        code,
        {name: Property(*one) for name, one in fields.items()},
        [Tag(name, of, tuple(map(value_of, words))) for name, of, words in tags],
    )


def encoded(value: Value) -> tuple[str, Sent]:
    """The sort of a value, and the value as the engine gets it. Raises ValueError, which never quotes the value.

    >>> encoded(2.5), encoded(date(1, 1, 2)), encoded(True)
    (('number', 2500), ('date', 2), ('yes_no', True))
    """
    if isinstance(value, bool):
        return "yes_no", value
    if isinstance(value, (int, float)):
        return "number", _thousandths(value)
    if isinstance(value, str):
        if 12 * len(value) >= MAX_TEXT and len(json.dumps(value)) >= MAX_TEXT:
            raise ValueError("has a text too long for the engine")
        return "word", value
    if isinstance(value, date) and not isinstance(value, datetime):
        return "date", value.toordinal()
    raise ValueError(f"has a value the engine cannot compare, of type {type(value).__name__}")


def _thousandths(number: int | float) -> int:
    """Numbers go as whole thousandths: the engine compares 1 with 1.0 wrongly and cannot read 1e-05."""
    if isinstance(number, float) and not number.is_integer():
        scaled: int = round(number * SCALE) if abs(number) < EXACT_FLOAT / SCALE else 0
        if scaled / SCALE != number:
            raise ValueError(f"has a number with more than {DECIMAL_PLACES} decimal places")
        return scaled
    whole = int(number) * SCALE
    if abs(whole) >= MAX_INTEGER:
        raise ValueError("has a number too large for the engine")
    return whole
