"""The parts of a fact about a death: how it lies beside the onset, whether the person mattered, anniversaries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from ipt_rules import vocabulary as words
from ipt_rules.case import PartialDate
from ipt_rules.case.people import LifeEvent, Mourning, Relationship
from ipt_rules.facts.base import Value
from ipt_rules.facts.people import who_died
from ipt_rules.facts.timing import timing
from ipt_rules.facts.view import View, yes

BESIDE_ONSET = (
    "dated-before",
    "dated-after",
    "long-before",
    "told-before",
    "told-around",
    "told-after",
    "linked-only",
    "not-known",
)
"""Where a death lies beside the onset; dates outweigh what was told. `dated-before`: within the time that counts."""

Values = dict[str, Value | None]


def deaths(view: View) -> tuple[LifeEvent, ...]:
    """The events that are a death; a missing person only when the death is accepted as a fact (DFX-08)."""
    return tuple(event for event in view.events.values() if _is_death(view, event))


def _is_death(view: View, event: LifeEvent) -> bool:
    if event.type in view.group("uncertain-deaths"):
        return mourning_of(event).accepted_as_fact == "yes"
    return event.type in words.DEATHS


def mourning_of(event: LifeEvent) -> Mourning:
    return event.mourning or Mourning()


# Beside the onset


def beside_onset(view: View, times: Mapping[str, Value | None]) -> str:
    """The one word of BESIDE_ONSET for the values of `timing`."""
    days, told = times["days_before_onset"], times["onset_relation"]
    if isinstance(days, int):
        if days < 0:
            return "dated-after"
        return "long-before" if days > int(view.parameter("timing_weak_days")) else "dated-before"
    if times["long_before_onset"]:
        return "long-before"
    if told is not None:
        return f"told-{told}"
    return "linked-only" if times["linked"] else "not-known"


def timing_values(view: View, event: LifeEvent) -> Values:
    """The timing of a death; of the earlier change where grief began with it and that lies nearer (DFX-14)."""
    own = _timed(view, event)
    before = _earlier_change(view, event)
    if before is None:
        return {**own, "timed_by": "death"}
    earlier = _timed(view, before)
    if _rank(view, earlier) >= _rank(view, own):
        return {**own, "timed_by": "death"}
    when = f"with grief since an earlier change ({view.what(before)}) {earlier['when']}"
    linked = own["linked"] or earlier["linked"]
    return {**earlier, "days_ago": own["days_ago"], "linked": linked, "when": when, "timed_by": "earlier-change"}


def _timed(view: View, event: LifeEvent) -> Values:
    times = timing(view, event.date, event.onset_relation, event.linked_by)
    return {**times, "beside_onset": beside_onset(view, times)}


def _rank(view: View, times: Mapping[str, Value | None]) -> tuple[int, int]:
    """The best-timed event counts (FOC-08)."""
    days, best_first = times["days_before_onset"], view.knowledge.order("best-timed")
    return best_first.index(str(times["beside_onset"])), abs(days) if isinstance(days, int) else 0


def _earlier_change(view: View, event: LifeEvent) -> LifeEvent | None:
    mourning = mourning_of(event)
    if mourning.grief_began_before != "yes" or mourning.earlier_change is None:
        return None
    return view.events.get(mourning.earlier_change)


def recalled_near_onset(view: View, event: LifeEvent) -> bool | None:
    """Whether an event near the onset is recorded as recalling this death; yes or unknown."""
    recalling = (other for other in view.events.values() if other.recalls_event == event.event)
    near = view.group("near-onset")
    return True if any(_timed(view, other)["beside_onset"] in near for other in recalling) else None


# Whether the person mattered


def important(view: View, event: LifeEvent) -> bool | None:
    """Close family by role, close by rating, or said to be important; no only when known to be otherwise."""
    died = who_died(view, event)
    person = view.people.get(died) if died else None
    by_rating = person is not None and person.closeness in view.group("close")
    said = [yes(event.important_to_patient), yes(person.important) if person else None]
    if _by_role(view, event, person) or by_rating or True in said or "patient" in event.linked_by:
        return True
    return False if False in said or known_distant(view, event) else None


def known_distant(view: View, event: LifeEvent) -> bool:
    """Whether the record says that the person was distant, and nothing that this death matters."""
    died = who_died(view, event)
    person = view.people.get(died) if died else None
    told = event.important_to_patient == "yes" or bool(event.linked_by) or (person and person.important == "yes")
    if told or person is None or _by_role(view, event, person):
        return False
    return person.closeness in view.group("distant")


def _by_role(view: View, event: LifeEvent, person: Relationship | None) -> bool:
    """Whether the role alone says that this death matters (GRI-16)."""
    close_family = person is not None and person.role in view.group("close-family")
    return close_family and event.type not in view.group("deaths-by-bond")


def deaths_close_by(view: View, event: LifeEvent) -> int:
    """How many other deaths lie close to this one in time, the deaths of distant people left out."""
    limit = int(view.parameter("losses_close_days"))
    others = (o for o in deaths(view) if o.event != event.event and not known_distant(view, o))
    return sum(apart is not None and apart <= limit for apart in (_days_apart(event.date, o.date) for o in others))


def _days_apart(one: PartialDate | None, other: PartialDate | None) -> int | None:
    if one is None or other is None or "year" in (one.precision, other.precision):
        return None
    return abs((one.middle - other.middle).days)


# Since the death, and anniversaries


def full_months(start: date, end: date) -> int:
    """Whole months from one day to another.

    >>> full_months(date(2025, 1, 31), date(2025, 3, 1)), full_months(date(2025, 1, 10), date(2026, 1, 10))
    (1, 12)
    """
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)


def since_death(view: View, event: LifeEvent) -> Values:
    """Days since the death at the most, whole months at the least: what a vague date could mean decides nothing."""
    when = event.date
    if when is None:
        return {"days_since_death": None, "months_since_death": None}
    return {
        "days_since_death": max((view.on - when.earliest).days, 0),
        "months_since_death": max(full_months(when.latest, view.on), 0),
    }


def onset_from_anniversary(view: View, event: LifeEvent) -> int | None:
    """Days between the onset and the nearest anniversary of the death; 0 when a vague date holds it."""
    onset = view.background.episode.onset if view.background.episode else None
    if onset is None or event.date is None or "year" in (onset.precision, event.date.precision):
        return None
    return min((_between(onset, day) for day in _anniversaries(event.date, onset.latest)), default=None)


def days_to_anniversary(view: View, event: LifeEvent) -> int | None:
    """Days from the day of the advice to the next anniversary of the death; 0 in its month when only that is known."""
    if event.date is None or event.date.precision == "year":
        return None
    coming = (day for day in _anniversaries(event.date, view.on) if day.latest >= view.on)
    return next((max((day.earliest - view.on).days, 0) for day in coming), None)


def _anniversaries(death: PartialDate, until: date) -> Iterator[PartialDate]:
    """The anniversaries of a death, to the day or the month as it is known, up to the year after `until`."""
    for year in range(death.earliest.year + 1, until.year + 2):
        day = "-28" if (death.earliest.month, death.earliest.day) == (2, 29) else str(death)[7:]
        yield PartialDate(f"{year:04d}-{death.earliest.month:02d}{day}")


def _between(one: PartialDate, other: PartialDate) -> int:
    if one.earliest <= other.latest and other.earliest <= one.latest:
        return 0
    return abs((one.middle - other.middle).days)
