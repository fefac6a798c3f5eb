"""What both readers share: a document with its lines, the problems found so far, and the levels that are open."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NoReturn

from ipt_rules.errors import MOST_PROBLEMS, IptRulesError, Problem

Loc = tuple[str | int, ...]
Quotable = Callable[[str], bool]
"""Whether a message may show a key of a document: a key of a case may be somebody's words."""

# Limits of any file, technical and far above what people write: reading stays quick, and no file exhausts memory.
MAX_DEPTH = 40
MAX_NODES = 200_000
MAX_TEXT = 20_000
MAX_DIGITS = 40

PLAIN_NAME = re.compile(r"[A-Za-z0-9_.-]{1,40}")


def is_plain_name(key: str) -> bool:
    """What may be shown where no list says more: one word of letters and digits."""
    return PLAIN_NAME.fullmatch(key) is not None


def field_name(loc: Sequence[str | int], quotable: Quotable = is_plain_name) -> str:
    """A place in a document as people write it; a key that may not be shown is `?`.

    >>> field_name(("intake", "life_events", 0, "type"))
    'intake.life_events[0].type'
    """
    name = ""
    for part in loc:
        if isinstance(part, int):
            name += f"[{part}]"
        else:
            name += ("." if name else "") + (part if quotable(part) else "?")
    return name


_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


def loc_of(place: str) -> Loc:
    """The parts of a place as `field_name` writes it.

    >>> loc_of("sessions[9].measures.phq9.items.9")
    ('sessions', 9, 'measures', 'phq9', 'items', '9')
    """
    return tuple(int(index) if index else name for index, name in _STEP.findall(place))


@dataclass(frozen=True)
class Document:
    """What a file holds, and on which line each place begins (a key's own line for what stands in a mapping).

    Dates are left as text: the typed fields of a case or a rule read them. The repr leaves the content out.
    """

    path: str
    data: Any = field(repr=False)
    lines: Mapping[Loc, int] = field(repr=False)

    def line(self, loc: Sequence[str | int]) -> int:
        """The line of `loc`, or of the nearest place around it that is known; 0 where none is."""
        place = tuple(loc)
        return next((self.lines[place[:n]] for n in range(len(place), -1, -1) if place[:n] in self.lines), 0)


@dataclass
class Problems:
    """The problems found so far in one document, and the error they are raised as."""

    path: str
    code: str
    error: type[IptRulesError]
    found: list[Problem] = field(default_factory=list)
    quotable: Quotable = is_plain_name

    def add(self, number: str, message: str, hint: str = "", line: int = 0, loc: Loc = ()) -> None:
        place = field_name(loc, self.quotable)
        self.found.append(Problem(self.path, line, f"{self.code}-{number}", message, hint, place))
        if len(self.found) > MOST_PROBLEMS:
            raise self.error(self.found)

    def check(self) -> None:
        if self.found:
            raise self.error(self.found)

    def stop(self, number: str, message: str, hint: str = "", line: int = 0, loc: Loc = ()) -> NoReturn:
        self.add(number, message, hint, line, loc)
        raise self.error(self.found)

    def too_large(self, max_bytes: int) -> None:
        self.add("R04", f"the file is larger than {max_bytes:,} bytes", "check that this is the file you mean")

    def too_deep(self, line: int = 0) -> None:
        self.add("R10", f"values are nested more than {MAX_DEPTH} deep", "check the brackets and the indentation", line)

    def too_many(self, line: int = 0) -> None:
        self.add("R16", f"there are more than {MAX_NODES:,} values", "check that this is the file you mean", line)

    def repeated(self, loc: Loc, first: int, line: int) -> None:
        key = f"the key `{loc[-1]}`" if self.quotable(str(loc[-1])) else "a key"
        self.add("R09", f"{key} stands twice, first on line {first}", "keep one of the two", line, loc)

    @property
    def malformed(self) -> bool:
        return any(problem.code.endswith("-R07") for problem in self.found)


def integer(digits: str, base: int = 10) -> int | float:
    """The number, or infinity when it is too long: Python would need quadratic time for it, or refuse."""
    return int(digits, base) if len(digits) <= MAX_DIGITS else math.inf


@dataclass
class Level:
    """A mapping or list that is still open: its place, what it holds, and where in it the next value goes."""

    loc: Loc
    node: Any
    key: str | int | None

    @classmethod
    def at(cls, loc: Loc, node: Any) -> Level:
        return cls(loc, node, 0 if isinstance(node, list) else None)

    @property
    def place(self) -> Loc:
        return self.loc if self.key is None else (*self.loc, self.key)

    def advance(self) -> None:
        self.key = self.key + 1 if isinstance(self.key, int) else None
