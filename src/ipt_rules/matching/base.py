"""What a matcher is, and which ones this installation has."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from ipt_rules.errors import EngineError, did_you_mean
from ipt_rules.facts.base import Fact
from ipt_rules.query import Match, Query

if TYPE_CHECKING:
    from ipt_rules.matching.script import Script

PREFERRED = ("rete", "plain")


class Matcher(Protocol):
    """Finds every way in which the queries it was made for hold. Safe to call from several threads at once."""

    name: str

    def __init__(self, queries: Sequence[Query]) -> None: ...

    def match(self, facts: Sequence[Fact]) -> list[Match]:
        """All matches, each once, in the order of the queries and then of the facts. Exactly one fact is the case."""
        ...


@lru_cache(maxsize=1)
def engine_names() -> tuple[str, ...]:
    """The engines this installation can run, the default first.

    The seam is imported to find out: an extension built for another Python is there, and still cannot be used.
    """
    try:
        importlib.import_module("ipt_rules.matching.rete")
    except ImportError:
        return PREFERRED[1:]
    return PREFERRED


def matcher_class(engine: str | None = None) -> type[Matcher]:
    """The matcher of that name; None takes the default. Raises EngineError for a name this installation cannot run."""
    name = engine or engine_names()[0]
    if name == "plain":
        from ipt_rules.matching.plain import PlainMatcher

        return PlainMatcher
    if name == "rete" and name in engine_names():
        from ipt_rules.matching.rete import ReteMatcher

        return ReteMatcher
    if name == "rete":
        raise EngineError(
            "the engine `rete` needs the package durable-rules: pip install 'ipt-rules[rete]', or use plain"
        )
    raise EngineError(f"there is no engine `{name}`: {did_you_mean(name, PREFERRED, 'the engines are rete and plain')}")


def matcher_of(engine: str, queries: Callable[[], Sequence[Query]], script: Script | None) -> Matcher:
    """A matcher of that name for `queries`; `script` is what was worked out of them before, for the engine that can use it."""
    chosen = matcher_class(engine)
    if script is not None and engine == "rete":
        from ipt_rules.matching.rete import ReteMatcher

        return ReteMatcher.of(script)
    return chosen(queries())
