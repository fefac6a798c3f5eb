"""Thresholds of conditions: whether a rule's examples hold the value just below each, at it, and just above it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ipt_rules.examples import example_facts
from ipt_rules.facts.base import Field
from ipt_rules.facts.kinds import KINDS
from ipt_rules.lowering import ORDER
from ipt_rules.query import Pattern
from ipt_rules.rule import Rule
from ipt_rules.rulebook import Rulebook

SIDES = ("just below", "at", "just above")


@dataclass(frozen=True)
class Threshold:
    """One threshold of a condition, and the sides of it that no example of the rule holds."""

    rule_id: str
    kind: str
    field: str
    operator: str
    value: float
    missing: tuple[str, ...]


def thresholds(rulebook: Rulebook) -> Iterator[Threshold]:
    """Every number that a condition of an active rule compares with, each once for a rule.

    `just below` and `just above` are one unit away; for a decimal field any value within one unit is near enough. A side
    on which the field has no values, such as less than no sessions, is not asked for.
    """
    for rule in rulebook.rules.values():
        if rule.status != "active":
            continue
        held = _held(rule)
        patterns = (pattern for query in rulebook.queries[rule.id] for pattern in query.patterns)
        for kind, name, operator, value in dict.fromkeys(one for pattern in patterns for one in _numbers(pattern)):
            field = KINDS[kind].fields[name]
            missing = tuple(_missing(field, value, held.get((kind, name), set())))
            yield Threshold(rule.id, kind, name, operator, value, missing)


def _numbers(pattern: Pattern) -> Iterator[tuple[str, str, str, float]]:
    for term in pattern.terms:
        operand = term.operand
        if term.operator in ORDER and isinstance(operand, int | float) and not isinstance(operand, bool):
            yield pattern.kind, term.field, term.operator, operand


def _held(rule: Rule) -> Mapping[tuple[str, str], set[float]]:
    """The numbers in the examples of a rule, by fact kind and field."""
    found: dict[tuple[str, str], set[float]] = {}
    for example in rule.examples:
        for fact in example_facts(rule, example)[0]:
            for name, value in fact.values.items():
                if isinstance(value, int | float):
                    found.setdefault((fact.kind, name), set()).add(value)
    return found


def _missing(field: Field, value: float, held: set[float]) -> Iterator[str]:
    whole = field.type == "integer"
    near = {
        "just below": lambda one: one == value - 1 if whole else value - 1 <= one < value,
        "at": lambda one: one == value,
        "just above": lambda one: one == value + 1 if whole else value < one <= value + 1,
    }
    for side in SIDES:
        possible = side != "just below" or field.least is None or value - 1 >= field.least
        if possible and not any(near[side](one) for one in held):
            yield side
