"""The search for the smallest changes that turn an answer: one answer at a time, then two together; bounded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import Any, NamedTuple

from ipt_rules.case import Case
from ipt_rules.explaining import nearness
from ipt_rules.explaining_places import sources_of
from ipt_rules.facts.base import Fact
from ipt_rules.facts.derive import facts_of
from ipt_rules.facts.scores import item_numbers, self_harm_items
from ipt_rules.facts.view import View, measures_of
from ipt_rules.matching.plain import PlainMatcher
from ipt_rules.query import Query, Ref
from ipt_rules.reading import loc_of
from ipt_rules.recommendation import Finding
from ipt_rules.recommending import Run
from ipt_rules.replay import Replay
from ipt_rules.translation import _
from ipt_rules.turning_fields import Leaf, Loc, Put, missing, recorded, terms_of, typed
from ipt_rules.turning_questions import FOCUS, PHASE, Outcome, Question, of_run, scores
from ipt_rules.turning_slices import told
from ipt_rules.turning_values import Numbers, Value, numbers_of, values_of

MOST_SINGLE = 2000
"""So many single changes of each kind are tried: more than any case of the collection has."""

MOST_PAIRED = 16
"""So many changes that bring the answer nearer, without turning it, are tried two at a time."""


class Found(NamedTuple):
    """Changes that turn the answer: the leaves with their values, what it turns to, and how far they reach."""

    changes: tuple[tuple[Leaf, Any, bool], ...]
    to: str
    distance: float

    def __repr__(self) -> str:
        return f"<Found {len(self.changes)} changes>"


class Live(NamedTuple):
    """A change that moved something without turning the answer, and how near it came."""

    leaf: Leaf
    value: Value
    otherwise: bool
    near: tuple[float, ...]


class Search:
    """The search in one case for one question. It counts what it tried.

    `given` is what was concluded of the case as it is: for the phase it holds still. What a change does to it is seen when
    the change is verified.
    """

    def __init__(
        self, case: Case, on: date, question: Question, given: Sequence[Finding], most: int = MOST_SINGLE
    ) -> None:
        self.case, self.on, self.question, self.most = case, on, question, most
        self.view = View(case, on, question.slice.rulebook)
        self._given = given
        self.replay = Replay(case, question.slice.rulebook, PlainMatcher.name)
        first = View(case, on, question.slice.rulebook, wanted=question.slice.wanted)
        facts = list(facts_of(first))
        self._of_contacts = first.of_contacts  # of contacts that a change leaves as they are: they stay in memory
        self._told = told(facts)
        self._base = question.slice.run(case, on, facts, self.replay, given)
        self.now: Outcome = question.outcome(of_run(self._base))
        self.tried = 0
        self.cut = False
        self.live: list[Live] = []
        self._numbers = self._all_numbers()
        self._names = self._names_read()

    # One change

    def single(self, *, otherwise: bool) -> list[Found]:
        """Every single change of one kind that turns the answer, in the order of the fields that the rules name first."""
        leaves = list(recorded(self.view) if otherwise else self._missing())
        leaves.sort(key=self._far)
        limit = self.tried + self.most
        found: list[Found] = []
        for leaf in leaves:
            if not self._matters(leaf, otherwise):
                continue
            for value in self._values(leaf, otherwise):
                if self.tried >= limit:
                    self.cut = True
                    return found
                to = self._single(leaf, value, otherwise)
                if to:
                    found.append(Found(((leaf, value.value, otherwise),), to, value.distance))
        return found

    def _missing(self) -> Iterator[Leaf]:
        """What is missing; where the question is no alert's, answers about danger are another matter, and come first anyway."""
        leaves = (*self._items(), *missing(self.view))
        apart = self.question.what in (FOCUS, PHASE)
        yield from (leaf for leaf in leaves if not (apart and (leaf.model == "item" or "risk" in leaf.loc)))

    def _values(self, leaf: Leaf, otherwise: bool) -> Iterator[Value]:
        if leaf.model == "item":
            yield from (Value(score, 0) for score in leaf.annotation)
        else:
            yield from values_of(leaf, self.view, self._numbers, otherwise=otherwise)

    def _matters(self, leaf: Leaf, otherwise: bool) -> bool:
        """Of a list of closed words first all that could be added: where they change no fact, none of them does."""
        terms = terms_of(leaf.annotation) if isinstance(leaf.value, tuple) else ()
        if not terms or otherwise:
            return True
        self.tried += 1
        all_of = tuple(dict.fromkeys((*leaf.value, *terms)))
        return self._facts([(leaf, all_of, otherwise)]) is not None

    def _single(self, leaf: Leaf, value: Value, otherwise: bool) -> str | None:
        self.tried += 1
        run = self._run([(leaf, value.value, otherwise)])
        if run is None:
            return None
        to = self.question.turned(self.now, self.question.outcome(of_run(run)))
        if to is None:
            near = self._near(run)
            if near is not None:
                self.live.append(Live(leaf, value, otherwise, near))
        return to

    # Two changes

    def pairs(self, *, otherwise: bool) -> list[Found]:
        """Two changes together, of those that alone brought the answer nearer: missing answers, or with recorded ones too."""
        wanted = [one for one in self.live if otherwise or not one.otherwise]
        order = sorted(wanted, key=lambda one: (one.otherwise, one.near, one.value.distance))
        chosen: dict[Loc, Live] = {}
        for one in order:
            if len(chosen) < MOST_PAIRED:
                chosen.setdefault(one.leaf.loc, one)
        found = []
        for first, second in combinations(chosen.values(), 2):
            leaves = (first.leaf, beside(second.leaf, first.leaf))
            values = ((one.value.value, one.otherwise) for one in (first, second))
            changes = tuple((leaf, *value) for leaf, value in zip(leaves, values, strict=True))
            self.tried += 1
            run = self._run(changes)
            to = None if run is None else self.question.turned(self.now, self.question.outcome(of_run(run)))
            if to:
                found.append(Found(changes, to, first.value.distance + second.value.distance))
        return found

    # Trying

    def _run(self, changes: Sequence[tuple[Leaf, Any, bool]]) -> Run | None:
        """What the rules conclude of the changed case; None where no fact that they read has changed."""
        made = self._facts(changes)
        if made is None:
            return None
        case, facts = made
        same_before = all(self._now_only(leaf) for leaf, _value, _otherwise in changes)
        return self.question.slice.run(case, self.on, facts, self.replay if same_before else None, self._given)

    def _facts(self, changes: Sequence[tuple[Leaf, Any, bool]]) -> tuple[Case, list[Fact]] | None:
        case = changed(self.case, changes)
        facts = self.question.slice.facts(case, self.on, self._of_contacts)
        return None if told(facts) == self._told else (case, facts)

    def _now_only(self, leaf: Leaf) -> bool:
        """Whether earlier contacts are as they were: what was told at them is then told again without asking."""
        place = loc_of(self.view.now.place)
        return place != ("intake",) and leaf.loc[: len(place)] == place

    def _near(self, run: Run) -> tuple[float, ...] | None:
        """How near a change came, less is nearer; None where it brought nothing nearer."""
        if self.question.what == FOCUS:
            moved = set(scores(of_run(run))) ^ set(scores(of_run(self._base)))
            return (-float(sum(abs(points) for _area, _about, points in moved)),) if moved else None
        if len(self.question.targets) != 1:
            return None
        queries = self.question.slice.rulebook.queries[self.question.targets[0]]
        now = min(nearness(query, self._base.facts) for query in queries)
        then = min(nearness(query, run.facts) for query in queries)
        return then if then < now else None

    # What to try first

    def _far(self, leaf: Leaf) -> int:
        """How far a field is from what the rules in question name: 0 where they name it, 2 where nothing does."""
        names = {leaf.field, *(str(part) for part in leaf.loc[-2:])}
        return next((far for far, held in enumerate(self._names) if not held.isdisjoint(names)), len(self._names))

    def _names_read(self) -> tuple[frozenset[str], frozenset[str]]:
        """The fields that the conditions of the rules in question name, then those of all rules that must run."""
        slice_ = self.question.slice
        own = (query for rule_id in self.question.targets for query in slice_.rulebook.queries[rule_id])
        return _names(own), _names(slice_.queries)

    def _all_numbers(self) -> Numbers:
        operands = [
            one
            for query in self.question.slice.queries
            for pattern in query.patterns
            for term in pattern.terms
            if not isinstance(term.operand, Ref)
            for one in (term.operand if isinstance(term.operand, tuple) else (term.operand,))
        ]
        return numbers_of(operands, self.question.slice.rulebook)

    def _items(self) -> Iterator[Leaf]:
        """The items about suicide of the questionnaires that the session now has not recorded."""
        now, measures = self.view.now, measures_of(self.view.now)
        at = loc_of(now.place)
        for name, number in self_harm_items(self.view).items():
            score = getattr(measures, name, None) if measures else None
            instrument = self.view.knowledge.instruments[name]
            if score is not None and number in item_numbers(score):
                continue
            item = next(one for one in instrument.items if one.number == number)
            info = typed(type(now.part))["measures"][1]
            about = _("{instrument}, item {number}").format(instrument=instrument.name, number=number)
            loc = (*at, "measures", name, "items", str(number))
            yield Leaf(loc, tuple(range(item.max + 1)), info, None, about, "item", {})


def _names(queries: Iterable[Query]) -> frozenset[str]:
    """The fields of facts that queries test, and the fields of a case that their documentation names."""
    tested = {(one.kind, term.field) for query in queries for one in query.patterns for term in one.terms}
    sources = (path.replace("[]", "").split(".")[-1] for kind, field in tested for path in sources_of(kind, field))
    return frozenset({*(field for _kind, field in tested), *sources})


def beside(leaf: Leaf, other: Leaf) -> Leaf:
    """The leaf where the other one was written before: of two entries to be made in one list it is the second."""
    for place, seed in leaf.seeds.items():
        at = place[-1]
        if other.seeds.get(place, seed) != seed and isinstance(at, int):
            moved = (*place[:-1], at + 1)
            return leaf._replace(loc=(*moved, *leaf.loc[len(place) :]), seeds={moved: seed})
    return leaf


def changed(case: Case, changes: Sequence[tuple[Leaf, Any, bool]]) -> Case:
    """The case with these changes; nothing is checked."""
    for leaf, value, _otherwise in changes:
        case = Put(leaf.loc, value, leaf.seeds).on(case)
    return case
