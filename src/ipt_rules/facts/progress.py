"""Progress on the PHQ-9 from baseline until now (D3): change, response, remission, deterioration."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import takewhile

from ipt_rules.facts.base import Fact, FactKind, Field, Value, kind, make_fact
from ipt_rules.facts.checks import weeks_of
from ipt_rules.facts.moments import first_told
from ipt_rules.facts.scores import Reading, all_readings, contact_text, direction, fall_text, of_scale, words_of
from ipt_rules.facts.screens import screens
from ipt_rules.facts.view import View
from ipt_rules.instruments import (
    ProgressThresholds,
    band,
    deteriorated,
    percent_fall,
    reliable_change,
    remission,
    response,
)

PROGRESS = kind(
    "progress",
    "Progress on the PHQ-9, from the first usable total to the newest; one fact, once there is a usable total.",
    Field("baseline", "integer", "The first usable total.", unit="points", required=True, statements=("INI-06",)),
    Field("baseline_when", "text", "Its contact, for reading."),
    Field("baseline_session", "integer", "Its contact; 0 is the intake.", required=True),
    Field("late_baseline", "yes_no", "It came later than the first session.", required=True, statements=("INI-06",)),
    Field("latest", "integer", "The newest usable total.", unit="points", required=True),
    Field("latest_when", "text", "Its contact, for reading."),
    Field("latest_session", "integer", "Its contact.", required=True),
    Field("days_since_latest", "integer", "Days to the day of the advice.", unit="days", required=True),
    Field("weeks", "integer", "Whole weeks from the first session to the newest total.", unit="weeks"),
    Field("at_session_now", "yes_no", "The newest is from the session now.", required=True),
    Field("measures", "integer", "How many usable totals there are.", required=True),
    Field("compared", "yes_no", "There is an earlier total to compare the newest with.", required=True),
    Field("previous", "integer", "The usable total before the newest.", unit="points"),
    Field("previous_when", "text", "Its contact, for reading."),
    Field("change", "integer", "Newest less baseline; positive is a rise; unknown with one total.", unit="points"),
    Field("change_since_previous", "integer", "Newest less the one before; positive is a rise.", unit="points"),
    Field("fall_points", "integer", "Baseline less newest; negative for a rise.", unit="points"),
    Field("fall_percent", "decimal", "The fall in per cent of baseline.", unit="per cent", statements=("MON-04",)),
    Field("fall_text", "text", "The fall or rise in per cent, for reading."),
    Field("band", "key", "The band now.", statements=("SEV-01",)),
    Field("band_text", "text", "The band now, for reading."),
    Field("direction", "text", "The change from baseline, for reading: `18 → 12 (−6)`."),
    Field("history", "text", "All usable totals in order, for reading."),
    Field("response", "yes_no", "Response from baseline; unknown with one total.", statements=("MON-04",)),
    Field("remission", "yes_no", "The newest total is in remission.", required=True, statements=("MON-04", "CON-15")),
    Field("sustained_remission", "yes_no", "Remission has lasted long enough.", required=True, statements=("MON-05",)),
    Field(
        "remission_since", "text", "The first total of the remission that lasts to the newest, its contact for reading."
    ),
    Field("began_as_case", "yes_no", "The baseline is a case, as NHS services count it.", statements=("MEA-06",)),
    Field("recovered", "yes_no", "From caseness to below it, as NHS services count recovery.", statements=("MEA-06",)),
    Field(
        "reliable_change",
        "term",
        "Reliable change from baseline.",
        ("improved", "worse", "none"),
        statements=("MON-06", "CON-14"),
    ),
    Field("deteriorated", "yes_no", "The newest total is a deterioration.", required=True, statements=("MON-19",)),
    Field("deteriorated_before", "yes_no", "So was the one before.", required=True, statements=("MON-20",)),
    Field(
        "item9_up",
        "yes_no",
        "Item 9 rose from the total before to the newest; `no` also where it is nought now.",
        statements=("END-12",),
    ),
    Field("deterioration_text", "text", "In which way, for reading.", statements=("MON-19",)),
    Field(
        "lately_told",
        "text",
        "Life events first told at the contact of the newest total or of the one before, for reading.",
        required=True,
        source="life_events",
        statements=("MON-19",),
    ),
    Field(
        "enquiry_since",
        "yes_no",
        "All required questions of the C-SSRS screener were answered at the contact of the newest total or later.",
        required=True,
        statements=("MON-19",),
    ),
    Field("bodily_illness", "yes_no", "A bodily illness is recorded; yes or unknown.", statements=("MEA-09",)),
    Field("goals_rating", "decimal", "Mean rating of the goals, 0 to 10.", statements=("MON-28",)),
)
KINDS: tuple[FactKind, ...] = (PROGRESS,)


def derive(view: View, phq9: Sequence[Reading]) -> Iterator[Fact]:
    """The progress from the usable PHQ-9 totals in order; nothing without one."""
    if phq9:
        yield _progress(view, phq9)


def _progress(view: View, phq9: Sequence[Reading]) -> Fact:
    first, last = phq9[0], phq9[-1]
    return make_fact(
        PROGRESS,
        tuple(dict.fromkeys((first.place, last.place))),
        baseline=first.total,
        baseline_when=contact_text(first.contact.number),
        baseline_session=first.contact.number,
        late_baseline=first.contact.number > int(view.parameter("baseline_by_session")),
        latest=last.total,
        latest_when=contact_text(last.contact.number),
        latest_session=last.contact.number,
        days_since_latest=(view.on - last.day).days,
        weeks=weeks_of(view, last),
        at_session_now=last.contact is view.now,
        measures=len(phq9),
        compared=len(phq9) > 1,
        band=band(last.instrument, last.total),
        band_text=words_of(band(last.instrument, last.total)),
        history=", ".join(str(one.total) for one in phq9),
        **_outcome(view, phq9),
        **(_changes(phq9) if len(phq9) > 1 else {}),
        **deterioration(view, phq9),
        lately_told=_lately_told(view, phq9),
        enquiry_since=enquiry_since(view, last),
        bodily_illness=_bodily_illness(view),
        **_goals(view),
    )


def _changes(phq9: Sequence[Reading]) -> dict[str, Value | None]:
    first, before, last = phq9[0].points, phq9[-2].points, phq9[-1].points
    instrument = phq9[-1].instrument
    percent = percent_fall(first, last)
    return {
        "previous": before,
        "previous_when": contact_text(phq9[-2].contact.number),
        "change": last - first,
        "change_since_previous": last - before,
        "fall_points": first - last,
        "fall_percent": percent,
        "fall_text": fall_text(percent),
        "direction": direction(first, last),
        "response": response(instrument, first, last),
        "reliable_change": reliable_change(instrument, first, last),
        "item9_up": _item9_up(phq9[-2], phq9[-1]),
    }


def _item9_up(before: Reading, last: Reading) -> bool | None:
    earlier, now = before.self_harm, last.self_harm
    if now is None or (earlier is None and now > 0):
        return None
    return now > (earlier or 0)


def _outcome(view: View, phq9: Sequence[Reading]) -> dict[str, Value | None]:
    instrument, last = phq9[-1].instrument, phq9[-1].total
    run = _in_remission(of_scale(all_readings(view), "phq9"))
    return {
        "remission": remission(instrument, last),
        "sustained_remission": _sustained(view, run),
        "remission_since": contact_text(run[-1].contact.number) if run else None,
        "began_as_case": _is_case(phq9[0]),
        "recovered": _recovered(phq9),
    }


def _in_remission(phq9: Sequence[Reading]) -> tuple[Reading, ...]:
    """The newest totals in a row that are all in remission, the newest first."""
    return tuple(takewhile(lambda one: remission(one.instrument, one.total), reversed(phq9)))


def _sustained(view: View, run: Sequence[Reading]) -> bool:
    """MON-05: enough totals in a row, those sent in as well, are in remission, and the first of them is long enough ago."""
    gap = timedelta(days=int(view.parameter("remission_gap_days")))
    return len(run) >= int(view.parameter("remission_measures")) and run[0].day - run[-1].day >= gap


def _recovered(phq9: Sequence[Reading]) -> bool | None:
    before, now = _is_case(phq9[0]), _is_case(phq9[-1])
    return None if len(phq9) == 1 or before is None or now is None else before and not now


def _is_case(reading: Reading) -> bool | None:
    cut = next((one.at_least for one in reading.instrument.cut_offs if one.name == "nhs-caseness"), None)
    return None if cut is None else reading.points >= cut


def _lately_told(view: View, phq9: Sequence[Reading]) -> str:
    """The events that came up with the newest total or the one before: what may be behind a change."""
    since = view.contacts.index(phq9[-min(len(phq9), 2)].contact)
    told = (one for key, one in view.events.items() if first_told(view, key) >= max(since, 1))  # 0 is the intake
    names = dict.fromkeys(str(view.what(event)) for event in told)
    return f"told of late: {', '.join(names)}" if names else "no new event is recorded"


def deterioration(view: View, phq9: Sequence[Reading]) -> dict[str, Value | None]:
    """Whether the newest total is a deterioration (MON-19), whether the one before was, and in which way."""
    limits = ProgressThresholds(
        rise_from_baseline=int(view.parameter("deterioration_baseline_points")),
        rise_between_sessions=int(view.parameter("deterioration_between_points")),
        band_rises_in_a_row=int(view.parameter("deterioration_band_rises")),
    )
    totals = [one.points for one in phq9]
    instrument = phq9[-1].instrument
    now = deteriorated(instrument, totals, limits) is True
    return {
        "deteriorated": now,
        "deteriorated_before": deteriorated(instrument, totals[:-1], limits) is True,
        "deterioration_text": _how(totals, limits) if now else None,
    }


def _how(totals: Sequence[int], limits: ProgressThresholds) -> str:
    """In which way it is worse; a rise of bands is said when no rise in points is large enough."""
    ways = []
    if totals[-1] - totals[0] >= limits.rise_from_baseline:
        ways.append(f"{totals[-1] - totals[0]} points above baseline ({totals[0]} → {totals[-1]})")
    if totals[-1] - totals[-2] >= limits.rise_between_sessions:
        ways.append(f"{totals[-1] - totals[-2]} points up since the measure before ({totals[-2]} → {totals[-1]})")
    steps = totals[-limits.band_rises_in_a_row - 1 :]
    return " and ".join(ways) or f"into a higher band at each of the last measures ({' → '.join(map(str, steps))})"


def enquiry_since(view: View, last: Reading) -> bool:
    """Whether the whole screener was recorded at the contact of a measure or later."""
    # Missed sessions too: a call after one may have been the enquiry.
    return any(screen.complete for screen in screens(view)[view.contacts.index(last.contact) :])


def _bodily_illness(view: View) -> bool | None:
    diagnosis = view.background.diagnosis
    return True if diagnosis and diagnosis.medical else None


def _goals(view: View) -> dict[str, Value | None]:
    ratings = [goal.rating for goal in view.background.goals if goal.rating is not None]
    return {"goals_rating": sum(ratings) / len(ratings) if ratings else None}
