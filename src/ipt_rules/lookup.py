"""From a sentence on the screen to its rule, statements and sources; from a statement to all that comes of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ipt_rules.errors import UnknownNameError, did_you_mean
from ipt_rules.finding import SLOT
from ipt_rules.protocol import Reference, Statement
from ipt_rules.render.page import Item, Page, Section, clean
from ipt_rules.render.wording import read_as_in_words, with_unit
from ipt_rules.rule import Rule
from ipt_rules.rulebook import Rulebook
from ipt_rules.scenarios import Scenario
from ipt_rules.traceability import Trace

ALIKE = 0.75
"""Of the words that were given so many must stand in a text for it to be the one that was read."""

FEWEST = 4
"""A text with slots is only recognised by so many words of its own."""

EXACT = 2.0
SHOWN = 3


@dataclass(frozen=True)
class Told:
    """Something that a reader sees: who tells it, in which words, on the ground of which statements."""

    carrier: str
    name: str
    texts: tuple[str, ...]
    statements: tuple[str, ...]


def look_up(what: str, rulebook: Rulebook, found: Trace) -> Page:
    """The page of a statement, a decision rule, a rule, a technique, a group of terms, or of the words of a screen.

    Raises UnknownNameError when nothing is called so or tells such words.
    """
    if what in rulebook.statements:
        return _statement_page(rulebook.statements[what], rulebook, found)
    if what in rulebook.decisions:
        return _decision_page(what, rulebook, found)
    told = list(_everything_told(rulebook))
    named = [*told, *_groups(rulebook)]
    matches = [one for one in named if one.name == what] or _by_words(what, told)
    if not matches:
        known = [*rulebook.statements, *rulebook.decisions, *(one.name for one in named)]
        hint = did_you_mean(what, known, "give an id such as SAF-03, or a whole sentence as it is shown")
        raise UnknownNameError(f"nothing is called so, and no text holds these words: {hint}")
    sections = [section for one in matches[:SHOWN] for section in _told_sections(one, rulebook, found)]
    return Page("Trace", tuple(sections), ())


# What is told, and by whom


def _everything_told(rulebook: Rulebook) -> Iterator[Told]:
    for rule in rulebook.rules.values():
        yield Told("Rule", rule.id, tuple(_words_of(rule)), rule.implements)
    for technique in rulebook.techniques.values():
        texts = (technique.name, technique.what, technique.how, technique.when or "", technique.not_when or "")
        yield Told("Technique", technique.id, texts, technique.statements)
    for checklist in rulebook.checklists.values():
        for item in checklist.items:
            yield Told(f"Checklist {checklist.title}", item.id, (item.title,), item.statements)


def _groups(rulebook: Rulebook) -> Iterator[Told]:
    """The groups of terms: found by name alone, for no reader of a screen sees them."""
    for group in rulebook.groups.values():
        yield Told("Group of terms", group.id, (group.meaning, ", ".join(group.members)), group.statements)
    for sorting in rulebook.sortings.values():
        kinds = (f"{kind}: {', '.join(terms)}" for kind, terms in sorting.into.items())
        yield Told("Sorting of terms", sorting.id, (sorting.meaning, *kinds), sorting.statements)


def _words_of(rule: Rule) -> Iterator[str]:
    yield from (rule.title, *rule.texts)
    if rule.then.ask:
        yield rule.then.ask.question


def _by_words(what: str, told: Iterable[Told]) -> list[Told]:
    """Those whose text holds nearly all words that were given, the best first."""
    wanted, sentence = _words(what), " ".join(what.split())
    if not wanted:
        return []
    scored = [(max((_alike(wanted, sentence, text) for text in one.texts), default=0.0), one) for one in told]
    return [one for score, one in sorted(scored, key=lambda pair: -pair[0]) if score >= ALIKE]


def _alike(wanted: frozenset[str], sentence: str, text: str) -> float:
    """The share of the wanted words in a text; or, where slots of it were filled, of its own words in what was read.

    The very sentence, its slots filled in any way, counts for more than all of that, the more the more words are its own.
    """
    whole, own, slots = _prepared(text)
    if whole.fullmatch(sentence):
        return EXACT + len(own)
    shared = len(wanted & own)
    filled = shared / len(own) if slots and shared >= FEWEST else 0.0
    return max(shared / len(wanted), filled)


@cache
def _prepared(text: str) -> tuple[re.Pattern[str], frozenset[str], bool]:
    """A text as a pattern with its slots open, its own words, and whether it has slots."""
    pieces = SLOT.split(" ".join(text.split()))[:: 1 + SLOT.groups]
    told = "".join(pieces).strip()  # a text of nothing but slots is everybody's and nobody's
    whole = re.compile(".+".join(map(re.escape, pieces)) if told else r"(?!)")
    return whole, _words(" ".join(pieces)), len(pieces) > 1


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9]+", text.lower()))


# Pages


def _told_sections(told: Told, rulebook: Rulebook, found: Trace) -> Iterator[Section]:
    items = [Item(clean(text), tone="plain") for text in told.texts if text]
    rule = rulebook.rules.get(told.name) if told.carrier == "Rule" else None
    lead = [f"{rule.title}. Chapter {rulebook.chapter_of[rule.id]}; {_decided(rule)}"] if rule else []
    yield Section(told.carrier, lead=(clean(" ".join([f"{told.name}.", *lead])),), items=tuple(items))
    statements = (rulebook.statements[one] for one in told.statements if one in rulebook.statements)
    yield Section("Statements and sources", items=tuple(_statement_item(one, rulebook) for one in statements))
    if rule:
        yield _scenario_section(found.scenarios.get(rule.id, ()))


def _decided(rule: Rule) -> str:
    review = "no clinician has reviewed it yet" if rule.review == "pending" else f"reviewed by {rule.review.by}"
    decides = f"carries {', '.join(rule.decides)}; " if rule.decides else ""
    return f"{decides}version {rule.version}; {review}."


def _statement_item(statement: Statement, rulebook: Rulebook) -> Item:
    cites = [_cited(rulebook.references[key]) for key in statement.refs if key in rulebook.references]
    return Item(
        clean(f"{statement.id} ({statement.grade})"),
        says=(clean(statement.statement),),
        points=tuple(map(clean, cites)),
    )


def _cited(reference: Reference) -> str:
    return f"{reference.cite}{read_as_in_words(reference.read_as)}"


def _scenario_section(scenarios: Iterable[Scenario]) -> Section:
    names = dict.fromkeys(f"{one.name} ({'speaks' if one.speaks else 'silent'}; {one.path})" for one in scenarios)
    return Section("Scenarios", items=tuple(Item(clean(name), tone="plain") for name in names))


def _statement_page(statement: Statement, rulebook: Rulebook, found: Trace) -> Page:
    about = f"{statement.section}. Scope: {statement.scope}{f' ({statement.why_out})' if statement.why_out else ''}."
    first = Section("Statement", lead=(clean(about),), items=(_statement_item(statement, rulebook),))
    carriers = found.carriers.get(statement.id, ())
    items = [_carrier_item(carrier, statement.id, rulebook, found) for carrier in carriers]
    sections = (first, Section("Carried by", items=tuple(items)))
    return Page(statement.id, tuple(section for section in sections if not section.empty), ())


def _carrier_item(carrier: str, statement: str, rulebook: Rulebook, found: Trace) -> Item:
    """A carrier, with the words it puts on the screen and the scenarios that show them."""
    kind, _, name = carrier.partition(" ")
    if kind != "rule":
        return Item(clean(carrier), says=tuple(_said_by(kind, name, statement, rulebook)))
    rule = rulebook.rules[name]
    shown = found.scenarios.get(name, ())
    speaks = sum(one.speaks for one in shown)
    places = ", ".join(dict.fromkeys(one.path for one in shown))
    scenarios = f"{speaks} scenarios speak, {len(shown) - speaks} are silent: {places}"
    return Item(clean(f"rule {name}"), says=(clean(f"“{rule.then.summary}”"), clean(scenarios)))


def _said_by(kind: str, name: str, statement: str, rulebook: Rulebook) -> Iterator[str]:
    if kind == "parameter":
        one = rulebook.parameters[name]
        yield clean(f"{with_unit(one.value, one.unit)}: {one.meaning}")
    elif kind == "group":
        yield clean(f"{', '.join(rulebook.groups[name].members)}: {rulebook.groups[name].meaning}")
    elif kind == "sorting":
        yield clean(rulebook.sortings[name].meaning)
    elif kind == "technique":
        yield clean(f"{rulebook.techniques[name].name}: {rulebook.techniques[name].how}")
    elif kind == "checklist":
        titles = [item.title for item in rulebook.checklists[name].items if statement in item.statements]
        yield clean("; ".join(f"“{title}”" for title in titles))
    elif kind == "area":
        yield clean(", ".join(one.name for one in rulebook.areas[name].also if one.statement == statement))


def _decision_page(name: str, rulebook: Rulebook, found: Trace) -> Page:
    decision = rulebook.decisions[name]
    about = Section("Decision rule", items=(Item(clean(f"When {decision.when}"), says=(clean(decision.then),)),))
    items = [_carrier_item(f"rule {one}", "", rulebook, found) for one in found.decided_by.get(name, ())]
    known = [rulebook.statements[one] for one in decision.statements if one in rulebook.statements]
    statements = Section("Statements", items=tuple(_statement_item(one, rulebook) for one in known))
    sections = (about, Section("Carried by", items=tuple(items)), statements)
    return Page(name, tuple(section for section in sections if not section.empty), ())
