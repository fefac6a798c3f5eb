"""All mutants of a rule, each lowered to queries like any rule; and those of a parameter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ipt_rules.facts.base import Value
from ipt_rules.facts.kinds import KINDS
from ipt_rules.loading import Sources
from ipt_rules.lowering import lower
from ipt_rules.mutation.change import Change, changed, moved, slug
from ipt_rules.mutation.conclusions import conclusion_changes
from ipt_rules.mutation.conditions import condition_changes
from ipt_rules.protocol import Parameter
from ipt_rules.query import Query
from ipt_rules.rule import Rule
from ipt_rules.rulebook import Rulebook


@dataclass(frozen=True)
class Mutant:
    """A rule or a parameter with one thing changed.

    The id names the rule or parameter, the place in its file and the change; it stays as long as these do. `part` is
    `when`, `then` or `parameter`.
    """

    id: str
    of: str
    path: str
    line: int
    kind: str
    told: str
    part: str
    rule: Rule | None = field(default=None, repr=False)
    queries: tuple[Query, ...] = field(default=(), repr=False)
    value: Value = 0


def rule_mutants(rule_id: str, sources: Sources, rulebook: Rulebook) -> Iterator[Mutant]:
    """Every mutant of a rule that the loader would accept and that says something else than the rule."""
    entry = next(one for one in sources.rules if Path(one["path"]).stem == rule_id)
    document = sources.documents[entry["path"]]
    parameters = {key: one.value for key, one in rulebook.parameters.items()}
    own = (rulebook.rules[rule_id].then, rulebook.queries[rule_id])
    seen: set[str] = set()
    for change in (*condition_changes(entry["data"], parameters), *conclusion_changes(entry["data"], rulebook)):
        made = _made(changed(entry["data"], change), parameters)
        name = f"{rule_id}:{slug(change)}"
        if made is None or name in seen or (made[0].then, made[1]) == own:
            continue
        seen.add(name)
        part = "then" if change.loc[0] == "then" else "when"
        line = document.line(change.loc)
        yield Mutant(name, rule_id, entry["path"], line, change.kind, change.told, part, *made)


def _made(data: Mapping[str, Any], parameters: Mapping[str, Any]) -> tuple[Rule, tuple[Query, ...]] | None:
    """The rule and its queries; None where the loader would refuse it."""
    try:
        rule = Rule.model_validate(data)
    except ValidationError:
        return None
    lowered = lower(rule, KINDS, parameters)
    return None if lowered.faults else (rule, lowered.queries)


def parameter_mutants(key: str, sources: Sources, rulebook: Rulebook) -> Iterator[Mutant]:
    """The parameter one unit higher and one lower; the other answer of a yes or no."""
    parameter = rulebook.parameters[key]
    path, line = _place(key, sources)
    for told, value in _other_values(parameter):
        change = Change((key,), value, "parameter", told)
        yield Mutant(f"parameter:{slug(change)}", key, path, line, "parameter", told, "parameter", value=value)


def _other_values(parameter: Parameter) -> Iterator[tuple[str, Value]]:
    value = parameter.value
    if isinstance(value, bool):
        yield ("yes -> no" if value else "no -> yes"), not value
    elif isinstance(value, int | float):
        for sign, other in moved(value):
            yield f"{value:g} {sign}1 unit", other


def _place(key: str, sources: Sources) -> tuple[str, int]:
    for path, document in sources.documents.items():
        if Path(path).stem.split("-")[0] == "parameters":
            for at, entry in enumerate(document.data["parameters"]):
                if entry["key"] == key:
                    return path, document.line(("parameters", at))
    return "parameters.yaml", 0
