"""A page as plain text, to be read between two patients: it wraps, needs no colour, and works in a pipe.

Alerts stand in a frame at the top. What speaks for and against an area stands side by side; on a wide screen the short page
stands in two columns. The linear form (`Style`) has the same words in the same order, one under another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ipt_rules.recommendation import Recommendation
from ipt_rules.render.curve import curve_lines
from ipt_rules.render.lines import Line, Style, beside, display_width, indented, line_width, plain, written
from ipt_rules.render.lines import Paint as Paint
from ipt_rules.render.lines import wrap as wrap
from ipt_rules.render.page import Item, Page, Row, Section
from ipt_rules.render.pages import brief_pages, page_of
from ipt_rules.translation import _

WIDTH = 80
NARROWEST, WIDEST = 40, 110
"""A line longer than that is hard to read, however wide the terminal."""
TWO_COLUMNS = 150
"""From this width on the short page stands in two columns."""
SIDE_BY_SIDE, SIDE_BY_SIDE_SMALL = 64, 100
"""From this width on what speaks for and against an area stands side by side; with small print, from the other."""
NARROW = 18
"""Columns beside an area against which nothing is recorded."""
GUTTER = "    "
ONE_SCREEN = 23
"""Lines of the brief form: one less than the smallest terminal has, for the prompt beneath."""
LABEL = 9
IN_FRAME = {"alert": "urgent", "warning": "caution"}
DRAWN = Style()
BARS = "━="
"""What alerts are framed with; the second where only ASCII is shown."""


def unpainted(text: str, look: str) -> str:
    """No look at all: for pipes and files."""
    return text


def to_text(
    recommendation: Recommendation,
    *,
    width: int = WIDTH,
    detail: str = "short",
    paint: Paint = unpainted,
    style: Style = DRAWN,
) -> str:
    """The recommendation as text of at most `width` columns, ending in a line break; `detail` is one of FORMS."""
    if detail == "brief":
        return _brief(recommendation, width, paint, style)
    return page_to_text(page_of(recommendation, detail), width, paint, style)


def _brief(recommendation: Recommendation, width: int, paint: Paint, style: Style) -> str:
    """The fullest brief page that fits one screen; alerts are whole in each, whatever they take."""
    text = ""
    for page in brief_pages(recommendation):
        text = page_to_text(page, width, paint, style)
        if text.count("\n") <= ONE_SCREEN:
            break
    return text


def page_to_text(page: Page, width: int = WIDTH, paint: Paint = unpainted, style: Style = DRAWN) -> str:
    lines = _page(page, max(NARROWEST, width), style)
    if page.reminder and style.height is not None and len(lines) >= style.height:
        lines += [(), *(plain(line, "urgent") for line in wrap(page.reminder, min(max(NARROWEST, width), WIDEST)))]
    return "".join(f"{written(line, paint, style)}\n" for line in lines)


def _page(page: Page, width: int, style: Style) -> list[Line]:
    columns = min(width, WIDEST)
    small = [plain(line, "muted") for text in page.footer for line in wrap(text, columns)]
    if page.brief:
        return [*(line for section in page.sections for line in _labelled(section, columns, style)), *small]
    if page.short and width >= TWO_COLUMNS and not style.linear:
        return _joined([*_in_columns(page.sections, width, style), small])
    return _joined([*(list(_section(section, columns, style)) for section in page.sections), small])


def _joined(blocks: Sequence[Sequence[Line]]) -> list[Line]:
    """The blocks with an empty line between them, unless the frame of alerts parts them already."""
    lines: list[Line] = []
    for block in blocks:
        if lines and not _is_bar(lines[-1]):
            lines.append(())
        lines += block
    return lines


def _is_bar(line: Line) -> bool:
    return len(line) == 1 and line[0][1] == "alert" and set(line[0][0]) <= set(BARS)


def _in_columns(sections: Sequence[Section], width: int, style: Style) -> list[list[Line]]:
    """What is framed across the page, and what stands before it; the rest in two columns, read down and then across."""
    across = max((place + 1 for place, one in enumerate(sections) if one.framed), default=0)
    top = [list(_section(one, min(width, WIDEST), style)) for one in sections[:across]]
    column = min((width - len(GUTTER)) // 2, WIDEST)
    blocks = [list(_section(one, column, style)) for one in sections[across:]]
    cut = min(range(1, len(blocks) + 1), key=lambda at: _taller(blocks[:at], blocks[at:]), default=0)
    return [*top, beside(_joined(blocks[:cut]), _joined(blocks[cut:]), column, GUTTER)]


def _taller(left: Sequence[Sequence[Line]], right: Sequence[Sequence[Line]]) -> int:
    return max(len(_joined(left)), len(_joined(right)))


def _section(section: Section, width: int, style: Style) -> Iterator[Line]:
    title = section.title.upper()
    if section.inline:
        first, *more = wrap(f"{title}: {' '.join(section.lead)}", width, "", "  ")
        yield (title, "heading"), (first[len(title) :], "")
        yield from map(plain, more)
        return
    framed = section.framed and not style.linear
    bar = BARS[style.ascii]
    if framed:
        yield (title, "urgent"), (f" {bar * (width - display_width(title) - 1)}", "alert")
    else:
        yield plain(title, "urgent" if section.framed else "heading")
    yield from _before_items(section, width, style)
    yield from _items(section, width)
    if framed:
        yield plain(bar * width, "alert")


def _before_items(section: Section, width: int, style: Style) -> Iterator[Line]:
    for text in section.lead:
        yield from map(plain, wrap(text, width, "  "))
    if section.curve:
        yield from curve_lines(section.curve, width, style)
    if section.rows:
        yield ()
    for row in section.rows:
        yield from _area(row, section.header, width, style)
    for text in section.after_rows:
        yield from map(plain, wrap(text, width, "  "))


def _items(section: Section, width: int) -> Iterator[Line]:
    before: Item | None = None
    for item in section.items:
        apart = not section.tight and not (_bare(before) and _bare(item))
        if (before and apart) or (before is None and (section.rows or section.after_rows)):
            yield ()
        yield from _item(item, width, framed=section.framed)
        before = item


def _bare(item: Item | None) -> bool:
    """Nothing but a head: such items stand line under line."""
    return item is not None and not (item.says or item.points or item.small)


def _item(item: Item, width: int, *, framed: bool = False) -> Iterator[Line]:
    mark = f"{item.mark:<2} "
    look = item.tone or "strong"
    for line in wrap(item.head, width, mark):
        yield plain(line, IN_FRAME.get(look, look) if framed else look)
    inside = " " * len(mark)
    for text in item.says:
        yield from map(plain, wrap(text, width, inside))
    for text in item.points:
        yield from map(plain, wrap(text, width, f"{inside}- "))
    for text in item.small:
        yield from (plain(line, "muted") for line in wrap(text, width, inside))


def _labelled(section: Section, width: int, style: Style) -> Iterator[Line]:
    """A section of the brief form: its name before its first line; alerts as on every page."""
    if section.framed or style.linear:
        yield from _section(section, width, style)
        return
    label, indent = f"{section.title.upper():<{LABEL}} ", " " * (LABEL + 1)
    texts = [
        *((text, "") for text in section.lead),
        *((f"{one.mark} {one.head}".strip(), one.tone) for one in section.items),
    ]
    for text, look in texts:
        for line in wrap(text, width, indent):
            yield (label, "heading"), (line[len(indent) :], look)
            label = indent


# What speaks for and against an area


def _area(row: Row, header: tuple[str, str, str], width: int, style: Style) -> Iterator[Line]:
    """An area by name, and under it what speaks for it and what against, side by side where there is room."""
    points = f" ({header[1].lower()}: {row.points})" if row.points else ""
    name = f"{row.name}{points}"
    sides = {sign[:1] for sign, _text, _small in row.lines}
    one_sided = len(sides) == 1 and (row.counts is None or 0 in row.counts)
    stacked = style.linear or width < _side_by_side(row)
    between = " | " if style.ascii else " │ "
    inner = width - 2
    if one_sided and (stacked or "-" in sides):
        heading = f"{name}. {_side_heading(row, '+')}. {_side_heading(row, '-')}."
        yield from (plain(line, "strong") for line in wrap(heading, width, "  "))
        yield from indented(_arguments(row, sides.pop(), inner), "  ")
    elif one_sided:
        narrow = _side(row, "-", NARROW)
        left = inner - len(between) - max(map(line_width, narrow))
        heading = f"{name}. {_side_heading(row, '+')}"
        lines = [*(plain(line, "strong") for line in wrap(heading, left)), *_arguments(row, "+", left)]
        yield from indented(beside(lines, narrow, left, between), "  ")
    else:
        yield from (plain(line, "strong") for line in wrap(name, width, "  "))
        half = (inner - len(between)) // 2
        told = [*_side(row, "+", inner), *_side(row, "-", inner)]
        both = [] if stacked else beside(_side(row, "+", half), _side(row, "-", half), half, between)
        yield from indented(told if stacked else both, "  ")


def _side_by_side(row: Row) -> int:
    """The least width for two columns: more with small print."""
    return SIDE_BY_SIDE_SMALL if any(small for _sign, _text, small in row.lines) else SIDE_BY_SIDE


def _side(row: Row, sign: str, width: int) -> list[Line]:
    """The arguments of one sign under their heading, each with its small print."""
    heading = [plain(line, "muted") for line in wrap(_side_heading(row, sign), width)]
    return [*heading, *_arguments(row, sign, width)]


def _arguments(row: Row, sign: str, width: int) -> list[Line]:
    lines: list[Line] = []
    for mark, text, small in row.lines:
        if not mark.startswith(sign):
            continue
        first = f"{mark:<2} "
        lines += map(plain, wrap(text, width, first))
        lines += (plain(line, "muted") for line in wrap(small, width, " " * len(first)))
    return lines


def _side_heading(row: Row, sign: str) -> str:
    shown = sum(mark.startswith(sign) for mark, _text, _small in row.lines)
    count = row.counts[sign == "-"] if row.counts else shown
    name = _("For") if sign == "+" else _("Against")
    if count == 0:
        return _("{name}: nothing recorded").format(name=name)
    if count > shown:
        return _("{name}: {count}, of which {shown} here").format(name=name, count=count, shown=shown)
    return _("{name}: {count}").format(name=name, count=count)
