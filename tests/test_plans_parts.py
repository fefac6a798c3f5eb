"""What feeds a part of a plan and what does not: each condition of the derivations, at its edge."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from ipt_rules import Case, Rulebook, recommend
from ipt_rules.plans import Plan, PlanPart, Plans

START = date(2025, 10, 4)


@pytest.fixture
def plans_of(rulebook: Rulebook) -> Any:
    """The plans of a weekly course of 16; `sessions` says by number what each held."""

    def make(sessions: dict[int, dict[str, Any]] | None = None, **intake: Any) -> Plans:
        told = [{"number": n, "date": START + timedelta(weeks=n), **one} for n, one in (sessions or {}).items()]
        base = {"date": START, "course": {"planned_sessions": 16}, **intake}
        case = Case.from_data({"schema_version": 1, "id": "c1", "intake": base, "sessions": told})
        return recommend(case, rulebook, told[-1]["date"] if told else START, engine="plain").plans

    return make


def texts(part: PlanPart) -> list[str]:
    return [one.text for one in part.holds]


def places(part: PlanPart) -> list[str]:
    return [place for one in part.holds for place in one.places]


def end(plans: Plans) -> Plan:
    return plans.relapse_prevention


class TestTriggers:
    @pytest.mark.parametrize(
        ("fields", "held"),
        [
            ({"repeats": "yes"}, ["the move"]),
            ({"repeats": "no"}, []),
            ({"goes_on": "yes"}, ["the move"]),
            ({"goes_on": "yes", "resolved": "yes"}, []),
            ({"goes_on": "yes", "meaning": "so far from all"}, ["the move: so far from all"]),
            ({}, []),
        ],
    )
    def test_events(self, plans_of: Any, fields: dict[str, Any], held: list[str]) -> None:
        """What came before earlier episodes, or goes on and is not settled, is offered."""
        event = {"event": "m1", "type": "move", "date": "2025-01", **fields}
        assert texts(end(plans_of({14: {}}, life_events=[event])).part("triggers")) == held

    @pytest.mark.parametrize(
        ("person", "held"),
        [({}, ["conflict with p2"]), ({"alive": "no"}, []), ({"past": "yes"}, [])],
    )
    def test_conflicts_of_today(self, plans_of: Any, person: dict[str, Any], held: list[str]) -> None:
        """A conflict with the dead, or with somebody of the past, is no strain that is coming."""
        one = {"person": "p2", "conflict": {"present": "yes"}, **person}
        assert texts(end(plans_of({14: {}}, relationships=[one])).part("triggers")) == held

    @pytest.mark.parametrize(
        ("due", "held"),
        [
            ("2026-01-09", []),
            ("2026-01-10", ["a birth is expected, 2026-01-10"]),
            ("2026-01", ["a birth is expected, 2026-01"]),
            ("2027-01-10", ["a birth is expected, 2027-01-10"]),
            ("2027-01-11", []),
        ],
    )
    def test_a_birth_ahead(self, plans_of: Any, due: str, held: list[str]) -> None:
        """Within the twelve months from the day of the advice, that day included."""
        assert texts(end(plans_of({14: {}}, patient={"due_date": due})).part("triggers")) == held

    @pytest.mark.parametrize(("died", "held"), [("2025-01-11", 1), ("2025-01-10", 0), ("2025", 0), ("2025-01", 1)])
    def test_the_first_year_after_a_death(self, plans_of: Any, died: str, held: int) -> None:
        """Less than 365 days ago the first anniversary is ahead; a year alone tells nothing."""
        event = {"event": "d1", "type": "death", "person": "mother", "date": died}
        assert len(texts(end(plans_of({14: {}}, life_events=[event])).part("triggers"))) == held

    @pytest.mark.parametrize(
        ("answers", "held"),
        [
            (["yes"], ["a major event is expected"]),
            (["no"], []),
            (["yes", "no"], []),
            (["yes", "not-known"], ["a major event is expected"]),
        ],
    )
    def test_a_major_event(self, plans_of: Any, answers: list[str], held: list[str]) -> None:
        """The latest yes or no decides; that it is not known takes nothing back."""
        sessions = {13 + at: {"maintenance": {"major_event_expected": one}} for at, one in enumerate(answers)}
        assert texts(end(plans_of(sessions)).part("triggers")) == held


class TestSkillsAndContact:
    def test_a_sudden_gain_is_offered_with_its_session(self, plans_of: Any) -> None:
        """A fall between two measures that lasted is worth asking about."""
        totals = {1: 20, 2: 19, 3: 10, 4: 9, 13: 9}
        made = plans_of({n: {"measures": {"phq9": {"total": total}}} for n, total in totals.items()})
        assert texts(end(made).part("skills")) == [
            "PHQ-9 20 → 9 (−11), from session 1 to session 13",
            "PHQ-9 19 → 10 (−9), at session 3",
        ]

    @pytest.mark.parametrize(
        ("last", "held"),
        [(13, ["PHQ-9 19 → 13 (−6), from session 1 to session 13"]), (14, []), (18, []), (19, []), (25, [])],
    )
    def test_a_fall_is_offered_where_it_is_reliable(self, plans_of: Any, last: int, held: list[str]) -> None:
        """A fall within the error of the measure tells nothing of what helped."""
        made = plans_of({n: {"measures": {"phq9": {"total": total}}} for n, total in ((1, 19), (13, last))})
        assert texts(end(made).part("skills")) == held

    @pytest.mark.parametrize(
        ("answer", "held"), [("yes", ["a way to make contact in an emergency is agreed"]), ("no", [])]
    )
    def test_contact_in_an_emergency(self, plans_of: Any, answer: str, held: list[str]) -> None:
        """What was agreed for maintenance is offered for the plan, and filled in no other way."""
        part = end(plans_of({14: {"maintenance": {"emergency_contact": answer}}})).part("contact")
        assert (texts(part), part.status) == (held, "partly" if held else "missing")

    @pytest.mark.parametrize(
        ("medication", "status"), [(None, "filled"), ([], "filled"), ([{"taken": "yes"}], "filled")]
    )
    def test_a_written_part_on_medicine_is_filled_whatever_is_taken(
        self, plans_of: Any, medication: Any, status: str
    ) -> None:
        """What is written is shown, also where it is not needed or not known to be."""
        written = {"relapse_plan": {"medication": ["her doctor decides"]}}
        part = end(plans_of({14: written}, medication=medication)).part("medication")
        assert (part.status, part.ask, texts(part)[:1]) == (status, "", ["her doctor decides"])


class TestFormulation:
    @pytest.mark.parametrize(("present", "held"), [("yes", 1), ("no", 0), ("not-known", 0), (None, 0)])
    def test_a_conflict_that_is_there(self, plans_of: Any, present: str | None, held: int) -> None:
        """Only a conflict that is known to be there is offered as the crisis."""
        one = {"person": "p2", "conflict": {"present": present, "worse_around_onset": "yes"}}
        assert len(texts(plans_of(relationships=[one]).formulation.part("crisis"))) == held

    @pytest.mark.parametrize(
        ("agrees", "more"), [("yes", []), ("no", ["the person does not agree"]), ("not-known", []), (None, [])]
    )
    def test_the_focus_and_the_person(self, plans_of: Any, agrees: str | None, more: list[str]) -> None:
        """A focus that is not agreed on does not fill the part; that it was turned down is told."""
        event = {"event": "m1", "type": "move", "date": "2025-06"}
        focus = {"area": "role-transition", "about": "m1", "patient_agrees": agrees}
        made = plans_of({3: {"focus_agreed": focus}}, life_events=[event], episode={"onset": "2025-07"})
        part = made.formulation.part("focus")
        assert part.status == ("filled" if agrees == "yes" else "partly")
        assert texts(part)[:-1] == ["role transition, the move", *more]

    def test_a_conflict_that_became_worse_around_the_onset_ties_the_focus(self, plans_of: Any) -> None:
        """No date is needed where that is told."""
        one = {"person": "p2", "conflict": {"present": "yes", "worse_around_onset": "yes"}}
        focus = {"area": "role-dispute", "about": "p2", "patient_agrees": "yes"}
        assert plans_of({3: {"focus_agreed": focus}}, relationships=[one]).formulation.part("focus").status == "filled"

    @pytest.mark.parametrize(("of_whom", "afraid"), [("partner", True), ("p3", False), (None, True)])
    def test_a_feared_persons_dispute_is_not_what_the_record_speaks_for(
        self, plans_of: Any, of_whom: str | None, afraid: bool
    ) -> None:
        """Where violence or fear is told of that person, or of nobody named, safety comes before it as the focus."""
        conflict = {"present": "yes", "since": "2025-06", "repeating": "yes", "distressing": "yes"}
        partner = {"person": "partner", "role": "partner", "expectations_met": "no", "conflict": conflict}
        people = [partner, {"person": "p3", "role": "friend"}]
        risk = {"violence": {"fear": "yes", **({"person": of_whom} if of_whom else {})}}
        made = plans_of(relationships=people, episode={"onset": "2025-07"}, risk=risk)
        safety = "violence or fear is told, so safety comes before a dispute as the focus"
        told = f"by the arguments alone: role dispute, partner; {safety}"
        bare = "the record speaks for role dispute, partner"
        assert texts(made.formulation.part("focus")) == [told if afraid else bare]

    @pytest.mark.parametrize(
        ("onset", "when", "tied"),
        [
            ("2025-07", {"date": "2025-06"}, True),
            ("2025-07", {"date": "2025-07"}, True),
            ("2025-07", {"date": "2025-08"}, False),
            ("2025-07", {"date": "2025-08", "onset_relation": "before"}, False),
            ("2025-07", {"date": "2025"}, True),
            ("2024-07", {"date": "2025"}, False),
            ("2025-07", {"onset_relation": "around"}, True),
            ("2025-07", {"onset_relation": "after"}, False),
            ("2025-07", {}, True),
        ],
    )
    @pytest.mark.parametrize("about", ["m1", "p2"])
    def test_what_came_later_is_no_tie_to_the_beginning(
        self, plans_of: Any, about: str, onset: str, when: dict[str, str], tied: bool
    ) -> None:
        """Also where it is linked to the low mood; what is linked and of unknown time stays a tie."""
        event = {"event": "m1", "type": "move", "linked_by": ["patient"]}
        since = {"since" if name == "date" else name: value for name, value in when.items()}
        conflict = {"present": "yes", "linked_by": ["patient"], **since}
        focus = {"area": "role-transition" if about == "m1" else "role-dispute", "about": about}
        made = plans_of(
            {3: {"focus_agreed": {**focus, "patient_agrees": "yes"}}},
            life_events=[{**event, **when}],
            relationships=[{"person": "p2", "conflict": conflict}],
            episode={"onset": onset},
        )
        part = made.formulation.part("focus")
        assert (part.status, len(part.holds)) == (("filled", 2) if tied else ("partly", 1))

    def test_an_open_choice_is_told_as_open(self, plans_of: Any) -> None:
        """Where the record speaks for one area and the patient's wish for another, neither is put first."""
        people = [
            {"person": "mother", "role": "parent", "alive": "no", "closeness": "very-close"},
            {
                "person": "p2",
                "role": "partner",
                "expectations_met": "no",
                "conflict": {"present": "yes", "since": "2025-06"},
            },
        ]
        events = [{"event": "d1", "type": "death", "person": "mother", "date": "2025-06"}]
        wish = {"patient_priority": "grief", "patient_priority_about": "d1"}
        made = plans_of(relationships=people, life_events=events, episode={"onset": "2025-07"}, **wish)
        assert texts(made.formulation.part("focus")) == ["the record leaves it open between role dispute / grief"]

    @pytest.mark.parametrize(
        ("intake", "held"),
        [
            ({"social": {"long_standing": "yes"}}, ["few ties, or unease with people, for many years"]),
            ({"social": {"long_standing": "no"}}, []),
            ({"diagnosis": {"substance_use": "use"}}, []),
            ({"diagnosis": {"substance_use": "harmful"}}, ["alcohol or drugs: harmful"]),
            ({"diagnosis": {"comorbid": ["ptsd"]}}, ["ptsd"]),
            ({"diagnosis": {"medical": [{"affects_relationships": "yes"}]}}, []),
        ],
    )
    def test_vulnerability(self, plans_of: Any, intake: dict[str, Any], held: list[str]) -> None:
        """What is recorded of the person's make-up, and nothing that is not."""
        assert texts(plans_of(**intake).formulation.part("vulnerability")) == held

    def test_who_could_support_was_not_asked_at_the_time(self, plans_of: Any) -> None:
        """Whether they were asked since is not known, so it is told of then."""
        one = {"person": "p2", "could_support": "yes"}
        told = ["p2: could give support; not asked when this was recorded"]
        assert texts(plans_of(relationships=[one]).formulation.part("support")) == told

    def test_a_relationship_of_the_past_is_no_support(self, plans_of: Any) -> None:
        """Nor is one with somebody who died."""
        people = [
            {"person": "p2", "past": "yes", "supportive": "yes"},
            {"person": "p3", "alive": "no", "confidant": "yes"},
        ]
        assert not texts(plans_of(relationships=people).formulation.part("support"))

    @pytest.mark.parametrize(("planned", "status"), [(16, "not-yet"), (8, "missing")])
    def test_in_a_short_course_the_view_is_asked_for_earlier(self, plans_of: Any, planned: int, status: str) -> None:
        """The session that closes the initial phase is the one in which the formulation is offered."""
        made = plans_of({1: {}}, course={"planned_sessions": planned})
        assert made.formulation.part("agreement").status == status


