"""The shared files of a rule pack as models: statements, references, parameters, techniques, courses, checklists.

Courses are read by derivations too, which stand lower: their models are in `courses`.
"""

from typing import Any, Literal

from pydantic import Field

from ipt_rules.courses import Course as Course
from ipt_rules.facts.kinds import UNKNOWN_TOPICS
from ipt_rules.rule import Area, Strict

Topic = Literal[(*UNKNOWN_TOPICS,)]  # type: ignore[valid-type]


class PackInfo(Strict):
    """`pack.yaml`: what the pack is, its chapters in the order in which they run, and who reviewed it."""

    name: str
    version: str
    language: int  # version of the rule language it is written in
    title: str
    chapters: tuple[str, ...]
    intended_use: tuple[str, ...]
    review: str


class Statement(Strict):
    """One numbered statement of the protocol."""

    id: str
    section: str
    statement: str
    data: str = ""
    leads_to: str = ""
    source: str
    refs: tuple[str, ...] = ()
    grade: Literal["seed", "found", "known", "judgement"]
    tune: str | None = None
    scope: Literal["in", "out", "planned"]
    why_out: str | None = None
    carried_by: tuple[
        str, ...
    ] = ()  # carriers other than rules and parameters: course:.., technique:.., instrument:.., choice
    check_before_display: bool = False
    note: str | None = None


class Decision(Strict):
    """One decision rule of the protocol, carried by the rule files that name it under `decides`."""

    id: str
    when: str
    then: str
    statements: tuple[str, ...]
    scope: Literal["in", "planned"]


class Reference(Strict):
    """A source. `address` is public; `read_at` is where a copy was read, and stays off the screen."""

    key: str
    cite: str
    read_as: str
    address: str | None = None
    read_at: Any = None
    note: str | None = None


class Parameter(Strict):
    """A number or term that a rule tests: its value, unit, the range a site may choose, and its statements.

    `tune` is true where the statement is our own judgement; elsewhere the value is the source's and stays.
    """

    key: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    value: bool | int | float | str
    unit: str
    meaning: str
    range: tuple[float, float] | None = None
    statements: tuple[str, ...] = Field(min_length=1)
    tune: bool = False
    since: str


class Technique(Strict):
    """A technique of the catalogue. `needs` are topics of `unknown` that must be settled before it is offered."""

    id: str
    name: str
    what: str
    how: str
    when: str | None = None
    not_when: str | None = None
    areas: tuple[str, ...]
    phases: tuple[str, ...]
    action: bool = False
    adjunct: bool = False
    courses: tuple[str, ...] = ()
    needs: tuple[Topic, ...] = ()
    statements: tuple[str, ...]


class ChecklistItem(Strict):
    """One item of a checklist: its id is what facts report as done or open."""

    id: str
    title: str
    statements: tuple[str, ...] = ()


class Checklist(Strict):
    """Things to do or to have, in order."""

    id: str
    title: str
    items: tuple[ChecklistItem, ...]


class NameElsewhere(Strict):
    """What another service or publication calls a focus area, and the statement that says so."""

    name: str
    statement: str


class AreaNames(Strict):
    """The names of one focus area elsewhere (FOC-01, FOC-02)."""

    id: Area
    also: tuple[NameElsewhere, ...]
