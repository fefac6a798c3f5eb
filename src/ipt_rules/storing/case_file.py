"""`CaseFile`: a case file that is opened to be changed at some places, and saved so that nothing is lost."""

from __future__ import annotations

import contextlib
import copy
import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ipt_rules.case import Case
from ipt_rules.case.checks import is_ours
from ipt_rules.case.files import case_of
from ipt_rules.errors import CaseError, FileChangedError, Problem, StoringError
from ipt_rules.reading import field_name, read_content
from ipt_rules.storing import atomic
from ipt_rules.storing.plain import NoSuchPlace, Place, found, holds, plain, settled
from ipt_rules.storing.sheets import Sheet, Unwritable, read, same, sheet
from ipt_rules.translation import _

LOCK_NAME = ".ipt-rules.lock"
"""One empty file in a folder of cases that were changed; it names nobody, and stays."""

LOCK_SECONDS = 10
"""So long another program may take to save before we give up; a save takes milliseconds."""

_BOM = b"\xef\xbb\xbf"


class CaseFile:
    """A case file opened to be changed. Nothing is written before `save`.

    YAML keeps its comments, order, quotes, blank lines and line breaks: only the characters of a changed place change.
    JSON stays JSON. A place is a tuple of keys and numbers in lists, such as `("sessions", 2, "measures")`.
    Every error is of the family of `errors.IptRulesError`, and after any of them the file is as it was.
    """

    def __init__(self, path: Path, content: bytes | None, document: Sheet) -> None:
        """Use `open` or `create`. `content` is what the file holds, None where there is no file yet."""
        self.path = path
        self._known = content
        self._sheet = document
        self._bom = bool(content and content.startswith(_BOM))
        self._backed_up = False

    @classmethod
    def open(cls, path: Path) -> CaseFile:
        """A file that is there. Raises the errors of `Case.from_file`, and StoringError where it could not be saved."""
        atomic.refuse_unusual(path)
        content = read_content(path, error=CaseError, quotable=is_ours)
        case_of(read(content, str(path)))
        _lock_class()
        return cls(path, content, sheet(content.removeprefix(_BOM).decode(), str(path)))

    @classmethod
    def create(cls, path: Path, content: Mapping[str, Any]) -> CaseFile:
        """A file that is not there yet. Raises StoringError where something is; `content` may be empty."""
        atomic.refuse_present(path)
        _lock_class()
        made = cls(path, None, sheet("", str(path)))
        for key, value in content.items():
            made.put((str(key),), value)
        return made

    @property
    def case(self) -> Case:
        """The case as it stands, saved or not. Raises CaseError, with places, where it is none."""
        return case_of(read(self._sheet.text, str(self.path)))

    @property
    def content(self) -> dict[str, Any]:
        """All of it as plain data; dates and answers are text. Yours to change: nothing here changes with it."""
        return copy.deepcopy(self._sheet.data)

    @property
    def text(self) -> str:
        """What `save` would write."""
        return self._sheet.text

    def get(self, place: Place) -> Any | None:
        """What stands at a place, as plain data; None where nothing does, or a blank."""
        return copy.deepcopy(found(self._sheet.data, place))

    def put(self, place: Place, value: Any) -> None:
        """Set a place, and make the mappings and lists on the way to it. A list may grow by one at its end.

        Where mappings or lists stand on both sides they are changed entry by entry, so that comments within stay.
        Raises StoringError where text stands on the way, or what is put cannot be read back.
        """
        with self._told(place):
            self._put(place, plain(value))

    def append(self, place: Place, value: Any) -> int:
        """Add an entry to a list, which is made where it is missing; its number in the list."""
        held = found(self._sheet.data, place)
        if held is not None and not isinstance(held, list):
            raise self._no_such(place)
        index = len(held or ())
        if held == []:  # in place, so that `[]` becomes the list
            self.put(place, [value])
        else:
            self.put((*place, index), value)
        return index

    def remove(self, place: Place) -> None:
        """Take out what stands at a place, with the comments that belong to it alone; no harm where nothing does."""
        if place and holds(found(self._sheet.data, place[:-1]), place[-1]):
            with self._told(place):
                self._sheet.remove(place)

    def save(self) -> None:
        """Write the file, whole or not at all; the next `save` goes on from there. Unchanged, nothing is written.

        The first save keeps what the file held when it was opened beside it, as `NAME~`. Raises FileChangedError where
        somebody else changed the file meanwhile, StoringError where it cannot be written.
        """
        content = self._bytes()
        if content == self._known:
            return
        with atomic.told(self.path), self._locked():
            if self._known is None:
                atomic.create_file(self.path, content)
                self._backed_up = True
            else:
                self._check_unchanged()
                atomic.clear_leftovers(self.path)
                if not self._backed_up:
                    atomic.keep_backup(self.path, self._known)
                    self._backed_up = True
                atomic.replace_file(self.path, content)
        self._known = content

    # below: how

    def _put(self, place: Place, value: Any) -> None:
        old = found(self._sheet.data, place)
        if isinstance(old, dict) and isinstance(value, dict) and (value or not place) and old:
            for key in [key for key in old if key not in value]:
                self._put_away(place, key)
            for key, one in value.items():
                self._put((*place, key), one)
        elif isinstance(old, list) and isinstance(value, list) and old and value:
            self._put_list(place, old, value)
        elif place:
            where, what = settled(self._sheet.data, place, value)
            if where != place or not self._holds(where, what):
                self._sheet.put(where, what)
        elif not isinstance(value, dict):
            raise NoSuchPlace
        else:
            for key, one in value.items():
                self._put((key,), one)

    def _put_away(self, place: Place, part: str | int) -> None:
        self._sheet.remove((*place, part))

    def _put_list(self, place: Place, old: list[Any], new: list[Any]) -> None:
        """Entries that are alike at both ends stay; those between change, and what is too many goes."""
        begin, finish = 0, 0
        shorter = min(len(old), len(new))
        while begin < shorter and same(old[begin], new[begin]):
            begin += 1
        while finish < shorter - begin and same(old[-1 - finish], new[-1 - finish]):
            finish += 1
        if len(new) > len(old):
            finish = 0  # nothing can be put into the middle of a list
        many = len(new) - finish
        for index in range(len(old) - finish - 1, many - 1, -1):
            self._put_away(place, index)
        for index in range(begin, many):
            self._put((*place, index), new[index])

    def _holds(self, place: Place, value: Any) -> bool:
        """Whether it stands there already: then not even its quotes change."""
        old = found(self._sheet.data, place)
        return old is not None and same(old, value)

    @contextlib.contextmanager
    def _told(self, place: Place) -> Iterator[None]:
        try:
            yield
        except NoSuchPlace:
            error = self._no_such(place)
        except Unwritable:
            message = _("this cannot be written so that it would be read back as it was given")
            hint = _("change this place in an editor, then go on; the file is as it was")
            error = atomic.problem(self.path, "08", message, hint, field_name(place, is_ours))
        else:
            return
        raise error

    def _no_such(self, place: Place) -> StoringError:
        message = _("`{place}` is no place in this file").format(place=field_name(place, is_ours))
        hint = _("something else stands on the way to it, or its list is shorter")
        return atomic.problem(self.path, "07", message, hint, field_name(place, is_ours))

    def _bytes(self) -> bytes:
        """What is to be written; it has been read back before it is given out."""
        content = (_BOM if self._bom else b"") + self._sheet.text.encode()
        if self._sheet.data or self._sheet.text.strip():
            try:
                back = read(content, str(self.path)).data
            except CaseError:
                back = None
            if not same(back, self._sheet.data):
                raise atomic.problem(
                    self.path,
                    "08",
                    _("what would be written could not be read back, and was not written"),
                    _("this is a fault of ours: please report it, without the file"),
                )
        return content

    def _check_unchanged(self) -> None:
        """The file must be what was read or saved last: what somebody else wrote meanwhile is not written over."""
        atomic.refuse_unusual(self.path)
        try:
            there = self.path.read_bytes()
        except FileNotFoundError:
            message, hint = _("the file is no longer there"), _("look where it went, or save under another name")
            raise FileChangedError([Problem(str(self.path), 0, "STORE-01", message, hint)]) from None
        if hashlib.sha256(there).digest() != hashlib.sha256(self._known or b"").digest():
            message = _("somebody else changed the file since it was opened; nothing was written")
            raise FileChangedError([Problem(str(self.path), 0, "STORE-01", message, _("open it again, then repeat"))])

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        """No other process that does the same saves in this folder meanwhile."""
        lock_class, busy = _lock_class()
        lock = lock_class(self.path.parent / LOCK_NAME, timeout=LOCK_SECONDS)
        try:
            lock.acquire()
        except busy:
            message, hint = _("another program is saving in this folder"), _("try again in a moment")
            raise atomic.problem(self.path, "09", message, hint) from None
        try:
            _open_to_colleagues(self.path.parent)
            yield
        finally:
            lock.release()


def _open_to_colleagues(folder: Path) -> None:
    """Whoever may write in the folder may use its lock."""
    with contextlib.suppress(OSError):
        os.chmod(folder / LOCK_NAME, stat.S_IMODE(os.stat(folder).st_mode) & 0o666)


def _lock_class() -> tuple[Any, type[Exception]]:
    """The lock of the library filelock; without it nothing is opened that could not be saved."""
    try:
        from filelock import FileLock, Timeout
    except ImportError:
        raise StoringError(_("to change a case file, install the extra: pip install 'ipt-rules[dialogue]'")) from None
    return FileLock, Timeout
