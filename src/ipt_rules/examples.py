"""Runs the examples of rules, and finds conditions that no example pins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ipt_rules.facts.base import Fact, FactKind, Value
from ipt_rules.facts.kinds import KINDS
from ipt_rules.finding import findings_of
from ipt_rules.lowering import constant
from ipt_rules.matching import Matcher
from ipt_rules.matching.plain import PlainMatcher
from ipt_rules.query import Match, Pattern, Query
from ipt_rules.rule import Example, Rule
from ipt_rules.rulebook import Rulebook


@dataclass(frozen=True)
class Failure:
    """An example that does not hold, or a condition that no example pins. `index` is the example's, or None."""

    rule_id: str
    index: int | None
    message: str


def example_facts(rule: Rule, example: Example) -> tuple[list[Fact], list[str]]:
    """The facts of an example, and what is wrong with them. A case fact in the rule's first phase is added."""
    faults: list[str] = []
    facts: list[Fact] = []
    case: dict[str, Value] = {"phase": "initial" if rule.phase[0] == "any" else rule.phase[0]}
    for given in example.given:
        for name, raw in given.items():
            kind = KINDS.get(name)
            if kind is None:
                faults.append(f"the fact kind `{name}` does not exist")
                continue
            values = dict(_values(kind, raw, faults))
            if name == "case":
                case.update(values)
            else:
                facts.append(Fact(name, MappingProxyType(values), (f"example.{name}[{len(facts)}]",)))
    return [Fact("case", MappingProxyType(case), ("example.case",)), *facts], faults


def _values(kind: FactKind, raw: Mapping[str, Any], faults: list[str]) -> Iterator[tuple[str, Value]]:
    for name, written in raw.items():
        declared = kind.fields.get(name)
        value = constant(declared, written) if declared else None
        if value is None:
            faults.append(f"`{kind.name}` takes no `{name}: {written}`")
        else:
            yield name, value


def failures(rule: Rule, rulebook: Rulebook, matcher: type[Matcher] = PlainMatcher) -> list[Failure]:
    """Every example of a rule that does not hold with this matcher."""
    made = matcher(rulebook.queries[rule.id])
    found = []
    for index, example in enumerate(rule.examples):
        message = _judge(rule, example, rulebook, made)
        if message:
            found.append(Failure(rule.id, index, f"example {index + 1} ({example.name}): {message}"))
    return found


def _judge(rule: Rule, example: Example, rulebook: Rulebook, matcher: Matcher) -> str:
    facts, faults = example_facts(rule, example)
    if faults:
        return "; ".join(faults)
    matches = [match for match in matcher.match(facts) if example.arm in (None, match.arm)]
    if bool(matches) != (example.expect == "fires"):
        return f"expected it {'to fire' if example.expect == 'fires' else 'to stay silent'}"
    if example.says and matches:
        return _words(rule, example.says, matches, rulebook, facts)
    return ""


def _words(rule: Rule, says: str, matches: Sequence[Match], rulebook: Rulebook, facts: Sequence[Fact]) -> str:
    told = " ".join(f.rationale for f in findings_of(rule, matches, rulebook, facts))
    return "" if says in told else f"the rationale does not say the words; it says: {told}"


def unpinned(rule: Rule, rulebook: Rulebook) -> list[Failure]:
    """Conditions that can be dropped without any example noticing."""
    given = [example_facts(rule, example)[0] for example in rule.examples]
    queries = rulebook.queries[rule.id]
    own = _outcomes(queries, given)
    found = []
    for query in queries:
        for what, mutant in _without_one(query):
            if _outcomes([one if one is not query else mutant for one in queries], given) == own:
                way = f" of `{query.arm}`" if query.arm else ""
                found.append(Failure(rule.id, None, f"no example pins {what}{way}"))
    return found


def _outcomes(queries: Sequence[Query], given: Sequence[Sequence[Fact]]) -> list[tuple[tuple[str, int], ...]]:
    """For the facts of each example, how many matches each way has: a dropped condition must change something."""
    outcomes = []
    for facts in given:
        matches = PlainMatcher(queries).match(facts)
        arms = sorted({match.arm for match in matches})
        outcomes.append(tuple((arm, sum(match.arm == arm for match in matches)) for arm in arms))
    return outcomes


def _without_one(query: Query) -> Iterator[tuple[str, Query]]:
    """The query without one condition, for each; what was dropped, in words."""
    for at, pattern in enumerate(query.exists):
        for what, shorter in _shorter(pattern):
            yield what, query._replace(exists=_put(query.exists, at, shorter))
        if at and not pattern.terms and not _referred(query, pattern.name):
            yield f"`exists {pattern.kind}`", query._replace(exists=_put(query.exists, at))
    for at, pattern in enumerate(query.absent):
        for what, shorter in _shorter(pattern):
            yield what, query._replace(absent=_put(query.absent, at, shorter))
        yield f"`absent {pattern.kind}`", query._replace(absent=_put(query.absent, at))


def _shorter(pattern: Pattern) -> Iterator[tuple[str, Pattern]]:
    for index, term in enumerate(pattern.terms):
        terms = pattern.terms[:index] + pattern.terms[index + 1 :]
        yield f"`{pattern.kind}.{term.field} {term.operator}`", pattern._replace(terms=terms)


def _put(patterns: tuple[Pattern, ...], at: int, *instead: Pattern) -> tuple[Pattern, ...]:
    return patterns[:at] + instead + patterns[at + 1 :]


def _referred(query: Query, name: str) -> bool:
    return any(ref.name == name for ref in query.refs)
