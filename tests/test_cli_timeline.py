"""The commands that look back: `timeline`, and `recommend --since`."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ipt_rules import Case, Rulebook, timeline
from ipt_rules.cli import main
from ipt_rules.render.timeline import timeline_to_json
from small_pack import CASE, write_pack

SESSIONS = """\
sessions:
  - {number: 1, date: 2026-01-17, risk: {cssrs: {q4: yes}}, measures: {phq9: {total: 15}}}
  - {number: 2, date: 2026-01-24, attended: no}
"""


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pack(tmp_path_factory.mktemp("pack"))


@pytest.fixture
def anna(tmp_path: Path) -> str:
    """The file of the sample case, with two sessions."""
    path = tmp_path / "anna.yaml"
    path.write_text(CASE + SESSIONS, encoding="utf-8")
    return str(path)


def run(*words: str | Path, text: str = "") -> Result:
    """Run a command; a mistake of ours is raised and not turned into an exit code."""
    return CliRunner(env={"COLUMNS": "80"}).invoke(
        main, [str(word) for word in words], input=text or None, catch_exceptions=False
    )


def test_a_timeline_as_text(pack: Path, anna: str) -> None:
    """What stands first, then each contact; nothing on standard error."""
    result = run("timeline", anna, "--on", "2026-02-01", "--rules", pack, "--engine", "plain")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("ALERTS ━━")
    assert "━\n!! ACT NOW: Suicidal intent told\n   Stands since session 1, 2026-01-17.\n" in result.stdout
    assert "\n!! 2026-01-17, session 1, initial, PHQ-9 15, ACT NOW\n   - New: Suicidal intent told\n" in result.stdout
    assert "\n!! 2026-01-24, session 2, missed, initial, ACT NOW\n" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_a_timeline_up_to_a_day(pack: Path, anna: str) -> None:
    """Nothing that was recorded later is seen."""
    result = run("timeline", anna, "--on", "2026-01-16", "--rules", pack)
    assert "2026-01-17" not in result.stdout
    assert "None stands, from what is recorded." in result.stdout


def test_a_timeline_as_json(pack: Path, anna: str) -> None:
    """The JSON of the library, and nothing else."""
    result = run("timeline", anna, "--on", "2026-02-01", "--rules", pack, "--engine", "plain", "--format", "json")
    made = timeline(Case.from_file(anna), Rulebook.load(pack), until=date(2026, 2, 1), engine="plain")
    assert (result.stdout, result.stderr) == (timeline_to_json(made), "")


def test_a_timeline_as_markdown(pack: Path, anna: str) -> None:
    """With a title of its own."""
    result = run("timeline", anna, "--on", "2026-02-01", "--rules", pack, "--format", "markdown")
    assert result.stdout.startswith("# Timeline of case anna, until 2026-02-01\n\n## Alerts\n")


def test_a_timeline_from_standard_input(pack: Path, anna: str) -> None:
    """`-` reads it there."""
    by_path = run("timeline", anna, "--on", "2026-02-01", "--rules", pack)
    by_pipe = run("timeline", "-", "--on", "2026-02-01", "--rules", pack, text=CASE + SESSIONS)
    assert by_pipe.stdout == by_path.stdout


def test_a_timeline_before_the_intake(pack: Path, anna: str) -> None:
    """There is nothing to tell, and no traceback."""
    result = run("timeline", anna, "--on", "2025-01-01", "--rules", pack)
    assert (result.exit_code, result.stdout) == (3, "")
    assert "the day of the advice is before the intake" in result.stderr


def test_what_is_new_as_text(pack: Path, anna: str) -> None:
    """The section follows the alerts, and what is new is marked where it stands."""
    result = run("recommend", anna, "--on", "2026-02-01", "--rules", pack, "--since", "0")
    assert result.exit_code == 0
    assert result.stdout.startswith("ALERTS ━━")
    assert "━\n!! ACT NOW: Suicidal intent told (new)\n" in result.stdout
    assert "\nNEW SINCE THE INTAKE (2026-01-10)\n!! New, ACT NOW: Suicidal intent told\n" in result.stdout
    assert result.stdout.index("ALERTS") < result.stdout.index("NEW SINCE") < result.stdout.index("PHASE")


def test_an_alert_that_is_not_new_is_no_less_an_alert(pack: Path, anna: str) -> None:
    """It stands where it stood, in the same words."""
    plain = run("recommend", anna, "--on", "2026-02-01", "--rules", pack).stdout
    result = run("recommend", anna, "--on", "2026-02-01", "--rules", pack, "--since", "1").stdout
    alerts = plain[: plain.index("\nPHASE")]
    assert "Suicidal intent told" in alerts
    assert result.startswith(alerts)
    assert "\nNEW SINCE SESSION 1 (2026-01-17)\n!! 1 alert stood then and stands now as before\n" in result


def test_what_is_new_as_markdown_and_json(pack: Path, anna: str) -> None:
    """As a section, and as data."""
    words = ("recommend", anna, "--on", "2026-02-01", "--rules", pack, "--since", "0", "--format")
    made = run(*words, "markdown").stdout
    assert "\n## New since the intake (2026-01-10)\n\n- **!! New, ACT NOW: Suicidal intent told**" in made
    data = json.loads(run(*words, "json").stdout)["since"]
    assert (data["session"], data["date"]) == (0, "2026-01-10")
    assert "intent-told" in [one["rule_id"] for one in data["new"]]


def test_a_session_that_is_not_there(pack: Path, anna: str) -> None:
    """Wrong use, with the sessions there are; a number below nought is no session."""
    result = run("recommend", anna, "--on", "2026-02-01", "--rules", pack, "--since", "7")
    assert (result.exit_code, result.stdout) == (2, "")
    message = "there is no session 7 up to 2026-02-01: the sessions are 1 to 2, and 0 is the intake\n"
    assert result.stderr == message
    assert run("recommend", anna, "--rules", pack, "--since", "-1").exit_code == 2
