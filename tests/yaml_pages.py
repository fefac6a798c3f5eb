"""Documents for tests of `storing`: YAML as people write it, in many styles, with comments that can be told apart."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

WORDS = [
    *("no", "yes", "08", "1e3", "012", "~", "null", "true", "2026-01-02", "2025-09", "2025", "", " lead", "trail "),
    *("# x", "a: b", "- x", "x #y", "x # y", "'q'", '"q"', "{a", "[x", "*a", "&a", "!t", "%d", "@x", "`b", "?x", "|"),
    *(
        ":x",
        "x:",
        "? x",
        "---",
        "...",
        "--- a",
        "<<",
        "=",
        "\ttab",
        "tab\tin",
        "é",
        "\u2028",
        "\x85",
        "\x07",
        "😀",
        "\ufeff",
    ),
    *(
        "two\nlines",
        "one\n\ntwo\n\n\n",
        "\n",
        " lead\nx",
        "x \ny",
        "x\r\ny",
        "# a\n# b",
        "- a\n- b",
        "w " * 120 + "end",
    ),
]
KEYS = ["a", "b", "note", "9", "a b", "é", "null", "yes", "2026-01-02", "- x", "k: v", "", "#h", "'q'", "x" * 60]

text_words = st.sampled_from(WORDS)
scalars = st.one_of(text_words, st.integers(-5, 99), st.booleans(), st.none(), st.sampled_from([0.5, -2.0, 1e17]))
keys = st.sampled_from(KEYS)
values: st.SearchStrategy[Any] = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=3)),
    max_leaves=6,
)


KINDS = ["plain", "quoted", "blank", "flow", "wrapped", "literal", "long", "below", "map", "list", "map", "list"]
PLAIN = ["no", "2026-01-02", "12", "x y", "it is so"]
QUOTED = ["''", '"no"', "'# x'"]
FLOW = ["[]", "{}", "[1, no, x y]", "{a: 1, b: {c: [2]}}", "[{a: 1}, [2]]"]


class Writer:
    """Writes random YAML line by line; each comment has a number of its own."""

    def __init__(self, draw: Any) -> None:
        self.draw = draw
        self.comments = 0

    def flip(self, of: int = 2) -> bool:
        return bool(self.draw(st.integers(0, of - 1)) == 0)

    def comment(self, before: str = "") -> str:
        self.comments += 1
        return f"{before}# c{self.comments}: said, {{so}} [it] goes"

    def page(self) -> str:
        lines = [self.comment()] if self.flip() else []
        lines += ["---"] if self.flip(4) else []
        lines += self.mapping(0, 3)
        lines += [self.comment()] if self.flip() else []
        lines += ["..."] if self.flip(8) else []
        return "\n".join(lines) + ("" if self.flip(4) else "\n")

    def mapping(self, indent: int, depth: int) -> list[str]:
        names = self.draw(
            st.lists(st.sampled_from(["a", "b", "note", "'k k'", "9", "é"]), min_size=1, max_size=4, unique=True)
        )
        lines: list[str] = []
        for name in names:
            lines += self.above(indent)
            lines += self.value(f"{' ' * indent}{name}:", indent, depth)
        return lines

    def above(self, indent: int) -> list[str]:
        lines = [""] if self.flip(4) else []
        return lines + ([self.comment(" " * indent)] if self.flip(4) else [])

    def listed(self, indent: int, depth: int) -> list[str]:
        lines: list[str] = []
        for _ in range(self.draw(st.integers(1, 3))):
            lines += self.above(indent)
            if depth and self.flip(3):
                inner = self.mapping(indent + 2, depth - 1)
                while inner[0].lstrip().startswith("#") or not inner[0]:  # they go above the dash
                    lines.append(inner.pop(0)[2:])
                lines += [" " * indent + "- " + inner[0].lstrip(), *inner[1:]]
            else:
                lines += self.value(f"{' ' * indent}-", indent, 0)
        return lines

    def value(self, head: str, indent: int, depth: int) -> list[str]:
        after = self.comment("  ") if self.flip(4) else ""
        kind = self.draw(st.sampled_from(KINDS))
        if kind == "map" and depth:
            return [head + after, *self.mapping(indent + 2, depth - 1)]
        if kind == "list" and depth:
            return [head + after, *self.listed(indent + self.draw(st.sampled_from([0, 2])), depth - 1)]
        if kind == "blank":
            return [head + after]
        if kind == "wrapped":
            inside = self.comment("  ") if self.flip() else ""
            return [f"{head} {{a: 1,{inside}", f"{' ' * indent}   b: [2,", f"{' ' * indent}   3]}}{after}"]
        if kind == "literal":
            style = self.draw(st.sampled_from(["|", "|-", ">-", "|+"]))
            return [f"{head} {style}{after}", f"{' ' * indent}  some text", "", f"{' ' * indent}  # no comment"]
        if kind == "long":
            quote = self.draw(st.sampled_from(["", "'", '"']))
            return [f"{head} {quote}it was", "", f"{' ' * indent}   so{quote}{after}"]
        if kind == "below":
            return [head + after, *self.above(indent + 2), f"{' ' * indent}  12{self.comment('  ')}"]
        words = {"quoted": QUOTED, "flow": FLOW}.get(kind, PLAIN)
        return [f"{head} {self.draw(st.sampled_from(words))}{after}"]


@st.composite
def pages(draw: Any) -> str:
    """The text of a YAML document: a mapping, with comments in every place where people write them."""
    return Writer(draw).page()


def places(data: Any, at: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every place of a document, the whole first."""
    found = [at]
    children = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for part, one in children:
        found += places(one, (*at, part))
    return found
