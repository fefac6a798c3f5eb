"""The report as a page: nothing that is said is lost, everything has its source, and nothing of a record becomes markup."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from golden import case_files, day_of
from ipt_rules import Case, Rulebook, timeline, translation
from ipt_rules.facts.view import View
from ipt_rules.recommendation import FocusGap
from ipt_rules.render.wording import gap_sentence
from ipt_rules.report import Material, gather, to_html
from ipt_rules.report.inventory import people_of
from report_cases import case_named, crowd, long_material, made, page_of
from spec_pages import Element, read
from tests_support import shipped_rulebook

NAMES = [path.stem for path in case_files()]
HOSTILE = """<script>alert(1)</script> " onload=x ' & <b> \x1b[2J \u202e </style>"""


@cache
def material(name: str) -> Material:
    case = case_named(name)
    return gather(case, shipped_rulebook(), day_of(case))


@cache
def html(name: str) -> str:
    return to_html(material(name))


@cache
def page(name: str) -> Element:
    return read(html(name))


@cache
def elements(name: str) -> list[Element]:
    return page(name).all()


@cache
def text(name: str) -> str:
    return page(name).text


# Every case of the folder


def nothing_that_a_rule_says_is_lost(name: str) -> None:
    """Each finding, shown or held back, has a footnote of its rule; each alert and each question is there in its words."""
    recommendation = material(name).recommendation
    rules = {one.text for one in elements(name) if one.name == "code"}  # a rule is named in its note, and nowhere else
    every = [*recommendation.findings, *(held.finding for held in recommendation.held)]
    assert {one.rule_id for one in every} <= rules
    assert not [one for one in elements(name) if one.attributes.get("id") == "more"], (
        "a finding has no place of its own"
    )
    for one in recommendation.of("alert", "ask", "fits", "refer", "choose", "stage", "phase", "review", "plan", "note"):
        assert str(one.content.get("question", one.summary)) in text(name), one.rule_id


def alerts_stand_first_and_in_full(name: str) -> None:
    """The first part is the alerts: each with its words, reason, what to consider and all its cautions, none folded away."""
    first = page(name).all("main")[0].inner[0]
    assert first.attributes["id"] == "alerts"
    found = material(name).recommendation.alerts
    boxes = " ".join(box.text for box in first.all(class_="alert"))
    for alert in found:
        for told in (alert.summary, alert.rationale, *alert.consider, *alert.cautions):
            assert " ".join(told.split()) in boxes
    assert not [one for box in first.all(class_="alert") for one in box.all("details")]
    assert bool(first.all(class_="alert")) == bool(found)
    assert (f"({len(found)} alert" in page(name).all("header")[0].text) == bool(found)


def footnotes_are_linked_both_ways(name: str) -> None:
    """Every mark leads to a note, every note back to each of its marks, every work to a full reference; ids are unique."""
    ids = [one.attributes["id"] for one in elements(name) if "id" in one.attributes]
    assert [one for one, times in Counter(ids).items() if times > 1] == []
    links = [str(one.attributes["href"]) for one in elements(name) if one.name == "a"]
    assert {one[:1] for one in links} == {"#"}, "a link leads off the page"
    assert {one[1:] for one in links} <= set(ids)
    marks = {str(one) for one in ids if str(one).startswith("mark-")}
    numbers = [int(str(one).split("-")[1]) for one in ids if str(one).startswith("mark-")]
    assert list(dict.fromkeys(numbers)) == list(range(1, len(set(numbers)) + 1)), "numbered in the order of the page"
    assert marks == {one[1:] for one in links if one.startswith("#mark-")}
    notes = {str(one) for one in ids if str(one).startswith("note-")}
    assert notes == {one[1:] for one in links if one.startswith("#note-")}
    assert all(mark.split("-")[1] in {note.split("-")[1] for note in notes} for mark in marks)


