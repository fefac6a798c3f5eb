"""The whole page: what stands at its head, its contents, its parts in their order, its style and script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from importlib.resources import files
from string import Template

from ipt_rules.markup import Html, cells, el, joined, link, number, several, table
from ipt_rules.spec.html import filters, lists, matrix
from ipt_rules.spec.html.book import IN_ORDER, MEANINGS, WORDS, Book, badge, badges
from ipt_rules.spec.html.rules import rule_pages
from ipt_rules.spec.html.scenarios import specification
from ipt_rules.spec.model import Spec, SpecChapter, State, counted

PARTS = {
    "summary": "Where it stands",
    "specification": "Specification",
    "matrix": "Trace matrix",
    "coverage": "Rules and their scenarios",
    "rules": "Rule pages",
    "decisions": "Decision rules",
    "parameters": "Parameters",
    "facts": "What conditions speak of",
    "sources": "Sources",
}
"""The parts of the page by their anchors."""


def to_html(spec: Spec) -> str:
    """The page. The same document gives the same bytes."""
    book = Book(spec)
    style, script = _resource("spec.css"), _resource("spec.js")
    return Template(_resource("page.html")).substitute(
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
        skip=joined([link("specification", "Skip to the specification"), link("matrix", "Skip to the trace matrix")]),
        header=_header(book),
        contents=_contents(book),
        main=joined(_part(name, content) for name, content in _parts(book)),
    )


def _resource(name: str) -> str:
    return files("ipt_rules.spec.html").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """What the page's own policy lets a browser run or apply: this text and no other."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _part(name: str, content: Html) -> Html:
    return el("section", el("h2", PARTS[name], id=f"{name}-title"), content, id=name, aria_labelledby=f"{name}-title")


def _parts(book: Book) -> Iterator[tuple[str, Html]]:
    yield "summary", _summary(book)
    yield "specification", joined([filters.scenario_filters(book), specification(book)])
    yield "matrix", joined([_matrix_lead(book), filters.statement_filters(book), matrix.statement_table(book)])
    yield "coverage", joined([filters.rule_filters(book), matrix.rule_table(book)])
    yield "rules", rule_pages(book)
    yield "decisions", lists.decisions(book)
    yield "parameters", lists.parameters(book)
    yield "facts", lists.facts(book)
    yield "sources", lists.sources(book)


def _header(book: Book) -> Html:
    spec = book.spec
    made = [f"ipt-rules {spec.version}, rules {', '.join(spec.packs)} ({spec.rulebook})"]
    made += [f"of {spec.dated}"] if spec.dated else []
    made += [f"compared with {spec.since.tag} ({spec.since.commit})"] if spec.since else []
    pending = sum(one.pending for one in spec.rules)
    some = "any" if pending == len(spec.rules) else number(pending)
    review = f"No clinician has reviewed {some} of the {several(len(spec.rules), 'rule')} yet." if pending else ""
    return joined(
        [
            el("h1", "ipt-rules: the living specification"),
            el("p", f"{'; '.join(made)}."),
            el("p", f"{several(sum(counted(spec.scenarios).values()), 'scenario')}: ", badges(spec.scenarios)),
            el("p", review, class_="notice") if review else None,
        ]
    )


def _contents(book: Book) -> Html:
    inner = {
        "specification": el("ul", (_chapter_link(one) for one in book.spec.chapters)),
        "rules": el("ul", _rule_chapters(book)),
    }
    lines = (el("li", link(name, title), inner.get(name)) for name, title in PARTS.items())
    return el("details", el("summary", el("h2", "Contents")), el("ul", lines), open=True)


def _chapter_link(chapter: SpecChapter) -> Html:
    features = (el("li", link(one.id, one.name)) for one in chapter.features)
    return el(
        "li", el("details", el("summary", chapter.title), el("ul", el("li", link(chapter.id, "The chapter")), features))
    )


def _rule_chapters(book: Book) -> Iterator[Html]:
    for name in dict.fromkeys(one.chapter for one in book.spec.rules):
        yield el("li", link(f"rules-{name}", name.capitalize()))


def _summary(book: Book) -> Html:
    rows = [_counts(link(one.id, one.title), counted(one.scenarios)) for one in book.spec.chapters]
    rows.append(_counts("All", counted(book.spec.scenarios)))
    columns = ["Chapter", "Scenarios", *(WORDS[state].capitalize() for state in IN_ORDER)]
    results = table("Last results, each row of examples counted as one", columns, el("tbody", rows), class_="numbers")
    legend = el("dl", (joined([el("dt", badge(state)), el("dd", MEANINGS[state])]) for state in IN_ORDER))
    return joined([_reading(), el("h3", "Results by chapter"), results, el("h3", "What a result means"), legend])


def _counts(name: Html | str, counts: dict[State, int]) -> Html:
    shown = (number(counts[state]) for state in IN_ORDER)
    return el("tr", el("th", name, scope="row"), cells(number(sum(counts.values())), *shown))


def _reading() -> Html:
    return el(
        "p",
        "The specification is the set of scenarios that the tests run: this page shows them as they are written, and what "
        "came of the last run of each. Each rule block leads to the page of its rule, and from there to the statements of "
        "the protocol, the sources and the numbers that it rests on. The trace matrix goes the other way: from each "
        "statement to all that carries it, and to what is missing.",
    )


def _matrix_lead(book: Book) -> Html:
    statements = book.spec.statements
    within = sum(one.scope == "in" for one in statements)
    elsewhere = sum("no-rule" in one.gaps for one in statements)
    open_ = sum(bool({*one.gaps} - {"no-rule"}) for one in statements)
    told = (
        f"{several(len(statements), 'statement')}: {number(within)} in scope, {number(len(statements) - within)} out of "
        f"scope with a reason. {number(elsewhere)} are carried by no rule but by numbers, terms, courses or "
        "questionnaires, which no scenario need make speak. "
        f"Of {number(open_)} a carrier, a scenario or a result of today is missing."
    )
    gone = matrix.removed(book.spec.since.removed, book.spec.since.tag) if book.spec.since else None
    return joined([el("p", told), gone])
