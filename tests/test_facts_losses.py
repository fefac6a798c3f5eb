"""Deaths and mourning as facts: timing, importance, red flags, prolonged grief, and what is not known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from ipt_rules import Case
from ipt_rules.facts import losses
from ipt_rules.facts.base import Fact
from ipt_rules.facts.view import View
from ipt_rules.instruments import Instruments
from tests_support import shipped_rulebook

RULES = Path(__file__).parents[1] / "rules"
ON = date(2026, 1, 30)


@pytest.fixture(scope="module")
def knowledge() -> Any:
    """The parameters and instruments of the pack: all that these facts need of a rulebook."""
    values = {
        one["key"]: one["value"]
        for name in ("parameters", "parameters-grief")
        for one in yaml.safe_load((RULES / f"{name}.yaml").read_text(encoding="utf-8"))["parameters"]
    }
    instruments = Instruments.model_validate(yaml.safe_load((RULES / "instruments.yaml").read_text(encoding="utf-8")))
    core = shipped_rulebook()
    return SimpleNamespace(
        parameter=values.__getitem__, instruments=instruments, group=core.group, order=core.order, sorting=core.sorting
    )


@pytest.fixture
def facts_of(knowledge: Any) -> Any:
    """The facts about deaths of an intake on 2026-01-20, told on ON."""

    def derive(
        events: list[Mapping[str, Any]], sessions: tuple[Any, ...] = (), on: date = ON, **intake: Any
    ) -> list[Fact]:
        data = {
            "schema_version": 1,
            "id": "c1",
            "intake": {"date": "2026-01-20", "life_events": events, **intake},
            "sessions": list(sessions),
        }
        return list(losses.derive(View(Case.from_data(data), on, knowledge)))

    return derive


@pytest.fixture
def loss_of(facts_of: Any) -> Any:
    """The first death of such an intake."""
    return lambda *args, **named: next(fact for fact in facts_of(*args, **named) if fact.kind == "loss")


def death(key: str = "d1", **more: Any) -> dict[str, Any]:
    return {"event": key, "type": "death", **more}


def person(key: str, **more: Any) -> dict[str, Any]:
    return {"person": key, "alive": "no", **more}


MILD = {"severe_impairment": "no", "worthlessness": "no", "slowing": "no"}
CLEAR: dict[str, Any] = {
    "measures": {"phq9": {"items": [1, 2, 2, 1, 1, 0, 1, 0, 0]}},
    "risk": {"cssrs": {"q1": "no", "q2": "no", "q6": "no"}},
    "diagnosis": {"psychosis": "no"},
}


# Beside the onset


@pytest.mark.parametrize(
    ("event", "onset", "word"),
    [
        ({"date": "2025-09-21"}, "2025-11-20", "dated-before"),
        ({"date": "2025-11-20"}, "2025-11-20", "dated-before"),
        ({"date": "2024-11-20"}, "2025-11-20", "dated-before"),
        ({"date": "2024-11-19"}, "2025-11-20", "long-before"),
        ({"date": "2025-12-01"}, "2025-11-20", "dated-after"),
        ({"date": "2019"}, "2025-11", "long-before"),
        ({"date": "2025"}, "2025-11", "not-known"),
        ({"onset_relation": "around"}, "2025-11", "told-around"),
        ({"onset_relation": "years-before"}, None, "long-before"),
        ({"linked_by": ["therapist"]}, "2025-11", "linked-only"),
        ({"date": "2010-01-01", "linked_by": ["patient"]}, "2025-11", "long-before"),
        ({"date": "2025-10-01", "onset_relation": "years-before"}, "2025-11", "dated-before"),
        ({}, None, "not-known"),
    ],
)
def test_beside_onset(loss_of: Any, event: Mapping[str, Any], onset: str | None, word: str) -> None:
    """Dates outweigh what is told, what is told outweighs a mere link, and a vague date decides nothing."""
    intake = {"episode": {"onset": onset}} if onset else {}
    assert loss_of([death(**event)], **intake).get("beside_onset") == word


def test_earlier_change_times_the_death(loss_of: Any) -> None:
    """Where grief began with an earlier change that lies nearer to the onset, its time counts; days ago stay the death's."""
    events = [
        death(date="2025-12-28", person="p1", mourning={"grief_began_before": "yes", "earlier_change": "dementia"}),
        {"event": "dementia", "type": "dementia-of-relative", "date": "2025-10-01", "person": "p1"},
    ]
    loss = loss_of(events, relationships=[person("p1")], episode={"onset": "2025-11-01"})
    assert (loss.get("timed_by"), loss.get("days_before_onset"), loss.get("days_ago")) == ("earlier-change", 31, 33)


