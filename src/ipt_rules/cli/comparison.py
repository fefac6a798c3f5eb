"""`diff`: what another version of the rulebook says differently, before it is installed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from ipt_rules.cli.options import any_day_option, format_option, parameters_option, print_page


@click.command()
@click.argument("old")
@click.argument("new")
@click.argument("cases", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@any_day_option
@parameters_option
@click.option("--every-contact", is_flag=True, help="Compare at every contact of a case, not at the last one only.")
@click.option(
    "--check", is_flag=True, help="Exit 1 when a case is told something else, or only one version can read it."
)
@click.option("--all", "whole", is_flag=True, help="Each case in full; what several have alike is else told once.")
@format_option
@click.pass_context
def diff(
    ctx: click.Context,
    old: str,
    new: str,
    cases: tuple[Path, ...],
    on: date | None,
    parameters: str | None,
    every_contact: bool,
    check: bool,
    whole: bool,
    form: str,
) -> None:
    """What two versions say differently about cases.

    OLD and NEW are each a folder (a rule pack or a checkout), a wheel, or a tag, branch or commit of the checkout you
    are in; a path that exists is taken for the path. A wheel, a checkout and a commit answer with their own code, which
    is run here: name only versions you trust. CASES are files, or folders of files.
    """
    from ipt_rules.differences import comparing, data, page

    found = comparing.compare(old, new, cases, on=on, every_contact=every_contact, parameters=parameters)
    print_page(form, lambda: data.to_data(found), lambda: page.page_of(found, whole=whole))
    ctx.exit(1 if check and found.told_otherwise else 0)
