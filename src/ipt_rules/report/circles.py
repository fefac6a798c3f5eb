"""Where people stand in the picture of closeness: on rings around the patient, the closest nearest.

A person stands on the ring of the closeness that is recorded, whatever else is known. Whose closeness is not known stands on
a ring of its own, outside. Places are worked out and not drawn by chance: the same inventory gives the same picture.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ipt_rules.quiet import Quiet
from ipt_rules.report.drawing import Box, shortened, text_width
from ipt_rules.vocabulary import CLOSENESS

RINGS: tuple[str | None, ...] = (*CLOSENESS, None)
"""From the innermost ring outwards; None is the ring of those whose closeness is not known."""

LINE = 13  # the height of a name
TURNS = 24  # in how many ways a ring is turned to find room for names
TURN = 0.382  # from one ring to the next, in turns: the golden angle
NAME_LENGTHS = (24, 13)  # a name is cut to the first of these that finds room
RING_NAME = 0.9  # the size of a ring's name beside that of a person


@dataclass(frozen=True, repr=False)
class Standing(Quiet):
    """Where somebody stands. `label` is the name beside the sign, empty where there is no room; `anchor` is its side."""

    _told = ("number",)

    number: int
    x: float
    y: float
    label: str = ""
    label_x: float = 0
    label_y: float = 0
    anchor: str = "start"


@dataclass(frozen=True)
class Circles:
    """The picture: half its height, the radius of a person's sign and of each ring, who stands where; `left` had no room."""

    half: float
    sign: float
    radii: Mapping[str | None, float]
    people: tuple[Standing, ...]
    left: tuple[int, ...]


def circles_of(
    people: Sequence[tuple[int, str | None, str]],
    names: Mapping[str | None, str],
    half: float,
    sign: float,
    side: float,
) -> Circles:
    """The picture for people, each with number, closeness and name, and for rings with these names.

    `sign` is the radius of a person's sign, `side` the room for names right and left of the rings. No two signs meet, and
    no name meets a sign or another name: one that would is left out, and so is who finds no place on a full ring.
    """
    return _Picture(names, half, sign, side).filled(people)


class _Picture:
    def __init__(self, names: Mapping[str | None, str], half: float, sign: float, side: float) -> None:
        self.half, self.sign, self.apart = half, sign, 2 * sign + 5
        self.box = Box(-half - side, -half, half + side, half)
        innermost, outermost = 3.6 * sign, half - sign - 4
        step = (outermost - innermost) / (len(RINGS) - 1)
        self.radii = {ring: innermost + step * at for at, ring in enumerate(RINGS)}
        self.halves = {ring: text_width(names[ring]) * RING_NAME / 2 for ring in RINGS}
        middle = Box(-1.6 * sign, -1.6 * sign, 1.6 * sign, 1.6 * sign)
        self.taken = [middle, *(self._ring_name(ring) for ring in RINGS)]

    def _ring_name(self, ring: str | None) -> Box:
        """The name of a ring stands on it at the top."""
        half, radius = self.halves[ring], self.radii[ring]
        return Box(-half, -radius - 7, half, -radius + 7)

    def filled(self, people: Sequence[tuple[int, str | None, str]]) -> Circles:
        standing: list[Standing] = []
        left: list[int] = []
        for ring in RINGS:
            here = [(number, name) for number, closeness, name in people if closeness == ring]
            most = self._capacity(ring)
            left += [number for number, _name in here[most:]]
            placed = self._ring(here[:most], ring)
            standing += placed
            self.taken += [box for one in placed for box in self._boxes(one)]
        return Circles(self.half, self.sign, self.radii, tuple(self._clear(standing)), tuple(left))

    def _clear(self, standing: Sequence[Standing]) -> Iterator[Standing]:
        """Without the names that a sign further out came to stand on."""
        for one in standing:
            others = (self._sign_box(other.x, other.y) for other in standing if other is not one)
            hidden = bool(one.label) and any(self._label_box(one).meets(box) for box in others)
            yield replace(one, label="") if hidden else one

    def _gap(self, ring: str | None) -> float:
        """The angle on each side of the top that is kept for the name of the ring."""
        return min((self.halves[ring] + self.sign + 3) / self.radii[ring], math.pi * 0.6)

    def _capacity(self, ring: str | None) -> int:
        return max(int((2 * math.pi - 2 * self._gap(ring)) * self.radii[ring] / self.apart), 1)

    def _ring(self, here: Sequence[tuple[int, str]], ring: str | None) -> list[Standing]:
        """The people of one ring, evenly apart, turned so that most names find room."""
        best: list[Standing] = []
        most = -math.inf
        for turn in range(TURNS if here else 0):
            begin = 0.5 + TURN * RINGS.index(ring)  # so that few people on several rings do not all stand on one side
            tried = list(self._turned(here, ring, (begin + turn / TURNS) % 1))
            clear = sum(bool(one.label) for one in tried) - 100 * self._meeting(tried)
            if clear > most:
                best, most = tried, clear
        return best

    def _turned(self, here: Sequence[tuple[int, str]], ring: str | None, turn: float) -> Iterator[Standing]:
        """One way to stand on a ring: signs first, then a name for each that has room beside it."""
        gap, radius = self._gap(ring), self.radii[ring]
        step = (2 * math.pi - 2 * gap) / len(here)
        angles = [gap - math.pi / 2 + step * (at + turn) for at in range(len(here))]
        places = [(radius * math.cos(angle), radius * math.sin(angle)) for angle in angles]
        busy = [*self.taken, *(self._sign_box(x, y) for x, y in places)]
        for (number, name), (x, y) in zip(here, places, strict=True):
            standing = self._named(number, name, x, y, busy)
            busy += [self._label_box(standing)] if standing.label else []
            yield standing

    def _named(self, number: int, name: str, x: float, y: float, busy: Sequence[Box]) -> Standing:
        away = self.sign + 5
        sides = [(x + away, y + 4, "start"), (x - away, y + 4, "end")]
        if x < 0:
            sides.reverse()
        around = (*sides, (x, y + away + 8, "middle"), (x, y - away, "middle"))
        for label in _labels(name):
            for label_x, label_y, anchor in around:
                tried = Standing(number, x, y, label, label_x, label_y, anchor)
                box = self._label_box(tried)
                if box.inside(self.box) and not any(box.meets(other) for other in busy):
                    return tried
        return Standing(number, x, y)

    def _meeting(self, tried: Sequence[Standing]) -> int:
        """How many signs would stand on what is there already."""
        return sum(any(self._sign_box(one.x, one.y).meets(box) for box in self.taken) for one in tried)

    def _sign_box(self, x: float, y: float) -> Box:
        """A sign with the marks at its upper corners."""
        return Box(x - self.sign - 2, y - self.sign - 3, x + self.sign + 2, y + self.sign + 1)

    @staticmethod
    def _label_box(one: Standing) -> Box:
        width = text_width(one.label)
        left = {"start": one.label_x, "end": one.label_x - width, "middle": one.label_x - width / 2}[one.anchor]
        return Box(left, one.label_y - LINE + 3, left + width, one.label_y + 3)

    def _boxes(self, one: Standing) -> list[Box]:
        return [self._sign_box(one.x, one.y), *([self._label_box(one)] if one.label else [])]


def _labels(name: str) -> list[str]:
    """What may stand beside a sign, the longest first: the whole name, the name without what is in brackets, a part of it."""
    plain = name.partition(" (")[0]
    return list(dict.fromkeys(shortened(name if len(name) <= most else plain, most) for most in NAME_LENGTHS if name))
