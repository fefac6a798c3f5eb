"""Where in the treatment a case stands: phases by session number and planned course, ages, formats."""

from __future__ import annotations

from typing import NamedTuple

from ipt_rules import vocabulary as words
from ipt_rules.facts import perinatal as births
from ipt_rules.facts.lengths import chosen_course, lengths, reckoned_sessions
from ipt_rules.facts.view import View, yes


class Split(NamedTuple):
    """How many sessions each phase has, by the chosen course or by number, and for reading what it follows.

    Made for the planned number, or for the default where none is recorded; then only the initial phase is told.
    """

    initial_limit: int  # the session by which the initial phase should be closed, crises added (INI-50, INI-52)
    extended_by: int  # how many sessions of that were added for crises
    ending_length: int
    ending_starts_at: int
    mid_review_at: int
    initial_by: str
    ending_by: str
    ends_with_triage: bool  # no ending phase's work, no review at half (CLN-10)


def split(view: View) -> Split:
    """The phase split of the chosen course for the planned number of sessions."""
    return view.once("split", _split)


def _split(view: View) -> Split:
    planned = planned_sessions(view) or reckoned_sessions(view)
    parts = lengths(chosen_course(view), planned, view.parameter)
    limit = parts.initial_limit
    extended = min(_extended(view, limit), parts.last_before_ending)
    return Split(
        initial_limit=extended,
        extended_by=extended - limit,
        ending_length=parts.ending,
        ending_starts_at=parts.ending_starts_at,
        mid_review_at=planned * int(view.parameter("mid_review_percent")) // 100,
        initial_by=parts.initial_by,
        ending_by=parts.ending_by,
        ends_with_triage=parts.triage,
    )


def _extended(view: View, limit: int) -> int:
    """The limit of the initial phase with the sessions that a crisis took in it added (INI-52)."""
    each = int(view.parameter("crisis_extends_sessions"))
    for contact, session in view.sessions:
        if session.crisis_used_session == "yes" and contact.number <= limit:
            limit += each
    return limit


def planned_sessions(view: View) -> int | None:
    """Planned sessions: of the course or of the contract, whichever was recorded last; the course where both were at once."""
    return view.once("planned sessions", _planned)


def _planned(view: View) -> int | None:
    course, contract = view.background.course, view.background.contract
    told = {
        "contract.sessions": contract.sessions if contract else None,
        "course.planned_sessions": course.planned_sessions if course else None,
    }
    known = [name for name, number in told.items() if number is not None]
    return told[max(reversed(known), key=lambda name: _recorded_at(view, name))] if known else None


def _recorded_at(view: View, name: str) -> int:
    """The contact, by place in order, at which a field of the background was recorded last."""
    (place,) = view.place(name)
    return next(at for at, contact in enumerate(view.contacts) if place.startswith(f"{contact.place}."))


def next_number(view: View) -> int:
    """Number of the session that the advice is for. Every planned session has its number, missed ones too."""
    return max(contact.number for contact in view.contacts) + 1


def next_held(view: View) -> int:
    """Which session the next one will be, when those that were not held are not counted: what was missed is still to do."""
    return next_number(view) - sum(not contact.held for contact in view.contacts)


def recorded_phase(view: View) -> str | None:
    """The phase recorded latest, None when none was."""
    recorded = [session.phase for _, session in view.sessions if session.phase]
    return recorded[-1] if recorded else None


def phase_of(view: View) -> str:
    """The phase of the session now: as recorded, else by its number."""
    return recorded_phase(view) or phase_by_number(view)


def phase_by_number(view: View) -> str:
    """The phase by session number. Where nobody said how many sessions are planned, the ending is never assumed."""
    number, planned, phase = view.now.number, planned_sessions(view), _phase_in_plan(view, view.now.number)
    if planned is None or phase != "ending" or number < planned:
        return phase
    if number == planned and view.on == view.now.date:
        return phase
    return _after_the_last(view, number, planned)


def _phase_in_plan(view: View, number: int) -> str:
    """The phase of a session of that number, by the split alone; the last one lasts."""
    planned, parts = planned_sessions(view), split(view)
    if number <= parts.initial_limit:
        return "initial"
    return "middle" if planned is None or number < parts.ending_starts_at else "ending"


def next_phase_of(view: View) -> str:
    """The phase of the session that the advice is for: the next one.

    A recorded phase holds until the numbers reach a later phase than they gave when it was recorded: who records the
    initial phase at a session that the numbers give to the middle one says that it goes on.
    """
    now = phase_of(view)
    coming = _phase_at(view, next_number(view))
    recorded_at = [contact.number for contact, session in view.sessions if session.phase]
    if now == "finished" or not recorded_at:
        return "finished" if now == "finished" else coming
    known = (now, _phase_at(view, recorded_at[-1]))
    return coming if all(_order(coming) > _order(one) for one in known) else now


def _phase_at(view: View, number: int) -> str:
    """The phase of a session of that number: by the split; beyond the plan maintenance, where it was accepted."""
    planned = planned_sessions(view)
    beyond = planned is not None and number > planned
    return "maintenance" if beyond and maintenance_accepted(view) else _phase_in_plan(view, number)


def _order(phase: str) -> int:
    return words.PHASES.index(phase)


def _after_the_last(view: View, number: int, planned: int) -> str:
    """After the planned number: maintenance when accepted; finished when nobody met again for a while."""
    if maintenance_accepted(view):
        return "maintenance"
    waited = (view.on - view.now.date).days > int(view.parameter("finished_after_days"))
    return "finished" if waited and number == planned else "ending"


def maintenance_accepted(view: View) -> bool | None:
    """What the patient last said about maintenance: accepted, declined, or not known."""
    answers = [yes(s.maintenance.accepted) for _, s in view.sessions if s.maintenance]
    known = [answer for answer in answers if answer is not None]
    return known[-1] if known else None


def session_format(view: View) -> str | None:
    """The format of the session now, else of the course."""
    course = view.background.course
    return view.now.part.kind or (course.format if course else None)


def is_remote(view: View, format_: str | None) -> bool:
    """Whether patient and therapist are, at least at times, not in one room (FMT-05)."""
    return format_ in view.group("remote-formats")


def in_group(view: View) -> bool | None:
    """Whether the course is held in a group: by its format, else by the course itself."""
    course, chosen = view.background.course, chosen_course(view)
    told = (course.format if course else None) or (chosen.format if chosen else None) or view.now.part.kind
    return None if told is None else told == "group"


def adolescent(view: View) -> bool | None:
    age = _age(view)
    if age is None:
        return None
    return int(view.parameter("adolescent_from_age_years")) <= age <= int(view.parameter("adolescent_to_age_years"))


def adult(view: View) -> bool | None:
    age = _age(view)
    return None if age is None else age >= int(view.parameter("adult_from_age_years"))


def perinatal(view: View) -> bool | None:
    """Pregnant, or today within so many weeks of a birth; `no` only when both are known not to be."""
    days, limit = births.days_after_birth(view), int(view.parameter("perinatal_weeks")) * births.DAYS_A_WEEK
    recent = None if days is None else days <= limit
    if recent is False and births.perhaps_since(view, limit):
        recent = None
    if births.expecting(view) or recent:
        return True
    return False if births.pregnant(view) is False and recent is False else None


def _age(view: View) -> int | None:
    return view.background.patient.age if view.background.patient else None
