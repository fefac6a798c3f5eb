"""What is new since an earlier contact: a short section after the alerts, and a mark at what is new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ipt_rules.recommendation import Finding, News, Recommendation, Since
from ipt_rules.render import wording
from ipt_rules.render.page import Item, Page, Section, clean
from ipt_rules.render.sections import TITLES
from ipt_rules.translation import N_, Words, _, counted
from ipt_rules.vocabulary import ALERT_LEVELS

ITEMS_SHOWN = 6
IN_DETAIL = ("argues_for", "argues_against", "suggest", "block", "fits")
"""Read in tables and lists of their own: here they are counted."""

MARKS = Words({"new": N_("new"), "level": N_("changed"), "words": N_("changed"), "released": N_("no longer held back")})


def with_since(page: Page, recommendation: Recommendation) -> Page:
    """The page with the section after its alerts and marks at what is new; the same page where nothing was compared."""
    if recommendation.since is None:
        return page
    marked = [replace(one, items=tuple(_marked(item, recommendation) for item in one.items)) for one in page.sections]
    at = next((place + 1 for place, one in enumerate(marked) if one.title == TITLES["alerts"]), 0)
    return replace(page, sections=(*marked[:at], since_section(recommendation.since), *marked[at:]))


def since_mark(finding: Finding, since: Since | None) -> str:
    """How a finding is marked: `new`, `changed`, `no longer held back`, or not at all."""
    news = _found(finding, since) if since else None
    return MARKS[news.why] if news else ""


def _found(finding: Finding, since: Since) -> News | None:
    return next((one for one in since.new if (one.rule_id, one.subject or "") == finding.key), None)


def _marked(item: Item, recommendation: Recommendation) -> Item:
    """An item of the page with the mark of the finding it tells; items are known by the words of their head."""
    for finding in recommendation.findings:
        mark = since_mark(finding, recommendation.since)
        if mark and clean(str(finding.content.get("question", finding.summary))) in item.head:
            return replace(item, head=f"{item.head} ({mark})")
    return item


def since_section(since: Since) -> Section:
    """What is new in a few lines: new alerts first, and how many of those above stood before; the rest cut to a few."""
    form = _("New since session {number} ({day})") if since.session else _("New since the intake ({day})")
    items = [*_alerts(since), *_others(since)]
    none = () if items else (_("Nothing."),)
    title = form.format(number=since.session, day=since.date.isoformat())
    return Section(title, lead=none, items=tuple(items))


def _alerts(since: Since) -> Iterator[Item]:
    for news in filter(_alert, since.new):
        mark, tone, level = wording.LEVELS[str(news.level)]
        yield Item(clean(f"{MARKS[news.why].capitalize()}, {_(level)}: {news.summary}"), mark, tone)
    if since.standing:
        highest = min((str(news.level) for news in since.standing), key=ALERT_LEVELS.index)
        mark, tone = wording.LEVELS[highest][:2]
        told = counted(
            "{number} alert stood then and stands now as before",
            "{number} alerts stood then and stand now as before",
            len(since.standing),
        )
        yield Item(told, mark, tone)
    gone = _("No longer stands: {what}")
    yield from (Item(clean(gone.format(what=news.summary))) for news in filter(_alert, since.gone))


def _others(since: Since) -> Iterator[Item]:
    others = [one for one in since.new if one.conclusion != "alert"]
    shown = [one for one in others if one.conclusion not in IN_DETAIL][:ITEMS_SHOWN]
    yield from (Item(clean(_head(one)), "?" if one.conclusion == "ask" else "-") for one in shown)
    left = len(others) - len(shown)
    if left:
        form = _("{number} more, in the sections below") if shown else _("{number}, in the sections below")
        yield Item(form.format(number=left), "-", "muted")
    gone = [one.conclusion == "ask" for one in since.gone if not _alert(one)]
    points, questions = gone.count(False), gone.count(True)
    if gone:
        counts = [
            *([counted("{number} point", "{number} points", points)] if points else []),
            *([counted("{number} question", "{number} questions", questions)] if questions else []),
        ]
        yield Item(_("No longer said: {counts}").format(counts=", ".join(counts)), "-", "muted")


def _head(news: News) -> str:
    return news.summary if news.why == "new" else f"{news.summary} ({MARKS[news.why]})"


def _alert(news: News) -> bool:
    return news.conclusion == "alert"
