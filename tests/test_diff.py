"""Two versions of the rulebook beside each other: what changed, and for which cases what is said differently."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import ipt_rules
from ipt_rules import errors
from ipt_rules.cli import main
from ipt_rules.differences import comparing
from ipt_rules.differences.cases import compared_cases, differences_of
from ipt_rules.differences.comparing import compare
from ipt_rules.differences.data import to_data, to_json
from ipt_rules.differences.model import CaseDifferences, Change, Difference, Differences, EntryChange, NotCompared
from ipt_rules.differences.page import SEVERAL, page_of
from ipt_rules.differences.rulebooks import causes, compared_rules, compared_shared
from ipt_rules.render.json_ import to_data as answer_of
from ipt_rules.render.markdown import page_to_markdown
from ipt_rules.render.page import Page
from ipt_rules.render.text import page_to_text
from recommendations import INTENT, PLAN, RECOMMENDATION, SUGGEST
from small_pack import CASE, RULES, write_pack, write_rule

PACKAGE = Path(ipt_rules.__file__).resolve().parent
PLAN_TOLD = """\
when:
  - {exists: risk, as: risk, where: {cssrs_q5: yes}}
then:
  alert: {level: "2", about: suicide}
  summary: A plan was told
  rationale: The screener has a yes to a plan.
"""
GROWN_UP = """\
when:
  - {exists: case, as: case, where: {age: {at_least: $parameters.anniversary_near_days}}}
then:
  note: {topic: grown-up}
  summary: Nearly grown up
  rationale: "The age is {case.age}."
"""
INTAKE = "schema_version: 1\nid: x\nintake:\n  date: 2026-01-10\n  patient: {age: 17}\n"
TOLD = INTAKE + "  risk: {cssrs: {%s: yes}}\n"
CASES = {
    "anna.yaml": CASE,
    "bea.yaml": TOLD % "q4",
    "broken.yaml": INTAKE + "  relationship: []\n",
    "notes.yaml": "published: {anna: nothing}\n",
    "young.yaml": INTAKE,
    "zoe.yaml": TOLD % "q5",
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the old pack, the new one that differs in five ways, and cases."""
    folder = tmp_path_factory.mktemp("diff")
    for name in ("old", "new", "cases"):
        (folder / name).mkdir()
    for name, text in CASES.items():
        (folder / "cases" / name).write_text(text, encoding="utf-8")
    old, new = write_pack(folder / "old"), write_pack(folder / "new")
    write_rule(old, "safety/plan-told", PLAN_TOLD)
    for pack in (old, new):
        write_rule(pack, "progress/grown-up", GROWN_UP)
    edit(new / "parameters-safety.yaml", "anniversary_near_days, value: 14", "anniversary_near_days, value: 21")
    write_rule(new, "safety/intent-told", RULES["safety/intent-told"].replace('level: "1"', 'level: "2"'))
    write_rule(new, "progress/told-some", RULES["progress/told-some"].replace("was told when", "was said when"))
    write_rule(new, "gaps/ask-age", RULES["gaps/ask-deaths"].replace("deaths", "violence").replace("Deaths", "Deeds"))
    return folder


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def found(place: Path) -> Differences:
    return compare(str(place / "old/rules"), str(place / "new/rules"), [place / "cases"])


def of(found: Differences, name: str) -> list[tuple[str, str, str | None]]:
    """What is different about a case: what happened, to which rule, and to which alert."""
    case = next(case for case in found.cases if Path(case.file).name == name)
    return [(one.what, str(one.rule_id), one.alert) for one in case.differences]


def the_rule(found: Differences, rule_id: str) -> EntryChange:
    return next(one for one in found.rules if one.id == rule_id)


def text_of(found: Differences) -> str:
    return page_to_text(page_of(found), 110)


# Two folders


def test_the_case_that_loses_an_alert_is_first(found: Differences, place: Path) -> None:
    """Then the one whose alert is lowered, then all others by their file."""
    assert [Path(case.file).name for case in found.cases] == ["zoe.yaml", "bea.yaml", "anna.yaml", "young.yaml"]
    lost, lowered = (case.differences[0] for case in found.cases[:2])
    assert (lost.alert, lost.what, lost.level, lost.rule_id) == ("lost", "gone", "2", "plan-told")
    assert (lowered.alert, lowered.level, lowered.cause) == ("lowered", "1", "changed")
    assert Change("level", ("ACT NOW",), ("TODAY",)) in lowered.changes
    text = text_of(found)
    assert text.startswith("SUMMARY\n  1 case loses an alert.\n  1 case has an alert lowered.\n  4 of 4 cases")
    assert text.index("!! LOST") < text.index("!! LOWER") < text.index("COULD NOT BE COMPARED")


