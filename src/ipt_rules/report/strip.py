"""A strip of time beside an event: a day is a dot, a month or a year the span it may have been in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipt_rules.case import PartialDate
from ipt_rules.markup import Html, el
from ipt_rules.report.drawing import circle, line, path, rect, text, text_width

WIDTH, HEIGHT, EDGE = 300, 20, 8
STEPS = (1, 3, 6, 12, 24, 60, 120, 240)  # months from one mark of the scale to the next


@dataclass(frozen=True)
class Strip:
    """Time from `start` to `end`, with the onset and the days of the treatment marked."""

    start: date
    end: date
    onset: PartialDate | None
    treatment: tuple[date, date]

    def x(self, day: date) -> float:
        days = max((self.end - self.start).days, 1)
        at = (min(max(day, self.start), self.end) - self.start).days
        return EDGE + (WIDTH - 2 * EDGE) * at / days

    def of(self, when: PartialDate) -> Html:
        """The strip of one event. It says nothing that the words beside it do not say."""
        return self._svg([*self._ground(), *self._mark(when)], HEIGHT)

    def scale(self) -> Html:
        """The scale that stands above all strips."""
        return self._svg([*self._ticks(), line(EDGE, HEIGHT - 1, WIDTH - EDGE, HEIGHT - 1, "mark")], HEIGHT)

    @staticmethod
    def _svg(content: list[Html], height: int) -> Html:
        box = f"0 0 {WIDTH} {height}"
        return el("svg", content, viewBox=box, class_="strip", aria_hidden="true", focusable="false")

    def _ground(self) -> Iterator[Html]:
        first, last = map(self.x, self.treatment)
        yield rect(first, 0, max(last - first, 2), HEIGHT, "treatment")
        if self.onset and self.onset.latest >= self.start:
            left, right = self.x(self.onset.earliest), self.x(self.onset.latest)
            yield rect(left - 1, 0, max(right - left, 0) + 2, HEIGHT, "onset")
        yield line(EDGE, HEIGHT / 2, WIDTH - EDGE, HEIGHT / 2, "grid")

    def _mark(self, when: PartialDate) -> Iterator[Html]:
        middle = HEIGHT / 2
        if when.latest < self.start:
            yield path([(EDGE + 6, middle - 5), (EDGE - 3, middle), (EDGE + 6, middle + 5)], "known", closed=True)
        elif when.earliest > self.end:
            edge = WIDTH - EDGE
            yield path([(edge - 6, middle - 5), (edge + 3, middle), (edge - 6, middle + 5)], "known", closed=True)
        elif when.precision == "day":
            yield circle(self.x(when.earliest), middle, 5, "known")
        else:
            left, right = self.x(when.earliest), self.x(when.latest)
            yield rect(left, middle - 4, max(right - left, 3), 8, "known span", 2)

    def _ticks(self) -> Iterator[Html]:
        """Marks at even months, as few as leave room for their names."""
        months = (self.end.year - self.start.year) * 12 + self.end.month - self.start.month
        step = next((one for one in STEPS if months / one <= 4), STEPS[-1])
        free = 0.0
        first = -(-(self.start.year * 12 + self.start.month - 1) // step) * step
        for month in range(first, self.end.year * 12 + self.end.month, step):
            day = date(month // 12, month % 12 + 1, 1)
            if day < self.start:
                continue
            told = f"{day.year}" if step >= 12 else f"{day.year}-{day.month:02d}"
            x, half = self.x(day), text_width(told) / 2
            if x - half >= free and x + half <= WIDTH:
                free = x + half + 4
                yield line(x, HEIGHT - 6, x, HEIGHT - 1, "mark")
                yield text(told, x, HEIGHT - 8, "tick", "middle")