def headings_go_down_step_by_step(name: str) -> None:
    """One heading of the page, and no level is skipped on the way down; every part is named by its heading."""
    levels = [int(one.name[1]) for one in elements(name) if re.fullmatch("h[1-6]", one.name)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for part in page(name).all("main")[0].inner:
        assert part.all("h2")[0].attributes["id"] == part.attributes["aria-labelledby"]


def nothing_is_fetched_and_nothing_runs(name: str) -> None:
    """No script, no handler, no address but places of the page; its own policy allows its one style sheet and no more."""
    assert not [
        one for one in elements(name) if one.name in ("script", "iframe", "object", "embed", "form", "img", "base")
    ]
    assert not [
        key for one in elements(name) for key in one.attributes if key.startswith("on") or key in ("src", "style")
    ]
    assert "://" not in re.sub(r"<li id=\"work-.*?</li>", "", html(name)), "an address that is no citation"
    written = re.search(r"<style>(.*?)</style>", html(name), re.S)
    assert written
    digest = base64.b64encode(hashlib.sha256(written[1].encode()).digest()).decode()
    (policy,) = [str(one.attributes["content"]) for one in elements(name) if one.attributes.get("http-equiv")]
    assert policy.split("; ")[:3] == ["default-src 'none'", "img-src data:", f"style-src 'sha256-{digest}'"]
    assert "url(" not in written[1]
    assert "@import" not in written[1]
    assert len([one for one in elements(name) if one.name == "style"]) == 1


@pytest.mark.parametrize("name", NAMES)
def test_the_page_of_every_case(name: str) -> None:
    """What must hold of each page, at once: the pages are made once, whichever worker has the case."""
    nothing_that_a_rule_says_is_lost(name)
    alerts_stand_first_and_in_full(name)
    footnotes_are_linked_both_ways(name)
    headings_go_down_step_by_step(name)
    nothing_is_fetched_and_nothing_runs(name)


# The same input, the same bytes


def test_the_same_case_gives_the_same_bytes() -> None:
    """Made anew from the file, the page is the same to the byte; on another day it is another page."""
    case = case_named("nils-intent")
    assert page_of(case) == html("nils-intent")
    assert page_of(case, day_of(case) + timedelta(days=1)) != html("nils-intent")


# Escaping


def _spoiled(value: Any, spoil: str) -> Any:
    """A case as data, with every free text that the page shows made hostile."""
    free = ("good", "bad", "meaning", "expect_self", "expect_other", "change_wanted", "what", "signs")
    if isinstance(value, dict):
        return {
            key: spoil if key in free and isinstance(one, str) else _spoiled(one, spoil) for key, one in value.items()
        }
    return [_spoiled(one, spoil) for one in value] if isinstance(value, list) else value


def test_a_hostile_record_is_shown_and_does_nothing() -> None:
    """What looks like markup is text; what would steer a terminal or turn a line round is left out."""
    data = case_named("george-partial").model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    shown = page_of(Case.from_data(_spoiled(data, HOSTILE)))
    elements = read(shown).all()
    assert not [one for one in elements if one.name == "script" or "onload" in one.attributes]
    assert "<script>alert(1)</script>" in read(shown).has("people").text
    assert "\x1b" not in shown
    assert "\u202e" not in shown


@settings(max_examples=6)
@given(st.text(max_size=60))
def test_no_text_becomes_markup(told: str) -> None:
    """Whatever stands in a record, the page has the same elements."""
    person = {"person": "p1", "role": "friend", "good": f"x{told}"}
    event = {"event": "e1", "type": "move", "date": "2025-09", "meaning": f"x{told}"}
    shown = page_of(made({"relationships": [person], "life_events": [event]}))
    assert [one.name for one in read(shown).all()] == _usual()


@cache
def _usual() -> list[str]:
    person = {"person": "p1", "role": "friend", "good": "x"}
    event = {"event": "e1", "type": "move", "date": "2025-09", "meaning": "x"}
    return [one.name for one in read(page_of(made({"relationships": [person], "life_events": [event]}))).all()]


# What was known at each contact


@pytest.mark.parametrize("name", ["pavel-missed", "petra-item-nine", "rania-violence", "kofi-teen"])
def test_alerts_along_the_course_are_those_of_their_day(name: str, rulebook: Rulebook) -> None:
    """At each contact the level and the phase are those that the timeline gives."""
    entries = timeline(case_named(name), rulebook).entries
    assert [(one.level, one.phase) for one in material(name).stops] == [(one.level, one.phase) for one in entries]


def test_a_case_of_thirty_contacts_has_every_contact_in_its_table() -> None:
    """Contact by contact, missed ones too."""
    shown = read(to_html(long_material()))
    rows = shown.has("course").all("tbody")[0].all("tr")
    assert len(rows) == 31
    assert "session missed" in rows[5].text
    assert "no PHQ-9" in rows[9].text


# The sheet


def test_the_sheet_holds_nothing_of_ours() -> None:
    """No rule, statement, source or place of the record stands on what patient and therapist fill in, nor what was not agreed."""
    sheet = page("george-partial").has("sheet")
    plan = material("george-partial").recommendation.plans.relapse_prevention
    assert not sheet.all("a")
    assert not sheet.all("sup")
    assert not re.search(r"[A-Z]{3}-\d\d|sessions\[|rule|PHQ", sheet.text)
    for part in plan.parts:
        for one in part.holds:
            assert (one.text in sheet.text) == (one.origin == "stated")
    assert len(sheet.all(class_="line")) > len(plan.parts)


def test_where_violence_is_told_the_warning_stands_before_the_sheet() -> None:
    """What to agree alone about the paper is for the therapist, and is not on the paper."""
    violence = {"violence": {"now": "yes", "asked_alone": "yes"}}
    last = {"number": 12, "date": "2026-04-04", "risk": violence, "relapse_plan": {"signs": ["early waking"]}}
    shown = read(page_of(made({"course": {"planned_sessions": 12}}, last)))
    warning = "agree alone with the person what may stand on paper"
    assert warning in shown.has("plan").text
    assert "iolence" not in shown.has("sheet").text


@pytest.mark.parametrize("name", ["barbara", "amira"])
def test_before_its_time_there_is_no_sheet(name: str) -> None:
    """The plan comes with the ending: until then no empty lines are printed."""
    assert not [one for one in page(name).all("section") if one.attributes.get("id") == "sheet"]


# People


def test_everybody_is_in_the_list_with_what_is_recorded() -> None:
    """Twenty-five people: each is named in the list, whether or not the picture had room."""
    case = crowd()
    shown = read(page_of(case)).has("people")
    listed = shown.all("ol", "people")[0].inner
    assert len(listed) == len(case.intake.relationships)
    assert sum("closeness not known" in one.text for one in listed) == sum(
        one.closeness is None for one in case.intake.relationships
    )


# The words


def test_the_words_of_the_page_go_through_the_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    """With another catalogue the headings are said otherwise, and the page says which language it is in."""

    class Shouting:
        def gettext(self, text: str) -> str:
            return "xx" if text == "en" else text.replace("Alerts", "ALARUM")

        def ngettext(self, one: str, many: str, number: int) -> str:
            return one if number == 1 else many

    monkeypatch.setattr(translation, "_current", Shouting())
    shown = page_of(case_named("barbara"))
    assert '<html lang="xx">' in shown
    assert read(shown).has("alerts-title").text == "ALARUM"


def test_every_word_of_ours_in_the_report_is_asked_of_the_catalogue() -> None:
    """No call of `_` is given a text that was put together: a translator would never see it."""
    folder = Path(__file__).resolve().parent.parent / "src" / "ipt_rules" / "report"
    sources = [path.read_text(encoding="utf-8") for path in folder.glob("*.py")]
    calls = [call for source in sources for call in re.findall(r"(?<![\w{])_\(\s*(.)", source)]
    assert set(calls) == {'"'}
    assert len(calls) > 100
    assert not [source for source in sources if "{_(" in source], "inside another text nobody finds it"


# Colours


STYLE = Path(__file__).resolve().parent.parent / "src" / "ipt_rules" / "report" / "report.css"
TEXTS = (
    *(
        ("ink", ground)
        for ground in ("paper", "tint", "tint2", "notice", "found", "one-tint", "three-tint", "caution-tint")
    ),
    *(("soft", ground) for ground in ("paper", "tint", "one-tint", "two-tint", "three-tint", "caution-tint")),
    *(("link", ground) for ground in ("paper", "found", "one-tint", "three-tint", "caution-tint")),
    *((level, f"{level}-tint") for level in ("one", "two", "three", "caution")),
    *(("sign", level) for level in ("one", "two", "three", "caution")),
    ("for", "paper"),
    ("event", "paper"),
)
"""What is read, and what it stands on: WCAG asks for 4.5 to 1."""

SHAPES = (
    *((shape, ground) for shape in ("data", "against", "mid") for ground in ("paper", "tint", "tint2")),
    ("sign", "for"),
    ("event", "care"),
    ("event", "onset-tint"),
)
"""Lines and signs that must be told from what they stand on: 3 to 1."""


def _schemes() -> dict[str, dict[str, str]]:
    """The colours of the style sheet by name: in light, in dark and on paper; what a scheme does not say is that of light."""
    style = STYLE.read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", style, re.S)
    told = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})\b", block)) for block in blocks]
    light, dark, paper = (one for one in told if "paper" in one and len(one) > 20)
    return {"light": light, "dark": light | dark, "paper": light | paper}


