"""The phase with what of it is done, and the techniques: used so far, for the next session, and kept back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ipt_rules.case import Session
from ipt_rules.markup import Html, el, joined
from ipt_rules.recommendation import Finding, Recommendation, TechniqueAdvice, holds_all
from ipt_rules.render import wording
from ipt_rules.render.sections import grouped, limits_of, sentence, technique_name
from ipt_rules.report.material import Material
from ipt_rules.report.notes import Notes
from ipt_rules.report.safety import contact_name
from ipt_rules.report.saying import folded, told
from ipt_rules.report.words import capitalised, results
from ipt_rules.translation import _


def phase(material: Material, notes: Notes) -> Html:
    """Where the treatment stands, then the checklists as lists to tick, then what else is said of the phase."""
    recommendation = material.recommendation
    found = [one for one in recommendation.findings if one.section == "phase" and one.conclusion != "ask"]
    return joined(
        [el("p", wording.phase_sentence(recommendation.phase)), checked_points(found, notes)],
    )


def checked_points(findings: Sequence[Finding], notes: Notes) -> Html:
    """Findings, those with a checklist with its items done and open under them."""
    groups = grouped(findings)
    first = [group for group in groups if any(one.prominent for one in group)]
    items = [el("li", told(group, notes), checklist(group[0])) for group in first]
    rest = [group for group in groups if group not in first]
    plain = [group for group in rest if not _has_list(group[0])]
    lists = [el("li", told(group, notes), checklist(group[0])) for group in rest if _has_list(group[0])]
    return joined(
        [
            el("ul", items, lists, class_="points") if items or lists else None,
            folded(plain, notes),
        ]
    )


def _has_list(finding: Finding) -> bool:
    return bool(finding.done or finding.open)


def checklist(finding: Finding) -> Html | None:
    """What of a checklist is done and what is open, in words and as boxes."""
    if not _has_list(finding):
        return None
    groups = ((_("Open"), finding.open, "open"), (_("Done"), finding.done, "done"))
    columns = [
        el("div", el("p", name, class_="label"), el("ul", (el("li", one) for one in items), class_=f"checks {look}"))
        for name, items, look in groups
        if items
    ]
    return el("div", columns, class_="sides")


# Techniques


def techniques(material: Material, notes: Notes) -> Html:
    recommendation = material.recommendation
    others = [
        one
        for one in recommendation.findings
        if one.section == "techniques" and one.conclusion not in ("ask", "suggest", "block")
    ]
    return joined(
        [
            el("h3", _("For the next session")),
            _suggested(recommendation, notes),
            checked_points(others, notes),
            el("h3", _("Used so far")),
            _used(material),
            _kept_back(recommendation, notes),
        ]
    )


def _suggested(recommendation: Recommendation, notes: Notes) -> Html:
    holding = [one for one in recommendation.findings if holds_all(one)]
    if holding:
        lead = _("No technique is suggested while this stands: {reason}").format(reason=sentence(holding[0].summary))
        return el("p", lead, notes.of(holding[:1]))
    if not recommendation.techniques:
        return el("p", _("No technique is suggested from what is recorded."))
    items = (el("li", list(_advice(one, recommendation, notes))) for one in recommendation.techniques)
    return el("ol", items, class_="points")


def _advice(advice: TechniqueAdvice, recommendation: Recommendation, notes: Notes) -> Iterator[Html]:
    behind = _behind(advice, recommendation)
    yield el("p", el("strong", technique_name(advice)), notes.of(behind), class_="head")
    yield el("p", advice.how)
    yield el("p", _("Why: {why}").format(why=advice.why))
    yield from (el("p", one, class_="small") for one in limits_of(advice))
    lines = dict.fromkeys(line for one in behind for line in one.consider)
    if lines:
        yield el("ul", (el("li", line) for line in lines), class_="consider")


def _behind(advice: TechniqueAdvice, recommendation: Recommendation) -> list[Finding]:
    every = (*recommendation.findings, *(held.finding for held in recommendation.held))
    rules = {*advice.rule_ids, *advice.blocked_by}
    found = [one for one in every if one.rule_id in rules]
    return [one for one in found if one.person in (advice.person, None)] or found


def _used(material: Material) -> Html:
    """Every technique that sessions recorded, with the sessions and what came of it."""
    names = material.rulebook.techniques
    uses: dict[tuple[str, str], list[str]] = {}
    for stop in material.stops:
        part = stop.contact.part
        for one in part.techniques if isinstance(part, Session) else ():
            name = names[one.technique].name if one.technique in names else one.technique
            who = material.view.who(one.person) or ""
            result = results().get(str(one.result)) if one.result else None
            place = contact_name(stop.contact.number)
            uses.setdefault((name, who), []).append(f"{place} ({result})" if result else place)
    if not uses:
        return el("p", _("No technique is recorded in the sessions so far."))
    heads = el(
        "tr",
        (el("th", one, scope="col") for one in (_("Technique"), _("With regard to"), _("When, and what came of it"))),
    )
    rows = (_use(name, who, places) for (name, who), places in uses.items())
    return el("table", el("caption", _("Techniques used")), el("thead", heads), el("tbody", rows))


def _use(name: str, who: str, places: Sequence[str]) -> Html:
    cells = (who or _("nobody in particular"), capitalised("; ".join(places)))
    return el("tr", el("th", name, scope="row"), (el("td", one) for one in cells))


def _kept_back(recommendation: Recommendation, notes: Notes) -> Html | None:
    """What is held back with its reason: techniques by name, other findings by their summary."""
    groups: dict[str, tuple[list[str], list[Finding]]] = {}
    named = set()
    for advice in recommendation.blocked_techniques:
        names, behind = groups.setdefault(" ".join(map(sentence, advice.blocked_why)), ([], []))
        names.append(technique_name(advice))
        behind += [one for one in _behind(advice, recommendation) if one not in behind]
        named |= {*advice.rule_ids, *advice.blocked_by}
    for held in recommendation.held:
        if held.finding.rule_id not in named:
            reason = _("Held back because of: {rules}.").format(rules=", ".join(held.because))
            names, behind = groups.setdefault(reason, ([], []))
            names.append(held.finding.summary)
            behind.append(held.finding)
    blocks = [one for one in recommendation.findings if one.conclusion == "block"]
    said = {one.rule_id for _names, behind in groups.values() for one in behind}
    rest = [one for one in blocks if one.rule_id not in said]
    if not groups and not rest:
        return None
    items = [
        el("li", el("p", reason, notes.of(behind)), el("p", _list(names))) for reason, (names, behind) in groups.items()
    ]
    items += [el("li", told(group, notes)) for group in grouped(rest)]
    return el("details", el("summary", _("Kept back, and why")), el("ul", items, class_="points"))


def _list(names: Sequence[str]) -> str:
    return "; ".join(dict.fromkeys(names)) + "."
