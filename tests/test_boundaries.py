"""Thresholds: a missing side is found and told by the trace; the shipped rules hold all three sides of each."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ipt_rules import Rulebook
from ipt_rules.boundaries import thresholds
from ipt_rules.rule import Example
from ipt_rules.traceability import trace_problems, trace_report

RULE = "item-9-enquire"
"""It compares item 9 with one point."""


def _with_values(rulebook: Rulebook, *values: float) -> Rulebook:
    rule = rulebook.rules[RULE]
    examples = tuple(
        Example(name=f"item 9 is {value}", given=({"risk": {"item9": value}},), expect="silent") for value in values
    )
    return replace(
        rulebook, rules={**rulebook.rules, RULE: rule.model_copy(update={"examples": examples})}, matchers={}
    )


def _missing(rulebook: Rulebook) -> tuple[str, ...]:
    [found] = [one for one in thresholds(rulebook) if one.rule_id == RULE]
    return found.missing


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ((0, 1, 2), ()),
        ((1, 2), ("just below",)),
        ((0, 2), ("at",)),
        ((0, 1, 3), ("just above",)),
        ((), ("just below", "at", "just above")),
    ],
)
def test_each_side_of_a_threshold_is_looked_for(
    values: tuple[float, ...], missing: tuple[str, ...], rulebook: Rulebook
) -> None:
    assert _missing(_with_values(rulebook, *values)) == missing


def test_the_shipped_rules_hold_every_side_of_every_threshold(rulebook: Rulebook) -> None:
    found = list(thresholds(rulebook))
    assert len(found) > 150
    assert not [one for one in found if one.missing]


def test_the_trace_tells_of_a_side_that_no_example_holds(rulebook: Rulebook, tmp_path: Any) -> None:
    told = [one for one in trace_problems(_with_values(rulebook, 0, 1), tmp_path) if one.code == "TRACE-10"]
    assert [one.message for one in told] == [
        f"no example of {RULE} holds a value just above its threshold `risk.item9 at_least 1`"
    ]


def test_the_trace_says_who_watches_the_other_thresholds(rulebook: Rulebook, tmp_path: Any) -> None:
    """Thresholds of derivations are in no condition: the reader is told where to look."""
    lines = trace_report(rulebook, tmp_path).splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("thresholds  "))
    assert "`make thresholds` (docs/reliability.md)" in lines[at + 1]


def test_a_decimal_is_near_within_one_unit(rulebook: Rulebook) -> None:
    """19.9 per cent is just below 20 as much as 19."""
    rule = rulebook.rules["early-improvement"]
    falls = [fact["check"]["fall_percent"] for one in rule.examples for fact in one.given if "check" in fact]
    assert 19.9 in falls
    assert not [one for one in thresholds(rulebook) if one.rule_id == rule.id and one.missing]
