"""Nothing is lost when a process dies while it saves, or when several save the same file at the same moment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("filelock", reason="2026-11-27: files are changed with the extra `dialogue`")
if not hasattr(os, "fork"):
    pytest.skip("2026-11-27: the processes are forked, which this system does not do", allow_module_level=True)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What became of files whose writers were killed."""
    folder = tmp_path_factory.mktemp("killed")
    worker = Path(__file__).with_name("storing_worker.py")
    made = subprocess.run([sys.executable, str(worker), str(folder)], capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    assert made.stderr == ""
    return dict(json.loads(made.stdout))


@pytest.mark.parametrize("kind", ["steps", "half"])
def test_killed_at_every_step_of_a_save(told: dict[str, Any], kind: str) -> None:
    """Whichever step is the last: old or new content, whole, the backup too, and the next save works and clears up."""
    found = told[kind]
    assert found["steps"] > 15
    assert found["old"] + found["new"] == found["steps"]
    assert found["old"] >= 10
    assert found["new"] >= 2
    assert found["faults"] == 0


@pytest.mark.parametrize("kind", ["new", "new half"])
def test_killed_at_every_step_of_a_new_file(told: dict[str, Any], kind: str) -> None:
    """A file that did not exist is absent or whole; trying again makes it, and clears up."""
    found = told[kind]
    assert found["absent"] >= 3
    assert found["whole"] >= 2
    assert found["faults"] == 0


def test_killed_at_any_moment(told: dict[str, Any]) -> None:
    """A process that saves without pause and is killed leaves a whole file every time."""
    assert told["any moment"]["rounds"] == 12
    assert told["any moment"]["faults"] == 0


def test_several_at_once(told: dict[str, Any]) -> None:
    """Of four processes with the same file open one saves, three are told, and nothing is mixed."""
    assert told["side by side"] == {"rounds": 5, "won": 5, "told": 15, "faults": 0}
