"""A case contact by contact: each judged as it stood, and what changed from one to the next, in words and as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from courses import courses
from ipt_rules import Case, Change, Rulebook, Timeline, TimelineEntry, errors, recommend, timeline
from ipt_rules.case.record import contacts
from ipt_rules.matching import engine_names
from ipt_rules.render.timeline import (
    timeline_schema,
    timeline_to_data,
    timeline_to_json,
    timeline_to_markdown,
    timeline_to_text,
)
from ipt_rules.replay import as_it_stood
from ipt_rules.timeline_moments import TOPICS
from tests_support import shipped_rulebook

CASES = sorted(path for path in (Path(__file__).parent.parent / "cases").glob("*.yaml") if path.stem != "published")
AMIRA = next(path for path in CASES if path.stem == "amira")
START = date(2026, 1, 10)
DENIED = {"q1": "no", "q2": "no", "q6": "no"}
CLEAR = {"measures": {"phq9": {"total": 8, "items": {"9": 0}}}, "risk": {"cssrs": DENIED}}
INTENT = {"risk": {"cssrs": {**DENIED, "q2": "yes", "q3": "no", "q4": "yes", "q5": "no"}}}
THOUGHTS = {"risk": {"cssrs": {**DENIED, "q1": "yes"}}}
Contact = Mapping[str, Any]


def a_case(intake: Contact, *sessions: Contact) -> Case:
    """A case with one contact a week from START on, unless a session says its own date."""
    later = [
        {"number": number, "date": START + timedelta(weeks=number), **session}
        for number, session in enumerate(sessions, start=1)
    ]
    return Case.from_data({"schema_version": 1, "id": "c", "intake": {"date": START, **intake}, "sessions": later})


def told(rulebook: Rulebook, intake: Contact, *sessions: Contact) -> Timeline:
    return timeline(a_case(intake, *sessions), rulebook, engine="plain")


def of(entry: TimelineEntry, *topics: str) -> list[tuple[str, str]]:
    return [(change.what, change.says) for change in entry.changes if change.topic in topics]


def slugs(made: Timeline, topic: str) -> list[list[str]]:
    """What each contact brought of one topic."""
    return [[change.what for change in entry.changes if change.topic == topic] for entry in made.entries]


def denied() -> dict[str, Any]:
    return {"risk": {"cssrs": DENIED}}


def phq9(*totals: int | None) -> list[dict[str, Any]]:
    return [{} if total is None else {"measures": {"phq9": {"total": total}}} for total in totals]


# Each contact as it stood


def assert_each_contact_as_it_stood(case: Case) -> None:
    """The recommendation of each entry is what `recommend` says of the case cut off there, on that day."""
    made = timeline(case, shipped_rulebook(), engine="plain")
    known = contacts(case, date.max)
    assert [(entry.session, entry.date) for entry in made.entries] == [(one.number, one.date) for one in known]
    for entry, contact in zip(made.entries, known, strict=True):
        then = recommend(as_it_stood(case, contact), shipped_rulebook(), contact.date, engine="plain")
        assert entry.recommendation == then


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_each_contact_is_judged_as_it_stood(path: Path) -> None:
    """Of every published and invented case."""
    assert_each_contact_as_it_stood(Case.from_file(path))


@given(courses())
@settings(max_examples=30)
def test_each_contact_of_any_case_is_judged_as_it_stood(data: dict[str, Any]) -> None:
    """Of generated cases too, with several contacts on one day and missed ones that told something."""
    assert_each_contact_as_it_stood(Case.from_data(data))


@given(courses())
@settings(max_examples=40)
def test_what_is_told_of_alerts_adds_up(data: dict[str, Any]) -> None:
    """A matter is raised once, is told at every contact while it stands, and is told when it does not any more."""
    for_matter: set[tuple[str, str | None]] = set()
    for entry in timeline(Case.from_data(data), shipped_rulebook(), engine="plain").entries:
        stand = {(alert.content["about"], alert.person) for alert in entry.recommendation.alerts}
        counted = [change.what for change in entry.changes if change.topic == "alerts" and change.what != "also"]
        assert counted.count("raised") == len(stand - for_matter)
        assert sum(counted.count(what) for what in ("higher", "lower", "standing")) == len(stand & for_matter)
        assert sum(counted.count(what) for what in ("cleared", "lapsed")) == len(for_matter - stand)
        for_matter = stand


@given(courses())
@settings(max_examples=15)
def test_both_engines_tell_the_same(data: dict[str, Any]) -> None:
    """The timeline does not depend on the engine."""
    case = Case.from_data(data)
    made = [timeline_to_data(timeline(case, shipped_rulebook(), engine=name)) for name in engine_names()]
    assert all({**one, "engine": ""} == {**made[0], "engine": ""} for one in made)


def test_two_contacts_on_one_day(rulebook: Rulebook) -> None:
    """What the second told is not known at the first."""
    made = told(rulebook, {}, {"date": START}, {"date": START, **INTENT})
    assert [entry.level for entry in made.entries] == [None, None, "1"]
    assert [entry.date for entry in made.entries] == [START] * 3


def test_a_day_in_the_middle(rulebook: Rulebook) -> None:
    """Contacts after `until` are not seen, and those on it are."""
    case = a_case({}, {}, INTENT, {})
    made = timeline(case, rulebook, until=START + timedelta(weeks=1), engine="plain")
    assert [entry.session for entry in made.entries] == [0, 1]
    assert made.until == START + timedelta(weeks=1)
    made = timeline(case, rulebook, until=START + timedelta(weeks=2), engine="plain")
    assert made.entries[-1].level == "1"


def test_a_day_before_the_intake(rulebook: Rulebook) -> None:
    """Then there is nothing to tell, and the error says so."""
    with pytest.raises(errors.CaseError, match="before the intake"):
        timeline(a_case({}), rulebook, until=date(2025, 1, 1))


def test_an_event_that_was_recorded_ahead_of_its_day(rulebook: Rulebook) -> None:
    """A move that lay ahead at the intake hides none of the contacts once it has come; before that it is told."""
    case = a_case({"life_events": [{"event": "m", "type": "move", "date": "2026-01-20"}]}, {}, {})
    assert len(timeline(case, rulebook, engine="plain").entries) == 3
    with pytest.raises(errors.CaseError, match="in the future of the day"):
        timeline(case, rulebook, until=START, engine="plain")


# Alerts


def alerts(entry: TimelineEntry) -> list[tuple[str, str | None, str | None]]:
    return [(change.what, change.level, change.by) for change in entry.changes if change.topic == "alerts"]


def test_an_alert_about_suicide_is_cleared_by_screens(rulebook: Rulebook) -> None:
    """It stands after a blank and after one clear screen, and the second in a row clears it."""
    made = told(rulebook, {}, INTENT, {}, CLEAR, CLEAR)
    assert [entry.level for entry in made.entries] == [None, "1", "1", "1", None]
    assert [alerts(entry)[:1] for entry in made.entries] == [
        [],
        [("raised", "1", None)],
        [("standing", "1", None)],
        [("standing", "1", None)],
        [("cleared", "1", "screens")],
    ]
    (change,) = of(made.entries[-1], "alerts")
    assert change[1].endswith("(2 clear screens in a row)")


def test_a_sign_is_cleared_by_its_denial(rulebook: Rulebook) -> None:
    """Clear screens do not clear it, a recorded no does."""
    sign = {"risk": {"harm_others": "yes"}}
    made = told(rulebook, sign, CLEAR, CLEAR, {"risk": {"harm_others": "no"}})
    assert [[what for what, _, _ in alerts(entry)] for entry in made.entries] == [
        ["raised"],
        ["standing"],
        ["standing"],
        ["cleared"],
    ]
    assert alerts(made.entries[-1])[0][2] == "denial"


def test_violence_is_told_for_each_person(rulebook: Rulebook) -> None:
    """What is denied of one person still stands of the other."""
    people = [{"person": "p2", "role": "spouse"}, {"person": "mother", "role": "parent"}]
    fear = {"risk": {"violence": {"now": "yes", "person": "p2"}}}
    other = {"risk": {"violence": {"fear": "yes", "person": "mother"}}}
    denied = {"risk": {"violence": {"now": "no", "fear": "no", "asked_alone": "yes", "person": "p2"}}}
    made = told(rulebook, {"relationships": people, **fear}, other, denied)
    assert sorted(what for what, _, _ in alerts(made.entries[1])) == ["raised", "standing"]
    assert sorted(alerts(made.entries[2])) == [("cleared", "2", "denial"), ("standing", "2", None)]


def test_an_alert_that_rises_and_falls(rulebook: Rulebook) -> None:
    """A higher level about the same matter is not a new matter; a lower one still stands."""
    plain_wish = told(rulebook, THOUGHTS, INTENT)
    assert alerts(plain_wish.entries[0]) == [("raised", "3", None)]
    assert alerts(plain_wish.entries[1])[0] == ("higher", "1", None)
    lower = told(rulebook, INTENT, CLEAR, {**CLEAR, "risk": {"past_attempt": "yes", "cssrs": DENIED}})
    assert alerts(lower.entries[2])[0] == ("lower", "3", None)


def test_one_more_alert_about_what_stands_already(rulebook: Rulebook) -> None:
    """It is told beside the one that stands, once."""
    item = {"measures": {"phq9": {"total": 20, "items": {"9": 3}}}}
    made = told(rulebook, INTENT, item, {})
    first, *others = [what for what, _, _ in alerts(made.entries[1])]
    assert first == "standing"
    assert "also" in others
    assert [what for what, _, _ in alerts(made.entries[2])] == ["standing"]


def test_an_alert_without_what_it_rested_on(rulebook: Rulebook) -> None:
    """A score that fell again was not cleared by anything, and the words do not say so."""
    clear = [{"measures": {"phq9": {"total": total, "items": {"9": 0}}}, **denied()} for total in (10, 17, 17, 10)]
    made = told(rulebook, clear[0], *clear[1:])
    assert [what for what, _, _ in alerts(made.entries[1])] == ["raised"]
    (change,) = [one for entry in made.entries[2:] for one in entry.changes if one.what == "lapsed"]
    assert (change.what, change.by) == ("lapsed", None)
    assert change.says.endswith("(what it rested on no longer holds)")


def test_an_alert_that_rested_on_an_answer_which_is_no_now(rulebook: Rulebook) -> None:
    """A recorded no clears it, also where the alert has another name than the sign; a blank leaves it."""
    made = told(rulebook, {"risk": {"recent_discharge": "yes"}}, {}, {"risk": {"recent_discharge": "no"}})
    assert [alerts(entry) for entry in made.entries] == [
        [("raised", "caution", None)],
        [("standing", "caution", None)],
        [("cleared", "caution", "denial")],
    ]
    assert of(made.entries[2], "alerts")[0][1].endswith("(answered no since)")


def test_a_call_after_a_missed_session_can_alert(rulebook: Rulebook) -> None:
    """A missed session is a contact of its own, with what was told there and how it was missed."""
    missed = {"attended": "no", "notice_given": "no", "contact_made": "yes", **INTENT}
    made = told(rulebook, {}, {}, missed, {})
    assert [entry.contact for entry in made.entries] == ["held", "held", "missed", "held"]
    assert [entry.level for entry in made.entries] == [None, None, "1", "1"]
    assert of(made.entries[2], "contact") == [("missed", "Missed, without notice; contact was made since")]
    assert alerts(made.entries[3])[0][0] == "standing"


# What else changes


@pytest.mark.parametrize(
    ("session", "says"),
    [
        ({"attended": "no"}, "Missed; no contact since is recorded"),
        ({"attended": "no", "notice_given": "yes"}, "Missed, with notice; no contact since is recorded"),
        ({"attended": "no", "planned_gap": "yes"}, "Not held, by agreement"),
    ],
)
def test_how_a_session_was_not_held(rulebook: Rulebook, session: Contact, says: str) -> None:
    """What is not recorded about it is not made up."""
    assert [one[1] for one in of(told(rulebook, {}, session).entries[1], "contact")] == [says]


def test_a_phase_that_begins(rulebook: Rulebook) -> None:
    """From the number of sessions, or as recorded; told once."""
    made = told(rulebook, {"course": {"planned_sessions": 8}}, *({} for _ in range(4)), {"phase": "ending"}, {})
    assert slugs(made, "phase") == [[], [], [], ["middle"], [], ["ending"], []]
    assert of(made.entries[3], "phase") == [("middle", "Now the middle phase (by the number of sessions)")]
    assert of(made.entries[5], "phase") == [("ending", "Now the ending (as recorded)")]


def test_a_focus_that_shifts(rulebook: Rulebook) -> None:
    """Each time its state, area or person is another, with what it was before."""
    amira = timeline(Case.from_file(AMIRA), rulebook, engine="plain")
    assert slugs(amira, "focus") == [["tie"], [], [], [], ["agreed"], [], [], [], []]
    assert of(amira.entries[0], "focus") == [("tie", "A tie between role transition and role dispute")]
    (agreed,) = of(amira.entries[4], "focus")
    before = "(before: a tie between role transition and role dispute)"
    assert agreed == ("agreed", f"Focus agreed: role dispute, husband {before}")


def test_response_and_remission(rulebook: Rulebook) -> None:
    """Response and remission are told when reached and when lost; remission is provisional until it has lasted."""
    totals = phq9(20, 14, 9, 4, 3, 3, 12)
    made = told(rulebook, totals[0], *totals[1:])
    assert slugs(made, "progress") == [
        [],
        ["reliable-improved"],
        ["response"],
        ["remission-provisional"],
        [],
        ["remission-sustained"],
        ["response-over", "deteriorated", "remission-over"],
    ]
    assert [(entry.phq9, entry.phq9_change) for entry in made.entries][:3] == [(20, None), (14, -6), (9, -5)]
    assert ("response", "Response: the PHQ-9 is 55% below the first") in of(made.entries[2], "progress")


def test_a_deterioration(rulebook: Rulebook) -> None:
    """With what it is, once while it lasts, and when it is over."""
    totals = phq9(10, 16, None, 9)
    made = told(rulebook, totals[0], *totals[1:])
    assert slugs(made, "progress") == [
        [],
        ["deteriorated", "reliable-worse"],
        [],
        ["deteriorated-over", "reliable-none"],
    ]
    assert of(made.entries[1], "progress")[0][1].startswith("Worse: 6 points above baseline (10 → 16)")
    assert made.entries[2].phq9 is None


def test_a_sudden_gain_is_told_when_it_has_lasted(rulebook: Rulebook) -> None:
    """Not at the session where it showed, but where the second measure confirmed it; once."""
    totals = phq9(20, 19, 9, 8, 8)
    made = told(rulebook, totals[0], *totals[1:])
    assert ["sudden-gain" in found for found in slugs(made, "progress")] == [False, False, False, True, False]
    assert ("sudden-gain", "The sudden gain at session 2 has lasted: 19 → 9 (−10)") in of(made.entries[3], "progress")


def test_what_is_agreed(rulebook: Rulebook) -> None:
    """A contract, its change, another number of sessions, another course, and maintenance."""
    made = told(
        rulebook,
        {"course": {"planned_sessions": 8, "type": "brief"}},
        {"learned": {"contract": {"frequency": "weekly", "agreed": "yes"}}},
        {"learned": {"contract": {"minutes": 50}}},
        {"learned": {"course": {"planned_sessions": 16, "type": "acute"}}},
        {"maintenance": {"accepted": "yes"}},
        {"maintenance": {"accepted": "no"}},
        {"learned": {"contract": {"minutes": 50}}},
    )
    assert [of(entry, "agreements") for entry in made.entries] == [
        [],
        [("contract", "A contract is recorded, agreed with the patient")],
        [("contract-changed", "The contract is changed, agreed with the patient")],
        [("planned-sessions", "Planned sessions: 8 → 16"), ("course", "New course: Acute IPT")],
        [("maintenance-accepted", "Maintenance is accepted")],
        [("maintenance-declined", "Maintenance is declined")],
        [],
    ]


def test_parts_of_plans_that_are_written(rulebook: Rulebook) -> None:
    """By name; what no longer counts is told as open again."""
    plan = {"relapse_plan": {"contact": ["the clinic"], "supporter": "p2"}}
    frightened = {"risk": {"violence": {"now": "yes", "person": "p2"}}}
    made = told(rulebook, {"relationships": [{"person": "p2", "role": "friend"}]}, plan, frightened)
    assert of(made.entries[1], "plan") == [
        ("relapse-plan", "Relapse plan, now written: who notices and who to call, how to make contact again")
    ]
    assert of(made.entries[2], "plan") == [
        ("relapse-plan-open", "Relapse plan, open again: who notices and who to call")
    ]
    contract = told(rulebook, {}, {"maintenance": {"frequency": "monthly"}})
    assert ("maintenance-contract", "Maintenance contract, now written: how often") in of(contract.entries[1], "plan")


def test_questions_are_counted(rulebook: Rulebook) -> None:
    """What is no longer asked, and what is asked for the first time; what stays is not told again."""
    made = told(rulebook, {}, {"learned": {"asked": {"deaths": "none"}}})
    first, second = made.entries
    asked = [{one.key for one in entry.recommendation.gaps} for entry in made.entries]
    assert [entry.open_questions for entry in made.entries] == [len(one) for one in asked]
    assert [(one.what, one.count) for one in first.changes if one.topic == "questions"] == [("opened", len(asked[0]))]
    counts = {one.what: one.count for one in second.changes if one.topic == "questions"}
    assert counts["closed"] == len(asked[0] - asked[1]) > 0
    assert counts.get("opened", 0) == len(asked[1] - asked[0])


def test_changes_stand_in_a_fixed_order(rulebook: Rulebook) -> None:
    """Alerts first, then what was missed; questions last."""
    made = told(rulebook, {}, {**INTENT, "attended": "no", "learned": {"asked": {"deaths": "none"}}})
    topics = [change.topic for change in made.entries[1].changes]
    assert {"alerts", "contact", "questions"} <= set(topics)
    assert topics == sorted(topics, key=TOPICS.index)


# Reading it


@pytest.fixture(scope="module")
def story() -> Timeline:
    """A short course with an alert, a missed session and a measure."""
    case = a_case(
        {"course": {"planned_sessions": 12}, "measures": {"phq9": {"total": 18}}},
        {**INTENT, "measures": {"phq9": {"total": 15, "items": {"9": 1}}}},
        {"attended": "no", "notice_given": "no"},
        {"measures": {"phq9": {"total": 15}}},
    )
    return timeline(case, shipped_rulebook(), engine="plain")


def test_the_first_screen_says_where_it_stands(story: Timeline) -> None:
    """The alerts that stand and since when, the phase, the focus, the PHQ-9, what was missed."""
    text = timeline_to_text(story)
    first = text.partition("CONTACT BY CONTACT")[0]
    assert text.startswith("ALERTS ━━")
    assert "━\n!! ACT NOW: " in first
    assert "Stands since session 1, 2026-01-17." in first
    assert "Session 3 of 12 was the latest" in first
    assert "PHQ-9 from the intake to session 3: 18, 15, 15." in first
    assert "Missed: session 2." in first
    assert len(first.splitlines()) <= 24


def test_one_block_for_each_contact(story: Timeline) -> None:
    """Date, session, phase, PHQ-9 with its change and the highest alert on one line; the changes under it."""
    lines = timeline_to_text(story).splitlines()
    heads = [line for line in lines if line[3:8] == "2026-"]
    assert heads == [
        "-  2026-01-10, intake, initial, PHQ-9 18, no alert",
        "!! 2026-01-17, session 1 of 12, initial, PHQ-9 15 (−3), ACT NOW",
        "!! 2026-01-24, session 2 of 12, missed, initial, ACT NOW",
        "!! 2026-01-31, session 3 of 12, initial, PHQ-9 15 (no change), ACT NOW",
    ]
    assert "   - Missed, without notice; no contact since is recorded" in lines


def test_a_level_is_said_where_the_line_of_the_contact_does_not_say_it(rulebook: Rulebook) -> None:
    """Of two matters the lower one names its level."""
    made = told(rulebook, {"risk": {**INTENT["risk"], "recent_discharge": "yes"}})
    text = timeline_to_text(made, width=110)
    assert "- New: " in text
    assert "- New (caution): " in text


def test_no_alert_is_said_too(rulebook: Rulebook) -> None:
    """With the limit that only what is recorded is known."""
    assert timeline_to_text(told(rulebook, {})).startswith("ALERTS\n  None stands, from what is recorded.\n")


@given(courses())
@settings(max_examples=25)
def test_any_timeline_fits_eighty_columns(data: dict[str, Any]) -> None:
    """Whatever happened, alerts stand first and no line is longer; what stands is named at its contact."""
    made = timeline(Case.from_data(data), shipped_rulebook(), engine="plain")
    text = timeline_to_text(made)
    assert text.startswith("ALERTS")
    assert max(map(len, text.splitlines())) <= 80
    heads = [line for line in text.splitlines() if line[3:8] == "2026-"]
    assert [line[:2] != "- " for line in heads] == [entry.level is not None for entry in made.entries]


def test_nothing_in_it_reads_as_a_score_of_risk(story: Timeline) -> None:
    """Totals are those of the PHQ-9; of danger nothing is counted, weighed or foretold."""
    told_of_alerts = [line for line in timeline_to_text(story).splitlines() if "PHQ-9" not in line]
    assert any("ACT NOW" in line for line in told_of_alerts)
    assert not [line for line in told_of_alerts if re.search(r"score|probab|likel|percent|%|risk level", line, re.I)]


def test_a_course_that_nobody_knows_is_not_repeated(rulebook: Rulebook) -> None:
    """What was written in its place does not reach the screen, control characters least of all."""
    made = told(rulebook, {"course": {"type": "acute"}}, {"learned": {"course": {"type": "own\x1b[2Jcourse"}}})
    assert "\x1b" not in timeline_to_text(made)
    assert "New course" not in timeline_to_text(made)
    assert "own" not in timeline_to_text(made).replace("known", "").replace("own working", "")


def test_markdown_has_the_same_page(story: Timeline) -> None:
    """A title, the alerts, and one bullet for each contact."""
    text = timeline_to_markdown(story)
    assert text.startswith("# Timeline of case c, until 2026-01-31\n\n## Alerts\n")
    assert "- **!! 2026-01-17, session 1 of 12, initial, PHQ-9 15 (−3), ACT NOW**" in text


def test_the_json_and_its_schema(story: Timeline) -> None:
    """Versioned, complete but for the recommendations, and the schema names what it has."""
    data, schema = timeline_to_data(story), timeline_schema()
    assert json.loads(timeline_to_json(story)) == data
    assert (data["schema_version"], data["case_id"], data["until"]) == (1, "c", "2026-01-31")
    assert set(schema["properties"]) == set(schema["required"]) == set(data)
    entry, change = data["entries"][1], data["entries"][1]["changes"][0]
    assert set(schema["$defs"]["TimelineEntry"]["properties"]) == set(entry)
    assert set(schema["$defs"]["Change"]["properties"]) == set(change)
    assert "recommendation" not in entry
    assert set(schema["$defs"]) == {"TimelineEntry", "Change"}
    assert (change["topic"], change["what"], change["level"]) == ("alerts", "raised", "1")
    json.dumps(schema)


def test_a_change_says_what_it_is(story: Timeline) -> None:
    """Each has a topic of the list and words of its own."""
    every = [change for entry in story.entries for change in entry.changes]
    assert every
    assert all(isinstance(one, Change) and one.topic in TOPICS and one.says for one in every)


def test_a_feared_persons_dispute_is_never_offered_bare(rulebook: Rulebook) -> None:
    """Where fear is told, that is said before the focus: where things stand, and at the contact that brought it."""
    case = Case.from_file(AMIRA.with_name("rania-violence.yaml"))
    caveat = "Violence or fear with regard to partner: safety before a dispute as the focus."
    page = " ".join(timeline_to_text(timeline(case, rulebook, engine="plain")).split())
    assert f"{caveat} By the arguments alone: Role dispute, partner." in page
    assert "Focus to consider: Role dispute" not in page
    fear = case.sessions[0].risk
    at_intake = case.model_copy(update={"intake": case.intake.model_copy(update={"risk": fear})})
    first = timeline(at_intake, rulebook, engine="plain").entries[0]
    assert of(first, "focus") == [("recommended", f"{caveat} By the arguments alone: role dispute, partner")]


def test_who_missed_a_session_is_to_be_asked_at_the_next_contact(rulebook: Rulebook) -> None:
    """As `recommend` says it: among the alerts that stand, and at each contact that was missed."""
    text = timeline_to_text(timeline(Case.from_file(AMIRA.with_name("pavel-missed.yaml")), rulebook, engine="plain"))
    before, missed = " ".join(text.split()).split("!! 2026-03-12, session 4")
    assert "! ASK AT THE NEXT CONTACT: A wish to be dead" in before
    assert "session 3 of 12, initial, PHQ-9 18 (+2), ASK IN THIS SESSION" in before
    assert missed.count("Still stands (ask at the next contact): A wish to be dead") == 2
    assert "in this session" not in missed
