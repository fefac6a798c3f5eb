"""The course of the PHQ-9 as a drawing: phases as bands, scores, gaps, what counts as response and remission, alerts, events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from ipt_rules.markup import Html, el
from ipt_rules.render.phases import phase_name
from ipt_rules.report import scores
from ipt_rules.report.drawing import Box, circle, cross, line, path, rect, rows_of, text, text_width
from ipt_rules.report.events import Event
from ipt_rules.report.icons import SHAPES, SIGNS, number
from ipt_rules.report.scores import Course, Row
from ipt_rules.translation import _

PLOT = 190  # the height of the plot itself, in pixels of the drawing; so are the numbers below
LEFT, PAD, RIGHT, RIGHT_WITH_BANDS = 50, 14, 8, 112
LANE, MARK = 20, 16
WIDE = 720


class Chart:
    """One drawing of a course, `width` wide. `content` is what is in it, `height` how high it came to be."""

    def __init__(self, course: Course, events: Sequence[Event], width: int) -> None:
        self.course, self.rows, self.width = course, course.rows, width
        self.right = width - (RIGHT_WITH_BANDS if width >= WIDE else RIGHT)
        self.start = min(min(row.day, row.filled_in) for row in self.rows)
        self.end = max(max(row.day, row.filled_in) for row in self.rows)
        shown = ((one, one.within(self.start, self.end)) for one in events)
        self.events = [(one, *span) for one, span in shown if span]
        self.top = 8 + 14 * (1 + max(row for *_, row in self.phases))
        self.bottom = self.top + PLOT
        self.alerts_at = self.bottom + 46
        self.events_at = self.alerts_at + LANE * (max((row for *_, row in self.alert_bars), default=-1) + 1)
        self.dates_at = self.events_at + LANE * (max((row for *_, row in self.event_bars), default=-1) + 1)
        self.height = self.dates_at + 10

    def x(self, day: date) -> float:
        days = (self.end - self.start).days
        room = self.right - LEFT - 2 * PAD
        return LEFT + PAD + (room / 2 if not days else room * (day - self.start).days / days)

    def y(self, points: float) -> float:
        most = self.course.instrument.total.max if self.course.instrument.total else 1
        return self.bottom - PLOT * points / most

    @property
    def content(self) -> Iterator[Html]:
        yield from self._phases()
        yield from self._scale()
        yield from self._limits()
        yield from self._events()
        yield from self._scores()
        yield from self._contacts()
        yield from self._alerts()
        yield text(str(self.start), self.x(self.start), self.dates_at, "tick", "start" if self._spread else "middle")
        if self._spread:
            yield text(str(self.end), self.x(self.end), self.dates_at, "tick", "end")

    @property
    def _spread(self) -> bool:
        return self.end > self.start

    # Phases, behind everything

    @cached_property
    def phases(self) -> list[tuple[str, float, float, int]]:
        """Each phase with where it begins and ends, and the row that its name stands in."""
        found = list(scores.runs(self.rows, "phase"))
        starts = [LEFT, *(self.x(first.day) - 5 for _name, first, _last in found[1:])]
        ends = [*starts[1:], float(self.right)]
        names = [str(name) for name, *_ in found]
        spans = [(left, left + text_width(phase_name(name)) + 6) for name, left in zip(names, starts, strict=True)]
        return list(zip(names, starts, ends, rows_of(spans), strict=True))

    def _phases(self) -> Iterator[Html]:
        for at, (name, left, right, row) in enumerate(self.phases):
            yield rect(left, self.top, right - left, PLOT, f"phase {'odd' if at % 2 else 'even'}")
            if at:
                yield line(left, self.top, left, self.bottom, "phase-edge")
            told = phase_name(name)
            room = self.width - text_width(told)
            yield text(told, min(left + 4, room), self.top - 5 - 14 * row, "phase-name")

    # The scale, and what counts as response and remission

    def _scale(self) -> Iterator[Html]:
        instrument = self.course.instrument
        highest = instrument.total.max if instrument.total else 0
        for low in [*(one.low for one in instrument.bands), highest]:
            yield line(LEFT, self.y(low), self.right, self.y(low), "grid")
            yield text(str(low), LEFT - 6, self.y(low) + 4, "tick", "end")
        yield text(instrument.name, 0, self.top - 5, "tick")
        if self.width >= WIDE:
            for one in instrument.bands:
                middle = self.y((one.low + one.high) / 2) + 4
                yield text(one.name.replace("-", " "), self.right + 6, middle, "tick")

    def _limits(self) -> Iterator[Html]:
        """Half a point beside the whole ones, so that a score lies clearly on one side; the lower line has its name below."""
        lines = []
        if self.course.response_at is not None:
            told = _("Response: {points} or less").format(points=self.course.response_at)
            lines.append((self.course.response_at + 0.5, told, "limit"))
        if self.course.remission_below is not None:
            told = _("Remission: below {points}").format(points=self.course.remission_below)
            lines.append((self.course.remission_below - 0.5, told, "limit remission"))
        taken = list(self.dots)
        for points, told, look in sorted(lines):
            at = self.y(points)
            yield line(LEFT, at, self.right, at, look)
            left, base, box = self._free(told, at, taken)
            taken.append(box)
            yield text(told, left, base, "limit-name")

    def _free(self, told: str, at: float, taken: Sequence[Box]) -> tuple[float, float, Box]:
        """A place for the name of a line, above or below it, where nothing stands if there is such a place."""
        width = text_width(told)
        lefts = (LEFT + 4, self.right - width - 4, (LEFT + self.right - width) / 2)
        places = [(left, base) for left in lefts for base in (at - 4, at + 12)]
        boxes = [(left, base, Box(left, base - 10, left + width, base + 3)) for left, base in places]
        clear = (one for one in boxes if not any(one[2].meets(other) for other in taken))
        return next(clear, boxes[0])

    @cached_property
    def dots(self) -> list[Box]:
        """The room that the scores take, with their numbers."""
        places = ((self.x(row.filled_in), self.y(row.total or 0)) for row in self.course.scored)
        return [Box(x - 7, y - 20, x + 7, y + 5) for x, y in places]

    # Scores

    def _scores(self) -> Iterator[Html]:
        for run in scores.stretches(self.rows):
            if len(run) > 1:
                yield path(((self.x(row.filled_in), self.y(row.total or 0)) for row in run), "scores")
        scored = self.course.scored
        taken = [Box(dot.left, dot.bottom - 10, dot.right, dot.bottom) for dot in self.dots]
        for row in (*scored[:1], *scored[-1:], *scored):  # the first and the last number before those between
            x, y, told = self.x(row.filled_in), self.y(row.total or 0), str(row.total)
            box = Box(x - text_width(told) / 2 - 1, y - 20, x + text_width(told) / 2 + 1, y - 7)
            if not any(box.meets(other) for other in taken):
                taken.append(box)
                yield text(told, x, y - 9, "score-name", "middle")
        for row in scored:
            told = f"{contact_short(row.number)}, {row.filled_in}: {row.total}"
            look = "score" if row.usable else "score not-counted"
            yield circle(self.x(row.filled_in), self.y(row.total or 0), 4, look, told)

    def _contacts(self) -> Iterator[Html]:
        """A mark for each contact under the plot, with its number where there is room."""
        y, free = self.bottom + 12, -1.0
        for row in self.rows:
            x = self.x(row.day)
            yield contact_mark(row.state, x, y)
            told = contact_short(row.number) if row.number == 0 else str(row.number)
            half = text_width(told) / 2
            if x - half >= free:
                yield text(told, x, y + 18, "tick", "middle")
                free = x + half + 4
        yield text(_("Session"), 0, y + 18, "tick")

    # Alerts and events, in lanes below

    @cached_property
    def alert_bars(self) -> list[tuple[str, float, float, int]]:
        """Each level with the contacts in a row at which it was the highest, as a bar."""
        found = [(level, self.x(first.day), self.x(last.day)) for level, first, last in self._alert_runs() if level]
        spans = [(left - MARK / 2 - 1, right + MARK / 2 + 1) for _level, left, right in found]
        return [(*one, row) for one, row in zip(found, rows_of(spans), strict=True)]

    def _alert_runs(self) -> Iterator[tuple[str | None, Row, Row]]:
        return scores.runs(self.rows, "level")

    def _alerts(self) -> Iterator[Html]:
        if self.alert_bars:
            yield text(_("Alerts"), 0, self.alerts_at + 4, "tick")
        for level, left, right, row in self.alert_bars:
            y = self.alerts_at + LANE * row
            if right > left:
                yield line(left, y, right, y, "alert-bar")
            yield alert_mark(level, left, y)

    @cached_property
    def event_bars(self) -> list[tuple[Event, float, float, int]]:
        """Each event with the days it may have been on, as a bar that holds its letter."""
        found = sorted(
            ((one, self.x(first) - 8, max(self.x(last) + 8, self.x(first) + 8)) for one, first, last in self.events),
            key=lambda bar: (bar[1], bar[0].letter),
        )
        spans = [(left - 1, right + 1) for _event, left, right in found]
        return [(*one, row) for one, row in zip(found, rows_of(spans), strict=True)]

    def _events(self) -> Iterator[Html]:
        if self.event_bars:
            yield text(_("Events"), 0, self.events_at + 4, "tick")
        for event, left, right, row in self.event_bars:
            y, middle = self.events_at + LANE * row, (left + right) / 2
            if right - left <= MARK:
                yield line(middle, self.top, middle, y - 8, "event-line")
            else:
                yield rect(left, self.top, right - left, PLOT, "event-span")
            yield rect(left, y - 8, right - left, 16, "event", 8)
            yield text(event.letter, middle, y + 4, "event-name", "middle")


def contact_short(number: int) -> str:
    """A contact in a drawing.

    >>> contact_short(0), contact_short(4)
    ('Intake', 'Session 4')
    """
    return _("Session {number}").format(number=number) if number else _("Intake")


def contact_mark(state: str, x: float, y: float) -> Html:
    """How a contact is marked under the plot: with a score, without one, missed, or not held by agreement."""
    if state in (scores.USABLE, scores.NOT_COUNTED):
        return line(x, y - 4, x, y + 4, "mark")
    if state == scores.MISSED:
        return cross(x, y, 3.5, "mark")
    return line(x - 4, y, x + 4, y, "mark") if state == scores.GAP else circle(x, y, 3.5, "mark open")


def alert_mark(level: str, x: float, y: float) -> Html:
    """The sign of a level, as it stands beside the alerts."""
    scale = MARK / 24
    place = f"translate({number(x - MARK / 2)} {number(y - MARK / 2)}) scale({scale:.3f})"
    shape = el("path", d=SHAPES[level], class_="shape")
    letter = el("text", SIGNS[level], x="12", y="19" if level == "2" else "17", text_anchor="middle", class_="sign")
    return el("g", shape, letter, transform=place, class_="icon", data_level=level)
