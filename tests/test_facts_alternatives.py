"""Other treatments, courses made for a condition, use of alcohol or drugs: what nobody recorded rules nothing out."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ipt_rules import Case, Rulebook
from ipt_rules.facts.alternatives import derive
from ipt_rules.facts.base import Fact
from ipt_rules.facts.view import View

ON = date(2026, 1, 10)


def facts(
    rulebook: Rulebook,
    kind: str,
    learned: dict[str, Any] | None = None,
    preferences: dict[str, Any] | None = None,
    **intake: Any,
) -> list[Fact]:
    """The facts of one kind that this module makes of an intake, and of a session two days later if it learned anything."""
    sessions = [{"number": 1, "date": "2026-01-12", "learned": learned}] if learned else []
    told = {"schema_version": 1, "id": "c1", "intake": {"date": "2026-01-10", **intake}, "sessions": sessions}
    case = Case.from_data({**told, **({"preferences": preferences} if preferences else {})})
    day = date(2026, 1, 12) if learned else ON
    return [fact for fact in derive(View(case, day, rulebook)) if fact.kind == kind]


def treatment(rulebook: Rulebook, name: str, preferences: dict[str, Any] | None = None, *prior: dict[str, Any]) -> Fact:
    diagnosis = {"primary": "bulimia", "prior_treatments": list(prior)}
    found = facts(rulebook, "other_treatment", preferences=preferences, diagnosis=diagnosis)
    return next(one for one in found if one.get("treatment") == name)


class TestOtherTreatment:
    @pytest.mark.parametrize("name", ["cbt", "exposure"])
    def test_nothing_recorded_rules_nothing_out(self, rulebook: Rulebook, name: str) -> None:
        """Both are always there, and nothing is said of what the patient prefers."""
        fact = treatment(rulebook, name)
        assert (fact.get("ruled_out"), fact.get("why"), fact.get("preferred")) == (False, None, None)
        assert fact.places == ()

    @pytest.mark.parametrize(
        ("preferences", "why"),
        [
            ({"declines_cbt": "yes"}, "CBT was declined"),
            ({"cbt_available": "no"}, "CBT cannot be had here"),
            ({"declines_cbt": "yes", "cbt_available": "no"}, "CBT was declined and CBT cannot be had here"),
        ],
    )
    def test_cbt_is_ruled_out_by_what_is_recorded(
        self, rulebook: Rulebook, preferences: dict[str, str], why: str
    ) -> None:
        """Each reason is told, with its place."""
        fact = treatment(rulebook, "cbt", preferences)
        assert (fact.get("ruled_out"), fact.get("why")) == (True, why)
        assert fact.places == tuple(f"preferences.{name}" for name in preferences)

    @pytest.mark.parametrize(
        "preferences",
        [
            {"declines_cbt": "no"},
            {"declines_cbt": "not-known"},
            {"cbt_available": "yes"},
            {"cbt_available": "not-known"},
            {"declines_exposure": "yes"},
        ],
    )
    def test_no_other_answer_rules_cbt_out(self, rulebook: Rulebook, preferences: dict[str, str]) -> None:
        """Neither a no, nor not known, nor what is said of exposure."""
        assert treatment(rulebook, "cbt", preferences).get("ruled_out") is False

    @pytest.mark.parametrize(
        ("prior", "ruled_out"),
        [
            ({"kind": "cbt", "result": "none"}, True),
            ({"kind": "cbt", "result": "none", "adequate": "yes"}, True),
            ({"kind": "cbt", "result": "none", "adequate": "no"}, False),
            ({"kind": "cbt", "result": "none", "running": "yes"}, False),
            ({"kind": "cbt", "result": "partial"}, False),
            ({"kind": "cbt", "result": "not-known"}, False),
            ({"kind": "cbt"}, False),
            ({"kind": "medication", "result": "none"}, False),
        ],
    )
    def test_an_earlier_cbt_counts_when_it_brought_nothing(
        self, rulebook: Rulebook, prior: dict[str, str], ruled_out: bool
    ) -> None:
        """Unless it is known to have been too little, or goes on."""
        assert treatment(rulebook, "cbt", None, prior).get("ruled_out") is ruled_out

    def test_it_rests_on_the_treatment_that_did_not_help(self, rulebook: Rulebook) -> None:
        """Its place in the list, at the contact that told of it."""
        fact = treatment(rulebook, "cbt", None, {"kind": "ipt"}, {"kind": "cbt", "result": "none"})
        assert fact.places == ("intake.diagnosis.prior_treatments[1]",)
        later = {"diagnosis": {"prior_treatments": [{"kind": "cbt", "result": "none"}]}}
        cbt, _ = facts(rulebook, "other_treatment", learned=later)
        assert cbt.places == ("sessions[0].learned.diagnosis.prior_treatments[0]",)

    @pytest.mark.parametrize(("answer", "declined"), [("yes", True), ("no", False), ("not-known", False)])
    def test_exposure_is_ruled_out_only_when_declined(self, rulebook: Rulebook, answer: str, declined: bool) -> None:
        """An earlier CBT says nothing of it."""
        fact = treatment(rulebook, "exposure", {"declines_exposure": answer}, {"kind": "cbt", "result": "none"})
        assert fact.get("ruled_out") is declined
        assert fact.get("name_text") == ("exposure declined" if declined else "exposure")

    @pytest.mark.parametrize(("therapy", "preferred"), [("cbt", True), ("ipt", False), ("other", False)])
    def test_whether_cbt_is_preferred(self, rulebook: Rulebook, therapy: str, preferred: bool) -> None:
        """As recorded; a preference rules nothing out."""
        fact = treatment(rulebook, "cbt", {"therapy": therapy})
        assert (fact.get("preferred"), fact.get("ruled_out")) == (preferred, False)
        assert fact.places == (("preferences.therapy",) if preferred else ())


class TestConditionCourse:
    def test_every_condition_has_a_course_of_the_catalogue(self, rulebook: Rulebook) -> None:
        """With a usual number of sessions."""
        made_for = {"bulimia": "eating", "binge-eating": "group", "ptsd": "ptsd", "borderline-personality": "ipt-bpd"}
        found = facts(rulebook, "condition_course", diagnosis={"comorbid": list(made_for)})
        assert [one.get("course") for one in found] == list(made_for.values())
        assert all(one.get("sessions") for one in found)

    def test_only_for_what_is_recorded(self, rulebook: Rulebook) -> None:
        """A diagnosis without a course of its own makes none."""
        assert facts(rulebook, "condition_course", diagnosis={"primary": "major-depression"}) == []
        assert facts(rulebook, "condition_course") == []

    def test_whether_it_is_the_main_diagnosis(self, rulebook: Rulebook) -> None:
        """The others stand beside it."""
        found = facts(rulebook, "condition_course", diagnosis={"primary": "ptsd", "comorbid": ["bulimia"]})
        assert [(one.get("condition"), one.get("primary")) for one in found] == [("ptsd", True), ("bulimia", False)]

    @pytest.mark.parametrize(("planned", "fewer"), [(33, True), (34, False), (None, False)])
    def test_whether_fewer_sessions_are_planned(self, rulebook: Rulebook, planned: int | None, fewer: bool) -> None:
        """Less than the least of the course; no plan says nothing."""
        told = {"course": {"planned_sessions": planned}} if planned else {}
        (fact,) = facts(rulebook, "condition_course", diagnosis={"primary": "borderline-personality"}, **told)
        assert fact.get("planned_fewer") is fewer
        assert ("intake.course.planned_sessions" in fact.places) is fewer


class TestSubstanceUse:
    def level(self, rulebook: Rulebook, **intake: Any) -> tuple[Any, bool]:
        """The level, and whether it is said not to be known."""
        use = facts(rulebook, "substance_use", **intake)
        unknown = [one.get("topic") for one in facts(rulebook, "unknown", **intake)]
        return (use[0].get("level") if use else None), "substance-use-level" in unknown

    def test_as_recorded(self, rulebook: Rulebook) -> None:
        """Whatever the diagnoses and topics say."""
        told = {"substance_use": "harmful", "comorbid": ["substance-use"]}
        assert self.level(rulebook, diagnosis=told, asked={"substance-use": "some"}) == ("harmful", False)

    @pytest.mark.parametrize(
        ("intake", "not_known"),
        [
            ({"diagnosis": {"comorbid": ["substance-use"]}}, True),
            ({"diagnosis": {"comorbid": ["substance-use"], "substance_use": "none"}}, True),
            ({"diagnosis": {"comorbid": ["substance-use"], "substance_use": "use"}}, True),
            ({"asked": {"substance-use": "some"}}, True),
            ({"asked": {"substance-use": "none"}}, False),
            ({"asked": {"substance-use": "not-known"}}, False),
            ({}, False),
        ],
    )
    def test_use_without_a_level_is_not_known(
        self, rulebook: Rulebook, intake: dict[str, Any], not_known: bool
    ) -> None:
        """A diagnosis, or some on asking, says that there is use and not how heavy it is."""
        assert self.level(rulebook, **intake) == (None, not_known)
