"""What is new since an earlier contact: by rule and subject, and an alert that stood is never made less of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courses import courses
from ipt_rules import Case, Finding, Recommendation, Rulebook, errors, recommend, timeline
from ipt_rules.recommendation import Held, News, Since
from ipt_rules.render.json_ import recommendation_schema, to_data
from ipt_rules.render.page import Item, Page, Section
from ipt_rules.render.pages import page_of
from ipt_rules.render.since import ITEMS_SHOWN, since_mark, since_section, with_since
from ipt_rules.since import compared, mark_since
from recommendations import ASK_ITEM, EMPTY, INTENT, PLAN, RECOMMENDATION, SUGGEST, finding
from tests_support import shipped_rulebook

THEN = date(2026, 4, 4)


def advice(*findings: Finding, held: tuple[Finding, ...] = (), **more: Any) -> Recommendation:
    return replace(EMPTY, findings=findings, held=tuple(Held(one, ("intent",)) for one in held), **more)


def since(then: Recommendation, now: Recommendation) -> Since:
    return compared(replace(then, on=THEN), now, 4)


def whys(news: tuple[News, ...]) -> list[tuple[str, str]]:
    return [(one.rule_id, one.why) for one in news]


# Two recommendations side by side


def test_what_is_the_same_is_no_news() -> None:
    """Nothing is new, nothing gone; the session and its day are kept."""
    found = since(RECOMMENDATION, RECOMMENDATION)
    assert (found.session, found.date, found.new, found.gone) == (4, THEN, (), ())


def test_what_was_not_there_is_new_and_what_is_not_there_any_more_gone() -> None:
    """In the order in which each is read."""
    found = since(advice(ASK_ITEM), advice(PLAN, INTENT))
    assert whys(found.new) == [("signs", "new"), ("intent", "new")]
    assert whys(found.gone) == [("ask-item", "gone")]
    assert found.new[1] == News("intent", None, "alert", "new", "Suicidal intent told", None, "1")


def test_another_subject_is_another_finding() -> None:
    """A rule that speaks of one person more says something new."""
    one, other = (
        finding("open", "note", "focus", "Same words", subject=who, content={"topic": "x"}) for who in ("p1", "p2")
    )
    found = since(advice(one), advice(one, other))
    assert [(news.rule_id, news.subject, news.why) for news in found.new] == [("open", "p2", "new")]


def test_other_words_are_news() -> None:
    """With what was said before."""
    found = since(advice(PLAN), advice(replace(PLAN, summary="Write down more signs")))
    assert [(one.why, one.before) for one in found.new] == [("words", "Write down early signs")]


def test_another_question_is_news() -> None:
    """The words above it may be the same."""
    other = replace(ASK_ITEM, content={**ASK_ITEM.content, "question": "And the last item?"})
    assert whys(since(advice(ASK_ITEM), advice(other)).new) == [("ask-item", "words")]


def test_the_number_of_the_next_session_alone_is_no_news() -> None:
    """An outline is made for each session; every other number counts, and any other session."""
    then = advice(replace(PLAN, summary="Session 3: link mood and event"), phase={"next_session": 3})
    now = advice(replace(PLAN, summary="Session 4: link mood and event"), phase={"next_session": 4})
    assert not since(then, now).new
    for words in ("Session 5: link mood and event", "4 signs are written"):
        assert since(then, advice(replace(PLAN, summary=words), phase={"next_session": 4})).new
    alerts = [replace(INTENT, summary=f"Told at session {number}") for number in (3, 4)]
    assert since(replace(then, findings=(alerts[0],)), replace(now, findings=(alerts[1],))).new


def test_another_level_is_news() -> None:
    """Whatever the words."""
    higher = replace(INTENT, content={**INTENT.content, "level": "2"})
    found = since(advice(higher), advice(INTENT))
    assert whys(found.new) == [("intent", "level")]
    assert found.standing == ()


def test_what_was_held_back_and_is_not_now() -> None:
    """It was told then, and can be done now; what is held back now is neither new nor gone."""
    assert whys(since(advice(held=(SUGGEST,)), advice(SUGGEST)).new) == [("explore-loss", "released")]
    held_now = since(advice(SUGGEST), advice(held=(SUGGEST,)))
    assert (held_now.new, held_now.gone) == ((), ())
    assert whys(since(advice(), advice(held=(SUGGEST,))).new) == [("explore-loss", "new")]


def test_an_alert_that_stood_and_stands() -> None:
    """It is not new, and named as standing."""
    found = since(advice(INTENT), advice(INTENT, ASK_ITEM))
    assert whys(found.standing) == [("intent", "standing")]
    assert whys(found.new) == [("ask-item", "new")]


def test_a_matter_that_another_rule_speaks_of_now_is_not_gone() -> None:
    """Only where no alert is left about it, and about this person, did it go."""
    other = replace(INTENT, rule_id="other", summary="In other words")
    assert not since(advice(INTENT), advice(other)).gone
    elsewhere = replace(other, content={**INTENT.content, "about": "violence"}, person="p2")
    assert whys(since(advice(INTENT), advice(elsewhere)).gone) == [("intent", "gone")]
    about_another = replace(other, person="p2")
    assert whys(since(advice(INTENT), advice(about_another)).gone) == [("intent", "gone")]


# On a case


def a_case() -> Case:
    """Intent told at session 1, and cleared by the screens of sessions 3 and 5; session 4 never was."""
    clear = {"risk": {"cssrs": {"q1": "no", "q2": "no", "q6": "no"}}, "measures": {"phq9": {"items": [0] * 9}}}
    told = {1: {"risk": {"cssrs": {"q4": "yes"}}}, 3: clear, 5: clear}
    sessions = [
        {"number": number, "date": date(2026, 1, 10) + timedelta(weeks=number), **told.get(number, {})}
        for number in (1, 2, 3, 5)
    ]
    return Case.from_data({"schema_version": 1, "id": "c", "intake": {"date": "2026-01-10"}, "sessions": sessions})


def marked(session: int, on: date, case: Case | None = None) -> Recommendation:
    case = case or a_case()
    return mark_since(recommend(case, shipped_rulebook(), on, engine="plain"), case, shipped_rulebook(), session)


def test_since_a_session_of_a_case() -> None:
    """Compared is what was said on that day, not what is known of it today."""
    now = marked(1, date(2026, 1, 31))
    assert now.since is not None
    assert now.since.date == date(2026, 1, 17)
    assert "suicide-intent-or-plan" in [one.rule_id for one in now.since.standing]
    since_intake = marked(0, date(2026, 1, 31)).since
    assert since_intake is not None
    assert ("suicide-intent-or-plan", "new") in whys(since_intake.new)


def test_an_alert_that_was_cleared_is_gone() -> None:
    """Once no other alert speaks of it."""
    now = marked(2, date(2026, 2, 14))
    assert now.since is not None
    assert "suicide-intent-or-plan" in [one.rule_id for one in now.since.gone]
    assert not now.alerts


def test_two_contacts_on_one_day() -> None:
    """The earlier one did not know what the later one told."""
    case = Case.from_data(
        {
            "schema_version": 1,
            "id": "c",
            "intake": {"date": "2026-01-10"},
            "sessions": [
                {"number": 1, "date": "2026-01-17"},
                {"number": 2, "date": "2026-01-17", "risk": {"cssrs": {"q4": "yes"}}},
            ],
        }
    )
    found = marked(1, date(2026, 1, 17), case).since
    assert found is not None
    assert ("suicide-intent-or-plan", "new") in whys(found.new)


def test_a_session_that_never_was() -> None:
    """The error names those there are, up to the day."""
    with pytest.raises(errors.UnknownNameError) as told:
        marked(4, date(2026, 3, 1))
    message = "there is no session 4 up to 2026-03-01: the sessions are 1 to 3, 5, and 0 is the intake"
    assert str(told.value) == message
    with pytest.raises(errors.UnknownNameError, match="sessions are 1, and 0"):
        marked(2, date(2026, 1, 20))
    with pytest.raises(errors.UnknownNameError, match="there is only 0, the intake"):
        marked(1, date(2026, 1, 12))


def test_drafts_speak_on_both_days_or_on_none(rulebook: Rulebook) -> None:
    """A draft rule that spoke then too is no news now."""
    drafts = {
        key: rule.model_copy(update={"status": "draft"}) if key == "risk-not-asked" else rule
        for key, rule in rulebook.rules.items()
    }
    with_draft = replace(rulebook, rules=drafts, matchers={})
    case = a_case()
    now = recommend(case, with_draft, date(2026, 1, 24), engine="plain", include_drafts=True)
    assert "risk-not-asked" in [one.rule_id for one in now.findings]
    for include, new in ((True, False), (False, True)):
        found = mark_since(now, case, with_draft, 0, include_drafts=include).since
        assert found is not None
        assert ("risk-not-asked" in [one.rule_id for one in found.new]) == new


@given(courses(), st.integers(0, 5))
@settings(max_examples=20)
def test_every_alert_is_new_or_standing(data: dict[str, Any], at: int) -> None:
    """None is left out of both, and nothing stands in both; of what is gone, no alert's matter stands."""
    case = Case.from_data(data)
    day = max([case.intake.date, *(session.date for session in case.sessions)])
    now = marked(min(at, len(case.sessions)), day, case)
    assert now.since is not None
    new, standing = ({(one.rule_id, one.subject) for one in part} for part in (now.since.new, now.since.standing))
    alerts = {(one.rule_id, one.subject) for one in now.alerts}
    assert alerts == (new & alerts) | standing
    assert not new & standing
    then = recommend_then(case, min(at, len(case.sessions)))
    stands = {(one.content["about"], one.person) for one in now.alerts}
    gone = {one.rule_id for one in now.since.gone if one.conclusion == "alert"}
    assert not [
        one.rule_id for one in then.alerts if one.rule_id in gone and (one.content["about"], one.person) in stands
    ]


