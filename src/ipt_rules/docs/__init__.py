"""Writes the pages that the rules and the code already know, or says which are stale. Nobody edits them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ipt_rules.case import Case
from ipt_rules.docs.command_line import cli_page
from ipt_rules.docs.courses import courses_page
from ipt_rules.docs.facts import facts_page
from ipt_rules.docs.knowledge import (
    SAMPLE,
    groups_page,
    parameters_page,
    plans_page,
    references_page,
    techniques_page,
)
from ipt_rules.docs.marks import used_by
from ipt_rules.docs.rules import index_page, rule_page
from ipt_rules.docs.trace import trace_page
from ipt_rules.recommending import recommend
from ipt_rules.render.text import to_text
from ipt_rules.rulebook import Rulebook
from ipt_rules.steps import steps_page
from ipt_rules.traceability import trace

DEMO_CASE, DEMO_LINES = "ellen-postpartum.yaml", 48
DEMO_BEGINS, DEMO_ENDS = "<!-- demo -->", "<!-- /demo -->"
MADE = "<!-- Made by `ipt-rules docs`; do not edit. -->\n\n"


def pages(root: Path, rulebook: Rulebook, help_texts: Mapping[str, str]) -> dict[str, str]:
    """Every generated page: path below `docs`, and its text. `help_texts` is the help of each command by its name."""
    found, used = trace(rulebook, root / "features"), used_by(rulebook)
    made = {
        "facts.md": facts_page(used),
        "parameters.md": parameters_page(rulebook, used, (root / "docs" / SAMPLE).read_text(encoding="utf-8")),
        "groups.md": groups_page(rulebook),
        "courses.md": courses_page(rulebook),
        "techniques.md": techniques_page(rulebook, used),
        "plans.md": plans_page(rulebook),
        "references.md": references_page(rulebook),
        "traceability.md": trace_page(rulebook, found),
        "cli.md": cli_page(help_texts),
        "steps.md": steps_page(root / "tests" / "steps"),
        "rules/README.md": index_page(rulebook),
    }
    made |= {f"rules/{rule.id}.md": rule_page(rule, rulebook, found, used) for rule in rulebook.rules.values()}
    whole = {name: MADE + text.rstrip() + "\n" for name, text in made.items()}
    return {**whole, "../README.md": readme(root, rulebook)}


def write_pages(root: Path, rulebook: Rulebook, help_texts: Mapping[str, str]) -> list[str]:
    """Write what is stale, remove pages of rules that are gone; returns what changed."""
    made = pages(root, rulebook, help_texts)
    changed = _stale(root, made)
    for name in changed:
        path = root / "docs" / name
        if name in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(made[name], encoding="utf-8")
        else:
            path.unlink()
    return changed


def stale_pages(root: Path, rulebook: Rulebook, help_texts: Mapping[str, str]) -> list[str]:
    """The pages that differ from what would be written now, the ones to be removed included."""
    return _stale(root, pages(root, rulebook, help_texts))


def _stale(root: Path, made: Mapping[str, str]) -> list[str]:
    folder = root / "docs"
    there = {path.relative_to(folder).as_posix() for path in folder.glob("rules/*.md")}
    differing = [
        name
        for name, text in made.items()
        if not (folder / name).is_file() or (folder / name).read_text("utf-8") != text
    ]
    return sorted({*differing, *(there - set(made))})


def readme(root: Path, rulebook: Rulebook) -> str:
    """The README with the beginning of what `make demo` prints."""
    text = (root / "README.md").read_text(encoding="utf-8")
    before, rest = text.split(DEMO_BEGINS)
    after = rest.split(DEMO_ENDS)[1]
    case = Case.from_file(root / "cases" / DEMO_CASE)
    shown = to_text(recommend(case, rulebook, case.intake.date)).splitlines()[:DEMO_LINES]
    block = "\n".join(["", "```", *shown, "..", "```", ""])
    return f"{before}{DEMO_BEGINS}{block}{DEMO_ENDS}{after}"
