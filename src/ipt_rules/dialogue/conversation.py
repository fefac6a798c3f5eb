"""`Dialogue`: one question after another, each answer read, checked, written and saved before the next is put."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from ipt_rules.case import Case
from ipt_rules.dialogue.answers import NotAnAnswer, read
from ipt_rules.dialogue.places import Append, Change, make
from ipt_rules.dialogue.scene import CaseStore, Scene
from ipt_rules.dialogue.steps import Layout, Step
from ipt_rules.dialogue.writing import changes_of, problem_with, removals_of
from ipt_rules.instruments import Instruments
from ipt_rules.questions import QuestionChapter
from ipt_rules.recommendation import Finding, Recommendation
from ipt_rules.translation import _

SKIP, BACK, NEXT, LATER, HELP, QUIT, CLEAR = "", "<", ">", ">>", "?", "q", "--"
COMMANDS = (SKIP, BACK, NEXT, LATER, HELP, QUIT, CLEAR)


class Watcher(Protocol):
    """Looks at the case after each answer, as `Watch`."""

    def look(self, case: Case) -> tuple[Finding, ...]: ...
    @property
    def recommendation(self) -> Recommendation | None: ...


@dataclass(frozen=True)
class Reply:
    """What came of an answer: a line that says why it is none, alerts that it raised, what is to be told before going on.

    `told` is `help` when the question is to be explained, `progress` when what the scores say is to be told, else empty.
    `note` says what was done beside the answer itself.
    """

    problem: str = ""
    note: str = ""
    alerts: tuple[Finding, ...] = ()
    told: str = ""


class Dialogue:
    """The questions over one case file. Nothing is written but what is answered; after each answer the file is saved.

    It begins at the first question without an answer; with `review` at the first of all, and every question is passed.
    `ask_again` are the ids of questions to be asked although the file holds a value, which is then kept or replaced.
    """

    def __init__(
        self,
        chapters: Sequence[QuestionChapter],
        instruments: Instruments,
        file: CaseStore,
        scene: Scene,
        *,
        watch: Watcher | None = None,
        review: bool = False,
        ask_again: Collection[str] = (),
    ) -> None:
        self.file = file
        self.scene = scene
        self._chapters = tuple(chapters)
        self._instruments = instruments
        self._watch = watch
        self._review = review
        self._again = frozenset(ask_again)
        self._opened: set[str] = set()
        self._passed: set[str] = set()
        self._later: Counter[str] = Counter()
        self._history: list[str] = []
        self._written_in: set[str] = set()
        self._quit = False
        self._at = 0  # where the question stood that was answered last
        self.written = 0
        self._lay_out()
        self._current = self._next(-1)

    # What is asked

    @property
    def current(self) -> Step | None:
        """The question that is put now; None when there is no more, or after `quit`."""
        return None if self._quit else self._current

    @property
    def steps(self) -> Sequence[Step]:
        """Every question as things stand, in order."""
        return self._steps

    @property
    def recommendation(self) -> Recommendation | None:
        """What is recommended for the case so far; None where nobody watches it."""
        return self._watch.recommendation if self._watch else None

    def told(self, step: Step) -> Any:
        """What the file holds as the answer to a question; None for nothing."""
        return self._layout.told(step)

    def progress(self, step: Step) -> tuple[int, int]:
        """The place of a question and how many there are, as things stand: about its person or event, else in its chapter."""
        ids = [one.id for one in self._steps if one.chapter.id == step.chapter.id and one.entry == step.entry]
        return ids.index(step.id) + 1, len(ids)

    def entry_name(self, step: Step) -> str:
        """The person, event or other entry that a question is about, for reading; empty for none."""
        return self._layout.entry_name(step)

    def was_postponed(self, chapter: QuestionChapter) -> bool:
        """Whether a chapter was left for later, and comes again."""
        return self._later[chapter.id] > 0

    def postponed(self) -> list[QuestionChapter]:
        """The chapters that were left for later, and still have questions that nobody put."""
        left = {
            step.chapter.id: step.chapter
            for step in self._steps
            if self._pending(step) and self._later[step.chapter.id]
        }
        return list(left.values())

    # What is answered

    def hear(self, text: str) -> Reply:
        """What a person typed: one of COMMANDS, or an answer."""
        typed = text.strip()
        if self.current is None:
            return Reply()
        if typed == HELP:
            return Reply(told="help")
        moves = {SKIP: self.skip, BACK: self.back, NEXT: self.next_entry, LATER: self.later, QUIT: self.quit}
        commands = {CLEAR: self.clear, **moves}
        return commands[typed]() if typed in commands else self.answer(typed)

    def check(self, text: str) -> str:
        """Why a text would be no answer to the question put now; empty when it would be one. Writes nothing."""
        typed = text.strip()
        if self.current is None or typed in COMMANDS:
            return ""
        try:
            self._changes(self.current, typed)
        except NotAnAnswer as error:
            return str(error)
        return ""

    def answer(self, text: str) -> Reply:
        """Read an answer and write it. Where it is none, the reply says why and the question stays."""
        step = self.current
        if step is None:
            return Reply()
        try:
            changes = self._changes(step, text.strip())
        except NotAnAnswer as error:
            return Reply(str(error))
        if step.form == "gate":
            if read(text, step.wanted) == "yes":
                self._opened.add(step.id)
                self._lay_out()
            return self._go_on(step)
        alerts = self._write(changes, step)
        row = step.form == "item" and isinstance(read(text, step.wanted), Mapping)
        note = _("Added to the people, and asked about there.") if _adds_person(changes, step) else ""
        return replace(self._go_on(step, row=row), alerts=alerts, note=note)

    def _changes(self, step: Step, typed: str) -> Sequence[Change]:
        """What an answer changes, after which the case is still one. Raises NotAnAnswer."""
        if step.form == "gate":
            read(typed, step.wanted)
            return ()
        content = self.file.content
        changes = changes_of(typed, step, content, self.scene)
        problem = problem_with(changes, content, self.scene) if changes else ""
        if problem:
            raise NotAnAnswer(problem)
        return changes

    def skip(self) -> Reply:
        """Go on and write nothing: what is not known stays unknown, and what is recorded stays."""
        return Reply() if self.current is None else self._go_on(self.current)

    def next_entry(self) -> Reply:
        """Go on with the next person or event, or past a sheet; what was not asked of this one stays unknown."""
        step = self.current
        if step is None:
            return Reply()
        if step.entry is None and not step.question.sheet:
            return Reply(_("There is no next one here: >> leaves this part for later."))
        together = [
            at
            for at, one in enumerate(self._steps)
            if (one.entry == step.entry if step.entry else one.question is step.question)
        ]
        self._passed |= {self._steps[at].id for at in together}
        self._history.append(step.id)
        return self._moved(step, self._next(together[-1]))

    def clear(self) -> Reply:
        """Take back what is recorded as the answer; the question stays."""
        step = self.current
        if step is None:
            return Reply()
        try:
            changes = removals_of(step, self.file.content)
        except NotAnAnswer as error:
            return Reply(str(error))
        problem = problem_with(changes, self.file.content, self.scene)
        if problem:
            return Reply(problem)
        alerts = self._write(changes, step)
        self._current = self._same(step) or self._next(self._index(step))
        note = (
            _("The last entry is taken back.") if step.form == "open" else _("Taken back: it is not recorded any more.")
        )
        return Reply(note=note, alerts=alerts)

    def back(self) -> Reply:
        """Go to the question before; what was answered there is still recorded."""
        while self._history:
            last = self._history.pop()
            self._passed.discard(last)
            found = next((step for step in self._steps if step.id == last), None)
            if found is not None:
                self._current = found
                return Reply()
        return Reply(_("This is the first question."))

    def later(self) -> Reply:
        """Leave the chapter for later: it comes again when the others are done, and then may be left for good."""
        step = self.current
        if step is None:
            return Reply()
        self._later[step.chapter.id] += 1
        self._history.append(step.id)
        return self._moved(step, self._next(self._index(step)))

    def quit(self) -> Reply:
        """End the dialogue; everything that was answered is in the file."""
        self._quit = True
        return Reply()

    # How it goes on

    def _lay_out(self) -> None:
        self._layout = Layout(self._chapters, self.scene, self._instruments, self.file.content, self._opened)
        self._steps = self._layout.steps()

    def _write(self, changes: Sequence[Change], step: Step) -> tuple[Finding, ...]:
        if not changes:
            return ()
        make(changes, self.file)
        self.file.save()
        self._at = self._index(step)
        self._lay_out()
        self.written += 1
        self._written_in.add(step.chapter.id)
        return self._watch.look(self.file.case) if self._watch else ()

    def _go_on(self, step: Step, *, row: bool = False) -> Reply:
        """To the next question. A row of answers passes the whole sheet."""
        self._passed.add(step.id)
        if row:
            self._passed |= {one.id for one in self._steps if one.form == "item" and one.question is step.question}
        self._history.append(step.id)
        at = self._index(step)
        return self._moved(step, self._next(at if at >= 0 else self._at - 1))

    def _moved(self, before: Step, now: Step | None) -> Reply:
        self._current = now
        chapter = before.chapter
        leaves = now is None or now.chapter.id != chapter.id
        if leaves and chapter.tells and chapter.id in self._written_in:
            self._written_in.discard(chapter.id)
            return Reply(told=chapter.tells)
        return Reply()

    def _index(self, step: Step) -> int:
        return next((at for at, one in enumerate(self._steps) if one.id == step.id), -1)

    def _same(self, step: Step) -> Step | None:
        return next((one for one in self._steps if one.id == step.id), None)

    def _next(self, after: int) -> Step | None:
        """The next question that is still to be put, from a place on; chapters left for later come last."""
        ahead = [*self._steps[after + 1 :], *self._steps[: after + 1]]
        pending = [step for step in ahead if self._pending(step)]
        first = next((step for step in pending if not self._later[step.chapter.id]), None)
        return first or next(
            (step for step in self._steps if step in pending and self._later[step.chapter.id] == 1), None
        )

    def _pending(self, step: Step) -> bool:
        if step.id in self._passed:
            return False
        if self._review or step.question.id in self._again or step.form == "open":
            return True
        return not self._is_open(step) if step.form == "gate" else self.told(step) is None

    def _is_open(self, gate: Step) -> bool:
        return any(step.id.startswith(f"{gate.id}/") for step in self._steps)


def _adds_person(changes: Sequence[Change], step: Step) -> bool:
    """Whether somebody joins the people who was named at another question."""
    return step.form == "field" and any(isinstance(one, Append) and one.place[-1] == "relationships" for one in changes)
