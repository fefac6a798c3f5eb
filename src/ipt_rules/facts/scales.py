"""Which questionnaires are followed: the one for depression, those beside it that are missing, and how these have moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ipt_rules.facts import checks
from ipt_rules.facts.base import Fact, FactKind, Field, kind, make_fact
from ipt_rules.facts.phase import perinatal
from ipt_rules.facts.scores import SCALES, Reading, contact_text, direction, of_scale
from ipt_rules.facts.view import View

PHQ9 = "phq9"
WIDER: Mapping[str, str] = {
    "the GAD-7": "anxiety-scales",
    "the WSAS": "function-scales",
    "a support scale": "support-scales",
}
"""What is measured at the start, in the middle and at the end (MEA-31, MON-27): groups, by their names for reading."""

DEPRESSION_SCALE = kind(
    "depression_scale",
    "The questionnaire by which the low mood is followed, at its newest usable total: the PHQ-9, or around a birth the "
    "EPDS once it is the newer of the two; none before the first total.",
    Field("scale", "term", "Which.", SCALES, required=True, source="measures", statements=("MEA-31", "MEA-10")),
    Field("name", "text", "The same, for reading.", required=True),
    Field("latest", "integer", "The newest usable total.", unit="points", required=True),
    Field("latest_when", "text", "Its contact, for reading.", required=True),
    Field("days_since", "integer", "Days to the day of the advice.", unit="days", required=True),
    Field("sessions_since", "integer", "Held contacts after it; 0 at the session now.", required=True, least=0),
)
SCALES_MISSING = kind(
    "scales_missing",
    "Those of the GAD-7, the WSAS and a support scale that are not recorded for the part of the course that runs: from "
    "the start, from the midpoint, or from the ending on; no such fact when there are all.",
    Field("text", "text", "Which, for reading.", required=True, source="measures", statements=("MEA-31", "MON-27")),
)
SCALES_MOVED = kind(
    "scales_moved",
    "How questionnaires other than the PHQ-9 have moved from their first to a newest total that is not too old to be told; "
    "no such fact where there are no two of one.",
    Field(
        "text", "text", "Each with its change, for reading.", required=True, source="measures", statements=("MON-01",)
    ),
)
KINDS: tuple[FactKind, ...] = (DEPRESSION_SCALE, SCALES_MISSING, SCALES_MOVED)


def derive(view: View, found: Sequence[Reading]) -> Iterator[Fact]:
    """The three of them, from every questionnaire of the contacts that were held."""
    yield from _depression_scale(view, found)
    yield from _missing(view, found)
    yield from _moved(view, found)


def _depression_scale(view: View, found: Sequence[Reading]) -> Iterator[Fact]:
    scales = view.knowledge.order("perinatal-mood-scales") if perinatal(view) else (PHQ9,)
    newest = [one for scale in scales for one in of_scale(found, scale)[-1:]]
    if not newest:
        return
    last = max(newest, key=lambda one: one.day)  # of one day the PHQ-9, which comes first
    yield make_fact(
        DEPRESSION_SCALE,
        last.place,
        scale=last.scale,
        name=last.instrument.name,
        latest=last.points,
        latest_when=contact_text(last.contact.number),
        days_since=(view.on - last.day).days,
        sessions_since=len(view.held) - 1 - last.index,
    )


def _missing(view: View, found: Sequence[Reading]) -> Iterator[Fact]:
    since = checks.stretch(view)
    used = {one.scale for one in found if one.usable and one.contact.number >= since}
    missing = [name for name, group in WIDER.items() if used.isdisjoint(view.group(group))]
    if missing:
        yield make_fact(SCALES_MISSING, view.now.place, text=listed(missing))


def _moved(view: View, found: Sequence[Reading]) -> Iterator[Fact]:
    shown = int(view.parameter("other_measures_shown_days"))
    twice = (of_scale(found, scale) for scale in view.knowledge.order("told-beside-phq9"))
    pairs = [(one[0], one[-1]) for one in twice if len(one) > 1]
    recent = [(first, last) for first, last in pairs if (view.on - last.day).days <= shown]
    if recent:
        told = (f"{last.instrument.name} {direction(first.total, last.total)}" for first, last in recent)
        yield make_fact(SCALES_MOVED, (place.place for pair in recent for place in pair), text="; ".join(told))


def listed(names: Sequence[str]) -> str:
    """
    >>> listed(["the GAD-7"]), listed(["the GAD-7", "the WSAS"]), listed(["a", "b", "c"])
    ('the GAD-7', 'the GAD-7 and the WSAS', 'a, b and c')
    """
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
