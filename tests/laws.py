"""What the laws share: how many examples, the answer to a generated case, and what of an answer they compare."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings

from generated.cases import Whole
from ipt_rules import Case, Recommendation, recommend
from ipt_rules.matching import engine_names
from ipt_rules.render.json_ import to_data
from ipt_rules.vocabulary import ALERT_LEVELS
from tests_support import shipped_rulebook

Test = TypeVar("Test", bound=Callable[..., Any])

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
TIMES = 25
"""How many times as many examples a long run tries (`make soak`)."""

on_both_matchers = pytest.mark.parametrize("engine", engine_names())


def law(examples: int) -> Callable[[Test], Test]:
    """So many examples, each a whole case; a few draws of a generated case are large, and that is no fault.

    The tests try half of them, to stay short.
    """
    return settings(
        max_examples=examples * TIMES if LONG else (examples + 1) // 2,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
    )


def answer(made: Whole, engine: str, data: dict[str, Any] | None = None) -> Recommendation:
    """The answer to a generated case, or to the same case with other data, on its day."""
    case = made.case if data is None else Case.from_data(data)
    rulebook = shipped_rulebook().with_parameters(made.site) if made.site else shipped_rulebook()
    return recommend(case, rulebook, made.on, engine=engine)


def highest(told: Recommendation, without: frozenset[str] = frozenset()) -> int:
    """The place of the highest alert among the levels, some rules left out; behind the last when there is none."""
    levels = [ALERT_LEVELS.index(one.content["level"]) for one in told.alerts if one.rule_id not in without]
    return min(levels, default=len(ALERT_LEVELS))


def told_data(told: Recommendation) -> dict[str, Any]:
    """The answer as plain data, as its JSON has it."""
    return to_data(told)


def decided(told: Recommendation) -> tuple[Any, ...]:
    """What is decided, without words: the alerts, the phase, the focus."""
    alerts = sorted((one.rule_id, one.content["level"], one.subject or "") for one in told.alerts)
    focus = told.focus
    return alerts, told.phase["phase"], (focus.status, focus.primary, focus.primary_subject, focus.secondary)
