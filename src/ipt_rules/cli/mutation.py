"""`rules mutate`: changes rules one thing at a time and tells what nothing noticed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click

from ipt_rules.cli.completing import complete_chapters, complete_rules
from ipt_rules.cli.options import say, say_json


@click.command()
@click.argument("rules", metavar="[RULE…]", nargs=-1, shell_complete=complete_rules)
@click.option(
    "--chapter",
    "chapters",
    multiple=True,
    metavar="CHAPTER",
    shell_complete=complete_chapters,
    help="All rules of this chapter.",
)
@click.option("--since", metavar="TAG", help="Rules and parameters that changed since this commit or tag.")
@click.option(
    "--with-parameters/--without-parameters",
    "parameters",
    default=None,
    help="With or without the parameters themselves.",
)
@click.option(
    "--rules", "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), help="The pack's folder."
)
@click.option(
    "--scenarios",
    type=click.Path(path_type=Path),
    default=Path("tests/test_features.py"),
    show_default=True,
    help="The test module that binds the features.",
)
@click.option("--jobs", type=click.IntRange(min=1), default=os.cpu_count() or 1, help="Processes (one for each core).")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--check", is_flag=True, help="Exit 1 when fewer are noticed than the rulebook is held to.")
def mutate(form: str, check: bool, **choice: object) -> None:
    """Change one thing at a time in rules and parameters: do their examples and scenarios notice?

    Without RULE all rules are tried, and all parameters. Needs a checkout with features and the development extra.
    """
    from ipt_rules.mutation.report import as_data, as_text
    from ipt_rules.mutation.running import mutated

    told = mutated(**choice, done=_done)  # type: ignore[arg-type]
    if form == "json":
        say_json(json.dumps(as_data(told.outcomes, told.equivalent), ensure_ascii=False, indent=2) + "\n")
    else:
        say(as_text(told.outcomes, told.equivalent) + "\n")
    for problem in told.stale:
        click.echo(str(problem), err=True)
    click.get_current_context().exit(1 if check and not told.ok else 0)


def _done(at: int, of: int) -> None:
    """A run over all rules takes long: every twentieth rule says how far it is."""
    if at % 20 == 0:
        click.echo(f"{at} of {of} rules and parameters tried", err=True)
