"""Earlier alerts: the safety chapter run again on what was known on each earlier day.

A pure function of the case: an alert cannot get lost, because it is found again from the record each time.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from ipt_rules.case import Case
from ipt_rules.case.record import Contact, contacts
from ipt_rules.facts.base import Fact, make_fact
from ipt_rules.facts.common import PAST_ALERT
from ipt_rules.facts.derive import facts_of
from ipt_rules.facts.risk import cleared
from ipt_rules.facts.screens import cleared_by_screens
from ipt_rules.facts.view import View
from ipt_rules.finding import chapter_findings
from ipt_rules.query import wanted_by
from ipt_rules.recommendation import Finding
from ipt_rules.rulebook import Rulebook

SAFETY = "safety"
Told = tuple[Contact, Finding]
"""An alert, and the contact at which it was given."""


def as_it_stood(case: Case, contact: Contact) -> Case:
    """The case up to a contact: another contact later on the same day is not part of it."""
    so_far = tuple(one for one in case.sessions if (one.date, one.number) <= (contact.date, contact.number))
    return case if so_far == case.sessions else case.model_copy(update={"sessions": so_far})


class Replay:
    """The alerts given at each contact of one case. A contact is replayed once, when somebody first asks for it.

    What is found at a contact does not depend on later ones: one replay serves the case as it stood at each of them.
    """

    def __init__(self, case: Case, rulebook: Rulebook, engine: str) -> None:
        self._case = case
        self._rulebook = rulebook
        self._engine = engine
        self._contacts = contacts(case, date.max)
        self._told: list[tuple[Told, ...]] = []  # by contact
        self._of_contacts: dict[tuple[str, str, int], Any] = {}
        rules = rulebook.active(SAFETY) if SAFETY in rulebook.chapters else ()
        alerting = [rule_id for rule_id in rules if rulebook.outlines[rule_id].conclusion == "alert"]
        self._alerting = frozenset(alerting)
        self._wanted = wanted_by(query for rule_id in alerting for query in rulebook.queries[rule_id])

    def before(self, at: int) -> tuple[Told, ...]:
        """The alerts of the first `at` contacts in order, each with its contact."""
        for contact in self._contacts[len(self._told) : at]:
            self._told.append(self._alerts(contact) if self._alerting and _tells(contact) else ())
        return tuple(one for told in self._told[:at] for one in told)

    def _alerts(self, contact: Contact) -> tuple[Told, ...]:
        """Only what rules that give alerts read is derived: the other rules of the chapter are not heard."""
        then = as_it_stood(self._case, contact)
        view = View(then, contact.date, self._rulebook, of_contacts=self._of_contacts, wanted=self._wanted)
        facts = list(facts_of(view))
        if view.wants((PAST_ALERT,)):
            facts += seen_from(self.before(len(self._told)), view)
        matches = self._rulebook.matcher(SAFETY, self._engine).match(facts)
        heard = [match for match in matches if match.rule_id in self._alerting]
        return tuple((contact, finding) for finding in chapter_findings(heard, self._rulebook, facts))


def past_alerts(case: Case, rulebook: Rulebook, on: date, engine: str, replay: Replay | None = None) -> list[Fact]:
    """The alerts of the contacts before the session now, as facts seen from the day `on`.

    `replay` may be that of the same case with later contacts.
    """
    view = View(case, on, rulebook)
    now = view.contacts.index(view.now)
    return seen_from((replay or Replay(case, rulebook, engine)).before(now), view)


def _tells(contact: Contact) -> bool:
    """Whether a contact can have told something: a missed session can, by a call or a questionnaire sent in."""
    return contact.held or contact.part.risk is not None or contact.part.measures is not None


def seen_from(told: Sequence[Told], view: View) -> list[Fact]:
    """Earlier alerts as seen on the day of `view`, each with whether it was cleared since."""
    place_in_order = {contact.place: at for at, contact in enumerate(view.contacts)}
    given = [(place_in_order[contact.place], finding) for contact, finding in told]
    return [
        make_fact(
            PAST_ALERT,
            contact.place,
            rule=finding.rule_id,
            level=finding.content["level"],
            about=finding.content["about"],
            session=contact.number,
            contacts_ago=sum(later.held for later in view.contacts[at + 1 :]),
            days_ago=(view.on - contact.date).days,
            cleared=cleared(view, finding.content["about"], finding.person, start, at),
            screens_clear=cleared_by_screens(view, start, at),
            person=finding.person,
        )
        for (contact, finding), (at, _) in zip(told, given, strict=True)
        for start in (_first_given(given, finding, at, view),)
    ]


def _first_given(given: Sequence[tuple[int, Finding]], finding: Finding, at: int, view: View) -> int:
    """The contact, by place in order, from which on an alert about the same was given at every contact held up to `at`.

    What stands is told again each time, perhaps by another rule: clear screens count from when it was told first.
    """
    same = {place for place, other in given if other.matter == finding.matter}
    start = at
    for place in range(at, -1, -1):
        if place in same:
            start = place
        elif view.contacts[place].held:
            break
    return start
