"""Why a rule speaks or is silent, condition by condition, and why an area is not the focus."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ipt_rules import Case, Rulebook, explain
from ipt_rules.errors import CaseError, UnknownNameError
from ipt_rules.explaining import Condition
from ipt_rules.vocabulary import AREAS
from ipt_rules.why_not import why_not
from small_pack import write_pack, write_rule
from tests_support import shipped_rulebook

ON = date(2026, 2, 1)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small pack with some more rules for conditions of every kind."""
    made = write_pack(tmp_path_factory.mktemp("pack"))
    write_rule(
        made,
        "progress/pairs",
        """\
when:
  - {exists: patient_priority, as: wish, where: {area: grief}}
  - {exists: relationship, as: bond, where: {person: $wish.about, closeness: very-close}}
then:
  note: {topic: pairs}
  summary: A pair
  rationale: "{bond.who} is very close."
""",
    )
    write_rule(
        made,
        "progress/no-death-asked",
        """\
when:
  - {exists: loss, as: death}
then:
  note: {topic: deaths}
  summary: A death
  rationale: There is one.
""",
    )
    return made


@pytest.fixture(scope="module")
def rulebook(pack: Path) -> Rulebook:
    return Rulebook.load(pack)


def case(**intake: Any) -> Case:
    return Case.from_data({"schema_version": 1, "id": "c1", "intake": {"date": "2026-01-10", **intake}})


def people(**mother: str) -> dict[str, Any]:
    return {
        "relationships": [
            {"person": "friend", "role": "friend", "closeness": "very-close"},
            {"person": "mother", "role": "parent", **mother},
        ],
        "patient_priority": "grief",
        "patient_priority_about": "mother",
    }


def test_a_rule_that_speaks(rulebook: Rulebook) -> None:
    """Every condition is yes, with its place; the finding is there; nothing is missing."""
    told = explain(case(**people(closeness="very-close")), rulebook, "pairs", ON)
    assert told.fires
    assert [finding.rationale for finding in told.findings] == ["Mother is very close."]
    assert told.missing == ()
    (way,) = told.ways
    assert way.answer == "yes"
    wish, bond = way.parts[1:]
    assert wish.places == ("intake.patient_priority",)
    assert bond.places == ("intake.relationships[1]",)
    assert bond.conditions == (
        Condition("person is the about of wish", "yes", None),
        Condition("closeness is very-close", "yes", "very-close"),
    )


def test_a_rule_that_is_silent_because_of_a_no(rulebook: Rulebook) -> None:
    """The way that comes closest is shown, with what the case says instead."""
    told = explain(case(**people(closeness="distant")), rulebook, "pairs", ON)
    assert not told.fires
    bond = told.ways[0].parts[-1]
    assert bond.answer == "no"
    assert [(one.answer, one.value) for one in bond.conditions if one.answer == "no"] in (
        [("no", "distant")],
        [("no", None)],
    )
    assert bond.recorded == 2


def test_a_rule_that_is_silent_because_something_is_not_known(rulebook: Rulebook) -> None:
    """What is not known is told as not known, never as no, and what to find out is named."""
    told = explain(case(**people()), rulebook, "pairs", ON)
    assert told.ways[0].answer == "not-known"
    assert told.ways[0].parts[-1].conditions[1] == Condition("closeness is very-close", "not-known", None)
    assert len(told.missing) == 1
    assert told.missing[0].startswith("mother: ")


@pytest.mark.parametrize(
    ("asked", "answer", "missing"), [({}, "not-known", ("whether there is any loss",)), ({"deaths": "none"}, "no", ())]
)
def test_nothing_recorded_is_a_no_only_when_somebody_asked(
    rulebook: Rulebook, asked: dict[str, str], answer: str, missing: tuple[str, ...]
) -> None:
    """No death recorded means not known, until it was asked and there was none."""
    told = explain(case(asked=asked), rulebook, "no-death-asked", ON)
    assert told.ways[0].parts[-1].answer == answer
    assert told.ways[0].parts[-1].recorded == 0
    assert told.missing == missing


def test_each_way_of_a_rule_has_its_answer(rulebook: Rulebook) -> None:
    """A rule with several ways shows each; one yes is enough."""
    told = explain(case(asked={"deaths": "some"}, patient={"age": 40}), rulebook, "told-some", ON)
    assert [(way.name, way.answer) for way in told.ways] == [("deaths", "yes"), ("changes", "no")]
    assert told.fires


def test_an_absence_is_explained(rulebook: Rulebook) -> None:
    """An absent condition is yes when nothing of the kind is there, and no with the place of what is."""
    silent = explain(case(asked={"deaths": "some"}), rulebook, "ask-deaths", ON)
    assert silent.ways[0].parts[-1].answer == "no"
    assert silent.ways[0].parts[-1].places == ("intake.asked.deaths",)
    assert explain(case(), rulebook, "ask-deaths", ON).fires


