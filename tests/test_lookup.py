"""From the screen to the statement, and from the statement to the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from golden import answer, case_files
from ipt_rules import Rulebook
from ipt_rules.errors import UnknownNameError
from ipt_rules.lookup import look_up
from ipt_rules.render.text import page_to_text
from ipt_rules.traceability import Trace, trace

FEATURES = Path(__file__).resolve().parent.parent / "features"


@pytest.fixture(scope="module")
def found(rulebook: Rulebook) -> Trace:
    return trace(rulebook, FEATURES)


def read(what: str, rulebook: Rulebook, found: Trace) -> str:
    return page_to_text(look_up(what, rulebook, found), 110)


def test_a_statement_shows_its_source_its_rules_and_their_words(rulebook: Rulebook, found: Trace) -> None:
    """SAF-03 leads to the rule on item 9, what that puts on the screen, and the scenarios that show it."""
    text = read("SAF-03", rulebook, found)
    assert "SAF-03 (found)" in text
    assert "Simon et al. 2013, item 9 and suicide (only the abstract was read)" in text
    assert "rule item-9-enquire\n   “Item 9 of the PHQ-9 was {risk.item9}" in text
    assert "features/01-safety/questionnaires.feature" in text


def test_a_decision_rule_shows_the_rules_that_carry_it(rulebook: Rulebook, found: Trace) -> None:
    """With when and then as the protocol has them, and its statements."""
    text = read("R-S06", rulebook, found)
    assert "DECISION RULE\n" in text
    assert "rule item-9-same-day" in text
    assert "SAF-05 (judgement)" in text


def test_a_technique_and_a_rule_are_found_by_their_names(rulebook: Rulebook, found: Trace) -> None:
    """By id or name, with all their words and statements; a technique's id is that of its statement."""
    assert "technique TEC-14\n   Communication analysis: Take one recent exchange" in read("TEC-14", rulebook, found)
    assert "TECHNIQUE\n  TEC-14." in read("Communication analysis", rulebook, found)
    assert "RULE\n  risk-not-asked." in read("risk-not-asked", rulebook, found)


def test_a_parameter_of_yes_or_no_is_told_in_these_words(rulebook: Rulebook, found: Trace) -> None:
    """Under its statement `three_area_model` is `no`, without a unit; a number keeps its unit."""
    text = page_to_text(look_up("CON-04", rulebook, found), 400)
    assert "parameter three_area_model\n   no: Whether the site works with three areas" in text
    assert "14 days: A PHQ-9 older than" in page_to_text(look_up("MEA-08", rulebook, found), 400)


def test_every_finding_is_found_by_its_words(rulebook: Rulebook, found: Trace) -> None:
    """Of every third case. Put a finger on a summary, filled in for a person: its rule is among those that are named."""
    findings = (finding for path in case_files()[::3] for finding in answer(path, rulebook).findings)
    told = {(finding.rule_id, finding.summary) for finding in findings}
    pages = {(rule, words): page_to_text(look_up(words, rulebook, found), 400) for rule, words in told}
    assert not {(rule, words) for (rule, words), page in pages.items() if f"{rule}." not in page}


def test_words_that_nothing_says_are_told_so(rulebook: Rulebook, found: Trace) -> None:
    """The error names the nearest id and what to give; it does not repeat the words."""
    with pytest.raises(UnknownNameError) as told:
        look_up("Entirely other words without any meaning", rulebook, found)
    assert "whole sentence" in str(told.value)
    with pytest.raises(UnknownNameError, match="SAF-"):
        look_up("SAF-3", rulebook, found)
    with pytest.raises(UnknownNameError):
        look_up("...", rulebook, found)


def test_without_features_the_rest_is_still_shown(rulebook: Rulebook, tmp_path: Path) -> None:
    """An installed package has no features: statements and rules are there all the same."""
    text = read("SAF-03", rulebook, trace(rulebook, tmp_path / "none"))
    assert "rule item-9-enquire" in text
