"""Diagnoses, what they say together, what ties symptoms to people, the features of fit: no blank counts as no."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ipt_rules import Case, Rulebook
from ipt_rules.facts.base import Fact
from ipt_rules.facts.fit import FEATURES
from ipt_rules.facts.suitability import derive
from ipt_rules.facts.view import View

ON = date(2026, 1, 10)
DENIED = {"bipolar": "no", "psychosis": "no", "mania_now": "no"}
GATE = ("deaths", "other-losses", "life-changes", "conflicts")
DEPRESSED = {"primary": "major-depression"}


def facts(
    rulebook: Rulebook,
    kind: str,
    *sessions: dict[str, Any],
    preferences: dict[str, Any] | None = None,
    **intake: Any,
) -> list[Fact]:
    """The facts of one kind that this module makes of an intake and weekly sessions after it."""
    held = [{"number": n, "date": date(2026, 1, 10 + n), **one} for n, one in enumerate(sessions, start=1)]
    told = {"schema_version": 1, "id": "c1", "intake": {"date": "2026-01-10", **intake}, "sessions": held}
    case = Case.from_data({**told, **({"preferences": preferences} if preferences else {})})
    day = held[-1]["date"] if held else ON
    return [fact for fact in derive(View(case, day, rulebook)) if fact.kind == kind]


def picture(rulebook: Rulebook, asked: dict[str, str] | None = None, **diagnosis: Any) -> Fact:
    (fact,) = facts(rulebook, "diagnosis_picture", diagnosis=diagnosis, asked=asked or {})
    return fact


def names(rulebook: Rulebook, **diagnosis: Any) -> list[tuple[Any, Any]]:
    return [(one.get("name"), one.get("primary")) for one in facts(rulebook, "diagnosis", diagnosis=diagnosis)]


class TestDiagnosis:
    def test_each_diagnosis_is_one_fact_with_its_place(self, rulebook: Rulebook) -> None:
        """The main one first; one that is listed twice counts once."""
        told = {"primary": "ptsd", "comorbid": ["major-depression", "ptsd"]}
        first, second = facts(rulebook, "diagnosis", diagnosis=told)
        assert (first.get("name_text"), first.get("primary"), first.places) == (
            "PTSD",
            True,
            ("intake.diagnosis.primary",),
        )
        assert (second.get("name"), second.get("primary"), second.places) == (
            "major-depression",
            False,
            ("intake.diagnosis.comorbid",),
        )

    @pytest.mark.parametrize(
        ("flag", "name"),
        [
            ("bipolar", "bipolar-disorder"),
            ("persistent_depression", "persistent-depression"),
            ("prolonged_grief", "prolonged-grief-disorder"),
        ],
    )
    def test_a_yes_that_says_a_diagnosis_is_one(self, rulebook: Rulebook, flag: str, name: str) -> None:
        """Once, whether it is listed too or not; a no or a blank makes none."""
        assert names(rulebook, **{flag: "yes"}) == [(name, False)]
        assert names(rulebook, primary=name, **{flag: "yes"}) == [(name, True)]
        assert names(rulebook, **{flag: "no"}) == []
        assert names(rulebook, **{flag: "not-known"}) == []

    def test_cyclothymia_is_not_told_twice(self, rulebook: Rulebook) -> None:
        """A yes about bipolar illness beside cyclothymia is that cyclothymia."""
        assert names(rulebook, comorbid=["cyclothymia"], bipolar="yes") == [("cyclothymia", False)]


class TestUnipolarDepression:
    def test_it_needs_a_depressive_diagnosis_and_three_denials(self, rulebook: Rulebook) -> None:
        """Depression alone says nothing of mania and psychosis."""
        assert picture(rulebook, **DEPRESSED, **DENIED).get("unipolar_depression") is True
        for open_ in DENIED:
            told = {**DEPRESSED, **DENIED, open_: "not-known"}
            assert picture(rulebook, **told).get("unipolar_depression") is None

    @pytest.mark.parametrize("flag", sorted(DENIED))
    def test_one_of_the_three_contradicts_it(self, rulebook: Rulebook, flag: str) -> None:
        """Whatever else is open."""
        assert picture(rulebook, **DEPRESSED, **{flag: "yes"}).get("unipolar_depression") is False

    def test_another_main_diagnosis_without_depression_contradicts_it(self, rulebook: Rulebook) -> None:
        """No main diagnosis at all leaves it open."""
        assert picture(rulebook, primary="ptsd", **DENIED).get("unipolar_depression") is False
        assert picture(rulebook, **DENIED).get("unipolar_depression") is None

    def test_the_answers_to_topics_asked_count(self, rulebook: Rulebook) -> None:
        """Asked and none is a no; asked and some a yes."""
        none = dict.fromkeys(("bipolar-history", "psychosis", "mania"), "none")
        assert picture(rulebook, none, **DEPRESSED).get("unipolar_depression") is True
        assert picture(rulebook, {**none, "bipolar-history": "some"}, **DEPRESSED).get("bipolar") is True

    def test_a_psychotic_depression_that_is_over_stays_open(self, rulebook: Rulebook) -> None:
        """Its psychosis is denied by now, and the diagnosis still says it."""
        fact = picture(rulebook, primary="psychotic-depression", **DENIED)
        assert (fact.get("psychosis"), fact.get("unipolar_depression")) == (False, None)

    def test_psychotic_signs_after_a_birth_count(self, rulebook: Rulebook) -> None:
        """Whatever was answered about psychosis."""
        (fact,) = facts(rulebook, "diagnosis_picture", diagnosis={"psychosis": "no"}, risk={"psychotic_signs": "yes"})
        assert fact.get("psychosis") is True


class TestPicture:
    def test_nothing_recorded_says_nothing(self, rulebook: Rulebook) -> None:
        """Only that no main diagnosis is recorded."""
        (fact,) = facts(rulebook, "diagnosis_picture")
        assert dict(fact.values) == {"primary_known": False, "other_than_depression": False}

    def test_depression_beside_another_main_diagnosis(self, rulebook: Rulebook) -> None:
        """By a listed diagnosis or by a yes; none only when other illnesses were asked about."""
        assert picture(rulebook, primary="ptsd", comorbid=["major-depression"]).get("comorbid_depression") is True
        assert picture(rulebook, primary="ptsd", persistent_depression="yes").get("comorbid_depression") is True
        assert picture(rulebook, persistent_depression="yes").get("comorbid_depression") is None
        assert picture(rulebook, primary="ptsd").get("comorbid_depression") is None
        assert picture(rulebook, {"other-illness": "none"}, primary="ptsd").get("comorbid_depression") is False

    def test_the_diagnoses_are_told_in_words(self, rulebook: Rulebook) -> None:
        """All of them, and those beside the main one."""
        fact = picture(rulebook, primary="ocd", comorbid=["binge-eating", "major-depression"])
        assert fact.get("told") == "OCD, binge eating disorder, major depression"
        assert fact.get("comorbid_text") == "binge eating disorder, major depression"

    def test_illness_by_its_kind(self, rulebook: Rulebook) -> None:
        """A coronary illness is a lasting one; none only when other illnesses were asked about."""
        heart = picture(rulebook, medical=[{"kind": "coronary"}])
        assert (heart.get("coronary_illness"), heart.get("chronic_illness")) == (True, True)
        other = picture(rulebook, medical=[{"kind": "chronic"}])
        assert (other.get("coronary_illness"), other.get("chronic_illness")) == (None, True)
        assert picture(rulebook, {"other-illness": "none"}).get("chronic_illness") is False
        assert picture(rulebook, medical=[{"kind": "acute"}]).get("chronic_illness") is None

    def test_substance_use_as_recorded_or_denied(self, rulebook: Rulebook) -> None:
        """Asked and none is none; what is recorded outweighs it."""
        assert picture(rulebook, {"substance-use": "none"}).get("substance_use") == "none"
        assert picture(rulebook, {"substance-use": "none"}, substance_use="harmful").get("substance_use") == "harmful"
        assert picture(rulebook, {"substance-use": "some"}).get("substance_use") is None


class TestSteadyingMedicine:
    @pytest.mark.parametrize(
        ("medication", "answer"),
        [
            ([], False),
            ([{"kind": "mood-stabiliser", "taken": "yes"}], True),
            ([{"kind": "antipsychotic", "taken": "yes"}], True),
            ([{"kind": "mood-stabiliser", "taken": "no"}], False),
            ([{"kind": "mood-stabiliser", "taken": "yes", "adherence": "none"}], False),
            ([{"kind": "mood-stabiliser"}], None),
            ([{"kind": "antidepressant", "taken": "yes"}], None),
            ([{"kind": "mood-stabiliser", "taken": "no"}, {"kind": "antidepressant", "taken": "yes"}], False),
            ([{"kind": "mood-stabiliser", "taken": "no"}, {"taken": "yes"}], None),
        ],
    )
    def test_whether_one_is_taken(self, rulebook: Rulebook, medication: list[Any], answer: bool | None) -> None:
        """No only when the record says so; a list that names something else leaves it open."""
        (fact,) = facts(rulebook, "diagnosis_picture", medication=medication)
        assert fact.get("bipolar_medicated") is answer

    def test_it_is_asked_for_with_bipolar_illness_only(self, rulebook: Rulebook) -> None:
        """While nobody said whether one is taken."""

        def topics(**intake: Any) -> set[Any]:
            return {fact.get("topic") for fact in facts(rulebook, "unknown", **intake)}

        assert "mood-stabiliser" in topics(diagnosis={"bipolar": "yes"})
        assert "mood-stabiliser" not in topics(diagnosis={"bipolar": "yes"}, medication=[])
        assert "mood-stabiliser" not in topics(diagnosis={"bipolar": "no"})

    def test_what_nobody_recorded_is_unknown(self, rulebook: Rulebook) -> None:
        """Cognition, psychosis and mania now, until each is recorded."""
        open_ = {one.get("topic") for one in facts(rulebook, "unknown")}
        assert open_ == {"cognition", "psychosis-now", "mania-now"}
        told = {"cognition": "normal", "psychosis": "no", "mania_now": "no"}
        assert facts(rulebook, "unknown", diagnosis=told) == []


class TestHealthStatus:
    def told(self, rulebook: Rulebook, **diagnosis: Any) -> dict[Any, tuple[Any, Any]]:
        found = facts(rulebook, "health_status", diagnosis=diagnosis)
        return {one.get("about"): (one.get("answer"), one.get("name_text")) for one in found}

    def test_each_answer_is_a_fact_and_a_blank_is_none(self, rulebook: Rulebook) -> None:
        """Yes and no as words, the others as recorded."""
        assert self.told(rulebook) == {}
        assert self.told(rulebook, psychosis="no", intellectual_disability="yes", cognition="mild-impairment") == {
            "psychosis": ("no", "psychosis: no"),
            "intellectual-disability": ("yes", "intellectual disability"),
            "cognition": ("mild-impairment", "mildly impaired cognition"),
        }

    @pytest.mark.parametrize(
        ("use", "answer"),
        [
            (None, "disorder"),
            ("none", "disorder"),
            ("use", "disorder"),
            ("harmful", "harmful"),
            ("dependence", "dependence"),
        ],
    )
    def test_a_substance_use_diagnosis_counts(self, rulebook: Rulebook, use: str | None, answer: str) -> None:
        """Unless the answer already says as much."""
        told = {"comorbid": ["substance-use"], **({"substance_use": use} if use else {})}
        assert self.told(rulebook, **told)["substance-use"][0] == answer

    def test_bipolar_illness_in_words(self, rulebook: Rulebook) -> None:
        """As listed; a mere yes may mean the past."""
        assert self.told(rulebook, primary="cyclothymia")["bipolar"] == ("yes", "cyclothymia")
        past = "bipolar disorder, or mania or hypomania in the past"
        assert self.told(rulebook, bipolar="yes")["bipolar"] == ("yes", past)


class TestAroundBirth:
    def time(self, rulebook: Rulebook, patient: dict[str, Any], *events: dict[str, str]) -> list[Any]:
        told = [{"event": f"e{number}", **event} for number, event in enumerate(events)]
        return [one.get("time") for one in facts(rulebook, "around_birth", patient=patient, life_events=told)]

    def test_pregnancy_and_the_weeks_after_a_birth(self, rulebook: Rulebook) -> None:
        """As recorded; a blank or a long time is none."""
        assert self.time(rulebook, {"pregnant": "yes"}) == ["pregnancy"]
        assert self.time(rulebook, {"weeks_postpartum": 52}) == ["the time after a birth"]
        assert self.time(rulebook, {"weeks_postpartum": 53}) == []
        assert self.time(rulebook, {"pregnant": "not-known"}) == []

    @pytest.mark.parametrize(("day", "found"), [("2025-01-11", 1), ("2025-01-10", 0), ("2025", 0), ("2025-06", 1)])
    def test_a_birth_on_the_timeline(self, rulebook: Rulebook, day: str, found: int) -> None:
        """Within the same weeks, when it is dated to the month."""
        assert len(self.time(rulebook, {}, {"type": "birth", "date": day})) == found

    def test_not_where_a_baby_has_died(self, rulebook: Rulebook) -> None:
        """Whatever else is recorded of the birth."""
        birth, loss = {"type": "birth", "date": "2025-11"}, {"type": "neonatal-death", "date": "2025-12"}
        assert self.time(rulebook, {}, birth, loss) == []
        assert self.time(rulebook, {"weeks_postpartum": 8}, loss) == []


class TestExpectedBirth:
    def birth(self, rulebook: Rulebook, due: str = "2026-04-10", **intake: Any) -> list[tuple[Any, Any]]:
        found = facts(rulebook, "expected_birth", patient={"pregnant": "yes", "due_date": due}, **intake)
        return [(one.get("course_end"), one.get("end_text")) for one in found]

    @pytest.mark.parametrize(
        ("planned", "frequency", "side"),
        [
            (12, "weekly", "before"),
            (13, "weekly", "after"),
            (7, "fortnightly", "after"),
            (20, "twice-weekly", "before"),
        ],
    )
    def test_the_end_of_the_course_beside_the_due_date(
        self, rulebook: Rulebook, planned: int, frequency: str, side: str
    ) -> None:
        """Twelve weeks and six days lie between the intake and the due date."""
        course = {"planned_sessions": planned, "frequency": frequency}
        assert [told[0] for told in self.birth(rulebook, course=course)] == [side]

    def test_an_end_in_the_contract_outweighs_the_count(self, rulebook: Rulebook) -> None:
        """A month counts to its last day, a due month from its first."""
        course = {"planned_sessions": 6, "frequency": "weekly"}
        assert self.birth(rulebook, course=course, contract={"ends": "2026-04"}) == [("after", "about 2026-04")]
        assert self.birth(rulebook, due="2026-04", contract={"ends": "2026-03"}) == [("before", "about 2026-03")]

    def test_without_number_or_frequency_it_is_not_known(self, rulebook: Rulebook) -> None:
        """Neither is guessed."""
        assert self.birth(rulebook) == [("not-known", "not known")]
        assert self.birth(rulebook, course={"planned_sessions": 12}) == [("not-known", "not known")]

    def test_a_due_date_that_is_past_expects_nothing(self, rulebook: Rulebook) -> None:
        """Nor is it asked for again."""
        assert self.birth(rulebook, due="2026-01-09") == []

    def test_the_due_date_is_asked_for_in_a_pregnancy(self, rulebook: Rulebook) -> None:
        """And only then."""

        def asks(**patient: Any) -> bool:
            return any(one.get("topic") == "due-date" for one in facts(rulebook, "unknown", patient=patient))

        assert asks(pregnant="yes")
        assert not asks(pregnant="yes", due_date="2026-05")
        assert not asks(pregnant="not-known")

    @pytest.mark.parametrize(
        ("told", "asks"),
        [
            ({"onset_relation": "around"}, True),
            ({}, True),
            ({"date": "2025-12"}, False),
            ({"date": "2025"}, True),
            ({"onset_relation": "years-before"}, False),
        ],
    )
    def test_how_long_ago_a_birth_was_is_asked(self, rulebook: Rulebook, told: dict[str, str], asks: bool) -> None:
        """Unless a month or a long time is told, or the weeks are, or the baby has died."""

        def topics(patient: dict[str, Any], *others: dict[str, str]) -> set[Any]:
            events = [{"event": "birth", "type": "birth", **told}, *others]
            return {one.get("topic") for one in facts(rulebook, "unknown", patient=patient, life_events=events)}

        assert ("weeks-since-birth" in topics({})) is asks
        assert "weeks-since-birth" not in topics({"weeks_postpartum": 9})
        assert "weeks-since-birth" not in topics({}, {"event": "loss", "type": "stillbirth"})


class TestPartner:
    def partner(self, rulebook: Rulebook, **intake: Any) -> list[tuple[Any, Any]]:
        found = facts(rulebook, "partner", **intake)
        return [(one.get("who"), one.get("violence_enquiry")) for one in found]

    def test_a_partner_of_today(self, rulebook: Rulebook) -> None:
        """Not one who is dead or of the past, nor anybody else."""
        husband = {"person": "p1", "role": "spouse"}
        assert self.partner(rulebook, relationships=[husband]) == [("p1 (spouse)", "to-ask")]
        assert self.partner(rulebook, relationships=[{**husband, "alive": "no"}]) == []
        assert self.partner(rulebook, relationships=[{**husband, "past": "yes"}]) == []
        assert self.partner(rulebook, relationships=[{"person": "p1", "role": "sibling"}]) == []

    def test_a_partner_who_is_only_said_to_be_there(self, rulebook: Rulebook) -> None:
        """Once the inventory names one, that one only."""
        assert self.partner(rulebook, patient={"has_partner": "yes"}) == [("the partner", "to-ask")]
        named = [{"person": "wife", "role": "spouse"}]
        assert len(self.partner(rulebook, patient={"has_partner": "yes"}, relationships=named)) == 1

    @pytest.mark.parametrize(
        ("violence", "state"),
        [
            ({"now": "no", "fear": "no", "asked_alone": "yes"}, "asked"),
            ({"now": "no", "fear": "no"}, "to-ask"),
            ({"now": "no", "fear": "no", "asked_alone": "yes", "person": "wife"}, "asked"),
            ({"now": "yes", "person": "wife"}, "told"),
            ({"fear": "yes"}, "told"),
            ({"now": "yes", "person": "brother"}, "to-ask"),
        ],
    )
    def test_where_the_enquiry_about_violence_stands(
        self, rulebook: Rulebook, violence: dict[str, str], state: str
    ) -> None:
        """A no counts only when it was said alone; what is told of somebody else says nothing of the partner."""
        people = [{"person": "wife", "role": "spouse"}, {"person": "brother", "role": "sibling"}]
        assert self.partner(rulebook, relationships=people, risk={"violence": violence})[0][1] == state


def problem(rulebook: Rulebook, **intake: Any) -> Fact:
    (fact,) = facts(rulebook, "interpersonal_problem", **intake)
    return fact


class TestInterpersonalProblem:
    def test_nothing_recorded_is_none_found(self, rulebook: Rulebook) -> None:
        """And says nothing of a tie to the onset."""
        fact = problem(rulebook)
        assert (fact.get("found"), fact.get("linked"), fact.get("text")) == (False, None, None)

    @pytest.mark.parametrize(
        ("event", "found", "linked"),
        [
            ({"type": "move"}, True, None),
            ({"type": "move", "date": "2025-11"}, True, True),
            ({"type": "move", "date": "2025-12-20"}, True, None),
            ({"type": "move", "resolved": "yes"}, False, None),
            ({"type": "move", "resolved": "yes", "date": "2025-11"}, True, True),
            ({"type": "move", "onset_relation": "years-before"}, False, None),
            ({"type": "move", "onset_relation": "years-before", "goes_on": "yes"}, True, None),
            ({"type": "move", "onset_relation": "years-before", "linked_by": ["patient"]}, True, True),
            ({"type": "death", "onset_relation": "around"}, True, True),
        ],
    )
    def test_an_event_that_stands_or_is_tied_to_the_onset(
        self, rulebook: Rulebook, event: dict[str, Any], found: bool, linked: bool | None
    ) -> None:
        """After the onset it counts too (SUI-04); settled, or long before, only when tied to it."""
        fact = problem(rulebook, episode={"onset": "2025-12-01"}, life_events=[{"event": "e1", **event}])
        assert (fact.get("found"), fact.get("linked")) == (found, linked)

    def test_a_conflict_that_is_there(self, rulebook: Rulebook) -> None:
        """Not one that is over, nor one of the illness alone; tied to the onset as told."""
        quarrel = {"present": "yes"}
        assert problem(rulebook, relationships=[{"person": "p1", "conflict": quarrel}]).get("found") is True
        over = {"person": "p1", "past": "yes", "conflict": {"stage": "dissolution"}}
        assert problem(rulebook, relationships=[over]).get("found") is False
        of_illness = {"person": "p1", "conflict": {**quarrel, "only_in_episode": "yes"}}
        assert problem(rulebook, relationships=[of_illness]).get("found") is False
        told = {"person": "p1", "conflict": {**quarrel, "linked_by": ["therapist"]}}
        assert problem(rulebook, relationships=[told]).get("linked") is True

    def test_isolation(self, rulebook: Rulebook) -> None:
        """Any sign of it, or a pattern of many years."""
        assert problem(rulebook, social={"isolated": "yes"}).get("text") == "isolated or lonely"
        assert problem(rulebook, social={"long_standing": "yes"}).get("text") == "few ties for many years"
        assert problem(rulebook, social={"isolated": "no"}).get("found") is False

    def test_what_is_tied_to_the_onset_is_told_first(self, rulebook: Rulebook) -> None:
        """Three in words, and how many more."""
        moves = [{"event": f"move-{n}", "type": "move"} for n in range(3)]
        events = [*moves, {"event": "loss", "type": "death", "person": "mother", "onset_relation": "around"}]
        people = [{"person": "mother", "role": "parent"}]
        text = str(problem(rulebook, life_events=events, relationships=people).get("text"))
        assert text.startswith("the death of mother, around the time the low mood began; the move (move 0)")
        assert text.endswith("; and 1 more")


class TestFeatures:
    def feature(self, rulebook: Rulebook, feature: str, *sessions: dict[str, Any], **told: Any) -> Any:
        (together,) = facts(rulebook, "fit_picture", *sessions, **told)
        shown = {True: together.get("present_text"), False: together.get("lacking_text")}
        return next((is_there for is_there, text in shown.items() if FEATURES[feature] in str(text)), None)

    def test_nothing_recorded_leaves_all_open(self, rulebook: Rulebook) -> None:
        """No feature is there or lacking by a blank."""
        (together,) = facts(rulebook, "fit_picture")
        assert dict(together.values) == {"age_group": "not-known", "present": 0, "lacking": 0}

    def test_a_problem_is_lacking_only_when_all_was_asked(self, rulebook: Rulebook) -> None:
        """Deaths, losses, changes and conflicts, each answered with none."""
        none = dict.fromkeys(GATE, "none")
        assert self.feature(rulebook, "interpersonal-problem", asked=none) is False
        assert self.feature(rulebook, "interpersonal-problem", asked={**none, "deaths": "not-known"}) is None
        assert self.feature(rulebook, "interpersonal-problem", social={"isolated": "yes"}) is True

    def test_telling_an_interaction(self, rulebook: Rulebook) -> None:
        """One session with it is enough; lacking when sessions were without."""
        told, without = {"recent_interaction": "yes"}, {"recent_interaction": "no"}
        assert self.feature(rulebook, "tells-interactions", without, told) is True
        assert self.feature(rulebook, "tells-interactions", without) is False

    def test_motivation(self, rulebook: Rulebook) -> None:
        """IPT is preferred, or a focus agreed on; no treatment wanted says no, another one nothing."""
        answers = {
            wish: self.feature(rulebook, "motivation", preferences={"therapy": wish}) for wish in ("ipt", "none", "cbt")
        }
        assert answers == {"ipt": True, "none": False, "cbt": None}
        agreed = {"focus_agreed": {"area": "grief", "patient_agrees": "yes"}}
        assert self.feature(rulebook, "motivation", agreed, preferences={"therapy": "none"}) is True

    def test_support(self, rulebook: Rulebook) -> None:
        """By a person of today who gives it, or in the triad; lacking when told or looked for."""

        def support(**told: Any) -> Any:
            return self.feature(rulebook, "support", **told)

        sister = {"person": "sister", "supportive": "yes"}
        assert support(relationships=[sister], social={"lacks_support": "yes"}) is True
        assert support(relationships=[{**sister, "alive": "no"}]) is None
        assert support(triad={"support": ["a choir"]}) is True
        assert support(social={"lacks_support": "yes"}) is False
        assert support(triad={"none_found": ["support"]}) is False

    def test_a_person_who_is_feared_is_no_support(self, rulebook: Rulebook) -> None:
        """Whatever else is recorded of them."""
        partner = {"person": "partner", "role": "partner", "supportive": "yes"}
        feared = {"violence": {"fear": "yes", "person": "partner"}}
        assert self.feature(rulebook, "support", relationships=[partner], risk=feared) is None

    def test_the_features_together(self, rulebook: Rulebook) -> None:
        """Counted, and told in words."""
        (fact,) = facts(
            rulebook,
            "fit_picture",
            social={"isolated": "yes", "lacks_support": "yes"},
            preferences={"therapy": "ipt"},
        )
        assert (fact.get("present"), fact.get("lacking")) == (2, 1)
        assert fact.get("present_text") == "an interpersonal problem that can be named; some motivation"
        assert fact.get("lacking_text") == "some existing support"

    @pytest.mark.parametrize(
        ("age", "group"),
        [(11, "child"), (12, "adolescent"), (18, "adolescent"), (19, "adult"), (59, "adult"), (60, "later-life")],
    )
    def test_the_age_speaks_for_a_form(self, rulebook: Rulebook, age: int, group: str) -> None:
        """The adolescent form goes up to and with eighteen."""
        (fact,) = facts(rulebook, "fit_picture", patient={"age": age})
        assert fact.get("age_group") == group
