"""Lets two versions answer at the same time, each in a process of its own with its own code where it has any."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from ipt_rules.differences.model import Side
from ipt_rules.differences.versions import PACKAGE, Version
from ipt_rules.errors import RulebookError

HERE = Path(__file__).resolve().parent
INSTALLED = HERE.parent.parent
"""Where the code that runs now is imported from."""

PROBLEMS_SHOWN = 5
"""Of the problems of a rulebook that this code cannot read: whoever compares is not the one to mend them."""

OF_PACK = "PACK-"
"""Problems of the pack as a whole, such as a newer rule language: they explain the others."""


class Asked(NamedTuple):
    """What is asked of both sides: the files of the cases, the day and contacts they are judged at, what a site sets."""

    cases: Sequence[str]
    on: str | None
    every_contact: bool
    parameters: str | None = None


@dataclass(frozen=True)
class Answers:
    """What a side said: itself, its rulebook as plain data, and for each file answers or problems."""

    side: Side
    sources: Mapping[str, Any]
    cases: Mapping[str, Mapping[str, Any]]


def both(versions: tuple[Version, Version], asked: Asked, folder: Path) -> tuple[Answers, Answers]:
    """The answers of the old and of the new side; `folder` is for what passes between the processes.

    A side whose own code cannot run is judged by the installed code, and says so. Raises RulebookError where a side has
    no code that can read its rules.
    """
    runs = [_Run(version, asked, folder / place) for version, place in zip(versions, ("old", "new"), strict=True)]
    try:
        for run in runs:
            run.start()
        old, new = (run.answers() for run in runs)
    finally:
        for run in runs:
            run.stop()
    return old, new


class _Run:
    """One side: started, waited for, and where its own code fails started once more with the installed code."""

    def __init__(self, version: Version, asked: Asked, folder: Path) -> None:
        self.version, self.asked, self.folder = version, asked, folder
        self.own = version.code is not None
        self.why_not_own = ""
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def code(self) -> Path:
        return (self.version.code if self.own and self.version.code else INSTALLED).resolve()

    def start(self) -> None:
        self.folder.mkdir(exist_ok=True)
        request = {
            **self.asked._asdict(),
            "code": str(self.code),
            "rules": str(self.version.rules),
            "answer": str(self.folder / "answer"),
        }
        place = self.folder / "request"
        place.write_text(json.dumps(request), encoding="utf-8")
        (self.folder / "answer").unlink(missing_ok=True)
        once = ["-B"] if self.own and self.version.copy else []  # compiled code of a temporary copy is of no use later
        command = [sys.executable, *once, str(HERE / "worker.py"), str(place)]
        with (self.folder / "complaint").open("wb") as told:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=told, stderr=told)

    def stop(self) -> None:
        """Where the other side failed, nobody waits for this one."""
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def answers(self) -> Answers:
        said = self._said()
        failed = said.get("failed") or _crashed(said)
        if failed and self.own and failed["kind"] == "code":
            self.why_not_own = self.version.shown("; ".join(failed["says"]))
            self.own = False
            self.start()
            return self.answers()
        if failed and "cases" not in said:
            raise RulebookError(self._unreadable(failed["kind"], failed["says"]))
        return self._answers(said)

    def _said(self) -> dict[str, Any]:
        assert self.process is not None
        code = self.process.wait()
        try:
            said: dict[str, Any] = json.loads((self.folder / "answer").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            complaint = (self.folder / "complaint").read_text(encoding="utf-8", errors="replace").strip().splitlines()
            return {"failed": {"kind": "code", "says": complaint[-1:] or [f"it ends with exit code {code}"]}}
        return said

    def _answers(self, said: Mapping[str, Any]) -> Answers:
        version = self.version
        side = Side(
            name=version.name,
            kind=version.kind,
            commit=version.commit,
            packs=tuple(said["packs"]),
            content_hash=said["content_hash"],
            judge="own" if self.own else "installed",
            code=said["code"],
            code_hash=_digest(self.code / PACKAGE),
            why_not_own=self.why_not_own,
        )
        return Answers(side, said["sources"], said["cases"])

    def _unreadable(self, kind: str, says: Sequence[str]) -> str:
        name = self.version.name
        says = sorted(says, key=lambda one: f" {OF_PACK}" not in one)
        told = "\n".join(map(self.version.shown, says[:PROBLEMS_SHOWN]))
        if len(says) > PROBLEMS_SHOWN:
            told += f"\nand {len(says) - PROBLEMS_SHOWN} more"
        if kind == "contacts":
            return f"{name}: this version cannot look at each contact ({told}): leave out --every-contact"
        if kind == "parameters":
            return (
                f"{name}: this version does not take these parameters: mend the file, or leave out --parameters\n{told}"
            )
        if self.own:
            return f"{name}: its own code cannot load its rules: mend them first\n{told}"
        more = f"and its own code cannot run ({self.why_not_own})"
        if not self.why_not_own:
            more = "name its wheel, its tag or its checkout to let it answer with its own code"
        return (
            f"{name}: the code installed here cannot load these rules, which may need another version; {more}\n{told}"
        )


def _crashed(said: Mapping[str, Any]) -> dict[str, Any] | None:
    """Where no case could be judged for a fault of the code: it does not go with this Python, or with these cases."""
    cases = said.get("cases", {}).values()
    faults = dict.fromkeys(one["crash"] for one in cases if "crash" in one)
    if not faults or any("answers" in one for one in cases):
        return None
    return {"kind": "code", "says": [f"it fails on every case with {', '.join(faults)}"]}


def _digest(package: Path) -> str:
    """A digest of the code: equal where both sides were judged by the same."""
    made = hashlib.sha256()
    for path in sorted(package.rglob("*.py")):
        made.update(str(path.relative_to(package)).encode() + b"\0" + path.read_bytes() + b"\0")
    return made.hexdigest()[:16]
