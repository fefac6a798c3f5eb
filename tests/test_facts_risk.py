"""What stands about danger: answers that last, screens that clear them, signs, violence, moments of risk, past alerts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from ipt_rules import Case, packs
from ipt_rules.case.contact import Cssrs, Risk, Violence
from ipt_rules.facts.base import Fact
from ipt_rules.facts.derive import derive_facts
from ipt_rules.loading import build, read_sources
from ipt_rules.recommendation import ALL_TECHNIQUES, Finding, assemble
from ipt_rules.recommending import recommend
from ipt_rules.replay import past_alerts
from ipt_rules.rulebook import Rulebook

START = date(2026, 1, 5)
DENIED = {"q1": "no", "q2": "no", "q6": "no"}
CLEAR = {"measures": {"phq9": {"items": [0] * 9}}, "risk": {"cssrs": DENIED}}


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    """The core pack with the rules of the safety chapter only."""
    sources = read_sources([packs.core()])
    sources.rules = [rule for rule in sources.rules if rule["chapter"] == "safety"]
    return build(sources)


def a_case(intake: Mapping[str, Any], *sessions: Mapping[str, Any]) -> Case:
    """A case with one contact a week from START on; a session is what it records."""
    later = [
        {"number": number, "date": START + timedelta(weeks=number), **session}
        for number, session in enumerate(sessions, start=1)
    ]
    return Case.from_data({"schema_version": 1, "id": "c", "intake": {"date": START, **intake}, "sessions": later})


def facts_of(kind: str, rulebook: Rulebook, case: Case, on: date | None = None) -> list[Fact]:
    day = on or (case.sessions[-1].date if case.sessions else START)
    return [fact for fact in derive_facts(case, day, rulebook) if fact.kind == kind]


def risk(rulebook: Rulebook, intake: Mapping[str, Any], *sessions: Mapping[str, Any]) -> Fact:
    (fact,) = facts_of("risk", rulebook, a_case(intake, *sessions))
    return fact


def topics(rulebook: Rulebook, intake: Mapping[str, Any], *sessions: Mapping[str, Any]) -> set[str]:
    return {str(fact.get("topic")) for fact in facts_of("unknown", rulebook, a_case(intake, *sessions))}


def cssrs(**answers: str) -> dict[str, Any]:
    return {"risk": {"cssrs": answers}}


class TestStandingAnswers:
    def test_a_blank_clears_nothing(self, rulebook: Rulebook) -> None:
        """A yes at the intake stands at a later session that asked nothing, and points to where it was said."""
        fact = risk(rulebook, cssrs(q4="yes"), {})
        assert fact.get("cssrs_q4") is True
        assert fact.get("intent_told") == "at the intake"
        assert fact.places == ("intake.risk.cssrs.q4",)

    def test_one_later_no_clears_nothing(self, rulebook: Rulebook) -> None:
        """A single denial, even inside a clear screen, leaves the yes standing."""
        assert risk(rulebook, cssrs(q4="yes"), CLEAR).get("urgent_yes") is True

    def test_two_clear_screens_in_a_row_clear(self, rulebook: Rulebook) -> None:
        """After the second clear screen in a row the answer is no."""
        fact = risk(rulebook, cssrs(q1="yes", q2="yes"), CLEAR, CLEAR)
        assert (fact.get("cssrs_q1"), fact.get("cssrs_q2"), fact.get("suicidal_signs")) == (False, False, False)

    def test_a_blank_between_breaks_the_row(self, rulebook: Rulebook) -> None:
        """Clear, blank, clear is not two in a row."""
        assert risk(rulebook, cssrs(q4="yes"), CLEAR, {}, CLEAR).get("cssrs_q4") is True

    def test_a_missed_session_does_not_break_the_row(self, rulebook: Rulebook) -> None:
        """The row is of sessions that were held."""
        assert risk(rulebook, cssrs(q4="yes"), CLEAR, {"attended": "no"}, CLEAR).get("cssrs_q4") is False

    def test_item_9_must_be_recorded_to_clear(self, rulebook: Rulebook) -> None:
        """The screener alone, without item 9, clears nothing."""
        only = cssrs(**DENIED)
        assert risk(rulebook, cssrs(q4="yes"), only, only).get("cssrs_q4") is True

    def test_an_old_questionnaire_clears_nothing(self, rulebook: Rulebook) -> None:
        """A PHQ-9 filled in long before the session cannot be the nought of a clear screen."""
        old = {"measures": {"phq9": {"items": [0] * 9, "date": "2025-12-01"}}, "risk": {"cssrs": DENIED}}
        assert risk(rulebook, cssrs(q4="yes"), old, old).get("cssrs_q4") is True

    def test_behaviour_long_ago_told_again_is_no_news(self, rulebook: Rulebook) -> None:
        """The lifetime question stays yes for ever; once cleared it stands again only if the time is left open."""
        nought = {"measures": {"phq9": {"items": [0] * 9}}}
        again = {**nought, **cssrs(q1="no", q2="no", q6="yes", q6_3m="no")}
        assert risk(rulebook, again).get("middle_yes") is True
        assert risk(rulebook, again, again).get("middle_yes") is True
        assert risk(rulebook, again, again, again).get("middle_yes") is False
        assert risk(rulebook, again, again, again, cssrs(q6="yes", q6_3m="no")).get("middle_yes") is False
        assert risk(rulebook, again, again, again, cssrs(q6="yes")).get("middle_yes") is True

    def test_an_older_denial_does_not_date_new_behaviour(self, rulebook: Rulebook) -> None:
        """The last three months denied before behaviour was told say nothing about it."""
        fact = risk(rulebook, cssrs(q6_3m="no"), cssrs(q6="yes"))
        assert fact.get("cssrs_q6_3m") is None
        assert "recent-suicidal-behaviour" in topics(rulebook, cssrs(q6_3m="no"), cssrs(q6="yes"))

    def test_not_known_is_not_no(self, rulebook: Rulebook) -> None:
        """An answer not known leaves the question open."""
        assert risk(rulebook, cssrs(q3="not-known")).get("cssrs_q3") is None

    def test_what_the_path_skips_is_not_denied(self, rulebook: Rulebook) -> None:
        """Questions 3 to 5 are not asked after a no to 2: they are not required, and nobody answered them."""
        assert risk(rulebook, cssrs(q1="yes", q2="no")).get("cssrs_q5") is None

    def test_what_a_call_after_a_missed_session_told_counts(self, rulebook: Rulebook) -> None:
        """A missed session may carry what was told by telephone."""
        assert risk(rulebook, {}, {"attended": "no", **cssrs(q5="yes")}).get("urgent_yes") is True

    def test_a_wish_to_join_the_dead_stands_like_any_thought(self, rulebook: Rulebook) -> None:
        """A later no alone does not clear it."""
        fact = risk(rulebook, {"risk": {"wish_to_join_the_dead": "yes"}}, {"risk": {"wish_to_join_the_dead": "no"}})
        assert fact.get("wish_to_join_the_dead") is True


def phq9(item9: int | None, **more: Any) -> dict[str, Any]:
    return {"measures": {"phq9": {"items": [1, 1, 1, 1, 1, 1, 1, 1, item9]}}, **more}


class TestItem9:
    def test_the_highest_not_enquired_counts(self, rulebook: Rulebook) -> None:
        """A 2 that nobody enquired into is not taken back by a later nought."""
        fact = risk(rulebook, phq9(2), phq9(0))
        assert (fact.get("item9"), fact.get("item9_enquired"), fact.get("item9_told")) == (2, False, "at the intake")

    def test_a_whole_screener_is_the_enquiry(self, rulebook: Rulebook) -> None:
        """A complete screener at the same contact enquires into it; a part of one does not."""
        assert risk(rulebook, phq9(2, risk={"cssrs": DENIED})).get("item9_enquired") is True
        assert risk(rulebook, phq9(2, risk={"cssrs": {"q1": "no"}})).get("item9_enquired") is False

    def test_a_rise_stands_until_enquired(self, rulebook: Rulebook) -> None:
        """Nought to 1 is a rise; with a whole screener it no longer stands."""
        assert risk(rulebook, phq9(0), phq9(1)).get("item9_rising") is True
        assert risk(rulebook, phq9(0), phq9(1, risk={"cssrs": DENIED})).get("item9_rising") is False
        assert risk(rulebook, phq9(1), phq9(1)).get("item9_rising") is False
        assert risk(rulebook, phq9(1)).get("item9_rising") is None

    def test_the_epds_counts_alike(self, rulebook: Rulebook) -> None:
        """Item 10 of the EPDS has the same fields."""
        fact = risk(rulebook, {"measures": {"epds": {"items": {"10": 2}}}})
        assert (fact.get("epds10"), fact.get("epds10_stands"), fact.get("item9_stands")) == (2, True, False)

    def test_a_blank_item_is_reported(self, rulebook: Rulebook) -> None:
        """Filled in without its last item, or told as a total only: unanswered, never nought."""
        assert "item-9" in topics(rulebook, phq9(None))
        assert "item-9" in topics(rulebook, {"measures": {"phq9": {"total": 12}}})
        assert "item-9" not in topics(rulebook, {})
        assert risk(rulebook, phq9(None)).get("item9") is None

    def test_a_rise_of_the_total_is_of_the_session_now(self, rulebook: Rulebook) -> None:
        """The rise is told only where the session now has a measure of its own."""
        assert risk(rulebook, phq9(0), phq9(3)).get("phq9_rise") == 3
        assert risk(rulebook, phq9(0), phq9(3), {}).get("phq9_rise") is None


class TestEnquiry:
    def test_a_question_of_the_screener_asks_about_suicide(self, rulebook: Rulebook) -> None:
        """Asked directly, or any answered question of the screener; a questionnaire is no question."""
        assert "risk-asked" in topics(rulebook, phq9(0))
        assert "risk-asked" not in topics(rulebook, {"risk": {"asked_directly": "yes"}})
        assert "risk-asked" not in topics(rulebook, cssrs(q1="no"))
        assert "risk-asked" in topics(rulebook, cssrs(q1="no"), {})

    def test_the_newest_screener_says_what_is_open(self, rulebook: Rulebook) -> None:
        """The questions that its own path requires, in words."""
        (fact,) = facts_of("screener", rulebook, a_case(cssrs(q1="no", q2="yes", q6="no", q4="no", q5="no")))
        assert fact.get("complete") is False
        assert fact.get("missing") == "question 3 (method without intent)"

    def test_a_safety_plan_lists_its_missing_parts(self, rulebook: Rulebook) -> None:
        """Parts recorded at several contacts add up; no record is not known."""
        plan = {"risk": {"safety_plan": {"exists": "yes", "parts": ["warning-signs", "coping-steps"]}}}
        more = {"risk": {"safety_plan": {"parts": ["people-to-ask", "professionals", "safer-surroundings"]}}}
        (fact,) = facts_of("safety_plan", rulebook, a_case(plan, more))
        assert (fact.get("complete"), fact.get("missing")) == (False, "distracting people and places")
        (fact,) = facts_of("safety_plan", rulebook, a_case(plan))
        assert fact.get("missing") == "safer surroundings, distracting people and places, people to ask, professionals"
        assert "safety-plan" in topics(rulebook, {})
        assert "safety-plan" in topics(rulebook, {"risk": {"safety_plan": {"exists": "not-known"}}})


class TestSigns:
    def test_a_later_no_ends_it_and_a_blank_does_not(self, rulebook: Rulebook) -> None:
        """A sign stands until it is denied; not known changes nothing."""
        told = {"risk": {"self_neglect": "yes"}}

        def present(*sessions: Mapping[str, Any]) -> bool:
            found = facts_of("risk_sign", rulebook, a_case(told, *sessions))
            return any(fact.get("present") is True for fact in found)

        assert present({})
        assert present({"risk": {"self_neglect": "not-known"}})
        assert not present({"risk": {"self_neglect": "no"}})

    @pytest.mark.parametrize(
        "intake",
        [
            {"diagnosis": {"psychosis": "yes"}},
            {"asked": {"psychosis": "some"}},
            {"diagnosis": {"primary": "psychotic-depression"}},
            {"diagnosis": {"comorbid": ["psychosis"]}},
        ],
    )
    def test_psychosis_is_told_in_several_places(self, rulebook: Rulebook, intake: Mapping[str, Any]) -> None:
        """By the field, the topic asked, or a diagnosis; each with its place."""
        (fact,) = [f for f in facts_of("risk_sign", rulebook, a_case(intake)) if f.get("sign") == "psychosis"]
        assert fact.get("present") is True
        assert fact.places[0].startswith("intake.")

    def test_the_time_around_a_birth(self, rulebook: Rulebook) -> None:
        """Weeks after a birth go on counting; a blank is neither."""
        after = {"patient": {"weeks_postpartum": 51, "pregnant": "no"}}
        assert risk(rulebook, after).get("perinatal") is True
        assert risk(rulebook, after, {}, {}).get("not_perinatal") is True
        assert risk(rulebook, {}).get("perinatal") is None
        assert risk(rulebook, {"patient": {"pregnant": "no"}}).get("not_perinatal") is False

    @pytest.mark.parametrize("latest", ["2026-01", "2026", None])
    def test_an_old_birth_does_not_hide_one_that_may_be_new(self, rulebook: Rulebook, latest: str | None) -> None:
        """A birth of the month that runs, of the year that runs, or of a time not known, beside one of years ago."""
        old = {"event": "first-child", "type": "birth", "date": "2023-01"}
        new = {"event": "second-child", "type": "birth", **({"date": latest} if latest else {})}
        told = risk(rulebook, {"patient": {"pregnant": "no"}, "life_events": [old, new]})
        assert told.get("not_perinatal") is False
        assert risk(rulebook, {"patient": {"pregnant": "no"}, "life_events": [old]}).get("not_perinatal") is True


def violence(**answers: str) -> dict[str, Any]:
    return {"risk": {"violence": answers}}


HUSBAND = {"relationships": [{"person": "husband", "role": "spouse", "conflict": {"present": "yes"}}]}


class TestViolence:
    def test_a_denial_within_earshot_clears_nothing(self, rulebook: Rulebook) -> None:
        """Fear stands until it is denied alone."""
        told = {**HUSBAND, **violence(fear="yes", person="husband")}
        heard = violence(now="no", fear="no", asked_alone="no")
        assert facts_of("violence", rulebook, a_case(told, heard))
        assert not facts_of("violence", rulebook, a_case(told, violence(now="no", fear="no", asked_alone="yes")))

    def test_a_denial_about_somebody_else_clears_nothing(self, rulebook: Rulebook) -> None:
        """A no with regard to the father says nothing of the husband."""
        people = {"relationships": [*HUSBAND["relationships"], {"person": "father", "role": "parent"}]}
        told = {**people, **violence(now="yes", person="husband")}
        (fact,) = facts_of("violence", rulebook, a_case(told, violence(now="no", fear="no", person="father")))
        assert (fact.get("person"), fact.get("who")) == ("husband", "husband")

    def test_violence_found_on_asking_stands(self, rulebook: Rulebook) -> None:
        """Found on asking, with nothing more recorded, is told of somebody not named."""
        (fact,) = facts_of("violence", rulebook, a_case({"asked": {"violence": "some"}}))
        assert (fact.get("disclosed"), fact.get("person"), fact.get("who")) == (True, None, "somebody not named")

    @pytest.mark.parametrize(
        ("said", "open_"),
        [
            ({}, True),
            (violence(now="no"), True),
            (violence(now="no", fear="no"), True),
            (violence(now="no", fear="no", asked_alone="yes"), False),
            (violence(now="no", fear="no", asked_alone="no"), True),
            (violence(now="yes"), False),
            ({"asked": {"violence": "none"}}, True),
            ({"asked": {"violence": "none"}, **violence(now="no", fear="no")}, True),
            ({"asked": {"violence": "none"}, **violence(now="no", fear="no", asked_alone="no")}, True),
            ({"asked": {"violence": "none"}, **violence(now="no", fear="no", asked_alone="yes")}, False),
            ({"asked": {"violence": "not-known"}}, True),
        ],
    )
    def test_a_family_conflict_is_asked_about(self, rulebook: Rulebook, said: Mapping[str, Any], open_: bool) -> None:
        """Until violence and fear were both answered, alone; a standing yes has its own alert."""
        assert ("violence" in topics(rulebook, {**HUSBAND, **said})) is open_

    def test_a_conflict_with_a_colleague_is_not(self, rulebook: Rulebook) -> None:
        """Only partner, family, or a role that is not known."""
        colleague = {"relationships": [{"person": "p1", "role": "colleague", "conflict": {"present": "yes"}}]}
        assert "violence" not in topics(rulebook, colleague)

    def test_children_in_the_home(self, rulebook: Rulebook) -> None:
        """Not known is asked; known, the safeguarding question is open until answered after the violence was told."""
        told = violence(now="yes")
        home = {"patient": {"children_at_home": "yes"}}
        assert "children-at-home" in topics(rulebook, told)
        assert "safeguarding" in topics(rulebook, {**told, **home})
        assert "safeguarding" in topics(rulebook, {**home, "risk": {"safeguarding": "no"}}, told)
        assert "safeguarding" not in topics(rulebook, {**told, **home}, {"risk": {"safeguarding": "no"}})


class TestMoments:
    def test_a_missed_session(self, rulebook: Rulebook) -> None:
        """Latest until somebody comes back; a gap by agreement is none."""
        missed = {"attended": "no"}
        (fact,) = facts_of("absence", rulebook, a_case({}, {}, missed))
        assert (fact.get("latest"), fact.get("before_now"), fact.get("without_notice")) == (True, False, True)
        (fact,) = facts_of("absence", rulebook, a_case({}, {}, missed, {}))
        assert (fact.get("latest"), fact.get("before_now")) == (False, True)
        assert not facts_of("absence", rulebook, a_case({}, {}, {**missed, "planned_gap": "yes"}))

    def test_sessions_missed_without_a_word_are_told_together(self, rulebook: Rulebook) -> None:
        """Only those since the session now of which neither notice nor contact is recorded."""
        missed, noticed = {"attended": "no"}, {"attended": "no", "notice_given": "yes"}
        told = [fact.get("unheard_text") for fact in facts_of("absence", rulebook, a_case({}, {}, missed, missed))]
        assert told == ["Sessions 2 and 3 were missed"] * 2
        told = [fact.get("unheard_text") for fact in facts_of("absence", rulebook, a_case({}, {}, missed, noticed))]
        assert told == ["Session 2 was missed", None]
        assert facts_of("absence", rulebook, a_case({}, missed, {}))[0].get("unheard_text") is None

    def test_an_event_told_in_the_session_now(self, rulebook: Rulebook) -> None:
        """New until suicide was asked about at or after the contact that told it; never new at the intake."""
        event = {"life_events": [{"event": "e", "type": "separation", "date": "2026-01-08"}]}
        told = {"learned": event}
        (fact,) = facts_of("new_event", rulebook, a_case({}, told))
        assert (fact.get("told_now"), fact.get("enquired"), fact.get("days_ago")) == (True, False, 4)
        (fact,) = facts_of("new_event", rulebook, a_case({}, {**told, **cssrs(q1="no")}))
        assert fact.get("enquired") is True
        (fact,) = facts_of("new_event", rulebook, a_case({"life_events": [{"event": "e", "type": "divorce"}]}))
        assert (fact.get("told_now"), fact.get("dated")) == (False, False)

    def test_an_event_to_come_is_no_recent_loss(self, rulebook: Rulebook) -> None:
        """A move planned for later this year has not happened."""
        event = {"event": "e", "type": "divorce", "date": "2026-09"}
        assert not facts_of("new_event", rulebook, a_case({"life_events": [event]}))

    @pytest.mark.parametrize(
        ("died", "days", "comes"),
        [
            ("2025-01-19", 14, "in 14 days"),
            ("2024-12-30", 6, "6 days ago"),
            ("2026-01-01", 361, "in 361 days"),
            ("2025-01", None, None),
        ],
    )
    def test_the_return_of_the_day(self, rulebook: Rulebook, died: str, days: int | None, comes: str | None) -> None:
        """To the nearest return, also across the turn of the year; the day itself, or a month, is none."""
        death = {"event": "d", "type": "death", "date": died}
        (fact,) = facts_of("bereavement", rulebook, a_case({"life_events": [death]}))
        assert (fact.get("anniversary_days"), fact.get("comes")) == (days, comes)

    def test_a_remote_session_lists_what_is_missing(self, rulebook: Rulebook) -> None:
        """Only a recorded yes counts."""
        intake = {"kind": "video", "location_known": "yes", "private": "no", "patient": {"emergency_contact": "yes"}}
        (fact,) = facts_of("reach", rulebook, a_case(intake))
        assert (fact.get("remote"), fact.get("missing")) == (True, "whether the person can speak in private")


class TestPastAlerts:
    def cleared(self, rulebook: Rulebook, about: str, case: Case) -> list[tuple[object, object]]:
        """For each contact that alerted: whether the alert about this is cleared by the last session."""
        found = past_alerts(case, rulebook, case.sessions[-1].date, "plain")
        return [(fact.get("session"), fact.get("cleared")) for fact in found if fact.get("about") == about]

    def test_clear_screens_in_a_row_clear_what_is_about_suicide(self, rulebook: Rulebook) -> None:
        """Intent told at the intake alerts again at session 1, and both are cleared by sessions 1 and 2."""
        told = cssrs(q4="yes")
        assert (0, False) in self.cleared(rulebook, "suicide", a_case(told, CLEAR))
        found = self.cleared(rulebook, "suicide", a_case(told, CLEAR, CLEAR))
        assert found
        assert all(cleared is True for _, cleared in found)
        assert all(cleared is True for _, cleared in self.cleared(rulebook, "suicide", a_case(told, CLEAR, CLEAR, {})))

    def test_blanks_never_clear(self, rulebook: Rulebook) -> None:
        """Many sessions without a screen clear nothing."""
        found = self.cleared(rulebook, "suicide", a_case(cssrs(q4="yes"), {}, {}, {}))
        assert found
        assert not any(cleared for _, cleared in found)

    def test_a_sign_is_cleared_by_its_own_no(self, rulebook: Rulebook) -> None:
        """Clear screens do not clear psychosis; a recorded no does."""
        told = {"diagnosis": {"psychosis": "yes"}}
        no = {"learned": {"diagnosis": {"psychosis": "no"}}}
        assert self.cleared(rulebook, "psychosis", a_case(told, CLEAR, CLEAR, CLEAR))[0] == (0, False)
        assert self.cleared(rulebook, "psychosis", a_case(told, no)) == [(0, True)]

    def test_violence_is_cleared_for_its_person(self, rulebook: Rulebook) -> None:
        """A general denial alone clears it."""
        told = {**HUSBAND, **violence(now="yes", person="husband")}
        denied = violence(now="no", fear="no", asked_alone="yes")
        assert self.cleared(rulebook, "violence", a_case(told, denied)) == [(0, True)]
        assert self.cleared(rulebook, "violence", a_case(told, {})) == [(0, False)]

    def test_the_screener_is_asked_again_and_techniques_wait(self, rulebook: Rulebook) -> None:
        """After an urgent alert, until the screener of the session is answered."""

        def rules(*sessions: Mapping[str, Any]) -> set[str]:
            case = a_case(phq9(2), *sessions)
            return {one.rule_id for one in recommend(case, rulebook, case.sessions[-1].date, engine="plain").findings}

        assert {"screener-again-ask", "screener-again-hold"} <= rules({})
        assert "screener-again-ask" not in rules(CLEAR)
        assert "screener-again-ask" in rules(CLEAR, {})
        assert "screener-again-ask" not in rules(CLEAR, CLEAR, {})


def a_finding(rule_id: str, conclusion: str, **content: Any) -> Finding:
    return Finding(rule_id, 1, "safety", conclusion, "info", "-", "-", content=content)


def test_a_block_of_all_techniques_holds_every_suggestion() -> None:
    """Held with its reason, never dropped; a block of one technique holds none as a whole."""
    suggestion = a_finding("suggest-something", "suggest", techniques=("TEC-04",))
    block = a_finding("screener-again-hold", "block", techniques=(ALL_TECHNIQUES,))
    shown, held = assemble([suggestion, block], ["safety"])
    assert [one.rule_id for one in shown] == ["screener-again-hold"]
    assert [(one.finding.rule_id, one.because) for one in held] == [("suggest-something", ("screener-again-hold",))]
    other = a_finding("hold-one", "block", techniques=("TEC-14",))
    shown, held = assemble([suggestion, other], ["safety"])
    assert not held


ANSWERS = [
    *({"cssrs": {name: "yes"}} for name in Cssrs.model_fields),
    *({"violence": {name: "yes"}} for name in Violence.model_fields if name in ("now", "fear")),
    *(
        {name: "yes"}
        for name in Risk.model_fields
        if name not in ("cssrs", "violence", "safety_plan", "note", "asked_directly")
    ),
]


def test_an_attempt_told_outside_the_screener_is_dated(rulebook: Rulebook) -> None:
    """Open until the last three months were answered; behaviour in the screener itself has its own alert."""
    told = {"risk": {"past_attempt": "yes"}}
    assert "past-attempt-time" in topics(rulebook, told)
    assert "past-attempt-time" in topics(rulebook, told, cssrs(q6="no"))
    assert "past-attempt-time" not in topics(rulebook, told, cssrs(q6="yes"))
    assert "past-attempt-time" not in topics(rulebook, told, cssrs(q6_3m="no"))


@pytest.mark.parametrize("asked", ["yes", "not-known"])
@pytest.mark.parametrize("answer", ANSWERS, ids=str)
def test_no_yes_is_left_without_a_word(rulebook: Rulebook, answer: Mapping[str, Any], asked: str) -> None:
    """Every yes of the risk enquiry makes a safety rule speak that is silent without it, asked directly or not."""

    def said(risk_part: Mapping[str, Any]) -> set[str]:
        case = a_case({"risk": {"asked_directly": asked, **risk_part}})
        return {one.rule_id for one in recommend(case, rulebook, START, engine="plain").findings}

    assert said(answer) - said({})
