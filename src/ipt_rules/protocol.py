"""The shared files of a rule pack as models: statements, references, parameters, groups, techniques, courses, checklists.

Courses are read by derivations too, which stand lower: their models are in `courses`.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Literal

from pydantic import Field, model_validator

from ipt_rules.courses import Course as Course
from ipt_rules.errors import did_you_mean
from ipt_rules.facts.groups import GROUPS, OF_CATALOGUE, ORDERED, SORTINGS, VOCABULARIES
from ipt_rules.facts.kinds import UNKNOWN_TOPICS
from ipt_rules.rule import Area, Strict

Topic = Literal[(*UNKNOWN_TOPICS,)]  # type: ignore[valid-type]
Vocabulary = Literal[(*VOCABULARIES, OF_CATALOGUE)]  # type: ignore[valid-type]


class PackInfo(Strict):
    """`pack.yaml`: what the pack is, its chapters in the order in which they run, and who reviewed it."""

    name: str
    version: str
    language: int  # version of the rule language it is written in
    title: str
    chapters: tuple[str, ...]
    intended_use: tuple[str, ...]
    review: str


class Statement(Strict):
    """One numbered statement of the protocol."""

    id: str
    section: str
    statement: str
    data: str = ""
    leads_to: str = ""
    source: str
    refs: tuple[str, ...] = ()
    grade: Literal["seed", "found", "known", "judgement"]
    tune: str | None = None
    scope: Literal["in", "out"]
    why_out: str | None = None
    carried_by: tuple[str, ...] = ()  # what else carries it: `choice`, or kind and name, as in `course ipc`
    check_before_display: bool = False
    note: str | None = None


class Decision(Strict):
    """One decision rule of the protocol, carried by the rule files that name it under `decides`."""

    id: str
    when: str
    then: str
    statements: tuple[str, ...]


class Reference(Strict):
    """A source. `address` is public; `read_at` is where a copy was read, and stays off the screen."""

    key: str
    cite: str
    read_as: str
    address: str | None = None
    read_at: Any = None
    note: str | None = None


class Parameter(Strict):
    """A number or term that a rule tests: its value, unit, the range a site may choose, and its statements.

    `tune` is true where the statement is our own judgement; elsewhere the value is the source's and stays.
    """

    key: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    value: bool | int | float | str
    unit: str
    meaning: str
    range: tuple[float, float] | None = None
    statements: tuple[str, ...] = Field(min_length=1)
    tune: bool = False
    since: str


class Group(Strict):
    """Terms that belong together in the eyes of the protocol: a derivation asks for them by the id.

    `tune` is true where the statement is our own judgement and says that the list may be another.
    """

    id: str
    of: Vocabulary
    meaning: str
    members: tuple[str, ...] = Field(min_length=1)
    ordered: bool = False
    statements: tuple[str, ...] = Field(min_length=1)
    tune: bool = False

    @model_validator(mode="after")
    def _as_asked_for(self) -> "Group":
        of = GROUPS.get(self.id)
        if of is None:
            raise ValueError(f"nothing asks for a group `{self.id}`; {did_you_mean(self.id, GROUPS, 'remove it')}")
        if of != self.of:
            raise ValueError(f"the group `{self.id}` is asked for as one of {of}")
        if self.ordered != (self.id in ORDERED):
            raise ValueError(f"the order of the group `{self.id}` {'counts' if self.id in ORDERED else 'says nothing'}")
        _check_terms(self.members, VOCABULARIES.get(of, self.members))
        return self


class Sorting(Strict):
    """Every term of a vocabulary, put into one of a few kinds."""

    id: str
    of: Vocabulary
    meaning: str
    into: Mapping[str, tuple[str, ...]]
    statements: tuple[str, ...] = Field(min_length=1)
    tune: bool = False

    @model_validator(mode="after")
    def _as_asked_for(self) -> "Sorting":
        asked = SORTINGS.get(self.id)
        if asked is None:
            raise ValueError(f"nothing asks for a sorting `{self.id}`; {did_you_mean(self.id, SORTINGS, 'remove it')}")
        if asked.of != self.of:
            raise ValueError(f"the sorting `{self.id}` is asked for as one of {asked.of}")
        _check_terms(self.into, asked.into)
        _check_terms([term for terms in self.into.values() for term in terms], VOCABULARIES[asked.of])
        kinds = self.kind_of
        missing = [term for term in VOCABULARIES[asked.of] if term not in kinds]
        if missing:
            raise ValueError(f"no kind holds `{'`, `'.join(missing)}`")
        return self

    @property
    def kind_of(self) -> Mapping[str, str]:
        """The kind of each term."""
        return {term: kind for kind, terms in self.into.items() for term in terms}


def _check_terms(terms: Iterable[str], known: Collection[str]) -> None:
    """Each term is one of the vocabulary, and there once. Raises ValueError for the first that is not."""
    seen: set[str] = set()
    for term in terms:
        if term not in known:
            raise ValueError(f"there is no term `{term}`; {did_you_mean(term, known, ', '.join(known))}")
        if term in seen:
            raise ValueError(f"the term `{term}` stands there twice")
        seen.add(term)


class Technique(Strict):
    """A technique of the catalogue. `needs` are topics of `unknown` that must be settled before it is offered.

    With `each_session` it belongs to every session of its course, and does not rest after it was used. Without
    `one_person` it is about no single person, and is offered with regard to nobody.
    """

    id: str
    name: str
    what: str
    how: str
    when: str | None = None
    not_when: str | None = None
    areas: tuple[str, ...]
    phases: tuple[str, ...]
    action: bool = False
    adjunct: bool = False
    each_session: bool = False
    one_person: bool = True
    courses: tuple[str, ...] = ()
    needs: tuple[Topic, ...] = ()
    statements: tuple[str, ...]


class ChecklistItem(Strict):
    """One item of a checklist: its id is what facts report as done or open."""

    id: str
    title: str
    statements: tuple[str, ...] = ()


class Checklist(Strict):
    """Things to do or to have, in order. `of_ending`: work of an ending phase, which no course that ends with triage has."""

    id: str
    title: str
    of_ending: bool = False
    items: tuple[ChecklistItem, ...]


class NameElsewhere(Strict):
    """What another service or publication calls a focus area, and the statement that says so."""

    name: str
    statement: str


class AreaNames(Strict):
    """The names of one focus area elsewhere (FOC-01, FOC-02)."""

    id: Area
    also: tuple[NameElsewhere, ...]


class AlertClosing(Strict):
    """What closes an alert that stands, in words: of the rules it names, else of all alerts about a matter.

    `until` may show parameters, as `{clear_screens}`.
    """

    id: str
    about: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    until: str
    statements: tuple[str, ...] = Field(min_length=1)


class OpenPart(Strict):
    """A part of a partition in which no rule is to speak, and why. `not-known` stands for a field without a value."""

    where: Mapping[str, Any]
    why: str


class Partition(Strict):
    """Rules of which exactly one speaks, whatever the values of some fields: the analysis goes through all of them.

    A field is one of the fact `of`, or `kind.field`. `by` says which values: `all`, a list, or numbers `from` and `to`;
    `where` holds the others still.
    """

    id: str
    of: str
    meaning: str
    rules: tuple[str, ...] = Field(min_length=1)
    where: Mapping[str, Any] = Field(default_factory=dict)
    by: Mapping[str, Any] = Field(min_length=1)
    open: tuple[OpenPart, ...] = ()
    statements: tuple[str, ...] = Field(min_length=1)


class ParameterOrder(Strict):
    """Parameters whose values rise in this order, whatever a site sets; with `may_be_equal` they need not differ."""

    id: str
    parameters: tuple[str, ...] = Field(min_length=2)
    may_be_equal: bool = False
    why: str


class Deliberate(Strict):
    """What a check of the analysis finds and what is meant as it is: the rules or entries concerned, and why."""

    id: str
    check: str = Field(pattern=r"^ANALYSIS-\d\d$")
    about: tuple[str, ...] = Field(min_length=1)
    why: str


class KeptFields(Strict):
    """Fields of facts, as `kind.field`, that nothing reads, and why they are there all the same."""

    id: str
    fields: tuple[str, ...] = Field(min_length=1)
    why: str
