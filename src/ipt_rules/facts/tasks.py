"""What of the checklists is done: as recorded among the tasks of a contact, or as the record itself shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ipt_rules import vocabulary as words
from ipt_rules.case import Session
from ipt_rules.case.contact import Measures
from ipt_rules.case.session import RelapsePlan
from ipt_rules.facts import formats, maintenance, relapse_plan
from ipt_rules.facts.agreement import contract_states, focus_accepted
from ipt_rules.facts.base import Fact, FactKind, Field, kind, make_fact
from ipt_rules.facts.enquiries import asked, deaths_asked, other_losses_asked, tasks_done
from ipt_rules.facts.episode import PARTS, onset_known, triad_state
from ipt_rules.facts.inventory import completeness, support_recorded
from ipt_rules.facts.phase import maintenance_accepted, split
from ipt_rules.facts.view import View, measures_of, risk_of

TASK = kind(
    "task",
    "An item of a checklist: done when it is recorded as done, or when the record shows that it is.",
    Field("list", "key", "The checklist.", required=True, source="tasks_done, and what each item is about"),
    Field("item", "key", "The item.", required=True, statements=("INI-48", "INI-49")),
    Field("title", "text", "The item, for reading."),
    Field("done", "yes_no", "Done; what is not recorded counts as open. Always known.", required=True),
)
CHECKLIST = kind(
    "checklist",
    "A checklist as a whole; those of the ending are left out where the course ends with triage (CLN-10).",
    Field("list", "key", "The checklist.", required=True),
    Field("complete", "yes_no", "Every item is done; always known.", required=True, statements=("INI-49",)),
    Field("items_open", "integer", "How many are open.", required=True),
    Field("open", "text", "The open items, for reading."),
)
KINDS: tuple[FactKind, ...] = (TASK, CHECKLIST)


def derive(view: View) -> Iterator[Fact]:
    """One fact for each item of each checklist that is meant here and that this page can judge, and one for the list."""
    triage = split(view).ends_with_triage
    for checklist in view.knowledge.checklists.values():
        if triage and checklist.of_ending:
            continue
        states = [(item, done(item.id, view)) for item in checklist.items]
        if any(state is None for _, state in states):
            continue
        for item, state in states:
            yield make_fact(TASK, (), list=checklist.id, item=item.id, title=item.title, done=state)
        left = [item.title for item, state in states if not state]
        yield make_fact(
            CHECKLIST,
            (),
            list=checklist.id,
            complete=not left,
            items_open=len(left),
            open="; ".join(left) or None,
        )


def done(item: str, view: View) -> bool | None:
    """Whether an item is done; None for an item of which no record could tell.

    An item is something the record shows (SHOWN), a task of the vocabulary, or a topic to be asked about.
    """
    shown = SHOWN.get(item)
    if item in words.TASKS and item in tasks_done(view):
        return True
    if shown is not None:
        return shown(view)
    if item in words.TASKS:
        return False
    return asked(view, item) if item in words.ASKED_TOPICS else None


def _risk_asked(view: View) -> bool:
    risks = [risk for risk in map(risk_of, view.held) if risk is not None]
    return any(
        risk.asked_directly == "yes"
        or (risk.cssrs is not None and {"yes", "no"} & {answer for _, answer in risk.cssrs})
        for risk in risks
    )


def _measured(view: View) -> bool:
    return any(_has_score(view, measures) for measures in map(measures_of, view.held) if measures is not None)


def _has_score(view: View, measures: Measures) -> bool:
    scores = (getattr(measures, name) for name in view.group("mood-scales"))
    return any(score is not None and (score.total is not None or score.items) for score in scores)


def _diagnosis_made(view: View) -> bool:
    return view.background.diagnosis is not None and view.background.diagnosis.primary is not None


def _onset_asked(view: View) -> bool:
    episode = view.background.episode
    return episode is not None and (episode.onset is not None or episode.duration_months is not None)


def _inventory_complete(view: View) -> bool:
    return completeness(view).percent >= int(view.parameter("inventory_complete_percent"))


def _timeline_built(view: View) -> bool:
    return onset_known(view) and any(event.date or event.onset_relation for event in view.background.life_events)


def _losses_asked(view: View) -> bool:
    return deaths_asked(view) and other_losses_asked(view)


def _triad_filled(view: View) -> bool:
    return all(triad_state(view, part) != "empty" for part in PARTS)


def _goals_set(view: View) -> bool:
    return len(view.background.goals) >= int(view.parameter("goals_at_least"))


def _any_session(test: Callable[[Session], bool]) -> Callable[[View], bool]:
    return lambda view: any(test(session) for _, session in view.sessions)


def _contract_holds(*parts: str) -> Callable[[View], bool]:
    def holds(view: View) -> bool:
        states = (contract_states(view.background.contract, part) for part in parts)
        return all(present or not needed for needed, present in states)

    return holds


def _end_spoken_of(view: View) -> bool:
    """Spoken of at length is announced, too."""
    return "end-discussed" in tasks_done(view) or any(
        s.ending and s.ending.discussed == "yes" for _, s in view.sessions
    )


def _relapse_plan_started(session: Session) -> bool:
    plan = session.relapse_plan
    return plan is not None and any(getattr(plan, part) for part in RelapsePlan.model_fields)


def _emergency_contact(view: View) -> bool:
    patient = view.background.patient
    agreed = any(s.maintenance and s.maintenance.emergency_contact == "yes" for _, s in view.sessions)
    return agreed or (patient is not None and patient.emergency_contact == "yes")


SHOWN: Mapping[str, Callable[[View], bool]] = {
    "safety-asked": _risk_asked,
    "baseline-measured": _measured,
    "symptoms-reviewed": _measured,
    "diagnosis-made": _diagnosis_made,
    "relationships-mapped": lambda view: bool(view.background.relationships),
    "onset-asked": _onset_asked,
    "onset-dated": onset_known,
    "inventory-complete": _inventory_complete,
    "support-recorded": support_recorded,
    "timeline-built": _timeline_built,
    "losses-asked": _losses_asked,
    "medication-reviewed": lambda view: view.background.medication is not None,
    "triad-filled": _triad_filled,
    "formulation-offered": _any_session(lambda s: s.formulation_offered == "yes" or s.formulation_agreed is not None),
    "focus-accepted": focus_accepted,
    "goals-set": _goals_set,
    "contract-length": _contract_holds("sessions", "frequency", "minutes"),
    "contract-focus": _contract_holds("focus"),
    "contract-roles": _contract_holds("roles"),
    "contract-contingency": _contract_holds("contingency"),
    "contract-boundaries": _contract_holds("boundaries"),
    "contract-made": _contract_holds(*words.CONTRACT_PARTS),
    "goals-rated": lambda view: any(goal.rating is not None for goal in view.background.goals),
    "end-announced": _end_spoken_of,
    "end-discussed": _any_session(lambda s: s.ending is not None and s.ending.discussed == "yes"),
    "parting-feelings-explored": _any_session(lambda s: s.ending is not None and bool(s.ending.feelings)),
    "coping-alone-discussed": _any_session(lambda s: s.ending is not None and s.ending.patient_feels_able is not None),
    "relapse-plan-started": _any_session(_relapse_plan_started),
    "relapse-plan-filled": lambda view: not relapse_plan.open_parts(view),
    "maintenance-discussed": _any_session(lambda s: s.maintenance is not None and s.maintenance.discussed == "yes"),
    "maintenance-decided": lambda view: maintenance_accepted(view) is not None,
    "maintenance-contract": lambda view: not maintenance.missing_parts(view),
    "emergency-contact": _emergency_contact,
    "nothing-bars-group": formats.nothing_bars_group,
}
"""What the record itself shows, by item. A task of the vocabulary that is recorded as done needs no such sign."""
