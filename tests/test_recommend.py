"""`recommend`: the same input gives the same answer, on every engine, in threads and in forked workers; no alert gets lost."""

from __future__ import annotations

import json
import multiprocessing
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from compared import engines_compared
from ipt_rules import Case, Recommendation, Rulebook, errors, recommend
from ipt_rules.matching import engine_names
from ipt_rules.render.json_ import to_json

CASES = sorted(path for path in (Path(__file__).parent.parent / "cases").glob("*.yaml") if path.stem != "published")


def _latest(case: Case) -> date:
    return max([case.intake.date, *(session.date for session in case.sessions)])


def _said(recommendation: Recommendation) -> dict[str, Any]:
    """The answer as plain data, without the name of the engine."""
    data: dict[str, Any] = json.loads(to_json(recommendation))
    data.pop("engine")
    return data


def _case(intake: dict[str, Any], *sessions: dict[str, Any]) -> Case:
    return Case.from_data(
        {"schema_version": 1, "id": "c1", "intake": {"date": "2026-01-10", **intake}, "sessions": list(sessions)}
    )


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_engine_says_the_same(path: Path, rulebook: Rulebook) -> None:
    """Both matchers match the same for every case, on every day of a contact; on the last day the answers are compared."""
    case = Case.from_file(path)
    latest = _latest(case)
    for day in {case.intake.date, *(session.date for session in case.sessions)} - {latest}:
        with engines_compared(engine_names()):
            recommend(case, rulebook, day)
    answers = [_said(recommend(case, rulebook, latest, engine=name)) for name in engine_names()]
    assert all(answer == answers[0] for answer in answers)


def test_two_runs_give_the_same_bytes(rulebook: Rulebook) -> None:
    """Nothing depends on the order of a set, a hash or the clock."""
    case = Case.from_file(CASES[0])
    again = Rulebook.load()
    assert to_json(recommend(case, rulebook, _latest(case))) == to_json(recommend(case, again, _latest(case)))


def test_threads_share_one_rulebook(rulebook: Rulebook) -> None:
    """Eight threads ask at once and get the answers of one."""
    cases = [Case.from_file(path) for path in CASES[::2]]
    alone = [to_json(recommend(case, rulebook, _latest(case))) for case in cases]
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(lambda c=case: to_json(recommend(c, rulebook, _latest(c)))) for case in cases * 2]
        assert [one.result() for one in asked] == alone * 2


def _answer(arguments: tuple[str, Rulebook]) -> str:
    path, rulebook = arguments
    case = Case.from_file(path)
    return to_json(recommend(case, rulebook, _latest(case)))


_SHARED: list[Rulebook] = []


def _answer_in_worker(path: str) -> str:
    return _answer((path, _SHARED[0]))


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded, use of fork:DeprecationWarning")
def test_forked_workers_use_the_rulebook_of_their_parent(rulebook: Rulebook) -> None:
    """A worker forked after the first answer makes engine handles of its own and says the same."""
    _SHARED[:] = [rulebook]
    paths = [str(path) for path in CASES[1::2]]
    alone = [_answer((path, rulebook)) for path in paths]
    with multiprocessing.get_context("fork").Pool(2) as pool:
        assert pool.map(_answer_in_worker, paths) == alone
    assert [_answer((path, rulebook)) for path in paths] == alone


def test_an_answer_before_the_intake_is_refused(rulebook: Rulebook) -> None:
    """Nothing can be said before anything is known."""
    with pytest.raises(errors.CaseError, match="before the intake"):
        recommend(_case({}), rulebook, date(2026, 1, 9))


def test_an_engine_that_is_not_there_is_named(rulebook: Rulebook) -> None:
    """An unknown engine is an error with the nearest name, not a silent other engine."""
    with pytest.raises(errors.EngineError, match="did you mean `plain`"):
        recommend(_case({}), rulebook, date(2026, 1, 10), engine="plane")


def _screen(**answers: str) -> dict[str, Any]:
    return {"risk": {"cssrs": answers}}


CLEAR = {"q1": "no", "q2": "no", "q6": "no", "q6_3m": "no"}


def _level(recommendation: Recommendation, about: str = "suicide") -> str | None:
    levels = [f.content["level"] for f in recommendation.alerts if f.content["about"] == about]
    return min(levels) if levels else None


def test_a_yes_stands_until_two_clear_screens_in_a_row(rulebook: Rulebook) -> None:
    """A plan told at intake stays an alert through blanks and one clear screen, and is gone after two."""
    clear = {"risk": {"cssrs": CLEAR}, "measures": {"phq9": {"total": 10, "items": {"9": 0}}}}
    case = _case(
        _screen(q5="yes"),
        {"number": 1, "date": "2026-01-17"},
        {"number": 2, "date": "2026-01-24", **clear},
        {"number": 3, "date": "2026-01-31"},
        {"number": 4, "date": "2026-02-07", **clear},
        {"number": 5, "date": "2026-02-14", **clear},
    )
    levels = [
        _level(recommend(case, rulebook, date.fromisoformat(day))) for day in ("2026-01-10", "2026-01-17", "2026-01-24")
    ]
    assert levels == ["1", "1", "1"]
    assert _level(recommend(case, rulebook, date(2026, 2, 7))) == "1"
    assert _level(recommend(case, rulebook, date(2026, 2, 14))) is None


def test_what_later_sessions_say_is_not_known_earlier(rulebook: Rulebook) -> None:
    """The answer for an earlier day is the answer of that day, but for the word that a later session is not read."""
    intake = {"measures": {"phq9": {"total": 14, "items": {"9": 0}}}}
    later = {"number": 1, "date": "2026-01-17", **_screen(q4="yes")}
    told = recommend(_case(intake, later), rulebook, date(2026, 1, 16))
    assert len(told.notices) == 1
    assert _said(replace(told, notices=())) == _said(recommend(_case(intake), rulebook, date(2026, 1, 16)))


def test_every_finding_rests_on_places_that_exist(rulebook: Rulebook) -> None:
    """The places of a finding can be followed in the case it speaks of."""
    for path in CASES:
        case = Case.from_file(path)
        data = case.model_dump(mode="json", by_alias=True)
        for finding in recommend(case, rulebook, _latest(case)).findings:
            for used in finding.facts:
                for place in used.places:
                    # what is not known may point at the field that would tell; its contact is there
                    there = place.partition(".")[0] if used.kind == "unknown" else place
                    assert _there(data, there), f"{path.stem}: {finding.rule_id} rests on {place}"


def _there(data: Any, place: str) -> bool:
    for part in place.replace("[", ".[").split("."):
        if part.startswith("["):
            if not isinstance(data, list) or int(part[1:-1]) >= len(data):
                return False
            data = data[int(part[1:-1])]
        elif not isinstance(data, dict) or part not in data:
            return False
        else:
            data = data[part]
    return True
