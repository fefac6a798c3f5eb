"""What an answer changes in the file, and whether the case would still be one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from ipt_rules.case import Case
from ipt_rules.case.checks import not_yet
from ipt_rules.dialogue.answers import NotAnAnswer, read
from ipt_rules.dialogue.places import (
    Append,
    Change,
    Draft,
    Place,
    Plain,
    Put,
    Remove,
    as_said,
    entries_at,
    make,
    value_at,
)
from ipt_rules.dialogue.scene import Scene, keys_of, people_of
from ipt_rules.dialogue.steps import Step
from ipt_rules.errors import CaseError, Problem
from ipt_rules.translation import _
from ipt_rules.vocabulary import DEATHS

VERY_NEAR = 0.85
"""`brother` is near to `mother`, and another person; nearer than this a slip of the pen is more likely."""


def changes_of(text: str, step: Step, content: Plain, scene: Scene) -> list[Change]:
    """What the answer to a question changes; nothing where it stands there already. Raises NotAnAnswer."""
    made = {"field": _field, "item": _item, "options": _options, "open": _open}[step.form](text, step, content, scene)
    changed = [one for one in made if not _stands(one, content)]
    if not changed or not scene.opening or value_at(content, scene.contact) is not None:
        return changed
    return [Append(scene.contact[:-1], dict(scene.opening)), *changed]


def _stands(change: Change, content: Plain) -> bool:
    """Whether the file says so already: a year is the same year as a number and as text."""
    if not isinstance(change, Put):
        return False
    now, wanted = value_at(content, change.place), as_said(change.value)
    return wanted is not None and (now == wanted or (not isinstance(now, list | dict) and str(now) == str(wanted)))


def removals_of(step: Step, content: Plain) -> list[Change]:
    """What taking back the answer to a question removes. Raises NotAnAnswer where nothing is recorded."""
    if step.wanted.kind == "choices" and step.form == "field" and (others := _not_offered(step, content)):
        if len(others) == len(entries_at(content, step.place)):
            raise NotAnAnswer(_nothing_recorded())
        return [Put(step.place, others)]
    places = list((step.puts or {}).values()) if step.form == "options" else [step.place]
    if step.form == "open":
        entries = entries_at(content, step.place)
        places = [(*step.place, len(entries) - 1)] if entries else []
    found: list[Change] = [Remove(place) for place in places if place and value_at(content, place) is not None]
    if not found:
        raise NotAnAnswer(_nothing_recorded())
    return found


def _nothing_recorded() -> str:
    return _("Nothing is recorded here that could be taken back.")


def _field(text: str, step: Step, content: Plain, scene: Scene) -> list[Change]:
    value = read(text, step.wanted)
    if step.wanted.kind == "choices":
        value = [*_not_offered(step, content), *value]
    if step.wanted.kind not in ("person", "event", "either"):
        return [Put(step.place, value)]
    return _reference(str(value), step, content, scene)


def _not_offered(step: Step, content: Plain) -> list[str]:
    """What a list holds that the question does not offer: it stays, whatever is chosen or taken back."""
    offered = {one.value for one in step.wanted.choices}
    return [one for one in value_at(content, step.place) or () if one not in offered]


def _reference(key: str, step: Step, content: Plain, scene: Scene) -> list[Change]:
    """A reference to a person or event; a person nobody named yet is added to the people."""
    plain, known = key.removeprefix("+"), {choice.value for choice in step.wanted.choices}
    if plain in known or _declares(step, content):
        return [Put(step.place, plain)]
    if step.wanted.kind != "person":
        if not known:
            raise NotAnAnswer(_("Nobody and nothing is recorded yet that this could be: press Enter."))
        raise NotAnAnswer(_("Choose one that is recorded: type ? to see them."))
    _check_near(key, known)
    return [Append((*scene.learned, "relationships"), {"person": plain}), Put(step.place, plain)]


def _declares(step: Step, content: Plain) -> bool:
    """Whether naming somebody here records that person: who died, at the event of a death."""
    entry = step.entry
    return entry is not None and step.place == (*entry, "person") and value_at(content, (*entry, "type")) in DEATHS


def _check_near(key: str, known: set[str]) -> None:
    near = get_close_matches(key, [one for one in known if _letters(one) != _letters(key)], n=1, cutoff=VERY_NEAR)
    if near and not key.startswith("+"):
        raise NotAnAnswer(
            _("Did you mean {known}, who is recorded? For somebody else put a + before the word.").format(known=near[0])
        )


def _letters(key: str) -> str:
    return re.sub(r"\d", "", key)


def _item(text: str, step: Step, content: Plain, scene: Scene) -> list[Change]:
    """One item of a sheet, or a whole row of them. A list of answers is turned into one by number first."""
    place, value = step.place[:-1], read(text, step.wanted)
    answers = value if isinstance(value, Mapping) else {str(step.place[-1]): value}
    if not entries_at(content, place):
        return [Put((*place, number), answer) for number, answer in answers.items()]
    listed = {str(at): one for at, one in enumerate(entries_at(content, place), start=1) if one is not None}
    merged = {**listed, **answers}
    return [] if merged == listed else [Put(place, merged)]


def _options(text: str, step: Step, content: Plain, scene: Scene) -> list[Change]:
    option = step.question.options[int(read(text, step.wanted)) - 1]
    places = step.puts or {}
    gone = [place for path, place in places.items() if path not in option.put and value_at(content, place) is not None]
    return [*(Put(places[path], value) for path, value in option.put.items()), *map(Remove, gone)]


def _open(text: str, step: Step, content: Plain, scene: Scene) -> list[Change]:
    """A further entry of a list; or a no that is recorded as an empty list."""
    question = step.question
    if text.strip().lower() in ("no", "n"):
        if not question.none:
            raise NotAnAnswer(_("Press Enter where there is nothing more to tell."))
        if entries_at(content, step.place):
            raise NotAnAnswer(_("There is an entry already: -- takes the last one back."))
        return [] if _is_empty_list(content, step.place) else [Put(step.place, [])]
    value = read(text, step.wanted)
    if not question.key:
        filled = {question.by: value}
    elif question.key == question.by:
        filled = {question.key: _own_key(str(value), step, content, scene)}
    else:
        filled = {question.key: _made_key(step, value, content), question.by: value}
    return [Append(step.place, {**filled, **question.entry})]


def _is_empty_list(content: Plain, place: Place) -> bool:
    holder = value_at(content, place[:-1])
    raw: Any = content
    for name in place:
        raw = raw.get(name) if isinstance(raw, Mapping) else None
    return raw == [] and (holder is None or place[-1] not in holder)


def _own_key(key: str, step: Step, content: Plain, scene: Scene) -> str:
    """The key by which a person or a technique is entered: once in a list."""
    plain, name = key.removeprefix("+"), step.question.key
    if any(isinstance(one, Mapping) and one.get(name) == plain for one in entries_at(content, step.place)):
        raise NotAnAnswer(_("This one is in the list already."))
    if step.wanted.kind == "person" and scene.kind == "session":
        known = set(people_of(content))
        if plain not in known:
            _check_near(key, known)
    return plain


def _made_key(step: Step, value: Any, content: Plain) -> str:
    """A key nobody has to think of: the kind of event, or the name of the list with a number."""
    taken = keys_of(content, str(step.place[-1]), step.question.key)
    if step.wanted.kind == "choice":
        return next(
            key for at in range(1, len(taken) + 2) if (key := f"{value}-{at}" if at > 1 else str(value)) not in taken
        )
    return next(key for at in range(1, len(taken) + 2) if (key := f"{step.question.key}-{at}") not in taken)


def problem_with(changes: Sequence[Change], content: Plain, scene: Scene) -> str:
    """Why the case would be none with these changes, in one line; empty when it would be one."""
    draft = Draft(content)
    make(changes, draft)
    try:
        problems = not_yet(Case.from_data(draft.content), scene.on)
    except CaseError as error:
        problems = list(error.problems)
    return _line(problems[0]) if problems else ""


def _line(problem: Problem) -> str:
    """A problem of the case as one line, without its place: the question says what it is about."""
    message = problem.message.removeprefix(f"{problem.field}: ")
    hint = f" {problem.hint[:1].upper()}{problem.hint[1:]}." if problem.hint else ""
    return f"{message[:1].upper()}{message[1:]}.{hint}"
