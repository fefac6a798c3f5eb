"""The interpersonal inventory: a picture of closeness, and the same people as a list with all that is recorded of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ipt_rules.case.people import Relationship
from ipt_rules.facts.dispute_parts import present
from ipt_rules.facts.people import alive
from ipt_rules.facts.view import View
from ipt_rules.markup import Html, el, joined
from ipt_rules.quiet import Quiet
from ipt_rules.report.circles import RINGS, Circles, Standing, circles_of
from ipt_rules.report.drawing import circle, drawing, line, path, rect, sign, text
from ipt_rules.report.material import Material
from ipt_rules.report.words import capitalised, closeness_name, slug_in_words
from ipt_rules.translation import _

WIDE, WIDE_SIDE, WIDE_SIGN = (
    235.0,
    110.0,
    11.0,
)  # half the height of the picture, the room beside it, the size of a sign
NARROW, NARROW_SIDE, NARROW_SIGN = 156.0, 4.0, 9.0


@dataclass(frozen=True, repr=False)
class Person(Quiet):
    """Somebody of the inventory, numbered for the picture; the marks say what is recorded and never what is not."""

    _told = ("number",)

    number: int
    name: str
    one: Relationship
    died: bool
    over: bool
    conflict: bool
    support: bool


def people_of(view: View) -> list[Person]:
    """The people of the inventory, the closest first, those whose closeness is not known last."""
    ordered = sorted(view.background.relationships, key=lambda one: RINGS.index(one.closeness))
    return [_person(number, one, view) for number, one in enumerate(ordered, start=1)]


def _person(number: int, one: Relationship, view: View) -> Person:
    return Person(
        number=number,
        name=str(view.who(one.person)),
        one=one,
        died=alive(view, one.person) is False,
        over=one.past == "yes" or one.change == "ended",
        conflict=present(view, one) is True,
        support=one.supportive == "yes" or one.confidant == "yes",
    )


def inventory(material: Material) -> Html:
    """The picture, what its marks mean, and the people as a list."""
    people = people_of(material.view)
    if not people:
        return el("p", _("No person is recorded yet."))
    names = {ring: closeness_name(ring) for ring in RINGS}
    told = [(one.number, one.one.closeness, one.name) for one in people]
    wide = circles_of(told, names, WIDE, WIDE_SIGN, WIDE_SIDE)
    narrow = circles_of([(number, ring, "") for number, ring, _name in told], names, NARROW, NARROW_SIGN, NARROW_SIDE)
    pictures = [
        _picture("circles", wide, people, WIDE_SIDE, "wide-only"),
        _picture("circles-narrow", narrow, people, NARROW_SIDE, "narrow-only"),
    ]
    left = [one for one in people if one.number in (*wide.left, *narrow.left)]
    return joined(
        [
            el("figure", pictures, _legend(people), class_="closeness"),
            el("p", _("On a full ring there may be no room for all; the list has everybody."), class_="small")
            if left
            else None,
            el(
                "ol", (el("li", list(_listed(one, material.view)), value=one.number) for one in people), class_="people"
            ),
        ]
    )


# The picture


def _picture(name: str, circles: Circles, people: Sequence[Person], side: float, look: str) -> Html:
    half = circles.half
    width = 2 * (half + side)
    moved = f"translate({half + side:g} {half:g})"
    by_number = {one.number: one for one in people}
    content = el(
        "g",
        list(_rings(circles)),
        (_standing(one, by_number[one.number], circles.sign) for one in circles.people),
        transform=moved,
    )
    return drawing(name, _("Picture of closeness"), _about(people), width, 2 * half, [content], look)


def _about(people: Sequence[Person]) -> str:
    """What the picture shows, for somebody who does not see it; the list below has each person."""
    here = [(ring, [one.name for one in people if one.one.closeness == ring]) for ring in RINGS]
    told = [f"{capitalised(closeness_name(ring))}: {', '.join(names)}." for ring, names in here if names]
    return " ".join([_("The patient in the middle, people on rings around."), *told])


def _rings(circles: Circles) -> Iterator[Html]:
    for ring in reversed(RINGS):
        yield circle(0, 0, circles.radii[ring], "ring" if ring else "ring unknown")
    yield circle(0, 0, circles.sign * 1.6, "patient")
    for ring in RINGS:
        yield text(closeness_name(ring), 0, 3.5 - circles.radii[ring], "ring-name", "middle")


def _standing(one: Standing, person: Person, size: float) -> Html:
    """A sign with its number and marks, and the name where there is room."""
    return el(
        "g",
        el("title", f"{person.number} {person.name}"),
        _sign(person, one.x, one.y, size),
        text(str(person.number), one.x, one.y + 4, "number", "middle"),
        _marks(person, one.x, one.y, size),
        text(one.label, one.label_x, one.label_y, "name", one.anchor) if one.label else None,
        class_="person",
    )


def _sign(person: Person, x: float, y: float, size: float) -> Html:
    """Round; square for who has died; broken for a relationship that is over."""
    if person.died:
        return rect(x - size + 1, y - size + 1, 2 * size - 2, 2 * size - 2, "token died")
    return circle(x, y, size, "token over" if person.over else "token")


def _marks(person: Person, x: float, y: float, size: float) -> list[Html]:
    edge = size * 0.85
    return [
        *([_bolt(x + edge, y - edge)] if person.conflict else []),
        *([_plus(x - edge, y - edge)] if person.support else []),
    ]


def _bolt(x: float, y: float) -> Html:
    """The mark of conflict."""
    steps = [(1, -7), (-4, 1), (-0.5, 1), (-1.5, 7), (4, -2), (0.5, -2), (3, -7)]
    return path([(x + dx, y + dy) for dx, dy in steps], "conflict", closed=True)


def _plus(x: float, y: float) -> Html:
    """The mark of support."""
    return el("g", circle(x, y, 5.5, "support"), line(x - 3, y, x + 3, y, "plus"), line(x, y - 3, x, y + 3, "plus"))


def _legend(people: Sequence[Person]) -> Html:
    """What the marks mean, and that the lack of one means nothing."""
    entries = [
        (True, [circle(8, 8, 7, "patient")], _("the patient")),
        (any(one.conflict for one in people), [_bolt(8, 8)], _("conflict now")),
        (any(one.support for one in people), [_plus(8, 8)], _("gives support, or can be confided in")),
        (any(one.died for one in people), [rect(2, 2, 12, 12, "token died")], _("has died")),
        (any(one.over and not one.died for one in people), [circle(8, 8, 6, "token over")], _("of the past, or ended")),
        (
            any(one.one.closeness is None for one in people),
            [circle(8, 8, 6, "ring unknown")],
            _("broken outer ring: how close is not known"),
        ),
    ]
    items = [el("li", sign(shapes), " ", words) for there, shapes, words in entries if there]
    no_mark = _("A mark that is not there means that nothing is recorded, not that there is nothing.")
    return el("figcaption", el("ul", items, class_="legend") if items else None, el("p", no_mark, class_="small"))


# The list


def _listed(person: Person, view: View) -> Iterator[Html]:
    """Everything recorded of somebody, in short."""
    one = person.one
    told = [closeness_name(one.closeness), *_facts(person)]
    yield el("p", el("strong", person.name), f": {'; '.join(told)}.")
    words = [
        (_("Good: {words}"), one.good),
        (_("Hard: {words}"), one.bad),
        (_("The patient expects: {words}"), one.expect_self),
        (_("They expect: {words}"), one.expect_other),
        (_("Wished for: {words}"), one.change_wanted),
        (_("The conflict: {words}"), one.conflict.about if one.conflict else None),
    ]
    for label, said in words:
        if said:
            yield el("p", label.format(words=said), class_="quoted")


def _facts(person: Person) -> Iterator[str]:
    one = person.one
    if one.closeness_wished and one.closeness_wished != one.closeness:
        yield _("wished: {closeness}").format(closeness=closeness_name(one.closeness_wished))
    yield from (words for there, words in _yes(person) if there)
    if one.conflict and one.conflict.present == "no":
        yield _("no conflict now")
    if one.conflict and one.conflict.stage and person.conflict:
        yield _("stage of the conflict: {stage}").format(stage=slug_in_words(one.conflict.stage))
    if one.expectations_met == "no":
        yield _("expectations differ")
    if one.contact:
        yield _("contact: {contact}").format(contact=slug_in_words(one.contact))
    if one.change and one.change != "same":
        yield _("since the onset: {change}").format(change=slug_in_words(one.change))


def _yes(person: Person) -> Iterator[tuple[bool, str]]:
    one = person.one
    yield person.died, _("has died")
    yield one.past == "yes", _("a relationship of the past")
    yield person.conflict, _("conflict now")
    yield one.supportive == "yes", _("gives support")
    yield one.confidant == "yes", _("can be confided in")
    yield one.could_support == "yes", _("could give support, and was not asked when this was recorded")
    yield one.withdrawn == "yes", _("has withdrawn")
    yield one.lives_with == "yes", _("lives in the same home")
    yield one.knows_of_illness == "yes", _("knows of the low mood")
