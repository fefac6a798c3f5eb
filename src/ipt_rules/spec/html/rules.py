"""The page of each rule: what it is for, when it speaks, what it says, its numbers, grounds, limits and scenarios."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ipt_rules.markup import Html, el, joined, link, several
from ipt_rules.spec.html.book import Book, badges
from ipt_rules.spec.model import SpecRule, SpecWay

AS = {
    "alert": "an alert",
    "ask": "a question",
    "fits": "a fit of a course",
    "refer": "a referral",
    "argues_for": "an argument for an area",
    "argues_against": "an argument against an area",
    "choose": "a choice of focus",
    "stage": "a stage of a dispute",
    "suggest": "techniques to suggest",
    "block": "techniques to keep back",
    "plan": "a part of a plan",
}
"""What each conclusion is, where its name alone would not be understood."""


def rule_pages(book: Book) -> Html:
    """All rules, chapter by chapter, closed until they are asked for."""
    chapters = list(dict.fromkeys(one.chapter for one in book.spec.rules))
    return joined(_chapter(one, book) for one in chapters)


def _chapter(name: str, book: Book) -> Html:
    rules = [one for one in book.spec.rules if one.chapter == name]
    head = el("summary", el("h3", name.capitalize()), " ", el("span", several(len(rules), "rule"), class_="mark"))
    return el("details", head, (_page(one, book) for one in rules), class_="chapter", id=f"rules-{name}")


def _page(rule: SpecRule, book: Book) -> Html:
    scenarios = list(book.shown(rule.scenarios))
    mark = el("span", f"{rule.change} since the tag", class_="mark") if rule.change else ""
    about = el("p", el("code", rule.slug), " ", badges(scenarios), " ", _review(rule), " ", mark, class_="about")
    parts = el("dl", (joined([el("dt", name), el("dd", told)]) for name, told in _parts(rule, book) if told))
    return el("section", el("h4", rule.title), about, el("p", rule.purpose), parts, class_="rule", id=rule.id)


def _review(rule: SpecRule) -> Html:
    told = "pending: no clinician has reviewed it" if rule.pending else f"reviewed: {rule.review}"
    return el("span", told, class_="mark")


def _parts(rule: SpecRule, book: Book) -> Iterator[tuple[str, Html | str]]:
    yield "When", joined(_way(one, len(rule.ways)) for one in rule.ways)
    yield f"Says, as {AS.get(rule.conclusion, f'a {rule.conclusion}')}", _said(rule)
    yield "Consider", _listed(rule.consider)
    yield "With it", _listed(rule.carries)
    yield "Numbers it reads", _listed(_numbers(rule, book))
    yield "Cautions", _listed(rule.cautions)
    yield "Statements", _listed(_statements(rule, book))
    yield "Decision rules", joined((_decision(one, book) for one in rule.decides), ", ")
    yield "Sources", _listed(_sources(rule, book))
    yield f"Scenarios: {rule.speaking} speak, {rule.silent} silent", _listed(_scenarios(rule, book))
    phases = ", ".join(rule.phases)
    yield "State", f"Version {rule.version}, {rule.status}. Chapter {rule.chapter}. Phases: {phases}."


def _listed(items: Iterable[str]) -> Html | str:
    made = [el("li", one) for one in items]
    return el("ul", made) if made else ""


def _way(way: SpecWay, ways: int) -> Html:
    """All conditions of one way; where there are several, any of them is enough."""
    name = el("p", f"Way “{way.name.replace('-', ' ')}”, all of:") if ways > 1 else None
    kinds = (el("li", one.text, " ", _meaning(one.kind)) for one in way.conditions)
    return joined([name, el("ul", kinds)])


def _meaning(kind: str) -> Html:
    return joined(["(", link(f"fact-{kind}", kind.replace("_", " ")), ")"])


def _said(rule: SpecRule) -> Html:
    return joined([el("p", el("strong", rule.summary)), el("p", rule.rationale)])


def _numbers(rule: SpecRule, book: Book) -> Iterator[Html]:
    for key in rule.parameters:
        one = book.parameters[key]
        chosen = "fixed" if one.range == "fixed" else f"a site may choose: {one.range}"
        yield joined([link(one.id, key), f": {one.value} ({chosen})"])


def _statements(rule: SpecRule, book: Book) -> Iterator[Html]:
    for name in rule.statements:
        one = book.statements.get(name)
        if one:
            yield joined([link(one.id, name), f" ({one.grade}): {one.text}"])


def _decision(name: str, book: Book) -> Html:
    return link(book.decisions[name], name) if name in book.decisions else el("span", name)


def _sources(rule: SpecRule, book: Book) -> Iterator[Html]:
    for source in rule.sources:
        one = book.references[source.ref]
        read = f" ({one.read_as})" if one.read_as else ""
        yield joined([link(one.id, one.short), f", {source.at}" if source.at else "", read])


def _scenarios(rule: SpecRule, book: Book) -> Iterator[Html]:
    for one in book.shown(rule.scenarios):
        does = "speaks" if one.speaks else "silent" if one.silent else "shows"
        yield joined([link(one.id, one.name), f" ({does}) ", badges([one])])
