"""Changes of a YAML text: what was to change has changed, and every other thing is as somebody wrote it."""

from __future__ import annotations

import copy
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipt_rules.reading import Document, parse_document
from ipt_rules.storing import CaseFile
from ipt_rules.storing.plain import found, with_value, without
from ipt_rules.storing.sheets import Unwritable, YamlSheet, read
from yaml_pages import KEYS, pages, places, scalars, values

CASES = sorted((Path(__file__).resolve().parent.parent / "cases").glob("*-*.yaml"))[::3]


def opened(text: str) -> YamlSheet:
    return YamlSheet(read(text, "x.yaml").data, text, "x.yaml")


def held(text: str) -> Document:
    return parse_document(text, "x.yaml")


def comments(text: str) -> Counter[str]:
    return Counter(re.findall(r"# c\d+: said, \{so\} \[it\] goes", text))


@settings(max_examples=45)
@given(text=pages(), data=st.data())
def test_a_new_value_changes_nothing_else(text: str, data: st.DataObject) -> None:
    """Any value at any place: the data are as they should be, and no comment outside of what was replaced is lost."""
    sheet = opened(text)
    place = data.draw(st.sampled_from(places(sheet.data)[1:]))
    value = data.draw(values)
    wanted = copy.deepcopy(sheet.data)
    with_value(wanted, place, value)
    old = found(sheet.data, place)
    sheet.put(place, value)
    assert held(sheet.text).data == wanted
    if not isinstance(old, (dict, list)) or not old:
        assert comments(sheet.text) == comments(text)
    else:
        assert_lost_within(text, sheet.text, place)


@settings(max_examples=45)
@given(text=pages(), data=st.data())
def test_a_new_entry_changes_nothing_else(text: str, data: st.DataObject) -> None:
    """A new key in any mapping, or one more entry of any list: every comment and every line stays."""
    sheet = opened(text)
    holders = [at for at in places(sheet.data) if isinstance(found(sheet.data, at), (dict, list))]
    at = data.draw(st.sampled_from(holders))
    holder: Any = found(sheet.data, at)
    part = data.draw(st.sampled_from([k for k in KEYS if k not in holder])) if isinstance(holder, dict) else len(holder)
    value = data.draw(values)
    wanted = copy.deepcopy(sheet.data)
    with_value(wanted, (*at, part), value)
    sheet.put((*at, part), value)
    assert held(sheet.text).data == wanted
    assert comments(sheet.text) == comments(text)


@settings(max_examples=45)
@given(text=pages(), data=st.data())
def test_what_is_taken_out_takes_only_its_own(text: str, data: st.DataObject) -> None:
    """Without any place: all other data stay, and only comments go that stood in its lines or right above."""
    sheet = opened(text)
    place = data.draw(st.sampled_from(places(sheet.data)[1:]))
    wanted = copy.deepcopy(sheet.data)
    without(wanted, place)
    sheet.remove(place)
    assert held(sheet.text).data == wanted
    assert_lost_within(text, sheet.text, place)


def on_one_line(value: Any) -> bool:
    return isinstance(value, (int, str)) and str(value).strip() != "" and not {"some", "was"} & {*str(value).split()}


@settings(max_examples=30)
@given(text=pages(), data=st.data())
def test_a_scalar_keeps_every_other_line(text: str, data: st.DataObject) -> None:
    """A word for a word changes one line, in whatever style of line break the file is written."""
    broken = data.draw(st.sampled_from(["\n", "\r\n"]))
    text = text.replace("\n", broken)
    sheet = opened(text)
    plain = [at for at in places(sheet.data) if on_one_line(found(sheet.data, at))]
    if not plain:
        return
    place = data.draw(st.sampled_from(plain))
    sheet.put(place, "otherwise")
    before, now = text.split(broken), sheet.text.split(broken)
    assert len(before) == len(now)
    assert sum(one != other for one, other in zip(before, now, strict=True)) == 1


