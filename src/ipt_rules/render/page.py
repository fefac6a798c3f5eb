"""What every format for reading is made of: a page of sections, each with a lead, items, and at most one table.

Texts are plain; control characters were taken out. A format adds marks, markup and line breaks, and decides nothing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from ipt_rules.quiet import Quiet

DETAILS = ("short", "all", "sources")
"""How much is shown: what matters for the next contact; everything, with reasons, sources and limits; and for each of it
its rule, statements and whole references."""

FORMS = (*DETAILS, "brief", "note")
"""The details, and two short forms: one small screen, and a note for the record without any advice."""


@dataclass(frozen=True, repr=False)
class Item(Quiet):
    """One thing to read: a head on a line of its own, why, what to consider, and in small print where it comes from."""

    head: str
    mark: str = "-"
    tone: str = ""
    says: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    small: tuple[str, ...] = ()


@dataclass(frozen=True, repr=False)
class Row(Quiet):
    """One row of the table of arguments: the area, its points, and each argument with its sign and small print."""

    name: str
    points: str
    lines: tuple[tuple[str, str, str], ...]
    counts: tuple[int, int] | None = None  # how many count for it and against it, where not all of them are shown


@dataclass(frozen=True, repr=False)
class Score(Quiet):
    """One contact of a curve: `session` 0 is the intake; `total` is None where no score is recorded."""

    session: int
    date: str
    total: int | None


@dataclass(frozen=True, repr=False)
class Curve(Quiet):
    """The scores of one instrument over the contacts, from `lowest` to `highest` possible. `line` says it in words."""

    name: str
    scores: tuple[Score, ...]
    lowest: int
    highest: int
    line: str


@dataclass(frozen=True, repr=False)
class Section(Quiet):
    """A heading with what stands under it, in this order: lead, curve, table, questions, items."""

    title: str
    lead: tuple[str, ...] = ()
    curve: Curve | None = None
    header: tuple[str, str, str] = ("", "", "")
    rows: tuple[Row, ...] = ()
    after_rows: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    tight: bool = False  # items stand line under line, with nothing between them
    inline: bool = False  # nothing but a lead, which stands in the line of the title
    framed: bool = False  # cannot be overlooked: alerts

    @property
    def empty(self) -> bool:
        return not (self.lead or self.curve or self.rows or self.after_rows or self.items)


@dataclass(frozen=True, repr=False)
class Page(Quiet):
    """All sections that have something to say, and the small print beneath.

    `reminder` is the line that stands last where the page is longer than the screen: that there are alerts above.
    """

    title: str
    sections: tuple[Section, ...]
    footer: tuple[str, ...]
    reminder: str = ""
    short: bool = False  # one screen: on a wide one its sections stand in two columns
    brief: bool = False  # one small screen: each section in a line or two, after its name


def clean(text: str) -> str:
    """Text without control and direction characters, on one line: what a record says cannot steer a terminal.

    >>> clean("mother" + chr(27) + "[2J" + chr(10) + "x")
    'mother[2J x'
    """
    spaced = "".join(" " if char.isspace() else char for char in text)
    shown = "".join(char for char in spaced if unicodedata.category(char) not in ("Cc", "Cf", "Co", "Cs", "Cn"))
    return " ".join(shown.split())


def cleaned(texts: Iterable[str]) -> tuple[str, ...]:
    """Each of the texts made clean."""
    return tuple(clean(text) for text in texts)
