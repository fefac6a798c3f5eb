"""One query implied by another: a mapping of patterns that turns every match of the first into a match of the second.

Never wrong where it says yes. It may say no where a longer argument would say yes: with `absent` of both, or where
several patterns together imply one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ipt_rules.analysis.patterns import apart, impossible, lies_within, shape
from ipt_rules.facts.kinds import KINDS
from ipt_rules.query import Pattern, Query, Ref

Names = Mapping[str, str]
"""For each name of the implied query the name of the same fact in the one that implies it."""


def implications(query: Query, implied: Query) -> Iterator[Names]:
    """Each way in which whatever makes `query` come true makes `implied` come true."""
    if lies_within(query.exists[0], implied.exists[0]):
        yield from _mapped(query, implied, 1, {implied.exists[0].name: query.exists[0].name})


def _mapped(query: Query, implied: Query, at: int, names: Names) -> Iterator[Names]:
    if at == len(implied.exists):
        if all(_absent_too(query, implied, pattern, names) for pattern in implied.absent):
            yield names
        return
    wanted = implied.exists[at]
    for pattern in query.exists:
        if pattern.name not in names.values() and lies_within(pattern, wanted, names):
            yield from _mapped(query, implied, at + 1, {**names, wanted.name: pattern.name})


def _absent_too(query: Query, implied: Query, absent: Pattern, names: Names) -> bool:
    """Whether an absence that `implied` asks for holds whenever `query` does."""
    if impossible(absent):
        return True
    used = {pattern.name for pattern in query.exists if pattern.name in names.values()}
    left = [pattern for pattern in query.exists if pattern.name not in used and pattern.kind == absent.kind]
    if any(not apart(pattern, absent) for pattern in left) or not _refs_known(query, absent, names):
        return False
    if KINDS[absent.kind].single and any(p.kind == absent.kind for p in query.exists if p.name in used):
        return True  # it is bound, and there is no other
    back = {own: name for name, own in names.items()}
    return any(lies_within(absent, other, back) for other in query.absent)


def _refs_known(query: Query, absent: Pattern, names: Names) -> bool:
    """Whether each fact that an absence refers to has the value it refers to."""
    by_name = {pattern.name: pattern for pattern in query.exists}
    refs = [term.operand for term in absent.terms if isinstance(term.operand, Ref)]
    return all(shape(by_name[names[ref.name]]).of(ref.field) is not None for ref in refs)
