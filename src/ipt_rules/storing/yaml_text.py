"""Where things stand in a YAML text: lines, the ends of what is written, and the comments that belong to it."""

from __future__ import annotations

import re
from typing import Any

import yaml

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_LEADING = re.compile("[ \t]*")
_COMMENT = re.compile("[ \t]+#.*$")


def tree(text: str) -> yaml.Node | None:
    """What PyYAML makes of a text that our reader has read: nodes with the places where they begin and end."""
    found: yaml.Node | None = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return found


def is_flow(node: yaml.Node) -> bool:
    """Whether it is a mapping or list in brackets."""
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def is_block(node: yaml.Node) -> bool:
    """Whether it is a mapping or list in lines."""
    return isinstance(node, yaml.CollectionNode) and not node.flow_style


def is_literal(node: yaml.Node) -> bool:
    """Whether it is text in lines of its own, after a `|` or `>`."""
    return isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")


def children(node: yaml.Node) -> list[tuple[yaml.Node | None, yaml.Node]]:
    """The entries of a mapping with their keys, or of a list with None."""
    held: list[Any] = node.value if isinstance(node, yaml.CollectionNode) else []
    return [one if isinstance(one, tuple) else (None, one) for one in held]


def start(node: yaml.Node) -> int:
    return int(node.start_mark.index)


def end(node: yaml.Node, text: str) -> int:
    """Where the last thing of a node ends; PyYAML lets a block end where the next thing begins, beyond comments."""
    if is_block(node):
        return end(children(node)[-1][1], text)
    mark = int(node.end_mark.index)
    if not is_literal(node):
        return mark
    header = line_end(text, start(node))
    if "+" in text[start(node) : header].partition("#")[0]:
        found = last_break(text, mark)  # its blank lines at the end are part of it
    else:
        found = len(text[:mark].rstrip())
        found = line_end(text, found)  # trailing spaces of its last line are part of it, too
    return max(found, header)


def last_break(text: str, at: int) -> int:
    """The beginning of the line break that ends right at `at`; `at` where none does."""
    if text[:at].endswith("\r\n"):
        return at - 2
    return at - 1 if at and _BREAK.fullmatch(text[at - 1]) else at


def line_start(text: str, at: int) -> int:
    """The beginning of the line that `at` stands in."""
    found = max(text.rfind(one, 0, at) for one in "\n\r\x85\u2028\u2029")
    return found + 1


def line_end(text: str, at: int) -> int:
    """The end of the line that `at` stands in, before its break."""
    found = _BREAK.search(text, at)
    return found.start() if found else len(text)


def next_line(text: str, at: int) -> int:
    """The beginning of the line after the one that `at` stands in."""
    found = _BREAK.search(text, at)
    return found.end() if found else len(text)


def column(text: str, at: int) -> int:
    return at - line_start(text, at)


def comment_after(text: str, at: int) -> str:
    """The comment on the rest of the line, with the spaces before it."""
    found = _COMMENT.search(text[at : line_end(text, at)])
    return found.group() if found else ""


def after(text: str, at: int, least_column: int) -> int:
    """The beginning of the line after what ends at `at`, and after the comments below it that belong to it.

    Those are indented by at least so many columns; blank lines before such a comment belong to it as well.
    """
    found = line = next_line(text, at)
    while line < len(text):
        content = line + len(_LEADING.match(text, line).group())  # type: ignore[union-attr]
        blank = content >= line_end(text, line)
        if not blank and (text[content] != "#" or content - line < least_column):
            break
        line = next_line(text, line)
        found = found if blank else line
    return found


def blank_lines_after(text: str, at: int) -> int:
    """The beginning of the first line from `at` on that is not blank."""
    while at < len(text) and not text[at : line_end(text, at)].strip():
        at = next_line(text, at)
    return at


def comment_lines_above(text: str, at: int, in_column: int) -> int:
    """The beginning of the comment lines right above the line of `at` that are indented as far; that line where none are."""
    line = line_start(text, at)
    while line > 0:
        above = line_start(text, last_break(text, line))
        words = text[above : line_end(text, above)]
        if not words.lstrip(" ").startswith("#") or len(words) - len(words.lstrip(" ")) != in_column:
            break
        line = above
    return line


def line_break(text: str) -> str:
    """The break that a text uses for its lines."""
    return "\r\n" if "\r\n" in text else "\n"
