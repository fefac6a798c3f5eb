"""The course of the PHQ-9 as data: one row a contact, with its score or why there is none, its phase and its alerts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ipt_rules.facts.scores import Reading, all_readings, words_of
from ipt_rules.instruments import Instrument, band, remission
from ipt_rules.quiet import Quiet
from ipt_rules.report.material import Material, Stop
from ipt_rules.timeline_changes import how_held
from ipt_rules.translation import _

SCALE = "phq9"
USABLE, NOT_COUNTED, INCOMPLETE, NONE, MISSED, GAP = "usable", "not-counted", "incomplete", "none", "missed", "gap"


@dataclass(frozen=True, repr=False)
class Row(Quiet):
    """One contact. `state` is usable, not-counted (there is a total, and something says that it is not valid, or the session
    was missed), incomplete (too many items blank), none, missed or gap (not held, by agreement)."""

    _told = ("number", "day", "state")

    number: int
    day: date  # of the contact
    filled_in: date  # of the questionnaire; that of the contact where it says nothing else
    phase: str
    state: str
    total: int | None
    band: str | None
    level: str | None  # of the highest alert at this contact
    away: bool = False  # whoever missed the contact is not there to be asked in it

    @property
    def usable(self) -> bool:
        return self.state == USABLE


@dataclass(frozen=True, repr=False)
class Course(Quiet):
    """All contacts, and the totals at which a response and a remission begin; None where there is none to reckon from."""

    rows: tuple[Row, ...]
    instrument: Instrument
    response_at: int | None  # the highest total that is a response from the first one
    remission_below: int | None

    @property
    def scored(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.total is not None)


def course_of(material: Material) -> Course:
    """The course so far. Every number comes from the definition of the questionnaire."""
    instrument: Instrument = material.rulebook.instruments[SCALE]
    found = {one.contact.place: one for one in all_readings(material.view) if one.scale == SCALE}
    rows = tuple(_row(stop, found.get(stop.contact.place)) for stop in material.stops)
    return Course(rows, instrument, response_at(instrument, rows), _remission_below(instrument))


def _row(stop: Stop, reading: Reading | None) -> Row:
    contact, total = stop.contact, reading.total if reading else None
    return Row(
        number=contact.number,
        day=contact.date,
        filled_in=reading.day if reading else contact.date,
        phase=stop.phase,
        state=_state(stop, reading),
        total=total,
        band=words_of(band(reading.instrument, total)) if reading else None,
        level=stop.level,
        away=how_held(contact) == "missed",
    )


def _state(stop: Stop, reading: Reading | None) -> str:
    held = how_held(stop.contact)
    if reading is None:
        return {"held": NONE, "missed": MISSED, "gap": GAP}[held]
    if reading.total is None:
        return INCOMPLETE
    return USABLE if reading.usable and held == "held" else NOT_COUNTED


def response_at(instrument: Instrument, rows: Sequence[Row]) -> int | None:
    """The highest total that is a response from the first usable one.

    None without one, or where that is in remission already: there is nothing to respond from.
    """
    baseline = next((row.total for row in rows if row.usable), None)
    limit = instrument.response
    if not baseline or limit is None or remission(instrument, baseline):
        return None
    if limit.points_fall is not None:
        return max(baseline - limit.points_fall, 0)
    return None if limit.percent_fall is None else baseline * (100 - limit.percent_fall) // 100


def _remission_below(instrument: Instrument) -> int | None:
    return instrument.remission.below if instrument.remission else None


def stretches(rows: Sequence[Row]) -> Iterator[tuple[Row, ...]]:
    """Usable scores of contacts that follow one another: where one is missing, or a session is not recorded, the line breaks."""
    run: list[Row] = []
    for row in rows:
        if run and (not row.usable or row.number > run[-1].number + 1):
            yield tuple(run)
            run = []
        run += [row] if row.usable else []
    if run:
        yield tuple(run)


def numbers_left_out(rows: Sequence[Row]) -> bool:
    """Whether the record leaves out sessions between others."""
    return any(later.number > row.number + 1 for row, later in pairwise(rows))


def runs(rows: Sequence[Row], of: str) -> Iterator[tuple[str | None, Row, Row]]:
    """Contacts in a row that have the same `phase` or `level`: it, the first of them and the last."""
    first = rows[0]
    for before, row in zip(rows, (*rows[1:], None), strict=True):
        if row is None or getattr(row, of) != getattr(first, of):
            yield getattr(first, of), first, before
            first = row or before


def reasons() -> Mapping[str, str]:
    """Why a contact has no score that counts, in words."""
    return {
        NOT_COUNTED: _("not counted"),
        INCOMPLETE: _("items left blank"),
        NONE: _("no PHQ-9"),
        MISSED: _("session missed"),
        GAP: _("not held, by agreement"),
    }
