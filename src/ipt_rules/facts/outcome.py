"""Facts about measures and progress (A5, D3, G): scores, bands, change from baseline, checks that are due."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ipt_rules.facts import checks, progress, scales
from ipt_rules.facts.base import Fact, FactKind, Field, kind, make_fact
from ipt_rules.facts.common import unknown
from ipt_rules.facts.scores import (
    SCALES,
    Reading,
    contact_text,
    of_scale,
    readings,
    self_harm_items,
    words_of,
)
from ipt_rules.facts.view import View, yes
from ipt_rules.instruments import band, cut_offs_reached

UNKNOWNS: Mapping[str, str] = {
    "phq9-item": "answers of the newest PHQ-9, too many for a total (or one of them item 9, which is never inferred)",
    "phq9-due": "the PHQ-9 at a check that has been reached (session 4, session 6, midpoint)",
    "baseline": "any usable PHQ-9 to measure progress from",
}
PHQ9 = "phq9"

MEASURE = kind(
    "measure",
    "A questionnaire filled in at one contact; several questionnaires make several facts.",
    Field("instrument", "term", "Which questionnaire.", SCALES, required=True, source="measures"),
    Field("name", "text", "Its name, for reading."),
    Field("total", "integer", "The total, recorded or from the items.", unit="points", statements=("MEA-01", "MEA-07")),
    Field("total_text", "text", "The total and the highest there is, for reading: `18 of 27`."),
    Field("band", "key", "The band of the total, as instruments.yaml names it.", statements=("SEV-01",)),
    Field("band_text", "text", "The band, for reading."),
    Field("rough_band", "yes_no", "The bands are a rough guide only, without norms.", statements=("MEA-25",)),
    Field("reaches_cut_off", "yes_no", "Whether the total reaches the first cut-off.", statements=("CON-24",)),
    Field("reaches_other_cut_off", "yes_no", "Whether it reaches the other one.", statements=("CON-24",)),
    Field("remission", "yes_no", "Whether the total is in the range of remission.", statements=("MON-04", "MEA-21")),
    Field("self_harm_item", "integer", "The answer to PHQ-9 item 9 or EPDS item 10.", statements=("MEA-18", "SAF-03")),
    Field("prorated", "yes_no", "The total was made up for missing answers.", required=True, statements=("MEA-07",)),
    Field("missing_count", "integer", "Items left blank, when items are recorded.", statements=("MEA-07",)),
    Field("missing_text", "text", "The blank items by topic, for reading."),
    Field("usable", "yes_no", "There is a total and nothing says that it is invalid.", required=True),
    Field("by_patient", "yes_no", "Filled in by the patient.", source="by_patient", statements=("MEA-08",)),
    Field("usual_period", "yes_no", "For the period it asks about.", source="usual_period", statements=("MEA-08",)),
    Field("difficulty", "integer", "PHQ-9 difficulty item.", unit="0 to 3", statements=("MEA-01",)),
    Field("pattern_items", "integer", "PHQ-9 items in the diagnostic pattern.", statements=("MEA-05",)),
    Field("pattern_core", "yes_no", "Item 1 or 2 is among them.", statements=("MEA-05",)),
    Field("core_known", "yes_no", "Those that bodily illness explains least are all answered.", required=True),
    Field("core_text", "text", "The answers that bodily illness explains least.", statements=("MEA-09",)),
    Field("session", "integer", "Number of the contact; 0 is the intake.", required=True),
    Field("when", "text", "The contact, for reading: `session 4` or `the intake`."),
    Field("day", "date", "When it was filled in.", required=True),
    Field("days_ago", "integer", "Days before the day of the advice.", unit="days", required=True),
    Field("contacts_ago", "integer", "Held contacts ago; 0 is the session now.", required=True),
    Field("newest", "yes_no", "The newest of its questionnaire, usable or not.", required=True),
    Field("latest", "yes_no", "The newest usable one of its questionnaire.", required=True),
)
KINDS: tuple[FactKind, ...] = (MEASURE, *scales.KINDS, *progress.KINDS, *checks.KINDS)


def derive(view: View) -> Iterator[Fact]:
    """Every questionnaire, which are followed and how they moved, progress on the PHQ-9, and what of it is not known."""
    found = readings(view)
    if view.wants((MEASURE,)):
        yield from (_measure(view, reading, found) for reading in found)
    if view.wants(scales.KINDS):
        yield from scales.derive(view, found)
    yield from progress.derive(view, of_scale(found, PHQ9))
    if view.wants(checks.KINDS):
        yield from checks.derive(view, of_scale(found, PHQ9))
    if view.wants(topics=UNKNOWNS):
        yield from _unknowns(view, found)


def _measure(view: View, reading: Reading, found: Sequence[Reading]) -> Fact:
    alike = [one for one in found if one.scale == reading.scale]
    return make_fact(
        MEASURE,
        reading.place,
        instrument=reading.scale,
        name=reading.instrument.name,
        **_total(reading),
        **_items(view, reading),
        usable=reading.usable,
        by_patient=yes(reading.score.by_patient),
        usual_period=yes(reading.score.usual_period),
        session=reading.contact.number,
        when=contact_text(reading.contact.number),
        day=reading.day,
        days_ago=(view.on - reading.day).days,
        contacts_ago=len(view.held) - 1 - reading.index,
        newest=reading is alike[-1],
        latest=reading is next((one for one in reversed(alike) if one.usable), None),
    )


def _total(reading: Reading) -> dict[str, int | str | bool | None]:
    instrument, value = reading.instrument, reading.total
    reached = cut_offs_reached(instrument, value)
    names = [cut.name for cut in instrument.cut_offs]
    named = band(instrument, value)
    highest = instrument.total.max if instrument.total else None
    return {
        "total": value,
        "total_text": None if value is None else f"{value} of {highest}",
        "band": named,
        "band_text": words_of(named),
        "rough_band": instrument.rough_bands,
        "reaches_cut_off": names[0] in reached if reached is not None and names else None,
        "reaches_other_cut_off": names[1] in reached if reached is not None and len(names) > 1 else None,
        "remission": value < instrument.remission.below if value is not None and instrument.remission else None,
        "prorated": reading.prorated,
    }


def _items(view: View, reading: Reading) -> dict[str, int | str | bool | None]:
    items = reading.items
    topics = {item.number: item.topic for item in reading.instrument.items}
    core = reading.instrument.core_items.numbers if reading.instrument.core_items else ()
    answered = [f"{topics[number]} {items[number]}" for number in core if items.get(number) is not None]
    complete = bool(core) and len(answered) == len(core)
    return {
        "self_harm_item": reading.self_harm,
        "missing_count": len(reading.missing) if items else None,
        "missing_text": ", ".join(topics[number] for number in reading.missing) or None,
        "core_known": complete,
        "core_text": ", ".join(answered) if complete else None,
        "difficulty": getattr(reading.score, "difficulty", None),
        **(pattern(view, reading) if reading.scale == PHQ9 else {}),
    }


def pattern(view: View, reading: Reading) -> dict[str, int | bool | None]:
    """MEA-05: how many items of a PHQ-9 are answered often enough, self-harm at any frequency; empty while one is blank."""
    items = {number: value for number, value in reading.items.items() if value is not None}
    if len(items) != len(reading.instrument.items):
        return {}
    often = int(view.parameter("phq9_pattern_answer_points"))
    at_any = self_harm_items(view)[PHQ9]
    counted = {number for number, value in items.items() if value >= often or (number == at_any and value > 0)}
    cardinal = reading.instrument.cardinal_items
    core = None if cardinal is None else not counted.isdisjoint(cardinal.numbers)
    return {"pattern_items": len(counted), "pattern_core": core}


def _unknowns(view: View, found: Sequence[Reading]) -> Iterator[Fact]:
    phq9 = [one for one in found if one.scale == PHQ9]
    if not any(one.usable for one in phq9):
        yield unknown("baseline", view.held[0].place)
    if phq9 and phq9[-1].total is None and set(phq9[-1].missing) - {self_harm_items(view)[PHQ9]}:
        yield unknown("phq9-item", phq9[-1].place, session=phq9[-1].contact.number)
    pending = checks.pending_check(view, of_scale(found, PHQ9))
    if pending is not None:
        yield unknown("phq9-due", view.now.place, session=pending)
