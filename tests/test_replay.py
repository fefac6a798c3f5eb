"""Earlier alerts found again: only what is read is derived, each contact once, and nothing of it changes an answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from courses import courses
from ipt_rules import Case, Rulebook, recommend, replay
from ipt_rules.facts import derive, plans
from ipt_rules.facts.derive import derive_facts
from ipt_rules.facts.kinds import KINDS, UNKNOWN_TOPICS
from ipt_rules.facts.view import View, Wanted
from ipt_rules.query import Pattern, Query, Ref, Term, wanted_by
from ipt_rules.replay import SAFETY, Replay, Told, as_it_stood, past_alerts, seen_from
from tests_support import shipped_rulebook

CASES = sorted(path for path in (Path(__file__).parent.parent / "cases").glob("*.yaml") if path.stem != "published")
LATER = date(2026, 6, 1)
INTENT = {"risk": {"cssrs": {"q4": "yes"}}}


def told(facts: Any) -> list[tuple[Any, ...]]:
    return [(fact.kind, dict(fact.values), fact.places) for fact in facts]


def assert_narrowing_keeps(case: Case, on: date) -> None:
    """Each kind, and each topic of what is not known, asked for alone, is what deriving everything gives of it."""
    rulebook = shipped_rulebook()
    everything = derive_facts(case, on, rulebook)
    for kind in KINDS:
        alone = derive_facts(case, on, rulebook, Wanted(frozenset({kind})))
        assert told(alone) == told(fact for fact in everything if fact.kind == kind)
    for topic in UNKNOWN_TOPICS:
        alone = derive_facts(case, on, rulebook, Wanted(frozenset({"unknown"}), frozenset({topic})))
        assert told(alone) == told(fact for fact in everything if fact.get("topic") == topic and fact.kind == "unknown")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_asked_for_alone_is_the_same(path: Path) -> None:
    """Of every published and invented case."""
    case = Case.from_file(path)
    assert_narrowing_keeps(case, max(case.intake.date, *(session.date for session in case.sessions), LATER))


@given(courses())
@settings(max_examples=15)
def test_what_is_asked_for_alone_is_the_same_of_any_case(data: dict[str, Any]) -> None:
    """Of generated cases too."""
    assert_narrowing_keeps(Case.from_data(data), LATER)


def test_a_module_that_derives_more_than_it_declares_is_a_bug(
    monkeypatch: pytest.MonkeyPatch, rulebook: Rulebook
) -> None:
    """Such a fact would be missing where it is asked for by name, so it is told wherever everything is derived."""
    monkeypatch.setattr(plans, "SHARED_KINDS", ())
    monkeypatch.setattr(derive, "_declared", derive._declared.__wrapped__)
    with pytest.raises(ValueError, match="derives the fact task without declaring it"):
        derive_facts(Case.from_file(CASES[0]), LATER, rulebook)


# What a chapter reads


def a_query(*patterns: Pattern, absent: tuple[Pattern, ...] = ()) -> Query:
    return Query("r", "", (Pattern("case", "case"), *patterns), absent)


def test_kinds_of_every_pattern_are_wanted() -> None:
    """What must be absent is read as well."""
    wanted = wanted_by([a_query(Pattern("a", "loss"), absent=(Pattern("none_0", "dispute"),))])
    assert wanted.kinds == {"case", "loss", "dispute"}


@pytest.mark.parametrize(
    ("terms", "topics"),
    [
        ((Term("topic", "is", "age"),), {"age"}),
        ((Term("topic", "in", ("age", "violence")),), {"age", "violence"}),
        ((Term("session", "at_least", 3), Term("topic", "is", "age")), {"age"}),
        ((Term("person", "is", "p2"),), None),
        ((Term("topic", "is_not", "age"),), None),
        ((Term("topic", "is", Ref("case", "course")),), None),
    ],
)
def test_the_topics_of_what_is_not_known(terms: tuple[Term, ...], topics: set[str] | None) -> None:
    """A pattern that does not name its topic may fit every one."""
    known = Pattern("u", "unknown", (Term("topic", "is", "item-9"),))
    assert wanted_by([a_query(Pattern("u", "unknown", terms))]).topics == topics
    both = wanted_by([a_query(known), a_query(Pattern("u", "unknown", terms))]).topics
    assert both == (None if topics is None else topics | {"item-9"})


# Alerts


def alerts_from_everything(case: Case, rulebook: Rulebook) -> Iterator[Told]:
    """The meaning of a replay: at each contact that can tell something, the whole safety chapter on all facts."""
    given: list[Told] = []
    for contact in View(case, date.max, rulebook).contacts:
        if contact.held or contact.part.risk or contact.part.measures:
            then = as_it_stood(case, contact)
            facts = [*derive_facts(then, contact.date, rulebook)]
            facts += seen_from(given, View(then, contact.date, rulebook))
            matches = rulebook.matcher(SAFETY, "plain").match(facts)
            found = replay.chapter_findings(matches, rulebook, facts)
            given += [(contact, finding) for finding in found if finding.conclusion == "alert"]
    yield from given


@given(courses())
@settings(max_examples=50)
def test_no_alert_is_lost_by_deriving_less(data: dict[str, Any]) -> None:
    """The same alerts, with the same words and places, as when everything is derived and every rule is heard."""
    case, rulebook = Case.from_data(data), shipped_rulebook()
    everything = tuple(alerts_from_everything(case, rulebook))
    assert Replay(case, rulebook, "plain").before(len(case.sessions) + 1) == everything


def test_each_contact_is_replayed_once(monkeypatch: pytest.MonkeyPatch, rulebook: Rulebook) -> None:
    """Whatever is asked for again, or for a shorter time, was found before."""
    days: list[date] = []

    def counted(view: View) -> Any:
        days.append(view.on)
        return derive.facts_of(view)

    monkeypatch.setattr(replay, "facts_of", counted)
    case = Case.from_data(
        {
            "schema_version": 1,
            "id": "c",
            "intake": {"date": "2026-01-10", **INTENT},
            "sessions": [{"number": number, "date": f"2026-01-{10 + number}"} for number in (1, 2, 3)],
        }
    )
    one = Replay(case, rulebook, "plain")
    lengths = [len(one.before(at)) for at in (4, 2, 4, 1)]
    assert days == [date(2026, 1, day) for day in (10, 11, 12, 13)]
    assert lengths[0] == lengths[2] > lengths[1] > lengths[3] > 0


def test_a_replay_of_the_longer_case_serves_the_shorter(rulebook: Rulebook) -> None:
    """What later contacts record changes nothing at the earlier ones."""
    case = Case.from_data(
        {
            "schema_version": 1,
            "id": "c",
            "intake": {"date": "2026-01-10", **INTENT},
            "sessions": [{"number": 1, "date": "2026-01-17"}, {"number": 2, "date": "2026-01-17", **INTENT}],
        }
    )
    whole = Replay(case, rulebook, "plain")
    whole.before(3)
    for contact in View(case, LATER, rulebook).contacts:
        then = as_it_stood(case, contact)
        own = past_alerts(then, rulebook, contact.date, "plain")
        assert told(past_alerts(then, rulebook, contact.date, "plain", whole)) == told(own)


def test_a_rulebook_without_a_safety_chapter_has_no_earlier_alerts(rulebook: Rulebook) -> None:
    """Nothing is replayed where no rule can alert."""
    bare = replace(rulebook, chapters=tuple(one for one in rulebook.chapters if one != SAFETY), matchers={}, tuned={})
    case = Case.from_data(
        {
            "schema_version": 1,
            "id": "c",
            "intake": {"date": "2026-01-10", **INTENT},
            "sessions": [{"number": 1, "date": "2026-01-17"}],
        }
    )
    assert past_alerts(case, rulebook, LATER, "plain")
    assert not recommend(case, bare, LATER, engine="plain").alerts
    assert past_alerts(case, bare, LATER, "plain") == []
