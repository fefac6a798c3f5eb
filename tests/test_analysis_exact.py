"""The analysis decides as the plain matcher does: held against every fact of a small world, and against random rules."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipt_rules import Case, Rulebook, packs
from ipt_rules.analysis.patterns import apart, impossible, lies_within
from ipt_rules.analysis.queries import implications
from ipt_rules.analysis.witness import facts_for
from ipt_rules.errors import RulebookError
from ipt_rules.facts.base import Fact
from ipt_rules.facts.derive import derive_facts
from ipt_rules.facts.kinds import KINDS
from ipt_rules.matching.plain import PlainMatcher, satisfies
from ipt_rules.query import Pattern, Query, Ref, Term

KIND = "dispute"
OPERANDS = st.integers(-2, 2)
STAGES = ("renegotiation", "impasse", "dissolution")
WORLD = [
    Fact(KIND, MappingProxyType({name: value for name, value in zip(NAMES, values, strict=True) if value is not None}))
    for NAMES in (("over", "stage", "sessions_at_stage"),)
    for values in product((True, False), (None, *STAGES), (None, *range(-4, 5)))
]
"""Every dispute there can be by these three fields; the first is always known."""

TERMS = st.one_of(
    st.builds(Term, st.just("over"), st.sampled_from(["is", "is_not"]), st.booleans()),
    st.builds(Term, st.just("over"), st.just("in"), st.sampled_from([(True,), (True, False)])),
    st.builds(Term, st.just("stage"), st.sampled_from(["is", "is_not"]), st.sampled_from(STAGES)),
    st.builds(Term, st.just("stage"), st.just("in"), st.lists(st.sampled_from(STAGES), min_size=1).map(tuple)),
    st.builds(
        Term,
        st.just("sessions_at_stage"),
        st.sampled_from(["is", "is_not", "at_least", "at_most", "more_than", "less_than"]),
        OPERANDS,
    ),
    st.builds(Term, st.just("sessions_at_stage"), st.just("in"), st.lists(OPERANDS, min_size=1).map(tuple)),
)
PATTERNS = st.lists(TERMS, max_size=4).map(lambda terms: Pattern("p", KIND, tuple(terms)))


def satisfying(pattern: Pattern) -> list[Fact]:
    return [fact for fact in WORLD if satisfies(fact, pattern, {})]


@given(PATTERNS, PATTERNS)
@settings(max_examples=200)
def test_patterns_are_decided_exactly(one: Pattern, other: Pattern) -> None:
    """Empty, within and apart are what every fact of the world says."""
    first, second = satisfying(one), satisfying(other)
    assert (impossible(one) is None) == bool(first)
    if first:
        assert lies_within(one, other) == all(fact in second for fact in first)
    if first and second:
        assert apart(one, other) == (not any(fact in second for fact in first))


def named(patterns: list[Pattern], stem: str) -> tuple[Pattern, ...]:
    return tuple(pattern._replace(name=f"{stem}{at}") for at, pattern in enumerate(patterns))


QUERIES = st.builds(
    lambda exists, absent: Query("r", "", (Pattern("case", "case"), *named(exists, "x")), named(absent, "n")),
    st.lists(PATTERNS, max_size=2),
    st.lists(PATTERNS, max_size=2),
)


@st.composite
def wider(draw: st.DrawFn, query: Query) -> Query:
    """The query with fewer conditions, and perhaps with absences that forbid other things."""

    def fewer(pattern: Pattern) -> Pattern:
        return pattern._replace(terms=tuple(term for term in pattern.terms if draw(st.booleans())))

    exists = (query.exists[0], *(fewer(one) for one in query.exists[1:] if draw(st.booleans())))
    absent = [one for one in query.absent if draw(st.booleans())]
    return Query("s", "", exists, tuple(one._replace(terms=(*one.terms, draw(TERMS))) for one in absent))


PAIRS = QUERIES.flatmap(lambda query: st.tuples(st.just(query), wider(query) | QUERIES))


@given(PAIRS, st.lists(st.sampled_from(WORLD), max_size=4))
@settings(max_examples=300)
def test_an_implied_query_matches_wherever_the_other_does(pair: tuple[Query, Query], world: list[Fact]) -> None:
    """Whatever the facts, and however often the same is among them."""
    query, implied = pair
    if next(iter(implications(query, implied)), None) is None:
        return
    facts = [Fact("case", {}), *(Fact(one.kind, one.values) for one in world)]
    if PlainMatcher([query]).match(facts):
        assert PlainMatcher([implied]).match(facts)


@given(QUERIES)
@settings(max_examples=150)
def test_a_query_implies_itself_and_has_a_witness_unless_it_is_impossible(query: Query) -> None:
    """Bound facts never break an absence of their own query: only a contradiction inside a pattern is in the way."""
    facts = facts_for(query)
    assert (facts is None) == any(impossible(pattern) for pattern in query.exists)
    if facts is not None:
        assert PlainMatcher([query]).match(facts)
        assert any(all(name == own for name, own in names.items()) for names in implications(query, query))


@given(QUERIES, QUERIES)
@settings(max_examples=150)
def test_facts_for_two_queries_make_both_match(one: Query, other: Query) -> None:
    """What is shown as a proof is one."""
    facts = facts_for(one, other)
    if facts is not None:
        assert PlainMatcher([one]).match(facts)
        assert PlainMatcher([other]).match(facts)


def test_an_implication_that_is_missed_is_not_found_by_chance() -> None:
    """One fact fills one pattern: two patterns are not implied by one, however much wider they are."""
    one = Query("a", "", (Pattern("case", "case"), Pattern("x", KIND, (Term("over", "is", False),))))
    two = Query("b", "", (*one.exists, Pattern("y", KIND)))
    assert not list(implications(one, two))
    assert list(implications(two, one))


@pytest.mark.parametrize("operator", ["is", "less_than", "at_least"])
def test_references_get_values_that_hold(operator: str) -> None:
    """A reference ties two facts of a witness together."""
    field = "person" if operator == "is" else "sessions_at_stage"
    tied = Pattern("y", KIND, (Term(field, operator, Ref("x", field)),))
    query = Query("r", "", (Pattern("case", "case"), Pattern("x", KIND), tied))
    assert facts_for(query)


def test_every_way_of_every_rule_has_a_witness(rulebook: Rulebook) -> None:
    """The facts that are made for a rule make it come true."""
    ways = [query for queries in rulebook.queries.values() for query in queries]
    assert not [(one.rule_id, one.arm) for one in ways if not facts_for(one)]


CASES = sorted(path for path in packs.core().parent.glob("cases/*.yaml") if path.stem != "published")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_single_kind_has_one_fact_at_most(path: Path, rulebook: Rulebook) -> None:
    """What is declared to be there once is never there twice."""
    case = Case.from_file(path)
    on = max([case.intake.date, *(session.date for session in case.sessions)])
    kinds = [fact.kind for fact in derive_facts(case, on, rulebook) if KINDS[fact.kind].single]
    assert len(kinds) == len(set(kinds))


def test_a_site_keeps_the_declared_orders(rulebook: Rulebook) -> None:
    """Two values inside their ranges that contradict each other are refused, with the reason; one that fits is taken."""
    with pytest.raises(RulebookError) as refused:
        rulebook.with_parameters({"timing_strong_days": 183, "timing_moderate_days": 92})
    (problem,) = refused.value.problems
    assert problem.code == "PARAM-05"
    assert "`timing_strong_days` is 183 and `timing_moderate_days` is 92" in problem.message
    assert "FOC-06" in problem.hint
    assert rulebook.with_parameters({"timing_strong_days": 100}).parameter("timing_strong_days") == 100
