"""Why a technique is not suggested, and why a phase is not proposed: what is said about it, and the rules that could say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, NamedTuple

from ipt_rules import vocabulary as words
from ipt_rules.case import Case
from ipt_rules.errors import UnknownNameError, did_you_mean
from ipt_rules.explaining import explain
from ipt_rules.matching.plain import PlainMatcher
from ipt_rules.quiet import Quiet
from ipt_rules.recommendation import Recommendation
from ipt_rules.recommending import recommend
from ipt_rules.render.wording import PHASES, phase_sentence
from ipt_rules.rulebook import Rulebook
from ipt_rules.translation import _
from ipt_rules.why_not import area_names, plain

Sort = Literal["area", "rule", "technique", "phase"]
MOST_RULES = 8
"""So many rules that could say it are explained."""


class Named(NamedTuple):
    """What a word names: an area, a rule, a technique or a phase, with its key."""

    sort: Sort
    key: str


@dataclass(frozen=True, repr=False)
class Waiting(Quiet):
    """A rule that could say it: whether it speaks, is silent, or waits for what is not known."""

    _told = ("rule_id", "answer")

    rule_id: str
    title: str
    answer: Literal["yes", "no", "not-known"]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, repr=False)
class WhyNotNamed(Quiet):
    """Why a technique or a phase is not proposed, or that it is: in plain words, and the rules that could propose it."""

    _told = ("sort", "key", "proposed")

    case_id: str
    on: date
    sort: Sort
    key: str
    name: str
    proposed: bool
    reasons: tuple[str, ...]
    rules: tuple[Waiting, ...]
    site_parameters: tuple[Mapping[str, Any], ...] = ()


def named(word: str, rulebook: Rulebook) -> Named:
    """What a word names, by any usual name. Raises UnknownNameError with the nearest name."""
    meanings = _meanings(rulebook)
    found = meanings.get(plain(word)) or (Named("rule", word) if word in rulebook.rules else None)
    if found is None:
        known = (*area_names(rulebook), *rulebook.rules, *PHASES, *(one.name for one in rulebook.techniques.values()))
        hint = did_you_mean(word, known, ", ".join(words.AREAS))
        raise UnknownNameError(
            _("there is no area, rule, technique or phase `{word}`: {hint}").format(word=word, hint=hint)
        )
    return found


def _meanings(rulebook: Rulebook) -> dict[str, Named]:
    """Every name by its plain form; an area's own names count before all others."""
    techniques = {
        plain(name): Named("technique", one.id) for one in rulebook.techniques.values() for name in (one.id, one.name)
    }
    phases = {plain(name): Named("phase", key) for key, title in PHASES.items() for name in (key, title)}
    areas = {plain(name): Named("area", area) for name, area in area_names(rulebook).items()}
    return {**techniques, **phases, **areas}


def why_not_named(case: Case, rulebook: Rulebook, sort: Sort, key: str, on: date) -> WhyNotNamed:
    """Why a technique or a phase is not proposed on the day `on`, or that it is."""
    told = recommend(case, rulebook, on, engine=PlainMatcher.name)
    technique = sort == "technique"
    reasons = list(_of_technique(key, told) if technique else _of_phase(key, told))
    rules = _suggesting(key, rulebook) if technique else _leading_to(key, rulebook)
    proposed = any(one.id == key for one in told.techniques) if technique else told.phase.get("phase") == key
    return WhyNotNamed(
        case_id=case.id,
        on=on,
        sort=sort,
        key=key,
        name=rulebook.techniques[key].name if technique else PHASES[key],
        proposed=proposed,
        reasons=tuple(reasons),
        rules=() if proposed else tuple(_waiting(case, rulebook, rules[:MOST_RULES], on)),
        site_parameters=tuple(rulebook.site_parameters),
    )


def _of_technique(key: str, told: Recommendation) -> Iterator[str]:
    offered = [one for one in told.techniques if one.id == key]
    kept = [one for one in told.blocked_techniques if one.id == key]
    yield from (_("It is suggested: {why}").format(why=one.why) for one in offered)
    for one in kept:
        for why in one.blocked_why:
            who = f" ({one.who})" if one.who else ""
            yield _("It is kept back{who}: {why}").format(who=who, why=why)
    if not offered and not kept:
        yield _("No rule suggests it for the next session.")


def _of_phase(key: str, told: Recommendation) -> Iterator[str]:
    yield phase_sentence(told.phase)
    for one in told.findings:
        if one.conclusion == "phase" and one.content.get("to") == key and key != told.phase.get("phase"):
            yield _("It is said already: {what}").format(what=one.summary)


def _suggesting(technique: str, rulebook: Rulebook) -> list[str]:
    return [
        rule_id
        for chapter in rulebook.chapters
        for rule_id in rulebook.active(chapter)
        if rulebook.outlines[rule_id].conclusion == "suggest"
        and technique in rulebook.rules[rule_id].then.content.techniques
    ]


def _leading_to(phase: str, rulebook: Rulebook) -> list[str]:
    return [
        rule_id
        for chapter in rulebook.chapters
        for rule_id in rulebook.active(chapter)
        if rulebook.outlines[rule_id].conclusion == "phase" and rulebook.rules[rule_id].then.content.to == phase
    ]


def _waiting(case: Case, rulebook: Rulebook, rules: Sequence[str], on: date) -> Iterator[Waiting]:
    for rule_id in rules:
        told = explain(case, rulebook, rule_id, on)
        open_ = any(way.answer == "not-known" for way in told.ways)
        yield Waiting(rule_id, told.title, "yes" if told.fires else "not-known" if open_ else "no", told.missing)
