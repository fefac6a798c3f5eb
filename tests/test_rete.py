"""The rules of `docs/engine.md`, by number: each test fails when its rule is broken."""

from __future__ import annotations

import ast
import gc
import json
import random
import re
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip(
    "durable_rules_engine", reason="2026-11-23: durable-rules is not installed; plain has its own tests"
)

import ipt_rules
from ipt_rules.errors import EngineError
from ipt_rules.facts.base import Fact
from ipt_rules.matching import limits, rete
from ipt_rules.matching.plain import PlainMatcher
from ipt_rules.matching.rete import ReteMatcher
from ipt_rules.matching.ruleset import Ruleset
from ipt_rules.query import Pattern, Query, Term
from rete_examples import CASE, FACTS, HELD, QUERIES, Watched, held, overloaded

LOW_LEVEL = {"create_ruleset", "assert_fact", "start_action_for_state", "complete_and_start_action"}
LOW_LEVEL |= {"delete_state", "delete_ruleset", "error"}


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Watched:
    gc.collect()  # matchers that earlier tests left behind give their rulesets back now, and not in between
    watched = Watched(rete._engine)
    monkeypatch.setattr(rete, "_engine", watched)
    return watched


def test_the_examples_hold_as_written() -> None:
    """Both matchers, so that the tests below rest on something known."""
    assert held(PlainMatcher(QUERIES), FACTS) == HELD
    assert held(ReteMatcher(QUERIES), FACTS) == HELD


# Rule 1: the low-level module alone, in one module


def test_rule_1_only_one_module_imports_the_engine() -> None:
    """And nothing imports `durable`, whose host runs threads that steal the caller's actions."""
    importers = set()
    for path in Path(ipt_rules.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not any(name.split(".")[0] == "durable" for name in names), path
            importers |= {path.name for name in names if name.startswith("durable_rules_engine")}
    assert importers == {"rete.py"}


def test_rules_1_and_5_only_the_safe_calls_are_made() -> None:
    """No batches, retraction, timers, callbacks or events; `start_action` would take any state's action."""
    tree = ast.parse(Path(rete.__file__).read_text(encoding="utf-8"))
    used = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "_engine"
    }
    assert used == LOW_LEVEL


# Rules 2 to 5: one state, an opening fact, ids of our own, one fact at a time


def test_rule_2_one_constant_sid_and_nothing_that_names_a_patient(engine: Watched) -> None:
    """Places, free text and whatever no rule reads stay here."""
    matcher = ReteMatcher(QUERIES)
    matcher.match(FACTS)
    assert {fact["sid"] for fact in engine.told} == {"c"}
    sent = json.dumps(engine.told)
    assert not any(text in sent for text in ("Amira", "amira", "sessions", "wept", "weather", "loss", "person"))
    assert engine.calls[-1] == ("delete_state", (engine.calls[-1][1][0], "c"))


@pytest.mark.parametrize("call", ["start_action_for_state", "complete_and_start_action", "assert_fact"])
def test_rules_2_and_3_a_failed_opening_is_not_deleted_and_the_matcher_goes_on(engine: Watched, call: str) -> None:
    """Where nothing has fired yet the state is left alone, and the next case gets a ruleset of its own."""
    matcher = ReteMatcher(QUERIES)
    engine.fails[call] = engine.error("error code: 309")
    with pytest.raises(EngineError, match="its error 309"):
        matcher.match(FACTS)
    assert "delete_state" not in engine.names
    engine.fails.clear()
    assert held(matcher, FACTS) == HELD
    assert engine.names.count("create_ruleset") == 2


def test_rule_2_a_state_that_cannot_be_deleted_is_never_used_again(engine: Watched) -> None:
    """Else the facts of one patient would meet those of the next."""
    matcher = ReteMatcher(QUERIES)
    engine.fails["delete_state"] = engine.error("error code: 309")
    with pytest.raises(EngineError):
        matcher.match(FACTS)
    engine.fails.clear()
    assert held(matcher, FACTS) == HELD
    assert engine.names.count("create_ruleset") == 2


