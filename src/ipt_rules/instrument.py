"""The definitions of measures, as `rules/instruments.yaml` holds them, and what makes one consistent."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Items: TypeAlias = Mapping[int, int | None]
"""The answers to scored items by item number; an item left out or None was not answered."""

Answers: TypeAlias = Mapping[str, str | None]
"""The answers to yes/no questions by key; anything but `yes` and `no` was not answered."""

Change: TypeAlias = Literal["improved", "worse", "none"]
Statement: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}-\d{2}$")]
LoincPart: TypeAlias = Annotated[str, StringConstraints(pattern=r"^(LA|LL)?\d+-\d$")]


class Definition(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, defer_build=True)


class Sourced(Definition):
    """Something that carries statements; `tune` marks our judgement, which a site may change."""

    statements: tuple[Statement, ...] = Field(min_length=1)
    tune: bool = False
    check_before_display: bool = False


class Item(Definition):
    """One scored item. `or_item` is the item that may be answered in its place; `domain` groups items by score."""

    number: int
    topic: str
    min: int
    max: int
    domain: str = ""
    subscale: str = ""
    or_item: int | None = None
    loinc: LoincPart | None = None


class Question(Definition):
    """One yes/no question of a screener. One with `after` is asked only after a yes to that earlier question."""

    key: str
    topic: str
    period: str
    after: str | None = None
    loinc: LoincPart


class Label(Definition):
    """What a value of an item means in words."""

    value: int
    label: str
    loinc: LoincPart


class Range(Definition):
    """The lowest and highest total there can be."""

    min: int
    max: int


class Band(Definition):
    """A named stretch of totals, both ends included."""

    name: str
    low: int = Field(alias="from")
    high: int = Field(alias="to")


class View(Sourced):
    """Another way to band the same total, which a site may show."""

    name: str
    bands: tuple[Band, ...]


class CutOff(Sourced):
    """A total from which something is said; the first of an instrument is its default."""

    name: str
    at_least: int


class Response(Sourced):
    """How far a total must fall from baseline: in per cent of it, or in points."""

    percent_fall: int | None = None
    points_fall: int | None = None

    @model_validator(mode="after")
    def _one_way(self) -> "Response":
        if (self.percent_fall is None) == (self.points_fall is None):
            raise ValueError("give either percent_fall or points_fall")
        return self


class Remission(Sourced):
    """The total below which symptoms have remitted."""

    below: int


class ReliableChange(Sourced):
    """The change in points that counts as an outcome, and the smaller one that is an alert between sessions."""

    points: int
    alert_points: int | None = None


class Proration(Sourced):
    """How many items may be missing, and which items are never inferred from the others."""

    max_missing: int
    never: tuple[int, ...]


class Validity(Sourced):
    """For how many days a measure may feed a decision."""

    days: int


class CoreItems(Sourced):
    """The items to show beside the total when physical illness may explain the others."""

    numbers: tuple[int, ...]


class CardinalItems(Sourced):
    """The items of which the diagnostic pattern needs one."""

    numbers: tuple[int, ...]


class SelfHarmItem(Sourced):
    """The item that asks about being better off dead, or about self-harm.

    `screens`: a nought may help to clear what was told; else above nought it is enquired into, and nought it clears nothing.
    """

    number: int
    screens: bool = True


class DeniedWhenClear(Sourced):
    """The questions of a screener that are all answered no when it is clear."""

    keys: tuple[str, ...]


class MonthsAfterDeath(Sourced):
    """From how many months after a death a grief scale serves a diagnosis, and from how many an assessment."""

    diagnosis: int
    assess: int


class RefusedForm(Sourced):
    """A form in circulation that is not the instrument, told by its number of items."""

    items: int
    message: str


class Loinc(Definition):
    """The verified codes of the whole; items, questions and answers carry their own."""

    panel: LoincPart | None = None
    total: LoincPart | None = None
    answer_list: LoincPart | None = None
    risk_level: LoincPart | None = None


class Instrument(Sourced):
    """One measure. `total` and `bands` are absent where answers are never added up."""

    name: str
    period: str
    score: Literal["sum", "highest-of-domain", "none"]
    higher_is_better: bool = False
    items: tuple[Item, ...] = ()
    questions: tuple[Question, ...] = ()
    answers: tuple[Label, ...] = ()
    total: Range | None = None
    bands: tuple[Band, ...] = ()
    rough_bands: bool = False
    views: tuple[View, ...] = ()
    cut_offs: tuple[CutOff, ...] = ()
    response: Response | None = None
    remission: Remission | None = None
    reliable_change: ReliableChange | None = None
    proration: Proration | None = None
    validity: Validity | None = None
    core_items: CoreItems | None = None
    cardinal_items: CardinalItems | None = None
    self_harm_item: SelfHarmItem | None = None
    denied_when_clear: DeniedWhenClear | None = None
    months_after_death: MonthsAfterDeath | None = None
    refused_forms: tuple[RefusedForm, ...] = ()
    loinc: Loinc = Loinc()

    @model_validator(mode="after")
    def _consistent(self) -> "Instrument":
        faults = list(_faults(self))
        if faults:
            raise ValueError("; ".join(faults))
        return self


NEEDED: Mapping[str, tuple[str, ...]] = {
    "phq9": ("self_harm_item", "cardinal_items"),
    "epds": ("self_harm_item",),
    "cssrs": ("denied_when_clear",),
}
"""What facts ask an instrument for."""


class Instruments(Definition):
    """All measures by key, as in `instruments.yaml`; `instruments["phq9"]` is one of them."""

    instruments: dict[str, Instrument]

    @model_validator(mode="after")
    def _danger_is_named(self) -> "Instruments":
        """What tells of danger cannot be left out of a measure that rules read: nobody would notice on any case."""
        for key, names in NEEDED.items():
            for name in names if key in self.instruments else ():
                if getattr(self.instruments[key], name) is None:
                    raise ValueError(f"the instrument {key} needs `{name}`; copy it from the core pack")
        return self

    def __getitem__(self, key: str) -> Instrument:
        return self.instruments[key]


def _faults(instrument: Instrument) -> Iterator[str]:
    numbers = [item.number for item in instrument.items]
    if numbers != list(range(1, len(numbers) + 1)):
        yield "number the items from 1 without a gap"
    if (instrument.score == "none") != (instrument.total is None):
        yield "give a total exactly where there is a score"
    if instrument.total and instrument.items and span_of(instrument, {}) != instrument.total:
        yield "the total does not span what the items add up to"
    if instrument.proration and instrument.score != "sum":
        yield "only a sum can be prorated"
    if not set(_items_named(instrument)) <= set(numbers):
        yield "it names an item that it does not have"
    yield from _question_faults(instrument)
    for bands in (instrument.bands, *(view.bands for view in instrument.views)):
        if instrument.total and bands:
            yield from _band_faults(bands, instrument.total)


def _items_named(instrument: Instrument) -> Iterator[int]:
    for listed in (instrument.core_items, instrument.cardinal_items):
        yield from listed.numbers if listed else ()
    yield from instrument.proration.never if instrument.proration else ()
    if instrument.self_harm_item:
        yield instrument.self_harm_item.number


def _question_faults(instrument: Instrument) -> Iterator[str]:
    asked: list[str] = []
    for question in instrument.questions:
        if question.after is not None and question.after not in asked:
            yield f"question {question.key} is asked after one that does not come before it"
        asked.append(question.key)
    if instrument.denied_when_clear and not set(instrument.denied_when_clear.keys) <= set(asked):
        yield "it is clear by a question that it does not have"


def _band_faults(bands: Sequence[Band], total: Range) -> Iterator[str]:
    """The first total that falls in no band or in two; then bands out of order, or beyond the total."""
    for value in range(total.min, total.max + 1):
        holding = [band.name for band in bands if band.low <= value <= band.high]
        if len(holding) != 1:
            told = (
                f"two bands hold the total {value}: {', '.join(holding)}"
                if holding
                else f"no band holds the total {value}"
            )
            yield f"the bands do not cover the total once each, in order: {told}"
            return
    starts = [total.min, *(band.high + 1 for band in bands)]
    if starts != [*(band.low for band in bands), total.max + 1]:
        yield "the bands do not cover the total once each, in order"


def is_answered(item: Item, items: Items) -> bool:
    instead = items.get(item.or_item) if item.or_item is not None else None
    return items.get(item.number) is not None or instead is not None


def given_of(items: Items) -> dict[int, int]:
    return {number: value for number, value in items.items() if value is not None}


def score_of(instrument: Instrument, values: Mapping[int, int]) -> int:
    if instrument.score == "sum":
        return sum(values.values())
    highest: dict[str, int] = {}
    for item in instrument.items:
        if item.number in values:
            highest[item.domain] = max(values[item.number], highest.get(item.domain, item.min))
    return sum(highest.values())


def span_of(instrument: Instrument, items: Items) -> Range:
    """The lowest and highest total that `items` leave possible, whatever the missing answers are."""
    open_items = [item for item in instrument.items if not is_answered(item, items)]
    lowest = given_of(items) | {item.number: item.min for item in open_items}
    highest = given_of(items) | {item.number: item.max for item in open_items}
    return Range(min=score_of(instrument, lowest), max=score_of(instrument, highest))