def test_a_rule_sees_earlier_chapters_only(rulebook: Rulebook) -> None:
    """A rule of the choice chapter is explained with the choice made."""
    told = explain(case(**people(), asked={"deaths": "some"}), rulebook, "choose-it", ON)
    assert told.fires
    assert told.findings[0].summary == "Consider grief as the focus"


def test_every_explanation_agrees_with_the_recommendation(rulebook: Rulebook) -> None:
    """A rule fires in its explanation exactly when one of its ways is yes."""
    for made in (case(), case(**people(), asked={"deaths": "some"}), case(**people(closeness="close"))):
        for rule_id in rulebook.rules:
            told = explain(made, rulebook, rule_id, ON)
            assert told.fires == any(way.answer == "yes" for way in told.ways), rule_id
            assert told.fires == bool(told.findings)


def test_a_rule_that_does_not_exist(rulebook: Rulebook) -> None:
    """The nearest rule is named."""
    with pytest.raises(UnknownNameError, match="did you mean `told-some`"):
        explain(case(), rulebook, "told-sum", ON)


def test_a_day_before_the_intake(rulebook: Rulebook) -> None:
    """There is nothing to explain before the intake."""
    with pytest.raises(CaseError):
        explain(case(), rulebook, "told-some", date(2025, 1, 1))


def test_why_an_area_is_not_the_focus(rulebook: Rulebook) -> None:
    """The lead of another area, and what keeps it from being a candidate, in plain words with the parameters' numbers."""
    made = case(**people(), asked={"deaths": "some"})
    why = why_not(made, rulebook, "role-dispute", ON)
    assert not why.chosen
    assert why.reasons == (
        "No argument for or against it follows from what is recorded.",
        "Grief is 5 points ahead (5 against 0); 2 points decide.",
    )
    chosen = why_not(made, rulebook, "grief", ON)
    assert chosen.chosen
    assert chosen.reasons == ("Grief is the focus to consider.",)
    assert [argument.points for argument in chosen.arguments] == [3, 2]


def test_why_deficits_are_not_the_focus(rulebook: Rulebook) -> None:
    """The gate of interpersonal deficits is told."""
    why = why_not(case(**people(), asked={"deaths": "some"}), rulebook, "interpersonal-deficits", ON)
    assert "Deficits are considered only when no other area is a candidate; here Grief is." in why.reasons


def test_why_an_area_with_too_few_points_is_not_the_focus(rulebook: Rulebook) -> None:
    """The threshold of a candidate is told, and the answers that could add to it."""
    why = why_not(case(**people()), rulebook, "grief", ON)
    assert "It has 3 points; an area is a candidate from 4 points on." in why.reasons
    assert why.missing == () or why.missing[0].area == "grief"


def test_an_agreed_focus_outranks_the_points(rulebook: Rulebook) -> None:
    """Where a focus was agreed, that is the reason."""
    data = {
        "schema_version": 1,
        "id": "c1",
        "intake": {"date": "2026-01-10", **people(), "asked": {"deaths": "some"}},
        "sessions": [
            {"number": 1, "date": "2026-01-17", "focus_agreed": {"area": "role-dispute", "patient_agrees": "yes"}}
        ],
    }
    why = why_not(Case.from_data(data), rulebook, "grief", ON)
    assert why.reasons[0] == "You agreed on role dispute; an agreed focus outranks the points."


def test_an_area_that_does_not_exist(rulebook: Rulebook) -> None:
    """The nearest area is named."""
    with pytest.raises(UnknownNameError, match="did you mean `role-dispute`"):
        why_not(case(), rulebook, "role-dispite", ON)


def test_an_area_by_the_name_another_service_uses(rulebook: Rulebook) -> None:
    """Where the pack knows other names they are taken, in either number; a pack without any knows its own only."""
    core = shipped_rulebook()
    told = why_not(case(), core, "Life-changes", ON)
    assert told.area == "role-transition"
    assert "life change" in told.also_called
    assert why_not(case(), core, "role disputes", ON).area == "role-dispute"
    with pytest.raises(UnknownNameError):
        why_not(case(), rulebook, "loneliness", ON)


def test_no_name_belongs_to_two_areas() -> None:
    """What is typed means one area."""
    names = [*AREAS, *(one.name for area in shipped_rulebook().areas.values() for one in area.also)]
    plain = [name.replace("-", " ").removesuffix("s") for name in names]
    assert len(set(plain)) == len(plain)


def test_why_not_at_a_site_with_three_areas() -> None:
    """Deficits are told to be no area there, whatever speaks for them."""
    three = shipped_rulebook().with_parameters({"three_area_model": True})
    told = why_not(case(social={"long_standing": "yes", "no_confidant": "yes"}), three, "loneliness", ON)
    assert not told.chosen
    assert "Your service works with three areas; interpersonal deficits is none of them." in told.reasons
    assert told.missing == ()
