"""The closed terms of IPT that cases, facts and rules share. Slugs are kebab-case; a slug never changes its meaning.

What is decided by a term stands elsewhere: which of them belong together in the eyes of the protocol is in `rules/groups.yaml`.
"""

from __future__ import annotations

from typing import Final

from ipt_rules.translation import N_

AREAS: Final = ("grief", "role-dispute", "role-transition", "interpersonal-deficits")
"""The four problem areas (FOC-01), in the order in which they are shown when nothing else decides."""

AREA_NAMES: Final = {
    "grief": N_("Grief"),
    "role-dispute": N_("Role dispute"),
    "role-transition": N_("Role transition"),
    "interpersonal-deficits": N_("Interpersonal deficits"),
}

DEFICITS: Final = "interpersonal-deficits"
"""The area that comes last (DEF-01), and that sites with three areas do without (CON-04)."""

PHASES: Final = ("not-started", "initial", "middle", "ending", "maintenance", "finished")
"""The phases of treatment; CON-06, CON-07."""

ALERT_LEVELS: Final = ("1", "2", "3", "caution")
"""SAF-01: act before the contact ends; same day; structured enquiry in this session; consider before going on."""

DEATHS: Final = ("death", "pregnancy-loss", "stillbirth", "neonatal-death", "death-of-pet")
"""Events that are a death: what the word means. A case names with them who died; all others are CHANGES."""

CHANGES: Final = (
    "separation",
    "divorce",
    "breakup",
    "marriage",
    "moving-in-together",
    "pregnancy",
    "birth",
    "infertility",
    "children-leaving-home",
    "move",
    "migration",
    "refuge",
    "loss-of-home",
    "job-loss",
    "job-change",
    "promotion",
    "demotion",
    "retirement",
    "unemployment",
    "starting-school",
    "graduation",
    "own-illness",
    "own-disability",
    "illness-of-relative",
    "caring-for-relative",
    "dementia-of-relative",
    "missing-person",
    "estrangement",
    "coming-out",
    "financial-change",
    "legal-trouble",
    "trauma",
    "betrayal",
    "leaving-violence",
    "parental-separation",
    "moving-between-homes",
    "peer-rejection",
    "change-of-role",
    "other-loss",
    "other",
)
EVENT_TYPES: Final = (*DEATHS, *CHANGES)
CHANGE_KINDS: Final = (
    "relationship-ending",
    "commitment",
    "parenthood",
    "family",
    "move",
    "job",
    "retirement",
    "education",
    "illness",
    "caring",
    "ambiguous-loss",
    "identity",
    "money",
    "trauma",
    "leaving-violence",
    "between-homes",
    "role",
    "loss",
    "between-people",
    "other",
)
"""Kinds of change (C6), which rules may ask for; which event is of which kind is in `rules/groups.yaml`."""

ROLES: Final = (
    "partner",
    "spouse",
    "ex-partner",
    "parent",
    "step-parent",
    "child",
    "sibling",
    "grandparent",
    "grandchild",
    "other-family",
    "in-law",
    "friend",
    "boss",
    "colleague",
    "business-partner",
    "neighbour",
    "teacher",
    "peer",
    "carer",
    "professional",
    "pet",
    "group",
    "other",
)
ROLE_KINDS: Final = ("partner", "family", "friend", "work", "other")
"""With whom a dispute can be (DIS-02), which rules may ask for; who is of which kind is in `rules/groups.yaml`."""

CLOSENESS: Final = ("very-close", "close", "moderate", "distant", "none")
CONTACT: Final = ("daily", "weekly", "monthly", "rarely", "none")
ONSET_RELATIONS: Final = ("before", "around", "after", "years-before")
"""Where an event lies beside the onset when no dates tell."""

CONFIDENCE_REASONS: Final = (
    "onset-not-known",
    "event-date-not-known",
    "inventory-empty",
    "lead-small",
    "inventory-incomplete",
    "agreement-not-recorded",
    "isolation-unexplained",
)
"""Why the confidence in a choice of focus is not higher (FOC-11, CON-04)."""

DISPUTE_STAGES: Final = ("renegotiation", "impasse", "dissolution")
DISPUTE_KINDS: Final = (
    "hostile",
    "inhibited",
    "betrayal",
    "unmet-expectations",
    "separation-individuation",
    "refusal-of-intimacy",
)
ROLE_CHANGE_SIGNS: Final = (
    "longing-for-old-role",
    "old-role-all-good",
    "new-role-all-bad",
    "cannot-meet-demands",
    "loss-of-identity",
    "lost-supports",
)
ROLE_CHANGE_SIGN_NAMES: Final = {
    "longing-for-old-role": N_("longing for the old role"),
    "old-role-all-good": N_("the old role seen as all good"),
    "new-role-all-bad": N_("the new role seen as all bad"),
    "cannot-meet-demands": N_("demands that feel too much"),
    "loss-of-identity": N_("loss of identity"),
    "lost-supports": N_("lost supports"),
}
"""The signs for reading."""