def test_what_each_case_is_told(found: Differences) -> None:
    """A word, a rule more, and a rule that a parameter silences."""
    assert of(found, "anna.yaml") == [("new", "ask-age", None), ("changed", "told-some", None)]
    assert of(found, "young.yaml") == [("new", "ask-age", None), ("gone", "grown-up", None)]
    anna = next(case for case in found.cases if case.file.endswith("anna.yaml"))
    assert anna.differences[1].changes == (
        Change("said", ("Something was told when asked",), ("Something was said when asked",)),
    )
    assert {one.rule_id: one.cause for case in found.cases for one in case.differences} == {
        "plan-told": "gone",
        "intent-told": "changed",
        "ask-age": "new",
        "told-some": "changed",
        "grown-up": "parameter",
        "ask-deaths": "elsewhere",  # an alert less: it is read on the first screen now
    }


def test_which_rules_changed_and_what(found: Differences) -> None:
    """New, gone and changed; a parameter with both values; a version that was not raised."""
    assert [(one.id, one.what) for one in found.rules] == [
        ("ask-age", "new"),
        ("grown-up", "parameter"),
        ("intent-told", "changed"),
        ("plan-told", "gone"),
        ("told-some", "changed"),
    ]
    assert the_rule(found, "grown-up").changes == (
        Change("parameter anniversary_near_days", ("14 days",), ("21 days",)),
    )
    assert the_rule(found, "intent-told").changes == (Change("conclusion", ("alert level: 1",), ("alert level: 2",)),)
    assert "not raised" in the_rule(found, "told-some").notes[0]
    assert not the_rule(found, "grown-up").notes
    assert [(one.kind, one.id, one.what) for one in found.shared] == [("parameter", "anniversary_near_days", "changed")]


def test_a_broken_case_does_not_stop_the_rest(found: Differences) -> None:
    """It is listed with its problem; what never was a case is named, and nothing more."""
    assert [(Path(one.file).name, one.sides) for one in found.not_compared] == [("broken.yaml", ("old", "new"))]
    assert "CASE-11 there is no field of this name in intake" in found.not_compared[0].problems[0]
    assert [Path(one).name for one in found.no_cases] == ["notes.yaml"]
    assert found.compared == 4


def test_whose_code_judged_is_told(found: Differences) -> None:
    """Rules alone are judged by the code that is installed."""
    assert [(side.kind, side.judge, side.code) for side in (found.old, found.new)] == [
        ("folder", "installed", ipt_rules.__version__)
    ] * 2
    assert found.old.code_hash == found.new.code_hash
    assert "Both were judged by the same code" in text_of(found)


def test_json_and_back(found: Differences) -> None:
    """All of it, and as `--check` judges it."""
    data = json.loads(to_json(found))
    assert data == to_data(found)
    assert (data["schema_version"], data["told_otherwise"], data["compared"]) == (1, True, 4)
    assert data["cases"][0]["differences"][0]["alert"] == "lost"


def test_markdown_holds_what_the_text_holds(found: Differences) -> None:
    """With the title, which a terminal does not need."""
    markdown = page_to_markdown(page_of(found))
    assert markdown.startswith("# Differences between ")
    assert "- **!! LOST " in markdown
    assert "- **− plan-told: Title of plan-told**" in markdown


# The command


def run(*words: str | Path) -> Result:
    return CliRunner(env={"COLUMNS": "100"}).invoke(main, ["diff", *map(str, words)], catch_exceptions=False)


