"""Judging conditions in three values: yes, no, not known. For explanations, and for what a missing answer could change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ipt_rules.facts.base import Fact
from ipt_rules.matching.plain import COMPARE
from ipt_rules.query import Pattern, Query, Ref, Term

Bound = dict[str, Fact]
Missing = tuple[Fact, str]
"""A fact and the field of it that is not known."""


def judge(fact: Fact, term: Term, bound: Mapping[str, Fact]) -> bool | None:
    """Whether a term holds: yes, no, or None when either side is not known."""
    operand = bound[term.operand.name].get(term.operand.field) if isinstance(term.operand, Ref) else term.operand
    value = fact.get(term.field)
    if value is None or operand is None:
        return None
    return COMPARE[term.operator](value, operand)


def missing_in(fact: Fact, term: Term, bound: Mapping[str, Fact]) -> Missing:
    """What would have to be known to judge the term."""
    if fact.get(term.field) is None:
        return fact, term.field
    assert isinstance(term.operand, Ref)
    return bound[term.operand.name], term.operand.field


class Possible(NamedTuple):
    """A way in which a query could hold if every missing answer were the right one."""

    bound: tuple[tuple[str, Fact], ...]
    missing: tuple[Missing, ...]


FactsByKind = Mapping[str, list[Fact]]


def by_kind(facts: Iterable[Fact]) -> FactsByKind:
    """Facts by their kind, each in the order given."""
    grouped: dict[str, list[Fact]] = {}
    for fact in facts:
        grouped.setdefault(fact.kind, []).append(fact)
    return grouped


def possible(query: Query, facts: FactsByKind) -> Iterator[Possible]:
    """Every way in which a query holds or could hold. Surely absent facts stay absent; nothing is guessed beyond fields."""
    yield from _possible(query, facts, 0, {}, ())


def _possible(
    query: Query, facts: FactsByKind, at: int, bound: Bound, missing: tuple[Missing, ...]
) -> Iterator[Possible]:
    if at == len(query.exists):
        if not any(_surely_there(pattern, facts, bound) for pattern in query.absent):
            yield Possible(tuple(bound.items()), missing)
        return
    pattern = query.exists[at]
    for fact in facts.get(pattern.kind, ()):
        if fact in bound.values():
            continue
        answers = [(term, judge(fact, term, {**bound, pattern.name: fact})) for term in pattern.terms]
        if any(answer is False for _, answer in answers):
            continue
        unknown = tuple(missing_in(fact, term, bound) for term, answer in answers if answer is None)
        yield from _possible(query, facts, at + 1, {**bound, pattern.name: fact}, missing + unknown)


def hindering(query: Query, facts: FactsByKind, bound: Bound) -> Iterator[Missing]:
    """The single missing answers with which something would be there that this way of a query wants absent."""
    for pattern in query.absent:
        for fact in facts.get(pattern.kind, ()):
            if fact in bound.values():
                continue
            answers = [(term, judge(fact, term, bound)) for term in pattern.terms]
            unknown = {missing_in(fact, term, bound) for term, answer in answers if answer is None}
            if len(unknown) == 1 and all(answer is not False for _, answer in answers):
                yield from unknown


def _surely_there(pattern: Pattern, facts: FactsByKind, bound: Bound) -> bool:
    return any(
        all(judge(fact, term, bound) is True for term in pattern.terms)
        for fact in facts.get(pattern.kind, ())
        if fact not in bound.values()
    )
