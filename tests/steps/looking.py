"""When and then, of the report: what its parts, its drawings and its sheet say. Parts are named by their headings."""

from __future__ import annotations

from pytest_bdd import parsers, then, when

from golden import day_of
from ipt_rules import Rulebook
from ipt_rules.report import gather, to_html
from ipt_rules.report.scores import course_of, stretches
from spec_pages import Element, read
from steps.recommendation import the_case
from steps.story import Story
from steps.timeline import CONTACT, number_of


@when("the report is made", target_fixture="report")
def _made(story: Story, given_case: str, rulebook: Rulebook) -> Element:
    case = the_case(story, given_case)
    return read(to_html(gather(case, rulebook, day_of(case))))


def _parts(report: Element) -> dict[str, Element]:
    return {one.all("h2")[0].text: one for one in report.all("main")[0].inner}


@then(parsers.parse("the first part of the report is {part}"))
def _first(report: Element, part: str) -> None:
    assert next(iter(_parts(report))) == part


@then(parsers.parse('the head of the report says "{words}"'))
def _head(report: Element, words: str) -> None:
    assert words in report.all("header")[0].text


@then(parsers.parse('the part {part} says "{words}"'))
def _says(report: Element, part: str, words: str) -> None:
    told = _parts(report)[part].text
    assert words in told, told


def _row(report: Element, contact: str) -> list[str]:
    """The cells of a contact in the table of the course: phase, score, highest alert."""
    rows = report.has("course").all("tbody")[0].all("tr")
    return [cell.text for cell in rows[number_of(contact)].all("td")]


@then(parsers.re(rf'in the course {CONTACT} has "(?P<words>[^"]+)"'))
def _score(report: Element, contact: str, words: str) -> None:
    assert _row(report, contact)[1] == words


@then(parsers.re(rf'in the course the highest alert at {CONTACT} is "(?P<words>[^"]+)"'))
def _level(report: Element, contact: str, words: str) -> None:
    assert _row(report, contact)[2] == words


@then(parsers.re(rf"the line of scores is broken at {CONTACT}"))
def _broken(report: Element, contact: str, story: Story, rulebook: Rulebook) -> None:
    """Between the scores before and after it no line is drawn, and the contact is marked as one without a score."""
    case = story.case()
    runs = list(stretches(course_of(gather(case, rulebook, day_of(case))).rows))
    number = number_of(contact)
    assert not [run for run in runs if run[0].number < number < run[-1].number]
    drawing = report.has("course").all("svg", "wide-only")[0]
    assert len(drawing.all("path", "scores")) == sum(len(run) > 1 for run in runs)
    assert drawing.all("circle", "open")


@then(parsers.parse('{person} stands on the ring "{ring}"'))
def _stands(report: Element, person: str, ring: str) -> None:
    """As the picture is told to somebody who does not see it; where a sign is drawn is for the tests of drawings."""
    about = report.has("people").all("svg", "wide-only")[0].all("desc")[0].text
    told = {name.strip().lower(): people for name, _, people in (one.partition(":") for one in about.split("."))}
    assert person in [one.strip() for one in told[ring].split(",")], about


@then(parsers.parse('the list of people says "{words}"'))
def _listed(report: Element, words: str) -> None:
    listed = [one.text for one in report.has("people").all("ol", "people")[0].inner]
    assert any(words in one for one in listed), listed


@then(parsers.parse('the sheet says "{words}"'))
def _sheet(report: Element, words: str) -> None:
    assert words in report.has("sheet").text


@then(parsers.parse('the sheet does not say "{words}"'))
def _sheet_not(report: Element, words: str) -> None:
    assert words not in report.has("sheet").text


@then("the report has no sheet")
def _no_sheet(report: Element) -> None:
    assert not [one for one in report.all() if one.attributes.get("id") == "sheet"]
