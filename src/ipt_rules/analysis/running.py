"""Runs the checks of the analysis, and sets aside what the pack declares as meant, with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ipt_rules.analysis import contradictions, covered, crossing, implied, never, partitions, phases, unread
from ipt_rules.analysis.base import Found
from ipt_rules.protocol import Deliberate
from ipt_rules.rulebook import Rulebook

CHECKS: tuple[Callable[[Rulebook], Iterator[Found]], ...] = (
    never.problems,
    covered.problems,
    contradictions.problems,
    partitions.problems,
    crossing.problems,
    phases.problems,
    unread.problems,
    implied.problems,
)
STALE = "ANALYSIS-07"
"""A declaration that sets nothing aside: what it speaks of is no longer found."""

UNREAD = "ANALYSIS-05"


def analyse(rulebook: Rulebook) -> list[Found]:
    """What the analysis finds in a rulebook; what is declared as meant left out, and declarations that mean nothing told."""
    found = [one for check in CHECKS for one in check(rulebook)]
    left = [one for one in found if not any(_meant(one, each) for each in rulebook.deliberate.values())]
    left = [one for one in left if not _kept(one, rulebook)]
    return sorted([*left, *_stale(found, rulebook)])


def _names(found: Found) -> set[str]:
    return {name for name in (found.where, found.about) if name}


def _meant(found: Found, declared: Deliberate) -> bool:
    return found.code == declared.check and _names(found) <= set(declared.about)


def _kept(found: Found, rulebook: Rulebook) -> bool:
    name = _field(found)
    return found.code == UNREAD and any(name in kept.fields for kept in rulebook.kept_fields.values())


def _field(found: Found) -> str:
    """The field that a finding is about, as `kind.field`."""
    return f"{found.where.removeprefix('facts ')}.{found.about}"


def _stale(found: Iterable[Found], rulebook: Rulebook) -> Iterator[Found]:
    found = list(found)
    for declared in rulebook.deliberate.values():
        named = {name for one in found if _meant(one, declared) for name in _names(one)}
        for name in sorted(set(declared.about) - named):
            message = f"{declared.check} finds nothing in `{name}` that this declares as meant"
            yield Found(f"deliberate {declared.id}", (), STALE, message, "take it out")
    unread_fields = {_field(one) for one in found if one.code == UNREAD}
    for kept in rulebook.kept_fields.values():
        for name in sorted(set(kept.fields) - unread_fields):
            yield Found(f"kept {kept.id}", (), STALE, f"`{name}` is read by now, or is no field", "take it out")
