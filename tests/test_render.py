"""What a therapist reads: whole pages of recommendations made by hand."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from ipt_rules.recommendation import Citation, FocusChoice, assemble
from ipt_rules.render.json_ import recommendation_schema, to_data, to_json
from ipt_rules.render.markdown import to_markdown
from ipt_rules.render.page import DETAILS, clean
from ipt_rules.render.text import to_text
from ipt_rules.render.wording import confidence_sentence, focus_sentences, phase_sentence, short_cite, sources_in_short
from ipt_rules.sections import SECTIONS
from recommendations import ADVISED, ASK_ITEM, DEATH, EMPTY, INTENT, LAY, OWN, PLAN, RECOMMENDATION, SUGGEST, finding

WHOLE = """\
ALERTS ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
!! ACT NOW: Suicidal intent told
   The screener has a yes to intent.
   - Do not leave the person alone.
   - Make the surroundings safer.
   At sessions[1].risk.cssrs.q4. Source: NICE 2022 (NG222). Caution: The caution
   of intent.
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
SAFETY FIRST
?  What are the answers to the screener?
   The reason of ask-item.
   Source: general descriptions of IPT. Caution: The caution of ask-item.

PHASE
  Initial [now]: session 2 of 12 — Middle — Ending — Maintenance
  Session 3 is next. The phase is as recorded.
-  The initial phase: what is done and what is open
   The reason of initial.
   Open: Agree on a focus; Make the contract.
   Done: Ask about safety.
   Source: NICE 2022 (NG222). Caution: The caution of initial.

FOCUS
  Focus to consider: Grief, mother.
  Confidence is medium: the lead over the next area is small; the person's
  agreement is not recorded.

  Grief, mother (points: 1)
  For: 1
  +3 mother died 8 weeks before the episode began.
     At intake.life_events[0], intake.relationships[0]. Source: Weller et al.
     2018, chapter 5 and 2 more. Caution: The caution of death.
  Against: 1
  -2 She speaks of mother and weeps.
     Source: NICE 2022 (NG222). Caution: The caution of not-hidden.
  Nothing recorded for or against: Role dispute.
  ? mother: cried at the time (could speak for grief)

-  Consider grief as the focus
   The reason of choose-one.
   Source: NICE 2022 (NG222). Caution: The caution of choose-one.

PLAN: ENDING
-  Write down early signs (due now)
   The reason of signs.
   Source: NICE 2022 (NG222). Caution: The caution of signs.

HELD BACK
-  Suicidal intent told.
   Explore the loss.

Case anna, 2026-05-02. Rules core 0.1.0 (0123456789abcdef), engine plain.
No clinician has reviewed these rules yet (core).
For trained therapists.
"""
NARROW = """\
ALERTS
  None from what is recorded.

PHASE
  Initial [now]: session 2 of 12 —
  Middle — Ending — Maintenance
  Session 3 is next. The phase is as
  recorded.

NEXT SESSION
1. Reconstruction of the relationship
   (TEC-08)
   Ask how it was.
   Why: It was close.
   - Go at the person's pace.
   Source: NICE 2022 (NG222). Caution:
   The caution of explore-loss.

HELD BACK
-  Fear is told.
   Joint session with regard to partner
   (TEC-19).

Case anna, 2026-05-02. Rules core 0.1.0
(0123456789abcdef), engine plain.
No clinician has reviewed these rules
yet (core).
For trained therapists.
"""
MARKDOWN = """\
# Case anna, 2026-05-02

## Alerts

- **!! ACT NOW: Suicidal intent told**
  <br>The screener has a yes to intent.
  - Do not leave the person alone.
  - Make the surroundings safer.

  <small>At sessions\\[1\\].risk.cssrs.q4. Source: NICE 2022 (NG222). Caution: The caution of intent.</small>

## Phase

Initial \\[now\\]: session 2 of 12 — Middle — Ending — Maintenance

Session 3 is next. The phase is as recorded.

## Focus

Focus to consider: Grief, mother.

Confidence is medium: the lead over the next area is small; the person's agreement is not recorded.

| Area | Points | For | Against |
|---|---:|---|---|
| Grief, mother | 1 | +3 mother died 8 weeks before the episode began. | -2 She speaks of mother and weeps. |

- Nothing recorded for or against: Role dispute.
- ? mother: cried at the time (could speak for grief)

