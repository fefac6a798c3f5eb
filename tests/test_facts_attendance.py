"""Facts about attendance, the working alliance, and what is recorded of medicines."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from ipt_rules import Case, Rulebook
from ipt_rules.facts.base import Fact
from ipt_rules.facts.derive import derive_facts

START = date(2026, 1, 5)
HELD: dict[str, Any] = {}
MISSED = {"attended": "no", "notice_given": "no"}
EXCUSED = {"attended": "no", "notice_given": "yes"}
REACHED = {"attended": "no", "contact_made": "yes"}
HOLIDAY = {"attended": "no", "planned_gap": "yes"}


def facts(
    rulebook: Rulebook, kind: str, *sessions: dict[str, Any], later: int = 0, weeks: int = 1, **intake: Any
) -> list[Fact]:
    """The facts of a kind for sessions so many weeks apart, on the day of the last or some days later."""
    dated = [
        {"number": number, "date": str(START + timedelta(weeks=weeks * number)), **one}
        for number, one in enumerate(sessions, start=1)
    ]
    told = {"date": str(START), **intake}
    made = Case.from_data({"schema_version": 1, "id": "t", "intake": told, "sessions": dated})
    on = START + timedelta(weeks=weeks * len(sessions), days=later)
    return [fact for fact in derive_facts(made, on, rulebook) if fact.kind == kind]


def attendance(rulebook: Rulebook, *sessions: dict[str, Any], **more: Any) -> Fact:
    (found,) = facts(rulebook, "attendance", *sessions, **more)
    return found


def values(fact: Fact, *names: str) -> tuple[Any, ...]:
    return tuple(fact.get(name) for name in names)


def test_before_a_session_was_due_there_is_no_attendance(rulebook: Rulebook) -> None:
    """A holiday alone is no session that was due."""
    assert facts(rulebook, "attendance") == []
    assert facts(rulebook, "attendance", HOLIDAY) == []


@pytest.mark.parametrize(
    ("sessions", "due", "missed", "percent"),
    [
        ([HELD], 1, 0, 0),
        ([HELD, HELD, HELD, MISSED], 4, 1, 25),
        ([HELD, HELD, MISSED], 3, 1, 33),
        ([HELD, HOLIDAY, MISSED], 2, 1, 50),
        ([MISSED], 1, 1, 100),
    ],
)
def test_what_was_due_and_missed(
    rulebook: Rulebook, sessions: list[dict[str, Any]], due: int, missed: int, percent: int
) -> None:
    """The intake is no planned session, and a gap that was agreed is neither due nor missed."""
    assert values(attendance(rulebook, *sessions), "due", "missed", "missed_percent") == (due, missed, percent)


@pytest.mark.parametrize(
    ("sessions", "in_a_row", "absent", "text"),
    [
        ([HELD, HELD], 0, False, None),
        ([HELD, MISSED, MISSED], 2, True, "sessions 2 and 3"),
        ([HELD, MISSED, HOLIDAY, MISSED], 2, True, "sessions 2 and 4"),
        ([HELD, MISSED, HELD], 1, False, "session 2"),
        ([HELD, MISSED, HELD, HELD], 0, False, None),
        ([HELD, MISSED, HELD, MISSED], 1, True, "session 4"),
        ([MISSED, MISSED], 2, True, "sessions 1 and 2"),
    ],
)
def test_what_was_missed_of_late(
    rulebook: Rulebook, sessions: list[dict[str, Any]], in_a_row: int, absent: bool, text: str | None
) -> None:
    """Since the session now, else between it and the one held before."""
    found = attendance(rulebook, *sessions)
    assert values(found, "missed_in_a_row", "absent", "missed_text") == (in_a_row, absent, text)
    assert found.get("missed_lately") is (in_a_row > 0)


@pytest.mark.parametrize(
    ("sessions", "count"),
    [
        ([HELD, MISSED, MISSED, MISSED], 3),
        ([HELD, MISSED, MISSED, {"attended": "no"}], 3),
        ([HELD, MISSED, EXCUSED, MISSED], 1),
        ([HELD, MISSED, MISSED, REACHED], 0),
        ([HELD, MISSED, MISSED, {**MISSED, "risk": {"asked_directly": "yes"}}], 0),
        ([HELD, MISSED, MISSED, {**MISSED, "measures": {"phq9": {"total": 12}}}], 0),
        ([HELD, MISSED, MISSED, MISSED, HELD], 0),
    ],
)
def test_how_long_nothing_was_heard(rulebook: Rulebook, sessions: list[dict[str, Any]], count: int) -> None:
    """Notice, contact, an answer or a score ends the silence; where nothing is recorded it goes on."""
    assert attendance(rulebook, *sessions).get("out_of_contact") == count


def test_a_gap_is_counted_from_the_session_now_or_before_it(rulebook: Rulebook) -> None:
    """Whichever is longer; what came in between may be told in the session now."""
    told = {"learned": {"life_events": [{"event": "move", "type": "move"}]}}
    assert values(attendance(rulebook, HELD, later=27), "gap_days", "gap_text") == (27, "4 weeks since session 1")
    back = attendance(rulebook, HELD, HELD, weeks=5, later=3)
    assert values(back, "gap_days", "gap_text") == (35, "5 weeks between session 1 and session 2")
    assert attendance(rulebook, HELD, told, weeks=5, later=3).get("gap_days") == 3


def test_where_sessions_are_monthly_a_month_is_no_gap(rulebook: Rulebook) -> None:
    """Nothing is known to be too long there."""
    assert attendance(rulebook, HELD, HELD, weeks=5, course={"frequency": "monthly"}).get("gap_days") is None


def test_a_wait_for_the_first_session_is_no_gap(rulebook: Rulebook) -> None:
    """The intake is no session; what changed until the first one is asked there anyway."""
    assert attendance(rulebook, HELD, weeks=6).get("gap_days") == 0
    assert attendance(rulebook, MISSED, later=40).get("gap_days") is None


def alliance(rulebook: Rulebook, *told: dict[str, Any] | None) -> list[Fact]:
    return facts(rulebook, "alliance", *({"alliance": one} if one else {} for one in told))


def test_only_the_alliance_of_the_session_now_counts(rulebook: Rulebook) -> None:
    """What the session before recorded is not taken over."""
    assert alliance(rulebook, {"srs": 30}, None) == []
    (found,) = alliance(rulebook, None, {"srs": 30})
    assert values(found, "session", "srs", "strain", "found") == (2, 30, None, "Session Rating Scale 30")


def test_a_rating_is_compared_with_the_one_recorded_before(rulebook: Rulebook) -> None:
    """Sessions without a rating are passed over; the first has nothing to fall from."""
    (found,) = alliance(rulebook, {"rating": 8}, None, {"rating": 6.5})
    assert values(found, "rating_fall", "found") == (1.5, "own rating 6.5 after 8")
    (first,) = alliance(rulebook, {"rating": 3})
    assert values(first, "rating_fall", "found") == (None, "own rating 3")


def test_signs_of_strain_are_named(rulebook: Rulebook) -> None:
    """In words; an entry without any says nothing of strain."""
    (found,) = alliance(rulebook, {"signs": ["silence", "undone-tasks"]})
    assert values(found, "strain", "found") == (True, "silence, tasks left undone")
    (nothing,) = alliance(rulebook, {"srs": 40})
    assert nothing.get("strain") is None


def test_what_is_missing_of_each_medicine(rulebook: Rulebook) -> None:
    """One fact each; one that is stopped has none, and a blank is not taken for adequate."""
    whole = {"name": "a", "taken": "yes", "dose_adequate": "no", "weeks": 0, "adherence": "none"}
    found = facts(
        rulebook,
        "medicine_record",
        medication=[whole, {"kind": "mood-stabiliser"}, {}, {"name": "b", "taken": "no"}],
    )
    assert [values(one, "name", "complete") for one in found] == [
        ("a", True),
        ("mood stabiliser", False),
        ("a medicine that is not named", False),
    ]
    assert found[1].get("missing") == (
        "which one it is, whether the dose is adequate, for how many weeks at this dose, how regularly it is taken"
    )
    assert facts(rulebook, "medicine_record", medication=[]) == []
    assert facts(rulebook, "medicine_record") == []
