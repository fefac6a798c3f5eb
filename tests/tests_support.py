"""What several test modules share: the shipped rulebook, loaded once."""

from __future__ import annotations

from functools import lru_cache

from ipt_rules import Rulebook


@lru_cache(maxsize=1)
def shipped_rulebook() -> Rulebook:
    """The shipped rulebook, loaded once for all tests of a run."""
    return Rulebook.load()
