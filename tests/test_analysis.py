"""The analysis of a rulebook: the shipped one is clean, and each kind of defect, seeded into it, is found and proved."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping
from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from ipt_rules import packs
from ipt_rules.analysis.base import Found
from ipt_rules.analysis.running import CHECKS, analyse
from ipt_rules.checking import rule_problems
from ipt_rules.errors import Problem, RulebookError
from ipt_rules.facts.base import Fact
from ipt_rules.facts.kinds import KINDS
from ipt_rules.loading import Sources, build, read_sources
from ipt_rules.lowering import constant
from ipt_rules.matching.plain import PlainMatcher
from ipt_rules.rulebook import Rulebook

HEAD: dict[str, Any] = {
    "title": "Seeded",
    "version": 1,
    "status": "active",
    "phase": ["any"],
    "implements": ["FOC-01"],
    "purpose": "To be found.",
    "cautions": ["None."],
    "review": "pending",
}


CHANGED = ("analysis", "courses", "instruments")
"""The shared files that a test may change."""


@lru_cache(maxsize=1)
def core() -> Sources:
    """The core pack as read, once for all tests; nothing may change it."""
    return read_sources([packs.core()])


def seeded(*rules: dict[str, Any], change: Callable[[dict[str, Any]], None] | None = None) -> Rulebook:
    """The shipped rulebook with further rules (each with `chapter`), and with something changed in its shared files."""
    read = core()
    shared = {**read.shared, **{name: deepcopy(read.shared[name]) for name in CHANGED}} if change else read.shared
    if change:
        change(shared)
    more = [
        {"chapter": rule["chapter"], "path": f"{rule['id']}.yaml", "data": {**HEAD, **_without(rule, "chapter")}}
        for rule in rules
    ]
    return build(Sources(read.packs, shared, [*read.rules, *more], read.documents))


def _without(rule: Mapping[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in rule.items() if name != key}


def rule(name: str, chapter: str, when: Any, then: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A rule to seed; `when` is a list, or ways by name."""
    condition = {"when_any": when} if isinstance(when, dict) else {"when": when}
    words = {"summary": "Seeded", "rationale": "Seeded."}
    return {"id": name, "chapter": chapter, **condition, "then": {**then, **words}, **more}


def found_by(rulebook: Rulebook, code: str) -> list[Found]:
    """What the checks of one code find, declared as meant or not."""
    modules = [check for check in CHECKS if code == sys.modules[check.__module__].CODE]
    return [one for check in modules for one in check(rulebook)]


def found_in(rulebook: Rulebook, code: str, where: str) -> Found:
    """The one thing that the checks of a code find in a rule or entry."""
    found = found_by(rulebook, code)
    here = [one for one in found if one.where == where and one.code == code]
    assert len(here) == 1, [str(one) for one in found]
    return here[0]


def facts_of(witness: str) -> list[Fact]:
    """The facts of a witness, read as the examples of a rule file are."""
    lines = "\n".join(line for line in witness.splitlines() if line.startswith("- "))
    given = {"case": {}} if "- case:" not in lines else {}
    told = [*([given] if given else []), *yaml.load(lines, Loader=yaml.BaseLoader)]
    return [Fact(kind, _values(kind, values or {}), ("w",)) for entry in told for kind, values in entry.items()]


