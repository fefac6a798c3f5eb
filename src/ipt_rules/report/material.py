"""What a report is made of: the recommendation, and of each contact so far its phase and the alerts given at it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ipt_rules.case import Case
from ipt_rules.case.checks import not_yet
from ipt_rules.case.record import Contact, contacts
from ipt_rules.errors import CaseError
from ipt_rules.facts.view import View
from ipt_rules.matching import engine_names
from ipt_rules.quiet import Quiet
from ipt_rules.recommendation import Finding, Matter, Recommendation
from ipt_rules.recommending import recommendation_from, run_chapters
from ipt_rules.replay import Replay, as_it_stood
from ipt_rules.rulebook import Rulebook
from ipt_rules.vocabulary import ALERT_LEVELS


@dataclass(frozen=True, repr=False)
class Stop(Quiet):
    """One contact as it stood on its day: the phase, and the alerts that were given."""

    _told = ("phase",)

    contact: Contact
    phase: str
    alerts: tuple[Finding, ...]

    @property
    def level(self) -> str | None:
        """The level of its highest alert."""
        return highest(self.alerts)


@dataclass(frozen=True, repr=False)
class Material(Quiet):
    """All that the page is made from. `stops` are the contacts up to the day, the intake first."""

    case: Case
    rulebook: Rulebook
    view: View
    recommendation: Recommendation
    stops: tuple[Stop, ...]

    def first_told(self, matter: Matter) -> Stop | None:
        """The contact from which on an alert about a matter was given at each contact; None where it was given at none."""
        since = None
        for stop in reversed(self.stops):
            if not any(alert.matter == matter for alert in stop.alerts):
                break
            since = stop
        return since


def gather(case: Case, rulebook: Rulebook, on: date, *, engine: str | None = None) -> Material:
    """Everything that the report of a case says, for the day `on`.

    Raises CaseError when `on` is before the intake or before an event recorded as past; EngineError when the engine fails.
    """
    too_early = not_yet(case, on)
    if too_early:
        raise CaseError(too_early)
    name = engine or engine_names()[0]
    replay = Replay(case, rulebook, name)
    run = run_chapters(case, rulebook, on, name, replay=replay)
    recommendation = recommendation_from(run, case, rulebook, on, name)
    return Material(
        case=case,
        rulebook=rulebook,
        view=View(case, on, rulebook),
        recommendation=recommendation,
        stops=tuple(_stops(case, rulebook, recommendation, replay)),
    )


def _stops(case: Case, rulebook: Rulebook, recommendation: Recommendation, replay: Replay) -> Iterator[Stop]:
    """Each contact with what it was judged by on its day; only the chapters that can give an alert are run."""
    until = _after_the_alerts(rulebook)
    so_far = contacts(case, recommendation.on)
    for contact in so_far:
        if contact is so_far[-1] and contact.date == recommendation.on:
            yield Stop(contact, str(recommendation.phase["phase"]), recommendation.alerts)
            continue
        then = as_it_stood(case, contact)
        run = run_chapters(then, rulebook, contact.date, recommendation.engine, until=until, replay=replay)
        the_case = next(fact for fact in run.facts if fact.kind == "case")
        alerts = tuple(one for one in run.findings if one.conclusion == "alert")
        yield Stop(contact, str(the_case.get("phase")), alerts)


def _after_the_alerts(rulebook: Rulebook) -> str | None:
    """The chapter after the last one with a rule that can give an alert."""
    alerting = [
        at
        for at, chapter in enumerate(rulebook.chapters)
        if any(rulebook.outlines[rule].conclusion == "alert" for rule in rulebook.active(chapter))
    ]
    after = max(alerting, default=-1) + 1
    return rulebook.chapters[after] if after < len(rulebook.chapters) else None


def highest(alerts: Sequence[Finding]) -> str | None:
    """The highest level among some alerts; None where there are none."""
    return min((str(one.content["level"]) for one in alerts), key=ALERT_LEVELS.index, default=None)
