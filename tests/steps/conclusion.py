"""Then: what the rule of the scenario concludes, beside its words: what an alert holds, how an argument counts, and the like."""

from __future__ import annotations

from typing import Any

from pytest_bdd import parsers, then

from ipt_rules import Recommendation
from steps.recommendation import of_rule
from steps.story import words_list

_SIDE = {"for": "argues_for", "against": "argues_against"}
_WEIGHTS = "(?P<weight>strong|moderate|weak)"


def _contents(recommendation: Recommendation, rule: str) -> list[dict[str, Any]]:
    """The conclusions of a rule, each with its kind as `conclusion`."""
    found = of_rule(recommendation, rule)
    assert found, f"the rule {rule} says nothing"
    return [{"conclusion": one.conclusion, **one.content} for one in found]


def _each(recommendation: Recommendation, rule: str, **wanted: Any) -> None:
    """Every conclusion of the rule has these values."""
    for content in _contents(recommendation, rule):
        has = {name: content.get(name) for name in wanted}
        assert has == wanted, f"{rule} concludes {has}"


@then("it holds back all technique advice")
def _holds_all(recommendation: Recommendation, rule_id: str) -> None:
    _each(recommendation, rule_id, holding="all")


@then("it holds back no technique advice")
def _holds_none(recommendation: Recommendation, rule_id: str) -> None:
    _each(recommendation, rule_id, holding="none")


@then(parsers.re(r"it holds back (?P<held>(?!all |no ).+)"))
def _holds(recommendation: Recommendation, rule_id: str, held: str) -> None:
    _each(recommendation, rule_id, holding="listed", held=tuple(words_list(held)))


@then(parsers.parse("the answer is needed for {purpose}"))
def _needed_for(recommendation: Recommendation, rule_id: str, purpose: str) -> None:
    _each(recommendation, rule_id, needed_for=purpose)


@then(parsers.re(rf"this is a {_WEIGHTS} argument (?P<side>for|against) (?P<area>[a-z ]+)"))
def _argument(recommendation: Recommendation, rule_id: str, weight: str, side: str, area: str) -> None:
    _each(recommendation, rule_id, conclusion=_SIDE[side], weight=weight, area=area.replace(" ", "-"))


@then(parsers.parse("it counts once among the arguments of {kind}"))
def _counts_as(recommendation: Recommendation, rule_id: str, kind: str) -> None:
    _each(recommendation, rule_id, counts_as=kind)


@then(parsers.parse("it counts among the arguments of {group}, which are limited together"))
def _cap_group(recommendation: Recommendation, rule_id: str, group: str) -> None:
    _each(recommendation, rule_id, cap_group=group)


@then(parsers.parse("it is tied to {key}"))
def _link(recommendation: Recommendation, rule_id: str, key: str) -> None:
    assert key in [content.get("link") for content in _contents(recommendation, rule_id)]


@then(parsers.re(rf"this is a {_WEIGHTS} reason (?P<verdict>for|against) the course (?P<course>\S+)"))
def _fits(recommendation: Recommendation, rule_id: str, weight: str, verdict: str, course: str) -> None:
    _each(recommendation, rule_id, verdict=verdict, weight=weight, course=course)


@then(parsers.re(r"of the phase it says (?P<status>\S+?)(, from (?P<before>\S+?))?(, to (?P<after>\S+?))?"))
def _phase(recommendation: Recommendation, rule_id: str, status: str, before: str | None, after: str | None) -> None:
    _each(recommendation, rule_id, **{"status": status, "from": before, "to": after})


@then(parsers.parse("of the plan it says {status}"))
def _plan(recommendation: Recommendation, rule_id: str, status: str) -> None:
    _each(recommendation, rule_id, conclusion="plan", status=status)


@then(parsers.parse("the list shown is {checklist}"))
def _checklist(recommendation: Recommendation, rule_id: str, checklist: str) -> None:
    _each(recommendation, rule_id, checklist=checklist)


@then(parsers.re(r"of the choice it says (?P<role>[a-z]+)"))
def _choice(recommendation: Recommendation, rule_id: str, role: str) -> None:
    _each(recommendation, rule_id, role=role)


@then(parsers.re(r"of the choice it says (?P<role>[a-z]+), for (?P<area>[a-z ]+)"))
def _choice_of(recommendation: Recommendation, rule_id: str, role: str, area: str) -> None:
    _each(recommendation, rule_id, role=role, area=area.replace(" ", "-"))


@then(parsers.parse("the stage of the dispute is {stage}"))
def _stage(recommendation: Recommendation, rule_id: str, stage: str) -> None:
    _each(recommendation, rule_id, stage=stage)


@then(parsers.parse("it suggests {techniques}, in this order"))
def _suggests(recommendation: Recommendation, rule_id: str, techniques: str) -> None:
    _each(recommendation, rule_id, conclusion="suggest", techniques=tuple(words_list(techniques)))


@then(parsers.parse("it keeps back {techniques}"))
def _keeps_back(recommendation: Recommendation, rule_id: str, techniques: str) -> None:
    _each(recommendation, rule_id, conclusion="block", techniques=tuple(words_list(techniques)))
