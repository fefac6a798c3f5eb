"""The courses of a pack, as `courses.yaml` holds them: how long, how often, and which sessions belong to which phase."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, model_validator

from ipt_rules import vocabulary as words

Frequency_: TypeAlias = Literal["twice-weekly", "weekly", "fortnightly", "monthly"]
Format: TypeAlias = Literal[words.COURSE_FORMATS]  # type: ignore[valid-type]
Diagnosis: TypeAlias = Literal[words.DIAGNOSES]  # type: ignore[valid-type]
Origin: TypeAlias = Literal["ours", "memory"]
"""Where a value comes from that no source read gives: our own reckoning, or a source cited without having been read again."""

PhaseName: TypeAlias = Literal["initial", "middle", "ending"]
Valued: TypeAlias = Literal["min", "typical", "max", "session_minutes", "frequency", "initial", "middle", "ending"]
"""What may have such an origin."""


class Definition(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, defer_build=True)


class Span(Definition):
    """From `min` to `max`; one of them may be open. A single number stands for both."""

    min: int | None = Field(default=None, ge=0)
    max: int | None = Field(default=None, ge=0)

    @model_validator(mode="before")
    @classmethod
    def _single(cls, data: Any) -> Any:
        return {"min": data, "max": data} if isinstance(data, int) and not isinstance(data, bool) else data

    @model_validator(mode="after")
    def _ordered(self) -> "Span":
        if self.min is None and self.max is None:
            raise ValueError("give at least one of min and max")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError("min is more than max")
        return self

    def kept(self, number: int) -> int:
        """The number, or the end of the span that is nearest to it.

        >>> Span(min=1, max=3).kept(4), Span(min=2).kept(4)
        (3, 4)
        """
        low = number if self.min is None else max(number, self.min)
        return low if self.max is None else min(low, self.max)

    def holds(self, number: int) -> bool:
        return self.kept(number) == number


class Length(Definition):
    """The number of sessions; None where no source gives one. `typical_max` where the usual number is a range."""

    min: int | None = Field(default=None, ge=1)
    typical: int | None = Field(default=None, ge=1)
    typical_max: int | None = Field(default=None, ge=1)
    max: int | None = Field(default=None, ge=1)

    @model_validator(mode="after")
    def _ordered(self) -> "Length":
        given = [one for one in (self.min, self.typical, self.typical_max, self.max) if one is not None]
        if given != sorted(given):
            raise ValueError("min, typical, typical_max and max do not rise in this order")
        if self.typical_max is not None and self.typical is None:
            raise ValueError("typical_max needs typical")
        return self

    @property
    def range(self) -> Span | None:
        """The fewest and the most sessions; None where the source gives neither."""
        return None if self.min is None and self.max is None else Span(min=self.min, max=self.max)

    @property
    def usual(self) -> Span | None:
        """The usual number or numbers, else the whole range."""
        if self.typical is None:
            return self.range
        return Span(min=self.typical, max=self.typical_max or self.typical)


class Frequency(Definition):
    """How often: in the words of the source, and the terms it allows where it says so plainly."""

    words: str
    terms: tuple[Frequency_, ...] = ()


class CoursePhase(Definition):
    """A phase in the words of the source; beside them how many sessions it has, or which ones, where that is plain.

    `numbers` are those of a course of the usual length: in a longer or shorter one the phase keeps as many sessions.
    """

    words: str
    sessions: Span | None = None
    numbers: Span | None = None

    @model_validator(mode="after")
    def _agree(self) -> "CoursePhase":
        if self.numbers is not None and (self.numbers.min is None or self.numbers.max is None):
            raise ValueError("numbers need the first and the last session, as min and max")
        if self.sessions is not None and self.numbers is not None and self.sessions != _counted(self.numbers):
            raise ValueError("sessions and numbers give different counts")
        return self

    @property
    def count(self) -> Span | None:
        """How many sessions it has; None where the source leaves that open."""
        return self.sessions or (_counted(self.numbers) if self.numbers else None)


def _counted(numbers: Span) -> Span:
    count = (numbers.max or 0) - (numbers.min or 0) + 1
    return Span(min=count, max=count)


class Course(Definition):
    """One course with its lengths, as its statement gives them.

    `split` says whose phases count: the course's `own`, or, where its sources differ among themselves or mean no
    phases of ours, those `by-number` of CLN-27. `usual_frame`: where the source gives no minutes or frequency, those of
    MID-02 hold. `ends_with_triage`: in the last session it is decided what comes next, and no ending phase's work
    (gains, parting, relapse plan) is meant. `made_for` are diagnoses for which it was made or tested. `origin` names the
    values that no source read gives; `check_before_display`: none of them was checked against the source.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: str
    sessions: Length
    session_minutes: Span | None = None
    frequency: Frequency | None = None
    usual_frame: bool = True
    split: Literal["own", "by-number"] = "own"
    initial: CoursePhase | None = None
    middle: CoursePhase | None = None
    ending: CoursePhase | None = None
    ends_with_triage: bool = False
    origin: Mapping[Valued, Origin] = Field(default_factory=dict, alias="from")
    format: Format | None = None
    made_for: tuple[Diagnosis, ...] = ()
    statement: str
    also: tuple[str, ...] = ()
    check_before_display: bool = False
    note: str | None = None

    @model_validator(mode="after")
    def _whole(self) -> "Course":
        for name in self.origin:
            holder = self.sessions if name in ("min", "typical", "max") else self
            if getattr(holder, name) is None:
                raise ValueError(f"`from` speaks of {name}, and no value is given for it")
        self._fits()
        return self

    def _fits(self) -> None:
        """The phases whose number is plain fit into the longest course."""
        counts = [one.count for one in self.phases.values() if one is not None]
        least = sum(one.min or 0 for one in counts if one is not None)
        if self.sessions.max is not None and least > self.sessions.max:
            raise ValueError("the phases have more sessions than the longest course")

    @property
    def phases(self) -> Mapping[PhaseName, CoursePhase | None]:
        """The phases by their words, in order."""
        return {"initial": self.initial, "middle": self.middle, "ending": self.ending}

    @property
    def statements(self) -> tuple[str, ...]:
        return (self.statement, *self.also)

    @property
    def called(self) -> Iterator[str]:
        """What somebody may call it: its slug, its name, and the short name in brackets."""
        yield self.id
        yield self.name.lower()
        if "(" in self.name:
            yield self.name.rpartition("(")[2].rstrip(")").lower()
