"""Facts about maintenance (F): what was agreed, what the contract does not say yet, and whether it comes to its end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from ipt_rules import vocabulary as words
from ipt_rules.facts.base import Fact, FactKind, Field, kind, make_fact
from ipt_rules.facts.common import unknown
from ipt_rules.facts.end_measures import latest_answer, maintenance_contacts, of_course
from ipt_rules.facts.phase import maintenance_accepted, phase_of, split
from ipt_rules.facts.relapse_plan import medicine_taken
from ipt_rules.facts.scores import Reading, all_readings, of_scale, valid_today
from ipt_rules.facts.view import View

UNKNOWNS: Mapping[str, str] = {
    "maintenance-plan-rehearsed": "whether the relapse plan was rehearsed, where maintenance comes to its end",
    "maintenance-major-event": "whether a major event is expected, where maintenance comes to its end",
    "maintenance-well": "whether the PHQ-9 stayed in remission long enough, where maintenance comes to its end",
}
NAMES: Mapping[str, str] = {
    "aim": "its aim",
    "start": "when it starts",
    "frequency": "how often",
    "number-or-end": "how many contacts, or until when",
    "focus": "what is worked on",
    "measures": "what is measured and when",
    "warning-signs": "the early warning signs",
    "step-up-rule": "when sessions become more frequent again",
    "emergency-contact": "contact in an emergency",
    "medication": "medication",
    "review-date": "when it is reviewed",
}
FREQUENCIES = ("weekly", "fortnightly", "monthly", "other")
DAYS_BETWEEN: Mapping[str, int] = {"weekly": 7, "fortnightly": 14, "monthly": 30}

MAINTENANCE_PART = kind(
    "maintenance_part",
    "A part that the maintenance contract should state; all of them where maintenance is meant.",
    Field("part", "term", "Which part.", words.MAINTENANCE_CONTRACT_PARTS, required=True, statements=("MNT-15",)),
    Field("name", "text", "The same, for reading."),
    Field("present", "yes_no", "It is stated; always known.", required=True, source="sessions[].maintenance"),
    Field("needed", "yes_no", "No only for medication where none is taken; always known.", required=True),
)
MAINTENANCE = kind(
    "maintenance",
    "What is recorded of maintenance, wished for or under way; one, but none where the course ends with triage and nothing "
    "of maintenance is recorded (CLN-10).",
    Field("spoken_of", "yes_no", "It was spoken of, or decided; always known.", required=True, statements=("END-31",)),
    Field("decided", "yes_no", "Accepted or declined; always known.", required=True, statements=("MNT-06",)),
    Field("accepted", "yes_no", "Accepted; no is declined.", source="sessions[].maintenance", statements=("MNT-25",)),
    Field("complete", "yes_no", "The contract states every part it needs.", required=True, statements=("MNT-15",)),
    Field("missing", "text", "The parts not stated, for reading."),
    Field("missing_count", "integer", "How many these are.", unit="parts", required=True),
    Field("frame_stated", "yes_no", "How often and for how long are both stated.", required=True),
    Field("frequency", "term", "How often.", FREQUENCIES, statements=("MNT-09", "CON-27")),
    Field("planned_sessions", "integer", "Contacts planned.", unit="contacts", statements=("MNT-07",)),
    Field("contacts", "integer", "Contacts of maintenance held so far.", unit="contacts", required=True),
    Field("contacts_left", "integer", "Planned contacts after these.", unit="contacts"),
    Field("days", "integer", "Days since the first of them.", unit="days", statements=("MNT-24",)),
    Field("ends", "date", "When the contract ends."),
    Field("wide_gaps", "yes_no", "Contacts are further apart than a parameter says.", statements=("MNT-18",)),
    Field("measured_now", "yes_no", "A usable PHQ-9 is recorded at the session now.", required=True),
    Field("days_since_measure", "integer", "Days since the newest usable PHQ-9.", unit="days", statements=("MNT-18",)),
    Field(
        "end_in_sight",
        "yes_no",
        "By date, number or length the contract is at its end.",
        required=True,
        statements=("MNT-24",),
    ),
    Field("end_why", "text", "In which way, for reading."),
    Field("well", "yes_no", "The PHQ-9 stayed in remission for as long as a parameter says.", statements=("MNT-24",)),
    Field("well_text", "text", "The same, for reading."),
    Field("plan_rehearsed", "yes_no", "The relapse plan was rehearsed.", statements=("MNT-24",)),
    Field("major_event_expected", "yes_no", "A major event is expected.", statements=("MNT-24",)),
)
KINDS: tuple[FactKind, ...] = (MAINTENANCE, MAINTENANCE_PART)


def derive(view: View) -> Iterator[Fact]:
    """Maintenance as a whole, the parts of its contract, and what its end still needs to know."""
    if not is_meant(view):
        return
    whole = _maintenance(view)
    yield whole
    for part, name in NAMES.items():
        yield make_fact(
            MAINTENANCE_PART, (), part=part, name=name, present=part in stated(view), needed=_needed(view, part)
        )
    if whole.get("end_in_sight"):
        open_ = {
            "maintenance-plan-rehearsed": "plan_rehearsed",
            "maintenance-major-event": "major_event_expected",
            "maintenance-well": "well",
        }
        yield from (unknown(topic, whole.places) for topic, field in open_.items() if whole.get(field) is None)


def is_meant(view: View) -> bool:
    """Whether maintenance may follow: where a course ends with triage only when somebody spoke of it."""
    return not split(view).ends_with_triage or any(s.maintenance for _, s in view.sessions)


def stated(view: View) -> frozenset[str]:
    """The parts that the contract states: as listed, or as their own field shows."""
    parts = [s.maintenance for _, s in view.sessions if s.maintenance]
    told = {str(part) for one in parts for part in one.contract_parts}
    shown = {
        "frequency": any(one.frequency for one in parts),
        "number-or-end": any(one.planned_sessions or one.ends for one in parts),
        "emergency-contact": latest_answer(view, "maintenance", "emergency_contact") is True,
    }
    return frozenset(told | {part for part, there in shown.items() if there})


def missing_parts(view: View) -> tuple[str, ...]:
    return tuple(part for part in NAMES if part not in stated(view) and _needed(view, part))


def _needed(view: View, part: str) -> bool:
    return part != "medication" or medicine_taken(view.background.medication) is not False


def _latest(view: View, field: str) -> Any:
    told = [getattr(s.maintenance, field) for _, s in view.sessions if s.maintenance]
    return next((value for value in reversed(told) if value is not None), None)


def _maintenance(view: View) -> Fact:
    accepted, missing = maintenance_accepted(view), missing_parts(view)
    parts = stated(view)
    return make_fact(
        MAINTENANCE,
        tuple(f"{c.place}.maintenance" for c, s in view.sessions if s.maintenance) or view.now.place,
        spoken_of=accepted is not None or _spoken_of(view),
        decided=accepted is not None,
        accepted=accepted,
        complete=not missing,
        missing="; ".join(NAMES[part] for part in missing) or None,
        missing_count=len(missing),
        frame_stated={"frequency", "number-or-end"} <= parts,
        frequency=_latest(view, "frequency"),
        planned_sessions=_latest(view, "planned_sessions"),
        plan_rehearsed=latest_answer(view, "maintenance", "plan_rehearsed"),
        major_event_expected=latest_answer(view, "maintenance", "major_event_expected"),
        **_measures(view),
        **_course(view),
    )


def _spoken_of(view: View) -> bool:
    recorded = any("maintenance-discussed" in contact.part.tasks_done for contact in view.held)
    return recorded or latest_answer(view, "maintenance", "discussed") is True


def _measures(view: View) -> dict[str, Any]:
    found, gap = of_course(view, "phq9"), _gap(view)
    # What was sent in counts as well: being well is told of, and an end rests on it.
    well, text = _well(view, of_scale(all_readings(view), "phq9"))
    return {
        "wide_gaps": None if gap is None else gap > int(view.parameter("maintenance_wide_gap_days")),
        "measured_now": bool(found) and found[-1].contact is view.now,
        "days_since_measure": (view.on - found[-1].day).days if found else None,
        "well": well,
        "well_text": text,
    }


def _gap(view: View) -> int | None:
    """Days between contacts: by what was agreed, else between the last two of maintenance."""
    agreed, held = DAYS_BETWEEN.get(str(_latest(view, "frequency"))), maintenance_contacts(view)
    if agreed is None and len(held) > 1:
        return (held[-1].date - held[-2].date).days
    return agreed


def _well(view: View, found: tuple[Reading, ...]) -> tuple[bool | None, str]:
    """Whether the scores stayed in remission for so many days up to the newest; None while too few tell.

    A score above it within that time says no. Without a valid newest score, or with a first score too late, it is open.
    """
    since = view.on - timedelta(days=int(view.parameter("maintenance_well_days")))
    if not found:
        return None, "there is no PHQ-9"
    limit = found[-1].instrument.remission
    low: dict[date, bool] = {}
    for one in found:  # of two scores of one day the higher counts
        low[one.day] = low.get(one.day, True) and limit is not None and one.points < limit.below
    history = ", ".join(str(one.total) for one in found if one.day >= since) or "none"
    if not all(fine for day, fine in low.items() if day >= since):
        return False, f"PHQ-9 in that time: {history}"
    recent = valid_today(view, found[-1])
    covered = _covered(low, since)
    return (True if recent and covered else None), f"PHQ-9 in that time: {history}"


def _covered(low: Mapping[date, bool], since: date) -> bool:
    """The last score before that time began was in remission, too."""
    before = [day for day in low if day <= since]
    return bool(before) and low[max(before)]


def _course(view: View) -> dict[str, Any]:
    held = maintenance_contacts(view)
    planned, ends = _latest(view, "planned_sessions"), _latest(view, "ends")
    left = None if planned is None else max(planned - len(held), 0)
    days = (view.on - held[0].date).days if held else None
    to_end = None if ends is None else (ends - view.on).days
    why = _why(view, left, days, to_end) if phase_of(view) == "maintenance" else None
    return {
        "contacts": len(held),
        "contacts_left": left,
        "days": days,
        "ends": ends,
        "end_in_sight": why is not None,
        "end_why": why,
    }


def _why(view: View, left: int | None, days: int | None, to_end: int | None) -> str | None:
    ends_somewhere = to_end is not None or left is not None
    if to_end is not None and to_end <= int(view.parameter("maintenance_end_notice_days")):
        return "the contract ends by its date" if to_end >= 0 else "the date at which the contract ends has passed"
    if left is not None and left <= int(view.parameter("maintenance_end_notice_contacts")):
        return f"planned contacts left: {left}"
    if not ends_somewhere and days is not None and days >= int(view.parameter("maintenance_review_days")):
        return f"it has gone on for {days} days"
    return None
