"""The matchers compared at length: generated whole cases, the shipped rules, in child processes (`make soak`).

    python tests/soak.py [--cases 100000] [--seed soak] [--first 0] [--children 2] [--batch 500] [--minutes M]

Each child judges one batch and ends, so that a crash of the engine's extension loses one batch, is counted, and is
located by its seed. Prints the figures every minute and at the end, and keeps them in `docs/reliability.md`. Exits 1 on
a difference, a crash, or a rule that never spoke. Interrupted, it tells what is done.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from report_page import RELIABILITY, keep
from tests_support import shipped_rulebook

ROOT = Path(__file__).resolve().parent.parent
WORKER = Path(__file__).with_name("soak_worker.py")
HEADING = "## Agreement of the matchers"
EVERY_SECONDS = 60
POLL_SECONDS = 0.2


@dataclass
class Batch:
    """One child at work. What it says goes to a file, which cannot fill up as a pipe can."""

    first: int
    child: subprocess.Popen[str]
    out: IO[str]


@dataclass
class Result:
    """What all batches so far came to. `memory` is the peak of each batch, MiB, at equal steps through it."""

    asked: int
    counts: Counter[str] = field(default_factory=Counter)
    rules: set[str] = field(default_factory=set)
    differing: list[str] = field(default_factory=list)
    crashes: list[str] = field(default_factory=list)
    memory: list[tuple[int, ...]] = field(default_factory=list)
    batches: int = 0

    def line(self, seconds: float, active: int) -> str:
        cases = self.counts["cases"]
        peak = max((one[-1] for one in self.memory), default=0)
        return (
            f"{cases} cases, {self.counts['matches']} matches, {self.counts['differences']} differences, "
            f"{len(self.crashes)} crashes, {self.counts['refused']} refused, {len(self.rules)} of {active} rules spoke, "
            f"peak memory {peak} MiB, {cases / max(seconds, 1e-9):.1f} cases a second"
        )

    @property
    def failed(self) -> bool:
        return bool(self.counts["differences"] or self.crashes)


def start(seed: str, first: int, cases: int, mutant: str) -> Batch:
    out = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115  (read and closed when the child has ended)
    command = [sys.executable, str(WORKER), seed, str(first), str(cases), mutant]
    return Batch(first, subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, text=True, cwd=ROOT), out)


def end(running: Iterable[Batch]) -> None:
    """End children at work; their batches do not count."""
    for batch in running:
        batch.child.terminate()
        batch.child.wait()
        batch.out.close()


def take_in(batch: Batch, seed: str, result: Result) -> None:
    """Add what an ended child said; a crash is told with the case at which it came."""
    batch.out.seek(0)
    lines = batch.out.read().splitlines()
    batch.out.close()
    result.batches += 1
    if batch.child.returncode != 0:
        reached = next((line for line in reversed(lines) if line.isdigit()), str(batch.first))
        last = lines[-1] if lines and not lines[-1].isdigit() else ""
        result.crashes.append(f"{seed}/{reached} (exit code {batch.child.returncode}) {last}".strip())
        return
    told: dict[str, Any] = json.loads(lines[-1])
    result.rules.update(told.pop("rules"))
    result.differing += told.pop("differing")
    result.memory.append(tuple(told.pop("memory")))
    result.counts.update(told)


def soak(options: argparse.Namespace) -> tuple[Result, float]:
    """All batches, so many children at a time."""
    active, begun = len(active_rules()), time.monotonic()
    last = options.first + options.cases
    waiting = list(range(options.first, last, options.batch))
    result, running, told_at = Result(options.cases), list[Batch](), begun
    while waiting or running:
        if options.minutes and time.monotonic() - begun > 60 * options.minutes:
            waiting.clear()
        while waiting and len(running) < options.children:
            first = waiting.pop(0)
            running.append(start(options.seed, first, min(options.batch, last - first), options.mutant))
        try:
            time.sleep(POLL_SECONDS)
        except KeyboardInterrupt:  # what is done is told all the same
            end(running)
            break
        for batch in [one for one in running if one.child.poll() is not None]:
            running.remove(batch)
            take_in(batch, options.seed, result)
        if time.monotonic() - told_at > EVERY_SECONDS:
            told_at = time.monotonic()
            print(f"{(told_at - begun) / 60:.0f} min: {result.line(told_at - begun, active)}", flush=True)
    return result, time.monotonic() - begun


def active_rules() -> frozenset[str]:
    rulebook = shipped_rulebook()
    return frozenset(rule for chapter in rulebook.chapters for rule in rulebook.active(chapter))


def section(result: Result, seconds: float, silent: Iterable[str], options: argparse.Namespace) -> str:
    """The figures as Markdown."""
    counts, silent = result.counts, sorted(silent)
    rows = {
        "cases judged": counts["cases"],
        "of these at a site that has set parameters": counts["sites"],
        "of these as whole recommendations too, byte by byte": counts["whole"],
        "generated and refused as no valid case": counts["refused"],
        "matches": counts["matches"],
        "differences": counts["differences"],
        "crashes of a child process": len(result.crashes),
        "child processes": result.batches,
        "rules that spoke": f"{len(result.rules)} of {len(active_rules())}",
        "cases a second, all children together": f"{counts['cases'] / max(seconds, 1e-9):.1f}",
    }
    lines = [
        HEADING,
        "",
        f"Written by `make soak` (seed `{options.seed}`, cases {options.first} to {options.first + result.asked - 1}, "
        f"{options.children} child processes at a time); do not edit.",
        "",
        "Each case is a scenario of the features or a case of `cases/`, changed field by field, crossed with others and",
        "mended (`tests/generated`). Both matchers are given the same facts, chapter by chapter, and their matches are",
        "compared, order included.",
        "",
    ]
    if counts["cases"] + counts["refused"] < result.asked:
        lines += [f"This run ended before its {result.asked:,} cases were done.", ""]
    lines += ["| what | figure |", "|---|---:|"]
    lines += [
        f"| {name} | {value:,} |" if isinstance(value, int) else f"| {name} | {value} |" for name, value in rows.items()
    ]
    lines += ["", *_memory(result.memory)]
    lines += [f"- differs: `{one}`" for one in result.differing[:20]] + [
        f"- crashed: `{one}`" for one in result.crashes
    ]
    lines += [f"- never spoke: `{one}`" for one in silent]
    return "\n".join(lines).rstrip() + "\n"


def _memory(memory: list[tuple[int, ...]]) -> list[str]:
    """Over time, twice: within a child from first to last, and from the first child to the last."""
    if not memory:
        return []
    ends = [one[-1] for one in memory]
    tenth = max(len(ends) // 10, 1)
    over = [max(ends[at : at + tenth]) for at in range(0, len(ends), tenth)]
    within = [max(column) for column in zip(*(one for one in memory if len(one) == len(memory[0])), strict=True)]
    return [
        f"Peak memory of a child, MiB, from one tenth of the run to the next: {', '.join(map(str, over))}.",
        f"Within a child, at equal steps from its start to its end, the highest of all: {', '.join(map(str, within))}.",
        "",
    ]


def options_of(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Compare the matchers on generated whole cases.")
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--seed", default="soak")
    parser.add_argument("--first", type=int, default=0, help="number of the first case, to go on from another run")
    parser.add_argument("--children", type=int, default=2)
    parser.add_argument("--batch", type=int, default=500, help="cases a child")
    parser.add_argument("--minutes", type=float, default=0, help="start no child after so many minutes")
    parser.add_argument("--report", type=Path, default=RELIABILITY)
    parser.add_argument("--mutant", default="", help="break the matcher rete on purpose")
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> int:
    options = options_of(arguments)
    result, seconds = soak(options)
    silent = active_rules() - result.rules
    print(result.line(seconds, len(active_rules())))
    for one in (*result.differing[:20], *result.crashes, *sorted(silent)[:50]):
        print(one)
    keep(section(result, seconds, silent, options), HEADING, options.report)
    return int(result.failed or bool(silent))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
