"""What durable_rules is told: the ruleset for a set of queries, and each fact as a message. Imports no engine.

The engine sees no name of ours. Kinds, properties, aliases and rules get short ASCII names (`k0`, `p0`, `a0`, `q0`),
because it tells property names apart by a 32-bit hash and is only right within narrow bounds. "Rule n" below is a rule
of `docs/engine.md`.
"""

from __future__ import annotations

import itertools
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from ipt_rules.errors import EngineError
from ipt_rules.facts.base import DECIMAL_PLACES, Fact, Value
from ipt_rules.query import Pattern, Query, Ref, Term

SID, OPEN, GATE = "c", "open", "gate"
OPEN_MESSAGE = json.dumps({"sid": SID, "id": OPEN, "k": OPEN})
GATE_MESSAGE = json.dumps({"sid": SID, "id": GATE, "k": GATE})
SCALE: int = 10**DECIMAL_PLACES
MAX_INTEGER = 2**62
MAX_TEXT = 60_000  # of escaped JSON: that is what the engine keeps and compares, with 16-bit lengths
EXACT_FLOAT = 2**53
UNORDERED = frozenset({"word", "yes_no"})

Sent = bool | int | str
Json = Mapping[str, object]
Test = tuple[str, str, Sent]
"""(operator, property, constant), as the engine writes them."""

OPERATORS: Mapping[str, str] = {
    "is": "$eq",
    "is_not": "$neq",
    "at_least": "$gte",
    "at_most": "$lte",
    "more_than": "$gt",
    "less_than": "$lt",
}
ORDERING = frozenset({"at_least", "at_most", "more_than", "less_than"})


@dataclass(frozen=True)
class Property:
    """A field that some query compares: its name in the engine, and the group of all that it is compared with."""

    name: str
    group: int


@dataclass(frozen=True)
class Tag:
    """A test `in`, decided in Python: the property `name` is true where the field's value is one of `words`."""

    name: str
    field: str
    words: frozenset[Value]


@dataclass
class Reading:
    """What the queries read of one kind. Nothing else of a fact is sent."""

    code: str
    fields: dict[str, Property] = field(default_factory=dict)
    tags: dict[tuple[str, frozenset[Value]], Tag] = field(default_factory=dict)


@dataclass(frozen=True)
class Condition:
    """A pattern as the engine gets it: tests of the fact alone; joins as (operator, property, alias, its property)."""

    query: Query
    pattern: Pattern
    code: str
    tests: tuple[Test, ...]
    joins: tuple[tuple[str, str, str, str], ...]

    def as_json(self) -> Json:
        """Kind, tests, joins, and after joins a closing group: without it a false join scans past the rule (rule 9)."""
        kind: Json = {"k": self.code}
        tests = [_test(operator, name, constant) for operator, name, constant in self.tests]
        joins = [_test(operator, name, {alias: other}) for operator, name, alias, other in self.joins]
        if not tests and not joins:
            return kind
        return {"$and": [kind, *tests, *joins, *([{"$and": [kind]}] if joins else [])]}


def _test(operator: str, name: str, operand: object) -> Json:
    return {name: operand} if operator == "$eq" else {operator: {name: operand}}


