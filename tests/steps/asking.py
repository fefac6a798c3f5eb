"""When and then, asking why: a rule explained on a case, why something is not proposed, and what would change an answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pytest_bdd import parsers, then, when

from ipt_rules import Case, Rulebook, explain, recommend
from ipt_rules.explaining import ANSWERS, Condition, Explanation
from ipt_rules.turning import Turn, Turning, apply, what_would_change
from ipt_rules.turning_questions import of_recommendation, question_of
from ipt_rules.why_not_named import Waiting, named, why_not_named
from steps.recommendation import the_case
from steps.story import Story

SAID = {"yes": "yes", "no": "no", "not known": "not-known"}
assert set(SAID.values()) == set(ANSWERS.values())


def last_day(case: Case) -> date:
    """The day of the latest contact."""
    return max([case.intake.date, *(one.date for one in case.sessions)])


# Explained


@when(parsers.parse("the rule {rule} is explained"), target_fixture="explanation")
def _explained(story: Story, given_case: str, rulebook: Rulebook, rule: str) -> Explanation:
    case = the_case(story, given_case)
    return explain(case, rulebook, rule, last_day(case))


@then(parsers.re(r"the rule (?P<speaks>speaks|is silent)"))
def _speaks(explanation: Explanation, speaks: str) -> None:
    assert explanation.fires == (speaks == "speaks")


def _condition(explanation: Explanation, words: str) -> Condition:
    told = [one for way in explanation.ways for part in way.parts for one in part.conditions]
    found = [one for one in told if words in one.asks]
    assert found, [one.asks for one in told]
    return found[0]


@then(parsers.re(r'"(?P<words>[^"]+)" is (?P<answer>yes|no|not known)'))
def _answered(explanation: Explanation, words: str, answer: str) -> None:
    assert _condition(explanation, words).answer == SAID[answer]


@then(parsers.parse('the case says "{value}" for "{words}", at {place}'))
def _found(explanation: Explanation, value: str, words: str, place: str) -> None:
    one = _condition(explanation, words)
    assert (one.value, one.places, one.stands) == (value, (place,), True)


@then(parsers.parse('"{words}" would stand at {place}'))
def _would_stand(explanation: Explanation, words: str, place: str) -> None:
    one = _condition(explanation, words)
    assert (one.value, one.places, one.stands) == (None, (place,), False)


@when(parsers.parse("it is asked why {name} is not proposed"), target_fixture="waiting")
def _why_not(story: Story, given_case: str, rulebook: Rulebook, name: str) -> tuple[Waiting, ...]:
    case = the_case(story, given_case)
    meant = named(name, rulebook)
    return why_not_named(case, rulebook, meant.sort, meant.key, last_day(case)).rules


@then(parsers.re(r"the rule (?P<rule>\S+) could say it, and (?P<answer>does|does not|waits for what is not known)"))
def _could_say(waiting: Sequence[Waiting], rule: str, answer: str) -> None:
    found = next(one for one in waiting if one.rule_id == rule)
    assert found.answer == {"does": "yes", "does not": "no"}.get(answer, "not-known")


# What would change it


@when(parsers.parse("it is asked what would change {what}"), target_fixture="turning")
def _turning(story: Story, given_case: str, rulebook: Rulebook, what: str) -> Turning:
    case = the_case(story, given_case)
    return what_would_change(case, rulebook, last_day(case), what.removeprefix("the "))


def _named(turns: Sequence[Turn], words: str, value: str) -> list[Turn]:
    """The turns of one change that asks this and has this value."""
    return [
        turn
        for turn in turns
        if len(turn.changes) == 1
        and words in f"{turn.changes[0].about}: {turn.changes[0].asks}"
        and str(turn.changes[0].to).replace("-", " ") == value
    ]


@then(parsers.re(r'a missing answer that changes it is "(?P<words>[^"]+)", when "(?P<value>[^"]+)": "(?P<to>[^"]+)"'))
def _missing(turning: Turning, words: str, value: str, to: str) -> None:
    assert any(to in turn.turns_to for turn in _named(turning.missing, words, value)), turning.missing


@then(parsers.re(r'a recorded answer that changes it is "(?P<words>[^"]+)", when "(?P<value>[^"]+)": "(?P<to>[^"]+)"'))
def _recorded(turning: Turning, words: str, value: str, to: str) -> None:
    assert any(to in turn.turns_to for turn in _named(turning.otherwise, words, value)), turning.otherwise


@then(parsers.parse('no answer about "{words}" is told'))
def _not_told(turning: Turning, words: str) -> None:
    assert turning.turns
    assert not [one for turn in turning.turns for one in turn.changes if words in f"{one.about} {one.asks} {one.place}"]


@then("no recorded answer is told to change it")
def _none_recorded(turning: Turning) -> None:
    assert not turning.otherwise
    assert not turning.recorded_tried


@then("nothing is told to change it")
def _nothing(turning: Turning) -> None:
    assert not turning.turns


@then(parsers.parse("at least {number:d} changes were tried"))
def _tried(turning: Turning, number: int) -> None:
    assert turning.tried >= number


@then("every change that is told does change it")
def _every_change(turning: Turning, story: Story, given_case: str, rulebook: Rulebook, engines: Sequence[str]) -> None:
    """Each is made in the case, and every engine then gives the other answer."""
    case = the_case(story, given_case)
    question = question_of(turning.what, rulebook)
    now = question.outcome(of_recommendation(recommend(case, rulebook, turning.on)))
    assert turning.turns
    for turn in turning.turns:
        for engine in engines:
            after = recommend(apply(case, turn), rulebook, turning.on, engine=engine)
            assert question.turned(now, question.outcome(of_recommendation(after))) == turn.turns_to


@then(parsers.parse('the alert of the rule {rule} waits for "{words}"'))
def _waits(turning: Turning, rule: str, words: str) -> None:
    found = [one.until for one in turning.closings if one.rule_id == rule]
    assert any(words in until for until in found), found
