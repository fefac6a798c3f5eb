"""What is read first: of all that was found, what matters for the next contact. The rest waits, is counted, and is never lost.

The policy, stated once (docs/adr/0007-the-first-screen.md):

1. Every alert, and whatever safety needs asked, planned or referred, is read first, always.
2. So is every referral, and every argument against a course of treatment; of the arguments for one the first.
3. Of the phase: what changes, or is paused or overrun; a checklist only where nothing of that is to be said.
4. Of the focus: what is undecided, the stage of a dispute, and what to look at again; the arguments stand in the table.
5. Of progress: what to look at again; its notes are read as one paragraph, headlines such as a response first, a few.
6. Of plans: what is due before what is only open or on offer.
7. Of the questions a few: one of each need in turn, the needs of the next session's phase first; those that only the
   choice of focus waits for not any more, once a focus is agreed.
8. While an alert holds all technique advice, only what belongs to the alert is read, with the scores and what they call for;
   beside other alerts fewer points to look at again.

Notes, techniques' blocks and what an area's arguments say one by one wait. The numbers below are about reading, not clinical.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ipt_rules.recommendation import Finding, holds_all

QUESTIONS_FIRST, QUESTIONS_BESIDE_ALERT = 6, 3
"""Questions read first, those that safety waits for not counted."""

NEEDS: Mapping[str, tuple[str, ...]] = {
    "not-started": ("course", "progress", "focus", "phase"),
    "initial": ("course", "progress", "focus", "phase", "techniques"),
    "middle": ("progress", "techniques", "focus", "phase", "course"),
    "ending": ("ending", "maintenance", "progress", "techniques", "focus"),
    "maintenance": ("maintenance", "progress", "ending", "techniques"),
    "finished": ("maintenance", "ending", "progress"),
}
"""For the phase of the next session: what questions are needed for, the most pressing first; others come last."""

FIRST_OF: Mapping[tuple[str, str], int] = {
    ("suitability", "fits"): 2,
    ("suitability", "review"): 1,
    ("suitability", "plan"): 2,
    ("phase", "phase"): 2,
    ("phase", "review"): 2,
    ("phase", "plan"): 1,
    ("focus", "choose"): 2,
    ("focus", "stage"): 2,
    ("focus", "review"): 2,
    ("progress", "review"): 2,
    ("progress", "note"): 2,
    ("progress", "plan"): 1,
    ("techniques", "review"): 2,
    ("techniques", "plan"): 1,
    ("ending", "review"): 1,
    ("ending", "phase"): 1,
    ("ending", "plan"): 3,
    ("maintenance", "review"): 2,
    ("maintenance", "phase"): 1,
    ("maintenance", "plan"): 3,
}
"""How many of one kind of conclusion are read first in a section; kinds that are not named wait."""

UNDER_ALERT: Mapping[tuple[str, str], int] = {
    ("phase", "phase"): 1,
    ("progress", "review"): 1,
    ("progress", "note"): 2,
}
"""The same while an alert holds all technique advice."""

ALWAYS = ("alert", "refer")
IN_SAFETY = ("ask", "plan", "phase", "review")
TOLD_BY_THE_CHOICE = ("agreed", "recommend", "lean", "none")
"""Roles of `choose` that the line on the choice of focus says already."""

CHANGES = ("hold", "overrun", "ready", "due", "extended", "offer", "checklist")
WEIGHTS = ("strong", "moderate", "weak")
PLANS = ("due", "recommend", "offer", "open", "done")


def mark_prominent(
    findings: Sequence[Finding], phase: Mapping[str, Any], *, focus_agreed: bool = False
) -> tuple[Finding, ...]:
    """The same findings in the same order, those that are read first marked.

    `phase` is the case fact of the answer; with `focus_agreed` the questions that only the choice waits for wait too.
    """
    asked = [one for one in findings if not (focus_agreed and _for_the_choice(one))]
    chosen = {id(one) for one in (*_statements(findings), *_questions(asked, phase))}
    return tuple(replace(one, prominent=True) if id(one) in chosen else one for one in findings)


def _for_the_choice(finding: Finding) -> bool:
    return finding.conclusion == "ask" and finding.content["needed_for"] == "focus"


def _statements(findings: Sequence[Finding]) -> Iterator[Finding]:
    taken: Counter[tuple[str, str]] = Counter()
    most = _most(findings)
    changing = any(one.conclusion == "phase" and one.content["status"] != "checklist" for one in findings)
    for finding in sorted(findings, key=_rank):  # stable: inside one rank the order of the answer stays
        place = (finding.section, finding.conclusion)
        if _always(finding):
            yield finding
        elif not _waits(finding, changing) and taken[place] < most.get(place, 0):
            taken[place] += 1
            yield finding


def _waits(finding: Finding, changing: bool) -> bool:
    """Questions have an order of their own; a checklist waits while its phase is paused, overrun or at its end."""
    if finding.conclusion == "choose":
        return finding.content["role"] in TOLD_BY_THE_CHOICE
    checklist = finding.conclusion == "phase" and finding.content["status"] == "checklist"
    return finding.conclusion == "ask" or (checklist and changing)


def _always(finding: Finding) -> bool:
    against = finding.conclusion == "fits" and finding.content["verdict"] == "against"
    for_safety = finding.section == "safety" and finding.conclusion in IN_SAFETY
    return finding.conclusion in ALWAYS or against or for_safety


def _most(findings: Sequence[Finding]) -> Mapping[tuple[str, str], int]:
    """How many of a kind are read first: beside an alert that holds nothing, one point to look at again in a section."""
    if any(map(holds_all, findings)):
        return UNDER_ALERT
    if not any(finding.conclusion == "alert" for finding in findings):
        return FIRST_OF
    return {place: min(most, 1) if place[1] == "review" else most for place, most in FIRST_OF.items()}


def _rank(finding: Finding) -> int:
    """Among findings of one kind in one section: what changes before what is listed."""
    if finding.conclusion == "fits":
        return WEIGHTS.index(finding.content["weight"])
    if finding.conclusion == "note":
        return 0 if finding.content.get("headline") else 1
    if finding.conclusion == "phase":
        return CHANGES.index(finding.content["status"])
    return PLANS.index(finding.content["status"]) if finding.conclusion == "plan" else 0


def _questions(findings: Sequence[Finding], phase: Mapping[str, Any]) -> list[Finding]:
    """The questions that come first, beside those that safety waits for: one of each need in turn, so none is forgotten."""
    order = NEEDS.get(str(phase.get("next_phase")), ())
    asked = [one for one in findings if one.conclusion == "ask" and one.section != "safety"]
    if any(map(holds_all, findings)):
        return []
    turns: Counter[str] = Counter()
    ranked: list[tuple[int, int, Finding]] = []
    for finding in sorted(asked, key=lambda one: -len(one.content.get("waits", ()))):
        need = str(finding.content["needed_for"])
        ranked.append((turns[need], order.index(need) if need in order else len(order), finding))
        turns[need] += 1
    alerted = any(finding.conclusion == "alert" for finding in findings)
    most = QUESTIONS_BESIDE_ALERT if alerted else QUESTIONS_FIRST
    return [finding for _, _, finding in sorted(ranked, key=lambda one: one[:2])[:most]]
