"""Choices by which a case is made: drawn by Hypothesis, which shrinks them to nought, or rolled from a seed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Protocol, TypeVar

from hypothesis import strategies as st

T = TypeVar("T")


class Pick(Protocol):
    """A source of choices. Nought is always the simplest."""

    def below(self, count: int) -> int:
        """A whole number from nought to `count` - 1."""
        ...


class Drawn:
    """Choices that Hypothesis makes."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def below(self, count: int) -> int:
        return self._draw(st.sampled_from(range(count)))  # even, unlike integers()


class Rolled:
    """Choices from a seed: quick, always the same, and never shrunk."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)

    def below(self, count: int) -> int:
        return self._random.randrange(count)


def one_of(pick: Pick, options: Sequence[T]) -> T:
    return options[pick.below(len(options))]


def happens(pick: Pick, percent: int) -> bool:
    return pick.below(100) >= 100 - percent