---

*Case anna, 2026-05-02. Rules core 0.1.0 (0123456789abcdef), engine plain.*

*No clinician has reviewed these rules yet (core).*

*For trained therapists.*
"""


def test_the_whole_text() -> None:
    """Alerts, gaps, phase, focus and plan stand in this order, each with reason, place, source and caution."""
    assert to_text(RECOMMENDATION, detail="all") == WHOLE


def test_a_narrow_terminal() -> None:
    """Techniques come with how and why; what is not advised now says so; every line fits."""
    assert to_text(ADVISED, width=40, detail="all") == NARROW


def test_on_request_rule_statements_and_references_are_shown() -> None:
    """With the sources an item names its rule, statements and whole references."""
    text = to_text(replace(EMPTY, findings=(INTENT,)), detail="sources", width=110)
    assert "Rule intent, version 1; no clinician has reviewed it yet. Statements: FOC-01.\n" in text
    assert "Reference: NICE (2022). Depression in adults. NICE guideline NG222.\n" in text


def test_statements_and_seed_sources_are_not_on_the_screen() -> None:
    """By default no statement id, and never our own rule or a lay page, is shown as a source."""
    assert "FOC-01" not in to_text(RECOMMENDATION)
    for detail in DETAILS:
        text = to_text(RECOMMENDATION, detail=detail) + to_markdown(RECOMMENDATION, detail=detail)
        assert "Blog article" not in text
        assert "operationalisation" not in text


@pytest.mark.parametrize("width", [40, 60, 80, 110])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """Every line of every detail fits."""
    for detail in DETAILS:
        lines = to_text(RECOMMENDATION, width=width, detail=detail).splitlines()
        assert max(map(len, lines)) <= width


def test_paint_is_given_whole_lines() -> None:
    """Looks are put on lines after wrapping, so that taking them off gives the plain text."""
    painted = to_text(RECOMMENDATION, paint=lambda text, look: f"<{look}>{text}</>", detail="all")
    assert "<urgent>!! ACT NOW: Suicidal intent told</>" in painted
    for look in ("heading", "alert", "urgent", "strong", "muted"):
        painted = painted.replace(f"<{look}>", "")
    assert painted.replace("</>", "") == WHOLE


def test_the_same_page_as_markdown() -> None:
    """Markdown holds the same page, with nothing of it taken for markup."""
    shorter = replace(RECOMMENDATION, findings=(INTENT,), held=())
    assert (
        to_markdown(shorter, detail="all").replace("<br><small>Source: our own working rule.</small>", "") == MARKDOWN
    )


def test_markup_and_control_characters_do_nothing() -> None:
    """What was written in a case cannot steer a terminal or a page."""
    nasty = replace(EMPTY, findings=(replace(PLAN, rationale="a\x1b[2J\u202eb\nc <b>*x*</b> | #"),))
    assert "a[2Jb c <b>*x*</b> | #" in to_text(nasty, detail="all")
    assert "a\\[2Jb c \\<b\\>\\*x\\*\\</b\\> \\| \\#" in to_markdown(nasty, detail="all")
    assert clean("x\x00\x9b31my\u2066") == "x31my"


def test_nothing_at_all_to_say() -> None:
    """A recommendation without findings says that no alert follows from what is recorded, and where it stands."""
    assert to_text(EMPTY).startswith("ALERTS\n  None from what is recorded.\n\nPHASE\n")
    assert "FOCUS" not in to_text(EMPTY)


def test_subjects_of_one_rule_are_read_together() -> None:
    """Findings of one rule with the same summary make one item with both reasons."""
    one = finding(
        "plan-people", "plan", "ending", "Name people", content={"status": "open"}, subject="p1", rationale="P1."
    )
    two = replace(one, subject="p2", rationale="P2.")
    text = to_text(replace(EMPTY, findings=(one, two)), detail="all")
    assert "-  Name people (still open)\n   P1.\n   P2.\n" in text
    assert text.count("Name people") == 1


def test_every_finding_is_on_the_page() -> None:
    """Whatever a finding concludes, and whatever chapter it comes from, it is shown somewhere."""
    kinds = {
        "fits": {"course": "acute", "verdict": "for"},
        "refer": {"service": "gp"},
        "stage": {"person": "p", "stage": "impasse"},
        "review": {"topic": "t"},
        "note": {"topic": "t"},
        "suggest": {"techniques": ("TEC-01",)},
        "block": {"techniques": ("TEC-02",)},
        "plan": {"part": "p", "status": "offer"},
    }
    made = tuple(finding(f"r-{kind}", kind, "a-new-chapter", f"About {kind}", content=kinds[kind]) for kind in kinds)
    text = to_text(replace(EMPTY, findings=made), detail="all")
    assert [kind for kind in kinds if f"About {kind}" not in text] == []


def test_a_gap_that_a_rule_asks_for_is_not_told_twice() -> None:
    """The missing answers under the table go when a rule asks for them."""
    gap = replace(DEATH.facts[0], kind="focus_gap")
    asked = replace(ASK_ITEM, content={**ASK_ITEM.content, "needed_for": "focus"}, facts=(gap,))
    assert "cried at the time" in to_text(RECOMMENDATION, detail="all")
    assert "cried at the time" not in to_text(replace(RECOMMENDATION, findings=(asked,)), detail="all")


@pytest.mark.parametrize("detail", DETAILS)
def test_what_came_of_a_technique_lately_is_told(detail: str) -> None:
    """On every page; nothing where nothing spoke against it."""
    (one,) = ADVISED.techniques
    told = replace(ADVISED, techniques=(replace(one, lately="It made things worse in session 5."),))
    assert "So far: It made things worse in session 5." in to_text(told, detail=detail)
    assert "So far" not in to_text(ADVISED, detail=detail)


@pytest.mark.parametrize("detail", DETAILS)
def test_what_waits_for_an_answer_says_what_to_ask(detail: str) -> None:
    """On every page, as what a rule holds is; it is not counted among what waits."""
    (one,) = ADVISED.blocked_techniques
    waiting = replace(one, blocked_by=(), blocked_why=("Ask first whether she agrees.",), waits_for=("consent",))
    text = to_text(replace(ADVISED, blocked_techniques=(waiting,)), detail=detail, width=200)
    assert "Ask first whether she agrees." in text
    assert "1 technique." not in text


def test_a_rule_behind_two_techniques_is_told_once() -> None:
    """Its points and its source stand with the first; the second has another rule's as well."""
    other = replace(SUGGEST, rule_id="other-rule", consider=("One thing more.",))
    (one,) = ADVISED.techniques
    second = replace(one, id="TEC-09", rule_ids=(*one.rule_ids, "other-rule"), why="Another reason.")
    text = to_text(replace(ADVISED, findings=(SUGGEST, other), techniques=(one, second)), detail="all")
    assert [text.count(line) for line in (*SUGGEST.consider, "One thing more.")] == [1, 1]