def test_earlier_change_farther_than_the_death(loss_of: Any) -> None:
    """An earlier change that lies farther from the onset than the death changes nothing."""
    events = [
        death(date="2025-10-01", person="p1", mourning={"grief_began_before": "yes", "earlier_change": "dementia"}),
        {"event": "dementia", "type": "dementia-of-relative", "date": "2019-05", "person": "p1"},
    ]
    loss = loss_of(events, relationships=[person("p1")], episode={"onset": "2025-11-01"})
    assert (loss.get("timed_by"), loss.get("days_before_onset")) == ("death", 31)


def test_missing_person(facts_of: Any) -> None:
    """A missing person is a death only when that is accepted as a fact."""
    missing = {"event": "m", "type": "missing-person", "person": "p1"}
    accepted = {**missing, "mourning": {"accepted_as_fact": "yes"}}
    people = [person("p1", role="sibling")]
    assert not [fact for fact in facts_of([missing], relationships=people) if fact.kind == "loss"]
    assert [fact.get("type") for fact in facts_of([accepted], relationships=people)] == ["missing-person"]


# Importance


@pytest.mark.parametrize(
    ("event", "relationship", "important"),
    [
        ({}, {"role": "parent"}, True),
        ({}, {"role": "parent", "closeness": "distant"}, True),
        ({}, {"role": "friend", "closeness": "close"}, True),
        ({}, {"role": "colleague", "important": "yes"}, True),
        ({"linked_by": ["patient"]}, {"role": "colleague"}, True),
        ({"linked_by": ["therapist"]}, {"role": "colleague"}, None),
        ({"important_to_patient": "yes"}, {"role": "pet"}, True),
        ({"important_to_patient": "no"}, {"role": "pet"}, False),
        ({}, {"role": "colleague", "closeness": "distant"}, False),
        ({}, {"role": "colleague"}, None),
        ({}, {"role": "ex-partner"}, None),
    ],
)
def test_importance(loss_of: Any, event: dict[str, Any], relationship: dict[str, Any], important: bool | None) -> None:
    """Close family, close by rating, or said to be: important; not only when known to be otherwise."""
    assert (
        loss_of([death(person="p1", **event)], relationships=[person("p1", **relationship)]).get("important")
        is important
    )


def test_pregnancy_loss_needs_the_bond(facts_of: Any) -> None:
    """A pregnancy loss is not important by the role alone: what it meant is asked for."""
    event = {"event": "m", "type": "pregnancy-loss", "person": "p1"}
    loss, gap = facts_of([event], relationships=[person("p1", role="child")])
    assert (loss.get("important"), gap.get("topic")) == (None, "importance-of-death")


def test_distant_person_is_not_asked_about(facts_of: Any) -> None:
    """Nothing is asked about the death of a person known as distant."""
    found = facts_of([death(person="p1")], relationships=[person("p1", role="neighbour", closeness="distant")])
    assert [fact.kind for fact in found] == ["loss"]


def test_unknowns(facts_of: Any) -> None:
    """Asked for: the mourning of an important death, and a death that only the inventory tells of."""
    people = [person("mother", role="parent"), person("brother", role="sibling")]
    found = facts_of([death(person="mother")], relationships=people)
    assert [(f.get("topic"), f.get("who")) for f in found[1:]] == [
        ("mourning", "mother"),
        ("death-not-described", "brother"),
    ]


