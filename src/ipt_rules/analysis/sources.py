"""Which facts the conclusions of rules become for later chapters, so that a test of one can be held against them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from ipt_rules.analysis.patterns import shape
from ipt_rules.analysis.values import both
from ipt_rules.facts.base import Value
from ipt_rules.facts.common import CONCLUSION_KINDS
from ipt_rules.facts.kinds import KINDS
from ipt_rules.query import Pattern, Term
from ipt_rules.replay import SAFETY
from ipt_rules.rule import Rule
from ipt_rules.rulebook import Rulebook

CONCLUDED = frozenset(one.name for one in CONCLUSION_KINDS)
PAST = "past_alert"
NAMED = ("person", "who", "subject")


class Made(NamedTuple):
    """One fact that a conclusion becomes: its known values as a pattern, and the fields that may have any."""

    pattern: Pattern
    open_fields: frozenset[str]

    def may_satisfy(self, wanted: Pattern) -> bool:
        """Whether such a fact can satisfy a pattern."""
        return self.pattern.kind == wanted.kind and all(self.may_have(wanted, term.field) for term in wanted.terms)

    def may_have(self, wanted: Pattern, field: str) -> bool:
        """Whether such a fact can satisfy what a pattern of its kind asks of one field."""
        own, asked = shape(self.pattern).values, shape(wanted).values
        return field in self.open_fields or (field in own and not both(own[field], asked[field]).empty)


class Source(NamedTuple):
    """A rule, and the facts that each of its conclusions becomes: they come together or not at all."""

    rule: str
    made: tuple[Made, ...]


def sources_before(rulebook: Rulebook, chapter: str) -> tuple[Source, ...]:
    """What the active rules of the chapters before this one conclude; earlier alerts are there from the start."""
    earlier = rulebook.chapters[: rulebook.chapters.index(chapter)]
    told = [one for each in earlier for one in _of_chapter(rulebook, each)]
    return (*told, *_past(rulebook))


def _of_chapter(rulebook: Rulebook, chapter: str) -> list[Source]:
    return [_source(rulebook.rules[rule_id], chapter) for rule_id in rulebook.active(chapter)]


def _source(rule: Rule, chapter: str) -> Source:
    content = rule.then.content
    person = getattr(content, "person", None)
    made = [_made(rule, "finding", person, None, conclusion=rule.then.conclusion, chapter=chapter)]
    made += [_made(rule, kind, person, subject, **values) for kind, subject, values in _facts(rule)]
    return Source(rule.id, tuple(made))


def _facts(rule: Rule) -> Iterator[tuple[str, str | None, Mapping[str, Value]]]:
    """The facts beside the finding, as `finding.conclusion_facts` makes them."""
    then = rule.then
    if then.alert:
        yield "alert", None, {"level": then.alert.level, "about": then.alert.about, "holding": then.alert.holding}
        yield from (("blocked", None, {"technique": one}) for one in then.alert.held)
    argument = then.argues_for or then.argues_against
    if argument:
        direction = then.conclusion.removeprefix("argues_")
        told: dict[str, Value] = {"area": argument.area, "weight": argument.weight, "counts_as": argument.counts_as}
        yield "argument", argument.subject, {**told, "direction": direction}
    for kind, listed in (("suggestion", then.suggest), ("blocked", then.block)):
        yield from ((kind, None, {"technique": one}) for one in (listed.techniques if listed else ()))


def _made(rule: Rule, kind: str, person: Any, subject: str | None, **values: Value) -> Made:
    """A fact with the values known; whom and what it speaks of stays open where a reference tells it."""
    told = {"person": person, "who": person, "subject": subject}
    open_ = frozenset(name for name in NAMED if told[name] and name in KINDS[kind].fields)
    terms = tuple(Term(name, "is", value) for name, value in {"rule": rule.id, **values}.items())
    return Made(Pattern(f"{kind}-of-{rule.id}", kind, terms), open_)


@lru_cache(maxsize=8)
def _past_fields() -> frozenset[str]:
    return frozenset(KINDS[PAST].fields) - {"rule", "level", "about"}


def _past(rulebook: Rulebook) -> Iterator[Source]:
    for rule_id in rulebook.active(SAFETY) if SAFETY in rulebook.chapters else ():
        alert = rulebook.rules[rule_id].then.alert
        if alert:
            values = {"rule": rule_id, "level": alert.level, "about": alert.about}
            terms = tuple(Term(name, "is", value) for name, value in values.items())
            yield Source(rule_id, (Made(Pattern(f"earlier-{rule_id}", PAST, terms), _past_fields()),))
