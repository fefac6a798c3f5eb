"""Writes a file whole or not at all: whenever the power fails, what is there is the old content or the new.

New content goes to a temporary file in the same folder, is forced to the disk, and takes the place of the old file in
one step. Temporary files are named `.NAME.*.tmp`; what a killed process left of them is cleared by the next write.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ipt_rules.errors import Problem, StoringError
from ipt_rules.translation import _

BACKUP_ENDING = "~"
_ENDING = ".tmp"
_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})
"""What a file system says that knows no second name for a file, such as that of a memory stick."""


def create_file(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, readable by its owner alone; raises StoringError where something is there.

    Of two processes that create the same file one succeeds and the other is told.
    """
    with told(path):
        refuse_present(path)
        clear_leftovers(path)
        temporary = _written(path, content)
        try:
            _give_name(temporary, path)
        finally:
            _unlink(temporary)
        _sync_folder(path.parent)


def replace_file(path: Path, content: bytes) -> None:
    """Put content in the place of a file, with the permissions of the file; what was there is gone. Raises OSError."""
    _put(path, content, like=path)


def keep_backup(path: Path, content: bytes) -> None:
    """Put what a file held beside it, as `NAME~`, with the file's own permissions. Raises OSError."""
    _put(path.with_name(path.name + BACKUP_ENDING), content, like=path)


def _put(target: Path, content: bytes, like: Path) -> None:
    """In one step; the file of passage has the name of `like`, by which leftovers are found."""
    temporary = _written(like, content, like=like)
    try:
        os.replace(temporary, target)
    except BaseException:
        _unlink(temporary)
        raise
    _sync_folder(target.parent)


def clear_leftovers(path: Path) -> None:
    """Remove what writers of this file left behind that were killed."""
    with contextlib.suppress(OSError):
        for one in path.parent.iterdir():
            if one.name.startswith(f".{path.name}.") and one.name.endswith(_ENDING):
                _unlink(str(one))


def _written(path: Path, content: bytes, like: Path | None = None) -> str:
    """The name of a new file beside `path` with this content, on the disk, and with the permissions of `like`."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=_ENDING, dir=path.parent)
    try:
        try:
            if like is not None:
                _copy_permissions(like, name)
            rest = memoryview(content)
            while rest:
                rest = rest[os.write(handle, rest) :]
            os.fsync(handle)
        finally:
            os.close(handle)
    except BaseException:
        _unlink(name)
        raise
    return name


def _copy_permissions(like: Path, name: str) -> None:
    """Who may read the old file may read the new one, as far as the system lets us say so: mode, group, access lists."""
    with contextlib.suppress(OSError):
        shutil.copystat(like, name)
    change = getattr(os, "chown", None)
    if change is not None:
        found = os.stat(like)
        with contextlib.suppress(OSError):
            change(name, -1, found.st_gid)
            os.chmod(name, stat.S_IMODE(found.st_mode))  # a change of group takes some permissions away


def _give_name(temporary: str, path: Path) -> None:
    """Name a written file `path`, unless something has that name by now."""
    try:
        os.link(temporary, path)
    except FileNotFoundError:
        raise _present(path) from None  # another process that creates this file has cleared ours away
    except OSError as fault:
        if fault.errno not in _NO_LINKS:
            raise
        refuse_present(path)  # no way to do both in one step here
        os.rename(temporary, path)


def refuse_present(path: Path) -> None:
    """Raise StoringError where something has this name, a link to nowhere included."""
    if os.path.lexists(path):
        raise _present(path)


def refuse_unusual(path: Path) -> None:
    """Raise StoringError for what is no ordinary file: it could not be replaced without changing what it is."""
    try:
        mode = os.lstat(path).st_mode
    except OSError:
        return  # whoever reads it says what is wrong
    if stat.S_ISLNK(mode):
        raise problem(path, "03", _("this is a link to a file"), _("name the file that it leads to"))
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise problem(path, "03", _("this is not an ordinary file"), _("name a file on the disk"))
    if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise problem(path, "05", _("the file is marked as not to be written"), _("change that, if it is meant to be"))


def _present(path: Path) -> StoringError:
    return problem(
        path, "02", _("something of this name is there already"), _("choose another name; it is left as it is")
    )


def _unlink(name: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(name)


def _sync_folder(folder: Path) -> None:
    """Make sure that the new name is on the disk too; where folders cannot be synchronised, the system does it itself."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def problem(path: Path, number: str, message: str, hint: str, place: str = "", line: int = 0) -> StoringError:
    """The error with this one problem."""
    return StoringError([Problem(str(path), line, f"STORE-{number}", message, hint, place)])


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Say in plain words what the system says when it does not let us write."""
    try:
        yield
    except OSError as fault:
        error = _said(path, fault)
    else:
        return
    raise error  # outside any `except`: no traceback of the system's stands behind it


def _said(path: Path, fault: OSError) -> StoringError:
    safe = _("nothing was lost: the file is as it was")
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return problem(path, "06", _("there is no space left for the file"), _("make some; {safe}").format(safe=safe))
    if fault.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        hint = _("you need leave to write in this folder, and no other program may have the file open; {safe}")
        return problem(path, "05", _("you are not allowed to write here"), hint.format(safe=safe))
    if fault.errno in (errno.ENOENT, errno.ENOTDIR):
        return problem(path, "04", _("the folder does not exist"), _("make it first, or check the path"))
    words = _("the file cannot be written: {reason}").format(reason=fault.strerror or type(fault).__name__)
    return problem(path, "06", words, safe)
