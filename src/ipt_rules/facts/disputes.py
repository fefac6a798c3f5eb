"""Facts about conflicts with people and their stage (C3), and what of them is not known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ipt_rules.case.people import Relationship
from ipt_rules.facts.base import Fact, FactKind, Value, make_fact
from ipt_rules.facts.common import unknown
from ipt_rules.facts.dispute_kinds import CONFLICT_PICTURE, DISPUTE
from ipt_rules.facts.dispute_parts import (
    around_onset_values,
    beside_focus,
    enquiry_values,
    events_with_conflict_unnamed,
    expectation_values,
    is_dispute,
    is_over,
    none_found,
    ongoing_betrayal,
    open_separations,
    present,
    role_group,
    said_values,
)
from ipt_rules.facts.dispute_timing import change_values, job_change, parenthood_values, timing_values
from ipt_rules.facts.people import alive, important
from ipt_rules.facts.view import View, yes

UNKNOWNS: Mapping[str, str] = {
    "conflicts-asked": "whether there is a conflict with anybody: not asked, and none is recorded",
    "dispute-expectations": "what each of the two expects of the other, in a conflict",
    "dispute-stage": "the stage of a dispute: renegotiation, impasse or dissolution",
    "dispute-timing": "when a conflict began or became worse",
    "hidden-dispute": "whether signs of giving way or silence stand for a hidden dispute with this person",
    "separation-stage": "whether a separation is still fought over, under way, or accepted by both",
    "conflict-person": "with whom the conflict was that an event came with",
}
KINDS: tuple[FactKind, ...] = (DISPUTE, CONFLICT_PICTURE)


def derive(view: View) -> Iterator[Fact]:
    """The disputes, the picture of conflicts as a whole, and what of them is not known."""
    disputes = [_dispute(view, one) for one in view.people.values() if is_dispute(view, one)]
    yield from disputes
    standing = [one for one in disputes if one.get("over") is False]
    none, place = not standing and none_found(view), view.place("asked.conflicts")
    yield make_fact(CONFLICT_PICTURE, place, disputes=len(standing), none_found=none)
    if view.background.asked.get("conflicts") in (None, "not-known") and not disputes and not none:
        yield unknown("conflicts-asked", place)
    for one in standing:
        yield from _not_known(one)
    yield from _signs_to_ask(view)
    yield from _events_to_ask(view)


def _dispute(view: View, one: Relationship) -> Fact:
    timed = timing_values(view, one)
    values: dict[str, Value | None] = {
        "role": one.role,
        "role_group": role_group(view, one.role),
        "beside_focus": beside_focus(view, one),
        "unimportant": important(view, one.person) is False,
        "betrayal": ongoing_betrayal(view, one),
        **said_values(one),
        **_there_now(view, one),
        **timed,
        **around_onset_values(view, one, timed),
        **expectation_values(view, one),
        **change_values(view, one),
        **parenthood_values(view, one),
        **job_change(view, one),
        **enquiry_values(view, one),
    }
    places = view.place(f"relationships.{one.person}")
    return make_fact(DISPUTE, places, person=one.person, who=view.who(one.person), **values)


def _there_now(view: View, one: Relationship) -> dict[str, Value | None]:
    """Whether it is there, open, or over."""
    now, over, living = present(view, one), is_over(view, one), alive(view, one.person)
    hidden = one.conflict is not None and one.conflict.hidden == "yes"
    return {
        "present": now,
        "overt": now is True and not hidden and not over,
        "over": over,
        "alive": living,
        "other_dead": living is False,
    }


def _not_known(dispute: Fact) -> Iterator[Fact]:
    """What of a dispute that is not over is not known."""
    keys = {"person": str(dispute.get("person")), "who": str(dispute.get("who"))}
    if all(dispute.get(name) is not True for name in ("present", "mismatch", "betrayal")):
        return  # whether there is a dispute at all comes first
    if dispute.get("stage") is None and dispute.get("violence_enquiry") != "told":
        yield unknown("dispute-stage", dispute.places, **keys)
    if dispute.get("mismatch") is None:
        yield unknown("dispute-expectations", dispute.places, **keys)
    if dispute.get("own_timing") is True and dispute.get("timing_known") is False:
        yield unknown("dispute-timing", dispute.places, **keys)


def _signs_to_ask(view: View) -> Iterator[Fact]:
    for one in view.people.values():
        conflict = one.conflict
        if conflict and conflict.hidden_signs and yes(conflict.hidden) is None and not is_over(view, one):
            places = view.place(f"relationships.{one.person}")
            yield unknown("hidden-dispute", places, person=one.person, who=view.who(one.person))


def _events_to_ask(view: View) -> Iterator[Fact]:
    for event in open_separations(view):
        places = view.place(f"life_events.{event.event}")
        who = view.who(event.person)
        yield unknown(
            "separation-stage", places, event=event.event, what=view.what(event), person=event.person, who=who
        )
    for event in events_with_conflict_unnamed(view):
        places = view.place(f"life_events.{event.event}")
        yield unknown("conflict-person", places, event=event.event, what=view.what(event))
