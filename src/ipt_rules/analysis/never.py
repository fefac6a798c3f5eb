"""ANALYSIS-01: a rule, or a way of it, that can never come true.

Exact for what one pattern asks of one fact, and for what it asks of conclusions of earlier chapters and of topics of
`unknown`. That two fields of a fact, or two facts, never go together in any case is beyond it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ipt_rules.analysis.base import Found, loc_of, named, told, way
from ipt_rules.analysis.patterns import impossible, lies_within
from ipt_rules.analysis.sources import CONCLUDED, PAST, Source, sources_before
from ipt_rules.analysis.topics import emitted_topics
from ipt_rules.errors import did_you_mean
from ipt_rules.facts.kinds import KINDS, UNKNOWN_TOPICS
from ipt_rules.facts.view import UNKNOWN_KIND
from ipt_rules.query import Pattern, Query, Term
from ipt_rules.rulebook import Rulebook

CODE = "ANALYSIS-01"
Reason = tuple[str, str]
"""Why a query never comes true, and what to do about it."""


def problems(rulebook: Rulebook) -> Iterator[Found]:
    """Every way of an active rule that no facts bring about."""
    before = {chapter: sources_before(rulebook, chapter) for chapter in rulebook.chapters}
    for chapter in rulebook.chapters:
        for rule_id in rulebook.active(chapter):
            yield from _of_rule(rulebook.queries[rule_id], before[chapter])


def _of_rule(queries: Sequence[Query], sources: Sequence[Source]) -> Iterator[Found]:
    reasons = [(query, reason) for query in queries if (reason := why_never(query, sources))]
    for query, (why, hint) in reasons:
        whole = len(reasons) == len(queries)
        subject = "the rule" if whole and not query.arm else way(query)
        more = "; nor can any other, so the rule is silent always" if whole and len(queries) > 1 else ""
        yield Found(query.rule_id, loc_of(query), CODE, f"{subject} can never come true: {why}{more}", hint)


def why_never(query: Query, sources: Sequence[Source]) -> Reason | None:
    """Why no facts make a query come true; None where nothing speaks against it."""
    for pattern in query.exists:
        field = impossible(pattern)
        if field:
            return _contradictory(pattern, field)
        if reason := _not_concluded(pattern, sources) or _not_emitted(pattern):
            return reason
    return _twice(query) or _always_there(query, sources)


def _contradictory(pattern: Pattern, field: str) -> Reason:
    terms = [told(term) for term in pattern.terms if term.field == field]
    what = f"no `{field}` of {pattern.kind} satisfies `{'` and `'.join(terms)}`"
    return what, "correct one of them; the phases of a rule are a condition on `case.phase`"


def _twice(query: Query) -> Reason | None:
    kinds = [pattern.kind for pattern in query.exists]
    for name in kinds:
        if KINDS[name].single and kinds.count(name) > 1:
            return (
                f"it asks for two facts `{name}`, and a case has at most one",
                "put the conditions under one `exists`",
            )
    return None


def _not_concluded(pattern: Pattern, sources: Sequence[Source]) -> Reason | None:
    """A test of a conclusion that no rule of an earlier chapter has."""
    if pattern.kind not in CONCLUDED:
        return None
    made = [one for source in sources for one in source.made if one.pattern.kind == pattern.kind]
    if any(one.may_satisfy(pattern) for one in made):
        return None
    chapters = "the safety chapter" if pattern.kind == PAST else "an earlier chapter"
    alone = [term for term in pattern.terms if not any(one.may_have(pattern, term.field) for one in made)]
    asked = told(alone[0]) if alone else named(pattern)
    known = {str(term.operand) for one in made for term in one.pattern.terms if alone and term.field == alone[0].field}
    close = did_you_mean(str(alone[0].operand), known) if alone and alone[0].operator == "is" else ""
    return f"no active rule of {chapters} concludes a fact `{pattern.kind}` with `{asked}`", close or "correct the name"


def _not_emitted(pattern: Pattern) -> Reason | None:
    """A test of a topic that no derivation ever reports as not known."""
    if pattern.kind != UNKNOWN_KIND:
        return None
    wanted = [topic for topic in UNKNOWN_TOPICS if _topic_fits(pattern, topic)]
    if any(topic in emitted_topics() for topic in wanted):
        return None
    topics = "`, `".join(wanted)
    return f"no derivation reports `{topics}` as not known", "report it in src/ipt_rules/facts, or test another topic"


def _topic_fits(pattern: Pattern, topic: str) -> bool:
    return lies_within(Pattern("", UNKNOWN_KIND, (Term("topic", "is", topic),)), _topics_only(pattern))


def _topics_only(pattern: Pattern) -> Pattern:
    return pattern._replace(terms=tuple(term for term in pattern.terms if term.field == "topic"))


def _always_there(query: Query, sources: Sequence[Source]) -> Reason | None:
    """An absence of what comes with a conclusion that the query asks for, whichever rule concluded it."""
    for absent in query.absent:
        if absent.kind not in CONCLUDED or absent.kind in {one.kind for one in query.exists}:
            continue
        for pattern in query.exists:
            givers = [one for one in sources if any(made.may_satisfy(pattern) for made in one.made)]
            if pattern.kind in CONCLUDED - {PAST} and givers and all(_brings(one, absent) for one in givers):
                what = f"`exists {named(pattern)}` never stands without what `absent {named(absent)}` forbids"
                return what, "drop one of the two"
    return None


def _brings(source: Source, absent: Pattern) -> bool:
    return any(lies_within(made.pattern, absent) for made in source.made)
