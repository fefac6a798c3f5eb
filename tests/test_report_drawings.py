"""The drawings of a report: a missing score is a gap, a person stands on the ring that was recorded, a month is a span."""

from __future__ import annotations

import math
import re
from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipt_rules import Rulebook
from ipt_rules.case import PartialDate
from ipt_rules.instruments import remission, response
from ipt_rules.report import to_html
from ipt_rules.report.chart import WIDE, Chart
from ipt_rules.report.circles import RINGS, Circles, Standing, circles_of
from ipt_rules.report.drawing import Box, rows_of, text_width
from ipt_rules.report.events import events_of
from ipt_rules.report.inventory import NARROW, NARROW_SIDE, NARROW_SIGN, WIDE_SIDE, WIDE_SIGN
from ipt_rules.report.inventory import WIDE as HALF
from ipt_rules.report.scores import Course, Row, course_of, response_at, runs, stretches
from ipt_rules.report.strip import Strip
from ipt_rules.report.words import closeness_name
from report_cases import crowd, long_material, made, material_of, page_of
from spec_pages import read

NAMES = {ring: closeness_name(ring) for ring in RINGS}


def _course(*totals: int | None, first: int | None = 18) -> Course:
    """A course with a total at the intake and at each session, None where there is none."""
    sessions = [
        {
            "number": at,
            "date": f"2026-02-{at:02d}",
            "measures": {"phq9": {"total": total}} if total is not None else None,
        }
        for at, total in enumerate(totals, start=1)
    ]
    intake = {"measures": {"phq9": {"total": first}}} if first is not None else {}
    return course_of(material_of(made(intake, *sessions)))


# The course


def test_a_missing_score_breaks_the_line() -> None:
    """No line leads over a contact without a score: what was not measured is not drawn."""
    course = _course(17, None, 15, 14, None)
    assert [[row.number for row in run] for run in stretches(course.rows)] == [[0, 1], [3, 4]]


def test_a_session_that_is_not_recorded_breaks_the_line() -> None:
    """From session 1 to session 4 nobody knows what was in between, and the page says that this is a gap."""
    sessions = [{"number": at, "date": f"2026-02-{at:02d}", "measures": {"phq9": {"total": 15}}} for at in (1, 4, 5)]
    case = made({"measures": {"phq9": {"total": 18}}}, *sessions)
    runs_of_scores = stretches(course_of(material_of(case)).rows)
    assert [[row.number for row in run] for run in runs_of_scores] == [[0, 1], [4, 5]]
    assert "Sessions that are not recorded are gaps in the line, too." in page_of(case)


def test_what_is_not_valid_is_shown_and_breaks_the_line() -> None:
    """A questionnaire that somebody else filled in has its place in the drawing, and no line goes through it."""
    other = {"number": 1, "date": "2026-02-01", "measures": {"phq9": {"total": 9, "by_patient": "no"}}}
    later = {"number": 2, "date": "2026-02-08", "measures": {"phq9": {"total": 12}}}
    course = course_of(material_of(made({"measures": {"phq9": {"total": 18}}}, other, later)))
    assert [row.state for row in course.rows] == ["usable", "not-counted", "usable"]
    assert [len(run) for run in stretches(course.rows)] == [1, 1]


def test_items_left_blank_are_no_total() -> None:
    """With item 9 blank there is no total, and the table says why."""
    items = {"items": [1, 2, 1, 2, 1, 2, 1, 1, None]}
    course = course_of(material_of(made({"measures": {"phq9": items}})))
    assert [(row.state, row.total) for row in course.rows] == [("incomplete", None)]


def test_the_line_of_response_lies_where_the_questionnaire_says(rulebook: Rulebook) -> None:
    """From any first score, the totals at or below the line are the responses, and no others."""
    phq9 = rulebook.instruments["phq9"]
    for baseline in range(28):
        at = _response_at(baseline, rulebook)
        if remission(phq9, baseline):
            assert at is None, "there is nothing to respond from"
        else:
            assert at is not None
            assert [total for total in range(28) if response(phq9, baseline, total)] == list(range(at + 1))


