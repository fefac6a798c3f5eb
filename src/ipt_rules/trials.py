"""Scenarios as trials: each recorded once with its story, so that its expectations can be tried on other rulebooks.

The features are run by pytest with pytest-bdd, as ever; a scenario's Given steps are carried out and the rest is kept:
what is done (When) and what is expected (Then), with the values that the steps ask for. Needs the development extra.
"""

from __future__ import annotations

import contextlib
import io
import logging
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from inspect import signature
from pathlib import Path
from typing import Any

from ipt_rules.errors import IptRulesError
from ipt_rules.facts.base import Value
from ipt_rules.rulebook import Rulebook

FEATURES_TEST = Path("tests/test_features.py")
LEFT_OUT = ("cacheprovider", "scenario-results")
"""Plugins that keep what came of a run: a recording is none."""

ENGINES = ("plain",)
"""A trial asks the plain matcher alone: that the engines agree is shown elsewhere."""


@dataclass(frozen=True)
class Step:
    """One step to be carried out: a function, the values of its sentence, the names of what else it asks for.

    Later steps find what it made under the name `result`.
    """

    act: Callable[..., Any]
    given: Mapping[str, Any]
    asked: tuple[str, ...]
    result: str | None


@dataclass(frozen=True)
class Trial:
    """One scenario, or one row of an outline, whose line is that of the outline.

    `values` are what its steps ask for beside a rulebook.
    """

    name: str
    path: str
    line: int
    rules: tuple[str, ...]
    expects: tuple[str, ...]
    """The sentences of its Then steps."""

    steps: tuple[Step, ...] = field(repr=False)
    values: Mapping[str, Any] = field(repr=False)
    site: Mapping[str, Value]
    """The parameters that a site of the scenario has set."""

    def holds(self, rulebook: Rulebook) -> bool:
        """Whether every expectation is met with this rulebook."""
        return not self.fault(rulebook)

    def fault(self, rulebook: Rulebook) -> str:
        """Why the scenario does not hold with this rulebook; empty when it does."""
        known = {**self.values, "rulebook": rulebook.with_parameters(self.site) if self.site else rulebook}
        try:
            for step in self.steps:
                result = step.act(**{name: known[name] for name in step.asked}, **step.given)
                if step.result is not None:
                    known[step.result] = result
        except Exception as error:
            return f"{type(error).__name__}: {error}"
        return ""


def record(test: Path = FEATURES_TEST, rules: Iterable[str] = ()) -> tuple[Trial, ...]:
    """The trials of a test module that binds features; with `rules` only of scenarios with one of these tags.

    Raises IptRulesError where pytest-bdd is not installed, the module does not exist, or a story cannot be told.
    """
    try:
        import pytest
        import pytest_bdd  # noqa: F401
    except ImportError:
        raise IptRulesError("scenarios need the development extra: pip install 'ipt-rules[dev]'") from None
    if not test.is_file():
        raise IptRulesError(f"{test} is not there: run this in a checkout with features, or say where with --scenarios")
    recorder = _Recorder(frozenset(rules))
    asked = [str(test), "-q", "--assert=plain", "--no-header", *(f"-pno:{name}" for name in LEFT_OUT)]
    with contextlib.redirect_stdout(io.StringIO()) as said, _quiet():
        code = pytest.main(asked, [recorder])
    if code not in (0, 5):
        raise IptRulesError(f"the scenarios cannot be recorded:\n{said.getvalue()[-2000:]}")
    return tuple(recorder.trials)


@contextlib.contextmanager
def _quiet() -> Any:
    """pytest leaves its handlers behind when a run inside a program ends."""
    before = list(logging.root.handlers)
    try:
        yield
    finally:
        logging.root.handlers[:] = before


class _Recorder:
    """A pytest plugin that keeps each scenario when its first When step comes, and goes on to the next scenario."""

    def __init__(self, rules: frozenset[str]) -> None:
        self._rules = rules
        self.trials: list[Trial] = []

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        if self._rules:
            items[:] = [item for item in items if self._rules & set(_tagged(item))]

    def pytest_bdd_before_step(self, request: Any, feature: Any, scenario: Any, step: Any) -> None:
        import pytest

        if step.type == "given":
            return
        rest = scenario.steps[scenario.steps.index(step) :]
        self.trials.append(_trial(request, feature, scenario, rest))
        pytest.skip("recorded")


def _tagged(item: Any) -> list[str]:
    return [str(mark.kwargs["id"]) for mark in item.iter_markers("rule")]


def _trial(request: Any, feature: Any, scenario: Any, rest: Sequence[Any]) -> Trial:
    from pytest_bdd.scenario import get_step_function, parse_step_arguments

    steps: list[Step] = []
    values: dict[str, Any] = {}
    made: set[str] = {"rulebook"}
    for step in rest:
        context = get_step_function(request=request, step=step)
        if context is None:
            raise IptRulesError(f"{feature.rel_filename}:{step.line_number}: no step is called `{step.name}`")
        wanted = signature(context.step_func).parameters
        told = {**parse_step_arguments(step=step, context=context), **_blocks(step)}
        given = {name: value for name, value in told.items() if name in wanted}
        asked = tuple(name for name in wanted if name not in given)
        for name in asked:
            if name not in made and name not in values:
                values[name] = ENGINES if name == "engines" else request.getfixturevalue(name)
        steps.append(Step(context.step_func, given, asked, context.target_fixture))
        made |= {context.target_fixture} if context.target_fixture else set()
    rulebook: Rulebook = request.getfixturevalue("rulebook")
    return Trial(
        name=scenario.name,
        path=os.path.relpath(feature.filename),
        line=int(scenario.line_number),
        rules=tuple(_tagged(request.node)),
        expects=tuple(step.name for step in rest if step.type == "then"),
        steps=tuple(steps),
        values=values,
        site={key: rulebook.parameters[key].value for key in rulebook.defaults},
    )


def _blocks(step: Any) -> dict[str, Any]:
    table = {"datatable": step.datatable.raw()} if step.datatable is not None else {}
    return table | ({"docstring": step.docstring} if step.docstring is not None else {})
