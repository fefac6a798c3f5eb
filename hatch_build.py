"""Build step: the wheel carries `rules/` inside the package, and the rulebook compiled to one JSON file beside it."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileRules(BuildHookInterface):
    """Adds the rules and their compiled form to a wheel; an editable install reads the checkout instead."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from ipt_rules import compiled, compiling, instrument_data, loading

        sources = loading.read_sources([root / "rules"])
        loading.build(sources)  # a wheel with a broken rulebook is not built
        self._folder = tempfile.TemporaryDirectory()
        path = Path(self._folder.name) / compiled.NAME
        compiling.write(compiling.compiled(root / "rules"), path)
        build_data["force_include"][str(root / "rules")] = "ipt_rules/rules"
        build_data["force_include"][str(path)] = f"ipt_rules/rules/{compiled.NAME}"
        measures = Path(self._folder.name) / instrument_data.NAME
        measures.write_text(json.dumps(sources.shared["instruments"], ensure_ascii=False), encoding="utf-8")
        build_data["force_include"][str(measures)] = f"ipt_rules/rules/{instrument_data.NAME}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self._folder.cleanup()
