"""`Entries`: things by name, each read when somebody first asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

T = TypeVar("T")


class Entries(Mapping[str, T]):
    """What `read` makes of the text of each name, made once. The texts were checked before: reading them cannot fail.

    Threads may share it: all are given the same thing, whoever asked first.
    """

    def __init__(self, texts: Mapping[str, bytes], read: Callable[[bytes], T]) -> None:
        self._texts = texts
        self._read = read
        self._made: dict[str, T] = {}

    def __getitem__(self, name: str) -> T:
        made = self._made.get(name)
        return self._made.setdefault(name, self._read(self._texts[name])) if made is None else made

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def __contains__(self, name: object) -> bool:
        return name in self._texts

    def __repr__(self) -> str:
        return f"<{len(self)} entries>"
