"""The few signs of the page, drawn: they need no font, and each stands beside words that say the same."""

from __future__ import annotations

from collections.abc import Mapping

from ipt_rules.markup import Html, el

SHAPES: Mapping[str, str] = {
    "1": "M7 1h10l6 6v10l-6 6H7l-6-6V7z",
    "2": "M12 1.5 23 22H1z",
    "3": "M12 1a11 11 0 1 1 0 22a11 11 0 1 1 0-22z",
    "caution": "M12 1 23 12 12 23 1 12z",
}
"""For each level of alert a shape of its own: an octagon, a triangle, a circle, a square on its corner."""

SIGNS: Mapping[str, str] = {"1": "!", "2": "!", "3": "?", "caution": "!"}


def alert_icon(level: str) -> Html:
    """The sign of a level."""
    low = 19 if level == "2" else 17
    return el(
        "svg",
        el("path", d=SHAPES[level], class_="shape"),
        el("text", SIGNS[level], x="12", y=str(low), text_anchor="middle", class_="sign"),
        viewBox="0 0 24 24",
        class_="icon",
        aria_hidden="true",
        focusable="false",
    )


def number(value: float) -> str:
    """A coordinate: to a tenth, so that the same page has the same bytes everywhere.

    >>> number(12.04), number(-0.01), number(7)
    ('12', '0', '7')
    """
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")
