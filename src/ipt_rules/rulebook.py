"""`Rulebook`: the rules of one or more packs with what they share, checked against each other and ready to match."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from ipt_rules.errors import RulebookError
from ipt_rules.facts.base import Value
from ipt_rules.instruments import Instruments
from ipt_rules.matching import Matcher, matcher_class
from ipt_rules.plan_forms import PlanForms
from ipt_rules.protocol import Checklist, Decision, PackInfo, Parameter, Reference, Statement, Technique
from ipt_rules.query import Query
from ipt_rules.rule import Rule

CHAPTERS_OF_CHOICE = ("focus", "choice")
"""The choice of focus is made after the first and before the second of these."""


@dataclass(frozen=True)
class Pack:
    """One loaded pack: where it came from and what it says of itself."""

    name: str
    version: str
    path: str
    info: PackInfo


@dataclass(frozen=True)
class Rulebook:
    """Rules by id with their chapters and queries, and what they share. Frozen; threads may share one.

    Matchers are made on first use and kept. `content_hash` changes whenever anything that can change an answer does.
    """

    packs: tuple[Pack, ...]
    chapters: tuple[str, ...]
    rules: Mapping[str, Rule]
    chapter_of: Mapping[str, str]
    queries: Mapping[str, tuple[Query, ...]]
    parameters: Mapping[str, Parameter]
    techniques: Mapping[str, Technique]
    checklists: Mapping[str, Checklist]
    plans: PlanForms
    instruments: Instruments
    statements: Mapping[str, Statement]
    references: Mapping[str, Reference]
    decisions: Mapping[str, Decision]
    courses: Mapping[str, Mapping[str, Any]]
    phase_split: Mapping[str, Any]
    content_hash: str
    _matchers: dict[tuple[str, str, bool], Matcher] = field(default_factory=dict, repr=False, compare=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)

    @classmethod
    def load(cls, *folders: str | Path) -> Rulebook:
        """The core pack and all installed packs; with `folders`, those folders only.

        The packs' compiled form is used where it is up to date. Raises RulebookError with every problem found.
        """
        from ipt_rules.loading import load_rulebook

        return load_rulebook(tuple(Path(folder) for folder in folders))

    def parameter(self, key: str) -> Any:
        """The value of a parameter. Raises RulebookError when no pack defines it."""
        try:
            return self.parameters[key].value
        except KeyError:
            raise RulebookError(f"no pack defines the parameter `{key}`: add it to parameters.yaml") from None

    def course(self, slug: str) -> Mapping[str, Any] | None:
        return self.courses.get(slug)

    @cached_property
    def _rules_by_chapter(self) -> Mapping[str, tuple[Rule, ...]]:
        return {
            chapter: tuple(rule for rule in self.rules.values() if self.chapter_of[rule.id] == chapter)
            for chapter in self.chapters
        }

    def chapter_rules(self, chapter: str, *, drafts: bool = False) -> tuple[Rule, ...]:
        """The active rules of a chapter in the order of their ids; with `drafts` the drafts too."""
        wanted = ("active", "draft") if drafts else ("active",)
        return tuple(rule for rule in self._rules_by_chapter[chapter] if rule.status in wanted)

    def matcher(self, chapter: str, engine: str, *, drafts: bool = False) -> Matcher:
        """The matcher of a chapter, made once."""
        key = (chapter, engine, drafts)
        with self._lock:
            if key not in self._matchers:
                queries = [
                    query for rule in self.chapter_rules(chapter, drafts=drafts) for query in self.queries[rule.id]
                ]
                self._matchers[key] = matcher_class(engine)(queries)
            return self._matchers[key]

    def with_parameters(self, values: Mapping[str, Value]) -> Rulebook:
        """This rulebook with other values for some parameters, for a site; each inside its range."""
        from ipt_rules.loading import reload_with

        return reload_with(self, values)
