"""The relapse-prevention plan, part by part: what the sessions wrote, and what else the record offers (END-17 to END-26)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from ipt_rules import vocabulary as words
from ipt_rules.case import PartialDate
from ipt_rules.case.background import Medication
from ipt_rules.case.people import LifeEvent
from ipt_rules.facts import relapse_plan
from ipt_rules.facts.agreement import latest_focus
from ipt_rules.facts.end_measures import of_course
from ipt_rules.facts.relapse_plan import FIELDS, comes_or_goes_on, conflicts_ahead, supporter, worse_on_anniversary
from ipt_rules.facts.scores import contact_text, direction
from ipt_rules.facts.view import View
from ipt_rules.instruments import reliable_change
from ipt_rules.planning_base import (
    DECIDED,
    SUPPORTING,
    Given,
    Made,
    Source,
    conflict_text,
    each,
    entry_place,
    found,
    graded,
    latest,
    people,
    plan_texts,
    sessions_with,
    stated,
    words_of,
)
from ipt_rules.plans import PlanEntry

LEAP_DAY = "-02-29"


def _part(part: str, beside: Iterator[PlanEntry], given: Given, slots: Mapping[str, str] | None = None) -> Made:
    """What the plan says of a part, and beside it what the record offers; only the plan itself can fill it."""
    written = [stated(text, place) for text, place in plan_texts(given.view, FIELDS[part])]
    return graded([*written, *beside], enough=relapse_plan.filled(given.view, part), slots=slots)


def _signs(given: Given) -> Iterator[PlanEntry]:
    episode = given.view.background.episode
    for text, place in each(given.view, "episode.warning_signs", episode.warning_signs if episode else ()):
        yield found(text, place)


def _triggers(given: Given) -> Iterator[PlanEntry]:
    """What comes again, what goes on, and what lies ahead within the time that is looked at."""
    view = given.view
    for event in view.background.life_events:
        place = entry_place(view, "life_events", event.event)
        back = _anniversary(view, event)
        if back is not None:
            told = given.say("anniversary", event=str(view.what(event)))
            yield found(f"{told}, {back}" if back else told, *place)
        elif comes_or_goes_on(event):
            told = str(view.what(event))
            yield found(f"{told}: {event.meaning}" if event.meaning else told, *place)
    for person in conflicts_ahead(view):
        yield found(conflict_text(given, person), *entry_place(view, "relationships", person.person, "conflict"))
    yield from _ahead(given)


def _anniversary(view: View, event: LifeEvent) -> str | None:
    """When the day of a death comes back, empty where that is not known; None where it need not be thought of.

    It is thought of where such days were hard, where grief for it is the focus, and in the first year.
    """
    if event.type not in words.DEATHS:
        return None
    hard = worse_on_anniversary(event)
    agreed = latest_focus(view)
    focus = agreed is not None and agreed[1].area == "grief" and agreed[1].about in (event.event, event.person)
    if not (hard or focus or _first_ahead(view, event)):
        return None
    return _next_return(view.on, event.date)


def _first_ahead(view: View, event: LifeEvent) -> bool:
    """Whether the first return of the day is still ahead."""
    if event.date is None or event.date.precision == "year":
        return False
    return (view.on - event.date.latest).days < int(view.parameter("triggers_ahead_days"))


def _next_return(on: date, when: PartialDate | None) -> str:
    """The next return of a day or a month, as told; empty when only the year is known.

    >>> _next_return(date(2026, 3, 7), PartialDate("2019-03")), _next_return(date(2026, 3, 7), PartialDate("2024-02-29"))
    ('2026-03', '2027-02-28')
    """
    if when is None or when.precision == "year":
        return ""
    rest = str(when)[4:].replace(LEAP_DAY, "-02-28")
    years = (year for year in (on.year, on.year + 1) if year > when.earliest.year)
    return next(str(day) for year in years if (day := PartialDate(f"{year}{rest}")).latest >= on)


def _ahead(given: Given) -> Iterator[PlanEntry]:
    """A birth that is expected, and a major event that was said to be coming."""
    view = given.view
    due = view.background.patient.due_date if view.background.patient else None
    until = view.on + timedelta(days=int(view.parameter("triggers_ahead_days")))
    if due is not None and due.latest >= view.on and due.earliest <= until:
        told = given.say("birth")
        yield found(f"{told}, {due}", *view.place("patient.due_date"))
    event = latest(view, "maintenance", "major_event_expected", among=DECIDED)
    if event is not None and event[0] == "yes":
        yield found(given.say("major_event"), event[1])


def _skills(given: Given) -> Iterator[PlanEntry]:
    """Techniques that helped, goals largely reached, and falls of the PHQ-9: what to ask about."""
    view = given.view
    known = view.knowledge.techniques
    for place, _, uses in sessions_with(view, "techniques"):
        for at, use in enumerate(uses):
            if use.result == "helped" and use.technique in known:
                yield found(given.say("helped", technique=known[use.technique].name.lower()), f"{place}[{at}]")
    for goal in view.background.goals:
        if goal.rating is not None and goal.rating >= int(view.parameter("goals_largely_reached_rating")):
            told = given.say("goal_rated", goal=goal.what or goal.goal, rating=goal.rating)
            yield found(told, *entry_place(view, "goals", goal.goal))
    yield from _falls(given)


def _falls(given: Given) -> Iterator[PlanEntry]:
    """A fall of the PHQ-9 over the course where it is a reliable improvement (MON-06), and sudden gains."""
    scores = of_course(given.view, "phq9")
    first, last = (scores[0], scores[-1]) if scores else (None, None)
    if first and last and reliable_change(last.instrument, first.points, last.points) == "improved":
        told = given.say(
            "score_fall",
            change=direction(first.points, last.points),
            first=contact_text(first.contact.number),
            last=contact_text(last.contact.number),
        )
        yield found(told, first.place, last.place)
    for gain in given.of("sudden_gain"):
        told = given.say("sudden_gain", change=gain.get("direction"), when=gain.get("when"))
        yield found(told, *gain.places)


def _habits(given: Given) -> Iterator[PlanEntry]:
    episode = given.view.background.episode
    if episode and episode.unhelpful_coping == "yes":
        yield found(given.say("coping"), *given.view.place("episode.unhelpful_coping"))


def _supports(given: Given) -> Iterator[PlanEntry]:
    """The named supporter, unless dead or feared by now, and who else supports or could."""
    named, told = supporter(given.view), latest(given.view, "relapse_plan", "supporter")
    if named is not None and told is not None:
        yield stated(given.say("named_supporter", who=given.view.who(named)), told[1])
    yield from people(given, *SUPPORTING)


def _contact(given: Given) -> Iterator[PlanEntry]:
    view = given.view
    told = latest(view, "maintenance", "emergency_contact", among=DECIDED)
    if told is not None and told[0] == "yes":
        yield found(given.say("emergency_agreed"), told[1])
    if view.background.patient and view.background.patient.emergency_contact == "yes":
        yield found(given.say("emergency_recorded"), *view.place("patient.emergency_contact"))


def _medication(given: Given) -> Made:
    """Needed where a medicine is taken; where nobody said, that is asked first."""
    medicine = given.one("medicine")
    who = medicine.get("who_to_ask") if medicine else None
    slots = {"who_to_ask": given.say(str(who) if who else "whoever_prescribes")}
    needed = relapse_plan.needed(given.view, "medication")
    if needed and who == "specialist" and medicine is not None:
        slots["why_specialist"] = str(medicine.get("why_specialist"))
    made = _part("medication", _medicines(given), given, slots)
    if made.status == "filled" or needed:
        return made
    return Made("not-needed") if needed is False else Made(made.status, made.holds, slots, first=True)


def _medicines(given: Given) -> Iterator[PlanEntry]:
    for one, place in each(given.view, "medication", given.view.background.medication or ()):
        if one.taken == "yes":
            yield found(given.say("medicine", medicine=_name(given, one)), place)


def _name(given: Given, one: Medication) -> str:
    return one.name or (words_of(one.kind) if one.kind else given.say("unnamed_medicine"))


RELAPSE_PREVENTION: Mapping[str, Source] = {
    "signs": lambda given: _part("signs", _signs(given), given),
    "triggers": lambda given: _part("triggers", _triggers(given), given),
    "skills": lambda given: _part("skills", _skills(given), given),
    "habits": lambda given: _part("habits", _habits(given), given),
    "supports": lambda given: _part("supports", _supports(given), given),
    "contact": lambda given: _part("contact", _contact(given), given),
    "medication": _medication,
    "follow-up": lambda given: _part("follow-up", iter(()), given),
}
