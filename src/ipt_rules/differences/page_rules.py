"""The rules and what they share, for reading: new, gone and changed, and what changed in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ipt_rules.differences.model import EntryChange
from ipt_rules.differences.page_words import change_lines
from ipt_rules.render.page import Item, Section, clean, cleaned

BEHIND = ("statement", "decision rule", "reference")
"""Entries that no answer shows in its words: named, not quoted. Their JSON holds what changed."""

NAMED = 12
TITLES: Mapping[str, str] = {
    "new": "Rules that are new",
    "gone": "Rules that are gone",
    "changed": "Rules that changed",
    "parameter": "Rules that are the same and read a parameter that changed",
    "background": "Rules of which only title, purpose, sources, examples or review changed",
}
MARKS: Mapping[str, str] = {"new": "+", "gone": "−", "changed": "~"}
"""A minus and no dash: a dash is what lists begin with."""


def counted(number: int, thing: str) -> str:
    """
    >>> counted(1, "case"), counted(2, "case")
    ('1 case', '2 cases')
    """
    return f"{number} {thing}{'' if number == 1 else 's'}"


def rule_sections(rules: Sequence[EntryChange]) -> Iterator[Section]:
    """A section for each kind of change."""
    for what, title in TITLES.items():
        chosen = [one for one in rules if one.what == what]
        told = [one for one in chosen if not _only_examples(one)]
        rest = [one.id for one in chosen if _only_examples(one)]
        lead = cleaned([f"Only examples differ: {', '.join(rest)}."] if rest else [])
        yield (
            Section(f"{title} ({len(chosen)})", lead=lead, items=tuple(map(_item, told)), tight=True)
            if chosen
            else Section("")
        )


def _only_examples(one: EntryChange) -> bool:
    """Examples change no answer: such rules are named on a line together."""
    return one.what == "background" and {change.part for change in one.changes} == {"examples"}


def _item(one: EntryChange) -> Item:
    title = f": {one.title}" if one.title else ""
    lines = [line for change in one.changes for line in change_lines(change)]
    return Item(
        clean(f"{one.id}{title}"), MARKS.get(one.what, "~"), "strong", says=cleaned(one.notes), points=cleaned(lines)
    )


def shared_sections(shared: Sequence[EntryChange]) -> Iterator[Section]:
    """A section for each kind of entry; those behind the rules are named only."""
    for kind in dict.fromkeys(one.kind for one in shared):
        chosen = [one for one in shared if one.kind == kind]
        title = f"{kind.replace('_', ' ').capitalize()}: {', '.join(_counts(chosen))}"
        if kind in BEHIND:
            yield Section(title, lead=cleaned(_names(chosen)))
        else:
            yield Section(title, items=tuple(map(_item, chosen)), tight=True)


def _counts(chosen: Sequence[EntryChange]) -> Iterator[str]:
    for what in MARKS:
        number = sum(1 for one in chosen if one.what == what)
        if number:
            yield f"{number} {what}"


def _names(chosen: Sequence[EntryChange]) -> Iterator[str]:
    for what in MARKS:
        names = [one.id for one in chosen if one.what == what]
        if names:
            more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
            yield f"{what.capitalize()}: {', '.join(names[:NAMED])}{more}."
