"""Events and the onset of the episode: what is dated stands in order with a strip of time beside it, the rest stands apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ipt_rules.case import PartialDate
from ipt_rules.case.people import LifeEvent, Relationship
from ipt_rules.facts.timing import days_before, timing
from ipt_rules.facts.view import View
from ipt_rules.markup import Html, el, joined
from ipt_rules.quiet import Quiet
from ipt_rules.report.material import Material
from ipt_rules.report.strip import Strip
from ipt_rules.report.words import capitalised
from ipt_rules.translation import _

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
BEFORE_YEARS = 3  # how far before the onset the strip of time reaches: a matter of room, not of meaning


@dataclass(frozen=True, repr=False)
class Event(Quiet):
    """Something that happened. `beside` says where it lies beside the onset, `letter` is its sign in drawings."""

    name: str
    when: PartialDate | None
    beside: str
    meaning: str = ""
    letter: str = ""

    def within(self, start: date, end: date) -> tuple[date, date] | None:
        """The days between two days on which it may have been; None where there are none."""
        if self.when is None or self.when.latest < start or self.when.earliest > end:
            return None
        return max(self.when.earliest, start), min(self.when.latest, end)


def events_of(material: Material) -> list[Event]:
    """The dated events in order, lettered, then those without a date in the order of the record."""
    view = material.view
    found = [
        *(_life_event(view, one) for one in view.background.life_events),
        *(_conflict(view, one) for one in view.background.relationships if _has_time(one)),
    ]
    dated = sorted((one for one in found if one.when), key=_order)
    lettered = [replace(one, letter=_letter(at)) for at, one in enumerate(dated)]
    return [*lettered, *(one for one in found if one.when is None)]


def _order(event: Event) -> tuple[date, date, str]:
    assert event.when is not None
    return event.when.earliest, event.when.latest, event.name


def _letter(at: int) -> str:
    """A, B, C .. and from the twenty-seventh on A2, B2 .."""
    round_, place = divmod(at, len(LETTERS))
    return f"{LETTERS[place]}{round_ + 1 if round_ else ''}"


def _life_event(view: View, one: LifeEvent) -> Event:
    name = capitalised(str(view.what(one)))
    return Event(name, one.date, _beside(view, one.date, one.onset_relation, one.linked_by), one.meaning or "")


def _has_time(one: Relationship) -> bool:
    told = one.conflict
    return told is not None and (told.since is not None or told.onset_relation is not None)


def _conflict(view: View, one: Relationship) -> Event:
    told = one.conflict
    assert told is not None
    name = _("The conflict with {who} began or became worse").format(who=view.who(one.person))
    return Event(name, told.since, _beside(view, told.since, told.onset_relation, told.linked_by), told.about or "")


def _beside(view: View, when: PartialDate | None, relation: str | None, linked_by: Sequence[str]) -> str:
    onset = view.background.episode.onset if view.background.episode else None
    if days_before(when, onset) is None and relation is None:
        return ""
    return str(timing(view, when, relation, linked_by)["when"])


def day_in_words(when: PartialDate) -> str:
    """A day as it was told: what was told to the month is not made a day."""
    if when.precision == "month":
        return _("{month}, day not known").format(month=when)
    return _("{year}, month not known").format(year=when) if when.precision == "year" else str(when)


def timeline(material: Material, events: Sequence[Event]) -> Html:
    """The events and the onset in order, then what has no date."""
    onset = onset_of(material)
    dated, undated = [one for one in events if one.when], [one for one in events if one.when is None]
    ordered = sorted([*dated, *([onset] if onset and onset.when else [])], key=_order)
    strip = _strip(material, ordered) if ordered else None
    items = [_item(one, strip, is_onset=one is onset) for one in ordered] if strip else []
    return joined(
        [
            el("p", _("When the low mood began is not known.")) if onset is None else None,
            el("p", _("No event is recorded.")) if not events else None,
            el("div", _head(strip), el("ol", items, class_="events")) if strip else None,
            joined(_apart(undated)) if undated else None,
        ]
    )


def onset_of(material: Material) -> Event | None:
    """The onset of this episode, where it was told in any way."""
    episode = material.view.background.episode
    if episode is None or episode.onset is None:
        return None
    return Event(_("The low mood began"), episode.onset, "")


def _strip(material: Material, ordered: Sequence[Event]) -> Strip:
    """The stretch of time that is drawn: from a little before the onset to the last contact or event."""
    episode = material.view.background.episode
    onset = episode.onset if episode else None
    intake, last = material.stops[0].contact.date, material.stops[-1].contact.date
    anchor = onset.earliest if onset else intake
    since = anchor.replace(year=anchor.year - BEFORE_YEARS, day=1)
    near = [one.when for one in ordered if one.when and one.when.latest >= since]
    start = min([intake, *(max(when.earliest, since) for when in near)])
    return Strip(start, max([last, *(when.latest for when in near if when.earliest <= last)]), onset, (intake, last))


def _head(strip: Strip) -> Html:
    """The scale above the strips, and what the shades mean."""
    legend = [
        el("li", el("span", class_="swatch treatment"), " ", _("treatment so far")),
        el("li", el("span", class_="swatch known"), " ", _("the days on which it may have been")),
    ]
    if strip.onset:
        legend.insert(0, el("li", el("span", class_="swatch onset"), " ", _("when the low mood began")))
    return joined([el("ul", legend, class_="legend"), el("div", strip.scale(), class_="scale")])


def _item(event: Event, strip: Strip, *, is_onset: bool) -> Html:
    assert event.when is not None
    about = "; ".join(part for part in (day_in_words(event.when), event.beside) if part)
    letter = el("span", event.letter, class_="letter", aria_hidden="true") if event.letter else ""
    words = el(
        "div",
        el("p", letter, " " if letter else "", el("strong", event.name)),
        " ",
        el("p", about, class_="small"),
        el("p", event.meaning, class_="quoted") if event.meaning else None,
    )
    return el("li", words, strip.of(event.when), class_="onset" if is_onset else None)


def _apart(undated: Sequence[Event]) -> Iterator[Html]:
    yield el("h3", _("Without a date"))
    items = []
    for one in undated:
        told = one.beside or _("when it was is not known")
        meaning = el("p", one.meaning, class_="quoted") if one.meaning else None
        items.append(el("li", el("p", el("strong", one.name), f": {told}"), meaning))
    yield el("ul", items, class_="undated")
