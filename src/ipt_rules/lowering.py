"""From a rule file to queries: names checked against the fact kinds, parameters put in, nothing of YAML left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ipt_rules.errors import Problem, did_you_mean, nearest
from ipt_rules.facts.base import COMPARABLE, ORDERED, TYPES, FactKind, Field, Value, rounded
from ipt_rules.query import OPERATORS, Pattern, Query, Ref, Term
from ipt_rules.rule import ABOUT, PatternSpec, Rule

CASE = "case"
PARAMETERS = "parameters"
Loc = tuple[str | int, ...]
ORDER = frozenset({"at_least", "at_most", "more_than", "less_than"})
YES_NO = {"yes": True, "no": False, "true": True, "false": False}


@dataclass
class Fault:
    """Something wrong in a rule: the place in its file, a code, a sentence, a next step."""

    loc: Loc
    code: str
    message: str
    hint: str = ""


@dataclass
class _Scope:
    """What a pattern may refer to, and the faults found so far."""

    kinds: Mapping[str, FactKind]
    parameters: Mapping[str, Value]
    faults: list[Fault] = field(default_factory=list)
    bound: dict[str, FactKind] = field(default_factory=dict)
    used_parameters: set[str] = field(default_factory=set)

    def fault(self, loc: Loc, code: str, message: str, hint: str = "") -> None:
        self.faults.append(Fault(loc, code, message, hint))


@dataclass(frozen=True)
class Lowered:
    """The queries of a rule, what was wrong, and the parameters it used."""

    queries: tuple[Query, ...]
    faults: tuple[Fault, ...]
    parameters: frozenset[str]


def lower(rule: Rule, kinds: Mapping[str, FactKind], parameters: Mapping[str, Value]) -> Lowered:
    """The queries of a rule, one for each way in which it can come true."""
    faults: list[Fault] = []
    used: set[str] = set()
    queries = []
    for arm, specs in rule.arms.items():
        scope = _Scope(kinds, parameters, bound={CASE: kinds[CASE]})
        loc: Loc = ("when_any", arm) if arm else ("when",)
        queries.append(_query(rule, arm, specs, scope, loc))
        _check_then(rule, arm, scope)
        faults += scope.faults
        used |= scope.used_parameters
    return Lowered(tuple(queries), tuple(faults), frozenset(used))


def _check_then(rule: Rule, arm: str, scope: _Scope) -> None:
    """What a conclusion is about must be bound in every way: else it would be found out on some case."""
    for name in ABOUT:
        reference = getattr(rule.then.content, name, None)
        if reference is None or not reference.startswith("$"):
            continue
        bound, _, field_name = reference[1:].partition(".")
        where, loc = (f" in `{arm}`" if arm else ""), ("then", rule.then.conclusion, name)
        if bound not in scope.bound:
            hint = did_you_mean(bound, scope.bound, f"bound: {', '.join(scope.bound)}")
            scope.fault(loc, "RULE-32", f"`{reference}` is not bound{where}", hint)
        elif field_name not in scope.bound[bound].fields:
            fields = scope.bound[bound].fields
            hint = did_you_mean(field_name, fields, f"its fields are {', '.join(fields)}")
            scope.fault(loc, "FACT-01", f"{scope.bound[bound].name} has no field `{field_name}`", hint)


def _query(rule: Rule, arm: str, specs: Sequence[PatternSpec], scope: _Scope, loc: Loc) -> Query:
    case_terms: tuple[Term, ...] = () if "any" in rule.phase else (Term("phase", "in", tuple(sorted(rule.phase))),)
    exists, absent = [], []
    for index, spec in enumerate(specs):
        kind_name = spec.exists or spec.absent or ""
        kind = scope.kinds.get(kind_name)
        if kind is None:
            _unknown_kind(kind_name, scope, (*loc, index))
            continue
        terms = tuple(_terms(spec, kind, scope, (*loc, index, "where")))
        if kind_name == CASE:
            case_terms += _about_the_case(spec, terms, scope, (*loc, index))
        elif spec.exists:
            name = _bind(spec, kind, index, scope, (*loc, index))
            exists.append(Pattern(name, kind_name, terms))
        else:
            _check_absent(terms, kind, scope, (*loc, index))
            absent.append(Pattern(f"none_{index}", kind_name, terms))
    return Query(rule.id, arm, (Pattern(CASE, CASE, case_terms), *exists), tuple(absent))


def _about_the_case(spec: PatternSpec, terms: tuple[Term, ...], scope: _Scope, loc: Loc) -> tuple[Term, ...]:
    """The case is always bound first; `exists: case` only adds terms to it."""
    if spec.absent or spec.as_ not in (None, CASE):
        scope.fault(
            loc, "RULE-21", "the case is always there and is called `case`", "write `exists: case` without `as`"
        )
    if any(isinstance(term.operand, Ref) and term.operand.name != CASE for term in terms):
        scope.fault(loc, "RULE-22", "a term of the case cannot refer to a later fact", "put the test on that fact")
    return terms


def _unknown_kind(name: str, scope: _Scope, loc: Loc) -> None:
    hint = did_you_mean(name, scope.kinds)
    hint = f"{hint}  All kinds: docs/facts.md".strip()
    scope.fault(loc, "FACT-02", f"the fact kind `{name}` does not exist", hint)


def _bind(spec: PatternSpec, kind: FactKind, index: int, scope: _Scope, loc: Loc) -> str:
    name = spec.as_ or f"fact_{index}"
    if name in scope.bound or name == PARAMETERS:
        scope.fault(loc, "RULE-23", f"the name `{name}` is taken", "choose another name after `as`")
    scope.bound[name] = kind
    return name


def _check_absent(terms: Sequence[Term], kind: FactKind, scope: _Scope, loc: Loc) -> None:
    for term in terms:
        if not kind.complete and not kind.fields[term.field].required:
            scope.fault(
                (*loc, "where", term.field),
                "RULE-24",
                f"`{term.field}` of {kind.name} may be unknown, so it cannot decide an absence",
                "test a required field, or ask for the fact `unknown` instead",
            )


def _terms(spec: PatternSpec, kind: FactKind, scope: _Scope, loc: Loc) -> Iterator[Term]:
    for name, condition in spec.where.items():
        declared = kind.fields.get(name)
        here = (*loc, name)
        if declared is None:
            hint = did_you_mean(name, kind.fields, f"its fields are {', '.join(kind.fields)}")
            scope.fault(here, "FACT-01", f"{kind.name} has no field `{name}`", hint)
            continue
        tests = condition.items() if isinstance(condition, Mapping) else [("is", condition)]
        for operator, raw in tests:
            term = _term(declared, str(operator), raw, scope, here)
            if term is not None:
                yield term


def _term(declared: Field, operator: str, raw: Any, scope: _Scope, loc: Loc) -> Term | None:
    if operator not in OPERATORS:
        scope.fault(
            loc, "RULE-25", f"`{operator}` is no operator", did_you_mean(operator, OPERATORS, ", ".join(OPERATORS))
        )
        return None
    if declared.type not in COMPARABLE or (operator in ORDER and declared.type not in ORDERED):
        scope.fault(
            loc, "RULE-26", f"`{declared.name}` is {declared.type}: it takes no `{operator}`", "see docs/facts.md"
        )
        return None
    if (operator == "in") != isinstance(raw, list | tuple):
        scope.fault(loc, "RULE-27", "a list goes with `in`, and `in` with a list", "write {in: [..]} or a single value")
        return None
    if operator == "in":
        values = [_constant(declared, one, scope, loc) for one in raw]
        return None if None in values else Term(declared.name, operator, tuple(v for v in values if v is not None))
    operand = _operand(declared, raw, scope, loc)
    return None if operand is None else Term(declared.name, operator, operand)


def _operand(declared: Field, raw: Any, scope: _Scope, loc: Loc) -> Value | Ref | None:
    if not (isinstance(raw, str) and raw.startswith("$")):
        return _constant(declared, raw, scope, loc)
    name, _, field_name = raw[1:].partition(".")
    if name == PARAMETERS:
        return _parameter(declared, field_name, scope, loc)
    target = scope.bound.get(name)
    if target is None:
        hint = did_you_mean(name, scope.bound, f"bound so far: {', '.join(scope.bound)}")
        scope.fault(loc, "RULE-28", f"`${name}` is not bound before this line", hint)
        return None
    referred = target.fields.get(field_name)
    if referred is None:
        hint = did_you_mean(field_name, target.fields, f"its fields are {', '.join(target.fields)}")
        scope.fault(loc, "FACT-01", f"{target.name} has no field `{field_name}`", hint)
        return None
    if not _alike(declared, referred):
        scope.fault(
            loc, "RULE-29", f"`{declared.name}` is {declared.type}, `{raw}` is {referred.type}", "see docs/facts.md"
        )
        return None
    return Ref(name, field_name)


def _alike(one: Field, other: Field) -> bool:
    numbers = {"integer", "decimal"}
    words = {"term", "key"}
    return one.type == other.type or {one.type, other.type} in (numbers, words)


def _parameter(declared: Field, key: str, scope: _Scope, loc: Loc) -> Value | None:
    if key not in scope.parameters:
        hint = did_you_mean(key, scope.parameters, "add it to parameters.yaml with value, unit and statement")
        scope.fault(loc, "PARAM-01", f"the parameter `{key}` does not exist", hint)
        return None
    scope.used_parameters.add(key)
    return _constant(declared, scope.parameters[key], scope, loc)


def _constant(declared: Field, raw: Any, scope: _Scope, loc: Loc) -> Value | None:
    value = constant(declared, raw)
    if value is None:
        if declared.terms:
            close = nearest(str(raw), declared.terms)
            hint = f"did you mean `{close}`?" if close else f"one of {', '.join(declared.terms[:12])}"
            scope.fault(loc, "FACT-03", f"`{declared.name}` has no term `{raw}`", hint)
        else:
            scope.fault(loc, "FACT-04", f"`{declared.name}` takes {declared.type}, not `{raw}`", "see docs/facts.md")
    return value


def constant(declared: Field, raw: Any) -> Value | None:
    """A value written in a rule file as the field's own type; None when it is not of that type.

    >>> constant(Field("now", "yes_no", ""), "no"), constant(Field("n", "integer", ""), "3")
    (False, None)
    """
    if declared.type == "yes_no":
        return raw if isinstance(raw, bool) else YES_NO.get(raw) if isinstance(raw, str) else None
    if declared.type == "date":
        return _date(raw)
    if isinstance(raw, bool) or not isinstance(raw, int | float | str) or not isinstance(raw, TYPES[declared.type]):
        return None
    if declared.terms and raw not in declared.terms:
        return None
    return rounded(raw) if declared.type == "decimal" else raw


def _date(raw: Any) -> date | None:
    if isinstance(raw, date):
        return raw
    try:
        return date.fromisoformat(raw) if isinstance(raw, str) else None
    except ValueError:
        return None


def problem(path: str, line: int, fault: Fault) -> Problem:
    """A fault as a problem of the file."""
    return Problem(path, line, fault.code, fault.message, fault.hint)
