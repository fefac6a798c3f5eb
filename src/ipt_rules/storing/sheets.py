"""A document that is being changed: its text and its data, always in step. YAML keeps its text, JSON is written anew."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any, Protocol

from ipt_rules.case.checks import is_ours
from ipt_rules.errors import CaseError
from ipt_rules.reading import Document, parse_document
from ipt_rules.storing.plain import Place, with_value, without


class Unwritable(Exception):
    """A change that could not be written so that it is read back as it was meant."""


class Sheet(Protocol):
    """What `CaseFile` needs of a document."""

    @property
    def data(self) -> dict[str, Any]: ...
    @property
    def text(self) -> str: ...
    def put(self, place: Place, value: Any) -> None:
        """Set a place that is there, or one step beyond. Raises Unwritable, and then nothing is changed."""

    def remove(self, place: Place) -> None:
        """Remove a place that is there. Raises Unwritable, and then nothing is changed."""


def sheet(text: str, path: str) -> Sheet:
    """The document in a text; the ending of its path tells JSON from YAML, as when it is read."""
    document = read(text, path) if text.strip() else None
    data = document.data if document is not None else {}
    if is_json(text, path):
        return JsonSheet(data, text)
    return YamlSheet(data, text, path)


def is_json(text: str, path: str) -> bool:
    """Whether a file is JSON: by its ending, else by how it begins."""
    ending = Path(path).suffix.lower()
    if ending in (".json", ".yaml", ".yml"):
        return ending == ".json"
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def read(text: str | bytes, path: str) -> Document:
    """The document in a text, with the limits and errors of a case file."""
    return parse_document(text, path, code="CASE", error=CaseError, quotable=is_ours)


def same(one: Any, other: Any) -> bool:
    """Whether two documents hold the same, types included: 1 is neither `"1"` nor true."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


class YamlSheet:
    """A YAML text: one place of it changes at a time, and is read back at once."""

    def __init__(self, data: dict[str, Any], text: str, path: str) -> None:
        self.data = data
        self.text = text
        self._path = path

    def put(self, place: Place, value: Any) -> None:
        wanted = copy.deepcopy(self.data)
        with_value(wanted, place, copy.deepcopy(value))
        self._change(wanted, "put", place, value)

    def remove(self, place: Place) -> None:
        wanted = copy.deepcopy(self.data)
        without(wanted, place)
        self._change(wanted, "remove", place)

    def _change(self, wanted: dict[str, Any], change: str, place: Place, *value: Any) -> None:
        """Written plainly, and where that is not read back as it was meant, with quotes around every new text."""
        from ipt_rules.storing.yaml_edit import Editor, Unfit

        for cautious in (False, True):
            try:
                text = getattr(Editor(self.text, cautious=cautious), change)(place, *value)
                if same(read(text, self._path).data, wanted):
                    self.text, self.data = text, wanted
                    return
            except (Unfit, CaseError):
                continue
        raise Unwritable


class JsonSheet:
    """JSON, written anew with the indent it had."""

    def __init__(self, data: dict[str, Any], text: str) -> None:
        self.data = data
        found = re.match(r'\s*\{\s*?\n([ \t]+)"', text)
        self._indent: str | None = found.group(1) if found else "  " if not text.strip() else None
        self._ends = text[len(text.rstrip()) :] if text.strip() else "\n"
        self._break = "\r\n" if "\r\n" in text else "\n"
        self._compact = (",", ":") if self._indent is None and '": ' not in text else None
        self._written: str | None = text

    @property
    def text(self) -> str:
        if self._written is None:
            made = json.dumps(self.data, ensure_ascii=False, indent=self._indent, separators=self._compact)
            self._written = made.replace("\n", self._break) + self._ends
        return self._written

    def put(self, place: Place, value: Any) -> None:
        self._checked(value)
        with_value(self.data, place, copy.deepcopy(value))
        self._written = None

    def remove(self, place: Place) -> None:
        without(self.data, place)
        self._written = None

    def _checked(self, value: Any) -> None:
        try:
            if not same(read(json.dumps({"value": value}, ensure_ascii=False), ".json").data["value"], value):
                raise Unwritable
        except CaseError:
            raise Unwritable from None
