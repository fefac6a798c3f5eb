"""The words around a recommendation: levels, phases, the choice of focus and its confidence, sources in short."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ipt_rules import vocabulary as words
from ipt_rules.facts.base import Value
from ipt_rules.finding import shown
from ipt_rules.recommendation import Citation, Finding, FocusChoice, FocusGap, Recommendation
from ipt_rules.translation import N_, Words, _, counted

LEVELS: Mapping[str, tuple[str, str, str]] = {
    "1": ("!!", "alert", N_("ACT NOW")),
    "2": ("!!", "alert", N_("TODAY")),
    "3": ("!", "warning", N_("ASK IN THIS SESSION")),
    "caution": ("!", "warning", N_("CAUTION")),
}
"""For each level of alert its mark, its tone and its words (SAF-01); `level_words` says them."""

AT_NEXT_CONTACT = N_("ASK AT THE NEXT CONTACT")
"""What level 3 says of somebody who missed the last session."""

PHASES: Mapping[str, str] = Words(
    {
        "not-started": N_("Not started"),
        "initial": N_("Initial phase"),
        "middle": N_("Middle phase"),
        "ending": N_("Ending"),
        "maintenance": N_("Maintenance"),
        "finished": N_("Finished"),
    }
)
STATUSES: Mapping[str, str] = Words(
    {
        "agreed": N_("Agreed focus"),
        "recommended": N_("Focus to consider"),
        "tie": N_("A tie"),
        "lean": N_("Leaning towards"),
        "none": N_("No area stands out yet"),
    }
)
BY_ARGUMENTS_ALONE = N_("By the arguments alone")
CONFIDENCE: Mapping[str, str] = Words({"low": N_("low"), "medium": N_("medium"), "high": N_("high")})
CONFIDENCE_REASONS: Mapping[str, str] = Words(
    {
        "lead-small": N_("the lead over the next area is small"),
        "inventory-incomplete": N_("the interpersonal inventory is incomplete"),
        "inventory-empty": N_("no relationship is recorded yet"),
        "agreement-not-recorded": N_("the person's agreement is not recorded"),
        "onset-not-known": N_("it is not known when the episode began"),
        "event-date-not-known": N_("it is not known when the event was"),
        "isolation-unexplained": N_("isolation is recorded that none of the three areas explains"),
    }
)
IMPLIED = {"inventory-empty": "inventory-incomplete"}
"""A reason that says another one, which is then left out."""

NEEDS: Mapping[str, str] = Words(
    {
        "safety": N_("For safety"),
        "course": N_("For the course of treatment"),
        "phase": N_("For formulation, goals and contract"),
        "focus": N_("For the focus"),
        "progress": N_("For progress"),
        "techniques": N_("For the next session"),
        "ending": N_("For the ending"),
        "maintenance": N_("For maintenance"),
    }
)
"""What a question is needed for."""

PLAN_STATUS: Mapping[str, str] = Words(
    {
        "due": N_("due now"),
        "open": N_("still open"),
        "offer": N_("to offer"),
        "recommend": N_("to recommend"),
        "done": N_("done"),
    }
)
NOT_ON_SCREEN = re.compile(r"design|S\d")
"""Sources that a reader cannot look up: our own rule, and the lay pages the protocol started from."""

READ_AS: Mapping[str, str] = Words(
    {
        "memory": N_("cited from memory, not read again"),
        "mirror": N_("read in a copy elsewhere"),
        "abstract": N_("only the abstract was read"),
        "excerpt": N_("only an excerpt was read"),
        "opening": N_("only the opening was read"),
        "case": N_("read as a chapter with a case"),
        "chapter": N_("one chapter was read"),
        "table": N_("one table was read"),
        "summary": N_("only a summary was read"),
        "secondary": N_("read in a second-hand source"),
        "tertiary": N_("read in a third-hand source"),
        "own": N_("our own rule"),
    }
)
"""How much of a source was read, in words; a page that was read says nothing."""

OWN_RULE = N_("our own working rule")
GENERAL = N_("general descriptions of IPT")
SOURCES_SHOWN = 1
PLACES_SHOWN = 3


def level_words(content: Mapping[str, Any]) -> str:
    """The words for the level of an alert, from its content.

    >>> level_words({"level": "3"}), level_words({"level": "3", "away": True}), level_words({"level": "2", "away": True})
    ('ASK IN THIS SESSION', 'ASK AT THE NEXT CONTACT', 'TODAY')
    """
    level = str(content["level"])
    return _(AT_NEXT_CONTACT if level == "3" and content.get("away") else LEVELS[level][2])


def reminder(recommendation: Recommendation) -> str:
    """How many alerts stand at the top, and the highest; empty without one."""
    if not recommendation.alerts:
        return ""
    first, number = recommendation.alerts[0], len(recommendation.alerts)
    told = counted("{number} alert stands at the top", "{number} alerts stand at the top", number)
    return _("{mark} {told}, the highest: {level}").format(
        mark=LEVELS[str(first.content["level"])][0], told=told, level=level_words(first.content)
    )


def area_name(area: str, about: str | None = None) -> str:
    """An area for reading, with the person or event it is about.

    >>> area_name("grief", "mother (parent)")
    'Grief, mother (parent)'
    """
    name = _(words.AREA_NAMES.get(area, area))
    return f"{name}, {about}" if about else name


def phase_sentence(phase: Mapping[str, object]) -> str:
    """Where the treatment stands: phase, how that is known, session now and next."""
    name = PHASES.get(str(phase.get("phase")), str(phase.get("phase")))
    basis = _("as recorded") if phase.get("phase_basis") == "recorded" else _("by the number of sessions")
    return _("{phase} ({basis}). {latest}; {coming}.").format(
        phase=name, basis=basis, latest=_latest(phase), coming=_coming(phase)
    )


def _latest(phase: Mapping[str, object]) -> str:
    number, planned = phase.get("session_number"), phase.get("planned_sessions")
    if not number:
        return _("So far there was the intake")
    form = _("Session {number} of {planned} was the latest") if planned else _("Session {number} was the latest")
    return form.format(number=number, planned=planned)


def _coming(phase: Mapping[str, object]) -> str:
    left = phase.get("sessions_left")
    if left == 0:
        return _("all planned sessions were held")
    form = _("session {next} is next, {left} left with it") if left else _("session {next} is next")
    return form.format(next=phase.get("next_session"), left=left)


def focus_sentences(focus: FocusChoice, *, qualified: bool = False) -> tuple[str, ...]:
    """The choice in one line, and how sure it is in another; `qualified` where something is to be read before it."""
    alone = qualified and focus.status == "recommended"
    told = _(BY_ARGUMENTS_ALONE) if alone else STATUSES.get(focus.status, focus.status)
    if focus.status == "tie":
        areas = _listed([area_name(area).lower() for area in focus.tied])
        told = _("{tie} between {areas}: the person's view decides.").format(tie=told, areas=areas)
    elif focus.primary:
        told = f"{told}: {area_name(focus.primary, focus.primary_about)}."
    else:
        told = f"{told}."
    if focus.secondary:
        second = _("Second focus: {area}.") if focus.status == "agreed" else _("Second focus to offer: {area}.")
        told = f"{told} {second.format(area=area_name(focus.secondary))}"
    sure = confidence_sentence(focus) if focus.status != "agreed" else ""
    return (told, sure) if sure else (told,)


def confidence_sentence(focus: FocusChoice) -> str:
    """How sure the choice is, and what keeps it from being surer."""
    if focus.confidence is None:
        return ""
    implied = {IMPLIED[slug] for slug in focus.confidence_reasons if slug in IMPLIED}
    because = [
        CONFIDENCE_REASONS.get(slug, slug.replace("-", " ")) for slug in focus.confidence_reasons if slug not in implied
    ]
    sure = CONFIDENCE[focus.confidence]
    if not because:
        return _("Confidence is {sure}.").format(sure=sure)
    return _("Confidence is {sure}: {reasons}.").format(sure=sure, reasons="; ".join(because))


def citations_shown(finding: Finding) -> tuple[Citation, ...]:
    """The sources a reader can look up."""
    return tuple(one for one in finding.references if not NOT_ON_SCREEN.fullmatch(one.key))


def sources_in_short(findings: Sequence[Finding]) -> str:
    """The first source of some findings in a few words, and how many more there are; the rule's own come first."""
    shorts = list(dict.fromkeys(short_cite(one) for finding in findings for one in citations_shown(finding)))
    if not shorts:
        lay = any(one.key != "design" for finding in findings for one in finding.references)
        return no_source(lay=lay)
    return _some(shorts, SOURCES_SHOWN, "; ")


