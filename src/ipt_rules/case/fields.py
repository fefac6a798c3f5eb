"""The fields of a case by their paths: what kind of answer each takes. For whoever asks for them one by one."""

from __future__ import annotations

import types
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ipt_rules.case.base import Answer, PartialDate
from ipt_rules.errors import did_you_mean

FieldKind = Literal[
    "answer",
    "asked",
    "term",
    "number",
    "day",
    "partial-date",
    "text",
    "key",
    "texts",
    "terms",
    "entries",
    "inner",
    "items",
]
ASKED = ("none", "some", "not-known")


@dataclass(frozen=True)
class FieldType:
    """What a field holds. `terms` are its closed words; `model` is what a part, or each entry of a list, is."""

    kind: FieldKind
    description: str = ""
    terms: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    whole: bool = True
    model: type[BaseModel] | None = None


def field_at(model: type[BaseModel], path: Sequence[str]) -> FieldType:
    """The field at a path of names below a model. Raises LookupError, with the nearest right name, where there is none."""
    return _field_at(model, tuple(path))


@lru_cache(maxsize=2048)
def _field_at(model: type[BaseModel], path: tuple[str, ...]) -> FieldType:
    name, *rest = path
    info = model.model_fields.get(name)
    if info is None:
        hint = did_you_mean(name, model.model_fields, f"{model.__name__} has {', '.join(model.model_fields)}")
        raise LookupError(f"there is no field `{name}`: {hint}")
    found = _type(info)
    if not rest:
        return found
    if found.kind == "asked" and len(rest) == 1:
        topics = tuple(str(one) for one in get_args(get_args(info.annotation)[0]))
        if rest[0] not in topics:
            raise LookupError(f"there is no topic `{rest[0]}`: {did_you_mean(rest[0], topics, ', '.join(topics))}")
        return found
    if found.kind == "items" and len(rest) == 1 and rest[0].isdecimal():
        return FieldType("number", found.description)
    if found.model is None or found.kind != "inner":
        raise LookupError(f"`{name}` has no fields of its own")
    return field_at(found.model, rest)


def _type(info: FieldInfo) -> FieldType:
    text = info.description or ""
    bare, constraints = _bare(info.annotation)
    metadata = [*info.metadata, *constraints]
    terms = tuple(str(one) for one in get_args(bare)) if get_origin(bare) is Literal else ()
    if bare is Answer:
        return FieldType("answer", text)
    if terms:
        return FieldType("term", text, terms)
    if get_origin(bare) is tuple:
        return _list(get_args(bare)[0], text)
    if get_origin(bare) is dict:
        return FieldType("asked" if get_origin(get_args(bare)[0]) is Literal else "items", text, ASKED)
    if isinstance(bare, type) and issubclass(bare, BaseModel):
        return FieldType("inner", text, model=bare)
    if bare in (int, float):
        low, high = _limit(metadata, "ge"), _limit(metadata, "le")
        return FieldType("number", text, low=low, high=high, whole=bare is int)
    if bare in (date, PartialDate):
        return FieldType("day" if bare is date else "partial-date", text)
    return FieldType("key" if _limit(metadata, "pattern") is not None else "text", text)


def _list(entry: Any, text: str) -> FieldType:
    bare, _ = _bare(entry)
    if get_origin(bare) is Literal:
        return FieldType("terms", text, tuple(str(one) for one in get_args(bare)))
    if isinstance(bare, type) and issubclass(bare, BaseModel):
        return FieldType("entries", text, model=bare)
    return FieldType("texts", text)


def bare_type(annotation: Any) -> Any:
    """The type of a field itself, without None and without its constraints."""
    return _bare(annotation)[0]


def _bare(annotation: Any) -> tuple[Any, list[Any]]:
    """The type itself, without what it may be else (None) and without its constraints, which come second."""
    if get_origin(annotation) is Annotated:
        first, *constraints = get_args(annotation)
        bare, more = _bare(first)
        return bare, [*constraints, *more]
    if get_origin(annotation) in (Union, types.UnionType):
        kept = [one for one in get_args(annotation) if one is not type(None)]
        return _bare(kept[0])
    return annotation, []


def _limit(metadata: Sequence[Any], name: str) -> Any:
    return next(_limits(metadata, name), None)


def _limits(metadata: Sequence[Any], name: str) -> Iterator[Any]:
    for one in metadata:
        value = getattr(one, name, None)
        if value is not None:
            yield value
