"""What a site sets: a small file of parameters, read with its places, checked against a rulebook and put into it."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ipt_rules.errors import MOST_PROBLEMS, Problem, RulebookError, did_you_mean
from ipt_rules.facts.base import Value, shown
from ipt_rules.facts.kinds import KINDS
from ipt_rules.lowering import lower
from ipt_rules.protocol import Parameter, ParameterOrder
from ipt_rules.query import Query
from ipt_rules.reading import Document, field_name, read_document
from ipt_rules.rulebook import Rulebook

CODE = "PARAM"
KEPT = 16
"""So many sets of values are kept ready for one rulebook: a service that asks again pays nothing."""

YES_NO = {"yes": True, "no": False, "true": True, "false": False}


@dataclass(frozen=True)
class SiteValues(Mapping[str, Any]):
    """The values of a site's file by parameter, each with its line. They are checked by `Rulebook.with_parameters`."""

    document: Document = field(repr=False)

    def __getitem__(self, key: str) -> Any:
        return self.document.data[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.document.data)

    def __len__(self) -> int:
        return len(self.document.data)


def read_parameters(path: str | Path) -> SiteValues:
    """The values in a YAML or JSON file of `parameter: value`, `-` for standard input.

    Raises RulebookError when the file cannot be read. Whether parameters exist and values are allowed is told, with the
    lines of the file, by `Rulebook.with_parameters`.
    """
    return SiteValues(read_document(path, code=CODE, error=RulebookError))


def tuned(rulebook: Rulebook, values: Mapping[str, Any]) -> Rulebook:
    """The rulebook with these values beside those it has; the one without any where all are the pack's own again.

    Only queries that read a changed value are made anew. Raises RulebookError with every problem of the values.
    """
    base = rulebook.base or rulebook
    chosen = {key: rulebook.parameters[key].value for key in rulebook.defaults} | _checked(base, values)
    wanted = {key: chosen[key] for key in sorted(chosen) if chosen[key] != base.parameters[key].value}
    if not wanted:
        return base
    key = tuple(wanted.items())
    with base.lock:
        made = base.tuned.pop(key, None) or with_values(base, wanted)
        base.tuned[key] = made  # the one asked for last stands last, and goes last
        if len(base.tuned) > KEPT:
            del base.tuned[next(iter(base.tuned))]
        return made


def with_values(base: Rulebook, wanted: Mapping[str, Value]) -> Rulebook:
    """A rulebook of packs alone with these values, whether or not a site may choose them."""
    parameters = {
        key: one.model_copy(update={"value": wanted[key]}) if key in wanted else one
        for key, one in base.parameters.items()
    }
    values = {key: one.value for key, one in parameters.items()}
    told = json.dumps([base.content_hash, wanted], sort_keys=True)
    return replace(
        base,
        parameters=MappingProxyType(parameters),
        queries=MappingProxyType({rule_id: _queries(base, rule_id, values) for rule_id in base.rules}),
        content_hash=hashlib.sha256(told.encode()).hexdigest()[:16],
        defaults=MappingProxyType({key: base.parameters[key].value for key in wanted}),
        base=base,
        matchers={},
        tuned={},
        lock=threading.Lock(),
    )


def _queries(base: Rulebook, rule_id: str, values: Mapping[str, Value]) -> tuple[Query, ...]:
    """The queries of a rule; the very same where no value in them changed, so that a chapter may keep its matcher."""
    made = lower(base.rules[rule_id], KINDS, values).queries
    return base.queries[rule_id] if made == base.queries[rule_id] else made


def _checked(base: Rulebook, values: Mapping[str, Any]) -> dict[str, Value]:
    """The values as their parameters take them; raises with every problem."""
    document = values.document if isinstance(values, SiteValues) else None
    problems: list[Problem] = []
    read: dict[str, Value] = {}
    for key, value in values.items():
        if len(problems) > MOST_PROBLEMS:
            break
        found = _read(base, key, value)
        if isinstance(found, _Fault):
            path, line = (document.path, document.line((key,))) if document else ("parameters", 0)
            problems.append(
                Problem(path, line, f"{CODE}-{found.number}", found.message, found.hint, field_name((key,)))
            )
        else:
            read[key] = found
    if not problems:
        problems = [
            _disordered(order, read, base, document) for order in base.orders.values() if broken(order, read, base)
        ]
    if problems:
        raise RulebookError(problems)
    return read


