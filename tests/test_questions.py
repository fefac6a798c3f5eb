"""What a therapist is asked, as knowledge: every path leads to a field, every question rests on a statement."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from ipt_rules import Rulebook
from ipt_rules.case import Case, Intake, Session
from ipt_rules.case.fields import field_at
from ipt_rules.errors import RulebookError
from ipt_rules.lint import NamesExist
from ipt_rules.loading import build, read_sources
from ipt_rules.questions import QuestionChapter
from small_pack import write_pack

ASK = {"id": "age", "at": "learned.patient.age", "ask": "How old?", "statements": ["SUI-20"]}


def _chapter(**changes: Any) -> QuestionChapter:
    data = {"id": "start", "title": "Start", "of": ["intake"], "questions": [{**ASK, **changes}]}
    return QuestionChapter.model_validate({key: value for key, value in data.items() if value is not None})


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"at": "learned.patient.agee"}, "there is no field `agee`: did you mean `age`?"),
        ({"at": "learned.asked.deths"}, "there is no topic `deths`: did you mean `deaths`?"),
        ({"at": "learnt.patient.age"}, "a path begins with case, contact, learned, ever, not with `learnt`"),
        ({"at": "learned"}, "`learned` names no field"),
        ({"at": "learned.patient"}, "holds no single answer"),
        ({"at": "learned.patient.age.years"}, "`age` has no fields of its own"),
        ({"at": None}, "say exactly one of"),
        ({"statements": []}, "add `statements`"),
        ({"ask": ""}, "add `ask`"),
        ({"ask": "How old is {who}?"}, "nothing can stand in braces here"),
        ({"when": {"contact.kid": "video"}}, "there is no field `kid`"),
        ({"when": {"contact.kind": {"isnt": "video"}}}, "there is no `isnt`"),
        ({"when": {"learned.patient.age": {"at_least": "old"}}}, "`at_least` needs a number"),
        ({"when": {"contact.kind": {"not_in": "video"}}}, "`not_in` needs a list"),
        ({"when": {"contact.kind": {"known": "maybe"}}}, "`known` is yes or no"),
        ({"sheet": "phq9"}, "holds a single answer, and no questionnaire"),
        ({"at": "contact.kind", "terms": ["grup"]}, "there is no term `grup`; did you mean `group`?"),
        ({"at": "contact.kind", "say": {"grup": "a group"}}, "there is no term `grup`"),
        ({"at": "contact.tasks_done", "say": {"goals-set": "goals, set"}}, "say the terms without commas"),
        ({"at": None, "each": "learned.patient", "by": "age", "again": "More?"}, "is no list of entries"),
        ({"at": None, "each": "learned.goals", "by": "what"}, "needs `by` and `again`"),
        ({"at": None, "each": "learned.goals", "by": "wat", "again": "More?"}, "there is no field `wat`"),
        ({"at": None, "options": [{"say": "it was", "put": {"contact.attended": "yes"}}]}, "no field `attended`"),
    ],
)
def test_a_question_that_leads_nowhere_is_refused(changes: dict[str, Any], told: str) -> None:
    """A wrong path, term, condition or form is told with the nearest right one when the pack is loaded."""
    cleared = {key: value for key, value in changes.items() if value is not None}
    question = {key: value for key, value in {**ASK, **cleared}.items() if changes.get(key, "") is not None}
    with pytest.raises(ValidationError) as error:
        QuestionChapter.model_validate({"id": "start", "title": "Start", "of": ["intake"], "questions": [question]})
    assert told in str(error.value)


def test_two_questions_of_a_chapter_have_different_ids() -> None:
    """The id tells a question from the others."""
    with pytest.raises(ValidationError, match="two questions are called `age`"):
        QuestionChapter.model_validate({"id": "start", "title": "Start", "of": ["intake"], "questions": [ASK, ASK]})


def test_a_condition_may_be_about_a_field_that_only_one_dialogue_has() -> None:
    """A chapter of both dialogues may depend on whether a session was held; an intake has no such field."""
    chapter = _chapter(when={"contact.kind": "video"})
    both = {**chapter.model_dump(), "of": ["intake", "session"], "when": {"contact.attended": {"unless": "no"}}}
    assert QuestionChapter.model_validate(both).when == ({"contact.attended": {"unless": "no"}},)


def test_the_shipped_questions_are_plain(rulebook: Rulebook) -> None:
    """No question is long, and each begins like one: a therapist reads it between two patients."""
    questions = [one for chapter in rulebook.dialogue.values() for one in chapter.all_questions() if one.ask]
    assert len(questions) > 150
    assert not [one.id for one in questions if len(one.ask) > 145]
    assert not [one.id for one in questions if one.ask.rstrip().endswith(".") and not one.ask.endswith("..?")]


def test_an_unknown_statement_is_found_by_the_check(rulebook: Rulebook) -> None:
    """`rules check` tells a question that rests on a statement nobody knows, with the nearest."""
    book = replace(rulebook, dialogue={"start": _chapter(statements=["SUI-200"])})
    found = [one for one in NamesExist().problems(book) if one[0].startswith("dialogue")]
    assert found == [
        ("dialogue start", "the statement `SUI-200` is not defined", "did you mean `SUI-20`?"),
    ]


def test_a_wrong_path_is_told_with_its_line(tmp_path: Path) -> None:
    """The loader names file and line of a question that leads nowhere."""
    pack = write_pack(tmp_path)
    chapter = {"id": "start", "title": "Start", "of": ["intake"], "questions": [{**ASK, "at": "learned.patient.agee"}]}
    (pack / "dialogue.yaml").write_text(json.dumps({"dialogue": [chapter]}, indent=1), encoding="utf-8")
    with pytest.raises(RulebookError, match="did you mean `age`") as error:
        build(read_sources([pack]))
    assert "dialogue.yaml:3" in str(error.value)


def test_a_questionnaire_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """A sheet that no pack defines is found when the pack is loaded, and not in the middle of a dialogue."""
    pack = write_pack(tmp_path)
    question = {**ASK, "at": "contact.risk.cssrs", "sheet": "cssr"}
    chapter = {"id": "start", "title": "Start", "of": ["intake"], "questions": [question]}
    (pack / "dialogue.yaml").write_text(json.dumps({"dialogue": [chapter]}), encoding="utf-8")
    with pytest.raises(RulebookError, match="the questionnaire `cssr` is not defined"):
        build(read_sources([pack]))


def test_every_field_of_a_case_has_a_kind() -> None:
    """No field of a case is left without a kind of answer, so that any of them could be asked for."""
    waiting: list[tuple[Any, str]] = [(Case, name) for name in Case.model_fields]
    waiting += [(model, name) for model in (Intake, Session) for name in model.model_fields]
    seen = set()
    while waiting:
        model, name = waiting.pop()
        if (model, name) in seen:
            continue
        seen.add((model, name))
        found = field_at(model, [name])
        if found.model is not None:
            waiting += [(found.model, inner) for inner in found.model.model_fields]
    assert len(seen) > 250