# Anniversaries and time since the death


@pytest.mark.parametrize(
    ("died", "onset", "days"),
    [
        ("2020-11-05", "2025-11-10", 5),
        ("2020-11-05", "2025-10-31", 5),
        ("2020-11-05", "2025-11", 0),
        ("2020-11", "2025-11-29", 0),
        ("2025-11-05", "2025-11-10", 360),
        ("2020-12-30", "2026-01-02", 3),
        ("2024-02-29", "2025-02-28", 0),
        ("2020", "2025-11-10", None),
    ],
)
def test_onset_at_an_anniversary(loss_of: Any, died: str, onset: str, days: int | None) -> None:
    """The distance is to the nearest anniversary, never to the death itself, and 0 within a month known only as such."""
    assert loss_of([death(date=died)], episode={"onset": onset}).get("onset_from_anniversary_days") == days


@pytest.mark.parametrize(("died", "days"), [("2020-02-02", 3), ("2020-01-30", 0), ("2020-01-29", 364), ("2020-02", 2)])
def test_next_anniversary(loss_of: Any, died: str, days: int) -> None:
    """Days to the next anniversary, counted from the day of the advice."""
    assert loss_of([death(date=died)]).get("days_to_anniversary") == days


def test_since_a_vague_date(loss_of: Any) -> None:
    """A death known to the month is at most so many days ago, and at least so many months."""
    loss = loss_of([death(date="2025-01")])
    assert (loss.get("days_since_death"), loss.get("months_since_death")) == (394, 11)


def test_recalled_by_an_event(loss_of: Any) -> None:
    """An event near the onset that recalls the death is a trigger; one of years before is not."""
    for when, recalled in (("2025-10-01", True), ("2015-10-01", None)):
        other = {"event": "funeral", "type": "other", "date": when, "recalls_event": "d1"}
        assert loss_of([death(date="2010"), other], episode={"onset": "2025-11"}).get("recalled_near_onset") is recalled


def test_deaths_close_by(loss_of: Any) -> None:
    """Other deaths within half a year are counted, those of distant people left out."""
    events = [
        death(date="2025-05-01"),
        death("d2", date="2025-08"),
        death("d3", date="2024-05"),
        death("d4", date="2025-05", person="p4"),
    ]
    people = [person("p4", role="neighbour", closeness="distant")]
    assert loss_of(events, relationships=people).get("deaths_close_by") == 1


# Red flags and normal grief


def test_red_flags_absent(loss_of: Any) -> None:
    """With every sign known to be absent since the death, red flags are absent, and a low PHQ-9 means no full episode."""
    loss = loss_of([death(date="2025-12-09", mourning=MILD)], **CLEAR)
    assert (loss.get("red_flags"), loss.get("full_episode"), loss.get("self_worth_kept")) == ("absent", False, True)


@pytest.mark.parametrize(
    "blank",
    ["severe_impairment", "worthlessness", "slowing", "measures", "risk", "diagnosis"],
)
def test_one_sign_not_known(loss_of: Any, blank: str) -> None:
    """One sign left blank keeps all from being called absent."""
    mourning = {name: answer for name, answer in MILD.items() if name != blank}
    intake = {name: part for name, part in CLEAR.items() if name != blank}
    assert loss_of([death(date="2025-12-09", mourning=mourning)], **intake).get("red_flags") == "not-known"


def test_answers_from_before_the_death(loss_of: Any) -> None:
    """What was clear before the death says nothing about the time after it."""
    session = {"number": 1, "date": "2026-01-29", "learned": {"life_events": [death(date="2026-01-25", mourning=MILD)]}}
    loss = loss_of([], sessions=(session,), **CLEAR)
    assert loss.get("red_flags") == "not-known"
    assert (loss.get("psychosis"), loss.get("suicidal_thoughts"), loss.get("full_episode")) == (None, None, None)


