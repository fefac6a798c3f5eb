"""`plans.yaml` as models: what the parts of the plans are called, what they ask, what is usual, and a few words."""

import re
from typing import Literal

from pydantic import Field, model_validator

from ipt_rules import vocabulary
from ipt_rules.errors import did_you_mean
from ipt_rules.rule import Strict

PLAN_SLOT = re.compile(r"\{(?:parameters\.)?([a-z][a-z0-9_]*)\}")
SLOTS = ("missing", "who_to_ask", "why_specialist", "bipolar_illness")
"""What the case may put into a text, beside the values of parameters."""


class PlanPartForm(Strict):
    """A part of a plan: its title, what it asks, and what is usual. See the head of `plans.yaml`."""

    id: str
    title: str
    ask: str
    ask_more: str = ""
    ask_first: str = ""
    usual: tuple[str, ...] = ()
    not_yet: str = ""
    not_needed: str = ""
    statements: tuple[str, ...] = Field(min_length=1)

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything of it that is shown."""
        told = (self.title, self.ask, self.ask_more, self.ask_first, *self.usual, self.not_yet, self.not_needed)
        return tuple(text for text in told if text)


class PlanForm(Strict):
    """A plan: one of the three that the code can fill, with those of its parts that a pack wants."""

    id: Literal[vocabulary.PLANS]  # type: ignore[valid-type]
    title: str
    lead: tuple[str, ...] = ()
    not_yet: str = ""
    if_violence: str = ""
    cautions: tuple[str, ...] = Field(min_length=1)
    statements: tuple[str, ...] = Field(min_length=1)
    parts: tuple[PlanPartForm, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _parts_are_known(self) -> "PlanForm":
        """A part that no derivation fills would be asked for in every case, for ever."""
        known = vocabulary.PLAN_PARTS[str(self.id)]
        names = [part.id for part in self.parts]
        for name in names:
            if name not in known:
                raise ValueError(f"no such part of a plan: `{name}`; {did_you_mean(name, known, ', '.join(known))}")
            if names.count(name) > 1:
                raise ValueError(f"the part `{name}` is described twice")
        return self

    @property
    def all_statements(self) -> tuple[str, ...]:
        """Its own and those of its parts, each once."""
        own = (*self.statements, *(name for part in self.parts for name in part.statements))
        return tuple(dict.fromkeys(own))

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything of it that is shown, its parts included."""
        own = (self.title, *self.lead, self.not_yet, self.if_violence, *self.cautions)
        return (*(text for text in own if text), *(text for part in self.parts for text in part.texts))


class PlanWords(Strict):
    """The few words that go around what the record says. What stands in braces is filled from the case."""

    severity: str
    shared: str
    since: str
    for_months: str
    none_found: str
    conflict: str
    substance_use: str
    long_standing: str
    no_confidant: str
    confidant: str
    supportive: str
    could_support: str
    withdrawn: str
    proposed: str
    proposed_if_feared: str
    open_between: str
    turned_down: str
    agreed: str
    offered: str
    disagreed: str
    goal_rated: str
    anniversary: str
    birth: str
    major_event: str
    helped: str
    score_fall: str
    sudden_gain: str
    coping: str
    named_supporter: str
    emergency_agreed: str
    emergency_recorded: str
    medicine: str
    unnamed_medicine: str
    prescriber: str
    specialist: str
    whoever_prescribes: str
    in_contract: str
    accepted: str
    declined: str
    spoken_of: str
    contacts: str
    until: str
    fortnightly: str
    further_apart: str
    bipolar_illness: str
    how_often: str
    how_long: str
    supporter: str


class PlanForms(Strict):
    """The whole file. A rulebook without one makes no plans."""

    plans: tuple[PlanForm, ...] = ()
    words: PlanWords | None = None

    @model_validator(mode="after")
    def _whole(self) -> "PlanForms":
        names = [str(one.id) for one in self.plans]
        if len(set(names)) < len(names):
            raise ValueError("a plan is described twice; keep one of the two")
        if self.plans and self.words is None:
            raise ValueError("`words` is missing: copy it from the core pack")
        return self
