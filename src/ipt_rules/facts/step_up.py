"""What in maintenance may call for meeting sooner or for weekly sessions again (MNT-19, MNT-20)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from ipt_rules.facts import moments
from ipt_rules.facts.base import Fact, FactKind, Field, Value, kind, make_fact
from ipt_rules.facts.end_measures import maintenance_contacts
from ipt_rules.facts.outcome import pattern
from ipt_rules.facts.phase import phase_of
from ipt_rules.facts.scores import Reading, all_readings, contact_text, of_scale
from ipt_rules.facts.view import View

SHOWN_SCORES = 3

STEP_UP = kind(
    "step_up",
    "What scores, warning signs and events in maintenance say about stepping up; one fact in maintenance, none elsewhere. "
    "Scores sent in between contacts count.",
    Field("latest", "integer", "The newest usable PHQ-9 of maintenance.", unit="points", statements=("MNT-20",)),
    Field("rise", "integer", "From the total before, of whatever phase; negative for a fall.", unit="points"),
    Field(
        "raised_in_a_row",
        "integer",
        "How many of the newest totals of maintenance in a row are not in remission.",
        unit="measures",
        required=True,
        statements=("MNT-19",),
    ),
    Field(
        "high_days",
        "integer",
        "Days from the first to the newest of the latest totals in a row that call for acting when they are repeated; "
        "unknown while the newest is lower.",
        unit="days",
        statements=("MNT-20",),
    ),
    Field(
        "episode_pattern",
        "yes_no",
        "The answers to the newest PHQ-9 follow the diagnostic pattern, and it makes life difficult; unknown while an "
        "answer is blank.",
        statements=("MNT-20", "MEA-05"),
    ),
    Field(
        "signs",
        "integer",
        "Personal warning signs told as present at the session now.",
        unit="signs",
        source="sessions[].maintenance.signs_now",
        statements=("MNT-19",),
    ),
    Field("told", "text", "Scores, signs and new major events, for reading.", required=True),
)
KINDS: tuple[FactKind, ...] = (STEP_UP,)


def derive(view: View) -> Iterator[Fact]:
    """What there is in maintenance; nothing in other phases."""
    if phase_of(view) != "maintenance":
        return
    phq9 = of_scale(all_readings(view), "phq9")
    own = _of_maintenance(view, phq9)
    signs, events = _signs(view), _events(view)
    places = [own[-1].place] if own else []
    yield make_fact(
        STEP_UP,
        (*places, *([f"{view.now.place}.maintenance.signs_now"] if signs else []), *_places(view, events)),
        raised_in_a_row=len(_run(own, int(view.parameter("step_up_watch_points")))),
        signs=len(signs) or None,
        told=_told(view, own, signs, events),
        **(_newest(view, phq9, own) if own else {}),
    )


def _of_maintenance(view: View, phq9: Sequence[Reading]) -> tuple[Reading, ...]:
    held = maintenance_contacts(view)
    return tuple(one for one in phq9 if held and one.contact.number >= held[0].number)


def _newest(view: View, phq9: Sequence[Reading], own: Sequence[Reading]) -> dict[str, Value | None]:
    high = _run(own, int(view.parameter("step_up_act_points")))
    return {
        "latest": own[-1].points,
        "rise": own[-1].points - phq9[-2].points if len(phq9) > 1 else None,
        "high_days": (high[-1].day - high[0].day).days if high else None,
        "episode_pattern": _episode_pattern(view, own[-1]),
    }


def _run(own: Sequence[Reading], least: int) -> tuple[Reading, ...]:
    """The newest totals in a row that have at least so many points, the first of them first."""
    return tuple(takewhile(lambda one: one.points >= least, reversed(own)))[::-1]


def _episode_pattern(view: View, last: Reading) -> bool | None:
    counted = pattern(view, last)
    difficulty = getattr(last.score, "difficulty", None)
    if not counted or difficulty is None:
        return None
    enough = int(counted["pattern_items"] or 0) >= int(view.parameter("phq9_pattern_items"))
    return enough and counted["pattern_core"] is True and difficulty >= int(view.parameter("phq9_impairment_points"))


def _signs(view: View) -> tuple[str, ...]:
    told = [s.maintenance.signs_now for c, s in view.sessions if c is view.now and s.maintenance]
    return tuple(dict.fromkeys(told[-1])) if told else ()


def _events(view: View) -> tuple[str, ...]:
    """The new major events, by key."""
    return tuple(key for key, one in view.events.items() if moments.is_major(view, one) and moments.is_new(view, one))


def _places(view: View, events: Sequence[str]) -> tuple[str, ...]:
    return tuple(place for key in events for place in view.place(f"life_events.{key}"))


def _told(view: View, own: Sequence[Reading], signs: Sequence[str], events: Sequence[str]) -> str:
    kinds = [str(view.what(view.events[key])) for key in events]
    totals = ", ".join(str(one.points) for one in own[-SHOWN_SCORES:])
    parts = (
        f"PHQ-9 {totals} (newest: {contact_text(own[-1].contact.number)})" if own else "no PHQ-9 in maintenance yet",
        f"warning signs now: {', '.join(signs)}" if signs else "",
        f"newly told: {', '.join(kinds)}" if kinds else "",
    )
    return "; ".join(part for part in parts if part)
