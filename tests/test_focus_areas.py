"""Three areas or four: what a site's choice changes in the choice of focus, and what it leaves as it is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ipt_rules import Case, Rulebook, recommend
from ipt_rules.matching.plain import PlainMatcher
from ipt_rules.recommendation import FocusChoice, Recommendation
from ipt_rules.render.text import to_text

ON = date(2026, 1, 24)
NONE_FOUND = dict.fromkeys(("deaths", "other-losses", "life-changes", "conflicts"), "none")
ALONE = {"long_standing": "yes", "no_confidant": "yes"}
GRIEF = {
    "episode": {"onset": "2025-10-01"},
    "life_events": [{"event": "death", "type": "death", "person": "mother", "date": "2025-09-01"}],
    "relationships": [{"person": "mother", "role": "parent", "alive": "no"}],
}


@pytest.fixture(scope="module")
def three(rulebook: Rulebook) -> Rulebook:
    return rulebook.with_parameters({"three_area_model": True})


def told(rulebook: Rulebook, *, agreed: str | None = None, **intake: Any) -> Recommendation:
    session: dict[str, Any] = {"number": 2, "date": str(ON)}
    if agreed:
        session["focus_agreed"] = {"area": agreed, "patient_agrees": "yes"}
    data = {"schema_version": 1, "id": "t", "intake": {"date": "2026-01-10", **intake}, "sessions": [session]}
    return recommend(Case.from_data(data), rulebook, ON, engine=PlainMatcher.name)


def focus(rulebook: Rulebook, **more: Any) -> FocusChoice:
    return told(rulebook, **more).focus


def test_the_default_is_four_areas(rulebook: Rulebook) -> None:
    """Seeds and WHO agree on four; three is a site's own choice."""
    assert rulebook.parameter("three_area_model") is False
    found = focus(rulebook, asked=NONE_FOUND, social=ALONE)
    assert (found.status, found.primary) == ("recommended", "interpersonal-deficits")


@pytest.mark.parametrize("wish", [None, "interpersonal-deficits"])
def test_with_three_areas_deficits_are_never_chosen(three: Rulebook, wish: str | None) -> None:
    """Neither recommended, nor leant to, nor a candidate, nor in a tie, whatever the patient finds most pressing."""
    found = focus(three, asked=NONE_FOUND, social=ALONE, **({"patient_priority": wish} if wish else {}))
    assert (found.status, found.primary, found.secondary, found.tied) == ("none", None, None, ())
    (deficits,) = [one for one in found.candidates if one.area == "interpersonal-deficits"]
    assert (deficits.set_aside, deficits.is_candidate, deficits.rank, deficits.score) == (True, False, 4, 4)


def test_with_three_areas_the_patients_wish_makes_no_tie_with_deficits(three: Rulebook, rulebook: Rulebook) -> None:
    """Where there are four, the wish for it is a tie with the question."""
    wish = {"patient_priority": "interpersonal-deficits", "social": ALONE, **GRIEF}
    assert focus(rulebook, **wish).status == "tie"
    assert (focus(three, **wish).status, focus(three, **wish).primary) == ("recommended", "grief")


def test_isolation_lowers_the_confidence_by_one_step(three: Rulebook, rulebook: Rulebook) -> None:
    """Medium becomes low, with the reason; without isolation nothing changes."""
    assert focus(rulebook, **GRIEF, social=ALONE).confidence == "medium"
    lowered = focus(three, **GRIEF, social=ALONE)
    assert (lowered.confidence, lowered.confidence_reasons[-1]) == ("low", "isolation-unexplained")
    assert focus(three, **GRIEF).confidence == focus(rulebook, **GRIEF).confidence == "medium"


def test_with_three_areas_nobody_is_asked_for_what_could_add_to_deficits(three: Rulebook, rulebook: Rulebook) -> None:
    """A missing answer that could speak only for deficits settles nothing there."""
    areas = [{gap.area for gap in focus(one).gaps} for one in (rulebook, three)]
    assert [("interpersonal-deficits" in found) for found in areas] == [True, False]
    assert areas[1] == areas[0] - {"interpersonal-deficits"}


def test_what_was_agreed_stands_at_a_site_with_three_areas(three: Rulebook) -> None:
    """An agreed focus comes before the site's model; the question is asked beside it."""
    found = told(three, agreed="interpersonal-deficits", social=ALONE)
    assert (found.focus.status, found.focus.primary) == ("agreed", "interpersonal-deficits")
    assert "isolation-look-again" in {gap.rule_id for gap in found.gaps}


def test_three_areas_are_spoken_of_only_where_it_matters(three: Rulebook) -> None:
    """With no isolation on record nothing on the screen says how many areas the site works with."""
    assert "areas" not in to_text(told(three, **GRIEF)).split("FOCUS")[1].split("NEXT SESSION")[0]
    whole = to_text(told(three, **GRIEF, social=ALONE), detail="all")
    assert "Interpersonal deficits (no focus area here)" in whole


def test_deficits_behind_their_gate_do_not_shake_an_agreed_focus(rulebook: Rulebook) -> None:
    """While another area is a candidate isolation is no reason to leave the agreed one, with two points more than it."""
    intake = {
        "episode": {"onset": "2025-10-01"},
        "social": {"long_standing": "yes", "no_confidant": "yes", "other_people_who_matter": "no"},
        "measures": {"osss3": {"total": 5}},
        "relationships": [{"person": "mother", "role": "parent", "alive": "no"}],
        "life_events": [
            {"event": "move", "type": "move", "date": "2025-02-15"},
            {
                "event": "death",
                "type": "death",
                "person": "mother",
                "date": "2018-05-05",
                "mourning": {"avoids": "yes", "sudden_or_stigmatised": "yes"},
            },
        ],
    }
    found = told(rulebook, agreed="role-transition", **intake)
    assert {one.area: one.score for one in found.focus.candidates if one.score} == {
        "grief": 4,
        "role-transition": 3,
        "interpersonal-deficits": 5,
    }
    assert "focus-agreed" in {one.rule_id for one in found.findings}
