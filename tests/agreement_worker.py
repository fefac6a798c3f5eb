"""Compares the matchers `plain` and `rete` on generated queries and facts; run as a process of its own.

    python tests/agreement_worker.py RULESETS SEED [MUTANT]

Prints one line of JSON; exits 1 when the matchers differ. A crash of the engine's extension shows in the exit code.
`MUTANT` breaks the rete matcher on purpose, to show that a difference would be seen.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from ipt_rules.errors import EngineError
from ipt_rules.facts.base import Fact, FactKind, Field, Value, kind, make_fact
from ipt_rules.matching import rete, ruleset, script
from ipt_rules.matching.plain import PlainMatcher
from ipt_rules.query import Pattern, Query, Ref, Term

CASES = 4
WORDS = ("mother", "mère", "祖母", 'a "quoted" \\ key', "open", "true", "3", "")
FIELDS = (
    Field("attended", "yes_no", "-"),
    Field("ärztlich", "yes_no", "-"),
    Field("weeks", "integer", "-"),
    Field("sid", "integer", "-"),  # a name the engine itself uses
    Field("score", "decimal", "-"),
    Field("day", "date", "-"),
    Field("id", "date", "-"),
    Field("role", "term", "-", terms=WORDS),
    Field("人", "key", "-"),
    Field("person", "key", "-"),
)
KINDS = tuple(kind(name, "-", *FIELDS) for name in ("case", "loss", "relationship", "séance"))
SORTS = {"yes_no": "yes_no", "integer": "number", "decimal": "number", "date": "date", "term": "word", "key": "word"}
VALUES: dict[str, Callable[[random.Random], Value]] = {
    "yes_no": lambda r: r.random() < 0.5,
    "integer": lambda r: r.randint(-1, 3),
    "decimal": lambda r: r.choice((-1, 0.001, 0.5, 1, 1.0, 2.125, 3)),
    "date": lambda r: date(2026, r.choice((1, 12)), r.randint(1, 2)),
    "term": lambda r: r.choice(WORDS),
    "key": lambda r: r.choice(WORDS[:4]),
}
ANY = ("is", "is_not")
ORDERED = (*ANY, "at_least", "at_most", "more_than", "less_than")


def operators(sort: str) -> Sequence[str]:
    return ORDERED if sort in ("number", "date") else ANY


def a_term(r: random.Random, bound: Sequence[str]) -> Term:
    chosen = r.choice(FIELDS)
    sort = SORTS[chosen.type]
    if bound and r.random() < 0.45:
        other = r.choice([one for one in FIELDS if SORTS[one.type] == sort])
        return Term(chosen.name, r.choice(operators(sort)), Ref(r.choice(bound), other.name))
    if r.random() < 0.25:
        return Term(chosen.name, "in", tuple(VALUES[chosen.type](r) for _ in range(r.randint(0, 3))))
    return Term(chosen.name, r.choice(operators(sort)), VALUES[chosen.type](r))


def a_pattern(r: random.Random, name: str, of_kind: FactKind, bound: Sequence[str], most: int) -> Pattern:
    return Pattern(name, of_kind.name, tuple(a_term(r, bound) for _ in range(r.randint(0, most))))


def a_query(r: random.Random, at: int) -> Query:
    exists = [a_pattern(r, "case", KINDS[0], (), 1)]
    for name in r.sample(("death", "bond", "été"), r.choice((0, 1, 1, 2, 2, 3))):
        exists.append(a_pattern(r, name, r.choice(KINDS[1:]), [p.name for p in exists], 3))
    bound = [p.name for p in exists]
    absent = [a_pattern(r, f"no{n}", r.choice(KINDS), bound, 3) for n in range(r.choice((0, 0, 1, 1, 2)))]
    return Query(f"rule-{at}", r.choice(("", "a", "b")), tuple(exists), tuple(absent))


def some_facts(r: random.Random) -> list[Fact]:
    known = r.choice((0.5, 0.8, 1.0))

    def a_fact(of_kind: FactKind) -> Fact:
        values = {one.name: VALUES[one.type](r) for one in FIELDS if r.random() < known}
        return make_fact(of_kind, **values)

    facts = [a_fact(r.choice(KINDS[1:])) for _ in range(r.choice((0, 2, 4, 6, 8)))]
    equals = [Fact(fact.kind, fact.values) for fact in facts if r.random() < 0.2]
    facts += [a_fact(KINDS[0]), *equals]
    r.shuffle(facts)
    return facts


def compare(seed: str) -> Counter[str]:
    """One generated set of queries on a few generated cases: how often they held, and how often the matchers differ."""
    r = random.Random(seed)
    queries = [a_query(r, at) for at in range(r.randint(1, 12))]
    plain, engine = PlainMatcher(queries), rete.ReteMatcher(queries)
    counts = Counter[str](rulesets=1)
    absences = {query.rule_id for query in queries if query.absent}
    joined = {query.rule_id for query in queries if any(query.refs)}
    for _ in range(CASES):
        facts = some_facts(r)
        expected = plain.match(facts)
        try:
            differs = engine.match(facts) != expected
        except EngineError:
            differs = True
        absent, joins = (sum(match.rule_id in ids for match in expected) for ids in (absences, joined))
        counts.update(cases=1, matches=len(expected), absences=absent, joins=joins, differences=differs)
    return counts


def gate_first() -> None:
    fire = rete._Seat.fire
    rete._Seat.fire = lambda seat, told, has_gate: fire(seat, [script.GATE_MESSAGE, *told], False)


def no_guards() -> None:
    ruleset._fields_read = lambda query, name: []


def equal_facts_merged() -> None:
    messages = ruleset.Ruleset.messages

    def merged(self: ruleset.Ruleset, facts: Sequence[Fact]) -> list[str]:
        told = list(messages(self, facts))
        return list({json.dumps({**json.loads(text), "id": ""}): text for text in reversed(told)}.values())

    ruleset.Ruleset.messages = merged


def unknown_is_no() -> None:
    values = ruleset.Ruleset._values
    ruleset.Ruleset._values = lambda self, fact, reading, sorts: (
        {p.name: False for p in reading.fields.values()} | values(self, fact, reading, sorts)
    )


def newest_first() -> None:
    match = rete.ReteMatcher.match
    rete.ReteMatcher.match = lambda self, facts: match(self, facts)[::-1]


def crash() -> None:
    rete.ReteMatcher.match = lambda self, facts: os.kill(os.getpid(), signal.SIGSEGV)


MUTANTS = {m.__name__: m for m in (gate_first, no_guards, equal_facts_merged, unknown_is_no, newest_first, crash)}


def main(rulesets: int, seed: str, mutant: str = "") -> int:
    if mutant:
        MUTANTS[mutant]()
    counts: Counter[str] = Counter()
    differing = []
    for at in range(rulesets):
        one = compare(f"{seed}/{at}")
        counts += one
        if one["differences"]:
            differing.append(f"{seed}/{at}")
    print(json.dumps({**counts, "differences": counts["differences"], "seeds": differing[:5]}))
    return int(bool(differing))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), *sys.argv[2:]))
