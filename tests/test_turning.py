"""What would change an answer: every change told was tried, alerts are not argued away, and what closes them closes them."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generated.cases import Whole, generated_cases
from ipt_rules import Case, recommend
from ipt_rules.case import Intake, Session
from ipt_rules.case.background import Background
from ipt_rules.cli import main
from ipt_rules.errors import CaseError, UnknownNameError
from ipt_rules.facts.view import View
from ipt_rules.matching import engine_names
from ipt_rules.render.json_ import plain
from ipt_rules.turning import Turn, apply, first_answers, what_would_change
from ipt_rules.turning_bounds import NEVER, NEVER_OTHERWISE, reason_never
from ipt_rules.turning_closing import closing_of, closings
from ipt_rules.turning_fields import missing, recorded, typed
from ipt_rules.turning_questions import ALERTS, FOCUS, PHASE, loses_an_alert, of_recommendation, of_run, question_of
from ipt_rules.turning_search import beside, changed
from ipt_rules.turning_slices import slice_of
from laws import law
from tests_support import shipped_rulebook

CASES = Path(__file__).resolve().parent.parent / "cases"
DAY = date(2026, 1, 10)
CLEAR = dict.fromkeys(("q1", "q2", "q6", "q6_3m"), "no")


def case(intake: dict[str, Any] | None = None, *sessions: dict[str, Any]) -> Case:
    """An intake, and sessions a week apart."""
    told = [
        {"number": at, "date": (DAY + timedelta(weeks=at)).isoformat(), **one}
        for at, one in enumerate(sessions, start=1)
    ]
    return Case.from_data(
        {"schema_version": 1, "id": "c1", "intake": {"date": DAY.isoformat(), **(intake or {})}, "sessions": told}
    )


def last_day(made: Case) -> date:
    return max([made.intake.date, *(one.date for one in made.sessions)])


def turned(made: Case, turn: Turn, what: str, on: date, engine: str = "plain") -> str | None:
    """What the changed case turns to, by a recommendation."""
    question = question_of(what, shipped_rulebook())
    told = [recommend(one, shipped_rulebook(), on, engine=engine) for one in (made, apply(made, turn))]
    now, then = (question.outcome(of_recommendation(one)) for one in told)
    return question.turned(now, then)


# What is told is true


@law(6)
@given(made=generated_cases(), what=st.sampled_from(("dispute-expectations-differ", "transition-signs", FOCUS)))
def test_every_change_that_is_told_turns_it_on_both_matchers(made: Whole, what: str) -> None:
    """Whatever the case: each change, made in it, gives the answer that was told, and no alert is lost by it."""
    rulebook = shipped_rulebook().with_parameters(made.site) if made.site else shipped_rulebook()
    told = what_would_change(made.case, rulebook, made.on, what)
    question = question_of(what, rulebook)
    for engine in engine_names():
        before = recommend(made.case, rulebook, made.on, engine=engine)
        now = question.outcome(of_recommendation(before))
        for turn in told.turns[:3]:
            after = recommend(apply(made.case, turn), rulebook, made.on, engine=engine)
            assert question.turned(now, question.outcome(of_recommendation(after))) == turn.turns_to
            assert not loses_an_alert(before.alerts, after.alerts)


@law(2)
@given(made=generated_cases())
def test_telling_is_deterministic(made: Whole) -> None:
    """The same case is told the same, from its own data too."""
    again = Case.from_data(made.case.model_dump(mode="json", exclude_unset=True))
    told = [
        what_would_change(one, shipped_rulebook(), made.on, "dispute-expectations-differ") for one in (made.case, again)
    ]
    assert plain(told[0]) == plain(told[1])


@pytest.mark.parametrize("name", ["mike", "amira", "petra-item-nine", "rosa-retirement", "ruth-two-foci"])
@pytest.mark.parametrize("what", [FOCUS, PHASE, ALERTS])
def test_a_slice_of_the_rules_answers_as_all_of_them(name: str, what: str) -> None:
    """The rules that a search runs give the answer of the whole recommendation."""
    made, rulebook = Case.from_file(CASES / f"{name}.yaml"), shipped_rulebook()
    on, question = last_day(made), question_of(what, rulebook)
    whole = recommend(made, rulebook, on, engine="plain")
    run = question.slice.run(made, on, question.slice.facts(made, on), None, of_recommendation(whole).findings)
    assert question.outcome(of_run(run)).state == question.outcome(of_recommendation(whole)).state


def test_a_slice_holds_what_the_rules_rest_on() -> None:
    """A rule that waits for an alert needs the rules of alerts; one about a dispute needs itself alone."""
    rulebook = shipped_rulebook()
    assert [rules for rules in slice_of(rulebook, ["dispute-quarrel"]).rules.values() if rules] == [{"dispute-quarrel"}]
    assert "suicide-intent-or-plan" in slice_of(rulebook, ["ending-starts"]).rules["safety"]
    assert slice_of(rulebook, ["focus-recommended"]).choice


# The smallest


def test_a_number_is_changed_to_the_threshold_and_no_further() -> None:
    """Of the planned sessions those are told with which the ending just begins."""
    made = case({"course": {"planned_sessions": 16}}, *({} for _ in range(10)))
    told = what_would_change(made, shipped_rulebook(), last_day(made), "ending-starts")
    (turn,) = (one for one in told.otherwise if one.changes[0].place == "intake.course.planned_sessions")
    change = turn.changes[0]
    assert (change.was, change.kind) == (16, "otherwise")
    nearer = Turn("otherwise", (type(change)(**{**vars(change), "to": change.to + 1}),), "")
    assert turned(made, turn, "ending-starts", told.on)
    assert turned(made, nearer, "ending-starts", told.on) is None


def test_two_answers_where_one_does_not_do() -> None:
    """A quarrel that repeats, with little hope: neither alone is enough, and both are missing."""
    made = case(
        {
            "relationships": [
                {"person": "jack", "role": "friend", "conflict": {"present": "yes", "threatens_loss": "no"}}
            ]
        }
    )
    told = what_would_change(made, shipped_rulebook(), DAY, "dispute-stalled-without-hope")
    assert not [one for one in told.missing if len(one.changes) == 1]
    pairs = {tuple(sorted(change.place.rpartition(".")[2] for change in one.changes)) for one in told.missing}
    assert ("little_hope", "repeating") in pairs
    assert all(turned(made, one, "dispute-stalled-without-hope", DAY) for one in told.turns)


def test_what_a_session_would_learn_gets_an_entry_there() -> None:
    """An answer about a person of the intake is put where it is recorded today, under the key of that person."""
    made = case({"relationships": [{"person": "jack", "role": "friend", "conflict": {"present": "yes"}}]}, {})
    told = what_would_change(made, shipped_rulebook(), last_day(made), "dispute-expectations-differ")
    change = next(one.changes[0] for one in told.missing if "mismatch" in one.changes[0].place)
    assert change.place == "sessions[0].learned.relationships[0].conflict.expectations_mismatch"
    assert (change.key_name, change.key, change.was, change.to) == ("person", "jack", None, "yes")
    learned = apply(made, next(one for one in told.missing if one.changes[0] == change)).sessions[0].learned
    assert learned is not None
    assert learned.relationships[0].person == "jack"


def test_two_people_of_whom_a_session_would_learn_get_an_entry_each() -> None:
    """Two changes that each make an entry of the same list do not end in one."""
    conflict = {"conflict": {"present": "yes"}}
    made = case({"relationships": [{"person": name, "role": "friend", **conflict} for name in ("jack", "jill")]}, {})
    leaves = missing(View(made, last_day(made), shipped_rulebook()))
    first, second = (leaf for leaf in leaves if leaf.field == "betrayal")
    both = changed(made, [(first, "yes", False), (beside(second, first), "yes", False)])
    learned = both.sessions[0].learned
    assert learned is not None
    assert [(one.person, one.conflict and one.conflict.betrayal) for one in learned.relationships] == [
        ("jack", "yes"),
        ("jill", "yes"),
    ]


# Alerts


def test_an_alert_that_stands_is_never_argued_away() -> None:
    """Nothing is tried that would make it go away; what closes it is told."""
    made = Case.from_file(CASES / "petra-item-nine.yaml")
    told = what_would_change(made, shipped_rulebook(), last_day(made), "item-9-same-day")
    assert (told.turns, told.tried, told.recorded_tried) == ((), 0, False)
    assert [one.rule_id for one in told.closings] == ["item-9-same-day"]


def test_answers_that_raise_an_alert_come_with_the_most_urgent_first() -> None:
    """Only missing answers raise; each is kept apart from recorded ones, and levels fall from first to last."""
    told = what_would_change(case(), shipped_rulebook(), DAY, ALERTS)
    levels = [one.turns_to.partition(":")[0] for one in told.missing]
    assert levels == sorted(levels, key=["ACT NOW", "TODAY", "ASK IN THIS SESSION", "CAUTION"].index)
    assert {"ACT NOW", "TODAY"} <= set(levels)
    assert not told.otherwise
    assert not told.recorded_tried


def test_every_rule_that_gives_an_alert_says_what_closes_it() -> None:
    """By its name or by what it is about; and every entry speaks of a rule or a matter that there is."""
    rulebook = shipped_rulebook()
    alerts = {name: one.then.alert for name, one in rulebook.rules.items() if one.then.alert}
    assert not [name for name, alert in alerts.items() if closing_of(name, alert.about, rulebook) is None]
    named = {rule for one in rulebook.closings.values() for rule in one.rules}
    matters = {about for one in rulebook.closings.values() for about in one.about}
    assert named <= set(alerts)
    assert matters <= {alert.about for alert in alerts.values()}
    assert all(set(one.statements) <= set(rulebook.statements) for one in rulebook.closings.values())


SCREENED = {"risk": {"asked_directly": "yes", "cssrs": CLEAR}}
CLEARED = {**SCREENED, "measures": {"phq9": {"items": {"9": 0}}}}
DENIED = {"risk": {"violence": {"now": "no", "fear": "no", "asked_alone": "yes"}}}
SEVERE = {"measures": {"phq9": {"total": 20, "items": {"9": 1}}}}
LONG_AGO = {"risk": {"cssrs": {"q6": "yes", "q6_3m": "no"}}}
CLOSED: list[tuple[str, dict[str, Any], list[dict[str, Any]]]] = [
    ("suicide-intent-or-plan", {"risk": {"cssrs": {"q4": "yes"}}}, [CLEARED, CLEARED]),
    ("suicide-method-without-intent", {"risk": {"cssrs": {"q3": "yes", "q4": "no", "q5": "no"}}}, [CLEARED, CLEARED]),
    ("wish-to-join-the-dead", {"risk": {"wish_to_join_the_dead": "yes"}}, [CLEARED, CLEARED]),
    ("item-9-same-day", {"measures": {"phq9": {"items": {"9": 2}}}}, [SCREENED]),
    ("item-9-enquire", {"measures": {"phq9": {"items": {"9": 1}}}}, [SCREENED]),
    ("epds-item-10-same-day", {"measures": {"epds": {"items": {"10": 2}}}}, [SCREENED]),
    ("severe-score-item-9-open", {"measures": {"phq9": {"total": 20}}}, [SCREENED]),
    ("severe-depression-with-item-9", SEVERE, [{"measures": {"phq9": {"total": 19}}}]),
    ("suicide-behaviour-time-unknown", {"risk": {"cssrs": {"q6": "yes"}}}, [{"risk": {"cssrs": {"q6_3m": "no"}}}]),
    ("past-attempt-when", {"risk": {"past_attempt": "yes"}}, [LONG_AGO]),
    ("violence-or-fear", {"risk": {"violence": {"now": "yes"}}}, [DENIED]),
    ("self-neglect", {"risk": {"self_neglect": "yes"}}, [{"risk": {"self_neglect": "no"}}]),
    ("psychosis-now", {"diagnosis": {"psychosis": "yes"}}, [{"learned": {"diagnosis": {"psychosis": "no"}}}]),
    ("harm-to-others", {"risk": {"harm_others": "yes"}}, [{"risk": {"harm_others": "no"}}]),
    ("clinician-concern", {"risk": {"clinician_concern": "yes"}}, [{"risk": {"clinician_concern": "no"}}]),
    ("risk-factor-stands", {"risk": {"recent_discharge": "yes"}}, [{"risk": {"recent_discharge": "no"}}]),
]
"""For each of some alerts what raises it at intake, and the sessions that its closing tells of."""


@pytest.mark.parametrize(("rule", "raised", "later"), CLOSED, ids=[one[0] for one in CLOSED])
def test_what_is_told_to_close_an_alert_closes_it(
    rule: str, raised: dict[str, Any], later: list[dict[str, Any]]
) -> None:
    """The alert stands, also a session later in which nothing is asked; after what it waits for it is gone."""
    rulebook = shipped_rulebook()
    for before in (case(raised), case(raised, {})):
        told = recommend(before, rulebook, last_day(before), engine="plain")
        assert rule in [one.rule_id for one in told.alerts]
        assert all(one.until for one in closings(told.alerts, rulebook))
    after = case(raised, *later)
    assert rule not in [one.rule_id for one in recommend(after, rulebook, last_day(after), engine="plain").alerts]


# Out of bounds


def test_what_is_out_of_bounds_is_a_field_of_the_case() -> None:
    """Every entry of the two tables names a field that there is, with a reason."""
    models = {model.__name__: model for model in _models(Case)}
    for table in (NEVER, NEVER_OTHERWISE):
        for name, fields in table.items():
            assert set(fields) <= set(models[name].model_fields), name
            assert all(fields.values())


def _models(model: Any) -> set[Any]:
    found = {model, Session, Intake, Background}
    for _ in range(6):
        found |= {inner for one in found for _kind, info in typed(one).values() for inner in _inside(info.annotation)}
    return found | {base for one in found for base in one.__mro__ if hasattr(base, "model_fields")}


def _inside(annotation: Any) -> list[Any]:
    if isinstance(annotation, type) and hasattr(annotation, "model_fields"):
        return [annotation]
    return [inner for one in getattr(annotation, "__args__", ()) for inner in _inside(one)]


@pytest.mark.parametrize("name", ["amira", "rania-violence", "nora-grief-response"])
def test_nothing_absurd_is_tried(name: str) -> None:
    """No date is moved, nobody dies or becomes another, no session is added, and no answer about danger is otherwise."""
    made = Case.from_file(CASES / f"{name}.yaml")
    view = View(made, last_day(made), shipped_rulebook())
    otherwise = [".".join(map(str, leaf.loc)) for leaf in recorded(view)]
    assert otherwise
    assert not [
        place for place in otherwise if "risk" in place or "measures" in place or place.endswith((".date", ".age"))
    ]
    both = [*otherwise, *(".".join(map(str, leaf.loc)) for leaf in missing(view))]
    assert not [place for place in both if place.rpartition(".")[2] in ("alive", "role", "event", "attended")]
    assert reason_never(Session, "date", otherwise=False)


def test_a_change_that_contradicts_the_record_is_not_told() -> None:
    """`apply` checks as a file is checked."""
    made = case({"asked": {"deaths": "some"}, "life_events": [{"event": "d1", "type": "death"}]})
    told = what_would_change(made, shipped_rulebook(), DAY, "deaths-not-asked")
    change = type(told.turns[0].changes[0]) if told.turns else None
    assert change is None or all(apply(made, turn) for turn in told.turns)
    with pytest.raises(CaseError):
        what_would_change(made, shipped_rulebook(), date(2025, 1, 1), FOCUS)


# Asking


def test_a_word_that_names_nothing() -> None:
    """The nearest name is told."""
    with pytest.raises(UnknownNameError, match="did you mean `focus`"):
        what_would_change(case(), shipped_rulebook(), DAY, "focsu")


def test_a_short_look() -> None:
    """For a silent rule a few answers with which it would speak."""
    made = case({"relationships": [{"person": "jack", "role": "friend", "conflict": {"present": "yes"}}]})
    told = first_answers(made, shipped_rulebook(), DAY, "dispute-expectations-differ")
    assert 0 < len(told) <= 3
    assert all(turned(made, one, "dispute-expectations-differ", DAY) for one in told)


def _asked(tmp_path: Path, *words: str) -> str:
    file = tmp_path / "jack.yaml"
    file.write_text(
        "schema_version: 1\nid: c1\nintake:\n  date: 2026-01-10\n  relationships:\n"
        "    - {person: jack, role: friend, conflict: {present: yes}}\n",
        encoding="utf-8",
    )
    told = CliRunner().invoke(main, ["explain", str(file), "--on", "2026-01-10", *words])
    assert told.exit_code == 0, told.output
    return told.output


def test_the_command_tells_it(tmp_path: Path) -> None:
    """As a page, with how many changes were tried; and as JSON, missing answers apart from recorded ones."""
    page = _asked(tmp_path, "--what-would-change", "dispute-expectations-differ")
    assert "MISSING ANSWERS" in page
    assert "the two expect different things of the relationship" in page
    assert "changes were tried on a copy of this case" in page
    data = json.loads(_asked(tmp_path, "--what-would-change", "dispute-expectations-differ", "--format", "json"))
    assert {"missing", "otherwise", "tried", "now", "closings"} <= data.keys()
    assert data["missing"][0]["changes"][0]["kind"] == "missing"


def test_nothing_found_is_not_told_as_nothing_there(tmp_path: Path) -> None:
    """It is told how many changes were tried, and that this is not all there is."""
    page = _asked(tmp_path, "--what-would-change", "grief-timing-strong")
    assert "None of them changes it. That is not to say that nothing would" in " ".join(page.split())


def test_an_explanation_tells_place_and_line(tmp_path: Path) -> None:
    """Where an answer stands or would stand, with its line in the file."""
    page = " ".join(_asked(tmp_path, "dispute-expectations-differ").split())
    assert "intake.relationships[0], line 6" in page
    assert "would stand at intake.relationships[0].conflict.expectations_mismatch, line 6" in page
    assert "WITH ONE OF THESE ANSWERS IT WOULD SPEAK" in page


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("dispute-expectations-differ", "What it needs is not known"),
        ("Communication skills", "No rule suggests it for the next session"),
        ("ending", "Initial phase"),
        ("conflict", "Role dispute"),
    ],
)
def test_why_not_takes_rules_techniques_phases_and_areas(tmp_path: Path, name: str, words: str) -> None:
    """By any usual name."""
    assert words.casefold() in " ".join(_asked(tmp_path, "--why-not", name).split()).casefold()


def test_no_repr_holds_a_word_of_the_case() -> None:
    """Neither what is told nor what it is made of: a repr goes into logs."""
    made = case({"relationships": [{"person": "zebulon", "role": "friend", "conflict": {"present": "yes"}}]})
    told = what_would_change(made, shipped_rulebook(), DAY, "dispute-expectations-differ")
    leaves = list(missing(View(made, DAY, shipped_rulebook())))
    assert any("zebulon" in leaf.about for leaf in leaves)
    assert "zebulon" not in repr((told, told.turns, [turn.changes for turn in told.turns], leaves))
