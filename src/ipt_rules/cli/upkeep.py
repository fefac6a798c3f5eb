"""`trace`, `docs` and `packs list`: what keeps protocol, rules, features and pages together."""

from __future__ import annotations

from pathlib import Path

import click

from ipt_rules import Rulebook
from ipt_rules.cli.completing import complete_rules
from ipt_rules.cli.options import columns, paint, root_option, say


@click.command()
@click.argument("what", required=False, shell_complete=complete_rules)
@click.option("--check", is_flag=True, help="Only tell what is missing; exit 1 when anything is.")
@root_option
@click.pass_context
def trace(ctx: click.Context, what: str | None, check: bool, root: Path) -> None:
    """What carries which statement, and what is not covered.

    With WHAT, all that hangs together with it: a statement (SAF-03), a decision rule (R-S05), a rule, a technique or a
    group of terms by its name, or a sentence as it stands on the screen.
    """
    from ipt_rules.traceability import trace_problems, trace_report

    rulebook = Rulebook.load()
    if what is not None:
        _print_trace(what, rulebook, root / "features")
        return
    if not check:
        say(trace_report(rulebook, root / "features"))
        return
    problems = trace_problems(rulebook, root / "features")
    for problem in problems:
        click.echo(str(problem))
    ctx.exit(1 if problems else 0)


def _print_trace(what: str, rulebook: Rulebook, features: Path) -> None:
    from ipt_rules.lookup import look_up
    from ipt_rules.render.text import page_to_text
    from ipt_rules.traceability import trace

    say(page_to_text(look_up(what, rulebook, trace(rulebook, features)), columns(), paint()))


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; tell which pages are stale, and exit 1 when any is.")
@root_option
@click.pass_context
def docs(ctx: click.Context, check: bool, root: Path) -> None:
    """Write the pages made from rules, facts and commands."""
    from ipt_rules.cli.helping import help_texts
    from ipt_rules.docs import stale_pages, write_pages

    pages = (stale_pages if check else write_pages)(root, Rulebook.load(), help_texts())
    for page in pages:
        click.echo(f"docs/{page}: {'stale; run `ipt-rules docs`' if check else 'written'}")
    ctx.exit(1 if check and pages else 0)


@click.group()
def packs() -> None:
    """The rule packs of this installation."""


@packs.command("list")
def list_() -> None:
    """Name, version, number of rules, review and folder of every pack."""

    rulebook = Rulebook.load()
    for pack in rulebook.packs:
        review = (
            "no clinician has reviewed it yet" if pack.info.review == "pending" else f"reviewed: {pack.info.review}"
        )
        click.echo(f"{pack.name} {pack.version}: {pack.info.title}; {review}; {pack.path}")
    click.echo(f"{len(rulebook.rules)} rules in {len(rulebook.chapters)} chapters, {rulebook.content_hash}")
