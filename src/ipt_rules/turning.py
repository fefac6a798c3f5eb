"""What would change this: the smallest changes to a case that turn its focus, its phase, an alert or a rule.

Every change that is told was made in a copy of the case, and `recommend` gave the other answer. Two kinds are kept apart:
answers that are missing, which somebody can still ask for, and recorded answers that could have been recorded otherwise. An
alert is never told to go away by changing an answer: of an alert that stands is told what closes it by the rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any, Literal

from ipt_rules.case import Case, PartialDate
from ipt_rules.errors import CaseError
from ipt_rules.matching.plain import PlainMatcher
from ipt_rules.quiet import Quiet
from ipt_rules.reading import field_name, loc_of
from ipt_rules.recommendation import Finding, Recommendation
from ipt_rules.recommending import recommend
from ipt_rules.rulebook import Rulebook
from ipt_rules.turning_closing import Closing, closings
from ipt_rules.turning_fields import Leaf, asks
from ipt_rules.turning_questions import (
    ALERTS,
    FOCUS,
    PHASE,
    Question,
    loses_an_alert,
    of_recommendation,
    question_of,
    urgency_of,
)
from ipt_rules.turning_search import Found, Search

MOST_TOLD = 40
"""So many changes of each kind are verified and told; what was found beyond is counted."""

MOST_AT_FIRST, MOST_FIRST = 120, 3
"""For a short look: how many changes are tried, and how many are told."""

Kind = Literal["missing", "otherwise"]


@dataclass(frozen=True, repr=False)
class FieldChange(Quiet):
    """One field changed. `place` is its path in the case: a number behind the last entry of a list is a new entry, whose
    `key_name` is `key`. `was` is None where the answer is not recorded; `to` is a value as a case file has it, and
    `recorded` stands for any words. `about` and `asks` say the field for reading; an `example` is one of several values
    that do the same.
    """

    _told = ("place", "kind")

    place: str
    kind: Kind
    was: Any
    to: Any
    asks: str
    about: str = ""
    key_name: str | None = None
    key: str | None = None
    example: bool = False


@dataclass(frozen=True, repr=False)
class Turn(Quiet):
    """Changes that together turn the answer, and what it turns to. Its kind is `missing` where every change is."""

    _told = ("kind",)

    kind: Kind
    changes: tuple[FieldChange, ...]
    turns_to: str


@dataclass(frozen=True, repr=False)
class Turning(Quiet):
    """What would turn an answer: `now` is the answer, `tried` how many changed cases were looked at.

    `complete` is false where the search was cut short. `beyond` counts changes that were found and not verified.
    `closings` tells of alerts that stand what closes them; `recorded_tried` whether recorded answers were tried at all.
    """

    _told = ("what", "on", "tried")

    case_id: str
    on: date
    what: str
    now: str
    tried: int
    complete: bool
    beyond: int
    missing: tuple[Turn, ...]
    otherwise: tuple[Turn, ...]
    closings: tuple[Closing, ...] = ()
    recorded_tried: bool = True
    site_parameters: tuple[Mapping[str, Any], ...] = ()

    @property
    def turns(self) -> tuple[Turn, ...]:
        """All of them, missing answers first."""
        return (*self.missing, *self.otherwise)


def what_would_change(case: Case, rulebook: Rulebook, on: date, what: str) -> Turning:
    """The smallest changes that turn `what` on the day `on`: `focus`, `phase`, `alerts` or the name of a rule.

    The same case gives the same answer. Raises UnknownNameError for another word, CaseError when `on` is before the intake
    or before an event that is recorded as past.
    """
    question = question_of(what, rulebook)
    before = recommend(case, rulebook, on, engine=PlainMatcher.name)
    search = Search(case, on, question, of_recommendation(before).findings)
    check = _Check(case, rulebook, on, question, before)
    turns = [] if _stands(question, before) else _turns(search, check, question)
    return Turning(
        case_id=case.id,
        on=on,
        what=what,
        now=question.outcome(of_recommendation(before)).says,
        tried=search.tried,
        complete=not search.cut,
        beyond=check.beyond,
        missing=tuple(one for one in turns if one.kind == "missing"),
        otherwise=tuple(one for one in turns if one.kind == "otherwise"),
        closings=closings(_standing(question, before), rulebook) if question.alert else (),
        recorded_tried=not question.alert,
        site_parameters=tuple(rulebook.site_parameters),
    )


def _turns(search: Search, check: _Check, question: Question) -> list[Turn]:
    """One answer at a time; two together where no missing answer alone does it, and last where nothing does."""
    turns = check.verified(search.single(otherwise=False))
    if question.alert:
        return turns
    recorded = check.verified(search.single(otherwise=True))
    if not turns:
        turns = check.verified(search.pairs(otherwise=False))
    if not turns and not recorded:
        turns = check.verified(search.pairs(otherwise=True))
    return [*turns, *recorded]


def first_answers(case: Case, rulebook: Rulebook, on: date, rule_id: str) -> tuple[Turn, ...]:
    """A few missing answers that would make a silent rule speak: a short look, at the fields that its conditions name first.

    None found says nothing: `what_would_change` looks further.
    """
    question = question_of(rule_id, rulebook)
    before = recommend(case, rulebook, on, engine=PlainMatcher.name)
    check = _Check(case, rulebook, on, question, before)
    found = Search(case, on, question, of_recommendation(before).findings, most=MOST_AT_FIRST).single(otherwise=False)
    return tuple(check.verified(found, most=MOST_FIRST))


def apply(case: Case, turn: Turn) -> Case:
    """The case with the changes of a turn, read and checked as a file would be. Raises CaseError where they contradict."""
    data = case.model_dump(mode="json", exclude_unset=True)
    for change in turn.changes:
        _write(data, change)
    return Case.from_data(data)


def _write(data: Any, change: FieldChange) -> None:
    """Put the new value at its place; what is missing on the way is made."""
    names = loc_of(change.place)
    for name, following in pairwise(names):
        if isinstance(name, int):
            if name == len(data):
                data.append({change.key_name: change.key})
        elif data.get(name) is None:
            data[name] = [] if isinstance(following, int) else {}
        data = data[name]
    data[names[-1]] = change.to


# Telling and verifying


class _Check:
    """Each change that was found is made in a copy of the case and judged by `recommend`."""

    def __init__(self, case: Case, rulebook: Rulebook, on: date, question: Question, before: Recommendation) -> None:
        self.case, self.rulebook, self.on, self.question, self.before = case, rulebook, on, question, before
        self.now = question.outcome(of_recommendation(before))
        self.beyond = 0

    def verified(self, found: Sequence[Found], most: int = MOST_TOLD) -> list[Turn]:
        """The smallest first: of one field and one outcome the nearest value; missing answers before recorded ones."""
        rank = urgency_of if self.question.what == ALERTS else lambda _to: 0
        ordered = sorted(enumerate(found), key=lambda one: (_kind(one[1]), rank(one[1].to), one[1].distance, one[0]))
        turns: list[Turn] = []
        seen: set[Any] = set()
        alike = Counter(map(_same, found))
        for _order, one in ordered:
            key = _same(one)
            if key in seen:
                continue
            if sum(turn.kind == _kind(one) for turn in turns) >= most:
                self.beyond += 1
                continue
            turn = self._verified(one, example=alike[key] > 1)
            if turn is not None:
                seen.add(key)
                turns.append(turn)
        return _each_once(turns)

    def _verified(self, found: Found, *, example: bool) -> Turn | None:
        """The turn as it is told, or None: it contradicts the record, turns nothing after all, or loses an alert."""
        turn = Turn(_kind(found), tuple(_change(*one, example=example) for one in found.changes), found.to)
        try:
            after = recommend(apply(self.case, turn), self.rulebook, self.on, engine=PlainMatcher.name)
        except CaseError:
            return None
        to = self.question.turned(self.now, self.question.outcome(of_recommendation(after)))
        if to is None or loses_an_alert(self.before.alerts, after.alerts) or self._another_matter(after):
            return None
        return replace(turn, turns_to=to)

    def _another_matter(self, after: Recommendation) -> bool:
        """Whether it raises an alert, where the question is about the focus or the phase: that comes first, and is told apart."""
        return self.question.what in (FOCUS, PHASE) and loses_an_alert(after.alerts, self.before.alerts)


def _each_once(turns: Sequence[Turn]) -> list[Turn]:
    """A topic that was asked about says less than the answer itself: it is left out where an answer does the same."""
    told = {turn.turns_to for turn in turns if not _only_asked(turn)}
    return [turn for turn in turns if not (_only_asked(turn) and turn.turns_to in told)]


def _only_asked(turn: Turn) -> bool:
    return all(".asked." in change.place for change in turn.changes)


def _kind(found: Found) -> Kind:
    return "otherwise" if any(otherwise for _leaf, _value, otherwise in found.changes) else "missing"


def _same(found: Found) -> tuple[Any, str]:
    """The fields that are changed and what it turns to, whatever the values."""
    return tuple(leaf.loc for leaf, _value, _otherwise in found.changes), found.to


def _change(leaf: Leaf, value: Any, otherwise: bool, *, example: bool) -> FieldChange:
    seeded = next(iter(leaf.seeds.values()), {})
    key = next(iter(seeded.items()), (None, None))
    return FieldChange(
        place=field_name(leaf.loc, lambda _part: True),
        kind="otherwise" if otherwise else "missing",
        was=_plain(leaf.value),
        to=_plain(value),
        asks=asks(leaf),
        about=leaf.about,
        key_name=key[0],
        key=key[1],
        example=example,
    )


def _plain(value: Any) -> Any:
    """A value as a case file has it."""
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, (PartialDate, str)) else value


def _stands(question: Question, before: Recommendation) -> bool:
    """Whether the question is about one alert that stands: nothing is looked for that would make it go away."""
    return question.alert and len(question.targets) == 1 and bool(_standing(question, before))


def _standing(question: Question, before: Recommendation) -> list[Finding]:
    return [one for one in before.alerts if one.rule_id in question.targets]