def test_the_command(place: Path, found: Differences, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same bytes each time, in every format; 1 with --check, since a case is told something else."""
    words = (place / "old/rules", place / "new/rules", place / "cases")
    first = run(*words, "--check")
    assert (first.exit_code, first.stderr) == (1, "")
    assert first.stdout == page_to_text(page_of(found), 100)
    monkeypatch.setattr(comparing, "compare", lambda *_, **__: found)
    for form, told in (("json", to_json(found)), ("markdown", page_to_markdown(page_of(found)))):
        again = run(*words, "--format", form)
        assert (again.exit_code, again.stdout) == (0, told)


def test_a_version_and_itself(place: Path) -> None:
    """No difference at all, at any contact; a day may be given."""
    pack = place / "new/rules"
    result = run(pack, pack, place / "cases/anna.yaml", "--every-contact", "--on", "2026-03-01", "--check")
    assert result.exit_code == 0
    assert "No case is told something else, of 1." in result.stdout
    assert "at each of its contacts up to 2026-03-01" in result.stdout


def no_pack(place: Path) -> list[str | Path]:
    return [place / "cases", place / "new/rules", place / "cases"]


def no_wheel(place: Path) -> list[str | Path]:
    return [place / "none-0.1-py3-none-any.whl", place / "new/rules", place / "cases"]


def no_zip(place: Path) -> list[str | Path]:
    return [place / "cases/anna.yaml", place / "new/rules", place / "cases"]


def no_rules(place: Path) -> list[str | Path]:
    with zipfile.ZipFile(place / "empty.whl", "w") as wheel:
        wheel.writestr("ipt_rules/__init__.py", "")
    return [place / "empty.whl", place / "new/rules", place / "cases"]


def no_case(place: Path) -> list[str | Path]:
    (place / "nothing").mkdir(exist_ok=True)
    return [place / "old/rules", place / "new/rules", place / "nothing"]


def only_broken(place: Path) -> list[str | Path]:
    return [place / "old/rules", place / "new/rules", place / "cases/broken.yaml"]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (no_pack, 4, "there is no rulebook in this folder: name a folder with a pack.yaml"),
        (no_wheel, 2, "there is no such wheel: check the path"),
        (no_zip, 4, "this file is no wheel that can be read"),
        (no_rules, 4, "this wheel holds no rules in ipt_rules/rules"),
        (no_case, 2, "there is no case in this folder"),
        (only_broken, 3, "CASE-11 there is no field of this name in intake"),
    ],
)
def test_what_cannot_be_compared(place: Path, words: Callable[[Path], list[str | Path]], code: int, told: str) -> None:
    """Each is told with its place and the next step, without a traceback."""
    result = run(*words(place))
    assert result.exit_code == code
    assert told in result.stderr
    assert not result.stdout
    assert "Traceback" not in result.stderr


def test_rules_of_another_version(place: Path) -> None:
    """What explains the rest comes first: a newer rule language; then a fact that this code does not have."""
    (place / "later").mkdir()
    pack = write_pack(place / "later")
    edit(pack / "gaps/ask-deaths.yaml", "absent: enquiry", "absent: enquiries")
    edit(pack / "pack.yaml", "language: 1", "language: 2")
    result = run(place / "old/rules", pack, place / "cases")
    assert result.exit_code == 4
    told = [line for line in result.stderr.splitlines() if not line.startswith(" ")]
    assert "name its wheel, its tag or its checkout" in told[0]
    assert "PACK-05 the pack needs rule language 2" in told[1]
    assert "FACT-02 the fact kind `enquiries` does not exist" in told[2]


def test_what_a_site_sets(place: Path, tmp_path: Path) -> None:
    """Holds on both sides: the value that a rule reads is the same then; one that a side does not take is told."""
    site = tmp_path / "site.yaml"
    site.write_text("anniversary_near_days: 25\n", encoding="utf-8")
    found = compare(
        str(place / "old/rules"), str(place / "new/rules"), [place / "cases/young.yaml"], parameters=str(site)
    )
    assert of(found, "young.yaml") == [("new", "ask-age", None)]
    assert f"What the site sets in {site} was set on both sides." in " ".join(text_of(found).split())
    site.write_text("anniversary_near_days: 13\n", encoding="utf-8")
    result = run(place / "old/rules", place / "new/rules", place / "cases", "--parameters", site)
    assert result.exit_code == 4
    assert "old/rules: this version does not take these parameters: mend the file" in result.stderr
    assert "PARAM-" in result.stderr


# A tag, and a wheel


def git(folder: Path, *words: str) -> str:
    who = ("-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", "-C", folder, *who, *words], check=True, capture_output=True, text=True).stdout


def test_a_tag(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its rules and its code as they were, whatever the work tree holds now; and the work tree stays as it is."""
    shutil.copytree(place / "old/rules", tmp_path / "rules")
    shutil.copytree(PACKAGE, tmp_path / "src/ipt_rules", ignore=shutil.ignore_patterns("__pycache__", "rules"))
    edit(tmp_path / "src/ipt_rules/__init__.py", f'"{ipt_rules.__version__}"', '"7.7.7"')
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "first")
    git(tmp_path, "tag", "v7")
    write_rule(tmp_path / "rules", "safety/plan-told", PLAN_TOLD.replace("A plan", "Some plan"))
    before = git(tmp_path, "status", "--porcelain")
    (tmp_path / "rules/safety").joinpath("deeper").mkdir()
    monkeypatch.chdir(tmp_path / "rules/safety/deeper")
    found = compare("v7", str(place / "new/rules"), [place / "cases/zoe.yaml"])
    assert of(found, "zoe.yaml")[0] == ("gone", "plan-told", "lost")
    assert found.cases[0].differences[0].head == "A plan was told"
    assert (found.old.kind, found.old.judge, found.old.code) == ("commit", "own", "7.7.7")
    assert str(found.old.commit).startswith(git(tmp_path, "rev-parse", "v7").strip())
    assert "They were judged by different code" in text_of(found)
    assert git(tmp_path, "status", "--porcelain") == before
    with pytest.raises(errors.UnknownNameError, match="no tag, branch or commit of that name; did you mean `v7`"):
        compare("v77", "v7", [place / "cases/zoe.yaml"])


