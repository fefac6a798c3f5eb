"""The house keeps its order: lower modules never import higher ones, and some things stay in one place."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "ipt_rules"
FEATURES = SOURCE.parent.parent / "features"

ROWS = (
    ("errors", "vocabulary", "naming", "citations", "plans", "quiet", "translation", "markup"),
    ("packs",),
    (
        "reading_base",
        "reading_json",
        "reading_yaml",
        "reading",
        "instrument",
        "instruments",
        "instrument_data",
        "courses",
    ),
    ("validation",),
    ("case",),
    ("storing",),
    ("facts",),
    ("query", "entries"),
    ("judging", "matching"),
    ("rule",),
    ("protocol", "plan_forms", "lowering", "questions"),
    ("rulebook", "loading", "compiled", "compiling", "site"),
    ("sections",),
    ("recommendation",),
    ("focus_scores", "focus_gaps"),
    ("focus", "finding", "prominence", "techniques", "chart", "danger"),
    ("planning",),
    ("replay", "recommending"),
    ("timeline", "timelines", "since"),
    ("explaining", "why_not", "examples", "render"),
    ("turning", "caseload"),
    ("report",),
    ("dialogue",),
    ("differences",),
    ("lint", "analysis", "features", "scenarios", "steps", "traceability", "skeleton", "boundaries"),
    ("checking", "lookup", "trials"),
    ("mutation",),
    ("docs",),
    ("spec",),
    ("cli", "__main__"),
)
"""From the lowest row to the highest; a module imports from its own row or below."""


def _modules() -> list[Path]:
    return sorted(path for path in SOURCE.rglob("*.py") if path != SOURCE / "__init__.py")


def _room(path: Path) -> str:
    name = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    found = [room for row in ROWS for room in row if name == room or name.startswith(f"{room}_")]
    return max(found, key=len) if found else name


def _imports(path: Path) -> set[str]:
    """The rooms of this package that a module imports, inside functions too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("ipt_rules"):
            parts = node.module.split(".")
            names = [parts[1]] if len(parts) > 1 else [alias.name for alias in node.names]
            found |= {_room(SOURCE / f"{name}.py") for name in names}
    return found


LEVEL = {room: level for level, row in enumerate(ROWS) for room in row}


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_module_imports_a_higher_one(path: Path) -> None:
    """A module imports only from its own row or a lower one."""
    own = _room(path)
    assert own in LEVEL, f"{own} has no place in the order of modules"
    public = {"Case", "Rulebook", "Recommendation", "recommend", "explain", "errors", "Finding", "__version__"}
    higher = {room for room in _imports(path) - public if LEVEL.get(room, -1) > LEVEL[own]}
    assert not higher


def test_only_the_seam_imports_the_engine() -> None:
    """The inference engine is imported in one module, and only its low-level half."""
    users = {}
    for path in _modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                if name.startswith("durable"):
                    users.setdefault(str(path.relative_to(SOURCE)), set()).add(name)
    assert users == {"matching/rete.py": {"durable_rules_engine"}}


def test_nothing_below_the_commands_reads_the_clock_or_prints() -> None:
    """The date is an argument; only the command line knows today, prints, or looks at the environment."""
    guilty = []
    for path in _modules():
        if _room(path) in ("cli", "__main__"):
            continue
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                if (
                    called in ("print", "date.today", "datetime.now", "os.getenv", "time.time")
                    or "os.environ" in called
                ):
                    guilty.append(f"{path.name}: {called}")
    assert not guilty


def test_files_stay_small() -> None:
    """A file that passes 400 lines is split."""
    assert not {str(p.relative_to(SOURCE)): n for p in _modules() if (n := len(p.read_text().splitlines())) > 400}


@pytest.mark.parametrize("path", sorted(FEATURES.rglob("*.feature")), ids=lambda path: path.stem)
def test_the_scenarios_of_a_feature_have_different_names(path: Path) -> None:
    """Of two scenarios with one name in a feature, the runner silently keeps the last."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    names = [line.partition(":")[2] for line in lines if line.startswith(("Scenario:", "Scenario Outline:"))]
    assert not {name for name, times in Counter(names).items() if times > 1}
