"""The generated cases: valid, reaching every field of the schema, varied, and small when they fail."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import find, settings
from pydantic import BaseModel

from generated.cases import Whole, generated_cases, run_of
from generated.corpus import bases
from generated.schema import holders, parts_of
from ipt_rules import Case
from ipt_rules.recommending import run_chapters
from laws import LONG
from tests_support import shipped_rulebook

GIVEN = frozenset({"schema_version", "id", "sessions", "intake", "preferences", "source"})
"""Fields of the case itself: they are there or not, and what they hold is counted."""


def test_few_are_refused() -> None:
    """Less than one in a hundred is no valid case; and no two of a run are alike."""
    cases = list(run_of("valid", 300))
    valid = [one for one in cases if one is not None]
    assert len(valid) > 0.99 * len(cases)
    assert len({(json.dumps(one.data, sort_keys=True), one.on) for one in valid}) > 0.95 * len(valid)


def test_every_field_of_the_schema_is_reached() -> None:
    """Each field of each model has a value in some case of a run."""
    reached = {
        (at.model.__name__, name)
        for made in run_of("x", 2_500)
        if made is not None
        for at in holders(made.data)
        for name, value in at.data.items()
        if value is not None
    }
    declared = {(model.__name__, name) for model in _models(Case) for name in model.model_fields}
    assert declared - reached - {("Case", name) for name in GIVEN} == set()


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for inner, _ in parts_of(model).values():
        yield from _models(inner)


def test_the_bases_are_the_scenarios_and_the_cases() -> None:
    """Nearly every scenario that tells a case of its own is a base, every file of `cases/` is one, each is valid."""
    origins = [one.origin for one in bases()]
    assert len(bases()) > 2_500
    assert sum(origin.endswith(".yaml") for origin in origins) > 40
    for one in bases()[:: len(bases()) // 100]:
        assert Case.from_data(one.data).id == "generated", one.origin


def test_many_rules_speak_in_a_short_run() -> None:
    """A short run makes more than a third of all rules speak; the long one (`make soak`) counts every one of them."""
    rulebook = shipped_rulebook()
    spoke = {
        finding.rule_id
        for made in run_of("speak", 120)
        if made is not None
        for finding in run_chapters(made.case, rulebook, made.on, "plain").findings
    }
    active = {rule for chapter in rulebook.chapters for rule in rulebook.active(chapter)}
    assert len(spoke & active) > len(active) / 3


@pytest.mark.skipif(not LONG, reason="2026-11-27: shrinking takes minutes; it is part of the long run")
def test_a_planted_defect_shrinks_to_a_small_case() -> None:
    """A defect that needs a conflict and a missed session is shown with these, and hardly anything more."""

    def wrong(made: Whole) -> bool:
        conflicts = [one for one in made.case.intake.relationships if one.conflict and one.conflict.present == "yes"]
        return bool(conflicts) and any(one.attended == "no" for one in made.case.sessions)

    found = find(generated_cases(), wrong, settings=settings(max_examples=5_000, derandomize=True, database=None))
    values = [value for at in holders(found.data) for value in at.data.values() if not isinstance(value, dict | list)]
    assert len(values) <= 12, found
