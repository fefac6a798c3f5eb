"""Facts about the working alliance (D4), as the session now records it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ipt_rules.case import Session
from ipt_rules.case.record import Contact
from ipt_rules.case.session import Alliance
from ipt_rules.facts.base import Fact, FactKind, Field, kind, make_fact
from ipt_rules.facts.scores import contact_text
from ipt_rules.facts.view import View

ALLIANCE = kind(
    "alliance",
    "The working alliance as the session now records it; none where it records nothing of it.",
    Field("session", "integer", "Number of the session.", required=True),
    Field("when", "text", "The same, for reading.", required=True),
    Field(
        "srs", "decimal", "Session Rating Scale.", unit="0 to 40", source="sessions[].alliance", statements=("ALL-01",)
    ),
    Field("rating", "decimal", "The site's own rating.", statements=("ALL-01",)),
    Field(
        "rating_fall", "decimal", "Its fall since it was recorded last; negative for a rise.", statements=("ALL-01",)
    ),
    Field("strain", "yes_no", "Signs of strain are recorded; unknown where none is.", statements=("ALL-02",)),
    Field("found", "text", "Ratings and signs, for reading.", required=True),
)
KINDS: tuple[FactKind, ...] = (ALLIANCE,)
SIGNS: Mapping[str, str] = {
    "silence": "silence",
    "late-arrival": "coming late",
    "agrees-with-everything": "agreeing with everything",
    "irritation": "irritation",
    "off-focus-talk": "talk that leaves the focus",
    "undone-tasks": "tasks left undone",
}


def derive(view: View) -> Iterator[Fact]:
    """One fact at most: what the session now says, a rating compared with the one recorded before."""
    if not view.sessions:
        return
    contact, session = view.sessions[-1]
    if session.alliance is not None:
        yield _alliance(view, contact, session.alliance)


def _alliance(view: View, contact: Contact, told: Alliance) -> Fact:
    before = _rating_before(view.sessions[:-1])
    fall = None if told.rating is None or before is None else before - told.rating
    return make_fact(
        ALLIANCE,
        f"{contact.place}.alliance",
        session=contact.number,
        when=contact_text(contact.number),
        srs=told.srs,
        rating=told.rating,
        rating_fall=fall,
        strain=True if told.signs else None,
        found=_found(told, before) or "nothing",
    )


def _rating_before(sessions: tuple[tuple[Contact, Session], ...]) -> float | None:
    ratings = [one.alliance.rating for _, one in sessions if one.alliance and one.alliance.rating is not None]
    return ratings[-1] if ratings else None


def _found(told: Alliance, before: float | None) -> str:
    since = "" if before is None else f" after {before:g}"
    parts = [
        f"Session Rating Scale {told.srs:g}" if told.srs is not None else "",
        f"own rating {told.rating:g}{since}" if told.rating is not None else "",
        *(SIGNS[sign] for sign in told.signs),
    ]
    return ", ".join(part for part in parts if part)
