"""`recommend` and `explain`: what to consider for a case, and why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from ipt_rules.cli.completing import complete_areas, complete_rules
from ipt_rules.cli.options import (
    case_argument,
    complete_files,
    engine_option,
    format_option,
    on_option,
    parameters_option,
    plain_option,
    rulebook_of,
    rules_option,
)
from ipt_rules.cli.reading import Asked, print_caseload, print_recommendation
from ipt_rules.translation import _


@click.command()
@click.argument("cases", metavar="CASE..", nargs=-1, required=True, shell_complete=complete_files)
@on_option
@format_option
@engine_option
@click.option("--include-drafts", is_flag=True, help="Let draft rules speak too.")
@click.option("--all", "detail", flag_value="all", help="Everything, with reasons, sources and limits.")
@click.option("--sources", "detail", flag_value="sources", help="The same, with rules, statements and references.")
@click.option(
    "--short", "detail", flag_value="short", default=True, help="What matters for the next contact.  [default]"
)
@click.option("--brief", "detail", flag_value="brief", help="One small screen: alerts whole, the rest in a line each.")
@click.option("--note", "detail", flag_value="note", help="A note for the record: what was considered; no advice.")
@click.option(
    "--since",
    metavar="SESSION",
    type=click.IntRange(min=0),
    help="Mark what is new since this session; 0 is the intake.",
)
@plain_option
@rules_option
@parameters_option
@click.pass_context
def recommend(
    ctx: click.Context,
    cases: tuple[str, ...],
    on: date,
    form: str,
    engine: str | None,
    include_drafts: bool,
    detail: str,
    since: int | None,
    linear: bool,
    folders: tuple[Path, ...],
    parameters: str | None,
) -> None:
    """What to consider for a case, or which of several is the most urgent.

    CASE is a YAML or JSON file, or - for standard input. A folder, or several files, give one table of all cases.
    """
    rulebook = rulebook_of(folders, parameters)
    asked = Asked(on, form, engine, include_drafts, detail, since, linear)
    if len(cases) > 1 or Path(cases[0]).is_dir():
        ctx.exit(print_caseload(cases, rulebook, asked))
    print_recommendation(cases[0], rulebook, asked)


@click.command()
@case_argument
@click.argument("rule", metavar="RULE", required=False, shell_complete=complete_rules)
@click.option(
    "--why-not",
    metavar="NAME",
    shell_complete=complete_areas,
    help="Why an area is not the focus, or a rule, a technique or a phase is not said; by any usual name.",
)
@click.option(
    "--what-would-change",
    metavar="WHAT",
    help="The smallest changes that turn the focus, the phase, the alerts or a rule: WHAT is focus, phase, alerts or RULE.",
)
@on_option
@format_option
@rules_option
@parameters_option
def explain(
    case: str,
    rule: str | None,
    why_not: str | None,
    what_would_change: str | None,
    on: date,
    form: str,
    folders: tuple[Path, ...],
    parameters: str | None,
) -> None:
    """Why a rule speaks of a case, or stays silent; and what would change an answer.

    Shows each condition of RULE as yes, no or not known for CASE, a YAML or JSON file, or - for standard input.
    """
    asked = [one for one in (rule, why_not, what_would_change) if one is not None]
    if len(asked) != 1:
        raise click.UsageError(_("name one thing: a rule, or a name with --why-not or --what-would-change"))
    from ipt_rules.case.files import read_case_with_lines
    from ipt_rules.cli import explanation

    (read, document), rulebook = read_case_with_lines(case), rulebook_of(folders, parameters)
    if what_would_change is not None:
        explanation.print_turning(read, rulebook, what_would_change, on, form)
    elif why_not is not None:
        explanation.print_why_not(read, rulebook, why_not, on, form, document)
    else:
        explanation.print_explanation(read, rulebook, asked[0], on, form, document)
