"""Runs every feature: the specification that QA reads."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from gherkin.parser import Parser
from pytest_bdd import scenarios

FEATURES = Path(__file__).resolve().parent.parent / "features"

scenarios("../features")


@pytest.mark.parametrize("path", sorted(FEATURES.rglob("*.feature")), ids=lambda path: str(path.relative_to(FEATURES)))
def test_no_two_scenarios_of_a_feature_share_a_name(path: Path) -> None:
    """Of two with one name pytest-bdd keeps the last, under whatever rule: the other would never run."""
    document: Any = Parser().parse(path.read_text(encoding="utf-8"))
    names = Counter(_names(document["feature"]["children"]))
    assert [name for name, count in names.items() if count > 1] == []


def _names(children: Sequence[Any]) -> Iterator[str]:
    for child in children:
        if "rule" in child:
            yield from _names(child["rule"]["children"])
        elif "scenario" in child:
            yield child["scenario"]["name"]
