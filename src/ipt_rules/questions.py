"""`dialogue.yaml` as models: what a therapist is asked, where the answer goes, and on which answers a question depends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from pydantic import BaseModel, Field, field_validator, model_validator

from ipt_rules.case import Case, Intake, Session
from ipt_rules.case.background import Background
from ipt_rules.case.fields import FieldType, field_at
from ipt_rules.errors import did_you_mean
from ipt_rules.rule import Phase, Strict

DialogueKind = Literal["intake", "session"]
ROOTS: Mapping[str, Mapping[str, type[BaseModel]]] = {
    "intake": {"case": Case, "contact": Intake, "learned": Background, "ever": Intake},
    "session": {"case": Case, "contact": Session, "learned": Background, "ever": Intake},
}
"""What the first word of a path stands for, in each dialogue."""

OPERATORS = ("known", "unless", "is_not", "not_in", "at_least", "more_than")
FORMS = ("at", "each", "options", "questions")
CHOICES_NEEDED = "say exactly one of: at, each, options; or only questions, which a yes opens"

SLOT = re.compile(r"\{([^{}]*)\}")
SLOTS_OF_ENTRIES, SLOTS_OF_SHEETS = ("who", "what"), ("number", "topic", "period")

Condition = Mapping[str, Any]


class Option(Strict):
    """One answer that fills several fields: how it is said, and what it fills by path."""

    say: str
    put: Mapping[str, str] = Field(min_length=1)


class Question(Strict):
    """One question, a questionnaire, a list of entries, or a group of questions. The head of `dialogue.yaml` says which."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    ask: str = ""
    again: str = ""
    help: str = ""
    at: str | None = None
    sheet: str | None = None
    each: str | None = None
    by: str = ""
    key: str = ""
    entry: Mapping[str, str] = Field(default_factory=dict)
    none: str = ""
    options: tuple[Option, ...] = ()
    questions: tuple[Question, ...] = ()
    when: tuple[Condition, ...] = ()
    phases: tuple[Phase, ...] = ()
    once: bool = False
    gate_in: tuple[DialogueKind, ...] = ()
    terms: tuple[str, ...] = ()
    say: Mapping[str, str] = Field(default_factory=dict)
    offers: Literal["", "techniques"] = ""
    statements: tuple[str, ...] = ()

    @field_validator("when", mode="before")
    @classmethod
    def _several(cls, value: Any) -> Any:
        return [value] if isinstance(value, Mapping) else value

    @field_validator("once", mode="before")
    @classmethod
    def _once(cls, value: Any) -> Any:
        return value == "yes" if value in ("yes", "no") else value

    @model_validator(mode="after")
    def _whole(self) -> Question:
        forms = [name for name in FORMS if getattr(self, name)]
        if forms not in (["at"], ["each"], ["each", "questions"], ["options"], ["questions"]):
            raise ValueError(CHOICES_NEEDED)
        if self.ask and not self.statements:
            raise ValueError("a question names the statements it rests on: add `statements`")
        if not self.ask and forms != ["questions"]:
            raise ValueError("the words are missing: add `ask`")
        if self.each and not (self.by and self.again):
            raise ValueError("a list of entries needs `by` and `again`")
        if self.sheet and not self.at:
            raise ValueError("a questionnaire needs a place for its answers: add `at`")
        return self

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything of it that is shown, without the questions inside it."""
        told = (self.ask, self.again, self.help, self.none, *self.say.values(), *(one.say for one in self.options))
        return tuple(text for text in told if text)

    def all_questions(self) -> Iterator[Question]:
        """Itself and every question inside it."""
        yield self
        for one in self.questions:
            yield from one.all_questions()


class QuestionChapter(Strict):
    """Questions that belong together, and the dialogues and phases in which they are asked."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    title: str
    of: tuple[DialogueKind, ...] = Field(min_length=1)
    intro: str = ""
    when: tuple[Condition, ...] = ()
    phases: tuple[Phase, ...] = ()
    tells: Literal["", "progress"] = ""
    questions: tuple[Question, ...] = Field(min_length=1)

    @field_validator("when", mode="before")
    @classmethod
    def _several(cls, value: Any) -> Any:
        return [value] if isinstance(value, Mapping) else value

    @model_validator(mode="after")
    def _paths_lead_somewhere(self) -> QuestionChapter:
        """Every path is a field of the case; a condition may be about a field that only one of its dialogues has."""
        _check_conditions(self.when, [ROOTS[of] for of in self.of])
        _check(self.questions, [ROOTS[of] for of in self.of])
        ids = [one.id for one in self.all_questions()]
        double = next((name for name in ids if ids.count(name) > 1), None)
        if double is not None:
            raise ValueError(f"two questions are called `{double}`")
        return self

    def all_questions(self) -> Iterator[Question]:
        """Every question, those inside others too."""
        for one in self.questions:
            yield from one.all_questions()

    @property
    def statements(self) -> tuple[str, ...]:
        """All statements that its questions rest on, each once."""
        return tuple(dict.fromkeys(name for one in self.all_questions() for name in one.statements))

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything of it that is shown."""
        own = (self.title, self.intro, *(text for one in self.all_questions() for text in one.texts))
        return tuple(text for text in own if text)


Roots = Mapping[str, type[BaseModel]]


def field_of(path: str, roots: Roots) -> FieldType:
    """The field at a path such as `contact.risk.asked_directly`. Raises LookupError with the nearest right name."""
    root, *names = path.split(".")
    if root not in roots:
        raise LookupError(f"a path begins with {', '.join(roots)}, not with `{root}`")
    if not names:
        raise LookupError(f"`{path}` names no field")
    return field_at(roots[root], names)


def _check(questions: Sequence[Question], dialogues: Sequence[Roots]) -> None:
    for one in questions:
        _check_conditions(one.when, dialogues)
        for roots in dialogues:
            _check_places(one, roots)
            _check_slots(one, roots)
        inner = [_inside(one, roots) for roots in dialogues]
        _check(one.questions, inner)


def _check_places(question: Question, roots: Roots) -> None:
    for path in (path for option in question.options for path in option.put):
        _found(question, path, roots)
    if question.at:
        found = _found(question, question.at, roots)
        if found.kind in ("entries", "inner", "items") and not question.sheet:
            raise ValueError(f"`{question.id}`: `{question.at}` holds no single answer; name a field below it")
        if question.sheet and found.kind not in ("inner", "items"):
            raise ValueError(f"`{question.id}`: `{question.at}` holds a single answer, and no questionnaire")
        _check_words(question, found)
    if question.each:
        held = _found(question, question.each, roots)
        if held.kind != "entries" or held.model is None:
            raise ValueError(f"`{question.id}`: `{question.each}` is no list of entries")
        for name in (question.by, question.key, *question.entry):
            if name:
                _found(question, f"entry.{name}", {"entry": held.model})
        _check_words(question, _found(question, f"entry.{question.by}", {"entry": held.model}))


def _check_slots(question: Question, roots: Roots) -> None:
    """What stands in braces is filled: {who} and {what} inside a list of entries, {number} .. in a questionnaire."""
    known = SLOTS_OF_SHEETS if question.sheet else SLOTS_OF_ENTRIES if "entry" in roots else ()
    for slot in (slot for text in question.texts for slot in SLOT.findall(text)):
        if slot not in known:
            hint = did_you_mean(
                slot, known, f"here it can be {', '.join(known)}" if known else "nothing can stand in braces here"
            )
            raise ValueError(f"`{question.id}`: nothing fills `{{{slot}}}`; {hint}")


def _check_words(question: Question, field: FieldType) -> None:
    if field.kind == "terms" and any("," in words or ";" in words for words in question.say.values()):
        raise ValueError(f"`{question.id}`: several are chosen with commas between them: say the terms without commas")
    known = field.terms or question.terms
    for term in (*question.terms, *question.say):
        if known and term not in known:
            raise ValueError(
                f"`{question.id}`: there is no term `{term}`; {did_you_mean(term, known, ', '.join(known))}"
            )


def _found(question: Question, path: str, roots: Roots) -> FieldType:
    try:
        return field_of(path, roots)
    except LookupError as error:
        raise ValueError(f"`{question.id}`: {error}") from None


def _inside(question: Question, roots: Roots) -> Roots:
    """The roots for the questions inside one: in a list of entries, `entry` is one of them."""
    if not question.each:
        return roots
    model = field_of(question.each, roots).model
    assert model is not None  # checked before
    return {**roots, "entry": model}


def _check_conditions(conditions: Sequence[Condition], dialogues: Sequence[Roots]) -> None:
    for condition in conditions:
        for path, value in condition.items():
            missing = [str(error) for roots in dialogues if (error := _missing(path, roots))]
            if len(missing) == len(dialogues):
                raise ValueError(missing[0])
            for operator, wanted in value.items() if isinstance(value, Mapping) else ():
                _check_operator(str(operator), wanted)


def _check_operator(operator: str, wanted: Any) -> None:
    if operator not in OPERATORS:
        raise ValueError(f"there is no `{operator}`: {did_you_mean(operator, OPERATORS, ', '.join(OPERATORS))}")
    if operator in ("at_least", "more_than") and (isinstance(wanted, bool) or not isinstance(wanted, int | float)):
        raise ValueError(f"`{operator}` needs a number")
    if operator == "not_in" and not isinstance(wanted, list | tuple):
        raise ValueError("`not_in` needs a list")
    if operator == "known" and wanted not in ("yes", "no"):
        raise ValueError("`known` is yes or no")


def _missing(path: str, roots: Roots) -> LookupError | None:
    try:
        field_of(path, roots)
    except LookupError as error:
        return error
    return None
