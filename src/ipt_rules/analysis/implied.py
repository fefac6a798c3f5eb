"""ANALYSIS-06: a condition that another one implies, so that dropping it changes nothing.

Exact inside one pattern and between two absences. That a condition must be noticed by an example is another check
(EXAMPLE-02); this one says why none can.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ipt_rules.analysis.base import Found, Loc, loc_of, named, told
from ipt_rules.analysis.patterns import impossible, lies_within, shape
from ipt_rules.analysis.sources import CONCLUDED, PAST, Source, sources_before
from ipt_rules.analysis.values import domain, of_term, within
from ipt_rules.facts.kinds import KINDS
from ipt_rules.finding import SLOT
from ipt_rules.query import Pattern, Query, Ref, Term
from ipt_rules.rule import Rule
from ipt_rules.rulebook import Rulebook

CODE = "ANALYSIS-06"
DROP = "drop it"


def problems(rulebook: Rulebook) -> Iterator[Found]:
    """Every condition of an active rule that the others of its way imply."""
    for chapter in rulebook.chapters:
        sources = sources_before(rulebook, chapter)
        for rule_id in rulebook.active(chapter):
            for query in rulebook.queries[rule_id]:
                yield from _of_query(query, rulebook.rules[rule_id], sources)


def _of_query(query: Query, rule: Rule, sources: Sequence[Source]) -> Iterator[Found]:
    for pattern in query.patterns:
        for term, why in _idle_terms(pattern):
            yield _found(query, f"`{told(term)}` of {pattern.kind} changes nothing: {why}")
    yield from _idle_absences(query)
    for pattern in query.exists[1:]:
        giver = _giver(pattern, query, rule, sources)
        if giver:
            message = f"`exists {named(pattern)}` changes nothing: it comes with every `{named(giver)}` there is"
            yield _found(query, message)


def _found(query: Query, message: str) -> Found:
    place: Loc = loc_of(query)
    return Found(query.rule_id, place, CODE, message, DROP)


def _idle_terms(pattern: Pattern) -> Iterator[tuple[Term, str]]:
    """Terms that the other terms of the same field imply, or that every value satisfies."""
    if impossible(pattern):
        return
    for at, term in enumerate(pattern.terms):
        if isinstance(term.operand, Ref):
            continue
        rest = pattern._replace(terms=pattern.terms[:at] + pattern.terms[at + 1 :])
        field = KINDS[pattern.kind].fields[term.field]
        own, left = of_term(field, term), shape(rest).of(term.field)
        if left is None or not within(left, own):
            continue
        others = [told(one) for one in rest.terms if one.field == term.field]
        if others:
            # of two equal conditions the later one is told
            if pattern.terms.index(term) == at and term in rest.terms:
                continue
            yield term, f"`{'` and `'.join(others)}` allows nothing else"
        elif within(domain(field), own):
            yield term, f"`{term.field}` is always known, and has no other value"


def _idle_absences(query: Query) -> Iterator[Found]:
    for at, absent in enumerate(query.absent):
        what = f"`absent {named(absent)}` changes nothing"
        field = impossible(absent)
        if field:
            yield _found(query, f"{what}: no `{field}` satisfies its conditions")
        elif KINDS[absent.kind].single and any(one.kind == absent.kind for one in query.exists):
            yield _found(query, f"{what}: the one fact `{absent.kind}` that a case has is asked for under `exists`")
        for index, other in enumerate(query.absent):
            same = lies_within(other, absent) and lies_within(absent, other)
            if index != at and lies_within(absent, other) and not (same and at < index):
                yield _found(query, f"{what}: `absent {named(other)}` forbids all that it forbids")


def _giver(pattern: Pattern, query: Query, rule: Rule, sources: Sequence[Source]) -> Pattern | None:
    """Another pattern whose facts never come without one that satisfies this one, where nobody needs its name."""
    alone = sum(one.kind == pattern.kind for one in query.exists) == 1
    if pattern.kind not in CONCLUDED - {PAST} or not alone or pattern.name in _used(query, rule):
        return None
    for other in query.exists:
        if other.kind in CONCLUDED - {PAST, pattern.kind}:
            givers = [one for one in sources if any(made.may_satisfy(other) for made in one.made)]
            if givers and all(any(lies_within(made.pattern, pattern) for made in one.made) for one in givers):
                return other
    return None


def _used(query: Query, rule: Rule) -> set[str]:
    content = rule.then.content
    told = [str(getattr(content, one, None) or "") for one in ("person", "subject", "link")]
    questions = (rule.then.ask.question,) if rule.then.ask else ()
    texts = {name for text in (*rule.texts, *questions) for name, _ in SLOT.findall(text)}
    return {ref.name for ref in query.refs} | {one[1:].partition(".")[0] for one in told if one.startswith("$")} | texts
