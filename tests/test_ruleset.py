"""The rules of `docs/engine.md` on what the engine is told, by number: each test fails when its rule is broken."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest

pytest.importorskip(
    "durable_rules_engine", reason="2026-11-23: durable-rules is not installed; plain has its own tests"
)

from ipt_rules.errors import EngineError
from ipt_rules.facts.base import Fact
from ipt_rules.matching import limits, rete
from ipt_rules.matching.plain import PlainMatcher
from ipt_rules.matching.rete import ReteMatcher
from ipt_rules.matching.ruleset import Ruleset, encoded
from ipt_rules.query import Pattern, Query, Ref, Term
from rete_examples import CASE, FACTS, HELD, QUERIES, Watched, held


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Watched:
    watched = Watched(rete._engine)
    monkeypatch.setattr(rete, "_engine", watched)
    return watched


def conditions(queries: list[Query]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every alias and condition of the generated rules, the opening rule left out."""
    rules = json.loads(Ruleset(queries).text)
    for name, rule in rules.items():
        if name != "open":
            yield from (pair for condition in rule["all"] for pair in condition.items())


def fnv(name: str) -> int:
    """The hash by which the engine tells names apart (FNV-1a, 32 bits)."""
    digest = 0x811C9DC5
    for byte in name.encode():
        digest = ((digest ^ byte) * 0x01000193) & 0xFFFFFFFF
    return digest


def values(tree: object) -> Iterator[object]:
    yield tree
    for below in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from values(below)


# Rules 6 and 7: values


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        (True, ("yes_no", True)),
        (3, ("number", 3000)),
        (3.0, ("number", 3000)),
        (-0.001, ("number", -1)),
        (0.1 + 0.2, None),
        (4_000_000_000_000_000, ("number", 4 * 10**18)),
        (5_000_000_000_000_000, None),
        (float("inf"), None),
        (float("nan"), None),
        (date(2026, 5, 2), ("date", 739738)),
        (datetime(2026, 5, 2), None),
        ("é" * 9_000, ("word", "é" * 9_000)),
        ("é" * 10_000, None),
    ],
)
def test_rules_6_and_7_how_values_are_sent(value: Any, sent: tuple[str, object] | None) -> None:
    """Numbers as whole thousandths, dates as day numbers, nothing the engine compares wrongly."""
    if sent is None:
        with pytest.raises(ValueError, match=r"^has a") as refused:
            encoded(value)
        assert str(value) not in str(refused.value)
    else:
        assert encoded(value) == sent


def test_rule_6_no_null_and_no_float_is_sent(engine: Watched) -> None:
    """An unknown is left out; every value sent is a boolean, a whole number or a text."""
    ReteMatcher(QUERIES).match([*FACTS, Fact("loss", {"person": None})])
    assert {type(value) for fact in engine.told for value in fact.values()} == {bool, int, str}


@pytest.mark.parametrize(
    ("field", "value"), [("weeks", "26"), ("weeks", True), ("score", "1"), ("person", 3), ("weeks", 0.12345)]
)
def test_rule_6_one_property_has_one_sort_of_value(field: str, value: Any) -> None:
    """The engine would take 3 for "3" and true for "true"; the message names kind and field, not the value."""
    matcher = ReteMatcher(QUERIES)
    strange = Fact("loss", {field: value, "secret": "mother"})
    with pytest.raises(EngineError, match=f"fact kind `loss`: the field `{field}`"):
        matcher.match([*FACTS, strange])
    assert held(matcher, FACTS) == HELD


def test_rules_6_and_7_words_are_not_put_in_order() -> None:
    """Two fields that rules put in order hold numbers or dates; the engine orders texts by their quotes."""
    later = Pattern("y", "loss", (Term("role", "more_than", Ref("x", "role")),))
    matcher = ReteMatcher([Query("r", "", (CASE, Pattern("x", "loss"), later))])
    with pytest.raises(EngineError, match="field `role` has a word"):
        matcher.match([Fact("loss", {"role": "a"})])


def test_rule_6_names_never_reach_the_engine_and_never_collide() -> None:
    """Field names come as the seam's own: any letters, also the engine's own words and names with one hash."""
    first, second = "costarring", "liquid"  # one and the same hash
    assert fnv(first) == fnv(second)
    for field in (first, "id", "sid", "k", "ж", "a.b", "$ex", ""):
        query = Query("r", "", (CASE, Pattern("x", "loss", (Term(field, "is", 3), Term("weeks", "is", 3)))))
        fact = Fact("loss", {field: 3, "weeks": 3, second: 4})
        assert len(ReteMatcher([query]).match([Fact("case", {}), fact])) == 1


def test_rule_6_the_names_sent_have_different_hashes() -> None:
    """As many properties as the limits allow, and aliases, rules and the ids of facts."""
    properties = list(itertools.islice(Ruleset([])._names, limits.MAX_PROPERTIES * limits.MAX_TESTS))
    others = ["sid", "id", "k", "open", "gate", *(f"{letter}{n}" for letter in "anq" for n in range(4_000))]
    ids = [str(n) for n in range(rete.MAX_FACTS)]
    for names in ([*properties, "sid", "id", "k"], others, [*ids, "open", "gate"]):
        assert len({fnv(name) for name in names}) == len(names)


# Rules 8 to 14: the form of a condition


def test_rule_8_kind_first_then_tests_then_joins_then_the_group() -> None:
    """And exactly one key in every dict: of two the engine ignores one."""
    for alias, condition in conditions(QUERIES):
        assert all(len(tree) == 1 for tree in values(condition) if isinstance(tree, dict))
        parts = condition.get("$and", [condition])
        assert next(iter(parts[0])) == "k", alias
        kinds_of_part = ["group" if "$and" in part else "join" if "a" in _operands(part) else "test" for part in parts]
        assert kinds_of_part == sorted(kinds_of_part, key=["test", "join", "group"].index)


