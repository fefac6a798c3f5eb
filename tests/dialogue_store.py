"""A case in memory that can be changed and saved like a case file: for tests of the dialogue alone."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from datetime import date
from typing import Any

from ipt_rules import Case, Rulebook
from ipt_rules.dialogue import Dialogue, Scene
from ipt_rules.dialogue.places import Draft
from ipt_rules.dialogue.starting import CASE_ID, first_content

ON = date(2026, 1, 10)


class MemoryStore(Draft):
    """Like `CaseFile`; `saved` is what was saved last, None before."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        super().__init__(content)
        self.saved: dict[str, Any] | None = None

    @property
    def case(self) -> Case:
        return Case.from_data(copy.deepcopy(self.content))

    def save(self) -> None:
        self.saved = copy.deepcopy(self.content)


def intake(rulebook: Rulebook, content: Mapping[str, Any] | None = None, **more: Any) -> Dialogue:
    """The guided intake over a case in memory, a new one unless told otherwise."""
    again = () if content else (CASE_ID,)
    scene = Scene("intake", ("intake",), ON)
    store = MemoryStore(content or first_content(ON))
    return Dialogue(tuple(rulebook.dialogue.values()), rulebook.instruments, store, scene, ask_again=again, **more)


def go_to(dialogue: Dialogue, question: str) -> None:
    """Skip until a question is put: by its id, or by words that are in it."""
    for _ in range(500):
        step = dialogue.current
        assert step is not None, f"the question is not asked: {question}"
        if step.question.id == question or question in step.ask:
            return
        dialogue.skip()
    raise AssertionError("the dialogue does not come to an end")


def answer(dialogue: Dialogue, question: str, text: str) -> Any:
    """Go to a question and answer it; the reply, which must not refuse the answer."""
    go_to(dialogue, question)
    reply = dialogue.hear(text)
    assert not reply.problem, reply.problem
    return reply