HIDDEN_DISPUTE_SIGNS: Final = ("submits", "avoids-confrontation", "sees-anger-as-bad", "silence")
DIAGNOSES: Final = (
    "major-depression",
    "persistent-depression",
    "subthreshold-depression",
    "adjustment-disorder",
    "bipolar-disorder",
    "cyclothymia",
    "psychotic-depression",
    "prolonged-grief-disorder",
    "ptsd",
    "social-anxiety",
    "panic-disorder",
    "generalised-anxiety",
    "anxiety-disorder",
    "ocd",
    "bulimia",
    "binge-eating",
    "anorexia",
    "borderline-personality",
    "other-personality-disorder",
    "substance-use",
    "psychosis",
    "somatic-syndrome",
    "other",
)
DIAGNOSIS_NAMES: Final = {
    **{name: name.replace("-", " ") for name in DIAGNOSES},
    "ptsd": N_("PTSD"),
    "social-anxiety": N_("social anxiety disorder"),
    "generalised-anxiety": N_("generalised anxiety disorder"),
    "ocd": N_("OCD"),
    "bulimia": N_("bulimia nervosa"),
    "binge-eating": N_("binge eating disorder"),
    "anorexia": N_("anorexia nervosa"),
    "borderline-personality": N_("borderline personality disorder"),
    "substance-use": N_("substance use disorder"),
    "other": N_("another diagnosis"),
}
"""The diagnoses for reading."""

COURSE_FORMATS: Final = ("individual", "group", "telephone", "video", "online", "blended", "inpatient", "joint")
TASKS: Final = (
    # initial phase (INI-48, INI-49)
    "safety-asked",
    "symptoms-reviewed",
    "diagnosis-shared",
    "sick-role-given",
    "education-given",
    "ipt-explained",
    "relationships-mapped",
    "onset-asked",
    "timeline-built",
    "losses-asked",
    "medication-reviewed",
    "medical-check-done",
    "formulation-offered",
    "focus-agreed",
    "goals-set",
    "contract-made",
    # before a group (FMT-07)
    "onset-linked-to-area",
    "joining-group-prepared",
    # middle phase
    "mid-review-held",
    "time-limit-recalled",
    "end-announced",
    # ending (END-07, END-09, END-13, END-14, END-15)
    "end-discussed",
    "parting-feelings-explored",
    "gains-reviewed",
    "reasons-for-gains-asked",
    "first-and-last-compared",
    "coping-alone-discussed",
    "relapse-plan-started",
    "maintenance-discussed",
    "parent-included",
)
AFFECT: Final = ("suppressed", "normal", "overwhelming")
CHANGE_OF_RELATIONSHIP: Final = ("better", "worse", "same", "ended")
SEVERITY: Final = ("none", "mild", "moderate", "severe")
SUBSTANCE_USE: Final = ("none", "use", "harmful", "dependence")
MEDICATION_ADHERENCE: Final = ("full", "partial", "none")
MEDICINE_KINDS: Final = ("antidepressant", "mood-stabiliser", "antipsychotic", "other")
ILLNESS_KINDS: Final = ("chronic", "coronary", "acute", "other")
COGNITION: Final = ("normal", "mild-impairment", "moderate-impairment", "severe-impairment")
TREATMENTS: Final = ("ipt", "cbt", "other-psychotherapy", "medication", "combined", "other")
TREATMENT_RESULTS: Final = ("remission", "partial", "none", "not-known")
FREQUENCIES: Final = ("twice-weekly", "weekly", "fortnightly", "monthly", "other")
ALLIANCE_SIGNS: Final = (
    "silence",
    "late-arrival",
    "agrees-with-everything",
    "irritation",
    "off-focus-talk",
    "undone-tasks",
)
TECHNIQUE_RESULTS: Final = ("helped", "no-change", "made-worse", "unfinished")
RELAPSE_PLAN_PARTS: Final = (
    "signs",
    "triggers",
    "skills",
    "habits",
    "supports",
    "contact",
    "medication",
    "follow-up",
)
SAFETY_PLAN_PARTS: Final = (
    "warning-signs",
    "coping-steps",
    "distracting-people-and-places",
    "people-to-ask",
    "professionals",
    "safer-surroundings",
)
CONTRACT_PARTS: Final = ("sessions", "frequency", "minutes", "focus", "roles", "contingency", "boundaries")
MAINTENANCE_CONTRACT_PARTS: Final = (
    "aim",
    "start",
    "frequency",
    "number-or-end",
    "focus",
    "measures",
    "warning-signs",
    "step-up-rule",
    "emergency-contact",
    "medication",
    "review-date",
)
PLAN_PARTS: Final = {
    "formulation": ("diagnosis", "onset", "crisis", "vulnerability", "support", "focus", "agreement", "goals"),
    "relapse-prevention": RELAPSE_PLAN_PARTS,
    "maintenance": (
        "need",
        "decision",
        "frequency",
        "contract",
        "bridge",
        "watch",
        "act",
        "review",
        "without",
    ),
}
"""The parts of each plan that can be filled from a case (INI-30 to INI-37, END-17 to END-26, MNT-01 to MNT-25)."""

PLANS: Final = tuple(PLAN_PARTS)
ASKED_TOPICS: Final = (
    "deaths",
    "other-losses",
    "life-changes",
    "conflicts",
    "violence",
    "bipolar-history",
    "psychosis",
    "mania",
    "past-attempts",
    "self-injury",
    "substance-use",
    "medical-causes",
    "confidants",
    "relationship-problems-in-the-past",
    "childhood-maltreatment",
    "family-history",
    "safeguarding",
    "people-not-mentioned",
    "social-anxiety",
    "other-illness",
)
