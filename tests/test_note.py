"""The note for the record: what was considered, and no advice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from golden import answer, case_files
from ipt_rules import Recommendation, Rulebook
from ipt_rules.render.note import NOTED
from ipt_rules.render.page import clean
from ipt_rules.render.sections import technique_name
from ipt_rules.render.text import to_text
from ipt_rules.rule import Rule

IMPERATIVES = (
    "accept|agree|announce|arrange|ask|avoid|begin|bring|build|call|check|choose|compare|complete|consider|continue|cover"
    "|decide|delay|discuss|do|draw|encourage|enquire|ensure|explain|explore|find|follow|give|go|help|hold|involve|keep|leave"
    "|let|link|list|listen|look|make|measure|monitor|name|narrow|note|offer|pause|pick|plan|practise|put|rate|recall|record"
    "|refer|rehearse|repeat|resume|review|say|see|show|speak|start|stay|stop|take|talk|tell|think|treat|try|use|wait|watch"
    "|work|write"
)
"""What a sentence of advice begins with: the verbs by which what to consider begins in the rules, and others of their kind."""

ADVICE = re.compile(
    r"\b(consider|should|must|ought to|please|recommend|recommended|advise|advised|advisable|needs? to|do not|don't"
    r"|better not|is better|is best|you|your)\b",
    re.IGNORECASE,
)
"""Words of advice wherever they stand; the note is about the patient and the therapist, and speaks to nobody."""

BEGINS = re.compile(rf"(?:^|[.;:!?] |^[-?]\s+)({IMPERATIVES})\b", re.IGNORECASE)
DIAGNOSIS = re.compile(r"\b(is|has|suffers from|meets criteria for|diagnosed as) (a )?(major )?depress", re.IGNORECASE)
ABOUT_THE_RULES = "Case "
"""Beneath the note stands what it was made with, in the words of the pack."""


def note_of(told: Recommendation) -> str:
    """The note on one line, without what is beneath it and the names of techniques, such as use of the time limit."""
    text = to_text(told, detail="note", width=110).rpartition(f"\n{ABOUT_THE_RULES}")[0]
    text = " ".join(text.split())
    for one in (*told.techniques, *told.blocked_techniques):
        text = text.replace(clean(technique_name(one)), "a technique")
    return text


@pytest.mark.parametrize("path", case_files(), ids=lambda path: path.stem)
def test_no_advice_slips_into_the_note(path: Path, rulebook: Rulebook) -> None:
    """No word of advice, no sentence that begins with what to do, no line of what to consider, and no question."""
    told = answer(path, rulebook)
    note = note_of(told)
    assert not list(found(note))
    assert "?" not in note
    assert not [line for one in told.findings for line in one.consider if line in note]
    assert not DIAGNOSIS.search(note)
    assert "the therapist decides" in note
    for alert in told.alerts:
        assert " ".join(alert.rationale.split()) in note


def found(text: str) -> Iterator[str]:
    """What of a text reads as advice."""
    yield from (match.group(0) for match in ADVICE.finditer(text))
    yield from (match.group(0) for match in BEGINS.finditer(text))


def test_advice_would_be_noticed(rulebook: Rulebook) -> None:
    """The lines of what to consider are nearly all caught by the words above: the test can fail."""
    lines = [line for rule in rulebook.rules.values() for line in rule.then.consider]
    caught = sum(any(True for _ in found(line)) for line in lines)
    assert caught / len(lines) > 0.7


WHOLE = ("alert", "ask", "argues_for", "argues_against")
"""Of these the whole reason stands in the note, of others the first sentence."""


def reasons(rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    """The reasons of rules that can stand in a note, as far as they can."""
    for rule in rulebook.rules.values():
        if taken(rule) and rule.status == "active":
            text = " ".join(str(rule.then.rationale).split())
            whole = any(getattr(rule.then, kind) for kind in WHOLE)
            yield rule.id, text if whole else re.split(r"(?<=[.!?]) (?=[A-Z])", text, maxsplit=1)[0]


def taken(rule: Rule) -> bool:
    then = rule.then
    kinds = (*NOTED, "ask", "argues_for", "argues_against")
    headline = then.note is not None and then.note.headline
    return headline or any(getattr(then, kind) for kind in kinds)


def test_no_rule_puts_advice_where_the_note_takes_its_words(rulebook: Rulebook) -> None:
    """Also of rules that speak of no case here: a reason begins with what is recorded."""
    told = [(rule, list(found(text))) for rule, text in reasons(rulebook)]
    assert len(told) > 100
    assert [(rule, words) for rule, words in told if words] == []
