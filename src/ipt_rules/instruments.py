"""The measures: PHQ-9, GAD-7, C-SSRS and the others, and what their answers and totals say.

The definitions are data (`rules/instruments.yaml`); the functions take one and know no number of their own. Nothing
unknown is guessed: where an answer is missing a result is None, which is neither yes nor no.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ipt_rules.instrument import (
    Answers,
    Band,
    Change,
    Instrument,
    Instruments,
    Items,
    Proration,
    given_of,
    is_answered,
    score_of,
    span_of,
)

__all__ = [
    "Answers",
    "Instrument",
    "Instruments",
    "Items",
    "ProgressThresholds",
    "Total",
    "band",
    "change",
    "cssrs_clear",
    "cssrs_missing",
    "cssrs_required",
    "cut_offs_reached",
    "deteriorated",
    "item_problems",
    "percent_fall",
    "reliable_change",
    "remission",
    "response",
    "total",
    "total_problem",
]


class Total(NamedTuple):
    """A total, or None; whether it was prorated; and the items that were not answered, in order."""

    value: int | None
    prorated: bool
    missing: tuple[int, ...]


def total(instrument: Instrument, items: Items) -> Total:
    """The total of `items`; None while an answer is missing that may not be inferred, or one is out of range.

    With few enough answers missing and proration allowed, the mean of the others stands for them, rounded half up
    (MEA-07). An item under `never`, such as item 9 of the PHQ-9, is never inferred: it must be asked.
    """
    missing = tuple(item.number for item in instrument.items if not is_answered(item, items))
    if instrument.total is None or not instrument.items or item_problems(instrument, items):
        return Total(None, False, missing)
    if not missing:
        return Total(score_of(instrument, given_of(items)), False, ())
    if not _may_prorate(instrument.proration, missing):
        return Total(None, False, missing)
    return Total(_prorated(list(given_of(items).values()), len(instrument.items)), True, missing)


def _may_prorate(proration: Proration | None, missing: Sequence[int]) -> bool:
    return proration is not None and len(missing) <= proration.max_missing and not set(missing) & set(proration.never)


def _prorated(values: Sequence[int], count: int) -> int:
    # In whole numbers, since round() would take a half to the even neighbour.
    return (2 * sum(values) * count + len(values)) // (2 * len(values))


def item_problems(instrument: Instrument, items: Items) -> list[tuple[int, str]]:
    """Each answer that cannot be: (item number, sentence), in order of number. Missing answers are no problem here."""
    known = {item.number: item for item in instrument.items}
    problems = []
    for number, value in sorted(given_of(items).items()):
        item = known.get(number)
        if item is None:
            problems.append((number, _no_such_item(instrument, number)))
        elif not item.min <= value <= item.max:
            problems.append((number, f"{instrument.name} item {number} goes from {item.min} to {item.max}"))
    return problems


def _no_such_item(instrument: Instrument, number: int) -> str:
    refused = next((form.message for form in instrument.refused_forms if form.items == number), "")
    plain = f"{instrument.name} has {len(instrument.items)} items; there is no item {number}"
    return f"{plain}. {refused}" if refused else plain


def total_problem(instrument: Instrument, given: int | None, items: Items) -> str | None:
    """Why a recorded total cannot be: out of range, or not what the recorded items can add up to; else None.

    Some items may be missing: then any total passes that some answer to them would make.
    """
    if given is None or instrument.total is None:
        return None
    if not instrument.total.min <= given <= instrument.total.max:
        plain = f"a {instrument.name} total goes from {instrument.total.min} to {instrument.total.max}"
        refused = next((form.message for form in instrument.refused_forms if given > instrument.total.max), "")
        return f"{plain}. {refused}" if refused else plain
    if not instrument.items or item_problems(instrument, items):
        return None
    span = span_of(instrument, items)
    if span.min <= given <= span.max:
        return None
    possible = f"{span.min}" if span.min == span.max else f"{span.min} to {span.max}"
    return f"the {instrument.name} items add up to {possible}, not to the total recorded"


def band(instrument: Instrument, total: int | None, view: str | None = None) -> str | None:
    """The name of the band that holds `total`, by default or in another view; None when unknown or out of range.

    Raises KeyError for a view that the instrument does not have.
    """
    place = _place(_bands(instrument, view), total)
    return None if place is None else _bands(instrument, view)[place].name


def _bands(instrument: Instrument, view: str | None) -> tuple[Band, ...]:
    return instrument.bands if view is None else {other.name: other.bands for other in instrument.views}[view]


def _place(bands: Sequence[Band], total: int | None) -> int | None:
    if total is None:
        return None
    return next((place for place, one in enumerate(bands) if one.low <= total <= one.high), None)


def cut_offs_reached(instrument: Instrument, total: int | None) -> tuple[str, ...] | None:
    """The names of the cut-offs that `total` reaches, the default one first; None when the total is unknown."""
    return None if total is None else tuple(cut.name for cut in instrument.cut_offs if total >= cut.at_least)


def change(earlier: int | None, later: int | None) -> int | None:
    """Points from `earlier` to `later`: positive is a rise; None when either is unknown."""
    return None if earlier is None or later is None else later - earlier


def percent_fall(baseline: int | None, latest: int | None) -> float | None:
    """The fall from baseline in per cent of it, negative for a rise; None when unknown or when baseline is 0."""
    points = change(baseline, latest)
    # Multiplied first, so that a whole per cent comes out whole and a threshold is met exactly.
    return None if points is None or not baseline else -100 * points / baseline


def response(instrument: Instrument, baseline: int | None, latest: int | None) -> bool | None:
    """Whether the fall from baseline is a response (MON-04); None when unknown or when none is defined."""
    points, percent, limit = change(baseline, latest), percent_fall(baseline, latest), instrument.response
    if limit is None or points is None:
        return None
    if limit.points_fall is not None:
        return -points >= limit.points_fall
    return None if percent is None or limit.percent_fall is None else percent >= limit.percent_fall


def remission(instrument: Instrument, latest: int | None) -> bool | None:
    """Whether one total is in remission (MON-04), which is provisional until it lasts (MON-05); None when unknown."""
    return None if latest is None or instrument.remission is None else latest < instrument.remission.below


def reliable_change(instrument: Instrument, baseline: int | None, latest: int | None) -> Change | None:
    """The reliable change from baseline (MON-06); None when unknown or when none is defined.

    Look at `instrument.reliable_change.check_before_display` before showing it.
    """
    points = change(baseline, latest)
    if points is None or instrument.reliable_change is None:
        return None
    if abs(points) < instrument.reliable_change.points:
        return "none"
    return "improved" if (points > 0) == instrument.higher_is_better else "worse"


class ProgressThresholds(NamedTuple):
    """The cut points of deterioration (MON-19), in points of the total and in band rises one after the other."""

    rise_from_baseline: int
    rise_between_sessions: int
    band_rises_in_a_row: int


def deteriorated(instrument: Instrument, history: Sequence[int], thresholds: ProgressThresholds) -> bool | None:
    """Whether the last total of `history` is a deterioration (MON-19); None with fewer than two totals.

    `history` holds the known, valid totals in order of date, baseline first; sessions without one are left out.
    Two in a row (MON-20) is this function on `history` and on `history[:-1]`.
    """
    if len(history) < 2:
        return None
    return (
        history[-1] - history[0] >= thresholds.rise_from_baseline
        or history[-1] - history[-2] >= thresholds.rise_between_sessions
        or _band_rises(instrument, history) >= thresholds.band_rises_in_a_row
    )


def _band_rises(instrument: Instrument, history: Sequence[int]) -> int:
    """How many of the latest steps, counted back from the last, each went up into a new band."""
    places = [_place(instrument.bands, total) for total in history]
    rises = 0
    for later, earlier in zip(places[::-1], places[-2::-1], strict=False):
        if later is None or earlier is None or later <= earlier:
            break
        rises += 1
    return rises


def cssrs_required(cssrs: Instrument, answers: Answers) -> tuple[str, ...]:
    """The C-SSRS questions that must be answered before the screener can be negative (MEA-13), in their order.

    Those that are asked after another one only once that is answered yes.
    """
    return tuple(one.key for one in cssrs.questions if one.after is None or answers.get(one.after) == "yes")


def cssrs_missing(cssrs: Instrument, answers: Answers) -> tuple[str, ...]:
    """The required C-SSRS questions without a yes or a no, to be asked now (MEA-15)."""
    return tuple(key for key in cssrs_required(cssrs, answers) if answers.get(key) not in ("yes", "no"))


def cssrs_clear(cssrs: Instrument, answers: Answers) -> bool | None:
    """Whether every question is no that a clear screener denies (SAF-14); None when that is not known.

    Any yes decides, whatever is missing (MEA-15). Raises ValueError for a screener that does not say what is clear.
    """
    denied = cssrs.denied_when_clear
    if denied is None:
        raise ValueError("this instrument does not say when it is clear")
    if any(answers.get(key) == "yes" for key in denied.keys):
        return False
    return None if cssrs_missing(cssrs, answers) else True
