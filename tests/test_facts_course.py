"""The case fact, the phase split, the contacts, what was agreed, and the checklists."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from ipt_rules import packs
from ipt_rules.case import Case
from ipt_rules.facts import course
from ipt_rules.facts.base import Fact
from ipt_rules.facts.tasks import SHOWN, done
from ipt_rules.facts.view import View
from ipt_rules.loading import build, read_sources
from ipt_rules.rulebook import Rulebook

INTAKE = date(2026, 1, 5)


@pytest.fixture(scope="module")
def knowledge() -> Rulebook:
    """Parameters, courses and checklists of the core pack, without its rules."""
    sources = read_sources([packs.core()])
    sources.rules = []
    return build(sources)


def session(number: int, **more: Any) -> dict[str, Any]:
    return {"number": number, "date": INTAKE + timedelta(weeks=number), **more}


def view_of(knowledge: Rulebook, sessions: list[dict[str, Any]], on: date | None = None, **intake: Any) -> View:
    data = {"schema_version": 1, "id": "t", "intake": {"date": INTAKE, **intake}, "sessions": sessions}
    case = Case.from_data(data)
    return View(case, on or max([INTAKE, *(one["date"] for one in sessions)]), knowledge)


def facts_of(view: View, kind: str) -> list[Fact]:
    return [fact for fact in course.derive(view) if fact.kind == kind]


def the_case(view: View) -> Mapping[str, Any]:
    return facts_of(view, "case")[0].values


def planned(number: int) -> dict[str, Any]:
    return {"course": {"planned_sessions": number}}


@pytest.mark.parametrize(
    ("sessions", "initial", "starts", "midpoint"),
    [(6, 2, 6, 3), (8, 2, 7, 4), (12, 3, 10, 6), (14, 3, 12, 7), (16, 4, 13, 8), (20, 4, 17, 10), (3, 2, 3, 1)],
)
def test_the_phase_split_follows_the_planned_number(
    knowledge: Rulebook, sessions: int, initial: int, starts: int, midpoint: int
) -> None:
    """The examples of CLN-27, and the shortest course."""
    values = the_case(view_of(knowledge, [], **planned(sessions)))
    assert (values["initial_limit"], values["ending_starts_at"], values["mid_review_at"]) == (initial, starts, midpoint)


@pytest.mark.parametrize(
    ("number", "phase"), [(0, "initial"), (4, "initial"), (5, "middle"), (12, "middle"), (13, "ending"), (16, "ending")]
)
def test_the_phase_comes_from_the_number_where_none_is_recorded(knowledge: Rulebook, number: int, phase: str) -> None:
    """Sixteen sessions: four initial ones, then eight, then four of the ending."""
    values = the_case(view_of(knowledge, [session(n) for n in range(1, number + 1)], **planned(16)))
    assert (values["phase"], values["phase_basis"]) == (phase, "derived")


def test_a_recorded_phase_outranks_the_number(knowledge: Rulebook) -> None:
    """The therapist's word counts, also sessions later."""
    view = view_of(knowledge, [session(1), session(2, phase="middle"), session(3)], **planned(16))
    values = the_case(view)
    assert (values["phase"], values["phase_basis"], values["left_initial_recorded"]) == ("middle", "recorded", True)


@pytest.mark.parametrize(
    ("number", "phase", "next_phase"),
    [
        (0, "initial", "initial"),
        (3, "initial", "initial"),
        (4, "initial", "middle"),
        (11, "middle", "middle"),
        (12, "middle", "ending"),
        (16, "ending", "ending"),
    ],
)
def test_the_next_session_may_lie_in_the_next_phase(
    knowledge: Rulebook, number: int, phase: str, next_phase: str
) -> None:
    """Advice is for the session to come: after the fourth of sixteen that is the first of the middle phase."""
    values = the_case(view_of(knowledge, [session(n) for n in range(1, number + 1)], **planned(16)))
    assert (values["phase"], values["next_phase"]) == (phase, next_phase)