def no_source(*, lay: bool = False) -> str:
    """What stands where a source would, when none can be looked up; `lay` where it rests on pages for everybody."""
    return _(GENERAL if lay else OWN_RULE)


def places_in_short(findings: Sequence[Finding]) -> str:
    """Where in the input the facts of some findings stand."""
    places = list(dict.fromkeys(place for finding in findings for used in finding.facts for place in used.places))
    return _some(places, PLACES_SHOWN, ", ")


def read_as_in_words(read_as: str) -> str:
    """How much of a source was read, in brackets after it; nothing where all of it was.

    >>> read_as_in_words("abstract"), read_as_in_words("page")
    (' (only the abstract was read)', '')
    """
    return f" ({READ_AS[read_as]})" if read_as in READ_AS else ""


def short_cite(citation: Citation) -> str:
    """A source in a few words.

    >>> short_cite(Citation("a", "Stuart S, Robertson M (2012). Interpersonal Psychotherapy.", "chapter 3"))
    'Stuart & Robertson 2012, chapter 3'
    >>> short_cite(Citation("b", "NICE (2022). Depression in adults. NICE guideline NG222."))
    'NICE 2022 (NG222)'
    """
    found = re.match(r"(?P<who>[^(]+?)[.,]? \((?P<year>\d{4})\)", citation.cite)
    short = f"{_authors(found['who'])} {found['year']}" if found else citation.cite.split(";")[0].rstrip(".")
    guideline = re.search(r"guideline ([A-Z]+\d+)", citation.cite)
    if found and guideline:
        short += f" ({guideline[1]})"
    return f"{short}, {citation.at}" if citation.at else short


