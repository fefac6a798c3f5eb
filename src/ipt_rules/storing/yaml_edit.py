"""Changes one place of a YAML text and leaves every other character as it is.

No library that reads YAML writes it back as a person wrote it: line breaks within brackets, columns of comments and
spaces are not in its model. So nothing is written back: the characters of one place are taken out of the text and others
put in. Whether the text then holds what it should is for the caller to check, by reading it; `Unfit` says that a place
is written in a way that is not understood here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from ipt_rules.storing import yaml_words
from ipt_rules.storing.plain import Place
from ipt_rules.storing.yaml_text import (
    after,
    blank_lines_after,
    children,
    column,
    comment_after,
    comment_lines_above,
    end,
    is_block,
    is_flow,
    is_literal,
    last_break,
    line_break,
    line_end,
    line_start,
    start,
    tree,
)

_COLON = re.compile("[ \t]*:")
_SPACES = re.compile("[ \t]*")


class Unfit(Exception):
    """A place that is written in a way that cannot be changed here."""


@dataclass(frozen=True)
class Spot:
    """A node with the mapping or list around it (None around the whole), and which entry of that it is."""

    node: yaml.Node
    around: yaml.Node | None = None
    index: int = 0

    @property
    def key(self) -> yaml.Node | None:
        return children(self.around)[self.index][0] if self.around is not None else None


class Editor:
    """A YAML text and how it writes new values: `cautious` puts quotes around all of them."""

    def __init__(self, text: str, *, cautious: bool = False) -> None:
        self.text = text
        self._cautious = cautious
        self._root = tree(text)
        self._break = line_break(text)
        self._list_indent = self._found_list_indent()

    # what callers ask for

    def put(self, place: Place, value: Any) -> str:
        """The text with `value` at a place that is there, or that is one step beyond what is there."""
        if self._root is None:
            return self.text + self._lines(yaml_words.entry(str(place[0]), value, **self._form), 0)
        try:
            spot = self._spot(place)
        except KeyError:
            return self._add(self._spot(place[:-1]), place[-1], value)
        return self._replace(spot, value)

    def remove(self, place: Place) -> str:
        """The text without what stands at a place."""
        spot = self._spot(place)
        assert spot.around is not None
        if len(children(spot.around)) == 1:
            holder = self._spot(place[:-1])
            return self._replace(holder, {} if isinstance(holder.node, yaml.MappingNode) else [])
        return self._cut_in_line(spot) if is_flow(spot.around) else self._cut_lines(spot)

    # finding

    def _spot(self, place: Place) -> Spot:
        assert self._root is not None
        spot = Spot(self._root)
        for part in place:
            held = children(spot.node)
            index = (
                part if isinstance(part, int) else next((n for n, (key, _) in enumerate(held) if _is(key, part)), -1)
            )
            if not 0 <= index < len(held):
                raise KeyError
            spot = Spot(held[index][1], spot.node, index)
        return spot

    def _found_list_indent(self) -> int:
        """By how many columns this text indents a list below its key: two, unless its first such list says zero."""
        waiting = [self._root] if self._root else []
        while waiting:
            node = waiting.pop(0)
            for key, value in children(node):
                if key is not None and isinstance(value, yaml.SequenceNode) and is_block(value):
                    deeper = column(self.text, start(value)) > column(self.text, start(key))
                    return 2 if deeper else 0
                waiting.append(value)
        return 2

    @property
    def _form(self) -> dict[str, Any]:
        return {"sequence_indent": self._list_indent, "cautious": self._cautious}

    # adding

    def _add(self, holder: Spot, part: str | int, value: Any) -> str:
        node = holder.node
        if not children(node):
            return self._replace(holder, {part: value} if isinstance(part, str) else [value])
        if is_flow(node):
            return self._add_in_line(node, part, value)
        is_list = isinstance(node, yaml.SequenceNode)
        first = children(node)[0][0] or node
        indent = column(self.text, start(first))
        words = yaml_words.item(value, **self._form) if is_list else yaml_words.entry(str(part), value, **self._form)
        at = after(self.text, end(node, self.text), max(indent + is_list, 1))
        return self._inserted(at, self._lines(words, indent))

    def _add_in_line(self, node: yaml.Node, part: str | int, value: Any) -> str:
        key, last = children(node)[-1]
        at = end(last, self.text)
        if key is not None and at == start(last) and not self.text[end(key, self.text) : at].strip():
            raise Unfit  # a key in brackets without a colon
        written = value if isinstance(part, int) else {part: value}
        words = yaml_words.in_line(written, cautious=self._cautious)
        return self._spliced(at, at, ", " + (words if isinstance(part, int) else words[1:-1]))

    def _lines(self, words: str, indent: int) -> str:
        """Lines of ours as lines of this text: indented, with its breaks, the first line too."""
        lines = [(" " * indent + line if line else line) for line in words.split("\n")]
        return self._break.join(lines)

    def _spliced(self, begin: int, finish: int, words: str) -> str:
        return self.text[:begin] + words + self.text[finish:]

    def _inserted(self, at: int, lines: str) -> str:
        """The text with more lines at the beginning of a line, or at its end, which may lack its break."""
        if at == 0 or last_break(self.text, at) < at:
            return self._spliced(at, at, lines)
        return self._without_last_break() + self._break + lines

    def _without_last_break(self) -> str:
        """The text, whose last line has no break, so that one may be added: a note in lines then says that it has none."""
        node = self._root
        while node is not None and is_block(node):
            node = children(node)[-1][1]
        if node is None or not is_literal(node):
            return self.text
        header = self.text[start(node) : line_end(self.text, start(node))]
        style, hash_, comment = header.partition("#")
        style = style[0] + "-" + style[1:].replace("+", "").replace("-", "")
        return self._spliced(start(node), start(node) + len(header), style + hash_ + comment)

    # replacing

    def _replace(self, spot: Spot, value: Any) -> str:
        around = spot.around
        if around is not None and is_flow(around):
            return self._replace_in_line(spot, value)
        if around is None:
            return self._replace_whole(spot.node, value)
        head, lines = self._head_and_lines(spot, value)
        slot = self._slot(spot)
        if is_block(spot.node):
            return self._replace_block(spot, slot, head, lines)
        return self._replace_value(spot, slot, head, lines)

    def _replace_in_line(self, spot: Spot, value: Any) -> str:
        begin, finish = start(spot.node), end(spot.node, self.text)
        words = yaml_words.in_line(value, cautious=self._cautious)
        if begin == finish and spot.key is not None:
            begin = finish = self._slot(spot)
            words = " " + words
        return self._spliced(begin, finish, words)

    def _replace_whole(self, node: yaml.Node, value: Any) -> str:
        """Only an empty mapping is written out as a whole, and only a last entry leaves one."""
        words = "{}"
        if value:
            (key, one), *more = value.items()
            assert not more
            words = yaml_words.entry(key, one, **self._form).rstrip("\n").replace("\n", self._break)
        return self._spliced(start(node), end(node, self.text), words)

    def _head_and_lines(self, spot: Spot, value: Any) -> tuple[str, str]:
        """What follows on the line of the key or dash, and the lines below it, if any, each with its break before it."""
        key = spot.key
        if key is None:
            words = yaml_words.item(value, **self._form).removeprefix("-")
            indent = self._dash(spot) - line_start(self.text, self._dash(spot))
        else:
            words = yaml_words.entry("k", value, **self._form)
            words = words[words.index(":") + 1 :]
            indent = column(self.text, start(key))
        head, broken, rest = words.removesuffix("\n").partition("\n")
        return head, self._break + self._lines(rest, indent) if broken else ""

    def _slot(self, spot: Spot) -> int:
        """Right after the colon or dash of an entry."""
        if spot.key is None:
            return self._dash(spot) + 1
        found = _COLON.match(self.text, end(spot.key, self.text))
        if found is None:
            raise Unfit
        return found.end()

    def _dash(self, spot: Spot) -> int:
        """The dash of an entry of a list in lines: on the line where the entry begins, or above it."""
        assert spot.around is not None
        first = start(spot.around)
        if spot.index == 0:
            return first
        in_column, line = column(self.text, first), line_start(self.text, start(spot.node))
        while line > first:
            if self.text[line : line + in_column + 1] == " " * in_column + "-":
                return line + in_column
            line = line_start(self.text, last_break(self.text, line))
        raise Unfit

    def _replace_value(self, spot: Spot, slot: int, head: str, lines: str) -> str:
        """A value that is no block becomes any other; comments before it and after it on its lines stay."""
        begin, finish = start(spot.node), end(spot.node, self.text)
        between = self.text[slot:begin].rstrip(" ") if finish > begin else ""
        rest = comment_after(self.text, begin if is_literal(spot.node) else finish)
        closing = line_end(self.text, finish)
        below = line_end(self.text, slot) < begin
        if not between.strip() and not (below and head.strip() and not lines):
            same_line = line_end(self.text, slot) == closing
            return self._spliced(slot, closing, _aligned(head, rest, finish - slot if same_line else 0) + lines)
        if not head.strip():  # the comments above the old value stand above the new one as well
            return self._spliced(slot, closing, between.rstrip() + rest + lines)
        if lines and spot.key is None:
            raise Unfit
        return self._spliced(begin, closing, head.lstrip() + rest + lines)

    def _replace_block(self, spot: Spot, slot: int, head: str, lines: str) -> str:
        begin, closing = start(spot.node), line_end(self.text, end(spot.node, self.text))
        if begin < line_end(self.text, slot):
            return self._spliced(slot, closing, head + lines)
        on_line = line_end(self.text, slot)
        above = self.text[
            on_line : last_break(self.text, line_start(self.text, begin))
        ]  # comments above its first entry
        kept = above if not lines else ""
        return self._spliced(slot, closing, head + self.text[slot:on_line].rstrip() + lines + kept)

    # taking away

    def _cut_in_line(self, spot: Spot) -> str:
        assert spot.around is not None
        held = children(spot.around)
        begin, finish = start(spot.key or spot.node), end(spot.node, self.text)
        if spot.key is not None:
            finish = max(finish, end(spot.key, self.text))
        if spot.index + 1 < len(held):
            comma = self._comma(finish)
            kept = self._if_comment(finish, comma)
            beyond = comma + 1 + (0 if kept else len(_SPACES.match(self.text, comma + 1).group()))  # type: ignore[union-attr]
            return self._spliced(begin, beyond, kept)
        before = end(held[spot.index - 1][1], self.text)
        comma = self._comma(before)
        return self._spliced(before, finish, self._if_comment(before, comma) + self._if_comment(comma + 1, begin))

    def _comma(self, at: int) -> int:
        """The comma after an entry in brackets."""
        while self.text[at : at + 1].isspace() or self.text[at : at + 1] == "#":
            at = line_end(self.text, at) if self.text[at] == "#" else at + 1
        if self.text[at : at + 1] != ",":
            raise Unfit
        return at

    def _if_comment(self, begin: int, finish: int) -> str:
        """What stands between two places, if it is a comment."""
        words = self.text[begin:finish]
        return words if "#" in words else ""

    def _cut_lines(self, spot: Spot) -> str:
        assert spot.around is not None
        held = children(spot.around)
        head = self._dash(spot) if spot.key is None else start(spot.key)
        in_column = column(self.text, head)
        finish = after(self.text, max(end(spot.node, self.text), head), max(in_column + 1, 1))
        if spot.index == 0 and self.text[line_start(self.text, head) : head].strip():
            return self._cut_first_of_line(head, finish, held)
        begin = line_start(self.text, head)
        above = comment_lines_above(self.text, begin, in_column)
        if self._cautious:  # a note that keeps the blank lines below it must not get more of them
            finish = finish if above < begin else blank_lines_after(self.text, finish)
        elif not self._is_entry(finish, held, spot.index + 1):
            begin = above
        return self._spliced(begin, finish, "")

    def _is_entry(self, at: int, held: list[Any], index: int) -> bool:
        """Whether the next entry begins on this very line: what is written above may be meant for it too."""
        if index >= len(held):
            return False
        key, value = held[index]
        return at <= start(key or value) < line_end(self.text, at) + 1

    def _cut_first_of_line(self, head: int, finish: int, held: list[Any]) -> str:
        """The entry that stands on the line of a dash: the next one moves there, unless a comment is between them."""
        if len(held) > 1 and held[1][0] is not None and not self.text[finish : start(held[1][0])].strip():
            return self._spliced(head, start(held[1][0]), "")
        return self._spliced(head, last_break(self.text, finish), "")


def _is(key: yaml.Node | None, part: str) -> bool:
    return isinstance(key, yaml.ScalarNode) and key.value == part


def _aligned(head: str, comment: str, length: int) -> str:
    """A value and the comment after it, which stays in its column where there is room; the old value had `length`."""
    words = comment.lstrip(" ")
    spaces = len(comment) - len(words) + length - len(head)
    return head + " " * max(spaces, 1) + words if words else head
