"""What pages have in common: links between them, and which rules use what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ipt_rules.facts.kinds import KINDS
from ipt_rules.finding import SLOT
from ipt_rules.lowering import PARAMETERS, lower
from ipt_rules.rulebook import Rulebook


@dataclass(frozen=True)
class Used:
    """By name the rules that read a fact kind, read a parameter, suggest a technique, or keep one back."""

    kinds: Mapping[str, tuple[str, ...]]
    parameters: Mapping[str, tuple[str, ...]]
    suggested: Mapping[str, tuple[str, ...]]
    kept_back: Mapping[str, tuple[str, ...]]

    def parameters_of(self, rule_id: str) -> tuple[str, ...]:
        """The parameters that a rule reads."""
        return tuple(sorted(key for key, rules in self.parameters.items() if rule_id in rules))


def used_by(rulebook: Rulebook) -> Used:
    """Which rules use what, by one pass over the rulebook."""
    kinds, parameters, suggested, kept_back = (defaultdict[str, dict[str, None]](dict) for _ in range(4))
    values = {key: one.value for key, one in rulebook.parameters.items()}
    for rule in rulebook.rules.values():
        for query in rulebook.queries[rule.id]:
            for pattern in query.patterns:
                kinds[pattern.kind][rule.id] = None
        in_words = {field for text in rule.texts for name, field in SLOT.findall(text) if name == PARAMETERS}
        for key in lower(rule, KINDS, values).parameters | in_words:
            parameters[key][rule.id] = None
        for technique in rule.then.suggest.techniques if rule.then.suggest else ():
            suggested[technique][rule.id] = None
        blocked = rule.then.block.techniques if rule.then.block else rule.then.alert.held if rule.then.alert else ()
        for technique in blocked:
            kept_back[technique][rule.id] = None
    return Used(*({key: tuple(ids) for key, ids in one.items()} for one in (kinds, parameters, suggested, kept_back)))


def cell(text: str) -> str:
    """Text for a cell of a table."""
    return " ".join(text.split()).replace("|", "\\|")


def rule_links(rules: Iterable[str], up: str = "") -> str:
    """Links to the pages of rules; `up` leads from the page to the folder of pages."""
    return ", ".join(f"[{one}]({up}rules/{one}.md)" for one in rules)


def statement_links(statements: Iterable[str], up: str = "") -> str:
    """Links to statements on the page of the trace."""
    return ", ".join(f"[{one}]({up}traceability.md#{one})" for one in statements)


def anchor(name: str) -> str:
    """A place that links can lead to."""
    return f'<a id="{name}"></a>'
