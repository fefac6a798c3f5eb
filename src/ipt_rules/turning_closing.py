"""What closes an alert that stands: what the rule waits for, as `closings.yaml` tells it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ipt_rules.facts.base import shown
from ipt_rules.protocol import AlertClosing
from ipt_rules.quiet import Quiet
from ipt_rules.recommendation import Finding
from ipt_rules.render.wording import level_words
from ipt_rules.rulebook import Rulebook

SLOT = re.compile(r"{([a-z][a-z0-9_]*)}")


@dataclass(frozen=True, repr=False)
class Closing(Quiet):
    """One alert that stands, and what it waits for; `until` is empty where no pack says it."""

    _told = ("rule_id",)

    rule_id: str
    level: str
    summary: str
    until: str
    statements: tuple[str, ...]


def closings(alerts: Iterable[Finding], rulebook: Rulebook) -> tuple[Closing, ...]:
    """For each alert, in their order, what closes it."""
    return tuple(_closings(alerts, rulebook))


def _closings(alerts: Iterable[Finding], rulebook: Rulebook) -> Iterator[Closing]:
    for alert in alerts:
        found = closing_of(alert.rule_id, str(alert.content["about"]), rulebook)
        until = SLOT.sub(lambda slot: shown(rulebook.parameter(slot[1])), found.until) if found else ""
        statements = found.statements if found else ()
        yield Closing(alert.rule_id, level_words(alert.content), alert.summary, until, statements)


def closing_of(rule_id: str, about: str, rulebook: Rulebook) -> AlertClosing | None:
    """The entry that names the rule, else the one for what its alert is about."""
    entries = rulebook.closings.values()
    named = next((one for one in entries if rule_id in one.rules), None)
    return named or next((one for one in entries if about in one.about), None)
