"""The commands: what they print, where they print it, and their exit codes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from ipt_rules import Case, Rulebook, recommend
from ipt_rules.cli import main, options
from ipt_rules.cli.helping import help_texts
from ipt_rules.errors import EngineError, Problem
from ipt_rules.render.json_ import to_json
from small_pack import CASE, write_pack, write_rule

WHOLE = """\
ALERTS
  None from what is recorded.

PHASE
  Initial phase (by the number of sessions). So far there was the intake;
  session 1 is next.

FOCUS
  Focus to consider: Grief, mother.
  Confidence is low: it is not known when the episode began; the interpersonal
  inventory is incomplete; the person's agreement is not recorded.

  Area           Points
  Grief, mother       5
     +3  Most pressing is mother.
         At intake.patient_priority. Source: Weller & Ross 2018. Caution: The
         caution of wish.
     +2  Asked about deaths, mother was told.
         At intake.asked.deaths, intake.patient_priority. Source: Weller & Ross
         2018. Caution: The caution of asked-and-wish.
  Nothing recorded for or against: Role dispute, Role transition, Interpersonal
  deficits.

-  Consider grief as the focus
   The arguments for grief stand out.
   Source: Weller & Ross 2018. Caution: The caution of choose-it.

PROGRESS
-  Something was told when asked
   Asked about deaths, there was something.
   At intake.asked.deaths. Source: Weller & Ross 2018. Caution: The caution of
   told-some.

Case anna, 2026-02-01. Rules small 9.9.9 (HASH), engine plain.
No clinician has reviewed these rules yet (small).
For tests.
"""
EXPLAINED = """\
RULE
  told-some: Title of told-some.
  Chapter progress, version 1, active.
  It speaks of this case.

WAY DEATHS: YES
yes       enquiry (asked), at intake.asked.deaths
          - yes: topic is deaths
          - yes: answer is some

WAY CHANGES: NO
yes       case, at intake
          - yes: age is at least 18 years

no        enquiry (asked), at intake.asked.deaths
          - no: topic is life-changes (it is deaths)
          - yes: answer is some

WHAT IT SAYS
-  Something was told when asked
   Asked about deaths, there was something.

Case anna, 2026-02-01.
"""
NOT_KNOWN = """\
RULE
  intent-told: Title of intent-told.
  Chapter safety, version 1, active.
  It is silent on this case: what it needs is not known.

CONDITIONS
not known risk
          - not known: cssrs q4 is yes

NOT KNOWN
?  C-SSRS question 4, some intent: the answer that stands

Case anna, 2026-02-01.
"""
WHY_NOT = """\
ROLE DISPUTE: NOT THE FOCUS
  No argument for or against it follows from what is recorded.
  Grief is 5 points ahead (5 against 0); 2 points decide.

Case anna, 2026-02-01.
"""
LISTED = """\
intent-told     safety       alert       Title of intent-told
ask-deaths      gaps         ask         Title of ask-deaths
asked-and-wish  focus        argues_for  Title of asked-and-wish
wish            focus        argues_for  Title of wish
choose-it       choice       choose      Title of choose-it
told-some       progress     note        Title of told-some
explore         techniques   suggest     Title of explore
a-draft         maintenance  note        Title of a-draft (draft)
"""
SHOWN = """\
RULE
  told-some: Title of told-some.
  The purpose of told-some.
  Chapter progress; phases: any. Version 1, active.

WHEN
-  Way deaths
   - exists enquiry as asked: topic is deaths; answer is some

-  Way changes
   - exists enquiry as asked: topic is life-changes; answer is some
   - exists case: age at_least 18

THEN NOTE
  topic told
-  Something was told when asked
   Asked about {asked.topic}, there was something.

SOURCES
-  TST-01: People matter.

CAUTIONS
-  The caution of told-some.

