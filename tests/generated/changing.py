"""Changes of a whole case: a field set, dropped or made not known, a group filled, parts taken from another case."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from generated.choosing import Pick, happens, one_of
from generated.corpus import bases
from generated.mending import backgrounds, mended
from generated.schema import Holder, fields_of, holders, inner_model, is_list, value_of
from ipt_rules.case import Case, Session
from ipt_rules.case.base import Answer

Change = Callable[[Pick, dict[str, Any]], None]
FIXED = ("schema_version", "id", "date", "number", "sessions", "source")
"""Fields that hold a case together; sessions are added and dropped as a whole."""

GROUPS = ("patient", "diagnosis", "episode", "social", "course", "contract", "triad", "risk", "measures", "asked")
LISTS = ("relationships", "life_events", "goals", "medication")
GAPS = (7, 3, 14, 30, 91, 200)
"""Days between two sessions."""

THIN = 200


def set_field(pick: Pick, data: dict[str, Any]) -> None:
    """One field of any mapping gets a value."""
    at = one_of(pick, holders(data))
    name = one_of(pick, [one for one in at.model.model_fields if one not in FIXED])
    at.data[name] = value_of(pick, data, at, name)


def fill_group(pick: Pick, data: dict[str, Any]) -> None:
    """Many single fields of one mapping get a value: an enquiry, a person or a session told in full."""
    at = one_of(pick, holders(data))
    for name, annotation in fields_of(at.model).items():
        if name not in (*FIXED, "person", "event", "goal") and inner_model(annotation) is None and happens(pick, 50):
            at.data[name] = value_of(pick, data, at, name)


def drop_field(pick: Pick, data: dict[str, Any]) -> None:
    """One field is let go, or one entry of a list."""
    at = one_of(pick, holders(data))
    names = [one for one in at.data if one not in FIXED and not at.model.model_fields[one].is_required()]
    if not names:
        return
    name = one_of(pick, names)
    if is_list(fields_of(at.model)[name]) and at.data[name]:
        at.data[name].pop(pick.below(len(at.data[name])))
    else:
        del at.data[name]


def not_known(pick: Pick, data: dict[str, Any]) -> None:
    """One answer becomes not known."""
    at = one_of(pick, holders(data))
    names = [name for name, annotation in fields_of(at.model).items() if annotation is Answer]
    if names:
        at.data[one_of(pick, names)] = "not-known"


def take_group(pick: Pick, data: dict[str, Any]) -> None:
    """A group of another case's contact, as a whole: its diagnosis, its measures, its risk enquiry."""
    other = _other(pick, data)
    name = one_of(pick, GROUPS)
    source = one_of(pick, _telling(other, name) or [{}])
    contact = one_of(pick, [data["intake"], *(data.get("sessions") or ())])
    in_session = contact is not data["intake"] and name not in Session.model_fields
    place = contact.setdefault("learned", {}) if in_session else contact
    if name in source:
        place[name] = copy.deepcopy(source[name])
    mended(data, other)


def _telling(case: dict[str, Any], name: str) -> list[dict[str, Any]]:
    parts = [told for _, told in backgrounds(case)] + list(case.get("sessions") or ())
    return [part for part in parts if part.get(name)]


def take_entries(pick: Pick, data: dict[str, Any]) -> None:
    """Another case's people, events, goals or medicines."""
    other = _other(pick, data)
    for name in LISTS:
        entries = [entry for _, told in backgrounds(other) for entry in told.get(name) or ()]
        if entries and happens(pick, 60):
            place = one_of(pick, backgrounds(data))[1]
            place[name] = [*(place.get(name) or ()), *copy.deepcopy(entries)]
    mended(data, other)


def take_preferences(pick: Pick, data: dict[str, Any]) -> None:
    other = _other(pick, data)
    if other.get("preferences"):
        data["preferences"] = {**(data.get("preferences") or {}), **other["preferences"]}


def take_sessions(pick: Pick, data: dict[str, Any]) -> None:
    """Sessions of another case follow those of this one."""
    other = _other(pick, data)
    taken = (other.get("sessions") or ())[: 1 + pick.below(6)]
    for session in copy.deepcopy(taken):
        add_session(pick, data, session)
    mended(data, other)


def blank_sessions(pick: Pick, data: dict[str, Any]) -> None:
    """Up to four sessions more, of which nothing is told."""
    for _ in range(1 + pick.below(4)):
        add_session(pick, data, {})


def add_session(pick: Pick, data: dict[str, Any], session: dict[str, Any]) -> None:
    """One more session at the end, a week later or more."""
    before = [data["intake"], *(data.get("sessions") or ())][-1]
    day = date.fromisoformat(before["date"]) + timedelta(days=one_of(pick, GAPS) if happens(pick, 30) else 7)
    session |= {"number": before.get("number", 0) + 1, "date": day.isoformat()}
    data.setdefault("sessions", []).append(session)


def drop_session(pick: Pick, data: dict[str, Any]) -> None:
    if data.get("sessions"):
        data["sessions"].pop(pick.below(len(data["sessions"])))


def thin(pick: Pick, data: dict[str, Any]) -> None:
    """Each field and each entry of a list goes where nought is chosen: rarely, and wherever a failure can do without it."""
    for at in [Holder(Case, data, data, ""), *holders(data)]:
        for name in list(at.data):
            value = at.data[name]
            if isinstance(value, list):
                at.data[name] = [entry for entry in value if pick.below(THIN)]
            elif name not in FIXED and not at.model.model_fields[name].is_required() and not pick.below(THIN):
                del at.data[name]


CHANGES: tuple[Change, ...] = (
    set_field,
    set_field,
    set_field,
    fill_group,
    take_group,
    take_entries,
    take_preferences,
    take_sessions,
    blank_sessions,
    drop_field,
    not_known,
    drop_session,
)


def _other(pick: Pick, data: dict[str, Any]) -> dict[str, Any]:
    """Another base, its years moved so that its intake is in the same year: months and days stay."""
    other = copy.deepcopy(bases()[pick.below(len(bases()))].data)
    years = int(data["intake"]["date"][:4]) - int(other["intake"]["date"][:4])
    return _moved(other, years) if years else other


def _moved(value: Any, years: int) -> Any:
    if isinstance(value, dict):
        return {
            name: _year(one, years) if name in DATES and isinstance(one, str) else _moved(one, years)
            for name, one in value.items()
        }
    return [_moved(one, years) for one in value] if isinstance(value, list) else value


def _year(text: str, years: int) -> str:
    moved = f"{int(text[:4]) + years:04d}{text[4:]}"
    return moved.replace("-02-29", "-02-28")


DATES = frozenset({"date", "onset", "since", "due_date", "ends", "reviewed_on"})
"""The fields that hold a date, in every model."""
