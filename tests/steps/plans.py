"""Then: what the plans hold, ask and wait for. A step about a part is followed by steps about what that part says."""

from __future__ import annotations

from pytest_bdd import parsers, then

from ipt_rules import Recommendation
from ipt_rules.plans import Plan, PlanPart

STATES = {
    "filled": "filled",
    "filled in part": "partly",
    "open": "missing",
    "not needed": "not-needed",
    "not due yet": "not-yet",
}


def _part(plan: Plan, part: str, state: str) -> PlanPart:
    found = plan.part(part)
    assert found.status == STATES[state], f"{part} is {found.status}; it holds {[one.text for one in found.holds]}"
    return found


@then(parsers.parse("in the formulation the part {part} is {state}"), target_fixture="part")
def _of_formulation(recommendation: Recommendation, part: str, state: str) -> PlanPart:
    return _part(recommendation.plans.formulation, part, state)


@then(parsers.parse("in the relapse plan the part {part} is {state}"), target_fixture="part")
def _of_relapse_plan(recommendation: Recommendation, part: str, state: str) -> PlanPart:
    return _part(recommendation.plans.relapse_prevention, part, state)


@then(parsers.parse("in the maintenance plan the part {part} is {state}"), target_fixture="part")
def _of_maintenance(recommendation: Recommendation, part: str, state: str) -> PlanPart:
    return _part(recommendation.plans.maintenance, part, state)


@then(parsers.parse('the part holds "{text}", stated at {place}'))
def _holds_stated(part: PlanPart, text: str, place: str) -> None:
    told = [(one.text, place) for one in part.holds if one.origin == "stated" for place in one.places]
    assert (text, place) in told, told


@then(parsers.parse('the record offers "{text}" for it, from {place}'))
def _offers(part: PlanPart, text: str, place: str) -> None:
    told = [(one.text, place) for one in part.holds if one.origin == "record" for place in one.places]
    assert (text, place) in told, told


@then(parsers.parse('the part does not hold "{text}"'))
def _does_not_hold(part: PlanPart, text: str) -> None:
    assert not [one.text for one in part.holds if text in one.text]


@then("the part holds nothing")
def _holds_nothing(part: PlanPart) -> None:
    assert not part.holds


@then(parsers.parse('the part asks "{words}"'))
def _asks(part: PlanPart, words: str) -> None:
    assert words in part.ask, part.ask


@then("the part asks nothing")
def _asks_nothing(part: PlanPart) -> None:
    assert not part.ask


@then(parsers.parse('usual is "{words}"'))
def _usual(part: PlanPart, words: str) -> None:
    assert any(words in line for line in part.usual), part.usual


@then(parsers.parse('the part says "{words}" and why'))
def _why(part: PlanPart, words: str) -> None:
    assert words in part.why, part.why


@then(parsers.parse('it is not said that usual is "{words}"'))
def _not_usual(part: PlanPart, words: str) -> None:
    assert not [line for line in part.usual if words in line]


@then(parsers.parse('the relapse plan warns "{words}"'))
def _warns(recommendation: Recommendation, words: str) -> None:
    assert any(words in line for line in recommendation.plans.relapse_prevention.lead)


@then(parsers.parse('the relapse plan does not warn "{words}"'))
def _does_not_warn(recommendation: Recommendation, words: str) -> None:
    assert not any(words in line for line in recommendation.plans.relapse_prevention.lead)
