"""The help of every command as text, for the page that documents the command line."""

from __future__ import annotations

from collections.abc import Iterator

import click

from ipt_rules.cli import main

WIDTH = 80


def help_texts() -> dict[str, str]:
    """The help of each command by its whole name, such as `ipt-rules rules list`, at a fixed width."""
    return dict(_texts(main, "ipt-rules", None))


def _texts(command: click.Command, name: str, parent: click.Context | None) -> Iterator[tuple[str, str]]:
    # with the command's own settings, as a call would have it: a command keeps the help option it was first given
    settings = {**command.context_settings, "terminal_width": WIDTH, "max_content_width": WIDTH}
    context = click.Context(command, info_name=name, parent=parent, **settings)
    yield context.command_path, command.get_help(context)
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            if found is not None:
                yield from _texts(found, below, context)
