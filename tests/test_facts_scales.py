"""Which questionnaires are followed: the one for depression, those that are missing, and how the others have moved."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from ipt_rules import Case, Rulebook
from ipt_rules.facts.derive import derive_facts

INTAKE = date(2026, 1, 10)


def told(rulebook: Rulebook, kind: str, intake: dict[str, Any], *sessions: dict[str, Any]) -> list[dict[str, Any]]:
    """The facts of one kind for an intake and weekly sessions, each with the measures given, on the day of the last."""
    data = {
        "schema_version": 1,
        "id": "followed",
        "source": {"kind": "invented"},
        "intake": {"date": INTAKE.isoformat(), **intake},
        "sessions": [
            {
                "number": number,
                "date": (INTAKE + timedelta(weeks=number)).isoformat(),
                "attended": "yes",
                "measures": {scale: {"total": total} for scale, total in measures.items()},
            }
            for number, measures in enumerate(sessions, start=1)
        ],
    }
    on = INTAKE + timedelta(weeks=len(sessions))
    return [dict(one.values) for one in derive_facts(Case.from_data(data), on, rulebook) if one.kind == kind]


def followed(rulebook: Rulebook, patient: dict[str, str], *sessions: dict[str, int]) -> tuple[Any, ...]:
    intake = {"patient": patient, "measures": {"phq9": {"total": 14}}}
    (fact,) = told(rulebook, "depression_scale", intake, *sessions)
    return fact["name"], fact["latest"], fact["sessions_since"]


def test_around_a_birth_the_newer_of_phq9_and_epds_is_followed(rulebook: Rulebook) -> None:
    """The EPDS once it is the newer; of one day the PHQ-9."""
    assert followed(rulebook, {"pregnant": "yes"}, {"epds": 15}) == ("EPDS", 15, 0)
    assert followed(rulebook, {"pregnant": "yes"}, {"epds": 15}, {}) == ("EPDS", 15, 1)
    assert followed(rulebook, {"pregnant": "yes"}, {"epds": 15, "phq9": 13}) == ("PHQ-9", 13, 0)
    assert followed(rulebook, {"pregnant": "yes"}, {"epds": 15}, {"phq9": 13}) == ("PHQ-9", 13, 0)


@pytest.mark.parametrize("patient", [{"pregnant": "no"}, {}])
def test_elsewhere_it_is_the_phq9(rulebook: Rulebook, patient: dict[str, str]) -> None:
    """Also where nobody recorded whether there was a birth."""
    assert followed(rulebook, patient, {"epds": 15}) == ("PHQ-9", 14, 1)


def test_nothing_is_followed_before_the_first_total(rulebook: Rulebook) -> None:
    """A GAD-7 is no measure of depression."""
    assert told(rulebook, "depression_scale", {"measures": {"gad7": {"total": 9}}}, {"gad7": 8}) == []


def test_what_is_missing_is_named_for_the_part_of_the_course_that_runs(rulebook: Rulebook) -> None:
    """All three at the start; from half way on they are missing again, and the MSPSS serves as well as the OSSS-3."""
    all_of = {"gad7": {"total": 9}, "wsas": {"total": 20}, "mspss": {"total": 40}}
    assert told(rulebook, "scales_missing", {"measures": all_of}) == []
    assert told(rulebook, "scales_missing", {"measures": {"wsas": {"total": 20}}}) == [
        {"text": "the GAD-7 and a support scale"}
    ]
    intake = {"measures": all_of, "course": {"planned_sessions": 8}}
    assert told(rulebook, "scales_missing", intake, {}, {}, {}) == []
    assert told(rulebook, "scales_missing", intake, {}, {}, {}, {"gad7": 8}) == [
        {"text": "the WSAS and a support scale"}
    ]


def test_a_course_that_ends_with_triage_is_measured_once(rulebook: Rulebook) -> None:
    """Three sessions have no middle and no ending of their own."""
    all_of = {"gad7": {"total": 9}, "wsas": {"total": 20}, "osss3": {"total": 10}}
    intake = {"measures": all_of, "course": {"type": "ipt-est", "planned_sessions": 3}}
    assert told(rulebook, "scales_missing", intake, {}, {}, {}) == []


def test_what_moved_long_ago_is_not_told_again(rulebook: Rulebook) -> None:
    """The newest of a scale may be a month old."""
    intake = {"measures": {"gad7": {"total": 14}, "wsas": {"total": 20}}}
    sessions: list[dict[str, int]] = [{"gad7": 9}, {}, {}, {}, {"wsas": 12}]
    assert told(rulebook, "scales_moved", intake, *sessions) == [
        {"text": "GAD-7 14 → 9 (−5); WSAS 20 → 12 (−8)"}  # the GAD-7 is 28 days old
    ]
    assert told(rulebook, "scales_moved", intake, *sessions, {}) == [{"text": "WSAS 20 → 12 (−8)"}]
