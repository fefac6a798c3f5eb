"""What kind of answer a question takes, and the choices it offers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from ipt_rules.case.fields import FieldType
from ipt_rules.questions import Question
from ipt_rules.translation import _
from ipt_rules.vocabulary import AREA_NAMES, DIAGNOSIS_NAMES, ROLE_CHANGE_SIGN_NAMES

WantedKind = Literal[
    "yes-no",
    "choice",
    "choices",
    "number",
    "day",
    "partial-date",
    "text",
    "texts",
    "key",
    "id",
    "item",
    "person",
    "event",
    "either",
]
NAMES: tuple[Mapping[str, str], ...] = (DIAGNOSIS_NAMES, AREA_NAMES, ROLE_CHANGE_SIGN_NAMES)
"""Terms that have names for reading."""


@dataclass(frozen=True)
class Choice:
    """One answer that can be chosen: what it stands for, how it is said, and what else may be typed for it."""

    value: str
    words: str
    others: tuple[str, ...] = ()
    suggested: bool = False


YES_NO = (
    Choice("yes", "yes", ("y",)),
    Choice("no", "no", ("n",)),
    Choice("not-known", "unknown", ("u", "not known", "not-known", "dont know", "nk")),
)
"""Numbers are no answers here, and `n` is not short for `not known`: a no is written only for a no."""

ASKED = (
    Choice("some", "yes", ("y", "some")),
    Choice("none", "no", ("n", "none")),
    Choice("not-known", "unknown", ("u", "not known", "not-known", "dont know", "nk")),
)


@dataclass(frozen=True)
class Wanted:
    """The answer a question takes. For an item `count` is how many answers the whole sheet has."""

    kind: WantedKind
    choices: tuple[Choice, ...] = ()
    low: float | None = None
    high: float | None = None
    whole: bool = True
    count: int = 0


def wanted_of(field: FieldType, question: Question, refers: WantedKind | None = None) -> Wanted:
    """What a field takes; `refers` when it is a reference to a person or an event."""
    if refers is not None:
        return Wanted(refers)
    if field.kind == "answer":
        return Wanted("yes-no", YES_NO)
    if field.kind == "asked":
        return Wanted("yes-no", ASKED)
    if field.kind == "term":
        return Wanted("choice", choices_of(question.terms or field.terms, question.say))
    if field.kind == "terms" or (field.kind == "texts" and question.terms):
        return Wanted("choices", choices_of(question.terms or field.terms, question.say))
    if field.kind == "number":
        return Wanted("number", low=field.low, high=field.high, whole=field.whole)
    kinds: Mapping[str, WantedKind] = {
        "day": "day",
        "partial-date": "partial-date",
        "text": "text",
        "key": "key",
        "texts": "texts",
    }
    return Wanted(kinds[field.kind])


def choices_of(terms: Iterable[str], say: Mapping[str, str]) -> tuple[Choice, ...]:
    """Closed terms as choices, each under the name it has for reading."""
    return tuple(Choice(term, said(term, say), (term,)) for term in terms)


def said(term: str, say: Mapping[str, str]) -> str:
    """
    >>> said("very-close", {}), said("role-dispute", {}), said("use", {"use": "use without harm"})
    ('very close', 'Role dispute', 'use without harm')
    """
    if term in say:
        return say[term]
    if term == "not-known":
        return "unknown"
    return next((_(names[term]) for names in NAMES if term in names and term != "other"), term.replace("-", " "))