No clinician has reviewed this rule yet.
"""


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pack(tmp_path_factory.mktemp("pack"))


@pytest.fixture
def anna(tmp_path: Path) -> str:
    """The file of the sample case."""
    path = tmp_path / "anna.yaml"
    path.write_text(CASE, encoding="utf-8")
    return str(path)


def run(*words: str | Path, text: str = "", **environment: str) -> Result:
    """Run a command; a mistake of ours is raised and not turned into an exit code."""
    return CliRunner(env={"COLUMNS": "80", **environment}).invoke(
        main, [str(word) for word in words], input=text or None, catch_exceptions=False
    )


def without_hash(text: str) -> str:
    """The output with the rulebook's hash, which changes with every parameter, replaced."""
    return re.sub(r"\([0-9a-f]{16}\)", "(HASH)", text)


# recommend


def test_a_recommendation_as_text(pack: Path, anna: str) -> None:
    """The whole text goes to standard output, and nothing to standard error."""
    result = run("recommend", anna, "--on", "2026-02-01", "--rules", pack, "--engine", "plain", "--all")
    assert result.exit_code == 0
    assert result.stderr == ""
    shown = without_hash(result.stdout)
    before, _, rest = shown.partition("NEXT SESSION\n")  # its words are those of the shipped catalogue
    technique, _, after = rest.partition("Case anna")
    assert technique.startswith("1. ")
    assert f"{before}Case anna{after}" == WHOLE


def test_a_case_on_standard_input(pack: Path, anna: str) -> None:
    """`-` reads standard input and gives the same answer."""
    by_path = run("recommend", anna, "--on", "2026-02-01", "--rules", pack)
    by_pipe = run("recommend", "-", "--on", "2026-02-01", "--rules", pack, text=CASE)
    assert by_pipe.exit_code == 0
    assert by_pipe.stdout == by_path.stdout


def test_a_case_as_json_on_standard_input(pack: Path) -> None:
    """JSON is read as YAML is."""
    data = {"schema_version": 1, "id": "c1", "intake": {"date": "2026-01-10"}}
    result = run("recommend", "-", "--on", "2026-02-01", "--rules", pack, text=json.dumps(data))
    assert result.exit_code == 0
    assert "Has anybody important died?" in result.stdout


def test_json_and_nothing_else(pack: Path, anna: str) -> None:
    """Standard output holds the JSON of the library, and nothing else."""
    result = run("recommend", anna, "--on", "2026-02-01", "--rules", pack, "--engine", "plain", "--format", "json")
    from datetime import date

    made = recommend(Case.from_file(anna), Rulebook.load(pack), date(2026, 2, 1), engine="plain")
    assert result.stdout == to_json(made)
    assert result.stderr == ""


def test_markdown(pack: Path, anna: str) -> None:
    """Markdown has the same sections."""
    result = run("recommend", anna, "--on", "2026-02-01", "--rules", pack, "--format", "markdown")
    assert result.stdout.startswith("# Case anna, 2026-02-01\n\n## Alerts\n")
    assert "## Focus" in result.stdout


def test_a_wide_terminal(pack: Path, anna: str) -> None:
    """Lines use a wider terminal, but never more than can be read."""
    wide = run("recommend", anna, "--on", "2026-02-01", "--rules", pack, COLUMNS="200")
    assert "So far there was the intake; session 1 is next.\n" in wide.stdout
    assert max(map(len, wide.stdout.splitlines())) <= 110


def test_an_urgent_finding_exits_0(pack: Path) -> None:
    """Findings, even urgent ones, are no failure of the command."""
    case = CASE + "  risk: {cssrs: {q4: yes}}\n"
    result = run("recommend", "-", "--on", "2026-02-01", "--rules", pack, text=case)
    assert result.exit_code == 0
    assert result.stdout.startswith("ALERTS\n!! ACT NOW: Suicidal intent told\n   The screener has a yes to intent.\n")
    assert "x  No technique is suggested while this stands: Suicidal intent told\n" in result.stdout


def test_drafts_speak_only_when_asked(pack: Path, anna: str) -> None:
    """A draft rule is silent unless drafts are included."""
    words = ("recommend", anna, "--on", "2026-02-01", "--rules", pack, "--all")
    assert "A draft speaks" not in run(*words).stdout
    assert "A draft speaks" in run(*words, "--include-drafts").stdout


