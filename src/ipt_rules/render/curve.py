"""The scores of a questionnaire over the contacts, drawn small, with every number and date beside the drawing.

A contact without a score is a gap: nothing is drawn there, and its number is a dash. The drawing adds nothing that the numbers
do not say, so the linear form leaves it out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ipt_rules.instrument_data import core_instruments
from ipt_rules.render.lines import Line, Style, padded, plain, wrap
from ipt_rules.render.page import Curve, Score, clean
from ipt_rules.translation import _

BLOCKS = " ▁▂▃▄▅▆▇█"
ROWS, ROWS_ASCII = 2, 5
WITH_DATE, WITHOUT_DATE = 6, 3
"""Columns for one contact: with month and day under it, and without."""
INDENT = "  "
FEWEST = 5
"""Fewer scores are read faster than a drawing of them."""


def curve_of(progress: Mapping[str, Any], phase: Mapping[str, Any]) -> Curve | None:
    """The curve of a recommendation's progress, a contact without a score as a gap; None with too few scores to draw."""
    history = progress.get("history", ())
    if len(history) < FEWEST:
        return None
    instrument = core_instruments()[str(progress["instrument"])]
    assert instrument.total is not None, "a score that is followed has a total"
    scores = tuple(_with_gaps(history, int(phase.get("session_number") or 0)))
    line = clean(_("{name}, by contact: {scores}.").format(name=instrument.name, scores="; ".join(map(_told, scores))))
    return Curve(instrument.name, scores, instrument.total.min, instrument.total.max, line)


def _with_gaps(history: Sequence[Mapping[str, Any]], until: int) -> Iterator[Score]:
    """Every contact from the first score on; one that has none between them, or after the last, stands without a total."""
    expected = int(history[0]["session"])
    for entry in history:
        number = int(entry["session"])
        yield from (Score(between, "", None) for between in range(expected, number))
        yield Score(number, str(entry["date"]), int(entry["total"]))
        expected = number + 1
    yield from (Score(after, "", None) for after in range(expected, until + 1))


def _told(score: Score) -> str:
    name = _contact(score.session)
    if score.total is None:
        return _("{contact} none recorded").format(contact=name)
    return _("{contact} ({date}) {total}").format(contact=name, date=score.date, total=score.total)


def _contact(session: int) -> str:
    return _("session {number}").format(number=session) if session else _("intake")


def curve_lines(curve: Curve, width: int, style: Style) -> list[Line]:
    """The curve in lines of at most `width` columns; in words only where nothing is to be drawn."""
    if style.linear:
        return [plain(line) for line in wrap(curve.line, width, INDENT)]
    dates = _years(curve)
    label = max(map(len, (curve.name, _("Session"), dates))) + 1
    room = width - len(INDENT) - label
    dated = len(curve.scores) * WITH_DATE <= room
    cell = WITH_DATE if dated else WITHOUT_DATE
    scores = curve.scores[-max(1, room // cell) :]
    days = [_row(dates, [one.date[5:] for one in scores], label, cell, "muted")] if dated else []
    return [
        *([] if dated else [plain(line) for line in wrap(_heading(curve, scores), width, INDENT)]),
        *_drawn(curve, scores, label, cell, style),
        _row(curve.name, [_total(one) for one in scores], label, cell),
        _row(_("Session"), [_number(one, cell) for one in scores], label, cell, "muted"),
        *days,
    ]


def _years(curve: Curve) -> str:
    """The year of the dates, which stand as month and day: `2025`, or `2025/26`."""
    years = sorted({one.date[:4] for one in curve.scores if one.date})
    return years[0] if len(years) == 1 else f"{years[0]}/{years[-1][2:]}"


def _heading(curve: Curve, scores: Sequence[Score]) -> str:
    """From when to when, and what came before where not all fit."""
    known = [one for one in curve.scores if one.total is not None]
    told = _("{name}, {first} to {last}:").format(
        name=curve.name,
        first=_dated(known[0]),
        last=_dated(known[-1]),
    )
    earlier = curve.scores[: len(curve.scores) - len(scores)]
    if not earlier:
        return told
    totals = ", ".join(map(_total, earlier))
    return _("{told} first {totals}; then").format(told=told, totals=totals)


def _dated(score: Score) -> str:
    return f"{_contact(score.session)} {score.date}"


def _number(score: Score, cell: int) -> str:
    """The number of the session; the intake by name where there is room."""
    return str(score.session) if score.session or cell < WITH_DATE else _("intake")


def _total(score: Score) -> str:
    return "-" if score.total is None else str(score.total)


def _row(name: str, cells: Sequence[str], label: int, cell: int, look: str = "") -> Line:
    return plain((INDENT + padded(name, label) + "".join(f"{text:>{cell}}" for text in cells)).rstrip(), look)


def _drawn(curve: Curve, scores: Sequence[Score], label: int, cell: int, style: Style) -> Iterator[Line]:
    """A bar for each score, beside the lowest and the highest there can be; the lowest has the thinnest bar, a gap none."""
    rows, blocks = (ROWS_ASCII, " #") if style.ascii else (ROWS, BLOCKS)
    steps = len(blocks) - 1
    for row in range(rows - 1, -1, -1):
        bars = [_part(_height(curve, one, rows * steps), row, blocks) for one in scores]
        end = curve.highest if row == rows - 1 else curve.lowest if row == 0 else ""
        mark = f"{end:>{label - 1}} "
        yield plain((INDENT + mark + "".join(f"{bar * 2:>{cell}}" for bar in bars)).rstrip())


def _height(curve: Curve, score: Score, steps: int) -> int:
    if score.total is None:
        return 0
    return max(1, round((score.total - curve.lowest) * steps / (curve.highest - curve.lowest)))


def _part(height: int, row: int, blocks: str) -> str:
    steps = len(blocks) - 1
    return blocks[min(steps, max(0, height - row * steps))]
