"""How a dialogue begins: over a new case, one that is there, a new session, or one to be corrected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from ipt_rules.case import Case
from ipt_rules.case.model import SCHEMA_VERSION
from ipt_rules.case.record import Contact, contacts
from ipt_rules.dialogue.conversation import Dialogue
from ipt_rules.dialogue.places import Draft, Place
from ipt_rules.dialogue.scene import CaseStore, Scene
from ipt_rules.dialogue.wanted import Choice
from ipt_rules.dialogue.watch import Watch
from ipt_rules.errors import CaseError, UnknownNameError
from ipt_rules.facts.derive import derive_facts
from ipt_rules.matching import engine_names
from ipt_rules.recommendation import Recommendation
from ipt_rules.recommending import recommend, recommended_at
from ipt_rules.replay import as_it_stood
from ipt_rules.rulebook import Rulebook
from ipt_rules.translation import _

FIRST_ID = "case-1"
CASE_ID = "case-id"
"""The question about the id, which a new file has from the start so that it can be saved."""


def first_content(on: date) -> dict[str, Any]:
    """What a new case begins with: an intake on that day of which nothing is known."""
    return {"schema_version": SCHEMA_VERSION, "id": FIRST_ID, "intake": {"date": on}}


def new_case(file: CaseStore, rulebook: Rulebook, on: date, watch: Watch | None = None) -> Dialogue:
    """The guided intake over a file that was just created from `first_content`."""
    return _dialogue(file, rulebook, Scene("intake", ("intake",), on), watch, ask_again=(CASE_ID,))


def fill_case(file: CaseStore, rulebook: Rulebook, on: date, watch: Watch | None = None) -> Dialogue:
    """The guided intake over a case that is there, from the first question without an answer."""
    return _dialogue(file, rulebook, Scene("intake", ("intake",), max(on, file.case.intake.date)), watch)


def new_session(
    file: CaseStore, rulebook: Rulebook, on: date, watch: Watch | None = None, engine: str | None = None
) -> Dialogue:
    """The session of that day, numbered after the last. Its entry is made with the first answer.

    Raises CaseError when a contact is dated later: sessions are told in their order.
    """
    case = file.case
    last = contacts(case, date.max)[-1]
    if on < last.date:
        raise CaseError(
            _(
                "The last contact of this case is on {last}, after {on}: give a later --on, or correct that date."
            ).format(last=last.date.isoformat(), on=on.isoformat())
        )
    number = max((one.number for one in case.sessions), default=0) + 1
    opening = {"number": number, "date": on}
    draft = Draft(file.content)
    draft.append(("sessions",), opening)
    before = _before(case, rulebook, on, watch, engine)
    phase = _phase(Case.from_data(draft.content), rulebook, on)
    place: Place = ("sessions", len(case.sessions))
    scene = Scene("session", place, on, phase, number, opening, tuple(_techniques(before, rulebook)))
    return _dialogue(file, rulebook, scene, watch)


def _before(case: Case, rulebook: Rulebook, on: date, watch: Watch | None, engine: str | None) -> Recommendation:
    """What is recommended before the session is recorded; whoever watches has looked, and need not look twice."""
    if watch is not None:
        watch.standing(case)
        if watch.recommendation is not None:
            return watch.recommendation
    return recommend(case, rulebook, on, engine=engine)


def edit_session(
    file: CaseStore, rulebook: Rulebook, number: int, watch: Watch | None = None, engine: str | None = None
) -> Dialogue:
    """A session that is there, every question with its present answer. Raises UnknownNameError for a number that is not."""
    case = file.case
    contact = session_of(case, number)
    known = contacts(case, date.max)
    earlier = known[known.index(contact) - 1]
    _run, before = recommended_at(case, rulebook, earlier, engine or engine_names()[0])
    phase = _phase(as_it_stood(case, contact), rulebook, contact.date)
    place: Place = ("sessions", [one.number for one in case.sessions].index(number))
    scene = Scene("session", place, contact.date, phase, number, {}, tuple(_techniques(before, rulebook)))
    return _dialogue(file, rulebook, scene, watch, review=True)


def session_of(case: Case, number: int) -> Contact:
    """The session with a number. Raises UnknownNameError, with the nearest, where there is none."""
    found = next((one for one in contacts(case, date.max)[1:] if one.number == number), None)
    if found is None:
        raise UnknownNameError(_no_such_session(number, [one.number for one in case.sessions]))
    return found


def _no_such_session(number: int, numbers: Sequence[int]) -> str:
    if not numbers:
        return _("There is no session {number}: no session is recorded yet. `session add` records one.").format(
            number=number
        )
    nearest = min(numbers, key=lambda one: (abs(one - number), one))
    return _("There is no session {number}; the nearest is {nearest}.").format(number=number, nearest=nearest)


def _phase(case: Case, rulebook: Rulebook, on: date) -> str:
    """The phase the session is in; nothing, so that all is asked, where that is not one of the four."""
    phase = next(str(fact.get("phase")) for fact in derive_facts(case, on, rulebook) if fact.kind == "case")
    return phase if phase in ("initial", "middle", "ending", "maintenance") else ""


def _techniques(recommendation: Recommendation, rulebook: Rulebook) -> Iterator[Choice]:
    """The techniques of the catalogue, those suggested for this session first."""
    suggested = list(dict.fromkeys(one.id for one in recommendation.techniques))
    names: Mapping[str, str] = {key: one.name for key, one in rulebook.techniques.items()}
    for key in (*suggested, *(key for key in sorted(names) if key not in suggested)):
        yield Choice(key, names[key], (key, key.removeprefix("TEC-")), suggested=key in suggested)


def _dialogue(file: CaseStore, rulebook: Rulebook, scene: Scene, watch: Watch | None, **more: Any) -> Dialogue:
    chapters = tuple(rulebook.dialogue.values())
    return Dialogue(chapters, rulebook.instruments, file, scene, watch=watch, **more)
