"""The questions as they stand: a chapter with its conditions, lists and sheets laid out one after another over a case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from pydantic import BaseModel

from ipt_rules.case.checks import EITHER_FIELDS, EVENT_FIELDS, PERSON_FIELDS
from ipt_rules.case.fields import FieldType, field_at
from ipt_rules.dialogue.conditions import hold
from ipt_rules.dialogue.places import Place, Plain, entries_at, value_at
from ipt_rules.dialogue.scene import Scene, events_of, people_of, told_at
from ipt_rules.dialogue.wanted import Choice, Wanted, WantedKind, wanted_of
from ipt_rules.instruments import Instruments
from ipt_rules.naming import key_in_words, person_name, roles_said
from ipt_rules.questions import ROOTS, Question, QuestionChapter, field_of

Form = Literal["field", "item", "options", "open", "gate"]
NO_GATE = Wanted("yes-no", (Choice("yes", "yes", ("y",)), Choice("no", "no", ("n",))))


@dataclass(frozen=True)
class Step:
    """One question as it is put. `place` is where its answer goes; for a list (`open`) the list itself.

    An item has its number or key in the place. `puts` are the places of the fields that options fill.
    """

    id: str
    chapter: QuestionChapter
    question: Question
    form: Form
    ask: str
    place: Place
    wanted: Wanted
    entry: Place | None = None
    puts: Mapping[str, Place] | None = None

    def roots(self, scene: Scene) -> dict[str, Place]:
        """Where the first word of a path leads, as seen from this question."""
        return {**scene.roots(), **({"entry": self.entry} if self.entry else {})}


class Layout:
    """Lays the chapters out over the content of a file. `opened` are the groups that were asked for in this run."""

    def __init__(
        self,
        chapters: Sequence[QuestionChapter],
        scene: Scene,
        instruments: Instruments,
        content: Plain,
        opened: set[str],
    ) -> None:
        self._chapters = chapters
        self._scene = scene
        self._instruments = instruments
        self._content = content
        self._opened = opened
        self._people = people_of(content)
        self._events = events_of(content)

    def steps(self) -> list[Step]:
        """Every question that is asked as things stand, in order."""
        found: list[Step] = []
        for chapter in self._chapters:
            if self._scene.kind in chapter.of and self._applies(chapter.phases, chapter.when, None):
                for question in chapter.questions:
                    found += self._of(chapter, question, None, chapter.id)
        return found

    def _applies(self, phases: Sequence[str], when: Sequence[Mapping[str, Any]], entry: Place | None) -> bool:
        phase = self._scene.phase
        return (not phases or not phase or phase in phases) and hold(when, lambda path: self.look(path, entry))

    def look(self, path: str, entry: Place | None) -> Any:
        """The answer at a path; `ever` is the last told at any contact up to this one."""
        root, *names = path.split(".")
        if root == "ever":
            contacts = [self._scene.contact, *self._scene.earlier(self._content)]
            told = (told_at(self._content, contact, tuple(names)) for contact in contacts)
            return next((one for one in told if one is not None), None)
        start = entry if root == "entry" else self._scene.roots().get(root)
        return None if start is None else value_at(self._content, (*start, *names))

    def _of(self, chapter: QuestionChapter, question: Question, entry: Place | None, above: str) -> Iterator[Step]:
        if not self._applies(question.phases, question.when, entry) or self._was_told(question, entry):
            return
        name = f"{above}/{question.id}"
        if question.sheet:
            yield from self._sheet(chapter, question, entry, name)
        elif question.each:
            yield from self._entries(chapter, question, name)
        elif question.at:
            place = self._place(question.at, entry)
            wanted = self._wanted(question, question.at, entry)
            yield Step(name, chapter, question, "field", self._ask(question.ask, entry), place, wanted, entry)
        elif question.options:
            yield self._options(chapter, question, entry, name)
        else:
            yield from self._group(chapter, question, entry, name)

    def _place(self, path: str, entry: Place | None) -> Place:
        root, *names = path.split(".")
        start = entry if root == "entry" else self._scene.roots()[root]
        assert start is not None
        return (*start, *names)

    def _was_told(self, question: Question, entry: Place | None) -> bool:
        """Whether an earlier contact holds the answer to a question that is asked once, and this one does not."""
        if (
            not question.once
            or question.at is None
            or value_at(self._content, self._place(question.at, entry)) is not None
        ):
            return False
        root, *names = question.at.split(".")
        if root == "entry":
            person = value_at(self._content, (*(entry or ()), "person"))
            return names == ["role"] and self._people.get(str(person)) is not None
        return any(told_at(self._content, one, tuple(names)) is not None for one in self._scene.earlier(self._content))

    # The forms of questions

    def _group(self, chapter: QuestionChapter, question: Question, entry: Place | None, name: str) -> Iterator[Step]:
        """A group of questions; where it has words of its own, they are asked first and a yes opens the group."""
        inside = [step for one in question.questions for step in self._of(chapter, one, entry, name)]
        if not question.ask or (question.gate_in and self._scene.kind not in question.gate_in):
            yield from inside
            return
        is_open = name in self._opened or any(self.told(step) for step in inside)
        if inside:
            yield Step(name, chapter, question, "gate", self._ask(question.ask, entry), (), NO_GATE, entry)
        if is_open:
            yield from inside

    def told(self, step: Step) -> Any:
        """What is recorded as the answer to a step; None for nothing. Of a list only what the question offers."""
        if step.form == "options":
            return self._option_told(step)
        value = value_at(self._content, step.place) if step.form in ("field", "item") else None
        if step.wanted.kind == "choices" and isinstance(value, list):
            offered = {one.value for one in step.wanted.choices}
            return [one for one in value if one in offered] or None
        return value

    def _option_told(self, step: Step) -> str | None:
        puts = step.puts or {}
        told = {path: value_at(self._content, place) for path, place in puts.items()}
        for number, option in enumerate(step.question.options, start=1):
            if {path: value for path, value in told.items() if value is not None} == dict(option.put):
                return str(number)
        return None

    def _options(self, chapter: QuestionChapter, question: Question, entry: Place | None, name: str) -> Step:
        choices = tuple(Choice(str(at), one.say) for at, one in enumerate(question.options, start=1))
        paths = dict.fromkeys(path for option in question.options for path in option.put)
        puts = {path: self._place(path, entry) for path in paths}
        ask = self._ask(question.ask, entry)
        return Step(name, chapter, question, "options", ask, (), Wanted("choice", choices), entry, puts)

    def _sheet(self, chapter: QuestionChapter, question: Question, entry: Place | None, name: str) -> Iterator[Step]:
        instrument = self._instruments[str(question.sheet)]
        place = self._place(str(question.at), entry)
        labels = tuple(Choice(str(one.value), one.label) for one in instrument.answers)
        for item in instrument.items:
            ask = question.ask.format(number=item.number, topic=item.topic, period=instrument.period)
            wanted = Wanted("item", labels, item.min, item.max, count=len(instrument.items))
            yield Step(
                f"{name}/{item.number}", chapter, question, "item", ask, (*place, str(item.number)), wanted, entry
            )
        for one in instrument.questions:
            if one.after is None or value_at(self._content, (*place, one.after)) == "yes":
                number = one.key.removeprefix("q").partition("_")[0]
                ask = question.ask.format(number=number, topic=one.topic, period=one.period)
                wanted = wanted_of(FieldType("answer"), question)
                yield Step(f"{name}/{one.key}", chapter, question, "field", ask, (*place, one.key), wanted, entry)

    def _entries(self, chapter: QuestionChapter, question: Question, name: str) -> Iterator[Step]:
        place = self._place(str(question.each), None)
        entries = entries_at(self._content, place)
        for index in range(len(entries)):
            for one in question.questions:
                yield from self._of(chapter, one, (*place, index), f"{name}[{index}]")
        ask = question.again if entries else question.ask
        wanted = self._opening(question)
        yield Step(f"{name}[{len(entries)}]", chapter, question, "open", ask, place, wanted)

    # Words and choices

    def _ask(self, words: str, entry: Place | None) -> str:
        """The words of a question with the person and the event of the entry it is about."""
        if entry is None or "{" not in words:
            return words
        held = value_at(self._content, entry) or {}
        person, event = held.get("person"), held.get("event")
        who = person_name(person, self._people.get(person)) if isinstance(person, str) else ""
        return words.format(who=who, what=self._events.get(str(event), ""))

    def entry_name(self, step: Step) -> str:
        """The entry a question is about, for reading."""
        held = value_at(self._content, step.entry) if step.entry else None
        if not isinstance(held, Mapping):
            return ""
        if "technique" in held:
            return next((one.words for one in self._scene.techniques if one.value == held["technique"]), "")
        if "event" in held:
            return self._events.get(str(held["event"]), "")
        if "goal" in held or "person" not in held:
            return key_in_words(str(held.get("goal") or held.get("kind") or ""))
        return person_name(str(held["person"]), self._people.get(str(held["person"])))

    def _opening(self, question: Question) -> Wanted:
        """What opens a further entry of a list."""
        model = field_of(str(question.each), ROOTS[self._scene.kind]).model
        assert model is not None
        field = field_at(model, [question.by])
        if question.offers == "techniques":
            return Wanted("choice", self._scene.techniques)
        if question.by == "person":
            known = (
                tuple(Choice(key, key_in_words(key)) for key in self._people) if self._scene.kind == "session" else ()
            )
            return Wanted("person", known)
        return wanted_of(field, question)

    def _wanted(self, question: Question, path: str, entry: Place | None) -> Wanted:
        if path == "case.id":
            return Wanted("id")
        refers = self._refers(path, entry)
        if refers is None:
            wanted = wanted_of(self._field(path, entry), question)
            return self._roles(wanted, entry) if path == "entry.role" else wanted
        people = tuple(Choice(key, person_name(key, role), (key,)) for key, role in self._people.items())
        events = tuple(Choice(key, words, (key,)) for key, words in self._events.items())
        offered = {"person": people, "event": events, "either": (*people, *events)}
        return Wanted(refers, offered[refers])

    def _roles(self, wanted: Wanted, entry: Place | None) -> Wanted:
        """The roles, those first that the word for the person suggests; the word alone decides nothing."""
        likely = roles_said(str(value_at(self._content, (*(entry or ()), "person")) or ""))
        first = tuple(replace(one, suggested=True) for one in wanted.choices if one.value in likely)
        return replace(wanted, choices=(*first, *(one for one in wanted.choices if one.value not in likely)))

    def _field(self, path: str, entry: Place | None) -> FieldType:
        root, *names = path.split(".")
        if root != "entry" or entry is None:
            return field_of(path, ROOTS[self._scene.kind])
        model = self._model_of(entry)
        return field_at(model, names)

    def _model_of(self, entry: Place) -> type[BaseModel]:
        """The model of an entry, from the list that holds it."""
        root = next(
            root
            for root in ("learned", "contact")
            if entry[: len(self._scene.roots()[root])] == self._scene.roots()[root]
        )
        names = [str(name) for name in entry[len(self._scene.roots()[root]) : -1]]
        found = field_at(ROOTS[self._scene.kind][root], names).model
        assert found is not None
        return found

    def _refers(self, path: str, entry: Place | None) -> WantedKind | None:
        """Whether the field at a path refers to a person, an event, or either."""
        name = path.rpartition(".")[2]
        if self._field(path, entry).kind != "key":
            return None
        kinds: tuple[tuple[Sequence[str], WantedKind], ...] = (
            (PERSON_FIELDS, "person"),
            (EVENT_FIELDS, "event"),
            (EITHER_FIELDS, "either"),
        )
        return next((kind for names, kind in kinds if name in names), None)
