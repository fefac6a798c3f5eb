"""Every case of `cases/` gives its golden answer, and its text fits one good screen."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from golden import GOLDEN, case_files, texts
from ipt_rules import Case, Rulebook, timeline
from ipt_rules.render.text import to_text

LINES, COLUMNS = 80, 80


@pytest.mark.parametrize("path", case_files(), ids=lambda path: path.stem)
def test_the_answer_is_the_golden_one(path: Path, rulebook: Rulebook) -> None:
    """What is said of a case changes only on purpose: read the difference, then run `make golden`."""
    for name, text in texts(path, rulebook):
        kept = GOLDEN / name
        assert kept.is_file(), f"{name} is missing: run `make golden`"
        wanted = kept.read_text(encoding="utf-8").splitlines()
        changed = list(difflib.unified_diff(wanted, text.splitlines(), "golden", "now", lineterm="", n=1))
        assert not changed, "\n".join([f"{name} differs; if it should, run `make golden`", *changed[:60]])


@pytest.mark.parametrize("path", case_files(), ids=lambda path: path.stem)
def test_the_text_fits_a_screen_after_every_contact(path: Path, rulebook: Rulebook) -> None:
    """Eighty lines of eighty columns, whatever the case holds, from the intake on."""
    for entry in timeline(Case.from_file(path), rulebook, engine="plain").entries:
        lines = to_text(entry.recommendation, width=COLUMNS).splitlines()
        assert len(lines) <= LINES, f"{len(lines)} lines after contact {entry.session}"
        assert max(map(len, lines)) <= COLUMNS


def test_no_golden_answer_is_of_a_case_that_is_gone() -> None:
    """Each golden file belongs to a case."""
    stems = {path.stem for path in case_files()}
    assert {path.name for path in GOLDEN.iterdir() if path.name.split(".")[0] not in stems} == set()
