"""Facts about the work of sessions (D1, D2): techniques used, homework, affect, decisions, what the last session showed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import takewhile

from ipt_rules import vocabulary as words
from ipt_rules.case import Session
from ipt_rules.case.record import Contact
from ipt_rules.case.session import Homework, TechniqueUse
from ipt_rules.facts.base import Fact, FactKind, Field, kind, make_fact
from ipt_rules.facts.common import unknown
from ipt_rules.facts.scores import contact_text, sessions_text
from ipt_rules.facts.signs import signs
from ipt_rules.facts.view import View, yes

UNKNOWNS: Mapping[str, str] = {
    "mood-event-link": "a link between mood and an event, in none of the last sessions recorded",
    "homework-result": "what became of a task agreed in the session now or in the one before",
    "decision-irreversible": "whether the decision that is pending can be taken back",
    "consent-to-involving": "whether the patient agrees that others are invited",
}

TECHNIQUE_USE = kind(
    "technique_use",
    "A technique used in a session; two techniques, or one with regard to two people, are two facts.",
    Field("technique", "key", "Its id in the catalogue.", required=True, source="sessions[].techniques"),
    Field("name", "text", "Its name, for reading."),
    Field("action", "yes_no", "The patient rehearsed, decided or tried something with it.", statements=("MID-09",)),
    Field("person", "key", "With regard to whom, by key."),
    Field("who", "text", "The same, for reading."),
    Field("session", "integer", "Number of the session.", required=True),
    Field("contacts_ago", "integer", "Held sessions ago; 0 is the session now.", required=True),
    Field("last_session", "yes_no", "Used in the session now.", required=True, statements=("TEC-41",)),
    Field("result", "term", "What came of it.", words.TECHNIQUE_RESULTS),
    Field("unfinished", "yes_no", "It is to be gone on with; unknown without a result.", statements=("TEC-41",)),
)
HOMEWORK = kind(
    "homework",
    "What is recorded about homework in one session: the task of the session before, and the next one.",
    Field("session", "integer", "Number of the session.", required=True),
    Field("contacts_ago", "integer", "Held sessions ago; 0 is the session now.", required=True),
    Field("given", "yes_no", "A task was agreed in this session.", statements=("TEC-24",)),
    Field("previous_done", "term", "What became of the task before.", ("yes", "partly", "no"), statements=("MID-08",)),
    Field("person", "key", "With whom the task is to be tried, by key."),
    Field("who", "text", "The same, for reading."),
)
WORK = kind(
    "work",
    "What the session now showed; one fact, once a session was held. Blank answers are unknown.",
    Field("session", "integer", "Its number.", required=True),
    Field("when", "text", "The same, for reading."),
    Field("mood_event_link", "yes_no", "Mood was linked to an event or a person.", statements=("TEC-04", "MID-04")),
    Field("affect", "term", "How feelings were shown.", words.AFFECT, statements=("TEC-12", "TEC-37")),
    Field(
        "distress",
        "yes_no",
        "Distress overwhelmed: feelings were overwhelming, or self-injury was told in it or since; yes or unknown.",
        source="sessions[].affect, risk.self_injury, asked.self-injury",
        statements=("GRI-22", "TEC-37"),
    ),
    Field("distress_text", "text", "Which of the two, for reading: `feelings were overwhelming`."),
    Field("affect_differs", "yes_no", "The feeling told and the feeling shown differ.", statements=("TEC-38",)),
    Field("hopeless", "yes_no", "Everything seems impossible.", statements=("TEC-40",)),
    Field("agitated", "yes_no", "Severely agitated.", statements=("TEC-17",)),
    Field("contradictory", "yes_no", "The account is contradictory.", statements=("TEC-13",)),
    Field("recent_interaction", "yes_no", "A specific recent interaction was told.", statements=("TEC-14",)),
    Field("person", "key", "With whom that was, by key."),
    Field("who", "text", "The same, for reading."),
    Field("interaction_text", "text", "With whom, for reading; `with somebody` where it is not recorded."),
    Field("decision_pending", "yes_no", "A decision is pending.", statements=("TEC-17",)),
    Field("decision_irreversible", "yes_no", "It cannot be taken back.", statements=("TEC-17",)),
    Field("on_focus", "yes_no", "The session stayed on the focus.", statements=("MID-11",)),
    Field(
        "off_focus_in_a_row",
        "integer",
        "Latest sessions in a row recorded as off the focus; a session that a crisis took ends the row.",
        required=True,
        statements=("MID-11",),
    ),
    Field("off_focus_text", "text", "Which sessions these are, for reading."),
    Field("task_person", "key", "With whom the task agreed now, else the latest one before, is to be tried, by key."),
    Field("task_who", "text", "The same, for reading."),
    Field("task_undone", "yes_no", "The session now tells of a task; it was not done.", statements=("HWK-01",)),
    Field(
        "homework_undone_in_a_row", "integer", "Latest tasks in a row undone.", required=True, statements=("HWK-01",)
    ),
    Field(
        "only_listening_in_a_row",
        "integer",
        "Latest sessions in a row with supportive listening as the only technique recorded.",
        required=True,
        statements=("STA-05",),
    ),
)
INVOLVING = kind(
    "involving_others",
    "Whether others may be invited to a session; exactly one.",
    Field(
        "agrees",
        "yes_no",
        "The patient agrees: the latest answer in a session, else the preference recorded with the case.",
        source="sessions[].consents_to_involving, preferences.involving_others",
        statements=("TEC-25",),
    ),
    single=True,
)
KINDS: tuple[FactKind, ...] = (TECHNIQUE_USE, HOMEWORK, WORK, INVOLVING)


def derive(view: View) -> Iterator[Fact]:
    """The facts of the sessions held so far, whether others may be invited, and what of the work is not known."""
    yield from _involving(view)
    for ago, (contact, session) in enumerate(reversed(view.sessions)):
        yield from _techniques(view, contact, session, ago)
        yield from _homework(view, contact, session, ago)
    if view.sessions:
        contact, session = view.sessions[-1]
        yield _work(view, contact, session)
        yield from _unknowns(view, contact, session)


def _techniques(view: View, contact: Contact, session: Session, ago: int) -> Iterator[Fact]:
    for index, use in enumerate(session.techniques):
        known = view.knowledge.techniques.get(use.technique)
        yield make_fact(
            TECHNIQUE_USE,
            f"{contact.place}.techniques[{index}]",
            technique=use.technique,
            name=known.name if known else use.technique,
            action=known.action if known else None,
            person=use.person,
            who=view.who(use.person),
            session=contact.number,
            contacts_ago=ago,
            last_session=ago == 0,
            result=use.result,
            unfinished=_unfinished(use),
        )


def _unfinished(use: TechniqueUse) -> bool | None:
    return None if use.result is None else use.result == "unfinished"


def _homework(view: View, contact: Contact, session: Session, ago: int) -> Iterator[Fact]:
    homework = session.homework
    if homework is not None:
        done = homework.previous_done
        yield make_fact(
            HOMEWORK,
            f"{contact.place}.homework",
            session=contact.number,
            contacts_ago=ago,
            given=yes(homework.given),
            previous_done=None if done == "not-known" else done,
            person=homework.person,
            who=view.who(homework.person),
        )


def _work(view: View, contact: Contact, session: Session) -> Fact:
    sessions = [one for _, one in view.sessions]
    person, task = session.recent_interaction_with, _latest_task(sessions)
    decision = session.decision
    distress = _distress(view, session)
    off = _in_a_row(sessions, lambda one: one.on_focus == "no" and one.crisis_used_session != "yes")
    return make_fact(
        WORK,
        contact.place,
        session=contact.number,
        when=contact_text(contact.number),
        mood_event_link=yes(session.mood_event_link),
        affect=session.affect,
        distress=True if distress else None,
        distress_text=" and ".join(distress) or None,
        affect_differs=yes(session.affect_differs),
        hopeless=yes(session.hopeless),
        agitated=yes(session.agitated),
        contradictory=yes(session.contradictory),
        recent_interaction=True if person else yes(session.recent_interaction),
        person=person,
        who=view.who(person),
        interaction_text=f"with {view.who(person)}" if person else "with somebody",
        decision_pending=yes(decision.pending) if decision else None,
        decision_irreversible=yes(decision.irreversible) if decision else None,
        on_focus=yes(session.on_focus),
        off_focus_in_a_row=off,
        off_focus_text=sessions_text([one.number for one in sessions[-off:]]) if off else None,
        task_person=task.person if task else None,
        task_who=view.who(task.person) if task else None,
        task_undone=_task_undone(session),
        homework_undone_in_a_row=_undone(sessions),
        only_listening_in_a_row=_in_a_row(sessions, lambda one: _only_listening(view, one)),
    )


def _distress(view: View, session: Session) -> list[str]:
    """What says that distress overwhelmed: as shown in the session, or self-injury told in it or since."""
    now = view.contacts.index(view.now)
    injured = any(one.sign == "self-injury" and one.present and one.at >= now for one in signs(view))
    shown = ["feelings were overwhelming"] if session.affect == "overwhelming" else []
    return [*shown, *(["self-injury was told"] if injured else [])]


def _involving(view: View) -> Iterator[Fact]:
    preferences = view.case.preferences
    told = [("preferences.involving_others", preferences.involving_others)] if preferences else []
    told += [(f"{contact.place}.consents_to_involving", one.consents_to_involving) for contact, one in view.sessions]
    place, agrees = next(((at, yes(one)) for at, one in reversed(told) if yes(one) is not None), (view.now.place, None))
    yield make_fact(INVOLVING, place, agrees=agrees)
    if agrees is None:
        yield unknown("consent-to-involving", place)


def _in_a_row(sessions: Sequence[Session], holds: Callable[[Session], bool]) -> int:
    """How many of the latest sessions, counted back from the session now, are so; what is blank is not."""
    return len(list(takewhile(holds, reversed(sessions))))


def _undone(sessions: Sequence[Session]) -> int:
    """Sessions that say nothing of a task are passed over: there may have been none."""
    told = [one.homework.previous_done for one in sessions if one.homework and one.homework.previous_done]
    return len(list(takewhile(lambda done: done == "no", reversed(told))))


def _latest_task(sessions: Sequence[Session]) -> Homework | None:
    """The homework of the latest session in which a task was agreed."""
    return next((one.homework for one in reversed(sessions) if one.homework and one.homework.given == "yes"), None)


def _task_undone(session: Session) -> bool | None:
    done = session.homework.previous_done if session.homework else None
    return None if done in (None, "not-known") else done == "no"


def _only_listening(view: View, session: Session) -> bool:
    used = {use.technique for use in session.techniques}
    return bool(used) and used <= view.group("listening-alone")


def _unknowns(view: View, contact: Contact, session: Session) -> Iterator[Fact]:
    recent = view.sessions[-int(view.parameter("mood_link_sessions")) :]
    enough = len(recent) == int(view.parameter("mood_link_sessions"))
    if enough and all(one.mood_event_link != "yes" for _, one in recent):
        yield unknown("mood-event-link", [one.place for one, _ in recent], session=contact.number)
    yield from _results_open(view)
    decision = session.decision
    if decision and decision.pending == "yes" and yes(decision.irreversible) is None:
        yield unknown("decision-irreversible", f"{contact.place}.decision", session=contact.number)


def _results_open(view: View) -> Iterator[Fact]:
    """A task agreed in the session now is still to be heard of; of one agreed before, the session now may say nothing."""
    *before, (_, now) = view.sessions[-2:]
    told = now.homework.previous_done if now.homework else None
    open_ = before if told in (None, "not-known") else []
    for contact, session in (*open_, view.sessions[-1]):
        if session.homework is not None and session.homework.given == "yes":
            yield unknown("homework-result", f"{contact.place}.homework", session=contact.number)
