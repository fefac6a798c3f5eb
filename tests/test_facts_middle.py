"""Facts about the middle phase as a whole, and what came of techniques lately."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from ipt_rules import Case, Rulebook
from ipt_rules.facts.base import Fact
from ipt_rules.facts.derive import derive_facts

START = date(2026, 1, 5)


def used(technique: str, result: str | None = None, person: str | None = None) -> dict[str, Any]:
    use = {"technique": technique, "result": result, "person": person}
    return {"techniques": [{name: value for name, value in use.items() if value}]}


EXPLORED, ACTED = used("TEC-14"), used("TEC-16")


def facts(rulebook: Rulebook, kind: str, sessions: dict[int, dict[str, Any]], planned: int | None = 16) -> list[Fact]:
    """The facts of a kind for a case with these sessions by number, on the day of the last."""
    dated = [
        {"number": number, "date": str(START + timedelta(weeks=number)), **one} for number, one in sessions.items()
    ]
    people = [{"person": "boss", "role": "boss"}, {"person": "mother", "role": "parent"}]
    intake: dict[str, Any] = {"date": str(START), "relationships": people}
    if planned is not None:
        intake["course"] = {"planned_sessions": planned}
    made = Case.from_data({"schema_version": 1, "id": "t", "intake": intake, "sessions": dated})
    on = START + timedelta(weeks=max(sessions, default=0))
    return [fact for fact in derive_facts(made, on, rulebook) if fact.kind == kind]


def middle(rulebook: Rulebook, sessions: dict[int, dict[str, Any]], planned: int | None = 16) -> Fact:
    (found,) = facts(rulebook, "middle_work", sessions, planned)
    return found


def test_before_the_first_middle_session_there_is_no_middle_work(rulebook: Rulebook) -> None:
    """Sixteen sessions have four initial ones."""
    assert facts(rulebook, "middle_work", {}) == []
    assert facts(rulebook, "middle_work", {4: EXPLORED}) == []
    assert len(facts(rulebook, "middle_work", {5: EXPLORED})) == 1


@pytest.mark.parametrize(("number", "percent"), [(5, 12), (7, 37), (8, 50), (12, 100), (13, 100)])
def test_how_much_of_the_middle_phase_is_over(rulebook: Rulebook, number: int, percent: int) -> None:
    """Of sixteen sessions the middle ones are the fifth to the twelfth."""
    assert middle(rulebook, {number: EXPLORED}).get("passed_percent") == percent


def test_without_a_planned_number_half_is_not_known(rulebook: Rulebook) -> None:
    """The default that stands in for the initial phase says nothing of the ending."""
    assert middle(rulebook, {8: EXPLORED}, planned=None).get("passed_percent") is None


def test_a_longer_initial_phase_moves_the_middle(rulebook: Rulebook) -> None:
    """What is recorded as initial is no middle session, and the phase is shorter by it."""
    found = middle(rulebook, {6: {"phase": "initial", **EXPLORED}, 7: EXPLORED, 8: EXPLORED})
    assert (found.get("sessions_text"), found.get("passed_percent")) == ("sessions 7 to 8", 33)


def test_a_phase_that_has_no_length_has_no_half(rulebook: Rulebook) -> None:
    """Where the initial phase is recorded up to the ending, nothing is divided by nought."""
    found = middle(rulebook, {12: {"phase": "initial", **EXPLORED}, 13: EXPLORED})
    assert found.get("passed_percent") is None


@pytest.mark.parametrize(
    ("sessions", "action"),
    [
        ({5: EXPLORED, 6: EXPLORED}, False),
        ({5: EXPLORED, 6: ACTED}, True),
        ({4: ACTED, 5: EXPLORED}, False),
        ({5: EXPLORED, 6: {}}, None),
        ({5: ACTED, 6: {}}, True),
        ({5: {**EXPLORED, "homework": {"given": "yes"}}}, True),
        ({5: {**EXPLORED, "homework": {"previous_done": "partly"}}}, True),
        ({5: {**EXPLORED, "homework": {"previous_done": "no"}}}, False),
        ({5: {"homework": {"previous_done": "no"}}}, None),
    ],
)
def test_whether_anything_was_tried(
    rulebook: Rulebook, sessions: dict[int, dict[str, Any]], action: bool | None
) -> None:
    """No only where every middle session says what was done; a task agreed or tried is action."""
    assert middle(rulebook, sessions).get("action") is action


def history(rulebook: Rulebook, *sessions: dict[str, Any]) -> dict[Any, Fact]:
    """The history of each technique and person, for sessions in a row."""
    numbered = dict(enumerate(sessions, start=1))
    found = facts(rulebook, "technique_history", numbered)
    return {(fact.get("technique"), fact.get("person")): fact for fact in found}


def test_one_history_a_technique_and_person(rulebook: Rulebook) -> None:
    """With the boss and with the mother are two."""
    found = history(rulebook, used("TEC-14", person="boss"), used("TEC-14", person="mother"))
    assert {key: fact.get("last_session") for key, fact in found.items()} == {
        ("TEC-14", "boss"): False,
        ("TEC-14", "mother"): True,
    }
    assert found["TEC-14", "boss"].places == ("sessions[0].techniques[0]",)


def test_only_the_session_now_leaves_something_unfinished(rulebook: Rulebook) -> None:
    """What was unfinished before was gone on with since, or dropped."""
    unfinished = used("TEC-16", "unfinished")
    assert history(rulebook, unfinished)["TEC-16", None].get("unfinished") is True
    assert history(rulebook, unfinished, {})["TEC-16", None].get("unfinished") is False


@pytest.mark.parametrize(
    ("results", "outcome"),
    [
        (["made-worse"], "It made things worse in session 1."),
        (["made-worse", "helped"], None),
        (["helped", "made-worse"], "It made things worse in session 2."),
        (["made-worse", "unfinished"], "It made things worse in session 1."),
        (["no-change"], None),
        (["no-change", "no-change"], "It brought no change in sessions 1 and 2."),
        (["no-change", None, "no-change"], "It brought no change in sessions 1 and 3."),
        (["no-change", "helped", "no-change"], None),
        (["no-change", "no-change", "made-worse"], "It made things worse in session 3."),
        ([None, None], None),
    ],
)
def test_what_did_not_work(rulebook: Rulebook, results: list[str | None], outcome: str | None) -> None:
    """Once worse, or twice without change, and not helped since; what is not recorded counts neither way."""
    found = history(rulebook, *(used("TEC-14", result) for result in results))["TEC-14", None]
    assert (found.get("outcome"), found.get("not_working")) == (outcome, outcome is not None)


def test_lately_is_a_parameter(rulebook: Rulebook) -> None:
    """The fifth session back is forgotten; at another site the third one is."""
    worse = used("TEC-14", "made-worse")
    assert history(rulebook, worse, {}, {}, {})["TEC-14", None].get("not_working") is True
    assert history(rulebook, worse, {}, {}, {}, {}) == {}
    short = rulebook.with_parameters({"technique_lately_sessions": 2})
    assert history(short, worse, {}, {}) == {}


def test_how_often_without_change_is_a_parameter(rulebook: Rulebook) -> None:
    """At a site that waits for three, two are not enough."""
    patient = rulebook.with_parameters({"technique_no_change_times": 3})
    idle = used("TEC-14", "no-change")
    assert history(patient, idle, idle)["TEC-14", None].get("not_working") is False
    assert history(patient, idle, idle, idle)["TEC-14", None].get("not_working") is True
