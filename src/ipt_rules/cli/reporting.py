"""`report`: one case as a page to look at and to print."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from ipt_rules import Case
from ipt_rules.cli.options import (
    case_argument,
    engine_option,
    on_option,
    parameters_option,
    rulebook_of,
    rules_option,
    say_json,
)
from ipt_rules.translation import N_, _

NOWHERE = N_("say where to: `-o report.html`, or `-o -` to print the page to standard output")


@click.command()
@case_argument
@click.option("-o", "--output", metavar="FILE", help="Where to write the page; - for standard output.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@on_option
@engine_option
@rules_option
@parameters_option
def report(
    case: str,
    output: str | None,
    force: bool,
    on: date,
    engine: str | None,
    folders: tuple[Path, ...],
    parameters: str | None,
) -> None:
    """One case as a page to look at and to print.

    CASE is a YAML or JSON file, or - for standard input. The page is one HTML file that needs no network and no script.
    It holds what the case holds: keep it where you keep the case.
    """
    if output is None:
        raise click.UsageError(_(NOWHERE))
    from ipt_rules.report import gather, save, to_html

    page = to_html(gather(Case.from_file(case), rulebook_of(folders, parameters), on, engine=engine))
    if output == "-":
        say_json(page)
    else:
        save(page, Path(output), force=force, never=case)
