"""The product's own words, in the language of the reader: English unless a program chooses another.

Every word that Python says to a user goes through `_` (or `counted`, where a number decides the form), so that a
translator finds them all in `src/ipt_rules/locale/ipt_rules.pot`. What rules say is in `rules/`, and is no matter of this module.
A library does not look at the environment: the same input gives the same bytes until `use_language` is called, which
only the command line does.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from pathlib import Path

DOMAIN = "ipt_rules"
LOCALE = Path(__file__).with_name("locale")

_current: gettext.NullTranslations = gettext.NullTranslations()


def use_language(languages: Sequence[str], folder: Path | None = None) -> None:
    """Speak the first of these languages that has a catalogue in `folder` (LOCALE unless given), else English.

    English has none: whoever names it before another language is spoken to in English.
    """
    global _current
    wanted = list(takewhile(lambda one: not _is_english(one), languages))
    found = gettext.translation(DOMAIN, folder or LOCALE, wanted, fallback=True) if wanted else None
    _current = found or gettext.NullTranslations()


def _is_english(language: str) -> bool:
    """
    >>> _is_english("en_GB.UTF-8"), _is_english("C"), _is_english("de_DE")
    (True, True, False)
    """
    return re.split(r"[_.@]", language)[0] in ("en", "C", "POSIX")


def languages(folder: Path | None = None) -> tuple[str, ...]:
    """The languages that can be chosen: English, in which everything is written, and those with a catalogue."""
    return ("en", *sorted(path.parts[-3] for path in (folder or LOCALE).glob(f"*/LC_MESSAGES/{DOMAIN}.mo")))


def _(text: str) -> str:
    """`text`, the English one, in the reader's language. Values are filled in afterwards, with `str.format`."""
    return _current.gettext(text) if text else ""  # for the empty text gettext would give the head of the catalogue


def N_(text: str) -> str:
    """`text` as it is: marks a constant for the translator. It is turned by `_` when it is said, not when it is read in."""
    return text


def counted(one: str, many: str, number: int, **values: object) -> str:
    """`one` or `many`, in the form that the reader's language has for `number`, which is filled in as `{number}`."""
    return _current.ngettext(one, many, number).format(number=number, **values)


class Words(Mapping[str, str]):
    """A table of words by key: written in English, each marked with `N_`, and turned when it is looked up."""

    def __init__(self, english: Mapping[str, str]) -> None:
        self._english = english

    def __getitem__(self, key: str) -> str:
        return _(self._english[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._english)

    def __len__(self) -> int:
        return len(self._english)
