"""Moments at which risk may rise: missed sessions, new events, anniversaries of deaths; and how to reach the person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ipt_rules import vocabulary as words
from ipt_rules.case.people import LifeEvent
from ipt_rules.case.record import Contact, missed_session
from ipt_rules.case.session import Session
from ipt_rules.facts.base import Fact, Field, Value, kind, make_fact
from ipt_rules.facts.people import dead_person, who_died
from ipt_rules.facts.phase import is_remote, session_format
from ipt_rules.facts.scores import sessions_text
from ipt_rules.facts.signs import learned
from ipt_rules.facts.timing import days_since, timing
from ipt_rules.facts.view import View, risk_of

ABSENCE = kind(
    "absence",
    "A planned session that was missed; a gap by agreement is none. All fields but `days_ago` speak of the record: "
    "`no` where nothing is recorded.",
    Field("session", "integer", "Number of the missed session.", required=True, source="sessions[].number"),
    Field("without_notice", "yes_no", "No notice is recorded.", required=True, source="sessions[].notice_given"),
    Field("contact_made", "yes_no", "Contact since is recorded.", required=True, source="sessions[].contact_made"),
    Field("latest", "yes_no", "No session was held since.", required=True, statements=("MIS-02",)),
    Field(
        "unheard_text",
        "text",
        "All sessions missed since the session now without notice or contact, for reading: `Sessions 4 and 5 were "
        "missed`; only of one of these.",
    ),
    Field(
        "before_now",
        "yes_no",
        "It lies between the session now and the one held before it.",
        required=True,
        statements=("SAF-29",),
    ),
    Field("days_ago", "integer", "Days since.", unit="days", required=True),
)
NEW_EVENT = kind(
    "new_event",
    "A life event seen from the side of risk: how long ago, and whether suicide was asked about since it was told. "
    "Events that the patient does not find major are left out.",
    Field("event", "key", "The event, by key.", required=True),
    Field("type", "term", "What kind of event.", words.EVENT_TYPES, required=True, source="life_events[].type"),
    Field("what", "text", "The event, for reading.", required=True),
    Field("person", "key", "The person it is about, by key."),
    Field("who", "text", "The person it is about, for reading."),
    Field("days_ago", "integer", "Days ago; unknown without a month.", unit="days", source="life_events[].date"),
    Field("dated", "yes_no", "Whether it is known how long ago.", required=True),
    Field("told_now", "yes_no", "First told in the session now; `no` at the intake.", required=True),
    Field("when", "text", "When it was, for reading."),
    Field("enquired", "yes_no", "Suicide was asked about at or after the contact that told it.", required=True),
    Field("part_of", "key", "The larger event it came with, by key."),
    Field(
        "is_new",
        "yes_no",
        "First told in the session now, and not known to be older than a parameter says or to lie before the onset.",
        required=True,
        statements=("REV-03", "MNT-19"),
    ),
    Field(
        "major",
        "yes_no",
        "Recorded as major, or a death, the end of a relationship, a loss of the job, or an illness or disability of the "
        "patient's own; yes or unknown.",
        source="life_events[].type, major",
        statements=("REV-03",),
    ),
    Field(
        "new_and_major",
        "yes_no",
        "Both; `no` where it is not recorded, or by its kind, as major. Always known.",
        required=True,
        statements=("REV-03",),
    ),
)
BEREAVEMENT = kind(
    "bereavement",
    "A death on the timeline, seen from the side of risk.",
    Field("event", "key", "The event, by key.", required=True),
    Field("person", "key", "Who died, by key."),
    Field("who", "text", "Who died, for reading; where no person is recorded, a word for whom."),
    Field("named", "text", "The death, for reading."),
    Field("days_ago", "integer", "Days since the death.", unit="days"),
    Field(
        "anniversary_days",
        "integer",
        "Days to the nearest yearly return of the day, before or after it; known when the day of the death is.",
        unit="days",
        statements=("SAF-28",),
    ),
    Field("comes", "text", "When that day is, for reading: `in 3 days`."),
)
REACH = kind(
    "reach",
    "How the person can be reached; exactly one. All fields speak of the record: `no` where nothing is recorded.",
    Field("remote", "yes_no", "The session now, or the course, is held at a distance.", required=True),
    Field("emergency_contact", "yes_no", "An emergency contact is recorded.", required=True, statements=("SAF-31",)),
    Field(
        "remote_complete",
        "yes_no",
        "Place and phone number, privacy, and an emergency contact are all recorded.",
        required=True,
        statements=("FMT-05",),
    ),
    Field("missing", "text", "What is not recorded, for reading.", required=True),
    single=True,
)
KINDS = (ABSENCE, NEW_EVENT, BEREAVEMENT, REACH)


def derive(view: View, asked: Sequence[int]) -> Iterator[Fact]:
    """`asked` are the contacts, by place in order, at which suicide was asked about."""
    yield from _absences(view)
    yield from _new_events(view, asked)
    yield from _bereavements(view)
    yield _reach(view)


def _absences(view: View) -> Iterator[Fact]:
    held = [at for at, contact in enumerate(view.contacts) if contact.held]
    missed = [(at, contact, part) for at, contact in enumerate(view.contacts) if (part := missed_session(contact))]
    unheard = [one.number for at, _, one in missed if at > held[-1] and _unheard(one)]
    for at, contact, session in missed:
        latest = at > held[-1]
        yield make_fact(
            ABSENCE,
            contact.place,
            session=contact.number,
            without_notice=session.notice_given != "yes",
            contact_made=session.contact_made == "yes",
            latest=latest,
            unheard_text=_were_missed(unheard) if latest and _unheard(session) else None,
            before_now=len(held) > 1 and held[-2] < at < held[-1],
            days_ago=(view.on - contact.date).days,
        )


def _unheard(session: Session) -> bool:
    return session.notice_given != "yes" and session.contact_made != "yes"


def _were_missed(numbers: Sequence[int]) -> str:
    """
    >>> _were_missed([4]), _were_missed([4, 5])
    ('Session 4 was missed', 'Sessions 4 and 5 were missed')
    """
    return f"{sessions_text(numbers).capitalize()} {'was' if len(numbers) == 1 else 'were'} missed"


def _new_events(view: View, asked: Sequence[int]) -> Iterator[Fact]:
    now = view.contacts.index(view.now)
    for key, event in view.events.items():
        days = days_since(view.on, event.date)
        told_at = first_told(view, key)
        if event.major == "no" or (days is not None and days < 0):
            continue
        yield make_fact(
            NEW_EVENT,
            view.place(f"life_events.{key}"),
            event=key,
            type=event.type,
            what=view.what(event),
            person=event.person,
            who=view.who(event.person),
            days_ago=days,
            dated=days is not None,
            told_now=told_at == now and view.now.number > 0,
            when=_when(view, event),
            enquired=any(at >= told_at for at in asked),
            part_of=event.part_of,
            is_new=is_new(view, event),
            major=True if is_major(view, event) else None,
            new_and_major=is_new(view, event) and is_major(view, event),
        )


def _when(view: View, event: LifeEvent) -> Value | None:
    return timing(view, event.date, event.onset_relation, event.linked_by)["when"]


def is_major(view: View, event: LifeEvent) -> bool:
    """Whether an event is recorded as major, or is by its kind and nobody said otherwise (REV-03)."""
    return event.major == "yes" or (event.type in view.group("major-events") and event.major != "no")


def is_new(view: View, event: LifeEvent) -> bool:
    """Whether an event was first told in the session now, and is not known to be older than what counts as new."""
    told_now = view.now.number > 0 and view.contacts[first_told(view, event.event)] is view.now
    if not told_now or event.date is None:
        return told_now and event.onset_relation in (None, "after")
    days = days_since(view.on, event.date)
    least = (view.on - event.date.latest).days if days is None else days
    return 0 <= least <= int(view.parameter("new_event_days"))


def first_told(view: View, key: str) -> int:
    """The contact, by place in order, that told an event first; 0 is the intake."""
    return next(at for at, contact in enumerate(view.contacts) if key in _event_keys(contact))


def _event_keys(contact: Contact) -> tuple[str, ...]:
    background = learned(contact)
    return tuple(event.event for event in background.life_events) if background else ()


def _bereavements(view: View) -> Iterator[Fact]:
    for key, event in view.events.items():
        if event.type not in words.DEATHS:
            continue
        off = _days_to_return(view.on, event)
        yield make_fact(
            BEREAVEMENT,
            view.place(f"life_events.{key}"),
            event=key,
            person=who_died(view, event),
            who=dead_person(view, event),
            named=view.what(event),
            days_ago=days_since(view.on, event.date),
            anniversary_days=None if off is None else abs(off),
            comes=None if off is None else _comes(off),
        )


def _days_to_return(on: date, event: LifeEvent) -> int | None:
    """Days to the nearest return of the day of death, negative for one just past; the day itself is no return."""
    if event.date is None or event.date.precision != "day":
        return None
    died = event.date.earliest
    returns = [_in_year(died, year) for year in (on.year - 1, on.year, on.year + 1) if year > died.year]
    return min(((day - on).days for day in returns), key=abs, default=None)


def _comes(days: int) -> str:
    """
    >>> _comes(1), _comes(-13), _comes(0)
    ('in 1 day', '13 days ago', 'today')
    """
    count = f"{abs(days)} day{'' if abs(days) == 1 else 's'}"
    return "today" if days == 0 else f"in {count}" if days > 0 else f"{count} ago"


def _in_year(day: date, year: int) -> date:
    leap_day = (day.month, day.day) == (2, 29)
    return date(year, 2, 28) if leap_day else day.replace(year=year)


def _reach(view: View) -> Fact:
    part, patient = view.now.part, view.background.patient
    reachable = patient is not None and patient.emergency_contact == "yes"
    format_ = session_format(view)
    parts = {
        "where the person is and a phone number": part.location_known == "yes",
        "whether the person can speak in private": part.private == "yes",
        "an emergency contact": reachable,
    }
    return make_fact(
        REACH,
        (view.now.place, *view.place("patient.emergency_contact")),
        remote=is_remote(view, format_),
        emergency_contact=reachable,
        remote_complete=all(parts.values()),
        missing=", ".join(name for name, there in parts.items() if not there) or "nothing",
    )


def asked_at(view: View) -> tuple[int, ...]:
    """The contacts, by place in order, at which suicide was asked about: directly, or by any C-SSRS question."""
    return tuple(at for at, contact in enumerate(view.contacts) if _asked(contact))


def _asked(contact: Contact) -> bool:
    risk = risk_of(contact)
    if risk is None:
        return False
    cssrs = risk.cssrs
    answered = cssrs is not None and any(value in ("yes", "no") for _, value in cssrs)
    return risk.asked_directly == "yes" or answered
