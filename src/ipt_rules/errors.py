"""What can go wrong for a user, as one family of exceptions, and `Problem`: one thing wrong at one place.

Checks collect problems and raise once, so that a person mends a file in one go. Messages name fields and rules;
they never quote what a patient or a therapist wrote.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Problem(NamedTuple):
    """One thing wrong with a file: where it is, what it is, and what to do next.

    `path` is the file as the user named it; `line` counts from 1 and is 0 where no line is known;
    `field` is the place inside the document, such as `intake.life_events[0].type`. `witness` is a case or some facts
    that prove it, in lines.
    """

    path: str
    line: int
    code: str
    message: str
    hint: str = ""
    field: str = ""
    witness: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        more = (*(("for example:", *self.witness.splitlines()) if self.witness else ()), *filter(None, (self.hint,)))
        return "\n    ".join((f"{place}: {self.code} {self.message}", *more))


class IptRulesError(Exception):
    """Any error a user can mend. `problems` lists every problem found; `exit_code` is the command line's."""

    exit_code = 1

    def __init__(self, problems: Sequence[Problem] | str) -> None:
        if isinstance(problems, str):
            self.problems: tuple[Problem, ...] = ()
            super().__init__(problems)
        else:
            self.problems = tuple(sorted(problems))
            super().__init__("\n".join(str(problem) for problem in self.problems))


class CaseError(IptRulesError):
    """A case cannot be read, or contradicts itself."""

    exit_code = 3


class RulebookError(IptRulesError):
    """A rule pack cannot be loaded, or its files contradict each other."""

    exit_code = 4


class PackError(RulebookError):
    """An installed rule pack cannot be found or does not fit this version."""


class EngineError(IptRulesError):
    """The inference engine failed or is not there; no recommendation was made."""

    exit_code = 5


class UnknownNameError(IptRulesError):
    """A rule, area or other name was asked for that does not exist."""

    exit_code = 2


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name closest to `name`, or an empty string when none is close.

    >>> nearest("relationships", ["relationship", "loss"])
    'relationship'
    """
    import difflib  # here, since most calls go well

    return next(iter(difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)), "")


def did_you_mean(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """A hint that names the closest known name, else `otherwise`."""
    close = nearest(name, known)
    return f"did you mean `{close}`?" if close else otherwise
