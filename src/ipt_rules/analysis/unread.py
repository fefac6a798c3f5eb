"""ANALYSIS-05: what nobody reads: a fact, a field, a topic, a conclusion, or the answer to a question.

Python is read by its words (`topics`), and errs on the side of *read*. Facts are looked at only where the core's own
rules are checked: a pack of other rules reads what it needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ipt_rules import packs
from ipt_rules.analysis.answers import answer_problems
from ipt_rules.analysis.base import Found
from ipt_rules.analysis.topics import read_words
from ipt_rules.facts.base import FactKind
from ipt_rules.facts.kinds import KINDS, UNKNOWN_TOPICS
from ipt_rules.facts.view import UNKNOWN_KIND
from ipt_rules.finding import SLOT
from ipt_rules.query import Pattern, Ref
from ipt_rules.rule import Rule
from ipt_rules.rulebook import Rulebook
from ipt_rules.sections import SECTION_OF_CHAPTER, SECTIONS, section_of

CODE = "ANALYSIS-05"


def problems(rulebook: Rulebook) -> Iterator[Found]:
    """Everything that is made and that nobody reads."""
    active = [rulebook.rules[name] for chapter in rulebook.chapters for name in rulebook.active(chapter)]
    for rule in active:
        yield from _conclusion(rule, rulebook)
        yield from answer_problems(rule, rulebook)
    if any(Path(pack.path).resolve() == packs.core().resolve() for pack in rulebook.packs):
        yield from _facts(rulebook, active)


def _conclusion(rule: Rule, rulebook: Rulebook) -> Iterator[Found]:
    """A conclusion of a chapter that no section shows, with the notes at best, and no later rule tests."""
    chapter = rulebook.chapter_of[rule.id]
    content = rule.then.content.model_dump(by_alias=True)
    section = section_of(rule.then.conclusion, chapter, content)
    unseen = section not in SECTIONS or (section == "notes" and chapter not in SECTION_OF_CHAPTER)
    if unseen and not any(rule.id in _texts_of(one) for one in _patterns(rulebook)):
        message = f"no section shows what the chapter `{chapter}` concludes, and no later rule tests it"
        yield Found(rule.id, ("then",), CODE, message, "move it to a chapter that has a section")


def _texts_of(pattern: Pattern) -> set[str]:
    operands = [term.operand for term in pattern.terms if not isinstance(term.operand, Ref)]
    return {str(one) for told in operands for one in (told if isinstance(told, tuple) else (told,))}


def _patterns(rulebook: Rulebook) -> Iterator[Pattern]:
    for chapter in rulebook.chapters:
        for name in rulebook.active(chapter):
            for query in rulebook.queries[name]:
                yield from query.patterns


# Facts


def _facts(rulebook: Rulebook, rules: Iterable[Rule]) -> Iterator[Found]:
    read = _read_fields(rulebook, rules)
    words = read_words()
    for kind in KINDS.values():
        if kind.name not in read and kind.name not in words:
            yield _unread(kind.name, f"no rule reads the facts `{kind.name}`, nor does anything else")
            continue
        yield from _fields(kind, read.get(kind.name, frozenset()), words)
    topics = {text for one in _patterns(rulebook) if one.kind == UNKNOWN_KIND for text in _texts_of(one)}
    needed = {topic for technique in rulebook.techniques.values() for topic in technique.needs}
    for topic in UNKNOWN_TOPICS:
        if topic not in topics | needed | words:
            yield _unread("unknown", f"nobody reads the topic `{topic}` of the fact `unknown`", topic)


def _fields(kind: FactKind, read: frozenset[str], words: frozenset[str]) -> Iterator[Found]:
    for name in kind.fields:
        if name not in read and name not in words:
            message = f"nobody reads the field `{name}` of {kind.name}: no rule, no text, no other part"
            yield _unread(kind.name, message, name)


def _unread(where: str, message: str, field: str = "") -> Found:
    return Found(f"facts {where}", (), CODE, message, "remove it with what only it needs, or use it", "", field)


def _read_fields(rulebook: Rulebook, rules: Iterable[Rule]) -> Mapping[str, frozenset[str]]:
    """The fields of each kind that rules test, refer to, or show."""
    read: dict[str, set[str]] = {}
    for rule in rules:
        shown = {(name, field) for text in _all_texts(rule) for name, field in SLOT.findall(text)} | set(
            _references(rule)
        )
        for query in rulebook.queries[rule.id]:
            kinds = {pattern.name: pattern.kind for pattern in query.exists}
            for pattern in query.patterns:
                read.setdefault(pattern.kind, set()).update(term.field for term in pattern.terms)
            for name, field in (*shown, *((ref.name, ref.field) for ref in query.refs)):
                if name in kinds:
                    read.setdefault(kinds[name], set()).add(field)
            if rule.once in ("person", "event"):
                for one in kinds.values():
                    read.setdefault(one, set()).add(rule.once)
    return {name: frozenset(fields) for name, fields in read.items()}


def _all_texts(rule: Rule) -> tuple[str, ...]:
    return (*rule.texts, rule.then.ask.question) if rule.then.ask else rule.texts


def _references(rule: Rule) -> Iterator[tuple[str, str]]:
    for name in ("person", "subject", "link"):
        told = getattr(rule.then.content, name, None)
        if told and told.startswith("$"):
            of, _, field = told[1:].partition(".")
            yield of, field
            if name == "person":  # `finding` takes the words for reading from the field beside the key
                yield of, field.replace("_person", "_who") if field != "person" else "who"
