"""The compiled form of packs: one JSON file, so that a start never parses hundreds of YAML files.

A wheel carries it beside the rules. In a checkout it is made again whenever a rule file changed.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ipt_rules.errors import RulebookError
from ipt_rules.loading import Sources, build, read_sources

NAME = "rulebook.json"
FORMAT = 2
_PACKAGE = Path(__file__).resolve().parent


def sources_of(folders: Sequence[Path]) -> Sources:
    """The plain data of the packs: compiled where that is up to date, else read from YAML and compiled."""
    sources = Sources()
    for folder in folders:
        one = _one(folder)
        sources.packs += one.packs
        sources.rules += one.rules
        sources.documents.update(one.documents)
        for name, data in one.shared.items():
            into = sources.shared.setdefault(name, {})
            for key, value in data.items():
                into[key] = [*into.get(key, []), *value] if isinstance(value, list) else {**into.get(key, {}), **value}
    return sources


def _one(folder: Path) -> Sources:
    shipped = folder / NAME  # written into the wheel when it was built: an installed pack does not change
    if shipped.is_file() and _PACKAGE in folder.parents:
        return _thawed(json.loads(shipped.read_bytes()), folder)
    cache = _cache_file(folder)
    stamp = _stamp(folder)
    with contextlib.suppress(OSError, ValueError, KeyError):
        frozen = json.loads(cache.read_bytes())
        if frozen["format"] == FORMAT and frozen["stamp"] == stamp:
            return _thawed(frozen, folder)
    sources = checked(read_sources([folder]))
    with contextlib.suppress(OSError):  # a folder that cannot be written only makes the next start slower
        write(sources, cache, stamp)
    return sources


def checked(sources: Sources) -> Sources:
    """Mark a pack that builds alone, so that later starts need not measure it against the engine's limits again."""
    with contextlib.suppress(RulebookError):
        build(sources)
        sources.packs[0]["checked"] = True
    return sources


def _cache_file(folder: Path) -> Path:
    return folder.parent / ".cache" / f"{folder.name}-{NAME}"


def _stamp(folder: Path) -> list[list[Any]]:
    """Name, size and time of every file of the pack: what tells whether the compiled form is up to date."""
    return [[str(path.relative_to(folder)), path.stat().st_size, path.stat().st_mtime_ns] for path in _files(folder)]


def _files(folder: Path) -> Iterator[Path]:
    yield from sorted([*folder.glob("*.yaml"), *folder.glob("*/*.yaml")])


def write(sources: Sources, path: Path, stamp: list[list[Any]] | None = None) -> None:
    """Write the compiled form at once or not at all, so that two processes never see half a file."""
    root = Path(sources.packs[0]["path"])
    frozen = {
        "format": FORMAT,
        "stamp": stamp,
        "packs": [{**pack, "path": "."} for pack in sources.packs],
        "shared": sources.shared,
        "rules": [{**rule, "path": str(Path(rule["path"]).relative_to(root))} for rule in sources.rules],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".compiling-")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(frozen, file, ensure_ascii=False, separators=(",", ":"))
    os.replace(name, path)


def _thawed(frozen: dict[str, Any], folder: Path) -> Sources:
    return Sources(
        packs=[{**pack, "path": str(folder)} for pack in frozen["packs"]],
        shared=frozen["shared"],
        rules=[{**rule, "path": str(folder / rule["path"])} for rule in frozen["rules"]],
    )
