"""What ties symptoms to relationships or life changes (SUI-03, SUI-04), and the features of SUI-14, as recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from ipt_rules.case.people import LifeEvent, Relationship
from ipt_rules.facts.base import Fact, FactKind, Field, kind, make_fact
from ipt_rules.facts.change_parts import life_changes, unresolved
from ipt_rules.facts.dispute_parts import feared, is_dispute, is_over
from ipt_rules.facts.dispute_timing import timing_values as conflict_timing
from ipt_rules.facts.loss_parts import beside_onset, deaths
from ipt_rules.facts.people import present
from ipt_rules.facts.phase import adolescent
from ipt_rules.facts.social import asked_and_none, isolation_told
from ipt_rules.facts.timing import timing
from ipt_rules.facts.view import View

SHOWN = 3
AGE_GROUPS = ("child", "adolescent", "adult", "later-life", "not-known")
FEATURES: Mapping[str, str] = {
    "interpersonal-problem": "an interpersonal problem that can be named",
    "relates-to-therapist": "ability to relate to the therapist",
    "tells-interactions": "ability to tell specific interactions",
    "motivation": "some motivation",
    "support": "some existing support",
}
"""The features of SUI-14."""

INTERPERSONAL_PROBLEM = kind(
    "interpersonal_problem",
    "What ties the symptoms to relationships or life changes, from the timeline, the inventory and what is said of "
    "isolation; exactly one.",
    Field(
        "found",
        "yes_no",
        "An event, a loss, a change of role, a conflict or isolation is recorded that is not settled, or that is tied to "
        "the onset (long before it: only when said to be unresolved); `no` says only that none is recorded.",
        required=True,
        source="life_events, relationships[].conflict, social",
        statements=("SUI-03", "SUI-48"),
    ),
    Field(
        "linked",
        "yes_no",
        "One of the events or conflicts is tied to the onset: by patient or therapist, as told, or by its date before it; "
        "yes or unknown.",
        statements=("SUI-03", "SUI-04"),
    ),
    Field("text", "text", "What is recorded, for reading; what is tied to the onset comes first."),
    single=True,
)
FIT_PICTURE = kind(
    "fit_picture",
    "The age and the five features together; exactly one. It counts what is recorded, and is never a score.",
    Field(
        "age_group",
        "term",
        "By the ages of the forms of IPT; who is in the ages of the adolescent form is no adult here.",
        AGE_GROUPS,
        required=True,
        source="intake.patient.age",
        statements=("SUI-20", "SUI-22", "SUI-23"),
    ),
    Field(
        "present",
        "integer",
        "Features recorded as there. A problem: as found, none when all was asked and denied. Telling: a session had, or "
        "lacked, a specific interaction. Motivation: IPT preferred or a focus agreed on, or no treatment wanted. Support: a "
        "person who supports, other than one who is feared, or support looked for and lacking. Relating: no input shows it.",
        unit="features",
        source="life_events, relationships, social, triad, sessions[].recent_interaction, preferences.therapy",
        required=True,
        statements=("SUI-14",),
    ),
    Field("lacking", "integer", "Features recorded as lacking.", unit="features", required=True),
    Field("present_text", "text", "Those that are there, for reading; left out when there is none."),
    Field("lacking_text", "text", "Those that are lacking, for reading; left out when there is none."),
    single=True,
)
KINDS: tuple[FactKind, ...] = (INTERPERSONAL_PROBLEM, FIT_PICTURE)


def derive(view: View) -> Iterator[Fact]:
    """The interpersonal problem, and the age and the five features together."""
    found = ties(view)
    linked = any(one.linked for one in found)
    places = tuple(place for one in found for place in one.places)
    yield make_fact(
        INTERPERSONAL_PROBLEM, places, found=bool(found), linked=True if linked else None, text=_in_words(found)
    )
    features = {feature: there(view) for feature, there in PRESENT.items()}
    yield make_fact(
        FIT_PICTURE,
        view.place("patient.age"),
        age_group=age_group(view),
        present=sum(there is True for there in features.values()),
        lacking=sum(there is False for there in features.values()),
        present_text=_names(features, True),
        lacking_text=_names(features, False),
    )


def age_group(view: View) -> str:
    """Which form of IPT the age speaks for; one of AGE_GROUPS."""
    age = view.background.patient.age if view.background.patient else None
    if age is None:
        return "not-known"
    if adolescent(view):
        return "adolescent"
    if age < int(view.parameter("adolescent_from_age_years")):
        return "child"
    return "later-life" if age >= int(view.parameter("late_life_years")) else "adult"


def _names(features: Mapping[str, bool | None], wanted: bool) -> str | None:
    return "; ".join(FEATURES[feature] for feature, there in features.items() if there is wanted) or None


# What ties symptoms to relationships


class Tie(NamedTuple):
    """One thing recorded that symptoms may be tied to: in words, whether it is tied to the onset, and where it stands."""

    text: str
    linked: bool
    places: tuple[str, ...]


def ties(view: View) -> tuple[Tie, ...]:
    """Events and conflicts that stand or are tied to the onset, and isolation; what is tied to the onset first."""
    found = [*_events(view), *_conflicts(view), *_isolation(view)]
    return tuple(sorted(found, key=lambda one: not one.linked))


def _events(view: View) -> Iterator[Tie]:
    for event in (*deaths(view), *life_changes(view)):
        times = timing(view, event.date, event.onset_relation, event.linked_by)
        beside = beside_onset(view, times)
        linked = bool(times["linked"]) or beside in view.group("near-onset")
        if linked or _stands(event, beside):
            yield Tie(f"{view.what(event)}, {times['when']}", linked, view.place(f"life_events.{event.event}"))


def _stands(event: LifeEvent, beside: str) -> bool:
    """Not settled by now: a blank does not say that it is, unless the event lies long before the onset."""
    open_ = unresolved(event)
    return open_ is True if beside == "long-before" else open_ is not False


def _conflicts(view: View) -> Iterator[Tie]:
    for one in view.people.values():
        if is_dispute(view, one) and not is_over(view, one) and not _of_the_illness(one):
            times = conflict_timing(view, one)
            linked = bool(times["linked"]) or beside_onset(view, times) in view.group("near-onset")
            yield Tie(f"conflict with {view.who(one.person)}", linked, view.place(f"relationships.{one.person}"))


def _of_the_illness(one: Relationship) -> bool:
    """Only irritability of this episode (DIS-08)."""
    return one.conflict is not None and one.conflict.only_in_episode == "yes"


def _isolation(view: View) -> Iterator[Tie]:
    told = isolation_told(view)
    if told:
        yield Tie(told, False, view.place("social"))


def _in_words(found: tuple[Tie, ...]) -> str | None:
    if not found:
        return None
    more = len(found) - SHOWN
    return "; ".join([one.text for one in found[:SHOWN]] + ([f"and {more} more"] if more > 0 else []))


# The features of SUI-14


def _problem(view: View) -> bool | None:
    return True if ties(view) else False if asked_and_none(view) else None


def _tells(view: View) -> bool | None:
    answers = {session.recent_interaction for _, session in view.sessions}
    return True if "yes" in answers else False if "no" in answers else None


def _motivation(view: View) -> bool | None:
    preferences = view.case.preferences
    wish = preferences.therapy if preferences else None
    agreed = any(session.focus_agreed and session.focus_agreed.patient_agrees == "yes" for _, session in view.sessions)
    return True if agreed or wish == "ipt" else False if wish == "none" else None


def _support(view: View) -> bool | None:
    afraid_of = feared(view)
    people = (one for one in view.people.values() if present(view, one) and one.person not in afraid_of)
    if any("yes" in (one.supportive, one.confidant) for one in people):
        return True
    triad, social = view.background.triad, view.background.social
    if triad is not None and triad.support:
        return True
    lacking = social is not None and social.lacks_support == "yes"
    return False if lacking or (triad is not None and "support" in triad.none_found) else None


PRESENT: Mapping[str, Callable[[View], bool | None]] = {
    "interpersonal-problem": _problem,
    "relates-to-therapist": lambda view: None,
    "tells-interactions": _tells,
    "motivation": _motivation,
    "support": _support,
}
