"""The compiled form of a pack: one file, read at a start instead of hundreds of YAML files.

Each line is JSON. The first says what the file was made of, the second where everything stands, and each line after
that is one rule, statement, query ..: most of them are never read (`entries.py`). A wheel carries the file beside the
rules. In a checkout it is made again whenever a rule file changed, or the code that says what rules may hold.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from ipt_rules import packs
from ipt_rules.entries import Entries
from ipt_rules.errors import RulebookError
from ipt_rules.instruments import Instruments
from ipt_rules.matching.script import Script
from ipt_rules.plan_forms import PlanForms
from ipt_rules.protocol import (
    AlertClosing,
    AreaNames,
    Checklist,
    Course,
    Decision,
    Deliberate,
    Group,
    KeptFields,
    PackInfo,
    Parameter,
    ParameterOrder,
    Partition,
    Reference,
    Sorting,
    Statement,
    Technique,
)
from ipt_rules.query import queries_of
from ipt_rules.rule import Rule
from ipt_rules.rulebook import Outline, Pack, Rulebook, Rules

if TYPE_CHECKING:
    from pydantic import BaseModel

    from ipt_rules.loading import Sources
    from ipt_rules.questions import QuestionChapter

NAME = "rulebook.jsonl"
FORMAT = 3
_PACKAGE = Path(__file__).resolve().parent
S = TypeVar("S", bound="BaseModel")


def load_rulebook(folders: Sequence[Path]) -> Rulebook:
    """The rulebook of these folders, or of all installed packs."""
    chosen = list(folders) or list(packs.installed().values())
    with contextlib.suppress(RulebookError):
        found = [compiled_pack(folder) for folder in chosen]
        if len(found) == 1 and found[0].is_whole:
            return found[0].rulebook()
        from ipt_rules.loading import build, merged

        return build(merged(one.sources() for one in found))
    from ipt_rules.loading import build, read_sources

    return build(read_sources(chosen))  # once more from the files: unlike the compiled form they know their lines


def ready_pack(folder: Path) -> Compiled | None:
    """The compiled form of a pack where an up-to-date one lies ready; nothing is compiled. For who has no time to wait."""
    found = _read(folder / NAME, "", folder) if _PACKAGE in folder.parents else None
    if found is None:
        with contextlib.suppress(OSError):
            found = _read(_kept(folder), _stamp(folder), folder)
    return found


def _kept(folder: Path) -> Path:
    return folder.parent / ".cache" / f"{folder.name}-{NAME}"


def compiled_pack(folder: Path) -> Compiled:
    """The compiled form of a pack, made where none is up to date. Raises RulebookError for files that cannot be read."""
    shipped = folder / NAME  # written into the wheel when it was built: an installed pack does not change
    found = _read(shipped, "", folder) if _PACKAGE in folder.parents else None
    if found is None:
        try:
            stamp = _stamp(folder)
        except OSError:  # no such folder, or a link to nowhere in it: reading its files tells which
            stamp = ""
        kept = _kept(folder)
        found = (stamp and _read(kept, stamp, folder)) or _made(kept, stamp, folder)
    return found


def _read(path: Path, stamp: str, folder: Path) -> Compiled | None:
    """The compiled form in a file; None where there is none, or it is damaged or of other files."""
    with contextlib.suppress(OSError):
        content = path.read_bytes()
        first, _, rest = content.partition(b"\n")
        if first == head(stamp, rest):
            return Compiled(content, folder)
    return None


def _made(path: Path, stamp: str, folder: Path) -> Compiled:
    from ipt_rules import compiling

    content = compiling.compiled(folder, stamp)
    with contextlib.suppress(OSError):  # a folder that cannot be written only makes the next start slower
        compiling.write(content, path)
    return Compiled(content, folder)


def _asked(text: bytes) -> QuestionChapter:
    from ipt_rules.questions import QuestionChapter  # here, since only dialogues need it

    return QuestionChapter.model_validate_json(text)


def head(stamp: str, rest: bytes) -> bytes:
    """The first line: which form this is, what it was made of, and a sum that tells a damaged file."""
    return json.dumps({"format": FORMAT, "stamp": stamp, "sum": zlib.crc32(rest)}).encode()


def _stamp(folder: Path) -> str:
    """A digest of name, size and time of every file of the pack, and of the code."""
    files = [*_files(folder, ".yaml"), *_files(_PACKAGE, ".py")]
    return hashlib.sha256(repr(sorted(files)).encode()).hexdigest()


def _files(folder: Path | str, ending: str, prefix: str = "") -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(ending):
                told = entry.stat()
                yield prefix + entry.name, told.st_size, told.st_mtime_ns
            elif entry.is_dir():
                yield from _files(entry.path, ending, f"{prefix}{entry.name}/")


class Compiled:
    """One compiled pack: a rulebook that reads of it what is asked for, or all of it, to be built with other packs."""

    def __init__(self, content: bytes, folder: Path) -> None:
        self._folder = folder
        self._lines = content.split(b"\n")
        self._index: dict[str, Any] = json.loads(self._lines[1])
        self._whole: dict[str, Any] | None = self._index["whole"]

    @property
    def is_whole(self) -> bool:
        """Whether the pack is a rulebook alone: another may lean on what other packs define."""
        return self._whole is not None

    @property
    def rule_ids(self) -> tuple[str, ...]:
        """The names of its rules, none of which is read."""
        return tuple(Path(path).stem for _, path, _ in self._index["rules"])

    @property
    def chapters(self) -> tuple[str, ...]:
        """The chapters it names, in order."""
        return tuple(self._index["pack"]["info"]["chapters"])

    def sources(self) -> Sources:
        """All of it as plain data."""
        from ipt_rules.loading import Sources

        return Sources(
            packs=[{**self._index["pack"], "path": str(self._folder)}],
            shared={file: self._shared(file) for file in self._index["shared"]},
            rules=[
                {"chapter": chapter, "path": str(self._folder / path), "data": self._data(line)}
                for chapter, path, line in self._index["rules"]
            ],
        )

    def rulebook(self) -> Rulebook:
        """The rulebook of a whole pack: it was checked when it was compiled, and is not checked again."""
        assert self._whole is not None
        info = PackInfo.model_validate(self._index["pack"]["info"])
        rules: dict[str, list[Any]] = self._whole["rules"]
        outlines = {rule_id: Outline(status, conclusion) for rule_id, (_, status, conclusion, _, _) in rules.items()}
        return Rulebook(
            packs=(Pack(info.name, info.version, str(self._folder), info),),
            chapters=info.chapters,
            rules=Rules(self._texts((name, one[3]) for name, one in rules.items()), Rule.model_validate_json, outlines),
            chapter_of={rule_id: one[0] for rule_id, one in rules.items()},
            queries=Entries(
                self._texts((name, one[4]) for name, one in rules.items()), lambda text: queries_of(*json.loads(text))
            ),
            parameters=self._models("parameters", Parameter),
            groups=self._models("groups", Group),
            sortings=self._models("groups", Sorting, listed="sortings"),
            techniques=self._models("techniques", Technique),
            checklists=self._models("checklists", Checklist),
            plans=PlanForms.model_validate(self._shared("plans")),
            instruments=Instruments.model_validate(self._shared("instruments") or {"instruments": {}}),
            statements=self._models("protocol", Statement, listed="statements"),
            references=self._models("references", Reference),
            decisions=self._models("decisions", Decision),
            areas=self._models("areas", AreaNames),
            closings=self._models("closings", AlertClosing),
            courses=self._models("courses", Course),
            partitions=self._models("analysis", Partition, listed="partitions"),
            orders=self._models("analysis", ParameterOrder, listed="orders"),
            deliberate=self._models("analysis", Deliberate, listed="deliberate"),
            kept_fields=self._models("analysis", KeptFields, listed="kept_fields"),
            dialogue=Entries(self._texts(self._index["shared"].get("dialogue", {}).get("dialogue", ())), _asked),
            content_hash=self._whole["content_hash"],
            scripts=Entries(self._texts(self._whole["scripts"].items()), lambda text: Script.of(json.loads(text))),
        )

    def _models(self, file: str, model: type[S], listed: str = "") -> Entries[S]:
        return Entries(
            self._texts(self._index["shared"].get(file, {}).get(listed or file, ())), model.model_validate_json
        )

    def _texts(self, lines: Iterable[tuple[str, int]]) -> Mapping[str, bytes]:
        return {name: self._lines[line] for name, line in lines}

    def _data(self, line: int) -> Any:
        return json.loads(self._lines[line])

    def _shared(self, file: str) -> dict[str, Any]:
        """What the shared files of one name hold: lists, each entry on a line of its own, and mappings."""
        held = self._index["shared"].get(file, {})
        return {
            name: [self._data(line) for _, line in at] if isinstance(at, list) else self._data(at)
            for name, at in held.items()
        }