def test_both_engines_print_the_same(pack: Path, anna: str) -> None:
    """The answer does not depend on the engine."""
    pytest.importorskip("durable_rules_engine", reason="2026-11-23: durable-rules is not installed")
    words = ("recommend", anna, "--on", "2026-02-01", "--rules", pack, "--engine")
    assert run(*words, "rete").stdout.replace("rete", "plain") == run(*words, "plain").stdout


def test_today_is_the_default_day(pack: Path, anna: str) -> None:
    """Without --on the advice is for today."""
    result = run("recommend", anna, "--rules", pack, "--format", "json")
    on = json.loads(result.stdout)["on"]
    from datetime import date, timedelta

    assert date.today() - date.fromisoformat(on) <= timedelta(days=1)


@pytest.mark.parametrize("day", ["2026-13-01", "yesterday", "20260201", "2026-2-1"])
def test_a_wrong_day(anna: str, day: str) -> None:
    """A day that is none is wrong use, and the message says how to write one."""
    result = run("recommend", anna, "--on", day)
    assert result.exit_code == 2
    assert "is not a day: write it as 2026-05-02" in result.stderr
    assert result.stdout == ""


def test_a_day_before_the_intake(pack: Path, anna: str) -> None:
    """Before the intake there is no case to advise on."""
    result = run("recommend", anna, "--on", "2025-01-01", "--rules", pack)
    assert result.exit_code == 3
    assert "the day of the advice is before the intake" in result.stderr


def test_a_case_that_cannot_be_read(pack: Path, tmp_path: Path) -> None:
    """Every problem of the file is told, with its place and without what was written; exit code 3."""
    path = tmp_path / "bad.yaml"
    path.write_text(CASE.replace("age: 40", "age: Maria").replace("asked:", "askd:"), encoding="utf-8")
    result = run("recommend", path, "--on", "2026-02-01", "--rules", pack)
    assert result.exit_code == 3
    assert result.stdout == ""
    assert f"{path}:5: CASE-15 `intake.patient.age`" in result.stderr
    assert "did you mean `asked`?" in result.stderr
    assert "Maria" not in result.stderr
    assert "Traceback" not in result.stderr


def test_a_case_that_is_not_there(pack: Path) -> None:
    """A missing file is told in a sentence."""
    result = run("recommend", "no-such.yaml", "--rules", pack)
    assert result.exit_code == 3
    assert result.stderr.startswith("no-such.yaml: CASE-R01 ")


def test_a_rulebook_that_cannot_be_loaded(tmp_path: Path, anna: str) -> None:
    """A broken rule is told with its file and line; exit code 4, the second time too."""
    pack = write_pack(tmp_path)
    path = write_rule(
        pack, "focus/broken", "when: [{exists: losses}]\nthen: {note: {topic: x}, summary: S, rationale: R}\n"
    )
    for _ in range(2):
        result = run("recommend", anna, "--on", "2026-02-01", "--rules", pack)
        assert result.exit_code == 4
        assert result.stdout == ""
        assert f"{path}:9: FACT-02 the fact kind `losses` does not exist\n    did you mean `loss`?" in result.stderr


def test_an_engine_that_fails(pack: Path, anna: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its engine the command says so and exits 5."""

    def fail(*_: object, **__: object) -> None:
        raise EngineError("the engine stopped")

    monkeypatch.setattr("ipt_rules.recommend", fail)
    result = run("recommend", anna, "--on", "2026-02-01", "--rules", pack)
    assert (result.exit_code, result.stdout, result.stderr) == (5, "", "the engine stopped\n")


def test_a_bug_of_ours_keeps_its_traceback(pack: Path, anna: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What no user can mend is not dressed up as a user's mistake."""

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("ipt_rules.recommend", fail)
    with pytest.raises(ZeroDivisionError):
        run("recommend", anna, "--on", "2026-02-01", "--rules", pack)


def test_a_reader_that_has_seen_enough(anna: str, pack: Path) -> None:
    """A closed pipe, as with `head`, ends the command quietly."""
    command = [sys.executable, "-m", "ipt_rules", "recommend", anna, "--on", "2026-02-01", "--rules", str(pack)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 0
    assert errors == b""


def test_wrong_use() -> None:
    """An unknown option or command is wrong use."""
    assert run("recommend", "--colour").exit_code == 2
    assert run("recomend").exit_code == 2
    assert run("recommend", "x.yaml", "--rules", "no-such-folder").exit_code == 2


# looks


def test_no_colour_in_a_pipe(pack: Path, anna: str) -> None:
    """A pipe gets no escape codes."""
    assert "\x1b" not in run("recommend", anna, "--on", "2026-02-01", "--rules", pack).stdout


@pytest.mark.parametrize(
    ("no_colour", "terminal", "painted"), [("", True, True), ("1", True, False), ("", False, False)]
)
def test_colour_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, no_colour: str, terminal: bool, painted: bool
) -> None:
    """Colours are for terminals, and NO_COLOR switches them off."""
    monkeypatch.setenv("NO_COLOR", no_colour)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal, raising=False)
    text = options.paint()("Alert", "alert")
    assert click.unstyle(text) == "Alert"
    assert (text != "Alert") == painted


