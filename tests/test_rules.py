"""Every rule of the shipped rulebook: its examples hold on both matchers, every condition is pinned, its words are for people."""

from __future__ import annotations

import pytest

from ipt_rules import Rulebook
from ipt_rules.examples import failures, unpinned
from ipt_rules.lint import check
from ipt_rules.matching import engine_names, matcher_class
from tests_support import shipped_rulebook

RULES = sorted(shipped_rulebook().rules)


@pytest.mark.parametrize("rule_id", RULES)
def test_the_examples_hold_on_every_engine(rule_id: str, rulebook: Rulebook) -> None:
    """An example fires or stays silent as it says, and says the words it promises."""
    rule = rulebook.rules[rule_id]
    assert not [one.message for name in engine_names() for one in failures(rule, rulebook, matcher_class(name))]


@pytest.mark.parametrize("rule_id", RULES)
def test_every_condition_is_pinned(rule_id: str, rulebook: Rulebook) -> None:
    """Dropping any condition changes what some example does."""
    assert not [one.message for one in unpinned(rulebook.rules[rule_id], rulebook)]


def test_the_rulebook_passes_its_lint(rulebook: Rulebook) -> None:
    """Names exist, templates are bound, thresholds are parameters, and nothing is an order or a diagnosis."""
    assert not [str(problem) for problem in check(rulebook)]
