"""Explanations as pages for reading: each condition of a rule, and why an area is not the focus."""

from __future__ import annotations

from datetime import date
from typing import Any

from ipt_rules import Case, Rulebook
from ipt_rules.cli.options import print_page
from ipt_rules.explaining import Condition, Explanation, Part, Way
from ipt_rules.render import wording
from ipt_rules.render.page import Item, Page, Row, Section, clean, cleaned
from ipt_rules.why_not import WhyNot, why_not

ANSWERS = {"yes": "yes", "no": "no", "not-known": "not known"}
WIDEST = max(len(answer) for answer in ANSWERS.values())


def print_explanation(explanation: Explanation, form: str) -> None:
    print_page(form, lambda: _data(explanation), lambda: explanation_page(explanation))


def print_why_not(case: Case, rulebook: Rulebook, area: str, on: date, form: str) -> None:
    why = why_not(case, rulebook, area, on)
    print_page(form, lambda: _data(why), lambda: why_not_page(why))


def _data(told: Explanation | WhyNot) -> Any:
    from ipt_rules.render.json_ import plain

    return plain(told)


def explanation_page(explanation: Explanation) -> Page:
    """Whether the rule speaks, each condition with its answer, and what would have to be known."""
    about = Section("Rule", lead=cleaned(_about(explanation)))
    ways = [_way(way, several=len(explanation.ways) > 1) for way in explanation.ways]
    said = Section("What it says", items=tuple(_said(one.summary, one.rationale) for one in explanation.findings))
    asks = Section("Not known", items=tuple(Item(clean(text), "?") for text in explanation.missing))
    sections = tuple(section for section in (about, *ways, said, asks) if not section.empty)
    return Page(clean(explanation.title), sections, _footer(explanation))


def _about(explanation: Explanation) -> list[str]:
    title = f"{explanation.rule_id}: {explanation.title}."
    state = f"Chapter {explanation.chapter}, version {explanation.version}, {explanation.status}."
    if explanation.fires:
        return [title, state, "It speaks of this case."]
    open_ = any(way.answer == "not-known" for way in explanation.ways)
    why = "what it needs is not known" if open_ else "at least one condition is not met"
    return [title, state, f"It is silent on this case: {why}."]


def _way(way: Way, *, several: bool) -> Section:
    title = f"Way {way.name}: {ANSWERS[way.answer]}" if several else "Conditions"
    return Section(title, items=tuple(_part(part) for part in way.parts if part.conditions or part.name != "case"))


def _part(part: Part) -> Item:
    mark = f"{ANSWERS[part.answer]:<{WIDEST}}"
    if part.absent:
        return Item(clean(_absence(part)), mark)
    place = f", at {', '.join(part.places)}" if part.places else ""
    head = _named(part) + place + ("" if part.recorded else ": none recorded")
    return Item(clean(head), mark, points=cleaned(map(_condition, part.conditions)))


def _absence(part: Part) -> str:
    tests = " and ".join(one.says for one in part.conditions)
    found = f"; there is one at {', '.join(part.places)}" if part.places else ""
    return f"absent: {part.kind.replace('_', ' ')}{f' whose {tests}' if tests else ''}{found}"


def _named(part: Part) -> str:
    kind = part.kind.replace("_", " ")
    return kind if part.name.replace("_", " ") == kind or part.name.startswith("fact_") else f"{kind} ({part.name})"


def _condition(condition: Condition) -> str:
    value = f" (it is {condition.value})" if condition.answer == "no" and condition.value is not None else ""
    return f"{ANSWERS[condition.answer]}: {condition.says}{value}"


def _said(summary: str, rationale: str) -> Item:
    return Item(clean(summary), says=(clean(rationale),))


def why_not_page(why: WhyNot) -> Page:
    """Why the area is or is not the focus, its arguments, and the answers that could add to it."""
    name = wording.area_name(why.area, why.about)
    lines = tuple((f"{one.points:+d}", clean(one.rationale), "") for one in why.arguments)
    section = Section(
        clean(f"{name}: {'the focus' if why.chosen else 'not the focus'}"),
        lead=cleaned(why.reasons),
        header=("Area", "Points", "For and against"),
        rows=(Row(clean(name), str(why.points), lines),) if lines else (),
        after_rows=cleaned(f"? {gap.question} ({_bearing(gap.points)})" for gap in why.missing),
    )
    elsewhere = (f"Other services call it: {', '.join(why.also_called)}.",) if why.also_called else ()
    return Page(section.title, (section,), (*cleaned(elsewhere), *_footer(why)))


def _bearing(points: int) -> str:
    """What a missing answer could do to the points of an area."""
    if points > 0:
        return f"could add {points}"
    return f"could take away {-points}" if points else "could add something that is not recorded yet"


def _footer(told: Explanation | WhyNot) -> tuple[str, ...]:
    site = wording.site_sentence(told.site_parameters)
    return cleaned([f"Case {told.case_id}, {told.on.isoformat()}.", *([site] if site else [])])
