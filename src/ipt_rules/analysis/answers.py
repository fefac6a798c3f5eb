"""ANALYSIS-05 for questions: an answer that has no place in a case, or one that no derivation reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from pydantic import BaseModel

from ipt_rules.analysis.base import Found
from ipt_rules.analysis.topics import names_in_derivations
from ipt_rules.case import Case
from ipt_rules.case.background import Background
from ipt_rules.errors import did_you_mean
from ipt_rules.query import Ref
from ipt_rules.rule import Rule
from ipt_rules.rulebook import Rulebook
from ipt_rules.vocabulary import ASKED_TOPICS

CODE = "ANALYSIS-05"
LOC = ("then", "ask", "answers")


def answer_problems(rule: Rule, rulebook: Rulebook) -> Iterator[Found]:
    """A question whose answer nobody can write down, or that nobody reads."""
    if rule.then.ask is None:
        return
    place = rule.then.ask.answers
    names = [part.removesuffix("[]") for part in place.split(".")]
    missing = _first_unknown(names)
    if missing:
        hint = did_you_mean(
            missing, {*_fields_by_name(), *ASKED_TOPICS}, "docs/steps.md and `case schema` show the fields"
        )
        yield Found(rule.id, LOC, CODE, f"a case has no field `{missing}`, where `{place}` is to be answered", hint)
    elif names[-1] not in names_in_derivations() and names[-1] not in _topics_read(rulebook):
        yield Found(
            rule.id, LOC, CODE, f"no derivation reads `{place}`: the answer changes nothing", "read it, or ask less"
        )


def _first_unknown(names: Iterable[str]) -> str:
    """The first name that no part of a case has; topics of `asked` are keys of a mapping."""
    return next((name for name in names if name not in _fields_by_name() and name not in ASKED_TOPICS), "")


def _topics_read(rulebook: Rulebook) -> frozenset[str]:
    """Topics of `asked` that a rule tests in the fact `enquiry`."""
    queries = (query for name in rulebook.rules for query in rulebook.queries[name])
    terms = (term for query in queries for one in query.patterns if one.kind == "enquiry" for term in one.terms)
    told = [term.operand for term in terms if term.field == "topic" and not isinstance(term.operand, Ref)]
    return frozenset(str(one) for each in told for one in (each if isinstance(each, tuple) else (each,)))


@lru_cache(maxsize=1)
def _fields_by_name() -> frozenset[str]:
    """The names of all fields of a case, however deep."""
    seen: dict[type[BaseModel], None] = {}
    waiting: list[type[BaseModel]] = [Case, Background]
    while waiting:
        model = waiting.pop()
        if model not in seen:
            seen[model] = None
            waiting += [held for field in model.model_fields.values() for held in _models_in(field.annotation)]
    return frozenset(name for model in seen for name in model.model_fields)


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _models_in(part)
