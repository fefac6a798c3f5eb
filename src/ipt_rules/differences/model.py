"""What a comparison of two versions comes to, as plain frozen data. Its JSON is public: `SCHEMA_VERSION` changes with it."""

from __future__ import annotations

from dataclasses import dataclass, field

SCHEMA_VERSION = 1
ALERT_CHANGES = ("lost", "lowered", "covered", "raised", "gained")
"""What can happen to an alert, from what must be seen first to last. One that is covered is gone, and another of at least
its level speaks of the same matter."""

JUDGES = ("own", "installed")
"""Whose code judged a side: that of the version itself, or that of this installation."""

Lines = tuple[str, ...]


@dataclass(frozen=True)
class Side:
    """One of the two versions. `kind` is commit, folder, checkout or wheel; `judge` is one of JUDGES.

    `code` is the version of the code that judged it and `code_hash` a digest of that code. `why_not_own` says why its
    own code did not judge it, where it has any.
    """

    name: str
    kind: str
    commit: str | None
    packs: Lines
    content_hash: str
    judge: str
    code: str
    code_hash: str
    why_not_own: str = ""


@dataclass(frozen=True)
class Change:
    """A part that differs: what stood there and stands there now. Of several lines, those that are not in both."""

    part: str
    before: Lines
    after: Lines


@dataclass(frozen=True)
class Difference:
    """One thing that is said differently about a case. `what` is new, gone or changed; `head` is the thing in short.

    `alert` is one of ALERT_CHANGES where the alert itself changes, `level` its higher level of the two. `cause` says what
    became of its rule, as in `EntryChange`; `elsewhere` where the rule is the same, empty where it comes from no single
    rule. `contacts` are the sessions at which it is so, 0 for the intake.
    """

    topic: str
    what: str
    head: str
    rule_id: str | None = None
    subject: str | None = None
    changes: tuple[Change, ...] = ()
    alert: str | None = None
    level: str | None = None
    note: str = ""
    cause: str = ""
    contacts: tuple[int, ...] = ()


@dataclass(frozen=True)
class CaseDifferences:
    """A case that is told something else; `file` is its file as it was named."""

    file: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class NotCompared:
    """A file about which a side could say nothing, and why; `sides` are old, new or both."""

    file: str
    sides: Lines
    problems: Lines


@dataclass(frozen=True)
class EntryChange:
    """A rule or an entry of a shared file. `what` is new, gone or changed.

    Of a rule it may also be `parameter`: it is the same, and reads one with another value; or `background`: only title,
    purpose, sources, examples or review changed. `notes` are for whoever keeps the rulebook, such as a version that was
    not raised.
    """

    kind: str
    id: str
    what: str
    title: str = ""
    changes: tuple[Change, ...] = ()
    notes: Lines = ()


@dataclass(frozen=True)
class Differences:
    """All of it. `cases` holds those that are told something else, alerts first; `compared` counts all.

    `parameters` is the file of what a site sets on both sides. `no_cases` are files that neither side could read and that
    never were cases; `notes` say what was not compared.
    """

    old: Side
    new: Side
    on: str | None
    every_contact: bool
    parameters: str | None
    compared: int
    cases: tuple[CaseDifferences, ...]
    not_compared: tuple[NotCompared, ...]
    no_cases: Lines
    rules: tuple[EntryChange, ...]
    shared: tuple[EntryChange, ...]
    notes: Lines = ()
    schema_version: int = field(default=SCHEMA_VERSION)

    @property
    def told_otherwise(self) -> bool:
        """Whether any case is told something else, or can be read by one side only."""
        return bool(self.cases) or any(len(one.sides) == 1 for one in self.not_compared)
