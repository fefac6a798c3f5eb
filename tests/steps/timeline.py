"""When and then, across sessions: the course looked back on, and what each contact brought."""

from __future__ import annotations

from collections.abc import Sequence

from pytest_bdd import parsers, then, when

from compared import engines_compared
from ipt_rules import Rulebook, Timeline, TimelineEntry, timeline
from ipt_rules.timeline_moments import TOPICS
from steps.recommendation import the_case
from steps.story import Story

CONTACT = r"(?P<contact>the intake|session \d+)"


@when("the course is looked back on", target_fixture="course")
def _looked_back(story: Story, given_case: str, rulebook: Rulebook, engines: Sequence[str]) -> Timeline:
    """With the default engine, every engine seen to match the same on the way."""
    case = the_case(story, given_case)
    with engines_compared(engines):
        return timeline(case, rulebook, engine=engines[0])


def _entry(course: Timeline, contact: str) -> TimelineEntry:
    return next(entry for entry in course.entries if entry.session == number_of(contact))


def number_of(contact: str) -> int:
    return 0 if contact == "the intake" else int(contact.removeprefix("session "))


@then(parsers.re(rf'{CONTACT} brings "(?P<words>[^"]+)"'))
def _brings(course: Timeline, contact: str, words: str) -> None:
    told = [change.says for change in _entry(course, contact).changes]
    assert any(words in text for text in told), told


@then(parsers.re(rf"{CONTACT} brings nothing about (?P<topic>[a-z]+)"))
def _brings_nothing(course: Timeline, contact: str, topic: str) -> None:
    assert topic in TOPICS, TOPICS
    told = [change.says for change in _entry(course, contact).changes if change.topic == topic]
    assert not told, told


@then(parsers.re(rf'{CONTACT} does not bring "(?P<words>[^"]+)"'))
def _does_not_bring(course: Timeline, contact: str, words: str) -> None:
    assert not [change.says for change in _entry(course, contact).changes if words in change.says]


@then(parsers.re(rf"at {CONTACT} an alert (?P<what>is raised|rises|falls|still stands|is cleared|lapses)"))
def _alert(course: Timeline, contact: str, what: str) -> None:
    slug = {
        "is raised": "raised",
        "rises": "higher",
        "falls": "lower",
        "still stands": "standing",
        "is cleared": "cleared",
        "lapses": "lapsed",
    }[what]
    told = [change.what for change in _entry(course, contact).changes if change.topic == "alerts"]
    assert slug in told, told


@then(parsers.re(rf"at {CONTACT} no alert stands"))
def _no_alert(course: Timeline, contact: str) -> None:
    assert _entry(course, contact).level is None


@then(parsers.re(rf"at {CONTACT} the highest alert is of level (?P<level>1|2|3|caution)"))
def _level(course: Timeline, contact: str, level: str) -> None:
    assert _entry(course, contact).level == level


@then(parsers.re(rf"at {CONTACT} the PHQ-9 has changed by (?P<points>-?\d+)"))
def _phq9(course: Timeline, contact: str, points: str) -> None:
    assert _entry(course, contact).phq9_change == int(points)
