"""Facts about severity, other treatments, wishes and formats: what a first treatment is chosen by."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from ipt_rules import Case, Rulebook
from ipt_rules.facts.base import Fact
from ipt_rules.facts.derive import derive_facts

START = date(2026, 1, 10)
ADULT = {"patient": {"age": 40}}


def facts(rulebook: Rulebook, kind: str, /, *sessions: dict[str, Any], later: int = 0, **intake: Any) -> list[Fact]:
    preferences = intake.pop("preferences", None)
    told = [
        {"number": number, "date": str(START + timedelta(weeks=number)), **one}
        for number, one in enumerate(sessions, start=1)
    ]
    data = {"schema_version": 1, "id": "t", "intake": {"date": str(START), **intake}, "sessions": told}
    case = Case.from_data({**data, **({"preferences": preferences} if preferences else {})})
    on = START + timedelta(weeks=len(sessions), days=later)
    return [fact for fact in derive_facts(case, on, rulebook) if fact.kind == kind]


def one(rulebook: Rulebook, kind: str, /, *sessions: dict[str, Any], **intake: Any) -> Fact:
    (found,) = facts(rulebook, kind, *sessions, **intake)
    return found


def phq9(total: int, **more: Any) -> dict[str, Any]:
    return {"phq9": {"total": total, **more}}


def test_nothing_recorded_leaves_severity_open(rulebook: Rulebook) -> None:
    """Without a score there is no band, and nothing is taken for known: no waiting, no choice by score."""
    found = one(rulebook, "severity")
    assert {name: found.get(name) for name in ("total", "band", "planning_band", "raised")} == dict.fromkeys(
        ("total", "band", "planning_band", "raised")
    )
    assert [found.get(name) for name in ("eased", "below_threshold", "can_wait", "applies")] == [False] * 4


@pytest.mark.parametrize(
    ("measures", "diagnosis", "band", "planned", "raised"),
    [
        (phq9(14), {}, "moderate", "moderate", None),
        (phq9(14, difficulty=2), {}, "moderate", "moderate", False),
        (phq9(14, difficulty=3), {}, "moderate", "moderately-severe", True),
        ({**phq9(14), "wsas": {"total": 20}}, {}, "moderate", "moderate", False),
        ({**phq9(14), "wsas": {"total": 21}}, {}, "moderate", "moderately-severe", True),
        ({**phq9(14, difficulty=0), "wsas": {"total": 21}}, {}, "moderate", "moderately-severe", True),
        (phq9(20, difficulty=3), {}, "severe", "severe", False),
        (phq9(8), {"severity": "severe"}, "mild", "severe", True),
        (phq9(16), {"severity": "mild"}, "moderately-severe", "moderately-severe", None),
        (phq9(8), {"severity": "none"}, "mild", "mild", None),
    ],
)
def test_impairment_and_the_clinician_may_raise_the_band_and_never_lower_it(
    rulebook: Rulebook, measures: Any, diagnosis: Any, band: str, planned: str, raised: bool | None
) -> None:
    """One step up for severe impairment, the clinician's judgement where it is higher; unknown impairment stays open."""
    found = one(rulebook, "severity", measures=measures, diagnosis=diagnosis)
    assert (found.get("band"), found.get("planning_band"), found.get("raised")) == (band, planned, raised)


def test_a_score_older_than_two_weeks_or_by_somebody_else_decides_nothing(rulebook: Rulebook) -> None:
    """The PHQ-9 has to be valid on the day."""
    assert one(rulebook, "severity", measures=phq9(14), later=14).get("band") == "moderate"
    assert one(rulebook, "severity", measures=phq9(14), later=15).get("band") is None
    assert one(rulebook, "severity", measures=phq9(14, by_patient="no")).get("band") is None


def test_a_band_left_behind_is_told(rulebook: Rulebook) -> None:
    """From moderate to mild it has eased; inside a band, or upwards, it has not."""
    eased = [
        one(rulebook, "severity", {"measures": phq9(now)}, measures=phq9(before)).get("eased")
        for before, now in ((12, 8), (12, 10), (8, 12))
    ]
    assert eased == [True, False, False]


