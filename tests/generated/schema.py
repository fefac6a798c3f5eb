"""The schema of a case, walked: which mappings a case holds, and a valid value for any field of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from types import UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from generated.choosing import Pick, happens, one_of
from ipt_rules.case import Case, PartialDate
from ipt_rules.case.base import ANSWERS, Answer
from ipt_rules.case.checks import EITHER_FIELDS, EVENT_FIELDS, PERSON_FIELDS
from ipt_rules.case.contact import Score
from ipt_rules.case.people import LifeEvent, Relationship
from ipt_rules.instrument_data import core_instruments
from tests_support import shipped_rulebook

TEXTS = ("x", "wants to see her more often", "", "größer – «schön» 祖母\n\t'", "0", "no")
NEW_PEOPLE = ("mother", "p2", "brother", "größte-freundin", "x.1")
NEW_EVENTS = ("move-2025", "e2", "death-1", "job")
DAYS_BACK = (0, 1, 6, 13, 30, 61, 92, 120, 183, 270, 366, 800, 4000)
NUMBERS = (0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 40, 100)
MOST_FIELDS = 4


class Holder(NamedTuple):
    """A mapping of a case: its model, the mapping itself, and the contact that it stands in."""

    model: type[BaseModel]
    data: dict[str, Any]
    contact: dict[str, Any]
    path: str


@cache
def fields_of(model: type[BaseModel]) -> dict[str, Any]:
    """Each field of a model with its type, without `None`."""
    return {name: _known(info.annotation) for name, info in model.model_fields.items()}


def _known(annotation: Any) -> Any:
    if get_origin(annotation) in (Union, UnionType):
        return _known(next(one for one in get_args(annotation) if one is not type(None)))
    return annotation


@cache
def parts_of(model: type[BaseModel]) -> dict[str, tuple[type[BaseModel], bool]]:
    """The fields of a model that hold models: which one, and whether as a list."""
    found = {name: (inner_model(annotation), is_list(annotation)) for name, annotation in fields_of(model).items()}
    return {name: (inner, many) for name, (inner, many) in found.items() if inner is not None}


def inner_model(annotation: Any) -> type[BaseModel] | None:
    """The model that a field holds, alone or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for one in get_args(annotation) if (found := inner_model(one))), None)


def is_list(annotation: Any) -> bool:
    return get_origin(annotation) is tuple


def holders(data: dict[str, Any]) -> list[Holder]:
    """Every mapping of a case that is one of its models, the case itself left out."""
    return list(_below(Case, data, data, ""))[1:]


def _below(model: type[BaseModel], data: dict[str, Any], contact: dict[str, Any], path: str) -> Iterator[Holder]:
    here = data if path == "intake" or (path.startswith("sessions[") and "." not in path) else contact
    yield Holder(model, data, here, path)
    for name, (inner, many) in parts_of(model).items():
        value, place = data.get(name), f"{path}.{name}" if path else name
        for at, entry in enumerate(value or ()) if many else ():
            yield from _below(inner, entry, here, f"{place}[{at}]")
        if value and not many:
            yield from _below(inner, value, here, place)


def keys_declared(data: dict[str, Any], name: str, key: str) -> list[str]:
    """The keys of people or events, in the order in which they are told."""
    backgrounds = [data["intake"], *(one["learned"] for one in data.get("sessions", ()) if one.get("learned"))]
    return list(dict.fromkeys(entry[key] for part in backgrounds for entry in part.get(name) or ()))


def value_of(pick: Pick, case: dict[str, Any], at: Holder, name: str) -> Any:
    """A valid value for a field: of a list a list with one entry more, of a group a group with a few fields."""
    annotation = fields_of(at.model)[name]
    inner = inner_model(annotation)
    if inner is not None:
        made = filled(pick, case, at, inner, name)
        return [*(at.data.get(name) or ()), made] if is_list(annotation) else {**(at.data.get(name) or {}), **made}
    if is_list(annotation):
        return _some(pick, case, at, name, get_args(annotation)[0])
    return _single(pick, case, at, name, annotation)


