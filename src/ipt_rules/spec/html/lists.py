"""What the rules rest on, as lists: decision rules, parameters, kinds of fact, sources."""

from __future__ import annotations

from ipt_rules.markup import Html, cells, el, joined, several, table
from ipt_rules.spec.html.book import Book
from ipt_rules.spec.model import SpecFact, SpecParameter, SpecReference


def decisions(book: Book) -> Html:
    """The decision rules of the protocol, with the rules that carry them."""
    rows = (
        el(
            "tr",
            el("th", one.name, scope="row", id=one.id),
            cells(one.when, one.then, book.statement_links(one.statements), book.rule_links(one.rules, titles=True)),
        )
        for one in book.spec.decisions
    )
    columns = ["Decision rule", "When", "Then", "Statements", "Carried by"]
    return _closed(len(book.spec.decisions), "decision rule", table("Decision rules", columns, el("tbody", rows)))


def parameters(book: Book) -> Html:
    """Every number and term that a rule tests: its value, what a site may choose, its ground, its rules."""
    rows = (_parameter(one, book) for one in book.spec.parameters)
    columns = ["Parameter", "Value", "A site may choose", "Meaning", "Statements", "Read by"]
    return _closed(
        len(book.spec.parameters), "parameter", table("Parameters", columns, el("tbody", rows), id="parameter-rows")
    )


def _parameter(one: SpecParameter, book: Book) -> Html:
    name = joined([_breaking(one.key), el("p", f"{one.change} since the tag", class_="aside") if one.change else None])
    choice = "no: fixed" if one.range == "fixed" else one.range
    rules = book.rule_links(one.rules) or Html("no rule; what is derived from a case, or a plan, reads it")
    told = cells(one.value, choice, one.meaning, book.statement_links(one.statements), rules)
    return el("tr", el("th", name, scope="row", id=one.id), told)


def _breaking(key: str) -> Html:
    """A long name that may be broken after its underscores, and nowhere else."""
    return joined(key.split("_"), Html("_<wbr>"))


def facts(book: Book) -> Html:
    """The kinds of fact that conditions speak of, with the fields that they test."""
    return _closed(len(book.spec.facts), "kind", el("dl", map(_fact, book.spec.facts)), " of fact")


def _fact(one: SpecFact) -> Html:
    fields = [el("li", el("b", name.replace("_", " ")), f": {meaning}") for name, meaning in one.fields]
    told = el("dd", one.meaning, el("ul", fields) if fields else None)
    return joined([el("dt", one.kind.replace("_", " "), id=one.id), told])


def sources(book: Book) -> Html:
    """The bibliography, and how much of each source was read."""
    return _closed(len(book.spec.references), "source", el("ul", (_source(one) for one in book.spec.references)))


def _source(one: SpecReference) -> Html:
    read = f" ({one.read_as})" if one.read_as else ""
    there = (
        el("a", one.address, href=one.address, rel="noreferrer") if one.address.startswith("https://") else one.address
    )
    return el("li", one.cite, read, " " if there else "", there, id=one.id)


def _closed(count: int, what: str, content: Html, more: str = "") -> Html:
    return el("details", el("summary", f"Show {several(count, what)}{more}"), content)