def _operands(part: dict[str, Any]) -> str:
    """The first letter of each alias a part refers to."""
    return "".join(name[0] for tree in values(part) if isinstance(tree, dict) for name in tree if name[0] in "an")


def test_rule_9_every_join_is_followed_by_a_closing_group() -> None:
    """A false join at the end of a condition makes the engine read past the end of the rule."""
    joined = [condition["$and"] for _, condition in conditions(QUERIES) if "a" in _operands(condition)]
    assert len(joined) == 2
    for parts in joined:
        assert parts[-1] == {"$and": [parts[0]]}


def test_rules_10_13_and_14_nothing_but_the_safe_operators() -> None:
    """No arithmetic, regexes, arrays, `$or`, `$nex`; no `any`, `count`, `pri` or `dist` in a rule."""
    every = [Term("weeks", op, 3) for op in ("is", "is_not", "at_least", "at_most", "more_than", "less_than")]
    every += [Term("weeks", term.operator, Ref("x", "weeks")) for term in every] + [Term("weeks", "in", (1, 2))]
    queries = [*QUERIES, Query("all", "", (CASE, Pattern("x", "loss"), Pattern("y", "loss", tuple(every))))]
    rules = json.loads(Ruleset(queries).text)
    assert all(rule.keys() == {"all"} for rule in rules.values())
    used = {key for tree in values(rules) if isinstance(tree, dict) for key in tree if key.startswith("$")}
    assert used == {"$and", "$ex", "$neq", "$gte", "$lte", "$gt", "$lt"}


def test_rule_10_joins_refer_to_what_is_bound_before() -> None:
    """A reference forward is always true in the engine: it is refused."""
    forward = Query(
        "r", "", (CASE, Pattern("y", "bond", (Term("person", "is", Ref("x", "person")),)), Pattern("x", "loss"))
    )
    with pytest.raises(EngineError, match="not bound before it"):
        ReteMatcher([forward])


def test_rule_11_every_property_referred_to_is_asked_for_first() -> None:
    """Of absent patterns too; without, the engine fails with its error 311 where the value is unknown."""
    rules = json.loads(Ruleset(QUERIES).text)
    for number in (2, 3):
        found = {alias: condition for each in rules[f"q{number}"]["all"] for alias, condition in each.items()}
        for condition in found.values():
            for tree in values(condition):
                if isinstance(tree, dict) and (alias := next(iter(tree))) in found:
                    assert {"$ex": {tree[alias]: 1}} in found[alias]["$and"]


def test_rule_12_the_gate_comes_last(engine: Watched) -> None:
    """Before the absent patterns in a rule, after every fact in a case, and only where something is absent."""
    for query, rule in zip(QUERIES, list(json.loads(Ruleset(QUERIES).text).values())[1:], strict=True):
        aliases = [next(iter(condition)) for condition in rule["all"]]
        absent = [f"n{n}$not" for n in range(len(query.absent))]
        assert aliases == [f"a{n}" for n in range(len(query.exists))] + (["g", *absent] if absent else [])
    ReteMatcher(QUERIES).match(FACTS)
    assert [fact["id"] for fact in engine.told][-1] == "gate"
    engine.calls.clear()
    ReteMatcher(QUERIES[:3]).match(FACTS)
    assert "gate" not in [fact["id"] for fact in engine.told]


def test_rule_12_the_order_of_facts_does_not_matter_to_absence() -> None:
    """Every order of a death and what stands against it."""
    query = Query(
        "r", "", (CASE, Pattern("x", "loss")), (Pattern("", "bond"), Pattern("", "loss", (Term("n", "is", 2),)))
    )
    facts = [FACTS[0], Fact("loss", {"n": 1}), Fact("loss", {"n": 2}), Fact("bond", {}), Fact("bond", {})]
    matcher, plain = ReteMatcher([query]), PlainMatcher([query])
    for some in (facts, facts[:3], facts[:2], [facts[0], facts[2]]):
        for ordered in itertools.permutations(some):
            assert matcher.match(ordered) == plain.match(ordered)


def test_rule_14_a_list_is_decided_in_python(engine: Watched) -> None:
    """`in` is a property that is true, shared by all who ask for the same words, in whatever order."""
    words = [("a", "b"), ("b", "a", "a"), ("c",)]
    patterns = [Pattern("case", "case", (Term("phase", "in", some),)) for some in words]
    queries = [Query(f"r{n}", "", (pattern,)) for n, pattern in enumerate(patterns)]
    matches = ReteMatcher(queries).match([Fact("case", {"phase": "b"})])
    assert [match.rule_id for match in matches] == ["r0", "r1"]
    assert engine.told[1] == {"sid": "c", "id": "0", "k": "k0", "p0": True}


def test_rule_19_shared_tests_come_first_and_equalities_before_other_joins() -> None:
    """Only what some rule compares is sent."""
    common, rare = Term("role", "is", "parent"), Term("age", "is", 3)
    patterns = [Pattern("x", "loss", terms) for terms in ((rare, common), (common,))]
    queries = [Query(f"r{n}", "", (CASE, pattern)) for n, pattern in enumerate(patterns)]
    first, second = (condition["$and"] for alias, condition in conditions(queries) if alias == "a1")
    assert first[:2] == second
    joined = dict(conditions(QUERIES[2:3]))["a2"]["$and"]
    assert [next(iter(part)) for part in joined] == ["k", "p4", "$gt", "$and"]