def recommend_then(case: Case, session: int) -> Recommendation:
    entries = timeline(case, shipped_rulebook(), engine="plain").entries
    return next(entry.recommendation for entry in entries if entry.session == session)


# Reading it

STANDS = News("intent", None, "alert", "standing", "Suicidal intent told", None, "1")
NEW_ALERT = News("fear", "p2", "alert", "new", "Fear told", None, "2")


def of(*new: News, standing: tuple[News, ...] = (), gone: tuple[News, ...] = ()) -> Section:
    return since_section(Since(6, date(2026, 2, 21), new, standing, gone))


def heads(section: Section) -> list[str]:
    return [f"{item.mark} {item.head}" for item in section.items]


def test_nothing_is_new() -> None:
    """Said in a word."""
    section = of()
    assert (section.title, section.lead, section.items) == ("New since session 6 (2026-02-21)", ("Nothing.",), ())
    assert since_section(Since(0, date(2026, 1, 10), (), (), ())).title == "New since the intake (2026-01-10)"


def test_alerts_come_first_and_what_stands_keeps_its_mark() -> None:
    """An alert that is not new is an alert as before, with the mark and tone of its level."""
    plan = News("signs", None, "plan", "new", "Write down early signs")
    section = of(plan, NEW_ALERT, standing=(STANDS,))
    assert heads(section) == [
        "!! New, TODAY: Fear told",
        "!! 1 alert stood then and stands now as before",
        "- Write down early signs",
    ]
    assert section.items[1].tone == "alert"
    two = of(standing=(replace(STANDS, level="caution"), STANDS))
    assert (heads(two), two.items[0].tone) == (["!! 2 alerts stood then and stand now as before"], "alert")
    low = of(standing=(replace(STANDS, level="caution"),))
    assert (low.items[0].mark, low.items[0].tone) == ("!", "warning")


