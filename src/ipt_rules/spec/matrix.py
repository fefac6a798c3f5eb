"""The trace matrix: every statement with what carries it, the scenarios that show it, their results, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ipt_rules.protocol import Statement
from ipt_rules.spec.changes import Changes
from ipt_rules.spec.model import Gap, SpecRule, SpecScenario, SpecStatement
from ipt_rules.spec.ruling import result_gaps


class Matrix:
    """Joins statements with carriers and scenarios. `tagged` are the scenarios that name a statement themselves."""

    def __init__(
        self,
        carriers: Mapping[str, tuple[str, ...]],
        rules: Mapping[str, SpecRule],
        scenarios: Mapping[str, SpecScenario],
        tagged: Mapping[str, Sequence[str]],
        changes: Changes,
    ) -> None:
        self.carriers, self.rules, self.scenarios, self.tagged = carriers, rules, scenarios, tagged
        self.changes = changes

    def row(self, statement: Statement) -> SpecStatement:
        """The row of one statement."""
        carriers = self.carriers.get(statement.id, ())
        rules = [self.rules[one.removeprefix("rule ")] for one in carriers if one.startswith("rule ")]
        shown = tuple(
            dict.fromkeys([*self.tagged.get(statement.id, ()), *(id for one in rules for id in one.scenarios)])
        )
        return SpecStatement(
            id=f"statement-{statement.id}",
            name=statement.id,
            section=statement.section,
            text=statement.statement.strip(),
            grade=statement.grade,
            source=statement.source,
            refs=statement.refs,
            scope=statement.scope,
            why_out=statement.why_out or "",
            carriers=carriers,
            scenarios=shown,
            pending=any(one.pending for one in rules),
            gaps=tuple(self._gaps(statement, carriers, rules, [self.scenarios[one] for one in shown])),
            changes=tuple(self._changes(statement.id, carriers, rules, shown)),
        )

    def _gaps(
        self,
        statement: Statement,
        carriers: Sequence[str],
        rules: Sequence[SpecRule],
        shown: Sequence[SpecScenario],
    ) -> Iterator[Gap]:
        """Nothing is missing of a statement that is out of scope. Only rules speak: the rest needs no scenario of its own."""
        if statement.scope == "out":
            return
        if not carriers:
            yield "no-carrier"
        elif not rules:
            yield "no-rule"
        elif not any(one.speaking for one in rules):
            yield "no-speaking"
        if rules and not any(one.silent for one in rules):
            yield "no-silent"
        yield from result_gaps(shown)

    def _changes(
        self, statement: str, carriers: Sequence[str], rules: Sequence[SpecRule], shown: Sequence[str]
    ) -> Iterator[str]:
        """What changed, in words: the statement itself, what carries it, what its rules read, what shows it."""
        read = dict.fromkeys(f"parameter {key}" for rule in rules for key in rule.parameters)
        names = [f"statement {statement}", *carriers, *(one for one in read if one not in carriers)]
        for name in names:
            kind, _, called = name.partition(" ")
            change = self.changes[kind, called]
            if change:
                yield f"{name} ({change})"
        changed = sum(self.scenarios[one].change != "" for one in shown)
        if changed:
            yield f"{changed} {'scenario' if changed == 1 else 'scenarios'}"
