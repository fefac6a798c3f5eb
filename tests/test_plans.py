"""The plans: what fills a part, where it stands, what is asked, and that nothing of it gets into a log."""

from __future__ import annotations

import copy
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

import plan_cases
from ipt_rules import Case, Recommendation, Rulebook, errors, lint, packs, recommend
from ipt_rules.case import PartialDate
from ipt_rules.cli import main
from ipt_rules.plan_forms import PlanForms, PlanWords
from ipt_rules.planning import SOURCES
from ipt_rules.planning_relapse import _next_return
from ipt_rules.plans import Plan, PlanPart, Plans
from ipt_rules.render.json_ import recommendation_schema
from ipt_rules.render.plans import compact_section, plan_data, plan_page
from ipt_rules.render.text import page_to_text
from ipt_rules.vocabulary import PLAN_PARTS
from plan_cases import DAY, OWN_WORDS, RICH
from small_pack import CASE, write_pack

PLANNING = sorted((Path(__file__).parents[1] / "src" / "ipt_rules").glob("planning*.py"))


@pytest.fixture(scope="module")
def rich(rulebook: Rulebook) -> Recommendation:
    return recommend(plan_cases.case(), rulebook, DAY, engine="plain")


def _recommended(rulebook: Rulebook, data: dict[str, Any], day: date = DAY) -> Recommendation:
    return recommend(Case.from_data(data), rulebook, day, engine="plain")


def _parts(plans: Plans) -> list[PlanPart]:
    return [part for plan in plans.described for part in plan.parts]


class TestForms:
    def test_every_part_has_a_form_and_a_source(self, rulebook: Rulebook) -> None:
        """The vocabulary, the derivations and the shipped forms name the same parts, in the same order."""
        forms = {str(form.id): tuple(part.id for part in form.parts) for form in rulebook.plans.plans}
        assert forms == dict(PLAN_PARTS)
        assert {name: tuple(sources) for name, sources in SOURCES.items()} == forms

    def test_every_word_is_used(self) -> None:
        """A word that no derivation says would be kept up for nothing."""
        code = "\n".join(path.read_text(encoding="utf-8") for path in PLANNING)
        of_facts = {"prescriber", "specialist", "confidant", "supportive", "could_support", "withdrawn"}
        assert not [name for name in PlanWords.model_fields if f'"{name}"' not in code and name not in of_facts]

    @pytest.mark.parametrize(
        ("change", "words"),
        [
            (lambda plans: plans["plans"][0]["parts"][0].update(id="crises"), "did you mean `crisis`"),
            (lambda plans: plans["plans"][0]["parts"].append(plans["plans"][0]["parts"][0]), "described twice"),
            (lambda plans: plans["plans"].append(plans["plans"][0]), "described twice"),
            (lambda plans: plans.pop("words"), "`words` is missing"),
            (lambda plans: plans["words"].pop("birth"), "`words.birth` is missing"),
            (lambda plans: plans["plans"][1].update(id="relapse"), "a word that is not known"),
        ],
    )
    def test_a_form_that_cannot_be_filled_is_refused(self, tmp_path: Path, change: Any, words: str) -> None:
        """A part that nothing fills, a part or plan named twice, a word left out: told when the pack is loaded."""
        pack = write_pack(tmp_path)
        plans = yaml.safe_load((packs.core() / "plans.yaml").read_text(encoding="utf-8"))
        change(plans)
        (pack / "plans.yaml").write_text(json.dumps(plans), encoding="utf-8")
        with pytest.raises(errors.RulebookError, match=re.escape(words)):
            Rulebook.load(pack)

    @pytest.mark.parametrize(
        ("field", "text", "code"),
        [
            ("ask", "At least {parameters.relapse_sign}?", "LINT-01"),
            ("ask", "What of {mother}?", "LINT-01"),
            ("title", "Signs (END-18)", "LINT-03"),
            ("statements", ["END-99"], "LINT-02"),
        ],
    )
    def test_the_lint_reads_the_plans(self, rulebook: Rulebook, field: str, text: Any, code: str) -> None:
        """Slots that nothing fills, our own ids on the screen, and statements that do not exist are found."""
        forms = rulebook.plans.model_dump()
        forms["plans"][1]["parts"][0][field] = text
        changed = _with_plans(rulebook, PlanForms.model_validate(forms))
        assert [(problem.path, problem.code) for problem in lint.check(changed)] == [("plan relapse-prevention", code)]

    def test_a_rulebook_without_plans_makes_none(self, tmp_path: Path) -> None:
        """The plans are there and empty, and the sheet says so."""
        made = recommend(Case.from_data(yaml.safe_load(CASE)), Rulebook.load(write_pack(tmp_path)), date(2026, 2, 1))
        assert made.plans == Plans()
        assert not made.plans.described
        assert "describe no such plan" in page_to_text(plan_page(made))


