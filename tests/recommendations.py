"""Recommendations made by hand, for the tests of what is shown: no rulebook, no engine."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from ipt_rules.recommendation import (
    Argument,
    Candidate,
    Citation,
    FactUsed,
    Finding,
    FocusChoice,
    FocusGap,
    Held,
    Recommendation,
    TechniqueAdvice,
)

MANUAL = Citation("manual", "Weller A, Ross B, Klein C (2018). A Guide. Oxford: A Press.", "chapter 5")
GUIDELINE = Citation("guideline", "NICE (2022). Depression in adults. NICE guideline NG222.")
OWN = Citation("design", "This product's own operationalisation")
LAY = Citation("S2", "Blog article")


def finding(rule_id: str, conclusion: str, chapter: str, summary: str, **more: Any) -> Finding:
    """A finding with a caution and a source unless told otherwise."""
    given: dict[str, Any] = {
        "rule_version": 1,
        "urgency": "info",
        "rationale": f"The reason of {rule_id}.",
        "cautions": (f"The caution of {rule_id}.",),
        "references": (GUIDELINE,),
        "statements": ("FOC-01",),
        **more,
    }
    return Finding(rule_id=rule_id, conclusion=conclusion, chapter=chapter, summary=summary, **given)


def used(*places: str) -> tuple[FactUsed, ...]:
    return (FactUsed("fact", "loss", places),)


INTENT = finding(
    "intent",
    "alert",
    "safety",
    "Suicidal intent told",
    urgency="critical",
    rationale="The screener has a yes to intent.",
    consider=("Do not leave the person alone.", "Make the surroundings safer."),
    content={"level": "1", "about": "suicide", "holding": "all"},
    facts=used("sessions[1].risk.cssrs.q4"),
)
ASK_ITEM = finding(
    "ask-item",
    "ask",
    "gaps",
    "The screener was not asked",
    content={"question": "What are the answers to the screener?", "answers": "x", "needed_for": "safety", "waits": ()},
    references=(OWN, LAY),
)
INITIAL = finding(
    "initial",
    "phase",
    "phases",
    "The initial phase: what is done and what is open",
    content={"status": "checklist", "checklist": "initial"},
    done=("Ask about safety",),
    open=("Agree on a focus", "Make the contract"),
)
DEATH = finding(
    "death",
    "argues_for",
    "focus",
    "The episode followed a death",
    rationale="mother died 8 weeks before the episode began.",
    content={"area": "grief", "weight": "strong", "counts_as": "death"},
    subject="mother",
    references=(MANUAL, GUIDELINE, replace(MANUAL, key="c", at=None), OWN),
    facts=used("intake.life_events[0]", "intake.relationships[0]"),
)
NOT_HIDDEN = finding(
    "not-hidden",
    "argues_against",
    "focus",
    "Mourning goes on as expected",
    rationale="She speaks of mother and weeps.",
    content={"area": "grief", "weight": "moderate", "counts_as": "mourning"},
    subject="mother",
)
CHOOSE = finding("choose-one", "choose", "choice", "Consider grief as the focus", content={"role": "recommend"})
SUGGEST = finding(
    "explore-loss",
    "suggest",
    "techniques",
    "Explore the loss",
    content={"techniques": ("TEC-08",)},
    consider=("Go at the person's pace.",),
)
PLAN = finding("signs", "plan", "ending", "Write down early signs", content={"part": "signs", "status": "due"})

FOCUS = FocusChoice(
    status="recommended",
    primary="grief",
    primary_about="mother",
    secondary=None,
    confidence="medium",
    confidence_reasons=("lead-small", "agreement-not-recorded"),
    candidates=(
        Candidate(
            area="grief",
            subject="mother",
            about="mother",
            score=1,
            has_strong=True,
            is_candidate=True,
            rank=1,
            lead=1,
            arguments=(
                Argument("death", "grief", "mother", 3, "death", True, DEATH.summary, DEATH.rationale),
                Argument(
                    "not-hidden", "grief", "mother", -2, "mourning", True, NOT_HIDDEN.summary, NOT_HIDDEN.rationale
                ),
            ),
        ),
        Candidate("role-dispute", "", "", 0, False, False, 2, -1, ()),
    ),
    gaps=(FocusGap("loss.cried", "mother: cried at the time", "grief", 2, 1, ("death",)),),
)
RECOMMENDATION = Recommendation(
    case_id="anna",
    on=date(2026, 5, 2),
    phase={
        "phase": "initial",
        "phase_basis": "recorded",
        "session_number": 2,
        "next_session": 3,
        "planned_sessions": 12,
    },
    focus=FOCUS,
    findings=(INTENT, ASK_ITEM, INITIAL, DEATH, NOT_HIDDEN, CHOOSE, PLAN),
    held=(Held(SUGGEST, ("intent",)),),
    techniques=(),
    blocked_techniques=(),
    progress={},
    rulebook={
        "packs": [
            {"name": "core", "version": "0.1.0", "review": "pending", "intended_use": ["For trained therapists."]}
        ],
        "content_hash": "0123456789abcdef",
    },
    engine="plain",
)
EMPTY = replace(RECOMMENDATION, findings=(), held=(), focus=FocusChoice("none", None, None, None, None, (), ()))

ADVISED = replace(
    RECOMMENDATION,
    findings=(SUGGEST,),
    held=(),
    focus=EMPTY.focus,
    techniques=(
        TechniqueAdvice(
            "TEC-08", "Reconstruction of the relationship", "Ask how it was.", "It was close.", ("explore-loss",)
        ),
    ),
    blocked_techniques=(
        TechniqueAdvice(
            "TEC-19",
            "Joint session",
            "",
            "",
            (),
            person="partner",
            blocked_by=("violence",),
            blocked_why=("Fear is told.",),
        ),
    ),
)
