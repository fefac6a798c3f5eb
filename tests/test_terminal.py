"""An answer in a terminal: widths, letters of two columns, colour, the linear form, and alerts in every form."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from golden import GOLDEN, answer, case_files
from ipt_rules import Recommendation
from ipt_rules.render.curve import curve_lines, curve_of
from ipt_rules.render.lines import Style, display_width, wrap, written
from ipt_rules.render.markdown import to_markdown
from ipt_rules.render.page import FORMS, Curve, Item, Page, Section
from ipt_rules.render.text import ONE_SCREEN, page_to_text, to_text, unpainted
from recommendations import RECOMMENDATION
from tests_support import shipped_rulebook

CASES = (
    "nils-intent",
    "petra-item-nine",
    "rania-violence",
    "barbara",
    "george-partial",
    "carl-relapse",
    "lena-impasse",
)
NOTHING_DRAWN = "━│▁▂▃▄▅▆▇█"
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
ALERTED = tuple(
    path.stem for path in case_files() if json.loads((GOLDEN / f"{path.stem}.json").read_text("utf-8"))["alerts"]
)

styles = st.builds(Style, linear=st.booleans(), ascii=st.booleans(), height=st.sampled_from([None, 24, 500]))
letters = st.text("aäß-母한\u1112\u1161\u0301 ", max_size=80)


@cache
def told(stem: str) -> Recommendation:
    """What is said of a case on the day of its last contact."""
    (path,) = [one for one in case_files() if one.stem == stem]
    return answer(path, shipped_rulebook())


def on_one_line(text: str) -> str:
    return " ".join(text.split())


# Widths


@settings(max_examples=40)
@given(width=st.integers(40, 220), form=st.sampled_from(FORMS), style=styles, stem=st.sampled_from(CASES))
def test_no_line_is_wider_than_the_terminal(width: int, form: str, style: Style, stem: str) -> None:
    """Whatever the width, the form and the way it is laid out."""
    lines = to_text(told(stem), width=width, detail=form, style=style).splitlines()
    assert max(map(display_width, lines)) <= width


@settings(max_examples=60)
@given(text=letters, width=st.integers(8, 60))
@example(text="母親と娘", width=8)
@example(text="a" * 40, width=9)
@example(text="e\u0301" * 30, width=10)
def test_wrapped_text_fits_and_loses_no_letter(text: str, width: int) -> None:
    """Letters of two columns and marks of none are counted as they are shown; long words are broken, and nothing is left out."""
    lines = wrap(text, width, "-  ")
    assert all(display_width(line) <= width for line in lines)
    kept = "".join("".join(lines).removeprefix("-  ").split())
    assert kept == "".join(text.split())


def test_letters_of_two_columns() -> None:
    """As terminals show them; a mark on a letter takes none, a vowel inside a Hangul syllable none."""
    assert [display_width(one) for one in ("a", "ä", "母", "e\u0301", "한", "\u1112\u1161", "Ａ")] == [
        1,
        1,
        2,
        1,
        2,
        2,
        2,
    ]


def test_names_in_wide_letters_keep_the_columns() -> None:
    """Side by side, what is on the right begins in one column."""
    (candidate, *others) = RECOMMENDATION.focus.candidates
    wide = tuple(replace(one, rationale="母親と娘は互いに違うことを望んでいる。" * 2) for one in candidate.arguments)
    focus = replace(RECOMMENDATION.focus, candidates=(replace(candidate, arguments=wide), *others))
    text = to_text(replace(RECOMMENDATION, focus=focus, findings=()))
    columns = {display_width(line.partition("│")[0]) for line in text.splitlines() if "│" in line}
    assert len(columns) == 1, text
    assert text.count("│") > 2


# Alerts, in every form


@pytest.mark.parametrize("stem", ALERTED)
def test_every_alert_is_in_every_form(stem: str) -> None:
    """By its words, and with what to do; in the note with its reason, since it holds no advice. First, where there is any."""
    recommendation = told(stem)
    assert recommendation.alerts
    for form in FORMS:
        texts = (
            *(
                to_text(recommendation, detail=form, width=width, style=Style(linear=linear))
                for width, linear in LAYOUTS
            ),
            to_markdown(recommendation, detail=form).replace("\\", ""),
        )
        for text in map(on_one_line, texts):
            for alert in recommendation.alerts:
                whole = (alert.rationale,) if form == "note" else (alert.summary, *alert.consider)
                assert not [words for words in whole if on_one_line(words) not in text], (form, alert.rule_id)
            first = "what was read" if form == "note" else "alerts"
            assert re.match(rf"(#.*? ## )?{first}", text.lower())


LAYOUTS = ((80, False), (200, False), (60, True))


@pytest.mark.parametrize("stem", CASES)
def test_the_linear_form_has_the_same_words_in_the_same_order(stem: str) -> None:
    """Nothing depends on where it stands, but for the drawing of the curve."""
    for form in ("short", "all"):
        linear = to_text(told(stem), detail=form, style=Style(linear=True))
        assert not set(linear) & set(NOTHING_DRAWN)
        assert _words(linear) == _words(to_text(told(stem), detail=form, width=60))
        beside = to_text(told(stem), detail=form, width=200)
        assert sorted(_words(linear)) == sorted(_words(beside))


def _words(text: str) -> list[str]:
    words = [word.strip(".,:;") for word in re.sub(rf"[{NOTHING_DRAWN}]", " ", text).split()]
    return [word for word in words if word.isalpha() and word not in CURVE_WORDS]


CURVE_WORDS = ("Session", "intake", "session", "by", "contact", "none", "to", "first", "then", "recorded")
"""Words that the curve has in one form and not in the other."""


def test_the_brief_form_fits_one_screen_unless_alerts_take_more() -> None:
    """With a line left for the prompt; where it is longer, alerts and one question are what makes it so."""
    for stem in (*CASES, *ALERTED):
        lines = to_text(told(stem), detail="brief").splitlines()
        if len(lines) > ONE_SCREEN:
            assert told(stem).alerts, stem
            asked = [line for line in lines if line.startswith("TO ASK") or line.lstrip().startswith("? ")]
            assert len(asked) <= 1, stem


# The curve


def scores(*totals: int | None) -> Curve:
    history = [{"session": n, "date": f"2026-01-{n + 1:02}", "total": t} for n, t in enumerate(totals) if t is not None]
    curve = curve_of({"instrument": "phq9", "history": history}, {"session_number": len(totals) - 1})
    assert curve is not None
    return curve


@settings(max_examples=40)
@given(
    totals=st.lists(st.one_of(st.none(), st.integers(0, 27)), min_size=0, max_size=40),
    width=st.integers(40, 200),
    style=styles,
)
def test_the_curve_shows_every_score_and_no_other(totals: list[int | None], width: int, style: Style) -> None:
    """Each number stands under its bar; a contact without a score has a dash and no bar, a score of nought a bar."""
    curve = scores(*(first := [3, 0, 9, 11, 4]), *totals)
    known = [*first, *totals]
    lines = [written(line, unpainted, style) for line in curve_lines(curve, width, style)]
    assert max(map(display_width, lines)) <= width
    if style.linear:
        assert lines == wrap(curve.line, width, "  ")
        return
    (numbers,) = [line.split()[1:] for line in lines if line.startswith("  PHQ-9  ")]
    expected = ["-" if one is None else str(one) for one in known]
    assert numbers == expected[-len(numbers) :]
    assert on_one_line(", ".join(expected[: -len(numbers)])) in on_one_line(" ".join(lines))
    below = lines[lines.index(next(line for line in lines if line.startswith("  PHQ-9  "))) - 1]
    bars = re.findall(r"[▁-█]+|#+", below)
    assert len(bars) == sum(one is not None for one in known[-len(numbers) :])


def test_a_gap_is_said_in_words() -> None:
    """For whoever does not see the curve."""
    assert scores(9, None, 8, 7, 6, 5).line.startswith(
        "PHQ-9, by contact: intake (2026-01-01) 9; session 1 none recorded; session 2 (2026-01-03) 8;"
    )


def test_a_score_in_ascii() -> None:
    """An output that has no blocks gets signs it has."""
    lines = [
        written(line, unpainted, Style(ascii=True))
        for line in curve_lines(scores(27, 0, 14, 14, 14, None), 80, Style(ascii=True))
    ]
    assert "".join(lines).isascii()
    assert lines[0].count("##") == 1


# A real terminal


def in_terminal(*words: str, lines: int = 24, columns: int = 80, **environment: str) -> str:
    """What the command prints on a terminal of that size."""
    here, there = pty.openpty()
    fcntl.ioctl(there, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    kept = {name: value for name, value in os.environ.items() if name not in NOT_KEPT}
    command = [sys.executable, "-m", "ipt_rules", *words]
    child = subprocess.Popen(command, stdout=there, stderr=there, env={**kept, "TERM": "xterm", **environment})
    os.close(there)
    printed = b""
    while chunk := _read(here):
        printed += chunk
    os.close(here)
    assert child.wait() == 0
    return printed.decode().replace("\r\n", "\n")


NOT_KEPT = ("NO_COLOR", "ACCESSIBLE", "COLUMNS", "LINES")


def _read(here: int) -> bytes:
    try:
        return os.read(here, 65536)
    except OSError:  # the other end was closed
        return b""


CASE = str(Path(__file__).parent.parent / "cases" / "nils-intent.yaml")
WORDS = ("recommend", CASE, "--on", "2026-03-17", "--engine", "plain")


def test_a_terminal_has_colours_and_the_reminder_and_the_same_words() -> None:
    """Alerts have a ground of their own, and are in words all the same; the last line recalls them."""
    painted = in_terminal(*WORDS)
    assert "\x1b[41m" in painted.partition("ACT NOW")[0]
    plain = ESCAPE.sub("", painted)
    assert plain.splitlines()[-1] == "!! 3 alerts stand at the top, the highest: ACT NOW"
    assert plain == in_terminal(*WORDS, NO_COLOR="1")


@pytest.mark.parametrize(
    "environment", [{"TERM": "dumb"}, {"ACCESSIBLE": "1", "NO_COLOR": "1"}], ids=["dumb", "accessible"]
)
def test_a_dumb_terminal_gets_the_linear_form(environment: dict[str, str]) -> None:
    """Without one escape code, and nothing drawn."""
    text = in_terminal(*WORDS, **environment)
    assert "\x1b" not in text
    assert not set(text) & set(NOTHING_DRAWN)
    assert text.startswith("ALERTS\n!! ACT NOW")


def test_a_page_made_by_hand_needs_no_style() -> None:
    """Other commands print pages as before."""
    page = Page("Title", (Section("One", items=(Item("Head"),)),), ("Small.",))
    assert page_to_text(page) == "ONE\n-  Head\n\nSmall.\n"
