"""The ending, the relapse plan, the risk of relapse and maintenance as facts: nothing that is blank counts as no."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from ipt_rules import Case
from ipt_rules.facts import plans
from ipt_rules.facts.base import Fact
from ipt_rules.facts.relapse_risk import any_of
from ipt_rules.facts.view import View
from ipt_rules.instruments import Instruments
from ipt_rules.protocol import Checklist
from tests_support import shipped_rulebook

RULES = Path(__file__).parents[1] / "rules"
START = date(2026, 1, 5)
FULL = {
    "signs": ["wakes early", "no calls", "irritable"],
    "triggers": ["the move"],
    "skills": ["asking"],
    "habits": ["brooding: call somebody"],
    "supports": ["her sister, who agreed"],
    "contact": ["the clinic, after a week of early waking"],
}

ACCEPTED = {"accepted": "yes", "frequency": "monthly"}


def _pack(name: str) -> Any:
    return yaml.safe_load((RULES / f"{name}.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def knowledge() -> Any:
    """What these facts need of a rulebook: parameters, instruments, the lists of the ending."""
    files = sorted(RULES.glob("parameters*.yaml"))
    values = {one["key"]: one["value"] for file in files for one in _pack(file.stem)["parameters"]}
    lists = [Checklist.model_validate(one) for one in _pack("checklists-ending")["checklists"]]
    return SimpleNamespace(
        parameter=values.__getitem__,
        instruments=Instruments.model_validate(_pack("instruments")),
        course=lambda slug: None,
        group=shipped_rulebook().group,
        order=shipped_rulebook().order,
        sorting=shipped_rulebook().sorting,
        techniques={"TEC-14": SimpleNamespace(name="Communication analysis")},
        checklists={one.id: one for one in lists},
    )


@pytest.fixture
def facts_of(knowledge: Any) -> Callable[..., list[Fact]]:
    """The facts of a weekly course; `sessions` says by number what each held, `days` how far apart they are."""

    def derive(
        sessions: dict[int, dict[str, Any]], planned: int = 16, later: int = 0, days: int = 7, **intake: Any
    ) -> list[Fact]:
        told = [{"number": n, "date": START + timedelta(days=days * n), **one} for n, one in sessions.items()]
        case = Case.from_data(
            {
                "schema_version": 1,
                "id": "c1",
                "intake": {"date": START, "course": {"planned_sessions": planned}, **intake},
                "sessions": told,
            }
        )
        return list(plans.derive(View(case, told[-1]["date"] + timedelta(days=later), knowledge)))

    return derive


def phq9(total: int, **more: Any) -> dict[str, Any]:
    return {"measures": {"phq9": {"total": total, **more}}}


def one(facts: list[Fact], kind: str, **values: Any) -> Fact:
    """The one fact of a kind with these values."""
    (found,) = [f for f in facts if f.kind == kind and all(f.get(name) == value for name, value in values.items())]
    return found


def topics(facts: list[Fact]) -> Iterator[Any]:
    return (fact.get("topic") for fact in facts if fact.kind == "unknown")


class TestPlan:
    def test_two_sessions_write_one_plan_and_equal_words_count_once(self, facts_of: Any) -> None:
        """Signs of two sessions add up; the same sign in other capitals does not."""
        facts = facts_of(
            {13: {"relapse_plan": {"signs": ["Wakes early"]}}, 14: {"relapse_plan": {"signs": ["wakes early ", "x"]}}}
        )
        signs = one(facts, "plan_part", part="signs")
        assert (signs.get("count"), signs.get("filled")) == (2, False)

    def test_three_signs_fill_the_part(self, facts_of: Any) -> None:
        """END-18: at least three."""
        assert one(facts_of({14: {"relapse_plan": FULL}}), "plan_part", part="signs").get("filled") is True

    @pytest.mark.parametrize(("medication", "complete"), [([], True), (None, False), ([{"taken": "no"}], True)])
    def test_a_plan_without_medication_is_complete_only_where_none_is_known_to_be_taken(
        self, facts_of: Any, medication: Any, complete: bool
    ) -> None:
        """Blank is not none: then the plan stays incomplete and the question is open."""
        facts = facts_of({14: {"relapse_plan": FULL}}, medication=medication)
        assert one(facts, "relapse_plan").get("complete") is complete
        assert ("plan-medication" in topics(facts)) is not complete

    def test_a_medicine_that_is_taken_needs_its_part(self, facts_of: Any) -> None:
        """END-24."""
        plan = one(facts_of({14: {"relapse_plan": FULL}}, medication=[{"taken": "yes"}]), "relapse_plan")
        assert (plan.get("open_count"), plan.get("missing")) == (1, "medication")

    @pytest.mark.parametrize(("number", "due"), [(13, False), (14, True), (15, True), (16, True)])
    def test_the_plan_is_due_from_the_last_session_but_one(self, facts_of: Any, number: int, due: bool) -> None:
        """END-26: of 16 sessions, when session 15 is next."""
        assert one(facts_of({number: {}}), "relapse_plan").get("due") is due

    def test_a_named_supporter_fills_the_supports(self, facts_of: Any) -> None:
        """END-22: at least one named person."""
        people = [{"person": "sister", "role": "sibling"}]
        facts = facts_of({14: {"relapse_plan": {"supporter": "sister"}}}, relationships=people)
        assert one(facts, "plan_part", part="supports").get("filled") is True
        assert one(facts, "relapse_plan").get("supporter") == "sister"

    def test_the_case_is_looked_through_for_each_part(self, facts_of: Any) -> None:
        """What stands elsewhere in the record is shown, and fills nothing."""
        facts = facts_of(
            {14: {"techniques": [{"technique": "TEC-14", "result": "helped"}]}},
            episode={"warning_signs": ["wakes early"], "unhelpful_coping": "yes"},
            relationships=[
                {"person": "sister", "confidant": "yes"},
                {"person": "aunt", "confidant": "yes", "alive": "no"},
                {"person": "boss", "conflict": {"present": "yes"}},
            ],
            life_events=[{"event": "m", "type": "move", "goes_on": "yes"}],
        )
        held = {f.get("part"): f.get("held") for f in facts if f.kind == "plan_part"}
        assert held["signs"] == "known from before: wakes early"
        assert held["triggers"] == "in the timeline: the move; conflict with boss"
        assert held["skills"] == "helped in sessions: communication analysis"
        assert held["habits"] == "avoidance or rumination was noted"
        assert held["supports"] == "in the inventory: sister"
        assert held["contact"] == "nothing"
        assert not any(f.get("filled") for f in facts if f.kind == "plan_part")

    @pytest.mark.parametrize(
        ("case", "held"),
        [
            ({}, "in the timeline: the move; conflict with boss"),
            ({"event": {"resolved": "yes"}}, "conflict with boss"),
            ({"person": {"alive": "no"}}, "in the timeline: the move"),
            ({"person": {"past": "yes"}}, "in the timeline: the move"),
            ({"fear": "boss"}, "in the timeline: the move"),
            ({"fear": "father"}, "in the timeline: the move; conflict with boss"),
        ],
    )
    def test_what_is_no_trigger_to_be_met(
        self, facts_of: Callable[..., list[Fact]], case: dict[str, Any], held: str
    ) -> None:
        """What is settled, who is gone and who is feared: the last is for the safety plan."""
        fear = {"fear": "yes", "asked_alone": "yes", "person": case.get("fear")}
        facts = facts_of(
            {14: {"risk": {"violence": fear}} if "fear" in case else {}},
            relationships=[
                {"person": "boss", "conflict": {"present": "yes"}, **case.get("person", {})},
                {"person": "father"},
            ],
            life_events=[{"event": "m", "type": "move", "goes_on": "yes", **case.get("event", {})}],
        )
        assert one(facts, "plan_part", part="triggers").get("held") == held

    def test_the_list_of_parts_follows_the_plan(self, facts_of: Any) -> None:
        """Follow-up stands open in the list, and medication only where it may be needed."""
        facts = facts_of({14: {"relapse_plan": FULL}}, medication=[])
        listed = [f for f in facts if f.kind == "task" and f.get("list") == "relapse-plan"]
        assert len(listed) == 8
        assert [f.get("item") for f in listed if not f.get("done")] == ["relapse-follow-up"]


class TestOutcome:
    @pytest.mark.parametrize(
        ("last", "outcome"), [(4, "remission"), (5, "partial"), (9, "partial"), (10, "none"), (20, "none")]
    )
    def test_the_outcome_by_remission_and_response(self, facts_of: Any, last: int, outcome: str) -> None:
        """From 18: below 5 remission, down to half of it a response, else none."""
        assert one(facts_of({1: phq9(18), 15: phq9(last)}), "outcome").get("outcome") == outcome

    @pytest.mark.parametrize("sessions", [{1: phq9(18), 12: phq9(3), 13: {}}, {1: phq9(18), 13: {}}, {15: phq9(9)}])
    def test_without_a_score_of_the_ending_or_a_first_one_there_is_no_outcome(
        self, facts_of: Any, sessions: Any
    ) -> None:
        """A score from before the ending is not its outcome; one score alone above remission has nothing beside it."""
        assert not [f for f in facts_of(sessions) if f.kind == "outcome"]

    @pytest.mark.parametrize(("later", "known"), [(14, True), (15, False)])
    def test_a_score_that_is_too_old_is_no_outcome(self, facts_of: Any, later: int, known: bool) -> None:
        """MEA-08: two weeks."""
        facts = facts_of({1: phq9(18), 16: phq9(3, date="2026-04-27")}, later=later)
        assert bool([f for f in facts if f.kind == "outcome"]) is known

    def test_a_recorded_phase_outranks_the_number(self, facts_of: Any) -> None:
        """Ending recorded at session 9 of 16: the score there belongs to it."""
        assert one(facts_of({1: phq9(18), 9: {**phq9(3), "phase": "ending"}}), "outcome").get("latest") == 3

    def test_stopping_early_makes_the_latest_score_the_last(self, facts_of: Any) -> None:
        """END-16."""
        facts = facts_of({1: phq9(18), 7: {**phq9(3), "ending": {"ended_early": "yes"}}})
        assert one(facts, "outcome").get("outcome") == "remission"
        assert one(facts, "ending").get("ended_early") is True

    def test_functioning_is_compared_with_its_first_score(self, facts_of: Any) -> None:
        """MON-29: the WSAS of the ending beside the first one."""
        first = {"measures": {"phq9": {"total": 18}, "wsas": {"total": 21}}}
        last = {"measures": {"phq9": {"total": 3}, "wsas": {"total": 14}}}
        outcome = one(facts_of({1: first, 15: last}), "outcome")
        assert (outcome.get("function_latest"), outcome.get("function_fall")) == (14, 7)
        assert one(facts_of({1: phq9(18), 15: last}), "outcome").get("function_fall") is None


class TestMedicine:
    @pytest.mark.parametrize(
        ("patient", "asked", "who"),
        [
            ({"age": 40}, {"bipolar-history": "none"}, "prescriber"),
            ({"age": 40}, {}, "specialist"),
            ({"age": 40, "pregnant": "yes"}, {"bipolar-history": "none"}, "specialist"),
            ({"age": 40, "breast_feeding": "yes"}, {"bipolar-history": "none"}, "specialist"),
            ({"age": 17}, {"bipolar-history": "none"}, None),
            ({}, {"bipolar-history": "none"}, None),
        ],
    )
    def test_only_a_known_adult_is_told_whom_to_ask(self, facts_of: Any, patient: Any, asked: Any, who: Any) -> None:
        """A specialist in pregnancy, breast-feeding, and where mania is not ruled out."""
        assert one(facts_of({1: {}}, patient=patient, asked=asked), "medicine").get("who_to_ask") == who

    def test_a_bipolar_illness_is_for_a_specialist(self, facts_of: Any) -> None:
        """Whatever the answer about its history."""
        facts = facts_of(
            {1: {}}, patient={"age": 40}, asked={"bipolar-history": "none"}, diagnosis={"primary": "bipolar-disorder"}
        )
        assert one(facts, "medicine").get("who_to_ask") == "specialist"


class TestRisk:
    def test_an_empty_case_has_no_factor_and_every_factor_open(self, facts_of: Any) -> None:
        """Blank is not absent."""
        risk = one(facts_of({13: {}}), "relapse_risk")
        assert (risk.get("count"), risk.get("unknown_count"), risk.get("factors")) == (0, 11, "none")

    def test_every_factor_can_be_known_to_be_absent(self, facts_of: Any) -> None:
        """What was asked and denied is no longer open."""
        none = dict.fromkeys(("conflicts", "life-changes", "other-illness", "substance-use"), "none")
        facts = facts_of(
            {1: {"measures": {"phq9": {"total": 12}, "wsas": {"total": 9}}}, 15: phq9(3)},
            asked={**none, "childhood-maltreatment": "none", "family-history": "none"},
            episode={"number": 1, "onset": "2025-11", "unhelpful_coping": "no", "early_onset": "no"},
            diagnosis={"primary": "major-depression", "persistent_depression": "no"},
            social={"isolated": "no", "lacks_support": "no"},
        )
        risk = one(facts, "relapse_risk")
        assert (risk.get("count"), risk.get("unknown_count")) == (0, 0)

    @pytest.mark.parametrize(
        ("factor", "intake"),
        [
            ("recurrence", {"episode": {"number": 2}}),
            ("recurrence", {"episode": {"in_last_two_years": "yes"}}),
            ("coping", {"episode": {"unhelpful_coping": "yes"}}),
            ("severity", {"diagnosis": {"severity": "severe"}}),
            ("severity", phq9(20)),
            ("severity", {"measures": {"wsas": {"total": 21}}}),
            ("other-illness", {"diagnosis": {"medical": [{"kind": "chronic"}]}}),
            ("other-illness", {"diagnosis": {"primary": "major-depression", "comorbid": ["borderline-personality"]}}),
            ("circumstances", {"social": {"isolated": "yes"}}),
            ("circumstances", {"relationships": [{"person": "p", "conflict": {"present": "yes"}}]}),
            ("circumstances", {"life_events": [{"event": "m", "type": "move", "goes_on": "yes"}]}),
            ("childhood-maltreatment", {"asked": {"childhood-maltreatment": "some"}}),
            ("early-onset", {"episode": {"early_onset": "yes"}}),
            ("chronic", {"episode": {"duration_months": 24}}),
            ("chronic", {"diagnosis": {"persistent_depression": "yes"}}),
            ("comorbidity", {"diagnosis": {"comorbid": ["panic-disorder"]}}),
            ("comorbidity", {"diagnosis": {"substance_use": "harmful"}}),
            ("family-history", {"episode": {"family_history": "yes"}}),
        ],
    )
    def test_each_factor_from_its_own_field(self, facts_of: Any, factor: str, intake: Any) -> None:
        """One field makes one factor and touches no other."""
        facts = facts_of({1: {}}, **intake)
        assert [f.get("factor") for f in facts if f.kind == "risk_factor" and f.get("present")] == [factor]

    def test_points_left_at_the_end_are_a_factor(self, facts_of: Any) -> None:
        """MNT-02: incomplete response; only a score of the ending counts."""
        risk = one(facts_of({1: phq9(18), 15: phq9(5)}), "relapse_risk")
        assert (risk.get("phq9_at_end"), risk.get("factors")) == (5, "symptoms left at the end")
        assert one(facts_of({1: phq9(18), 8: phq9(5)}), "relapse_risk").get("phq9_at_end") is None

    def test_one_episode_answers_what_came_before(self, facts_of: Any) -> None:
        """A first episode has no earlier one, neither recent nor severe."""
        facts = facts_of({13: {}}, episode={"number": 1})
        risk = one(facts, "relapse_risk")
        assert (risk.get("recent"), risk.get("earlier_severe")) == (False, False)
        assert not {"episode-number", "episode-recent"} & set(topics(facts))

    @pytest.mark.parametrize(
        ("episode", "topic"), [({}, "episode-number"), ({"number": 2}, "episode-recent"), (None, "episode-number")]
    )
    def test_what_of_earlier_episodes_is_open(self, facts_of: Any, episode: Any, topic: str) -> None:
        """R-M14."""
        assert topic in topics(facts_of({13: {}}, episode=episode))

    def test_yes_outweighs_what_is_not_known_and_no_needs_all(self) -> None:
        """Three-valued, in one place."""
        assert [any_of(True, None), any_of(None, False), any_of(False)] == [True, None, False]


class TestMaintenance:
    def test_nothing_recorded_is_neither_accepted_nor_declined(self, facts_of: Any) -> None:
        """And not spoken of, as far as the record goes."""
        fact = one(facts_of({13: {}}), "maintenance")
        assert (fact.get("accepted"), fact.get("decided"), fact.get("spoken_of")) == (None, False, False)

    def test_fields_state_parts_of_the_contract(self, facts_of: Any) -> None:
        """How often and until when count as stated; medication is needed unless none is taken."""
        told = {"maintenance": {**ACCEPTED, "planned_sessions": 12, "contract_parts": ["aim"]}}
        fact = one(facts_of({16: told}, medication=[]), "maintenance")
        assert (fact.get("frame_stated"), fact.get("missing_count"), fact.get("complete")) == (True, 7, False)
        assert one(facts_of({16: told}), "maintenance").get("missing_count") == 8

    @pytest.mark.parametrize(("frequency", "wide"), [("monthly", True), ("fortnightly", False), ("other", None)])
    def test_wide_gaps_by_what_was_agreed(self, facts_of: Any, frequency: str, wide: Any) -> None:
        """MNT-18: more than four weeks."""
        told = {"maintenance": {"accepted": "yes", "frequency": frequency}}
        assert one(facts_of({16: told}), "maintenance").get("wide_gaps") is wide

    @staticmethod
    def monthly(scores: list[int], **maintenance: Any) -> dict[int, dict[str, Any]]:
        """Sessions 17 and on in maintenance, a month apart."""
        told = {17 + n: {**phq9(score), "phase": "maintenance"} for n, score in enumerate(scores)}
        told[17]["maintenance"] = {"accepted": "yes", "frequency": "monthly", **maintenance}
        return told

    @pytest.mark.parametrize(
        ("scores", "well"),
        [([3] * 8, True), ([9] + [3] * 6, False), ([9, *[3] * 8], True), ([3] * 4, None), ([3] * 7 + [5], False)],
    )
    def test_well_for_half_a_year(self, facts_of: Any, scores: list[int], well: Any) -> None:
        """Every score of the time in remission, and the one with which it began; too few leave it open."""
        assert one(facts_of(self.monthly(scores), days=30), "maintenance").get("well") is well

    def test_the_end_by_number_leaves_open_what_was_not_asked(self, facts_of: Any) -> None:
        """MNT-24: with one contact left."""
        facts = facts_of(self.monthly([3] * 8, planned_sessions=9), days=30)
        fact = one(facts, "maintenance")
        assert (fact.get("contacts"), fact.get("contacts_left"), fact.get("end_in_sight")) == (8, 1, True)
        assert {"maintenance-plan-rehearsed", "maintenance-major-event"} <= set(topics(facts))
        assert "maintenance-well" not in topics(facts)

    def test_the_end_by_date(self, facts_of: Any) -> None:
        """A month before the day agreed."""
        on = START + timedelta(days=30 * 18)
        near = self.monthly([3, 3], ends=on + timedelta(days=31))
        far = self.monthly([3, 3], ends=on + timedelta(days=32))
        assert one(facts_of(near, days=30), "maintenance").get("end_in_sight") is True
        assert one(facts_of(far, days=30), "maintenance").get("end_in_sight") is False

    def test_a_year_counts_where_no_end_was_agreed(self, facts_of: Any) -> None:
        """Twelve months of 30 days are not yet a year, thirteen are."""
        assert one(facts_of(self.monthly([3] * 13), days=30), "maintenance").get("end_in_sight") is False
        assert one(facts_of(self.monthly([3] * 14), days=30), "maintenance").get("end_in_sight") is True
