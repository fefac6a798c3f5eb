"""The groups of terms that facts are derived with, by name: who belongs to each is knowledge, and stands in `groups.yaml`.

A rulebook without one of them is refused when it is loaded, so that no case finds out.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from ipt_rules import vocabulary as words
from ipt_rules.facts.loss_parts import BESIDE_ONSET
from ipt_rules.facts.scores import SCALES
from ipt_rules.facts.screens import QUESTIONS, WISH
from ipt_rules.facts.signs import SIGNS

VOCABULARIES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "roles": words.ROLES,
        "closeness": words.CLOSENESS,
        "events": words.EVENT_TYPES,
        "deaths": words.DEATHS,
        "changes": words.CHANGES,
        "change-kinds": words.CHANGE_KINDS,
        "beside-onset": BESIDE_ONSET,
        "onset-relations": words.ONSET_RELATIONS,
        "role-change-signs": words.ROLE_CHANGE_SIGNS,
        "dispute-stages": words.DISPUTE_STAGES,
        "diagnoses": words.DIAGNOSES,
        "illnesses": words.ILLNESS_KINDS,
        "cognition": words.COGNITION,
        "substance-use": words.SUBSTANCE_USE,
        "screen": (*QUESTIONS, WISH),
        "signs": tuple(SIGNS),
        "alert-levels": words.ALERT_LEVELS,
        "formats": words.COURSE_FORMATS,
        "frequencies": words.FREQUENCIES,
        "medicines": words.MEDICINE_KINDS,
        "treatments": words.TREATMENTS,
        "treatment-results": words.TREATMENT_RESULTS,
        "scales": SCALES,
        "confidence-reasons": words.CONFIDENCE_REASONS,
    }
)
"""What a group may be made of, by name; beside these the techniques of a pack's catalogue."""

OF_CATALOGUE = "techniques"

GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "close-family": "roles",
        "partners": "roles",
        "family": "roles",
        "carers": "roles",
        "children": "roles",
        "baby-roles": "roles",
        "close": "closeness",
        "distant": "closeness",
        "uncertain-deaths": "changes",
        "deaths-by-bond": "deaths",
        "baby-losses": "deaths",
        "deaths-of-people": "deaths",
        "separations": "changes",
        "tie-ends": "changes",
        "parts-of-disputes": "changes",
        "job-ends": "changes",
        "job-changes": "changes",
        "new-child": "changes",
        "births": "events",
        "live-births": "events",
        "other-losses": "changes",
        "major-events": "events",
        "no-role-change": "change-kinds",
        "role-change-when-said": "change-kinds",
        "near-onset": "beside-onset",
        "told-near-onset": "beside-onset",
        "best-timed": "beside-onset",
        "can-have-set-off": "onset-relations",
        "one-sided-view": "role-change-signs",
        "mourns-old-self": "role-change-signs",
        "stages-of-today": "dispute-stages",
        "depressive-diagnoses": "diagnoses",
        "full-episode-diagnoses": "diagnoses",
        "below-threshold-diagnoses": "diagnoses",
        "persistent-diagnoses": "diagnoses",
        "severe-diagnoses": "diagnoses",
        "psychotic-diagnoses": "diagnoses",
        "bipolar-diagnoses": "diagnoses",
        "anxiety-diagnoses": "diagnoses",
        "no-other-illness": "diagnoses",
        "usual-length-diagnoses": "diagnoses",
        "lasting-illnesses": "illnesses",
        "impaired-cognition": "cognition",
        "heavy-use": "substance-use",
        "urgent-answers": "screen",
        "middle-answers": "screen",
        "lower-answers": "screen",
        "psychotic-signs": "signs",
        "signs-treated-first": "signs",
        "open-alert-levels": "alert-levels",
        "remote-formats": "formats",
        "usual-frame-formats": "formats",
        "weekly-or-more": "frequencies",
        "spaced-out": "frequencies",
        "steadying-medicines": "medicines",
        "other-talking-treatments": "treatments",
        "without-remission": "treatment-results",
        "mood-scales": "scales",
        "anxiety-scales": "scales",
        "function-scales": "scales",
        "support-scales": "scales",
        "perinatal-mood-scales": "scales",
        "told-beside-phq9": "scales",
        "compared-at-the-end": "scales",
        "listening-alone": OF_CATALOGUE,
        "low-confidence": "confidence-reasons",
    }
)
"""Every group that is asked for, and what it is made of."""

ORDERED = ("best-timed", "perinatal-mood-scales", "told-beside-phq9", "compared-at-the-end")
"""The groups of which the order counts, too."""


class Sorted(NamedTuple):
    """What a sorting sorts, and the kinds it sorts into: names of vocabularies."""

    of: str
    into: tuple[str, ...]


SORTINGS: Mapping[str, Sorted] = MappingProxyType(
    {
        "kinds-of-people": Sorted("roles", words.ROLE_KINDS),
        "kinds-of-change": Sorted("changes", words.CHANGE_KINDS),
    }
)
"""Every sorting that is asked for."""
