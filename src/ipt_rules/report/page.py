"""The whole page: its head, its parts in their order, the footnotes, and its style."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from string import Template
from typing import Any

from ipt_rules.markup import Html, el, joined, link
from ipt_rules.recommendation import Finding
from ipt_rules.render import wording
from ipt_rules.report import limits, sheet, work
from ipt_rules.report.course import course
from ipt_rules.report.events import events_of, timeline
from ipt_rules.report.focus import focus
from ipt_rules.report.icons import alert_icon
from ipt_rules.report.inventory import inventory
from ipt_rules.report.material import Material, highest
from ipt_rules.report.notes import Notes
from ipt_rules.report.safety import alerts, to_ask
from ipt_rules.report.saying import points
from ipt_rules.translation import _, counted

Part = tuple[str, str, Html]
"""A part of the page: its anchor, its title, its content."""


def to_html(material: Material) -> str:
    """The page. The same material gives the same bytes."""
    parts = list(_parts(material))
    style = _resource("report.css")
    return Template(_resource("page.html")).substitute(
        language=_("en"),  # the language of this catalogue, for whoever has the page read aloud
        style=style,
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        title=joined([_title(material)]),
        skip=link(parts[0][0], _("Skip to the alerts")),
        header=_header(material),
        contents_name=joined([_("Contents")]),
        contents=el("ul", (el("li", link(name, title)) for name, title, _content in parts)),
        main=joined(_part(*part) for part in parts),
        footer=limits.made_with(material.recommendation),
    )


def _resource(name: str) -> str:
    return files("ipt_rules.report").joinpath(name).read_text(encoding="utf-8")


def _part(name: str, title: str, content: Html) -> Html:
    return el("section", el("h2", title, id=f"{name}-title"), content, id=name, aria_labelledby=f"{name}-title")


def _title(material: Material) -> str:
    recommendation = material.recommendation
    return _("Case {case}, {day}").format(case=recommendation.case_id, day=recommendation.on.isoformat())


def _parts(material: Material) -> Iterator[Part]:
    """The parts that have something to say, in the order in which they are read."""
    notes, recommendation = Notes(material.rulebook), material.recommendation
    events = events_of(material)
    yield "alerts", _("Alerts"), alerts(material, notes)
    yield "ask", _("To ask"), to_ask(material, notes)
    fitting = [one for one in recommendation.findings if one.section == "suitability" and one.conclusion != "ask"]
    if fitting:
        yield "fit", _("Fit and referral"), points(fitting, notes)
    yield "course", _("Course"), course(material, events, notes)
    yield "people", _("People"), inventory(material)
    yield "time", _("Events and onset"), timeline(material, events)
    yield "focus", _("Focus"), focus(recommendation, notes)
    yield "phase", _("Phase"), work.phase(material, notes)
    yield "techniques", _("Techniques"), work.techniques(material, notes)
    relapse = recommendation.plans.relapse_prevention
    planned = sheet.plan(recommendation, notes)
    if planned:
        yield "plan", _("Ending and after"), planned
    if sheet.shows_sheet(relapse):
        yield "sheet", relapse.title, sheet.relapse_sheet(relapse)
    yield "not-known", _("Not known"), limits.not_known(recommendation, notes)
    rest = left_over(material, notes)
    if rest:
        yield "more", _("Also said"), rest
    yield "sources", _("Sources and limits"), notes.listed()


def left_over(material: Material, notes: Notes) -> Html:
    """What no part above has told: nothing that a rule says is lost for want of a place."""
    told = notes.told
    every = (*material.recommendation.findings, *(held.finding for held in material.recommendation.held))
    left: list[Finding] = [one for one in every if one not in told]
    return points(left, notes) if left else Html("")


# The head


def _header(material: Material) -> Html:
    recommendation = material.recommendation
    name = str(recommendation.phase.get("phase"))
    facts = [
        (_("Day of this report"), recommendation.on.isoformat()),
        (_("Session"), _session(recommendation.phase)),
        (_("Phase"), wording.PHASES.get(name, name)),
        (_("Alerts"), _standing(material)),
    ]
    return joined(
        [
            el("h1", _("Case {case}").format(case=recommendation.case_id)),
            el("dl", (el("div", el("dt", name), el("dd", told)) for name, told in facts), class_="facts"),
            el("p", " ".join(_notice(material)), class_="notice"),
        ]
    )


def _session(phase: Mapping[str, Any]) -> str:
    """The session now, of how many; in maintenance it may be beyond what was planned."""
    number, planned = phase.get("session_number"), phase.get("planned_sessions")
    if not number:
        return _("so far the intake")
    if not planned:
        return _("{number}, of a number not recorded").format(number=number)
    told = _("{number} of {planned}") if number <= planned else _("{number}; {planned} were planned")
    return told.format(number=number, planned=planned)


def _standing(material: Material) -> Html:
    """How many alerts there are and the highest level, in the first lines of the page."""
    found = material.recommendation.alerts
    level = highest(found)
    if level is None:
        return joined([_("none from what is recorded")])
    words = next(wording.level_words(one.content) for one in found if one.content["level"] == level)
    told = counted("{number} alert", "{number} alerts", len(found))
    return el("a", alert_icon(level), f"{words} ({told})", href="#alerts", class_="standing", data_level=level)


def _notice(material: Material) -> Iterator[str]:
    """Who the page is for, who has reviewed the rules, and that it stays where it is."""
    packs = material.recommendation.rulebook.get("packs", ())
    pending = [pack["name"] for pack in packs if pack.get("review") == "pending"]
    if pending:
        yield _("No clinician has reviewed the rules behind this report yet ({packs}).").format(
            packs=", ".join(pending)
        )
    yield from dict.fromkeys(line for pack in packs for line in pack.get("intended_use", ()))
    yield _("Nothing was sent anywhere to make it.")
