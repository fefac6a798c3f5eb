"""Every state that the case fact can have in the course of a treatment: a small, finite set of invented cases.

What two fields of the case fact have to do with each other is in its derivation alone. So it is asked: for every way in
which the courses of the pack are split into phases, after every session, for every phase that may be recorded and every
answer about maintenance. Missed sessions, crises and ages make no difference here and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from ipt_rules.case import Case
from ipt_rules.courses import Course
from ipt_rules.errors import RulebookError
from ipt_rules.facts.base import Fact
from ipt_rules.facts.derive import derive_facts
from ipt_rules.facts.lengths import Lengths, lengths
from ipt_rules.facts.view import Wanted
from ipt_rules.matching.plain import satisfies
from ipt_rules.query import Pattern
from ipt_rules.rulebook import Rulebook

INTAKE = date(2026, 1, 1)
WEEK = timedelta(weeks=1)
RECORDED = (None, "initial", "middle", "ending", "maintenance")
ANSWERS = (None, "yes", "no")
ENOUGH = 3
"""Sessions between the initial phase and the ending that bring about every state of a longer middle."""

ONLY_THE_CASE = Wanted(frozenset({"case"}), frozenset())


class State(NamedTuple):
    """A case fact, and the case it is of, in words."""

    words: str
    fact: Fact


def planned_lengths(course: Course) -> tuple[int, ...]:
    """Every number of sessions that a course may be planned with."""
    within, usual = course.sessions.range, course.sessions.usual
    ends = [one for span in (within, usual) if span for one in (span.min, span.max) if one is not None]
    return tuple(range(min(ends), max(ends) + 1)) if ends else ()


def splits(rulebook: Rulebook) -> Iterator[tuple[Course, Lengths]]:
    """Every course with every number of sessions it may be planned with, and how these fall into phases."""
    for course in rulebook.courses.values():
        for planned in planned_lengths(course):
            yield course, lengths(course, planned, rulebook.parameter)


class States:
    """The states of one rulebook, made when first asked for."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._made: list[State] | None = None

    def first(self, *patterns: Pattern) -> State | None:
        """The first state whose case fact satisfies all these patterns, what the course does not tell left aside."""
        wanted = [pattern._replace(terms=tuple(t for t in pattern.terms if t.field in TOLD)) for pattern in patterns]
        return next((one for one in self._all() if all(satisfies(one.fact, each, {}) for each in wanted)), None)

    def _all(self) -> list[State]:
        if self._made is None:
            try:
                self._made = list(_states(self._rulebook))
            except RulebookError:
                self._made = []  # a pack that leans on another: what it lacks is told elsewhere
        return self._made


TOLD = frozenset(
    {
        "phase",
        "next_phase",
        "session_number",
        "next_session",
        "next_held",
        "next_closes_initial",
        "sessions_over_initial",
        "left_initial_recorded",
        "ends_with_triage",
        "maintenance_accepted",
        "planned_known",
        "planned_sessions",
        "sessions_left",
        "sessions_beyond_plan",
        "midpoint_reached",
        "next_is_midpoint",
        "next_is_ending",
        "next_starts_ending",
        "next_is_last",
        "next_is_last_but_one",
        "plan_used_up",
        "in_last_quarter",
        "in_last_third",
    }
)
"""The fields of the case fact that the course, its sessions and what is recorded of phase and maintenance decide."""


def _states(rulebook: Rulebook) -> Iterator[State]:
    """The states of the shortest course of each split: more sessions in the middle bring no other state."""
    shortest: dict[Any, tuple[int, Course]] = {}
    for course, split in splits(rulebook):
        between = min(split.ending_starts_at - split.initial_limit - 1, ENOUGH)
        alike = (split.initial_limit, split.ending, between, split.triage)
        if alike not in shortest or split.planned < shortest[alike][0]:
            shortest[alike] = (split.planned, course)
    for planned, course in shortest.values():
        yield from _of_course(rulebook, course, planned)


def _of_course(rulebook: Rulebook, course: Course, planned: int) -> Iterator[State]:
    for held in range(planned + 1):
        for recorded in RECORDED if held else RECORDED[:1]:
            for accepted in ANSWERS if held else ANSWERS[:1]:
                yield _state(rulebook, course, planned, held, recorded, accepted)


def _state(
    rulebook: Rulebook, course: Course, planned: int, held: int, recorded: str | None, accepted: str | None
) -> State:
    sessions: list[dict[str, Any]] = [{"number": n, "date": INTAKE + n * WEEK} for n in range(1, held + 1)]
    if recorded:
        sessions[-1]["phase"] = recorded
    if accepted:
        sessions[-1]["maintenance"] = {"accepted": accepted}
    intake = {"date": INTAKE, "course": {"type": course.id, "planned_sessions": planned}}
    case = Case.model_validate({"schema_version": 1, "id": "invented", "intake": intake, "sessions": sessions})
    on = INTAKE + held * WEEK
    fact = derive_facts(case, on, rulebook, ONLY_THE_CASE)[0]
    told = [f"course `{course.id}` of {planned} sessions, after session {held}"]
    told += [f"phase recorded: {recorded}"] if recorded else []
    told += [f"maintenance {'accepted' if accepted == 'yes' else 'declined'}"] if accepted else []
    return State(", ".join(told), fact)
