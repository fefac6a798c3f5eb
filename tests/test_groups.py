"""Groups of terms: what facts are derived with is in the rules, all of it is there, and a wrong list is told with its place."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from ipt_rules import Case, Rulebook, errors, lint, packs
from ipt_rules.docs.knowledge import groups_page
from ipt_rules.facts.derive import derive_facts
from ipt_rules.facts.groups import GROUPS, ORDERED, SORTINGS, VOCABULARIES
from ipt_rules.lookup import look_up
from ipt_rules.protocol import Group
from ipt_rules.render.text import page_to_text
from ipt_rules.traceability import trace

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "ipt_rules"
ASKING = sorted([*SOURCE.glob("facts/*.py"), *SOURCE.glob("focus*.py"), *SOURCE.glob("planning*.py")])
DECLARED = SOURCE / "facts" / "groups.py"

MEANINGS = {
    ("change_parts.py", "dated-after", "told-after"): "what after means",
    ("change_parts.py", "linked-only", "not-known"): "where neither side of the onset is told",
    ("endings.py", "remission", "partial", "none"): "terms of a fact",
    ("loss_parts.py", *VOCABULARIES["beside-onset"]): "terms of a fact",
    ("maintenance.py", "weekly", "fortnightly", "monthly", "other"): "terms of a fact",
    ("scores.py", *VOCABULARIES["scales"]): "the measures a contact has room for",
    ("screens.py", *VOCABULARIES["screen"][:-1]): "the questions a contact has room for",
    ("screens.py", "q6", "q6_3m"): "the names of the two questions on behaviour",
    ("suicide.py", "q4", "q5"): "which answers a text speaks of",
    ("suicide.py", "q1", "q2"): "which answers a text speaks of",
    ("treatments.py", "remission", "partial", "none"): "terms of a fact",
}
"""The lists of terms that stand in code, and why: none of them decides anything."""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack of one chapter, with the groups and techniques of the core."""
    info = {"name": "small", "version": "1", "language": 1, "title": "Small", "chapters": ["focus"]}
    (tmp_path / "pack.yaml").write_text(yaml.safe_dump({**info, "intended_use": ["To test."], "review": "pending"}))
    for name in ("groups", "techniques"):
        shutil.copy(packs.core() / f"{name}.yaml", tmp_path)
    return tmp_path


@pytest.fixture
def problems(pack: Path) -> Callable[[str, str], list[errors.Problem]]:
    """What is told when a piece of the groups is written otherwise."""

    def told(old: str, new: str) -> list[errors.Problem]:
        path = pack / "groups.yaml"
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        path.write_text(text.replace(old, new), encoding="utf-8")
        with pytest.raises(errors.RulebookError) as caught:
            Rulebook.load(pack)
        return list(caught.value.problems)

    return told


# What is asked for


