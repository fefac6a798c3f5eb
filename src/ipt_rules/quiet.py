"""`Quiet`: a repr that holds no word of a record, for whatever is made from a case.

A repr goes where nobody looks: into logs, tracebacks and failed tests. It tells the type, what cannot say who somebody
is, and how many of each list there are; the words are in the fields.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any


class Quiet:
    """Base of a dataclass made with `repr=False`. `_told` names the fields whose values the repr may tell."""

    _told: tuple[str, ...] = ()

    def __repr__(self) -> str:
        told = [f"{name}={getattr(self, name)!s}" for name in self._told]
        held = ((one.name, getattr(self, one.name)) for one in fields(self) if one.name not in self._told)  # type: ignore[arg-type]
        told += [f"{name}: {len(value)}" for name, value in held if _is_list(value)]
        return f"<{type(self).__name__}{' ' if told else ''}{', '.join(told)}>"


def _is_list(value: Any) -> bool:
    return isinstance(value, tuple | list) and bool(value)
