"""What each contact recorded about suicide, and which of it stands: a yes stands until clear screens in a row (SAF-14)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ipt_rules.case.contact import Score
from ipt_rules.case.record import Contact
from ipt_rules.facts.scores import contact_text, item_numbers, other_self_harm_items, self_harm_items
from ipt_rules.facts.view import View, measures_of, risk_of
from ipt_rules.instruments import Instrument, cssrs_clear, cssrs_missing

QUESTIONS = ("q1", "q2", "q3", "q4", "q5", "q6", "q6_3m")
LIFETIME, RECENT = "q6", "q6_3m"
WISH = "wish"


class Screen(NamedTuple):
    """The answers of one contact about suicide; what was not asked there is not in it. `at` is its place in order."""

    at: int
    contact: Contact
    answers: Mapping[str, str]
    items: Mapping[str, int]
    screener: Instrument
    other: Mapping[str, int] = field(default_factory=dict)
    by_total: frozenset[str] = frozenset()  # the questionnaires of which the total tells what their item is at least
    wish: str | None = None
    trusted: bool = True  # no recorded item is known to be invalid (MEA-08): only then may a nought clear anything

    @property
    def recorded(self) -> bool:
        """Whether any C-SSRS question was answered."""
        return bool(self.answers)

    @property
    def missing(self) -> tuple[str, ...]:
        """The C-SSRS questions still to be asked."""
        return cssrs_missing(self.screener, self.answers)

    @property
    def complete(self) -> bool:
        return self.recorded and not self.missing

    @property
    def denied(self) -> bool:
        """Whether the C-SSRS is clear."""
        return cssrs_clear(self.screener, self.answers) is True

    @property
    def clear(self) -> bool:
        """Item 9 (or item 10 of the EPDS) is nought and the C-SSRS is clear (SAF-14); a blank is not clear."""
        noughts = bool(self.items) and self.trusted and not any(self.items.values())
        return noughts and not any(self.other.values()) and self.denied and self.wish != "yes"

    @property
    def above_nought(self) -> tuple[str, ...]:
        """The questionnaires whose item about suicide was answered above nought."""
        return tuple(scale for scale, value in {**self.items, **self.other}.items() if value)

    @property
    def told(self) -> str:
        return told(self.contact)

    def told_by(self, scale: str) -> str:
        """When an item was told, and whether only the total says so."""
        return f"{self.told}, or more, by the total" if scale in self.by_total else self.told


def told(contact: Contact) -> str:
    """At which contact something was said, for reading: `at session 3`."""
    return f"at {contact_text(contact.number)}"


def screens(view: View) -> tuple[Screen, ...]:
    """One for each contact, missed ones included: after a missed session a call may have told something."""
    return view.once("screens", lambda view: tuple(_screen(view, at, one) for at, one in enumerate(view.contacts)))


def _screen(view: View, at: int, contact: Contact) -> Screen:
    risk, measures = risk_of(contact), measures_of(contact)
    cssrs = risk.cssrs if risk else None
    told = {key: getattr(cssrs, key) for key in QUESTIONS} if cssrs else {}
    answers = {key: answer for key, answer in told.items() if answer in ("yes", "no")}
    numbers, others = self_harm_items(view), other_self_harm_items(view)
    scores = {key: getattr(measures, key) for key in (*numbers, *others)} if measures else {}
    items = {key: item for key in numbers if (item := _item(numbers[key], scores.get(key))) is not None}
    unsaid = {key: number for key, number in numbers.items() if key not in items}
    least = {key: item for key, number in unsaid.items() if (item := _least(view, key, number, scores.get(key)))}
    other = {key: item for key in others if (item := _item(others[key], scores.get(key))) is not None}
    return Screen(
        at=at,
        contact=contact,
        answers=answers,
        items={**items, **least},
        screener=view.knowledge.instruments["cssrs"],
        other=other,
        by_total=frozenset(least),
        wish=risk.wish_to_join_the_dead if risk else None,
        trusted=all(_trusted(view, key, scores[key], contact) for key in items),
    )


def _item(number: int, score: Score | None) -> int | None:
    return None if score is None else item_numbers(score).get(number)


def _least(view: View, key: str, number: int, score: Score | None) -> int:
    """What an item that was not recorded is at least: what of the total all other answers cannot make up."""
    if score is None or score.total is None:
        return 0
    answered = item_numbers(score)
    others = [item for item in view.knowledge.instruments[key].items if item.number != number]
    most = sum(item.max if (value := answered.get(item.number)) is None else value for item in others)
    return max(score.total - most, 0)


def _trusted(view: View, key: str, score: Score, contact: Contact) -> bool:
    limit = view.knowledge.instruments[key].validity
    too_old = limit is not None and score.date is not None and (contact.date - score.date).days > limit.days
    return score.by_patient != "no" and score.usual_period != "no" and not too_old


@dataclass
class Standing:
    """What stands on the day: per question the screens whose yes stands, and per questionnaire the items that do."""

    yes: dict[str, list[Screen]] = field(default_factory=dict)
    items: dict[str, list[Screen]] = field(default_factory=dict)
    known_lifetime: bool = False  # behaviour in the lifetime was told and cleared: told again, it is nothing new

    def clear(self) -> None:
        self.known_lifetime = self.known_lifetime or LIFETIME in self.yes
        self.yes.clear()
        self.items.clear()


def standing(view: View, told_so_far: Sequence[Screen]) -> Standing:
    """What of all that was told still stands after the last contact."""
    state, run = Standing(), 0
    for one in told_so_far:
        fresh = list(_fresh(state, one))
        for key in fresh:
            state.yes.setdefault(key, []).append(one)
        for key in one.above_nought:
            state.items.setdefault(key, []).append(one)
        if fresh or one.above_nought:
            run = 0
        elif one.clear:
            run += 1
        elif one.contact.held:
            run = 0
        if run and run >= needed(view):
            state.clear()
    return state


def needed(view: View) -> int:
    """How many clear screens in a row clear what was told (SAF-14)."""
    return int(view.parameter("clear_screens"))


def _fresh(state: Standing, one: Screen) -> Iterator[str]:
    """The questions that this contact answered with a yes that is news.

    The lifetime question stays yes for ever. Once it stands or was cleared, it is news only if the last three months
    were not denied along with it.
    """
    for key, answer in one.answers.items():
        repeated = key == LIFETIME and (LIFETIME in state.yes or state.known_lifetime)
        if answer == "yes" and not (repeated and one.answers.get(RECENT) == "no"):
            yield key
    if one.wish == "yes":
        yield WISH


def cleared_by_screens(view: View, start: int, at: int) -> bool:
    """Whether enough clear screens in a row were recorded after the contact `start`, the last of them not before `at`.

    Both count contacts in order. Missed sessions neither count nor break a row; a session without a screen breaks it.
    """
    found = screens(view)
    return any(_row(found, start, last) >= needed(view) for last in range(at, len(found)) if found[last].clear)


def _row(found: Sequence[Screen], start: int, last: int) -> int:
    count = 0
    for one in reversed(found[start + 1 : last + 1]):
        if one.clear:
            count += 1
        elif one.contact.held or one.recorded or one.items or one.above_nought:
            break
    return count
