"""ANALYSIS-03: two rules that contradict each other.

For and against one area or course, when the condition of one implies that of the other; a technique suggested only
where it is blocked; and two moves to different phases in one case. The first two are proved by `queries`, and silent where that
takes a longer argument. For the third the facts are made and tried on the matcher, and a state of a course is found
that has the case fact they ask for (`course_cases`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import combinations

from ipt_rules.analysis.base import Found, Loc
from ipt_rules.analysis.course_cases import States
from ipt_rules.analysis.effects import in_groups, same_subjects, speaks_against, speaks_for
from ipt_rules.analysis.queries import Names, implications
from ipt_rules.analysis.witness import as_written, facts_for
from ipt_rules.matching.plain import PlainMatcher
from ipt_rules.query import Query
from ipt_rules.rule import Rule
from ipt_rules.rulebook import Rulebook

CODE = "ANALYSIS-03"
MOVES = ("ready", "due", "offer")
"""What a phase rule says when it proposes to go on; a checklist, an overrun or a hold moves nothing."""

EXCEPTION = "or say in analysis.yaml why both are meant"


def problems(rulebook: Rulebook) -> Iterator[Found]:
    """Every pair of active rules that contradict each other."""
    active = {name: rule for name, rule in rulebook.rules.items() if rule.status == "active"}
    against = in_groups(active, speaks_against)
    for key, rules in in_groups(active, speaks_for).items():
        for rule in rules:
            for other in against.get(key, ()):
                yield from _for_and_against(rule, other, " ".join(key), rulebook)
    yield from _suggested_and_blocked(rulebook, active.values())
    moving = [
        rule for rule in active.values() if rule.then.phase and rule.then.phase.status in MOVES and rule.then.phase.to
    ]
    states = States(rulebook)
    for one, another in combinations(moving, 2):
        yield from _two_phases(one, another, rulebook, states)


def _for_and_against(rule: Rule, other: Rule, what: str, rulebook: Rulebook) -> Iterator[Found]:
    for one, another in ((rule, other), (other, rule)):
        facts = _always_with(one, another, rulebook)
        if facts:
            message = (
                f"whenever it comes true `{another.id}` does too, and one speaks for the {what}, the other against it"
            )
            hint = f"make the conditions of one exclude the other, {EXCEPTION}"
            yield Found(one.id, _loc(one), CODE, message, hint, facts, another.id)
            return


def _always_with(rule: Rule, other: Rule, rulebook: Rulebook, *, same_subject: bool = True) -> str:
    """Facts with which both come true, where every way of the first implies a way of the second about the same subject."""
    shown = ""
    for query in rulebook.queries[rule.id]:
        found = [
            one for one, names in _implied(query, other, rulebook) if not same_subject or _alike(other, rule, names)
        ]
        facts = facts_for(query)
        if not facts or not any(PlainMatcher([one]).match(facts) for one in found):
            return ""
        shown = shown or as_written(facts)
    return shown


def _alike(rule: Rule, other: Rule, names: Names) -> bool:
    return same_subjects(rule, other, names)


def _implied(query: Query, other: Rule, rulebook: Rulebook) -> Iterator[tuple[Query, Names]]:
    for one in rulebook.queries[other.id]:
        for names in implications(query, one):
            yield one, names


def _suggested_and_blocked(rulebook: Rulebook, rules: Collection[Rule]) -> Iterator[Found]:
    blocking = [rule for rule in rules if rule.then.block or (rule.then.alert and rule.then.alert.held)]
    for rule in (one for one in rules if one.then.suggest):
        for other in blocking:
            shared = set(rule.then.content.techniques) & _blocked(other)
            person = other.then.content.person
            facts = _always_with(rule, other, rulebook, same_subject=person is not None) if shared else ""
            if facts:
                listed = ", ".join(sorted(shared))
                message = (
                    f"it suggests {listed}, and whenever it comes true `{other.id}` blocks that: nobody ever reads it"
                )
                hint = f"take it from the list, narrow the block, {EXCEPTION}"
                yield Found(rule.id, ("then", "suggest"), CODE, message, hint, facts, other.id)


def _blocked(rule: Rule) -> set[str]:
    return set(getattr(rule.then.content, "techniques", ())) | set(getattr(rule.then.content, "held", ()))


def _two_phases(rule: Rule, other: Rule, rulebook: Rulebook, states: States) -> Iterator[Found]:
    one, another = rule.then.content, other.then.content
    if one.to == another.to or one.to == another.from_ or another.to == one.from_:
        return  # the same move, or one after the other
    for query in rulebook.queries[rule.id]:
        for beside in rulebook.queries[other.id]:
            facts = facts_for(query, beside)
            state = states.first(query.exists[0], beside.exists[0]) if facts else None
            if facts and state:
                message = f"it proposes the phase `{one.to}`, and `{other.id}` proposes `{another.to}` in one case"
                hint = f"make them exclude each other, {EXCEPTION}"
                witness = f"{state.words}; with the facts\n{as_written(facts)}"
                yield Found(rule.id, _loc(rule), CODE, message, hint, witness, other.id)
                return


def _loc(rule: Rule) -> Loc:
    return ("when_any",) if rule.when_any else ("when",)