@pytest.mark.parametrize(
    ("recorded", "now", "next_phase"),
    [
        ((4, "initial"), 4, "middle"),  # as by the number, which goes on to the next phase
        ((5, "initial"), 5, "initial"),  # the therapist keeps the initial phase open
        ((5, "initial"), 12, "ending"),
        ((2, "middle"), 2, "middle"),  # the therapist went on sooner
        ((2, "middle"), 12, "ending"),
        ((13, "middle"), 14, "middle"),
        ((10, "ending"), 10, "ending"),
    ],
)
def test_a_recorded_phase_holds_until_the_number_reaches_a_later_one(
    knowledge: Rulebook, recorded: tuple[int, str], now: int, next_phase: str
) -> None:
    """What was recorded against the number stands; what was recorded with it goes on with it."""
    sessions = [session(n, **({"phase": recorded[1]} if n == recorded[0] else {})) for n in range(1, now + 1)]
    assert the_case(view_of(knowledge, sessions, **planned(16)))["next_phase"] == next_phase


def test_after_the_last_session_maintenance_comes_next(knowledge: Rulebook) -> None:
    """On the day itself the session is one of the ending, and the next is one of maintenance when that was accepted."""
    values = the_case(view_of(knowledge, [session(8, maintenance={"accepted": "yes"})], **planned(8)))
    assert (values["phase"], values["next_phase"]) == ("ending", "maintenance")


def test_nothing_comes_next_when_the_treatment_is_finished(knowledge: Rulebook) -> None:
    """Nobody met again for a while after the last session."""
    view = view_of(knowledge, [session(8)], session(8)["date"] + timedelta(days=15), **planned(8))
    assert the_case(view)["next_phase"] == "finished"


def test_the_ending_is_never_assumed_without_a_planned_number(knowledge: Rulebook) -> None:
    """Nobody said how many: the default serves the initial phase only, and the number is reported as not known."""
    view = view_of(knowledge, [session(30)])
    values = the_case(view)
    assert values["phase"] == "middle"
    assert not values["planned_known"]
    assert "ending_starts_at" not in values
    assert "planned-sessions" in {fact.get("topic") for fact in facts_of(view, "unknown")}


@pytest.mark.parametrize(
    ("days", "accepted", "phase"),
    [
        (0, None, "ending"),
        (10, None, "ending"),
        (15, None, "finished"),
        (1, "yes", "maintenance"),
        (15, "no", "finished"),
    ],
)
def test_after_the_last_session(knowledge: Rulebook, days: int, accepted: str | None, phase: str) -> None:
    """Maintenance from the next day when accepted; finished only after a while."""
    last = session(8, maintenance={"accepted": accepted} if accepted else None)
    view = view_of(knowledge, [last], last["date"] + timedelta(days=days), **planned(8))
    assert the_case(view)["phase"] == phase


def test_a_contact_beyond_the_plan_is_one_of_maintenance_on_its_day(knowledge: Rulebook) -> None:
    """When maintenance was accepted before; the day of the contact is no different from the day after."""
    told = [session(8, maintenance={"accepted": "yes"}), session(9)]
    assert the_case(view_of(knowledge, told, **planned(8)))["phase"] == "maintenance"


def test_sessions_beyond_the_plan_do_not_finish_a_treatment(knowledge: Rulebook) -> None:
    """Who still meets has not finished."""
    last = session(10)
    view = view_of(knowledge, [last], last["date"] + timedelta(days=40), **planned(8))
    values = the_case(view)
    assert (values["phase"], values["sessions_beyond_plan"]) == ("ending", 2)


def test_a_crisis_extends_the_initial_phase(knowledge: Rulebook) -> None:
    """A session that went to a crisis is added, one of the middle phase is not."""
    crisis = {"crisis_used_session": "yes"}
    view = view_of(knowledge, [session(1), session(2, **crisis), session(9, **crisis)], **planned(12))
    values = the_case(view)
    assert (values["initial_limit"], values["initial_extended_by"], values["sessions_over_initial"]) == (4, 1, 5)


def test_the_extension_stops_before_the_ending(knowledge: Rulebook) -> None:
    """However many crises there were, the initial phase does not reach into the ending."""
    sessions = [session(n, crisis_used_session="yes") for n in range(1, 7)]
    assert the_case(view_of(knowledge, sessions, **planned(6)))["initial_limit"] == 5


