"""Adding up the arguments about focus areas: what each counts, per area and subject (FOC-08)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ipt_rules import vocabulary as words
from ipt_rules.recommendation import Argument, Finding
from ipt_rules.rulebook import Rulebook


class Cuts(NamedTuple):
    """The cut points, from the parameters of the rulebook."""

    strong: int
    moderate: int
    weak: int
    candidate: int
    lead: int
    high_lead: int
    cap: int
    second_sessions: int
    complete: int
    three_areas: bool

    @classmethod
    def of(cls, rulebook: Rulebook) -> Cuts:
        def number(key: str) -> int:
            return int(rulebook.parameter(key))

        return cls(
            strong=number("weight_strong_points"),
            moderate=number("weight_moderate_points"),
            weak=number("weight_weak_points"),
            candidate=number("focus_candidate_points"),
            lead=number("focus_lead_points"),
            high_lead=number("focus_high_lead_points"),
            cap=number("focus_group_cap_points"),
            second_sessions=number("second_focus_sessions"),
            complete=number("inventory_complete_percent"),
            three_areas=bool(rulebook.parameter("three_area_model")),
        )

    def points(self, weight: str) -> int:
        return {"strong": self.strong, "moderate": self.moderate, "weak": self.weak}[weight]


def by_area(findings: Iterable[Finding], cuts: Cuts) -> dict[str, dict[str, list[Argument]]]:
    """Arguments of each area and subject, as they count; an argument without a subject speaks of all of its area's."""
    raw: dict[str, dict[str, list[Finding]]] = {area: {} for area in words.AREAS}
    for finding in findings:
        if finding.conclusion in ("argues_for", "argues_against"):
            raw[finding.content["area"]].setdefault(finding.subject or "", []).append(finding)
    counted: dict[str, dict[str, list[Argument]]] = {}
    for area, by_subject in raw.items():
        general = by_subject.pop("", [])
        subjects = by_subject or ({"": []} if general else {})
        counted[area] = {subject: _counted([*found, *general], subject, cuts) for subject, found in subjects.items()}
    return counted


def _counted(findings: Sequence[Finding], subject: str, cuts: Cuts) -> list[Argument]:
    """Each `counts_as` once, at its highest weight; a group with a cap adds up to the cap at most."""
    taken: set[tuple[str, str]] = set()
    left: dict[str, int] = {}
    arguments = []
    for finding in sorted(findings, key=lambda f: (-cuts.points(f.content["weight"]), f.rule_id)):
        sign = 1 if finding.conclusion == "argues_for" else -1
        name = (finding.conclusion, finding.content["counts_as"])
        points = 0 if name in taken else cuts.points(finding.content["weight"])
        group = finding.content.get("cap_group")
        if group:
            points = min(points, left.setdefault(group, cuts.cap))
            left[group] -= points
        taken.add(name)
        arguments.append(
            Argument(
                rule_id=finding.rule_id,
                area=finding.content["area"],
                subject=subject,
                points=sign * points,
                counts_as=finding.content["counts_as"],
                counted=points > 0,
                summary=finding.summary,
                rationale=finding.rationale,
            )
        )
    return arguments
