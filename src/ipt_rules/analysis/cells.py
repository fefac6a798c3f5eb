"""The values of a field cut into the cells that some conditions tell apart: one value of each cell stands for all of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ipt_rules.analysis.values import Values, both, domain, of_term, of_values, pick, without
from ipt_rules.errors import RulebookError
from ipt_rules.facts.base import Field, Value
from ipt_rules.facts.kinds import KINDS
from ipt_rules.lowering import PARAMETERS, constant
from ipt_rules.query import Term

NOT_KNOWN = "not-known"
ALL = "all"


def field_at(name: str, kind: str) -> tuple[str, Field]:
    """The kind and field of `field` or `kind.field`. Raises RulebookError where there is none."""
    of, dot, own = name.partition(".")
    of, own = (of, own) if dot else (kind, name)
    if of not in KINDS or own not in KINDS[of].fields:
        raise RulebookError(f"there is no field `{name}`: all kinds and fields are in docs/facts.md")
    return of, KINDS[of].fields[own]


def cells(field: Field, told: Any, terms: Iterable[Term]) -> list[Value | None]:
    """One value of each cell into which terms cut the values told by a partition; None where it may be unknown."""
    allowed = _allowed(field, told)
    found: list[Values] = [allowed]
    for term in terms:
        own = of_term(field, term)
        found = [part for one in found for part in (both(one, own), without(one, own)) if not part.empty]
    values: list[Value | None] = [pick(field, one) for one in found]
    if field.terms or field.type == "yes_no":
        values = sorted(_each(field, allowed), key=str)
    unknown = not field.required and (told == ALL or (isinstance(told, list | tuple) and NOT_KNOWN in told))
    return [*values, None] if unknown else values


def _each(field: Field, allowed: Values) -> list[Value]:
    every: Iterable[Value] = field.terms or (False, True)
    return [one for one in every if not both(allowed, of_values(field, (one,))).empty]


def _allowed(field: Field, told: Any) -> Values:
    if told == ALL:
        return domain(field)
    if isinstance(told, Mapping):
        ends = {"from": "at_least", "to": "at_most"}
        allowed = domain(field)
        for name, value in told.items():
            allowed = both(allowed, of_term(field, Term(field.name, ends[name], _typed(field, value))))
        return allowed
    listed = told if isinstance(told, list | tuple) else (told,)
    return of_values(field, [_typed(field, one) for one in listed if one != NOT_KNOWN])


def _typed(field: Field, raw: Any) -> Value:
    value = constant(field, raw)
    if value is None:
        raise RulebookError(f"`{field.name}` takes {field.type}, not `{raw}`")
    return value


def typed(field: Field, raw: Any) -> Value | None:
    """A value written in the file; None for `not-known`."""
    return None if raw == NOT_KNOWN else _typed(field, raw)


def fits(field: Field, value: Value | None, condition: Any, parameters: Mapping[str, Value]) -> bool:
    """Whether a value, None where it is not known, is one of those that a condition of the file means."""
    if condition == NOT_KNOWN:
        return value is None
    if value is None:
        return isinstance(condition, list | tuple) and NOT_KNOWN in condition
    own = of_values(field, (value,))
    return all(not both(own, one).empty for one in _meant(field, condition, parameters))


def _meant(field: Field, condition: Any, parameters: Mapping[str, Value]) -> list[Values]:
    if not isinstance(condition, Mapping):
        return [_allowed(field, condition)]
    return [of_term(field, Term(field.name, name, _operand(field, raw, parameters))) for name, raw in condition.items()]


def _operand(field: Field, raw: Any, parameters: Mapping[str, Value]) -> Value:
    if isinstance(raw, str) and raw.startswith(f"${PARAMETERS}."):
        return parameters[raw.removeprefix(f"${PARAMETERS}.")]
    return _typed(field, raw)
