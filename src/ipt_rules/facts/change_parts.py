"""The parts of a fact about a life change: what it means to the patient, its time beside the onset, what came with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from ipt_rules import vocabulary as words
from ipt_rules.case.people import Conflict, LifeEvent, RoleChange
from ipt_rules.facts.base import Value
from ipt_rules.facts.loss_parts import beside_onset, deaths
from ipt_rules.facts.timing import timing
from ipt_rules.facts.view import View, yes

SIDES: Mapping[str, int] = {
    "long-before": 0,
    "dated-before": 1,
    "told-before": 1,
    "told-around": 2,
    "dated-after": 3,
    "told-after": 3,
}
"""The order in time of the words of BESIDE_ONSET that tell one."""
NOTHING_TOLD = RoleChange.model_construct()

Values = dict[str, Value | None]


def life_changes(view: View) -> tuple[LifeEvent, ...]:
    """The events that are no death; a missing person whose death is accepted as a fact is one (DFX-08)."""
    dead = {event.event for event in deaths(view)}
    return tuple(event for event in view.events.values() if event.event not in dead)


def kind_of_change(view: View, event: LifeEvent) -> str:
    """Which kind of change an event that is no death is of (C6)."""
    return view.sorting("kinds-of-change")[event.type]


def meaning_of(event: LifeEvent) -> RoleChange:
    return event.role_change or NOTHING_TOLD


# What it means


def found_hard(event: LifeEvent) -> bool | None:
    """Whether the patient finds it hard: as told, or felt as a loss, or with any sign; `no` only when told."""
    change = meaning_of(event)
    if "yes" in (change.hard, change.felt_as_loss) or change.signs:
        return True
    return yes(change.hard)


def is_role_change(view: View, event: LifeEvent) -> bool:
    """A change of role by its type; where the type does not say it, by what is recorded with it.

    The end of a relationship that is not let go of is a dispute still (DFX-02), and a pregnancy or birth whose baby has
    died belongs to grief (DFX-04): C6 comes before the scores (FOC-09).
    """
    if ending_values(view, event).get("not_let_go") or baby_died(view, event):
        return False
    kind = kind_of_change(view, event)
    if kind in view.group("role-change-when-said"):
        return found_hard(event) is True or meaning_of(event).leaves_familiar_role == "yes"
    return kind not in view.group("no-role-change")


def sign_values(view: View, event: LifeEvent) -> Values:
    """The signs of TRA-06: how many, in words, and whether the old self is mourned. None of them only when asked."""
    change = meaning_of(event)
    if not change.signs:
        asked = change.signs_asked == "yes"
        return {"signs": 0 if asked else None, "mourns_old_self": False if asked else None}
    signs, one_sided = frozenset(change.signs), view.group("one-sided-view")
    return {
        "signs": len(signs - one_sided) + (not signs.isdisjoint(one_sided)),
        "signs_told": ", ".join(name for sign, name in words.ROLE_CHANGE_SIGN_NAMES.items() if sign in signs),
        "mourns_old_self": not signs.isdisjoint(view.group("mourns-old-self")),
    }


def unresolved(event: LifeEvent) -> bool | None:
    """Still unresolved or going on; settled, or adapted to, is `no`."""
    if event.resolved == "no" or event.goes_on == "yes":
        return True
    settled = "yes" in (event.resolved, meaning_of(event).adapted) or event.goes_on == "no"
    return False if settled else None


# Beside the onset


def timing_values(view: View, event: LifeEvent) -> Values:
    """The timing of the event, with the one word for it and what follows from that word."""
    times = timing(view, event.date, event.onset_relation, event.linked_by)
    beside = beside_onset(view, times)
    return {
        **times,
        "beside_onset": beside,
        "told_near_onset": _told_near(view, beside, bool(times["linked"])),
        "after_onset": None if beside in ("linked-only", "not-known") else beside in ("dated-after", "told-after"),
    }


def _told_near(view: View, beside: str, linked: bool) -> bool | None:
    """A link counts where no date tells, also when the event is only said to lie before the onset."""
    if beside in view.group("told-near-onset"):
        return True
    if beside == "told-before":
        return True if linked else None
    return None if beside == "not-known" else False


# The loss of a baby (DFX-04)


def baby_died(view: View, event: LifeEvent) -> bool:
    """Whether a loss is recorded that can be of the child of this pregnancy or birth."""
    losses = (one for one in view.events.values() if one.type in view.group("baby-losses"))
    return event.type in view.group("new-child") and any(_of_this_child(view, event, loss) for loss in losses)


def _of_this_child(view: View, child: LifeEvent, loss: LifeEvent) -> bool:
    """Not surely before it, nor later than such a loss can be; a lost pregnancy is never of a child that was born."""
    if child.type == "birth" and loss.type == "pregnancy-loss":
        return False
    if child.date is not None and loss.date is not None:
        longest = timedelta(days=int(view.parameter("dispute_pregnancy_days")))
        return child.date.earliest <= loss.date.latest and loss.date.earliest - child.date.latest <= longest
    came, died = (SIDES.get(str(timing_values(view, one)["beside_onset"])) for one in (child, loss))
    return came is None or died is None or (came <= died and (came > 0 or died == 0))


# The end of a relationship (DFX-02)


def ending_values(view: View, event: LifeEvent) -> Values:
    """Whether the end of a relationship is accepted, or still fought over or under way; for such an end only.

    A later dispute with a former partner, over the children for example, does not undo the end: only what is told of
    the end itself counts.
    """
    conflict = _conflict_about(view, event) if event.type in view.group("separations") else None
    if conflict is None:
        return {}
    accepted = yes(conflict.both_accept_end)
    return {"end_accepted": accepted, "not_let_go": False if accepted else _not_let_go(conflict)}


def _conflict_about(view: View, event: LifeEvent) -> Conflict | None:
    """The conflict with the person of the event; where none is named, the one recorded with the event."""
    if event.person is not None:
        person = view.people.get(event.person)
        return person.conflict if person else None
    conflicts = (one.conflict for one in view.people.values() if one.conflict)
    return next((one for one in conflicts if event.event in (one.about_event, one.began_with_event)), None)


def _not_let_go(conflict: Conflict) -> bool | None:
    told = (conflict.hoping_to_restore, conflict.separation_under_way)
    if "yes" in told:
        return True
    return False if all(answer == "no" for answer in told) else None


# What came with it (FOC-16)


def hub_values(view: View, event: LifeEvent) -> Values:
    """Whether other entries came with this event, and which other events did, for reading."""
    events = [other for other in view.events.values() if other.part_of == event.event]
    return {
        "is_hub": True if events or any(_began_with(view, event.event)) else None,
        "brings_changes": True if events else None,
        "brought": ", ".join(str(view.what(other)) for other in events) or None,
    }


def _began_with(view: View, key: str) -> Iterator[bool]:
    yield from (one.conflict.began_with_event == key for one in view.people.values() if one.conflict)
    yield view.background.social is not None and view.background.social.began_with_event == key
