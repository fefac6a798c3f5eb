"""`config`: which settings file was read, and what is in force."""

from __future__ import annotations

import json
from typing import Any

import click

from ipt_rules.cli.options import say, say_json
from ipt_rules.cli.settings import Found, usual_place
from ipt_rules.facts.base import shown
from ipt_rules.translation import _

BUILT_IN = {"engine": "", "format": "text", "detail": "short", "language": "en"}


@click.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def config(ctx: click.Context, form: str) -> None:
    """Which settings file was read, and what is in force.

    A settings file is YAML with any of parameters, rules, engine, format, detail and language: the defaults of the
    options of those names. Options win. docs/cli.md says where it is looked for.
    """
    found: Found = ctx.find_root().obj
    told = _in_force(found)
    if form == "json":
        say_json(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
    else:
        say(_as_text(found, told))


def _in_force(found: Found) -> dict[str, Any]:
    """The file, and each setting; of site parameters their values, checked against the rules that are in force."""
    from ipt_rules.cli.options import rulebook_of
    from ipt_rules.matching import engine_names

    settings = found.settings
    folders = settings.of_option("folders") or ()
    rulebook = rulebook_of(folders, settings.parameters)
    return {
        "file": str(found.path) if found.path else None,
        "parameters": settings.parameters,
        "set": rulebook.site_parameters,
        "rules": [f"{pack.name} {pack.version}, {pack.path}" for pack in rulebook.packs],
        "engine": settings.engine or engine_names()[0],
        "format": settings.format or BUILT_IN["format"],
        "detail": settings.detail or BUILT_IN["detail"],
        "language": settings.language or BUILT_IN["language"],
    }


def _as_text(found: Found, told: dict[str, Any]) -> str:
    if found.path is None:
        lines = [_("No settings file: {why}.").format(why=found.why)]
    else:
        lines = [_("Settings from {path}").format(path=found.path)]
    lines.append("")
    for name in ("parameters", "rules", "engine", "format", "detail", "language"):
        for at, value in enumerate(_values(name, told)):
            of_file = at == 0 and getattr(found.settings, name)
            built_in = "" if of_file or at else _("  (built in)")
            lines.append(f"{name if at == 0 else '':<11} {value}{built_in}")
    if found.path is None:
        lines += ["", _("To have settings, write {path}, or name a file with --config.").format(path=usual_place())]
    return "\n".join(lines) + "\n"


def _values(name: str, told: dict[str, Any]) -> list[str]:
    if name == "rules":
        return list(told["rules"])
    if name != "parameters":
        return [str(told[name])]
    if told["parameters"] is None:
        return [_("as in the rules")]
    each = [
        _("  {key}: {value} {unit} (rules: {default})").format(
            key=one["key"], value=shown(one["value"]), unit=one["unit"], default=shown(one["default"])
        )
        for one in told["set"]
    ]
    return [str(told["parameters"]), *each]
