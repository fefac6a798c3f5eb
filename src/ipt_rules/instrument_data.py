"""The shipped definitions of measures, for checking a case before any rulebook is loaded."""

from __future__ import annotations

import json
from functools import lru_cache

from ipt_rules import packs
from ipt_rules.instrument import Instruments
from ipt_rules.reading import read_document

NAME = "instruments.json"
"""Written into the wheel beside `instruments.yaml`, so that reading a JSON case never imports a YAML reader."""


@lru_cache(maxsize=1)
def core_instruments() -> Instruments:
    """The measures of the core pack."""
    folder = packs.core()
    compiled = folder / NAME
    data = json.loads(compiled.read_bytes()) if compiled.is_file() else read_document(folder / "instruments.yaml").data
    return Instruments.model_validate(data)