def _with_plans(rulebook: Rulebook, plans: PlanForms) -> Rulebook:
    from dataclasses import replace

    return replace(rulebook, plans=plans)


class TestWhatIsHeld:
    def test_every_place_is_in_the_record(self, rich: Recommendation) -> None:
        """Each entry names where it stands in the input, and something stands there."""
        for part in _parts(rich.plans):
            for one in part.holds:
                assert one.places, part
                for place in one.places:
                    assert plan_cases.at(place, RICH) not in (None, [], {}), place

    def test_what_was_written_stands_in_its_own_words(self, rich: Recommendation) -> None:
        """Free text of the triad, of the plan and of the goals is passed on as it was written."""
        told = {place: one.text for part in _parts(rich.plans) for one in part.holds for place in one.places}
        for place in (
            "intake.triad.crisis[0]",
            "intake.episode.warning_signs[1]",
            "sessions[2].relapse_plan.signs[1]",
            "sessions[2].relapse_plan.contact[0]",
            "sessions[2].relapse_plan.medication[0]",
            "sessions[2].relapse_plan.follow_up[0]",
        ):
            assert told[place] == plan_cases.at(place, RICH)

    def test_a_correction_is_found_where_it_was_told_last(self, rich: Recommendation) -> None:
        """An answer about a person that a session learned has the place in that session."""
        support = rich.plans.formulation.part("support")
        assert ("p2 (friend): can be confided in", ("intake.relationships[1].confidant",)) in [
            (one.text, one.places) for one in support.holds
        ]
        changed = copy.deepcopy(RICH)
        changed["sessions"][0]["learned"]["relationships"][0]["confidant"] = "yes"
        places = {"sessions[0].learned.relationships[0].confidant"}
        made = Case.from_data(changed)
        told = recommend(made, _shipped(), DAY, engine="plain").plans.formulation.part("support")
        assert places <= {place for one in told.holds for place in one.places}

    def test_no_text_has_an_empty_slot(self, rich: Recommendation) -> None:
        """Everything in braces was filled, or its line left out."""
        texts = [text for part in _parts(rich.plans) for text in (part.title, part.ask, part.why, *part.usual)]
        texts += [one.text for part in _parts(rich.plans) for one in part.holds]
        texts += [text for plan in rich.plans.described for text in (*plan.lead, *plan.cautions)]
        assert texts
        assert not [text for text in texts if "{" in text or "None" in text or "not known" in text.split(":")[0]]

    def test_the_same_words_are_held_once(self, rich: Recommendation) -> None:
        """A sign in the plan and in the record is held as stated, and not offered again."""
        signs = rich.plans.relapse_prevention.part("signs")
        assert [(one.text, one.origin) for one in signs.holds] == [
            ("waking at four", "stated"),
            ("no calls to anybody", "stated"),
            ("silence at table", "record"),
        ]

    def test_nothing_is_made_of_an_empty_record(self, rulebook: Rulebook) -> None:
        """A case of which nothing is known holds nothing, asks, and takes no blank for a no."""
        empty = {"schema_version": 1, "id": "c0", "intake": {"date": DAY}}
        made = _recommended(rulebook, empty)
        assert not [one for part in _parts(made.plans) for one in part.holds]
        open_ = {part.part for part in made.plans.formulation.parts if part.status == "missing"}
        assert open_ == set(PLAN_PARTS["formulation"]) - {"agreement"}
        assert made.plans.formulation.status == "missing"

    def test_a_part_names_the_findings_of_the_same_statements(self, rich: Recommendation) -> None:
        """The finding that asks for signs belongs to the part on signs, and to no other one of the plan."""
        of_signs = [p.part for p in rich.plans.relapse_prevention.parts if "relapse-plan-signs" in p.rules]
        assert of_signs == ["signs"]

    def test_parts_carry_statements_and_sources(self, rich: Recommendation, rulebook: Rulebook) -> None:
        """Each part has statements of the protocol, and the sources of these."""
        for part in _parts(rich.plans):
            assert set(part.statements) <= set(rulebook.statements)
            assert part.references


