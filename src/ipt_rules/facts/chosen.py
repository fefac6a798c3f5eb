"""Facts about the course that was chosen (H): its range of lengths, our default by severity, the frame of its sessions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ipt_rules.courses import Course, Span, Valued
from ipt_rules.errors import nearest
from ipt_rules.facts.base import Fact, FactKind, Field, kind, make_fact
from ipt_rules.facts.lengths import ORIGINS, UNCHECKED, chosen_course, doubts
from ipt_rules.facts.phase import adolescent, adult, in_group, perinatal, planned_sessions
from ipt_rules.facts.scores import of_scale, readings
from ipt_rules.facts.signs import signs
from ipt_rules.facts.social import persistent
from ipt_rules.facts.suitability import bipolar
from ipt_rules.facts.view import View

UNKNOWNS: Mapping[str, str] = {}
H = ("CLN-01", "CLN-27")
PLACES = ("below", "inside", "above")
SEVERE = ("length_severe_points", "length_severe_sessions")
MODERATE = ("length_moderate_points", "length_moderate_sessions")
MILD = "length_mild_points"
"""From which PHQ-9 on, and how many sessions (CON-01)."""

COURSE = kind(
    "chosen_course",
    "The course that is recorded; none while it is left open. A finding that rests on it cites its statement.",
    Field("course", "key", "The course by its slug, when a pack knows it.", source="intake.course.type"),
    Field("known", "yes_no", "A pack knows the course; always known.", required=True),
    Field("nearest", "text", "For one that no pack knows: the nearest that is known, for reading."),
    Field("name", "text", "Its name."),
    Field("statement", "key", "The statement that carries it."),
    Field("has_length", "yes_no", "Its source gives numbers of sessions; always known.", required=True),
    Field("length", "text", "Its number of sessions, with what is not verified, for reading.", statements=H),
    Field(
        "planned_is",
        "term",
        "Where the planned number lies beside the fewest and the most sessions of the course.",
        PLACES,
        statements=H,
    ),
    complete=True,
)
USUAL_LENGTH = kind(
    "usual_length",
    "Our default for the number of sessions, by severity; exactly one.",
    Field(
        "by_phq9", "yes_no", "The first usable PHQ-9 gives one; always known.", required=True, statements=("CON-01",)
    ),
    Field("total", "integer", "That PHQ-9.", unit="points"),
    Field("sessions", "text", "The number of sessions, for reading."),
    Field("text", "text", "The default in a sentence: for this PHQ-9, else for each severity."),
    single=True,
)
SESSION_FRAME = kind(
    "session_frame",
    "Minutes and frequency as agreed beside those of the course; at most one, when either is recorded.",
    Field("minutes_differ", "yes_no", "The minutes lie outside those of the course.", statements=("MID-02", "CON-23")),
    Field("frequency_differs", "yes_no", "Sessions are to be rarer than the course has them.", statements=("MID-02",)),
    Field("agreed", "text", "What was agreed, for reading.", source="contract.minutes, course.frequency"),
    Field("usual", "text", "What is usual, and in which course, for reading."),
    Field("statement", "key", "The statement that carries the course, when one is chosen."),
    single=True,
)
KINDS: tuple[FactKind, ...] = (COURSE, USUAL_LENGTH, SESSION_FRAME)


def derive(view: View) -> Iterator[Fact]:
    """The chosen course, the default of length, and the frame of the sessions."""
    recorded = view.background.course
    if recorded and recorded.type:
        yield _course(view, recorded.type)
    yield _usual_length(view)
    yield from _frame(view)


def _course(view: View, recorded: str) -> Fact:
    course = chosen_course(view)
    place = view.place("course.type")
    if course is None:
        return make_fact(COURSE, place, known=False, has_length=False, nearest=_nearest(view, recorded))
    return make_fact(
        COURSE,
        (*place, *_told(view, "course.planned_sessions", "contract.sessions")),
        course=course.id,
        known=True,
        name=course.name,
        statement=course.statement,
        has_length=course.sessions.usual is not None,
        length=length_text(course),
        planned_is=_planned_is(course.sessions.range, planned_sessions(view)),
    )


def _nearest(view: View, recorded: str) -> str:
    """The course that may be meant, by slug or name. What was recorded may be anybody's words and is not repeated."""
    called = {name: course for course in view.knowledge.courses.values() for name in course.called}
    found = called.get(nearest(recorded.strip().lower(), called))
    return f"Perhaps {found.name}, which is written {found.id}." if found else "None has a name like the one recorded."


def _planned_is(within: Span | None, planned: int | None) -> str | None:
    if within is None or planned is None:
        return None
    kept = within.kept(planned)
    return "inside" if kept == planned else "below" if planned < kept else "above"


def length_text(course: Course) -> str | None:
    """The number of sessions of a course in words, with whatever of it is not verified; None where there is none."""
    usual, within = course.sessions.usual, course.sessions.range
    if usual is None:
        return None
    text = span_text(within or usual, "sessions")
    if course.sessions.typical is not None and usual != within:
        text += f", usually {span_text(usual)}"
    doubt = "; ".join(_doubts(course))
    return f"{text} ({doubt})" if doubt else text


def _doubts(course: Course) -> Iterator[str]:
    names: Mapping[Valued, str] = {"min": "fewest", "typical": "usual number", "max": "most"}
    for origin, words in ORIGINS.items():
        told = [name for value, name in names.items() if course.origin.get(value) == origin]
        if told:
            yield f"{' and '.join(told)}: {words}"
    if course.check_before_display:
        yield UNCHECKED


