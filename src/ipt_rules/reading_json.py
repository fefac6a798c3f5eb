"""Reads JSON without importing YAML; lines are found only when somebody asks for one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from ipt_rules.reading_base import MAX_DEPTH, Document, Level, Loc, Problems, integer

_JSON_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],:\n]|[^\s{}\[\],:"]+')
_JSON_FAULTS = {
    "Expecting value": ("a value is missing, or is not JSON", "put text in double quotes"),
    "Expecting property name": ("a key in double quotes is missing", "look for a comma too many before a `}`"),
    "Illegal trailing comma": ("there is a comma before a closing bracket", "remove it"),
    "Expecting ','": ("a comma or a closing bracket is missing", "look at the end of the line above, too"),
    "Expecting ':'": ("a key has no colon", "write a colon between the key and its value"),
    "Unterminated string": ("a quote opened on this line is not closed", "close it with a double quote"),
    "Invalid control character": ("a text goes past the end of its line, or holds a tab", r"write \n or \t instead"),
    "Invalid \\": ("a backslash is followed by something JSON does not know", "write the backslash twice"),
    "Extra data": ("there is more after the end of the document", "look for a closing bracket too many"),
}


def read_json(content: str, problems: Problems) -> Document:
    document = Document(problems.path, None, _JsonLines(content))
    repeats: list[bool] = []

    def mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        entries = dict(pairs)
        repeats.extend([True] if len(entries) < len(pairs) else [])
        return entries

    try:
        document = replace(document, data=json.loads(content, object_pairs_hook=mapping, parse_int=integer))
    except json.JSONDecodeError as fault:
        told = (words for start, words in _JSON_FAULTS.items() if fault.msg.startswith(start))
        problems.add("R07", *next(told, ("this is not valid JSON", "")), fault.lineno)
    except RecursionError:
        problems.too_deep()
    if repeats and not problems.found:
        _report_repeats(content, problems)
    return document


def _report_repeats(content: str, problems: Problems) -> None:
    """Every repeated key, save inside a repeated mapping, whose keys come up again of themselves."""
    first: dict[Loc, int] = {}
    repeated: set[Loc] = set()
    for loc, line in _json_places(content):
        if loc not in first:
            first[loc] = line
        elif not any(loc[:n] in repeated for n in range(1, len(loc))):
            repeated.add(loc)
            problems.repeated(loc, first[loc], line)
    if not repeated:  # the walk stopped at values nested too deeply, which the later key hid
        problems.too_deep()


def _json_places(content: str) -> Iterator[tuple[Loc, int]]:
    """Each place of well-formed JSON with its line, in the order of writing; a repeated key comes up again."""
    line = 1
    levels = [Level((), None, None)]
    for token in _JSON_TOKEN.findall(content):
        level = levels[-1]
        if token == "\n":
            line += 1
        elif token == ",":
            level.advance()
        elif token in "}]":
            levels.pop()
        elif isinstance(level.node, dict) and level.key is None:
            level.key = json.loads(token)
            yield level.place, line
        elif token != ":":
            if not isinstance(level.node, dict):
                yield level.place, line
            if token in "{[":
                levels.append(Level.at(level.place, {} if token == "{" else []))
        if len(levels) > MAX_DEPTH + 1:  # only where a repeated key hid them from the check of values
            return


class _JsonLines(Mapping[Loc, int]):
    """The lines of a JSON text, worked out when the first is asked for: most readers never ask."""

    def __init__(self, content: str) -> None:
        self._content = content

    @cached_property
    def _lines(self) -> dict[Loc, int]:
        return dict(_json_places(self._content))

    def __getitem__(self, loc: Loc) -> int:
        return self._lines[loc]

    def __iter__(self) -> Iterator[Loc]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)
