"""Facts on what stands beside standard IPT (A2, A6): other treatments, courses made for a condition, substance use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ipt_rules import vocabulary as words
from ipt_rules.case import Preferences
from ipt_rules.courses import Length
from ipt_rules.facts.base import Fact, FactKind, Field, kind, make_fact
from ipt_rules.facts.chosen import span_text
from ipt_rules.facts.common import unknown
from ipt_rules.facts.phase import planned_sessions
from ipt_rules.facts.suitability import recorded
from ipt_rules.facts.view import View

UNKNOWNS: Mapping[str, str] = {
    "substance-use-level": "how heavy the use of alcohol or drugs is, where some is recorded",
}
_PREFERENCES = "preferences"
_PRIOR = "intake.diagnosis.prior_treatments[]"

OTHER_TREATMENT = kind(
    "other_treatment",
    "What is known of a treatment that may come before IPT; one for CBT and one for exposure, always both.",
    Field("treatment", "term", "Which.", ("cbt", "exposure"), required=True),
    Field(
        "ruled_out",
        "yes_no",
        "It is recorded that the patient declined it, that it did not help, or that it cannot be had; `no` says only "
        "that none of this is recorded.",
        required=True,
        source=f"{_PREFERENCES}.declines_cbt, declines_exposure, cbt_available, {_PRIOR}",
        statements=("SUI-30", "SUI-35"),
    ),
    Field(
        "name_text", "text", "The treatment, for reading; `exposure declined` where that was declined.", required=True
    ),
    Field("why", "text", "What rules it out, for reading."),
    Field("preferred", "yes_no", "The treatment the patient prefers.", source=f"{_PREFERENCES}.therapy"),
)
CONDITION_COURSE = kind(
    "condition_course",
    "A recorded diagnosis for which a course of its own was made or tested, with the length of that course.",
    Field("condition", "term", "The diagnosis.", words.DIAGNOSES, required=True, source="intake.diagnosis"),
    Field("primary", "yes_no", "It is the main diagnosis; always known.", required=True),
    Field("course", "key", "The course, by its slug in courses.yaml.", required=True),
    Field("sessions", "text", "Its usual number of sessions, for reading."),
    Field(
        "planned_fewer",
        "yes_no",
        "A number of sessions is planned, and it is less than the least of this course; `no` where none is recorded.",
        required=True,
        source="intake.course.planned_sessions, intake.contract.sessions",
        statements=("SUI-42", "CLN-20"),
    ),
)
SUBSTANCE_USE = kind(
    "substance_use",
    "Use of alcohol or drugs with its weight, as recorded; none while the weight is not known.",
    Field("level", "term", "How heavy.", words.SUBSTANCE_USE, required=True, statements=("SAF-23", "SUI-44")),
)
KINDS: tuple[FactKind, ...] = (OTHER_TREATMENT, CONDITION_COURSE, SUBSTANCE_USE)


def derive(view: View) -> Iterator[Fact]:
    """CBT and exposure, the courses for a condition, and the use of alcohol or drugs."""
    yield _cbt(view)
    yield _exposure(view)
    yield from _courses(view)
    yield from _substance_use(view)


# Other treatments


def _preferences(view: View) -> Preferences:
    return view.case.preferences or Preferences()


def _cbt(view: View) -> Fact:
    told = _preferences(view)
    against = {
        "CBT was declined": ("preferences.declines_cbt",) if told.declines_cbt == "yes" else (),
        "an earlier CBT did not help": _cbt_without_gain(view),
        "CBT cannot be had here": ("preferences.cbt_available",) if told.cbt_available == "no" else (),
    }
    preferred = None if told.therapy is None else told.therapy == "cbt"
    return make_fact(
        OTHER_TREATMENT,
        (*(place for found in against.values() for place in found), *(("preferences.therapy",) if preferred else ())),
        treatment="cbt",
        name_text="CBT",
        ruled_out=any(against.values()),
        why=" and ".join(reason for reason, found in against.items() if found) or None,
        preferred=preferred,
    )


def _exposure(view: View) -> Fact:
    declined = _preferences(view).declines_exposure == "yes"
    return make_fact(
        OTHER_TREATMENT,
        "preferences.declines_exposure" if declined else (),
        treatment="exposure",
        name_text="exposure declined" if declined else "exposure",
        ruled_out=declined,
        why="exposure was declined" if declined else None,
    )


def _cbt_without_gain(view: View) -> tuple[str, ...]:
    """The places of earlier CBT that brought nothing; one known to have been too short or too weak does not count."""
    return tuple(
        view.entry_place("diagnosis.prior_treatments", index)
        for index, one in enumerate(view.diagnosis.prior_treatments)
        if one.kind == "cbt" and one.result == "none" and one.adequate != "no" and one.running != "yes"
    )


# Courses


def _courses(view: View) -> Iterator[Fact]:
    """What courses.yaml says of the course for each recorded diagnosis that has one, beside the plan."""
    made_for = {name: course for course in view.knowledge.courses.values() for name in course.made_for}
    for name, places in recorded(view).items():
        if name not in made_for:
            continue
        course = made_for[name]
        fewer = _fewer(planned_sessions(view), course.sessions.min)
        yield make_fact(
            CONDITION_COURSE,
            (*places, *(_places_of_plan(view) if fewer else ())),
            condition=name,
            primary=view.diagnosis.primary == name,
            course=course.id,
            sessions=_usual(course.sessions),
            planned_fewer=fewer,
        )


def _fewer(planned: int | None, least: int | None) -> bool:
    return planned is not None and least is not None and planned < least


def _places_of_plan(view: View) -> tuple[str, ...]:
    return (*view.place("course.planned_sessions"), *view.place("contract.sessions"))


def _usual(sessions: Length) -> str | None:
    """
    >>> _usual(Length(min=16, typical=19, typical_max=20)), _usual(Length(typical=14)), _usual(Length(min=8))
    ('19 to 20', '14', None)
    """
    return span_text(sessions.usual) if sessions.typical is not None and sessions.usual else None


# Alcohol and drugs


def _substance_use(view: View) -> Iterator[Fact]:
    """The level as recorded. Where a diagnosis says more than the level, or use was told and no level is, it is not known."""
    level, disorder = view.diagnosis.substance_use, recorded(view).get("substance-use", ())
    asked = {str(topic): answer for topic, answer in view.background.asked.items()}.get("substance-use")
    if level is not None and (not disorder or level in view.group("heavy-use")):
        yield make_fact(SUBSTANCE_USE, view.place("diagnosis.substance_use"), level=level)
    elif disorder or asked == "some":
        yield unknown("substance-use-level", (*disorder, *view.place("asked.substance-use")))