def _authors(text: str) -> str:
    """Surnames of persons; the name of a body as it stands."""
    people = [re.fullmatch(r"(?P<surname>.+) [A-Z]{1,4}", name.strip()) for name in text.split(",")]
    if people[0] is None:
        return text
    surnames = [person["surname"] for person in people if person]
    if len(surnames) == 2 and "et al" not in text:
        return " & ".join(surnames)
    return surnames[0] if len(people) == 1 else _("{name} et al.").format(name=surnames[0])


def footer(recommendation: Recommendation) -> tuple[str, ...]:
    """What the recommendation was made with, who has reviewed it, and what it is for."""
    packs = recommendation.rulebook.get("packs", ())
    versions = ", ".join(f"{pack['name']} {pack['version']}" for pack in packs)
    made = _("Case {case}, {day}. Rules {versions} ({hash}), engine {engine}.").format(
        case=recommendation.case_id,
        day=recommendation.on.isoformat(),
        versions=versions,
        hash=recommendation.rulebook.get("content_hash"),
        engine=recommendation.engine,
    )
    pending = ", ".join(pack["name"] for pack in packs if pack.get("review") == "pending")
    told = _("No clinician has reviewed these rules yet ({packs}).").format(packs=pending)
    review = (told,) if pending else ()
    use = dict.fromkeys(line for pack in packs for line in pack.get("intended_use", ()))
    site = site_sentence(recommendation.rulebook.get("site_parameters", ()))
    return (made, *([site] if site else []), *review, *use)


def rules_in_short(recommendation: Recommendation) -> str:
    """In a line or two: which rules, what a site set, who has reviewed them, and who decides."""
    packs = recommendation.rulebook.get("packs", ())
    versions = ", ".join(f"{pack['name']} {pack['version']}" for pack in packs)
    pending = any(pack.get("review") == "pending" for pack in packs)
    told = (
        _("Rules {versions}.").format(versions=versions),
        site_sentence(recommendation.rulebook.get("site_parameters", ())),
        _("No clinician has reviewed them yet.") if pending else "",
        _("It suggests; you decide."),
    )
    return " ".join(one for one in told if one)


def site_sentence(parameters: Sequence[Mapping[str, Any]]) -> str:
    """What a site set differently from the rules; empty where it set nothing.

    >>> site_sentence([{"key": "phq9_valid_days", "value": 21, "unit": "days", "default": 14, "statements": []}])
    'Set by this site: phq9_valid_days 21 days (14 in the rules).'
    """
    form = _("{key} {value} ({default} in the rules)")
    told = [form.format(key=one["key"], value=_set(one), default=shown(one["default"])) for one in parameters]
    return _("Set by this site: {parameters}.").format(parameters="; ".join(told)) if told else ""


def with_unit(value: Value, unit: str) -> str:
    """The value of a parameter as a reader sees it, with its unit; a yes or no has none.

    >>> with_unit(14, "days"), with_unit(False, "yes or no")
    ('14 days', 'no')
    """
    return shown(value) if isinstance(value, bool) else f"{shown(value)} {unit}"


def _set(parameter: Mapping[str, Any]) -> str:
    value = parameter["value"]
    return shown(value) if isinstance(value, str) else with_unit(value, parameter["unit"])


def _some(texts: Sequence[str], most: int, between: str) -> str:
    more = len(texts) - most
    told = between.join(texts[:most])
    return _("{told} and {number} more").format(told=told, number=more) if more > 0 else told


def _listed(texts: Sequence[str]) -> str:
    return _(" and ").join([", ".join(texts[:-1]), texts[-1]] if len(texts) > 1 else texts)


def gap_sentence(gap: FocusGap) -> str:
    """A missing answer, and what it could do to an area: speak for it, against it, or open what is not recorded yet."""
    area = area_name(gap.area).lower()
    if gap.points < 0:
        return _("{question} (could speak against {area})").format(question=gap.question, area=area)
    return _("{question} (could speak for {area})").format(question=gap.question, area=area)
