"""A case file to fill in by hand: every field with what it means, in the order of an intake. Made from the models."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ipt_rules.case.background import Background
from ipt_rules.case.model import Case, Intake, Preferences
from ipt_rules.case.session import Session

HEAD = """\
# A case for ipt-rules. Fill in what is known and leave the rest blank: blank means unknown, never no.
# Answers are yes, no or not-known. Dates may be 2025-09-14, 2025-09 or 2025.
# People and events get short keys such as mother, p2 or move-2025: never write a name.
# Lists show one entry behind a #; remove the # (and copy the entry) to use it.

schema_version: 1
id: case-1                     # an opaque id, never a name
"""
FIRST = ("date", "patient", "diagnosis", "episode", "medication", "risk", "measures", "life_events", "relationships")
WIDTH = 30
SHOWN_TERMS = 8


def template(day: date) -> str:
    """A commented YAML case with an intake on that day; it passes `case check` as it stands."""
    intake = {**{name: Intake.model_fields[name] for name in FIRST}, **Intake.model_fields}
    lines = [HEAD, "intake:"]
    lines += _fields(intake, 1, filled={"date": day.isoformat()})
    lines += ["", "preferences:", *_fields(Preferences.model_fields, 1)]
    lines += ["", "# Sessions, in order. One entry a session, missed ones too:", "sessions:"]
    lines += [f"  # {line}" if line else "" for line in _entry(Session)]
    return "\n".join(lines).rstrip() + "\n"


def _fields(fields: dict[str, FieldInfo], depth: int, filled: dict[str, str] | None = None) -> Iterator[str]:
    for name, info in fields.items():
        yield from _field(name, info, depth, (filled or {}).get(name, ""))


def _field(name: str, info: FieldInfo, depth: int, value: str) -> Iterator[str]:
    indent = "  " * depth
    inner = _model(info.annotation)
    if inner is None:
        yield _line(f"{indent}{name}: {value}".rstrip(), _meaning(info))
    elif _is_list(info.annotation):
        yield _line(f"{indent}{name}:", _meaning(info))
        yield from (f"{indent}  # {line}" for line in _entry(inner))
    else:
        yield _line(f"{indent}{name}:", _meaning(info))
        yield from _fields(inner.model_fields, depth + 1)


def _entry(model: type[BaseModel]) -> list[str]:
    """One entry of a list, its first field after the dash; what a session learns is only named."""
    lines: list[str] = []
    for line in _fields({k: v for k, v in model.model_fields.items() if _model(v.annotation) is not Background}, 1):
        lines.append(line if lines else f"- {line.lstrip()}")
    if any(_model(info.annotation) is Background for info in model.model_fields.values()):
        lines.append(_line("  learned:", "what was learned or corrected here: the same fields as the intake"))
    return lines


def _line(text: str, meaning: str) -> str:
    return f"{text:<{WIDTH}} # {meaning}" if meaning else text


def _meaning(info: FieldInfo) -> str:
    terms = list(_terms(info.annotation))
    words = info.description or ""
    if not terms or terms == ["yes", "no", "not-known"]:
        return words
    more = " .." if len(terms) > SHOWN_TERMS else ""
    return f"{words}: {' | '.join(terms[:SHOWN_TERMS])}{more}"


def _terms(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from (str(one) for one in get_args(annotation))
        return
    for part in get_args(annotation):
        yield from _terms(part)


def _model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model(part)) is not None), None)


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(_is_list(part) for part in get_args(annotation))


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a case, for editors that complete."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Case.model_json_schema(by_alias=True)}
