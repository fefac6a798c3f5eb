"""What a query means: every sentence of the docstring of `matching/plain.py`, by example."""

from __future__ import annotations

import pytest

from ipt_rules.facts.base import Fact
from ipt_rules.matching.plain import PlainMatcher
from ipt_rules.query import Pattern, Query, Ref, Term

CASE = Fact("case", {"phase": "initial", "weeks": 4})
THE_CASE = Pattern("case", "case")


def loss(**values: object) -> Fact:
    return Fact("loss", values)


def bond(**values: object) -> Fact:
    return Fact("bond", values)


def held(query: Query, *facts: Fact) -> list[tuple[Fact, ...]]:
    """The facts bound in each match, the case left out."""
    return [tuple(fact for _, fact in match.bound[1:]) for match in PlainMatcher([query]).match([CASE, *facts])]


def exists(*patterns: Pattern, absent: tuple[Pattern, ...] = ()) -> Query:
    return Query("a-rule", "", (THE_CASE, *patterns), absent)


SOME_LOSS = Pattern("first", "loss")
ANOTHER_LOSS = Pattern("second", "loss")


class TestExists:
    def test_each_fact_that_satisfies_all_terms_is_bound(self) -> None:
        """One match for each fact of the kind that satisfies every term, in the order of the facts."""
        terms = (Term("weeks", "at_least", 0), Term("weeks", "at_most", 8))
        late, near, now = loss(weeks=20), loss(weeks=8), loss(weeks=0)
        assert held(exists(Pattern("x", "loss", terms)), late, near, now) == [(near,), (now,)]

    def test_a_query_holds_once_for_each_way_to_bind_all(self) -> None:
        """Two losses and two bonds make four matches, the first pattern varying slowest."""
        a, b, c, d = loss(), bond(), loss(), bond()
        query = exists(Pattern("x", "loss"), Pattern("y", "bond"))
        assert held(query, a, b, c, d) == [(a, b), (a, d), (c, b), (c, d)]

    def test_facts_of_another_kind_are_not_bound(self) -> None:
        """A pattern asks for its kind even without terms."""
        assert held(exists(SOME_LOSS), bond()) == []

    def test_the_case_may_be_all_there_is(self) -> None:
        """A query of the case alone holds once, and again not at all when its term fails."""
        assert held(exists()) == [()]
        assert held(Query("a-rule", "", (Pattern("case", "case", (Term("phase", "is", "middle"),)),))) == []

    def test_matches_come_in_the_order_of_the_queries(self) -> None:
        """Rule and arm name the query a match belongs to; no query at all means no match."""
        queries = [Query(rule, arm, (THE_CASE,)) for rule, arm in (("z", "b"), ("a", ""), ("z", "a"))]
        assert [(m.rule_id, m.arm) for m in PlainMatcher(queries).match([CASE])] == [("z", "b"), ("a", ""), ("z", "a")]
        assert PlainMatcher([]).match([CASE]) == []

    def test_a_match_names_its_facts(self) -> None:
        """The bound facts go by the names of their patterns."""
        death = loss()
        (match,) = PlainMatcher([exists(Pattern("death", "loss"))]).match([CASE, death])
        assert match.fact("death") is death
        assert match.fact("case") is CASE


class TestOneFactFillsOnePattern:
    def test_a_fact_is_not_bound_twice(self) -> None:
        """One loss cannot be two; two losses can, both ways round."""
        a, b = loss(), loss()
        assert held(exists(SOME_LOSS, ANOTHER_LOSS), a) == []
        assert held(exists(SOME_LOSS, ANOTHER_LOSS), a, b) == [(a, b), (b, a)]

    def test_equal_facts_are_two_facts(self) -> None:
        """Facts are told apart by identity, not by what they say."""
        a, b = loss(person="mother"), loss(person="mother")
        assert held(exists(SOME_LOSS), a, b) == [(a,), (b,)]


