"""Keeps the last result of every scenario, for the living document: `ipt-rules spec` shows it.

Whoever runs a scenario notes its place on the report; reports travel to the process that leads the run, and only that one
writes. A run of some scenarios adds to what is there.
"""

from __future__ import annotations

from collections.abc import Generator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd.scenario import scenario_wrapper_template_registry

from ipt_rules.features import read_features
from ipt_rules.spec.results import PLACE, Outcome, Stamps, add_results, stamps
from tests_support import shipped_rulebook

NOTED = "scenario"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note on the report of a scenario where it stands: its feature, its line, and the row of its examples."""
    report = yield
    scenario = scenario_wrapper_template_registry.get(getattr(item, "function", None))
    if scenario is not None:
        row = item.callspec.indices["_pytest_bdd_example"] if hasattr(item, "callspec") else 0
        report.user_properties.append((NOTED, [scenario.feature.filename, scenario.line_number, row]))
    return report


class Results:
    """Gathers the outcomes of a run and adds them to the file at its end."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.outcomes: dict[str, Outcome] = {}
        self.made_with: Stamps | None = None

    @pytest.hookimpl(tryfirst=True)  # pytest-xdist collects in its own way, and asks nobody after it
    def pytest_collection(self) -> None:
        """What the run is made with is noted before it reads anything: an edit during the run does not pass for run."""
        self.made_with = stamps(self.root, shipped_rulebook().content_hash)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A scenario passed when it was called and passed; it failed when any part of it did."""
        for noted, place in report.user_properties:
            if noted == NOTED and (report.when == "call" or report.outcome != "passed"):
                at = self._at(*place)
                if at and self.outcomes.get(at) != "failed":
                    self.outcomes[at] = report.outcome

    def _at(self, filename: str, line: int, row: int) -> str | None:
        """The place as the file of results has it; nothing for a feature of a test's own."""
        path = Path(filename)
        if not path.is_relative_to(self.root / "features"):
            return None
        name = path.relative_to(self.root).as_posix()
        return f"{name}:{_lines(self.root)[name, line][row]}"

    def pytest_sessionfinish(self) -> None:
        if self.outcomes and self.made_with:
            add_results(self.root / PLACE, self.outcomes, self.made_with)


@cache
def _lines(root: Path) -> dict[tuple[str, int], tuple[int, ...]]:
    """By feature and line of a scenario, the lines of its runs."""
    return {
        (feature.path, one.line): one.lines
        for feature in read_features(root / "features")
        for block in feature.blocks
        for one in block.scenarios
    }


def pytest_configure(config: Any) -> None:
    """Only the process that leads a run gathers: a worker of pytest-xdist has a `workerinput`."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Results(config.rootpath), "scenario-results")
