"""The features as they are written: rule blocks, scenarios, steps, tables and doc strings, as frozen data."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ipt_rules.errors import IptRulesError, Problem
from ipt_rules.rule import Strict

EXTENSION = ".feature"


class Step(Strict):
    """One step: its keyword as written, its words, and the table or doc string that hangs on it.

    The first row of `table` is its header only where the step says so: Gherkin does not tell.
    """

    keyword: str
    text: str
    table: tuple[tuple[str, ...], ...] = ()
    doc_string: str | None = None
    doc_type: str = ""


class Row(Strict):
    """One row of examples: its line in the file, and its cells."""

    line: int
    cells: tuple[str, ...]


class Examples(Strict):
    """A table of examples below an outline."""

    name: str
    description: str
    tags: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[Row, ...]


class Background(Strict):
    """Steps that come before those of every scenario beside it."""

    name: str
    description: str
    steps: tuple[Step, ...]


class ScenarioText(Strict):
    """A scenario or an outline as written. `tags` are its own alone, without those of its rule block or feature."""

    line: int
    keyword: str
    name: str
    description: str
    tags: tuple[str, ...]
    steps: tuple[Step, ...]
    examples: tuple[Examples, ...] = ()

    @property
    def lines(self) -> tuple[int, ...]:
        """Where each of its runs stands: the rows of its examples, or its own line where it has none."""
        return tuple(row.line for table in self.examples for row in table.rows) or (self.line,)


class RuleBlock(Strict):
    """A `Rule:` with its scenarios; without keyword and name for those that stand before any."""

    line: int
    keyword: str
    name: str
    description: str
    tags: tuple[str, ...]
    background: Background | None
    scenarios: tuple[ScenarioText, ...]


class FeatureText(Strict):
    """One file: `path` is relative to the folder that holds the folder of features, with forward slashes."""

    path: str
    line: int
    keyword: str
    name: str
    description: str
    tags: tuple[str, ...]
    background: Background | None
    blocks: tuple[RuleBlock, ...]


def read_features(folder: Path) -> tuple[FeatureText, ...]:
    """All features below a folder, by path; none without the folder. Raises IptRulesError with every file not read."""
    paths = sorted(folder.rglob(f"*{EXTENSION}")) if folder.is_dir() else []
    texts = {path.relative_to(folder.parent).as_posix(): path.read_text(encoding="utf-8") for path in paths}
    found: list[FeatureText] = []
    problems: list[Problem] = []
    for name, text in texts.items():
        try:
            found += parsed(name, text)
        except IptRulesError as error:
            if not error.problems:
                raise
            problems += error.problems
    if problems:
        raise IptRulesError(problems)
    return tuple(found)


def parsed(path: str, text: str) -> tuple[FeatureText, ...]:
    """The feature in a text; nothing when it holds comments alone. Raises IptRulesError where it is not Gherkin."""
    try:
        from gherkin.errors import CompositeParserException
        from gherkin.parser import Parser
    except ImportError:
        raise IptRulesError("reading features needs the development extra: pip install 'ipt-rules[dev]'") from None
    try:
        document: Any = Parser().parse(text)
    except CompositeParserException as fault:
        raise IptRulesError([_problem(path, one) for one in fault.errors]) from None
    node = document.get("feature")
    return (_feature(path, node),) if node else ()


def _problem(path: str, fault: Any) -> Problem:
    said = str(fault).partition(": ")[2]
    return Problem(
        path, fault.location.get("line", 0), "FEATURE-01", f"this is not Gherkin: {said}", "see docs/steps.md"
    )


def _feature(path: str, node: Any) -> FeatureText:
    children = node.get("children", ())
    return FeatureText(
        path=path, background=_background(children), blocks=tuple(_blocks(node, children)), **_named(node)
    )


def _blocks(node: Any, children: Sequence[Any]) -> Iterator[RuleBlock]:
    """The scenarios before any rule as a block without a name, then the rules: Gherkin allows no other order."""
    bare = _scenarios(children)
    if bare:
        first = {"line": node["location"]["line"], "keyword": "", "name": "", "description": "", "tags": ()}
        yield RuleBlock(background=None, scenarios=bare, **first)
    for child in children:
        if "rule" in child:
            within = child["rule"]["children"]
            yield RuleBlock(background=_background(within), scenarios=_scenarios(within), **_named(child["rule"]))


def _background(children: Sequence[Any]) -> Background | None:
    for child in children:
        if "background" in child:
            node = child["background"]
            return Background(name=node["name"], description=_prose(node), steps=_steps(node))
    return None


def _scenarios(children: Sequence[Any]) -> tuple[ScenarioText, ...]:
    nodes = [child["scenario"] for child in children if "scenario" in child]
    return tuple(
        ScenarioText(steps=_steps(node), examples=tuple(map(_examples, node["examples"])), **_named(node))
        for node in nodes
    )


def _named(node: Any) -> dict[str, Any]:
    return {
        "line": node["location"]["line"],
        "keyword": node["keyword"],
        "name": node["name"],
        "description": _prose(node),
        "tags": _tags(node),
    }


def _prose(node: Any) -> str:
    return inspect.cleandoc(node.get("description", ""))


def _tags(node: Any) -> tuple[str, ...]:
    return tuple(tag["name"] for tag in node.get("tags", ()))


def _steps(node: Any) -> tuple[Step, ...]:
    return tuple(map(_step, node["steps"]))


def _step(node: Any) -> Step:
    doc = node.get("docString") or {}
    return Step(
        keyword=node["keyword"].strip(),
        text=node["text"],
        table=tuple(map(_cells, (node.get("dataTable") or {}).get("rows", ()))),
        doc_string=doc.get("content"),
        doc_type=doc.get("mediaType", ""),
    )


def _examples(node: Any) -> Examples:
    rows = tuple(Row(line=row["location"]["line"], cells=_cells(row)) for row in node.get("tableBody", ()))
    header = _cells(node["tableHeader"]) if "tableHeader" in node else ()
    return Examples(name=node["name"], description=_prose(node), tags=_tags(node), header=header, rows=rows)


def _cells(row: Any) -> tuple[str, ...]:
    return tuple(cell["value"] for cell in row["cells"])
