"""The page of the courses: what each is, how its sessions are split, whose the numbers are, and what nobody checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ipt_rules.courses import Course, PhaseName, Span, Valued
from ipt_rules.docs.marks import anchor, cell, statement_links
from ipt_rules.facts.chosen import length_text, span_text
from ipt_rules.facts.lengths import ORIGINS, UNCHECKED, lengths
from ipt_rules.protocol import Reference
from ipt_rules.render.wording import read_as_in_words
from ipt_rules.rulebook import Rulebook
from ipt_rules.vocabulary import DIAGNOSIS_NAMES

GRADES = {
    "seed": "stated in lay pages",
    "found": "read in its sources, in the way each is marked",
    "known": "from the literature, not read again",
    "judgement": "our own",
}
NAMES: Mapping[Valued, str] = {
    "min": "fewest sessions",
    "typical": "usual number of sessions",
    "max": "most sessions",
    "session_minutes": "minutes",
    "frequency": "frequency",
    "initial": "initial phase",
    "middle": "middle phase",
    "ending": "ending",
}
INTRODUCTION = """\
The courses that the rules know. A case names one by its slug, `intake: {course: {type: ipt-a}}`, and the phases follow it. The
planned number of sessions counts for more than the usual one. Outside the range of a course, and where it has no phases of its
own, the planned number alone decides ([CLN-27](traceability.md#CLN-27), [parameters](parameters.md)). Where a source gives a
range for a phase, the number by CLN-27 is kept inside it. No course is advised by standing here."""


def courses_page(rulebook: Rulebook) -> str:
    """Every course, readably, with its split as the source has it and as it is reckoned here."""
    lines = [
        "# Courses",
        "",
        INTRODUCTION,
        "",
        "| course | slug | sessions | phases, as reckoned here | grade |",
        "|---|---|---|---|---|",
    ]
    for course in rulebook.courses.values():
        grade = rulebook.statements[course.statement].grade if course.statement in rulebook.statements else ""
        split = next(iter(_splits(course, rulebook)), "")
        lines.append(
            f"| [{course.name}](#{course.id}) | `{course.id}` | {length_text(course) or 'none given'} | {split} | {grade} |"
        )
    for course in rulebook.courses.values():
        lines += ["", *_course(course, rulebook)]
    return "\n".join(lines)


def _course(course: Course, rulebook: Rulebook) -> Iterator[str]:
    yield f"## {anchor(course.id)}{course.name}"
    yield ""
    yield f"`{course.id}`. Statements: {statement_links(course.statements)}."
    yield ""
    yield f"- Sessions: {length_text(course) or 'no number given'}."
    yield f"- Minutes: {_minutes(course)}. Frequency: {course.frequency.words if course.frequency else 'not given'}."
    if course.format:
        yield f"- Held as: {course.format}."
    if course.made_for:
        yield f"- Made or tested for: {', '.join(DIAGNOSIS_NAMES[name] for name in course.made_for)}."
    yield f"- Phases as given: {'; '.join(_phase(course, name) for name in course.phases)}."
    yield f"- Phases as reckoned here: {'; '.join(_splits(course, rulebook))}. {_follows(course, rulebook)}"
    statement = rulebook.statements.get(course.statement)
    if statement:
        known = [rulebook.references[ref] for ref in statement.refs if ref in rulebook.references]
        yield f"- Grade: {statement.grade}, {GRADES[statement.grade]}."
        yield f"- Sources: {'; '.join(_reference(one) for one in known)}."
        yield f"- Not verified: {'; '.join([*_doubts(course), *_not_read(known)]) or 'nothing is marked so'}."
    if course.note:
        yield f"- {cell(course.note)}"


def _minutes(course: Course) -> str:
    return span_text(course.session_minutes) if course.session_minutes else "not given"


def _phase(course: Course, name: PhaseName) -> str:
    phase, origin = course.phases[name], course.origin.get(name)
    if phase is None:
        return f"{name} not given"
    return f"{name} “{phase.words}”{f' ({ORIGINS[origin]})' if origin else ''}"


def _splits(course: Course, rulebook: Rulebook) -> Iterator[str]:
    """The phases by session numbers, for the usual number of sessions or both ends of what is usual."""
    default = int(rulebook.parameter("default_planned_sessions"))
    usual = course.sessions.usual or Span(min=default, max=default)
    for planned in sorted({one for one in (usual.min, usual.max) if one is not None}):
        parts = lengths(course, planned, rulebook.parameter)
        limit, starts = parts.initial_limit, parts.ending_starts_at
        middle = (_numbers(limit + 1, starts - 1),) if limit + 1 < starts else ()
        yield f"of {planned}: {' / '.join((_numbers(1, limit), *middle, _numbers(starts, planned)))}"


def _numbers(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _follows(course: Course, rulebook: Rulebook) -> str:
    usual = course.sessions.usual
    planned = (usual.min or usual.max if usual else None) or int(rulebook.parameter("default_planned_sessions"))
    parts = lengths(course, planned, rulebook.parameter)
    return f"Initial phase {parts.initial_by}; ending {parts.ending_by}."


def _reference(reference: Reference) -> str:
    cite = f"[{reference.cite.rstrip('.')}](references.md#{reference.key})"
    return f"{cite}{read_as_in_words(reference.read_as)}"


def _not_read(references: Sequence[Reference]) -> Iterator[str]:
    for one in references:
        if one.read_as == "memory":
            yield f"cited and not read: {one.cite.rstrip('.')}"


def _doubts(course: Course) -> Iterator[str]:
    for origin, words in ORIGINS.items():
        told = [name for value, name in NAMES.items() if course.origin.get(value) == origin]
        if told:
            yield f"{', '.join(told)}: {words}"
    if course.check_before_display:
        yield UNCHECKED
