"""What is shown of the PHQ-9 over the course (MON-03): every usable score, and what became of it, as plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ipt_rules.facts.base import Fact
from ipt_rules.translation import _

SHOWN = (
    "baseline",
    "baseline_session",
    "late_baseline",
    "latest",
    "latest_session",
    "days_since_latest",
    "band",
    "change",
    "fall_percent",
    "response",
    "remission",
    "sustained_remission",
    "reliable_change",
    "deteriorated",
)
"""The fields of the fact `progress` that are passed on; one that is not known is not there."""


def progress_of(facts: Sequence[Fact]) -> Mapping[str, Any]:
    """The progress of a case: `history` in order, the outcome, and `lines` for reading; empty without a score."""
    progress = next((fact for fact in facts if fact.kind == "progress"), None)
    if progress is None:
        return {}
    scores = [fact for fact in facts if fact.kind == "measure" and _counts(fact)]
    return {
        "instrument": "phq9",
        "history": [_entry(fact) for fact in scores],
        **{name: progress.get(name) for name in SHOWN if progress.get(name) is not None},
        "lines": [_line(scores)],
    }


def _line(scores: Sequence[Fact]) -> str:
    """All scores in one line, from the first contact that has one to the last."""
    if len(scores) == 1:
        return _("PHQ-9 {total}, at {when}.").format(total=scores[0].get("total"), when=scores[0].get("when"))
    totals = ", ".join(str(fact.get("total")) for fact in scores)
    return _("PHQ-9 from {first} to {last}: {totals}.").format(
        first=scores[0].get("when"), last=scores[-1].get("when"), totals=totals
    )


def _counts(fact: Fact) -> bool:
    return fact.get("instrument") == "phq9" and fact.get("usable") is True


def _entry(fact: Fact) -> dict[str, Any]:
    day = fact.get("day")
    return {"session": fact.get("session"), "date": str(day), "total": fact.get("total")}
