"""`ipt-rules report`: where the page is written, what is never written over, and what a mistake says."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from golden import CASES
from ipt_rules.cli import main
from ipt_rules.errors import StoringError
from ipt_rules.report import save
from ipt_rules.report.saving import ReportError
from small_pack import CASE as SMALL_CASE
from small_pack import write_pack
from spec_pages import read

CASE = str(CASES / "barbara.yaml")


def _report(*arguments: str) -> Result:
    return _report_on("2012-01-01", *arguments)


def _report_on(day: str, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["report", *arguments, "--on", day])


def test_the_page_is_written_for_its_owner(tmp_path: Path) -> None:
    """One file, which nobody else on the machine can read, and nothing beside it."""
    target = tmp_path / "report.html"
    result = _report(CASE, "-o", str(target))
    assert result.exit_code == 0, result.output
    assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    """Without --force nothing is written over; with it the new page takes its place."""
    target = tmp_path / "report.html"
    target.write_text("mine", encoding="utf-8")
    refused = _report(CASE, "-o", str(target))
    assert refused.exit_code == 2
    assert "is there already: name another file, or write over it with --force" in refused.output
    assert target.read_text(encoding="utf-8") == "mine"
    assert _report(CASE, "-o", str(target), "--force").exit_code == 0
    assert "Case" in target.read_text(encoding="utf-8")


def test_standard_output_has_the_page_and_nothing_else() -> None:
    """`-o -` prints it."""
    result = _report(CASE, "-o", "-")
    assert result.exit_code == 0
    assert result.output.startswith("<!DOCTYPE html>")
    assert result.output.endswith("</html>\n")


def test_without_a_place_it_says_what_to_write() -> None:
    """Nothing is guessed: a page about a person is not left somewhere."""
    result = _report(CASE)
    assert result.exit_code == 2
    assert "-o report.html" in result.output


@pytest.mark.parametrize(
    ("target", "says"),
    [(".", "is a folder: name a file in it"), ("nowhere/report.html", "there is no folder nowhere")],
)
def test_a_place_that_cannot_be_says_what_to_do(
    target: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one line, without a traceback."""
    monkeypatch.chdir(tmp_path)
    result = _report(CASE, "-o", target)
    assert result.exit_code == 2
    assert says in result.output
    assert "Traceback" not in result.output


def test_the_case_is_never_written_over(tmp_path: Path) -> None:
    """Not even with --force, and not under another name."""
    case = tmp_path / "case.yaml"
    case.write_text("the record", encoding="utf-8")
    other = tmp_path / "other.yaml"
    other.symlink_to(case)
    for target in (case, other):
        with pytest.raises(ReportError, match="is the case itself"):
            save("page", target, force=True, never=str(case))
    assert case.read_text(encoding="utf-8") == "the record"


def test_a_failure_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither half a page nor a file of passage."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    monkeypatch.setattr("os.link", full)
    with pytest.raises(StoringError, match="there is no space left for the file"):
        save("page", tmp_path / "report.html")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_without_links_has_its_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file cannot be linked it is renamed, and one that is there stays all the same."""

    def no_links(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", no_links)
    save("page", tmp_path / "report.html")
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == "page"
    with pytest.raises(ReportError, match="there already"):
        save("other", tmp_path / "report.html")


def test_another_pack_has_its_report(tmp_path: Path) -> None:
    """A pack of a few rules, without plans and without the core's statements: the page says what it says, and cites it."""
    case = tmp_path / "anna.yaml"
    case.write_text(SMALL_CASE, encoding="utf-8")
    result = _report_on("2026-02-01", str(case), "-o", "-", "--rules", str(write_pack(tmp_path)))
    assert result.exit_code == 0, result.output
    page = read(result.output)
    assert "Has anybody important died?" not in page.text
    assert "Asked about deaths, there was something." in page.text
    assert "Weller A, Ross B (2018). A Guide." in page.has("sources").text


def test_what_a_site_sets_is_said(tmp_path: Path) -> None:
    """The footer names what was set differently from the rules."""
    values = tmp_path / "site.yaml"
    values.write_text("phq9_valid_days: 21\n", encoding="utf-8")
    result = _report(CASE, "-o", "-", "--parameters", str(values))
    assert "Set by this site: phq9_valid_days 21 days (14 in the rules)." in result.output
