"""What Python says and reads of facts, told from its source: topics of `unknown`, fields of facts, fields of the case.

Seen as words in the source, it errs on the side of *said* and *read*: a word that stands there for another reason counts.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from ipt_rules.facts.kinds import UNKNOWN_TOPICS

SOURCE = Path(__file__).resolve().parent.parent
APART = ("analysis", "cli", "differences", "docs", "mutation", "spec", "turning_bounds.py", "explaining_places.py")
"""Rooms that see no facts, or list every field without reading what it says: their words are their own."""

UNKNOWNS = re.compile(r"^UNKNOWNS\b.*?^\}", re.MULTILINE | re.DOTALL)
WORD = re.compile(r'"([a-z0-9][a-z0-9_-]*)"')
MADE = re.compile(r'\b(?:Field|kind)\(\s*"[a-z0-9_]+"|"[a-z0-9_]+":(?= )')
"""Where a name is declared, or is the key of a mapping of values: nothing is read there."""

ATTRIBUTE = re.compile(r"\.([a-z][a-z0-9_]*)\b")


@lru_cache(maxsize=1)
def emitted_topics() -> frozenset[str]:
    """The topics that a derivation can report as not known: their words stand beside their declaration."""
    text = "\n".join(UNKNOWNS.sub("", one) for one in _texts("facts"))
    return frozenset(UNKNOWN_TOPICS) & frozenset(WORD.findall(text))


@lru_cache(maxsize=1)
def read_words() -> frozenset[str]:
    """Words by which Python may read a field, a kind or a topic; where facts are declared or made does not count."""
    return frozenset(word for one in _texts("") for word in WORD.findall(MADE.sub("", UNKNOWNS.sub("", one))))


@lru_cache(maxsize=1)
def names_in_derivations() -> frozenset[str]:
    """The names of attributes, and the words, that derivations use: the fields of a case that they read among them."""
    return frozenset(name for one in _texts("facts") for name in (*ATTRIBUTE.findall(one), *WORD.findall(one)))


def _texts(room: str) -> list[str]:
    found = sorted((SOURCE / room).rglob("*.py"))
    kept = [path for path in found if path.relative_to(SOURCE).parts[0] not in APART]
    return [path.read_text(encoding="utf-8") for path in kept]
