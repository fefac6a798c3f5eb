"""Facts for a course around a birth (SUI-25, SUI-26): whether it is that time, the expected birth, the partner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from ipt_rules.case import PartialDate
from ipt_rules.case.background import Patient
from ipt_rules.case.people import LifeEvent
from ipt_rules.facts.base import Fact, FactKind, Field, kind, make_fact
from ipt_rules.facts.change_parts import is_role_change
from ipt_rules.facts.changes import perinatal_now
from ipt_rules.facts.common import unknown
from ipt_rules.facts.people import present
from ipt_rules.facts.perinatal import DAYS_A_WEEK, expecting, overdue
from ipt_rules.facts.phase import planned_sessions
from ipt_rules.facts.signs import threats, violence_answered
from ipt_rules.facts.timing import days_since, timing
from ipt_rules.facts.view import View

UNKNOWNS: Mapping[str, str] = {
    "due-date": "when the baby is due, in a pregnancy",
    "weeks-since-birth": "how long ago a birth was that may lie near the onset, and of which no month is told",
    "birth-since-due": "whether the baby was born, where the date it was due has passed",
}
DAYS_BETWEEN: Mapping[str, float] = {"twice-weekly": 3.5, "weekly": 7, "fortnightly": 14, "monthly": 30.44}
"""Days from session to session, by the frequency of the course."""
NOT_NAMED = "the partner"

AROUND_BIRTH = kind(
    "around_birth",
    "It is the time around a birth: pregnancy, or within the weeks after a birth; not where the baby has died. At most one.",
    Field(
        "pregnant",
        "yes_no",
        "A pregnancy is recorded, or a birth is due; always known.",
        required=True,
        source="patient.pregnant, patient.due_date",
    ),
    Field(
        "time",
        "text",
        "Pregnancy, the time after a birth, or around one that was due by now, for reading.",
        required=True,
        source="patient.pregnant, patient.weeks_postpartum, patient.due_date, life_events",
        statements=("SUI-25",),
    ),
)
EXPECTED_BIRTH = kind(
    "expected_birth",
    "A birth that is expected, with its date; at most one.",
    Field("due", "text", "When, for reading.", required=True, source="intake.patient.due_date"),
    Field(
        "course_end",
        "term",
        "Where the planned end of the course lies beside the earliest day of the birth; not known without a planned "
        "number and a frequency, or an end in the contract.",
        ("before", "after", "not-known"),
        required=True,
        source="contract.ends, course.planned_sessions, course.frequency",
        statements=("SUI-26",),
    ),
    Field("end_text", "text", "The planned end, for reading.", required=True),
    single=True,
)
PARTNER = kind(
    "partner",
    "A partner of today, named or only said to be there, and whether violence was asked about.",
    Field("person", "key", "By key; left out where the inventory does not name one.", source="relationships"),
    Field("who", "text", "For reading.", required=True),
    Field(
        "violence_enquiry",
        "term",
        "Violence or fear is told, was asked about alone and denied, or is still to be asked about.",
        ("told", "asked", "to-ask"),
        required=True,
        statements=("SUI-25", "SAF-21"),
    ),
)
KINDS: tuple[FactKind, ...] = (AROUND_BIRTH, EXPECTED_BIRTH, PARTNER)


def derive(view: View) -> Iterator[Fact]:
    """The expected birth, the partners, and what of a birth is still to be asked for."""
    patient = view.background.patient or Patient()
    due, pregnant, late = patient.due_date, expecting(view), overdue(view)
    if perinatal_now(view, patient) or any(_recent(view, event) for event in _births(view)):
        time = "the time around a birth" if late else "pregnancy" if pregnant else "the time after a birth"
        yield make_fact(AROUND_BIRTH, _places(view), pregnant=pregnant, time=time)
    if due is not None and due.latest >= view.on:
        yield _expected(view, due)
    elif due is None and pregnant:
        yield unknown("due-date", view.place("patient.pregnant"))
    if patient.weeks_postpartum is None:
        yield from (unknown("weeks-since-birth", place) for place in _births_without_date(view))
    if late:
        yield unknown("birth-since-due", view.place("patient.due_date"))
    yield from _partners(view, patient)


def _births(view: View) -> Iterator[LifeEvent]:
    """The births of the timeline, where no baby is recorded as lost."""
    return (one for one in view.events.values() if one.type == "birth" and is_role_change(view, one))


def _places(view: View) -> tuple[str, ...]:
    births = tuple(place for event in _births(view) for place in view.place(f"life_events.{event.event}"))
    return (*view.place("patient"), *births)


def _to_the_month(event: LifeEvent) -> bool:
    return event.date is not None and event.date.precision != "year"


def _recent(view: View, event: LifeEvent) -> bool:
    days = days_since(view.on, event.date)
    return days is not None and 0 <= days <= int(view.parameter("perinatal_weeks")) * DAYS_A_WEEK


def _births_without_date(view: View) -> Iterator[tuple[str, ...]]:
    """Births of which neither a month nor a long time is told."""
    for event in _births(view):
        times = timing(view, event.date, event.onset_relation, event.linked_by)
        if not _to_the_month(event) and not times["long_before_onset"]:
            yield view.place(f"life_events.{event.event}")


def _expected(view: View, due: PartialDate) -> Fact:
    end = _planned_end(view)
    side = "not-known" if end is None else "after" if end > due.earliest else "before"
    return make_fact(
        EXPECTED_BIRTH,
        (*view.place("patient.due_date"), *view.place("course.planned_sessions")),
        due=str(due),
        course_end=side,
        end_text="not known" if end is None else f"about {end:%Y-%m}",
    )


def _planned_end(view: View) -> date | None:
    """As the contract says; else by the sessions still planned and how often they are."""
    contract, course = view.background.contract, view.background.course
    if contract is not None and contract.ends is not None:
        return contract.ends.latest
    planned, often = planned_sessions(view), DAYS_BETWEEN.get(course.frequency or "") if course else None
    if planned is None or often is None:
        return None
    return view.now.date + timedelta(days=round(max(planned - view.now.number, 0) * often))


def _partners(view: View, patient: Patient) -> Iterator[Fact]:
    found = [one for one in view.people.values() if one.role in view.group("partners") and present(view, one)]
    for one in found:
        who = view.who(one.person) or one.person
        enquiry = _enquiry(view, one.person)
        places = view.place(f"relationships.{one.person}")
        yield make_fact(PARTNER, places, person=one.person, who=who, violence_enquiry=enquiry)
    if not found and patient.has_partner == "yes":
        places = view.place("patient.has_partner")
        yield make_fact(PARTNER, places, who=NOT_NAMED, violence_enquiry=_enquiry(view, None))


def _enquiry(view: View, person: str | None) -> str:
    """Told of this person or of nobody named (of anybody, where the partner has no name); else as it was asked."""
    if any(person is None or threat.person in (None, person) for threat in threats(view)):
        return "told"
    return "asked" if violence_answered(view, person) else "to-ask"
