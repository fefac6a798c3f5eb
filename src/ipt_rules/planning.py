"""From a case to its plans: each part filled from the case, asked for where it is not, and told when its time comes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ipt_rules.facts.base import Fact
from ipt_rules.facts.signs import threats
from ipt_rules.facts.view import View
from ipt_rules.finding import citations, shown
from ipt_rules.plan_forms import PLAN_SLOT, PlanForm, PlanPartForm
from ipt_rules.planning_base import Given, Made, Source, filled
from ipt_rules.planning_formulation import FORMULATION
from ipt_rules.planning_maintenance import MAINTENANCE
from ipt_rules.planning_relapse import RELAPSE_PREVENTION
from ipt_rules.plans import Plan, PlanPart, Plans
from ipt_rules.recommendation import Finding
from ipt_rules.rulebook import Rulebook

SOURCES: Mapping[str, Mapping[str, Source]] = {
    "formulation": FORMULATION,
    "relapse-prevention": RELAPSE_PREVENTION,
    "maintenance": MAINTENANCE,
}
PARAMETERS = "parameters."
AT_THE_END = ("ending", "maintenance", "finished")
DONE = ("filled", "not-needed")


def plans_of(view: View, facts: Sequence[Fact], findings: Sequence[Finding], rulebook: Rulebook) -> Plans:
    """The plans of a case as known on the day of `view`; empty ones where the rulebook describes none.

    A pure function of what it is given. `facts` are those of the case and the conclusions of all chapters.
    """
    forms, words = rulebook.plans.plans, rulebook.plans.words
    if words is None:
        return Plans()
    given = Given(view, facts, words)
    planner = _Planner(given, findings, rulebook)
    return Plans(**{str(form.id).replace("-", "_"): planner.plan(form) for form in forms})


class _Planner:
    """Fills forms from one case."""

    def __init__(self, given: Given, findings: Sequence[Finding], rulebook: Rulebook) -> None:
        self.given = given
        self.findings = findings
        self.rulebook = rulebook

    def plan(self, form: PlanForm) -> Plan:
        due = _due(str(form.id), self.given)
        values = dict(self._values(form))
        parts = tuple(self._part(one, SOURCES[str(form.id)][one.id](self.given), due, values) for one in form.parts)
        lead = [*form.lead, *([form.if_violence] if form.if_violence and any(threats(self.given.view)) else [])]
        return Plan(
            plan=str(form.id),
            title=form.title,
            status=_status(parts) if due else "not-yet",
            why="" if due else form.not_yet,
            lead=tuple(filled(text, values) for text in lead),
            parts=parts,
            cautions=tuple(filled(text, values) for text in form.cautions),
            statements=form.statements,
        )

    def _values(self, form: PlanForm) -> Iterator[tuple[str, str]]:
        """The parameters that its texts name, for reading."""
        for text in form.texts:
            for slot in PLAN_SLOT.finditer(text):
                name = slot[0].strip("{}")
                if name.startswith(PARAMETERS) and slot[1] in self.rulebook.parameters:
                    yield name, shown(self.rulebook.parameter(slot[1]))

    def _part(self, form: PlanPartForm, made: Made, due: bool, values: Mapping[str, str]) -> PlanPart:
        status = made.status if due or made.status == "not-needed" else "not-yet"
        slots = {**values, **made.slots}
        return PlanPart(
            part=form.id,
            title=filled(form.title, slots),
            status=status,
            holds=made.holds,
            ask=filled(_question(form, made), slots) if status in ("missing", "partly") else "",
            usual=tuple(text for line in form.usual if not PLAN_SLOT.search(text := filled(line, slots))),
            why=_why(form, status) if due else "",
            rules=self._rules(form),
            statements=form.statements,
            references=citations(form.statements, self.rulebook),
        )

    def _rules(self, form: PlanPartForm) -> tuple[str, ...]:
        """The findings that rest on the same statements."""
        own = set(form.statements)
        return tuple(dict.fromkeys(one.rule_id for one in self.findings if own & set(one.statements)))


def _question(form: PlanPartForm, made: Made) -> str:
    if made.first:
        return form.ask_first or form.ask
    return form.ask_more or form.ask if made.status == "partly" else form.ask


def _why(form: PlanPartForm, status: str) -> str:
    return {"not-yet": form.not_yet, "not-needed": form.not_needed}.get(status, "")


def _status(parts: Sequence[PlanPart]) -> str:
    """Of a plan that is due: filled when every part is that is needed now, missing when no part holds anything."""
    open_ = [one for one in parts if one.status not in (*DONE, "not-yet")]
    if not open_:
        return "filled"
    begun = any(one.status == "partly" or one.status == "filled" for one in parts)
    return "partly" if begun else "missing"


def _due(plan: str, given: Given) -> bool:
    """The formulation always is; maintenance also as soon as it was spoken of."""
    maintenance = given.one("maintenance")
    spoken_of = maintenance is not None and maintenance.get("spoken_of") is True
    return plan == "formulation" or _ending_is_near(given) or (plan == "maintenance" and spoken_of)


def _ending_is_near(given: Given) -> bool:
    """The next session belongs to the ending or to what follows, the treatment stops early, or the plan is begun.

    Never where the course ends with triage and nobody began a plan: there is no such fact.
    """
    case, ending, plan = given.one("case"), given.one("ending"), given.one("relapse_plan")
    phases = {case.get("phase"), case.get("next_phase")} if case else set()
    early = ending is not None and ending.get("ended_early") is True
    if plan is None:
        return False
    begun = bool(plan.get("started") or plan.get("due"))
    return early or begun or not phases.isdisjoint(AT_THE_END)
