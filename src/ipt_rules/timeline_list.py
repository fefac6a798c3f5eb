"""`contact_list(case, knowledge, on)`: what is recorded of each contact, in one line; nothing is judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipt_rules.case import Case, Session
from ipt_rules.case.base import Part
from ipt_rules.case.checks import not_yet
from ipt_rules.case.contact import Risk
from ipt_rules.case.record import Contact, contacts
from ipt_rules.errors import CaseError
from ipt_rules.facts.scores import Reading, all_readings
from ipt_rules.facts.view import Knowledge, View
from ipt_rules.quiet import Quiet
from ipt_rules.timeline_changes import how_held

SCHEMA_VERSION = 1
PHQ9 = "phq9"


@dataclass(frozen=True, repr=False)
class ContactLine(Quiet):
    """What is recorded of one contact. `session` is 0 for the intake; None stands for what is not recorded.

    `contact` is held, missed or gap (not held, by agreement); where nothing is said of it, None, for `attended` is
    blank. `phq9` is its total, `phq9_state` is usable, not-valid (filled in by somebody else, for another period, too
    long ago) or incomplete, and `phq9_change` its points less the usable total before, a fall being negative. `risk` is
    asked (suicide was asked about directly), answers (without that), or not-asked (a recorded no).
    """

    _told = ("session", "contact")

    session: int
    date: date
    contact: str | None
    phase: str | None
    phq9: int | None
    phq9_state: str | None
    phq9_change: int | None
    risk: str | None
    note: bool


@dataclass(frozen=True, repr=False)
class ContactList(Quiet):
    """The contacts of a case up to a day, in order, and how many are dated later. Its JSON is public and versioned."""

    _told = ("until", "later")

    case_id: str
    until: date
    later: int
    contacts: tuple[ContactLine, ...]
    schema_version: int = SCHEMA_VERSION


def contact_list(case: Case, knowledge: Knowledge, on: date) -> ContactList:
    """Every contact up to the day `on`. `knowledge` is a rulebook: it says how questionnaires add up.

    Raises CaseError when `on` is before the intake, or something recorded lies after it that cannot.
    """
    too_early = not_yet(case, on)
    if too_early:
        raise CaseError(too_early)
    made = contacts(case, on)
    scores = {one.contact.place: one for one in all_readings(View(case, on, knowledge)) if one.scale == PHQ9}
    return ContactList(case.id, on, len(case.sessions) + 1 - len(made), tuple(_lines(made, scores)))


def _lines(made: tuple[Contact, ...], scores: dict[str, Reading]) -> Iterator[ContactLine]:
    before: int | None = None
    for contact in made:
        reading = scores.get(contact.place)
        usable = reading.total if reading is not None and reading.usable else None
        yield ContactLine(
            session=contact.number,
            date=contact.date,
            contact=_held(contact),
            phase=contact.part.phase if isinstance(contact.part, Session) else None,
            phq9=reading.total if reading is not None else None,
            phq9_state=_state(reading),
            phq9_change=usable - before if usable is not None and before is not None else None,
            risk=_enquiry(contact.part.risk),
            note=bool(contact.part.note or (contact.part.risk and contact.part.risk.note)),
        )
        before = before if usable is None else usable


def _held(contact: Contact) -> str | None:
    silent = isinstance(contact.part, Session) and contact.part.attended in (None, "not-known")
    return None if silent and contact.held else how_held(contact)


def _state(reading: Reading | None) -> str | None:
    if reading is None:
        return None
    if reading.total is None:
        return "incomplete"
    return "not-valid" if reading.invalid else "usable"


def _enquiry(risk: Risk | None) -> str | None:
    """Whether a risk enquiry is recorded, by what stands in it; a note alone is none."""
    if risk is None:
        return None
    if risk.asked_directly == "yes":
        return "asked"
    if any(_tells(getattr(risk, name)) for name in risk.model_fields_set - {"note", "asked_directly"}):
        return "answers"
    return "not-asked" if risk.asked_directly == "no" else None


def _tells(value: object) -> bool:
    """Whether anything was written there: a form of blanks is no answer."""
    if isinstance(value, Part):
        return any(_tells(getattr(value, name)) for name in value.model_fields_set)
    return value not in (None, ())
