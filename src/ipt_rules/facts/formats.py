"""Facts about the format of treatment (A3): alone, in a group or at a distance, and what speaks against a group."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ipt_rules.case.people import Relationship
from ipt_rules.facts.base import Fact, FactKind, Field, kind, make_fact
from ipt_rules.facts.dispute_parts import is_dispute, is_over, none_found
from ipt_rules.facts.phase import in_group, is_remote, session_format
from ipt_rules.facts.screens import screens, standing
from ipt_rules.facts.signs import signs
from ipt_rules.facts.view import View

UNKNOWNS: Mapping[str, str] = {}
GROUP = "group"
WHO_GROUP = "who-group"
BARS: Mapping[str, str] = {
    "intent-to-die": "an intent or a plan to die, or suicidal behaviour of late",
    "psychosis": "psychotic symptoms",
    "mania": "mania, hypomania or mixed features",
    "cognition": "severe cognitive impairment",
    "dispute-in-group": "a dispute with a member of the same group",
}
"""What speaks against a group now (FMT-10), in words."""

SETTING = kind(
    "setting",
    "How the treatment is held, or is wished to be held; exactly one.",
    Field(
        "group_in_view", "yes_no", "A group is planned or wished; always known.", required=True, source="course, kind"
    ),
    Field("group_text", "text", "Which of the two, for reading."),
    Field(
        "group_open",
        "yes_no",
        "No group is planned, and no other format than a group is wished; always known.",
        required=True,
        source="intake.course.format, preferences.format",
    ),
    Field("who_model", "yes_no", "The course is the WHO group; always known.", required=True, statements=("FMT-06",)),
    Field("remote_in_view", "yes_no", "Contact at a distance is planned, used or wished; always known.", required=True),
    Field("remote_text", "text", "Which of these, for reading."),
    single=True,
)
GROUP_BAR = kind(
    "group_bar",
    "One thing that speaks against a place in a group now; always all of them.",
    Field("bar", "term", "Which.", tuple(BARS), required=True, statements=("FMT-10",)),
    Field("name", "text", "The same, for reading.", required=True),
    Field("there", "yes_no", "It is recorded, and stands; `no` says only that it is not.", required=True),
    Field("ruled_out", "yes_no", "It is recorded as not there; always known.", required=True, statements=("FMT-10",)),
)
KINDS: tuple[FactKind, ...] = (SETTING, GROUP_BAR)


def derive(view: View) -> Iterator[Fact]:
    """The setting, and each thing that would speak against a group."""
    yield _setting(view)
    for bar, name in BARS.items():
        there = PRESENT[bar](view)
        yield make_fact(GROUP_BAR, (), bar=bar, name=name, there=there is True, ruled_out=there is False)


def nothing_bars_group(view: View) -> bool:
    """Whether every thing that speaks against a group is recorded as not there."""
    return all(there(view) is False for there in PRESENT.values())


def _setting(view: View) -> Fact:
    wished = view.case.preferences.format if view.case.preferences else None
    course, now = view.background.course, session_format(view)
    planned = in_group(view) is True
    remote = is_remote(view, now) or (course is not None and is_remote(view, course.format))
    places = (*view.place("course"), *(("preferences.format",) if wished else ()))
    return make_fact(
        SETTING,
        places,
        group_in_view=planned or wished == GROUP,
        group_text="A group course is planned" if planned else "A group is wished for" if wished == GROUP else None,
        group_open=not planned and wished is None,
        who_model=course is not None and course.type == WHO_GROUP,
        remote_in_view=remote or is_remote(view, wished),
        remote_text=_remote_text(view, remote, wished),
    )


def _remote_text(view: View, remote: bool, wished: str | None) -> str | None:
    if remote:
        return "Contact is at a distance"
    return f"The wished format is {wished}" if is_remote(view, wished) else None


# What speaks against a group (FMT-10)


def _intent(view: View) -> bool | None:
    """An answer that stands says yes; only a screen without any yes to thoughts or behaviour of late says no."""
    found = screens(view)
    state = standing(view, found)
    if any(key in state.yes for key in view.group("urgent-answers")):
        return True
    recorded = [one for one in found if one.recorded]
    return False if recorded and not state.yes and recorded[-1].denied else None


def _psychosis(view: View) -> bool | None:
    stands = {one.sign: one.present for one in signs(view)}
    return True if any(stands.get(sign) for sign in view.group("psychotic-signs")) else stands.get("psychosis")


def _mania(view: View) -> bool | None:
    return {one.sign: one.present for one in signs(view)}.get("mania")


def _cognition(view: View) -> bool | None:
    told = view.background.diagnosis.cognition if view.background.diagnosis else None
    return None if told is None else told == "severe-impairment"


def _dispute(view: View) -> bool | None:
    """No when there is no dispute with anybody, or none of those in dispute belongs to the group."""
    open_ = [one for one in view.people.values() if is_dispute(view, one) and not is_over(view, one)]
    if any(_member(one) for one in open_):
        return True
    outside = bool(open_) and all(one.same_group == "no" for one in open_)
    return False if outside or (not open_ and none_found(view)) else None


def _member(one: Relationship) -> bool:
    return one.same_group == "yes"


PRESENT: Mapping[str, Callable[[View], bool | None]] = {
    "intent-to-die": _intent,
    "psychosis": _psychosis,
    "mania": _mania,
    "cognition": _cognition,
    "dispute-in-group": _dispute,
}
