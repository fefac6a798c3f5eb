"""Several patients: order, files that are no cases or broken, and the three formats."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from golden import CASES
from ipt_rules import Case, Rulebook, recommend
from ipt_rules.caseload import Caseload, caseload, files_of, number_of
from ipt_rules.caseload_pages import (
    caseload_schema,
    caseload_to_data,
    caseload_to_json,
    caseload_to_markdown,
    caseload_to_text,
)
from ipt_rules.cli import main
from ipt_rules.errors import Problem
from ipt_rules.render.lines import Style, display_width
from ipt_rules.vocabulary import ALERT_LEVELS
from tests_support import shipped_rulebook

ON = date(2026, 5, 2)
MANY = (
    *("nils-intent", "petra-item-nine", "rania-violence", "mei-illness", "jo-bpd", "hana-caution", "carl-relapse"),
    *("amira", "barbara", "george-partial"),
)
FEW = ("amira", "nils-intent", "petra-item-nine", "barbara", "mei-illness", "hana-caution")


def run(*words: object, **environment: str) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], env={"COLUMNS": "80", **environment})


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Caseload:
    """Cases of every level, in a folder."""
    folder = tmp_path_factory.mktemp("many")
    for name in MANY:
        copyfile(CASES / f"{name}.yaml", folder / f"{name}.yaml")
    copyfile(CASES / "published.yaml", folder / "published.yaml")
    return caseload([folder], shipped_rulebook(), ON, engine="plain")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six cases, and much else that folders hold."""
    for name in FEW:
        copyfile(CASES / f"{name}.yaml", tmp_path / f"{name}.yaml")
    (tmp_path / "broken.yaml").write_text("id: Maria Muster\nintake: [\n", encoding="utf-8")
    (tmp_path / "labels.yml").write_text("cases: {a: 1}\n", encoding="utf-8")
    (tmp_path / "list.json").write_text('{"people": [1, 2]}', encoding="utf-8")
    (tmp_path / "amira.yaml~").write_text("old", encoding="utf-8")
    (tmp_path / ".secret.yaml").write_text("old", encoding="utf-8")
    (tmp_path / "README.md").write_text("# Cases", encoding="utf-8")
    (tmp_path / "inner.yaml").mkdir()
    return tmp_path


def test_what_of_a_folder_is_looked_at(folder: Path) -> None:
    """Files that end as cases do, by name; no hidden ones, no backups, no folders."""
    names = [path.name for path in files_of(folder)]
    assert names == sorted([*(f"{name}.yaml" for name in FEW), "broken.yaml", "labels.yml", "list.json"])
    assert number_of([folder, folder / "amira.yaml"]) == len(names)


def test_a_broken_file_stops_nothing(folder: Path) -> None:
    """It comes first with its problems and without what was written in it; what is plainly no case is named apart."""
    load = caseload([folder], shipped_rulebook(), ON, engine="plain")
    assert [Path(one.file).name for one in load.unread] == ["broken.yaml"]
    assert load.unread[0].problems
    assert [Path(one).name for one in load.not_cases] == ["labels.yml", "list.json"]
    assert len(load.entries) == len(FEW)
    text = caseload_to_text(load)
    assert text.startswith("NOT IN THE LIST\n!! 1 file could not be read or judged.")
    assert "may hold an alert" in " ".join(text.split())
    for told in (text, caseload_to_markdown(load), caseload_to_json(load)):
        assert "Maria" not in told


def test_a_file_that_was_named_is_meant_as_a_case(folder: Path) -> None:
    """There, what is no case is an error, and so is what is not there."""
    load = caseload([folder / "labels.yml", folder / "gone.yaml"], shipped_rulebook(), ON)
    assert [Path(one.file).name for one in load.unread] == ["labels.yml", "gone.yaml"]
    assert not load.not_cases


def test_a_case_that_cannot_be_judged_on_that_day_is_not_passed_over() -> None:
    """Its intake is later: that is said, with what to do."""
    load = caseload([CASES / "amira.yaml"], shipped_rulebook(), date(2025, 1, 1))
    assert "the day of the advice is before the intake" in load.unread[0].message
    assert not load.entries


def test_the_order_is_that_of_the_alerts(many: Caseload) -> None:
    """From act now to no alert; every case once, and what each says is what it says alone."""
    places = [ALERT_LEVELS.index(one.level) if one.level else len(ALERT_LEVELS) for one in many.entries]
    assert places == sorted(places)
    assert len(set(places)) == len(ALERT_LEVELS) + 1
    assert sorted(Path(one.file).stem for one in many.entries) == sorted(MANY)
    assert [Path(one).name for one in many.not_cases] == ["published.yaml"]
    assert not many.unread
    for entry in many.entries[:3]:
        alone = recommend(Case.from_file(entry.file), shipped_rulebook(), ON, engine="plain")
        assert (entry.alerts, entry.alert) == (len(alone.alerts), alone.alerts[0].summary)


def test_the_order_of_the_files_changes_nothing() -> None:
    """The same cases in another order give the same list."""
    paths = [CASES / f"{name}.yaml" for name in FEW]
    there, back = (caseload(one, shipped_rulebook(), ON, engine="plain") for one in (paths, paths[::-1]))
    assert there.entries == back.entries


def test_cases_that_were_read_already(rulebook: Rulebook) -> None:
    """A program hands over cases; they are named by their id."""
    case = Case.from_file(CASES / "amira.yaml")
    seen: list[int] = []
    load = caseload([case], rulebook, ON, engine="plain", seen=lambda: seen.append(1))
    assert [(one.file, one.case_id) for one in load.entries] == [(case.id, case.id)]
    assert len(seen) == 1


