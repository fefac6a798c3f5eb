"""Facts about the case as a whole (B1, B5, B6, H): the case itself, its sessions, course, contract and checklists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ipt_rules import vocabulary as words
from ipt_rules.case import Session
from ipt_rules.case.record import Contact, missed_session
from ipt_rules.facts import agreement, maintenance, tasks
from ipt_rules.facts.base import Fact, FactKind, Field, Value, kind, make_fact
from ipt_rules.facts.checks import midpoint
from ipt_rules.facts.common import unknown
from ipt_rules.facts.lengths import chosen_course, reckoned_text
from ipt_rules.facts.phase import (
    Split,
    adolescent,
    adult,
    in_group,
    is_remote,
    maintenance_accepted,
    next_held,
    next_number,
    next_phase_of,
    perinatal,
    phase_of,
    planned_sessions,
    recorded_phase,
    session_format,
    split,
)
from ipt_rules.facts.view import View, yes

UNKNOWNS: Mapping[str, str] = {
    "planned-sessions": "how many sessions are planned",
    "age": "how old the patient is",
    "maintenance-decision": "whether the patient wants maintenance after the ending",
    **agreement.UNKNOWNS,
}
SPLIT = ("CLN-27", "END-06")

CASE = kind(
    "case",
    "The case on the day of the advice. Every rule has it bound as `case`; there is exactly one.",
    Field(
        "phase",
        "term",
        "The phase of treatment at the session now: as recorded, else from the session number and the planned course.",
        words.PHASES,
        required=True,
        source="sessions[].phase, sessions[].number, intake.course.planned_sessions",
        statements=("CLN-27", "CON-06"),
    ),
    Field("phase_basis", "term", "Whether the phase was recorded or derived.", ("recorded", "derived"), required=True),
    Field(
        "session_number",
        "integer",
        "Number of the session now: the latest that was held; 0 is the intake.",
        required=True,
        source="sessions[].number",
    ),
    Field("next_session", "integer", "Number of the session that the advice is for; missed ones count.", required=True),
    Field("next_held", "integer", "Which session it will be, when missed ones are not counted.", required=True),
    Field(
        "next_phase",
        "term",
        "The phase of the session that the advice is for. A recorded phase holds until the session number reaches a "
        "later phase than it gave when the phase was recorded; else it comes from the number and the planned course.",
        words.PHASES,
        required=True,
        source="sessions[].phase, sessions[].number, intake.course.planned_sessions",
        statements=("CLN-27", "CON-06"),
    ),
    Field("planned_sessions", "integer", "Planned number of sessions.", unit="sessions", source="course, contract"),
    Field("planned_known", "yes_no", "Whether a planned number is recorded; always known.", required=True),
    Field("sessions_left", "integer", "Planned sessions that are still to come.", unit="sessions"),
    Field("sessions_beyond_plan", "integer", "Sessions held beyond the planned number.", unit="sessions"),
    Field("session_format", "term", "The format of the session now, else of the course.", words.COURSE_FORMATS),
    Field("remote", "yes_no", "By telephone, video, online or blended.", statements=("FMT-05",)),
    Field("course", "key", "The course by its slug, when a pack knows it.", source="intake.course.type"),
    Field("group", "yes_no", "The course is held in a group.", statements=("FMT-02",)),
    Field("age", "integer", "Age in years.", unit="years", source="intake.patient.age"),
    Field("adolescent", "yes_no", "In the ages for which the adolescent form is made.", statements=("SUI-20",)),
    Field("adult", "yes_no", "Of age; `no` is surely younger.", statements=("SUI-20",)),
    Field(
        "perinatal",
        "yes_no",
        "Pregnant or within a year of a birth; `no` only when both are known not to be.",
        source="intake.patient",
        statements=("SUI-25",),
    ),
    Field("days_since_intake", "integer", "Days since the intake.", unit="days", required=True),
    Field("days_since_session", "integer", "Days since the session now.", unit="days", required=True),
    Field(
        "initial_limit",
        "integer",
        "Number of the session by which the initial phase should be closed, crisis sessions added.",
        required=True,
        statements=("INI-50", "CLN-27"),
    ),
    Field("initial_by", "text", "What that number follows, for reading: the chosen course, or the planned number."),
    Field("reckoned_text", "text", "The number of sessions it was reckoned with, for reading.", statements=("CON-01",)),
    Field("initial_extended", "yes_no", "Sessions were added for crises.", required=True, statements=("INI-52",)),
    Field("initial_extended_by", "integer", "Sessions added for crises.", required=True, statements=("INI-52",)),
    Field("left_initial_recorded", "yes_no", "A later phase than the initial one is recorded.", required=True),
    Field(
        "sessions_over_initial",
        "integer",
        "Sessions held beyond that limit: 0 at the limit, negative before it.",
        unit="sessions",
        required=True,
        statements=("INI-50",),
    ),
    Field(
        "next_closes_initial",
        "yes_no",
        "The next session is one in which the initial phase is brought to its close: formulation, focus, goals.",
        required=True,
        statements=("INI-48",),
    ),
    Field(
        "ends_with_triage",
        "yes_no",
        "The chosen course is so short that it ends with triage: what comes next is decided, and the work of an ending "
        "phase is not meant. Always known.",
        required=True,
        source="intake.course.type",
        statements=("CLN-10",),
    ),
    Field("mid_review_at", "integer", "Number of the session of the mid-treatment review.", statements=("REV-01",)),
    Field("next_is_midpoint", "yes_no", "The next session is the one of the review at half.", statements=("REV-01",)),
    Field("midpoint_reached", "yes_no", "The next session is at half of the course or later.", statements=("END-06",)),
    Field("ending_length", "integer", "Sessions of the ending phase.", unit="sessions", statements=SPLIT),
    Field("ending_starts_at", "integer", "Number of the first session of the ending.", statements=SPLIT),
    Field("ending_by", "text", "What the ending follows, for reading: the chosen course, or the planned number."),
    Field("next_is_ending", "yes_no", "The next session belongs to the ending, by number.", statements=SPLIT),
    Field("next_starts_ending", "yes_no", "The next session is the first of the ending.", statements=SPLIT),
    Field("next_is_last", "yes_no", "The next session is the last one planned.", statements=("END-26",)),
    Field("plan_used_up", "yes_no", "The last planned session was held.", statements=("END-27",)),
    Field("next_is_last_but_one", "yes_no", "One more session follows the next.", statements=("END-26",)),
    Field(
        "in_last_quarter",
        "yes_no",
        "The sessions left are the last part; `no` where nobody said how many are planned. Always known.",
        required=True,
        statements=("REV-04",),
    ),
    Field(
        "in_last_third",
        "yes_no",
        "The sessions left are so few that the therapist directs less; unknown where nobody said how many are planned.",
        statements=("STA-02",),
    ),
    Field(
        "maintenance_accepted",
        "yes_no",
        "The patient wants maintenance; `no` is declined.",
        source="sessions[].maintenance.accepted",
        statements=("MNT-25",),
    ),
    single=True,
)
SESSION = kind(
    "session",
    "A contact so far: the intake (session 0) or a session, held or missed.",
    Field("number", "integer", "Its number; 0 is the intake.", required=True, source="sessions[].number"),
    Field("is_now", "yes_no", "The session now: the latest that was held; always known.", required=True),
    Field("held", "yes_no", "Patient and therapist met; always known.", required=True),
    Field("missed", "yes_no", "Not attended, and no agreed gap; always known.", required=True),
    Field("planned_gap", "yes_no", "Not held by agreement.", statements=("MIS-06",)),
    Field("notice_given", "yes_no", "For a missed session: notice was given.", statements=("MIS-02",)),
    Field("contact_made", "yes_no", "After a missed session: contact was made.", statements=("MIS-02",)),
    Field("phase", "term", "The phase recorded at it.", words.PHASES),
    Field("format", "term", "Its format.", words.COURSE_FORMATS),
    Field("days_ago", "integer", "Days before the day of the advice.", unit="days", required=True),
    Field("sessions_ago", "integer", "For a held one: held contacts since; 0 is the session now."),
    Field("crisis", "yes_no", "A crisis took the session.", source="crisis_used_session", statements=("INI-52",)),
)
KINDS: tuple[FactKind, ...] = (CASE, SESSION, *agreement.KINDS, *tasks.KINDS)


def derive(view: View) -> Iterator[Fact]:
    """The case fact first; then its contacts, what was agreed, the checklists, and what is not known of these."""
    yield _case(view)
    if view.wants((SESSION,)):
        yield from (_session(view, contact) for contact in view.contacts)
    if view.wants(agreement.KINDS, agreement.UNKNOWNS):
        yield from agreement.derive(view)
    if view.wants(tasks.KINDS):
        yield from tasks.derive(view)
    if planned_sessions(view) is None:
        yield unknown("planned-sessions", view.place("course"))
    if adult(view) is None:
        yield unknown("age", view.place("patient"))
    if maintenance_accepted(view) is None and maintenance.is_meant(view):
        yield unknown("maintenance-decision")


def _case(view: View) -> Fact:
    patient = view.background.patient
    number, parts, told, chosen = view.now.number, split(view), session_format(view), chosen_course(view)
    return make_fact(
        CASE,
        view.now.place,
        phase=phase_of(view),
        phase_basis="recorded" if recorded_phase(view) else "derived",
        session_number=number,
        next_session=next_number(view),
        next_held=next_held(view),
        next_phase=next_phase_of(view),
        session_format=told,
        remote=None if told is None else is_remote(view, told),
        course=chosen.id if chosen else None,
        group=in_group(view),
        age=patient.age if patient else None,
        adolescent=adolescent(view),
        adult=adult(view),
        perinatal=perinatal(view),
        days_since_intake=(view.on - view.case.intake.date).days,
        days_since_session=(view.on - view.now.date).days,
        initial_limit=parts.initial_limit,
        initial_by=parts.initial_by,
        reckoned_text=reckoned_text(view, planned_sessions(view)),
        initial_extended=parts.extended_by > 0,
        initial_extended_by=parts.extended_by,
        left_initial_recorded=recorded_phase(view) not in (None, "not-started", "initial"),
        sessions_over_initial=number - parts.initial_limit,
        next_closes_initial=_closes_initial(view, parts),
        ends_with_triage=parts.ends_with_triage,
        maintenance_accepted=maintenance_accepted(view),
        **_by_plan(view, parts),
    )


def _closes_initial(view: View, parts: Split) -> bool:
    first = min(int(view.parameter("formulation_session")), parts.initial_limit)
    return first <= next_held(view) <= parts.initial_limit


def _by_plan(view: View, parts: Split) -> dict[str, Value | None]:
    """What only a planned number tells; without one, none of it is known."""
    planned, number = planned_sessions(view), view.now.number
    if planned is None:
        return {"planned_known": False, "in_last_quarter": False}
    following = next_number(view)
    left, half = max(planned - following + 1, 0), midpoint(view)
    return {
        "planned_known": True,
        "planned_sessions": planned,
        "sessions_left": left,
        "sessions_beyond_plan": max(number - planned, 0),
        "mid_review_at": half,
        "next_is_midpoint": None if half is None else following == half,
        "midpoint_reached": None if half is None else following >= half,
        "ending_length": parts.ending_length,
        "ending_starts_at": parts.ending_starts_at,
        "ending_by": parts.ending_by,
        "next_is_ending": parts.ending_starts_at <= following <= planned,
        "next_starts_ending": following == parts.ending_starts_at,
        "next_is_last": following == planned,
        "plan_used_up": left == 0,
        "next_is_last_but_one": following == planned - 1,
        "in_last_quarter": left * 100 <= planned * int(view.parameter("last_part_percent")),
        "in_last_third": left * 100 <= planned * int(view.parameter("less_directive_percent")),
    }


def _session(view: View, contact: Contact) -> Fact:
    session = contact.part if isinstance(contact.part, Session) else None
    return make_fact(
        SESSION,
        contact.place,
        number=contact.number,
        is_now=contact is view.now,
        held=contact.held,
        missed=missed_session(contact) is not None,
        planned_gap=yes(session.planned_gap) if session else None,
        notice_given=yes(session.notice_given) if session else None,
        contact_made=yes(session.contact_made) if session else None,
        phase=session.phase if session else None,
        format=contact.part.kind,
        days_ago=(view.on - contact.date).days,
        sessions_ago=len(view.held) - 1 - view.held.index(contact) if contact.held else None,
        crisis=yes(session.crisis_used_session) if session else None,
    )
