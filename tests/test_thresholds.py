"""The watch over thresholds of derivations: what it sees of a comparison, and what it tells when a side lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

import thresholds
from ipt_rules import Rulebook
from ipt_rules.facts import sessions as derivations
from report_page import RELIABILITY
from thresholds import ABOVE, AT, BELOW
from watching import watched

Planted = Callable[[Rulebook, Any], bool]


@pytest.fixture
def plant(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Planted]:
    """Puts a derivation into a module of the facts: an expression of `book` and `value`."""

    def planted(expression: str) -> Planted:
        monkeypatch.setattr(derivations, "planted", None, raising=False)
        monkeypatch.setattr(derivations, "timedelta", timedelta, raising=False)
        exec(f"planted = lambda book, value: {expression}", vars(derivations))
        made: Planted = vars(derivations)["planted"]
        return made

    return planted


def seen(derivation: Planted, rulebook: Rulebook, values: Iterable[Any]) -> dict[str, set[float]]:
    with watched() as found:
        for value in values:
            derivation(rulebook, value)
    return dict(found)


@pytest.mark.parametrize(("value", "difference", "held"), [(13, -1, True), (14, 0, True), (15, 1, False)])
def test_a_value_beside_a_threshold_is_seen_and_the_answer_stays(
    plant: Callable[[str], Planted], rulebook: Rulebook, value: int, difference: float, held: bool
) -> None:
    """The watch notes how far away the other side lay, and changes nothing of the comparison."""
    derivation = plant("value <= int(book.parameter('phq9_valid_days'))")
    with watched() as found:
        assert derivation(rulebook, value) is held
    assert found == {"phq9_valid_days": {difference}}


@pytest.mark.parametrize(
    ("expression", "values", "differences"),
    [
        ("value <= int(book.parameter('perinatal_weeks')) * 7", (357, 364, 366), {-1, 0, 2 / 7}),
        ("value * 100 <= 16 * int(book.parameter('last_part_percent'))", (3, 4), {-6.25, 0}),
        ("-int(book.parameter('dispute_after_onset_days')) <= value", (-30, -31, -32), {-1, 0, 1}),
        ("value >= 16 - int(book.parameter('ending_long_sessions')) + 1", (12, 13, 14), {1, 0, -1}),
        ("value == 16 * int(book.parameter('mid_review_percent')) // 100", (8, 9), {0, 6.25}),
        ("int(book.parameter('phq9_valid_days')) <= value", (13.5,), {-0.5}),
        ("timedelta(value) >= timedelta(days=int(book.parameter('remission_gap_days')))", (13, 14), {-1, 0}),
        ("len('ab') in (int(book.parameter('clear_screens')), None)", (None,), {0}),
    ],
)
def test_a_difference_is_in_the_unit_of_the_parameter(
    plant: Callable[[str], Planted],
    rulebook: Rulebook,
    expression: str,
    values: tuple[Any, ...],
    differences: set[float],
) -> None:
    """Weeks made days, percentages of a number, and what is counted back from the end are seen as they are set."""
    [found] = seen(plant(expression), rulebook, values).values()
    assert found == differences


def test_what_no_derivation_reads_is_not_watched(plant: Callable[[str], Planted], rulebook: Rulebook) -> None:
    """Outside the derivations, and after the watch, a parameter is a plain number."""
    with watched() as found:
        assert type(rulebook.parameter("clear_screens")) is int
    assert plant("type(book.parameter('clear_screens')) is int")(rulebook, None)
    assert not found


@dataclass(frozen=True)
class Scenario:
    """Stands for a recorded scenario that leads to one comparison."""

    derivation: Planted
    value: int
    path: str = "planted.feature"
    line: int = 1
    name: str = "planted"

    def fault(self, rulebook: Rulebook) -> str:
        self.derivation(rulebook, self.value)
        return "" if self.value < 100 else "it says nothing"


def told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *scenarios: Scenario) -> tuple[int, str]:
    monkeypatch.setattr(thresholds, "record", lambda rules: scenarios)
    code = thresholds.main(["--rules", "planted"])
    return code, capsys.readouterr().out


def test_a_planted_derivation_is_told_until_each_side_is_held(
    plant: Callable[[str], Planted], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A side that lacks is named with the nearest values; when the last is held, the exit code is nought."""
    derivation = plant("value < int(book.parameter('new_event_days'))")
    some = [Scenario(derivation, 92), Scenario(derivation, 94)]
    code, text = told(monkeypatch, capsys, *some)
    assert code == 1
    assert "no scenario holds a value just below and just above the threshold new_event_days" in text
    assert "the nearest lie at +0, +2" in text
    assert told(monkeypatch, capsys, *some, Scenario(derivation, 91), Scenario(derivation, 93))[0] == 0


