"""Statements and decision rules, with what carries them."""

from __future__ import annotations

from ipt_rules.docs.marks import anchor, cell, rule_links
from ipt_rules.rulebook import Rulebook
from ipt_rules.traceability import Trace

PAGES = {
    "parameter": "parameters.md",
    "group": "groups.md",
    "sorting": "groups.md",
    "technique": "techniques.md",
    "course": "courses.md",
}
"""Where each kind of carrier has its place."""


def trace_page(rulebook: Rulebook, found: Trace) -> str:
    """Statements and decision rules, with what carries them."""
    lines = ["# Traceability", "", "## Decision rules", "", "| decision | when | rules |", "|---|---|---|"]
    for decision in rulebook.decisions.values():
        by = rule_links(found.decided_by.get(decision.id, ()))
        lines.append(f"| {anchor(decision.id)}{decision.id} | {cell(decision.when)} | {by} |")
    lines += ["", "## Statements", "", "| | statement | grade | scope | carried by |", "|---|---|---|---|---|"]
    for statement in rulebook.statements.values():
        by = ", ".join(_linked(one) for one in found.carriers.get(statement.id, ())) or (statement.why_out or "")
        told = f"{anchor(statement.id)}{statement.id} | {cell(statement.statement)}"
        lines.append(f"| {told} | {statement.grade} | {statement.scope} | {by} |")
    return "\n".join(lines)


def _linked(carrier: str) -> str:
    kind, _, name = carrier.partition(" ")
    page = PAGES.get(kind)
    return rule_links([name]) if kind == "rule" else f"[{carrier}]({page}#{name})" if page else carrier
