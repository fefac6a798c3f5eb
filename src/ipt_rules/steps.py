"""The catalogue of step phrases, read from the step modules of a checkout without running them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

WORDS = ("given", "when", "then")


def steps_page(folder: Path) -> str:
    """Every phrase that a scenario may use, by module, in the order in which they are defined."""
    lines = ["# Steps", "", "The phrases that features use. `<..>` stands for what a scenario puts there."]
    for path in sorted(folder.glob("*.py")):
        found = list(_phrases(path))
        if found:
            lines += ["", f"## {path.stem}", "", *(f"- {word.capitalize()} {phrase}" for word, phrase in found)]
    return "\n".join(lines)


def _phrases(path: Path) -> Iterator[tuple[str, str]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named: dict[str, str] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            named[node.targets[0].id] = _text(node.value, named)
    for node in tree.body:
        for mark in node.decorator_list if isinstance(node, ast.FunctionDef) else ():
            if isinstance(mark, ast.Call) and isinstance(mark.func, ast.Name) and mark.func.id in WORDS:
                yield mark.func.id, readable(_text(mark.args[0], named))


def _text(node: ast.expr, named: dict[str, str]) -> str:
    """A string as written: plain, formatted with names of the module, or inside a parser's call."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.Name):
        return named.get(node.id, "")
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part, named) for part in node.values)
    if isinstance(node, ast.FormattedValue):
        return _text(node.value, named)
    return _text(node.args[0], named) if isinstance(node, ast.Call) and node.args else ""


def readable(pattern: str) -> str:
    r"""A step pattern as a phrase.

    >>> readable(r"(?P<person>\S+) died {number:d} days? ago")
    '<person> died <number> days ago'
    """
    phrase = re.sub(r"\{(\w+)(?::\w+)?\}", r"<\1>", pattern)
    while "(?P<" in phrase:
        phrase = re.sub(r"\(\?P<(\w+)>(?:[^()\\]|\\.|\([^()]*\))*\)", r"<\1>", phrase)
    return re.sub(r"\((\w+)\|\w+\)", r"\1", phrase).replace("s?", "s").replace("an?", "a").replace("\\", "")
