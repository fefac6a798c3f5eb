"""The two matchers agree on generated rules and cases, compared in a process of its own: a crash is a failed test."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip(
    "durable_rules_engine", reason="2026-11-23: durable-rules is not installed; plain has its own tests"
)

WORKER = Path(__file__).with_name("agreement_worker.py")
RULESETS = 2_400
CRASHED = -11


def run(rulesets: int, seed: str, mutant: str = "") -> tuple[int, dict[str, object]]:
    command = [sys.executable, str(WORKER), str(rulesets), seed, mutant]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    return done.returncode, json.loads(done.stdout) if done.stdout else {"error": done.stderr}


def test_rete_agrees_with_plain_on_generated_rules_and_cases() -> None:
    """Neither a difference nor a crash; and the cases are such that much holds, by joins and by absence too."""
    code, counts = run(RULESETS, "agreement")
    assert (code, counts.get("differences")) == (0, 0), counts
    assert counts["rulesets"] == RULESETS
    assert counts["cases"] == 4 * RULESETS
    assert counts["matches"] > 10_000
    assert counts["absences"] > 4_000
    assert counts["joins"] > 2_000


@pytest.mark.parametrize("mutant", ["gate_first", "no_guards", "equal_facts_merged", "unknown_is_no", "newest_first"])
def test_a_broken_matcher_is_seen(mutant: str) -> None:
    """Each way of breaking the seam on purpose shows as differences."""
    code, counts = run(60, "mutant", mutant)
    assert code == 1, counts
    assert counts["differences"] > 0


def test_a_crash_is_seen() -> None:
    """A crash of the extension ends the worker, not the test run, and shows in its exit code."""
    assert run(2, "crash", "crash")[0] == CRASHED
