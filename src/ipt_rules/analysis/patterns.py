"""One pattern as the set of facts that satisfy it: whether it is empty, lies within another, or is apart from it.

Exact for what a pattern says of one fact by itself. What one field of a kind implies for another is not known here.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from ipt_rules.analysis.values import Values, both, domain, of_term, within
from ipt_rules.facts.base import FactKind
from ipt_rules.facts.kinds import KINDS
from ipt_rules.query import Pattern, Ref, Term


class Shape(NamedTuple):
    """The facts of a kind that satisfy a pattern: the values allowed of each field it tests, and its references."""

    kind: FactKind
    values: Mapping[str, Values]
    refs: tuple[Term, ...] = ()

    def of(self, field: str) -> Values | None:
        """The values that a field can have in such a fact; None where it may be unknown too."""
        if field in self.values:
            return self.values[field]
        declared = self.kind.fields[field]
        return domain(declared) if declared.required else None


@lru_cache(maxsize=16384)
def shape(pattern: Pattern) -> Shape:
    """The set of facts that a pattern stands for."""
    kind = KINDS[pattern.kind]
    values: dict[str, Values] = {}
    for term in pattern.terms:
        allowed = of_term(kind.fields[term.field], term)
        values[term.field] = both(values[term.field], allowed) if term.field in values else allowed
    return Shape(kind, values, tuple(term for term in pattern.terms if isinstance(term.operand, Ref)))


def impossible(pattern: Pattern) -> str | None:
    """The first field whose terms no value satisfies; None where some fact satisfies the pattern."""
    return next((field for field, values in shape(pattern).values.items() if values.empty), None)


def lies_within(inner: Pattern, outer: Pattern, names: Mapping[str, str] | None = None) -> bool:
    """Whether every fact that satisfies `inner` satisfies `outer`.

    `names` says how a name that `outer` refers to is called for `inner`; left out, each by its own.
    """
    if inner.kind != outer.kind:
        return False
    one, other = shape(inner), shape(outer)
    for field, allowed in other.values.items():
        known = one.of(field)
        if known is None or not within(known, allowed):
            return False
    return all(_renamed(term, names) in one.refs for term in other.refs)


def _renamed(term: Term, names: Mapping[str, str] | None) -> Term:
    assert isinstance(term.operand, Ref)
    name = term.operand.name if names is None else names.get(term.operand.name, "")
    return term._replace(operand=Ref(name, term.operand.field))


def apart(one: Pattern, other: Pattern) -> bool:
    """Whether no fact can satisfy both patterns."""
    if one.kind != other.kind:
        return True
    first, second = shape(one), shape(other)
    return any(
        both(first.values[name], second.values[name]).empty for name in first.values.keys() & second.values.keys()
    )
