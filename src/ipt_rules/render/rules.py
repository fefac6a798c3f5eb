"""Rules for reading in a terminal: the list, and the page of one rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ipt_rules.render.page import Item, Page, Section, clean
from ipt_rules.rule import PatternSpec, Rule
from ipt_rules.rulebook import Rulebook


def rule_list(rules: Sequence[Rule], rulebook: Rulebook) -> str:
    """One line a rule: id, chapter, conclusion, title; what is not active says so."""
    rows = [(rule.id, rulebook.chapter_of[rule.id], rule.then.conclusion, _title(rule)) for rule in rules]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    lines = (
        "  ".join([*(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=False)), row[3]]) for row in rows
    )
    return "".join(f"{line}\n" for line in lines)


def _title(rule: Rule) -> str:
    return rule.title if rule.status == "active" else f"{rule.title} ({rule.status})"


def rule_page(rule: Rule, rulebook: Rulebook) -> Page:
    """One rule as a page: what it is for, when it speaks, what it says, its sources, limits and examples."""
    ways = rule.arms.items()
    when = [Item(f"Way {name}" if name else "All of", points=tuple(_patterns(specs))) for name, specs in ways]
    then = rule.then
    said = Item(clean(then.summary), says=(clean(then.rationale),), points=tuple(map(clean, then.consider)))
    sections = (
        Section("Rule", lead=tuple(map(clean, _about(rule, rulebook)))),
        Section("When", items=tuple(when)),
        Section(f"Then {then.conclusion}", lead=tuple(_content(rule)), items=(said,)),
        Section("Sources", items=tuple(Item(clean(text)) for text in _sources(rule, rulebook))),
        Section("Cautions", items=tuple(Item(clean(text)) for text in rule.cautions)),
        Section("Examples", items=tuple(Item(clean(f"{one.name} ({one.expect})")) for one in rule.examples)),
    )
    return Page(rule.title, tuple(section for section in sections if not section.empty), (_review(rule),))


def _about(rule: Rule, rulebook: Rulebook) -> list[str]:
    where = f"Chapter {rulebook.chapter_of[rule.id]}; phases: {', '.join(rule.phase)}."
    return [f"{rule.id}: {rule.title}.", rule.purpose, f"{where} Version {rule.version}, {rule.status}."]


def _patterns(specs: Sequence[PatternSpec]) -> Iterator[str]:
    for spec in specs:
        yield clean(pattern_line(spec.exists, spec.absent, spec.as_, spec.where))


def pattern_line(exists: str | None, absent: str | None, name: str | None, where: Mapping[str, object]) -> str:
    """One condition in a line.

    >>> pattern_line("risk", None, "told", {"cssrs_q4": True})
    'exists risk as told: cssrs_q4 is yes'
    """
    terms = "; ".join(_term(field, test) for field, test in where.items())
    named = f" as {name}" if name else ""
    return f"{'exists' if exists else 'absent'} {exists or absent}{named}{': ' if terms else ''}{terms}"


def _term(field: str, test: object) -> str:
    if isinstance(test, dict):
        return " and ".join(f"{field} {operator} {_value(value)}" for operator, value in test.items())
    return f"{field} is {_value(test)}"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(_value, value)) if isinstance(value, list | tuple) else str(value)


def _content(rule: Rule) -> Iterator[str]:
    content = rule.then.content.model_dump(by_alias=True, exclude_none=True, exclude_defaults=True)
    yield clean("; ".join(f"{name} {_value(value)}" for name, value in content.items()))


def _sources(rule: Rule, rulebook: Rulebook) -> Iterator[str]:
    for one in rule.evidence:
        known = rulebook.references.get(one.ref)
        yield f"{known.cite if known else one.ref}{f' At: {one.at}.' if one.at else ''} ({one.kind})"
    for key in rule.implements:
        statement = rulebook.statements.get(key)
        yield f"{key}: {statement.statement}" if statement else f"{key}: not in the protocol of this rulebook"


def _review(rule: Rule) -> str:
    if rule.review == "pending":
        return "No clinician has reviewed this rule yet."
    return f"Reviewed by {rule.review.by} on {rule.review.date.isoformat()}."
