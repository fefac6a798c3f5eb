"""`plan`: the plans that a case fills, as a sheet to complete together."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

import ipt_rules
from ipt_rules import Case, Recommendation
from ipt_rules.cli.options import (
    case_argument,
    columns,
    on_option,
    paint,
    parameters_option,
    rulebook_of,
    rules_option,
    say,
    say_json,
)
from ipt_rules.vocabulary import PLANS


@click.command()
@case_argument
@click.argument("plan", metavar="[PLAN]", required=False, type=click.Choice(PLANS))
@on_option
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True)
@click.option("--all", "detail", flag_value="all", default=True, help="The sheet to complete together.  [default]")
@click.option("--short", "detail", flag_value="short", help="One line a part.")
@click.option("--sources", "detail", flag_value="sources", help="The sheet with places in the record and sources.")
@rules_option
@parameters_option
def plan(
    case: str,
    plan: str | None,
    on: date,
    form: str,
    detail: str,
    folders: tuple[Path, ...],
    parameters: str | None,
) -> None:
    """The plans of a case, filled as far as the record goes.

    CASE is a YAML or JSON file, or - for standard input. PLAN is formulation, relapse-prevention or maintenance; without
    it all three are shown. Alerts that stand are shown first.
    """
    recommendation = ipt_rules.recommend(Case.from_file(case), rulebook_of(folders, parameters), on)
    _print(recommendation, (plan,) if plan else (), form, detail)


def _print(recommendation: Recommendation, names: tuple[str, ...], form: str, detail: str) -> None:
    from ipt_rules.render.plans import plan_data, plan_page

    if form == "json":
        say_json(json.dumps(plan_data(recommendation, names), ensure_ascii=False, indent=2) + "\n")
    elif form == "markdown":
        from ipt_rules.render.markdown import page_to_markdown

        say(page_to_markdown(plan_page(recommendation, names, detail)))
    else:
        from ipt_rules.render.text import page_to_text

        say(page_to_text(plan_page(recommendation, names, detail), columns(), paint()))