class Ruleset:
    """The ruleset for well-formed queries: `limits.problems` says which are, and whether the engine can bear them all.

    `sorts` holds, by property group, the sort of value its constants have; `uses` every (query, group, sort or None,
    operator) behind it, for the check.
    """

    def __init__(self, queries: Sequence[Query]) -> None:
        self.readings: dict[str, Reading] = {}
        self.uses: list[tuple[Query, int, str | None, str]] = []
        self._names = (f"p{at}" for at in itertools.count())  # no two have one hash: a test goes through all
        self._joined: dict[tuple[str, str], tuple[str, str]] = {}
        self._groups: dict[tuple[str, str], int] = {}
        for query in queries:
            self._join_fields(query)
        lowered = _shared_tests_first([self._lowered(query) for query in queries])
        self.conditions = [condition for of_query in lowered for condition in of_query]
        self.sorts = {group: sort for _, group, sort, _ in self.uses if sort}
        self.ordered = frozenset(group for _, group, _, operator in self.uses if operator in ORDERING)
        self.has_gate = any(query.absent for query in queries)
        self._rules = [_rule(query, of_query) for query, of_query in zip(queries, lowered, strict=True)]

    def as_json(self) -> str:
        """The opening rule first, then `q0`, `q1` .. in the order of the queries."""
        rules = {f"q{at}": rule for at, rule in enumerate(self._rules)}
        return json.dumps({OPEN: {"all": [{"m": {"k": OPEN}}]}, **rules})

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
        values: dict[str, Sent] = {}
        for name, place in reading.fields.items():
            value = fact.get(name)
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
        return values | {tag.name: True for tag in reading.tags.values() if fact.get(tag.field) in tag.words}

    def _lowered(self, query: Query) -> list[Condition]:
        bound = [self._condition(query, pattern, _fields_read(query, pattern.name)) for pattern in query.exists]
        return bound + [self._condition(query, pattern, ()) for pattern in query.absent]

    def _condition(self, query: Query, pattern: Pattern, read: Iterable[str]) -> Condition:
        reading = self._reading(pattern.kind)
        kinds = {p.name: p.kind for p in query.exists}
        # A property that others refer to must be there, or the engine fails on the comparison (rule 11).
        tests: list[Test] = [("$ex", self._property(pattern.kind, name).name, 1) for name in read]
        joins: list[tuple[str, str, str, str]] = []
        for term in pattern.terms:
            if isinstance(term.operand, tuple):
                tests.append(("$eq", self._tag(reading, term.field, term.operand), True))
            elif isinstance(term.operand, Ref):
                mine = self._used(query, pattern, term, None)
                other = self._property(kinds[term.operand.name], term.operand.field)
                joins.append((OPERATORS[term.operator], mine.name, _alias(query, term.operand.name), other.name))
            else:
                sort, constant = encoded(term.operand)
                tests.append((OPERATORS[term.operator], self._used(query, pattern, term, sort).name, constant))
        joins.sort(key=lambda join: join[0] != "$eq")  # an equality is hashed: it narrows what the others compare
        return Condition(query, pattern, reading.code, tuple(dict.fromkeys(tests)), tuple(dict.fromkeys(joins)))

    def _used(self, query: Query, pattern: Pattern, term: Term, sort: str | None) -> Property:
        used = self._property(pattern.kind, term.field)
        self.uses.append((query, used.group, sort, term.operator))
        return used

    def _reading(self, kind: str) -> Reading:
        return self.readings.setdefault(kind, Reading(f"k{len(self.readings)}"))

    def _property(self, kind: str, name: str) -> Property:
        fields = self._reading(kind).fields
        if name not in fields:
            fields[name] = Property(next(self._names), self._group(kind, name))
        return fields[name]

    def _tag(self, reading: Reading, name: str, words: Iterable[Value]) -> str:
        key = (name, frozenset(words))
        if key not in reading.tags:
            reading.tags[key] = Tag(next(self._names), *key)
        return reading.tags[key].name

    def _join_fields(self, query: Query) -> None:
        """Note which fields are compared with one another, in whichever query: their values must be of one sort."""
        kinds = {p.name: p.kind for p in query.exists}
        for pattern in query.patterns:
            for term in pattern.terms:
                if isinstance(term.operand, Ref):
                    mine = self._root((pattern.kind, term.field))
                    other = self._root((kinds[term.operand.name], term.operand.field))
                    if mine != other:
                        self._joined[mine] = other

    def _root(self, place: tuple[str, str]) -> tuple[str, str]:
        while place in self._joined:
            place = self._joined[place]
        return place

    def _group(self, kind: str, name: str) -> int:
        return self._groups.setdefault(self._root((kind, name)), len(self._groups))


def _rule(query: Query, conditions: Sequence[Condition]) -> Json:
    """The facts to be bound, then the gate, then what must be absent: the order makes absence right (rule 12)."""
    found, absent = conditions[: len(query.exists)], conditions[len(query.exists) :]
    bound: list[Json] = [{f"a{at}": condition.as_json()} for at, condition in enumerate(found)]
    if not absent:
        return {"all": bound}
    gate: Json = {"g": {"k": GATE}}
    return {"all": [*bound, gate, *({f"n{at}$not": condition.as_json()} for at, condition in enumerate(absent))]}


def _alias(query: Query, name: str) -> str:
    return f"a{[pattern.name for pattern in query.exists].index(name)}"


def _fields_read(query: Query, name: str) -> list[str]:
    return sorted({ref.field for ref in query.refs if ref.name == name})


def _shared_tests_first(lowered: list[list[Condition]]) -> list[list[Condition]]:
    """The same conditions with the tests most used in each kind first, so that the engine shares their nodes."""
    used = Counter((c.code, test) for of_query in lowered for c in of_query for test in c.tests)

    def ordered(c: Condition) -> Condition:
        tests = sorted(c.tests, key=lambda test: (-used[c.code, test], test[1], test[0], repr(test[2])))
        return Condition(c.query, c.pattern, c.code, tuple(tests), c.joins)

    return [[ordered(condition) for condition in of_query] for of_query in lowered]


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