def span_text(span: Span, unit: str = "") -> str:
    """A span for reading.

    >>> span_text(Span(min=8, max=20), "sessions"), span_text(Span(max=30), "minutes"), span_text(Span(min=16, max=16))
    ('8 to 20 sessions', 'up to 30 minutes', '16')
    """
    unit = f" {unit}" if unit else ""
    if span.min is None:
        return f"up to {span.max}{unit}"
    if span.max is None:
        return f"{span.min}{unit} or more"
    return f"{span.min}{unit}" if span.min == span.max else f"{span.min} to {span.max}{unit}"


# CON-01: our default by severity


def _usual_length(view: View) -> Fact:
    totals = of_scale(readings(view), "phq9")
    first = totals[0] if totals and _default_is_meant(view) else None
    sessions = _by_severity(view, first.points) if first else None
    if first is None or sessions is None:
        return make_fact(USUAL_LENGTH, by_phq9=False, text=_every_default(view))
    text = f"Our default at a first PHQ-9 of {first.points}: {sessions}, weekly."
    return make_fact(USUAL_LENGTH, first.place, by_phq9=True, total=first.points, sessions=sessions, text=text)


def _default_is_meant(view: View) -> bool:
    """Whether nothing is known that calls for a course of its own; an age below that of an adult does."""
    diagnosis = view.diagnosis
    signs_told = any(one.present for one in signs(view) if one.sign in view.group("signs-treated-first"))
    special = (
        adult(view) is False,
        adolescent(view),
        perinatal(view),
        in_group(view),
        bipolar(view),
        signs_told,
        persistent(view),
    )
    return not any(special) and _own_default(view, diagnosis.primary)


def _own_default(view: View, primary: str | None) -> bool:
    return primary is None or primary in view.group("usual-length-diagnoses")


def _by_severity(view: View, points: int) -> str | None:
    for at_least, sessions in (SEVERE, MODERATE):
        if points >= int(view.parameter(at_least)):
            return f"{view.parameter(sessions)} sessions"
    return _short(view) if points >= int(view.parameter(MILD)) else None


def _short(view: View) -> str:
    short = Span(min=view.parameter("length_mild_from_sessions"), max=view.parameter("length_mild_to_sessions"))
    return f"{span_text(short, 'sessions')} of interpersonal counselling or brief IPT"


def _every_default(view: View) -> str:
    severe, long, moderate, middle = (view.parameter(key) for key in (*SEVERE, *MODERATE))
    return (
        f"Our default for adults with depression, by the first PHQ-9: {long} weekly sessions from {severe} points on, "
        f"{middle} from {moderate}, and from {view.parameter(MILD)} on {_short(view)}."
    )


# MID-02, CON-23: the frame of the sessions


def _frame(view: View) -> Iterator[Fact]:
    course = chosen_course(view)
    parts = [part for part in (_frequency(view, course), _minutes(view, course)) if part]
    if not parts:
        return
    usual: dict[str, list[str]] = {}
    for part in parts:
        usual.setdefault(part.source, []).append(part.usual)
    differs = {part.name: part.differs for part in parts}
    yield make_fact(
        SESSION_FRAME,
        _told(view, "contract.minutes", "course.frequency"),
        minutes_differ=differs.get("minutes"),
        frequency_differs=differs.get("frequency"),
        agreed=", ".join(part.agreed for part in parts),
        usual="; ".join(f"{', '.join(words)} in {source}" for source, words in usual.items()),
        statement=course.statement if course else None,
    )


class _Part(NamedTuple):
    """One part of the frame that can be compared: as agreed, as usual, and in what it is usual."""

    name: str
    agreed: str
    usual: str
    source: str
    differs: bool


def _frequency(view: View, course: Course | None) -> _Part | None:
    planned = view.background.course
    often = planned.frequency if planned and planned.frequency != "other" else None
    own = course.frequency if course else None
    terms: tuple[str, ...] = own.terms if own else ()
    if own is None and _frame_is_usual(view, course):
        terms = (str(view.parameter("usual_frequency")),)
    if often is None or not terms:
        return None
    differs = often not in terms and not (often in view.group("weekly-or-more") and "weekly" in terms)
    usual = own.words if own else terms[0]
    return _Part("frequency", often.replace("-", " "), usual, _source(course, "frequency", own), differs)


def _minutes(view: View, course: Course | None) -> _Part | None:
    minutes = view.background.contract.minutes if view.background.contract else None
    own = course.session_minutes if course else None
    span = own
    if own is None and _frame_is_usual(view, course):
        span = Span(min=view.parameter("usual_least_minutes"), max=view.parameter("usual_most_minutes"))
    if minutes is None or span is None:
        return None
    source = _source(course, "session_minutes", own)
    return _Part("minutes", f"{minutes} minutes", _minutes_text(view, span), source, not span.holds(minutes))


def _told(view: View, *names: str) -> tuple[str, ...]:
    """Where these fields stand, those that were filled."""
    return tuple(place for name in names for place in view.place(name) if place.endswith(f".{name}"))


def _frame_is_usual(view: View, course: Course | None) -> bool:
    """Whether the usual frame of MID-02 is meant where the course says nothing of its own."""
    recorded = view.background.course.format if view.background.course else None
    usual = recorded is None or recorded in view.group("usual-frame-formats")
    return usual and not in_group(view) and (course is None or course.usual_frame)


def _source(course: Course | None, value: Valued, own: object) -> str:
    """Where a part of the frame is usual: in the course, where it says so itself, else in IPT at large."""
    return ", ".join([course.name, *doubts(course, value)]) if course and own else "IPT in general"


def _minutes_text(view: View, span: Span) -> str:
    default = view.parameter("usual_minutes")
    more = f" (our default {default})" if span.min != span.max and span.holds(default) else ""
    return span_text(span, "minutes") + more
