"""The rules for the living document: what each is for, when it speaks, what it says, on what ground, and how it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ipt_rules.citations import Citation
from ipt_rules.docs.marks import Used
from ipt_rules.facts.kinds import KINDS, UNKNOWN_TOPICS
from ipt_rules.facts.view import UNKNOWN_KIND
from ipt_rules.finding import shown
from ipt_rules.protocol import Parameter
from ipt_rules.query import Ref
from ipt_rules.render.conditions import Condition, conditions
from ipt_rules.render.wording import READ_AS, short_cite, with_unit
from ipt_rules.rule import Rule
from ipt_rules.rulebook import Rulebook
from ipt_rules.spec.changes import Changes
from ipt_rules.spec.model import (
    Gap,
    SpecCondition,
    SpecDecision,
    SpecFact,
    SpecParameter,
    SpecReference,
    SpecRule,
    SpecScenario,
    SpecSource,
    SpecWay,
)

PROMINENT = {"first": "shown before others of its kind", "headline": "shown on the first screen before others"}
"""What the conclusions' own marks of prominence mean."""

Shown = Mapping[str, Sequence[SpecScenario]]
"""The scenarios of each rule, by its slug."""


def rules_of(rulebook: Rulebook, used: Used, scenarios: Shown, changes: Changes) -> tuple[SpecRule, ...]:
    """Every rule, chapter by chapter in the order in which they run, by slug."""
    rules = sorted(rulebook.rules.values(), key=lambda rule: rulebook.chapters.index(rulebook.chapter_of[rule.id]))
    return tuple(_rule(one, rulebook, used, scenarios.get(one.id, ()), changes) for one in rules)


def _rule(rule: Rule, rulebook: Rulebook, used: Used, scenarios: Sequence[SpecScenario], changes: Changes) -> SpecRule:
    then = rule.then
    return SpecRule(
        id=f"rule-{rule.id}",
        slug=rule.id,
        title=rule.title,
        chapter=rulebook.chapter_of[rule.id],
        version=rule.version,
        status=rule.status,
        phases=rule.phase,
        purpose=rule.purpose.strip(),
        ways=_ways(rule, rulebook),
        parameters=used.parameters_of(rule.id),
        conclusion=then.conclusion,
        summary=then.summary,
        rationale=then.rationale.strip(),
        carries=tuple(_carried(rule, rulebook)),
        consider=then.consider,
        cautions=rule.cautions,
        decides=rule.decides,
        statements=rule.implements,
        sources=tuple(_sources(rule, rulebook)),
        scenarios=tuple(one.id for one in scenarios),
        speaking=sum(len(one.results) for one in scenarios if one.speaks),
        silent=sum(len(one.results) for one in scenarios if one.silent),
        review="pending" if rule.review == "pending" else f"{rule.review.by}, {rule.review.date.isoformat()}",
        gaps=gaps_of(scenarios) if rule.status == "active" else (),
        change=changes["rule", rule.id],
    )


def gaps_of(scenarios: Sequence[SpecScenario]) -> tuple[Gap, ...]:
    """What is missing of the scenarios that show something, and of their results."""
    return tuple(_gaps(scenarios))


def _gaps(scenarios: Sequence[SpecScenario]) -> Iterator[Gap]:
    if not any(one.speaks for one in scenarios):
        yield "no-speaking"
    if not any(one.silent for one in scenarios):
        yield "no-silent"
    yield from result_gaps(scenarios)


def result_gaps(scenarios: Iterable[SpecScenario]) -> tuple[Gap, ...]:
    """The states other than passed that any of the results are in, the worst first."""
    found = {one.state for scenario in scenarios for one in scenario.results}
    states: tuple[Gap, ...] = ("failed", "not-run", "outdated", "skipped")
    return tuple(state for state in states if state in found)


def _ways(rule: Rule, rulebook: Rulebook) -> tuple[SpecWay, ...]:
    return tuple(
        SpecWay(name=query.arm, conditions=tuple(map(_condition, conditions(query))))
        for query in rulebook.queries[rule.id]
    )


