"""What is known of single people, for every module that speaks of them: who is close, alive, important, family."""

from __future__ import annotations

from ipt_rules import vocabulary as words
from ipt_rules.case.people import LifeEvent, Relationship
from ipt_rules.facts.view import View, yes


def alive(view: View, person: str) -> bool | None:
    """Whether the person is alive: as recorded; a death recorded of this person says no."""
    if any(event.type == "death" and event.person == person for event in view.background.life_events):
        return False
    known = view.people.get(person)
    return yes(known.alive) if known else None


def who_died(view: View, event: LifeEvent) -> str | None:
    """Who died, by key. With a baby that died, a person who can be no baby is the one who shares the loss."""
    known = view.people.get(event.person) if event.person else None
    if known is None or known.role is None or event.type not in view.group("baby-losses"):
        return event.person
    return event.person if known.role in view.group("baby-roles") else None


def dead_person(view: View, event: LifeEvent) -> str:
    """Who died, for reading; where no person is recorded, a word for whom."""
    known = view.who(who_died(view, event))
    if known is not None:
        return known
    if event.type in view.group("baby-losses"):
        return "the baby"
    return "the pet" if event.type == "death-of-pet" else "the person who died"


def important(view: View, person: str) -> bool | None:
    """Close family by role, close by rating, called important, or linked to the low mood by the patient.

    Otherwise `no` only when the patient said so: a blank is not an answer.
    """
    known = view.people.get(person)
    if known is not None and (close(view, known) or known.important == "yes"):
        return True
    if _linked_by_patient(view, person):
        return True
    return False if known is not None and known.important == "no" else None


def close(view: View, one: Relationship) -> bool:
    """Close family by role, or close by rating."""
    return one.role in view.group("close-family") or one.closeness in view.group("close")


def _linked_by_patient(view: View, person: str) -> bool:
    events = (event for event in view.background.life_events if event.person == person)
    if any("patient" in event.linked_by or event.important_to_patient == "yes" for event in events):
        return True
    known = view.people.get(person)
    return bool(known and known.conflict and "patient" in known.conflict.linked_by)


def present(view: View, one: Relationship) -> bool:
    """Belongs to the life of today: not known to be dead, and not a relationship of the past."""
    return alive(view, one.person) is not False and one.past != "yes"


def by_closeness(view: View) -> tuple[Relationship, ...]:
    """The people of today, the closest first; where closeness is not known, important people come first."""
    now = [one for one in view.background.relationships if present(view, one)]
    return tuple(sorted(now, key=lambda one: _place(view, one)))


def _place(view: View, one: Relationship) -> tuple[int, bool]:
    rank = words.CLOSENESS.index(one.closeness) if one.closeness else len(view.group("close"))
    return rank, important(view, one.person) is not True


def less_contact(one: Relationship) -> bool | None:
    """Whether contact became rarer than before the episode."""
    return _further(words.CONTACT, one.contact, one.contact_before)


def _further(scale: tuple[str, ...], now: str | None, other: str | None) -> bool | None:
    if now is None or other is None:
        return None
    return scale.index(now) > scale.index(other)


def described(one: Relationship) -> bool:
    """Has role, closeness and quality (INI-21)."""
    return not undescribed(one)


def undescribed(one: Relationship) -> tuple[str, ...]:
    """Which of role, closeness and quality are not recorded, in words."""
    return tuple(
        name
        for name, told in (("role", one.role), ("closeness", one.closeness), ("what is good or hard", has_quality(one)))
        if not told
    )


def has_quality(one: Relationship) -> bool:
    """Something is recorded of what is good or hard with this person, a conflict included."""
    conflict = one.conflict is not None and one.conflict.present == "yes"
    return bool(one.good or one.bad or conflict)


def has_expectations(one: Relationship) -> bool:
    """What each expects of the other is recorded on both sides."""
    return bool(one.expect_self and one.expect_other)