def test_rule_2_an_error_inside_a_case_leaves_the_matcher_usable(monkeypatch: pytest.MonkeyPatch) -> None:
    """A real error of the engine's: the state is deleted, the next case is right."""
    monkeypatch.setattr(limits, "problems", lambda queries: [])
    matcher = ReteMatcher(overloaded())
    loss, bond = Fact("loss", {"person": "mother"}), Fact("bond", {"person": "mother"})
    for _ in range(20):
        with pytest.raises(EngineError, match="its error 303") as failed:
            matcher.match([FACTS[0], loss, bond])
        assert "mother" not in str(failed.value)
        assert matcher.match([FACTS[0], loss]) == []


def test_an_engine_error_quotes_no_fact(engine: Watched) -> None:
    """Only the engine's number is passed on, whatever else it says."""
    matcher = ReteMatcher(QUERIES)
    engine.fails["assert_fact"] = engine.error("could not parse mother, error code: 204")
    with pytest.raises(EngineError) as failed:
        matcher.match(FACTS)
    assert str(failed.value).startswith("the inference engine failed (its error 204)")
    assert "mother" not in str(failed.value)
    assert failed.value.__context__ is None


@pytest.mark.parametrize("reason", [MemoryError(), ValueError("mother")])
def test_any_failure_of_the_engine_is_an_engine_error(engine: Watched, reason: Exception) -> None:
    """Also out of memory, and an answer that cannot be read."""
    matcher = ReteMatcher(QUERIES)
    engine.fails["assert_fact"] = reason
    with pytest.raises(EngineError, match=type(reason).__name__) as failed:
        matcher.match(FACTS)
    assert "mother" not in str(failed.value)
    engine.fails = {"create_ruleset": reason}
    with pytest.raises(EngineError):
        ReteMatcher(QUERIES)


def test_rule_3_the_opening_fact_comes_first_and_is_drained(engine: Watched) -> None:
    """Only after one action was started and completed is deleting the state safe."""
    matcher = ReteMatcher(QUERIES)
    matcher.match([])
    opening = ["assert_fact", "start_action_for_state", "complete_and_start_action"]
    assert engine.names[:4] == ["create_ruleset", *opening]
    assert engine.names[-1] == "delete_state"
    assert engine.told[0] == {"sid": "c", "id": "open", "k": "open"}
    assert next(iter(json.loads(Ruleset(QUERIES).text))) == "open"


def test_rule_4_facts_have_their_places_for_ids(engine: Watched) -> None:
    """Kinds nobody reads are not sent; equal facts are; nothing is asserted by content."""
    ReteMatcher(QUERIES).match(FACTS)
    assert [fact["id"] for fact in engine.told] == ["open", *"01234567", "gate"]


def test_rule_4_two_equal_no_shows_are_two_matches() -> None:
    """The engine would take facts without ids of their own for one."""
    no_shows = [held for held in HELD if held[0] == "each-no-show"]
    assert [h for h in held(ReteMatcher(QUERIES), FACTS) if h[0] == "each-no-show"] == no_shows
    assert len(no_shows) == 2


