"""Words of a patient stay out of errors, logs, reprs and traces: every field of a case holds a token of its own.

What is made for the therapist shows them: the answer, the timeline, plans, and of an explanation what a rule says and
asks. The name of a case's file is shown as the user gave it, since it is the place; no other file's name is.
"""

from __future__ import annotations

import copy
import dataclasses
import gc
import json
import logging
import random
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pydantic import BaseModel

from hostile.bending import TOKEN, at, places
from hostile.growing import full_case, random_case
from ipt_rules import Case, Rulebook, explain, recommend, timeline
from ipt_rules.case.checks import not_yet
from ipt_rules.case.record import contacts, known_on
from ipt_rules.cli import main
from ipt_rules.errors import CaseError, EngineError
from ipt_rules.explaining import Explanation
from ipt_rules.facts.derive import derive_facts
from ipt_rules.facts.view import View
from ipt_rules.matching.plain import PlainMatcher
from ipt_rules.recommending import run_chapters
from ipt_rules.why_not import why_not

DATA = full_case("tokens", sessions=2)
ON = date(2026, 1, 24)
Loc = tuple[str | int, ...]


def _schema_place(loc: Loc) -> tuple[str, ...]:
    return tuple("*" if isinstance(part, int) else part for part in loc)


FIELDS = list({_schema_place(loc): loc for loc in places(DATA)}.values())
"""Every field of the schema once, with its place in DATA."""

WRONG: tuple[Any, ...] = (
    "TOKEN9999",
    "TOKEN9998 told",
    ["TOKEN9997"],
    {"TOKEN9996": "TOKEN9995"},
    [{"TOKEN9994": 1}],
    10**7,
)


def _said(error: BaseException) -> str:
    """All that an error may end up as in a log or on a screen, with everything behind it."""
    told = [repr(error), str(error), *map(repr, error.args), *map(repr, getattr(error, "problems", ()))]
    told += traceback.format_exception(error)
    behind = error.__cause__ or error.__context__
    return "".join(told) + (_said(behind) if behind is not None else "")


def _refused(data: Any) -> CaseError | None:
    try:
        Case.from_data(data)
    except CaseError as error:
        return error
    return None


def test_the_full_case_is_valid_and_fills_every_field() -> None:
    """Otherwise the tests below would look at less than they say."""
    case = Case.from_data(DATA)
    assert len(FIELDS) > 500
    empty = [
        (type(part).__name__, name)
        for part in _parts(case)
        for name in type(part).model_fields
        if name not in part.model_fields_set and name not in ("items", "total", "date", "part_of")
    ]
    assert not empty


def _parts(part: Any) -> Iterator[BaseModel]:
    if isinstance(part, tuple):
        for one in part:
            yield from _parts(one)
    elif isinstance(part, BaseModel):
        yield part
        for name in part.model_fields_set:
            yield from _parts(getattr(part, name))


def _broken(locs: Sequence[Loc], number: int, way: str) -> Any:
    """DATA with some fields that hold what they cannot hold, or that have a name nobody knows; inner ones first."""
    data = copy.deepcopy(DATA)
    for loc in sorted(locs, key=len, reverse=True):
        holder = at(data, loc[:-1])
        if way == "renamed" and isinstance(holder, dict):
            holder[f"TOKEN99{number}"] = holder.pop(loc[-1])
        elif way == "too long":
            holder[loc[-1]] = "TOKEN9993" * 900
        else:
            holder[loc[-1]] = WRONG[number % len(WRONG)]
        number += 1
    return data


def test_no_error_of_a_wrong_value_in_any_field_tells_a_word(caplog: pytest.LogCaptureFixture) -> None:
    """Each field of the schema in turn holds what it cannot hold, then has another name; a few fields at once."""
    caplog.set_level(logging.DEBUG)
    by_depth = sorted(FIELDS, key=len)
    codes: Counter[str] = Counter()
    for number in range(0, len(by_depth), 12):
        for way in ("wrong", "renamed", "too long"):
            error = _refused(_broken(by_depth[number : number + 12], number, way))
            if error is not None:
                assert TOKEN not in _said(error)
                assert error.__context__ is None
                codes.update(problem.code for problem in error.problems)
    assert {"CASE-11", "CASE-12", "CASE-13", "CASE-14", "CASE-15", "CASE-16", "CASE-17", "CASE-18"} <= set(codes)
    assert codes.total() > len(FIELDS)
    assert TOKEN not in caplog.text


