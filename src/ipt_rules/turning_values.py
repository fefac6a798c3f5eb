"""The values that an answer could have: what is tried for each field, and how far each is from what is recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, get_origin

from ipt_rules.case import PartialDate
from ipt_rules.case.base import Answer
from ipt_rules.facts.view import View
from ipt_rules.turning_fields import RECORDED, Leaf, is_blank, terms_of

MOST_NUMBERS = 8
"""So many numbers are tried in one field, those nearest to what is recorded first."""

MOST_WORDS = 12
"""A longer list of words is not gone through for a recorded answer: it is no scale, and another word is another case."""

MOST_MORE = 3
"""So many words of a list are added at once, where one alone is one of several signs."""

FREE_WORDS: Mapping[str, str] = {"linked_by": "patient"}
"""Lists that take any words and that rules read by one."""

NEXT_TO = (-1, 0, 1)
"""Beside each threshold the numbers next to it: some rules ask for more, some for at least."""

MONTHS_APART = (0, 1, 3, -3, -12)
"""Beside each dated event of the case, so many months later a date that is not known is tried."""


class Value(NamedTuple):
    """A value to try, and its distance from what is recorded: 0 where nothing was."""

    value: Any
    distance: float


class Numbers(NamedTuple):
    """What numbers can decide: those that the rules in question compare with, and each questionnaire's bands."""

    thresholds: tuple[int, ...]
    totals: Mapping[str, tuple[int, ...]]


def values_of(leaf: Leaf, view: View, numbers: Numbers, *, otherwise: bool) -> Iterator[Value]:
    """Everything that is tried in a field, the nearest first; nothing for a field that no answer fills.

    `otherwise` says that the answer is recorded; else it is missing.
    """
    annotation, blank = leaf.annotation, is_blank(leaf.value)
    if annotation is Answer:
        yield from (Value(one, not blank) for one in ("yes", "no") if one != leaf.value)
    elif annotation in (int, float) or leaf.model == "item":
        yield from _numbers(leaf, numbers)
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


def _numbers(leaf: Leaf, numbers: Numbers) -> Iterator[Value]:
    least, most = bounds(leaf)
    totals = numbers.totals.get(str(leaf.loc[-2]), ()) if leaf.field == "total" else numbers.thresholds
    near = totals if leaf.field == "total" else tuple(at + by for at in totals for by in NEXT_TO)
    now = leaf.value if isinstance(leaf.value, (int, float)) else None
    wanted = {one for one in near if least <= one <= most and one != now}
    start = now if now is not None else least
    for one in sorted(wanted, key=lambda one: (abs(one - start), one))[:MOST_NUMBERS]:
        yield Value(one, abs(one - start) if now is not None else 0)


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


def numbers_of(operands: Iterable[Any], view: View) -> Numbers:
    """The numbers among what rules compare with, and the lowest total of each band of each questionnaire."""
    found = {int(one) for one in operands if isinstance(one, (int, float)) and not isinstance(one, bool)}
    held = view.knowledge.instruments.instruments
    totals = {name: _cuts(one.bands) for name, one in held.items()}
    return Numbers(tuple(sorted(found)), totals)


def _cuts(bands: Sequence[Any]) -> tuple[int, ...]:
    return tuple(sorted({band.low for band in bands}))
