"""The page of the command line: the help of every command as it is printed, and what holds for all of them."""

from __future__ import annotations

from collections.abc import Mapping

EXIT_CODES: Mapping[int, str] = {
    0: "done; findings, even urgent ones, are no failure",
    1: "a check failed, or two versions differ under `--check`",
    2: "wrong use: an option, a name or the settings file",
    3: "a case cannot be read, or contradicts itself",
    4: "the rulebook, or what a site sets, cannot be loaded",
    5: "the engine failed, and nothing was recommended",
    6: "a file was not written; what was there is as it was",
}

ABOUT = """\
## Files

A case is one YAML or JSON file, in UTF-8 with or without a byte order mark, with line breaks of any system. `-` reads it
from standard input. A command that changes a case writes it whole or not at all, and keeps what was there when it was
opened beside it as `NAME~`; in its folder stays an empty file `.ipt-rules.lock`. A new case is readable by its owner alone.

`-o FILE` writes what would be printed, as UTF-8 whatever the terminal's encoding; it writes over a file only with `--force`,
and never over the case that is read.

## Settings

What you would otherwise give with every command may stand in `config.yaml`, in the folder that the system has for settings:
`$XDG_CONFIG_HOME/ipt-rules` or `~/.config/ipt-rules` on Linux, `~/Library/Application Support/ipt-rules` on a Mac,
`%APPDATA%\\ipt-rules` on Windows. `ipt-rules config` says which file was read and what is in force.

```yaml
parameters: site.yaml   # a file of what your site sets; every answer names what it sets
rules: my-pack          # a folder with rules, or a list of folders, instead of the installed packs
engine: plain           # rete or plain
format: text            # text, markdown or json
detail: short           # of recommend: brief, short, all, sources or note
language: en            # of the program's own words
```

All may be left out. Paths are relative to the file. An option wins over the settings; `--config FILE` reads another file, and
`--no-config` none. The library reads no settings.

## Environment

| variable | what it does |
|---|---|
| `IPT_RULES_CONFIG` | the settings file, instead of the usual place |
| `NO_COLOR` | no colours, whatever its value |
| `COLUMNS` | the width, where the terminal does not tell it |
| `LANGUAGE`, `LC_ALL`, `LC_MESSAGES`, `LANG` | the language of its own words, unless the settings name one |
"""


def cli_page(help_texts: Mapping[str, str]) -> str:
    """The help of every command, as the command line prints it, then exit codes, files, settings and environment."""
    lines = ["# Command line", "", "[Exit codes](#exit-codes), [files](#files), [settings](#settings) and the"]
    lines += ["[environment](#environment) stand at the end.", ""]
    for name, text in help_texts.items():
        lines += [f"## {name}", "", "```", text.rstrip(), "```", ""]
    lines += ["## Exit codes", "", "| code | meaning |", "|---|---|"]
    lines += [f"| {code} | {meaning} |" for code, meaning in EXIT_CODES.items()]
    return "\n".join([*lines, "", ABOUT])
