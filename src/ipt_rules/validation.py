"""Turns pydantic's complaints into problems: place, plain words, the nearest right name; never what was written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError

from ipt_rules.errors import MOST_PROBLEMS, Problem, did_you_mean
from ipt_rules.reading import Document, Quotable, field_name, is_plain_name

Loc = tuple[str | int, ...]


def problems_of(
    error: ValidationError,
    model: type[BaseModel],
    path: str,
    document: Document | None,
    *,
    code: str,
    at: Loc = (),
    quotable: Quotable = is_plain_name,
) -> list[Problem]:
    """Every complaint of a validation as a problem of the file, up to a few more than are told.

    `at` is where in the file the model stands; `quotable` tells which keys of it a message may show.
    """
    every = error.errors(include_url=False, include_input=False, include_context=True)
    return [_problem(details, model, path, document, code, at, quotable) for details in every[: MOST_PROBLEMS + 1]]


def _problem(
    details: Any, model: type[BaseModel], path: str, document: Document | None, code: str, at: Loc, quotable: Quotable
) -> Problem:
    loc = tuple(part for part in details["loc"] if part != "[key]")
    line = document.line((*at, *loc)) if document else 0
    number, message, hint = _words(details, loc, model, quotable)
    return Problem(path, line, f"{code}-{number}", message, hint, field_name((*at, *loc), quotable))


def _words(details: Any, loc: Loc, model: type[BaseModel], quotable: Quotable) -> tuple[str, str, str]:
    name, parent = field_name(loc, quotable), field_name(loc[:-1], quotable)
    context = details.get("ctx", {})
    kind = details["type"]
    if kind == "extra_forbidden":
        known = _names(model_at(model, loc[:-1]))
        where = f" in {parent}" if parent else ""
        called = f"`{loc[-1]}`" if quotable(str(loc[-1])) else "of this name"
        return "11", f"there is no field {called}{where}", did_you_mean(str(loc[-1]), known, _list(known))
    if kind == "missing":
        return "12", f"`{name}` is missing", "add it"
    if kind in ("literal_error", "enum"):
        terms = _terms(model, loc) or re.findall(r"'([^']*)'", str(context.get("expected", "")))
        return "13", f"`{name}` has a word that is not known here", _list(terms)
    if kind == "value_error":
        return "14", f"`{name}`: {context.get('error', details['msg'])}", ""
    if kind.endswith(("_type", "_parsing", "_from_float")):
        return "15", f"`{name}` has the wrong type of value", _type_hint(kind)
    if kind in ("greater_than_equal", "less_than_equal", "greater_than", "less_than"):
        limit = next((value for key, value in context.items() if key in ("ge", "le", "gt", "lt")), "")
        return "16", f"`{name}` is out of range", f"the limit is {limit}"
    if kind == "string_pattern_mismatch":
        return "17", f"`{name}` is not written as it should be", _pattern_hint(loc)
    if kind == "string_too_long":
        return "18", f"`{name}` is too long", f"write at most {context['max_length']:,} characters"
    if kind in ("too_long", "too_short"):
        return "18", f"`{name}` is too long or too short", ""
    return "19", f"`{name}` cannot be read", str(details["msg"])


def _list(words: Sequence[str]) -> str:
    shown = ", ".join(words[:14])
    return f"one of: {shown}{' ..' if len(words) > 14 else ''}" if words else ""


def _type_hint(kind: str) -> str:
    hints = {
        "string": "write text; put it in quotes if it looks like a number",
        "int": "write a whole number",
        "float": "write a number",
        "bool": "write yes or no",
        "dict": "write fields below it, each as `name: value`",
        "model": "write fields below it, each as `name: value`",
        "tuple": "write a list: each entry on a line of its own after a dash",
        "list": "write a list: each entry on a line of its own after a dash",
        "date": "write a date as 2025-09-14",
    }
    return next((hint for start, hint in hints.items() if kind.startswith(start)), "")


def _pattern_hint(loc: Loc) -> str:
    if loc and loc[-1] == "technique":
        return "write a technique by its id, such as TEC-14"
    return "use letters, digits, dots and dashes, without spaces; a key or id, never a name"


def _names(model: type[BaseModel] | None) -> list[str]:
    return [] if model is None else [info.alias or name for name, info in model.model_fields.items()]


def model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    """The model at a place inside another; None when the place holds no model."""
    current: type[BaseModel] | None = model
    for part in loc:
        if isinstance(part, int):
            continue
        if current is None:
            return None
        info = _field(current, part)
        current = next(_models_in(info.annotation), None) if info is not None else current
    return current


def _field(model: type[BaseModel], name: str) -> Any:
    for field, info in model.model_fields.items():
        if name in (field, info.alias):
            return info
    return None


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)


@lru_cache
def names_in(model: type[BaseModel]) -> frozenset[str]:
    """Every name that a document of this model may have as a key: fields of all models in it, and closed terms."""
    found: set[str] = set()
    seen: set[type] = set()
    waiting: list[Any] = [model]
    while waiting:
        one = waiting.pop()
        if isinstance(one, type) and issubclass(one, BaseModel):
            if one not in seen:
                seen.add(one)
                found.update(_names(one))
                waiting += [info.annotation for info in one.model_fields.values()]
        elif get_origin(one) is Literal:
            found |= {str(term) for term in get_args(one)}
        else:
            waiting += get_args(one)
    return frozenset(found)


def _terms(model: type[BaseModel], loc: Loc) -> list[str]:
    names = [part for part in loc if isinstance(part, str)]
    holder = model_at(model, tuple(names[:-1]))
    info = _field(holder, names[-1]) if holder is not None and names else None
    return list(_literals(info.annotation)) if info is not None else []


def _literals(annotation: Any) -> Iterator[str]:
    for argument in get_args(annotation):
        if isinstance(argument, str):
            yield argument
        else:
            yield from _literals(argument)
