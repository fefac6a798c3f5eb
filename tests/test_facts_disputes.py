"""Conflicts as facts: what counts as one, its time, its end, its stage, and what of it is not known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from ipt_rules.case import Case
from ipt_rules.facts import disputes
from ipt_rules.facts.base import Fact
from ipt_rules.facts.view import View
from tests_support import shipped_rulebook

ON = date(2026, 3, 1)
PARAMETERS = {
    "timing_weak_days": 365,
    "dispute_before_onset_days": 183,
    "dispute_after_onset_days": 31,
    "dispute_pregnancy_days": 280,
}


class Numbers:
    """The part of a rulebook that these derivations ask for."""

    course = instruments = checklists = None
    group, order, sorting = shipped_rulebook().group, shipped_rulebook().order, shipped_rulebook().sorting

    def parameter(self, key: str) -> Any:
        return PARAMETERS[key]


def facts(intake: Mapping[str, Any], sessions: list[Mapping[str, Any]] | None = None) -> list[Fact]:
    base = {"date": "2026-01-10", "episode": {"onset": "2025-12-01"}, **intake}
    case = Case.from_data({"schema_version": 1, "id": "c", "intake": base, "sessions": sessions or []})
    return list(disputes.derive(View(case, ON, Numbers())))  # type: ignore[arg-type]


def person(conflict: Mapping[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    entry = {"person": "p1", "role": "partner", **more}
    return entry if conflict is None else {**entry, "conflict": conflict}


def dispute(entry: Mapping[str, Any], sessions: list[Mapping[str, Any]] | None = None, **intake: Any) -> dict[str, Any]:
    """The values of the only dispute."""
    found = facts({"relationships": [entry], **intake}, sessions)
    (one,) = [fact for fact in found if fact.kind == "dispute"]
    return dict(one.values)


def topics(found: list[Fact]) -> set[str]:
    return {str(fact.get("topic")) for fact in found if fact.kind == "unknown"}


class TestWhatIsADispute:
    @pytest.mark.parametrize(
        "entry",
        [
            person({"present": "yes"}),
            person({"hidden": "yes"}),
            person({"hidden_signs": ["submits"]}),
            person({"repeating": "yes"}),
            person({"since": "2025-10"}),
            person({"present": "no", "hidden": "yes"}),
            person({"present": "no", "both_accept_end": "yes"}),
            person(expectations_met="no"),
        ],
    )
    def test_anything_told_of_a_conflict_makes_one(self, entry: dict[str, Any]) -> None:
        """Open, hidden, or told by any of its features: there is one dispute with that person."""
        assert dispute(entry)["person"] == "p1"

    @pytest.mark.parametrize(
        "entry",
        [
            person(),
            person({}),
            person({"present": "no"}),
            person({"present": "not-known"}),
            person({"present": "no", "repeating": "yes"}),
            person(expectations_met="no", alive="no"),
        ],
    )
    def test_nothing_told_or_a_no_makes_none(self, entry: dict[str, Any]) -> None:
        """A blank, an answered no, and a disappointment about someone who died are no dispute."""
        assert [fact for fact in facts({"relationships": [entry]}) if fact.kind == "dispute"] == []

    def test_a_blank_is_not_in_the_fact(self) -> None:
        """What was not asked is unknown, never no."""
        told = dispute(person({"present": "yes"}))
        assert not {"hidden", "mismatch", "stage", "little_hope", "around_onset", "alive"} & set(told)

    def test_roles_fall_into_groups(self) -> None:
        """A boss is somebody at work; an unknown role has no group."""
        assert dispute(person({"present": "yes"}, role="boss"))["role_group"] == "work"
        assert "role_group" not in dispute({"person": "p1", "conflict": {"present": "yes"}})

    def test_unimportant_only_when_said_so(self) -> None:
        """A blank does not make a person unimportant, nor does a no about close family."""
        assert dispute(person({"present": "yes"}, role="neighbour", important="no"))["unimportant"] is True
        assert dispute(person({"present": "yes"}, role="neighbour"))["unimportant"] is False
        assert dispute(person({"present": "yes"}, important="no"))["unimportant"] is False

    def test_signs_count_until_it_is_said_that_it_is_spoken_of(self) -> None:
        """A no about a hidden disagreement outranks signs of one; `not known` does not."""
        signs = {"present": "yes", "hidden_signs": ["submits", "silence"]}
        assert dispute(person(signs))["hidden_signs"] == 2
        assert dispute(person({**signs, "hidden": "not-known"}))["hidden_signs"] == 2
        assert dispute(person({**signs, "hidden": "no"}))["hidden_signs"] == 0

    def test_a_hidden_dispute_is_present_and_not_overt(self) -> None:
        """What is not spoken of is there, and no open quarrel."""
        told = dispute(person({"present": "no", "hidden": "yes"}))
        assert (told["present"], told["overt"]) == (True, False)


class TestOver:
    def test_a_dead_person_ends_a_dispute(self) -> None:
        """Said to be dead, or dead on the timeline, even with a quarrel recorded as present."""
        assert dispute(person({"present": "yes"}, alive="no"))["other_dead"] is True
        death = {"event": "death", "type": "death", "person": "p1"}
        told = dispute(person({"present": "yes"}), life_events=[death])
        assert (told["other_dead"], told["over"], told["alive"]) == (True, True, False)

    def test_an_accepted_end_is_over_unless_they_quarrel_now(self) -> None:
        """Ended and accepted by both is over; parents who still quarrel about the children are not."""
        assert dispute(person({"both_accept_end": "yes", "worse_around_onset": "yes"}))["over"] is True
        assert dispute(person({"both_accept_end": "yes", "present": "yes"}))["over"] is False


class TestExpectations:
    def test_a_mismatch_recorded_as_such(self) -> None:
        """Either field that says so is enough."""
        assert dispute(person({"expectations_mismatch": "yes"}))["mismatch"] is True
        assert dispute(person({"present": "yes"}, expectations_met="no"))["mismatch"] is True

    def test_both_sides_recorded_and_a_conflict(self) -> None:
        """What both expect, together with a conflict, is a mismatch; one side alone is not."""
        both = person({"present": "yes"}, expect_self="help", expect_other="peace")
        assert dispute(both)["mismatch"] is True
        assert "mismatch" not in dispute(person({"present": "yes"}, expect_self="help"))

    def test_an_answered_no_outranks_the_texts(self) -> None:
        """They quarrel about something else than their expectations."""
        both = person({"present": "yes", "expectations_mismatch": "no"}, expect_self="help", expect_other="help")
        assert dispute(both)["mismatch"] is False


class TestTiming:
    def test_a_date_decides(self) -> None:
        """Four months before the onset: around it, by the date."""
        told = dispute(person({"present": "yes", "since": "2025-08-01"}))
        assert (told["days_before_onset"], told["timing_basis"], told["told_around_onset"]) == (122, "date", True)

    @pytest.mark.parametrize(
        ("since", "around"), [("2025-06-01", True), ("2025-05-31", False), ("2026-01-01", True), ("2026-01-02", False)]
    )
    def test_around_the_onset_has_limits(self, since: str, around: bool) -> None:
        """Up to half a year before and a month after, to the day."""
        assert dispute(person({"present": "yes", "since": since}))["around_onset"] is around

    def test_told_without_a_date(self) -> None:
        """Worse around the onset is a relation; a link alone is a link; neither is nothing."""
        assert dispute(person({"worse_around_onset": "yes"}))["timing_basis"] == "relation"
        assert dispute(person({"present": "yes", "linked_by": ["patient"]}))["timing_basis"] == "link"
        assert dispute(person({"present": "yes"}))["timing_basis"] == "none"

    def test_what_began_with_an_event_has_its_time_and_none_of_its_own(self) -> None:
        """Rows since the birth: dated by the birth, which has the timing."""
        birth = {"event": "birth", "type": "birth", "date": "2025-11-01"}
        told = dispute(person({"present": "yes", "began_with_event": "birth"}), life_events=[birth])
        assert (told["days_before_onset"], told["own_timing"], told["began_with"]) == (30, False, "the birth")

    def test_a_betrayal_has_its_own_time(self) -> None:
        """It is part of the dispute, not an event that counts elsewhere."""
        affair = {"event": "affair", "type": "betrayal", "date": "2025-11-01", "person": "p1"}
        told = dispute(person(), life_events=[affair])
        assert (told["betrayal"], told["own_timing"], told["days_before_onset"]) == (True, True, 30)

    def test_a_betrayal_by_somebody_left_is_none_that_goes_on(self) -> None:
        """After a separation the timeline does not say that the relationship goes on."""
        events = [
            {"event": "affair", "type": "betrayal", "person": "p1"},
            {"event": "parting", "type": "separation", "person": "p1"},
        ]
        assert [f for f in facts({"relationships": [person()], "life_events": events}) if f.kind == "dispute"] == []

    def test_a_betrayal_as_the_kind_says_no_more_than_the_timeline(self) -> None:
        """The kind of dispute is a betrayal: it goes on unless they have parted, or it is answered with no."""
        parting = {"event": "parting", "type": "separation", "person": "p1"}
        assert dispute(person({"kind": "betrayal"}))["betrayal"] is True
        assert "betrayal" not in dispute(person({"kind": "betrayal"}), life_events=[parting])
        assert "betrayal" not in dispute(person({"kind": "betrayal"}, role="ex-partner"))
        assert dispute(person({"kind": "betrayal", "betrayal": "no"}))["betrayal"] is False


class TestChanges:
    @pytest.mark.parametrize(
        ("since", "older"), [("2025-01-01", True), ("2025-03-01", False), ("2025-01", None), ("2024", True)]
    )
    def test_older_than_the_pregnancy(self, since: str, older: bool | None) -> None:
        """Counted back from the birth; a month in which both may lie stays unknown."""
        birth = {"event": "birth", "type": "birth", "date": "2025-11-01"}
        told = dispute(person({"present": "yes", "since": since}), life_events=[birth])
        assert told.get("predates_pregnancy") is older

    def test_years_before_is_older_than_a_recent_birth(self) -> None:
        """Told without a date, and the birth lies within the year."""
        birth = {"event": "birth", "type": "birth", "date": "2025-11"}
        told = dispute(person({"present": "yes", "onset_relation": "years-before"}), life_events=[birth])
        assert told["predates_pregnancy"] is True

    @pytest.mark.parametrize(
        ("event", "expected"),
        [
            ({"type": "job-loss", "date": "2025-11"}, "after-it"),
            ({"type": "job-change", "date": "2025-09"}, "none-recorded"),
            ({"type": "job-change"}, "unclear"),
            ({"type": "demotion", "conflict_over_it": "yes"}, "after-it"),
            ({"type": "move", "date": "2025-11"}, "none-recorded"),
        ],
    )
    def test_the_job_after_a_conflict(self, event: dict[str, Any], expected: str) -> None:
        """By date, by what is told to have come of it, else unclear; other events say nothing."""
        entry = person({"present": "yes", "since": "2025-10"}, role="boss")
        assert dispute(entry, life_events=[{"event": "e1", **event}])["job_change"] == expected

    def test_only_people_at_work_have_a_job_change(self) -> None:
        """A quarrel at home says nothing about the job."""
        assert "job_change" not in dispute(person({"present": "yes"}))

    def test_about_a_change(self) -> None:
        """The event it is about, with its type; a death is no change of life."""
        events = [{"event": "m1", "type": "move"}, {"event": "d1", "type": "death"}]
        told = dispute(person({"about_event": "m1"}), life_events=events)
        assert (told["about_change"], told["change"], told["change_type"]) == (True, "the move", "move")
        assert dispute(person({"about_event": "d1"}), life_events=events)["about_change"] is False


def session(number: int, **more: Any) -> dict[str, Any]:
    return {"number": number, "date": f"2026-01-{10 + number}", **more}


class TestViolence:
    def test_not_asked_is_to_be_asked_for_partner_and_family_only(self) -> None:
        """A colleague needs no such enquiry; an unknown role does."""
        assert dispute(person({"present": "yes"}))["violence_enquiry"] == "to-ask"
        assert dispute(person({"present": "yes"}, role="colleague"))["violence_enquiry"] == "not-needed"
        assert dispute({"person": "p1", "conflict": {"present": "yes"}})["violence_enquiry"] == "to-ask"

    def test_asked_means_answered_and_alone(self) -> None:
        """A no counts when it was said alone: not with somebody in the room, not as a topic marked `none`, not `not known`."""
        quarrel = person({"present": "yes"})
        assert dispute(quarrel, asked={"violence": "none"})["violence_enquiry"] == "to-ask"
        assert dispute(quarrel, asked={"violence": "not-known"})["violence_asked"] is False
        told = {"now": "no", "fear": "no", "asked_alone": "no"}
        assert dispute(quarrel, risk={"violence": told})["violence_enquiry"] == "to-ask"
        assert dispute(quarrel, risk={"violence": {**told, "asked_alone": "yes"}})["violence_enquiry"] == "asked"

    def test_a_yes_stands_until_it_is_denied(self) -> None:
        """A blank session clears nothing; a later no, alone, does."""
        quarrel, told = person({"present": "yes"}), {"violence": {"fear": "yes", "person": "p1"}}
        denied = {"violence": {"now": "no", "fear": "no", "asked_alone": "yes"}}
        assert dispute(quarrel, [session(1)], risk=told)["violence_enquiry"] == "told"
        assert dispute(quarrel, [session(1), session(2, risk=denied)], risk=told)["violence_enquiry"] == "asked"

    def test_violence_from_somebody_else_is_not_told_of_this_person(self) -> None:
        """Named, it is about that person; unnamed, it may be about anybody."""
        people = [person({"present": "yes"}), {"person": "p2", "role": "sibling", "conflict": {"present": "yes"}}]
        found = facts({"relationships": people, "risk": {"violence": {"now": "yes", "person": "p2"}}})
        assert [f.get("violence_enquiry") for f in found if f.kind == "dispute"] == ["to-ask", "told"]
        found = facts({"relationships": people, "risk": {"violence": {"now": "yes"}}})
        assert [f.get("violence_enquiry") for f in found if f.kind == "dispute"] == ["told", "told"]


class TestStage:
    def test_sessions_on_the_dispute_since_its_stage(self) -> None:
        """Held sessions on it count; missed ones, those off focus and those on another area do not."""
        agreed = {"area": "role-dispute", "about": "p1"}
        told = dispute(
            person({"stage": "renegotiation"}),
            [
                session(1),
                session(2, focus_agreed=agreed),
                session(3, attended="no"),
                session(4, on_focus="no"),
                session(5),
                session(6, focus_agreed={"area": "grief"}),
            ],
        )
        assert told["sessions_at_stage"] == 2

    def test_another_stage_or_a_technique_that_helped_begins_anew(self) -> None:
        """Movement sets the count back; the same stage recorded again does not."""
        agreed = session(1, focus_agreed={"area": "role-dispute"})

        def learned(stage: str) -> dict[str, Any]:
            return {"relationships": [{"person": "p1", "conflict": {"stage": stage}}]}

        start = person({"stage": "renegotiation"})
        assert dispute(start, [agreed, session(2, learned=learned("renegotiation"))])["sessions_at_stage"] == 2
        assert dispute(start, [agreed, session(2, learned=learned("impasse")), session(3)])["sessions_at_stage"] == 1
        helped = session(2, techniques=[{"technique": "TEC-14", "person": "p1", "result": "helped"}])
        assert dispute(start, [agreed, helped])["sessions_at_stage"] == 0

    def test_no_stage_no_count(self) -> None:
        """Without a stage nothing can stand still."""
        assert "sessions_at_stage" not in dispute(person({"present": "yes"}), [session(1)])

    def test_an_impasse_is_stalled(self) -> None:
        """Talk has stopped; whether the quarrel repeats need not be told."""
        assert dispute(person({"stage": "impasse"}))["stalled"] is True
        assert "stalled" not in dispute(person({"stage": "renegotiation"}))


class TestNotKnown:
    def test_a_bare_quarrel_leaves_three_questions(self) -> None:
        """Stage, expectations and time."""
        found = facts({"relationships": [person({"present": "yes"})]})
        assert topics(found) == {"dispute-stage", "dispute-expectations", "dispute-timing"}

    def test_what_is_told_is_not_asked(self) -> None:
        """Stage, mismatch and time are recorded."""
        told = {"present": "yes", "stage": "impasse", "expectations_mismatch": "no", "onset_relation": "around"}
        assert topics(facts({"relationships": [person(told)]})) == set()

    def test_a_sign_alone_is_asked_about_first(self) -> None:
        """Whether there is a hidden dispute comes before its stage."""
        assert topics(facts({"relationships": [person({"hidden_signs": ["silence"]})]})) == {"hidden-dispute"}

    def test_conflicts_not_asked_about(self) -> None:
        """Neither asked nor recorded; an answer of none is an answer."""
        assert topics(facts({})) == {"conflicts-asked"}
        assert topics(facts({"asked": {"conflicts": "none"}})) == set()

    def test_how_far_a_separation_has_come(self) -> None:
        """Asked until one of the three answers is there; not for one settled or long ago."""
        parting = {"event": "s1", "type": "divorce", "person": "p1", "date": "2025-11"}
        asked = {"asked": {"conflicts": "none"}}
        assert topics(facts({"relationships": [person()], "life_events": [parting], **asked})) == {"separation-stage"}
        told = person({"present": "no", "both_accept_end": "yes"})
        assert topics(facts({"relationships": [told], "life_events": [parting], **asked})) == set()
        dead = {"relationships": [person(alive="no")], "life_events": [parting], **asked}
        assert "separation-stage" not in topics(facts(dead))
        for settled in ({"resolved": "yes"}, {"date": "2019"}):
            again = {"relationships": [person()], "life_events": [{**parting, **settled}], **asked}
            assert topics(facts(again)) == set()

    def test_with_whom_an_event_came_with_a_conflict(self) -> None:
        """Asked while no dispute is tied to the event."""
        lost = {"event": "lost", "type": "job-loss", "conflict_over_it": "yes"}
        assert "conflict-person" in topics(facts({"life_events": [lost]}))
        boss = person({"present": "yes"}, role="boss")
        assert "conflict-person" not in topics(facts({"life_events": [lost], "relationships": [boss]}))


class TestPicture:
    def found(self, intake: Mapping[str, Any]) -> bool:
        (one,) = [fact for fact in facts(intake) if fact.kind == "conflict_picture"]
        return one.get("none_found") is True

    def test_none_found_needs_an_answer(self) -> None:
        """Asked and none, in general or for each living person; a blank is no answer."""
        no = person({"present": "no"})
        assert self.found({"asked": {"conflicts": "none"}})
        assert self.found({"relationships": [no, {"person": "p2", "alive": "no"}]})
        assert not self.found({"relationships": [no, {"person": "p2"}]})
        assert not self.found({})

    def test_what_was_said_in_general_outranks_the_people_recorded_so_far(self) -> None:
        """There are some, or it could not be said: a no about one person does not make it none."""
        no = {"relationships": [person({"present": "no"})]}
        assert self.found(no)
        assert not self.found({**no, "asked": {"conflicts": "some"}})
        assert not self.found({**no, "asked": {"conflicts": "not-known"}})

    def test_a_dispute_learned_later_outranks_none(self) -> None:
        """What the intake said is no longer so."""
        assert not self.found({"asked": {"conflicts": "none"}, "relationships": [person({"hidden": "yes"})]})


@pytest.mark.parametrize(
    ("focus", "beside"),
    [
        ({"area": "grief"}, True),
        ({"area": "role-dispute", "about": "p1"}, False),
        ({"area": "role-dispute", "about": "p2"}, True),
        ({"area": "role-dispute"}, False),
        ({"area": "role-dispute", "about": "quarrel"}, False),
        ({"area": "grief", "second_area": "role-dispute", "second_about": "p1"}, False),
        ({"area": "grief", "second_area": "role-dispute", "second_about": "p2"}, True),
    ],
)
def test_a_dispute_beside_the_focus(focus: dict[str, str], beside: bool) -> None:
    """A dispute is no part of a focus that is about another person or area; one with nobody named can be this one."""
    sessions = [{"number": 1, "date": "2026-01-17", "focus_agreed": {**focus, "patient_agrees": "yes"}}]
    intake = {
        "relationships": [person({"present": "yes"}), {"person": "p2"}],
        "life_events": [{"event": "quarrel", "type": "other"}],
    }
    (told,) = [fact for fact in facts(intake, sessions) if fact.kind == "dispute"]
    assert told.get("beside_focus") is beside


def test_without_a_focus_no_dispute_is_beside_it() -> None:
    """Until a focus is agreed every dispute may become it."""
    assert dispute(person({"present": "yes"}))["beside_focus"] is False
