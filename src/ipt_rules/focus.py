"""The choice of focus: arguments in, ranked candidates and a confidence out (FOC-05 to FOC-18).

This is the one decision in code, because it adds. Every cut point is a parameter. Arguments are summed for each area
and subject (the person, event or pattern they speak of); an area's score is its best subject's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from ipt_rules import vocabulary as words
from ipt_rules.facts.base import Fact, make_fact
from ipt_rules.facts.choice import CANDIDATE, CHOICE, FOCUS_GAP
from ipt_rules.focus_gaps import focus_gaps
from ipt_rules.focus_scores import Cuts, by_area
from ipt_rules.recommendation import Argument, Candidate, Finding, FocusChoice, FocusGap
from ipt_rules.rulebook import Rulebook
from ipt_rules.vocabulary import DEFICITS

DEFICITS_GATE = "deficits-gate"
"""The checklist whose items are the topics to be asked about before deficits may be recommended (DEF-01, FOC-17)."""


def choose(
    facts: Sequence[Fact], findings: Sequence[Finding], rulebook: Rulebook, *, gaps: bool = True
) -> tuple[FocusChoice, list[Fact]]:
    """The choice, and its facts for the chapters that follow; without `gaps` the missing answers are not looked for."""
    choice = _Choice(facts, findings, rulebook, gaps)
    return choice.made(), choice.facts_made()


class _Choice:
    """One choice: what it rests on, and its steps in order."""

    def __init__(self, facts: Sequence[Fact], findings: Sequence[Finding], rulebook: Rulebook, gaps: bool) -> None:
        self.facts = facts
        self.cuts = Cuts.of(rulebook)
        self.rulebook = rulebook
        self.related = _related(facts)
        self.agreed = next(
            (fact for fact in _of(facts, "agreed_focus") if fact.get("patient_agrees") is not False), None
        )
        self.priority = next(iter(_of(facts, "patient_priority")), None)
        best = [self._best(area, arguments) for area, arguments in by_area(findings, self.cuts).items()]
        self.allowed = self._allowed(best)
        self.ranked = self._ranked(best)
        self.gaps = focus_gaps(facts, findings, rulebook) if gaps else ()

    # Scores

    def _best(self, area: str, by_subject: Mapping[str, list[Argument]]) -> Candidate:
        candidates = [self._candidate(area, subject, arguments) for subject, arguments in by_subject.items()]
        candidates.sort(
            key=lambda one: (-one.is_candidate, -one.score, -one.has_strong, self._distance(one), one.subject)
        )
        return candidates[0] if candidates else Candidate(area, "", "", 0, False, False, 0, 0, ())

    def _candidate(self, area: str, subject: str, arguments: list[Argument]) -> Candidate:
        score = max(sum(argument.points for argument in arguments), 0)
        strong = any(argument.points >= self.cuts.strong for argument in arguments)
        qualifies = strong and score >= self.cuts.candidate and not self._set_aside(area)
        return Candidate(area, subject, self._about(subject), score, strong, qualifies, 0, 0, tuple(arguments))

    def _about(self, subject: str) -> str:
        """The subject for reading: who it is, or what happened; a pattern has no name of its own."""
        for fact in self.facts if subject else ():
            for key, name in NAMES:
                if fact.get(key) == subject and fact.get(name):
                    return str(fact.get(name))
        return ""

    def _distance(self, candidate: Candidate) -> int:
        """Days between its event and the onset; far away when not known (FOC-13, third)."""
        days = [fact.get("days_before_onset") for fact in self._about_subject(candidate.subject)]
        return min((abs(int(day)) for day in days if isinstance(day, int)), default=10**6)

    def _about_subject(self, subject: str) -> list[Fact]:
        return [f for f in self.facts if f.kind in SUBJECT_KINDS and subject in (f.get("event"), f.get("person"))]

    # The gate of deficits, ranks and leads

    def _set_aside(self, area: str) -> bool:
        """CON-04, FOC-03: where the site works with three areas, deficits are none of them."""
        return self.cuts.three_areas and area == DEFICITS

    def _allowed(self, best: Sequence[Candidate]) -> Mapping[str, bool]:
        """DEF-01, FOC-05: deficits only when no other area is a candidate and the enquiry was complete."""
        shut = self.cuts.three_areas or any(one.is_candidate for one in best if one.area != DEFICITS)
        return {one.area: one.area != DEFICITS or not shut for one in best}

    @property
    def _isolation_unexplained(self) -> bool:
        """At a site with three areas: deficits would have points, and no area is there to take them up."""
        return any(one.set_aside and one.score > 0 for one in self.ranked)

    def _enquiry_complete(self) -> bool:
        asked = {fact.get("topic") for fact in _of(self.facts, "enquiry") if fact.get("answer") != "not-known"}
        gate = self.rulebook.checklists.get(DEFICITS_GATE)
        return gate is not None and all(item.id in asked for item in gate.items)

    def _ranked(self, best: Sequence[Candidate]) -> tuple[Candidate, ...]:
        ordered = sorted(best, key=self._place)
        return tuple(
            replace(
                one,
                rank=rank,
                lead=one.score - self._best_other(one, ordered),
                set_aside=self._set_aside(one.area),
            )
            for rank, one in enumerate(ordered, start=1)
        )

    def _place(self, one: Candidate) -> tuple[Any, ...]:
        return (
            not self.allowed[one.area],
            not one.is_candidate,
            -one.score,
            one.area == DEFICITS,
            words.AREAS.index(one.area),
        )

    def _best_other(self, one: Candidate, ordered: Iterable[Candidate]) -> int:
        """The lead is over any other area that may be chosen; deficits behind its gate may not."""
        return max((o.score for o in ordered if o.area != one.area and self.allowed[o.area]), default=0)

    # The choice

    @property
    def top(self) -> Candidate:
        return self.ranked[0]

    def _status(self) -> str:
        top = self.top
        if self.agreed is not None:
            return "agreed"
        if top.score == 0:
            return "none"
        if not top.is_candidate:
            return "lean" if top.lead >= self.cuts.lead else "none"
        if len(self.tied) > 1:
            return "tie"
        return "recommended" if top.area != DEFICITS or self._enquiry_complete() else "lean"

    @property
    def tied(self) -> tuple[Candidate, ...]:
        """The areas between which the choice is open, in the order of FOC-13; one alone when it is not."""
        top = self.top
        if not top.is_candidate:
            return ()
        close = [one for one in self.ranked if self.allowed[one.area] and top.score - one.score < self.cuts.lead]
        wish = self._priority_area()
        if wish == top.area:
            return (top,)
        if wish is not None and all(one.area != wish for one in close):
            close += [one for one in self.ranked if one.area == wish and one.score > 0 and not one.set_aside]
        return tuple(sorted(close, key=self._pressing)) if len(close) > 1 else (top,)

    def _priority_area(self) -> str | None:
        return None if self.priority is None else str(self.priority.get("area"))

    def _pressing(self, one: Candidate) -> tuple[Any, ...]:
        """FOC-13: safety, the patient's own view, a hub event before what began with it, closeness to onset, deficits last."""
        unsafe = any(
            fact.get("about") == "violence" and fact.get("person") in (one.subject, None)
            for fact in _of(self.facts, "alert")
        )
        began_with = {fact.get("began_with_event") for fact in self._about_subject(one.subject)} - {None}
        return (
            unsafe and one.area == "role-dispute",
            one.area != self._priority_area(),
            bool(began_with),
            one.area == DEFICITS,
            self._distance(one),
            one.rank,
        )

    def _primary(self, status: str) -> tuple[str | None, str | None]:
        if self.agreed is not None:
            about = self.agreed.get("about")
            return str(self.agreed.get("area")), None if about is None else str(about)
        if status in ("recommended", "lean"):
            return self.top.area, self.top.subject or None
        return None, None

    def _secondary(self, status: str) -> str | None:
        """FOC-14: a second candidate, linked to the first, when enough sessions are planned."""
        if self.agreed is not None:
            second = self.agreed.get("second_area")
            return None if second is None else str(second)
        planned = next((fact.get("planned_sessions") for fact in _of(self.facts, "case")), None)
        if status not in ("recommended", "tie") or not isinstance(planned, int) or planned < self.cuts.second_sessions:
            return None
        first = self.tied[0]
        linked = (one for one in self.ranked if one.area != first.area and one.is_candidate and self.linked(first, one))
        return next((one.area for one in linked), None)

    def linked(self, one: Candidate, other: Candidate) -> bool:
        """Whether two areas speak of the same person or the same change."""
        return bool(self._ties(one.subject) & self._ties(other.subject))

    def _ties(self, subject: str) -> frozenset[str]:
        return self.related.get(subject, frozenset()) | ({subject} if subject else frozenset())

    def _confidence(self, status: str) -> tuple[str | None, tuple[str, ...]]:
        """FOC-11, with the reasons that keep it from being higher, as slugs."""
        if status == "none":
            return None, ()
        reasons = self._missing()
        lead = self._lead_of_primary()
        inventory = next((fact.get("completeness_percent") for fact in _of(self.facts, "inventory")), None)
        if lead < self.cuts.high_lead:
            reasons.append("lead-small")
        if not isinstance(inventory, int) or inventory < self.cuts.complete:
            reasons.append("inventory-incomplete")
        if self.agreed is None or self.agreed.get("patient_agrees") is not True:
            reasons.append("agreement-not-recorded")
        weak = (
            status in ("tie", "lean")
            or lead < self.cuts.lead
            or not self.rulebook.group("low-confidence").isdisjoint(reasons)
        )
        sure = 0 if weak else 1 if reasons else 2
        if self._isolation_unexplained:  # CON-04: one step lower, whatever else it rests on
            reasons.append("isolation-unexplained")
            sure = max(sure - 1, 0)
        return ("low", "medium", "high")[sure], tuple(reasons)

    def _lead_of_primary(self) -> int:
        area = str(self.agreed.get("area")) if self.agreed is not None else self.top.area
        return next((one.lead for one in self.ranked if one.area == area), 0)

    def _missing(self) -> list[str]:
        """What of onset, event date and inventory is missing: each makes the confidence low."""
        reasons = []
        if not any(fact.get("onset_known") is True for fact in _of(self.facts, "episode")):
            reasons.append("onset-not-known")
        area, subject = self._primary("lean")
        dated = [fact.get("timing_known") for fact in self._about_subject(subject or "")]
        if area != DEFICITS and dated and not any(dated):
            reasons.append("event-date-not-known")
        people = next((fact.get("people") for fact in _of(self.facts, "inventory")), 0)
        if not people:
            reasons.append("inventory-empty")
        return reasons

    def made(self) -> FocusChoice:
        status = self._status()
        primary, about = self._primary(status)
        confidence, reasons = self._confidence(status)
        return FocusChoice(
            status=status,
            primary=primary,
            primary_about=self._about(about or "") or None,
            secondary=self._secondary(status),
            confidence=confidence,
            confidence_reasons=reasons,
            candidates=self.ranked,
            gaps=self.gaps,
            tied=tuple(one.area for one in self.tied) if status == "tie" else (),
            primary_subject=about,
        )

    def facts_made(self) -> list[Fact]:
        """The choice as facts: the candidates in their order, the choice, the missing answers."""
        made = [self._candidate_fact(one) for one in self.ranked]
        made.append(self._choice_fact())
        made += [
            make_fact(
                FOCUS_GAP, (), topic=gap.topic, question=gap.question, area=gap.area, points=gap.points, rank=gap.rank
            )
            for gap in self._adding()
        ]
        return made

    def _candidate_fact(self, one: Candidate) -> Fact:
        agreed = None if self.agreed is None else self.agreed.get("area")
        tied = self._status() == "tie" and one.area in {t.area for t in self.tied}
        close = self.top.score - one.score < self.cuts.lead
        over = next(
            (one.score - other.score for other in self.ranked if other.area == agreed and one.area != agreed), None
        )
        return make_fact(
            CANDIDATE,
            tuple(dict.fromkeys(place for fact in self._about_subject(one.subject) for place in fact.places)),
            area=one.area,
            area_name=words.AREA_NAMES[one.area].lower(),
            subject=one.subject or None,
            about=one.about or None,
            named=_named(one.area, one.about),
            score=one.score,
            has_strong=one.has_strong,
            is_candidate=one.is_candidate,
            allowed=self.allowed[one.area],
            set_aside=one.set_aside,
            rank=one.rank,
            lead=one.lead,
            lead_over_agreed=over,
            linked_to_first=one.rank > 1 and self.linked(self.top, one),
            tied=tied,
            wished=tied and close and one.area == self._priority_area(),
        )

    def _choice_fact(self) -> Fact:
        choice = self.made()
        wish = self._priority_area()
        first = choice.primary or (self.top.area if self.top.score else None)
        about = self._primary(choice.status)[1]
        return make_fact(
            CHOICE,
            (),
            status=choice.status,
            primary=choice.primary,
            primary_name=words.AREA_NAMES[choice.primary].lower() if choice.primary else None,
            primary_about=about,
            about_known=about is not None,
            about=choice.primary_about,
            named=_named(choice.primary, choice.primary_about) if choice.primary else None,
            secondary=choice.secondary,
            confidence=choice.confidence,
            lead=self._lead_of_primary(),
            candidates=sum(one.is_candidate and self.allowed[one.area] for one in self.ranked),
            agreed_holds=self._agreed_holds(),
            patient_differs=wish is not None and first is not None and wish != first,
            gaps=len(self._adding()),
        )

    def _adding(self) -> list[FocusGap]:
        """The missing answers that are sure to count once they are given; rules and the screen ask for these."""
        return [gap for gap in self.gaps if gap.points > 0]

    def _agreed_holds(self) -> bool | None:
        """Whether no other area now leads the agreed one by the lead that decides."""
        if self.agreed is None:
            return None
        score = next(one.score for one in self.ranked if one.area == self.agreed.get("area"))
        open_ = [one for one in self.ranked if one.is_candidate and self.allowed[one.area]]
        return not any(one.score - score >= self.cuts.lead for one in open_)


NAMES = (("event", "named"), ("event", "change"), ("subject", "change"), ("person", "who"), ("about", "who"))
"""The fields of a fact that hold a key, and beside each the field that holds what it is called."""

SUBJECT_KINDS = frozenset({"loss", "dispute", "life_change", "isolation"})


def _named(area: str, about: str | None) -> str:
    name = words.AREA_NAMES[area].lower()
    return f"{name}, {about}" if about else name


def _of(facts: Iterable[Fact], kind: str) -> list[Fact]:
    return [fact for fact in facts if fact.kind == kind]


def _related(facts: Iterable[Fact]) -> Mapping[str, frozenset[str]]:
    """For each person and event the keys it is recorded together with: the same person, or the same change."""
    ties: dict[str, set[str]] = {}
    fields = ("event", "person", "part_of", "about_event", "began_with_event", "earlier_change")
    for fact in facts:
        if fact.kind in SUBJECT_KINDS:
            keys = {str(fact.get(name)) for name in fields if fact.get(name) is not None}
            for key in keys:
                ties.setdefault(key, set()).update(keys - {key})
    return MappingProxyType({key: frozenset(others) for key, others in ties.items()})
