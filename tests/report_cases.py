"""What the tests of the report share: its pages as text, and cases made for what those of `cases/` do not have."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from golden import CASES, day_of
from ipt_rules import Case
from ipt_rules.report import Material, gather, to_html
from ipt_rules.vocabulary import CLOSENESS
from tests_support import shipped_rulebook

ROLES = ("parent", "spouse", "friend", "colleague", "sibling", "child", "in-law", "neighbour")


def material_of(case: Case, on: date | None = None) -> Material:
    """What the page of a case is made from, on the day of its last contact unless another is given."""
    return gather(case, shipped_rulebook(), on or day_of(case))


def page_of(case: Case, on: date | None = None) -> str:
    return to_html(material_of(case, on))


@cache
def long_material() -> Material:
    return material_of(long_course())


def case_named(name: str) -> Case:
    return Case.from_file(CASES / f"{name}.yaml")


def made(intake: Mapping[str, Any], *sessions: Mapping[str, Any]) -> Case:
    """An invented case from plain data."""
    first = {"date": "2026-01-10", **intake}
    return Case.from_data({"schema_version": 1, "id": "made", "intake": first, "sessions": list(sessions)})


def long_course() -> Case:
    """Thirty sessions, the last of them monthly; missed ones, one without a score, and events known to the day or less."""
    events = [
        {"event": "move", "type": "move", "date": "2025-09"},
        {"event": "loss", "type": "death", "date": "1998", "person": "mother"},
        {"event": "job", "type": "job-loss", "date": "2026-03"},
        {"event": "illness", "type": "own-illness", "date": "2026-07-14"},
        {"event": "quarrel", "type": "other", "onset_relation": "before"},
    ]
    sessions: list[dict[str, Any]] = []
    day, total = date(2026, 1, 17), 19
    for number in range(1, 31):
        one: dict[str, Any] = {"number": number, "date": day.isoformat()}
        if number in (5, 6):
            one["attended"] = "no"
        elif number != 9:
            total += -1 if number % 3 else 1
            one["measures"] = {"phq9": {"total": total}}
        if number == 16:
            one["maintenance"] = {"accepted": "yes"}
        sessions.append(one)
        day += timedelta(days=7 if number < 16 else 28)
    intake = {
        "course": {"planned_sessions": 16},
        "episode": {"onset": "2025-10"},
        "measures": {"phq9": {"total": 19}},
        "life_events": events,
        "relationships": [{"person": "mother", "role": "parent", "alive": "no", "closeness": "close"}],
    }
    return made(intake, *sessions)


def crowd() -> Case:
    """Twenty-five people on all rings, with long names and every mark."""
    rings = (*CLOSENESS, None)
    people = [
        {
            "person": f"old-friend-from-the-village-{at}" if at % 3 else f"p{at}",
            "role": ROLES[at % len(ROLES)],
            "closeness": rings[at * at % len(rings)],
            "conflict": {"present": "yes"} if at % 4 == 0 else None,
            "supportive": "yes" if at % 5 == 0 else None,
            "alive": "no" if at % 7 == 0 else None,
            "past": "yes" if at % 6 == 1 else None,
        }
        for at in range(25)
    ]
    return made({"relationships": people})
