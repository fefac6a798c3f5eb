"""When and then, about reading an answer: what stands on a page, in which order, and what of several cases comes first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shutil import copyfile

from pytest_bdd import given, parsers, then, when

from ipt_rules import Case, Recommendation, Rulebook, recommend
from ipt_rules.caseload import Caseload, caseload
from ipt_rules.caseload_pages import caseload_to_text
from ipt_rules.render.lines import Style
from ipt_rules.render.markdown import to_markdown
from ipt_rules.render.text import to_text
from steps.recommendation import CASES, the_case
from steps.story import Story, words_list

FORMS = {"first screen": "short", "whole answer": "all", "brief form": "brief", "note for the record": "note"}
FORM = "(?P<form>" + "|".join(FORMS) + ")"


@dataclass(frozen=True)
class Read:
    """A page as it was read, and what it tells of."""

    text: str
    of: Recommendation

    @property
    def words(self) -> str:
        return " ".join(self.text.split())


def _told(story: Story, name: str, rulebook: Rulebook) -> Recommendation:
    case = the_case(story, name)
    return recommend(case, rulebook, max([case.intake.date, *(one.date for one in case.sessions)]))


@when(parsers.re(rf"the {FORM} is read$"), target_fixture="page")
def _read(story: Story, given_case: str, form: str, rulebook: Rulebook) -> Read:
    told = _told(story, given_case, rulebook)
    return Read(to_text(told, detail=FORMS[form]), told)


@when(parsers.re(rf"the {FORM} is read on (?P<day>[-0-9]+)$"), target_fixture="page")
def _read_on(story: Story, given_case: str, form: str, day: str, rulebook: Rulebook) -> Read:
    told = recommend(the_case(story, given_case), rulebook, date.fromisoformat(day))
    return Read(to_text(told, detail=FORMS[form]), told)


@when(parsers.re(rf"the {FORM} is read in linear form$"), target_fixture="page")
def _read_linear(story: Story, given_case: str, form: str, rulebook: Rulebook) -> Read:
    told = _told(story, given_case, rulebook)
    return Read(to_text(told, detail=FORMS[form], style=Style(linear=True)), told)


@when(parsers.re(rf"the {FORM} is read in linear form on (?P<day>[-0-9]+)$"), target_fixture="page")
def _read_linear_on(story: Story, given_case: str, form: str, day: str, rulebook: Rulebook) -> Read:
    told = recommend(the_case(story, given_case), rulebook, date.fromisoformat(day))
    return Read(to_text(told, detail=FORMS[form], style=Style(linear=True)), told)


@when(parsers.re(rf"the {FORM} is read on a screen of (?P<lines>\d+) lines$"), target_fixture="page")
def _read_on_a_screen(story: Story, given_case: str, form: str, lines: str, rulebook: Rulebook) -> Read:
    told = _told(story, given_case, rulebook)
    return Read(to_text(told, detail=FORMS[form], style=Style(height=int(lines))), told)


@when(parsers.re(rf"the {FORM} is read as Markdown$"), target_fixture="page")
def _read_as_markdown(story: Story, given_case: str, form: str, rulebook: Rulebook) -> Read:
    told = _told(story, given_case, rulebook)
    return Read(to_markdown(told, detail=FORMS[form]), told)


@then(parsers.parse('the page says "{words}"'))
def _says(page: Read, words: str) -> None:
    assert words in page.words, page.text


@then(parsers.parse('the page does not say "{words}"'))
def _does_not_say(page: Read, words: str) -> None:
    assert words.lower() not in page.words.lower(), page.text


@then(parsers.parse('"{earlier}" stands before "{later}"'))
def _before(page: Read, earlier: str, later: str) -> None:
    assert earlier in page.words, page.text
    assert later in page.words, page.text
    assert page.words.index(earlier) < page.words.index(later), page.text


@then(parsers.parse('the page ends with "{words}"'))
def _ends(page: Read, words: str) -> None:
    assert page.words.endswith(words), page.text


@then(parsers.parse('"{left}" and "{right}" stand in one line'))
def _side_by_side(page: Read, left: str, right: str) -> None:
    assert [line for line in page.text.splitlines() if left in line and right in line], page.text


@then(parsers.parse("the page has at most {number:d} lines"))
def _short(page: Read, number: int) -> None:
    assert len(page.text.splitlines()) <= number, page.text


@then("every alert is on the page, with what to do")
def _whole_alerts(page: Read) -> None:
    assert page.of.alerts
    for alert in page.of.alerts:
        for words in (alert.summary, *alert.consider):
            assert " ".join(words.split()) in page.words, f"{words!r} is lost from {page.text}"


@then("every alert is on the page, with its reason and no advice")
def _noted_alerts(page: Read) -> None:
    assert page.of.alerts
    for alert in page.of.alerts:
        assert alert.rationale in page.words, page.text
    advised = [line for one in page.of.findings for line in one.consider if line in page.words]
    assert not advised, advised


# Several patients


@given(parsers.parse("a folder with the cases {names}"), target_fixture="folder")
def _folder(names: str, tmp_path: Path) -> Path:
    folder = tmp_path / "patients"
    folder.mkdir()
    for name in words_list(names):
        copyfile(CASES / f"{name}.yaml", folder / f"{name}.yaml")
    return folder


@given(parsers.parse("in it a broken file {name}"))
def _broken(folder: Path, name: str) -> None:
    (folder / name).write_text("id: x\nintake: [\n", encoding="utf-8")


@given(parsers.parse("in it the case {case} as {name}"))
def _copied(folder: Path, case: str, name: str) -> None:
    copyfile(CASES / f"{case}.yaml", folder / name)


@given(parsers.parse('in it a file {name} that says "{words}"'))
def _other(folder: Path, name: str, words: str) -> None:
    (folder / name).write_text(f"{words}\n", encoding="utf-8")


@when(parsers.parse("the folder is read on {day}"), target_fixture="load")
def _load(folder: Path, day: str, rulebook: Rulebook) -> Caseload:
    return caseload([folder], rulebook, date.fromisoformat(day))


@then(parsers.parse("the cases stand in the order {names}"))
def _order(load: Caseload, names: str) -> None:
    assert [Path(entry.file).stem for entry in load.entries] == list(words_list(names))


@then(parsers.parse("{name} is named before every case, with its problems"))
def _named_first(load: Caseload, name: str) -> None:
    (unread,) = [one for one in load.unread if Path(one.file).name == name]
    text = " ".join(caseload_to_text(load, 200).split())
    assert unread.problems
    assert all(text.index(unread.file) < text.index(entry.case_id) for entry in load.entries)
    assert all(text.index(problem.message) < text.index(load.entries[0].case_id) for problem in unread.problems)


@then(parsers.parse('the list says "{words}"'))
def _list_says(load: Caseload, words: str) -> None:
    text = " ".join(caseload_to_text(load).split())
    assert words in text, text


@then(parsers.parse("{name} is named as no case"))
def _no_case(load: Caseload, name: str) -> None:
    assert name in [Path(one).name for one in load.not_cases]


@then(parsers.parse("{name} is not looked at"))
def _not_looked_at(load: Caseload, name: str) -> None:
    named = [*load.not_cases, *(one.file for one in (*load.unread, *load.entries))]
    assert name not in [Path(one).name for one in named]


@then(parsers.parse('of {name} the first line says "{words}"'))
def _line(load: Caseload, name: str, words: str) -> None:
    case = Case.from_file(CASES / f"{name}.yaml")
    (line,) = [one for one in caseload_to_text(load, 120).splitlines() if case.id in one]
    assert words in re.sub(r" {2,}", "; ", line), line
