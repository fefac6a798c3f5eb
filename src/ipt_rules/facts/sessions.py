"""Facts about the sessions so far (A5, D1, D4) beside what the session now showed: gathered here, derived in their modules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ipt_rules.facts import alliance, attendance, medicines, middle, technique_history
from ipt_rules.facts.base import Fact, FactKind
from ipt_rules.facts.view import View

UNKNOWNS: Mapping[str, str] = {}
MODULES = (middle, technique_history, alliance, attendance, medicines)
KINDS: tuple[FactKind, ...] = tuple(declared for module in MODULES for declared in module.KINDS)


def derive(view: View) -> Iterator[Fact]:
    """The middle phase, what came of techniques lately, alliance, attendance, and what is recorded of medicines."""
    for module in MODULES:
        yield from module.derive(view)
