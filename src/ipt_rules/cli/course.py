"""`timeline`: what each contact of a case brought."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

import ipt_rules
from ipt_rules import Case
from ipt_rules.cli.options import (
    case_argument,
    columns,
    engine_option,
    format_option,
    on_option,
    paint,
    parameters_option,
    rulebook_of,
    rules_option,
    say,
    say_json,
    style,
)


@click.command()
@case_argument
@on_option
@format_option
@engine_option
@rules_option
@parameters_option
def timeline(
    case: str, on: date, form: str, engine: str | None, folders: tuple[Path, ...], parameters: str | None
) -> None:
    """What changed from contact to contact.

    CASE is a YAML or JSON file, or - for standard input. Each contact, missed ones included, is judged with what was
    known on its day.
    """
    from ipt_rules.render import timeline as render

    told = ipt_rules.timeline(Case.from_file(case), rulebook_of(folders, parameters), until=on, engine=engine)
    if form == "json":
        say_json(render.timeline_to_json(told))
    elif form == "markdown":
        say(render.timeline_to_markdown(told))
    else:
        say(render.timeline_to_text(told, width=columns(), paint=paint(), style=style(linear=False)))
