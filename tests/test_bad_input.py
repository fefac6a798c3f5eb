"""What a person can get wrong: a clear message with place and next step, the right exit code, no traceback, no quotes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from ipt_rules import packs
from ipt_rules.cli import main

PLANTED = "planted-words"
GOOD = "schema_version: 1\nid: c1\nintake:\n  date: 2026-01-10\n"


def _text(content: str) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / "case.yaml"
        path.write_text(content)
        return path

    return write


def _bytes(content: bytes) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / "case.yaml"
        path.write_bytes(content)
        return path

    return write


def _huge(folder: Path) -> Path:
    path = folder / "case.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    return path


def _json_deep(folder: Path) -> Path:
    path = folder / "case.json"
    path.write_text('{"id": ' + "[" * 100_000)
    return path


BOMB = "a: &a [x, x]\n" + "".join(f"{c}: &{c} [*{p}, *{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True))

FILES: dict[str, tuple[Callable[[Path], Path], str]] = {
    "missing": (lambda folder: folder / "nothing.yaml", "does not exist"),
    "a folder without a case": (lambda folder: folder, "there is no case in this folder"),
    "empty": (_text(""), "empty"),
    "only a comment": (_text("# planted-words\n"), "empty"),
    "binary": (_bytes(b"\x00\x01planted-words\x02" * 100), "not"),
    "another encoding": (_bytes("id: planted-words é".encode("utf-16")), "UTF-16"),
    "50 MB": (_huge, "larger than 2,000,000 bytes"),
    "a YAML bomb": (_text(BOMB), "anchor"),
    "duplicate keys": (_text(GOOD + "intake:\n  date: 2026-01-11\n"), "the key `intake` stands twice, first on line 3"),
    "wrong types": (_text(GOOD + "  patient: planted-words\n  life_events: 3\n"), "each entry on a line of its own"),
    "deep nesting": (_text("a: " + "[" * 100_000), "nested more than"),
    "deep nesting in JSON": (_json_deep, ""),
    "another schema version": (
        _text(GOOD.replace("version: 1", "version: 7")),
        "schema version 7; this version reads 1",
    ),
    "a date that does not exist": (_text(GOOD.replace("2026-01-10", "2026-02-30")), "does not exist in the calendar"),
    "a date without a day": (_text(GOOD.replace("2026-01-10", "2026-01")), "needs a day"),
    "an unknown field": (_text(GOOD + "  mediction: []\n"), "did you mean `medication`?"),
    "a word that is not known": (_text(GOOD + "  diagnosis: {primary: planted-words}\n"), "one of: major-depression"),
    "a name for an id": (_text(GOOD.replace("id: c1", "id: planted-words of a name")), "never a name"),
    "a sentence for a key": (
        _text(GOOD + "  relationships: [{person: planted-words-that-go-on-and-on-and-on-41}]\n"),
        "write at most 40 characters",
    ),
    "a list": (_text("- planted-words\n"), "not named entries"),
    "a tab": (_text("schema_version: 1\nintake:\n\tdate: planted-words\n"), "a tab is used to indent"),
    "an answer of another kind": (_text(GOOD + "  risk: {cssrs: {q4: maybe planted-words}}\n"), "yes, no, not-known"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_case_that_cannot_be_read_is_told_plainly(name: str, tmp_path: Path) -> None:
    """Exit code 3, what is wrong with the file, and nothing of what stands in it."""
    make, words = FILES[name]
    path = make(tmp_path)
    result = CliRunner().invoke(main, ["recommend", str(path), "--on", "2026-03-01"])
    assert result.exit_code == 3, result.output
    assert words in result.output
    assert str(path) in result.output
    assert PLANTED not in result.output
    assert "Traceback" not in result.output
    assert isinstance(result.exception, SystemExit)


def test_every_problem_of_a_file_is_told_with_its_line(tmp_path: Path) -> None:
    """Three mistakes, three places."""
    path = tmp_path / "case.yaml"
    path.write_text(GOOD + "  patient: {age: 200}\n  mediction: []\n  episode: {onset: 2025-13}\n")
    result = CliRunner().invoke(main, ["case", "check", str(path)])
    assert result.exit_code != 0
    for line in (5, 6, 7):
        assert f"{path}:{line}:" in result.output


def test_a_folder_of_rules_with_a_broken_rule(tmp_path: Path) -> None:
    """Exit code 4, the file, its line, the nearest right name."""
    folder = tmp_path / "rules"
    shutil.copytree(packs.core(), folder)
    rule = folder / "safety" / "suicide-intent-or-plan.yaml"
    rule.write_text(rule.read_text().replace("exists: risk", "exists: risks"))
    case = tmp_path / "case.yaml"
    case.write_text(GOOD)
    result = CliRunner().invoke(main, ["recommend", str(case), "--on", "2026-03-01", "--rules", str(folder)])
    assert result.exit_code == 4, result.output
    assert "suicide-intent-or-plan.yaml:1" in result.output
    assert "did you mean `risk`?" in result.output
    assert "Traceback" not in result.output
