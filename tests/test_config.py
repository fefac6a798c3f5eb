"""The settings file: where it is looked for, what it sets, and how its mistakes are told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from ipt_rules.cli import main
from ipt_rules.cli.settings import Settings, usual_place
from ipt_rules.cli.settings_file import read_settings
from ipt_rules.errors import SettingsError

CASES = Path(__file__).resolve().parent.parent / "cases"
AMIRA = str(CASES / "amira.yaml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Ein Ördner"
    made.mkdir()
    (made / "site.yaml").write_text("phq9_valid_days: 7\n", encoding="utf-8")
    return made


def settings(folder: Path, text: str) -> Path:
    path = folder / "config.yaml"
    path.write_bytes(text.encode())
    return path


def run(*words: object, **env: str | None) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], env=env)


def test_options_have_other_defaults(folder: Path) -> None:
    """Format, detail, engine and what the site sets come from the file; every answer names what was set."""
    path = settings(folder, "parameters: site.yaml\nengine: plain\nformat: json\n")
    told = json.loads(run("--config", path, "recommend", AMIRA, "--on", "2026-03-14").stdout)
    assert told["engine"] == "plain"
    assert [one["key"] for one in told["rulebook"]["site_parameters"]] == ["phq9_valid_days"]
    settings(folder, "detail: all\nparameters: site.yaml\n")
    text = run("--config", path, "recommend", AMIRA, "--on", "2026-03-14").stdout
    assert "Source:" in text
    assert "phq9" in text.lower()


def test_an_option_wins(folder: Path) -> None:
    """What is given with the command is not overruled, and --no-config takes all of it away."""
    path = settings(folder, "format: json\ndetail: sources\nengine: plain\n")
    words = ("recommend", AMIRA, "--on", "2026-03-14")
    assert run("--config", path, *words, "--format", "text").stdout.startswith("ALERTS")
    assert "Source" not in run("--config", path, *words, "--format", "text", "--short").stdout
    assert run("--no-config", *words, IPT_RULES_CONFIG=str(path)).stdout == run(*words).stdout
    assert run(*words, IPT_RULES_CONFIG=str(path)).stdout.startswith("{")


def test_other_rules(folder: Path) -> None:
    """A folder of rules, or several, relative to the file; every command that reads rules takes them."""
    from small_pack import write_pack

    pack = write_pack(folder)
    path = settings(folder, f"rules: {pack.relative_to(folder).as_posix()}\n")
    assert "told-some" in run("--config", path, "rules", "list").stdout
    settings(folder, f"rules: [{pack.as_posix()}]\n")
    assert "told-some" in run("--config", path, "rules", "list").stdout


def test_where_it_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the folder of the system; a file that is not there is no mistake."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    place = usual_place()
    if sys.platform.startswith("linux"):
        assert place == tmp_path / "ipt-rules" / "config.yaml"
    monkeypatch.setattr("click.get_app_dir", lambda name: str(tmp_path / name))
    told = run("config", IPT_RULES_CONFIG=None).stdout
    assert told.startswith(f"No settings file: there is none at {usual_place()}.\n")
    usual_place().parent.mkdir(exist_ok=True)
    usual_place().write_text("format: markdown\n")
    assert run("config", IPT_RULES_CONFIG=None).stdout.startswith(f"Settings from {usual_place()}\n")


def test_tests_have_no_settings() -> None:
    """What a developer has set for himself changes no test, in processes that tests start neither."""
    program = "import click, sys; from ipt_rules.cli.settings import found_settings; print(found_settings(None, False).settings)"
    made = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert made.stdout.strip() == str(Settings())
    assert os.environ["IPT_RULES_CONFIG"] == os.devnull


def test_what_is_in_force(folder: Path) -> None:
    """The file, each setting with where it comes from, and the values of the site beside those of the rules."""
    path = settings(folder, "parameters: site.yaml\nformat: markdown\n")
    lines = run("--config", path, "config").stdout.splitlines()
    assert lines[0] == f"Settings from {path}"
    assert lines[2] == f"parameters  {folder / 'site.yaml'}"
    assert lines[3].split("(")[0].strip() == "phq9_valid_days: 7 days"
    assert "format      markdown" in lines
    assert "detail      short  (built in)" in lines
    told = json.loads(run("--config", path, "config", "--format", "json").stdout)
    assert (told["format"], told["set"][0]["key"], told["detail"]) == ("markdown", "phq9_valid_days", "short")
    assert run("--no-config", "config").stdout.startswith("No settings file: none is read, because of --no-config.\n")


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "format:\n", "\ufeffformat: text\r\nengine: plain\r\n"])
def test_what_is_no_mistake(folder: Path, text: str) -> None:
    """Nothing at all, comments, blanks, a byte order mark, line breaks of Windows."""
    assert isinstance(read_settings(settings(folder, text)), Settings)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("fromat: json\n", ":1: CONFIG-11 there is no field `fromat`\n    did you mean `format`?"),
        (
            "\nformat: yaml\n",
            ":2: CONFIG-13 `format` has a word that is not known here\n    one of: text, markdown, json",
        ),
        (
            "parameters: none.yaml\n",
            ":1: CONFIG-20 `parameters` names a file that does not exist\n    paths are relative",
        ),
        ("rules: [a, b]\n", ":1: CONFIG-20 `rules` names a folder that does not exist"),
        ("language: xx\n", ":1: CONFIG-21 the language is not spoken here\n    one of: en"),
        ("parameters: {phq9_valid_days: 7}\n", ":1: CONFIG-15 `parameters` has the wrong type of value"),
        ("- a\n", ":1: CONFIG-R08 the file holds a list"),
        ("format: &x text\n", ":1: CONFIG-R11 anchors"),
    ],
)
def test_mistakes_are_told_with_their_place(folder: Path, text: str, told: str) -> None:
    """The line, what is wrong, the nearest right name; exit code 2, and no traceback."""
    path = settings(folder, text)
    result = run("--config", path, "recommend", AMIRA)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stderr.startswith(f"{path}:")
    with pytest.raises(SettingsError):
        read_settings(path)


def test_all_mistakes_at_once(folder: Path) -> None:
    """A file is mended in one go."""
    told = run("--config", settings(folder, "format: x\nengine: y\nwhat: z\nrules: no\n"), "config").stderr
    assert told.count("CONFIG-") == 4


def test_a_file_that_was_named_must_be_there(tmp_path: Path) -> None:
    """By option or variable; and not named together with --no-config."""
    for result in (
        run("--config", tmp_path / "no.yaml", "config"),
        run("config", IPT_RULES_CONFIG=str(tmp_path / "no.yaml")),
    ):
        assert (result.exit_code, "no.yaml: CONFIG-R01 the file does not exist" in result.stderr) == (2, True)
    assert run("--config", tmp_path / "no.yaml", "--no-config", "config").exit_code == 2


def test_values_that_a_site_may_not_set(folder: Path) -> None:
    """They are told when rules are asked, and by `config`, with the line of the site's own file."""
    (folder / "site.yaml").write_text("phq9_valid_dayz: 7\n", encoding="utf-8")
    path = settings(folder, "parameters: site.yaml\n")
    for words in (("config",), ("recommend", AMIRA, "--on", "2026-03-14")):
        result = run("--config", path, *words)
        assert result.exit_code == 4
        assert result.stderr.startswith(f"{folder / 'site.yaml'}:1: PARAM-01 ")


def test_a_language_is_spoken_before_anything_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is handed on to the words of the program."""
    spoken: list[Any] = []
    monkeypatch.setattr("ipt_rules.translation.use_language", spoken.append)
    assert run("--config", settings(folder, "language: en\n"), "packs", "list").exit_code == 0
    assert spoken == [["en"]]
