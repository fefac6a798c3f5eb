"""The focus: the choice and how sure it is, then for each area what speaks for it and what against, side by side."""

from __future__ import annotations

from collections.abc import Iterator

from ipt_rules.markup import Html, el, joined
from ipt_rules.recommendation import Argument, Candidate, Recommendation
from ipt_rules.render import wording
from ipt_rules.render.sections import ARGUMENTS, behind, empty_areas, grouped, sentence
from ipt_rules.report.drawing import rect
from ipt_rules.report.icons import number
from ipt_rules.report.notes import Notes
from ipt_rules.report.saying import folded, listed
from ipt_rules.translation import _

BAR = 14  # pixels of a bar for each point


def focus(recommendation: Recommendation, notes: Notes) -> Html:
    """The whole part. What is to be read before any area is offered comes first.

    Arguments about somebody or something else than an area's best subject wait below.
    """
    choice = recommendation.focus
    stated = [one for one in recommendation.findings if one.section == "focus"]
    others = [one for one in stated if one.conclusion not in (*ARGUMENTS, "ask")]
    first = [one for one in others if one.content.get("first")]
    rest = grouped(one for one in others if one not in first)
    open_ = [group for group in rest if any(one.prominent for one in group)]
    told = wording.focus_sentences(choice, qualified=bool(recommendation.before_focus))
    areas = [one for one in choice.candidates if one.arguments]
    chosen = [one for one in others if one.conclusion == "choose"]
    lead = [
        listed(grouped(first), notes),
        el("p", el("strong", told[0]), notes.of(chosen), class_="choice"),
        *(el("p", one) for one in told[1:]),
    ]  # made first: notes are numbered as they are named
    shown = [_area(one, recommendation, notes) for one in areas]
    beside = [one for one in stated if one.conclusion in ARGUMENTS and one not in notes.told]
    return joined(
        [
            joined(lead),
            shown,
            (el("p", one) for one in empty_areas(choice.candidates)),
            listed(open_, notes),
            folded([*(group for group in rest if group not in open_), *grouped(beside)], notes),
        ]
    )


def _area(candidate: Candidate, recommendation: Recommendation, notes: Notes) -> Html:
    """One area with its arguments in two columns."""
    name = wording.area_name(candidate.area, candidate.about)
    aside = _(" (no focus area here)") if candidate.set_aside else ""
    sides = (
        (_("For"), [one for one in candidate.arguments if _speaks_for(one, recommendation)]),
        (_("Against"), [one for one in candidate.arguments if not _speaks_for(one, recommendation)]),
    )
    columns = (_side(title, arguments, recommendation, notes) for title, arguments in sides)
    score = _("points for and against together: {points}").format(points=signed(candidate.score))
    return el(
        "section",
        el("h3", name, aside, " ", el("span", score, class_="score-of")),
        el("div", columns, class_="sides"),
        class_="area",
    )


def _speaks_for(argument: Argument, recommendation: Recommendation) -> bool:
    """The side of an argument; one that is counted with another has no points, and is known by its finding."""
    if argument.points:
        return argument.points > 0
    return all(one.conclusion == "argues_for" for one in behind(argument, recommendation.findings))


def _side(title: str, arguments: list[Argument], recommendation: Recommendation, notes: Notes) -> Html:
    items = (el("li", _argument(one, recommendation, notes)) for one in arguments)
    nothing = el("p", _("Nothing recorded."), class_="small")
    return el("div", el("h4", title), el("ul", items, class_="arguments") if arguments else nothing)


def _argument(argument: Argument, recommendation: Recommendation, notes: Notes) -> Html:
    note = notes.of(behind(argument, recommendation.findings))
    if not argument.counted:
        return joined([el("span", argument.rationale, " ", _("(Counted with another.)")), note])
    return joined([_points(argument.points), el("span", argument.rationale), note])


def _points(points: int) -> Html:
    """The weight of an argument, as a number and as a bar."""
    width = abs(points) * BAR
    bar = rect(0, 2, width, 8, "for" if points > 0 else "against")
    drawn = el(
        "svg",
        bar,
        viewBox=f"0 0 {max(width, 1)} 12",
        width=number(width),
        height="12",
        class_="bar",
        aria_hidden="true",
    )
    return el("span", signed(points), " ", drawn, class_="points-of")


def signed(points: int) -> str:
    """
    >>> signed(3), signed(-2), signed(0)
    ('+3', '−2', '0')
    """
    return "0" if points == 0 else f"{'+' if points > 0 else '−'}{abs(points)}"


def missing_answers(recommendation: Recommendation) -> Iterator[str]:
    """The missing answers that could change the choice of focus."""
    yield from (sentence(wording.gap_sentence(gap)) for gap in recommendation.focus.gaps)
