"""What can go wrong for a user, as one family of exceptions, and `Problem`: one thing wrong at one place.

Checks collect problems and raise once, so that a person mends a file in one go. Messages name fields and rules;
they never quote what a patient or a therapist wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

MOST_PROBLEMS = 100
"""So many problems are looked for and told at once: nobody mends more in one go, and a file may be wrong all over."""

MOST_WORDS = 600
"""So many characters of one message or hint are shown: a rule file may hold a text of any length where a name belongs."""

LONGEST_NAME = 80
"""No name of ours is longer; for anything longer no nearest name is looked for, which takes time."""

_UNSEEN = re.compile(
    "[^\\x20-\\x7e\\xa0-\\u2027\\u202f-\\u2065\\u2070-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd\\U00010000-\\U0010ffff]"
)


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
        place = f"{_shown(self.path)}:{self.line}" if self.line else _shown(self.path)
        proof = ("for example:", *self.witness.splitlines()) if self.witness else ()
        more = [_shown(line) for line in (*proof, self.hint) if line]
        return "\n    ".join((f"{place}: {self.code} {_shown(self.message)}", *more))


def _shown(text: str) -> str:
    """A part of a message on one line, of bearable length, and without what could steer a terminal."""
    short = text if len(text) <= MOST_WORDS else f"{text[:MOST_WORDS]} .."
    return _UNSEEN.sub("?", short)


class IptRulesError(Exception):
    """Any error a user can mend. `problems` lists every problem found; `exit_code` is the command line's.

    Of more than MOST_PROBLEMS the text tells the first, and that there are more.
    """

    exit_code = 1

    def __init__(self, problems: Sequence[Problem] | str) -> None:
        if isinstance(problems, str):
            self.problems: tuple[Problem, ...] = ()
            super().__init__(problems)
        else:
            self.problems = tuple(sorted(problems))
            told = [str(problem) for problem in self.problems[:MOST_PROBLEMS]]
            if len(self.problems) > MOST_PROBLEMS:
                told.append("and more: mend these first, then check again")
            super().__init__("\n".join(told))


class CaseError(IptRulesError):
    """A case cannot be read, or contradicts itself."""

    exit_code = 3


class StoringError(IptRulesError):
    """A file was not written; what was there before is still there, whole."""

    exit_code = 6


class FileChangedError(StoringError):
    """A file was not written because somebody else changed it since it was read."""


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


class SettingsError(IptRulesError):
    """The settings file of the command line cannot be read, or says what cannot be."""

    exit_code = 2


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name closest to `name`, or an empty string when none is close.

    >>> nearest("relationships", ["relationship", "loss"])
    'relationship'
    """
    if len(name) > LONGEST_NAME:
        return ""
    import difflib  # here, since most calls go well

    return next(iter(difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)), "")


def did_you_mean(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """A hint that names the closest known name, else `otherwise`."""
    close = nearest(name, known)
    return f"did you mean `{close}`?" if close else otherwise