class TestAbsent:
    def test_absent_holds_when_no_fact_satisfies_all_terms(self) -> None:
        """A fact that satisfies only some of the terms is not what is absent."""
        terms = (Term("kind", "is", "death"), Term("weeks", "less_than", 10))
        query = exists(absent=(Pattern("", "loss", terms),))
        assert held(query, loss(kind="death", weeks=30), loss(kind="divorce", weeks=3)) == [()]
        assert held(query, loss(kind="death", weeks=3)) == []

    def test_every_absent_pattern_must_be_absent(self) -> None:
        """One of two found is enough to end the match."""
        query = exists(absent=(Pattern("", "loss"), Pattern("", "bond")))
        assert held(query) == [()]
        assert held(query, loss()) == []
        assert held(query, bond()) == []

    def test_absent_leaves_out_the_facts_that_are_bound(self) -> None:
        """`no other loss`: the one that is bound does not count against itself."""
        a, b = loss(), loss()
        query = exists(SOME_LOSS, absent=(Pattern("", "loss"),))
        assert held(query, a) == [(a,)]
        assert held(query, a, b) == []

    def test_absent_is_judged_for_each_binding(self) -> None:
        """A bond to one lost person does not speak for another."""
        mother, father, near = loss(person="mother"), loss(person="father"), bond(person="mother")
        query = exists(SOME_LOSS, absent=(Pattern("", "bond", (Term("person", "is", Ref("first", "person")),)),))
        assert held(query, mother, father, near) == [(father,)]


class TestUnknown:
    @pytest.mark.parametrize(
        ("operator", "operand"),
        [("is", 1), ("is_not", 1), ("in", (1, 2)), ("at_least", 1), ("at_most", 1), ("more_than", 0), ("less_than", 2)],
    )
    def test_an_unknown_value_satisfies_no_term(self, operator: str, operand: object) -> None:
        """Not even `is_not`; where it is known the same term holds."""
        query = exists(Pattern("x", "loss", (Term("weeks", operator, operand),)))
        assert held(query, loss()) == []
        known = loss(weeks=2 if operator == "is_not" else 1)
        assert held(query, known) == [(known,)]

    @pytest.mark.parametrize("operator", ["is", "is_not", "at_least", "at_most", "more_than", "less_than"])
    def test_unknown_on_either_side_of_a_reference_satisfies_nothing(self, operator: str) -> None:
        """Two unknowns are not equal, and an unknown is not different from anything."""
        query = exists(SOME_LOSS, Pattern("y", "bond", (Term("weeks", operator, Ref("first", "weeks")),)))
        assert held(query, loss(), bond(weeks=1)) == []
        assert held(query, loss(weeks=1), bond()) == []
        assert held(query, loss(), bond()) == []

    def test_an_unknown_value_is_not_what_is_absent(self) -> None:
        """A fact whose tested value is not known does not end an absence: the vocabulary must require that field."""
        query = exists(absent=(Pattern("", "loss", (Term("weeks", "is_not", 3),)),))
        assert held(query, loss()) == [()]
        assert held(query, loss(weeks=4)) == []

    @pytest.mark.parametrize("operator", ["is", "is_not", "less_than"])
    def test_a_reference_to_an_unknown_value_ends_the_binding_inside_absent_too(self, operator: str) -> None:
        """Whether a bond to an unknown person is absent cannot be seen, with or without any bond there."""
        query = exists(SOME_LOSS, absent=(Pattern("", "bond", (Term("weeks", operator, Ref("first", "weeks")),)),))
        assert held(query, loss()) == []
        assert held(query, loss(), bond(weeks=1)) == []
        known = loss(weeks=1)
        assert held(query, loss(), known) == [(known,)]


class TestTerms:
    @pytest.mark.parametrize(
        ("operator", "operand", "values"),
        [
            ("is", 2, [2]),
            ("is_not", 2, [1, 3]),
            ("in", (1, 3, 7), [1, 3]),
            ("in", (), []),
            ("at_least", 2, [2, 3]),
            ("at_most", 2, [1, 2]),
            ("more_than", 2, [3]),
            ("less_than", 2, [1]),
        ],
    )
    def test_operators(self, operator: str, operand: object, values: list[int]) -> None:
        """`at_least` and `at_most` include the bound, `more_than` and `less_than` do not."""
        facts = held(
            exists(Pattern("x", "loss", (Term("weeks", operator, operand),))), *(loss(weeks=n) for n in (1, 2, 3))
        )
        assert [fact.get("weeks") for (fact,) in facts] == values

    def test_a_reference_reads_the_fact_bound_above(self) -> None:
        """To the case, and to any earlier pattern."""
        a, b, near = loss(person="mother", weeks=4), loss(person="father", weeks=4), bond(person="father")
        terms = (Term("weeks", "is", Ref("case", "weeks")),)
        same = (Term("person", "is", Ref("x", "person")),)
        assert held(exists(Pattern("x", "loss", terms), Pattern("y", "bond", same)), a, b, near) == [(b, near)]
