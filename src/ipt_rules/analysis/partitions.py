"""ANALYSIS-04: rules of which exactly one is to speak, and a case in which none does, or two do.

Exact: the values of each field are cut into the cells that the conditions of these rules tell apart, and the matcher is
asked about every combination; for numbers that a site may set, at each end of what their ranges and orders allow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType

from ipt_rules.analysis.base import Found
from ipt_rules.analysis.cells import cells, field_at, fits, typed
from ipt_rules.analysis.tuning import settings, told_values
from ipt_rules.analysis.witness import as_written
from ipt_rules.errors import RulebookError, did_you_mean
from ipt_rules.facts.base import Fact, Field, Value
from ipt_rules.facts.kinds import KINDS
from ipt_rules.lowering import lower
from ipt_rules.matching.plain import PlainMatcher
from ipt_rules.protocol import OpenPart, Partition
from ipt_rules.query import Query, Ref
from ipt_rules.rulebook import Rulebook

CODE = "ANALYSIS-04"
Place = tuple[str, str]
"""The kind and the name of a field."""

Combination = Mapping[Place, Value | None]


def problems(rulebook: Rulebook) -> Iterator[Found]:
    """What is wrong with each partition: a gap, an overlap, or a declaration that does not fit its rules."""
    for partition in rulebook.partitions.values():
        try:
            yield from _of_partition(partition, rulebook)
        except RulebookError as error:
            yield _found(partition, str(error), "correct the entry in analysis.yaml")


def _of_partition(partition: Partition, rulebook: Rulebook) -> Iterator[Found]:
    missing = [name for name in partition.rules if name not in rulebook.rules]
    for name in missing:
        yield _found(partition, f"there is no rule `{name}`", did_you_mean(name, rulebook.rules))
    for statement in partition.statements:
        if statement not in rulebook.statements:
            yield _found(partition, f"the statement `{statement}` is not defined", "")
    if missing:
        return
    met: set[int] = set()
    told: set[tuple[str, ...]] = set()
    for values in settings(rulebook, partition.rules):
        trial = _Trial.of(partition, rulebook, values)
        for combination in trial.combinations():
            open_ = trial.open_part(combination)
            met |= set() if open_ is None else {open_}
            speaking = trial.speaking(combination)
            right = 0 if open_ is not None else 1
            if len(speaking) != right and speaking not in told:
                told.add(speaking)
                yield _wrong(partition, speaking, open_, trial, combination)
    for index in range(len(partition.open)):
        if index not in met:
            yield _found(partition, f"no combination is what its open part {index + 1} describes", "remove that part")


def _wrong(
    partition: Partition, speaking: tuple[str, ...], open_: int | None, trial: _Trial, combination: Combination
) -> Found:
    if open_ is not None:
        message = f"this is declared open, and `{'` and `'.join(speaking)}` comes true"
    elif speaking:
        message = f"`{'` and `'.join(speaking)}` come true together"
    else:
        message = "none of its rules comes true here"
    hint = "correct the rules, or declare the part open in analysis.yaml and say why"
    witness = "\n".join(filter(None, (trial.site, as_written(trial.facts(combination)))))
    return _found(partition, message, hint, witness)


def _found(partition: Partition, message: str, hint: str, witness: str = "") -> Found:
    return Found(f"partition {partition.id}", (), CODE, f"{partition.meaning}: {message}", hint, witness)


@dataclass(frozen=True)
class _Trial:
    """A partition with the values of one setting of its parameters."""

    partition: Partition
    queries: Sequence[Query]
    parameters: Mapping[str, Value]
    fixed: Combination
    fields: Mapping[Place, Field]
    site: str

    @classmethod
    def of(cls, partition: Partition, rulebook: Rulebook, values: Mapping[str, Value]) -> _Trial:
        parameters = {key: one.value for key, one in rulebook.parameters.items()} | dict(values)
        rules = [rulebook.rules[name] for name in partition.rules]
        queries = [query for rule in rules for query in lower(rule, KINDS, parameters).queries]
        fields, fixed = {}, {}
        for name in partition.by:
            kind, declared = field_at(name, partition.of)
            fields[kind, declared.name] = declared
        for name, raw in partition.where.items():
            kind, declared = field_at(name, partition.of)
            fixed[kind, declared.name] = typed(declared, raw)
        return cls(partition, queries, parameters, fixed, fields, told_values(values, rulebook))

    def combinations(self) -> Iterator[Combination]:
        told = [self._cells(place, raw) for place, raw in zip(self.fields, self.partition.by.values(), strict=True)]
        for values in product(*told):
            yield dict(zip(self.fields, values, strict=True))

    def _cells(self, place: Place, raw: object) -> list[Value | None]:
        patterns = [pattern for query in self.queries for pattern in query.patterns if pattern.kind == place[0]]
        terms = [t for p in patterns for t in p.terms if t.field == place[1] and not isinstance(t.operand, Ref)]
        return cells(self.fields[place], raw, terms)

    def open_part(self, combination: Combination) -> int | None:
        """The declared open part, by number, that a combination belongs to."""
        for index, part in enumerate(self.partition.open):
            if self._is(part, combination):
                return index
        return None

    def _is(self, part: OpenPart, combination: Combination) -> bool:
        for name, condition in part.where.items():
            kind, declared = field_at(name, self.partition.of)
            place = (kind, declared.name)
            value = combination[place] if place in combination else self.fixed.get(place)
            if not fits(declared, value, condition, self.parameters):
                return False
        return True

    def facts(self, combination: Combination) -> list[Fact]:
        values: dict[str, dict[str, Value]] = {"case": {}, self.partition.of: {}}
        for (kind, name), value in {**self.fixed, **combination}.items():
            of_kind = values.setdefault(kind, {})
            if value is not None:
                of_kind[name] = value
        return [Fact(kind, MappingProxyType(told), (f"witness.{kind}",)) for kind, told in values.items()]

    def speaking(self, combination: Combination) -> tuple[str, ...]:
        matches = PlainMatcher(self.queries).match(self.facts(combination))
        return tuple(sorted({match.rule_id for match in matches}))
