"""The bases that generated cases start from: what the scenarios of the features tell, and the cases of `cases/`.

Only the Given steps of a scenario are carried out, without pytest: that takes seconds. The result is plain data and is
kept in `.cache` under a digest of everything it is made from.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from inspect import signature
from pathlib import Path
from typing import Any, NamedTuple

from golden import case_files, day_of
from ipt_rules import Case
from ipt_rules.errors import CaseError
from steps.story import Story

ROOT = Path(__file__).resolve().parents[2]
EVALUATED = "the case is evaluated on "
ALMOST_EMPTY = {"schema_version": 1, "id": "generated", "intake": {"date": "2026-01-10"}}


class TellsNoCase(Exception):
    """A step that is about something else than a case, such as a folder of cases: its scenario is no base."""


class Base(NamedTuple):
    """A whole case as plain data, the day it is read on, what its site has set, and where it comes from."""

    data: dict[str, Any]
    day: str
    site: dict[str, Any]
    origin: str


@cache
def bases() -> tuple[Base, ...]:
    """All bases, each once: an almost empty case first, then from few words to many, so that failures shrink."""
    kept = ROOT / ".cache" / f"corpus-{_digest()}.json"
    if kept.is_file():
        return tuple(Base(*one) for one in json.loads(kept.read_text(encoding="utf-8")))
    different = {(_text(one.data), one.day): one for one in (*_of_cases(), *_of_features())}
    first = Base(ALMOST_EMPTY, "2026-01-10", {}, "an almost empty case")
    found = (first, *sorted(different.values(), key=lambda one: (len(_text(one.data)), _text(one.data), one.day)))
    _keep(kept, json.dumps(found, ensure_ascii=False))
    return found


def _keep(kept: Path, text: str) -> None:
    """Whole or not at all, since several processes may do so at once; what older features told goes."""
    kept.parent.mkdir(exist_ok=True)
    for old in kept.parent.glob("corpus-*.json"):
        old.unlink(missing_ok=True)
    part = kept.with_suffix(f".{os.getpid()}")
    part.write_text(text, encoding="utf-8")
    part.replace(kept)


def _digest() -> str:
    made_from = [*(ROOT / "features").rglob("*.feature"), *(ROOT / "tests/steps").glob("*.py"), *case_files()]
    made_from += [*(ROOT / "src/ipt_rules/case").glob("*.py"), Path(__file__)]
    told = hashlib.sha256()
    for path in sorted(made_from):
        told.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    return told.hexdigest()[:16]


def _text(data: dict[str, Any]) -> str:
    return json.dumps(data, sort_keys=True, ensure_ascii=False)


def _base(case: Case, day: str | None, site: dict[str, Any], origin: str) -> Base:
    data = case.model_dump(mode="json", exclude_unset=True)
    return Base({**data, "id": "generated"}, day or day_of(case).isoformat(), site, origin)


def _of_cases() -> Iterator[Base]:
    for path in case_files():
        yield _base(Case.from_file(path), None, {}, path.name)


def _of_features() -> Iterator[Base]:
    from pytest_bdd.feature import get_features

    phrases = _phrases()
    for feature in get_features([str(ROOT / "features")]):
        for template in feature.scenarios.values():
            rows = [row for table in template.examples for row in table.as_contexts()]
            for row in rows or [{}]:
                told = _told(template.render(row).steps, phrases)
                if told is not None:
                    yield _base(*told, f"{feature.rel_filename}:{template.line_number}")


def _phrases() -> tuple[Any, ...]:
    """What pytest-bdd knows of each Given step: how its sentence is read, and what it does."""
    from pytest_bdd.steps import step_function_context_registry

    of_cases = [import_module(f"steps.{name}").__name__ for name in ("case", "scores", "site")]
    given = (one for one in step_function_context_registry.values() if one.type == "given")
    return tuple(one for one in given if one.step_func.__module__ in of_cases)


def _told(steps: Iterable[Any], phrases: Iterable[Any]) -> tuple[Case, str | None, dict[str, Any]] | None:
    """The case of a scenario, its day and what its site has set; nothing where it tells none that can be read."""
    story, day = Story(), None
    values: dict[str, Any] = {"story": story, "rulebook": None}
    try:
        for step in steps:
            if step.type == "given":
                _carry_out(step, phrases, values)
            elif step.name.startswith(EVALUATED):
                day = step.name.removeprefix(EVALUATED)
        case = story.case()
    except (CaseError, TellsNoCase):
        return None
    site = values["rulebook"]
    chosen = {key: site.parameters[key].value for key in site.defaults} if site else {}
    return None if "given_case" in values else (case, day, chosen)


def _carry_out(step: Any, phrases: Iterable[Any], values: dict[str, Any]) -> None:
    matching = [one for one in phrases if one.parser.is_matching(step.name)]
    if not matching:
        raise TellsNoCase(step.name)
    phrase = max(matching, key=lambda one: len(re.sub(r"{.*?}", "", one.parser.name)))  # the one that says most
    told = {**phrase.parser.parse_arguments(step.name)}
    if step.datatable is not None:
        told["datatable"] = step.datatable.raw()
    asked = {name: values[name] for name in signature(phrase.step_func).parameters if name not in told}
    result = phrase.step_func(**told, **asked)
    if phrase.target_fixture:
        values[phrase.target_fixture] = result
