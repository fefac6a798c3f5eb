"""Reading the questionnaires of a case: one `Reading` for each that was filled in, with what may be said of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ipt_rules.case.contact import Measures, Score
from ipt_rules.case.record import Contact
from ipt_rules.facts.view import Knowledge, View, measures_of
from ipt_rules.instruments import Instrument, Items, Total, item_problems, total
from ipt_rules.naming import key_in_words

SCALES = ("phq9", "gad7", "wsas", "epds", "qids", "hrsd", "osss3", "mspss", "pg13r", "icg")
"""The questionnaires a contact may hold, by their keys in instruments.yaml."""


@dataclass(frozen=True)
class Reading:
    """One questionnaire filled in once. `total` is None while an answer is missing that may not be inferred."""

    scale: str
    instrument: Instrument
    contact: Contact
    index: int  # place of its contact among those read: the intake is 0
    day: date
    score: Score
    total: int | None
    prorated: bool
    missing: tuple[int, ...]

    @property
    def place(self) -> str:
        return f"{self.contact.place}.measures.{self.scale}"

    @property
    def items(self) -> Items:
        return item_numbers(self.score)

    @property
    def self_harm(self) -> int | None:
        """The answer about being better off dead or self-harm; None where it is blank, or nothing asks for it."""
        asks = self.instrument.self_harm_item
        return self.items.get(asks.number) if asks else None

    @property
    def invalid(self) -> bool:
        """Known to be invalid (MEA-08): filled in by somebody else, for another period, or too long before."""
        limit = self.instrument.validity
        too_old = limit is not None and (self.contact.date - self.day).days > limit.days
        return self.score.by_patient == "no" or self.score.usual_period == "no" or too_old

    @property
    def points(self) -> int:
        """The total of a usable reading."""
        assert self.total is not None, "only a usable reading has points"
        return self.total

    @property
    def usable(self) -> bool:
        return self.total is not None and not self.invalid


def item_numbers(score: Score) -> Items:
    """The answers by item number; keys that are no numbers are left out."""
    return {int(key): value for key, value in score.items.items() if key.isdigit()}


def self_harm_items(view: View) -> Mapping[str, int]:
    """The number of the item about being better off dead or self-harm, of each questionnaire that has one."""
    return view.once("self-harm items", _self_harm_items)


def other_self_harm_items(view: View) -> Mapping[str, int]:
    """The same of questionnaires that are no screen of their own: above nought it is enquired into, nought it clears nothing."""
    return view.once("other self-harm items", lambda view: _items_about_harm(view, screens=False))


def _self_harm_items(view: View) -> Mapping[str, int]:
    return _items_about_harm(view, screens=True)


def _items_about_harm(view: View, *, screens: bool) -> Mapping[str, int]:
    asking = {scale: view.knowledge.instruments.instruments.get(scale) for scale in SCALES}
    items = {scale: one.self_harm_item for scale, one in asking.items() if one and one.self_harm_item}
    return {scale: item.number for scale, item in items.items() if item.screens is screens}


def readings(view: View) -> tuple[Reading, ...]:
    """Every questionnaire of the contacts that were held, in order of contact, then of SCALES."""
    return view.once("readings", lambda view: tuple(_readings(view, view.held)))


def all_readings(view: View) -> tuple[Reading, ...]:
    """The same, with those that came in at a missed session: for danger they count as well."""
    return view.once("all readings", lambda view: tuple(_readings(view, view.contacts)))


def _readings(view: View, contacts: Sequence[Contact]) -> Iterator[Reading]:
    for index, contact in enumerate(contacts):
        for scale, score, made in view.of(contact, "scores", _scores):
            if (score.date or contact.date) <= view.on:
                yield _reading(view.knowledge.instruments[scale], scale, contact, index, score, made)


def _scores(contact: Contact, knowledge: Knowledge) -> list[tuple[str, Score, Total]]:
    """What was filled in at a contact, with what its items add up to."""
    measures = measures_of(contact)
    filled = [(scale, _score(measures, scale)) for scale in SCALES] if measures is not None else []
    return [(scale, one, _total(knowledge.instruments[scale], one)) for scale, one in filled if one is not None]


def _total(instrument: Instrument, score: Score) -> Total:
    """The total of the items; of items that cannot be none is missing."""
    items = item_numbers(score)
    made = total(instrument, items)
    return made if items and not item_problems(instrument, items) else made._replace(missing=())


def _score(measures: Measures, scale: str) -> Score | None:
    score: Score | None = getattr(measures, scale)
    filled = score is not None and (score.total is not None or any(v is not None for v in score.items.values()))
    return score if filled else None


def _reading(instrument: Instrument, scale: str, contact: Contact, index: int, score: Score, made: Total) -> Reading:
    own = score.total is not None
    return Reading(
        scale=scale,
        instrument=instrument,
        contact=contact,
        index=index,
        day=score.date or contact.date,
        score=score,
        total=score.total if own else made.value,
        prorated=made.prorated and not own,
        missing=made.missing,
    )


def of_scale(found: Sequence[Reading], scale: str) -> tuple[Reading, ...]:
    """The usable readings of one questionnaire, in order."""
    return tuple(one for one in found if one.scale == scale and one.usable)


def contact_text(number: int) -> str:
    """
    >>> contact_text(0), contact_text(4)
    ('the intake', 'session 4')
    """
    return "the intake" if number == 0 else f"session {number}"


def sessions_text(numbers: Sequence[int]) -> str:
    """
    >>> sessions_text([5]), sessions_text([4, 5, 7])
    ('session 5', 'sessions 4, 5 and 7')
    """
    if len(numbers) == 1:
        return f"session {numbers[0]}"
    return f"sessions {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"


def valid_today(view: View, reading: Reading) -> bool:
    """Whether a PHQ-9 still tells of today (MEA-08)."""
    return (view.on - reading.day).days <= int(view.parameter("phq9_valid_days"))


def words_of(slug: str | None) -> str | None:
    return None if slug is None else key_in_words(slug)


def direction(first: int | None, last: int | None) -> str | None:
    """
    >>> direction(18, 12), direction(12, 12)
    ('18 → 12 (−6)', '12 → 12 (no change)')
    """
    if first is None or last is None:
        return None
    points = last - first
    sign = "no change" if points == 0 else f"{'+' if points > 0 else '−'}{abs(points)}"
    return f"{first} → {last} ({sign})"


def fall_text(percent: float | None) -> str | None:
    """
    >>> fall_text(33.3), fall_text(-10.0), fall_text(0.0)
    ('33% below', '10% above', 'level with')
    """
    if percent is None:
        return None
    # Towards zero: a fall of 49.9% must not be told as the 50% that it does not reach.
    whole = int(abs(percent))
    return "level with" if percent == 0 else f"{whole}% {'below' if percent > 0 else 'above'}"