def _twice(data: dict[str, Any]) -> None:
    for name in ("relationships", "life_events", "goals"):
        data["intake"][name].append(copy.deepcopy(data["intake"][name][0]))


def _nowhere(data: dict[str, Any]) -> None:
    data["sessions"][0]["recent_interaction_with"] = "TOKEN00019"
    data["intake"]["patient_priority_about"] = "TOKEN0-elsewhere"
    data["intake"]["social"]["began_with_event"] = data["intake"]["life_events"][0]["event"][:-1]


def _times(data: dict[str, Any]) -> None:
    data["sessions"][0] |= {"number": 9, "date": "2020-01-01"}
    data["intake"]["episode"]["onset"] = "2030"
    data["intake"]["life_events"][0] |= {"date": "2031", "type": "death"}
    data["intake"]["relationships"][-1]["alive"] = "yes"
    data["intake"]["asked"]["deaths"] = "none"


def _scores(data: dict[str, Any]) -> None:
    measures = data["intake"]["measures"]
    measures["phq9"] = {
        "total": 1,
        "items": {"1": 3, "99": 3, "TOKEN9999": 1, "²": 1, "9" * 5000: 1},
        "date": "2030-01-01",
    }
    measures["gad7"] = {"items": {"1": 9}}


def _too_much(data: dict[str, Any]) -> None:
    data["intake"]["triad"]["crisis"] = ["TOKEN9999"] * 201


@pytest.mark.parametrize("change", [_twice, _nowhere, _times, _scores, _too_much])
def test_no_contradiction_tells_a_word(change: Any) -> None:
    """A hint names the place of the nearest key, not the key."""
    data = copy.deepcopy(DATA)
    change(data)
    error = _refused(data)
    assert error is not None
    assert all(problem.code in str(error) for problem in error.problems)
    assert TOKEN not in _said(error)


@pytest.mark.parametrize(
    "data", [None, "TOKEN9999", ["TOKEN9999"], {"TOKEN9999": 1}, {"schema_version": 7, "id": "TOKEN9999"}, {1: 2}, {}]
)
def test_no_error_of_a_wrong_top_tells_a_word(data: Any) -> None:
    """A program may pass anything as a case."""
    error = _refused(data)
    assert error is not None
    assert TOKEN not in _said(error)


TEXTS = (
    "TOKEN1: 1\nTOKEN1: 2\n",
    '{"TOKEN1": 1, "TOKEN1": 2}',
    "intake: &TOKEN1 [*TOKEN1]\n",
    "intake: !TOKEN1 x\n",
    "%TOKEN1 x\n---\na: 1\n",
    "intake: 'TOKEN1\n",
    '{"intake": "TOKEN1}',
    '{"intake": TOKEN1}',
    'intake: "TOKEN1 \\q"\n',
    "intake:\n\tTOKEN1: x\n",
    "TOKEN1\n",
    "# TOKEN1\n",
    "a: 1\n---\nTOKEN1: 2\n",
    "? [TOKEN1]\n: 1\n",
    "TOKEN1: .nan\n",
    "TOKEN1: {" + "a: {" * 50,
    "TOKEN1: \x07\n",
    f"TOKEN1: {'x' * 20_001}\n",
)


@pytest.mark.parametrize("text", TEXTS)
def test_no_error_of_an_unreadable_file_tells_a_word(text: str, tmp_path: Path) -> None:
    """Whatever keeps a file from being read, keys, anchors, tags, comments and values stay in it; nor in half of UTF-8."""
    for content in (text.encode(), text.encode() + b"\xff TOKEN2", text.encode("utf-16")):
        path = tmp_path / "case.yaml"
        path.write_bytes(content)
        with pytest.raises(CaseError) as caught:
            Case.from_file(path)
        assert TOKEN not in _said(caught.value)
        result = CliRunner().invoke(main, ["recommend", str(path)])
        assert (result.exit_code, TOKEN in result.output) == (3, False)


