"""Maintenance, part by part: who needs it and why, the wish, the frame, the contract, and when sessions step up (MNT)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ipt_rules.case.background import Diagnosis
from ipt_rules.case.session import Maintenance
from ipt_rules.facts import maintenance, relapse_plan
from ipt_rules.facts.end_measures import last_phq9, of_course
from ipt_rules.facts.people import alive
from ipt_rules.facts.phase import maintenance_accepted
from ipt_rules.facts.view import View
from ipt_rules.planning_base import (
    DECIDED,
    Given,
    Made,
    Source,
    each,
    entry_place,
    found,
    graded,
    latest,
    parts_written,
    plan_texts,
    stated,
    words_of,
)
from ipt_rules.plans import PlanEntry

FIELDS: Mapping[str, tuple[str, ...]] = {
    "recurrence": ("episode.number", "episode.in_last_two_years"),
    "coping": ("episode.unhelpful_coping",),
    "other-illness": ("diagnosis.medical", "diagnosis.comorbid", "asked.other-illness"),
    "childhood-maltreatment": ("episode.childhood_maltreatment", "asked.childhood-maltreatment"),
    "early-onset": ("episode.early_onset",),
    "chronic": ("diagnosis.persistent_depression", "episode.duration_months", "episode.onset"),
    "comorbidity": ("diagnosis.comorbid", "diagnosis.substance_use"),
    "family-history": ("episode.family_history", "asked.family-history"),
}
"""The fields of the background that say a factor; the other factors rest on scores, people and events."""


def wished(work: Source) -> Source:
    """A part of maintenance that is wished for: before that its time has not come, and declined it is not needed."""

    def made(given: Given) -> Made:
        accepted = maintenance_accepted(given.view)
        if accepted:
            return work(given)
        return Made("not-yet" if accepted is None else "not-needed", slots=work(given).slots)

    return made


def _need(given: Given) -> Made:
    """The factors that are known to be there, and those of which nobody knows; never a score."""
    view = given.view
    holds = [
        found(str(fact.get("name")), *_factor_places(view, str(fact.get("factor"))))
        for fact in given.of("risk_factor", present=True)
    ]
    open_ = [str(fact.get("name")) for fact in given.of("risk_factor", known=False)]
    made = graded(holds, enough=not open_, slots={"missing": "; ".join(open_)})
    return made if made.holds or not open_ else Made("missing", (), made.slots)


def _factor_places(view: View, factor: str) -> tuple[str, ...]:
    if factor == "residual":
        last = last_phq9(view)
        return (last.place,) if last else ()
    if factor == "severity":
        return _severity_places(view) or view.place("diagnosis.primary")
    if factor == "circumstances":
        return tuple(_strain(view))
    filled = (view.record.places[name] for name in FIELDS[factor] if name in view.record.places)
    return next(filled, ())


def _severity_places(view: View) -> tuple[str, ...]:
    """The clinician's word where it says severe, else the highest scores that count as severe, else the diagnosis."""
    if (view.background.diagnosis or Diagnosis()).severity == "severe":
        return view.place("diagnosis.severity")
    limits = {"phq9": "severe_episode_points", "wsas": "severe_impairment_points"}
    severe = (
        [one for one in of_course(view, scale) if one.points >= int(view.parameter(limit))]
        for scale, limit in limits.items()
    )
    return tuple(max(scores, key=lambda one: one.points).place for scores in severe if scores)


def _strain(view: View) -> Iterator[str]:
    """Where a conflict, isolation or an event that goes on is recorded."""
    social = view.background.social
    for name in ("isolated", "lacks_support"):
        if social and getattr(social, name) == "yes":
            yield from view.place(f"social.{name}")
    for person in view.background.relationships:
        conflict = person.conflict is not None and person.conflict.present == "yes"
        if conflict and alive(view, person.person) is not False:
            yield from entry_place(view, "relationships", person.person, "conflict")
    for event in view.background.life_events:
        if event.goes_on == "yes" and event.resolved != "yes":
            yield from entry_place(view, "life_events", event.event, "goes_on")


def _decision(given: Given) -> Made:
    told = latest(given.view, "maintenance", "accepted", among=DECIDED)
    if told is not None:
        word = "accepted" if told[0] == "yes" else "declined"
        return graded([stated(given.say(word), told[1])], enough=True)
    spoken = latest(given.view, "maintenance", "discussed", among=("yes",))
    return graded([stated(given.say("spoken_of"), spoken[1])] if spoken else [], enough=False)


def _frequency(given: Given) -> Made:
    view = given.view
    often = latest(view, "maintenance", "frequency")
    holds = [stated(words_of(often[0]), often[1])] if often else []
    length = list(_length(given))
    missing = [given.say("how_often")] * (often is None) + [given.say("how_long")] * (not length)
    slots = {"missing": "; ".join(missing)}
    if _bipolar(view):
        slots["bipolar_illness"] = given.say("bipolar_illness")
    return graded([*holds, *length], enough=not missing, slots=slots)


def _bipolar(view: View) -> bool:
    told = view.background.diagnosis or Diagnosis()
    return told.bipolar == "yes" or not {told.primary, *told.comorbid}.isdisjoint(view.group("bipolar-diagnoses"))


