"""Alerts for reading: those about one matter in one block, the highest first; and the line that recalls them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ipt_rules.recommendation import Finding, Recommendation
from ipt_rules.render.page import Item, Section, clean, cleaned
from ipt_rules.render.sections import TITLES, head_of, mark_of, no_alert
from ipt_rules.timeline_alerts import by_matter
from ipt_rules.translation import _


def alerts_section(recommendation: Recommendation, beside: Iterable[Item] = ()) -> Section:
    """All alerts, whole, with what of the record was not read; framed where there is any. `beside` stands after them."""
    items = [alert_item(group) for group in by_matter(recommendation.alerts).values()]
    lead = (*(() if items else (no_alert(),)), *recommendation.notices)
    framed = bool(items or recommendation.notices)
    return Section(TITLES["alerts"], lead=cleaned(lead), items=(*items, *beside), framed=framed)


def alert_item(group: Sequence[Finding]) -> Item:
    """Alerts about one matter, the highest with what to do; the others by their heads, and what they add to it."""
    first, *others = group
    mark, tone = mark_of(first)
    points = dict.fromkeys(line for one in group for line in one.consider)
    heads = dict.fromkeys(
        _("Also: {what}.").format(what=head_of(one)) for one in others if one.summary != first.summary
    )
    return Item(
        head=clean(head_of(first)),
        mark=mark,
        tone=tone,
        says=cleaned((first.rationale, *heads)),
        points=cleaned(points),
    )
