"""Processes that are killed while they save a case: run by test_storing_kill.py, prints what it found as JSON.

Every process is a fork of this one, so that what is imported is imported once.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ipt_rules.errors import FileChangedError, StoringError
from ipt_rules.storing import CaseFile, create_file

STEPS = ("open", "write", "fsync", "close", "replace", "rename", "link", "unlink", "chmod", "chown", "utime")
OLD = "# a comment\nschema_version: 1\nid: old\nintake:\n  date: 2026-01-02  # the first day\n"
OLDER = OLD.replace("old", "older")
NOTE = "words " * 600


def forked(work: Callable[[], None]) -> int:
    """The process in which `work` is done; it ends with 0, or 1 for an error it tells on standard error."""
    child = os.fork()
    if child:
        return child
    try:
        work()
        os._exit(0)
    except BaseException as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
        os._exit(1)


def ended(child: int) -> int:
    """Its exit code, negative for a signal."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_at(number: int, half: bool) -> None:
    """From now on the process dies right after its step of this number with the file system; `half` after half a write."""
    seen = 0

    def wrapped(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def step(*args: Any, **options: Any) -> Any:
            nonlocal seen
            seen += 1
            if seen == number and name == "write" and half:
                args = (args[0], bytes(args[1])[: len(args[1]) // 2])
            done = real(*args, **options)
            if seen == number:
                os.kill(os.getpid(), signal.SIGKILL)
            return done

        return step

    for name in STEPS:
        setattr(os, name, wrapped(name, getattr(os, name)))


def changed(path: Path, note: str = NOTE) -> CaseFile:
    file = CaseFile.open(path)
    file.put(("intake", "note"), note)
    return file


def at_every_step(folder: Path, *, half: bool) -> dict[str, Any]:
    """A save of a file that is there, killed at each of its steps in turn."""
    path = folder / "case one.yaml"
    new = ""
    seen: dict[str, int] = {"old": 0, "new": 0, "faults": 0}
    for number in range(1, 200):
        fresh(folder, path)
        file = changed(path)
        new = file.text

        def work(file: CaseFile = file, number: int = number) -> None:
            killed_at(number, half)
            file.save()

        code = ended(forked(work))
        if code == 0:
            return {**seen, "steps": number - 1}
        content = path.read_text(encoding="utf-8")
        backup = path.with_name(path.name + "~").read_text(encoding="utf-8")
        whole = (content, backup) in ((OLD, OLDER), (OLD, OLD), (new, OLD))
        seen["new" if content == new else "old"] += 1
        seen["faults"] += not (code == -signal.SIGKILL and whole and goes_on(folder, path, content))
    return {**seen, "steps": -1}


def goes_on(folder: Path, path: Path, before: str) -> bool:
    """Whether the next save works, keeps what was there, and clears what the killed one left."""
    changed(path, "next").save()
    names = sorted(one.name for one in folder.iterdir())
    kept = path.with_name(path.name + "~").read_text(encoding="utf-8")
    return (
        names == [".ipt-rules.lock", path.name, path.name + "~"]
        and kept == before
        and "next" in path.read_text("utf-8")
    )


def fresh(folder: Path, path: Path) -> None:
    for one in folder.iterdir():
        one.unlink()
    path.write_text(OLD, encoding="utf-8")
    path.with_name(path.name + "~").write_text(OLDER, encoding="utf-8")


def creating(folder: Path, *, half: bool) -> dict[str, Any]:
    """A new file, killed at each step: it is not there, or whole; another attempt makes it, or says that it is there."""
    path = folder / "new.yaml"
    content = OLD.encode() * 50
    seen = {"absent": 0, "whole": 0, "faults": 0}
    for number in range(1, 200):
        for one in folder.iterdir():
            one.unlink()

        def work(number: int = number) -> None:
            killed_at(number, half)
            create_file(path, content)

        if ended(forked(work)) == 0:
            return {**seen, "steps": number - 1}
        there = path.exists()
        seen["whole" if there else "absent"] += 1
        try:
            create_file(path, content)
            fault = there
        except StoringError:
            fault = not there
        left = [one.name for one in folder.iterdir()]
        seen["faults"] += fault or path.read_bytes() != content or (not there and left != [path.name])
    return {**seen, "steps": -1}


def at_any_moment(folder: Path) -> dict[str, Any]:
    """A process that saves again and again is killed at random moments."""
    path = folder / "loop.yaml"
    chance = random.Random(20261127)
    seen = {"rounds": 0, "faults": 0, "saved": 0}
    fresh(folder, path)

    def work() -> None:
        file = CaseFile.open(path)
        for count in range(10_000):
            file.put(("intake", "note"), f"{count} " * 600)
            file.save()

    for _ in range(12):
        seen["rounds"] += 1
        before = path.read_bytes()
        child = forked(work)
        time.sleep(chance.uniform(0.02, 0.12))
        os.kill(child, signal.SIGKILL)
        ended(child)
        words = (CaseFile.open(path).get(("intake", "note")) or "").split()
        kept = path.with_name(path.name + "~")
        if kept.exists():
            CaseFile.open(kept)  # raises where it is not a whole case
        seen["saved"] += path.read_bytes() != before
        seen["faults"] += len(set(words)) > 1 or len(words) not in (0, 600)
    seen["faults"] += not goes_on(folder, path, path.read_text(encoding="utf-8"))
    return seen


def side_by_side(folder: Path) -> dict[str, Any]:
    """Processes that opened the same file and save at the same moment: one is first, all others are told."""
    path = folder / "both.yaml"
    seen = {"rounds": 0, "won": 0, "told": 0, "faults": 0}
    for _ in range(5):
        fresh(folder, path)
        files = [changed(path, f"{number} " * 1500) for number in range(4)]
        ready, go = os.pipe()

        def work(file: CaseFile, ready: int = ready, go: int = go) -> None:
            os.close(go)
            os.read(ready, 1)
            try:
                file.save()
            except FileChangedError:
                os._exit(7)

        children = [forked(lambda file=file: work(file)) for file in files]  # type: ignore[misc]
        os.close(ready)
        os.close(go)
        codes = sorted(ended(child) for child in children)
        seen["rounds"] += 1
        seen["won"] += codes.count(0)
        seen["told"] += codes.count(7)
        seen["faults"] += path.read_text(encoding="utf-8") not in [file.text for file in files]
        seen["faults"] += path.with_name("both.yaml~").read_text(encoding="utf-8") != OLD
    return seen


PARTS: dict[str, Callable[[Path], dict[str, Any]]] = {
    "steps": lambda folder: at_every_step(folder, half=False),
    "half": lambda folder: at_every_step(folder, half=True),
    "new": lambda folder: creating(folder, half=False),
    "new half": lambda folder: creating(folder, half=True),
    "any moment": at_any_moment,
    "side by side": side_by_side,
}


if __name__ == "__main__":
    print(json.dumps({part: PARTS[part](Path(sys.argv[1])) for part in sys.argv[2:]}))
