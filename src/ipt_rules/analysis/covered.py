"""ANALYSIS-02: a rule, or a way of it, that another always covers: it adds nothing to any answer.

Covered is proved by mapping every way of the rule on a way of the other (`queries`); where that takes a longer argument,
the check is silent. Words are not compared: two rules that say one thing in different words are for a reader to judge.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ipt_rules.analysis.base import Found, loc_of
from ipt_rules.analysis.effects import does_at_least, in_groups, kind_of_effect, renamed
from ipt_rules.analysis.queries import Names, implications
from ipt_rules.analysis.witness import as_written, facts_for
from ipt_rules.finding import SLOT
from ipt_rules.matching.plain import PlainMatcher
from ipt_rules.query import Query
from ipt_rules.rule import Rule
from ipt_rules.rulebook import Rulebook

CODE = "ANALYSIS-02"
HINT = "remove it, or say what makes it differ; where the same thing is told twice on purpose, say why in analysis.yaml"


def problems(rulebook: Rulebook) -> Iterator[Found]:
    """Every active rule that another covers, and every way that another way of its rule covers."""
    active = {name: rule for name, rule in rulebook.rules.items() if rule.status == "active"}
    for group in in_groups(active, kind_of_effect).values():
        for rule in group:
            for other in group:
                if other is not rule and not (covered(other, rule, rulebook) and rule.id < other.id):
                    yield from _covered_rule(rule, other, rulebook)
    for rule in active.values():
        yield from _covered_ways(rule, rulebook.queries[rule.id])


def covered(rule: Rule, by: Rule, rulebook: Rulebook) -> bool:
    """Whether another rule does all that this one does, whenever this one comes true."""
    ways = rulebook.queries[rule.id]
    return bool(ways) and all(any(_does(by, rule, names) for names in _ways_to(one, by, rulebook)) for one in ways)


def _ways_to(query: Query, other: Rule, rulebook: Rulebook) -> Iterator[Names]:
    for one in rulebook.queries[other.id]:
        yield from implications(query, one)


def _does(rule: Rule, other: Rule, names: Names) -> bool:
    return does_at_least(rule, other, names)


def _covered_rule(rule: Rule, other: Rule, rulebook: Rulebook) -> Iterator[Found]:
    if not covered(rule, other, rulebook):
        return
    facts = next((found for one in rulebook.queries[rule.id] if (found := _with_both(one, other, rulebook))), None)
    if facts:
        alike = " (and the other way round)" if covered(other, rule, rulebook) else ""
        message = f"whenever it comes true `{other.id}` does too, and does the same{alike}: {rule.then.conclusion}"
        yield Found(rule.id, ("when_any" if rule.when_any else "when",), CODE, message, HINT, facts, other.id)


def _with_both(query: Query, other: Rule, rulebook: Rulebook) -> str:
    for one in rulebook.queries[other.id]:
        if any(True for _ in implications(query, one)):
            facts = facts_for(query)
            if facts and PlainMatcher([one]).match(facts):
                return as_written(facts)
    return ""


def _covered_ways(rule: Rule, queries: Sequence[Query]) -> Iterator[Found]:
    for query in queries:
        for other in queries:
            if query is other or not any(_same_names(rule, names) for names in implications(query, other)):
                continue
            facts = facts_for(query)
            if facts:
                message = (
                    f"its way `{query.arm}` adds nothing: whenever that comes true, the way `{other.arm}` does too"
                )
                yield Found(rule.id, loc_of(query), CODE, message, "remove it", as_written(facts), other.arm)


def _same_names(rule: Rule, names: Mapping[str, str]) -> bool:
    """Whether what the texts and the conclusion name is the same fact in both ways."""
    used = {name for text in rule.texts for name, _ in SLOT.findall(text)} & names.keys()
    told = [getattr(rule.then.content, one, None) for one in ("person", "subject", "link")]
    return all(names[name] == name for name in used) and all(renamed(one, names) == one for one in told)
