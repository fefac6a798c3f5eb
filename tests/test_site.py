"""What a site sets: read from a file, checked all at once, put into the rulebook quickly, and named in every answer."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ipt_rules import Case, Rulebook, errors, explain, recommend
from ipt_rules.cli import main
from ipt_rules.facts.lengths import by_number
from ipt_rules.render.json_ import to_data
from ipt_rules.render.markdown import to_markdown
from ipt_rules.render.text import to_text
from ipt_rules.site import KEPT, read_parameters
from ipt_rules.why_not import why_not

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "docs" / "site.yaml"
CASE = ROOT / "cases" / "amira.yaml"
ON = date(2026, 3, 7)
SET = "Set by this site: adjunct_techniques yes (no in the rules); initial_long_sessions 5 sessions (4 in the rules); "


@pytest.fixture
def site(tmp_path: Path) -> Callable[[str], Path]:
    """A site's file with this text."""

    def written(text: str, name: str = "site.yaml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


def refused(rulebook: Rulebook, path: Path) -> list[errors.Problem]:
    with pytest.raises(errors.RulebookError) as caught:
        rulebook.with_parameters(read_parameters(path))
    return list(caught.value.problems)


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


# What is set


def test_the_sample_of_the_documents_is_a_sites_file(rulebook: Rulebook) -> None:
    """The file that the page of parameters shows is read and put in."""
    tuned = rulebook.with_parameters(read_parameters(SAMPLE))
    assert {one["key"]: (one["value"], one["default"]) for one in tuned.site_parameters} == {
        "adjunct_techniques": (True, False),
        "initial_long_sessions": (5, 4),
        "usual_minutes": (45, 50),
    }
    assert tuned.site_parameters[2]["unit"] == "minutes"
    assert tuned.site_parameters[2]["statements"] == ["CON-23", "MID-02"]
    assert by_number(16, tuned.parameter) == (5, 4)
    assert by_number(16, rulebook.parameter) == (4, 4)


@pytest.mark.parametrize(
    ("written", "value"),
    [("yes", True), ("no", False), ("true", True), ("False", False), ('"yes"', True)],
)
def test_yes_and_no_are_read_by_the_parameter(
    rulebook: Rulebook, site: Callable[[str], Path], written: str, value: bool
) -> None:
    """A parameter that is yes or no takes both in any of the ways people write them."""
    tuned = rulebook.with_parameters(read_parameters(site(f"adjunct_techniques: {written}\n")))
    assert tuned.parameter("adjunct_techniques") is value


def test_a_site_may_write_json(rulebook: Rulebook, site: Callable[..., Path]) -> None:
    """A file that ends in .json is read as such; 12.0 is a whole number."""
    path = site('{"adjunct_techniques": true, "focus_candidate_points": 5.0}', "site.json")
    tuned = rulebook.with_parameters(read_parameters(path))
    assert tuned.parameter("adjunct_techniques") is True
    assert repr(tuned.parameter("focus_candidate_points")) == "5"


def test_a_changed_value_changes_the_conditions_and_the_hash(rulebook: Rulebook) -> None:
    """What a rule compares with is the site's value, in conditions and in words; nothing else moves."""
    tuned = rulebook.with_parameters({"short_course_sessions": 6})
    (before,) = rulebook.queries["short-course-manageable-focus"]
    (after,) = tuned.queries["short-course-manageable-focus"]
    assert before != after
    assert tuned.content_hash != rulebook.content_hash
    others = [rule for rule in rulebook.rules if tuned.queries[rule] is not rulebook.queries[rule]]
    assert others == ["short-course-manageable-focus"]
    assert rulebook.parameter("short_course_sessions") == 8
    assert rulebook.site_parameters == []


@pytest.mark.parametrize(
    ("key", "weaker"),
    [
        ("item9_same_day_points", 3),
        ("item9_enquiry_points", 2),
        ("severe_with_item9_points", 21),
        ("risk_worse_points", 6),
        ("recent_loss_days", 91),
        ("anniversary_near_days", 13),
        ("postpartum_weeks", 51),
        ("risk_flag_recent_days", 27),
        ("missed_contact_days", 3),
        ("clear_screens", 1),
        ("deterioration_baseline_points", 7),
        ("deterioration_between_points", 6),
        ("deterioration_band_rises", 3),
        ("ending_rise_points", 6),
        ("low_risk_not_known", 1),
    ],
)
def test_no_value_of_a_site_weakens_an_alert(rulebook: Rulebook, key: str, weaker: int) -> None:
    """A site may have more asked, and sooner; it can neither silence an alert nor take what is not known for absent."""
    with pytest.raises(errors.RulebookError):
        rulebook.with_parameters({key: weaker})


# Quickly


def test_the_same_values_give_the_same_rulebook(rulebook: Rulebook) -> None:
    """A service may ask at every call: the rulebook of a set of values is made once, and so are its matchers."""
    first = rulebook.with_parameters({"usual_minutes": 45, "adjunct_techniques": True})
    again = rulebook.with_parameters({"adjunct_techniques": True, "usual_minutes": 45})
    assert again is first
    assert first.matcher("focus", "plain") is rulebook.matcher("focus", "plain")
    shorter = rulebook.with_parameters({"short_course_sessions": 6})
    assert shorter.matcher("choice", "plain") is not rulebook.matcher("choice", "plain")
    assert shorter.matcher("choice", "plain") is shorter.matcher("choice", "plain")


def test_values_come_on_top_of_values(rulebook: Rulebook) -> None:
    """A second set adds to the first; the packs' own values again are the rulebook without any."""
    both = rulebook.with_parameters({"usual_minutes": 45}).with_parameters({"adjunct_techniques": "yes"})
    assert both is rulebook.with_parameters({"usual_minutes": 45, "adjunct_techniques": True})
    assert both.with_parameters({"usual_minutes": 50, "adjunct_techniques": "no"}) is rulebook
    assert rulebook.with_parameters({}) is rulebook
    assert rulebook.with_parameters({"usual_minutes": 50}) is rulebook


def test_only_so_many_sets_of_values_are_kept(rulebook: Rulebook) -> None:
    """A service of many sites does not grow without end; the set asked for last stays."""
    kept = rulebook.with_parameters({"timing_weak_days": 400})
    for days in range(200, 200 + KEPT + 3):
        assert rulebook.with_parameters({"timing_weak_days": 400}) is kept
        rulebook.with_parameters({"timing_weak_days": days})
    assert len(rulebook.tuned) == KEPT
    assert rulebook.with_parameters({"timing_weak_days": 400}) is kept


def test_every_engine_says_the_same_with_a_sites_values(rulebook: Rulebook) -> None:
    """The site's values reach both matchers."""
    pytest.importorskip("durable_rules_engine", reason="2026-11-27: durable-rules is not installed")
    tuned = rulebook.with_parameters(read_parameters(SAMPLE))
    case = Case.from_file(CASE)
    answers = [to_data(recommend(case, tuned, ON, engine=name)) for name in ("plain", "rete")]
    assert [answer.pop("engine") for answer in answers] == ["plain", "rete"]
    assert answers[0] == answers[1]


# What is refused


def test_all_problems_of_a_file_are_told_at_once(rulebook: Rulebook, site: Callable[[str], Path]) -> None:
    """Each with its line, what is allowed with unit and statement, or the nearest right name."""
    path = site(
        "phq9_valid_days: 90\n"
        "phq9_valid_day: 20\n"
        "# a comment\n"
        "adult_from_age_years: 17\n"
        "adjunct_techniques: 3\n"
        'focus_lead_points: "2"\n'
        "focus_candidate_points: 4.5\n"
        "weight_weak_points: true\n"
        "goals_at_most: [3]\n"
    )
    told = {problem.line: problem for problem in refused(rulebook, path)}
    assert {line: problem.code for line, problem in told.items()} == {
        1: "PARAM-02",
        2: "PARAM-01",
        4: "PARAM-03",
        5: "PARAM-04",
        6: "PARAM-04",
        7: "PARAM-04",
        8: "PARAM-04",
        9: "PARAM-04",
    }
    assert {problem.path for problem in told.values()} == {str(path)}
    assert told[1].message == "`phq9_valid_days` is outside its range"
    assert told[1].hint == "choose a whole number from 7 to 31 days (MEA-08)"
    assert told[2].hint == "did you mean `phq9_valid_days`?"
    assert told[4].message == "`adult_from_age_years` is not to be changed by a site"
    assert told[4].hint == "it stays 18 years, as its source has it (SUI-20)"
    assert told[5].hint == "choose yes or no (TEC-32, CON-09)"
    assert told[7].message == "`focus_candidate_points` has the wrong type of value"


@pytest.mark.parametrize(("value", "allowed"), [(6, False), (7, True), (31, True), (32, False)])
def test_the_ends_of_a_range_belong_to_it(rulebook: Rulebook, value: int, allowed: bool) -> None:
    """Just below, at, and just above."""
    if allowed:
        assert rulebook.with_parameters({"phq9_valid_days": value}).parameter("phq9_valid_days") == value
    else:
        with pytest.raises(errors.RulebookError, match=r"from 7 to 31 days \(MEA-08\)"):
            rulebook.with_parameters({"phq9_valid_days": value})


def test_values_without_a_file_are_told_without_lines(rulebook: Rulebook) -> None:
    """From a program, the place is the parameter."""
    with pytest.raises(errors.RulebookError) as caught:
        rulebook.with_parameters({"usual_minute": 45})
    (problem,) = caught.value.problems
    assert (problem.path, problem.line, problem.field) == ("parameters", 0, "usual_minute")
    assert problem.hint == "did you mean `usual_minutes`?"


def test_a_key_that_is_no_name_is_not_repeated(rulebook: Rulebook, site: Callable[[str], Path]) -> None:
    """Somebody's words in the wrong file do not end in a message."""
    (problem,) = refused(rulebook, site("what Anna said: 3\n"))
    assert "Anna" not in str(problem)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "PARAM-R06"),
        ("- usual_minutes\n", "PARAM-R08"),
        ("usual_minutes: 45\nusual_minutes: 50\n", "PARAM-R09"),
        ("usual_minutes: [45\n", "PARAM-R07"),
    ],
)
def test_a_file_that_cannot_be_read(rulebook: Rulebook, site: Callable[[str], Path], text: str, code: str) -> None:
    """Empty, a list, a key twice, not well-formed: told as any other file."""
    assert [problem.code for problem in refused(rulebook, site(text))] == [code]