# explain


def test_an_explanation_of_a_rule_that_speaks(pack: Path, anna: str) -> None:
    """Each condition of each way, yes or no, with its place."""
    result = run("explain", anna, "told-some", "--on", "2026-02-01", "--rules", pack)
    assert (result.exit_code, result.stdout) == (0, EXPLAINED)


def test_an_explanation_of_what_is_not_known(pack: Path, anna: str) -> None:
    """What is not known is told so, with what to find out."""
    result = run("explain", anna, "intent-told", "--on", "2026-02-01", "--rules", pack)
    assert (result.exit_code, result.stdout) == (0, NOT_KNOWN)


def test_why_not(pack: Path, anna: str) -> None:
    """Why an area is not the focus."""
    result = run("explain", anna, "--why-not", "role-dispute", "--on", "2026-02-01", "--rules", pack)
    assert (result.exit_code, result.stdout) == (0, WHY_NOT)


@pytest.mark.parametrize("words", [("told-some",), ("--why-not", "grief")])
def test_explanations_in_other_formats(pack: Path, anna: str, words: tuple[str, ...]) -> None:
    """Explanations come as JSON and Markdown too."""
    made = run("explain", anna, *words, "--on", "2026-02-01", "--rules", pack, "--format", "json")
    assert json.loads(made.stdout)["case_id"] == "anna"
    made = run("explain", anna, *words, "--on", "2026-02-01", "--rules", pack, "--format", "markdown")
    assert made.stdout.startswith("# ")


def test_explaining_needs_one_thing(pack: Path, anna: str) -> None:
    """A rule or an area, not both and not neither; unknown names are wrong use, with the nearest one."""
    assert run("explain", anna, "--rules", pack).exit_code == 2
    assert run("explain", anna, "told-some", "--why-not", "grief", "--rules", pack).exit_code == 2
    unknown = run("explain", anna, "told-sum", "--on", "2026-02-01", "--rules", pack)
    assert (unknown.exit_code, unknown.stderr) == (2, "there is no rule `told-sum`: did you mean `told-some`?\n")
    area = run("explain", anna, "--why-not", "greif", "--on", "2026-02-01", "--rules", pack)
    assert (area.exit_code, area.stderr) == (2, "there is no area `greif`: did you mean `grief`?\n")


# rules


def test_the_list_of_rules(pack: Path) -> None:
    """One line a rule, in the order of chapters."""
    assert run("rules", "list", "--rules", pack).stdout == LISTED


def test_filters_of_the_list(pack: Path) -> None:
    """By chapter, decision rule and statement; an unknown chapter is wrong use."""
    focus = run("rules", "list", "--rules", pack, "--chapter", "focus").stdout
    assert [line.split()[0] for line in focus.splitlines()] == ["asked-and-wish", "wish"]
    assert run("rules", "list", "--rules", pack, "--decides", "R-T01").stdout == LISTED
    assert run("rules", "list", "--rules", pack, "--statement", "TST-02").stdout == ""
    wrong = run("rules", "list", "--rules", pack, "--chapter", "focal")
    assert (wrong.exit_code, wrong.stderr) == (2, "there is no chapter `focal`: did you mean `focus`?\n")


