"""Facts about measures and progress: totals, change from baseline, checks, deterioration, what is not known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from ipt_rules import Case, Rulebook
from ipt_rules.facts.base import Fact
from ipt_rules.facts.derive import derive_facts

START = date(2026, 1, 5)
WEEK = timedelta(weeks=1)


def case(
    *scores: Any, planned: int = 16, intake: Mapping[str, Any] | None = None, goals: Sequence[Any] = ()
) -> tuple[Case, date]:
    """A case with the PHQ-9 at intake first, then weekly sessions; None is a session without one."""
    background = {"date": str(START), "course": {"planned_sessions": planned}, "goals": list(goals), **(intake or {})}
    measured = [{} if one is None else {"measures": {"phq9": score(one)}} for one in scores]
    sessions = [
        {"number": number, "date": str(START + number * WEEK), **one}
        for number, one in enumerate(measured[1:], start=1)
    ]
    data = {"schema_version": 1, "id": "t", "intake": {**background, **measured[0]}, "sessions": sessions}
    return Case.from_data(data), START + len(sessions) * WEEK


def score(one: Any) -> Any:
    return {"total": one} if isinstance(one, int) else one


def facts(rulebook: Rulebook, kind: str, *scores: Any, later: int = 0, **more: Any) -> list[Fact]:
    made, on = case(*scores, **more)
    return [fact for fact in derive_facts(made, on + timedelta(days=later), rulebook) if fact.kind == kind]


def progress(rulebook: Rulebook, *scores: Any, **more: Any) -> Fact:
    (found,) = facts(rulebook, "progress", *scores, **more)
    return found


def check(rulebook: Rulebook, at: str, *scores: Any, **more: Any) -> Fact | None:
    return next((fact for fact in facts(rulebook, "check", *scores, **more) if fact.get("at") == at), None)


def topics(rulebook: Rulebook, *scores: Any, **more: Any) -> set[Any]:
    return {fact.get("topic") for fact in facts(rulebook, "unknown", *scores, **more)}


def test_change_is_told_from_the_first_to_the_newest_score(rulebook: Rulebook) -> None:
    """From 18 to 12 is a fall of 6 points or a third, reliable, and no response."""
    found = progress(rulebook, 18, 16, 12)
    told = {name: found.get(name) for name in ("fall_points", "fall_percent", "reliable_change", "response")}
    assert told == {"fall_points": 6, "fall_percent": 33.333, "reliable_change": "improved", "response": False}
    assert (found.get("direction"), found.get("fall_text")) == ("18 → 12 (−6)", "33% below")


def test_one_score_has_no_change(rulebook: Rulebook) -> None:
    """With one score nothing is known of change or response, and nothing is worse."""
    found = progress(rulebook, 18)
    assert [found.get(name) for name in ("change", "fall_percent", "response", "reliable_change")] == [None] * 4
    assert (found.get("compared"), found.get("deteriorated")) == (False, False)


def test_a_fall_is_never_told_larger_than_it_is(rulebook: Rulebook) -> None:
    """A fall of 49.9 per cent is not read as 50."""
    assert progress(rulebook, 27, 14).get("fall_text") == "48% below"


def test_a_late_baseline_is_marked(rulebook: Rulebook) -> None:
    """The first score at session 2 is a late baseline; at session 1 it is not."""
    assert progress(rulebook, None, None, 14).get("late_baseline") is True
    assert progress(rulebook, None, 14).get("late_baseline") is False


@pytest.mark.parametrize(
    ("scores", "sustained"), [((16, 4, None, 3), True), ((16, 4, 3), False), ((16, 4, 5, 3), False), ((16, 3), False)]
)
def test_remission_lasts_when_measured_two_weeks_apart(
    rulebook: Rulebook, scores: tuple[Any, ...], sustained: bool
) -> None:
    """Two scores below 5, two weeks apart or more, with none above between."""
    assert progress(rulebook, *scores).get("sustained_remission") is sustained


@pytest.mark.parametrize(
    ("scores", "words"),
    [
        ((12, 14, 18), "6 points above baseline (12 → 18)"),
        ((18, 12, 17), "5 points up since the measure before (12 → 17)"),
        ((8, 12, 15), "7 points above baseline (8 → 15)"),
        ((9, 10, 15), "6 points above baseline (9 → 15) and 5 points up since the measure before (10 → 15)"),
        ((12, 9, 10, 13), None),
        ((14, 8, 10, 15), "5 points up since the measure before (10 → 15)"),
        ((13, 9, 13, 15), "into a higher band at each of the last measures (9 → 13 → 15)"),
    ],
)
def test_deterioration_is_told_with_its_reason(rulebook: Rulebook, scores: tuple[int, ...], words: str | None) -> None:
    """Six above baseline, five since the last, or a higher band twice in a row."""
    found = progress(rulebook, *scores)
    assert (found.get("deteriorated"), found.get("deterioration_text")) == (words is not None, words)


def test_a_deterioration_that_is_still_there_is_two_in_a_row(rulebook: Rulebook) -> None:
    """Baseline plus 6 at two measures; better again is neither."""
    assert progress(rulebook, 12, 18, 18).get("deteriorated_before") is True
    assert progress(rulebook, 12, 18, 13).get("deteriorated") is False


def test_the_enquiry_counts_from_the_newest_score_on(rulebook: Rulebook) -> None:
    """A whole screener at the contact of the newest score or later is an enquiry since; an earlier one is not."""
    asked = {"risk": {"cssrs": {"q1": "no", "q2": "no", "q6": "no"}}}
    made, on = case(12, 14, 18)
    for at, since in ((0, False), (1, True)):
        data = made.model_dump(mode="json", exclude_none=True)
        data["sessions"][at] |= asked
        found = [f for f in derive_facts(Case.from_data(data), on, rulebook) if f.kind == "progress"]
        assert found[0].get("enquiry_since") is since


def test_the_first_check_takes_the_first_measure_at_or_after_its_session(rulebook: Rulebook) -> None:
    """Session 4 without a PHQ-9: the check is due, and session 5 gives its measure."""
    waiting = check(rulebook, "session-4", 20, 19, 19, 18, None)
    measured = check(rulebook, "session-4", 20, 19, 19, 18, None, 17)
    assert waiting is not None
    assert (waiting.get("due"), waiting.get("newest")) == (True, False)
    assert measured is not None
    assert (measured.get("total"), measured.get("fall_percent"), measured.get("newest")) == (17, 15, True)


def test_a_later_measure_makes_a_check_the_past(rulebook: Rulebook) -> None:
    """Its values stay; it is no longer the newest."""
    found = check(rulebook, "session-4", 20, 19, 19, 18, 17, 12)
    assert found is not None
    assert (found.get("total"), found.get("newest")) == (17, False)


def test_at_eight_sessions_the_midpoint_replaces_the_first_check(rulebook: Rulebook) -> None:
    """Planned for eight, session 4 is the midpoint; planned for twelve, it is the check of session 4."""
    scores = (20, 19, 19, 18, 17)
    assert check(rulebook, "session-4", *scores, planned=8) is None
    assert check(rulebook, "midpoint", *scores, planned=8) is not None
    assert check(rulebook, "session-4", *scores, planned=12) is not None


def test_a_check_on_the_baseline_itself_has_no_fall(rulebook: Rulebook) -> None:
    """The first score ever, at session 4, says nothing about a slow start."""
    found = check(rulebook, "session-4", None, None, None, None, 17)
    assert found is not None
    assert (found.get("total"), found.get("fall_points")) == (17, None)


def test_weeks_are_counted_from_the_first_session(rulebook: Rulebook) -> None:
    """Session 5 in the fifth week is four weeks after session 1."""
    assert progress(rulebook, 20, 19, 19, 18, 17, 17).get("weeks") == 4
    assert check(rulebook, "week-4", 20, 19, 19, 18, 17) is None
    assert check(rulebook, "week-4", 20, 19, 19, 18, 17, 17) is not None


def test_one_or_two_blank_items_are_prorated_and_more_are_not(rulebook: Rulebook) -> None:
    """Two blank: prorated. Three blank: no total, and the items are asked for."""
    two = {"items": [2, 2, None, None, 2, 2, 2, 2, 0]}
    three = {"items": [2, 2, None, None, None, 2, 2, 2, 0]}
    (measure,) = facts(rulebook, "measure", two)
    assert (measure.get("total"), measure.get("prorated"), measure.get("missing_text")) == (15, True, "sleep, energy")
    assert "phq9-item" in topics(rulebook, three)
    assert "phq9-item" not in topics(rulebook, two)


def test_item_9_is_never_made_up(rulebook: Rulebook) -> None:
    """Only item 9 blank: no total, and no question about the other items."""
    (measure,) = facts(rulebook, "measure", {"items": [2, 2, 2, 2, 2, 2, 2, 2, None]})
    assert (measure.get("total"), measure.get("usable"), measure.get("self_harm_item")) == (None, False, None)
    assert "phq9-item" not in topics(rulebook, {"items": [2, 2, 2, 2, 2, 2, 2, 2, None]})


def test_a_score_by_somebody_else_or_long_before_is_not_used(rulebook: Rulebook) -> None:
    """It is kept as a measure, and it is no baseline."""
    for wrong in ({"total": 18, "by_patient": "no"}, {"total": 18, "date": "2025-12-21"}):
        (measure,) = facts(rulebook, "measure", wrong)
        assert (measure.get("usable"), measure.get("latest"), measure.get("newest")) == (False, False, True)
        assert "baseline" in topics(rulebook, wrong)
    assert "baseline" not in topics(rulebook, {"total": 18, "date": "2025-12-22"})


def test_who_filled_it_in_need_not_be_said(rulebook: Rulebook) -> None:
    """A blank is unknown and makes no score invalid."""
    (measure,) = facts(rulebook, "measure", 18)
    assert (measure.get("usable"), measure.get("by_patient")) == (True, None)


def test_the_diagnostic_pattern_counts_item_9_at_any_frequency(rulebook: Rulebook) -> None:
    """Four items often and item 9 on several days make five; without all answers there is no count."""
    (measure,) = facts(rulebook, "measure", {"items": [2, 0, 2, 2, 2, 1, 1, 0, 1]})
    assert (measure.get("pattern_items"), measure.get("pattern_core")) == (5, True)
    (blank,) = facts(rulebook, "measure", {"items": [2, 0, 2, 2, 2, 1, 1, None, 1]})
    assert blank.get("pattern_items") is None


def test_a_check_that_was_reached_without_a_score_is_due(rulebook: Rulebook) -> None:
    """Reported for the last session check without a measure; gone once it is there."""
    assert "phq9-due" in topics(rulebook, 20, 19, 19, 18, None)
    assert "phq9-due" not in topics(rulebook, 20, 19, 19, 18, 17)


def test_other_measures_are_told_with_their_change(rulebook: Rulebook) -> None:
    """Each that was measured twice, from its first to its newest total."""
    intake = {"measures": {"gad7": {"total": 14}, "wsas": {"total": 25}, "osss3": {"total": 9}}}
    made, on = case(None, None, intake=intake)
    data = made.model_dump(mode="json", exclude_none=True)
    data["sessions"][0]["measures"] = {"gad7": {"total": 10}, "wsas": {"total": 15}}
    (moved,) = (f for f in derive_facts(Case.from_data(data), on, rulebook) if f.kind == "scales_moved")
    assert moved.get("text") == "GAD-7 14 → 10 (−4); WSAS 25 → 15 (−10)"


def test_a_sudden_gain_has_to_stay(rulebook: Rulebook) -> None:
    """From 18 to 10 that stays is a gain; from 18 to 12 and back at 18 is none; before a second score nobody can tell."""
    (gain,) = facts(rulebook, "sudden_gain", 18, 18, 10, 9)
    assert (gain.get("points"), gain.get("session"), gain.get("just_confirmed")) == (8, 2, True)
    assert facts(rulebook, "sudden_gain", 18, 18, 12, 18) == []
    assert facts(rulebook, "sudden_gain", 18, 18, 10) == []


def test_the_mid_review_is_due_until_it_is_recorded(rulebook: Rulebook) -> None:
    """Due from the session before on, and no more once held."""
    (before,) = facts(rulebook, "mid_review", *[18] * 7, planned=16)
    (due,) = facts(rulebook, "mid_review", *[18] * 8, planned=16)
    assert (before.get("due"), due.get("due"), due.get("session")) == (False, True, 8)


def test_goals_are_averaged_where_they_are_rated(rulebook: Rulebook) -> None:
    """Goals without a rating are left out; none rated is not known."""
    goals = [{"goal": "a", "rating": 3}, {"goal": "b", "rating": 4}, {"goal": "c"}]
    assert progress(rulebook, 18, goals=goals).get("goals_rating") == 3.5
    assert progress(rulebook, 18).get("goals_rating") is None
