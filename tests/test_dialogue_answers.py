"""How what was typed is read as an answer, and what is said where it is none."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipt_rules.dialogue.answers import READERS, NotAnAnswer, read
from ipt_rules.dialogue.wanted import ASKED, YES_NO, Choice, Wanted, choices_of
from ipt_rules.vocabulary import CLOSENESS, EVENT_TYPES, SEVERITY

YES = Wanted("yes-no", YES_NO)
CLOSE = Wanted("choice", choices_of(CLOSENESS, {}))
EVENT = Wanted("choice", choices_of(EVENT_TYPES, {}))
PHQ9 = Wanted("item", (Choice("0", "not at all"), Choice("1", "several days")), 0, 3, count=9)


@pytest.mark.parametrize(
    ("text", "wanted", "value"),
    [
        ("y", YES, "yes"),
        (" No ", YES, "no"),
        ("n", YES, "no"),
        ("not known", YES, "not-known"),
        ("don't know", YES, "not-known"),
        ("not", YES, "not-known"),
        ("n", Wanted("yes-no", ASKED), "none"),
        ("y", Wanted("yes-no", ASKED), "some"),
        ("2", CLOSE, "close"),
        ("close", CLOSE, "close"),
        ("very-close", CLOSE, "very-close"),
        ("v", CLOSE, "very-close"),
        ("D", CLOSE, "distant"),
        ("none", CLOSE, "none"),
        ("job l", EVENT, "job-loss"),
        ("leaving home", EVENT, "children-leaving-home"),
        ("3, 1", Wanted("choices", choices_of(CLOSENESS, {})), ["moderate", "very-close"]),
        ("1 2", Wanted("choices", choices_of(CLOSENESS, {})), ["very-close", "close"]),
        ("12", Wanted("number", low=0, high=120), 12),
        ("35,5", Wanted("number", low=0, high=40, whole=False), 35.5),
        ("3", PHQ9, 3),
        ("several", PHQ9, 1),
        ("1 2 3 - 0 0 0 0 1", PHQ9, {"1": 1, "2": 2, "3": 3, "5": 0, "6": 0, "7": 0, "8": 0, "9": 1}),
        ("2025-11-03", Wanted("day"), date(2025, 11, 3)),
        ("2025-11-03", Wanted("partial-date"), date(2025, 11, 3)),
        ("2025-11", Wanted("partial-date"), "2025-11"),
        ("2025", Wanted("partial-date"), 2025),
        ("no money\tleft", Wanted("text"), "no money left"),
        ("sister; ; the choir", Wanted("texts"), ["sister", "the choir"]),
        ("mother in law", Wanted("key"), "mother-in-law"),
        ("Case-7", Wanted("id"), "Case-7"),
        ("his mother", Wanted("person", (Choice("mum", "his mother"),)), "mum"),
        ("+aunt", Wanted("person", (Choice("mum", "his mother"),)), "+aunt"),
    ],
)
def test_an_answer_is_read(text: str, wanted: Wanted, value: Any) -> None:
    """Numbers, first letters and words give the term; dates stay as precise as they were told."""
    assert read(text, wanted) == value


@pytest.mark.parametrize(
    ("text", "wanted", "told"),
    [
        ("yse", YES, "Did you mean “yes”?"),
        ("1", YES, "none of the choices: yes, no, unknown"),
        ("n", CLOSE, "This is none of the choices"),
        ("n", Wanted("choice", choices_of(SEVERITY, {})), "none of the choices: none, mild, moderate, severe"),
        ("9", CLOSE, "The choices go from 1 to 5."),
        ("job", EVENT, "This may be several: job loss, job change."),
        ("seperation", EVENT, "Did you mean “separation”?"),
        ("unknown", CLOSE, "Press Enter where it is not known."),
        ("u", Wanted("number", low=0), "Press Enter where it is not known."),
        ("121", Wanted("number", low=0, high=120), "Write a number from 0 to 120."),
        ("four", Wanted("number", low=1), "Write a number of 1 or more."),
        ("4", PHQ9, "Write a number from 0 to 3."),
        ("123456789", PHQ9, "Write a number from 0 to 3."),
        ("12345678", PHQ9, "This is 8 answers, and the sheet has 9"),
        ("11/2025", Wanted("partial-date"), "Write it as 2025-11, if that is what you mean."),
        ("Nov 2025", Wanted("partial-date"), "Write it as 2025-11"),
        ("3. november 2025", Wanted("partial-date"), "Write it as 2025-11-03"),
        ("3.11.2025", Wanted("partial-date"), "Write it as 2025-11-03"),
        ("2025-13", Wanted("partial-date"), "This date does not exist in the calendar."),
        ("3/11/2025", Wanted("partial-date"), "Write a date as 2025-09-14, 2025-09 or 2025."),
        ("last spring", Wanted("partial-date"), "Write a date as 2025-09-14, 2025-09 or 2025."),
        ("2025-11", Wanted("day"), "This needs the day as well"),
        ("\x07", Wanted("text"), "nothing to be read"),
        ("m\udcfcde", Wanted("text"), "A letter of this cannot be read"),
        ("x" * 4001, Wanted("text"), "too long"),
        ("Anna", Wanted("person"), "Small letters, please"),
        ("mother!", Wanted("key"), "letters, digits and dashes"),
        ("7", Wanted("person", (Choice("mum", "his mother"),)), "The choices go from 1 to 1."),
        ("müller", Wanted("id"), "Use plain letters"),
        (",", Wanted("choices", choices_of(CLOSENESS, {})), "choose one or more"),
    ],
)
def test_what_is_no_answer_is_told_with_the_nearest_right_one(text: str, wanted: Wanted, told: str) -> None:
    """One line says what is wrong and what would be right, and never what was typed."""
    with pytest.raises(NotAnAnswer) as error:
        read(text, wanted)
    assert told in str(error.value)
    assert "\n" not in str(error.value)


def test_a_single_letter_is_never_taken_for_none() -> None:
    """Somebody who types `n` where a choice is `none` means a no: nothing is written until the word is."""
    for wanted in (CLOSE, Wanted("choice", choices_of(SEVERITY, {}))):
        for text in ("n", "no"):
            with pytest.raises(NotAnAnswer):
                read(text, wanted)


@settings(max_examples=60)
@given(st.text(max_size=30), st.sampled_from(sorted(READERS)))
def test_whatever_is_typed_is_an_answer_or_refused_in_one_line(text: str, kind: str) -> None:
    """No text is too strange: it is read, or told to be no answer without being repeated."""
    choices = choices_of(CLOSENESS, {}) if kind in ("choice", "choices", "item", "either") else YES_NO
    wanted = Wanted(kind, choices, 0, 3, count=9)  # type: ignore[arg-type]
    if kind == "item":
        wanted = PHQ9
    told = value = None
    try:
        value = read(text, wanted)
    except NotAnAnswer as error:
        told = str(error)
    assert (value is None) != (told is None)
    assert told is None or (told and "\n" not in told)
