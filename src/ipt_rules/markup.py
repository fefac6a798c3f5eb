"""Elements of an HTML page. Whatever is not `Html` already is escaped, so that no text of a record or rule becomes markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import chain

VOID = ("input", "br", "col")
Attribute = str | int | bool | None
NEVER_SHOWN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\uf8ff\ufeff\ufff9-\uffff]"
)
"""Control and direction characters, and what is no character at all: a record cannot turn round what is read beside it."""


class Html(str):
    """Markup that was made here."""

    __slots__ = ()


def el(name: str, /, *content: str | Iterable[str] | None, **attributes: Attribute) -> Html:
    """An element; texts are escaped, what is not there is left out. `class_` is `class`, `data_is` is `data-is`.

    >>> el("p", "a < b", el("b", "c"), class_="note", hidden=True, id=None)
    '<p class="note" hidden>a &lt; b<b>c</b></p>'
    """
    opened = f"<{name}{''.join(_attributes(attributes))}>"
    return Html(opened if name in VOID else f"{opened}{joined(content)}</{name}>")


def joined(content: Iterable[str | Iterable[str] | None], between: str = "") -> Html:
    """Texts and elements as one piece of markup."""
    parts = chain.from_iterable((one,) if isinstance(one, str) else one or () for one in content)
    return Html(escaped(between).join(map(escaped, parts)))


def escaped(text: str) -> Html:
    """Text as markup that shows it; markup stays.

    >>> escaped("a <b>" + chr(0x202E) + chr(0))
    'a &lt;b&gt;'
    """
    return text if isinstance(text, Html) else Html(_shown(text))


def _shown(text: str) -> str:
    return escape(NEVER_SHOWN.sub("", text))


def _attributes(attributes: dict[str, Attribute]) -> Iterator[str]:
    for name, value in attributes.items():
        called = name.rstrip("_").replace("_", "-")
        if value is True:
            yield f" {called}"
        elif value is not None and value is not False:
            yield f' {called}="{_shown(str(value))}"'


def link(place: str, *content: str) -> Html:
    """A link to a place on the page."""
    return el("a", *content, href=f"#{place}")


def replaced(text: str, pattern: re.Pattern[str], mark: Callable[[str], Html]) -> Html:
    """A text in which what a pattern with one group finds is marked, and the rest escaped.

    >>> replaced("<a> & b", re.compile("(b)"), lambda found: el("i", found))
    '&lt;a&gt; &amp; <i>b</i>'
    """
    pieces = pattern.split(text)
    return joined(mark(piece) if number % 2 else piece for number, piece in enumerate(pieces))


def table(caption: str | Html, columns: Iterable[str | Html], *bodies: Html, **attributes: Attribute) -> Html:
    """A table with a caption and column headings, in a frame of its own that scrolls by keyboard where it is too wide."""
    heads = (el("th", one, scope="col") for one in columns)
    whole = el("table", el("caption", caption), el("thead", el("tr", heads)), *bodies, **attributes)
    return framed(f"Table: {_plain(caption)}", whole)


def framed(name: str, content: Html) -> Html:
    """A frame with a name, that scrolls where its content is too wide; the script lets the keyboard reach it then."""
    return el("div", content, class_="wide", role="group", aria_label=name)


def _plain(text: str) -> str:
    return re.sub(r"<[^>]+>", "", text) if isinstance(text, Html) else text


def cells(*content: str | Html) -> Html:
    """The plain cells of a row."""
    return joined(el("td", one) for one in content)


def number(count: int) -> str:
    """A count for reading.

    >>> number(3574)
    '3,574'
    """
    return f"{count:,}"


def several(count: int, what: str) -> str:
    """A count of things.

    >>> several(1, "rule"), several(0, "scenario")
    ('1 rule', '0 scenarios')
    """
    return f"{number(count)} {what}{'' if count == 1 else 's'}"
