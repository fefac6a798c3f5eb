"""Two engines held against each other in one evaluation: every chapter is matched by both, on the same facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest

from ipt_rules import Rulebook
from ipt_rules.facts.base import Fact
from ipt_rules.matching.base import Matcher


class Compared:
    """A matcher that answers as the first of several, once all were seen to answer the same."""

    def __init__(self, matchers: Sequence[Matcher]) -> None:
        self._matchers = matchers

    def match(self, facts: Sequence[Fact]) -> Any:
        told, *others = [one.match(facts) for one in self._matchers]
        assert all(one == told for one in others), "the engines differ"
        return told


@contextmanager
def engines_compared(engines: Sequence[str]) -> Iterator[None]:
    """Meanwhile whoever asks a rulebook for the matcher of the first engine has the others compared with it.

    All that follows from matches does not depend on the engine: to compare them is to compare answers, at half the time.
    """
    matcher = Rulebook.matcher
    first, *_ = engines

    def compared(rulebook: Rulebook, chapter: str, engine: str, **options: Any) -> Any:
        asked = engines if engine == first else (engine,)
        return Compared([matcher(rulebook, chapter, name, **options) for name in asked])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Rulebook, "matcher", compared)
        yield
