"""Laws about how a case is told: what may be told otherwise, and the answer stays. Each on both matchers."""

from __future__ import annotations

import copy
import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from generated.cases import Whole, generated_cases
from generated.changing import DATES
from generated.choosing import Drawn
from generated.mending import backgrounds, mended
from ipt_rules.matching import engine_names
from ipt_rules.render.json_ import to_data, to_json
from ipt_rules.vocabulary import DEATHS
from laws import answer, decided, law, on_both_matchers, told_data
from transforming import before, days_changed, moved, people_of, renamed, shuffled

IN_RECORD_ORDER = "holds"
"""What a part of a plan sheet holds is listed as the record lists it: a therapist finds it where it was written."""

MOST_WEEKS = 200
MIDDLE = {4: "-06-15", 7: "-15", 10: ""}
"""What makes a partial date a full one, by its length."""


@on_both_matchers
@law(12)
@given(data=st.data(), made=generated_cases())
def test_the_order_of_lists_changes_nothing(engine: str, data: st.DataObject, made: Whole) -> None:
    """Sessions aside, every list of a case may be told in another order.

    Two things follow the record and are compared apart from order: the places of a fact, which are numbers of entries,
    and what a part of a plan sheet holds (IN_RECORD_ORDER).
    """
    other, places = shuffled(made.data, Drawn(data.draw))
    told = [_in_any_order(told_data(answer(made, engine)), {})]
    told.append(_in_any_order(told_data(answer(made, engine, other)), places))
    assert told[0] == told[1]


def _in_any_order(value: Any, places: dict[str, str], name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _in_any_order(one, places, key) for key, one in value.items()}
    if not isinstance(value, list):
        return value
    if name == "places":
        return sorted(before(one, places) for one in value)
    made = [_in_any_order(one, places) for one in value]
    return sorted(made, key=json.dumps) if name == IN_RECORD_ORDER else made


@on_both_matchers
@law(8)
@given(made=generated_cases())
def test_the_names_of_people_change_nothing(engine: str, made: Whole) -> None:
    """With other keys for people, in the same order of the alphabet, the answer is the same but for these names.

    The order of the alphabet is the last thing that tells two people apart of whom all else is the same; the next law
    lets it change. The keys are in a script without capitals, so that no sentence starts with another letter.
    """
    told = []
    for sign, start in (("甲", 0), ("乙", 50)):
        names = {person: f"{sign}{start + at:02d}" for at, person in enumerate(people_of(made.data))}
        text = json.dumps(told_data(answer(made, engine, renamed(copy.deepcopy(made.data), names))), ensure_ascii=False)
        for person, name in names.items():
            text = text.replace(name, f"<{sorted(names).index(person)}>")
        told.append(text)
    assert told[0] == told[1]


@on_both_matchers
@law(8)
@given(made=generated_cases())
def test_the_alphabet_decides_nothing(engine: str, made: Whole) -> None:
    """With names in the opposite order of the alphabet alerts, phase and focus are the same, and the same rules speak.

    Which of two people of whom all else is the same is named as the subject of the focus may change.
    """
    people = people_of(made.data)
    names = {person: f"甲{len(people) - at:02d}" for at, person in enumerate(people)}
    other = answer(made, engine, renamed(copy.deepcopy(made.data), names))
    told = answer(made, engine)
    back = {new: old for old, new in names.items()}
    assert decided(told)[1] == decided(other)[1]
    assert told.focus.status == other.focus.status
    assert (told.focus.primary, told.focus.secondary) == (other.focus.primary, other.focus.secondary)
    assert sorted(one.rule_id for one in told.findings) == sorted(one.rule_id for one in other.findings)
    alerts = [(one.rule_id, one.content["level"], back.get(one.person or "", one.person)) for one in other.alerts]
    assert sorted(map(str, alerts)) == sorted(
        str((one.rule_id, one.content["level"], one.person)) for one in told.alerts
    )


