"""Hostile rule packs: a pack with one mutated file is loaded as users load one.

Most files are tried in a small pack: `pack.yaml`, all parameters, and what the file needs beside it (a rule its own
chapter's folder, a shared file three rules). It is loaded by `Rulebook.load(folder)` from start to end; only the files
that are not mutated are parsed once and remembered, for they are the same each time. Some hundreds are tried in the
whole core, nothing remembered, with `checking.rule_problems` as well (`whole`).
"""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path
from typing import Any

import yaml

from hostile.bending import bent
from hostile.cases import as_text
from hostile.growing import random_case
from hostile.spoiling import spoiled
from hostile.watching import Finding
from ipt_rules import Case, Rulebook, loading, packs, recommend
from ipt_rules.checking import rule_problems
from ipt_rules.errors import IptRulesError
from ipt_rules.matching import engine_names
from ipt_rules.reading import Document
from ipt_rules.render.json_ import to_json
from ipt_rules.render.text import to_text
from ipt_rules.site import read_parameters

CORE = packs.core()
RULES = tuple(sorted(CORE.glob("*/*.yaml")))
SHARED = tuple(sorted(CORE.glob("*.yaml")))
BESIDE_A_RULE = ("pack", "parameters", "techniques", "checklists", "groups", "instruments", "courses")
WITH_SHARED = ("safety/suicide-intent-or-plan", "choice", "techniques")


class Remembered:
    """Parses a file once and gives it again, until it is forgotten. Stands in for `loading.read_document`."""

    def __init__(self) -> None:
        self.read = loading.read_document
        self.known: dict[str, Document] = {}

    def __call__(self, path: Path, **options: Any) -> Document:
        if not path.is_symlink():  # the mutated file
            return self.read(path, **options)
        key = str(path)
        if key not in self.known:
            self.known[key] = self.read(path, **options)
        return self.known[key]


class Packs:
    """Makes hostile packs, and says what is done with each."""

    def __init__(self, folder: Path, rulebook: Rulebook) -> None:
        self.folder, self.rulebook = folder, rulebook
        self.small, self.large = folder / "small" / "rules", folder / "large" / "rules"
        self.texts = {path: path.read_bytes() for path in (*RULES, *SHARED)}
        self.data = {path: yaml.safe_load(text) for path, text in self.texts.items()}
        self.case = Case.from_data(random_case(random.Random("pack")))
        _link(self.small, [path for path in SHARED if path.stem.split("-")[0] in BESIDE_A_RULE])
        _link(self.large, [*SHARED, *(path for path in RULES if path.parent.name == "choice"), *RULES[-3:]])

    def content(self, r: random.Random, kind: str) -> tuple[Path, bytes]:
        """The file of the core that is mutated, and the bytes."""
        path = r.choice(RULES if kind == "rule" or (kind == "whole" and r.random() < 0.7) else SHARED)
        other = r.choice(RULES)
        if r.random() < 0.35:
            return path, spoiled(r, self.texts[path], self.texts[other])
        data = json.loads(json.dumps(self.data[path], default=str))
        return path, as_text(r, bent(r, data))

    def rule(self, r: random.Random, path: Path, content: bytes) -> str:
        """A mutated rule alone in the small pack; accepted, it is tried on a case."""
        placed = self.small / path.parent.name / path.name
        placed.parent.mkdir(exist_ok=True)
        placed.write_bytes(content)
        try:
            return self._used(r, Rulebook.load(self.small))
        finally:
            placed.unlink()

    def shared(self, r: random.Random, path: Path, content: bytes) -> str:
        """A mutated shared file beside all others."""
        placed = self.large / path.name
        placed.unlink()
        placed.write_bytes(content)
        try:
            return self._used(r, Rulebook.load(self.large))
        finally:
            placed.unlink()
            placed.symlink_to(path)

    def _used(self, r: random.Random, rulebook: Rulebook) -> str:
        """What was accepted advises on a case without failing."""
        day = max([self.case.intake.date, *(session.date for session in self.case.sessions)])
        if r.random() < 0.5:
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

    def compiled(self, r: random.Random, content: bytes) -> str:
        """A damaged compiled form is never believed: the pack is read anew, and is the same."""
        kept = self.small.parent / ".cache" / "rules-rulebook.jsonl"
        kept.write_bytes(content)
        if Rulebook.load(self.small).content_hash != self._hash:
            raise Finding("a damaged compiled rulebook was believed")
        return "read anew"

    def good_compiled(self) -> bytes:
        """The compiled form of the small pack with one rule, as it is written."""
        self._hash = Rulebook.load(self.small).content_hash
        return (self.small.parent / ".cache" / "rules-rulebook.jsonl").read_bytes()


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


__all__ = ["CORE", "IptRulesError", "Packs", "Remembered", "site_text"]
