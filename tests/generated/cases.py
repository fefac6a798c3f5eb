"""Whole cases, generated: `generated_cases()` for Hypothesis, `rolled(seed)` for a long run."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from typing import Any, NamedTuple

from hypothesis import assume
from hypothesis import strategies as st

from generated.changing import CHANGES, thin
from generated.choosing import Drawn, Pick, Rolled, happens, one_of
from generated.corpus import bases
from generated.mending import mended
from ipt_rules import Case
from ipt_rules.case.checks import not_yet
from ipt_rules.errors import CaseError

MOST_CHANGES = 8
DAYS_LATER = (0, 1, 5, 12, 20, 40, 100, 200)


class Whole(NamedTuple):
    """A generated case: as plain data, read, and the day it is to be judged on."""

    data: dict[str, Any]
    case: Case
    on: date
    site: dict[str, Any]

    def __repr__(self) -> str:  # what a failing example shows
        return f"Whole(on={self.on}, site={self.site}, data={self.data})"


def build(pick: Pick, small: bool = False) -> tuple[dict[str, Any], date, dict[str, Any]]:
    """A base with a few changes, mended, and a day: that of its last contact, or later. `small` lets a failure shrink."""
    base = one_of(pick, bases())
    data = copy.deepcopy(base.data)
    for _ in range(pick.below(MOST_CHANGES + 1)):
        one_of(pick, CHANGES)(pick, data)
    if small:
        thin(pick, data)
    mended(data)
    day = [data["intake"], *(data.get("sessions") or ())][-1]["date"]
    on = max(date.fromisoformat(day), date.fromisoformat(base.day))
    return data, on + timedelta(days=one_of(pick, DAYS_LATER) if happens(pick, 25) else 0), base.site


def whole(pick: Pick, small: bool = False) -> Whole | None:
    """A generated case; None where what was made is no valid case."""
    data, on, site = build(pick, small)
    with suppress(CaseError):
        case = Case.from_data(data)
        if not not_yet(case, on):
            return Whole(data, case, on, site)
    return None


@st.composite
def generated_cases(draw: st.DrawFn) -> Whole:
    """Valid whole cases; they shrink to the almost empty base and to few changes."""
    made = whole(Drawn(draw), small=True)
    assume(made is not None)
    assert made is not None
    return made


def rolled(seed: str) -> Whole | None:
    """The case of a seed."""
    return whole(Rolled(seed))


def run_of(seed: str, cases: int) -> Iterator[Whole | None]:
    """The cases of a long run."""
    return (rolled(f"{seed}/{at}") for at in range(cases))
