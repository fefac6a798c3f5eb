"""Runs all mutants of some rules and parameters, spread over the processor's cores, and keeps what became of each."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ipt_rules.errors import IptRulesError
from ipt_rules.examples import failures
from ipt_rules.facts.kinds import KINDS
from ipt_rules.loading import Sources
from ipt_rules.lowering import PARAMETERS, lower
from ipt_rules.mutation.judging import Watched, by_rule, failing_example, with_mutant
from ipt_rules.mutation.mutants import Mutant, parameter_mutants, rule_mutants
from ipt_rules.rule import Rule
from ipt_rules.rulebook import Rulebook
from ipt_rules.scenarios import SILENT, SPEAKS
from ipt_rules.site import with_values
from ipt_rules.trials import Trial

READS_ALL_QUERIES = "focus"
"""The chapter whose conditions are also read one by one, to tell what a missing answer could add."""


@dataclass(frozen=True)
class Outcome:
    """What became of a mutant: the example and the scenario that noticed it, empty where none did.

    `ought` is the scenario that ought to notice one that survived: its place and name.
    """

    id: str
    of: str
    chapter: str
    conclusion: str
    path: str
    line: int
    kind: str
    told: str
    example: str
    scenario: str
    ought: str = ""

    @property
    def survived(self) -> bool:
        return not self.example and not self.scenario


@dataclass(frozen=True)
class Bench:
    """What mutants are tried on."""

    rulebook: Rulebook
    sources: Sources
    trials: tuple[Trial, ...]

    @cached_property
    def by_rule(self) -> Mapping[str, tuple[Trial, ...]]:
        return by_rule(self.trials)

    @cached_property
    def readers(self) -> Mapping[str, tuple[str, ...]]:
        """The rules that read each parameter, in a condition or in their words."""
        values = {key: one.value for key, one in self.rulebook.parameters.items()}
        found: dict[str, list[str]] = {}
        for rule in self.rulebook.rules.values():
            said = {key for key in values if any(f"{{{PARAMETERS}.{key}}}" in text for text in rule.texts)}
            for key in sorted(lower(rule, KINDS, values).parameters | said):
                found.setdefault(key, []).append(rule.id)
        return {key: tuple(rules) for key, rules in found.items()}


def survey(
    bench: Bench,
    rules: Sequence[str],
    parameters: Sequence[str],
    jobs: int = 1,
    done: Callable[[int, int], None] = lambda at, of: None,
) -> tuple[Outcome, ...]:
    """What becomes of every mutant of these rules and parameters, in their order.

    `done` is told after each rule or parameter how many of how many were tried. Raises IptRulesError when a scenario
    fails already without a mutant.
    """
    work = [*((_of_rule, rule_id) for rule_id in rules), *((_of_parameter, key) for key in parameters)]
    outcomes: list[Outcome] = []
    for at, found in enumerate(_spread(bench, work, jobs), start=1):
        outcomes += found
        done(at, len(work))
    return tuple(outcomes)


_bench: list[Bench] = []
Work = tuple[Callable[[Bench, str], list[Outcome]], str]


def _spread(bench: Bench, work: Sequence[Work], jobs: int) -> Iterator[list[Outcome]]:
    """Scenarios hold functions: they reach other processes only by a fork. Where there is none, one process does all."""
    if jobs == 1 or "fork" not in multiprocessing.get_all_start_methods():
        yield from (act(bench, name) for act, name in work)
        return
    _bench[:] = [bench]
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        yield from pool.imap(_one, work, chunksize=1)
    _bench.clear()


def _one(work: Work) -> list[Outcome]:
    act, name = work
    return act(_bench[0], name)


def _of_rule(bench: Bench, rule_id: str) -> list[Outcome]:
    chapter = bench.rulebook.chapter_of[rule_id]
    watched = [Watched(trial, bench.rulebook, chapter) for trial in bench.by_rule.get(rule_id, ())]
    _check((one.trial, one.fault) for one in watched)
    own = bench.rulebook.queries[rule_id]
    outcomes = []
    for mutant in rule_mutants(rule_id, bench.sources, bench.rulebook):
        mutated = with_mutant(bench.rulebook, mutant)
        quick = chapter != READS_ALL_QUERIES
        noticed = (one.trial for one in watched if one.notices(mutant, own, mutated, quick=quick))
        scenario = next(noticed, None)
        outcomes.append(
            _outcome(bench, mutant, bench.rulebook.rules[rule_id], failing_example(mutant, mutated), scenario)
        )
    return outcomes


def _check(faults: Iterable[tuple[Trial, str]]) -> None:
    for trial, fault in faults:
        if fault:
            raise IptRulesError(f"{trial.path}:{trial.line}: the scenario fails without any mutant: {fault}")


def _of_parameter(bench: Bench, key: str) -> list[Outcome]:
    """Its rules' examples, then the scenarios that are about it; all others only where none of these noticed."""
    readers = bench.readers.get(key, ())
    near, far = _scenarios_of(bench, key, readers)
    outcomes = []
    for mutant in parameter_mutants(key, bench.sources, bench.rulebook):
        mutated = with_values(bench.rulebook, {key: mutant.value})
        rules = [bench.rulebook.rules[rule_id] for rule_id in readers]
        example = next((found[0].message for rule in rules if (found := failures(rule, mutated))), "")
        scenario = _noticing(near, mutated, bench.rulebook)
        if not example and scenario is None:
            scenario = _noticing(far, mutated, bench.rulebook)
        outcomes.append(_outcome(bench, mutant, None, example, scenario))
    return outcomes


