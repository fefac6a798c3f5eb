"""Pages that rules and code already know are made, never edited; links and names in written pages hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from ipt_rules import Rulebook
from ipt_rules.cli import main
from ipt_rules.facts.kinds import KINDS

ROOT = Path(__file__).resolve().parent.parent
WRITTEN = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("docs/adr/*.md"), ROOT / "cases" / "README.md"]
)

MADE = [ROOT / "docs" / f"{name}.md" for name in ("facts", "parameters", "techniques", "traceability", "references")]
MADE += sorted((ROOT / "docs" / "rules").glob("*.md"))[:40:4]


def test_no_generated_page_is_stale() -> None:
    """`ipt-rules docs --check` has nothing to say; the README shows what the demo prints."""
    result = CliRunner().invoke(main, ["docs", "--check", "--root", str(ROOT)])
    assert result.exit_code == 0, result.output


def test_the_trace_has_no_holes() -> None:
    """Statements, decision rules, rules and scenarios are tied together both ways."""
    result = CliRunner().invoke(main, ["trace", "--check", "--root", str(ROOT)])
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_hold(page: Path) -> None:
    """A link to a file of the repository leads somewhere."""
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", MADE, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_to_places_on_made_pages_hold(page: Path) -> None:
    """A link to a statement, parameter, technique or fact kind leads to its place."""
    for target, place in re.findall(r"\]\(([^)#:]*)#([^)]+)\)", page.read_text(encoding="utf-8")):
        there = (page.parent / target if target else page).read_text(encoding="utf-8")
        assert f'<a id="{place}"></a>' in there or f"## {place}\n" in there, f"{target}#{place}"


def test_every_fact_kind_and_field_has_a_meaning() -> None:
    """The dictionary leaves nothing to guess: every kind and field says what it is."""
    assert all(kind.meaning.strip() for kind in KINDS.values())
    assert not [
        f"{kind.name}.{one.name}" for kind in KINDS.values() for one in kind.fields.values() if not one.meaning.strip()
    ]


def test_every_rule_has_a_page(rulebook: Rulebook) -> None:
    """Each rule has its page, and no page is left of a rule that is gone."""
    pages = {page.stem for page in (ROOT / "docs" / "rules").glob("*.md")} - {"README"}
    assert pages == set(rulebook.rules)


def test_the_documents_speak_of_the_product_alone() -> None:
    """No generated or written page names a path of a machine."""
    for page in [*WRITTEN, *(ROOT / "docs" / "rules").glob("*.md")]:
        assert "/home/" not in page.read_text(encoding="utf-8")
        assert "/tmp/" not in page.read_text(encoding="utf-8")


def test_the_library_use_of_the_readme_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The lines of library use in the README can be pasted as they stand."""
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    monkeypatch.chdir(ROOT)
    exec(compile(code, "README.md", "exec"), {})
    assert "role-transition" in capsys.readouterr().out
