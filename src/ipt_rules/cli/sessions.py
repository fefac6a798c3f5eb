"""`session list`: the contacts of a case, one line each. The group takes in the other commands about sessions."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from ipt_rules import Case
from ipt_rules.cli import LazyGroup
from ipt_rules.cli.options import (
    case_argument,
    columns,
    format_option,
    on_option,
    paint,
    rulebook_of,
    rules_option,
    say,
    say_json,
)


@click.group(
    cls=LazyGroup,
    lazy={
        "add": "ipt_rules.cli.dialogues:add",
        "edit": "ipt_rules.cli.dialogues:edit",
        "list": "ipt_rules.cli.sessions:list_",
    },
)
def session() -> None:
    """The sessions of a case."""


@click.command("list")
@case_argument
@on_option
@format_option
@rules_option
def list_(case: str, on: date, form: str, folders: tuple[Path, ...]) -> None:
    """What is recorded of each contact, in a line.

    CASE is a YAML or JSON file, or - for standard input. A line tells the date, held or missed, the PHQ-9 with its change,
    the phase, whether a risk enquiry and whether a note is recorded; not what notes say.
    """
    from ipt_rules.render import contacts as render
    from ipt_rules.timeline_list import contact_list

    listed = contact_list(Case.from_file(case), rulebook_of(folders, None), on)
    if form == "json":
        say_json(json.dumps(render.contacts_to_data(listed), ensure_ascii=False, indent=2) + "\n")
    elif form == "markdown":
        say(render.contacts_to_markdown(listed))
    else:
        say(render.contacts_to_text(listed, width=columns(), paint=paint()))