@on_both_matchers
@law(10)
@given(made=generated_cases(), weeks=st.integers(-MOST_WEEKS, MOST_WEEKS))
def test_a_shift_of_all_days_changes_nothing(engine: str, made: Whole, weeks: int) -> None:
    """All days moved by whole weeks, the day of the advice included, and the answer is the same but for these days.

    Partial dates are made full first: a month has no day to be moved. Deaths have no date here, since the anniversary of
    a death comes after so many days or one day more.
    """
    first = mended(_without_death_days(_full(copy.deepcopy(made.data))))
    later = made._replace(on=made.on + timedelta(weeks=weeks))
    told = told_data(answer(made, engine, first))
    moved_back = days_changed(told_data(answer(later, engine, days_changed(first, moved(weeks)))), moved(-weeks))
    assert told == moved_back


def _full(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _full(one, key) for key, one in value.items()}
    if isinstance(value, list):
        return [_full(one) for one in value]
    return value + MIDDLE[len(value)] if name in DATES and isinstance(value, str) else value


def _without_death_days(data: dict[str, Any]) -> dict[str, Any]:
    dead = {
        one["event"]
        for _, told in backgrounds(data)
        for one in told.get("life_events") or ()
        if one.get("type") in DEATHS
    }
    for _, told in backgrounds(data):
        for event in told.get("life_events") or ():
            if event["event"] in dead:
                event.pop("date", None)
    return data


@on_both_matchers
@law(10)
@given(made=generated_cases())
def test_without_the_last_session_it_is_the_answer_of_that_earlier_day(engine: str, made: Whole) -> None:
    """On the day of the last session but one a case says the same, whether or not it holds the last one.

    Two sessions of one day are one day, so that the day before them is taken. That something of the file is not read on
    that day is told as a notice, and is the one difference.
    """
    sessions = made.data.get("sessions") or []
    assume(sessions and sessions[-1]["date"] > made.data["intake"]["date"])
    earlier = [one for one in sessions if one["date"] < sessions[-1]["date"]]
    day = (earlier or [made.data["intake"]])[-1]["date"]
    then = made._replace(on=type(made.on).fromisoformat(day))
    less = mended({**copy.deepcopy(made.data), "sessions": copy.deepcopy(earlier)})
    kept = {**less, "sessions": [*less["sessions"], *copy.deepcopy(sessions[len(earlier) :])]}
    whole, cut = (told_data(answer(then, engine, one)) for one in (mended(kept), less))
    assert whole.pop("notices")
    cut.pop("notices")
    assert whole == cut


@on_both_matchers
@law(5)
@given(made=generated_cases())
def test_writing_and_reading_back_changes_nothing(engine: str, made: Whole) -> None:
    """As JSON or YAML, from the data or from the case itself, with blanks written or left out: the same bytes; and the
    JSON of an answer read back is its data.
    """
    told = to_json(answer(made, engine))
    written = [
        json.loads(json.dumps(made.data)),
        yaml.safe_load(yaml.safe_dump(made.data, allow_unicode=True)),
        json.loads(made.case.model_dump_json()),
        made.case.model_dump(mode="json", exclude_none=True),
    ]
    assert all(to_json(answer(made, engine, one)) == told for one in written)
    assert json.loads(told) == to_data(answer(made, engine))


PROGRAM = """
import hashlib, sys
from generated.cases import run_of
from ipt_rules import recommend
from ipt_rules.render.json_ import to_json
from tests_support import shipped_rulebook
told = hashlib.sha256()
for made in run_of("twice", int(sys.argv[2])):
    if made is not None:
        told.update(to_json(recommend(made.case, shipped_rulebook(), made.on, engine=sys.argv[1])).encode())
print(told.hexdigest())
"""
TWICE = 12


@on_both_matchers
def test_two_runs_give_the_same_bytes(engine: str) -> None:
    """Two processes that order their sets and mappings differently make the same cases and tell the same bytes of them."""
    here = Path(__file__).parent
    paths = os.pathsep.join([str(here), str(here.parent / "src"), os.environ.get("PYTHONPATH", "")])
    told = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM, engine, str(TWICE)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert told[0] == told[1]


@law(10)
@given(made=generated_cases())
def test_both_matchers_give_one_answer(made: Whole) -> None:
    """Both matchers give one answer, but for the engine's name, and each the same when asked again."""
    told = [
        to_json(answer(made, engine)).replace(f'"engine": "{engine}"', "", 1)
        for engine in (*engine_names(), engine_names()[0])
    ]
    assert all(one == told[0] for one in told)
