"""Whether the time around a birth is now (SAF-25): pregnant, or so many weeks after a birth.

A pregnancy shows in the answer or in a birth that is due; a birth in the weeks told, on the timeline, or in a due date
that has passed. An answer stands until a later yes or no: what is not known takes nothing back.
"""

from __future__ import annotations

from ipt_rules.case.background import Patient
from ipt_rules.case.people import LifeEvent
from ipt_rules.case.record import Contact
from ipt_rules.facts.base import Value
from ipt_rules.facts.signs import learned
from ipt_rules.facts.timing import days_since
from ipt_rules.facts.view import View

DAYS_A_WEEK = 7


def perinatal(view: View) -> dict[str, Value | None]:
    """`perinatal` is yes or unknown, `not_perinatal` is always known."""
    after_birth = days_after_birth(view)
    limit = int(view.parameter("postpartum_weeks")) * DAYS_A_WEEK
    near = after_birth is not None and after_birth <= limit
    past = after_birth is not None and after_birth > limit
    return {
        "perinatal": True if near or pregnant(view) or due_to_come(view) else None,
        "not_perinatal": past and pregnant(view) is False and not perhaps_since(view, limit),
    }


def perhaps_since(view: View, limit: int) -> bool:
    """Whether a birth is told of which neither the month nor the weeks since are, and which may lie within so many days."""
    if (view.background.patient or Patient()).weeks_postpartum is not None:
        return False
    births = (one for one in view.background.life_events if one.type in view.group("births"))
    return any(_may_be_near(view, one, limit) for one in births)


def _may_be_near(view: View, birth: LifeEvent, limit: int) -> bool:
    if birth.date is None:
        return birth.onset_relation != "years-before"
    return birth.date.precision == "year" and (view.on - birth.date.latest).days <= limit


def told_last(view: View, field: str) -> tuple[bool, Contact] | None:
    """The latest yes or no of the patient to one question, and the contact that recorded it."""
    found = None
    for contact in view.contacts:
        background = learned(contact)
        patient = background.patient if background else None
        if patient is not None and getattr(patient, field) in ("yes", "no"):
            found = getattr(patient, field) == "yes", contact
    return found


def pregnant(view: View) -> bool | None:
    told = told_last(view, "pregnant")
    return told[0] if told else None


def expecting(view: View) -> bool:
    """Pregnant as told, or a birth is due where nobody said that there is no pregnancy, and no baby was lost."""
    told = pregnant(view)
    lost = any(event.type in view.group("baby-losses") for event in view.background.life_events)
    return told is True or (told is None and due_to_come(view) and not lost)


def due_to_come(view: View) -> bool:
    due = (view.background.patient or Patient()).due_date
    return due is not None and due.latest >= view.on


def overdue(view: View) -> bool:
    """A due date has passed, and nothing tells whether the baby was born."""
    patient = view.background.patient or Patient()
    passed = patient.due_date is not None and patient.due_date.latest < view.on
    ends = view.group("births") | view.group("baby-losses")
    told = patient.weeks_postpartum is not None or any(one.type in ends for one in view.background.life_events)
    return passed and not told


def days_after_birth(view: View, group: str = "births") -> int | None:
    """Days since the latest birth that is known: from the weeks told at a contact, the timeline, or the due date."""
    found = []
    for contact in view.contacts:
        background = learned(contact)
        if background is not None and background.patient and background.patient.weeks_postpartum is not None:
            told = background.patient.weeks_postpartum * DAYS_A_WEEK
            found.append((view.on - contact.date).days + told)
    for event in view.background.life_events:
        days = days_since(view.on, event.date) if event.type in view.group(group) else None
        if days is not None:
            found.append(days)
    due = (view.background.patient or Patient()).due_date
    if due is not None and overdue(view):
        found.append((view.on - due.latest).days)
    return min((days for days in found if days >= 0), default=None)
