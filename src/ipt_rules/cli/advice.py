"""`recommend` and `explain`: what to consider for a case, and why."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

import ipt_rules
from ipt_rules import Case
from ipt_rules.cli.completing import complete_areas, complete_rules
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
)

if TYPE_CHECKING:
    from ipt_rules import Recommendation


@click.command()
@case_argument
@on_option
@format_option
@engine_option
@click.option("--include-drafts", is_flag=True, help="Let draft rules speak too.")
@click.option("--all", "detail", flag_value="all", help="Everything, with reasons, sources and limits.")
@click.option("--sources", "detail", flag_value="sources", help="The same, with rules, statements and references.")
@click.option(
    "--short", "detail", flag_value="short", default=True, help="What matters for the next contact.  [default]"
)
@click.option(
    "--since",
    metavar="SESSION",
    type=click.IntRange(min=0),
    help="Mark what is new since this session; 0 is the intake.",
)
@rules_option
@parameters_option
def recommend(
    case: str,
    on: date,
    form: str,
    engine: str | None,
    include_drafts: bool,
    detail: str,
    since: int | None,
    folders: tuple[Path, ...],
    parameters: str | None,
) -> None:
    """What to consider for a case.

    CASE is a YAML or JSON file, or - for standard input.
    """
    read = Case.from_file(case)
    rulebook = rulebook_of(folders, parameters)
    recommendation = ipt_rules.recommend(read, rulebook, on, engine=engine, include_drafts=include_drafts)
    if since is not None:
        from ipt_rules.since import mark_since

        recommendation = mark_since(recommendation, read, rulebook, since, include_drafts=include_drafts)
    _print(recommendation, form, detail)


def _print(recommendation: Recommendation, form: str, detail: str) -> None:
    if form == "json":
        from ipt_rules.render.json_ import to_json

        say_json(to_json(recommendation))
    elif form == "markdown":
        from ipt_rules.render.markdown import to_markdown

        say(to_markdown(recommendation, detail=detail))
    else:
        from ipt_rules.render.text import to_text

        say(to_text(recommendation, width=columns(), detail=detail, paint=paint()))


@click.command()
@case_argument
@click.argument("rule", metavar="RULE", required=False, shell_complete=complete_rules)
@click.option(
    "--why-not",
    metavar="AREA",
    shell_complete=complete_areas,
    help="Why this area, by any usual name, is not the focus.",
)
@on_option
@format_option
@rules_option
@parameters_option
def explain(
    case: str,
    rule: str | None,
    why_not: str | None,
    on: date,
    form: str,
    folders: tuple[Path, ...],
    parameters: str | None,
) -> None:
    """Why a rule speaks of a case, or stays silent.

    Shows each condition of RULE as yes, no or not known for CASE, a YAML or JSON file, or - for standard input.
    """
    if (rule is None) == (why_not is None):
        raise click.UsageError("name a rule, or an area with --why-not")
    from ipt_rules.cli.explanation import print_explanation, print_why_not

    read, rulebook = Case.from_file(case), rulebook_of(folders, parameters)
    if rule is not None:
        print_explanation(ipt_rules.explain(read, rulebook, rule, on), form)
    elif why_not is not None:
        print_why_not(read, rulebook, why_not, on, form)
