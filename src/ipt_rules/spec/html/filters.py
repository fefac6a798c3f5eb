"""The filters of a list: native controls, which the script shows and obeys; without it everything is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ipt_rules.markup import Html, el, number, several
from ipt_rules.spec.html.book import GAPS, WORDS, Book, rule_words, scenario_words, statement_words
from ipt_rules.spec.model import STATES, Gap

Choice = tuple[str, str]
"""A word that rows have under `data-is`, and its label."""

BY_GIT = "To see what changed, make this page with --since and a tag: ipt-rules spec --html spec.html --since v0.1.0"


class Filters(NamedTuple):
    """The filters of one list: `rows` selects what they show or hide; groups are joined by *and*, choices by *or*."""

    name: str
    of: str
    rows: str
    groups: Sequence[tuple[str, Sequence[Choice]]]


def form(filters: Filters, have: Iterable[Iterable[str]], since: str) -> Html:
    """The form. `have` are the words of each row: every choice tells how many rows it would show."""
    words = [set(one) for one in have]
    counts = Counter(word for one in words for word in one)
    groups = [_group(filters.name, legend, choices, counts) for legend, choices in filters.groups]
    groups.append(_changed(filters.name, counts, since))
    search = f"{filters.name}-search"
    return el(
        "form",
        el("h3", f"Filter {filters.of}s"),
        el("p", "Within a group any of the ticked is enough; each group, and the text, must be met.", class_="aside"),
        el("div", groups, class_="groups"),
        el(
            "p",
            el("label", "Text to find", for_=search),
            " ",
            el("input", type="search", id=search, autocomplete="off"),
        ),
        el(
            "p",
            el("button", "Show all", type="reset"),
            " ",
            el("output", several(len(words), filters.of), role="status"),
        ),
        class_="filters",
        id=f"{filters.name}-filters",
        data_rows=filters.rows,
        data_of=filters.of,
        aria_label=f"Filter {filters.of}s",
        hidden=True,
    )


def _group(name: str, legend: str, choices: Sequence[Choice], counts: Counter[str]) -> Html:
    boxes = [_box(name, word, label, counts[word]) for word, label in choices]
    return el("fieldset", el("legend", legend), boxes)


def _box(name: str, word: str, label: str, count: int) -> Html:
    box = el("input", type="checkbox", name=name, value=word)
    return el("label", box, " ", label, " ", el("span", f"({number(count)})", class_="count"))


def _changed(name: str, counts: Counter[str], since: str) -> Html:
    legend = el("legend", f"Changed since {since}" if since else "Changed since a tag")
    if not since:
        return el("fieldset", legend, el("p", BY_GIT, class_="aside"))
    return el("fieldset", legend, _box(name, "changed", "new or changed", counts["changed"]))


def _choices(gaps: Sequence[Gap]) -> list[Choice]:
    return [(gap, GAPS[gap]) for gap in gaps]


RESULTS: tuple[Gap, ...] = ("failed", "not-run", "outdated", "skipped")
REVIEW = ("Review", [("pending", "pending review")])


def statement_filters(book: Book) -> Html:
    """Those of the trace matrix."""
    gaps = _choices(("no-carrier", "no-rule", "no-speaking", "no-silent", *RESULTS))
    groups = [("Not covered", gaps), REVIEW, ("Scope", [("out", "out of scope")])]
    filters = Filters("statement", "statement", "#statements .row", groups)
    return form(filters, map(statement_words, book.spec.statements), _since(book))


def rule_filters(book: Book) -> Html:
    """Those of the table of rules."""
    gaps = _choices(("no-speaking", "no-silent", *RESULTS))
    filters = Filters("rule", "rule", "#rule-rows .row", [("Not covered", gaps), REVIEW])
    return form(filters, map(rule_words, book.spec.rules), _since(book))


def scenario_filters(book: Book) -> Html:
    """Those of the specification itself: an outline is shown when any of its rows is in a state that was asked for."""
    states = [(state, WORDS[state]) for state in STATES]
    filters = Filters("scenario", "scenario", "#specification .scenario", [("Last result", states)])
    return form(filters, map(scenario_words, book.spec.scenarios), _since(book))


def _since(book: Book) -> str:
    return book.spec.since.tag if book.spec.since else ""
