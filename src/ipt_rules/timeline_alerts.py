"""What became of each alert from one contact to the next: raised, standing, cleared and by what.

Alerts are followed by matter, that is by what they are about and whom they concern: what stands is told again at each
contact, perhaps by another rule, and is then no new matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ipt_rules import vocabulary as words
from ipt_rules.facts.base import Fact
from ipt_rules.facts.risk import OF_VIOLENCE
from ipt_rules.facts.risk_kinds import RISK, RISK_SIGN
from ipt_rules.facts.signs import SIGNS
from ipt_rules.recommendation import Finding, Matter
from ipt_rules.replay import Told, seen_from
from ipt_rules.timeline_moments import Change, Moment
from ipt_rules.translation import _

OF_SUICIDE = "suicide"
"""What clear screens clear (SAF-14): a score that rose, say, is cleared by nothing but a lower one."""


def alert_changes(before: Moment | None, now: Moment, told: Sequence[Told]) -> Iterator[Change]:
    """One change for each matter that stands or stood, the highest first; `told` are the alerts of all contacts before."""
    stood, stand = _matters(before), _matters(now)
    for matter, alerts in stand.items():
        yield from _standing(stood.get(matter, ()), alerts)
    for matter, alerts in stood.items():
        if before is not None and matter not in stand:
            yield _gone(alerts, before, now, told)


def _matters(moment: Moment | None) -> dict[Matter, list[Finding]]:
    return by_matter(moment.recommendation.alerts) if moment else {}


def by_matter(alerts: Iterable[Finding]) -> dict[Matter, list[Finding]]:
    """Alerts by what they are about, the highest matter first, and the highest of each first."""
    found: dict[Matter, list[Finding]] = {}
    for alert in sorted(alerts, key=_rank):
        found.setdefault(alert.matter, []).append(alert)
    return found


def _standing(stood: Sequence[Finding], alerts: Sequence[Finding]) -> Iterator[Change]:
    """One matter that stands now: what became of it, and each alert about it that is new."""
    first = alerts[0]
    if not stood:
        yield _told("raised", first)
    else:
        was, level = _rank(stood[0]), _rank(first)
        yield _told("higher" if level < was else "lower" if level > was else "standing", first)
    known = {alert.key for alert in stood}
    others = {alert.summary: alert for alert in reversed(alerts[1:]) if alert.key not in known}
    yield from (_told("also", alert) for summary, alert in reversed(others.items()) if summary != first.summary)


def _told(what: str, alert: Finding) -> Change:
    return Change("alerts", what, alert.summary, level=alert.content["level"], rule_ids=(alert.rule_id,))


def _rank(alert: Finding) -> int:
    return words.ALERT_LEVELS.index(alert.content["level"])


def _gone(alerts: Sequence[Finding], before: Moment, now: Moment, told: Sequence[Told]) -> Change:
    """A matter that no alert speaks of any more: cleared as SAF-14 says, answered no, or without what it rested on."""
    by = _cleared_by(alerts, before, now, told)
    why = {
        "denial": _("answered no since"),
        "screens": _("{number} clear screens in a row").format(number=now.view.parameter("clear_screens")),
        None: _why_lapsed(alerts[0], now),
    }
    return Change(
        "alerts",
        "cleared" if by else "lapsed",
        f"{alerts[0].summary} ({why[by]})",
        level=alerts[0].content["level"],
        by=by,
        rule_ids=tuple(alert.rule_id for alert in alerts),
    )


def _why_lapsed(alert: Finding, now: Moment) -> str:
    """An item above nought that was enquired into asks for nothing more that day, and is not gone."""
    if alert.matter[0] == OF_SUICIDE and now.one(RISK.name).get("something_stands") is True:
        return _("the screener was asked; the answer it was about still stands")
    return _("what it rested on no longer holds")


def _cleared_by(alerts: Sequence[Finding], before: Moment, now: Moment, told: Sequence[Told]) -> str | None:
    """`denial` or `screens`; None where neither is on record, such as for a score that fell again."""
    about, person = alerts[0].matter
    last = (before.contact.number, about, person)
    seen = [fact for fact in seen_from(told, now.view) if _values(fact, "session", "about", "person") == last]
    if about in (OF_SUICIDE, OF_VIOLENCE, *SIGNS) and any(fact.get("cleared") for fact in seen):
        return "screens" if about == OF_SUICIDE else "denial"
    places = {used.places for alert in alerts for used in alert.facts if used.kind == RISK_SIGN.name}
    rested = {fact.get("sign") for fact in before.kinds.get(RISK_SIGN.name, ()) if fact.places in places}
    no = {fact.get("sign") for fact in now.kinds.get(RISK_SIGN.name, ()) if fact.get("present") is False}
    return "denial" if rested & no else None


def _values(fact: Fact, *fields: str) -> tuple[object, ...]:
    return tuple(fact.get(field) for field in fields)
