"""The page of what was measured, `docs/reliability.md`: each tool keeps its own section of it."""

from __future__ import annotations

from pathlib import Path

RELIABILITY = Path(__file__).resolve().parent.parent / "docs" / "reliability.md"
TITLE = "# Reliability"


def keep(text: str, heading: str, report: Path = RELIABILITY) -> None:
    """Put a section into the report in place of the one before it under that heading; what others wrote stays.

    `text` is the whole section, its heading first; `heading` is a line like `## Hostile input`.
    """
    old = report.read_text(encoding="utf-8") if report.is_file() else f"{TITLE}\n"
    before, found, rest = old.partition(f"{heading}\n")
    after = rest.partition("\n## ")[2] if found else ""
    report.write_text(f"{before.rstrip()}\n\n{text}" + (f"\n## {after}" if after else ""), encoding="utf-8")
