"""The closed terms of `vocabulary` as types for the fields of a case; a wrong term is told with the nearest right one."""

from __future__ import annotations

from typing import Literal

from ipt_rules import vocabulary as words

Area = Literal[words.AREAS]  # type: ignore[valid-type]
Phase = Literal[words.PHASES]  # type: ignore[valid-type]
EventType = Literal[words.EVENT_TYPES]  # type: ignore[valid-type]
Role = Literal[words.ROLES]  # type: ignore[valid-type]
Closeness = Literal[words.CLOSENESS]  # type: ignore[valid-type]
Contact = Literal[words.CONTACT]  # type: ignore[valid-type]
OnsetRelation = Literal[words.ONSET_RELATIONS]  # type: ignore[valid-type]
DisputeStage = Literal[words.DISPUTE_STAGES]  # type: ignore[valid-type]
DisputeKind = Literal[words.DISPUTE_KINDS]  # type: ignore[valid-type]
RoleChangeSign = Literal[words.ROLE_CHANGE_SIGNS]  # type: ignore[valid-type]
HiddenDisputeSign = Literal[words.HIDDEN_DISPUTE_SIGNS]  # type: ignore[valid-type]
Diagnosis_ = Literal[words.DIAGNOSES]  # type: ignore[valid-type]
CourseFormat = Literal[words.COURSE_FORMATS]  # type: ignore[valid-type]
Task = Literal[words.TASKS]  # type: ignore[valid-type]
Affect = Literal[words.AFFECT]  # type: ignore[valid-type]
Change = Literal[words.CHANGE_OF_RELATIONSHIP]  # type: ignore[valid-type]
Severity = Literal[words.SEVERITY]  # type: ignore[valid-type]
SubstanceUse = Literal[words.SUBSTANCE_USE]  # type: ignore[valid-type]
MedicineKind = Literal[words.MEDICINE_KINDS]  # type: ignore[valid-type]
IllnessKind = Literal[words.ILLNESS_KINDS]  # type: ignore[valid-type]
Cognition = Literal[words.COGNITION]  # type: ignore[valid-type]
Treatment = Literal[words.TREATMENTS]  # type: ignore[valid-type]
TreatmentResult = Literal[words.TREATMENT_RESULTS]  # type: ignore[valid-type]
Frequency = Literal[words.FREQUENCIES]  # type: ignore[valid-type]
Adherence = Literal[words.MEDICATION_ADHERENCE]  # type: ignore[valid-type]
AllianceSign = Literal[words.ALLIANCE_SIGNS]  # type: ignore[valid-type]
TechniqueResult = Literal[words.TECHNIQUE_RESULTS]  # type: ignore[valid-type]
ContractPart = Literal[words.CONTRACT_PARTS]  # type: ignore[valid-type]
MaintenancePart = Literal[words.MAINTENANCE_CONTRACT_PARTS]  # type: ignore[valid-type]
SafetyPlanPart = Literal[words.SAFETY_PLAN_PARTS]  # type: ignore[valid-type]
AskedTopic = Literal[words.ASKED_TOPICS]  # type: ignore[valid-type]
Asked = Literal["none", "some", "not-known"]
