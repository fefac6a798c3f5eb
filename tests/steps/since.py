"""When and then: advice beside what was said at an earlier contact; what is new, what stands, what is gone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pytest_bdd import parsers, then, when

from ipt_rules import Recommendation, Rulebook, recommend
from ipt_rules.recommendation import News, Since
from ipt_rules.since import mark_since
from steps.recommendation import the_case
from steps.story import Story
from steps.timeline import number_of


@when(parsers.re(r"the case is evaluated beside (?P<contact>the intake|session \d+)"), target_fixture="recommendation")
def _evaluated_beside(
    story: Story, given_case: str, contact: str, rulebook: Rulebook, engines: Sequence[str]
) -> Recommendation:
    case = the_case(story, given_case)
    day = max([case.intake.date, *(one.date for one in case.sessions)])
    return mark_since(recommend(case, rulebook, day, engine=engines[0]), case, rulebook, number_of(contact))


def _since(recommendation: Recommendation) -> Since:
    assert recommendation.since is not None
    return recommendation.since


def _summaries(news: tuple[News, ...]) -> list[str]:
    return [one.summary for one in news]


@then(parsers.parse('new is "{words}"'))
def _new(recommendation: Recommendation, words: str) -> None:
    told = _summaries(_since(recommendation).new)
    assert any(words in text for text in told), told


@then(parsers.parse('"{words}" is not new'))
def _not_new(recommendation: Recommendation, words: str) -> None:
    assert not [text for text in _summaries(_since(recommendation).new) if words in text]


@then(parsers.parse('gone is "{words}"'))
def _gone(recommendation: Recommendation, words: str) -> None:
    told = _summaries(_since(recommendation).gone)
    assert any(words in text for text in told), told


@then(parsers.parse('standing as before is "{words}"'))
def _standing(recommendation: Recommendation, words: str) -> None:
    told = _summaries(_since(recommendation).standing)
    assert any(words in text for text in told), told


@then("nothing is new")
def _nothing_new(recommendation: Recommendation) -> None:
    assert not _summaries(_since(recommendation).new)


@then(parsers.parse("the day looked back to is {day}"))
def _day(recommendation: Recommendation, day: str) -> None:
    assert _since(recommendation).date == date.fromisoformat(day)
