"""Mutations of bytes: what a bad disk, a wrong editor or an enemy does to a file without knowing what it means."""

from __future__ import annotations

import random
from collections.abc import Callable

Spoil = Callable[[random.Random, bytes, bytes], bytes]
"""From the file's bytes, and those of another file, to what is read instead."""

STRANGE = (
    b"\x00", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\r", b"\r\n", b"\t", b"\x85", b"\xe2\x80\xa8", b"\x1b[2J",
    b"\xed\xa0\x80", b"\xc0\xaf", b"\xf4\x90\x80\x80", b"\x80", b"\x7f", b"\xe2\x80\xae", b"\xcc\x81" * 40,
    b"!!python/object/apply:os.system [id]", b"!!python/name:os.system", b"!!binary ", b"!!set {a, b}", b"!!omap ",
    b"!!timestamp ", b"!!str ", b"!!int ", b"!!null ", b"!<tag:yaml.org,2002:map> ", b"! ", b"!x!y ", b"%TAG ! x\n",
    b"%YAML 1.1\n", b"&a ", b"*a", b"<<: *a\n", b"<<: {a: 1}\n", b"---\n", b"...\n", b"? ", b"? [a]\n: b\n", b"- ",
    b": ", b"{", b"}", b"[", b"]", b",", b'"', b"'", b"|\n", b">-\n", b"#", b"@", b"`", b"\\u", b'"\\ud800"',
    b'"\\U00110000"', b"NaN", b"-Infinity", b".nan", b".inf", b"1e999", b"0x" + b"f" * 60, b"9" * 5000, b"1" * 41,
    b"1_000", b"0o777", b"-0", b"1e-400", b"null", b"~", b"yes", b"2026-02-30", b"0000-00-00", b"9999-12-31",
    "٢٠٢٦-٠١-١٠".encode(), "²".encode(), "一".encode(), b"/*", b"//", b"${x}", b"{{x}}", b"%s%n", b"__proto__",
)  # fmt: skip


def _flip(r: random.Random, content: bytes, _other: bytes) -> bytes:
    held = bytearray(content)
    for _ in range(r.choice((1, 1, 2, 8, 64))):
        held[r.randrange(len(held))] ^= 1 << r.randrange(8)
    return bytes(held)


def _random_bytes(r: random.Random, content: bytes, _other: bytes) -> bytes:
    at = r.randrange(len(content))
    return content[:at] + r.randbytes(r.choice((1, 3, 40))) + content[at:]


def _insert(r: random.Random, content: bytes, _other: bytes) -> bytes:
    for _ in range(r.choice((1, 1, 2, 4))):
        at = r.choice((r.randrange(len(content) + 1), _line_start(r, content)))
        content = content[:at] + r.choice(STRANGE) * r.choice((1, 1, 1, 3)) + content[at:]
    return content


def _replace(r: random.Random, content: bytes, _other: bytes) -> bytes:
    """What stands after a colon becomes something strange."""
    lines = content.split(b"\n")
    at = r.randrange(len(lines))
    before, colon, _ = lines[at].partition(b":")
    lines[at] = before + colon + b" " + r.choice(STRANGE)
    return b"\n".join(lines)


def _delete(r: random.Random, content: bytes, _other: bytes) -> bytes:
    at = r.randrange(len(content))
    return content[:at] + content[at + r.choice((1, 1, 2, 10, 200)) :]


def _duplicate(r: random.Random, content: bytes, _other: bytes) -> bytes:
    lines = content.split(b"\n")
    at = r.randrange(len(lines))
    some = lines[at : at + r.choice((1, 1, 3, 10))]
    return b"\n".join([*lines[:at], *(some * r.choice((2, 2, 3, 50))), *lines[at:]])


def _swap_lines(r: random.Random, content: bytes, _other: bytes) -> bytes:
    lines = content.split(b"\n")
    one, two = r.randrange(len(lines)), r.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return b"\n".join(lines)


def _indent(r: random.Random, content: bytes, _other: bytes) -> bytes:
    lines = content.split(b"\n")
    at = r.randrange(len(lines))
    lines[at] = r.choice((b" ", b"  ", b"\t", b"    - ", b"- ")) + lines[at].lstrip(r.choice((b"", b" ")))
    return b"\n".join(lines)


def _truncate(r: random.Random, content: bytes, _other: bytes) -> bytes:
    return content[: r.randrange(len(content))]


def _splice(r: random.Random, content: bytes, other: bytes) -> bytes:
    return content[: r.randrange(len(content))] + other[r.randrange(len(other)) :]


def _encode(r: random.Random, content: bytes, _other: bytes) -> bytes:
    text = content.decode("utf-8", "replace")
    return text.encode(r.choice(("utf-16", "utf-16-be", "utf-32", "utf-8-sig", "utf-7", "cp1252")), "replace")


def _line_start(r: random.Random, content: bytes) -> int:
    return content.rfind(b"\n", 0, r.randrange(len(content))) + 1


def _long_line(r: random.Random, content: bytes, _other: bytes) -> bytes:
    at = _line_start(r, content)
    return content[:at] + r.choice((b"a", b" ", b"a: ", b"'", b"# ")) * r.choice((1_000, 30_000)) + content[at:]


def _deep(r: random.Random, content: bytes, _other: bytes) -> bytes:
    opened = r.choice((b"[", b'{"a":', b"{a: ", b"- ", b"? ", b"[{", b"!!seq ["))
    return content + b"\nx: " + opened * r.choice((30, 41, 1_000, 20_000))


def _bomb(r: random.Random, content: bytes, _other: bytes) -> bytes:
    letters = b"abcdefghij"
    levels = [b"b0: &b0 [x, x]"] + [
        b"b%d: &b%d [%s]" % (n, n, b", ".join([b"*b%d" % (n - 1)] * 10)) for n in range(1, len(letters))
    ]
    bomb = r.choice((b"\n".join(levels), b"r: &r [*r]", b"r: &r\n  <<: *r\n", b"&a a: *a", b"<<: [*a, *b]"))
    return content + b"\n" + bomb + b"\n"


SPOILS: tuple[Spoil, ...] = (
    _flip, _flip, _random_bytes, _insert, _insert, _replace, _replace, _delete, _delete, _duplicate, _swap_lines,
    _indent, _truncate, _splice, _encode, _long_line, _deep, _bomb,
)  # fmt: skip
HUGE = 2_000_001
"""A byte more than a file may have (`reading.read_document`)."""


def spoiled(r: random.Random, content: bytes, other: bytes) -> bytes:
    """The bytes after one to three mutations; never the empty file's fault, which is one of the results."""
    for _ in range(r.choice((1, 1, 1, 2, 3))):
        if content:
            content = r.choice(SPOILS)(r, content, other or b"\n")
    return content


def monsters() -> list[bytes]:
    """Large files, each made once in a run: they take long to make and test limits, not details."""
    many = b"".join(b"k%d: 1\n" % n for n in range(150_000))
    return [
        b"[" * 10_000_000,
        b"[" * 1_999_999,
        b'{"a":' * 390_000,
        b"- " * 990_000,
        b"a: " + b"x" * 1_900_000,
        b"a: " + b"9" * 1_900_000,
        b" " * 1_999_990 + b"a: 1",
        b"#" * 1_999_999,
        b"\n" * 1_999_999,
        b"\xff" * 1_900_000,
        b'{"a": "' + b"\\ud800" * 300_000 + b'"}',
        b"[" + b"1," * 900_000 + b"1]",
        b"[" + b"[]," * 600_000 + b"1]",
        b"a: {" + b"b: 1, " * 300_000 + b"}",
        many,
        b"intake:\n" + many.replace(b"k", b"  k"),
        b"{" + b",".join(b'"k%d":1' % n for n in range(150_000)) + b"}",
        b"{" + b'"a":1,' * 250_000 + b'"a":1}',
        b"? " * 600_000,
        b"'" * 1_999_999,
        b"!!a " * 400_000,
    ]
