"""Why an area is not the focus, or why it is: its arguments, what is missing, and what decided, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ipt_rules import vocabulary as words
from ipt_rules.case import Case
from ipt_rules.errors import UnknownNameError, did_you_mean
from ipt_rules.matching.plain import PlainMatcher
from ipt_rules.quiet import Quiet
from ipt_rules.recommendation import Argument, Candidate, FocusChoice, FocusGap
from ipt_rules.recommending import recommend
from ipt_rules.rulebook import Rulebook
from ipt_rules.translation import _, counted
from ipt_rules.vocabulary import DEFICITS


@dataclass(frozen=True, repr=False)
class WhyNot(Quiet):
    """One area on one case: its points, its arguments, why it is or is not the focus, and what could add to it."""

    _told = ("area", "points", "chosen")

    case_id: str
    on: date
    area: str
    about: str
    points: int
    chosen: bool
    reasons: tuple[str, ...]
    arguments: tuple[Argument, ...]
    missing: tuple[FocusGap, ...]
    site_parameters: tuple[Mapping[str, Any], ...] = ()
    also_called: tuple[str, ...] = ()


def why_not(case: Case, rulebook: Rulebook, area: str, on: date) -> WhyNot:
    """Why `area` is not the focus of this case on the day `on`, or that it is.

    `area` may be one of our areas or a name that another service uses for one, such as `loneliness`.
    Raises UnknownNameError for a word that is no area, CaseError when `on` is before the intake.
    """
    area = _area(area, rulebook)
    focus = recommend(case, rulebook, on, engine=PlainMatcher.name).focus
    found = next((one for one in focus.candidates if one.area == area), None)
    candidate = found or Candidate(area, "", "", 0, False, False, 0, 0, ())
    return WhyNot(
        case_id=case.id,
        on=on,
        area=area,
        about=candidate.about,
        points=candidate.score,
        chosen=focus.primary == area,
        reasons=tuple(_reasons(focus, candidate, rulebook)),
        arguments=candidate.arguments,
        missing=tuple(gap for gap in focus.gaps if gap.area == area),
        site_parameters=tuple(rulebook.site_parameters),
        also_called=_names_elsewhere(area, rulebook),
    )


def _area(word: str, rulebook: Rulebook) -> str:
    """The area that a word names: ours, or what another service calls it (FOC-02)."""
    names = area_names(rulebook)
    found = {plain(name): area for name, area in names.items()}.get(plain(word))
    if found is None:
        hint = did_you_mean(word, names, ", ".join(words.AREAS))
        raise UnknownNameError(_("there is no area `{word}`: {hint}").format(word=word, hint=hint))
    return found


def area_names(rulebook: Rulebook) -> dict[str, str]:
    """The area of every name: our own, then those that other services use."""
    names = {area: area for area in words.AREAS}
    return names | {name: area for area in words.AREAS for name in _names_elsewhere(area, rulebook)}


def _names_elsewhere(area: str, rulebook: Rulebook) -> tuple[str, ...]:
    known = rulebook.areas.get(area)
    return tuple(one.name for one in known.also) if known else ()


def plain(word: str) -> str:
    """A name as it is compared: in small letters, without hyphens, in the singular.

    >>> plain("Life changes"), plain("role-dispute")
    ('life change', 'role dispute')
    """
    return word.casefold().replace("-", " ").strip().removesuffix("s")


def _reasons(focus: FocusChoice, candidate: Candidate, rulebook: Rulebook) -> Iterator[str]:
    yield from _standing(focus, candidate)
    yield from _threshold(candidate, rulebook)
    if candidate.set_aside:
        yield _("Your service works with three areas; interpersonal deficits is none of them.")
    elif candidate.area == DEFICITS:
        yield from _gate(focus)
    yield from _lead(focus, candidate, rulebook)


def _standing(focus: FocusChoice, candidate: Candidate) -> Iterator[str]:
    """What the choice as a whole says of it."""
    name = _(words.AREA_NAMES[candidate.area])
    if focus.primary == candidate.area:
        stands = {
            "agreed": _("{area} is the focus you agreed on."),
            "lean": _("{area} is on top, but too little is recorded to offer it."),
        }
        yield stands.get(focus.status, _("{area} is the focus to consider.")).format(area=name)
    elif focus.status == "agreed" and focus.primary:
        agreed = _(words.AREA_NAMES[focus.primary]).lower()
        yield _("You agreed on {area}; an agreed focus outranks the points.").format(area=agreed)
    elif candidate.area in focus.tied:
        yield _("{area} is one of the areas between which the choice is open.").format(area=name)
    if focus.secondary == candidate.area:
        agreed_on, offered = _("{area} is the second focus."), _("{area} is the second focus to offer.")
        yield (agreed_on if focus.status == "agreed" else offered).format(area=name)


def _threshold(candidate: Candidate, rulebook: Rulebook) -> Iterator[str]:
    needed = rulebook.parameter("focus_candidate_points")
    if not candidate.arguments:
        yield _("No argument for or against it follows from what is recorded.")
    elif candidate.score < needed:
        short = _("It has {points}; an area is a candidate from {needed} on.")
        yield short.format(points=_points(candidate.score), needed=_points(needed))
    if candidate.arguments and not candidate.has_strong:
        yield _("It has no strong argument; a candidate needs at least one.")


def _gate(focus: FocusChoice) -> Iterator[str]:
    """Deficits come last: only when no other area is a candidate, and after everything was asked."""
    others = [_(words.AREA_NAMES[one.area]) for one in focus.candidates if one.is_candidate and one.area != DEFICITS]
    if others:
        last = _("Deficits are considered only when no other area is a candidate; here {areas} is.")
        yield last.format(areas=_(" and ").join(others))
    elif focus.status == "lean":
        yield _("Deficits are offered only after deaths, changes, conflicts and the rest were asked about.")


def _lead(focus: FocusChoice, candidate: Candidate, rulebook: Rulebook) -> Iterator[str]:
    lead = rulebook.parameter("focus_lead_points")
    first = next((one for one in focus.candidates if one.area != candidate.area), None)
    if first is None or focus.primary == candidate.area:
        return
    ahead = first.score - candidate.score
    if ahead > 0:
        yield _("{area} is {points} ahead ({first} against {own}); {lead} decide.").format(
            area=_(words.AREA_NAMES[first.area]),
            points=_points(ahead),
            first=first.score,
            own=candidate.score,
            lead=_points(lead),
        )


def _points(number: int) -> str:
    return counted("{number} point", "{number} points", number)
