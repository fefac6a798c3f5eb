"""Spoiled files: some hundreds at each run of the tests, and what such files once brought to light.

`make hostile` tries fifty thousand; `tests/hostile/` says what is done with each and what counts as a finding.
"""

from __future__ import annotations

import copy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from hostile_worker import run
from ipt_rules import Case, Rulebook, recommend
from ipt_rules.case.limits import MOST_ENTRIES, MOST_IN_ALL, MOST_WORK
from ipt_rules.checking import rule_problems
from ipt_rules.cli import main
from ipt_rules.errors import MOST_PROBLEMS, CaseError, Problem, RulebookError
from small_pack import write_pack

GOOD: dict[str, Any] = {"schema_version": 1, "id": "c1", "intake": {"date": "2026-01-10"}}
ON = date(2026, 3, 1)


def _codes(data: Any) -> list[str]:
    with pytest.raises(CaseError) as caught:
        Case.from_data(data)
    return [problem.code for problem in caught.value.problems]


def _with(**intake: Any) -> dict[str, Any]:
    data = copy.deepcopy(GOOD)
    data["intake"] |= intake
    return data


def test_spoiled_files_meet_designed_errors_only(tmp_path: Path) -> None:
    """Of cases, rules, shared files, sites' files and compiled packs: no other exception, no word of a case, no hang."""
    watch = run("tests", tmp_path, {"cases": 220, "rules": 120, "calls": 1})
    assert watch.tally.findings == []
    assert watch.tally.files.total() == 341
    assert sum(number for (_, outcome), number in watch.tally.outcomes.items() if outcome == "accepted") > 30


# What such files brought to light


@pytest.mark.parametrize("day", ["0001-01-01", "1799-12-31", "2201-01-01", "9999-12-31"])
def test_a_day_from_which_days_cannot_be_counted_is_refused(day: str) -> None:
    """As the day of a contact, of an event, or as a date of Python's."""
    assert _codes({**GOOD, "intake": {"date": day}}) == ["CASE-14"]
    assert _codes({**GOOD, "intake": {"date": date.fromisoformat(day)}}) == ["CASE-14"]
    assert _codes(_with(life_events=[{"event": "e", "type": "move", "date": day[:4]}])) == ["CASE-14"]


def test_advice_for_a_day_beyond_counting_is_refused(tmp_path: Path, rulebook: Rulebook) -> None:
    """Every command says so; none fails."""
    with pytest.raises(CaseError, match="CASE-50"):
        recommend(Case.from_data(GOOD), rulebook, date(9999, 12, 31))
    path = tmp_path / "case.yaml"
    path.write_text("schema_version: 1\nid: c1\nintake: {date: 2026-01-10}\n")
    for words in (
        ("recommend", path),
        ("timeline", path),
        ("plan", path),
        ("explain", path, next(iter(rulebook.rules))),
    ):
        result = CliRunner().invoke(main, [*map(str, words), "--on", "9999-12-31"])
        assert (result.exit_code, "lies after 2200" in result.stderr) == (3, True)


@pytest.mark.parametrize("key", ["²", "٣", "9" * 5000, "-1", " 1", ""])
def test_an_item_of_a_questionnaire_is_a_number(key: str) -> None:
    """Whatever else passes for a digit somewhere."""
    assert _codes(_with(measures={"phq9": {"items": {key: 1}}})) == ["CASE-37"]


@pytest.mark.parametrize("field", [{"medication": [{"weeks": 10**18}]}, {"episode": {"duration_months": 10**18}}])
def test_a_number_without_end_is_out_of_range(field: dict[str, Any]) -> None:
    """No length of time is longer than a life."""
    assert _codes(_with(**field)) == ["CASE-16"]


def test_plain_data_is_held_to_the_limits_of_a_file() -> None:
    """A list that holds itself, values nested without end, numbers that are none, and what is no mapping at all."""
    endless: list[Any] = []
    endless.append(endless)
    assert _codes(_with(life_events=endless)) == ["CASE-R10"]
    assert _codes(_with(alliance=float("nan")))[0] == "CASE-R15"
    assert _codes(["a"]) == ["CASE-R08"]
    assert _codes(None) == ["CASE-R06"]


