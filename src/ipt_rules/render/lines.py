"""Lines for a terminal: how many columns a text takes, where it wraps, and how two blocks stand side by side.

A line is a few pieces, each a text with its look; looks are put on when it is written, so no escape code is counted.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

Paint = Callable[[str, str], str]
"""Gives a piece of one line its look: the text, and one of heading, alert, warning, urgent, caution, muted or strong."""

Piece = tuple[str, str]
Line = tuple[Piece, ...]

WIDE = ("W", "F")
NO_WIDTH = ("Mn", "Me")
MEDIAL_JAMO = range(0x1160, 0x1200)
"""Vowels and finals of Hangul that are drawn inside the syllable before them."""
EMOJI_STYLE = "\ufe0f"
"""Asks for the picture of a sign, which takes two columns; it is counted as the second."""


DRAWN_WITH = "━│▁▂▃▄▅▆▇█—→−"
"""What a page is drawn with; an output that cannot show all of it gets ASCII."""
IN_ASCII = str.maketrans({"—": "-", "−": "-", "→": ">", "–": "-", "’": "'"})


@dataclass(frozen=True)
class Style:
    """How a page is laid out.

    `linear` puts nothing side by side and draws nothing, for a screen reader or a dumb terminal; `ascii` draws with
    ASCII only; `height` is that of the screen, None in a pipe.
    """

    linear: bool = False
    ascii: bool = False
    height: int | None = None


def display_width(text: str) -> int:
    """How many columns a text takes in a terminal: wide letters two, marks on a letter none.

    >>> display_width("mother"), display_width("母"), display_width("e" + chr(0x301))
    (6, 2, 1)
    """
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(char: str) -> int:
    if char == EMOJI_STYLE:
        return 1
    if unicodedata.category(char) in NO_WIDTH or ord(char) in MEDIAL_JAMO:
        return 0
    return 2 if unicodedata.east_asian_width(char) in WIDE else 1


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """The lines of a text, in columns; `first` and `rest` stand before the first and the further lines.

    A word that is wider than a line is broken; lines are never wider than `width`, unless that is less than a letter.
    """
    after = " " * display_width(first) if rest is None else rest
    lines: list[str] = []
    line, taken, empty = first, display_width(first), True
    for word in text.split():
        if not empty and taken + 1 + display_width(word) > width:
            lines.append(line)
            line, taken, empty = after, display_width(after), True
        if not empty:
            line, taken = f"{line} ", taken + 1
        for letter in _letters(word, width - taken):
            if taken + display_width(letter) > width and not empty:
                lines.append(line)
                line, taken = after, display_width(after)
            line, taken, empty = line + letter, taken + display_width(letter), False
    return [*lines, line.rstrip()] if not empty else lines


def _letters(word: str, room: int) -> Iterable[str]:
    """The word whole where it fits, else its letters, so that it can be broken."""
    return (word,) if display_width(word) <= room else word


def padded(text: str, width: int) -> str:
    """The text with blanks up to a width in columns."""
    return text + " " * max(0, width - display_width(text))


def plain(text: str, look: str = "") -> Line:
    """A line of one piece."""
    return ((text, look),)


def line_width(line: Line) -> int:
    return sum(display_width(text) for text, _ in line)


def beside(left: Sequence[Line], right: Sequence[Line], width: int, between: str) -> list[Line]:
    """Two blocks side by side, the left one padded to `width` columns."""
    return [_joined(one, other, width, between) for one, other in zip_longest(left, right, fillvalue=())]


def _joined(left: Line, right: Line, width: int, between: str) -> Line:
    padding = " " * (width - line_width(left))
    if not any(text for text, _ in right):
        return (*left, (f"{padding}{between}".rstrip(), "muted")) if between.strip() else left
    return (*left, (f"{padding}{between}", "muted"), *right)


def indented(lines: Iterable[Line], by: str) -> list[Line]:
    return [((by, ""), *line) for line in lines]


def written(line: Line, paint: Paint, style: Style) -> str:
    """The line as it is printed; blanks at its end are left out where nothing is painted."""
    told = "".join(paint(text, look) if look and text.strip() else text for text, look in line).rstrip(" ")
    return told.translate(IN_ASCII) if style.ascii else told
