"""The shipped definitions of measures, for checking a case before any rulebook is loaded."""

from __future__ import annotations

import contextlib
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from ipt_rules import packs
from ipt_rules.instrument import Instruments
from ipt_rules.reading import read_document

NAME = "instruments.json"
"""Written into the wheel beside `instruments.yaml`, so that reading a JSON case never imports a YAML reader."""


@lru_cache(maxsize=1)
def core_instruments() -> Instruments:
    """The measures of the core pack."""
    return Instruments.model_validate(_data(packs.core()))


def _data(folder: Path) -> Any:
    shipped, source = folder / NAME, folder / "instruments.yaml"
    if shipped.is_file():
        return json.loads(shipped.read_bytes())
    kept, stamp = folder.parent / ".cache" / NAME, [source.stat().st_size, source.stat().st_mtime_ns]
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        frozen = json.loads(kept.read_bytes())
        if frozen["stamp"] == stamp:
            return frozen["data"]
    data = read_document(source).data
    with contextlib.suppress(OSError):  # a checkout that cannot be written only makes the next start slower
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(json.dumps({"stamp": stamp, "data": data}), encoding="utf-8")
    return data
