"""Reads a settings file. Paths in it are relative to its folder."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from ipt_rules.cli.settings import Settings
from ipt_rules.errors import Problem, SettingsError, did_you_mean
from ipt_rules.reading import Document, read_document
from ipt_rules.translation import _, languages
from ipt_rules.validation import problems_of

CODE = "CONFIG"


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


class SettingsFile(BaseModel):
    """What a settings file may say, all of it optional."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    parameters: str | None = None
    rules: Annotated[tuple[str, ...], BeforeValidator(_listed)] = ()
    engine: Literal["rete", "plain"] | None = None
    format: Literal["text", "markdown", "json"] | None = None
    detail: Literal["short", "all", "sources"] | None = None
    language: str | None = None


def read_settings(path: Path) -> Settings:
    """The settings in a file; one that holds nothing, or comments alone, is no mistake. Raises SettingsError."""
    try:
        document = read_document(path, code=CODE, error=SettingsError)
    except SettingsError as error:
        if [problem.code for problem in error.problems] != [f"{CODE}-R06"]:
            raise
        return Settings()
    return _checked(document, path)


def _checked(document: Document, path: Path) -> Settings:
    said = {name: value for name, value in document.data.items() if value is not None}
    said = _with_paths(said, path.parent)
    problems = list(_unknown(said, document))
    try:
        read = SettingsFile.model_validate(said)
    except ValidationError as error:
        problems += problems_of(error, SettingsFile, str(path), document, code=CODE)
    if problems:
        raise SettingsError(problems)  # outside the `except`: nothing of the file stands behind it
    return Settings(**read.model_dump())


def _with_paths(said: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """Paths as they are seen from here; `~` is the user's own folder."""
    made = dict(said)
    for name in ("parameters", "rules"):
        value = made.get(name)
        if isinstance(value, str):
            made[name] = _path(value, folder)
        elif isinstance(value, list):
            made[name] = [_path(one, folder) if isinstance(one, str) else one for one in value]
    return made


def _path(text: str, folder: Path) -> str:
    return str(folder / Path(text).expanduser())


def _unknown(said: Mapping[str, Any], document: Document) -> Iterator[Problem]:
    """Files and folders that are not there, and languages that are not spoken."""
    for name, kind, there in (
        ("parameters", _("file"), os.path.isfile),
        ("rules", _("folder"), os.path.isdir),
    ):
        named = said.get(name)
        for one in named if isinstance(named, list) else [named]:
            if isinstance(one, str) and not there(one):
                message = _("`{name}` names a {kind} that does not exist").format(name=name, kind=kind)
                hint = _("paths are relative to the folder of this file: {path}").format(path=one)
                yield Problem(document.path, document.line((name,)), f"{CODE}-20", message, hint, name)
    language = said.get("language")
    if isinstance(language, str) and language not in languages():
        hint = did_you_mean(language, languages(), _("one of: {names}").format(names=", ".join(languages())))
        line = document.line(("language",))
        yield Problem(document.path, line, f"{CODE}-21", _("the language is not spoken here"), hint, "language")