def test_order_of_findings() -> None:
    """Alerts by level, then safety questions, then a referral to be seen first; questions end their section."""
    caution = replace(
        INTENT,
        rule_id="a-caution",
        urgency="warning",
        content={**INTENT.content, "level": "caution", "holding": "none"},
    )
    before = replace(caution, rule_id="z-caution", content={**caution.content, "first": True})
    first = finding("z-refer", "refer", "suitability", "Refer", content={"service": "grief", "first": True})
    fits = finding("a-fits", "fits", "suitability", "Fits", content={"course": "acute", "verdict": "for"})
    ask = replace(ASK_ITEM, rule_id="a-ask", content={**ASK_ITEM.content, "needed_for": "course"})
    findings = [PLAN, ask, fits, first, ASK_ITEM, caution, before, INTENT, SUGGEST]
    shown, held = assemble(findings, ["safety", "gaps", "suitability", "techniques", "ending"])
    assert [one.rule_id for one in shown[:3]] == ["intent", "z-caution", "a-caution"]
    assert [one.rule_id for one in shown[3:]] == ["ask-item", "z-refer", "a-fits", "a-ask", "signs"]
    assert [(one.finding.rule_id, one.because) for one in held] == [("explore-loss", ("intent",))]
    assert {one.section for one in findings} <= set(SECTIONS)


