"""What a rule does to an answer, its words aside: whether another rule does at least that, or the opposite."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ipt_rules.analysis.queries import Names
from ipt_rules.rule import WEIGHTS, Rule
from ipt_rules.vocabulary import ALERT_LEVELS

REFERENCES = ("person", "subject", "link")
NOT_AN_EFFECT = (
    "question",
    "waits",
    "first",
    "headline",
    "weight",
    "techniques",
    "held",
    "level",
    "holds",
    "cap_group",
)
"""Words, order, and what is compared by how much of it there is."""


def kind_of_effect(rule: Rule) -> tuple[Any, ...]:
    """Rules with equal kinds are worth comparing: the conclusion and what it is about, whom or what left aside."""
    told = rule.then.content.model_dump(exclude=set(REFERENCES) | set(NOT_AN_EFFECT))
    return (rule.then.conclusion, *sorted((name, str(value)) for name, value in told.items()))


def does_at_least(rule: Rule, other: Rule, names: Names) -> bool:
    """Whether `rule` does all that `other` does, where both come true.

    `names` has, for each name of `rule`, that of the same fact in `other`.
    """
    if kind_of_effect(rule) != kind_of_effect(other) or not same_subjects(rule, other, names):
        return False
    mine, theirs = rule.then.content, other.then.content
    listed = set(getattr(theirs, "techniques", ())) | set(getattr(theirs, "held", ()))
    more = set(getattr(mine, "techniques", ())) | set(getattr(mine, "held", ()))
    return listed <= more and _strength(mine) >= _strength(theirs) and _holds(mine) >= _holds(theirs)


def same_subjects(rule: Rule, other: Rule, names: Names) -> bool:
    """Whether two conclusions speak of the same person, event or pattern."""
    mine, theirs = rule.then.content, other.then.content
    return all(renamed(getattr(mine, one, None), names) == getattr(theirs, one, None) for one in REFERENCES)


def renamed(reference: str | None, names: Names) -> str | None:
    """A reference of a rule, as the one who implies it calls the fact."""
    if reference is None or not reference.startswith("$"):
        return reference
    name, _, field = reference[1:].partition(".")
    return f"${names.get(name, '')}.{field}"


def _strength(content: Any) -> int:
    if hasattr(content, "weight"):
        return WEIGHTS.index(content.weight)
    return -ALERT_LEVELS.index(content.level) if hasattr(content, "level") else 0


def _holds(content: Any) -> int:
    return ("none", "listed", "all").index(content.holding) if hasattr(content, "holding") else 0


Key = tuple[str, str]


def _for_area(rule: Rule) -> Key | None:
    return ("area", rule.then.argues_for.area) if rule.then.argues_for else None


def _against_area(rule: Rule) -> Key | None:
    return ("area", rule.then.argues_against.area) if rule.then.argues_against else None


def _fits(rule: Rule, verdict: str) -> Key | None:
    fits = rule.then.fits
    return ("course", fits.course) if fits and fits.verdict == verdict else None


def speaks_for(rule: Rule) -> Key | None:
    """The area or course that a rule speaks for."""
    return _for_area(rule) or _fits(rule, "for")


def speaks_against(rule: Rule) -> Key | None:
    """The area or course that a rule speaks against."""
    return _against_area(rule) or _fits(rule, "against")


def in_groups(rules: Mapping[str, Rule], key: Callable[[Rule], Any]) -> dict[Any, list[Rule]]:
    """Rules by key, those without one left out."""
    groups: dict[Any, list[Rule]] = {}
    for rule in rules.values():
        found = key(rule)
        if found is not None:
            groups.setdefault(found, []).append(rule)
    return groups