@settings(max_examples=10)
@given(data=st.data())
def test_many_changes_one_after_the_other(data: st.DataObject) -> None:
    """A case of ours through a row of changes holds exactly what it should after each."""
    text = data.draw(st.sampled_from(CASES)).read_text(encoding="utf-8")
    sheet = opened(text)
    for _ in range(4):
        place = data.draw(st.sampled_from(places(sheet.data)[1:]))
        wanted = copy.deepcopy(sheet.data)
        if data.draw(st.booleans()):
            value = data.draw(scalars)
            with_value(wanted, place, value)
            sheet.put(place, value)
        else:
            without(wanted, place)
            sheet.remove(place)
        assert held(sheet.text).data == wanted


@settings(max_examples=40)
@given(text=pages(), data=st.data())
def test_what_is_put_is_what_stands_there(text: str, data: st.DataObject) -> None:
    """A mapping or list over another is put entry by entry: in the end it holds what was put, and the rest is as it was."""
    file = CaseFile(Path("x.yaml"), None, opened(text))
    place = data.draw(st.sampled_from(places(file.content)))
    value = (
        data.draw(changed_values(file.get(place)))
        if place
        else data.draw(st.dictionaries(st.sampled_from(KEYS), values))
    )
    wanted: Any = copy.deepcopy(file.content)
    if place:
        with_value(wanted, place, value)
    file.put(place, value)
    assert file.content == (wanted if place else value)
    assert held(file.text).data == file.content if file.content else file.text.strip()


def changed_values(old: Any) -> st.SearchStrategy[Any]:
    """Any value, or the old one with entries more, fewer, or otherwise."""
    if isinstance(old, dict):
        fewer = st.sets(st.sampled_from([*old, ""])).map(lambda gone: {k: v for k, v in old.items() if k not in gone})
        return values | st.tuples(fewer, st.dictionaries(st.sampled_from([*KEYS, *old]), values, max_size=2)).map(
            lambda two: two[0] | two[1]
        )
    if isinstance(old, list):
        return values | st.tuples(
            st.lists(st.sampled_from([*old, None]), max_size=4), st.lists(values, max_size=2)
        ).map(lambda two: two[0] + two[1])
    return values


def assert_lost_within(text: str, now: str, place: tuple[str | int, ...]) -> None:
    """Lost comments stood in the lines of a place or right above it; none came to be."""
    lost = comments(text) - comments(now)
    assert not comments(now) - comments(text)
    lines = text.split("\n")
    document = held(text)
    first = document.lines[place]
    later = [n for at, n in document.lines.items() if at[: len(place)] != place and n > first and at > ()]
    last = min(later, default=len(lines) + 1)
    while first > 1 and lines[first - 2].lstrip().startswith("#"):
        first -= 1
    own = comments("\n".join(lines[first - 1 : last]))
    assert not lost - own


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_session_more_leaves_a_case_as_it_is(path: Path) -> None:
    """One more session of a case is one more block of lines: all lines before and after it stay."""
    text = path.read_text(encoding="utf-8")
    sheet = opened(text)
    count = len(sheet.data["sessions"])
    sheet.put(("sessions", count), {"number": 399, "date": "2026-03-14", "note": "so: it\nwas"})
    new = sheet.text.splitlines()
    for line in text.splitlines():
        new.remove(line)
    assert [line.strip() for line in new] == ["- number: 399", "date: 2026-03-14", "note: |-", "so: it", "was"]


def test_what_cannot_be_written_changes_nothing() -> None:
    """Where the old text is of a kind that is not understood, it stays as it was."""
    text = "? a\n: 1\n"
    sheet = opened(text)
    with pytest.raises(Unwritable):
        sheet.put(("a",), {"b": 1})
    assert (sheet.text, sheet.data) == (text, {"a": 1})


def test_a_note_at_the_end_of_a_file_without_a_last_break() -> None:
    """What is added after it does not lengthen the note."""
    for style in ("|", "|+", "|2+", ">"):
        sheet = opened(f"a: {style}  # c\n  words")
        before = sheet.data["a"]
        sheet.put(("b",), 1)
        assert (sheet.data["a"], sheet.text.count("# c")) == (before, 1)
