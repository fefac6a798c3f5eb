"""What durable_rules can bear: a check of a whole set of queries when rules are loaded. Imports no engine.

One set of queries becomes one ruleset (a chapter). Beyond these limits the engine answers wrongly, fails at the first
fact or kills the process, so nothing beyond them is given to it. "Rule n" is a rule of `docs/engine.md`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ipt_rules.errors import did_you_mean
from ipt_rules.matching.ruleset import ORDERING, Condition, Ruleset
from ipt_rules.matching.script import UNORDERED, encoded
from ipt_rules.query import OPERATORS, Pattern, Query, Ref, Term

MAX_QUERIES = 4_000  # the engine takes 4,096 rules
MAX_CONDITIONS = 16  # of a rule, the gate included
MAX_JOINS = 27  # of a condition
MAX_TERMS = 200  # of a pattern: more were never tried
MAX_ALIKE = 255  # conditions with the same tests; one more crashes
MAX_TESTS = 500  # under one node; at 512 the ruleset is never made
MAX_PROPERTIES = 245  # of a fact; the engine takes 251, some of them ours
MAX_PENDING = 59  # branches one fact may have open at once; the engine takes 64


@dataclass(frozen=True)
class Refusal:
    """Something the engine cannot bear: which rules bring it about, what it is, and what their author can do."""

    rule_ids: tuple[str, ...]
    message: str
    hint: str

    def __str__(self) -> str:
        return f"{_named(self.rule_ids)}: {self.message}; {self.hint}"


def _named(rule_ids: Sequence[str], most: int = 5) -> str:
    more = f" and {len(rule_ids) - most} more" if len(rule_ids) > most else ""
    return f"rule{'s' if len(rule_ids) > 1 else ''} {', '.join(f'`{one}`' for one in rule_ids[:most])}{more}"


def problems(queries: Sequence[Query]) -> list[Refusal]:
    """All that keeps these queries from being one ruleset; empty when they can be.

    What is wrong with a single query comes first and alone: a set is measured only when all its queries can be read.
    """
    found = [refusal for query in queries for refusal in _of_query(query)]
    if not found:
        ruleset = Ruleset(queries)
        found = [*_of_number(queries), *_of_sorts(ruleset), *_of_kinds(ruleset), *_of_network(ruleset, queries)]
    return list(dict.fromkeys(found))


def _of_query(query: Query) -> Iterator[Refusal]:
    names = [pattern.name for pattern in query.exists]
    if not names:
        yield _refuse(query, "no pattern binds a fact", "begin with the case")
    for name, times in Counter(names).items():
        if times > 1:
            yield _refuse(query, f"the name `{name}` is given to {times} patterns", "give each its own")
    size = len(query.patterns) + bool(query.absent)
    if size > MAX_CONDITIONS:
        most = MAX_CONDITIONS - bool(query.absent)
        yield _refuse(query, f"{len(query.patterns)} patterns, the engine takes {most}", "split the rule")
    for at, pattern in enumerate(query.patterns):
        yield from _of_pattern(query, pattern, names[:at])


def _of_pattern(query: Query, pattern: Pattern, bound: Sequence[str]) -> Iterator[Refusal]:
    place = f"the pattern `{pattern.name or pattern.kind}`"
    joins = {term for term in pattern.terms if isinstance(term.operand, Ref)}
    if len(joins) > MAX_JOINS:
        message = f"{place} compares {len(joins)} fields with other patterns, the engine takes {MAX_JOINS}"
        yield _refuse(query, message, "split the rule")
    if len(pattern.terms) > MAX_TERMS:
        yield _refuse(query, f"{place} has {len(pattern.terms)} terms, the engine takes {MAX_TERMS}", "use fewer")
    for term in pattern.terms:
        for message, hint in _of_term(term, bound):
            yield _refuse(query, f"{place}, field `{term.field}`, {message}", hint)


def _of_term(term: Term, bound: Sequence[str]) -> Iterator[tuple[str, str]]:
    operand = term.operand
    if term.operator not in OPERATORS:
        yield f"has no operator `{term.operator}`", did_you_mean(term.operator, OPERATORS, "see the rule format")
    elif (term.operator == "in") != isinstance(operand, tuple):
        yield (
            f"has the wrong operand for `{term.operator}`",
            "`in` takes a list of values, every other operator one value",
        )
    elif isinstance(operand, Ref):
        if operand.name not in bound:
            hint = did_you_mean(operand.name, bound, "refer to an `exists` pattern further up")
            yield f"refers to `{operand.name}`, which is not bound before it", hint
    elif not isinstance(operand, tuple):
        yield from _of_constant(term)


def _of_constant(term: Term) -> Iterator[tuple[str, str]]:
    assert not isinstance(term.operand, (tuple, Ref))
    try:
        sort, _ = encoded(term.operand)
    except ValueError as reason:
        yield str(reason), "use another value"
        return
    if sort in UNORDERED and term.operator in ORDERING:
        yield f"puts a {sort} in order", "order numbers and dates only; for others use `is` or `in`"


def _of_number(queries: Sequence[Query]) -> Iterator[Refusal]:
    if len(queries) > MAX_QUERIES:
        message = f"{len(queries)} ways for rules to come true, the engine takes {MAX_QUERIES}"
        yield Refusal(_rule_ids(queries), message, "move some rules to another chapter")


def _of_sorts(ruleset: Ruleset) -> Iterator[Refusal]:
    """One property has one sort of value for ever (rule 6), and so have all it is compared with."""
    for query, group, sort, operator in ruleset.uses:
        known = ruleset.sorts.get(group)
        if sort is not None and sort != known:
            yield _refuse(query, f"compares a {sort} with a {known}", "compare fields and values of one type")
        elif known in UNORDERED and operator in ORDERING:
            yield _refuse(query, f"puts a {known} in order", "order numbers and dates only")


def _of_kinds(ruleset: Ruleset) -> Iterator[Refusal]:
    for kind, reading in ruleset.readings.items():
        size = len(reading.fields) + len(reading.tags)
        if size > MAX_PROPERTIES:
            readers = (c.query for c in ruleset.conditions if c.code == reading.code)
            message = f"read {size} fields and lists of the fact kind `{kind}`, the engine takes {MAX_PROPERTIES}"
            yield Refusal(_rule_ids(readers), message, "move some rules to another chapter")


@dataclass
class _Node:
    """A node of the network of tests, as the engine builds it: equal tests of one fact share a node, joins never."""

    tests: dict[tuple[str, str, str], _Node] = field(default_factory=dict)
    joining: int = 0
    ending: int = 0

    def add(self, condition: Condition) -> None:
        node = self
        for operator, name, constant in condition.tests:
            node = node.tests.setdefault((operator, name, json.dumps(constant)), _Node())
        node.joining += bool(condition.joins)
        node.ending += not condition.joins

    def pending(self) -> int:
        """The most branches one fact can leave open: all that hold here are opened before one is followed.

        Of the equalities on one property only one can hold.
        """
        equalities = {name for operator, name, _ in self.tests if operator == "$eq"}
        here = len(equalities) + sum(operator != "$eq" for operator, _, _ in self.tests) + self.joining
        return max([here, *(here - 1 + node.pending() for node in self.tests.values())])

    def below(self) -> Iterator[_Node]:
        yield self
        for node in self.tests.values():
            yield from node.below()


def _of_network(ruleset: Ruleset, queries: Sequence[Query]) -> Iterator[Refusal]:
    gated = [query for query in queries if query.absent]
    if len(gated) > MAX_ALIKE:
        message = f"{len(gated)} ways to come true that rest on an absence, the engine takes {MAX_ALIKE}"
        yield Refusal(_rule_ids(gated), message, "move some rules to another chapter")
    if len(ruleset.readings) > MAX_TESTS:
        message = f"{len(ruleset.readings)} kinds of fact are read, the engine takes {MAX_TESTS}"
        yield Refusal(_rule_ids(queries), message, "move some rules to another chapter")
    for kind, reading in ruleset.readings.items():
        conditions = [condition for condition in ruleset.conditions if condition.code == reading.code]
        root = _Node()
        for condition in conditions:
            root.add(condition)
        yield from _of_tree(kind, root, conditions)


def _of_tree(kind: str, root: _Node, conditions: Sequence[Condition]) -> Iterator[Refusal]:
    measures: Mapping[str, tuple[int, int]] = {
        "tests, lists and comparisons that one fact may have to pass side by side": (root.pending(), MAX_PENDING),
        "different tests next to one another": (max(len(n.tests) + n.joining for n in root.below()), MAX_TESTS),
        "patterns with the very same tests": (max(node.ending for node in root.below()), MAX_ALIKE),
    }
    hint = (
        "move some of these rules to another chapter, or let their patterns share their first tests; "
        "patterns that refer to other patterns (`$name.field`) share nothing"
    )
    for what, (size, most) in measures.items():
        if size > most:
            message = f"of the fact kind `{kind}`: {size} {what}, the engine takes {most}"
            yield Refusal(_rule_ids(c.query for c in conditions), message, hint)


def _refuse(query: Query, message: str, hint: str) -> Refusal:
    return Refusal((query.rule_id,), message, hint)


def _rule_ids(queries: Iterable[Query]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(query.rule_id for query in queries))
