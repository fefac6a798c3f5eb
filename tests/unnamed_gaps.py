"""What may change alerts, phase or focus although no gap names it: each field once, with what it may change and why."""

from __future__ import annotations

from collections.abc import Mapping

DANGER = "a sign of danger that somebody tells: a yes raises an alert, and no list asks for all that could be told"
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
            *(
                f"Risk.{name}"
                for name in ("past_attempt", "recent_discharge", "new_severe_symptoms", "clinician_concern")
            ),
            *(f"Risk.{name}" for name in ("self_injury", "self_neglect", "not_eating_or_drinking")),
            *(f"Risk.{name}" for name in ("wish_to_join_the_dead", "harm_others", "safeguarding")),
            *(f"Risk.{name}" for name in ("harm_baby_intent", "harm_baby_intrusive", "psychotic_signs")),
            *(f"Cssrs.{name}" for name in ("q1", "q2", "q3", "q4", "q5", "q6", "q6_3m")),
            *(f"Violence.{name}" for name in ("now", "fear", "person", "asked_alone")),
            *(f"Diagnosis.{name}" for name in ("psychosis", "mania_now", "catatonia", "withdrawal_risk", "bipolar")),
            *(f"{score}.{name}" for score in ("Score", "Phq9Score") for name in ("total", "items")),
            *(f"{part}.asked" for part in ("Intake", "Background")),
        ),
    ),
    (REMOTE, frozenset({ALERTS}), ("Intake.kind", "Session.kind", "Course.format", "Preferences.format")),
    (
        RECORDED,
        frozenset({ALERTS, PHASE, FOCUS}),
        (
            *(
                f"Session.{name}"
                for name in ("phase", "attended", "planned_gap", "notice_given", "contact_made", "crisis_used_session")
            ),
            *(f"FocusAgreed.{name}" for name in ("about", "patient_agrees", "second_area", "second_about")),
            *(f"Course.{name}" for name in ("type", "planned_sessions")),
            *(f"Ending.{name}" for name in ("ended_early", "extension_wanted")),
            *(f"Maintenance.{name}" for name in ("accepted", "planned_sessions", "ends", "discussed")),
            *(f"{part}.patient_priority" for part in ("Intake", "Background")),
        ),
    ),
    (
        MAKES_AN_ENTRY,
        frozenset({FOCUS}),
        (
            "Relationship.expectations_met",
            "MedicalCondition.affects_relationships",
            "Diagnosis.prolonged_grief",
        ),
    ),
    (
        WORKED_OUT,
        frozenset({FOCUS}),
        ("Patient.pregnant", "Patient.due_date", "Patient.weeks_postpartum"),
    ),
)

NOT_NAMED: Mapping[str, tuple[frozenset[str], str]] = {
    name: (what, why) for why, what, names in _WHAT for name in names
}
"""`Model.field` to what it may change, and why no gap names it."""
