"""A rule's conditions, lowered: patterns, terms and references. No YAML, no parameters, no engine.

A rule has one `Query` for each of its ways to come true. Every matcher reads this and nothing else. A compiled pack
keeps queries as plain data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from ipt_rules.facts.base import Fact, Value
from ipt_rules.facts.view import UNKNOWN_KIND, Wanted

OPERATORS = ("is", "is_not", "in", "at_least", "at_most", "more_than", "less_than")


@dataclass(frozen=True)
class Ref:
    """The value of `field` of the fact bound to `name` earlier in the same query."""

    name: str
    field: str


class Term(NamedTuple):
    """A test of one field: `operator` is one of OPERATORS; `in` takes a tuple of constants, the others one operand."""

    field: str
    operator: str
    operand: Value | tuple[Value, ...] | Ref


class Pattern(NamedTuple):
    """A fact of `kind` that satisfies all `terms`; in a match it goes by `name`."""

    name: str
    kind: str
    terms: tuple[Term, ...] = ()


class Query(NamedTuple):
    """One way for a rule to come true: all of `exists`, none of `absent`.

    The first pattern of `exists` is always the case. References point to earlier `exists` patterns only.
    """

    rule_id: str
    arm: str
    exists: tuple[Pattern, ...]
    absent: tuple[Pattern, ...] = ()

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        return self.exists + self.absent

    @property
    def refs(self) -> Iterator[Ref]:
        """Every reference in the query, absent patterns included."""
        return (t.operand for p in self.patterns for t in p.terms if isinstance(t.operand, Ref))


class Match(NamedTuple):
    """One way in which a query holds: the facts bound, by the names of its `exists` patterns, in their order."""

    rule_id: str
    arm: str
    bound: tuple[tuple[str, Fact], ...]

    def fact(self, name: str) -> Fact:
        return dict(self.bound)[name]


def wanted_by(queries: Iterable[Query]) -> Wanted:
    """The facts that can make a difference to these queries: what they bind, which wording is made from too, or miss."""
    patterns = [pattern for query in queries for pattern in query.patterns]
    kinds = frozenset(pattern.kind for pattern in patterns)
    named = [_topics(pattern) for pattern in patterns if pattern.kind == UNKNOWN_KIND]
    known = [topics for topics in named if topics is not None]
    return Wanted(kinds, frozenset().union(*known) if len(known) == len(named) else None)


def _topics(pattern: Pattern) -> frozenset[str] | None:
    """The topics that a pattern of `unknown` can fit; None when it does not say."""
    told = [term for term in pattern.terms if term.field == "topic" and not isinstance(term.operand, Ref)]
    for term in told:
        if term.operator == "is":
            return frozenset({str(term.operand)})
        if term.operator == "in" and isinstance(term.operand, tuple):
            return frozenset(map(str, term.operand))
    return None


def as_data(queries: Iterable[Query]) -> list[Any]:
    """Queries of one rule for JSON, their values aside, which `plain_value` makes plain."""
    return [[one.arm, *([_pattern_data(p) for p in some] for some in (one.exists, one.absent))] for one in queries]


def _pattern_data(pattern: Pattern) -> list[Any]:
    return [pattern.name, pattern.kind, [[term.field, term.operator, term.operand] for term in pattern.terms]]


def plain_value(value: Any) -> dict[str, Any]:
    """What JSON does not know: a date, or a reference."""
    return {"day": value.isoformat()} if isinstance(value, date) else {"name": value.name, "field": value.field}


def queries_of(rule_id: str, data: Iterable[Any]) -> tuple[Query, ...]:
    """The queries of a rule from what `as_data` gave and JSON kept."""
    return tuple(
        Query(rule_id, arm, tuple(map(_pattern_of, exists)), tuple(map(_pattern_of, absent)))
        for arm, exists, absent in data
    )


def _pattern_of(data: Any) -> Pattern:
    name, kind, terms = data
    return Pattern(name, kind, tuple(Term(field, operator, value_of(operand)) for field, operator, operand in terms))


def value_of(data: Any) -> Any:
    """An operand or value from what JSON kept of it."""
    if isinstance(data, list):
        return tuple(map(value_of, data))
    if isinstance(data, dict):
        return date.fromisoformat(data["day"]) if "day" in data else Ref(**data)
    return data
