"""What is known of one conflict: whether it is there, what both expect, its end, and whether violence was asked about."""

from __future__ import annotations

from collections.abc import Iterator

from ipt_rules.case import Session
from ipt_rules.case.people import Conflict, LifeEvent, Relationship
from ipt_rules.facts.base import Value
from ipt_rules.facts.people import alive
from ipt_rules.facts.signs import threats, violence_answered
from ipt_rules.facts.timing import timing
from ipt_rules.facts.view import View, yes

NOW = (
    "hidden",
    "worse_around_onset",
    "repeating",
    "little_hope",
    "threatens_loss",
    "distressing",
    "separation_under_way",
    "hoping_to_restore",
    "dominates_sessions",
)
"""Answers that say that the conflict is there now, where nobody answered that question itself."""

OTHER = ("expectations_mismatch", "betrayal", "both_accept_end", "only_in_episode")
RECORDED = ("since", "about_event", "began_with_event", "onset_relation")
SAID = {
    "hidden": "hidden",
    "distressing": "distressing",
    "worse_around_onset": "worse_around_onset",
    "little_hope": "little_hope",
    "threatens_loss": "threatens_loss",
    "only_in_episode": "only_in_episode",
    "both_accept_end": "both_accept_end",
    "separation_under_way": "separation_under_way",
    "hoping_to_restore": "hoping_to_restore",
    "dominates": "dominates_sessions",
}
"""Fields of the fact that are answers of the case, and the names these have there."""


def role_group(view: View, role: str | None) -> str | None:
    """Partner, family, friend, work or other (DIS-02); None for a role that is not known."""
    return None if role is None else view.sorting("kinds-of-people")[role]


def is_dispute(view: View, one: Relationship) -> bool:
    """Whether a disagreement with this person is recorded; an answered *no* leaves only what contradicts it."""
    conflict = one.conflict
    if conflict is not None and conflict.present == "no":
        return "yes" in (conflict.hidden, conflict.both_accept_end)
    if conflict is not None and (conflict.present == "yes" or _told(conflict)):
        return True
    gone = alive(view, one.person) is False or one.past == "yes"
    return not gone and (one.expectations_met == "no" or ongoing_betrayal(view, one) is True)


def _told(conflict: Conflict) -> bool:
    said = any(getattr(conflict, name) == "yes" for name in (*NOW, *OTHER))
    recorded = any(getattr(conflict, name) is not None for name in (*RECORDED, "stage", "kind"))
    return said or recorded or bool(conflict.hidden_signs)


def present(view: View, one: Relationship) -> bool | None:
    """Whether the conflict is there now: as answered, else as what is told implies; unknown for what is past."""
    conflict = one.conflict
    if conflict is None:
        return None
    answered = yes(conflict.present)
    if answered is not None and not (answered is False and conflict.hidden == "yes"):
        return answered
    implied = (
        any(getattr(conflict, name) == "yes" for name in NOW)
        or any(getattr(conflict, name) is not None for name in RECORDED)
        or conflict.stage in view.group("stages-of-today")
    )
    return True if implied and one.past != "yes" and conflict.both_accept_end != "yes" else None


def is_over(view: View, one: Relationship) -> bool:
    """Dead, or ended and accepted by both, or past; a quarrel answered as present keeps the two latter open (DIS-09)."""
    conflict = one.conflict
    ended = one.past == "yes" or (conflict is not None and conflict.both_accept_end == "yes")
    return alive(view, one.person) is False or (ended and (conflict is None or conflict.present != "yes"))


def none_found(view: View) -> bool:
    """Whether it was asked and nobody is in conflict with the patient: in general, or person by person."""
    answer = view.background.asked.get("conflicts")
    if answer is not None:
        return answer == "none"  # `some` may be with a person not recorded yet
    people = [one for one in view.people.values() if one.past != "yes" and alive(view, one.person) is not False]
    return bool(people) and all(one.conflict is not None and one.conflict.present == "no" for one in people)


