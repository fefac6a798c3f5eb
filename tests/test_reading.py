from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ipt_rules.reading
from ipt_rules import reading_json, reading_yaml
from ipt_rules.errors import CaseError, Problem, RulebookError
from ipt_rules.reading import Document, field_name, parse_document, read_document

SECRET = "Zoë Quill told us"  # what a patient said: no message may hold it


def parse(text: str | bytes, path: str = "case.yaml") -> Document:
    return parse_document(text, path)


def problems_of(text: str | bytes, path: str = "case.yaml") -> tuple[Problem, ...]:
    with pytest.raises(CaseError) as caught:
        parse_document(text, path)
    assert caught.value.problems
    assert caught.value.__context__ is None  # a parser's own exception carries the document with it
    assert SECRET not in str(caught.value)
    return caught.value.problems


def only(found: tuple[Problem, ...]) -> tuple[str, int]:
    """The number and the line of the one problem."""
    assert len(found) == 1
    return found[0].code.removeprefix("CASE-"), found[0].line


def refusal(source: str | Path, **options: Any) -> Problem:
    with pytest.raises(CaseError) as caught:
        read_document(source, **options)
    assert len(caught.value.problems) == 1
    return caught.value.problems[0]


@pytest.fixture(params=["C parser", "Python parser"])
def yaml_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both of PyYAML's parsers, which word their complaints differently."""
    import yaml

    if request.param == "Python parser":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    elif not hasattr(yaml, "CSafeLoader"):
        pytest.skip("2026-11-23: PyYAML was built without its C parser")


# Values


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("true", True),
        ("FALSE", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-3", -3),
        ("012", 12),
        ("0o14", 12),
        ("0x1f", 31),
        ("1.5", 1.5),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("2025", 2025),
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("off", "off"),
        ("y", "y"),
        ("2026-01-10", "2026-01-10"),
        ("2025-09", "2025-09"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("'12'", "12"),
        ("!!str 12", "12"),
        ("! 12", "12"),
        ('!!int "12"', 12),
        ("!!seq [1]", [1]),
    ],
)
@pytest.mark.usefixtures("yaml_parser")
def test_scalars(written: str, meant: object) -> None:
    """A plain value means what YAML 1.2 says: yes, no and dates are text."""
    read = parse(f"a: {written}\n").data["a"]
    assert (read, type(read)) == (meant, type(meant))


@pytest.mark.parametrize("written", [".nan", ".NaN", ".inf", "-.inf", "1e999", "9" * 5000])
def test_numbers_without_a_value(written: str) -> None:
    """A number that is infinite, undefined or too long is refused."""
    assert only(problems_of(f"a: 1\nb: {written}\n")) == ("R15", 2)


@pytest.mark.parametrize("written", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 5000])
def test_json_numbers_without_a_value(written: str) -> None:
    """JSON may not hold such numbers either."""
    assert only(problems_of(f'{{"a": 1,\n"b": [{written}]}}', "case.json")) == ("R15", 2)


def test_numbers_as_keys() -> None:
    """A number that is a key becomes text, as it is in JSON."""
    assert parse("phq9:\n  1: 2\n  9: 0\n").data == {"phq9": {"1": 2, "9": 0}}


def test_merge_keys_mean_nothing() -> None:
    """YAML 1.1's merge key is a key like any other."""
    assert parse("a:\n  <<: {b: 1}\n").data == {"a": {"<<": {"b": 1}}}


# Lines


PLACES = {
    (): 1,
    ("intake",): 2,
    ("intake", "events"): 3,
    ("intake", "events", 1): 5,
    ("intake", "events", 1, "type"): 6,
}
IN_YAML = "# a case\nintake:\n  events:\n    - type: loss\n    - on: 2026-01-10\n      type: move\n"
IN_JSON = '{\n"intake": {\n"events": [\n{"type": "loss"},\n{"on": "2026-01-10, {\\"",\n"type": "move"}]}}'


