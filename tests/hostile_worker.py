"""Tries spoiled case files and rule files; run as a process of its own.

    python tests/hostile_worker.py --cases 30000 --rules 20000 --seed 1 [--whole 100] [--calls 20] [--out FILE]

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
from pathlib import Path

from hostile.cases import ROOT, Cases, by_command
from hostile.packs import Packs, Remembered, site_text
from hostile.spoiling import monsters, spoiled
from hostile.watching import Watch, guarded, limit_memory, start_clock
from ipt_rules import Rulebook, loading

SLOW_AFTER = 10.0
"""Seconds of processor time for one file, in a run at length: a guard against what grows faster than the file."""

SHARES = (("rule", 0.6), ("shared", 0.12), ("site", 0.23), ("compiled", 0.05))
"""What the files of rule packs are, by share."""


class Run:
    """One run: the makers of files, the watch over what is tried, and the seed."""

    def __init__(self, seed: str, folder: Path, slow_after: float | None = None) -> None:
        self.seed = seed
        self.rulebook = Rulebook.load()
        self.cases, self.packs = Cases(folder, self.rulebook), Packs(folder, self.rulebook)
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
            content = site_text(r, self.rulebook) if kind == "site" else spoiled(r, self.good, b"{}\n")
            self._try(kind, seed, content, lambda: getattr(self.packs, kind)(r, content))
            return
        path, content = self.packs.content(r, kind)
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
    cases: int,
    rules: int,
    seed: str,
    *,
    whole: int = 0,
    calls: int = 0,
    huge: bool = False,
    folder: Path,
    slow_after: float | None = None,
) -> Watch:
    """Try so many files of each kind; what came of it."""
    read = loading.read_document
    with guarded() as logged:
        made = Run(seed, folder, slow_after)
        loading.read_document = Remembered()
        try:
            for number in range(cases):
                made.case(number)
            for kind, share in SHARES:
                for number in range(round(rules * share)):
                    made.pack(kind, number)
        finally:
            loading.read_document = read
        for number in range(whole):
            made.pack("whole", number)
        for number in range(calls):
            made.call(number)
        for number, content in enumerate(monsters() if huge else ()):
            made.monster(number, content)
        if logged:
            made.watch.tally.findings.append(f"{len(logged)} lines were logged, such as: {logged[0][:200]}")
    return made.watch


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


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, usual in (("cases", 300), ("rules", 200), ("whole", 0), ("calls", 0)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--huge", action="store_true", help="also files of megabytes")
    parser.add_argument("--only", metavar="KIND:NUMBER", help="one file again, such as case:17 or rule:3")
    given = parser.parse_args()
    limit_memory()
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        if given.only:
            return _again(given.seed, given.only, Path(folder))
        watch = run(
            given.cases,
            given.rules,
            given.seed,
            whole=given.whole,
            calls=given.calls,
            huge=given.huge,
            folder=Path(folder),
            slow_after=SLOW_AFTER,
        )
    print(figures(watch, time.monotonic() - started))
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
