"""How `recommend` reads and prints: one case on a page, several in a table."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

import ipt_rules
from ipt_rules import Case, Rulebook
from ipt_rules.cli.options import columns, paint, say, say_json, style
from ipt_rules.errors import CaseError, Problem
from ipt_rules.translation import _

if TYPE_CHECKING:
    from ipt_rules import Recommendation
    from ipt_rules.caseload import Caseload

MANY = 8
"""So many files take long enough for a progress bar."""


@dataclass(frozen=True)
class Asked:
    """What the options of `recommend` ask for."""

    on: date
    form: str
    engine: str | None
    include_drafts: bool
    detail: str
    since: int | None
    linear: bool


def print_recommendation(case: str, rulebook: Rulebook, asked: Asked) -> None:
    """One case, in the form that was asked for."""
    if asked.since is not None and asked.detail in ("brief", "note"):
        raise click.UsageError(
            _("--since marks what is new on a whole page: give it without --{detail}").format(detail=asked.detail)
        )
    read = Case.from_file(case)
    told = ipt_rules.recommend(read, rulebook, asked.on, engine=asked.engine, include_drafts=asked.include_drafts)
    if asked.since is not None:
        from ipt_rules.since import mark_since

        told = mark_since(told, read, rulebook, asked.since, include_drafts=asked.include_drafts)
    _print(told, asked)


def _print(recommendation: Recommendation, asked: Asked) -> None:
    if asked.form == "json":
        from ipt_rules.render.json_ import to_json

        say_json(to_json(recommendation))
    elif asked.form == "markdown":
        from ipt_rules.render.markdown import to_markdown

        say(to_markdown(recommendation, detail=asked.detail))
    else:
        from ipt_rules.render.text import to_text

        told = to_text(
            recommendation, width=columns(), detail=asked.detail, paint=paint(), style=style(linear=asked.linear)
        )
        say(told)


def print_caseload(cases: Sequence[str], rulebook: Rulebook, asked: Asked) -> int:
    """A table of several cases; the exit code: 3 where one could not be read."""
    if "-" in cases:
        raise click.UsageError(_("standard input holds one case: name the others as files, or it alone"))
    if asked.since is not None or _asked_for("detail"):
        raise click.UsageError(_("--since, --all, --sources, --brief and --note are of one case: name one file"))
    load = _with_bar(list(map(Path, cases)), rulebook, asked)
    if not load.entries and not load.unread:
        raise _no_case(cases[0])
    _print_load(load, asked)
    return 3 if load.unread else 0


def _no_case(folder: str) -> CaseError:
    hint = _("files of cases end in .yaml, .yml or .json; `ipt-rules case new FILE` begins one")
    return CaseError([Problem(folder, 0, "CASE-51", _("there is no case in this folder"), hint)])


def _asked_for(option: str) -> bool:
    """Whether an option was given in this call, and not by the settings file."""
    return click.get_current_context().get_parameter_source(option) is ParameterSource.COMMANDLINE


def _with_bar(paths: list[Path], rulebook: Rulebook, asked: Asked) -> Caseload:
    """The caseload, with a progress bar on standard error while many files are read at a terminal."""
    from ipt_rules.caseload import caseload, number_of

    number = number_of(paths)
    shown = number >= MANY and sys.stderr.isatty() and not style(linear=asked.linear).linear
    if not shown:
        return caseload(paths, rulebook, asked.on, engine=asked.engine, include_drafts=asked.include_drafts)
    with click.progressbar(length=number, label=_("Reading cases"), file=sys.stderr) as bar:
        return caseload(
            paths,
            rulebook,
            asked.on,
            engine=asked.engine,
            include_drafts=asked.include_drafts,
            seen=lambda: bar.update(1),
        )


def _print_load(load: Caseload, asked: Asked) -> None:
    from ipt_rules import caseload_pages as pages

    if asked.form == "json":
        say_json(pages.caseload_to_json(load))
    elif asked.form == "markdown":
        say(pages.caseload_to_markdown(load))
    else:
        say(pages.caseload_to_text(load, columns(), paint(), style(linear=asked.linear)))
