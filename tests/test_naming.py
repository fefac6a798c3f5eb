"""How people and events are called in what is read, and how the texts of rules are filled with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ipt_rules import Case, Rulebook, recommend
from ipt_rules.facts.base import Fact, about
from ipt_rules.facts.view import View
from ipt_rules.finding import as_sentences, findings_of
from ipt_rules.lint import NamesNotKeys
from ipt_rules.naming import PHRASES, SAYS_ROLE, event_name, key_in_words, person_name, told_apart
from ipt_rules.query import Match
from ipt_rules.vocabulary import EVENT_TYPES, ROLES

ON = date(2026, 1, 10)


def view(rulebook: Rulebook, people: list[dict[str, Any]], events: list[dict[str, Any]]) -> View:
    intake = {"date": str(ON), "relationships": people, "life_events": events}
    return View(Case.from_data({"schema_version": 1, "id": "c", "intake": intake}), ON, rulebook)


# People


@pytest.mark.parametrize(
    ("key", "role", "name"),
    [
        ("stepmother", "step-parent", "stepmother"),
        ("mother", "step-parent", "mother (step-parent)"),
        ("grandma", "grandparent", "grandma"),
        ("children", "child", "children"),
        ("Mother", "parent", "Mother"),
        ("best_friend", "friend", "best friend"),
        ("p2", "other", "p2"),
        ("p2", None, "p2"),
        ("p2", "other-family", "p2 (family)"),
        ("wife", "ex-partner", "wife (ex-partner)"),
        ("choir", "group", "choir (group)"),
        ("lawyer", "in-law", "lawyer (in-law)"),
        ("step-up-team", "professional", "step-up team"),
    ],
)
def test_a_person_is_called_by_key_and_by_role_where_the_key_does_not_say_it(
    key: str, role: str | None, name: str
) -> None:
    """A word in the key that is the role, or means it, needs no brackets; part of a word does not count."""
    assert person_name(key, role) == name


def test_the_words_for_roles_are_of_roles_that_exist() -> None:
    """A role that is no term of the vocabulary would never be asked for."""
    assert set(SAYS_ROLE) <= set(ROLES)


# Events


def test_every_type_of_event_has_a_name() -> None:
    """No event falls back on its key."""
    assert set(PHRASES) == set(EVENT_TYPES)


@pytest.mark.parametrize("type_", EVENT_TYPES)
def test_a_name_never_shows_the_term(type_: str) -> None:
    """Whatever the person, the name reads as words: no slug, no open slot, no brackets inside brackets."""
    for who in (None, "anna", "p2 (friend)"):
        for told in (event_name("e-1", type_, who), event_name("e-1", type_, who, partner=True, baby=True)):
            assert not [sign for sign in ("{", "-", "((", "))") if sign in told]


def test_only_a_vague_type_is_told_with_its_key() -> None:
    """The key is added where the type does not say what happened, and only where it says more."""
    assert event_name("move-2025", "move") == "the move"
    assert event_name("lottery", "other") == "the event (lottery)"
    assert event_name("loss-2", "other-loss") == "the loss"


def test_a_person_a_baby_can_not_be_is_left_out(rulebook: Rulebook) -> None:
    """The partner of a birth or a lost pregnancy is not who was born, or died; a child is."""
    people = [{"person": "partner", "role": "partner"}, {"person": "mia", "role": "child"}]
    events = [
        {"event": "b1", "type": "birth", "person": "partner", "date": "2025"},
        {"event": "b2", "type": "birth", "person": "mia"},
        {"event": "d1", "type": "neonatal-death", "person": "partner"},
        {"event": "d2", "type": "neonatal-death", "person": "mia"},
    ]
    seen = view(rulebook, people, events)
    told = [seen.called(event["event"]) for event in events]
    assert told == ["the birth", "the birth of mia (child)", "the death of the baby", "the death of mia (child)"]


def test_a_divorce_is_from_a_partner_and_of_anybody_else(rulebook: Rulebook) -> None:
    """The role says whose divorce it is; a person without a role may be the partner."""
    people = [{"person": "anna", "role": "ex-partner"}, {"person": "son", "role": "child"}, {"person": "p3"}]
    events = [{"event": f"d{one['person']}", "type": "divorce", "person": one["person"]} for one in people]
    seen = view(rulebook, people, events)
    told = [seen.called(event["event"]) for event in events]
    assert told == ["the divorce from anna (ex-partner)", "the divorce of son", "the divorce from p3"]


def test_two_events_never_have_the_same_name() -> None:
    """Where the names are the same the keys tell them apart."""
    assert told_apart({"a": "the move", "b": "the move"}) == {"a": "the move (a)", "b": "the move (b)"}


def test_a_key_of_nothing_recorded_reads_as_words(rulebook: Rulebook) -> None:
    """A key is a person's or an event's; nothing stays nothing."""
    seen = view(rulebook, [{"person": "p2", "role": "friend"}], [{"event": "move-1", "type": "move"}])
    assert (seen.called("p2"), seen.called("move-1"), seen.called(None)) == ("p2 (friend)", "the move", None)


def test_what_a_fact_is_about() -> None:
    """The event where there is one, else the person."""
    death = Fact("loss", {"event": "d1", "named": "the death of mother", "who": "mother"})
    quarrel = Fact("dispute", {"person": "p2", "who": "p2 (friend)", "change": "the move"})
    assert (about(death), about(quarrel), about(Fact("episode", {}))) == ("the death of mother", "p2 (friend)", None)


# Filled texts


@pytest.mark.parametrize(
    ("filled", "read"),
    [
        ("the move came first. husband  agrees", "The move came first. Husband agrees"),
        ("Told: he is ill.. Then", "Told: he is ill. Then"),
        ("Why now?. because", "Why now? Because"),
        ("PHQ-9 4.5 and 12", "PHQ-9 4.5 and 12"),
        ("élan came back", "Élan came back"),
        ("", ""),
    ],
)
def test_a_filled_text_reads_as_sentences(filled: str, read: str) -> None:
    """A capital where a sentence starts, one full stop at its end, single spaces; nothing else is changed."""
    assert as_sentences(filled) == read


def test_what_differs_only_after_a_colon_is_one_list(rulebook: Rulebook) -> None:
    """Two reasons of one rule are told in one sentence, each once."""
    rule = rulebook.rules["ptsd-ipt-favoured"]
    reasons = [Fact("reason", {"name_text": name}) for name in ("major depression", "exposure declined")]
    matches = [Match(rule.id, "", (("reason", one),)) for one in (*reasons, reasons[0])]
    (found,) = findings_of(rule, matches, rulebook, reasons)
    assert found.rationale == "Recorded beside PTSD: major depression; exposure declined."


def test_what_differs_elsewhere_stays_apart(rulebook: Rulebook) -> None:
    """Two medicines of which different things are missing are two sentences."""
    rule = rulebook.rules["medicine-record-incomplete"]
    facts = [Fact("medicine", {"name": name, "missing": what}) for name, what in (("a", "dose"), ("b", "since when"))]
    matches = [Match(rule.id, "", (("medicine", one),)) for one in facts]
    (found,) = findings_of(rule, matches, rulebook, facts)
    assert found.rationale == "Not recorded of a: dose. Not recorded of b: since when."


def test_a_finding_names_its_person_as_the_fact_does(rulebook: Rulebook) -> None:
    """The key stays the key; beside it stands who that is, for reading."""
    people = [{"person": "p2", "role": "friend", "conflict": {"present": "yes"}}]
    intake = {"date": str(ON), "relationships": people}
    told = recommend(Case.from_data({"schema_version": 1, "id": "c", "intake": intake}), rulebook, ON)
    (found,) = [one for one in told.findings if one.rule_id == "dispute-stage-unknown"]
    assert (found.person, found.who) == ("p2", "p2 (friend)")


def test_the_focus_keeps_its_key_beside_its_name(rulebook: Rulebook) -> None:
    """What is agreed on is told by name, and a program finds the key."""
    events = [{"event": "move-2025", "type": "move"}]
    session = {
        "number": 1,
        "date": str(ON),
        "focus_agreed": {"area": "role-transition", "about": "move-2025", "patient_agrees": "yes"},
    }
    intake = {"date": str(ON), "life_events": events}
    case = Case.from_data({"schema_version": 1, "id": "c", "intake": intake, "sessions": [session]})
    focus = recommend(case, rulebook, ON).focus
    assert (focus.primary_subject, focus.primary_about) == ("move-2025", "the move")


def test_a_text_that_shows_a_key_is_found(rulebook: Rulebook) -> None:
    """The shipped rules show none; one that does is named with its slot."""
    rule = rulebook.rules["event-without-date"]
    then = rule.then.model_copy(update={"summary": "Ask when it was: {gap.event}"})
    wrong = replace(rulebook, rules={rule.id: rule.model_copy(update={"then": then})})
    assert list(NamesNotKeys().problems(rulebook)) == []
    ((rule_id, message, hint),) = NamesNotKeys().problems(wrong)
    assert (rule_id, message) == (rule.id, "the text shows the key `gap.event`")
    assert "`what`" in hint


def test_words_of_english_keep_their_hyphens() -> None:
    """A former wife and a mother-in-law stay one word."""
    assert key_in_words("ex-wife") == "ex-wife"
    assert key_in_words("great-grand-mother") == "great-grand mother"
