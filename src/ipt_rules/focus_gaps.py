"""Which missing answers could change the choice of focus, and by how many points (FOC-09, R-M20).

Answers that could add to an area come first; then those that could open an entry that is not there yet, whose points
nobody can tell; then those that could take away what counts now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ipt_rules.facts.base import Fact, about
from ipt_rules.facts.kinds import KINDS, UNKNOWN_TOPICS
from ipt_rules.judging import FactsByKind, Possible, by_kind, hindering, possible
from ipt_rules.query import Query
from ipt_rules.recommendation import Finding, FocusGap
from ipt_rules.rule import Rule
from ipt_rules.rulebook import CHAPTERS_OF_CHOICE, Rulebook
from ipt_rules.vocabulary import DEFICITS

TOPICS = {"loss": "deaths", "dispute": "conflicts", "life_change": "life-changes"}
"""Facts that an enquiry finds: where none is recorded and nobody asked, the enquiry itself is the missing answer."""


TIMES = frozenset(
    {
        "days_before_onset",
        "long_before_onset",
        "beside_onset",
        "around_onset",
        "told_near_onset",
        "after_onset",
        "onset_from_anniversary_days",
    }
)
"""Fields that follow from when something was."""

WORKED_OUT = frozenset({"change_type", "predates_pregnancy", "people", "recalled_near_onset", "mourns_old_self"})
"""Fields that follow from other entries: they are named, and nobody is asked for them."""

OPENERS: Mapping[str, tuple[str, ...]] = {
    "dispute": ("expectations-met",),
    "condition_change": ("perinatal-time", "illness-changes-ties"),
    "grief_diagnosis": ("grief-diagnosis",),
}
"""For kinds of facts, the topics of `unknown` that could bring one."""


class _Missing(NamedTuple):
    """One missing answer and the argument it bears on."""

    topic: str
    question: str
    rule_id: str


Found = dict[tuple[str, str, str], dict[str, int]]
"""For area, topic and question the points of each argument, by what it counts as."""


def focus_gaps(facts: Sequence[Fact], findings: Sequence[Finding], rulebook: Rulebook) -> tuple[FocusGap, ...]:
    """The missing answers that could change an area: those that could add most first, those that take away last."""
    gaps = _Gaps(facts, findings, rulebook)
    ranked = [*gaps.of(gaps.adding(), 1), *gaps.of(gaps.opening(), 0), *gaps.of(gaps.taking(), -1)]
    return tuple(replace(gap, rank=rank) for rank, gap in enumerate(ranked, start=1))


class _Gaps:
    """The gaps of one case."""

    def __init__(self, facts: Sequence[Fact], findings: Sequence[Finding], rulebook: Rulebook) -> None:
        self._fired = {(finding.rule_id, finding.subject or "") for finding in findings}
        self._facts = by_kind(facts)
        self._rulebook = rulebook
        without = DEFICITS if rulebook.parameter("three_area_model") else None
        arguing = {"argues_for": list[Rule](), "argues_against": list[Rule]()}
        for rule_id in rulebook.active(CHAPTERS_OF_CHOICE[0]):
            conclusion = rulebook.outlines[rule_id].conclusion
            if conclusion in arguing and rulebook.rules[rule_id].then.content.area != without:
                arguing[conclusion].append(rulebook.rules[rule_id])
        self._for, self._against = arguing["argues_for"], arguing["argues_against"]
        self._short = [one for rule in self._for for one in self._one_answer_short(rule)]

    def of(self, missing: Iterable[_Missing], sign: int) -> list[FocusGap]:
        """One gap for each area, topic and question, the weightiest first; what counts as the same counts once."""
        points: Found = {}
        rules: dict[tuple[str, str, str], set[str]] = {}
        for topic, question, rule_id in missing:
            argument = self._rulebook.rules[rule_id].then.content
            weight = int(self._rulebook.parameter(f"weight_{argument.weight}_points"))
            key = (argument.area, topic, question)
            known = points.setdefault(key, {})
            known[argument.counts_as] = max(known.get(argument.counts_as, 0), weight)
            rules.setdefault(key, set()).add(rule_id)
        ranked = sorted(points.items(), key=lambda entry: (-sum(entry[1].values()), entry[0]))
        return [
            FocusGap(
                topic, question, area, sign * sum(weights.values()), 0, tuple(sorted(rules[area, topic, question]))
            )
            for (area, topic, question), weights in ranked
        ]

    def adding(self) -> Iterator[_Missing]:
        """The single answers that alone keep an argument for an area from being made."""
        for rule in self._for:
            for query in self._rulebook.queries[rule.id]:
                yield from self._not_asked(rule, query)
        yield from (one for field, one in self._short if field not in WORKED_OUT)

    def opening(self) -> Iterator[_Missing]:
        """What could bring an entry of a kind that an argument for an area speaks of, or follows from another entry."""
        yield from (one for field, one in self._short if field in WORKED_OUT)
        unknowns = self._facts.get("unknown", ())
        for rule in self._for:
            wanted = {pattern.kind for query in self._rulebook.queries[rule.id] for pattern in query.exists}
            topics = {topic for kind in wanted for topic in OPENERS.get(kind, ())}
            for fact in unknowns:
                if fact.get("topic") in topics:
                    topic, who = str(fact.get("topic")), fact.get("who")
                    yield _Missing(topic, f"{who}: {UNKNOWN_TOPICS[topic]}" if who else UNKNOWN_TOPICS[topic], rule.id)

    def taking(self) -> Iterator[_Missing]:
        """The answers with which an argument against an area is made, or one for it is made no longer."""
        for rule in self._against:
            yield from (one for _, one in self._one_answer_short(rule))
        for rule in self._for:
            for query in self._rulebook.queries[rule.id]:
                yield from self._one_answer_more(rule, query)

    def _not_asked(self, rule: Rule, query: Query) -> Iterator[_Missing]:
        wanted = {pattern.kind for pattern in query.exists}
        for kind, topic in TOPICS.items():
            if kind in wanted and _not_asked(kind, topic, self._facts):
                yield _Missing(topic, f"whether there were any {topic.replace('-', ' ')}", rule.id)

    def _one_answer_short(self, rule: Rule) -> Iterator[tuple[str, _Missing]]:
        """The field and the gap of each way in which one answer more would make the argument."""
        for way in (way for query in self._rulebook.queries[rule.id] for way in possible(query, self._facts)):
            if way.missing and len(set(way.missing)) == 1 and not self._already(rule, way):
                fact, field = way.missing[0]
                yield field, _Missing(*_named(fact, field), rule.id)

    def _one_answer_more(self, rule: Rule, query: Query) -> Iterator[_Missing]:
        """The answers that would bring what must be absent, where the argument is made now."""
        if not query.absent or not any(fired == rule.id for fired, _ in self._fired):
            return
        for way in possible(query, self._facts):
            if not way.missing:
                for fact, field in hindering(query, self._facts, dict(way.bound)):
                    yield _Missing(*_named(fact, field), rule.id)

    def _already(self, rule: Rule, way: Possible) -> bool:
        """Whether the rule speaks of that subject in another way already."""
        subject = rule.then.content.subject or ""
        if subject.startswith("$"):
            name, _, field = subject[1:].partition(".")
            subject = str(dict(way.bound)[name].get(field) or "")
        return (rule.id, subject) in self._fired


def _not_asked(kind: str, topic: str, facts: FactsByKind) -> bool:
    return kind not in facts and not any(fact.get("topic") == topic for fact in facts.get("enquiry", ()))


def _named(fact: Fact, field: str) -> tuple[str, str]:
    """A missing answer as topic and words; all that one date would settle is one question."""
    name = about(fact)
    if field in TIMES:
        return f"{fact.kind}.timing", f"{name}: when that was, beside the onset" if name else "when that was"
    meaning = KINDS[fact.kind].fields[field].meaning
    text = meaning.split(". ")[0].split("; ")[0].rstrip(".")  # its first sentence says what it is
    text = f"{text[:1].lower()}{text[1:]}"
    return f"{fact.kind}.{field}", f"{name}: {text}" if name else text