def said_values(one: Relationship) -> dict[str, Value | None]:
    """What is answered of the conflict, as answered; unknown where nothing is."""
    conflict = one.conflict
    if conflict is None:
        return {"hidden_signs": 0}
    said: dict[str, Value | None] = {field: yes(getattr(conflict, name)) for field, name in SAID.items()}
    stalled = True if conflict.stage == "impasse" else yes(conflict.repeating)
    signs = 0 if conflict.hidden == "no" else len(conflict.hidden_signs)
    return {**said, "stalled": stalled, "kind": conflict.kind, "stage": conflict.stage, "hidden_signs": signs}


# What both expect (DIS-01)


def expectation_values(view: View, one: Relationship) -> dict[str, Value | None]:
    """Whether the two expect different things, and what that rests on."""
    conflict = one.conflict
    told = conflict.expectations_mismatch if conflict else None
    if told == "yes" or (told != "no" and one.expectations_met == "no"):
        return {"mismatch": True, "mismatch_basis": "recorded as different expectations"}
    if told == "no" or one.expectations_met == "yes":
        return {"mismatch": False}
    if one.expect_self and one.expect_other and present(view, one):
        return {"mismatch": True, "mismatch_basis": "what each expects is recorded, and they are in conflict"}
    return {"mismatch": None}


def around_onset_values(view: View, one: Relationship, timed: dict[str, Value | None]) -> dict[str, Value | None]:
    around = _around_onset(view, one, timed)
    return {"around_onset": around, "told_around_onset": around is True}


def _around_onset(view: View, one: Relationship, timed: dict[str, Value | None]) -> bool | None:
    """Whether it began or became worse around the onset: by date, as told, or unknown (DIS-04)."""
    if one.conflict is not None and one.conflict.worse_around_onset == "yes":
        return True
    days = timed["days_before_onset"]
    if isinstance(days, int):
        before = int(view.parameter("dispute_before_onset_days"))
        return -int(view.parameter("dispute_after_onset_days")) <= days <= before
    if timed["timing_basis"] == "relation":
        return timed["onset_relation"] == "around" or None
    if timed["long_before_onset"] is True or (one.conflict and one.conflict.worse_around_onset == "no"):
        return False
    return None


def ongoing_betrayal(view: View, one: Relationship) -> bool | None:
    """A betrayal in a relationship that goes on (DFX-09): as told, or on the timeline of a tie recorded as present."""
    conflict = one.conflict
    if conflict is not None and conflict.betrayal is not None:
        return yes(conflict.betrayal)
    ended = {e.person for e in view.events.values() if e.type in view.group("tie-ends")}
    if one.role == "ex-partner" or one.past == "yes" or one.person in ended:
        return None
    if conflict is not None and conflict.kind == "betrayal":
        return True
    return True if one.role is not None and betrayal_event(view, one) is not None else None


def betrayal_event(view: View, one: Relationship) -> LifeEvent | None:
    return next((e for e in view.events.values() if e.type == "betrayal" and e.person == one.person), None)


# Violence (SAF-20, SAF-21), and how long the stage has stood (DIS-22)


def family_conflicts(view: View) -> Iterator[str]:
    """The people alive, close enough to be feared, with whom there is or may be a conflict, or a focus."""
    agreed = {about for area, about in agreed_foci(view) if area == "role-dispute"}
    for one in view.people.values():
        conflict = one.conflict
        open_ = conflict is not None and conflict.present != "no" and bool(conflict.model_fields_set)
        meant = open_ or one.person in agreed or is_dispute(view, one)
        if meant and close_enough(view, one) and alive(view, one.person) is not False:
            yield one.person


def close_enough(view: View, one: Relationship) -> bool:
    """Whether violence is asked about in a conflict with this person (SAF-21): a partner, family, or of a role not known.

    The protocol names partner and family; a carer and whoever lives in the same home are taken as such.
    """
    asked = view.group("family") | view.group("carers")
    return one.role is None or one.role in asked or one.lives_with == "yes"


