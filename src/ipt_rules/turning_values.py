"""The values that an answer could have: what is tried for each field, and how far each is from what is recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, get_origin

from ipt_rules.case import PartialDate
from ipt_rules.case.base import Answer
from ipt_rules.facts.view import View
from ipt_rules.rulebook import Rulebook
from ipt_rules.turning_bounds import LENGTHS, RECORDED
from ipt_rules.turning_fields import Leaf, is_blank, terms_of

MOST_NUMBERS = 12
"""So many numbers are tried in one field, those nearest to what is recorded first."""

MOST_WORDS = 12
"""A longer list of words is not gone through for a recorded answer: it is no scale, and another word is another case."""

MOST_MORE = 3
"""So many words of a list are added at once, where one alone is one of several signs."""

FREE_WORDS: Mapping[str, str] = {"linked_by": "patient"}
"""Lists that take any words and that rules read by one."""

NEXT_TO = (-1, 0, 1)
"""Beside each threshold the numbers next to it: some rules ask for more, some for at least."""

STEPS = (-4, -3, -2, -1, 1, 2, 3, 4)
"""Beside a recorded number those next to it: most thresholds are worked out, and stand in no rule."""

UNITS: Mapping[str, str] = {
    "age": "years",
    "weeks_postpartum": "weeks",
    "weeks": "weeks",
    "duration_months": "months",
    "number": "episodes",
}
"""The unit of the parameters that a field is compared with."""

MONTHS_APART = (0, 1, 3, -3, -12)
"""Beside each dated event of the case, so many months later a date that is not known is tried."""


class Value(NamedTuple):
    """A value to try, and its distance from what is recorded: 0 where nothing was."""

    value: Any
    distance: float

    def __repr__(self) -> str:
        return f"<Value at {self.distance}>"


class Numbers(NamedTuple):
    """What numbers can decide: those that rules compare with, of parameters by unit, of questionnaires, and of courses."""

    of_rules: tuple[int, ...]
    of_parameters: Mapping[str, tuple[int, ...]]
    totals: Mapping[str, tuple[int, ...]]
    lengths: tuple[int, ...]


def values_of(leaf: Leaf, view: View, numbers: Numbers, *, otherwise: bool) -> Iterator[Value]:
    """Everything that is tried in a field, the nearest first; nothing for a field that no answer fills.

    `otherwise` says that the answer is recorded; else it is missing.
    """
    annotation, blank = leaf.annotation, is_blank(leaf.value)
    if annotation is Answer:
        yield from (Value(one, 0 if blank else 1) for one in ("yes", "no") if one != leaf.value)
    elif annotation in (int, float) or leaf.model == "item":
        yield from _numbers(leaf, numbers, view.now.number if leaf.field in LENGTHS else 0)
    elif get_origin(annotation) is tuple:
        yield from _fewer(leaf) if otherwise else _more(leaf)
    elif terms_of(annotation):
        terms = terms_of(annotation)
        wanted = terms if blank or len(terms) <= MOST_WORDS else ()
        yield from (Value(one, _steps(leaf, one)) for one in wanted if one not in (leaf.value, "not-known"))
    elif annotation is PartialDate and blank:
        yield from _dates(view)
    elif annotation is str and blank:
        yield from _texts(leaf, view)


def _steps(leaf: Leaf, term: str) -> float:
    terms = terms_of(leaf.annotation)
    return abs(terms.index(term) - terms.index(leaf.value)) if leaf.value in terms else 0


def _numbers(leaf: Leaf, numbers: Numbers, held: int) -> Iterator[Value]:
    """Numbers at thresholds, and next to what is recorded; no fewer sessions are planned than were held."""
    least, most = bounds(leaf)
    least = max(least, held)
    now = leaf.value if isinstance(leaf.value, (int, float)) else None
    near = {*_thresholds(leaf, numbers), *((now + step for step in STEPS) if now is not None else ())}
    start = now if now is not None else least
    wanted = sorted((abs(one - start), one) for one in near if least <= one <= most and one != now)
    for distance, one in wanted[:MOST_NUMBERS]:
        yield Value(one, distance if now is not None else 0)


def _thresholds(leaf: Leaf, numbers: Numbers) -> Iterator[int]:
    """Where something turns: the bands of a questionnaire, the lengths of courses, what rules and parameters compare with."""
    if leaf.field == "total":
        yield from numbers.totals.get(str(leaf.loc[-2]), ())
    elif leaf.field in LENGTHS:
        yield from numbers.lengths
    else:
        known = {*numbers.of_rules, *numbers.of_parameters.get(UNITS.get(leaf.field, ""), ())}
        yield from (at + by for at in known for by in NEXT_TO)


def bounds(leaf: Leaf) -> tuple[float, float]:
    """The lowest and the highest number a field takes."""
    least = next((one.ge for one in leaf.info.metadata if getattr(one, "ge", None) is not None), 0)
    most = next((one.le for one in leaf.info.metadata if getattr(one, "le", None) is not None), float("inf"))
    return least, most


def _fewer(leaf: Leaf) -> Iterator[Value]:
    """One of several closed words less."""
    if terms_of(leaf.annotation):
        yield from (Value(tuple(one for one in leaf.value if one != less), 1) for less in leaf.value)


def _more(leaf: Leaf) -> Iterator[Value]:
    """Of closed words one more or several more; of free words that something is recorded at all."""
    held, terms = tuple(leaf.value or ()), terms_of(leaf.annotation)
    more = [one for one in terms if one not in held]
    if not terms:
        if not held:
            yield Value((FREE_WORDS.get(leaf.field, RECORDED),), 0)
        return
    yield from (Value((*held, one), 1) for one in more)
    yield from (Value((*held, *more[:count]), count) for count in range(2, MOST_MORE + 1) if len(more) >= count)


def _dates(view: View) -> Iterator[Value]:
    """Months beside what is dated already: the onset and the events of the case."""
    episode = view.background.episode
    told = [episode.onset] if episode and episode.onset else []
    told += [one.date for one in view.background.life_events if one.date is not None]
    found: dict[str, None] = {}
    for one in told:
        for months in MONTHS_APART:
            count = one.middle.year * 12 + one.middle.month - 1 + months
            if count <= view.on.year * 12 + view.on.month - 1:
                found[f"{count // 12:04d}-{count % 12 + 1:02d}"] = None
    yield from (Value(PartialDate(text), 0) for text in found)


def _texts(leaf: Leaf, view: View) -> Iterator[Value]:
    """A course by its name; of other words only that they are recorded, where a rule reads that."""
    if leaf.field == "type" and leaf.model == "Course":
        yield from (Value(slug, 0) for slug in view.knowledge.courses)
    elif "a rule reads only whether" in (leaf.info.description or ""):
        yield Value(RECORDED, 0)


def numbers_of(operands: Iterable[Any], rulebook: Rulebook) -> Numbers:
    """The numbers that rules compare with, those of parameters by unit, each band's lowest total, the lengths of courses."""
    by_unit: dict[str, set[int]] = {}
    for parameter in rulebook.parameters.values():
        if isinstance(parameter.value, int) and not isinstance(parameter.value, bool):
            by_unit.setdefault(parameter.unit, set()).add(parameter.value)
    held = rulebook.instruments.instruments
    lengths = [one.sessions for one in rulebook.courses.values()]
    return Numbers(
        of_rules=tuple(sorted({int(one) for one in operands if type(one) in (int, float)})),
        of_parameters={unit: tuple(sorted(found)) for unit, found in by_unit.items()},
        totals={name: _cuts(one.bands) for name, one in held.items()},
        lengths=tuple(sorted({one for told in lengths for one in (told.min, told.typical, told.max) if one})),
    )


def _cuts(bands: Sequence[Any]) -> tuple[int, ...]:
    return tuple(sorted({band.low for band in bands}))
