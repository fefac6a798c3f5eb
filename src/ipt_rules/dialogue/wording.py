"""How a question is put: its words, its choices, what is recorded, and how to answer; the same in every terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ipt_rules.dialogue.conversation import Dialogue
from ipt_rules.dialogue.scene import events_of, people_of
from ipt_rules.dialogue.steps import Step
from ipt_rules.dialogue.wanted import Choice, Wanted, said
from ipt_rules.naming import person_name
from ipt_rules.render.page import clean
from ipt_rules.translation import _, counted

MOST_CHOICES = 15
"""More are listed in full once, and on request."""


def place_of(dialogue: Dialogue, step: Step) -> str:
    """`PHQ-9, 3 of 10`, or `People, mother, 3 of 12`."""
    number, count = dialogue.progress(step)
    name = clean(dialogue.entry_name(step))
    chapter = f"{step.chapter.title}, {name}" if name else step.chapter.title
    return _("{chapter}, {number} of {count}").format(chapter=chapter, number=number, count=count)


def question_of(step: Step) -> str:
    """The words of the question."""
    return clean(step.ask)


def recorded(dialogue: Dialogue, step: Step) -> str:
    """What the file holds as the answer, for reading; empty for nothing."""
    told = dialogue.told(step)
    if told is None:
        return ""
    return clean(_("Recorded: {value}").format(value=_value(told, step, dialogue)))


def _value(told: Any, step: Step, dialogue: Dialogue) -> str:
    if isinstance(told, list):
        separator = "; " if step.wanted.kind == "texts" else ", "
        return separator.join(_value(one, step, dialogue) for one in told)
    named = next((one.words for one in step.wanted.choices if one.value == str(told)), "")
    if step.wanted.kind == "item":
        return f"{told} {named}".strip()
    if step.wanted.kind in ("person", "either", "event") and not named:
        content = dialogue.file.content
        return events_of(content).get(str(told)) or person_name(str(told), people_of(content).get(str(told)))
    return named or (said(str(told), step.question.say) if step.wanted.kind in ("choice", "choices") else str(told))


def choices_shown(step: Step, *, whole: bool = True) -> tuple[str, ...]:
    """The choices with their numbers; of many only those suggested, unless `whole`."""
    wanted = step.wanted
    if wanted.kind in ("yes-no", "item"):
        return ()
    chosen = [(number, one) for number, one in enumerate(wanted.choices, start=1)]
    suggested = [pair for pair in chosen if pair[1].suggested]
    none = (
        (_("no: {what}").format(what=clean(step.question.none)),) if step.form == "open" and step.question.none else ()
    )
    return (*_listed(suggested if len(chosen) > MOST_CHOICES and not whole else chosen), *none)


def _listed(choices: Sequence[tuple[int, Choice]]) -> tuple[str, ...]:
    return tuple(f"{number} {clean(one.words)}" for number, one in choices)


def is_long(step: Step) -> bool:
    """Whether there are more choices than are listed each time."""
    return len(step.wanted.choices) > MOST_CHOICES and step.wanted.kind != "yes-no"


def has_suggestions(step: Step) -> bool:
    """Whether some of the choices are suggested."""
    return any(one.suggested for one in step.wanted.choices)


def how_to_answer(step: Step) -> str:
    """How the answer is written, in one line."""
    wanted = step.wanted
    if step.form == "gate":
        return _("y for yes; Enter goes on without")
    if wanted.kind == "yes-no":
        return _("y yes, n no, u asked and not known; Enter where it was not asked")
    if wanted.kind == "item":
        labels = ", ".join(f"{one.value} {one.words}" for one in wanted.choices)
        return _("{labels}; Enter where it was left blank").format(labels=labels) if labels else _number(wanted)
    if wanted.kind == "number":
        return _number(wanted)
    return {
        "choice": _("one of these, by number or word"),
        "choices": _("one or more of these, by number or word, with commas between them"),
        "day": _("a day, such as 2025-09-14"),
        "partial-date": _("a date, such as 2025-09-14, 2025-09 or 2025"),
        "text": _("a few words"),
        "texts": _("a few words; several with ; between them"),
        "key": _("a short word in small letters, never a name"),
        "id": _("letters, digits and dashes, never a name"),
        "person": _("a short word in small letters, such as mother or p2, never a name"),
        "event": _("one that is recorded, by number or word"),
        "either": _("a person or event that is recorded, by number or word"),
    }[wanted.kind]


def _number(wanted: Wanted) -> str:
    if wanted.low is None:
        return _("a number")
    if wanted.high is None:
        return _("a number of {low} or more").format(low=f"{wanted.low:g}")
    return _("a number from {low} to {high}").format(low=f"{wanted.low:g}", high=f"{wanted.high:g}")


def mark_of_prompt(step: Step) -> str:
    """What stands before the place where the answer is typed."""
    wanted = step.wanted
    if step.form == "gate":
        return "y/n> "
    if wanted.kind == "yes-no":
        return "y/n/u> "
    if wanted.kind == "item" and wanted.low is not None and wanted.high is not None:
        return f"{wanted.low:g}-{wanted.high:g}> "
    return "> "


def summary(dialogue: Dialogue) -> list[str]:
    """What is there already: for each chapter how many of its questions have an answer."""
    lines = []
    for chapter in dict.fromkeys(step.chapter.id for step in dialogue.steps):
        steps = [one for one in dialogue.steps if one.chapter.id == chapter]
        asked = [one for one in steps if one.form in ("field", "item", "options")]
        told = sum(dialogue.told(one) is not None for one in asked)
        if asked:
            answered = counted("{number} answer", "{number} answers", told)
            lines.append(
                _("{chapter}: {answered}, {open} open").format(
                    chapter=steps[0].chapter.title, answered=answered, open=len(asked) - told
                )
            )
    return lines


def completions(step: Step) -> tuple[str, ...]:
    """The words that may be typed for the choices."""
    return tuple(clean(one.words) for one in step.wanted.choices)
