"""`recommend(case, rulebook, on)`: facts, then chapter by chapter matches and findings, then one recommendation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ipt_rules.case import Case
from ipt_rules.case.checks import not_yet
from ipt_rules.case.record import Contact, contacts
from ipt_rules.chart import progress_of
from ipt_rules.errors import CaseError
from ipt_rules.facts.base import Fact, make_fact
from ipt_rules.facts.common import PAST_ALERT
from ipt_rules.facts.derive import derive_facts
from ipt_rules.facts.risk import cleared
from ipt_rules.facts.screens import cleared_by_screens
from ipt_rules.facts.view import View
from ipt_rules.finding import conclusion_facts, findings_of
from ipt_rules.focus import choose
from ipt_rules.matching import engine_names
from ipt_rules.planning import plans_of
from ipt_rules.query import Match
from ipt_rules.recommendation import Finding, FocusChoice, Recommendation, assemble
from ipt_rules.rulebook import CHAPTERS_OF_CHOICE, Rulebook
from ipt_rules.techniques import advise

SAFETY = "safety"
NO_CHOICE = FocusChoice("none", None, None, None, None, (), ())


@dataclass
class Run:
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
    return _recommendation(case, rulebook, on, name, run)


def run_chapters(
    case: Case, rulebook: Rulebook, on: date, engine: str, drafts: bool = False, *, until: str | None = None
) -> Run:
    """All chapters in order, or those before `until`; each sees the facts and what earlier chapters concluded."""
    facts = [*derive_facts(case, on, rulebook), *past_alerts(case, rulebook, on, engine)]
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


def chapter_findings(matches: Sequence[Match], rulebook: Rulebook, facts: Sequence[Fact]) -> list[Finding]:
    by_rule: dict[str, list[Match]] = {}
    for match in matches:
        by_rule.setdefault(match.rule_id, []).append(match)
    return [
        finding
        for rule_id in sorted(by_rule)
        for finding in findings_of(rulebook.rules[rule_id], by_rule[rule_id], rulebook, facts)
    ]


def past_alerts(case: Case, rulebook: Rulebook, on: date, engine: str) -> list[Fact]:
    """The alerts of earlier contacts, by running the safety chapter on what was known on each of those days.

    A pure function of the case: an alert cannot get lost, because it is found again from the record each time.
    """
    if SAFETY not in rulebook.chapters:
        return []
    so_far = contacts(case, on)
    now = max(place for place, contact in enumerate(so_far) if contact.held)
    told: list[tuple[Contact, Finding]] = []
    for contact in filter(_tells, so_far[:now]):
        then = _as_it_stood(case, contact)
        view = View(then, contact.date, rulebook)
        run = Run([*derive_facts(then, contact.date, rulebook), *_as_past(told, view)])
        run_chapter(SAFETY, rulebook, engine, run)
        told += [(contact, finding) for finding in run.findings if finding.conclusion == "alert"]
    return _as_past(told, View(case, on, rulebook))


def _tells(contact: Contact) -> bool:
    """Whether a contact can have told something: a missed session can, by a call or a questionnaire sent in."""
    return contact.held or contact.part.risk is not None or contact.part.measures is not None


def _as_it_stood(case: Case, contact: Contact) -> Case:
    """The case up to a contact: another contact later on the same day is not part of it."""
    so_far = tuple(one for one in case.sessions if (one.date, one.number) <= (contact.date, contact.number))
    return case if so_far == case.sessions else case.model_copy(update={"sessions": so_far})


def _as_past(told: Sequence[tuple[Contact, Finding]], view: View) -> list[Fact]:
    """Earlier alerts as seen on the day of `view`, each with whether it was cleared since."""
    places = [contact.place for contact in view.contacts]
    given = [(places.index(contact.place), finding) for contact, finding in told]
    return [
        make_fact(
            PAST_ALERT,
            contact.place,
            rule=finding.rule_id,
            level=finding.content["level"],
            about=finding.content["about"],
            session=contact.number,
            contacts_ago=sum(later.held for later in view.contacts[at + 1 :]),
            days_ago=(view.on - contact.date).days,
            cleared=cleared(view, finding.content["about"], finding.person, start, at),
            screens_clear=cleared_by_screens(view, start, at),
            person=finding.person,
        )
        for (contact, finding), (at, _) in zip(told, given, strict=True)
        for start in (_first_given(given, finding, at, view),)
    ]


def _first_given(given: Sequence[tuple[int, Finding]], finding: Finding, at: int, view: View) -> int:
    """The contact, by place in order, from which on an alert about the same was given at every contact held up to `at`.

    What stands is told again each time, perhaps by another rule: clear screens count from when it was told first.
    """
    same = {place for place, other in given if _about(other) == _about(finding)}
    start = at
    for place in range(at, -1, -1):
        if place in same:
            start = place
        elif view.contacts[place].held:
            break
    return start


def _about(alert: Finding) -> tuple[str, str | None]:
    return str(alert.content["about"]), alert.person


def _recommendation(case: Case, rulebook: Rulebook, on: date, engine: str, run: Run) -> Recommendation:
    shown, held = assemble(run.findings, rulebook.chapters)
    techniques, blocked = advise(run.findings, held, run.facts, rulebook)
    the_case = next(fact for fact in run.facts if fact.kind == "case")
    return Recommendation(
        case_id=case.id,
        on=on,
        phase=dict(the_case.values),
        focus=run.choice,
        findings=shown,
        held=held,
        techniques=techniques,
        blocked_techniques=blocked,
        progress=progress_of(run.facts),
        rulebook=_identity(rulebook),
        engine=engine,
        plans=plans_of(View(case, on, rulebook), run.facts, run.findings, rulebook),
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
    }