def test_a_case_holds_so_much_and_no_more() -> None:
    """Just at the limit of a list and one more, entries in all, and people times contacts."""
    people = [{"person": f"p{n}"} for n in range(MOST_ENTRIES + 1)]
    Case.from_data(_with(relationships=people[:-1]))
    assert _codes(_with(relationships=people)) == ["CASE-47"]
    sessions = [
        {"number": n + 1, "date": "2026-02-01", "relapse_plan": {"signs": ["a"] * (MOST_IN_ALL // 20)}}
        for n in range(21)
    ]
    assert _codes({**GOOD, "sessions": sessions}) == ["CASE-48"]
    contacts = [{"number": n + 1, "date": "2026-02-01"} for n in range(MOST_WORK // MOST_ENTRIES)]
    assert _codes({**_with(relationships=people[:-1]), "sessions": contacts}) == ["CASE-49"]
    Case.from_data({**_with(relationships=people[:-1]), "sessions": contacts[:-1]})


def test_of_very_many_problems_the_first_are_told(tmp_path: Path, rulebook: Rulebook) -> None:
    """A file that is wrong all over is told in bounded time and on a bearable number of lines: cases, sites, packs."""
    unknown = {f"some_field_{n}": n for n in range(5000)}
    with pytest.raises(CaseError) as caught:
        Case.from_data({**GOOD, **unknown})
    assert str(caught.value).count("CASE-11") == MOST_PROBLEMS
    assert str(caught.value).endswith("and more: mend these first, then check again")
    with pytest.raises(RulebookError, match="and more: mend these first"):
        rulebook.with_parameters(unknown)
    twice = tmp_path / "case.yaml"
    twice.write_text("".join(f"k{n}: 1\nk{n}: 2\n" for n in range(5000)))
    with pytest.raises(CaseError, match="and more: mend these first"):
        Case.from_file(twice)


def test_a_message_stays_on_its_line() -> None:
    """A rule file may hold anything where a name belongs: a novel, a line break, a colour for the terminal."""
    said = str(Problem("a.yaml", 1, "RULE-30", "no `\x1b[2J\nx\u2028\u202e" + "x" * 5000 + "`", "y\rz"))
    assert said.startswith("a.yaml:1: RULE-30 no `?[2J?x??xxx")
    assert said.endswith("x ..\n    y?z")
    assert len(said) < 700


# Rule packs


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_pack(tmp_path)


def test_a_list_in_one_file_and_a_mapping_in_another(pack: Path) -> None:
    """Shared files of one name are put together: both must have the same form."""
    (pack / "parameters-more.yaml").write_text("parameters: {a: 1}\n")
    with pytest.raises(RulebookError, match="PACK-07 `parameters` is a list in one file and a mapping in another"):
        Rulebook.load(pack)


def test_a_name_that_is_a_mapping(pack: Path) -> None:
    """An entry whose id is a mapping or a list is of the wrong type, and nothing more."""
    path = pack / "groups.yaml"
    path.write_text(path.read_text().replace("  - id: close-family\n", "  - id: {a: [1]}\n"))
    with pytest.raises(RulebookError, match=r"RULE-15 `id` has the wrong type"):
        Rulebook.load(pack)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """It has no pack.yaml, as any other folder without one."""
    with pytest.raises(RulebookError, match=r"pack\.yaml: RULE-R01"):
        Rulebook.load(tmp_path / "nowhere")
    assert [problem.code for problem in rule_problems([tmp_path / "nowhere"])] == ["RULE-R01"]


def test_a_link_to_nowhere_in_a_pack(pack: Path) -> None:
    """An editor leaves such links beside the file that it holds open."""
    (pack / "safety" / ".#intent.yaml").symlink_to("someone@somewhere.1234")
    with pytest.raises(RulebookError, match=r"#intent\.yaml: RULE-R01"):
        Rulebook.load(pack)
