"""Last results of scenarios: what is kept of a run, and that no old result passes for a new one."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ipt_rules.errors import IptRulesError
from ipt_rules.rulebook import Rulebook
from ipt_rules.spec import gather
from ipt_rules.spec.results import PLACE, Stamps, add_results, read_results, result_of, stamps
from spec_pages import FEATURE, checkout

TESTS = Path(__file__).resolve().parent
AT = "features/01-one/all.feature"
NOW = Stamps(features={AT: "text"}, rulebook="rules", code="code")


def test_a_result_of_what_is_there_now_is_shown(tmp_path: Path) -> None:
    """Passed, failed and skipped come back as they were."""
    add_results(tmp_path / "r.json", {f"{AT}:1": "passed", f"{AT}:2": "failed", f"{AT}:3": "skipped"}, NOW)
    kept = read_results(tmp_path / "r.json")
    assert [result_of(AT, line, kept, NOW).state for line in (1, 2, 3, 4)] == ["passed", "failed", "skipped", "not-run"]


@pytest.mark.parametrize(
    ("changed", "because"),
    [
        ({"features": {AT: "other"}}, ("its feature",)),
        ({"rulebook": "other"}, ("the rules",)),
        ({"code": "other"}, ("the code",)),
        ({"features": {}, "code": "other"}, ("its feature", "the code")),
    ],
)
def test_a_result_of_something_else_is_outdated(tmp_path: Path, changed: dict, because: tuple[str, ...]) -> None:
    """Whatever changed since, what passed then is not passed now."""
    add_results(tmp_path / "r.json", {f"{AT}:1": "passed"}, NOW)
    result = result_of(AT, 1, read_results(tmp_path / "r.json"), NOW.model_copy(update=changed))
    assert (result.state, result.was, result.because) == ("outdated", "passed", because)


def test_a_run_of_some_scenarios_adds_to_the_rest(tmp_path: Path) -> None:
    """What it did not run stays as it was; what it ran is new; what is of a feature that is gone is dropped."""
    path = tmp_path / "below" / "r.json"
    before = Stamps(features={AT: "old", "features/gone.feature": "x"}, rulebook="rules", code="code")
    add_results(path, {f"{AT}:1": "passed", f"{AT}:2": "passed", "features/gone.feature:1": "passed"}, before)
    add_results(path, {f"{AT}:2": "failed"}, NOW)
    kept = read_results(path)
    assert set(kept) == {f"{AT}:1", f"{AT}:2"}
    assert [result_of(AT, line, kept, NOW).state for line in (1, 2)] == ["outdated", "failed"]
    assert [one.name for one in path.parent.iterdir()] == ["r.json"]


def test_a_broken_file_is_told_to_a_reader_and_mended_by_a_run(tmp_path: Path) -> None:
    """Nobody sees a traceback for it."""
    path = tmp_path / "r.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(IptRulesError, match="make test"):
        read_results(path)
    add_results(path, {f"{AT}:1": "passed"}, NOW)
    assert set(read_results(path)) == {f"{AT}:1"}


def test_the_stamps_follow_texts_and_code(tmp_path: Path) -> None:
    """A change of a feature changes its stamp alone; a change of a step or module changes that of the code."""
    checkout(tmp_path, all=FEATURE, other=FEATURE)
    steps, page = tmp_path / "tests" / "steps" / "a.py", tmp_path / "src" / "ipt_rules" / "spec" / "a.py"
    for file in (steps, page):
        file.parent.mkdir(parents=True)
        file.write_text("a = 1\n", encoding="utf-8")
    first = stamps(tmp_path, "rules")
    (tmp_path / AT).write_text(FEATURE + "\n", encoding="utf-8")
    page.write_text("a = 2\n", encoding="utf-8")  # this document is no part of an answer
    second = stamps(tmp_path, "rules")
    assert {path for path in first.features if first.features[path] != second.features[path]} == {AT}
    assert first.code == second.code
    steps.write_text("a = 2\n", encoding="utf-8")
    assert stamps(tmp_path, "rules").code != first.code


SCENARIOS = """\
Feature: Runs
  Rule: One

    Scenario: It passes
      Given 1 is 1

    Scenario Outline: Some rows pass
      Given <one> is <other>

      Examples:
        | one | other |
        | 1   | 1     |
        | 1   | 2     |

      Examples:
        | one  | other |
        | 0    | skip  |
"""
STEPS = """\
import pytest
from pytest_bdd import given, parsers, scenarios

scenarios("../features")


@given(parsers.parse("{one} is {other}"))
def same(one, other):
    if other == "skip":
        pytest.skip("not today")
    assert one == other
"""


@pytest.mark.parametrize("workers", [2])
def test_a_run_leaves_the_result_of_every_row(tmp_path: Path, rulebook: Rulebook, workers: int) -> None:
    """So it does where several processes share the run: only the one that leads it writes."""
    if workers and not importlib.util.find_spec("xdist"):
        pytest.skip("2026-11-27: pytest-xdist is not installed")
    root = checkout(tmp_path, runs=SCENARIOS)
    (root / "tests").mkdir()
    (root / "tests" / "test_all.py").write_text(STEPS, encoding="utf-8")
    (root / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    _run(root, *(["-n", str(workers)] if workers else []))
    (block,) = gather(root, rulebook).chapters[0].features[0].blocks
    assert [[one.state for one in scenario.results] for scenario in block.scenarios] == [
        ["passed"],
        ["passed", "failed", "skipped"],
    ]
    assert [path.name for path in (root / PLACE).parent.iterdir()] == [PLACE.name]
    _run(root, "-k", "passes")
    assert len(json.loads((root / PLACE).read_text(encoding="utf-8"))["scenarios"]) == 4


def _run(root: Path, *options: str) -> None:
    places = os.pathsep.join([str(TESTS), *sys.path])
    call = [sys.executable, "-m", "pytest", "-q", "-p", "scenario_results", "-p", "no:cacheprovider", *options, "tests"]
    told = subprocess.run(call, cwd=root, env={**os.environ, "PYTHONPATH": places}, capture_output=True, text=True)
    assert told.returncode in (0, 1), told.stdout + told.stderr
