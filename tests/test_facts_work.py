"""Facts about the work of sessions: techniques, homework, what the session now showed, and what is not recorded."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from ipt_rules import Case, Rulebook
from ipt_rules.facts.base import Fact
from ipt_rules.facts.derive import derive_facts

START = date(2026, 1, 5)


def facts(rulebook: Rulebook, kind: str, *sessions: dict[str, Any], **more: Any) -> list[Fact]:
    """The facts of a kind for a case with these weekly sessions, on the day of the last."""
    people = [{"person": "p2", "role": "friend"}, {"person": "mother", "role": "parent"}]
    dated = [
        {"number": number, "date": str(START + timedelta(weeks=number)), **one}
        for number, one in enumerate(sessions, start=1)
    ]
    intake = {"date": str(START), "relationships": people}
    made = Case.from_data({"schema_version": 1, "id": "t", "intake": intake, "sessions": dated, **more})
    return [f for f in derive_facts(made, START + timedelta(weeks=len(sessions)), rulebook) if f.kind == kind]


def work(rulebook: Rulebook, *sessions: dict[str, Any], **more: Any) -> Fact:
    (found,) = facts(rulebook, "work", *sessions, **more)
    return found


def topics(rulebook: Rulebook, *sessions: dict[str, Any], **more: Any) -> set[Any]:
    return {fact.get("topic") for fact in facts(rulebook, "unknown", *sessions, **more)}


def done(answer: str) -> dict[str, Any]:
    return {"homework": {"previous_done": answer}}


def test_before_the_first_session_there_is_no_work(rulebook: Rulebook) -> None:
    """The intake alone has no techniques and no work."""
    assert facts(rulebook, "work") == []


def test_blank_answers_are_unknown(rulebook: Rulebook) -> None:
    """A session of which nothing is recorded says neither yes nor no."""
    found = work(rulebook, {})
    names = ("affect", "hopeless", "agitated", "recent_interaction", "decision_pending", "on_focus", "mood_event_link")
    assert [found.get(name) for name in names] == [None] * len(names)


def test_only_the_session_now_counts(rulebook: Rulebook) -> None:
    """What the session before showed is not taken over."""
    assert work(rulebook, {"affect": "overwhelming", "hopeless": "yes"}, {}).get("affect") is None


def test_a_missed_session_is_not_the_session_now(rulebook: Rulebook) -> None:
    """The session now is the latest that was held."""
    found = work(rulebook, {"affect": "suppressed"}, {"attended": "no"})
    assert (found.get("session"), found.get("affect")) == (1, "suppressed")


INJURY = {"risk": {"self_injury": "yes"}}


@pytest.mark.parametrize(
    ("sessions", "said"),
    [
        ([{"affect": "overwhelming"}], "feelings were overwhelming"),
        ([INJURY], "self-injury was told"),
        ([{"affect": "overwhelming", **INJURY}], "feelings were overwhelming and self-injury was told"),
        ([{"learned": {"asked": {"self-injury": "some"}}}], "self-injury was told"),
        ([{}, {"attended": "no", **INJURY}], "self-injury was told"),
        ([{"affect": "normal", "risk": {"self_injury": "no"}}], None),
        ([{"affect": "overwhelming", **INJURY}, {}], None),
    ],
)
def test_what_says_that_distress_overwhelmed(
    rulebook: Rulebook, sessions: list[dict[str, Any]], said: str | None
) -> None:
    """In the session now, or on the telephone since; yes, or not known."""
    found = work(rulebook, *sessions)
    assert (found.get("distress"), found.get("distress_text")) == (True if said else None, said)


def test_naming_the_person_of_an_exchange_says_that_one_was_told(rulebook: Rulebook) -> None:
    """`recent_interaction_with` is enough."""
    found = work(rulebook, {"recent_interaction_with": "p2"})
    assert (found.get("recent_interaction"), found.get("interaction_text")) == (True, "with p2 (friend)")


def test_an_exchange_with_nobody_named_reads_well(rulebook: Rulebook) -> None:
    """The text says somebody, the person is unknown."""
    found = work(rulebook, {"recent_interaction": "yes"})
    assert (found.get("person"), found.get("interaction_text")) == (None, "with somebody")


def test_techniques_carry_when_and_what_came_of_them(rulebook: Rulebook) -> None:
    """One fact a use; without a result it is not known whether it is unfinished."""
    before = {"techniques": [{"technique": "TEC-14", "result": "unfinished", "person": "mother"}]}
    uses = facts(rulebook, "technique_use", before, {"techniques": [{"technique": "TEC-16"}]})
    told = [(f.get("technique"), f.get("last_session"), f.get("unfinished"), f.get("action")) for f in uses]
    assert told == [("TEC-16", True, None, True), ("TEC-14", False, True, False)]
    assert uses[1].get("name") == "Communication analysis"


@pytest.mark.parametrize(
    ("sessions", "count"),
    [
        ([done("no"), done("no")], 2),
        ([done("no"), {}, done("no")], 2),
        ([done("no"), done("partly"), done("no")], 1),
        ([done("no"), done("not-known"), done("no")], 1),
        ([done("no"), done("yes")], 0),
        ([{}], 0),
    ],
)
def test_undone_tasks_are_counted_back(rulebook: Rulebook, sessions: list[dict[str, Any]], count: int) -> None:
    """Sessions without a task are passed over; anything but a no ends the row."""
    assert work(rulebook, *sessions).get("homework_undone_in_a_row") == count


def test_a_row_off_the_focus_is_ended_by_a_blank(rulebook: Rulebook) -> None:
    """Unknown is not off focus."""
    off = {"on_focus": "no"}
    assert work(rulebook, off, off).get("off_focus_in_a_row") == 2
    assert work(rulebook, off, {}, off).get("off_focus_in_a_row") == 1


def test_listening_alone_is_counted(rulebook: Rulebook) -> None:
    """Only sessions whose one recorded technique is listening."""
    listening = {"techniques": [{"technique": "TEC-11"}]}
    both = {"techniques": [{"technique": "TEC-11"}, {"technique": "TEC-14"}]}
    assert work(rulebook, both, listening, listening).get("only_listening_in_a_row") == 2
    assert work(rulebook, listening, {}).get("only_listening_in_a_row") == 0


def test_the_latest_answer_about_inviting_others_holds(rulebook: Rulebook) -> None:
    """An answer in a session outranks the preference; without any, before the first session too, it is not known."""

    def agrees(*sessions: dict[str, Any], **more: Any) -> Any:
        (found,) = facts(rulebook, "involving_others", *sessions, **more)
        return found.get("agrees")

    willing = {"preferences": {"involving_others": "yes"}}
    assert agrees({"consents_to_involving": "no"}, {}, **willing) is False
    assert agrees({"consents_to_involving": "not-known"}, **willing) is True
    assert agrees(preferences={"involving_others": "no"}) is False
    assert agrees({}) is None
    assert "consent-to-involving" in topics(rulebook)
    assert "consent-to-involving" in topics(rulebook, {})
    assert "consent-to-involving" not in topics(rulebook, {}, **willing)


def test_where_the_consent_was_told(rulebook: Rulebook) -> None:
    """The place is that of the answer that counts."""
    willing = {"preferences": {"involving_others": "yes"}}
    (by_preference,) = facts(rulebook, "involving_others", {}, **willing)
    (by_session,) = facts(rulebook, "involving_others", {"consents_to_involving": "no"}, {}, **willing)
    assert by_preference.places == ("preferences.involving_others",)
    assert by_session.places == ("sessions[0].consents_to_involving",)


def test_two_sessions_without_a_link_are_reported(rulebook: Rulebook) -> None:
    """One session is too few; a link in either of the two is enough."""
    assert "mood-event-link" not in topics(rulebook, {})
    assert "mood-event-link" in topics(rulebook, {}, {"mood_event_link": "no"})
    assert "mood-event-link" not in topics(rulebook, {"mood_event_link": "yes"}, {})


def test_a_task_without_a_result_is_reported(rulebook: Rulebook) -> None:
    """A task agreed last time of which nothing is recorded now, and one agreed now, which is still to be heard of."""
    given = {"homework": {"given": "yes"}}

    def open_tasks(*sessions: dict[str, Any]) -> list[Any]:
        unknown = facts(rulebook, "unknown", *sessions)
        return [fact.get("session") for fact in unknown if fact.get("topic") == "homework-result"]

    assert open_tasks(given) == [1]
    assert open_tasks(given, {}) == [1]
    assert open_tasks(given, given) == [1, 2]
    assert open_tasks(given, done("not-known")) == [1]
    assert open_tasks(given, done("no")) == []
    assert open_tasks(given, {}, {}) == []
    assert open_tasks({"homework": {"given": "no"}}, {}) == []


def test_whether_the_task_told_of_now_was_done(rulebook: Rulebook) -> None:
    """Only what the session now tells; asked and not known is no answer."""
    told = [work(rulebook, *one).get("task_undone") for one in ([done("no")], [done("partly")], [done("not-known")])]
    assert told == [True, False, None]
    assert work(rulebook, done("no"), {}).get("task_undone") is None


def test_a_crisis_ends_a_row_off_the_focus(rulebook: Rulebook) -> None:
    """A session that a crisis took is off the focus for a good reason."""
    off = {"on_focus": "no"}
    assert work(rulebook, off, off).get("off_focus_text") == "sessions 1 and 2"
    assert work(rulebook, off, {**off, "crisis_used_session": "yes"}, off).get("off_focus_in_a_row") == 1
    assert work(rulebook, {"on_focus": "yes"}).get("off_focus_text") is None


def test_whether_a_decision_can_be_taken_back_is_asked_while_it_is_pending(rulebook: Rulebook) -> None:
    """Pending and not told; not when told, and not when nothing is pending."""
    assert "decision-irreversible" in topics(rulebook, {"decision": {"pending": "yes"}})
    assert "decision-irreversible" not in topics(rulebook, {"decision": {"pending": "yes", "irreversible": "no"}})
    assert "decision-irreversible" not in topics(rulebook, {"decision": {"pending": "no"}})


def test_with_whom_the_task_is_to_be_tried(rulebook: Rulebook) -> None:
    """With whom the latest task agreed is to be tried: the one of the session now, else of the session before."""
    agreed = {"homework": {"given": "yes", "person": "mother"}}
    again = {"homework": {"given": "yes", "person": "p2", "previous_done": "no"}}
    told = [work(rulebook, agreed, done("no")), work(rulebook, agreed, again), work(rulebook, done("no"))]
    assert [one.get("task_person") for one in told] == ["mother", "p2", None]
    assert [one.get("task_who") for one in told] == ["mother", "p2 (friend)", None]
