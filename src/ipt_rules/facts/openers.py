"""What nobody has told yet and what could add an entry to the focus areas: a gap of the choice of focus, asked by no rule.

These answers do not belong to a loss, a dispute or a change that is recorded: with them there would be one (FOC-09).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ipt_rules.case.background import Patient
from ipt_rules.case.people import Relationship
from ipt_rules.facts.base import Fact, FactKind
from ipt_rules.facts.changes import perinatal_now
from ipt_rules.facts.common import unknown
from ipt_rules.facts.dispute_parts import is_dispute
from ipt_rules.facts.loss_signs import prolonged_grief_diagnosed
from ipt_rules.facts.people import alive
from ipt_rules.facts.view import View, yes

UNKNOWNS: Mapping[str, str] = {
    "perinatal-time": "whether this is a pregnancy, or the time after a birth",
    "illness-changes-ties": "whether a lasting illness changes relationships or roles",
    "grief-diagnosis": "whether prolonged grief disorder was diagnosed",
    "expectations-met": "whether the two expect the same of one another, or are in conflict",
}
KINDS: tuple[FactKind, ...] = ()


def derive(view: View) -> Iterator[Fact]:
    """The answers that could add an entry, as far as they are open."""
    patient = view.background.patient or Patient()
    if _perinatal_open(view, patient):
        yield unknown("perinatal-time", view.place("patient"))
    for index, illness in enumerate(view.diagnosis.medical):
        if illness.kind in view.group("lasting-illnesses") and yes(illness.affects_relationships) is None:
            yield unknown("illness-changes-ties", view.entry_place("diagnosis.medical", index))
    if prolonged_grief_diagnosed(view) is None:
        yield unknown("grief-diagnosis", view.place("diagnosis"))
    for one in view.people.values():
        if not is_dispute(view, one) and _open(view, one):
            yield unknown(
                "expectations-met",
                view.place(f"relationships.{one.person}"),
                person=one.person,
                who=view.who(one.person),
            )


def _perinatal_open(view: View, patient: Patient) -> bool:
    """Whether an answer could tell that it is such a time, or that it is not where only a date says so."""
    if perinatal_now(view, patient):
        return yes(patient.pregnant) is None and patient.weeks_postpartum is None
    return yes(patient.pregnant) is None or None in (patient.due_date, patient.weeks_postpartum)


def _open(view: View, one: Relationship) -> bool:
    """Whether somebody of today could still be told to be in conflict, or to expect something else."""
    if one.past == "yes" or alive(view, one.person) is False:
        return False
    asked = one.conflict.present if one.conflict else None
    return asked != "no" and None in (yes(one.expectations_met), yes(asked))
