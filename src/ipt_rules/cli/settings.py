"""The settings of the command line: what somebody would otherwise give with every command. The library reads none.

They stand in a file that is YAML (or JSON), read by the same strict reader as a case, so that a mistake is told with its
line (`settings_file.py`). Whoever has none does not pay for that.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import click

from ipt_rules.translation import _

NAME = "config.yaml"
VARIABLE = "IPT_RULES_CONFIG"
LANGUAGES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where the environment names languages, the first that says something; in LANGUAGE there may be several."""


@dataclass(frozen=True)
class Settings:
    """What is set; each is the default of an option, which wins when it is given. None, or nothing: not set."""

    parameters: str | None = None
    rules: tuple[str, ...] = ()
    engine: str | None = None
    format: str | None = None
    detail: str | None = None
    language: str | None = None

    def of_option(self, name: str) -> Any:
        """What is set for the parameter of a command; None where nothing is."""
        folders = tuple(Path(one) for one in self.rules)
        return {
            "parameters": self.parameters,
            "folders": folders or None,
            "engine": self.engine,
            "form": self.format,
        }.get(name)


def languages_of(settings: Settings) -> list[str]:
    """The languages somebody wants, the first first: what is set, else what the environment says, as gettext reads it."""
    if settings.language is not None:
        return [settings.language]
    told = (os.environ.get(name) for name in LANGUAGES)
    said = next((one for one in told if one), "")
    return [one for one in said.split(":") if one]


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
    from ipt_rules.cli.settings_file import read_settings

    return Found(read_settings(path), path, "")