def test_what_is_gone_is_counted_and_alerts_are_named() -> None:
    """Questions and the rest in one line."""
    gone = (
        replace(STANDS, why="gone"),
        News("q1", None, "ask", "gone", "Not asked"),
        News("q2", None, "ask", "gone", "Not asked either"),
        News("n", None, "note", "gone", "A note"),
    )
    assert heads(of(gone=gone)) == [
        "- No longer stands: Suicidal intent told",
        "- No longer said: 1 point, 2 questions",
    ]


def test_only_a_few_are_shown_and_the_rest_counted() -> None:
    """Arguments and techniques have lists of their own: they are counted too."""
    many = [News(f"n{number}", None, "note", "new", f"Note {number}") for number in range(ITEMS_SHOWN + 2)]
    argument = News("a", "mother", "argues_for", "new", "An argument")
    shown = heads(of(*many, argument))
    assert len(shown) == ITEMS_SHOWN + 1
    assert shown[-1] == "- 3 more, in the sections below"
    assert heads(of(argument)) == ["- 1, in the sections below"]


@pytest.mark.parametrize(
    ("why", "mark"), [("new", "new"), ("level", "changed"), ("words", "changed"), ("released", "no longer held back")]
)
def test_the_mark_of_a_finding(why: str, mark: str) -> None:
    """By rule and subject; what is not new has none."""
    news = Since(1, THEN, (News("intent", None, "alert", why, "x", None, "1"),), (), ())
    assert since_mark(INTENT, news) == mark
    assert since_mark(replace(INTENT, subject="p2"), news) == ""
    assert since_mark(INTENT, None) == ""
    question = News("q", None, "ask", why, "Not asked")
    assert heads(of(question)) == [f"? Not asked{'' if why == 'new' else f' ({mark})'}"]