def test_rule_4_an_id_the_engine_knows_already_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its answer 2 means that the fact was dropped."""
    matcher = ReteMatcher(QUERIES)
    twice = list(Ruleset(QUERIES).messages(FACTS[:1])) * 2
    monkeypatch.setattr(matcher._script, "messages", lambda facts: twice)
    with pytest.raises(EngineError, match="did not take a fact"):
        matcher.match(FACTS)


def test_the_same_fact_object_twice_is_an_error() -> None:
    """Facts are told apart by identity; one given twice is a bug of a derivation."""
    with pytest.raises(EngineError, match="given to the engine twice"):
        ReteMatcher(QUERIES).match([FACTS[0], FACTS[0]])


# Rules 15 to 19: results, limits, compiling


def test_rule_15_a_match_is_told_once_and_in_the_order_of_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """However often and in whatever order the engine fires."""
    matcher, firings = ReteMatcher(QUERIES), rete._Seat._firings

    def shuffled(seat: Any, offset: int) -> list[Any]:
        fired = list(firings(seat, offset))
        if fired and fired[0][0] == "open":
            return fired
        return random.Random(1).sample(fired * 2, 2 * len(fired))

    monkeypatch.setattr(rete._Seat, "_firings", shuffled)
    assert held(matcher, FACTS) == HELD


def test_rule_15_facts_are_ordered_by_number_not_by_text() -> None:
    """Place 10 comes after place 9."""
    facts = [FACTS[0], *(Fact("loss", {}) for _ in range(12))]
    matcher = ReteMatcher([Query("r", "", (CASE, Pattern("x", "loss")))])
    assert [at for _, (_, at) in held(matcher, facts)] == list(range(1, 13))


def test_rule_15_aliases_beyond_ten_are_ordered_by_number() -> None:
    """A rule of sixteen patterns binds them in its own order."""
    patterns = [Pattern(f"m{n}", "many", (Term("n", "is", n),)) for n in range(15)]
    facts = [FACTS[0], *(Fact("many", {"n": n}) for n in range(15))]
    assert held(ReteMatcher([Query("r", "", (CASE, *patterns))]), facts) == [("r", tuple(range(16)))]


def test_rule_16_firings_and_facts_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both say what is too much, and the next case is right."""
    matcher = ReteMatcher(QUERIES)
    monkeypatch.setattr(rete, "MAX_FIRINGS", 3)
    with pytest.raises(EngineError, match="more than 3 ways"):
        matcher.match(FACTS)
    monkeypatch.setattr(rete, "MAX_FIRINGS", 50)
    monkeypatch.setattr(rete, "MAX_FACTS", 8)
    with pytest.raises(EngineError, match="9 facts; the engine takes 8"):
        matcher.match(FACTS)
    assert held(matcher, FACTS[:1]) == [HELD[0], HELD[-1]]


def test_rule_17_what_the_engine_cannot_bear_is_refused() -> None:
    """Before it is compiled, with the rules named; the limits themselves have tests of their own."""
    with pytest.raises(EngineError, match=r"rules `r0`, `r1`, .* and 65 more: of the fact kind `bond`: 70 tests"):
        ReteMatcher(overloaded())


def test_rule_18_a_matcher_compiles_once(engine: Watched) -> None:
    """However many cases it sees; and no query at all is a ruleset too."""
    for queries in (QUERIES, []):
        engine.calls.clear()
        matcher = ReteMatcher(queries)
        assert [len(matcher.match(FACTS)) for _ in range(5)] == [len(HELD) if queries else 0] * 5
        assert engine.names.count("create_ruleset") == 1


def test_rule_18_a_forgotten_matcher_gives_its_ruleset_back(engine: Watched) -> None:
    """But not one whose last case could not be cleared away."""
    matcher = ReteMatcher(QUERIES)
    matcher.match(FACTS)
    del matcher
    assert engine.names.count("delete_ruleset") == 1
    matcher = ReteMatcher(QUERIES)
    engine.fails["delete_state"] = engine.error("error code: 309")
    with pytest.raises(EngineError):
        matcher.match(FACTS)
    engine.fails.clear()  # and with it the frames that its exception holds
    del matcher
    gc.collect()
    assert engine.names.count("delete_ruleset") == 1


def test_every_rule_is_documented_with_tests_that_exist() -> None:
    """`docs/engine.md` numbers the twenty rules, and each test it names is there."""
    page = (Path(__file__).parents[1] / "docs" / "engine.md").read_text(encoding="utf-8")
    assert [int(number) for number in re.findall(r"^(\d+)\. \*\*", page, re.MULTILINE)] == list(range(1, 21))
    tests = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    named, there = set(re.findall(r"`(test_\w+)`", page)), set(re.findall(r"def (test_\w+)\(", tests))
    assert named <= there
    assert {name for name in there if re.match(r"test_rules?_\d", name)} <= named
