"""`spec`: the living document, as a page for readers and as JSON for programs."""

from __future__ import annotations

from pathlib import Path

import click

from ipt_rules import Rulebook
from ipt_rules.cli.options import as_day, root_option, say_json

NOWHERE = "say where to: `--html spec.html` for the page, `--json spec.json` for the same as data; `-` prints it"


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> str:
    """A day to be printed, as it was given; nothing is asked of the clock."""
    return as_day(ctx, param, value).isoformat() if value else ""


@click.command()
@click.option("--html", metavar="FILE", help="Write the page: one file that needs nothing else.")
@click.option("--json", "data", metavar="FILE", help="Write the same as JSON (docs/spec.md says how it is made up).")
@click.option("--since", metavar="TAG", help="Mark what changed since this tag or commit; asks git.")
@click.option(
    "--results", type=click.Path(path_type=Path), help="Results of the scenarios, unless from the last test runs."
)
@click.option("--date", metavar="DATE", callback=_day, help="A day to print on the page; without it there is none.")
@root_option
def spec(html: str | None, data: str | None, since: str | None, results: Path | None, date: str, root: Path) -> None:
    """The living document: the features with results, rules, statements, sources and the trace matrix.

    FILE may be `-` for standard output. Results are those that the tests left in .cache; what was not run says so.
    """
    from ipt_rules.spec import gather, to_html, to_json

    wanted = {name: make for name, make in ((html, to_html), (data, to_json)) if name}
    if not wanted:
        raise click.UsageError(NOWHERE)
    if html == data:
        raise click.UsageError(f"`{html}` cannot be the page and the JSON at once: name two files")
    document = gather(root, Rulebook.load(), results=results, since=since, dated=date)
    for name, make in wanted.items():
        _write(name, make(document))


def _write(name: str, text: str) -> None:
    if name == "-":
        say_json(text)
        return
    try:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.UsageError(f"cannot write {name}: {error.strerror}") from None
    click.echo(f"{name}: {len(text.encode()) / 1e6:.1f} MB")
