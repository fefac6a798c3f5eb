"""The terms of a record in words, and days as they were told."""

from __future__ import annotations

from collections.abc import Mapping

from ipt_rules.naming import key_in_words
from ipt_rules.translation import _


def closeness_name(closeness: str | None) -> str:
    """How close somebody is; None is not known."""
    return {
        "very-close": _("very close"),
        "close": _("close"),
        "moderate": _("moderate"),
        "distant": _("distant"),
        "none": _("not close at all"),
        None: _("closeness not known"),
    }.get(closeness, str(closeness))


def results() -> Mapping[str, str]:
    """What came of a technique."""
    return {
        "helped": _("helped"),
        "no-change": _("no change"),
        "made-worse": _("made it worse"),
        "unfinished": _("left unfinished"),
    }


def capitalised(text: str) -> str:
    """
    >>> capitalised("the death of mother")
    'The death of mother'
    """
    return f"{text[:1].upper()}{text[1:]}"


def slug_in_words(slug: str) -> str:
    return key_in_words(slug)
