"""What must hold for every case: engines agree, a yes never lowers an alert, a blank clears nothing, text never fails."""

from __future__ import annotations

import copy
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ipt_rules import Case, Recommendation, recommend
from ipt_rules.matching import engine_names
from ipt_rules.render.json_ import to_json
from ipt_rules.render.text import to_text
from ipt_rules.vocabulary import ALERT_LEVELS, EVENT_TYPES, ROLES
from tests_support import shipped_rulebook

FIRST = date(2026, 1, 10)
SCREEN = ("q1", "q2", "q3", "q4", "q5", "q6", "q6_3m")
SIGNS = (
    "self_injury",
    "self_neglect",
    "not_eating_or_drinking",
    "wish_to_join_the_dead",
    "harm_others",
    "safeguarding",
)
answers = st.sampled_from(["yes", "no", "not-known", None])


@st.composite
def contacts(draw: st.DrawFn) -> dict[str, Any]:
    """What may be recorded at a contact about risk and mood; most of it is often left blank."""
    risk = {sign: draw(answers) for sign in draw(st.lists(st.sampled_from(SIGNS), max_size=2, unique=True))}
    if draw(st.booleans()):
        risk["cssrs"] = {question: draw(answers) for question in draw(st.lists(st.sampled_from(SCREEN), unique=True))}
    contact: dict[str, Any] = {"risk": risk} if risk else {}
    if draw(st.booleans()):
        items = {"9": draw(st.integers(0, 3))} if draw(st.booleans()) else {}
        contact["measures"] = {"phq9": {"total": draw(st.integers(3, 24)), "items": items}}
    return contact


@st.composite
def cases(draw: st.DrawFn) -> dict[str, Any]:
    """A case with a few sessions, people, conflicts and events, as plain data."""
    people = draw(st.lists(st.sampled_from(["mother", "p2", "größte-freundin"]), max_size=3, unique=True))
    intake = {
        "date": FIRST.isoformat(),
        **draw(contacts()),
        "episode": draw(st.sampled_from([{}, {"onset": "2025-10"}, {"onset": "2025"}])),
        "relationships": [
            {
                "person": person,
                "role": draw(st.sampled_from(ROLES)),
                "conflict": {"present": draw(answers), "expectations_mismatch": draw(answers), "since": "2025-08"},
            }
            for person in people
        ],
        "life_events": [
            {
                "event": f"e{number}",
                "type": draw(st.sampled_from(EVENT_TYPES)),
                "date": draw(st.sampled_from([None, "2025", "2025-08", "2019-03-01"])),
                "role_change": {"hard": draw(answers)},
            }
            for number in range(draw(st.integers(0, 3)))
        ],
        "course": {"planned_sessions": draw(st.sampled_from([None, 8, 16]))},
    }
    sessions = []
    for number in range(1, draw(st.integers(0, 4)) + 1):
        day = FIRST + timedelta(weeks=number)
        sessions.append({"number": number, "date": day.isoformat(), "attended": draw(answers), **draw(contacts())})
    return {"schema_version": 1, "id": "c1", "intake": intake, "sessions": sessions}


def _advice(data: dict[str, Any], engine: str | None = None) -> Recommendation:
    case = Case.from_data(data)
    day = max([case.intake.date, *(session.date for session in case.sessions)])
    return recommend(case, shipped_rulebook(), day, engine=engine)


def _highest(recommendation: Recommendation) -> int:
    """The place of the highest alert among the levels; behind the last when there is none."""
    levels = [ALERT_LEVELS.index(one.content["level"]) for one in recommendation.alerts]
    return min(levels, default=len(ALERT_LEVELS))


@given(cases())
@settings(max_examples=60)
def test_every_engine_says_the_same_of_any_case(data: dict[str, Any]) -> None:
    """Both matchers give one answer, but for the engine's name."""
    told = [to_json(_advice(data, engine)).replace(f'"engine": "{engine}"', "") for engine in engine_names()]
    assert all(one == told[0] for one in told)


@given(cases(), st.integers(0, 4), st.sampled_from(SCREEN))
@settings(max_examples=80)
def test_a_yes_never_lowers_the_highest_alert(data: dict[str, Any], at: int, question: str) -> None:
    """Whatever was recorded, one more yes to the screener at any contact cannot make the answer milder."""
    more = copy.deepcopy(data)
    contact = [more["intake"], *more["sessions"]][min(at, len(more["sessions"]))]
    contact.setdefault("risk", {}).setdefault("cssrs", {})[question] = "yes"
    assert _highest(_advice(more)) <= _highest(_advice(data))


@given(cases())
@settings(max_examples=60)
def test_a_later_blank_session_clears_no_alert_about_suicide(data: dict[str, Any]) -> None:
    """A session in which nothing was asked leaves every alert about suicide where it was."""
    more = copy.deepcopy(data)
    number = len(more["sessions"]) + 1
    more["sessions"].append(
        {"number": number, "date": (FIRST + timedelta(weeks=number)).isoformat(), "attended": "yes"}
    )
    before = {one.content["level"] for one in _advice(data).alerts if one.content["about"] == "suicide"}
    after = {one.content["level"] for one in _advice(more).alerts if one.content["about"] == "suicide"}
    assert not before or min(after, default="none") <= min(before)


ENQUIRY = (*SIGNS, "past_attempt", "recent_discharge", "clinician_concern", "harm_baby_intent", "psychotic_signs")
OF_PATIENT = ("pregnant", "breast_feeding", "children_at_home")
OF_DIAGNOSIS = ("psychosis", "mania_now", "catatonia", "withdrawal_risk", "bipolar")


def _without_knowing(contact: dict[str, Any], background: dict[str, Any]) -> None:
    """Every blank of what safety asks, answered with `not known`."""
    risk = contact.setdefault("risk", {})
    groups = (
        (risk, ENQUIRY),
        (risk.setdefault("cssrs", {}), SCREEN),
        (risk.setdefault("violence", {}), ("now", "fear", "asked_alone")),
        (background.setdefault("patient", {}), OF_PATIENT),
        (background.setdefault("diagnosis", {}), OF_DIAGNOSIS),
    )
    for group, names in groups:
        for name in names:
            if group.get(name) is None:
                group[name] = "not-known"


@given(
    cases(),
    st.fixed_dictionaries(dict.fromkeys(OF_PATIENT, answers)),
    st.fixed_dictionaries(dict.fromkeys(OF_DIAGNOSIS, answers)),
)
@settings(max_examples=60)
def test_not_known_is_the_same_as_blank_for_every_alert(
    data: dict[str, Any], patient: dict[str, Any], diagnosis: dict[str, Any]
) -> None:
    """An answer that is not known neither raises an alert nor takes back what was told at an earlier contact."""
    data["intake"] |= {"patient": patient, "diagnosis": diagnosis}
    more = copy.deepcopy(data)
    _without_knowing(more["intake"], more["intake"])
    for session in more["sessions"]:
        _without_knowing(session, session.setdefault("learned", {}))
    told = [
        {(one.rule_id, one.content["level"], one.subject) for one in _advice(one_of).alerts} for one_of in (data, more)
    ]
    assert told[0] == told[1]


@given(cases(), st.integers(40, 200))
@settings(max_examples=40)
def test_any_answer_can_be_read_at_any_width(data: dict[str, Any], width: int) -> None:
    """The text names every alert first and keeps to the width."""
    recommendation = _advice(data)
    text = to_text(recommendation, width=width)
    assert text.startswith("ALERTS")
    assert all(one.summary.split()[0] in text for one in recommendation.alerts)
    assert max(map(len, text.splitlines())) <= max(width, 60)
