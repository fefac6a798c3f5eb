"""Laws about each finding: where its facts stand, what its words are made of, and what holds it. On both matchers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generated.cases import Whole, generated_cases
from ipt_rules.facts.base import Fact, shown
from ipt_rules.finding import LISTED, NOT_THERE, SLOT, as_sentences
from ipt_rules.recommendation import ALL_TECHNIQUES, Finding, Recommendation
from ipt_rules.recommending import run_chapters
from ipt_rules.render.text import to_text
from ipt_rules.rulebook import Rulebook
from laws import answer, law, on_both_matchers
from tests_support import shipped_rulebook

STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
MOST_WAYS = 20_000


@on_both_matchers
@law(12)
@given(made=generated_cases())
def test_facts_stand_at_places_that_exist(engine: str, made: Whole) -> None:
    """Every place of every finding, held or not, is in the input.

    A fact `unknown` stands where an answer is missing: what would hold the answer need not be there.
    """
    for finding in _all(answer(made, engine)):
        for used in finding.facts:
            missing = [place for place in used.places if not _exists(made.data, place)]
            assert not missing or used.kind == NOT_THERE, (finding.rule_id, used.kind, missing)


def _all(told: Recommendation) -> tuple[Finding, ...]:
    return (*told.findings, *(one.finding for one in told.held))


def _exists(data: Any, place: str) -> bool:
    """Whether there is something at a path such as `sessions[2].learned.relationships[0]`."""
    for name, at in STEP.findall(place):
        try:
            data = data[int(at)] if at else data[name]
        except (KeyError, IndexError, TypeError):
            return False
    return data is not None


@on_both_matchers
@law(12)
@given(made=generated_cases())
def test_facts_rebuild_the_rationale(engine: str, made: Whole) -> None:
    """A rationale is its rule's template, filled from the facts that the finding names, and nothing else.

    An answer holds no values, the input does: the facts are derived from it again and found by kind and places. Several
    ways in which a rule came true are told one after another, or as one list where they differ after a colon alone.
    """
    rulebook = shipped_rulebook().with_parameters(made.site) if made.site else shipped_rulebook()
    facts = run_chapters(made.case, rulebook, made.on, engine).facts
    for finding in _all(answer(made, engine)):
        template = rulebook.rules[finding.rule_id].then.rationale
        ways = _ways(finding, template, facts)
        one_by_one = {_filled(template, way, rulebook) for way in ways}
        told = finding.rationale.lower()
        assert _is_row(told, one_by_one, " ") or any(_lists(told, template, ways, rulebook)), (finding.rule_id, told)


def _ways(finding: Finding, template: str, facts: Sequence[Fact]) -> list[dict[str, Fact]]:
    """Every way to bind the names that a template reads to facts that the finding names; facts that read alike once."""
    named = {(used.name, used.kind, used.places) for used in finding.facts}
    options: dict[str, dict[Any, Fact]] = {}
    for name, _ in SLOT.findall(template):
        options.setdefault(name, {})
        fields = [other for of, other in SLOT.findall(template) if of == name]
        for fact in facts:
            if (name, fact.kind, fact.places) in named or name == fact.kind == "case":
                options[name].setdefault(tuple(shown(fact.get(one)) for one in fields), fact)
    known = {name: list(of.values()) for name, of in options.items() if of}
    ways = islice(product(*known.values()), MOST_WAYS)
    return [dict(zip(known, chosen, strict=True)) for chosen in ways]


def _filled(template: str, bound: dict[str, Fact], rulebook: Rulebook) -> str:
    def value(slot: re.Match[str]) -> str:
        name, field = slot.groups()
        if name == "parameters":
            return shown(rulebook.parameter(field))
        return shown(bound[name].get(field)) if name in bound else shown(None)

    return as_sentences(SLOT.sub(value, template)).lower()


def _is_row(text: str, parts: Iterable[str], between: str) -> bool:
    """Whether a text is some of these parts, one after another."""
    return any(
        text == part or (text.startswith(part + between) and _is_row(text[len(part + between) :], parts, between))
        for part in parts
        if part
    )


def _lists(told: str, template: str, ways: Sequence[dict[str, Fact]], rulebook: Rulebook) -> Iterator[bool]:
    """Whether what stands after a colon is a list of what that slot can be."""
    for slot in LISTED.finditer(template):
        marked = f"{template[: slot.start(1)]}<list>{template[slot.end(1) :]}"
        values = {_filled(f"x{slot[1]}", way, rulebook).removeprefix("x") for way in ways}
        for around in {_filled(marked, way, rulebook) for way in ways}:
            before, _, after = around.partition("<list>")
            if told.startswith(before) and told.endswith(after):
                yield _is_row(told[len(before) : len(told) - len(after)], values, "; ")


@on_both_matchers
@law(15)
@given(made=generated_cases())
def test_what_is_held_names_what_holds_it(engine: str, made: Whole) -> None:
    """Each held finding names findings that stand and hold every technique; what blocks a technique stands too.

    Nothing is both held and told, nothing holds itself, and where something holds all, no technique is suggested.
    """
    told = answer(made, engine)
    holding = {one.rule_id for one in told.findings if _holds_all(one)}
    standing = {one.rule_id for one in told.findings}
    for held in told.held:
        assert held.because
        assert set(held.because) <= holding
        assert held.finding not in told.findings
    assert not holding or not told.of("suggest")
    assert bool(told.held) <= bool(holding)
    for blocked in told.blocked_techniques:
        assert set(blocked.blocked_by) <= standing, blocked.id
        assert blocked.blocked_why  # those beyond the most for one session are kept back by no rule, and say so


def _holds_all(finding: Finding) -> bool:
    if finding.conclusion == "alert":
        return bool(finding.content["holding"] == "all")
    return finding.conclusion == "block" and ALL_TECHNIQUES in finding.content["techniques"]


@on_both_matchers
@law(10)
@given(made=generated_cases(), width=st.integers(40, 200))
def test_any_answer_can_be_read_at_any_width(engine: str, made: Whole, width: int) -> None:
    """The text names every alert, and keeps to the width."""
    told = answer(made, engine)
    text = to_text(told, width=width)
    assert all(one.summary.split()[0] in text for one in told.alerts)
    assert max(map(len, text.splitlines())) <= max(width, 60)
