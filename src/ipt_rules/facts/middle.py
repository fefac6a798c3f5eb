"""Facts about the middle phase as a whole (D1): how much of it is over, and whether anything was tried in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ipt_rules import vocabulary as words
from ipt_rules.case import Session
from ipt_rules.case.record import Contact
from ipt_rules.facts.base import Fact, FactKind, Field, kind, make_fact
from ipt_rules.facts.phase import planned_sessions, split
from ipt_rules.facts.view import View

MIDDLE_WORK = kind(
    "middle_work",
    "The sessions of the middle phase held so far, together; none before the first. The phase begins after the initial "
    "one: by number, or later where a later session is recorded as initial.",
    Field("session", "integer", "Number of the session now.", required=True),
    Field("sessions_text", "text", "Which sessions these are, for reading: `sessions 5 to 8`.", required=True),
    Field(
        "passed_percent",
        "integer",
        "How much of the phase is over, by session number; unknown while nobody said how many sessions are planned.",
        unit="%",
        statements=("MID-09",),
    ),
    Field(
        "action",
        "yes_no",
        "The patient rehearsed, decided or tried something: a technique of action, or a task agreed or tried. No where "
        "each of these sessions records its techniques and none tells of that; else unknown.",
        source="sessions[].techniques, sessions[].homework",
        statements=("MID-09",),
    ),
)
KINDS: tuple[FactKind, ...] = (MIDDLE_WORK,)


def derive(view: View) -> Iterator[Fact]:
    """One fact, once a session of the middle phase was held."""
    start = _last_initial(view)
    held = [(contact, session) for contact, session in view.sessions if contact.number > start]
    if not held:
        return
    yield make_fact(
        MIDDLE_WORK,
        [contact.place for contact, _ in held],
        session=view.now.number,
        sessions_text=_span(held),
        passed_percent=_passed(view, start),
        action=_action(view, [session for _, session in held]),
    )


def _last_initial(view: View) -> int:
    """Number of the last session of the initial phase: its limit, or a later one that is recorded as initial."""
    recorded = [contact.number for contact, session in view.sessions if session.phase in words.PHASES[:2]]
    return max([split(view).initial_limit, *recorded])


def _span(held: Sequence[tuple[Contact, Session]]) -> str:
    first, last = held[0][0].number, held[-1][0].number
    return f"session {first}" if first == last else f"sessions {first} to {last}"


def _passed(view: View, start: int) -> int | None:
    length = split(view).ending_starts_at - 1 - start
    if planned_sessions(view) is None or length < 1:
        return None
    return min((view.now.number - start) * 100 // length, 100)


def _action(view: View, sessions: Sequence[Session]) -> bool | None:
    if any(_acted(view, one) for one in sessions):
        return True
    return False if all(one.techniques for one in sessions) else None


def _acted(view: View, session: Session) -> bool:
    known = (view.knowledge.techniques.get(use.technique) for use in session.techniques)
    homework = session.homework
    tried = homework is not None and (homework.given == "yes" or homework.previous_done in ("yes", "partly"))
    return tried or any(one is not None and one.action for one in known)
