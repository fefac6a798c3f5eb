"""The questionnaires that the ending and maintenance rest on: those of the ending itself, while they are valid."""

from __future__ import annotations

from collections.abc import Sequence

from ipt_rules.case.record import Contact
from ipt_rules.facts.phase import maintenance_accepted, phase_of, planned_sessions, split
from ipt_rules.facts.scores import Reading, of_scale, readings, valid_today
from ipt_rules.facts.view import View


def of_course(view: View, scale: str) -> tuple[Reading, ...]:
    """The usable readings of one questionnaire so far, in order."""
    return of_scale(readings(view), scale)


def last_phq9(view: View) -> Reading | None:
    """The newest usable PHQ-9 when it is valid today and belongs to the ending or to maintenance, else None."""
    return last_of(view, of_course(view, "phq9"))


def last_of(view: View, found: Sequence[Reading]) -> Reading | None:
    """The newest of these when it is valid today (MEA-08) and belongs to the ending or to what follows, else None."""
    if not found or not valid_today(view, found[-1]):
        return None
    return found[-1] if in_ending(view, found[-1].contact) else None


def in_ending(view: View, contact: Contact) -> bool:
    """Whether a contact belongs to the ending or to what follows: by the phase recorded for it, else by its number."""
    recorded = _phase_at(view, contact)
    if recorded is not None:
        return recorded in ("ending", "maintenance", "finished")
    if ended_early(view) and contact is view.now:
        return True
    return planned_sessions(view) is not None and contact.number >= split(view).ending_starts_at


def _phase_at(view: View, contact: Contact) -> str | None:
    """The phase recorded at a contact, or latest before it."""
    told = [s.phase for c, s in view.sessions if s.phase and c.number <= contact.number]
    return told[-1] if told else None


def ended_early(view: View) -> bool | None:
    """What was said latest about stopping before the planned end."""
    return latest_answer(view, "ending", "ended_early")


def latest_answer(view: View, part: str, field: str) -> bool | None:
    """The latest yes or no that a session gave in one field of `ending` or `maintenance`."""
    told = [getattr(getattr(s, part), field) for _, s in view.sessions if getattr(s, part)]
    known = [answer for answer in told if answer in ("yes", "no")]
    return known[-1] == "yes" if known else None


def maintenance_contacts(view: View) -> tuple[Contact, ...]:
    """The contacts of maintenance so far: from the first recorded as such, else those beyond the planned number."""
    if phase_of(view) != "maintenance":
        return ()
    recorded = [c for c, s in view.sessions if s.phase == "maintenance"]
    if recorded:
        return tuple(c for c, _ in view.sessions if c.number >= recorded[0].number)
    planned = planned_sessions(view)
    beyond = planned is not None and maintenance_accepted(view)
    return tuple(c for c, _ in view.sessions if c.number > planned) if beyond and planned else ()