def _condition(one: Condition) -> SpecCondition:
    topics = [term.operand for term in one.pattern.terms if term.field == "topic"]
    text = one.text.replace("there is case where", "in the case,", 1)
    if one.pattern.kind == UNKNOWN_KIND and isinstance(topics[0], str):
        others = any(isinstance(term.operand, Ref) for term in one.pattern.terms)
        open_ = f"{UNKNOWN_TOPICS[topics[0]]}{' (of the same person)' if others else ''}"
        text = f"nothing is open about this: {open_}" if one.absent else f"it is not known: {open_}"
    return SpecCondition(kind=one.pattern.kind, absent=one.absent, text=text)


def _carried(rule: Rule, rulebook: Rulebook) -> Iterator[str]:
    """What the conclusion holds beside its words: the question, the alert's level, the techniques, the area, the weight."""
    for name, value in rule.then.content.model_dump(by_alias=True, exclude_none=True, exclude_defaults=True).items():
        values = value if isinstance(value, list | tuple) else (value,)
        told = f"{name.replace('_', ' ')}: {', '.join(_in_full(one, rulebook) for one in values)}"
        yield PROMINENT.get(name, told)
    if rule.then.alert and not rule.then.alert.holds:
        yield f"holds: {rule.then.alert.holding}"


def _in_full(value: object, rulebook: Rulebook) -> str:
    technique = rulebook.techniques.get(value) if isinstance(value, str) else None
    return f"{technique.name} ({technique.id})" if technique else shown(value)  # type: ignore[arg-type]


def _sources(rule: Rule, rulebook: Rulebook) -> Iterator[SpecSource]:
    """The rule's own places first, then what its statements rest on."""
    places = {one.ref: one.at or "" for one in rule.evidence}
    known = (rulebook.statements[name] for name in rule.implements if name in rulebook.statements)
    keys = dict.fromkeys([*places, *(key for statement in known for key in statement.refs)])
    yield from (SpecSource(ref=key, at=places.get(key, "")) for key in keys if key in rulebook.references)


def parameters_of(rulebook: Rulebook, used: Used, changes: Changes) -> tuple[SpecParameter, ...]:
    """Every parameter by its key, with the rules that read it."""
    return tuple(
        SpecParameter(
            id=f"parameter-{key}",
            key=key,
            value=with_unit(one.value, one.unit),
            range=_range(one),
            meaning=one.meaning.strip(),
            statements=one.statements,
            rules=used.parameters.get(key, ()),
            change=changes["parameter", key],
        )
        for key, one in sorted(rulebook.parameters.items())
    )


def _range(parameter: Parameter) -> str:
    if not parameter.tune:
        return "fixed"
    return f"{parameter.range[0]:g} to {parameter.range[1]:g}" if parameter.range else "yes or no"


def decisions_of(rulebook: Rulebook, decided_by: Mapping[str, tuple[str, ...]]) -> tuple[SpecDecision, ...]:
    """Every decision rule of the protocol, with the rules that carry it."""
    return tuple(
        SpecDecision(
            id=f"decision-{one.id}",
            name=one.id,
            when=one.when,
            then=one.then,
            statements=one.statements,
            rules=decided_by.get(one.id, ()),
        )
        for one in rulebook.decisions.values()
    )


def references_of(rulebook: Rulebook) -> tuple[SpecReference, ...]:
    """The bibliography; where a copy was read stays off the page."""
    return tuple(
        SpecReference(
            id=f"source-{one.key}",
            key=one.key,
            cite=one.cite,
            short=short_cite(Citation(one.key, one.cite)),
            read_as=READ_AS.get(one.read_as, ""),
            address=one.address or "",
        )
        for one in rulebook.references.values()
    )


def facts_of(rulebook: Rulebook) -> tuple[SpecFact, ...]:
    """The kinds of fact that conditions speak of, with the fields that they test, by name."""
    tested: dict[str, set[str]] = {}
    for queries in rulebook.queries.values():
        for pattern in (one for query in queries for one in query.patterns):
            tested.setdefault(pattern.kind, set()).update(term.field for term in pattern.terms)
    return tuple(
        SpecFact(
            id=f"fact-{name}",
            kind=name,
            meaning=KINDS[name].meaning.strip(),
            fields=tuple((one, KINDS[name].fields[one].meaning.strip()) for one in sorted(tested[name])),
        )
        for name in sorted(tested)
    )
