"""Facts about isolation, how long the depression has lasted, and the enquiry before interpersonal deficits."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ipt_rules import Case, Rulebook
from ipt_rules.facts.base import Fact
from ipt_rules.facts.social import derive
from ipt_rules.facts.view import View

ON = date(2026, 1, 10)
TOPICS = ("deaths", "other-losses", "life-changes", "conflicts")


def facts(rulebook: Rulebook, kind: str, **intake: Any) -> list[Fact]:
    """The facts of one kind that this module makes of an intake."""
    case = Case.from_data({"schema_version": 1, "id": "c1", "intake": {"date": "2026-01-10", **intake}})
    return [fact for fact in derive(View(case, ON, rulebook)) if fact.kind == kind]


def isolation(rulebook: Rulebook, **social: Any) -> Fact:
    return facts(rulebook, "isolation", social=social)[0]


class TestIsolation:
    def test_nothing_recorded_makes_no_fact(self, rulebook: Rulebook) -> None:
        """A blank is not an answer."""
        assert facts(rulebook, "isolation") == []

    def test_any_sign_is_told_in_words(self, rulebook: Rulebook) -> None:
        """Those answered yes, in the order of the protocol."""
        fact = isolation(rulebook, left_out="yes", isolated="yes", poor_skills="no")
        assert (fact.get("any_sign"), fact.get("told")) == (True, "isolated or lonely, feels left out")

    def test_no_sign_only_when_each_was_answered_no(self, rulebook: Rulebook) -> None:
        """One answer left open leaves the whole open."""
        answers = dict.fromkeys(("isolated", "lacks_support", "hard_to_form_ties", "left_out", "poor_skills"), "no")
        assert isolation(rulebook, **answers).get("any_sign") is False
        assert isolation(rulebook, **{**answers, "left_out": "not-known"}).get("any_sign") is None

    def test_the_event_it_began_with_is_told(self, rulebook: Rulebook) -> None:
        """By its key, with its type."""
        events = [{"event": "lima", "type": "move"}]
        fact = facts(rulebook, "isolation", life_events=events, social={"began_with_event": "lima"})[0]
        assert (fact.get("began_after_event"), fact.get("began_with")) == (True, "the move")

    def test_contact_is_compared_with_the_time_before(self, rulebook: Rulebook) -> None:
        """Only for living people of today of whom both are known."""
        people = [
            {"person": "p1", "contact": "rarely", "contact_before": "weekly"},
            {"person": "p2", "contact": "daily", "contact_before": "daily"},
            {"person": "p3", "contact": "rarely"},
            {"person": "p4", "contact": "none", "contact_before": "daily", "alive": "no"},
        ]
        fact = facts(rulebook, "isolation", relationships=people)[0]
        assert (fact.get("contact_less_percent"), fact.get("contact_compared")) == (50, 2)
        assert fact.get("before") == "contact became rarer with 1 of 2 people"

    def test_people_are_counted_once_nobody_else_matters(self, rulebook: Rulebook) -> None:
        """Before that is said, a short inventory only means that it is not finished."""
        people = [{"person": "p1"}, {"person": "p2", "past": "yes"}]
        known = facts(rulebook, "isolation", relationships=people, social={"other_people_who_matter": "no"})[0]
        open_ = facts(rulebook, "isolation", relationships=people, social={"isolated": "yes"})[0]
        assert (known.get("people"), open_.get("people")) == (1, None)


class TestChronicity:
    @pytest.mark.parametrize(
        ("intake", "persistent"),
        [
            ({}, None),
            ({"episode": {"onset": "2024-01-10"}}, True),
            ({"episode": {"onset": "2024-01-11"}}, False),
            ({"episode": {"onset": "2024-01"}}, None),
            ({"episode": {"onset": "2020"}}, True),
            ({"episode": {"duration_months": 24}}, True),
            ({"episode": {"duration_months": 6}}, False),
            ({"diagnosis": {"persistent_depression": "yes"}}, True),
            ({"diagnosis": {"comorbid": ["persistent-depression"]}}, True),
            ({"diagnosis": {"persistent_depression": "no"}}, False),
            ({"diagnosis": {"persistent_depression": "no"}, "episode": {"duration_months": 72}}, True),
        ],
    )
    def test_persistent_when_diagnosed_or_surely_long_enough(
        self, rulebook: Rulebook, intake: dict[str, Any], persistent: bool | None
    ) -> None:
        """A month that could fall on either side leaves it open."""
        found = [fact.get("persistent") for fact in facts(rulebook, "chronicity", **intake)]
        assert found == ([] if persistent is None else [persistent])


class TestEnquiry:
    @pytest.mark.parametrize(
        ("answers", "complete", "none_found"),
        [
            (("none", "none", "none", "none"), True, True),
            (("none", "some", "none", "none"), True, False),
            (("none", "not-known", "none", "none"), False, False),
        ],
    )
    def test_the_gate_wants_every_topic_answered(
        self, rulebook: Rulebook, answers: tuple[str, ...], complete: bool, none_found: bool
    ) -> None:
        """Asked and not known is no answer."""
        fact = facts(rulebook, "full_enquiry", asked=dict(zip(TOPICS, answers, strict=True)))[0]
        assert (fact.get("complete"), fact.get("none_found")) == (complete, none_found)

    @pytest.mark.parametrize(
        ("told_since", "none_found"),
        [
            ({"life_events": [{"event": "e", "type": "legal-trouble"}]}, True),
            ({"life_events": [{"event": "e", "type": "move"}]}, False),
            ({"life_events": [{"event": "e", "type": "separation"}]}, False),
            ({"relationships": [{"person": "p1", "conflict": {"present": "no"}}]}, True),
            ({"relationships": [{"person": "p1", "conflict": {"present": "yes"}}]}, False),
        ],
    )
    def test_what_came_up_since_outweighs_the_answers(
        self, rulebook: Rulebook, told_since: dict[str, Any], none_found: bool
    ) -> None:
        """A change or a conflict on record is one, also where it was denied before."""
        answers = dict.fromkeys(TOPICS, "none")
        assert facts(rulebook, "full_enquiry", asked=answers, **told_since)[0].get("none_found") is none_found

    def test_nothing_asked_is_not_complete(self, rulebook: Rulebook) -> None:
        """No answer about anything."""
        fact = facts(rulebook, "full_enquiry")[0]
        assert (fact.get("complete"), fact.get("none_found")) == (False, False)


class TestUnknowns:
    @pytest.mark.parametrize(
        ("intake", "topics"),
        [
            ({}, []),
            ({"social": {"isolated": "no"}}, []),
            ({"social": {"isolated": "yes"}}, ["isolation-start", "social-anxiety"]),
            ({"social": {"isolated": "yes", "long_standing": "yes"}}, ["social-anxiety"]),
            ({"social": {"isolated": "yes", "began_with_episode": "yes"}}, []),
            ({"social": {"long_standing": "yes"}, "asked": {"social-anxiety": "none"}}, []),
            ({"social": {"long_standing": "yes"}, "diagnosis": {"comorbid": ["social-anxiety"]}}, []),
        ],
    )
    def test_what_has_to_be_asked_of_isolation(
        self, rulebook: Rulebook, intake: dict[str, Any], topics: list[str]
    ) -> None:
        """Since when, and what may lie behind it, unless an event or the episode explains it."""
        assert [fact.get("topic") for fact in facts(rulebook, "unknown", **intake)] == topics