@pytest.mark.parametrize("loc", list(PLACES))
@pytest.mark.usefixtures("yaml_parser")
def test_lines_of_yaml(loc: tuple[str | int, ...]) -> None:
    """Each key, each item of a list and the whole have their line."""
    assert parse(IN_YAML).line(loc) == PLACES[loc] + (loc == ())


@pytest.mark.parametrize("loc", list(PLACES))
def test_lines_of_json(loc: tuple[str | int, ...]) -> None:
    """JSON has the same places, whatever its texts hold."""
    document = parse(IN_JSON, "case.json")
    assert document.line(loc) == PLACES[loc]
    assert len(document.lines) == len(list(document.lines)) == 8


def test_line_of_an_unknown_place() -> None:
    """A place that is not in the file is told by the nearest place around it."""
    assert parse(IN_YAML).line(("intake", "events", 1, "role", 3)) == 5
    assert Document("x", {}, {}).line(("a",)) == 0


def test_json_lines_are_worked_out_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading JSON does not pay for lines that nobody asks for."""
    monkeypatch.setattr(reading_json, "_json_places", lambda content: pytest.fail("asked too early"))
    assert parse(IN_JSON, "case.json").data["intake"]


def test_json_is_read_without_yaml() -> None:
    """Reading JSON imports no YAML reader, even where a file is faulty."""
    code = (
        "import sys; from ipt_rules.reading import parse_document as p; from ipt_rules.errors import CaseError\n"
        "p('{\"a\": [1]}', 'x.json').line(('a', 0)); p('{\"a\": 1}', '-')\n"
        "try: p('{', 'x.json')\n"
        "except CaseError: pass\n"
        "sys.exit('yaml' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_field_name() -> None:
    """A place is written as people write it, and a key that may be a sentence is not shown."""
    assert field_name(("intake", "life_events", 0, "type")) == "intake.life_events[0].type"
    assert field_name(()) == ""
    assert field_name((0, "a", SECRET)) == "[0].a.?"


def test_repr_holds_no_content() -> None:
    """A document in a log or a failed test shows its path only."""
    assert repr(parse(f"a: {SECRET}")) == "Document(path='case.yaml')"


# Telling JSON from YAML


def test_json_by_its_first_character() -> None:
    """Where the name does not tell, a bracket means JSON, else it is YAML."""
    assert parse('\n {"a": "\\ud83d\\ude00"}', "-").data == {"a": "\U0001f600"}  # YAML cannot read this pair
    assert parse("a: 1", "-").data == {"a": 1}


def test_yaml_in_brackets() -> None:
    """Where the name does not tell, YAML may begin with a bracket, too."""
    assert parse("{a: yes}", "-").data == {"a": "yes"}
    assert only(problems_of("{a: 1, a: 2}", "-")) == ("R09", 1)


def test_neither_json_nor_yaml() -> None:
    """Where neither can be read, the complaint is about JSON."""
    assert problems_of('{"a": 1,\n "b" 2, "c": [}', "-")[0].message == "a key has no colon"


def test_told_what_it_is() -> None:
    """The caller may know better than the name."""
    assert parse_document("{a: 1}", "x.json", json_text=False).data == {"a": 1}
    with pytest.raises(CaseError):
        parse_document("a: 1", "x.yaml", json_text=True)


# Files


def test_reading_a_file(tmp_path: Path) -> None:
    """A file is read, and goes by the name the user gave it."""
    path = tmp_path / "case.yml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    document = read_document(path)
    assert (document.data, document.line(["b"]), document.path) == ({"a": 1, "b": 2}, 2, str(path))


def test_missing_file(tmp_path: Path) -> None:
    """A missing file is met with the nearest name in its folder."""
    (tmp_path / "amira.yaml").touch()
    problem = refusal(tmp_path / "amria.yaml")
    assert (problem.code, problem.hint) == ("CASE-R01", "did you mean `amira.yaml`?")
    assert refusal(tmp_path / "nowhere" / "x.yaml").hint == "check the path"
    assert refusal(tmp_path / "amira.yaml" / "x.yaml").code == "CASE-R01"
    assert refusal("a\0b").code == "CASE-R01"


def test_folder(tmp_path: Path) -> None:
    """A folder is not a file."""
    assert refusal(tmp_path).code == "CASE-R02"


@pytest.mark.parametrize("fault", [PermissionError(13, "Permission denied"), OSError(40, "Too many levels")])
def test_file_that_cannot_be_opened(fault: OSError, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file one may not or cannot open is a problem, not a traceback."""

    def refuse(*_: object, **__: object) -> None:
        raise fault

    path = tmp_path / "case.yaml"
    path.touch()
    monkeypatch.setattr(Path, "open", refuse)
    assert refusal(path).code == "CASE-R03"


