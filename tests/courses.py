"""Generated courses of treatment: contacts on one day, missed ones that told something, what is learned and agreed late."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

FIRST = date(2026, 1, 10)
DAYS_BETWEEN = (0, 3, 7, 7, 14)
SCREEN = ("q1", "q2", "q3", "q4", "q5", "q6", "q6_3m")
SIGNS = ("self_injury", "self_neglect", "recent_discharge", "clinician_concern", "wish_to_join_the_dead", "harm_others")
PEOPLE = ("p2", "mother")
answers = st.sampled_from(["yes", "no", "not-known", None])
rarely = st.integers(0, 3).map(lambda number: number == 0)


@st.composite
def risk(draw: st.DrawFn) -> dict[str, Any]:
    """A risk enquiry: mostly a screener that was answered no, with a yes or a blank here and there."""
    found: dict[str, Any] = {sign: draw(answers) for sign in draw(st.lists(st.sampled_from(SIGNS), max_size=1))}
    if draw(st.booleans()):
        changed = draw(st.lists(st.sampled_from(SCREEN), max_size=2, unique=True))
        found["cssrs"] = dict.fromkeys(SCREEN, "no") | {question: draw(answers) for question in changed}
    if draw(rarely):
        named = {"person": draw(st.sampled_from(PEOPLE))} if draw(st.booleans()) else {}
        found["violence"] = {"now": draw(answers), "fear": draw(answers), "asked_alone": draw(answers), **named}
    return found


@st.composite
def contact(draw: st.DrawFn) -> dict[str, Any]:
    """What any contact may record; much is left blank."""
    found: dict[str, Any] = {}
    if draw(st.booleans()):
        found["risk"] = draw(risk())
    if draw(st.booleans()):
        items = {"9": draw(st.sampled_from([0, 0, 1, 2]))} if draw(st.booleans()) else {}
        found["measures"] = {"phq9": {"total": draw(st.integers(3, 23)), "items": items}}
    return found


@st.composite
def learned(draw: st.DrawFn) -> dict[str, Any]:
    """What a session may learn or correct."""
    found: dict[str, Any] = {}
    if draw(rarely):
        found["diagnosis"] = {"psychosis": draw(answers)}
    if draw(rarely):
        found["course"] = {"planned_sessions": draw(st.sampled_from([8, 16]))}
    if draw(rarely):
        found["contract"] = {"sessions": draw(st.sampled_from([8, 12])), "frequency": "weekly"}
    if draw(rarely):
        found["asked"] = {draw(st.sampled_from(["deaths", "violence", "self-injury"])): "none"}
    return found


@st.composite
def session(draw: st.DrawFn) -> dict[str, Any]:
    """What one session may hold beside its number and date."""
    found = {**draw(contact()), "attended": draw(st.sampled_from(["yes", "yes", None, "no"]))}
    if draw(rarely):
        found["learned"] = draw(learned())
    if draw(rarely):
        area = draw(st.sampled_from(["grief", "role-dispute"]))
        found["focus_agreed"] = {"area": area, "patient_agrees": draw(answers)}
    if draw(rarely):
        found["relapse_plan"] = {"signs": ["waking at four", "no appetite"], "contact": ["the clinic"]}
    return found


@st.composite
def courses(draw: st.DrawFn) -> dict[str, Any]:
    """A case as plain data, with a few sessions."""
    intake = {
        "date": FIRST.isoformat(),
        **draw(contact()),
        "episode": {"onset": "2025-10"},
        "relationships": [{"person": "mother", "role": "parent"}, {"person": "p2", "role": "spouse"}],
        "life_events": [{"event": "loss", "type": "death", "person": "mother", "date": "2025-08"}],
        "course": {"planned_sessions": draw(st.sampled_from([None, 8, 16]))},
    }
    sessions, day = [], FIRST
    for number in range(1, draw(st.integers(0, 5)) + 1):
        day += timedelta(days=draw(st.sampled_from(DAYS_BETWEEN)))
        sessions.append({"number": number, "date": day.isoformat(), **draw(session())})
    return {"schema_version": 1, "id": "c1", "intake": intake, "sessions": sessions}
