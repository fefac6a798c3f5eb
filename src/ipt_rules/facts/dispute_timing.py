"""A conflict beside the onset, and beside the events it is about or began with (FOC-06, FOC-07, FOC-16)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from ipt_rules import vocabulary as words
from ipt_rules.case import PartialDate
from ipt_rules.case.people import LifeEvent, Relationship
from ipt_rules.facts.base import Value
from ipt_rules.facts.dispute_parts import betrayal_event, role_group
from ipt_rules.facts.timing import timing
from ipt_rules.facts.view import View


def timing_values(view: View, one: Relationship) -> dict[str, Value | None]:
    """When it began or became worse beside the onset; where nothing is told, when the event was that it began with."""
    when, relation, linked = _told(one)
    source = _began_with(view, one)
    if when is None and relation is None and source is not None:
        when, relation, linked = source.date, source.onset_relation, linked or source.linked_by
    values = timing(view, when, relation, linked)
    own = source is None or source.type in view.group("parts-of-disputes")
    return {**values, "timing_basis": _basis(values), "own_timing": own}


def _told(one: Relationship) -> tuple[PartialDate | None, str | None, tuple[str, ...]]:
    conflict = one.conflict
    if conflict is None:
        return None, None, ()
    relation = conflict.onset_relation
    if relation is None and conflict.since is None and conflict.worse_around_onset == "yes":
        relation = "around"
    return conflict.since, relation, conflict.linked_by


def _began_with(view: View, one: Relationship) -> LifeEvent | None:
    key = one.conflict.began_with_event if one.conflict else None
    return view.events.get(key) if key else betrayal_event(view, one)


def _basis(values: dict[str, Value | None]) -> str:
    """A date decides where there is one; then what was told; then only that somebody links it to the low mood."""
    if values["days_before_onset"] is not None:
        return "date"
    if values["onset_relation"] is not None:
        return "relation"
    if values["long_before_onset"] is True:
        return "date"
    return "link" if values["linked"] else "none"


def change_values(view: View, one: Relationship) -> dict[str, Value | None]:
    """The event it is about, else the one it began with."""
    conflict = one.conflict
    key = (conflict.about_event or conflict.began_with_event) if conflict else None
    event = view.events.get(key) if key else None
    began_with = view.events.get(conflict.began_with_event) if conflict and conflict.began_with_event else None
    return {
        "began_with": view.what(began_with),
        "about_event": conflict.about_event if conflict else None,
        "began_with_event": conflict.began_with_event if conflict else None,
        "change_event": key,
        "change_type": event.type if event else None,
        "change": view.what(event),
        "about_change": event is not None and _is_change(view, event),
    }


def _is_change(view: View, event: LifeEvent) -> bool:
    return event.type not in words.DEATHS and event.type not in view.group("parts-of-disputes")


# Becoming a parent (DFX-04)


def parenthood_values(view: View, one: Relationship) -> dict[str, Value | None]:
    """The pregnancy or birth on the timeline, and whether the conflict is older."""
    events = [event for event in view.events.values() if event.type in view.group("new-child")]
    event = next((one for one in events if one.type == "birth"), events[0] if events else None)
    return {
        "new_parent": event is not None,
        "parenthood_event": event.event if event else None,
        "parenthood": view.what(event),
        "predates_pregnancy": _older_than_pregnancy(view, one, events) if event else None,
    }


def _older_than_pregnancy(view: View, one: Relationship, events: list[LifeEvent]) -> bool | None:
    conflict = one.conflict
    if conflict is None:
        return None
    if conflict.began_with_event in {event.event for event in events}:
        return False
    began = _pregnancy_began(view, events)
    if began is not None and conflict.since is not None:
        earliest, latest = began
        return True if conflict.since.latest < earliest else False if conflict.since.earliest > latest else None
    recent = (timing(view, e.date, e.onset_relation, ())["long_before_onset"] is False for e in events)
    return True if conflict.onset_relation == "years-before" and any(recent) else None


def _pregnancy_began(view: View, events: Iterable[LifeEvent]) -> tuple[date, date] | None:
    """The earliest and the latest day on which the first of these pregnancies can have begun."""
    length = timedelta(days=int(view.parameter("dispute_pregnancy_days")))
    spans = [
        (e.date.earliest - shift, e.date.latest - shift)
        for e in events
        if e.date is not None
        for shift in (length if e.type == "birth" else timedelta(0),)
    ]
    return min(spans, default=None)


# Work (DFX-03)


def job_change(view: View, one: Relationship) -> dict[str, Value | None]:
    """Whether a loss or change of the job is recorded that came of this conflict or after it; for people at work."""
    if role_group(view, one.role) != "work":
        return {}
    changes = [event for event in view.events.values() if event.type in view.group("job-changes")]
    answers = [(event, _after(view, one, event)) for event in changes]
    later = next((event for event, after in answers if after), None)
    if later is not None:
        return {"job_change": "after-it", "job_event": later.event, "job": view.what(later)}
    return {"job_change": "unclear" if any(after is None for _, after in answers) else "none-recorded"}


def _after(view: View, one: Relationship, event: LifeEvent) -> bool | None:
    """Whether a loss or change of the job came of this conflict or after it; None when that is not known."""
    conflict = one.conflict
    if event.type not in view.group("job-ends") and conflict and conflict.began_with_event == event.event:
        return False
    linked = conflict is not None and event.event in (conflict.about_event, conflict.began_with_event)
    if linked or (event.conflict_over_it == "yes" and event.person in (None, one.person)):
        return True
    if conflict is None or conflict.since is None or event.date is None:
        return None
    if event.date.earliest > conflict.since.latest:
        return True
    return False if event.date.latest < conflict.since.earliest else None
