"""What changed since a tag: features, rules, parameters, statements and the like of the checkout beside those of the tag."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from ipt_rules.errors import IptRulesError, did_you_mean
from ipt_rules.features import EXTENSION, parsed
from ipt_rules.spec.model import Change

FOLDERS = ("features", "rules")
Name = tuple[str, ...]
"""What something is and how it is called: ("rule", slug), ("statement", id), ("scenario", path, block, name) .., always as
the trace calls a carrier."""


@dataclass(frozen=True)
class Changes:
    """New or changed, by name, and what is gone. Line numbers, comments and layout are no change."""

    tag: str = ""
    commit: str = ""
    of: Mapping[Name, Change] = field(default_factory=dict)
    removed: tuple[Name, ...] = ()

    def __getitem__(self, name: Name) -> Change:
        return self.of.get(name, "")


def changes_since(tag: str, root: Path) -> Changes:
    """The changes of a checkout since a tag or commit. Raises IptRulesError without git, a repository, or that tag."""
    commit = _commit(tag, root)
    before, now = _at(commit, root), _here(root)
    differing = [path for path in sorted({*before, *now}) if before.get(path) != now.get(path)]
    old = dict(_entries({path: before[path] for path in differing if path in before}))
    new = dict(_entries({path: now[path] for path in differing if path in now}))
    found: dict[Name, Change] = {
        name: "changed" if name in old else "new" for name in new if new[name] != old.get(name)
    }
    return Changes(tag, commit[:12], found, tuple(sorted(set(old) - set(new))))


def _git(root: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=False)
    except FileNotFoundError:
        raise IptRulesError(
            "`--since` compares by git, which is not installed\n    on Debian: apt-get install git"
        ) from None


def _commit(tag: str, root: Path) -> str:
    if _git(root, "rev-parse", "--git-dir").returncode:
        raise IptRulesError(f"{root} is no git repository, so nothing is known of `{tag}`\n    leave `--since` out")
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{tag}^{{commit}}")
    if found.returncode:
        tags = _git(root, "tag", "--list").stdout.decode().split()
        hint = did_you_mean(tag, tags, f"tags: {', '.join(tags[-5:])}" if tags else "there are no tags; name a commit")
        raise IptRulesError(f"there is no tag or commit `{tag}`\n    {hint}")
    return found.stdout.decode().split()[-1]


def _at(commit: str, root: Path) -> dict[str, str]:
    """The features and rule files of a commit, by path; the folders it did not have yet are left out."""
    there = _git(root, "ls-tree", "--name-only", commit, *FOLDERS).stdout.decode().split()
    if not there:
        return {}
    archive = _git(root, "archive", "--format=tar", commit, *there)
    if archive.returncode:
        raise IptRulesError(f"git cannot read {commit[:12]}: {archive.stderr.decode(errors='replace').strip()}")
    texts = {}
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as members:
        for member in members:
            content = members.extractfile(member) if _is_read(member.name) else None
            if content:
                texts[member.name] = content.read().decode("utf-8", errors="replace")
    return texts


def _here(root: Path) -> dict[str, str]:
    paths = (path for folder in FOLDERS for path in (root / folder).rglob("*") if _is_read(path.name))
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def _is_read(name: str) -> bool:
    return name.endswith((EXTENSION, ".yaml"))


def _entries(texts: Mapping[str, str]) -> Iterator[tuple[Name, Any]]:
    for path, text in texts.items():
        if path.endswith(EXTENSION):
            yield from _of_feature(path, text)
        elif path.count("/") > 1:
            yield ("rule", Path(path).stem), _read(path, text)
        else:
            yield from _shared(_read(path, text))


def _shared(data: Mapping[str, Any]) -> Iterator[tuple[Name, Any]]:
    """The entries of a shared file: what stands in the list `groups` by its id is a `group`, and so on."""
    for key, value in data.items():
        what = key.removesuffix("s")
        if isinstance(value, dict):
            yield from (((what, str(name)), entry) for name, entry in value.items())
        elif isinstance(value, list):
            named = (entry for entry in value if isinstance(entry, dict))
            yield from (((what, str(entry.get("id") or entry.get("key"))), entry) for entry in named)


def _of_feature(path: str, text: str) -> Iterator[tuple[Name, Any]]:
    """Each scenario with all that is run with it, and the words around them as the feature's own."""
    lines = {"line": True}
    for feature in parsed(path, text):
        own = feature.model_dump(exclude={"line", "blocks"})
        yield ("feature", path), own
        for block in feature.blocks:
            around = block.model_dump(exclude={"line", "scenarios"}), own["background"], own["tags"]
            for one in block.scenarios:
                told = one.model_dump(exclude={**lines, "examples": {"__all__": {"rows": {"__all__": lines}}}})
                yield ("scenario", path, block.name, one.name), (told, around)


def _read(path: str, text: str) -> Any:
    try:
        return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)) or {}
    except yaml.YAMLError:
        raise IptRulesError(f"{path}: this is not YAML, here or at the tag\n    see `ipt-rules rules check`") from None
