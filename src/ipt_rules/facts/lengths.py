"""How many sessions each phase has: as the chosen course gives it, else by the planned number (CLN-27, END-06)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from ipt_rules.courses import Course, CoursePhase, Origin, PhaseName, Valued
from ipt_rules.facts.view import View

BY_NUMBER = "by the planned number"
ORIGINS: Mapping[Origin, str] = {"ours": "our own reckoning", "memory": "from memory, not read again"}
UNCHECKED = "not checked against the guideline yet"
Parameter = Callable[[str], Any]


class Lengths(NamedTuple):
    """Sessions of the first and the last phase; the middle is the rest. `*_by` says for reading what they follow."""

    planned: int
    initial: int
    ending: int
    initial_by: str
    ending_by: str
    triage: bool = False  # the source ends such a course with triage

    @property
    def ending_starts_at(self) -> int:
        return max(self.planned - self.ending + 1, 1)

    @property
    def last_before_ending(self) -> int:
        return max(self.ending_starts_at - 1, 1)

    @property
    def initial_limit(self) -> int:
        """The last session of the initial phase, which never reaches into the ending, however short the course."""
        return min(self.initial, self.last_before_ending)


def lengths(course: Course | None, planned: int, parameter: Parameter) -> Lengths:
    """The phases of a course of `planned` sessions.

    A course that is planned longer or shorter than its source has it is split by number, as one of no name: the source
    says nothing of that. Where a source gives a range, the number that CLN-27 gives is kept inside it.
    """
    initial, ending = by_number(planned, parameter)
    own = course if course is not None and _speaks(course, planned) else None
    if own is None:
        return Lengths(planned, initial, ending, BY_NUMBER, BY_NUMBER)
    initial = _kept(own.initial, initial)
    ending = _kept(own.ending, ending)
    if own.middle and own.middle.count and not (own.ending and own.ending.count):
        # the middle keeps what the source gives it, and an ending of no number what is left, at least one session
        ending = max(min(ending, planned - initial - (own.middle.count.min or 0)), 1)
    return Lengths(planned, initial, ending, _told(own, "initial"), _told(own, "ending"), own.ends_with_triage)


def by_number(planned: int, parameter: Parameter) -> tuple[int, int]:
    """CLN-27: sessions of the initial phase and of the ending in a course of so many sessions."""

    def value(key: str) -> int:
        return int(parameter(key))

    if planned >= value("long_course_from_sessions"):
        return value("initial_long_sessions"), value("ending_long_sessions")
    short = planned <= value("initial_short_to_sessions")
    initial = value("initial_short_sessions") if short else value("initial_usual_sessions")
    if planned <= value("ending_briefest_to_sessions"):
        return initial, value("ending_briefest_sessions")
    brief = planned <= value("ending_short_to_sessions")
    return initial, value("ending_short_sessions") if brief else value("ending_usual_sessions")


def _speaks(course: Course, planned: int) -> bool:
    within = course.sessions.range
    return course.split == "own" and (within is None or within.holds(planned))


def _kept(phase: CoursePhase | None, number: int) -> int:
    return number if phase is None or phase.count is None else phase.count.kept(number)


def _told(course: Course, name: PhaseName) -> str:
    """What a phase follows, for reading; what no source read gives is told so."""
    phase = course.phases[name]
    rest = name == "ending" and course.middle is not None and course.middle.count is not None
    if (phase is None or phase.count is None) and not rest:
        return BY_NUMBER
    return ", ".join([f"as in {course.name}", *doubts(course, name)])


def doubts(course: Course, name: Valued) -> Iterator[str]:
    """What a reader must know of a value of a course: whose it is, and whether anybody checked it."""
    origin = course.origin.get(name)
    if origin is not None:
        yield ORIGINS[origin]
    elif course.check_before_display:
        yield UNCHECKED


def chosen_course(view: View) -> Course | None:
    """The course of the case; None where none is recorded, or one that no pack knows."""
    recorded = view.background.course
    return view.knowledge.course(recorded.type) if recorded and recorded.type else None


def reckoned_sessions(view: View) -> int:
    """What the initial phase is reckoned with while nobody said how many sessions are planned.

    The default of CON-01, kept to the usual number of the chosen course. Nothing of the ending follows from it.
    """
    default = int(view.parameter("default_planned_sessions"))
    course = chosen_course(view)
    usual = course.sessions.usual if course else None
    return usual.kept(default) if usual else default


def reckoned_text(view: View, planned: int | None) -> str:
    """The number of sessions the initial phase is reckoned with, and where it comes from, for reading."""
    if planned is not None:
        return f"{planned} sessions as planned"
    course = chosen_course(view)
    number = f"{reckoned_sessions(view)} sessions"
    return f"{number}, usual in {course.name}" if course and course.sessions.usual else number
