"""`Finding` and `Recommendation`, and the one policy by which findings are ordered and held back (`assemble`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ipt_rules.citations import Citation as Citation
from ipt_rules.plans import Plans
from ipt_rules.quiet import Quiet
from ipt_rules.sections import LAST_IN_SECTION, SECTIONS, section_of
from ipt_rules.vocabulary import ALERT_LEVELS

URGENCIES = ("critical", "warning", "info")
SCHEMA_VERSION = 1
ALL_TECHNIQUES = "all-techniques"
"""The topic by which a rule blocks every technique until a question is answered (R-S08)."""

Matter = tuple[str, str | None]
"""What an alert is about, and whom it concerns: several alerts may speak of one matter."""


@dataclass(frozen=True)
class FactUsed:
    """A fact that a finding rests on: its kind and its places in the input. No values: the input holds them."""

    name: str
    kind: str
    places: tuple[str, ...]


@dataclass(frozen=True, repr=False)
class Finding(Quiet):
    """One thing a rule says about this case. `content` is the conclusion's own part, such as the level of an alert."""

    _told = ("rule_id", "conclusion", "urgency")

    rule_id: str
    rule_version: int
    chapter: str
    conclusion: str
    urgency: str
    summary: str
    rationale: str
    consider: tuple[str, ...] = ()
    content: Mapping[str, Any] = field(default_factory=dict)
    subject: str | None = None
    person: str | None = None
    who: str | None = None  # the person for reading
    done: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    facts: tuple[FactUsed, ...] = ()
    statements: tuple[str, ...] = ()
    references: tuple[Citation, ...] = ()
    cautions: tuple[str, ...] = ()
    review: str = "pending"
    prominent: bool = False  # read first (prominence.py); whatever is not waits, and is counted

    @property
    def section(self) -> str:
        """What it is read in: one of SECTIONS."""
        return section_of(self.conclusion, self.chapter, self.content)

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from other findings of one recommendation: the rule and the subject."""
        return self.rule_id, self.subject or ""

    @property
    def matter(self) -> Matter:
        """Of an alert: what it is about, and whom it concerns."""
        return str(self.content["about"]), self.person


@dataclass(frozen=True, repr=False)
class Held(Quiet):
    """A finding that is not advised now, and the rules because of which."""

    _told = ("because",)

    finding: Finding
    because: tuple[str, ...]


@dataclass(frozen=True, repr=False)
class Argument(Quiet):
    """One argument about an area as counted: points are signed, `counted` is false where another one stands for it."""

    _told = ("rule_id", "area", "points")

    rule_id: str
    area: str
    subject: str
    points: int
    counts_as: str
    counted: bool
    summary: str
    rationale: str


@dataclass(frozen=True, repr=False)
class Candidate(Quiet):
    """An area with its best subject: score, whether it qualifies, and all arguments for and against."""

    _told = ("area", "score", "rank")

    area: str
    subject: str
    about: str
    score: int
    has_strong: bool
    is_candidate: bool
    rank: int
    lead: int
    arguments: tuple[Argument, ...]
    set_aside: bool = False  # no focus area at this site (CON-04)


@dataclass(frozen=True, repr=False)
class FocusGap(Quiet):
    """A missing answer that could change the choice: the question's topic, and what it could do to the points of the area.

    `points` are the most that it could add; below nought, the most that it could take away; nought, where it could open
    an entry that is not there yet, with arguments of its own.
    """

    _told = ("topic", "area", "points")

    topic: str
    question: str
    area: str
    points: int
    rank: int
    rule_ids: tuple[str, ...]
    answers: str = ""


@dataclass(frozen=True, repr=False)
class SignAnswer(Quiet):
    """A sign of danger and the latest answer: yes, no, or None while nobody recorded either.

    Of what holds for a whole life a yes stays; a no about violence counts when it was given alone.

    `on` is the day of the contact that recorded it; `fields` are where it can be recorded, in any contact.
    """

    _told = ("sign",)

    sign: str
    name: str
    answer: str | None
    on: date | None
    fields: tuple[str, ...]


@dataclass(frozen=True, repr=False)
class FocusChoice(Quiet):
    """The choice of focus. `status` is agreed, recommended, tie, lean or none.

    `primary_subject` is the key of the person, event or pattern that it is about, `primary_about` the same for reading.
    """

    _told = ("status", "primary")

    status: str
    primary: str | None
    primary_about: str | None
    secondary: str | None
    confidence: str | None
    confidence_reasons: tuple[str, ...]
    candidates: tuple[Candidate, ...]
    gaps: tuple[FocusGap, ...] = ()
    tied: tuple[str, ...] = ()
    primary_subject: str | None = None


@dataclass(frozen=True, repr=False)
class TechniqueAdvice(Quiet):
    """A technique of the catalogue for the next session, or blocked and why.

    `lately` says what came of one that did not work; `waits_for` names what must be known first, as topics of `unknown`.
    """

    _told = ("id",)

    id: str
    name: str
    how: str
    why: str
    rule_ids: tuple[str, ...]
    person: str | None = None
    who: str | None = None  # the person for reading
    not_when: str | None = None
    lately: str | None = None
    waits_for: tuple[str, ...] = ()
    blocked_by: tuple[str, ...] = ()
    blocked_why: tuple[str, ...] = ()


@dataclass(frozen=True, repr=False)
class News(Quiet):
    """A finding beside an earlier contact: `why` is `new`, `level` or `words` (other than then), `released` (held back
    then and not now), `gone` or `standing`. `before` is what was said then, `level` that of an alert.
    """

    _told = ("rule_id", "why")

    rule_id: str
    subject: str | None
    conclusion: str
    why: str
    summary: str
    before: str | None = None
    level: str | None = None


@dataclass(frozen=True, repr=False)
class Since(Quiet):
    """What is new since an earlier contact (0 is the intake), and what was said then and is not now.

    `standing` are the alerts that stood then and stand now: not new, and no less an alert. An alert is in `gone` only
    when no other alert speaks of its matter.
    """

    _told = ("session",)

    session: int
    date: date
    new: tuple[News, ...]
    standing: tuple[News, ...]
    gone: tuple[News, ...]


@dataclass(frozen=True, repr=False)
class Recommendation(Quiet):
    """What is said about one case on one day. Its JSON is public: `schema_version` changes with its shape.

    `findings` are ordered as a therapist should read them; `alerts` and `gaps` are views of the same findings. `since`
    is there when it was compared with an earlier contact. `notices` say what of the case is not part of the answer; they
    are read with the alerts. `danger_signs` are all that could be told, with what was: a blank is no *no*.
    """

    _told = ("on", "engine")

    case_id: str
    on: date
    phase: Mapping[str, Any]
    focus: FocusChoice
    findings: tuple[Finding, ...]
    held: tuple[Held, ...]
    techniques: tuple[TechniqueAdvice, ...]
    blocked_techniques: tuple[TechniqueAdvice, ...]
    progress: Mapping[str, Any]
    rulebook: Mapping[str, Any]
    engine: str
    notices: tuple[str, ...] = ()
    since: Since | None = None
    plans: Plans = field(default_factory=Plans)
    danger_signs: tuple[SignAnswer, ...] = ()
    schema_version: int = SCHEMA_VERSION

    def of(self, *conclusions: str) -> tuple[Finding, ...]:
        """The findings with one of these conclusions, in order."""
        return tuple(finding for finding in self.findings if finding.conclusion in conclusions)

    @property
    def alerts(self) -> tuple[Finding, ...]:
        return self.of("alert")

    @property
    def gaps(self) -> tuple[Finding, ...]:
        """What is not known, as questions."""
        return self.of("ask")

    @property
    def plan(self) -> tuple[Finding, ...]:
        return self.of("plan")

    @property
    def before_focus(self) -> tuple[str, ...]:
        """What is to be read before any area is offered as the focus, such as that violence is told of the person."""
        first = (one for one in self.findings if one.section == "focus" and one.content.get("first"))
        return tuple(dict.fromkeys(one.summary for one in first if one.conclusion not in LAST_IN_SECTION))


def assemble(findings: Sequence[Finding], chapters: Sequence[str]) -> tuple[tuple[Finding, ...], tuple[Held, ...]]:
    """The policy, in one place (docs/adr): what is shown, in which order, and what is held back because of which rule.

    Findings stand in the order of SECTIONS: alerts, what safety needs done and asked, suitability and referral, phase,
    focus, progress, techniques, ending, maintenance, notes. Inside a section what is to be seen first leads, notes
    and then questions end it; between them urgency, level of alert, chapter, rule id and subject decide. A question
    stands in the section that waits for its answer.

    Alerts come first and are never held. An alert that holds `all` holds every technique suggestion; one that holds
    `listed` holds what it lists. A block of ALL_TECHNIQUES holds every suggestion too. Nothing is dropped: what is held
    is listed with its reason.
    """
    holders = [finding for finding in findings if holds_all(finding)]
    shown, held = [], []
    for finding in findings:
        if finding.conclusion == "suggest" and holders:
            held.append(Held(finding, tuple(sorted({holder.rule_id for holder in holders}))))
        else:
            shown.append(finding)
    place = {chapter: index for index, chapter in enumerate(chapters)}
    return tuple(sorted(shown, key=lambda one: _order(one, place))), tuple(sorted(held, key=lambda h: h.finding.key))


def holds_all(finding: Finding) -> bool:
    """Whether it keeps back every suggestion of a technique."""
    if finding.conclusion == "alert":
        return bool(finding.content["holding"] == "all")
    return finding.conclusion == "block" and ALL_TECHNIQUES in finding.content["techniques"]


def _order(finding: Finding, place: Mapping[str, int]) -> tuple[int, bool, int, int, int, bool, int, str, str]:
    first = bool(finding.content.get("first", False))
    alert = finding.conclusion == "alert"  # among alerts the level comes before anything else
    return (
        SECTIONS.index(finding.section),
        not (first and not alert),
        LAST_IN_SECTION.index(finding.conclusion) + 1 if finding.conclusion in LAST_IN_SECTION else 0,
        URGENCIES.index(finding.urgency),
        _level(finding),
        not (first and alert),
        place[finding.chapter],
        finding.rule_id,
        finding.subject or "",
    )


def _level(finding: Finding) -> int:
    return ALERT_LEVELS.index(finding.content["level"]) if finding.conclusion == "alert" else 0


def blocked_topics(findings: Iterable[Finding]) -> Iterator[tuple[str, str | None, Finding]]:
    """What alerts and blocks keep back by name: technique or topic, for whom (None: for anybody), and the finding."""
    for finding in findings:
        if finding.conclusion == "alert" and finding.content["holding"] == "listed":
            yield from ((one, finding.person, finding) for one in finding.content["held"])
        elif finding.conclusion == "block":
            yield from ((one, finding.person, finding) for one in finding.content["techniques"])
