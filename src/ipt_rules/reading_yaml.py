"""Reads YAML 1.2 from the events of PyYAML, with a stack of its own: no depth and no alias can exhaust it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

from ipt_rules.reading_base import MAX_DEPTH, MAX_NODES, Document, Level, Loc, Problems, integer

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
NULL_WORDS = frozenset(word for word, value in _WORDS.items() if value is None)
PLAIN_FORMS = {
    "tag:yaml.org,2002:null": re.compile("(?:~|[Nn]ull|NULL|)$"),
    "tag:yaml.org,2002:bool": re.compile("(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$"),
    "tag:yaml.org,2002:int": re.compile(f"(?:{_INTEGER.pattern})$"),
    "tag:yaml.org,2002:float": re.compile(f"(?:{_FLOAT.pattern}|{_NOT_FINITE.pattern})$"),
}
"""What a plain scalar looks like that is not text here: whoever writes text that looks so puts it in quotes."""

_TEXT_TAG = "tag:yaml.org,2002:str"
_TAGS = {
    f"tag:yaml.org,2002:{name}": kind
    for name, kind in {"map": dict, "seq": list, "int": int, "float": float, "bool": bool, "null": type(None)}.items()
} | {_TEXT_TAG: str}

# What PyYAML says, in the words of its C parser or its Python one; whether the fault lies where the enclosing
# thing began rather than where it was noticed; what to say instead.
_YAML_FAULTS = (
    (r"tab character|'\\t'", False, "a tab is used to indent", "indent with spaces"),
    (r"escape", False, "a backslash is followed by something YAML does not know", "use single quotes around the text"),
    (r"quoted scalar", True, "a quote opened on this line is not closed", "close it with the same quote"),
    (r"flow (sequence|mapping)", True, "a bracket opened on this line is not closed, or a comma is missing in it", ""),
    (r"simple key", True, "a line is neither a key with its colon nor part of the text above", "write `key: value`"),
    (
        r"mapping values are not allowed",
        False,
        "a colon stands where no key can be",
        "write a space after each colon, indent keys alike, and put quotes around text that holds a colon",
    ),
    (
        r"cannot start any token|\b(alias|anchor|tag|directive|block scalar)\b",
        False,
        "a value begins with a character that means something else in YAML, such as & * ! | % @",
        "put quotes around the value",
    ),
    (
        r"block (mapping|collection|node)",
        False,
        "this line does not fit the lines above it",
        "indent the keys of one mapping alike, and put quotes around the whole of a text, not a part",
    ),
)


def read_yaml(content: str, problems: Problems) -> Document:
    composer = _Composer(problems)
    for event in _yaml_events(content, problems):
        composer.take(event)
    return Document(problems.path, composer.root, composer.lines)


def _yaml_events(content: str, problems: Problems) -> Iterator[Any]:
    import yaml  # here, since reading JSON must not pay for it

    try:
        yield from yaml.parse(content, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as fault:
        _report_malformed(fault, content, problems)
    except yaml.YAMLError:
        found = _UNPRINTABLE.search(content)
        line = content.count("\n", 0, found.start()) + 1 if found else 0
        problems.add("R05", "there is a control character", "remove it; it may not show in your editor", line)
    except (ValueError, OverflowError):  # the Python parser's way to meet an impossible \U escape
        problems.add("R07", "a backslash is followed by something YAML does not know", "use single quotes")


def _report_malformed(fault: Any, content: str, problems: Problems) -> None:
    said = f"{fault.context} {fault.problem}"
    mark = fault.problem_mark or fault.context_mark
    if mark and content[mark.index : mark.index + 1] == "\t":
        said = "tab character"
    for pattern, at_opening, message, hint in _YAML_FAULTS:
        if re.search(pattern, said):
            mark = fault.context_mark or mark if at_opening else mark
            return problems.add("R07", message, hint, mark.line + 1 if mark else 0)
    return problems.add("R07", "this is not valid YAML", "compare with an example", mark.line + 1 if mark else 0)


class _Composer:
    """Builds a document from YAML's events with a stack of its own, so that no depth can exhaust Python's."""

    def __init__(self, problems: Problems) -> None:
        self.root: Any = None
        self.lines: dict[Loc, int] = {}
        self._problems = problems
        self._levels: list[Level] = []
        self._documents = 0
        self._nodes = 0

    def take(self, event: Any) -> None:
        kind = type(event).__name__
        line = event.start_mark.line + 1
        if kind == "DocumentStartEvent":
            self._documents += 1
            if self._documents > 1:
                self._problems.stop("R13", "a second document begins here", "put each in a file of its own", line)
        elif kind in ("SequenceEndEvent", "MappingEndEvent"):
            self._levels.pop()
        elif hasattr(event, "anchor"):
            self._take_node(event, kind, line)

    def _take_node(self, event: Any, kind: str, line: int) -> None:
        if event.anchor is not None:
            hint = "write the value out, or put quotes around a text that begins with & or *"
            self._problems.stop("R11", "anchors and aliases (& and *) are not read", hint, line)
        value = {"MappingStartEvent": dict, "SequenceStartEvent": list}.get(kind, lambda: _scalar(event))()
        if event.tag not in (None, "!") and _TAGS.get(event.tag) is not type(value):
            self._problems.add("R12", "a tag (!) is not known here, or does not fit its value", "remove the tag", line)
        level = self._levels[-1] if self._levels else Level((), None, None)
        if isinstance(level.node, dict) and level.key is None:
            self._take_key(level, event, value, line)
        else:
            self._place(level, value, line)

    def _take_key(self, level: Level, event: Any, value: Any, line: int) -> None:
        """The key as it is written, so that `1` and `"1"` are the same key, as they are in JSON."""
        if value is None or isinstance(value, (dict, list)):
            hint = "write a name before the colon, and quotes around text that begins with a bracket"
            self._problems.stop("R14", "a key is empty, a list or a mapping", hint, line, level.loc)
        level.key = event.value
        if level.key in level.node:
            self._problems.repeated(level.place, self.lines[level.place], line)
        self.lines.setdefault(level.place, line)

    def _place(self, level: Level, value: Any, line: int) -> None:
        self._nodes += 1
        place = level.place
        self.lines.setdefault(place, line)
        if isinstance(level.node, dict):
            level.node[level.key] = value
        elif isinstance(level.node, list):
            level.node.append(value)
        else:
            self.root = value
        level.advance()
        if isinstance(value, (dict, list)):
            self._levels.append(Level.at(place, value))
        if len(self._levels) > MAX_DEPTH:
            self._problems.too_deep(line)
        elif self._nodes > MAX_NODES:
            self._problems.too_many(line)
        else:
            return
        self._problems.check()


def _scalar(event: Any) -> Any:
    """A plain value by YAML 1.2's core schema: `no` and dates are text, `012` is twelve."""
    text: str = event.value
    if event.tag in (_TEXT_TAG, "!") or (event.tag is None and not event.implicit[0]):
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        base = {"0o": 8, "0x": 16}.get(text[:2], 10)
        return integer(text, base)
    if _FLOAT.fullmatch(text):
        return float(text)
    return math.nan if _NOT_FINITE.fullmatch(text) else text
