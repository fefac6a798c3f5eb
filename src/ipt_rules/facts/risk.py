"""Facts for safety (A4): what stands about suicide, other signs of danger, violence, the screener, the safety plan.

How an answer stands is in `screens.py` (suicide) and `signs.py` (all else); moments of risk are in `moments.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ipt_rules import vocabulary as words
from ipt_rules.case.contact import SafetyPlan
from ipt_rules.case.record import Contact
from ipt_rules.facts import moments
from ipt_rules.facts.base import Fact, make_fact
from ipt_rules.facts.common import unknown
from ipt_rules.facts.dispute_parts import agreed_foci, family_conflicts, is_dispute
from ipt_rules.facts.phase import adult
from ipt_rules.facts.risk_kinds import KINDS as RISK_KINDS
from ipt_rules.facts.risk_kinds import RISK_SIGN, SAFETY_PLAN, SCREENER, VIOLENCE, VIOLENCE_ENQUIRY
from ipt_rules.facts.risk_kinds import UNKNOWNS as UNKNOWNS
from ipt_rules.facts.screens import RECENT, Screen, cleared_by_screens, screens, standing, told
from ipt_rules.facts.signs import SIGNS, Threat, signs, threats, violence_answered, violence_denied
from ipt_rules.facts.suicide import risk_fact
from ipt_rules.facts.timing import timing
from ipt_rules.facts.view import View, days_text, measures_of, risk_of, yes

KINDS = (*RISK_KINDS, *moments.KINDS)
OF_VIOLENCE = "violence"
NOBODY_NAMED = "somebody not named"
SAFER = "safer-surroundings"
"""The part of a safety plan that is read first among those missing: the means may be at hand."""


def derive(view: View) -> Iterator[Fact]:
    """The facts of this module for one case on one day."""
    found = screens(view)
    state = standing(view, found)
    risk = risk_fact(view, found, state)
    yield risk
    yield from _signs(view)
    yield from _violence(view)
    yield make_fact(VIOLENCE_ENQUIRY, (), state=_violence_enquiry(view))
    if view.wants((SCREENER,)):
        yield from _screener(view, found)
    if view.wants((SAFETY_PLAN,)):
        yield from _safety_plan(view)
    if view.wants(moments.KINDS):
        yield from moments.derive(view, moments.asked_at(view))
    yield from _unknowns(view, found, risk)


def cleared(view: View, about: str, person: str | None, start: int, at: int) -> bool:
    """Whether an alert about `about`, first given at the contact `start` and again up to `at`, is cleared by the day.

    Violence and the signs are cleared by a later no, everything else by clear screens in a row (SAF-14). Contacts are
    counted in order.
    """
    if about == OF_VIOLENCE:
        return all(one.person != person for one in threats(view))
    if about in SIGNS:
        return any(one.sign == about and not one.present for one in signs(view))
    return cleared_by_screens(view, start, at)


def _signs(view: View) -> Iterator[Fact]:
    for one in signs(view):
        days = (view.on - one.contact.date).days
        yield make_fact(
            RISK_SIGN,
            one.place,
            sign=one.sign,
            present=one.present,
            name=one.name,
            told=told(one.contact),
            days_ago=days,
            ago=days_text(days),
        )


def _violence(view: View) -> Iterator[Fact]:
    for one in threats(view):
        yield make_fact(
            VIOLENCE,
            one.places,
            person=one.person,
            who=view.who(one.person) or NOBODY_NAMED,
            now=one.now,
            fear=one.fear,
            disclosed=one.disclosed,
            told=told(one.contact),
            children_at_home=_children_at_home(view),
        )


def _violence_enquiry(view: View) -> str:
    if any(threats(view)):
        return "told"
    open_ = any(not violence_answered(view, person) for person in family_conflicts(view))
    return "asked" if violence_denied(view) and not open_ else "to-ask"


def _children_at_home(view: View) -> bool | None:
    """As recorded; a child of the inventory who lives in the home says yes."""
    if any(one.role in view.group("children") and one.lives_with == "yes" for one in view.background.relationships):
        return True
    patient = view.background.patient
    return yes(patient.children_at_home) if patient else None


def _screener(view: View, found: Sequence[Screen]) -> Iterator[Fact]:
    recorded = [one for one in found if one.recorded]
    if not recorded:
        return
    latest = recorded[-1]
    topics = {one.key: one.topic for one in view.knowledge.instruments["cssrs"].questions}
    yield make_fact(
        SCREENER,
        f"{latest.contact.place}.risk.cssrs",
        session=latest.contact.number,
        complete=latest.complete,
        missing="; ".join(_question(key, topics[key]) for key in latest.missing) or "none",
        told=latest.told,
    )


def _question(key: str, topic: str) -> str:
    number, _, recent = key[1:].partition("_")
    return f"question {number} ({topic}{', in the last three months' if recent else ''})"


def _safety_plan(view: View) -> Iterator[Fact]:
    recorded = [(contact.place, plan) for contact in view.contacts if (plan := _plan_told(contact))]
    if not recorded:
        return
    exists, parts = False, set[str]()
    for _, plan in recorded:
        exists = plan.exists != "no"
        parts = parts | set(plan.parts) if exists else set()
    missing = sorted((part for part in words.SAFETY_PLAN_PARTS if part not in parts), key=lambda part: part != SAFER)
    yield make_fact(
        SAFETY_PLAN,
        f"{recorded[-1][0]}.risk.safety_plan",
        exists=exists,
        complete=exists and not missing,
        missing=", ".join(part.replace("-", " ") for part in missing) or "none",
    )


def _plan_told(contact: Contact) -> SafetyPlan | None:
    """What one contact says of the safety plan: that there is one, its parts, or that there is none."""
    risk = risk_of(contact)
    plan = risk.safety_plan if risk else None
    return plan if plan is not None and (plan.exists in ("yes", "no") or plan.parts) else None


def _unknowns(view: View, found: Sequence[Screen], risk: Fact) -> Iterator[Fact]:
    now = view.contacts.index(view.now)
    here, lately = view.now.place, found[now:]
    if not any(at >= now for at in moments.asked_at(view)):
        yield unknown("risk-asked", f"{here}.risk.asked_directly")
    if not any(one.complete for one in lately):
        yield unknown("cssrs-complete-this-session", f"{here}.risk.cssrs")
    yield from _unknown_items(lately)
    if risk.get("cssrs_q6") and risk.get("cssrs_q6_3m") is None:
        yield unknown("recent-suicidal-behaviour", risk.places)
    yield from _unknown_attempt(view, found, risk)
    if all(one.wish not in ("yes", "no") for one in found):
        yield unknown("wish-to-join-the-dead", f"{here}.risk.wish_to_join_the_dead")
    if all(one.wish not in ("yes", "no") for one in lately):
        yield unknown("wish-to-join-the-dead-now", f"{here}.risk.wish_to_join_the_dead")
    yield from _unknown_violence(view)
    if all(_plan_told(one) is None for one in view.contacts):
        yield unknown("safety-plan", f"{here}.risk.safety_plan")


def _unknown_attempt(view: View, found: Sequence[Screen], risk: Fact) -> Iterator[Fact]:
    """An attempt told outside the screener, whose recency no screener since has settled."""
    for one in signs(view):
        dated = any(RECENT in screen.answers for screen in found[one.at :])
        if one.sign == "past-attempt" and one.present and not dated and not risk.get("cssrs_q6"):
            yield unknown("past-attempt-time", one.place)


def _unknown_items(lately: Sequence[Screen]) -> Iterator[Fact]:
    """The items left blank in the session now, or in what was sent in since."""
    for scale, topic in (("phq9", "item-9"), ("epds", "epds-item-10")):
        for one in lately:
            measures = measures_of(one.contact)
            recorded = scale in one.items and scale not in one.by_total
            if measures is not None and getattr(measures, scale) is not None and not recorded:
                yield unknown(topic, f"{one.contact.place}.measures.{scale}")


def _unknown_violence(view: View) -> Iterator[Fact]:
    for person in family_conflicts(view):
        if not violence_answered(view, person):
            yield unknown("violence", view.place(f"relationships.{person}"), person=person, who=view.who(person))
    if _dispute_with_nobody_named(view) and not violence_answered(view, None):
        yield unknown("violence", view.now.place, who=NOBODY_NAMED)
    yield from _unknown_after_leaving(view)
    threatened = list(threats(view))
    if threatened and adult(view) is False and not _safeguarding_asked(view, threatened):
        yield unknown("safeguarding-of-patient", [place for one in threatened for place in one.places])
    children = _children_at_home(view)
    if threatened and children is None:
        yield unknown("children-at-home", [place for one in threatened for place in one.places])
    if threatened and children and not _safeguarding_asked(view, threatened):
        yield unknown("safeguarding", [place for one in threatened for place in one.places])


def _unknown_after_leaving(view: View) -> Iterator[Fact]:
    """Violence that was left, not long before the onset, and nobody asked alone how it is now."""
    for event in view.events.values():
        if event.type == "leaving-violence" and not violence_answered(view, event.person):
            when = timing(view, event.date, event.onset_relation, event.linked_by)
            who = view.who(event.person) or NOBODY_NAMED
            if when["long_before_onset"] is not True:
                place = view.place(f"life_events.{event.event}")
                yield unknown("violence-after-leaving", place, person=event.person, who=who)


def _dispute_with_nobody_named(view: View) -> bool:
    """A dispute was agreed as a focus, and the record does not say with whom: it may be a partner."""
    unnamed = any(area == "role-dispute" and about not in view.people for area, about in agreed_foci(view))
    return unnamed and not any(is_dispute(view, one) for one in view.people.values())


def _safeguarding_asked(view: View, threatened: Sequence[Threat]) -> bool:
    """Whether the question was answered at or after the contact that told of the violence."""
    last: dict[str, date] = {one.sign: one.contact.date for one in signs(view)}
    return "safeguarding" in last and last["safeguarding"] >= max(one.contact.date for one in threatened)
