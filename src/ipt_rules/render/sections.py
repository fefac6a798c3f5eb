"""From a recommendation to a page: what stands in each section, in the order of the policy in `recommendation.py`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from ipt_rules.recommendation import (
    Argument,
    Candidate,
    Citation,
    Finding,
    FocusChoice,
    Recommendation,
    TechniqueAdvice,
)
from ipt_rules.render import wording
from ipt_rules.render.curve import curve_of
from ipt_rules.render.page import Item, Page, Row, Section, clean
from ipt_rules.render.page import cleaned as cleaned  # `short` takes it from here
from ipt_rules.render.phases import phase_lines
from ipt_rules.sections import SECTIONS
from ipt_rules.translation import N_, Words, _, counted

TITLES: Mapping[str, str] = Words(
    {
        "alerts": N_("Alerts"),
        "safety": N_("Safety first"),
        "suitability": N_("Fit and referral"),
        "phase": N_("Phase"),
        "focus": N_("Focus"),
        "progress": N_("Progress"),
        "techniques": N_("Next session"),
        "ending": N_("Plan: ending"),
        "maintenance": N_("Plan: maintenance"),
        "notes": N_("Notes"),
    }
)
NO_ALERT = N_("None from what is recorded.")
GAPS_SHOWN = 3
ARGUMENTS = ("argues_for", "argues_against")


def no_alert() -> str:
    """What stands where alerts would; it is told of the record, never of the person."""
    return _(NO_ALERT)


def whole_page(recommendation: Recommendation, *, sources: bool = False) -> Page:
    """Everything, each finding with its reason, place, source and limits; with `sources` also rule and references."""
    return _Builder(recommendation, sources).page()


class _Builder:
    """Builds one page. Every finding, held or not, is on it once."""

    def __init__(self, recommendation: Recommendation, sources: bool) -> None:
        self.recommendation = recommendation
        self.sources = sources
        self.by_rule: dict[str, list[Finding]] = {}
        for finding in (*recommendation.findings, *(held.finding for held in recommendation.held)):
            self.by_rule.setdefault(finding.rule_id, []).append(finding)

    def page(self) -> Page:
        made = [self._section(name) for name in SECTIONS]
        sections = [section for section in (*made, self._held()) if not section.empty]
        title = _("Case {case}, {day}").format(case=self.recommendation.case_id, day=self.recommendation.on.isoformat())
        footer = cleaned(wording.footer(self.recommendation))
        return Page(clean(title), tuple(sections), footer, wording.reminder(self.recommendation))

    def _section(self, name: str) -> Section:
        findings = [one for one in self.recommendation.findings if one.section == name]
        if name == "focus":
            return self._focus(findings)
        if name == "techniques":
            return Section(TITLES[name], items=(*self._techniques(), *self._items(self._not_in_advice(findings))))
        items = tuple(self._items(findings))
        lead: tuple[str, ...] = ()
        if name == "alerts":
            lead = (*(() if items else (no_alert(),)), *self.recommendation.notices)
        elif name == "phase":
            lead = phase_lines(self.recommendation)
        elif name == "progress":
            return self._progress(items)
        return Section(TITLES[name], lead=cleaned(lead), items=items, framed=name == "alerts" and lead != (no_alert(),))

    def _progress(self, items: tuple[Item, ...]) -> Section:
        curve = curve_of(self.recommendation.progress, self.recommendation.phase)
        lead = () if curve else progress_lines(self.recommendation.progress)
        return Section(TITLES["progress"], lead=cleaned(lead), curve=curve, items=items)

    # Findings

    def _items(self, findings: Iterable[Finding]) -> list[Item]:
        """One item for each summary of a rule."""
        return [self._item(head_of(group[0]), group) for group in grouped(findings)]

    def _item(self, head: str, group: Sequence[Finding]) -> Item:
        first = group[0]
        mark, tone = mark_of(first)
        rationales = dict.fromkeys(one.rationale for one in group)
        points = dict.fromkeys(line for one in group for line in one.consider)
        return Item(
            head=clean(head),
            mark=mark,
            tone=tone,
            says=cleaned((*rationales, *_checklist(first))),
            points=cleaned(points),
            small=self._small(group),
        )

    def _small(self, group: Sequence[Finding]) -> tuple[str, ...]:
        """Small print: where it stands in the input, its sources, its cautions; on request all about its rule.

        The first caution of a finding stands for the rest; for an alert all are told.
        """
        if not group:
            return ()
        alert = group[0].conclusion == "alert"
        every = alert or self.sources
        cautions = (line for one in group for line in one.cautions[: None if every else 1])
        limits = dict.fromkeys(_("Caution: {what}").format(what=line) for line in cautions)
        places = wording.places_in_short(group)
        at = _("At {places}.").format(places=places) if places else ""
        told = " ".join([at, _("Source: {source}.").format(source=wording.sources_in_short(group)), *limits])
        return cleaned([told, *(_provenance(group) if self.sources else ())])

    # Focus

    def _focus(self, findings: Sequence[Finding]) -> Section:
        focus = self.recommendation.focus
        others = [one for one in findings if one.conclusion not in ARGUMENTS]
        if not others and not any(one.arguments for one in focus.candidates) and focus.status == "none":
            return Section(TITLES["focus"])
        return Section(
            TITLES["focus"],
            lead=cleaned(wording.focus_sentences(focus, qualified=any(one.content.get("first") for one in others))),
            header=(_("Area"), _("Points"), _("For and against")),
            rows=tuple(self._row(one) for one in focus.candidates if one.arguments),
            after_rows=cleaned((*empty_areas(focus.candidates), *self._focus_gaps(focus, others))),
            items=tuple(self._items(others)),
        )

    def _row(self, candidate: Candidate) -> Row:
        lines = tuple(self._argument(one) for one in candidate.arguments)
        name = wording.area_name(candidate.area, candidate.about)
        if candidate.set_aside:
            name = _("{area} (no focus area here)").format(area=name)
        return Row(clean(name), str(candidate.score), lines)

    def _argument(self, argument: Argument) -> tuple[str, str, str]:
        """Its points, what is said, and its small print."""
        if not argument.counted:
            told = _("{reason} (Counted with another.)").format(reason=argument.rationale)
            return f"{argument.points:+d}", clean(told), ""
        return (
            f"{argument.points:+d}",
            clean(argument.rationale),
            " ".join(self._small(behind(argument, self.by_rule.get(argument.rule_id, ())))),
        )

    def _focus_gaps(self, focus: FocusChoice, others: Sequence[Finding]) -> list[str]:
        """The missing answers that could change the choice, unless a rule asks for them already."""
        if any(used.kind == "focus_gap" for finding in others for used in finding.facts):
            return []
        gaps = focus.gaps if self.sources else focus.gaps[:GAPS_SHOWN]
        lines = [f"? {wording.gap_sentence(gap)}" for gap in gaps]
        left = len(focus.gaps) - len(gaps)
        # the English words are the same for one, as they always were
        more = counted(
            "? {number} more answers could change the points", "? {number} more answers could change the points", left
        )
        return [*lines, *([more] if left else [])]

    # Techniques

    def _techniques(self) -> list[Item]:
        """The techniques in their order; what has the same reason as one before says so, and no rule is told twice."""
        reasons: dict[tuple[str, ...], int] = {}
        told: set[str] = set()
        items = []
        for number, advice in enumerate(self.recommendation.techniques, start=1):
            same = reasons.setdefault((*advice.rule_ids, advice.why), number)
            new = [rule for rule in advice.rule_ids if rule not in told]
            told.update(new)
            items.append(self._technique(advice, number, same, new))
        return items

    def _technique(self, advice: TechniqueAdvice, number: int, same: int, new: Sequence[str]) -> Item:
        """`new` are the rules behind it that no technique before told of."""
        behind = [finding for rule in new for finding in self.by_rule.get(rule, ())]
        why = advice.why if same == number else _("as for {number}.").format(number=same)
        return Item(
            head=clean(technique_name(advice)),
            mark=f"{number}.",
            says=cleaned([advice.how, *limits_of(advice), _("Why: {why}").format(why=why)]),
            points=cleaned(dict.fromkeys(line for one in behind for line in one.consider)),
            small=self._small(behind),
        )

    def _not_in_advice(self, findings: Sequence[Finding]) -> list[Finding]:
        """Of the findings about techniques those that no technique above or held back tells already."""
        return [one for one in findings if one.conclusion != "suggest" or one.rule_id not in self._advised()]

    def _advised(self) -> set[str]:
        advice = (*self.recommendation.techniques, *self.recommendation.blocked_techniques)
        return {rule for one in advice for rule in one.rule_ids}

    # Held back

    def _held(self) -> Section:
        """What is held back, together with its reason: techniques by name, other findings by their summary."""
        groups: dict[str, list[str]] = {}
        for advice in self.recommendation.blocked_techniques:
            groups.setdefault(" ".join(map(sentence, advice.blocked_why)), []).append(technique_name(advice))
        for held in self.recommendation.held:
            if held.finding.conclusion != "suggest" or held.finding.rule_id not in self._advised():
                because = " ".join(sentence(self._summary(rule)) for rule in held.because)
                groups.setdefault(because, []).append(held.finding.summary)
        return Section(_("Held back"), items=tuple(_held_item(reason, names) for reason, names in groups.items()))

    def _summary(self, rule: str) -> str:
        return self.by_rule[rule][0].summary if rule in self.by_rule else rule


def _held_item(reason: str, names: Sequence[str]) -> Item:
    return Item(clean(reason), tone="muted", says=cleaned(["; ".join(dict.fromkeys(names)) + "."]))


def sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def people_unnamed(group: Iterable[Finding], question: str) -> list[str]:
    """The people whom findings concern and a question does not name, as words of their own: `son` is no part of `person`."""
    people = dict.fromkeys(person for one in group if (person := one.who or one.person))
    return [one for one in people if not re.search(rf"(?<![\w-]){re.escape(one)}(?![\w-])", question)]


def grouped(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Findings by rule and head, in their order: several subjects of one rule are read together."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.rule_id, head_of(finding)), []).append(finding)
    return list(groups.values())


def behind(argument: Argument, findings: Iterable[Finding]) -> list[Finding]:
    """The findings an argument came from: those about its subject, or about the area as a whole."""
    found = [one for one in findings if one.rule_id == argument.rule_id and one.content.get("area") == argument.area]
    return [one for one in found if one.subject in (argument.subject, None)] or found


def head_of(finding: Finding) -> str:
    if finding.conclusion == "alert":
        return f"{wording.level_words(finding.content)}: {finding.summary}"
    if finding.conclusion == "ask":
        return str(finding.content["question"])
    if finding.conclusion == "plan":
        return f"{finding.summary} ({wording.PLAN_STATUS[finding.content['status']]})"
    return finding.summary


def mark_of(finding: Finding) -> tuple[str, str]:
    if finding.conclusion == "alert":
        return wording.LEVELS[finding.content["level"]][:2]
    if finding.conclusion == "ask":
        return "?", ""
    return "-", ""


def _checklist(finding: Finding) -> list[str]:
    lines = [(_("Open"), finding.open), (_("Done"), finding.done)]
    return [f"{name}: {'; '.join(titles)}." for name, titles in lines if titles]


def _provenance(group: Sequence[Finding]) -> list[str]:
    first = group[0]
    pending = first.review == "pending"
    review = _("no clinician has reviewed it yet") if pending else _("reviewed: {review}").format(review=first.review)
    cites = dict.fromkeys(_reference(one) for f in group for one in wording.citations_shown(f))
    statements = dict.fromkeys(one for f in group for one in f.statements)
    rule = _("Rule {rule}, version {version}; {review}. Statements: {statements}.").format(
        rule=first.rule_id, version=first.rule_version, review=review, statements=", ".join(statements)
    )
    return [rule, *(_("Reference: {cite}").format(cite=cite) for cite in cites)]


def _reference(citation: Citation) -> str:
    at = _(" At: {place}.").format(place=citation.at) if citation.at else ""
    return f"{citation.cite}{at}{wording.read_as_in_words(citation.read_as)}"


def limits_of(advice: TechniqueAdvice) -> list[str]:
    """When a technique is not meant, and what came of it lately where it did not work."""
    not_when = f"{advice.not_when[:1].lower()}{advice.not_when[1:]}" if advice.not_when else ""
    limit = _("Not {when}").format(when=not_when) if not_when else ""
    lately = _("So far: {what}").format(what=advice.lately) if advice.lately else ""
    return [text for text in (limit, lately) if text]


def technique_name(advice: TechniqueAdvice) -> str:
    told = advice.who or advice.person
    form = _("{technique} with regard to {who} ({id})") if told else "{technique} ({id})"
    return form.format(technique=advice.name, who=told, id=advice.id)


def empty_areas(candidates: Iterable[Candidate]) -> list[str]:
    """The areas of which nothing is recorded, in a sentence; nothing where there are none."""
    names = [wording.area_name(one.area) for one in candidates if not one.arguments and not one.set_aside]
    return [_("Nothing recorded for or against: {areas}.").format(areas=", ".join(names))] if names else []


def progress_lines(progress: Mapping[str, object]) -> tuple[str, ...]:
    """The lines that a recommendation's progress holds for reading."""
    lines = progress.get("lines", ())
    return tuple(str(line) for line in lines) if isinstance(lines, Sequence) and not isinstance(lines, str) else ()
