"""The last result of every scenario: a file that a run of the tests adds to, and what it is still worth.

A result counts for the text of its feature, the rules and the code it was made with. Where any of these is another now,
it is a result of something else, and is told as such.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from ipt_rules.errors import IptRulesError
from ipt_rules.features import EXTENSION
from ipt_rules.rule import Strict
from ipt_rules.spec.model import Result

PLACE = Path(".cache") / "scenario-results.json"
Outcome = Literal["passed", "failed", "skipped"]
_CODE = ("src/ipt_rules", "tests/steps")
_NO_CODE_OF_ANSWERS = ("src/ipt_rules/spec/", "src/ipt_rules/docs/", "src/ipt_rules/cli/")


class Stamps(Strict):
    """What a result was made with, as digests: the text of each feature by its path, the rulebook, and the code."""

    features: Mapping[str, str]
    rulebook: str
    code: str


class Kept(Strict):
    """One result as it is kept in the file."""

    outcome: Outcome
    feature: str
    rulebook: str
    code: str


class ResultFile(Strict):
    """The file: results by `path:line`, the line being that of the scenario, or of the row of its examples."""

    schema_version: Literal[1] = 1
    scenarios: Mapping[str, Kept]


def stamps(root: Path, rulebook: str) -> Stamps:
    """What a run in this checkout would be made with now; `rulebook` is the content hash of the rules."""
    features = {_below(path, root): _digest(path.read_bytes()) for path in sorted(_files(root / "features", EXTENSION))}
    code = hashlib.sha256()
    for path in sorted(path for folder in _CODE for path in _files(root / folder, ".py")):
        if not _below(path, root).startswith(_NO_CODE_OF_ANSWERS):
            code.update(f"{_below(path, root)}\0".encode())
            code.update(path.read_bytes())
    return Stamps(features=features, rulebook=rulebook, code=code.hexdigest()[:16])


def _files(folder: Path, extension: str) -> Iterable[Path]:
    return folder.rglob(f"*{extension}")


def _below(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def read_results(path: Path) -> Mapping[str, Kept]:
    """The results of a file, by `path:line`; none where it does not exist. Raises IptRulesError where it is not one."""
    if not path.is_file():
        return {}
    try:
        return ResultFile.model_validate_json(path.read_text(encoding="utf-8")).scenarios
    except (ValidationError, UnicodeDecodeError):
        raise IptRulesError(
            f"{path}: this is not a file of scenario results\n    remove it and run `make test`, which writes it anew"
        ) from None


def add_results(path: Path, outcomes: Mapping[str, Outcome], made_with: Stamps) -> None:
    """Add the outcomes of a run, by `path:line`, to what the file holds. It is replaced at once, never half written.

    Results of features that are gone are dropped. A file that cannot be read begins anew: a test run mends it.
    """
    try:
        kept = dict(read_results(path))
    except IptRulesError:
        kept = {}
    kept |= {place: _kept(place, outcome, made_with) for place, outcome in outcomes.items()}
    there = {place: kept[place] for place in sorted(kept) if _feature_of(place) in made_with.features}
    data = {"schema_version": 1, "scenarios": {place: one.model_dump() for place, one in there.items()}}
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = path.with_name(f"{path.name}.{os.getpid()}")
    whole.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    os.replace(whole, path)


def _kept(place: str, outcome: Outcome, made_with: Stamps) -> Kept:
    feature = made_with.features.get(_feature_of(place), "")
    return Kept(outcome=outcome, feature=feature, rulebook=made_with.rulebook, code=made_with.code)


def _feature_of(place: str) -> str:
    return place.rpartition(":")[0]


def result_of(path: str, line: int, results: Mapping[str, Kept], now: Stamps) -> Result:
    """What is known of the scenario at a line of a feature: only a result of all that is there now is shown as one."""
    kept = results.get(f"{path}:{line}")
    if kept is None:
        return Result(line=line, state="not-run")
    differing = {
        "its feature": kept.feature != now.features.get(path),
        "the rules": kept.rulebook != now.rulebook,
        "the code": kept.code != now.code,
    }
    because = tuple(what for what, differs in differing.items() if differs)
    if because:
        return Result(line=line, state="outdated", was=kept.outcome, because=because)
    return Result(line=line, state=kept.outcome)
