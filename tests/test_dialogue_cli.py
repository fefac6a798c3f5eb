"""The dialogues in a terminal: plain lines, a terminal that can do more, and what is kept when one is broken off."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ipt_rules import Case
from ipt_rules.cli import main

pytest.importorskip("filelock", reason="2026-11-27: cases are changed with the extra `dialogue`")
ROOT = Path(__file__).resolve().parent.parent
ON = "2026-03-14"
PATIENCE = 60


def _run(*args: object, lines: Sequence[str] = ()) -> Result:
    text = "".join(f"{line}\n" for line in lines)
    return CliRunner().invoke(main, [str(arg) for arg in args], input=text, catch_exceptions=False)


@pytest.fixture
def amira(tmp_path: Path) -> Path:
    """A copy of a case with eight sessions."""
    return Path(shutil.copy(ROOT / "cases" / "amira.yaml", tmp_path / "amira.yaml"))


def test_the_guided_intake_asks_writes_and_recommends(tmp_path: Path) -> None:
    """A new case is told by its answers, and ends with what is recommended; an alert comes before the next question."""
    path = tmp_path / "new.yaml"
    start, sheet = ["case-9", "low since spring", "34", *[""] * 5], ["221111002", ""]
    result = _run("case", "new", "--guided", path, "--on", "2026-01-10", lines=[*start, *sheet, "y", *[""] * 80])
    assert result.exit_code == 0
    out = result.stdout
    assert out.index("TODAY: Item 9 of the PHQ-9 was high") < out.index("PHQ-9, 10 of 10.")
    assert out.index("Everything is kept in") < out.index("TO ASK") < out.index("Before you close:")
    assert "\x1b" not in out
    case = Case.from_file(path)
    assert (case.id, case.intake.patient and case.intake.patient.age) == ("case-9", 34)
    assert case.intake.measures is not None
    assert case.intake.measures.phq9 is not None
    assert case.intake.measures.phq9.items["9"] == 2


def test_nothing_entered_makes_no_file(tmp_path: Path) -> None:
    """Somebody who looks in and quits leaves nothing behind."""
    path = tmp_path / "new.yaml"
    result = _run("case", "new", "--guided", path, lines=["q"])
    assert (result.exit_code, path.exists()) == (0, False)
    assert "Nothing was entered, and no file was made." in result.stdout


def test_the_end_of_input_keeps_what_was_entered_and_says_how_to_go_on(tmp_path: Path) -> None:
    """Where the input ends the answers are in the file, and `case fill` goes on at the first open question."""
    path = tmp_path / "new.yaml"
    result = _run("case", "new", "--guided", path, "--on", "2026-01-10", lines=["case-9", "low"])
    assert f"To go on: ipt-rules case fill {path}" in " ".join(result.stdout.split())
    again = _run("case", "fill", path, "--on", "2026-01-10", lines=["?", "q"])
    assert "Coming to treatment: 2 answers, 6 open" in again.stdout
    assert "Coming to treatment, 3 of 8. How old is the patient" in again.stdout
    assert "Answer with: a number from 0 to 120." in again.stdout


def test_a_file_that_is_there_is_gone_on_with_only_when_the_user_agrees(amira: Path) -> None:
    """`case new --guided` on a case that is there asks first; a no leaves every byte as it was."""
    before = amira.read_bytes()
    refused = _run("case", "new", "--guided", amira, lines=["n"])
    assert "It is left as it is." in refused.stdout
    agreed = _run("case", "new", "--guided", amira, "--on", ON, lines=["y", "q"])
    assert "holds so far:" in agreed.stdout
    assert amira.read_bytes() == before


def test_a_guided_intake_needs_a_file() -> None:
    """Without a path there is nowhere to keep the answers."""
    result = _run("case", "new", "--guided")
    assert result.exit_code == 2
    assert "ipt-rules case new --guided PATH" in result.output


def test_a_session_is_added_and_what_is_new_is_shown(amira: Path) -> None:
    """The change of the PHQ-9 is told when the sheet is done, and the end says what is new since the session before."""
    result = _run("session", "add", amira, "--on", ON, lines=["1", "1", "111111110", "1", "y", *[""] * 30])
    out = " ".join(result.stdout.split())
    assert "Session 9, 2026-03-14. Middle phase." in out
    assert out.index("PHQ-9 19 → 8 (−11) since the intake") < out.index("Did you ask directly")
    assert "NEW SINCE SESSION 8 (2026-03-07)" in out
    session = Case.from_file(amira).sessions[-1]
    assert (session.number, session.attended) == (9, "yes")


def test_only_the_new_session_is_written(amira: Path) -> None:
    """Comments and order of the file stay as they were."""
    before = amira.read_text(encoding="utf-8")
    _run("session", "add", amira, "--on", ON, lines=["2", "n", "q"])
    assert amira.read_text(encoding="utf-8").startswith(before)
    assert Case.from_file(amira).sessions[-1].notice_given == "no"


def test_a_second_session_of_one_day_is_asked_about(amira: Path) -> None:
    """Somebody who goes on with an interrupted session does not make a second one by mistake."""
    _run("session", "add", amira, "--on", ON, lines=["1", "q"])
    result = _run("session", "add", amira, "--on", ON, lines=["n"])
    assert f"ipt-rules session edit {amira} 9" in " ".join(result.stdout.split())
    assert len(Case.from_file(amira).sessions) == 9


def test_a_session_is_edited_with_its_answers_shown(amira: Path) -> None:
    """Enter keeps, another answer replaces; and after breaking off it is said how to go on."""
    result = _run("session", "edit", amira, "8", "--on", ON, lines=["", "video"])
    assert "Recorded: it was held" in result.stdout
    assert "Recorded: individual" in result.stdout
    assert f"session edit {amira} 8" in " ".join(result.stdout.split())
    assert Case.from_file(amira).sessions[-1].kind == "video"


def test_a_session_that_is_not_there_is_refused_without_a_traceback(amira: Path) -> None:
    """The nearest number is told."""
    result = _run("session", "edit", amira, "18")
    assert result.exit_code == 2
    assert "There is no session 18; the nearest is 8." in result.stderr


def test_a_file_changed_meanwhile_is_not_written_over(amira: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else's change is kept; the answer is refused with the next step."""
    from ipt_rules.cli import talking

    put = talking.PlainVoice.ask

    def changed(self: talking.PlainVoice, prompt: str, dialogue: object = None) -> str:
        with amira.open("a", encoding="utf-8") as file:
            file.write("# another hand\n")
        return put(self, prompt)

    monkeypatch.setattr(talking.PlainVoice, "ask", changed)
    result = _run("session", "add", amira, "--on", ON, lines=["1"])
    assert result.exit_code not in (0, 1)
    assert "somebody else changed the file" in result.stderr
    assert amira.read_text(encoding="utf-8").endswith("# another hand\n")


