"""What became of the mutants, as a report to read and as data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ipt_rules.mutation.survey import Outcome

ARGUMENTS = ("argues_for", "argues_against", "choose")
SCHEMA_VERSION = 1


@dataclass(frozen=True)
class Gate:
    """A share of mutants that must be noticed: of which, by what, and at least how much."""

    name: str
    of: Callable[[Outcome], bool]
    by: Callable[[Outcome], bool]
    at_least: float


GATES = (
    Gate("all rules and parameters", lambda one: True, lambda one: not one.survived, 0.98),
    Gate("the safety chapter", lambda one: one.chapter == "safety", lambda one: not one.survived, 1.0),
    Gate("alerts, by scenarios alone", lambda one: one.conclusion == "alert", lambda one: bool(one.scenario), 0.9),
    Gate("focus, by scenarios alone", lambda one: one.conclusion in ARGUMENTS, lambda one: bool(one.scenario), 0.9),
    Gate("phase, by scenarios alone", lambda one: one.conclusion == "phase", lambda one: bool(one.scenario), 0.9),
)
"""What the shipped rulebook is held to: requirements of quality, not clinical numbers."""


@dataclass(frozen=True)
class Passed:
    """How a gate was met; `of` 0 says that nothing of its kind was tried."""

    name: str
    noticed: int
    of: int
    at_least: float

    @property
    def ok(self) -> bool:
        return self.noticed >= self.at_least * self.of

    @property
    def share(self) -> str:
        """Rounded down: nothing reads as whole that is not."""
        return f"{int(1000 * self.noticed / self.of) / 10:g} %" if self.of else "nothing tried"


def gates(outcomes: Sequence[Outcome]) -> tuple[Passed, ...]:
    """Each gate with what these outcomes come to."""
    found = []
    for gate in GATES:
        of = [one for one in outcomes if gate.of(one)]
        found.append(Passed(gate.name, sum(map(gate.by, of)), len(of), gate.at_least))
    return tuple(found)


def as_text(outcomes: Sequence[Outcome], equivalent: Mapping[str, str]) -> str:
    """The report for a terminal: the table by chapter, the gates, then each survivor with its place."""
    lines = [*_table(outcomes), "", *_gates(outcomes), "", f"equivalent, with a reason: {len(equivalent)}"]
    survivors = [one for one in outcomes if one.survived]
    lines.append(f"survived: {len(survivors)}")
    for one in survivors:
        lines += [
            f"{one.path}:{one.line}: {one.id}",
            f"    {one.kind}: {one.told}",
            f"    ought to notice: {one.ought}",
        ]
    return "\n".join(lines)


def _table(outcomes: Sequence[Outcome]) -> Iterator[str]:
    head = ("chapter", "mutants", "by examples", "by scenarios", "by neither")
    yield f"{head[0]:<14}" + "".join(f"{word:>14}" for word in head[1:])
    for chapter in dict.fromkeys(one.chapter for one in outcomes):
        yield _row(chapter, [one for one in outcomes if one.chapter == chapter])
    yield _row("all", outcomes)


def _row(name: str, outcomes: Sequence[Outcome]) -> str:
    counts = (
        len(outcomes),
        sum(bool(one.example) for one in outcomes),
        sum(bool(one.scenario) for one in outcomes),
        sum(one.survived for one in outcomes),
    )
    return f"{name:<14}" + "".join(f"{count:>14}" for count in counts)


def _gates(outcomes: Sequence[Outcome]) -> Iterator[str]:
    for one in gates(outcomes):
        mark = "ok " if one.ok else "LOW"
        yield f"{mark} {one.name}: {one.noticed} of {one.of} noticed, {one.share} (at least {one.at_least:.0%})"


def as_data(outcomes: Sequence[Outcome], equivalent: Mapping[str, str]) -> dict[str, Any]:
    """The same for JSON."""
    return {
        "schema_version": SCHEMA_VERSION,
        "gates": [{**asdict(one), "ok": one.ok} for one in gates(outcomes)],
        "equivalent": dict(equivalent),
        "mutants": [{**asdict(one), "survived": one.survived} for one in outcomes],
    }
