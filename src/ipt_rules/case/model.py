"""`Case`: what a therapist records of one patient, from intake to maintenance."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from ipt_rules.case.background import Background
from ipt_rules.case.base import Answer, CaseId, Day, Part, Text, many, said
from ipt_rules.case.contact import Measures, Risk
from ipt_rules.case.session import Session
from ipt_rules.case.terms import Area, CourseFormat, Task

SCHEMA_VERSION = 1


class Intake(Background):
    """The intake, as of its date. It counts as session 0."""

    date: Day = Field(description="the day of the intake, such as 2026-01-10")
    kind: CourseFormat | None = said("individual, telephone, video ..")
    measures: Measures | None = said("questionnaires")
    risk: Risk | None = said("the risk enquiry")
    tasks_done: tuple[Task, ...] = many("what of the initial checklist was done at intake")
    location_known: Answer | None = said("remote: where the patient is, and a phone number, are known (FMT-05)")
    private: Answer | None = said("remote: the patient can speak in private (FMT-05)")
    note: Text | None = said("notes; shown, never read by a rule")


class Preferences(Part):
    """What the patient prefers and declines, and what can be had (SEV-12)."""

    therapy: Literal["ipt", "cbt", "medication", "combined", "none", "other"] | None = said("preferred treatment")
    declines_cbt: Answer | None = said("has declined CBT (SUI-30)")
    declines_exposure: Answer | None = said("has declined exposure to what happened (SUI-35)")
    cbt_available: Answer | None = said("CBT for the condition can be had here (SUI-30)")
    format: CourseFormat | None = said("preferred format")
    medication: Answer | None = said("is open to medication")
    other_focus_considered: Area | None = said("an area the patient does not want to work on")
    involving_others: Answer | None = said("agrees in general that others are invited (TEC-25)")
    barriers: Answer | None = said("reluctance, shame, time or travel stand in the way (SUI-16, INI-46)")


class Source(Part):
    """Where a published or invented case comes from."""

    kind: Literal["invented", "published"] = Field(description="invented or published")
    citation: Text | None = said("the publication")
    note: Text | None = said("what was left out, and why")


class Case(Part):
    """One patient's record: the intake and the sessions so far, in the order of their dates.

    Almost every field may be left out; what is left out is unknown, and unknown is never taken for *no*.
    """

    schema_version: Literal[1] = Field(description="version of this format: 1")
    id: CaseId = Field(description="an opaque id; never a name")
    source: Source | None = said("for published and invented cases")
    intake: Intake = Field(description="what is known at intake")
    sessions: tuple[Session, ...] = many("the sessions so far, missed ones included")
    preferences: Preferences | None = said("what the patient prefers")

    @classmethod
    def from_file(cls, path: str | Path) -> "Case":
        """Read a YAML or JSON file; `-` reads standard input. Raises CaseError with every problem of the file."""
        from ipt_rules.case.files import read_case

        return read_case(path)

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Case":
        """A case from plain data, with the same checks and errors as a file."""
        from ipt_rules.case.files import case_from_data

        return case_from_data(data)
