"""Cases for the tests of plans: one in which much is recorded, its words telling where they stand."""

from __future__ import annotations

import copy
import re
from datetime import date
from typing import Any

from ipt_rules import Case

DAY = date(2026, 1, 10)
RICH: dict[str, Any] = {
    "schema_version": 1,
    "id": "c-rich",
    "intake": {
        "date": date(2025, 10, 1),
        "patient": {"age": 34, "emergency_contact": "yes", "due_date": "2026-07"},
        "diagnosis": {
            "primary": "major-depression",
            "severity": "severe",
            "bipolar": "no",
            "comorbid": ["social-anxiety"],
            "substance_use": "harmful",
            "medical": [{"name": "asthma of hers", "kind": "chronic"}],
        },
        "episode": {
            "onset": "2025-07",
            "number": 3,
            "in_last_two_years": "yes",
            "unhelpful_coping": "yes",
            "warning_signs": ["waking at four", "silence at table"],
            "childhood_maltreatment": "yes",
            "family_history": "yes",
            "early_onset": "yes",
        },
        "medication": [{"name": "sertraline", "kind": "antidepressant", "taken": "yes"}],
        "measures": {"phq9": {"total": 21, "items": {"9": 0}}, "wsas": {"total": 30}},
        "course": {"type": "acute", "planned_sessions": 16, "frequency": "weekly"},
        "life_events": [
            {"event": "d1", "type": "death", "person": "mother", "date": "2025-05-12", "meaning": "the house is empty"},
            {
                "event": "w1",
                "type": "caring-for-relative",
                "date": "2024-01",
                "goes_on": "yes",
                "meaning": "no free day",
            },
        ],
        "relationships": [
            {"person": "mother", "role": "parent", "alive": "no"},
            {"person": "p2", "role": "friend", "confidant": "yes"},
            {
                "person": "p3",
                "role": "partner",
                "conflict": {"present": "yes", "since": "2025-06", "about": "the money"},
            },
            {"person": "p4", "role": "friend", "withdrawn": "yes"},
        ],
        "social": {"isolated": "yes", "long_standing": "yes", "no_confidant": "no"},
        "triad": {"crisis": ["her death and the quarrel"], "none_found": ["support"]},
    },
    "sessions": [
        {
            "number": 3,
            "date": date(2025, 10, 25),
            "tasks_done": ["diagnosis-shared"],
            "formulation_offered": "yes",
            "formulation_agreed": "yes",
            "focus_agreed": {
                "area": "grief",
                "about": "mother",
                "patient_agrees": "yes",
                "second_area": "role-dispute",
            },
            "learned": {"relationships": [{"person": "p2", "supportive": "yes"}]},
        },
        {
            "number": 9,
            "date": date(2025, 12, 5),
            "measures": {"phq9": {"total": 12, "items": {"9": 0}}},
            "techniques": [{"technique": "TEC-14", "person": "p3", "result": "helped"}],
        },
        {
            "number": 14,
            "date": DAY,
            "measures": {"phq9": {"total": 7, "items": {"9": 0}}},
            "relapse_plan": {
                "signs": ["waking at four", "no calls to anybody"],
                "supporter": "p2",
                "contact": ["ring the clinic"],
                "medication": ["she and her doctor decide"],
                "follow_up": ["a form by post"],
            },
            "maintenance": {
                "discussed": "yes",
                "accepted": "yes",
                "frequency": "monthly",
                "planned_sessions": 12,
                "ends": date(2027, 1, 31),
                "contract_parts": ["aim", "step-up-rule", "review-date"],
                "emergency_contact": "yes",
                "major_event_expected": "yes",
            },
            "learned": {"goals": [{"goal": "g1", "what": "visit the grave", "rating": 8}]},
        },
    ],
}
OWN_WORDS = (
    "asthma of hers",
    "waking at four",
    "silence at table",
    "the house is empty",
    "no free day",
    "the money",
    "her death and the quarrel",
    "no calls to anybody",
    "ring the clinic",
    "she and her doctor",
    "a form by post",
    "visit the grave",
    "sertraline",
)


def data(**sessions_14: Any) -> dict[str, Any]:
    """The rich case as plain data; keywords replace fields of its last session."""
    made = copy.deepcopy(RICH)
    made["sessions"][-1].update(sessions_14)
    return made


def case(**sessions_14: Any) -> Case:
    return Case.from_data(data(**sessions_14))


def at(place: str, whole: Any) -> Any:
    """What stands at a place of a case's data. Fails where there is nothing."""
    for name in re.findall(r"[^.\[\]]+", place):
        whole = whole[int(name)] if isinstance(whole, list) else whole[name]
    return whole
