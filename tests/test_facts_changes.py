"""Facts about changes of role: what counts as one, how hard it is found, and where it lies beside the onset."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ipt_rules import Case, Rulebook
from ipt_rules.facts.base import Fact
from ipt_rules.facts.changes import derive
from ipt_rules.facts.view import View

ON = date(2026, 1, 10)


def facts(rulebook: Rulebook, kind: str, **intake: Any) -> list[Fact]:
    """The facts of one kind that this module makes of an intake; the low mood began in November."""
    data = {"date": "2026-01-10", "episode": {"onset": "2025-11-01"}, **intake}
    case = Case.from_data({"schema_version": 1, "id": "c1", "intake": data})
    return [fact for fact in derive(View(case, ON, rulebook)) if fact.kind == kind]


def change(rulebook: Rulebook, /, **event: Any) -> Fact:
    """The fact of one event, a move unless said otherwise."""
    people = event.pop("people", [])
    entry = {"event": "e1", "type": "move", **event}
    return facts(rulebook, "life_change", life_events=[entry], relationships=people)[0]


class TestWhichEvents:
    def test_a_death_is_no_change(self, rulebook: Rulebook) -> None:
        """Deaths belong to grief."""
        events = [{"event": "d", "type": "death"}, {"event": "m", "type": "move"}]
        assert [fact.get("event") for fact in facts(rulebook, "life_change", life_events=events)] == ["m"]

    @pytest.mark.parametrize(("accepted", "count"), [("yes", 0), ("no", 1), (None, 1)])
    def test_a_missing_person_is_a_change_until_death_is_accepted(
        self, rulebook: Rulebook, accepted: str | None, count: int
    ) -> None:
        """A missing person whose death is accepted as a fact is a death."""
        event = {"event": "b", "type": "missing-person", "mourning": {"accepted_as_fact": accepted}}
        assert len(facts(rulebook, "life_change", life_events=[event])) == count

    @pytest.mark.parametrize(
        ("type_", "meaning", "expected"),
        [
            ("move", {}, True),
            ("other", {}, False),
            ("other", {"hard": "yes"}, True),
            ("legal-trouble", {"leaves_familiar_role": "yes"}, True),
            ("betrayal", {"hard": "yes"}, False),
            ("peer-rejection", {"signs": ["lost-supports"]}, False),
        ],
    )
    def test_the_type_says_whether_it_is_a_change_of_role(
        self, rulebook: Rulebook, type_: str, meaning: dict[str, Any], expected: bool
    ) -> None:
        """Other events are one only when a change of role is recorded; a betrayal never is."""
        assert change(rulebook, type=type_, role_change=meaning).get("is_role_change") is expected


class TestMeaning:
    @pytest.mark.parametrize(
        ("meaning", "expected"),
        [
            ({}, None),
            ({"hard": "yes"}, True),
            ({"hard": "no"}, False),
            ({"hard": "not-known"}, None),
            ({"wanted": "yes", "felt_as_loss": "yes"}, True),
            ({"signs": ["cannot-meet-demands"]}, True),
            ({"felt_as_loss": "no"}, None),
        ],
    )
    def test_found_hard_as_told_or_as_shown(
        self, rulebook: Rulebook, meaning: dict[str, Any], expected: bool | None
    ) -> None:
        """A wanted change can be felt as a loss; only a told no is a no."""
        assert change(rulebook, role_change=meaning).get("found_hard") is expected

    def test_old_role_all_good_and_new_role_all_bad_are_one_sign(self, rulebook: Rulebook) -> None:
        """Two ways of seeing the same thing count once, and both are told."""
        signs = ["new-role-all-bad", "old-role-all-good", "lost-supports"]
        fact = change(rulebook, role_change={"signs": signs})
        assert fact.get("signs") == 2
        assert fact.get("signs_told") == "the old role seen as all good, the new role seen as all bad, lost supports"

    def test_no_signs_are_none_only_when_asked(self, rulebook: Rulebook) -> None:
        """An empty list of signs is not known unless the signs were asked about."""
        assert change(rulebook, role_change={}).get("signs") is None
        assert change(rulebook, role_change={"signs_asked": "yes"}).get("signs") == 0

    def test_adapted_to_is_resolved(self, rulebook: Rulebook) -> None:
        """What is adapted to is settled; what goes on is not; else it is not known."""
        assert change(rulebook, role_change={"adapted": "yes"}).get("unresolved") is False
        assert change(rulebook, goes_on="yes").get("unresolved") is True
        assert change(rulebook).get("unresolved") is None


class TestTiming:
    @pytest.mark.parametrize(
        ("told", "near", "after"),
        [
            ({}, None, None),
            ({"date": "2025-09-01"}, False, False),
            ({"date": "2025-12-01"}, False, True),
            ({"date": "2025-09-01", "onset_relation": "around"}, False, False),
            ({"onset_relation": "around"}, True, False),
            ({"onset_relation": "before"}, None, False),
            ({"onset_relation": "before", "linked_by": ["patient"]}, True, False),
            ({"onset_relation": "after", "linked_by": ["patient"]}, False, True),
            ({"onset_relation": "years-before", "linked_by": ["patient"]}, False, False),
            ({"linked_by": ["therapist"]}, True, None),
            ({"date": "2025", "linked_by": ["therapist"]}, True, None),
            ({"date": "2015", "linked_by": ["therapist"]}, False, False),
        ],
    )
    def test_what_is_told_counts_where_no_date_tells(
        self, rulebook: Rulebook, told: dict[str, Any], near: bool | None, after: bool | None
    ) -> None:
        """Around the onset, or linked without a date that tells otherwise."""
        fact = change(rulebook, **told)
        assert (fact.get("told_near_onset"), fact.get("after_onset")) == (near, after)

    def test_days_before_onset_are_counted(self, rulebook: Rulebook) -> None:
        """Two months before the onset."""
        assert change(rulebook, date="2025-09-01").get("days_before_onset") == 61


class TestLossOfABaby:
    @pytest.mark.parametrize(
        ("child", "loss", "role_change"),
        [
            ({"type": "pregnancy", "date": "2025-02-01"}, {"type": "stillbirth", "date": "2025-11-08"}, False),
            ({"type": "pregnancy", "date": "2025-02-01"}, {"type": "stillbirth", "date": "2025-11-09"}, True),
            ({"type": "birth", "date": "2025-09-02"}, {"type": "neonatal-death", "date": "2025-09"}, False),
            ({"type": "birth", "date": "2025-09-02"}, {"type": "neonatal-death", "date": "2025-08"}, True),
            ({"type": "birth", "date": "2025-09-02"}, {"type": "pregnancy-loss", "date": "2025-10"}, True),
            ({"type": "pregnancy", "onset_relation": "before"}, {"type": "pregnancy-loss", "date": "2025-12"}, False),
            ({"type": "birth", "date": "2025-09"}, {"type": "stillbirth", "onset_relation": "years-before"}, True),
            ({"type": "birth", "onset_relation": "years-before"}, {"type": "stillbirth", "date": "2025-09"}, True),
            ({"type": "birth", "onset_relation": "around"}, {"type": "stillbirth"}, False),
            ({"type": "move", "date": "2025-09"}, {"type": "stillbirth", "date": "2025-09"}, True),
        ],
    )
    def test_a_child_that_may_have_died_is_no_change_of_role(
        self, rulebook: Rulebook, child: dict[str, Any], loss: dict[str, Any], role_change: bool
    ) -> None:
        """Only a loss that is surely of another child leaves the change of role; a loss of unknown time does not."""
        events = [{"event": "child", **child}, {"event": "loss", **loss}]
        fact = facts(rulebook, "life_change", life_events=events)[0]
        assert fact.get("is_role_change") is role_change


class TestEndOfARelationship:
    @pytest.mark.parametrize(
        ("conflict", "not_let_go", "accepted"),
        [
            ({"hoping_to_restore": "yes"}, True, None),
            ({"separation_under_way": "yes"}, True, None),
            ({"both_accept_end": "yes", "separation_under_way": "yes"}, False, True),
            ({"hoping_to_restore": "no", "separation_under_way": "no"}, False, None),
            ({"stage": "impasse", "present": "yes"}, None, None),
            ({}, None, None),
        ],
    )
    def test_a_contested_end_is_no_change_of_role_yet(
        self, rulebook: Rulebook, conflict: dict[str, Any], not_let_go: bool | None, accepted: bool | None
    ) -> None:
        """Hoped to be undone or under way it is a dispute; accepted by both it is a change of role."""
        people = [{"person": "p1", "conflict": conflict}]
        fact = change(rulebook, type="separation", person="p1", people=people)
        assert (fact.get("not_let_go"), fact.get("end_accepted")) == (not_let_go, accepted)
        assert fact.get("is_role_change") is (not_let_go is not True)

    def test_the_conflict_recorded_with_the_event_stands_for_its_person(self, rulebook: Rulebook) -> None:
        """Where the event names nobody, the conflict that is about it tells."""
        people = [{"person": "p1", "conflict": {"about_event": "e1", "both_accept_end": "yes"}}]
        assert change(rulebook, type="divorce", people=people).get("end_accepted") is True

    def test_a_job_has_no_end_to_accept(self, rulebook: Rulebook) -> None:
        """Only the end of a relationship is looked at so."""
        people = [{"person": "p1", "conflict": {"hoping_to_restore": "yes"}}]
        assert change(rulebook, type="job-loss", person="p1", people=people).get("not_let_go") is None


class TestHub:
    def test_events_conflicts_and_isolation_that_came_with_it_make_a_hub(self, rulebook: Rulebook) -> None:
        """Each of the three does; only other events are told as brought by it."""
        move = {"event": "move-2025", "type": "move"}
        layoff = {"event": "layoff", "type": "job-loss", "part_of": "move-2025"}
        quarrel = [{"person": "p1", "conflict": {"began_with_event": "move-2025"}}]
        alone = {"began_with_event": "move-2025"}
        hubs = [
            facts(rulebook, "life_change", life_events=[move, layoff])[0],
            facts(rulebook, "life_change", life_events=[move], relationships=quarrel)[0],
            facts(rulebook, "life_change", life_events=[move], social=alone)[0],
        ]
        assert [fact.get("is_hub") for fact in hubs] == [True, True, True]
        assert [fact.get("brought") for fact in hubs] == ["the loss of the job", None, None]
        assert change(rulebook).get("is_hub") is None


class TestConditions:
    def test_a_condition_takes_the_event_it_goes_with_as_its_subject(self, rulebook: Rulebook) -> None:
        """So the birth counts once, whether as an event or as the time after a birth."""
        birth = {"event": "birth-2025", "type": "birth"}
        with_event = facts(rulebook, "condition_change", patient={"weeks_postpartum": 8}, life_events=[birth])
        without = facts(rulebook, "condition_change", patient={"weeks_postpartum": 8})
        assert [fact.get("subject") for fact in (*with_event, *without)] == ["birth-2025", "perinatal"]

    @pytest.mark.parametrize(
        ("patient", "event", "count"),
        [
            ({"weeks_postpartum": 52}, None, 1),
            ({"weeks_postpartum": 53}, None, 0),
            ({"weeks_postpartum": 8}, "stillbirth", 0),
            ({"pregnant": "yes"}, "stillbirth", 1),
            ({"pregnant": "not-known"}, None, 0),
        ],
    )
    def test_perinatal_is_pregnancy_and_the_year_after_a_birth(
        self, rulebook: Rulebook, patient: dict[str, Any], event: str | None, count: int
    ) -> None:
        """After the death of a baby it is grief, and not a change to being a parent."""
        events = [{"event": "e1", "type": event}] if event else []
        assert len(facts(rulebook, "condition_change", patient=patient, life_events=events)) == count

    def test_an_illness_counts_when_it_is_chronic_and_affects_relationships(self, rulebook: Rulebook) -> None:
        """Both must be known."""
        found = [
            facts(rulebook, "condition_change", diagnosis={"medical": [illness]})
            for illness in (
                {"kind": "chronic", "affects_relationships": "yes"},
                {"kind": "coronary", "affects_relationships": "yes"},
                {"kind": "chronic"},
                {"kind": "acute", "affects_relationships": "yes"},
            )
        ]
        assert [len(one) for one in found] == [1, 1, 0, 0]

    def test_diagnoses_that_change_roles(self, rulebook: Rulebook) -> None:
        """Post-traumatic stress and bipolar disorder, each with a subject of its own where no event is recorded."""
        found = facts(rulebook, "condition_change", diagnosis={"primary": "bipolar-disorder", "comorbid": ["ptsd"]})
        assert [fact.get("subject") for fact in found] == ["trauma", "healthy-self"]


class TestUnknowns:
    @pytest.mark.parametrize(
        ("event", "count"),
        [
            ({"date": "2025-09-01"}, 1),
            ({"date": "2025-09-01", "role_change": {"hard": "no"}}, 0),
            ({"date": "2015"}, 0),
            ({}, 0),
            ({"type": "betrayal", "date": "2025-09-01"}, 0),
        ],
    )
    def test_how_a_change_near_the_onset_is_felt_has_to_be_asked(
        self, rulebook: Rulebook, event: dict[str, Any], count: int
    ) -> None:
        """Not for changes long past or undated, nor for what is no change of role."""
        entry = {"event": "e1", "type": "move", **event}
        assert len(facts(rulebook, "unknown", life_events=[entry])) == count
