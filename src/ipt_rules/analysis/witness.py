"""Facts that prove something: made from patterns, and tried on the plain matcher before anybody is shown them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from ipt_rules.analysis.patterns import Shape, shape
from ipt_rules.analysis.values import Numbers, Values, both, domain, number, of_values, pick, without
from ipt_rules.facts.base import Fact, FactKind, Value, shown
from ipt_rules.matching.plain import PlainMatcher
from ipt_rules.query import Pattern, Query, Ref, Term


@dataclass
class _Cell:
    """One fact in the making: what it is for, by query and name, and which values its fields may still have."""

    kind: FactKind
    roles: dict[int, str]
    values: dict[str, Values]
    refs: list[tuple[int, Term]] = field(default_factory=list)

    def of(self, name: str) -> Values | None:
        return Shape(self.kind, self.values).of(name)


def facts_for(*queries: Query) -> list[Fact] | None:
    """Facts with which all these queries come true at once; None where there are none, or none was found.

    Of a kind that a case has once, one fact serves all. Facts that differ in one field alone are not put side by side,
    as they may well speak of the same thing.
    """
    cells = _cells(queries)
    if cells is None:
        return None
    for chosen in _avoiding(cells, list(_to_avoid(cells, queries))):
        facts = _made(chosen)
        if facts is not None and all(PlainMatcher([query]).match(facts) for query in queries):
            return facts
    return None


def _cells(queries: Sequence[Query]) -> list[_Cell] | None:
    cells: list[_Cell] = []
    for at, query in enumerate(queries):
        for pattern in query.exists:
            if not _add(cells, at, pattern):
                return None
    return None if any(_rivals(one, other) for one in cells for other in cells) else cells


def _add(cells: list[_Cell], at: int, pattern: Pattern) -> bool:
    """Put a pattern where it belongs; False where no fact can satisfy it."""
    one = shape(pattern)
    same = next((cell for cell in cells if cell.kind.single and cell.kind.name == pattern.kind), None)
    if same is not None and at in same.roles:
        return False
    if same is None:
        same = _Cell(one.kind, {}, {})
        cells.append(same)
    same.roles[at] = pattern.name
    same.refs += [(at, term) for term in one.refs]
    for name, allowed in one.values.items():
        same.values[name] = both(same.values[name], allowed) if name in same.values else allowed
    return not any(values.empty for values in same.values.values())


def _rivals(one: _Cell, other: _Cell) -> bool:
    """Two facts for two queries that differ in one field alone: they may well be two states of the same thing."""
    if one is other or one.kind is not other.kind or one.roles.keys() & other.roles.keys():
        return False
    differ = [
        name for name in one.values.keys() & other.values.keys() if both(one.values[name], other.values[name]).empty
    ]
    return len(differ) == 1


def _to_avoid(cells: Sequence[_Cell], queries: Sequence[Query]) -> Iterator[tuple[int, Pattern]]:
    """Each fact, by number, that must not satisfy an absence of a query in which it is not bound."""
    for at, query in enumerate(queries):
        for absent in query.absent:
            for index, cell in enumerate(cells):
                if cell.kind.name == absent.kind and at not in cell.roles:
                    yield index, absent


def _avoiding(cells: list[_Cell], rest: list[tuple[int, Pattern]]) -> Iterator[list[_Cell]]:
    """The cells with values that satisfy no such absence, for each way to see to that."""
    if not rest:
        yield cells
        return
    (index, absent), later = rest[0], rest[1:]
    cell = cells[index]
    for name, refused in shape(absent).values.items():
        known = cell.of(name)
        if known is None:
            yield from _avoiding(cells, later)
            return
        left = without(known, refused)
        if not left.empty:
            narrowed = _Cell(cell.kind, cell.roles, {**cell.values, name: left}, cell.refs)
            yield from _avoiding([*cells[:index], narrowed, *cells[index + 1 :]], later)


def _made(cells: Sequence[_Cell]) -> list[Fact] | None:
    values = [dict(cell.values) for cell in cells]
    for index, cell in enumerate(cells):
        for at, term in cell.refs:
            if not _agree(cells, values, index, at, term):
                return None
    return [_fact(cell, values[index]) for index, cell in enumerate(cells)]


def _agree(cells: Sequence[_Cell], values: list[dict[str, Values]], index: int, at: int, term: Term) -> bool:
    """Give the two ends of a reference values with which it holds."""
    assert isinstance(term.operand, Ref)
    ref = term.operand
    other = next(i for i, cell in enumerate(cells) if cell.roles.get(at) == ref.name)
    own, far = cells[index].kind.fields[term.field], cells[other].kind.fields[ref.field]
    there = values[other].get(ref.field, domain(far))
    here = values[index][term.field]
    chosen = pick(far, both(here, there) if term.operator == "is" else there)
    if chosen is None:
        return False
    at_it = number(own, chosen) if isinstance(here, Numbers) else 0
    spans = {"less_than": (None, at_it - 1), "at_most": (None, at_it), "more_than": (at_it + 1, None)}
    allowed = of_values(own, [chosen])
    if term.operator != "is":
        allowed = Numbers((spans.get(term.operator, (at_it, None)),))
    values[other][ref.field] = of_values(far, [chosen])
    values[index][term.field] = both(here, allowed)
    return not values[index][term.field].empty


def _fact(cell: _Cell, values: dict[str, Values]) -> Fact:
    told = {name: pick(cell.kind.fields[name], allowed) for name, allowed in sorted(values.items())}
    known: dict[str, Value] = {name: value for name, value in told.items() if value is not None}
    return Fact(cell.kind.name, MappingProxyType(known), ("witness",))


def as_written(facts: Iterable[Fact]) -> str:
    """Facts as they stand in the examples of a rule file, a line each; a case that says nothing is left out.

    >>> as_written([Fact("dispute", {"over": False, "stage": "impasse"})])
    '- dispute: {over: no, stage: impasse}'
    """
    told = [fact for fact in facts if fact.values or fact.kind != "case"]
    return "\n".join(map(_line, told)) or "- case: {}"


def _line(fact: Fact) -> str:
    return f"- {fact.kind}: {{{', '.join(f'{name}: {_shown(value)}' for name, value in fact.values.items())}}}"


def _shown(value: Value) -> str:
    text = shown(value)
    return f'"{text}"' if isinstance(value, str) and not text.replace("-", "").replace("_", "").isalpha() else text
