"""What a changed case contradicts is mended: order, keys, scores and times. What cannot be mended is discarded."""

from __future__ import annotations

import copy
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from generated.schema import Holder, holders, keys_declared
from ipt_rules.case.checks import EITHER_FIELDS, EVENT_FIELDS, PERSON_FIELDS, _refers
from ipt_rules.case.contact import Score
from ipt_rules.case.people import Relationship
from ipt_rules.case.record import KEYS
from ipt_rules.case.session import FocusAgreed
from ipt_rules.instrument_data import core_instruments
from ipt_rules.instruments import item_problems, total_problem
from ipt_rules.vocabulary import DEATHS

LAST_NUMBER = 400
REFERENCES = (*PERSON_FIELDS, *EVENT_FIELDS, *EITHER_FIELDS)


def mended(data: dict[str, Any], other: dict[str, Any] | None = None) -> dict[str, Any]:
    """The case in order. People and events that are referred to and not declared are taken from `other`, else let go."""
    _in_order(data)
    _each_key_once(data)
    _declared(data, other or {})
    _events_typed(data)
    for at in holders(data):
        if issubclass(at.model, Score):
            _score(at)
    _times(data)
    _deaths(data)
    return data


def backgrounds(data: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """The contact and what it told of the person, in order."""
    sessions = data.get("sessions") or ()
    return [(data["intake"], data["intake"]), *((one, one["learned"]) for one in sessions if one.get("learned"))]


def _in_order(data: dict[str, Any]) -> None:
    number, day = 0, date.fromisoformat(data["intake"]["date"])
    for session in data.get("sessions") or ():
        if session["number"] <= number:
            session["number"] = number + 1
        if date.fromisoformat(session["date"]) < day:
            session["date"] = (day + timedelta(weeks=1)).isoformat()
        number, day = session["number"], date.fromisoformat(session["date"])
    if number > LAST_NUMBER:
        data["sessions"] = [one for one in data["sessions"] if one["number"] <= LAST_NUMBER]


def _each_key_once(data: dict[str, Any]) -> None:
    for _, told in backgrounds(data):
        for name, key in KEYS.items():
            if told.get(name):
                told[name] = list({entry[key]: entry for entry in reversed(told[name])}.values())[::-1]


def _declared(data: dict[str, Any], other: dict[str, Any]) -> None:
    """Several times, since an entry that is brought over may itself refer to others."""
    for _ in range(3):
        missing = _dangling(data)
        for at, name in missing:
            _bring(data, other, at.data[name])
        if not missing or not other:
            break
    for at, name in _dangling(data):
        del at.data[name]


def _dangling(data: dict[str, Any]) -> list[tuple[Holder, str]]:
    """Every reference to somebody or something that is not recorded."""
    people, events = keys_declared(data, "relationships", "person"), keys_declared(data, "life_events", "event")
    people += [
        event["person"]
        for _, told in backgrounds(data)
        for event in told.get("life_events") or ()
        if event.get("person") and event.get("type") in DEATHS
    ]
    known = {**dict.fromkeys(PERSON_FIELDS, people), **dict.fromkeys(EVENT_FIELDS, events)}
    return [
        (at, name)
        for at in holders(data)
        for name in REFERENCES
        if name in at.data
        and at.data[name] is not None
        and _is_reference(name, at)
        and at.data[name] not in known.get(name, people + events)
    ]


def _is_reference(name: str, at: Holder) -> bool:
    if at.model is Relationship:
        return name != "person"
    return _refers(name, SimpleNamespace(type=at.data.get("type"))) if name != "about" else at.model is FocusAgreed


def _bring(data: dict[str, Any], other: dict[str, Any], key: str) -> None:
    for _, told in backgrounds(other) if other else ():
        for name in ("relationships", "life_events"):
            for entry in told.get(name) or ():
                if entry[KEYS[name]] == key and key not in keys_declared(data, name, KEYS[name]):
                    data["intake"].setdefault(name, []).append(copy.deepcopy(entry))


def _events_typed(data: dict[str, Any]) -> None:
    told: set[str] = set()
    for _, background in backgrounds(data):
        for event in background.get("life_events") or ():
            if event.get("type") is None and event["event"] not in told:
                event["type"] = "other"
            told.add(event["event"])


def _score(at: Holder) -> None:
    instrument = core_instruments()[at.path.rpartition(".")[2]]
    items = {int(number): value for number, value in (at.data.get("items") or {}).items()}
    for number, _ in item_problems(instrument, items):
        del at.data["items"][str(number)], items[number]
    if total_problem(instrument, at.data.get("total"), items):
        del at.data["total"]
    if at.data.get("date") and at.data["date"] > at.contact["date"]:
        del at.data["date"]


def _times(data: dict[str, Any]) -> None:
    last = [data["intake"], *(data.get("sessions") or ())][-1]["date"]
    for contact, told in backgrounds(data):
        onset = (told.get("episode") or {}).get("onset")
        if onset and onset > contact["date"][: len(onset)]:
            del told["episode"]["onset"]
        for event in told.get("life_events") or ():
            if event.get("date") and event["date"] > last[: len(event["date"])]:
                del event["date"]


def _deaths(data: dict[str, Any]) -> None:
    for _, told in backgrounds(data):
        deaths = [event for event in told.get("life_events") or () if event.get("type") in DEATHS]
        if deaths and (told.get("asked") or {}).get("deaths") == "none":
            told["asked"]["deaths"] = "some"
        died = {event.get("person") for event in deaths}
        for person in told.get("relationships") or ():
            if person.get("alive") == "yes" and person["person"] in died:
                person["alive"] = "no"
