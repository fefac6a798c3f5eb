"""The rule file as pydantic models: what a rule author writes, checked for form before anything else looks at it."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from ipt_rules import vocabulary as words

SUMMARY_LENGTH = 140
WEIGHTS = ("weak", "moderate", "strong")
ABOUT = ("subject", "person", "link")
"""The fields by which a conclusion may refer to a bound fact, as `$death.person`."""

Area = Literal[words.AREAS]  # type: ignore[valid-type]
Phase = Literal[(*words.PHASES, "any")]  # type: ignore[valid-type]
Weight = Literal["strong", "moderate", "weak"]


class Strict(BaseModel):
    """A part of a rule file: frozen, and closed to keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, defer_build=True)


class PatternSpec(Strict):
    """One line of `when`: a fact that must exist, or must be absent, with what it must satisfy."""

    exists: str | None = None
    absent: str | None = None
    as_: str | None = Field(default=None, alias="as", pattern=r"^[a-z][a-z0-9_]*$")
    where: Mapping[str, Any] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _either(self) -> "PatternSpec":
        if (self.exists is None) == (self.absent is None):
            raise ValueError("say either exists or absent")
        if self.absent is not None and self.as_ is not None:
            raise ValueError("an absent fact has no name: remove `as`")
        return self


class Alert(Strict):
    """A safety alert (SAF-01). `held` lists techniques (TEC-..) and topics held back when `holds` is `listed`."""

    level: Literal["1", "2", "3", "caution"]
    about: str  # a slug: suicide, violence, psychosis, ...: what a cleared enquiry is matched with
    holds: Literal["all", "listed", "none"] | None = None
    held: tuple[str, ...] = ()
    person: str | None = None
    subject: str | None = None  # what tells its alerts apart, where one rule gives several about one matter
    first: bool = False  # read before the others of its level

    @model_validator(mode="after")
    def _listed(self) -> "Alert":
        if (self.holds == "listed") != bool(self.held):
            raise ValueError("`held` is given exactly when `holds` is `listed`")
        return self

    @property
    def holding(self) -> str:
        """What it holds back: levels 1 and 2 all technique advice unless the rule says otherwise."""
        return self.holds or ("all" if self.level in ("1", "2") else "none")


class Ask(Strict):
    """A question for what is not known: `answers` is the input field that answers it; `waits` what waits for it."""

    question: str
    answers: str
    needed_for: Literal["safety", "course", "phase", "focus", "progress", "techniques", "ending", "maintenance"]
    first: bool = False  # asked before the others of its kind
    waits: tuple[str, ...] = ()
    person: str | None = None


class Fits(Strict):
    course: str
    verdict: Literal["for", "against"]
    weight: Weight = "moderate"


class Refer(Strict):
    service: str
    first: bool = False  # shown ahead of the work it stands beside (settled for likely prolonged grief)


class PhaseChange(Strict):
    """A phase, or a transition. `checklist` names the list of checklists.yaml whose items are shown done and open."""

    status: Literal["checklist", "ready", "overrun", "due", "extended", "hold", "offer"]
    from_: Phase | None = Field(default=None, alias="from")
    to: Phase | None = None
    checklist: str | None = None


class Argument(Strict):
    """An argument about a focus area. `subject` is the person, event or pattern it speaks of (`$death.event`).

    Equal `counts_as` of one subject count once, at the highest weight; `cap_group` limits several together.
    """

    area: Area
    weight: Weight
    subject: str | None = None
    counts_as: str
    cap_group: str | None = None
    link: str | None = None  # another subject (event or person) it belongs to: makes two candidates linked


class Choose(Strict):
    """What follows from the ranked candidates."""

    role: Literal["agreed", "recommend", "tie", "lean", "second", "instead", "none", "wait", "declined"]
    area: Area | None = None
    subject: str | None = None


class Stage(Strict):
    person: str
    stage: Literal[words.DISPUTE_STAGES]  # type: ignore[valid-type]


class Review(Strict):
    topic: str
    first: bool = False  # shown ahead of what it stands beside, which is to be read in its light


class Suggest(Strict):
    """Techniques of the catalogue, in order; `person` with regard to whom."""

    techniques: tuple[str, ...] = Field(min_length=1)
    person: str | None = None
    first: bool = False  # before all other techniques, whatever else speaks for those


