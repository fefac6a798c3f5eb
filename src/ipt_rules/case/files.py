"""From a file to a `Case`: read, validated, checked for contradictions; every problem of the file told at once."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ipt_rules.case.checks import contradictions, is_ours
from ipt_rules.case.model import SCHEMA_VERSION, Case
from ipt_rules.errors import MOST_PROBLEMS, CaseError, Problem
from ipt_rules.instrument_data import core_instruments
from ipt_rules.reading import Document, plain_document, read_document
from ipt_rules.validation import problems_of


def read_case(path: str | Path) -> Case:
    """The case in a YAML or JSON file, `-` for standard input."""
    return case_of(read_document(path, code="CASE", error=CaseError, quotable=is_ours))


def case_from_data(data: Mapping[str, Any]) -> Case:
    """A case from plain data."""
    return case_of(plain_document(data, code="CASE", error=CaseError, quotable=is_ours))


def case_of(document: Document) -> Case:
    """The case in a document that was read. Raises CaseError with every problem."""
    _check_version(document)
    case, problems = _validated(document)
    if case is not None:
        problems = contradictions(case, document, core_instruments())
    if case is None or problems:
        raise CaseError(problems)  # outside any `except`: the error behind it would hold what was written
    return case


def _validated(document: Document) -> tuple[Case | None, list[Problem]]:
    try:
        return Case.model_validate(document.data), []
    except ValidationError as error:
        problems = problems_of(error, Case, document.path, document, code="CASE", quotable=is_ours)
        if len(problems) <= MOST_PROBLEMS:
            problems += _contradictions_of_the_rest(document, error)
        return None, problems


def _contradictions_of_the_rest(document: Document, error: ValidationError) -> list[Problem]:
    """What contradicts itself in the fields that can be read, so that a file is mended in one go."""
    data = copy.deepcopy(document.data)
    for details in error.errors(include_url=False, include_input=False, include_context=False):
        _drop(data, details["loc"])
    try:
        return contradictions(Case.model_validate(data), document, core_instruments())
    except ValidationError:
        return []  # a required field is missing: mend the form first


def _drop(data: Any, loc: tuple[str | int, ...]) -> None:
    """Remove a field that cannot be read; entries of lists stay, so that places keep their numbers."""
    *path, name = loc
    holder: Any = data
    for part in path:
        try:
            holder = holder[part]
        except (KeyError, IndexError, TypeError):
            return
    if isinstance(holder, dict):
        holder.pop(name, None)


def _check_version(document: Document) -> None:
    """A case of another version is told so, instead of as a list of unknown fields."""
    version = document.data.get("schema_version")
    if isinstance(version, int) and version != SCHEMA_VERSION:
        newer = "update ipt-rules" if version > SCHEMA_VERSION else "see CHANGELOG.md for how to bring it up to date"
        message = f"the case has schema version {version}; this version reads {SCHEMA_VERSION}"
        raise CaseError([Problem(document.path, document.line(("schema_version",)), "CASE-10", message, newer)])
