"""`Rulebook`: the rules of one or more packs with what they share, checked against each other and ready to match."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ipt_rules.entries import Entries
from ipt_rules.errors import RulebookError
from ipt_rules.facts.base import Value
from ipt_rules.instruments import Instruments
from ipt_rules.matching import Matcher, matcher_of
from ipt_rules.plan_forms import PlanForms
from ipt_rules.protocol import (
    AlertClosing,
    AreaNames,
    Checklist,
    Course,
    Decision,
    Deliberate,
    Group,
    KeptFields,
    PackInfo,
    Parameter,
    ParameterOrder,
    Partition,
    Reference,
    Sorting,
    Statement,
    Technique,
)
from ipt_rules.query import Query
from ipt_rules.rule import Rule

if TYPE_CHECKING:
    from ipt_rules.matching.script import Script
    from ipt_rules.questions import QuestionChapter

CHAPTERS_OF_CHOICE = ("focus", "choice")
"""The choice of focus is made after the first and before the second of these."""


class Pack(NamedTuple):
    """One loaded pack: where it came from and what it says of itself."""

    name: str
    version: str
    path: str
    info: PackInfo


class Outline(NamedTuple):
    """What must be known of every rule, whether or not it comes true."""

    status: str
    conclusion: str


class Rules(Entries[Rule]):
    """The rules of a compiled pack: each is read when it comes true, its outline is known without."""

    def __init__(
        self, texts: Mapping[str, bytes], read: Callable[[bytes], Rule], outlines: Mapping[str, Outline]
    ) -> None:
        super().__init__(texts, read)
        self.outlines = outlines


@dataclass(frozen=True)
class Rulebook:
    """Rules by id with their chapters and queries, and what they share. Frozen; threads may share one.

    Matchers are made on first use and kept. `content_hash` changes whenever anything that can change an answer does,
    and so with what a site sets.
    """

    packs: tuple[Pack, ...]
    chapters: tuple[str, ...]
    rules: Mapping[str, Rule]
    chapter_of: Mapping[str, str]
    queries: Mapping[str, tuple[Query, ...]]
    parameters: Mapping[str, Parameter]
    groups: Mapping[str, Group]
    sortings: Mapping[str, Sorting]
    techniques: Mapping[str, Technique]
    checklists: Mapping[str, Checklist]
    plans: PlanForms
    instruments: Instruments
    statements: Mapping[str, Statement]
    references: Mapping[str, Reference]
    decisions: Mapping[str, Decision]
    areas: Mapping[str, AreaNames]
    courses: Mapping[str, Course]
    content_hash: str
    partitions: Mapping[str, Partition] = field(default_factory=dict)
    orders: Mapping[str, ParameterOrder] = field(default_factory=dict)
    deliberate: Mapping[str, Deliberate] = field(default_factory=dict)
    kept_fields: Mapping[str, KeptFields] = field(default_factory=dict)
    """What the analysis of the rulebook is told: `analysis.yaml`."""

    closings: Mapping[str, AlertClosing] = field(default_factory=dict)
    """What each alert waits for, once it stands: `closings.yaml`."""

    dialogue: Mapping[str, QuestionChapter] = field(default_factory=dict)
    """What a therapist is asked, chapter by chapter: `dialogue.yaml`."""

    scripts: Mapping[str, Script] = field(default_factory=dict, repr=False, compare=False)
    """What the engine is told of a chapter's active rules, where it was worked out when the pack was compiled."""

    defaults: Mapping[str, Value] = field(default_factory=dict)
    """The packs' own values of the parameters that a site set; empty where it set none."""

    base: Rulebook | None = field(default=None, repr=False, compare=False)
    """The rulebook of the packs alone, where a site set parameters."""

    matchers: dict[tuple[str, str, bool], Matcher] = field(default_factory=dict, repr=False, compare=False)
    tuned: dict[Any, Rulebook] = field(default_factory=dict, repr=False, compare=False)
    lock: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)

    @classmethod
    def load(cls, *folders: str | Path) -> Rulebook:
        """The core pack and all installed packs; with `folders`, those folders only.

        The packs' compiled form is used where it is up to date. Raises RulebookError with every problem found.
        """
        from ipt_rules.compiled import load_rulebook

        return load_rulebook(tuple(Path(folder) for folder in folders))

    def parameter(self, key: str) -> Any:
        """The value of a parameter. Raises RulebookError when no pack defines it."""
        if key not in self.parameters:
            raise RulebookError(f"no pack defines the parameter `{key}`: add it to parameters.yaml")
        return self.parameters[key].value

    def group(self, name: str) -> frozenset[str]:
        """The members of a group of terms. Raises RulebookError when no pack has it."""
        if name not in self._members:
            raise RulebookError(f"no pack has the group `{name}`: copy it from the core's groups.yaml")
        return self._members[name]

    def order(self, name: str) -> tuple[str, ...]:
        """The members of a group of which the order counts, the first before the rest."""
        return self.groups[name].members

    def sorting(self, name: str) -> Mapping[str, str]:
        """The kind of every term of a vocabulary."""
        return self._kinds[name]

    @cached_property
    def _members(self) -> Mapping[str, frozenset[str]]:
        return {one.id: frozenset(one.members) for one in self.groups.values()}

    @cached_property
    def _kinds(self) -> Mapping[str, Mapping[str, str]]:
        return {one.id: one.kind_of for one in self.sortings.values()}

    def course(self, slug: str) -> Course | None:
        """The course of that slug; None where no pack defines it."""
        return self.courses.get(slug)

    @property
    def site_parameters(self) -> list[dict[str, Any]]:
        """What a site set, by parameter: its value, its unit, the packs' own value, and its statements."""
        chosen = [self.parameters[key] for key in self.defaults]
        return [
            {
                "key": one.key,
                "value": one.value,
                "unit": one.unit,
                "default": self.defaults[one.key],
                "statements": list(one.statements),
            }
            for one in chosen
        ]

    @cached_property
    def outlines(self) -> Mapping[str, Outline]:
        """Status and conclusion of each rule."""
        if isinstance(self.rules, Rules):
            return self.rules.outlines
        return {rule.id: Outline(rule.status, rule.then.conclusion) for rule in self.rules.values()}

    @cached_property
    def _by_chapter(self) -> Mapping[str, tuple[str, ...]]:
        return {
            chapter: tuple(rule_id for rule_id in self.rules if self.chapter_of[rule_id] == chapter)
            for chapter in self.chapters
        }

    def active(self, chapter: str, *, drafts: bool = False) -> tuple[str, ...]:
        """The ids of a chapter's active rules in their order, without reading the rules; with `drafts` the drafts too."""
        wanted = ("active", "draft") if drafts else ("active",)
        return tuple(rule_id for rule_id in self._by_chapter[chapter] if self.outlines[rule_id].status in wanted)

    def matcher(self, chapter: str, engine: str, *, drafts: bool = False) -> Matcher:
        """The matcher of a chapter, made once; that of the packs alone where no value in the chapter was changed."""
        rules = self.active(chapter, drafts=drafts)
        if self.base and all(self.queries[rule_id] is self.base.queries[rule_id] for rule_id in rules):
            return self.base.matcher(chapter, engine, drafts=drafts)
        key = (chapter, engine, drafts)
        with self.lock:
            if key not in self.matchers:
                self.matchers[key] = matcher_of(
                    engine,
                    lambda: [query for rule_id in rules for query in self.queries[rule_id]],
                    self._script(chapter, rules),
                )
            return self.matchers[key]

    def _script(self, chapter: str, rules: tuple[str, ...]) -> Script | None:
        """What was worked out for these very rules, none of their values changed."""
        script = None if self.base else self.scripts.get(chapter)
        same = script is not None and tuple(dict.fromkeys(head[0] for head in script.heads)) == rules
        return script if same else None

    def with_parameters(self, values: Mapping[str, Value]) -> Rulebook:
        """This rulebook with other values for some parameters, for a site; each inside its range.

        `values` may come from `site.read_parameters`, and then problems name the lines of its file. The same values give
        the same rulebook, made once. Raises RulebookError with every problem.
        """
        from ipt_rules.site import tuned

        return tuned(self, values)