# Named in every answer


def test_every_answer_names_what_was_set(rulebook: Rulebook) -> None:
    """Text, Markdown and data, of a recommendation and of explanations; without a site there is nothing to name."""
    tuned = rulebook.with_parameters(read_parameters(SAMPLE))
    case = Case.from_file(CASE)
    answer = recommend(case, tuned, ON)
    for detail in ("short", "all", "sources"):
        assert SET in " ".join(to_text(answer, detail=detail).split())
        assert SET.replace("_", "\\_") in to_markdown(answer, detail=detail)
    told = to_data(answer)["rulebook"]["site_parameters"]
    assert told == tuned.site_parameters
    assert told[2] == {
        "key": "usual_minutes",
        "value": 45,
        "unit": "minutes",
        "default": 50,
        "statements": ["CON-23", "MID-02"],
    }
    assert list(explain(case, tuned, "focus-tie", ON).site_parameters) == told
    assert list(why_not(case, tuned, "grief", ON).site_parameters) == told
    plain = recommend(case, rulebook, ON)
    assert plain.rulebook["site_parameters"] == []
    assert "Set by this site" not in to_text(plain)


# The command line


@pytest.mark.parametrize("words", [("recommend",), ("explain", "focus-tie"), ("explain", "--why-not", "grief")])
@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_the_commands_take_a_sites_file(words: tuple[str, ...], form: str) -> None:
    """Each names what was set, in each format."""
    command, *more = words
    made = run(command, CASE, *more, "--on", ON, "--parameters", SAMPLE, "--format", form)
    assert made.exit_code == 0, made.output
    if form == "json":
        data = json.loads(made.stdout)
        told = data["rulebook"]["site_parameters"] if command == "recommend" else data["site_parameters"]
        assert [one["key"] for one in told] == ["adjunct_techniques", "initial_long_sessions", "usual_minutes"]
    else:
        assert SET in " ".join(made.stdout.replace("\\_", "_").split())