def test_a_missed_session_is_not_the_session_now(knowledge: Rulebook) -> None:
    """Advice is for the one after it, since every planned session has its number; the missed one is a fact of its own."""
    view = view_of(knowledge, [session(1), session(2, attended="no", notice_given="no")], **planned(12))
    assert (the_case(view)["session_number"], the_case(view)["next_session"]) == (1, 3)
    missed = facts_of(view, "session")[-1]
    assert (missed.get("missed"), missed.get("is_now"), missed.get("sessions_ago")) == (True, False, None)


def test_a_planned_gap_is_not_missed(knowledge: Rulebook) -> None:
    """A holiday that was agreed does not count as missed."""
    view = view_of(knowledge, [session(1, attended="no", planned_gap="yes")])
    gap = facts_of(view, "session")[-1]
    assert (gap.get("missed"), gap.get("held")) == (False, False)


@pytest.mark.parametrize(("number", "left", "last_part"), [(11, 5, False), (12, 4, True)])
def test_the_last_quarter(knowledge: Rulebook, number: int, left: int, last_part: bool) -> None:
    """Four of sixteen sessions left are the last quarter; five are not."""
    values = the_case(view_of(knowledge, [session(number)], **planned(16)))
    assert (values["sessions_left"], values["in_last_quarter"]) == (left, last_part)


@pytest.mark.parametrize(
    ("age", "adolescent", "adult"),
    [(None, None, None), (11, False, False), (12, True, False), (18, True, True), (19, False, True)],
)
def test_ages_are_known_only_with_the_age(
    knowledge: Rulebook, age: int | None, adolescent: bool | None, adult: bool | None
) -> None:
    """A blank age is neither young nor old."""
    values = the_case(view_of(knowledge, [], patient={"age": age}))
    assert (values.get("adolescent"), values.get("adult")) == (adolescent, adult)


@pytest.mark.parametrize(
    ("patient", "expected"),
    [
        ({}, None),
        ({"pregnant": "yes"}, True),
        ({"pregnant": "no"}, None),
        ({"weeks_postpartum": 52}, True),
        ({"pregnant": "no", "weeks_postpartum": 53}, False),
    ],
)
def test_perinatal_is_no_only_when_both_are_known(
    knowledge: Rulebook, patient: dict[str, Any], expected: bool | None
) -> None:
    """Not pregnant says nothing about a birth."""
    assert the_case(view_of(knowledge, [], patient=patient)).get("perinatal") is expected


def test_a_group_is_known_by_the_course(knowledge: Rulebook) -> None:
    """The course itself says that it is held in a group."""
    values = the_case(view_of(knowledge, [], course={"type": "who-group"}))
    assert values["group"] is True
    assert "remote" not in values


def test_the_latest_focus_counts(knowledge: Rulebook) -> None:
    """The focus recorded last, with whether a goal belongs to it."""
    view = view_of(
        knowledge,
        [session(3, focus_agreed={"area": "grief"}), session(5, focus_agreed={"area": "role-transition"})],
        goals=[{"goal": "g1", "area": "grief"}],
    )
    (focus,) = facts_of(view, "agreed_focus")
    assert (focus.get("area"), focus.get("has_goal"), focus.get("session")) == ("role-transition", False, 5)
    assert "focus-agreement" in {fact.get("topic") for fact in facts_of(view, "unknown")}


@pytest.mark.parametrize(
    ("refused", "agreed", "open_"), [(3, 4, False), (4, 4, True), (5, 4, True), (None, 4, False), (3, None, True)]
)
def test_a_refused_formulation_leaves_the_focus_open(
    knowledge: Rulebook, refused: int | None, agreed: int | None, open_: bool
) -> None:
    """A later agreement settles it; a refusal then or later opens it again."""
    sessions = []
    for number in range(1, 6):
        more: dict[str, Any] = {}
        if number == refused:
            more["formulation_agreed"] = "no"
        if number == agreed:
            more["focus_agreed"] = {"area": "grief", "patient_agrees": "yes"}
        sessions.append(session(number, **more))
    topics = {fact.get("topic") for fact in facts_of(view_of(knowledge, sessions), "unknown")}
    assert ("focus-agreement" in topics) is open_


