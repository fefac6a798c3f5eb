"""`compare(old, new, cases)`: two versions, the answers of both, and what differs."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from ipt_rules.differences.cases import compared_cases, without_plans
from ipt_rules.differences.model import Differences, NotCompared
from ipt_rules.differences.rulebooks import causes, compared_rules, compared_shared
from ipt_rules.differences.running import Answers, Asked, both
from ipt_rules.differences.versions import find_version
from ipt_rules.errors import CaseError, IptRulesError, UnknownNameError
from ipt_rules.reading import read_document

ENDINGS = (".yaml", ".yml", ".json")
OF_A_CASE = ("id", "intake")
"""A file that has none of these is no case: a list of cases, or notes, that lie beside them."""


def compare(
    old: str,
    new: str,
    cases: Sequence[str | Path],
    *,
    on: date | None = None,
    every_contact: bool = False,
    parameters: str | None = None,
) -> Differences:
    """What two versions say differently about cases, each a file or a folder of files, and how their rulebooks differ.

    `old` and `new` name a folder, a wheel, or a tag, branch or commit of the checkout one stands in; their own code is
    run where they have any. Each case is judged on the day `on`, or else at its last contact; with `every_contact` at
    each up to then. `parameters` is a file of what a site sets, for both sides. Raises UnknownNameError and
    RulebookError for a version that is not there or cannot be loaded; CaseError where no case could be compared.
    """
    files = _files(cases)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place).resolve()
        versions = find_version(old, folder / "old-copy"), find_version(new, folder / "new-copy")
        asked = Asked(files, on.isoformat() if on else None, every_contact, parameters)
        before, now = both(versions, asked, folder)
    rules = compared_rules(before.sources, now.sources)
    told, missing = compared_cases(before.cases, now.cases, causes(rules))
    no_cases = tuple(one.file for one in missing if _is_no_case(one, files))
    left = tuple(one for one in missing if one.file not in no_cases)
    if len(missing) == len(files):
        raise _none(left or missing)
    return Differences(
        old=before.side,
        new=now.side,
        on=asked.on,
        every_contact=every_contact,
        parameters=parameters,
        compared=len(files) - len(missing),
        cases=told,
        not_compared=left,
        no_cases=no_cases,
        rules=rules,
        shared=compared_shared(before.sources, now.sources),
        notes=tuple(_notes(before, now)),
    )


def _notes(*sides: Answers) -> Iterator[str]:
    for one in sides:
        if without_plans(one.cases):
            yield f"Plan sheets are not compared: {one.side.name} makes none."


def _files(cases: Iterable[str | Path]) -> list[str]:
    """The files of cases, those of folders in the order of their names; each once."""
    found: dict[str, None] = {}
    for case in map(Path, cases):
        inside = sorted(one for one in case.rglob("*") if one.suffix in ENDINGS) if case.is_dir() else [case]
        found |= dict.fromkeys(str(one) for one in inside)
        if not inside:
            raise UnknownNameError(f"{case}: there is no case in this folder: cases are {', '.join(ENDINGS)} files")
    return list(found)


def _is_no_case(one: NotCompared, files: Sequence[str]) -> bool:
    """Whether a file that neither side can read never was a case."""
    if len(one.sides) == 1:
        return False
    try:
        return not set(OF_A_CASE) & set(read_document(one.file).data)
    except IptRulesError:
        return False


def _none(missing: Sequence[NotCompared]) -> CaseError:
    told = "\n".join(line for one in missing for line in one.problems)
    return CaseError(f"no case could be compared: mend at least one of them\n{told}")
