"""The plans that a case fills: formulation, relapse prevention and maintenance, part by part, as plain frozen data.

`planning.py` makes them from the case. What a part holds is in the record's own words, which are shown and nothing
else: none of these objects has a repr with content.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ipt_rules.citations import Citation

STATUSES = ("filled", "partly", "missing", "not-needed", "not-yet")
"""Of a part: enough is there; something is; nothing is; it is not needed; its time has not come."""

ORIGINS = ("stated", "record")
"""Written down for this very part, or found elsewhere in the record: the second is an offer, to be checked."""


@dataclass(frozen=True, repr=False)
class PlanEntry:
    """One thing that the case holds for a part: `origin` is one of ORIGINS, `places` are paths in the input."""

    text: str
    origin: str
    places: tuple[str, ...]

    def __repr__(self) -> str:  # no words of the record: they may describe a person
        return f"<PlanEntry {self.origin} at {', '.join(self.places) or 'no place'}>"


@dataclass(frozen=True, repr=False)
class PlanPart:
    """A part of a plan: what is held, and the question for what is missing.

    `status` is one of STATUSES. `ask` is empty where nothing is to be asked; `usual` says what is usual, in words;
    `why` is the reason where the part is not needed or not due yet. `rules` are the findings of the same
    recommendation that rest on the same statements.
    """

    part: str
    title: str
    status: str
    holds: tuple[PlanEntry, ...] = ()
    ask: str = ""
    usual: tuple[str, ...] = ()
    why: str = ""
    rules: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    references: tuple[Citation, ...] = ()

    def __repr__(self) -> str:
        return f"<PlanPart {self.part}: {self.status}>"


@dataclass(frozen=True, repr=False)
class Plan:
    """A plan: its parts in order, and how far it has come. `why` says why it is not due yet."""

    plan: str
    title: str = ""
    status: str = "not-yet"
    why: str = ""
    lead: tuple[str, ...] = ()
    parts: tuple[PlanPart, ...] = ()
    cautions: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<Plan {self.plan}: {self.status}>"

    def part(self, name: str) -> PlanPart:
        """The part of that name. Raises KeyError when the plan has none."""
        return {one.part: one for one in self.parts}[name]


@dataclass(frozen=True)
class Plans:
    """The three plans of a case; one that no rule pack describes has no parts."""

    formulation: Plan = field(default_factory=lambda: Plan("formulation"))
    relapse_prevention: Plan = field(default_factory=lambda: Plan("relapse-prevention"))
    maintenance: Plan = field(default_factory=lambda: Plan("maintenance"))

    @property
    def described(self) -> tuple[Plan, ...]:
        """Those that have parts, in order."""
        return tuple(one for one in (self.formulation, self.relapse_prevention, self.maintenance) if one.parts)