def test_path_that_is_too_long(tmp_path: Path) -> None:
    """A path the system refuses is a problem, not a traceback."""
    assert refusal(tmp_path / ("x" * 5000)).code in ("CASE-R01", "CASE-R03")


def test_huge_file(tmp_path: Path) -> None:
    """A file of 50 MB is refused by its size, unread."""
    path = tmp_path / "case.yaml"
    path.touch()
    os.truncate(path, 50_000_000)
    problem = refusal(path)
    assert (problem.code, problem.message) == ("CASE-R04", "the file is larger than 2,000,000 bytes")


def test_size_at_the_bound(tmp_path: Path) -> None:
    """A file may be as large as the bound, and not a byte larger."""
    path = tmp_path / "case.yaml"
    path.write_text("a: 1")
    assert read_document(path, max_bytes=4).data == {"a": 1}
    assert refusal(path, max_bytes=3).code == "CASE-R04"


def standard_input(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hyphen means standard input."""
    standard_input(monkeypatch, b"a: 1")
    assert read_document("-") == Document("-", {"a": 1}, {(): 1, ("a",): 1})


def test_endless_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of standard input no more is read than the bound and one byte."""
    standard_input(monkeypatch, b"a: 1")
    assert refusal("-", max_bytes=3).code == "CASE-R04"


def test_the_callers_error_and_prefix(tmp_path: Path) -> None:
    """The caller names the error and the prefix of its codes."""
    with pytest.raises(RulebookError, match="RULE-R01"):
        read_document(tmp_path / "x.yaml", code="RULE", error=RulebookError)
    with pytest.raises(RulebookError, match=r"x\.yaml:1: RULE-R08"):
        parse_document("[]", "x.yaml", code="RULE", error=RulebookError)


# Text


@pytest.mark.parametrize("path", ["case.yaml", "case.json", "-"])
@pytest.mark.parametrize("content", [b"", b" \n\n", b"\xef\xbb\xbf", "\n"])
def test_empty(content: str | bytes, path: str) -> None:
    """A blank file is empty."""
    assert only(problems_of(content, path)) == ("R06", 0)


@pytest.mark.parametrize("content", ["# only a remark\n", "---\n", "--- ~\n...\n"])
def test_nothing_but_remarks(content: str) -> None:
    """A file that holds nothing but remarks is empty."""
    assert only(problems_of(content)) == ("R06", 0)


@pytest.mark.parametrize("content", [b"\x7fELF\x00\x01", "a: \0"])
def test_binary(content: str | bytes) -> None:
    """A file with NUL bytes is not text."""
    assert only(problems_of(content)) == ("R05", 0)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_utf_16(encoding: str) -> None:
    """UTF-16, which some editors write, is named."""
    found = problems_of(f"\ufeffa: {SECRET}".encode(encoding))
    assert "UTF-16" in found[0].message


def test_not_utf_8() -> None:
    """Text in an older encoding is refused with the line."""
    assert only(problems_of("a: 1\nb: Zoë\n".encode("latin-1"))) == ("R05", 2)
    assert only(problems_of("a: \ud800")) == ("R05", 1)


@pytest.mark.usefixtures("yaml_parser")
def test_control_characters() -> None:
    """A control character, which an editor may hide, is told by its line."""
    assert only(problems_of(f"a: {SECRET}\nb: \x0b\n")) == ("R05", 2)


@pytest.mark.usefixtures("yaml_parser")
def test_half_characters() -> None:
    """An escape that is half of a character cannot be written out again, and is refused."""
    assert only(problems_of('{"a": "\\ud800"}', "case.json")) == ("R05", 1)
    assert only(problems_of('{"a": {"\\udfff": 1}}', "case.json")) == ("R05", 1)
    assert problems_of('a: "\\ud800"')
    assert problems_of('a: "\\Uffffffff"')


# Syntax


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (f"a:\n\tb: {SECRET}\n", 2, "a tab"),
        (f"a: 1\n\tb: {SECRET}\n", 2, "a tab"),
        (f"a:\n  b: 1\n c: {SECRET}\n", 3, "does not fit"),
        (f"a: 1\n- {SECRET}\n", 2, "does not fit"),
        (f"a: 1\nb: 'so' {SECRET}\n", 2, "does not fit"),
        (f"a: 1\nb: '{SECRET}\nc: 2\n", 2, "quote"),
        (f"a: 1\nb: [{SECRET}\nc: 2\n", 2, "bracket"),
        (f"a: 1\nb: {{c: {SECRET}", 2, "bracket"),
        (f"a: 1\n{SECRET}\nb: 2\n", 2, "nor part"),
        (f"a: 1\n  b: {SECRET}\n", 2, "colon"),
        (f"a: 1\nb: {SECRET}: gone\n", 2, "colon"),
        (f"a: 1\nb: @{SECRET}\n", 2, "begins with a character"),
        (f"a: 1\nb: |{SECRET}\n", 2, "begins with a character"),
        (f'a: 1\nb: "{SECRET} \\q"\n', 2, "backslash"),
        (f"a: 1\n...\n{SECRET}\n", 3, "not valid YAML"),
    ],
)
@pytest.mark.usefixtures("yaml_parser")
def test_yaml_syntax(content: str, line: int, message: str) -> None:
    """A fault in the writing is told by its line and in plain words, and nothing is quoted."""
    found = problems_of(content)
    assert only(found) == ("R07", line)
    assert message in found[0].message


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (f'{{"a": 1,\n"b": {SECRET}}}', 2, "value is missing"),
        ('{"a": 1,\n}', None, "comma"),
        (f'{{"a": 1\n"{SECRET}": 2}}', 2, "comma"),
        (f'{{"a": 1,\n"{SECRET}" 2}}', 2, "colon"),
        (f'{{"a": 1,\n"b": "{SECRET}', 2, "quote"),
        (f'{{"a": 1,\n"b": "{SECRET}\t"}}', 2, "tab"),
        (f'{{"a": 1,\n"b": "{SECRET}\\q"}}', 2, "backslash"),
        (f'{{"a": 1}}\n{SECRET}', 2, "after the end"),
    ],
)
def test_json_syntax(content: str, line: int | None, message: str) -> None:
    """A fault in JSON is told in the same way."""
    found = problems_of(content, "case.json")
    assert found[0].code == "CASE-R07"
    assert line in (None, found[0].line)  # newer Pythons place a comma too many on the comma's own line
    assert message in found[0].message + found[0].hint


