"""Measures in one run, side by side, and writes docs/performance.md: cold start, one warm recommendation by part, memory.

Ratios are what counts: absolute times depend on the machine. Nothing here is a test.
"""

from __future__ import annotations

import compileall
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from ipt_rules import Case, Rulebook, recommend, timeline
from ipt_rules.facts.derive import derive_facts
from ipt_rules.matching import engine_names
from ipt_rules.recommending import recommendation_from, run_chapters
from ipt_rules.render.json_ import to_json
from ipt_rules.render.text import to_text

ROOT = Path(__file__).resolve().parent.parent
CASE = ROOT / "cases" / "amira.yaml"
ON = date(2026, 3, 7)
RUNS = 15
CASES = 5_000
MODEL = "import pydantic, click\nclass One(pydantic.BaseModel):\n    number: int\nOne(number=1)"
FIRST_VERSION = {"JSON case, rete": 9.02, "YAML case, rete": 9.75, "JSON case, plain": 9.29, "YAML case, plain": 8.61}
"""The ratios of a cold start in the first version, with 376 rules."""


def median(act: Callable[[], object]) -> float:
    """Median processor time of an act in milliseconds, after one run that is not counted."""
    return medians([act], time.process_time)[0]


def medians(acts: Sequence[Callable[[], object]], clock: Callable[[], float]) -> list[float]:
    """The same for several acts, run in turn, so that what else the machine does falls on all of them."""
    times: list[list[float]] = [[] for _ in acts]
    for run in range(RUNS + 1):
        for act, taken in zip(acts, times, strict=True):
            start = clock()
            act()
            if run:
                taken.append((clock() - start) * 1000)
    return [statistics.median(taken) for taken in times]


def of_children() -> float:
    """Processor time of all processes that were started and have ended, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def command(*words: str) -> Callable[[], object]:
    return lambda: subprocess.run(words, check=True, capture_output=True, cwd=ROOT)


def cold(json_case: Path) -> list[tuple[str, float]]:
    """Whole processes: imports and one model alone, then a recommendation on a JSON and a YAML case, with each engine."""
    tool = str(Path(sys.executable).parent / "ipt-rules")
    acts = {
        "import pydantic, click": command(sys.executable, "-c", "import pydantic, click"),
        "the same, and one model of one field validated": command(sys.executable, "-c", MODEL),
    }
    for engine in engine_names():
        for name, path in (("JSON", json_case), ("YAML", CASE)):
            words = (tool, "recommend", str(path), "--on", ON.isoformat(), "--engine", engine)
            acts[f"ipt-rules recommend, {name} case, {engine}"] = command(*words)
    return list(zip(acts, medians(list(acts.values()), of_children), strict=True))


def warm(rulebook: Rulebook) -> list[tuple[str, float]]:
    """One recommendation in a running process, by part and by engine."""
    case = Case.from_file(CASE)
    data = case.model_dump(mode="json", by_alias=True)
    facts = derive_facts(case, ON, rulebook)
    rows = [
        ("validate the case", median(lambda: Case.model_validate(data))),
        ("derive the facts", median(lambda: derive_facts(case, ON, rulebook))),
    ]
    for engine in reversed(engine_names()):
        matchers = [rulebook.matcher(chapter, engine) for chapter in rulebook.chapters]
        rows.append((f"match all chapters once, {engine}", median(lambda m=matchers: [one.match(facts) for one in m])))
        run = run_chapters(case, rulebook, ON, engine)
        rows.append(
            (f"chapters, replay and choice, {engine}", median(lambda e=engine: run_chapters(case, rulebook, ON, e)))
        )
    recommendation = recommend(case, rulebook, ON)
    rows.append(("assemble", median(lambda: recommendation_from(run, case, rulebook, ON, "plain"))))
    rows.append(("render as text", median(lambda: to_text(recommendation))))
    rows.append(("render as JSON", median(lambda: to_json(recommendation))))
    rows += [
        (f"timeline, {e}", median(lambda e=e: timeline(case, rulebook, engine=e))) for e in reversed(engine_names())
    ]
    rows += [
        (f"recommend, {e}", median(lambda e=e: recommend(case, rulebook, ON, engine=e)))
        for e in reversed(engine_names())
    ]
    return rows


def memory(rulebook: Rulebook) -> list[tuple[int, float]]:
    """Resident memory in MiB after so many recommendations on a short case, with the default engine."""
    case = Case.from_file(ROOT / "cases" / "ellen-postpartum.yaml")
    rows = []
    for number in range(1, CASES + 1):  # a minute or two
        recommend(case, rulebook, case.intake.date)
        if number in (500, CASES // 4, CASES // 2, CASES):
            rows.append((number, _resident()))
    return rows


def _resident() -> float:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def table(rows: list[tuple[str, float]]) -> list[str]:
    first = rows[0][1]
    lines = ["| what | median ms | ratio to the first |", "|---|---:|---:|"]
    return lines + [f"| {name} | {value:.2f} | {value / first:.2f} |" for name, value in rows]


def main() -> None:
    compileall.compile_dir(str(ROOT / "src"), quiet=1)  # as pip does when it installs a wheel
    rulebook = Rulebook.load()
    json_case = ROOT / ".cache" / "bench-case.json"
    json_case.parent.mkdir(exist_ok=True)
    json_case.write_text(Case.from_file(CASE).model_dump_json(by_alias=True, exclude_none=True))
    lines = [
        "# Performance",
        "",
        "Written by `make bench`; do not edit. Medians of processor time, of one run on one machine: read the ratios, not the",
        "times.",
        f"Rulebook: {len(rulebook.rules)} rules. Case: `cases/{CASE.name}`, on {ON}.",
        "",
        "## Cold start, whole processes",
        "",
        "The second row is the least that any program takes that reads a case with pydantic.",
        "",
        *table(cold(json_case)),
        "",
        f"In the first version the ratios were {', '.join(f'{ratio} ({name})' for name, ratio in FIRST_VERSION.items())}.",
        "",
        "## One warm recommendation, by part",
        "",
        *table(warm(rulebook)),
        "",
        f"## Memory over {CASES:,} recommendations, default engine",
        "",
        "| recommendations | resident MiB |",
        "|---:|---:|",
        *[f"| {number:,} | {size:.1f} |" for number, size in memory(rulebook)],
        "",
    ]
    (ROOT / "docs" / "performance.md").write_text("\n".join(lines), encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
