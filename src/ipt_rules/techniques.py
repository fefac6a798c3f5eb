"""Advice on techniques for the next session: what rules suggest, ranked, cut to a few, and what is kept back and why.

Rules decide what is suggested at all: for the area of the focus, the stage of a dispute, what the last session showed
of affect, homework and the alliance. The ranking, stated once. A technique may be suggested by several rules; it then
takes its best place.

1. What a rule marks `first` comes first: steadying, while feelings overwhelm or after self-injury (GRI-22, TEC-12).
   Neither what came of it lately nor its use in the last session puts it back; the former is told beside it.
2. What was left unfinished in the last session comes next (TEC-41).
3. What made things worse lately, or brought no change several times, and has not helped since comes after all others.
4. Techniques that serve the focus area come before those that do not.
5. First choices come before second ones: the place in the list of the rule that suggests it (TEC-42).
6. Of equal places, what answers to strain between patient and therapist comes first (ALL-03), then what answers to
   what else the session now showed, then what concerns one person, then the rest.
7. Then what more rules suggest; then the id of the rule and of the technique, so that the order is always the same.

Kept back, each with its reason: what an alert or a rule holds, for everybody or for one person (a hold for one person
also keeps back what names nobody, since it may mean that person); what needs an answer that is not known, such as the
patient's consent; what belongs neither to the phase of the next session nor to the one now, or to another course;
add-ons that the site has not switched on; what was used in the last session and is not known to be unfinished, unless it
belongs to every session; and what comes after the first few. Nothing is dropped.

What was used before counts for the same person; a use or a suggestion that names nobody may mean anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ipt_rules.facts.base import Fact
from ipt_rules.facts.kinds import UNKNOWN_TOPICS
from ipt_rules.protocol import Technique
from ipt_rules.quiet import Quiet
from ipt_rules.recommendation import ALL_TECHNIQUES, Finding, Held, TechniqueAdvice, blocked_topics
from ipt_rules.rulebook import Rulebook
from ipt_rules.translation import _

EVERYWHERE = "all"
ALLIANCE = "alliance"
SESSION_NOW = ("work", "middle_work")
"""The fact kinds that say what else the session now, or the way to it, showed."""


class _Reason(NamedTuple):
    """Why a technique is kept back: in words, and the rule that says so or the topic that is not known, if it is one."""

    why: str
    rule: str | None = None
    topic: str | None = None


@dataclass(repr=False)
class _Offer(Quiet):
    """One technique, with regard to one person or to nobody in particular, and all the findings that suggest it."""

    technique: Technique
    person: str | None
    findings: list[Finding] = field(default_factory=list)
    places: list[int] = field(default_factory=list)  # beside `findings`: the place in the list of each

    @property
    def first(self) -> bool:
        return any(finding.content.get("first") for finding in self.findings)

    @property
    def in_order(self) -> list[Finding]:
        """The findings, the one that counts most first."""
        ranked = sorted(
            zip(self.places, self.findings, strict=True), key=lambda one: (one[0], _nearness(one[1]), *one[1].key)
        )
        return [finding for _place, finding in ranked]

    @property
    def standing(self) -> tuple[int, int]:
        """The best place, and of the findings that give it that place the nearest to the session now."""
        return min(zip(self.places, map(_nearness, self.findings), strict=True))


def _nearness(finding: Finding) -> int:
    kinds = {used.kind for used in finding.facts}
    if ALLIANCE in kinds:
        return 0
    if kinds & set(SESSION_NOW):
        return 1
    return 2 if finding.person else 3


def advise(
    findings: Sequence[Finding], held: Sequence[Held], facts: Sequence[Fact], rulebook: Rulebook
) -> tuple[tuple[TechniqueAdvice, ...], tuple[TechniqueAdvice, ...]]:
    """The techniques to consider in the next session, in order, and those kept back.

    `findings` are all findings; `held` are suggestions kept back as a whole, with the rules because of which.
    """
    return _Advice(findings, held, facts, rulebook).made()


class _Advice:
    """One round of advice: what it rests on, and its steps."""

    def __init__(
        self, findings: Sequence[Finding], held: Sequence[Held], facts: Sequence[Fact], rulebook: Rulebook
    ) -> None:
        self.rulebook = rulebook
        self.suggestions = [one for one in findings if one.conclusion == "suggest"]
        self.blocks = list(blocked_topics(findings))
        self.because = {id(one.finding): one.because for one in held}
        self.summaries = {one.rule_id: one.summary for one in findings}
        self.case = next(fact for fact in facts if fact.kind == "case")
        self.areas = _focus_areas(facts)
        self.unknown = {fact.get("topic") for fact in facts if fact.kind == "unknown"}
        self.history = [fact for fact in facts if fact.kind == "technique_history"]

    def made(self) -> tuple[tuple[TechniqueAdvice, ...], tuple[TechniqueAdvice, ...]]:
        most = int(self.rulebook.parameter("techniques_at_most"))
        shown: list[_Offer] = []
        kept: list[tuple[_Offer, list[_Reason]]] = []
        for offer in sorted(self._offers(), key=self._rank):
            reasons = list(self._reasons(offer))
            if not reasons and len(shown) == most:
                reasons = self._too_many(offer, most)
            if reasons:
                kept.append((offer, reasons))
            else:
                shown.append(offer)
        return (
            tuple(_advice(offer, lately=self._lately(offer)) for offer in shown),
            tuple(_advice(offer, reasons, self._lately(offer)) for offer, reasons in kept),
        )

    # Offers

    def _offers(self) -> list[_Offer]:
        """One offer a technique and person; what names nobody joins the offers of that technique that name somebody."""
        offers: dict[tuple[str, str | None], _Offer] = {}
        for finding in self.suggestions:
            for place, technique in enumerate(finding.content["techniques"]):
                known = self.rulebook.techniques[technique]
                person = finding.person if known.one_person else None
                offer = offers.setdefault((technique, person), _Offer(known, person))
                offer.findings.append(finding)
                offer.places.append(place)
        named = {technique for technique, person in offers if person is not None}
        for technique in named:
            general = offers.pop((technique, None), None)
            for key, offer in offers.items():
                if general is not None and key[0] == technique:
                    offer.findings += general.findings
                    offer.places += general.places
        return list(offers.values())

    def _rank(self, offer: _Offer) -> tuple[bool, bool, bool, bool, int, int, int, str, str, str]:
        place, nearness = offer.standing
        return (
            not offer.first,
            not self._unfinished(offer),
            self._lately(offer) is not None,
            not self._serves_focus(offer.technique),
            place,
            nearness,
            -len(_rules(offer)),
            min(_rules(offer)),
            offer.technique.id,
            offer.person or "",
        )

    def _serves_focus(self, technique: Technique) -> bool:
        return not self.areas or EVERYWHERE in technique.areas or bool(self.areas & set(technique.areas))

    # What was used before

    def _uses(self, offer: _Offer) -> list[Fact]:
        """What is recorded of a technique lately, with regard to the person meant."""
        anybody = (None, offer.person)
        return [
            fact
            for fact in self.history
            if fact.get("technique") == offer.technique.id and (offer.person is None or fact.get("person") in anybody)
        ]

    def _unfinished(self, offer: _Offer) -> bool:
        return any(fact.get("unfinished") is True for fact in self._uses(offer))

    def _lately(self, offer: _Offer) -> str | None:
        """What came of a technique that has not worked lately, in a sentence; None for any other."""
        told = [str(fact.get("outcome")) for fact in self._uses(offer) if fact.get("not_working") is True]
        return " ".join(dict.fromkeys(told)) or None

    # Reasons to keep back

    def _reasons(self, offer: _Offer) -> Iterator[_Reason]:
        yield from self._held(offer)
        yield from self._blocked(offer)
        yield from self._not_known(offer.technique)
        yield from self._out_of_place(offer.technique)
        used = [fact for fact in self._uses(offer) if fact.get("last_session") is True]
        if used and not (offer.first or offer.technique.each_session or self._unfinished(offer)):
            yield _Reason(_just_used(used))

    def _held(self, offer: _Offer) -> Iterator[_Reason]:
        rules = [rule for finding in offer.findings for rule in self.because.get(id(finding), ())]
        yield from (_Reason(self.summaries.get(rule, rule), rule) for rule in dict.fromkeys(rules))

    def _blocked(self, offer: _Offer) -> Iterator[_Reason]:
        told = {rule for finding in offer.findings for rule in self.because.get(id(finding), ())}
        for name, person, finding in self.blocks:
            for_all = name == ALL_TECHNIQUES
            meant = person is None or offer.person in (person, None)
            if (for_all or name == offer.technique.id) and meant and finding.rule_id not in told:
                yield _Reason(finding.summary, finding.rule_id)

    def _not_known(self, technique: Technique) -> Iterator[_Reason]:
        for topic in technique.needs:
            if topic in self.unknown:
                yield _Reason(_("Ask first {what}.").format(what=UNKNOWN_TOPICS[topic]), topic=topic)

    def _out_of_place(self, technique: Technique) -> Iterator[_Reason]:
        # What is still open of the phase now, such as the formulation, may be caught up on in the next session.
        coming = self.case.get("next_phase")
        if not {coming, self.case.get("phase")} & set(technique.phases):
            elsewhere = _("Not in the phase of the next session ({coming}): it belongs to {phases}.")
            yield _Reason(elsewhere.format(coming=coming, phases=_(" and ").join(technique.phases)))
        if technique.courses and self.case.get("course") not in technique.courses:
            yield _Reason(_("Only in the course {courses}.").format(courses=_(" or ").join(technique.courses)))
        if technique.adjunct and not self.rulebook.parameter("adjunct_techniques"):
            yield _Reason(_("An add-on that is not in the IPT manuals; it is off here."))

    def _too_many(self, offer: _Offer, most: int) -> list[_Reason]:
        lately = self._lately(offer)
        after = _Reason(_("It comes after the {number} above, the most for one session.").format(number=most))
        return [after, *([_Reason(lately)] if lately else [])]


def _just_used(used: Sequence[Fact]) -> str:
    """What is not known to be unfinished counts as finished here; the reason says what is known of it."""
    results = dict.fromkeys(str(fact.get("result_now")) for fact in used if fact.get("result_now") is not None)
    if not results:
        return _("Used in the last session; what came of it is not recorded. If it is unfinished, go on with it.")
    helped = _(" If it is unfinished, go on with it.") if "it helped" in results else ""
    return _("Used in the last session; {results}.{more}").format(results=_(" and ").join(results), more=helped)


def _focus_areas(facts: Iterable[Fact]) -> frozenset[str]:
    """The areas of the focus as it stands, a second one included; empty while there is none."""
    choice = next((fact for fact in facts if fact.kind == "choice"), None)
    if choice is None or choice.get("status") not in ("agreed", "recommended"):
        return frozenset()
    areas = [choice.get("primary"), choice.get("secondary") if choice.get("status") == "agreed" else None]
    return frozenset(str(area) for area in areas if area is not None)


def _rules(offer: _Offer) -> tuple[str, ...]:
    return tuple(dict.fromkeys(finding.rule_id for finding in offer.findings))


def _advice(offer: _Offer, reasons: Sequence[_Reason] = (), lately: str | None = None) -> TechniqueAdvice:
    technique = offer.technique
    return TechniqueAdvice(
        id=technique.id,
        name=technique.name,
        how=technique.how,
        why=" ".join(dict.fromkeys(finding.rationale for finding in offer.in_order)),
        rule_ids=tuple(dict.fromkeys(finding.rule_id for finding in offer.in_order)),
        person=offer.person,
        who=next((one.who for one in offer.findings if one.person == offer.person and one.who), None),
        not_when=technique.not_when,
        lately=lately,
        waits_for=tuple(one.topic for one in reasons if one.topic is not None),
        blocked_by=tuple(dict.fromkeys(one.rule for one in reasons if one.rule is not None)),
        blocked_why=tuple(dict.fromkeys(one.why for one in reasons)),
    )
