"""`CaseFile`: what is opened, changed and saved, what is refused, and what is said."""

from __future__ import annotations

import errno
import os
import stat
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ipt_rules import Case
from ipt_rules.errors import CaseError, FileChangedError, StoringError
from ipt_rules.storing import CaseFile, case_file, create_file

filelock = pytest.importorskip("filelock", reason="2026-11-27: files are changed with the extra `dialogue`")

TEXT = """\
# Her own file
schema_version: 1
id: "anna"          # no name

intake:
  date: 2026-01-10
  patient: {age: 41,
     pregnant: no}  # asked
  risk:
    # asked on the telephone
    asked_directly: yes

  life_events:
    - event: move
      type: move  # to the coast
sessions:
  - number: 1
    date: 2026-01-17
    attended: no   # ill

    # called her on Monday
# the end
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "Ännas Fall.yaml"
    made.write_bytes(TEXT.encode())
    return made


def saved(file: CaseFile) -> str:
    file.save()
    return file.path.read_bytes().decode()


def only_change(text: str, *lines: tuple[str, str]) -> str:
    for old, new in lines:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


# what is changed


def test_a_value_for_a_value(path: Path) -> None:
    """Other words in the same place; comments keep their column, and every other character stays."""
    file = CaseFile.open(path)
    file.put(("intake", "patient", "age"), 42)
    file.put(("sessions", 0, "attended"), "yes")
    file.put(("intake", "date"), date(2026, 1, 11))
    assert saved(file) == only_change(
        TEXT, ("age: 41", "age: 42"), ("attended: no   # ill", "attended: yes  # ill"), ("2026-01-10", "2026-01-11")
    )
    assert file.case.intake.date == date(2026, 1, 11)


def test_new_fields_and_entries(path: Path) -> None:
    """They stand at the end of what holds them, in the file's own way to indent lists; its own comments stay with it."""
    file = CaseFile.open(path)
    session = {"number": 2, "date": date(2026, 1, 24), "techniques": [{"technique": "TEC-14"}]}
    assert file.append(("sessions",), session) == 1
    file.put(("intake", "risk", "cssrs", "q1"), "no")
    file.put(("intake", "asked", "deaths"), "none")
    file.put(("intake", "patient", "has_partner"), "yes")
    assert saved(file) == only_change(
        TEXT,
        ("pregnant: no}", "pregnant: no, has_partner: yes}"),
        ("asked_directly: yes\n", "asked_directly: yes\n    cssrs:\n      q1: no\n"),
        ("# to the coast\n", "# to the coast\n  asked:\n    deaths: none\n"),
        (
            "    # called her on Monday\n",
            "    # called her on Monday\n  - number: 2\n    date: 2026-01-24\n    techniques:\n      - technique: TEC-14\n",
        ),
    )
    assert file.case.sessions[1].number == 2


def test_lists_are_indented_as_the_file_does_it(path: Path) -> None:
    """Where dashes stand below the first letter of their key, new ones do too."""
    path.write_text(
        "schema_version: 1\nid: a\nintake:\n  date: 2026-01-10\nsessions:\n- number: 1\n  date: 2026-01-17\n"
    )
    file = CaseFile.open(path)
    file.append(("sessions",), {"number": 2, "date": "2026-01-24", "techniques": [{"technique": "TEC-14"}]})
    assert saved(file).endswith("\n- number: 2\n  date: 2026-01-24\n  techniques:\n  - technique: TEC-14\n")


def test_what_is_taken_out(path: Path) -> None:
    """It goes with its own comments; the last entry leaves an empty mapping."""
    file = CaseFile.open(path)
    file.remove(("intake", "risk", "asked_directly"))
    file.remove(("intake", "life_events", 0, "type"))
    file.remove(("sessions", 0))
    file.remove(("sessions", 7))
    file.remove(("intake", "goals", 0))
    text = saved(file)
    assert "  risk: {}\n    # asked on the telephone\n" in text
    assert "    - event: move\nsessions: []\n" in text
    assert "coast" not in text
    assert text.endswith("# the end\n")


def test_a_mapping_for_a_mapping_keeps_the_comments_within(path: Path) -> None:
    """What is put over a mapping or list is put entry by entry."""
    file = CaseFile.open(path)
    file.put(("sessions", 0), {"number": 1, "date": "2026-01-18", "attended": "no", "notice_given": "yes"})
    file.put(("intake", "life_events"), [{"event": "move", "type": "move"}, {"event": "job", "type": "job-change"}])
    text = saved(file)
    assert "date: 2026-01-18\n    attended: no   # ill\n" in text
    assert "type: move  # to the coast\n    - event: job\n" in text
    file.put((), {"schema_version": 1, "id": "anna", "intake": {"date": "2026-01-10"}})
    assert file.content == {"schema_version": 1, "id": "anna", "intake": {"date": "2026-01-10"}}
    assert file.text.startswith('# Her own file\nschema_version: 1\nid: "anna"          # no name\n')


