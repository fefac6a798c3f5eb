"""Compares the matchers on one batch of generated whole cases with the shipped rules; run as a process of its own.

    python tests/soak_worker.py SEED FIRST CASES [MUTANT]

Prints the number of each case before it is judged, so that a crash of the engine's extension can be located, and one
line of JSON at the end. `MUTANT` breaks the rete matcher on purpose.
"""

from __future__ import annotations

import json
import random
import resource
import sys
from collections import Counter
from datetime import date
from typing import Any

from agreement_worker import MUTANTS
from generated.cases import Whole, rolled
from ipt_rules import Case, Rulebook, recommend
from ipt_rules.errors import EngineError, RulebookError
from ipt_rules.facts.derive import derive_facts
from ipt_rules.finding import chapter_findings, conclusion_facts
from ipt_rules.focus import choose
from ipt_rules.matching import rete
from ipt_rules.recommendation import Finding
from ipt_rules.render.json_ import to_json
from ipt_rules.replay import past_alerts
from ipt_rules.rulebook import CHAPTERS_OF_CHOICE
from tests_support import shipped_rulebook

WHOLE_EVERY = 50
"""Of so many cases one is judged whole with each matcher, and the bytes are compared."""

SITE_EVERY = 20
"""Of so many cases one is judged at a site that has set parameters; each batch has a site of its own."""

MOST_SET = 3
MEMORY_EVERY = 500


class Tally:
    """What a batch came to."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.rules: set[str] = set()
        self.differing: list[str] = []
        self.memory: list[int] = []

    def differs(self, seed: str, where: str) -> None:
        self.counts["differences"] += 1
        self.differing.append(f"{seed} ({where})")


def judge(tally: Tally, seed: str, case: Case, rulebook: Rulebook, on: date) -> None:
    """Chapter by chapter, each matcher on the same facts; what the plain one finds is what later chapters see."""
    facts = [*derive_facts(case, on, rulebook), *past_alerts(case, rulebook, on, "plain")]
    findings: list[Finding] = []
    for chapter in rulebook.chapters:
        if chapter == CHAPTERS_OF_CHOICE[1]:
            facts += choose(facts, findings, rulebook)[1]
        expected = rulebook.matcher(chapter, "plain").match(facts)
        try:
            agrees = rulebook.matcher(chapter, "rete").match(facts) == expected
        except EngineError:
            agrees = False
        if not agrees:
            tally.differs(seed, chapter)
        found = chapter_findings(expected, rulebook, facts)
        findings += found
        facts += [fact for finding in found for fact in conclusion_facts(finding)]
        tally.counts["matches"] += len(expected)
    tally.rules.update(finding.rule_id for finding in findings)


def judge_whole(tally: Tally, seed: str, case: Case, rulebook: Rulebook, on: date) -> None:
    tally.counts["whole"] += 1
    try:
        told = [
            to_json(recommend(case, rulebook, on, engine=engine)).replace(f'"engine": "{engine}"', "", 1)
            for engine in ("plain", "rete")
        ]
    except EngineError:
        told = ["", "the engine failed"]
    if told[0] != told[1]:
        tally.differs(seed, "whole recommendation")


def a_site(seed: str, rulebook: Rulebook) -> Rulebook:
    """The rulebook of a site that has set a few parameters to an end of their range."""
    r = random.Random(f"site of {seed}")
    tunable = [one for one in rulebook.parameters.values() if one.tune and one.range]
    chosen: dict[str, Any] = {one.key: r.choice(one.range) for one in r.sample(tunable, r.randint(1, MOST_SET))}
    chosen |= {
        one.key: not one.value
        for one in rulebook.parameters.values()
        if one.tune and r.random() < 0.2 and isinstance(one.value, bool)
    }
    try:
        return rulebook.with_parameters(chosen)
    except RulebookError:
        return rulebook  # some values go together


def _rulebook_of(made: Whole, at: int, site: Rulebook, shipped: Rulebook, tally: Tally) -> Rulebook:
    if made.site:
        tally.counts["sites"] += 1
        return shipped.with_parameters(made.site)
    if at % SITE_EVERY == 0 and site is not shipped:
        tally.counts["sites"] += 1
        return site
    return shipped


def run(seed: str, first: int, cases: int) -> Tally:
    tally, shipped = Tally(), shipped_rulebook()
    site = a_site(f"{seed}/{first}", shipped)
    for at in range(first, first + cases):
        print(at, flush=True)
        name = f"{seed}/{at}"
        made = rolled(name)
        if made is None:
            tally.counts["refused"] += 1
            continue
        rulebook = _rulebook_of(made, at, site, shipped, tally)
        tally.counts["cases"] += 1
        judge(tally, name, made.case, rulebook, made.on)
        if at % WHOLE_EVERY == 0:
            judge_whole(tally, name, made.case, rulebook, made.on)
        if (at - first) % MEMORY_EVERY == MEMORY_EVERY - 1:
            tally.memory.append(peak_mb())
    tally.memory.append(peak_mb())
    return tally


def peak_mb() -> int:
    """The most memory that this process had so far, in MiB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // (2**20 if sys.platform == "darwin" else 2**10)


def loses_the_last() -> None:
    match = rete.ReteMatcher.match
    rete.ReteMatcher.match = lambda self, facts: match(self, facts)[:-1]


def main(seed: str, first: str, cases: str, mutant: str = "") -> int:
    if mutant:
        {**MUTANTS, "loses_the_last": loses_the_last}[mutant]()
    tally = run(seed, int(first), int(cases))
    print(
        json.dumps(
            {**tally.counts, "rules": sorted(tally.rules), "differing": tally.differing[:5], "memory": tally.memory}
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
