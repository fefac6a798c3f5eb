"""Arguments and options that several commands share, and how they print."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource
from click.shell_completion import CompletionItem

from ipt_rules import Rulebook
from ipt_rules.cli import output
from ipt_rules.translation import _

if TYPE_CHECKING:
    from ipt_rules.render.lines import Paint, Style
    from ipt_rules.render.page import Page

F = TypeVar("F", bound=Callable[..., Any])

LOOKS: dict[str, dict[str, Any]] = {
    "heading": {"bold": True, "underline": True},
    "alert": {"bold": True, "fg": "red"},
    "warning": {"bold": True, "fg": "yellow"},
    "urgent": {
        "bold": True,
        "fg": "bright_white",
        "bg": "red",
    },  # with a ground of their own: seen on dark and on light
    "caution": {"bold": True, "fg": "black", "bg": "yellow"},
    "strong": {"bold": True},
    "muted": {"dim": True},
}


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """A day such as 2026-05-02; today when none is given: the one place that reads the clock."""
    return date.today() if value is None else as_day(ctx, param, value)


def _any_day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """A day such as 2026-05-02; None when none is given."""
    return None if value is None else as_day(ctx, param, value)


def as_day(ctx: click.Context, param: click.Parameter, value: str) -> date:
    """A day as it was given. Raises BadParameter for anything else."""
    try:
        return date.fromisoformat(value if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value) else "")
    except ValueError:
        told = _("{value!r} is not a day: write it as 2026-05-02").format(value=value)
        raise click.BadParameter(told, ctx, param) from None


def complete_files(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """On Tab, files as the shell itself completes them."""
    return [CompletionItem(incomplete, type="file")]


def _setting(ctx: click.Context, param: click.Parameter, value: Any) -> Any:
    """What was given, else what the settings file says, else what is built in."""
    found = ctx.find_root().obj
    if found is None or param.name is None or ctx.get_parameter_source(param.name) is not ParameterSource.DEFAULT:
        return value
    said = found.settings.of_option(param.name)
    return value if said is None else said


root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("."),
    show_default="here",
    help="The checkout, with features/ and docs/.",
)
case_argument = click.argument("case", metavar="CASE", shell_complete=complete_files)
on_option = click.option(
    "--on",
    metavar="DATE",
    callback=_day,
    help="The day of the advice, such as 2026-05-02 (today unless given); nothing recorded later is seen.",
)
any_day_option = click.option(
    "--on",
    metavar="DATE",
    callback=_any_day,
    help="Judge all cases on this day, such as 2026-05-02 (each on the day of its last contact unless given).",
)
_form_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    callback=_setting,
)
_output_option = click.option(
    "-o",
    "--output",
    metavar="FILE",
    expose_value=False,
    callback=output.take,
    help="Write it to FILE, which must not be there yet, as UTF-8.",
)
_force_option = click.option(
    "--force", is_flag=True, expose_value=False, callback=output.take, help="Write over FILE if it is there."
)


def format_option(command: F) -> F:
    """In which format, and where to: what every command has that prints an answer."""
    return _form_option(_output_option(_force_option(command)))


plain_option = click.option(
    "--plain",
    "linear",
    is_flag=True,
    help="Nothing side by side and nothing drawn, for a screen reader; so too with ACCESSIBLE=1.",
)
engine_option = click.option(
    "--engine",
    type=click.Choice(["rete", "plain"]),
    callback=_setting,
    help="Which engine matches the rules; both give the same answer.",
)
rules_option = click.option(
    "--rules",
    "folders",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    callback=_setting,
    help="Use the rule packs in these folders instead of the installed ones.",
)

parameters_option = click.option(
    "--parameters",
    metavar="FILE",
    callback=_setting,
    shell_complete=complete_files,
    help="A YAML or JSON file of `parameter: value`: what this site sets differently from the rules.",
)


def rulebook_of(folders: tuple[Path, ...], parameters: str | None) -> Rulebook:
    """The rulebook of these folders, or of the installed packs, with what a site's file sets."""
    rulebook = Rulebook.load(*folders)
    if parameters is None:
        return rulebook
    from ipt_rules.site import read_parameters

    return rulebook.with_parameters(read_parameters(parameters))


def columns() -> int:
    """The width of the terminal; 80 in a pipe."""
    from ipt_rules.render.text import WIDTH  # here and below, since JSON is printed without

    if output.wanted():
        return WIDTH
    return shutil.get_terminal_size((WIDTH, 24)).columns


def style(linear: bool) -> Style:
    """How a page is laid out here: in linear form where asked for, by option or ACCESSIBLE, or the terminal is dumb."""
    from ipt_rules.render.lines import Style

    asked = linear or bool(os.environ.get("ACCESSIBLE")) or os.environ.get("TERM") == "dumb"
    height = shutil.get_terminal_size().lines if sys.stdout.isatty() and not output.wanted() else None
    return Style(asked, not _drawable(), height)


def _drawable() -> bool:
    """Whether the output can show what is drawn; a file is UTF-8."""
    if output.wanted():
        return True
    from ipt_rules.render.lines import DRAWN_WITH

    try:
        DRAWN_WITH.encode(sys.stdout.encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return False
    return True


def paint() -> Paint:
    """Colours on a terminal, none in a pipe, on a dumb terminal or where NO_COLOR is set."""
    from ipt_rules.render.text import unpainted

    if output.wanted() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not sys.stdout.isatty():
        return unpainted
    return _painted


def _painted(text: str, look: str) -> str:
    return click.style(text, **LOOKS.get(look, {}))


def say(text: str) -> None:
    """Print text that ends in a line break of its own, or write it to the file of --output."""
    if not output.written(text):
        click.echo(text, nl=False)


def say_json(text: str) -> None:
    """Print JSON as UTF-8, whatever the terminal's encoding, or write it to the file of --output."""
    if not output.written(text):
        click.echo(text.encode(), nl=False)


def print_page(form: str, data: Callable[[], Any], page: Callable[[], Page]) -> None:
    """Print plain data as JSON, or a page as text or Markdown; only what the format needs is made."""
    if form == "json":
        import json

        say_json(json.dumps(data(), ensure_ascii=False, indent=2) + "\n")
    elif form == "markdown":
        from ipt_rules.render.markdown import page_to_markdown

        say(page_to_markdown(page()))
    else:
        from ipt_rules.render.text import page_to_text

        say(page_to_text(page(), columns(), paint()))
