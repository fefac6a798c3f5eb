"""Facts about attendance (D4): sessions missed, in a row and in all, and long gaps between sessions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ipt_rules.case import Session
from ipt_rules.case.record import Contact, missed_session
from ipt_rules.facts.base import Fact, FactKind, Field, kind, make_fact
from ipt_rules.facts.scores import sessions_text
from ipt_rules.facts.view import View, days_text

ATTENDANCE = kind(
    "attendance",
    "How the planned sessions were kept so far; one fact, once one was due. A gap by agreement is neither missed nor "
    "due. What is said of notice and contact speaks of the record: none where nothing is recorded.",
    Field("due", "integer", "Sessions held or missed so far.", unit="sessions", required=True),
    Field("missed", "integer", "Of these the missed ones.", unit="sessions", required=True, source="attended"),
    Field("missed_percent", "integer", "The same, rounded down.", unit="%", required=True, statements=("MIS-03",)),
    Field(
        "missed_in_a_row",
        "integer",
        "Missed in a row of late: since the session now, else between it and the one held before.",
        unit="sessions",
        required=True,
        statements=("MIS-03",),
    ),
    Field("missed_lately", "yes_no", "At least one was; always known.", required=True, statements=("MIS-03",)),
    Field("missed_text", "text", "Which these are, for reading."),
    Field("absent", "yes_no", "The last session due was missed; always known.", required=True),
    Field(
        "out_of_contact",
        "integer",
        "Missed since the session now, counted back to the last notice or contact recorded; an answer or a score of a "
        "missed session is contact.",
        unit="sessions",
        required=True,
        statements=("MIS-04",),
    ),
    Field(
        "gap_days",
        "integer",
        "The gap that still has to be caught up on: from the session now to the day of the advice, or from the session "
        "before to the session now where no event was recorded in it, whichever is longer. Unknown where sessions are "
        "planned monthly.",
        unit="days",
        source="sessions[].date, intake.course.frequency",
        statements=("MIS-06",),
    ),
    Field("gap_text", "text", "That gap, for reading: `5 weeks since session 6`."),
)
KINDS: tuple[FactKind, ...] = (ATTENDANCE,)


def derive(view: View) -> Iterator[Fact]:
    """One fact, once a session was held or missed."""
    due = [contact for contact in view.contacts[1:] if contact.held or missed_session(contact)]
    if not due:
        return
    missed = [contact for contact in due if not contact.held]
    lately, absent = _lately(view, due)
    gap = _gap(view)
    yield make_fact(
        ATTENDANCE,
        [contact.place for contact in missed],
        due=len(due),
        missed=len(missed),
        missed_percent=len(missed) * 100 // len(due),
        missed_in_a_row=len(lately),
        missed_lately=bool(lately),
        missed_text=sessions_text([contact.number for contact in lately]) if lately else None,
        absent=absent,
        out_of_contact=_out_of_contact(lately) if absent else 0,
        gap_days=gap[0] if gap else None,
        gap_text=gap[1] if gap else None,
    )


def _lately(view: View, due: Sequence[Contact]) -> tuple[list[Contact], bool]:
    """The sessions missed in a row of late, and whether none was held since."""
    at = {contact.place: index for index, contact in enumerate(view.contacts)}
    held = [at[contact.place] for contact in view.held]
    missed = [contact for contact in due if not contact.held]
    since = [contact for contact in missed if at[contact.place] > held[-1]]
    if since or len(held) == 1:
        return since, bool(since)
    return [contact for contact in missed if held[-2] < at[contact.place] < held[-1]], False


def _out_of_contact(missed: Sequence[Contact]) -> int:
    count = 0
    for contact in reversed(missed):
        part = contact.part
        told = part.risk is not None or part.measures is not None  # by a call, or sent in
        if told or (isinstance(part, Session) and "yes" in (part.notice_given, part.contact_made)):
            break
        count += 1
    return count


def _gap(view: View) -> tuple[int, str] | None:
    course = view.background.course
    if not view.sessions or (course is not None and course.frequency == "monthly"):
        return None
    contact, now = view.sessions[-1]
    days = (view.on - contact.date).days
    since = (days, f"{days_text(days)} since session {contact.number}")
    return max(since, _gap_before(view, contact, now) or since)


def _gap_before(view: View, contact: Contact, now: Session) -> tuple[int, str] | None:
    if len(view.sessions) == 1 or (now.learned is not None and now.learned.life_events):
        return None
    before, _ = view.sessions[-2]
    days = (contact.date - before.date).days
    return days, f"{days_text(days)} between session {before.number} and session {contact.number}"
