"""How much one case may hold. The limits are technical, not clinical: far above any record, and an answer stays quick.

The work for an answer grows with the square of the people, of the events and of the sessions (of which there are 400 at
most, by their numbers), and with their product. At these limits it takes seconds; it could otherwise take hours.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ipt_rules.case.base import Part
from ipt_rules.case.model import Case
from ipt_rules.case.record import KEYS

MOST_ENTRIES = 200
"""Of one list: whole caseloads know fewer people."""

MOST_IN_ALL = 3_000
"""Of all lists of a case together: thirty a week for two years."""

MOST_WORK = 10_000
"""People, events and goals times contacts: fifty contacts with two hundred of them, or four hundred with five and twenty."""

Loc = tuple[str | int, ...]


def too_much(case: Case) -> tuple[Loc, str, str, str] | None:
    """Place, code, message and hint of the first limit that the case breaks; None where it breaks none."""
    hint = "check that the file is of one patient; leave out or merge what no longer matters"
    total = 0
    for loc, entries in _lists(case, ()):
        total += len(entries)
        if len(entries) > MOST_ENTRIES and loc != ("sessions",):
            return loc, "CASE-47", f"there are more than {MOST_ENTRIES} entries", hint
        if total > MOST_IN_ALL:
            return loc, "CASE-48", f"up to here there are more than {MOST_IN_ALL:,} entries in all lists", hint
    named = sum(len(_keys(case, name, key)) for name, key in KEYS.items())
    if named * (len(case.sessions) + 1) > MOST_WORK:
        message = f"the people, events and goals times the contacts are more than {MOST_WORK:,}"
        return ("sessions",), "CASE-49", message, hint
    return None


def _keys(case: Case, name: str, key: str) -> set[str]:
    return {getattr(entry, key) for part in _backgrounds(case) for entry in getattr(part, name)}


def _backgrounds(case: Case) -> Iterator[Any]:
    yield case.intake
    yield from (session.learned for session in case.sessions if session.learned is not None)


def _lists(part: Any, loc: Loc) -> Iterator[tuple[Loc, Any]]:
    """Every list and mapping of a part with its place, in no order that says anything."""
    for name in type(part).model_fields:
        if name not in part.model_fields_set:
            continue
        value, here = getattr(part, name), (*loc, name)
        if isinstance(value, Part):
            yield from _lists(value, here)
        elif isinstance(value, tuple | dict) and value:
            yield here, value
            for index, entry in enumerate(value):
                if isinstance(entry, Part):
                    yield from _lists(entry, (*here, index))
