"""Reads what was typed as the answer a question takes, or says in one line what is wrong and what would be right.

What was typed is never repeated: it is about a patient.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

from ipt_rules.case.base import PartialDate
from ipt_rules.dialogue.wanted import Choice, Wanted
from ipt_rules.render.page import clean
from ipt_rules.translation import _

LONGEST = 4000
SHORTEST_WORD = 3
"""So many letters of a word inside a choice tell which one is meant: a single `n` is most likely a no."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NOT_KNOWN = ("u", "unknown", "not known", "dont know", "not asked")
A_NO = ("no", "none", "not-known")
"""Choices that say that there is nothing: they are meant only where their whole word is typed."""

BLANK = "-"
"""In a row of answers to a questionnaire: an item that was left blank on the sheet."""


class NotAnAnswer(ValueError):
    """What was typed is no answer to the question. The message is for the person who typed it."""


def read(text: str, wanted: Wanted) -> Any:
    """The value for the case file. Raises NotAnAnswer.

    A choice gives its term, several a list; a number int or float; a day a date, a partial date also text or a year;
    an item a number, and a whole row of them a mapping by item number.
    """
    typed = text.strip()
    sayable = wanted.kind in ("yes-no", "text", "texts") or any(one.value == "not-known" for one in wanted.choices)
    if not sayable and _plain(typed) in NOT_KNOWN:
        raise NotAnAnswer(_("Press Enter where it is not known."))
    return READERS[wanted.kind](typed, wanted)


def _choice(text: str, wanted: Wanted) -> str:
    return _chosen(text, wanted.choices, numbered=wanted.kind != "yes-no").value


def _choices(text: str, wanted: Wanted) -> list[str]:
    parts = [part for part in re.split(r"[,;]", text) if part.strip()]
    if len(parts) == 1 and re.fullmatch(r"[\d ]+", text):
        parts = text.split()
    if not parts:
        raise NotAnAnswer(_("This is no answer: choose one or more, with commas between them."))
    return list(dict.fromkeys(_chosen(part, wanted.choices).value for part in parts))


def _chosen(text: str, choices: tuple[Choice, ...], *, numbered: bool = True) -> Choice:
    typed = _plain(text)
    if numbered and typed.isascii() and typed.isdecimal():
        if 1 <= int(typed) <= len(choices):
            return choices[int(typed) - 1]
        raise NotAnAnswer(_("The choices go from 1 to {last}.").format(last=len(choices)))
    exact = [one for one in choices if typed in _names(one)]
    meant = [one for one in choices if one.value not in A_NO or len(typed) >= SHORTEST_WORD]
    found = exact or ([one for one in meant if any(name.startswith(typed) for name in _names(one))] if typed else [])
    if not found and len(typed) >= SHORTEST_WORD:
        found = [one for one in meant if f" {typed}" in f" {_plain(one.words)}"]
    if len(found) == 1:
        return found[0]
    if found:
        which = ", ".join(one.words for one in found[:6])
        raise NotAnAnswer(_("This may be several: {which}. Write more of the word.").format(which=which))
    raise NotAnAnswer(_nearest(typed, choices))


def _nearest(typed: str, choices: tuple[Choice, ...]) -> str:
    names = {name: one for one in choices for name in _names(one) if len(name) > 1}
    close = get_close_matches(typed, names, n=1, cutoff=0.6)
    if close:
        return _("This is none of the choices. Did you mean “{nearest}”?").format(nearest=names[close[0]].words)
    if len(choices) <= 6:
        every = ", ".join(one.words for one in choices)
        return _("This is none of the choices: {every}.").format(every=every)
    return _("This is none of the choices: type ? to see them.")


def _names(choice: Choice) -> list[str]:
    return [_plain(choice.words), *map(_plain, choice.others)]


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("’", "").replace("'", "").replace("-", " ").split())


def _number(text: str, wanted: Wanted) -> int | float:
    pattern = r"-?\d{1,9}" if wanted.whole else r"-?\d{1,9}([.,]\d{1,4})?"
    if not (text.isascii() and re.fullmatch(pattern, text)):
        raise NotAnAnswer(_("Write a number{span}.").format(span=_span(wanted)))
    value = int(text) if wanted.whole else float(text.replace(",", "."))
    if (wanted.low is not None and value < wanted.low) or (wanted.high is not None and value > wanted.high):
        raise NotAnAnswer(_("Write a number{span}.").format(span=_span(wanted)))
    return value


def _span(wanted: Wanted) -> str:
    if wanted.low is None:
        return ""
    if wanted.high is None:
        return _(" of {low} or more").format(low=f"{wanted.low:g}")
    return _(" from {low} to {high}").format(low=f"{wanted.low:g}", high=f"{wanted.high:g}")


