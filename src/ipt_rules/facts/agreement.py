"""Facts about what patient and therapist agreed (B4, B5): formulation, focus, goals, contract."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ipt_rules import vocabulary as words
from ipt_rules.case.background import Contract, Goal
from ipt_rules.case.record import Contact
from ipt_rules.case.session import FocusAgreed
from ipt_rules.facts.base import Fact, FactKind, Field, kind, make_fact
from ipt_rules.facts.common import unknown
from ipt_rules.facts.view import View, yes
from ipt_rules.naming import key_in_words

UNKNOWNS: Mapping[str, str] = {
    "focus-agreement": "whether the patient agrees with a focus",
}

AGREED_FOCUS = kind(
    "agreed_focus",
    "The focus recorded latest, whether or not the patient agreed; at most one.",
    Field("area", "term", "The focus area.", words.AREAS, required=True, source="sessions[].focus_agreed"),
    Field("area_name", "text", "The same, for reading."),
    Field("about", "key", "The person or event it is about."),
    Field("who", "text", "The same, for reading."),
    Field("second_area", "term", "A second focus, when one was agreed.", words.AREAS, statements=("FOC-14",)),
    Field("second_about", "key", "The person or event the second is about."),
    Field("patient_agrees", "yes_no", "The patient agrees.", statements=("INI-33", "FOC-12")),
    Field("turned_down", "yes_no", "The patient does not agree; always known.", required=True, statements=("INI-33",)),
    Field("has_goal", "yes_no", "A goal is recorded for this area; always known.", required=True),
    Field("second_has_goal", "yes_no", "For a second focus: a goal is recorded for it."),
    Field("session", "integer", "Number of the session in which it was recorded.", required=True),
    Field("sessions_ago", "integer", "Held contacts since; 0 is the session now.", required=True),
    single=True,
)
FORMULATION = kind(
    "formulation",
    "The formulation as recorded latest, when it was offered or answered; at most one.",
    Field("offered", "yes_no", "It was offered.", source="sessions[].formulation_offered", statements=("INI-33",)),
    Field("agreed", "yes_no", "The patient agrees with it.", source="sessions[].formulation_agreed"),
    Field("session", "integer", "Number of the session.", required=True),
    single=True,
)
GOAL = kind(
    "goal",
    "A goal of the treatment.",
    Field("goal", "key", "Its short key.", required=True, source="intake.goals"),
    Field("name", "text", "The same, for reading."),
    Field("area", "term", "The focus it serves.", words.AREAS),
    Field("person", "key", "The person it names."),
    Field("who", "text", "The same, for reading."),
    Field("rateable", "yes_no", "Says what, by when and how we will know; always known.", required=True),
    Field("missing", "text", "What it does not say, for reading.", statements=("INI-37",)),
    Field("rating", "integer", "How far reached, 0 to 10."),
)
GOALS = kind(
    "goals",
    "The goals together; exactly one.",
    Field("count", "integer", "How many.", unit="goals", required=True, statements=("INI-37",)),
    Field("names_a_person", "yes_no", "At least one names a person; always known.", required=True),
    single=True,
)
CONTRACT = kind(
    "contract",
    "The contract as a whole; exactly one, recorded or not.",
    Field("recorded", "yes_no", "Anything of it is recorded; always known.", required=True, source="intake.contract"),
    Field("complete", "yes_no", "Every part that is needed is stated; always known.", required=True),
    Field("missing", "text", "The parts that are not stated, for reading."),
    Field("agreed", "yes_no", "Agreed with the patient; a signature is not needed.", statements=("CON-22",)),
    single=True,
)
KINDS: tuple[FactKind, ...] = (AGREED_FOCUS, FORMULATION, GOAL, GOALS, CONTRACT)

PARTS: Mapping[str, str] = {
    "sessions": "the number of sessions",
    "frequency": "how often",
    "minutes": "how long a session lasts",
    "focus": "the agreed focus",
    "roles": "the roles and expectations of patient and therapist",
    "contingency": "what happens with missed sessions, illness and holidays",
    "boundaries": "boundaries and conduct",
}


def derive(view: View) -> Iterator[Fact]:
    """What was agreed, and whether the focus still has to be."""
    found = latest_focus(view)
    if found is not None:
        yield _focus(view, *found)
    if not focus_accepted(view):
        yield unknown("focus-agreement", f"{found[0].place}.focus_agreed" if found else ())
    yield from _formulation(view)
    yield from (_goal(view, goal) for goal in view.background.goals)
    yield _goals(view)
    yield _contract(view)


def latest_focus(view: View) -> tuple[Contact, FocusAgreed] | None:
    """The focus recorded latest, and where."""
    recorded = [(contact, s.focus_agreed) for contact, s in view.sessions if s.focus_agreed]
    return recorded[-1] if recorded else None


def focus_accepted(view: View) -> bool:
    """The patient is recorded to agree with the focus, and did not turn down the formulation then or later."""
    found = latest_focus(view)
    if found is None or found[1].patient_agrees != "yes":
        return False
    refused = (c.number for c, s in view.sessions if s.formulation_agreed == "no")
    accepted = [c.number for c, s in view.sessions if s.formulation_agreed == "yes"]
    return all(number < max([found[0].number, *accepted]) for number in refused)


def _focus(view: View, contact: Contact, focus: FocusAgreed) -> Fact:
    served = {goal.area for goal in view.background.goals}
    return make_fact(
        AGREED_FOCUS,
        f"{contact.place}.focus_agreed",
        area=focus.area,
        area_name=words.AREA_NAMES[focus.area].lower(),
        about=focus.about,
        who=view.called(focus.about),
        second_area=focus.second_area,
        second_about=focus.second_about,
        patient_agrees=yes(focus.patient_agrees),
        turned_down=focus.patient_agrees == "no",
        has_goal=focus.area in served,
        second_has_goal=None if focus.second_area is None else focus.second_area in served,
        session=contact.number,
        sessions_ago=len(view.held) - 1 - view.held.index(contact),
    )


def _formulation(view: View) -> Iterator[Fact]:
    told = [(c, s) for c, s in view.sessions if s.formulation_offered or s.formulation_agreed]
    if told:
        contact, session = told[-1]
        answered = session.formulation_agreed in ("yes", "no")
        yield make_fact(
            FORMULATION,
            contact.place,
            offered=True if answered else yes(session.formulation_offered),
            agreed=yes(session.formulation_agreed),
            session=contact.number,
        )


def _goal(view: View, goal: Goal) -> Fact:
    parts = {
        "what is to change, with whom or in which role": goal.what,
        "by when": goal.by_when,
        "how you will both know": goal.known_by,
    }
    missing = [name for name, told in parts.items() if not told]
    return make_fact(
        GOAL,
        view.place(f"goals.{goal.goal}"),
        goal=goal.goal,
        name=key_in_words(goal.goal),
        area=goal.area,
        person=goal.person,
        who=view.who(goal.person),
        rateable=not missing,
        missing="; ".join(missing) or None,
        rating=goal.rating,
    )


def _goals(view: View) -> Fact:
    goals = view.background.goals
    return make_fact(
        GOALS,
        tuple(place for goal in goals for place in view.place(f"goals.{goal.goal}")),
        count=len(goals),
        names_a_person=any(goal.person for goal in goals),
    )


def _contract(view: View) -> Fact:
    contract = view.background.contract
    states = {part: contract_states(contract, part) for part in PARTS}
    missing = [PARTS[part] for part, (needed, present) in states.items() if needed and not present]
    return make_fact(
        CONTRACT,
        view.place("contract"),
        recorded=contract is not None,
        complete=not missing,
        missing="; ".join(missing) or None,
        agreed=yes(contract.agreed) if contract else None,
    )


def contract_states(contract: Contract | None, part: str) -> tuple[bool, bool]:
    """Whether a part of the contract is needed at this site, and whether it is stated."""
    if contract is None:
        return True, False
    told = getattr(contract, part)
    return part not in contract.parts_not_wanted, told == "yes" if told in ("yes", "no", "not-known") else bool(told)
