"""A recommendation as JSON: everything that was concluded, in a stable order. Its shape has a version of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from ipt_rules.recommendation import Finding, Recommendation

VIEWS = ("alerts", "gaps", "plan")
"""Findings of one conclusion, repeated under a name of their own."""


def to_json(recommendation: Recommendation) -> str:
    """The recommendation as JSON text, ending in a line break."""
    return json.dumps(to_data(recommendation), ensure_ascii=False, indent=2) + "\n"


def to_data(recommendation: Recommendation) -> dict[str, Any]:
    """The recommendation as plain data: mappings, lists, text, numbers; dates as ISO text.

    `alerts`, `gaps` and `plan` repeat the findings of these conclusions; `findings` holds all of them in order.
    """
    made = {one.name: plain(getattr(recommendation, one.name)) for one in fields(recommendation)}
    first = {name: made.pop(name) for name in ("schema_version", "case_id", "on", "engine", "rulebook", "notices")}
    views = {name: plain(getattr(recommendation, name)) for name in VIEWS}
    return {**first, **views, **made}


def plain(value: Any) -> Any:
    """A value of a recommendation as plain data."""
    if value is None or isinstance(value, str | int | float):  # first, since most are
        return value
    if isinstance(value, Finding):
        return {"section": value.section, **_fields(value)}
    if is_dataclass(value) and not isinstance(value, type):
        return _fields(value)
    if isinstance(value, Mapping):
        return {str(name): plain(one) for name, one in value.items()}
    if isinstance(value, Sequence):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def _fields(value: Any) -> dict[str, Any]:
    return {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}


def recommendation_schema() -> dict[str, Any]:
    """The JSON Schema of what `to_data` gives."""
    from pydantic import TypeAdapter

    schema = TypeAdapter(Recommendation).json_schema(mode="serialization", ref_template="#/$defs/{model}")
    finding = schema["$defs"]["Finding"]
    finding["properties"] = {"section": {"type": "string", "title": "Section"}, **finding["properties"]}
    finding["required"] = ["section", *finding["properties"].keys() - {"section"}]
    for name in VIEWS:
        schema["properties"][name] = {"type": "array", "items": {"$ref": "#/$defs/Finding"}}
    schema["required"] = list(schema["properties"])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
