"""The list of contacts as a table: as text, as Markdown, and as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from ipt_rules.render.json_ import plain
from ipt_rules.render.page import clean
from ipt_rules.render.phases import phase_name
from ipt_rules.render.text import WIDTH, Paint, unpainted, wrap
from ipt_rules.timeline_list import ContactLine, ContactList
from ipt_rules.translation import _, counted

BLANK = "-"


def contacts_to_text(listed: ContactList, *, width: int = WIDTH, paint: Paint = unpainted) -> str:
    """One line a contact in columns, ending in a line break."""
    rows = [_heads(), *map(_cells, listed.contacts)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(f"{cell:<{wide}}" for cell, wide in zip(row, widths, strict=True)).rstrip() for row in rows]
    small = [paint(line, "muted") for text in _below(listed) for line in wrap(text, width)]
    return "\n".join([paint(lines[0], "heading"), *lines[1:], "", *small]) + "\n"


def contacts_to_markdown(listed: ContactList) -> str:
    """The same as a table, ending in a line break."""
    title = _("Contacts of case {case}").format(case=clean(listed.case_id))
    rows = [_heads(), ["---"] * len(_heads()), *map(_cells, listed.contacts)]
    table = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n\n".join([f"# {title}", "\n".join(table), *_below(listed)]) + "\n"


def contacts_to_data(listed: ContactList) -> dict[str, Any]:
    """The list as plain data, dates as ISO text."""
    made = {one.name: plain(getattr(listed, one.name)) for one in fields(listed) if one.name != "contacts"}
    entries = [{one.name: plain(getattr(line, one.name)) for one in fields(line)} for line in listed.contacts]
    return {"schema_version": made.pop("schema_version"), **made, "contacts": entries}


def _heads() -> list[str]:
    return [_("Contact"), _("Date"), _("Was"), _("PHQ-9"), _("Phase"), _("Risk enquiry"), _("Note")]


def _cells(line: ContactLine) -> list[str]:
    return [
        str(line.session) if line.session else _("intake"),
        line.date.isoformat(),
        _was(line),
        _phq9(line),
        phase_name(line.phase).lower() if line.phase else BLANK,
        _risk(line),
        _("yes") if line.note else BLANK,
    ]


def _was(line: ContactLine) -> str:
    words = {"held": _("held"), "missed": _("missed"), "gap": _("not held, as agreed")}
    return words[line.contact] if line.contact else BLANK


def _risk(line: ContactLine) -> str:
    words = {"asked": _("asked directly"), "answers": _("answers recorded"), "not-asked": _("not asked")}
    return words[line.risk] if line.risk else BLANK


def _phq9(line: ContactLine) -> str:
    if line.phq9_state is None:
        return BLANK
    if line.phq9_state == "incomplete":
        return _("incomplete")
    if line.phq9_state == "not-valid":
        return _("{total}, not valid").format(total=line.phq9)
    change = line.phq9_change
    if change is None:
        return str(line.phq9)
    sign = "+" if change > 0 else "−" if change < 0 else "±"
    return f"{line.phq9} ({sign}{abs(change)})"


def _below(listed: ContactList) -> Iterator[str]:
    yield _("- means: not recorded here. That is not a no.")
    if listed.later:
        told = counted("{number} contact is dated later than", "{number} contacts are dated later than", listed.later)
        yield f"{told} {listed.until.isoformat()}."
