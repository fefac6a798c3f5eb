"""Hostile rule packs: a pack with one mutated file is loaded as users load one.

A mutated rule stands in a small pack of its own: `pack.yaml` and the parameters, techniques and checklists that the rule
named before it was mutated. A mutated shared file stands beside all other shared files and three rules. Both packs are
loaded by `Rulebook.load(folder)` from start to end; only the files that are not mutated are parsed once and remembered,
for they are the same each time. What is accepted advises on a case, with the core's shared files. Some are tried in the
whole core, nothing remembered, with `checking.rule_problems` as well (`whole`).
"""

from __future__ import annotations

import json
import random
import re
import shutil
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from hostile.bending import bent
from hostile.cases import LOADER, as_text
from hostile.growing import random_case
from hostile.spoiling import spoiled
from hostile.watching import Finding
from ipt_rules import Case, Rulebook, loading, packs, recommend
from ipt_rules.checking import rule_problems
from ipt_rules.matching import engine_names
from ipt_rules.reading import Document
from ipt_rules.render.json_ import to_json
from ipt_rules.render.text import to_text
from ipt_rules.site import read_parameters

CORE = packs.core()
RULES = tuple(sorted(CORE.glob("*/*.yaml")))
SHARED = tuple(sorted(CORE.glob("*.yaml")))
NAMED = {
    "parameters": ("key", re.compile(r"parameters\.([a-z0-9_]+)")),
    "techniques": ("id", re.compile(r"TEC-\d+")),
    "checklists": ("id", re.compile(r"checklist: ([a-z0-9-]+)")),
}
"""Of each shared file that rules name entries of: the key of an entry, and how rules name it."""


class Remembered:
    """Parses a file once and gives it again, save the mutated one. Stands in for `loading.read_document`."""

    def __init__(self) -> None:
        self.read = loading.read_document
        self.known: dict[str, Document] = {}
        self.mutated = Path()

    def __call__(self, path: Path, **options: Any) -> Document:
        key = str(path)
        if path == self.mutated:
            return self.read(path, **options)
        if key not in self.known:
            self.known[key] = self.read(path, **options)
        return self.known[key]


class _Texts(dict[Path, bytes]):
    """The bytes of files, each read when it is first asked for."""

    def __missing__(self, path: Path) -> bytes:
        self[path] = path.read_bytes()
        return self[path]


class _Data(dict[Path, Any]):
    """What files hold, each parsed when it is first asked for."""

    def __missing__(self, path: Path) -> Any:
        self[path] = json.loads(json.dumps(yaml.load(path.read_bytes(), Loader=LOADER), default=str))
        return self[path]


