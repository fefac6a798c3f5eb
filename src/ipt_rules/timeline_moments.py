"""What a timeline is made of: contacts as they were judged on their days, and changes from one to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ipt_rules.case.record import Contact
from ipt_rules.facts.base import Fact
from ipt_rules.facts.view import View
from ipt_rules.judging import FactsByKind, by_kind
from ipt_rules.quiet import Quiet
from ipt_rules.recommendation import Recommendation

TOPICS = ("alerts", "contact", "phase", "focus", "progress", "agreements", "plan", "questions")
"""What changes are about, in the order in which they are told."""


@dataclass(frozen=True, repr=False)
class Change(Quiet):
    """One thing that a contact brought. `topic` is one of TOPICS, `what` a slug inside it, `says` the same in words.

    Of alerts: `raised`, `higher`, `lower`, `standing`, `also` (one more about what stands already), `cleared` with
    `by` (`screens`, or `denial`: a recorded no), and `lapsed`, where what it rested on no longer holds; `level` is the
    level now, or the last one. Of questions: `closed` and `opened`, with their `count`.
    """

    topic: str
    what: str
    says: str
    level: str | None = None
    by: str | None = None
    count: int | None = None
    rule_ids: tuple[str, ...] = ()


@dataclass(frozen=True, repr=False)
class Moment(Quiet):
    """A contact as it was judged on its day: what was known, what was derived of it, and what was said."""

    contact: Contact
    view: View
    facts: tuple[Fact, ...]
    recommendation: Recommendation

    @cached_property
    def kinds(self) -> FactsByKind:
        return by_kind(self.facts)

    def one(self, kind: str) -> Mapping[str, object]:
        """The values of the only fact of a kind; nothing where there is none."""
        return next((fact.values for fact in self.kinds.get(kind, ())), {})
