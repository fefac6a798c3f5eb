"""From matches to findings: wording filled from the matched facts, several matches of one subject merged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ipt_rules.citations import Citation
from ipt_rules.facts.base import NOT_KNOWN, Fact
from ipt_rules.facts.base import shown as shown  # those who show findings take it from here
from ipt_rules.naming import key_in_words
from ipt_rules.query import Match
from ipt_rules.recommendation import FactUsed, Finding
from ipt_rules.rule import ABOUT, Rule
from ipt_rules.rulebook import Rulebook

SLOT = re.compile(r"\{([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)\}")
LISTED = re.compile(r": (\{[a-z0-9_.]+\})(?=[.;]|$)")
"""A slot after a colon that ends what is said: it may as well hold a list."""

URGENCY = {"1": "critical", "2": "critical", "3": "warning", "caution": "warning"}
NOT_THERE = "unknown"
"""Facts of this kind stand where an answer is missing: no place of the input."""


def chapter_findings(matches: Sequence[Match], rulebook: Rulebook, facts: Sequence[Fact]) -> list[Finding]:
    """The findings of a chapter's matches, by rule id."""
    by_rule: dict[str, list[Match]] = {}
    for match in matches:
        by_rule.setdefault(match.rule_id, []).append(match)
    return [
        finding
        for rule_id in sorted(by_rule)
        for finding in findings_of(rulebook.rules[rule_id], by_rule[rule_id], rulebook, facts)
    ]


def findings_of(rule: Rule, matches: Sequence[Match], rulebook: Rulebook, facts: Sequence[Fact]) -> list[Finding]:
    """The findings of one rule: one for each subject (or as the rule's `once` says), in the order of the matches."""
    groups: dict[str, list[Match]] = {}
    for match in matches:
        groups.setdefault(_group(rule, match), []).append(match)
    return [_finding(rule, group, rulebook, facts) for group in groups.values()]


def _group(rule: Rule, match: Match) -> str:
    if rule.once == "case":
        return ""
    if rule.once in ("person", "event"):
        keys = (fact.get(rule.once) for _, fact in match.bound)
        return "|".join(dict.fromkeys(str(key) for key in keys if key is not None))
    return str(_reference(rule.then.content, match) or "")


def _reference(content: Any, match: Match) -> str | None:
    """The subject or person a conclusion names, from the match."""
    for name in ABOUT[:2]:
        template = getattr(content, name, None)
        if template:
            return _resolved(template, match)
    return None


def _resolved(text: str, match: Match) -> str | None:
    """`$death.person` as the value of that field in the match; other text as it stands."""
    if not text.startswith("$"):
        return text
    name, _, field = text[1:].partition(".")
    value = dict(match.bound)[name].get(field)
    return None if value is None else str(value)


def _finding(rule: Rule, matches: Sequence[Match], rulebook: Rulebook, facts: Sequence[Fact]) -> Finding:
    first, then, own = matches[0], rule.then, rule.then.content
    content = _content(rule, first, rulebook)
    person = getattr(own, "person", None)
    subject = _reference(own, first)
    statements = (*rule.implements, *_cited(matches, rule))
    if rule.once in ("person", "event"):
        subject = _group(rule, first)
    key = _resolved(person, first) if person else None
    checklist = getattr(own, "checklist", None)
    done, open_ = _checked(checklist, rulebook, facts) if checklist else ((), ())
    return Finding(
        rule_id=rule.id,
        rule_version=rule.version,
        chapter=rulebook.chapter_of[rule.id],
        conclusion=then.conclusion,
        urgency=URGENCY[then.alert.level] if then.alert else "info",
        summary=_filled(then.summary, first, rulebook),
        rationale=_joined(then.rationale, matches, rulebook),
        consider=tuple(_filled(line, first, rulebook) for line in then.consider),
        content=content,
        subject=subject,
        person=key,
        who=_called(person, first) if person else None,
        done=done,
        open=open_,
        facts=_facts_used(matches),
        statements=statements,
        references=_citations(rule, statements, rulebook),
        cautions=tuple(_filled(line, first, rulebook) for line in rule.cautions),
        review="pending" if rule.review == "pending" else f"{rule.review.by}, {rule.review.date.isoformat()}",
    )


def _called(person: str, match: Match) -> str | None:
    """The person for reading: what stands beside the key in the fact, such as `who` beside `person`."""
    told, key = _resolved(person.replace(".person", ".who").replace("_person", "_who"), match), _resolved(person, match)
    return told or (key_in_words(key) if key else None)


def _content(rule: Rule, match: Match, rulebook: Rulebook) -> dict[str, Any]:
    """The conclusion's own fields, references resolved and a question's slots filled."""
    model = rule.then.content
    known = type(model).model_fields
    content: dict[str, Any] = {known[name].alias or name: value for name, value in model if value is not None}
    for name in ABOUT:
        if name in content:
            content[name] = _resolved(content[name], match)
    if rule.then.ask:
        content["question"] = _filled(rule.then.ask.question, match, rulebook)
    if rule.then.alert:
        content["holding"] = rule.then.alert.holding
    return content


