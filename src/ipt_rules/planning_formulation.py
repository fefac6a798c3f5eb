"""The formulation, part by part: what therapist and person stated, and what else the record offers (INI-27 to INI-37)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ipt_rules import vocabulary as words
from ipt_rules.case.background import Diagnosis, Episode
from ipt_rules.case.people import Conflict, LifeEvent
from ipt_rules.facts.agreement import focus_accepted, latest_focus
from ipt_rules.facts.dispute_parts import feared
from ipt_rules.facts.enquiries import tasks_done
from ipt_rules.facts.episode import triad_state
from ipt_rules.facts.timing import surely_after, timing
from ipt_rules.facts.view import View
from ipt_rules.planning_base import (
    SUPPORTING,
    Given,
    Made,
    Source,
    conflict_text,
    each,
    entry_place,
    found,
    graded,
    people,
    stated,
    when_text,
    words_of,
)
from ipt_rules.plans import PlanEntry

MAKE_UP: Mapping[str, tuple[str, ...]] = {
    "recurrence": ("episode.number", "episode.in_last_two_years"),
    "early-onset": ("episode.early_onset",),
    "childhood-maltreatment": ("episode.childhood_maltreatment", "asked.childhood-maltreatment"),
    "family-history": ("episode.family_history", "asked.family-history"),
    "coping": ("episode.unhelpful_coping",),
}
"""What makes a relapse more likely and speaks of the person's make-up, with the fields that say so."""


def _diagnosis(given: Given) -> Made:
    """Named with its severity, and shared; nothing is inferred from scores."""
    view = given.view
    told = view.background.diagnosis or Diagnosis()
    holds = []
    if told.primary:
        holds.append(stated(words_of(told.primary), *view.place("diagnosis.primary")))
    if told.severity:
        holds.append(stated(given.say("severity", severity=told.severity), *view.place("diagnosis.severity")))
    shared = [contact for contact in view.held if "diagnosis-shared" in contact.part.tasks_done]
    holds += [stated(given.say("shared"), f"{contact.place}.tasks_done") for contact in shared[:1]]
    enough = bool(told.primary and told.severity) and "diagnosis-shared" in tasks_done(view)
    return graded(holds, enough=enough)


def _onset(given: Given) -> Made:
    view = given.view
    told = view.background.episode or Episode()
    holds = []
    if told.onset is not None:
        holds.append(stated(given.say("since", when=told.onset), *view.place("episode.onset")))
    elif told.duration_months is not None:
        place = view.place("episode.duration_months")
        holds.append(stated(given.say("for_months", count=told.duration_months), *place))
    return graded(holds, enough=told.onset is not None and told.onset.precision != "year")


def _triad(given: Given, part: str, beside: Iterator[PlanEntry]) -> Made:
    """A part of the triad: what was stated fills it, or that it was looked for; the rest is offered."""
    view = given.view
    triad = view.background.triad
    holds = [stated(text, place) for text, place in each(view, f"triad.{part}", getattr(triad, part, ()))]
    state = triad_state(view, part)
    if state == "none-found":
        holds.append(stated(given.say("none_found"), *view.place("triad.none_found")))
    return graded([*holds, *beside], enough=state != "empty")


def _crises(given: Given) -> Iterator[PlanEntry]:
    """Events and open conflicts at the onset, shortly before it, or linked to it by patient or therapist."""
    view = given.view
    for event in view.background.life_events:
        if _near(given, timing(view, event.date, event.onset_relation, event.linked_by)):
            yield found(_event(view, event), *entry_place(view, "life_events", event.event))
    for person in view.background.relationships:
        conflict = person.conflict
        if conflict is not None and conflict.present == "yes" and _set_off(given, conflict):
            place = entry_place(view, "relationships", person.person, "conflict")
            yield found(conflict_text(given, person), *place)


def _near(given: Given, when: Mapping[str, object]) -> bool:
    days = when["days_before_onset"]
    if when["long_before_onset"]:
        return False
    if when["linked"]:
        return True
    if isinstance(days, int):
        return 0 <= days <= int(given.view.parameter("crisis_near_onset_days"))
    return when["onset_relation"] in given.view.group("can-have-set-off")


def _set_off(given: Given, conflict: Conflict) -> bool:
    told = timing(given.view, conflict.since, conflict.onset_relation, conflict.linked_by)
    return conflict.worse_around_onset == "yes" or _near(given, told)


def _event(view: View, event: LifeEvent) -> str:
    when = when_text(view, event.date, event.onset_relation, event.linked_by)
    told = f"{view.what(event)}, {when}"
    return f"{told}: {event.meaning}" if event.meaning else told


def _make_up(given: Given) -> Iterator[PlanEntry]:
    """Earlier episodes, illness, what was lived through early, family, ways of coping: as far as recorded."""
    view = given.view
    for fact in given.of("risk_factor", present=True):
        fields = MAKE_UP.get(str(fact.get("factor")), ())
        if fields:
            yield found(str(fact.get("name")), *_places(view, fields))
    diagnosis = view.background.diagnosis or Diagnosis()
    for illness, place in each(view, "diagnosis.medical", diagnosis.medical):
        if illness.name or illness.kind:
            yield found(illness.name or words_of(illness.kind), place)
    for name, place in each(view, "diagnosis.comorbid", diagnosis.comorbid):
        yield found(words_of(name), place)
    if diagnosis.substance_use in view.group("heavy-use"):
        use = given.say("substance_use", use=diagnosis.substance_use)
        yield found(use, *view.place("diagnosis.substance_use"))
    social = view.background.social
    if social and social.long_standing == "yes":
        yield found(given.say("long_standing"), *view.place("social.long_standing"))


