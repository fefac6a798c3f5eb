"""People, the completeness of the inventory, the episode, the triad, and what is not known of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from ipt_rules import packs
from ipt_rules.case import Case
from ipt_rules.facts import inventory, people
from ipt_rules.facts.base import Fact
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


def view_of(knowledge: Rulebook, **intake: Any) -> View:
    return View(
        Case.from_data({"schema_version": 1, "id": "t", "intake": {"date": INTAKE, **intake}}), INTAKE, knowledge
    )


def facts_of(view: View, kind: str) -> list[Fact]:
    return [fact for fact in inventory.derive(view) if fact.kind == kind]


def the_inventory(view: View) -> Mapping[str, Any]:
    return facts_of(view, "inventory")[0].values


def topics(view: View) -> set[Any]:
    return {fact.get("topic") for fact in facts_of(view, "unknown")}


def person(key: str, **more: Any) -> dict[str, Any]:
    return {"person": key, "role": "friend", "closeness": "moderate", "good": "listens", **more}


ASKED = {"deaths": "none", "conflicts": "none", "confidants": "some"}
BOTH = {"expect_self": "a", "expect_other": "b"}


def test_nothing_recorded_is_nothing_known(knowledge: Rulebook) -> None:
    """An empty inventory is no per cent complete, and nobody is known to be without a confidant."""
    values = the_inventory(view_of(knowledge))
    assert (values["empty"], values["completeness_percent"], values.get("has_confidant")) == (True, 0, None)


def test_five_people_and_all_questions_are_complete(knowledge: Rulebook) -> None:
    """INI-21 to the letter."""
    friends = [person(f"p{n}", **(BOTH if n < 3 else {})) for n in range(1, 6)]
    values = the_inventory(view_of(knowledge, relationships=friends, asked=ASKED))
    assert values["completeness_percent"] == 100
    assert "missing" not in values


@pytest.mark.parametrize(
    ("count", "others", "percent"), [(4, None, 96), (1, None, 84), (1, "no", 100), (1, "not-known", 84)]
)
def test_fewer_people_are_enough_only_when_there_are_no_others(
    knowledge: Rulebook, count: int, others: str | None, percent: int
) -> None:
    """A blank about others does not make four people all."""
    friends = [person(f"p{n}", **BOTH) for n in range(count)]
    social = {"other_people_who_matter": others}
    values = the_inventory(view_of(knowledge, relationships=friends, asked=ASKED, social=social))
    assert values["completeness_percent"] == percent


def test_a_topic_asked_and_not_known_is_not_answered(knowledge: Rulebook) -> None:
    """`not-known` fills no gap."""
    view = view_of(knowledge, asked={"deaths": "not-known", "conflicts": "not-known"})
    values = the_inventory(view)
    assert (values["deaths_asked"], values["conflicts_asked"]) == (False, False)
    assert {"deaths", "other-losses"} <= topics(view)


def test_the_gaps_are_named(knowledge: Rulebook) -> None:
    """The text says of whom what is missing."""
    view = view_of(
        knowledge,
        relationships=[{"person": "mother", "role": "parent", "closeness": "close"}],
        social={"other_people_who_matter": "no", "no_confidant": "yes"},
        asked={"deaths": "none"},
    )
    assert the_inventory(view)["missing"] == (
        "what is good or hard of mother; whether there are conflicts; what the patient and mother expect of each other"
    )
    assert the_inventory(view)["has_confidant"] is False


def test_the_dead_are_not_among_the_people_of_today(knowledge: Rulebook) -> None:
    """A death recorded of a person says that they are not alive, and they are not asked about as a confidant."""
    view = view_of(
        knowledge,
        relationships=[person("p1", closeness="very-close", confidant="yes"), person("p2")],
        life_events=[{"event": "d", "type": "death", "person": "p1"}],
    )
    dead, friend = facts_of(view, "relationship")
    assert (dead.get("alive"), dead.get("today"), dead.get("closest"), friend.get("closest")) == (
        False,
        False,
        False,
        True,
    )
    assert "has_confidant" not in the_inventory(view)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, None),
        ({"role": "sibling"}, True),
        ({"closeness": "close"}, True),
        ({"important": "yes"}, True),
        ({"important": "no"}, False),
        ({"important": "no", "conflict": {"linked_by": ["patient"]}}, True),
    ],
)
def test_who_is_important(knowledge: Rulebook, more: dict[str, Any], expected: bool | None) -> None:
    """Close family, close people, and whom the patient links to the low mood; `no` only when said."""
    view = view_of(knowledge, relationships=[person("p1", **more)])
    assert people.important(view, "p1") is expected


def test_the_closest_come_first(knowledge: Rulebook) -> None:
    """Those of unknown closeness come after the close ones, before the moderate ones."""
    unrated = {"person": "p1", "role": "friend"}
    near, far = person("p2", closeness="close"), person("p3")
    view = view_of(knowledge, relationships=[far, unrated, near])
    assert [one.person for one in people.by_closeness(view)] == ["p2", "p1", "p3"] or [
        one.person for one in people.by_closeness(view)
    ] == ["p2", "p3", "p1"]


@pytest.mark.parametrize(
    ("now", "before", "less"), [("rarely", "weekly", True), ("daily", "weekly", False), ("daily", None, None)]
)
def test_less_contact_needs_both_answers(knowledge: Rulebook, now: str, before: str | None, less: bool | None) -> None:
    """Without the earlier contact nothing is said."""
    view = view_of(knowledge, relationships=[person("p1", contact=now, contact_before=before)])
    assert facts_of(view, "relationship")[0].get("contact_less") is less


@pytest.mark.parametrize(
    ("episode", "known", "months"),
    [
        ({}, False, None),
        ({"onset": "2025"}, False, None),
        ({"onset": "2025-09"}, True, 3),
        ({"duration_months": 8}, False, 8),
    ],
)
def test_an_onset_is_known_to_the_month(
    knowledge: Rulebook, episode: dict[str, Any], known: bool, months: int | None
) -> None:
    """A year alone gives no timing."""
    view = view_of(knowledge, episode=episode)
    (fact,) = facts_of(view, "episode")
    assert (fact.get("onset_known"), fact.get("months")) == (known, months)
    assert ("onset" in topics(view)) is not known


@pytest.mark.parametrize(
    ("event", "asks"),
    [
        ({}, True),
        ({"date": "2025-08"}, False),
        ({"date": "2025"}, True),
        ({"date": "2019"}, False),
        ({"onset_relation": "around"}, False),
    ],
)
def test_an_event_without_a_date_is_asked_about(knowledge: Rulebook, event: dict[str, Any], asks: bool) -> None:
    """Unless it is told where it lies beside the onset, or the year alone puts it long before."""
    view = view_of(knowledge, episode={"onset": "2025-09"}, life_events=[{"event": "e1", "type": "move", **event}])
    found = [fact for fact in facts_of(view, "unknown") if fact.get("topic") == "event-date"]
    assert [fact.get("event") for fact in found] == (["e1"] if asks else [])


def test_a_part_of_the_triad_is_filled_or_looked_for_or_empty(knowledge: Rulebook) -> None:
    """An empty list says nothing; `none_found` says that somebody looked."""
    view = view_of(knowledge, triad={"crisis": ["the quarrel"], "support": [], "none_found": ["vulnerability"]})
    states = {fact.get("part"): fact.get("state") for fact in facts_of(view, "triad_part")}
    assert states == {"crisis": "filled", "vulnerability": "none-found", "support": "empty"}


@pytest.mark.parametrize(
    ("intake", "asks"),
    [
        ({}, True),
        ({"diagnosis": {"primary": "major-depression"}}, True),
        ({"diagnosis": {"bipolar": "not-known"}}, True),
        ({"diagnosis": {"bipolar": "no"}}, False),
        ({"diagnosis": {"primary": "cyclothymia"}}, False),
        ({"asked": {"bipolar-history": "none"}}, False),
        ({"asked": {"bipolar-history": "not-known"}}, True),
    ],
)
def test_past_highs_are_known_only_when_answered(knowledge: Rulebook, intake: dict[str, Any], asks: bool) -> None:
    """Neither a blank nor `not known` is a no."""
    assert ("bipolar-history" in topics(view_of(knowledge, **intake))) is asks


def test_a_recorded_death_shows_that_deaths_were_spoken_of(knowledge: Rulebook) -> None:
    """Of a person; a pet's death does not."""
    death = {"event": "d", "type": "death"}
    assert "deaths" not in topics(view_of(knowledge, life_events=[death]))
    assert "deaths" in topics(view_of(knowledge, life_events=[{**death, "type": "death-of-pet"}]))


def test_an_empty_list_of_medicines_says_that_none_is_taken(knowledge: Rulebook) -> None:
    """It is an answer, unlike a blank."""
    assert "medication" in topics(view_of(knowledge))
    assert "medication" not in topics(view_of(knowledge, medication=[]))
