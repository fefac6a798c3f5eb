"""`case new`, `case check`, `case schema`: files of cases."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from ipt_rules import Case
from ipt_rules.case.checks import not_yet
from ipt_rules.cli import LazyGroup
from ipt_rules.cli.options import (
    complete_files,
    on_option,
    parameters_option,
    plain_option,
    rules_option,
    say,
    say_json,
)
from ipt_rules.errors import CaseError
from ipt_rules.translation import _


@click.group(
    cls=LazyGroup,
    lazy={
        "new": "ipt_rules.cli.cases:new",
        "fill": "ipt_rules.cli.dialogues:fill",
        "check": "ipt_rules.cli.cases:check",
        "schema": "ipt_rules.cli.cases:schema",
    },
)
def case() -> None:
    """Write and check files of cases."""


@click.command()
@click.argument("path", required=False, type=click.Path(dir_okay=False, path_type=Path))
@on_option
@click.option("--guided", is_flag=True, help="Be asked question by question, and see what is recommended.")
@plain_option
@rules_option
@parameters_option
def new(
    path: Path | None, on: date, guided: bool, linear: bool, folders: tuple[Path, ...], parameters: str | None
) -> None:
    """Write an empty case with every field explained, or a new one question by question.

    It goes to PATH, which must not be there yet and is then readable by you alone, or to standard output. The intake is
    on the day of --on. With --guided every answer is saved in PATH at once; where PATH is there already it goes on with
    it, if you agree.
    """
    if guided:
        from ipt_rules.cli.dialogues import new_guided

        new_guided(path, on, linear, folders, parameters)
        return
    from ipt_rules.case.template import template
    from ipt_rules.storing.atomic import create_file

    if path is None:
        say(template(on))
    else:
        create_file(path, template(on).encode())
        click.echo(_("{path} is ready: fill in what you know, and leave out the rest").format(path=path), err=True)


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, shell_complete=complete_files)
@on_option
@click.pass_context
def check(ctx: click.Context, paths: tuple[str, ...], on: date) -> None:
    """Whether files can be read as cases.

    Tells every problem of each PATH. Exit code 3 when one cannot be read, 1 when one says what cannot be on that day.
    """
    codes = {_checked(path, on) for path in paths}
    ctx.exit(max(codes))


def _checked(path: str, on: date) -> int:
    try:
        problems = [problem._replace(path=path) for problem in not_yet(Case.from_file(path), on)]
    except CaseError as error:
        click.echo(str(error))
        return error.exit_code
    for problem in problems:
        click.echo(str(problem))
    if not problems:
        click.echo(_("{path}: no problems").format(path=path))
    return 1 if problems else 0


@click.command()
def schema() -> None:
    """The JSON Schema of a case, for editors that complete from it."""
    made = Case.model_json_schema(by_alias=True)
    say_json(json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **made}, indent=2) + "\n")
