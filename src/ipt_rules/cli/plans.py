"""`plan`: the plans that a case fills, as a sheet to complete together."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

import ipt_rules
from ipt_rules import Case
from ipt_rules.cli.options import (
    case_argument,
    format_option,
    on_option,
    parameters_option,
    print_page,
    rulebook_of,
    rules_option,
)
from ipt_rules.vocabulary import PLANS


@click.command()
@case_argument
@click.argument("plan", metavar="[PLAN]", required=False, type=click.Choice(PLANS))
@on_option
@format_option
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
    from ipt_rules.render.plans import plan_data, plan_page

    recommendation = ipt_rules.recommend(Case.from_file(case), rulebook_of(folders, parameters), on)
    names = (plan,) if plan else ()
    print_page(form, lambda: plan_data(recommendation, names), lambda: plan_page(recommendation, names, detail))
