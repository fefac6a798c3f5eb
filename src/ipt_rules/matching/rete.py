"""The matcher on durable_rules: the one module that imports the engine, and everything that keeps it right.

The engine is used by its low-level module alone and inside a narrow subset of what it offers; outside that subset it
answers wrongly or kills the process. `docs/engine.md` lists the rules that mark the subset, and "rule n" below is one
of them. `ruleset.py` and `script.py` say what the engine is told, `limits.py` how much of it, and this module when.
"""

from __future__ import annotations

import json
import os
import re
import threading
import weakref
from collections.abc import Iterable, Iterator, Sequence

import durable_rules_engine as _engine  # type: ignore[import-not-found]

from ipt_rules.errors import EngineError
from ipt_rules.facts.base import Fact
from ipt_rules.matching.script import GATE_MESSAGE, OPEN, OPEN_MESSAGE, SID, Script
from ipt_rules.query import Match, Query

MAX_FACTS = 50_000
MAX_FIRINGS = 50_000
FAILURES = (_engine.error, MemoryError, ValueError)  # ValueError: an answer that is no JSON, or no text
TAKEN, UNREAD = 0, 1  # what the engine answers to a fact; 2 is "this id is already there"

Firing = tuple[int, tuple[int, ...]]
"""The place of a query, and the places of the facts its `exists` patterns are bound to."""

ABANDONED = -1
_generation = 0
_seating = threading.Lock()


def _in_child() -> None:
    """After a fork another thread of the parent may hold any lock and be inside any case: the child starts afresh."""
    global _generation, _seating
    _generation += 1
    _seating = threading.Lock()


if hasattr(os, "register_at_fork"):  # not on Windows
    os.register_at_fork(after_in_child=_in_child)


class ReteMatcher:
    """durable_rules behind the meaning of `plain.py`, in the same order. Compiles once for each process.

    Raises EngineError for queries beyond `limits`, and from `match` when the engine fails; it is usable afterwards.
    """

    name = "rete"

    def __init__(self, queries: Sequence[Query]) -> None:
        from ipt_rules.matching import limits, ruleset  # here, since a compiled pack has been through both

        refused = limits.problems(queries)
        if refused:
            raise EngineError("the engine `rete` cannot bear these rules:\n" + "\n".join(map(str, refused)))
        self._sit(ruleset.Ruleset(queries))

    @classmethod
    def of(cls, script: Script) -> ReteMatcher:
        """The matcher of queries that were found bearable before, and worked out."""
        matcher = cls.__new__(cls)
        matcher._sit(script)
        return matcher

    def _sit(self, script: Script) -> None:
        self._script = script
        self._seat = _Seat(script.text)

    def match(self, facts: Sequence[Fact]) -> list[Match]:
        if len(facts) > MAX_FACTS:
            raise EngineError(f"a case of {len(facts)} facts; the engine takes {MAX_FACTS}")
        if len(set(map(id, facts))) < len(facts):
            raise EngineError("the same fact was given to the engine twice")
        fired = self._fire(list(self._script.messages(facts)))
        return [self._match(at, [facts[ordinal] for ordinal in ordinals]) for at, ordinals in sorted(fired)]

    def _match(self, at: int, bound: Iterable[Fact]) -> Match:
        rule_id, arm, names = self._script.heads[at]
        return Match(rule_id, arm, tuple(zip(names, bound, strict=True)))

    def _fire(self, messages: Sequence[str]) -> set[Firing]:
        try:
            while True:
                seat = self._current_seat()
                with seat.lock:
                    if seat.is_idle:
                        return seat.fire(messages, self._script.has_gate)
                    seat.generation = ABANDONED  # a case before this one could not be cleared away
        except FAILURES as reason:
            told = _told(reason)
        raise EngineError(told)  # out here, or the engine's own message would be kept with it

    def _current_seat(self) -> _Seat:
        """This process's seat; a new one after a fork, and in place of an abandoned one."""
        with _seating:
            if self._seat.generation != _generation:
                self._seat = _Seat(self._script.text)
            return self._seat


class _Seat:
    """A compiled ruleset of this process, at which one case sits at a time: whoever uses it holds `lock`.

    `is_idle` is false while a case sits here, and stays false when its state could not be deleted: such a seat is
    never used again, nor freed, for the engine frees nothing safely that it has not finished with.
    """

    def __init__(self, ruleset: str) -> None:
        self.generation = _generation
        self.lock = threading.Lock()
        self._status = {"idle": True}
        self._handle = _created(ruleset)
        freed = weakref.finalize(self, _free, self._handle, self.generation, self._status)
        freed.atexit = False

    @property
    def is_idle(self) -> bool:
        return self._status["idle"]

    def fire(self, messages: Iterable[str], has_gate: bool) -> set[Firing]:
        """All firings for one case, each once. Absence is asked for last, by the gate, when every fact is there."""
        self._status["idle"] = False
        deletable = False
        try:
            offset = self._tell(OPEN_MESSAGE)
            deletable = [rule for rule, _ in self._firings(offset)] == [OPEN]
            for message in messages:
                self._tell(message, UNREAD)
            fired = {_read(rule, bound) for rule, bound in self._firings(offset)}
            if has_gate:
                self._tell(GATE_MESSAGE)
                fired |= {_read(rule, bound) for rule, bound in self._firings(offset)}
            return fired
        finally:
            if deletable:  # in a state where nothing has fired the engine frees pointers it never set (rule 3)
                _engine.delete_state(self._handle, SID)
                self._status["idle"] = True

    def _tell(self, message: str, *also: int) -> int:
        """Assert one fact, alone: in a batch the engine drops what follows a fact it cannot read (rule 5)."""
        code, offset = _engine.assert_fact(self._handle, message)
        if code not in (TAKEN, *also):
            raise EngineError(f"the engine did not take a fact (its answer {code})")
        return int(offset)

    def _firings(self, offset: int) -> Iterator[tuple[str, dict[str, dict[str, str]]]]:
        started = _engine.start_action_for_state(self._handle, offset)
        text = started and started[1]
        count = 0
        while text:
            count += 1
            if count > MAX_FIRINGS:
                raise EngineError(
                    f"the rules come true in more than {MAX_FIRINGS} ways; let their patterns be compared"
                )
            yield from json.loads(text).items()
            text = _engine.complete_and_start_action(self._handle, offset)


def _created(ruleset: str) -> int:
    try:
        return int(_engine.create_ruleset("ipt", ruleset))
    except FAILURES as reason:
        told = _told(reason)
    raise EngineError(told)


def _read(rule: str, bound: dict[str, dict[str, str]]) -> Firing:
    """`q3`, {`a0`: {`id`: `0`, ..}, `g`: {..}} -> (3, (0,))."""
    aliases = sorted((alias for alias in bound if alias[0] == "a"), key=lambda alias: int(alias[1:]))
    return int(rule[1:]), tuple(int(bound[alias]["id"]) for alias in aliases)


def _free(handle: int, generation: int, status: dict[str, bool]) -> None:
    """Give a ruleset's memory back; not in a forked child, which shares it with a case that may never have ended."""
    if status["idle"] and generation == _generation:
        _engine.delete_ruleset(handle)


def _told(reason: Exception) -> str:
    """The engine's own error number and nothing else of its message, which may quote a fact."""
    number = re.search(r"error code: (\d+)", str(reason))
    said = f"its error {number[1]}" if number else type(reason).__name__
    return f"the inference engine failed ({said}); no recommendation was made: try the engine `plain`"
