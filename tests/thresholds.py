"""Thresholds that derivations compare with: is each held just below, at and just above by a scenario? (`make thresholds`)

    python tests/thresholds.py [--rules item-9-enquire,..] [--report docs/reliability.md]

All scenarios are run with parameters that watch what they are compared with (`watching.py`). A side that no scenario
holds is told, unless it is declared here with the reason; so is a declaration that no longer holds. Exits 1 on either.
The figures are kept in `docs/reliability.md`. With `--rules` only scenarios with these tags are run, to try new ones:
what lacks is told all the same, and nothing is kept. Thresholds in conditions of rules are for `ipt-rules trace`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from ipt_rules import Rulebook
from ipt_rules.boundaries import SIDES
from ipt_rules.trials import Trial, record
from report_page import RELIABILITY, keep
from tests_support import shipped_rulebook
from watching import watched

HEADING = "## Thresholds of derivations"
BELOW, AT, ABOVE = SIDES


class Near(NamedTuple):
    """How far from a threshold still counts as just beside it, in its unit, where one unit is out of reach."""

    distance: float
    why: str


NEAR: Mapping[str, Near] = {
    "inventory_complete_percent": Near(2, "the parts of the inventory are fifths and halves of fifths"),
    "last_part_percent": Near(3, "one session more or less of up to twenty is no nearer"),
    "less_directive_percent": Near(2, "one session more or less of up to twenty is no nearer"),
    "mid_review_percent": Near(9, "it is made a session, and one session of twelve is eight per cent"),
}

_LOOKED_AT = "never more are looked at than the parameter says"
UNREACHED: Mapping[tuple[str, str], str] = {
    ("extension_measures", ABOVE): _LOOKED_AT,
    ("techniques_at_most", ABOVE): "no more are shown",
    ("mood_link_sessions", ABOVE): _LOOKED_AT,
    ("severe_difficulty_points", ABOVE): "the difficulty item has no answer above three",
    ("less_directive_percent", AT): "no course of fewer than a hundred sessions has just 33 per cent left",
    ("usual_minutes", BELOW): "compared with the ends of the lengths that courses give, none of which lies there",
    ("usual_minutes", ABOVE): "compared with the ends of the lengths that courses give, none of which lies there",
}
"""Sides that no case can hold."""

_ADDED = "added up; the sum is compared with a threshold of its own"
_CUTS = "say how many of a list are taken"
_SHOWN = "shown in what is said, compared with nothing"
_DAY = "taken off a day, and days of the calendar are compared"
UNWATCHED: Mapping[str, str] = {
    "weight_strong_points": _ADDED,
    "weight_moderate_points": _ADDED,
    "weight_weak_points": _ADDED,
    "crisis_extends_sessions": "added to the limit of the initial phase, which is compared",
    "severe_impairment_band_steps": "added to a place in a list of bands",
    "inventory_closest_people": _CUTS,
    "technique_lately_sessions": _CUTS,
    "maintenance_well_days": _DAY,
    "length_severe_sessions": _SHOWN,
    "length_moderate_sessions": _SHOWN,
    "length_mild_from_sessions": _SHOWN,
    "length_mild_to_sessions": _SHOWN,
    "ipt_sessions_from": _SHOWN,
    "ipt_sessions_to": _SHOWN,
    "cbt_sessions_from": _SHOWN,
    "cbt_sessions_to": _SHOWN,
    "maintenance_months": _SHOWN,
    "maintenance_long_months": _SHOWN,
    "maintenance_longest_months": _SHOWN,
    "maintenance_minutes": _SHOWN,
    "grief_review_from_weeks": _SHOWN,
    "grief_review_to_weeks": _SHOWN,
    "step_up_next_weeks": _SHOWN,
    "extension_sessions": _SHOWN,
    "bridge_least_sessions": _SHOWN,
    "missed_contact_days": _SHOWN,
    "mild_repeat_weeks": _SHOWN,
}
"""Numbers that neither a condition nor a derivation compares as they are."""


@dataclass
class Survey:
    """What the scenarios came to: the differences seen by parameter, and the scenarios that did not hold."""

    scenarios: int = 0
    seen: dict[str, set[float]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def survey(trials: Iterable[Trial], rulebook: Rulebook) -> Survey:
    """Run scenarios under the watch."""
    found = Survey()
    asked = frozenset(numbers(rulebook)) - UNWATCHED.keys()
    with watched(asked) as seen:
        for trial in trials:
            found.scenarios += 1
            if fault := trial.fault(rulebook):
                found.faults.append(f"{trial.path}:{trial.line} {trial.name} does not hold under the watch: {fault}")
    found.seen = {key: values for key, values in seen.items() if values}
    return found


def numbers(rulebook: Rulebook) -> Iterator[str]:
    """The parameters that are numbers."""
    for key, one in rulebook.parameters.items():
        if isinstance(one.value, int | float) and not isinstance(one.value, bool):
            yield key


def lacking(key: str, differences: Iterable[float], near: float | None = None) -> tuple[str, ...]:
    """The sides of a threshold that none of these differences from it holds, in order; `near` in place of what is declared."""
    near = near or (NEAR[key].distance if key in NEAR else 1)
    side = {BELOW: lambda one: -near <= one < 0, AT: lambda one: one == 0, ABOVE: lambda one: 0 < one <= near}
    held = set(differences)
    return tuple(name for name in SIDES if not any(side[name](one) for one in held))


def in_conditions(rulebook: Rulebook) -> frozenset[str]:
    """The parameters that conditions of active rules compare with: `trace` tells of them."""
    active = (rule for rule in rulebook.rules.values() if rule.status == "active")
    texts = (text for rule in active for arm in rule.arms.values() for pattern in arm for text in _texts(pattern.where))
    return frozenset(text.removeprefix("$parameters.") for text in texts if text.startswith("$parameters."))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)


def holes(seen: Mapping[str, set[float]]) -> Iterator[str]:
    """Sides of watched thresholds that no scenario holds and nobody declared."""
    for key, differences in sorted(seen.items()):
        sides = [side for side in lacking(key, differences) if (key, side) not in UNREACHED]
        if sides:
            nearest = ", ".join(f"{one:+.3g}" for one in sorted(differences, key=abs)[:5])
            yield f"no scenario holds a value {' and '.join(sides)} the threshold {key}; the nearest lie at {nearest}"


def stale(seen: Mapping[str, set[float]], rulebook: Rulebook) -> Iterator[str]:
    """Declarations that no longer hold, and numbers of which nothing is declared. Only a whole run can tell."""
    known, compared = set(numbers(rulebook)), in_conditions(rulebook)
    for key, side in UNREACHED:
        if side not in lacking(key, seen.get(key, ())):
            yield f"UNREACHED: a scenario holds a value {side} the threshold {key}"
        if key not in seen:
            yield f"UNREACHED: no derivation compares with {key}"
    for key in NEAR:
        if key not in seen:
            yield f"NEAR: no derivation compares with {key}"
        elif not lacking(key, seen[key], near=1):
            yield f"NEAR: scenarios hold values within one unit of {key}"
    for key in UNWATCHED:
        if key not in known or key in compared:
            yield f"UNWATCHED: {key} is {'compared in a condition' if key in compared else 'no number of the rules'}"
    for key in sorted(known - seen.keys() - compared - UNWATCHED.keys()):
        yield f"neither a condition nor a derivation compares with {key}: say in UNWATCHED what it is for"


def section(found: Survey, rulebook: Rulebook, problems: Iterable[str]) -> str:
    """The figures as Markdown."""
    problems = list(problems)
    number, compared = len(list(numbers(rulebook))), in_conditions(rulebook)
    lines = [
        HEADING,
        "",
        "Written by `make thresholds`; do not edit. All scenarios are run with parameters that note what derivations compare",
        "them with, in their own unit. Each threshold is to be held just below, at and just above; thresholds in conditions of",
        "rules are held so by their examples (`ipt-rules trace`).",
        "",
        "| what | figure |",
        "|---|---:|",
        f"| scenarios run | {found.scenarios:,} |",
        f"| parameters that are numbers | {number} |",
        f"| compared in conditions of rules | {len(compared)} |",
        f"| compared by derivations | {len(found.seen)} |",
        f"| of these in both | {len(compared & found.seen.keys())} |",
        f"| sides that no scenario holds, not declared | {len(problems)} |",
        "",
        "Sides that no case can hold:",
        "",
        *(f"- `{key}`, {side}: {why}." for (key, side), why in UNREACHED.items()),
        "",
        "Just beside them means more than one unit:",
        "",
        *(f"- `{key}`, up to {one.distance:g}: {one.why}." for key, one in NEAR.items()),
        "",
        "Numbers that are no thresholds, or are not compared as they are:",
        "",
        *(f"- {', '.join(f'`{key}`' for key in keys)}: {why}." for why, keys in _by_reason().items()),
    ]
    if problems:
        lines += ["", *(f"- {one}" for one in problems)]
    return "\n".join(lines) + "\n"


def _by_reason() -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for key, why in UNWATCHED.items():
        told.setdefault(why, []).append(key)
    return told


def main(arguments: list[str]) -> int:
    """Run, tell and keep; the exit code."""
    parser = argparse.ArgumentParser(description="Are the thresholds of derivations held on each side by a scenario?")
    parser.add_argument("--rules", default="", help="only scenarios with these tags, after commas; nothing is kept")
    parser.add_argument("--report", type=Path, default=RELIABILITY)
    options = parser.parse_args(arguments)
    rulebook, rules = shipped_rulebook(), [one for one in options.rules.split(",") if one]
    found = survey(record(rules=rules), rulebook)
    problems = [*found.faults, *holes(found.seen), *(() if rules else stale(found.seen, rulebook))]
    for one in problems:
        print(one)
    print(f"{found.scenarios} scenarios, {len(found.seen)} thresholds of derivations, {len(problems)} problems")
    if not rules:
        keep(section(found, rulebook, problems), HEADING, options.report)
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
