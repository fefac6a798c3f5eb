"""Cases grown from the models themselves, so that no field of the schema is forgotten: full ones and random ones.

Every text, key and id is a token of its own, and all references are right: what is grown is a valid case.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from hostile.bending import TOKEN
from ipt_rules import Case
from ipt_rules.case import PartialDate
from ipt_rules.case.base import ANSWERS, Answer
from ipt_rules.case.checks import EITHER_FIELDS, EVENT_FIELDS, PERSON_FIELDS
from ipt_rules.vocabulary import DEATHS

FIRST = date(2026, 1, 10)


class Grower:
    """Grows values for annotations. `fill` is how often a field that may be left out is filled."""

    def __init__(self, r: random.Random, fill: float = 1.0, sessions: int = 4) -> None:
        self.r, self.fill, self.count = r, fill, sessions
        self.used = 0
        self.people = [self.token() for _ in range(4)]  # the last one has died
        self.events = [self.token() for _ in range(3)]

    def token(self) -> str:
        self.used += 1
        return f"{TOKEN}{self.used:04d}"

    def case(self) -> dict[str, Any]:
        """A case of plain data without a contradiction."""
        data = self.model(Case)
        data["schema_version"] = 1
        data["sessions"] = [self._session(data, number) for number in range(1, self.count + 1)]
        data["intake"]["date"] = FIRST.isoformat()
        self._declare(data["intake"])
        for session in data["sessions"]:
            if "learned" in session:
                self._consistent(session["learned"])
        return data

    def _session(self, data: dict[str, Any], number: int) -> dict[str, Any]:
        sessions = data.get("sessions") or []
        made = sessions[number - 1] if number <= len(sessions) else self.model(_model_of(Case, "sessions"))
        day = (FIRST + timedelta(weeks=number)).isoformat()
        made |= {"number": number, "date": day}
        return dict(made)

    def _declare(self, background: dict[str, Any]) -> None:
        """Everybody and everything that is referred to anywhere has an entry at the intake."""
        for name, key, declared in (("relationships", "person", self.people), ("life_events", "event", self.events)):
            entries = background.get(name) or []
            model = _model_of(_model_of(Case, "intake"), name)
            entries += [self.model(model) for _ in range(len(declared) - len(entries))]
            background[name] = [{**entry, key: one} for entry, one in zip(entries, declared, strict=False)]
        for event in background["life_events"]:
            event.setdefault("type", "move")
        self._consistent(background)

    def _consistent(self, background: dict[str, Any]) -> None:
        for name, key in (("relationships", "person"), ("life_events", "event"), ("goals", "goal")):
            if name in background:
                background[name] = list({one[key]: one for one in background[name]}.values())
        for event in background.get("life_events", ()):
            if event.get("type") in DEATHS:
                event["person"] = self.people[-1]
        for person in background.get("relationships", ()):
            if person["person"] == self.people[-1]:
                person["alive"] = "no"
        if "deaths" in background.get("asked", {}):
            background["asked"]["deaths"] = "some"

    def model(self, model: type[BaseModel]) -> dict[str, Any]:
        made = {}
        for name, info in model.model_fields.items():
            if info.is_required() or self.r.random() < self.fill:
                made[name] = self.value(info.annotation, name, info.metadata)
        if "items" in made:  # totals and items at once would have to agree
            made["items"] = {"1": 1} if self.r.random() < 0.5 else {}
            made |= {} if made["items"] else {"total": 13}  # possible for every questionnaire
            made.pop("total" if made["items"] else "items", None)
            made.pop("date", None)
        return made

    def value(self, annotation: Any, name: str, metadata: Any = ()) -> Any:
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self.value(arguments[0], name, (*arguments[1:], *metadata))
        if origin in (Union, UnionType):
            return self.value(next(one for one in arguments if one is not type(None)), name, metadata)
        if origin is Literal:
            return self.r.choice(arguments)
        if origin is tuple:
            return [self.value(arguments[0], name) for _ in range(self.r.choice((1, 2, 3)))]
        if origin is dict:
            return {self.value(arguments[0], name): self.value(arguments[1], name) for _ in range(6)}
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self.model(annotation)
        return self._plain(annotation, name, metadata)

    def _plain(self, annotation: Any, name: str, metadata: Any) -> Any:
        if annotation is Answer:
            return self.r.choice(ANSWERS)
        if annotation is PartialDate:
            return self.r.choice(("2025-09-14", "2025-09", "2025", "2019"))
        if annotation is date:
            return FIRST.isoformat()
        if annotation in (int, float):
            return self._number(metadata)
        if annotation is bool:
            return self.r.random() < 0.5
        assert annotation is str, annotation
        return self._text(name, metadata)

    def _number(self, metadata: Any) -> int:
        low = max((getattr(one, "ge", None) or 0 for one in metadata), default=0)
        high = min((getattr(one, "le", None) or 12 for one in metadata), default=12)
        return self.r.randint(low, max(low, min(high, low + 12)))

    def _text(self, name: str, metadata: Any) -> str:
        pattern = next((one.pattern for one in metadata if getattr(one, "pattern", None)), "")
        if pattern.startswith("^TEC"):
            return f"TEC-{self.r.randint(1, 42):02d}"
        if (name == "about" and pattern) or name in (*PERSON_FIELDS, *EITHER_FIELDS):
            return self.r.choice(self.people)
        if name in EVENT_FIELDS or name == "event":
            return self.r.choice(self.events)
        return self.token() if pattern or name == "type" else f"{self.token()} told"


def _model_of(model: type[BaseModel], name: str) -> type[BaseModel]:
    waiting = [model.model_fields[name].annotation]
    while waiting:
        one = waiting.pop()
        if isinstance(one, type) and issubclass(one, BaseModel):
            return one
        waiting.extend(get_args(one))
    raise AssertionError(name)


def full_case(seed: str = "full", sessions: int = 6) -> dict[str, Any]:
    """A case in which every field of the schema is filled."""
    return Grower(random.Random(seed), 1.0, sessions).case()


def random_case(r: random.Random) -> dict[str, Any]:
    """A valid case of any fullness, from nearly empty to all."""
    return Grower(r, r.choice((0.03, 0.1, 0.3, 0.6)), r.choice((0, 1, 2, 5))).case()
