"""Checks the rules of packs afresh from their files: form, names, examples on every engine, pinning, lint, analysis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ipt_rules import lint, packs
from ipt_rules.analysis.base import Found, Loc
from ipt_rules.analysis.running import analyse
from ipt_rules.errors import Problem, RulebookError
from ipt_rules.examples import Failure, failures, unpinned
from ipt_rules.loading import Sources, build, read_sources
from ipt_rules.matching import engine_names, matcher_class
from ipt_rules.rule import Rule
from ipt_rules.rulebook import Rulebook


def rule_problems(folders: Sequence[Path] = ()) -> list[Problem]:
    """Every problem of the packs in these folders, or of all installed packs; an empty list when there is none.

    Files that cannot be read, or names that do not exist, hide what else may be wrong: the examples are run once the
    rulebook can be built.
    """
    try:
        sources = read_sources(list(folders) or list(packs.installed().values()))
        rulebook = build(sources)
    except RulebookError as error:
        return list(error.problems) or [Problem("rules", 0, "RULE-00", str(error))]
    analysed = (_placed(one, sources) for one in analyse(rulebook))
    return sorted([*_example_problems(rulebook, sources), *_lint_problems(rulebook), *analysed])


def _example_problems(rulebook: Rulebook, sources: Sources) -> Iterator[Problem]:
    paths = {Path(entry["path"]).stem: entry["path"] for entry in sources.rules}
    for rule in rulebook.rules.values():
        for failure in _failures(rule, rulebook):
            document = sources.documents.get(paths[rule.id])
            loc = ("examples",) if failure.index is None else ("examples", failure.index)
            code, hint = _kind(failure)
            yield Problem(paths[rule.id], document.line(loc) if document else 0, code, failure.message, hint)


def _failures(rule: Rule, rulebook: Rulebook) -> Iterator[Failure]:
    """Failed examples, each once however many engines fail it, then conditions that nothing pins."""
    told: dict[tuple[int | None, str], list[str]] = {}
    for engine in engine_names():
        for failure in failures(rule, rulebook, matcher_class(engine)):
            told.setdefault((failure.index, failure.message), []).append(engine)
    for (index, message), engines in told.items():
        only = "" if len(engines) == len(engine_names()) else f" (only with {', '.join(engines)})"
        yield Failure(rule.id, index, message + only)
    yield from unpinned(rule, rulebook)


def _kind(failure: Failure) -> tuple[str, str]:
    if failure.index is None:
        return "EXAMPLE-02", "add an example that differs in this alone"
    return "EXAMPLE-01", "correct the example or the rule"


def _lint_problems(rulebook: Rulebook) -> list[Problem]:
    return list(lint.check(rulebook))


def _placed(found: Found, sources: Sources) -> Problem:
    """What the analysis found as a problem of a file: the rule's, or the shared file that has an entry of that name."""
    rule = next((entry["path"] for entry in sources.rules if Path(entry["path"]).stem == found.where), None)
    path, loc = (rule, found.loc) if rule else _entry(found.where, sources)
    document = sources.documents.get(path)
    line = document.line(loc) if document else 0
    return Problem(path, line, found.code, found.message, found.hint, witness=found.witness)


def _entry(where: str, sources: Sources) -> tuple[str, Loc]:
    """The file and place of a shared entry, told as `course brief`; the words themselves where it stands in no file."""
    kind, _, name = where.rpartition(" ")
    for path, document in sources.documents.items():
        for listed, entries in document.data.items():
            for index, entry in enumerate(entries if isinstance(entries, list) else ()):
                if isinstance(entry, dict) and entry.get("id") == name and _is_kind(kind, listed):
                    return path, (listed, index)
    return where, ()


def _is_kind(kind: str, listed: str) -> bool:
    """Whether `course` names an entry of the list `courses`."""
    return listed.startswith(kind)
