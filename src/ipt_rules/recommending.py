"""`recommend(case, rulebook, on)`: facts, then chapter by chapter matches and findings, then one recommendation."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from ipt_rules.case import Case
from ipt_rules.case.checks import not_yet
from ipt_rules.case.record import Contact
from ipt_rules.chart import progress_of
from ipt_rules.danger import danger_signs
from ipt_rules.errors import CaseError
from ipt_rules.facts.base import Fact
from ipt_rules.facts.derive import derive_facts
from ipt_rules.facts.view import View
from ipt_rules.finding import chapter_findings, conclusion_facts
from ipt_rules.focus import choose
from ipt_rules.matching import engine_names
from ipt_rules.planning import plans_of
from ipt_rules.prominence import mark_prominent
from ipt_rules.quiet import Quiet
from ipt_rules.recommendation import Finding, FocusChoice, Recommendation, assemble
from ipt_rules.replay import Replay, as_it_stood, past_alerts
from ipt_rules.rulebook import CHAPTERS_OF_CHOICE, Rulebook
from ipt_rules.techniques import advise
from ipt_rules.translation import _, counted

NO_CHOICE = FocusChoice("none", None, None, None, None, (), ())


@dataclass(repr=False)
class Run(Quiet):
    """What a run over the chapters has gathered: facts (conclusions included), findings, and the choice of focus."""

    facts: list[Fact]
    findings: list[Finding] = field(default_factory=list)
    choice: FocusChoice = NO_CHOICE


def recommend(
    case: Case,
    rulebook: Rulebook,
    on: date,
    *,
    engine: str | None = None,
    include_drafts: bool = False,
) -> Recommendation:
    """What to consider for this case on the day `on`.

    `engine` is `rete` or `plain`; left out, the default of this installation. The same input gives the same answer.
    Raises CaseError when `on` is before the intake, or before an event that is recorded as past; EngineError when the
    engine fails.
    """
    too_early = not_yet(case, on)
    if too_early:
        raise CaseError(too_early)
    name = engine or engine_names()[0]
    run = run_chapters(case, rulebook, on, name, include_drafts)
    return recommendation_from(run, case, rulebook, on, name)


def recommended_at(
    case: Case, rulebook: Rulebook, contact: Contact, engine: str, drafts: bool = False, replay: Replay | None = None
) -> tuple[Run, Recommendation]:
    """What was to be said at a contact of a case: of the case as it stood then, on that day.

    An event that was recorded ahead of its day is no obstacle here: the contact did take place.
    """
    then = as_it_stood(case, contact)
    run = run_chapters(then, rulebook, contact.date, engine, drafts, replay=replay)
    return run, recommendation_from(run, then, rulebook, contact.date, engine)


def run_chapters(
    case: Case,
    rulebook: Rulebook,
    on: date,
    engine: str,
    drafts: bool = False,
    *,
    until: str | None = None,
    replay: Replay | None = None,
) -> Run:
    """All chapters in order, or those before `until`; each sees the facts and what earlier chapters concluded."""
    facts = [*derive_facts(case, on, rulebook), *past_alerts(case, rulebook, on, engine, replay)]
    run = Run(facts)
    for chapter in rulebook.chapters:
        if chapter == CHAPTERS_OF_CHOICE[1]:
            run.choice, made = choose(run.facts, run.findings, rulebook)
            run.facts += made
        if chapter == until:
            break
        run_chapter(chapter, rulebook, engine, run, drafts)
    return run


def run_chapter(chapter: str, rulebook: Rulebook, engine: str, run: Run, drafts: bool = False) -> None:
    """Match one chapter and add its findings, as findings and as facts."""
    matches = rulebook.matcher(chapter, engine, drafts=drafts).match(run.facts)
    found = chapter_findings(matches, rulebook, run.facts)
    run.findings += found
    run.facts += [fact for finding in found for fact in conclusion_facts(finding)]


def recommendation_from(run: Run, case: Case, rulebook: Rulebook, on: date, engine: str) -> Recommendation:
    """What a run over all chapters comes to."""
    shown, held = assemble(run.findings, rulebook.chapters)
    if any(fact.kind == "attendance" and fact.get("absent") is True for fact in run.facts):
        shown = tuple(map(_at_next_contact, shown))
    techniques, blocked = advise(run.findings, held, run.facts, rulebook)
    view = View(case, on, rulebook)
    the_case = next(fact for fact in run.facts if fact.kind == "case")
    return Recommendation(
        case_id=case.id,
        on=on,
        phase=dict(the_case.values),
        focus=run.choice,
        findings=mark_prominent(shown, the_case.values, focus_agreed=run.choice.status == "agreed"),
        held=held,
        techniques=techniques,
        blocked_techniques=blocked,
        progress=progress_of(run.facts),
        rulebook=_identity(rulebook),
        engine=engine,
        notices=_not_read(case, on),
        plans=plans_of(view, run.facts, run.findings, rulebook),
        danger_signs=danger_signs(view),
    )


def _at_next_contact(finding: Finding) -> Finding:
    """An alert for somebody who missed the last session, and is not there to be asked in it (MIS-02)."""
    return replace(finding, content={**finding.content, "away": True}) if finding.conclusion == "alert" else finding


def _not_read(case: Case, on: date) -> tuple[str, ...]:
    """What of the file is not part of the answer: a wrong year must not make a session vanish without a word."""
    later = [session.date for session in case.sessions if session.date > on]
    if not later:
        return ()
    span = _("{first} to {last}").format(first=min(later), last=max(later))
    return (
        counted(
            "{number} session is not read, dated after {on}: {days}. If a date is wrong, correct it.",
            "{number} sessions are not read, dated after {on}: {days}. If a date is wrong, correct it.",
            len(later),
            on=on,
            days=str(min(later)) if len(later) == 1 else span,
        ),
    )


def _identity(rulebook: Rulebook) -> dict[str, Any]:
    return {
        "packs": [
            {
                "name": pack.name,
                "version": pack.version,
                "review": pack.info.review,
                "intended_use": list(pack.info.intended_use),
            }
            for pack in rulebook.packs
        ],
        "content_hash": rulebook.content_hash,
        "site_parameters": rulebook.site_parameters,
    }
