"""Facts about the ending, the relapse-prevention plan and maintenance (E, F)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ipt_rules.facts.base import Fact, FactKind
from ipt_rules.facts.view import View

UNKNOWNS: Mapping[str, str] = {}
KINDS: tuple[FactKind, ...] = ()


def derive(view: View) -> Iterator[Fact]:
    """The facts of this module for one case on one day."""
    yield from ()
