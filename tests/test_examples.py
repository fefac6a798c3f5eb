"""Every command has examples under its help, and each does what it says."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from ipt_rules import errors
from ipt_rules.cli import letters, main
from ipt_rules.cli.examples import EXAMPLES
from ipt_rules.docs.command_line import EXIT_CODES
from small_pack import write_pack

ROOT = Path(__file__).resolve().parent.parent
EVERY = [(name, line) for name, lines in EXAMPLES.items() for line in lines]
READ_ONLY = {
    "rules check": "run at length by `make check`",
    "rules mutate": "takes minutes; test_mutation.py runs it",
    "diff": "needs two versions; test_diff.py runs it",
    "docs": "test_docs.py runs it",
    "spec": "test_spec.py runs it",
    "trace": "the whole trace is checked by test_docs.py",
}
"""Commands whose examples are parsed here and not run, and why."""


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command that is no group, by its name."""

    def below(
        command: click.Command, context: click.Context, path: tuple[str, ...]
    ) -> Iterator[tuple[str, click.Command]]:
        if not isinstance(command, click.Group):
            yield " ".join(path), command
            return
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from below(found, click.Context(found, info_name=name, parent=context), (*path, name))

    yield from below(main, click.Context(main, info_name="ipt-rules"), ())


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what the examples name."""
    write_pack(tmp_path).rename(tmp_path / "my-pack")
    for name in ("cases", "rules", "features"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "settings.yaml").write_text("format: text\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(line: str) -> Result:
    program, *words = shlex.split(line)
    assert program == "ipt-rules"
    return CliRunner().invoke(main, words)


@pytest.mark.parametrize(("name", "line"), EVERY, ids=[line.removeprefix("ipt-rules ") for _, line in EVERY])
def test_an_example_works(place: Path, name: str, line: str) -> None:
    """It is run on files of ours and succeeds; or, where that takes long, it is at least understood."""
    if name in READ_ONLY:
        words = shlex.split(line)[1 + len(name.split()) :]
        above = click.Context(
            main, info_name="ipt-rules", **main.context_settings
        )  # as in a call: it keeps its help option
        dict(commands())[name].make_context(name, words, parent=above, resilient_parsing=True)
        assert dict(commands())[name].params
        return
    result = run(line)
    assert (result.exit_code, result.exception) == (0, None), result.output
    words = shlex.split(line)
    written = [place / words[words.index("-o") + 1]] if "-o" in words else []
    assert all(path.read_text(encoding="utf-8") for path in written)
    assert bool(result.stdout) != bool(written) or name in ("case new", "rules new")


def test_every_command_has_one_to_three() -> None:
    """A new command is added with its examples (cli/examples.py), and none is left of one that is gone."""
    assert {name for name, _ in commands()} == set(EXAMPLES)
    assert all(1 <= len(lines) <= 3 for lines in EXAMPLES.values())


def test_they_stand_under_the_help() -> None:
    """Each on a line of its own, and the help stays short."""
    for name, lines in EXAMPLES.items():
        told = CliRunner().invoke(main, [*name.split(), "--help"], terminal_width=80).output.splitlines()
        assert [line.strip() for line in told if line.strip().startswith("ipt-rules ")] == list(lines)
        assert len(told) < 52, name


def test_options_mean_the_same_everywhere() -> None:
    """One name, one meaning: an option has the same parameter, and takes a value or not, in every command."""
    kinds: dict[str, set[tuple[str | None, bool]]] = {}
    for _, command in commands():
        for param in command.params:
            for name in param.opts if isinstance(param, click.Option) else ():
                kinds.setdefault(name, set()).add((param.name, bool(getattr(param, "is_flag", False))))
    shared = {"--on": {("on", False)}, "--format": {("form", False)}, "--parameters": {("parameters", False)}}
    assert {name: kinds[name] for name in shared} == shared
    assert kinds["--rules"] == {("folders", False), ("folder", False)}  # one folder where only one can be changed
    assert all(len({flag for _, flag in one}) == 1 for one in kinds.values()), kinds


def test_exit_codes_are_those_of_the_errors() -> None:
    """docs/cli.md leaves out none."""
    codes = {one.exit_code for one in vars(errors).values() if isinstance(one, type) and issubclass(one, Exception)}
    assert set(EXIT_CODES) == codes | {0, 2}


# where it goes, and in what encoding


def test_an_answer_in_a_file(place: Path) -> None:
    """As UTF-8; over nothing that is there, unless that is wanted, and over no case."""
    line = "ipt-rules session list cases/amira.yaml --on 2026-02-01"
    assert run(f"{line} -o 'Übersicht 1.txt'").stdout == ""
    path = place / "Übersicht 1.txt"
    assert path.read_bytes().decode() == run(line).stdout
    again = run(f"{line} --format json -o 'Übersicht 1.txt'")
    assert again.exit_code == 6
    assert "STORE-02 something of this name is there already" in again.stderr
    assert run(f"{line} --format json -o 'Übersicht 1.txt' --force").exit_code == 0
    assert path.read_text(encoding="utf-8").startswith("{")
    assert run(f"{line} -o -").stdout == run(line).stdout
    mine = place / "mine.yaml"
    mine.write_bytes((ROOT / "cases" / "amira.yaml").read_bytes())
    lost = run("ipt-rules session list mine.yaml --on 2026-02-01 -o mine.yaml --force")
    assert (lost.exit_code, lost.stderr) == (6, "mine.yaml is what is read here, and is not written over\n")
    assert mine.read_bytes() == (ROOT / "cases" / "amira.yaml").read_bytes()
    assert run(f"{line} -o no/where.txt").stderr.startswith("no/where.txt: STORE-04 the folder does not exist\n")


def test_files_of_other_systems(place: Path) -> None:
    """A byte order mark and line breaks of Windows change nothing in the answer; nor do spaces and umlauts in a path."""
    path = place / "Frau Ä" / "Fall 1.yaml"
    path.parent.mkdir()
    path.write_bytes(b"\xef\xbb\xbf" + (ROOT / "cases" / "amira.yaml").read_bytes().replace(b"\n", b"\r\n"))
    words = ["recommend", "--on", "2026-03-14"]
    assert (
        CliRunner().invoke(main, [*words, str(path)]).stdout
        == CliRunner().invoke(main, [*words, "cases/amira.yaml"]).stdout
    )


def test_a_console_that_cannot_show_a_letter(place: Path) -> None:
    """It shows the nearest one, never a rise for a fall, and the answer goes on; a file has every letter."""
    env = {**os.environ, "PYTHONIOENCODING": "cp437", "PYTHONPATH": os.pathsep.join(sys.path)}
    words = [sys.executable, "-m", "ipt_rules", "session", "list", "cases/amira.yaml", "--on", "2026-02-01"]
    shown = subprocess.run(words, capture_output=True, env=env, check=True, cwd=place)
    assert b"18 (-1)" in shown.stdout
    subprocess.run([*words, "-o", "list.txt"], env=env, check=True, cwd=place)
    assert "18 (−1)" in (place / "list.txt").read_text(encoding="utf-8")
    assert "ä ≥3 → “é” Ł 中 €".encode("cp437", letters.NAME) == b'\x84 \xf23 -> "\x82" ? ? ?'
    assert "Ärzte −2 ±0".encode("ascii", letters.NAME) == b"Arzte -2 +/-0"
