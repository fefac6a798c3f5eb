"""What counts as a finding, and how it is noticed: anything but a designed error, too much time, too much memory."""

from __future__ import annotations

import logging
import re
import resource
import signal
import sys
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from hostile.bending import TOKEN
from ipt_rules.errors import IptRulesError, RulebookError

HANGS_AFTER = 60.0
"""Seconds of this process's own time after which one file is given up: far more than any needs."""

MEMORY = 3_000_000_000
GROWTH = 400_000_000
"""Bytes by which one file may raise the process's peak; a file itself has two million at most."""

TOLD = 60_000
"""Characters that all problems of one file may take together."""

CODE = re.compile(r"[A-Z]+-R?\d\d")


class Hangs(BaseException):
    """One file took longer than HANGS_AFTER. No `except Exception` of what is tried may swallow it."""


class Finding(Exception):
    """Something that is wrong though nothing was raised, such as a token of a patient in an error."""


@dataclass
class Tally:
    """What came of a run: outcomes by kind of file, findings, and the slowest and the largest."""

    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    files: Counter[str] = field(default_factory=Counter)
    slowest: dict[str, tuple[float, str]] = field(default_factory=dict)
    times: dict[str, float] = field(default_factory=dict)
    findings: list[str] = field(default_factory=list)
    kept: int = 0


class Watch:
    """Runs one thing with one file, and tells what came of it. Findings are printed, and their files kept in `folder`."""

    def __init__(self, folder: Path, slow_after: float | None = None) -> None:
        self.folder, self.slow_after, self.tally = folder, slow_after, Tally()
        self.signatures: Counter[str] = Counter()

    def file(self, kind: str, seed: str, content: bytes, attempt: Callable[[], str]) -> None:
        peak, started = _peak(), time.process_time()
        outcome, said = _outcome(attempt)
        taken = time.process_time() - started
        if not said and self.slow_after is not None and taken > self.slow_after:
            said = f"took {taken:.1f} s"
        if not said and _peak() - peak > GROWTH:
            said = f"raised the peak of memory by {(_peak() - peak) / 1e6:.0f} MB"
        self.tally.files[kind] += 1
        self.tally.outcomes[kind, outcome] += 1
        self.tally.times[kind] = self.tally.times.get(kind, 0.0) + taken
        self.tally.slowest[kind] = max(self.tally.slowest.get(kind, (0.0, "")), (taken, seed))
        if said:
            self._found(kind, seed, content, said)

    def _found(self, kind: str, seed: str, content: bytes, said: str) -> None:
        """Each kind of finding is told once with everything, then only counted."""
        last = re.sub(r"\d+", "#", said.strip().splitlines()[-1])[:80] + _frame(said)
        self.signatures[last] += 1
        self.tally.findings.append(f"{kind} {seed}: {said.strip().splitlines()[-1][:200]}")
        if self.signatures[last] == 1:
            self.folder.mkdir(parents=True, exist_ok=True)
            path = self.folder / f"{kind}-{seed.replace('/', '-')}.yaml"
            path.write_bytes(content)
            print(f"FINDING {kind} seed {seed}, kept as {path}\n{said}", file=sys.stderr, flush=True)


def _frame(said: str) -> str:
    return "".join(re.findall(r'File ".*?(\w+\.py)", line (\d+)', said)[-1:][0] if "File" in said else "")


def _outcome(attempt: Callable[[], str]) -> tuple[str, str]:
    """The outcome, and what is wrong with it; nothing for a designed error or success."""
    try:
        return attempt(), ""
    except IptRulesError as error:
        return _refusal(error)
    except Hangs:
        return "finding", "\n".join(traceback.format_exc().splitlines()[-30:])
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        return "finding", "".join(traceback.format_exception(error, limit=-6))


def _refusal(error: IptRulesError) -> tuple[str, str]:
    """A rule pack holds nobody's words: its errors may name what stands in it."""
    said = str(error)
    codes = sorted({problem.code for problem in error.problems}) or [type(error).__name__]
    wrong = [f"no designed code: {code}" for code in codes if error.problems and not CODE.fullmatch(code)]
    wrong += [f"{len(said)} characters are told"] if len(said) > TOLD else []
    wrong += [f"a problem without words: {problem!r}" for problem in error.problems if not problem.message]
    if not isinstance(error, RulebookError):
        wrong += [f"a token in {problem!r}" for problem in error.problems if TOKEN in f"{problem!r} {problem}"][:1]
        wrong += [f"a token in {said[:300]}"] if TOKEN in said else []
        wrong += [f"behind the error stands {one}" for one in _behind(error)]
    return codes[0] if not wrong else "finding", "\n".join(wrong)


def _behind(error: BaseException) -> Iterator[str]:
    """Errors that were replaced by this one, and are kept with it, if they hold what was written."""
    while (error := error.__cause__ or error.__context__) is not None:
        if isinstance(error, ValidationError | UnicodeError) or TOKEN in f"{error!r} {error}":
            yield type(error).__name__


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


class _Log(logging.Handler):
    """No part of a case may be logged: whatever a library below logs is looked at."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(self.format(record))


def _hangs(_signal: int, _frame: Any) -> None:
    raise Hangs


@contextmanager
def guarded() -> Iterator[list[str]]:
    """Warnings are errors, logs are kept and given, memory has an end, and a hang is told. For a process of its own."""
    log, root = _Log(), logging.getLogger()
    level = root.level
    before = signal.signal(signal.SIGPROF, _hangs)
    root.addHandler(log)
    root.setLevel(logging.DEBUG)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            yield log.said
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        root.removeHandler(log)
        root.setLevel(level)


def limit_memory() -> None:
    """For the whole process: more than this is a MemoryError, which is a finding."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def start_clock() -> None:
    signal.setitimer(signal.ITIMER_PROF, HANGS_AFTER)
