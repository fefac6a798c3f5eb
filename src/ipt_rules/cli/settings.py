"""The settings file of the command line: what somebody would otherwise give with every command. The library reads none.

It is YAML (or JSON), read by the same strict reader as a case, so that a mistake is told with its line. Paths in it are
relative to its folder.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

import click
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from ipt_rules.errors import Problem, SettingsError, did_you_mean
from ipt_rules.reading import Document, read_document
from ipt_rules.translation import _, languages
from ipt_rules.validation import problems_of

NAME = "config.yaml"
VARIABLE = "IPT_RULES_CONFIG"
CODE = "CONFIG"


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


class Settings(BaseModel):
    """What a settings file may say; each is the default of an option, which wins when it is given."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True, defer_build=True)

    parameters: str | None = None
    rules: Annotated[tuple[str, ...], BeforeValidator(_listed)] = ()
    engine: Literal["rete", "plain"] | None = None
    format: Literal["text", "markdown", "json"] | None = None
    detail: Literal["short", "all", "sources"] | None = None
    language: str | None = None

    def of_option(self, name: str) -> Any:
        """What it says for the parameter of a command; None where it says nothing."""
        folders = tuple(Path(one) for one in self.rules)
        return {
            "parameters": self.parameters,
            "folders": folders or None,
            "engine": self.engine,
            "form": self.format,
        }.get(name)


class Found(NamedTuple):
    """The settings in force, and the file they were read from: None where none was read, `why` says why."""

    settings: Settings
    path: Path | None
    why: str


def usual_place() -> Path:
    """Where settings are looked for: the folder that the system has for it (XDG_CONFIG_HOME, APPDATA ..)."""
    return Path(click.get_app_dir("ipt-rules")) / NAME


def found_settings(given: str | None, none: bool) -> Found:
    """The settings for a call: a file that is given, else that of IPT_RULES_CONFIG, else the one in its usual place.

    Raises SettingsError, with places, for a file that cannot be read, and UsageError for contradicting options.
    """
    if none and given is not None:
        raise click.UsageError(_("--config and --no-config contradict each other"))
    if none:
        return Found(Settings(), None, _("none is read, because of --no-config"))
    named = given or os.environ.get(VARIABLE)
    path = Path(named) if named else usual_place()
    if not named and not path.is_file():
        return Found(Settings(), None, _("there is none at {path}").format(path=path))
    return Found(read_settings(path), path, "")


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
    problems: list[Problem] = []
    try:
        said = {name: value for name, value in document.data.items() if value is not None}
        settings = Settings.model_validate(_with_paths(said, path.parent))
        problems = list(_unknown(settings, document))
    except ValidationError as error:
        problems = problems_of(error, Settings, str(path), document, code=CODE)
    if problems:
        raise SettingsError(problems)  # outside the `except`: nothing of the file stands behind it
    return settings


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


def _unknown(settings: Settings, document: Document) -> list[Problem]:
    """Files and folders that are not there, and languages that are not spoken."""
    problems = []
    for name, there in (("parameters", os.path.isfile), ("rules", os.path.isdir)):
        named = settings.parameters if name == "parameters" else settings.rules
        for one in (named,) if isinstance(named, str) else named or ():
            if not there(one):
                kind = _("file") if name == "parameters" else _("folder")
                message = _("`{name}` names a {kind} that does not exist").format(name=name, kind=kind)
                hint = _("paths are relative to the folder of this file: {path}").format(path=one)
                problems.append(Problem(document.path, document.line((name,)), f"{CODE}-20", message, hint, name))
    if settings.language is not None and settings.language not in languages():
        hint = did_you_mean(settings.language, languages(), _("one of: {names}").format(names=", ".join(languages())))
        message = _("the language is not spoken here")
        problems.append(Problem(document.path, document.line(("language",)), f"{CODE}-21", message, hint, "language"))
    return problems
