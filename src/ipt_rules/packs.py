"""Finds rule packs: the core's own and those that installed packages offer under the entry point `ipt_rules.packs`."""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from ipt_rules.errors import PackError

GROUP = "ipt_rules.packs"
_PACKAGE = Path(__file__).resolve().parent


def core() -> Path:
    """The folder of the core pack: inside the package when installed, beside `src` in a checkout."""
    for folder in (_PACKAGE / "rules", _PACKAGE.parent.parent / "rules"):
        if (folder / "pack.yaml").is_file():
            return folder
    raise PackError("the rules of the core pack are missing: reinstall ipt-rules")


def installed() -> dict[str, Path]:
    """The folders of all installed packs by name, the core first."""
    found = {"core": core()}
    for entry in sorted(entry_points(group=GROUP), key=lambda one: one.name):
        if entry.name != "core":
            found[entry.name] = _folder(entry)
    return found


def _folder(entry: EntryPoint) -> Path:
    """A pack's entry point is a function that returns its folder."""
    try:
        folder = Path(entry.load()())
    except Exception as error:  # a stranger's code: whatever it raises, the user needs to know which pack
        raise PackError(
            f"the rule pack `{entry.name}` cannot be loaded ({type(error).__name__}): update or remove it"
        ) from error
    if not (folder / "pack.yaml").is_file():
        raise PackError(f"the rule pack `{entry.name}` has no pack.yaml: update or remove it")
    return folder
