"""Several patients at once: the same answers as for each alone, the most urgent first.

What stands here is taken from each recommendation; nothing is judged anew. A file that cannot be read may hold an alert, so it is
listed before everything else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ipt_rules.case import Case
from ipt_rules.errors import CaseError, Problem
from ipt_rules.quiet import Quiet
from ipt_rules.reading import read_document
from ipt_rules.recommendation import Finding, Recommendation
from ipt_rules.recommending import recommend
from ipt_rules.rulebook import Rulebook
from ipt_rules.vocabulary import ALERT_LEVELS

ENDINGS = (".yaml", ".yml", ".json")
SCHEMA_VERSION = 1
OF_A_CASE = ("schema_version", "id", "intake", "sessions")
"""A file with none of these keys is no case, and not a broken one."""
OF_AN_ANSWER = "findings"
"""What an answer of ours has, written to a file beside the cases."""
PHASES_DUE = ("hold", "overrun", "ready", "due", "offer")
PLANS_DUE = ("due", "recommend")


@dataclass(frozen=True, repr=False)
class CaseloadEntry(Quiet):
    """One case: its alerts, where it stands, and what is due next.

    `level` is that of the highest alert, `alert` what it says, `away` that the last session was missed; without an alert they are
    None and false. `ask_safety` is how many questions safety waits for, `ask_first` the head of the first. `change` is that
    of the newest PHQ-9 against the one before it. `due` holds the heads of findings, the first to read first.
    """

    _told = ("level", "ask_safety")

    file: str
    case_id: str
    level: str | None
    alert: str | None
    alerts: int
    away: bool
    ask_safety: int
    ask_first: str | None
    phase: str
    session: int
    planned_sessions: int | None
    phq9: int | None
    phq9_date: str | None
    change: int | None
    focus: str | None
    due: tuple[str, ...]
    notices: tuple[str, ...]


@dataclass(frozen=True, repr=False)
class Unread(Quiet):
    """A file that could not be read as a case or not be judged on that day, and every problem of it."""

    file: str
    problems: tuple[Problem, ...]
    message: str


@dataclass(frozen=True, repr=False)
class Caseload(Quiet):
    """Several cases on one day, the most urgent first. Its JSON is public: `schema_version` changes with its shape.

    `not_cases` are files of a folder that are plainly something else.
    """

    _told = ("on",)

    on: date
    unread: tuple[Unread, ...]
    entries: tuple[CaseloadEntry, ...]
    not_cases: tuple[str, ...]
    review_pending: bool
    rules: tuple[str, ...]
    content_hash: str
    schema_version: int = SCHEMA_VERSION


def caseload(
    cases: Sequence[Path | Case],
    rulebook: Rulebook,
    on: date,
    *,
    engine: str | None = None,
    include_drafts: bool = False,
    seen: Callable[[], None] = lambda: None,
) -> Caseload:
    """The cases of these files, folders and cases on the day `on`; `seen` is called after each.

    Of a folder its own files are taken that end as a case does; hidden files and backups are not. One that cannot be read does
    not keep the others from being told.
    """
    entries: list[CaseloadEntry] = []
    unread: list[Unread] = []
    not_cases: list[str] = []
    for one, inside in _each(cases):
        name = one.id if isinstance(one, Case) else str(one)
        try:
            case = one if isinstance(one, Case) else Case.from_file(one)
            told = recommend(case, rulebook, on, engine=engine, include_drafts=include_drafts)
            entries.append(_entry(name, told))
        except CaseError as error:
            if inside and isinstance(one, Path) and _plainly_no_case(one):
                not_cases.append(name)
            else:
                unread.append(Unread(name, error.problems, str(error)))
        seen()
    return Caseload(
        on=on,
        unread=tuple(unread),
        entries=tuple(sorted(entries, key=_urgency)),
        not_cases=tuple(not_cases),
        review_pending=any(pack.info.review == "pending" for pack in rulebook.packs),
        rules=tuple(f"{pack.name} {pack.version}" for pack in rulebook.packs),
        content_hash=rulebook.content_hash,
    )


def files_of(folder: Path) -> list[Path]:
    """The files of a folder that may be cases, by name; hidden files and backups are not among them."""
    found = (path for path in folder.iterdir() if path.suffix.lower() in ENDINGS and not path.name.startswith("."))
    return sorted(path for path in found if not path.is_dir())


def number_of(cases: Sequence[Path | Case]) -> int:
    """How many cases and files there are to look at."""
    return sum(1 for _one in _each(cases))


def _each(cases: Sequence[Path | Case]) -> Iterator[tuple[Path | Case, bool]]:
    """Every case and file once, each with whether it was found in a folder rather than named."""
    met: set[Path] = set()
    for one in cases:
        if isinstance(one, Case):
            yield one, False
            continue
        folder = one.is_dir()
        for path in files_of(one) if folder else [one]:
            if path not in met:
                met.add(path)
                yield path, folder


def _plainly_no_case(path: Path) -> bool:
    """It can be read, and has nothing that a case has; what cannot be read at all might be a case."""
    try:
        data = read_document(path).data
    except CaseError:
        return False
    return not isinstance(data, dict) or OF_AN_ANSWER in data or not any(key in data for key in OF_A_CASE)


def _urgency(entry: CaseloadEntry) -> tuple[int, bool, int, str, str]:
    """By the highest alert; then what safety needs asked, the number of alerts, and the name."""
    level = ALERT_LEVELS.index(entry.level) if entry.level else len(ALERT_LEVELS)
    return level, not entry.ask_safety, -entry.alerts, entry.case_id, entry.file


def _entry(file: str, told: Recommendation) -> CaseloadEntry:
    first = told.alerts[0] if told.alerts else None
    asked = [one for one in told.gaps if one.section == "safety"]
    phase, scores = told.phase, told.progress.get("history", ())
    newest = scores[-1] if scores else {}
    return CaseloadEntry(
        file=file,
        case_id=told.case_id,
        level=str(first.content["level"]) if first else None,
        alert=first.summary if first else None,
        alerts=len(told.alerts),
        away=bool(first and first.content.get("away")),
        ask_safety=len(asked),
        ask_first=asked[0].summary if asked else None,
        phase=str(phase["phase"]),
        session=int(phase.get("session_number") or 0),
        planned_sessions=phase.get("planned_sessions"),
        phq9=newest.get("total"),
        phq9_date=newest.get("date"),
        change=scores[-1]["total"] - scores[-2]["total"] if len(scores) > 1 else None,
        focus=told.focus.primary if told.focus.status == "agreed" else None,
        due=_due(told),
        notices=told.notices,
    )


def _due(told: Recommendation) -> tuple[str, ...]:
    """The heads of what is due: in the phase, then referrals, reviews, plans, and what is to be asked or measured."""
    ranks = ((_rank(one), place) for place, one in enumerate(told.findings))
    ranked = sorted((rank, place) for rank, place in ranks if rank is not None)
    heads = dict.fromkeys(told.findings[place].summary for _its_rank, place in ranked)
    return tuple(heads)


def _rank(finding: Finding) -> int | None:
    """What is due first, by the kind of finding; None for what is not due."""
    if not finding.prominent:
        return None
    kind, status = finding.conclusion, finding.content.get("status")
    if kind == "phase" and status in PHASES_DUE:
        return 1
    if kind == "refer":
        return 2
    if kind == "review":
        return 3
    if kind == "plan" and status in PLANS_DUE:
        return 4
    return 5 if kind == "ask" and finding.section == "progress" else None