def _response_at(baseline: int, rulebook: Rulebook) -> int | None:
    rows = (Row(0, date(2026, 1, 1), date(2026, 1, 1), "initial", "usable", baseline, None, None),)
    return response_at(rulebook.instruments["phq9"], rows)


def test_the_lines_are_reckoned_from_the_record(rulebook: Rulebook) -> None:
    """Without a score nothing is a response; remission is that of the questionnaire."""
    assert _course(first=None).response_at is None
    below = _course(17).remission_below
    assert below is not None
    assert [total for total in range(28) if remission(rulebook.instruments["phq9"], total)] == list(range(below))


@given(st.lists(st.sampled_from("ab"), min_size=1, max_size=12))
def test_runs_hold_every_contact_once(phases: list[str]) -> None:
    """Runs follow one another without a gap, and no two neighbours are alike."""
    day = date(2026, 1, 1)
    rows = [Row(at, day, day, phase, "none", None, None, None) for at, phase in enumerate(phases)]
    found = list(runs(rows, "phase"))
    assert [number for _name, first, last in found for number in range(first.number, last.number + 1)] == [
        *range(len(rows))
    ]
    assert all(one[0] != other[0] for one, other in pairwise(found))


def test_a_long_course_fits_into_its_drawing() -> None:
    """Thirty contacts on the narrowest drawing: nothing stands outside, and session numbers do not meet."""
    material = long_material()
    for width in (320, WIDE):
        chart = Chart(course_of(material), events_of(material), width)
        texts = [one for part in chart.content for one in read(part).all("text")]
        xs = [float(str(one.attributes["x"])) for one in texts]
        assert min(xs) >= 0
        assert max(xs) <= width
        ticks = [one for one in texts if one.text.isdigit() and one.attributes["y"] == str(chart.bottom + 30)]
        assert len(ticks) > 5
        places = sorted((float(str(one.attributes["x"])), text_width(one.text)) for one in ticks)
        assert all(right - left >= (wide + other) / 2 for (left, wide), (right, other) in pairwise(places))


# People


def _sign(one: Standing, circles: Circles) -> Box:
    return Box(one.x - circles.sign, one.y - circles.sign, one.x + circles.sign, one.y + circles.sign)


def _label(one: Standing) -> Box:
    width = text_width(one.label)
    left = {"start": one.label_x, "end": one.label_x - width, "middle": one.label_x - width / 2}[one.anchor]
    return Box(left, one.label_y - 9, left + width, one.label_y + 2)


PEOPLE = st.lists(st.tuples(st.sampled_from(RINGS), st.text("abcdefgh ()", min_size=1, max_size=40)), max_size=26)


@settings(max_examples=15)
@given(PEOPLE, st.booleans())
def test_nobody_stands_on_somebody_else(people: list[tuple[str | None, str]], wide: bool) -> None:
    """Everybody is on the ring that was recorded, or named as having found no room; no sign or name meets another."""
    told = [(number, ring, name) for number, (ring, name) in enumerate(people, start=1)]
    size = (HALF, WIDE_SIGN, WIDE_SIDE) if wide else (NARROW, NARROW_SIGN, NARROW_SIDE)
    circles = circles_of(told, NAMES, *size)
    assert circles == circles_of(told, NAMES, *size)
    assert sorted([*(one.number for one in circles.people), *circles.left]) == [number for number, *_ in told]
    for one in circles.people:
        ring = told[one.number - 1][1]
        assert math.hypot(one.x, one.y) == pytest.approx(circles.radii[ring])
    for one, other in combinations(circles.people, 2):
        assert math.hypot(one.x - other.x, one.y - other.y) >= 2 * circles.sign
        if one.label and other.label:
            assert not _label(one).meets(_label(other))
    for one in circles.people:
        if one.label:
            assert not any(_label(one).meets(_sign(other, circles)) for other in circles.people if other is not one)


