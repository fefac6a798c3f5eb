"""Whether a mutant is noticed: by an example of the rule, by a scenario of the rule."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from ipt_rules.examples import failures
from ipt_rules.facts.base import Fact
from ipt_rules.matching import Matcher
from ipt_rules.matching.plain import PlainMatcher
from ipt_rules.mutation.mutants import Mutant
from ipt_rules.query import Match, Query, wanted_by
from ipt_rules.rulebook import Rulebook
from ipt_rules.trials import ENGINES, Trial

PLAIN = ENGINES[0]


def with_mutant(rulebook: Rulebook, mutant: Mutant) -> Rulebook:
    """The rulebook with one rule mutated; the matchers of other chapters are kept."""
    assert mutant.rule is not None
    chapter = rulebook.chapter_of[mutant.of]
    queries = MappingProxyType({**rulebook.queries, mutant.of: mutant.queries})
    rules = MappingProxyType({**rulebook.rules, mutant.of: mutant.rule})
    kept = {key: matcher for key, matcher in rulebook.matchers.items() if key[0] != chapter}
    return _with(rulebook, rules=rules, queries=queries, matchers=kept)


def _with(rulebook: Rulebook, **parts: object) -> Rulebook:
    return replace(rulebook, **{"matchers": {}, "tuned": {}, "scripts": {}, "lock": threading.Lock(), **parts})  # type: ignore[arg-type]


def failing_example(mutant: Mutant, mutated: Rulebook) -> str:
    """The first example of the rule that no longer holds; empty when all do."""
    assert mutant.rule is not None
    found = failures(mutant.rule, mutated)
    return mutant.rule.examples[found[0].index or 0].name if found else ""


class Watched:
    """A scenario with the facts that one chapter was given in it: what a changed rule makes of them can be told quickly.

    A chapter is run once for each answer that the scenario asks for, and once for each earlier contact. Where a mutant
    matches all of these facts as the rule does, and concludes the same, the scenario cannot end otherwise.
    """

    def __init__(self, trial: Trial, rulebook: Rulebook, chapter: str) -> None:
        self.trial = trial
        self._seen: list[Sequence[Fact]] = []
        matchers = {(name, PLAIN, False): rulebook.matcher(name, PLAIN) for name in rulebook.chapters}
        key = (chapter, PLAIN, False)
        spied = _with(rulebook, matchers={**matchers, key: _Spy(matchers[key], self._seen)})
        self.fault = trial.fault(spied)
        self._own: dict[tuple[Query, ...], list[list[Match]]] = {}

    def notices(self, mutant: Mutant, own: tuple[Query, ...], mutated: Rulebook, *, quick: bool = True) -> bool:
        """Whether the scenario fails with the mutant; `quick` leaves it out where its facts show that it cannot."""
        if quick and not self.trial.site and not self._may_differ(mutant, own):
            return False
        return not self.trial.holds(mutated)

    def _may_differ(self, mutant: Mutant, own: tuple[Query, ...]) -> bool:
        if own not in self._own:
            self._own[own] = [PlainMatcher(own).match(facts) for facts in self._seen]
        if mutant.part == "then":
            return any(self._own[own])
        if wanted_by(own) != wanted_by(mutant.queries):
            return True  # earlier contacts are looked at with the facts that the rules ask for
        matcher = PlainMatcher(mutant.queries)
        return any(matcher.match(facts) != before for facts, before in zip(self._seen, self._own[own], strict=True))


class _Spy(Matcher):
    """A matcher that keeps the facts it was given."""

    name = PLAIN

    def __init__(self, matcher: Matcher, seen: list[Sequence[Fact]]) -> None:
        self._matcher = matcher
        self._seen = seen

    def match(self, facts: Sequence[Fact]) -> list[Match]:
        self._seen.append(tuple(facts))
        return self._matcher.match(facts)


def by_rule(trials: Sequence[Trial]) -> Mapping[str, tuple[Trial, ...]]:
    """The scenarios of each rule."""
    found: dict[str, list[Trial]] = {}
    for trial in trials:
        for rule_id in trial.rules:
            found.setdefault(rule_id, []).append(trial)
    return {rule_id: tuple(of_rule) for rule_id, of_rule in found.items()}