@pytest.mark.parametrize(("content", "held"), [("- 1\n", "a list"), ("text\n", "single"), ("5", "single")])
def test_top_level(content: str, held: str) -> None:
    """A file must hold a mapping."""
    found = problems_of(f"# so\n{content}")
    assert only(found) == ("R08", 2)
    assert held in found[0].message


# What is refused though it is well-formed


@pytest.mark.parametrize(
    ("content", "path"),
    [
        (f"onset: 1\nb:\n  c: 1\n  c: 2\nonset: 3\n{SECRET}: 1\n{SECRET}: 2\n", "case.yaml"),
        (f'{{"onset": 1, "b": {{\n\n"c": 1,\n"c": 2}},\n"onset": 3,\n"{SECRET}": 1,\n"{SECRET}": 2}}', "case.json"),
    ],
)
def test_repeated_keys(content: str, path: str) -> None:
    """Every repeated key is told with both lines, and by name only if the name is a plain one."""
    found = problems_of(content, path)
    assert [(problem.code, problem.line, problem.field) for problem in found] == [
        ("CASE-R09", 4, "b.c"),
        ("CASE-R09", 5, "onset"),
        ("CASE-R09", 7, "?"),
    ]
    assert [problem.message for problem in found] == [
        "the key `c` stands twice, first on line 3",
        "the key `onset` stands twice, first on line 1",
        "a key stands twice, first on line 6",
    ]


