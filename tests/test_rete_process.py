"""The rete matcher among threads, after forks and over time. A crash must not end the test run: processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest

pytest.importorskip(
    "durable_rules_engine", reason="2026-11-23: durable-rules is not installed; plain has its own tests"
)

from ipt_rules.facts.base import Fact
from ipt_rules.matching import rete
from ipt_rules.matching.plain import PlainMatcher
from ipt_rules.matching.rete import ReteMatcher
from rete_examples import FACTS, HELD, QUERIES, Watched, held

HERE = Path(__file__).parent
START = """
import gc, os, signal, sys, threading
from ipt_rules.facts.base import Fact
from ipt_rules.matching import rete
from ipt_rules.matching.rete import ReteMatcher
from rete_examples import FACTS, HELD, QUERIES, Watched, held
"""


def run(script: str, **environment: str) -> None:
    """Run a script after START; it fails when it crashes, raises or exits with anything but 0."""
    code = START + textwrap.dedent(script)
    paths = os.pathsep.join([str(HERE), *filter(None, [os.environ.get("PYTHONPATH")])])
    env = {**os.environ, "PYTHONPATH": paths, **environment}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, f"exit code {done.returncode}: {done.stdout}{done.stderr}"


def test_rule_3_deleting_a_state_where_no_rule_fires_is_safe() -> None:
    """The engine would free pointers it never set; filling fresh memory makes that a crash for sure."""
    run(
        """
        junk = [bytes(range(256)) * 200 for _ in range(2000)]
        del junk
        gc.collect()
        matcher = ReteMatcher(QUERIES[1:4])
        for facts in ([], FACTS[:1], [Fact("bond", {"person": "mother"})], [Fact("weather", {})]) * 200:
            assert matcher.match(facts) == []
        """,
        MALLOC_PERTURB_="90",
    )


@pytest.mark.skipif(not hasattr(os, "fork"), reason="2026-11-23: this system cannot fork")
def test_rule_2_a_forked_child_makes_its_own_ruleset_and_lock() -> None:
    """Also while a case is running in the parent: the child neither waits for its lock nor meets its state."""
    run(
        """
        matcher = ReteMatcher(QUERIES)
        seat = matcher._seat
        seat.lock.acquire()
        rete._seating.acquire()
        seat._status["idle"] = False
        rete._engine.assert_fact(seat._handle, '{"sid": "c", "id": "5", "k": "k1"}')
        child = os.fork()
        if child == 0:
            signal.alarm(20)
            right = held(matcher, FACTS) == HELD and matcher._seat is not seat
            del seat
            right = right and held(matcher, FACTS) == HELD
            del matcher
            gc.collect()
            os._exit(0 if right and held(ReteMatcher(QUERIES), FACTS) == HELD else 3)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert matcher._seat is seat
        """
    )


@pytest.mark.skipif(not hasattr(os, "fork"), reason="2026-11-23: this system cannot fork")
def test_rule_18_a_child_does_not_free_its_parents_ruleset() -> None:
    """Compiled before the fork, used in parent and child after it."""
    run(
        """
        matcher = ReteMatcher(QUERIES)
        assert held(matcher, FACTS) == HELD
        children = []
        for _ in range(4):
            child = os.fork()
            if child == 0:
                signal.alarm(20)
                watched = rete._engine = Watched(rete._engine)
                right = all(held(matcher, FACTS) == HELD for _ in range(50))
                gc.collect()
                right = right and "delete_ruleset" not in watched.names
                del matcher
                gc.collect()
                os._exit(0 if right and watched.names.count("delete_ruleset") == 1 else 3)
            children.append(child)
        assert all(held(matcher, FACTS) == HELD for _ in range(50))
        assert [os.waitpid(child, 0)[1] for child in children] == [0] * 4
        """
    )


def test_rule_2_threads_share_a_matcher(monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight threads, cases of their own, and other threads let in at every call: every answer is plain's."""
    watched = Watched(rete._engine)
    monkeypatch.setattr(rete, "_engine", watched)
    watched.pause = 1e-6
    matcher, plain = ReteMatcher(QUERIES), PlainMatcher(QUERIES)
    wrong: list[int] = []

    def cases(thread: int) -> None:
        own = FACTS + [Fact("loss", {"person": f"p{n}", "weeks": n}) for n in range(thread)]
        expected = plain.match(own)
        wrong.extend(thread for _ in range(40) if matcher.match(own) != expected)

    threads = [threading.Thread(target=cases, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert watched.names.count("create_ruleset") == 1


def test_rule_18_matchers_come_and_go_beside_one_in_use() -> None:
    """Freeing one ruleset leaves the others alone, whichever thread it happens in."""
    run(
        """
        sys.setswitchinterval(1e-5)
        matcher, wrong = ReteMatcher(QUERIES), []
        def cases():
            wrong.extend(1 for _ in range(300) if held(matcher, FACTS) != HELD)
        threads = [threading.Thread(target=cases) for _ in range(4)]
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            assert held(ReteMatcher(QUERIES), FACTS) == HELD
        assert not wrong
        """
    )


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="2026-11-23: memory is read from /proc")
def test_rule_2_memory_is_flat_over_cases_and_matchers() -> None:
    """States and rulesets are given back: six thousand cases and three hundred matchers cost under two megabytes."""
    run(
        """
        def resident():
            gc.collect()
            return int(open("/proc/self/statm").read().split()[1]) * os.sysconf("SC_PAGESIZE") / 2**20
        def work(cases, matchers):
            matcher = ReteMatcher(QUERIES)
            for _ in range(cases):
                matcher.match(FACTS)
            for _ in range(matchers):
                ReteMatcher(QUERIES).match(FACTS)
        work(1000, 50)
        before = resident()
        work(6000, 300)
        assert resident() - before < 2, resident() - before
        """
    )


def test_rule_2_an_interrupt_at_any_call_leaves_the_matcher_usable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control-C may come between any two calls of the engine: the next case is right."""
    watched = Watched(rete._engine)
    monkeypatch.setattr(rete, "_engine", watched)
    matcher = ReteMatcher(QUERIES)
    compiled = len(watched.calls)
    matcher.match(FACTS)
    calls_of_a_case = len(watched.calls) - compiled
    for at in range(1, calls_of_a_case + 1):
        watched.interrupt_at = len(watched.calls) + at
        with pytest.raises(KeyboardInterrupt):
            matcher.match(FACTS)
        assert held(matcher, FACTS) == HELD
    assert calls_of_a_case > 20
