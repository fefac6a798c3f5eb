"""A console that cannot show a letter shows the nearest one it can: a change of −3 must not be read as one of 3."""

from __future__ import annotations

import codecs
import unicodedata

NAME = "ipt-rules-nearest"
SIGNS = {
    "−": "-",
    "–": "-",
    "—": "-",
    "±": "+/-",
    "→": "->",
    "≥": ">=",
    "≤": "<=",
    "…": "..",
    "“": '"',
    "”": '"',
    "’": "'",
}


def nearest(error: UnicodeError) -> tuple[str, int]:
    """What stands for letters that cannot be shown: their sign in ASCII, the letter without its accent, else `?`.

    An error handler for `codecs`: gives the words, and where to go on.
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_shown, error.object[error.start : error.end])), error.end


def _shown(letter: str) -> str:
    if letter in SIGNS:
        return SIGNS[letter]
    base = unicodedata.normalize("NFKD", letter)[0]
    return base if base.isascii() and base.isprintable() else "?"


codecs.register_error(NAME, nearest)
