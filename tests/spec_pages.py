"""What the tests of the living document share: small checkouts to make it from, and a reader of its page."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = {"meta", "link", "input", "br", "col", "wbr"}

FEATURE = '''@rule:item-9-enquire
Feature: All that Gherkin has
  Said of SAF-03 and <b>of markup</b>.

  A second paragraph.

  Background: Who comes
    Given a patient at intake

  Scenario: Before any rule
    A word of its own.
    Given these answers:
      | item     | answer |
      | a \\| b  | <3     |
    When the letter reads:
      """markdown
      Dear "colleague",
        <script>alert(1)</script>
      """
    Then it says "something"

  Rule: A rule & its block

    Background:
      Given a background of the rule

    @statement:SAF-03
    Scenario Outline: A row of <what>
      Given <what> & <how>
      Then it says nothing of this

      @statement:SAF-04
      Examples: The first
        | what | how |
        | one  | a   |
        | two  | b   |

      Examples:
        | what  | how |
        | three | c   |
'''
"""Every part of a feature, with all that might be taken for markup."""


def checkout(root: Path, **features: str) -> Path:
    """A folder with a chapter of features, by their names."""
    folder = root / "features" / "01-one"
    folder.mkdir(parents=True)
    for name, text in features.items():
        (folder / f"{name}.feature").write_text(text, encoding="utf-8")
    return root


@dataclass
class Element:
    """An element with what is in it."""

    name: str
    attributes: dict[str, str | None]
    inner: list[Element] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())

    @property
    def classes(self) -> list[str]:
        return (self.attributes.get("class") or "").split()

    def all(self, name: str = "", class_: str = "") -> list[Element]:
        """Every element below, of that name and class, in the order of the page."""
        found = []
        for one in self.inner:
            if (not name or one.name == name) and (not class_ or class_ in one.classes):
                found.append(one)
            found += one.all(name, class_)
        return found

    def has(self, place: str) -> Element:
        """The element with that id."""
        (found,) = [one for one in self.all() if one.attributes.get("id") == place]
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("page", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        one = Element(tag, dict(attrs))
        assert len(one.attributes) == len(attrs), f"an attribute stands twice: {attrs}"
        self.open[-1].inner.append(one)
        if tag not in VOID:
            self.open.append(one)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        for one in self.open:
            one.texts.append(data)


def read(page: str) -> Element:
    """A page as its elements; one that is not closed, or in another's place, is an error."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    (whole,) = reader.open
    return whole
