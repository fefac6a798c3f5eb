"""One run of mutation: which rules and parameters, on which scenarios, and what came of it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ipt_rules import packs
from ipt_rules.errors import IptRulesError, Problem, UnknownNameError, did_you_mean
from ipt_rules.loading import Sources, build, read_sources
from ipt_rules.mutation.equivalents import NAME, Equivalent, read_equivalents, split, stale
from ipt_rules.mutation.report import gates
from ipt_rules.mutation.survey import Bench, Outcome, survey
from ipt_rules.rulebook import Rulebook
from ipt_rules.trials import record


@dataclass(frozen=True)
class Told:
    """The outcomes that count, the reasons of those that mean the same, and entries of that list that are stale."""

    outcomes: tuple[Outcome, ...]
    equivalent: dict[str, str]
    stale: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        return not self.stale and all(one.ok for one in gates(self.outcomes))


def mutated(
    rules: Sequence[str],
    chapters: Sequence[str],
    since: str | None,
    parameters: bool | None,
    folder: Path | None,
    scenarios: Path,
    jobs: int,
    done: Callable[[int, int], None] = lambda at, of: None,
) -> Told:
    """Try every mutant of the rules named, of the chapters, or changed since; of all where nothing is named.

    Raises UnknownNameError for a rule or chapter that is not there, RulebookError for a pack that cannot be loaded,
    IptRulesError for scenarios that cannot be run or a commit that git does not know.
    """
    sources = read_sources([folder or packs.core()])
    rulebook = build(sources)
    chosen, keys = _chosen(rules, chapters, since, sources, rulebook)
    keys = keys if parameters is None else list(rulebook.parameters) if parameters else []
    wanted = () if keys else chosen  # a parameter may show in any scenario
    bench = Bench(rulebook, sources, record(scenarios, wanted))
    outcomes = survey(bench, chosen, keys, jobs, done)
    listed = read_equivalents(_list_beside(scenarios))
    counted, reasons = split(outcomes, listed)
    return Told(counted, dict(reasons), _stale(outcomes, listed, scenarios))


def _list_beside(scenarios: Path) -> Path:
    return scenarios.parent / NAME


def _stale(outcomes: Sequence[Outcome], listed: Sequence[Equivalent], scenarios: Path) -> tuple[Problem, ...]:
    return tuple(stale(outcomes, listed, _list_beside(scenarios)))


def _chosen(
    rules: Sequence[str], chapters: Sequence[str], since: str | None, sources: Sources, rulebook: Rulebook
) -> tuple[list[str], list[str]]:
    """The active rules, and the parameters, that a run is about."""
    for what, names, known in (("rule", rules, rulebook.rules), ("chapter", chapters, rulebook.chapters)):
        for name in names:
            if name not in known:
                raise UnknownNameError(
                    f"there is no {what} `{name}`: {did_you_mean(name, known, 'see `ipt-rules rules list`')}"
                )
    active = [rule_id for rule_id, outline in rulebook.outlines.items() if outline.status == "active"]
    if since is not None:
        return _since(since, active, sources, rulebook)
    if rules or chapters:
        return [one for one in active if one in rules or rulebook.chapter_of[one] in chapters], []
    return active, list(rulebook.parameters)


def _since(tag: str, active: Sequence[str], sources: Sources, rulebook: Rulebook) -> tuple[list[str], list[str]]:
    """Rules whose files, and parameters whose entries, differ from that commit."""
    folder = Path(rulebook.packs[0].path)
    paths = {Path(entry["path"]).stem: Path(entry["path"]) for entry in sources.rules}
    changed = set(_git(folder, "diff", "--name-only", "--relative", tag, "--", ".").splitlines())
    rules = [one for one in active if str(paths[one].relative_to(folder)) in changed]
    files = [name for name in sorted(changed) if name.startswith("parameters")]
    lines = "\n".join(_git(folder, "diff", "--unified=1", tag, "--", name) for name in files)
    keys = [key for key in rulebook.parameters if f"key: {key}," in lines]
    return rules, keys


def _git(folder: Path, *words: str) -> str:
    try:
        done = subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=True)
    except FileNotFoundError:
        raise IptRulesError("git is not installed: name the rules instead of --since") from None
    except subprocess.CalledProcessError as error:
        told = error.stderr.strip().splitlines()
        raise IptRulesError(
            f"git cannot compare with that commit: {told[0] if told else 'it gave no reason'}"
        ) from None
    return done.stdout
