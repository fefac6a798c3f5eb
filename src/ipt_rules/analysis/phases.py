"""ANALYSIS-04 for the phases by session number: in every course, of every length it may have, each session is in one.

Exact: every course is gone through with every number of sessions it may be planned with, and without a course every
number up to the longest of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from ipt_rules.analysis.base import Found
from ipt_rules.analysis.course_cases import planned_lengths
from ipt_rules.courses import Course, PhaseName, Span
from ipt_rules.errors import RulebookError
from ipt_rules.facts.lengths import Lengths, lengths
from ipt_rules.rulebook import Rulebook

CODE = "ANALYSIS-04"
HINT = "correct the phases of the course, or the parameters of CLN-27"


def problems(rulebook: Rulebook) -> Iterator[Found]:
    """Courses with a session in no phase or in two, and courses whose own session numbers do."""
    try:
        yield from _by_number(rulebook)
        for course in rulebook.courses.values():
            yield from _of_course(course, rulebook)
    except RulebookError:
        return  # a pack without the parameters of the phases leans on another, where they are checked


def _by_number(rulebook: Rulebook) -> Iterator[Found]:
    longest = max((number for one in rulebook.courses.values() for number in planned_lengths(one)), default=0)
    for planned in range(2, longest + 1):
        found = _wrong(lengths(None, planned, rulebook.parameter))
        if found:
            yield Found("phases by number", (), CODE, found, HINT, f"- case: {{planned_sessions: {planned}}}")
            return


def _of_course(course: Course, rulebook: Rulebook) -> Iterator[Found]:
    where = f"course {course.id}"
    for planned in planned_lengths(course):
        found = _wrong(lengths(course, planned, rulebook.parameter))
        if found:
            witness = f'- case: {{course: "{course.id}", planned_sessions: {planned}}}'
            yield Found(where, (), CODE, found, HINT, witness)
            break
    found = _own_numbers(course)
    if found:
        yield Found(where, (), CODE, found, "correct the `numbers` of its phases")


def _wrong(split: Lengths) -> str:
    for number in range(1, split.planned + 1):
        phases = phases_of(split, number)
        if len(phases) != 1:
            told = f"in {' and in '.join(phases)}" if phases else "in no phase"
            return f"of {split.planned} sessions, session {number} is {told}"
    return ""


def phases_of(split: Lengths, number: int) -> list[str]:
    """The phases that a session belongs to by what their lengths say, each by itself."""
    inside = {
        "initial": 1 <= number <= split.initial_limit,
        "middle": split.initial_limit < number < split.ending_starts_at,
        "ending": split.ending_starts_at <= number <= split.planned,
    }
    return [name for name, is_in in inside.items() if is_in]


def _own_numbers(course: Course) -> str:
    """What is wrong with the session numbers that a course gives all its phases, for its usual length."""
    numbers: dict[PhaseName, Span] = {name: one.numbers for name, one in course.phases.items() if one and one.numbers}
    usual = course.sessions.usual
    if len(numbers) < len(course.phases) or usual is None or usual.min != usual.max:
        return ""
    for number in range(1, (usual.max or 0) + 1):
        phases = [name for name, span in numbers.items() if span.holds(number)]
        if len(phases) != 1:
            told = f"in {' and in '.join(phases)}" if phases else "in no phase"
            return f"by its own numbers session {number} of {usual.max} is {told}"
    beyond = [name for name, span in numbers.items() if (span.max or 0) > (usual.max or 0)]
    return f"the {beyond[0]} phase goes on after session {usual.max}, the last one" if beyond else ""
