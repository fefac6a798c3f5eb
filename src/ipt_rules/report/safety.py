"""The beginning of the page: the alerts, which nothing outranks, what else safety needs, and what to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ipt_rules.markup import Html, el, joined, link
from ipt_rules.recommendation import Finding
from ipt_rules.render import wording
from ipt_rules.render.sections import no_alert, people_unnamed
from ipt_rules.report.icons import alert_icon
from ipt_rules.report.material import Material
from ipt_rules.report.notes import Notes
from ipt_rules.report.saying import cautioned, considered, points
from ipt_rules.timeline_alerts import by_matter
from ipt_rules.translation import _


def alerts(material: Material, notes: Notes) -> Html:
    """Every alert, those about one matter in one box; then what else safety needs done."""
    recommendation = material.recommendation
    boxes = [_box(group, material, notes) for group in by_matter(recommendation.alerts).values()]
    beside = [one for one in recommendation.findings if one.section == "safety" and one.conclusion != "ask"]
    return joined(
        [
            (el("p", notice, class_="notice") for notice in recommendation.notices),
            boxes or el("p", no_alert(), class_="none"),
            el("p", _("No rule speaks of what was not recorded."), class_="small") if not boxes else None,
            el("h3", _("Also for safety")) if beside else None,
            points(beside, notes) if beside else None,
        ]
    )


def _box(group: Sequence[Finding], material: Material, notes: Notes) -> Html:
    """One matter: the highest alert about it leads, each of the others has its own reason and footnote."""
    first, *others = group
    level = str(first.content["level"])
    words = el("p", alert_icon(level), " ", wording.level_words(first.content), class_="level")
    told = (_alert(one, notes, "h4", level) for one in others)
    return el(
        "article",
        words,
        _alert(first, notes, "h3", level),
        _since(first, material),
        told,
        class_="alert",
        data_level=level,
    )


def _alert(alert: Finding, notes: Notes, heading: str, above: str) -> Html:
    """An alert with all that it says; its level in words where the box has another."""
    level = str(alert.content["level"])
    words = "" if level == above else f"{wording.level_words(alert.content)}: "
    return joined(
        [
            el(heading, words, alert.summary, notes.of([alert])),
            el("p", alert.rationale),
            considered([alert]),
            cautioned(alert.cautions),
        ]
    )


def _since(alert: Finding, material: Material) -> Html | None:
    """Since which contact the matter has stood without a break."""
    stop = material.first_told(alert.matter)
    if stop is None or stop is material.stops[-1]:
        return None
    told = _("Alerts about this have stood since {contact}, {day}.")
    return el("p", told.format(contact=contact_name(stop.contact.number), day=stop.contact.date), class_="small")


def contact_name(number: int) -> str:
    """A contact for reading; 0 is the intake."""
    return _("session {number}").format(number=number) if number else _("the intake")


def to_ask(material: Material, notes: Notes) -> Html:
    """What is asked first, under what it is needed for."""
    asked = [one for one in material.recommendation.gaps if one.prominent]
    if asked:
        return questions(asked, notes)
    if not material.recommendation.gaps:
        return el("p", _("No rule asks for anything now."))
    return el("p", _("Nothing that comes first. Other questions wait: "), link("not-known", _("Not known")), ".")


def questions(asked: Iterable[Finding], notes: Notes) -> Html:
    """Questions in the words that may be used, for safety first; one that several rules wait for stands once."""
    needs: dict[str, dict[str, list[Finding]]] = {}
    for one in sorted(asked, key=lambda one: one.section != "safety"):
        same = str(one.content["question"])
        needs.setdefault(str(one.content["needed_for"]), {}).setdefault(same, []).append(one)
    return joined(_need(need, told, notes) for need, told in needs.items())


def _need(need: str, told: dict[str, list[Finding]], notes: Notes) -> Html:
    items = (el("li", list(_question(words, group, notes))) for words, group in told.items())
    return joined([el("h3", wording.NEEDS[need]), el("ul", items, class_="questions")])


def _question(words: str, group: Sequence[Finding], notes: Notes) -> Iterator[Html]:
    yield el("p", el("strong", words), _about(words, group), notes.of(group), class_="head")
    reasons = {one.rule_id: one.rationale for one in reversed(group) if one.rationale}  # whom else, the question says
    yield from (el("p", one, class_="small") for one in dict.fromkeys(reversed(reasons.values())))
    lines = considered(group)
    if lines:
        yield lines


def _about(words: str, group: Sequence[Finding]) -> str:
    """The people a question is about, where it does not name them."""
    unnamed = people_unnamed(group, words)
    return _(" (about: {people})").format(people=", ".join(unnamed)) if unnamed else ""