class TestMaintenance:
    @pytest.mark.parametrize(
        ("session", "where"),
        [
            ({"learned": {"diagnosis": {"severity": "severe"}}}, ["sessions[0].learned.diagnosis.severity"]),
            ({"measures": {"phq9": {"total": 20}}}, ["sessions[0].measures.phq9"]),
            ({"measures": {"wsas": {"total": 21}, "phq9": {"total": 19}}}, ["sessions[0].measures.wsas"]),
        ],
    )
    def test_where_severity_is_known_from(self, plans_of: Any, session: dict[str, Any], where: list[str]) -> None:
        """The clinician's word, or the scores that count as severe, and no others."""
        need = plans_of({5: session, 14: {}}).maintenance.part("need")
        (severe,) = [one for one in need.holds if one.text.startswith("severe")]
        assert list(severe.places) == where

    def test_where_strain_is_known_from(self, plans_of: Any) -> None:
        """Isolation, conflicts with the living and events that go on; not what is over."""
        people = [
            {"person": "p2", "conflict": {"present": "yes"}},
            {"person": "p3", "alive": "no", "conflict": {"present": "yes"}},
        ]
        events = [
            {"event": "m1", "type": "move", "goes_on": "yes"},
            {"event": "m2", "type": "move", "goes_on": "yes", "resolved": "yes"},
        ]
        made = plans_of({14: {}}, relationships=people, life_events=events, social={"isolated": "yes"})
        assert places(made.maintenance.part("need")) == [
            "intake.social.isolated",
            "intake.relationships[0].conflict",
            "intake.life_events[0].goes_on",
        ]

    @pytest.mark.parametrize(("answer", "there"), [("yes", True), ("no", False)])
    def test_the_contract_states_contact_in_an_emergency(self, plans_of: Any, answer: str, there: bool) -> None:
        """Where it is agreed, and not where it was answered with no."""
        told = {"maintenance": {"accepted": "yes", "emergency_contact": answer}}
        assert ("contact in an emergency" in texts(plans_of({14: told}).maintenance.part("contract"))) is there

    def test_an_end_is_a_day_on_which_it_is_looked_at(self, plans_of: Any) -> None:
        """A contract that ends on a day has its review then."""
        told = {"maintenance": {"accepted": "yes", "ends": date(2027, 1, 31)}}
        part = plans_of({14: told}).maintenance.part("review")
        assert (part.status, texts(part)) == ("filled", ["until 2027-01-31"])

    @pytest.mark.parametrize(
        ("intake", "status"),
        [
            ({"risk": {"recent_discharge": "yes"}}, "missing"),
            ({"measures": {"phq9": {"total": 9, "items": {"9": 1}}}}, "not-yet"),
        ],
    )
    def test_the_bridge_and_alerts(self, plans_of: Any, intake: dict[str, Any], status: str) -> None:
        """A caution leaves the bridge open; an enquiry about safety that stands does not."""
        assert (
            plans_of({14: {"maintenance": {"accepted": "yes"}}}, **intake).maintenance.part("bridge").status == status
        )

    def test_what_is_not_needed_is_told_before_its_time(self, plans_of: Any) -> None:
        """A plan that is not due says already which part it will not need."""
        parts = end(plans_of({5: {}}, medication=[]))
        assert (parts.part("medication").status, parts.part("signs").status) == ("not-needed", "not-yet")

    def test_declined_while_the_ending_is_far(self, plans_of: Any) -> None:
        """A wish that was recorded early is not taken for one that is open."""
        made = plans_of({5: {"maintenance": {"accepted": "no"}}}).maintenance
        assert (made.part("decision").status, made.part("frequency").status) == ("filled", "not-needed")
