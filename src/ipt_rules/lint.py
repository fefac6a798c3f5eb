"""Checks a rulebook beyond its form. Each check is a small class with a code and a sentence; it yields problems."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

from ipt_rules.errors import Problem, did_you_mean
from ipt_rules.facts.kinds import KINDS
from ipt_rules.finding import SLOT
from ipt_rules.lowering import PARAMETERS, lower
from ipt_rules.plan_forms import SLOTS
from ipt_rules.protocol import Group, Sorting
from ipt_rules.rule import WEIGHTS, Rule
from ipt_rules.rulebook import Rulebook

TECHNIQUE = re.compile(r"TEC-\d\d$")
ANY_SLOT = re.compile(r"\{([a-z][a-z0-9_.]*)\}")
OURS = re.compile(r"\b([A-Z]{3}-\d\d|R-[A-Z]\d\d|S[0-4]|L\d{2,3}b?)\b")
CHOICE = "choice"
"""How a statement names the choice of focus, which carries it in code."""

ORDERS = re.compile(
    r"\b(must be given|diagnosed? with|the diagnosis is|probab(?:le|ly|ility)|risk score)\b", re.IGNORECASE
)


class Check(Protocol):
    """One check over a rulebook."""

    code: str

    def problems(self, rulebook: Rulebook) -> Iterator[tuple[str, str, str]]:
        """Yields (rule or file, sentence, hint)."""
        ...


class SlotsAreBound:
    """A template names only facts that are bound in every way, and fields they have."""

    code = "LINT-01"

    def problems(self, rulebook: Rulebook) -> Iterator[tuple[str, str, str]]:
        for rule in rulebook.rules.values():
            kinds = _bound_everywhere(rule)
            for name, field in _slots(rule):
                if name == PARAMETERS:
                    if field not in rulebook.parameters:
                        yield (
                            rule.id,
                            f"the text names an unknown parameter `{field}`",
                            did_you_mean(field, rulebook.parameters),
                        )
                elif name not in kinds:
                    yield (
                        rule.id,
                        f"the text names `{name}`, which is not bound in every way",
                        did_you_mean(name, kinds),
                    )
                for kind in sorted(kinds.get(name, ())):
                    if field not in KINDS[kind].fields:
                        hint = did_you_mean(field, KINDS[kind].fields)
                        yield rule.id, f"the text names `{name}.{field}`: {kind} has no such field", hint
        known = {*SLOTS, *(f"{PARAMETERS}.{key}" for key in rulebook.parameters)}
        for plan in rulebook.plans.plans:
            for slot in (slot for text in plan.texts for slot in ANY_SLOT.findall(text)):
                if slot not in known:
                    yield f"plan {plan.id}", f"the text names an unknown `{slot}`", did_you_mean(slot, known)


class NamesExist:
    """What a rule, a plan, a technique or a statement names is defined: statements, sources, courses, checklists, carriers."""

    code = "LINT-02"

    def problems(self, rulebook: Rulebook) -> Iterator[tuple[str, str, str]]:
        for rule in rulebook.rules.values():
            for what, name, known in _names(rule, rulebook):
                if name not in known:
                    yield rule.id, f"the {what} `{name}` is not defined", did_you_mean(name, known)
        for plan in rulebook.plans.plans:
            for name in plan.all_statements:
                if name not in rulebook.statements:
                    hint = did_you_mean(name, rulebook.statements)
                    yield f"plan {plan.id}", f"the statement `{name}` is not defined", hint
        for chapter in rulebook.dialogue.values():
            for name in chapter.statements:
                if name not in rulebook.statements:
                    hint = did_you_mean(name, rulebook.statements)
                    yield f"dialogue {chapter.id}", f"the statement `{name}` is not defined", hint
        yield from _unknown_courses(rulebook)
        yield from _unknown_carriers(rulebook)


class WordsForPeople:
    """What is shown holds no statement ids or keys of sources, and is no diagnosis, score or order."""

    code = "LINT-03"

    def problems(self, rulebook: Rulebook) -> Iterator[tuple[str, str, str]]:
        for where, text in _shown(rulebook):
            found = OURS.search(re.sub(r"\bTEC-\d\d\b", "", text)) or ORDERS.search(text)
            if found:
                yield where, f"the text shows `{found.group()}` to a therapist", "say it in plain words"


class NamesNotKeys:
    """A text calls people and events by name: it holds no key of an entry."""

    code = "LINT-07"

    def problems(self, rulebook: Rulebook) -> Iterator[tuple[str, str, str]]:
        for rule in rulebook.rules.values():
            kinds = _bound_everywhere(rule)
            for name, field in _slots(rule):
                known = [KINDS[kind].fields.get(field) for kind in sorted(kinds.get(name, ()))]
                if any(one is not None and one.type == "key" for one in known):
                    hint = "take the field beside it that is for reading, such as `who`, `what` or `named`"
                    yield rule.id, f"the text shows the key `{name}.{field}`", hint


class Examples:
    """Every rule has an example that fires and one that stays silent."""

    code = "LINT-04"

    def problems(self, rulebook: Rulebook) -> Iterator[tuple[str, str, str]]:
        for rule in rulebook.rules.values():
            expected = {example.expect for example in rule.examples}
            for wanted in sorted({"fires", "silent"} - expected):
                yield rule.id, f"no example expects it to {'fire' if wanted == 'fires' else 'stay silent'}", "add one"
            names = [example.name for example in rule.examples]
            if len(set(names)) < len(names):
                yield rule.id, "two examples have the same name", "say what tells them apart"


class ParametersAreUsed:
    """Every parameter is read by a rule, a text or a derivation, lies in its range, and cites known statements."""

    code = "LINT-05"

    def problems(self, rulebook: Rulebook) -> Iterator[tuple[str, str, str]]:
        values = {key: one.value for key, one in rulebook.parameters.items()}
        used = {key for rule in rulebook.rules.values() for key in lower(rule, KINDS, values).parameters}
        slots = [slot.partition(".") for _, text in _shown(rulebook) for slot in ANY_SLOT.findall(text)]
        used |= {field for name, _, field in slots if name == PARAMETERS}
        used |= _read_by_derivations(values)
        for key, parameter in rulebook.parameters.items():
            if key not in used:
                yield f"parameter {key}", "nothing reads this parameter", "remove it, or use it"
            low_high = parameter.range
            if low_high and not low_high[0] <= float(parameter.value) <= low_high[1]:
                yield f"parameter {key}", "its value is outside its own range", "correct one of the two"
            if parameter.tune and low_high is None and not isinstance(parameter.value, bool | str):
                yield f"parameter {key}", "a site may change it and no range is given", "add `range`"
            for statement in parameter.statements:
                if statement not in rulebook.statements:
                    yield f"parameter {key}", f"the statement `{statement}` is not defined", ""


class NumbersAreParameters:
    """A condition holds no number but 0: a threshold is a parameter with its statement."""

    code = "LINT-06"

    def problems(self, rulebook: Rulebook) -> Iterator[tuple[str, str, str]]:
        for rule in rulebook.rules.values():
            for specs in rule.arms.values():
                for spec in specs:
                    for field, condition in spec.where.items():
                        values = condition.values() if isinstance(condition, dict) else [condition]
                        if any(isinstance(v, int | float) and not isinstance(v, bool) and v != 0 for v in values):
                            yield rule.id, f"the condition on `{field}` holds a number", "make it a parameter"


class GroupsHaveGrounds:
    """Every group of terms cites known statements; what may be another is our judgement, and its statement says so."""

    code = "LINT-07"

    def problems(self, rulebook: Rulebook) -> Iterator[tuple[str, str, str]]:
        listed: list[Group | Sorting] = [*rulebook.groups.values(), *rulebook.sortings.values()]
        for one in listed:
            known = [rulebook.statements[name] for name in one.statements if name in rulebook.statements]
            for name in one.statements:
                if name not in rulebook.statements:
                    hint = did_you_mean(name, rulebook.statements)
                    yield f"group {one.id}", f"the statement `{name}` is not defined", hint
            if one.tune and not any(statement.grade == "judgement" and statement.tune for statement in known):
                yield f"group {one.id}", "none of its statements is a judgement that may be another", "leave `tune` out"


class OneCourseForADiagnosis:
    """No two courses are made for one diagnosis: facts name one."""

    code = "LINT-08"

    def problems(self, rulebook: Rulebook) -> Iterator[tuple[str, str, str]]:
        named: dict[str, str] = {}
        for course in rulebook.courses.values():
            for diagnosis in course.made_for:
                other = named.setdefault(diagnosis, course.id)
                if other != course.id:
                    yield (
                        f"course {course.id}",
                        f"`{other}` is made for {diagnosis} as well",
                        "name it in one of the two",
                    )


CHECKS: tuple[Check, ...] = (
    SlotsAreBound(),
    NamesExist(),
    WordsForPeople(),
    NamesNotKeys(),
    Examples(),
    ParametersAreUsed(),
    NumbersAreParameters(),
    GroupsHaveGrounds(),
    OneCourseForADiagnosis(),
)


def check(rulebook: Rulebook) -> list[Problem]:
    """What the checks find, in order of code and rule."""
    return sorted(
        Problem(where, 0, one.code, message, hint) for one in CHECKS for where, message, hint in one.problems(rulebook)
    )


def _shown(rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    """Every text that a therapist may read, with the rule or plan it belongs to."""
    for rule in rulebook.rules.values():
        for text in (rule.title, rule.then.summary, rule.then.rationale, *rule.then.consider, *rule.cautions):
            yield rule.id, text
    for plan in rulebook.plans.plans:
        yield from ((f"plan {plan.id}", text) for text in plan.texts)
    for chapter in rulebook.dialogue.values():
        yield from ((f"dialogue {chapter.id}", text) for text in chapter.texts)


def _bound_everywhere(rule: Rule) -> dict[str, set[str]]:
    """Names bound in every way of a rule, with the kinds they may have."""
    ways = [
        {"case": "case", **{spec.as_: spec.exists for spec in specs if spec.as_ and spec.exists}}
        for specs in rule.arms.values()
    ]
    common = set.intersection(*(set(way) for way in ways))
    return {name: {way[name] for way in ways} for name in common}


def _slots(rule: Rule) -> Iterator[tuple[str, str]]:
    for text in rule.texts:
        yield from SLOT.findall(text)


def _names(rule: Rule, rulebook: Rulebook) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for statement in rule.implements:
        yield "statement", statement, rulebook.statements
    for decision in rule.decides:
        yield "decision rule", decision, rulebook.decisions
    for evidence in rule.evidence:
        yield "source", evidence.ref, rulebook.references
    content = rule.then.content
    if rule.then.fits:
        yield "course", rule.then.fits.course, rulebook.courses
    if getattr(content, "checklist", None):
        yield "checklist", content.checklist, rulebook.checklists
    for technique in (*getattr(content, "techniques", ()), *getattr(content, "held", ())):
        if TECHNIQUE.match(technique):
            yield "technique", technique, rulebook.techniques
    for waiting in getattr(content, "waits", ()):
        yield (
            "rule or chapter that waits",
            waiting,
            {**rulebook.rules, **rulebook.decisions, **dict.fromkeys(rulebook.chapters)},
        )


def _unknown_courses(rulebook: Rulebook) -> Iterator[tuple[str, str, str]]:
    for technique in rulebook.techniques.values():
        for name in technique.courses:
            if name not in rulebook.courses:
                hint = did_you_mean(name, rulebook.courses)
                yield f"technique {technique.id}", f"the course `{name}` is not defined", hint


def _unknown_carriers(rulebook: Rulebook) -> Iterator[tuple[str, str, str]]:
    """What carries a statement beside rules and parameters: the choice of focus, or something of the shared files."""
    shared: dict[str, Iterable[str]] = {
        "course": rulebook.courses,
        "technique": rulebook.techniques,
        "checklist": rulebook.checklists,
        "instrument": rulebook.instruments.instruments,
        "group": rulebook.groups,
        "sorting": rulebook.sortings,
    }
    known = {CHOICE, *(f"{kind} {name}" for kind, names in shared.items() for name in names)}
    for statement in rulebook.statements.values():
        for carrier in statement.carried_by:
            if carrier not in known:
                hint = did_you_mean(carrier, known, "write `choice`, or kind and name as in `course ipc`")
                yield f"statement {statement.id}", f"nothing is called `{carrier}` that could carry it", hint


def _read_by_derivations(keys: Mapping[str, Any]) -> set[str]:
    """Parameters that Python reads by key: the derivations, the choice and the ranking of techniques."""
    source = Path(__file__).resolve().parent
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(source.rglob("*.py")))
    weights = {f"weight_{weight}_points" for weight in WEIGHTS}
    return {key for key in keys if f'"{key}"' in text} | weights
