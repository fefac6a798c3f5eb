"""`derive_facts`: a case as known on a day -> the facts that the rules read."""

from __future__ import annotations

from datetime import date

from ipt_rules.case import Case
from ipt_rules.errors import CaseError, Problem
from ipt_rules.facts.base import Fact, make_fact
from ipt_rules.facts.common import ENQUIRY
from ipt_rules.facts.kinds import MODULES
from ipt_rules.facts.view import Knowledge, View


def derive_facts(case: Case, on: date, knowledge: Knowledge) -> tuple[Fact, ...]:
    """Every fact of the case as known on the day `on`, always in the same order; the case fact comes first.

    `knowledge` is the rulebook: parameters, courses, instruments, checklists. Raises CaseError when `on` is before
    the intake.
    """
    if on < case.intake.date:
        raise CaseError(
            [Problem("case", 0, "CASE-90", "the day of the advice is before the intake", "give a later --on")]
        )
    view = View(case, on, knowledge)
    facts = [fact for module in MODULES for fact in module.derive(view)]
    return (*facts, *_enquiries(view))


def _enquiries(view: View) -> list[Fact]:
    asked = view.background.asked
    return [
        make_fact(ENQUIRY, view.place(f"asked.{topic}"), topic=topic, answer=answer) for topic, answer in asked.items()
    ]
