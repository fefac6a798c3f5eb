"""Reads a YAML 1.2 or JSON document with its lines, and refuses whatever cannot be read safely.

Every fault is a `Problem` in the error class the caller names; its code is the caller's prefix and one of these:

| code | the document |
|---|---|
| R01 | does not exist |
| R02 | is a folder |
| R03 | cannot be opened |
| R04 | has too many bytes |
| R05 | is not UTF-8 text |
| R06 | is empty |
| R07 | is not well-formed YAML or JSON |
| R08 | is not a mapping |
| R09 | has a key twice |
| R10 | is nested too deeply |
| R11 | uses an anchor or an alias |
| R12 | uses a tag that is not read, or that does not fit its value |
| R13 | is one of several in the same file |
| R14 | has a key that is not text or a number |
| R15 | has a number that is infinite, undefined or too long |
| R16 | has too long a text, or too many values |

Messages never quote a value, and quote a key only if it is a plain name: cases hold what patients said.
PyYAML's and json's own messages do quote, so they are replaced. JSON is read without importing YAML.
"""

from __future__ import annotations

import math
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from ipt_rules.errors import CaseError, IptRulesError, did_you_mean
from ipt_rules.reading_base import (
    MAX_DEPTH,
    MAX_NODES,
    MAX_TEXT,
    Document,
    Loc,
    Problems,
    Quotable,
    field_name,
    is_plain_name,
)
from ipt_rules.reading_json import read_json

__all__ = [
    "Document",
    "Quotable",
    "field_name",
    "is_plain_name",
    "parse_document",
    "plain_document",
    "read_content",
    "read_document",
]

_FORMATS = {".json": True, ".yaml": False, ".yml": False}
_SURROGATE = re.compile("[\ud800-\udfff]")


MAX_BYTES = 2_000_000
"""Of one file: the largest rule file and a case of years have a tenth of it."""


def read_document(
    source: str | Path,
    *,
    code: str = "CASE",
    max_bytes: int = MAX_BYTES,
    error: type[IptRulesError] = CaseError,
    quotable: Quotable = is_plain_name,
) -> Document:
    """The document in a file, or on standard input for `-`; raises `error` with every problem found.

    `quotable` tells which of its keys a message may show.
    """
    content = read_content(source, code=code, max_bytes=max_bytes, error=error, quotable=quotable)
    return parse_document(content, str(source), code=code, error=error, quotable=quotable)


def read_content(
    source: str | Path,
    *,
    code: str = "CASE",
    max_bytes: int = MAX_BYTES,
    error: type[IptRulesError] = CaseError,
    quotable: Quotable = is_plain_name,
) -> bytes:
    """What a file holds, or standard input for `-`, before it is read; raises `error` where it cannot be opened."""
    problems = Problems(str(source), code, error, quotable=quotable)
    content = sys.stdin.buffer.read(max_bytes + 1) if str(source) == "-" else _bytes_of(source, max_bytes, problems)
    if len(content) > max_bytes:
        problems.too_large(max_bytes)
    problems.check()
    return content