def _length(given: Given) -> Iterator[PlanEntry]:
    count, ends = (latest(given.view, "maintenance", name) for name in ("planned_sessions", "ends"))
    if count is not None:
        yield stated(given.say("contacts", count=count[0]), count[1])
    if ends is not None:
        yield stated(given.say("until", when=ends[0].isoformat()), ends[1])


def _contract(given: Given) -> Made:
    """What the contract states, and what it does not state yet."""
    places, missing = dict(_stated(given.view)), maintenance.missing_parts(given.view)
    holds = [stated(name, places[part]) for part, name in maintenance.NAMES.items() if part in places]
    slots = {"missing": "; ".join(maintenance.NAMES[part] for part in missing)}
    return graded(holds, enough=not missing, slots=slots)


def _stated(view: View) -> Iterator[tuple[str, str]]:
    """Every part that the contract states, with where it stands: as listed, or as its own field shows."""
    fields = {"frequency": "frequency", "planned_sessions": "number-or-end", "ends": "number-or-end"}
    for place, told in parts_written(view, "maintenance"):
        assert isinstance(told, Maintenance)
        for name, part in fields.items():
            if getattr(told, name) is not None:
                yield part, f"{place}.{name}"
        for at, part in enumerate(told.contract_parts):
            yield str(part), f"{place}.contract_parts[{at}]"
    emergency = latest(view, "maintenance", "emergency_contact", among=DECIDED)
    if emergency is not None and emergency[0] == "yes":
        yield "emergency-contact", emergency[1]


def _bridge(given: Given) -> Made:
    """Sessions every two weeks between weekly and monthly; not offered while safety is not settled."""
    view = given.view
    course = view.background.course
    if course is not None and course.frequency in view.group("spaced-out"):
        told = given.say("further_apart", frequency=words_of(course.frequency))
        return Made("not-needed", (found(told, *view.place("course.frequency")),))
    if _unsettled(given):
        return Made("not-yet")
    whole = given.one("maintenance")
    contacts = int(str(whole.get("contacts"))) if whole else 0
    often = latest(view, "maintenance", "frequency")
    fortnightly = often is not None and often[0] == "fortnightly"
    if contacts > int(view.parameter("bridge_sessions")):
        return Made("not-needed")
    return graded([stated(given.say("fortnightly"), often[1])] if often and fortnightly else [], enough=fortnightly)


def _unsettled(given: Given) -> bool:
    """An alert or an answer about suicide stands, or the newest score is a deterioration."""
    risk, progress = given.one("risk"), given.one("progress")
    stands = risk is not None and risk.get("something_stands") is True
    worse = progress is not None and progress.get("deteriorated") is True
    return (
        stands
        or worse
        or any(alert.get("level") in given.view.group("open-alert-levels") for alert in given.of("alert"))
    )


def _step_up_rule(given: Given) -> str | None:
    """Where the contract states when sessions become more frequent again."""
    return dict(_stated(given.view)).get("step-up-rule")


def _watch(given: Given) -> Made:
    """The step-up rule where it is agreed, and the personal warning signs that it counts."""
    view, rule = given.view, _step_up_rule(given)
    episode = view.background.episode
    holds = [stated(given.say("in_contract"), rule)] if rule else []
    holds += [found(text, place) for text, place in plan_texts(view, "signs")]
    holds += [found(t, p) for t, p in each(view, "episode.warning_signs", episode.warning_signs if episode else ())]
    return graded(holds, enough=rule is not None)


def _act(given: Given) -> Made:
    rule = _step_up_rule(given)
    medicine = given.one("medicine")
    who = medicine.get("who_to_ask") if medicine else None
    slots = {"who_to_ask": given.say(str(who))} if who else {}
    holds = [stated(given.say("in_contract"), rule)] if rule else []
    return graded(holds, enough=rule is not None, slots=slots)


def _review(given: Given) -> Made:
    view = given.view
    ends, day = latest(view, "maintenance", "ends"), dict(_stated(view)).get("review-date")
    holds = [stated(given.say("until", when=ends[0].isoformat()), ends[1])] if ends else []
    holds += [stated(given.say("in_contract"), day)] if day else []
    return graded(holds, enough=bool(holds))


def _without(given: Given) -> Made:
    """What stands in for maintenance where it is declined: the plan, a named supporter, measures."""
    view = given.view
    accepted = maintenance_accepted(view)
    if accepted is not False:
        return Made("not-yet" if accepted is None else "not-needed")
    holds = [stated(text, place) for name in relapse_plan.FIELDS.values() for text, place in plan_texts(view, name)]
    named, told = relapse_plan.supporter(view), latest(view, "relapse_plan", "supporter")
    if named is not None and told is not None:
        holds.append(stated(given.say("named_supporter", who=view.who(named)), told[1]))
    missing = [
        relapse_plan.NAMES[part] for part in (*relapse_plan.open_parts(view), *relapse_plan.follow_up_open(view))
    ]
    missing += [given.say("supporter")] * (named is None)
    return graded(holds, enough=not missing, slots={"missing": "; ".join(dict.fromkeys(missing))})


MAINTENANCE: Mapping[str, Source] = {
    "need": _need,
    "decision": _decision,
    "frequency": wished(_frequency),
    "contract": wished(_contract),
    "bridge": wished(_bridge),
    "watch": wished(_watch),
    "act": wished(_act),
    "review": wished(_review),
    "without": _without,
}
