"""The plain matcher: this file is what a query means, and every other matcher must agree with it.

- An `exists` pattern binds each fact of its kind that satisfies all its terms; a query holds once for each way to
  bind all of them.
- One fact fills at most one pattern of a query.
- `absent` holds when no other fact of the kind satisfies all its terms.
- An unknown value satisfies no term, `is_not` included.
- A reference to an unknown value ends the binding, inside `absent` too: nothing rests on an absence that was not seen.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ipt_rules.facts.base import Fact
from ipt_rules.query import Match, Pattern, Query, Ref, Term

Bound = dict[str, Fact]

COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    "is": operator.eq,
    "is_not": operator.ne,
    "in": lambda value, words: value in words,
    "at_least": operator.ge,
    "at_most": operator.le,
    "more_than": operator.gt,
    "less_than": operator.lt,
}


class PlainMatcher:
    """Nested loops over the facts of each kind. It keeps no state, so threads may share it."""

    name = "plain"

    def __init__(self, queries: Sequence[Query]) -> None:
        self._queries = tuple(queries)

    def match(self, facts: Sequence[Fact]) -> list[Match]:
        by_kind: dict[str, list[Fact]] = {}
        for fact in facts:
            by_kind.setdefault(fact.kind, []).append(fact)
        return [
            Match(query.rule_id, query.arm, tuple(bound.items()))
            for query in self._queries
            for bound in _bindings(query, by_kind, 0, {})
        ]


def _bindings(query: Query, facts: Mapping[str, list[Fact]], at: int, bound: Bound) -> Iterator[Bound]:
    if at == len(query.exists):
        if _refs_known(query, bound) and not any(_found(p, facts, bound) for p in query.absent):
            yield dict(bound)
        return
    pattern = query.exists[at]
    for fact in facts.get(pattern.kind, ()):
        if fact not in bound.values() and satisfies(fact, pattern, bound):
            yield from _bindings(query, facts, at + 1, {**bound, pattern.name: fact})


def _refs_known(query: Query, bound: Bound) -> bool:
    return all(bound[ref.name].get(ref.field) is not None for ref in query.refs)


def _found(pattern: Pattern, facts: Mapping[str, list[Fact]], bound: Bound) -> bool:
    return any(fact not in bound.values() and satisfies(fact, pattern, bound) for fact in facts.get(pattern.kind, ()))


def satisfies(fact: Fact, pattern: Pattern, bound: Bound) -> bool:
    """Whether a fact of the pattern's kind satisfies all its terms, given the facts bound so far."""
    return all(holds(fact, term, bound) for term in pattern.terms)


def holds(fact: Fact, term: Term, bound: Bound) -> bool:
    """Whether one term is known to hold; unknown on either side is no."""
    operand = bound[term.operand.name].get(term.operand.field) if isinstance(term.operand, Ref) else term.operand
    value = fact.get(term.field)
    return value is not None and operand is not None and COMPARE[term.operator](value, operand)
