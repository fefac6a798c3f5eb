"""A therapist is asked: questions are put and answered, and what the product says meanwhile and at the end is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from pytest_bdd import given, parsers, then, when

from dialogue_store import MemoryStore, go_to
from ipt_rules import Case, Recommendation, Rulebook, recommend
from ipt_rules.dialogue import Dialogue, Reply, new_case, new_session
from ipt_rules.dialogue.places import value_at
from ipt_rules.dialogue.starting import edit_session, first_content
from ipt_rules.dialogue.watch import Watch
from ipt_rules.errors import CaseError
from ipt_rules.reading import read_document
from ipt_rules.render.pages import page_of
from ipt_rules.render.sections import head_of

CASES = Path(__file__).resolve().parent.parent.parent / "cases"
DAY = date(2026, 1, 10)
ENGINE = "plain"
"""Whichever engine is asked, the answer is the same (test_agreement.py)."""


@dataclass
class Talk:
    """One dialogue, with what was said after each answer."""

    dialogue: Dialogue
    watch: Watch
    rulebook: Rulebook
    replies: list[Reply] = field(default_factory=list)

    @property
    def last(self) -> Reply:
        return self.replies[-1]

    def recommended(self) -> Recommendation:
        """What `recommend` says of the file as it is now."""
        return recommend(self.dialogue.file.case, self.rulebook, self.dialogue.scene.on, engine=ENGINE)


@pytest.fixture
def talk() -> Talk:
    raise AssertionError("this step needs a dialogue: open one with a Given")


@given("the guided intake of a new patient", target_fixture="talk")
def _guided(rulebook: Rulebook) -> Talk:
    watch = Watch(rulebook, DAY, ENGINE)
    store = MemoryStore(first_content(DAY))
    watch.standing(store.case)
    return Talk(new_case(store, rulebook, DAY, watch), watch, rulebook)


def _store(name: str) -> MemoryStore:
    return MemoryStore(read_document(CASES / f"{name}.yaml", code="CASE", error=CaseError).data)


@given(parsers.parse("the case {name} and a new session on {day}"), target_fixture="talk")
def _new_session(rulebook: Rulebook, name: str, day: str) -> Talk:
    on, store = date.fromisoformat(day), _store(name)
    watch = Watch(rulebook, on, ENGINE)
    watch.standing(store.case)
    return Talk(new_session(store, rulebook, on, watch, ENGINE), watch, rulebook)


@given(parsers.parse("the case {name} and its session {number:d} to be corrected"), target_fixture="talk")
def _edited(rulebook: Rulebook, name: str, number: int) -> Talk:
    store = _store(name)
    on = next(one.date for one in store.case.sessions if one.number == number)
    watch = Watch(rulebook, on, ENGINE)
    watch.standing(store.case)
    return Talk(edit_session(store, rulebook, number, watch, ENGINE), watch, rulebook)


@when(parsers.parse('"{question}" is answered with "{text}"'))
def _answered(talk: Talk, question: str, text: str) -> None:
    go_to(talk.dialogue, question)
    talk.replies.append(talk.dialogue.hear(text))


@when(parsers.parse('"{question}" is skipped'))
def _skipped(talk: Talk, question: str) -> None:
    _answered(talk, question, "")


@when("every other question is skipped")
@when("every question is skipped")
def _all_skipped(talk: Talk) -> None:
    while talk.dialogue.current is not None:
        talk.replies.append(talk.dialogue.hear(""))


@then(parsers.parse('before the next question it alerts "{words}"'))
def _alerts(talk: Talk, words: str) -> None:
    told = [f"{head_of(one)} {one.rationale}" for one in talk.last.alerts]
    assert any(words in text for text in told), told


@then("before the next question it alerts nothing")
def _no_alert(talk: Talk) -> None:
    assert not talk.last.alerts


@then(parsers.parse('before the next question it tells "{words}"'))
def _tells(talk: Talk, words: str) -> None:
    assert any(reply.told == "progress" for reply in talk.replies)
    assert talk.watch.recommendation is not None
    page = page_of(talk.watch.recommendation)
    told = [line for one in page.sections for line in (*one.lead, *(item.head for item in one.items))]
    assert any(words in line for line in told), told


@then(parsers.parse('the answer is refused with "{words}"'))
def _refused(talk: Talk, words: str) -> None:
    assert words in talk.last.problem


@then(parsers.parse('the next question is "{words}"'))
def _next(talk: Talk, words: str) -> None:
    assert talk.dialogue.current is not None
    assert words in talk.dialogue.current.ask, talk.dialogue.current.ask


@then(parsers.parse('it asks among others "{words}"'))
def _asks(talk: Talk, words: str) -> None:
    asked = [step.ask for step in talk.dialogue.steps]
    assert any(words in ask for ask in asked), asked


@then(parsers.parse('it does not ask "{words}"'))
def _does_not_ask(talk: Talk, words: str) -> None:
    assert not [step.ask for step in talk.dialogue.steps if words in step.ask]


@then(parsers.parse("the file holds nothing at {place}"))
def _nothing_at(talk: Talk, place: str) -> None:
    assert _at(talk, place) is None


@then(parsers.parse('the file holds "{value}" at {place}'))
def _holds(talk: Talk, value: str, place: str) -> None:
    assert str(_at(talk, place)) == value


def _at(talk: Talk, place: str) -> object:
    parts = tuple(int(part) if part.isdecimal() and "items" not in place else part for part in place.split("."))
    return value_at(talk.dialogue.file.content, parts)


@then(parsers.parse('the recommendation then asks "{words}"'))
def _recommendation_asks(talk: Talk, words: str) -> None:
    asked = [str(one.content["question"]) for one in talk.recommended().gaps]
    assert any(words in question for question in asked), asked


@then(parsers.parse('the recommendation then does not ask "{words}"'))
def _recommendation_does_not_ask(talk: Talk, words: str) -> None:
    assert not [one for one in talk.recommended().gaps if words in str(one.content["question"])]


@then(parsers.parse('the recommendation then alerts "{words}"'))
def _recommendation_alerts(talk: Talk, words: str) -> None:
    assert any(words in head_of(one) for one in talk.recommended().alerts)


@then("the file holds a case")
def _is_case(talk: Talk) -> None:
    Case.from_data(talk.dialogue.file.content)
