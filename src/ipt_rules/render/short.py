"""The first screen of a recommendation: what matters for the next contact; what waits is counted in one line.

Which findings these are is decided in `prominence.py`; here is only how briefly they are told. What says the same is
merged: alerts about one matter, notes of one section, techniques with one reason.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence

from ipt_rules.plans import Plan, PlanPart
from ipt_rules.recommendation import Candidate, Finding, Recommendation, TechniqueAdvice, holds_all
from ipt_rules.render import wording
from ipt_rules.render.alerts import alerts_section
from ipt_rules.render.curve import curve_of
from ipt_rules.render.page import Item, Page, Row, Section, clean
from ipt_rules.render.phases import both_stand, checklist_lines, paused_checklists, phase_lines
from ipt_rules.render.sections import (
    ARGUMENTS,
    TITLES,
    cleaned,
    head_of,
    limits_of,
    mark_of,
    people_unnamed,
    progress_lines,
    sentence,
    technique_name,
)
from ipt_rules.translation import N_, _, counted

QUESTIONS = N_("To ask")
AREAS_SHOWN = 2
SCORE = "PHQ-9"
FOR_SHOWN, FOR_SHOWN_OF_OTHERS, AGAINST_SHOWN = 2, 1, 1
POINTS_SHOWN = {"review": 1, "refer": 1, "choose": 0, "plan": 0, "phase": 0, "stage": 0, "fits": 0}
WITH_REASON = ("review", "refer", "choose", "phase")
COUNTED = {"ask": "question", "note": "note", "plan": "plan item"}
OTHER, TECHNIQUE = "point", "technique"


def short_page(recommendation: Recommendation) -> Page:
    """The first screen as a page."""
    return _Short(recommendation).page()


def asked_first(recommendation: Recommendation) -> list[tuple[str, bool]]:
    """The questions of the first screen in their order, each with whether safety waits for it."""
    short = _Short(recommendation)
    grouped = _by_need(short.asked())
    return [(_question(group), need == "safety") for need, groups in grouped.items() for group in groups.values()]


class _Short:
    def __init__(self, recommendation: Recommendation) -> None:
        self.recommendation = recommendation
        self.first = [one for one in recommendation.findings if one.prominent]
        self.held = any(map(holds_all, recommendation.findings))

    def page(self) -> Page:
        made = (
            self._alerts(),
            self._questions(),
            self._suitability(),
            self._phase(),
            self._focus(),
            self._progress(),
            self._next_session(),
            self._plan(),
            self._waiting(),
        )
        title = _("Case {case}, {day}").format(case=self.recommendation.case_id, day=self.recommendation.on.isoformat())
        footer = cleaned((" ".join(wording.footer(self.recommendation)),))
        sections = tuple(section for section in made if not section.empty)
        return Page(clean(title), sections, footer, wording.reminder(self.recommendation), short=True)

    def _of(self, section: str, *conclusions: str) -> list[Finding]:
        return [
            one for one in self.first if one.section == section and (one.conclusion in conclusions or not conclusions)
        ]

    # Sections

    def _alerts(self) -> Section:
        beside = [one for one in self._of("safety") if one.conclusion != "ask"]
        alerted = bool(self.recommendation.alerts)
        return alerts_section(self.recommendation, [_bare(one) if alerted else _item(one) for one in beside])

    def _questions(self) -> Section:
        return Section(_(QUESTIONS), items=tuple(self._items_asked()))

    def asked(self) -> list[Finding]:
        """What is asked first, what safety waits for before the rest."""
        return sorted((one for one in self.first if one.conclusion == "ask"), key=lambda one: one.section != "safety")

    def _items_asked(self) -> Iterator[Item]:
        """The questions, under a line that says what they are needed for."""
        for need, questions in _by_need(self.asked()).items():
            yield Item(wording.NEEDS[need], mark="", tone="muted")
            yield from (Item(clean(_question(group)), mark="?") for group in questions.values())

    def _suitability(self) -> Section:
        """What speaks against a course or for another service with its reason; of what speaks for one the first reason."""
        items, fitting = [], int(bool(self.recommendation.alerts))  # beside an alert the heads are enough
        for one in self._stated("suitability"):
            for_one = one.conclusion == "fits" and one.content["verdict"] == "for"
            fitting += for_one
            items.append(_bare(one) if for_one and fitting > 1 else _item(one))
        return Section(TITLES["suitability"], items=tuple(items), tight=True)

    def _stated(self, section: str) -> list[Finding]:
        """What is read first in a section, without its questions; what several rules say in the same words, once."""
        stated = (one for one in self._of(section) if one.conclusion not in ("ask", "note"))
        return list({head_of(one): one for one in reversed(list(stated))}.values())[::-1]

    def _phase(self) -> Section:
        items = [_item(one) for one in self._stated("phase")]
        waiting = () if self.held else paused_checklists(self.recommendation)
        lead = cleaned(phase_lines(self.recommendation))
        return Section(TITLES["phase"], lead=lead, items=(*items, *waiting), tight=True)

    def _focus(self) -> Section:
        focus, others = self.recommendation.focus, self._stated("focus")
        silent = focus.status == "none" and not any(one.arguments for one in focus.candidates)
        if not others and (silent or (self.held and focus.status != "agreed")):
            return Section(TITLES["focus"])
        told = not (self.held or self._settled())
        before = [one for one in others if one.content.get("first")]
        others = [one for one in others if one not in before]
        choice = " ".join(wording.focus_sentences(focus, qualified=bool(before)))
        lead = (*(sentence(one.summary) for one in before), choice)
        return Section(
            TITLES["focus"],
            lead=cleaned(lead),
            header=(_("Area"), "", ""),
            rows=tuple(self._rows()) if told else (),
            after_rows=cleaned(self._other_areas()) if told else (),
            items=tuple(map(_item, others)),
        )

    def _settled(self) -> bool:
        """Agreed on, and no other area asks for a decision: the arguments need not be read again."""
        decided = self.recommendation.focus.status == "agreed"
        return decided and not any(one.conclusion == "choose" for one in self._of("focus"))

    def _named(self) -> list[Candidate]:
        """The areas that something speaks for, the first of them shown with their arguments."""
        return [one for one in self._areas() if one.score > 0]

    def _areas(self) -> list[Candidate]:
        """The areas that this site works with."""
        return [one for one in self.recommendation.focus.candidates if not one.set_aside]

    def _rows(self) -> Iterator[Row]:
        for place, candidate in enumerate(self._named()[: self._areas_shown()]):
            alike = place == 0 or self.recommendation.focus.status == "tie"  # in a tie no area is given less room
            yield _area(candidate, FOR_SHOWN if alike else FOR_SHOWN_OF_OTHERS)

    def _areas_shown(self) -> int:
        """Where one area is recommended and it is fairly sure, or an alert stands, that one; else the two it lies between."""
        focus = self.recommendation.focus
        fairly_sure = focus.confidence in ("medium", "high") or bool(self.recommendation.alerts)
        return 1 if focus.status == "recommended" and fairly_sure else AREAS_SHOWN

    def _other_areas(self) -> Iterator[str]:
        named = self._named()
        rest = [wording.area_name(one.area) for one in named[self._areas_shown() :]]
        others = [one for one in self._areas() if one not in named]
        outweighed = [wording.area_name(one.area) for one in others if _speaks_for(one)]
        silent = [wording.area_name(one.area) for one in others if not _speaks_for(one)]
        if rest:
            yield _("Something also speaks for: {areas}.").format(areas=", ".join(rest))
        if outweighed:
            yield _("As much or more speaks against as for: {areas}.").format(areas=", ".join(outweighed))
        if silent and (named or outweighed):
            yield _("Nothing counts for: {areas}.").format(areas=", ".join(silent))

    def _progress(self) -> Section:
        notes = [head_of(one) for one in self._of("progress", "note")]
        progress = self.recommendation.progress
        alone = len(progress.get("history", ())) == 1 and any(head.startswith(SCORE) for head in notes)
        curve = curve_of(progress, self.recommendation.phase)
        lead = () if alone or curve else progress_lines(progress)  # one score alone is told by its note, with its band
        merged = [" ".join(sentence(head) for head in dict.fromkeys(notes))] if notes else []
        items = tuple(_item(one, brief=bool(self.recommendation.alerts)) for one in self._stated("progress"))
        told = cleaned((*lead, *merged))
        return Section(TITLES["progress"], lead=told, curve=curve, items=items)

    def _next_session(self) -> Section:
        advised, told = [], set[str]()
        for number, advice in enumerate(self.recommendation.techniques, start=1):
            advised.append(_technique(advice, number, told))
            told.add(advice.why)
        outline = map(_item, self._stated("techniques"))
        lead = tuple(both_stand(self.recommendation))
        return Section(TITLES["techniques"], lead=lead, items=(*advised, *outline, *self._kept_back()), tight=True)

    def _kept_back(self) -> Iterator[Item]:
        """What a rule or a missing answer keeps back, with its reason; not the mere order of techniques."""
        holding = [one for one in self.recommendation.findings if holds_all(one)]
        if holding and self.recommendation.held:
            told = _("No technique is suggested while this stands: {what}").format(what=holding[0].summary)
            yield Item(clean(told), mark="x")
            return
        groups: dict[str, list[str]] = {}
        for advice in self.recommendation.blocked_techniques:
            if _for_a_reason(advice):
                groups.setdefault(sentence(advice.blocked_why[0]), []).append(technique_name(advice))
        for why, names in groups.items():
            told = _("Not now: {names}. {why}").format(names=", ".join(dict.fromkeys(names)), why=why)
            yield Item(clean(told), mark="x", tone="muted")

    def _plan(self) -> Section:
        """What is planned for the ending and after it; the relapse plan in one piece, not part by part."""
        parts = [*self._stated("ending"), *self._stated("maintenance")]
        sheet = self.recommendation.plans.relapse_prevention
        told_there = {rule for part in sheet.parts for rule in part.rules} if _in_work(sheet) else set[str]()
        items = [_item(one) for one in parts if one.conclusion != "plan" or one.rule_id not in told_there]
        return Section(_("Plan"), items=(*items, *_sheet(sheet)), tight=True)

    def _waiting(self) -> Section:
        """How much waits, by kind, and how to see it."""
        numbers = Counter(
            COUNTED.get(one.conclusion, OTHER)
            for one in self.recommendation.findings
            if not one.prominent
            and not (one.conclusion == "choose" and self.recommendation.focus.status != "none")
            and one.conclusion not in (*ARGUMENTS, "suggest", "block")
        )
        ranked = [one for one in self.recommendation.blocked_techniques if not _for_a_reason(one)]
        numbers[TECHNIQUE] += len(ranked)
        told = [_number_of(name, number) for name, number in sorted(numbers.items()) if number]
        waits = ", ".join((*told, _("reasons and sources")))
        lead = _("{waits}. Everything: --all").format(waits=waits)
        return Section(_("Not shown here"), lead=(lead,), inline=True)


def _number_of(name: str, number: int) -> str:
    """How many of what waits, in words."""
    forms = {
        "question": counted("{number} question", "{number} questions", number),
        "note": counted("{number} note", "{number} notes", number),
        "plan item": counted("{number} plan item", "{number} plan items", number),
        TECHNIQUE: counted("{number} technique", "{number} techniques", number),
        OTHER: counted("{number} point", "{number} points", number),
    }
    return forms[name]


def _bare(finding: Finding) -> Item:
    """The head alone: beside an alert, which gives the reason."""
    return Item(clean(head_of(finding)), mark="-")


def _in_work(plan: Plan) -> bool:
    return bool(plan.parts) and plan.status not in ("not-yet", "not-needed")


def _sheet(plan: Plan) -> Iterator[Item]:
    """How far the relapse plan has come, in one item."""
    if not _in_work(plan):
        return
    parts = [part for part in plan.parts if part.status not in ("not-yet", "not-needed")]
    written = [part.title for part in parts if part.status == "filled"]
    begun = _("{part} (begun)")
    unwritten = [part for part in parts if part.status != "filled"]
    open_ = [begun.format(part=part.title) if _begun(part) else part.title for part in unwritten]
    head = _("Relapse-prevention plan: {written} of {parts} parts complete").format(
        written=len(written), parts=len(parts)
    )
    says = [_("Open: {parts}.").format(parts="; ".join(open_))] if open_ else []
    points = [_("To complete together: ipt-rules plan CASE relapse-prevention")] if open_ else []
    yield Item(clean(head), says=cleaned(says), points=tuple(points))


def _begun(part: PlanPart) -> bool:
    """Whether something was said for this part itself, and not only found elsewhere in the record."""
    return any(one.origin == "stated" for one in part.holds)


def _by_need(asked: Sequence[Finding]) -> dict[str, dict[str, list[Finding]]]:
    """The questions by what they are needed for, those that ask the same together."""
    needs: dict[str, dict[str, list[Finding]]] = {}
    for one in asked:
        needs.setdefault(str(one.content["needed_for"]), {}).setdefault(_same_question(one), []).append(one)
    return needs


def _same_question(finding: Finding) -> str:
    """What makes two questions one: the answer for safety that both wait for, else the words."""
    return str(finding.content["answers"] if finding.content["needed_for"] == "safety" else finding.content["question"])


def _question(group: Sequence[Finding]) -> str:
    """A question, with the people it is to be asked about where it does not name them."""
    question = str(group[0].content["question"])
    people = people_unnamed(group, question)
    if not people:
        return question
    return _("{question} (About: {people}.)").format(question=question, people=", ".join(people))


def _item(finding: Finding, *, brief: bool = False) -> Item:
    """A finding with its reason and, unless `brief`, the first of what to consider."""
    mark, tone = mark_of(finding)
    return Item(
        head=clean(head_of(finding)),
        mark=mark,
        tone=tone,
        says=cleaned(_reason(finding)),
        points=cleaned(finding.consider[: 0 if brief else POINTS_SHOWN.get(finding.conclusion, 0)]),
    )


def _reason(finding: Finding) -> tuple[str, ...]:
    """The reason where the head does not say it; of a list what is open in its place."""
    if finding.open or finding.done:
        return () if finding.section == "techniques" else checklist_lines(finding)
    if finding.conclusion == "fits":
        return (_first_sentence(finding.rationale),)
    listed = finding.conclusion == "phase" and finding.content["status"] == "checklist"
    return (finding.rationale,) if finding.conclusion in WITH_REASON and not listed else ()


def _speaks_for(candidate: Candidate) -> bool:
    return any(one.counted and one.points > 0 for one in candidate.arguments)


def _area(candidate: Candidate, most: int) -> Row:
    """An area with what speaks for it and against it, the strongest first."""
    counted = sorted((one for one in candidate.arguments if one.counted), key=lambda one: -abs(one.points))
    speaks = [one for one in counted if one.points > 0]
    against = [one for one in counted if one.points < 0]
    shown = [("+", one) for one in speaks[:most]] + [("-", one) for one in against[:AGAINST_SHOWN]]
    lines = tuple((sign, clean(one.rationale), "") for sign, one in shown)
    name = clean(wording.area_name(candidate.area, candidate.about))
    return Row(name, "", lines, (len(speaks), len(against)))


def _for_a_reason(advice: TechniqueAdvice) -> bool:
    """Kept back by a rule, or until something is known."""
    return bool(advice.blocked_by or advice.waits_for)


def _technique(advice: TechniqueAdvice, number: int, told: Container[str]) -> Item:
    """A technique with its how, when not, and why, unless an earlier one was told with the same reason."""
    limits = limits_of(advice)
    reason = _("Why: {why}").format(why=_first_sentence(advice.why))
    why = [reason] if advice.why and advice.why not in told else []
    return Item(clean(technique_name(advice)), mark=f"{number}.", says=cleaned([advice.how, *why, *limits]))


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=[.!?]) (?=[A-Z])", text, maxsplit=1)[0]
