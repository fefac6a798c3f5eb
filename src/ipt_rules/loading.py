"""From pack folders to a `Rulebook`: every file read, every name checked, every problem told at once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from ipt_rules.errors import Problem, RulebookError, did_you_mean
from ipt_rules.facts.base import Value
from ipt_rules.facts.groups import GROUPS, OF_CATALOGUE, SORTINGS
from ipt_rules.facts.kinds import KINDS
from ipt_rules.instruments import Instruments
from ipt_rules.lowering import lower, problem
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
from ipt_rules.query import Query
from ipt_rules.questions import QuestionChapter
from ipt_rules.reading import Document, read_document
from ipt_rules.rule import Rule
from ipt_rules.rulebook import Pack, Rulebook
from ipt_rules.validation import problems_of

LANGUAGE = 1
NO_MEASURES: dict[str, Any] = {"instruments": {}}
S = TypeVar("S", bound=BaseModel)
Loc = tuple[str | int, ...]
SHARED = (
    "protocol",
    "decisions",
    "references",
    "parameters",
    "groups",
    "techniques",
    "courses",
    "instruments",
    "checklists",
    "areas",
    "closings",
    "plans",
    "analysis",
    "dialogue",
)


@dataclass
class Sources:
    """The plain data of one or more packs, as read."""

    packs: list[dict[str, Any]] = field(default_factory=list)
    shared: dict[str, Any] = field(default_factory=dict)
    rules: list[dict[str, Any]] = field(default_factory=list)  # chapter, path, data
    documents: dict[str, Document] = field(default_factory=dict, repr=False)  # for places of problems; not compiled


def read_sources(folders: Sequence[Path]) -> Sources:
    """Read the YAML files of the packs. Raises RulebookError with the problems of every unreadable file."""
    sources = Sources()
    problems: list[Problem] = []
    for folder in folders:
        _read_pack(folder, sources, problems)
    if problems:
        raise RulebookError(problems)
    for pack in sources.packs:
        pack["digest"] = _digest(sources, Path(pack["path"]))
    return sources


def merged(several: Iterable[Sources]) -> Sources:
    """The packs as one."""
    together = Sources()
    for one in several:
        together.packs += one.packs
        together.rules += one.rules
        for name, data in one.shared.items():
            problems: list[Problem] = []
            _merge(together.shared.setdefault(name, {}), data, Path(f"{name}.yaml"), problems)
            if problems:
                raise RulebookError(problems)
    return together


def _digest(sources: Sources, folder: Path) -> str:
    """A digest of the content of one pack; with several packs read together the shared files count for each."""
    rules = [rule["data"] for rule in sources.rules if Path(rule["path"]).is_relative_to(folder)]
    return _hashed({"rules": rules, "shared": sources.shared})


def _hashed(content: Any) -> str:
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _read_pack(folder: Path, sources: Sources, problems: list[Problem]) -> None:
    info = _read(folder / "pack.yaml", sources, problems)
    if info is None:
        return
    sources.packs.append({"path": str(folder), "info": info})
    for path in sorted(folder.glob("*.yaml")):
        name = path.stem.split("-")[0]
        if path.name == "pack.yaml":
            continue
        data = _read(path, sources, problems)
        if data is None:
            continue
        if name not in SHARED:
            problems.append(
                Problem(str(path), 0, "PACK-02", "this file has no meaning in a pack", f"one of {', '.join(SHARED)}")
            )
        _merge(sources.shared.setdefault(name, {}), data, path, problems)
    chapters = info["chapters"] if isinstance(info.get("chapters"), list) else []
    for path in sorted(folder.glob("*/*.yaml")):
        data = _read(path, sources, problems)
        if data is not None:
            if path.parent.name not in chapters:
                problems.append(
                    Problem(str(path), 0, "PACK-03", "this folder is no chapter of the pack", "name it in pack.yaml")
                )
            sources.rules.append({"chapter": path.parent.name, "path": str(path), "data": data})


def _read(path: Path, sources: Sources, problems: list[Problem]) -> dict[str, Any] | None:
    try:
        document = read_document(path, code="RULE", error=RulebookError)
    except RulebookError as error:
        problems += error.problems
        return None
    sources.documents[str(path)] = document
    data: dict[str, Any] = document.data
    return data


def _merge(into: dict[str, Any], data: Mapping[str, Any], path: Path, problems: list[Problem]) -> None:
    for key, value in data.items():
        held = into.setdefault(key, type(value)()) if isinstance(value, list | dict) else None
        if isinstance(value, list) and isinstance(held, list):
            held.extend(value)
        elif isinstance(value, dict) and isinstance(held, dict):
            held.update(value)
        elif held is None:
            problems.append(
                Problem(str(path), 0, "PACK-04", "a shared file holds lists and mappings only", "see docs/packs.md")
            )
        else:
            hint = "write it in the same way in all files that have it"
            problems.append(
                Problem(str(path), 0, "PACK-07", f"`{key}` is a list in one file and a mapping in another", hint)
            )


def build(sources: Sources) -> Rulebook:
    """The rulebook of what was read. Raises RulebookError with every problem."""
    builder = _Builder(sources)
    rulebook = builder.rulebook()
    if builder.problems:
        raise RulebookError(builder.problems)
    return rulebook


class _Builder:
    """Collects problems while it turns plain data into models and queries."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.problems: list[Problem] = []

    def rulebook(self) -> Rulebook:
        packs_ = tuple(self._packs())
        chapters = tuple(dict.fromkeys(chapter for pack in packs_ for chapter in pack.info.chapters))
        parameters = self._models("parameters", Parameter, "key")
        rules, chapter_of, queries = self._rules(chapters, {key: one.value for key, one in parameters.items()})
        self._check_engine(chapters, chapter_of, queries)
        techniques = self._models("techniques", Technique, "id")
        checklists = self._models("checklists", Checklist, "id")
        self._check_catalogues(rules.values(), techniques, checklists)
        groups = self._models("groups", Group, "id")
        self._check_groups(groups.values(), techniques)
        shared = self.sources.shared
        measures = self._model(Instruments, shared.get("instruments", NO_MEASURES), "instruments.yaml")
        instruments = measures or Instruments.model_validate(NO_MEASURES)
        dialogue = self._models("dialogue", QuestionChapter, "id")
        self._check_sheets(dialogue.values(), instruments)
        return Rulebook(
            packs=packs_,
            chapters=chapters,
            rules=MappingProxyType(rules),
            chapter_of=MappingProxyType(chapter_of),
            queries=MappingProxyType(queries),
            parameters=parameters,
            groups=groups,
            sortings=self._models("groups", Sorting, "id", listed="sortings"),
            techniques=techniques,
            checklists=checklists,
            plans=self._model(PlanForms, shared.get("plans", {}), "plans.yaml") or PlanForms(),
            instruments=instruments,
            statements=self._models("protocol", Statement, "id", listed="statements"),
            references=self._models("references", Reference, "key"),
            decisions=self._models("decisions", Decision, "id"),
            areas=self._models("areas", AreaNames, "id"),
            closings=self._models("closings", AlertClosing, "id"),
            courses=self._models("courses", Course, "id"),
            partitions=self._models("analysis", Partition, "id", listed="partitions"),
            orders=self._models("analysis", ParameterOrder, "id", listed="orders"),
            deliberate=self._models("analysis", Deliberate, "id", listed="deliberate"),
            kept_fields=self._models("analysis", KeptFields, "id", listed="kept_fields"),
            dialogue=dialogue,
            content_hash=_hashed([pack.get("digest") for pack in self.sources.packs]),
        )

    def _packs(self) -> Iterator[Pack]:
        for entry in self.sources.packs:
            path = str(Path(entry["path"]) / "pack.yaml")
            info = self._model(PackInfo, entry["info"], path)
            if info is None:
                continue
            if info.language > LANGUAGE:
                self._say(path, (), "PACK-05", f"the pack needs rule language {info.language}", "update ipt-rules")
            yield Pack(info.name, info.version, entry["path"], info)

    def _models(self, file: str, model: type[S], key: str, listed: str = "") -> Mapping[str, S]:
        found: dict[str, S] = {}
        for entry in self.sources.shared.get(file, {}).get(listed or file, ()):
            path, at = self._places.get(id(entry), (f"{file}.yaml", ()))
            made = self._model(model, entry, path, at)
            if made is None:
                continue
            name = str(getattr(made, key))
            if name in found:
                self._say(path, (*at, key), "PACK-06", f"`{name}` is defined twice", "keep one of the two")
            found[name] = made
        return MappingProxyType(found)

    @cached_property
    def _places(self) -> Mapping[int, tuple[str, Loc]]:
        """The file and the place in it of each entry of the shared lists, which may be split over several files."""
        return {
            id(entry): (path, (listed, index))
            for path, document in self.sources.documents.items()
            if Path(path).stem.split("-")[0] in SHARED
            for listed, entries in document.data.items()
            for index, entry in enumerate(entries if isinstance(entries, list) else ())
        }

    def _rules(
        self, chapters: Sequence[str], parameters: Mapping[str, Value]
    ) -> tuple[dict[str, Rule], dict[str, str], dict[str, tuple[Query, ...]]]:
        rules: dict[str, Rule] = {}
        chapter_of: dict[str, str] = {}
        queries: dict[str, tuple[Query, ...]] = {}
        ordered = sorted(
            self.sources.rules, key=lambda one: (_position(one["chapter"], chapters), Path(one["path"]).stem)
        )
        for entry in ordered:
            rule = self._model(Rule, entry["data"], entry["path"])
            if rule is None:
                continue
            if rule.id != Path(entry["path"]).stem:
                self._say(entry["path"], ("id",), "RULE-01", "the id differs from the file name", "make them the same")
            if rule.id in rules:
                self._say(entry["path"], ("id",), "RULE-02", f"another rule is called `{rule.id}`", "choose another id")
            lowered = lower(rule, KINDS, parameters)
            document = self.sources.documents.get(entry["path"])
            self.problems += [
                problem(entry["path"], document.line(f.loc) if document else 0, f) for f in lowered.faults
            ]
            rules[rule.id], chapter_of[rule.id], queries[rule.id] = rule, entry["chapter"], lowered.queries
        return rules, chapter_of, queries

    def _check_catalogues(
        self, rules: Iterable[Rule], techniques: Mapping[str, Technique], checklists: Mapping[str, Checklist]
    ) -> None:
        """What an answer looks up by id must be there: a name that is not would only be found out on some case."""
        paths = {Path(entry["path"]).stem: entry["path"] for entry in self.sources.rules}
        for rule in rules:
            then, path = rule.then, paths.get(rule.id, rule.id)
            for name in then.suggest.techniques if then.suggest else ():
                if name not in techniques:
                    hint = did_you_mean(name, techniques, "define it in techniques.yaml")
                    self._say(path, ("then", "suggest"), "RULE-30", f"the technique `{name}` is not defined", hint)
            checklist = getattr(then.content, "checklist", None)
            if checklist is not None and checklist not in checklists:
                hint = did_you_mean(checklist, checklists, "define it in checklists.yaml")
                self._say(path, ("then",), "RULE-31", f"the checklist `{checklist}` is not defined", hint)

    def _check_sheets(self, dialogue: Iterable[QuestionChapter], instruments: Instruments) -> None:
        """A questionnaire that is put item by item must be there, or a therapist would find out in the middle of it."""
        known = instruments.instruments
        for chapter in dialogue:
            for sheet in sorted({one.sheet for one in chapter.all_questions() if one.sheet} - set(known)):
                hint = did_you_mean(str(sheet), known, "define it in instruments.yaml")
                self._say("dialogue.yaml", (), "RULE-32", f"the questionnaire `{sheet}` is not defined", hint)

    def _check_groups(self, groups: Iterable[Group], techniques: Mapping[str, Technique]) -> None:
        """Facts are derived with these groups: one that is missing would be found out on some case.

        A pack without measures judges no case alone: it adds to others, and need not bring any.
        """
        if not {"groups", "instruments"} & set(self.sources.shared):
            return
        for listed, asked in (("groups", GROUPS), ("sortings", SORTINGS)):
            entries = self.sources.shared.get("groups", {}).get(listed, ())
            told = {str(entry.get("id")) for entry in entries if isinstance(entry, dict)}
            missing = [name for name in asked if name not in told]
            if missing:
                more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
                hint = "load the core pack as well, or copy its groups.yaml"
                self._say("groups.yaml", (), "GROUP-01", f"no pack has `{missing[0]}`{more} among its {listed}", hint)
        for one in groups:
            for name in one.members if one.of == OF_CATALOGUE else ():
                if name not in techniques:
                    hint = did_you_mean(name, techniques, "define it in techniques.yaml")
                    self._say(
                        "groups.yaml", (), "GROUP-02", f"`{one.id}` names a technique `{name}` nobody defines", hint
                    )

    def _check_engine(
        self, chapters: Sequence[str], chapter_of: Mapping[str, str], queries: Mapping[str, tuple[Query, ...]]
    ) -> None:
        """A chapter is one ruleset of the engine: what would pass its limits is refused here, not in production."""
        from ipt_rules.matching.limits import problems as limit_problems

        for chapter in chapters:
            together = [q for rule, of_rule in queries.items() if chapter_of[rule] == chapter for q in of_rule]
            for found in limit_problems(together):
                self._say(
                    f"rules/{chapter}", (), "ENGINE-01", str(found), "split the chapter, or derive a fact that says it"
                )

    def _model(self, model: type[S], data: Any, path: str, at: Loc = ()) -> S | None:
        try:
            return model.model_validate(data)
        except ValidationError as error:
            document = self.sources.documents.get(path)
            self.problems += problems_of(error, model, path, document, code="RULE", at=at)
            return None

    def _say(self, path: str, loc: Loc, code: str, message: str, hint: str = "") -> None:
        document = self.sources.documents.get(path)
        self.problems.append(Problem(path, document.line(loc) if document else 0, code, message, hint))


def _position(chapter: str, chapters: Sequence[str]) -> int:
    return chapters.index(chapter) if chapter in chapters else len(chapters)
