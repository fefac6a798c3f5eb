"""The footnotes: each rule that speaks on the page has one, with its sources, its places in the record and its limits.

Numbered in the order in which they are first named, and linked both ways. A note is made for whatever names it, so that
no statement stands on the page without one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ipt_rules.citations import Citation
from ipt_rules.finding import citations
from ipt_rules.markup import Html, el, joined, link
from ipt_rules.plans import PlanPart
from ipt_rules.recommendation import Finding
from ipt_rules.render import wording
from ipt_rules.rulebook import Rulebook
from ipt_rules.translation import _


@dataclass
class _Note:
    number: int
    name: str  # of what the note is: the title of a rule, or of what else is told
    rule: str = ""
    version: int | None = None
    review: str = ""
    statements: dict[str, None] = field(default_factory=dict)
    citations: dict[str, Citation] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    places: int = 0  # how often the page has named it


class Notes:
    """Gathers the notes of one page while its parts are made."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self._notes: dict[str, _Note] = {}

    def of(self, findings: Iterable[Finding]) -> Html:
        """The marks for what these findings say; one for each rule behind them."""
        by_rule: dict[str, list[Finding]] = {}
        for finding in findings:
            by_rule.setdefault(finding.rule_id, []).append(finding)
        return joined(self._of_rule(rule, told) for rule, told in by_rule.items())

    def _of_rule(self, rule: str, told: Sequence[Finding]) -> Html:
        first = told[0]
        title = self.rulebook.rules[rule].title if rule in self.rulebook.rules else rule
        note = self._note(f"rule {rule}", title)
        note.rule, note.version, note.review = rule, first.rule_version, first.review
        for one in told:
            note.statements.update(dict.fromkeys(one.statements))
            note.citations.update({str(cite): cite for cite in one.references})
            note.findings += [one] if one not in note.findings else []
        return self._mark(note)

    def statements(self, name: str, ids: Iterable[str]) -> Html:
        """The mark for what rests on statements and on no rule, such as a cut-off of a questionnaire."""
        note = self._note(f"statements {name}", name)
        note.statements.update(dict.fromkeys(ids))
        note.citations.update({str(cite): cite for cite in citations(tuple(note.statements), self.rulebook)})
        return self._mark(note)

    def part(self, part: PlanPart) -> Html:
        """The mark for a part of a plan."""
        return self.statements(part.title, part.statements)

    def _note(self, key: str, name: str) -> _Note:
        return self._notes.setdefault(key, _Note(len(self._notes) + 1, name))

    @staticmethod
    def _mark(note: _Note) -> Html:
        note.places += 1
        mark = el(
            "a",
            str(note.number),
            href=f"#note-{note.number}",
            id=f"mark-{note.number}-{note.places}",
            role="doc-noteref",
            aria_label=_("Source {number}").format(number=note.number),
        )
        return el("sup", mark)

    @property
    def told(self) -> list[Finding]:
        """All findings that have a mark on the page so far."""
        return [finding for note in self._notes.values() for finding in note.findings]

    def listed(self) -> Html:
        """All notes in order, each with links back to where it is named, then the works that they cite."""
        return joined(
            [
                el("p", _("No clinician has reviewed a rule unless its note says so.")),
                el("ol", (self._listed(one) for one in self._notes.values()), class_="notes"),
                el("h3", _("Works cited")),
                el("ul", self._works(), class_="works"),
            ]
        )

    def _listed(self, note: _Note) -> Html:
        first = el("p", el("strong", note.name), ". ", joined(_about(note), " "), " ", joined(_back(note), " "))
        limits = (el("p", one, class_="small") for one in _limits(note))
        return el("li", first, limits, id=f"note-{note.number}", value=note.number)

    def _works(self) -> Iterator[Html]:
        """Every work that a note cites, in full and once, by its name."""
        cited = {one.key: one for note in self._notes.values() for one in _shown(note)}
        for one in sorted(cited.values(), key=lambda one: (one.cite.casefold(), one.key)):
            yield el("li", f"{one.cite}{wording.read_as_in_words(one.read_as)}", id=f"work-{one.key}")


def _shown(note: _Note) -> list[Citation]:
    """The works that a reader can look up."""
    return [one for one in note.citations.values() if not wording.NOT_ON_SCREEN.fullmatch(one.key)]


def _about(note: _Note) -> Iterator[str]:
    yield joined([_("Source: "), _sources(note), "."])
    places = wording.places_in_short(note.findings)
    if places:
        yield _("In the record: {places}.").format(places=places)
    if note.rule:
        reviewed = "" if note.review == "pending" else _("; reviewed: {review}").format(review=note.review)
        version = _(", version {version}").format(version=note.version)
        yield joined([_("Rule"), " ", el("code", note.rule), version, reviewed, "."])
    if note.statements:
        yield _("Statements {statements}.").format(statements=", ".join(note.statements))


def _sources(note: _Note) -> Html:
    """The works of a note in short, each with the place in it where one is known, and a link to it in full."""
    shown = _shown(note)
    if not shown:
        lay = any(one.key != "design" for one in note.citations.values())
        return joined([wording.no_source(lay=lay)])
    links = {f"{one.key} {one.at}": link(f"work-{one.key}", wording.short_cite(one)) for one in shown}
    return joined(links.values(), "; ")


def _limits(note: _Note) -> Iterator[str]:
    """All its cautions: the page tells those of an alert, and of other findings the first."""
    cautions = dict.fromkeys(line for one in note.findings for line in one.cautions)
    if cautions:
        yield _("Limits: {limits}").format(limits=" ".join(cautions))


def _back(note: _Note) -> Iterator[Html]:
    for place in range(1, note.places + 1):
        several = note.places > 1
        told = _("Back to the text, place {place}").format(place=place) if several else _("Back to the text")
        shown = f"↩\N{NO-BREAK SPACE}{place}" if several else "↩"
        yield el("a", shown, href=f"#mark-{note.number}-{place}", role="doc-backlink", aria_label=told, class_="back")