def test_a_scenario_that_does_not_hold_under_the_watch_is_told(
    plant: Callable[[str], Planted], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, text = told(monkeypatch, capsys, Scenario(plant("True"), 100))
    assert code == 1
    assert "planted.feature:1 planted does not hold under the watch: it says nothing" in text


def test_near_may_be_declared_wider(rulebook: Rulebook) -> None:
    """Where one unit is out of reach the declared distance counts, and no more than it."""
    key, near = next(iter(thresholds.NEAR.items()))
    assert thresholds.lacking(key, {-near.distance, 0, near.distance}) == ()
    assert thresholds.lacking(key, {-near.distance - 0.1, near.distance + 0.1}) == (BELOW, AT, ABOVE)


def test_a_declaration_that_no_longer_holds_is_told(rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    """A side held after all, a key that is gone, and a number of which nothing is said are told by name."""
    monkeypatch.setattr(thresholds, "UNREACHED", {("clear_screens", ABOVE): "never"})
    monkeypatch.setattr(thresholds, "NEAR", dict.fromkeys(("relapse_signs", "gone"), thresholds.Near(3, "never")))
    monkeypatch.setattr(thresholds, "UNWATCHED", {"gone": "never"})
    found = list(thresholds.stale({"clear_screens": {1}, "relapse_signs": {-1, 0, 1}}, rulebook))
    assert "UNREACHED: a scenario holds a value just above the threshold clear_screens" in found
    assert "NEAR: no derivation compares with gone" in found
    assert "NEAR: scenarios hold values within one unit of relapse_signs" in found
    assert "UNWATCHED: gone is no number of the rules" in found
    assert any(one.startswith("neither a condition nor a derivation compares with weight_weak_points") for one in found)


def test_the_section_names_each_declaration(rulebook: Rulebook) -> None:
    """A reader of the page finds every exception with its reason."""
    text = thresholds.section(thresholds.Survey(2, {"clear_screens": {0}}), rulebook, ["one lacks"])
    assert "| scenarios run | 2 |" in text
    assert "- one lacks" in text
    for key, side in thresholds.UNREACHED:
        assert f"`{key}`, {side}" in text
    for key in (*thresholds.NEAR, *thresholds.UNWATCHED):
        assert f"`{key}`" in text


def test_the_page_is_of_these_declarations() -> None:
    """Whoever changes what is declared runs `make thresholds` anew; the page tells of no side that lacks."""
    page = RELIABILITY.read_text("utf-8")
    own = page[page.index(f"{thresholds.HEADING}\n") :]
    reasons = {
        *thresholds.UNREACHED.values(),
        *thresholds.UNWATCHED.values(),
        *(one.why for one in thresholds.NEAR.values()),
    }
    keys = {key for key, _ in thresholds.UNREACHED} | thresholds.NEAR.keys() | thresholds.UNWATCHED.keys()
    assert not [one for one in reasons if f": {one}." not in own]
    assert not [key for key in keys if f"`{key}`" not in own]
    assert "| sides that no scenario holds, not declared | 0 |" in own


def test_parameters_of_conditions_are_known(rulebook: Rulebook) -> None:
    """Those of `when` and of `when_any` count; what is only told does not."""
    compared = thresholds.in_conditions(rulebook)
    assert {"transition_near_onset_days", "item9_enquiry_points"} <= compared
    assert not compared & thresholds.UNWATCHED.keys()
