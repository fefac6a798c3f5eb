"""Joins statements, decision rules, rules, parameters and scenarios, both ways, and lists what is not covered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ipt_rules.boundaries import thresholds
from ipt_rules.errors import Problem
from ipt_rules.rule import Rule
from ipt_rules.rulebook import Rulebook
from ipt_rules.scenarios import Scenario, read_scenarios
from ipt_rules.translation import _


@dataclass(frozen=True)
class Trace:
    """What carries each statement and decision rule, and which scenarios show each rule."""

    carriers: Mapping[str, tuple[str, ...]]
    decided_by: Mapping[str, tuple[str, ...]]
    scenarios: Mapping[str, tuple[Scenario, ...]]


def trace(rulebook: Rulebook, features: Path) -> Trace:
    """The trace of a rulebook and its features."""
    return traced(rulebook, read_scenarios(features))


def traced(rulebook: Rulebook, scenarios: Iterable[Scenario]) -> Trace:
    """The trace of a rulebook and scenarios that were read."""
    carriers: dict[str, list[str]] = defaultdict(list)
    for name, statements in _carried(rulebook):
        for statement in statements:
            carriers[statement].append(name)
    decided: dict[str, list[str]] = defaultdict(list)
    for rule in _active(rulebook):
        for decision in rule.decides:
            decided[decision].append(rule.id)
    shown: dict[str, list[Scenario]] = defaultdict(list)
    for scenario in scenarios:
        for rule_id in scenario.rules:
            shown[rule_id].append(scenario)
    return Trace(_frozen(carriers), _frozen(decided), {key: tuple(value) for key, value in shown.items()})


def _frozen(lists: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(dict.fromkeys(value)) for key, value in lists.items()}


def _active(rulebook: Rulebook) -> Iterator[Rule]:
    return (rule for rule in rulebook.rules.values() if rule.status == "active")


def _carried(rulebook: Rulebook) -> Iterator[tuple[str, Iterable[str]]]:
    """Everything that carries statements: its name, and the statements."""
    for rule in _active(rulebook):
        yield f"rule {rule.id}", rule.implements
    for parameter in rulebook.parameters.values():
        yield f"parameter {parameter.key}", parameter.statements
    for group in rulebook.groups.values():
        yield f"group {group.id}", group.statements
    for sorting in rulebook.sortings.values():
        yield f"sorting {sorting.id}", sorting.statements
    for technique in rulebook.techniques.values():
        yield f"technique {technique.id}", technique.statements
    for checklist in rulebook.checklists.values():
        for item in checklist.items:
            yield f"checklist {checklist.id}", item.statements
    for area in rulebook.areas.values():
        yield f"area {area.id}", [one.statement for one in area.also]
    for closing in rulebook.closings.values():
        yield f"closing {closing.id}", closing.statements
    for plan in rulebook.plans.plans:
        yield f"plan {plan.id}", plan.all_statements
    for chapter in rulebook.dialogue.values():
        yield f"dialogue {chapter.id}", chapter.statements
    for slug, course in rulebook.courses.items():
        yield f"course {slug}", course.statements
    for key, instrument in rulebook.instruments.instruments.items():
        yield f"instrument {key}", _statements_in(instrument.model_dump())
    for statement in rulebook.statements.values():
        for name in statement.carried_by:
            yield name, [statement.id]


def _statements_in(data: object) -> Iterator[str]:
    """Every entry of a `statements` list anywhere below."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "statements":
                yield from value
            else:
                yield from _statements_in(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _statements_in(value)


def trace_problems(rulebook: Rulebook, features: Path) -> list[Problem]:
    """Every hole of the trace: statements, decisions, rules without scenarios, dangling tags, thresholds without examples."""
    found = trace(rulebook, features)
    return [
        *_statement_holes(rulebook, found),
        *_decision_holes(rulebook, found),
        *_rule_holes(rulebook, found),
        *_tag_holes(rulebook, found),
        *_boundary_holes(rulebook),
    ]


def _statement_holes(rulebook: Rulebook, found: Trace) -> Iterator[Problem]:
    for statement in rulebook.statements.values():
        carried = found.carriers.get(statement.id)
        if statement.scope == "in" and not carried:
            yield _problem("TRACE-01", f"statement {statement.id} is in scope and nothing carries it")
        if statement.scope != "in" and carried:
            yield _problem("TRACE-02", f"statement {statement.id} is carried by {carried[0]} and not marked in scope")
        if statement.scope == "out" and not statement.why_out:
            yield _problem("TRACE-03", f"statement {statement.id} is out of scope without a reason")
    for statement_id in sorted(set(found.carriers) - set(rulebook.statements)):
        yield _problem(
            "TRACE-04", f"{found.carriers[statement_id][0]} names a statement {statement_id} that does not exist"
        )


def _decision_holes(rulebook: Rulebook, found: Trace) -> Iterator[Problem]:
    for decision in rulebook.decisions.values():
        if decision.id not in found.decided_by:
            yield _problem("TRACE-05", f"no active rule carries the decision rule {decision.id}")
    for decision_id in sorted(set(found.decided_by) - set(rulebook.decisions)):
        yield _problem("TRACE-06", f"{found.decided_by[decision_id][0]} carries {decision_id}, which does not exist")


def _rule_holes(rulebook: Rulebook, found: Trace) -> Iterator[Problem]:
    for rule in _active(rulebook):
        shown = found.scenarios.get(rule.id, ())
        if not any(one.speaks for one in shown):
            yield _problem("TRACE-07", f"no scenario makes the rule {rule.id} speak", "add one to features/")
        if not any(one.silent for one in shown):
            yield _problem("TRACE-08", f"no scenario keeps the rule {rule.id} silent", "add one to features/")


def _tag_holes(rulebook: Rulebook, found: Trace) -> Iterator[Problem]:
    for rule_id, shown in sorted(found.scenarios.items()):
        if rule_id not in rulebook.rules:
            yield Problem(shown[0].path, shown[0].line, "TRACE-09", f"the tag @rule:{rule_id} names no rule")
        for one in shown:
            for statement in one.statements:
                if statement not in rulebook.statements:
                    yield Problem(one.path, one.line, "TRACE-09", f"the tag @statement:{statement} names no statement")


def _boundary_holes(rulebook: Rulebook) -> Iterator[Problem]:
    for one in thresholds(rulebook):
        if one.missing:
            where = f"`{one.kind}.{one.field} {one.operator} {one.value:g}`"
            sides = " and ".join(one.missing)
            hint = "add an example with that value"
            yield _problem("TRACE-10", f"no example of {one.rule_id} holds a value {sides} its threshold {where}", hint)


def _problem(code: str, message: str, hint: str = "") -> Problem:
    return Problem("trace", 0, code, message, hint)


def trace_report(rulebook: Rulebook, features: Path) -> str:
    """The trace in numbers, then the holes, for a terminal."""
    found = trace(rulebook, features)
    scopes = [statement.scope for statement in rulebook.statements.values()]
    scenarios = {(one.path, one.line) for shown in found.scenarios.values() for one in shown}
    active = list(_active(rulebook))
    lines = [
        f"statements  {len(scopes)}: {scopes.count('in')} carried, {scopes.count('out')} out of scope with a reason",
        f"decisions   {len(rulebook.decisions)}: {len(found.decided_by)} carried by rules",
        f"rules       {len(active)} active, {sum(rule.review == 'pending' for rule in active)} pending review",
        f"scenarios   {len(scenarios)}, for {len(found.scenarios)} rules",
    ]
    limits = list(thresholds(rulebook))
    held = sum(not one.missing for one in limits)
    lines.append(f"thresholds  {len(limits)} in conditions, {held} with examples just below, at and just above")
    lines.append(_("            those of derivations are watched by `make thresholds` (docs/reliability.md)"))
    problems = trace_problems(rulebook, features)
    lines.append(f"holes       {len(problems)}")
    return "\n".join([*lines, *(str(problem) for problem in problems)])
