"""What the parts of the page share: who is called how, links between them, results in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ipt_rules.markup import Html, el, joined, link, number, replaced
from ipt_rules.spec.model import (
    Gap,
    Result,
    Spec,
    SpecParameter,
    SpecReference,
    SpecRule,
    SpecScenario,
    SpecStatement,
    State,
    counted,
)

WORDS: dict[State, str] = {
    "passed": "passed",
    "failed": "failed",
    "outdated": "changed since it was run",
    "skipped": "skipped",
    "not-run": "not run",
}
IN_ORDER: tuple[State, ...] = ("passed", "failed", "outdated", "not-run", "skipped")
"""How they are counted up for a reader."""

MEANINGS: dict[State, str] = {
    "passed": "It ran with this text, these rules and this code, and passed.",
    "failed": "It ran with this text, these rules and this code, and did not pass.",
    "outdated": "It ran before its feature, the rules or the code were changed. What it was then says nothing of now.",
    "skipped": "It was left out of the last run, by a mark or for want of something it needs.",
    "not-run": "There is no result of it.",
}
GAPS: dict[Gap, str] = {
    "no-carrier": "nothing carries it",
    "no-rule": "carried, but by no rule",
    "no-speaking": "no scenario makes it speak",
    "no-silent": "no scenario keeps it silent",
    "failed": "a scenario failed",
    "not-run": "a scenario was not run",
    "outdated": "a scenario changed since it was run",
    "skipped": "a scenario was skipped",
}


@dataclass(frozen=True)
class Book:
    """The document with an index: by slug, name, key or id."""

    spec: Spec

    @cached_property
    def rules(self) -> dict[str, SpecRule]:
        return {one.slug: one for one in self.spec.rules}

    @cached_property
    def statements(self) -> dict[str, SpecStatement]:
        return {one.name: one for one in self.spec.statements}

    @cached_property
    def parameters(self) -> dict[str, SpecParameter]:
        return {one.key: one for one in self.spec.parameters}

    @cached_property
    def references(self) -> dict[str, SpecReference]:
        return {one.key: one for one in self.spec.references}

    @cached_property
    def scenarios(self) -> dict[str, SpecScenario]:
        return {one.id: one for one in self.spec.scenarios}

    @cached_property
    def decisions(self) -> dict[str, str]:
        return {one.name: one.id for one in self.spec.decisions}

    def shown(self, ids: Iterable[str]) -> Iterator[SpecScenario]:
        return (self.scenarios[one] for one in ids)

    def rule_links(self, slugs: Iterable[str], *, titles: bool = False) -> Html:
        known = (self.rules[one] for one in slugs if one in self.rules)
        return joined((link(one.id, one.title if titles else one.slug) for one in known), ", ")

    def statement_links(self, names: Iterable[str]) -> Html:
        return joined((link(f"statement-{one}", one) if one in self.statements else one for one in names), ", ")

    def source_links(self, keys: Iterable[str]) -> Html:
        known = (self.references[one] for one in keys if one in self.references)
        return joined((link(one.id, one.short) for one in known), "; ")

    def prose(self, text: str) -> Html:
        """A text in which the statements it names are links."""
        return replaced(text, self._named, lambda name: link(f"statement-{name}", name))

    @cached_property
    def _named(self) -> re.Pattern[str]:
        return re.compile(rf"\b({'|'.join(map(re.escape, self.statements)) or '(?!)'})\b")


def badge(state: State, words: str = "") -> Html:
    """A result: its words, and by style sheet a sign and a colour."""
    return el("span", words or WORDS[state], class_=f"badge {state}")


def result_badge(one: Result) -> Html:
    """The result of one run, with what an outdated one was, and what changed."""
    if one.state != "outdated":
        return badge(one.state)
    return badge("outdated", f"changed since it was run ({' and '.join(one.because)}; {one.was} then)")


def badges(scenarios: Iterable[SpecScenario]) -> Html:
    """How many scenarios are in each state, without the states that none is in."""
    counts = counted(scenarios)
    shown = [badge(state, f"{number(counts[state])} {WORDS[state]}") for state in IN_ORDER if counts[state]]
    return joined(shown or [badge("not-run", "no scenarios")], " ")


def gap_list(gaps: Iterable[Gap]) -> Html:
    """What is missing, in words."""
    found = [el("li", GAPS[one]) for one in gaps]
    return el("ul", found, class_="plain") if found else Html("nothing")


# The words that filters ask for, of a row of a table or a scenario


def statement_words(one: SpecStatement) -> list[str]:
    return [*one.gaps, *_if("pending", one.pending), *_if("out", one.scope == "out"), *_if("changed", one.changes)]


def rule_words(one: SpecRule) -> list[str]:
    return [*one.gaps, *_if("pending", one.pending), *_if("changed", one.change)]


def scenario_words(one: SpecScenario) -> list[str]:
    """The states of all its runs: an outline is found when any of its rows is in the state that was asked for."""
    return [*sorted({result.state for result in one.results}), *_if("changed", one.change)]


def _if(word: str, holds: object) -> list[str]:
    return [word] if holds else []
