"""Explanations as pages for reading: each condition of a rule, and why an area is not the focus."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from ipt_rules import Case, Rulebook
from ipt_rules.cli.options import columns, paint, say, say_json
from ipt_rules.explaining import Condition, Explanation, Part, Way
from ipt_rules.render import wording
from ipt_rules.render.page import Item, Page, Row, Section, clean
from ipt_rules.why_not import WhyNot, why_not

ANSWERS = {"yes": "yes", "no": "no", "not-known": "not known"}
WIDEST = max(len(answer) for answer in ANSWERS.values())


def print_explanation(explanation: Explanation, form: str) -> None:
    _print(explanation, explanation_page(explanation), form)


def print_why_not(case: Case, rulebook: Rulebook, area: str, on: date, form: str) -> None:
    why = why_not(case, rulebook, area, on)
    _print(why, why_not_page(why), form)


def _print(told: Explanation | WhyNot, page: Page, form: str) -> None:
    if form == "json":
        from ipt_rules.render.json_ import plain

        say_json(json.dumps(plain(told), ensure_ascii=False, indent=2) + "\n")
    elif form == "markdown":
        from ipt_rules.render.markdown import page_to_markdown

        say(page_to_markdown(page))
    else:
        from ipt_rules.render.text import page_to_text

        say(page_to_text(page, columns(), paint()))


def explanation_page(explanation: Explanation) -> Page:
    """Whether the rule speaks, each condition with its answer, and what would have to be known."""
    about = Section("Rule", lead=_cleaned(_about(explanation)))
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
    return Item(clean(head), mark, points=_cleaned(map(_condition, part.conditions)))


def _absence(part: Part) -> str:
    tests = " and ".join(one.says for one in part.conditions)
    found = f"; there is one at {', '.join(part.places)}" if part.places else ""
    return f"absent: {part.kind.replace('_', ' ')}{f' whose {tests}' if tests else ''}{found}"


def _named(part: Part) -> str:
    kind = part.kind.replace("_", " ")
    return kind if part.name.replace("_", " ") == kind or part.name.startswith("fact_") else f"{kind} ({part.name})"


def _condition(condition: Condition) -> str:
    value = f" (it is {condition.value})" if condition.answer == "no" else ""
    return f"{ANSWERS[condition.answer]}: {condition.says}{value}"


def _said(summary: str, rationale: str) -> Item:
    return Item(clean(summary), says=(clean(rationale),))


def why_not_page(why: WhyNot) -> Page:
    """Why the area is or is not the focus, its arguments, and the answers that could add to it."""
    name = wording.area_name(why.area, why.about)
    lines = tuple((f"{one.points:+d}", clean(one.rationale), "") for one in why.arguments)
    section = Section(
        clean(f"{name}: {'the focus' if why.chosen else 'not the focus'}"),
        lead=_cleaned(why.reasons),
        header=("Area", "Points", "For and against"),
        rows=(Row(clean(name), str(why.points), lines),) if lines else (),
        after_rows=_cleaned(f"? {gap.question} (could add {gap.points})" for gap in why.missing),
    )
    elsewhere = (f"Other services call it: {', '.join(why.also_called)}.",) if why.also_called else ()
    return Page(section.title, (section,), (*_cleaned(elsewhere), *_footer(why)))


def _footer(told: Explanation | WhyNot) -> tuple[str, ...]:
    site = wording.site_sentence(told.site_parameters)
    return _cleaned([f"Case {told.case_id}, {told.on.isoformat()}.", *([site] if site else [])])


def _cleaned(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(clean(text) for text in texts)