def broken(order: ParameterOrder, values: Mapping[str, Value], base: Rulebook) -> tuple[str, str] | None:
    """The first two parameters of an order whose values do not rise as it says; None where all do.

    Parameters that `values` leaves out have the pack's own value.
    """
    own: dict[str, Any] = {key: values[key] if key in values else base.parameter(key) for key in order.parameters}
    for lower_key, upper_key in pairwise(order.parameters):
        if own[lower_key] > own[upper_key] or (own[lower_key] == own[upper_key] and not order.may_be_equal):
            return lower_key, upper_key
    return None


def _disordered(
    order: ParameterOrder, values: Mapping[str, Value], base: Rulebook, document: Document | None
) -> Problem:
    """What a site is told of two values that contradict each other, at the line of one that it set itself."""
    pair = broken(order, values, base)
    assert pair is not None
    key = next((key for key in pair if key in values), pair[0])
    told = [f"`{one}` is {shown(values[one] if one in values else base.parameter(one))}" for one in pair]
    beside = "at least as much as" if order.may_be_equal else "more than"
    message = f"{told[0]} and {told[1]}: the second is to be {beside} the first"
    path, line = (document.path, document.line((key,))) if document else ("parameters", 0)
    return Problem(path, line, f"{CODE}-05", message, order.why, field_name((key,)))


@dataclass(frozen=True)
class _Fault:
    number: str
    message: str
    hint: str


def _read(base: Rulebook, key: str, value: Any) -> Value | _Fault:
    parameter = base.parameters.get(key)
    name = field_name((key,))
    if parameter is None:
        hint = did_you_mean(key, base.parameters, "docs/parameters.md lists them all")
        return _Fault("01", f"the parameter `{name}` does not exist", hint)
    cited = f"({', '.join(parameter.statements)})"
    if not parameter.tune:
        stays = f"it stays {shown(parameter.value)} {parameter.unit}, as its source has it {cited}"
        return _Fault("03", f"`{name}` is not to be changed by a site", stays)
    allowed = f"choose {choice(parameter)} {cited}"
    read = _typed(parameter.value, value)
    if read is None:
        return _Fault("04", f"`{name}` has the wrong type of value", allowed)
    if parameter.range is not None and not _inside(parameter.range, read):
        return _Fault("02", f"`{name}` is outside its range", allowed)
    return read


def _inside(allowed: tuple[float, float], value: Value) -> bool:
    return isinstance(value, int | float) and allowed[0] <= value <= allowed[1]


def _typed(own: Value, value: Any) -> Value | None:
    """The value in the type of the parameter's own; None where it is of another."""
    if isinstance(own, bool):
        return (
            YES_NO.get(value.strip().lower()) if isinstance(value, str) else value if isinstance(value, bool) else None
        )
    if isinstance(own, str):
        return value if isinstance(value, str) and value.strip() else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if isinstance(own, int) and isinstance(value, float):
        return int(value) if value.is_integer() else None
    return value


def choice(parameter: Parameter) -> str:
    """What a site may choose, in words.

    >>> choice(Parameter(key="x", value=2, unit="weeks", meaning="m", range=(1, 4), statements=("A",), since="1"))
    'a whole number from 1 to 4 weeks'
    """
    if isinstance(parameter.value, bool):
        return "yes or no"
    if parameter.range is None:
        return "a text in quotes" if isinstance(parameter.value, str) else "a number"
    low, high = parameter.range
    whole = "a whole number" if isinstance(parameter.value, int) else "a number"
    return f"{whole} from {low:g} to {high:g} {parameter.unit}"
