"""`timeline(case, rulebook)`: a case contact by contact, each judged with what was known on its day, and what it brought."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ipt_rules.case import Case
from ipt_rules.case.checks import not_yet
from ipt_rules.case.record import contacts
from ipt_rules.errors import CaseError
from ipt_rules.facts.base import Fact
from ipt_rules.facts.view import View
from ipt_rules.matching import engine_names
from ipt_rules.quiet import Quiet
from ipt_rules.recommendation import Recommendation
from ipt_rules.recommending import recommended_at
from ipt_rules.replay import Replay, Told, as_it_stood
from ipt_rules.rulebook import Rulebook
from ipt_rules.timeline_changes import changes, how_held
from ipt_rules.timeline_moments import Change as Change
from ipt_rules.timeline_moments import Moment
from ipt_rules.vocabulary import ALERT_LEVELS

SCHEMA_VERSION = 1


@dataclass(frozen=True, repr=False)
class TimelineEntry(Quiet):
    """One contact, as it was judged on its day, and what it brought.

    `session` is 0 for the intake; `contact` is held, missed or gap (not held, by agreement); `phq9` is the usable
    total of this contact and `phq9_change` its points less the usable total before it, so a fall is negative; `level`
    is that of the highest alert. `recommendation` is what `recommend` says of the case as it stood then.
    """

    _told = ("session", "contact", "phase", "level")

    session: int
    date: date
    contact: str
    planned_sessions: int | None
    phase: str
    phq9: int | None
    phq9_change: int | None
    level: str | None
    open_questions: int
    changes: tuple[Change, ...]
    recommendation: Recommendation = field(repr=False)


@dataclass(frozen=True, repr=False)
class Timeline(Quiet):
    """All contacts of a case up to a day, in order; there is always at least the intake.

    Its JSON is public and leaves out the recommendations: `schema_version` changes with its shape.
    """

    _told = ("until", "engine")

    case_id: str
    until: date
    entries: tuple[TimelineEntry, ...]
    rulebook: dict[str, Any]
    engine: str
    schema_version: int = SCHEMA_VERSION


def timeline(case: Case, rulebook: Rulebook, *, until: date | None = None, engine: str | None = None) -> Timeline:
    """What each contact up to the day `until` brought (all contacts unless given), missed ones included.

    Each is judged with what was known on its day: not with what a later one learned, be it on the same day. An event
    that a contact recorded ahead of its day is no obstacle; one that lies after `until` is. Raises CaseError for that,
    and when `until` is before the intake; EngineError when the engine fails.
    """
    last = until or max([case.intake.date, *(session.date for session in case.sessions)])
    too_early = not_yet(case, last)
    if too_early:
        raise CaseError(too_early)
    name = engine or engine_names()[0]
    entries = tuple(_entries(case, rulebook, last, name))
    return Timeline(case.id, last, entries, dict(entries[-1].recommendation.rulebook), name)


def _entries(case: Case, rulebook: Rulebook, until: date, engine: str) -> Iterator[TimelineEntry]:
    replay = Replay(case, rulebook, engine)
    before: Moment | None = None
    told: list[Told] = []
    for contact in contacts(case, until):
        run, recommendation = recommended_at(case, rulebook, contact, engine, replay=replay)
        view = View(as_it_stood(case, contact), contact.date, rulebook)
        now = Moment(contact, view, tuple(run.facts), recommendation)
        yield _entry(now, changes(before, now, told))
        told += [(contact, alert) for alert in now.recommendation.alerts]
        before = now


def _entry(now: Moment, brought: tuple[Change, ...]) -> TimelineEntry:
    phq9, change = _phq9(now)
    recommendation = now.recommendation
    planned = recommendation.phase.get("planned_sessions")
    return TimelineEntry(
        session=now.contact.number,
        date=now.contact.date,
        contact=how_held(now.contact),
        planned_sessions=planned,
        phase=str(recommendation.phase["phase"]),
        phq9=phq9,
        phq9_change=change,
        level=min((alert.content["level"] for alert in recommendation.alerts), key=ALERT_LEVELS.index, default=None),
        open_questions=len(recommendation.gaps),
        changes=brought,
        recommendation=recommendation,
    )


def _phq9(now: Moment) -> tuple[int | None, int | None]:
    """The usable total of this contact, and its points less the one before; None where there is none."""
    usable = [fact for fact in now.kinds.get("measure", ()) if _is_usable(fact)]
    if not usable or usable[-1].get("session") != now.contact.number:
        return None, None
    totals = [int(total) for fact in usable[-2:] if isinstance(total := fact.get("total"), int)]
    return totals[-1], totals[1] - totals[0] if len(totals) > 1 else None


def _is_usable(fact: Fact) -> bool:
    return fact.get("instrument") == "phq9" and fact.get("usable") is True
