"""A timeline for reading and as JSON: the alerts that stand, where things stand, then each contact with what it brought."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from ipt_rules.recommendation import Finding, Matter
from ipt_rules.render import wording
from ipt_rules.render.json_ import plain
from ipt_rules.render.lines import Style
from ipt_rules.render.markdown import page_to_markdown
from ipt_rules.render.page import Item, Page, Section, clean
from ipt_rules.render.phases import phase_name
from ipt_rules.render.sections import head_of, mark_of, sentence
from ipt_rules.render.text import DRAWN, WIDTH, Paint, page_to_text, unpainted
from ipt_rules.timeline_alerts import by_matter
from ipt_rules.timelines import Change, Timeline, TimelineEntry
from ipt_rules.translation import N_, Words, _, counted

NO_ALERT = N_("None stands, from what is recorded.")
OF_ALERTS: Mapping[str, str] = Words(
    {
        "raised": N_("New"),
        "higher": N_("Higher now"),
        "lower": N_("Lower now, and still standing"),
        "standing": N_("Still stands"),
        "also": N_("Also"),
        "cleared": N_("Cleared"),
        "lapsed": N_("No longer stands"),
    }
)
OVER = ("cleared", "lapsed")
NOT_HELD: Mapping[str, str] = Words({"missed": N_("missed"), "gap": N_("not held")})
BEHIND = ("recommendation",)
"""What of an entry its JSON leaves out: `ipt-rules recommend` gives it."""


def timeline_to_text(timeline: Timeline, *, width: int = WIDTH, paint: Paint = unpainted, style: Style = DRAWN) -> str:
    """The timeline as text of at most `width` columns, ending in a line break."""
    return page_to_text(timeline_page(timeline), width, paint, style)


def timeline_to_markdown(timeline: Timeline) -> str:
    """The timeline as Markdown, ending in a line break."""
    return page_to_markdown(timeline_page(timeline))


def timeline_page(timeline: Timeline) -> Page:
    """The timeline as a page: what stands at the latest contact first."""
    latest = timeline.entries[-1]
    sections = (
        _alerts(timeline),
        Section(_("Where it stands"), lead=tuple(map(clean, _standing(timeline)))),
        Section(_("Contact by contact"), items=tuple(map(_item, timeline.entries))),
    )
    title = _("Timeline of case {case}, until {day}").format(case=timeline.case_id, day=timeline.until.isoformat())
    small = tuple(map(clean, wording.footer(latest.recommendation)))
    return Page(clean(title), sections, small, wording.reminder(latest.recommendation))


# What stands


def _alerts(timeline: Timeline) -> Section:
    """The alerts of the latest contact, those about one matter together, and since when that was told."""
    matters = by_matter(timeline.entries[-1].recommendation.alerts)
    items = [_alert(alerts, timeline, matter) for matter, alerts in matters.items()]
    return Section(_("Alerts"), lead=() if items else (_(NO_ALERT),), items=tuple(items), framed=bool(items))


def _alert(alerts: Sequence[Finding], timeline: Timeline, matter: Matter) -> Item:
    first, *others = alerts
    mark, tone = mark_of(first)
    also = dict.fromkeys(
        _("Also: {what}.").format(what=alert.summary) for alert in others if alert.summary != first.summary
    )
    since, itself = _since(timeline, matter), _since(timeline, matter, first.rule_id)
    told = [_("Stands since {contact}, {day}.").format(contact=_name(itself), day=itself.date.isoformat())]
    if itself is not since:
        longer = _("Alerts about this matter have stood since {contact}, {day}.")
        told.append(longer.format(contact=_name(since), day=since.date.isoformat()))
    return Item(clean(head_of(first)), mark, tone, says=tuple(map(clean, (" ".join(told), *also))))


def _since(timeline: Timeline, matter: Matter, rule_id: str | None = None) -> TimelineEntry:
    """The contact from which on the matter, or the alert of that rule about it, stood without a break."""
    first = timeline.entries[-1]
    for entry in reversed(timeline.entries):
        alerts = by_matter(entry.recommendation.alerts).get(matter, [])
        if not any(rule_id in (None, alert.rule_id) for alert in alerts):
            break
        first = entry
    return first


def _standing(timeline: Timeline) -> Iterator[str]:
    latest = timeline.entries[-1].recommendation
    yield wording.phase_sentence(latest.phase)
    yield from map(sentence, latest.before_focus)
    yield wording.focus_sentences(latest.focus, qualified=bool(latest.before_focus))[0]
    yield from map(str, latest.progress.get("lines", ()))
    missed = [_name(entry) for entry in timeline.entries if entry.contact == "missed"]
    if missed:
        yield _("Missed: {contacts}.").format(contacts=", ".join(missed))
    yield counted("{number} question open.", "{number} questions open.", len(latest.gaps))


# Contact by contact


def _item(entry: TimelineEntry) -> Item:
    """One contact: its line, and under it what it brought."""
    mark, tone = wording.LEVELS[entry.level][:2] if entry.level else ("-", "")
    level = _level(entry, entry.level) if entry.level else _("no alert")
    told = ", ".join([entry.date.isoformat(), _number(entry), *_held(entry), level])
    return Item(clean(told), mark, tone, points=tuple(map(clean, _lines(entry))))


def _number(entry: TimelineEntry) -> str:
    if not entry.session:
        return _("intake")
    form = _("session {number} of {planned}") if entry.planned_sessions else _("session {number}")
    return form.format(number=entry.session, planned=entry.planned_sessions)


def _name(entry: TimelineEntry) -> str:
    return _("session {number}").format(number=entry.session) if entry.session else _("the intake")


def _held(entry: TimelineEntry) -> Iterator[str]:
    """The phase and the PHQ-9; of a contact that was not held, that it was not."""
    if entry.contact in NOT_HELD:
        yield NOT_HELD[entry.contact]
    yield phase_name(entry.phase).lower()
    if entry.phq9 is not None:
        yield _("PHQ-9 {score}").format(score=entry.phq9) + _change(entry.phq9_change)
    elif entry.contact == "held":
        yield _("no PHQ-9")


def _change(points: int | None) -> str:
    """
    >>> _change(-3), _change(0), _change(None)
    (' (−3)', ' (no change)', '')
    """
    if points is None:
        return ""
    return _(" (no change)") if points == 0 else f" ({'+' if points > 0 else '−'}{abs(points)})"


def _lines(entry: TimelineEntry) -> Iterator[str]:
    """One line a change; how many questions went and came stands in one."""
    for change in entry.changes:
        if change.topic == "alerts":
            yield _of_alert(change, entry)
        elif change.topic != "questions":
            yield change.says
    counts = [change.says for change in entry.changes if change.topic == "questions"]
    if counts:
        yield "; ".join(counts)


def _of_alert(change: Change, entry: TimelineEntry) -> str:
    """An alert with its level, unless the line of the contact says that already."""
    told = change.what in OVER or change.level in (None, entry.level)
    level = "" if told else f" ({_level(entry, str(change.level)).lower()})"
    return f"{OF_ALERTS[change.what]}{level}: {change.says}"


def _level(entry: TimelineEntry, level: str) -> str:
    """The words for a level at this contact: whoever missed it is not there to be asked in it."""
    away = any(alert.content.get("away") for alert in entry.recommendation.alerts)
    return wording.level_words({"level": level, "away": away})


# JSON


def timeline_to_json(timeline: Timeline) -> str:
    """The timeline as JSON text, ending in a line break."""
    return json.dumps(timeline_to_data(timeline), ensure_ascii=False, indent=2) + "\n"


def timeline_to_data(timeline: Timeline) -> dict[str, Any]:
    """The timeline as plain data, without the recommendations behind its entries; dates as ISO text."""
    made = {one.name: plain(getattr(timeline, one.name)) for one in fields(timeline) if one.name != "entries"}
    first = {name: made.pop(name) for name in ("schema_version", "case_id", "until", "engine", "rulebook")}
    return {**first, **made, "entries": [_entry(entry) for entry in timeline.entries]}


def _entry(entry: TimelineEntry) -> dict[str, Any]:
    return {one.name: plain(getattr(entry, one.name)) for one in fields(entry) if one.name not in BEHIND}


def timeline_schema() -> dict[str, Any]:
    """The JSON Schema of what `timeline_to_data` gives."""
    from pydantic import TypeAdapter

    schema = TypeAdapter(Timeline).json_schema(mode="serialization", ref_template="#/$defs/{model}")
    used = {name: schema["$defs"][name] for name in ("Change", "TimelineEntry")}
    for name in BEHIND:
        del used["TimelineEntry"]["properties"][name]
    for one in (schema, *used.values()):
        one["required"] = list(one["properties"])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "$defs": used}
