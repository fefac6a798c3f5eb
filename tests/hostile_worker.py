"""Tries spoiled case files and rule files; run as a process of its own.

    python tests/hostile_worker.py --cases 30000 --rules 20000 --seed 1 [--whole 100] [--calls 20] [--huge 21] [--out FILE]

Every file comes from the seed and its number alone: `--only KIND:NUMBER` tries one again. A finding is printed with its
seed, its file is kept in build/hostile/, and the exit code is 1. What is tried, and what counts as a finding:
`tests/hostile/`. The figures are printed as Markdown.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from hostile.cases import ROOT, Cases, by_command
from hostile.packs import Packs, Remembered, site_text
from hostile.spoiling import monsters, spoiled
from hostile.watching import Watch, guarded, limit_memory, start_clock
from ipt_rules import Rulebook, loading

SLOW_AFTER = 10.0
"""Seconds of processor time for one file, in a run at length: a guard against what grows faster than the file."""

SHARES = (("rule", 0.7), ("shared", 0.03), ("site", 0.17), ("compiled", 0.1))
"""What the files of rule packs are, by share."""


class Run:
    """One run: the makers of files, the watch over what is tried, and the seed."""

    def __init__(self, seed: str, folder: Path, slow_after: float | None = None) -> None:
        self.seed = seed
        self.rulebook = Rulebook.load()
        self.remembered = Remembered()
        self.cases, self.packs = Cases(folder, self.rulebook), Packs(folder, self.rulebook, self.remembered)
        self.watch = Watch(ROOT / "build" / "hostile", slow_after)
        self.good = self.packs.good_compiled()

    def case(self, number: int) -> None:
        seed = f"{self.seed}/case/{number}"
        r = random.Random(seed)
        kind, content = self.cases.content(r)
        self._try(kind, seed, content, lambda: self.cases.attempt(r, content))

    def pack(self, kind: str, number: int) -> None:
        seed = f"{self.seed}/{kind}/{number}"
        r = random.Random(seed)
        if kind in ("site", "compiled"):
            loading.read_document = self.remembered
            content = site_text(r, self.rulebook) if kind == "site" else spoiled(r, self.good, b"{}\n")
            self._try(kind, seed, content, lambda: getattr(self.packs, kind)(r, content))
            return
        path, content = self.packs.content(r, kind)
        loading.read_document = self.remembered.read if kind == "whole" else self.remembered
        self._try(kind, seed, content, lambda: getattr(self.packs, kind)(r, path, content))

    def monster(self, number: int, content: bytes) -> None:
        for ending in ("yaml", "json"):
            path = self.cases.folder / f"monster.{ending}"
            path.write_bytes(content)
            r = random.Random(number)
            attempt = lambda path=path, r=r: self.cases.use(r, self.cases.read(path))  # noqa: E731
            self._try("case, huge", f"{self.seed}/huge/{number}/{ending}", content[:100], attempt)

    def call(self, number: int) -> None:
        """The command line as a process of its own."""
        seed = f"{self.seed}/call/{number}"
        r = random.Random(seed)
        _, content = self.cases.content(r)
        path = self.cases.folder / "called.yaml"
        path.write_bytes(content)

        def attempt() -> str:
            command = [sys.executable, "-m", "ipt_rules", "recommend", str(path), "--on", "2026-03-01"]
            done = subprocess.run(command, capture_output=True, timeout=300)
            return by_command(done.returncode, done.stderr.decode(errors="replace"))

        self._try("case, a process", seed, content, attempt)

    def _try(self, kind, seed, content, attempt) -> None:
        start_clock()
        self.watch.file(kind, seed, content, attempt)


def run(
    seed: str, folder: Path, counts: dict[str, int], slow_after: float | None = None, out: Path | None = None
) -> Watch:
    """Try so many files of each kind (`cases`, `rules`, `whole`, `calls`, `huge`), mixed; what came of it."""
    read = loading.read_document
    started = last = time.monotonic()
    with guarded() as logged:
        made = Run(seed, folder, slow_after)
        try:
            for attempt in _mixed(made, counts):
                attempt()
                if out is not None and time.monotonic() - last > 30:
                    last = time.monotonic()
                    out.write_text(figures(made.watch, last - started), encoding="utf-8")
        finally:
            loading.read_document = read
        if logged:
            made.watch.tally.findings.append(f"{len(logged)} lines were logged, such as: {logged[0][:200]}")
    return made.watch


def _mixed(made: Run, counts: dict[str, int]) -> list[Callable[[], None]]:
    """All that is to be tried, in an order that mixes the kinds."""
    tried = [partial(made.case, number) for number in range(counts.get("cases", 0))]
    for kind, share in SHARES:
        tried += [partial(made.pack, kind, number) for number in range(round(counts.get("rules", 0) * share))]
    tried += [partial(made.pack, "whole", number) for number in range(counts.get("whole", 0))]
    tried += [partial(made.call, number) for number in range(counts.get("calls", 0))]
    large = monsters()[: counts.get("huge", 0)]
    tried += [partial(made.monster, number, content) for number, content in enumerate(large)]
    random.Random("order").shuffle(tried)
    return tried


def figures(watch: Watch, seconds: float) -> str:
    """The figures of a run, as Markdown."""
    tally = watch.tally
    lines = [
        "| files | number | accepted | refused | findings | slowest, s | mean, ms |",
        "|---|---|---|---|---|---|---|",
    ]
    for kind, number in tally.files.items():
        accepted = sum(n for (k, outcome), n in tally.outcomes.items() if k == kind and outcome in GOOD)
        found = tally.outcomes[kind, "finding"]
        mean = 1000 * tally.times[kind] / number
        refused = number - accepted - found
        lines.append(
            f"| {kind} | {number:,} | {accepted:,} | {refused:,} | {found} | {tally.slowest[kind][0]:.2f} | {mean:.0f} |"
        )
    codes = {}
    for (_, outcome), number in tally.outcomes.items():
        if outcome not in GOOD:
            codes[outcome] = codes.get(outcome, 0) + number
    told = ", ".join(f"{code} {number:,}" for code, number in sorted(codes.items()))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    total = sum(tally.files.values())
    return "\n".join(
        [
            *lines,
            "",
            f"{total:,} files in {seconds / 60:.0f} minutes; peak memory {peak:.0f} MB; {len(tally.findings)} findings.",
            "",
            f"By the first code of the refusal: {told}.",
        ]
    )


GOOD = ("accepted", "read anew")


COUNTS = (("cases", 300), ("rules", 200), ("whole", 0), ("calls", 0), ("huge", 0))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, usual in COUNTS:
        parser.add_argument(f"--{name}", type=int, default=usual)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--out", type=Path, help="where the figures are written, now and then")
    parser.add_argument("--only", metavar="KIND:NUMBER", help="one file again, such as case:17 or rule:3")
    given = parser.parse_args()
    limit_memory()
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        if given.only:
            return _again(given.seed, given.only, Path(folder))
        counts = {name: getattr(given, name) for name, _ in COUNTS}
        watch = run(given.seed, Path(folder), counts, SLOW_AFTER, given.out)
    told = figures(watch, time.monotonic() - started)
    print(told)
    if given.out:
        given.out.write_text(told + "\n", encoding="utf-8")
    for signature, number in watch.signatures.most_common():
        print(f"{number} times: {signature}", file=sys.stderr)
    return int(bool(watch.tally.findings))


def _again(seed: str, only: str, folder: Path) -> int:
    kind, _, number = only.partition(":")
    with guarded():
        made = Run(seed, folder, SLOW_AFTER)
        if kind == "case":
            made.case(int(number))
        elif kind == "call":
            made.call(int(number))
        else:
            made.pack(kind, int(number))
    print(dict(made.watch.tally.outcomes))
    return int(bool(made.watch.tally.findings))


if __name__ == "__main__":
    sys.exit(main())
