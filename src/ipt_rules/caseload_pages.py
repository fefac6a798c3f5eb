"""A caseload as text, Markdown and JSON.

In text each case is a line of the table, and under it stands what its alert says and what is due; the linear form and a
narrow terminal have the same in sentences.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any

from ipt_rules.caseload import Caseload, CaseloadEntry, Unread
from ipt_rules.render import wording
from ipt_rules.render.json_ import plain as plain_data
from ipt_rules.render.lines import Line, Paint, Style, beside, display_width, padded, plain, wrap, written
from ipt_rules.render.markdown import escaped
from ipt_rules.render.page import clean
from ipt_rules.render.phases import phase_name
from ipt_rules.render.text import DRAWN, NARROWEST, WIDEST, WIDTH, unpainted
from ipt_rules.translation import _, counted

TABLE = 76
"""From this width on there is a table."""
GAP = "  "
INSIDE, BESIDE = "   ", "   "
ROOM_BESIDE = 60
"""With so many columns left beside the table, what its cases are told stands there, else under each."""
DUE_SHOWN = 3
NOTHING = "-"
LINES_OF_A_FILE = 6
"""So many lines of what is wrong with a file; two a problem."""


def caseload_to_text(load: Caseload, width: int = WIDTH, paint: Paint = unpainted, style: Style = DRAWN) -> str:
    """The caseload as text of at most `width` columns, ending in a line break."""
    columns = max(NARROWEST, width)
    blocks = [
        list(_unread(load, min(columns, WIDEST))),
        list(_entries(load, columns, style)),
        list(_footer(load, columns)),
    ]
    lines = [line for block in blocks if block for line in (*block, ())][:-1]
    if style.height is not None and len(lines) >= style.height:
        recalled = [line for text in _recalled(load) for line in wrap(text, min(columns, WIDEST), "", "   ")]
        lines += [(), *(plain(line, "urgent") for line in recalled)] if recalled else []
    return "".join(f"{written(line, paint, style)}\n" for line in lines)


def _recalled(load: Caseload) -> Iterator[str]:
    """What stood at the top of a list that is longer than the screen: files that could not be read, and alerts."""
    if load.unread:
        yield _unread_told(load)
    alerted = [entry for entry in load.entries if entry.level]
    if alerted:
        told = counted("{number} case has an alert", "{number} cases have alerts", len(alerted))
        yield clean(_("!! {told}, at the top; the highest: {case}").format(told=told, case=_first(alerted[0])))


def _first(entry: CaseloadEntry) -> str:
    return f"{_level(entry).lstrip('! ')}, {entry.case_id}"


# What could not be read


def _unread_told(load: Caseload) -> str:
    return clean(
        counted(
            "!! {number} file could not be read or judged. It is not in this list, and may hold an alert.",
            "!! {number} files could not be read or judged. They are not in this list, and may hold alerts.",
            len(load.unread),
        )
    )


def _unread(load: Caseload, width: int) -> Iterator[Line]:
    """Every file that could not be read, with its problems, before all cases."""
    if not load.unread:
        return
    yield plain(_("NOT IN THE LIST"), "urgent")
    yield from (plain(line, "urgent") for line in wrap(_unread_told(load), width, "", "   "))
    for one in load.unread:
        for place, text in enumerate(_problems(one)):
            yield from (plain(line, "" if place else "strong") for line in wrap(text, width, "   " if place else "-  "))


def _problems(one: Unread) -> Iterator[str]:
    """The file, and the first of its problems: the list of cases below must not be out of sight."""
    yield clean(one.file)
    lines = one.message.splitlines()
    for line in lines[:LINES_OF_A_FILE]:
        told = line.removeprefix(f"{one.file}:")
        yield clean(told if told == line else _("line {told}").format(told=told) if told[:1].isdigit() else told)
    if len(lines) > LINES_OF_A_FILE:
        yield _("and more: ipt-rules case check {file}").format(file=clean(one.file))


# The cases


def _entries(load: Caseload, width: int, style: Style) -> Iterator[Line]:
    if not load.entries:
        yield plain(_("No case was read."))
        return
    title = counted("{number} CASE", "{number} CASES, THE MOST URGENT FIRST", len(load.entries))
    yield from (plain(line, "heading") for line in wrap(f"{title} ({load.on.isoformat()})", width))
    if style.linear or width < TABLE:
        for entry in load.entries:
            yield from _in_sentences(entry, min(width, WIDEST))
        return
    yield from _table(load, width)


def _table(load: Caseload, width: int) -> Iterator[Line]:
    """A line of cells for each case, and under or beside it what the alert says and what is due."""
    header = (_("Alert"), _("Case"), _("Phase"), _("Session"), _("PHQ-9"))
    rows = [_cells(entry) for entry in load.entries]
    widths = [max(map(display_width, column)) for column in zip(header, *rows, strict=True)]
    widths[1] = min(widths[1], width - sum(widths) + widths[1] - len(GAP) * (len(widths) - 1))
    yield plain(_in_cells(header, widths), "muted")
    taken = sum(widths) + len(GAP) * (len(widths) - 1)
    for entry, cells in zip(load.entries, rows, strict=True):
        row: Line = plain(padded(_in_cells(cells, widths), taken), _look(entry))
        told = _under(entry, cells[1] if display_width(cells[1]) > widths[1] else "")
        room = min(width - taken - len(BESIDE), WIDEST)
        if room >= ROOM_BESIDE:
            right = [plain(line) for text in told for line in wrap(text, room, "", "  ")]
            yield from beside([row], right, taken, BESIDE)
        else:
            yield row
            yield from (plain(line) for text in told for line in wrap(text, min(width, WIDEST), INSIDE, f"{INSIDE}  "))


def _in_cells(cells: Sequence[str], widths: Sequence[int]) -> str:
    return GAP.join(padded(_cut(cell, width), width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _cut(text: str, width: int) -> str:
    """The beginning of a name that is too long for its cell; the whole of it stands in the line beneath."""
    return text if display_width(text) <= width else f"{wrap(text, width - 2)[0]}.."


def _cells(entry: CaseloadEntry) -> tuple[str, ...]:
    return (_level(entry), clean(entry.case_id), _phase(entry), _session(entry), _score(entry))


def _look(entry: CaseloadEntry) -> str:
    return {"alert": "urgent", "warning": "caution"}[wording.LEVELS[entry.level][1]] if entry.level else "strong"


def _level(entry: CaseloadEntry) -> str:
    if entry.level is None:
        return _("-  none recorded")
    words = wording.level_words({"level": entry.level, "away": entry.away})
    return f"{wording.LEVELS[entry.level][0]:<2} {words}"


def _phase(entry: CaseloadEntry) -> str:
    return phase_name(entry.phase)


def _session(entry: CaseloadEntry) -> str:
    if not entry.session:
        return _("intake")
    of = _("{number} of {planned}") if entry.planned_sessions else "{number}"
    return of.format(number=entry.session, planned=entry.planned_sessions)


def _score(entry: CaseloadEntry) -> str:
    """The newest score and how it stands to the one before."""
    if entry.phq9 is None:
        return NOTHING
    if entry.change is None:
        return _("{score}, first").format(score=entry.phq9)
    if entry.change == 0:
        return _("{score}, same").format(score=entry.phq9)
    way = _("up") if entry.change > 0 else _("down")
    return f"{entry.phq9}, {way} {abs(entry.change)}"


def _under(entry: CaseloadEntry, long_name: str = "") -> Iterator[str]:
    """What the highest alert says and how many more there are, what was not read, what safety needs asked, what is due."""
    if long_name:
        yield long_name
    if entry.alert:
        more = counted("; {number} more alert", "; {number} more alerts", entry.alerts - 1) if entry.alerts > 1 else ""
        yield clean(f"{entry.alert}{more}")
    yield from map(clean, entry.notices)
    if entry.ask_first:
        told = counted("{number} question for safety", "{number} questions for safety", entry.ask_safety)
        yield clean(_("{told}, first: {what}").format(told=told, what=entry.ask_first))
    if entry.due:
        left = len(entry.due) - DUE_SHOWN
        more = _("; and {left} more").format(left=left) if left > 0 else ""
        yield clean(_("Due: {what}{more}").format(what="; ".join(entry.due[:DUE_SHOWN]), more=more))


def _in_sentences(entry: CaseloadEntry, width: int) -> Iterator[Line]:
    level, name, phase, session, score = _cells(entry)
    yield from (plain(line, _look(entry)) for line in wrap(f"{level}, {name}", width, "", "   "))
    where = _("{phase}, session {session}.") if entry.session else _("{phase}, {session}.")
    scored = _("PHQ-9 {score}.").format(score=score) if entry.phq9 is not None else _("No PHQ-9.")
    for text in (*_under(entry), f"{where.format(phase=phase, session=session)} {scored}"):
        yield from map(plain, wrap(text, width, "   "))


# Beneath


def _footer(load: Caseload, width: int) -> Iterator[Line]:
    for text in _small(load):
        yield from (plain(line, "muted") for line in wrap(clean(text), min(width, WIDEST)))


def _small(load: Caseload) -> Iterator[str]:
    if load.not_cases:
        yield _("No cases, and passed over: {files}.").format(files=", ".join(load.not_cases))
    told = [_("None recorded: none from what is recorded. One case in full: ipt-rules recommend FILE."), _rules(load)]
    yield " ".join(told)


def _rules(load: Caseload) -> str:
    review = _(" No clinician has reviewed them yet.") if load.review_pending else ""
    return _("Rules {rules} ({hash}).{review} It suggests; you decide.").format(
        rules=", ".join(load.rules), hash=load.content_hash, review=review
    )


# Markdown and JSON


def caseload_to_markdown(load: Caseload) -> str:
    """The caseload as Markdown, ending in a line break."""
    title = _("Cases, the most urgent first")
    blocks = [f"# {title} ({load.on.isoformat()})"]
    if load.unread:
        blocks += [f"**{escaped(_unread_told(load))}**"]
        blocks += ["\n".join(f"- {escaped(': '.join(_problems(one)))}" for one in load.unread)]
    if load.entries:
        blocks.append("\n".join(_markdown_rows(load)))
    return "\n\n".join([*blocks, "---", *(f"*{escaped(clean(text))}*" for text in _small(load))]) + "\n"


def _markdown_rows(load: Caseload) -> Iterator[str]:
    names = (_("Alert"), _("Case"), _("Phase"), _("Session"), _("PHQ-9"), _("What stands and what is due"))
    yield f"| {' | '.join(names)} |"
    yield f"|{'---|' * len(names)}"
    for entry in load.entries:
        cells = (*map(escaped, _cells(entry)), "<br>".join(map(escaped, _under(entry))))
        yield f"| {' | '.join(cells)} |"


def caseload_to_json(load: Caseload) -> str:
    """The caseload as JSON text, ending in a line break."""
    return json.dumps(caseload_to_data(load), ensure_ascii=False, indent=2) + "\n"


def caseload_to_data(load: Caseload) -> dict[str, Any]:
    """The caseload as plain data; the problems of a file as mappings."""
    made = {one.name: plain_data(getattr(load, one.name)) for one in fields(load)}
    made["unread"] = [
        {"file": one.file, "problems": [problem._asdict() for problem in one.problems], "message": one.message}
        for one in load.unread
    ]
    return {"schema_version": made.pop("schema_version"), **made}


def caseload_schema() -> dict[str, Any]:
    """The JSON Schema of what `caseload_to_data` gives."""
    from pydantic import TypeAdapter

    schema = TypeAdapter(Caseload).json_schema(mode="serialization", ref_template="#/$defs/{model}")
    kinds = {"path": "string", "line": "integer", "code": "string", "message": "string", "hint": "string"}
    kinds |= {"field": "string", "witness": "string"}
    problem = {"type": "object", "properties": {name: {"type": kind} for name, kind in kinds.items()}}
    schema["$defs"]["Unread"]["properties"]["problems"]["items"] = {"$ref": "#/$defs/Problem"}
    schema["$defs"]["Problem"] = problem
    for one in (schema, *schema["$defs"].values()):
        one["required"] = list(one["properties"])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
