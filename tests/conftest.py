"""Shared fixtures, and the tags of the features: a tag that names nothing stops the run."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import settings

import step_lookup
from ipt_rules import Rulebook
from tests_support import shipped_rulebook

pytest_plugins = [
    "browser",  # its window, for the tests in a browser
    "scenario_results",
    "steps.case",
    "steps.recommendation",
    "steps.conclusion",
    "steps.danger",
    "steps.plans",
    "steps.scores",
    "steps.site",
    "steps.timeline",  # before what imports from it
    "steps.since",
    "steps.contacts",
    "steps.asking",
    "steps.pages",
    "steps.looking",
    "steps.dialogue",
]

os.environ["IPT_RULES_CONFIG"] = os.devnull  # whoever runs the tests may have settings; the tests have none

step_lookup.remember()
settings.register_profile("ci", derandomize=True, deadline=None, database=None)
settings.register_profile("long", settings.get_profile("ci"))  # the laws try more examples (laws.py)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    """The shipped rulebook, loaded once."""
    return shipped_rulebook()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "statement(id): the protocol statement a scenario shows")


def pytest_collection_finish() -> None:
    """What was collected stays to the end of the run: to look through it for cycles again and again costs an eighth of it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def pytest_bdd_apply_tag(tag: str, function: Callable[..., Any]) -> bool:
    """`@rule:slug` and `@statement:ID` become marks; whatever names nothing stops the run."""
    kind, _, name = tag.partition(":")
    known = {"rule": shipped_rulebook().rules, "statement": shipped_rulebook().statements}.get(kind)
    if known is None:
        raise pytest.UsageError(f"the feature tag @{tag} is unknown: tags are @rule:slug and @statement:ID")
    if name not in known:
        raise pytest.UsageError(f"the feature tag @{tag} names no {kind} of the rulebook")
    getattr(pytest.mark, kind)(id=name)(function)
    return True
