"""Gathers the living document from a checkout: rules, features, last results, and changes since a tag."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from ipt_rules import __version__
from ipt_rules.docs.marks import used_by
from ipt_rules.errors import IptRulesError
from ipt_rules.features import read_features
from ipt_rules.rulebook import Rulebook
from ipt_rules.scenarios import scenarios_of
from ipt_rules.spec.changes import Changes, Name, changes_since
from ipt_rules.spec.matrix import Matrix
from ipt_rules.spec.model import Since, Spec, SpecScenario
from ipt_rules.spec.results import PLACE, read_results, result_of, stamps
from ipt_rules.spec.ruling import decisions_of, facts_of, parameters_of, references_of, rules_of
from ipt_rules.spec.showing import ResultAt, chapters_of
from ipt_rules.traceability import traced


def gather(
    root: Path, rulebook: Rulebook, *, results: Path | None = None, since: str | None = None, dated: str = ""
) -> Spec:
    """The document of a checkout. `results` is where runs of the tests left theirs (`PLACE` below the root).

    `since` is a tag or commit to compare with; `dated` a day to be printed. Raises IptRulesError without features, for a
    feature or a file of results that cannot be read, and for a tag that is not there.
    """
    features = read_features(root / "features")
    if not features:
        raise IptRulesError(f"there are no features in {root / 'features'}\n    name the checkout with `--root`")
    changes = changes_since(since, root) if since else Changes()
    chapters = chapters_of(features, _results(root, rulebook, results or root / PLACE), changes)
    scenarios = {one.id: one for chapter in chapters for one in chapter.scenarios}
    used, found = used_by(rulebook), traced(rulebook, scenarios_of(features))
    by_rule = _by("rules", scenarios.values())
    rules = rules_of(rulebook, used, by_rule, changes)
    tagged = {name: [one.id for one in shown] for name, shown in _by("statements", scenarios.values()).items()}
    matrix = Matrix(found.carriers, {one.slug: one for one in rules}, scenarios, tagged, changes)
    return Spec(
        version=__version__,
        packs=tuple(f"{pack.name} {pack.version}" for pack in rulebook.packs),
        rulebook=rulebook.content_hash,
        dated=dated,
        since=_since(changes),
        chapters=chapters,
        rules=rules,
        statements=tuple(map(matrix.row, rulebook.statements.values())),
        decisions=decisions_of(rulebook, found.decided_by),
        parameters=parameters_of(rulebook, used, changes),
        references=references_of(rulebook),
        facts=facts_of(rulebook),
    )


def _results(root: Path, rulebook: Rulebook, path: Path) -> ResultAt:
    kept, now = read_results(path), stamps(root, rulebook.content_hash)
    return lambda path, line: result_of(path, line, kept, now)


def _by(what: str, scenarios: Iterable[SpecScenario]) -> Mapping[str, list[SpecScenario]]:
    """The scenarios by the names of what they are tagged with."""
    found: dict[str, list[SpecScenario]] = defaultdict(list)
    for scenario in scenarios:
        for name in dict.fromkeys(getattr(scenario, what)):
            found[name].append(scenario)
    return found


def _since(changes: Changes) -> Since | None:
    return (
        Since(tag=changes.tag, commit=changes.commit, removed=tuple(map(_told, changes.removed)))
        if changes.tag
        else None
    )


def _told(name: Name) -> str:
    """Something that is gone, in words."""
    kind, *rest = name
    return f"{kind}: {' / '.join(part for part in rest if part)}"
