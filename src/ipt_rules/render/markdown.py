"""A recommendation as Markdown: the same page as the text, for notes, letters and supervision."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ipt_rules.recommendation import Recommendation
from ipt_rules.render.page import Item, Page, Row, Section
from ipt_rules.render.pages import page_of
from ipt_rules.translation import _

_SPECIAL = re.compile(r"([\\`*_<>\[\]|#~])")


def to_markdown(recommendation: Recommendation, *, detail: str = "short") -> str:
    """The recommendation as Markdown, ending in a line break."""
    return page_to_markdown(page_of(recommendation, detail))


def page_to_markdown(page: Page) -> str:
    blocks = [f"# {escaped(page.title)}", *(block for section in page.sections for block in _section(section))]
    blocks += ["---", *(f"*{escaped(text)}*" for text in page.footer)]
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    r"""Text in which nothing is taken for markup.

    >>> escaped("p_2 <b>")
    'p\\_2 \\<b\\>'
    """
    return _SPECIAL.sub(r"\\\1", text)


def _section(section: Section) -> Iterator[str]:
    yield f"## {escaped(section.title)}"
    yield from (escaped(text) for text in section.lead)
    if section.curve:
        yield escaped(section.curve.line)
    if section.rows:
        yield "\n".join(_table(section))
    if section.after_rows:
        yield "\n".join(f"- {escaped(text)}" for text in section.after_rows)
    if section.items:
        yield "\n".join(_item(item) for item in section.items)


def _table(section: Section) -> Iterator[str]:
    """The areas with what speaks for each and against it; their points where they are told."""
    points = [section.header[1]] if section.header[1] else []
    header = " | ".join([section.header[0], *points, _("For"), _("Against")])
    yield f"| {header} |"
    yield f"|---|{'---:|' if points else ''}---|---|"
    for row in section.rows:
        sides = ("<br>".join(_arguments(row, sign)) or _("nothing recorded") for sign in "+-")
        yield f"| {' | '.join([escaped(row.name), *([row.points] if points else []), *sides])} |"


def _arguments(row: Row, side: str) -> Iterator[str]:
    for sign, text, small in row.lines:
        if not sign.startswith(side):
            continue
        yield f"{sign} {escaped(text)}"
        if small:
            yield f"<small>{escaped(small)}</small>"


def _item(item: Item) -> str:
    number = item.mark if item.mark.rstrip(".").isdigit() else "-"
    shown = "" if number == item.mark or item.mark in ("-", "x") else f"{item.mark} "
    lines = [f"<br>{escaped(text)}" for text in item.says]
    lines += [f"- {escaped(text)}" for text in item.points]
    if item.small:
        lines += ["", f"<small>{escaped(' '.join(item.small))}</small>"]
    indent = " " * (len(number) + 1)
    return "\n".join([f"{number} **{escaped(shown + item.head)}**", *(f"{indent}{line}".rstrip() for line in lines)])
