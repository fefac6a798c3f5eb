"""The golden answers: text, JSON and timeline of every case, so that a change of a rule shows what it changes for people.

`make golden` writes them anew; read the difference before it is committed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from ipt_rules import Case, Recommendation, Rulebook, recommend, timeline
from ipt_rules.render.json_ import to_json
from ipt_rules.render.text import to_text
from ipt_rules.render.timeline import timeline_to_text

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "cases"
GOLDEN = Path(__file__).resolve().parent / "golden"
NO_CASES = ("published",)
"""YAML files in the folder that are not cases."""


def case_files() -> list[Path]:
    return [path for path in sorted(CASES.glob("*.yaml")) if path.stem not in NO_CASES]


def day_of(case: Case) -> date:
    """The day a case is read on: that of its last contact."""
    return max([case.intake.date, *(session.date for session in case.sessions)])


def answer(path: Path, rulebook: Rulebook) -> Recommendation:
    """What is said on the day of the last contact, without what changes with every rule or with the machine."""
    case = Case.from_file(path)
    told = recommend(case, rulebook, day_of(case))
    return replace(told, engine="rete", rulebook={**told.rulebook, "content_hash": "0" * 16})


def texts(path: Path, rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    """The names and contents of a case's golden files."""
    told = answer(path, rulebook)
    yield f"{path.stem}.txt", to_text(told)
    yield f"{path.stem}.json", to_json(told)
    case = Case.from_file(path)
    if case.sessions:
        looked_back = timeline_to_text(timeline(case, rulebook, engine="plain"))
        yield f"{path.stem}.timeline.txt", looked_back.replace(rulebook.content_hash, "0" * 16)


def main() -> int:
    rulebook = Rulebook.load()
    GOLDEN.mkdir(exist_ok=True)
    made = {name: text for path in case_files() for name, text in texts(path, rulebook)}
    for old in GOLDEN.iterdir():
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (GOLDEN / name).write_text(text, encoding="utf-8")
    print(f"{len(made)} golden files of {len(case_files())} cases written to {GOLDEN.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
