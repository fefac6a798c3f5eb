"""Numbers that watch what they are compared with: parameters as derivations read them.

A rule's condition holds its threshold in the open; a derivation compares in code. Here the rulebook hands out each whole
number as one that behaves alike and notes, at each comparison, how far the other side lay from it, in the parameter's own
unit. Sums, differences and multiples of it go on watching: `weeks * 7` compared with days notes weeks.

What it cannot see: a decimal on the left of a comparison (Python asks the decimal alone), and a day that a span was taken
off. A parameter of which only such comparisons exist is told as compared by nothing (`thresholds.stale`).
"""

from __future__ import annotations

import builtins
import operator
import pkgutil
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from importlib import import_module
from types import ModuleType
from typing import Any
from unittest import mock

import ipt_rules.facts
from ipt_rules import Rulebook
from ipt_rules.courses import Span
from ipt_rules.facts import chosen

BESIDE_FACTS = ("focus_scores", "planning_formulation", "planning_maintenance", "planning_relapse", "techniques")
"""Modules above the facts that compare with parameters in code."""

Note = Callable[[float], None]


class Watched(int):
    """A whole number that notes what it is compared with.

    `per` is what one unit of the parameter has become in this number: 7 when weeks were turned into days.
    """

    note: Note
    per: float

    def __new__(cls, value: int, note: Note, per: float = 1) -> Watched:
        made = super().__new__(cls, value)
        made.note, made.per = note, per
        return made

    def _compared(self, other: Any, answer: Callable[[Any, Any], bool]) -> bool:
        if isinstance(other, int | float) and not isinstance(other, bool | Watched) and self.per:
            self.note((other - builtins.int(self)) / self.per + 0.0)  # never -0.0
        return answer(builtins.int(self), builtins.int(other) if isinstance(other, Watched) else other)

    def __lt__(self, other: Any) -> bool:
        return self._compared(other, operator.lt)

    def __le__(self, other: Any) -> bool:
        return self._compared(other, operator.le)

    def __gt__(self, other: Any) -> bool:
        return self._compared(other, operator.gt)

    def __ge__(self, other: Any) -> bool:
        return self._compared(other, operator.ge)

    def __eq__(self, other: Any) -> bool:
        return self._compared(other, operator.eq)

    def __ne__(self, other: Any) -> bool:
        return self._compared(other, operator.ne)

    __hash__ = int.__hash__

    def _made(self, value: Any, per: float) -> Any:
        return Watched(value, self.note, per) if isinstance(value, int) else value

    def __neg__(self) -> Any:
        return self._made(super().__neg__(), -self.per)

    def __add__(self, other: Any) -> Any:
        return self._made(super().__add__(other), self.per)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        return self._made(super().__sub__(other), self.per)

    def __rsub__(self, other: Any) -> Any:
        return self._made(super().__rsub__(other), -self.per)

    def __mul__(self, other: Any) -> Any:
        return self._made(super().__mul__(other), self.per * other)

    __rmul__ = __mul__

    def __floordiv__(self, other: Any) -> Any:
        return self._made(super().__floordiv__(other), self.per / other)


class WatchedSpan(timedelta):
    """A span of so many watched days."""

    days_watched: Watched

    def _compared(self, other: timedelta, answer: Callable[[Any, Any], bool]) -> bool:
        return answer(self.days_watched, other.days)

    def __lt__(self, other: timedelta) -> bool:
        return self._compared(other, operator.lt)

    def __le__(self, other: timedelta) -> bool:
        return self._compared(other, operator.le)

    def __gt__(self, other: timedelta) -> bool:
        return self._compared(other, operator.gt)

    def __ge__(self, other: timedelta) -> bool:
        return self._compared(other, operator.ge)


class _Numbers(type):
    def __instancecheck__(cls, one: object) -> bool:
        return isinstance(one, builtins.int)


class _Int(metaclass=_Numbers):
    """Takes the place of `int`, which would make a plain number of a watched one."""

    def __new__(cls, value: Any = 0, *more: Any) -> Any:
        return value if isinstance(value, Watched) else builtins.int(value, *more)


def _span(days: float = 0, **more: float) -> timedelta:
    if not isinstance(days, Watched):
        return timedelta(days=days, **more)
    made = WatchedSpan(days=builtins.int(days))
    made.days_watched = days
    return made


def _modules() -> Iterator[ModuleType]:
    for one in pkgutil.iter_modules(ipt_rules.facts.__path__):
        yield import_module(f"ipt_rules.facts.{one.name}")
    for name in BESIDE_FACTS:
        yield import_module(f"ipt_rules.{name}")


@contextmanager
def watched(parameters: frozenset[str] | None = None) -> Iterator[Mapping[str, set[float]]]:
    """While it lasts, the parameters watch; yields by key how far from it were the numbers that it was compared with.

    With `parameters` only these do. A value below the parameter is a negative number. Only numbers that derivations read
    watch: a parameter that is shown, or compared with another when a site sets it, does not.
    """
    seen: defaultdict[str, set[float]] = defaultdict(set)
    plain = Rulebook.parameter
    modules = {one.__name__: one for one in _modules()}

    def parameter(self: Rulebook, key: str) -> Any:
        value = plain(self, key)
        asked = parameters is None or key in parameters
        reader = sys._getframe(1).f_globals["__name__"]
        return Watched(value, seen[key].add) if asked and type(value) is int and reader in modules else value

    with ExitStack() as stack:
        stack.enter_context(mock.patch.object(Rulebook, "parameter", parameter))
        for module in modules.values():
            stack.enter_context(mock.patch.object(module, "int", _Int, create=True))
            if "timedelta" in vars(module):
                stack.enter_context(mock.patch.object(module, "timedelta", _span))
        stack.enter_context(mock.patch.object(chosen, "Span", Span.model_construct))  # a check would unwatch its ends
        yield seen
