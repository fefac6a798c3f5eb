"""Signs of danger other than suicidal thoughts, and violence: a yes stands until a later recorded no."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from ipt_rules.case import Intake, Session
from ipt_rules.case.background import Background
from ipt_rules.case.contact import Violence
from ipt_rules.case.record import Contact
from ipt_rules.facts.view import Knowledge, View, risk_of, yes

ASKED: Mapping[str, str] = MappingProxyType({"some": "yes", "none": "no"})


class Source(NamedTuple):
    """Where a sign is recorded: a field of the risk enquiry or of the diagnosis, a topic asked about, a group of diagnoses."""

    name: str  # for reading
    risk: str | None = None
    diagnosis: str | None = None
    asked: str | None = None
    diagnoses: str | None = None
    lifetime: bool = False  # of a whole life: once yes, no later answer undoes it


SIGNS: Mapping[str, Source] = MappingProxyType(
    {
        "psychosis": Source("psychotic symptoms", None, "psychosis", "psychosis", diagnoses="psychotic-diagnoses"),
        "mania": Source("mania, hypomania or mixed features", None, "mania_now", "mania"),
        "catatonia": Source("catatonia", None, "catatonia"),
        "withdrawal-risk": Source("a risk of withdrawal", None, "withdrawal_risk"),
        "psychotic-signs": Source("hallucinations, delusions, confusion or rapid swings", "psychotic_signs"),
        "self-neglect": Source("severe self-neglect", "self_neglect"),
        "not-eating-or-drinking": Source("not eating or drinking", "not_eating_or_drinking"),
        "harm-others": Source("serious intent to harm someone", "harm_others"),
        "safeguarding": Source("concern for a child or dependent adult", "safeguarding", asked="safeguarding"),
        "harm-baby-intent": Source("thoughts of harming the baby with intent", "harm_baby_intent"),
        "harm-baby-intrusive": Source("unwanted thoughts of harm to the baby", "harm_baby_intrusive"),
        "self-injury": Source("self-injury", "self_injury", asked="self-injury"),
        "past-attempt": Source("a past attempt", "past_attempt", asked="past-attempts", lifetime=True),
        "recent-discharge": Source("a recent discharge from hospital", "recent_discharge"),
        "new-severe-symptoms": Source("new severe symptoms", "new_severe_symptoms"),
        "clinician-concern": Source("the clinician's own concern", "clinician_concern"),
    }
)


class Sign(NamedTuple):
    """A sign and the answer that stands: where it was told, and at which contact in order (`at`)."""

    sign: str
    present: bool
    contact: Contact
    at: int
    place: str

    @property
    def name(self) -> str:
        return SIGNS[self.sign].name


def learned(contact: Contact) -> Background | None:
    """What a contact recorded of the background: the intake itself, or what a session learned."""
    part = contact.part
    return part if isinstance(part, Intake) else part.learned if isinstance(part, Session) else None


def learned_place(contact: Contact) -> str:
    return contact.place if isinstance(contact.part, Intake) else f"{contact.place}.learned"


def signs(view: View) -> tuple[Sign, ...]:
    """Every sign that was answered with yes or no, with the answer that stands: the latest, for a whole life any yes."""
    return view.once("signs", lambda view: tuple(_signs(view)))


def _signs(view: View) -> Iterator[Sign]:
    for sign, source in SIGNS.items():
        latest = None
        for at, contact in enumerate(view.contacts):
            found = view.of(contact, "signs", _answers).get(sign)
            if found is not None and not (source.lifetime and latest is not None and latest.present):
                latest = Sign(sign, found[0] == "yes", contact, at, found[1])
        if latest is not None:
            yield latest


def _answers(contact: Contact, knowledge: Knowledge) -> dict[str, tuple[str, str]]:
    """What one contact recorded, by sign."""
    told = {sign: _answer(knowledge, source, contact) for sign, source in SIGNS.items()}
    return {sign: answer for sign, answer in told.items() if answer is not None}


def _answer(knowledge: Knowledge, source: Source, contact: Contact) -> tuple[str, str] | None:
    """Yes or no as one contact recorded it, and where.

    Where its answers differ a yes stands: in a field of its own, or on asking. A diagnosis says yes too, but for what the
    field itself denies: a psychotic depression may be without psychosis by now.
    """
    answered = [(answer, where) for answer, where in _told_here(knowledge, source, contact) if answer in ("yes", "no")]
    diagnosed = (
        None
        if any(where.endswith(_fields(source)) for _, where in answered)
        else _diagnosed(knowledge, source, contact)
    )
    answered += [diagnosed] if diagnosed else []
    return next((one for one in answered if one[0] == "yes"), next(iter(answered), None))


def _fields(source: Source) -> tuple[str, ...]:
    """How the places of its own fields end."""
    fields = {"risk": source.risk, "diagnosis": source.diagnosis}
    return tuple(f".{group}.{name}" for group, name in fields.items() if name)


def _told_here(knowledge: Knowledge, source: Source, contact: Contact) -> Iterator[tuple[str, str]]:
    """Every answer of a contact about one sign, with its place, but for what a diagnosis says."""
    risk, background = risk_of(contact), learned(contact)
    if risk is not None and source.risk and (answer := getattr(risk, source.risk)):
        yield answer, f"{contact.place}.risk.{source.risk}"
    if background is None:
        return
    diagnosis, place = background.diagnosis, learned_place(contact)
    if diagnosis is not None and source.diagnosis and (answer := getattr(diagnosis, source.diagnosis)):
        yield answer, f"{place}.diagnosis.{source.diagnosis}"
    if asked := _asked(background, source.asked):
        yield asked, f"{place}.asked.{source.asked}"


def _asked(background: Background | None, topic: str | None) -> str | None:
    answer = background.asked.get(topic) if background and topic else None
    return ASKED.get(answer) if answer else None


def _diagnosed(knowledge: Knowledge, source: Source, contact: Contact) -> tuple[str, str] | None:
    diagnosis = background.diagnosis if (background := learned(contact)) else None
    if diagnosis is None or not source.diagnoses:
        return None
    if knowledge.group(source.diagnoses).isdisjoint({diagnosis.primary, *diagnosis.comorbid}):
        return None
    return "yes", f"{learned_place(contact)}.diagnosis"


class Told(NamedTuple):
    """One record about violence: with regard to whom (None: nobody named), the answers, and where they stand."""

    at: int
    contact: Contact
    place: str
    person: str | None
    answers: Mapping[str, bool]  # now, fear, disclosed
    reliable: bool  # a no within earshot of others, or of which that is not known, says nothing

    @property
    def denied(self) -> bool:
        """Whether violence and fear were both denied here, and alone: one of the two, or a blank, is no denial."""
        return self.reliable and self.answers.get("now") is False and self.answers.get("fear") is False


def violence_told(view: View) -> tuple[Told, ...]:
    return view.once("violence told", lambda view: tuple(_violence_told(view)))


def _violence_told(view: View) -> Iterator[Told]:
    for at, contact in enumerate(view.contacts):
        topic = _asked(learned(contact), "violence")
        if topic is not None:
            answers = {"disclosed": True} if topic == "yes" else {"now": False, "fear": False, "disclosed": False}
            # A topic marked `none` does not say that it was asked alone: such a no releases and takes back nothing.
            yield Told(at, contact, f"{learned_place(contact)}.asked.violence", None, answers, reliable=False)
        risk = risk_of(contact)
        if risk is not None and risk.violence is not None:
            yield _of_enquiry(at, contact, risk.violence)


def _of_enquiry(at: int, contact: Contact, violence: Violence) -> Told:
    given = {"now": yes(violence.now), "fear": yes(violence.fear)}
    answers = {name: answer for name, answer in given.items() if answer is not None}
    if given == {"now": False, "fear": False}:
        answers["disclosed"] = False
    return Told(at, contact, f"{contact.place}.risk.violence", violence.person, answers, violence.asked_alone == "yes")


class Threat(NamedTuple):
    """Violence or fear that stands, with regard to one person or to nobody named."""

    person: str | None
    now: bool | None
    fear: bool | None
    disclosed: bool | None
    contact: Contact
    at: int
    places: tuple[str, ...]


def threats(view: View) -> tuple[Threat, ...]:
    """Each person (or nobody named) of whom violence or fear was told and not denied since."""
    return view.once("threats", lambda view: tuple(_threats(view)))


def _threats(view: View) -> Iterator[Threat]:
    records = violence_told(view)
    for person in dict.fromkeys(one.person for one in records):
        standing: dict[str, Told] = {}
        denied: set[str] = set()
        for one in records:
            _follow(one, person, standing, denied)
        if standing:
            latest = max(standing.values(), key=lambda one: one.at)
            yield Threat(
                person=person,
                **{name: _stands(name, standing, denied) for name in ("now", "fear", "disclosed")},
                contact=latest.contact,
                at=latest.at,
                places=tuple(dict.fromkeys(one.place for one in standing.values())),
            )


def _stands(name: str, standing: Mapping[str, Told], denied: set[str]) -> bool | None:
    return True if name in standing else False if name in denied else None


def _follow(one: Told, person: str | None, standing: dict[str, Told], denied: set[str]) -> None:
    """What one record says of one person: a yes only of the person it names, a general no of everybody."""
    for name, answer in one.answers.items():
        if answer and one.person == person:
            standing[name] = one
            denied.discard(name)
        elif not answer and one.reliable and one.person in (None, person):
            standing.pop(name, None)
            denied.add(name)


def violence_answered(view: View, person: str | None) -> bool:
    """Whether violence and fear were both asked about, reliably, with regard to this person or in general."""
    known: set[str] = set()
    for one in violence_told(view):
        if one.person in (None, person):
            known |= {name for name, answer in one.answers.items() if answer or one.reliable}
    # A standing yes has its own alert: nothing more is asked before that is dealt with.
    return {"now", "fear"} <= known or any(one.person in (None, person) for one in threats(view))


def violence_denied(view: View) -> bool:
    """Whether violence and fear were both denied when alone, with regard to anybody."""
    return any(one.denied for one in violence_told(view))
