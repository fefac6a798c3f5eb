"""What is refused before the engine sees it, and that the engine bears all that is not."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from ipt_rules.matching.limits import MAX_QUERIES, Refusal, problems
from ipt_rules.query import Pattern, Query, Ref, Term
from limit_sets import SETS

WORKER = Path(__file__).with_name("limit_sets.py")
CASE = Pattern("case", "case")


def rule(*patterns: Pattern, absent: tuple[Pattern, ...] = (), rule_id: str = "a-rule") -> Query:
    return Query(rule_id, "", (CASE, *patterns), absent)


def with_term(term: Term) -> Query:
    return rule(Pattern("x", "loss"), Pattern("y", "bond", (term,)))


def only(queries: list[Query]) -> Refusal:
    (refusal,) = problems(queries)
    return refusal


@pytest.mark.parametrize("name", SETS)
def test_beyond_a_limit_a_set_is_refused_and_at_it_not(name: str) -> None:
    """One more than the limit is refused, with both numbers, the rules it is about and a next step."""
    build, most = SETS[name]
    assert problems(build(most)) == []
    refusal = problems(build(most + 1))[0]
    assert refusal.rule_ids[0] == "rule-0"
    assert any(character.isdigit() for character in refusal.message)
    assert refusal.hint
    assert str(refusal).startswith("rule")


@pytest.mark.parametrize("name", SETS)
def test_the_engine_bears_what_is_allowed(name: str) -> None:
    """At the limit the engine answers as plain does; in a process of its own, for beyond it may crash."""
    pytest.importorskip("durable_rules_engine", reason="2026-11-23: durable-rules is not installed")
    command = [sys.executable, str(WORKER), name, str(SETS[name][1])]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", ["joining", "patterns", "comparisons"])
def test_the_limits_are_real(name: str) -> None:
    """Some way beyond these limits the engine fails, with an error that can be caught."""
    pytest.importorskip("durable_rules_engine", reason="2026-11-23: durable-rules is not installed")
    command = [sys.executable, str(WORKER), name, str(SETS[name][1] + 10)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 1
    assert "EngineError" in done.stderr


def test_two_hundred_rules_may_ask_for_the_phase() -> None:
    """A list is decided in Python and its test shared: many rules on a few lists of phases cost a few branches."""
    lists = [("initial",), ("initial", "middle"), ("middle",), ("middle", "ending")]
    cases = [Pattern("case", "case", (Term("phase", "in", words),)) for words in lists]
    assert problems([Query(f"r{n}", "", (cases[n % 4], Pattern("x", "loss"))) for n in range(200)]) == []


def test_shared_first_tests_share_branches() -> None:
    """A hundred rules that differ in a later test, under one of a few constants each, are borne."""
    terms = [(Term("role", "is", f"r{n % 4}"), Term("weeks", "at_least", n)) for n in range(100)]
    assert problems([rule(Pattern("x", "loss", both), rule_id=f"r{n}") for n, both in enumerate(terms)]) == []


def test_too_many_queries() -> None:
    """The engine's number of rules, said as ways to come true."""
    refusals = problems([rule(rule_id=f"r{n}") for n in range(MAX_QUERIES + 1)])
    assert f"{MAX_QUERIES + 1} ways" in refusals[0].message


def test_nothing_is_a_set_too() -> None:
    """An empty chapter is no problem."""
    assert problems([]) == []


@pytest.mark.parametrize(
    ("term", "said"),
    [
        (Term("person", "is", Ref("y", "person")), "`y`, which is not bound before it"),
        (Term("person", "is", Ref("z", "person")), "`z`, which is not bound before it"),
        (Term("weeks", "over", 3), "no operator `over`"),
        (Term("weeks", "in", 3), "wrong operand for `in`"),
        (Term("weeks", "in", Ref("x", "weeks")), "wrong operand for `in`"),
        (Term("weeks", "is", (1, 2)), "wrong operand for `is`"),
        (Term("weeks", "is", 0.1234), "more than 3 decimal places"),
        (Term("weeks", "is", float("nan")), "more than 3 decimal places"),
        (Term("weeks", "is", 2**60), "too large"),
        (Term("person", "is", "x" * 60_000), "too long"),
        (Term("person", "is", "é" * 10_000), "too long"),
        (Term("person", "is", None), "cannot compare, of type NoneType"),
        (Term("day", "is", datetime(2026, 1, 1)), "cannot compare, of type datetime"),
        (Term("person", "more_than", "a"), "puts a word in order"),
        (Term("known", "at_least", True), "puts a yes_no in order"),
    ],
)
def test_a_term_the_engine_cannot_judge_is_refused(term: Term, said: str) -> None:
    """The message names the rule, the pattern and the field."""
    refusal = only([with_term(term)])
    assert refusal.rule_ids == ("a-rule",)
    assert f"the pattern `y`, field `{term.field}`" in refusal.message
    assert said in refusal.message


def test_a_reference_into_an_absent_pattern_is_refused() -> None:
    """What is absent has no value."""
    mine = Pattern("gone", "loss")
    absent = (mine, Pattern("", "bond", (Term("person", "is", Ref("gone", "person")),)))
    assert "not bound before it" in only([rule(absent=absent)]).message


def test_a_name_given_twice_is_refused() -> None:
    """The engine would overwrite the first; among absent patterns, which nothing refers to, names do not matter."""
    assert "is given to 2 patterns" in only([rule(Pattern("x", "loss"), Pattern("x", "bond"))]).message
    assert problems([rule(absent=(Pattern("", "loss"), Pattern("", "bond")))]) == []


def test_a_query_without_a_fact_is_refused() -> None:
    """The case is always bound first."""
    assert "no pattern binds a fact" in only([Query("a-rule", "", (), (CASE,))]).message


@pytest.mark.parametrize("value", ["3", True, date(2026, 1, 1)])
def test_one_field_has_one_sort_of_value(value: str | bool | date) -> None:
    """Also where two rules use it, and where it is only compared with a field that has another sort."""
    number = rule(Pattern("x", "loss", (Term("weeks", "at_least", 3),)), rule_id="number")
    other = rule(Pattern("x", "loss", (Term("weeks", "is", value),)), rule_id="other")
    assert "compares a" in problems([number, other])[0].message
    joined = with_term(Term("person", "is", Ref("x", "weeks")))
    assert problems([number, joined]) == []
    fixed = rule(Pattern("x", "bond", (Term("person", "is", value),)))
    assert "compares a" in problems([number, joined, fixed])[0].message


def test_words_are_not_put_in_order_through_a_reference() -> None:
    """The engine orders texts wrongly, whoever the two fields belong to."""
    ordered = with_term(Term("role", "less_than", Ref("x", "role")))
    word = rule(Pattern("x", "loss", (Term("role", "is", "parent"),)))
    assert problems([ordered]) == []
    assert "puts a word in order" in problems([ordered, word])[0].message


def test_refusals_do_not_repeat_themselves() -> None:
    """The same fault in two arms of one rule is told once."""
    assert len(problems([with_term(Term("weeks", "over", 3))] * 2)) == 1
