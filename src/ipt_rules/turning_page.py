"""What would change an answer, as a page for reading: missing answers first, then what is recorded, each by what it turns to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ipt_rules.facts.base import shown
from ipt_rules.render import wording
from ipt_rules.render.page import Item, Page, Section, clean, cleaned
from ipt_rules.translation import _, counted
from ipt_rules.turning import FieldChange, Turn, Turning
from ipt_rules.turning_bounds import RECORDED
from ipt_rules.turning_closing import Closing
from ipt_rules.turning_questions import ALERTS, FOCUS, PHASE

MOST_SHOWN = 6
"""So many changes are shown for one outcome; JSON has all."""


def turning_page(told: Turning) -> Page:
    """The answer now, what could be asked, what could have been recorded otherwise, and how far it was looked."""
    title = _title(told)
    sections = (
        Section(title, lead=cleaned(_now(told))),
        Section(_("What closes the alerts that stand"), items=tuple(map(_closing, told.closings))),
        Section(_("Missing answers"), lead=cleaned(_lead_missing(told)), items=tuple(_missing(told))),
        Section(_("Recorded answers"), lead=cleaned(_lead_recorded(told)), items=tuple(_items(told.otherwise))),
        Section(_("How far this was looked for"), lead=cleaned(_looked(told))),
    )
    return Page(clean(title), tuple(one for one in sections if not one.empty), _footer(told))


def _title(told: Turning) -> str:
    titles = {
        FOCUS: _("What would change the focus"),
        PHASE: _("What would change the phase"),
        ALERTS: _("What would raise an alert"),
    }
    return titles.get(told.what) or _("What would change {rule}").format(rule=told.what)


def _now(told: Turning) -> Iterator[str]:
    if not (told.what == ALERTS and told.closings):
        yield _("At present: {answer}.").format(answer=told.now)


def _lead_missing(told: Turning) -> Iterator[str]:
    """What the missing answers are; that there are none is told with how far it was looked."""
    if told.missing:
        lead = _("Not known now, and can still be asked. With the answer shown, it would be:")
        raise_ = _("Not known now, and can still be asked. The answer shown would raise an alert of this level:")
        yield raise_ if told.what == ALERTS else lead


def _lead_recorded(told: Turning) -> Iterator[str]:
    if told.otherwise:
        yield _("For reading the record again, where an answer may have been misheard or is out of date. It would be:")


def _missing(told: Turning) -> Iterator[Item]:
    """By what it turns to; of alerts by their level, and all of them."""
    if told.what != ALERTS:
        yield from _items(told.missing)
        return
    for mark, tone, level in (*wording.LEVELS.values(), ("!", "warning", wording.AT_NEXT_CONTACT)):
        head = _(level)
        lines = [turn_line(turn) for turn in told.missing if turn.turns_to.startswith(f"{head}: ")]
        if lines:
            yield Item(head, mark, tone, points=cleaned(lines))


def _items(turns: Sequence[Turn]) -> Iterator[Item]:
    """One item for each outcome, with the changes that lead to it."""
    outcomes: dict[str, list[Turn]] = {}
    for turn in turns:
        outcomes.setdefault(turn.turns_to, []).append(turn)
    for outcome, leading in outcomes.items():
        lines = [turn_line(turn) for turn in leading[:MOST_SHOWN]]
        more = len(leading) - MOST_SHOWN
        small = (counted("and {number} more, in --format json", "and {number} more, in --format json", more),)
        mark = "?" if leading[0].kind == "missing" else "-"
        yield Item(
            clean(f"{outcome[:1].upper()}{outcome[1:]}"), mark, points=cleaned(lines), small=small if more > 0 else ()
        )


def turn_line(turn: Turn) -> str:
    """The changes of a turn in a line."""
    return (
        _("{one}, and {other}").format(one=_change(turn.changes[0]), other=_change(turn.changes[1]))
        if len(turn.changes) > 1
        else _change(turn.changes[0])
    )


def _change(change: FieldChange) -> str:
    about = f"{change.about}: " if change.about else ""
    missing = _("{about}{asks}: {to} (at {place})")
    form = missing if change.kind == "missing" else _("{about}{asks}: {to}, not {was} (at {place})")
    if isinstance(change.to, list):
        form = missing
    return form.format(about=about, asks=change.asks, to=_to(change), was=_value(change.was), place=change.place)


def _to(change: FieldChange) -> str:
    """The new value for reading: of a list what is more or less in it."""
    before = change.was if isinstance(change.was, list) else []
    if not isinstance(change.to, list):
        return _("{value}, among others").format(value=_value(change.to)) if change.example else _value(change.to)
    more = [one for one in change.to if one not in before]
    less = [one for one in before if one not in change.to]
    words = ", ".join(map(_value, more or less))
    if less:
        return _("without {words}").format(words=words)
    return _("such as {words}").format(words=words) if change.example else words


def _value(value: Any) -> str:
    """A value for reading."""
    if value == RECORDED:
        return _("something is recorded")
    return str(value).replace("-", " ") if isinstance(value, str) and not value[:1].isdigit() else shown(value)


def _closing(closing: Closing) -> Item:
    until = until_words(closing)
    small = (", ".join(closing.statements),) if closing.statements else ()
    return Item(clean(f"{closing.level}: {closing.summary}"), "!", "warning", says=cleaned([until]), small=small)


def until_words(closing: Closing) -> str:
    """What an alert that stands waits for, in a sentence."""
    if closing.until:
        return _("It waits for this: {until}.").format(until=f"{closing.until[:1].lower()}{closing.until[1:]}")
    return _("It stands as long as its conditions do.")


def _looked(told: Turning) -> Iterator[str]:
    if told.tried:
        tried = counted("{number} change was tried", "{number} changes were tried", told.tried)
        yield _("{tried} on a copy of this case, one answer at a time, and two together where one did not do.").format(
            tried=tried
        )
        if not told.turns:
            yield _(
                "None of them changes it. That is not to say that nothing would: people and events that are not recorded were "
                "not tried, nor several answers at once."
            )
        elif not told.missing:
            yield _("No missing answer among them changes it.")
        if not told.complete:
            yield _("The search was stopped there; more may be found.")
        if told.beyond:
            yield counted(
                "{number} more was found and not looked into.",
                "{number} more were found and not looked into.",
                told.beyond,
            )
    if told.what in (FOCUS, PHASE):
        yield _("Answers that would raise an alert are not among them: see what would change the alerts.")
    if not told.recorded_tried:
        yield _(
            "What is recorded is not questioned here: an alert is closed by what is asked and recorded, not by changing an "
            "answer."
        )


def _footer(told: Turning) -> tuple[str, ...]:
    """Nobody is told to record anything but what was said."""
    site = wording.site_sentence(told.site_parameters)
    rest = (
        [_("These are questions to ask, not answers to write: only what the person says belongs in the record.")]
        if told.turns
        else []
    )
    return cleaned(
        [*rest, _("Case {case}, {on}.").format(case=told.case_id, on=told.on.isoformat()), *([site] if site else [])]
    )
