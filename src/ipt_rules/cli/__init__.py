"""The commands of `ipt-rules`: they parse options, call the library, print, and choose the exit code.

Exit codes: 0 done; 1 a check failed; 2 wrong use; 3 the case cannot be read; 4 the rulebook cannot be loaded;
5 the engine failed; 6 a file was not written, and what was there is as it was. Findings, even urgent ones, exit 0. A
command's module is imported when it is called.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import os
import sys
from collections.abc import Mapping
from io import TextIOWrapper
from typing import Any

import click

from ipt_rules.cli import letters
from ipt_rules.errors import IptRulesError


class LazyGroup(click.Group):
    """A group that knows where its commands are and imports one when it is used."""

    def __init__(self, *args: Any, lazy: Mapping[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.lazy = lazy

    def main(self, *args: Any, **options: Any) -> Any:
        """One call and no more: to look for cycles in what it makes, meanwhile and at its end, costs a fifth of its time."""
        gc.disable()
        atexit.register(gc.freeze)
        try:
            return super().main(*args, **options)
        finally:
            gc.enable()

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        place = self.lazy.get(cmd_name)
        if place is None:
            return None
        module, _, name = place.partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return with_examples(command, (*_path(ctx), cmd_name))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a mistake that a user can mend is told without a traceback, a bug of ours keeps its own."""
        try:
            return super().invoke(ctx)
        except IptRulesError as error:
            click.echo(str(error), err=True)
            ctx.exit(error.exit_code)
        except BrokenPipeError:  # the reader, such as `head`, has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


def _path(ctx: click.Context) -> tuple[str, ...]:
    """The names of the groups that lead to a context, without the program's own."""
    return (*_path(ctx.parent), ctx.info_name or "") if ctx.parent is not None else ()


def with_examples(command: click.Command, path: tuple[str, ...]) -> click.Command:
    """The command with its examples under its help; those of a group that is not lazy as well."""
    from ipt_rules.cli.examples import EXAMPLES

    lines = EXAMPLES.get(" ".join(path))
    if lines and not command.epilog:
        command.epilog = "\n".join(
            ["\b", "Examples:" if len(lines) > 1 else "Example:", *(f"  {one}" for one in lines)]
        )
    if isinstance(command, click.Group) and not isinstance(command, LazyGroup):
        for name, below in command.commands.items():
            with_examples(below, (*path, name))
    return command


@click.group(
    cls=LazyGroup,
    lazy={
        "recommend": "ipt_rules.cli.advice:recommend",
        "timeline": "ipt_rules.cli.course:timeline",
        "explain": "ipt_rules.cli.advice:explain",
        "plan": "ipt_rules.cli.plans:plan",
        "report": "ipt_rules.cli.reporting:report",
        "case": "ipt_rules.cli.cases:case",
        "session": "ipt_rules.cli.sessions:session",
        "rules": "ipt_rules.cli.rules:rules",
        "diff": "ipt_rules.cli.comparison:diff",
        "trace": "ipt_rules.cli.upkeep:trace",
        "spec": "ipt_rules.cli.spec:spec",
        "docs": "ipt_rules.cli.upkeep:docs",
        "packs": "ipt_rules.cli.upkeep:packs",
        "config": "ipt_rules.cli.configuring:config",
        "completion": "ipt_rules.cli.completing:completion",
    },
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="ipt-rules")
@click.option("--config", metavar="FILE", help="Read settings from FILE instead of the usual place; see `config`.")
@click.option("--no-config", is_flag=True, help="Read no settings.")
@click.pass_context
def main(ctx: click.Context, config: str | None, no_config: bool) -> None:
    """Decision support for Interpersonal Psychotherapy.

    It suggests what to consider, with reasons and sources; the therapist decides.
    """
    for stream in (sys.stdout, sys.stderr):  # a terminal that cannot show a letter shows another, and does not stop
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=letters.NAME)
    _apply_settings(ctx, config, no_config)


def _apply_settings(ctx: click.Context, config: str | None, no_config: bool) -> None:
    """Whoever has no settings file does not pay for reading one."""
    from ipt_rules.cli.settings import found_settings, languages_of
    from ipt_rules.translation import use_language

    ctx.obj = found = found_settings(config, no_config)
    if found.settings.detail is not None:
        ctx.default_map = {"recommend": {"detail": found.settings.detail}}
    use_language(languages_of(found.settings))