def test_no_error_offers_the_name_of_another_file(tmp_path: Path) -> None:
    """A file's name may say whose it is: only the same name with another ending is offered."""
    (tmp_path / "TOKEN1.yaml").touch()
    for asked, hint in (("TOKEN2.yaml", "check the path"), ("TOKEN1.yml", "did you mean `TOKEN1.yaml`?")):
        with pytest.raises(CaseError) as caught:
            Case.from_file(tmp_path / asked)
        assert caught.value.problems[0].hint == hint


def _everything(*things: Any) -> Iterator[Any]:
    """All objects of this package that can be reached from these, a rulebook and classes aside."""
    seen: dict[int, Any] = {}
    waiting = list(things)
    while waiting:
        one = waiting.pop()
        if id(one) in seen or isinstance(one, Rulebook | type | str | int | float | date):
            continue
        seen[id(one)] = one
        if type(one).__module__.startswith("ipt_rules"):
            yield one
        if type(one).__module__.startswith("ipt_rules") or isinstance(one, dict | list | tuple):
            waiting += gc.get_referents(one)


@pytest.mark.parametrize("seed", ["tokens", 1, 2, 3])
def test_no_repr_tells_a_word(seed: Any, rulebook: Rulebook) -> None:
    """The case, its facts, what is concluded, the timeline and explanations: each object that can be reached."""
    data = DATA if seed == "tokens" else random_case(random.Random(seed))
    case = Case.from_data(data)
    on = max([case.intake.date, *(session.date for session in case.sessions)])
    run = run_chapters(case, rulebook, on, "plain")
    queries = [query for rule_id in rulebook.active("focus") for query in rulebook.queries[rule_id]]
    matches = PlainMatcher(queries).match(run.facts)
    made = [
        *(case, run, matches, known_on(case, on), contacts(case, on), recommend(case, rulebook, on)),
        *(timeline(case, rulebook), why_not(case, rulebook, "grief", on), View(case, on, rulebook)),
        *(explain(case, rulebook, rule_id, on) for rule_id in list(rulebook.rules)[::60]),
    ]
    kinds = set()
    for one in _everything(*made):
        kinds.add(type(one).__name__)
        assert TOKEN not in f"{one!r} {one}" or type(one).__name__ in ("Answer", "PartialDate"), type(one)
    assert {"Case", "Fact", "Finding", "Recommendation", "Explanation", "Timeline", "Contact", "Record"} <= kinds
    assert repr(case).startswith("Case(")


def test_no_condition_of_an_explanation_tells_a_word(rulebook: Rulebook) -> None:
    """What a rule asks of the case is told with places and terms: a key or text of the case is not repeated.

    Whom a part is about is named beside its conditions, for the therapist, as a finding names people.
    """
    case = Case.from_data(DATA)
    for rule_id in list(rulebook.rules)[::10]:
        told: Explanation = explain(case, rulebook, rule_id, ON)
        parts = [dataclasses.replace(part, about="") for way in told.ways for part in way.parts]
        assert TOKEN not in json.dumps([dataclasses.asdict(part) for part in parts])


def test_no_error_of_the_engine_tells_a_word(rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    """A case that is too large for the engine, or fails in it, is told by numbers."""
    rete = pytest.importorskip("ipt_rules.matching.rete", reason="2026-11-27: durable-rules is not installed")
    facts = derive_facts(Case.from_data(DATA), ON, rulebook)
    for limit in ("MAX_FACTS", "MAX_FIRINGS"):
        with monkeypatch.context() as patched:
            patched.setattr(rete, limit, 1)
            with pytest.raises(EngineError) as caught:
                rulebook.matcher("focus", "rete").match(facts)
        assert TOKEN not in _said(caught.value)


def test_no_problem_of_a_day_tells_a_word() -> None:
    """Nor does what lies in the future of the day that is asked about."""
    assert TOKEN not in "".join(map(repr, not_yet(Case.from_data(DATA), date(2001, 1, 1))))


@pytest.mark.parametrize("words", [("recommend",), ("timeline",), ("plan",), ("explain", "--why-not", "grief")])
def test_no_command_tells_a_word_beside_its_answer(words: tuple[str, ...], tmp_path: Path) -> None:
    """The answer goes to standard output, and nothing of the case anywhere else."""
    path = tmp_path / "case.json"
    path.write_text(json.dumps(DATA), encoding="utf-8")
    result = CliRunner().invoke(main, [words[0], str(path), *words[1:], "--on", ON.isoformat()])
    assert (result.exit_code, result.stderr) == (0, "")
