"""The plans for reading: one line a part beside a recommendation, or a sheet to complete together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ipt_rules.plans import Plan, PlanPart
from ipt_rules.recommendation import Finding, Recommendation
from ipt_rules.render import wording
from ipt_rules.render.json_ import plain
from ipt_rules.render.page import Item, Page, Section, clean, cleaned
from ipt_rules.translation import N_, Words, _, counted

STATES: Mapping[str, str] = Words(
    {
        "filled": N_("filled"),
        "partly": N_("in part"),
        "missing": N_("open"),
        "not-needed": N_("not needed"),
        "not-yet": N_("not yet"),
    }
)
"""The status of a part in words."""

OPEN = ("partly", "missing")
LATER = ("not-needed", "not-yet")
HELD_SHOWN = 2
FROM_RECORD = N_("From the record")
NO_PLAN = N_("The rules in use describe no such plan.")
ALERTS = N_("Alerts: for the therapist, not part of the sheet")
ALERTS_LEAD = N_("They come first. `recommend` tells them in full.")


def plan_data(recommendation: Recommendation, names: Sequence[str] = ()) -> dict[str, Any]:
    """The plans as plain data, with the alerts that stand: a plan read alone must not hide them."""
    told = {one.plan.replace("-", "_"): plain(one) for one in _chosen(recommendation, names)}
    return {
        "schema_version": recommendation.schema_version,
        "case_id": recommendation.case_id,
        "on": recommendation.on.isoformat(),
        "rulebook": plain(recommendation.rulebook),
        "alerts": plain(recommendation.alerts),
        "plans": told,
    }


def plan_page(recommendation: Recommendation, names: Sequence[str] = (), detail: str = "all") -> Page:
    """The plans of a recommendation, or those with these names; the alerts that stand come first.

    `detail` is one of DETAILS: one line a part, the sheet, or the sheet with the places and the sources of each part.
    """
    chosen = _chosen(recommendation, names)
    sections = [compact_section(one) if detail == "short" else sheet_section(one, detail) for one in chosen]
    if not sections:
        sections = [Section(_("Plans"), lead=(_(NO_PLAN),))]
    lead = (_(ALERTS_LEAD),) if recommendation.alerts else ()
    alerts = Section(_(ALERTS), lead, items=tuple(_alert(one) for one in recommendation.alerts))
    shown = tuple(one for one in (alerts, *sections) if not one.empty)
    title = _("Case {case}, {day}: plans").format(case=recommendation.case_id, day=recommendation.on.isoformat())
    return Page(clean(title), shown, cleaned(wording.footer(recommendation)))


def _chosen(recommendation: Recommendation, names: Sequence[str]) -> list[Plan]:
    return [one for one in recommendation.plans.described if not names or one.plan in names]


def _alert(finding: Finding) -> Item:
    mark, tone = wording.LEVELS[finding.content["level"]][:2]
    return Item(
        clean(f"{wording.level_words(finding.content)}: {finding.summary}"),
        mark,
        tone,
        points=cleaned(finding.consider),
    )


# One line a part


def compact_section(plan: Plan, title: str = "") -> Section:
    """The plan with one line a part: what is held, and the question where something is open."""
    lines = [_line(one) for one in _in_work(plan)]
    return Section(clean(title or plan.title), lead=cleaned(_reason(plan)), items=(*lines, *_left_out(plan)))


def _in_work(plan: Plan) -> list[PlanPart]:
    """The parts whose time has come; of a plan whose time has not come, those for which the record holds something."""
    if plan.status == "not-yet":
        return [one for one in plan.parts if one.holds]
    return [one for one in plan.parts if one.status not in LATER]


def _reason(plan: Plan) -> list[str]:
    return [plan.why] if plan.why else []


def _line(part: PlanPart) -> Item:
    told = f"{part.title}: {_held_in_short(part)} {part.ask}" if part.holds else f"{part.title}: {part.ask}"
    return Item(clean(told), _mark(part), "" if part.status in OPEN else "muted")


def _mark(part: PlanPart) -> str:
    return "?" if part.status in OPEN else "-"


def _held_in_short(part: PlanPart) -> str:
    texts = list(dict.fromkeys(one.text for one in part.holds))
    more = len(texts) - HELD_SHOWN
    told = "; ".join(texts[:HELD_SHOWN])
    return (
        counted("{told}; and {number} more.", "{told}; and {number} more.", more, told=told) if more > 0 else f"{told}."
    )


def _left_out(plan: Plan) -> list[Item]:
    """What is not in work, in one line for each reason."""
    if plan.status == "not-yet":
        names = [one.title for one in plan.parts if not one.holds]
        return [_muted(_("Nothing yet for: {parts}.").format(parts="; ".join(names)))] if names else []
    groups: dict[tuple[str, str], list[str]] = {}
    for part in plan.parts:
        if part.status in LATER:
            groups.setdefault((part.status, part.why), []).append(part.title)
    return [
        _muted(f"{STATES[status].capitalize()}: {'; '.join(names)}. {why}") for (status, why), names in groups.items()
    ]


def _muted(text: str) -> Item:
    return Item(clean(text), tone="muted")


# The sheet


def sheet_section(plan: Plan, detail: str = "all") -> Section:
    """The plan in full: each part with what is held, what is usual and what is to be asked."""
    parts = [_part(one, plan, detail) for one in _in_work(plan)]
    cautions = [_muted(_("Caution: {what}").format(what=text)) for text in plan.cautions]
    title = f"{plan.title} ({STATES[plan.status]})"
    lead = cleaned([*_reason(plan), *plan.lead])
    return Section(clean(title), lead=lead, items=(*parts, *_left_out(plan), *cautions))


def _part(part: PlanPart, plan: Plan, detail: str) -> Item:
    state = "" if plan.status == "not-yet" else f" ({STATES[part.status]})"
    return Item(
        head=clean(f"{part.title}{state}"),
        mark=_mark(part),
        says=cleaned(_told(part)),
        points=cleaned([part.ask] if part.ask else []),
        small=cleaned(_small(part)) if detail == "sources" else (),
    )


def _told(part: PlanPart) -> Iterator[str]:
    """What was stated, then what the record offers, then what is usual."""
    stated = dict.fromkeys(one.text for one in part.holds if one.origin == "stated")
    record = dict.fromkeys(one.text for one in part.holds if one.origin != "stated")
    if stated:
        yield f"{'; '.join(stated)}."
    if record:
        yield f"{_(FROM_RECORD)}: {'; '.join(record)}."
    yield from () if part.status in LATER else part.usual


def _small(part: PlanPart) -> Iterator[str]:
    """Where what is held stands, the sources, and the findings that speak of the same."""
    places = list(dict.fromkeys(place for one in part.holds for place in one.places))
    if places:
        yield _("At {places}.").format(places=", ".join(places))
    sources = [wording.short_cite(one) for one in part.references if not wording.NOT_ON_SCREEN.fullmatch(one.key)]
    yield _("Statements {statements}. Source: {source}.").format(
        statements=", ".join(part.statements), source="; ".join(sources) or wording.no_source()
    )
    if part.rules:
        yield _("Rules {rules}.").format(rules=", ".join(part.rules))