class Block(Strict):
    """Techniques or topics not now, and for whom."""

    techniques: tuple[str, ...] = Field(min_length=1)
    person: str | None = None


class Plan(Strict):
    """A part of a plan. `checklist` as for a phase."""

    part: str
    status: Literal["due", "open", "offer", "recommend", "done"] = "due"
    checklist: str | None = None


class Note(Strict):
    topic: str
    headline: bool = False  # read on the first screen before other notes of its section


CONCLUSIONS: Mapping[str, type[Strict]] = {
    "alert": Alert,
    "ask": Ask,
    "fits": Fits,
    "refer": Refer,
    "phase": PhaseChange,
    "argues_for": Argument,
    "argues_against": Argument,
    "choose": Choose,
    "stage": Stage,
    "review": Review,
    "suggest": Suggest,
    "block": Block,
    "plan": Plan,
    "note": Note,
}


class Then(Strict):
    """One conclusion with its words. Templates name bound facts: `{death.who}`, `{parameters.key}`, `{case.field}`.

    `consider` holds further short sentences: what to do, or to think of, each shown on a line of its own.
    """

    alert: Alert | None = None
    ask: Ask | None = None
    fits: Fits | None = None
    refer: Refer | None = None
    phase: PhaseChange | None = None
    argues_for: Argument | None = None
    argues_against: Argument | None = None
    choose: Choose | None = None
    stage: Stage | None = None
    review: Review | None = None
    suggest: Suggest | None = None
    block: Block | None = None
    plan: Plan | None = None
    note: Note | None = None
    summary: str = Field(max_length=SUMMARY_LENGTH)
    rationale: str
    consider: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _one(self) -> "Then":
        given = [name for name in CONCLUSIONS if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError(f"say exactly one conclusion of {', '.join(CONCLUSIONS)}")
        return self

    @property
    def conclusion(self) -> str:
        return next(name for name in CONCLUSIONS if getattr(self, name) is not None)

    @property
    def content(self) -> Any:
        """The conclusion's own model, such as an `Alert`."""
        return getattr(self, self.conclusion)


class Evidence(Strict):
    """A source beyond those of the statements: `at` is the place in it, only where one is truly known."""

    ref: str
    at: str | None = None
    kind: Literal["manual", "guideline", "trial", "measurement", "consensus", "judgement"]


class Example(Strict):
    """A fact-level example: given these facts, the rule fires or stays silent. `says` must be in the rationale."""

    name: str
    given: tuple[Mapping[str, Mapping[str, Any]], ...]
    expect: Literal["fires", "silent"]
    arm: str | None = None  # with when_any: the way that must (or must not) come true
    says: str | None = None


class ReviewState(Strict):
    """Who reviewed the rule and when: a role or body, never invented."""

    by: str
    date: date


class Rule(Strict):
    """One rule: one file, one conclusion."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: str
    version: int = Field(ge=1)
    status: Literal["draft", "active", "retired"]
    phase: tuple[Phase, ...] = Field(min_length=1)
    decides: tuple[str, ...] = ()
    implements: tuple[str, ...] = Field(min_length=1)
    purpose: str
    once: Literal["subject", "case", "person", "event"] = "subject"
    when: tuple[PatternSpec, ...] | None = None
    when_any: Mapping[str, tuple[PatternSpec, ...]] | None = None
    then: Then
    evidence: tuple[Evidence, ...] = ()
    cautions: tuple[str, ...] = Field(min_length=1)
    examples: tuple[Example, ...] = ()
    review: ReviewState | Literal["pending"]

    @model_validator(mode="after")
    def _one_when(self) -> "Rule":
        if (self.when is None) == (self.when_any is None):
            raise ValueError("say either when or when_any")
        return self

    @property
    def texts(self) -> tuple[str, ...]:
        """What a reader may be shown of it, slots and all, a question's words aside."""
        return (self.then.summary, self.then.rationale, *self.then.consider, *self.cautions)

    @property
    def arms(self) -> Mapping[str, tuple[PatternSpec, ...]]:
        """The ways in which it comes true, by name; one without a name for `when`."""
        return self.when_any if self.when_any is not None else {"": self.when or ()}
