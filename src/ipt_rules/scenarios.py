"""Reads the features for the trace: which rule each scenario specifies, and whether the rule speaks or stays silent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ipt_rules.features import FeatureText, ScenarioText, read_features

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
    return scenarios_of(read_features(folder))


def scenarios_of(features: Sequence[FeatureText]) -> tuple[Scenario, ...]:
    """The scenarios of features that were read, rows of outlines counted one by one, in their order."""
    return tuple(
        one
        for feature in features
        for block in feature.blocks
        for scenario in block.scenarios
        for one in _rows(scenario, feature.tags + block.tags + scenario.tags, feature.path)
    )


def speaks(scenario: ScenarioText) -> bool:
    """Whether it expects the rules of its tags to speak."""
    return any(step.text.startswith(SPEAKS) for step in scenario.steps)


def silent(scenario: ScenarioText) -> bool:
    """Whether it expects the rules of its tags to say nothing."""
    return any(step.text == SILENT for step in scenario.steps)


def _rows(scenario: ScenarioText, tags: tuple[str, ...], path: str) -> Iterator[Scenario]:
    for line in scenario.lines:
        yield Scenario(
            name=scenario.name,
            path=path,
            line=line,
            rules=named("rule", tags),
            statements=named("statement", tags),
            speaks=speaks(scenario),
            silent=silent(scenario),
        )


def named(kind: str, tags: Sequence[str]) -> tuple[str, ...]:
    """What the tags of a kind name.

    >>> named("rule", ("@rule:item-9-enquire", "@statement:SAF-03"))
    ('item-9-enquire',)
    """
    return tuple(tag.removeprefix(f"@{kind}:") for tag in tags if tag.startswith(f"@{kind}:"))