def test_the_section_stands_after_the_alerts_and_new_items_are_marked() -> None:
    """The rest of the page is as it was."""
    then = replace(RECOMMENDATION, findings=tuple(one for one in RECOMMENDATION.findings if one != ASK_ITEM))
    now = replace(RECOMMENDATION, since=since(then, RECOMMENDATION))
    plain, page = page_of(RECOMMENDATION, "all"), page_of(now, "all")
    assert [one.title for one in page.sections[:2]] == ["Alerts", "New since session 4 (2026-04-04)"]
    assert page.sections[0] == plain.sections[0]
    ask = next(one for one in page.sections if one.title == "Safety first")
    assert [item.head for item in ask.items] == ["What are the answers to the screener? (new)"]
    assert page.sections[3:] == plain.sections[2:]


def test_a_page_without_alerts_begins_with_what_is_new() -> None:
    """And a recommendation that was not compared has its page as it is."""
    page = Page("t", (Section("Phase", items=(Item("x"),)),), ())
    now = replace(EMPTY, since=Since(1, THEN, (), (), ()))
    assert [one.title for one in with_since(page, now).sections] == ["New since session 1 (2026-04-04)", "Phase"]
    assert with_since(page, EMPTY) is page


def test_the_json_has_it_and_so_has_the_schema() -> None:
    """Null where nothing was compared."""
    assert to_data(EMPTY)["since"] is None
    data = to_data(replace(EMPTY, since=since(advice(), advice(INTENT))))["since"]
    assert data["session"] == 4
    assert data["date"] == "2026-04-04"
    assert data["new"][0]["rule_id"] == "intent"
    schema = recommendation_schema()
    assert set(schema["$defs"]["Since"]["properties"]) == set(data)
    assert set(schema["$defs"]["News"]["properties"]) == set(data["new"][0])


def test_the_matter_of_an_alert_is_no_part_of_its_json() -> None:
    """What it is about and whom it concerns, whichever rule speaks of it; worked out, not stored."""
    violence = {"level": "2", "about": "violence", "holding": "none"}
    one, other = (finding(rule, "alert", "safety", "Told", content=violence, person="p1") for rule in ("a", "b"))
    assert one.matter == other.matter == ("violence", "p1")
    assert replace(one, person=None).matter == ("violence", None)
    assert "matter" not in to_data(advice(one))["findings"][0]
