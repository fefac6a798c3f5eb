"""What changed since a tag: found by git, told of features, rules, parameters and statements, blind to layout."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from ipt_rules import Rulebook
from ipt_rules.errors import IptRulesError
from ipt_rules.spec import gather, to_html
from ipt_rules.spec.changes import changes_since
from spec_pages import FEATURE, checkout, read

AT = "features/01-one/all.feature"
BLOCK = "A rule & its block"
PARAMETERS = "parameters:\n  - {key: days, value: 14}\n  - {key: weeks, value: 2}\n"
OWN = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with a feature, two rules and parameters, tagged v1."""
    checkout(tmp_path, all=FEATURE)
    (tmp_path / "rules" / "safety").mkdir(parents=True)
    (tmp_path / "rules" / "parameters.yaml").write_text(PARAMETERS, encoding="utf-8")
    for name in ("one", "two"):
        (tmp_path / "rules" / "safety" / f"{name}.yaml").write_text(f"id: {name}\ntitle: First\n", encoding="utf-8")
    for call in (("init", "-q"), ("add", "."), (*OWN, "commit", "-qm", "one"), (*OWN, "tag", "v1")):
        subprocess.run(["git", "-C", str(tmp_path), *call], check=True)
    return tmp_path


def _edit(path: Path, before: str, after: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")


def test_nothing_changed(root: Path) -> None:
    """A checkout as it was at the tag has no changes."""
    found = changes_since("v1", root)
    assert (dict(found.of), found.removed) == ({}, ())


def test_layout_and_comments_are_no_change(root: Path) -> None:
    """Lines may move, and comments come and go."""
    _edit(root / AT, "  Background: Who comes", "\n  # a comment\n  Background: Who comes")
    _edit(root / "rules" / "safety" / "one.yaml", "title: First", "# a comment\ntitle: 'First'")
    assert not changes_since("v1", root).of


def test_a_changed_row_changes_its_scenario_alone(root: Path) -> None:
    """The scenario beside it, in the same file, is as it was."""
    _edit(root / AT, "| three | c   |", "| three | d   |")
    assert dict(changes_since("v1", root).of) == {("scenario", AT, BLOCK, "A row of <what>"): "changed"}


def test_a_changed_background_changes_what_runs_with_it(root: Path) -> None:
    """The background of a rule block belongs to the block's scenarios, that of a feature to all."""
    _edit(root / AT, "a background of the rule", "another background")
    assert ("scenario", AT, BLOCK, "A row of <what>") in changes_since("v1", root).of
    assert ("scenario", AT, "", "Before any rule") not in changes_since("v1", root).of
    _edit(root / AT, "a patient at intake", "another patient")
    assert ("scenario", AT, "", "Before any rule") in changes_since("v1", root).of


def test_rules_and_parameters_new_changed_and_gone(root: Path) -> None:
    """Each is told by its name, and only those that differ."""
    rules = root / "rules" / "safety"
    _edit(rules / "one.yaml", "First", "Second")
    (rules / "two.yaml").rename(rules / "three.yaml")
    _edit(root / "rules" / "parameters.yaml", "value: 14", "value: 21")
    found = changes_since("v1", root)
    assert dict(found.of) == {("rule", "one"): "changed", ("rule", "three"): "new", ("parameter", "days"): "changed"}
    assert found.removed == (("rule", "two"),)


def test_a_rule_may_move_to_another_chapter(root: Path) -> None:
    """Where a file stands is no change of its rule."""
    (root / "rules" / "gaps").mkdir()
    (root / "rules" / "safety" / "one.yaml").rename(root / "rules" / "gaps" / "one.yaml")
    assert not changes_since("v1", root).of


def test_the_page_marks_what_changed(root: Path, rulebook: Rulebook) -> None:
    """The scenario, the statement it shows, and the filter; what is gone is listed."""
    _edit(root / AT, "| three | c   |", "| three | d   |")
    (root / "rules" / "safety" / "two.yaml").unlink()
    spec = gather(root, rulebook, since="v1")
    assert [one.change for one in spec.scenarios] == ["", "changed"]
    assert [one.changes for one in spec.statements if one.name == "SAF-03"] == [("1 scenario",)]
    page = read(to_html(spec))
    assert "Changed since v1" in page.has("matrix").text
    assert "rule: two" in page.has("matrix").text
    assert "new or changed (1)" in page.has("scenario-filters").text


def test_without_a_tag_the_filter_says_how_to_get_it(tmp_path: Path, rulebook: Rulebook) -> None:
    """Nothing is marked, and the command is told."""
    page = read(to_html(gather(checkout(tmp_path, all=FEATURE), rulebook)))
    assert "--since v0.1.0" in page.has("statement-filters").text


@pytest.mark.parametrize("tag", ["v2", "--output=x", "v1:rules"])
def test_a_tag_that_is_not_there_is_told(root: Path, tag: str) -> None:
    """With the nearest that is, where one is near; an option is no tag."""
    with pytest.raises(IptRulesError, match="there is no tag or commit"):
        changes_since(tag, root)


def test_the_nearest_tag_is_named(root: Path) -> None:
    """A slip of the finger is mended."""
    with pytest.raises(IptRulesError, match="did you mean `v1`"):
        changes_since("v11", root)


def test_a_machine_without_git_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to install."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(IptRulesError, match="apt-get install git"):
        changes_since("v1", root)
