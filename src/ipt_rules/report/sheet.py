"""What is planned for the ending and after it, and the relapse-prevention plan as a sheet to complete together.

The sheet is for patient and therapist: it holds what was written for the plan, and lines. What else the record offers, the
questions and the sources stand before it, on the therapist's own page: whatever is on a sheet may be read at somebody's home.
"""

from __future__ import annotations

from collections.abc import Iterator

from ipt_rules.markup import Html, el, joined
from ipt_rules.plans import Plan, PlanPart
from ipt_rules.recommendation import Recommendation
from ipt_rules.report.notes import Notes
from ipt_rules.report.work import checked_points
from ipt_rules.translation import _

LATER = ("not-yet", "not-needed")
LINES = {"filled": 1, "partly": 2, "missing": 3}
"""How many lines a part has to write on, by how far it has come."""


def plan(recommendation: Recommendation, notes: Notes) -> Html:
    """What is planned, then of the relapse plan what is for the therapist."""
    found = [
        one for one in recommendation.findings if one.section in ("ending", "maintenance") and one.conclusion != "ask"
    ]
    sheet = recommendation.plans.relapse_prevention
    return joined([checked_points(found, notes), _preparing(sheet, notes) if sheet.parts else None])


def _preparing(sheet: Plan, notes: Notes) -> Html:
    """For the therapist: what the record offers for each part, and what to ask."""
    parts = [one for one in sheet.parts if one.holds or one.ask or one.why]
    lead = [*([sheet.why] if sheet.why else []), *sheet.lead]
    items = (el("li", list(_part(one, notes))) for one in parts)
    ready = _("The sheet itself follows, on a page of its own when this is printed.")
    return joined(
        [
            el(
                "h3",
                _("For the therapist: {title}").format(title=sheet.title),
                notes.statements(sheet.title, sheet.statements),
            ),
            (el("p", one) for one in lead),
            el("p", ready) if shows_sheet(sheet) else None,
            el("ul", items, class_="points") if parts else None,
            (el("p", el("span", _("Caution:"), class_="label"), " ", one, class_="small") for one in sheet.cautions),
        ]
    )


def _part(part: PlanPart, notes: Notes) -> Iterator[Html]:
    yield el("p", el("strong", part.title), notes.part(part), class_="head")
    stated = dict.fromkeys(one.text for one in part.holds if one.origin == "stated")
    record = dict.fromkeys(one.text for one in part.holds if one.origin != "stated")
    if stated:
        yield el("p", _("Written: {texts}.").format(texts="; ".join(stated)))
    if record:
        yield el("p", _("From the record, to offer: {texts}.").format(texts="; ".join(record)))
    if part.ask:
        yield el("p", _("To ask: {question}").format(question=part.ask))
    yield from (
        el("p", one, class_="small") for one in (part.why, *(() if part.status in LATER else part.usual)) if one
    )


def shows_sheet(sheet: Plan) -> bool:
    """Whether the time of the plan has come."""
    return bool(sheet.parts) and sheet.status not in LATER


def relapse_sheet(sheet: Plan) -> Html:
    """The sheet: what was written, and lines to write on. No rules, sources or terms of ours stand on it."""
    parts = [one for one in sheet.parts if one.status not in LATER]
    return joined(
        [
            el("p", _("Written together on: "), el("span", class_="line short")),
            (_part_of_sheet(one) for one in parts),
        ]
    )


def _part_of_sheet(part: PlanPart) -> Html:
    stated = dict.fromkeys(one.text for one in part.holds if one.origin == "stated")
    lines = [el("div", class_="line") for _line in range(LINES.get(part.status, 1))]
    return el(
        "section",
        el("h3", part.title),
        el("ul", (el("li", one) for one in stated)) if stated else None,
        el("div", lines, class_="lines", aria_hidden="true"),
        class_="sheet-part",
    )