def _contrast(one: str, other: str) -> float:
    """The contrast of two colours, as the guidelines reckon it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * one for one in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark", "paper"])
def test_colours_can_be_told_apart(scheme: str) -> None:
    """Every text has the contrast that WCAG 2.2 AA asks for, drawings too, which no checker looks into."""
    colours = _schemes()[scheme]
    weak = [
        (name, ground, round(_contrast(colours[name], colours[ground]), 2))
        for pairs, least in ((TEXTS, 4.5), (SHAPES, 3.0))
        for name, ground in pairs
        if _contrast(colours[name], colours[ground]) < least
    ]
    assert weak == []


def test_a_missing_answer_says_on_which_side_it_could_speak() -> None:
    """What could take points away is never told as what could add them."""
    gap = FocusGap("isolation.began_with_episode", "whether it began now", "interpersonal-deficits", -2, 1, ())
    assert gap_sentence(gap) == "whether it began now (could speak against interpersonal deficits)"
    assert gap_sentence(replace(gap, points=3)).endswith("(could speak for interpersonal deficits)")


def test_a_conflict_that_is_told_has_its_mark_without_the_word_present() -> None:
    """The picture reads a conflict as the rules do: what is told of it today implies that it is there."""
    told = {"person": "boss", "role": "boss", "conflict": {"stage": "impasse"}}
    silent = {"person": "friend", "role": "friend"}
    case = Case.from_data(
        {"schema_version": 1, "id": "c1", "intake": {"date": "2026-01-10", "relationships": [told, silent]}}
    )
    people = people_of(View(case, date(2026, 1, 10), shipped_rulebook()))
    assert {one.one.person: one.conflict for one in people} == {"boss": True, "friend": False}
