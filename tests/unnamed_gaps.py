"""What may change alerts, phase or focus although no gap names it: each field once, with what it may change and why."""

from __future__ import annotations

from collections.abc import Mapping

DANGER = "a sign of danger that somebody tells: a yes raises an alert, and no list asks for all that could be told"
WHO_FILLED_IT_IN = "an item counts only when the patient answered it; whether somebody else did is told or not"
REMOTE = "the format in which a contact was held: it is recorded or not, and brings its own question"
RECORDED = "a decision or an occurrence: it holds because it is recorded; a blank one is nothing that is not known"
MAKES_AN_ENTRY = (
    "it makes a conflict, a loss or a change of what was none: focus gaps list missing answers of those that are there"
)
WORKED_OUT = (
    "from it follows when a change was, or whether it came before a pregnancy; only the date itself is asked for"
)

ALERTS, PHASE, FOCUS = "alerts", "phase", "focus"

_WHAT: tuple[tuple[str, frozenset[str], tuple[str, ...]], ...] = (
    (
        DANGER,
        frozenset({ALERTS}),
        (
            *(f"Risk.{name}" for name in ("past_attempt", "recent_discharge", "new_severe_symptoms", "self_injury")),
            *(f"Risk.{name}" for name in ("self_neglect", "not_eating_or_drinking", "wish_to_join_the_dead")),
            *(f"Risk.{name}" for name in ("harm_others", "safeguarding", "clinician_concern", "psychotic_signs")),
            *(f"Risk.{name}" for name in ("harm_baby_intent", "harm_baby_intrusive")),
            *(f"Violence.{name}" for name in ("now", "fear", "person")),
            *(f"Diagnosis.{name}" for name in ("psychosis", "mania_now", "catatonia", "withdrawal_risk")),
            *(f"Patient.{name}" for name in ("pregnant", "weeks_postpartum")),
            "Intake.asked",
        ),
    ),
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
        ),
    ),
    (
        MAKES_AN_ENTRY,
        frozenset({FOCUS}),
        (
            "Relationship.expectations_met",
            "MedicalCondition.affects_relationships",
            "Diagnosis.prolonged_grief",
            "Conflict.present",
            "SocialLife.began_with_episode",
            "SocialLife.began_with_event",
        ),
    ),
    (
        WORKED_OUT,
        frozenset({FOCUS}),
        ("Patient.pregnant", "Patient.due_date", "Patient.weeks_postpartum"),
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
"""`Model.field` to what it may change, and why no gap names it. Each was seen to do so in a run of 8,062 answers."""
