"""The relapse-prevention plan (END-17 to END-26): its parts as written so far, and what else the case holds for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ipt_rules import vocabulary as words
from ipt_rules.case.background import Medication
from ipt_rules.case.people import LifeEvent, Relationship
from ipt_rules.facts.base import Fact, FactKind, Field, kind, make_fact
from ipt_rules.facts.common import unknown
from ipt_rules.facts.dispute_parts import feared
from ipt_rules.facts.people import alive, present
from ipt_rules.facts.phase import planned_sessions, split
from ipt_rules.facts.view import View

UNKNOWNS: Mapping[str, str] = {
    "plan-medication": "whether a medicine for mood is taken, so whether the relapse plan needs a part on it",
}
NAMES: Mapping[str, str] = {
    "signs": "early warning signs",
    "triggers": "likely triggers of the next twelve months",
    "skills": "what helped, and how to go on practising",
    "habits": "unhelpful habits and the alternative",
    "supports": "who notices and who to call",
    "contact": "how to make contact again",
    "medication": "medication",
    "follow-up": "follow-up measures",
}
FIELDS: Mapping[str, str] = {part: part.replace("-", "_") for part in words.RELAPSE_PLAN_PARTS}
NOTHING = "nothing"

PLAN_PART = kind(
    "plan_part",
    "A part of the relapse-prevention plan; all of them, written or not, but none where there is no plan.",
    Field("part", "term", "Which part.", words.RELAPSE_PLAN_PARTS, required=True, source="sessions[].relapse_plan"),
    Field("name", "text", "The same, for reading."),
    Field("count", "integer", "Different entries written so far.", unit="entries", required=True),
    Field(
        "filled",
        "yes_no",
        "Enough is written: one entry, for the signs as many as a parameter says, for the supports also a named person. "
        "Always known.",
        required=True,
        statements=("END-18", "END-22", "END-26"),
    ),
    Field(
        "needed",
        "yes_no",
        "The plan needs it: medication where a medicine is taken, follow-up where the site wants it, the rest always.",
        statements=("END-24", "END-26"),
    ),
    Field("held", "text", "What the plan and the rest of the case hold for it, for reading."),
)
RELAPSE_PLAN = kind(
    "relapse_plan",
    "The relapse-prevention plan as a whole; one, written or not, but none where the course ends with triage and nothing "
    "of a plan is written (CLN-10).",
    Field("started", "yes_no", "Something of it is written; always known.", required=True, statements=("END-17",)),
    Field(
        "complete",
        "yes_no",
        "Every part it needs is filled; no while it is not known whether a medicine is taken. Always known.",
        required=True,
        statements=("END-26",),
    ),
    Field("open_count", "integer", "Parts that are needed, or may be, and not filled.", required=True),
    Field("missing", "text", "These parts, for reading."),
    Field(
        "due",
        "yes_no",
        "The next session is the last planned but one, or a later one; always known.",
        required=True,
        statements=("END-26",),
    ),
    Field(
        "alone_open",
        "text",
        "What somebody who wants no further sessions still lacks, for reading: the plan itself, a named supporter, measures "
        "afterwards, a way back.",
        statements=("MNT-25",),
    ),
    Field("alone_ready", "yes_no", "Nothing of that is lacking; always known.", required=True, statements=("MNT-25",)),
    Field("supporter", "text", "The named supporter, for reading.", source="sessions[].relapse_plan.supporter"),
)
KINDS: tuple[FactKind, ...] = (PLAN_PART, RELAPSE_PLAN)


def derive(view: View) -> Iterator[Fact]:
    """The plan, its parts, and whether the need for the part on medication is open."""
    if split(view).ends_with_triage and not _places(view):
        return
    for part, name in NAMES.items():
        yield make_fact(
            PLAN_PART,
            _places(view),
            part=part,
            name=name,
            count=len(entries(view, part)),
            filled=filled(view, part),
            needed=needed(view, part),
            held=_held(view, part),
        )
    missing, lacking = open_parts(view), tuple(_lacking(view))
    yield make_fact(
        RELAPSE_PLAN,
        _places(view),
        started=bool(_places(view)),
        complete=not missing,
        open_count=len(missing),
        missing="; ".join(_missing_text(view, part) for part in missing) or None,
        due=_due(view),
        supporter=view.who(supporter(view)),
        alone_open=", ".join(lacking) or None,
        alone_ready=not lacking,
    )
    if needed(view, "medication") is None and not filled(view, "medication"):
        yield unknown("plan-medication", view.place("medication"))


def entries(view: View, part: str) -> tuple[str, ...]:
    """What the sessions so far wrote of a part; the same words written twice count once."""
    told = (text for _, s in view.sessions if s.relapse_plan for text in getattr(s.relapse_plan, FIELDS[part]))
    return tuple({text.strip().casefold(): text.strip() for text in told}.values())


def filled(view: View, part: str) -> bool:
    if part == "supports" and supporter(view):
        return True
    least = int(view.parameter("relapse_signs")) if part == "signs" else 1
    return len(entries(view, part)) >= least


def needed(view: View, part: str) -> bool | None:
    """Whether the plan needs a part; None while nobody said whether a medicine is taken."""
    if part == "medication":
        return medicine_taken(view.background.medication)
    return bool(view.parameter("relapse_follow_up_needed")) if part == "follow-up" else True


def open_parts(view: View) -> tuple[str, ...]:
    """The parts that are needed, or may be, and are not filled."""
    return tuple(part for part in NAMES if needed(view, part) is not False and not filled(view, part))


def medicine_taken(medication: tuple[Medication, ...] | None) -> bool | None:
    """Whether a medicine for mood is taken now: an empty list says none, a blank one nothing."""
    if medication is None:
        return None
    answers = {one.taken for one in medication}
    if "yes" in answers:
        return True
    return False if answers <= {"no"} else None


def _lacking(view: View) -> Iterator[str]:
    """MNT-25: what stays in place of further sessions, as far as it is not recorded."""
    if set(open_parts(view)) - {"supports", "contact", "follow-up"}:
        yield "the written plan"
    if supporter(view) is None:
        yield "a named supporter"
    if not filled(view, "follow-up"):
        yield "measures afterwards"
    if not filled(view, "contact"):
        yield "a way back"


def _missing_text(view: View, part: str) -> str:
    unsure = part == "medication" and needed(view, part) is None
    return f"{NAMES[part]}, if one is taken" if unsure else NAMES[part]


def _due(view: View) -> bool:
    planned = planned_sessions(view)
    return planned is not None and planned - view.now.number <= int(view.parameter("relapse_plan_due_sessions"))


def supporter(view: View) -> str | None:
    """The supporter named last; nobody when that person died since, or violence or fear is told of them."""
    named = [s.relapse_plan.supporter for _, s in view.sessions if s.relapse_plan and s.relapse_plan.supporter]
    lost = not named or alive(view, named[-1]) is False or named[-1] in feared(view)
    return None if lost else named[-1]


def _places(view: View) -> tuple[str, ...]:
    """Where something of the plan is written."""
    return tuple(
        f"{c.place}.relapse_plan"
        for c, s in view.sessions
        if s.relapse_plan and (s.relapse_plan.supporter or any(getattr(s.relapse_plan, f) for f in FIELDS.values()))
    )


def _held(view: View, part: str) -> str:
    """The entries of the plan, and beside them what the case offers for the part."""
    beside = [text for text in BESIDE[part](view) if text]
    return "; ".join(dict.fromkeys((*entries(view, part), *beside))) or NOTHING


def _signs(view: View) -> Iterator[str]:
    episode = view.background.episode
    yield from (f"known from before: {sign}" for sign in (episode.warning_signs if episode else ()))


def _triggers(view: View) -> Iterator[str]:
    for event in view.background.life_events:
        if comes_or_goes_on(event) or worse_on_anniversary(event):
            yield f"in the timeline: {view.what(event)}"
    yield from (f"conflict with {view.who(person.person)}" for person in conflicts_ahead(view))


def comes_or_goes_on(event: LifeEvent) -> bool:
    """Whether an event is one that came before earlier episodes, or goes on and is not settled."""
    return event.repeats == "yes" or (event.goes_on == "yes" and event.resolved != "yes")


def worse_on_anniversary(event: LifeEvent) -> bool:
    """Whether the days on which a death comes back were hard."""
    return event.mourning is not None and event.mourning.worse_at_anniversaries == "yes"


def conflicts_ahead(view: View) -> Iterator[Relationship]:
    """The people of today with whom there is a conflict that may bring the low mood back.

    A conflict with somebody of whom violence or fear is told is for the safety plan, not for this one; told of nobody
    by name, it may be anybody close enough.
    """
    afraid_of = feared(view)
    for person in view.background.relationships:
        there = person.conflict is not None and person.conflict.present == "yes"
        if there and person.person not in afraid_of and present(view, person):
            yield person


def _skills(view: View) -> Iterator[str]:
    known = view.knowledge.techniques
    helped = (use.technique for _, s in view.sessions for use in s.techniques if use.result == "helped")
    yield from (f"helped in sessions: {known[one].name.lower()}" for one in dict.fromkeys(helped) if one in known)


def _habits(view: View) -> Iterator[str]:
    episode = view.background.episode
    if episode and episode.unhelpful_coping == "yes":
        yield "avoidance or rumination was noted"


def _supports(view: View) -> Iterator[str]:
    named = supporter(view)
    if named:
        yield f"named supporter: {view.who(named)}"
    for person in view.background.relationships:
        usable = present(view, person) and person.person not in feared(view)
        if usable and "yes" in (person.confidant, person.supportive, person.could_support):
            yield f"in the inventory: {view.who(person.person)}"


def _contact(view: View) -> Iterator[str]:
    patient = view.background.patient
    if any(s.maintenance and s.maintenance.emergency_contact == "yes" for _, s in view.sessions):
        yield "a way to make contact in an emergency is agreed"
    if patient and patient.emergency_contact == "yes":
        yield "an emergency contact is recorded"


def _medication(view: View) -> Iterator[str]:
    for one in view.background.medication or ():
        if one.taken == "yes":
            yield f"taken now: {one.name or one.kind or 'a medicine that is not named'}"


BESIDE: Mapping[str, Callable[[View], Iterator[str]]] = {
    "signs": _signs,
    "triggers": _triggers,
    "skills": _skills,
    "habits": _habits,
    "supports": _supports,
    "contact": _contact,
    "medication": _medication,
    "follow-up": lambda view: iter(()),
}


def follow_up_open(view: View) -> tuple[str, ...]:
    """Follow-up measures are listed as open even where the site's plan is complete without them."""
    return () if filled(view, "follow-up") else ("follow-up",)