@pytest.mark.parametrize(
    ("background", "applies"),
    [
        (ADULT, True),
        ({}, False),
        ({"patient": {"age": 17}}, False),
        ({**ADULT, "diagnosis": {"primary": "major-depression"}}, True),
        ({**ADULT, "diagnosis": {"primary": "adjustment-disorder"}}, True),
        ({**ADULT, "diagnosis": {"primary": "ptsd"}}, False),
        ({**ADULT, "diagnosis": {"primary": "ptsd", "comorbid": ["major-depression"]}}, True),
        ({**ADULT, "diagnosis": {"bipolar": "yes"}}, False),
        ({**ADULT, "diagnosis": {"bipolar": "not-known"}}, True),
        ({**ADULT, "asked": {"bipolar-history": "some"}}, False),
        ({**ADULT, "diagnosis": {"mania_now": "yes"}}, False),
        ({**ADULT, "diagnosis": {"primary": "psychotic-depression"}}, False),
        ({**ADULT, "risk": {"psychotic_signs": "yes"}}, False),
        ({**ADULT, "diagnosis": {"catatonia": "yes"}}, False),
        ({**ADULT, "diagnosis": {"substance_use": "dependence"}}, False),
        ({**ADULT, "diagnosis": {"substance_use": "harmful"}}, False),
        ({**ADULT, "diagnosis": {"substance_use": "use"}}, True),
        ({**ADULT, "diagnosis": {"primary": "major-depression", "comorbid": ["substance-use"]}}, False),
        ({**ADULT, "diagnosis": {"withdrawal_risk": "yes"}}, False),
        ({**ADULT, "diagnosis": {"cognition": "mild-impairment"}}, True),
        ({**ADULT, "diagnosis": {"cognition": "moderate-impairment"}}, False),
    ],
)
def test_whose_score_may_guide_a_first_treatment(rulebook: Rulebook, background: Any, applies: bool) -> None:
    """A known adult, unless something on record is treated in another way first."""
    assert one(rulebook, "severity", **background).get("applies") is applies


@pytest.mark.parametrize(
    ("primary", "measures", "severity", "below"),
    [
        ("subthreshold-depression", phq9(14), None, True),
        ("adjustment-disorder", phq9(14), None, True),
        ("subthreshold-depression", phq9(15), None, False),
        ("subthreshold-depression", phq9(14, difficulty=3), None, False),
        ("subthreshold-depression", phq9(14), "severe", False),
        ("major-depression", phq9(8), None, False),
        ("subthreshold-depression", {}, None, False),
    ],
)
def test_a_diagnosis_below_the_threshold_counts_while_nothing_speaks_against_it(
    rulebook: Rulebook, primary: str, measures: Any, severity: str | None, below: bool
) -> None:
    """Neither a high score nor severe impairment nor the clinician's own judgement may contradict it."""
    diagnosis = {"primary": primary, **({"severity": severity} if severity else {})}
    assert one(rulebook, "severity", measures=measures, diagnosis=diagnosis).get("below_threshold") is below


def no_to_all() -> dict[str, Any]:
    return {"cssrs": {f"q{number}": "no" for number in range(1, 7)} | {"q6_3m": "no"}}


def calm(**more: Any) -> dict[str, Any]:
    """An intake at which everything grave was asked about and denied."""
    base = {
        "measures": {"phq9": {"total": 7, "difficulty": 1, "items": {"9": 0}}},
        "risk": no_to_all(),
        "asked": {"psychosis": "none"},
    }
    return {**base, **more}


@pytest.mark.parametrize(
    ("change", "can_wait"),
    [
        ({"episode": {"number": 1}}, True),
        ({}, False),
        ({"episode": {"number": 3}}, False),
        ({"episode": {"number": 1, "earlier_severe": "yes"}}, False),
        ({"episode": {"number": 1}, "risk": {}}, False),
        ({"episode": {"number": 1}, "asked": {}}, False),
        ({"episode": {"number": 1}, "measures": {"phq9": {"total": 7, "items": {"9": 0}}}}, False),
        ({"episode": {"number": 1}, "measures": {"phq9": {"total": 7, "difficulty": 1}}}, False),
        ({"episode": {"number": 1}, "measures": {"phq9": {"total": 7, "difficulty": 3, "items": {"9": 0}}}}, False),
        ({"episode": {"earlier_severe": "yes"}}, False),
        ({"episode": {"earlier_severe": "no"}}, True),
    ],
)
def test_waiting_needs_what_is_grave_known_to_be_absent(rulebook: Rulebook, change: Any, can_wait: bool) -> None:
    """Suicidal thoughts, psychosis and severe impairment were each asked about and denied, and are today's answers."""
    assert one(rulebook, "severity", **calm(**change)).get("can_wait") is can_wait


