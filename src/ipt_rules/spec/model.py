"""The living document as frozen data. Its JSON and its page are both made from this, and from nothing else.

`id` is everywhere the anchor on the page. States: `passed`, `failed` and `skipped` are results of the text, the rules and
the code as they are now; `outdated` is a result of other ones; `not-run` is no result at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from ipt_rules.features import Background, ScenarioText
from ipt_rules.rule import Strict

SCHEMA_VERSION: Literal[1] = 1

State = Literal["failed", "not-run", "outdated", "skipped", "passed"]
STATES: tuple[State, ...] = ("failed", "not-run", "outdated", "skipped", "passed")
"""From the worst to the best: several together are as good as their worst."""

Gap = Literal["no-carrier", "no-rule", "no-speaking", "no-silent", "failed", "not-run", "outdated", "skipped"]
Change = Literal["", "new", "changed"]
"""Since the tag of `Spec.since`; empty where nothing changed, and where no tag was given."""


class Result(Strict):
    """The last result of one scenario or row: `was` and `because` say what an outdated one was, and what changed."""

    line: int
    state: State
    was: str = ""
    because: tuple[str, ...] = ()


class SpecScenario(ScenarioText):
    """A scenario with its last results: one for each row of its examples, in their order, else one."""

    id: str
    rules: tuple[str, ...]
    statements: tuple[str, ...]
    speaks: bool
    silent: bool
    results: tuple[Result, ...]
    change: Change = ""

    @property
    def state(self) -> State:
        return worst(one.state for one in self.results)


class SpecBlock(Strict):
    """A `Rule:` block; one without keyword and name holds the scenarios that stand before any."""

    id: str
    line: int
    keyword: str
    name: str
    description: str
    rules: tuple[str, ...]
    statements: tuple[str, ...]
    background: Background | None
    scenarios: tuple[SpecScenario, ...]


class SpecFeature(Strict):
    id: str
    path: str
    keyword: str
    name: str
    description: str
    rules: tuple[str, ...]
    statements: tuple[str, ...]
    background: Background | None
    blocks: tuple[SpecBlock, ...]
    change: Change = ""

    @property
    def scenarios(self) -> tuple[SpecScenario, ...]:
        return tuple(one for block in self.blocks for one in block.scenarios)


class SpecChapter(Strict):
    """One folder of features."""

    id: str
    title: str
    features: tuple[SpecFeature, ...]

    @property
    def scenarios(self) -> tuple[SpecScenario, ...]:
        return tuple(one for feature in self.features for one in feature.scenarios)


class SpecCondition(Strict):
    """One condition of a rule in words; `kind` is the kind of fact it speaks of."""

    kind: str
    absent: bool
    text: str


class SpecWay(Strict):
    """A way for a rule to come true: all its conditions. A rule with one way has one without a name."""

    name: str
    conditions: tuple[SpecCondition, ...]


class SpecSource(Strict):
    """A source of a rule: the key of a reference, and the place in it where one is known."""

    ref: str
    at: str = ""


class SpecRule(Strict):
    """A rule: `statements` is what it implements, `scenarios` the ids of those that its tag names."""

    id: str
    slug: str
    title: str
    chapter: str
    version: int
    status: str
    phases: tuple[str, ...]
    purpose: str
    ways: tuple[SpecWay, ...]
    parameters: tuple[str, ...]
    conclusion: str
    summary: str
    rationale: str
    carries: tuple[str, ...]
    consider: tuple[str, ...]
    cautions: tuple[str, ...]
    decides: tuple[str, ...]
    statements: tuple[str, ...]
    sources: tuple[SpecSource, ...]
    scenarios: tuple[str, ...]
    speaking: int
    silent: int
    review: str
    gaps: tuple[Gap, ...]
    change: Change = ""

    @property
    def pending(self) -> bool:
        return self.review == "pending"


class SpecStatement(Strict):
    """A row of the trace matrix: `carriers` as in `rule SLUG`, `scenarios` the ids of all that show it.

    `pending` is true while a rule that carries it waits for review. `changes` names what changed of all that is its.
    """

    id: str
    name: str
    section: str
    text: str
    grade: str
    source: str
    refs: tuple[str, ...]
    scope: Literal["in", "out"]
    why_out: str
    carriers: tuple[str, ...]
    scenarios: tuple[str, ...]
    pending: bool
    gaps: tuple[Gap, ...]
    changes: tuple[str, ...] = ()

    @property
    def rules(self) -> tuple[str, ...]:
        """The slugs of the rules among its carriers."""
        return tuple(one.removeprefix("rule ") for one in self.carriers if one.startswith("rule "))


class SpecDecision(Strict):
    id: str
    name: str
    when: str
    then: str
    statements: tuple[str, ...]
    rules: tuple[str, ...]


class SpecParameter(Strict):
    """`value` with its unit, and `range` in words: `fixed` where no site may choose."""

    id: str
    key: str
    value: str
    range: str
    meaning: str
    statements: tuple[str, ...]
    rules: tuple[str, ...]
    change: Change = ""


class SpecReference(Strict):
    id: str
    key: str
    cite: str
    short: str
    read_as: str
    address: str


class SpecFact(Strict):
    """A kind of fact that conditions speak of, with the fields that they test."""

    id: str
    kind: str
    meaning: str
    fields: tuple[tuple[str, str], ...]


class Since(Strict):
    """What the working copy was compared with, and what was there and is gone."""

    tag: str
    commit: str
    removed: tuple[str, ...]


class Spec(Strict):
    """The whole document. `dated` is a day only where one was given: nothing here reads a clock."""

    schema_version: Literal[1] = SCHEMA_VERSION
    version: str
    packs: tuple[str, ...]
    rulebook: str
    dated: str
    since: Since | None
    chapters: tuple[SpecChapter, ...]
    rules: tuple[SpecRule, ...]
    statements: tuple[SpecStatement, ...]
    decisions: tuple[SpecDecision, ...]
    parameters: tuple[SpecParameter, ...]
    references: tuple[SpecReference, ...]
    facts: tuple[SpecFact, ...]

    @property
    def scenarios(self) -> tuple[SpecScenario, ...]:
        return tuple(one for chapter in self.chapters for one in chapter.scenarios)


def worst(states: Iterable[State]) -> State:
    """The worst of some states; `not-run` for none at all."""
    return min(states, key=STATES.index, default="not-run")


def counted(scenarios: Iterable[SpecScenario]) -> dict[State, int]:
    """How many scenarios are in each state, rows of outlines counted one by one; every state is there."""
    counts: dict[State, int] = dict.fromkeys(STATES, 0)
    for scenario in scenarios:
        for one in scenario.results:
            counts[one.state] += 1
    return counts
