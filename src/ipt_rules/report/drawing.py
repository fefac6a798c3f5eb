"""Pieces of a drawing: shapes and texts as SVG, the room that a text takes, and rows in which nothing overlaps.

Colours and strokes are in the style sheet, by class: so that dark mode, paper and forced colours change them in one place.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ipt_rules.markup import Html, el
from ipt_rules.report.icons import number

CHARACTER = 6.4
"""The width that a character takes at most on average, of a text in 11 pixels: wide enough for the fonts of all systems."""


class Box(NamedTuple):
    """A rectangle that something takes."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        apart = self.right <= other.left or other.right <= self.left or self.bottom <= other.top
        return not (apart or other.bottom <= self.top)

    def inside(self, other: Box) -> bool:
        fits = self.left >= other.left and self.right <= other.right and self.top >= other.top
        return fits and self.bottom <= other.bottom


def text_width(text: str) -> float:
    """How wide a text may become; a letter of a wide script counts twice."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text) * CHARACTER


def shortened(text: str, most: int) -> str:
    """A text that fits: what is cut off is told elsewhere.

    >>> shortened("mother-in-law", 10), shortened("mother", 10)
    ('mother-in…', 'mother')
    """
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def rows_of(spans: Sequence[tuple[float, float]]) -> list[int]:
    """For each span from left to right the first row in which it meets no other one; spans are in order of their left.

    >>> rows_of([(0, 10), (5, 12), (11, 20)])
    [0, 1, 0]
    """
    ends: list[float] = []
    rows = []
    for left, right in spans:
        row = next((at for at, end in enumerate(ends) if end <= left), len(ends))
        ends[row : row + 1] = [right]
        rows.append(row)
    return rows


def drawing(name: str, title: str, about: str, width: float, height: float, content: Iterable[Html], look: str) -> Html:
    """A picture with a title and a description, which somebody who does not see it is told in its place."""
    return el(
        "svg",
        el("title", title, id=f"{name}-title"),
        el("desc", about, id=f"{name}-about"),
        content,
        viewBox=f"0 0 {number(width)} {number(height)}",
        class_=f"drawing {look}",
        role="img",
        aria_labelledby=f"{name}-title",
        aria_describedby=f"{name}-about",
    )


def line(x1: float, y1: float, x2: float, y2: float, look: str) -> Html:
    return el("line", x1=number(x1), y1=number(y1), x2=number(x2), y2=number(y2), class_=look)


def rect(left: float, top: float, width: float, height: float, look: str, round_: float = 0) -> Html:
    corner = number(round_) if round_ else None
    return el("rect", x=number(left), y=number(top), width=number(width), height=number(height), rx=corner, class_=look)


def circle(x: float, y: float, radius: float, look: str, told: str = "") -> Html:
    """A circle; `told` is shown when a pointer rests on it."""
    return el("circle", el("title", told) if told else None, cx=number(x), cy=number(y), r=number(radius), class_=look)


def path(points: Iterable[tuple[float, float]], look: str, *, closed: bool = False) -> Html:
    steps = [f"{number(x)} {number(y)}" for x, y in points]
    return el("path", d=f"M{'L'.join(steps)}{'Z' if closed else ''}", class_=look)


def text(told: str, x: float, y: float, look: str = "", anchor: str = "start") -> Html:
    return el("text", told, x=number(x), y=number(y), class_=look or None, text_anchor=anchor)


def cross(x: float, y: float, half: float, look: str) -> Html:
    near, far = f"{number(x - half)} {number(y - half)}", f"{number(x + half)} {number(y + half)}"
    up, down = f"{number(x - half)} {number(y + half)}", f"{number(x + half)} {number(y - half)}"
    return el("path", d=f"M{near}L{far}M{up}L{down}", class_=look)


def sign(content: Html | Sequence[Html], width: int = 16) -> Html:
    """A small drawing for a legend, beside the words that say what it means."""
    return el("svg", content, viewBox=f"0 0 {width} 16", class_="sign-of", aria_hidden="true", focusable="false")