def _noticing(trials: Iterable[Trial], mutated: Rulebook, rulebook: Rulebook) -> Trial | None:
    """The first scenario that holds without the mutant and not with it; one that cannot be told twice notices nothing."""
    return next((trial for trial in trials if not trial.holds(mutated) and trial.holds(rulebook)), None)


def _scenarios_of(bench: Bench, key: str, readers: Sequence[str]) -> tuple[list[Trial], list[Trial]]:
    """The scenarios of the rules that read a parameter and of those that share a statement with it; and all others."""
    cited = set(bench.rulebook.parameters[key].statements)
    sharing = [rule.id for rule in bench.rulebook.rules.values() if cited & set(rule.implements)]
    near = [trial for rule_id in dict.fromkeys((*readers, *sharing)) for trial in bench.by_rule.get(rule_id, ())]
    known = set(map(id, near))
    return near, [trial for trial in bench.trials if id(trial) not in known]


def _outcome(bench: Bench, mutant: Mutant, rule: Rule | None, example: str, scenario: Trial | None) -> Outcome:
    ought = "" if example or scenario else _ought(bench.by_rule.get(mutant.of, ()), mutant)
    return Outcome(
        id=mutant.id,
        of=mutant.of,
        chapter=bench.rulebook.chapter_of[rule.id] if rule else PARAMETERS,
        conclusion=rule.then.conclusion if rule else "",
        path=os.path.relpath(mutant.path),
        line=mutant.line,
        kind=mutant.kind,
        told=mutant.told,
        example=example,
        scenario=_named(scenario) if scenario else "",
        ought=ought,
    )


def _named(trial: Trial) -> str:
    return f"{trial.path}:{trial.line} {trial.name}"


NARROWER = ("phase dropped", "term dropped", "way dropped")


def _ought(trials: Sequence[Trial], mutant: Mutant) -> str:
    """The scenario to look at first: one that makes the rule speak where it now says too little or something else."""
    speaking = mutant.part == "then" or mutant.kind in NARROWER
    wanted = [one for one in trials if any(_tells(text, speaking) for text in one.expects)]
    return _named((wanted or list(trials))[0]) if trials else "none: the rule has no scenario"


def _tells(text: str, speaking: bool) -> bool:
    return text.startswith(SPEAKS) if speaking else text == SILENT