def test_a_path_wins_over_a_tag(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is named like a tag is the folder."""
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "--message", "first")
    git(tmp_path, "tag", "new")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(errors.RulebookError, match=r"this commit has no rules/pack\.yaml"):
        compare("new", str(place / "new/rules"), [place / "cases/zoe.yaml"])
    (tmp_path / "new").mkdir()
    with pytest.raises(errors.RulebookError, match="no rulebook in this folder"):
        compare("new", str(place / "new/rules"), [place / "cases/zoe.yaml"])


def test_without_git_or_a_checkout(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no path could be a tag, and there is nowhere to look for one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(errors.UnknownNameError, match="here is no git checkout"):
        compare("v1", str(place / "new/rules"), [place / "cases/zoe.yaml"])
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(errors.UnknownNameError, match="git is needed: install git"):
        compare("v1", str(place / "new/rules"), [place / "cases/zoe.yaml"])


def wheel(path: Path, rules: Path, edits: dict[str, tuple[str, str]]) -> Path:
    """A wheel as the build makes one, as far as it counts here: the package, with the rules in it."""
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(PACKAGE.rglob("*.py")):
            name = str(file.relative_to(PACKAGE))
            text = file.read_text(encoding="utf-8")
            archive.writestr(f"ipt_rules/{name}", text.replace(*edits.get(name, ("\0", ""))))
        for file in sorted(rules.rglob("*.yaml")):
            archive.write(file, f"ipt_rules/rules/{file.relative_to(rules)}")
    return path


def test_a_wheel_answers_with_its_own_code(place: Path, tmp_path: Path) -> None:
    """Its rules under the code of today would say something else than it says."""
    edits = {"finding.py": ("summary=_filled(then.summary", 'summary="Own: " + _filled(then.summary')}
    own = wheel(tmp_path / "own.whl", place / "new/rules", edits)
    found = compare(str(place / "new/rules"), str(own), [place / "cases/young.yaml"])
    assert (found.new.kind, found.new.judge, found.old.judge) == ("wheel", "own", "installed")
    asked = found.cases[0].differences[0]
    assert (asked.rule_id, asked.cause, asked.head) == ("ask-age", "elsewhere", "Own: Deeds were not asked about")
    assert not found.rules


def test_a_wheel_whose_code_cannot_run(place: Path, tmp_path: Path) -> None:
    """The installed code judges its rules, and the output says so, with the reason."""
    edits = {"__init__.py": ("from typing", "import no_such_library\nfrom typing")}
    bad = wheel(tmp_path / "bad.whl", place / "new/rules", edits)
    found = compare(str(place / "new/rules"), str(bad), [place / "cases/young.yaml"])
    assert not found.cases
    assert (found.new.judge, found.new.code_hash) == ("installed", found.old.code_hash)
    assert found.new.why_not_own == "ModuleNotFoundError: No module named 'no_such_library'"
    assert "Its own code cannot run here (ModuleNotFoundError: No module" in " ".join(text_of(found).split())


# Two answers side by side


def answer(*findings: Any, held: tuple[Any, ...] = (), session: int = 3, **more: Any) -> dict[str, Any]:
    from ipt_rules.recommendation import Held

    made = replace(RECOMMENDATION, findings=findings, held=tuple(Held(one, ("intent",)) for one in held), **more)
    return {"session": session, **answer_of(made)}


def differ(old: dict[str, Any], new: dict[str, Any], **why: str) -> list[Difference]:
    return list(differences_of([old], [new], why))


def test_an_alert_that_another_one_covers() -> None:
    """It is gone, and at least its level still speaks of the matter: less than a loss, and never left out."""
    other = replace(INTENT, rule_id="other", summary="In other words")
    gained, covered = sorted(differ(answer(INTENT), answer(other)), key=lambda one: str(one.what), reverse=True)
    assert (covered.alert, covered.note) == ("covered", "Of this matter speaks: In other words.")
    assert gained.alert == "gained"
    lower = replace(other, content={**INTENT.content, "level": "3"})
    assert [one.alert for one in differ(answer(INTENT), answer(lower))] == ["lost", "gained"]
    elsewhere = replace(other, person="p2")
    assert [one.alert for one in differ(answer(INTENT), answer(elsewhere))] == ["lost", "gained"]


def test_a_rule_that_got_another_name() -> None:
    """In the same words it is no loss."""
    renamed = replace(INTENT, rule_id="intent-told-now")
    (one,) = differ(answer(INTENT), answer(renamed))
    assert (one.what, one.alert, one.changes) == ("changed", None, (Change("rule", ("intent",), ("intent-told-now",)),))


def test_a_rule_that_counts_otherwise() -> None:
    """An alert once for the case, and once for a sign now, is the same alert; about somebody else it is another."""
    subject = replace(INTENT, subject="sign-1", content={**INTENT.content, "level": "2"})
    (one,) = differ(answer(INTENT), answer(subject))
    assert (one.what, one.alert) == ("changed", "lowered")
    twice = answer(subject, replace(subject, subject="sign-2"))
    assert [one.alert for one in differ(answer(INTENT), twice)] == ["lost", "gained", "gained"]
    others = (answer(replace(INTENT, subject=who, person=who)) for who in ("p1", "p2"))
    assert [one.alert for one in differ(*others)] == ["lost", "gained"]


def test_reasons_cautions_and_what_is_held_back() -> None:
    """All that is told counts, not the summary alone."""
    for name, part in (("rationale", "reasons"), ("cautions", "cautions"), ("consider", "to consider")):
        value = "Other." if name == "rationale" else ("Other.",)
        (one,) = differ(answer(PLAN), answer(replace(PLAN, **{name: value})))
        assert [change.part for change in one.changes] == [part]
    (held,) = differ(answer(SUGGEST), answer(held=(SUGGEST,)))
    assert held.changes == (Change("held back because of", (), ("intent",)),)


def test_the_same_at_several_contacts_is_one() -> None:
    """With the contacts; a contact that only one side knows is not compared."""
    old = [answer(PLAN, session=number) for number in (0, 1, 2)]
    new = [answer(session=number) for number in (0, 1, 2, 3)]
    (one,) = differences_of(old, new, {})
    assert (one.what, one.contacts) == ("gone", (0, 1, 2))


def test_plan_sheets_of_a_version_that_makes_none() -> None:
    """What a version does not tell at all is not taken for something that it leaves out."""
    old = answer(PLAN)
    del old["plans"], old["findings"][0]["prominent"]
    assert not differ(old, answer(PLAN))


def test_what_the_record_holds_is_not_quoted() -> None:
    """Of a plan only how much was found: those are the record's own words."""
    part = {"part": "signs", "title": "Early signs", "status": "partly", "holds": [{"text": "secret"}]}
    plans = {"relapse_prevention": {"plan": "relapse-prevention", "title": "Plan", "parts": [part]}}
    more = {
        "relapse_prevention": {**plans["relapse_prevention"], "parts": [{**part, "holds": [{"text": "secret"}] * 2}]}
    }
    (one,) = differ({**answer(), "plans": plans}, {**answer(), "plans": more})
    assert one.changes == (Change("entries from the record", ("1",), ("2",)),)
    assert "secret" not in str(one)


def test_a_case_that_one_side_cannot_read(found: Differences) -> None:
    """It comes before those that neither can, and counts for --check."""
    bad, good = {"problems": ["a.yaml:3: CASE-11 no field"]}, {"answers": [answer()]}
    cases, missing = compared_cases({"b": bad, "a": good, "c": good}, {"b": bad, "a": bad, "c": good}, {})
    told = tuple(bad["problems"])
    assert not cases
    assert missing == (NotCompared("a", ("new",), told), NotCompared("b", ("old", "new"), told))
    after = replace(found, cases=(), not_compared=missing)
    assert after.told_otherwise
    assert "  1 file can be judged by the old version only.\n  1 file can be judged by neither" in text_of(after)
    assert not replace(after, not_compared=missing[1:]).told_otherwise


def test_a_rule_that_was_an_alert() -> None:
    """Is a lost alert, named as it was, though the rule goes on to say something."""
    milder = replace(INTENT, conclusion="note", content={"topic": "risk"}, summary="Something was told")
    (one,) = differ(answer(INTENT), answer(milder))
    assert (one.topic, one.alert, one.level, one.head) == ("alerts", "lost", "1", INTENT.summary)


def test_a_part_of_a_conclusion_that_is_not_there() -> None:
    """Is none: it is told where it comes; what is not so needs no word."""
    note = replace(PLAN, content={**PLAN.content, "headline": False})
    assert not differ(answer(PLAN), answer(note))
    (one,) = differ(answer(PLAN), answer(replace(PLAN, content={**PLAN.content, "checklist": "relapse-plan"})))
    assert one.changes == (Change("checklist", (), ("relapse-plan",)),)


# Two rulebooks side by side


RULE = {
    "id": "r",
    "title": "R",
    "version": 1,
    "when": [{"exists": "risk", "as": "risk", "where": {"cssrs_q4": True}}],
    "then": {"ask": {"question": "Q?", "answers": "x"}, "summary": "S", "rationale": "{parameters.days} days"},
    "cautions": ["C"],
    "implements": ["A-01"],
    "review": {"by": "A board", "date": "2026-01-01"},
}


def book(rule: dict[str, Any], days: int = 3, **shared: Any) -> dict[str, Any]:
    parameters = {"parameters": [{"key": "days", "value": days, "unit": "days", "range": [1, days], "meaning": "M"}]}
    return {"info": [], "shared": {"parameters": parameters, **shared}, "rules": [{"chapter": "gaps", "data": rule}]}


@pytest.mark.parametrize(
    ("part", "change"),
    [
        (
            {"when": [{"absent": "risk"}]},
            Change("conditions", ("exists risk as risk: cssrs_q4 is yes",), ("absent risk",)),
        ),
        ({"cautions": ["C", "D"]}, Change("cautions", (), ("D",))),
        ({"then": {**RULE["then"], "summary": "T"}}, Change("summary", ("S",), ("T",))),
        ({"then": {**RULE["then"], "ask": {"question": "?", "answers": "x"}}}, Change("question", ("Q?",), ("?",))),
    ],
)
def test_what_a_rule_does_or_says(part: dict[str, Any], change: Change) -> None:
    """Its version was not raised, and its review is of the text before: both are pointed out."""
    (one,) = compared_rules(book(RULE), book({**RULE, **part}))
    assert (one.what, one.changes) == ("changed", (change,))
    assert [note.split()[0] for note in one.notes] == ["It", "Its"]
    (raised,) = compared_rules(book(RULE), book({**RULE, **part, "version": 2, "review": "pending"}))
    assert not raised.notes
    assert Change("version", ("1",), ("2",)) in raised.changes
    assert causes([raised]) == {"r": "changed"}


@pytest.mark.parametrize(
    "part", [{"implements": ["A-02"]}, {"title": "S"}, {"review": "pending"}, {"examples": [{"name": "e"}]}]
)
def test_what_stands_behind_a_rule(part: dict[str, Any]) -> None:
    """Is told apart: it changes nothing that is said about a case."""
    (one,) = compared_rules(book(RULE), book({**RULE, **part}))
    assert (one.what, one.notes, causes([one])) == ("background", (), {})


def test_a_parameter_with_another_value() -> None:
    """Both values with their unit, at the parameter and at the rule that reads it; a range stands as one."""
    (rule,) = compared_rules(book(RULE), book(RULE, days=4))
    assert (rule.what, rule.changes) == ("parameter", (Change("parameter days", ("3 days",), ("4 days",)),))
    (one,) = compared_shared(book(RULE), book(RULE, days=4))
    assert one.changes == (Change("value", ("3 days",), ("4 days",)), Change("range", ("1 to 3",), ("1 to 4",)))


def test_lists_and_mappings_of_shared_files() -> None:
    """By their id, or by their place in the mapping; what changes deep inside is one line."""
    old = {
        "groups": {"groups": [{"id": "g", "members": ["a", "b"]}]},
        "plans": {"plans": {"p": {"parts": [{"id": "x", "t": "1"}]}}},
    }
    new = {
        "groups": {"groups": [{"id": "g", "members": ["a", "c"]}]},
        "plans": {"plans": {"p": {"parts": [{"id": "x", "t": "2"}]}}},
    }
    found = compared_shared(book(RULE, **old), book(RULE, **new))
    assert [(one.kind, one.id, one.changes) for one in found] == [
        ("group", "g", (Change("members", ("b",), ("c",)),)),
        ("plan", "p", (Change("parts", ("x t: 1",), ("x t: 2",)),)),
    ]


# The page


def page_with(found: Differences, *cases: CaseDifferences) -> Page:
    return page_of(replace(found, cases=cases))


def test_what_several_cases_have_alike_is_told_once(found: Differences) -> None:
    """With the cases; one that is told nothing else is only named."""
    alike = Difference("focus", "new", "Said", "r", cause="elsewhere")
    alert = Difference("alerts", "gone", "Told", "a", alert="lost", level="1", cause="gone")
    own = Difference("focus", "gone", "Mine", "q", cause="gone")
    names = [f"c{number}.yaml" for number in range(SEVERAL)]
    page = page_with(
        found, *(CaseDifferences(name, (alert, alike, own) if name == "c0.yaml" else (alike,)) for name in names)
    )
    sections = {one.title: one for one in page.sections}
    assert [item.head for item in sections["In several cases"].items] == ["Focus: Said"]
    assert sections["In several cases"].items[0].small[0] == "3 cases: c0.yaml, c1.yaml, c2.yaml."
    assert [item.head for item in sections["c0"].items] == ["Alerts: LOST: Told", "Focus: Mine"]
    assert sections["c0"].lead == ("c0.yaml: 3 differences, 1 of them told above, as in several cases.",)
    assert len(sections["Alerts"].items) == 1
    assert sections["Nothing else differs for"].lead == ("c1.yaml, c2.yaml.",)
    assert "c1" not in sections
    fewer = page_with(found, *(CaseDifferences(name, (alike,)) for name in names[1:]))
    assert "In several cases" not in [one.title for one in fewer.sections]
    alerts = page_with(found, *(CaseDifferences(name, (alert,)) for name in names))
    titles = [one.title for one in alerts.sections]
    assert "In several cases" not in titles
    assert {"c0", "c1", "c2"} <= set(titles)


def test_the_words_of_one_rule_about_several_people_are_told_with_an_example(found: Differences) -> None:
    """Where the same parts differ; a page that is whole tells each with its case, and JSON does so too."""
    names = ["mother", "sister", "brother"]
    cases = [
        CaseDifferences(
            f"{who}.yaml",
            (Difference("focus", "changed", f"Of {who}", "r", changes=(Change("said", (who,), ("x",)),)),),
        )
        for who in names
    ]
    page = page_with(found, *cases)
    (item,) = next(one.items for one in page.sections if one.title == "In several cases")
    assert (item.head, item.says) == ("Focus: Of mother", ("before: mother",))
    assert item.small[0] == "3 cases, shown as in mother.yaml: brother.yaml, mother.yaml, sister.yaml."
    whole = page_of(replace(found, cases=tuple(cases)), whole=True)
    assert {*names} <= {one.title for one in whole.sections}
    assert "In several cases" not in [one.title for one in whole.sections]
    assert next(one.lead for one in whole.sections if one.title == "By topic") == ("Focus: 3 changed",)


def test_contacts_are_told(found: Differences) -> None:
    """Where more than one was looked at."""
    one = Difference("focus", "new", "Said", "r", contacts=(0, 1, 2, 4))
    text = page_to_text(page_with(found, CaseDifferences("c.yaml", (one,))))
    assert "At the intake and sessions 1 to 2, 4." in text


def test_nothing_steers_a_terminal(found: Differences) -> None:
    """What comes from a case or a rule is cleaned."""
    one = Difference("focus", "changed", "A\x1b[2J", "r", changes=(Change("reasons", ("\x1b[1m",), ("b",)),))
    assert "\x1b" not in page_to_text(page_with(found, CaseDifferences("c.yaml", (one,))))