@pytest.mark.parametrize(
    ("background", "long_"),
    [
        ({"diagnosis": {"persistent_depression": "yes"}}, True),
        ({"episode": {"number": 2}, "diagnosis": {"prior_treatments": [{"kind": "ipt", "result": "partial"}]}}, True),
        ({"episode": {"number": 1}, "diagnosis": {"prior_treatments": [{"kind": "ipt", "result": "partial"}]}}, False),
        ({"diagnosis": {"prior_treatments": [{"kind": "ipt", "result": "partial"}]}}, False),
        ({"episode": {"number": 4}, "diagnosis": {"prior_treatments": [{"kind": "ipt", "result": "none"}]}}, False),
    ],
)
def test_a_long_course_or_a_return_after_a_partial_response(rulebook: Rulebook, background: Any, long_: bool) -> None:
    """Chronic, or recurrent with a partial response; the first episode is no return."""
    found = one(rulebook, "severity", **background)
    assert found.get("long_or_recurrent") is long_
    assert found.get("recurrent_partial") is (long_ and "episode" in background)


def test_adequate_treatments_without_remission_are_counted_once_ended(rulebook: Rulebook) -> None:
    """Of six treatments only two were adequate, have ended and fell short of remission."""
    treatments = [
        {"kind": "cbt", "adequate": "yes", "result": "none"},
        {"kind": "medication", "adequate": "yes", "result": "partial"},
        {"kind": "ipt", "adequate": "yes", "result": "remission"},
        {"kind": "ipt", "adequate": "no", "result": "none"},
        {"kind": "other", "adequate": "yes", "result": "none", "running": "yes"},
        {"kind": "cbt", "result": "none"},
    ]
    found = one(rulebook, "treatment_trials", measures=phq9(14), diagnosis={"prior_treatments": treatments})
    assert (found.get("without_remission"), found.get("not_remitted")) == (2, True)


@pytest.mark.parametrize(
    ("change", "counted"),
    [
        ({}, 1),
        ({"weeks": 3}, 0),
        ({"dose_adequate": "no"}, 0),
        ({"adherence": "partial"}, 0),
        ({"weeks": None}, 0),
        ({"taken": None}, 0),
        ({"taken": "no"}, 0),
    ],
)
def test_a_medicine_counts_only_at_dose_long_enough_and_taken(rulebook: Rulebook, change: Any, counted: int) -> None:
    """Four weeks at an adequate dose, taken fully; an open answer does not count."""
    medicine = {"name": "x", "taken": "yes", "dose_adequate": "yes", "weeks": 4, "adherence": "full", **change}
    background = {"measures": phq9(14), "medication": [medicine]}
    assert one(rulebook, "treatment_trials", **background).get("without_remission") == counted


def test_weeks_of_this_treatment_count_to_the_newest_valid_score(rulebook: Rulebook) -> None:
    """From the first session on, not from the intake; an old score says nothing of today."""
    sessions = [{} for _ in range(20)] + [{"measures": phq9(11)}]
    found = one(rulebook, "treatment_trials", *sessions)
    assert (found.get("weeks"), found.get("not_remitted")) == (20, True)
    assert one(rulebook, "treatment_trials", *sessions, later=15).get("not_remitted") is False


@pytest.mark.parametrize(
    ("preferences", "text", "declined"),
    [
        (None, "No wish is recorded", False),
        ({"therapy": "combined"}, "Wish: medicine together with a talking treatment", False),
        ({"medication": "no"}, "Wish: no medicine", True),
        ({"therapy": "ipt", "medication": "no"}, "Wish: IPT, no medicine", True),
        ({"medication": "not-known"}, "No wish is recorded", False),
    ],
)
def test_the_wish_is_told_in_words(rulebook: Rulebook, preferences: Any, text: str, declined: bool) -> None:
    """What is preferred and what is not wanted; a blank is neither."""
    found = one(rulebook, "treatment_choice", preferences=preferences)
    assert (found.get("wish_text"), found.get("medicine_declined")) == (text, declined)


@pytest.mark.parametrize(
    ("course", "brief"),
    [
        ({}, False),
        ({"planned_sessions": 8}, True),
        ({"planned_sessions": 9}, False),
        ({"type": "ipc"}, True),
        ({"type": "acute"}, False),
        ({"type": "brief", "planned_sessions": 16}, False),
    ],
)
def test_a_short_course_is_known_by_its_number(rulebook: Rulebook, course: Any, brief: bool) -> None:
    """The planned number counts; without one, what is usual for the course."""
    assert one(rulebook, "treatment_choice", course=course).get("brief_planned") is brief


