"""New events, item 9 near the end, extensions and stepping up in maintenance, as facts: what is blank is not known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from ipt_rules import Case, Rulebook
from ipt_rules.facts.base import Fact
from ipt_rules.facts.derive import derive_facts

START = date(2026, 1, 5)
Sessions = Mapping[int, Mapping[str, Any]]


def derived(rulebook: Rulebook, kind: str, sessions: Sessions, *, later: int = 0, **intake: Any) -> list[Fact]:
    """The facts of a kind of a weekly course; `sessions` says by number what each recorded, `later` adds days."""
    made = [{"number": n, "date": str(START + timedelta(weeks=n)), **data} for n, data in sorted(sessions.items())]
    data = {"schema_version": 1, "id": "t", "intake": {"date": str(START), **intake}, "sessions": made}
    on = START + timedelta(weeks=max(sessions), days=later)
    return [fact for fact in derive_facts(Case.from_data(data), on, rulebook) if fact.kind == kind]


def phq9(total: int, **items: int) -> dict[str, Any]:
    """A PHQ-9 of a session: its total, and answers such as `i9=1`."""
    return {"measures": {"phq9": {"total": total, "items": {key[1:]: value for key, value in items.items()}}}}


# New events (REV-03)


def new_event(rulebook: Rulebook, told_at: int = 5, **event: Any) -> Fact:
    learned = {"life_events": [{"event": "e", **event}]}
    (fact,) = derived(rulebook, "new_event", {4: {}, 5: {}, told_at: {"learned": learned}})
    return fact


@pytest.mark.parametrize(
    ("event", "new"),
    [
        ({}, True),
        ({"onset_relation": "after"}, True),
        ({"onset_relation": "around"}, False),
        ({"onset_relation": "years-before"}, False),
        ({"date": "2026-02-01"}, True),
        ({"date": "2025-11-09"}, True),
        ({"date": "2025-11-08"}, False),
        ({"date": "2025"}, True),
        ({"date": "2024"}, False),
    ],
)
def test_what_counts_as_new(rulebook: Rulebook, event: Mapping[str, Any], new: bool) -> None:
    """An event told in the session now is new unless it is known to be older than three months or than the low mood."""
    assert new_event(rulebook, type="move", **event).get("is_new") is new


def test_an_event_told_before_the_session_now_is_not_new(rulebook: Rulebook) -> None:
    """News are what the latest session heard of."""
    assert new_event(rulebook, told_at=4, type="move").get("is_new") is False


@pytest.mark.parametrize(
    ("event", "major"),
    [
        ({"type": "job-loss"}, True),
        ({"type": "own-illness"}, True),
        ({"type": "stillbirth"}, True),
        ({"type": "move", "major": "yes"}, True),
        ({"type": "move"}, None),
        ({"type": "move", "major": "not-known"}, None),
    ],
)
def test_what_is_major(rulebook: Rulebook, event: Mapping[str, Any], major: bool | None) -> None:
    """Major by kind or as recorded; of anything else it is not known, and never denied."""
    assert new_event(rulebook, **event).get("major") is major


# Item 9 from one PHQ-9 to the next (END-12)


@pytest.mark.parametrize(
    ("before", "now", "up"),
    [
        ({"i9": 0}, {"i9": 1}, True),
        ({"i9": 1}, {"i9": 1}, False),
        ({"i9": 2}, {"i9": 1}, False),
        ({}, {"i9": 0}, False),
        ({}, {"i9": 1}, None),
        ({"i9": 1}, {}, None),
    ],
)
def test_item_9_beside_the_time_before(
    rulebook: Rulebook, before: Mapping[str, int], now: Mapping[str, int], up: bool | None
) -> None:
    """Nought now is no rise; otherwise both answers have to be known."""
    (fact,) = derived(rulebook, "progress", {1: phq9(9, **before), 2: phq9(10, **now)})
    assert fact.get("item9_up") is up


def test_a_change_in_a_relationship_is_no_event_and_not_denied(rulebook: Rulebook) -> None:
    """Only events are looked through, so only of events it is said that none is new."""
    worse = {"learned": {"relationships": [{"person": "father", "contact": "rarely", "change": "worse"}]}}
    (fact,) = derived(rulebook, "progress", {1: phq9(11), 2: {**phq9(17), **worse}})
    assert fact.get("lately_told") == "no new event is recorded"


# Extensions (END-30)

WANTED = {"ending": {"extension_wanted": "yes"}}
FALLING: Sessions = {11: phq9(14), 12: phq9(12), 13: {**phq9(12), **WANTED}}


def course(planned: int) -> dict[str, Any]:
    return {"course": {"planned_sessions": planned}}


def test_an_extension_while_scores_fall(rulebook: Rulebook) -> None:
    """The last three totals fell without a rise; nothing was extended before."""
    (fact,) = derived(rulebook, "extension", FALLING, **course(16))
    assert (fact.get("steady"), fact.get("extended_before"), fact.get("history")) == (True, False, "14, 12, 12")
    assert fact.places == ("sessions[2].ending.extension_wanted",)


@pytest.mark.parametrize(
    ("totals", "later", "steady"),
    [((14, 12), 0, None), ((12, 12, 12), 0, False), ((14, 11, 12), 0, False), ((9, 12, 11, 10), 0, True)],
)
def test_steady_improvement(rulebook: Rulebook, totals: tuple[int, ...], later: int, steady: bool | None) -> None:
    """Too few totals tell nothing; only the last three count."""
    sessions = {10 + at: phq9(total) for at, total in enumerate(totals)}
    last = max(sessions)
    (fact,) = derived(rulebook, "extension", {**sessions, last: {**sessions[last], **WANTED}}, later=later)
    assert fact.get("steady") is steady


@pytest.mark.parametrize(("later", "steady"), [(14, True), (15, None)])
def test_an_old_score_does_not_tell_of_improvement(rulebook: Rulebook, later: int, steady: bool | None) -> None:
    """After fifteen days the newest score is not valid any more, and what it would decide is open."""
    (fact,) = derived(rulebook, "extension", FALLING, later=later, **course(16))
    assert fact.get("steady") is steady
    topics = [one.get("topic") for one in derived(rulebook, "unknown", FALLING, later=later, **course(16))]
    assert ("extension-improvement" in topics) is (steady is None)


@pytest.mark.parametrize(
    "sessions",
    [
        {13: {"ending": {"extension_wanted": "no"}}},
        {13: WANTED, 14: {"ending": {"extension_wanted": "no"}}},
        {13: WANTED, 14: {"learned": course(20)}},
        {13: {**WANTED, "learned": {"contract": {"sessions": 20}}}},
        {13: {"ending": {"discussed": "yes"}}},
    ],
)
def test_no_extension_is_open(rulebook: Rulebook, sessions: Sessions) -> None:
    """Refused, taken back, agreed on with a larger number, or never asked for."""
    assert derived(rulebook, "extension", sessions, **course(16)) == []


@pytest.mark.parametrize(
    ("raised_at", "number", "before"),
    [(2, 16, False), (11, 16, True), (11, 12, False), (11, 10, False)],
)
def test_an_earlier_extension(rulebook: Rulebook, raised_at: int, number: int, before: bool) -> None:
    """A larger number after the initial phase is one; in it, or with no larger number, it is none."""
    sessions = {raised_at: {"learned": course(number)}, 13: WANTED}
    (fact,) = derived(rulebook, "extension", sessions, **course(12))
    assert fact.get("extended_before") is before


# Stepping up in maintenance (MNT-19, MNT-20)

IN_MAINTENANCE = {"phase": "maintenance"}


def step_up(rulebook: Rulebook, sessions: Sessions) -> Fact:
    (fact,) = derived(rulebook, "step_up", sessions, **course(16))
    return fact


def contacts(*totals: int, before: int = 3) -> dict[int, dict[str, Any]]:
    """The last session of the treatment, then weekly contacts of maintenance."""
    held = {17 + at: {**phq9(total), **IN_MAINTENANCE} for at, total in enumerate(totals)}
    return {16: phq9(before), **held}


def test_there_is_nothing_to_step_up_outside_maintenance(rulebook: Rulebook) -> None:
    """The fact is one of maintenance."""
    assert derived(rulebook, "step_up", {14: phq9(12), 15: phq9(12)}, **course(16)) == []


@pytest.mark.parametrize(
    ("totals", "in_a_row", "rise", "high_days"),
    [
        ((4,), 0, 1, None),
        ((5,), 1, 2, None),
        ((5, 9), 2, 4, None),
        ((7, 4, 6), 1, 2, None),
        ((10,), 1, 7, 0),
        ((10, 12, 11), 3, -1, 14),
        ((12, 9, 11), 3, 2, 0),
    ],
)
def test_scores_of_maintenance(
    rulebook: Rulebook, totals: tuple[int, ...], in_a_row: int, rise: int, high_days: int | None
) -> None:
    """Counted from the newest back; the rise is from whatever score came before, in the ending too."""
    fact = step_up(rulebook, contacts(*totals))
    told = (fact.get("latest"), fact.get("raised_in_a_row"), fact.get("rise"), fact.get("high_days"))
    assert told == (totals[-1], in_a_row, rise, high_days)


def test_residual_scores_of_the_ending_are_not_those_of_maintenance(rulebook: Rulebook) -> None:
    """Seven at the end and seven at the first contact is once in maintenance."""
    assert step_up(rulebook, contacts(7, before=7)).get("raised_in_a_row") == 1


def test_without_a_score_in_maintenance_nothing_of_it_is_known(rulebook: Rulebook) -> None:
    """A score of the ending does not stand in for one of maintenance."""
    fact = step_up(rulebook, {16: phq9(12), 17: IN_MAINTENANCE})
    assert (fact.get("latest"), fact.get("rise"), fact.get("high_days")) == (None, None, None)
    assert fact.get("told") == "no PHQ-9 in maintenance yet"


@pytest.mark.parametrize(
    ("score", "pattern"),
    [
        ({"items": {str(n): 2 for n in range(1, 10)}, "difficulty": 1}, True),
        ({"items": {str(n): 2 for n in range(1, 10)}, "difficulty": 0}, False),
        ({"items": {str(n): 2 for n in range(1, 10)}}, None),
        ({"items": {str(n): 1 for n in range(1, 10)}, "difficulty": 1}, False),
        ({"items": {str(n): 2 if n > 2 else 1 for n in range(1, 10)}, "difficulty": 2}, False),
        ({"total": 18, "difficulty": 1}, None),
    ],
)
def test_the_pattern_of_an_episode(rulebook: Rulebook, score: Mapping[str, Any], pattern: bool | None) -> None:
    """Enough items, a core one among them, and difficulty; a blank leaves it open."""
    fact = step_up(rulebook, {16: phq9(3), 17: {**IN_MAINTENANCE, "measures": {"phq9": score}}})
    assert fact.get("episode_pattern") is pattern


def test_warning_signs_are_those_of_the_latest_contact(rulebook: Rulebook) -> None:
    """Each once; what a contact before told is not repeated as if it were told today."""
    signs = {"maintenance": {"signs_now": ["early waking", "no calls", "no calls"]}}
    told = step_up(rulebook, {17: {**IN_MAINTENANCE, **signs}})
    assert (told.get("signs"), told.get("told")) == (
        2,
        "no PHQ-9 in maintenance yet; warning signs now: early waking, no calls",
    )
    assert step_up(rulebook, {17: {**IN_MAINTENANCE, **signs}, 18: IN_MAINTENANCE}).get("signs") is None