def test_every_group_is_asked_for_and_every_one_asked_for_is_declared() -> None:
    """A name that no derivation reads is no group, and one that is read without being declared would fail on some case."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in ASKING if path != DECLARED)
    asked = set(re.findall(r'\b(?:group|order|sorting)\(\s*"([^"]+)"\s*\)', text))
    assert asked <= {*GROUPS, *SORTINGS}
    assert not [name for name in (*GROUPS, *SORTINGS) if f'"{name}"' not in text]


def test_no_list_of_terms_decides_in_code() -> None:
    """Which terms belong together is knowledge: a list of them in a derivation is one of the few that only name things."""
    found = set()
    for path in ASKING:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Tuple | ast.Set | ast.List) and len(node.elts) > 1:
                terms = [one.value for one in node.elts if isinstance(one, ast.Constant)]
                whole = len(terms) == len(node.elts)
                if whole and any(set(terms) <= set(known) for known in VOCABULARIES.values()):
                    found.add((path.name, *terms))
    assert found == set(MEANINGS)


def test_the_order_is_that_of_the_file(rulebook: Rulebook) -> None:
    """Where the order counts it is the one written down; elsewhere a group is a set."""
    assert rulebook.order("compared-at-the-end") == ("phq9", "gad7", "wsas")
    assert rulebook.group("partners") == {"partner", "spouse"}
    assert [one.id for one in rulebook.groups.values() if one.ordered] == list(ORDERED)


def test_every_term_is_of_one_kind(rulebook: Rulebook) -> None:
    """Every role and every event that is no death has its kind."""
    assert set(rulebook.sorting("kinds-of-people")) == set(VOCABULARIES["roles"])
    assert set(rulebook.sorting("kinds-of-change")) == set(VOCABULARIES["changes"])


# A list that is written otherwise


def test_another_list_decides_otherwise(rulebook: Rulebook) -> None:
    """What a pack holds is what counts: where a friend is close family, the death of a friend is important."""
    person = {"person": "p1", "role": "friend"}
    event = {"event": "e1", "type": "death", "person": "p1"}
    intake = {"date": "2026-01-10", "relationships": [person], "life_events": [event]}
    case = Case.from_data({"schema_version": 1, "id": "c1", "intake": intake})
    own = rulebook.groups["close-family"]
    wider = own.model_copy(update={"members": (*own.members, "friend")})
    other = replace(rulebook, groups={**rulebook.groups, own.id: wider})

    def important(book: Rulebook) -> Any:
        return next(
            fact.get("important") for fact in derive_facts(case, date(2026, 1, 10), book) if fact.kind == "loss"
        )

    assert important(rulebook) is None
    assert important(other) is True


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ("[partner, spouse, parent, step-parent, child, sibling]", "[parents]", "RULE-14", "did you mean `parent`?"),
        ("[very-close, close]", "[close, close]", "RULE-14", "stands there twice"),
        ("[very-close, close]", "[]", "RULE-18", "too short"),
        ("  - id: close-family\n", "  - id: close-famly\n", "RULE-14", "did you mean `close-family`?"),
        (
            "  - id: children\n    of: roles",
            "  - id: children\n    of: diagnoses",
            "RULE-14",
            "asked for as one of roles",
        ),
        ("  - id: children\n    of: roles", "  - id: children\n    of: role", "RULE-13", "one of: roles"),
        (
            "    ordered: true\n    members:\n      - dated-before",
            "    members:\n      - dated-before",
            "RULE-14",
            "counts",
        ),
        ("  - id: children\n", "  - id: children\n    ordered: true\n", "RULE-14", "says nothing"),
        ("statements: [SAF-24]", "statements: []", "RULE-18", "too short"),
        ("      friend: [friend, peer]", "      friend: [friend]", "RULE-14", "no kind holds `peer`"),
        ("      friend: [friend, peer]", "      friend: [friend, peer, boss]", "RULE-14", "`boss` stands there twice"),
        ("      friend: [friend, peer]", "      friends: [friend, peer]", "RULE-14", "did you mean `friend`?"),
        ("[TEC-11]", "[TEC-99]", "GROUP-02", "technique `TEC-99`"),
    ],
)
def test_a_wrong_group_is_told_with_its_place(
    problems: Callable[[str, str], list[errors.Problem]], old: str, new: str, code: str, words: str
) -> None:
    """A term that is none, a group that nothing reads, a list that leaves something out: told when rules are loaded."""
    first = problems(old, new)[0]
    assert first.code == code
    assert Path(first.path).name == "groups.yaml"
    assert words in str(first)
    assert first.line or code.startswith("GROUP")


def test_a_group_that_is_missing_is_told_at_loading(pack: Path) -> None:
    """Not on the first case that needs it; one that is wrong is not told as missing, too."""
    data = yaml.safe_load((pack / "groups.yaml").read_text(encoding="utf-8"))
    data["groups"] = [one for one in data["groups"] if one["id"] != "tie-ends"]
    data["sortings"] = [{**one, "meaning": 3} for one in data["sortings"] if one["id"] == "kinds-of-change"]
    (pack / "groups.yaml").write_text(yaml.safe_dump(data), encoding="utf-8")
    with pytest.raises(errors.RulebookError) as caught:
        Rulebook.load(pack)
    told = sorted((one.code, one.message) for one in caught.value.problems if one.code == "GROUP-01")
    assert told == [
        ("GROUP-01", "no pack has `kinds-of-people` among its sortings"),
        ("GROUP-01", "no pack has `tie-ends` among its groups"),
    ]


def test_a_pack_that_judges_cases_needs_groups(pack: Path) -> None:
    """Every case is read with them, and the message says where to get them; a pack that only adds to others needs none."""
    (pack / "groups.yaml").unlink()
    addition = Rulebook.load(pack)
    with pytest.raises(errors.RulebookError, match="no pack has the group `close-family`"):
        addition.group("close-family")
    shutil.copy(packs.core() / "instruments.yaml", pack)
    with pytest.raises(errors.RulebookError, match=r"`close-family` and \d+ more .*\n.*copy its groups.yaml"):
        Rulebook.load(pack)


# Lint, trace, pages


def _lint(rulebook: Rulebook) -> list[tuple[str, str, str]]:
    return [(one.code, one.path, one.message) for one in lint.check(rulebook)]


def test_only_a_judgement_may_be_another(rulebook: Rulebook) -> None:
    """What its source says stays as it is."""
    own = rulebook.groups["persistent-diagnoses"]
    other = replace(rulebook, groups={**rulebook.groups, own.id: own.model_copy(update={"tune": True})})
    assert _lint(other) == [("LINT-07", f"group {own.id}", "none of its statements is a judgement that may be another")]


def test_a_group_cites_statements_that_exist(rulebook: Rulebook) -> None:
    """A statement that nobody wrote grounds nothing."""
    own = rulebook.groups["partners"]
    other = replace(rulebook, groups={**rulebook.groups, own.id: own.model_copy(update={"statements": ("SUI-99",)})})
    assert _lint(other) == [("LINT-07", "group partners", "the statement `SUI-99` is not defined")]


@pytest.mark.parametrize(
    ("carrier", "problem"),
    [
        ("course ipcc", True),
        ("techniques TEC-01", True),
        ("course ipc", False),
        ("group partners", False),
        ("choice", False),
    ],
)
def test_what_carries_a_statement_exists(rulebook: Rulebook, carrier: str, problem: bool) -> None:
    """A carrier is the choice of focus, or something of the shared files by kind and name."""
    own = rulebook.statements["FOC-01"].model_copy(update={"carried_by": (carrier,)})
    found = _lint(replace(rulebook, statements={**rulebook.statements, "FOC-01": own}))
    assert bool(found) is problem
    assert all(code == "LINT-02" and where == "statement FOC-01" for code, where, _ in found)


def test_the_courses_of_a_technique_exist(rulebook: Rulebook) -> None:
    """A technique that is only for a course that nobody knows would never be offered."""
    own = rulebook.techniques["TEC-14"].model_copy(update={"courses": ("ipt-x",)})
    found = _lint(replace(rulebook, techniques={**rulebook.techniques, "TEC-14": own}))
    assert found == [("LINT-02", "technique TEC-14", "the course `ipt-x` is not defined")]


def test_one_course_is_made_for_a_diagnosis(rulebook: Rulebook) -> None:
    """Facts name one course for a diagnosis: a second one would be passed over in silence."""
    own = rulebook.courses["acute"].model_copy(update={"made_for": ("ptsd",)})
    found = _lint(replace(rulebook, courses={**rulebook.courses, "acute": own}))
    assert [(code, message) for code, _, message in found] == [("LINT-08", "`acute` is made for ptsd as well")]


def test_a_group_carries_its_statements_and_is_found_by_name(rulebook: Rulebook) -> None:
    """The trace leads from a statement to the groups that rest on it, and from a group to its statements."""
    found = trace(rulebook, ROOT / "features")
    assert "group deaths-by-bond" in found.carriers["GRI-16"]
    assert "sorting kinds-of-people" in found.carriers["DIS-02"]
    assert "pregnancy-loss" in page_to_text(look_up("GRI-16", rulebook, found))
    assert "GRI-16" in page_to_text(look_up("deaths-by-bond", rulebook, found))


def test_every_group_has_its_place_on_the_page(rulebook: Rulebook) -> None:
    """The page is made from the rules: each group with its members, meaning and statements."""
    page = groups_page(rulebook)
    for one in (*rulebook.groups.values(), *rulebook.sortings.values()):
        assert f'<a id="{one.id}"></a>' in page
        assert all(f"[{statement}](traceability.md#{statement})" in page for statement in one.statements)
    assert all(", ".join(group.members) in page for group in rulebook.groups.values() if isinstance(group, Group))
