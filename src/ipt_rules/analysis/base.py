"""What a check of the analysis finds, and the words it uses for queries."""

from __future__ import annotations

from typing import NamedTuple

from ipt_rules.facts.base import shown
from ipt_rules.query import Pattern, Query, Ref, Term

Loc = tuple[str | int, ...]


class Found(NamedTuple):
    """One thing found: the rule (or other entry) it is in, the place there, a code, a sentence, a next step.

    `witness` are facts as in the examples of rule files, or a case in words: who reads it can try it.
    `about` is what else is concerned, by id: a declared exception names both.
    """

    where: str
    loc: Loc
    code: str
    message: str
    hint: str
    witness: str = ""
    about: str = ""


def loc_of(query: Query) -> Loc:
    """Where in its file a query stands."""
    return ("when_any", query.arm) if query.arm else ("when",)


def way(query: Query) -> str:
    """The way of a rule that a query is, for a sentence."""
    return f"its way `{query.arm}`" if query.arm else "it"


def told(term: Term) -> str:
    """A condition as one reads it.

    >>> told(Term("age", "at_least", 18)), told(Term("over", "is", False))
    ('age at_least 18', 'over: no')
    """
    operand = term.operand
    if isinstance(operand, Ref):
        value = f"${operand.name}.{operand.field}"
    else:
        value = f"[{', '.join(map(shown, operand))}]" if isinstance(operand, tuple) else shown(operand)
    return f"{term.field}: {value}" if term.operator == "is" else f"{term.field} {term.operator} {value}"


def named(pattern: Pattern) -> str:
    """A pattern as one reads it."""
    terms = ", ".join(map(told, pattern.terms))
    return f"{pattern.kind} {{{terms}}}" if terms else pattern.kind
