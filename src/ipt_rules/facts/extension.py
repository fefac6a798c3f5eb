"""An extension that is asked for (END-30): whether improvement is steady, and whether the contract was extended before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from ipt_rules.facts.base import Fact, FactKind, Field, kind, make_fact
from ipt_rules.facts.common import unknown
from ipt_rules.facts.end_measures import of_course
from ipt_rules.facts.phase import split
from ipt_rules.facts.scores import contact_text, valid_today
from ipt_rules.facts.view import View

UNKNOWNS: Mapping[str, str] = {
    "extension-improvement": "whether improvement is under way, where an extension is asked for",
}

EXTENSION = kind(
    "extension",
    "An extension that is asked for and not yet agreed; at most one.",
    Field("when", "text", "At which contact it was asked for, for reading."),
    Field(
        "extended_before",
        "yes_no",
        "A larger number of sessions was recorded after the initial phase, before this was asked for.",
        required=True,
        source="course, contract",
        statements=("END-30", "INI-47"),
    ),
    Field(
        "steady",
        "yes_no",
        "The last PHQ-9 totals fell, with no rise between them; unknown while there are too few, or the newest is too old.",
        source="measures.phq9",
        statements=("END-30",),
    ),
    Field("history", "text", "These totals, for reading.", required=True),
    single=True,
)
KINDS: tuple[FactKind, ...] = (EXTENSION,)


def derive(view: View) -> Iterator[Fact]:
    """The extension that is asked for, and what is not known of it; nothing while none is."""
    asked, raised = _asked_at(view), _raised_at(view)
    if asked is None or any(at >= asked for at in raised):
        return
    contact = view.contacts[asked]
    place, before, steady = f"{contact.place}.ending.extension_wanted", bool(raised), _steady(view)
    yield make_fact(
        EXTENSION,
        place,
        when=contact_text(contact.number),
        extended_before=before,
        steady=steady,
        history=", ".join(str(total) for total in _last(view)) or "none recorded",
    )
    if steady is None and not before:
        yield unknown("extension-improvement", place)


def _asked_at(view: View) -> int | None:
    """The contact, by place in order, that last answered whether an extension is wanted, when the answer was yes."""
    answers = [(c, s.ending.extension_wanted) for c, s in view.sessions if s.ending]
    told = [(c, answer) for c, answer in answers if answer in ("yes", "no")]
    return view.contacts.index(told[-1][0]) if told and told[-1][1] == "yes" else None


def _raised_at(view: View) -> tuple[int, ...]:
    """The contacts after the initial phase, by place in order, that recorded more sessions than were planned until then."""
    told = [(at, number) for at, contact in enumerate(view.contacts) if (number := _planned_at(view, at)) is not None]
    limit = split(view).initial_limit
    return tuple(at for (_, old), (at, new) in pairwise(told) if new > old and view.contacts[at].number > limit)


def _planned_at(view: View, at: int) -> int | None:
    """The number of sessions that one contact recorded, in the course or the contract."""
    part = view.contacts[at].part
    background = part if at == 0 else getattr(part, "learned", None)
    course, contract = getattr(background, "course", None), getattr(background, "contract", None)
    told = (course.planned_sessions if course else None, contract.sessions if contract else None)
    return max((number for number in told if number is not None), default=None)


def _last(view: View) -> tuple[int, ...]:
    """The newest totals, as many as it takes to tell."""
    return tuple(one.points for one in of_course(view, "phq9")[-int(view.parameter("extension_measures")) :])


def _steady(view: View) -> bool | None:
    found, totals = of_course(view, "phq9"), _last(view)
    valid = found and valid_today(view, found[-1])
    if not valid or len(totals) < int(view.parameter("extension_measures")):
        return None
    return totals[-1] < totals[0] and all(after <= before for before, after in pairwise(totals))