def _joined(template: str, matches: Sequence[Match], rulebook: Rulebook) -> str:
    """The rationale for every match, equal ones once; where they differ only after a colon, as one list."""
    filled = dict.fromkeys(_filled(template, match, rulebook) for match in matches)
    for listed in LISTED.finditer(template) if len(filled) > 1 else ():
        before, slot, after = template[: listed.start(1)], listed[1], template[listed.end(1) :]
        around = {(_slots_filled(before, one, rulebook), _slots_filled(after, one, rulebook)) for one in matches}
        if len(around) == 1:
            told = dict.fromkeys(_slots_filled(slot, one, rulebook) for one in matches)
            return as_sentences("; ".join(told).join(*around))
    return " ".join(filled)


def _filled(template: str, match: Match, rulebook: Rulebook) -> str:
    return as_sentences(_slots_filled(template, match, rulebook))


def _slots_filled(template: str, match: Match, rulebook: Rulebook) -> str:
    bound = dict(match.bound)

    def value(slot: re.Match[str]) -> str:
        name, field = slot.groups()
        if name == "parameters":
            return shown(rulebook.parameter(field))
        return shown(bound[name].get(field)) if name in bound else NOT_KNOWN

    return SLOT.sub(value, template)


def as_sentences(text: str) -> str:
    """A filled text as one reads it: a capital where a sentence starts, and one full stop at its end.

    >>> as_sentences("the move came first. husband  said: he is ill..")
    'The move came first. Husband said: he is ill.'
    """
    one_stop = re.sub(r"([.!?])\.(?=\s|$)", r"\1", " ".join(text.split()))
    return re.sub(r"(?:^|(?<=[.!?] ))[^\W\d_]", lambda first: first.group().upper(), one_stop)


def _facts_used(matches: Sequence[Match]) -> tuple[FactUsed, ...]:
    used = {
        (name, id(fact)): FactUsed(name, fact.kind, fact.places)
        for match in matches
        for name, fact in match.bound
        if name != "case" or len(match.bound) == 1
    }
    return tuple(used.values())


def _cited(matches: Sequence[Match], rule: Rule) -> tuple[str, ...]:
    """The statements that facts it rests on stand for, such as that of the chosen course."""
    told = [str(fact.get("statement")) for match in matches for _, fact in match.bound if fact.get("statement")]
    return tuple(one for one in dict.fromkeys(told) if one not in rule.implements)


def _citations(rule: Rule, statements: Sequence[str], rulebook: Rulebook) -> tuple[Citation, ...]:
    """The sources that the rule adds with a place, then those of what this finding rests on, then the rule's own."""
    first = [one for one in statements if one not in rule.implements]
    return citations((*first, *rule.implements), rulebook, {one.ref: one.at for one in rule.evidence})


def citations(
    statements: Iterable[str], rulebook: Rulebook, own: Mapping[str, str | None] | None = None
) -> tuple[Citation, ...]:
    """The sources of some statements, after those that a rule itself adds: `own` has their places by key."""
    own = own or {}
    keys = dict.fromkeys([*own, *(ref for sid in statements for ref in _refs(sid, rulebook))])
    return tuple(
        Citation(key, rulebook.references[key].cite, own.get(key), rulebook.references[key].read_as)
        for key in keys
        if key in rulebook.references
    )


def _refs(statement: str, rulebook: Rulebook) -> tuple[str, ...]:
    found = rulebook.statements.get(statement)
    return found.refs if found else ()


def _checked(checklist: str, rulebook: Rulebook, facts: Sequence[Fact]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The titles of a checklist's items, done and open; an item no fact calls done is open."""
    done = {
        str(f.get("item")) for f in facts if f.kind == "task" and f.get("list") == checklist and f.get("done") is True
    }
    items = rulebook.checklists[checklist].items
    return (
        tuple(item.title for item in items if item.id in done),
        tuple(item.title for item in items if item.id not in done),
    )


def conclusion_facts(finding: Finding) -> list[Fact]:
    """What later chapters may test of a finding."""
    from types import MappingProxyType

    base: Mapping[str, Any] = {"rule": finding.rule_id, "person": finding.person, "who": finding.who}
    told = (used for used in finding.facts if used.kind != NOT_THERE)
    places = tuple(dict.fromkeys(place for used in told for place in used.places))
    content = finding.content

    def fact(kind: str, **values: Any) -> Fact:
        known = {name: value for name, value in {**base, **values}.items() if value is not None}
        return Fact(kind, MappingProxyType(known), places)

    made = [fact("finding", conclusion=finding.conclusion, chapter=finding.chapter)]
    if finding.conclusion == "alert":
        made.append(fact("alert", level=content["level"], about=content["about"], holding=content["holding"]))
    elif finding.conclusion in ("argues_for", "argues_against"):
        made.append(
            fact(
                "argument",
                area=content["area"],
                direction=finding.conclusion.removeprefix("argues_"),
                weight=content["weight"],
                counts_as=content["counts_as"],
                subject=finding.subject,
            )
        )
    elif finding.conclusion == "suggest":
        made += [fact("suggestion", technique=one) for one in content["techniques"]]
    elif finding.conclusion == "block":
        made += [fact("blocked", technique=one) for one in content["techniques"]]
    if finding.conclusion == "alert" and finding.content["holding"] == "listed":
        made += [fact("blocked", technique=one) for one in content["held"]]
    return made