@settings(max_examples=25)
@given(
    width=st.integers(40, 220),
    style=st.builds(Style, linear=st.booleans(), ascii=st.booleans(), height=st.sampled_from([None, 24])),
)
def test_every_alert_is_in_the_list_at_every_width(many: Caseload, width: int, style: Style) -> None:
    """The highest of each case by its words, the others by their number; no line is wider than the terminal."""
    text = caseload_to_text(many, width, style=style)
    assert max(map(display_width, text.splitlines())) <= width
    words = " ".join(text.split())
    assert not [one.case_id for one in many.entries if one.case_id not in words]
    for entry in many.entries:
        if entry.alert and width < 135:  # beside the table the words of two columns stand between one another
            assert entry.alert in words
            assert entry.alerts == 1 or f"; {entry.alerts - 1} more alert" in words


def test_a_long_list_recalls_broken_files_and_alerts_at_its_end(folder: Path) -> None:
    """Where it is longer than the screen."""
    load = caseload([folder], shipped_rulebook(), ON, engine="plain")
    recalled = caseload_to_text(load, 110, style=Style(height=10)).splitlines()[-2:]
    assert recalled[0].endswith("may hold an alert.")
    assert recalled[1] == "!! 4 cases have alerts, at the top; the highest: ACT NOW, invented-nils"
    assert "may hold" not in caseload_to_text(load, style=Style(height=500)).splitlines()[-1]


def test_the_json_and_its_schema(folder: Path) -> None:
    """Every field is there and described; the problems of a file are mappings."""
    data = caseload_to_data(caseload([folder], shipped_rulebook(), ON, engine="plain"))
    schema = caseload_schema()
    assert set(data) == set(schema["required"]) == set(schema["properties"])
    definitions = schema["$defs"]
    for one, name in ((data["entries"][0], "CaseloadEntry"), (data["unread"][0], "Unread")):
        assert set(one) == set(definitions[name]["required"])
    problem: dict[str, Any] = data["unread"][0]["problems"][0]
    assert set(problem) == set(definitions["Problem"]["required"]) == set(Problem._fields)
    assert problem["code"].startswith("CASE-")
    assert json.loads(json.dumps(data)) == data


def test_a_folder_on_the_command_line(folder: Path) -> None:
    """The table, and 3 since one could not be read; 0 without it."""
    result = run("recommend", folder, "--on", "2026-05-02", "--engine", "plain")
    assert result.exit_code == 3
    assert "6 CASES, THE MOST URGENT FIRST (2026-05-02)\n" in result.stdout
    assert result.stderr == ""
    (folder / "broken.yaml").unlink()
    again = run("recommend", folder, "--on", "2026-05-02", "--engine", "plain", "--format", "json")
    assert again.exit_code == 0
    assert json.loads(again.stdout)["entries"][0]["level"] == "1"


def test_several_files_on_the_command_line() -> None:
    """Markdown, in the same order."""
    files = [CASES / "amira.yaml", CASES / "nils-intent.yaml"]
    result = run("recommend", *files, "--on", "2026-05-02", "--engine", "plain", "--format", "markdown")
    assert result.exit_code == 0
    assert result.stdout.index("invented-nils") < result.stdout.index("invented-amira")
    assert "| !! ACT NOW | invented-nils | Middle | 6 of 16 | 23, up 5 |" in result.stdout


@pytest.mark.parametrize("more", [["--since", "1"], ["--all"], ["--brief"], ["--note"]])
def test_what_is_of_one_case_is_refused_for_several(more: list[str]) -> None:
    """With what to do instead."""
    result = run("recommend", CASES, *more, "--on", "2026-05-02")
    assert result.exit_code == 2
    assert "name one file" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("form", ["brief", "note"])
def test_what_is_new_needs_a_whole_page(form: str) -> None:
    """A short form has no marks; the message says so."""
    result = run("recommend", CASES / "amira.yaml", f"--{form}", "--since", "2", "--on", "2026-05-02")
    assert result.exit_code == 2
    assert f"without --{form}" in result.stderr


def test_an_empty_folder(tmp_path: Path) -> None:
    """A folder without a case is told as that, with what to do; a table of nobody would look like all is well."""
    result = run("recommend", tmp_path, "--on", "2026-05-02")
    assert result.exit_code == 3
    assert "there is no case in this folder" in result.stderr
    assert "None recorded" not in result.stdout


def test_our_own_answers_beside_the_cases_are_passed_over(tmp_path: Path) -> None:
    """An answer that was written to the folder is no case, and no broken one."""
    copyfile(CASES / "amira.yaml", tmp_path / "amira.yaml")
    answer = run("recommend", CASES / "amira.yaml", "--on", "2026-05-02", "--format", "json").stdout
    (tmp_path / "answer.json").write_text(answer, encoding="utf-8")
    result = run("recommend", tmp_path, "--on", "2026-05-02", "--format", "json")
    assert result.exit_code == 0
    assert [Path(one).name for one in json.loads(result.stdout)["not_cases"]] == ["answer.json"]


def test_of_a_file_with_many_problems_the_first_are_told(tmp_path: Path) -> None:
    """The cases below must not be out of sight; the whole list is in the JSON, and `case check` tells it."""
    (tmp_path / "broken.yaml").write_text("id: x\n" + "".join(f"wrong_{n}: 1\n" for n in range(20)), encoding="utf-8")
    result = run("recommend", tmp_path, "--on", "2026-05-02")
    assert result.exit_code == 3
    assert result.stdout.count("CASE-") == 3
    assert "and more: ipt-rules case check" in result.stdout
    told = json.loads(run("recommend", tmp_path, "--on", "2026-05-02", "--format", "json").stdout)
    assert len(told["unread"][0]["problems"]) > 20
