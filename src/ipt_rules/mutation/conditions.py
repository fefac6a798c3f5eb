"""Changes to what a rule asks for: phases, ways, patterns, terms, operators, thresholds, joins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ipt_rules.facts.base import Field
from ipt_rules.facts.kinds import KINDS
from ipt_rules.lowering import ORDER, PARAMETERS
from ipt_rules.mutation.change import GONE, Change, Loc, moved, swapped, without_each
from ipt_rules.vocabulary import PHASES

SWAPS = {
    "is": ("is_not",),
    "is_not": ("is",),
    "at_least": ("more_than", "at_most"),
    "at_most": ("less_than", "at_least"),
    "more_than": ("at_least", "less_than"),
    "less_than": ("at_most", "more_than"),
}
"""What an operator is changed to: the neighbour at the boundary, and the other direction."""


def condition_changes(data: Mapping[str, Any], parameters: Mapping[str, Any]) -> Iterator[Change]:
    """Every change to the conditions of a rule file; some of them no loader would accept."""
    yield from _phases(list(data["phase"]))
    ways = data.get("when_any")
    if ways is None:
        yield from _patterns(("when",), data["when"], parameters)
        return
    for name, patterns in ways.items():
        if len(ways) > 1:
            yield Change(("when_any", name), GONE, "way dropped", f"without {name}")
        yield from _patterns(("when_any", name), patterns, parameters)


def _phases(phases: list[str]) -> Iterator[Change]:
    """Without each phase, and with each that stands next to one: `any` is no condition."""
    if "any" in phases:
        return
    yield from without_each(("phase",), phases, "phase dropped")
    places = [PHASES.index(one) for one in phases]
    beside = {place + by for place in places for by in (-1, 1)} - set(places)
    for place in sorted(beside & set(range(len(PHASES)))):
        yield Change(("phase",), [*phases, PHASES[place]], "phase added", f"with {PHASES[place]}")


def _patterns(loc: Loc, patterns: Sequence[Mapping[str, Any]], parameters: Mapping[str, Any]) -> Iterator[Change]:
    for at, spec in enumerate(patterns):
        here = (*loc, at)
        name = spec.get("exists") or spec["absent"]
        where = dict(spec.get("where") or {})
        if len(patterns) > 1 or name == "case":
            yield Change(here, GONE, "condition dropped", f"without {_word(spec)} {name}")
        if name != "case":
            other = "absent" if "exists" in spec else "exists"
            turned = {other: name, **({"where": where} if where else {})}
            yield Change(here, turned, "exists and absent", f"{_word(spec)} -> {other}")
        for field, condition in where.items():
            declared = KINDS[name].fields[field]
            rest = {key: value for key, value in where.items() if key != field}
            joins = _is_join(condition)
            yield Change((*here, "where"), rest, "join removed" if joins else "condition dropped", f"without {field}")
            yield from _terms((*here, "where", field), condition, declared, parameters)


def _word(spec: Mapping[str, Any]) -> str:
    return "exists" if "exists" in spec else "absent"


def _is_join(condition: Any) -> bool:
    operands = condition.values() if isinstance(condition, Mapping) else [condition]
    return any(isinstance(one, str) and one.startswith("$") and not _parameter(one) for one in operands)


def _parameter(operand: Any) -> str:
    """The key of the parameter that an operand names; empty when it names none."""
    prefix = f"${PARAMETERS}."
    return operand.removeprefix(prefix) if isinstance(operand, str) and operand.startswith(prefix) else ""


def _terms(loc: Loc, condition: Any, declared: Field, parameters: Mapping[str, Any]) -> Iterator[Change]:
    """Changes to the tests of one field: each operator, each operand."""
    tests = dict(condition) if isinstance(condition, Mapping) else {"is": condition}
    for operator, operand in tests.items():
        rest = {key: value for key, value in tests.items() if key != operator}
        if rest:
            yield Change(loc, rest, "condition dropped", f"without {operator}")
        for other in SWAPS.get(operator, ()):
            if other not in rest:
                yield Change(loc, {**rest, other: operand}, "operator", f"{operator} -> {other}")
        for change in _operands(loc, operator, operand, declared, parameters):
            yield change._replace(instead={**rest, operator: change.instead})


def _operands(
    loc: Loc, operator: str, operand: Any, declared: Field, parameters: Mapping[str, Any]
) -> Iterator[Change]:
    if operator == "in":
        yield from without_each(loc, list(operand), "term dropped")
        missing = [term for term in declared.terms if term not in operand]
        for term in missing[:1]:
            yield Change(loc, [*operand, term], "term added", f"with {term}")
        return
    value = parameters.get(_parameter(operand), operand)
    if operator in ORDER or (isinstance(value, int | float) and not isinstance(value, bool)):
        if isinstance(value, int | float):
            for sign, other in moved(value):
                yield Change(loc, other, "threshold", f"{operator} {operand}{sign}1 unit")
    elif declared.type == "yes_no":
        yes = value in (True, "yes", "true")
        yield Change(loc, "no" if yes else "yes", "answer", f"{'yes' if yes else 'no'} -> {'no' if yes else 'yes'}")
    else:
        yield from swapped(loc, value, declared.terms, "term")