def _item(text: str, wanted: Wanted) -> Any:
    row = re.sub(r"[ ,;]", "", text)
    if wanted.count > 1 and len(row) == wanted.count and all(sign.isdecimal() or sign == BLANK for sign in row):
        single = Wanted("number", low=wanted.low, high=wanted.high)
        return {str(at): _number(sign, single) for at, sign in enumerate(row, start=1) if sign != BLANK}
    if wanted.count > 1 and len(row) > 1 and row.replace(BLANK, "").isdecimal():
        many = _("This is {given} answers, and the sheet has {count}: one for this item, or all {count} in a row.")
        raise NotAnAnswer(many.format(given=len(row), count=wanted.count))
    if wanted.choices and not text.lstrip("-").isdecimal():
        return int(_chosen(text, wanted.choices, numbered=False).value)
    return _number(text, wanted)


def _day(text: str, wanted: Wanted) -> date:
    told = _date(text)
    if told.precision != "day":
        raise NotAnAnswer(_("This needs the day as well, such as 2025-09-14."))
    return told.earliest


def _partial_date(text: str, wanted: Wanted) -> date | int | str:
    told = _date(text)
    if told.precision == "day":
        return told.earliest
    return int(str(told)) if told.precision == "year" else str(told)


def _date(text: str) -> PartialDate:
    try:
        return PartialDate(text)
    except ValueError as error:
        meant = _meant(text)
        if meant:
            raise NotAnAnswer(_("Write it as {meant}, if that is what you mean.").format(meant=meant)) from None
        if re.fullmatch(r"\d{4}(-\d{2}){0,2}", text):
            why = str(error)
            raise NotAnAnswer(f"{why[:1].upper()}{why[1:]}.") from None
        raise NotAnAnswer(_("Write a date as 2025-09-14, 2025-09 or 2025.")) from None


def _meant(text: str) -> str:
    """A date written in another way, in ours; of two numbers with a slash nobody knows which is the month."""
    typed = text.lower().strip(" .")
    for pattern, form in (
        (r"(?P<m>\d{1,2})[./-](?P<y>\d{4})", "{y}-{m:02}"),
        (r"(?P<y>\d{4})[./-](?P<m>\d{1,2})", "{y}-{m:02}"),
        (r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})", "{y}-{m:02}-{d:02}"),
        (r"(?P<y>\d{4})[./-](?P<m>\d{1,2})[./-](?P<d>\d{1,2})", "{y}-{m:02}-{d:02}"),
    ):
        found = re.fullmatch(pattern, typed)
        if found:
            return _if_real(form.format(**{name: int(value) for name, value in found.groupdict().items()}))
    named = re.fullmatch(r"(?:(?P<d>\d{1,2})\.?\s+)?(?P<m>[a-z]{3,9})\.?\s+(?P<y>\d{4})", typed)
    if named and named["m"][:3] in MONTHS:
        month = MONTHS.index(named["m"][:3]) + 1
        return _if_real(f"{named['y']}-{month:02}" + (f"-{int(named['d']):02}" if named["d"] else ""))
    return ""


def _if_real(text: str) -> str:
    try:
        return str(PartialDate(text))
    except ValueError:
        return ""


def _text(text: str, wanted: Wanted) -> str:
    told = clean(text)
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise NotAnAnswer(_("A letter of this cannot be read: check the encoding of the terminal."))
    if not told:
        raise NotAnAnswer(_("There is nothing to be read in this."))
    if len(told) > LONGEST:
        raise NotAnAnswer(_("This is too long: write at most {most} letters.").format(most=LONGEST))
    return told


def _texts(text: str, wanted: Wanted) -> list[str]:
    parts = [part for part in text.split(";") if clean(part)]
    if not parts:
        raise NotAnAnswer(_("There is nothing to be read in this."))
    return [_text(part, wanted) for part in parts]


def _key(text: str, wanted: Wanted) -> str:
    """A short key; several words become one. A capital letter is a sign that it is a name."""
    typed = "-".join(text.split())
    if wanted.kind != "id" and typed != typed.lower():
        raise NotAnAnswer(_("Small letters, please: a short word such as mother, boss or p2, never a name."))
    if not re.fullmatch(r"[^\W_][\w.-]*", typed) or len(typed) > 40:
        raise NotAnAnswer(_("Use letters, digits and dashes only, 40 at most: a short word such as mother or p2."))
    if wanted.kind == "id" and not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", typed):
        raise NotAnAnswer(_("Use plain letters, digits and dashes, such as case-7: never a name."))
    return typed


def _reference(text: str, wanted: Wanted) -> str:
    """A person or event: by the number of a choice, its key, or the words for it; a new word stays as it is."""
    new = text.startswith("+")
    if new or not wanted.choices:
        return ("+" if new else "") + _key(text.removeprefix("+"), wanted)
    try:
        return _chosen(text, wanted.choices).value
    except NotAnAnswer:
        if text.isdecimal():
            raise
        return _key(text, wanted)


READERS: Mapping[str, Callable[[str, Wanted], Any]] = {
    "yes-no": _choice,
    "choice": _choice,
    "choices": _choices,
    "number": _number,
    "item": _item,
    "day": _day,
    "partial-date": _partial_date,
    "text": _text,
    "texts": _texts,
    "key": _key,
    "id": _key,
    "person": _reference,
    "event": _reference,
    "either": _reference,
}
