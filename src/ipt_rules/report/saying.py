"""How findings are told on the page: a head, its reason, what to consider, the first of its limits, and its footnote."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ipt_rules.markup import Html, el, joined
from ipt_rules.recommendation import Finding
from ipt_rules.render.sections import grouped, head_of
from ipt_rules.report.notes import Notes
from ipt_rules.translation import _, counted

Group = Sequence[Finding]
"""Findings of one rule that say the same of several people or events."""


def points(findings: Iterable[Finding], notes: Notes) -> Html:
    """Findings as a list: what is to be read first is open, the rest can be opened below it."""
    groups = grouped(findings)
    first = [group for group in groups if any(one.prominent for one in group)]
    return joined([listed(first, notes), folded([group for group in groups if group not in first], notes)])


def listed(groups: Iterable[Group], notes: Notes) -> Html | None:
    items = [el("li", told(group, notes)) for group in groups]
    return el("ul", items, class_="points") if items else None


def folded(groups: Sequence[Group], notes: Notes) -> Html | None:
    """What waits, closed on the screen and printed in full."""
    if not groups:
        return None
    name = counted("{number} more point", "{number} more points", len(groups))
    return el("details", el("summary", name), listed(groups, notes))


def told(group: Group, notes: Notes) -> Html:
    """One finding, or several that say the same."""
    first = group[0]
    reasons = dict.fromkeys(one.rationale for one in group)
    return joined(
        [
            el("p", el("strong", head_of(first)), notes.of(group), class_="head"),
            (el("p", one) for one in reasons if one),
            considered(group),
            cautioned(first.cautions[:1]),
        ]
    )


def considered(group: Group) -> Html | None:
    """What to consider, each line once."""
    lines = dict.fromkeys(line for one in group for line in one.consider)
    return el("ul", (el("li", line) for line in lines), class_="consider") if lines else None


def cautioned(cautions: Iterable[str]) -> Html | None:
    """When the advice misleads."""
    lines = [el("p", el("span", _("Caution:"), class_="label"), " ", line, class_="small") for line in cautions]
    return joined(lines) if lines else None


def paragraphs(texts: Iterable[str], class_: str | None = None) -> Html:
    return joined(el("p", text, class_=class_) for text in texts if text)
