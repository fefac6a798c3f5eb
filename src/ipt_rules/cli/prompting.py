"""The prompt of terminals that can do more: completion of choices, a check before Enter, and a line of commands below."""

from __future__ import annotations

from collections.abc import Iterable

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.validation import ValidationError, Validator

from ipt_rules.cli.options import paint
from ipt_rules.cli.talking import commands_line
from ipt_rules.dialogue import Dialogue, wording


class _Choices(Completer):
    """Completes the word being typed to the choices of the question; after a comma the next one."""

    def __init__(self, dialogue: Dialogue) -> None:
        self._dialogue = dialogue

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        step = self._dialogue.current
        typed = document.text_before_cursor.rpartition(",")[2].lstrip().lower()
        if step is None or not typed or typed.isdecimal():
            return
        for words in wording.completions(step):
            if any(words.lower().startswith(typed, at) for at in _starts(words)):
                yield Completion(words, start_position=-len(typed))


def _starts(words: str) -> list[int]:
    return [0, *(at + 1 for at, sign in enumerate(words) if sign == " ")]


class _Check(Validator):
    """An answer that is none is told at once, and can be mended where it stands."""

    def __init__(self, dialogue: Dialogue) -> None:
        self._dialogue = dialogue

    def validate(self, document: Document) -> None:
        problem = self._dialogue.check(document.text)
        if problem:
            raise ValidationError(len(document.text), problem)


class PromptVoice:
    """Reads a line with completion, and with the commands shown below."""

    def __init__(self) -> None:
        self._session: PromptSession[str] = PromptSession()
        self.linear = False
        self.paint = paint()

    def ask(self, prompt: str, dialogue: Dialogue | None = None) -> str:
        if dialogue is None:
            return PromptSession[str]().prompt(prompt)
        return self._session.prompt(
            prompt,
            completer=_Choices(dialogue),
            validator=_Check(dialogue),
            validate_while_typing=False,
            complete_while_typing=True,
            bottom_toolbar=commands_line(),
            reserve_space_for_menu=4,
        )