def feared(view: View) -> frozenset[str]:
    """Of whom violence or fear is told. Where nobody is named it may be anybody close enough."""
    told = {threat.person for threat in threats(view)}
    maybe = {one.person for one in view.people.values() if close_enough(view, one)} if None in told else set[str]()
    return frozenset({person for person in told if person is not None} | maybe)


def agreed_foci(view: View) -> tuple[tuple[str | None, str | None], ...]:
    """Area, and whom or what it is about, of the foci that were agreed last."""
    agreed = [session.focus_agreed for _, session in view.sessions if session.focus_agreed]
    if not agreed:
        return ()
    return (agreed[-1].area, agreed[-1].about), (agreed[-1].second_area, agreed[-1].second_about)


def beside_focus(view: View, one: Relationship) -> bool:
    """Whether the foci agreed last are all about something else; a dispute with nobody named can be this one."""
    foci = agreed_foci(view)
    meant = (about == one.person or about not in view.people for area, about in foci if area == "role-dispute")
    return bool(foci) and not any(meant)


def enquiry_values(view: View, one: Relationship) -> dict[str, Value | None]:
    """Where the enquiry about violence stands with regard to this person; how long the stage has stood."""
    leaving = any(e.type == "leaving-violence" and e.person == one.person for e in view.events.values())
    asked = violence_answered(view, one.person)
    if any(threat.person in (None, one.person) for threat in threats(view)):
        state = "told"
    elif not close_enough(view, one):
        state = "not-needed"
    else:
        state = "asked" if asked else "to-ask"
    return {
        "leaving_violence": leaving,
        "violence_asked": asked,
        "violence_enquiry": state,
        "sessions_at_stage": _sessions_at_stage(view, one.person),
    }


def _sessions_at_stage(view: View, person: str) -> int | None:
    """Sessions on this dispute since its stage was recorded as another one; None while no stage is recorded."""
    stage, count, on_focus = None, 0, False
    for contact in view.held:
        part = contact.part
        if isinstance(part, Session):
            agreed = part.focus_agreed
            if agreed is not None:
                foci = ((agreed.area, agreed.about), (agreed.second_area, agreed.second_about))
                on_focus = any(area == "role-dispute" and about in (None, person) for area, about in foci)
            count += on_focus and part.on_focus != "no"
            if any(use.person == person and use.result == "helped" for use in part.techniques):
                count = 0
        learned = part.learned if isinstance(part, Session) else part
        entries = learned.relationships if learned else ()
        told = next((e.conflict.stage for e in entries if e.person == person and e.conflict and e.conflict.stage), None)
        if told is not None and told != stage:
            stage, count = told, 0
    return None if stage is None else count


# Events that leave a question open


def open_separations(view: View) -> Iterator[LifeEvent]:
    """Separations of which nobody said whether they are fought over, under way or accepted (DFX-02)."""
    for event in view.events.values():
        if event.type not in view.group("separations") or event.person is None or event.resolved == "yes":
            continue
        if alive(view, event.person) is False:
            continue
        if timing(view, event.date, event.onset_relation, event.linked_by)["long_before_onset"] is True:
            continue
        known = view.people.get(event.person)
        conflict = known.conflict if known else None
        answers = (
            (conflict.both_accept_end, conflict.separation_under_way, conflict.hoping_to_restore) if conflict else ()
        )
        if not {"yes", "no"} & set(answers):
            yield event


def events_with_conflict_unnamed(view: View) -> Iterator[LifeEvent]:
    """Events that came with a conflict of which no person is recorded (DFX-03, DFX-05)."""
    conflicts = [one.conflict for one in view.people.values() if one.conflict is not None]
    linked = {key for one in conflicts for key in (one.about_event, one.began_with_event)}
    at_work = any(role_group(view, one.role) == "work" and is_dispute(view, one) for one in view.people.values())
    for event in view.events.values():
        known = view.people.get(event.person) if event.person else None
        named = (known is not None and is_dispute(view, known)) or (event.type in view.group("job-changes") and at_work)
        if event.conflict_over_it == "yes" and event.event not in linked and not named:
            yield event
