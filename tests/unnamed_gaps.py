"""What may change alerts, phase or focus although no gap names it: each field once, with what it may change and why."""

from __future__ import annotations

from collections.abc import Mapping

WHO_FILLED_IT_IN = "an item counts only when the patient answered it; whether somebody else did is told or not"
REMOTE = "the format in which a contact was held: it is recorded or not, and brings its own question"
RECORDED = "a decision or an occurrence: it holds because it is recorded; a blank one is nothing that is not known"

ALERTS, PHASE, FOCUS = "alerts", "phase", "focus"

_WHAT: tuple[tuple[str, frozenset[str], tuple[str, ...]], ...] = (
    (WHO_FILLED_IT_IN, frozenset({ALERTS}), ("Phq9Score.by_patient",)),
    (REMOTE, frozenset({ALERTS}), ("Intake.kind", "Session.kind", "Course.format", "Preferences.format")),
    (
        RECORDED,
        frozenset({ALERTS, PHASE, FOCUS}),
        (
            *(f"Session.{name}" for name in ("phase", "attended", "planned_gap", "crisis_used_session")),
            *(f"FocusAgreed.{name}" for name in ("about", "patient_agrees", "second_area")),
            "Course.type",
            "Intake.patient_priority",
            "Background.patient_priority",
        ),
    ),
)


def _listed() -> dict[str, tuple[frozenset[str], str]]:
    listed: dict[str, tuple[frozenset[str], str]] = {}
    for why, what, names in _WHAT:
        for name in names:
            before, reason = listed.get(name, (frozenset(), ""))
            listed[name] = (before | what, f"{reason}; {why}" if reason else why)
    return listed


NOT_NAMED: Mapping[str, tuple[frozenset[str], str]] = _listed()
"""`Model.field` to what it may change, and why no gap names it."""
