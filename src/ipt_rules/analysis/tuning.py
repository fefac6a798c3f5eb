"""What a site may set: the ends of the ranges of parameters, in the orders that the pack declares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, product

from ipt_rules.facts.base import Value, shown
from ipt_rules.facts.kinds import KINDS
from ipt_rules.lowering import lower
from ipt_rules.protocol import Parameter
from ipt_rules.rulebook import Rulebook

AT_MOST = 6
"""So many parameters are set to each end of their ranges together; where there are more, each by itself."""


def tunable(rulebook: Rulebook, rules: Sequence[str]) -> list[Parameter]:
    """The parameters of some rules that a site may set within a range."""
    values = {key: one.value for key, one in rulebook.parameters.items()}
    used = sorted({key for name in rules for key in lower(rulebook.rules[name], KINDS, values).parameters})
    return [one for key in used if (one := rulebook.parameters[key]).tune and one.range is not None]


def settings(rulebook: Rulebook, rules: Sequence[str]) -> Iterator[Mapping[str, Value]]:
    """No change, then each combination of ends of ranges that the declared orders allow."""
    yield {}
    free = tunable(rulebook, rules)
    if len(free) > AT_MOST:
        for one in free:
            yield from ({one.key: end} for end in ends(one) if allowed({one.key: end}, rulebook))
        return
    for chosen in product(*map(ends, free)) if free else ():
        values = {one.key: end for one, end in zip(free, chosen, strict=True)}
        if allowed(values, rulebook):
            yield values


def ends(parameter: Parameter) -> tuple[Value, ...]:
    """The least and the greatest value that a site may choose, of the type of the pack's own value."""
    assert parameter.range is not None
    whole = isinstance(parameter.value, int)
    return tuple(int(end) if whole else end for end in parameter.range)


def allowed(values: Mapping[str, Value], rulebook: Rulebook) -> bool:
    """Whether a site can have these values: the other parameters of a declared order may give way."""
    return all(
        _rises(pair, values, rulebook, order.may_be_equal)
        for order in rulebook.orders.values()
        for pair in pairwise(order.parameters)
    )


def _rises(pair: tuple[str, str], values: Mapping[str, Value], rulebook: Rulebook, may_be_equal: bool) -> bool:
    low, high = (
        values.get(key, _end(rulebook.parameters.get(key), end)) for key, end in zip(pair, (0, -1), strict=True)
    )
    if low is None or high is None:
        return True  # a parameter that does not exist is told elsewhere
    return float(low) < float(high) or (may_be_equal and low == high)  # type: ignore[arg-type]


def _end(parameter: Parameter | None, end: int) -> Value | None:
    if parameter is None:
        return None
    return ends(parameter)[end] if parameter.tune and parameter.range else parameter.value


def told_values(values: Mapping[str, Value], rulebook: Rulebook) -> str:
    """Values that a site may set, as they stand in its file; those of the pack itself left out."""
    told = [f"{key}: {shown(value)}" for key, value in values.items() if value != rulebook.parameter(key)]
    return f"with a site's {', '.join(told)}" if told else ""
