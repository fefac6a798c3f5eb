"""A comparison as JSON: everything that differs, in a stable order."""

from __future__ import annotations

import json
from typing import Any

from ipt_rules.differences.model import Differences
from ipt_rules.render.json_ import plain


def to_json(differences: Differences) -> str:
    """The comparison as JSON text, ending in a line break."""
    return json.dumps(to_data(differences), ensure_ascii=False, indent=2) + "\n"


def to_data(differences: Differences) -> dict[str, Any]:
    """The comparison as plain data, its version first; `told_otherwise` as `--check` judges it."""
    made: dict[str, Any] = plain(differences)
    first = {"schema_version": made.pop("schema_version"), "told_otherwise": differences.told_otherwise}
    return {**first, **made}