class TestStatus:
    @pytest.mark.parametrize(
        ("statuses", "whole"),
        [
            (("filled", "not-needed", "filled"), "filled"),
            (("filled", "not-yet"), "filled"),
            (("filled", "missing"), "partly"),
            (("partly", "missing"), "partly"),
            (("missing", "not-needed"), "missing"),
        ],
    )
    def test_of_a_plan(self, statuses: tuple[str, ...], whole: str) -> None:
        """A plan is filled when nothing that is needed now is open, and missing when nothing is held."""
        from ipt_rules.planning import _status

        assert _status([PlanPart(f"p{at}", "", status) for at, status in enumerate(statuses)]) == whole

    def test_a_parameter_of_a_site_changes_words_and_status(self, rulebook: Rulebook) -> None:
        """A site that wants two signs has that part filled with two, and the watch says its own numbers."""
        site = rulebook.with_parameters({"relapse_signs": 2, "step_up_signs": 1})
        made = recommend(plan_cases.case(), site, DAY, engine="plain")
        assert made.plans.relapse_prevention.part("signs").status == "filled"
        assert "1 of the person's own warning signs" in made.plans.maintenance.part("watch").usual[0]

    @pytest.mark.parametrize(
        ("on", "when", "back"),
        [
            (date(2026, 3, 7), "2019-03-07", "2026-03-07"),
            (date(2026, 3, 8), "2019-03-07", "2027-03-07"),
            (date(2026, 3, 7), "2026-03", "2027-03"),
            (date(2026, 3, 7), "2019", ""),
            (date(2026, 12, 31), "2024-02-29", "2027-02-28"),
        ],
    )
    def test_when_a_day_returns(self, on: date, when: str, back: str) -> None:
        """The next return of a day or a month; the day itself in another year is one, in the same year it is none."""
        assert _next_return(on, PartialDate(when)) == back


class TestSafety:
    def test_no_repr_shows_the_record(self, rich: Recommendation) -> None:
        """Whatever is printed by accident, a traceback included, holds no word of the record."""
        printed = repr(rich.plans) + "".join(repr(one) for part in _parts(rich.plans) for one in (part, *part.holds))
        assert "PlanEntry" in printed
        assert not [words for words in OWN_WORDS if words in printed]

    def test_a_sheet_shows_the_alerts_that_stand(self, rulebook: Rulebook) -> None:
        """A plan read alone must not hide an alert: it stands first, with what it asks to do, in text and JSON."""
        intent = {"risk": {"asked_directly": "yes", "cssrs": {"q1": "yes", "q2": "yes", "q4": "yes"}}}
        made = _recommended(rulebook, plan_cases.data(**intent))
        page = plan_page(made, ["maintenance"])
        assert page.sections[0].title.startswith("Alerts")
        assert page.sections[0].items[0].head.startswith("ACT NOW")
        assert page.sections[0].items[0].points
        assert plan_data(made, ["maintenance"])["alerts"][0]["content"]["level"] == "1"
        assert made.plans.maintenance.part("bridge").status == "not-yet"

    def test_the_feared_are_in_no_plan_to_take_home(self, rulebook: Rulebook) -> None:
        """Neither as support nor as a trigger to be met; and the plan warns about paper."""
        fear = {"risk": {"violence": {"fear": "yes", "person": "p3", "asked_alone": "yes"}}}
        made = _recommended(rulebook, plan_cases.data(**fear)).plans.relapse_prevention
        assert not [one.text for part in made.parts for one in part.holds if "p3" in one.text]
        assert any("paper" in line for line in made.lead)