def filled(pick: Pick, case: dict[str, Any], at: Holder, model: type[BaseModel], name: str) -> dict[str, Any]:
    """A new mapping of a model: what it must have, and a few fields more."""
    here = Holder(model, {}, at.contact, f"{at.path}.{name}")
    for needed, info in model.model_fields.items():
        if info.is_required() or (model is LifeEvent and needed == "type"):
            here.data[needed] = value_of(pick, case, here, needed)
    for _ in range(pick.below(MOST_FIELDS + 1)):
        chosen = one_of(pick, tuple(model.model_fields))
        if inner_model(fields_of(model)[chosen]) is None or happens(pick, 40):
            here.data[chosen] = value_of(pick, case, here, chosen)
    return here.data


def _some(pick: Pick, case: dict[str, Any], at: Holder, name: str, of: Any) -> list[Any]:
    if name == "linked_by":
        return [["patient"], ["therapist"], ["patient", "therapist"], []][pick.below(4)]
    values = [_single(pick, case, at, name, of) for _ in range(pick.below(MOST_FIELDS))]
    return list(dict.fromkeys(values))


def _single(pick: Pick, case: dict[str, Any], at: Holder, name: str, annotation: Any) -> Any:
    if annotation is Answer:
        return one_of(pick, ANSWERS)
    if get_origin(annotation) is Literal:
        return one_of(pick, get_args(annotation))
    if get_origin(annotation) is dict:
        return _mapping(pick, at, name, annotation)
    if annotation is PartialDate:
        return _day(pick, at)[: one_of(pick, (10, 7, 4))]
    if annotation is int or annotation is float:
        return _number(pick, at.model, name)
    if _base(annotation) is date:
        return _day(pick, at)
    return _word(pick, case, at, name)


def _base(annotation: Any) -> Any:
    return getattr(annotation, "__origin__", annotation)


def _mapping(pick: Pick, at: Holder, name: str, annotation: Any) -> dict[str, Any]:
    known = dict(at.data.get(name) or {})
    if issubclass(at.model, Score):
        return known | _answers(pick, at.path.rpartition(".")[2])
    topic, answer = (get_args(one) for one in get_args(annotation))
    return known | {one_of(pick, topic): one_of(pick, answer)}


def _answers(pick: Pick, instrument: str) -> dict[str, Any]:
    items = core_instruments()[instrument].items
    if happens(pick, 50):
        items = (one_of(pick, items),)
    return {str(item.number): item.min + pick.below(item.max - item.min + 1) for item in items}


def _day(pick: Pick, at: Holder) -> str:
    return (date.fromisoformat(at.contact["date"]) - timedelta(days=one_of(pick, DAYS_BACK))).isoformat()


def _number(pick: Pick, model: type[BaseModel], name: str) -> int:
    bounds = {
        key: getattr(one, key) for one in model.model_fields[name].metadata for key in ("ge", "le") if hasattr(one, key)
    }
    least, most = bounds.get("ge", 0), bounds.get("le", NUMBERS[-1])
    return int(one_of(pick, [*(one for one in NUMBERS if least <= one <= most), least, most]))


def _word(pick: Pick, case: dict[str, Any], at: Holder, name: str) -> Any:
    people, events = keys_declared(case, "relationships", "person"), keys_declared(case, "life_events", "event")
    if name == "technique":
        return one_of(pick, tuple(shipped_rulebook().techniques))
    if at.model.__name__ == "Course":
        return one_of(pick, ("acute", *shipped_rulebook().courses))
    if at.model is Relationship and name == "person":
        return one_of(pick, NEW_PEOPLE)
    if at.model is LifeEvent and name == "event":
        return one_of(pick, NEW_EVENTS)
    if name == "goal":
        return one_of(pick, ("g1", "g2"))
    if name in PERSON_FIELDS:
        return one_of(pick, people or NEW_PEOPLE)
    if name in EVENT_FIELDS:
        return one_of(pick, events or NEW_EVENTS)
    if name in EITHER_FIELDS:
        return one_of(pick, [*people, *events] or NEW_PEOPLE)
    return one_of(pick, TEXTS)
