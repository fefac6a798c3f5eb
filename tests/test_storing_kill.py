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


def told(folder: Path, *parts: str) -> dict[str, Any]:
    """What became of files whose writers were killed."""
    words = [sys.executable, str(Path(__file__).with_name("storing_worker.py")), str(folder), *parts]
    made = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (made.returncode, made.stderr) == (0, "")
    return dict(json.loads(made.stdout))


def test_killed_at_every_step_of_a_save(tmp_path: Path) -> None:
    """Whichever step is the last: old or new content, whole, the backup too, and the next save works and clears up."""
    for found in told(tmp_path, "steps", "half").values():
        assert found["steps"] > 15
        assert found["old"] + found["new"] == found["steps"]
        assert found["old"] >= 10
        assert found["new"] >= 2
        assert found["faults"] == 0


def test_killed_at_every_step_of_a_new_file(tmp_path: Path) -> None:
    """A file that did not exist is absent or whole; trying again makes it, and clears up."""
    for found in told(tmp_path, "new", "new half").values():
        assert found["absent"] >= 3
        assert found["whole"] >= 2
        assert found["faults"] == 0


def test_killed_at_any_moment_and_several_at_once(tmp_path: Path) -> None:
    """Killed while it saves without pause, a process leaves a whole file; of four that save at once one does, three are told."""
    found = told(tmp_path, "any moment", "side by side")
    assert (found["any moment"]["rounds"], found["any moment"]["faults"]) == (12, 0)
    assert found["side by side"] == {"rounds": 5, "won": 5, "told": 15, "faults": 0}
