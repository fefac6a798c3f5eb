"""`completion`, and what the Tab key completes: files, rules, areas, chapters. It is quick, and never says a word."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click
from click.shell_completion import CompletionItem, get_completion_class

from ipt_rules.cli.options import say

VARIABLE = "_IPT_RULES_COMPLETE"
SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script with which Tab completes.

    It completes commands, options, files, rules, chapters and areas. docs/install.md says where each SHELL wants it.
    """
    kind = get_completion_class(shell)
    assert kind is not None
    script = kind(ctx.find_root().command, {}, "ipt-rules", VARIABLE)
    say(script.source_template % script.source_vars() + "\n")


Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def _quiet(names: Callable[[click.Context], Iterable[str]]) -> Complete:
    """Those names that begin as what was typed; nothing at all where anything goes wrong: the user is typing."""

    def complete(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        with contextlib.suppress(Exception):
            return [CompletionItem(name) for name in sorted(names(ctx)) if name.startswith(incomplete)]
        return []

    return complete


def _rules(ctx: click.Context) -> Iterator[str]:
    """The rules of the compiled packs. One that is not compiled is passed over: to compile it takes seconds."""
    from ipt_rules import packs
    from ipt_rules.compiled import ready_pack

    folders: Iterable[Path] = ctx.params.get("folders") or packs.installed().values()
    for pack in map(ready_pack, folders):
        if pack is not None:
            yield from pack.rule_ids


def _chapters(_ctx: click.Context) -> Iterator[str]:
    from ipt_rules import packs
    from ipt_rules.compiled import ready_pack

    pack = ready_pack(packs.core())
    yield from pack.chapters if pack is not None else ()


def _areas(_ctx: click.Context) -> Iterable[str]:
    from ipt_rules.vocabulary import AREAS

    return AREAS


complete_rules = _quiet(_rules)
complete_areas = _quiet(_areas)
complete_chapters = _quiet(_chapters)