def test_a_goal_says_what_it_lacks(knowledge: Rulebook) -> None:
    """Without a date a goal cannot be rated; the fact says so in words."""
    view = view_of(knowledge, [], goals=[{"goal": "g1", "what": "talk", "known_by": "calm evening"}])
    (goal,) = facts_of(view, "goal")
    assert (goal.get("rateable"), goal.get("missing")) == (False, "by when")


def test_contract_parts_that_a_site_does_without_are_not_missing(knowledge: Rulebook) -> None:
    """What is not wanted is not needed; what nobody answered is not stated."""
    contract = {"sessions": 12, "minutes": 50, "frequency": "weekly", "focus": "yes", "roles": "not-known"}
    view = view_of(knowledge, [], contract={**contract, "parts_not_wanted": ["boundaries"]})
    (whole,) = facts_of(view, "contract")
    assert whole.get("missing") == (
        "the roles and expectations of patient and therapist; what happens with missed sessions, illness and holidays"
    )


def test_a_checklist_is_judged_as_a_whole_or_not_at_all(knowledge: Rulebook) -> None:
    """No item is open for ever because no record could tell; a list of mere suggestions has no items to tick."""
    view = view_of(knowledge, [])
    for one in knowledge.checklists.values():
        states = [done(item.id, view) for item in one.items]
        assert None not in states or set(states) == {None}, one.id


def test_an_item_is_done_as_recorded_or_as_the_record_shows(knowledge: Rulebook) -> None:
    """A task ticked at a session, and a measure that simply is there."""
    view = view_of(knowledge, [session(1, tasks_done=["onset-asked"])], measures={"phq9": {"total": 14}})
    assert (done("onset-asked", view), done("baseline-measured", view), done("diagnosis-made", view)) == (
        True,
        True,
        False,
    )
    assert done("no-such-thing", view) is None


def test_an_untouched_case_has_nothing_done(knowledge: Rulebook) -> None:
    """Blanks never tick an item."""
    view = view_of(knowledge, [])
    assert [item for item in SHOWN if done(item, view)] == []


FULL: dict[str, Any] = {
    "measures": {"phq9": {"total": 14}},
    "risk": {"asked_directly": "yes"},
    "tasks_done": ["diagnosis-shared"],
    "episode": {"onset": "2025-09"},
    "triad": {"crisis": ["c"], "vulnerability": ["v"], "none_found": ["support"]},
    "asked": {"deaths": "none", "conflicts": "none", "confidants": "some"},
    "social": {"other_people_who_matter": "no"},
    "relationships": [
        {"person": "p1", "role": "friend", "closeness": "close", "good": "g", "expect_self": "a", "expect_other": "b"}
    ],
    "goals": [{"goal": "g1"}],
    "contract": {
        "sessions": 12,
        "frequency": "weekly",
        "minutes": 50,
        "focus": "yes",
        "roles": "yes",
        "contingency": "yes",
        "boundaries": "yes",
    },
}
AGREED = [session(3, focus_agreed={"area": "role-dispute", "patient_agrees": "yes"})]


def closing(view: View) -> Fact:
    return next(fact for fact in facts_of(view, "checklist") if fact.get("list") == "initial-closing")


def test_the_initial_phase_is_closed_when_everything_is_recorded(knowledge: Rulebook) -> None:
    """INI-49, all of it."""
    assert closing(view_of(knowledge, AGREED, **FULL)).get("complete") is True


@pytest.mark.parametrize("without", sorted(set(FULL) - {"social"}))
def test_each_part_of_the_closing_is_needed(knowledge: Rulebook, without: str) -> None:
    """Leave one thing out, and the list is open."""
    view = view_of(knowledge, AGREED, **{name: value for name, value in FULL.items() if name != without})
    assert closing(view).get("complete") is False


def test_nothing_later_than_the_day_is_seen(knowledge: Rulebook) -> None:
    """The focus agreed next week is not known today."""
    view = view_of(knowledge, AGREED, AGREED[0]["date"] - timedelta(days=1), **FULL)
    assert facts_of(view, "agreed_focus") == []
