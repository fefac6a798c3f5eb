"""Makes the compiled form of a pack, which `compiled.py` reads."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ipt_rules.compiled import head
from ipt_rules.errors import RulebookError
from ipt_rules.loading import build, read_sources
from ipt_rules.matching.ruleset import Ruleset
from ipt_rules.query import as_data, plain_value
from ipt_rules.rulebook import Rulebook


def compiled(folder: Path, stamp: str = "") -> bytes:
    """The compiled form of the pack in a folder. Raises RulebookError for files that cannot be read.

    A pack that does not build alone, since it leans on another or is broken, is kept as what was read.
    """
    sources = read_sources([folder])
    lines = _Lines()
    index: dict[str, Any] = {
        "pack": {**sources.packs[0], "path": "."},
        "shared": {file: _shared(data, lines) for file, data in sources.shared.items()},
        "rules": [
            [one["chapter"], str(Path(one["path"]).relative_to(folder)), lines.add(one["data"])]
            for one in sources.rules
        ],
        "whole": None,
    }
    with contextlib.suppress(RulebookError):
        index["whole"] = _whole(build(sources), index["rules"], lines)
    rest = b"\n".join([_json(index), *lines.held])
    return head(stamp, rest) + b"\n" + rest


class _Lines:
    """The lines that are found through the index, which stands before them."""

    def __init__(self) -> None:
        self.held: list[bytes] = []

    def add(self, data: Any) -> int:
        """The number of the line that holds `data`; the first line has 0, the index 1."""
        self.held.append(_json(data))
        return len(self.held) + 1


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=plain_value).encode()


def _shared(data: Mapping[str, Any], lines: _Lines) -> dict[str, Any]:
    return {
        name: [[_name(one), lines.add(one)] for one in held] if isinstance(held, list) else lines.add(held)
        for name, held in data.items()
    }


def _name(entry: Any) -> Any:
    return entry.get("id", entry.get("key")) if isinstance(entry, dict) else None


def _whole(rulebook: Rulebook, read: list[list[Any]], lines: _Lines) -> dict[str, Any]:
    """What building a pack came to, beside the data it was built from."""
    line_of = {Path(path).stem: line for _, path, line in read}
    return {
        "content_hash": rulebook.content_hash,
        "rules": {
            rule_id: [
                rulebook.chapter_of[rule_id],
                *outline,
                line_of[rule_id],
                lines.add([rule_id, as_data(rulebook.queries[rule_id])]),
            ]
            for rule_id, outline in rulebook.outlines.items()
        },
        "scripts": {chapter: lines.add(_script(chapter, rulebook)) for chapter in rulebook.chapters},
    }


def _script(chapter: str, rulebook: Rulebook) -> dict[str, Any]:
    return Ruleset([query for rule_id in rulebook.active(chapter) for query in rulebook.queries[rule_id]]).as_data()


def write(content: bytes, path: Path) -> None:
    """Write a file at once or not at all, so that two processes never see half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".compiling-")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    os.replace(name, path)
