"""`-o FILE`: what a command would print goes to a file instead, whole or not at all, and over nothing that is there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from ipt_rules.errors import StoringError
from ipt_rules.translation import _

KEY = "ipt_rules.output"
INPUTS = ("case", "cases", "path", "parameters")


def take(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Keep what --output and --force say until there is something to write."""
    if value:
        ctx.meta.setdefault(KEY, {})[param.name] = value


def _said() -> tuple[click.Context | None, dict[str, Any]]:
    ctx = click.get_current_context(silent=True)
    return ctx, ctx.meta.get(KEY, {}) if ctx is not None else {}


def wanted() -> bool:
    """Whether what is printed goes to a file."""
    return "output" in _said()[1]


def written(text: str) -> bool:
    """Write what a command prints to its file; False where none is wanted, or it is `-`.

    Raises StoringError where something is there and --force is not given, and for the file of the case itself always.
    """
    ctx, said = _said()
    if ctx is None or said.get("output", "-") == "-":
        return False
    said["text"] = said.get("text", "") + text
    _write(Path(said["output"]), said["text"].encode(), ctx, over="force" in said or len(said["text"]) > len(text))
    return True


def _write(path: Path, content: bytes, ctx: click.Context, *, over: bool) -> None:
    from ipt_rules.storing import atomic

    if over and os.path.lexists(path):
        if any(_is_file(path, one) for one in _inputs(ctx)):
            raise StoringError(_("{path} is what is read here, and is not written over").format(path=path))
        atomic.refuse_unusual(path)
        with atomic.told(path):
            atomic.replace_file(path, content)
    else:
        atomic.create_file(path, content)


def _inputs(ctx: click.Context) -> list[Any]:
    named = [ctx.params.get(name) for name in INPUTS]
    return [one for value in named if value for one in (value if isinstance(value, (list, tuple)) else [value])]


def _is_file(path: Path, other: Any) -> bool:
    try:
        return os.path.samefile(path, other)
    except OSError:
        return False
