"""Reads the features for the trace: which rule each scenario specifies, and whether the rule speaks or stays silent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ipt_rules.errors import IptRulesError

SPEAKS = ('it says "', "there is an alert of level ")
SILENT = "it says nothing of this"


@dataclass(frozen=True)
class Scenario:
    """One scenario, or one row of an outline: its name and place, the rules of its tags, and what it expects of them."""

    name: str
    path: str
    line: int
    rules: tuple[str, ...]
    statements: tuple[str, ...]
    speaks: bool
    silent: bool


def read_scenarios(folder: Path) -> tuple[Scenario, ...]:
    """All scenarios of the features below a folder, rows of outlines counted one by one; none without the folder."""
    if not folder.is_dir():
        return ()
    try:
        from gherkin.parser import Parser
    except ImportError:
        raise IptRulesError("reading features needs the development extra: pip install 'ipt-rules[dev]'") from None
    found: list[Scenario] = []
    for path in sorted(folder.rglob("*.feature")):
        document: Any = Parser().parse(path.read_text(encoding="utf-8"))
        feature = document.get("feature") or {}
        name = str(path.relative_to(folder.parent))
        found += _of(feature.get("children", ()), _tags(feature), name)
    return tuple(found)


def _of(children: Sequence[Any], tags: tuple[str, ...], path: str) -> Iterator[Scenario]:
    for child in children:
        if "rule" in child:
            yield from _of(child["rule"]["children"], tags + _tags(child["rule"]), path)
        elif "scenario" in child:
            yield from _rows(child["scenario"], tags + _tags(child["scenario"]), path)


def _rows(scenario: Any, tags: tuple[str, ...], path: str) -> Iterator[Scenario]:
    lines = [row["location"]["line"] for table in scenario["examples"] for row in table.get("tableBody", ())]
    steps = [step["text"] for step in scenario["steps"]]
    for line in lines or [scenario["location"]["line"]]:
        yield Scenario(
            name=scenario["name"],
            path=path,
            line=line,
            rules=_named("rule", tags),
            statements=_named("statement", tags),
            speaks=any(text.startswith(SPEAKS) for text in steps),
            silent=SILENT in steps,
        )


def _tags(node: Any) -> tuple[str, ...]:
    return tuple(tag["name"] for tag in node.get("tags", ()))


def _named(kind: str, tags: Sequence[str]) -> tuple[str, ...]:
    return tuple(tag.removeprefix(f"@{kind}:") for tag in tags if tag.startswith(f"@{kind}:"))
