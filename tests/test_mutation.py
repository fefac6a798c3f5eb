"""Mutation of rules: what is changed, who notices, what is reported; and that the quick way of judging misses nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from ipt_rules import Case, Rulebook, packs, recommend
from ipt_rules.cli import main
from ipt_rules.errors import RulebookError, UnknownNameError
from ipt_rules.loading import Sources, build, read_sources
from ipt_rules.mutation.equivalents import Equivalent, read_equivalents, split, stale
from ipt_rules.mutation.judging import Watched, with_mutant
from ipt_rules.mutation.mutants import parameter_mutants, rule_mutants
from ipt_rules.mutation.report import as_data, as_text, gates
from ipt_rules.mutation.running import mutated
from ipt_rules.mutation.survey import Bench, Outcome, survey
from ipt_rules.trials import Step, Trial

RULE = "item-9-enquire"
DAY = date(2026, 1, 10)


@pytest.fixture(scope="module")
def sources() -> Sources:
    return read_sources([packs.core()])


@pytest.fixture(scope="module")
def built(sources: Sources) -> Rulebook:
    return build(sources)


def _kinds(rule_id: str, sources: Sources, rulebook: Rulebook) -> set[str]:
    return {one.kind for one in rule_mutants(rule_id, sources, rulebook)}


@pytest.mark.parametrize(
    ("rule_id", "kinds"),
    [
        (RULE, {"threshold", "operator", "condition dropped", "alert lowered", "alert raised", "holding"}),
        ("anniversary-near-ask", {"threshold", "term", "exists and absent", "what an answer is needed for"}),
        ("grief-tied-to-onset", {"area", "weight", "counted apart", "subject dropped"}),
        ("dispute-stage-impasse", {"stage", "phase dropped", "phase added"}),
        ("inventory-techniques", {"technique", "technique dropped"}),
        ("initial-overrun", {"phase", "status"}),
        ("younger-than-ipt", {"threshold"}),
        ("deficits-few-people", {"cap_group dropped"}),
        ("ask-risk-after-missed-session", {"join removed"}),
    ],
)
def test_one_thing_at_a_time_is_changed(rule_id: str, kinds: set[str], sources: Sources, built: Rulebook) -> None:
    assert kinds <= _kinds(rule_id, sources, built)


def test_a_mutant_knows_its_line_and_keeps_its_id(sources: Sources, built: Rulebook) -> None:
    """Two makings give the same ids, each once, at the line of what is changed."""
    first, second = (list(rule_mutants(RULE, sources, built)) for _ in range(2))
    assert [one.id for one in first] == [one.id for one in second]
    assert len({one.id for one in first}) == len(first)
    lines = Path(first[0].path).read_text(encoding="utf-8").splitlines()
    lowered = next(one for one in first if one.kind == "alert lowered")
    assert "level" in lines[lowered.line - 1]


def test_every_mutant_says_something_else_than_its_rule(sources: Sources, built: Rulebook) -> None:
    for rule_id in (RULE, "grief-tied-to-onset", "off-track"):
        for one in rule_mutants(rule_id, sources, built):
            assert one.rule is not None
            assert (one.rule.then, one.queries) != (built.rules[rule_id].then, built.queries[rule_id])


def test_a_parameter_is_moved_by_its_unit(sources: Sources, built: Rulebook) -> None:
    values = [one.value for one in parameter_mutants("recent_loss_days", sources, built)]
    assert values == [93, 91]
    assert [one.value for one in parameter_mutants("three_area_model", sources, built)] == [True]


# Who notices


def _trial(items: dict[str, int], level: str | None, name: str = "a scenario") -> Trial:
    """A scenario of one PHQ-9 at the intake, and the alert level that is expected of the rule."""
    data = {"schema_version": 1, "id": "c1", "intake": {"date": str(DAY), "measures": {"phq9": {"items": items}}}}

    def evaluated(rulebook: Rulebook) -> Any:
        return recommend(Case.from_data(data), rulebook, DAY, engine="plain")

    def expected(recommendation: Any) -> None:
        levels = [one.content["level"] for one in recommendation.alerts if one.rule_id == RULE]
        assert levels == ([] if level is None else [level])

    steps = (Step(evaluated, {}, ("rulebook",), "recommendation"), Step(expected, {}, ("recommendation",), None))
    return Trial(name, "features/x.feature", 7, (RULE,), ('it says "x"',), steps, {}, {})


def _survey(sources: Sources, built: Rulebook, *trials: Trial) -> Sequence[Outcome]:
    return survey(Bench(built, sources, trials), [RULE], [])


def test_examples_and_scenarios_are_told_apart(sources: Sources, built: Rulebook) -> None:
    """An example cannot see the level of an alert; a scenario that names it does."""
    without = {one.id: one for one in _survey(sources, built)}
    lowered = next(one for one in without.values() if one.kind == "alert lowered")
    assert lowered.survived
    assert lowered.ought == "none: the rule has no scenario"
    seen = {one.id: one for one in _survey(sources, built, _trial({"9": 1}, "3"))}[lowered.id]
    assert (seen.example, seen.scenario) == ("", "features/x.feature:7 a scenario")
    assert any(one.example and not one.scenario for one in without.values())


def test_a_survivor_names_the_scenario_to_look_at(sources: Sources, built: Rulebook) -> None:
    """A scenario that does not ask for the level lets a lowered alert pass, and is named."""
    blind = _trial({"9": 0}, None, "item 9 is nought")
    lowered = next(one for one in _survey(sources, built, blind) if one.kind == "alert lowered")
    assert lowered.survived
    assert lowered.ought == "features/x.feature:7 item 9 is nought"


def test_a_scenario_that_fails_by_itself_stops_the_run(sources: Sources, built: Rulebook) -> None:
    with pytest.raises(Exception, match=r"features/x\.feature:7: the scenario fails without any mutant"):
        _survey(sources, built, _trial({"9": 1}, "1"))


def test_the_quick_way_of_judging_misses_nothing(sources: Sources, built: Rulebook) -> None:
    """What the facts of a chapter show to be out of reach is left out: the whole run says the same of every mutant."""
    trials = [_trial({"9": 1}, "3"), _trial({"9": 0}, None), _trial({"8": 1}, None)]
    watched = [Watched(trial, built, "safety") for trial in trials]
    own = built.queries[RULE]
    compared = 0
    for mutant in rule_mutants(RULE, sources, built):
        changed = with_mutant(built, mutant)
        for one in watched:
            quick = one.notices(mutant, own, changed)
            assert quick == one.notices(mutant, own, changed, quick=False), mutant.id
            compared += 1
    assert compared > 20


def test_a_parameter_is_noticed_by_the_examples_of_a_rule_that_reads_it(sources: Sources, built: Rulebook) -> None:
    outcomes = survey(Bench(built, sources, ()), [], ["recent_loss_days"])
    assert [bool(one.example) for one in outcomes] == [True, True]


def test_a_scenario_that_cannot_be_told_twice_notices_nothing(sources: Sources, built: Rulebook) -> None:
    """It fails without the mutant as well: a dialogue that came to its end is not put again."""

    def ended() -> None:
        raise AssertionError("there is no question any more")

    spent = Trial("spent", "features/x.feature", 7, (), ("it asks",), (Step(ended, {}, (), None),), {}, {})
    outcomes = survey(Bench(built, sources, (spent,)), [], ["techniques_at_most"])
    assert [one.scenario for one in outcomes] == ["", ""]
    assert all(one.survived for one in outcomes)


# Report


def _outcome(name: str, **values: Any) -> Outcome:
    given = {"of": "r", "chapter": "safety", "conclusion": "alert", "path": "rules/r.yaml", "line": 3, "kind": "weight"}
    return Outcome(id=name, told="a -> b", **{**given, "example": "", "scenario": "", **values})


def test_the_report_tells_each_survivor_with_its_place() -> None:
    told = as_text([_outcome("r:x", ought="features/a.feature:4 she is worse"), _outcome("r:y", scenario="s")], {})
    assert "rules/r.yaml:3: r:x" in told
    assert "ought to notice: features/a.feature:4 she is worse" in told
    assert "r:y" not in told
    assert "LOW the safety chapter: 1 of 2 noticed, 50 % (at least 100%)" in told


def test_a_share_is_never_rounded_up() -> None:
    outcomes = [_outcome(f"r:{n}", scenario="" if n == 0 else "s") for n in range(2001)]
    safety = next(one for one in gates(outcomes) if one.name == "the safety chapter")
    assert not safety.ok
    assert safety.share == "99.9 %"


def test_only_a_survivor_can_be_equivalent(tmp_path: Path) -> None:
    """An entry hides no mutant that something notices, and an entry that nothing needs is told."""
    outcomes = [_outcome("r:x"), _outcome("r:y", example="e")]
    listed = [Equivalent(id="r:x", reason="why"), Equivalent(id="r:y", reason="no"), Equivalent(id="r:z", reason="no")]
    counted, reasons = split(outcomes, listed)
    assert [one.id for one in counted] == ["r:y"]
    assert reasons == {"r:x": "why"}
    told = [problem.message for problem in stale(outcomes, listed, tmp_path / "list.yaml")]
    assert told == ["the entry r:y is noticed after all", "the entry r:z names no mutant"]


def test_a_broken_list_of_equivalents_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "equivalent-mutants.yaml"
    path.write_text("equivalent:\n  - {id: r:x, why: because}\n", encoding="utf-8")
    with pytest.raises(RulebookError) as raised:
        read_equivalents(path)
    assert ":2:" in str(raised.value)


def test_the_data_says_what_the_text_says() -> None:
    data = json.loads(json.dumps(as_data([_outcome("r:x")], {"r:q": "why"})))
    assert data["mutants"][0]["survived"] is True
    assert data["equivalent"] == {"r:q": "why"}
    assert {gate["name"]: gate["ok"] for gate in data["gates"]}["the safety chapter"] is False


# The command


def test_a_rule_that_is_not_there_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match=f"did you mean `{RULE}`"):
        mutated(["item-9-enquir"], [], None, None, None, Path("tests/test_features.py"), 1)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--since", "no-such-tag", RULE], "git cannot compare with that commit"),
        (["--scenarios", "nowhere.py", RULE], "nowhere.py is not there"),
        (["--chapter", "safty"], "did you mean `safety`"),
    ],
)
def test_what_a_run_cannot_do_is_told_without_a_traceback(words: list[str], told: str) -> None:
    done = CliRunner().invoke(main, ["rules", "mutate", *words])
    assert done.exit_code != 0
    assert told in done.output
