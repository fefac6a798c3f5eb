"""What every part of a case is made of: frozen models that refuse unknown fields, partial dates, answers and keys."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic import StringConstraints as Constraints
from pydantic_core import CoreSchema, core_schema


class Part(BaseModel):
    """A part of a case: frozen, closed, and silent about its content when printed."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, populate_by_name=True, hide_input_in_errors=True, defer_build=True
    )

    @model_validator(mode="before")
    @classmethod
    def _drop_blanks(cls, data: Any) -> Any:
        """A blank is the same as a field left out: unknown."""
        return {name: value for name, value in data.items() if value is not None} if isinstance(data, dict) else data

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """How many of each list, and nothing else: a case is about a person, and a repr ends in a log by accident."""
        held = ((name, getattr(self, name, None)) for name in type(self).model_fields)
        yield from ((name, len(value)) for name, value in held if isinstance(value, tuple) and value)

    def __str__(self) -> str:
        return repr(self)


FIRST_YEAR, LAST_YEAR = 1800, 2200
"""Dates beyond these years are slips of the pen; between them there is room to count days in both directions."""

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_LONGEST_MONTH = 31


class PartialDate:
    """A date known to the day, the month or the year; it is never made more precise than it was told.

    >>> PartialDate("2025-09").latest
    datetime.date(2025, 9, 30)
    >>> PartialDate("2025-09").precision
    'month'
    """

    __slots__ = ("_text", "earliest", "latest")

    def __init__(self, text: str) -> None:
        found = _DATE.fullmatch(text)
        if not found:
            raise ValueError("write a date as 2025-09-14, 2025-09 or 2025")
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise ValueError(f"the year is not from {FIRST_YEAR} to {LAST_YEAR}: correct it")
        try:
            self.earliest = date(year, month or 1, day or 1)
            self.latest = date(year, month or 12, day or _days(year, month or 12))
        except ValueError:
            raise ValueError("this date does not exist in the calendar") from None
        self._text = text

    @property
    def precision(self) -> Literal["day", "month", "year"]:
        return ("year", "month", "day")[self._text.count("-")]

    @property
    def middle(self) -> date:
        """The day half way between the earliest and the latest day it can mean."""
        return date.fromordinal((self.earliest.toordinal() + self.latest.toordinal()) // 2)

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"<PartialDate to the {self.precision}>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PartialDate) and other._text == self._text

    def __hash__(self) -> int:
        return hash(self._text)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._read, serialization=core_schema.to_string_ser_schema(when_used="always")
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {
            "type": "string",
            "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$",
            "examples": ["2025-09-14", "2025-09", "2025"],
        }

    @classmethod
    def _read(cls, value: object) -> PartialDate:
        if isinstance(value, PartialDate):
            return value
        if isinstance(value, date):
            return cls(value.isoformat()[:10])
        if isinstance(value, int) and 0 <= value <= 9999 and not isinstance(value, bool):
            return cls(f"{value:04d}")
        if isinstance(value, str):
            return cls(value.strip())
        raise ValueError("write a date as 2025-09-14, 2025-09 or 2025")


def _days(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1] if 1 <= month <= 12 and year >= 1 else _LONGEST_MONTH


def _full_date(value: object) -> object:
    """A whole day; text is read here so that a wrong one is told in our words."""
    if isinstance(value, str | int | date) and not isinstance(value, bool):
        read = PartialDate._read(value)
        if read.precision != "day":
            raise ValueError("this date needs a day: write it as 2025-09-14")
        return read.earliest
    return value


def _answer(value: object) -> object:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.strip().lower().replace(" ", "-").replace("unknown", "not-known") if isinstance(value, str) else value


ANSWERS = ("yes", "no", "not-known")


class Answer(str):
    """An answer to a question that was asked; a question that was not asked has no answer at all.

    A type of its own with its schema made once: some two hundred fields have it, and every start pays for each.
    """

    _schema = core_schema.no_info_before_validator_function(_answer, core_schema.literal_schema(list(ANSWERS)))

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return cls._schema


Day = Annotated[date, BeforeValidator(_full_date)]
Key = Annotated[str, Constraints(pattern=r"^[^\W_][\w.-]*$", max_length=40)]
"""A short key of a person or event, such as `mother`, `p2` or `move-2025`; never a name.

Its length is no part of the pattern: twenty fields have it, and a pattern that counts takes long to prepare.
"""

CaseId = Annotated[str, Constraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
Text = Annotated[str, Constraints(max_length=4000)]
"""Free text: carried and shown, never read by a rule."""


def said(description: str, **more: Any) -> Any:
    """A field that may be left out, with what it means; left out is unknown."""
    return Field(default=None, description=description, **more)


def many(description: str, **more: Any) -> Any:
    """A list that may be left out; an empty list says nothing about whether anybody asked."""
    return Field(default=(), description=description, **more)
