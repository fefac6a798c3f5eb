"""The long comparison of the matchers, run short: its figures, and that it sees a difference and a crash."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("durable_rules_engine", reason="2026-11-27: durable-rules is not installed")

import soak
from report_page import keep

OTHERS = "# Reliability\n\n## Before\n\nfirst\n\n## After\n\nlast\n"


def run(tmp_path: Path, cases: int, *more: str) -> tuple[soak.Result, str, int]:
    """A short run with the seed of these tests: what it came to, its report, and its exit code."""
    report = tmp_path / "reliability.md"
    arguments = ["--cases", str(cases), "--batch", "10", "--seed", "short", "--report", str(report), *more]
    result, _ = soak.soak(soak.options_of(arguments))
    return result, report.read_text("utf-8") if report.is_file() else "", int(result.failed)


def test_a_short_run_finds_the_matchers_agreeing(tmp_path: Path) -> None:
    """Cases are judged in several child processes, at sites and whole too, and neither differences nor crashes found."""
    result, _, failed = run(tmp_path, 20)
    assert not failed, (result.differing, result.crashes)
    assert (result.counts["cases"] + result.counts["refused"], result.batches) == (20, 2)
    assert result.counts["whole"] >= 1
    assert result.counts["matches"] > 100
    assert len(result.rules) > 50
    assert all(one[-1] > 0 for one in result.memory)


@pytest.mark.parametrize("mutant", ["newest_first", "loses_the_last"])
def test_a_broken_matcher_is_seen(tmp_path: Path, mutant: str) -> None:
    """Matches in another order, or one too few, are differences, told with the seed of their case."""
    result, _, failed = run(tmp_path, 4, "--mutant", mutant)
    assert failed
    assert result.counts["differences"] > 0
    assert result.differing[0].startswith("short/")


def test_a_crash_is_seen_and_located(tmp_path: Path) -> None:
    """A crash of a child is counted with the case at which it came, and the run goes on."""
    result, _, failed = run(tmp_path, 20, "--mutant", "crash")
    assert failed
    assert [one.partition(" ")[0] for one in sorted(result.crashes)] == ["short/0", "short/10"]


def test_the_report_keeps_what_others_wrote(tmp_path: Path) -> None:
    """Only its own section of the page is written anew; a run that ended early says so."""
    report = tmp_path / "reliability.md"
    report.write_text(OTHERS, "utf-8")
    options = soak.options_of(["--cases", "10"])
    result = soak.Result(10, memory=[(80, 81), (80, 82)])
    for silent in (["one"], []):
        keep(soak.section(result, 1.0, silent, options), soak.HEADING, report)
        text = report.read_text("utf-8")
        assert ("never spoke: `one`" in text) == bool(silent)
    assert text.startswith(OTHERS.rstrip())
    assert text.count(soak.HEADING) == 1
    assert "This run ended before its 10 cases were done." in text
    keep("## Before\n\nother\n", soak.HEADING, report)
    assert "last" in report.read_text("utf-8")