def _places(view: View, fields: tuple[str, ...]) -> tuple[str, ...]:
    """Where the first of these fields that was filled stands."""
    filled = (view.record.places[name] for name in fields if name in view.record.places)
    return next(filled, ())


def _supporters(given: Given) -> Iterator[PlanEntry]:
    yield from people(given, "withdrawn", *SUPPORTING)
    social = given.view.background.social
    if social and social.no_confidant == "yes":
        yield found(given.say("no_confidant"), *given.view.place("social.no_confidant"))


def _focus(given: Given) -> Made:
    """The agreed focus and what ties it to the onset; without one, what the record speaks for."""
    agreed = latest_focus(given.view)
    if agreed is None:
        return graded(_proposed(given), enough=False)
    contact, focus = agreed
    place = f"{contact.place}.focus_agreed"
    holds = [stated(_area(given.view, focus.area, focus.about), place)]
    if focus.second_area:
        holds.append(stated(_area(given.view, focus.second_area, focus.second_about), place))
    if focus.patient_agrees == "no":
        holds.append(stated(given.say("turned_down"), f"{place}.patient_agrees"))
    links = list(_links(given, focus.about))
    return graded([*holds, *links], enough=focus_accepted(given.view) and bool(links))


def _area(view: View, area: str, about: str | None) -> str:
    name = words.AREA_NAMES[area].lower()
    who = view.called(about)
    return f"{name}, {who}" if who else name


def _proposed(given: Given) -> Iterator[PlanEntry]:
    choice = given.one("choice")
    if choice is not None and choice.get("primary") is not None:
        area = str(choice.get("primary_name"))
        about = choice.get("about")
        candidate = given.one("candidate", area=choice.get("primary"))
        afraid = choice.get("primary") == "role-dispute" and choice.get("primary_about") in feared(given.view)
        word = "proposed_if_feared" if afraid else "proposed"
        told = given.say(word, area=f"{area}, {about}" if about else area)
        yield found(told, *(candidate.places if candidate else ()))
    tied = [str(fact.get("area_name")) for fact in given.of("candidate", tied=True)]
    if tied:
        places = (place for fact in given.of("candidate", tied=True) for place in fact.places)
        yield found(given.say("open_between", areas=" / ".join(tied)), *places)


def _links(given: Given, about: str | None) -> Iterator[PlanEntry]:
    """What the record says of the time of the event, or of the conflict and events with the person, it is about.

    What is known to have come after the onset is no tie to the beginning.
    """
    view = given.view
    if about is None:
        return
    for event in view.background.life_events:
        known = timing(view, event.date, event.onset_relation, event.linked_by)["timing_known"]
        later = surely_after(view, event.date, event.onset_relation)
        if known and not later and about in (event.event, event.person):
            yield found(_event(view, event), *entry_place(view, "life_events", event.event))
    person = view.people.get(about)
    conflict = person.conflict if person else None
    if person is not None and conflict is not None:
        known = timing(view, conflict.since, conflict.onset_relation, conflict.linked_by)["timing_known"]
        later = surely_after(view, conflict.since, conflict.onset_relation)
        if (known and not later) or conflict.worse_around_onset == "yes":
            yield found(conflict_text(given, person), *entry_place(view, "relationships", about, "conflict"))


def _agreement(given: Given) -> Made:
    """Whether the formulation was offered and makes sense; before it can be offered nothing is asked."""
    told = given.one("formulation")
    if told is None or told.get("offered") is not True:
        due = int(given.view.parameter("formulation_session"))
        case = given.one("case")
        early = case is not None and int(str(case.get("next_session"))) < due and not case.get("next_closes_initial")
        return Made("not-yet") if early else Made("missing")
    agreed = told.get("agreed")
    word = "offered" if agreed is None else "agreed" if agreed else "disagreed"
    return graded([stated(given.say(word, session=told.get("session")), *told.places)], enough=agreed is True)


def _goals(given: Given) -> Made:
    view = given.view
    holds = []
    for goal in view.background.goals:
        text = goal.what or goal.goal
        rated = text if goal.rating is None else given.say("goal_rated", goal=text, rating=goal.rating)
        holds.append(stated(rated, *entry_place(view, "goals", goal.goal)))
    missing = dict.fromkeys(str(fact.get("missing")) for fact in given.of("goal", rateable=False))
    enough = len(holds) >= int(view.parameter("goals_at_least")) and not missing
    return graded(holds, enough=enough, slots={"missing": "; ".join(missing)})


FORMULATION: Mapping[str, Source] = {
    "diagnosis": _diagnosis,
    "onset": _onset,
    "crisis": lambda given: _triad(given, "crisis", _crises(given)),
    "vulnerability": lambda given: _triad(given, "vulnerability", _make_up(given)),
    "support": lambda given: _triad(given, "support", _supporters(given)),
    "focus": _focus,
    "agreement": _agreement,
    "goals": _goals,
}