# In a terminal


class _Terminal:
    """A process in a pseudo-terminal: waits for words on the screen, and types."""

    def __init__(self, *args: object, term: str = "xterm") -> None:
        self.screen = ""
        self._seen = 0
        pid, self._fd = pty.fork()
        if pid == 0:  # pragma: no cover - the child
            os.environ.update(TERM=term, COLUMNS="80", LINES="24", PYTHONPATH=str(ROOT / "src"))
            os.execv(sys.executable, [sys.executable, "-m", "ipt_rules", *map(str, args)])
        self._pid = pid

    def wait_for(self, words: str) -> None:
        end = time.monotonic() + PATIENCE
        while words not in self.screen[self._seen :]:
            assert time.monotonic() < end, f"not on the screen: {words!r} in {self.screen[self._seen :]!r}"
            assert self._read() is not None, f"ended before {words!r}: {self.screen!r}"
        self._seen = self.screen.index(words, self._seen) + len(words)

    def type(self, keys: str) -> None:
        os.write(self._fd, keys.encode())

    def end(self) -> int:
        while self._read() is not None:
            pass
        _, status = os.waitpid(self._pid, 0)
        os.close(self._fd)
        return os.waitstatus_to_exitcode(status)

    def _read(self) -> str | None:
        if not select.select([self._fd], [], [], 1)[0]:
            return ""
        try:
            data = os.read(self._fd, 65536)
        except OSError:  # the other side is closed
            return None
        if b"\x1b[6n" in data:  # it asks where the cursor is
            os.write(self._fd, b"\x1b[1;1R")
        self.screen += data.decode(errors="replace")
        return "" if data else None


def test_a_terminal_shows_the_commands_and_mends_an_answer_where_it_stands(tmp_path: Path) -> None:
    """What is no answer is told before it is taken; Ctrl-C keeps what was entered and says where it is."""
    pytest.importorskip("prompt_toolkit", reason="2026-11-27: the extra `dialogue` brings it")
    path = tmp_path / "new.yaml"
    terminal = _Terminal("case", "new", "--guided", path, "--on", "2026-01-10")
    terminal.wait_for("By which id")
    terminal.wait_for("Enter skip")
    terminal.type("case-9\r")
    terminal.wait_for("What brings the patient")
    terminal.wait_for("Enter skip")
    terminal.type("\r")
    terminal.wait_for("How old is the patient")
    terminal.wait_for("Enter skip")
    terminal.type("old\r")
    terminal.wait_for("Write a number from 0 to 120.")
    terminal.type("\x15" + "34\r")  # Ctrl-U empties the line
    terminal.wait_for("How did you meet today")
    terminal.wait_for("Enter skip")
    terminal.type("\x03")
    terminal.wait_for("What you entered is kept in")
    assert terminal.end() == 0
    case = Case.from_file(path)
    assert (case.id, case.intake.patient and case.intake.patient.age) == ("case-9", 34)


def test_a_simple_terminal_gets_plain_lines(tmp_path: Path) -> None:
    """No escape code is sent to a terminal that is dumb; the words and their order are the same; Ctrl-D ends it."""
    path = tmp_path / "new.yaml"
    terminal = _Terminal("case", "new", "--guided", path, "--on", "2026-01-10", term="dumb")
    terminal.wait_for("By which id")
    terminal.wait_for("> ")
    terminal.type("case-9\n")
    terminal.wait_for("What brings the patient")
    terminal.wait_for("> ")
    terminal.type("\x04")
    terminal.wait_for("What you entered is kept in")
    assert terminal.end() == 0
    assert not re.search("\x1b", terminal.screen)
    assert Case.from_file(path).id == "case-9"
