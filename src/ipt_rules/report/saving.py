"""Writing a report to a file: whole or not at all, and never over one that is there unless that is wanted."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from ipt_rules.errors import IptRulesError
from ipt_rules.translation import _


class ReportError(IptRulesError):
    """The file of a report cannot be written."""

    exit_code = 2


def save(text: str, path: Path, *, force: bool = False, never: str = "") -> None:
    """Write a report as UTF-8, for its owner alone to read; `never` names a file that it may not replace, the case.

    Raises ReportError, and leaves what was there as it was.
    """
    refused = _refused(path, force, never)
    if refused:
        raise ReportError(refused)
    try:
        _put(text, path, force)
    except FileExistsError:
        raise ReportError(_there(path)) from None
    except OSError as error:
        raise ReportError(_("cannot write {path}: {reason}").format(path=path, reason=error.strerror)) from None


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


def _put(text: str, path: Path, force: bool) -> None:
    """Beside its place first, then there in one step: a reader never finds half a page."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        if force:
            os.replace(name, path)
        else:
            _link(name, path)
    finally:
        Path(name).unlink(missing_ok=True)


def _link(name: str, path: Path) -> None:
    """Unlike a renaming, a link fails where there is a file by now; some disks have no links."""
    try:
        os.link(name, path)
    except FileExistsError:
        raise
    except OSError:
        if path.exists():
            raise FileExistsError(path) from None
        os.replace(name, path)
