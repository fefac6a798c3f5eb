"""What is read first, and how the first screen tells it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from ipt_rules.plans import Plan, PlanEntry, PlanPart, Plans
from ipt_rules.prominence import FIRST_OF, QUESTIONS_BESIDE_ALERT, QUESTIONS_FIRST, mark_prominent
from ipt_rules.recommendation import Finding
from ipt_rules.render.text import to_text
from recommendations import ADVISED, CHOOSE, EMPTY, INTENT, PLAN, RECOMMENDATION, finding

INITIAL = {"next_phase": "initial", "phase": "initial", "next_session": 3}


def ask(name: str, need: str, *, answers: str = "x", chapter: str = "gaps", **more: Any) -> Finding:
    content = {"question": f"What of {name}?", "answers": answers, "needed_for": need, "waits": ()}
    return finding(name, "ask", chapter, f"{name} is not known", content=content, **more)


def first(*findings: Finding, phase: dict[str, Any] | None = None) -> list[str]:
    """The rules read first, in the order of the findings."""
    return [one.rule_id for one in mark_prominent(findings, phase or INITIAL) if one.prominent]


def alert(name: str, level: str, about: str, holding: str = "none", **more: Any) -> Finding:
    content = {"level": level, "about": about, "holding": holding}
    return finding(name, "alert", "safety", f"{name} is told", content=content, urgency="warning", **more)


def test_marking_keeps_all_findings_in_their_order() -> None:
    """Nothing is dropped, moved or changed but for the mark."""
    made = mark_prominent(RECOMMENDATION.findings, INITIAL)
    assert [replace(one, prominent=False) for one in made] == list(RECOMMENDATION.findings)


def test_every_alert_and_every_question_for_safety_is_read_first() -> None:
    """However many there are, and while another alert holds everything."""
    many = [alert(f"alert-{n}", "caution", f"matter-{n}") for n in range(12)]
    questions = [ask(f"ask-{n}", "safety", answers=f"field-{n}") for n in range(12)]
    assert first(INTENT, *many, *questions) == [one.rule_id for one in (INTENT, *many, *questions)]


def test_referrals_and_arguments_against_a_course_are_always_read_first() -> None:
    """A referral is read whatever its chapter; of the arguments for a course only the first few are."""
    refers = [finding(f"refer-{n}", "refer", "progress", "Refer", content={"service": "s"}) for n in range(4)]
    no = {"course": "a", "verdict": "against", "weight": "strong"}
    against = [finding(f"no-{n}", "fits", "suitability", "No", content=no) for n in range(4)]
    speaks = [
        finding(f"yes-{n}", "fits", "suitability", "Yes", content={"course": "a", "verdict": "for", "weight": weight})
        for n, weight in enumerate(("weak", "weak", "strong", "moderate"))
    ]
    assert first(*refers, *against) == [one.rule_id for one in (*refers, *against)]
    assert first(*speaks) == ["yes-2", "yes-3"]


def test_questions_are_taken_in_turn_from_each_need() -> None:
    """Ten questions for the focus do not push out the one for progress, and the count is kept."""
    focus = [ask(f"focus-{n}", "focus") for n in range(10)]
    shown = first(*focus, ask("score", "progress"), ask("wish", "maintenance"))
    assert "score" in shown
    assert "wish" in shown
    assert len(shown) == QUESTIONS_FIRST


def test_a_question_that_more_rules_wait_for_comes_first() -> None:
    """Inside one need the number of rules that wait decides."""
    focus = [ask(f"focus-{n}", "focus") for n in range(QUESTIONS_FIRST)]
    urgent = ask("urgent", "focus")
    urgent = replace(urgent, content={**urgent.content, "waits": ("a", "b")})
    assert "urgent" in first(*focus, urgent)


@pytest.mark.parametrize(("phase", "second"), [("middle", {"progress"}), ("maintenance", {"maintenance"})])
def test_the_phase_of_the_next_session_decides_which_need_has_a_second_question(phase: str, second: set[str]) -> None:
    """Each of five needs has its first question read; the place that is left goes to the need of the phase."""
    needs = ("course", "ending", "focus", "maintenance", "progress")
    asked = [ask(f"{need}-{n}", need) for n in (1, 2, 3) for need in needs]
    shown = first(*asked, phase={"next_phase": phase})
    assert {f"{need}-1" for need in needs} <= set(shown)
    assert {name.removesuffix("-2") for name in shown if name.endswith("-2")} == second
    assert len(shown) == QUESTIONS_FIRST


def test_under_an_alert_that_holds_everything_only_what_belongs_to_it_is_read() -> None:
    """Questions for later, plans and points of the focus wait; scores and what they call for stay."""
    score = finding("score", "note", "progress", "PHQ-9 23", content={"topic": "t", "headline": True})
    worse = finding("worse", "review", "progress", "The PHQ-9 has risen", content={"topic": "t"})
    tie = finding("tie", "choose", "choice", "Two areas", content={"role": "tie"})
    assert first(INTENT, score, worse, tie, PLAN, ask("wish", "focus")) == ["intent", "score", "worse"]
    assert set(first(score, worse, tie, PLAN, ask("wish", "focus"))) == {"score", "worse", "tie", "signs", "wish"}


def test_a_change_of_phase_comes_before_a_checklist() -> None:
    """Of three phase findings the checklist, which is only a list, waits."""
    statuses = ("checklist", "due", "ready")
    made = [finding(one, "phase", "phases", one, content={"status": one}) for one in statuses]
    assert first(*made) == ["due", "ready"]


def test_what_is_due_comes_before_what_is_only_open() -> None:
    """Of more plans than are read first those that are open wait."""
    most = FIRST_OF["ending", "plan"]
    open_ = [finding(f"open-{n}", "plan", "ending", "o", content={"part": "p", "status": "open"}) for n in range(most)]
    due = [finding(f"due-{n}", "plan", "ending", "d", content={"part": "p", "status": "due"}) for n in range(most)]
    assert first(*open_, *due) == [one.rule_id for one in due]


def test_what_the_choice_says_already_waits() -> None:
    """A recommendation is read in the line on the focus; a tie has its question read too."""
    tie = finding("tie", "choose", "choice", "Two areas", content={"role": "tie"})
    assert first(CHOOSE, tie) == ["tie"]


# The first screen


def screen(*findings: Finding, **more: Any) -> str:
    made = replace(RECOMMENDATION, findings=mark_prominent(findings, INITIAL), held=(), **more)
    return to_text(made)


def test_alerts_about_one_matter_are_one_block() -> None:
    """The highest leads; the others are named with their level, and what each advises is kept."""
    low = alert("item", "3", "suicide", consider=("Ask the rest.",))
    text = screen(INTENT, low)
    assert text.count("!!") == 1
    assert "Also: ASK IN THIS SESSION: item is told." in text
    assert "- Do not leave the person alone.\n   - Make the surroundings safer.\n   - Ask the rest.\n" in text


def test_alerts_about_different_people_stay_apart() -> None:
    """Fear of one person is not read as part of the fear of another."""
    text = screen(alert("fear", "2", "violence", person="p1"), alert("fear-too", "2", "violence", person="p2"))
    assert text.count("!! TODAY:") == 2


def test_questions_for_safety_lead_and_two_for_one_answer_are_one() -> None:
    """They stand under what they are needed for; the same answer is asked for once."""
    asked = (ask("direct", "safety"), ask("direct-too", "safety"), ask("when", "focus"))
    text = screen(*asked)
    assert "TO ASK\n   For safety\n?  What of direct?\n   For the focus\n?  What of when?\n" in text
    assert "direct-too" not in text


def test_a_question_names_whom_it_is_about() -> None:
    """Where the words do not, the people are added."""
    asked = (ask("fear", "safety", person="husband"), ask("fear", "safety", person="son"))
    assert "?  What of fear? (About: husband, son.)\n" in screen(*asked)


def test_what_waits_is_counted_and_nothing_else_is_silent() -> None:
    """Every finding is on the screen, told by the choice, or in the count by its kind."""
    notes = [finding(f"note-{n}", "note", "focus", f"Note {n}", content={"topic": "t"}) for n in range(5)]
    asked = [ask(f"more-{n}", "focus") for n in range(QUESTIONS_FIRST + 2)]
    text = screen(*notes, *asked, focus=EMPTY.focus)
    assert re.search(r"NOT SHOWN HERE: 5 notes, 2 questions, reasons and sources\. Everything: --all", text)


def test_while_an_alert_holds_everything_no_technique_is_named() -> None:
    """The reason stands in place of the techniques, once."""
    held = replace(RECOMMENDATION, findings=mark_prominent(RECOMMENDATION.findings, INITIAL))
    assert "x  No technique is suggested while this stands: Suicidal intent told\n" in to_text(held)


def test_a_technique_comes_with_how_and_why() -> None:
    """One reason is enough on the first screen; the rest of it is one flag away."""
    text = to_text(replace(ADVISED, findings=mark_prominent(ADVISED.findings, INITIAL)))
    assert "1. Reconstruction of the relationship (TEC-08)\n   Ask how it was.\n   Why: It was close.\n" in text
    assert "x  Not now: Joint session with regard to partner (TEC-19). Fear is told.\n" in text


def test_what_is_to_be_read_before_the_choice_leads_it() -> None:
    """Fear of the person in the dispute is read before the area that the arguments alone point to."""
    content = {"topic": "t", "first": True}
    fear = finding("fear", "review", "focus", "Fear of husband: safety first", content=content)
    assert "FOCUS\n  Fear of husband: safety first.\n  By the arguments alone: Grief, mother. " in screen(fear, CHOOSE)
    assert "FOCUS\n  Focus to consider: Grief, mother. " in screen(CHOOSE)


def test_beside_an_alert_what_goes_with_it_is_told_by_its_head() -> None:
    """The reason stands in the alert; without an alert it stands with the plan or referral itself."""
    refer = finding("refer", "refer", "safety", "Consider psychiatric evaluation", content={"service": "psychiatry"})
    assert "\n-  Consider psychiatric evaluation\n━━" in screen(alert("voices", "2", "psychosis"), refer)
    assert "-  Consider psychiatric evaluation\n   The reason of refer.\n" in screen(refer)


def test_while_the_phase_is_paused_no_checklist_is_read() -> None:
    """Its open tasks wait until the alert is over."""
    made = [finding(one, "phase", "phases", one, content={"status": one}) for one in ("checklist", "hold")]
    assert first(*made) == ["hold"]


def test_questions_for_the_choice_wait_once_a_focus_is_agreed() -> None:
    """What else could be known about events and people does not nag in the middle of the work."""
    asked = (ask("bond", "focus"), ask("score", "progress"))
    marked = mark_prominent(asked, {"next_phase": "middle"}, focus_agreed=True)
    assert [one.rule_id for one in marked if one.prominent] == ["score"]


def test_the_headline_of_a_section_comes_before_its_other_notes() -> None:
    """A response is read although many other measures come before it by name."""
    notes = [finding(f"a-{n}", "note", "progress", f"Note {n}", content={"topic": "t"}) for n in range(5)]
    response = finding("response", "note", "progress", "Response", content={"topic": "t", "headline": True})
    assert first(*notes, response) == ["a-0", "response"]


def test_the_relapse_plan_is_told_in_one_piece() -> None:
    """Its parts are counted, the open ones named; the findings about single parts are not listed beside it."""
    parts = (
        PlanPart("signs", "Early warning signs", "missing", rules=("signs",)),
        PlanPart("skills", "What helped", "filled"),
        PlanPart("medication", "Medication", "not-needed"),
    )
    plans = Plans(relapse_prevention=Plan("relapse-prevention", status="partly", parts=parts))
    text = screen(PLAN, plans=plans)
    assert "-  Relapse-prevention plan: 1 of 2 parts complete\n   Open: Early warning signs.\n" in text
    assert PLAN.summary not in text
    later = Plans(relapse_prevention=Plan("relapse-prevention", status="not-yet", parts=parts))
    assert PLAN.summary in screen(PLAN, plans=later)


@pytest.mark.parametrize(("origin", "begun"), [("stated", True), ("record", False)])
def test_what_was_said_for_a_part_of_the_relapse_plan_is_told_as_begun(origin: str, begun: bool) -> None:
    """What only stands elsewhere in the record begins no part."""
    signs = PlanPart("signs", "Early warning signs", "partly", holds=(PlanEntry("he stays in bed", origin, ()),))
    text = screen(PLAN, plans=Plans(relapse_prevention=Plan("relapse-prevention", status="partly", parts=(signs,))))
    assert f"Open: Early warning signs{' (begun)' if begun else ''}.\n" in text


def test_beside_an_alert_fewer_points_are_looked_at_again() -> None:
    """One of two in a section, and on the screen without its list; without an alert both are read."""
    again = [finding(f"again-{n}", "review", "progress", f"Again {n}", content={"topic": "t"}) for n in (1, 2)]
    again = [replace(one, consider=("Go through it.",)) for one in again]
    mild = alert("item", "3", "suicide")
    assert first(mild, *again) == ["item", "again-1"]
    assert first(*again) == ["again-1", "again-2"]
    assert "Go through it." not in screen(mild, *again)
    assert "Go through it." in screen(*again)


def test_beside_an_alert_fewer_questions_are_read() -> None:
    """Half as many, and those of safety all the same."""
    many = [ask(f"focus-{n}", "focus") for n in range(QUESTIONS_FIRST)]
    safe = ask("direct", "safety", answers="direct")
    shown = first(alert("item", "3", "suicide"), safe, *many)
    assert shown[:2] == ["item", "direct"]
    assert len(shown) == 2 + QUESTIONS_BESIDE_ALERT
    assert len(first(safe, *many)) == 1 + QUESTIONS_FIRST


def test_what_fits_is_told_with_its_reason_once() -> None:
    """Of two forms that fit the first has its reason; beside an alert the heads are enough."""
    fits = [
        finding(
            f"fit-{n}", "fits", "suitability", f"Fits {n}", content={"course": "a", "verdict": "for", "weight": "weak"}
        )
        for n in (1, 2)
    ]
    assert "-  Fits 1\n   The reason of fit-1.\n-  Fits 2\n" in screen(*fits)
    assert "-  Fits 1\n-  Fits 2\n" in screen(alert("item", "3", "suicide"), *fits)


def test_only_the_area_that_leads_is_laid_out_where_it_is_fairly_sure_or_an_alert_stands() -> None:
    """The other is named; where it is not sure both have their arguments."""
    other = replace(RECOMMENDATION.focus.candidates[0], area="role-dispute", subject="boss", about="boss")
    sure = replace(RECOMMENDATION.focus, candidates=(RECOMMENDATION.focus.candidates[0], other))
    unsure = replace(sure, confidence="low")
    assert "Role dispute, boss" in screen(CHOOSE, focus=unsure)
    for one in (screen(CHOOSE, focus=sure), screen(CHOOSE, alert("item", "3", "suicide"), focus=unsure)):
        assert "Something also speaks for: Role dispute." in one
        assert "Role dispute, boss" not in one
