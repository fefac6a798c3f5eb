"""The features with everything that hangs on them: anchors, what their tags name, last results, changes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any

from ipt_rules.features import FeatureText, RuleBlock, ScenarioText
from ipt_rules.scenarios import named, silent, speaks
from ipt_rules.spec.changes import Changes
from ipt_rules.spec.model import Result, SpecBlock, SpecChapter, SpecFeature, SpecScenario

ResultAt = Callable[[str, int], Result]
"""The last result of what stands at a line of a feature."""


class Anchors:
    """Names for places on the page: of words, so that a link outlives a change of lines; none is given twice."""

    def __init__(self) -> None:
        self._given: dict[str, int] = defaultdict(int)

    def of(self, *words: str) -> str:
        """A name of the words, with a number where another place has it already."""
        name = "-".join(re.sub(r"[^a-z0-9]+", "-", word.lower()).strip("-") for word in words)
        self._given[name] += 1
        return name if self._given[name] == 1 else self.of(name, str(self._given[name]))


def chapters_of(features: Sequence[FeatureText], result: ResultAt, changes: Changes) -> tuple[SpecChapter, ...]:
    """The chapters in the order of their folders, each with its features by name."""
    anchors = Anchors()
    by_folder = groupby(features, key=lambda feature: PurePosixPath(feature.path).parent.name)
    return tuple(
        SpecChapter(
            id=anchors.of("chapter", folder),
            title=_title(folder),
            features=tuple(_feature(one, result, changes, anchors) for one in within),
        )
        for folder, within in by_folder
    )


def _title(folder: str) -> str:
    """The folder in words.

    >>> _title("11-across-sessions")
    '11 Across sessions'
    """
    number, _, words = folder.partition("-")
    return f"{int(number)} {words.replace('-', ' ').capitalize()}" if number.isdigit() else folder.replace("-", " ")


def _feature(one: FeatureText, result: ResultAt, changes: Changes, anchors: Anchors) -> SpecFeature:
    path = PurePosixPath(one.path)
    place = f"{path.parent.name.partition('-')[0]}-{path.stem}"
    return SpecFeature(
        id=anchors.of("feature", place),
        path=one.path,
        keyword=one.keyword,
        name=one.name,
        description=one.description,
        background=one.background,
        blocks=tuple(_block(block, one, place, result, changes, anchors) for block in one.blocks),
        change=changes["feature", one.path],
        **_tagged(one.tags),
    )


def _block(
    block: RuleBlock, feature: FeatureText, place: str, result: ResultAt, changes: Changes, anchors: Anchors
) -> SpecBlock:
    tags = feature.tags + block.tags
    return SpecBlock(
        id=anchors.of("block", place, block.name or "before-any-rule"),
        line=block.line,
        keyword=block.keyword,
        name=block.name,
        description=block.description,
        background=block.background,
        scenarios=tuple(
            SpecScenario(
                **dict(one),
                **_tagged(tags + one.tags),
                id=anchors.of("scenario", place, one.name),
                speaks=speaks(one),
                silent=silent(one),
                results=tuple(result(feature.path, line) for line in one.lines),
                change=_change(changes, feature.path, block.name, one),
            )
            for one in block.scenarios
        ),
        **_tagged(block.tags),
    )


def _tagged(tags: tuple[str, ...]) -> dict[str, Any]:
    return {"rules": named("rule", tags), "statements": named("statement", tags)}


def _change(changes: Changes, path: str, block: str, scenario: ScenarioText) -> Any:
    return changes["scenario", path, block, scenario.name]
