"""The trace matrix: statements with what carries them, the scenarios that show them, their results, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from ipt_rules.markup import Html, cells, el, joined, link, several, table
from ipt_rules.spec.html.book import Book, badges, gap_list, rule_words, statement_words
from ipt_rules.spec.model import SpecRule, SpecStatement


def statement_table(book: Book) -> Html:
    """A row for each statement, section by section."""
    columns = ["Statement", "What it says", "Carried by", "Last results", "Missing"]
    if book.spec.since:
        columns.append(f"Changed since {book.spec.since.tag}")
    bodies = [
        _section(name, list(rows), columns, book)
        for name, rows in groupby(book.spec.statements, key=lambda one: one.section)
    ]
    return table("Statements of the protocol, and what shows that they hold", columns, *bodies, id="statements")


def _section(name: str, rows: list[SpecStatement], columns: list[str], book: Book) -> Html:
    head = el("tr", el("th", name, scope="rowgroup", colspan=len(columns)), class_="section")
    return el("tbody", head, (_row(one, book) for one in rows))


def _row(one: SpecStatement, book: Book) -> Html:
    scenarios = list(book.shown(one.scenarios))
    told = [_said(one, book), _carriers(one, book), badges(scenarios) if scenarios else Html("none"), _missing(one)]
    if book.spec.since:
        told.append(
            el("ul", (el("li", change) for change in one.changes), class_="plain") if one.changes else Html("no")
        )
    head = el("th", one.name, scope="row", id=one.id)
    return el("tr", head, cells(*told), class_="row", data_is=" ".join(statement_words(one)))


def _said(one: SpecStatement, book: Book) -> Html:
    sources = book.source_links(one.refs)
    return joined([one.text, el("p", f"Grade: {one.grade}. Sources: ", sources, ".", class_="aside")])


def _missing(one: SpecStatement) -> Html:
    if one.scope == "out":
        return el("span", f"out of scope: {one.why_out}")
    return gap_list(one.gaps)


def _carriers(one: SpecStatement, book: Book) -> Html:
    rules = [el("li", _rule(book.rules[slug])) for slug in one.rules if slug in book.rules]
    others = [el("li", _carrier(name, book)) for name in one.carriers if not name.startswith("rule ")]
    found = [*rules, *others]
    return el("ul", found, class_="plain") if found else Html("nothing")


def _rule(rule: SpecRule) -> Html:
    told = f": {rule.speaking} speak, {rule.silent} silent; {'pending review' if rule.pending else 'reviewed'}"
    return joined([link(rule.id, rule.title), el("span", told, class_="aside")])


def _carrier(name: str, book: Book) -> Html:
    kind, _, called = name.partition(" ")
    if kind == "parameter" and called in book.parameters:
        one = book.parameters[called]
        return joined(["parameter ", link(one.id, called), f": {one.value}"])
    return el("span", "the choice of focus" if name == "choice" else name)


def rule_table(book: Book) -> Html:
    """A row for each rule: how many scenarios make it speak and keep it silent, their results, its review."""
    columns = ["Rule", "Chapter", "Speak", "Silent", "Last results", "Review", "Statements", "Missing"]
    if book.spec.since:
        columns.append(f"Changed since {book.spec.since.tag}")
    rows = (_rule_row(one, book) for one in book.spec.rules)
    return table("Rules, and the scenarios that show them", columns, el("tbody", rows), id="rule-rows")


def _rule_row(rule: SpecRule, book: Book) -> Html:
    told: list[str] = [
        rule.chapter,
        str(rule.speaking),
        str(rule.silent),
        badges(book.shown(rule.scenarios)),
        rule.review,
        book.statement_links(rule.statements),
        gap_list(rule.gaps),
    ]
    if book.spec.since:
        told.append(rule.change or "no")
    head = el("th", link(rule.id, rule.title), scope="row")
    return el("tr", head, cells(*told), class_="row", data_is=" ".join(rule_words(rule)))


def removed(names: Iterable[str], tag: str) -> Html:
    """What was there at the tag and is gone."""
    items = [el("li", one) for one in names]
    if not items:
        return el("p", f"Nothing that was there at {tag} is gone.")
    return el("details", el("summary", f"{several(len(items), 'thing')} gone since {tag}"), el("ul", items))
