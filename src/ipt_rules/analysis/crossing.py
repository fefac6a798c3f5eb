"""ANALYSIS-04 for a site: values inside their ranges that together make a condition impossible.

Exact at the ends of the ranges, where values that bound one field from both sides cross first; a declared order
(`orders` in analysis.yaml) forbids what crosses, and a site's file that breaks it is refused.
"""

from __future__ import annotations

from collections.abc import Iterator

from ipt_rules.analysis.base import Found, loc_of, told
from ipt_rules.analysis.patterns import impossible
from ipt_rules.analysis.tuning import settings, told_values
from ipt_rules.facts.kinds import KINDS
from ipt_rules.lowering import lower
from ipt_rules.query import Query
from ipt_rules.rulebook import Rulebook
from ipt_rules.site import broken

CODE = "ANALYSIS-04"
HINT = "declare in analysis.yaml under `orders` which of them is the greater, or narrow a range"


def problems(rulebook: Rulebook) -> Iterator[Found]:
    """Conditions that two values of a site can make impossible, and declared orders that the pack itself breaks."""
    yield from _orders(rulebook)
    for rule_id in (name for chapter in rulebook.chapters for name in rulebook.active(chapter)):
        if any(map(_bounded_twice, rulebook.queries[rule_id])):
            yield from _of_rule(rule_id, rulebook)


def _bounded_twice(query: Query) -> bool:
    return any(len({term.field for term in one.terms}) < len(one.terms) for one in query.patterns)


def _of_rule(rule_id: str, rulebook: Rulebook) -> Iterator[Found]:
    parameters = {key: one.value for key, one in rulebook.parameters.items()}
    for values in settings(rulebook, [rule_id]):
        for query in lower(rulebook.rules[rule_id], KINDS, {**parameters, **values}).queries if values else ():
            for pattern in query.exists:
                field = impossible(pattern)
                if field:
                    terms = "` and `".join(told(term) for term in pattern.terms if term.field == field)
                    message = f"a site can set values with which it never comes true: no `{field}` satisfies `{terms}`"
                    yield Found(rule_id, loc_of(query), CODE, message, HINT, told_values(values, rulebook))
                    return


def _orders(rulebook: Rulebook) -> Iterator[Found]:
    for order in rulebook.orders.values():
        where = f"order {order.id}"
        missing = [key for key in order.parameters if key not in rulebook.parameters]
        for key in missing:
            yield Found(where, (), CODE, f"there is no parameter `{key}`", "correct the name")
        pair = None if missing else broken(order, {}, rulebook)
        if pair:
            values = "\n".join(f"{key}: {rulebook.parameter(key)}" for key in pair)
            yield Found(
                where, (), CODE, f"`{pair[0]}` and `{pair[1]}` do not rise", "correct the order or a value", values
            )
