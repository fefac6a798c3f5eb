"""How a change of one part is told: before and now, on one line where both are short."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ipt_rules.differences.model import Change, Lines
from ipt_rules.differences.said import FIRST_SCREEN

SHORT = 60
SCREEN: Mapping[Lines, str] = {("yes",): "now on the first screen", ("no",): "no longer on the first screen"}


def change_lines(change: Change) -> Iterator[str]:
    """The lines that tell a change.

    >>> list(change_lines(Change("place", ("2",), ("1",)))), list(change_lines(Change("why", (), ("It is due.",))))
    (['place: before 2, now 1'], ['why, now: It is due.'])
    """
    if change.part == FIRST_SCREEN:
        yield SCREEN[change.after]
    elif change.part == "examples":
        yield "examples differ"
    elif change.before and change.after and sum(map(len, (*change.before, *change.after))) < SHORT:
        yield f"{change.part}: before {'; '.join(change.before)}, now {'; '.join(change.after)}"
    else:
        yield from (f"{change.part}, before: {line}" for line in change.before)
        yield from (f"{change.part}, now: {line}" for line in change.after)