def test_a_number_and_its_text_are_one_key() -> None:
    """A key written as a number and again as text is a repeated key."""
    assert only(problems_of("1: a\n'1': b\n")) == ("R09", 2)


def test_keys_of_a_repeated_mapping() -> None:
    """Where a whole mapping is repeated in JSON, its keys are not counted again."""
    assert only(problems_of('{"a": {"b": 1},\n"a": {"b": 2}}', "case.json")) == ("R09", 2)


@pytest.mark.parametrize("path", ["case.yaml", "case.json"])
def test_depth(path: str) -> None:
    """Values may be nested 40 deep and no deeper."""
    assert parse('{"a":' + "[" * 39 + "]" * 39 + "}", path).data["a"]
    assert only(problems_of('{"a":\n' + "[" * 40 + "]" * 40 + "}", path)) == ("R10", 2)


@pytest.mark.parametrize("path", ["case.yaml", "case.json", "-"])
@pytest.mark.parametrize("opening", ["[", '{"a":', "- ", "- ? "])
@pytest.mark.usefixtures("yaml_parser")
def test_bottomless(opening: str, path: str) -> None:
    """A file that opens a hundred thousand brackets is refused at once, whatever reads it."""
    found = problems_of(opening * 100_000, path)
    assert found[0].code in ("CASE-R07", "CASE-R10", "CASE-R14")


def test_depth_hidden_by_a_repeated_key() -> None:
    """A value nested too deeply does not hide behind a key that comes again."""
    assert problems_of('{"a":' + "[" * 900 + "]" * 900 + ',"a": 1}', "case.json")[0].code == "CASE-R10"


