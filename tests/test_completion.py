"""The Tab key: scripts for three shells, and what it completes, quickly and without a word of complaint."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from ipt_rules import Rulebook
from ipt_rules.cli import completing, main
from small_pack import write_pack


def completed(*words: str) -> list[str]:
    """What Tab offers after these words, the last one unfinished."""
    asked = ShellComplete(main, {}, "ipt-rules", completing.VARIABLE)
    return [
        item.value if item.type == "plain" else f"<{item.type}>"
        for item in asked.get_completions(list(words[:-1]), words[-1])
    ]


@pytest.mark.parametrize("shell", completing.SHELLS)
def test_the_script_of_a_shell(shell: str) -> None:
    """It defines a function and hands the words to the program."""
    made = CliRunner().invoke(main, ["completion", shell])
    assert made.exit_code == 0
    assert f"_IPT_RULES_COMPLETE={shell}_complete" in made.stdout
    assert made.stderr == ""


def test_the_script_works_in_bash() -> None:
    """As bash reads it, without a complaint."""
    script = CliRunner().invoke(main, ["completion", "bash"]).stdout
    made = subprocess.run(["bash", "-n"], input=script, capture_output=True, text=True, check=False)
    assert (made.returncode, made.stderr) == (0, "")


def test_rules_areas_chapters_commands_files(rulebook: Rulebook) -> None:
    """What can stand there, by how it begins."""
    assert completed("session", "l") == ["list"]
    assert completed("explain", "x.yaml", "item-9") == sorted(
        name for name in rulebook.rules if name.startswith("item-9")
    )
    assert len(completed("rules", "show", "")) == len(rulebook.rules)
    assert "item-9-enquire" in completed("rules", "mutate", "item-9-enquire", "item")
    assert completed("explain", "x.yaml", "--why-not", "role-") == ["role-dispute", "role-transition"]
    assert completed("rules", "list", "--chapter", "s") == ["safety", "suitability"]
    assert completed("plan", "x.yaml", "r") == ["relapse-prevention"]
    for words in (("recommend", "ca"), ("case", "check", "ca"), ("recommend", "x.yaml", "--parameters", "s")):
        assert completed(*words) == ["<file>"], words


def test_rules_of_other_packs(tmp_path: Path) -> None:
    """Those of the folders that are named, if they were read once; those that were not cost no time now."""
    pack = write_pack(tmp_path)
    words = ("rules", "show", "--rules", str(pack), "")
    assert completed(*words) == []
    Rulebook.load(pack)
    assert "told-some" in completed(*words)


def test_a_broken_pack_is_not_complained_of(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is typing is not told what is wrong with the installation."""

    def broken() -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("ipt_rules.packs.installed", broken)
    assert completed("rules", "show", "") == []


def test_it_reads_no_yaml() -> None:
    """Tab answers from the compiled rules: no reader of YAML, no rule, no engine is imported for it."""
    program = (
        "import sys; from click.shell_completion import ShellComplete; from ipt_rules.cli import main\n"
        "asked = ShellComplete(main, {}, 'ipt-rules', '_X').get_completions(['rules', 'show'], 'item')\n"
        "late = ('yaml', 'ipt_rules.loading', 'ipt_rules.compiling', 'durable_rules_engine', 'ipt_rules.recommending')\n"
        "print(len(asked) > 1, sorted(set(late) & set(sys.modules)))"
    )
    Rulebook.load()  # compiled by now
    made = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert (made.stdout, made.stderr) == ("True []\n", "")
