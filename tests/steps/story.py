"""A story told step by step, as the data of a case. Fields are named by what they mean, as the schema describes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from pydantic import BaseModel

from ipt_rules.case import Case, Intake, Session
from ipt_rules.case.background import Contract, Course, Diagnosis, Episode, Patient
from ipt_rules.case.contact import Phq9Score, Risk, SafetyPlan, Violence
from ipt_rules.case.model import Preferences
from ipt_rules.case.people import Conflict, LifeEvent, Mourning, Relationship, RoleChange, SocialLife
from ipt_rules.case.session import Alliance, Decision, Ending, Homework, Maintenance, RelapsePlan
from ipt_rules.case.session import Session as SessionPart

FIRST_DAY = date(2026, 1, 10)
DAYS = {"day": 1, "week": 7, "month": 30.44, "year": 365.25}
GROUPS: dict[str, tuple[type[BaseModel], ...]] = {
    "patient": (Patient,),
    "diagnosis": (Diagnosis,),
    "episode": (Episode,),
    "social life": (SocialLife,),
    "course": (Course,),
    "contract": (Contract,),
    "preferences": (Preferences,),
    "risk enquiry": (Risk,),
    "violence enquiry": (Violence,),
    "safety plan": (SafetyPlan,),
    "PHQ-9": (Phq9Score,),
    "session": (SessionPart, Intake),
    "decision": (Decision,),
    "homework": (Homework,),
    "alliance": (Alliance,),
    "ending": (Ending,),
    "relapse plan": (RelapsePlan,),
    "maintenance": (Maintenance,),
    "person": (Relationship,),
    "conflict": (Conflict,),
    "event": (LifeEvent,),
    "mourning": (Mourning,),
    "change": (RoleChange,),
}
"""What a step may record about, and the models whose fields it may name."""


def plain(description: str) -> str:
    """A field's description without statement ids: what a step quotes."""
    return re.sub(r"\s*\([A-Z]{3}-\d\d.*?\)", "", description).split(";")[0].strip()


def field_named(group: str, words: str) -> str:
    """The field of a group by its name or its meaning. Fails with all that could be meant."""
    meanings: dict[str, str] = {}
    for model in GROUPS[group]:
        for name, info in model.model_fields.items():
            meanings.setdefault(plain(info.description or name), name)
            meanings.setdefault(name, name)
            meanings.setdefault(name.replace("_", " "), name)
    if words not in meanings:
        raise AssertionError(f"{group}: no field means `{words}`. It has: {'; '.join(sorted(meanings))}")
    return meanings[words]


def span(number: int, unit: str) -> timedelta:
    """`8 weeks` as days; months and years by their mean length."""
    return timedelta(days=round(number * DAYS[unit.rstrip("s")]))


class Story:
    """The case under construction. `contact` is the intake or session that steps speak of now."""

    def __init__(self) -> None:
        self.intake: dict[str, Any] = {"date": FIRST_DAY.isoformat()}
        self.sessions: list[dict[str, Any]] = []
        self.preferences: dict[str, Any] = {}
        self.contact: dict[str, Any] = self.intake
        self.onset: date | None = None

    # Contacts

    def session(self, number: int, day: date | None = None) -> dict[str, Any]:
        """Session `number`, made when it is not there yet: a week after the contact before it."""
        known = next((one for one in self.sessions if one["number"] == number), None)
        if known is None:
            before = [one for one in self.sessions if one["number"] < number]
            start = date.fromisoformat(before[-1]["date"]) if before else date.fromisoformat(self.intake["date"])
            weeks = number - (before[-1]["number"] if before else 0)
            known = {"number": number, "date": (day or start + timedelta(weeks=weeks)).isoformat()}
            self.sessions.append(known)
            self.sessions.sort(key=lambda one: int(one["number"]))
        self.contact = known
        return known

    # What is known

    @property
    def background(self) -> dict[str, Any]:
        """Where background is recorded: the intake, or what the current session learned."""
        return self.intake if self.contact is self.intake else self.contact.setdefault("learned", {})

    def entry(self, kind: str, key: str, name: str, **values: Any) -> dict[str, Any]:
        """The entry of a list with that key, made when it is not there yet."""
        entries = self.background.setdefault(kind, [])
        found = next((one for one in entries if one[name] == key), None)
        if found is None:
            found = {name: key}
            entries.append(found)
        found.update(values)
        return dict_of(found)

    def person(self, key: str, **values: Any) -> dict[str, Any]:
        return self.entry("relationships", key, "person", **values)

    def event(self, key: str, **values: Any) -> dict[str, Any]:
        return self.entry("life_events", key, "event", **values)

    def group(self, group: str, key: str = "") -> dict[str, Any]:
        """Where the fields of a group stand."""
        if group == "session":
            return self.contact
        if group == "preferences":
            return self.preferences
        if group in ("risk enquiry", "violence enquiry", "safety plan"):
            risk = self.contact.setdefault("risk", {})
            names = {"violence enquiry": "violence", "safety plan": "safety_plan"}
            return risk if group == "risk enquiry" else dict_of(risk.setdefault(names[group], {}))
        if group == "PHQ-9":
            return self.measure("phq9")
        if group in ("decision", "homework", "alliance", "ending", "relapse plan", "maintenance"):
            return dict_of(self.contact.setdefault(group.replace(" ", "_"), {}))
        if group in ("person", "conflict"):
            entry = self.person(key)
            return entry if group == "person" else dict_of(entry.setdefault("conflict", {}))
        if group in ("event", "mourning", "change"):
            entry = self.event(key)
            names = {"mourning": "mourning", "change": "role_change"}
            return entry if group == "event" else dict_of(entry.setdefault(names[group], {}))
        return dict_of(self.background.setdefault(group.replace("social life", "social"), {}))

    def record(self, group: str, words: str, value: Any, key: str = "") -> None:
        """Set a field of a group, named by its meaning."""
        self.group(group, key)[field_named(group, words)] = read(value)

    def measure(self, name: str) -> dict[str, Any]:
        measures = dict_of(self.contact.setdefault("measures", {}))
        return dict_of(measures.setdefault(name, {}))

    def set_onset(self, day: date) -> None:
        self.onset = day
        dict_of(self.background.setdefault("episode", {}))["onset"] = day.isoformat()

    def near_onset(self, number: int, unit: str, side: str) -> str:
        """A day so long before or after the onset."""
        assert self.onset is not None, "say first when the low mood began"
        return (self.onset + (span(number, unit) if side == "after" else -span(number, unit))).isoformat()

    def case(self) -> Case:
        data: dict[str, Any] = {"schema_version": 1, "id": "story", "intake": self.intake, "sessions": self.sessions}
        if self.preferences:
            data["preferences"] = self.preferences
        return Case.from_data(data)


def dict_of(value: Any) -> dict[str, Any]:
    assert isinstance(value, dict)
    return value


def read(value: Any) -> Any:
    """A value as a step writes it: a number, a list after commas in brackets, else text."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    if text.startswith("[") and text.endswith("]"):
        return [part.strip() for part in text[1:-1].split(",") if part.strip()]
    return int(text) if re.fullmatch(r"-?\d+", text) else text.replace("not known", "not-known")


def words_list(text: str) -> Iterator[str]:
    """`1, 2 and 3` as its parts."""
    yield from (part.strip() for part in re.split(r",|\sand\s", text) if part.strip())


__all__ = ["Session", "Story", "field_named", "plain", "read", "span", "words_list"]