def _values(kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
    fields = KINDS[kind].fields
    numbers = {"integer": int, "decimal": float}
    return {n: constant(fields[n], numbers.get(fields[n].type, str)(raw)) for n, raw in values.items()}


def speaks(rulebook: Rulebook, name: str, facts: list[Fact]) -> bool:
    return bool(PlainMatcher(rulebook.queries[name]).match(facts))


NOTE = {"note": {"topic": "seeded"}}


def test_the_shipped_rulebook_is_clean() -> None:
    """Nothing is found in it that is not declared, with its reason, in analysis.yaml."""
    assert not [str(one) for one in analyse(build(core()))]


class TestNever:
    @pytest.mark.parametrize(
        ("chapter", "when", "says"),
        [
            (
                "focus",
                [
                    {
                        "exists": "case",
                        "where": {"age": {"at_least": "$parameters.adult_from_age_years", "less_than": 0}},
                    }
                ],
                "no `age` of case satisfies `age at_least 18` and `age less_than 0`",
            ),
            ("focus", [{"exists": "case", "where": {"phase": "ending"}}], "no `phase` of case satisfies"),
            (
                "focus",
                [{"exists": "alert", "where": {"about": "suicyde"}}],
                "concludes a fact `alert` with `about: suicyde`",
            ),
            (
                "safety",
                [{"exists": "finding", "where": {"rule": "early-remission"}}],
                "with `rule: early-remission`",
            ),
            ("progress", [{"exists": "argument", "where": {"area": "grief", "counts_as": "quarrel"}}], "`argument`"),
            ("focus", [{"exists": "risk"}, {"exists": "risk", "where": {"urgent_yes": "no"}}], "two facts `risk`"),
            (
                "focus",
                [{"exists": "alert", "where": {"level": "1"}}, {"absent": "finding", "where": {"chapter": "safety"}}],
                "never stands without what",
            ),
        ],
        ids=["interval", "phase", "alert", "later-rule", "argument", "single", "comes-with"],
    )
    def test_a_rule_that_can_never_fire(self, chapter: str, when: Any, says: str) -> None:
        """Contradictory terms, a phase, a conclusion nobody has, two facts of which there is one."""
        rulebook = seeded(rule("silent", chapter, when, NOTE, phase=["initial"]))
        found = found_in(rulebook, "ANALYSIS-01", "silent")
        assert says in found.message
        assert found.message.startswith("the rule can never come true: ")
        assert found.loc == ("when",)

    def test_a_topic_that_nobody_reports(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A test of `unknown` needs a derivation that says so."""
        from ipt_rules.analysis import never

        monkeypatch.setattr(never, "emitted_topics", lambda: frozenset({"age"}))
        rulebook = build(core())
        reasons = {one.where: one.message for one in never.problems(rulebook)}
        assert "no derivation reports `violence` as not known" in reasons["violence-ask-alone"]

    def test_one_way_of_two(self) -> None:
        """Where another way can come true, only the way is told."""
        ways = {
            "dead": [{"exists": "case", "where": {"age": {"more_than": 0, "less_than": 0}}}],
            "alive": [{"exists": "case", "where": {"age": {"more_than": 0}}}],
        }
        found = found_in(seeded(rule("half", "focus", ways, NOTE)), "ANALYSIS-01", "half")
        assert (found.loc, found.message[:31]) == (("when_any", "dead"), "its way `dead` can never come t")


class TestCovered:
    def test_a_rule_that_another_always_covers(self) -> None:
        """The witness makes both come true."""
        asked = {"over": "no", "stage": "impasse", "violence_enquiry": "asked"}
        when = [{"exists": "dispute", "as": "one", "where": asked}]
        then = {"stage": {"person": "$one.person", "stage": "impasse"}}
        rulebook = seeded(rule("again", "choice", when, then, phase=["middle"]))
        found = found_in(rulebook, "ANALYSIS-02", "again")
        assert found.about == "dispute-stage-impasse"
        assert speaks(rulebook, "again", facts_of(found.witness))
        assert speaks(rulebook, "dispute-stage-impasse", facts_of(found.witness))

    def test_another_person_is_not_covered(self) -> None:
        """What is said of somebody else is something else."""
        asked = {"over": "no", "stage": "impasse", "violence_enquiry": "asked"}
        when = [{"exists": "dispute", "as": "one", "where": asked}, {"exists": "violence", "as": "other"}]
        then = {"stage": {"person": "$other.person", "stage": "impasse"}}
        rulebook = seeded(rule("of-another", "choice", when, then, phase=["middle"]))
        assert not [one for one in found_by(rulebook, "ANALYSIS-02") if one.where == "of-another"]

    def test_a_way_that_another_way_covers(self) -> None:
        """The narrower of two ways adds nothing."""
        ways = {
            "some": [{"exists": "case", "where": {"age": {"at_least": 0}}}],
            "more": [{"exists": "case", "where": {"age": {"more_than": "$parameters.adult_from_age_years"}}}],
        }
        rulebook = seeded(rule("ways", "focus", ways, NOTE))
        found = found_in(rulebook, "ANALYSIS-02", "ways")
        assert (found.loc, found.about) == (("when_any", "more"), "some")
        assert speaks(rulebook, "ways", facts_of(found.witness))

    def test_an_absence_makes_a_rule_wider_when_it_forbids_less(self) -> None:
        """`absent` is read the other way round."""
        narrow = [{"exists": "case", "where": {"adult": "yes"}}, {"absent": "alert"}]
        wide = [{"exists": "case", "where": {"adult": "yes"}}, {"absent": "alert", "where": {"level": "1"}}]
        rules = (rule("narrow", "focus", narrow, NOTE), rule("wide", "focus", wide, NOTE))
        found = [one for one in found_by(seeded(*rules), "ANALYSIS-02") if "wide" in (one.where, one.about)]
        assert [(one.where, one.about) for one in found] == [("narrow", "wide")]


class TestContradictions:
    WHEN = ({"exists": "loss", "as": "one", "where": {"important": "yes", "beside_onset": "told-around"}},)

    def test_for_and_against_by_one_condition(self) -> None:
        """An area argued for and against; the witness makes both speak."""
        argument = {"area": "grief", "weight": "weak", "subject": "$one.event"}
        rulebook = seeded(
            rule("pro", "focus", [*self.WHEN], {"argues_for": {**argument, "counts_as": "seeded-for"}}),
            rule("contra", "focus", [*self.WHEN], {"argues_against": {**argument, "counts_as": "seeded-against"}}),
        )
        found = [one for one in found_by(rulebook, "ANALYSIS-03") if "contra" in (one.where, one.about)]
        assert {one.where for one in found} | {one.about for one in found} >= {"pro", "contra"}
        facts = facts_of(next(one.witness for one in found if {one.where, one.about} == {"pro", "contra"}))
        assert speaks(rulebook, "pro", facts)
        assert speaks(rulebook, "contra", facts)

    def test_a_course_that_fits_and_does_not(self) -> None:
        """The same for a course."""
        when = [{"exists": "condition_course", "where": {"condition": "bulimia", "planned_fewer": "yes"}}]
        rulebook = seeded(
            rule("fits", "suitability", when, {"fits": {"course": "eating", "verdict": "for", "weight": "weak"}}),
            rule(
                "fits-not", "suitability", when, {"fits": {"course": "eating", "verdict": "against", "weight": "weak"}}
            ),
        )
        assert found_in(rulebook, "ANALYSIS-03", "fits").about == "fits-not"

    def test_suggested_only_where_it_is_blocked(self) -> None:
        """A technique that nobody would ever read of."""
        when = [{"exists": "work", "where": {"distress": "yes"}}]
        block = rule("hold", "techniques", when, {"block": {"techniques": ["TEC-28"]}})
        suggest = rule("explore", "techniques", when, {"suggest": {"techniques": ["TEC-28"]}}, phase=["middle"])
        found = found_in(seeded(suggest, block), "ANALYSIS-03", "explore")
        assert found.about == "hold"
        assert "TEC-28" in found.message

    def test_two_phases_at_once(self) -> None:
        """Two moves to different phases, with a state of a course that has the case fact."""
        when = [{"exists": "case", "where": {"next_is_ending": "yes"}}]
        then = {"phase": {"status": "ready", "from": "initial", "to": "middle"}}
        rulebook = seeded(rule("on-to-middle", "phases", when, then, phase=["initial"]))
        found = found_by(rulebook, "ANALYSIS-03")
        assert {(one.where, one.about) for one in found} >= {("ending-starts", "on-to-middle")}
        (one,) = [one for one in found if one.where == "ending-starts"]
        assert one.witness.startswith("course `")
        assert "phase recorded: initial" in one.witness
        facts = facts_of(one.witness)
        assert speaks(rulebook, "ending-starts", facts)
        assert speaks(rulebook, "on-to-middle", facts)

    def test_phases_that_no_case_brings_together(self) -> None:
        """The last session is never before the ending: what asks for both is no contradiction."""
        when = [{"exists": "case", "where": {"next_is_ending": "no", "next_is_last": "yes"}}]
        then = {"phase": {"status": "offer", "from": "ending", "to": "middle"}}
        rulebook = seeded(rule("back", "phases", when, then))
        assert not [one for one in found_by(rulebook, "ANALYSIS-03") if "back" in (one.where, one.about)]


class TestPartitions:
    @pytest.mark.parametrize(
        ("bands", "says"),
        [
            ([[0, 4], [6, 27]], "no band holds the total 5"),
            ([[0, 5], [5, 27]], "two bands hold the total 5"),
            ([[0, 4], [5, 26]], "no band holds the total 27"),
        ],
    )
    def test_bands_of_an_instrument(self, bands: list[list[int]], says: str) -> None:
        """Loading refuses them, and names a total."""

        def change(shared: dict[str, Any]) -> None:
            names = [{"name": f"b{low}", "from": low, "to": high} for low, high in bands]
            shared["instruments"]["instruments"]["phq9"]["bands"] = names

        with pytest.raises(RulebookError, match=says):
            seeded(change=change)

    def test_a_gap_and_an_overlap_in_the_stages(self) -> None:
        """The witness is the dispute that has no stage, or two."""

        def change(shared: dict[str, Any]) -> None:
            (one,) = [one for one in shared["analysis"]["partitions"] if one["id"] == "dispute-stage"]
            one["rules"] = [name for name in one["rules"] if name != "dispute-stage-impasse"] + ["twice"]

        when = [{"exists": "dispute", "as": "one", "where": {"over": "no", "stage": "dissolution"}}]
        twice = rule("twice", "choice", when, {"stage": {"person": "$one.person", "stage": "dissolution"}})
        rulebook = seeded(twice, change=change)
        found = [one for one in found_by(rulebook, "ANALYSIS-04") if one.where == "partition dispute-stage"]
        gap = next(one for one in found if "none of its rules" in one.message)
        assert "stage: impasse" in gap.witness
        assert not any(
            speaks(rulebook, name, facts_of(gap.witness)) for name in rulebook.partitions["dispute-stage"].rules
        )
        both = next(one for one in found if "`dispute-stage-dissolution` and `twice` come true together" in one.message)
        assert speaks(rulebook, "twice", facts_of(both.witness))

    def test_a_partition_that_a_site_can_break(self) -> None:
        """Without the order, two values inside their ranges leave a gap or an overlap; the witness names them."""

        def change(shared: dict[str, Any]) -> None:
            shared["analysis"]["orders"] = [one for one in shared["analysis"]["orders"] if one["id"] != "timing"]

        found = [
            one for one in found_by(seeded(change=change), "ANALYSIS-04") if one.where == "partition transition-timing"
        ]
        assert found
        assert any(
            "timing_strong_days: 183" in one.witness and "timing_moderate_days: 92" in one.witness for one in found
        )

    def test_an_interval_that_a_site_can_close(self) -> None:
        """Two parameters that bound one field, and cross at the ends of their ranges."""

        def change(shared: dict[str, Any]) -> None:
            orders = shared["analysis"]["orders"]
            shared["analysis"]["orders"] = [one for one in orders if one["id"] != "overrun-before-supervision"]

        found = found_in(seeded(change=change), "ANALYSIS-04", "initial-overrun")
        assert "initial_supervision_sessions: 0" in found.witness

    def test_an_order_that_the_pack_breaks(self) -> None:
        """What a site may not do, the pack itself may not either."""

        def change(shared: dict[str, Any]) -> None:
            shared["analysis"]["orders"].append(
                {"id": "upside-down", "parameters": ["last_part_percent", "clear_screens"], "why": "x"}
            )

        assert found_in(seeded(change=change), "ANALYSIS-04", "order upside-down")

    def test_a_session_in_no_phase(self) -> None:
        """A course whose own numbers leave one out."""

        def change(shared: dict[str, Any]) -> None:
            (course,) = [one for one in shared["courses"]["courses"] if one["id"] == "acute-uk"]
            course["middle"]["numbers"] = {"min": 6, "max": 12}

        found = found_in(seeded(change=change), "ANALYSIS-04", "course acute-uk")
        assert "session 5 of 16 is in no phase" in found.message

    def test_every_session_has_a_phase_by_its_number(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where the initial phase reached into the ending, the session in both would be named."""
        from ipt_rules.facts.lengths import Lengths

        monkeypatch.setattr(Lengths, "initial_limit", property(lambda split: split.initial + 1))
        found = found_in(build(core()), "ANALYSIS-04", "course ipc")
        assert found.message == "of 3 sessions, session 3 is in initial and in ending"


class TestUnread:
    def test_a_conclusion_that_no_section_shows(self) -> None:
        """A chapter that no section knows, and whose finding no later rule tests."""
        read = core()
        info = {**read.packs[0]["info"], "chapters": [*read.packs[0]["info"]["chapters"], "afterwards"]}
        more = rule("lost", "afterwards", [{"exists": "case", "where": {"adult": "yes"}}], NOTE)
        data = {**HEAD, **_without(more, "chapter")}
        rules = [*read.rules, {"chapter": "afterwards", "path": "lost.yaml", "data": data}]
        rulebook = build(Sources([{**read.packs[0], "info": info}], read.shared, rules, read.documents))
        assert "no section shows" in found_in(rulebook, "ANALYSIS-05", "lost").message

    @pytest.mark.parametrize(
        ("answers", "says"),
        [("intake.patient.agee", "no field `agee`"), ("sessions[].note", "no derivation reads `sessions[].note`")],
    )
    def test_a_question_whose_answer_nobody_reads(self, answers: str, says: str) -> None:
        """The answer has no place, or a place that nothing reads."""
        ask = {"ask": {"question": "Why?", "answers": answers, "needed_for": "focus"}}
        found = found_in(seeded(rule("ask", "focus", [{"exists": "goals"}], ask)), "ANALYSIS-05", "ask")
        assert says in found.message

    def test_a_field_and_a_kind_that_nobody_reads(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A new field is found; the ones that are kept are declared."""
        from ipt_rules.analysis import unread
        from ipt_rules.facts.base import Field, kind

        idle = kind("zzz_kind", "Nothing.", Field("zzz_field", "integer", "Nothing."))
        goals = KINDS["goals"]
        more = goals._replace(fields={**goals.fields, "zzz_field": Field("zzz_field", "integer", "Nothing.")})
        monkeypatch.setattr(unread, "KINDS", {**KINDS, "zzz_kind": idle, "goals": more})
        found = [one for one in found_by(build(core()), "ANALYSIS-05") if "zzz" in one.where + one.about]
        assert [(one.where, one.about) for one in found] == [("facts goals", "zzz_field"), ("facts zzz_kind", "")]


class TestImplied:
    @pytest.mark.parametrize(
        ("when", "says"),
        [
            (
                [
                    {
                        "exists": "case",
                        "where": {"age": {"at_least": 0, "more_than": "$parameters.adult_from_age_years"}},
                    }
                ],
                "`age at_least 0` of case changes nothing: `age more_than 18` allows nothing else",
            ),
            (
                [{"exists": "case", "where": {"phase": {"in": ["initial", "middle"]}, "adult": "yes"}}],
                "of case changes nothing: `phase in [initial]` allows nothing else",
            ),
            (
                [{"exists": "risk", "where": {"urgent_yes": {"in": ["yes", "no"]}}}],
                "`urgent_yes` is always known, and has no other value",
            ),
            (
                [
                    {"absent": "alert", "where": {"level": {"in": ["1", "2"]}}},
                    {"absent": "alert", "where": {"level": "1"}},
                ],
                "`absent alert {level: 1}` changes nothing: `absent alert {level in [1, 2]}` forbids all",
            ),
            (
                [
                    {"exists": "risk", "where": {"urgent_yes": "yes"}},
                    {"absent": "risk", "where": {"middle_yes": "yes"}},
                ],
                "the one fact `risk` that a case has is asked for under `exists`",
            ),
            (
                [{"exists": "alert", "where": {"level": "1"}}, {"exists": "finding", "where": {"chapter": "safety"}}],
                "it comes with every `alert {level: 1}` there is",
            ),
        ],
        ids=["interval", "phase", "always", "absent", "single", "comes-with"],
    )
    def test_a_condition_implied_by_another(self, when: Any, says: str) -> None:
        """Each is told with the condition that implies it."""
        found = found_in(seeded(rule("idle", "focus", when, NOTE, phase=["initial"])), "ANALYSIS-06", "idle")
        assert says in found.message


class TestDeclared:
    def test_what_is_declared_is_set_aside_and_nothing_more(self) -> None:
        """A reason that sets nothing aside is stale and told."""

        def change(shared: dict[str, Any]) -> None:
            entry = {"id": "stale", "check": "ANALYSIS-02", "about": ["risk-not-asked", "grief-avoidance"], "why": "x"}
            shared["analysis"]["deliberate"].append(entry)
            shared["analysis"]["kept_fields"][0]["fields"].append("case.phase")

        found = [one for one in analyse(seeded(change=change)) if one.code == "ANALYSIS-07"]
        named = [one.message for one in found]
        assert len(named) == 3
        assert any("`grief-avoidance`" in message for message in named)
        assert any("`case.phase`" in message for message in named)

    def test_without_its_declaration_it_is_found(self) -> None:
        """The double questions about suicide are declared; else each would be found."""

        def change(shared: dict[str, Any]) -> None:
            kept = [one for one in shared["analysis"]["deliberate"] if one["check"] != "ANALYSIS-02"]
            shared["analysis"]["deliberate"] = kept

        found = [one for one in analyse(seeded(change=change)) if one.code == "ANALYSIS-02"]
        assert {one.about for one in found} == {"risk-not-asked"}
        assert len(found) == 5


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    """What `rules check` says of a copy of the shipped pack with a defect in a rule and one in a shared file."""
    folder = tmp_path_factory.mktemp("pack") / "rules"
    shutil.copytree(packs.core(), folder)
    path = folder / "choice" / "dispute-stage-impasse.yaml"
    path.write_text(path.read_text().replace("[not-started, initial, middle, ending]", "[initial]"))
    return rule_problems([folder])


def test_rules_check_tells_place_proof_and_next_step(told: list[Problem]) -> None:
    """The command gives the file, the line, the witness and what to do."""
    found = [one for one in told if one.code == "ANALYSIS-04"]
    assert len(found) == 1
    assert Path(found[0].path).name == "analysis.yaml"
    assert found[0].line > 0
    lines = str(found[0]).splitlines()
    assert "none of its rules comes true here" in lines[0]
    assert "    for example:" in lines
    assert any("- dispute: {" in line and "stage: impasse" in line for line in lines)
    assert lines[-1].strip().startswith("correct the rules")
