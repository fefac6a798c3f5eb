"""When a rule speaks, in words: one sentence a condition, with the marks of whatever page it stands on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from ipt_rules.finding import shown
from ipt_rules.query import Pattern, Query, Ref, Term

OPERATORS: Mapping[str, str] = {
    "is": "is",
    "is_not": "is known and is not",
    "in": "is one of",
    "at_least": "at least",
    "at_most": "at most",
    "more_than": "more than",
    "less_than": "less than",
}


class Marks(NamedTuple):
    """How a page marks a kind of fact, the name a fact goes by, and a field or value; and its words for the tests."""

    kind: Callable[[str], str]
    name: Callable[[str], str]
    code: Callable[[str], str]
    joined: str = "with"
    operators: Mapping[str, str] = OPERATORS


PLAIN = Marks(
    kind=lambda kind: kind.replace("_", " "),
    name=lambda name: f"“{name.replace('_', ' ')}”",
    code=lambda text: text.replace("_", " "),
    joined="where",
    operators={name: words if words.startswith("is") else f"is {words}" for name, words in OPERATORS.items()},
)
"""For a reader of words alone."""


class Condition(NamedTuple):
    """One condition: the pattern it comes from, whether that must be absent, and its sentence."""

    pattern: Pattern
    absent: bool
    text: str


def conditions(query: Query, marks: Marks = PLAIN) -> list[Condition]:
    """The conditions of one way to come true; the case itself is left out where nothing of it is tested.

    Parameters stand as their values.
    """
    there = [one for one in query.exists if one.kind != "case" or one.terms]
    return [
        *(Condition(one, False, f"there is {_pattern(one, marks)}") for one in there),
        *(Condition(one, True, f"there is no {_pattern(one, marks)}") for one in query.absent),
    ]


def _pattern(pattern: Pattern, marks: Marks) -> str:
    terms = " and ".join(_term(term, marks) for term in pattern.terms)
    own = not pattern.name.startswith(("fact_", "none_")) and pattern.name != pattern.kind
    kind = f"{marks.kind(pattern.kind)} {marks.name(pattern.name)}" if own else marks.kind(pattern.kind)
    return f"{kind} {marks.joined} {terms}" if terms else kind


def _term(term: Term, marks: Marks) -> str:
    operand = term.operand
    if isinstance(operand, Ref):
        told = f"that of {marks.name(operand.name)} ({marks.code(operand.field)})"
    elif isinstance(operand, tuple):
        told = ", ".join(marks.code(str(value)) for value in operand)
    else:
        told = marks.code(shown(operand) if isinstance(operand, bool) else str(operand))
    return f"{marks.code(term.field)} {marks.operators[term.operator]} {told}"
