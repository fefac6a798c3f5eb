"""`derive_facts`: a case as known on a day -> the facts that the rules read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from types import ModuleType

from ipt_rules.case import Case
from ipt_rules.case.base import LAST_YEAR
from ipt_rules.errors import CaseError, Problem
from ipt_rules.facts.base import Fact, make_fact
from ipt_rules.facts.common import ENQUIRY
from ipt_rules.facts.kinds import MODULES
from ipt_rules.facts.view import EVERYTHING, UNKNOWN_KIND, Knowledge, View, Wanted


def derive_facts(case: Case, on: date, knowledge: Knowledge, wanted: Wanted = EVERYTHING) -> tuple[Fact, ...]:
    """Every fact of the case as known on the day `on`, always in the same order; the case fact comes first.

    `knowledge` is the rulebook: parameters, courses, instruments, checklists. With `wanted` only the facts that it
    names, the same and in the same order. Raises CaseError when `on` is before the intake, or so late that days cannot be
    counted from it.
    """
    if on < case.intake.date:
        raise CaseError(
            [Problem("case", 0, "CASE-90", "the day of the advice is before the intake", "give a later --on")]
        )
    if on.year > LAST_YEAR:
        hint = "give an earlier --on"
        raise CaseError([Problem("case", 0, "CASE-91", f"the day of the advice lies after {LAST_YEAR}", hint)])
    return facts_of(View(case, on, knowledge, wanted=wanted))


def facts_of(view: View) -> tuple[Fact, ...]:
    """The facts that are wanted of a view; modules that declare none of them are left alone."""
    facts = [fact for module in MODULES if view.wanted.any_of(*_declared(module)) for fact in _derived(module, view)]
    if view.wants((ENQUIRY,)):
        facts += _enquiries(view)
    return tuple(facts if view.wanted is EVERYTHING else filter(view.wanted.fact, facts))


@lru_cache
def _declared(module: ModuleType) -> tuple[frozenset[str], frozenset[str]]:
    """The kinds and the topics of `unknown` that a module derives."""
    kinds = (*module.KINDS, *getattr(module, "SHARED_KINDS", ()))
    return frozenset(kind.name for kind in kinds), frozenset(module.UNKNOWNS)


def _derived(module: ModuleType, view: View) -> Iterator[Fact]:
    """What a module derives. What it does not declare is a bug: asked for by name, such a fact would be missing."""
    kinds, topics = _declared(module)
    for fact in module.derive(view):
        told = fact.values["topic"] in topics if fact.kind == UNKNOWN_KIND else fact.kind in kinds
        if not told:
            raise ValueError(f"{module.__name__} derives the fact {fact.kind} without declaring it")
        yield fact


def _enquiries(view: View) -> list[Fact]:
    asked = view.background.asked
    return [
        make_fact(ENQUIRY, view.place(f"asked.{topic}"), topic=topic, answer=answer) for topic, answer in asked.items()
    ]
