"""Changes to what a rule concludes: an alert lowered, an area, weight, phase, technique, stage, course or verdict swapped."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel

from ipt_rules.mutation.change import GONE, Change, Loc, swapped, without_each
from ipt_rules.rule import WEIGHTS, Alert, Ask, Choose, PhaseChange, Plan
from ipt_rules.rulebook import Rulebook
from ipt_rules.vocabulary import AREAS, DISPUTE_STAGES, PHASES


def _terms(model: type[BaseModel], name: str) -> tuple[str, ...]:
    """The closed terms of a field of a conclusion, in the order in which the model has them."""
    return tuple(get_args(model.model_fields[name].annotation))


LEVELS = _terms(Alert, "level")
ROLES = _terms(Choose, "role")
OFFERS = _terms(Plan, "status")
STEPS = _terms(PhaseChange, "status")
NEEDS = _terms(Ask, "needed_for")


def conclusion_changes(data: Mapping[str, Any], rulebook: Rulebook) -> Iterator[Change]:
    """Every change to the conclusion of a rule file; some of them no loader would accept."""
    name = next(one for one in CHANGES if one in data["then"])
    yield from CHANGES[name](("then", name), data["then"][name], rulebook)


def _alert(loc: Loc, content: Mapping[str, Any], rulebook: Rulebook) -> Iterator[Change]:
    level = str(content["level"])
    place = LEVELS.index(level)
    for other, word in ((place + 1, "lowered"), (place - 1, "raised")):
        if 0 <= other < len(LEVELS):
            yield Change((*loc, "level"), LEVELS[other], f"alert {word}", f"{level} -> {LEVELS[other]}")
    if "held" in content:
        yield from without_each((*loc, "held"), list(content["held"]), "technique no longer held")
    holds = content.get("holds", "all" if level in ("1", "2") else "none")
    for other_holds in ({"all", "none"} - {holds}) if "held" not in content else ():
        yield Change((*loc, "holds"), other_holds, "holding", f"{holds} -> {other_holds}")


def _ask(loc: Loc, content: Mapping[str, Any], rulebook: Rulebook) -> Iterator[Change]:
    yield from swapped((*loc, "needed_for"), content["needed_for"], NEEDS, "what an answer is needed for")


def _fits(loc: Loc, content: Mapping[str, Any], rulebook: Rulebook) -> Iterator[Change]:
    yield from swapped((*loc, "verdict"), content["verdict"], ("for", "against"), "verdict")
    yield from swapped((*loc, "course"), content["course"], sorted(rulebook.courses), "course")
    yield from _weights(loc, content.get("weight", "moderate"))


def _weights(loc: Loc, weight: str) -> Iterator[Change]:
    """Each weight beside it: from strong and from weak there is but one."""
    place = WEIGHTS.index(weight)
    for other in (place - 1, place + 1):
        if 0 <= other < len(WEIGHTS):
            yield Change((*loc, "weight"), WEIGHTS[other], "weight", f"{weight} -> {WEIGHTS[other]}")


def _argument(loc: Loc, content: Mapping[str, Any], rulebook: Rulebook) -> Iterator[Change]:
    yield from swapped((*loc, "area"), content["area"], AREAS, "area")
    yield from _weights(loc, content["weight"])
    if _shared(loc[-1], content, rulebook):
        yield Change((*loc, "counts_as"), "of-its-own", "counted apart", f"{content['counts_as']} -> of-its-own")
    for key in ("cap_group", "subject", "link"):
        if key in content:
            yield Change((*loc, key), GONE, f"{key} dropped", f"without {key}")


def _shared(conclusion: str | int, content: Mapping[str, Any], rulebook: Rulebook) -> bool:
    """Whether another rule argues under the same name about the area: a name of its own is like any other."""
    named = [
        rule.id
        for rule in rulebook.rules.values()
        if rule.then.conclusion == conclusion
        and (rule.then.content.area, rule.then.content.counts_as) == (content["area"], content["counts_as"])
    ]
    return len(named) > 1


def _phase(loc: Loc, content: Mapping[str, Any], rulebook: Rulebook) -> Iterator[Change]:
    for key in ("from", "to"):
        if key in content:
            yield from swapped((*loc, key), content[key], PHASES, "phase")
    yield from swapped((*loc, "status"), content["status"], STEPS, "status")
    yield from _checklist(loc, content, rulebook)


def _checklist(loc: Loc, content: Mapping[str, Any], rulebook: Rulebook) -> Iterator[Change]:
    if "checklist" in content:
        yield from swapped((*loc, "checklist"), content["checklist"], sorted(rulebook.checklists), "checklist")


def _choose(loc: Loc, content: Mapping[str, Any], rulebook: Rulebook) -> Iterator[Change]:
    yield from swapped((*loc, "role"), content["role"], ROLES, "role")
    if "area" in content:
        yield from swapped((*loc, "area"), content["area"], AREAS, "area")


def _stage(loc: Loc, content: Mapping[str, Any], rulebook: Rulebook) -> Iterator[Change]:
    yield from swapped((*loc, "stage"), content["stage"], DISPUTE_STAGES, "stage")


def _techniques(loc: Loc, content: Mapping[str, Any], rulebook: Rulebook) -> Iterator[Change]:
    listed = list(content["techniques"])
    known = sorted(rulebook.techniques)
    for at, technique in enumerate(listed):
        for change in swapped((*loc, "techniques"), technique, [one for one in known if one not in listed[:at]], ""):
            yield change._replace(instead=[*listed[:at], change.instead, *listed[at + 1 :]], kind="technique")
    yield from without_each((*loc, "techniques"), listed, "technique dropped")


def _plan(loc: Loc, content: Mapping[str, Any], rulebook: Rulebook) -> Iterator[Change]:
    yield from swapped((*loc, "status"), content.get("status", "due"), OFFERS, "status")
    yield from _checklist(loc, content, rulebook)


def _words_only(loc: Loc, content: Mapping[str, Any], rulebook: Rulebook) -> Iterator[Change]:
    """A conclusion that only says something: its words are for people, and its topic is read by none."""
    return iter(())


CHANGES: Mapping[str, Callable[[Loc, Mapping[str, Any], Rulebook], Iterator[Change]]] = {
    "alert": _alert,
    "ask": _ask,
    "fits": _fits,
    "refer": _words_only,
    "phase": _phase,
    "argues_for": _argument,
    "argues_against": _argument,
    "choose": _choose,
    "stage": _stage,
    "review": _words_only,
    "suggest": _techniques,
    "block": _techniques,
    "plan": _plan,
    "note": _words_only,
}
