"""Where a report may be written: never over the case, and over nothing that is there unless that is wanted."""

from __future__ import annotations

from pathlib import Path

from ipt_rules.errors import IptRulesError
from ipt_rules.storing import atomic
from ipt_rules.translation import _


class ReportError(IptRulesError):
    """A report cannot be written at this place."""

    exit_code = 2


def save(text: str, path: Path, *, force: bool = False, never: str = "") -> None:
    """Write a report as UTF-8; a new file is for its owner alone to read. `never` names a file that it may not replace.

    Raises ReportError for the place, StoringError where it cannot be written, and leaves what was there as it was.
    """
    refused = _refused(path, force, never)
    if refused:
        raise ReportError(refused)
    if force and path.exists():
        atomic.refuse_unusual(path)
        with atomic.told(path):
            atomic.replace_file(path, text.encode())
    else:
        atomic.create_file(path, text.encode())


def _refused(path: Path, force: bool, never: str) -> str:
    """Why nothing may be written there; empty where it may."""
    if path.is_dir():
        example = path / "report.html"
        return _("{path} is a folder: name a file in it, such as {example}").format(path=path, example=example)
    if not path.parent.is_dir():
        return _("there is no folder {folder}: make it, or name another").format(folder=path.parent)
    if path.exists() and never and Path(never).exists() and path.samefile(never):
        return _("{path} is the case itself: name another file for the report").format(path=path)
    return _there(path) if path.exists() and not force else ""


def _there(path: Path) -> str:
    return _("{path} is there already: name another file, or write over it with --force").format(path=path)
