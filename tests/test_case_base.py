"""Partial dates, answers and keys; a case keeps its content to itself."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipt_rules import Case, errors
from ipt_rules.case import PartialDate


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest"),
    [
        ("2024-02-29", "day", date(2024, 2, 29), date(2024, 2, 29)),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025", "year", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_partial_date_keeps_its_precision(text: str, precision: str, earliest: date, latest: date) -> None:
    """A date known to the month is a span of days, and prints as it was told."""
    read = PartialDate(text)
    assert (read.precision, read.earliest, read.latest, str(read)) == (precision, earliest, latest, text)


@pytest.mark.parametrize(
    "text", ["2025-02-30", "2025-13", "25-01-01", "2025-1-1", "yesterday", "", "1799", "2201-01", "9999-12-31"]
)
def test_a_date_that_does_not_exist_is_refused(text: str) -> None:
    """No such day, no such month, or not a date at all."""
    with pytest.raises(ValueError, match=r"date|year"):
        PartialDate(text)


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 12, 31)))
def test_any_day_reads_back(day: date) -> None:
    """A whole day is its own earliest and latest."""
    read = PartialDate(day.isoformat())
    assert read.earliest == read.latest == read.middle == day


def _minimal(**intake: object) -> dict[str, object]:
    return {"schema_version": 1, "id": "c1", "intake": {"date": "2026-01-01", **intake}}


def test_answers_may_be_booleans_and_unknown_is_an_answer() -> None:
    """JSON writes true and false; `unknown` and `not known` are the answer not-known."""
    case = Case.from_data(_minimal(diagnosis={"bipolar": True, "psychosis": "unknown", "mania_now": False}))
    diagnosis = case.intake.diagnosis
    assert diagnosis is not None
    assert (diagnosis.bipolar, diagnosis.psychosis, diagnosis.mania_now) == ("yes", "not-known", "no")


def test_a_case_says_nothing_of_the_person_when_printed() -> None:
    """No repr of a case or its parts shows what it holds."""
    case = Case.from_data(_minimal(relationships=[{"person": "planted-key", "good": "planted words"}]))
    assert "planted" not in f"{case!r} {case} {case.intake!r} {case.intake.relationships!r}"


def test_every_problem_of_a_case_is_told_at_once_without_its_content() -> None:
    """Unknown fields with the nearest name, wrong words with the right ones, and none of what was written."""
    data = _minimal(
        relationship=[],
        life_events=[{"event": "planted words with spaces", "type": "planted-type", "date": "2025-02-30"}],
        patient={"age": "planted"},
    )
    with pytest.raises(errors.CaseError) as caught:
        Case.from_data(data)
    text = str(caught.value)
    assert len(caught.value.problems) == 5
    assert "planted" not in text
    assert "did you mean `relationships`?" in text
    assert "does not exist in the calendar" in text