def test_yaml_bomb() -> None:
    """Anchors and aliases, by which a small file grows without bound, are refused."""
    rows = ["a0: &a0 [lol]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    assert only(problems_of("\n".join(rows))) == ("R11", 1)
    assert only(problems_of("a: 1\nb: *a\n")) == ("R11", 2)


@pytest.mark.parametrize("value", ["!!python/object:os.system x", "!secret x", "!!set {a}", "!!int yes", "!!map [a]"])
def test_tags(value: str) -> None:
    """A tag that is not of YAML's core, or contradicts its value, is refused."""
    assert only(problems_of(f"a: 1\nb: {value}\n")) == ("R12", 2)


def test_several_documents() -> None:
    """A file holds one document."""
    assert only(problems_of("a: 1\n---\nb: 2\n")) == ("R13", 2)


@pytest.mark.usefixtures("yaml_parser")
@pytest.mark.parametrize("key", ["?\n", "~", "null", "? [a]\n", "? {a: 1}\n", "{a}", "[a, b]"])
def test_keys_that_are_not_text(key: str) -> None:
    """A key that is empty, a list or a mapping is refused."""
    assert only(problems_of(f"a: 1\n{key}: 2\n")) == ("R14", 2)


@pytest.mark.parametrize("path", ["case.yaml", "case.json"])
def test_long_text(path: str) -> None:
    """A text may have twenty thousand characters and no more."""
    assert parse(json.dumps({"a": "x" * 20_000}), path)
    assert only(problems_of('{"b": 1,\n"a": "' + "x" * 20_001 + '"}', path)) == ("R16", 2)


def test_long_key() -> None:
    """A key is held to the same length."""
    assert only(problems_of(json.dumps({"x" * 20_001: 1}), "case.json")) == ("R16", 1)


@pytest.mark.parametrize("path", ["case.yaml", "case.json"])
def test_many_values(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of values is bounded, so that the time is."""
    for module in (reading_yaml, ipt_rules.reading):
        monkeypatch.setattr(module, "MAX_NODES", 100)
    assert parse(json.dumps({"a": [1] * 98}), path)
    assert problems_of(json.dumps({"a": [1] * 99}), path)[0].code == "CASE-R16"


# Properties


FRAGMENTS = st.sampled_from([*"[]{},:&*!|>%@`?#'\"\\-~"]) | st.sampled_from(
    ["\n", "\n  ", "\t", " ", "- ", ": ", "a", "a: ", "\n---\n", "!!int ", "<<: ", "1e999", "&a "]
)
FRAGMENTS |= st.sampled_from(
    ["*a", "NaN", '"a": ', "\\ud800", "\\U99999999", "\ufeff", "\x0b", "\x85", "\udc80", SECRET, f'"{SECRET}"']
)
ANYTHING = st.one_of(
    st.binary(max_size=60),
    st.lists(FRAGMENTS, max_size=25).map("".join),
    st.tuples(st.binary(max_size=10), st.lists(FRAGMENTS, max_size=10).map("".join)).map(
        lambda both: both[0] + both[1].encode("utf-8", "surrogatepass")
    ),
)


def outcome(content: str | bytes, path: str) -> tuple[tuple[Problem, ...], Any]:
    """The problems, or else what was read."""
    try:
        return (), parse_document(content, path).data
    except CaseError as error:
        return error.problems, None


@settings(derandomize=True, max_examples=600, deadline=None)
@given(content=ANYTHING, path=st.sampled_from(["x.yaml", "x.json", "-"]), c_parser=st.booleans())
def test_anything_is_read_or_refused(content: str | bytes, path: str, c_parser: bool) -> None:
    """Whatever a file holds, it is read or refused with a problem, and what a patient said is not shown."""
    import yaml

    with pytest.MonkeyPatch.context() as patch:
        if not c_parser:
            patch.delattr(yaml, "CSafeLoader", raising=False)
        found, data = outcome(content, path)
    if data is None:
        assert found
        assert SECRET not in "".join(f"{problem} {problem.field}" for problem in found)
    else:
        assert isinstance(data, dict)
        json.dumps(data, ensure_ascii=False, allow_nan=False).encode()


# Not among them: characters that YAML takes for the end of a line, and those it does not allow.
LETTERS = st.characters(min_codepoint=32, max_codepoint=0x2027, exclude_categories=["Cc", "Cs", "Cn"])
WORDS = st.text(LETTERS, max_size=12)
SCALARS = st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.floats(allow_nan=False) | WORDS
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4), max_leaves=15
)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(data=st.dictionaries(WORDS, VALUES, max_size=5), indent=st.sampled_from([None, 2]))
def test_json_and_yaml_agree(data: dict[str, Any], indent: int | None) -> None:
    """What was written as JSON is read the same as JSON and as YAML, with the same places."""
    text = json.dumps(data, ensure_ascii=False, indent=indent).replace("Infinity", "0.5")
    as_json, as_yaml = parse(text, "x.json"), parse(text, "x.yaml")
    assert as_json.data == as_yaml.data == json.loads(text)
    assert set(as_json.lines) == set(as_yaml.lines)
    assert all(as_json.line(loc) == as_yaml.line(loc) for loc in as_json.lines)
