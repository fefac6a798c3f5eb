"""The closed terms of IPT that cases, facts and rules share. Slugs are kebab-case; a slug never changes its meaning."""

from __future__ import annotations

from typing import Final

AREAS: Final = ("grief", "role-dispute", "role-transition", "interpersonal-deficits")
"""The four problem areas (FOC-01), in the order in which they are shown when nothing else decides."""

AREA_NAMES: Final = {
    "grief": "Grief",
    "role-dispute": "Role dispute",
    "role-transition": "Role transition",
    "interpersonal-deficits": "Interpersonal deficits",
}

DEFICITS: Final = "interpersonal-deficits"
"""The area that comes last (DEF-01), and that sites with three areas do without (CON-04)."""

PHASES: Final = ("not-started", "initial", "middle", "ending", "maintenance", "finished")
"""The phases of treatment; CON-06, CON-07."""

ALERT_LEVELS: Final = ("1", "2", "3", "caution")
"""SAF-01: act before the contact ends; same day; structured enquiry in this session; consider before going on."""

DEATHS: Final = ("death", "pregnancy-loss", "stillbirth", "neonatal-death", "death-of-pet")
"""Events that are a death (GRI-16: when the bond was important to the person)."""

BABY_LOSSES: Final = ("pregnancy-loss", "stillbirth", "neonatal-death")
"""Deaths of a child before, at or soon after its birth."""

UNCERTAIN_DEATHS: Final = ("missing-person",)
"""Events that are a death only when it is accepted as a fact (DFX-08)."""

DEATHS_BY_BOND: Final = ("pregnancy-loss", "stillbirth", "neonatal-death", "death-of-pet")
"""Deaths where the role alone does not say that the bond was important (GRI-16)."""

EVENT_TYPES: Final = (
    *DEATHS,
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
ROLE_GROUPS: Final = {
    "partner": ("partner", "spouse", "ex-partner"),
    "family": (
        "parent",
        "step-parent",
        "child",
        "sibling",
        "grandparent",
        "grandchild",
        "other-family",
        "in-law",
    ),
    "friend": ("friend", "peer"),
    "work": ("boss", "colleague", "business-partner"),
    "other": ("neighbour", "teacher", "carer", "professional", "pet", "group", "other"),
}
"""With whom a dispute can be (DIS-02); every role belongs to one group."""

CLOSE_FAMILY: Final = ("partner", "spouse", "parent", "step-parent", "child", "sibling")
"""Roles whose death matters without further word."""

BABY_ROLES: Final = ("child", "grandchild", "sibling", "other-family", "other")
"""Who a baby can be to the patient."""

CLOSENESS: Final = ("very-close", "close", "moderate", "distant", "none")
CONTACT: Final = ("daily", "weekly", "monthly", "rarely", "none")
ONSET_RELATIONS: Final = ("before", "around", "after", "years-before")
"""Where an event lies beside the onset when no dates tell."""

DISPUTE_STAGES: Final = ("renegotiation", "impasse", "dissolution")
SEPARATIONS: Final = ("separation", "divorce", "breakup")
"""Events that end a partnership; whether as a dispute or as a change is told by its stage (DFX-02)."""

JOB_ENDS: Final = ("job-loss", "unemployment", "retirement")
JOB_CHANGES: Final = (*JOB_ENDS, "job-change", "demotion")
"""Events after which the job in which a dispute arose is lost or another one (DFX-03)."""

MAJOR_EVENTS: Final = (*DEATHS, *SEPARATIONS, "job-loss", "unemployment", "own-illness", "own-disability")
"""Events that are major unless the patient says otherwise (REV-03); others are when they are recorded as such."""

NEW_CHILD: Final = ("pregnancy", "birth")
"""Events of becoming a parent (DFX-04)."""

EVENT_GROUPS: Final = {
    "relationship-ending": ("separation", "divorce", "breakup"),
    "commitment": ("marriage", "moving-in-together"),
    "parenthood": NEW_CHILD,
    "family": ("infertility", "children-leaving-home"),
    "move": ("move", "migration", "refuge", "loss-of-home"),
    "job": ("job-loss", "job-change", "promotion", "demotion", "unemployment"),
    "retirement": ("retirement",),
    "education": ("starting-school", "graduation"),
    "illness": ("own-illness", "own-disability"),
    "caring": ("illness-of-relative", "caring-for-relative"),
    "ambiguous-loss": ("dementia-of-relative", "missing-person", "estrangement"),
    "identity": ("coming-out",),
    "money": ("financial-change",),
    "trauma": ("trauma",),
    "leaving-violence": ("leaving-violence",),
    "between-homes": ("parental-separation", "moving-between-homes"),
    "role": ("change-of-role",),
    "loss": ("other-loss",),
    "between-people": ("betrayal", "peer-rejection"),
    "other": ("legal-trouble", "other"),
}
"""Every event that is not a death, in groups (C6)."""

NO_ROLE_CHANGE: Final = ("between-people",)
"""Groups that are about a relationship and are no change of role (DFX-09, DFX-13)."""

UNSAID_ROLE_CHANGE: Final = ("other",)
"""Groups that are a change of role only when one is recorded with the event."""

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
    "longing-for-old-role": "longing for the old role",
    "old-role-all-good": "the old role seen as all good",
    "new-role-all-bad": "the new role seen as all bad",
    "cannot-meet-demands": "demands that feel too much",
    "loss-of-identity": "loss of identity",
    "lost-supports": "lost supports",
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
PSYCHOTIC_DIAGNOSES: Final = ("psychosis", "psychotic-depression")
FULL_EPISODE_DIAGNOSES: Final = ("major-depression", "psychotic-depression")
"""Diagnoses that mean a full depressive episode (GRI-11)."""
DEPRESSIVE_DIAGNOSES: Final = (*FULL_EPISODE_DIAGNOSES, "persistent-depression", "subthreshold-depression")
BIPOLAR_DIAGNOSES: Final = ("bipolar-disorder", "cyclothymia")
DIAGNOSIS_NAMES: Final = {
    **{name: name.replace("-", " ") for name in DIAGNOSES},
    "ptsd": "PTSD",
    "social-anxiety": "social anxiety disorder",
    "generalised-anxiety": "generalised anxiety disorder",
    "ocd": "OCD",
    "bulimia": "bulimia nervosa",
    "binge-eating": "binge eating disorder",
    "anorexia": "anorexia nervosa",
    "borderline-personality": "borderline personality disorder",
    "substance-use": "substance use disorder",
    "other": "another diagnosis",
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
