"""What durable_rules is told of a set of queries: from queries to a `Script`. Imports no engine.

"Rule n" below is a rule of `docs/engine.md`.
"""

from __future__ import annotations

import itertools
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ipt_rules.facts.base import Value
from ipt_rules.matching.script import GATE, OPEN, Property, Reading, Script, Sent, Tag, encoded
from ipt_rules.query import Pattern, Query, Ref, Term

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


class Ruleset(Script):
    """The script for well-formed queries: `limits.problems` says which are, and whether the engine can bear them all.

    `uses` holds every (query, group, sort or None, operator) behind `sorts`, for the check.
    """

    def __init__(self, queries: Sequence[Query]) -> None:
        super().__init__()
        self.uses: list[tuple[Query, int, str | None, str]] = []
        self._names = (f"p{at}" for at in itertools.count())  # no two have one hash: a test goes through all
        self._joined: dict[tuple[str, str], tuple[str, str]] = {}
        self._groups: dict[tuple[str, str], int] = {}
        self._tags: dict[tuple[str, str, frozenset[Value]], Tag] = {}
        for query in queries:
            self._join_fields(query)
        lowered = _shared_tests_first([self._lowered(query) for query in queries])
        self.conditions = [condition for of_query in lowered for condition in of_query]
        self.heads = [(query.rule_id, query.arm, tuple(one.name for one in query.exists)) for query in queries]
        self.sorts = {group: sort for _, group, sort, _ in self.uses if sort}
        self.ordered = frozenset(group for _, group, _, operator in self.uses if operator in ORDERING)
        self.has_gate = any(query.absent for query in queries)
        self.text = _text([_rule(query, of_query) for query, of_query in zip(queries, lowered, strict=True)])

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
        return self.readings.setdefault(kind, Reading(f"k{len(self.readings)}", {}, []))

    def _property(self, kind: str, name: str) -> Property:
        fields = self._reading(kind).fields
        if name not in fields:
            fields[name] = Property(next(self._names), self._group(kind, name))
        return fields[name]

    def _tag(self, reading: Reading, name: str, words: Sequence[Value]) -> str:
        key = (reading.code, name, frozenset(words))
        if key not in self._tags:
            self._tags[key] = Tag(next(self._names), name, tuple(words))
            reading.tags.append(self._tags[key])
        return self._tags[key].name

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


def _text(rules: Sequence[Json]) -> str:
    """The opening rule first, then `q0`, `q1` .. in the order of the queries."""
    named = {f"q{at}": rule for at, rule in enumerate(rules)}
    return json.dumps({OPEN: {"all": [{"m": {"k": OPEN}}]}, **named})


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