def test_agreed_gaps_and_notice_are_no_no_shows(rulebook: Rulebook) -> None:
    """Only sessions missed without a word count, a blank about notice included."""
    sessions = [
        {"attended": "no"},
        {"attended": "no", "notice_given": "yes"},
        {"attended": "no", "planned_gap": "yes"},
        {"attended": "no", "notice_given": "no"},
        {},
    ]
    assert one(rulebook, "treatment_choice", *sessions).get("no_shows") == 2


def test_group_and_distance_come_into_view_by_plan_or_wish(rulebook: Rulebook) -> None:
    """A plan, the format of the contact now, or a wish; an individual course leaves a group open."""
    seen = [
        tuple(one(rulebook, "setting", **told).get(name) for name in ("group_in_view", "group_open", "remote_in_view"))
        for told in (
            {},
            {"course": {"format": "group"}},
            {"preferences": {"format": "group"}},
            {"course": {"type": "who-group"}},
            {"course": {"format": "individual"}, "kind": "video"},
            {"preferences": {"format": "telephone"}},
        )
    ]
    assert seen == [
        (False, True, False),
        (True, False, False),
        (True, False, False),
        (True, False, False),
        (False, True, True),
        (False, False, True),
    ]


def bars(rulebook: Rulebook, **intake: Any) -> dict[Any, str]:
    """Each bar as there, ruled out or open."""
    states = {(True, False): "there", (False, True): "ruled out", (False, False): "open"}
    return {
        fact.get("bar"): states[bool(fact.get("there")), bool(fact.get("ruled_out"))]
        for fact in facts(rulebook, "group_bar", **intake)
    }


def test_what_nobody_asked_neither_bars_a_group_nor_is_ruled_out(rulebook: Rulebook) -> None:
    """A blank is open."""
    assert set(bars(rulebook).values()) == {"open"}


@pytest.mark.parametrize(
    ("bar", "told", "state"),
    [
        ("intent-to-die", {"risk": {"cssrs": {"q4": "yes"}}}, "there"),
        ("intent-to-die", {"risk": {"cssrs": {"q6": "yes", "q6_3m": "yes"}}}, "there"),
        ("intent-to-die", {"risk": no_to_all()}, "ruled out"),
        ("intent-to-die", {"risk": {"cssrs": {"q1": "yes", "q2": "no", "q6": "no"}}}, "open"),
        ("intent-to-die", {"risk": {"cssrs": {"q4": "no"}}}, "open"),
        ("psychosis", {"risk": {"psychotic_signs": "yes"}}, "there"),
        ("psychosis", {"diagnosis": {"psychosis": "no"}}, "ruled out"),
        ("mania", {"diagnosis": {"mania_now": "yes"}}, "there"),
        ("mania", {"asked": {"mania": "none"}}, "ruled out"),
        ("cognition", {"diagnosis": {"cognition": "severe-impairment"}}, "there"),
        ("cognition", {"diagnosis": {"cognition": "mild-impairment"}}, "ruled out"),
        ("dispute-in-group", {"asked": {"conflicts": "none"}}, "ruled out"),
    ],
)
def test_each_bar_to_a_group_is_there_ruled_out_or_open(
    rulebook: Rulebook, bar: str, told: dict[str, Any], state: str
) -> None:
    """What stands counts; only a recorded denial rules out."""
    assert bars(rulebook, **told)[bar] == state


@pytest.mark.parametrize(
    ("same_group", "conflict", "state"),
    [("yes", "yes", "there"), ("no", "yes", "ruled out"), (None, "yes", "open"), ("yes", "no", "ruled out")],
)
def test_a_dispute_bars_the_group_of_that_member_only(
    rulebook: Rulebook, same_group: str | None, conflict: str, state: str
) -> None:
    """With a member of the same group; where nobody said whether it is one, it is open."""
    person = {"person": "pia", "role": "colleague", "conflict": {"present": conflict}}
    told = {**person, **({"same_group": same_group} if same_group else {})}
    assert bars(rulebook, relationships=[told])["dispute-in-group"] == state


def test_whom_to_ask_about_medicine_is_told_for_known_adults_only(rulebook: Rulebook) -> None:
    """A prescriber, or a specialist and why; nobody for a minor or where the age is not known."""
    asked = {"bipolar-history": "none"}
    told = [
        one(rulebook, "medicine", asked=asked, patient=patient).get("whom_to_ask")
        for patient in ({"age": 40}, {"age": 40, "pregnant": "yes"}, {"age": 17}, {})
    ]
    assert told == ["a prescriber", "a specialist (pregnancy is recorded)", None, None]
