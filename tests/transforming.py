"""Cases told otherwise: lists in another order, people under other keys, all days moved."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from generated.choosing import Pick
from generated.mending import backgrounds
from generated.schema import holders, keys_declared
from ipt_rules.case.checks import EITHER_FIELDS, PERSON_FIELDS
from ipt_rules.vocabulary import DEATHS

ISO = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


def shuffled(
    value: Any, pick: Pick, place: str = "", was: str = "", kept: tuple[str, ...] = ("sessions",)
) -> tuple[Any, dict[str, str]]:
    """`value` with every list in another order but those named; and for each place of an entry where it stood before."""
    if isinstance(value, dict):
        made, places = {}, {}
        for name, one in value.items():
            there, before = (f"{at}.{name}" if at else name for at in (place, was))
            made[name], more = shuffled(one, pick, there, before, kept)
            places |= more
        return made, places
    if not isinstance(value, list):
        return value, {}
    order = list(range(len(value)))
    if place not in kept:
        for last in range(len(order) - 1, 0, -1):
            other = last - pick.below(last + 1)  # nought changes nothing
            order[last], order[other] = order[other], order[last]
    made_list, places = [], {}
    for now, then in enumerate(order):
        places[f"{place}[{now}]"] = f"{was}[{then}]"
        one, more = shuffled(value[then], pick, f"{place}[{now}]", f"{was}[{then}]", kept)
        made_list.append(one)
        places |= more
    return made_list, places


def before(place: str, places: Mapping[str, str]) -> str:
    """Where a place of the case told otherwise stood before."""
    known = max(
        (one for one in places if place == one or place.startswith((f"{one}.", f"{one}["))), key=len, default=""
    )
    return places[known] + place[len(known) :] if known else place


def people_of(data: dict[str, Any]) -> list[str]:
    """The keys of all people, those included who are only named as having died."""
    dead = [
        event["person"]
        for _, told in backgrounds(data)
        for event in told.get("life_events") or ()
        if event.get("person") and event.get("type") in DEATHS
    ]
    return sorted({*keys_declared(data, "relationships", "person"), *dead})


def renamed(data: dict[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """The case with other keys for people, in place."""
    for at in holders(data):
        for name in (*PERSON_FIELDS, *EITHER_FIELDS):
            is_key = name != "about" or at.model.__name__ == "FocusAgreed"
            if is_key and at.data.get(name) in names:
                at.data[name] = names[at.data[name]]
    return data


def days_changed(value: Any, change: Callable[[str], str]) -> Any:
    """Every text of nested data that holds a day, with that day changed."""
    if isinstance(value, dict):
        return {name: days_changed(one, change) for name, one in value.items()}
    if isinstance(value, list):
        return [days_changed(one, change) for one in value]
    return ISO.sub(lambda found: change(found.group()), value) if isinstance(value, str) else value


def moved(weeks: int) -> Callable[[str], str]:
    """A day so many weeks later. A text that is no day of the calendar stays."""

    def change(text: str) -> str:
        try:
            return (date.fromisoformat(text) + timedelta(weeks=weeks)).isoformat()
        except ValueError:
            return text

    return change