def test_the_same_again_changes_nothing(path: Path) -> None:
    """A value that stands there already keeps its quotes, and nothing is written, no backup either."""
    file = CaseFile.open(path)
    before = os.stat(path)
    file.put(("id",), "anna")
    file.put(("intake", "patient"), {"pregnant": "no", "age": 41})
    file.save()
    assert (os.stat(path).st_ino, os.stat(path).st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert sorted(one.name for one in path.parent.iterdir()) == [path.name]


TEXTS = ["no", "2026-01-02", "08", "12", "true", "~", "", " x", "# x", "a: b", "one\ntwo\n\n", "\x07é\u2028"]


@pytest.mark.parametrize("value", TEXTS)
def test_text_stays_text(path: Path, value: str) -> None:
    """Whatever a note says is read back as that text."""
    file = CaseFile.open(path)
    file.put(("intake", "note"), value)
    file.put(("sessions", 0, "note"), value)
    file.put(("intake", "patient", "note"), value)  # no field of a case: it is data all the same
    file.save()
    assert file.get(("intake", "patient", "note")) == value
    again = atomic_content(path)
    assert (again["intake"]["note"], again["sessions"][0]["note"], again["intake"]["patient"]["note"]) == (value,) * 3


def atomic_content(path: Path) -> dict[str, Any]:
    from ipt_rules.reading import read_document

    return dict(read_document(path).data)


def test_the_template_is_filled_in(tmp_path: Path) -> None:
    """Every comment of a new case stays where a field is filled in, in its column."""
    from ipt_rules.case.template import template

    path = tmp_path / "new.yaml"
    text = template(date(2026, 2, 1))
    create_file(path, text.encode())
    file = CaseFile.open(path)
    file.put(("intake", "patient", "age"), 41)
    file.put(("intake", "episode", "warning_signs"), ["awake at four", "stops answering"])
    file.append(("sessions",), {"number": 1, "date": date(2026, 2, 8)})
    new = saved(file).splitlines()
    assert "    age: 41                    # age in years" in new
    assert [line for line in text.splitlines() if "#" in line and line not in new] == [
        "    age:                       # age in years"
    ]


def test_line_breaks_and_byte_order_mark_stay(path: Path) -> None:
    """A file of a Windows editor stays one, new lines included; others get nothing of it."""
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    file = CaseFile.open(path)
    file.append(("sessions",), {"number": 2, "date": "2026-01-24", "note": "one\ntwo"})
    file.save()
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf# Her")
    assert content.count(b"\n") == content.count(b"\r\n") == TEXT.count("\n") + 5
    assert Case.from_file(path).sessions[1].note == "one\ntwo"


def test_json_stays_json(tmp_path: Path) -> None:
    """JSON keeps its indent and its order."""
    path = tmp_path / "a.json"
    path.write_text('{\n    "schema_version": 1,\n    "id": "a1",\n    "intake": {"date": "2026-01-10"}\n}\n')
    file = CaseFile.open(path)
    file.append(("sessions",), {"number": 1, "date": date(2026, 1, 17), "note": "é"})
    file.remove(("intake", "note"))
    text = saved(file)
    assert text.startswith(
        '{\n    "schema_version": 1,\n    "id": "a1",\n    "intake": {\n        "date": "2026-01-10"\n    },\n'
    )
    assert text.endswith('"note": "é"\n        }\n    ]\n}\n')
    assert CaseFile.open(path).case.sessions[0].note == "é"
    with pytest.raises(StoringError, match="STORE-08"):
        file.put(("intake", "note"), float("nan"))


# where nothing is yet


def test_a_file_that_grows_from_nothing(tmp_path: Path) -> None:
    """Nothing is written before it is saved, and what is there by then is not written over."""
    path = tmp_path / "new.yaml"
    file = CaseFile.create(path, {})
    with pytest.raises(CaseError):
        _ = file.case
    file.put(("schema_version",), 1)
    file.put(("id",), "n1")
    file.put(("intake", "relationships", 0, "person"), "mother")
    file.put(("intake", "date"), date(2026, 1, 10))
    assert not path.exists()
    file.save()
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    assert path.read_text() == (
        "schema_version: 1\nid: n1\nintake:\n  relationships:\n    - person: mother\n  date: 2026-01-10\n"
    )
    file.put(("intake", "note"), "more")
    file.save()
    assert not path.with_name("new.yaml~").exists()  # what was there before was nothing
    with pytest.raises(StoringError, match=r"STORE-02 something of this name is there already"):
        CaseFile.create(path, {})
    late = CaseFile.create(tmp_path / "late.yaml", {"id": "x"})
    (tmp_path / "late.yaml").write_text("mine")
    with pytest.raises(StoringError, match="STORE-02"):
        late.save()
    assert (tmp_path / "late.yaml").read_text() == "mine"


def test_a_new_file_where_no_second_names_are_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a memory stick, too, a new file is whole, and none is written over."""

    def no_links(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "not here")

    monkeypatch.setattr(os, "link", no_links)
    create_file(tmp_path / "a.yaml", b"a")
    with pytest.raises(StoringError, match="STORE-02"):
        create_file(tmp_path / "a.yaml", b"b")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a.yaml", b"a")]


# what was there before


def test_the_backup_is_what_was_opened(path: Path) -> None:
    """However often a file is saved in one sitting, its backup is how it was before; the next sitting has its own."""
    file = CaseFile.open(path)
    backup = path.with_name(path.name + "~")
    for age in (42, 43):
        file.put(("intake", "patient", "age"), age)
        file.save()
        assert backup.read_bytes() == TEXT.encode()
    before = path.read_bytes()
    again = CaseFile.open(path)
    again.put(("intake", "patient", "age"), 44)
    again.save()
    assert backup.read_bytes() == before


def test_permissions_stay(path: Path) -> None:
    """Who may read the file may read it afterwards, and the backup; nobody else."""
    os.chmod(path, 0o640)
    file = CaseFile.open(path)
    file.put(("intake", "note"), "x")
    file.save()
    assert [stat.S_IMODE(os.stat(one).st_mode) for one in (path, path.with_name(path.name + "~"))] == [0o640, 0o640]


def test_it_is_on_the_disk_before_it_takes_the_place(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Backup first, then the file; each is forced to the disk, then renamed, then its folder is."""
    steps: list[str] = []
    real_sync, real_replace = os.fsync, os.replace

    def sync(handle: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        real_sync(handle)

    def replace(old: Any, new: Any) -> None:
        steps.append(f"-> {Path(new).name}")
        real_replace(old, new)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "replace", replace)
    file = CaseFile.open(path)
    file.put(("intake", "note"), "x")
    file.save()
    assert steps == ["file", f"-> {path.name}~", "folder", "file", f"-> {path.name}", "folder"]


def test_leftovers_of_a_killed_save_are_cleared(path: Path) -> None:
    """Of this file alone."""
    own, other = path.parent / f".{path.name}.abc.tmp", path.parent / ".other.yaml.abc.tmp"
    own.write_text("half"), other.write_text("half")
    file = CaseFile.open(path)
    file.put(("intake", "note"), "x")
    file.save()
    assert (own.exists(), other.exists()) == (False, True)


# what is refused, and how it is said


def test_somebody_else_saved_meanwhile(path: Path) -> None:
    """The second to save is told, with what to do, and writes nothing; opened again, it can."""
    first, second = CaseFile.open(path), CaseFile.open(path)
    first.put(("intake", "patient", "age"), 42)
    second.put(("intake", "patient", "age"), 43)
    first.save()
    with pytest.raises(FileChangedError) as told:
        second.save()
    assert str(told.value) == (
        f"{path}: STORE-01 somebody else changed the file since it was opened; nothing was written\n"
        "    open it again, then repeat"
    )
    assert told.value.exit_code == 6
    assert CaseFile.open(path).get(("intake", "patient", "age")) == 42
    first.put(("intake", "patient", "age"), 44)
    first.save()  # what one saved itself is no change of somebody else
    path.unlink()
    first.put(("intake", "patient", "age"), 45)
    with pytest.raises(FileChangedError, match="no longer there"):
        first.save()
    assert not path.exists()


def test_a_folder_that_is_busy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who holds the folder's lock is waited for, and not for ever."""
    monkeypatch.setattr(case_file, "LOCK_SECONDS", 0.02)
    file = CaseFile.open(path)
    file.put(("intake", "note"), "x")
    with (
        filelock.FileLock(path.parent / case_file.LOCK_NAME),
        pytest.raises(StoringError, match="STORE-09 another program"),
    ):
        file.save()
    assert path.read_bytes() == TEXT.encode()
    file.save()


def test_links_folders_and_what_is_missing(path: Path, tmp_path: Path) -> None:
    """A link is not replaced by a file; folders and missing files are told as when they are read."""
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    with pytest.raises(StoringError, match=r"STORE-03 this is a link to a file\n    name the file that it leads to"):
        CaseFile.open(link)
    with pytest.raises(StoringError, match="STORE-02"):
        CaseFile.create(link, {})
    with pytest.raises(CaseError, match="CASE-R02 this is a folder"):
        CaseFile.open(tmp_path)
    with pytest.raises(CaseError, match="CASE-R01 the file does not exist"):
        CaseFile.open(tmp_path / "none.yaml")
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(StoringError, match="STORE-03 this is not an ordinary file"):
        CaseFile.open(tmp_path / "pipe.yaml")
    (tmp_path / "dangling.yaml").symlink_to(tmp_path / "nowhere")
    with pytest.raises(StoringError, match="STORE-02"):
        create_file(tmp_path / "dangling.yaml", b"x")
    with pytest.raises(StoringError, match="STORE-04 the folder does not exist"):
        create_file(tmp_path / "no" / "x.yaml", b"x")


def test_a_file_marked_as_not_to_be_written(path: Path) -> None:
    """It could be replaced all the same; that is not what the mark says."""
    os.chmod(path, 0o444)
    with pytest.raises(StoringError, match="STORE-05 the file is marked"):
        CaseFile.open(path)


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "STORE-06 there is no space left"),
        (errno.EDQUOT, "STORE-06 there is no space left"),
        (errno.EROFS, "STORE-05 you are not allowed to write here"),
        (errno.EACCES, "STORE-05 you are not allowed to write here"),
        (errno.EIO, "STORE-06 the file cannot be written: Input/output error"),
    ],
)
@pytest.mark.parametrize("step", ["write", "fsync", "replace", "open"])
def test_a_disk_that_does_not_take_it(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: str, step: str
) -> None:
    """A full disk, a folder one may not write in: said plainly, the old file is whole, and nothing is left lying about."""
    file = CaseFile.open(path)
    file.put(("intake", "note"), "x")

    def refused(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr(os, step, refused)
        with pytest.raises(StoringError, match=told) as error:
            file.save()
        assert error.value.__cause__ is None
    assert path.read_bytes() == TEXT.encode()
    assert {one.name for one in path.parent.iterdir()} <= {path.name, f"{path.name}~", ".ipt-rules.lock"}
    file.save()
    assert CaseFile.open(path).get(("intake", "note")) == "x"


def test_what_could_not_be_read_back_is_not_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last check, should a change ever go wrong."""
    file = CaseFile.open(path)
    file.put(("intake", "note"), "x")
    file._sheet.text = file._sheet.text.replace("note: x", "note: y")  # type: ignore[misc]
    with pytest.raises(StoringError, match="STORE-08 what would be written could not be read back"):
        file.save()
    assert path.read_bytes() == TEXT.encode()


def test_places_that_do_not_exist(path: Path) -> None:
    """Text on the way, or a list that is shorter: told with the place, and nothing is changed."""
    file = CaseFile.open(path)
    for place in (("id", "x"), ("sessions", 3, "note"), ("sessions", "x"), ("intake", 0), ("goals", 1)):
        with pytest.raises(StoringError, match="STORE-07"):
            file.put(place, "x")
    with pytest.raises(StoringError, match="STORE-07 `intake` is no place"):
        file.append(("intake",), "x")
    with pytest.raises(StoringError, match="STORE-07"):
        file.put((), [])
    with pytest.raises(TypeError):
        file.put(("intake", "note"), object())
    assert file.text == TEXT
    assert (file.get(("intake", "x", 3)), file.get(("sessions", 0, "number"))) == (None, 1)


def test_what_is_no_case_is_not_opened(path: Path) -> None:
    """The errors are those of reading it; a change that makes it no case is told when the case is asked for."""
    file = CaseFile.open(path)
    file.put(("intake", "patient", "age"), "old")
    with pytest.raises(CaseError, match=r":7: CASE-15 `intake.patient.age` has the wrong type"):
        _ = file.case
    file.save()
    with pytest.raises(CaseError, match="CASE-15"):
        CaseFile.open(path)


def test_without_the_library_that_locks(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is opened that could not be saved; one sentence says what to install. A new file needs no lock."""
    import sys

    monkeypatch.setitem(sys.modules, "filelock", None)
    for opening in (lambda: CaseFile.open(path), lambda: CaseFile.create(path.with_name("x.yaml"), {})):
        with pytest.raises(StoringError) as told:
            opening()
        assert str(told.value) == "to change a case file, install the extra: pip install 'ipt-rules[dialogue]'"
    create_file(path.with_name("x.yaml"), b"x")


def test_no_error_quotes_a_patient(path: Path) -> None:
    """A key may be somebody's words, and is not told."""
    file = CaseFile.open(path)
    with pytest.raises(StoringError) as told:
        file.put(("intake", "she said so", "x", 3), 1)
    assert "she" not in str(told.value)
    assert "intake.?.?[3]" in str(told.value)
