"""The specification: chapters, features, rule blocks and scenarios, each with its last result."""

from __future__ import annotations

import re

from ipt_rules.features import Background, Examples, Step
from ipt_rules.markup import Html, cells, el, escaped, framed, joined, link, replaced, several, table
from ipt_rules.spec.html.book import Book, badges, result_badge, scenario_words
from ipt_rules.spec.model import Result, SpecBlock, SpecChapter, SpecFeature, SpecScenario

SLOT = re.compile(r"(<[^<>]+>)")


def specification(book: Book) -> Html:
    """All chapters, closed until they are asked for."""
    return joined(_chapter(one, book) for one in book.spec.chapters)


def _chapter(chapter: SpecChapter, book: Book) -> Html:
    head = el("summary", el("h3", chapter.title), " ", badges(chapter.scenarios))
    return el("details", head, (_feature(one, book) for one in chapter.features), class_="chapter", id=chapter.id)


def _feature(feature: SpecFeature, book: Book) -> Html:
    about = el("p", el("code", feature.path), " ", badges(feature.scenarios), _changed(feature.change), class_="about")
    return el(
        "section",
        el("h4", el("small", f"{feature.keyword}: "), feature.name),
        about,
        _prose(feature.description, book),
        _links(feature.rules, feature.statements, book),
        _background(feature.background),
        (_block(one, book) for one in feature.blocks),
        class_="feature",
        id=feature.id,
    )


def _block(block: SpecBlock, book: Book) -> Html:
    named = bool(block.keyword)
    return el(
        "section",
        el("h5", el("small", f"{block.keyword}: "), block.name) if named else None,
        _prose(block.description, book),
        _links(block.rules, block.statements, book),
        _background(block.background),
        (_scenario(one, block, "h6" if named else "h5", book) for one in block.scenarios),
        class_="block",
        id=block.id,
    )


def _links(rules: tuple[str, ...], statements: tuple[str, ...], book: Book) -> Html | None:
    """The rules of the tags with page, statements and sources; then the statements of the tags."""
    lines = [line for slug in rules for line in _rule_lines(slug, book)]
    if statements:
        lines.append(joined(["Shows: ", book.statement_links(statements)]))
    return el("ul", (el("li", line) for line in lines), class_="links") if lines else None


def _rule_lines(slug: str, book: Book) -> list[Html]:
    rule = book.rules.get(slug)
    if rule is None:
        return [escaped(f"The tag names a rule {slug} that is not in this rulebook")]
    review = el("span", "pending review" if rule.pending else f"reviewed: {rule.review}", class_="mark")
    return [
        joined(["Rule page: ", link(rule.id, rule.title), " ", review]),
        joined(["Statements: ", book.statement_links(rule.statements)]),
        joined(["Sources: ", book.source_links(one.ref for one in rule.sources)]),
    ]


def _scenario(one: SpecScenario, block: SpecBlock, heading: str, book: Book) -> Html:
    own_rules = tuple(slug for slug in one.rules if f"@rule:{slug}" in one.tags)
    own_statements = tuple(name for name in one.statements if f"@statement:{name}" in one.tags)
    return el(
        "div",
        el(heading, el("small", f"{one.keyword}: "), _slots(one.name)),
        el("p", _last(one), _changed(one.change), class_="about"),
        _prose(one.description, book),
        _links(own_rules, own_statements, book),
        _steps(one.steps),
        _tables(one),
        class_="scenario",
        id=one.id,
        data_is=" ".join(scenario_words(one)),
    )


def _last(one: SpecScenario) -> Html:
    return result_badge(one.results[0]) if not one.examples else badges([one])


def _changed(change: str) -> Html | None:
    return joined([" ", el("span", f"{change} since the tag", class_="mark")]) if change else None


def _prose(text: str, book: Book) -> Html | None:
    return joined(el("p", book.prose(part)) for part in re.split(r"\n\s*\n", text)) if text else None


def _background(background: Background | None) -> Html | None:
    if background is None:
        return None
    name = f"Background: {background.name}" if background.name else "Background, before each scenario"
    return el("div", el("p", el("b", name)), _steps(background.steps), class_="background")


def _steps(steps: tuple[Step, ...]) -> Html:
    return el("ul", (el("li", _step(one)) for one in steps), class_="steps")


def _step(step: Step) -> Html:
    words = joined([el("b", step.keyword), " ", _slots(step.text)])
    rows = (el("tr", cells(*map(_slots, row))) for row in step.table)
    data = (
        framed(f"Values of: {step.text}", el("table", el("tbody", rows), aria_label="Values")) if step.table else None
    )
    return joined([words, data, el("pre", step.doc_string) if step.doc_string is not None else None])


def _slots(text: str) -> Html:
    """A text with the places that a row of examples fills marked."""
    return replaced(text, SLOT, lambda found: el("var", found))


def _tables(one: SpecScenario) -> Html:
    """The tables of examples, each row with its result."""
    results = iter(one.results)
    return joined(_examples(examples, [next(results) for _ in examples.rows], one) for examples in one.examples)


def _examples(examples: Examples, results: list[Result], one: SpecScenario) -> Html:
    rows = (
        el("tr", cells(*row.cells, result_badge(result))) for row, result in zip(examples.rows, results, strict=True)
    )
    named = f"Examples: {examples.name}" if examples.name else f"Examples: {several(len(examples.rows), 'row')}"
    caption = joined([named, el("span", f" of “{one.name}”", class_="unseen")])
    described = el("p", examples.description) if examples.description else None
    return joined([described, table(caption, [*examples.header, "Last result"], el("tbody", rows), class_="examples")])