@pytest.mark.parametrize(
    ("focus", "said"),
    [
        (FocusChoice("none", None, None, None, None, (), ()), "No area stands out yet."),
        (FocusChoice("lean", "grief", None, None, "low", (), ()), "Leaning towards: Grief."),
        (
            FocusChoice("agreed", "grief", "p1", "role-dispute", "high", (), ()),
            "Agreed focus: Grief, p1. Second focus: Role dispute.",
        ),
        (
            FocusChoice("recommended", "grief", "p1", "role-dispute", "high", (), ()),
            "Focus to consider: Grief, p1. Second focus to offer: Role dispute.",
        ),
        (
            FocusChoice("tie", None, None, None, "low", (), (), tied=("grief", "role-dispute")),
            "A tie between grief and role dispute: the person's view decides.",
        ),
    ],
)
def test_the_choice_in_one_line(focus: FocusChoice, said: str) -> None:
    """Each status of the choice has its sentence."""
    assert focus_sentences(focus)[0] == said


def test_confidence_in_words() -> None:
    """The slugs of the reasons are told as sentences; one that another implies is left out."""
    focus = FocusChoice(
        "lean", "grief", None, None, "low", ("inventory-empty", "inventory-incomplete", "a-new-one"), ()
    )
    assert confidence_sentence(focus) == "Confidence is low: no relationship is recorded yet; a new one."
    assert confidence_sentence(replace(focus, confidence="high", confidence_reasons=())) == "Confidence is high."
    assert confidence_sentence(replace(focus, confidence=None)) == ""


def test_the_phase_in_words() -> None:
    """At intake there is no session yet; a course without a plan names no number of sessions."""
    at_intake = {"phase": "initial", "phase_basis": "derived", "session_number": 0, "next_session": 1}
    assert phase_sentence(at_intake) == (
        "Initial phase (by the number of sessions). So far there was the intake; session 1 is next."
    )
    assert "Session 4 was the latest" in phase_sentence({**at_intake, "session_number": 4})


@pytest.mark.parametrize(
    ("cite", "short"),
    [
        ("Weissman et al. 2018, ch. 5 grief", "Weissman et al. 2018, ch. 5 grief"),
        ("Frank E (2005). Treating Bipolar Disorder.", "Frank 2005"),
        ("Browne G, Steiner M, Roberts J, et al. (2002). Sertraline.", "Browne et al. 2002"),
        ("American Psychiatric Association (2010). Practice Guideline.", "American Psychiatric Association 2010"),
        ("Established clinical practice; no single source", "Established clinical practice"),
    ],
)
def test_sources_in_short(cite: str, short: str) -> None:
    """A long reference becomes authors and year; a short one stays."""
    assert short_cite(Citation("x", cite)) == short


def test_sources_that_cannot_be_looked_up() -> None:
    """Where only our own rule or a lay page stands behind a finding, that is said."""
    assert sources_in_short([replace(PLAN, references=(OWN,))]) == "our own working rule"
    assert sources_in_short([replace(PLAN, references=(LAY,))]) == "general descriptions of IPT"


def test_json_holds_everything_in_a_stable_order() -> None:
    """The JSON repeats alerts, gaps and plan, writes dates as text, and keeps every field of every finding."""
    data = json.loads(to_json(RECOMMENDATION))
    assert list(data) == [
        "schema_version",
        "case_id",
        "on",
        "engine",
        "rulebook",
        "notices",
        "alerts",
        "gaps",
        "plan",
        "phase",
        "focus",
        "findings",
        "held",
        "techniques",
        "blocked_techniques",
        "progress",
        "since",
        "plans",
        "danger_signs",
    ]
    assert data["on"] == "2026-05-02"
    assert data == to_data(RECOMMENDATION)
    assert data["alerts"] == [one for one in data["findings"] if one["conclusion"] == "alert"]
    assert data["findings"][0]["section"] == "alerts"
    assert data["findings"][0]["facts"] == [{"name": "fact", "kind": "loss", "places": ["sessions[1].risk.cssrs.q4"]}]
    assert data["focus"]["candidates"][0]["arguments"][1]["points"] == -2
    assert data["held"][0]["because"] == ["intent"]


def test_the_schema_names_what_the_json_has() -> None:
    """The JSON Schema has every key of the JSON, and of a finding."""
    schema, data = recommendation_schema(), to_data(RECOMMENDATION)
    assert set(schema["properties"]) == set(data) == set(schema["required"])
    assert set(schema["$defs"]["Finding"]["properties"]) == set(data["findings"][0])
    json.dumps(schema)
