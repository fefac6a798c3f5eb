"""Which fields of a case are out of bounds for a change, each with the reason; what fields are called that do not say it."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel

from ipt_rules.translation import N_, Words

ORDER = "it holds the record together"
NAMING = "it says who or what an entry is about, and is no answer to a question"
ITSELF = "it would be the answer itself: what was agreed, or recorded as the phase"
HAPPENED = "it happened, or did not: nobody is asked for it"
DIAGNOSED = "it is for a qualified person to diagnose; nothing here suggests a diagnosis"
PATIENT = "it cannot have been otherwise"
SAFETY = "no answer about safety is ever told as if it had been otherwise"
MEASURED = "the person filled it in"
DATED = "a date is not moved to see what follows"

NEVER: Mapping[str, Mapping[str, str]] = {
    "Case": dict.fromkeys(("schema_version", "id", "source", "sessions"), ORDER),
    "Intake": {"date": ORDER, "kind": HAPPENED, "note": NAMING},
    "Session": {
        **dict.fromkeys(("number", "date", "learned"), ORDER),
        **dict.fromkeys(("phase", "focus_agreed"), ITSELF),
        **dict.fromkeys(("kind", "attended", "notice_given", "planned_gap", "contact_made", "techniques"), HAPPENED),
    },
    "Background": {"reviewed_on": ORDER, "patient_priority_about": NAMING},
    "Score": dict.fromkeys(("date", "by_patient", "usual_period"), HAPPENED),
    "Diagnosis": dict.fromkeys(("primary", "comorbid", "prolonged_grief"), DIAGNOSED),
    "Patient": {"due_date": DATED},
    "Relationship": {"person": NAMING, "role": NAMING, "alive": HAPPENED, "past": HAPPENED},
    "LifeEvent": {"event": NAMING, "type": NAMING},
    "Goal": {"goal": NAMING, "area": NAMING},
    "Contract": {"ends": DATED},
    "Maintenance": {"ends": DATED},
    "Ending": {"ended_early": HAPPENED},
}
"""Fields that are never tried, by model, each with the reason."""

NEVER_OTHERWISE: Mapping[str, Mapping[str, str]] = {
    "Intake": {"risk": SAFETY, "measures": MEASURED},
    "Session": {"risk": SAFETY, "measures": MEASURED, "decision": SAFETY},
    "Background": {"patient": PATIENT, "diagnosis": DIAGNOSED, "asked": SAFETY, "medication": HAPPENED},
    "Episode": {"onset": DATED},
    "LifeEvent": {"date": DATED},
    "Conflict": {"since": DATED},
}
"""Recorded answers that are never told as if they had been otherwise, by model, each with the reason."""

LENGTHS = ("sessions", "planned_sessions")
"""Two fields that say how many sessions are planned: one of them is enough."""

BIRTHS = "live-births"
"""The group of events of which a baby is told: with a baby there is no dispute."""

FIRST_OF_CONFLICT = ("present", "hidden")

GROUPS: Mapping[str, str] = Words(
    {
        "cssrs": N_("C-SSRS"),
        "violence": N_("violence"),
        "safety_plan": N_("safety plan"),
        "course": N_("course"),
        "contract": N_("contract"),
        "homework": N_("task"),
        "ending": N_("ending"),
        "relapse_plan": N_("relapse plan"),
        "maintenance": N_("maintenance"),
        "triad": N_("triad"),
        "alliance": N_("alliance"),
        "decision": N_("decision"),
    }
)
"""Groups whose fields do not say by themselves what they belong to."""

RECORDED = "recorded"
"""Stands for words that a therapist would write, where a rule reads only whether something is recorded."""

ASKS: Mapping[str, str] = Words(
    {
        "onset_relation": N_("where it lies beside the onset"),
        "linked_by": N_("who links it to the low mood"),
        "type": N_("which one"),
        "tasks_done": N_("done from the checklists of the phases"),
        "signs_asked": N_("signs that the change is hard were asked about"),
    }
)
"""Fields whose description says how they are written, rather than what they ask."""


def reason_never(model: type[BaseModel], name: str, *, otherwise: bool) -> str | None:
    """Why a field is out of bounds; None where it is not. `otherwise` asks for a recorded answer."""
    for one in model.__mro__:
        told = NEVER.get(one.__name__, {}).get(name)
        told = told or (NEVER_OTHERWISE.get(one.__name__, {}).get(name) if otherwise else None)
        if told:
            return told
    return None
