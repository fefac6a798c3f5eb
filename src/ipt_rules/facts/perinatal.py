"""Whether the time around a birth is now (SAF-25): pregnant, or so many weeks after a birth."""

from __future__ import annotations

from ipt_rules.case.background import Patient
from ipt_rules.facts.base import Value
from ipt_rules.facts.signs import learned
from ipt_rules.facts.view import View

DAYS_A_WEEK = 7


def perinatal(view: View) -> dict[str, Value | None]:
    """`perinatal` is yes or unknown, `not_perinatal` is always known."""
    patient = view.background.patient or Patient()
    after_birth = _days_after_birth(view)
    limit = int(view.parameter("postpartum_weeks")) * DAYS_A_WEEK if after_birth is not None else 0
    near = after_birth is not None and after_birth <= limit
    past = after_birth is not None and after_birth > limit
    return {
        "perinatal": True if near or patient.pregnant == "yes" else None,
        "not_perinatal": past and patient.pregnant == "no",
    }


def _days_after_birth(view: View) -> int | None:
    """Days since the latest birth that is known: from the weeks told at a contact, or from the timeline."""
    found = []
    for contact in view.contacts:
        background = learned(contact)
        if background is not None and background.patient and background.patient.weeks_postpartum is not None:
            told = background.patient.weeks_postpartum * DAYS_A_WEEK
            found.append((view.on - contact.date).days + told)
    for event in view.background.life_events:
        if event.type in view.group("births") and event.date is not None and event.date.precision != "year":
            found.append((view.on - event.date.middle).days)
    return min((days for days in found if days >= 0), default=None)
