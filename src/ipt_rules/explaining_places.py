"""Where the answer that a fact rests on stands in a case, or would stand: told from the fact's places and its documentation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from ipt_rules.case import Case, Intake, Session
from ipt_rules.case.fields import bare_type
from ipt_rules.facts.base import Fact
from ipt_rules.facts.kinds import KINDS
from ipt_rules.facts.view import View
from ipt_rules.reading import loc_of

NAMED = re.compile(r"[a-z][a-z0-9_]*(?:\[\])?(?:\.[a-z][a-z0-9_]*(?:\[\])?)*")
"""The paths in what the documentation of a field says of its source."""

NOT_RECORDED: tuple[object, ...] = (None, (), {}, "not-known")
FIRST_OF = {
    "loss": ("asked.deaths", "life_events"),
    "dispute": ("asked.conflicts", "relationships"),
    "life_change": ("asked.life-changes", "life_events"),
    "relationship": ("relationships",),
    "measure": ("measures",),
    "goal": ("goals",),
    "enquiry": ("asked",),
    "patient_priority": ("patient_priority",),
    "agreed_focus": ("focus_agreed",),
    "violence": ("risk.violence",),
    "risk_sign": ("risk",),
    "homework": ("homework",),
    "technique_use": ("techniques",),
}
"""Where the first fact of a kind would be told: fields of a contact."""


def meaning_of(kind: str, field: str) -> str:
    """What a field means, in the first sentence of the fact dictionary, without its full stop."""
    return KINDS[kind].fields[field].meaning.split(". ")[0].rstrip(".")


def place_of(fact: Fact, field: str, view: View) -> tuple[tuple[str, ...], bool]:
    """The places of a field's answer in the case and whether it is recorded there; none where it is worked out."""
    told = list(dict.fromkeys(_paths(fact, field, view)))
    if fact.get(field) is None:
        stand = told or list(_of_source(fact.kind, field, view))
        return tuple(dict.fromkeys(place for place, _ in stand))[:1], False
    there = [place for place, recorded in told if recorded]
    return tuple(there[:1]), bool(there)


def would_stand(kind: str, view: View) -> tuple[str, ...]:
    """Where a first fact of a kind would be told, at the session now; none where no answer tells it."""
    return tuple(_at_contact(path, view) for path in FIRST_OF.get(kind, ()))


def _paths(fact: Fact, field: str, view: View) -> Iterator[tuple[str, bool]]:
    """The fields of that name, or that the documentation names, in the entries that the fact is made of, the latest first."""
    paths = sources_of(fact.kind, field)
    names = [field, *(path.rpartition(".")[2].removesuffix("[]") for path in paths)]
    for place in reversed(fact.places):
        part = _at(view.case, place)
        last = str(loc_of(place)[-1])
        inside = any(f".{path}." in place for path in paths)
        if last in names or (inside and (last.isdecimal() or field.endswith(f"_{last}"))):
            yield place, True
        elif isinstance(part, BaseModel):
            for name in names:
                yield from _below(type(part), part, place, name, deep=2)


def sources_of(kind: str, field: str) -> list[str]:
    """The paths in a case that the documentation of a field names as its source."""
    return NAMED.findall(KINDS[kind].fields[field].source)


def _of_source(kind: str, field: str, view: View) -> Iterator[tuple[str, bool]]:
    """Where the documentation says that the answer is told, at the session now."""
    for path in sources_of(kind, field):
        top = re.sub(r"^(intake|sessions\[\])\.", "", path)
        if (
            top.partition(".")[0].removesuffix("[]") in {*Session.model_fields, *Intake.model_fields}
            and "[]" not in top
        ):
            own = field.removeprefix(f"{top.rpartition('.')[2]}_")
            held = _model_of(Session, top) or _model_of(Intake, top)
            yield _at_contact(f"{top}.{own}" if held and own in held.model_fields else top, view), False


def _model_of(model: type[BaseModel], path: str) -> type[BaseModel] | None:
    """The model that stands at a path of a contact."""
    for name in path.split("."):
        info = model.model_fields.get(name)
        inner = _model(info.annotation) if info else None
        if inner is None:
            return None
        model = inner
    return model


def _at_contact(path: str, view: View) -> str:
    """A path at the session now: what is told of the person stands in what the session learned."""
    now = view.now
    if isinstance(now.part, Intake):
        return f"{now.place}.{path}"
    own = path.partition(".")[0] in Session.model_fields
    return f"{now.place}.{path}" if own else f"{now.place}.learned.{path}"


def _at(case: Case, place: str) -> Any:
    """What stands at a place; None where nothing does."""
    held: Any = case
    for name in loc_of(place):
        if isinstance(name, int):
            held = held[name] if isinstance(held, tuple) and name < len(held) else None
        elif isinstance(held, dict):
            held = held.get(name)
        else:
            held = getattr(held, name, None)
    return held


def _below(
    model: type[BaseModel], part: BaseModel | None, place: str, name: str, deep: int
) -> Iterator[tuple[str, bool]]:
    """A field of that name in a part or in the parts it holds, recorded or not."""
    if name in model.model_fields:
        yield f"{place}.{name}", getattr(part, name, None) not in NOT_RECORDED
        return
    for own, info in model.model_fields.items() if deep else ():
        inner = _model(info.annotation)
        if inner is not None:
            yield from _below(inner, getattr(part, own, None), f"{place}.{own}", name, deep - 1)


def _model(annotation: Any) -> type[BaseModel] | None:
    """The model that a field holds alone."""
    bare = bare_type(annotation)
    return bare if isinstance(bare, type) and issubclass(bare, BaseModel) else None
