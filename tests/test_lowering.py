"""From a rule file to queries: what is refused, with the nearest right name, and what a query then holds."""

from __future__ import annotations

from typing import Any

import pytest

from ipt_rules.facts.base import Field, kind
from ipt_rules.lowering import Lowered, lower
from ipt_rules.query import Pattern, Ref, Term
from ipt_rules.rule import Rule

KINDS = {
    one.name: one
    for one in (
        kind(
            "case", "", Field("phase", "term", "", ("initial", "middle"), required=True), Field("weeks", "integer", "")
        ),
        kind(
            "loss",
            "",
            Field("person", "key", ""),
            Field("of", "term", "", ("death", "other"), required=True),
            Field("days", "integer", ""),
            Field("note", "text", ""),
        ),
        kind("bond", "", Field("person", "key", ""), Field("close", "yes_no", "")),
    )
}


def _rule(**changes: Any) -> Rule:
    data: dict[str, Any] = {
        "id": "a-rule",
        "title": "A rule",
        "version": 1,
        "status": "active",
        "phase": ["any"],
        "implements": ["FOC-01"],
        "purpose": "To test.",
        "when": [],
        "then": {"note": {"topic": "x"}, "summary": "s", "rationale": "r"},
        "cautions": ["c"],
        "review": "pending",
    }
    return Rule.model_validate({**data, **changes})


def _lowered(*when: dict[str, Any], **changes: Any) -> Lowered:
    return lower(_rule(when=list(when), **changes), KINDS, {"near_days": 92, "flag": True})


def test_the_case_is_bound_first_with_the_phases() -> None:
    """Every query begins with the case; phases are a condition on it, `any` is none."""
    (query,) = _lowered({"exists": "loss", "as": "loss"}, phase=["initial"]).queries
    assert query.exists[0] == Pattern("case", "case", (Term("phase", "in", ("initial",)),))
    (query,) = _lowered({"exists": "case", "where": {"weeks": 3}}).queries
    assert query.exists == (Pattern("case", "case", (Term("weeks", "is", 3),)),)


def test_parameters_are_put_in_and_references_kept() -> None:
    """A parameter becomes its value; `$loss.person` refers to the fact bound before."""
    lowered = _lowered(
        {"exists": "loss", "as": "loss", "where": {"days": {"at_most": "$parameters.near_days"}}},
        {"exists": "bond", "where": {"person": "$loss.person", "close": "yes"}},
    )
    assert not lowered.faults
    assert lowered.parameters == {"near_days"}
    assert lowered.queries[0].exists[1].terms == (Term("days", "at_most", 92),)
    assert lowered.queries[0].exists[2].terms == (
        Term("person", "is", Ref("loss", "person")),
        Term("close", "is", True),
    )


@pytest.mark.parametrize(
    ("when", "code", "words"),
    [
        ({"exists": "losses"}, "FACT-02", "did you mean `loss`?"),
        ({"exists": "loss", "where": {"persons": "x"}}, "FACT-01", "did you mean `person`?"),
        ({"exists": "loss", "where": {"of": "deaths"}}, "FACT-03", "did you mean `death`?"),
        ({"exists": "loss", "where": {"days": "many"}}, "FACT-04", "takes integer"),
        ({"exists": "loss", "where": {"days": {"atleast": 3}}}, "RULE-25", "did you mean `at_least`?"),
        ({"exists": "loss", "where": {"person": {"more_than": "x"}}}, "RULE-26", "takes no `more_than`"),
        ({"exists": "loss", "where": {"note": "x"}}, "RULE-26", "takes no `is`"),
        ({"exists": "loss", "where": {"of": ["death"]}}, "RULE-27", "in"),
        ({"exists": "loss", "where": {"person": "$bonds.person"}}, "RULE-28", "not bound before"),
        ({"exists": "loss", "where": {"person": "$case.weeks"}}, "RULE-29", "is integer"),
        (
            {"exists": "loss", "where": {"days": {"at_most": "$parameters.near_day"}}},
            "PARAM-01",
            "did you mean `near_days`?",
        ),
        ({"absent": "loss", "where": {"days": 3}}, "RULE-24", "cannot decide an absence"),
        ({"absent": "case"}, "RULE-21", "always there"),
        ({"exists": "loss", "as": "case"}, "RULE-23", "taken"),
    ],
)
def test_what_a_condition_may_not_say(when: dict[str, Any], code: str, words: str) -> None:
    """Each fault has a code, a sentence and the nearest right name."""
    (fault,) = _lowered(when).faults
    assert fault.code == code
    assert words in f"{fault.message} {fault.hint}"


def test_an_absence_may_rest_on_what_is_always_known() -> None:
    """A required field may be tested under `absent`."""
    lowered = _lowered({"absent": "loss", "where": {"of": "death"}})
    assert not lowered.faults
    assert lowered.queries[0].absent == (Pattern("none_0", "loss", (Term("of", "is", "death"),)),)


def test_each_way_becomes_a_query_of_its_own() -> None:
    """`when_any` gives one query a named way."""
    rule = _rule(when=None, when_any={"one": [{"exists": "loss"}], "two": [{"exists": "bond"}]})
    assert [query.arm for query in lower(rule, KINDS, {}).queries] == ["one", "two"]


@pytest.mark.parametrize(
    ("subject", "code", "words"),
    [("$deth.person", "RULE-32", "did you mean `death`?"), ("$death.persn", "FACT-01", "did you mean `person`?")],
)
def test_what_a_conclusion_is_about_must_be_bound_in_every_way(subject: str, code: str, words: str) -> None:
    """A reference that no way binds would end an answer on some case; it is refused with the nearest name."""
    argues = {"area": "grief", "weight": "weak", "counts_as": "x", "subject": subject}
    then = {"argues_for": argues, "summary": "s", "rationale": "r"}
    ways = {"a": [{"exists": "loss", "as": "death"}], "b": [{"exists": "loss", "as": "death"}]}
    [fault, other] = lower(_rule(when=None, when_any=ways, then=then), KINDS, {}).faults
    assert (fault.code, other.code) == (code, code)
    assert words in fault.hint


def test_a_way_that_does_not_bind_what_a_conclusion_is_about_is_named() -> None:
    then = {"suggest": {"techniques": ["TEC-01"], "person": "$death.person"}, "summary": "s", "rationale": "r"}
    ways = {"a": [{"exists": "loss", "as": "death"}], "b": [{"exists": "bond"}]}
    [fault] = lower(_rule(when=None, when_any=ways, then=then), KINDS, {}).faults
    assert fault.message == "`$death.person` is not bound in `b`"
    assert fault.loc == ("then", "suggest", "person")