@pytest.mark.parametrize(
    "told",
    [
        {"risk": {"cssrs": {"q1": "yes", "q2": "no", "q6": "no"}}},
        {"risk": {"cssrs": {"q1": "no", "q2": "no", "q6": "no"}, "wish_to_join_the_dead": "yes"}},
        {"measures": {"phq9": {"items": [1, 2, 2, 1, 1, 0, 1, 0, 1]}}},
        {"diagnosis": {"primary": "psychotic-depression"}},
    ],
)
def test_a_sign_present(loss_of: Any, told: dict[str, Any]) -> None:
    """Any sign that is told makes red flags present, whatever else is blank."""
    assert loss_of([death(date="2025-12-09", mourning=MILD)], **{**CLEAR, **told}).get("red_flags") == "present"


def test_an_old_questionnaire(loss_of: Any) -> None:
    """Item 9 of a PHQ-9 that is too old to decide clears nothing."""
    loss = loss_of([death(date="2025-12-09", mourning=MILD)], on=date(2026, 2, 4), **CLEAR)
    assert (loss.get("suicidal_thoughts"), loss.get("full_episode")) == (None, None)


def test_diagnosis_means_a_full_episode(loss_of: Any) -> None:
    """A diagnosed major depression is a full episode, unless the record of the mourning says otherwise."""
    intake = {**CLEAR, "diagnosis": {"primary": "major-depression", "psychosis": "no"}}
    assert loss_of([death(date="2025-12-09")], **intake).get("full_episode") is True
    assert loss_of([death(date="2025-12-09", mourning={"full_episode": "no"})], **intake).get("full_episode") is False


# Prolonged grief


@pytest.mark.parametrize(
    ("total", "died", "age", "expected"),
    [
        (30, "2025-01-19", 40, (True, True, True)),
        (29, "2025-01-19", 40, (False, True, True)),
        (34, "2025-01-25", 40, (True, True, False)),
        (34, "2025-06-01", 40, (True, False, False)),
        (34, "2025-06-01", 15, (True, True, True)),
        (34, "2025-06-01", None, (True, False, False)),
    ],
)
def test_pg13r(loss_of: Any, total: int, died: str, age: int | None, expected: tuple[bool, bool, bool]) -> None:
    """The threshold is the instrument's; a label needs a year, half a year in the young, both now and at the answers."""
    patient = {"age": age} if age else {}
    loss = loss_of([death(date=died)], measures={"pg13r": {"total": total}}, patient=patient)
    assert (loss.get("pg13r_high"), loss.get("label_possible"), loss.get("pg13r_for_label")) == expected


def test_scale_with_several_deaths(facts_of: Any) -> None:
    """A scale names no death: with several it is about the one that is longed for daily."""
    events = [death(date="2024-01"), death("d2", date="2024-02", mourning={"daily_longing": "yes"})]
    found = [f for f in facts_of(events, measures={"pg13r": {"total": 34}}) if f.kind == "loss"]
    assert [f.get("pg13r_high") for f in found] == [None, True]
    assert [f.get("pg13r_recorded") for f in found] == [False, True]


def test_diagnosis_without_a_death(facts_of: Any) -> None:
    """A diagnosis of prolonged grief is a fact even when no death is recorded; a blank or a no is none."""
    assert [f.kind for f in facts_of([], diagnosis={"comorbid": ["prolonged-grief-disorder"]})] == ["grief_diagnosis"]
    assert [f.kind for f in facts_of([], diagnosis={"prolonged_grief": "yes"})] == ["grief_diagnosis"]
    assert not facts_of([], diagnosis={"prolonged_grief": "no"})


def test_nothing_recorded(facts_of: Any) -> None:
    """No event, no fact; a blank mourning leaves every sign unknown."""
    assert facts_of([]) == []
    loss = facts_of([death()])[0]
    assert {loss.get(name) for name in ("avoids", "daily_longing", "important", "full_episode", "psychosis")} == {None}