def test_unknown_closeness_has_a_ring_of_its_own() -> None:
    """Somebody whose closeness nobody recorded is neither close nor distant: the ring says that it is not known."""
    shown = read(page_of(made({"relationships": [{"person": "aunt"}, {"person": "son", "closeness": "distant"}]})))
    picture = shown.has("people").all("svg", "wide-only")[0]
    assert "Closeness not known: aunt." in picture.all("desc")[0].text
    assert picture.all("circle", "unknown")


def test_a_crowd_is_drawn_and_listed() -> None:
    """Of twenty-five people most have their name beside them, and all of them are on the picture."""
    picture = read(page_of(crowd())).has("people").all("svg", "wide-only")[0]
    assert len(picture.all("g", "person")) == 25
    assert len(picture.all("text", "name")) >= 15


# Time


def _strip() -> Strip:
    return Strip(date(2025, 1, 1), date(2026, 1, 1), PartialDate("2025-06"), (date(2025, 9, 1), date(2025, 12, 1)))


@pytest.mark.parametrize(("when", "shape"), [("2025-03-14", "circle"), ("2025-03", "span"), ("2025", "span")])
def test_a_date_is_drawn_no_more_precise_than_it_was_told(when: str, shape: str) -> None:
    """A day is a dot; a month or a year is as wide as it is."""
    drawn = read(_strip().of(PartialDate(when)))
    known = [one for one in drawn.all() if "known" in one.classes]
    assert [one.name == shape or shape in one.classes for one in known] == [True]
    if shape == "span":
        wide = float(str(known[0].attributes["width"]))
        days = {"2025-03": 30, "2025": 364}[when]
        assert wide == pytest.approx(284 * days / 365, abs=0.2)


def test_what_lies_before_the_strip_is_an_arrow_and_no_place() -> None:
    """An event of long ago is not moved to the edge as if it had been there."""
    assert read(_strip().of(PartialDate("1998"))).all("path", "known")
    assert not read(_strip().of(PartialDate("1998"))).all(class_="span")


def test_an_event_without_a_date_stands_apart() -> None:
    """It has no place in the order of time, and what was told of it is said."""
    events = [
        {"event": "move", "type": "move", "date": "2025-09"},
        {"event": "job", "type": "job-loss"},
        {"event": "split", "type": "separation", "onset_relation": "before"},
    ]
    part = read(page_of(made({"episode": {"onset": "2025-10"}, "life_events": events}))).has("time")
    ordered = [one.text for one in part.all("ol", "events")[0].inner]
    assert len(ordered) == 2
    assert ordered[0].startswith("A The move 2025-09, day not known; 4 weeks before")
    apart = part.all("ul", "undated")[0]
    assert "The loss of the job: when it was is not known" in apart.text
    assert "The separation: before the low mood began" in apart.text


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20)), max_size=12))
def test_rows_keep_what_overlaps_apart(given_spans: list[tuple[int, int]]) -> None:
    """Two spans in one row never meet."""
    spans = [(float(left), float(left + wide)) for left, wide in sorted(given_spans)]
    rows = rows_of(spans)
    for (one, row), (other, row_too) in combinations(zip(spans, rows, strict=True), 2):
        assert row != row_too or one[1] <= other[0] or other[1] <= one[0]


def test_every_drawing_has_a_title_and_a_description() -> None:
    """A picture is told to somebody who does not see it, or is left out for them because the words beside it say the same."""
    shown = read(to_html(long_material()))
    for one in shown.all("svg"):
        if one.attributes.get("aria-hidden") == "true":
            continue
        assert one.attributes["role"] == "img"
        named = {part.attributes["id"]: part.text for part in one.inner if part.name in ("title", "desc")}
        assert re.search(r"\w", named[str(one.attributes["aria-labelledby"])])
        assert re.search(r"\w", named[str(one.attributes["aria-describedby"])])
