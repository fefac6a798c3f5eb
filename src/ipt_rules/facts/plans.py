"""Facts about the ending, the relapse-prevention plan and maintenance (E, F): gathered here, derived in their modules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ipt_rules.facts import endings, extension, maintenance, relapse_plan, relapse_risk, step_up
from ipt_rules.facts.base import Fact, FactKind, make_fact
from ipt_rules.facts.tasks import TASK
from ipt_rules.facts.view import View

UNKNOWNS: Mapping[str, str] = {
    **extension.UNKNOWNS,
    **relapse_plan.UNKNOWNS,
    **relapse_risk.UNKNOWNS,
    **maintenance.UNKNOWNS,
}
KINDS: tuple[FactKind, ...] = (
    *endings.KINDS,
    *extension.KINDS,
    *relapse_plan.KINDS,
    *relapse_risk.KINDS,
    *maintenance.KINDS,
    *step_up.KINDS,
)
SHARED_KINDS: tuple[FactKind, ...] = (TASK,)
PLAN_LIST = "relapse-plan"
CONTRACT_LIST = "maintenance-parts"


def derive(view: View) -> Iterator[Fact]:
    """The ending, the plan, the risk of relapse, maintenance, and the lists of parts of plan and contract."""
    yield from endings.derive(view)
    yield from extension.derive(view)
    yield from relapse_plan.derive(view)
    yield from relapse_risk.derive(view)
    yield from maintenance.derive(view)
    yield from step_up.derive(view)
    yield from _tasks(view)


def _tasks(view: View) -> Iterator[Fact]:
    """Which parts are written, as items of a list: an item is called `relapse-` or `maintenance-` and its part."""
    missing = (*relapse_plan.open_parts(view), *relapse_plan.follow_up_open(view))
    yield from _list(view, PLAN_LIST, "relapse-", missing)
    yield from _list(view, CONTRACT_LIST, "maintenance-", maintenance.missing_parts(view))


def _list(view: View, name: str, prefix: str, missing: tuple[str, ...]) -> Iterator[Fact]:
    checklist = view.knowledge.checklists.get(name)
    for item in checklist.items if checklist else ():
        done = item.id.removeprefix(prefix) not in missing
        yield make_fact(TASK, (), list=name, item=item.id, title=item.title, done=done)
