"""Finds a version of the rulebook: a folder, a wheel, or a tag, branch or commit of the checkout one stands in.

What exists as a path is that path, even if a tag has the same name.
"""

from __future__ import annotations

import subprocess
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from ipt_rules.errors import RulebookError, UnknownNameError, did_you_mean

PACKAGE = "ipt_rules"
TAKEN = ("src", "rules")
"""What of a commit makes it answer."""


@dataclass(frozen=True)
class Version:
    """A version on disk: the folder of its rules, and the one to import its code from (None: it is rules alone)."""

    name: str
    kind: str
    rules: Path
    code: Path | None
    commit: str | None = None

    copy: Path | None = None
    """Where it was unpacked; no message names that."""

    def shown(self, text: str) -> str:
        """A message about it with places as they are in the wheel or the commit."""
        return text.replace(f"{self.copy}/", "") if self.copy else text


def find_version(name: str, into: Path) -> Version:
    """The version of that name; a wheel or a commit is unpacked into the empty folder `into`.

    Raises UnknownNameError where there is none, RulebookError where what is there holds no rules.
    """
    path = Path(name)
    if path.is_dir():
        return _folder(name, path)
    if path.is_file() or path.suffix == ".whl":
        return _wheel(name, path, into)
    return _commit(name, into)


def _folder(name: str, path: Path) -> Version:
    if (path / "pack.yaml").is_file():
        return Version(name, "folder", path, None)
    for rules, code in ((path / "rules", path / "src"), (path / PACKAGE / "rules", path)):
        if (rules / "pack.yaml").is_file():
            whole = (code / PACKAGE / "__init__.py").is_file()
            return Version(name, "checkout" if whole else "folder", rules, code if whole else None)
    raise RulebookError(
        f"{name}: there is no rulebook in this folder: name a folder with a pack.yaml, or a checkout with rules/pack.yaml"
    )


def _wheel(name: str, path: Path, into: Path) -> Version:
    if not path.is_file():
        raise UnknownNameError(f"{name}: there is no such wheel: check the path")
    try:
        _unpack(path.read_bytes(), into)
    except (OSError, zipfile.BadZipFile):
        raise RulebookError(
            f"{name}: this file is no wheel that can be read: name a .whl file, a folder or a tag"
        ) from None
    rules = into / PACKAGE / "rules"
    if not (rules / "pack.yaml").is_file():
        raise RulebookError(f"{name}: this wheel holds no rules in {PACKAGE}/rules: name a wheel of ipt-rules")
    whole = (into / PACKAGE / "__init__.py").is_file()
    return Version(name, "wheel", rules, into if whole else None, copy=into)


def _unpack(content: bytes, into: Path) -> None:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        archive.extractall(
            into, [one for one in archive.namelist() if one.startswith((f"{PACKAGE}/", "src/", "rules/"))]
        )


def _commit(name: str, into: Path) -> Version:
    """The rules of a commit, and its code where the repository holds that too; the work tree is not looked at."""
    top = _git(name, "rev-parse", "--show-toplevel")
    if top is None:
        raise UnknownNameError(
            f"{name}: there is no such file or folder, and here is no git checkout in which it could be a tag: "
            "check the path, or go to the checkout"
        )
    at = top.decode().rstrip("\n")
    commit = _git(name, "-C", at, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if commit is None:
        known = _git(name, "-C", at, "for-each-ref", "--format=%(refname:short)", "refs/tags", "refs/heads") or b""
        hint = did_you_mean(name, known.decode().split(), "`git tag` lists the tags")
        raise UnknownNameError(
            f"{name}: there is no such file or folder, and no tag, branch or commit of that name; {hint}"
        )
    return _exported(name, at, commit.decode().strip(), into)


def _exported(name: str, at: str, commit: str, into: Path) -> Version:
    told = _git(name, "-C", at, "ls-tree", "--name-only", commit) or b""
    taken = [one for one in TAKEN if one in told.decode().splitlines()]
    archive = _git(name, "-C", at, "archive", "--format=zip", commit, "--", *taken) if "rules" in taken else None
    if archive is not None:
        _unpack(archive, into)
    rules, code = into / "rules", into / "src"
    if not (rules / "pack.yaml").is_file():
        raise RulebookError(f"{name}: this commit has no rules/pack.yaml: name a later one")
    whole = (code / PACKAGE / "__init__.py").is_file()
    return Version(name, "commit", rules, code if whole else None, commit, copy=into)


def _git(name: str, *arguments: str) -> bytes | None:
    """What git says; None where it knows no answer. Raises UnknownNameError where there is no git."""
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        raise UnknownNameError(
            f"{name}: there is no such file or folder, and to look for a tag of that name git is needed: "
            "install git, or name a folder or a wheel"
        ) from None
    return done.stdout if done.returncode == 0 else None
