"""The points of the course at which progress is judged (D3, D4): checks, sudden gains, and the mid-review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ipt_rules.facts.base import Fact, FactKind, Field, kind, make_fact
from ipt_rules.facts.perinatal import DAYS_A_WEEK
from ipt_rules.facts.phase import planned_sessions, split
from ipt_rules.facts.scores import Reading, contact_text, direction, fall_text
from ipt_rules.facts.view import View
from ipt_rules.instruments import percent_fall

CHECKS = ("session-4", "session-6", "midpoint", "week-4", "week-8", "week-9", "week-14")

CHECK = kind(
    "check",
    "A point of the course at which response is judged. `due` until its measure exists, which is the first usable "
    "PHQ-9 at or after it.",
    Field("at", "term", "Which check.", CHECKS, required=True, statements=("CON-17",)),
    Field("due", "yes_no", "Reached, and not measured yet.", required=True),
    Field("total", "integer", "The PHQ-9 at the check.", unit="points"),
    Field("baseline", "integer", "The baseline.", unit="points"),
    Field("fall_points", "integer", "The fall from baseline; negative for a rise.", unit="points"),
    Field("fall_percent", "decimal", "The fall in per cent.", unit="per cent"),
    Field("fall_text", "text", "The fall or rise in per cent, for reading."),
    Field("direction", "text", "The change, for reading."),
    Field("when", "text", "The contact of the measure, for reading."),
    Field("days_ago", "integer", "Days from the measure to the day of the advice.", unit="days"),
    Field("newest", "yes_no", "Its measure is the newest usable one.", required=True),
    complete=True,
)
SUDDEN_GAIN = kind(
    "sudden_gain",
    "A large fall of the PHQ-9 between two measures that lasted (MON-24).",
    Field("session", "integer", "The contact at which it showed.", required=True),
    Field("when", "text", "The same, for reading."),
    Field("points", "integer", "The fall.", unit="points", required=True),
    Field("direction", "text", "The fall, for reading."),
    Field("just_confirmed", "yes_no", "The newest measure is the one that confirms it.", required=True),
    complete=True,
)
MID_REVIEW = kind(
    "mid_review",
    "The mid-treatment review, when the number of planned sessions is known; none where the course ends with triage "
    "(REV-01, CLN-10).",
    Field("session", "integer", "The session at which it is planned.", required=True),
    Field("due", "yes_no", "The next session is that one or later, and no review is recorded.", required=True),
    Field("held", "yes_no", "A review is recorded.", required=True),
    complete=True,
)
KINDS: tuple[FactKind, ...] = (CHECK, SUDDEN_GAIN, MID_REVIEW)


def derive(view: View, phq9: Sequence[Reading]) -> Iterator[Fact]:
    """The checks reached, the sudden gains and the mid-review, from the usable PHQ-9 totals in order."""
    for check in reached(view):
        yield _check(view, check, phq9)
    yield from _sudden_gains(view, phq9)
    yield from _mid_review(view)


def weeks_of(view: View, reading: Reading) -> int | None:
    first = view.sessions[0][0].date if view.sessions else None
    return None if first is None or reading.day < first else (reading.day - first).days // DAYS_A_WEEK


def midpoint(view: View) -> int | None:
    """The session of the mid-treatment review; None where none is meant, or nobody said how many sessions are planned."""
    parts = split(view)
    return None if planned_sessions(view) is None or parts.ends_with_triage else parts.mid_review_at


def stretch(view: View) -> int:
    """The contact from which the part of the course now runs: the start, the midpoint, or the ending."""
    parts = split(view)
    if planned_sessions(view) is None or parts.ends_with_triage:
        return 0
    return max((at for at in (parts.mid_review_at, parts.ending_starts_at) if view.now.number >= at), default=0)


def reached(view: View) -> list[tuple[str, int]]:
    """The checks reached at the session now, with the session or the week they stand at.

    Where the midpoint comes no later than the first check it replaces it (at eight planned sessions, for one).
    """
    middle = midpoint(view)
    sessions = {
        "session-4": int(view.parameter("early_check_session")),
        "session-6": int(view.parameter("response_check_session")),
        **({"midpoint": middle} if middle else {}),
    }
    if middle and middle <= sessions["session-4"]:
        del sessions["session-4"]
    at = [(name, number) for name, number in sessions.items() if view.now.number >= number]
    weeks = {
        "week-4": int(view.parameter("check_week_4_weeks")),
        "week-8": int(view.parameter("check_week_8_weeks")),
        "week-9": int(view.parameter("check_week_9_weeks")),
        "week-14": int(view.parameter("check_week_14_weeks")),
    }
    now = (view.now.date - view.sessions[0][0].date).days // DAYS_A_WEEK if view.sessions else -1
    return at + [(name, week) for name, week in weeks.items() if now >= week]


def _measured(view: View, check: tuple[str, int], phq9: Sequence[Reading]) -> Reading | None:
    """The first usable total at or after the check."""
    name, at = check
    if name.startswith("week"):
        return next((one for one in phq9 if (weeks_of(view, one) or -1) >= at), None)
    return next((one for one in phq9 if one.contact.number >= at), None)


def _check(view: View, check: tuple[str, int], phq9: Sequence[Reading]) -> Fact:
    measured = _measured(view, check, phq9)
    if measured is None:
        return make_fact(CHECK, view.now.place, at=check[0], due=True, newest=False)
    first = phq9[0]
    later = measured is not first
    percent = percent_fall(first.total, measured.total) if later else None
    return make_fact(
        CHECK,
        tuple(dict.fromkeys((first.place, measured.place))),
        at=check[0],
        due=False,
        total=measured.total,
        baseline=first.total,
        fall_points=first.points - measured.points if later else None,
        fall_percent=percent,
        fall_text=fall_text(percent),
        direction=direction(first.total, measured.total) if later else None,
        when=contact_text(measured.contact.number),
        days_ago=(view.on - measured.day).days,
        newest=measured is phq9[-1],
    )


def pending_check(view: View, phq9: Sequence[Reading]) -> int | None:
    """The last session check that was reached without a measure at or after it."""
    waiting = [at for name, at in reached(view) if "week" not in name and _measured(view, (name, at), phq9) is None]
    return max(waiting, default=None)


def _sudden_gains(view: View, phq9: Sequence[Reading]) -> Iterator[Fact]:
    """MON-24: a large fall; the two totals from it on stay low beside the two before it."""
    totals = [one.points for one in phq9]
    for at, (before, after) in enumerate(pairwise(totals), start=1):
        if at < 2 or at + 1 >= len(totals):
            continue
        two_before, two_after = totals[at - 2] + before, after + totals[at + 1]
        if (
            before - after >= int(view.parameter("sudden_gain_points"))
            and 100 * (before - after) >= int(view.parameter("sudden_gain_percent")) * before
            and two_before - two_after >= 2 * int(view.parameter("sudden_gain_stays_points"))
        ):
            yield make_fact(
                SUDDEN_GAIN,
                (phq9[at - 1].place, phq9[at].place),
                session=phq9[at].contact.number,
                when=contact_text(phq9[at].contact.number),
                points=before - after,
                direction=direction(before, after),
                just_confirmed=at + 2 == len(totals),
            )


def _mid_review(view: View) -> Iterator[Fact]:
    middle = midpoint(view)
    if middle:
        held = [contact for contact, session in view.sessions if "mid-review-held" in session.tasks_done]
        places = tuple(contact.place for contact in held) or (view.now.place,)
        due = not held and view.now.number + 1 >= middle
        yield make_fact(MID_REVIEW, places, session=middle, due=due, held=bool(held))
