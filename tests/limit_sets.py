"""Sets of rules that just reach a limit of the engine, with facts that strain it. Run as a process of its own:

    python tests/limit_sets.py NAME SIZE

exits 0 when the engine bears the set and agrees with plain: beyond a limit it may hang or crash.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from ipt_rules.facts.base import Fact
from ipt_rules.matching.limits import (
    MAX_ALIKE,
    MAX_CONDITIONS,
    MAX_JOINS,
    MAX_PENDING,
    MAX_PROPERTIES,
    MAX_TERMS,
    MAX_TESTS,
)
from ipt_rules.query import Pattern, Query, Ref, Term

CASE = Pattern("case", "case")
SAME_PERSON = (Term("person", "is", Ref("x", "person")),)
FACTS = (
    Fact("case", {"weeks": 10_000}),
    *(Fact("loss", {"person": "p7", "weeks": 10_000, **{f"f{n}": n for n in range(300)}}) for _ in range(2)),
    Fact("loss", {"person": "p9"}),
    *(Fact("bond", {"person": person, **{f"f{n}": n for n in range(60)}}) for person in ("p7", "p8")),
    *(Fact("many", {"n": n}) for n in range(16)),
)


def rules(queries: Sequence[tuple[tuple[Pattern, ...], tuple[Pattern, ...]]]) -> list[Query]:
    return [Query(f"rule-{at}", "", (CASE, *exists), absent) for at, (exists, absent) in enumerate(queries)]


def joining(size: int) -> list[Query]:
    return rules([((Pattern("x", "loss"), Pattern("y", "bond", SAME_PERSON)), ())] * size)


def joining_in_absent(size: int) -> list[Query]:
    return rules([((Pattern("x", "loss"),), (Pattern("", "bond", SAME_PERSON),))] * size)


def side_by_side(size: int) -> list[Query]:
    return rules([((Pattern("x", "loss", terms),), ()) for terms in _at_least(size)])


def one_below_another(size: int) -> list[Query]:
    """Thirty tests side by side, and below one more the rest: a fact waits at both."""
    shared = Term("person", "is_not", "p8")
    below = [(shared, Term("weeks", "more_than", n)) for n in range(size - 30)]
    return rules([((Pattern("x", "loss", terms),), ()) for terms in [*_at_least(30), *below]])


def _at_least(size: int) -> list[tuple[Term, ...]]:
    return [(Term("weeks", "at_least", n),) for n in range(size)]


def listed(size: int) -> list[Query]:
    return rules([((Pattern("x", "loss", (Term("person", "in", ("p7", str(n))),)),), ()) for n in range(size)])


def alike(size: int) -> list[Query]:
    return rules([((), ())] * size)


def absent(size: int) -> list[Query]:
    """Cases and absent patterns come in two forms, so that only the gate is alike in all."""
    halves = (CASE, Pattern("case", "case", (Term("weeks", "at_least", 1),)))
    return [Query(f"rule-{n}", "", (halves[n % 2],), (Pattern("", f"none{n % 2}"),)) for n in range(size)]


def constants(size: int) -> list[Query]:
    one = [((Pattern("x", "loss", (Term("person", "is", f"p{n}"),)),), ()) for n in range(size)]
    return [
        Query(q.rule_id, "", (Pattern("case", "case", (Term("weeks", "is_not", n // 200),)), *q.exists[1:]))
        for n, q in enumerate(rules(one))
    ]


def patterns(size: int) -> list[Query]:
    many = tuple(Pattern(f"m{n}", "many", (Term("n", "is", n),)) for n in range(size - 1))
    return rules([(many, ())])


def patterns_with_absent(size: int) -> list[Query]:
    many = tuple(Pattern(f"m{n}", "many", (Term("n", "is", n),)) for n in range(size - 3))
    return rules([(many, (Pattern("", "none"),))])


def comparisons(size: int) -> list[Query]:
    terms = tuple(Term(f"f{n}", "is", Ref("x", f"f{n}")) for n in range(size))
    return rules([((Pattern("x", "loss"), Pattern("y", "bond", terms)), ())])


def terms(size: int) -> list[Query]:
    return rules([((Pattern("x", "loss", tuple(Term(f"f{n}", "is", n) for n in range(size))),), ())])


def fields(size: int) -> list[Query]:
    """Two patterns of one kind read different fields."""
    halves = [Pattern("x", "loss", tuple(Term(f"f{n}", "is", n) for n in range(at, size, 2))) for at in range(2)]
    return rules([((half,), ()) for half in halves])


SETS: dict[str, tuple[Callable[[int], list[Query]], int]] = {
    "joining": (joining, MAX_PENDING),
    "joining_in_absent": (joining_in_absent, MAX_PENDING),
    "side_by_side": (side_by_side, MAX_PENDING),
    "one_below_another": (one_below_another, MAX_PENDING),
    "listed": (listed, MAX_PENDING),
    "alike": (alike, MAX_ALIKE),
    "absent": (absent, MAX_ALIKE),
    "constants": (constants, MAX_TESTS),
    "patterns": (patterns, MAX_CONDITIONS),
    "patterns_with_absent": (patterns_with_absent, MAX_CONDITIONS),
    "comparisons": (comparisons, MAX_JOINS),
    "terms": (terms, MAX_TERMS),
    "fields": (fields, MAX_PROPERTIES),
}


def main(name: str, size: int) -> int:
    from ipt_rules.matching import limits
    from ipt_rules.matching.plain import PlainMatcher
    from ipt_rules.matching.rete import ReteMatcher

    queries = SETS[name][0](size)
    limits.problems = lambda queries: []  # so that a size beyond the limit can be tried, too
    expected = PlainMatcher(queries).match(FACTS)
    agree = ReteMatcher(queries).match(FACTS) == expected
    print(name, size, len(expected), agree)
    return int(not (expected and agree))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
