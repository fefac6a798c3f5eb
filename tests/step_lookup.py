"""Which definitions fit a sentence of a feature is looked up once for a test module, not anew at every step.

pytest-bdd goes through all fixtures of the run for each step, twice: a fifth of the time of the features. Definitions are
known once the tests are collected, so that the answer for a sentence stays.
"""

from __future__ import annotations

import importlib
from typing import Any

_scenario = importlib.import_module("pytest_bdd.scenario")  # the package calls a function by this name, too
_find = _scenario.find_fixturedefs_for_step
_found: dict[tuple[int, str, str, str], tuple[Any, ...]] = {}


def remember() -> None:
    """From now on pytest-bdd asks here."""
    _scenario.find_fixturedefs_for_step = _remembered


def _remembered(step: Any, fixturemanager: Any, node: Any) -> tuple[Any, ...]:
    key = (id(fixturemanager), node.nodeid.partition("::")[0], step.type, step.name)
    if key not in _found:
        _found[key] = tuple(_find(step, fixturemanager, node))
    return _found[key]
