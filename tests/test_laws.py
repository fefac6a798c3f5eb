"""Laws about safety: a yes never lowers an alert, and only a recorded enquiry or clear screens do. On both matchers."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generated.cases import Whole, generated_cases
from generated.changing import add_session
from generated.choosing import Drawn, Pick, one_of
from generated.mending import mended
from generated.schema import holders, value_of
from ipt_rules.case.session import Session
from ipt_rules.recommendation import Recommendation
from ipt_rules.vocabulary import ALERT_LEVELS
from laws import answer, highest, law, on_both_matchers

SCREEN = ("q1", "q2", "q3", "q4", "q5", "q6", "q6_3m")
SIGNS = (
    "past_attempt",
    "recent_discharge",
    "new_severe_symptoms",
    "clinician_concern",
    "self_injury",
    "self_neglect",
    "not_eating_or_drinking",
    "wish_to_join_the_dead",
    "harm_others",
    "safeguarding",
    "harm_baby_intent",
    "harm_baby_intrusive",
    "psychotic_signs",
)
VIOLENCE = ("now", "fear")
OF_DIAGNOSIS = ("psychosis", "mania_now", "catatonia", "withdrawal_risk", "bipolar")
OF_PATIENT = ("pregnant", "breast_feeding", "children_at_home")
QUESTIONS = (
    *(("risk", name) for name in SIGNS),
    *(("risk.cssrs", name) for name in SCREEN),
    *(("risk.violence", name) for name in VIOLENCE),
    *(("diagnosis", name) for name in OF_DIAGNOSIS),
)
"""What can be answered with a yes that speaks of danger."""


@on_both_matchers
@law(20)
@given(data=st.data(), made=generated_cases(), question=st.sampled_from(QUESTIONS))
def test_a_positive_risk_answer_never_lowers_the_highest_alert(
    engine: str, data: st.DataObject, made: Whole, question: tuple[str, str]
) -> None:
    """Whatever was recorded, a yes to any question about danger, at any contact, cannot make the answer milder."""
    more = copy.deepcopy(made.data)
    _group(data.draw(st.sampled_from(_contacts(more))), question[0])[question[1]] = "yes"
    assert highest(answer(made, engine, more)) <= highest(answer(made, engine))


@on_both_matchers
@law(10)
@given(data=st.data(), made=generated_cases(), scale=st.sampled_from([("phq9", "9"), ("epds", "10")]))
def test_an_item_about_suicide_above_nought_never_lowers_the_highest_alert(
    engine: str, data: st.DataObject, made: Whole, scale: tuple[str, str]
) -> None:
    """A higher answer to the item about suicide, at any contact where the scale is recorded or was not, raises or keeps.

    The total is left out on both sides: it would have to be another one.
    """
    more = copy.deepcopy(made.data)
    score = _group(data.draw(st.sampled_from(_contacts(more))), f"measures.{scale[0]}")
    score.pop("total", None)
    items = score.setdefault("items", {})
    less = copy.deepcopy(more)
    items[scale[1]] = max(items.get(scale[1]) or 0, data.draw(st.integers(1, 3)))
    assert highest(answer(made, engine, more)) <= highest(answer(made, engine, less))


def _contacts(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [data["intake"], *(data.get("sessions") or ())]


def _group(contact: dict[str, Any], path: str) -> dict[str, Any]:
    """A group of a contact, made when it is not there; background stands in what a session learned."""
    place = contact.setdefault("learned", {}) if path == "diagnosis" and "number" in contact else contact
    for name in path.split("."):
        if not place.get(name):
            place[name] = {}
        place = place[name]
    return place


SAYS_DANGER = frozenset({"risk", "measures", "learned", "number", "date"})
"""What of a session an enquiry, a questionnaire or a denial is recorded in; numbers and days are given."""


@on_both_matchers
@law(15)
@given(data=st.data(), made=generated_cases())
def test_only_an_enquiry_or_clear_screens_lower_the_highest_alert(
    engine: str, data: st.DataObject, made: Whole
) -> None:
    """Sessions that ask nothing about danger, whatever else they tell, leave the highest alert where it was.

    The sessions are held or missed, and tell of anything but risk, questionnaires and corrections of the background.
    """
    more = copy.deepcopy(made.data)
    pick = Drawn(data.draw)
    for _ in range(1 + pick.below(3)):
        add_session(pick, more, _without_danger(pick, more))
    mended(more)
    last = _contacts(more)[-1]["date"]
    then = made._replace(on=max(made.on, type(made.on).fromisoformat(last)))
    assert highest(answer(then, engine, more)) <= highest(answer(made, engine))


@on_both_matchers
@law(10)
@given(data=st.data(), made=generated_cases())
def test_blank_sessions_leave_what_is_said_about_suicide(engine: str, data: st.DataObject, made: Whole) -> None:
    """After sessions in which nothing at all was told, the highest alert about suicide is as high as before."""
    more = copy.deepcopy(made.data)
    pick = Drawn(data.draw)
    for _ in range(1 + pick.below(2)):
        add_session(pick, more, {})
    last = _contacts(mended(more))[-1]["date"]
    then = made._replace(on=max(made.on, type(made.on).fromisoformat(last)))
    assert _about_suicide(answer(then, engine, more)) <= _about_suicide(answer(made, engine))


def _about_suicide(told: Recommendation, without: frozenset[str] = frozenset()) -> int:
    alerts = [one for one in told.alerts if one.content["about"] == "suicide" and one.rule_id not in without]
    levels = [ALERT_LEVELS.index(one.content["level"]) for one in alerts]
    return min(levels, default=len(ALERT_LEVELS))


def _without_danger(pick: Pick, data: dict[str, Any]) -> dict[str, Any]:
    names = [one for one in Session.model_fields if one not in SAYS_DANGER]
    at = next(one for one in holders(data) if one.path == "intake")._replace(model=Session, data={}, path="")
    for _ in range(pick.below(5)):
        name = one_of(pick, names)
        at.data[name] = value_of(pick, data, at, name)
    return at.data


def _without_knowing(contact: dict[str, Any], background: dict[str, Any]) -> None:
    """Every blank of what safety asks, answered with `not known`."""
    risk = _group(contact, "risk")
    groups = (
        (risk, (*SIGNS, "harm_baby_intrusive")),
        (_group(contact, "risk.cssrs"), SCREEN),
        (_group(contact, "risk.violence"), (*VIOLENCE, "asked_alone")),
        (background.setdefault("patient", {}), OF_PATIENT),
        (background.setdefault("diagnosis", {}), OF_DIAGNOSIS),
    )
    for group, names in groups:
        for name in names:
            if group.get(name) is None:
                group[name] = "not-known"


@on_both_matchers
@law(12)
@given(made=generated_cases())
def test_not_known_is_the_same_as_blank_for_every_alert(engine: str, made: Whole) -> None:
    """An answer that is not known neither raises an alert nor takes back what was told at an earlier contact."""
    more = copy.deepcopy(made.data)
    for contact in _contacts(more):
        _without_knowing(contact, contact if contact is more["intake"] else contact.setdefault("learned", {}))
    assert _alerts(answer(made, engine)) == _alerts(answer(made, engine, more))


def _alerts(told: Recommendation) -> set[tuple[str, str, str | None]]:
    return {(one.rule_id, one.content["level"], one.subject) for one in told.alerts}