@pytest.mark.parametrize("command", [("recommend",), ("explain", "focus-tie")])
def test_a_wrong_file_ends_a_command_without_a_traceback(site: Callable[[str], Path], command: tuple[str, ...]) -> None:
    """Exit code 4, the problems on standard error, nothing on standard output."""
    path = site("usual_minutes: 30\nusual_minute: 45\n")
    name, *more = command
    made = run(name, CASE, *more, "--on", ON, "--parameters", path)
    assert (made.exit_code, made.stdout) == (4, "")
    assert made.stderr == (
        f"{path}:1: PARAM-02 `usual_minutes` is outside its range\n"
        "    choose a whole number from 45 to 60 minutes (CON-23, MID-02)\n"
        f"{path}:2: PARAM-01 the parameter `usual_minute` does not exist\n"
        "    did you mean `usual_minutes`?\n"
    )
    assert run(name, CASE, *more, "--on", ON, "--parameters", path.parent / "none.yaml").exit_code == 4


def test_reading_parameters_as_json_imports_no_yaml(site: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """A service that keeps its sites in JSON pays for no YAML reader."""
    path = site('{"usual_minutes": 45}', "site.json")
    monkeypatch.setitem(sys.modules, "yaml", None)
    assert dict(read_parameters(path)) == {"usual_minutes": 45}