class Packs:
    """Makes hostile packs, and says what is done with each."""

    def __init__(self, folder: Path, rulebook: Rulebook, remembered: Remembered) -> None:
        self.folder, self.rulebook, self.remembered = folder, rulebook, remembered
        self.large = folder / "large" / "rules"
        self.texts, self.data = _Texts(), _Data()
        self.case = Case.from_data(random_case(random.Random("pack")))
        _link(self.large, [*SHARED, *RULES[-3:]])

    def content(self, r: random.Random, kind: str) -> tuple[Path, bytes]:
        """The file of the core that is mutated, and the bytes."""
        path = r.choice(RULES if kind == "rule" or (kind == "whole" and r.random() < 0.7) else SHARED)
        other = r.choice(RULES)
        if r.random() < 0.35:
            return path, spoiled(r, self.texts[path], self.texts[other])
        return path, as_text(r, bent(r, self.data[path]))

    def rule(self, r: random.Random, path: Path, content: bytes) -> str:
        """A mutated rule in its small pack; accepted, it is tried on a case."""
        placed = self._small(path) / path.parent.name / path.name
        placed.write_bytes(content)
        self.remembered.mutated = placed
        rulebook = Rulebook.load(placed.parent.parent)
        alone = replace(
            self.rulebook,
            rules=dict(rulebook.rules),
            queries=dict(rulebook.queries),
            chapter_of=dict(rulebook.chapter_of),
            scripts={},
            matchers={},
            tuned={},
            lock=threading.Lock(),
        )
        return self._used(r, alone)

    def _small(self, path: Path) -> Path:
        """The pack of one rule, made when it is first asked for."""
        folder = self.folder / "small" / path.stem / "rules"
        if not folder.exists():
            _link(folder, [CORE / "pack.yaml"])
            (folder / path.parent.name).mkdir()
            text = self.texts[path].decode()
            for file, (key, named) in NAMED.items():
                names = set(named.findall(text))
                entries = [
                    one for source in SHARED if source.stem.split("-")[0] == file for one in self.data[source][file]
                ]
                kept = [one for one in entries if one[key] in names]
                (folder / f"{file}.yaml").write_text(json.dumps({file: kept}), encoding="utf-8")
        return folder

    def shared(self, r: random.Random, path: Path, content: bytes) -> str:
        """A mutated shared file beside all others."""
        placed = self.large / path.name
        placed.unlink()
        placed.write_bytes(content)
        self.remembered.mutated = placed
        try:
            return self._used(r, Rulebook.load(self.large))
        finally:
            placed.unlink()
            placed.symlink_to(path)

    def _used(self, r: random.Random, rulebook: Rulebook) -> str:
        """What was accepted advises on a case without failing."""
        if r.random() < 0.15:
            day = max([self.case.intake.date, *(session.date for session in self.case.sessions)])
            engine = engine_names()[0] if r.random() < 0.3 else "plain"
            recommendation = recommend(self.case, rulebook, day, engine=engine)
            to_text(recommendation)
            to_json(recommendation)
        return "accepted"

    def whole(self, r: random.Random, path: Path, content: bytes) -> str:
        """The core itself with one mutated file, nothing remembered; at times all the checks of rules."""
        with_it = self.folder / "whole" / "rules"
        if not with_it.exists():
            shutil.copytree(CORE, with_it)
        placed = with_it / path.relative_to(CORE)
        placed.write_bytes(content)
        try:
            if r.random() < 0.15:
                return "accepted" if not rule_problems([with_it]) else "problems of rules"
            return self._used(r, Rulebook.load(with_it))
        finally:
            placed.write_bytes(self.texts[path])

    def site(self, r: random.Random, content: bytes) -> str:
        """A site's file, put into the core."""
        path = self.folder / r.choice(("site.yaml", "site.json"))
        path.write_bytes(content)
        return self._used(r, self.rulebook.with_parameters(read_parameters(path)))

    def compiled(self, _r: random.Random, content: bytes) -> str:
        """A damaged compiled form is never believed: the pack is read anew, and is the same."""
        self.kept.write_bytes(content)
        if Rulebook.load(self.good).content_hash != self.hash:
            raise Finding("a damaged compiled rulebook was believed")
        return "read anew"

    def good_compiled(self) -> bytes:
        """The compiled form of the small pack of one rule, as it is written."""
        path = RULES[0]
        self.good = self._small(path)
        (self.good / path.parent.name / path.name).write_bytes(self.texts[path])
        self.hash = Rulebook.load(self.good).content_hash
        self.kept = self.good.parent / ".cache" / "rules-rulebook.jsonl"
        return self.kept.read_bytes()


def _link(folder: Path, files: list[Path]) -> None:
    for path in files:
        placed = folder / path.relative_to(CORE)
        placed.parent.mkdir(parents=True, exist_ok=True)
        placed.symlink_to(path)


def site_text(r: random.Random, rulebook: Rulebook) -> bytes:
    """Some parameters of the rulebook with values of all kinds, then mutated."""
    chosen = r.sample(list(rulebook.parameters), r.choice((1, 3, 10)))
    data = {key: rulebook.parameters[key].value for key in chosen}
    text = as_text(r, bent(r, data))
    return spoiled(r, text, text) if r.random() < 0.3 else text
