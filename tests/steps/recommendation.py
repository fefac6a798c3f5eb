"""When and then: the case is evaluated, and what is said about it is read. A scenario's rule is the one of its tag."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from pytest_bdd import parsers, then, when

from compared import engines_compared
from ipt_rules import Case, Finding, Recommendation, Rulebook, recommend
from ipt_rules.matching import engine_names
from ipt_rules.vocabulary import AREA_NAMES
from steps.story import Story, words_list

CASES = Path(__file__).resolve().parent.parent.parent / "cases"


@pytest.fixture
def rule_id(request: pytest.FixtureRequest) -> str:
    """The rule that the scenario specifies, from its tag."""
    marker = request.node.get_closest_marker("rule")
    assert marker is not None, "this step needs the tag @rule:.. on the scenario or its Rule"
    return str(marker.kwargs["id"])


def _all(recommendation: Recommendation) -> list[Finding]:
    return [*recommendation.findings, *(held.finding for held in recommendation.held)]


def _texts(finding: Finding) -> list[str]:
    """What a finding says: its summary, its reason, what to consider, and its question."""
    asked = [str(finding.content["question"])] if finding.conclusion == "ask" else []
    return [finding.summary, finding.rationale, *finding.consider, *asked]


def of_rule(recommendation: Recommendation, rule: str) -> list[Finding]:
    """All that a rule says, held back or not."""
    return [finding for finding in _all(recommendation) if finding.rule_id == rule]


@pytest.fixture
def engines() -> tuple[str, ...]:
    """The engines that are asked, the default one first."""
    return tuple(engine_names())


def _advice(case: Case, rulebook: Rulebook, day: date, engines: Sequence[str]) -> Recommendation:
    """The answer of the default engine, every engine seen to match the same on the way."""
    with engines_compared(engines):
        return recommend(case, rulebook, day, engine=engines[0])


@when("the case is evaluated", target_fixture="recommendation")
def _evaluated(story: Story, given_case: str, rulebook: Rulebook, engines: Sequence[str]) -> Recommendation:
    case = the_case(story, given_case)
    return _advice(case, rulebook, max([case.intake.date, *(one.date for one in case.sessions)]), engines)


@when(parsers.parse("the case is evaluated on {day}"), target_fixture="recommendation")
def _evaluated_on(
    story: Story, given_case: str, day: str, rulebook: Rulebook, engines: Sequence[str]
) -> Recommendation:
    return _advice(the_case(story, given_case), rulebook, date.fromisoformat(day), engines)


def the_case(story: Story, name: str) -> Case:
    """The case of that name in the folder `cases`; without a name the one that was told."""
    return Case.from_file(CASES / f"{name}.yaml") if name else story.case()


# The rule of the scenario


@then(parsers.parse('it says "{words}"'))
def _says(recommendation: Recommendation, rule_id: str, words: str) -> None:
    told = of_rule(recommendation, rule_id)
    assert told, f"the rule {rule_id} says nothing; said: {sorted({f.rule_id for f in _all(recommendation)})}"
    texts = [text for one in told for text in _texts(one)]
    assert any(words in text for text in texts), f"{rule_id} says: {texts}"


@then("it says nothing of this")
def _silent(recommendation: Recommendation, rule_id: str) -> None:
    told = of_rule(recommendation, rule_id)
    assert not told, f"{rule_id} says: {[finding.summary for finding in told]}"


@then(parsers.parse('it does not say "{words}"'))
def _does_not_say(recommendation: Recommendation, words: str) -> None:
    assert not [f.rule_id for f in _all(recommendation) if words in f.summary or words in f.rationale]


@then(parsers.parse("this is about {person}"))
def _about(recommendation: Recommendation, rule_id: str, person: str) -> None:
    assert person in {value for f in of_rule(recommendation, rule_id) for value in (f.subject, f.person)}


@then(parsers.parse("it rests on {place}"))
def _rests_on(recommendation: Recommendation, rule_id: str, place: str) -> None:
    places = {place for f in of_rule(recommendation, rule_id) for used in f.facts for place in used.places}
    assert place in places, f"it rests on {sorted(places)}"


@then(parsers.parse('done is "{item}"'))
def _done(recommendation: Recommendation, rule_id: str, item: str) -> None:
    assert item in [one for f in of_rule(recommendation, rule_id) for one in f.done]


@then(parsers.parse('open is "{item}"'))
def _open(recommendation: Recommendation, rule_id: str, item: str) -> None:
    assert item in [one for f in of_rule(recommendation, rule_id) for one in f.open]


# Alerts and what is held


@then(parsers.re(r"there is an alert of level (?P<level>1|2|3|caution)"))
def _alert(recommendation: Recommendation, level: str, request: pytest.FixtureRequest) -> None:
    marker = request.node.get_closest_marker("rule")
    alerts = [f for f in recommendation.alerts if marker is None or f.rule_id == marker.kwargs["id"]]
    assert level in [f.content["level"] for f in alerts], [
        f"{f.rule_id} {f.content['level']}" for f in recommendation.alerts
    ]


@then(parsers.re(r"the highest alert is of level (?P<level>1|2|3|caution)"))
def _highest(recommendation: Recommendation, level: str) -> None:
    assert recommendation.alerts
    assert recommendation.alerts[0].content["level"] == level


@then("there is no alert")
def _no_alert(recommendation: Recommendation) -> None:
    assert not recommendation.alerts, [f.rule_id for f in recommendation.alerts]


@then("technique advice is held back")
def _held(recommendation: Recommendation) -> None:
    assert recommendation.held or recommendation.blocked_techniques
    assert not recommendation.techniques


# Focus


@then(parsers.parse("the recommended focus is {area}"))
def _recommended(recommendation: Recommendation, area: str) -> None:
    _status(recommendation, "recommended", area)


@then(parsers.parse("the agreed focus is {area}"))
def _agreed(recommendation: Recommendation, area: str) -> None:
    _status(recommendation, "agreed", area)


@then(parsers.parse("the record leans towards {area}"))
def _leans(recommendation: Recommendation, area: str) -> None:
    _status(recommendation, "lean", area)


def _status(recommendation: Recommendation, status: str, area: str) -> None:
    focus = recommendation.focus
    scores = {one.area: one.score for one in focus.candidates}
    assert (focus.status, focus.primary) == (status, area.replace(" ", "-")), scores


@then(parsers.parse("the choice is open between {areas}"))
def _tie(recommendation: Recommendation, areas: str) -> None:
    wanted = tuple(area.replace(" ", "-") for area in words_list(areas))
    assert (recommendation.focus.status, recommendation.focus.tied) == ("tie", wanted)


@then("no focus is recommended")
def _none(recommendation: Recommendation) -> None:
    assert recommendation.focus.status in ("none", "lean")


@then(parsers.parse("the second focus offered is {area}"))
def _second(recommendation: Recommendation, area: str) -> None:
    assert recommendation.focus.secondary == area.replace(" ", "-")


@then(parsers.parse("the confidence is {confidence}"))
def _confidence(recommendation: Recommendation, confidence: str) -> None:
    assert recommendation.focus.confidence == confidence, recommendation.focus.confidence_reasons


@then(
    parsers.parse(
        "the arguments add up to grief {grief:d}, dispute {dispute:d}, transition {transition:d}, deficits {deficits:d}"
    )
)
def _scores(recommendation: Recommendation, grief: int, dispute: int, transition: int, deficits: int) -> None:
    scores = {one.area: one.score for one in recommendation.focus.candidates}
    assert scores == dict(zip(AREA_NAMES, (grief, dispute, transition, deficits), strict=True)), [
        (a.rule_id, a.points) for one in recommendation.focus.candidates for a in one.arguments
    ]


# Techniques


@then(parsers.parse("the techniques suggested are {techniques}"))
def _techniques(recommendation: Recommendation, techniques: str) -> None:
    assert [one.id for one in recommendation.techniques] == list(words_list(techniques))


@then(parsers.re(r"(?P<technique>TEC-\d\d) is suggested"))
def _suggested(recommendation: Recommendation, technique: str) -> None:
    assert technique in [one.id for one in recommendation.techniques], [one.id for one in recommendation.techniques]


@then(parsers.re(r"(?P<technique>TEC-\d\d) is suggested with regard to (?P<person>\S+)"))
def _suggested_with(recommendation: Recommendation, technique: str, person: str) -> None:
    offered = [one.person or "nobody" for one in recommendation.techniques if one.id == technique]
    assert person in offered, offered


@then(parsers.re(r"(?P<technique>TEC-\d\d) is not suggested"))
def _not_suggested(recommendation: Recommendation, technique: str) -> None:
    assert technique not in [one.id for one in recommendation.techniques]


@then(parsers.re(r"(?P<technique>TEC-\d\d) is blocked"))
def _blocked(recommendation: Recommendation, technique: str) -> None:
    assert technique in [one.id for one in recommendation.blocked_techniques], [
        o.id for o in recommendation.blocked_techniques
    ]


@then(parsers.re(r'of (?P<technique>TEC-\d\d) it is said "(?P<words>[^"]+)"'))
def _said_of(recommendation: Recommendation, technique: str, words: str) -> None:
    """What is said of a technique beside its description: how it went lately, or why it is kept back."""
    both = (*recommendation.techniques, *recommendation.blocked_techniques)
    told = [text for one in both if one.id == technique for text in (one.lately or "", *one.blocked_why)]
    assert any(words in text for text in told), f"of {technique} it is said: {told}"
