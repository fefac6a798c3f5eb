"""The law about what is not known: an answer that no gap of the JSON names changes no alert, no phase and no focus."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from generated.cases import Whole, generated_cases
from generated.choosing import Drawn, Pick, one_of
from generated.mending import mended
from generated.schema import Holder, fields_of, holders, inner_model, is_list, value_of
from ipt_rules import Case
from ipt_rules.errors import CaseError
from ipt_rules.facts.derive import derive_facts
from ipt_rules.facts.view import UNKNOWN_KIND
from ipt_rules.focus_gaps import OPENERS, TOPICS
from ipt_rules.recommendation import Recommendation
from ipt_rules.recommending import run_chapters
from ipt_rules.rulebook import CHAPTERS_OF_CHOICE, Rulebook
from laws import answer, law, on_both_matchers
from tests_support import shipped_rulebook
from unnamed_gaps import NOT_NAMED

BLANK = (None, "not-known")
HOLDING_TOGETHER = ("schema_version", "id", "date", "number", "note", "source")


def open_fields(at: Holder) -> list[str]:
    """The single fields of an existing entry that are blank or not known."""
    return [
        name
        for name, annotation in fields_of(at.model).items()
        if at.data.get(name) in BLANK and name not in HOLDING_TOGETHER
        if inner_model(annotation) is None and not is_list(annotation)
    ]


def filled_in(pick: Pick, made: Whole) -> tuple[dict[str, Any], Holder, str] | None:
    """The case with one unknown of an existing entry answered; the entry and the field."""
    more = copy.deepcopy(made.data)
    at = one_of(pick, holders(more))
    names = open_fields(at)
    if not names:
        return None
    name = one_of(pick, names)
    value = value_of(pick, more, at, name)
    if value in (*BLANK, {}, ""):
        return None
    at.data[name] = value
    return mended(more), at, name


def rulebook_of(made: Whole) -> Rulebook:
    return shipped_rulebook().with_parameters(made.site) if made.site else shipped_rulebook()


def decided(made: Whole, data: dict[str, Any], engine: str) -> dict[str, Any]:
    """Alerts, phase and focus, from the chapters up to the choice."""
    run = run_chapters(Case.from_data(data), rulebook_of(made), made.on, engine, until=CHAPTERS_OF_CHOICE[1])
    alerts = [one for one in run.findings if one.conclusion == "alert"]
    return {
        "alerts": sorted((one.rule_id, str(one.content["level"]), one.subject or "") for one in alerts),
        "phase": next(fact.get("phase") for fact in run.facts if fact.kind == "case"),
        "focus": (run.choice.status, run.choice.primary, run.choice.primary_subject, run.choice.secondary),
    }


def named(made: Whole, more: dict[str, Any], told: Recommendation, at: Holder, name: str) -> bool:
    """Whether a gap names the field: a question that it answers, or a missing answer about the focus that it settles."""
    path = _plain(f"{at.path}.{name}")
    asked = {_plain(one.content["answers"]) for one in told.gaps}
    signs = {_plain(field) for sign in told.danger_signs for field in sign.fields}
    if any(one.startswith(f"{path}.") for one in signs):
        return True
    if any(path == one or path.startswith(f"{one}.") for one in asked | signs):
        return True
    topics = {gap.topic for gap in told.focus.gaps}
    return not topics.isdisjoint(_settled(made, more))


def _plain(path: str) -> str:
    """A place without numbers, and without the contact it stands in."""
    return re.sub(r"^(intake|sessions)\.|^learned\.", "", re.sub(r"\[\d*\]", "", path)).removeprefix("learned.")


def _settled(made: Whole, more: dict[str, Any]) -> Iterator[str]:
    """The topics that an answer settles: every field of a fact that is other than before."""
    rulebook = rulebook_of(made)
    before, after = (
        {
            (fact.kind, name, fact.places, str(value))
            for fact in derive_facts(Case.from_data(data), made.on, rulebook)
            for name, value in fact.values.items()
        }
        for data in (made.data, more)
    )
    for kind, name, _, value in before ^ after:
        yield from (f"{kind}.{name}", f"{kind}.timing")
        if kind == UNKNOWN_KIND and name == "topic":
            yield value
        if kind in TOPICS:
            yield TOPICS[kind]
        yield from OPENERS.get(kind, ())


@on_both_matchers
@law(25)
@given(data=st.data(), made=generated_cases())
def test_an_unknown_that_no_gap_names_changes_nothing(engine: str, data: st.DataObject, made: Whole) -> None:
    """Answering an unknown of an existing entry changes alerts, phase or focus only when the full gap list named it.

    The gap list of the JSON has questions (`gaps`), missing answers about the focus (`focus.gaps`) and the signs of danger
    with what was told of each (`danger_signs`). A question names its field and all that stands below it. What is decided
    by being recorded, and what is known not to be named, is in one place, each field with its reason: `unnamed_gaps.py`.
    """
    found = filled_in(Drawn(data.draw), made)
    assume(found is not None)
    assert found is not None
    more, at, name = found
    try:
        before, after = decided(made, made.data, engine), decided(made, more, engine)
    except CaseError:
        assume(False)
        return
    changed = {what for what in before if before[what] != after[what]}
    changed -= NOT_NAMED.get(f"{at.model.__name__}.{name}", (frozenset(), ""))[0]
    assert not changed or named(made, more, answer(made, engine), at, name), (changed, at.path, name, at.data[name])
