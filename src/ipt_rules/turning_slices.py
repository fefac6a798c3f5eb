"""A part of a rulebook that is enough to answer one question of a case, and running it: many changed cases are tried.

A slice holds the rules in question and every earlier rule whose conclusions they test. Only the facts that these read
are derived, by the plain matcher, which defines what a rule means.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ipt_rules.case import Case
from ipt_rules.facts.base import Fact
from ipt_rules.facts.common import CONCLUSION_KINDS, PAST_ALERT
from ipt_rules.facts.derive import facts_of
from ipt_rules.facts.view import View, Wanted
from ipt_rules.finding import chapter_findings, conclusion_facts
from ipt_rules.focus import choose
from ipt_rules.matching.plain import PlainMatcher
from ipt_rules.query import Pattern, Query, Ref, wanted_by
from ipt_rules.recommendation import Finding
from ipt_rules.recommending import Run
from ipt_rules.replay import Replay, past_alerts
from ipt_rules.rulebook import CHAPTERS_OF_CHOICE, Rulebook

ARGUMENTS = ("argues_for", "argues_against")
OF_CHOICE = frozenset({"candidate", "choice", "focus_gap"})
READ_BY_CHOICE = frozenset(
    {
        *("case", "agreed_focus", "patient_priority", "enquiry", "episode", "inventory"),
        *("loss", "dispute", "life_change", "isolation"),
    }
)
"""The kinds of facts that the choice of focus reads beside the arguments."""

CONCLUDED = frozenset(one.name for one in CONCLUSION_KINDS) - {PAST_ALERT.name}
MADE_BY: Mapping[str, tuple[str, ...]] = {
    "alert": ("alert",),
    "argument": ARGUMENTS,
    "suggestion": ("suggest",),
    "blocked": ("block", "alert"),
}
"""The kinds of conclusion that become facts of a kind; a `finding` comes of any."""

FactsTold = tuple[tuple[str, tuple[tuple[str, Any], ...]], ...]


@dataclass(frozen=True)
class Slice:
    """Rules by chapter in order, the facts they read, and whether the choice of focus and earlier alerts are needed.

    With `given` it holds the rules in question alone, and what others conclude is given to `run`.
    """

    rulebook: Rulebook
    rules: Mapping[str, frozenset[str]]
    given: bool
    choice: bool
    gaps: bool
    past: bool
    wanted: Wanted
    matchers: Mapping[str, PlainMatcher] = field(repr=False)

    @property
    def queries(self) -> Iterator[Query]:
        for rules in self.rules.values():
            for rule_id in rules:
                yield from self.rulebook.queries[rule_id]

    def facts(self, case: Case, on: date, of_contacts: Mapping[tuple[str, str, int], Any] | None = None) -> list[Fact]:
        """What the slice reads of a case, earlier alerts aside; `of_contacts` is what is known of contacts it shares."""
        return list(facts_of(View(case, on, self.rulebook, of_contacts=dict(of_contacts or {}), wanted=self.wanted)))

    def run(
        self, case: Case, on: date, facts: Sequence[Fact], replay: Replay | None, given: Sequence[Finding] = ()
    ) -> Run:
        """What the rules of the slice conclude from `facts`; `replay` may serve where no earlier contact was changed."""
        run = Run([*facts, *((fact for one in given for fact in conclusion_facts(one)) if self.given else ())])
        if self.past:
            run.facts += past_alerts(case, self.rulebook, on, PlainMatcher.name, replay)
        for chapter in self.rulebook.chapters:
            if chapter == CHAPTERS_OF_CHOICE[1] and self.choice:
                run.choice, made = choose(run.facts, run.findings, self.rulebook, gaps=self.gaps)
                run.facts += made
            if chapter in self.matchers:
                matches = self.matchers[chapter].match(run.facts)
                found = chapter_findings(matches, self.rulebook, run.facts)
                run.findings += found
                run.facts += [fact for finding in found for fact in conclusion_facts(finding)]
        return run


def told(facts: Iterable[Fact]) -> FactsTold:
    """What facts say, to be compared: kinds and values, without places."""
    return tuple((fact.kind, tuple(fact.values.items())) for fact in facts)


def slice_of(rulebook: Rulebook, targets: Iterable[str], *, choice: bool = False, given: bool = False) -> Slice:
    """The slice for some rules, or (with `choice`) for the choice of focus. `given` as in Slice."""
    order = {rule_id: at for at, rule_id in enumerate(rulebook.rules)}
    needed, patterns = _needed(rulebook, targets, choice, given)
    kinds = {pattern.kind for pattern in patterns}
    choice = choice or bool(kinds & OF_CHOICE)
    rules = {
        chapter: frozenset(rule_id for rule_id in needed if rulebook.chapter_of[rule_id] == chapter)
        for chapter in rulebook.chapters
    }
    wanted = wanted_by(query for rule_id in needed for query in rulebook.queries[rule_id])
    if choice:
        wanted = wanted._replace(kinds=(wanted.kinds or frozenset()) | READ_BY_CHOICE)
    matchers = {
        chapter: PlainMatcher([query for one in sorted(held, key=order.__getitem__) for query in rulebook.queries[one]])
        for chapter, held in rules.items()
        if held
    }
    gaps = any(one.kind == "focus_gap" or _tests(one, "choice", "gaps") for one in patterns)
    return Slice(rulebook, rules, given, choice, gaps, PAST_ALERT.name in kinds, wanted, matchers)


def _needed(rulebook: Rulebook, targets: Iterable[str], choice: bool, given: bool) -> tuple[set[str], list[Pattern]]:
    """The rules that must run, from the targets back, and every pattern they match."""
    waiting = [*targets, *(_concluding(rulebook, ARGUMENTS, CHAPTERS_OF_CHOICE[0]) if choice else ())]
    needed: set[str] = set()
    patterns: list[Pattern] = []
    while waiting:
        rule_id = waiting.pop()
        if rule_id in needed:
            continue
        needed.add(rule_id)
        for query in rulebook.queries[rule_id]:
            patterns += query.patterns
            for pattern in query.patterns:
                if given and pattern.kind in CONCLUDED:
                    continue
                waiting += _sources(rulebook, pattern, rulebook.chapter_of[rule_id])
    return needed, patterns


def _sources(rulebook: Rulebook, pattern: Pattern, chapter: str) -> Iterator[str]:
    """The rules of earlier chapters of which a fact that the pattern matches can come."""
    if pattern.kind in OF_CHOICE:
        yield from _concluding(rulebook, ARGUMENTS, CHAPTERS_OF_CHOICE[0])
    if pattern.kind not in CONCLUDED:
        return
    named = _constants(pattern, "rule")
    conclusions = MADE_BY.get(pattern.kind) or _constants(pattern, "conclusion")
    for earlier in rulebook.chapters[: rulebook.chapters.index(chapter)]:
        for rule_id in rulebook.active(earlier):
            fits = conclusions is None or rulebook.outlines[rule_id].conclusion in conclusions
            if fits and (named is None or rule_id in named):
                yield rule_id


def _tests(pattern: Pattern, kind: str, name: str) -> bool:
    return pattern.kind == kind and any(term.field == name for term in pattern.terms)


def _constants(pattern: Pattern, name: str) -> tuple[str, ...] | None:
    """The words that a pattern asks of a field; None where it asks none, or another fact tells them."""
    for term in pattern.terms:
        if term.field == name and not isinstance(term.operand, Ref) and term.operator in ("is", "in"):
            return tuple(map(str, term.operand)) if isinstance(term.operand, tuple) else (str(term.operand),)
    return None


def _concluding(rulebook: Rulebook, conclusions: Sequence[str], chapter: str | None = None) -> list[str]:
    """The active rules with one of these conclusions, of one chapter or of all."""
    chapters = rulebook.chapters if chapter is None else [one for one in rulebook.chapters if one == chapter]
    return [
        rule_id
        for one in chapters
        for rule_id in rulebook.active(one)
        if rulebook.outlines[rule_id].conclusion in conclusions
    ]


def concluding(rulebook: Rulebook, *conclusions: str) -> list[str]:
    """The active rules of all chapters with one of these conclusions."""
    return _concluding(rulebook, conclusions)