class TestRendering:
    def test_one_line_a_part(self, rich: Recommendation) -> None:
        """Beside a recommendation a part is its title, what is held in short, and the question where it is open."""
        text = page_to_text(plan_page(rich, ["relapse-prevention"], "short"))
        assert "?  Early warning signs: waking at four; no calls to anybody; and 1 more. What\n" in text
        assert "-  Making contact again, emergencies included: ring the clinic" in text
        assert max(map(len, text.splitlines())) <= 80

    def test_what_is_not_due_takes_one_line(self, rulebook: Rulebook) -> None:
        """Of a plan before its time the parts that hold something are shown, the others named together."""
        early = {**copy.deepcopy(RICH), "sessions": RICH["sessions"][:1]}
        made = _recommended(rulebook, early, date(2025, 10, 25)).plans.relapse_prevention
        section = compact_section(made)
        assert section.lead == (made.why,)
        assert section.items[-1].head == "Nothing yet for: What helped, and how to go on with it; Follow-up measures."
        assert not [item for item in section.items if item.mark == "?"]

    def test_the_sheet(self, rich: Recommendation) -> None:
        """Held, offered, usual and asked, each in its line; sources only in full."""
        text = page_to_text(plan_page(rich, ["relapse-prevention"]))
        assert (
            "?  Early warning signs (in part)\n   waking at four; no calls to anybody.\n   From the record: silence at table.\n"
            "   - What else came first? At least 3 signs of your own are wanted in the plan.\n"
        ) in text
        assert "Statements END-18" not in text
        assert "Statements END-18. Source:" in page_to_text(plan_page(rich, ["relapse-prevention"], "sources"))

    def test_what_a_record_says_cannot_steer_a_terminal(self, rulebook: Rulebook) -> None:
        """Control characters of free text are taken out."""
        made = _recommended(rulebook, plan_cases.data(relapse_plan={"signs": ["a\x1b[2Jb\nc"]}))
        text = page_to_text(plan_page(made))
        assert "a[2Jb c" in text
        assert "\x1b" not in text

    def test_the_json_has_a_schema(self, rich: Recommendation) -> None:
        """The schema of a recommendation describes the plans as they are written."""
        schema = recommendation_schema()["$defs"]
        data = plan_data(rich)
        assert list(data["plans"]) == ["formulation", "relapse_prevention", "maintenance"]
        plan = data["plans"]["maintenance"]
        assert set(plan) == set(schema["Plan"]["properties"])
        assert set(plan["parts"][0]) == set(schema["PlanPart"]["properties"])
        assert set(plan["parts"][0]["holds"][0]) == set(schema["PlanEntry"]["properties"])
        json.dumps(data)


class TestCommand:
    @pytest.fixture
    def path(self, tmp_path: Path) -> str:
        path = tmp_path / "case.json"
        path.write_text(json.dumps(RICH, default=str), encoding="utf-8")
        return str(path)

    def _run(self, *words: str) -> Any:
        return CliRunner().invoke(main, ["plan", *words, "--on", DAY.isoformat()])

    def test_all_three_plans(self, path: str) -> None:
        """Without a name every plan is printed, formulation first."""
        done = self._run(path)
        assert done.exit_code == 0
        places = [done.output.index(title) for title in ("FORMULATION", "KEEPING WELL", "MAINTENANCE (")]
        assert places == sorted(places)

    def test_one_plan(self, path: str) -> None:
        """With a name only that plan."""
        output = self._run(path, "formulation", "--format", "markdown").output
        assert "## Formulation" in output
        assert "Keeping well" not in output

    def test_as_json(self, path: str) -> None:
        """JSON holds the plan asked for, with the places of what is held."""
        data = json.loads(self._run(path, "relapse-prevention", "--format", "json").output)
        assert list(data["plans"]) == ["relapse_prevention"]
        held = data["plans"]["relapse_prevention"]["parts"][0]["holds"][0]
        assert held == {
            "text": "waking at four",
            "origin": "stated",
            "places": ["sessions[2].relapse_plan.signs[0]"],
        }

    def test_a_plan_that_does_not_exist(self, path: str) -> None:
        """Wrong use is told with the names there are."""
        done = self._run(path, "crisis")
        assert done.exit_code == 2
        assert "relapse-prevention" in done.output


def test_a_plan_without_a_part_of_that_name() -> None:
    """Asking for a part that a plan does not have is an error of the caller."""
    with pytest.raises(KeyError):
        Plan("formulation").part("crisis")


def _shipped() -> Rulebook:
    from tests_support import shipped_rulebook

    return shipped_rulebook()
