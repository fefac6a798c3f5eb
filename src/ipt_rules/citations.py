"""`Citation`: a source as it is shown with a finding or with a part of a plan."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Citation:
    """A source: key, how it is cited, the place in it where one is known, and how much of it was read for the rule."""

    key: str
    cite: str
    at: str | None = None
    read_as: str = ""
