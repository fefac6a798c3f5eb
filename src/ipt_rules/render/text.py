"""A recommendation as plain text, to be read between two patients: it wraps, needs no colour, and works in a pipe."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator

from ipt_rules.recommendation import Recommendation
from ipt_rules.render.page import Item, Page, Row, Section
from ipt_rules.render.pages import page_of

Paint = Callable[[str, str], str]
"""Gives a piece of one line its look: the text, and one of heading, alert, warning, muted or strong."""

WIDTH = 80
NARROWEST, WIDEST = 40, 110
"""A line longer than that is hard to read, however wide the terminal."""


def unpainted(text: str, look: str) -> str:
    """No look at all: for pipes and files."""
    return text


def to_text(
    recommendation: Recommendation, *, width: int = WIDTH, detail: str = "short", paint: Paint = unpainted
) -> str:
    """The recommendation as text of at most `width` columns, ending in a line break."""
    return page_to_text(page_of(recommendation, detail), width, paint)


def page_to_text(page: Page, width: int = WIDTH, paint: Paint = unpainted) -> str:
    columns = max(NARROWEST, min(width, WIDEST))
    blocks = ["\n".join(_section(section, columns, paint)) for section in page.sections]
    small = "\n".join(paint(line, "muted") for text in page.footer for line in wrap(text, columns))
    return "\n\n".join([*blocks, small]) + "\n"


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """The lines of a text; `first` and `rest` stand before the first and the further lines."""
    return textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=" " * len(first) if rest is None else rest,
        break_on_hyphens=False,
    )


def _section(section: Section, width: int, paint: Paint) -> Iterator[str]:
    yield paint(section.title.upper(), "heading")
    for text in section.lead:
        yield from wrap(text, width, "  ")
    if section.rows:
        yield ""
        yield from _table(section, width, paint)
    for text in section.after_rows:
        yield from wrap(text, width, "  ")
    before: Item | None = None
    for item in section.items:
        apart = not section.tight and not (_bare(before) and _bare(item))
        if (before and apart) or (before is None and (section.rows or section.after_rows)):
            yield ""
        yield from _item(item, width, paint)
        before = item


def _bare(item: Item | None) -> bool:
    """Nothing but a head: such items stand line under line."""
    return item is not None and not (item.says or item.points or item.small)


def _item(item: Item, width: int, paint: Paint) -> Iterator[str]:
    mark = f"{item.mark:<2} "
    for line in wrap(item.head, width, mark):
        yield paint(line, item.tone or "strong")
    inside = " " * len(mark)
    for text in item.says:
        yield from wrap(text, width, inside)
    for text in item.points:
        yield from wrap(text, width, f"{inside}- ")
    for text in item.small:
        for line in wrap(text, width, inside):
            yield paint(line, "muted")


def _table(section: Section, width: int, paint: Paint) -> Iterator[str]:
    """The areas with their points in two columns, and under each area its arguments."""
    points = max(len(section.header[1]), *(len(row.points) for row in section.rows))
    names = max(len(section.header[0]), *(len(row.name) for row in section.rows))
    names = min(names, width - points - 4)
    yield paint(f"  {section.header[0]:<{names}}  {section.header[1]:>{points}}", "muted")
    for row in section.rows:
        first, *more = wrap(row.name, names)
        yield paint(f"  {first:<{names}}  {row.points:>{points}}", "strong")
        yield from (paint(f"  {line}", "strong") for line in more)
        yield from _arguments(row, width, paint)


def _arguments(row: Row, width: int, paint: Paint) -> Iterator[str]:
    for sign, text, small in row.lines:
        yield from wrap(text, width, f"{sign:>7}  ")
        for line in wrap(small, width, " " * 9):
            yield paint(line, "muted")
