"""Whether a question is asked, by the answers given so far. What is not known satisfies nothing but `known: no` and `unless`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ipt_rules.questions import Condition

Look = Callable[[str], Any]
"""Gives the answer at a path; None where there is none."""


def hold(conditions: Sequence[Condition], look: Look) -> bool:
    """Whether one of the conditions holds in all its lines; none at all always holds."""
    return not conditions or any(all(_holds(look(path), wanted) for path, wanted in one.items()) for one in conditions)


def _holds(told: Any, wanted: Any) -> bool:
    if isinstance(wanted, Mapping):
        return all(_tests(told, operator, value) for operator, value in wanted.items())
    return told is not None and bool(told in wanted if isinstance(wanted, list | tuple) else told == wanted)


def _tests(told: Any, operator: str, value: Any) -> bool:
    if operator == "known":
        return (told is not None) is bool(value == "yes")
    if operator == "unless":
        return bool(told != value)
    if told is None:
        return False
    if operator == "is_not":
        return bool(told != value)
    if operator == "not_in":
        return told not in value
    if not isinstance(told, int | float):
        return False
    return bool(told >= value if operator == "at_least" else told > value)