def _bytes_of(source: str | Path, max_bytes: int, problems: Problems) -> bytes:
    """At most one byte more than `max_bytes`: a pipe or a device does not tell its size beforehand."""
    path = Path(source)
    try:
        if path.is_dir():
            problems.add("R02", "this is a folder, not a file", "name the file inside it")
        elif path.stat().st_size > max_bytes:
            problems.too_large(max_bytes)
        else:
            with path.open("rb") as stream:
                return stream.read(max_bytes + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a path that holds a NUL
        hint = did_you_mean(path.name, _names_beside(path, problems.quotable), "check the path")
        problems.add("R01", "the file does not exist", hint)
    except PermissionError:
        problems.add("R03", "you are not allowed to read the file", "ask its owner, or change its permissions")
    except OSError as fault:
        problems.add("R03", f"the file cannot be opened: {fault.strerror}", "check the path")
    return b""


def _names_beside(path: Path, quotable: Quotable) -> list[str]:
    """The files of the same folder; of cases only the same one with another ending, for a name may say who another is."""
    closed = quotable is not is_plain_name
    try:
        return sorted(one.name for one in path.parent.iterdir() if not closed or one.stem == path.stem)
    except (OSError, ValueError):
        return []


def parse_document(
    text: str | bytes,
    path: str,
    *,
    code: str = "CASE",
    error: type[IptRulesError] = CaseError,
    json_text: bool | None = None,
    quotable: Quotable = is_plain_name,
) -> Document:
    """The document in `text`; `path` names it in messages, and its ending tells JSON from YAML.

    With another ending, text that begins with a bracket is tried as JSON and then as YAML.
    """
    problems = Problems(path, code, error, quotable=quotable)
    content = _decoded(text, problems)
    problems.check()
    if json_text is None:
        json_text = _FORMATS.get(Path(path).suffix.lower())
    if json_text is None and not content.lstrip().startswith(("{", "[")):
        json_text = False
    return _checked(_read_either(content, json_text, problems), problems)


def plain_document(data: Any, *, code: str, error: type[IptRulesError], quotable: Quotable) -> Document:
    """Plain data that a program passes, as a document without lines; it is held to the limits of a file."""
    return _checked(Document(code.lower(), data, {}), Problems(code.lower(), code, error, quotable=quotable))


def _checked(document: Document, problems: Problems) -> Document:
    _check_values(document, problems)
    problems.check()
    _check_top(document, problems)
    return document


def _decoded(text: str | bytes, problems: Problems) -> str:
    content = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    content = content.removeprefix(b"\xef\xbb\xbf")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        problems.add("R05", "the file is UTF-16 text", "save it as UTF-8")
    elif b"\0" in content:
        problems.add("R05", "the file is not text", "name a YAML or JSON file")
    elif not content.strip():
        problems.add("R06", "the file is empty")
    else:
        try:
            return content.decode()
        except UnicodeDecodeError as fault:
            line = content.count(b"\n", 0, fault.start) + 1
            problems.add("R05", "there are bytes that are not UTF-8 text", "save the file as UTF-8", line)
    return ""


def _read_either(content: str, json_text: bool | None, problems: Problems) -> Document:
    """Read as told. Not told, try JSON, then YAML, and keep the complaint about JSON when neither can be read."""
    if json_text is not False:
        document = read_json(content, problems)
        if json_text or not problems.malformed:
            return document
    second = replace(problems, found=[])
    from ipt_rules.reading_yaml import read_yaml  # here, since reading JSON must not pay for it

    document = read_yaml(content, second)
    if json_text is False or not second.malformed:
        problems.found = second.found
    return document


def _check_values(document: Document, problems: Problems) -> None:
    """Bound depth, count and length, and refuse numbers and characters that could not be written out again."""
    waiting: list[tuple[Loc, Any]] = [((), document.data)]
    seen = 0
    while waiting:
        loc, value = waiting.pop()
        seen += 1
        if isinstance(value, (dict, list)):
            if len(loc) >= MAX_DEPTH:
                return problems.too_deep(document.line(loc))
            if seen + len(waiting) + len(value) > MAX_NODES:
                return problems.too_many()
            children = value.items() if isinstance(value, dict) else enumerate(value)
            waiting.extend(((*loc, key), child) for key, child in children)
        for fault in filter(None, map(_fault_of, (value, *loc[-1:]))):
            problems.add(*fault, document.line(loc), loc)
    return None


def _fault_of(value: Any) -> tuple[str, str, str] | None:
    if isinstance(value, float) and not math.isfinite(value):
        return "R15", "a number is infinite, undefined or too long", "write a plain number, or leave the field out"
    if isinstance(value, str) and len(value) > MAX_TEXT:
        return "R16", f"a text is longer than {MAX_TEXT:,} characters", "shorten it"
    if isinstance(value, str) and _SURROGATE.search(value):
        return "R05", r"a \u escape is half of a character", "write the character itself"
    return None


def _check_top(document: Document, problems: Problems) -> None:
    if document.data is None:
        problems.stop("R06", "the file is empty")
    if not isinstance(document.data, dict):
        held = "a list" if isinstance(document.data, list) else "a single value"
        hint = "begin each entry with its name and a colon"
        problems.stop("R08", f"the file holds {held}, not named entries", hint, document.line(()))
