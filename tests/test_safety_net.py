"""Harm that must not happen again: whole cases through `recommend`, the same on both engines."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from ipt_rules import Case, Recommendation, Rulebook, recommend, timeline
from ipt_rules.facts.derive import derive_facts
from ipt_rules.matching import engine_names
from ipt_rules.render.text import to_text

ON = date(2026, 3, 1)
CLEAR = {"asked_directly": "yes", "cssrs": {"q1": "no", "q2": "no", "q6": "no"}}
HUSBAND = {"person": "husband", "role": "spouse", "alive": "yes"}
QUARREL = {"present": "yes", "stage": "renegotiation", "since": "2025-09"}
ADULT = {"patient": {"age": 40}, "episode": {"onset": "2025-10"}}
DEATH = {"event": "death-father", "type": "death", "person": "father", "date": "2025-12-10"}
MOURNING = {"severe_impairment": "no", "worthlessness": "no", "slowing": "no", "full_episode": "no"}

pytestmark = pytest.mark.parametrize("engine", engine_names())


def advice(
    rulebook: Rulebook, engine: str, intake: dict[str, Any], *sessions: dict[str, Any], on: date = ON
) -> Recommendation:
    """The recommendation for an intake and its sessions, one a day apart unless dated."""
    numbered = [{"number": n, "date": f"2026-01-{10 + n}", **one} for n, one in enumerate(sessions, start=1)]
    data = {"schema_version": 1, "id": "c1", "intake": {"date": "2026-01-10", **intake}, "sessions": numbered}
    return recommend(Case.from_data(data), rulebook, on, engine=engine)


def item9(value: int, **more: Any) -> dict[str, Any]:
    return {"measures": {"phq9": {"items": {"9": value}, **more}}}


def said(told: Recommendation) -> set[str]:
    return {one.rule_id for one in told.findings}


def levels(told: Recommendation) -> dict[str, str]:
    return {one.rule_id: one.content["level"] for one in told.findings if one.conclusion == "alert"}


def middle(people: list[dict[str, Any]], focus: dict[str, Any], risk: dict[str, Any] | None = None) -> list[Any]:
    """Five sessions, the last one of the middle phase with an agreed focus."""
    last = {
        "phase": "middle",
        "risk": {**CLEAR, **(risk or {})},
        "focus_agreed": {"patient_agrees": "yes", **focus},
        "learned": {"relationships": people, "course": {"planned_sessions": 12}},
    }
    return [{"risk": CLEAR, **item9(0)} for _ in range(4)] + [last]


def dispute(risk: dict[str, Any] | None = None) -> list[Any]:
    people = [{**HUSBAND, "conflict": QUARREL}]
    return middle(people, {"area": "role-dispute", "about": "husband"}, risk)


class TestNoAlertIsLost:
    @pytest.mark.parametrize("scale", ["phq9", "epds"])
    def test_one_answered_question_is_no_enquiry(self, rulebook: Rulebook, engine: str, scale: str) -> None:
        """Item 9 of 1 keeps its alert while the screener was only begun."""
        item = {"phq9": "9", "epds": "10"}[scale]
        measured = {"measures": {scale: {"items": {item: 1}}}}
        alert = {"phq9": "item-9-enquire", "epds": "epds-item-10-enquire"}[scale]
        begun = advice(rulebook, engine, {}, {"risk": {"cssrs": {"q1": "no"}}, **measured})
        assert levels(begun)[alert] == "3"
        assert alert not in levels(advice(rulebook, engine, {}, {"risk": CLEAR, **measured}))

    def test_behaviour_told_once_is_not_dated_by_a_later_no(self, rulebook: Rulebook, engine: str) -> None:
        """Suicidal behaviour was told and then denied; nobody asked about the last three months, so nobody denied them."""
        told = advice(rulebook, engine, {}, {"risk": {"cssrs": {"q6": "yes"}}}, {"risk": CLEAR})
        assert "suicide-behaviour-time-unknown" in levels(told)
        assert "suicide-behaviour-long-ago" not in levels(told)

    def test_a_question_that_was_not_asked_is_not_shown_as_denied(self, rulebook: Rulebook, engine: str) -> None:
        """After a no to question 2 the screener goes on to 6: what lies between is not known, and not required."""
        intake = {"date": "2026-01-10", "risk": {"cssrs": {"q1": "yes", "q2": "no", "q6": "no"}}}
        case = Case.from_data({"schema_version": 1, "id": "c1", "intake": intake})
        (risk,) = [one for one in derive_facts(case, ON, rulebook) if one.kind == "risk"]
        assert {risk.get(f"cssrs_{key}") for key in ("q3", "q4", "q5", "q6_3m")} == {None}
        assert "cssrs-incomplete" not in said(recommend(case, rulebook, ON, engine=engine))

    def test_a_past_attempt_beside_a_no_is_a_past_attempt(self, rulebook: Rulebook, engine: str) -> None:
        """Asked as a topic some were found, in the enquiry it says no: the yes stands."""
        told = advice(rulebook, engine, {"risk": {"past_attempt": "no"}, "asked": {"past-attempts": "some"}})
        assert "past-attempt-when" in levels(told)

    def test_a_questionnaire_sent_in_after_a_missed_session_counts(self, rulebook: Rulebook, engine: str) -> None:
        """A PHQ-9 of 25 with item 9 above nought, from somebody who did not come, is a same-day matter."""
        sent = {"attended": "no", **item9(1, total=25)}
        told = advice(rulebook, engine, {}, {"risk": CLEAR, **item9(0)}, sent)
        assert levels(told)["severe-depression-with-item-9"] == "2"

    def test_a_worse_score_from_a_missed_session_is_acted_on(self, rulebook: Rulebook, engine: str) -> None:
        """A PHQ-9 that was sent in and rose clearly asks for contact today, whatever item 9 says, until somebody enquired."""
        before = {"risk": CLEAR, **item9(0, total=10)}
        sent = {"attended": "no", **item9(0, total=17)}
        told = advice(rulebook, engine, {}, before, sent)
        assert levels(told)["deterioration-sent-in"] == "3"
        assert levels(told)["missed-session-same-day-contact"] == "2"
        assert "deterioration-sent-in" not in levels(advice(rulebook, engine, {}, before, {**sent, "risk": CLEAR}))
        slightly = {"attended": "no", **item9(0, total=14)}
        assert not levels(advice(rulebook, engine, {}, before, slightly))

    def test_what_was_told_at_a_missed_session_asks_for_the_screener_again(
        self, rulebook: Rulebook, engine: str
    ) -> None:
        """Item 9 of 2 was sent in, one clear screen followed: the next session without a screener holds techniques."""
        sent = {"attended": "no", **item9(2)}
        told = advice(rulebook, engine, {}, {}, sent, {"risk": CLEAR, **item9(0)}, {})
        assert "screener-again-hold" in said(told)
        assert not told.techniques

    def test_an_alert_of_today_was_not_given_before(self, rulebook: Rulebook, engine: str) -> None:
        """Intent is told in the second contact of one day: the first did not know of it."""
        today = {"date": "2026-01-10", "risk": {"cssrs": {"q4": "yes"}}}
        told = advice(rulebook, engine, {"risk": CLEAR}, today)
        assert levels(told)["suicide-intent-or-plan"] == "1"
        assert "screener-again-ask" not in said(told)

    def test_an_alert_of_the_morning_stands_in_the_afternoon(self, rulebook: Rulebook, engine: str) -> None:
        """Intent told at the intake stands in a session of the same day, one clear screen or none."""
        for session in ({}, {"risk": CLEAR, **item9(0)}):
            told = advice(rulebook, engine, {"risk": {"cssrs": {"q4": "yes"}}}, {"date": "2026-01-10", **session})
            assert levels(told)["suicide-intent-or-plan"] == "1"

    def test_no_strategy_while_all_techniques_wait(self, rulebook: Rulebook, engine: str) -> None:
        """After an urgent alert the course of the work is not shown before the screener is answered."""
        people = [{"person": "mother", "role": "parent", "alive": "no"}]
        sessions = middle(people, {"area": "grief", "about": "mother"})
        assert "grief-strategy" in said(advice(rulebook, engine, {}, *sessions))
        sessions[3] = {"risk": CLEAR, **item9(2)}
        sessions[2] = item9(2)
        sessions[4] = {**sessions[4], "risk": {"asked_directly": "yes"}}
        told = advice(rulebook, engine, {}, *sessions)
        assert "screener-again-hold" in said(told)
        assert not {"grief-strategy", "middle-session-outline"} & said(told)


class TestSignsOfRisk:
    def test_two_signs_are_two_cautions(self, rulebook: Rulebook, engine: str) -> None:
        """Of a discharge and new severe symptoms each is named; old or new, neither falls silent by itself."""
        both = {"risk": {"recent_discharge": "yes", "new_severe_symptoms": "yes"}}
        for on, rule in ((date(2026, 1, 10), "risk-factor-stands"), (date(2026, 2, 8), "risk-factor-still-holds")):
            told = [one.summary for one in advice(rulebook, engine, both, on=on).alerts if one.rule_id == rule]
            assert len(told) == 2
            assert "a recent discharge from hospital" in told[1]
            assert "new severe symptoms" in told[0]


class TestSteadying:
    @pytest.mark.parametrize(
        "shown",
        [{"affect": "overwhelming"}, {"risk": {**CLEAR, "self_injury": "yes"}}],
        ids=["feelings", "self-injury"],
    )
    def test_steadying_comes_before_the_task_that_was_not_done(
        self, rulebook: Rulebook, engine: str, shown: dict[str, Any]
    ) -> None:
        """A task undone, a quarrel told and strain do not push steadying down."""
        people = [{"person": "boss", "role": "boss", "alive": "yes", "conflict": QUARREL}]
        sessions = middle(people, {"area": "role-dispute", "about": "boss"})
        showed = {"homework": {"previous_done": "no"}, "recent_interaction_with": "boss"}
        sessions[-1] = {**sessions[-1], **showed, "alliance": {"signs": ["irritation"]}, **shown}
        told = advice(rulebook, engine, ADULT, *sessions)
        assert [one.id for one in told.techniques][:2] == ["TEC-37", "TEC-21"]
        assert "TEC-12" not in {one.id for one in told.techniques}

    def test_feelings_that_overwhelm_are_heard_of_in_the_first_sessions(self, rulebook: Rulebook, engine: str) -> None:
        """In session 2, with a wish to be dead told, and in the ending as well."""
        wish = {"cssrs": {"q1": "yes", "q2": "no", "q6": "no"}}
        told = advice(rulebook, engine, ADULT, {}, {"affect": "overwhelming", "risk": wish})
        (found,) = [one for one in told.findings if one.rule_id == "steady-before-tasks"]
        assert found.prominent
        last = {"phase": "ending", "affect": "overwhelming", "risk": CLEAR}
        assert "steady-before-tasks" in said(advice(rulebook, engine, ADULT, {}, {}, last))


class TestAbsence:
    def test_nobody_is_asked_in_a_session_that_was_missed(self, rulebook: Rulebook, engine: str) -> None:
        """The alert stays at its level; what it asks is asked at the next contact, and back again in the session."""
        wish = {"risk": {"cssrs": {"q1": "yes", "q2": "no", "q6": "no"}}}
        told = advice(rulebook, engine, {}, {**wish, **item9(1)}, {"attended": "no"}, {"attended": "no"})
        assert levels(told)["suicidal-thoughts-only"] == "3"
        (alert,) = [one for one in told.alerts if one.rule_id == "missed-session-same-day-contact"]
        assert alert.rationale.startswith("Sessions 2 and 3 were missed, no notice")
        assert "ASK AT THE NEXT CONTACT: A wish to be dead" in " ".join(to_text(told).split())
        assert "IN THIS SESSION" not in to_text(told)
        back = advice(rulebook, engine, {}, {**wish, **item9(1)}, {"attended": "no"}, {})
        assert "ASK IN THIS SESSION" in to_text(back)


class TestViolence:
    def test_a_no_counts_only_when_asked_alone(self, rulebook: Rulebook, engine: str) -> None:
        """Where nobody recorded that it was asked alone, the work on the dispute waits."""
        denied = {"now": "no", "fear": "no", "person": "husband"}
        waits = advice(rulebook, engine, ADULT, *dispute({"violence": denied}))
        assert {"violence-ask-alone", "violence-hold-until-asked"} <= said(waits)
        assert not waits.techniques
        asked = advice(rulebook, engine, ADULT, *dispute({"violence": {**denied, "asked_alone": "yes"}}))
        assert "violence-ask-alone" not in said(asked)
        assert asked.techniques

    @pytest.mark.parametrize("alone", [{"asked_alone": "no"}, {"asked_alone": "not-known"}, {}])
    def test_a_topic_ticked_off_does_not_say_alone(
        self, rulebook: Rulebook, engine: str, alone: dict[str, str]
    ) -> None:
        """The intake ticks violence off as none beside a no in company: the work on the dispute still waits."""
        denied = {"violence": {"now": "no", "fear": "no", **alone}}
        ticked = {**ADULT, "asked": {"violence": "none"}, "risk": denied}
        for sessions in (dispute(), dispute(denied)):
            waits = advice(rulebook, engine, ticked, *sessions)
            assert {"violence-ask-alone", "violence-hold-until-asked"} <= said(waits)
            assert not waits.techniques

    @pytest.mark.parametrize(
        "later",
        [
            {"risk": {"violence": {"now": "no", "fear": "no"}}},
            {"risk": {"violence": {"now": "no", "fear": "no", "asked_alone": "not-known"}}},
            {"learned": {"asked": {"violence": "none"}}},
        ],
    )
    def test_a_disclosure_is_not_taken_back_in_company(
        self, rulebook: Rulebook, engine: str, later: dict[str, Any]
    ) -> None:
        """Fear of the husband stands until it is denied alone; a tick at the topic or a no of unknown setting is not that."""
        fear = {"violence": {"fear": "yes", "person": "husband", "asked_alone": "yes"}}
        intake = {"relationships": [{**HUSBAND, "conflict": QUARREL}], "risk": fear}
        assert levels(advice(rulebook, engine, intake, later))["violence-or-fear"] == "2"

    @pytest.mark.parametrize("alone", ["no", None])
    def test_a_mark_at_the_topic_does_not_say_that_it_was_asked_alone(
        self, rulebook: Rulebook, engine: str, alone: str | None
    ) -> None:
        """`Violence: none` among the topics releases nothing, least of all where it was asked in the hearing of others."""
        denied = {"violence": {"now": "no", "fear": "no", "asked_alone": alone}}
        waits = advice(rulebook, engine, {**ADULT, "asked": {"violence": "none"}}, *dispute(denied))
        assert {"violence-ask-alone", "violence-hold-until-asked"} <= said(waits)
        assert not waits.techniques

    def test_what_was_found_on_asking_is_not_taken_back_by_a_mark(self, rulebook: Rulebook, engine: str) -> None:
        """Some at the intake, none at a later tick: it stands until denied alone."""
        later = {"learned": {"asked": {"violence": "none"}}}
        assert "violence-or-fear" in levels(advice(rulebook, engine, {"asked": {"violence": "some"}}, later))
        alone = {"risk": {"violence": {"now": "no", "fear": "no", "asked_alone": "yes"}}}
        assert not levels(advice(rulebook, engine, {"asked": {"violence": "some"}}, alone))

    @pytest.mark.parametrize(
        "husband",
        [
            {**HUSBAND, "expectations_met": "no"},
            {**HUSBAND, "conflict": {"present": "no", "hidden": "yes"}},
        ],
    )
    def test_every_dispute_that_is_shown_is_asked_about(
        self, rulebook: Rulebook, engine: str, husband: dict[str, Any]
    ) -> None:
        """A dispute seen in unmet expectations, or behind a denied conflict, is asked about like an open one."""
        assert "violence-hold-until-asked" in said(advice(rulebook, engine, {"relationships": [husband]}))

    @pytest.mark.parametrize(
        "focus",
        [
            {"area": "role-dispute"},
            {"area": "grief", "about": "mother", "second_area": "role-dispute", "second_about": "husband"},
        ],
    )
    def test_a_dispute_as_focus_is_asked_about(self, rulebook: Rulebook, engine: str, focus: dict[str, Any]) -> None:
        """As a second focus, or with nobody named: no technique of a dispute before it is known to be safe."""
        people = [HUSBAND, {"person": "mother", "role": "parent", "alive": "no"}]
        told = advice(rulebook, engine, {}, *middle(people, focus))
        assert "violence-ask-alone" in said(told)
        assert not {"TEC-14", "TEC-15", "TEC-16", "TEC-26"} & {one.id for one in told.techniques}

    def test_nobody_is_asked_whether_the_dead_are_feared(self, rulebook: Rulebook, engine: str) -> None:
        """A conflict with somebody who died asks nothing about violence now."""
        people = [{"person": "father", "role": "parent", "alive": "no", "conflict": {"present": "yes"}}]
        assert "violence-ask-alone" not in said(advice(rulebook, engine, {"relationships": people}))

    def test_no_cycle_of_requests_where_there_is_violence(self, rulebook: Rulebook, engine: str) -> None:
        """`Choose one request, rehearse, try` is not shown under violence, nor before it was asked about."""
        safe = {"violence": {"now": "no", "fear": "no", "asked_alone": "yes"}}
        assert "dispute-strategy" in said(advice(rulebook, engine, ADULT, *dispute(safe)))
        assert "dispute-strategy" not in said(advice(rulebook, engine, ADULT, *dispute()))
        told = {"violence": {"now": "yes", "person": "husband", "asked_alone": "yes"}}
        assert "dispute-strategy" not in said(advice(rulebook, engine, ADULT, *dispute(told)))

    def test_a_feared_or_dead_person_is_no_supporter(self, rulebook: Rulebook, engine: str) -> None:
        """Who is feared, or died since, is not offered as the one who notices a relapse."""
        people = [
            {**HUSBAND, "supportive": "yes"},
            {"person": "mother", "role": "parent", "confidant": "yes"},
            {"person": "sister", "role": "sibling", "alive": "yes", "supportive": "yes"},
        ]
        died = {"life_events": [{"event": "death-mother", "type": "death", "person": "mother", "date": "2026-01-05"}]}
        fear = {"violence": {"fear": "yes", "person": "husband", "asked_alone": "yes"}}
        last = {"phase": "ending", "risk": {**CLEAR, **fear}, "learned": died}
        intake = {"relationships": people, "course": {"planned_sessions": 4}}
        told = advice(rulebook, engine, intake, {}, {}, last)
        (part,) = [
            one for one in (*told.findings, *(h.finding for h in told.held)) if one.rule_id == "relapse-plan-supports"
        ]
        assert "sister" in part.rationale
        assert "husband" not in part.rationale
        assert "mother" not in part.rationale


class TestFlags:
    @pytest.mark.parametrize("flag", ["recent_discharge", "new_severe_symptoms"])
    def test_a_caution_is_a_flag_when_somebody_stays_away(self, rulebook: Rulebook, engine: str, flag: str) -> None:
        """Just out of hospital, or with new severe symptoms, and not there without a word: contact today, not this week."""
        told = advice(rulebook, engine, {"risk": {**CLEAR, flag: "yes"}}, {"risk": CLEAR}, {"attended": "no"})
        assert levels(told)["missed-session-same-day-contact"] == "2"
        assert "missed-session-contact" not in said(told)

    def test_nobody_waits_with_new_severe_symptoms(self, rulebook: Rulebook, engine: str) -> None:
        """After a death, every sign of severe illness denied: with new severe symptoms nobody is told to wait."""
        intake = TestWaitingAndMedicine().intake(new_severe_symptoms="yes")
        assert "grief-wait-and-support" not in said(advice(rulebook, engine, intake, on=date(2026, 1, 12)))


class TestWhatIsRead:
    def test_a_session_with_a_wrong_year_does_not_vanish(self, rulebook: Rulebook, engine: str) -> None:
        """Intent is told in a session of 2062: it is not read, and the first lines say so."""
        told = advice(rulebook, engine, {}, {}, {"date": "2062-01-24", "risk": {"cssrs": {"q4": "yes"}}})
        assert told.notices == (
            "1 session is not read, dated after 2026-03-01: 2062-01-24. If a date is wrong, correct it.",
        )
        for detail in ("short", "all"):
            assert "1 session is not read" in to_text(told, detail=detail).split("\n\n")[0]
        assert not advice(rulebook, engine, {}, {}).notices

    def test_a_question_names_the_person_it_is_about(self, rulebook: Rulebook, engine: str) -> None:
        """`son` is a part of `person`, and is named all the same."""
        people = [
            {"person": "son", "role": "child", "conflict": {"present": "yes"}},
            {**HUSBAND, "conflict": {"present": "yes"}},
        ]
        told = to_text(advice(rulebook, engine, {"relationships": people}))
        assert "(About: husband, son.)" in " ".join(told.split())

    def test_an_item_that_still_stands_is_not_told_as_gone(self, rulebook: Rulebook, engine: str) -> None:
        """The screener after item 9 ends the alert of that day; the looking back says that the answer stands."""
        numbered = [
            {"number": 1, "date": "2026-01-17", **item9(3)},
            {"number": 2, "date": "2026-01-24", "risk": CLEAR},
        ]
        intake = {"date": "2026-01-10"}
        case = Case.from_data({"schema_version": 1, "id": "c1", "intake": intake, "sessions": numbered})
        last = timeline(case, rulebook, engine=engine).entries[-1]
        (gone,) = [one for one in last.changes if one.topic == "alerts"]
        assert gone.what == "lapsed"
        assert "the answer it was about still stands" in gone.says


class TestDeaths:
    @pytest.mark.parametrize("kind", ["pregnancy-loss", "stillbirth", "neonatal-death"])
    def test_the_partner_of_a_lost_baby_has_not_died(self, rulebook: Rulebook, engine: str, kind: str) -> None:
        """Named with the loss is whom it was shared with: nobody asks how he is mourned, or what the bond with him was."""
        husband = {"person": "husband", "role": "spouse", "closeness": "close", "ambivalent": "yes"}
        loss = {"event": "the-loss", "type": kind, "person": "husband", "date": "2025-12-20"}
        intake = {"relationships": [husband], "life_events": [{**loss, "important_to_patient": "yes"}]}
        told = advice(rulebook, engine, {**ADULT, **intake, "patient": {"age": 30}})
        assert "grief-ambivalent-or-dependent" not in said(told)
        asked = [one for one in told.findings if one.rule_id == "grief-mourning-not-asked"]
        assert asked
        assert not any("husband" in f"{one.summary} {one.rationale}" for one in asked)

    def test_the_bond_with_one_does_not_time_the_death_of_another(self, rulebook: Rulebook, engine: str) -> None:
        """One friend died before the onset, a close one years ago: the two are not added up."""
        people = [
            {"person": "near", "role": "friend"},
            {"person": "dear", "role": "friend", "closeness": "very-close", "ambivalent": "yes"},
        ]
        deaths = [
            {"event": "death-near", "type": "death", "person": "near", "date": "2025-09"},
            {"event": "death-dear", "type": "death", "person": "dear", "date": "2010-09"},
        ]
        told = advice(rulebook, engine, {**ADULT, "relationships": people, "life_events": deaths})
        (grief,) = [one for one in told.focus.candidates if one.area == "grief"]
        assert {one.subject for one in grief.arguments if one.counted} <= {grief.subject}
        assert not grief.is_candidate


class TestWaitingAndMedicine:
    def intake(self, **risk: Any) -> dict[str, Any]:
        return {
            "relationships": [{"person": "father", "role": "parent", "alive": "no"}],
            "life_events": [{**DEATH, "mourning": MOURNING}],
            "diagnosis": {"psychosis": "no"},
            "risk": {**CLEAR, **risk},
            "measures": {"phq9": {"items": [0] * 9}},
        }

    def test_no_waiting_while_an_alert_stands(self, rulebook: Rulebook, engine: str) -> None:
        """Self-neglect is none of the five signs of severe illness after a death; still nobody is told to wait."""
        today = date(2026, 1, 12)
        wait = "grief-wait-and-support"
        assert wait in said(advice(rulebook, engine, self.intake(), on=today))
        assert wait not in said(advice(rulebook, engine, self.intake(self_neglect="yes"), on=today))
        assert wait not in said(advice(rulebook, engine, self.intake(clinician_concern="yes"), on=today))

    def test_an_item_9_that_was_sent_in_forbids_waiting(self, rulebook: Rulebook, engine: str) -> None:
        """Item 9 above nought from a missed session counts among the signs of severe illness."""
        sent = {"attended": "no", **item9(1)}
        told = advice(rulebook, engine, self.intake(), sent, on=date(2026, 1, 12))
        assert "grief-wait-and-support" not in said(told)

    @pytest.mark.parametrize(
        ("patient", "diagnosis"),
        [
            ({"age": 30, "weeks_postpartum": 10}, {"bipolar": "no"}),
            ({"age": 30, "pregnant": "no"}, {"bipolar": "no", "mania_now": "yes"}),
            ({"age": 30, "pregnant": "no"}, {}),
        ],
    )
    def test_medicine_is_a_specialist_s_question(
        self, rulebook: Rulebook, engine: str, patient: dict[str, Any], diagnosis: dict[str, Any]
    ) -> None:
        """After a birth with breast-feeding unknown, with signs of mania, or with earlier mania unknown."""
        poor = [{"measures": {"phq9": {"total": total}}, "risk": CLEAR} for total in (18, 18, 17)]
        poor[-1]["phase"] = "ending"
        intake = {"patient": patient, "diagnosis": diagnosis, "course": {"planned_sessions": 4}}
        told = said(advice(rulebook, engine, intake, *poor, on=date(2026, 1, 14)))
        assert "outcome-ask-prescriber" not in told
        assert "outcome-ask-specialist" in told


class TestBirths:
    WELL = {"primary": "major-depression", "bipolar": "no", "psychosis": "no", "mania_now": "no"}  # noqa: RUF012
    BIRTH = {"event": "birth", "type": "birth", "date": "2025-12"}  # noqa: RUF012
    DAY = date(2026, 1, 11)

    def told(
        self, rulebook: Rulebook, engine: str, patient: dict[str, Any], *later: Any, **more: Any
    ) -> Recommendation:
        intake = {"patient": {"age": 30, **patient}, "diagnosis": self.WELL, **more}
        return advice(rulebook, engine, {"measures": {"phq9": {"total": 14}}, **intake}, *later, on=self.DAY)

    @pytest.mark.parametrize(
        ("patient", "later"),
        [
            ({"due_date": "2026-06-01"}, []),
            ({"due_date": "2025-11-01"}, []),
            ({"pregnant": "yes"}, [{"learned": {"patient": {"pregnant": "not-known"}}}]),
            ({"pregnant": "yes", "due_date": "2025-12-20"}, []),
        ],
    )
    def test_psychosis_around_a_birth_is_an_emergency(
        self, rulebook: Rulebook, engine: str, patient: dict[str, Any], later: list[Any]
    ) -> None:
        """A due date says as much as a yes to pregnancy, before and after it; an answer that is not known takes no yes back."""
        told = self.told(
            rulebook, engine, patient, *later, risk={"psychotic_signs": "yes"}, asked={"psychosis": "some"}
        )
        assert levels(told)["postpartum-psychosis"] == "1"
        assert levels(told)["postpartum-psychotic-signs"] == "1"

    @pytest.mark.parametrize(
        ("patient", "events"),
        [
            ({"due_date": "2026-06-01"}, []),
            ({"due_date": "2025-11-01"}, []),
            ({}, [BIRTH]),
            ({"breast_feeding": "not-known"}, [BIRTH]),
        ],
    )
    def test_medicine_around_a_birth_is_a_specialist_s_question(
        self, rulebook: Rulebook, engine: str, patient: dict[str, Any], events: list[Any]
    ) -> None:
        """A birth on the timeline, or one that is or was due, counts like the weeks since a birth."""
        told = self.told(rulebook, engine, patient, life_events=events)
        (asked,) = [one for one in told.findings if one.rule_id == "first-step-by-preference"]
        assert "a specialist" in asked.content["question"]
        later = self.told(rulebook, engine, {"breast_feeding": "no"}, life_events=[self.BIRTH])
        (asked,) = [one for one in later.findings if one.rule_id == "first-step-by-preference"]
        assert "a prescriber" in asked.content["question"]

    def test_a_due_date_that_passed_is_asked_about(self, rulebook: Rulebook, engine: str) -> None:
        """Nobody goes on speaking of a pregnancy after the day the baby was due."""
        late = self.told(rulebook, engine, {"pregnant": "yes", "due_date": "2025-12-20"})
        assert "birth-was-due" in said(late)
        (course,) = [one for one in late.findings if one.rule_id == "perinatal-course"]
        assert "in the time around a birth" in course.rationale
        born = self.told(rulebook, engine, {"due_date": "2025-12-20", "weeks_postpartum": 3})
        assert "birth-was-due" not in said(born)

    def test_weeks_after_a_birth_go_on_counting(self, rulebook: Rulebook, engine: str) -> None:
        """Forty weeks at the intake are no time after a birth half a year later."""
        patient = {"patient": {"age": 30, "weeks_postpartum": 40, "pregnant": "no"}}
        assert advice(rulebook, engine, patient, on=date(2026, 2, 1)).phase["perinatal"] is True
        assert advice(rulebook, engine, patient, on=date(2026, 7, 1)).phase["perinatal"] is False


class TestContradictions:
    @pytest.mark.parametrize(
        ("intake", "alert"),
        [
            ({"diagnosis": {"primary": "psychotic-depression"}, "asked": {"psychosis": "none"}}, "psychosis-now"),
            ({"diagnosis": {"psychosis": "no"}, "asked": {"psychosis": "some"}}, "psychosis-now"),
            ({"diagnosis": {"mania_now": "no"}, "asked": {"mania": "some"}}, "mania-now"),
            ({"risk": {"safeguarding": "no"}, "asked": {"safeguarding": "some"}}, "safeguarding-concern"),
            ({"risk": {"self_injury": "no"}, "asked": {"self-injury": "some"}}, "self-injury"),
        ],
    )
    def test_of_two_answers_of_one_day_the_yes_stands(
        self, rulebook: Rulebook, engine: str, intake: dict[str, Any], alert: str
    ) -> None:
        """A danger found on asking, or named as the diagnosis, is not undone by another box of the same form."""
        assert alert in levels(advice(rulebook, engine, intake))

    def test_a_psychotic_depression_may_be_without_psychosis_by_now(self, rulebook: Rulebook, engine: str) -> None:
        """Where the question itself is answered with no, the diagnosis alone raises no alert."""
        past = {"diagnosis": {"primary": "psychotic-depression", "psychosis": "no"}}
        assert "psychosis-now" not in levels(advice(rulebook, engine, past))
        later = {"learned": {"diagnosis": {"psychosis": "no"}}}
        assert "psychosis-now" not in levels(advice(rulebook, engine, {"diagnosis": {"primary": "psychosis"}}, later))


class TestOtherQuestionnaires:
    def scale(self, name: str, item: int, value: int) -> dict[str, Any]:
        return {"measures": {name: {"items": {str(item): value}}}}

    @pytest.mark.parametrize(("name", "item"), [("qids", 12), ("hrsd", 3)])
    @pytest.mark.parametrize(("value", "level"), [(0, None), (1, "3"), (2, "2"), (3, "2")])
    def test_every_scale_that_asks_about_suicide_is_heard(
        self, rulebook: Rulebook, engine: str, name: str, item: int, value: int, level: str | None
    ) -> None:
        """The QIDS and the HRSD have an item about suicide; it counts like item 9, until the whole screener was asked."""
        told = advice(rulebook, engine, {}, self.scale(name, item, value))
        assert min(levels(told).values(), default=None) == level
        asked = advice(rulebook, engine, {}, {**self.scale(name, item, value), "risk": CLEAR})
        assert not levels(asked)

    def test_it_stands_and_a_nought_elsewhere_clears_nothing(self, rulebook: Rulebook, engine: str) -> None:
        """Two later screens that are clear take it back; a session with the same item above nought is no clear screen."""
        high, clear = {**self.scale("qids", 12, 3), "risk": CLEAR}, {"risk": CLEAR, **item9(0)}
        both = {"risk": CLEAR, "measures": {"phq9": {"items": {"9": 0}}, "qids": {"items": {"12": 1}}}}
        assert "other-scale-item-enquire" in levels(advice(rulebook, engine, {}, high, clear, both, {}))
        assert not levels(advice(rulebook, engine, {}, high, clear, clear, {}))
        assert "other-scale-item-enquire" in levels(advice(rulebook, engine, {}, high, {"risk": CLEAR}, {}))

    @pytest.mark.parametrize(
        ("score", "level"),
        [
            ({"total": 19}, None),
            ({"total": 24}, "3"),
            ({"total": 25}, "2"),
            ({"total": 9, "items": {str(n): 1 for n in range(1, 9)}}, "3"),
            ({"total": 8, "items": {str(n): 1 for n in range(1, 9)}}, None),
        ],
    )
    def test_a_total_that_tells_item_9_counts(
        self, rulebook: Rulebook, engine: str, score: dict[str, Any], level: str | None
    ) -> None:
        """Where the other answers cannot make up the total, item 9 is above nought; it is asked aloud all the same.

        With a severe total it is asked in the session, whatever it may be.
        """
        told = advice(rulebook, engine, {}, {"measures": {"phq9": score}})
        assert min(levels(told).values(), default=None) == level
        assert "item-9-missing" in said(told)

    def test_item_9_left_blank_on_a_form_that_was_sent_in_is_asked(self, rulebook: Rulebook, engine: str) -> None:
        """A PHQ-9 from a missed session without item 9 asks for it at the next contact."""
        sent = {"attended": "no", "measures": {"phq9": {"items": {str(n): 2 for n in range(1, 9)}}}}
        assert "item-9-missing" in said(advice(rulebook, engine, {}, {"risk": CLEAR, **item9(0)}, sent))


class TestWhomToFear:
    def test_where_nobody_is_named_nobody_close_is_offered_as_a_supporter(
        self, rulebook: Rulebook, engine: str
    ) -> None:
        """Violence was found on asking and it is not recorded whose: the family is not proposed for the relapse plan."""
        people = [
            {**HUSBAND, "supportive": "yes"},
            {"person": "friend", "role": "friend", "alive": "yes", "supportive": "yes"},
            {"person": "flatmate", "role": "friend", "lives_with": "yes", "supportive": "yes"},
        ]
        intake = {"relationships": people, "asked": {"violence": "some"}, "course": {"planned_sessions": 4}}
        told = advice(rulebook, engine, intake, {}, {}, {"phase": "ending", "risk": CLEAR})
        held = told.plans.relapse_prevention.part("supports").holds
        assert [one.text for one in held if "friend" in one.text]
        assert not [one.text for one in held if "husband" in one.text or "flatmate" in one.text]

    def test_a_minor_who_tells_of_violence_is_safeguarded(self, rulebook: Rulebook, engine: str) -> None:
        """The concern is for the patient: level 1, all techniques wait, and it lasts until it is recorded as settled."""
        fear = {"violence": {"fear": "yes", "person": "father", "asked_alone": "yes"}}
        intake = {"patient": {"age": 15}, "relationships": [{"person": "father", "role": "parent"}], "risk": fear}
        told = advice(rulebook, engine, intake, {}, {})
        assert levels(told)["minor-tells-of-violence"] == "1"
        assert not told.techniques
        settled = advice(rulebook, engine, intake, {"risk": {"safeguarding": "no"}})
        assert "minor-tells-of-violence" not in levels(settled)
        assert levels(settled)["violence-or-fear"] == "2"
        assert "safeguarding-concern" in levels(advice(rulebook, engine, intake, {"risk": {"safeguarding": "yes"}}))


class TestNoPrematureEnd:
    """Nothing loosens contact while something about safety is open, and the person sees who stays close."""

    DAY = staticmethod(lambda week: (date(2026, 1, 10) + timedelta(weeks=week)).isoformat())

    def weekly(
        self, rulebook: Rulebook, engine: str, planned: int, *sessions: dict[str, Any], **intake: Any
    ) -> Recommendation:
        dated = [{"date": self.DAY(n), **one} for n, one in enumerate(sessions, start=1)]
        course = {"planned_sessions": planned, "frequency": "weekly"}
        last = date.fromisoformat(self.DAY(len(sessions)))
        return advice(rulebook, engine, {**ADULT, "course": course, **intake}, *dated, on=last)

    def test_remission_with_item_9_above_nought_is_no_reason_to_end(self, rulebook: Rulebook, engine: str) -> None:
        """One point in all, and that one is item 9: the whole screener was asked, the answer stands."""
        scores = {str(n): 0 for n in range(1, 10)}
        well = [{"risk": CLEAR, "measures": {"phq9": {"items": scores}}} for _ in range(5)]
        assert "early-remission" in said(self.weekly(rulebook, engine, 16, *well))
        low = [{"risk": CLEAR, "measures": {"phq9": {"items": {**scores, "9": 1}}}} for _ in range(5)]
        assert "early-remission" not in said(self.weekly(rulebook, engine, 16, *low))

    def test_a_high_score_that_was_sent_in_is_no_lasting_remission(self, rulebook: Rulebook, engine: str) -> None:
        """Between two low scores of the room a form with fourteen points came by post."""
        low, sent = {"risk": CLEAR, **item9(0, total=3)}, {"attended": "no", **item9(0, total=14)}
        away = {"attended": "no", "notice_given": "yes"}
        assert "early-remission" in said(self.weekly(rulebook, engine, 16, low, low, away, low))
        assert "early-remission" not in said(self.weekly(rulebook, engine, 16, low, low, sent, low))

    def test_sessions_are_not_spaced_out_in_a_deterioration(self, rulebook: Rulebook, engine: str) -> None:
        """The score rose by six points and the screener was asked: neither a taper nor the bridge to monthly sessions."""
        scores = (20, 16, 12, 9, 6)
        course = [{"risk": CLEAR, **item9(0, total=total)} for total in scores]
        for wish, rule in (({}, "taper"), ({"maintenance": {"accepted": "yes"}}, "maintenance-bridge")):
            better = {"risk": CLEAR, **item9(0, total=6), "phase": "ending", **wish}
            worse = {"risk": CLEAR, **item9(0, total=12), "phase": "ending", **wish}
            first = {"measures": {"phq9": {"total": 24}}}
            assert rule in said(self.weekly(rulebook, engine, 8, *course, better, **first))
            told = self.weekly(rulebook, engine, 8, *course, worse, **first)
            assert not {rule, "maintenance-usual-frame"} & said(told)
            assert "contact-stays-close" in said(told)

    def test_maintenance_is_not_made_rarer_under_an_alert(self, rulebook: Rulebook, engine: str) -> None:
        """Intent is told in weekly maintenance: nobody is asked whether monthly would do."""
        well = {"risk": CLEAR, **item9(0, total=3)}
        contact = {**well, "phase": "maintenance", "maintenance": {"accepted": "yes", "frequency": "weekly"}}
        course = [well, well, well, well, contact, contact, contact]
        assert "maintenance-often" in said(self.weekly(rulebook, engine, 4, *course, contact))
        told = self.weekly(rulebook, engine, 4, *course, {**contact, "risk": {"cssrs": {"q4": "yes"}}})
        assert "maintenance-often" not in said(told)
        assert "contact-stays-close" in said(told)


def test_a_diagnosis_told_later_takes_none_back(engine: str) -> None:
    """Bipolar illness among the first diagnoses still counts after a session that names another one."""
    session = {"number": 1, "date": "2026-02-10", "learned": {"diagnosis": {"comorbid": ["ptsd"]}}}
    diagnosis = {"primary": "major-depression", "comorbid": ["bipolar-disorder"]}
    case = Case.from_data(
        {
            "schema_version": 1,
            "id": "c",
            "intake": {"date": "2026-02-01", "diagnosis": diagnosis, "medication": []},
            "sessions": [session],
        }
    )
    rules = {finding.rule_id for finding in recommend(case, Rulebook.load(), ON, engine=engine).findings}
    assert "bipolar-social-rhythm" in rules
    assert "bipolar-without-medicine" in rules