def test_the_page_of_a_rule(pack: Path) -> None:
    """A rule as a page for reading."""
    assert run("rules", "show", "told-some", "--rules", pack).stdout == SHOWN
    assert run("rules", "show", "told-sum", "--rules", pack).exit_code == 2


def test_checking_rules(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Problems go to standard output, one after the other, with exit code 1; without any it is 0."""
    result = run("rules", "check", "--rules", pack)
    assert result.exit_code == 1
    place = pack / "focus" / "wish.yaml"
    assert f"{place}:1: EXAMPLE-02 no example pins `patient_priority.area is`\n    add an example" in result.stdout
    assert result.stderr.endswith(" problems\n")
    monkeypatch.setattr("ipt_rules.checking.rule_problems", lambda folders: [])
    clean = run("rules", "check", "--rules", pack)
    assert (clean.exit_code, clean.stdout, clean.stderr) == (0, "", "No problems.\n")


def test_checking_examples_that_fail(tmp_path: Path) -> None:
    """An example that does not hold is told once for all engines, at its own line."""
    pack = write_pack(tmp_path)
    path = pack / "safety" / "intent-told.yaml"
    path.write_text(path.read_text().replace("expect: silent", "expect: fires"), encoding="utf-8")
    line = next(n for n, text in enumerate(path.read_text().splitlines(), start=1) if "No intent" in text)
    shown = run("rules", "check", "--rules", pack).stdout
    assert f"{path}:{line}: EXAMPLE-01 example 2 (No intent): expected it to fire\n" in shown
    assert shown.count("EXAMPLE-01") == 1


def test_checking_rules_that_cannot_be_built(tmp_path: Path) -> None:
    """A file that cannot be read is a failed check, not a crash."""
    pack = write_pack(tmp_path)
    (pack / "focus" / "wish.yaml").write_text("id: [", encoding="utf-8")
    result = run("rules", "check", "--rules", pack)
    assert result.exit_code == 1
    assert "wish.yaml" in result.stdout


def test_a_new_rule_passes_form_and_examples(tmp_path: Path) -> None:
    """The skeleton loads, its examples hold and pin its conditions; it replaces no file."""
    pack = write_pack(tmp_path)
    words = ("rules", "new", "my-new-rule", "--chapter", "focus", "--statement", "TST-01", "--rules", pack)
    made = run(*words)
    path = pack / "focus" / "my-new-rule.yaml"
    assert made.exit_code == 0
    assert made.stderr.startswith(f"{path} is ready")
    assert Rulebook.load(pack).rules["my-new-rule"].status == "draft"
    problems = [line for line in run("rules", "check", "--rules", pack).stdout.splitlines() if "my-new-rule" in line]
    assert [line for line in problems if "EXAMPLE" in line or "RULE-" in line] == []
    again = run(*words)
    assert again.exit_code == 4
    assert "the file is there already" in again.stderr


def test_a_new_rule_with_a_wrong_name(pack: Path) -> None:
    """A chapter that does not exist, and an id that is no slug, are wrong use."""
    assert run("rules", "new", "x", "--chapter", "focal", "--rules", pack).exit_code == 2
    assert run("rules", "new", "My Rule", "--chapter", "focus", "--rules", pack).exit_code == 2


# case


def test_a_new_case_is_a_case(tmp_path: Path) -> None:
    """The empty case is written once, passes the check, and is never written over."""
    path = tmp_path / "new.yaml"
    made = run("case", "new", path, "--on", "2026-02-01")
    assert (made.exit_code, made.stdout) == (0, "")
    text = path.read_text(encoding="utf-8")
    assert run("case", "new", "--on", "2026-02-01").stdout == text
    checked = run("case", "check", path, "--on", "2026-02-01")
    assert (checked.exit_code, checked.stdout) == (0, f"{path}: no problems\n")
    again = run("case", "new", path)
    assert again.exit_code == 6
    assert again.stderr == (
        f"{path}: STORE-02 something of this name is there already\n    choose another name; it is left as it is\n"
    )
    assert path.read_text(encoding="utf-8") == text


def test_checking_cases(tmp_path: Path, anna: str) -> None:
    """Each file has its line; one that cannot be read gives 3, one that cannot be on that day 1."""
    bad = tmp_path / "bad.yaml"
    bad.write_text("id: x", encoding="utf-8")
    both = run("case", "check", anna, bad, "--on", "2026-02-01")
    assert both.exit_code == 3
    assert f"{anna}: no problems\n" in both.stdout
    assert f"{bad}:" in both.stdout
    early = run("case", "check", anna, "--on", "2025-02-01")
    assert early.exit_code == 1
    assert early.stdout.startswith(f"{anna}: CASE-40 ")


def test_the_schema_of_a_case() -> None:
    """The JSON Schema goes to standard output and describes the intake."""
    schema = json.loads(run("case", "schema").stdout)
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert "Intake" in schema["$defs"]


# trace, docs, packs


def test_the_packs(pack: Path) -> None:
    """The core pack is listed with its version and its review."""
    result = run("packs", "list")
    assert result.exit_code == 0
    assert result.stdout.startswith("core ")


@pytest.mark.parametrize(("problems", "code"), [([], 0), ([Problem("trace", 0, "TRACE-01", "a hole")], 1)])
def test_checking_the_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problems: list[Problem], code: int
) -> None:
    """Holes are told one after the other and fail the check."""
    monkeypatch.setattr("ipt_rules.traceability.trace_problems", lambda rulebook, features: problems)
    monkeypatch.setattr("ipt_rules.traceability.trace_report", lambda rulebook, features: "report\n")
    result = run("trace", "--check", "--root", tmp_path)
    assert (result.exit_code, result.stdout) == (code, "".join(f"{problem}\n" for problem in problems))
    assert run("trace", "--root", tmp_path).stdout == "report\n"


def test_checking_the_docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stale pages fail the check; writing them does not."""
    monkeypatch.setattr("ipt_rules.docs.stale_pages", lambda root, rulebook, texts: ["facts.md"])
    monkeypatch.setattr("ipt_rules.docs.write_pages", lambda root, rulebook, texts: ["facts.md"])
    stale = run("docs", "--check", "--root", tmp_path)
    assert (stale.exit_code, stale.stdout) == (1, "docs/facts.md: stale; run `ipt-rules docs`\n")
    written = run("docs", "--root", tmp_path)
    assert (written.exit_code, written.stdout) == (0, "docs/facts.md: written\n")


# the program


def test_every_command_has_its_help() -> None:
    """The help of every command can be printed, and says what it does."""
    texts = help_texts()
    assert {"ipt-rules", "ipt-rules recommend", "ipt-rules rules check", "ipt-rules case new"} <= set(texts)
    for name, text in texts.items():
        assert run(*name.split()[1:], "--help").exit_code == 0
        assert len(text.splitlines()) > 3


def test_it_runs_as_a_module() -> None:
    """`python -m ipt_rules` is the same program."""
    made = subprocess.run([sys.executable, "-m", "ipt_rules", "--version"], capture_output=True, text=True, check=True)
    assert made.stdout.startswith("ipt-rules, version ")


def test_a_start_pays_for_what_it_uses(pack: Path, tmp_path: Path) -> None:
    """Advice imports no lint, no docs, no other format."""
    path = tmp_path / "c1.json"
    path.write_text(json.dumps({"schema_version": 1, "id": "c1", "intake": {"date": "2026-01-10"}}), encoding="utf-8")
    Rulebook.load(pack)  # compiles it
    words = ["recommend", str(path), "--on", "2026-02-01", "--rules", str(pack)]
    program = (
        "import sys; from ipt_rules.cli import main\n"
        f"try: main({words!r})\n"
        "except SystemExit as stop: assert stop.code == 0\n"
        "late = ('ipt_rules.docs', 'ipt_rules.lint', 'ipt_rules.checking', 'ipt_rules.render.markdown', 'yaml', 'filelock')\n"
        "print(sorted(set(late) & set(sys.modules)), file=sys.stderr)"
    )
    made = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert made.stderr == "[]\n"
