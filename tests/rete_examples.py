"""Queries, facts and a watched engine for the tests of the rete matcher."""

from __future__ import annotations

import json
import time
from datetime import date
from typing import Any

from ipt_rules.facts.base import Fact
from ipt_rules.query import Pattern, Query, Ref, Term

CASE = Pattern("case", "case")
SAME_PERSON = Term("person", "is", Ref("x", "person"))
QUERIES = [
    Query("of-the-case", "", (Pattern("case", "case", (Term("phase", "in", ("initial", "middle")),)),)),
    Query("each-no-show", "", (CASE, Pattern("x", "session", (Term("kept", "is", False),)))),
    Query(
        "a-death-and-a-bond",
        "",
        (
            CASE,
            Pattern("x", "loss", (Term("weeks", "at_most", 26), Term("score", "is_not", 2.5))),
            Pattern("y", "bond", (Term("score", "more_than", Ref("x", "score")), SAME_PERSON)),
        ),
    ),
    Query("no-other-loss", "b", (CASE, Pattern("x", "loss")), (Pattern("", "loss", (SAME_PERSON,)),)),
    Query(
        "nobody-near",
        "",
        (CASE,),
        (Pattern("", "bond", (Term("near", "is", True),)), Pattern("", "session", (Term("day", "is_not", date.min),))),
    ),
]
FACTS = [
    Fact("case", {"phase": "middle", "name": "Amira"}, ("cases/amira.yaml",)),
    Fact("session", {"kept": False}, ("sessions[3]",)),
    Fact("session", {"kept": False}, ("sessions[4]",)),
    Fact("loss", {"person": "mother", "weeks": 8, "score": 1, "note": "she wept"}),
    Fact("loss", {"person": "father", "weeks": 9}),
    Fact("bond", {"person": "mother", "score": 1.5}),
    Fact("bond", {"person": "father", "score": 2}),
    Fact("bond", {"score": 3, "near": False}),
    Fact("weather", {"rain": True}),
]
HELD = [
    ("of-the-case", (0,)),
    ("each-no-show", (0, 1)),
    ("each-no-show", (0, 2)),
    ("a-death-and-a-bond", (0, 3, 5)),
    ("no-other-loss", (0, 3)),
    ("no-other-loss", (0, 4)),
    ("nobody-near", (0,)),
]
"""What holds for FACTS: rule ids, and the places of the facts bound."""


def held(matcher: Any, facts: list[Fact]) -> list[tuple[str, tuple[int, ...]]]:
    return [(m.rule_id, tuple(facts.index(fact) for _, fact in m.bound)) for m in matcher.match(facts)]


def overloaded(size: int = 70) -> list[Query]:
    """More rules joining on one kind than the engine bears: its error 303 at the first bond with a person."""
    return [Query(f"r{n}", "", (CASE, Pattern("x", "loss"), Pattern("y", "bond", (SAME_PERSON,)))) for n in range(size)]


class Watched:
    """The engine, with every call noted; `fails` maps the name of a call to what it raises.

    The call numbered `interrupt_at` (from 1) is made, and interrupted as it returns. `pause` lets other threads in.
    """

    def __init__(self, engine: Any) -> None:
        self._engine = engine
        self.calls: list[tuple[str, tuple[Any, ...]]] = []
        self.fails: dict[str, Exception] = {}
        self.interrupt_at = 0
        self.pause = 0.0

    def __getattr__(self, name: str) -> Any:
        real = getattr(self._engine, name)
        if name == "error":
            return real

        def call(*args: Any) -> Any:
            self.calls.append((name, args))
            if name in self.fails:
                raise self.fails[name]
            result = real(*args)
            if self.pause:
                time.sleep(self.pause)
            if len(self.calls) == self.interrupt_at:
                raise KeyboardInterrupt
            return result

        return call

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.calls]

    @property
    def told(self) -> list[dict[str, Any]]:
        """Every fact asserted, in order."""
        return [json.loads(args[1]) for name, args in self.calls if name == "assert_fact"]
