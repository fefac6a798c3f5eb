"""The fact `risk`: what stands about suicide on the day, and what bears on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from ipt_rules.facts.base import Fact, Value, make_fact
from ipt_rules.facts.perinatal import perinatal
from ipt_rules.facts.progress import deterioration, enquiry_since
from ipt_rules.facts.risk_kinds import RISK
from ipt_rules.facts.scores import Reading, all_readings, of_scale, other_self_harm_items, self_harm_items
from ipt_rules.facts.screens import LIFETIME, QUESTIONS, RECENT, WISH, Screen, Standing, told
from ipt_rules.facts.view import View, yes

MOST_URGENT_FIRST = ("urgent-answers", "middle-answers", "lower-answers")
"""The groups of answers, for telling when the most urgent one was given."""

ITEM_FIELDS = {"phq9": "item9", "epds": "epds10"}
Values = dict[str, Value | None]


def risk_fact(view: View, found: Sequence[Screen], state: Standing) -> Fact:
    answers = {key: _answer(found, state, key) for key in QUESTIONS}
    measured: Values = {}
    for scale, name in ITEM_FIELDS.items():
        measured |= _item(scale, name, found, state)
    return make_fact(
        RISK,
        _places(state, {**self_harm_items(view), **other_self_harm_items(view)}),
        **{f"cssrs_{key}": answer for key, answer in answers.items()},
        **measured,
        **_other_item(view, found, state),
        **_told(view, state),
        urgent_yes=_any(state, view.group("urgent-answers")),
        middle_yes=_any(state, view.group("middle-answers")),
        wish_to_join_the_dead=_wish(found, state),
        suicidal_signs=_suicidal(found, state),
        something_stands=bool(state.yes or state.items),
        **_phq9(view),
        phq9_open_total=_open_total(view, found),
        **perinatal(view),
        grief_focus=_grief_focus(view),
    )


def _any(state: Standing, keys: Iterable[str]) -> bool:
    return any(key in state.yes for key in keys)


def _answer(found: Sequence[Screen], state: Standing, key: str) -> bool | None:
    """Yes while a yes stands; no when it was denied, or a yes was cleared since.

    What the screener did not ask on its own path (MEA-13) is not denied: it stays unknown, and is not required.
    """
    if key in state.yes:
        return True
    since = state.yes[LIFETIME][-1].at if key == RECENT and LIFETIME in state.yes else 0
    answered = [one.answers[key] for one in found if one.at >= since and key in one.answers]
    of_old = (
        key == LIFETIME and answered and answered[-1] == "yes"
    )  # told again after it was cleared: no news, no denial
    return None if of_old or not answered else False


def _item(scale: str, name: str, found: Sequence[Screen], state: Standing) -> Values:
    recorded = [one for one in found if scale in one.items]
    if not recorded:
        return {f"{name}_stands": False}
    stands = state.items.get(scale, [])
    enquired = max((one.at for one in found if one.complete), default=-1)
    open_ = [one for one in stands if one.at > enquired]
    # Of what nobody enquired into, the highest counts: a lower value later does not take it back.
    shown = max(open_, key=lambda one: (one.items[scale], one.at)) if open_ else (stands or recorded)[-1]
    rises = [later for earlier, later in pairwise(recorded) if later.items[scale] > earlier.items[scale]]
    return {
        name: shown.items[scale],
        f"{name}_rising": any(one in open_ for one in rises) if len(recorded) > 1 else None,
        f"{name}_enquired": not open_ if stands else None,
        f"{name}_stands": bool(stands),
        f"{name}_told": shown.told_by(scale),
    }


def _other_item(view: View, found: Sequence[Screen], state: Standing) -> Values:
    """The highest item about suicide of the other scales, of what nobody enquired into first; nothing while none stands."""
    enquired = max((one.at for one in found if one.complete), default=-1)
    stands = [(one, scale) for scale in other_self_harm_items(view) for one in state.items.get(scale, [])]
    open_ = [one for one in stands if one[0].at > enquired]
    if not stands:
        return {"other_item_stands": False}
    shown, scale = max(open_ or stands, key=lambda one: (one[0].other[one[1]], one[0].at))
    return {
        "other_item": shown.other[scale],
        "other_item_name": view.knowledge.instruments[scale].name,
        "other_item_enquired": not open_,
        "other_item_stands": True,
        "other_item_told": shown.told,
    }


def _told(view: View, state: Standing) -> Values:
    groups = {
        "intent_told": ("q4", "q5"),
        "recent_behaviour_told": (RECENT,),
        "method_told": ("q3",),
        "behaviour_told": (LIFETIME,),
        "thoughts_told": ("q1", "q2"),
        "wish_told": (WISH,),
    }
    words_: Values = {name: _latest(state, keys) for name, keys in groups.items()}
    by_urgency = (_latest(state, view.group(name)) for name in MOST_URGENT_FIRST)
    return {**words_, "told": next((text for text in by_urgency if text), None)}


def _latest(state: Standing, keys: Iterable[str]) -> str | None:
    where = [one for key in keys for one in state.yes.get(key, ())]
    return max(where, key=lambda one: one.at).told if where else None


def _wish(found: Sequence[Screen], state: Standing) -> bool | None:
    if WISH in state.yes:
        return True
    answers = [one.wish for one in found if one.wish in ("yes", "no")]
    return yes(answers[-1]) if answers and answers[-1] == "no" else None


def _suicidal(found: Sequence[Screen], state: Standing) -> bool | None:
    if state.yes or state.items:
        return True
    recorded = [one for one in found if one.recorded or one.items or one.other or one.wish]
    return False if recorded and recorded[-1].clear else None


def _places(state: Standing, numbers: Mapping[str, int]) -> tuple[str, ...]:
    """Where each yes that stands was recorded."""
    answers = [
        f"{one.contact.place}.risk.{'wish_to_join_the_dead' if key == WISH else f'cssrs.{key}'}"
        for key, where in state.yes.items()
        for one in where
    ]
    items = [
        f"{one.contact.place}.measures.{scale}.total"
        if scale in one.by_total
        else f"{one.contact.place}.measures.{scale}.items.{numbers[scale]}"
        for scale, where in state.items.items()
        for one in where
    ]
    return tuple(dict.fromkeys([*answers, *items]))


def _phq9(view: View) -> Values:
    usable = of_scale(all_readings(view), "phq9")
    if not usable:
        return {}
    now = len(usable) > 1 and usable[-1].contact == view.now
    return {
        "phq9_total": usable[-1].total,
        "phq9_rise": usable[-1].points - usable[-2].points if now else None,
        **_sent_in(view, usable),
    }


def _open_total(view: View, found: Sequence[Screen]) -> int | None:
    """The highest PHQ-9 total without an answer to item 9, of those that neither item 9 nor a whole screener followed.

    A session in which nobody asked, or a lower total that leaves the item open again, settles nothing.
    """
    answered = [one.at for one in found if one.complete or ("phq9" in one.items and "phq9" not in one.by_total)]
    settled = max(answered, default=-1)
    readings = of_scale(all_readings(view), "phq9")
    return max((one.total for one in readings if one.total is not None and one.index > settled), default=None)


def _sent_in(view: View, usable: Sequence[Reading]) -> Values:
    """The newest PHQ-9 where it came in with a missed session and is a deterioration; nothing otherwise."""
    last = usable[-1]
    worse = deterioration(view, usable)
    if last.contact.held or worse["deteriorated"] is not True:
        return {}
    return {
        "sent_in_worse": True,
        "sent_in_told": told(last.contact),
        "sent_in_text": worse["deterioration_text"],
        "sent_in_enquired": enquiry_since(view, last),
    }


def _grief_focus(view: View) -> bool:
    agreed = [session.focus_agreed for _, session in view.sessions if session.focus_agreed]
    return bool(agreed) and "grief" in (agreed[-1].area, agreed[-1].second_area)
